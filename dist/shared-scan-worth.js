import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  SECRET_STEMS,
  columnsIn,
  judgeLiteral,
  judgeSecret,
  literalsIn,
  mayBeEncoded,
  mayBeToken,
  mayHoldAddress,
  mayNameToken,
  namesSecret,
  secretsInScript
} from "./shared-rules-credentials-tokens-finder.js";
import {
  wholeText
} from "./shared-core-text.js";

// src/core/runs.ts
function alphabetOf(characters) {
  const alphabet = new Uint8Array(256);
  for (let at = 0; at < characters.length; at++) alphabet[characters.charCodeAt(at)] = 1;
  return alphabet;
}
var LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
function nextRun(text, alphabet, least, from = 0) {
  for (let at = from + least - 1; at < text.length; ) {
    if (!has(alphabet, text, at)) {
      at += least;
      continue;
    }
    let start = at;
    while (start > from && has(alphabet, text, start - 1)) start--;
    let end = at + 1;
    while (end < text.length && has(alphabet, text, end)) end++;
    if (end - start >= least) return { start, end };
    at = end + least;
  }
  return void 0;
}
function* runsIn(text, alphabet, least) {
  for (let run = nextRun(text, alphabet, least); run; run = nextRun(text, alphabet, least, run.end))
    yield text.slice(run.start, run.end);
}
function has(alphabet, text, at) {
  const code = text.charCodeAt(at);
  return code < 256 && alphabet[code] === 1;
}

// src/rules/user-data/gate-line.ts
function createLineReader() {
  const isSecret = remembering(namesSecret);
  const read = {
    prose: remembering((text) => new Line(text, false, isSecret)),
    code: remembering((text) => new Line(text, true, isSecret))
  };
  return (text, inCode) => inCode ? read.code(text) : read.prose(text);
}
var MOST_REMEMBERED = 5e4;
function remembering(make) {
  const known = /* @__PURE__ */ new Map();
  return (text) => {
    const before = known.get(text);
    if (before !== void 0) return before;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
}
var Line = class {
  text;
  #inCode;
  #isSecret;
  #stem;
  #nameless;
  #encoded;
  #value;
  #allValue;
  #open;
  #roleList;
  #definitionList;
  #referenceList;
  constructor(text, inCode, isSecret) {
    this.text = text;
    this.#inCode = inCode;
    this.#isSecret = isSecret;
  }
  /** Data, or made by a program, and not taken apart. */
  get isLong() {
    return this.text.length > LONGEST;
  }
  /** Is there a word of secrets on it? */
  get hasStem() {
    return this.#stem ??= STEM.test(this.text);
  }
  /** Is there something on it in which secrets stand without a name of their own? */
  get hasNameless() {
    return this.#nameless ??= ALONE.test(this.text);
  }
  /** Base64 of a text, or of gzip: user-data and the data of a Secret are written so. */
  get hasEncodedText() {
    return this.#encoded ??= holdsEncodedText(this.text);
  }
  /** The names of secrets on it. */
  get roles() {
    return this.#roleList ??= this.hasStem ? this.#roles() : [];
  }
  /** A value that says by its key that it is that of something else: `value: \u2026`, `default = \u2026`, `"ParameterValue": \u2026`. */
  get hasValue() {
    return this.#value ??= this.isLong || this.#holdsValue();
  }
  /** Nothing but a value: of a block scalar, a list of arguments, a string that goes on. */
  get isValue() {
    return this.#allValue ??= isValueLine(this.text);
  }
  /** Does it go on in the next one? */
  get isOpen() {
    return this.#open ??= OPEN.test(this.text);
  }
  get definitions() {
    return this.#definitionList ??= definitionsOn(this.text);
  }
  /** Names of other things on it: `var.x`, `!Ref x`, `$x`. */
  get references() {
    return this.#referenceList ??= referencesIn(this.text);
  }
  /** May what follows a name be its value? */
  isValueBehind(rest) {
    return isLiteralBehind(rest, this.#inCode);
  }
  #holdsValue() {
    const value = VALUE_OF.exec(this.text)?.[1];
    return value !== void 0 && isLiteralBehind(value, this.#inCode);
  }
  #roles() {
    const { text } = this;
    const roles = [];
    const add = (kind, end) => {
      const rest = text.slice(end);
      roles.push({ kind, rest, hasValue: this.#hasValueOf(kind, rest) });
    };
    for (const { 0: whole, 1: name, index } of text.matchAll(NAME)) {
      if (!STEM.test(name) || !this.#isNameOfSecret(name)) continue;
      const end = index + whole.length;
      for (const kind of kindsAt(text.slice(0, index), text.slice(end))) add(kind, end);
    }
    for (const { 0: whole, 1: name, index } of text.matchAll(SPACED)) {
      if (STEM.test(name) && this.#isSecret(name)) add("key", index + whole.length);
    }
    for (const { 0: whole, index } of text.matchAll(NAMELESS)) add("key", index + whole.length);
    return roles;
  }
  #isNameOfSecret(name) {
    return this.#isSecret(name) || name.includes("/") && name.split("/").some(this.#isSecret);
  }
  #hasValueOf(kind, rest) {
    if (kind === "default") return isLiteral(/^:?[-=]["']?([^}"']*)/.exec(rest)?.[1] ?? "");
    if (kind === "key") return this.isValueBehind(rest);
    return this.hasValue || /^["'`]\s*,/.test(rest) && isLiteralBehind(rest.slice(1), true);
  }
};
var LONGEST = 4e3;
var STEM = new RegExp(SECRET_STEMS, "i");
var ALONE = /:\/\/[^\s/@"'`<>$]{0,80}:[^\s/@"'`<>]{3,200}@|Authorization["']?\s*[:=]|\b(?:mysql|mysqldump|mysqladmin|mariadb|mariadb-dump|mariadb-admin)\b|\b(?:sshpass|mongo|mongosh|mongodump|mongorestore|ldapadd|ldapmodify|login|htpasswd|smbclient|sqlcmd|vncpasswd|redis-cli)\b|\s(?:-u|--user)(?:=|\s+)["']?[\w.@%+-]{1,100}:|passwd|password-stdin|with-token|IDENTIFIED|PASSWORD\s+['"]|\bnet\s+user|SecureString|\bpass:|pgpass/i;
function mayBeOfInterest(text) {
  return STEM.test(text) || ALONE.test(text) || holdsEncodedText(text);
}
function hasScriptSecret(text) {
  return finds(text) || text.includes("\\\n") && finds(text.replace(/\\\n\s*/g, " "));
}
function finds(text) {
  return secretsInScript(wholeText({ uri: "", text })).length > 0;
}
var ENCODED = alphabetOf(`${LETTERS_AND_DIGITS}+/`);
var SHORTEST_ENCODED = 16;
function holdsEncodedText(line) {
  for (const run of runsIn(line, ENCODED, SHORTEST_ENCODED)) {
    if (run.startsWith("H4sI")) return true;
    if (!/[a-z]/.test(run) || !/[A-Z]/.test(run)) continue;
    const bytes = Buffer.from(run, "base64");
    let plain = 0;
    for (const byte of bytes) if (byte >= 32 && byte < 127 || byte >= 9 && byte <= 13) plain++;
    if (plain >= bytes.length * 0.9) return true;
  }
  return false;
}
var NAME = /(?<![\\\w$])\$?(?:env:)?([A-Za-z_][\w./-]*)/g;
var SPACED = /(?:["']|^[\s-]*)((?:[\w./-]+ ){1,5}[\w./-]+)(?=["']?\s*[:=])/g;
var KEY = /^["'`\])}]{0,3}[ \t]*(?::=|=>|[:=](?!=)|\+=|,|\||>)/;
var NAMED = /(?:[:=(,]|=>)[ \t]*["'`]?\/?$/;
var NAME_END = /^["'`]?[ \t]*(?:[,})\]]|$)/;
var LABEL_END = /^["'][ \t]*(?:\{|,[ \t]*[{(\w])/;
var SPOKEN = /(?:^|[\s"'(,[])(?:--?|(?:ENV|ARG|setx?|export|declare|local|readonly)[ \t]+(?:-\w+[ \t]+)*["']?)$/i;
var NAMELESS = /plainText["'\]]?\s*\(/gi;
function kindsAt(before, after) {
  if (/\$[{(][^})]*$/.test(before)) return /^:?[-=]/.test(after) ? ["default"] : [];
  const isArgument = /^["'`]?[ \t]*[,\\+]?[ \t]*$/.test(after) && /^\s*["'`]$/.test(before);
  const isKey = KEY.test(after) || SPOKEN.test(before) || isArgument;
  const isName = NAMED.test(before) && NAME_END.test(after) || LABEL_END.test(after);
  return [...isKey ? ["key"] : [], ...isName ? ["name"] : []];
}
var OPEN = /(?:[:=({[\\+,]|=>|[|>][+-]?\d?|<<[-~]?\s*["']?\w+["']?)\s*$/;
var QUOTED = /"(?:[^"\\]|\\.)*"|'[^']*'|`[^`]*`/g;
var FIRST = /^["'`\])}]{0,3}(?<joint>\s*(?::=|=>|\+=|[:=,|>])?\s*)(?<tag>(?:!\w+|sensitive|nonsensitive)\s*\(?\s*)?(?<value>"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'`,;(){}<>|&]+)/;
var COMMAND = /^["'`\])}]{0,3}\s*(?:=|:=|:)\s*["']?(?:\$\(|`)/;
var PATH = /^[A-Za-z_]\w*(?:\[[^\]]*\]?)*(?:\.[\w[\]"*-]+)+$/;
function isLiteralBehind(rest, inCode) {
  if (COMMAND.test(rest)) return false;
  const first = FIRST.exec(rest)?.groups;
  if (first) {
    const { joint, tag, value } = first;
    const isName = /\s[:+]?=>?\s/.test(joint) && (!/["'\d]/.test(value) || inCode && PATH.test(value));
    if (!isName && isLiteral(value)) return true;
    if (!inCode && !tag) return false;
  }
  const own = /^["'`](?=\s*[:=,\])])/.exec(rest)?.[0].length ?? 0;
  for (const [quoted] of rest.slice(own).matchAll(QUOTED)) if (isLiteral(quoted)) return true;
  return false;
}
var VALUE_OF = /(?:value|string|(?<![A-Za-z])(?:default|contents?|text|data|literal|plain_?text|raw|valueFrom|value_from))["'\]]{0,2}(\s*(?::=|=>|[:=]).*)$/i;
var VALUE_LINE = /^\s*(?:[-+]\s+)?([^\s"'`,;(){}<>|&]+)[\s\\,;)\]}]*$/;
function isValueLine(line) {
  const word = VALUE_LINE.exec(line)?.[1];
  if (word !== void 0) return !/[:=]$/.test(word) && isLiteral(word);
  if (/[:=]/.test(line.replace(QUOTED, ""))) return false;
  for (const [quoted] of line.matchAll(QUOTED)) if (isLiteral(quoted)) return true;
  return false;
}
function isLiteral(value) {
  return judgeSecret({ name: "password", value, takes: "password" }).secret || /^["'`]?\d{8,}["'`]?$/.test(value);
}
var REFERENCE = /\b(?:var|local|each\.value|self|module)\.([A-Za-z_]\w*)|!Ref\s+["']?(\w+)|\bRef["']?\s*:\s*["']?(\w+)|!GetAtt\s+["']?(\w+)|\$\{?!?([A-Za-z_]\w*)|(?<![\w*])\*([A-Za-z_][\w-]*)/g;
function referencesIn(text) {
  return [...text.matchAll(REFERENCE)].map((match) => match.slice(1).find((name) => name !== void 0));
}
function referencesBehind(rest) {
  return [...NAME_BEHIND.exec(rest)?.[1]?.split(".") ?? [], ...referencesIn(rest)];
}
var NAME_BEHIND = /^["'`\])}]{0,3}\s*(?::=|=>|[:=,])\s*([A-Za-z_][\w.]*)\b(?!\s*["'(])/;
var DEFINED = /(?:(?<![\w.$\\-])|(?<=\\[nrt]))([A-Za-z_]\w*)["'\]]{0,2}\s*(?::=|[:={](?![=:]))|&([A-Za-z_][\w-]*)/g;
function definitionsOn(text) {
  return [...text.matchAll(DEFINED)].map(({ 0: whole, 1: defined, 2: anchor, index }) => {
    const name = defined ?? anchor;
    return { name, rest: text.slice(index + whole.indexOf(name) + name.length) };
  });
}

// src/rules/credentials/gate.ts
function mayHoldCredential(text) {
  return SURE.test(text) || holdsRandomRun(text) || mayBeEncoded(text) || mayHoldAddress(text) || mayBeToken(text) || LOGIN.test(text) || holdsAssigned(text);
}
var SURE = /A(?:KIA|SIA|BIA|CCA|3T[A-Z0-9])[A-Z0-9]{16}|PRIVATE KEY|PuTTY-User-Key-File-|AGE-SECRET-KEY-1/;
var LOGIN = /^[^:\s]+:[\d*]+:[^:\n]*:[^:\n]*:\S|\bpassword\s+\S/m;
function holdsAssigned(text) {
  for (const literals of [literalsIn(text, "spaced"), columnsIn(text)])
    for (const literal of literals) if (judgeLiteral(literal).secret) return true;
  return false;
}
var RUN = alphabetOf(`${LETTERS_AND_DIGITS}+/_~-`);
var SHORTEST_RUN = 16;
var FEWEST = 10;
function holdsRandomRun(text) {
  for (const run of runsIn(text, RUN, SHORTEST_RUN)) if (randomIn(run) >= FEWEST) return true;
  return false;
}
function randomIn(run) {
  let random = 0;
  for (const part of run.split(/[-_~/+]+/)) if (part !== "" && !isCamelCase(part)) random += part.length;
  return random;
}
function isCamelCase(part) {
  if (SINGLE.test(part)) return true;
  const words = part.split(HUMPS);
  if (words.length > 1 && part.length < words.length * SHORTEST_WORDS) return false;
  return words.every((word) => WORD.test(word));
}
var SINGLE = /^[A-Z]?[a-z]+$/;
var SHORTEST_WORDS = 4.5;
var HUMPS = /(?<=[a-z])(?=[A-Z])|(?<=[A-Z0-9])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d+(?![A-Za-z0-9]))/;
var WORD = /^(?:[A-Z]?[a-z]+|[A-Z]{2,14}|[A-Z]|\d{1,4}|[Ss]3|E[Cc]2|ec2|amd64|arm64|x86|[Kk]8[Ss]|[Ii][Pp][Vv][46]|[Ss][Hh][Aa](?:1|256|512)|utf8|[Bb]ase64|[Rr]oute53|[Oo]?[Aa]uth2|gp[23]|io[12]|log4j|i18n|python3|linux2|al2023|x64)$/;
function mayNameCredential(text) {
  return NAMING.test(text) || mayNameToken(text);
}
var NAMING = /aws|amazon|amz|s3|ses|sns|sqs|dynamo|ecr|boto|minio|ceph|wasabi|secret|access|key|token|credential|session|security|auth|private|BEGIN|END/i;

// src/rules/user-data/gate.ts
function isCode(path) {
  return /\.(?:tf|tofu|tfvars|hcl|[cm]?[jt]sx?|py)$/i.test(path);
}
function mayHoldLiteral(text) {
  const { lines, counts } = text;
  const named = lines.some(({ hasStem }) => hasStem);
  for (const [at, line] of lines.entries()) {
    if (!named && !counts[at]) continue;
    if (line.isLong) {
      if (counts[at] && (line.hasStem || line.hasNameless)) return true;
      continue;
    }
    if (counts[at] && line.hasNameless && holdsScriptSecret(lines, at)) return true;
    if (counts[at] && line.hasEncodedText) return true;
    if (named && line.roles.some((role) => hasValue(text, at, role))) return true;
  }
  return false;
}
function mayHoldLiteralAnywhere(text, path, read) {
  return mayBeOfInterest(text) && mayHoldLiteralIn(linesOf(text, path, read));
}
function mayHoldLiteralIn(lines) {
  const text = { lines, counts: lines.map(() => true) };
  if (mayHoldLiteral(text)) return true;
  const references = /* @__PURE__ */ new Set();
  referencesOf(lines, references);
  return definesNear(text, references);
}
function linesOf(text, path, read) {
  const inCode = isCode(path);
  return text.split("\n").map((line) => read(line, inCode));
}
var AROUND_SCRIPT = 2;
function holdsScriptSecret(lines, at) {
  const around = lines.slice(Math.max(0, at - AROUND_SCRIPT), at + AROUND_SCRIPT + 1);
  return hasScriptSecret(around.map(({ text }) => text).join("\n"));
}
var REACH = 12;
var NEXT = 3;
function hasValue({ lines, counts }, named, role) {
  if (counts[named] && role.hasValue) return true;
  if (role.kind === "default") return false;
  const isOpen = lines[named].isOpen || role.rest.trim().length < 2;
  const from = role.kind === "key" ? named + 1 : Math.max(0, named - REACH);
  const to = Math.min(lines.length, named + (role.kind === "key" && !isOpen ? 1 : REACH) + 1);
  for (let at = from; at < to; at++) {
    if (at === named || !(counts[named] || counts[at])) continue;
    if (lines[at].hasValue) return true;
    if (isOpen && at > named && at <= named + NEXT && lines[at].isValue) return true;
  }
  return false;
}
var BESIDE = 3;
function referencesOf(lines, found) {
  if (found.size === 0 && !lines.some(({ hasStem }) => hasStem)) return;
  for (const [at, line] of lines.entries()) {
    if (line.isLong) continue;
    for (const { kind, rest } of line.roles) {
      addAll(referencesBehind(rest), found);
      if (kind === "key" && !line.isOpen) continue;
      for (let near = Math.max(0, at - BESIDE); near <= Math.min(lines.length - 1, at + BESIDE); near++) {
        if (near !== at && !lines[near].isLong) addAll(lines[near].references, found);
      }
    }
  }
  for (let round = 0, before = 0; round < MOST_STEPS && found.size > before; round++) {
    before = found.size;
    for (const line of lines) if (!line.isLong) addDefinitions(line, found);
  }
}
var MOST_STEPS = 3;
function addDefinitions(line, found) {
  for (const { name, rest } of line.definitions) if (found.has(name)) addAll(referencesBehind(rest), found);
}
function addAll(names, found) {
  for (const name of names) found.add(name);
}
function definesNear(text, references) {
  if (references.size === 0) return false;
  const { lines, counts } = text;
  let counted = -1;
  for (let at = lines.length - 1; at >= 0; at--) {
    if (counts[at]) counted = at;
    if (counted === -1 || counted > at + REACH || lines[at].isLong) continue;
    const line = lines[at];
    for (const { name, rest } of line.definitions) {
      if (!references.has(name)) continue;
      if (hasValue(text, at, { kind: "key", rest, hasValue: line.isValueBehind(rest) })) return true;
    }
  }
  return false;
}

// src/scan/worth.ts
var WHOLLY = { asText: true, byFrontEnds: true };
function worthReading({ uri, text }, read) {
  return {
    asText: mayHoldCredential(text),
    byFrontEnds: mayHoldLiteralAnywhere(text, uri, read)
  };
}

export {
  mayHoldCredential,
  mayNameCredential,
  createLineReader,
  isCode,
  mayHoldLiteral,
  mayHoldLiteralAnywhere,
  mayHoldLiteralIn,
  linesOf,
  referencesOf,
  definesNear,
  WHOLLY,
  worthReading
};
