import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  Analysis,
  Session
} from "./shared-core-analysis.js";
import {
  adminIn,
  isPowerful,
  permissionsOfPrincipal,
  principalsOf
} from "./shared-iam-escalation-context.js";
import {
  CONTROL_POLICY,
  accountNodes,
  recordText
} from "./shared-account-nodes.js";
import {
  jsonValue
} from "./shared-extract-policy-document.js";
import {
  wholeText
} from "./shared-core-text.js";

// src/account/batches.ts
var TOGETHER = 200;
function* batchesOf(records) {
  const iam = /* @__PURE__ */ new Map();
  const rest = [];
  for (const record of records) {
    if (IAM.has(record.type)) iam.set(record.arn, record);
    else rest.push(record);
  }
  const common = rest.filter(({ type }) => COMMON.has(type));
  yield rest;
  const groups = new Map(
    [...iam.values()].flatMap((one) => one.type === "aws_iam_group" ? [[one.data.GroupName, one]] : [])
  );
  const held = /* @__PURE__ */ new Set();
  const principals = [...iam.values()].filter((one) => one.type !== "aws_iam_policy" && !isOfAws(one));
  for (let at = 0; at < principals.length; at += TOGETHER) {
    const batch = new Set(principals.slice(at, at + TOGETHER));
    for (const one of batch) for (const name of words(one.data.GroupList)) addIf(batch, groups.get(name));
    for (const one of batch) for (const arn of policiesOf(one.data)) addIf(batch, iam.get(arn));
    for (const { arn } of batch) held.add(arn);
    yield [...common, ...batch];
  }
  const alone = [...iam.values()].filter(({ type, arn }) => type === "aws_iam_policy" && !held.has(arn));
  for (let at = 0; at < alone.length; at += TOGETHER) yield [...common, ...alone.slice(at, at + TOGETHER)];
}
var IAM = /* @__PURE__ */ new Set(["aws_iam_user", "aws_iam_role", "aws_iam_group", "aws_iam_policy"]);
var COMMON = /* @__PURE__ */ new Set([
  "aws_account_root",
  "aws_s3_account_public_access_block",
  "aws_iam_openid_connect_provider",
  CONTROL_POLICY
]);
function isOfAws({ data }) {
  return String(data.Path ?? "").startsWith("/aws-service-role/");
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

// src/iam/account-data.ts
function nodesOfRecords(records) {
  return accountNodes(
    records.flatMap((record) => {
      const { type, arn } = record;
      const data = jsonValue(wholeText({ uri: arn, text: recordText(record) })).value;
      return data ? [{ type, arn, data }] : [];
    })
  );
}
function knownAccountOf(snapshot) {
  const session = new Session();
  const found = /* @__PURE__ */ new Map();
  for (const batch of batchesOf(snapshot.records)) {
    const unit = new Analysis(nodesOfRecords(batch), session);
    for (const principal of principalsOf(unit).all) {
      const { kind, name, address } = principal.holder;
      if (name === void 0 || found.has(address)) continue;
      const trusted = kind === "role" ? trustedBy(principal) : [];
      found.set(address, { kind, name, arn: address, power: powerOf(principal, unit), trusted });
    }
  }
  const principals = [...found.values()].filter(({ kind }) => kind !== "group");
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
  nodesOfRecords,
  knownAccountOf
};
