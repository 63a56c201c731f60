import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  DEFAULT_LIMITS,
  attempt,
  commandsFor,
  deadlineOf,
  describeKey,
  endpointOf,
  faultName,
  faultText,
  isNetwork,
  isTransient,
  lookUp,
  mendText,
  proxyAgents,
  shownAccount,
  stsClient,
  timedOut
} from "./chunk-chunk-IYHHN2BU.js";
import {
  commitsBetween,
  cutOff,
  endAllGit,
  firstParent,
  forkPoint,
  git,
  isId,
  isZeroId,
  openRepository,
  readTextFile,
  render,
  renderParts,
  requireCommit,
  resolveCommits,
  run,
  shallowBoundary,
  shortId,
  tryGit,
  writeBesideScanned
} from "./chunk-chunk-YHCI63CN.js";
import "./chunk-chunk-H27HOUXR.js";
import {
  exportCredentials,
  writeOutputs
} from "./chunk-chunk-QCVQIN2F.js";
import {
  systemFailure
} from "./chunk-chunk-DZRNE3EN.js";
import {
  SEVERITIES
} from "./chunk-chunk-SKCKLVSI.js";
import {
  Problem
} from "./chunk-chunk-6X6H2IHE.js";
import {
  core_exports,
  error,
  getInput,
  setOutput
} from "./chunk-chunk-OGYRP5RR.js";
import {
  hint
} from "./chunk-chunk-ZV3ODPNH.js";
import "./chunk-chunk-KDUCAHTM.js";
import "./chunk-chunk-N5YKVZA2.js";

// src/action.ts
import { appendFileSync } from "node:fs";

// src/action/event.ts
function readEvent(env) {
  const { GITHUB_EVENT_NAME, GITHUB_EVENT_PATH, GITHUB_WORKSPACE, GITHUB_REPOSITORY, RUNNER_TEMP } = env;
  if (!GITHUB_EVENT_NAME || !GITHUB_WORKSPACE) {
    throw new Problem(
      "GITHUB_EVENT_NAME and GITHUB_WORKSPACE are not set: this runs as a GitHub Action; elsewhere use the command line"
    );
  }
  const payload = payloadOf(GITHUB_EVENT_PATH);
  return {
    name: GITHUB_EVENT_NAME,
    payload,
    workspace: GITHUB_WORKSPACE,
    temp: RUNNER_TEMP || GITHUB_WORKSPACE,
    repository: {
      slug: GITHUB_REPOSITORY ?? "",
      serverUrl: env.GITHUB_SERVER_URL || "https://github.com",
      commit: headOf(payload) ?? env.GITHUB_SHA ?? ""
    },
    apiUrl: env.GITHUB_API_URL || "https://api.github.com",
    fork: isFork(payload)
  };
}
function payloadOf(path) {
  if (!path) return {};
  const text2 = readTextFile(path);
  if (text2 === void 0) throw new Problem(`the event payload ${path} cannot be read; GITHUB_EVENT_PATH names it`);
  const payload = parsed(text2, path);
  if (typeof payload === "object" && payload !== null) return payload;
  throw new Problem(`the event payload ${path} is not a JSON object`);
}
function parsed(text2, path) {
  try {
    return JSON.parse(text2);
  } catch {
    throw new Problem(`the event payload ${path} is not JSON`);
  }
}
function headOf(payload) {
  return payload.pull_request?.head?.sha;
}
function isFork(payload) {
  const pull = payload.pull_request;
  return pull !== void 0 && pull.head?.repo?.full_name !== pull.base?.repo?.full_name;
}

// src/action/inputs.ts
function readInputs(getInput2) {
  const failOn = word(getInput2, "fail-on", [...SEVERITIES, "never"]);
  return {
    scan: word(getInput2, "scan", ["auto", "diff", "full"]) ?? "auto",
    paths: lines(getInput2("paths")),
    pathsIgnore: lines(getInput2("paths-ignore")),
    annotations: flag(getInput2, "annotations"),
    summary: flag(getInput2, "summary"),
    ...failOn ? { failOn } : {},
    ...revision(getInput2, "base"),
    ...revision(getInput2, "head"),
    ...text(getInput2, "config", "config"),
    ...text(getInput2, "baseline", "baseline"),
    ...text(getInput2, "github-token", "token"),
    ...text(getInput2, "sarif-file", "sarifFile")
  };
}
function word(getInput2, name, words2) {
  const value = getInput2(name).trim();
  if (value === "") return void 0;
  if (words2.includes(value)) return value;
  throw new Problem(`the input ${name} cannot be '${value}'${hint(value, words2) || "."} It takes: ${words2.join(", ")}`);
}
function flag(getInput2, name) {
  const value = getInput2(name).trim().toLowerCase();
  if (value === "" || value === "true") return true;
  if (value === "false") return false;
  throw new Problem(`the input ${name} cannot be '${value}'. It takes: true, false`);
}
function text(getInput2, name, key) {
  const value = getInput2(name).trim();
  return value === "" ? {} : { [key]: value };
}
function revision(getInput2, name) {
  const value = getInput2(name).trim();
  if (/^-|[\s\x00-\x1f\x7f]/.test(value)) {
    throw new Problem(`the input ${name} cannot be ${JSON.stringify(value)}. It takes a commit, a branch or a tag`);
  }
  return text(getInput2, name, name);
}
function lines(value) {
  return value.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}

// src/action/publish.ts
import { join, resolve } from "node:path";
async function publish(report, inputs, event, runner2) {
  if (inputs.annotations) runner2.print(render(report, "github"));
  runner2.print(render(report, "terminal", { terminal: { colour: true, width: 120 } }));
  if (inputs.summary) await runner2.writeSummary(render(report, "markdown"));
  const open = report.findings.filter(({ suppression }) => !suppression);
  const reportFile = join(event.temp, "keylatch-report.json");
  writeBesideScanned(event.workspace, reportFile, renderParts(report, "json"));
  if (inputs.sarifFile) {
    const sarif = renderParts(report, "sarif", { sarif: { suppressed: false } });
    writeBesideScanned(event.workspace, resolve(event.workspace, inputs.sarifFile), sarif);
  }
  runner2.setOutput("verdict", report.verdict);
  runner2.setOutput("findings", open.length);
  runner2.setOutput("new-findings", open.filter(({ state }) => state === "new").length);
  runner2.setOutput("blocking-findings", open.filter(({ blocking }) => blocking).length);
  runner2.setOutput("report-file", reportFile);
  if (inputs.sarifFile) runner2.setOutput("sarif-file", inputs.sarifFile);
}

// src/io/git/remote.ts
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join as join3 } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

// src/io/git/temporary.ts
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as join2 } from "node:path";
function temporaryFolder() {
  const path = realpathSync.native(mkdtempSync(join2(tmpdir(), "keylatch-")));
  if (folders.size === 0) watch();
  folders.add(path);
  return {
    path,
    remove() {
      rmSync(path, { recursive: true, force: true, maxRetries: 3 });
      folders.delete(path);
      if (folders.size === 0) unwatch();
    }
  };
}
var folders = /* @__PURE__ */ new Set();
var SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
function watch() {
  process.on("exit", removeAll);
  for (const signal of SIGNALS) process.on(signal, onSignal);
}
function unwatch() {
  process.off("exit", removeAll);
  for (const signal of SIGNALS) process.off(signal, onSignal);
}
function onSignal(signal) {
  endAllGit();
  removeAll();
  unwatch();
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
function removeAll() {
  for (const path of folders) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  folders.clear();
}

// src/io/git/remote.ts
async function temporaryRepository(clone, server) {
  const address = addressOf(server);
  const folder = temporaryFolder();
  try {
    await prepare(folder.path, clone);
  } catch (error2) {
    folder.remove();
    throw error2;
  }
  const place = { gitDir: folder.path, env: clone.env };
  const fetchMissing = async (ids) => {
    for (let from = 0; from < ids.length; from += CONTENTS_AT_ONCE) {
      const some = ids.slice(from, from + CONTENTS_AT_ONCE);
      const fetched = await fetchFrom(place, address, ["-c", "fetch.negotiationAlgorithm=noop"], [], some);
      if (!fetched.ok) throw new Problem(`The files to be scanned could not be fetched: ${fetched.complaint}`);
    }
  };
  return {
    current: () => ({
      ...place,
      commonDir: folder.path,
      shallow: shallowBoundary(folder.path).size > 0,
      partial: false,
      fetchMissing
    }),
    fetch: (wanted, depth) => {
      const refspecs = Object.entries(wanted).map(([name, there]) => `+${there}:refs/keylatch/${name}`);
      return fetchFrom(place, address, [], depth === void 0 ? [] : [`--depth=${Math.min(depth, WHOLE)}`], refspecs);
    },
    dispose: () => folder.remove()
  };
}
var CONTENTS_AT_ONCE = 2e4;
var WHOLE = 2147483647;
var FETCH_PATIENCE = 15 * 6e4;
var RETRY_AFTER = [500, 2500];
function addressOf({ url, repository, token }) {
  let server;
  try {
    server = new URL(url);
  } catch {
    throw new Problem(`The server address ${JSON.stringify(url)} is no URL; it should look like https://github.com.`);
  }
  const local = ["localhost", "127.0.0.1", "[::1]"].includes(server.hostname);
  if (server.protocol === "file:") {
    return { url: `${server.href.replace(/\/$/, "")}/${repository}`, protocols: "file", secret: {}, hidden: [] };
  }
  if (server.protocol !== "https:" && !(server.protocol === "http:" && local)) {
    throw new Problem(`The server address ${server.origin} is not https, so no token is sent there.`);
  }
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || /(?:^|\/)\.\.?(?:\/|$)/.test(repository)) {
    throw new Problem(`${JSON.stringify(repository)} is no repository name; it should look like owner/name.`);
  }
  const root = server.origin + server.pathname.replace(/\/$/, "");
  return {
    url: `${root}/${repository}`,
    protocols: server.protocol.slice(0, -1),
    ...token ? authorization(root, token) : { secret: {}, hidden: [] }
  };
}
function authorization(root, token) {
  const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
  const key = `http.${root}/.extraheader`;
  return {
    secret: {
      GIT_CONFIG_COUNT: "2",
      GIT_CONFIG_KEY_0: key,
      GIT_CONFIG_VALUE_0: "",
      GIT_CONFIG_KEY_1: key,
      GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${basic}`
    },
    hidden: [token, basic]
  };
}
async function prepare(path, clone) {
  for (const folder of ["objects/info", "objects/pack", "refs/keylatch"]) {
    mkdirSync(join3(path, folder), { recursive: true });
  }
  const answer = await git(clone, ["rev-parse", "--show-object-format"]);
  const format = answer.toString().trim() === "sha256" ? "1\n[extensions]\n	objectFormat = sha256" : "0";
  writeFileSync(join3(path, "config"), `[core]
	bare = true
	repositoryFormatVersion = ${format}
`);
  writeFileSync(join3(path, "HEAD"), "ref: refs/heads/none\n");
  const objects = join3(clone.commonDir, "objects").replaceAll("\\", "/");
  const plain2 = !/^["#]|\n/.test(objects);
  writeFileSync(join3(path, "objects/info/alternates"), `${plain2 ? objects : JSON.stringify(objects)}
`);
  const shallow = join3(clone.commonDir, "shallow");
  if (existsSync(shallow)) copyFileSync(shallow, join3(path, "shallow"));
  const [head] = await resolveCommits(clone, ["HEAD"]);
  if (head !== void 0) writeFileSync(join3(path, "refs/keylatch/have"), `${head}
`);
}
async function fetchFrom(place, address, config, flags, lines2) {
  for (let attempt2 = 0; ; attempt2++) {
    const answer = await tryGit(
      place,
      [...config, ...REMOTE, ...urlOf(address), "fetch", ...FETCH, ...flags, "origin"],
      {
        lines: lines2,
        env: {
          // Proxies and certificates are set there, on Windows for everyone.
          GIT_CONFIG_NOSYSTEM: "0",
          GIT_NO_LAZY_FETCH: "0",
          GIT_ALLOW_PROTOCOL: address.protocols,
          ...address.secret
        },
        patience: FETCH_PATIENCE
      }
    );
    if (answer.ok) return { ok: true };
    const complaint = address.hidden.reduce((text2, secret) => text2.replaceAll(secret, "***"), answer.complaint);
    const missing = /(?:not our ref|unadvertised object|find remote ref) (\S+)/.exec(complaint)?.[1];
    if (missing !== void 0) return { ok: false, missing, complaint };
    const delay = RETRY_AFTER[attempt2];
    if (delay === void 0 || !PASSING.test(complaint)) return { ok: false, complaint };
    await sleep(delay);
  }
}
var PASSING = /resolve host|timed out|timeout|Connection (?:reset|refused|was)|returned error: (?:5\d\d|429)|early EOF|disconnect|hung up|SSL_ERROR_SYSCALL|GnuTLS recv/i;
var REMOTE = [
  "-c",
  "remote.origin.promisor=true",
  "-c",
  "remote.origin.partialCloneFilter=blob:none",
  "-c",
  "protocol.version=2",
  "-c",
  "http.followRedirects=false",
  "-c",
  "http.lowSpeedLimit=1000",
  "-c",
  "http.lowSpeedTime=60",
  "-c",
  "core.alternateRefsPrefixes=refs/keylatch/none/"
];
function urlOf({ url }) {
  return ["-c", `remote.origin.url=${url}`, "-c", `url.${url}.insteadOf=${url}`];
}
var FETCH = [
  "--quiet",
  "--no-tags",
  "--no-write-fetch-head",
  "--no-recurse-submodules",
  "--filter=blob:none",
  "--stdin"
];

// src/io/git/complete.ts
async function completeRange(clone, plan, server) {
  if (plan.mode === "full") return await headOnly(clone, plan.head, plan.why);
  const found = await rangeIn(clone, plan.head, plan.base ?? remoteBranch(plan));
  if (found) return { ...found, mode: "diff", why: plan.why, notifications: [], dispose() {
  } };
  if (!server) throw new Problem(`Not all commits of ${plan.why} are in this clone. ${MEND}`);
  const temporary = await temporaryRepository(clone, server);
  try {
    const fetched = await fetchRange(temporary, plan);
    if (fetched === "full") {
      temporary.dispose();
      return await headOnly(clone, plan.head, `${plan.why}, of which there is nothing left to compare with`);
    }
    return {
      ...fetched,
      mode: "diff",
      why: plan.why,
      notifications: [fetchedNote(server)],
      dispose: () => temporary.dispose()
    };
  } catch (error2) {
    temporary.dispose();
    throw error2;
  }
}
var MEND = "Check out with `fetch-depth: 0`, or run `git fetch --unshallow`.";
var FIRST_DEPTH = 20;
var DEEPER = 6;
var DEEPEST = 5e3;
async function headOnly(clone, head, why) {
  const [named, checkedOut2] = await resolveCommits(clone, [head ?? "HEAD", "HEAD"]);
  const id = named ?? checkedOut2;
  if (id === void 0) throw new Problem("Nothing is checked out. Run actions/checkout before this step.");
  return { repository: clone, mode: "full", head: id, why, notifications: [], dispose() {
  } };
}
function remoteBranch({ fallback: fallback2 }) {
  return typeof fallback2 === "object" ? `refs/remotes/origin/${fallback2.branch}` : "";
}
async function rangeIn(repository, headName, baseName) {
  const [head, base] = await resolveCommits(repository, [headName, baseName]);
  if (head === void 0 || base === void 0 || repository.partial) return void 0;
  if (!repository.shallow) return { repository, base, head };
  const { commits, alone } = await commitsBetween(repository, head, [base]);
  if (cutOff(repository, commits) !== void 0) return void 0;
  const met = alone || await forkPoint(repository, commits) !== void 0;
  return met ? { repository, base, head } : void 0;
}
async function fetchRange(temporary, plan) {
  let depth = (plan.commits ?? FIRST_DEPTH) + 1;
  const head = isId(plan.head) ? plan.head : "refs/keylatch/head";
  let wanted = { head: plan.head, base: plan.base ?? branchOf(plan) ?? plan.head };
  while (wanted) {
    const { shallow } = temporary.current();
    const fetched = await temporary.fetch({ ...wanted }, shallow ? depth : void 0);
    if (!fetched.ok) {
      wanted = insteadOf(wanted, fetched, plan);
      continue;
    }
    const found = await rangeIn(temporary.current(), head, "refs/keylatch/base");
    if (found) return found;
    if (!shallow || depth === Number.POSITIVE_INFINITY) throw new Problem(incomplete(plan, "it ends too early"));
    depth = depth * DEEPER > DEEPEST ? Number.POSITIVE_INFINITY : depth * DEEPER;
  }
  return "full";
}
function insteadOf(wanted, { missing, complaint }, plan) {
  const { head, base } = wanted;
  const pull = plan.pullNumber === void 0 ? void 0 : `refs/pull/${plan.pullNumber}/head`;
  if (missing === plan.head && head === plan.head && pull) return { head: pull, base };
  if (plan.fallback !== void 0 && missing !== void 0 && (missing === base || base.endsWith(`/${missing}`))) {
    const branch = branchOf(plan);
    return branch === void 0 || base === branch ? void 0 : { head, base: branch };
  }
  throw new Problem(incomplete(plan, complaint));
}
function branchOf({ fallback: fallback2 }) {
  return typeof fallback2 === "object" ? `refs/heads/${fallback2.branch}` : void 0;
}
function incomplete(plan, complaint) {
  return `The commits of ${plan.why} are not all in this clone, and fetching them failed (${complaint}). Check out with \`fetch-depth: 0\`, or give the job \`contents: read\` and pass \`github-token\`.`;
}
function fetchedNote({ repository }) {
  return {
    level: "note",
    id: "checkout-completed",
    message: `The checkout did not hold all commits to be scanned; the others were fetched from ${repository} into a temporary place.`
  };
}

// src/io/git/events.ts
function resolveRange(eventName, payload) {
  const event = objectOf(payload);
  const pull = objectOf(event.pull_request);
  switch (eventName) {
    case "pull_request":
    case "pull_request_target":
      return pullRequest(eventName, pull);
    case "push":
      return push(event);
    case "merge_group": {
      const group = objectOf(event.merge_group);
      return {
        mode: "diff",
        base: commitIn(group.base_sha, eventName, "merge_group.base_sha"),
        head: commitIn(group.head_sha, eventName, "merge_group.head_sha"),
        why: "the merge group"
      };
    }
    default:
      if (eventName.startsWith("pull_request") && pull.base !== void 0) return pullRequest(eventName, pull);
      return { mode: "full", why: `the event is ${eventName}` };
  }
}
function pullRequest(eventName, pull) {
  const number = typeof pull.number === "number" ? pull.number : void 0;
  return {
    mode: "diff",
    base: commitIn(objectOf(pull.base).sha, eventName, "pull_request.base.sha"),
    head: commitIn(objectOf(pull.head).sha, eventName, "pull_request.head.sha"),
    why: number === void 0 ? "the pull request" : `pull request #${number}`,
    ...number === void 0 ? {} : { pullNumber: number },
    ...typeof pull.commits === "number" && pull.commits > 0 ? { commits: pull.commits } : {}
  };
}
function push(event) {
  if (event.deleted === true || typeof event.after === "string" && isZeroId(event.after)) {
    return { mode: "full", why: "the push deleted a branch" };
  }
  const head = commitIn(event.after, "push", "after");
  const main2 = objectOf(event.repository).default_branch;
  const ref = typeof event.ref === "string" ? event.ref.replace(/^refs\/(heads|tags)\//, "") : "a branch";
  const isMain = typeof main2 !== "string" || main2 === "" || event.ref === `refs/heads/${main2}`;
  const fallback2 = isMain ? "full" : { branch: main2 };
  if (typeof event.before === "string" && isId(event.before) && !isZeroId(event.before)) {
    return {
      mode: "diff",
      base: event.before,
      head,
      why: `the push to ${ref} since ${shortId(event.before)}`,
      fallback: fallback2
    };
  }
  if (fallback2 === "full") return { mode: "full", head, why: `the push made ${ref}` };
  return { mode: "diff", head, why: `the push made ${ref}, compared with ${fallback2.branch}`, fallback: fallback2 };
}
function objectOf(value) {
  return typeof value === "object" && value !== null ? value : {};
}
function commitIn(value, eventName, field) {
  if (typeof value === "string" && isId(value) && !isZeroId(value)) return value;
  throw new Problem(
    `The payload of the ${eventName} event has no commit in \`${field}\`, so the range to scan is unknown. Give the inputs \`base\` and \`head\`.`
  );
}

// src/io/github/commit-count.ts
var PATIENCE = 1e4;
async function commitCount({ url, server }, base, head) {
  const [owner, repo] = server.repository.split("/");
  if (!server.token || !owner || !repo) return void 0;
  try {
    const { getOctokit, retry } = await import("./chunk-octokit-N7BDCA7I.js");
    const octokit = getOctokit(server.token, { baseUrl: url, request: { retries: 1 } }, retry);
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
      owner,
      repo,
      basehead: `${base}...${head}`,
      per_page: 1,
      request: { signal: AbortSignal.timeout(PATIENCE) }
    });
    return data.total_commits > 0 ? data.total_commits : void 0;
  } catch {
    return void 0;
  }
}

// src/action/scope.ts
async function openScope(inputs, event, env) {
  const clone = await openRepository(event.workspace, env);
  if (!clone) throw new Problem(`${event.workspace} is not in a git repository. ${CHECK_OUT}`);
  const { slug, serverUrl } = event.repository;
  const server = { url: serverUrl, repository: slug, ...inputs.token ? { token: inputs.token } : {} };
  const whole = inputs.scan === "full" ? await wholeCommit(clone, inputs.head) : void 0;
  const plan = await withCount(await planOf(inputs, event, clone), clone, { url: event.apiUrl, server });
  const completed = await completeRange(clone, plan, server);
  const { repository, base, notifications } = completed;
  return {
    repository,
    // A change is judged by what its base says, also when all there is is scanned.
    scope: whole ? { ...whole, ...base ? { judgedBy: base } : {} } : scopeOf(completed),
    notifications,
    dispose: () => completed.dispose()
  };
}
async function withCount(plan, clone, api) {
  if (plan.mode === "full" || plan.base === void 0 || plan.commits !== void 0 || !clone.shallow) return plan;
  const commits = await commitCount(api, plan.base, plan.head);
  return commits === void 0 ? plan : { ...plan, commits };
}
function scopeOf({ mode, base, head, why }) {
  if (mode === "diff" && base !== void 0) return { kind: "range", base, head, why };
  return { kind: "commit", revision: head, why };
}
async function wholeCommit(clone, head) {
  const revision2 = head === void 0 ? await checkedOut(clone) : await requireCommit(clone, head, "The input head");
  return { kind: "commit", revision: revision2, why: "the input scan is full" };
}
async function planOf({ scan, base, head }, event, clone) {
  const end = head === void 0 || scan === "full" ? {} : { head: await nameForServer(clone, head) };
  if (base) {
    const names = { base: await nameForServer(clone, base), head: end.head ?? await checkedOut(clone) };
    return { mode: "diff", ...names, why: `the inputs base (${base}) and head (${head ?? "what is checked out"})` };
  }
  const plan = resolveRange(event.name, event.payload);
  if (plan.mode === "full" && scan === "diff") return await lastCommit(clone, end.head, plan.why);
  if (plan.mode === "full" && head !== void 0) await requireCommit(clone, head, "The input head");
  return { ...plan, ...end };
}
var CHECK_OUT = "Run actions/checkout before this step.";
async function lastCommit(clone, named, since) {
  const head = named ?? await checkedOut(clone);
  const base = await firstParent(clone, head);
  if (base === void 0) return { mode: "full", head, why: "it is the first commit" };
  return { mode: "diff", base, head, why: `the last commit, since ${since}` };
}
async function checkedOut(clone) {
  const [head] = await resolveCommits(clone, ["HEAD"]);
  if (head === void 0) throw new Problem(`Nothing is checked out. ${CHECK_OUT}`);
  return head;
}
async function nameForServer(clone, revision2) {
  const [id] = await resolveCommits(clone, [revision2]);
  return id ?? revision2.replace(/^(?:refs\/remotes\/)?origin\//, "refs/heads/");
}

// src/io/aws/explain.ts
var PERMISSION_LINES = "permissions: { id-token: write, contents: read }";
function explainRefusal(refusal) {
  const { error: error2, attempts, outOfTime, role, secrets } = refusal;
  const tries = attempts > 1 ? ` after ${attempts} attempts` : "";
  const late = outOfTime ? " (out of time)" : "";
  return `Could not assume ${role.arn}${tries}${late}: ${faultText(error2, secrets)}. ${mend(refusal)}`;
}
function mend(refusal) {
  const { error: error2, chained } = refusal;
  if (isNetwork(error2)) return reachability(refusal);
  const name = faultName(error2);
  const known = chained ? CHAINED[name] : WEB_IDENTITY[name];
  return (known ?? EITHER[name] ?? fallback)(refusal);
}
var WEB_IDENTITY = {
  AccessDenied: trustPolicy,
  InvalidIdentityToken: identityProvider,
  IDPRejectedClaim: identityProvider,
  IDPCommunicationError: () => "AWS could not reach GitHub's identity provider; this passes by itself, run the job again.",
  ExpiredToken: () => "The id token was fresh for this attempt, so a clock is wrong: set the clock of the machine that runs the job.",
  IdTokenError: idTokenRefused
};
var CHAINED = {
  AccessDenied: ({ role }) => `The credentials at hand may not assume it: allow them \`sts:AssumeRole\` on ${role.arn}, and name them as a principal in its trust policy.`,
  ExpiredToken: () => "The credentials at hand have expired: get new ones in the step that made them.",
  InvalidClientTokenId: ({ role }) => `AWS does not know the credentials at hand: they were deleted, or are of another partition than ${role.partition.id}.`,
  SignatureDoesNotMatch: () => "The secret access key at hand does not belong to its access key id.",
  CredentialsProviderError: () => "role-chaining needs credentials in the environment: run the step that gets them before this one, or remove role-chaining."
};
var EITHER = {
  ValidationError: ({ error: error2, role }) => /DurationSeconds|MaxSessionDuration/.test(faultText(error2)) ? `Set role-duration-seconds to what the role allows, or raise the maximum session duration of ${role.name}.` : "Check role-to-assume, role-session-name and role-duration-seconds.",
  PackedPolicyTooLarge: () => "Shorten inline-session-policy, or name fewer managed-session-policies.",
  MalformedPolicyDocument: () => "Correct inline-session-policy.",
  RegionDisabled: () => "STS is switched off in this region: set aws-region to another one, or activate STS there.",
  RequestExpired: () => "Set the clock of the machine that runs the job."
};
function trustPolicy({ role, claims }) {
  const { sub, aud } = claims;
  const key = issuerOf(claims);
  const subjects = subjectForms(claims);
  const condition = `"Condition": {"StringEquals": {"${key}:aud": ${JSON.stringify(plain(aud))}, "${key}:sub": ${JSON.stringify(subjects.length === 1 ? subjects[0] : subjects)}}}`;
  const forms = subjects.length > 1 ? " Both forms of the subject are listed: repositories made, renamed or transferred since July 2026 send the one with ids." : "";
  return `The trust policy of ${role.name} does not accept this job's token, or there is no such role. The token has sub \`${plain(sub)}\` and aud \`${plain(aud)}\`. Put into the trust policy, beside \`"Action": "sts:AssumeRoleWithWebIdentity"\` for the federated principal \`arn:${role.partition.id}:iam::${role.accountId}:oidc-provider/${key}\`: \`${condition}\`.${forms}`;
}
function identityProvider({ error: error2, role, audience, claims }) {
  const issuer = issuerOf(claims);
  if (/no openidconnect provider/i.test(faultText(error2))) {
    return `Account ${role.accountId} does not know GitHub yet: \`aws iam create-open-id-connect-provider --url https://${issuer} --client-id-list ${audience}\`.`;
  }
  if (/audience/i.test(faultText(error2))) {
    return `The identity provider in account ${role.accountId} does not list the audience \`${plain(claims.aud)}\`: \`aws iam add-client-id-to-open-id-connect-provider --client-id ${audience} --open-id-connect-provider-arn arn:${role.partition.id}:iam::${role.accountId}:oidc-provider/${issuer}\`, or set the input \`audience\` to one that it lists.`;
  }
  return `Check the identity provider \`${issuer}\` in account ${role.accountId}: its URL must be the token's issuer.`;
}
function idTokenRefused() {
  return `Check that the job has \`${PERMISSION_LINES}\`; in a reusable workflow the calling job must have it too.`;
}
function reachability({ endpoint }) {
  const host = new URL(endpoint).host;
  return `Check that the runner reaches ${host}; behind a proxy, set http-proxy (or HTTPS_PROXY). aws-region and AWS_ENDPOINT_URL_STS decide the address.`;
}
var fallback = ({ role }) => `Check the role ${role.name} and its trust policy in account ${role.accountId}.`;
function subjectForms(claims) {
  const sub = plain(claims.sub);
  const withIds = /^repo:([^/@:]+)@\d+\/([^/@:]+)@\d+(:.*)$/.exec(sub);
  if (withIds) return [sub, `repo:${withIds[1]}/${withIds[2]}${withIds[3]}`];
  const named = /^repo:([^/@:]+)\/([^/@:]+)(:.*)$/.exec(sub);
  const [owner, repository] = [plain(claims.repository_owner_id), plain(claims.repository_id)];
  if (!named || !/^\d+$/.test(owner) || !/^\d+$/.test(repository)) return [sub];
  return [sub, `repo:${named[1]}@${owner}/${named[2]}@${repository}${named[3]}`];
}
function issuerOf({ iss }) {
  const url = plain(iss);
  return url.startsWith("https://") ? url.slice("https://".length) : "token.actions.githubusercontent.com";
}
function plain(claim) {
  const text2 = typeof claim === "string" || typeof claim === "number" ? String(claim) : "";
  return text2.replace(/[^\x21-\x7e]+|`/g, "?").slice(0, 300);
}

// src/io/aws/id-token.ts
import http from "node:http";
import https from "node:https";
function tokenService(env) {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = env;
  return url && bearer ? { url, bearer } : void 0;
}
async function requestIdToken(service, audience, options) {
  const url = new URL(service.url);
  url.searchParams.set("audience", audience);
  const { status, body } = await get(url, service.bearer, options);
  if (status !== 200) {
    throw Object.assign(new Error(`GitHub's token service answered ${status}`), {
      name: "IdTokenError",
      $metadata: { httpStatusCode: status }
    });
  }
  const token = tokenIn(body);
  if (!token) throw Object.assign(new Error("GitHub's token service sent no token"), { name: "IdTokenError" });
  return token;
}
function claimsOf(token) {
  try {
    const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
    return typeof claims === "object" && claims !== null ? claims : {};
  } catch {
    return {};
  }
}
function tokenIn(body) {
  try {
    const { value } = JSON.parse(body);
    return typeof value === "string" && value !== "" ? value : void 0;
  } catch {
    return void 0;
  }
}
var LARGEST_ANSWER = 256 * 1024;
function get(url, bearer, { env, limits, signal }) {
  const secure = url.protocol === "https:";
  const agents = proxyAgents(url.href, env, void 0, limits.connect);
  return new Promise((resolve2, reject) => {
    const request = (secure ? https : http).get(url, {
      headers: { authorization: `Bearer ${bearer}`, accept: "application/json", "user-agent": "keylatch" },
      signal,
      ...agents ? { agent: secure ? agents.https : agents.http } : {}
    });
    const late = setTimeout(
      () => request.destroy(timedOut("GitHub's token service did not answer", limits.request)),
      limits.request
    );
    request.once("close", () => clearTimeout(late));
    request.once("error", reject);
    request.once("response", (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => {
        body += chunk;
        if (body.length > LARGEST_ANSWER) request.destroy(new Error("GitHub's token service sent too much"));
      });
      response.once("error", reject);
      response.once("end", () => resolve2({ status: response.statusCode ?? 0, body }));
    });
  });
}

// src/io/aws/permissions.ts
var FEATURES = [
  {
    what: "Which account a leaked key is of",
    action: "sts:GetAccessKeyInfo",
    /** The action knows no resources. */
    resource: () => "*",
    optional: false
  },
  {
    what: "Which user of your account holds the key, and when it was last used",
    action: "iam:GetAccessKeyLastUsed",
    resource: ({ partition: partition2, accountId }) => `arn:${partition2.id}:iam::${accountId}:user/*`,
    optional: true
  }
];
function ownSessionPolicy(role) {
  const Statement = FEATURES.map(({ action, resource }) => ({
    Effect: "Allow",
    Action: action,
    Resource: resource(role)
  }));
  return JSON.stringify({ Version: "2012-10-17", Statement });
}

// src/io/aws/partition.ts
var PARTITIONS = [
  partition("aws", "us-east-1", /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/),
  partition("aws-cn", "cn-north-1", /^cn-\w+-\d+$/, "sts.amazonaws.com.cn"),
  partition("aws-us-gov", "us-gov-west-1", /^us-gov-\w+-\d+$/),
  partition("aws-eusc", "eusc-de-east-1", /^eusc-(de)-\w+-\d+$/),
  partition("aws-iso", "us-iso-east-1", /^us-iso-\w+-\d+$/),
  partition("aws-iso-b", "us-isob-east-1", /^us-isob-\w+-\d+$/),
  partition("aws-iso-e", "eu-isoe-west-1", /^eu-isoe-\w+-\d+$/),
  partition("aws-iso-f", "us-isof-south-1", /^us-isof-\w+-\d+$/)
];
function partitionNamed(id) {
  return PARTITIONS.find((known) => known.id === id);
}
function partitionOfRegion(region2) {
  return PARTITIONS.find(({ regions }) => regions.test(region2));
}
function partition(id, homeRegion, regions, audience = "sts.amazonaws.com") {
  return { id, homeRegion, audience, regions };
}

// src/io/aws/settings.ts
function awsSettings(getInput2) {
  const read = (name) => getInput2(name).trim();
  const role = roleArn(read("role-to-assume"));
  const settings = {
    ...optional("role", role),
    ...optional("region", region(read("aws-region"), role)),
    ...optional("audience", read("audience")),
    ...optional("roleSessionName", sessionName(read("role-session-name"))),
    ...optional("roleDurationSeconds", integer("role-duration-seconds", read("role-duration-seconds"), 900, 43200)),
    ...optional("inlineSessionPolicy", sessionPolicy(read("inline-session-policy"))),
    managedSessionPolicies: managedPolicies(read("managed-session-policies")),
    allowedAccountIds: accountIds(read("allowed-account-ids")),
    maskAccountId: flag2("mask-aws-account-id", read("mask-aws-account-id")),
    roleChaining: flag2("role-chaining", read("role-chaining")),
    useExistingCredentials: flag2("use-existing-credentials", read("use-existing-credentials")),
    exportCredentials: flag2("export-credentials", read("export-credentials")),
    outputCredentials: flag2("output-credentials", read("output-credentials")),
    retryMaxAttempts: integer("retry-max-attempts", read("retry-max-attempts"), 1, 20) ?? 5,
    ...optional("httpProxy", proxyUrl(read("http-proxy"))),
    requireAws: flag2("require-aws", read("require-aws")),
    verify: verifyMode(read("verify"))
  };
  return checkTogether(settings);
}
function checkTogether(settings) {
  const { role, roleChaining, roleDurationSeconds = 0, allowedAccountIds, useExistingCredentials } = settings;
  if (roleChaining && roleDurationSeconds > 3600) {
    throw new Problem("role-duration-seconds: a chained role lasts an hour at most; write 3600 or less");
  }
  if (role) {
    if (allowedAccountIds.length > 0 && !allowedAccountIds.includes(role.accountId)) {
      throw new Problem(
        `role-to-assume: account ${role.accountId} is not in allowed-account-ids (${allowedAccountIds.join(", ")})`
      );
    }
    return settings;
  }
  if (useExistingCredentials) return settings;
  const orphan = NEED_A_ROLE.find(([key]) => settings[key]);
  if (orphan) throw new Problem(`${orphan[1]}: there is no role to get credentials of; set role-to-assume to its ARN`);
  return settings.verify === "live" ? settings : void 0;
}
var NEED_A_ROLE = [
  ["roleChaining", "role-chaining"],
  ["exportCredentials", "export-credentials"],
  ["outputCredentials", "output-credentials"],
  ["requireAws", "require-aws"]
];
var ROLE_ARN = /^arn:([a-z0-9-]+):iam::(\d{12}):role\/((?:[!-~]+\/)?)([\w+=,.@-]{1,64})$/;
function roleArn(text2) {
  if (text2 === "") return void 0;
  const match = ROLE_ARN.exec(text2);
  if (!match) {
    throw new Problem(
      `role-to-assume: \`${clip(text2)}\` is not the ARN of a role; write it whole, as in arn:aws:iam::111122223333:role/keylatch`
    );
  }
  const [arn, id, accountId, , name] = match;
  const partition2 = partitionNamed(id);
  if (!partition2)
    throw new Problem(`role-to-assume: \`${id}\` is not a partition of AWS; in most accounts it is \`aws\``);
  return { arn, partition: partition2, accountId, name };
}
function region(text2, role) {
  if (text2 === "") return void 0;
  if (!/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(text2)) {
    throw new Problem(`aws-region: \`${clip(text2)}\` is not a region; write one such as us-east-1`);
  }
  requireSamePartition("aws-region", text2, role);
  return text2;
}
function requireSamePartition(input, text2, role) {
  const partition2 = partitionOfRegion(text2);
  if (!role || !partition2 || partition2.id === role.partition.id) return;
  throw new Problem(
    `${input}: ${text2} lies in partition ${partition2.id}, but the role of role-to-assume in ${role.partition.id}; name a region of that partition, such as ${role.partition.homeRegion}`
  );
}
function sessionName(text2) {
  if (text2 === "" || /^[\w+=,.@-]{2,64}$/.test(text2)) return text2 || void 0;
  throw new Problem(`role-session-name: \`${clip(text2)}\` must be 2 to 64 of the characters a-z A-Z 0-9 _ + = , . @ -`);
}
function sessionPolicy(text2) {
  if (text2 === "") return void 0;
  let document;
  try {
    document = JSON.parse(text2);
  } catch {
    throw new Problem("inline-session-policy: not JSON; write a policy document as JSON");
  }
  if (typeof document !== "object" || document === null || !("Statement" in document)) {
    throw new Problem("inline-session-policy: a policy document needs a Statement");
  }
  const line = JSON.stringify(document);
  if (line.length > 2048) {
    throw new Problem(`inline-session-policy: ${line.length} characters, STS takes 2048; use managed-session-policies`);
  }
  return line;
}
function managedPolicies(text2) {
  const arns = words(text2);
  const odd = arns.find((arn) => !/^arn:[a-z0-9-]+:iam::(\d{12}|aws):policy\/[!-~]+$/.test(arn));
  if (odd) throw new Problem(`managed-session-policies: \`${clip(odd)}\` is not the ARN of a managed policy`);
  if (arns.length > 10) throw new Problem(`managed-session-policies: ${arns.length} policies, STS takes 10`);
  return arns;
}
function accountIds(text2) {
  const ids = words(text2);
  const odd = ids.find((id) => !/^\d{12}$/.test(id));
  if (odd) throw new Problem(`allowed-account-ids: \`${clip(odd)}\` is not an account id; write its 12 digits`);
  return ids;
}
function integer(name, text2, least, most) {
  if (text2 === "") return void 0;
  const value = Number(text2);
  if (/^\d+$/.test(text2) && value >= least && value <= most) return value;
  throw new Problem(`${name}: \`${clip(text2)}\` is not a whole number from ${least} to ${most}`);
}
function flag2(name, text2) {
  const value = text2.toLowerCase();
  if (value === "true") return true;
  if (value === "false" || value === "") return false;
  throw new Problem(`${name}: \`${clip(text2)}\` is neither true nor false`);
}
function verifyMode(text2) {
  if (text2 === "live") return "live";
  if (text2 === "off" || text2 === "") return "off";
  throw new Problem(`verify: \`${clip(text2)}\` is neither off nor live`);
}
function proxyUrl(text2) {
  if (text2 === "") return void 0;
  const url = URL.canParse(text2) ? new URL(text2) : void 0;
  if (url && (url.protocol === "http:" || url.protocol === "https:")) return url.href;
  throw new Problem("http-proxy: not an address; write it as http://host:port");
}
var words = (text2) => text2.split(/[\s,]+/).filter((word2) => word2 !== "");
function clip(text2) {
  return text2.replace(/\s+/g, " ").slice(0, 120);
}
function optional(key, value) {
  return value === void 0 || value === "" ? {} : { [key]: value };
}

// src/io/aws/credentials.ts
var AwsUnavailable = class extends Problem {
  notification;
  constructor(level, message) {
    super(message);
    this.notification = { level, id: "aws-unavailable", message };
  }
};
async function openAws(settings, deps) {
  if (!settings.role && !settings.useExistingCredentials) return { notifications: [] };
  try {
    return { session: await assumeRole(settings, deps), notifications: [] };
  } catch (error2) {
    if (!(error2 instanceof AwsUnavailable) || settings.requireAws) throw error2;
    return { notifications: [error2.notification] };
  }
}
async function assumeRole(settings, deps) {
  const { role } = settings;
  const { core } = deps;
  if (role && settings.maskAccountId) core.setSecret(role.accountId);
  const limits = { ...DEFAULT_LIMITS, attempts: settings.retryMaxAttempts, ...deps.limits };
  const connection = { ...connectionOf(settings, deps.env), limits };
  const existing = settings.useExistingCredentials ? await existingSession(settings, connection, deps) : void 0;
  if (existing) {
    writeOutputs(core, existing, await existing.credentials(), settings);
    return existing;
  }
  if (!role) {
    throw new AwsUnavailable(
      "warning",
      "use-existing-credentials: there are no valid AWS credentials in the environment; run the step that gets them before this one, or set role-to-assume."
    );
  }
  const { session, credentials } = await newSession(role, settings, connection, deps);
  writeOutputs(core, session, credentials, settings);
  if (settings.exportCredentials) exportCredentials(core, session.region, credentials);
  return session;
}
function connectionOf(settings, env) {
  const { role, httpProxy } = settings;
  const fromEnv = env.AWS_REGION || env.AWS_DEFAULT_REGION;
  if (!settings.region && fromEnv) requireSamePartition("AWS_REGION", fromEnv, role);
  const region2 = settings.region ?? (fromEnv || role?.partition.homeRegion) ?? "us-east-1";
  return { region: region2, env, ...httpProxy ? { httpProxy } : {} };
}
async function existingSession(settings, connection, { core }) {
  const { GetCallerIdentityCommand } = await import("./chunk-sts-client-BGEY7AOZ.js");
  const client = await stsClient(connection);
  const signal = deadlineOf(connection.limits);
  const asked = await attempt(
    async () => {
      const credentials2 = await client.config.credentials();
      mask(core, credentials2);
      const identity = await client.send(new GetCallerIdentityCommand({}), { abortSignal: signal });
      return { credentials: credentials2, accountId: identity.Account ?? "", arn: identity.Arn ?? "" };
    },
    { limits: connection.limits, signal, isTransient, onRetry: (error2) => core.info(`STS: ${faultText(error2)}`) }
  );
  client.destroy();
  if (!asked.done || asked.value.accountId === "") {
    core.info("There are no valid AWS credentials in the environment.");
    return void 0;
  }
  const { credentials, accountId, arn } = asked.value;
  if (settings.maskAccountId) core.setSecret(accountId);
  requireAllowed("the existing credentials are", accountId, settings);
  core.info(`Using the existing AWS credentials of ${nameOf(arn, accountId, settings)}.`);
  return sessionOf(credentials, connection, { accountId, arn, maskAccountId: settings.maskAccountId });
}
async function newSession(role, settings, connection, deps) {
  const { core } = deps;
  const service = settings.roleChaining ? void 0 : tokenService(deps.env);
  if (!settings.roleChaining && !service) throw noTokenService(role, settings, deps);
  const answer = await askSts(role, service, settings, connection, deps);
  const credentials = checked(answer.Credentials);
  const arn = answer.AssumedRoleUser?.Arn ?? "";
  const accountId = arn.split(":")[4] ?? "";
  requireAllowed("STS gave credentials", accountId, settings);
  const session = sessionOf(credentials, connection, { accountId, arn, maskAccountId: settings.maskAccountId });
  const until = credentials.expiration ? ` until ${credentials.expiration.toISOString()}` : "";
  core.info(`Assumed ${nameOf(arn, accountId, settings)}${until}, with ${policyName(role, settings)}.`);
  return { session, credentials };
}
async function askSts(role, service, settings, connection, { core, env }) {
  const { limits } = connection;
  const audience = settings.audience ?? role.partition.audience;
  const request = requestOf(role, settings, env);
  const client = await stsClient(connection, service ? noCredentials : void 0);
  const signal = deadlineOf(limits);
  const secrets = [];
  const work = async () => {
    if (!service) return chain(client, request, signal);
    const token = await requestIdToken(service, audience, { env, limits, signal });
    core.setSecret(token);
    secrets.push(token);
    return exchange(client, { ...request, WebIdentityToken: token }, signal);
  };
  const onRetry = (error2, count) => core.info(`STS: ${shown(faultText(error2, secrets), role, settings)} (attempt ${count} of ${limits.attempts})`);
  const asked = await attempt(work, { limits, signal, isTransient, onRetry });
  client.destroy();
  if (asked.done) {
    mask(core, {
      accessKeyId: asked.value.Credentials?.AccessKeyId,
      secretAccessKey: asked.value.Credentials?.SecretAccessKey,
      sessionToken: asked.value.Credentials?.SessionToken
    });
    return asked.value;
  }
  const text2 = explainRefusal({
    ...asked,
    role,
    endpoint: endpointOf("sts", connection),
    audience,
    claims: claimsOf(secrets.at(-1) ?? ""),
    chained: !service,
    secrets: [...secrets, service?.bearer]
  });
  throw new AwsUnavailable("warning", shown(text2, role, settings));
}
function requestOf(role, settings, env) {
  const { managedSessionPolicies, exportCredentials: exportCredentials2, outputCredentials } = settings;
  const policy = sessionPolicyOf(role, settings);
  const forOthers = exportCredentials2 || outputCredentials;
  return {
    RoleArn: role.arn,
    RoleSessionName: settings.roleSessionName ?? `keylatch-${env.GITHUB_RUN_ID?.match(/^\d{1,20}$/)?.[0] ?? "run"}`,
    DurationSeconds: settings.roleDurationSeconds ?? (forOthers ? 3600 : 900),
    ...policy ? { Policy: policy } : {},
    ...managedSessionPolicies.length > 0 ? { PolicyArns: managedSessionPolicies.map((arn) => ({ arn })) } : {}
  };
}
function sessionPolicyOf(role, settings) {
  const { inlineSessionPolicy, managedSessionPolicies, exportCredentials: exportCredentials2, outputCredentials } = settings;
  if (inlineSessionPolicy) return inlineSessionPolicy;
  return exportCredentials2 || outputCredentials || managedSessionPolicies.length > 0 ? void 0 : ownSessionPolicy(role);
}
function policyName(role, settings) {
  const { inlineSessionPolicy, managedSessionPolicies } = settings;
  if (inlineSessionPolicy || managedSessionPolicies.length > 0) return "the session policies given";
  return sessionPolicyOf(role, settings) ? "Keylatch's own session policy" : "all that the role may do";
}
async function exchange(client, request, abortSignal) {
  const { AssumeRoleWithWebIdentityCommand } = await import("./chunk-sts-client-BGEY7AOZ.js");
  return client.send(new AssumeRoleWithWebIdentityCommand(request), { abortSignal });
}
async function chain(client, request, abortSignal) {
  const { AssumeRoleCommand } = await import("./chunk-sts-client-BGEY7AOZ.js");
  return client.send(new AssumeRoleCommand(request), { abortSignal });
}
async function noCredentials() {
  return { accessKeyId: "", secretAccessKey: "" };
}
function noTokenService(role, settings, { fork }) {
  const message = fork ? `This pull request comes from a fork, and GitHub gives such a job no id token: ${role.arn} was not assumed, and leaked keys are not looked up in AWS. The scan itself is whole.` : `The job may not ask for an id token, so ${role.arn} was not assumed and leaked keys are not looked up in AWS. Add to the job: \`${PERMISSION_LINES}\` (in a reusable workflow, to the calling job too).`;
  return new AwsUnavailable("note", shown(message, role, settings));
}
function requireAllowed(whose, accountId, { allowedAccountIds, maskAccountId }) {
  if (allowedAccountIds.length === 0 || allowedAccountIds.includes(accountId)) return;
  const allowed = allowedAccountIds.map((id) => shownAccount(id, maskAccountId));
  const account = accountId === "" ? "an unknown account" : `account ${shownAccount(accountId, maskAccountId)}`;
  throw new Problem(
    `allowed-account-ids: ${whose} of ${account}, which is not one of ${allowed.join(", ")}; nothing was exported`
  );
}
function checked(credentials) {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = credentials ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken) {
    throw new AwsUnavailable("warning", "STS answered without credentials; check AWS_ENDPOINT_URL_STS.");
  }
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    ...Expiration ? { expiration: Expiration } : {}
  };
}
function mask(core, credentials) {
  for (const value of [credentials.accessKeyId, credentials.secretAccessKey, credentials.sessionToken]) {
    if (typeof value === "string" && value !== "") core.setSecret(value);
  }
}
function sessionOf(credentials, connection, identity) {
  const { expiration } = credentials;
  return {
    ...identity,
    partition: identity.arn.split(":")[1] ?? "aws",
    region: connection.region,
    ...expiration ? { expiration } : {},
    connection: () => connection,
    credentials: async () => credentials
  };
}
function nameOf(arn, accountId, { maskAccountId }) {
  return arn.replace(accountId, shownAccount(accountId, maskAccountId));
}
function shown(text2, role, { maskAccountId }) {
  return text2.replaceAll(role.accountId, shownAccount(role.accountId, maskAccountId));
}

// src/io/aws/triage.ts
async function triage(findings, leaked, session, options) {
  const idle = !session && options.trustedAccounts.size === 0 && options.verify === "off";
  if (idle || leaked.length === 0) return { findings, notifications: [] };
  const { facts, notifications } = await lookUp(leaked, session, options);
  const byFingerprint = /* @__PURE__ */ new Map();
  for (const { fingerprint, keyId } of leaked) {
    const known = facts.get(keyId);
    if (known && !byFingerprint.has(fingerprint)) byFingerprint.set(fingerprint, known);
  }
  const mask2 = options.maskAccountId ?? session?.maskAccountId ?? false;
  const triaged = findings.map((finding) => {
    const known = byFingerprint.get(finding.fingerprint);
    return known ? withFacts(finding, known, options.now, mask2) : finding;
  });
  return { findings: triaged, notifications };
}
function withFacts(finding, facts, now, mask2) {
  if (facts.owner === "unknown" && !facts.live) return finding;
  const said = describeKey(facts, now, mask2);
  const commands = commandsFor(facts, now);
  const { accountId, user, lastUsed, live, owner } = facts;
  return {
    ...finding,
    severity: severityOf(finding.severity, facts),
    message: said === "" ? finding.message : `${finding.message} ${said}`,
    remediation: commands.length === 0 ? finding.remediation : `${mendText(commands)}
${finding.remediation}`,
    properties: {
      ...finding.properties,
      awsOwner: owner,
      ...accountId && !mask2 ? { awsAccount: accountId } : {},
      ...user ? { awsUser: user } : {},
      ...lastUsed?.date ? { awsLastUsed: lastUsed.date.toISOString() } : {},
      ...live ? { awsLive: live.state === "live" } : {},
      ...commands.length > 0 ? { commands: commands.map(({ command }) => command) } : {}
    }
  };
}
function severityOf(severity, { owner, live }) {
  if (live?.state === "live") return "critical";
  if (owner !== "own" && owner !== "trusted") return severity;
  return SEVERITIES[Math.max(0, SEVERITIES.indexOf(severity) - 1)];
}

// src/action.ts
async function main() {
  const { env } = process;
  const inputs = readInputs(getInput);
  const event = readEvent(env);
  const aws = await openTriage(event);
  const { repository, scope, dispose, notifications } = await openScope(inputs, event, env);
  try {
    const report = await run({
      root: event.workspace,
      opened: repository,
      scope,
      paths: inputs.paths,
      pathsIgnore: inputs.pathsIgnore,
      today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
      now: () => performance.now(),
      env,
      repository: event.repository,
      notifications: [...notifications, ...aws.notifications],
      triage: aws.triage,
      policyFrom: "repository",
      ...policyInputs(inputs)
    });
    await publish(report, inputs, event, runner);
    return { pass: 0, block: 1, broken: 2 }[report.verdict];
  } finally {
    dispose();
  }
}
async function openTriage(event) {
  const settings = awsSettings(getInput);
  const { env } = process;
  const { session, notifications } = settings ? await openAws(settings, { env, core: core_exports, fork: event.fork }) : { session: void 0, notifications: [] };
  return {
    notifications,
    triage: async (found, leaked, trustedAccounts) => {
      const mask2 = settings?.maskAccountId ?? false;
      const findings = mask2 ? found.map(withoutAccount) : found;
      const verify = settings?.verify ?? "off";
      return await triage(findings, leaked, session, {
        env,
        now: /* @__PURE__ */ new Date(),
        trustedAccounts,
        verify,
        maskAccountId: mask2
      });
    }
  };
}
function withoutAccount(finding) {
  const { accountId } = finding.properties;
  if (typeof accountId !== "string") return finding;
  const shown2 = shownAccount(accountId, true);
  const message = finding.message.replaceAll(accountId, shown2);
  return { ...finding, message, properties: { ...finding.properties, accountId: shown2 } };
}
function policyInputs({ failOn, config, baseline }) {
  return { ...failOn ? { failOn } : {}, ...config ? { config } : {}, ...baseline ? { baseline } : {} };
}
var runner = {
  setOutput,
  print: (text2) => void process.stdout.write(text2),
  writeSummary: async (markdown) => {
    if (process.env.GITHUB_STEP_SUMMARY) appendFileSync(process.env.GITHUB_STEP_SUMMARY, markdown);
  }
};
process.on("uncaughtException", (error2) => {
  fail(error2);
  process.stdout.write("", () => process.exit(2));
});
try {
  process.exitCode = await main();
} catch (error2) {
  fail(error2);
}
function fail(error2) {
  process.exitCode = 2;
  const known = error2 instanceof Problem ? error2.message : systemFailure(error2);
  if (known !== void 0) error(known, { title: "Keylatch could not scan" });
  else error(`A defect of Keylatch, please report it: ${trace(error2)}`);
  try {
    setOutput("verdict", "broken");
  } catch {
  }
}
function trace(error2) {
  if (!(error2 instanceof Error)) return "no stack";
  const frames = (error2.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [error2.name, ...frames, ...error2.cause ? ["caused by", trace(error2.cause)] : []].join("\n");
}
