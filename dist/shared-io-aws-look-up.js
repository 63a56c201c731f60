import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  AwsApi,
  DEFAULT_LIMITS,
  Inquiry,
  KEY_CHANGES,
  attempt,
  deadlineOf,
  documentOf,
  faultName,
  faultText,
  iamClient,
  inParallel,
  isNetwork,
  isTransient,
  listOf,
  shownAccount,
  stsClient,
  wordsOf
} from "./shared-io-aws-account-identity.js";
import {
  grantsReport
} from "./shared-iam-questions.js";
import {
  canaryIssuerOf,
  dataExfiltration,
  factsOfKeyId
} from "./shared-iam-dangers-data-exfiltration.js";
import {
  nodesOfRecords
} from "./shared-iam-account-data.js";
import {
  Analysis,
  listed,
  number,
  permissionsOfPrincipal,
  principalsOf
} from "./shared-iam-escalation-context.js";
import {
  recordOf
} from "./shared-core-address-blocks.js";

// src/io/aws/triage-text.ts
function describeKey(facts, now, mask) {
  return [ownerText(facts, now, mask), liveText(facts, mask)].filter((text) => text !== "").join(" ");
}
function ownerText({ owner, accountId = "", user, lastUsed, temporary }, now, mask) {
  const account = shownAccount(accountId, mask);
  const used = lastUsed ? `, ${lastUseText(lastUsed, now)}` : "";
  switch (owner) {
    case "own":
      if (temporary) return `It is a temporary key of a session in your account ${account}.`;
      return `It is a key of ${user ? `user \`${nameOf(user)}\` in ` : ""}your account ${account}${used}.`;
    case "trusted":
      return `Your configuration trusts account ${account}: the key is one of yours.`;
    case "foreign":
      return `Account ${account} is not among yours.`;
    case "canary":
      return "AWS was not asked about it.";
    case "unknown":
      return "";
  }
}
function liveText({ live }, mask) {
  switch (live?.state) {
    case "live":
      return live.arn && !mask && isPlain(live.arn) ? `AWS accepts it, as \`${live.arn}\`.` : "AWS accepts it.";
    case "dead":
      return "AWS does not accept it any more.";
    case "other-secret":
      return "AWS knows the key id, but this secret is not the one that belongs to it.";
    default:
      return "";
  }
}
function lastUseText({ date, service, region }, now) {
  if (!date) return "never used as far as AWS recorded";
  const days = dayNumber(now) - dayNumber(date);
  const when = days <= 0 ? "today" : days === 1 ? "yesterday" : `${days} days ago`;
  const where = [service, region ? `in ${region}` : ""].filter(Boolean).join(" ");
  return `last used ${when} (${date.toISOString().slice(0, 10)}${where ? `, ${where}` : ""})`;
}
var dayNumber = (date) => Math.floor(date.getTime() / 864e5);
function commandsFor(facts, now, role) {
  const { owner, temporary, user, suffix } = facts;
  if (owner !== "own" && owner !== "trusted") return [];
  if (temporary) return sessionCommands(suffix, now, role !== void 0 && isPlain(role) ? role : void 0);
  return user && isPlain(user) ? userCommands(user, facts) : searchCommands(suffix, owner === "trusted");
}
function userCommands(user, { suffix, lastUsed }) {
  const key = keyOf(user, suffix);
  const region = lastUsed?.region ? ` --region ${lastUsed.region}` : "";
  return [
    {
      what: "Deactivate it now",
      command: `aws iam update-access-key --user-name ${user} --status Inactive --access-key-id ${key}`
    },
    {
      what: "See what was done with it in the last 90 days",
      command: `aws cloudtrail lookup-events${region} --lookup-attributes AttributeKey=AccessKeyId,AttributeValue=${key}`
    },
    {
      what: "Rotate it: make a new one for whatever still needs it (better: a role)",
      command: `aws iam create-access-key --user-name ${user}`
    },
    {
      what: "Delete it once nothing uses it",
      command: `aws iam delete-access-key --user-name ${user} --access-key-id ${key}`
    }
  ];
}
function keyOf(user, suffix) {
  return `"$(aws iam list-access-keys --user-name ${user} --query "AccessKeyMetadata[?ends_with(AccessKeyId, '${suffix}')].AccessKeyId" --output text)"`;
}
function searchCommands(suffix, elsewhere) {
  const there = elsewhere ? ", with credentials of that account" : "";
  const find = `aws iam list-access-keys --user-name "$user" --query "AccessKeyMetadata[?ends_with(AccessKeyId, '${suffix}')].UserName" --output text`;
  return [
    {
      what: `Find the user whose key ends in ${suffix}${there} (none: look at the root user's keys)`,
      command: `for user in $(aws iam list-users --query "Users[].UserName" --output text); do ${find}; done`
    },
    {
      what: "Deactivate it now, with that user",
      command: `aws iam update-access-key --user-name USER --status Inactive --access-key-id "$(aws iam list-access-keys --user-name USER --query "AccessKeyMetadata[?ends_with(AccessKeyId, '${suffix}')].AccessKeyId" --output text)"`
    }
  ];
}
function generalCommands({ temporary, suffix, accountId }, now) {
  if (temporary) return sessionCommands(suffix, now);
  const there = accountId ? `account ${accountId}` : "its account";
  return [
    {
      what: `With credentials of ${there}: which user it is of, and when it was last used`,
      command: 'aws iam get-access-key-last-used --access-key-id "$KEY_ID"'
    },
    {
      what: "Deactivate it now, with that user",
      command: 'aws iam update-access-key --user-name USER --status Inactive --access-key-id "$KEY_ID"'
    },
    {
      what: "See what was done with it in the last 90 days, in each region",
      command: 'aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue="$KEY_ID"'
    },
    {
      what: "Delete it once nothing uses it",
      command: 'aws iam delete-access-key --user-name USER --access-key-id "$KEY_ID"'
    }
  ];
}
function sessionCommands(suffix, now, role) {
  const before = now.toISOString().replace(/\.\d+Z$/, "Z");
  const deny = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Deny", Action: "*", Resource: "*", Condition: { DateLessThan: { "aws:TokenIssueTime": before } } }
    ]
  });
  const find = {
    what: `Find the role whose session it was (KEY_ID: the id that ends in ${suffix})`,
    command: 'aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue="$KEY_ID"'
  };
  const cut = {
    what: "Cut off every session of that role that began before now",
    command: `aws iam put-role-policy --role-name ${role ?? "ROLE"} --policy-name AWSRevokeOlderSessions --policy-document '${deny}'`
  };
  return role === void 0 ? [find, cut] : [{ ...cut, what: cut.what.replace("that role", `role ${role}`) }];
}
function mendAdvice(commands) {
  return commands.map(({ what, command }) => `${what}:
\`\`\`sh
${command}
\`\`\``).join("\n");
}
function mendText(commands) {
  return commands.map(({ what, command }) => `${what}:
  ${command}`).join("\n");
}
var isPlain = (text) => /^[\w+=,.@:/-]{1,200}$/.test(text);
var nameOf = (user) => isPlain(user) ? user : "(a name that is not one of IAM)";

// src/io/aws/key/deactivate.ts
var LIMITS = { ...DEFAULT_LIMITS, attempts: 4, deadline: 3e4 };
var CHANGES = new Map(KEY_CHANGES.map((call) => [call.name, call]));
var quarantineOf = (partition) => `arn:${partition}:iam::aws:policy/AWSCompromisedKeyQuarantineV3`;
async function deactivateKey(session, { keyId, user }, limits = {}) {
  if (!isPlain(user)) return { refused: "the name of its user is not one of IAM" };
  const api = apiOf(session, limits);
  const key = keyOf(user, keyId.slice(-4));
  try {
    const parameters = { UserName: user, AccessKeyId: keyId, Status: "Inactive" };
    await api.call(CHANGES.get("iam:UpdateAccessKey"), parameters);
    return {
      done: `The key is inactive now (user ${user})`,
      undo: `aws iam update-access-key --user-name ${user} --status Active --access-key-id ${key}`
    };
  } catch (error) {
    if (faultName(error) !== "AccessDenied") return { refused: faultText(error, [keyId]) };
  }
  const policy = quarantineOf(session.partition);
  try {
    await api.call(CHANGES.get("iam:AttachUserPolicy"), { UserName: user, PolicyArn: policy });
    return {
      done: `iam:UpdateAccessKey is not permitted, so user ${user} has AWSCompromisedKeyQuarantineV3 now, which denies what thieves do first; the key still works for the rest`,
      undo: `aws iam detach-user-policy --user-name ${user} --policy-arn ${policy}`
    };
  } catch (error) {
    return {
      refused: `neither iam:UpdateAccessKey nor iam:AttachUserPolicy is possible (${faultText(error, [keyId])})`
    };
  }
}
async function cutOffSessions(session, role, now, limits = {}) {
  if (!isPlain(role)) return { refused: "the name of its role is not one of IAM" };
  const before = now.toISOString().replace(/\.\d+Z$/, "Z");
  const PolicyDocument = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Deny", Action: "*", Resource: "*", Condition: { DateLessThan: { "aws:TokenIssueTime": before } } }
    ]
  });
  try {
    const parameters = { RoleName: role, PolicyName: REVOKE, PolicyDocument };
    await apiOf(session, limits).call(CHANGES.get("iam:PutRolePolicy"), parameters);
    return {
      done: `Every session of role ${role} that began before ${before} is cut off`,
      undo: `aws iam delete-role-policy --role-name ${role} --policy-name ${REVOKE}`
    };
  } catch (error) {
    return { refused: faultText(error) };
  }
}
var REVOKE = "AWSRevokeOlderSessions";
function apiOf(session, limits) {
  const bounds = { ...LIMITS, ...limits };
  return new AwsApi(session, bounds, deadlineOf(bounds));
}

// src/iam/abilities.ts
function abilitiesOf(records, arn) {
  const unit = new Analysis(nodesOfRecords(records));
  const principal = principalsOf(unit).all.find(({ holder }) => holder.address === arn);
  const grants = grantsReport([unit]).find(({ address }) => address === arn);
  if (!principal || !grants) return void 0;
  const permissions = permissionsOfPrincipal(principal, unit);
  return {
    administrator: grants.administrator,
    ways: grants.escalations,
    services: [...grants.services].sort((a, b) => b.actions - a.actions).map(({ service, levels }) => ({ service, levels })),
    reads: [...new Set(dataExfiltration.find(permissions, principal).map(({ name }) => name))],
    from: fromWhere(permissions),
    incomplete: grants.incomplete
  };
}
var NETWORK = /^aws:(?:sourceip|vpcsourceip|sourcevpc|sourcevpce|sourcevpcarn)$/;
function fromWhere({ allowEntries, conditionalDenies }) {
  const bound = allowEntries.filter(({ judgement }) => [...judgement.keys].some((key) => NETWORK.test(key)));
  const guarded = conditionalDenies.some(
    ({ conditions }) => conditions.some(({ key }) => NETWORK.test(key.value.toLowerCase()))
  );
  if (allowEntries.length > 0 && bound.length === allowEntries.length) return "known networks";
  return guarded ? "known networks" : bound.length > 0 ? "somewhere" : "anywhere";
}

// src/io/aws/key/holder.ts
var QUARANTINE = /AWSCompromisedKeyQuarantine/;
async function holderRecords(inquiry, kind, name, fallback) {
  const kinds = kind === "user" ? USER : ROLE;
  const of = { [kinds.name]: name };
  const [described, own, groups] = await Promise.all([
    inquiry.ask(kinds.get, of),
    policiesOf(inquiry, kinds, of),
    kind === "user" ? groupsOf(inquiry, of) : []
  ]);
  const detail = listOf(described?.[kinds.answer])[0] ?? {};
  const arn = String(detail.Arn ?? fallback);
  const holder = recordOf(kinds.type, arn, {
    Arn: arn,
    [kinds.name]: name,
    ...detail.PermissionsBoundary ? { PermissionsBoundary: detail.PermissionsBoundary } : {},
    ...groups.length > 0 ? { GroupList: groups.map(({ data }) => data.GroupName ?? "") } : {},
    ...own
  });
  const boundary = detail.PermissionsBoundary?.PermissionsBoundaryArn;
  const attached = [holder, ...groups].flatMap(({ data }) => arnsIn(data));
  const wanted = new Set(
    [...attached, ...boundary ? [String(boundary)] : []].filter((one) => !/:iam::aws:/.test(one))
  );
  const policies = await inParallel([...wanted], (policy) => policyRecord(inquiry, policy));
  return {
    arn,
    records: [holder, ...groups, ...policies.flat()],
    quarantine: attached.filter((one) => QUARANTINE.test(one)).map((one) => one.replace(/^.*\//, ""))
  };
}
var USER = {
  type: "aws_iam_user",
  name: "UserName",
  answer: "User",
  get: "iam:GetUser",
  list: "iam:ListUserPolicies",
  read: "iam:GetUserPolicy",
  attached: "iam:ListAttachedUserPolicies",
  inline: "UserPolicyList"
};
var ROLE = {
  type: "aws_iam_role",
  name: "RoleName",
  answer: "Role",
  get: "iam:GetRole",
  list: "iam:ListRolePolicies",
  read: "iam:GetRolePolicy",
  attached: "iam:ListAttachedRolePolicies",
  inline: "RolePolicyList"
};
var GROUP = {
  type: "aws_iam_group",
  name: "GroupName",
  list: "iam:ListGroupPolicies",
  read: "iam:GetGroupPolicy",
  attached: "iam:ListAttachedGroupPolicies",
  inline: "GroupPolicyList"
};
async function policiesOf(inquiry, { list, read, attached, inline }, of) {
  const [names, managed] = await Promise.all([inquiry.all(list, of), inquiry.all(attached, of)]);
  const own = await inParallel(names?.flatMap(({ PolicyNames }) => wordsOf(PolicyNames)) ?? [], async (PolicyName) => {
    const answer = await inquiry.ask(read, { ...of, PolicyName });
    return answer?.PolicyDocument ? [{ PolicyName, PolicyDocument: documentOf(answer.PolicyDocument) }] : [];
  });
  return {
    [inline]: own.flat(),
    AttachedManagedPolicies: managed?.flatMap(({ AttachedPolicies }) => [...listOf(AttachedPolicies)]) ?? []
  };
}
async function groupsOf(inquiry, of) {
  const groups = (await inquiry.all("iam:ListGroupsForUser", of))?.flatMap(({ Groups }) => listOf(Groups)) ?? [];
  return await inParallel(groups, async ({ GroupName = "", Arn = "" }) => {
    const own = await policiesOf(inquiry, GROUP, { GroupName: String(GroupName) });
    return recordOf(GROUP.type, String(Arn), { Arn, GroupName, ...own });
  });
}
function arnsIn({ AttachedManagedPolicies }) {
  return listOf(AttachedManagedPolicies).map(({ PolicyArn }) => String(PolicyArn));
}
async function policyRecord(inquiry, arn) {
  const policy = listOf((await inquiry.ask("iam:GetPolicy", { PolicyArn: arn }))?.Policy)[0];
  if (!policy) return [];
  const VersionId = String(policy.DefaultVersionId ?? "v1");
  const version = listOf((await inquiry.ask("iam:GetPolicyVersion", { PolicyArn: arn, VersionId }))?.PolicyVersion)[0];
  if (!version?.Document) return [];
  const PolicyVersionList = [{ VersionId, IsDefaultVersion: true, Document: documentOf(version.Document) }];
  return [recordOf("aws_iam_policy", arn, { PolicyName: policy.PolicyName ?? "", Arn: arn, PolicyVersionList })];
}

// src/io/aws/key/uses.ts
var MOST_WAITS = 20;
var WAIT = 500;
async function servicesUsed(inquiry, Arn) {
  const job = await inquiry.ask("iam:GenerateServiceLastAccessedDetails", { Arn });
  if (!job?.JobId) return void 0;
  for (let waits = 0; waits < MOST_WAITS; waits++) {
    const answer = await inquiry.ask("iam:GetServiceLastAccessedDetails", { JobId: job.JobId });
    if (!answer || answer.JobStatus === "FAILED") return void 0;
    if (answer.JobStatus === "COMPLETED") return usesIn(answer);
    await new Promise((resolve) => setTimeout(resolve, WAIT));
  }
  return void 0;
}
function usesIn(answer) {
  return listOf(answer.ServicesLastAccessed).flatMap(
    ({ ServiceNamespace, LastAuthenticated }) => LastAuthenticated ? [{ service: String(ServiceNamespace), date: String(LastAuthenticated) }] : []
  ).sort((a, b) => a.date < b.date ? 1 : -1);
}
var MOST_PAGES = 4;
async function keyEvents(inquiry, keyId, regions) {
  const found = [];
  let [answered, more] = [false, false];
  for (const region of regions) {
    let token = void 0;
    for (let page = 0; page < MOST_PAGES; page++) {
      const answer = await inquiry.ask(
        "cloudtrail:LookupEvents",
        {
          LookupAttributes: [{ AttributeKey: "AccessKeyId", AttributeValue: keyId }],
          ...token ? { NextToken: token } : {}
        },
        region
      );
      if (!answer) break;
      answered = true;
      found.push(...listOf(answer.Events));
      token = answer.NextToken;
      if (!token) break;
    }
    more ||= Boolean(token);
  }
  return answered ? counted(found, more) : void 0;
}
function counted(found, more) {
  const names = /* @__PURE__ */ new Map();
  const [regions, addresses] = [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Set()];
  let role;
  for (const { EventName, CloudTrailEvent } of found) {
    names.set(word(EventName), (names.get(word(EventName)) ?? 0) + 1);
    const { awsRegion, sourceIPAddress, userIdentity } = parsed(CloudTrailEvent);
    if (awsRegion) regions.add(word(awsRegion));
    if (sourceIPAddress) addresses.add(word(sourceIPAddress));
    const issuer = userIdentity?.sessionContext?.sessionIssuer;
    const arn = String(issuer?.arn ?? "");
    if (/^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(arn)) role ??= arn;
  }
  return {
    events: found.length,
    more,
    names: [...names].sort((a, b) => b[1] - a[1]),
    regions: [...regions].sort(),
    addresses: [...addresses].sort(),
    ...role ? { role } : {}
  };
}
function word(value) {
  const text = String(value);
  return /^[\w.:-]{1,100}$/.test(text) ? text : "(odd)";
}
function parsed(text) {
  try {
    return JSON.parse(String(text));
  } catch {
    return {};
  }
}

// src/io/aws/key/inquire.ts
function ownKey(keyId, { temporary, user, lastUsed }) {
  return { keyId, temporary, ...user ? { user } : {}, ...lastUsed?.region ? { region: lastUsed.region } : {} };
}
var LIMITS2 = { ...DEFAULT_LIMITS, attempts: 4, deadline: 6e4 };
async function inquireKey(session, key, limits = {}) {
  const bounds = { ...LIMITS2, ...limits };
  const inquiry = new Inquiry(new AwsApi(session, bounds, deadlineOf(bounds)));
  const regions = [.../* @__PURE__ */ new Set([session.region, ...key.region ? [key.region] : []])];
  const events = await keyEvents(inquiry, key.keyId, regions);
  const role = key.temporary ? events?.role : void 0;
  const name = key.user ?? role?.replace(/^.*\//, "");
  const done = (more) => ({ ...more, missing: inquiry.missing() });
  const told = events ? { events } : {};
  if (name === void 0) return done({ ...told, otherKeys: [], quarantine: [] });
  const kind = key.user ? "user" : "role";
  const fallback = role ?? `arn:${session.partition}:iam::${session.accountId}:user/${name}`;
  const [{ arn, records, quarantine }, keys] = await Promise.all([
    holderRecords(inquiry, kind, name, fallback),
    key.user ? inquiry.all("iam:ListAccessKeys", { UserName: name }) : void 0
  ]);
  const used = await servicesUsed(inquiry, arn);
  const all = keys?.flatMap(({ AccessKeyMetadata }) => listOf(AccessKeyMetadata)) ?? [];
  const itself = all.find(({ AccessKeyId }) => AccessKeyId === key.keyId);
  const abilities = abilitiesOf(records, arn);
  return done({
    holder: { kind, name, arn },
    ...itself ? { active: itself.Status === "Active" } : {},
    otherKeys: all.filter((one) => one !== itself).map(({ AccessKeyId, Status, CreateDate }) => ({
      suffix: String(AccessKeyId).slice(-4),
      active: Status === "Active",
      created: String(CreateDate ?? "").slice(0, 10)
    })),
    ...abilities ? { abilities } : {},
    quarantine,
    ...used ? { used } : {},
    ...told
  });
}

// src/io/aws/key/inquiry-text.ts
var MOST = 8;
var MOST_WAYS = 5;
function inquiryLines(inquiry, now) {
  const { holder, abilities, active, otherKeys, quarantine, used, events } = inquiry;
  return [
    ...active === false ? ["The key is inactive already."] : [],
    ...quarantine.length > 0 ? [`AWS has found it, too: ${listed(quarantine)} is attached to the user.`] : [],
    ...holder && abilities ? ["", `What ${holder.kind} ${shown(holder.name)} can do:`, ...abilityLines(abilities)] : [],
    ...otherKeys.length > 0 ? [
      "",
      "Other keys of the user:",
      ...otherKeys.map(
        ({ suffix, active: on, created }) => `  \u2026${suffix}, ${on ? "active" : "inactive"}, made ${created}`
      )
    ] : [],
    ...used && used.length > 0 ? ["", `Services that the ${holder?.kind ?? "holder"} used, the last one first:`, ...usedLines(used, now)] : [],
    ...events ? ["", ...eventLines(events)] : [],
    ...missingLines(inquiry)
  ];
}
function abilityLines({ administrator, ways, services, reads, from, incomplete }) {
  if (services.length === 0 && !incomplete) return ["  Nothing: no policy grants it anything."];
  const shownServices = services.slice(0, MOST).map(({ service, levels }) => {
    const counts = Object.entries(levels).map(([level, count]) => `${number(count)} ${level}`);
    return `  ${service}: ${counts.join(", ")}`;
  });
  return [
    ...administrator ? [`  It is ${administrator === "full" ? "an administrator" : "nearly an administrator"}.`] : [],
    ...administrator === "full" ? [] : shownServices,
    ...administrator !== "full" && services.length > MOST ? [`  and ${services.length - MOST} more services`] : [],
    ...ways.slice(0, MOST_WAYS).map((steps) => `  Way to more: ${steps.join(" \u2192 ")}`),
    ...ways.length > MOST_WAYS ? [`  and ${ways.length - MOST_WAYS} more ways`] : [],
    ...reads.length > 0 ? [`  It reads data of the whole account: ${listed(reads, MOST)}.`] : [],
    `  ${FROM[from]}`,
    ...incomplete ? ["  Something that is attached to it is not known whole: it may do more."] : []
  ];
}
var FROM = {
  anywhere: "It works from anywhere: no condition on addresses or networks binds it.",
  somewhere: "Some of it works from known networks only, the rest from anywhere.",
  "known networks": "It works from known networks only (conditions on addresses or VPCs)."
};
function usedLines(used, now) {
  const lines = used.slice(0, MOST).map(({ service, date }) => {
    const days = Math.max(0, Math.floor((now.getTime() - Date.parse(date)) / 864e5));
    return `  ${shown(service)}: ${date.slice(0, 10)} (${days === 0 ? "today" : `${days} days ago`})`;
  });
  return used.length > MOST ? [...lines, `  and ${used.length - MOST} more`] : lines;
}
function eventLines({ events, more, names, regions, addresses }) {
  if (events === 0)
    return ["CloudTrail shows nothing done with it in the last 90 days, in the regions that were asked."];
  const counted2 = names.slice(0, MOST).map(([name, count]) => `${name} (${count})`);
  return [
    `CloudTrail shows ${more ? "more than " : ""}${events} ${events === 1 ? "event" : "events"} with it in the last 90 days:`,
    `  ${listed(counted2, MOST, names.length)}`,
    `  in ${listed(regions, MOST)}`,
    `  from ${listed(addresses, MOST)}`
  ];
}
function missingLines({ missing }) {
  const denied = missing.filter(({ why }) => why === "AccessDenied").map(({ call }) => call);
  const others = missing.filter(({ why }) => why !== "AccessDenied").map(({ call, why }) => `${call} (${why})`);
  return [
    ...denied.length > 0 ? ["", `Not permitted, so not known: ${listed(denied, 20)} (docs/account.md).`] : [],
    ...others.length > 0 ? ["", `AWS did not answer ${listed(others, 20)}.`] : []
  ];
}
var shown = (text) => isPlain(text) ? text : "(an odd name)";
function inquirySentence({ abilities, quarantine, events, active }) {
  const parts = [
    ...active === false ? ["it is inactive already"] : [],
    ...quarantine.length > 0 ? [`AWS has quarantined it (${listed(quarantine)})`] : [],
    ...abilities ? [whatItCan(abilities)] : [],
    ...events && events.events > 0 ? [`CloudTrail shows ${events.more ? "more than " : ""}${events.events} events with it`] : []
  ];
  if (parts.length === 0) return void 0;
  const text = parts.join("; ");
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}
function whatItCan({ administrator, ways, services, reads, from }) {
  const where = from === "anywhere" ? ", from anywhere" : from === "known networks" ? ", from known networks only" : "";
  if (administrator === "full") return `it is an administrator${where}`;
  if (ways.length > 0) return `it can become an administrator${where}`;
  if (services.length === 0) return "no policy grants it anything";
  const names = services.map(({ service }) => service);
  const read = reads.length > 0 ? `, and reads data of the whole account (${listed(reads, 3)})` : "";
  return `it can use ${listed(names, 5)}${read}${where}`;
}
function weightOf({ abilities, active }) {
  if (active === false) return "none";
  if (!abilities) return void 0;
  if (abilities.administrator || abilities.ways.length > 0) return "grave";
  return abilities.services.length === 0 && !abilities.incomplete ? "none" : void 0;
}

// src/io/aws/look-up.ts
var TRIAGE_LIMITS = { ...DEFAULT_LIMITS, attempts: 3, deadline: 2e4, request: 5e3 };
var MOST_KEYS = 50;
var AT_ONCE = 4;
async function lookUp(keys, session, options) {
  const distinct = distinctKeys(keys);
  const asked = distinct.slice(0, MOST_KEYS);
  const desk = await openDesk(session, options, keys);
  const facts = /* @__PURE__ */ new Map();
  const rest = [...asked];
  const worker = async () => {
    for (let key = rest.shift(); key; key = rest.shift()) facts.set(key.keyId, await factsOf(key, desk));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  desk.sts?.destroy();
  const iam = await desk.iam;
  iam?.destroy();
  for (const key of distinct.slice(MOST_KEYS)) facts.set(key.keyId, offline(key, desk));
  if (distinct.length > asked.length && (session || options.verify === "live")) {
    desk.say("too-many", `Only ${MOST_KEYS} of ${distinct.length} leaked keys were looked up in AWS.`);
  }
  return { facts, notifications: [...desk.notifications.values()] };
}
function distinctKeys(keys) {
  const byId = /* @__PURE__ */ new Map();
  for (const key of keys) byId.set(key.keyId, { ...key, ...byId.get(key.keyId) });
  return [...byId.values()];
}
async function openDesk(session, options, keys) {
  const { env } = options;
  const limits = { ...TRIAGE_LIMITS, ...options.limits };
  const connection = session ? { ...session.connection(), limits } : { region: env.AWS_REGION || env.AWS_DEFAULT_REGION || "us-east-1", env, limits };
  const sts = session ? await stsClient(connection, session.credentials) : void 0;
  const notifications = /* @__PURE__ */ new Map();
  return {
    session,
    connection,
    options,
    sts,
    iam: void 0,
    signal: deadlineOf(limits),
    refused: /* @__PURE__ */ new Set(),
    notifications,
    secrets: keys.flatMap(({ keyId, secret, sessionToken }) => [sessionToken, secret, keyId]),
    say: (cause, message) => notifications.set(cause, { level: "warning", id: "aws-triage", message })
  };
}
async function factsOf(key, desk) {
  const known = offline(key, desk);
  if (known.owner === "canary") return known;
  const accountId = await accountOf(key, desk) ?? known.accountId;
  const facts = { ...known, ...ownerOf(accountId, desk) };
  if (facts.owner === "canary") return facts;
  const use = facts.owner === "own" && !facts.temporary ? await lastUseOf(key, desk) : void 0;
  const live = accountId === void 0 ? void 0 : await liveness(key, desk);
  return { ...facts, ...use, ...live ? { live } : {} };
}
function offline({ keyId }, desk) {
  const { kind, accountId } = factsOfKeyId(keyId);
  return { suffix: keyId.slice(-4), temporary: kind === "temporary", ...ownerOf(accountId, desk) };
}
function ownerOf(accountId, { session, options }) {
  if (accountId === void 0) return { owner: "unknown" };
  const issuer = canaryIssuerOf(accountId);
  if (issuer) return { owner: "canary", accountId, canaryIssuer: issuer };
  if (accountId === session?.accountId) return { owner: "own", accountId };
  if (options.trustedAccounts.has(accountId)) return { owner: "trusted", accountId };
  return { owner: session ? "foreign" : "unknown", accountId };
}
async function accountOf({ keyId }, desk) {
  const { sts, signal } = desk;
  if (!sts) return void 0;
  const answer = await ask("sts:GetAccessKeyInfo", desk, async () => {
    const { GetAccessKeyInfoCommand } = await import("./lazy-io-aws-sts-client.js");
    return sts.send(new GetAccessKeyInfoCommand({ AccessKeyId: keyId }), { abortSignal: signal });
  });
  return answer?.Account;
}
async function lastUseOf({ keyId }, desk) {
  const { session, connection, signal } = desk;
  if (!session) return {};
  const answer = await ask("iam:GetAccessKeyLastUsed", desk, async () => {
    const { GetAccessKeyLastUsedCommand } = await import("./lazy-io-aws-iam-client.js");
    desk.iam ??= iamClient(connection, session.credentials);
    const client = await desk.iam;
    return client.send(new GetAccessKeyLastUsedCommand({ AccessKeyId: keyId }), { abortSignal: signal });
  });
  if (!answer) return {};
  const { UserName, AccessKeyLastUsed } = answer;
  const { LastUsedDate, ServiceName, Region } = AccessKeyLastUsed ?? {};
  return {
    ...UserName ? { user: UserName } : {},
    lastUsed: {
      ...LastUsedDate ? { date: LastUsedDate } : {},
      ...isWord(ServiceName) ? { service: ServiceName } : {},
      ...isWord(Region) ? { region: Region } : {}
    }
  };
}
function isWord(text) {
  return text !== void 0 && /^[a-z0-9-]{2,40}$/.test(text);
}
async function liveness(key, desk) {
  const { keyId, secret, sessionToken } = key;
  const needsToken = factsOfKeyId(keyId).kind === "temporary";
  if (desk.options.verify !== "live" || !secret || needsToken && !sessionToken) return void 0;
  const credentials = { accessKeyId: keyId, secretAccessKey: secret, ...sessionToken ? { sessionToken } : {} };
  return ask("sts:GetCallerIdentity", desk, async () => {
    const { GetCallerIdentityCommand } = await import("./lazy-io-aws-sts-client.js");
    const client = await stsClient(desk.connection, async () => credentials);
    try {
      const { Arn } = await client.send(new GetCallerIdentityCommand({}), { abortSignal: desk.signal });
      return { state: "live", ...Arn ? { arn: Arn } : {} };
    } catch (error) {
      const state = VERDICTS[faultName(error)];
      if (!state) throw error;
      return { state };
    } finally {
      client.destroy();
    }
  });
}
var VERDICTS = {
  InvalidClientTokenId: "dead",
  UnrecognizedClient: "dead",
  ExpiredToken: "dead",
  SignatureDoesNotMatch: "other-secret"
};
async function ask(question, desk, work) {
  if (desk.refused.has(question)) return void 0;
  const asked = await attempt(work, { limits: desk.connection.limits, signal: desk.signal, isTransient });
  if (asked.done) return asked.value;
  const { error, outOfTime } = asked;
  const name = faultName(error);
  if (outOfTime) {
    desk.refused.add(question);
    desk.say(
      "deadline",
      "AWS did not answer in time what it was asked about leaked keys: their findings stand, with less detail."
    );
  } else if (name === "AccessDenied") {
    desk.say(
      `${question} AccessDenied`,
      `The session may not call ${question}, or not for this key: ${MISSED[question]}. Allow the role that action (docs/aws-setup.md).`
    );
  } else {
    if (isTransient(error) || isNetwork(error) || BROKEN_SESSION.has(name)) desk.refused.add(question);
    desk.say(
      `${question} ${name}`,
      `AWS did not answer ${question} (${faultText(error, desk.secrets)}): ${MISSED[question]}.`
    );
  }
  return void 0;
}
var BROKEN_SESSION = /* @__PURE__ */ new Set([
  "ExpiredToken",
  "InvalidClientTokenId",
  "SignatureDoesNotMatch",
  "CredentialsProviderError"
]);
var MISSED = {
  "sts:GetAccessKeyInfo": "the accounts of leaked keys are told from their ids alone",
  "iam:GetAccessKeyLastUsed": "findings name no user and no last use",
  "sts:GetCallerIdentity": "whether leaked pairs still work was not found out"
};

export {
  ownKey,
  inquireKey,
  describeKey,
  commandsFor,
  generalCommands,
  mendAdvice,
  mendText,
  inquiryLines,
  inquirySentence,
  weightOf,
  lookUp,
  deactivateKey,
  cutOffSessions
};
