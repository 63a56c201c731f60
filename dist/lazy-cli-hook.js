import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  ownSecrets
} from "./shared-io-own-secrets.js";
import {
  annotatedTags,
  listCommits,
  run,
  tagMessagesOf
} from "./shared-run.js";
import "./shared-iam-questions.js";
import "./shared-scan-worth.js";
import "./shared-run-config-files.js";
import "./shared-iam-dangers-data-exfiltration.js";
import "./shared-rules-credentials-tokens-finder.js";
import {
  requireRepository
} from "./shared-io-git-repository.js";
import "./shared-iam-escalation-context.js";
import {
  NO_HOOKS,
  git,
  isId,
  isZeroId,
  readTextFile,
  resolveCommits,
  splitNul,
  tryGit
} from "./shared-io-git-skipped.js";
import "./shared-core-address-blocks.js";
import "./shared-jsonc-parser-main.js";
import {
  render
} from "./shared-report.js";
import "./shared-run-tool.js";
import {
  hint
} from "./shared-scan-config-nearest.js";
import "./shared-core-finding.js";
import "./shared-core-source.js";
import "./shared-core-text.js";
import {
  Problem
} from "./shared-core-problem.js";
import "./shared-runtime.js";

// src/cli/hook.ts
import { isAbsolute as isAbsolute2, relative as relative2, resolve as resolve2 } from "node:path";

// src/io/git/hooks.ts
import { chmodSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
var HOOKS = ["pre-commit", "commit-msg", "pre-push"];
async function installHooks(repository, options) {
  const folder = await hooksFolder(repository, options.shared ?? false);
  for (const hook of HOOKS) assertFree(join(folder, hook));
  mkdirSync(folder, { recursive: true });
  return HOOKS.map((hook) => {
    const path = join(folder, hook);
    const fresh = `${path}.keylatch-new`;
    writeFileSync(fresh, script(hook, options.command));
    chmodSync(fresh, 493);
    if (exists(path) && !isOurs(path)) renameSync(path, path + BEFORE);
    renameSync(fresh, path);
    return { hook, path, did: "installed", chained: exists(path + BEFORE) };
  });
}
async function uninstallHooks(repository) {
  const folder = await hooksFolder(repository, true);
  return HOOKS.map((hook) => {
    const path = join(folder, hook);
    const chained = exists(path + BEFORE);
    if (!isOurs(path)) return { hook, path, did: "left", chained };
    rmSync(path);
    if (!chained) return { hook, path, did: "removed", chained };
    renameSync(path + BEFORE, path);
    return { hook, path, did: "restored", chained };
  });
}
var BEFORE = ".before-keylatch";
var MARK = "# Made by `keylatch hook install`; `keylatch hook uninstall` takes it away.";
async function hooksFolder(repository, shared) {
  const set = await configuredFolder(repository);
  if (set === void 0) return join(repository.commonDir, "hooks");
  const folder = resolve(repository.workTree ?? repository.gitDir, set.path);
  const own = [repository.workTree, repository.commonDir].some((root) => root !== void 0 && isBelow(root, folder));
  if (!shared && !own) {
    throw new Problem(
      `core.hooksPath (${set.scope}) is ${folder}, which other repositories use too. Give this one its own: \`git config core.hooksPath .git/hooks\`, or add --shared.`
    );
  }
  return basename(folder) === "_" && basename(dirname(folder)) === ".husky" ? dirname(folder) : folder;
}
async function configuredFolder(repository) {
  const args = ["config", "-z", "--show-scope", "--type=path", "--get-all", "core.hooksPath"];
  const answer = await tryGit(repository, args, { env: { ...configurationOf(repository), GIT_CONFIG_NOSYSTEM: "0" } });
  if (!answer.ok) return void 0;
  const fields = [...splitNul(answer.output)].map(String);
  const values = fields.flatMap((scope, index) => index % 2 === 0 ? [{ scope, path: fields[index + 1] }] : []);
  return values.filter(({ scope, path }) => scope !== "command" || path !== NO_HOOKS).findLast(({ path }) => path !== "");
}
function configurationOf({ env }) {
  const set = Object.entries(env).filter(
    ([name]) => /^GIT_CONFIG_(?:GLOBAL|SYSTEM|COUNT|PARAMETERS|KEY_\d+|VALUE_\d+)$/.test(name)
  );
  return Object.fromEntries(set.flatMap(([name, value]) => value === void 0 ? [] : [[name, value]]));
}
function isBelow(root, folder) {
  const inside = relative(root, folder);
  return !inside.startsWith("..") && !isAbsolute(inside);
}
function assertFree(path) {
  if (!exists(path) || isOurs(path) || !exists(path + BEFORE)) return;
  throw new Problem(
    `${path} would have to be kept as ${basename(path)}${BEFORE}, but there is one already. Merge the two, or remove one of them.`
  );
}
function exists(path) {
  return lstatSync(path, { throwIfNoEntry: false }) !== void 0;
}
function isOurs(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true && readFileSync(path, "utf8").includes(MARK);
}
function script(hook, command) {
  const keylatch = `${command.map(quoted).join(" ")} hook run ${hook} "$@"`;
  const take = hook === "pre-push" ? "input=$(cat; printf .)\ninput=${input%.}\n" : "";
  const give = hook === "pre-push" ? 'printf %s "$input" | ' : "";
  return `#!/bin/sh
${MARK}
before="$0${BEFORE}"
${take}if [ -x "$before" ]; then
  ${give}"$before" "$@" || exit $?
fi
status=0
${give}${keylatch} || status=$?
if [ $status -ge 126 ]; then
  echo "Keylatch could not be started. Run keylatch hook install again, or remove $0." >&2
fi
exit $status
`;
}
function quoted(word) {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

// src/io/git/push.ts
function parsePrePush(input) {
  return input.split("\n").flatMap((line) => {
    const [, localRef, local, remoteRef, remote] = /^(.*) (\S+) (\S+) (\S+)$/.exec(line) ?? [];
    if (!localRef || !remoteRef || !isId(local ?? "") || !isId(remote ?? "")) return [];
    return [
      {
        localRef,
        remoteRef,
        ...isZeroId(local) ? {} : { local },
        ...isZeroId(remote) ? {} : { remote }
      }
    ];
  });
}
async function pushRanges(repository, refs, remote) {
  const known = await tipsOf(repository, remote);
  const ranges = [];
  for (const { local, remote: old, remoteRef } of refs) {
    if (local === void 0) continue;
    const [head, base] = await resolveCommits(repository, [local, old ?? ""]);
    if (head === void 0) continue;
    const not = [...known, ...ranges.map((range) => range.head)];
    const commits = await listCommits(repository, { head, not: base === void 0 ? not : [base, ...not] });
    if (commits.length > 0) ranges.push({ ref: remoteRef, ...base === void 0 ? {} : { base }, head, not });
  }
  return ranges;
}
async function pushedTags(repository, refs) {
  const named = refs.flatMap(
    ({ local, remoteRef }) => local === void 0 ? [] : [{ name: remoteRef.replace(/^refs\/tags\//, ""), object: local }]
  );
  const messages = [];
  for await (const message of tagMessagesOf(repository, await annotatedTags(repository, named))) messages.push(message);
  return messages;
}
async function tipsOf(repository, remote) {
  if (!/^[\w][\w./-]*$/.test(remote)) return [];
  const output = await git(repository, ["for-each-ref", "--format=%(objectname)", `refs/remotes/${remote}/`]);
  return [...new Set(output.toString().split("\n").filter(isId))];
}

// src/cli/hook.ts
async function hookCommand(flags, console, program) {
  const [verb, hook, ...words] = flags.operands;
  if (verb === "run") return await runHook(hook, words, console);
  if (flags.value("agent") !== void 0 && (verb === "install" || verb === "uninstall")) {
    return await (await import("./lazy-cli-agent-install.js")).agentHookCommand(flags, console, program);
  }
  if (hook !== void 0) throw new Problem(`keylatch hook ${verb} takes nothing more, so what is '${hook}'?`);
  const repository = await requireRepository(console.cwd, console.env);
  if (verb === "install") {
    const changes = await installHooks(repository, { command: program, shared: flags.has("shared") });
    tell(changes, console);
    if (changes.some(({ path }) => isCommitted(path, repository))) console.print(OF_THIS_MACHINE);
    return 0;
  }
  if (verb === "uninstall") return tell(await uninstallHooks(repository), console);
  throw new Problem(
    `keylatch hook takes install or uninstall${verb ? `, not '${verb}'${hint(verb, ["install", "uninstall"]) || "."}` : ""}`
  );
}
var OF_THIS_MACHINE = "These hooks are files of the repository, and start Keylatch by its place on this machine. Before you commit them, put `npx keylatch` there.\n";
function isCommitted(path, { workTree, commonDir }) {
  const isBelow2 = (folder) => !/^\.\.(?:[\\/]|$)/.test(relative2(folder, path)) && !isAbsolute2(relative2(folder, path));
  return workTree !== void 0 && isBelow2(workTree) && !isBelow2(commonDir);
}
function tell(changes, console) {
  for (const { hook, did, chained, path } of changes) {
    const said = {
      installed: `runs Keylatch now${chained ? ", after the hook that was there" : ""}`,
      removed: "removed",
      restored: "as it was before Keylatch",
      left: "was not ours, and is as it was"
    }[did];
    console.print(`${hook.padEnd(10)}  ${said}  (${path})
`);
  }
  return 0;
}
async function runHook(hook, words, console) {
  if (!HOOKS.includes(hook)) throw new Problem(`keylatch hook run needs one of: ${HOOKS.join(", ")}`);
  let worst = 0;
  for (const scope of await scopesOf(hook, words, console)) {
    const report = await run(settingsFor(scope, console));
    if (report.verdict === "pass") continue;
    console.error(render(report, "terminal", { terminal: { colour: console.errorColour, width: console.width } }));
    console.error(advice(hook, report));
    worst = Math.max(worst, report.verdict === "block" ? 1 : 2);
  }
  return worst;
}
async function scopesOf(hook, words, console) {
  if (hook === "pre-commit") return [{ kind: "staged" }];
  if (hook === "commit-msg") return [messageScope(words[0], console)];
  const repository = await requireRepository(console.cwd, console.env);
  const pushed = parsePrePush(Buffer.from(await console.readInput()).toString("utf8"));
  const ranges = await pushRanges(repository, pushed, words[0] ?? "");
  const tags = await pushedTags(repository, pushed);
  return [
    ...ranges.map(({ base, head, not }) => ({ kind: "range", base, head, not })),
    ...tags.map(({ uri, text }) => ({ kind: "stdin", bytes: Buffer.from(text || "\n"), name: uri }))
  ];
}
function messageScope(file, console) {
  const text = file && readTextFile(resolve2(console.cwd, file));
  if (text === void 0 || text === "") throw new Problem("keylatch hook run commit-msg needs the file of the message");
  const kept = text.replace(/^# -+ >8 -+[\s\S]*/m, "").replace(/^#.*$/gm, "");
  return { kind: "stdin", bytes: Buffer.from(kept || "\n"), name: "commit message" };
}
function settingsFor(scope, console) {
  return {
    root: console.cwd,
    scope,
    paths: [],
    pathsIgnore: [],
    policyFrom: "repository",
    comments: "head",
    ownSecrets: ownSecrets(console.env),
    today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
    now: () => performance.now(),
    env: console.env
  };
}
function advice(hook, report) {
  const what = { "pre-commit": "commit", "commit-msg": "commit", "pre-push": "push" }[hook];
  if (report.verdict === "broken") return `Keylatch could not scan this ${what}: ${report.reason}
`;
  if (report.findings.some(({ blocking, atHead }) => blocking && !atHead)) {
    return `Keylatch stopped this ${what}. Rotate what leaked; then take it out of the commits (git rebase -i), since a push would publish them.
`;
  }
  if (hook === "commit-msg") {
    return "Keylatch stopped this commit: take the secret out of the message. Where it is wrong, end the line with `# keylatch:ignore RULE -- why`.\n";
  }
  return `Keylatch stopped this ${what}. Where it is wrong, write \`keylatch:ignore RULE -- why\` on the line.
`;
}
export {
  hookCommand
};
