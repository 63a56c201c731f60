import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  RULE_IDS
} from "./shared-cli-own-rules.js";
import {
  settingsOf
} from "./shared-cli-scan.js";
import "./shared-io-own-secrets.js";
import "./shared-io-git-home.js";
import {
  run
} from "./shared-run.js";
import "./shared-iam-questions.js";
import "./shared-scan-worth.js";
import {
  CONFIG_PATHS,
  idleAllows,
  ignoredPaths,
  parseBaseline,
  parseConfig,
  remadeBaseline,
  withPresentFingerprints,
  withoutAllows
} from "./shared-run-config-files.js";
import "./shared-iam-dangers-data-exfiltration.js";
import "./shared-rules-credentials-tokens-finder.js";
import {
  openRepository
} from "./shared-io-git-repository.js";
import "./shared-iam-escalation-context.js";
import {
  readTextFile,
  writeTextFile
} from "./shared-io-git-skipped.js";
import "./shared-core-address-blocks.js";
import "./shared-jsonc-parser-main.js";
import {
  progressBar
} from "./shared-cli-console.js";
import "./shared-report.js";
import "./shared-run-tool.js";
import "./shared-scan-config-nearest.js";
import "./shared-core-finding.js";
import {
  isAccountPlace
} from "./shared-core-source.js";
import "./shared-core-text.js";
import {
  Problem
} from "./shared-core-problem.js";
import "./shared-runtime.js";

// src/cli/baseline.ts
import { join, relative, resolve, sep } from "node:path";
async function baselineCommand(flags, console) {
  const folder = resolve(console.cwd, flags.operands[0] ?? ".");
  const name = flags.value("output") ?? join(flags.operands[0] ?? ".", ".keylatch-baseline.json");
  const path = resolve(console.cwd, name);
  const text = readTextFile(path);
  const previous = text === void 0 ? void 0 : parseBaseline({ uri: name, text });
  const bar = progressBar(console);
  const settings = await settingsOf(flags, console, bar.show);
  const report = await run({ ...settings, failOn: "never", withoutBaseline: true }).finally(bar.clear);
  if (report.verdict === "broken") throw new Problem(report.reason);
  if (flags.has("prune-allow")) return pruned(report, configsOf(folder, flags, console), settings.today, console);
  if (flags.has("upgrade")) return upgraded(report.findings, [path, ...configsOf(folder, flags, console)], console);
  const made = remadeBaseline(report.findings, previous, scannedBy(flags));
  writeTextFile(path, made.text);
  const root = (await openRepository(folder, console.env))?.workTree ?? folder;
  const counted = made.entries.length === 1 ? "1 finding" : `${made.entries.length} findings`;
  console.print(
    `${counted} written to ${name}${sinceThen(previous, made.entries)}.
${whatNow(root, name, console.cwd, flags)}`
  );
  return 0;
}
function upgraded(findings, paths, console) {
  for (const path of paths) {
    const before = readTextFile(path);
    if (before === void 0) continue;
    const { text, rewritten } = withPresentFingerprints(before, findings);
    if (rewritten > 0) writeTextFile(path, text);
    console.print(`${path}: ${rewritten === 1 ? "1 fingerprint" : `${rewritten} fingerprints`} rewritten
`);
  }
  return 0;
}
function pruned(report, paths, today, console) {
  const ids = report.rules.map(({ id }) => id);
  for (const path of paths) {
    const before = readTextFile(path);
    if (before === void 0) continue;
    const idle = idleAllows(
      parseConfig({ uri: path, text: before }, RULE_IDS, () => ids),
      report.findings,
      today
    );
    if (idle.length > 0) writeTextFile(path, withoutAllows(before, idle));
    console.print(`${path}: ${idle.length === 1 ? "1 allow entry" : `${idle.length} allow entries`} taken out
`);
  }
  return 0;
}
function configsOf(folder, flags, console) {
  const named = flags.value("config");
  return named === void 0 ? CONFIG_PATHS.map((name) => join(folder, name)) : [resolve(console.cwd, named)];
}
function scannedBy(flags) {
  const [paths, ignored] = [flags.values("path"), ignoredPaths(flags.values("paths-ignore"))];
  const only = ignoredPaths(paths);
  return (path) => !isAccountPlace(path) && (paths.length === 0 || only(path)) && !ignored(path);
}
function sinceThen(previous, entries) {
  if (!previous) return "";
  const prints = (of) => new Set(of.map(({ fingerprint }) => fingerprint));
  const [before, after] = [prints(previous.entries), prints(entries)];
  const added = [...after].filter((print) => !before.has(print)).length;
  const gone = [...before].filter((print) => !after.has(print)).length;
  if (added + gone === 0) return ", the same as before";
  return ` (${added} new, ${gone} gone)`;
}
function whatNow(root, name, cwd, flags) {
  const uri = relative(root, resolve(cwd, name)).split(sep).join("/");
  if (uri.startsWith("../")) return `To use it: keylatch scan --baseline ${name}
`;
  const configs = flags.value("config") ? [flags.value("config")] : CONFIG_PATHS.map((name2) => join(root, name2));
  const config = configs.map((name2) => readTextFile(resolve(root, name2))).find((found) => found !== void 0);
  const named = /^baseline: *["']?(?:\.\/)?([^"'#\n]*?)["']? *(?:#.*)?$/m.exec(config ?? "")?.[1];
  if (named === uri) return "";
  return `Commit it, and name it in .keylatch.yml:

  baseline: ${uri}
`;
}
export {
  baselineCommand
};
