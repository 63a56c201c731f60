import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  ACTION_COUNT,
  Analysis,
  Session,
  actionId,
  adminIn,
  count,
  decisiveActions,
  expandAction,
  hasBit,
  isPowerful,
  managedPolicy,
  overlaps,
  permissionsOfPrincipal,
  principalsOf
} from "./shared-iam-escalation-context.js";
import {
  CONTROL_POLICY,
  accountNodes,
  jsonValue,
  recordText
} from "./shared-core-address-blocks.js";
import {
  wholeText
} from "./shared-core-text.js";

// src/account/batches.ts
var TOGETHER = 200;
function* batchesOf(records) {
  yield records.filter(({ type }) => !IAM.has(type));
  const held = /* @__PURE__ */ new Set();
  for (const batch of batchesOfPrincipals(records)) {
    for (const { arn } of batch) held.add(arn);
    yield batch;
  }
  const common = records.filter(({ type }) => COMMON.has(type));
  const alone = records.filter(({ type, arn }) => type === "aws_iam_policy" && !held.has(arn));
  for (let at = 0; at < alone.length; at += TOGETHER) yield [...common, ...alone.slice(at, at + TOGETHER)];
}
function* batchesOfPrincipals(records) {
  const common = records.filter(({ type }) => COMMON.has(type));
  const policies = new Map(records.flatMap((one) => one.type === "aws_iam_policy" ? [[one.arn, one]] : []));
  const groups = new Map(
    records.flatMap((one) => one.type === "aws_iam_group" ? [[one.data.GroupName, one]] : [])
  );
  const principals = records.filter(({ type }) => IAM.has(type) && type !== "aws_iam_policy");
  for (let at = 0; at < principals.length; at += TOGETHER) {
    const batch = /* @__PURE__ */ new Set();
    for (const one of principals.slice(at, at + TOGETHER)) {
      const { data } = one;
      if (isOfAws(data)) continue;
      batch.add(one);
      const ofGroups = words(data.GroupList).flatMap((name) => groups.get(name) ?? []);
      for (const group of ofGroups) batch.add(group);
      for (const arn of [data, ...ofGroups.map((group) => group.data)].flatMap(policiesOf))
        addIf(batch, policies.get(arn));
    }
    if (batch.size > 0) yield [...common, ...batch];
  }
}
var IAM = /* @__PURE__ */ new Set(["aws_iam_user", "aws_iam_role", "aws_iam_group", "aws_iam_policy"]);
var COMMON = /* @__PURE__ */ new Set([
  "aws_account_root",
  "aws_s3_account_public_access_block",
  "aws_iam_openid_connect_provider",
  CONTROL_POLICY
]);
function isOfAws({ Path }) {
  return String(Path ?? "").startsWith("/aws-service-role/");
}
function addIf(set, item) {
  if (item !== void 0) set.add(item);
}
function policiesOf(data) {
  const boundary = data.PermissionsBoundary?.PermissionsBoundaryArn;
  const attached = Array.isArray(data.AttachedManagedPolicies) ? data.AttachedManagedPolicies : [];
  return [
    ...attached.map((policy) => String(policy.PolicyArn)),
    ...boundary ? [String(boundary)] : []
  ];
}
var words = (value) => Array.isArray(value) ? value : [];

// src/iam/plain-grants.ts
var PlainGrants = class {
  #records;
  #groups = /* @__PURE__ */ new Map();
  #known = /* @__PURE__ */ new Map();
  #actions = /* @__PURE__ */ new Map();
  #unit = new Analysis([]);
  constructor(records) {
    this.#records = new Map(records.map((record) => [record.arn, record]));
    for (const record of records) if (record.type === "aws_iam_group") this.#groups.set(record.data.GroupName, record);
  }
  mayHavePower({ arn, data }) {
    const known = this.#known.get(arn);
    if (known !== void 0) return known;
    this.#known.set(arn, true);
    const own = ["UserPolicyList", "RolePolicyList", "GroupPolicyList"].flatMap((list) => listed(data[list]));
    const may = own.some((policy) => this.#isStrong(member(policy, "PolicyDocument"))) || listed(data.AttachedManagedPolicies).some((policy) => this.#isStrongPolicy(member(policy, "PolicyArn"))) || listed(data.GroupList).some((name) => {
      const group = this.#groups.get(name);
      return group === void 0 || this.mayHavePower(group);
    });
    this.#known.set(arn, may);
    return may;
  }
  #isStrongPolicy(arn) {
    const record = this.#records.get(String(arn));
    if (!record) return managedPolicy(String(arn)) !== void 0;
    const known = this.#known.get(record.arn);
    if (known !== void 0) return known;
    const versions = listed(record.data.PolicyVersionList);
    const current = versions.find((version) => member(version, "IsDefaultVersion") === true) ?? versions[0];
    const may = this.#isStrong(member(current, "Document"));
    this.#known.set(record.arn, may);
    return may;
  }
  /** Whatever is not a plain list of actions may be anything. */
  #isStrong(document) {
    if (document === void 0) return false;
    const statements = listed(member(document, "statement"));
    if (statements.length === 0) return true;
    let actions = 0;
    for (const statement of statements) {
      if (/^deny$/i.test(String(member(statement, "effect")))) continue;
      const named = listed(member(statement, "action"));
      if (named.length === 0) return true;
      for (const action of named) actions += this.#actionsOf(String(action));
    }
    return actions > ACTION_COUNT / 8;
  }
  /** How many actions a word stands for; all there are, where one of them leads to more. */
  #actionsOf(action) {
    const known = this.#actions.get(action);
    if (known !== void 0) return known;
    const size = this.#sizeOf(action);
    this.#actions.set(action, size);
    return size;
  }
  #sizeOf(action) {
    if (!/[*?]/.test(action)) {
      const id = actionId(action);
      return id !== void 0 && hasBit(decisiveActions(), id) ? ACTION_COUNT : 1;
    }
    const bits = expandAction(action, this.#unit);
    return overlaps(bits, decisiveActions()) ? ACTION_COUNT : count(bits);
  }
};
function listed(value) {
  if (Array.isArray(value)) return value;
  return value === void 0 ? [] : [value];
}
function member(value, name) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return void 0;
  const wanted = name.toLowerCase();
  const key = Object.keys(value).find((one) => one.toLowerCase() === wanted);
  return key === void 0 ? void 0 : value[key];
}

// src/iam/account-data.ts
function textOfRecord(record) {
  return { type: record.type, arn: record.arn, text: recordText(record) };
}
function nodesOfTexts(records) {
  return accountNodes(
    records.flatMap(({ type, arn, text }) => {
      const data = jsonValue(wholeText({ uri: arn, text })).value;
      return data ? [{ type, arn, data }] : [];
    })
  );
}
function nodesOfRecords(records) {
  return nodesOfTexts(records.map(textOfRecord));
}
function knownAccountOf(snapshot) {
  const session = new Session();
  const found = /* @__PURE__ */ new Map();
  const plain = new PlainGrants(snapshot.records);
  const powerless = [];
  const others = snapshot.records.filter((record) => {
    const kind = KINDS[record.type];
    if (kind === void 0 || plain.mayHavePower(record)) return true;
    const name = String(record.data[NAMES[kind]]);
    powerless.push({ kind, name, arn: record.arn, power: void 0, trusted: [] });
    return false;
  });
  for (const batch of batchesOfPrincipals(others)) {
    const unit = new Analysis(nodesOfRecords(batch), session);
    for (const principal of principalsOf(unit).all) {
      const { kind, name, address } = principal.holder;
      if (name === void 0 || found.has(address)) continue;
      const trusted = kind === "role" ? trustedBy(principal) : [];
      found.set(address, { kind, name, arn: address, power: powerOf(principal, unit), trusted });
    }
  }
  const principals = [...found.values(), ...powerless].filter(({ kind }) => kind !== "group");
  const byName = new Map(principals.map((one) => [`${one.kind} ${one.name}`, one]));
  const policies = new Map(snapshot.records.flatMap((one) => one.type === "aws_iam_policy" ? [[one.arn, one]] : []));
  const documents = /* @__PURE__ */ new Map();
  return {
    account: snapshot.account,
    takenAt: snapshot.takenAt,
    powerful: principals.filter(({ power }) => power !== void 0).sort((a, b) => rank(a) - rank(b)),
    named: (kind, name) => byName.get(`${kind} ${name}`),
    policy: (arn) => {
      if (!documents.has(arn)) documents.set(arn, documentOf(policies.get(arn)));
      return documents.get(arn);
    },
    guardrails: guardrailsOf(snapshot.records)
  };
}
var KINDS = { aws_iam_user: "user", aws_iam_role: "role" };
var NAMES = { user: "UserName", role: "RoleName" };
var rank = ({ power }) => power === "administrator" ? 0 : 1;
function powerOf(principal, unit) {
  if (principal.unknownBoundary) return void 0;
  const admin = adminIn(permissionsOfPrincipal(principal, unit));
  if (admin && !admin.assumed) return "administrator";
  return isPowerful(principal, unit) ? "escalates" : void 0;
}
function trustedBy({ trust }) {
  return trust.flatMap(({ document }) => document.statements).filter(({ effect }) => /^allow$/i.test(effect.value)).flatMap(({ principals }) => principals.map(({ type, value }) => ({ type, value: value.value })));
}
function documentOf(record) {
  if (!record) return void 0;
  const node = nodesOfRecords([record]).find((one) => one.kind === "policy");
  return node?.kind === "policy" ? node.document : void 0;
}
function guardrailsOf(records) {
  const levels = /* @__PURE__ */ new Map();
  for (const record of records) {
    if (record.type !== CONTROL_POLICY) continue;
    const document = documentOf(record);
    if (!document) continue;
    const { Name, Type, Targets } = record.data;
    const guardrail = { name: String(Name), type: Type, document };
    for (const target of Array.isArray(Targets) ? Targets : [record.arn]) {
      const level = levels.get(String(target));
      if (level) level.push(guardrail);
      else levels.set(String(target), [guardrail]);
    }
  }
  return [...levels.values()];
}

export {
  batchesOf,
  textOfRecord,
  nodesOfTexts,
  nodesOfRecords,
  knownAccountOf
};
