import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  entriesOfTree
} from "./shared-run.js";
import {
  resolveCommits,
  tryGit
} from "./shared-io-git-skipped.js";
import {
  visible
} from "./shared-run-tool.js";
import {
  Problem
} from "./shared-core-problem.js";

// src/io/github/client.ts
var LONGEST_WAIT = 90;
var RETRIES = 2;
var PATIENCE = 3e4;
async function githubClient({ url, server, second }) {
  const [owner, repo] = server.repository.split("/");
  if (!server.token || !owner || !repo) return void 0;
  const { getOctokit, defaults, retry, throttling } = await import("./lazy-io-github-octokit.js");
  const isWorthIt = (seconds, _options, _octokit, count) => seconds <= LONGEST_WAIT && count < RETRIES;
  const fast = second === void 0 ? {} : { retryAfterBaseValue: second };
  const unspaced = second === void 0 ? {} : { write: AT_ONCE, notifications: AT_ONCE };
  const options = {
    baseUrl: url,
    userAgent: "keylatch",
    // What the toolkit sets: how to get through a proxy.
    request: defaults.request,
    retry: { retries: RETRIES, ...fast },
    throttle: { onRateLimit: isWorthIt, onSecondaryRateLimit: isWorthIt, ...fast, ...unspaced }
  };
  const octokit = getOctokit(server.token, options, bounded, retry, throttling);
  return { octokit, owner, repo };
}
var bounded = (octokit) => {
  octokit.hook.wrap("request", (request, options) => {
    const signal = options.request?.signal ?? AbortSignal.timeout(PATIENCE);
    return request({ ...options, request: { ...options.request, signal } });
  });
  return {};
};
var AT_ONCE = { key: () => ({ schedule: (_options, work) => work() }) };

// src/io/github/contents.ts
async function remoteConfig({ url, token }, { owner, repo, path, commit }) {
  const name = `github:${owner}/${repo}/${path}@${commit}`;
  const server = { url: "", repository: `${owner}/${repo}`, ...token ? { token } : {} };
  const client = await githubClient({ url, server });
  if (!client) throw new Problem(`${name} takes a token: the input github-token, or GITHUB_TOKEN`);
  let data;
  try {
    data = (await client.octokit.rest.repos.getContent({ owner, repo, path, ref: commit })).data;
  } catch (error) {
    throw new Problem(`${name} cannot be read: ${failureOf(error, `${owner}/${repo}`)}`);
  }
  const { type, content, encoding } = data;
  if (type !== "file" || typeof content !== "string" || encoding !== "base64") throw new Problem(`${name} is no file`);
  return Buffer.from(content, "base64").toString("utf8");
}
function failureOf(error, repository) {
  const { status, response } = error;
  if (status === 401 || status === 403 || status === 404) {
    return `GitHub answers ${status}. Is the commit there? A job's own token reads its repository and public ones; for ${repository} give \`github-token\` one that may read it`;
  }
  return typeof status === "number" && response !== void 0 ? `GitHub answers ${status}` : "GitHub does not answer";
}

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

// src/io/git/home.ts
async function homeOf(repository, head, base) {
  const [address, branch, [commit, from]] = await Promise.all([
    originAddress(repository),
    tryGit(repository, ["symbolic-ref", "--short", "-q", "HEAD"]),
    resolveCommits(repository, base === void 0 ? [head] : [head, base])
  ]);
  const home = address === void 0 ? void 0 : onGithub(address);
  if (!home || commit === void 0) return void 0;
  const name = branch.ok && head === "HEAD" ? branch.output.toString().trim() : "";
  return { ...home, commit, ...name ? { branch: name } : {}, ...from ? { base: from } : {} };
}
function onGithub(address) {
  const parts = /^(?:https?:\/\/|ssh:\/\/|(?=[^/]*:))(?:[^@/]*@)?([^@/:]+)(?::\d+(?=\/))?[:/]([^/:]+\/[^/:]+?)(?:\.git)?\/?$/.exec(
    address
  );
  const [, host = "", slug = ""] = parts ?? [];
  if (host === "ssh.github.com") return { slug, serverUrl: "https://github.com" };
  if (!/^github\.|\.ghe\.com$/.test(host)) return void 0;
  return { slug, serverUrl: `https://${host}` };
}
async function unpublishedOf(repository, commit, paths) {
  const stored = new Map((await entriesOfTree(repository, commit)).map(({ path, blob }) => [path, blob]));
  const known = paths.filter((path) => stored.has(path) && !path.includes("\n"));
  const onDisk = await tryGit(repository, ["hash-object", "--no-filters", "--stdin-paths"], {
    lines: known.map((path) => `${repository.workTree}/${path}`)
  });
  const ids = onDisk.ok ? onDisk.output.toString().trim().split("\n") : [];
  const published = new Set(known.filter((path, at) => stored.get(path) === ids[at]));
  return paths.filter((path) => !published.has(path));
}
async function originOf(repository) {
  return /[:/]([^:/]+\/[^:/]+?)(?:\.git)?\/?$/.exec(await originAddress(repository) ?? "")?.[1];
}
async function originAddress(repository) {
  const answer = await tryGit(repository, ["config", "--local", "--get", "remote.origin.url"]);
  return answer.ok ? answer.output.toString().trim() : void 0;
}

export {
  githubClient,
  remoteConfig,
  timingsText,
  homeOf,
  unpublishedOf,
  originOf
};
