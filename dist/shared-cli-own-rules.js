import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  settingsOf
} from "./shared-cli-scan.js";
import {
  configurationTree,
  readPolicy,
  rules,
  rulesOfPatterns
} from "./shared-run-config-files.js";

// src/cli/own-rules.ts
var RULE_IDS = new Set(rules.map(({ meta }) => meta.id));
async function allRules(flags, console) {
  const settings = { ...await settingsOf(flags, console), withoutBaseline: true };
  const { own } = await readPolicy(settings, await configurationTree(settings), void 0, rules);
  return [...rules, ...rulesOfPatterns(own.patterns)];
}

export {
  RULE_IDS,
  allRules
};
