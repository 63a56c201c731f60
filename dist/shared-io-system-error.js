import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);

// src/io/system-error.ts
function systemFailure(error) {
  if (!(error instanceof Error)) return void 0;
  const { code, syscall, path } = error;
  if (!code || !syscall) return void 0;
  const place = path === void 0 ? "" : ` ${path.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "?")}`;
  return `the machine refused: ${syscall}${place} (${code})`;
}

export {
  systemFailure
};
