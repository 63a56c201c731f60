import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  choice,
  exitCodeOf,
  tell
} from "./shared-cli-scan.js";
import "./shared-io-own-secrets.js";
import "./shared-io-git-home.js";
import "./shared-run.js";
import "./shared-iam-questions.js";
import "./shared-scan-worth.js";
import "./shared-run-config-files.js";
import "./shared-iam-dangers-data-exfiltration.js";
import "./shared-rules-credentials-tokens-finder.js";
import "./shared-io-git-repository.js";
import "./shared-iam-escalation-context.js";
import {
  readTextFile
} from "./shared-io-git-skipped.js";
import "./shared-core-address-blocks.js";
import "./shared-jsonc-parser-main.js";
import "./shared-cli-console.js";
import {
  FORMATS,
  JSON_FORMAT_VERSION
} from "./shared-report.js";
import {
  plural,
  worstFirst
} from "./shared-run-tool.js";
import "./shared-scan-config-nearest.js";
import {
  CONFIDENCES,
  SEVERITIES,
  atLeast
} from "./shared-core-finding.js";
import "./shared-core-source.js";
import "./shared-core-text.js";
import {
  Problem
} from "./shared-core-problem.js";
import "./shared-runtime.js";

// src/cli/merge.ts
import { resolve } from "node:path";

// src/report/merge.ts
function mergedReport(reports) {
  const first = reports[0];
  const slugs = new Set(reports.map(({ repository: repository2 }) => repository2?.slug));
  const named = slugs.size > 1 ? reports.map(withNames) : reports;
  const { repository, ...common } = first;
  return {
    ...common,
    ...judged(named),
    failOn: named.map(({ failOn }) => failOn).reduce(stricter),
    findings: worstFirst(unique(named.flatMap(({ findings }) => findings))),
    notifications: once(named.flatMap(({ notifications }) => notifications)),
    permissionChanges: named.flatMap(({ permissionChanges }) => permissionChanges),
    policyChanges: once(named.flatMap(({ policyChanges }) => policyChanges)),
    rules: [...new Map(named.flatMap(({ rules }) => rules.map((rule) => [rule.id, rule]))).values()],
    stats: statsOf(named),
    ...slugs.size === 1 && repository ? { repository } : {},
    ...slugs.size > 1 ? { repositories: reports.flatMap(({ repository: one }) => one ?? []) } : {}
  };
}
var GRAVEST = ["broken", "block", "pass"];
function judged(reports) {
  const verdict = GRAVEST.find((one) => reports.some((report) => report.verdict === one));
  const those = reports.filter((report) => report.verdict === verdict);
  const reasons = once(those.map(({ reason }) => reason));
  const share = reports.length === 1 ? "" : `${those.length} of ${plural(reports.length, "report")}: `;
  const more = reasons.length > 3 ? `; and ${reasons.length - 3} more` : "";
  return { verdict, reason: `${share}${reasons.slice(0, 3).join("; ")}${more}` };
}
function stricter(one, other) {
  if (one === "never") return other;
  return other === "never" || atLeast(other, one) ? one : other;
}
function unique(findings) {
  const known = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const key = `${finding.fingerprint} ${finding.location.uri} ${finding.location.commit ?? ""}`;
    const same = known.get(key);
    if (!same) known.set(key, finding);
    else known.set(key, { ...same, commits: once([...same.commits, ...finding.commits]) });
  }
  return [...known.values()];
}
function once(items) {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
function statsOf(reports) {
  const sum = (of) => reports.reduce((all, { stats }) => all + of(stats), 0);
  const scopes = once(reports.map(({ stats }) => stats.scope));
  return {
    scope: scopes.length === 1 ? scopes[0] : `${plural(reports.length, "report")}, of ${scopes[0]} and others`,
    files: sum(({ files }) => files),
    bytes: sum(({ bytes }) => bytes),
    commits: Math.max(...reports.map(({ stats }) => stats.commits)),
    milliseconds: sum(({ milliseconds }) => milliseconds)
  };
}
function withNames(report) {
  const slug = report.repository?.slug;
  if (slug === void 0) return report;
  const named = (place) => ({
    ...place,
    uri: `${slug}/${place.uri}`
  });
  return {
    ...report,
    findings: report.findings.map((finding) => ({
      ...finding,
      location: named(finding.location),
      relatedLocations: finding.relatedLocations.map(named),
      ...finding.fix ? { fix: finding.fix.map(named) } : {}
    })),
    notifications: report.notifications.map(
      (notification) => notification.location ? { ...notification, message: `${slug}: ${notification.message}`, location: named(notification.location) } : { ...notification, message: `${slug}: ${notification.message}` }
    ),
    permissionChanges: report.permissionChanges.map((change) => ({
      ...change,
      ...change.location ? { location: named(change.location) } : {}
    })),
    policyChanges: report.policyChanges.map((change) => `${slug}: ${change}`)
  };
}

// src/report/read-json.ts
function readJsonReport(text, name) {
  const given = parsed(text);
  if (!isRecord(given) || !isRecord(given.tool) || given.tool.name !== "Keylatch" || !isRecord(given.stats))
    throw new Problem(`${name} is no report of \`keylatch scan --format json\``);
  if (Number(given.formatVersion) > JSON_FORMAT_VERSION)
    throw new Problem(`${name} is of a newer Keylatch (format ${Number(given.formatVersion)}); merge with that version`);
  const lists = ["findings", "notifications", "permissionChanges", "policyChanges", "rules"];
  const fault = lists.find((list) => !Array.isArray(given[list]));
  if (fault) throw new Problem(`${name} has no list of ${fault}`);
  const at = given.findings.findIndex((finding) => !isFinding(finding));
  if (at !== -1) throw new Problem(`${name}: finding ${at + 1} is not one`);
  if (!["pass", "block", "broken"].includes(String(given.verdict))) throw new Problem(`${name} has no verdict`);
  return given;
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isFinding(value) {
  if (!isRecord(value) || !isRecord(value.location) || !isRecord(value.location.region)) return false;
  const words = [value.ruleId, value.message, value.fingerprint, value.location.uri, value.anchor, value.remediation];
  const lists = [value.commits, value.relatedLocations];
  return words.every((word) => typeof word === "string") && lists.every(Array.isArray) && SEVERITIES.includes(value.severity) && CONFIDENCES.includes(value.confidence) && isRecord(value.snippet) && isRecord(value.properties);
}

// src/cli/merge.ts
async function mergeCommand(flags, console) {
  const format = choice(flags, "format", FORMATS) ?? "terminal";
  if (flags.operands.length === 0) throw new Problem("merge needs reports: keylatch merge a.json b.json");
  const reports = flags.operands.map((name) => {
    const text = readTextFile(resolve(console.cwd, name));
    if (text === void 0) throw new Problem(`there is no file ${name}`);
    return readJsonReport(text, name);
  });
  const report = mergedReport(reports);
  tell(report, format, flags, console);
  return exitCodeOf(report);
}
export {
  mergeCommand
};
