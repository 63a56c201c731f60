import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  Problem
} from "./shared-core-problem.js";

// src/io/git/repository.ts
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
async function openRepository(path, env = process.env) {
  const found = discover(realpath(path));
  if (!found) return void 0;
  return {
    gitDir: found.gitDir,
    ...found.workTree === void 0 ? {} : { workTree: found.workTree },
    env,
    commonDir: found.commonDir,
    shallow: shallowBoundary(found.commonDir).size > 0,
    partial: hasPromisedObjects(found.commonDir)
  };
}
async function requireRepository(path, env = process.env) {
  const repository = await openRepository(path, env);
  if (!repository)
    throw new Problem(`${path} is not in a git repository. Run \`git init\` there, or name another path.`);
  return repository;
}
function shallowBoundary(commonDir) {
  try {
    return new Set(
      readFileSync(join(commonDir, "shallow"), "latin1").split("\n").filter((line) => line !== "")
    );
  } catch {
    return /* @__PURE__ */ new Set();
  }
}
function discover(start) {
  for (let folder = statSync(start).isDirectory() ? start : dirname(start); ; folder = dirname(folder)) {
    const gitDir = gitDirOf(join(folder, ".git"));
    if (gitDir !== void 0) return { gitDir, commonDir: commonDirOf(gitDir), workTree: folder };
    if (dirname(folder) === folder) break;
  }
  return isGitDir(start) ? { gitDir: start, commonDir: commonDirOf(start) } : void 0;
}
function gitDirOf(dotGit) {
  const status = statusOf(dotGit);
  if (status?.isDirectory()) return isGitDir(dotGit) ? dotGit : void 0;
  if (!status?.isFile() || status.size > 8192) return void 0;
  const target = /^gitdir: (.+?)\r?\n?$/s.exec(readFileSync(dotGit, "utf8"))?.[1];
  if (target === void 0) return void 0;
  const gitDir = resolve(dirname(dotGit), target);
  return isGitDir(gitDir) ? gitDir : void 0;
}
function statusOf(path) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return void 0;
  }
}
function isGitDir(folder) {
  return existsSync(join(folder, "HEAD")) && existsSync(join(commonDirOf(folder), "objects"));
}
function commonDirOf(gitDir) {
  try {
    return resolve(gitDir, readFileSync(join(gitDir, "commondir"), "utf8").trim());
  } catch {
    return gitDir;
  }
}
function hasPromisedObjects(commonDir) {
  try {
    return readdirSync(join(commonDir, "objects", "pack")).some((name) => name.endsWith(".promisor"));
  } catch {
    return false;
  }
}
function realpath(path) {
  try {
    return realpathSync(path);
  } catch (error) {
    throw new Problem(`${path} cannot be opened (${error.code}). Does it exist?`);
  }
}

export {
  openRepository,
  requireRepository,
  shallowBoundary
};
