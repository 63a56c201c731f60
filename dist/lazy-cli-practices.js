import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  practices,
  rulesOf
} from "./shared-rules-practices.js";
import {
  choice,
  settingsOf
} from "./shared-cli-scan.js";
import {
  affectedPaths,
  canonicalType,
  openScanTarget,
  parseTree,
  rules,
  run
} from "./shared-run.js";
import "./shared-core-address-blocks.js";
import "./shared-cli-console.js";
import {
  jsonText,
  markdownText,
  visible
} from "./shared-run-tool.js";
import "./shared-core-problem.js";
import "./shared-scan-config-nearest.js";
import "./shared-runtime.js";

// src/report/practices.ts
function scorecard(findings, rules2, sight, compared) {
  const open = findings.filter(({ suppression, atHead }) => suppression === void 0 && atHead);
  return practices.map((practice) => {
    const answering = rulesOf(practice, rules2);
    const ids = new Set(answering.map(({ meta }) => meta.id));
    const against = open.filter(({ ruleId }) => ids.has(ruleId));
    const worse = compared ? against.filter(({ state }) => state === "new").length : 0;
    return { practice, state: stateOf(practice, answering, against, sight), findings: against, worse };
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
  "not applicable": " - ",
  "only the account shows": " ? "
};
var MOST_PLACES = 3;
function renderScorecard(scores) {
  const lines = scores.flatMap(({ practice, state, findings, worse }) => {
    const news = worse > 0 ? `, ${worse} new` : "";
    const told = state === "not met" ? ` (${findings.length}${news})` : state === "met" ? "" : `: ${state}`;
    return [`${MARKS[state]} ${practice.title}${told}`, ...placesOf(findings).map((place) => `      ${visible(place)}`)];
  });
  return `${[...lines, "", totals(scores)].join("\n")}
`;
}
function scorecardMarkdown(scores) {
  const rows = scores.map(({ practice, state, findings, worse }) => {
    const count = findings.length > 0 ? `${findings.length}${worse > 0 ? ` (${worse} new)` : ""}` : "";
    const places = placesOf(findings).map((place) => markdownText(visible(place)));
    return `| ${practice.title} | ${state} | ${count} | ${places.join("<br>")} |`;
  });
  return `${["| practice | | findings | for example |", "|---|---|---|---|", ...rows, "", totals(scores)].join("\n")}
`;
}
function scorecardJson(scores) {
  const items = scores.map(({ practice: { id, title, account }, state, findings, worse }) => ({
    id,
    title,
    state,
    ...account === void 0 ? {} : { account },
    new: worse,
    findings: findings.map(({ ruleId, severity, location, fingerprint }) => ({
      ruleId,
      severity,
      path: location.uri,
      line: location.region?.startLine,
      fingerprint
    }))
  }));
  return `${jsonText({ practices: items }, 2)}
`;
}
function placesOf(findings) {
  const shown = findings.slice(0, MOST_PLACES).map(({ location, ruleId }) => {
    const line = location.region ? `:${location.region.startLine}` : "";
    return `${location.uri}${line} ${ruleId}`;
  });
  const more = findings.length - shown.length;
  return more > 0 ? [...shown, `and ${more} more`] : shown;
}
function totals(scores) {
  const count = (state) => scores.filter((score) => score.state === state).length;
  return `${count("met")} met, ${count("not met")} not met, ${count("not applicable")} not applicable, ${count("only the account shows")} only the account shows.`;
}

// src/cli/practices.ts
var RENDERERS = { terminal: renderScorecard, markdown: scorecardMarkdown, json: scorecardJson };
async function practicesCommand(flags, console) {
  const format = choice(flags, "format", ["terminal", "markdown", "json"]) ?? "terminal";
  const settings = { ...await settingsOf(flags, console), failOn: "never" };
  const report = await run(settings);
  const scores = scorecard(report.findings, rules, await sightOf(settings), settings.scope.kind === "range");
  console.print(RENDERERS[format](scores));
  return report.verdict === "broken" ? 2 : 0;
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
