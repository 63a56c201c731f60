import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  clipToWidth,
  displayWidth
} from "./shared-report.js";
import {
  number,
  plural,
  visible
} from "./shared-run-tool.js";

// src/report/progress.ts
var BAR = 24;
function progressLine(state, width, unicode = true) {
  const { phase, done, total, unit = "file", findings } = state;
  const counted = total === void 0 ? plural(done, unit) : `${number(Math.min(done, total))} of ${plural(total, unit)}`;
  const found = findings ? `  ${plural(findings, "finding")}` : "";
  const words = `${visible(phase)}  ${counted}${found}`;
  const bar = total ? `${barOf(Math.min(1, done / total), unicode)}  ` : "";
  const whole = `${visible(phase)}  ${bar}${counted}${found}`;
  const line = displayWidth(whole) < width ? whole : words;
  return clipToWidth(line, width - 1);
}
function barOf(share, unicode) {
  const full = Math.floor(share * BAR);
  return (unicode ? "\u2588" : "#").repeat(full) + (unicode ? "\u2591" : ".").repeat(BAR - full);
}

// src/cli/console.ts
function processConsole() {
  const { stdout, stderr, env } = process;
  const forced = env.FORCE_COLOR !== void 0 && env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "";
  const coloured = (stream) => !env.NO_COLOR && (forced || stream.isTTY === true && env.TERM !== "dumb");
  return {
    cwd: process.cwd(),
    env,
    colour: coloured(stdout),
    errorColour: coloured(stderr),
    unicode: process.platform !== "win32" || Boolean(env.WT_SESSION || env.TERM_PROGRAM || env.CI),
    width: stdout.columns ?? 100,
    live: stderr.isTTY === true && env.TERM !== "dumb" && !env.CI,
    print: (text) => void stdout.write(text),
    error: (text) => void stderr.write(text),
    readInput: async () => {
      const parts = [];
      for await (const part of process.stdin) parts.push(part);
      return Buffer.concat(parts);
    },
    ask: async (question) => {
      if (!process.stdin.isTTY) return void 0;
      const { createInterface } = await import("node:readline/promises");
      const lines = createInterface({ input: process.stdin, output: stderr });
      return await lines.question(question).finally(() => lines.close());
    }
  };
}
var PATIENCE = 600;
var INTERVAL = 100;
function progressBar(console) {
  const started = performance.now();
  let drawn = 0;
  const show = (state) => {
    const now = performance.now();
    if (!console.live || now - started < PATIENCE || now - drawn < INTERVAL) return;
    drawn = now;
    console.error(`\r\x1B[2K${progressLine(state, console.width, console.unicode)}`);
  };
  return { show, clear: () => drawn > 0 && console.error("\r\x1B[2K") };
}

export {
  processConsole,
  progressBar
};
