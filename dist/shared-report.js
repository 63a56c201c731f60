import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  LONGEST_MESSAGE,
  LONG_LIST,
  SEVERITY_MARK,
  VERDICT_MARK,
  VERDICT_WORD,
  actionsText,
  clip,
  countBySeverity,
  encodePath,
  groupBy,
  groupsOf,
  htmlMessage,
  htmlText,
  jsonParts,
  jsonText,
  mapped,
  markdownBlock,
  markdownCode,
  markdownMessage,
  markdownText,
  neutraliseCommands,
  notificationsWorstFirst,
  number,
  openFirst,
  plural,
  rulesById,
  rulesFound,
  scopeText,
  titleOf,
  visible,
  visibleLines,
  witnessText,
  worstFirst
} from "./shared-run-tool.js";
import {
  CONFIDENCES,
  LEVEL_OF,
  SEVERITIES
} from "./shared-core-finding.js";
import {
  isAccountPlace,
  messageOwner
} from "./shared-core-source.js";

// src/report/place.ts
function messageCommit(uri) {
  const owner = messageOwner(uri);
  return owner && "commit" in owner ? owner.commit : void 0;
}
function isFile(uri) {
  return uri !== "<stdin>" && messageOwner(uri) === void 0 && !isAccountPlace(uri);
}
function hasHeadLine(finding) {
  return finding.atHead && isFile(finding.location.uri) && finding.location.region.startLine > 0;
}
function shortCommit(commit) {
  return visible(commit.slice(0, 7));
}
function placeText(location) {
  const { uri, region } = location;
  if (!region || region.startLine < 1 || isAccountPlace(uri)) return visible(uri);
  if (messageOwner(uri)) return `${visible(uri)}, line ${region.startLine}`;
  return `${visible(uri)}:${region.startLine}:${region.startColumn}`;
}
function placeInHistory(location) {
  if (!location.commit || !isFile(location.uri)) return placeText(location);
  return `${placeText(location)} in commit ${shortCommit(location.commit)}`;
}
function linkTo(merged, place) {
  const { report, uri } = ofOne(merged, place.uri);
  const location = { ...place, uri };
  const home = repositoryLink(report);
  if (home === void 0) return void 0;
  const { commit, unpublished } = report.repository;
  const owner = messageOwner(location.uri);
  if (owner) {
    return "commit" in owner ? `${home}/commit/${owner.commit}` : `${home}/releases/tag/${encodePath(owner.tag)}`;
  }
  if (!isFile(location.uri)) return void 0;
  if (!location.commit && unpublished?.includes(location.uri)) return void 0;
  const query = /\.(md|markdown|rst|adoc|ipynb|svg)$/i.test(location.uri) ? "?plain=1" : "";
  return `${home}/blob/${encodeURIComponent(location.commit ?? commit)}/${encodePath(location.uri)}${query}${lines(location.region)}`;
}
function lines({ startLine, endLine }) {
  if (startLine < 1) return "";
  return endLine > startLine ? `#L${startLine}-L${endLine}` : `#L${startLine}`;
}
function ofOne(report, uri) {
  const repository = report.repositories?.find(({ slug }) => uri.startsWith(`${slug}/`));
  return repository ? { report: { ...report, repository }, uri: uri.slice(repository.slug.length + 1) } : { report, uri };
}
function repositoryLink({ repository }) {
  if (!repository?.slug) return void 0;
  return `${repository.serverUrl.replace(/\/+$/, "")}/${encodePath(repository.slug)}`;
}
function commitLink(report, commit) {
  const home = repositoryLink(report);
  return home && `${home}/commit/${encodeURIComponent(commit)}`;
}
function ruleLink(report, ruleId) {
  return `${report.tool.informationUri.replace(/[#?].*$/, "").replace(/\/+$/, "")}/blob/main/docs/rules/${encodePath(ruleId)}.md`;
}

// src/report/fix.ts
function fixPreviews(finding) {
  const byFile = groupBy(finding.fix ?? [], (edit) => edit.uri);
  return [...byFile].flatMap(([uri, edits]) => {
    const inSnippet = uri === finding.location.uri && edits.every((edit) => isInSnippet(finding, edit));
    return inSnippet ? [changedLines(finding, uri, edits)] : edits.map(insertedLines);
  });
}
function isInSnippet({ snippet }, { region }) {
  if (snippet.startColumn !== void 0) return false;
  return region.startLine >= snippet.startLine && region.endLine < snippet.startLine + snippet.lines.length;
}
function changedLines({ snippet }, uri, edits) {
  const startLine = Math.min(...edits.map((edit) => edit.region.startLine));
  const endLine = Math.max(...edits.map((edit) => edit.region.endLine));
  const before = snippet.lines.slice(startLine - snippet.startLine, endLine - snippet.startLine + 1).map((line) => line.replace(/\r$/, ""));
  const starts = before.map((_, index) => before.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0));
  const offsetOf = (line, column) => starts[line - startLine] + Math.min(column - 1, before[line - startLine].length);
  let text = before.join("\n");
  const fromEnd = [...edits].sort(
    (a, b) => b.region.startLine - a.region.startLine || b.region.startColumn - a.region.startColumn
  );
  for (const { region, text: replacement } of fromEnd) {
    const start = offsetOf(region.startLine, region.startColumn);
    text = text.slice(0, start) + replacement + text.slice(offsetOf(region.endLine, region.endColumn));
  }
  const after = text.split("\n").filter((line, _, all) => all.length > 1 || line.trim() !== "");
  return withoutCommon({ uri, startLine, before, after });
}
function withoutCommon({ uri, startLine, before, after }) {
  const most = Math.min(before.length, after.length);
  let above = 0;
  while (above < most && before[above] === after[above]) above++;
  let below = 0;
  while (below < most - above && before.at(-1 - below) === after.at(-1 - below)) below++;
  return {
    uri,
    startLine: startLine + above,
    before: before.slice(above, before.length - below),
    after: after.slice(above, after.length - below)
  };
}
function insertedLines(edit) {
  return { uri: edit.uri, startLine: edit.region.startLine, before: [], after: edit.text.split("\n") };
}

// src/report/advice.ts
var ROTATE = "Rotate it: revoke this credential and issue a new one.";
function historyAdvice(finding) {
  const where3 = historyOf(finding);
  if (!finding.secret) {
    return finding.atHead ? void 0 : { lead: "The head no longer holds it.", detail: `The history does: ${where3}.` };
  }
  const owner = messageOwner(finding.location.uri);
  if (owner) {
    const whose = "commit" in owner ? where3 : `the tag ${visible(owner.tag)}`;
    return { lead: ROTATE, detail: `It stands in the message of ${whose}; a later commit cannot take it back.` };
  }
  if (!finding.atHead) {
    const detail = `The line is gone from the head, but deleting it is not enough: it still stands in the history, in ${where3}.`;
    return { lead: ROTATE, detail };
  }
  const stays = isFile(finding.location.uri) && where3 ? `it stays in the history, in ${where3}` : NOT_YET_KNOWN;
  return { lead: ROTATE, detail: `Deleting the line is not enough: ${stays}.` };
}
function historyAdviceText(finding) {
  const advice = historyAdvice(finding);
  return advice ? `${advice.lead} ${advice.detail}` : "";
}
var NOT_YET_KNOWN = "once pushed, it stays in the history and in every clone";
function historyOf(finding) {
  const commits = commitsOf(finding);
  if (commits.length === 0) return "";
  if (commits.length === 1) return `commit ${shortCommit(commits[0])}`;
  const named = commits.slice(0, commits.length > 4 ? 3 : 4).map(shortCommit);
  const more = commits.length - named.length;
  const last = more > 0 ? `${more} more` : named.pop();
  return `commits ${named.join(", ")} and ${last}`;
}
function commitsOf(finding) {
  if (finding.commits.length > 0) return finding.commits;
  const only = messageCommit(finding.location.uri) ?? finding.location.commit;
  return only ? [only] : [];
}

// src/report/advice-blocks.ts
var FENCED = /^```(\w*)\n([\s\S]*?)\n```$/gm;
function blocksOf(advice) {
  const blocks = [];
  let at = 0;
  const text = (end) => {
    const prose = advice.slice(at, end).trim();
    if (prose !== "") blocks.push({ kind: "text", text: prose });
  };
  for (const match of advice.matchAll(FENCED)) {
    text(match.index);
    blocks.push({ kind: "code", language: match[1], lines: match[2].split("\n") });
    at = match.index + match[0].length;
  }
  text(advice.length);
  return blocks;
}
function plainAdvice(advice) {
  return blocksOf(advice).map((block2) => block2.kind === "text" ? block2.text : block2.lines.map((line) => `    ${line}`).join("\n")).join("\n");
}
function htmlAdvice(advice) {
  return blocksOf(advice).map((block2) => {
    if (block2.kind === "text") return htmlMessage(block2.text);
    return `<pre tabindex="0"><code>${block2.lines.map(htmlText).join("\n")}</code></pre>`;
  }).join("\n");
}
function markdownAdvice(advice, lead, indent) {
  const [first, ...rest] = blocksOf(advice);
  const head = first?.kind === "text" ? [`${lead} ${markdownMessage(first.text)}`] : [lead, ...first ? [shown(first)] : []];
  return [...head, ...rest.map(shown)].map((block2) => block2.replace(/^(?=.)/gm, indent)).join("\n\n");
}
function shown(block2) {
  return block2.kind === "text" ? markdownMessage(block2.text) : markdownBlock(block2.lines, block2.language);
}

// src/report/annotations.ts
var ANNOTATIONS_PER_LEVEL = 10;
var COMMAND = { error: "error", warning: "warning", note: "notice" };
var LONGEST_TITLE = 200;
function renderAnnotations(report, options = {}) {
  const findings = options.findings === false ? [] : findingAnnotations(report);
  return withinLimits([...verdictAnnotation(report), ...findings, ...notificationAnnotations(report)]).map(commandOf);
}
function annotationsText(report, options) {
  return renderAnnotations(report, options).map((line) => `${line}
`).join("");
}
function findingAnnotations(report) {
  const rules = rulesById(report);
  return groupsOf(report).fresh.map((finding) => findingAnnotation(finding, titleOf(rules, finding)));
}
function verdictAnnotation(report) {
  if (report.verdict !== "broken") return [];
  return [{ level: "error", title: "Keylatch could not finish the scan", message: report.reason }];
}
function findingAnnotation(finding, title) {
  const { uri, region } = finding.location;
  const history = finding.atHead && isFile(uri) ? "" : `Found in ${placeInHistory(finding.location)}${alsoIn(finding)}.`;
  const annotation = {
    level: LEVEL_OF[finding.severity],
    title: title === finding.ruleId ? title : `${title} (${finding.ruleId})`,
    message: [finding.message, history, historyAdviceText(finding), `Fix: ${plainAdvice(finding.remediation)}`].filter(Boolean).join("\n")
  };
  if (!isFile(uri)) return annotation;
  if (!hasHeadLine(finding)) return { ...annotation, uri };
  const placed = { ...annotation, uri, line: region.startLine, endLine: Math.max(region.startLine, region.endLine) };
  if (placed.endLine > placed.line) return placed;
  return { ...placed, column: region.startColumn, endColumn: Math.max(region.startColumn, region.endColumn) };
}
function alsoIn(finding) {
  return finding.commits.length > 1 ? ` (${historyOf(finding)})` : "";
}
function notificationAnnotations(report) {
  const sorted = notificationsWorstFirst(report);
  const heavy = sorted.filter((notification) => notification.level !== "note");
  const notes = groupBy(
    sorted.filter((notification) => notification.level === "note"),
    (notification) => notification.id
  );
  return [...heavy.map(notificationAnnotation), ...[...notes.values()].map(noteAnnotation)];
}
function notificationAnnotation({ level, id, message: message2, location }) {
  const annotation = { level, title: `Keylatch: ${id}`, message: message2 };
  if (!location || !isFile(location.uri)) return annotation;
  const line = location.region?.startLine;
  return line ? { ...annotation, uri: location.uri, line, endLine: line } : { ...annotation, uri: location.uri };
}
function noteAnnotation(notes) {
  const first = notes[0];
  if (notes.length === 1) return notificationAnnotation(first);
  const others = plural(notes.length - 1, "more note");
  return {
    level: "note",
    title: `Keylatch: ${first.id}`,
    message: `${first.message}
And ${others} of this kind; the job summary lists them.`
  };
}
function withinLimits(all) {
  const levels = ["error", "warning", "note"];
  const byLevel = levels.map((level) => all.filter((annotation) => annotation.level === level));
  const leftOut2 = byLevel.reduce((sum, { length: length2 }) => sum + Math.max(0, length2 - ANNOTATIONS_PER_LEVEL), 0);
  if (leftOut2 === 0) return byLevel.flat();
  const [errors, warnings, notes] = byLevel;
  const shownNotes = notes.slice(0, ANNOTATIONS_PER_LEVEL - 1);
  const shown2 = [errors.slice(0, ANNOTATIONS_PER_LEVEL), warnings.slice(0, ANNOTATIONS_PER_LEVEL), shownNotes].flat();
  return [...shown2, leftOutAnnotation(all.length - shown2.length)];
}
function leftOutAnnotation(count) {
  return {
    level: "note",
    title: `Keylatch: ${plural(count, "more annotation")} left out`,
    message: `GitHub shows ${ANNOTATIONS_PER_LEVEL} errors, warnings and notices a step; ${plural(count, "more is", "more are")} not shown here, these are the worst. The job summary and the report file have more.`
  };
}
function commandOf(annotation) {
  const properties = {
    title: clip(visible(annotation.title), LONGEST_TITLE),
    file: annotation.uri === void 0 ? void 0 : visible(annotation.uri),
    line: annotation.line,
    endLine: annotation.endLine,
    col: annotation.column,
    endColumn: annotation.endColumn
  };
  const set = Object.entries(properties).filter(([, value]) => value);
  const text = set.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(",");
  return `::${COMMAND[annotation.level]} ${text}::${escapeData(clip(visibleLines(annotation.message), LONGEST_MESSAGE))}`;
}
function escapeData(text) {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapeProperty(text) {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

// src/report/gitlab.ts
var SEVERITY = {
  critical: "blocker",
  high: "critical",
  medium: "major",
  low: "minor",
  note: "info"
};
function renderGitlab(report) {
  const open = worstFirst(report.findings).filter(({ suppression }) => !suppression);
  const issues = [...report.verdict === "broken" ? [brokenIssue(report)] : [], ...open.map(issueOf)];
  return `${jsonText(issues, 2)}
`;
}
function brokenIssue({ reason }) {
  return {
    type: "issue",
    description: `Keylatch could not finish the scan: ${clip(visibleLines(reason), LONGEST_MESSAGE)}`,
    check_name: "keylatch/broken",
    fingerprint: "b".repeat(32),
    severity: SEVERITY.critical,
    location: { path: ".keylatch.yml", lines: { begin: 1 } }
  };
}
function issueOf(finding) {
  const { uri, region } = finding.location;
  const elsewhere = finding.atHead && isFile(uri) ? "" : ` (${placeInHistory(finding.location)})`;
  return {
    type: "issue",
    description: [clip(visibleLines(finding.message), LONGEST_MESSAGE) + elsewhere, historyAdviceText(finding)].filter(Boolean).join(" "),
    check_name: finding.ruleId,
    fingerprint: finding.fingerprint,
    severity: SEVERITY[finding.severity],
    location: { path: uri, lines: { begin: Math.max(1, region.startLine) } }
  };
}

// src/report/html/html.ts
import { createHash } from "node:crypto";

// src/report/html/anchors.ts
var Anchors = class {
  #given = /* @__PURE__ */ new Map();
  /** A name made of what it stands for: letters, digits and hyphens; with a number where it has been given before. */
  take(wanted) {
    const name = anchorOf(wanted);
    const before = this.#given.get(name) ?? 0;
    this.#given.set(name, before + 1);
    return before === 0 ? name : `${name}-${before + 1}`;
  }
  has(wanted) {
    return this.#given.has(anchorOf(wanted));
  }
};
function anchorOf(text) {
  return text.replace(/[^A-Za-z0-9]+/g, "-");
}

// src/report/confidence.ts
function confidenceFacts({ confidence, confidenceReason }) {
  if (confidence === "high") return [];
  return [`${confidence} confidence${confidenceReason === void 0 ? "" : `: ${confidenceReason}`}`];
}
function thresholdText({ failOn, failOnConfidence }) {
  if (failOn === "never") return "nothing blocks";
  return `blocks from ${failOn} up${failOnConfidence === "medium" ? "" : `, at ${failOnConfidence} confidence or surer`}`;
}

// src/report/html/head.ts
function titleOf2(report) {
  return htmlText([...slugOf(report), `${VERDICT_WORD[report.verdict]} \xB7 Keylatch`].join(": "));
}
function header(report) {
  const verdict = VERDICT_WORD[report.verdict];
  const [slug] = slugOf(report);
  const home = repositoryLink(report);
  const heading2 = slug === void 0 ? capital(verdict) : `${report.repository ? link(home, slug) : htmlText(slug)}: ${verdict}`;
  return `<header class="verdict ${report.verdict}">
<p class="product">${product(report)}</p>
<h1>${heading2}</h1>
<p>${htmlMessage(report.reason)}</p>
<dl class="facts">${facts(report).join("")}</dl></header>`;
}
function footer(report) {
  return `<footer>${product(report)} \xB7 ${thresholdText(report)}</footer>`;
}
function facts(report) {
  const { branch, commit, base } = report.repository ?? {};
  return [
    ...repositories(report),
    ...branch ? [fact("Branch", `<code>${htmlText(branch)}</code>`)] : [],
    ...commit ? [fact("Commit", link(commitLink(report, commit), shortCommit(commit)))] : [],
    ...base ? [fact("Compared with", link(commitLink(report, base), shortCommit(base)))] : [],
    ...report.date ? [fact("Date", `<time datetime="${htmlText(report.date)}">${htmlText(report.date)}</time>`)] : [],
    fact("Scanned", htmlText(scopeText(report)))
  ];
}
function fact(name, html) {
  return `<div><dt>${name}</dt><dd>${html}</dd></div>`;
}
function product({ tool }) {
  return `<a href="${htmlText(tool.informationUri)}">${htmlText(tool.name)}</a> ${htmlText(visible(tool.version))}`;
}
function slugOf({ repository, repositories: repositories2 }) {
  if (repository?.slug) return [repository.slug];
  return repositories2 && repositories2.length > 0 ? [plural(repositories2.length, "repository", "repositories")] : [];
}
var MOST_NAMED = 30;
function repositories(report) {
  const all = report.repositories ?? [];
  if (all.length === 0) return [];
  const links = all.slice(0, MOST_NAMED).map((repository) => link(repositoryLink({ ...report, repository }), repository.slug));
  const left = all.length - links.length;
  return [fact("Of", [...links, ...left > 0 ? [`and ${number(left)} more`] : []].join(", "))];
}
function link(href, text) {
  return href ? `<a href="${htmlText(href)}">${htmlText(text)}</a>` : htmlText(text);
}
function capital(word) {
  return word.replace(/^./, (first) => first.toUpperCase());
}

// src/report/escalation-path.ts
var MOST_STEPS = 12;
var LONGEST_STEP = 160;
function pathOf({ properties }) {
  const { path } = properties;
  if (!Array.isArray(path) || path.length < 2) return void 0;
  return path.slice(0, MOST_STEPS).map((step) => clip(step, LONGEST_STEP));
}
function mermaidGraph(steps) {
  const nodes = steps.map((step, at) => `  n${at}["${mermaidText(step)}"]`);
  const edges = steps.slice(1).map((_, at) => `  n${at} --> n${at + 1}`);
  return `\`\`\`mermaid
flowchart LR
${[...nodes, ...edges].join("\n")}
\`\`\`

`;
}
function mermaidText(text) {
  if (text.trim() === "") return "\u2026";
  return visible(text).replace(/[^\p{L}\p{N} ,./:()+*=?_-]/gu, (character) => `#${character.codePointAt(0)};`);
}

// node_modules/get-east-asian-width/lookup-data.js
var ambiguousMinimalCodePoint = 161;
var ambiguousMaximumCodePoint = 1114109;
var ambiguousRanges = [161, 161, 164, 164, 167, 168, 170, 170, 173, 174, 176, 180, 182, 186, 188, 191, 198, 198, 208, 208, 215, 216, 222, 225, 230, 230, 232, 234, 236, 237, 240, 240, 242, 243, 247, 250, 252, 252, 254, 254, 257, 257, 273, 273, 275, 275, 283, 283, 294, 295, 299, 299, 305, 307, 312, 312, 319, 322, 324, 324, 328, 331, 333, 333, 338, 339, 358, 359, 363, 363, 462, 462, 464, 464, 466, 466, 468, 468, 470, 470, 472, 472, 474, 474, 476, 476, 593, 593, 609, 609, 708, 708, 711, 711, 713, 715, 717, 717, 720, 720, 728, 731, 733, 733, 735, 735, 768, 879, 913, 929, 931, 937, 945, 961, 963, 969, 1025, 1025, 1040, 1103, 1105, 1105, 8208, 8208, 8211, 8214, 8216, 8217, 8220, 8221, 8224, 8226, 8228, 8231, 8240, 8240, 8242, 8243, 8245, 8245, 8251, 8251, 8254, 8254, 8308, 8308, 8319, 8319, 8321, 8324, 8364, 8364, 8451, 8451, 8453, 8453, 8457, 8457, 8467, 8467, 8470, 8470, 8481, 8482, 8486, 8486, 8491, 8491, 8531, 8532, 8539, 8542, 8544, 8555, 8560, 8569, 8585, 8585, 8592, 8601, 8632, 8633, 8658, 8658, 8660, 8660, 8679, 8679, 8704, 8704, 8706, 8707, 8711, 8712, 8715, 8715, 8719, 8719, 8721, 8721, 8725, 8725, 8730, 8730, 8733, 8736, 8739, 8739, 8741, 8741, 8743, 8748, 8750, 8750, 8756, 8759, 8764, 8765, 8776, 8776, 8780, 8780, 8786, 8786, 8800, 8801, 8804, 8807, 8810, 8811, 8814, 8815, 8834, 8835, 8838, 8839, 8853, 8853, 8857, 8857, 8869, 8869, 8895, 8895, 8978, 8978, 9312, 9449, 9451, 9547, 9552, 9587, 9600, 9615, 9618, 9621, 9632, 9633, 9635, 9641, 9650, 9651, 9654, 9655, 9660, 9661, 9664, 9665, 9670, 9672, 9675, 9675, 9678, 9681, 9698, 9701, 9711, 9711, 9733, 9734, 9737, 9737, 9742, 9743, 9756, 9756, 9758, 9758, 9792, 9792, 9794, 9794, 9824, 9825, 9827, 9829, 9831, 9834, 9836, 9837, 9839, 9839, 9886, 9887, 9919, 9919, 9926, 9933, 9935, 9939, 9941, 9953, 9955, 9955, 9960, 9961, 9963, 9969, 9972, 9972, 9974, 9977, 9979, 9980, 9982, 9983, 10045, 10045, 10102, 10111, 11094, 11097, 12872, 12879, 57344, 63743, 65024, 65039, 65533, 65533, 127232, 127242, 127248, 127277, 127280, 127337, 127344, 127373, 127375, 127376, 127387, 127404, 917760, 917999, 983040, 1048573, 1048576, 1114109];
var fullwidthMinimalCodePoint = 12288;
var fullwidthMaximumCodePoint = 65510;
var fullwidthRanges = [12288, 12288, 65281, 65376, 65504, 65510];
var wideMinimalCodePoint = 4352;
var wideMaximumCodePoint = 262141;
var wideRanges = [4352, 4447, 8986, 8987, 9001, 9002, 9193, 9196, 9200, 9200, 9203, 9203, 9725, 9726, 9748, 9749, 9776, 9783, 9800, 9811, 9855, 9855, 9866, 9871, 9875, 9875, 9889, 9889, 9898, 9899, 9917, 9918, 9924, 9925, 9934, 9934, 9940, 9940, 9962, 9962, 9970, 9971, 9973, 9973, 9978, 9978, 9981, 9981, 9989, 9989, 9994, 9995, 10024, 10024, 10060, 10060, 10062, 10062, 10067, 10069, 10071, 10071, 10133, 10135, 10160, 10160, 10175, 10175, 11035, 11036, 11088, 11088, 11093, 11093, 11904, 11929, 11931, 12019, 12032, 12245, 12272, 12287, 12289, 12350, 12353, 12438, 12441, 12543, 12549, 12591, 12593, 12686, 12688, 12773, 12783, 12830, 12832, 12871, 12880, 42124, 42128, 42182, 43360, 43388, 44032, 55203, 63744, 64255, 65040, 65049, 65072, 65106, 65108, 65126, 65128, 65131, 94176, 94180, 94192, 94198, 94208, 101594, 101631, 101664, 101760, 101874, 101888, 102801, 102816, 102866, 110576, 110579, 110581, 110587, 110589, 110590, 110592, 110888, 110898, 110898, 110928, 110930, 110933, 110933, 110948, 110952, 110960, 111355, 119552, 119638, 119648, 119670, 126980, 126980, 127183, 127183, 127374, 127374, 127377, 127386, 127406, 127406, 127488, 127490, 127504, 127547, 127552, 127560, 127568, 127569, 127584, 127589, 127744, 127776, 127789, 127797, 127799, 127868, 127870, 127891, 127904, 127946, 127951, 127955, 127968, 127984, 127988, 127988, 127992, 128062, 128064, 128064, 128066, 128252, 128255, 128317, 128331, 128334, 128336, 128359, 128378, 128378, 128405, 128406, 128420, 128420, 128507, 128591, 128640, 128709, 128716, 128716, 128720, 128722, 128725, 128729, 128732, 128735, 128747, 128748, 128756, 128764, 128986, 128986, 128992, 129003, 129008, 129008, 129292, 129338, 129340, 129349, 129351, 129535, 129648, 129660, 129664, 129734, 129736, 129736, 129740, 129757, 129759, 129771, 129775, 129786, 131072, 196605, 196608, 262141];

// node_modules/get-east-asian-width/utilities.js
var isInRange = (ranges, codePoint) => {
  let low = 0;
  let high = Math.floor(ranges.length / 2) - 1;
  while (low <= high) {
    const mid = Math.floor((low + high) / 2);
    const i = mid * 2;
    if (codePoint < ranges[i]) {
      high = mid - 1;
    } else if (codePoint > ranges[i + 1]) {
      low = mid + 1;
    } else {
      return true;
    }
  }
  return false;
};

// node_modules/get-east-asian-width/lookup.js
var commonCjkCodePoint = 19968;
var [wideFastPathStart, wideFastPathEnd] = /* @__PURE__ */ findWideFastPathRange(wideRanges);
function findWideFastPathRange(ranges) {
  let fastPathStart = ranges[0];
  let fastPathEnd = ranges[1];
  for (let index = 0; index < ranges.length; index += 2) {
    const start = ranges[index];
    const end = ranges[index + 1];
    if (commonCjkCodePoint >= start && commonCjkCodePoint <= end) {
      return [start, end];
    }
    if (end - start > fastPathEnd - fastPathStart) {
      fastPathStart = start;
      fastPathEnd = end;
    }
  }
  return [fastPathStart, fastPathEnd];
}
var isAmbiguous = (codePoint) => {
  if (codePoint < ambiguousMinimalCodePoint || codePoint > ambiguousMaximumCodePoint) {
    return false;
  }
  return isInRange(ambiguousRanges, codePoint);
};
var isFullwidth = (codePoint) => {
  if (codePoint < fullwidthMinimalCodePoint || codePoint > fullwidthMaximumCodePoint) {
    return false;
  }
  return isInRange(fullwidthRanges, codePoint);
};
var isWide = (codePoint) => {
  if (codePoint >= wideFastPathStart && codePoint <= wideFastPathEnd) {
    return true;
  }
  if (codePoint < wideMinimalCodePoint || codePoint > wideMaximumCodePoint) {
    return false;
  }
  return isInRange(wideRanges, codePoint);
};

// node_modules/get-east-asian-width/index.js
function validate(codePoint) {
  if (!Number.isSafeInteger(codePoint)) {
    throw new TypeError(`Expected a code point, got \`${typeof codePoint}\`.`);
  }
}
function eastAsianWidth(codePoint, { ambiguousAsWide = false } = {}) {
  validate(codePoint);
  if (isFullwidth(codePoint) || isWide(codePoint) || ambiguousAsWide && isAmbiguous(codePoint)) {
    return 2;
  }
  return 1;
}

// src/report/width.ts
var ZERO = new RegExp("^(?:\\p{Mn}|\\p{Me}|[\\u200b-\\u200d]|\\u2060|[\\ufe00-\\ufe0f])$", "u");
function characterWidth(character) {
  const code = character.codePointAt(0);
  if (code < 768) return 1;
  return ZERO.test(character) ? 0 : eastAsianWidth(code);
}
function displayWidth(text) {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width2 = 0;
  for (const character of text) width2 += characterWidth(character);
  return width2;
}
function clipToWidth(text, width2) {
  if (displayWidth(text) <= width2) return text;
  let kept = "";
  let room = width2 - 1;
  for (const character of text) {
    room -= characterWidth(character);
    if (room < 0) break;
    kept += character;
  }
  return `${kept}\u2026`;
}
var GLUE = "\uF8FF";
function wrap(text, width2) {
  return text.split("\n").flatMap((line) => line.startsWith("    ") ? [line] : wrapLine(line, width2));
}
function wrapLine(text, width2) {
  const lead = /^ */.exec(text)[0];
  if (lead !== "") return wrapLine(text.slice(lead.length), width2 - lead.length).map((line2) => lead + line2);
  const glued = text.replace(/`[^`]+`/g, (code) => code.replaceAll(" ", GLUE));
  const lines2 = [];
  let line = "";
  let room = width2;
  for (const word of glued.split(" ")) {
    const wide = displayWidth(word);
    if (line !== "" && wide + 1 > room) {
      lines2.push(line);
      line = word;
      room = width2 - wide;
    } else {
      room -= wide + (line === "" ? 0 : 1);
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  lines2.push(line);
  return lines2.map((each) => each.replaceAll(GLUE, " "));
}

// src/report/snippet.ts
var TAB = 4;
var CONTEXT = 2;
var MOST_MARKED = 6;
var HEAD_OF_MARKED = 4;
function excerptOf(finding, room) {
  const { snippet } = finding;
  const region = regionIn(finding, finding.location.region);
  const lines2 = [];
  let skipped = 0;
  for (const index of shownIndexes(snippet, region)) {
    const number2 = snippet.startLine + index;
    const marked = number2 >= region.startLine && number2 <= region.endLine;
    const deep = number2 - region.startLine >= HEAD_OF_MARKED && number2 < region.endLine;
    if (marked && deep && region.endLine - region.startLine + 1 > MOST_MARKED) {
      skipped++;
      continue;
    }
    if (skipped > 0) lines2.push({ kind: "gap", count: skipped });
    skipped = 0;
    const text = lineOf(finding, number2);
    const span = marked ? spanIn(text, number2, region) : { from: 0, to: 0 };
    lines2.push({ kind: "line", number: number2, marked, ...drawLine(text, span.from, span.to, room) });
  }
  return lines2;
}
function lineOf({ snippet, location }, number2) {
  const line = snippet.lines[number2 - snippet.startLine].replace(/\r$/, "");
  return snippet.startColumn !== void 0 && number2 === location.region.startLine ? `\u2026${line}` : line;
}
function regionIn(finding, region) {
  const ellipsis = finding.snippet.startColumn === void 0 ? 0 : 1;
  const { startLine } = finding.location.region;
  const shift2 = (line) => line === startLine ? cutBefore(finding) - ellipsis : 0;
  return {
    ...region,
    startColumn: region.startColumn - shift2(region.startLine),
    endColumn: region.endColumn - shift2(region.endLine)
  };
}
function cutBefore({ snippet }) {
  return (snippet.startColumn ?? 1) - 1;
}
function shownIndexes(snippet, region) {
  const isMarked = (index) => snippet.startLine + index >= region.startLine && snippet.startLine + index <= region.endLine;
  const first = Math.max(0, region.startLine - CONTEXT - snippet.startLine);
  const last = Math.min(snippet.lines.length - 1, region.endLine + CONTEXT - snippet.startLine);
  const near = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  if (!near.some(isMarked)) return [];
  const isBlank = (index) => index !== void 0 && !isMarked(index) && snippet.lines[index].trim() === "";
  while (isBlank(near[0])) near.shift();
  while (isBlank(near.at(-1))) near.pop();
  return near;
}
function spanIn(text, number2, region) {
  const indent = text.length - text.trimStart().length;
  const from = Math.min(number2 === region.startLine ? region.startColumn - 1 : indent, text.length);
  const to = Math.min(number2 === region.endLine ? region.endColumn - 1 : text.length, text.length);
  return { from, to: Math.max(to, Math.min(from + 1, text.length)) };
}
function drawLine(line, from, to, room) {
  const first = line.length > room * 8 ? Math.max(0, from - room * 4) : 0;
  const last = line.length > room * 8 ? Math.min(line.length, Math.min(to, from + room) + room * 4) : line.length;
  const cells = cellsOf(line.slice(first, last), first);
  const total = cells.reduce((sum, { width: width2 }) => sum + width2, 0);
  if (total <= room && first === 0 && last === line.length) return assemble(cells, from, to, "", "");
  const before = widthUpTo(cells, from);
  const span = Math.min(widthUpTo(cells, to) - before, room - 2);
  const start = first === 0 && before + span < room ? 0 : Math.max(0, before - Math.floor((room - span) / 2));
  const cutLeft = first > 0 || start > 0;
  const kept = cellsWithin(cells, start, room - (cutLeft ? 1 : 0) - 1);
  const cutRight = last < line.length || kept.at(-1) !== cells.at(-1);
  return assemble(kept, from, to, cutLeft ? "\u2026" : "", cutRight ? "\u2026" : "");
}
function cellsOf(text, offset) {
  const cells = [];
  let column = 0;
  let at = offset;
  for (const character of text) {
    const shown2 = character === "	" ? " ".repeat(TAB - column % TAB) : visible(character);
    const width2 = shown2.length === character.length && shown2 === character ? characterWidth(shown2) : shown2.length;
    cells.push({ shown: shown2, width: width2, at });
    column += width2;
    at += character.length;
  }
  return cells;
}
function widthUpTo(cells, offset) {
  let width2 = 0;
  for (const cell of cells) {
    if (cell.at >= offset) break;
    width2 += cell.width;
  }
  return width2;
}
function cellsWithin(cells, start, room) {
  const kept = [];
  let column = 0;
  let used = 0;
  for (const cell of cells) {
    if (column >= start) {
      if (used + cell.width > room) break;
      kept.push(cell);
      used += cell.width;
    }
    column += cell.width;
  }
  return kept;
}
function assemble(cells, from, to, left, right) {
  const before = cells.filter((cell) => cell.at < from);
  const under = cells.filter((cell) => cell.at >= from && cell.at < to);
  const start = left.length + length(before);
  return {
    text: left + cells.map((cell) => cell.shown).join("") + right,
    from: start,
    to: start + length(under),
    caretAt: left.length + width(before),
    carets: width(under)
  };
}
var length = (cells) => cells.reduce((sum, { shown: shown2 }) => sum + shown2.length, 0);
var width = (cells) => cells.reduce((sum, cell) => sum + cell.width, 0);
var LONGEST_LINE = 1e3;
var MOST_LINES = 100;
function clippedSnippet(finding) {
  const { snippet } = finding;
  if (snippet.lines.length <= MOST_LINES && snippet.lines.every((line) => line.length <= LONGEST_LINE)) return snippet;
  const { startLine, startColumn } = finding.location.region;
  const offset = startColumn - 1 - cutBefore(finding);
  const lines2 = snippet.lines.slice(0, MOST_LINES).map((line, index) => clipAround(line, snippet.startLine + index === startLine ? offset : 0));
  return { ...snippet, lines: lines2 };
}
function clipAround(line, offset) {
  if (line.length <= LONGEST_LINE) return line;
  const start = Math.max(0, Math.min(offset - LONGEST_LINE / 4, line.length - LONGEST_LINE));
  const end = start + LONGEST_LINE;
  const part = line.slice(start, end).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "");
  return `${start > 0 ? "\u2026" : ""}${part}${end < line.length ? "\u2026" : ""}`;
}

// src/report/html/escalation.ts
var WIDTH = 320;
var LINE = 18;
var PADDING = 10;
var GAP = 26;
var ROOM = 40;
var MOST_LINES2 = 4;
function escalationDrawing(steps, id) {
  const boxes = [];
  let top = 1;
  for (const [at, step] of steps.entries()) {
    const lines2 = wrapped(visible(step));
    const height = lines2.length * LINE + PADDING * 2 - 4;
    if (at > 0) boxes.push(arrow(top - GAP));
    boxes.push(box(lines2, top, height, at === steps.length - 1 ? "end" : at === 0 ? "start" : "step"));
    top += height + GAP;
  }
  const bottom = top - GAP + 1;
  const told = steps.map((step) => visible(step)).join(", then ");
  return `<svg class="path" width="${WIDTH}" height="${bottom}" viewBox="0 0 ${WIDTH} ${bottom}" role="img" aria-labelledby="${id}"><title id="${id}">The way to more power: ${htmlText(told)}</title>${boxes.join("")}</svg>
`;
}
function box(lines2, top, height, kind) {
  const texts = lines2.map(
    (line, at) => `<text x="${WIDTH / 2}" y="${top + PADDING + LINE * at + 11}" text-anchor="middle">${htmlText(line)}</text>`
  );
  return `<g class="${kind}"><rect x="1" y="${top}" width="${WIDTH - 2}" height="${height}" rx="6"></rect>${texts.join("")}</g>`;
}
function arrow(top) {
  const middle = WIDTH / 2;
  const tip = top + GAP - 3;
  return `<path class="arrow" d="M${middle} ${top + 3}V${tip}M${middle - 5} ${tip - 6}L${middle} ${tip}L${middle + 5} ${tip - 6}"></path>`;
}
function wrapped(text) {
  const lines2 = [""];
  for (const word of text.split(/\s+/).flatMap(chunks)) {
    const last = lines2.at(-1);
    if (last === "") lines2[lines2.length - 1] = word;
    else if (last.length + 1 + word.length <= ROOM) lines2[lines2.length - 1] = `${last} ${word}`;
    else lines2.push(word);
  }
  if (lines2.length <= MOST_LINES2) return lines2;
  return [...lines2.slice(0, MOST_LINES2 - 1), `${lines2[MOST_LINES2 - 1].slice(0, ROOM - 1)}\u2026`];
}
function chunks(word) {
  const letters = [...word];
  return Array.from(
    { length: Math.ceil(letters.length / ROOM) },
    (_, at) => letters.slice(at * ROOM, (at + 1) * ROOM).join("")
  );
}

// src/report/html/history.ts
var MOST_COMMITS = 20;
function historyRow(merged, finding) {
  const { report } = ofOne(merged, finding.location.uri);
  if (!finding.secret || finding.location.uri === "<stdin>") return [];
  const commits = commitsOf(finding);
  const items = commits.slice(0, MOST_COMMITS).map((commit, at) => `<li>${commitText(report, commit, at === 0)}</li>`);
  const left = commits.length - items.length;
  const more = left > 0 ? [`<li>and ${number(left)} more commits</li>`] : [];
  const end = isFile(finding.location.uri) ? [`<li>${finding.atHead ? "It is in the file to this day." : "It is gone from the head of the branch."}</li>`] : [];
  const list2 = `<ol class="history">${[...items, ...more, ...end].join("")}</ol>`;
  return [`${commits.length === 0 ? UNKNOWN : list2}<p>${whoSees(report, commits.length > 0)}</p>`];
}
var UNKNOWN = "<p>Only files were scanned. <code>keylatch scan --history</code> tells the commits.</p>";
function commitText(report, commit, isFirst) {
  const link2 = commitLink(report, commit);
  const name = link2 ? `<a href="${htmlText(link2)}">${shortCommit(commit)}</a>` : `<code>${shortCommit(commit)}</code>`;
  return `${isFirst ? "Brought in" : "Brought in again"} by commit ${name}`;
}
function whoSees(report, inHistory) {
  const readers = report.repository?.slug ? `whoever can read ${htmlText(report.repository.slug)}` : "whoever can read the repository";
  if (!inHistory) return `Once it is pushed, ${readers} can see it, and so can every clone and fork.`;
  return `Still seen by ${readers}, by every clone and fork that has these commits, and on GitHub by their ids, also after a force push.`;
}

// src/report/html/finding.ts
var LINE_ROOM = 200;
var MOST_RELATED = 10;
function article(report, rule, finding, anchors) {
  const anchor = anchors.take(`finding-${finding.fingerprint}`);
  const advice = historyAdvice(finding);
  const path = pathOf(finding);
  const { severity, ruleId, location } = finding;
  return `<article class="finding ${severity}" id="${anchor}" data-severity="${severity}" data-path="${htmlText(location.uri)}" data-rule="${htmlText(ruleId)}" aria-labelledby="${anchor}-title">
<h4 id="${anchor}-title"><span class="badge ${severity}">${severity}</span> ${placeLink(report, location)} <a class="anchor" href="#${anchor}" aria-label="Link to this finding">#</a></h4>
<p class="of"><a href="#${anchorOf(`rule-${ruleId}`)}">${htmlMessage(rule?.title ?? ruleId)}</a></p>
${facts2(finding)}<p>${htmlMessage(clip(finding.message, LONGEST_MESSAGE))}</p>
${source(finding)}${path ? escalationDrawing(path, `${anchor}-path`) : ""}${advice ? `<p class="advice"><strong>${htmlText(advice.lead)}</strong> ${htmlText(advice.detail)}</p>
` : ""}<dl>${rowsOf(report, rule, finding).join("")}</dl>
${fixPreviews(finding).map(diff).join("")}</article>`;
}
function facts2(finding) {
  const told = [
    ...finding.blocking ? ["<strong>blocks</strong>"] : [],
    ...finding.atHead || !isFile(finding.location.uri) ? [] : ["not at the head"],
    ...confidenceFacts(finding).map(htmlMessage)
  ];
  return told.length === 0 ? "" : `<p class="meta">${told.join(" \xB7 ")}</p>
`;
}
function rowsOf(report, rule, finding) {
  return [
    ...finding.remediation === rule?.remediation ? [] : [row("Fix", htmlAdvice(finding.remediation))],
    ...relatedRows(report, finding),
    ...historyRow(report, finding).map((html) => row("History", html)),
    finding.suppression ? row("Silenced", suppressionText(finding)) : row("Allow", `<code>fingerprint: ${htmlText(finding.fingerprint)}</code>`)
  ];
}
function placeLink(report, location) {
  const link2 = linkTo(report, location);
  const text = htmlText(placeInHistory(location));
  return link2 ? `<a href="${htmlText(link2)}">${text}</a>` : text;
}
function source(finding) {
  const lines2 = excerptOf(finding, LINE_ROOM);
  if (lines2.length === 0) return "";
  const digits = String(finding.location.region.endLine + 2).length;
  const label = `Lines of ${placeInHistory(finding.location)}`;
  return `${block(label, lines2.map((line) => sourceLine(line, digits)).join(""))}
`;
}
function block(label, html) {
  return `<pre tabindex="0" role="group" aria-label="${htmlText(label)}">${html}</pre>`;
}
function sourceLine(line, digits) {
  if (line.kind === "gap") return `<span><b>${" ".repeat(digits)} \u22EE ${line.count} more lines</b></span>`;
  const { text, from, to } = line;
  const code = line.marked ? `${htmlText(text.slice(0, from))}<mark>${htmlText(text.slice(from, to))}</mark>${htmlText(text.slice(to))}` : htmlText(text);
  return `<span${line.marked ? ' class="hit"' : ""}><b>${String(line.number).padStart(digits)}  </b>${code}</span>`;
}
function diff(preview) {
  const rows = [
    ...preview.before.map((line) => `<span class="del">- ${htmlText(line.replaceAll("	", "    "))}</span>`),
    ...preview.after.map((line) => `<span class="add">+ ${htmlText(line.replaceAll("	", "    "))}</span>`)
  ];
  return `${block("Suggested change", rows.join(""))}
`;
}
function relatedRows(report, finding) {
  const shown2 = finding.relatedLocations.slice(0, MOST_RELATED);
  const left = finding.relatedLocations.length - shown2.length;
  return [
    ...shown2.map((related) => row("Also", `${placeLink(report, related)} ${htmlMessage(related.message)}`)),
    ...left > 0 ? [row("Also", `and ${number(left)} more places`)] : []
  ];
}
function suppressionText({ suppression }) {
  const { mechanism, justification } = suppression;
  return `by <code>${htmlText(mechanism)}</code>: ${justification === "" ? "no reason given" : htmlMessage(justification)}`;
}
function row(label, html) {
  return `<dt>${label}</dt><dd>${html}</dd>`;
}

// src/report/html/list.ts
function findingList(report, findings, limit, anchors) {
  const rules = rulesById(report);
  const shown2 = findings.slice(0, limit);
  const groups = [...groupBy(shown2, (finding) => finding.ruleId)].map(([id, group]) => {
    const rule = rules.get(id);
    const known = ruleAnchor(id);
    const isExplained = anchors.has(known);
    const anchor = anchors.take(known);
    const title = rule?.title ?? id;
    const articles = group.map((finding) => article(report, rule, finding, anchors));
    const body = [
      `<div class="group" data-rule="${htmlText(id)}">`,
      `<h3 id="${anchor}">${htmlMessage(title)} <span class="count">${number(group.length)}</span></h3>`,
      isExplained ? `<p class="meta"><a href="#${known}">Why it matters, and how to fix it</a></p>` : explanation(report, id, rule),
      ...articles,
      "</div>"
    ];
    return { body: body.join("\n"), anchor, title, count: group.length };
  });
  const left = findings.length - shown2.length;
  return {
    body: `<div class="list">
${[...groups.map(({ body }) => body), ...leftOut(left)].join("\n")}
</div>`,
    entries: groups.map(({ anchor, title, count }) => ({ anchor, title, count }))
  };
}
function ruleAnchor(id) {
  return anchorOf(`rule-${id}`);
}
var MOST_ENTRIES = 40;
function ruleEntries(entries) {
  const items = entries.slice(0, MOST_ENTRIES).map(
    ({ anchor, title, count }) => `<li><a href="#${anchor}">${htmlMessage(title)}</a> <span class="count">${number(count)}</span></li>`
  );
  const left = entries.length - MOST_ENTRIES;
  return `<ul>${[...items, ...left > 0 ? [`<li>and ${plural(left, "more rule")}</li>`] : []].join("\n")}</ul>`;
}
function explanation(report, id, rule) {
  const links = [
    `<a href="${htmlText(ruleLink(report, id))}">${htmlText(id)}</a>`,
    ...(rule?.cwe ?? []).map(cweLink),
    ...(rule?.references ?? []).filter((url) => /^https:\/\/[^\s<>]+$/.test(url)).map(reference)
  ];
  const why = rule ? `<div class="why"><p><strong>Why it matters.</strong> ${htmlMessage(rule.description)}</p>
<div><strong>How to fix it.</strong> ${htmlAdvice(rule.remediation)}</div></div>
` : "";
  return `${why}<p class="meta">${links.join(" \xB7 ")}</p>`;
}
function cweLink(cwe) {
  const digits = /^CWE-(\d+)$/.exec(cwe)?.[1];
  return digits ? `<a href="https://cwe.mitre.org/data/definitions/${digits}.html">${cwe}</a>` : htmlText(cwe);
}
function reference(url) {
  return `<a href="${htmlText(url)}">${htmlText(new URL(url).hostname)}</a>`;
}
function leftOut(count) {
  if (count <= 0) return [];
  return [
    `<p><strong>${plural(count, "more finding is", "more findings are")} left out of this page</strong>; the worst are shown. The JSON and SARIF reports have all.</p>`
  ];
}

// src/report/html/principal.ts
function principalCards(report, changes, most) {
  const shown2 = changes.slice(0, most);
  const largest = Math.max(1, ...shown2.map(({ actionsBefore, actionsAfter }) => Math.max(actionsBefore, actionsAfter)));
  const left = changes.length - shown2.length;
  return [
    ...shown2.map((change) => card(report, change, largest)),
    ...left > 0 ? [`<p>and ${plural(left, "more principal")}</p>`] : []
  ].join("\n");
}
function card(report, change, largest) {
  const { holder, location, actionsBefore, actionsAfter, addedByLevel, details } = change;
  const link2 = location && linkTo(report, location);
  const place = location ? htmlText(placeText(location)) : "";
  const where3 = link2 ? `<a href="${htmlText(link2)}">${place}</a>` : place;
  const levels = Object.entries(addedByLevel).filter(([, count]) => count > 0);
  return `<article class="principal">
<h3>${htmlText(holder)}</h3>
<p class="meta">${[where3, htmlText(actionsText(change, "\u2192"))].filter(Boolean).join(" \xB7 ")}</p>
${actionsBefore === actionsAfter ? "" : `<dl class="measure">${bar("Before", actionsBefore, largest)}${bar("After", actionsAfter, largest)}</dl>
`}${levels.length > 0 ? `<p>New: ${levels.map(([level, count]) => `<span class="level">${number(count)} ${htmlText(level)}</span>`).join(" ")}</p>
` : ""}<ul>${details.map((detail) => `<li>${htmlMessage(detail)}</li>`).join("")}</ul>
</article>`;
}
function bar(name, count, largest) {
  const width2 = count === 0 ? 0 : Math.max(1, Math.round(count / largest * 100));
  return `<div><dt>${name}</dt><dd><svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="100" height="4" class="all"></rect><rect width="${width2}" height="4" class="${name.toLowerCase()}"></rect></svg> ${plural(count, "action")}</dd></div>`;
}

// src/report/html/script.ts
var SCRIPT = String.raw`
'use strict';
(() => {
  const byId = (id) => document.getElementById(id)
  const tools = byId('tools')
  for (const details of document.querySelectorAll('details')) addEventListener('beforeprint', () => (details.open = true))
  const reveal = () => {
    const target = byId(location.hash.slice(1))
    if (!target) return
    if (tools && target.closest('[hidden]')) reset()
    for (let up = target; up; up = up.parentElement) if (up.tagName === 'DETAILS') up.open = true
    target.scrollIntoView()
  }
  addEventListener('hashchange', reveal)
  if (!tools) return reveal()

  const search = byId('search')
  const sort = byId('sort')
  const boxes = [...tools.querySelectorAll('input[type=checkbox]')]
  const order = boxes.map((box) => box.value)
  const lists = [...document.querySelectorAll('.list')].map((list) => ({
    list,
    rules: [...list.querySelectorAll('.group')],
    findings: [...list.querySelectorAll('.finding')].map((element) => ({
      element,
      home: element.parentElement,
      text: (element.textContent + ' ' + element.dataset.rule).toLowerCase(),
    })),
  }))
  const all = lists.flatMap(({ findings }) => findings)
  const links = [...document.querySelectorAll('nav a')].map((link) => [link.parentElement, byId(link.hash.slice(1))])
  /** Folds that a search has opened: they close with it. */
  const opened = new Set()
  const isShown = ({ element }) => !element.hidden

  function arrange() {
    const key = sort.value
    document.body.dataset.sort = key
    for (const { list, rules, findings } of lists) {
      for (const { element, home } of findings) home.append(element)
      for (const made of list.querySelectorAll('.made')) made.remove()
      for (const rule of rules) list.append(rule)
      if (key === 'rule') continue
      const groups = new Map()
      for (const { element } of findings) {
        const name = element.dataset[key]
        groups.set(name, [...(groups.get(name) ?? []), element])
      }
      const names = [...groups.keys()]
      names.sort(key === 'severity' ? (a, b) => order.indexOf(a) - order.indexOf(b) : undefined)
      list.prepend(...names.map((name) => groupOf(name, groups.get(name))))
    }
    filter()
  }

  function groupOf(name, elements) {
    const group = document.createElement('div')
    group.className = 'group made'
    const heading = document.createElement('h3')
    heading.textContent = name
    group.append(heading, ...elements)
    return group
  }

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean)
    const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value))
    for (const { element, text } of all) {
      element.hidden = !severities.has(element.dataset.severity) || !words.every((word) => text.includes(word))
    }
    for (const { list, rules, findings } of lists) {
      const shown = findings.filter(isShown)
      const wanted = new Set(shown.map(({ element }) => element.dataset.rule))
      for (const rule of rules) rule.hidden = !wanted.has(rule.dataset.rule)
      for (const made of list.querySelectorAll('.made')) made.hidden = !made.querySelector('.finding:not([hidden])')
      const part = list.closest('.part')
      part.hidden = shown.length === 0
      const fold = list.closest('details')
      if (fold && words.length > 0 && shown.length > 0 && !fold.open) {
        fold.open = true
        opened.add(fold)
      }
      if (fold && words.length === 0 && opened.delete(fold)) fold.open = false
    }
    for (const [item, target] of links) item.hidden = target !== null && target.closest('[hidden]') !== null
    const count = all.filter(isShown).length
    byId('status').textContent = 'Showing ' + count + ' of ' + all.length + (all.length === 1 ? ' finding' : ' findings')
    byId('none').hidden = count > 0
  }

  function reset() {
    search.value = ''
    for (const box of boxes) box.checked = true
    filter()
  }

  tools.addEventListener('submit', (event) => event.preventDefault())
  search.addEventListener('input', filter)
  sort.addEventListener('change', arrange)
  for (const box of boxes) box.addEventListener('change', filter)
  byId('reset').addEventListener('click', () => {
    reset()
    search.focus()
  })
  addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, select, textarea')
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault()
      search.focus()
    }
    if (event.key === 'Escape' && event.target === search) reset()
  })
  tools.hidden = false
  arrange()
  reveal()
})()
`;

// src/report/html/style.ts
var STYLE = `
:root{color-scheme:light dark;--page:#fff;--card:#fff;--ink:#1f2328;--faint:#59636e;--line:#d1d9e0;--code:#f6f8fa;
--critical:#a40e26;--high:#c21c28;--medium:#875a00;--low:#0860ca;--note:#59636e;--good:#1a7f37;--link:#0860ca;--mark:#ffdcd7;--add:#dafbe1;--del:#ffebe9}
@media(prefers-color-scheme:dark){:root{--page:#0d1117;--card:#151b23;--ink:#e6edf3;--faint:#9da7b1;--line:#3d444d;--code:#0b0f14;
--critical:#ff7b72;--high:#ff8680;--medium:#e3b341;--low:#6cb6ff;--note:#9da7b1;--good:#56d364;--link:#6cb6ff;--mark:#4a1714;--add:#12361f;--del:#4a1a1b}}
*{box-sizing:border-box}
[hidden]{display:none!important}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
body>header,body>footer,.columns{padding:0 max(1.25rem,calc(50vw - 39rem))}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem;overflow-wrap:anywhere}
h2{font-size:1.15rem;margin:2.25rem 0 .75rem}h3{font-size:1.02rem;margin:1.75rem 0 .5rem;overflow-wrap:anywhere}h4{font-size:.95rem;margin:0;overflow-wrap:anywhere}
a{color:var(--link)}p{margin:.5rem 0;overflow-wrap:anywhere}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
main:focus{outline:none}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--page);padding:.5rem;z-index:2}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.86em}
code{background:var(--code);border:1px solid var(--line);border-radius:4px;padding:.05em .3em;overflow-wrap:anywhere}
pre{background:var(--code);border:1px solid var(--line);border-radius:6px;margin:.75rem 0;padding:.6rem 0;overflow-x:auto;line-height:1.5;tab-size:4}
pre>code{display:block;border:0;padding:0 .9rem;background:none;font-size:1em}
pre span{display:block;padding:0 .9rem;white-space:pre;width:max-content;min-width:100%}
pre .hit{background:var(--mark)}pre .add{background:var(--add)}pre .del{background:var(--del)}
pre b{font-weight:400;color:var(--faint);user-select:none}pre .hit b{color:inherit}
pre mark{background:none;color:inherit;text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:4px;text-decoration-color:var(--high);font-weight:600}
.verdict{border-top:6px solid var(--good);padding-top:1.25rem!important}.verdict.block{border-color:var(--high)}.verdict.broken{border-color:var(--medium)}
.product{margin:0;color:var(--faint);font-size:.9rem}
.meta,.count{color:var(--faint);font-size:.9rem}.count{font-weight:400}
.facts{display:flex;flex-wrap:wrap;gap:.2rem 1.5rem;margin:.5rem 0 0;font-size:.9rem}.facts div{display:flex;gap:.4rem}.facts dt{font-weight:400;color:var(--faint)}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.3rem .9rem;margin:.75rem 0 0}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere;min-width:0}
ul,ol{padding-left:1.2rem;margin:.5rem 0}li{margin:.2rem 0;overflow-wrap:anywhere}
nav ul{list-style:none;padding:0;margin:0}nav ul ul{padding-left:.9rem;font-size:.92em}nav h2{margin-top:1.5rem}
@media(min-width:64rem){.columns{display:grid;grid-template-columns:17rem minmax(0,1fr);gap:0 2.5rem}
nav{position:sticky;top:0;max-height:100vh;overflow-y:auto;align-self:start;padding-bottom:1rem}}
main{min-width:0}
#tools{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1rem;margin-top:1.25rem;padding:.6rem 0;background:var(--page);border-bottom:1px solid var(--line)}
#tools p{margin:0}#tools .field{display:flex;align-items:center;gap:.4rem}
#tools input[type=search],#tools select,#tools button{font:inherit;color:inherit;background:var(--card);border:1px solid var(--faint);border-radius:6px;padding:.25rem .5rem}
#tools input[type=search]{width:15rem;max-width:100%}
#tools fieldset{display:flex;flex-wrap:wrap;gap:.4rem;margin:0;padding:0;border:0;min-width:0}#tools legend{position:absolute;left:-99rem}
#tools fieldset label{border:1px solid var(--line);border-radius:999px;padding:.1rem .7rem;cursor:pointer}
#tools fieldset label:has(input:not(:checked)){text-decoration:line-through}
#tools .n{font-weight:700}
.finding,.principal{background:var(--card);border:1px solid var(--line);border-left-width:4px;border-radius:8px;padding:.9rem 1.1rem;margin:.75rem 0;scroll-margin-top:9rem}
.finding{content-visibility:auto;contain-intrinsic-size:auto 20rem}
.principal h3{margin:0}
.finding:target{outline:2px solid var(--link);outline-offset:2px}
h2,h3{scroll-margin-top:9rem}
.badge{display:inline-block;border-radius:4px;padding:0 .45rem;font-size:.75rem;font-weight:700;text-transform:uppercase;letter-spacing:.03em;color:var(--page)}
.anchor{text-decoration:none;font-weight:400;padding:0 .35rem}
body:not([data-sort=path]):not([data-sort=severity]) .of{display:none}
.why{border-left:3px solid var(--line);padding-left:.9rem}
.advice{border-left:3px solid var(--high);padding-left:.75rem}
.history{padding-left:1.1rem;margin:0}
.measure{margin:.5rem 0}.measure>div{display:contents}.measure dt{font-weight:400;color:var(--faint)}
.bar{width:12rem;max-width:40vw;height:.6rem;margin-right:.4rem;vertical-align:baseline}
.bar .all{fill:var(--line)}.bar .before{fill:var(--faint)}.bar .after{fill:var(--high)}
.level{display:inline-block;border:1px solid var(--line);border-radius:999px;padding:0 .6rem;font-size:.9rem}
.path{display:block;max-width:100%;height:auto;margin:.75rem 0;font-size:13px}
.path rect{fill:var(--code);stroke:var(--line)}.path text{fill:var(--ink)}.path .start rect{stroke:var(--low)}.path .end rect{stroke:var(--high);stroke-width:2}.path .end text{font-weight:600}
.path .arrow{fill:none;stroke:var(--faint);stroke-width:1.5}
details>summary{cursor:pointer}details>summary h2{display:inline-block;margin-bottom:.5rem}
body>footer{margin-top:3rem;padding-bottom:3rem;color:var(--faint);font-size:.85rem}
${SEVERITIES.map((severity) => `.finding.${severity}{border-left-color:var(--${severity})}.badge.${severity}{background:var(--${severity})}`).join("\n")}
@media(max-width:40rem){#tools{position:static}#tools .field{width:100%}#tools input[type=search]{flex:1;width:auto;min-width:0}.finding,h2,h3{scroll-margin-top:1rem}
.finding dl{grid-template-columns:1fr;gap:0}.finding dd{margin-bottom:.5rem}}
@media print{#tools,nav,.skip,.anchor{display:none!important}.columns{display:block}.finding,.principal{break-inside:avoid;content-visibility:visible}h2,h3,h4{break-after:avoid}pre{white-space:pre-wrap;overflow:visible}pre span{white-space:pre-wrap;width:auto}body{font-size:12px}a{color:inherit}}
`;

// src/report/html/toolbar.ts
function toolbar(findings) {
  if (findings.length === 0) return "";
  const counts = countBySeverity(findings);
  const boxes = SEVERITIES.filter((severity) => counts[severity] > 0).map(
    (severity) => `<label><input type="checkbox" value="${severity}" checked> <span class="n">${number(counts[severity])}</span> ${severity}</label>`
  );
  return `<form id="tools" role="search" aria-label="Findings" hidden>
<label class="field">Search <input type="search" id="search" autocomplete="off" spellcheck="false" aria-keyshortcuts="/" placeholder="path, rule, words \u2026 press /"></label>
<label class="field">Sort <select id="sort"><option value="rule">by rule, worst first</option><option value="severity">by severity</option><option value="path">by file</option></select></label>
<fieldset><legend>Severity</legend>${boxes.join("")}</fieldset>
<p id="status" role="status"></p>
<p id="none" hidden>Nothing fits. <button type="button" id="reset">Show everything</button></p>
</form>`;
}

// src/report/html/html.ts
var LIMIT = 2e3;
var MOST_ITEMS = 500;
var POLICY = [
  "default-src 'none'",
  `style-src '${hashOf(STYLE)}'`,
  `script-src '${hashOf(SCRIPT)}'`,
  "base-uri 'none'",
  "form-action 'none'"
].join("; ");
function renderHtml(report, options = {}) {
  const parts = partsOf(report, options.limit ?? LIMIT);
  const page = [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${titleOf2(report)}</title>`,
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    '<a class="skip" href="#content">To the findings</a>',
    header(report),
    '<div class="columns">',
    contents(parts),
    '<main id="content" tabindex="-1">',
    toolbar(report.findings),
    ...parts.length === 0 ? ["<p>There is nothing to show.</p>"] : parts.map(section),
    "</main>",
    "</div>",
    footer(report),
    `<script>${SCRIPT}</script>`,
    "</body>",
    "</html>",
    ""
  ];
  return withoutCommands(page.filter((part, index) => part !== "" || index === page.length - 1).join("\n"));
}
function partsOf(report, limit) {
  const { fresh, existing, suppressed } = groupsOf(report);
  const anchors = new Anchors();
  const changes = openFirst(report);
  const list2 = (id, title, findings) => {
    const { body, entries } = findingList(report, findings, limit, anchors);
    return { id, title, count: findings.length, body, entries };
  };
  const items = (id, title, rows) => ({
    id,
    title,
    count: rows.length,
    body: itemList(rows)
  });
  const permitted = principalCards(report, changes, MOST_ITEMS);
  const parts = [
    { id: "permitted", title: "What this change newly permits", count: changes.length, body: permitted },
    list2("findings", fresh.length === report.findings.length ? "Findings" : "New findings", fresh),
    items("gate", "Changes to the gate itself", report.policyChanges.map(htmlMessage)),
    items("scan", "About the scan itself", notificationItems(report)),
    { ...list2("existing", "At the base already", existing), folded: true },
    { ...list2("suppressed", "Suppressed", suppressed), folded: true }
  ];
  return parts.filter(({ count }) => count > 0);
}
function section({ id, title, count, body, folded: folded2 }) {
  const heading2 = `<h2 id="${id}-title">${title} <span class="count">${number(count)}</span></h2>`;
  const open = `<section id="${id}" class="part" aria-labelledby="${id}-title">`;
  if (!folded2) return `${open}
${heading2}
${body}
</section>`;
  return `${open}
<details class="fold"><summary>${heading2}</summary>
${body}
</details>
</section>`;
}
function contents(parts) {
  if (parts.length === 0) return "";
  const items = parts.map(({ id, title, count, entries, folded: folded2 }) => {
    const rules = entries && !folded2 ? ruleEntries(entries) : "";
    return `<li><a href="#${id}">${title}</a> <span class="count">${number(count)}</span>${rules}</li>`;
  });
  return `<nav aria-label="Contents"><h2>Contents</h2><ul>
${items.join("\n")}
</ul></nav>`;
}
function itemList(items) {
  const left = items.length - MOST_ITEMS;
  const shown2 = items.slice(0, MOST_ITEMS).map((item2) => `<li>${item2}</li>`);
  return `<ul>${[...shown2, ...left > 0 ? [`<li>and ${plural(left, "more")}</li>`] : []].join("\n")}</ul>`;
}
function notificationItems(report) {
  return notificationsWorstFirst(report).map(({ level, id, message: message2, location }) => {
    const place = location && !message2.includes(location.uri) ? `${htmlText(placeText(location))}: ` : "";
    return `<strong>${level}</strong> ${place}${htmlMessage(message2)} (<code>${htmlText(id)}</code>)`;
  });
}
function hashOf(text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
function withoutCommands(html) {
  return html.replace(/^([^\S\n]*)::/gm, "$1&#58;:").replaceAll("##[", "##&#91;");
}

// src/report/json.ts
var JSON_FORMAT_VERSION = 1;
function* jsonReport(report) {
  const { fresh, existing, suppressed } = groupsOf(report);
  const document = {
    formatVersion: JSON_FORMAT_VERSION,
    tool: pick(report.tool, ["name", "version", "informationUri"]),
    verdict: report.verdict,
    reason: report.reason,
    failOn: report.failOn,
    failOnConfidence: report.failOnConfidence,
    counts: {
      new: countBySeverity(fresh),
      existing: countBySeverity(existing),
      suppressed: countBySeverity(suppressed),
      blocking: report.findings.filter((finding) => finding.blocking).length
    },
    findings: LONG_LIST,
    notifications: report.notifications.map(notificationJson),
    permissionChanges: report.permissionChanges.map(permissionChangeJson),
    policyChanges: report.policyChanges,
    rules: rulesFound(report).map(
      (rule) => pick(rule, [
        "id",
        "title",
        "severity",
        "about",
        "domain",
        "fixable",
        "description",
        "remediation",
        "cwe",
        "references"
      ])
    ),
    stats: pick(report.stats, ["scope", "files", "bytes", "commits", "milliseconds", "timings"]),
    date: report.date,
    repository: report.repository && pick(report.repository, ["slug", "serverUrl", "commit", "branch", "base"])
  };
  yield* jsonParts(document, 2, mapped(worstFirst(report.findings), findingJson));
}
function findingJson(finding) {
  const snippet = clippedSnippet(finding);
  return {
    ruleId: finding.ruleId,
    severity: finding.severity,
    level: LEVEL_OF[finding.severity],
    confidence: finding.confidence,
    ...finding.confidenceReason === void 0 ? {} : { confidenceReason: finding.confidenceReason },
    message: finding.message,
    remediation: finding.remediation,
    location: locationJson(finding.location),
    relatedLocations: finding.relatedLocations.map((related) => ({
      ...locationJson(related),
      message: related.message,
      relationship: related.relationship
    })),
    snippet: pick(snippet, ["startLine", "lines", "startColumn"]),
    fingerprint: finding.fingerprint,
    state: finding.state,
    commits: finding.commits,
    atHead: finding.atHead,
    secret: finding.secret,
    anchor: finding.anchor,
    blocking: finding.blocking,
    fix: finding.fix?.map(editJson),
    suppression: finding.suppression && pick(finding.suppression, ["kind", "mechanism", "justification"]),
    properties: finding.properties
  };
}
function locationJson(location) {
  return { ...placeJson(location), commit: location.commit };
}
function editJson(edit) {
  return { ...placeJson(edit), text: edit.text };
}
function placeJson({ uri, region, offset, length: length2 }) {
  return { uri, region: regionJson(region), offset, length: length2 };
}
function regionJson(region) {
  return pick(region, ["startLine", "startColumn", "endLine", "endColumn"]);
}
function notificationJson({ level, id, message: message2, location }) {
  return {
    level,
    id,
    message: message2,
    location: location && { uri: location.uri, region: location.region && regionJson(location.region) }
  };
}
function permissionChangeJson(change) {
  return {
    holder: change.holder,
    location: change.location && locationJson(change.location),
    actionsBefore: change.actionsBefore,
    actionsAfter: change.actionsAfter,
    addedByLevel: change.addedByLevel,
    details: change.details,
    ...change.witnesses && { witnesses: change.witnesses }
  };
}
function pick(object, keys) {
  return Object.fromEntries(keys.map((key) => [key, object[key]]));
}

// src/report/junit.ts
function renderJunit(report) {
  const { fresh } = groupsOf(report);
  const cases = fresh.map((finding) => caseOf(report, finding));
  const broken = report.verdict === "broken";
  if (broken) cases.unshift(testcase("keylatch", "the scan", `<error message="${htmlText(report.reason)}"/>`));
  else if (cases.length === 0) cases.push(testcase("keylatch", report.reason, ""));
  const failures = fresh.filter(({ blocking }) => blocking).length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="${broken ? 1 : 0}"`;
  const time = (report.stats.milliseconds / 1e3).toFixed(3);
  const lines2 = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="Keylatch" ${counts} time="${time}">`,
    `<testsuite name="Keylatch" ${counts} time="${time}">`,
    ...cases,
    "</testsuite>",
    "</testsuites>",
    ""
  ];
  return neutraliseCommands(lines2.join("\n"));
}
function caseOf(report, finding) {
  const place = placeInHistory(finding.location);
  const parts = [finding.message, historyAdviceText(finding), plainAdvice(finding.remediation)].filter(Boolean);
  const text = parts.map((part) => xmlLines(clip(part, LONGEST_MESSAGE))).join("\n");
  const title = titleOf(rulesById(report), finding);
  const said = `${htmlText(place)}
${text}
fingerprint: ${htmlText(finding.fingerprint)}`;
  const inside = finding.blocking ? `<failure type="${finding.severity}" message="${htmlText(`${title}: ${place}`)}">${said}</failure>` : `<system-out>${said}</system-out>`;
  return testcase(finding.ruleId, `${title} at ${place}`, inside, finding);
}
function testcase(classname, name, inside, finding) {
  const place = finding ? ` file="${htmlText(finding.location.uri)}" line="${finding.location.region.startLine}"` : "";
  return `<testcase classname="${htmlText(classname)}" name="${htmlText(name)}"${place}>${inside}</testcase>`;
}
function xmlLines(text) {
  return visibleLines(text).split("\n").map(htmlText).join("\n");
}

// src/report/sarif/line-hash.ts
var BLOCK = 100;
var TAB2 = 9;
var LF = 10;
var CR = 13;
var SPACE = 32;
var END_OF_FILE = 65535;
function lineHashes(text) {
  const hashes = [];
  const seen = /* @__PURE__ */ new Map();
  const window = new Uint16Array(BLOCK);
  const startsLine = new Uint8Array(BLOCK);
  const limbs = [0, 0, 0, 0];
  let at = 0;
  let lineStart = true;
  let afterCr = false;
  const finishLine = () => {
    if (startsLine[at] === 0) return;
    startsLine[at] = 0;
    const value = hexOf(limbs);
    const count = (seen.get(value) ?? 0) + 1;
    seen.set(value, count);
    hashes.push(`${value}:${count}`);
  };
  const push = (code) => {
    shift(limbs, code, window[at]);
    window[at] = code;
    at = (at + 1) % BLOCK;
  };
  for (let index = 0; index <= text.length; index++) {
    let code = index === text.length ? END_OF_FILE : text.charCodeAt(index);
    if (code === SPACE || code === TAB2 || afterCr && code === LF) {
      afterCr = false;
      continue;
    }
    afterCr = code === CR;
    if (afterCr) code = LF;
    finishLine();
    if (lineStart) startsLine[at] = 1;
    lineStart = code === LF;
    push(code);
  }
  for (let index = 0; index < BLOCK; index++) {
    finishLine();
    push(0);
  }
  return hashes;
}
var LEAVING = [0, 16, 32, 48].map((bits) => Number(37n ** 100n >> BigInt(bits) & 0xffffn));
function shift(limbs, entering, leaving) {
  let carry = entering;
  for (let index = 0; index < 4; index++) {
    const sum = limbs[index] * 37 - LEAVING[index] * leaving + carry;
    carry = Math.floor(sum / 65536);
    limbs[index] = sum - carry * 65536;
  }
}
function hexOf(limbs) {
  const hex = limbs.map((limb) => limb.toString(16).padStart(4, "0"));
  return hex.reverse().join("").replace(/^0+(?=.)/, "");
}

// src/report/sarif/location.ts
var SOURCE_ROOT = "%SRCROOT%";
function artifactLocation(uri) {
  return { uri: artifactUri(uri), uriBaseId: SOURCE_ROOT };
}
function artifactUri(uri) {
  const owner = messageOwner(uri);
  if (owner)
    return "commit" in owner ? `.git/commit-message/${owner.commit}` : `.git/tag-message/${encodePath(owner.tag)}`;
  return encodePath(uri).replace(/^\/+/, "").replace(/(^|\/)\.\.(?=\/|$)/g, "$1%2E%2E");
}
function regionOf(location) {
  const { startLine, startColumn, endLine, endColumn } = location.region;
  return {
    startLine,
    startColumn,
    endLine: Math.max(startLine, endLine),
    endColumn: endLine > startLine ? endColumn : Math.max(startColumn, endColumn),
    charOffset: location.offset,
    charLength: location.length
  };
}

// src/report/sarif/result.ts
var MOST_RELATED2 = 999;
var LONGEST_SNIPPET = 1e3;
function resultOf(finding, ruleIndex, lineHash) {
  return {
    ruleId: finding.ruleId,
    ruleIndex,
    kind: "fail",
    level: LEVEL_OF[finding.severity],
    message: { text: messageText(finding) },
    locations: [primaryLocation(finding)],
    ...finding.relatedLocations.length > 0 && {
      relatedLocations: finding.relatedLocations.slice(0, MOST_RELATED2).map(relatedLocation)
    },
    partialFingerprints: {
      "keylatch/v1": finding.fingerprint,
      ...lineHash && { primaryLocationLineHash: lineHash }
    },
    baselineState: finding.state === "new" ? "new" : "unchanged",
    ...finding.suppression && { suppressions: [suppressionOf(finding.suppression)] },
    ...finding.fix && finding.fix.length > 0 && finding.atHead && { fixes: [fixOf(finding, finding.fix)] },
    properties: propertiesOf(finding)
  };
}
function messageText(finding) {
  const place = finding.atHead && isFile(finding.location.uri) ? "" : `Found in ${placeInHistory(finding.location)}.`;
  const parts = [
    clip(finding.message, LONGEST_MESSAGE),
    place,
    historyAdviceText(finding),
    plainAdvice(finding.remediation)
  ];
  return withoutLinks(visibleLines(parts.filter(Boolean).map(sentence).join(" ")));
}
function withoutLinks(text) {
  return text.includes("](") ? text.replace(/[[\]]/g, "\\$&") : text;
}
function sentence(text) {
  return /[.!?]\s*$/.test(text) ? text : `${text}.`;
}
function primaryLocation(finding) {
  const { location } = finding;
  const text = regionText(finding);
  const context = clippedSnippet(finding);
  return {
    physicalLocation: {
      artifactLocation: artifactLocation(location.uri),
      region: { ...regionOf(location), ...text !== void 0 && { snippet: { text } } },
      ...text !== void 0 && {
        contextRegion: {
          startLine: context.startLine,
          endLine: context.startLine + context.lines.length - 1,
          snippet: { text: `${context.lines.join("\n")}
` }
        }
      }
    },
    ...finding.anchor && { logicalLocations: [{ fullyQualifiedName: visibleLines(finding.anchor) }] }
  };
}
function regionText(finding) {
  const { snippet } = finding;
  const { region } = finding.location;
  const cut = cutBefore(finding);
  const first = region.startLine - snippet.startLine;
  const last = region.endLine - snippet.startLine;
  if (first < 0 || last < first || last >= snippet.lines.length) return void 0;
  const lines2 = snippet.lines.slice(first, last + 1);
  lines2[lines2.length - 1] = lines2.at(-1).slice(0, region.endColumn - 1 - (first === last ? cut : 0));
  lines2[0] = lines2[0].slice(region.startColumn - 1 - cut);
  return clip(lines2.join("\n"), LONGEST_SNIPPET);
}
function relatedLocation(related, index) {
  return {
    id: index + 1,
    message: { text: withoutLinks(visibleLines(related.message)) },
    physicalLocation: { artifactLocation: artifactLocation(related.uri), region: regionOf(related) }
  };
}
function suppressionOf({ kind, justification, mechanism }) {
  return { kind, status: "accepted", justification: visibleLines(justification), properties: { mechanism } };
}
function fixOf(finding, edits) {
  return {
    description: { text: sentence(plainAdvice(finding.remediation)) },
    artifactChanges: [...groupBy(edits, (edit) => edit.uri)].map(([uri, changes]) => ({
      artifactLocation: artifactLocation(uri),
      replacements: changes.map((edit) => ({ deletedRegion: regionOf(edit), insertedContent: { text: edit.text } }))
    }))
  };
}
function propertiesOf(finding) {
  const commit = messageCommit(finding.location.uri) ?? finding.location.commit;
  return {
    ...finding.properties,
    severity: finding.severity,
    confidence: finding.confidence,
    ...finding.confidenceReason === void 0 ? {} : { confidenceReason: finding.confidenceReason },
    secret: finding.secret,
    blocking: finding.blocking,
    atHead: finding.atHead,
    ...commit && { commit },
    ...finding.commits.length > 0 && { commits: finding.commits }
  };
}

// src/report/sarif/rule.ts
var MOST_TAGS = 10;
var SECURITY_SEVERITY = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "3.0",
  note: "1.0"
};
var PROBLEM_SEVERITY = { error: "error", warning: "warning", note: "recommendation" };
var PRECISION = { high: "high", medium: "medium", low: "low" };
function ruleIndexes(report, findings) {
  const known = rulesFound({ ...report, findings }).map(({ id }) => id);
  const ids = /* @__PURE__ */ new Set([...known, ...findings.map(({ ruleId }) => ruleId)]);
  return new Map([...ids].map((id, index) => [id, index]));
}
function ruleOf(report, id, findings) {
  const rule = report.rules.find((each) => each.id === id) ?? undescribed(id, findings[0]);
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: sentence2(rule.title) },
    fullDescription: { text: sentence2(rule.description) },
    helpUri: ruleLink(report, id),
    help: { text: helpText(rule), markdown: helpMarkdown(rule) },
    defaultConfiguration: { level: LEVEL_OF[rule.severity] },
    properties: {
      tags: ["security", ...rule.cwe.map(cweTag)].slice(0, MOST_TAGS),
      precision: PRECISION[bestConfidence(findings)],
      "security-severity": SECURITY_SEVERITY[rule.severity],
      "problem.severity": PROBLEM_SEVERITY[LEVEL_OF[rule.severity]],
      ...rule.about && { about: rule.about },
      ...rule.domain && { domain: rule.domain },
      ...rule.fixable && { fixable: true }
    }
  };
}
function undescribed(id, { severity, message: message2, remediation }) {
  return { id, title: id, severity, description: message2, remediation, cwe: [], references: [] };
}
function cweTag(cwe) {
  return `external/cwe/${cwe.toLowerCase().replace(/^cwe-(\d+)$/, (_, digits) => `cwe-${digits.padStart(3, "0")}`)}`;
}
function pascalCase(id) {
  return id.split(/[^A-Za-z0-9]+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
function helpText(rule) {
  return [`Why it matters: ${rule.description}`, `How to fix it: ${rule.remediation}`, ...rule.references].join("\n\n");
}
function helpMarkdown(rule) {
  return [
    `# ${markdownMessage(rule.title)}`,
    `## Why it matters

${markdownMessage(rule.description)}`,
    `## How to fix it

${markdownMessage(rule.remediation)}`,
    `Rule ${markdownCode(rule.id)}`,
    ...rule.references.map((url) => `- <${url}>`)
  ].join("\n\n");
}
function bestConfidence(findings) {
  const found = new Set(findings.map(({ confidence }) => confidence));
  return CONFIDENCES.find((confidence) => found.has(confidence)) ?? "high";
}
function sentence2(text) {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

// src/report/sarif/sarif.ts
var SARIF_RESULTS = 25e3;
var RESULTS_SHOWN = 5e3;
var MOST_INDENTED = 1e3;
var EXIT_CODE = { pass: 0, block: 1, broken: 2 };
function* sarifLog(report, options = {}) {
  const sorted = worstFirst(report.findings);
  const wanted = options.suppressed === false ? sorted.filter((finding) => !finding.suppression) : sorted;
  const findings = wanted.slice(0, SARIF_RESULTS);
  const indexes = ruleIndexes(report, findings);
  const byRule = groupBy(findings, ({ ruleId }) => ruleId);
  const hashOf2 = lineHasher(options.textOf);
  const notifications = [...cutNotification(wanted.length), ...report.notifications];
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            version: report.tool.version,
            semanticVersion: report.tool.version,
            informationUri: report.tool.informationUri,
            rules: [...indexes.keys()].map((id) => ruleOf(report, id, byRule.get(id) ?? []))
          }
        },
        automationDetails: { id: options.category ?? "keylatch/" },
        invocations: [
          {
            executionSuccessful: report.verdict !== "broken",
            exitCode: EXIT_CODE[report.verdict],
            exitCodeDescription: oneLine(report.reason),
            toolExecutionNotifications: notifications.map(notificationOf),
            toolConfigurationNotifications: report.policyChanges.map((text) => ({
              level: "note",
              message: { text: oneLine(text) }
            }))
          }
        ],
        originalUriBaseIds: { [SOURCE_ROOT]: { description: { text: "The root of the repository." } } },
        ...provenance(report),
        columnKind: "utf16CodeUnits",
        language: "en-US",
        results: LONG_LIST,
        properties: {
          verdict: report.verdict,
          failOn: report.failOn,
          failOnConfidence: report.failOnConfidence,
          scope: report.stats.scope,
          permissionChanges: report.permissionChanges.map(({ location, ...change }) => change)
        }
      }
    ]
  };
  const results = mapped(findings, (finding) => resultOf(finding, indexes.get(finding.ruleId), hashOf2(finding)));
  yield* jsonParts(log, findings.length > MOST_INDENTED ? 0 : 2, results);
}
function cutNotification(count) {
  if (count <= RESULTS_SHOWN) return [];
  const cut = Math.max(0, count - SARIF_RESULTS);
  const message2 = cut > 0 ? `${plural(cut, "finding")} of ${number(count)} left out: GitHub takes ${number(SARIF_RESULTS)} results and shows ${number(RESULTS_SHOWN)}. The worst are here.` : `${number(count)} findings, of which GitHub shows ${number(RESULTS_SHOWN)}, the worst.`;
  return [{ level: "warning", id: "results-cut", message: message2 }];
}
function notificationOf({ level, id, message: message2, location }) {
  return {
    descriptor: { id },
    level,
    message: { text: visibleLines(message2) },
    ...location && {
      locations: [
        {
          physicalLocation: {
            artifactLocation: artifactLocation(location.uri),
            ...location.region && location.region.startLine > 0 && { region: location.region }
          }
        }
      ]
    }
  };
}
function provenance(report) {
  if (!report.repository) return {};
  const { serverUrl, slug, commit } = report.repository;
  return {
    versionControlProvenance: [
      { repositoryUri: `${serverUrl}/${slug}`, revisionId: commit, mappedTo: { uriBaseId: SOURCE_ROOT } }
    ]
  };
}
function lineHasher(textOf) {
  if (!textOf) return () => void 0;
  const byFile = /* @__PURE__ */ new Map();
  return (finding) => {
    const { uri, region } = finding.location;
    if (finding.secret || !finding.atHead || !isFile(uri)) return `${finding.fingerprint.slice(0, 16)}:1`;
    let hashes = byFile.get(uri);
    if (!hashes) byFile.set(uri, hashes = lineHashes(textOf(uri) ?? ""));
    return hashes[region.startLine - 1] ?? `${finding.fingerprint.slice(0, 16)}:1`;
  };
}
function oneLine(text) {
  return visibleLines(text).replaceAll("\n", " ");
}

// src/report/summary.ts
var SUMMARY_LIMIT = 1024 * 1024;
var RESERVE = 2e3;
var LIST_SHARE = 0.08;
var ROW_SHARE = 0.6;
var LINE_ROOM2 = 110;
var MOST_RELATED3 = 5;
function renderSummary(report, options = {}) {
  const limit = options.limit ?? SUMMARY_LIMIT;
  const groups = groupsOf(report);
  const head = headline(report) + countsTable(groups);
  const changes = openFirst(report).map(permissionRow);
  const permitted = list("What this change newly permits", changes, limit * LIST_SHARE);
  const lists = [
    list("Changes to the gate itself", report.policyChanges.map(policyRow), limit * LIST_SHARE),
    list("About the scan itself", notificationRows(report), limit * LIST_SHARE)
  ].join("");
  const foot = footer2(report);
  const room = limit - RESERVE - size(head) - size(permitted) - size(lists) - size(foot);
  const findings = newFindings(report, groups.fresh, room);
  const left = (room - size(findings)) / 2;
  const existing = folded(
    `${plural(groups.existing.length, "finding")} at the base already`,
    groups.existing.map((finding) => existingRow(report, finding)),
    left
  );
  const suppressed = folded(
    `${plural(groups.suppressed.length, "finding")} suppressed`,
    groups.suppressed.map((finding) => suppressedRow(report, finding)),
    left
  );
  return neutraliseCommands([head, permitted, findings, lists, existing, suppressed, foot].join(""));
}
function headline(report) {
  const title = `## ${VERDICT_MARK[report.verdict]} Keylatch: ${VERDICT_WORD[report.verdict]}`;
  return `${title}

${message(report.reason)}

`;
}
function countsTable(groups) {
  const rows = [
    ["**new**", groups.fresh],
    ["at the base already", groups.existing],
    ["suppressed", groups.suppressed]
  ];
  const filled = rows.filter(([, findings]) => findings.length > 0);
  if (filled.length === 0) return "";
  return [
    `| | ${SEVERITIES.map((severity) => `${SEVERITY_MARK[severity]} ${severity}`).join(" | ")} |`,
    `|---|${SEVERITIES.map(() => "--:").join("|")}|`,
    ...filled.map(([label, findings]) => {
      const counts = countBySeverity(findings);
      return `| ${label} | ${SEVERITIES.map((severity) => counts[severity] > 0 ? number(counts[severity]) : "").join(" | ")} |`;
    }),
    "\n"
  ].join("\n");
}
function newFindings(report, fresh, room) {
  const rules = rulesById(report);
  const heads = /* @__PURE__ */ new Map();
  const headOf = (id) => heads.get(id) ?? ruleHead(report, id, rules.get(id));
  const rows = /* @__PURE__ */ new Map();
  let left = room * ROW_SHARE;
  for (const finding of fresh) {
    const row2 = newRow(report, finding, rules.get(finding.ruleId));
    const head = headOf(finding.ruleId);
    left -= size(row2) + (heads.has(finding.ruleId) ? 0 : size(head));
    if (left < 0) break;
    heads.set(finding.ruleId, head);
    rows.set(finding, row2);
  }
  const told = [...rows.keys()];
  const excerpts = excerptsWithin(told, room - room * ROW_SHARE + Math.max(0, left));
  const sections = [...groupBy(told, (finding) => finding.ruleId)].map(
    ([id, group]) => ruleSection(heads.get(id), group, rows, excerpts)
  );
  const missing = fresh.length - told.length;
  const cut = `> [!WARNING]
> **${plural(missing, "more finding is", "more findings are")} left out of this summary**, which has reached its size limit. The worst are shown; the SARIF and JSON reports have all.

`;
  return sections.join("") + (missing > 0 ? cut : "");
}
function ruleSection(head, group, rows, excerpts) {
  const shown2 = group.filter((finding) => excerpts.has(finding));
  const [title = "", explanation2 = ""] = head.split(SEAM);
  const lines2 = shown2.map((finding) => excerpts.get(finding)).join("");
  const which = shown2.length < group.length ? `The lines of the first ${number(shown2.length)}` : "The lines";
  return [
    title,
    ...group.map((finding) => rows.get(finding)),
    "\n",
    ...shown2.slice(0, MOST_GRAPHS).map(graph),
    explanation2,
    shown2.length > 0 ? `<details><summary>${which}</summary>

${lines2}</details>

` : ""
  ].join("");
}
var MOST_GRAPHS = 3;
function graph(finding) {
  const steps = pathOf(finding);
  return steps ? `${markdownCode(placeInHistory(finding.location))}

${mermaidGraph(steps)}` : "";
}
var SEAM = "\0";
function ruleHead(report, id, rule) {
  const title = `### ${markdownText(rule?.title ?? id)}

[${markdownCode(id)}](${ruleLink(report, id)})

`;
  if (!rule) return title + SEAM;
  const references = [...rule.cwe.map(cweLink2), ...rule.references.filter(isWebAddress).map((url) => `<${url}>`)];
  const parts = [
    `**Why it matters.** ${message(rule.description)}`,
    markdownAdvice(clip(rule.remediation, LONGEST_MESSAGE), "**How to fix it.**", ""),
    ...references.length > 0 ? [`See ${references.join(", ")}`] : []
  ];
  return `${title}${SEAM}<details><summary>Why it matters, and how to fix it</summary>

${parts.join("\n\n")}

</details>

`;
}
function cweLink2(cwe) {
  const digits = /^CWE-(\d+)$/.exec(cwe)?.[1];
  return digits ? `[CWE-${digits}](https://cwe.mitre.org/data/definitions/${digits}.html)` : markdownText(cwe);
}
function isWebAddress(url) {
  return /^https:\/\/[^\s<>]+$/.test(url);
}
function newRow(report, finding, rule) {
  const notes = [...finding.blocking ? ["**blocks**"] : [], ...confidenceFacts(finding)];
  const advice = historyAdvice(finding);
  const general = rule?.remediation === finding.remediation;
  const related = finding.relatedLocations.slice(0, MOST_RELATED3).map((each) => `See ${where(report, each)}: ${message(each.message)}`);
  const paragraphs = [
    message(finding.message),
    ...advice ? [`**${message(advice.lead)}** ${message(advice.detail)}`] : [],
    ...related
  ];
  const fix = general ? "" : `

${markdownAdvice(clip(finding.remediation, LONGEST_MESSAGE), "**Fix:**", INDENT)}`;
  const head = [
    `- ${SEVERITY_MARK[finding.severity]} **${finding.severity}** ${where(report, finding.location)}`,
    ...notes
  ].join(" \xB7 ");
  return `${[head, ...paragraphs.map((text) => INDENT + text)].join("<br>\n")}${fix}
`;
}
var INDENT = "  ";
function where(report, location) {
  const link2 = linkTo(report, location);
  const label = markdownCode(placeInHistory(location));
  return link2 ? `[${label}](${link2})` : label;
}
function existingRow(report, finding) {
  return `- ${SEVERITY_MARK[finding.severity]} ${where(report, finding.location)} ${message(finding.message)} (${markdownCode(finding.ruleId)})
`;
}
function suppressedRow(report, finding) {
  const { mechanism, justification } = finding.suppression;
  const reason = justification === "" ? "no reason given" : message(justification);
  return `- ${SEVERITY_MARK[finding.severity]} ${where(report, finding.location)} ${markdownCode(finding.ruleId)} by ${markdownCode(mechanism)}: ${reason}
`;
}
function excerptsWithin(findings, room) {
  const excerpts = /* @__PURE__ */ new Map();
  let left = room;
  for (const finding of findings) {
    const text = excerpt(finding);
    left -= size(text) + size(graph(finding));
    if (left < 0) break;
    if (text) excerpts.set(finding, text);
  }
  return excerpts;
}
function excerpt(finding) {
  const lines2 = excerptOf(finding, LINE_ROOM2);
  if (lines2.length === 0) return "";
  const digits = String(finding.location.region.endLine + 2).length;
  const code = markdownBlock(lines2.flatMap((line) => excerptLines(line, digits, finding)));
  const fixes = fixPreviews(finding).map(
    (preview) => markdownBlock([...preview.before.map((line) => `- ${line}`), ...preview.after.map((line) => `+ ${line}`)], "diff")
  );
  const head = `${markdownCode(placeInHistory(finding.location))}, fingerprint ${markdownCode(finding.fingerprint)}`;
  return `${[head, code, ...fixes].join("\n\n")}

`;
}
function excerptLines(line, digits, finding) {
  if (line.kind === "gap") return [`${" ".repeat(digits + 2)} \u22EE ${line.count} more lines`];
  const gutter = `${line.marked ? ">" : " "} ${String(line.number).padStart(digits)} | `;
  const text = `${gutter}${line.text}`.trimEnd();
  if (line.carets === 0 || line.number !== finding.location.region.startLine) return [text];
  return [text, `${" ".repeat(digits + 2)} | ${" ".repeat(line.caretAt)}${"^".repeat(line.carets)}`];
}
function permissionRow(change) {
  const levels = Object.entries(change.addedByLevel).filter(([, count]) => count > 0).map(([level, count]) => `${number(count)} ${markdownText(level)}`);
  const counts = actionsText(change, "\u2192");
  const details = change.details.slice(0, 20).map((detail) => `  - ${message(detail)}
`);
  const more = change.details.length > 20 ? [`  - and ${number(change.details.length - 20)} more
`] : [];
  const added = levels.length > 0 ? ` (new: ${levels.join(", ")})` : "";
  return [`- **${markdownText(change.holder)}**: ${counts}${added}
`, ...details, ...more].join("");
}
function changesList(changes, room) {
  return fitting(changes.map(permissionRow), room).trimEnd();
}
function policyRow(change) {
  return `- ${message(change)}
`;
}
var LEVEL_MARK = { error: "\u26D4", warning: "\u26A0\uFE0F", note: "\u2139\uFE0F" };
function notificationRows(report) {
  return notificationsWorstFirst(report).map(({ level, id, message: text, location }) => {
    const place = location && !text.includes(location.uri) ? `${markdownCode(placeText(location))}: ` : "";
    return `- ${LEVEL_MARK[level]} ${place}${message(text)} (${markdownCode(id)})
`;
  });
}
function list(title, rows, room) {
  return rows.length === 0 ? "" : `### ${title}

${fitting(rows, room)}
`;
}
function folded(title, rows, room) {
  return rows.length === 0 ? "" : `<details><summary>${title}</summary>

${fitting(rows, room)}
</details>

`;
}
function fitting(rows, room) {
  let left = room;
  const end = rows.findIndex((row2) => (left -= size(row2)) < 0);
  if (end === -1) return rows.join("");
  return `${rows.slice(0, end).join("")}- and ${number(rows.length - end)} more, left out for want of room
`;
}
function footer2(report) {
  const name = `[Keylatch](${report.tool.informationUri}) ${markdownText(report.tool.version)}`;
  const threshold = thresholdText(report);
  return `<sub>${name} \xB7 ${markdownText(scopeText(report))} \xB7 ${threshold}</sub>
`;
}
function message(text) {
  return markdownMessage(clip(text, LONGEST_MESSAGE));
}
var size = (text) => Buffer.byteLength(text);

// src/report/terminal/frame.ts
var LONGEST_ASIDE = 120;
function frameOf(finding, palette, width2) {
  const { bar: bar2, pointer, gap } = palette.strokes;
  const digits = String(finding.location.region.endLine + 2).length;
  const room = Math.max(20, width2 - digits - 7);
  const blank = `${" ".repeat(digits + 4)} ${palette.dim(bar2)}`;
  const shown2 = /* @__PURE__ */ new Set();
  const lines2 = [];
  for (const line of excerptOf(finding, room)) {
    if (line.kind === "gap") {
      lines2.push(palette.dim(`${" ".repeat(digits + 4)} ${gap} ${line.count} more lines`));
      continue;
    }
    const asides = asidesOn(finding, line, room);
    const text = line.marked || asides.length === 0 ? line.text : asides[0].drawn.text;
    const number2 = String(line.number).padStart(digits);
    const gutter = line.marked ? `  ${palette.severity(finding.severity, `${pointer} ${number2}`)} ${palette.dim(bar2)}` : `    ${palette.dim(`${number2} ${bar2}`)}`;
    lines2.push(trimEnd(`${gutter} ${line.marked ? text : palette.dim(text)}`));
    if (line.marked && line.carets > 0 && isFirstOrOnly(finding, line.number)) {
      const carets = palette.severity(finding.severity, palette.strokes.caret.repeat(line.carets));
      lines2.push(`${blank} ${" ".repeat(line.caretAt)}${carets}`);
    }
    for (const { related, drawn } of asides) {
      if (drawn.text !== text) continue;
      shown2.add(related);
      lines2.push(...asideLines(related.message, drawn, palette, room).map((text2) => `${blank} ${text2}`));
    }
  }
  return { lines: lines2, shown: shown2 };
}
function asideLines(message2, drawn, palette, room) {
  const stroke = palette.strokes.aside.repeat(Math.max(1, drawn.carets));
  const text = clip(visible(message2), LONGEST_ASIDE);
  const indent = " ".repeat(drawn.caretAt);
  const width2 = displayWidth(text);
  if (drawn.caretAt + stroke.length + 1 + width2 <= room) return [indent + palette.code(`${stroke} ${text}`)];
  return [
    indent + palette.code(stroke),
    " ".repeat(Math.max(0, Math.min(drawn.caretAt, room - width2))) + palette.code(text)
  ];
}
function isFirstOrOnly(finding, line) {
  return line === finding.location.region.startLine;
}
function asidesOn(finding, line, room) {
  const source2 = lineOf(finding, line.number);
  return finding.relatedLocations.filter(({ uri, commit, region }) => {
    const sameFile = uri === finding.location.uri && commit === finding.location.commit;
    return sameFile && region.startLine === line.number && region.endLine === line.number;
  }).filter(({ region }) => regionIn(finding, region).startColumn > 0).slice(0, 3).map((related) => {
    const { startColumn, endColumn } = regionIn(finding, related.region);
    const from = Math.min(startColumn - 1, source2.length);
    const to = Math.min(Math.max(endColumn - 1, from + 1), source2.length);
    return { related, drawn: drawLine(source2, from, to, room) };
  });
}
var trimEnd = (text) => text.replace(/ +$/, "");

// src/report/terminal/finding.ts
var LABEL = 11;
var MOST_RELATED4 = 5;
var MOST_DIFF_LINES = 12;
function findingBlock(finding, rule, explain, palette, width2) {
  const frame = frameOf(finding, palette, width2);
  const also = finding.relatedLocations.filter((related) => !frame.shown.has(related));
  const advice = historyAdvice(finding);
  const general = finding.remediation === rule?.remediation;
  return [
    ...heading(finding, rule, palette, width2),
    "",
    ...paragraph(finding.message, palette, width2, "  "),
    "",
    ...frame.lines.length > 0 ? [...frame.lines, ""] : [],
    ...pathLines(finding, palette, width2),
    ...finding.secret && advice ? labelled(palette.alarm, "rotate", rotateText(advice), palette, width2) : [],
    ...explain && rule ? labelled(palette.bold, "why", rule.description, palette, width2) : [],
    ...explain || !general || !finding.secret ? labelled(palette.bold, "fix", plainAdvice(finding.remediation), palette, width2) : [],
    ...fixPreviews(finding).flatMap((preview) => diff2(preview, finding, palette)),
    ...!finding.secret && advice ? labelled(palette.bold, "history", `${advice.lead} ${advice.detail}`, palette, width2) : [],
    ...relatedLines(also, palette, width2),
    ...finding.suppression ? suppressionLines(finding, palette, width2) : labelled(palette.dim, "allow", `fingerprint: ${visible(finding.fingerprint)}`, palette, width2)
  ];
}
function pathLines(finding, palette, width2) {
  const steps = pathOf(finding);
  return steps ? labelled(palette.bold, "path", steps.join(` ${palette.strokes.leads} `), palette, width2) : [];
}
function rotateText({ lead, detail }) {
  return `${lead.replace(/^Rotate it: r/, "R")} ${detail}`;
}
function heading(finding, rule, palette, width2) {
  const plain = (text) => text;
  const facts3 = [
    [where2(finding), palette.link],
    [visible(finding.ruleId), palette.dim],
    ...finding.blocking ? [fact2("blocks", (text) => palette.severity(finding.severity, text))] : [],
    ...finding.state === "existing" ? [fact2("at the base already", plain)] : [],
    ...finding.suppression ? [fact2("suppressed", plain)] : [],
    ...finding.atHead || !isFile(finding.location.uri) ? [] : [fact2("not at the head", plain)],
    ...confidenceFacts(finding).map((text) => fact2(text, plain)),
    ...!finding.secret && finding.atHead && finding.commits.length > 0 ? [fact2(`since ${historyOf(finding)}`, plain)] : []
  ];
  const title = visible(rule?.title ?? finding.ruleId);
  return [`${palette.badge(finding.severity)} ${palette.bold(title)}`, ...factLines(facts3, palette, width2)];
}
var fact2 = (...of) => of;
function factLines(facts3, palette, width2) {
  const dot = ` ${palette.strokes.dot} `;
  const lines2 = [];
  let used = width2;
  for (const [text, paint] of facts3) {
    const fits = used + dot.length + displayWidth(text) <= width2 - 2;
    if (fits) lines2.push(`${lines2.pop()}${palette.dim(dot)}${paint(text)}`);
    else lines2.push(`  ${paint(text)}`);
    used = displayWidth(text) + (fits ? used + dot.length : 0);
  }
  return lines2;
}
function where2({ location }) {
  return messageOwner(location.uri) ? `line ${location.region.startLine}` : placeInHistory(location);
}
function paragraph(text, palette, width2, indent) {
  const lines2 = wrap(visibleLines(clip(text, LONGEST_MESSAGE)), width2 - indent.length);
  return painted(lines2, palette).map((line) => line === "" ? "" : indent + line);
}
function labelled(paint, label, text, palette, width2) {
  const [first = "", ...rest] = paragraph(text, palette, width2, " ".repeat(LABEL));
  return [`  ${paint(label)}${" ".repeat(Math.max(1, LABEL - 2 - displayWidth(label)))}${first.trimStart()}`, ...rest];
}
function painted(lines2, palette) {
  if (!palette.colour || (lines2.join("").match(/`/g)?.length ?? 0) % 2 === 1) return lines2;
  let inside = false;
  return lines2.map(
    (line) => line.split("`").map((part, index) => {
      if (index > 0) inside = !inside;
      return inside ? palette.code(part) : part;
    }).join("")
  );
}
function diff2(preview, finding, palette) {
  const rows = [
    ...preview.before.map((line) => palette.removed(`- ${visibleLines(line)}`)),
    ...preview.after.map((line) => palette.added(`+ ${visibleLines(line)}`))
  ];
  const shown2 = rows.slice(0, MOST_DIFF_LINES);
  const left = rows.length - shown2.length;
  if (left > 0) shown2.push(palette.dim(`${palette.strokes.gap} ${left} more lines`));
  const elsewhere = preview.uri !== finding.location.uri || preview.before.length === 0;
  if (elsewhere) shown2.unshift(palette.dim(`at ${visible(preview.uri)}:${preview.startLine}`));
  return shown2.map((row2, index) => `  ${index === 0 ? palette.bold("diff") : "    "}${" ".repeat(LABEL - 6)}${row2}`);
}
function relatedLines(related, palette, width2) {
  const shown2 = related.slice(0, MOST_RELATED4);
  const lines2 = shown2.flatMap(
    (each, index) => labelled(palette.bold, index === 0 ? "also" : "", `${placeInHistory(each)}  ${each.message}`, palette, width2)
  );
  const left = related.length - shown2.length;
  return left > 0 ? [...lines2, ...labelled(palette.bold, "", `and ${left} more places`, palette, width2)] : lines2;
}
function suppressionLines({ suppression }, palette, width2) {
  if (!suppression) return [];
  const reason = suppression.justification === "" ? "no reason given" : suppression.justification;
  return labelled(palette.bold, "silenced", `by ${suppression.mechanism}: ${reason}`, palette, width2);
}

// src/report/terminal/palette.ts
var UNICODE = {
  bar: "\u2502",
  rule: "\u2500",
  heavy: "\u2501",
  caret: "\u2501",
  aside: "\u2500",
  pointer: "\u25B6",
  dot: "\xB7",
  gap: "\u22EE",
  leads: "\u2192"
};
var ASCII = {
  bar: "|",
  rule: "-",
  heavy: "=",
  caret: "^",
  aside: "-",
  pointer: ">",
  dot: "-",
  gap: ":",
  leads: "->"
};
var SEVERITY_COLOUR = {
  critical: "31",
  high: "31",
  medium: "33",
  low: "36",
  note: "34"
};
var BADGE_COLOUR = {
  critical: "1;97;41",
  high: "1;30;101",
  medium: "1;30;43",
  low: "1;30;46",
  note: "1;97;44"
};
var VERDICT_COLOUR = { pass: "1;30;42", block: "1;97;41", broken: "1;97;45" };
function paletteOf(colour, unicode) {
  const paint = (codes) => colour ? (text) => text === "" ? "" : `\x1B[${codes}m${text}\x1B[0m` : (text) => text;
  return {
    bold: paint("1"),
    dim: paint("2"),
    code: paint("36"),
    link: paint("4"),
    added: paint("32"),
    removed: paint("31"),
    alarm: paint("1;31"),
    badge: (severity) => colour ? paint(BADGE_COLOUR[severity])(` ${severity.toUpperCase()} `) : `[${severity.toUpperCase()}]`,
    severity: (severity, text) => paint(`1;${SEVERITY_COLOUR[severity]}`)(text),
    verdict: (verdict, text) => colour ? paint(VERDICT_COLOUR[verdict])(` ${text} `) : text,
    strokes: unicode ? UNICODE : ASCII,
    colour
  };
}

// src/report/terminal/terminal.ts
var LIMIT2 = 50;
var MOST_NOTIFICATIONS = 20;
var MOST_CHANGES = 20;
function renderTerminal(report, options = {}) {
  const palette = paletteOf(options.colour ?? false, options.unicode ?? true);
  const width2 = Math.min(110, Math.max(60, options.width ?? 100));
  const { fresh, existing, suppressed } = groupsOf(report);
  const wanted = options.all ? worstFirst([...fresh, ...existing, ...suppressed]) : [...fresh];
  const shown2 = options.verbose ? wanted : wanted.slice(0, options.limit ?? LIMIT2);
  const lines2 = [
    ...findingLines(report, shown2, options.verbose ?? false, palette, width2),
    ...leftOutLines(wanted.slice(shown2.length), palette, width2),
    ...permissionLines(report, palette, width2),
    ...policyLines(report, palette, width2),
    ...notificationLines(report, options.verbose ?? false, palette, width2),
    ...closing(report, options, palette, width2)
  ];
  const text = neutraliseCommands(`${lines2.join("\n")}
`);
  return options.unicode === false ? asciiOnly(text) : text;
}
function findingLines(report, findings, verbose, palette, width2) {
  const rules = rulesById(report);
  const explained = /* @__PURE__ */ new Set();
  const lines2 = [];
  for (const [uri, group] of groupBy(findings, (finding) => finding.location.uri)) {
    lines2.push(...fileHeading(uri, plural(group.length, "finding"), palette, width2), "");
    for (const finding of group) {
      const explain = verbose || !explained.has(finding.ruleId);
      explained.add(finding.ruleId);
      lines2.push(...findingBlock(finding, rules.get(finding.ruleId), explain, palette, width2), "", "");
    }
  }
  return lines2;
}
function fileHeading(title, count, palette, width2) {
  const { heavy } = palette.strokes;
  const name = visible(title);
  const line = heavy.repeat(Math.max(3, width2 - displayWidth(name) - displayWidth(count) - 6));
  return [`${palette.dim(heavy.repeat(2))} ${palette.bold(name)} ${palette.dim(line)} ${palette.dim(count)}`];
}
function leftOutLines(left, palette, width2) {
  if (left.length === 0) return [];
  const files = groupBy(left, (finding) => finding.location.uri).size;
  const text = `${plural(left.length, "more finding is", "more findings are")} not shown (${tally(left, ", ")}, in ${plural(files, "file")}); these were the worst. \`--verbose\` shows all of them, \`--format json\` gives them to a program.`;
  return [...paragraph(text, palette, width2, ""), ""];
}
function permissionLines(report, palette, width2) {
  if (report.permissionChanges.length === 0) return [];
  const count = plural(report.permissionChanges.length, "holder");
  const shown2 = report.permissionChanges.slice(0, MOST_CHANGES);
  return [
    ...fileHeading("What this change newly permits", count, palette, width2),
    "",
    ...shown2.flatMap((change) => permissionChangeLines(change, palette, width2)),
    ...moreLine(report.permissionChanges.length - shown2.length, "holder", palette),
    ""
  ];
}
function permissionChangeLines(change, palette, width2) {
  const levels = Object.entries(change.addedByLevel).filter(([, count]) => count > 0).map(([level, count]) => `${number(count)} ${visible(level)}`);
  const actions = actionsText(change, "->");
  const place = change.location ? palette.dim(`  ${placeText(change.location)}`) : "";
  return [
    `  ${palette.bold(visible(change.holder))}  ${palette.bold(actions)}${levels.length > 0 ? ` (new: ${levels.join(", ")})` : ""}${place}`,
    ...change.details.flatMap((detail) => item(detail, palette, width2, "    ")),
    ...(change.witnesses ?? []).flatMap((witness) => item(witnessText(witness), palette, width2, "    "))
  ];
}
function item(text, palette, width2, indent) {
  const [first = "", ...rest] = paragraph(text, palette, width2, `${indent}  `);
  return [`${indent}${palette.strokes.dot} ${first.trimStart()}`, ...rest];
}
function policyLines(report, palette, width2) {
  if (report.policyChanges.length === 0) return [];
  return [
    ...fileHeading(
      "What this change does to the gate itself",
      plural(report.policyChanges.length, "change"),
      palette,
      width2
    ),
    "",
    ...report.policyChanges.flatMap((change) => item(change, palette, width2, "  ")),
    ""
  ];
}
var NOTIFICATION_SEVERITY = { error: "critical", warning: "medium", note: "note" };
function notificationLines(report, verbose, palette, width2) {
  if (report.notifications.length === 0) return [];
  const sorted = notificationsWorstFirst(report);
  const shown2 = verbose ? sorted : sorted.slice(0, MOST_NOTIFICATIONS);
  return [
    ...fileHeading("About the scan itself", plural(sorted.length, "notice"), palette, width2),
    "",
    ...shown2.flatMap(
      ({ level, id, message: message2, location }) => labelled(
        (label) => palette.severity(NOTIFICATION_SEVERITY[level], label),
        level,
        `${location && !message2.includes(location.uri) ? `${placeText(location)}  ` : ""}${message2} (${id})`,
        palette,
        width2
      )
    ),
    ...moreLine(sorted.length - shown2.length, "notice", palette),
    ""
  ];
}
function moreLine(left, what, palette) {
  return left > 0 ? [palette.dim(`  ${palette.strokes.gap} ${plural(left, `more ${what}`)}; \`--verbose\` shows all`)] : [];
}
function closing(report, options, palette, width2) {
  const { fresh, existing, suppressed } = groupsOf(report);
  const row2 = (label, text) => labelled(palette.dim, label, text, palette, width2);
  const hidden = [
    ...existing.length > 0 ? [`${number(existing.length)} at the base already`] : [],
    ...suppressed.length > 0 ? [`${number(suppressed.length)} suppressed`] : []
  ].join(", ");
  const found = fresh.length > 0 ? tally(fresh, ` ${palette.strokes.dot} `) : existing.length > 0 ? "nothing new" : "nothing";
  return [
    palette.dim(palette.strokes.rule.repeat(width2)),
    ...verdictLines(report, palette, width2),
    "",
    ...row2("found", report.verdict === "broken" && fresh.length === 0 ? "nothing, but the scan is not whole" : found),
    ...hidden ? row2(options.all ? "besides" : "hidden", `${hidden}${options.all ? "" : "; `--all` shows them"}`) : [],
    ...row2("scanned", scopeText(report)),
    ...nextSteps(report, fresh).flatMap(
      (step, index) => labelled(palette.bold, index === 0 ? "next" : "", step, palette, width2)
    )
  ];
}
function verdictLines({ verdict, reason }, palette, width2) {
  const word = VERDICT_WORD[verdict].toUpperCase();
  const [first = "", ...rest] = wrap(visible(reason), width2 - word.length - 3);
  return [`${palette.verdict(verdict, word)} ${first}`, ...rest.map((line) => `  ${line}`)];
}
function tally(findings, separator) {
  const counts = countBySeverity(findings);
  return SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => `${number(counts[severity])} ${severity}`).join(separator);
}
function nextSteps(report, fresh) {
  if (report.verdict === "broken")
    return ["mend what is named above and run it again: nothing that was not read counts as clean"];
  const worst = fresh[0];
  if (!worst) return [];
  return [
    `\`keylatch explain ${visible(worst.ruleId)}\`  what it is, why it matters, how to fix it`,
    ...worst.secret ? [] : [howToLiveWith(worst)]
  ];
}
function howToLiveWith({ ruleId, location }) {
  if (!isFile(location.uri) || /\.json$/i.test(location.uri)) {
    return "its `fingerprint`, with a `reason`, under `allow:` in .keylatch.yml, if it is meant to be so";
  }
  const mark = /\.([cm]?[jt]sx?|go|java|kt|cs|bicep)$/i.test(location.uri) ? "//" : "#";
  return `\`${mark} keylatch:ignore ${visible(ruleId)} -- REASON\`  above the line, if it is meant to be so`;
}
var TYPOGRAPHY = { "\u2026": "~", "\u240A": "?", "\u2421": "?" };
function asciiOnly(text) {
  return text.replace(/[\u2400-\u2421\u2026]/g, (character) => TYPOGRAPHY[character] ?? "?");
}

// src/report/index.ts
var RENDERERS = {
  terminal: (report, { terminal }) => renderTerminal(report, terminal),
  json: jsonReport,
  sarif: (report, { sarif }) => sarifLog(report, sarif),
  github: (report, { github }) => annotationsText(report, github),
  markdown: (report, { markdown }) => renderSummary(report, markdown),
  html: (report, { html }) => renderHtml(report, html),
  gitlab: renderGitlab,
  junit: renderJunit
};
var FORMATS = Object.keys(RENDERERS);
function render(report, format, options = {}) {
  return [...renderParts(report, format, options)].join("");
}
function renderParts(report, format, options = {}) {
  const renderer = RENDERERS[format];
  const text = renderer(report, options);
  return typeof text === "string" ? [text] : text;
}

export {
  isFile,
  hasHeadLine,
  placeInHistory,
  linkTo,
  ruleLink,
  historyAdvice,
  markdownAdvice,
  findingAnnotations,
  pathOf,
  fixPreviews,
  displayWidth,
  clipToWidth,
  wrap,
  renderSummary,
  changesList,
  JSON_FORMAT_VERSION,
  FORMATS,
  render,
  renderParts
};
