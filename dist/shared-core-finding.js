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

export {
  SEVERITIES,
  CONFIDENCES,
  LEVEL_OF,
  atLeast,
  steppedDown,
  sureAs
};
