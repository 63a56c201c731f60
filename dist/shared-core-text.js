import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);

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

export {
  UNKNOWN,
  wholeText,
  literalText,
  unknownText,
  unknownName,
  concatTexts,
  sliceText,
  locate
};
