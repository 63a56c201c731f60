import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  SEVERITIES
} from "./shared-core-finding.js";
import {
  UNKNOWN
} from "./shared-core-text.js";

// src/report/escape.ts
var TREACHEROUS = /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\ue000]/gu;
function visible(text) {
  return text.replace(TREACHEROUS, nameOf);
}
function visibleLines(text) {
  return text.split(/\r?\n/).map((line) => visible(line.replaceAll("	", "  "))).join("\n");
}
function nameOf(character) {
  if (character === UNKNOWN) return "<unknown>";
  const code = character.codePointAt(0);
  if (code < 32) return String.fromCharCode(9216 + code);
  if (code === 127) return "\u2421";
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}
function neutraliseCommands(text) {
  return text.replace(/^([^\S\n]*)::/gm, "$1\u200B::").replaceAll("##[", "##\u200B[");
}
function jsonText(document, indent) {
  return JSON.stringify(document, null, indent).replaceAll("##[", "##\\u005b").replace(TREACHEROUS_IN_JSON, unicodeEscape);
}
var LONG_LIST = "\0 the long list";
var PART = 1 << 16;
function* jsonParts(document, indent, list) {
  const text = jsonText(document, indent);
  const mark = JSON.stringify(LONG_LIST);
  const at = text.indexOf(mark);
  const margin = /^ */.exec(text.slice(text.lastIndexOf("\n", at) + 1, at))[0];
  const [outer, inner] = indent === 0 ? ["", ""] : [`
${margin}`, `
${margin}${" ".repeat(indent)}`];
  let part = `${text.slice(0, at)}[`;
  let separator = "";
  for (const item of list) {
    const written = jsonText(item, indent);
    part += `${separator}${inner}${indent === 0 ? written : written.replaceAll("\n", inner)}`;
    separator = ",";
    if (part.length < PART) continue;
    yield part;
    part = "";
  }
  yield `${part}${separator === "" ? "" : outer}]${text.slice(at + mark.length)}
`;
}
var TREACHEROUS_IN_JSON = /[\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
function unicodeEscape(character) {
  return character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function partsOf(message) {
  return message.split(/(`[^`\n]+`)/).filter((part) => part !== "").map((part) => {
    const code = part.length > 2 && part.startsWith("`") && part.endsWith("`");
    return { code, text: code ? part.slice(1, -1) : part };
  });
}
function markdownText(text) {
  return visible(text).replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&").replace(/^(\s*)([-+=])/, "$1\\$2").replace(/^(\s*\d+)([.)])/, "$1\\$2").replaceAll("://", "\\://").replace(/\bwww\./gi, "$&\u200B").replaceAll("$", "&#36;").replaceAll("@", "@\u200B");
}
function markdownCode(text) {
  const shown = visible(text);
  if (shown.trim() === "") return "` `";
  const fence = "`".repeat(longestRun(shown, "`") + 1);
  const padding = fence.length > 1 || shown.startsWith(" ") || shown.endsWith(" ") ? " " : "";
  return `${fence}${padding}${shown}${padding}${fence}`;
}
function markdownMessage(message) {
  return partsOf(message.trim().replace(/\s*[\r\n]\s*/g, " ")).map((part) => part.code ? markdownCode(part.text) : markdownText(part.text)).join("");
}
function markdownBlock(lines, language = "") {
  const shown = lines.map((line) => neutraliseCommands(visible(line.replaceAll("	", "    "))));
  const fence = "`".repeat(Math.max(3, longestRun(shown.join("\n"), "`") + 1));
  return `${fence}${language}
${shown.join("\n")}
${fence}`;
}
var HTML_ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
function htmlText(text) {
  return visible(text).replace(/[&<>"']/g, (character) => HTML_ENTITIES[character]);
}
function htmlMessage(message) {
  return message.split(/\r?\n/).map(
    (line) => partsOf(line).map((part) => part.code ? `<code>${htmlText(part.text)}</code>` : htmlText(part.text)).join("")
  ).join("<br>");
}
function encodePath(path) {
  return path.replace(new RegExp("\\p{Cs}", "gu"), "\uFFFD").split("/").map((segment) => encodeURIComponent(segment).replace(/[!'()*]/g, percent)).join("/");
}
function percent(character) {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
function longestRun(text, character) {
  let longest = 0;
  let run = 0;
  for (const at of text) {
    run = at === character ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}
var LONGEST_MESSAGE = 4e3;
function clip(text, length) {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, "")}\u2026`;
}

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

// src/run/tool.ts
var TOOL = {
  name: "Keylatch",
  version: true ? "1.0.0" : "0.0.0-dev",
  informationUri: "https://github.com/keylatch/keylatch"
};

export {
  visible,
  visibleLines,
  neutraliseCommands,
  jsonText,
  LONG_LIST,
  jsonParts,
  markdownText,
  markdownCode,
  markdownMessage,
  markdownBlock,
  htmlText,
  htmlMessage,
  encodePath,
  LONGEST_MESSAGE,
  clip,
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
  mapped,
  TOOL
};
