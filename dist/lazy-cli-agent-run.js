import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  ownSecrets
} from "./shared-io-own-secrets.js";
import {
  createLineReader,
  worthReading
} from "./shared-scan-worth.js";
import "./shared-rules-credentials-tokens-finder.js";
import "./shared-io-git-skipped.js";
import "./shared-core-text.js";
import "./shared-core-problem.js";
import "./shared-runtime.js";

// src/cli/agent-run.ts
import { existsSync, readFileSync, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";

// src/cli/agent-input.ts
function readAgentInput(json) {
  const root = JSON.parse(json);
  if (!isObject(root)) throw new Error("no object");
  const event = textIn(root, ["hook_event_name", "hookEventName"]) ?? ("prompt" in root ? "userPromptSubmitted" : "preToolUse");
  const cwd = textIn(root, ["cwd"]) ?? (Array.isArray(root.workspace_roots) ? String(root.workspace_roots[0] ?? "") : void 0);
  const prompt = textIn(root, ["prompt"]);
  const name = textIn(root, ["tool_name", "toolName"]) ?? "";
  const input = argumentsIn(root);
  const path = textIn(input, PATHS);
  const texts = textsIn(input).map((text) => path === void 0 ? { text } : { path, text });
  const command = textIn(input, ["command", "cmd", "script"]);
  return {
    event,
    cwd,
    texts: [...prompt === void 0 ? [] : [{ text: prompt }], ...texts],
    reads: [
      ...attachments(root),
      ...path !== void 0 && texts.length === 0 && !WRITES.test(name) ? [path] : [],
      ...command === void 0 ? [] : filesReadBy(command)
    ]
  };
}
var WRITES = /write|edit|create|replace|patch|delete|move|rename/i;
var PATHS = ["file_path", "filePath", "absolute_path", "path", "notebook_path", "filename", "uri"];
function argumentsIn(root) {
  const given = root.tool_input ?? root.toolArgs ?? root.tool_args;
  if (isObject(given)) return given;
  if (typeof given === "string") {
    try {
      const parsed = JSON.parse(given);
      return isObject(parsed) ? parsed : { command: given };
    } catch {
      return { command: given };
    }
  }
  const { command, content, file_path } = root;
  return { ...command ? { command } : {}, ...content ? { content } : {}, ...file_path ? { file_path } : {} };
}
var BESIDE = /^(?:old_?(?:string|str|text)|description|pattern|explanation|instructions?|matcher|glob|language)$/i;
function textsIn(value, key = "") {
  if (typeof value === "string")
    return value === "" || BESIDE.test(key) || PATHS.includes(key) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, key));
  return isObject(value) ? Object.entries(value).flatMap(([name, one]) => textsIn(one, name)) : [];
}
function attachments(root) {
  const given = Array.isArray(root.attachments) ? root.attachments : [];
  return given.flatMap((one) => isObject(one) ? textIn(one, PATHS) ?? [] : []);
}
var READERS = /(?:^|[|&;(\n]\s*)(?:sudo\s+)?(?:cat|head|tail|less|more|bat|nl|tac|type|gc|get-content|grep|rg|sed|awk|jq|yq|base64|xxd|od|strings|source|\.)\s+([^|&;\n<>]+)/gi;
function filesReadBy(command) {
  return [...command.matchAll(READERS)].flatMap(([, words]) => words.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^(['"])(.*)\1$/, "$2")).filter((word) => !word.startsWith("-") && word.length < 400).slice(0, 20);
}
function textIn(value, keys) {
  return keys.map((key) => value[key]).find((one) => typeof one === "string" && one !== "");
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/cli/agent-run.ts
async function runAgentHook(agent, failClosed, console) {
  let event = agent.hooks[0].event;
  try {
    const input = readAgentInput(Buffer.from(await console.readInput()).toString("utf8"));
    event = input.event;
    const reason = await reasonToStop(input, console);
    answer(reason === void 0 ? agent.allows(event, failClosed) : agent.stops(event, reason), console);
  } catch (error) {
    const why = `Keylatch could not look at this: ${error instanceof SyntaxError ? "the agent gave it no JSON" : "it failed"}.`;
    console.error(`${why}
`);
    answer(failClosed ? agent.stops(event, why) : agent.allows(event, failClosed), console);
  }
  return 0;
}
function answer(said, console) {
  if (said) console.print(`${JSON.stringify(said)}
`);
}
var LARGEST_FILE = 10 << 20;
async function reasonToStop(input, console) {
  const cwd = input.cwd && existsSync(input.cwd) ? input.cwd : console.cwd;
  const root = rootAbove(cwd);
  const nameOf = (path) => {
    const inside = relative(root, resolve(cwd, path)).split(sep).join("/");
    return inside.startsWith("../") || isAbsolute(inside) ? path : inside;
  };
  const texts = [
    ...input.texts.map(({ path, text }) => ({ name: path === void 0 ? "what would be sent" : nameOf(path), text })),
    ...input.reads.flatMap((path) => {
      const text = fileAt(resolve(cwd, path));
      return text === void 0 ? [] : [{ name: nameOf(path), text }];
    })
  ];
  const secrets = ownSecrets(console.env);
  const config = CONFIGS.find((path) => existsSync(join(root, path)));
  const hasOwn = RULES.some((path) => existsSync(join(root, path))) || hasPatterns(config && fileAt(join(root, config)));
  const worth = texts.filter((text) => hasOwn || mayHoldSecret(text, secrets));
  const told = [];
  for (const text of worth) {
    const report = await scanned(text, root, config, secrets, console);
    if (report.verdict === "broken") throw new Error("the scan could not be done");
    if (report.verdict === "block") told.push(...reasonsIn(report, text.name));
  }
  if (told.length === 0) return void 0;
  return `Keylatch stopped this: ${told.join(" ")} Take it out, or read it from the environment when it is needed.`;
}
var CONFIGS = [".keylatch.yml", ".keylatch.yaml"];
var RULES = [".gitleaks.toml", ".betterleaks.toml"];
var hasPatterns = (config) => /^["']?patterns/m.test(config ?? "");
function rootAbove(folder) {
  for (let at = folder; ; at = resolve(at, "..")) {
    if (existsSync(join(at, ".git"))) return at;
    if (resolve(at, "..") === at) return folder;
  }
}
function fileAt(path) {
  try {
    return statSync(path).isFile() && statSync(path).size <= LARGEST_FILE ? readFileSync(path, "utf8") : void 0;
  } catch {
    return void 0;
  }
}
function mayHoldSecret({ name, text }, secrets) {
  const { asText, byFrontEnds } = worthReading({ uri: name, text }, createLineReader());
  return asText || byFrontEnds || secrets.some(({ value }) => text.includes(value));
}
async function scanned({ name, text }, root, config, secrets, console) {
  const { run } = await import("./lazy-run.js");
  return await run({
    root,
    scope: { kind: "stdin", bytes: Buffer.from(text), name },
    paths: [],
    pathsIgnore: [],
    policyFrom: "disk",
    ...config ? { config: join(root, config) } : {},
    comments: "head",
    ownSecrets: secrets,
    today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
    now: () => performance.now(),
    env: console.env
  });
}
function reasonsIn(report, name) {
  const blocking = report.findings.filter(({ blocking: blocks, secret }) => blocks && secret);
  const title = ({ ruleId }) => report.rules.find(({ id }) => id === ruleId)?.title ?? ruleId;
  return blocking.slice(0, 5).map((finding) => {
    const { startLine } = finding.location.region;
    return `${title(finding)} (${finding.ruleId}), line ${startLine} of ${name}.`;
  });
}
export {
  CONFIGS,
  RULES,
  runAgentHook
};
