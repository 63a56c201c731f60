import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
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
  clip
};
