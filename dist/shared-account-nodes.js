import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  buildText,
  guessRole,
  leafOf,
  member,
  policyDocumentOf,
  spanOf
} from "./shared-extract-policy-document.js";
import {
  locate
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
    ...principals.flatMap(({ item, holder }) => principalNodes(item, holder)),
    ...policies.flatMap((policy) => managedPolicy(policy, attached, boundaries))
  ];
}
function boundaryOf(item) {
  return leafOf(member(member(item, "PermissionsBoundary"), "PermissionsBoundaryArn"));
}
function principalNodes(item, holder) {
  const boundary = boundaryOf(item);
  const trust = member(item, "AssumeRolePolicyDocument");
  const anchor = holder.address;
  return [
    {
      kind: "identity",
      span: holder.span,
      anchor,
      holder,
      groups: leavesIn(member(item, "GroupList")).map((group) => group.value),
      hasBoundary: boundary !== void 0,
      arguments: item
    },
    ...trust ? policyNode(decoded(trust), { anchor: `${anchor}.trust`, role: "trust", holders: [holder] }) : [],
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

export {
  policyNode,
  policyNodeOf,
  attachmentNode,
  settingNode,
  settingsOfMap,
  leavesIn,
  itemsOf,
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
