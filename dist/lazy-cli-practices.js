import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  readSnapshot
} from "./shared-cli-account.js";
import "./shared-io-aws-own-session.js";
import {
  practices,
  rulesOf
} from "./shared-rules-practices.js";
import "./shared-io-aws-account-collect.js";
import {
  choice,
  settingsOf
} from "./shared-cli-scan.js";
import "./shared-io-own-secrets.js";
import {
  accountSight,
  reportAccount
} from "./shared-run-account.js";
import "./shared-io-aws-account-identity.js";
import "./shared-io-git-home.js";
import {
  affectedPaths,
  openScanTarget,
  parseTree,
  run
} from "./shared-run.js";
import "./shared-iam-questions.js";
import "./shared-scan-worth.js";
import "./shared-account-calls.js";
import {
  rules
} from "./shared-run-config-files.js";
import {
  canonicalType
} from "./shared-iam-dangers-data-exfiltration.js";
import "./shared-rules-credentials-tokens-finder.js";
import "./shared-io-git-repository.js";
import "./shared-iam-account-data.js";
import "./shared-iam-escalation-context.js";
import "./shared-io-git-skipped.js";
import "./shared-core-address-blocks.js";
import "./shared-jsonc-parser-main.js";
import "./shared-smithy-signature-v4-signature-v4a-container.js";
import "./shared-cli-console.js";
import "./shared-report.js";
import {
  jsonText,
  markdownText,
  visible
} from "./shared-run-tool.js";
import "./shared-scan-config-nearest.js";
import "./shared-core-finding.js";
import {
  isAccountPlace
} from "./shared-core-source.js";
import "./shared-core-text.js";
import {
  Problem
} from "./shared-core-problem.js";
import "./shared-smithy-core-client-smithy-client-client-command-builder.js";
import "./shared-smithy-core-protocols-json-codec-v2-JsonCodec2.js";
import "./shared-smithy-core-serde-writeKey.js";
import "./shared-runtime.js";

// src/report/practices.ts
function scorecard({ findings, notifications }, rules2, sight, change) {
  const undecided = new Set(notifications.flatMap(({ undecidedRules }) => undecidedRules ?? []));
  const open = findings.filter(({ suppression, atHead, secret }) => suppression === void 0 && (atHead || secret));
  return practices.map((practice) => {
    const answering = rulesOf(practice, rules2);
    const ids = new Set(answering.map(({ meta }) => meta.id));
    const against = open.filter(({ ruleId }) => ids.has(ruleId));
    const worse = change?.findings.filter(
      ({ ruleId, state: state2, suppression }) => ids.has(ruleId) && state2 === "new" && suppression === void 0
    ).length ?? 0;
    const state = stateOf(practice, answering, against, sight);
    const isOpen = state === "met" && answering.some(({ meta }) => undecided.has(meta.id));
    return { practice, state: isOpen ? "not decided" : state, findings: against, worse };
  });
}
function stateOf(practice, rules2, against, sight) {
  if (against.length > 0) return "not met";
  if (rules2.some((rule) => looksAtSomething(rule, sight))) return "met";
  return practice.account === void 0 ? "not applicable" : "only the account shows";
}
function looksAtSomething({ on, types }, { kinds, types: there }) {
  return types ? types.some((type) => there.has(type)) : kinds.has(on);
}
var MARKS = {
  met: "[x]",
  "not met": "[ ]",
  "not decided": "[?]",
  "not applicable": " - ",
  "only the account shows": " ? "
};
var MOST_PLACES = 3;
function renderScorecard({ repository, account }) {
  const lines = repository.flatMap((score, index) => {
    const other = account?.[index];
    const marks = other ? `${MARKS[score.state]}  ${MARKS[accountState(other)]}` : MARKS[score.state];
    const places = [score, ...other ? [other] : []].flatMap(({ findings }) => placesOf(findings));
    const indent = " ".repeat(marks.length + 3);
    return [
      `${marks} ${score.practice.title}${toldOf(score, other)}`,
      ...places.map((place) => indent + visible(place))
    ];
  });
  const head = account ? ["repository", " |   account", " |   |"] : [];
  return `${[...head, ...lines, "", ...totals({ repository, ...account ? { account } : {} })].join("\n")}
`;
}
function toldOf(score, other) {
  const parts = [countOf(score), ...other && other.findings.length > 0 ? [`account: ${other.findings.length}`] : []];
  const said = parts.filter((part) => part !== "");
  if (said.length > 0) return ` (${said.join("; ")})`;
  return score.state === "met" || other ? "" : `: ${score.state}`;
}
function countOf({ findings, worse }) {
  if (findings.length === 0) return "";
  return `${findings.length}${worse > 0 ? `, ${worse} new` : ""}`;
}
var accountState = ({ state }) => state === "only the account shows" ? "not applicable" : state;
function scorecardMarkdown({ repository, account }) {
  const rows = repository.map((score, index) => {
    const other = account?.[index];
    const places = [score, ...other ? [other] : []].flatMap(({ findings }) => placesOf(findings));
    const counts = [marked(score), other && other.findings.length > 0 ? `account: ${other.findings.length}` : ""];
    const columns = [
      score.practice.title,
      score.state,
      ...other ? [accountState(other)] : [],
      counts.filter((one) => one !== "").join("; ")
    ];
    return `| ${columns.join(" | ")} | ${places.map((place) => markdownText(visible(place))).join("<br>")} |`;
  });
  const head = account ? ["| practice | repository | account | findings | for example |", "|---|---|---|---|---|"] : ["| practice | | findings | for example |", "|---|---|---|---|"];
  return `${[...head, ...rows, "", ...totals({ repository, ...account ? { account } : {} })].join("\n")}
`;
}
function marked({ findings, worse }) {
  if (findings.length === 0) return "";
  return `${findings.length}${worse > 0 ? ` (${worse} new)` : ""}`;
}
function scorecardJson({ repository, account }) {
  const items = repository.map(({ practice: { id, title, account: shows }, state, findings, worse }, index) => {
    const other = account?.[index];
    return {
      id,
      title,
      state,
      ...shows === void 0 ? {} : { account: shows },
      new: worse,
      findings: findings.map(inJson),
      ...other ? { inAccount: { state: accountState(other), findings: other.findings.map(inJson) } } : {}
    };
  });
  return `${jsonText({ practices: items }, 2)}
`;
}
function inJson({ ruleId, severity, location, fingerprint }) {
  return { ruleId, severity, path: location.uri, line: location.region?.startLine, fingerprint };
}
function placesOf(findings) {
  const shown = findings.slice(0, MOST_PLACES).map(({ location, ruleId }) => {
    const line = location.region && !isAccountPlace(location.uri) ? `:${location.region.startLine}` : "";
    return `${location.uri}${line} ${ruleId}`;
  });
  const more = findings.length - shown.length;
  return more > 0 ? [...shown, `and ${more} more`] : shown;
}
var STATES_OF_ACCOUNT = ["met", "not met", "not decided", "not applicable"];
var STATES = [...STATES_OF_ACCOUNT, "only the account shows"];
function totals({ repository, account }) {
  if (!account) return [total(repository, STATES)];
  const inAccount = account.map((score) => ({ ...score, state: accountState(score) }));
  return [`Repository: ${total(repository, STATES)}`, `Account: ${total(inAccount, STATES_OF_ACCOUNT)}`];
}
function total(scores, states) {
  const counted = states.map((state) => `${scores.filter((score) => score.state === state).length} ${state}`);
  return `${counted.join(", ")}.`;
}

// src/cli/practices.ts
var RENDERERS = { terminal: renderScorecard, markdown: scorecardMarkdown, json: scorecardJson };
async function practicesCommand(flags, console) {
  const format = choice(flags, "format", ["terminal", "markdown", "json"]) ?? "terminal";
  const settings = { ...await settingsOf(flags, console), failOn: "never" };
  const report = await judged(settings);
  const whole = await wholeOf(settings);
  const onTheWay = whole ? report.findings.filter(({ atHead }) => !atHead) : [];
  const all = whole ? { ...whole, findings: [...whole.findings, ...onTheWay] } : report;
  const repository = scorecard(all, rules, await sightOf(settings), whole && report);
  const file = flags.value("account");
  const account = file === void 0 ? void 0 : await accountScores(readSnapshot(file, console), settings);
  console.print(RENDERERS[format]({ repository, ...account ? { account } : {} }));
  return 0;
}
async function wholeOf(settings) {
  const { scope } = settings;
  if (scope.kind !== "range") return void 0;
  const judgedBy = scope.base === void 0 ? {} : { judgedBy: scope.base };
  return await judged({ ...settings, scope: { kind: "commit", revision: scope.head, ...judgedBy } });
}
async function judged(settings) {
  const report = await run(settings);
  if (report.verdict === "broken") throw new Problem(report.reason);
  return report;
}
async function accountScores(snapshot, settings) {
  const report = await reportAccount(snapshot, settings);
  return scorecard(report, rules, accountSight(snapshot));
}
async function sightOf(settings) {
  const { snapshot, head } = await openScanTarget(settings);
  const listed = (await snapshot.entries()).map((entry) => entry.path);
  const kinds = new Set(listed.length > 0 ? ["text"] : []);
  const types = /* @__PURE__ */ new Set();
  for (const { nodes } of parseTree(head, affectedPaths(head, listed))) {
    for (const node of nodes) {
      kinds.add(node.kind);
      if (node.kind === "resource") types.add(canonicalType(node.type));
    }
  }
  return { kinds, types };
}
export {
  practicesCommand
};
