import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  settingsOf
} from "./shared-cli-scan.js";
import {
  Analysis,
  affectedPaths,
  can,
  grantsReport,
  listed,
  number,
  openScanTarget,
  parseTree,
  whoCan
} from "./shared-run.js";
import "./shared-core-address-blocks.js";
import "./shared-cli-console.js";
import {
  UNKNOWN
} from "./shared-run-tool.js";
import {
  Problem
} from "./shared-core-problem.js";
import "./shared-scan-config-nearest.js";
import "./shared-runtime.js";

// src/iam/answers.ts
function renderGrants(report) {
  if (report.length === 0) return "No user, role or permission set is declared here.";
  return report.map(renderPrincipal).join("\n\n");
}
function renderPrincipal(grants) {
  const lines = [`${known(grants.holder)}  ${summary(grants)}`];
  if (grants.administrator !== "full") {
    const width = Math.max(0, ...grants.services.map(({ service }) => service.length));
    for (const { service, actions, levels, everywhere } of grants.services) {
      const parts = Object.entries(levels).map(([level, size]) => `${size} ${level.toLowerCase()}`);
      const reach = everywhere === 0 ? "" : everywhere === actions ? ", on everything" : `, ${everywhere} on everything`;
      lines.push(`  ${service.padEnd(width)}  ${parts.join(", ")}${reach}`);
    }
  }
  for (const steps of grants.escalations) lines.push(`  escalation: ${known(steps.join(" -> "))}`);
  return lines.join("\n");
}
function summary({ administrator, actions, boundary, incomplete }) {
  const what = administrator === "full" ? "administrator" : `${number(actions)} ${actions === 1 ? "action" : "actions"}${administrator === "near" ? ", nearly an administrator" : ""}`;
  const bounded = boundary === "known" ? ", within its boundary" : boundary === "unknown" ? ", within a boundary that is not in sight" : "";
  return `${what}${bounded}${incomplete ? ", and what is not in sight" : ""}`;
}
function renderWhoCan(action, rows) {
  if (rows.length === 0) return `Nobody declared here may do ${action}.`;
  return rows.map(({ holder, answer, on, conditions }) => {
    const when = conditions.length > 0 ? `, under ${listed(conditions)}` : "";
    return known(`${answer === "yes" ? "yes  " : "maybe"}  ${holder}  on ${on}${when}`);
  }).join("\n");
}
function renderDecision({
  holder,
  outcome,
  reason,
  statements
}) {
  const deciding = [...new Set(statements.map(statementWords))];
  return known(`${holder}: ${outcome}. ${reason}${deciding.length > 0 ? ` ${listed(deciding)}.` : ""}`);
}
function statementWords({ sid, effect, actions, notActions, resources, notResources }) {
  const some = (leaves) => listed(
    leaves.map(({ value }) => value),
    2
  );
  const name = sid && sid.value !== "" ? ` "${sid.value}"` : "";
  const what = actions.length > 0 ? some(actions) : `everything but ${some(notActions)}`;
  const on = resources.length > 0 ? ` on ${some(resources)}` : notResources.length > 0 ? ` on everything but ${some(notResources)}` : "";
  return `${effect.value}${name} of ${what}${on}`;
}
var known = (text) => text.replaceAll(UNKNOWN, "\u2026");

// src/cli/questions.ts
async function grantsCommand(flags, console) {
  const report = grantsReport(await unitsAt(flags.operands[0], flags, console));
  return tell(flags, console, report, () => renderGrants(report));
}
async function whoCanCommand(flags, console) {
  const [action, path] = flags.operands;
  if (action === void 0) throw new Problem("keylatch who-can needs an action, such as iam:PassRole");
  const rows = whoCan(await unitsAt(path, flags, console), action, flags.value("resource"));
  return tell(flags, console, rows, () => renderWhoCan(action, rows));
}
async function canCommand(flags, console) {
  const [principal, action, resource] = flags.operands;
  if (principal === void 0 || action === void 0) {
    throw new Problem("keylatch can needs a principal and an action; see: keylatch can --help");
  }
  const question = { principal, action, ...resource ? { resource } : {}, context: contextOf(flags.values("context")) };
  const decision = can(await unitsAt(flags.value("in"), flags, console), question);
  tell(flags, console, decision, () => renderDecision(decision));
  if (decision.outcome === "unknown") return 2;
  return decision.outcome === "allowed" ? 0 : 1;
}
function tell(flags, console, answer, render) {
  console.print(`${flags.value("format") === "json" ? JSON.stringify(answer, void 0, 2) : render()}
`);
  return 0;
}
function contextOf(words) {
  const context = {};
  for (const word of words) {
    const [, key, value] = /^([^=]+)=(.*)$/s.exec(word) ?? [];
    if (!key || value === void 0)
      throw new Problem(`--context takes key=value, such as aws:SourceIp=192.0.2.1, not '${word}'`);
    context[key] = [...context[key] ?? [], value];
  }
  return context;
}
async function unitsAt(path, flags, console) {
  const settings = await settingsOf({ ...flags, operands: path === void 0 ? [] : [path] }, console);
  const { snapshot, head, describe } = await openScanTarget(settings);
  const listed2 = (await snapshot.entries()).map((entry) => entry.path);
  const units = [...parseTree(head, affectedPaths(head, listed2))].map(({ nodes }) => new Analysis(nodes));
  const some = units.some(({ nodes }) => nodes.some(({ kind }) => kind === "policy" || kind === "attachment"));
  if (!some) throw new Problem(`there is no policy in ${describe}`);
  return units;
}
export {
  canCommand,
  grantsCommand,
  whoCanCommand
};
