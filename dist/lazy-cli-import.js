import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  RULE_IDS
} from "./shared-cli-own-rules.js";
import "./shared-cli-scan.js";
import "./shared-io-own-secrets.js";
import "./shared-io-git-home.js";
import "./shared-run.js";
import "./shared-iam-questions.js";
import "./shared-scan-worth.js";
import {
  CONFIG_PATHS,
  parseConfig,
  readRuleFile
} from "./shared-run-config-files.js";
import {
  require_dist
} from "./shared-iam-dangers-data-exfiltration.js";
import "./shared-rules-credentials-tokens-finder.js";
import {
  openRepository
} from "./shared-io-git-repository.js";
import "./shared-iam-escalation-context.js";
import {
  readTextFile,
  writeTextFile
} from "./shared-io-git-skipped.js";
import "./shared-core-address-blocks.js";
import "./shared-jsonc-parser-main.js";
import "./shared-cli-console.js";
import "./shared-report.js";
import {
  plural,
  visible
} from "./shared-run-tool.js";
import "./shared-scan-config-nearest.js";
import "./shared-core-finding.js";
import "./shared-core-source.js";
import "./shared-core-text.js";
import {
  Problem
} from "./shared-core-problem.js";
import {
  __toESM
} from "./shared-runtime.js";

// src/cli/import.ts
var import_yaml = __toESM(require_dist(), 1);
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
async function importCommand(flags, console) {
  const name = flags.operands[0];
  if (name === void 0) throw new Problem("keylatch import needs a file with rules; see: keylatch import --help");
  const root = (await openRepository(console.cwd, console.env))?.workTree ?? console.cwd;
  const file = read(name, root, console);
  for (const { rule, why } of file.notFollowed)
    console.error(`${visible(`not followed${rule === "" ? "" : `, ${rule}`}: ${why}`)}
`);
  if (file.allow.length > 0) console.error(`not imported: what ${visible(name)} leaves alone of everything. ${KEEP}
`);
  if (file.patterns.length === 0) throw new Problem(`${visible(name)} has no rule that can be followed`);
  if (flags.has("print")) {
    console.print(`patterns:
${entriesOf(file.patterns)}`);
    return 0;
  }
  const [path, before] = configIn(root);
  const known = before === void 0 ? [] : parseConfig({ uri: path, text: before }, RULE_IDS, idsOf(file)).patterns;
  const fresh = file.patterns.filter(({ id }) => !known.some((one) => one.id === id));
  if (fresh.length > 0) {
    const text = withPatterns(before, fresh);
    parseConfig({ uri: path, text }, RULE_IDS, idsOf(file));
    writeTextFile(resolve(root, path), text);
  }
  const left = file.patterns.length - fresh.length;
  console.print(
    `${plural(fresh.length, "pattern")} written to ${path}${left === 0 ? "" : `; ${left} stood there already`}
`
  );
  return 0;
}
var KEEP = "It holds for findings as long as a file of the usual name says so (.gitleaks.toml, .betterleaks.toml, .gitallowed).";
var idsOf = ({ patterns }) => () => patterns.map(({ id }) => id);
function read(name, root, console) {
  const path = resolve(console.cwd, name);
  const text = readTextFile(path);
  if (text === void 0) throw new Problem(`${visible(name)} cannot be read; does it exist?`);
  const within = (folder, other) => {
    const target = join(folder, other);
    const inside = relative(root, target);
    return inside.startsWith("..") || isAbsolute(inside) ? void 0 : readTextFile(target);
  };
  try {
    return readRuleFile({ uri: relative(root, path).split(sep).join("/"), text }, (other) => {
      return within(root, other) ?? within(dirname(path), other);
    });
  } catch (error) {
    throw new Problem(`${visible(name)}: ${visible(error.message.split("\n")[0])}`);
  }
}
function configIn(root) {
  for (const path of CONFIG_PATHS) {
    const text = readTextFile(join(root, path));
    if (text !== void 0) return [path, text];
  }
  return [CONFIG_PATHS[0], void 0];
}
function withPatterns(before, patterns) {
  const entries = entriesOf(patterns);
  if (before === void 0 || before.trim() === "") return `patterns:
${entries}`;
  const key = /^patterns:[ \t]*(?:#[^\n]*)?\r?\n/m.exec(before);
  if (!key) {
    if (/^patterns:/m.test(before))
      throw new Problem("`patterns:` of the configuration is written on one line: break it up first");
    return `${before.replace(/\n*$/, "\n")}
patterns:
${entries}`;
  }
  const at = key.index + key[0].length;
  const indent = /^(?:[ \t]*(?:#[^\n]*)?\n)*([ \t]*)-/.exec(before.slice(at))?.[1] ?? "  ";
  return before.slice(0, at) + entries.replace(/^ {2}(?=\S| )/gm, indent) + before.slice(at);
}
function entriesOf(patterns) {
  const entries = patterns.map(({ id, title, keywords, paths, pathRegex, allow, references, ...rest }) => ({
    id,
    title,
    ...rest,
    ...pathRegex === void 0 ? {} : { "path-regex": pathRegex },
    ...keywords.length > 0 ? { keyword: keywords } : {},
    ...paths.length > 0 ? { paths } : {},
    ...allow.length > 0 ? { allow } : {},
    ...references ? { reference: references[0] } : {}
  }));
  return (0, import_yaml.stringify)(entries, { lineWidth: 0, aliasDuplicateObjects: false }).replace(/^(?=.)/gm, "  ");
}
export {
  importCommand
};
