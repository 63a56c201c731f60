import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  CONFIG_PATHS,
  readConfigWithFiles,
  readOwnPatterns,
  rules,
  rulesOfPatterns
} from "./shared-run-own-patterns.js";
import {
  openRepository
} from "./shared-io-git-repository.js";
import {
  readTextFile
} from "./shared-io-git-skipped.js";

// src/cli/own-rules.ts
import { join } from "node:path";
var RULE_IDS = new Set(rules.map(({ meta }) => meta.id));
async function allRules(console) {
  const root = (await openRepository(console.cwd, console.env))?.workTree ?? console.cwd;
  const read = (path) => {
    const text = readTextFile(join(root, path));
    return text === void 0 ? void 0 : { uri: path, text };
  };
  const source = CONFIG_PATHS.map(read).find((found) => found);
  const config = source && readConfigWithFiles(source, RULE_IDS, read);
  return [...rules, ...rulesOfPatterns(readOwnPatterns(config, read).patterns)];
}

export {
  RULE_IDS,
  allRules
};
