import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  openRepository
} from "./shared-io-git-repository.js";
import {
  readTextFile,
  writeTextFile
} from "./shared-io-git-skipped.js";
import {
  applyEdits,
  modify,
  parse
} from "./shared-jsonc-parser-main.js";
import {
  AGENTS
} from "./shared-cli-agents.js";
import {
  hint
} from "./shared-scan-config-nearest.js";
import {
  Problem
} from "./shared-core-problem.js";
import "./shared-runtime.js";

// src/cli/agent-install.ts
import { rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
async function agentHookCommand(flags, console, program) {
  const name = flags.value("agent");
  const agent = AGENTS[name];
  const known = Object.keys(AGENTS);
  if (!agent) throw new Problem(`--agent cannot be '${name}'${hint(name, known) || "."} It takes: ${known.join(", ")}`);
  const path = await pathOf(agent, flags, console);
  const before = readTextFile(path);
  const failClosed = flags.has("fail-closed");
  const command = [...program.map(quoted), "hook", "run", name, ...failClosed ? ["--fail-closed"] : []].join(" ");
  const removing = flags.operands[0] === "uninstall";
  const without = withoutOurs(before, name, path);
  const after = removing ? without : withOurs(without, agent, command, failClosed);
  if (after === before) {
    console.print(`${path} is as it should be.
`);
    return 0;
  }
  if (before !== void 0 && !await mayChange(path, flags, console)) {
    console.print(`${path} was left as it is.
`);
    return 1;
  }
  if (removing && isEmpty(after)) rmSync(path);
  else writeTextFile(path, after ?? "");
  console.print(removing ? `${agent.title} runs Keylatch no more (${path}).
` : told(agent, path, failClosed));
  return 0;
}
function told(agent, path, failClosed) {
  const [what, when] = failClosed ? ["is stopped", ""] : ["goes on", " (--fail-closed: is stopped)"];
  return [
    `${agent.title} asks Keylatch now, ${agent.hooks.map(({ event }) => event).join(", ")} (${path}).`,
    `What Keylatch fails on ${what}${when}. When it cannot be started, ${agent.unstarted}.`,
    ...agent.note ? [agent.note] : [],
    "The hook starts Keylatch by its place on this machine: before you commit that file, put `npx keylatch` there.\n"
  ].join("\n");
}
async function pathOf({ files }, flags, console) {
  if (flags.has("user")) return join(console.env.HOME ?? homedir(), files.user);
  const root = (await openRepository(console.cwd, console.env))?.workTree ?? console.cwd;
  return join(root, flags.has("shared") ? files.shared : files.own);
}
async function mayChange(path, flags, console) {
  if (flags.has("yes")) return true;
  const answer = await console.ask?.(`${path} exists. Change its hooks? [y/N] `);
  if (answer === void 0) throw new Problem(`${path} exists: give --yes to change its hooks`);
  return /^y(?:es)?$/i.test(answer.trim());
}
var FORMAT = { formattingOptions: { insertSpaces: true, tabSize: 2 } };
function withOurs(before, agent, command, failClosed) {
  let text = before === void 0 || isEmpty(before) ? agent.shape === "list" ? '{ "version": 1 }' : "{}" : before;
  for (const { event, matcher } of agent.hooks) {
    const hook = agent.entry(command, failClosed);
    const matched = matcher === void 0 ? {} : { matcher };
    const entry = agent.shape === "groups" ? { ...matched, hooks: [hook] } : { ...hook, ...matched };
    const there = Array.isArray(hooksIn(text)[event]) ? hooksIn(text)[event].length : 0;
    text = applyEdits(text, modify(text, ["hooks", event, there], entry, { ...FORMAT, isArrayInsertion: there > 0 }));
  }
  return text.endsWith("\n") ? text : `${text}
`;
}
function withoutOurs(before, name, path) {
  if (before === void 0 || before.trim() === "") return before;
  const errors = [];
  const root = parse(before, errors, { allowTrailingComma: true });
  if (errors.length > 0 || typeof root !== "object" || root === null || Array.isArray(root))
    throw new Problem(`${path} is no JSON object; mend it first`);
  let text = before;
  for (const event of Object.keys(hooksIn(text))) {
    for (let at = (hooksIn(text)[event] ?? []).length - 1; at >= 0; at--)
      if (isOurs(hooksIn(text)[event][at], name))
        text = applyEdits(text, modify(text, ["hooks", event, at], void 0, FORMAT));
    if (hooksIn(text)[event]?.length === 0) text = applyEdits(text, modify(text, ["hooks", event], void 0, FORMAT));
  }
  return text;
}
function hooksIn(text) {
  const root = parse(text);
  return typeof root?.hooks === "object" && root.hooks !== null ? root.hooks : {};
}
var isOurs = (entry, name) => JSON.stringify(entry ?? "").includes(` hook run ${name}`);
function isEmpty(text) {
  const root = parse(text ?? "{}");
  const left = Object.entries(root ?? {}).filter(
    ([key, value]) => key !== "version" && !(key === "hooks" && Object.keys(value ?? {}).length === 0)
  );
  return left.length === 0;
}
function quoted(word) {
  return /^[\w./:\\-]+$/.test(word) ? word : `"${word.replaceAll('"', '\\"')}"`;
}
export {
  agentHookCommand
};
