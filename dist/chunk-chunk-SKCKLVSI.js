import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);

// src/core/finding.ts
var SEVERITIES = ["critical", "high", "medium", "low", "note"];
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

// src/report/select.ts
function pilesOf(report) {
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

// src/run/tool.ts
var TOOL = {
  name: "Keylatch",
  version: true ? "1.0.0" : "0.0.0-dev",
  informationUri: "https://github.com/keylatch/keylatch"
};

// src/core/text.ts
var UNKNOWN = "\uE000";
function wholeText(source) {
  return literalText(source.text, { uri: source.uri, start: 0, end: source.text.length });
}
function literalText(value, span) {
  return { value, runs: [{ at: 0, length: value.length, uri: span.uri, start: span.start, end: span.end }] };
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
      end: exact ? run.start + (to - run.at) : run.end
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

// src/report/width.ts
var ZERO = new RegExp("^(?:\\p{Mn}|\\p{Me}|[\\u200b-\\u200d]|\\u2060|[\\ufe00-\\ufe0f])$", "u");
var WIDE = [
  [4352, 4447],
  [8986, 8987],
  [9193, 9196],
  [11904, 12350],
  [12353, 13311],
  [13312, 19903],
  [19968, 42191],
  [43360, 43388],
  [44032, 55203],
  [63744, 64255],
  [65072, 65135],
  [65280, 65376],
  [65504, 65510],
  [127744, 128591],
  [128640, 128767],
  [129280, 129791],
  [131072, 262141]
];
function characterWidth(character) {
  const code = character.codePointAt(0);
  if (code < 768) return 1;
  if (WIDE.some(([first, last]) => code >= first && code <= last)) return 2;
  return ZERO.test(character) ? 0 : 1;
}
function displayWidth(text) {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}
function clipToWidth(text, width) {
  if (displayWidth(text) <= width) return text;
  let kept = "";
  let room = width - 1;
  for (const character of text) {
    room -= characterWidth(character);
    if (room < 0) break;
    kept += character;
  }
  return `${kept}\u2026`;
}
var GLUE = "\uF8FF";
function wrap(text, width) {
  return text.split("\n").flatMap((line) => line.startsWith("    ") ? [line] : wrapLine(line, width));
}
function wrapLine(text, width) {
  const lead = /^ */.exec(text)[0];
  if (lead !== "") return wrapLine(text.slice(lead.length), width - lead.length).map((line2) => lead + line2);
  const glued = text.replace(/`[^`]+`/g, (code) => code.length < width ? code.replaceAll(" ", GLUE) : code);
  const lines = [];
  let line = "";
  let room = width;
  for (const word of glued.split(" ")) {
    const wide = displayWidth(word);
    if (line !== "" && wide + 1 > room) {
      lines.push(line);
      line = word;
      room = width - wide;
    } else {
      room -= wide + (line === "" ? 0 : 1);
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines.map((each) => each.replaceAll(GLUE, " "));
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
function markdownCode(text, cell = false) {
  const shown = visible(text);
  if (shown.trim() === "") return "` `";
  const fence = "`".repeat(longestRun(shown, "`") + 1);
  const padding = fence.length > 1 || shown.startsWith(" ") || shown.endsWith(" ") ? " " : "";
  const content = cell ? shown.replaceAll("|", "\\|") : shown;
  return `${fence}${padding}${content}${padding}${fence}`;
}
function markdownMessage(message, cell = false) {
  return partsOf(message.trim().replace(/\s*[\r\n]\s*/g, " ")).map((part) => part.code ? markdownCode(part.text, cell) : markdownText(part.text)).join("");
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
  LEVEL_OF,
  atLeast,
  UNKNOWN,
  wholeText,
  literalText,
  concatTexts,
  sliceText,
  locate,
  visible,
  visibleLines,
  neutraliseCommands,
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
  pilesOf,
  worstFirst,
  groupBy,
  countBySeverity,
  plural,
  number,
  VERDICT_WORD,
  rulesById,
  titleOf,
  scopeText,
  notificationsWorstFirst,
  mapped,
  characterWidth,
  displayWidth,
  clipToWidth,
  wrap,
  TOOL
};
