import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  ACTION_COUNT,
  actionFacts,
  actionId,
  addAll,
  contains,
  emptyBits,
  expandAction,
  grantsOf,
  holderWords,
  includesAll,
  isOpenAllowEntry,
  isStar,
  judgeCondition,
  judgeConditions,
  judgeGuard,
  keyOf,
  lighter,
  listed,
  members,
  narrowedArn,
  nullGuarded,
  operatorOf,
  quote,
  reachOfGrant,
  resourcePattern,
  setBit,
  statementActions,
  strongerThan
} from "./shared-iam-escalation-context.js";
import {
  leafOf,
  member
} from "./shared-extract-policy-document.js";
import {
  steppedDown
} from "./shared-core-finding.js";
import {
  UNKNOWN
} from "./shared-core-text.js";

// src/iam/escalation-messages.ts
function escalationMessage(escalation, holder, others) {
  const { path, grants } = escalation;
  const decisive = grants[0];
  const helpers = grants.slice(1).map((grant) => quote(grant.name));
  const means = `${written(decisive)} on ${reachOfGrant(decisive)}${helpers.length > 0 ? ` with ${listed(helpers)}` : ""}`;
  const more = others === 0 ? "" : ` ${others} more ${others === 1 ? "way leads" : "ways lead"} there.`;
  return `${means} lets ${holderWords(holder)} ${path.name}, and so ${gain(escalation)}.${escalation.inAccount ? ` ${escalation.inAccount}` : ""}${more}`;
}
function written(grant) {
  if (grant.statement.notActions.includes(grant.action)) return `${quote(grant.name)} (by NotAction)`;
  const same = grant.action.value.toLowerCase() === grant.name.toLowerCase();
  return same ? quote(grant.action) : `${quote(grant.action)} (${grant.name})`;
}
function gain({ path, scope, target, grants }) {
  const reach = grants[0].allowEntry.resource;
  const fitting = scope === "pattern" && reach ? ` that fits ${quote(reach)}` : "";
  switch (path.class) {
    case "self-escalation":
      if (path.target === "permission-set") {
        return `give every permission to all who have ${fitting ? `a permission set${fitting}` : "any permission set"}`;
      }
      if (target) return `give itself every permission, through \`${target}\`, which it holds`;
      return scope === "pattern" ? `give every permission to a ${path.target}${fitting}, its own included if it fits` : "give itself every permission";
    case "principal-access":
      if (path.target === "permission-set") return "have what any permission set gives";
      if (target) return `become \`${target}\`, which can do more`;
      return fitting || scope === "exact" ? `become any ${path.target}${fitting}` : `become any ${path.target} of the account`;
    case "new-passrole":
      if (target) return `act as \`${target}\`, which can do more`;
      if (scope === "unknown") return `act as a role that is not known here`;
      return `act as any role${fitting} that trusts \`${path.service}\``;
    case "existing-resource":
      return target ? `act as the role of \`${target}\`` : `act as the role of any ${path.existing} there is`;
    case "role-chain":
      return target ? `become \`${target}\`, which can do more` : "become any role that trusts it";
  }
}
function escalationSteps(escalation, holder) {
  const plain = (text) => text.replaceAll("`", "");
  return [
    plain(holderWords(holder)),
    ...escalation.grants.map((grant) => plain(`${grant.name} on ${reachOfGrant(grant)}`)),
    plain(gain(escalation))
  ];
}
function escalationRelated(escalation) {
  const [decisive, ...others] = escalation.grants;
  return others.filter((grant) => grant.action.span !== decisive.action.span).map((grant) => ({ span: grant.action.span, message: neededToo(grant) }));
}
function neededToo({ name, action }) {
  const named = action.value.toLowerCase() === name.toLowerCase();
  return named ? "the path needs it too" : `grants ${name}, which the path needs too`;
}
function escalationRemedy({ path, grants }) {
  const decisive = grants[0].name;
  const arn = narrowedArn(decisive);
  switch (path.class) {
    case "new-passrole":
      return `Name the roles that may be passed: Resource \`${arn}\`, with the condition \`"StringEquals": {"iam:PassedToService": "${path.service}"}\`.`;
    case "self-escalation":
      if (path.target === "permission-set") return `Name the permission sets that may be changed: Resource \`${arn}\`.`;
      return /^iam:(Attach|Put)/.test(decisive) ? `Name what may be changed: Resource \`${arn}\`, or require a boundary: \`"StringEquals": {"iam:PermissionsBoundary": "<ARN of a boundary policy>"}\`${/^iam:Attach/.test(decisive) ? ', or list the policies that may be attached: `"ArnEquals": {"iam:PolicyARN": ["<ARN>"]}`' : ""}.` : `Name what may be changed: Resource \`${arn}\`, and leave out what the holder has itself.`;
    case "principal-access":
      return path.target === "user" ? `Let people manage their own user only: Resource \`arn:aws:iam::<Account>:user/\${aws:username}\`.` : `Name the roles: Resource \`${arn}\`, none of them stronger than the holder.`;
    case "existing-resource":
      return `Name what may be touched: Resource \`${arn ?? "<ARN>"}\`, or narrow it by tag: \`"StringEquals": {"aws:ResourceTag/<Key>": "<Value>"}\`.`;
    case "role-chain":
      return `Name the roles that may be assumed: Resource \`${arn}\`.`;
  }
}

// src/iam/out-of-scope.ts
function isOutOfScope(node, unit) {
  return isToldElsewhere(node, unit) || node.holders.length === 0 && (isRecord(node) || isControl(node) || isStackPolicy(node));
}
function isEmbedded({ anchor, holders, span }) {
  const file = span.uri.slice(span.uri.lastIndexOf("/") + 1);
  return holders.length === 0 && anchor.length > file.length && anchor.startsWith(file);
}
function isRecord({ anchor }) {
  return /\.(requestParameters|responseElements)\b/.test(anchor);
}
function isControl({ span, document, anchor }) {
  if (document.role === "trust" || document.role === "boundary") return false;
  const named = CONTROLS.test(span.uri) || CONTROLS.test(anchor);
  return named || document.statements.some(isFullAccess);
}
function isFullAccess({ sid, resources }) {
  return sid?.value === "RCPFullAWSAccess" && resources.some(({ value }) => value === "*");
}
var CONTROLS = /(^|[^a-z])([sr]cps?|(service|resource)[-_ ]?control[-_ ]?(polic(y|ies))?|(vpc[-_ ]?)?endpoint[-_ ]?polic(y|ies)|vpce[-_ ]?polic(y|ies)|declarative[-_ ]?polic(y|ies)|guardrails?)([^a-z]|$)/i;
function isStackPolicy({ anchor, span, document }) {
  const updates = document.statements.length > 0 && document.statements.every(
    ({ actions }) => actions.length > 0 && actions.every(({ value }) => /^update:/i.test(value))
  );
  return updates || /stack[-_]?policy/i.test(`${anchor} ${span.uri}`);
}
function isToldElsewhere(node, unit) {
  if (hasHolders(node)) return false;
  const best = unit.of(bestTellers, unit.nodes);
  const other = best.size > 0 ? best.get(unit.of(placeOf, node.document) ?? "") : void 0;
  return other !== void 0 && other !== node;
}
function bestTellers(nodes, unit) {
  const best = /* @__PURE__ */ new Map();
  const policies = nodes.filter((node) => node.kind === "policy");
  if (policies.length === 1) return best;
  for (const node of policies) {
    const key = unit.of(placeOf, node.document);
    if (key !== void 0 && rankOf(node) > rankOf(best.get(key))) best.set(key, node);
  }
  return best;
}
function placeOf({ statements }) {
  if (statements.length === 0) return void 0;
  return statements.map(({ span, effect, actions, notActions, resources, notResources }) => {
    const leaves = [effect, ...actions, ...notActions, ...resources, ...notResources];
    return `${span.uri} ${span.start} ${leaves.map((leaf) => leaf.value).join(" ")}`;
  }).join("\n");
}
function rankOf(node) {
  return node === void 0 ? 0 : hasHolders(node) ? 3 : node.holders.length > 0 ? 2 : 1;
}
var hasHolders = ({ holders }) => holders.some((holder) => holder.kind !== "managed-policy");

// src/iam/public-access.ts
function isAnyone({ type, value }) {
  return value.value === "*" && (type === "*" || type === "AWS");
}
var isAllow = (statement) => statement.effect.value.toLowerCase() === "allow";
var isDeny = (statement) => statement.effect.value.toLowerCase() === "deny";
function openTrustGrants(node, unit) {
  const denies = node.document.statements.filter(isDeny).slice(0, MOST_DENIES);
  return node.document.statements.filter(isAllow).flatMap((statement) => {
    const principal = statement.principals.find(isAnyone);
    const narrowing = principal && narrowingOf(statement, denies, unit);
    const empty = statement.actions.length === 0 && statement.notActions.length === 0;
    if (!principal || empty || narrowing === "closed") return [];
    const severity = severityOf(statement, node, unit);
    if (narrowing) return [{ statement, principal, severity: "medium", narrowed: narrowing }];
    if (isBlocked(node, unit.nodes)) return [{ statement, principal, severity: "low", narrowed: "blocked" }];
    const network = isInNetwork(node, unit.nodes);
    if (network || isEmbedded(node)) {
      return [
        { statement, principal, severity: lighter(severity, "medium"), narrowed: network ? "network" : "embedded" }
      ];
    }
    return [{ statement, principal, severity }];
  });
}
var MOST_DENIES = 100;
function narrowingOf(statement, denies, unit) {
  const own = judgeConditions(statement.conditions, "anyone");
  const guards = denies.filter((deny) => covers(deny, statement, unit));
  const strengths = guards.map((guard) => judgeGuard(guard.conditions));
  if (own.strength === "never" || strengths.some((strength) => !strongerThan("restricting", strength))) return "closed";
  if (own.strength === "restricting") return own.certain ? "closed" : "unclear";
  const guarded = nullGuarded(statement.conditions);
  const byAddress = addressConditions(statement).some((one) => judgeCondition(one, guarded, "anyone").strength !== "vacuous") || guards.flatMap(addressConditions).some((one) => judgeGuard([one]) !== "vacuous");
  return byAddress && own.strength !== "vacuous" ? "address" : void 0;
}
function addressConditions({ conditions }) {
  return conditions.filter((one) => keyOf(one) === "aws:sourceip" && /ipaddress/.test(operatorOf(one).name));
}
function covers(deny, allow, unit) {
  const everyone = deny.principals.some(isAnyone) || deny.notPrincipals.length > 0 || deny.principals.length === 0;
  if (!everyone || !includesAll(statementActions(deny, unit), statementActions(allow, unit))) return false;
  if (deny.notResources.length > 0) return false;
  const patterns = deny.resources.map((leaf) => resourcePattern(leaf.value));
  const wanted = allow.resources.map((leaf) => resourcePattern(leaf.value));
  return patterns.some(isStar) || wanted.every((one) => patterns.some((pattern) => pattern === one || contains(pattern, one)));
}
var DELIVERIES = /^(sqs:SendMessage|sns:(Publish|Subscribe)|events:PutEvents|lambda:Invoke|logs:PutSubscriptionFilter)/;
var FRONT_DOORS = /^(execute-api:Invoke|vpc-lattice-svcs:Invoke|elasticfilesystem:Client)/;
var SHARED_LAYERS = /^lambda:GetLayerVersion$/;
var PUBLIC_GALLERY = /^ecr-public:(Batch)?(Get|Check|Describe|List)/;
function severityOf(statement, { document }, unit) {
  if (document.role === "trust") return "critical";
  const actions = [...members(statementActions(statement, unit))].map(actionFacts);
  const names = actions.length > 0 ? actions.map(({ name }) => name) : statement.actions.map((leaf) => leaf.value);
  const every = (test) => names.length > 0 && names.every((name) => test.test(name));
  if (every(FRONT_DOORS) || every(SHARED_LAYERS)) return "medium";
  if (every(PUBLIC_GALLERY)) return "note";
  if (statement.conditions.some(isUrlOfFunction)) return "medium";
  if (every(DELIVERIES)) return "high";
  const grave = actions.some(
    ({ name, level }) => /^(kms|secretsmanager):/.test(name) || level !== "Read" && level !== "List"
  );
  return grave ? "critical" : "high";
}
function isUrlOfFunction(condition) {
  return keyOf(condition) === "lambda:functionurlauthtype" && condition.values.some((leaf) => leaf.value === "NONE");
}
function isBlocked(node, nodes) {
  const holder = node.holders[0];
  if (holder?.service !== "s3") return false;
  const bucket = bucketOf(resourceAt(holder.address, nodes) ?? resourceAt(node.anchor, nodes));
  return blockOf(bucket, nodes, blocks);
}
function hasPublicAccessBlock(resource, nodes) {
  return blockOf(bucketOf(resource), nodes, blocksAcls);
}
function blockOf(bucket, nodes, does) {
  return nodes.some((other) => {
    if (other.kind !== "resource") return false;
    if (other.type === "aws_s3_account_public_access_block") return does(other.arguments);
    if (bucket === void 0 || bucketOf(other) !== bucket) return false;
    if (other.type === "aws_s3_bucket_public_access_block") return does(other.arguments);
    return other.type === "AWS::S3::Bucket" && does(member(other.arguments, "PublicAccessBlockConfiguration"));
  });
}
function isInNetwork({ holders, anchor }, nodes) {
  if (!holders.some((holder) => holder.service === "es")) return false;
  const domain = holders.map((holder) => resourceAt(holder.address, nodes)).find(Boolean) ?? resourceAt(anchor, nodes);
  const options = member(domain?.arguments, "vpc_options") ?? member(domain?.arguments, "VPCOptions");
  return options !== void 0 && options.kind !== "null" && !(options.kind === "list" && options.items.length === 0);
}
function resourceAt(anchor, nodes) {
  return nodes.find((node) => node.kind === "resource" && node.anchor === anchor);
}
function bucketOf(node) {
  if (!node) return void 0;
  if (node.type === "AWS::S3::Bucket") return node.anchor;
  const value = member(node.arguments, "bucket") ?? member(node.arguments, "Bucket");
  if (value?.kind === "string") return value.text.value;
  if (value?.kind === "unknown") return value.reference?.replace(/^Ref /, "").replace(/\.(id|bucket|arn)$/, "");
  return void 0;
}
function blocks(value) {
  return isSet(value, "block_public_policy", "BlockPublicPolicy") || isSet(value, "restrict_public_buckets", "RestrictPublicBuckets");
}
function blocksAcls(value) {
  return isSet(value, "ignore_public_acls", "IgnorePublicAcls") || isSet(value, "block_public_acls", "BlockPublicAcls");
}
function isSet(value, name, other) {
  const flag = member(value, name) ?? member(value, other);
  return flag?.kind === "boolean" ? flag.value : flag?.kind === "string" && flag.text.value.toLowerCase() === "true";
}
var OPEN = "any-principal";
function openCategories(node, unit) {
  return [...new Set(openTrustGrants(node, unit).map(({ severity }) => `${OPEN} (${severity})`))];
}
function openWords(category) {
  return category.startsWith(`${OPEN} `) ? "now open to anyone" : void 0;
}

// src/rules/credentials/aws/key-id.ts
var KINDS = {
  AKIA: "long-term",
  ASIA: "temporary",
  ABIA: "bearer",
  ACCA: "context-specific"
};
function factsOfKeyId(id) {
  const accountId = accountOfKeyId(id);
  const canaryIssuer = accountId === void 0 ? void 0 : canaryIssuerOf(accountId);
  return {
    masked: `${id.slice(0, 4)}${"*".repeat(id.length - 8)}${id.slice(-4)}`,
    kind: KINDS[id.slice(0, 4)] ?? "legacy",
    ...accountId === void 0 ? {} : { accountId },
    ...canaryIssuer === void 0 ? {} : { canaryIssuer }
  };
}
var BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
function accountOfKeyId(id) {
  if (!/^[A-Z0-9]{4}[A-HK-Z2-7][A-Z2-7]{15}$/.test(id)) return void 0;
  let bits = 0n;
  for (const letter of id.slice(4, 14)) bits = bits << 5n | BigInt(BASE32.indexOf(letter));
  const account = (bits >> 2n & 0x7fffffffff80n) >> 7n;
  const digits = account.toString().padStart(12, "0");
  return digits.length === 12 ? digits : void 0;
}
var CANARYTOKENS_ORG = new Set(
  `052310077262 171436882533 266735846894 534261010715 595918472158 717712589309 729780141977 730335385048 819147034852
  992382622183`.split(/\s+/)
);
var LOOK_ALIKES = new Set(
  `044858866125 251535659677 344043088457 351906852752 390477818340 426127672474 427150556519 439872796651 445142720921
  465867158099 528757803018 538784191382 637958123769 693412236332 732624840810 735421457923 893192397702 959235150393
  982842642351`.split(/\s+/)
);
function canaryIssuerOf(accountId) {
  if (CANARYTOKENS_ORG.has(accountId)) return "canarytokens.org";
  return LOOK_ALIKES.has(accountId) ? "a service like canarytokens.org" : void 0;
}

// src/extract/arguments.ts
function valuesAt(resource, path) {
  const steps = stepsFor(resource.type, path);
  return steps ? walk(resource.arguments, steps, resource.span) : [];
}
function valueAt(resource, path) {
  return valuesAt(resource, path).find(({ value }) => value !== void 0)?.value;
}
function partOf(block, name) {
  if (block?.kind !== "map") return void 0;
  const entry = block.entries.findLast(({ key }) => isCalled(key, name));
  return entry?.value.kind === "null" ? void 0 : entry?.value;
}
function stepsFor(type, path) {
  const written2 = typeof path === "string" ? path : isCloudFormation(type) ? path[1] : path[0];
  return written2?.split(".");
}
function isCloudFormation(type) {
  return type.startsWith("AWS::") || type.startsWith("awscc_");
}
function walk(at, [step, ...rest], span) {
  if (step === void 0) return [{ value: at, span: at.span, within: at }];
  const blocks2 = blocksOf(at);
  if (blocks2 === void 0) return [{ value: { kind: "unknown", span: at.span }, span: at.span, within: at }];
  return blocks2.flatMap((block) => {
    if (block.kind === "unknown") return [{ value: block, span: block.span, within: block }];
    const many = step.endsWith("[]");
    const value = partOf(block, many ? step.slice(0, -2) : step);
    const here = block === at ? span : block.span;
    if (value === void 0 || value.kind === "list" && value.items.length === 0 && rest.length > 0)
      return many ? [] : [{ value: void 0, span: here, within: block }];
    return rest.length === 0 ? [{ value, span: value.span, within: block }] : walk(value, rest, here).map((found) => found.within === value ? { ...found, within: value } : found);
  });
}
function blocksOf(value) {
  switch (value.kind) {
    case "map":
      return [value];
    case "list":
      return value.items.flatMap((item) => blocksOf(item) ?? []);
    case "string":
      return value.json ? blocksOf(value.json) : void 0;
    case "unknown":
      return value.maybe?.length ? value.maybe.flatMap((one) => blocksOf(one) ?? []) : [value];
    default:
      return [];
  }
}
function isCalled(key, name) {
  if (key === name) return true;
  if ((key.charCodeAt(0) | 32) !== (name.charCodeAt(0) | 32)) return false;
  const [one, other] = [key.replaceAll("_", "").toLowerCase(), name.replaceAll("_", "").toLowerCase()];
  return one === other || one === `${other}s`;
}
function switchOf(value) {
  if (value?.kind === "unknown" && value.maybe?.length) {
    const [first, ...others] = value.maybe.map(switchOf);
    return others.every((other) => other === first) ? first : void 0;
  }
  const word = leafOf(value)?.value.toLowerCase();
  if (word === "true" || word === "enabled" || word === "yes") return true;
  return word === "false" || word === "disabled" || word === "no" || word === "" ? false : void 0;
}
function wordOf(value) {
  const text = leafOf(value)?.value;
  return text === void 0 || text.includes(UNKNOWN) ? void 0 : text;
}
function numberOf(value) {
  const word = wordOf(value);
  const number = word === void 0 || word.trim() === "" ? Number.NaN : Number(word);
  return Number.isNaN(number) ? void 0 : number;
}
function wordsOf(value) {
  if (value === void 0 || value.kind === "null") return { known: [], open: false };
  if (value.kind === "list") {
    const parts = value.items.map(wordsOf);
    return { known: parts.flatMap(({ known }) => known), open: parts.some(({ open }) => open) };
  }
  if (value.kind === "unknown" && value.maybe?.length) {
    return { known: value.maybe.flatMap((one) => wordsOf(one).known), open: true };
  }
  const word = wordOf(value);
  return word === void 0 ? { known: [], open: true } : { known: [word], open: false };
}

// src/iam/dangers/danger.ts
function defineDanger(danger) {
  return danger;
}
var Said = class {
  /** Whole words of Action that a finding speaks of. */
  actions = /* @__PURE__ */ new Set();
  /** Actions that are told one by one. */
  names = /* @__PURE__ */ new Set();
  #unit;
  constructor(unit) {
    this.#unit = unit;
  }
  name(grants) {
    for (const { name } of grants) this.names.add(name);
  }
  /** All of it as actions. */
  bits() {
    const bits = emptyBits(ACTION_COUNT);
    for (const { value } of this.actions) addAll(bits, expandAction(value, this.#unit, "down"));
    for (const name of this.names) setBit(bits, actionId(name));
    return bits;
  }
};

// src/iam/tell-together.ts
function tellTogether(grants, severity, words, alike = "so does") {
  const [first, ...others] = grants;
  if (!first) return [];
  const open = typeof severity === "function" ? severity(first) : severity;
  const told = words(first, others);
  const names = others.map(({ name }) => quote(name));
  return [
    {
      ...told,
      severity: first.allowEntry.judgement.strength === "contextual" ? steppedDown(open) : open,
      span: first.action.span,
      message: `${told.message}${names.length > 0 ? `; ${alike} ${listed(names)}` : ""}.`,
      properties: { actions: grants.map(({ name }) => name) }
    }
  ];
}

// src/iam/wide-grants.ts
function wideGrant(permissions, action) {
  return grantsOf(permissions, action).filter((grant) => isOpenAllowEntry(grant.allowEntry) && (grant.reach === "star" || grant.reach === "wide")).slice(0, 1);
}

// src/iam/dangers/data-exfiltration.ts
var dataExfiltration = defineDanger({
  id: "data-exfiltration",
  order: 50,
  example: [{ Action: "s3:GetObject" }, { Action: "secretsmanager:Get*" }],
  actions: () => SENSITIVE_READS.keys(),
  find: (permissions) => [...SENSITIVE_READS.keys()].flatMap((action) => wideGrant(permissions, action)),
  untold: (found, said) => found.filter(({ action }) => !said.actions.has(action)),
  say: (told, said) => said.name(told),
  newlyPermitted: (found) => found.length > 0 ? ["data-exfiltration"] : [],
  words: () => "now reads what people keep to themselves, everywhere",
  managed: (found) => found.length > 0 ? ["data-exfiltration"] : [],
  rule: {
    title: "Policy reads sensitive data of the whole account",
    severity: "medium",
    description: "Reading is enough to lose data: secrets, parameters, objects, tables and snapshots of everything in the account, not only of what this holder works on.",
    remediation: "Name the secrets, buckets, tables or keys in Resource.",
    cwe: ["CWE-200", "CWE-250"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"],
    hits: (told) => tellTogether(
      told,
      (grant) => /^(secretsmanager|ssm|s3|kms):/.test(grant.name) ? "medium" : "low",
      (grant, others) => ({
        message: `${quote(grant.action)} ${SENSITIVE_READS.get(grant.name)}`,
        element: grant.name,
        remediation: `Name what is read: Resource \`${narrowedArn(grant.name)}\`.`,
        related: others.filter(({ action }) => action !== grant.action).slice(0, 8).map(({ action, name }) => ({ span: action.span, message: SENSITIVE_READS.get(name) }))
      }),
      "as far reach"
    )
  }
});
var SENSITIVE_READS = /* @__PURE__ */ new Map([
  ["secretsmanager:GetSecretValue", "reads every secret"],
  ["ssm:GetParameter", "reads every parameter, SecureStrings included"],
  ["ssm:GetParameters", "reads every parameter, SecureStrings included"],
  ["ssm:GetParametersByPath", "reads every parameter, SecureStrings included"],
  ["ssm:GetParameterHistory", "reads every parameter, SecureStrings included"],
  ["s3:GetObject", "reads every object in every bucket"],
  ["kms:Decrypt", "decrypts with every key"],
  ["dynamodb:Scan", "reads every table"],
  ["dynamodb:ExportTableToPointInTime", "copies every table to a bucket"],
  ["dynamodb:Query", "reads every table"],
  ["rds:ModifyDBSnapshotAttribute", "shares every database snapshot with any account"],
  ["rds:ModifyDBClusterSnapshotAttribute", "shares every database snapshot with any account"],
  ["ec2:ModifySnapshotAttribute", "shares every volume snapshot with any account"],
  ["ec2:ModifyImageAttribute", "shares every image with any account"],
  ["redshift-data:ExecuteStatement", "queries every warehouse"],
  ["rds-data:ExecuteStatement", "queries every database"],
  ["athena:GetQueryResults", "reads the results of every query"],
  ["lambda:GetFunction", "reads the code and environment of every function"]
]);

export {
  tellTogether,
  wideGrant,
  defineDanger,
  Said,
  dataExfiltration,
  escalationMessage,
  written,
  gain,
  escalationSteps,
  escalationRelated,
  escalationRemedy,
  isOutOfScope,
  isEmbedded,
  isAnyone,
  isAllow,
  isDeny,
  openTrustGrants,
  hasPublicAccessBlock,
  openCategories,
  openWords,
  valuesAt,
  valueAt,
  partOf,
  stepsFor,
  isCloudFormation,
  switchOf,
  wordOf,
  numberOf,
  wordsOf,
  factsOfKeyId,
  canaryIssuerOf
};
