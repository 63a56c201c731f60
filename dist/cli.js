#!/usr/bin/env node
import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  columns,
  helpOf,
  parseFlags
} from "./shared-cli-flags.js";
import {
  AGENTS
} from "./shared-cli-agents.js";
import {
  processConsole
} from "./shared-cli-console.js";
import {
  systemFailure
} from "./shared-io-system-error.js";
import {
  FORMATS
} from "./shared-report.js";
import {
  TOOL
} from "./shared-run-tool.js";
import "./shared-scan-config-nearest.js";
import {
  CONFIDENCES,
  SEVERITIES
} from "./shared-core-finding.js";
import "./shared-core-source.js";
import "./shared-core-text.js";
import {
  Problem
} from "./shared-core-problem.js";
import "./shared-runtime.js";

// src/cli/commands.ts
var JUDGING = {
  "fail-on": {
    type: "string",
    value: "SEVERITY",
    help: `Lowest severity that blocks: ${[...SEVERITIES].reverse().join(" ")} never`
  },
  "fail-on-confidence": {
    type: "string",
    value: "LEVEL",
    help: `Lowest confidence that blocks: ${CONFIDENCES.join(" ")}; by default medium`
  },
  config: { type: "string", value: "FILE", help: "Configuration; by default .keylatch.yml of the scanned tree" },
  extends: {
    type: "string",
    multiple: true,
    value: "CONFIG",
    help: "What the configuration builds on: a preset, a path, github:OWNER/REPO/PATH@COMMIT (may be given again)"
  },
  baseline: { type: "string", value: "FILE", help: "Baseline; by default what the configuration names" },
  path: { type: "string", multiple: true, value: "GLOB", help: "Only these paths (may be given again)" },
  "paths-ignore": { type: "string", multiple: true, value: "GLOB", help: "Not these paths (may be given again)" }
};
var SCOPE = {
  base: { type: "string", value: "REV", help: "Scan the commits after REV, and report what is new since" },
  head: { type: "string", value: "REV", help: "End of the range; by default HEAD" },
  staged: { type: "boolean", help: "Scan what is staged, and report what is new since HEAD" },
  history: { type: "boolean", help: "Secrets in every version of every file on every branch, grants as they are now" },
  stdin: { type: "boolean", help: "Scan standard input" }
};
var SCAN = {
  name: "scan",
  operands: "[PATH]",
  most: 1,
  summary: "Finds leaked credentials, secrets in user-data and over-permissive IAM in a folder or a range of commits.",
  flags: {
    ...SCOPE,
    "stdin-name": { type: "string", value: "PATH", help: "Judge standard input as if it were this file" },
    all: { type: "boolean", short: "a", help: "Show findings that the base had, suppressed ones, and every note" },
    verbose: { type: "boolean", short: "v", help: "No limit on how many, and every finding explained in full" },
    witness: {
      type: "boolean",
      help: "With what is newly permitted, requests that show it: denied before, allowed now"
    },
    format: { type: "string", short: "f", value: "FORMAT", help: `${FORMATS.join(", ")}; by default terminal` },
    output: { type: "string", short: "o", value: "FILE", help: "Write there instead of to standard output" },
    ...JUDGING,
    only: { type: "string", multiple: true, value: "RULE", help: "Only this rule, or PACK/* (may be given again)" },
    "own-credentials": {
      type: "boolean",
      help: "Recognise the exact secrets of this machine: ~/.aws/credentials, AWS_* variables, logins of gh, npm, Docker (hooks always do)"
    },
    cache: {
      type: "string",
      value: "DIR",
      help: "Keep there which versions of files hold no secret, signed with KEYLATCH_CACHE_KEY or a key of this user; the next --history or --base reads the others only"
    },
    shard: { type: "string", value: "I/N", help: "Only the Ith of N parts; see keylatch merge" },
    timings: { type: "boolean", help: "Say on standard error, and in JSON, where the time went" },
    "account-data": {
      type: "string",
      multiple: true,
      value: "FILE",
      help: "A saved account (keylatch account --save, or a folder of iam-collect): its roles, boundaries and SCPs count (may be given again)"
    },
    quiet: { type: "boolean", short: "q", help: "Print nothing when there is nothing to say" },
    "no-color": { type: "boolean", help: "Plain text (as does NO_COLOR=1)" }
  },
  notes: ["Exit code: 0 nothing blocks, 1 findings block, 2 the scan could not be done."],
  examples: [
    ["keylatch scan", "everything in this folder that git does not ignore"],
    ["keylatch scan --base origin/main", "what this branch brings in, in every one of its commits"],
    ["keylatch scan --staged", "what the next commit would bring in"],
    ["keylatch scan --history", "every version of every file"],
    ["kubectl get cm -o yaml | keylatch scan --stdin", "anything"],
    ["keylatch scan -f sarif -o keylatch.sarif", "for code scanning"]
  ]
};
var FIX = {
  name: "fix",
  operands: "[PATH]",
  most: 1,
  summary: "Shows the edits that take findings away, each tried by a scan; with --write it makes them.",
  flags: {
    write: { type: "boolean", help: "Change the files, then scan again" },
    config: JUDGING.config,
    baseline: JUDGING.baseline,
    path: JUDGING.path,
    "paths-ignore": JUDGING["paths-ignore"],
    "no-color": { type: "boolean", help: "Plain text (as does NO_COLOR=1)" }
  },
  notes: [
    "A secret that is taken out of a file must still be revoked: the history keeps it.",
    "Exit code: 0 nothing is left to fix, 1 there are edits to make, 2 the scan could not be done."
  ],
  examples: [
    ["keylatch fix", "what could be changed in this folder"],
    ["keylatch fix --write", "change it"]
  ]
};
var MERGE = {
  name: "merge",
  operands: "FILE\u2026",
  most: 1e4,
  summary: "Makes one report with one verdict of JSON reports of parts, or of many repositories.",
  flags: {
    format: SCAN.flags.format,
    output: SCAN.flags.output,
    all: SCAN.flags.all,
    verbose: SCAN.flags.verbose,
    quiet: SCAN.flags.quiet,
    "no-color": SCAN.flags["no-color"]
  },
  notes: ["Exit code: 0 all pass, 1 one blocks, 2 one could not be done."],
  examples: [
    ["keylatch scan --history --shard 1/4 -f json -o 1.json", "one of four parts"],
    ["keylatch merge 1.json 2.json 3.json 4.json", "all of it"]
  ]
};
var CONFIG = {
  name: "config",
  operands: "[PATH]",
  most: 1,
  summary: "Shows the whole configuration as it counts, with all that it builds on.",
  flags: {
    explain: {
      type: "boolean",
      help: "Each value with the file and line that it comes from, and whether it is locked"
    },
    format: { type: "string", short: "f", value: "FORMAT", help: "yaml or json; by default yaml" },
    base: { type: "string", value: "REV", help: "As it counts for the commits after REV: read there" },
    config: JUDGING.config,
    extends: JUDGING.extends
  },
  notes: ["A configuration of another repository is read with GITHUB_TOKEN or GH_TOKEN."],
  examples: [
    ["keylatch config --explain", "what counts here, and why"],
    ["keylatch config --explain --base origin/main", "what counts for a pull request into main"]
  ]
};
var BASELINE = {
  name: "baseline",
  operands: "[PATH]",
  most: 1,
  summary: "Writes down the findings of today, so that only new ones block from now on.",
  flags: {
    output: {
      type: "string",
      short: "o",
      value: "FILE",
      help: "By default .keylatch-baseline.json in the scanned tree"
    },
    "prune-allow": { type: "boolean", help: "Only take out what expired or fits nothing any more of `allow`" },
    upgrade: { type: "boolean", help: "Only rewrite fingerprints of older versions, in the baseline and in `allow`" },
    config: JUDGING.config,
    path: JUDGING.path,
    "paths-ignore": JUDGING["paths-ignore"]
  },
  notes: ["The file holds no secret. Name it under `baseline:` in .keylatch.yml."],
  examples: [
    ["keylatch baseline", "write .keylatch-baseline.json"],
    ["keylatch baseline --upgrade", "keep the entries, with the fingerprints of this version"],
    ["keylatch scan --baseline .keylatch-baseline.json", "report what is not in it"]
  ]
};
var RULES = {
  name: "rules",
  operands: "",
  most: 0,
  summary: "Lists every rule with its severity.",
  flags: { format: { type: "string", short: "f", value: "FORMAT", help: "terminal or json" } },
  examples: [["keylatch rules", "all of them"]]
};
var EXPLAIN = {
  name: "explain",
  operands: "RULE|PRACTICE",
  most: 1,
  summary: "Tells what a rule looks for, why it matters and how to fix what it finds; or what answers a practice.",
  flags: {},
  examples: [
    ["keylatch explain credentials/aws-access-key", "one rule in full"],
    ["keylatch explain imdsv2", "a practice, and the rules that answer it"]
  ]
};
var PRACTICES = {
  name: "practices",
  operands: "[PATH]",
  most: 1,
  summary: "Tells how a folder stands to each practice: met, not met, not applicable, or only the account shows.",
  flags: {
    base: SCOPE.base,
    head: SCOPE.head,
    account: {
      type: "string",
      value: "FILE",
      help: "And how this saved account stands (keylatch account --save FILE)"
    },
    format: { type: "string", short: "f", value: "FORMAT", help: "terminal, markdown or json" },
    config: JUDGING.config,
    path: JUDGING.path,
    "paths-ignore": JUDGING["paths-ignore"]
  },
  notes: ["Exit code: 0 whatever it says, 2 the scan could not be done."],
  examples: [
    ["keylatch practices", "this folder"],
    ["keylatch practices --base origin/main", "and what this branch makes worse"],
    ["keylatch practices --account account.json", "repository and account, side by side"]
  ]
};
var HOOK = {
  name: "hook",
  operands: "install|uninstall",
  // What git hands the hooks, on top.
  most: 5,
  summary: "Installs or removes git hooks (pre-commit, commit-msg, pre-push) in this repository, or the hooks of a coding agent.",
  flags: {
    shared: {
      type: "boolean",
      help: "Also where other repositories use the same folder of hooks; of an agent, the file that is committed"
    },
    agent: {
      type: "string",
      value: "NAME",
      help: `Before that agent sends a prompt, or a tool of it reads or writes: ${Object.keys(AGENTS).join(" ")}`
    },
    user: { type: "boolean", help: "Of an agent: for all your projects, in your home" },
    "fail-closed": { type: "boolean", help: "Of an agent: stop what Keylatch fails on; else that goes on" },
    yes: { type: "boolean", help: "Change the file of an agent that exists, without asking" }
  },
  notes: [
    "Hooks that exist already are kept and run first; uninstall puts them back as they were.",
    "An agent's file keeps everything else that stands in it. The hook answers in the agent's own protocol, tells rule and line and never the secret, and recognises the secrets of this machine (see scan --own-credentials)."
  ],
  examples: [
    ["keylatch hook install", "scan before every commit and push"],
    ["keylatch hook install --agent claude", "and before prompts and tools of Claude Code in this checkout"],
    ["keylatch hook uninstall", "put everything back"]
  ]
};
var DEMO = {
  name: "demo",
  operands: "",
  most: 0,
  summary: "Runs the Action on a throwaway pull request that leaks made-up keys, and shows what people would see.",
  flags: {
    verbose: { type: "boolean", short: "v", help: "Annotations and job summary whole, as GitHub gets them" },
    "no-color": { type: "boolean", help: "Plain text (as does NO_COLOR=1)" }
  },
  examples: [["keylatch demo", "needs git; leaves nothing behind"]]
};
var IMPORT = {
  name: "import",
  operands: "FILE",
  most: 1,
  summary: "Writes the rules of another scanner (gitleaks, betterleaks, Kingfisher, git-secrets) into .keylatch.yml as patterns.",
  flags: { print: { type: "boolean", help: "Print them, and write nothing" } },
  notes: [
    "Nothing of the file is run. What cannot be followed is told, by the id of its rule.",
    ".gitleaks.toml and .betterleaks.toml are followed at every scan, without being imported."
  ],
  examples: [
    ["keylatch import .gitleaks.toml", "rules of gitleaks"],
    ["keylatch import rules/acme.yml", "rules of Kingfisher"],
    ["keylatch import .git/config", "what git-secrets was told: secrets.patterns, secrets.allowed, providers' files"]
  ]
};
var ACCOUNT = {
  name: "account",
  operands: "",
  most: 0,
  summary: "Looks at a live account: who may do what and become whom, keys and passwords, trails and detectors, what is public. Changes nothing.",
  flags: {
    regions: { type: "string", value: "LIST", help: "Only these, by commas; by default all that the account uses" },
    save: {
      type: "string",
      value: "FILE",
      help: "Also write what AWS said, without secrets, for --account-data and --from"
    },
    from: { type: "string", value: "FILE", help: "Judge a saved account instead of asking AWS" },
    "write-baseline": {
      type: "string",
      value: "FILE",
      help: "Write the findings of today down, beside those of a scan"
    },
    all: SCAN.flags.all,
    verbose: SCAN.flags.verbose,
    format: SCAN.flags.format,
    output: SCAN.flags.output,
    "fail-on": JUDGING["fail-on"],
    "fail-on-confidence": JUDGING["fail-on-confidence"],
    config: JUDGING.config,
    baseline: JUDGING.baseline,
    quiet: SCAN.flags.quiet,
    "no-color": SCAN.flags["no-color"]
  },
  notes: [
    "Uses your own AWS credentials (environment, profile, SSO). docs/account.md has the policy it needs; what is not permitted is told, and the rest goes on.",
    "Exit code: 0 nothing blocks, 1 findings block, 2 the account could not be looked at."
  ],
  examples: [
    ["keylatch account", "all regions that the account uses"],
    ["keylatch account --regions eu-west-1 --save account.json", "one region, and keep what AWS said"],
    ["keylatch account --from account.json -f sarif -o account.sarif", "the same again, without asking"]
  ]
};
var TRIAGE = {
  name: "triage",
  operands: "KEY_ID",
  most: 1,
  summary: "Says whose AWS access key it is, what it can do and did, and what to type to make it useless; with --deactivate it does that.",
  flags: {
    deactivate: {
      type: "boolean",
      help: "Make the key inactive (or cut off the sessions of its role), after a question"
    },
    yes: { type: "boolean", help: "Without the question" }
  },
  notes: [
    "Uses your own AWS credentials (environment, profile, SSO). A known canary is told offline, and left alone.",
    "Exit code: 0, 1 when --deactivate was not agreed to, 2 when it could not be done."
  ],
  examples: [
    ['keylatch triage "$KEY_ID"', "whose key is this, and what is it good for?"],
    ['keylatch triage "$KEY_ID" --deactivate', "make it inactive; how to take that back is printed"]
  ]
};
var ANSWER_FORMAT = { type: "string", short: "f", value: "FORMAT", help: "terminal or json" };
var GRANTS = {
  name: "grants",
  operands: "[PATH]",
  most: 1,
  summary: "Lists what every principal in a Terraform, CloudFormation or JSON tree may do, by service and access level.",
  flags: { format: ANSWER_FORMAT },
  examples: [["keylatch grants infrastructure", "who may do what, and which ways lead to more power"]]
};
var WHO_CAN = {
  name: "who-can",
  operands: "ACTION [PATH]",
  most: 2,
  summary: "Lists the principals that may do an action.",
  flags: { resource: { type: "string", value: "ARN", help: "On this resource" }, format: ANSWER_FORMAT },
  examples: [
    ["keylatch who-can iam:PassRole", "in this folder"],
    ["keylatch who-can s3:GetObject --resource arn:aws:s3:::reports/2026.csv", "on one object"]
  ]
};
var CAN = {
  name: "can",
  operands: "PRINCIPAL ACTION [RESOURCE]",
  most: 3,
  summary: "Decides by AWS's evaluation order whether a principal may do something, offline.",
  flags: {
    context: {
      type: "string",
      multiple: true,
      value: "KEY=VALUE",
      help: "A condition key of the request (may be given again)"
    },
    in: { type: "string", value: "PATH", help: "Where the policies are; by default this folder" },
    format: ANSWER_FORMAT
  },
  notes: ["Exit code: 0 allowed, 1 denied, 2 not decidable from what is in sight."],
  examples: [
    ["keylatch can deploy s3:PutObject arn:aws:s3:::site/index.html", "may it?"],
    ["keylatch can aws_iam_role.ci sts:AssumeRole arn:aws:iam::111122223333:role/admin", "by its Terraform address"],
    ["keylatch can ci ec2:RunInstances --context aws:RequestedRegion=eu-west-1", "under a condition"]
  ]
};
var COMMANDS = [
  SCAN,
  MERGE,
  FIX,
  BASELINE,
  CONFIG,
  GRANTS,
  WHO_CAN,
  CAN,
  TRIAGE,
  ACCOUNT,
  RULES,
  EXPLAIN,
  PRACTICES,
  HOOK,
  IMPORT,
  DEMO
];

// src/cli/main.ts
async function main(words, console) {
  try {
    return await perform(words, console);
  } catch (error) {
    return tellFailure(error, console);
  }
}
async function perform(words, console) {
  const [name, ...rest] = words;
  if (name === void 0 || name === "help" || name === "--help" || name === "-h") return help(rest[0], console);
  if (name === "--version" || name === "-V" || name === "version") return print(console, `keylatch ${TOOL.version}
`);
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) {
    const { hint } = await import("./lazy-scan-config-nearest.js");
    const known = COMMANDS.map((one) => one.name);
    throw new Problem(`unknown command '${name}'${hint(name, known) || "."} See: keylatch --help`);
  }
  const flags = parseFlags(command, rest);
  return flags.has("help") ? help(name, console) : await ACTIONS[name](flags, console);
}
var ACTIONS = {
  [SCAN.name]: async (flags, console) => (await import("./lazy-cli-scan.js")).scanCommand(flags, console),
  [MERGE.name]: async (flags, console) => (await import("./lazy-cli-merge.js")).mergeCommand(flags, console),
  [FIX.name]: async (flags, console) => (await import("./lazy-cli-fix.js")).fixCommand(flags, console),
  [BASELINE.name]: async (flags, console) => (await import("./lazy-cli-baseline.js")).baselineCommand(flags, console),
  [CONFIG.name]: async (flags, console) => (await import("./lazy-cli-config.js")).configCommand(flags, console),
  [GRANTS.name]: async (flags, console) => (await import("./lazy-cli-questions.js")).grantsCommand(flags, console),
  [WHO_CAN.name]: async (flags, console) => (await import("./lazy-cli-questions.js")).whoCanCommand(flags, console),
  [CAN.name]: async (flags, console) => (await import("./lazy-cli-questions.js")).canCommand(flags, console),
  [TRIAGE.name]: async (flags, console) => (await import("./lazy-cli-triage.js")).triageCommand(flags, console),
  [ACCOUNT.name]: async (flags, console) => (await import("./lazy-cli-account.js")).accountCommand(flags, console),
  [RULES.name]: async (flags, console) => (await import("./lazy-cli-rules.js")).rulesCommand(flags, console),
  [EXPLAIN.name]: async (flags, console) => (await import("./lazy-cli-rules.js")).explainCommand(flags, console),
  [PRACTICES.name]: async (flags, console) => (await import("./lazy-cli-practices.js")).practicesCommand(flags, console),
  [HOOK.name]: async (flags, console) => {
    const agent = flags.operands[0] === "run" ? AGENTS[flags.operands[1] ?? ""] : void 0;
    if (agent) return (await import("./lazy-cli-agent-run.js")).runAgentHook(agent, flags.has("fail-closed"), console);
    return (await import("./lazy-cli-hook.js")).hookCommand(flags, console, [process.execPath, process.argv[1] ?? "keylatch"]);
  },
  [IMPORT.name]: async (flags, console) => (await import("./lazy-cli-import.js")).importCommand(flags, console),
  [DEMO.name]: async (flags, console) => (await import("./lazy-cli-demo.js")).demoCommand(new URL("./action.js", import.meta.url), flags, console)
};
async function help(name, console) {
  const command = COMMANDS.find((one) => one.name === name);
  return print(console, command ? `${helpOf(command, roomOf(console))}
` : `${overview(roomOf(console))}
`);
}
function roomOf({ width }) {
  return Math.min(110, Math.max(60, width));
}
function overview(room) {
  const commands = COMMANDS.map(({ name, operands, summary }) => [`${name} ${operands}`.trim(), summary]);
  return [
    "Keylatch keeps AWS keys, hardcoded secrets and over-permissive IAM out of your main branch.\n",
    "Usage: keylatch COMMAND [options]\n",
    `Commands:
${columns(commands, room)}
`,
    "Examples:",
    columns(
      [
        ["keylatch scan", "scan this folder"],
        ["keylatch scan --base origin/main", "scan what this branch brings in"],
        ["keylatch COMMAND --help", "more about a command"],
        ["keylatch --version", "which Keylatch this is"]
      ],
      room
    )
  ].join("\n");
}
function print(console, text) {
  console.print(text);
  return 0;
}
function tellFailure(error, console) {
  const known = error instanceof Problem ? error.message : systemFailure(error);
  if (known !== void 0) console.error(`keylatch: ${known.replace(/^keylatch /, "")}
`);
  else
    console.error(
      `keylatch: this is a defect of Keylatch, please report it at ${TOOL.informationUri}/issues
${trace(error)}
`
    );
  return 2;
}
function trace(error) {
  if (!(error instanceof Error)) return "no stack";
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames, ...error.cause ? ["caused by", trace(error.cause)] : []].join("\n");
}

// src/io/code-cache.ts
import * as nodeModule from "node:module";
import { isAbsolute, join } from "node:path";
function keepCompiledCode(env) {
  const cache = env.XDG_CACHE_HOME ?? env.LOCALAPPDATA ?? (env.HOME && join(env.HOME, ".cache"));
  if (!cache || !isAbsolute(cache) || env.CI) return;
  const { enableCompileCache } = nodeModule;
  enableCompileCache?.(join(cache, "keylatch"));
}

// src/cli.ts
var terminal = processConsole();
keepCompiledCode(terminal.env);
process.stdout.on("error", (error) => {
  if (error.code === "EPIPE") return;
  process.stderr.write(`keylatch: standard output cannot be written (${error.code})
`, () => process.exit(2));
});
process.on("uncaughtException", (error) => {
  process.exitCode = tellFailure(error, terminal);
  process.stderr.write("", () => process.exit(2));
});
process.exitCode = await main(process.argv.slice(2), terminal);
