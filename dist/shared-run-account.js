import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  ACCOUNT_CALLS,
  permissionOf
} from "./shared-account-calls.js";
import {
  candidatesOf,
  check,
  configurationTree,
  findingsOf,
  isOff,
  keepHeapSmall,
  makeReport,
  maskSpans,
  readPolicy,
  ruleTable,
  rules,
  secretsOf,
  severityOf,
  textNode,
  webIdentities
} from "./shared-run-config-files.js";
import {
  batchesOf,
  knownAccountOf,
  nodesOfRecords,
  nodesOfTexts,
  textOfRecord
} from "./shared-iam-account-data.js";
import {
  Analysis,
  Session,
  quote
} from "./shared-iam-escalation-context.js";
import {
  recordText
} from "./shared-core-address-blocks.js";
import {
  plural
} from "./shared-run-tool.js";
import {
  SEVERITIES
} from "./shared-core-finding.js";

// src/iam/github-roles.ts
function githubRolesIn(nodes) {
  return nodes.flatMap((node) => {
    if (node.kind !== "policy" || node.document.role !== "trust") return [];
    const identities = webIdentities(node.document.statements, nodes).filter(({ issuer }) => issuer.id === "github");
    const [holder] = node.holders;
    if (identities.length === 0 || !holder) return [];
    const asked = identities.flatMap(({ subjects: subjects2, claims }) => [...subjects2, ...claims.values()]);
    const subjects = asked.filter(({ key }) => !/:aud$/i.test(key.value)).flatMap(({ values }) => values.map(({ value }) => value));
    return [{ name: holder.name ?? holder.address, subjects: [...new Set(subjects)] }];
  });
}

// src/run/account.ts
async function reportAccount(snapshot, settings, told = []) {
  const started = settings.now();
  const tree = await configurationTree(settings);
  const policy = await readPolicy(
    { ...settings, scope: { kind: "path", path: "." }, paths: [], pathsIgnore: [] },
    tree,
    void 0,
    rules
  );
  const found = await judgeAccount(snapshot, policy.config);
  return makeReport(
    {
      findings: found.findings,
      notifications: [...told, ...missingAnswers(snapshot.missing), ...found.notifications],
      permissionChanges: [],
      secrets: found.secrets,
      stats: {
        scope: describeAccount(snapshot),
        files: snapshot.records.length,
        bytes: found.bytes,
        commits: 0,
        milliseconds: settings.now() - started
      },
      scanned: snapshot.records.length,
      unscanned: 0,
      lost: false
    },
    {
      config: policy.config,
      otherScanners: [],
      ...policy.baseline ? { baseline: policy.baseline } : {},
      failOn: settings.failOn ?? policy.config.failOn,
      failOnConfidence: settings.failOnConfidence ?? policy.config.failOnConfidence,
      today: settings.today,
      rules,
      scope: "account",
      head: () => void 0,
      oldPathOf: (uri) => uri,
      policyChanges: [],
      changedPaths: [],
      ...settings.repository ? { repository: settings.repository } : {}
    }
  );
}
async function judgeAccount(snapshot, config) {
  const active = rules.filter(({ meta }) => !isOff(config, meta));
  const table = ruleTable(active);
  const metas = new Map(active.map(({ meta }) => [meta.id, meta]));
  const session = new Session([knownAccountOf(snapshot)]);
  const notifications = [];
  const byFingerprint = /* @__PURE__ */ new Map();
  const secrets = /* @__PURE__ */ new Set();
  const scanned = /* @__PURE__ */ new Set();
  const githubRoles = [];
  let bytes = 0;
  for (const batch of batchesOf(snapshot.records)) {
    const texts = batch.map(textOfRecord);
    const sources = texts.filter(({ arn }) => !scanned.has(arn)).map(({ arn, text }) => ({ uri: arn, text }));
    for (const { uri } of sources) scanned.add(uri);
    bytes += sources.reduce((sum, { text }) => sum + text.length, 0);
    keepHeapSmall(bytes, byFingerprint.size);
    const unit = new Analysis(nodesOfTexts(texts), session);
    githubRoles.push(...githubRolesIn(unit.nodes));
    const context = {
      trustedAccounts: /* @__PURE__ */ new Set([...config.trustedAccounts, snapshot.account]),
      thresholds: config.thresholds,
      unit,
      notify: (notification) => void notifications.push(notification)
    };
    const hits = await check([...sources.map(textNode), ...unit.nodes], table, context);
    const candidates = candidatesOf(hits);
    for (const { hit } of candidates) for (const secret of secretsOf(hit)) secrets.add(secret);
    const byArn = new Map(texts.map(({ arn, text }) => [arn, { uri: arn, text }]));
    const read = (uri) => byArn.get(uri);
    const findings = findingsOf(candidates, { read }, (id, severity) => severityOf(config, metas.get(id), severity));
    for (const finding of findings) keepGravest(byFingerprint, finding);
  }
  return {
    findings: [...byFingerprint.values()],
    notifications: [...notifications, ...githubRolesTold(githubRoles)],
    secrets: [...secrets],
    bytes
  };
}
var MOST_NAMED = 30;
function githubRolesTold(roles) {
  if (roles.length === 0) return [];
  const named = roles.slice(0, MOST_NAMED).map(({ name, subjects }) => `\`${name}\` (${subjects.map(quote).join(", ") || "any subject"})`);
  const more = roles.length - named.length;
  const head = `Workflows of GitHub may become ${plural(roles.length, "role")}: `;
  return [
    {
      level: "note",
      id: "account-github-roles",
      message: `${head}${named.join("; ")}${more > 0 ? `; and ${more} more` : ""}.`
    }
  ];
}
async function withoutSecrets(snapshot) {
  const table = ruleTable(rules.filter(({ on }) => on === "text"));
  const unit = new Analysis([]);
  const context = { trustedAccounts: /* @__PURE__ */ new Set(), unit, notify: () => {
  } };
  const records = [];
  for (const record of snapshot.records) {
    const source = { uri: record.arn, text: recordText(record) };
    const hits = await check([textNode(source)], table, context);
    const spans = hits.flatMap(({ hit }) => hit.secret ? [hit.span, ...hit.secretSpans ?? []] : []);
    records.push(spans.length === 0 ? record : { ...record, data: maskedData(source.text, spans) });
  }
  return { ...snapshot, records };
}
function maskedData(text, spans) {
  try {
    return JSON.parse(maskSpans(text, spans));
  } catch {
    return {};
  }
}
function keepGravest(found, finding) {
  const known = found.get(finding.fingerprint);
  if (!known || SEVERITIES.indexOf(finding.severity) < SEVERITIES.indexOf(known.severity))
    found.set(finding.fingerprint, finding);
}
function accountSight(snapshot) {
  const kinds = /* @__PURE__ */ new Set();
  const types = /* @__PURE__ */ new Set();
  for (const batch of batchesOf(snapshot.records)) {
    for (const node of nodesOfRecords(batch)) {
      kinds.add(node.kind);
      if (node.kind === "resource") types.add(node.type);
    }
  }
  return { kinds, types };
}
function describeAccount({ account, alias, regions, takenAt }) {
  const where = regions.length === 1 ? regions[0] : `${regions.length} regions`;
  return `account ${account}${alias ? ` (${alias})` : ""}, ${where}, as of ${takenAt.slice(0, 16).replace("T", " ")} UTC`;
}
var LOST = new Map(ACCOUNT_CALLS.map(({ name, lost }) => [name, lost]));
var PERMISSIONS = new Map(ACCOUNT_CALLS.map((call) => [call.name, permissionOf(call)]));
function missingAnswers(missing) {
  return missing.filter(({ why }) => why !== "AWSOrganizationsNotInUse").map(({ call, why, regions }) => {
    const permission = PERMISSIONS.get(call) ?? call;
    const where = regions.length > 0 ? ` in ${regions.join(", ")}` : "";
    const lost = LOST.get(call) ?? "what it tells is not known";
    const isDenied = why === "AccessDenied";
    const message = isDenied ? `${permission} is not permitted${where}: ${lost}. docs/account.md has the policy that permits it.` : `AWS did not answer ${call}${where} (${why}): ${lost}.`;
    return { level: "warning", id: isDenied ? "account-permission" : "account-unanswered", message };
  });
}

export {
  reportAccount,
  judgeAccount,
  withoutSecrets,
  accountSight,
  missingAnswers
};
