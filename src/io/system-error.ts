/**
 * What the machine refused, for people: a full disk, a read-only file system, a temporary folder that is not there.
 * Undefined for errors of another kind. Says nothing but names, so it quotes nothing that was scanned.
 */
export function systemFailure(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, syscall, path } = error as NodeJS.ErrnoException
  if (!code || !syscall) return undefined
  const place = path === undefined ? '' : ` ${path.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '?')}`
  return `the machine refused: ${syscall}${place} (${code})`
}
