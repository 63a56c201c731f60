import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  ALLOW_TARGETS,
  CONFIG_PATHS,
  DEFAULT_CONFIG,
  RULE_FILES,
  allowances,
  canonicalType,
  compileFinder,
  compilePattern,
  complaintsAbout,
  configChanges,
  entropy,
  expiredAllows,
  extendedName,
  extendsIn,
  joinConfigs,
  maskSpans,
  namesRule,
  oneLine,
  readConfigFile,
  readOwnPatterns,
  redact,
  requireLocks,
  requireUnlocked,
  ruleFault,
  scrubber,
  syntaxOf,
  unusedAllows
} from "./shared-run-own-patterns.js";
import {
  readTextFile
} from "./shared-io-git-skipped.js";
import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode
} from "./shared-jsonc-parser-main.js";
import {
  TOOL
} from "./shared-run-tool.js";
import {
  markdownBlock,
  markdownText
} from "./shared-report-escape.js";
import {
  SEVERITIES,
  atLeast,
  steppedDown,
  sureAs
} from "./shared-core-finding.js";
import {
  inWholeFile,
  isAccountPlace,
  lineStarts,
  messageOwner,
  regionOf
} from "./shared-core-source.js";
import {
  wholeText
} from "./shared-core-text.js";
import {
  Problem
} from "./shared-core-problem.js";

// src/scan/edits.ts
var BEFORE_ENTRY = /^[ \t]*(?:-[ \t]+)*/;
var ENTRY = /^(?:["']?[\w.:/-]+["']?[ \t]*[=:][ \t]*\[?[ \t]*)?["']?$/;
function placedEdit(edit, text) {
  if (!edit.asLines) return edit;
  const { uri, start } = edit.span;
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const [before] = BEFORE_ENTRY.exec(line);
  if (ENTRY.test(line.slice(before.length))) {
    const at3 = start - line.length + before.length;
    const indent = before.replaceAll("-", " ");
    return { span: { uri, start: at3, end: at3 }, text: `${edit.text.replaceAll("\n", `
${indent}`)}
${indent}` };
  }
  const at2 = /["']$/.test(line) ? start - 1 : start;
  const separator = syntaxOf(uri) === "yaml" ? ", " : " ";
  return { span: { uri, start: at2, end: at2 }, text: edit.text.replace(/\s*\n\s*/g, " ") + separator };
}

// src/scan/identity.ts
import { createHash, scryptSync } from "node:crypto";
function identityOf({ rule, node, hit }, path, stretched, occurrence = 1) {
  const { id } = rule.meta;
  const element = hit.element ?? "";
  if (hit.secretValue !== void 0) {
    const value = withoutLayout(hit.secretValue);
    const whole = digest(value);
    const formerly = digest(hit.secretValue.replace(/[ \t]*\r?\n/g, "\n")).slice(0, 4);
    return {
      key: digest(join(id, path, whole, element)),
      published: () => ({
        fingerprint: digest(join(id, path, tagOf(value, whole, stretched), element)).slice(0, 32),
        former: digest(join(id, path, formerly, element)).slice(0, 32)
      }),
      secretKey: digest(join(id, whole, element)),
      valueKey: digest(join(path, whole, element))
    };
  }
  const parts = [id, placeOf(path, node.anchor), node.anchor, element];
  const key = digest(join(...parts, ...occurrence > 1 ? [String(occurrence)] : []));
  return { key, published: () => ({ fingerprint: key.slice(0, 32) }) };
}
var GUESSABLE = 60;
var STRETCH = { N: 128, r: 8, p: 1 };
function tagOf(value, whole, stretched) {
  if (value.length * entropy(value.slice(0, 200)) >= GUESSABLE) return whole;
  const known = stretched.get(whole);
  if (known !== void 0) return known;
  const tag = scryptSync(whole, "keylatch fingerprint", 32, STRETCH).toString("hex");
  stretched.set(whole, tag);
  return tag;
}
function placeOf(path, anchor) {
  if (anchor === "" || !/\.(tf|tofu|tf\.json)$/.test(path)) return path;
  return path.slice(0, path.lastIndexOf("/") + 1);
}
function withoutLayout(secret) {
  const pem = /^-{4,5} ?BEGIN [^-]*-{4,5}([\s\S]*?)(?:-{4,5} ?END [^-]*-{4,5})?$/.exec(secret);
  if (pem) return pem[1].replace(/\\+[nrt]|[^A-Za-z0-9+/=]/g, "");
  return secret.includes("\n") ? secret.replace(/\s+/g, "") : secret;
}
var join = (...parts) => parts.join("\0");
function digest(text) {
  return createHash("sha256").update(text).digest("hex");
}

// src/scan/origins.ts
var MOST_ORIGINS = 3;
var Origins = class {
  #known = /* @__PURE__ */ new Map();
  at(node, span) {
    if (node.kind !== "policy") return [];
    let origins = this.#known.get(node.document);
    if (!origins) this.#known.set(node.document, origins = originsIn(node.document));
    const places = origins.get(placeOf2(span)) ?? [];
    return places.map((place) => ({ span: place, message: "the value comes from here" }));
  }
};
function originsIn(document) {
  const found = /* @__PURE__ */ new Map();
  for (const { origin, span } of document.statements.flatMap(leavesOf)) {
    if (!origin) continue;
    const places = found.get(placeOf2(span)) ?? [];
    if (places.length < MOST_ORIGINS && !places.some((place) => placeOf2(place) === placeOf2(origin))) places.push(origin);
    found.set(placeOf2(span), places);
  }
  return found;
}
var placeOf2 = ({ uri, start }) => `${uri}:${start}`;
function leavesOf(statement) {
  const { effect, actions, notActions, resources, notResources, principals, notPrincipals, conditions } = statement;
  return [
    effect,
    ...actions,
    ...notActions,
    ...resources,
    ...notResources,
    ...principals.map(({ value }) => value),
    ...notPrincipals.map(({ value }) => value),
    ...conditions.flatMap(({ operator, key, values }) => [operator, key, ...values])
  ];
}

// src/scan/sample-files.ts
var BEGINNING = 4e3;
var SAMPLE_KINDS = [
  {
    reason: "it stands in a test",
    path: /(?:^|[/_.-])(?:\w*(?<!la)tests?|molecule|__tests__|specs?|e2e|testdata|testing|cypress|playwright|storybook|features\/(?:context|bootstrap|steps?|step_definitions|support)|qa-tests?|unittests?|testutils?)(?:\/|[-_]\w+\/)|[-_/](?:tests?|specs?)\/|(?:^|\/)(?:test_[^/]*\.py|conftest\.py|[^/]*[._-](?:test|tests|spec|e2e)\.\w+|[^/]*_(?:test|spec)\.\w+|[^/]*(?:Test|Tests|Spec|IT)\.(?:java|kt|cs|scala|groovy|php|swift)|[^/]*\.stories\.\w+|[^/]*\.feature|(?:application|settings|config|bootstrap)[-_.]test(?:s|ing)?\.\w+|(?:docker-)?compose[^/]*[._-](?:tests?|ci|e2e|cypress)[^/]*|\.env\.(?:tests?|ci|e2e)[^/]*|\.github\/(?:[^/]*\/)*(?:(?:docker-)?compose[^/]*|[^/]*(?:test|e2e|integration|playwright|cypress)[^/]*)\.ya?ml|phpunit[^/]*\.xml(?:\.dist)?|(?:config|environments)\/(?:dev|development|test)\.(?:exs|rb))$/i,
    content: /\bimport pytest\b|\bfrom (?:unittest|moto)\b|\bimport (?:unittest|moto)\b|@SpringBootTest|\bfrom ['"](?:vitest|@jest\/globals|@playwright\/test)['"]|require ['"]rspec|\bimport org\.junit|\bAPP_ENV["']?\s*(?:[:=]|value=)\s*["']?(?:test|testing|ci)\b/
  },
  {
    reason: "it stands in a fixture or a mock",
    path: /(?:^|\/)(?:__)?(?:fixtures?|mocks?|stubs?|snapshots?|cassettes?|test-?data|test_data|golden|seeds?)(?:__)?\/|\.(?:snap|fixture\.\w+)$|(?:^|[/_.-])(?:mock|fake|stub|dummy)s?\.\w+$|(?:Fake|Mock|Stub|Dummy)(?:[A-Z]\w*)?\.\w+$|(?:^|\/)(?:fake|mock|stub|dummy)[A-Z_-][^/]*$|(?:^|\/)fixtures?\.\w+$/
  },
  {
    reason: "it stands in an example or a sample",
    path: /(?:^|[/_.-])(?:examples?|samples?|demos?|tutorials?|playground|cookbook|quickstarts?|snippets|getting[-_]started|workshops?|sandbox)(?:\/|[-_][\w-]+\/)|\.(?:example|sample|dist|template|tmpl|default)$|(?:^|[/_.-])(?:example|sample|demo|template)[\w-]*(?:\.[\w.]+)?$/i,
    content: /\b(?:this is (?:just )?(?:an?|only an?) (?:example|sample|demo)|for (?:demonstration|demo|illustration) (?:purposes? )?only)\b/i
  },
  {
    reason: "it stands in documentation",
    // Descriptions of interfaces are full of sample requests.
    content: /^\s*["']?(?:openapi|swagger)["']?\s*:/m,
    path: /(?:^|\/)(?:docs?|documentation|website|wiki|adr|blog|posts)\/|\.(?:md|mdx|markdown|rst|adoc|asciidoc|ipynb)$|(?:^|\/)(?:README|CHANGELOG|CONTRIBUTING|INSTALL|HISTORY)[^/]*$/i
  },
  {
    reason: "it stands in the rules of a scanner",
    path: /(?:^|\/)[^/]*(?:gitleaks|betterleaks|kingfisher|trufflehog|gitallowed|detect-secrets)[^/]*$/i
  },
  {
    reason: "it is for the developer\u2019s own machine",
    path: /(?:^|\/)(?:\.devcontainer|localstack|local(?:dev|env|setup|[-_][\w-]+)?|dev[-_]?env|vagrant)\/|(?:^|\/)(?:(?:docker-)?compose[^/]*[._-](?:local|dev|development|override)[^/]*|\.env\.(?:local|dev|development)[^/]*|Vagrantfile|[^/]*localhost[^/]*|[^/]*[._-]local\.\w+|local\.\w+|(?:start|run|setup|init)[-_]local[^/]*)$/i,
    content: /\b(?:do not|don't|never|not) (?:be )?use[d]? (?:this |these |it )?in production\b|\b(?:only )?for (?:local )?(?:testing|development)(?: purposes?)?(?: only)?\b[^\n]{0,40}\bonly\b|(?:localhost|127\.0\.0\.1|localstack):4566|\bAPP_ENV["']?\s*[:=]\s*["']?(?:dev|development|local)\b/i
  }
];
function sampleReason(path, text) {
  const byPath = SAMPLE_KINDS.find((kind2) => kind2.path?.test(path));
  if (byPath) return byPath.reason;
  const beginning = text.slice(0, BEGINNING);
  return SAMPLE_KINDS.find((kind2) => kind2.content?.test(beginning))?.reason;
}

// src/scan/findings.ts
var CONTEXT_LINES = 2;
var WIDEST_LINE = 1e3;
function candidatesOf(hits, commit, pathAtHead = (path) => path) {
  const stretched = /* @__PURE__ */ new Map();
  const occurrences = /* @__PURE__ */ new Map();
  const byKey = /* @__PURE__ */ new Map();
  const places = /* @__PURE__ */ new Set();
  for (const found of withoutOverlaps(hits)) {
    const place = placeOf3(found);
    if (places.has(place)) continue;
    places.add(place);
    const path = pathAtHead(found.hit.span.uri);
    const first = identityOf(found, path, stretched);
    const known = byKey.get(first.key);
    if (known && found.hit.secret) {
      known.twins.push(found.hit.span);
      continue;
    }
    const count2 = (occurrences.get(first.key) ?? 0) + 1;
    occurrences.set(first.key, count2);
    const identity = count2 === 1 ? first : identityOf(found, path, stretched, count2);
    byKey.set(identity.key, { ...found, ...identity, ...commit ? { commit } : {}, twins: [] });
  }
  return [...byKey.values()];
}
function placeOf3({ rule, hit: { span, element = "" } }) {
  return [rule.meta.id, span.uri, span.start, span.end, element].join("\0");
}
function findingsOf(candidates, version, severityOf) {
  const secrets = secretSpans(candidates);
  const scrub = scrubber(candidates.flatMap(({ hit }) => secretsOf(hit)));
  const pages = /* @__PURE__ */ new Map();
  const origins = new Origins();
  const pageOf = (uri) => {
    const known = pages.get(uri);
    if (known) return known;
    const page = makePage(version.read(uri), secrets.get(uri) ?? []);
    pages.set(uri, page);
    return page;
  };
  const samples = /* @__PURE__ */ new Map();
  const sampleOf = (uri) => {
    if (!samples.has(uri)) samples.set(uri, sampleReason(uri, version.read(uri)?.text ?? ""));
    return samples.get(uri);
  };
  const locationOf = (span) => {
    const region = regionOf(pageOf(span.uri).starts, span.start, span.end);
    return {
      uri: span.uri,
      ...inWholeFile(pageOf(span.uri), { region, offset: span.start }),
      length: span.end - span.start,
      ...version.commit ? { commit: version.commit } : {}
    };
  };
  return candidates.map(({ rule, node, hit, published, twins }) => {
    const { fingerprint, former } = published();
    const location = locationOf(hit.span);
    const shown2 = (line) => redact(scrub(line), hit.secret ? "beside" : "elsewhere");
    const weighed2 = weightIn(hit, rule.meta.severity, sampleOf);
    const fix = hit.fix?.map((edit) => fileEdit(placedEdit(edit, pageOf(edit.span.uri).masked), locationOf, scrub));
    const related = [
      ...[...hit.related ?? [], ...origins.at(node, hit.span)].map(({ span, message }) => ({
        ...locationOf(span),
        message: scrub(message)
      })),
      ...twins.map((span) => ({
        ...locationOf(span),
        message: "the same secret again",
        relationship: "again"
      }))
    ];
    return {
      ruleId: rule.meta.id,
      ...weighed2,
      severity: severityOf(rule.meta.id, weighed2.severity),
      message: scrub(hit.message),
      remediation: scrub(hit.remediation ?? rule.meta.remediation),
      location,
      relatedLocations: related,
      snippet: snippetOf(pageOf(hit.span.uri), hit.span, location, shown2),
      fingerprint,
      ...former ? { formerFingerprint: former } : {},
      state: "new",
      commits: version.commit ? [version.commit] : [],
      atHead: version.commit === void 0,
      secret: hit.secret === true,
      anchor: node.anchor,
      blocking: false,
      properties: propertiesOf(hit, scrub),
      // A suggestion with a mask in it would be applied with the mask.
      ...fix?.every(({ text }) => shown2(text) === text) ? { fix } : {}
    };
  });
}
function weightIn(hit, usual, sampleOf) {
  const { severity = usual, confidence = "high", confidenceReason } = hit;
  const sample = hit.lighterInSamples ? sampleOf(hit.span.uri) : void 0;
  if (sample !== void 0) {
    return {
      severity: steppedDown(severity),
      confidence: confidence === "high" ? "medium" : confidence,
      confidenceReason: sample
    };
  }
  return { severity, confidence, ...confidenceReason === void 0 ? {} : { confidenceReason } };
}
function propertiesOf({ properties = {} }, scrub) {
  const masked = Object.entries(properties).map(([key, value]) => {
    if (typeof value === "string") return [key, scrub(value)];
    return [key, Array.isArray(value) ? value.map(scrub) : value];
  });
  return Object.fromEntries(masked);
}
function secretsOf(hit) {
  const { keyId, secretKey, sessionToken } = hit.keyMaterial ?? {};
  return [hit.secretValue, keyId, secretKey, sessionToken].filter((value) => value !== void 0);
}
function makePage(source, secrets) {
  const { text = "", gaps = [] } = source ?? {};
  return { masked: maskSpans(text, secrets), starts: lineStarts(text), gaps };
}
function secretSpans(candidates) {
  const spans = /* @__PURE__ */ new Map();
  const add3 = (span) => {
    const list = spans.get(span.uri);
    if (list) list.push(span);
    else spans.set(span.uri, [span]);
  };
  for (const { hit, twins } of candidates) {
    if (hit.secret) add3(hit.span);
    for (const span of hit.secretSpans ?? []) add3(span);
    for (const span of twins) add3(span);
  }
  return spans;
}
function snippetOf({ masked, starts }, { start, end }, location, shown2) {
  const region = regionOf(starts, start, end);
  const first = Math.max(1, region.startLine - CONTEXT_LINES);
  const last = Math.min(starts.length, Math.min(region.endLine, region.startLine + CONTEXT_LINES) + CONTEXT_LINES);
  const cut = Math.max(0, region.startColumn - 1 - WIDEST_LINE / 2);
  const lines = [];
  for (let line = first; line <= last; line++) {
    const from = starts[line - 1] + (line === region.startLine ? cut : 0);
    const end2 = (starts[line] ?? masked.length + 1) - 1;
    lines.push(shown2(masked.slice(from, Math.min(end2, from + WIDEST_LINE)).replace(/\r$/, "")));
  }
  const leftOut = location.region.startLine - region.startLine;
  return { startLine: first + leftOut, lines, ...cut > 0 ? { startColumn: cut + 1 } : {} };
}
function fileEdit(edit, locate, scrub) {
  const { uri, region, offset, length } = locate(edit.span);
  return { uri, region, offset, length, text: scrub(edit.text) };
}
function withoutOverlaps(hits) {
  const secrets = hits.filter(({ hit }) => hit.secret);
  if (secrets.length < 2) return [...hits];
  const taken = new SpanIndex();
  const kept = /* @__PURE__ */ new Set();
  for (const found of [...secrets].sort((a, b) => rank(a) - rank(b))) {
    if (taken.overlaps(found.hit.span)) continue;
    kept.add(found);
    for (const span of [found.hit.span, ...found.hit.secretSpans ?? []]) taken.add(span);
  }
  return hits.filter((found) => !found.hit.secret || kept.has(found));
}
function rank({ rule }) {
  if (rule.meta.certain) return -1;
  if (rule.meta.generic) return 2;
  return rule.meta.domain === "credentials" ? 0 : 1;
}
var SpanIndex = class {
  #stretches = /* @__PURE__ */ new Map();
  add(span) {
    for (const key of this.#keys(span)) {
      const list = this.#stretches.get(key);
      if (list) list.push(span);
      else this.#stretches.set(key, [span]);
    }
  }
  overlaps(span) {
    return this.#keys(span).some(
      (key) => this.#stretches.get(key)?.some((other) => other.start < span.end && span.start < other.end)
    );
  }
  #keys({ uri, start, end }) {
    const keys = [];
    for (let stretch = start >> 8; stretch <= end - 1 >> 8; stretch++) keys.push(`${stretch}:${uri}`);
    return keys;
  }
};

// src/scan/check.ts
function ruleTable(rules) {
  const byKind = /* @__PURE__ */ new Map();
  const byType = /* @__PURE__ */ new Map();
  for (const rule of rules) {
    if (rule.types) for (const type of rule.types) add(byType, type, rule);
    else add(byKind, rule.on, rule);
  }
  return {
    questionsFor(node) {
      const general = byKind.get(node.kind) ?? [];
      const special = node.kind === "resource" ? byType.get(canonicalType(node.type)) : void 0;
      return special ? [...general, ...special] : general;
    },
    asksFor: (kind2) => byKind.has(kind2)
  };
}
function add(table, key, rule) {
  const list = table.get(key) ?? [];
  const last = list.at(-1);
  if (last?.family && last.family === rule.family) list[list.length - 1] = { ...last, rules: [...last.rules, rule] };
  else list.push({ rules: [rule], family: rule.family });
  table.set(key, list);
}
function textNode(source) {
  const text = wholeText(source);
  return {
    kind: "text",
    uri: source.uri,
    text,
    anchor: "",
    span: { uri: source.uri, start: 0, end: source.text.length }
  };
}
async function check(nodes, table, context, stopwatch) {
  const hits = [];
  for (const node of nodes) {
    for (const { rules, family } of table.questionsFor(node)) {
      const rule = rules[0];
      const began = stopwatch?.now() ?? 0;
      try {
        if (family) for (const hit of familyHits(node, rules, family, context)) hits.push(hit);
        else {
          const found = rule.check(node, context);
          if (Symbol.asyncIterator in found) for await (const hit of found) hits.push(weighed({ rule, node, hit }));
          else for (const hit of found) hits.push(weighed({ rule, node, hit }));
        }
      } catch (error) {
        throw new Error(`rule ${rule.meta.id} failed on ${node.anchor || node.span.uri}`, { cause: error });
      }
      stopwatch?.add("rules", rule.meta.id, began);
    }
  }
  return hits;
}
function familyHits(node, rules, family, context) {
  const found = family.check(node, context);
  if (found.size === 0) return [];
  return rules.flatMap((rule) => [...found.get(rule.meta.id) ?? []].map((hit) => weighed({ rule, node, hit })));
}
function switchedOff(hit, severity, { words, never }) {
  const most = never ? "note" : "medium";
  return {
    ...hit,
    severity: atLeast(severity, most) ? most : severity,
    message: `${hit.message.replace(/\.$/, "")}; only where ${words}.`,
    element: `${hit.element ?? ""} (off)`
  };
}
function weighed(found) {
  const { rule, node, hit } = found;
  const severity = hit.severity ?? rule.meta.severity;
  if (node.madeOnly && !hit.secret && (rule.meta.domain === "iam" || rule.meta.about === "hygiene"))
    return { ...found, hit: switchedOff(hit, severity, node.madeOnly) };
  if (hit.secret || rule.meta.domain !== "iam" || !/\.(?:md|mdx|markdown)$/i.test(hit.span.uri)) return found;
  return { ...found, hit: { ...hit, severity: atLeast(severity, "high") ? "medium" : severity } };
}

// src/scan/baseline.ts
var VERSION = 1;
var COMMENT = "Findings that Keylatch knows and does not block. Made by `keylatch baseline`; shrink it, do not grow it.";
function remadeBaseline(findings, previous, scanned = () => true) {
  const before = previous?.entries ?? [];
  const notes = new Map(before.map(({ fingerprint, note }) => [fingerprint, note]));
  const entries = /* @__PURE__ */ new Map();
  for (const entry of before) if (!scanned(entry.path)) entries.set(entry.fingerprint, entry);
  for (const { fingerprint, formerFingerprint = "", ruleId, location, severity, message, suppression } of findings) {
    if (suppression && suppression.mechanism !== "baseline") continue;
    const note = notes.get(fingerprint) ?? notes.get(formerFingerprint) ?? oneLine(`${severity}: ${message}`);
    entries.set(fingerprint, { fingerprint, rule: ruleId, path: location.uri, note });
  }
  const sorted = [...entries.values()].sort(byPlace);
  const text = `${JSON.stringify({ comment: COMMENT, version: VERSION, findings: sorted }, void 0, 2)}
`;
  return { text, entries: sorted };
}
function byPlace(a, b) {
  return compare(a.path, b.path) || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint);
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function parseBaseline(source) {
  const complaints = complaintsAbout(source);
  const root = readJson(source, complaints);
  if (root?.type !== "object") complaints.add(root?.offset ?? 0, `not a baseline: a JSON object is expected. ${MEND}`);
  complaints.raise();
  const version = findNodeAtLocation(root, ["version"]);
  if (jsonOf(version) !== VERSION) complaints.add(version?.offset ?? 0, versionFault(jsonOf(version)));
  complaints.raise();
  const findings = findNodeAtLocation(root, ["findings"]);
  if (findings?.type !== "array") complaints.add(findings?.offset ?? 0, `"findings" must be a list. ${MEND}`);
  const entries = (findings?.children ?? []).flatMap((node) => entryOf(node, complaints));
  complaints.raise();
  return { uri: source.uri, entries };
}
function baselined(baseline) {
  const entries = new Map(baseline.entries.map((entry) => [entry.fingerprint, entry]));
  return ({ fingerprint, formerFingerprint = "" }) => {
    const entry = entries.get(fingerprint) ?? entries.get(formerFingerprint);
    return entry && { kind: "external", mechanism: "baseline", justification: entry.note || `in ${baseline.uri}` };
  };
}
function withPresentFingerprints(text, findings) {
  const present = new Map(findings.map(({ fingerprint, formerFingerprint = "" }) => [formerFingerprint, fingerprint]));
  let rewritten = 0;
  const replaced = text.replace(/(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/g, (print) => {
    const now = present.get(print);
    if (now !== void 0) rewritten++;
    return now ?? print;
  });
  return { text: replaced, rewritten };
}
function staleBaseline(baseline, findings) {
  const found = new Set(findings.flatMap(({ fingerprint, formerFingerprint = "" }) => [fingerprint, formerFingerprint]));
  const stale = baseline.entries.filter(
    ({ fingerprint, path }) => !isAccountPlace(path) && !found.has(fingerprint)
  ).length;
  if (stale === 0) return [];
  const counted = stale === 1 ? "1 entry of the baseline stands" : `${stale} entries of the baseline stand`;
  return [
    {
      level: "note",
      id: "baseline-stale",
      message: `${counted} for nothing any more. Run \`keylatch baseline\` to take them out.`,
      location: { uri: baseline.uri }
    }
  ];
}
function baselineChanges(base, head) {
  const [before, after] = [fingerprintsOf(base), fingerprintsOf(head)];
  const uri = head?.uri ?? base?.uri ?? "";
  const added = [...after].filter((fingerprint) => !before.has(fingerprint)).length;
  const removed = [...before].filter((fingerprint) => !after.has(fingerprint)).length;
  return [...countLine(uri, added, "added"), ...countLine(uri, removed, "removed")];
}
function countLine(uri, count2, what) {
  if (count2 === 0) return [];
  return [oneLine(`baseline ${uri}: ${count2} ${count2 === 1 ? "entry" : "entries"} ${what}`)];
}
function fingerprintsOf(baseline) {
  return new Set(baseline?.entries.map(({ fingerprint }) => fingerprint));
}
var MEND = "Delete it and make it anew with `keylatch baseline`.";
var LONGEST_BASELINE = 32 << 20;
function readJson(source, complaints) {
  if (source.text.length > LONGEST_BASELINE) throw new Problem(`${source.uri}: the baseline is longer than 32 MiB`);
  const faults = [];
  let root;
  try {
    root = parseTree(source.text.replace(/^\uFEFF/, " "), faults, { disallowComments: true });
  } catch {
    throw new Problem(`${source.uri}: the baseline is nested too deep. ${MEND}`);
  }
  const [fault] = faults;
  if (fault) complaints.add(fault.offset, `not well-formed JSON (${printParseErrorCode(fault.error)}). ${MEND}`);
  return root;
}
function versionFault(version) {
  if (typeof version === "number" && version > VERSION) {
    return `a baseline of version ${version}; this Keylatch reads version ${VERSION}. Use a newer Keylatch.`;
  }
  return `"version" must be ${VERSION}. ${MEND}`;
}
function entryOf(node, complaints) {
  const value = jsonOf(node);
  const { fingerprint, rule, path, note = "" } = isObject(value) ? value : {};
  if (typeof fingerprint !== "string" || !/^[0-9a-f]{32}$/.test(fingerprint)) {
    complaints.add(node.offset, 'an entry needs a "fingerprint" of 32 hexadecimal digits');
  } else if (typeof rule !== "string" || typeof path !== "string" || typeof note !== "string") {
    complaints.add(node.offset, 'an entry needs "rule" and "path", and "note" must be a text');
  } else {
    return [{ fingerprint, rule, path, note }];
  }
  return [];
}
function jsonOf(node) {
  return node && getNodeValue(node);
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/report/github/dismissal.ts
function isDismissable({ secret, severity }) {
  return !(secret && severity === "critical");
}
function rulingOn(finding, reason, mayWrite) {
  if (!mayWrite) return "no-access";
  if (!isDismissable(finding)) return "critical";
  return reason === "" ? "no-reason" : "allowed";
}
function rulingText(ruling, fingerprint, reason, by, counts) {
  switch (ruling) {
    case "no-access":
      return `Only people with write access can allow a finding; ${markdownText(by)} has none, or GitHub did not say.`;
    case "critical":
      return "A leaked credential that is critical cannot be allowed: revoke it, and issue a new one.";
    case "no-reason":
      return "Write why, so that others can follow it: `/keylatch allow REASON`.";
    case "allowed": {
      const entry = ["allow:", `  - fingerprint: ${fingerprint}`, `    reason: ${JSON.stringify(reason)}`];
      const now = counts ? "Allowed for this pull request. To keep it so after the merge, commit this to `.keylatch.yml`:" : "To allow it, commit this to `.keylatch.yml` of the branch that this is merged into:";
      return `${now}

${markdownBlock(entry, "yaml")}`;
    }
  }
}

// src/scan/other-scanners/lines.ts
var LONGEST_FILE = 1 << 20;
var MOST_LINES = 2e3;
function linesOf(source, told) {
  if (source.text.length > LONGEST_FILE) {
    told.push(notFollowed(source, 1, "the file is longer than 1 MiB"));
    return [];
  }
  const lines = source.text.replace(/^\uFEFF/, "").split("\n").map((text, index) => ({ line: index + 1, text: text.replace(/\r$/, "") })).filter(({ text }) => !/^\s*(#|$)/.test(text));
  const cut = lines[MOST_LINES];
  if (cut) told.push(notFollowed(source, cut.line, `only the first ${MOST_LINES} entries are read`));
  return lines.slice(0, MOST_LINES);
}
function notFollowed(source, line, why) {
  return {
    level: "warning",
    id: "suppression-not-followed",
    message: `${source.uri}, line ${line}: ${why}`,
    location: { uri: source.uri, region: { startLine: line, startColumn: 1, endLine: line, endColumn: 1 } }
  };
}

// src/scan/other-scanners/gitallowed.ts
var WIDEST = 2e3;
function readGitallowed(source, told) {
  return linesOf(source, told).flatMap(({ line, text }) => {
    try {
      const found = compilePattern(text);
      const suppression = {
        kind: "external",
        mechanism: source.uri,
        justification: `${source.uri}, line ${line}`
      };
      return [(suspect, budget) => found(grepLine(suspect), budget) ? suppression : void 0];
    } catch (error) {
      told.push(notFollowed(source, line, `the pattern is not followed: ${error.message}`));
      return [];
    }
  });
}
function grepLine({ finding: { location }, lineText }) {
  const { startLine, startColumn } = location.region;
  const text = lineText.slice(Math.max(0, startColumn - WIDEST), startColumn + WIDEST);
  return `${location.uri}:${startLine}:${text}`;
}

// src/scan/other-scanners/gitleaksignore.ts
function readGitleaksignore(source, told) {
  const entries = /* @__PURE__ */ new Map();
  for (const { line, text } of linesOf(source, told)) {
    const found = /^(?:([0-9a-f]{7,40}):)?(.+):[\w.-]+:(\d+)$/.exec(text.trim());
    if (!found) {
      told.push(notFollowed(source, line, "not a fingerprint such as `commit:path:rule:line`"));
      continue;
    }
    const place = `${found[2]}:${found[3]}`;
    const entry = { commit: found[1] ?? "", line };
    if (!entries.get(place)?.push(entry)) entries.set(place, [entry]);
  }
  return entries.size === 0 ? [] : [leavesBy(source, entries)];
}
function leavesBy(source, entries) {
  return ({ finding, stood: stood2 }) => {
    const { location } = finding;
    const known = entries.get(`${location.uri}:${location.region.startLine}`);
    const entry = known?.find(
      ({ commit }) => commit === "" ? stood2() : commitsOf(finding).some((one) => one.startsWith(commit))
    );
    if (!entry) return void 0;
    return { kind: "external", mechanism: source.uri, justification: `${source.uri}, line ${entry.line}` };
  };
}
function commitsOf({ location, commits }) {
  return [...commits, location.commit ?? ""];
}

// src/scan/other-scanners/rule-file.ts
function readFileAllows({ uri, allow }) {
  return allow.map((entry, index) => {
    const finders = ALLOW_TARGETS.flatMap((target) => {
      const written = entry[target];
      return written === void 0 ? [] : [[target, compileFinder(written)]];
    });
    const suppression = { kind: "external", mechanism: uri, justification: `${uri}, allowlist ${index + 1}` };
    return (suspect, budget) => {
      if (entry.commits && !isOfCommits(suspect, entry.commits)) return void 0;
      const isFound = ([target, finder]) => (finder.findAll(shown(suspect, target), budget)?.length ?? 0) > 0;
      return finders.every(isFound) ? suppression : void 0;
    };
  });
}
var WIDEST2 = 4e3;
function shown({ finding, lineText, secretValue }, target) {
  if (target === "path") return finding.location.uri;
  return target === "line" ? lineText.slice(0, WIDEST2) : secretValue ?? lineText.slice(0, WIDEST2);
}
function isOfCommits({ finding: { commits, location } }, allowed) {
  const own2 = [...commits, ...location.commit ? [location.commit] : []];
  return own2.length > 0 && own2.every((commit) => allowed.some((one) => one.length >= 7 && commit.startsWith(one)));
}

// src/scan/suppressions/secretlint-rules.ts
function rulesOfSecretlint(name) {
  const rule = /^@secretlint\/secretlint-rule-([\w-]+)$/.exec(name)?.[1];
  if (rule === void 0) return [];
  if (rule.startsWith("preset-")) return ["credentials/*"];
  return [rule === "privatekey" ? "credentials/private-key*" : `credentials/${rule}*`];
}

// src/scan/other-scanners/secretlintrc.ts
function readSecretlintrc(source, told) {
  const starts = lineStarts(source.text);
  const say = (node, why) => {
    const { startLine } = regionOf(starts, node?.offset ?? 0, node?.offset ?? 0);
    told.push(notFollowed(source, startLine, why));
    return [];
  };
  const reading = { source, say, lineOf: (node) => regionOf(starts, node.offset, node.offset).startLine };
  const root = jsonOf2(source);
  if (root?.type !== "object") return say(root, "not a JSON object");
  return ruleNodes(root).flatMap((node) => leavesOfRule(node, reading));
}
function jsonOf2({ text }) {
  try {
    return text.length > 1 << 20 ? void 0 : parseTree(text.replace(/^\uFEFF/, " "));
  } catch {
    return void 0;
  }
}
function ruleNodes(root) {
  const rules = childrenAt(root, "rules");
  return [...rules, ...rules.flatMap((rule) => childrenAt(rule, "rules"))];
}
function childrenAt(node, key) {
  const found = node.type === "object" ? findNodeAtLocation(node, [key]) : void 0;
  return found?.type === "array" ? found.children ?? [] : [];
}
function leavesOfRule(node, reading) {
  if (node.type !== "object") return [];
  const id = findNodeAtLocation(node, ["id"]);
  const rules = id ? rulesOfSecretlint(String(getNodeValue(id))) : [];
  if (rules.length === 0) return [];
  const options = findNodeAtLocation(node, ["options"]);
  return [
    ...leavesOfDisabled(findNodeAtLocation(node, ["disabled"]), rules, reading),
    ...(options ? childrenAt(options, "allows") : []).flatMap((allow) => leavesOfAllow(allow, rules, reading))
  ];
}
var NEVER_OFF = ["credentials/*", "credentials/aws*"];
function leavesOfDisabled(disabled, rules, reading) {
  if (!disabled || getNodeValue(disabled) !== true) return [];
  if (rules.some((rule) => NEVER_OFF.includes(rule))) {
    return reading.say(disabled, '"disabled" is not followed for AWS keys; turn rules off in .keylatch.yml');
  }
  return [leaving(rules, () => true, reading.lineOf(disabled), reading)];
}
function leavesOfAllow(allow, rules, reading) {
  const written = getNodeValue(allow);
  if (typeof written !== "string" || written === "")
    return reading.say(allow, '"allows" holds something that is no text');
  try {
    return [leaving(rules, patternOf(written), reading.lineOf(allow), reading)];
  } catch (error) {
    return reading.say(allow, `the pattern is not followed: ${error.message}`);
  }
}
function patternOf(written) {
  const found = /^\/(.+)\/([a-z]*)$/s.exec(written);
  return found ? compilePattern(found[1], found[2].includes("i")) : (text) => text.includes(written);
}
function leaving(rules, found, line, { source }) {
  const suppression = { kind: "external", mechanism: source.uri, justification: `${source.uri}, line ${line}` };
  return ({ finding, lineText, secretValue }, budget) => {
    if (!rules.some((rule) => namesRule(rule, finding.ruleId))) return void 0;
    return found(secretValue ?? lineText.slice(0, 4e3), budget) ? suppression : void 0;
  };
}

// src/scan/other-scanners.ts
var NEIGHBOUR_PATHS = [".gitallowed", ".gitleaksignore", ".secretlintrc.json", ...RULE_FILES];
var ALL_STEPS = 4e7;
function otherScannerSuppressions(sources, ruleFiles = []) {
  const told = [];
  const readers = [
    ...sources.flatMap((source) => READERS[source.uri]?.(source, told) ?? []),
    ...ruleFiles.flatMap(readFileAllows)
  ];
  const budget = { steps: ALL_STEPS };
  return {
    suppressionFor(finding, source, stood2) {
      if (readers.length === 0 || !speaksOfSecret(finding)) return void 0;
      const suspect = { ...suspectOf(finding, source), stood: stood2 };
      for (const leaves of readers) {
        const suppression = leaves(suspect, budget);
        if (suppression) return suppression;
      }
      return void 0;
    },
    notifications: () => budget.steps < 0 ? [...told, SPENT] : told
  };
}
function suspectOf(finding, source) {
  if (!source) return { finding, lineText: "" };
  const { offset, length } = finding.location;
  const start = source.text.lastIndexOf("\n", offset - 1) + 1;
  const end = source.text.indexOf("\n", offset);
  const lineText = source.text.slice(start, end === -1 ? void 0 : end).replace(/\r$/, "");
  return finding.secret ? { finding, lineText, secretValue: source.text.slice(offset, offset + length) } : { finding, lineText };
}
var SECRETS = ["credentials/*", "user-data/*"];
function speaksOfSecret({ ruleId, secret }) {
  return secret || SECRETS.some((pattern) => namesRule(pattern, ruleId));
}
var READERS = {
  ".gitallowed": readGitallowed,
  ".gitleaksignore": readGitleaksignore,
  ".secretlintrc.json": readSecretlintrc
};
var SPENT = {
  level: "warning",
  id: "patterns-too-slow",
  message: "The patterns of files of other scanners took too long; findings they may allow are reported."
};
function otherScannerChanges(base, head) {
  const paths = new Set([...base, ...head].map(({ uri }) => uri));
  return [...paths].flatMap((path) => {
    const [before, after] = [base, head].map((sources) => sources.find(({ uri }) => uri === path));
    if (before?.text === after?.text) return [];
    if (!before) return [`${path} added`];
    if (!after) return [`${path} removed`];
    const [was, is] = [linesOf2(before), linesOf2(after)];
    const [added, removed] = [[...is].filter((line) => !was.has(line)), [...was].filter((line) => !is.has(line))];
    if (added.length + removed.length === 0) return [];
    return [`${path}: ${added.length} lines added, ${removed.length} removed`];
  });
}
function linesOf2({ text }) {
  return new Set(text.split("\n").flatMap((line) => line.trim() || []));
}

// src/scan/suppressions/mentions.ts
var WORDS = /keylatch:ignore|(?:git|better)leaks:allow|trufflehog:ignore|pragma: ?(?:allow|white)list[ -](?:nextline[ -])?secret|secretlint-(?:disable-next-line|disable-line|disable|enable)/g;
var STEMS = ["keylatch:ignore", "leaks:allow", "trufflehog:ignore", "pragma:", "secretlint-"];
function mentionsSuppression(text) {
  return STEMS.some((stem) => text.includes(stem));
}
var WIDEST3 = 1e3;
function* mentionsIn({ text }) {
  const starts = lineStarts(text);
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    const { startLine: line } = regionOf(starts, index, index);
    const start = starts[line - 1];
    const end = (starts[line] ?? text.length + 1) - 1;
    const before = text.slice(Math.max(start, index - WIDEST3), index);
    const rest = text.slice(index + word.length, Math.min(end, index + word.length + WIDEST3));
    const closed = rest.search(CLOSES);
    const after = closed === -1 ? rest : rest.slice(0, closed);
    const beyond = closed === -1 ? "" : rest.slice(closed).replace(CLOSES, "");
    const opens = index - start <= WIDEST3 && OPENS_LINE.test(before);
    yield {
      word,
      index,
      line,
      after: (JSON_MEMBER.test(before) ? after.replace(/",?\s*$/, "") : after).trim(),
      inComment: !before.endsWith("`") && (opens || IN_COMMENT.test(before)),
      alone: opens && beyond.trim() === ""
    };
  }
}
var OPENS_LINE = /^[\s\uFEFF]*(?:#+!?|\/\/+!?|\/\*+!?|\*+|--+|;+|%+|'+|<!--+|\{#-?|\{\{!?-*|\{\{-?\s*\/\*|\(\*|"""|'''|@?rem\b|"(?:\/\/|#|_comment|\$comment|comment)"\s*:\s*")?\s*$/i;
var JSON_MEMBER = /"(?:\/\/|#|_comment|\$comment|comment)"\s*:\s*"\s*$/i;
var IN_COMMENT = /\/\/|\/\*|<!--|\(\*|\{#|\{\{|(?:^|[\s"'])(?:#|--|;|%|rem\b)/i;
var CLOSES = /\*\/|--+>|\*\)|#\}|\}\}|"""|'''/;
var FARTHEST = 50;
function nextCodeLine({ text }, starts, line) {
  const last = Math.min(starts.length, line + FARTHEST);
  for (let next = line + 1; next < last; next++) {
    const start = starts[next - 1];
    const content = text.slice(start, Math.min(starts[next] ?? text.length, start + WIDEST3));
    if (!/^\s*(?:$|#|\/\/|\/\*|\*[\s/]|--\s|;|<!--|\{#)/.test(content)) return next;
  }
  return last;
}

// src/scan/suppressions/comments.ts
var MOST_COMMENTS = 5e3;
var MOST_RANGES = 20;
function commentsIn(source, ruleIds) {
  const starts = lineStarts(source.text);
  const reading = { source, ruleIds, starts, comments: [], notifications: [], openRanges: [] };
  let mentions = 0;
  for (const mention of mentionsIn(source)) {
    if (mentions++ === MOST_COMMENTS) {
      complain(
        reading,
        mention,
        "too-many-suppressions",
        `Only the first ${MOST_COMMENTS} suppression comments are read.`
      );
      break;
    }
    if (mention.word === "keylatch:ignore") readOwn(reading, mention);
    else if (mention.word.startsWith("secretlint-")) readSecretlint(reading, mention);
    else readForeign(reading, mention);
  }
  return { comments: reading.comments, notifications: reading.notifications };
}
function readOwn(reading, mention) {
  if (!mention.inComment) return;
  const [, names = "", reason = ""] = /^(.*?)(?:(?:^|\s)(?:--+|\u2014|\u2013)\s*(.*))?$/s.exec(mention.after) ?? [];
  const words = names.split(/[\s,]+/).filter((name) => name !== "");
  if (!words.some((word) => word.includes("/"))) {
    complain(reading, mention, "suppression-without-rule", NO_RULE);
  } else if (!/[\p{L}\p{N}]/u.test(reason)) {
    complain(reading, mention, "suppression-without-reason", NO_REASON);
  } else {
    const rules = words.filter((word) => isKnownRule(reading, mention, word));
    if (rules.length > 0)
      add2(reading, mention, { mechanism: mention.word, rules, reason, ...guarded(reading, mention) });
  }
}
function guarded({ source, starts }, { line, alone }) {
  if (!alone) return { firstLine: line, lastLine: line };
  return { firstLine: line + 1, lastLine: nextCodeLine(source, starts, line) };
}
var FORM = "Write `keylatch:ignore RULE -- reason`.";
var NO_RULE = `This \`keylatch:ignore\` names no rule, so it suppresses nothing. ${FORM}`;
var NO_REASON = `This \`keylatch:ignore\` gives no reason, so it suppresses nothing. ${FORM}`;
function isKnownRule(reading, mention, name) {
  const fault = ruleFault(name, reading.ruleIds);
  if (!fault) return true;
  const said = oneLine(fault());
  const message = `This \`keylatch:ignore\` names an ${said}${said.endsWith("?") ? "" : "."}`;
  complain(reading, mention, "suppression-unknown-rule", message);
  return false;
}
var SECRETS2 = ["credentials/*", "user-data/*"];
function readForeign(reading, mention) {
  const isNext = mention.word.includes("nextline");
  const line = isNext ? mention.line + 1 : mention.line;
  const mechanism = mention.word.startsWith("pragma") ? `pragma: ${mention.word.includes("white") ? "white" : "allow"}list ${isNext ? "nextline " : ""}secret` : mention.word;
  add2(reading, mention, { mechanism, rules: SECRETS2, reason: mention.after, firstLine: line, lastLine: line });
}
function readSecretlint(reading, mention) {
  const [names = "", ...reasons] = mention.after.split("--");
  const named = [...new Set(names.split(/[\s,>]+/).flatMap(rulesOfSecretlint))];
  const guard = {
    mechanism: mention.word,
    rules: named.length > 0 ? named : ["credentials/*"],
    reason: reasons.join("--")
  };
  const line = mention.word === "secretlint-disable-line" ? mention.line : mention.line + 1;
  if (mention.word === "secretlint-enable") closeRanges(reading, mention.line, named);
  else if (mention.word === "secretlint-disable") openRange(reading, mention, guard);
  else add2(reading, mention, { ...guard, firstLine: line, lastLine: line });
}
function openRange(reading, mention, guard) {
  const isOpen = (index) => guard.rules.every((rule) => reading.comments[index].rules.includes(rule));
  if (reading.openRanges.some(isOpen)) return;
  if (reading.comments.filter(({ isRange }) => isRange).length >= MOST_RANGES) {
    const message = `Only the first ${MOST_RANGES} \`secretlint-disable\` of a file are read.`;
    complain(reading, mention, "too-many-suppressions", message);
    return;
  }
  reading.openRanges.push(reading.comments.length);
  add2(reading, mention, { ...guard, firstLine: mention.line, lastLine: Number.POSITIVE_INFINITY, isRange: true });
}
function closeRanges(reading, line, rules) {
  reading.openRanges = reading.openRanges.filter((index) => {
    const comment = reading.comments[index];
    if (rules.length > 0 && !comment.rules.some((rule) => rules.includes(rule))) return true;
    reading.comments[index] = { ...comment, lastLine: Math.max(comment.line, line - 1) };
    return false;
  });
}
function add2(reading, { line }, guard) {
  const reason = oneLine(guard.reason.replace(/^[\s:;,.\u2014\u2013-]+/, ""));
  const identity = [guard.mechanism, [...guard.rules].sort().join(" "), reason.replace(/\s+/g, " ")].join("\0");
  reading.comments.push({ isRange: false, ...guard, reason, line, identity });
}
function complain(reading, { index }, id, message) {
  const location = { uri: reading.source.uri, region: regionOf(reading.starts, index, index) };
  reading.notifications.push({ level: "warning", id, message, location });
}

// src/scan/suppressions/guards.ts
import { createHash as createHash2 } from "node:crypto";
function guardsOf(source, comments) {
  const starts = lineStarts(source.text);
  const textOf = remembered((line) => comparable(source.text.slice(starts[line - 1], starts[line])));
  const ranges = comments.filter(({ isRange }) => isRange);
  const byLine = /* @__PURE__ */ new Map();
  for (const comment of comments) {
    if (comment.isRange) continue;
    for (const line of linesOf3(comment, starts.length)) append(byLine, line, comment);
  }
  const countsOf = remembered((identity) => {
    const counts = /* @__PURE__ */ new Map();
    const same = (comment) => comment.identity === identity;
    for (const comment of comments.filter(same)) {
      for (const line of linesOf3(comment, starts.length)) counts.set(textOf(line), (counts.get(textOf(line)) ?? 0) + 1);
    }
    return counts;
  });
  let texts;
  return {
    has(lineText) {
      texts ??= new Set(starts.map((_, index) => textOf(index + 1)));
      return texts.has(lineText);
    },
    over: (line) => [
      ...byLine.get(line) ?? [],
      ...ranges.filter(({ firstLine, lastLine }) => firstLine <= line && line <= lastLine)
    ],
    count: (identity, lineText) => countsOf(identity).get(lineText) ?? 0,
    textOf
  };
}
function stoodIn(base, head, lines) {
  if (!base) return false;
  const [before, after] = [guardsOf(base, []), guardsOf(head, [])];
  return lines.every((line) => before.has(after.textOf(line)));
}
function* linesOf3({ firstLine, lastLine }, lines) {
  for (let line = firstLine; line <= Math.min(lastLine, lines); line++) yield line;
}
var LONGEST_TEXT = 500;
function comparable(line) {
  const text = line.replace(/\s+/g, " ").trim();
  return text.length <= LONGEST_TEXT ? text : createHash2("sha256").update(text).digest("hex");
}
function append(map, key, value) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
function remembered(make) {
  const known = /* @__PURE__ */ new Map();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key);
  };
}

// src/scan/suppressions.ts
function inlineSuppressions(head, against, ruleIds) {
  if (!mentionsSuppression(head.text)) return NONE;
  const { comments, notifications } = commentsIn(head, ruleIds);
  if (comments.length === 0) return { ...NONE, notifications };
  const guards = guardsOf(head, comments);
  const before = against?.base && guardsOf(against.base, commentsIn(against.base, ruleIds).comments);
  const counts = (comment, line) => against?.counts !== "base" || stood(guards, before, comment, guards.textOf(line));
  const isOld = (line) => against?.counts !== "base" || (before?.has(guards.textOf(line)) ?? false);
  return {
    suppressionFor(ruleId, lines, extent = lines) {
      const found = lines.map(
        (line) => guards.over(line).find((comment) => covers(comment, ruleId) && counts(comment, line))
      );
      return found[0] && found.every((comment) => comment) && extent.every(isOld) ? suppressionBy(found[0]) : void 0;
    },
    added: against ? addedComments(head.uri, comments, guards, before, against.counts) : [],
    notifications
  };
}
var NONE = { suppressionFor: () => void 0, added: [], notifications: [] };
function covers(comment, ruleId) {
  return comment.rules.some((pattern) => namesRule(pattern, ruleId));
}
function suppressionBy({ mechanism, reason }) {
  return { kind: "inSource", mechanism, justification: reason || `a ${mechanism} comment that gives no reason` };
}
function stood(head, before, { identity }, lineText) {
  return before !== void 0 && before.count(identity, lineText) >= head.count(identity, lineText);
}
var MOST_LISTED = 20;
function addedComments(uri, comments, head, before, counts) {
  const added = comments.filter((comment) => !stood(head, before, comment, head.textOf(guardedLine(comment))));
  const what = counts === "head" ? "comment added" : "comment added, not counted before the merge";
  const lines = added.slice(0, MOST_LISTED).map(({ line, mechanism, rules, reason }) => {
    const about = mechanism === "keylatch:ignore" || mechanism.startsWith("secretlint") ? ` ${rules.join(", ")}` : "";
    return oneLine(`${uri}:${line}: ${what}: ${mechanism}${about}${reason ? ` -- ${reason}` : ""}`);
  });
  return added.length > MOST_LISTED ? [...lines, `${uri}: ${added.length - MOST_LISTED} more comments added`] : lines;
}
function guardedLine({ isRange, line, lastLine }) {
  return isRange ? line : lastLine;
}

// src/scan/verdict.ts
function blocks(finding, threshold) {
  return isHeavy(finding, threshold) && sureAs(finding.confidence, threshold.failOnConfidence);
}
function isHeavy({ state, suppression, severity }, { failOn }) {
  return state === "new" && suppression === void 0 && failOn !== "never" && atLeast(severity, failOn);
}
function judge(evidence) {
  const { findings, scanned } = evidence;
  if (scanned === 0)
    return {
      verdict: "broken",
      reason: `nothing was scanned${unread(evidence)}; check the path, and what "paths" and "paths-ignore" leave over`
    };
  const blocking = findings.filter((finding) => blocks(finding, evidence));
  if (blocking.length > 0) return { verdict: "block", reason: blockReason(blocking, evidence) + unread(evidence) };
  if (evidence.policyFault !== void 0 && evidence.failOn !== "never")
    return { verdict: "block", reason: evidence.policyFault + unread(evidence) };
  if (evidence.lost)
    return {
      verdict: "broken",
      reason: `contents of the repository are missing${unread(evidence)}; clone without a filter, or run \`git fsck\``
    };
  return { verdict: "pass", reason: passReason(evidence) + unread(evidence) };
}
function blockReason(blocking, { failOn, scope }) {
  const all = `${count(blocking.length, kind(scope))} at or above ${failOn}${spread(blocking)}`;
  const elsewhere = blocking.filter(({ atHead }) => !atHead);
  if (elsewhere.length === 0) return all;
  return `${all}${elsewhere.length < blocking.length ? ", among them" : ":"} ${historyParts(elsewhere).join(", ")}`;
}
function historyParts(elsewhere) {
  const isMessage = ({ location }) => messageOwner(location.uri) !== void 0;
  const messages = elsewhere.filter(isMessage).length;
  const gone = elsewhere.filter((finding) => !isMessage(finding));
  const secrets = gone.filter(({ secret }) => secret).length;
  const others = gone.length - secrets;
  return [
    ...messages > 0 ? [
      `${count(messages, "secret")} in ${messages === 1 ? "a message of a commit or tag" : "messages of commits or tags"}`
    ] : [],
    ...secrets > 0 ? [`${count(secrets, "secret")} that only the history still holds`] : [],
    ...others > 0 ? [`${count(others, "finding")} that only the history still holds`] : []
  ];
}
function passReason(evidence) {
  const { findings, failOn, scope } = evidence;
  const open = findings.filter(({ state, suppression }) => state === "new" && !suppression);
  const unsure = open.filter((finding) => isHeavy(finding, evidence)).length;
  const suppressed = findings.filter(({ state, suppression }) => state === "new" && suppression).length;
  const existing = findings.filter(({ state }) => state === "existing").length;
  const asides = [
    ...open.length > unsure && failOn !== "never" ? [`${open.length - unsure} below`] : [],
    ...unsure > 0 ? [`${unsure} not sure enough`] : [],
    ...suppressed > 0 ? [`${suppressed} suppressed`] : [],
    ...existing > 0 ? [`${existing} already at the base`] : []
  ];
  const aside = asides.length > 0 ? ` (${asides.join(", ")})` : "";
  if (open.length === 0) return `no ${kind(scope)}s${aside}`;
  if (failOn === "never") return `${count(open.length, kind(scope))}, reported only: fail-on is never${aside}`;
  return `no ${kind(scope)} at or above ${failOn}${aside}`;
}
function unread({ unscanned, findings }) {
  const partly = new Set(findings.flatMap(({ properties, location }) => properties.limit ? [location.uri] : [])).size;
  const parts = [
    ...unscanned === 0 ? [] : [`${count(unscanned, "file")} could not be scanned`],
    ...partly === 0 ? [] : [`${count(partly, "file")} could not be judged whole`]
  ];
  return parts.map((part) => `; ${part}`).join("");
}
function kind(scope) {
  return scope === "change" ? "new finding" : "finding";
}
function spread(findings) {
  if (findings.length === 1) return "";
  const parts = SEVERITIES.flatMap((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number > 0 ? [`${number} ${severity}`] : [];
  });
  return ` (${parts.join(", ")})`;
}
function count(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

// src/run/scrub.ts
var QUOTING = /* @__PURE__ */ new Set([
  "anchor",
  "details",
  "holder",
  "justification",
  "lines",
  "message",
  "policyChanges",
  "properties",
  "remediation",
  "text"
]);
var KEY = 20;
function scrubbed(secrets, report) {
  if (secrets.length === 0) return report;
  const scrub = scrubber(secrets);
  const scrubKeys = scrubber(secrets.filter((secret) => secret.length >= KEY));
  const visit = (value, quoting) => {
    if (typeof value === "string") return quoting ? scrub(value) : scrubKeys(value);
    if (Array.isArray(value)) {
      const clean2 = value.map((inner) => visit(inner, quoting));
      return clean2.some((inner, index) => inner !== value[index]) ? clean2 : value;
    }
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value);
    const clean = entries.map(([key, inner]) => [key, visit(inner, quoting || QUOTING.has(key))]);
    return clean.some(([, inner], index) => inner !== entries[index][1]) ? Object.fromEntries(clean) : value;
  };
  return { ...visit(report, false), rules: report.rules };
}

// src/run/report.ts
function makeReport(outcome, judging) {
  const { config, failOn, failOnConfidence, today, rules } = judging;
  const silenced = silence(outcome.findings, judging);
  const findings = silenced.findings.map((finding) => ({ ...finding, blocking: blocks(finding, judging) })).sort(byWeight);
  const { verdict, reason } = judge({
    findings,
    failOn,
    failOnConfidence,
    scope: judging.scope,
    scanned: outcome.scanned,
    unscanned: outcome.unscanned,
    lost: outcome.lost,
    ...judging.policyFault ? { policyFault: judging.policyFault } : {}
  });
  const stale = judging.baseline && judging.scope === "full" && !judging.isPart ? staleBaseline(judging.baseline, findings) : [];
  return scrubbed(outcome.secrets, {
    tool: TOOL,
    verdict,
    reason,
    failOn,
    failOnConfidence,
    findings,
    notifications: unique([
      ...outcome.notifications,
      ...expiredAllows(config, today),
      ...stale,
      ...judging.scope === "change" || judging.isPart ? [] : unusedAllows(allowsFor(config, judging.scope), findings, today),
      ...silenced.notifications
    ]),
    permissionChanges: outcome.permissionChanges,
    policyChanges: [...judging.policyChanges, ...silenced.added],
    rules: rules.map(({ meta }) => meta),
    stats: outcome.stats,
    date: today,
    ...judging.repository ? { repository: judging.repository } : {}
  });
}
function allowsFor(config, scope) {
  const isOfAccount = ({ path }) => path !== void 0 && isAccountPlace(path);
  return { ...config, allow: config.allow.filter((entry) => isOfAccount(entry) === (scope === "account")) };
}
function silence(findings, judging) {
  const { config, baseline, rules, today } = judging;
  const ruleIds = new Set(rules.map(({ meta }) => meta.id));
  const allowed = allowances(config, today);
  const known = baseline ? baselined(baseline) : () => void 0;
  const otherScanners = otherScannerSuppressions(judging.otherScanners, judging.ruleFiles);
  const notifications = [];
  const added = [];
  const outdated = /* @__PURE__ */ new Set();
  const inline = /* @__PURE__ */ new Map();
  const againstOf = (uri) => judging.base && { base: judging.base(uri), counts: judging.comments ?? config.inlineSuppressions };
  const commentsOf = (uri) => {
    if (!inline.has(uri)) {
      const head = judging.head(uri);
      inline.set(
        uri,
        head && mentionsSuppression(head.text) ? inlineSuppressions(head, againstOf(uri), ruleIds) : void 0
      );
    }
    return inline.get(uri);
  };
  const silenced = findings.map((finding) => {
    const { uri, region } = finding.location;
    const lines = [region.startLine, ...twinLines(finding)];
    const source = finding.atHead ? judging.head(uri) : void 0;
    const said = source && commentsOf(uri)?.suppressionFor(finding.ruleId, lines, extentOf(finding));
    const comment = said && wasAccepted(finding, source, judging) ? said : void 0;
    const stood2 = () => judging.base === void 0 || source !== void 0 && stoodIn(judging.base(uri), source, extentOf(finding));
    const { formerFingerprint: _, ...present } = finding;
    const listed = allowed(present) ?? known(present);
    const formerly = listed ? void 0 : allowed(finding) ?? known(finding);
    if (formerly) outdated.add(finding.fingerprint);
    const vouched = judging.scope !== "change" || finding.state === "existing" ? formerly : void 0;
    const suppression = comment ?? listed ?? vouched ?? otherScanners.suppressionFor(finding, source, stood2) ?? dismissalOf(finding, judging);
    if (suppression) return { ...finding, suppression };
    const wasAllowed = finding.state === "existing" && allowed({ ...finding, location: at(finding, judging.oldPathOf) });
    return wasAllowed ? { ...finding, state: "new" } : finding;
  });
  if (outdated.size > 0) notifications.push(outdatedFingerprints(outdated.size));
  for (const path of judging.changedPaths) commentsOf(path);
  for (const comments of inline.values()) {
    notifications.push(...comments?.notifications ?? []);
    added.push(...comments?.added ?? []);
  }
  return { findings: silenced, notifications: [...notifications, ...otherScanners.notifications()], added };
}
function dismissalOf(finding, { dismissals }) {
  const dismissed = dismissals?.get(finding.fingerprint);
  if (!dismissed || !isDismissable(finding)) return void 0;
  return { kind: "external", mechanism: "/keylatch allow", justification: `${dismissed.reason} (${dismissed.by})` };
}
function outdatedFingerprints(count2) {
  const entries = count2 === 1 ? "1 allow or baseline entry holds" : `${count2} allow or baseline entries hold`;
  return {
    level: "warning",
    id: "fingerprints-outdated",
    message: `${entries} a fingerprint of an older Keylatch, which says too little of the secret: it counts for what stood there before, and for nothing that a change brings in. Run \`keylatch baseline --upgrade\` and commit what it rewrites.`
  };
}
function wasAccepted({ secret, state, ruleId, location }, source, judging) {
  const { comparison, comments, config } = judging;
  if (!comparison || secret || state !== "new" || (comments ?? config.inlineSuppressions) === "head") return true;
  const { startLine } = location.region;
  return comparison.hadOnLine(ruleId, location.uri, source.text.split("\n", startLine)[startLine - 1] ?? "");
}
function at({ location }, pathOf) {
  return { ...location, uri: pathOf(location.uri) };
}
function twinLines({ secret, location, relatedLocations }) {
  if (!secret) return [];
  return relatedLocations.filter(({ uri, relationship }) => uri === location.uri && relationship === "again").map(({ region }) => region.startLine);
}
function extentOf({ secret, location, relatedLocations }) {
  const parts = secret ? relatedLocations.filter(({ uri }) => uri === location.uri) : [];
  return [location, ...parts].flatMap(
    ({ region: { startLine, endLine } }) => Array.from({ length: endLine - startLine + 1 }, (_, index) => startLine + index)
  );
}
function byWeight(one, other) {
  return Number(other.state === "new") - Number(one.state === "new") || SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) || compare2(one.location.uri, other.location.uri) || one.location.region.startLine - other.location.region.startLine || one.location.region.startColumn - other.location.region.startColumn || compare2(one.ruleId, other.ruleId);
}
function unique(notifications) {
  return [...new Map(notifications.map((notification) => [JSON.stringify(notification), notification])).values()];
}
var compare2 = (one, other) => one < other ? -1 : one > other ? 1 : 0;

// src/run/memory.ts
import { setFlagsFromString } from "node:v8";
var LARGE = 1e6;
var MANY = 2e3;
function keepHeapSmall(characters, hits) {
  if (characters < LARGE && hits < MANY) return;
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--heap-growing-percent=50");
}

// src/run/scan-policy.ts
import { resolve } from "node:path";

// src/run/config-files.ts
import { createHash as createHash3 } from "node:crypto";
var DEEPEST = 5;
var MOST_FILES = 20;
async function configFiles(reader, own2, open, read = () => void 0) {
  const files = [];
  for (const extended of reader.settings.extends ?? []) await add3(extended, "extends", open, []);
  if (own2) await addFile(own2, open, [own2.uri]);
  return files.length === 0 ? void 0 : files;
  async function add3(extended, place, from, above) {
    const name = extendedName(extended);
    if (above.includes(name)) throw new Problem(`${place}: ${[...above, name].join(" extends ")}: that has no end`);
    if (above.length >= DEEPEST || files.length >= MOST_FILES) {
      throw new Problem(`${place}: ${name} is one too many: at most ${DEEPEST} deep, and ${MOST_FILES} in all`);
    }
    if (extended.kind === "preset") {
      files.push({ uri: name, settings: { preset: extended.name }, places: /* @__PURE__ */ new Map() });
      return;
    }
    const opened = extended.kind === "github" ? await fetched(reader, extended, place) : await from(extended.path);
    if (opened === "unread") {
      files.push({ uri: name, settings: {}, places: /* @__PURE__ */ new Map(), unread: true });
      return;
    }
    if (!opened) throw new Problem(`${place}: ${name} does not exist`);
    const inside = extended.kind === "github" ? (path) => besideRemote(reader, { ...extended, path }, place) : from;
    await addFile({ ...opened, uri: name }, inside, [...above, name]);
  }
  async function addFile(source, from, above) {
    for (const { extended, line, column } of extendsIn(source)) {
      await add3(extended, `${source.uri}:${line}:${column}`, from, above);
    }
    const described = files.flatMap(({ settings }) => (settings.patterns ?? []).map(({ id }) => id));
    const idsFrom = (patternsFrom) => readOwnPatterns({ patterns: [], patternsFrom, uri: source.uri }, read).patterns.map(({ id }) => id);
    const file = readConfigFile(source, /* @__PURE__ */ new Set([...reader.ruleIds, ...described]), idsFrom);
    const place = file.places.get("patterns-from");
    if (place && source.uri.startsWith("github:")) {
      throw new Problem(
        `${source.uri}:${place.line}:${place.column}: patterns-from names files of the repository; write patterns here`
      );
    }
    files.push(file);
  }
}
function configOf({ rules }, files) {
  requireLocks(files, rules);
  return joinConfigs(files);
}
function isWhole(files) {
  return files.every(({ unread: unread2 }) => !unread2);
}
async function fetched(reader, wanted, place) {
  const name = extendedName(wanted);
  const known = reader.remote.get(name);
  if (known !== void 0) return { uri: name, text: known };
  if (reader.onlyKnown) return "unread";
  const fetch = reader.settings.remoteConfig;
  if (!fetch) throw new Problem(`${place}: ${name} is in another repository, and there is no token to read it with`);
  try {
    const text = await fetch(wanted);
    reader.remote.set(name, text);
    return { uri: name, text };
  } catch (error) {
    if (error instanceof Problem) throw new Problem(`${place}: ${error.message}`);
    throw error;
  }
}
async function besideRemote(reader, wanted, place) {
  const found = await fetched(reader, wanted, place);
  return found === "unread" ? void 0 : found;
}
function remoteTold({ remote }) {
  return [...remote].map(([name, text]) => ({
    level: "note",
    id: "config-extends",
    message: `The configuration builds on ${name}, of SHA-256 ${createHash3("sha256").update(text).digest("hex")}.`
  }));
}

// src/run/scan-policy.ts
async function readPolicy(settings, head, base, rules) {
  const metas = rules.map(({ meta }) => meta);
  const reader = { settings, rules: metas, ruleIds: new Set(metas.map(({ id }) => id)), remote: /* @__PURE__ */ new Map() };
  requireNamed(settings, base ? [base, head] : [head]);
  const files = await readConfigFiles(reader, base ?? head);
  const config = files && configOf(reader, files);
  requireUnlocked(config ?? DEFAULT_CONFIG, settings);
  const baseline = readBaseline(reader, base ?? head, config);
  const otherScanners = otherScannersIn(base ?? head, config);
  const own2 = readOwnPatterns(config, readerOf(settings, base ?? head));
  const changed = base && settings.policyFrom === "repository" ? await policyChanges(reader, head, files, baseline) : [];
  const fault = typeof changed === "string" ? changed : void 0;
  const told = typeof changed === "string" ? [changed] : changed;
  const changes = base ? [...told, ...otherScannerChanges(otherScanners, otherScannersIn(head, config))] : [];
  const policy = {
    config: config ?? DEFAULT_CONFIG,
    files: files ?? [],
    otherScanners,
    own: own2,
    changes,
    notifications: remoteTold(reader)
  };
  return { ...policy, ...baseline ? { baseline } : {}, ...fault ? { fault } : {} };
}
function policyPathsOf({ config, baseline, accountData }) {
  return [
    ...CONFIG_PATHS,
    ...NEIGHBOUR_PATHS,
    ...config ? [config] : [],
    ...baseline ? [baseline] : [],
    ...accountData?.paths ?? []
  ];
}
function requireNamed({ config, baseline, policyFrom }, trees) {
  if (policyFrom === "disk") return;
  const isMissing = (path) => path !== void 0 && !trees.some((tree) => tree.has(path));
  if (isMissing(config)) {
    throw new Problem(`the input config: ${config} does not exist; write its path from the root of the repository`);
  }
  if (isMissing(baseline)) throw new Problem(`the input baseline: ${baseline} does not exist; ${MAKE_BASELINE}`);
}
var MAKE_BASELINE = "make it with: keylatch baseline";
function otherScannersIn(tree, config) {
  return [.../* @__PURE__ */ new Set([...NEIGHBOUR_PATHS, ...config?.patternsFrom ?? []])].flatMap((path) => tree.read(path) ?? []);
}
function readerOf({ policyFrom, root }, tree) {
  return (path) => {
    const source = tree.read(path);
    const text = source || policyFrom !== "disk" ? void 0 : readTextFile(resolve(root, path));
    return text === void 0 ? source : { uri: path, text };
  };
}
async function readConfigFiles(reader, tree) {
  const { config, policyFrom, root } = reader.settings;
  const isOnDisk = config !== void 0 && policyFrom === "disk";
  const own2 = isOnDisk ? onDisk(root, config, "configuration") : (config ? [config] : CONFIG_PATHS).map((path) => readDeciding(tree, path)).find((found) => found);
  const open = (path) => isOnDisk ? onDisk(root, path, "configuration") : readDeciding(tree, path);
  return await configFiles(reader, own2, open, readerOf(reader.settings, tree));
}
function readBaseline({ settings }, tree, config) {
  const { baseline, policyFrom, root } = settings;
  if (settings.withoutBaseline) return void 0;
  if (baseline && policyFrom === "disk") return parseBaseline(onDisk(root, baseline, "baseline"));
  const path = baseline ?? config?.baseline;
  if (path === void 0) return void 0;
  const source = readDeciding(tree, path) ?? readerOf(settings, tree)(path);
  if (!source && !baseline) throw new Problem(`${config?.uri}: ${path} does not exist; ${MAKE_BASELINE}`);
  return source && parseBaseline(source);
}
function readDeciding(tree, path) {
  const source = tree.read(path);
  if (!source && tree.paths.includes(path)) throw new Problem(`${path} decides about the scan and ${UNREAD}`);
  return source;
}
var UNREAD = "cannot be read: it is binary, larger than 10 MB, not in this clone, or a link to no file of the repository";
async function policyChanges(reader, head, files, baseline) {
  try {
    const after = await readConfigFiles({ ...reader, onlyKnown: true }, head);
    const [was, is] = after && !isWhole(after) ? [own(files), own(after)] : [files, after];
    const [before, then] = [was && joinConfigs(was), is && joinConfigs(is)];
    if (after && isWhole(after)) requireLocks(after, reader.rules);
    const isNew = !files && after ? [`${after.at(-1).uri} is new: it takes effect after the merge`] : [];
    return [...isNew, ...configChanges(before, then), ...baselineChanges(baseline, readBaseline(reader, head, then))];
  } catch (error) {
    if (error instanceof Problem) return `after the merge every scan would fail: ${error.message}`;
    throw error;
  }
}
function own(files) {
  return files?.slice(-1);
}
function onDisk(root, path, what) {
  const text = readTextFile(resolve(root, path));
  if (text === void 0) throw new Problem(`${path}: the ${what} file cannot be read; does it exist?`);
  return { uri: path, text };
}

export {
  candidatesOf,
  findingsOf,
  secretsOf,
  ruleTable,
  textNode,
  check,
  rulingOn,
  rulingText,
  remadeBaseline,
  parseBaseline,
  withPresentFingerprints,
  mentionsSuppression,
  comparable,
  makeReport,
  keepHeapSmall,
  readPolicy,
  policyPathsOf
};
