import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  printParseErrorCode,
  visit
} from "./shared-jsonc-parser-main.js";
import {
  lineStarts,
  regionOf
} from "./shared-core-source.js";
import {
  UNKNOWN,
  literalText,
  locate,
  sliceText,
  unknownName
} from "./shared-core-text.js";
import {
  Problem
} from "./shared-core-problem.js";

// src/account/snapshot.ts
function recordOf(type, arn, data) {
  const text = typeof data === "string" ? data : JSON.stringify(data);
  return {
    type,
    arn,
    get data() {
      return JSON.parse(text);
    }
  };
}
function recordText({ data }) {
  return JSON.stringify(data, void 0, 2);
}
var SNAPSHOT_KEY = "keylatchAccount";
var VERSION = 1;
function* snapshotParts({ records, ...head }) {
  yield `${JSON.stringify({ [SNAPSHOT_KEY]: VERSION, ...head }, void 0, 1).slice(0, -2)},
 "records": [
`;
  for (const [index, record] of records.entries()) {
    yield `  ${JSON.stringify(record)}${index < records.length - 1 ? "," : ""}
`;
  }
  yield " ]\n}\n";
}
function parseSnapshot(text, file) {
  const given = byLines(text) ?? whole(text);
  const fault = given === void 0 ? "not JSON" : faultOf(given);
  if (fault) throw new Problem(`${file}: ${fault}; write it with: keylatch account --save FILE`);
  const { account, alias, partition, takenAt, regions, missing, records } = given;
  return { account, ...alias ? { alias } : {}, partition, takenAt, regions, missing, records };
}
function byLines(text) {
  const begin = /^ "records": \[\n/m.exec(text);
  if (!begin) return void 0;
  try {
    const head = JSON.parse(`${text.slice(0, begin.index)}"records": []}`);
    const records = [];
    let at = begin.index + begin[0].length;
    while (!text.startsWith(" ]", at)) {
      const end = text.indexOf("\n", at);
      if (end === -1) return void 0;
      records.push(compact(JSON.parse(text.slice(at, text[end - 1] === "," ? end - 1 : end))));
      at = end + 1;
    }
    return { ...head, records };
  } catch {
    return void 0;
  }
}
function whole(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function compact(record) {
  if (recordFault(record)) return record;
  const { type, arn, data } = record;
  return recordOf(type, arn, data);
}
function faultOf(given) {
  if (!isObject(given) || given[SNAPSHOT_KEY] === void 0) return "not a saved account";
  if (given[SNAPSHOT_KEY] !== VERSION)
    return `an account of format ${given[SNAPSHOT_KEY]}, this Keylatch reads ${VERSION}`;
  if (!/^\d{12}$/.test(String(given.account))) return "no account id in it";
  if (typeof given.partition !== "string") return "no partition in it";
  if (Number.isNaN(Date.parse(String(given.takenAt)))) return "no date in it";
  for (const list of ["regions", "missing", "records"])
    if (!Array.isArray(given[list])) return `no list of ${list} in it`;
  const odd = given.records.findIndex(recordFault);
  return odd === -1 ? void 0 : `record ${odd + 1} has no type, no arn or no data`;
}
function recordFault(record) {
  return !isObject(record) || typeof record.type !== "string" || typeof record.arn !== "string" || !isObject(record.data);
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function ageInDays({ takenAt }, now) {
  return Math.floor((now.getTime() - Date.parse(takenAt)) / 864e5);
}

// src/core/build-text.ts
function buildText(source) {
  const runs = [];
  const values = [];
  let length = 0;
  const whole2 = source.runs.length === 1 && isExact(source.runs[0]) ? source.runs[0] : void 0;
  let open = false;
  function add(value, run, asWritten) {
    const last = runs.at(-1);
    if (last && open && asWritten && last.uri === run.uri && last.end === run.start) {
      runs[runs.length - 1] = { ...last, length: last.length + value.length, end: run.end };
    } else {
      const { uri, start, end, reference } = run;
      const named = reference !== void 0 && { reference };
      runs.push({ at: length, length: value.length, uri, start, end, ...named });
    }
    open = asWritten;
    values.push(value);
    length += value.length;
  }
  function append(text) {
    for (const run of text.runs) {
      if (run.length === 0) continue;
      add(text.value.slice(run.at, run.at + run.length), run, run.length > 1 && isExact(run));
    }
  }
  return {
    exact(from, to) {
      if (to <= from) return;
      if (!whole2) append(sliceText(source, from, to));
      else {
        const start = whole2.start - whole2.at;
        add(source.value.slice(from, to), { uri: whole2.uri, start: start + from, end: start + to }, true);
      }
    },
    piece(value, from, to) {
      if (value !== "") add(value, locate(source, from, to), false);
    },
    append,
    done() {
      return runs.length > 0 ? { value: values.join(""), runs } : literalText("", locate(source, 0, 0));
    }
  };
}
function derivedText(value, span) {
  const chance = span.end - span.start === value.length && value.length > 1;
  return literalText(value, chance ? { ...span, end: span.end - 1 } : span);
}
function spanOf(text) {
  return locate(text, 0, text.value.length);
}
var isExact = (run) => run.end - run.start === run.length;

// src/core/lines.ts
function* linesOf(text) {
  const value = typeof text === "string" ? text : text.value;
  for (let start = 0; start < value.length; ) {
    const newline = value.indexOf("\n", start);
    const next = newline === -1 ? value.length : newline + 1;
    const end = newline === -1 ? value.length : newline;
    yield { start, end: end > start && value[end - 1] === "\r" ? end - 1 : end, next };
    start = next;
  }
}
function indexWithin(value, wanted, from, to) {
  const at = value.slice(from, to).indexOf(wanted);
  return at === -1 ? -1 : from + at;
}

// src/core/notice.ts
function parseError(text, at, message) {
  return notice("parse-error", text, at, message);
}
function limitReached(text, at, message, limit) {
  return { ...notice("limit", text, at, message), unread: { span: locate(text, at, at + 1), limit } };
}
function notice(id, text, at, message) {
  const { uri, start } = locate(text, at, at);
  const only = text.runs.length === 1 ? text.runs[0] : void 0;
  const whole2 = only && only.start === 0 && only.end === text.value.length;
  const region = whole2 ? regionOf(lineStarts(text.value), start, start) : void 0;
  return { level: "warning", id, message: `${uri}: ${message}`, location: region ? { uri, region } : { uri } };
}

// src/core/value.ts
var DEEPEST_VALUE = 400;
var isWhollyUnknown = (leaf) => leaf.value === UNKNOWN;
function member(value, key) {
  if (value?.kind !== "map") return void 0;
  return value.entries.findLast((entry) => entry.key === key)?.value;
}
function leafOf(value) {
  switch (value?.kind) {
    case "string": {
      const origin = originOf(value.text, value.span);
      const reference = unknownName(value.text);
      return {
        value: value.text.value,
        span: value.span,
        ...origin && { origin },
        ...reference !== void 0 && { reference }
      };
    }
    case "number":
    case "boolean":
      return { value: String(value.value), span: value.span };
    case "unknown":
      return unknownLeaf(value);
    default:
      return void 0;
  }
}
function unknownLeaf({ span, reference }) {
  return { value: UNKNOWN, span, ...reference !== void 0 && { reference } };
}
function unknownsIn(value) {
  if (value?.kind === "list") return value.items.flatMap(unknownsIn);
  if (value?.kind !== "unknown") return [];
  return value.maybe?.length ? value.maybe.flatMap(unknownsIn) : [unknownLeaf(value)];
}
function originOf(text, span) {
  const outside = text.runs.find(
    (run) => run.length > 0 && (run.uri !== span.uri || run.end < span.start || run.start > span.end)
  );
  return outside && { uri: outside.uri, start: outside.start, end: outside.end };
}
function plainOf(value) {
  const leaf = value?.kind === "unknown" ? void 0 : leafOf(value);
  return leaf === void 0 || leaf.value.includes(UNKNOWN) ? void 0 : leaf.value;
}

// src/languages/json/json.ts
function jsonValue(text) {
  const collector = collect(text);
  const notifications = [];
  const start = text.value.charCodeAt(0) === 65279 ? 1 : 0;
  const source = start ? ` ${text.value.slice(1)}` : text.value;
  const templated = source.includes(UNKNOWN);
  const tooDeep = () => {
    if (!notifications.some(({ unread }) => unread))
      notifications.push(limitReached(text, 0, "JSON is nested too deep to be read whole", "json-depth"));
    return true;
  };
  try {
    visit(
      source,
      {
        onObjectBegin: (offset) => collector.open("map", offset) || tooDeep(),
        onArrayBegin: (offset) => collector.open("list", offset) || tooDeep(),
        onObjectEnd: (offset) => collector.close(offset + 1),
        onArrayEnd: (offset) => collector.close(offset + 1),
        onObjectProperty: (_, offset, length) => collector.key(offset, length),
        onLiteralValue: (value, offset, length) => collector.literal(value, offset, length),
        onError(code, offset, length) {
          if (code === INVALID_SYMBOL && source.slice(offset, offset + length).includes(UNKNOWN))
            collector.unknown(offset, length);
          else if (notifications.length === 0 && !templated) {
            notifications.push(parseError(text, offset, `JSON is not well formed: ${inWords(code)}`));
          }
        }
      },
      { allowTrailingComma: true }
    );
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    tooDeep();
  }
  return { value: collector.done(), notifications };
}
var INVALID_SYMBOL = 1;
function collect(text) {
  const stack = [];
  let root;
  function add(value, from, to) {
    const top = stack.at(-1);
    if (!top) root ??= value;
    else if (top.kind === "list") top.items.push(value);
    else {
      const key = top.key ?? { name: UNKNOWN, from, to };
      top.entries.push({ key: key.name, keySpan: locate(text, key.from, key.to), value });
      top.key = void 0;
    }
  }
  function close(end) {
    const open = stack.pop();
    if (!open) return;
    const span = locate(text, open.start, end);
    const value = open.kind === "list" ? { kind: "list", items: open.items, span } : { kind: "map", entries: open.entries, span };
    add(value, open.start, end);
  }
  return {
    /** False where it lies deeper than values are walked. */
    open(kind, start) {
      stack.push({ kind, start, items: [], entries: [] });
      return stack.length <= DEEPEST_VALUE;
    },
    close: (end) => close(Math.min(end, text.value.length)),
    key(offset, length) {
      const top = stack.at(-1);
      const to = Math.max(offset + 1, offset + length - 1);
      if (top) top.key = { name: nameAt(text, offset, length), from: offset + 1, to };
    },
    literal(value, offset, length) {
      add(literalAt(text, value, offset, length), offset, offset + length);
    },
    unknown(offset, length) {
      const reference = unknownName(text, offset, offset + length);
      const span = locate(text, offset, offset + length);
      add({ kind: "unknown", span, ...reference !== void 0 && { reference } }, offset, offset + length);
    },
    done() {
      while (stack.length > 0) close(text.value.length);
      return root;
    }
  };
}
function literalAt(text, value, offset, length) {
  if (typeof value === "string") {
    return { kind: "string", text: stringAt(text, offset, length), span: inside(text, offset, length) };
  }
  if (typeof value === "number") return numberAt(text, value, offset, length);
  const span = locate(text, offset, offset + length);
  return typeof value === "boolean" ? { kind: "boolean", value, span } : { kind: "null", span };
}
function numberAt(text, value, offset, length) {
  const span = locate(text, offset, offset + length);
  const exact = Number.isSafeInteger(value) || String(value) === text.value.slice(offset, offset + length);
  return exact ? { kind: "number", value, span } : { kind: "string", text: sliceText(text, offset, offset + length), span };
}
var ESCAPES = { b: "\b", f: "\f", n: "\n", r: "\r", t: "	" };
function nameAt(text, offset, length) {
  const { from, to } = contents(text, offset, length);
  const plain = indexWithin(text.value, "\\", from, to) === -1;
  return plain ? text.value.slice(from, to) : stringAt(text, offset, length).value;
}
function stringAt(text, offset, length) {
  const { from, to } = contents(text, offset, length);
  const source = text.value;
  let slash = indexWithin(source, "\\", from, to);
  if (slash === -1) return sliceText(text, from, to);
  const built = buildText(text);
  let at = from;
  while (slash !== -1) {
    built.exact(at, slash);
    const code = source[slash + 1] ?? "";
    const hex = code === "u" ? /^[0-9a-fA-F]{4}/.exec(source.slice(slash + 2, slash + 6))?.[0] : void 0;
    at = Math.min(to, slash + (hex ? 6 : 2));
    built.piece(hex ? String.fromCharCode(Number.parseInt(hex, 16)) : ESCAPES[code] ?? code, slash, at);
    slash = indexWithin(source, "\\", at, to);
  }
  built.exact(at, to);
  return built.done();
}
function inside(text, offset, length) {
  const { from, to } = contents(text, offset, length);
  return locate(text, from, to);
}
function contents(text, offset, length) {
  const end = offset + length;
  const closed = length > 1 && text.value[end - 1] === '"' && !endsInEscape(text.value, offset + 1, end - 1);
  return { from: offset + 1, to: closed ? end - 1 : Math.max(offset + 1, end) };
}
function endsInEscape(source, from, at) {
  let slashes = 0;
  while (at - 1 - slashes >= from && source[at - 1 - slashes] === "\\") slashes++;
  return slashes % 2 === 1;
}
function inWords(code) {
  return printParseErrorCode(code).replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}

// src/extract/policy-document.ts
function policyDocumentOf(value, role) {
  const reading = { statements: [], gaps: [], found: false };
  readDocument(value, reading, true, 0);
  const { found, version, statements, gaps } = reading;
  if (!found) return void 0;
  const incomplete = gaps.length > 0;
  return { role, ...version && { version }, statements, incomplete, ...incomplete && { gaps } };
}
function looksLikePolicy(value) {
  if (value.kind === "string") {
    if (value.json) return looksLikePolicy(value.json);
    if (!/"statement"/i.test(value.text.value)) return false;
    const parsed = jsonIn(value.text);
    return parsed !== void 0 && parsed.kind !== "string" && looksLikePolicy(parsed);
  }
  const statement = element(value, "Statement");
  if (!statement) return false;
  const items = statement.kind === "list" ? statement.items : [statement];
  return items.some((item) => {
    const effect = leafOf(element(item, "Effect"));
    return effect !== void 0 && (/^(allow|deny)$/i.test(effect.value) || effect.value === UNKNOWN) && ["Action", "NotAction", "Resource", "NotResource", "Principal", "NotPrincipal"].some(
      (name) => element(item, name)
    );
  });
}
function guessRole(statements) {
  const withPrincipals = statements.filter((statement) => statement.principals.length + statement.notPrincipals.length);
  if (withPrincipals.length === 0) return statements.length === 0 ? "unknown" : "identity";
  const actions = withPrincipals.flatMap((statement) => [...statement.actions, ...statement.notActions]);
  return actions.length > 0 && actions.every((action) => /^sts:(assumerole|tagsession|setsource)/i.test(action.value)) ? "trust" : "resource";
}
var DEEPEST = 40;
var MOST_ALTERNATIVES = 8;
function readDocument(value, reading, sure, depth) {
  const known = depth > DEEPEST ? unknownAt(value.span) : policyJson(value);
  if (known?.kind === "unknown") {
    if (!known.maybe?.length) {
      reading.found = true;
      reading.gaps.push(unknownLeaf(known));
    }
    for (const branch of known.maybe ?? []) readDocument(branch, reading, false, depth + 1);
    return;
  }
  if (known?.kind !== "map") return;
  const statement = element(known, "Statement");
  if (!statement) return;
  reading.found = true;
  for (const { key, keySpan } of known.entries) if (key === UNKNOWN) reading.gaps.push(unknownLeaf({ span: keySpan }));
  reading.version ??= leafOf(element(known, "Version"));
  readStatements(statement, reading, sure, depth + 1);
}
function policyJson(value) {
  if (value.kind !== "string") return value;
  if (value.json) return value.json;
  const { text, span } = value;
  const reference = unknownName(text);
  const unknown = { kind: "unknown", span, ...reference !== void 0 && { reference } };
  if (text.value.trim() === UNKNOWN) return unknown;
  const parsed = jsonIn(text);
  if (parsed !== void 0 && (parsed.kind !== "string" || parsed.text.value.trim() === UNKNOWN)) return parsed;
  return text.value.includes(UNKNOWN) ? unknown : void 0;
}
function jsonIn(text) {
  return /^\uFEFF?\s*[[{"\uE000]/.test(text.value) ? jsonValue(text).value : void 0;
}
function readStatements(value, reading, sure, depth) {
  if (depth > DEEPEST) {
    reading.gaps.push(unknownLeaf(value));
    return;
  }
  const known = isUnknownText(value) ? policyJson(value) : value;
  switch (known.kind) {
    case "list":
      for (const item of known.items) readStatements(item, reading, sure, depth + 1);
      return;
    case "map":
      reading.statements.push(...statementsOf(known, sure));
      return;
    case "unknown":
      if (!known.maybe?.length) reading.gaps.push(unknownLeaf(known));
      for (const branch of known.maybe ?? []) readStatements(branch, reading, false, depth + 1);
      return;
    case "string": {
      const parsed = policyJson(known);
      if (parsed && parsed.kind !== "string") readStatements(parsed, reading, sure, depth + 1);
      else if (known.text.value.includes(UNKNOWN)) reading.gaps.push(unknownLeaf(known));
      return;
    }
  }
}
var STATEMENT_ELEMENTS = [
  "Effect",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Principal",
  "NotPrincipal",
  "Condition"
];
function statementsOf(map, sure) {
  const elements = elementsOf(map);
  const at = (name) => elements.get(name.toLowerCase());
  const effect = leafOf(at("Effect")?.value) ?? { value: UNKNOWN, span: map.span };
  const allows = effect.value !== "Deny";
  const leaves = (name, widest) => {
    const entry = at(name);
    return entry ? leavesOf(entry.value, widest, [entry.keySpan], map.span) : [];
  };
  const principals = (name, widest) => {
    const entry = at(name);
    return entry ? principalsOf(entry.value, widest, [entry.keySpan], map.span) : [];
  };
  const base = {
    ...at("Sid") && { sid: leafOf(at("Sid")?.value) },
    effect: placed(effect, [at("Effect")?.keySpan ?? map.span], map.span),
    actions: leaves("Action", allows),
    notActions: leaves("NotAction", !allows),
    resources: leaves("Resource", allows),
    notResources: leaves("NotResource", !allows),
    principals: principals("Principal", allows),
    notPrincipals: principals("NotPrincipal", !allows),
    span: map.span
  };
  const alternatives = conditionAlternatives(at("Condition")?.value, map.span);
  if (allows) return alternatives.map((conditions) => ({ ...base, conditions }));
  if (sure && alternatives.length === 1) return [{ ...base, conditions: alternatives[0] }];
  return [{ ...base, conditions: [unknownCondition(map), ...alternatives.length === 1 ? alternatives[0] : []] }];
}
function placed(leaf, places, statement) {
  if (isWithin(leaf.span, statement)) return leaf;
  const place = places.findLast((span) => isWithin(span, statement));
  return place ? { ...leaf, span: place, origin: leaf.span } : leaf;
}
function isWithin(inner, outer) {
  return inner.uri === outer.uri && inner.start >= outer.start && inner.end <= outer.end;
}
function leavesOf(value, widest, places, statement, depth = 0) {
  if (value.kind === "null") return [];
  if (depth > DEEPEST) return [placed(unknownLeaf(value), places, statement)];
  if (value.kind === "list") {
    return value.items.flatMap((item) => leavesOf(item, widest, [...places, value.span], statement, depth + 1));
  }
  if (value.kind === "unknown" && value.maybe?.length && widest) {
    const all = value.maybe.flatMap((branch) => {
      return leavesOf(branch, widest, [...places, value.span], statement, depth + 1);
    });
    return distinct(all);
  }
  const leaf = leafOf(value);
  if (leaf?.value === "") return [];
  return [placed(leaf ?? { value: UNKNOWN, span: value.span }, places, statement)];
}
function distinct(leaves) {
  const seen = /* @__PURE__ */ new Set();
  return leaves.filter((leaf) => {
    const key = `${leaf.value}
${leaf.span.uri}
${leaf.span.start}`;
    return !seen.has(key) && seen.add(key);
  });
}
var PRINCIPAL_TYPES = new Map(
  ["AWS", "Service", "Federated", "CanonicalUser", "*"].map((type) => [type.toLowerCase(), type])
);
function principalsOf(value, widest, places, statement, depth = 0) {
  if (value.kind === "null") return [];
  if (value.kind === "map") {
    return value.entries.flatMap((entry) => {
      const type = PRINCIPAL_TYPES.get(entry.key.toLowerCase()) ?? entry.key;
      const leaves = leavesOf(entry.value, widest, [...places, entry.keySpan], statement);
      return leaves.map((leaf2) => ({ type, value: leaf2 }));
    });
  }
  if (depth < DEEPEST && value.kind === "list") {
    return value.items.flatMap((item) => principalsOf(item, widest, [...places, value.span], statement, depth + 1));
  }
  if (depth < DEEPEST && value.kind === "unknown" && value.maybe?.length && widest) {
    return value.maybe.flatMap((branch) => principalsOf(branch, widest, places, statement, depth + 1));
  }
  const leaf = placed(leafOf(value) ?? { value: UNKNOWN, span: value.span }, places, statement);
  return [{ type: leaf.value === "*" ? "*" : leaf.value === UNKNOWN ? UNKNOWN : "AWS", value: leaf }];
}
function conditionAlternatives(value, statement, depth = 0) {
  if (!value || value.kind === "null") return [[]];
  if (depth > DEEPEST) return [[unknownCondition(value)]];
  if (value.kind === "unknown" && value.maybe?.length) {
    const alternatives2 = value.maybe.flatMap((branch) => conditionAlternatives(branch, statement, depth + 1));
    return alternatives2.length > MOST_ALTERNATIVES ? [[unknownCondition(value)]] : alternatives2;
  }
  if (value.kind === "list") {
    return [value.items.flatMap((item) => conditionAlternatives(item, statement, depth + 1)[0])];
  }
  if (value.kind !== "map") return [[unknownCondition(leafOf(value) ?? value)]];
  let alternatives = [[]];
  for (const entry of value.entries) {
    const choices = operatorAlternatives(entry, statement);
    if (choices.length * alternatives.length > MOST_ALTERNATIVES) return [[unknownCondition(value)]];
    alternatives = alternatives.flatMap((before) => choices.map((choice) => [...before, ...choice]));
  }
  return alternatives;
}
function operatorAlternatives(entry, statement) {
  const operator = keyLeaf(entry);
  const keys = entry.value;
  if (keys.kind === "null") return [[]];
  if (keys.kind === "unknown" && keys.maybe?.length) {
    return keys.maybe.flatMap((value) => operatorAlternatives({ ...entry, value }, statement));
  }
  if (keys.kind !== "map") {
    return [[{ ...unknownCondition(keys), operator }]];
  }
  return [
    keys.entries.map((key) => ({
      operator,
      key: keyLeaf(key),
      values: leavesOf(key.value, true, [entry.keySpan, key.keySpan], statement)
    }))
  ];
}
function keyLeaf({ key, keySpan, keyReference }) {
  return { value: key, span: keySpan, ...keyReference !== void 0 && { reference: keyReference } };
}
function unknownCondition(given) {
  const leaf = unknownLeaf(given);
  return { operator: leaf, key: leaf, values: [leaf] };
}
function unknownAt(span) {
  return { kind: "unknown", span };
}
function isUnknownText(value) {
  return value.kind === "string" && value.text.value.trim() === UNKNOWN;
}
function element(value, name) {
  if (value.kind !== "map") return void 0;
  return elementsOf(value).get(name.toLowerCase())?.value;
}
function elementsOf(map) {
  return new Map(map.entries.map((entry) => [entry.key.toLowerCase(), entry]));
}

// src/extract/nodes.ts
function policyNode(document, site) {
  const read = policyDocumentOf(document, site.role ?? "unknown");
  if (!read) return [];
  return [policyNodeOf({ ...read, role: site.role ?? guessRole(read.statements) }, document.span, site)];
}
function policyNodeOf(document, span, site) {
  const { anchor, holders, related = [] } = site;
  return { kind: "policy", span, anchor, document, holders, related };
}
function attachmentNode(policyArn, holder, more) {
  const { anchor, boundary, policyAnchor } = more;
  const base = { kind: "attachment", span: policyArn.span, anchor, policyArn, holder, boundary };
  return policyAnchor === void 0 ? base : { ...base, policyAnchor };
}
function settingNode(name, given, more) {
  const value = whereWritten(given);
  const moved = value.kind === "string" && value.span.start !== given.span.start;
  const related = moved ? [{ span: given.span, message: "used here" }] : [];
  const sensitive = given.kind === "unknown" && given.sensitive ? [{ reference: given.reference ?? "a sensitive value", span: given.span }] : [];
  return { kind: "setting", span: name.span, anchor: more.anchor, place: more.place, name, value, sensitive, related };
}
function whereWritten(value) {
  if (value.kind === "unknown" && value.maybe) return { ...value, maybe: value.maybe.map(whereWritten) };
  if (value.kind !== "string" || value.text.value === "") return value;
  return { ...value, span: locate(value.text, 0, value.text.value.length) };
}
function settingsOfMap(map, more) {
  if (map?.kind !== "map") return [];
  return map.entries.map(({ key, keySpan, value }) => settingNode({ value: key, span: keySpan }, value, more));
}
function leavesIn(value) {
  if (value?.kind === "list") return value.items.flatMap(leavesIn);
  if (value?.kind === "unknown" && value.maybe?.length) return value.maybe.flatMap(leavesIn);
  const leaf = leafOf(value);
  return leaf ? [leaf] : [];
}
function itemsOf(value) {
  if (value?.kind === "list") return value.items;
  if (value?.kind === "unknown" && value.maybe?.length) return value.maybe.flatMap(itemsOf);
  return value && value.kind !== "null" ? [value] : [];
}

// src/extract/principals.ts
function principalNodes({ holder, hasBoundary, trust, groups = [], ...made }) {
  const { span, address: anchor } = holder;
  const given = made.arguments ?? { kind: "map", entries: [], span };
  return [
    { kind: "identity", span, anchor, holder, groups, hasBoundary, arguments: given },
    ...trust ? policyNode(trust, { anchor: `${anchor}.trust`, role: "trust", holders: [holder] }) : []
  ];
}

// src/account/authorization-details.ts
var LISTS = [
  ["RoleDetailList", "role", "RoleName"],
  ["UserDetailList", "user", "UserName"],
  ["GroupDetailList", "group", "GroupName"]
];
var NAMES = new Map(LISTS.map(([, kind, name]) => [kind, name]));
function isAuthorizationDetails(value) {
  return LISTS.some(([list]) => member(value, list)?.kind === "list");
}
function authorizationNodes(details) {
  const principals = LISTS.flatMap(([list, kind]) => itemsOf(member(details, list)).map((item) => ({ kind, item })));
  return detailNodes(principals, itemsOf(member(details, "Policies")), "name");
}
function detailNodes(details, policies, address) {
  const principals = details.flatMap(({ kind, item }) => {
    const leaf = leafOf(member(item, NAMES.get(kind)));
    if (!leaf) return [];
    const arn = address === "arn" ? leafOf(member(item, "Arn")) : void 0;
    const holder = { kind, address: (arn ?? leaf).value, name: leaf.value, span: leaf.span };
    return [{ item, holder }];
  });
  const attached = /* @__PURE__ */ new Map();
  for (const { item, holder } of principals) {
    for (const arn of attachedArns(item)) {
      const holders = attached.get(arn.value);
      if (holders) holders.push(holder);
      else attached.set(arn.value, [holder]);
    }
  }
  const boundaries = new Set(principals.flatMap(({ item }) => boundaryOf(item)?.value ?? []));
  return [
    ...principals.flatMap(({ item, holder }) => nodesOf(item, holder)),
    ...policies.flatMap((policy) => managedPolicy(policy, attached, boundaries))
  ];
}
function boundaryOf(item) {
  return leafOf(member(member(item, "PermissionsBoundary"), "PermissionsBoundaryArn"));
}
function nodesOf(item, holder) {
  const boundary = boundaryOf(item);
  const trust = member(item, "AssumeRolePolicyDocument");
  const anchor = holder.address;
  return [
    ...principalNodes({
      holder,
      trust: trust && decoded(trust),
      groups: leavesIn(member(item, "GroupList")).map((group) => group.value),
      hasBoundary: boundary !== void 0,
      arguments: item
    }),
    ...["RolePolicyList", "UserPolicyList", "GroupPolicyList"].flatMap(
      (list) => itemsOf(member(item, list)).flatMap((policy) => inlinePolicy(policy, holder))
    ),
    ...attachedArns(item).map(
      (arn) => attachmentNode(arn, holder, { anchor, boundary: false, policyAnchor: arn.value })
    ),
    ...boundary ? [attachmentNode(boundary, holder, { anchor, boundary: true, policyAnchor: boundary.value })] : []
  ];
}
function inlinePolicy(policy, holder) {
  const document = member(policy, "PolicyDocument");
  const name = leafOf(member(policy, "PolicyName"))?.value ?? "inline";
  if (!document) return [];
  return policyNode(decoded(document), { anchor: `${holder.address}.${name}`, role: "identity", holders: [holder] });
}
function attachedArns(item) {
  return itemsOf(member(item, "AttachedManagedPolicies")).flatMap((policy) => leavesIn(member(policy, "PolicyArn")));
}
function managedPolicy(policy, attached, boundaries) {
  const arn = leafOf(member(policy, "Arn"))?.value ?? "";
  const versions = itemsOf(member(policy, "PolicyVersionList"));
  const current = versions.find((version) => leafOf(member(version, "IsDefaultVersion"))?.value === "true") ?? versions[0];
  const document = member(current, "Document");
  if (!document || /^arn:[^:]*:iam::aws:policy\//.test(arn)) return [];
  const itself = { kind: "managed-policy", address: arn, span: document.span };
  const holders = [itself, ...attached.get(arn) ?? []];
  const role = boundaries.has(arn) && !attached.has(arn) ? "boundary" : "identity";
  return policyNode(decoded(document), { anchor: arn, role, holders });
}
function decoded(document) {
  if (document.kind !== "string" || !/^\s*%7B/i.test(document.text.value)) return document;
  const text = percentDecoded(document.text);
  return { kind: "string", text, span: spanOf(text) };
}
function percentDecoded(text) {
  const built = buildText(text);
  let at = 0;
  for (const match of text.value.matchAll(/(?:%[0-9A-Fa-f]{2})+/g)) {
    built.exact(at, match.index);
    at = match.index + match[0].length;
    for (const piece of asciiOrWhole(match[0])) {
      const from = match.index + piece.from;
      built.piece(piece.value, from, from + piece.length);
    }
  }
  built.exact(at, text.value.length);
  return built.done();
}
function asciiOrWhole(escapes) {
  const bytes = Buffer.from(escapes.replaceAll("%", ""), "hex");
  if (bytes.some((byte) => byte > 127)) return [{ value: bytes.toString("utf8"), from: 0, length: escapes.length }];
  return [...bytes].map((byte, index) => ({ value: String.fromCharCode(byte), from: index * 3, length: 3 }));
}

// src/account/nodes.ts
var PRINCIPALS = {
  aws_iam_role: "role",
  aws_iam_user: "user",
  aws_iam_group: "group"
};
var CONTROL_POLICY = "aws_organizations_policy";
function accountNodes(records) {
  const principals = records.flatMap(({ type, data }) => {
    const kind = PRINCIPALS[type];
    return kind ? [{ kind, item: data }] : [];
  });
  const policies = records.filter(({ type }) => type === "aws_iam_policy").map(({ data }) => data);
  return [
    ...detailNodes(principals, policies, "arn"),
    ...records.flatMap(resourcePolicy),
    ...records.flatMap(resources)
  ];
}
var PARTS = [
  ["PublicAccessBlock", "aws_s3_bucket_public_access_block"],
  ["Acl", "aws_s3_bucket_acl"],
  ["Summary", "aws_account_summary"],
  ["Credentials", "aws_account_credentials"]
];
function resources({ type, arn, data }) {
  const name = nameOf(arn);
  const resource = (its, value) => {
    return { kind: "resource", type: its, name, anchor: arn, span: value.span, arguments: value };
  };
  const parts = PARTS.flatMap(([key, its]) => {
    const part = member(data, key);
    return part ? [resource(its, part)] : [];
  });
  return [resource(type, data), ...parts];
}
function resourcePolicy({ type, arn, data }) {
  const document = member(data, "Policy");
  if (!document) return [];
  if (type === CONTROL_POLICY) return policyNode(document, { anchor: arn, role: "scp", holders: [] });
  const [, , service = ""] = arn.split(":");
  const holder = { kind: "resource", address: arn, name: nameOf(arn), service, span: data.span };
  return policyNode(document, { anchor: arn, role: "resource", holders: [holder] });
}
function nameOf(arn) {
  return arn.slice(Math.max(arn.lastIndexOf(":"), arn.lastIndexOf("/")) + 1);
}

// src/core/address-blocks.ts
import { isIPv4, isIPv6 } from "node:net";
function inBlock(address, written) {
  const one = isIPv4(address) || isIPv6(address) ? blockOf(address) : void 0;
  const block = blockOf(written);
  return !!one && !!block && one.bits === block.bits && block.first <= one.first && one.first <= block.last;
}
function isBlock(written) {
  return blockOf(written) !== void 0;
}
var INTERNET = [blockOf("0.0.0.0/0"), blockOf("2000::/3")];
function holdInternet(written, named = true) {
  const blocks = written.flatMap((one) => blockOf(one) ?? []);
  return INTERNET.some((whole2) => {
    const held = sizeOfUnion(blocks.flatMap((block) => within(block, whole2)));
    const size = sizeOf(whole2);
    return 2n * (named ? held : size - held) > size;
  });
}
function blockOf(written) {
  const [base = "", length, ...more] = written.split("/");
  const bits = isIPv4(base) ? 32 : isIPv6(base) ? 128 : void 0;
  const prefix = length === void 0 ? bits : /^\d{1,3}$/.test(length) ? Number(length) : void 0;
  if (bits === void 0 || prefix === void 0 || prefix > bits || more.length > 0) return void 0;
  const size = 1n << BigInt(bits - prefix);
  const address = bits === 32 ? numberOf(base.split(".").map(Number), 8n) : numberOf(groupsOf(base), 16n);
  const first = address - address % size;
  return { bits, first, last: first + size - 1n };
}
function numberOf(parts, width) {
  return parts.reduce((number, part) => number << width | BigInt(part), 0n);
}
function groupsOf(address) {
  const canonical = new URL(`http://[${address.replace(/%.*/, "")}]/`).hostname.slice(1, -1);
  const [head, tail] = canonical.split("::").map((half) => half.split(":").filter((group) => group !== ""));
  const missing = 8 - head.length - (tail?.length ?? 0);
  return [...head, ...new Array(missing).fill("0"), ...tail ?? []].map((group) => Number.parseInt(group, 16));
}
function within({ bits, first, last }, whole2) {
  if (bits !== whole2.bits || last < whole2.first || first > whole2.last) return [];
  return [{ bits, first: first < whole2.first ? whole2.first : first, last: last > whole2.last ? whole2.last : last }];
}
function sizeOf({ first, last }) {
  return last - first + 1n;
}
function sizeOfUnion(blocks) {
  let size = 0n;
  let reached = -1n;
  for (const block of [...blocks].sort((a, b) => a.first < b.first ? -1 : a.first > b.first ? 1 : 0)) {
    const first = block.first > reached ? block.first : reached + 1n;
    if (block.last < first) continue;
    size += sizeOf({ ...block, first });
    reached = block.last;
  }
  return size;
}

export {
  inBlock,
  isBlock,
  holdInternet,
  DEEPEST_VALUE,
  isWhollyUnknown,
  member,
  leafOf,
  unknownsIn,
  plainOf,
  buildText,
  derivedText,
  spanOf,
  linesOf,
  indexWithin,
  parseError,
  limitReached,
  jsonValue,
  policyDocumentOf,
  looksLikePolicy,
  guessRole,
  policyJson,
  STATEMENT_ELEMENTS,
  policyNode,
  policyNodeOf,
  attachmentNode,
  settingNode,
  settingsOfMap,
  leavesIn,
  itemsOf,
  principalNodes,
  isAuthorizationDetails,
  authorizationNodes,
  CONTROL_POLICY,
  accountNodes,
  recordOf,
  recordText,
  SNAPSHOT_KEY,
  snapshotParts,
  parseSnapshot,
  ageInDays
};
