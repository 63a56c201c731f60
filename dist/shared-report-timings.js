import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  visible
} from "./shared-report-escape.js";

// src/report/timings.ts
var RULES = 15;
function timingsText({ phases, frontEnds, rules, files }) {
  return [
    ...section("Phases", phases),
    ...section("Front ends", frontEnds),
    ...section("Rules", rules.slice(0, RULES)),
    ...section("Slowest files and modules", files),
    ""
  ].join("\n");
}
function section(title, list) {
  if (list.length === 0) return [];
  return [
    title,
    ...list.map(({ name, milliseconds, times }) => {
      const count = times > 1 ? `  ${times} times` : "";
      return `${milliseconds.toFixed(1).padStart(10)} ms  ${visible(name)}${count}`;
    })
  ];
}

export {
  timingsText
};
