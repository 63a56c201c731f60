import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  Problem
} from "./shared-core-problem.js";

// src/io/text-file.ts
import { randomUUID } from "node:crypto";
import {
  closeSync as closeSync2,
  lstatSync as lstatSync2,
  mkdirSync,
  openSync as openSync2,
  readFileSync,
  realpathSync as realpathSync2,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from "node:fs";
import { dirname as dirname2, join as join3 } from "node:path";

// src/io/git/disk.ts
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readlinkSync,
  readSync,
  realpathSync
} from "node:fs";
import { dirname, join as join2, relative, sep } from "node:path";

// src/io/git/git.ts
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
async function git(place, args, options = {}) {
  const parts = [];
  for await (const part of gitStream(place, args, options)) parts.push(part);
  return Buffer.concat(parts);
}
async function tryGit(place, args, options = {}) {
  const parts = [];
  const run = start(place, args, options);
  for await (const part of run.output) parts.push(part);
  const complaint = await run.ended;
  return complaint === void 0 ? { ok: true, output: Buffer.concat(parts) } : { ok: false, complaint };
}
async function* gitStream(place, args, options = {}) {
  const run = start(place, args, options);
  yield* run.output;
  const complaint = await run.ended;
  if (complaint === void 0) return;
  if (complaint.includes("promisor remote")) throw new Problem(PARTIAL);
  throw new Problem(`git ${subcommand(args)} failed: ${complaint}`);
}
var PARTIAL = "Files to be scanned are not in this clone, which is a partial one (`--filter`). Clone without `--filter`, or run `git fetch --refetch --no-filter`.";
function gitSync(place, args, limit, input = "") {
  const [program, all, options] = invocation(place, args);
  const done = spawnSync(program, all, { ...options, input, maxBuffer: limit, timeout: 6e4 });
  return done.status === 0 && !done.error ? done.stdout : void 0;
}
function endAllGit() {
  for (const child of atWork) child.kill("SIGKILL");
}
var atWork = /* @__PURE__ */ new Set();
var PATIENCE = 5 * 6e4;
var COMPLAINT_LIMIT = 16384;
function start(place, args, options) {
  const [program, all, spawnOptions] = invocation(place, args, options.env);
  const child = spawn(program, all, { ...spawnOptions, stdio: ["pipe", "pipe", "pipe"] });
  atWork.add(child);
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    if (complaint.length < COMPLAINT_LIMIT) complaint += text;
  });
  const patience = options.patience ?? PATIENCE;
  let timedOut = false;
  const reader = { busy: false };
  const timer = setTimeout(() => {
    if (reader.busy) {
      timer.refresh();
      return;
    }
    timedOut = true;
    child.kill("SIGKILL");
  }, patience);
  timer.unref();
  const fed = feed(child, options.lines);
  const ended = new Promise((resolve) => {
    child.on("error", (error) => resolve(unstartable(error)));
    child.on("close", (code, signal) => {
      if (timedOut) resolve(`no answer within ${Math.round(patience / 1e3)} s`);
      else if (code === 0) resolve(void 0);
      else resolve(oneLine(complaint) || (signal ? `ended by ${signal}` : `exit code ${code}`));
    });
  }).then(async (outcome) => {
    const failure = await fed;
    if (failure) throw failure;
    return outcome;
  }).finally(() => {
    clearTimeout(timer);
    atWork.delete(child);
  });
  ended.catch(() => {
  });
  return { output: outputOf(child, timer, reader), ended };
}
async function* outputOf(child, timer, reader) {
  let finished = false;
  try {
    for await (const part of child.stdout) {
      reader.busy = true;
      yield part;
      reader.busy = false;
      timer.refresh();
    }
    finished = true;
  } finally {
    if (!finished) child.kill("SIGKILL");
  }
}
async function feed(child, lines) {
  const stdin = child.stdin;
  let open = true;
  let goOn = () => {
  };
  const stop = () => {
    open = false;
    goOn();
  };
  stdin.on("error", stop);
  child.on("close", stop);
  stdin.on("drain", () => goOn());
  const write = async (text) => {
    if (!open || stdin.write(text)) return;
    await new Promise((resolve) => {
      goOn = resolve;
    });
  };
  try {
    let pending = "";
    for await (const line of lines ?? []) {
      if (!open) break;
      pending += `${line}
`;
      if (pending.length < 8192) continue;
      await write(pending);
      pending = "";
    }
    if (pending !== "") await write(pending);
    return void 0;
  } catch (error) {
    return error ?? new Error("the input of git failed");
  } finally {
    stdin.end();
  }
}
var NO_HOOKS = "/dev/null";
var HARDENED = [
  "--no-pager",
  "-c",
  `core.hooksPath=${NO_HOOKS}`,
  "-c",
  "core.fsmonitor=",
  "-c",
  "core.untrackedCache=false",
  "-c",
  "submodule.recurse=false",
  "-c",
  "gc.auto=0",
  "-c",
  "maintenance.auto=false",
  "-c",
  "credential.helper=",
  "-c",
  "core.askPass="
];
var HARDENED_ENV = {
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_ATTR_NOSYSTEM: "1",
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_GRAFT_FILE: "/dev/null/none",
  GIT_NO_LAZY_FETCH: "1",
  GIT_ALLOW_PROTOCOL: "none",
  GIT_LITERAL_PATHSPECS: "1",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  GIT_PAGER: "cat",
  GIT_ASKPASS: "",
  SSH_ASKPASS: "",
  LC_ALL: "C"
};
function invocation(place, args, env = {}) {
  const inherited = Object.entries(place.env).filter(([name]) => !/^GIT_/i.test(name));
  return [
    gitProgram(place.env),
    [...HARDENED, ...args],
    {
      // Where the answers are relative to, and for Windows a place that is not searched for programs.
      cwd: place.workTree ?? place.gitDir,
      env: {
        ...Object.fromEntries(inherited),
        ...HARDENED_ENV,
        GIT_DIR: place.gitDir,
        ...place.workTree === void 0 ? {} : { GIT_WORK_TREE: place.workTree },
        ...env
      },
      windowsHide: true,
      shell: false
    }
  ];
}
function gitProgram(env) {
  if (process.platform !== "win32") return "git";
  const path = env.Path ?? env.PATH ?? "";
  const found = path.split(delimiter).filter(isAbsolute).map((folder) => join(folder, "git.exe")).find(existsSync);
  if (!found) throw new Problem(NO_GIT);
  return found;
}
var NO_GIT = "git was not found. Install it, or add its folder to PATH.";
function unstartable(error) {
  return error.code === "ENOENT" ? NO_GIT : error.message;
}
function subcommand(args) {
  return args.find((arg, index) => !arg.startsWith("-") && args[index - 1] !== "-c") ?? "";
}
function oneLine(text) {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const telling = lines.find((line) => /^(fatal|error):/.test(line)) ?? lines[0] ?? "";
  return telling.replace(/^(fatal|error): /, "").replace(/[\x00-\x1f\x7f-\x9f]/g, "?").slice(0, 500);
}

// src/io/git/ids.ts
function isId(text) {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
function isZeroId(id) {
  return /^0+$/.test(id);
}
function shortId(id) {
  return id.slice(0, 7);
}
function createIdSet() {
  let words = 5;
  let capacity = 1024;
  let slots = new Uint32Array(capacity * words);
  let used = new Uint8Array(capacity);
  let size = 0;
  const key = new Uint32Array(8);
  const parse = (id) => {
    for (let word = 0; word < words; word++) key[word] = Number.parseInt(id.slice(word * 8, word * 8 + 8), 16);
  };
  const find = () => {
    let slot = (key[0] ^ key[words - 1]) & capacity - 1;
    while (used[slot]) {
      let word = 0;
      while (word < words && slots[slot * words + word] === key[word]) word++;
      if (word === words) break;
      slot = slot + 1 & capacity - 1;
    }
    return slot;
  };
  const grow = () => {
    const [oldSlots, oldUsed] = [slots, used];
    capacity *= 2;
    slots = new Uint32Array(capacity * words);
    used = new Uint8Array(capacity);
    for (let old = 0; old < oldUsed.length; old++) {
      if (!oldUsed[old]) continue;
      key.set(oldSlots.subarray(old * words, old * words + words));
      const slot = find();
      used[slot] = 1;
      slots.set(key.subarray(0, words), slot * words);
    }
  };
  return {
    get size() {
      return size;
    },
    has(id) {
      if (id.length !== words * 8) return false;
      parse(id);
      return used[find()] === 1;
    },
    add(id) {
      if (size === 0 && id.length === 64 && words === 5) {
        words = 8;
        slots = new Uint32Array(capacity * words);
      }
      if (id.length !== words * 8)
        throw new RangeError(`an object id of ${id.length} digits among others of ${words * 8}`);
      parse(id);
      const slot = find();
      if (used[slot]) return false;
      used[slot] = 1;
      slots.set(key.subarray(0, words), slot * words);
      size++;
      if (size * 3 > capacity * 2) grow();
      return true;
    }
  };
}

// src/io/git/records.ts
async function* rawRecords(output) {
  let change;
  let oldPath;
  for await (const fields of nulFields(output)) {
    const records = [];
    for (const field of fields) {
      if (!change) {
        const text = field.toString("latin1");
        if (text.startsWith(":")) change = description(text);
        else if (text !== "") records.push({ commit: text.trim() });
      } else if (oldPath === void 0 && /^[RC]/.test(change.status)) {
        oldPath = pathText(field);
      } else {
        records.push({ ...change, path: pathText(field), ...oldPath === void 0 ? {} : { oldPath } });
        change = void 0;
        oldPath = void 0;
      }
    }
    yield records;
  }
}
function description(text) {
  const parents = /^:+/.exec(text)[0].length;
  const words = text.slice(parents).split(" ");
  const modes = words.slice(0, parents + 1);
  const ids = words.slice(parents + 1, 2 * parents + 2);
  const blob = ids[parents];
  return {
    // `R100`: the number is the similarity.
    status: words[2 * parents + 2].replace(/\d+$/, ""),
    mode: modes[parents],
    ...isZeroId(blob) ? {} : { blob },
    before: ids.slice(0, parents).map((id, index) => ({ mode: modes[index], blob: id })).filter((old) => !isZeroId(old.blob))
  };
}
async function* nulFields(output) {
  let rest = [];
  for await (const part of output) {
    const fields = [];
    let from = 0;
    for (let at = part.indexOf(0); at !== -1; at = part.indexOf(0, from)) {
      fields.push(rest.length > 0 ? Buffer.concat([...rest, part.subarray(from, at)]) : part.subarray(from, at));
      rest = [];
      from = at + 1;
    }
    if (from < part.length) rest.push(part.subarray(from));
    yield fields;
  }
  if (rest.length > 0) yield [Buffer.concat(rest)];
}
function* splitNul(output) {
  let from = 0;
  for (let at = output.indexOf(0); at !== -1; at = output.indexOf(0, from)) {
    yield output.subarray(from, at);
    from = at + 1;
  }
}
function wordsAndName(field) {
  const tab = field.indexOf(9);
  return [field.toString("latin1", 0, tab).split(" "), field.subarray(tab + 1)];
}
async function* asciiLines(output) {
  let rest = "";
  for await (const part of output) {
    const lines = (rest + part.toString("latin1")).split("\n");
    rest = lines.pop();
    yield lines;
  }
  if (rest !== "") yield [rest];
}
function pathText(bytes) {
  const text = bytes.toString("utf8");
  if (!text.includes("\uFFFD") || Buffer.from(text, "utf8").equals(bytes)) return text;
  let escaped = "";
  for (const byte of bytes) escaped += byte < 128 ? String.fromCharCode(byte) : `\\x${byte.toString(16)}`;
  return escaped;
}

// src/io/git/objects.ts
var DEFAULT_MAX_BYTES = 10 * 1024 * 1024;
async function* readBlobs(repository, wanted, unread, maxBytes = DEFAULT_MAX_BYTES) {
  const measured = [];
  const coming = [];
  const small = async function* () {
    for await (const { size } of measure(repository, remember(wanted, measured))) {
      const item = measured.shift();
      if (size === void 0) unread(item, { reason: "missing" });
      else if (size > maxBytes) unread(item, { reason: "too-large", size });
      else {
        coming.push(item);
        yield item.blob;
      }
    }
  };
  if (repository.fetchMissing) wanted = await brought(repository, wanted);
  for await (const { id, bytes } of readObjects(repository, small())) {
    const item = coming.shift();
    if (item.blob !== id) throw new Error(`git answered with ${id} where ${item.blob} was asked for`);
    yield { item, bytes };
  }
}
async function* readObjects(repository, ids) {
  let begun = "";
  let object;
  for await (const part of gitStream(repository, ["cat-file", "--batch", "--buffer"], { lines: ids })) {
    for (let at = 0; at < part.length; ) {
      if (object) {
        at += fill(object, part, at);
        if (object.filled <= object.bytes.length) continue;
        yield object;
        object = void 0;
        continue;
      }
      const end = part.indexOf(10, at);
      begun += part.toString("latin1", at, end === -1 ? part.length : end);
      if (end === -1) break;
      const { id, type, size } = announced(begun);
      begun = "";
      at = end + 1;
      if (at + size < part.length) {
        yield { id, type, bytes: part.subarray(at, at + size) };
        at += size + 1;
      } else object = { id, type, bytes: Buffer.allocUnsafeSlow(size), filled: 0 };
    }
  }
}
function blobPieces(repository, blob) {
  return gitStream(repository, ["cat-file", "blob", blob]);
}
function readBlobsNow(repository, ids, limit) {
  const output = gitSync(repository, ["cat-file", "--batch", "--buffer"], limit + LINE * ids.length, linesOf(ids));
  return output ? objectsIn(output) : /* @__PURE__ */ new Map();
}
function sizesNow(repository, ids) {
  const output = gitSync(repository, ["cat-file", "--batch-check", "--buffer"], LINE * ids.length, linesOf(ids));
  const lines = output?.toString("latin1").split("\n") ?? [];
  return new Map(
    lines.flatMap((line) => {
      const [id, , size] = line.split(" ");
      return size === void 0 ? [] : [[id, Number(size)]];
    })
  );
}
var LINE = 128;
function linesOf(ids) {
  return ids.map((id) => `${id}
`).join("");
}
function objectsIn(output) {
  const objects = /* @__PURE__ */ new Map();
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at);
    const [id, , size] = output.toString("latin1", at, end).split(" ");
    at = end + 1;
    if (size === void 0) continue;
    objects.set(id, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return objects;
}
async function resolveCommits(repository, names) {
  const asked = names.map((name) => /[\n\r\0]/.test(name) || name === "" ? "none" : name);
  const answers = [];
  for await (const { id, type } of measure(
    repository,
    asked.map((name) => `${name}^{commit}`)
  )) {
    answers.push(type === "commit" ? id : void 0);
  }
  return answers;
}
async function typesOf(repository, names) {
  const types = [];
  for await (const { type } of measure(repository, names)) types.push(type);
  return types;
}
async function firstParent(repository, commit) {
  for await (const { bytes } of readObjects(repository, [commit])) {
    return /^tree [0-9a-f]+\nparent ([0-9a-f]+)\n/.exec(bytes.toString("latin1"))?.[1];
  }
  return void 0;
}
async function parentsOf(repository, commit) {
  for await (const { bytes } of readObjects(repository, [commit])) {
    const headers = bytes.toString("latin1").split("\n\n", 1)[0];
    return [...headers.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent]) => parent);
  }
  return [];
}
async function requireCommit(repository, name, what = "The revision") {
  const [commit] = await resolveCommits(repository, [name]);
  return commit ?? noCommit(repository, name, what);
}
async function requireEnds(repository, base, head) {
  const [headId, baseId] = await resolveCommits(repository, base === void 0 ? [head] : [head, base]);
  const end = headId ?? noCommit(repository, head, "The head");
  return [base === void 0 ? base : baseId ?? noCommit(repository, base, "The base"), end];
}
function noCommit(repository, name, what) {
  const shown = isId(name) ? shortId(name) : name.replace(/[\x00-\x1f\x7f-\x9f]/g, "?");
  throw new Problem(`${what} ${shown} is not a commit of this repository. ${mendFor(repository, name)}`);
}
async function missingObjects(repository, ids) {
  const missing = [];
  for await (const { id, type } of measure(repository, ids)) if (type === void 0) missing.push(id);
  return missing;
}
async function emptyTree(repository) {
  return (await git(repository, ["hash-object", "-t", "tree", "--stdin"])).toString().trim();
}
function mendFor(repository, name) {
  if (repository.shallow)
    return "The clone is shallow: check out with `fetch-depth: 0`, or run `git fetch --unshallow`.";
  return isId(name) ? "Fetch it first: `git fetch origin`." : "Check the spelling, or fetch it first: `git fetch origin`.";
}
async function bringMissing(repository, ids) {
  if (!repository.fetchMissing) return;
  const missing = await missingObjects(repository, new Set(ids));
  if (missing.length > 0) await repository.fetchMissing(missing);
}
async function brought(repository, wanted) {
  const items = [];
  for await (const item of wanted) items.push(item);
  await bringMissing(
    repository,
    items.map(({ blob }) => blob)
  );
  return items;
}
async function* measure(repository, names) {
  const output = gitStream(repository, ["cat-file", "--batch-check", "--buffer"], { lines: names });
  for await (const lines of asciiLines(output)) {
    for (const line of lines) {
      const known = /^([0-9a-f]{40,64}) ([a-z]+) (\d+)$/.exec(line);
      yield known ? { id: known[1], type: known[2], size: Number(known[3]) } : { id: line.replace(/ [a-z]+$/, "") };
    }
  }
}
async function* remember(wanted, queue) {
  for await (const item of wanted) {
    queue.push(item);
    yield item.blob;
  }
}
function announced(line) {
  const [id, type, size] = line.split(" ");
  if (size === void 0) throw new Problem(`Object ${id} is missing from the repository. Run \`git fsck\` on it.`);
  return { id, type, size: Number(size) };
}
function fill(object, part, at) {
  const wanted = object.bytes.length - object.filled;
  if (wanted === 0) {
    object.filled++;
    return 1;
  }
  const taken = part.copy(object.bytes, object.filled, at, Math.min(part.length, at + wanted));
  object.filled += taken;
  return taken;
}

// src/io/git/skipped.ts
var KINDS = {
  "binary-file": { level: "note", reason: "binary", done: "Searched for secrets only" },
  "large-file": { level: "note", reason: "too large to be read whole", done: "Searched for secrets only" },
  "unreadable-file": { level: "warning", reason: "cannot be read" },
  "missing-content": {
    level: "error",
    reason: "its content is not in this clone: fetch it, or clone without a filter"
  },
  "special-file": { level: "note", reason: "not a regular file" },
  submodule: { level: "note", reason: "a submodule: scan its own repository" },
  "nested-repository": { level: "warning", reason: "a git repository inside this one: scan it on its own" },
  "not-checked-out": { level: "warning", reason: "tracked, but left out by the sparse checkout" },
  "lfs-pointer": { level: "note", reason: "only a pointer to content that Git LFS keeps elsewhere" }
};
var ONE_BY_ONE = 5;
var NAMED = 5;
function createSkipLog() {
  const kinds = /* @__PURE__ */ new Map();
  return {
    add(id, path, detail = "") {
      const paths = kinds.get(id) ?? /* @__PURE__ */ new Map();
      kinds.set(id, paths.set(path, detail));
    },
    notifications() {
      return [...kinds].flatMap(([id, paths]) => paths.size <= ONE_BY_ONE ? each(id, paths) : together(id, paths));
    }
  };
}
function each(id, paths) {
  const { level, reason, done = "Not scanned" } = KINDS[id];
  return [...paths].map(([path, detail]) => ({
    level,
    id,
    message: `${done}: ${printable(path)} (${detail === "" ? reason : `${reason}: ${detail}`}).`,
    location: { uri: path }
  }));
}
function together(id, paths) {
  const { level, reason, done = "Not scanned" } = KINDS[id];
  const names = [...paths.keys()].slice(0, NAMED).map(printable);
  const message = `${done}: ${paths.size} files (${reason}): ${names.join(", ")} and ${paths.size - NAMED} more.`;
  return [{ level, id, message, files: paths.size }];
}
function megabytes(bytes) {
  return `${Math.round(bytes / 1024 / 1024 * 10) / 10} MB`;
}
function printable(path) {
  return path.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]/g, "?");
}

// src/io/git/disk.ts
async function* readFromDisk(root, entries, { skipped, large }, maxBytes = DEFAULT_MAX_BYTES, nameOf = () => void 0) {
  for (const entry of entries) {
    if (entry.kind === "submodule") {
      skipped.add("submodule", entry.path);
      continue;
    }
    const bytes = readInside(root, entry, skipped, maxBytes, nameOf(entry.path));
    if (typeof bytes === "object") yield { entry, bytes };
    else if (bytes !== void 0) {
      const path = onDisk(root, entry, nameOf(entry.path));
      large.push({ path: entry.path, size: bytes, pieces: () => piecesOf(path) });
    }
  }
}
function readInside(root, entry, skipped, maxBytes = DEFAULT_MAX_BYTES, name) {
  const path = onDisk(root, entry, name);
  try {
    const parent = realpathSync.native(dirname(join2(root, entry.path)));
    if (!isInside(root, parent)) {
      skipped.add("unreadable-file", entry.path, "its folder is a symlink that leads out of the tree");
      return void 0;
    }
    if (entry.kind === "symlink") return readlinkSync(path, { encoding: "buffer" });
    const bytes = readRegular(path, maxBytes);
    if (typeof bytes === "number") skipped.add("large-file", entry.path, megabytes(bytes));
    return bytes;
  } catch (error) {
    skipped.add("unreadable-file", entry.path, whyUnreadable(error));
  }
  return void 0;
}
function onDisk(root, entry, name) {
  return name ? Buffer.concat([Buffer.from(root + sep), name]) : join2(root, entry.path);
}
var PIECE = 1 << 20;
async function* piecesOf(path) {
  const file = openSync(path, READ_ONLY);
  try {
    for (; ; ) {
      const piece = Buffer.allocUnsafe(PIECE);
      const got = readSync(file, piece, 0, PIECE, null);
      if (got === 0) return;
      yield piece.subarray(0, got);
    }
  } finally {
    closeSync(file);
  }
}
function isInside(root, path) {
  if (path === root) return true;
  const prefix = root.endsWith(sep) ? root : root + sep;
  return path.startsWith(prefix) && !path.slice(prefix.length).split(sep).includes(".git");
}
function entryOnDisk(path, shown, skipped) {
  let status;
  try {
    status = lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (error.code === "ENOTDIR") return void 0;
    skipped.add("unreadable-file", shown, whyUnreadable(error));
    return void 0;
  }
  if (!status) return void 0;
  if (status.isSymbolicLink()) return { path: shown, kind: "symlink", size: status.size };
  if (status.isFile()) return { path: shown, kind: status.mode & 73 ? "executable" : "file", size: status.size };
  if (!status.isDirectory()) skipped.add("special-file", shown);
  return void 0;
}
var READ_ONLY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
function readRegular(path, maxBytes) {
  const file = openSync(path, READ_ONLY);
  try {
    const status = fstatSync(file);
    if (!status.isFile()) throw Object.assign(new Error("not a regular file"), { code: "not a regular file" });
    if (status.size > maxBytes) return status.size;
    const bytes = Buffer.allocUnsafe(status.size + 1);
    let length = 0;
    for (let got = -1; got !== 0 && length < bytes.length; length += got) {
      got = readSync(file, bytes, length, bytes.length - length, null);
    }
    if (length > status.size) throw Object.assign(new Error("it changed"), { code: "it changed while it was read" });
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}
function whyUnreadable(error) {
  switch (error.code) {
    case "ENOENT":
    case "ENOTDIR":
      return "it vanished while the scan ran";
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "ELOOP":
      return "it became a symlink while the scan ran";
    default:
      return error.code ?? error.message;
  }
}
function shownPath(root, absolute) {
  return relative(root, absolute).split(sep).join("/");
}

// src/io/text-file.ts
function readTextFile(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return void 0;
  }
}
function writeTextFile(path, text) {
  try {
    makeFolder(dirname2(path));
    if (isSpecial(path)) writeParts(path, "w", text);
    else replaceFile(path, text);
  } catch (error) {
    throw notWritten(path, error);
  }
}
function takePath(folder, name, extension) {
  for (let count = 1; ; count++) {
    const path = join3(folder, `${name}${count === 1 ? "" : `-${count}`}${extension}`);
    try {
      writeFileSync(path, "", { flag: "wx" });
      return path;
    } catch (error) {
      if (error.code !== "EEXIST" || count === MOST_PATHS) throw notWritten(path, error);
    }
  }
}
var MOST_PATHS = 1e3;
function writeBesideScanned(tree, path, text) {
  if (!isInside(tree, path)) {
    writeTextFile(path, text);
    return;
  }
  try {
    let folder = dirname2(path);
    while (!lstatSync2(folder, { throwIfNoEntry: false })) folder = dirname2(folder);
    if (!isInside(realpathSync2(tree), realpathSync2(folder))) {
      throw new Problem(`${path} cannot be written: its folder is a link that leads out of the repository`);
    }
    makeFolder(dirname2(path));
    replaceFile(path, text);
  } catch (error) {
    throw error instanceof Problem ? error : notWritten(path, error);
  }
}
function makeFolder(path) {
  const missing = [];
  let folder = path;
  for (; !statSync(folder, { throwIfNoEntry: false }) && dirname2(folder) !== folder; folder = dirname2(folder))
    missing.push(folder);
  for (const next of missing.reverse()) {
    try {
      mkdirSync(next);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
}
function replaceFile(path, text) {
  const partial = `${path}.${randomUUID()}.partial`;
  try {
    writeParts(partial, "wx", text);
    renameSync(partial, path);
  } catch (error) {
    discard(partial);
    throw error;
  }
}
function writeParts(path, flag, text) {
  const file = openSync2(path, flag);
  try {
    const isWhole = typeof text === "string" || text instanceof Uint8Array;
    for (const part of isWhole ? [text] : text) writeFileSync(file, part);
  } finally {
    closeSync2(file);
  }
}
function notWritten(path, error) {
  return new Problem(`${path} cannot be written (${error.code ?? error})`);
}
function isSpecial(path) {
  return lstatSync2(path, { throwIfNoEntry: false })?.isFile() === false;
}
function discard(path) {
  try {
    rmSync(path, { force: true });
  } catch {
  }
}

export {
  git,
  tryGit,
  gitStream,
  gitSync,
  endAllGit,
  NO_HOOKS,
  isId,
  isZeroId,
  shortId,
  createIdSet,
  rawRecords,
  splitNul,
  wordsAndName,
  asciiLines,
  pathText,
  DEFAULT_MAX_BYTES,
  readBlobs,
  readObjects,
  blobPieces,
  readBlobsNow,
  sizesNow,
  resolveCommits,
  typesOf,
  firstParent,
  parentsOf,
  requireCommit,
  requireEnds,
  emptyTree,
  bringMissing,
  createSkipLog,
  megabytes,
  readFromDisk,
  readInside,
  isInside,
  entryOnDisk,
  readRegular,
  whyUnreadable,
  shownPath,
  readTextFile,
  writeTextFile,
  takePath,
  writeBesideScanned,
  makeFolder
};
