import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  ownSecrets
} from "./shared-io-own-secrets.js";
import {
  homeOf,
  remoteConfig,
  timingsText,
  unpublishedOf
} from "./shared-io-git-home.js";
import {
  MOST_SHARDS,
  cacheKey,
  run
} from "./shared-run.js";
import {
  extendsGiven
} from "./shared-run-config-files.js";
import {
  openRepository
} from "./shared-io-git-repository.js";
import {
  writeTextFile
} from "./shared-io-git-skipped.js";
import {
  progressBar
} from "./shared-cli-console.js";
import {
  FORMATS,
  hasHeadLine,
  renderParts
} from "./shared-report.js";
import {
  VERDICT_WORD
} from "./shared-run-tool.js";
import {
  hint
} from "./shared-scan-config-nearest.js";
import {
  CONFIDENCES,
  SEVERITIES
} from "./shared-core-finding.js";
import {
  Problem
} from "./shared-core-problem.js";

// src/cli/scan.ts
import { existsSync } from "node:fs";
import { resolve } from "node:path";
async function scanCommand(flags, console) {
  const format = choice(flags, "format", FORMATS) ?? "terminal";
  const bar = progressBar(console);
  const settings = await settingsOf(flags, console, bar.show);
  const home = LINKING.has(format) ? await homeOfScope(settings) : void 0;
  let report;
  try {
    report = await run({ ...settings, ...home ? { repository: home.facts } : {} });
  } finally {
    bar.clear();
  }
  tell(home ? await withoutDeadLinks(report, settings, home.repository) : report, format, flags, console);
  if (report.stats.timings) console.error(timingsText(report.stats.timings));
  return exitCodeOf(report);
}
function exitCodeOf({ verdict }) {
  return { pass: 0, block: 1, broken: 2 }[verdict];
}
var LINKING = /* @__PURE__ */ new Set(["html", "markdown", "json"]);
async function homeOfScope({ root, scope, env }) {
  if (scope.kind === "stdin" || scope.kind === "staged") return void 0;
  const repository = await openRepository(scope.kind === "path" ? resolve(root, scope.path) : root, env);
  const [head, base] = scope.kind === "range" ? [scope.head, scope.base] : ["HEAD", void 0];
  const facts = repository && await homeOf(repository, head, base);
  return repository && facts ? { repository, facts } : void 0;
}
async function withoutDeadLinks(report, { scope }, repository) {
  const facts = report.repository;
  if (!facts || scope.kind === "range") return report;
  const paths = [...new Set(report.findings.filter(hasHeadLine).map(({ location }) => location.uri))];
  return { ...report, repository: { ...facts, unpublished: await unpublishedOf(repository, facts.commit, paths) } };
}
async function settingsOf(flags, console, progress) {
  const failOn = choice(flags, "fail-on", [...SEVERITIES, "never"]);
  const failOnConfidence = choice(flags, "fail-on-confidence", CONFIDENCES);
  const root = rootOf(flags, console);
  const [config, baseline] = ["config", "baseline"].map((name) => {
    const file = flags.value(name);
    return file === void 0 || root === console.cwd ? file : resolve(console.cwd, file);
  });
  const accounts = flags.values("account-data").map((file) => resolve(console.cwd, file));
  return {
    root,
    scope: await scopeOf(flags, console),
    paths: flags.values("path"),
    extends: extendsGiven(flags.values("extends"), "--extends"),
    remoteConfig: (wanted) => remoteConfig(apiOf(console.env), wanted),
    pathsIgnore: flags.values("paths-ignore"),
    only: flags.values("only"),
    today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
    now: () => performance.now(),
    env: console.env,
    policyFrom: config || baseline ? "disk" : "repository",
    ...flags.has("own-credentials") ? { ownSecrets: ownSecrets(console.env) } : {},
    ...flags.has("staged") ? { comments: "head" } : {},
    ...flags.has("witness") ? { witness: true } : {},
    ...failOn ? { failOn } : {},
    ...failOnConfidence ? { failOnConfidence } : {},
    ...config ? { config } : {},
    ...baseline ? { baseline } : {},
    ...progress ? { progress } : {},
    ...flags.value("shard") === void 0 ? {} : { shard: shardOf(flags.value("shard")) },
    ...flags.value("cache") === void 0 ? {} : { cache: cacheAt(flags.value("cache"), console) },
    ...flags.has("timings") ? { timings: true } : {},
    ...accounts.length > 0 ? { accountData: { paths: accounts, from: "disk" } } : {}
  };
}
function cacheAt(folder, { cwd, env }) {
  return { folder: resolve(cwd, folder), key: cacheKey(env) };
}
function shardOf(written) {
  const [index, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(written)?.slice(1).map(Number) ?? [];
  if (!index || !count || index > count || count > MOST_SHARDS)
    throw new Problem(`--shard cannot be '${written}'. It takes a part and how many there are, such as 2/5`);
  return { index, count };
}
function apiOf({ GITHUB_API_URL, GITHUB_TOKEN, GH_TOKEN }) {
  return { url: GITHUB_API_URL || "https://api.github.com", token: GITHUB_TOKEN || GH_TOKEN };
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
      if (path !== void 0) refuseRange(path, console);
      return { kind: "path", path: path ?? "." };
  }
}
function refuseRange(path, { cwd }) {
  const [, base, head] = /^([^.\s][^\s]*?)\.{2,3}([^.\s]\S*)?$/.exec(path) ?? [];
  if (base === void 0 || existsSync(resolve(cwd, path))) return;
  const end = head === void 0 || head === "HEAD" ? "" : ` --head ${head}`;
  throw new Problem(`${path} is no file or folder; for a range of commits: keylatch scan --base ${base}${end}`);
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
  exitCodeOf,
  settingsOf,
  tell,
  choice
};
