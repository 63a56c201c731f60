import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);

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

export {
  commitMessageUri,
  tagMessageUri,
  messageOwner,
  isAccountPlace,
  lineStarts,
  regionOf,
  inWholeFile
};
