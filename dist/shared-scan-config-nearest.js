import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);

// src/scan/config/nearest.ts
function nearest(word, candidates) {
  const wanted = plain(word);
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best;
  let least = limit + 1;
  for (const candidate of candidates) {
    const other = plain(candidate);
    if (Math.abs(other.length - wanted.length) >= least) continue;
    const edits = distance(wanted, other);
    if (edits < least) {
      least = edits;
      best = candidate;
    }
  }
  return best;
}
function hint(word, candidates) {
  const meant = nearest(word, candidates);
  return meant === void 0 ? "" : `; did you mean "${meant}"?`;
}
function plain(word) {
  return word.slice(0, 100).toLowerCase().replaceAll("_", "-");
}
function distance(a, b) {
  let before = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let edits = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, before[j - 2] + 1);
      row.push(edits);
    }
    before = above;
    above = row;
  }
  return above[b.length];
}

export {
  nearest,
  hint
};
