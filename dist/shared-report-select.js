import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  SEVERITIES
} from "./shared-core-finding.js";

// src/report/select.ts
function groupsOf(report) {
  const sorted = worstFirst(report.findings);
  return {
    fresh: sorted.filter((finding) => !finding.suppression && finding.state === "new"),
    existing: sorted.filter((finding) => !finding.suppression && finding.state === "existing"),
    suppressed: sorted.filter((finding) => finding.suppression)
  };
}
var WEIGHT = Object.fromEntries(SEVERITIES.map((severity, index) => [severity, index]));
function worstFirst(findings) {
  return [...findings].sort(
    (a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || Number(b.blocking) - Number(a.blocking) || compare(a.location.uri, b.location.uri) || a.location.region.startLine - b.location.region.startLine || a.location.region.startColumn - b.location.region.startColumn || compare(a.ruleId, b.ruleId)
  );
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function groupBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
function countBySeverity(findings) {
  const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0]));
  for (const finding of findings) counts[finding.severity]++;
  return counts;
}
function plural(count, one, many = `${one}s`) {
  return `${number(count)} ${count === 1 ? one : many}`;
}
function actionsText(change, arrow) {
  const { actionsBefore, actionsAfter, addedByLevel } = change;
  if (actionsBefore !== actionsAfter) return `${number(actionsBefore)} ${arrow} ${plural(actionsAfter, "action")}`;
  if (actionsAfter === 0) return "more may use it";
  const others = Object.values(addedByLevel).some((count) => count > 0);
  return `${plural(actionsAfter, "action")}, ${others ? "as many as before" : "within fewer limits"}`;
}
function witnessText({ principal, action, resource, context, before }) {
  const given = Object.entries(context).map(([key, values]) => `${key}=${values.join(",")}`);
  const when = given.length > 0 ? ` with \`${given.join(" ")}\`` : "";
  return `${principal} may now \`${action}\` on \`${resource}\`${when}; before: ${before}`;
}
function openFirst({ permissionChanges, findings }) {
  const lines = (isSuppressed) => new Set(
    findings.filter(({ suppression }) => suppression !== void 0 === isSuppressed).map(({ location: { uri, region } }) => `${uri}:${region.startLine}`)
  );
  const [accepted, open] = [lines(true), lines(false)];
  const isAccepted = ({ location }) => {
    const places = location ? linesOf(location).map((line) => `${location.uri}:${line}`) : [];
    return places.some((place) => accepted.has(place)) && !places.some((place) => open.has(place));
  };
  return [...permissionChanges.filter((one) => !isAccepted(one)), ...permissionChanges.filter(isAccepted)];
}
function linesOf({ region: { startLine, endLine } }) {
  return Array.from({ length: Math.min(endLine - startLine + 1, 1e3) }, (_, index) => startLine + index);
}
function number(count) {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
function bytes(count) {
  if (count < 1e3) return `${count} B`;
  if (count < 1e6) return `${(count / 1e3).toFixed(1)} kB`;
  return `${(count / 1e6).toFixed(1)} MB`;
}
function duration(milliseconds) {
  if (milliseconds < 1e3) return `${(milliseconds / 1e3).toFixed(2)} s`;
  if (milliseconds < 6e4) return `${(milliseconds / 1e3).toFixed(1)} s`;
  return `${Math.floor(milliseconds / 6e4)} min ${Math.floor(milliseconds % 6e4 / 1e3)} s`;
}
var SEVERITY_MARK = {
  critical: "\u{1F534}",
  high: "\u{1F7E0}",
  medium: "\u{1F7E1}",
  low: "\u{1F535}",
  note: "\u26AA"
};
var VERDICT_MARK = { pass: "\u2705", block: "\u26D4", broken: "\u26A0\uFE0F" };
var VERDICT_WORD = {
  pass: "passed",
  block: "blocked",
  broken: "broken"
};
function rulesFound({ rules, findings }) {
  const found = new Set(findings.map(({ ruleId }) => ruleId));
  return rules.filter(({ id }) => found.has(id));
}
function rulesById(report) {
  return new Map(report.rules.map((rule) => [rule.id, rule]));
}
function titleOf(rules, finding) {
  return rules.get(finding.ruleId)?.title ?? finding.ruleId;
}
function scopeText(report) {
  const { scope, files, bytes: size, milliseconds } = report.stats;
  return `${scope}: ${plural(files, "file")}, ${bytes(size)}, ${duration(milliseconds)}`;
}
var NOTIFICATION_WEIGHT = { error: 0, warning: 1, note: 2 };
function notificationsWorstFirst(report) {
  return [...report.notifications].sort((a, b) => NOTIFICATION_WEIGHT[a.level] - NOTIFICATION_WEIGHT[b.level]);
}
function* mapped(items, make) {
  for (const item of items) yield make(item);
}

export {
  groupsOf,
  worstFirst,
  groupBy,
  countBySeverity,
  plural,
  actionsText,
  witnessText,
  openFirst,
  number,
  SEVERITY_MARK,
  VERDICT_MARK,
  VERDICT_WORD,
  rulesFound,
  rulesById,
  titleOf,
  scopeText,
  notificationsWorstFirst,
  mapped
};
