import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);

// src/core/finding.ts
var SEVERITIES = ["critical", "high", "medium", "low", "note"];
var CONFIDENCES = ["high", "medium", "low"];
var LEVEL_OF = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
  note: "note"
};
function atLeast(severity, threshold) {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}
function steppedDown(severity) {
  return SEVERITIES[Math.min(SEVERITIES.indexOf(severity) + 1, SEVERITIES.length - 1)];
}
function sureAs(confidence, threshold) {
  return CONFIDENCES.indexOf(confidence) <= CONFIDENCES.indexOf(threshold);
}

// src/core/source.ts
var MESSAGE = /^(?:commit message of ([0-9a-f]{40,64})|tag message of (\S+))$/;
function commitMessageUri(id) {
  return `commit message of ${id}`;
}
function tagMessageUri(name) {
  return `tag message of ${name}`;
}
function messageOwner(uri) {
  const [, commit, tag] = MESSAGE.exec(uri) ?? [];
  if (commit !== void 0) return { commit };
  return tag === void 0 ? void 0 : { tag };
}
function isAccountPlace(uri) {
  return uri.startsWith("arn:");
}
function lineStarts(text) {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
function regionOf(starts, start, end) {
  const from = lineAt(starts, start);
  const to = lineAt(starts, Math.max(start, end));
  return {
    startLine: from + 1,
    startColumn: start - starts[from] + 1,
    endLine: to + 1,
    endColumn: Math.max(start, end) - starts[to] + 1
  };
}
function inWholeFile({ gaps = [] }, place) {
  const before = gaps.filter(({ at }) => at <= place.offset);
  const lines = before.reduce((sum, gap) => sum + gap.lines, 0);
  const { region } = place;
  return {
    region: { ...region, startLine: region.startLine + lines, endLine: region.endLine + lines },
    offset: before.reduce((sum, gap) => sum + gap.characters, place.offset)
  };
}
function lineAt(starts, offset) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
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

// src/core/text.ts
var UNKNOWN = "\uE000";
function wholeText(source) {
  return literalText(source.text, { uri: source.uri, start: 0, end: source.text.length });
}
function literalText(value, span) {
  return { value, runs: [{ at: 0, length: value.length, uri: span.uri, start: span.start, end: span.end }] };
}
function unknownText({ uri, start, end }, reference) {
  return {
    value: UNKNOWN,
    runs: [{ at: 0, length: 1, uri, start, end, ...reference !== void 0 && { reference } }]
  };
}
function unknownName({ value, runs }, from = 0, to = value.length) {
  if (!value.slice(from, to).includes(UNKNOWN)) return void 0;
  return runs.find(({ at, length, reference }) => reference !== void 0 && at < to && at + length > from)?.reference;
}
function concatTexts(parts) {
  if (parts.length === 1) return parts[0];
  const runs = [];
  const values = [];
  let at = 0;
  for (const part of parts) {
    for (const run of part.runs) if (run.length > 0) runs.push(at === 0 ? run : { ...run, at: run.at + at });
    values.push(part.value);
    at += part.value.length;
  }
  if (runs.length === 0 && parts[0]) runs.push(...parts[0].runs);
  return { value: values.join(""), runs };
}
function sliceText(text, start, end = text.value.length) {
  const runs = [];
  for (let index = runIndexAt(text.runs, start); index < text.runs.length; index++) {
    const run = text.runs[index];
    if (run.at >= end && runs.length > 0) break;
    const from = Math.max(start, run.at);
    const to = Math.min(end, run.at + run.length);
    if (to < from) break;
    const exact = run.end - run.start === run.length;
    runs.push({
      at: from - start,
      length: to - from,
      uri: run.uri,
      start: exact ? run.start + (from - run.at) : run.start,
      end: exact ? run.start + (to - run.at) : run.end,
      ...run.reference !== void 0 && { reference: run.reference }
    });
    if (to === end) break;
  }
  return { value: text.value.slice(start, end), runs };
}
function locate(text, start, end) {
  const first = text.runs[runIndexAt(text.runs, start)];
  if (!first) return { uri: "", start: 0, end: 0 };
  let last = first;
  for (let index = runIndexAt(text.runs, start) + 1; index < text.runs.length; index++) {
    const run = text.runs[index];
    if (run.at >= end) break;
    if (run.uri === first.uri && run.end >= last.end) last = run;
  }
  const from = isExact(first) ? first.start + Math.min(start - first.at, first.length) : first.start;
  const to = isExact(last) ? last.start + Math.min(Math.max(end - last.at, 0), last.length) : last.end;
  return { uri: first.uri, start: from, end: Math.max(from, to) };
}
function runIndexAt(runs, offset) {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if (runs[middle].at <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, 0);
}
function isExact(run) {
  return run.end - run.start === run.length;
}

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

export {
  SEVERITIES,
  CONFIDENCES,
  LEVEL_OF,
  atLeast,
  steppedDown,
  sureAs,
  commitMessageUri,
  tagMessageUri,
  messageOwner,
  isAccountPlace,
  lineStarts,
  regionOf,
  inWholeFile,
  UNKNOWN,
  wholeText,
  literalText,
  unknownText,
  unknownName,
  concatTexts,
  sliceText,
  locate,
  groupsOf,
  worstFirst,
  groupBy,
  countBySeverity,
  plural,
  actionsText,
  openFirst,
  number,
  SEVERITY_MARK,
  VERDICT_MARK,
  VERDICT_WORD,
  rulesById,
  titleOf,
  scopeText,
  notificationsWorstFirst,
  mapped,
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
  clip
};
