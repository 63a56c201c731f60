import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  run,
  writeTextFile
} from "./shared-run.js";
import {
  progressBar
} from "./shared-cli-console.js";
import {
  CONFIDENCES,
  FORMATS,
  SEVERITIES,
  VERDICT_WORD,
  renderParts
} from "./shared-run-tool.js";
import {
  Problem
} from "./shared-core-problem.js";
import {
  hint
} from "./shared-scan-config-nearest.js";

// src/cli/scan.ts
import { resolve } from "node:path";
async function scanCommand(flags, console) {
  const format = choice(flags, "format", FORMATS) ?? "terminal";
  const bar = progressBar(console);
  const settings = await settingsOf(flags, console, bar.show);
  let report;
  try {
    report = await run(settings);
  } finally {
    bar.clear();
  }
  tell(report, format, flags, console);
  return { pass: 0, block: 1, broken: 2 }[report.verdict];
}
async function settingsOf(flags, console, progress) {
  const failOn = choice(flags, "fail-on", [...SEVERITIES, "never"]);
  const failOnConfidence = choice(flags, "fail-on-confidence", CONFIDENCES);
  const root = rootOf(flags, console);
  const [config, baseline] = ["config", "baseline"].map((name) => {
    const file = flags.value(name);
    return file === void 0 || root === console.cwd ? file : resolve(console.cwd, file);
  });
  return {
    root,
    scope: await scopeOf(flags, console),
    paths: flags.values("path"),
    pathsIgnore: flags.values("paths-ignore"),
    today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
    now: () => performance.now(),
    env: console.env,
    policyFrom: config || baseline ? "disk" : "repository",
    ...flags.has("staged") ? { comments: "head" } : {},
    ...failOn ? { failOn } : {},
    ...failOnConfidence ? { failOnConfidence } : {},
    ...config ? { config } : {},
    ...baseline ? { baseline } : {},
    ...progress ? { progress } : {}
  };
}
function rootOf(flags, console) {
  const [path] = flags.operands;
  const ofRepository = flags.value("base") !== void 0 || flags.has("staged") || flags.has("history");
  return path !== void 0 && ofRepository ? resolve(console.cwd, path) : console.cwd;
}
async function scopeOf(flags, console) {
  const path = flags.operands[0];
  const chosen = ["staged", "history", "stdin"].filter((name) => flags.has(name));
  if (flags.value("base") !== void 0) chosen.push("base");
  if (chosen.length > 1) throw new Problem(`--${chosen[0]} and --${chosen[1]} do not go together; give one of them`);
  if (flags.value("head") !== void 0 && chosen[0] !== "base") {
    throw new Problem("--head needs --base, the revision to compare it with");
  }
  if (flags.value("stdin-name") !== void 0 && chosen[0] !== "stdin") throw new Problem("--stdin-name needs --stdin");
  if (path !== void 0 && chosen[0] === "stdin") throw new Problem(`--stdin takes no path, so what is '${path}'?`);
  switch (chosen[0]) {
    case "staged":
      return { kind: "staged" };
    case "history":
      return { kind: "history" };
    case "stdin": {
      const name = flags.value("stdin-name");
      const bytes = await console.readInput();
      if (bytes.length === 0) throw new Problem("standard input was empty, so nothing was scanned");
      return { kind: "stdin", bytes, ...name ? { name } : {} };
    }
    case "base":
      return { kind: "range", base: flags.value("base"), head: flags.value("head") ?? "HEAD" };
    default:
      return { kind: "path", path: path ?? "." };
  }
}
function tell(report, format, flags, console) {
  const output = flags.value("output");
  const colour = output === void 0 && console.colour && !flags.has("no-color");
  const options = {
    colour,
    width: console.width,
    all: flags.has("all"),
    verbose: flags.has("verbose"),
    unicode: console.unicode
  };
  const parts = renderParts(report, format, { terminal: options });
  if (output !== void 0) {
    writeTextFile(resolve(console.cwd, output), parts);
    if (!flags.has("quiet"))
      console.error(`${VERDICT_WORD[report.verdict]}: ${report.reason}; the report is in ${output}
`);
    return;
  }
  const silent = flags.has("quiet") && report.verdict === "pass" && format === "terminal";
  if (!silent) for (const part of parts) console.print(part);
}
function choice(flags, name, words) {
  const value = flags.value(name);
  if (value === void 0 || words.includes(value)) return value;
  throw new Problem(`--${name} cannot be '${value}'${hint(value, words) || "."} It takes: ${words.join(", ")}`);
}

export {
  scanCommand,
  settingsOf,
  choice
};
