import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  settingsOf
} from "./shared-cli-scan.js";
import "./shared-io-own-secrets.js";
import "./shared-io-git-home.js";
import {
  affectedPaths,
  awsOwned,
  can,
  decide,
  openScanTarget,
  parseTree
} from "./shared-run.js";
import {
  grantsReport,
  nameOf,
  reaches,
  resourcePoliciesIn
} from "./shared-iam-questions.js";
import "./shared-scan-worth.js";
import "./shared-run-config-files.js";
import {
  isAllow,
  isAnyone,
  isDeny
} from "./shared-iam-dangers-data-exfiltration.js";
import "./shared-rules-credentials-tokens-finder.js";
import "./shared-io-git-repository.js";
import {
  Analysis,
  actionId,
  actionName,
  expandAction,
  grantsOf,
  hasBit,
  hasWildcard,
  keyOf,
  listed,
  members,
  number,
  permissionsOfPrincipal,
  principalsOf,
  reachOfGrant,
  reachesName,
  statementActions
} from "./shared-iam-escalation-context.js";
import "./shared-io-git-skipped.js";
import "./shared-core-address-blocks.js";
import "./shared-jsonc-parser-main.js";
import "./shared-cli-console.js";
import "./shared-report.js";
import "./shared-run-tool.js";
import "./shared-scan-config-nearest.js";
import "./shared-core-finding.js";
import "./shared-core-source.js";
import {
  UNKNOWN
} from "./shared-core-text.js";
import {
  Problem
} from "./shared-core-problem.js";
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
  for (const line of grants.through) lines.push(`  let in: ${known(line)}`);
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
  return rows.map(({ holder, answer, on, conditions, actions }) => {
    const when = conditions.length > 0 ? `, under ${listed(conditions)}` : "";
    const many = actions === void 0 ? "" : `  ${number(actions)} ${actions === 1 ? "action" : "actions"}`;
    return known(`${answer === "yes" ? "yes  " : "maybe"}  ${holder}${many}  on ${on}${when}`);
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

// src/iam/who-can.ts
function whoCan(units, action, resource) {
  const ids = actionsNamed(action, units);
  const asked = { units, ids, isMany: hasWildcard(action), ...resource !== void 0 && { resource } };
  const own = units.flatMap(
    (unit) => principalsOf(unit).all.flatMap(
      (principal) => principal.holder.kind === "group" ? [] : ownRow(principal, unit, asked) ?? []
    )
  );
  const known2 = new Set(own.map(({ address }) => address));
  return [...own, ...letIn(asked).filter(({ address }) => !known2.has(address))];
}
function assertAction(action) {
  if (actionId(action) === void 0) throw noSuchAction(action);
}
var noSuchAction = (action) => new Problem(`${action}: no such action. Write service:Action as in a policy, for example s3:GetObject.`);
function actionsNamed(action, [unit]) {
  const id = actionId(action);
  const ids = id !== void 0 ? [id] : unit && hasWildcard(action) ? [...members(expandAction(action, unit))] : [];
  if (ids.length === 0) throw noSuchAction(action);
  return ids;
}
function ownRow(principal, unit, { units, ids, isMany, resource }) {
  const permissions = permissionsOfPrincipal(principal, unit);
  const question = { principal: principal.holder.address, ...resource !== void 0 && { resource } };
  const grants = ids.flatMap((id) => {
    if (awsOwned(actionName(id), resource ?? "")) return [];
    const found = grantsOf(permissions, actionName(id)).find(
      ({ statement }) => resource === void 0 || reaches(statement, resource)
    );
    const { outcome } = found && resource !== void 0 ? decide(units, principal, { ...question, action: found.name }) : NOT_ASKED;
    return found && outcome !== "explicit deny" ? [{ grant: found, outcome }] : [];
  });
  const isFree = ({ grant, outcome }) => isSure(grant, permissions, principal) && (outcome === void 0 || outcome === "allowed");
  const best = grants.find(isFree) ?? grants[0];
  if (!best) return void 0;
  return {
    holder: nameOf(principal),
    address: principal.holder.address,
    answer: isFree(best) ? "yes" : "maybe",
    on: reachOfGrant(best.grant).replaceAll("`", ""),
    conditions: [...best.grant.conditionKeys],
    ...isMany && { actions: grants.length },
    span: best.grant.action.span
  };
}
var NOT_ASKED = { outcome: void 0 };
function isSure(grant, { conditionalDenies, unit }, { unknownBoundary }) {
  if (grant.conditionKeys.size > 0 || grant.reach === "unknown" || unknownBoundary) return false;
  if (grant.statement.effect.value.includes(UNKNOWN)) return false;
  const id = actionId(grant.name);
  return !conditionalDenies.some((deny) => hasBit(statementActions(deny, unit), id));
}
function letIn({ units, ids, isMany, resource }) {
  const trust = units.flatMap(
    (unit) => principalsOf(unit).all.flatMap((role) => role.trust.map((node) => ({ node, nodes: unit.nodes })))
  );
  return [...resourcePoliciesIn(units), ...trust].flatMap(({ node, nodes }) => {
    const unit = units.find((one) => one.nodes === nodes);
    const { statements } = node.document;
    const denies = statements.filter(isDeny);
    return statements.filter(isAllow).flatMap((statement) => {
      const allowed = statementActions(statement, unit);
      const some = ids.filter((id) => hasBit(allowed, id));
      if (some.length === 0 || resource !== void 0 && !reaches(statement, resource)) return [];
      const on = statement.resources.map(({ value }) => value).find((value) => !/^\*+$/.test(value));
      const isFree = statement.conditions.length === 0 && denies.length === 0;
      return statement.principals.map(
        (named) => ({
          ...whoIs(named, units),
          answer: isFree && !named.value.value.includes(UNKNOWN) ? "yes" : "maybe",
          on: on ?? node.holders[0]?.name ?? node.holders[0]?.address ?? node.anchor,
          conditions: keysOf(statement),
          ...isMany && { actions: some.length },
          span: named.value.span
        })
      );
    });
  });
}
var keysOf = ({ conditions }) => [...new Set(conditions.map(keyOf))];
function whoIs(named, units) {
  const { value } = named.value;
  if (isAnyone(named)) return { holder: "anyone", address: "*" };
  const declared = units.flatMap((unit) => principalsOf(unit).all).find(
    ({ holder: { kind, name, address } }) => value === address || name !== void 0 && reachesName(value, kind, name)
  );
  return declared ? { holder: nameOf(declared), address: declared.holder.address } : { holder: value, address: value };
}

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
  assertAction(action);
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
