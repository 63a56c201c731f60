import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  knownAccountOf
} from "./shared-iam-account-data.js";
import "./shared-iam-escalation-context.js";
import {
  readTextFile
} from "./shared-io-git-skipped.js";
import {
  CONTROL_POLICY,
  ageInDays,
  parseSnapshot,
  recordOf
} from "./shared-core-address-blocks.js";
import "./shared-jsonc-parser-main.js";
import "./shared-core-finding.js";
import "./shared-core-source.js";
import "./shared-core-text.js";
import {
  Problem
} from "./shared-core-problem.js";
import "./shared-runtime.js";

// src/run/account-data.ts
import { readdirSync, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";

// src/account/iam-collect.ts
function isCollected(paths) {
  return paths.some((path) => ACCOUNT.test(path));
}
var ACCOUNT = /^aws\/([\w-]+)\/accounts\/(\d{12})\//;
function snapshotsOf(folder) {
  const accounts = /* @__PURE__ */ new Map();
  for (const path of folder.paths) {
    const [, partition, account] = ACCOUNT.exec(path) ?? [];
    if (!partition || !account) continue;
    const known = accounts.get(account);
    if (known) known.paths.push(path);
    else accounts.set(account, { partition, paths: [path] });
  }
  return [...accounts].map(([account, { partition, paths }]) => ({
    account,
    partition,
    takenAt: folder.takenAt,
    regions: [],
    missing: [],
    records: [...principalsIn(paths, folder), ...controlPoliciesOf(account, partition, folder)]
  }));
}
var KINDS = {
  role: ["aws_iam_role", "RoleName", "RolePolicyList"],
  user: ["aws_iam_user", "UserName", "UserPolicyList"],
  group: ["aws_iam_group", "GroupName", "GroupPolicyList"]
};
function principalsIn(paths, { read }) {
  return paths.flatMap((path) => {
    const [, folder = "", kind = ""] = /^(.*\/iam\/(role|user|group|policy)\/[^/]+)\/metadata\.json$/.exec(path) ?? [];
    const metadata = objectOf(read(path));
    const arn = String(metadata.arn ?? "");
    if (folder === "" || arn === "") return [];
    const file = (name2) => read(`${folder}/${name2}.json`);
    if (kind === "policy") {
      const Document = file("current-policy") ?? {};
      const versions = [{ VersionId: "v1", IsDefaultVersion: true, Document }];
      return [
        recordOf("aws_iam_policy", arn, { PolicyName: metadata.name ?? "", Arn: arn, PolicyVersionList: versions })
      ];
    }
    const [type, name, inline] = KINDS[kind];
    const trust = file("trust-policy");
    const data = {
      Arn: arn,
      Path: metadata.path ?? "/",
      [name]: metadata.name ?? "",
      AttachedManagedPolicies: listOf(file("managed-policies")).map((policy) => ({ PolicyArn: policy })),
      [inline]: listOf(file("inline-policies")),
      ...trust ? { AssumeRolePolicyDocument: trust } : {},
      ...kind === "user" ? { GroupList: listOf(file("groups")).map((group) => String(group).replace(/^.*\//, "")) } : {},
      ...metadata.permissionBoundary ? { PermissionsBoundary: { PermissionsBoundaryArn: metadata.permissionBoundary } } : {}
    };
    return [recordOf(type, arn, data)];
  });
}
function controlPoliciesOf(account, partition, { paths, read }) {
  const organizations = new Set(
    paths.flatMap((path) => new RegExp(`^(aws/${partition}/organizations/[^/]+)/`).exec(path)?.[1] ?? [])
  );
  for (const folder of organizations) {
    const own = objectOf(objectOf(read(`${folder}/accounts.json`))[account]);
    if (own.ou === void 0 || objectOf(read(`${folder}/metadata.json`)).rootAccountId === account) continue;
    const units = objectOf(read(`${folder}/ous.json`));
    const levels = [[account, own]];
    for (let unit = String(own.ou); unit in units && levels.length < 8; unit = String(objectOf(units[unit]).parent)) {
      levels.push([unit, objectOf(units[unit])]);
    }
    return [
      ...policiesAt(levels, "scps", "SERVICE_CONTROL_POLICY", folder, read),
      ...policiesAt(levels, "rcps", "RESOURCE_CONTROL_POLICY", folder, read)
    ];
  }
  return [];
}
function policiesAt(levels, list, Type, folder, read) {
  const targets = /* @__PURE__ */ new Map();
  for (const [target, level] of levels) {
    for (const arn of listOf(level[list])) targets.set(String(arn), [...targets.get(String(arn)) ?? [], target]);
  }
  return [...targets].flatMap(([arn, Targets]) => {
    const at = `${folder}/${list}/${encodeURIComponent(arn.replace(/^.*\//, ""))}`;
    const document = read(`${at}/policy.json`);
    const Name = objectOf(read(`${at}/metadata.json`)).name ?? arn.replace(/^.*\//, "");
    return document ? [recordOf(CONTROL_POLICY, arn, { Name, Type, Targets, Policy: document })] : [];
  });
}
function objectOf(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
var listOf = (value) => Array.isArray(value) ? value : [];

// src/run/account-data.ts
var OLD = 30;
function readAccountData({ accountData, root, today }, tree) {
  const { paths = [], from } = accountData ?? {};
  const snapshots = paths.flatMap((path) => {
    if (from === "disk") return onDisk(resolve(root, path), path);
    const source = tree.read(path);
    if (!source)
      throw new Problem(
        `account-data: ${path} does not exist or cannot be read; write it with: keylatch account --save FILE`
      );
    return [parseSnapshot(source.text, path)];
  });
  const twice = snapshots.find(({ account }, index) => snapshots.findIndex((one) => one.account === account) !== index);
  if (twice) throw new Problem(`account-data: account ${twice.account} is given twice`);
  return {
    accounts: snapshots.map(knownAccountOf),
    notifications: snapshots.flatMap((snapshot) => ageOf(snapshot, today))
  };
}
function ageOf(snapshot, today) {
  const days = ageInDays(snapshot, /* @__PURE__ */ new Date(`${today}T23:59:59Z`));
  if (days <= OLD) return [];
  const message = `What is known of account ${snapshot.account} is ${days} days old (${snapshot.takenAt.slice(0, 10)}): it may have changed since. Run keylatch account --save again.`;
  return [{ level: "warning", id: "account-data-old", message }];
}
function onDisk(path, name) {
  if (!isFolder(path)) {
    const text = readTextFile(path);
    if (text === void 0) throw new Problem(`${name}: cannot be read; write it with: keylatch account --save ${name}`);
    return [parseSnapshot(text, name)];
  }
  const paths = readdirSync(path, { recursive: true }).map((file) => String(file).split(sep).join("/"));
  if (!isCollected(paths))
    throw new Problem(`${name}: no saved account, and no folder of iam-collect (aws/\u2026/accounts/\u2026)`);
  const newest = Math.max(
    ...paths.filter((file) => file.endsWith("/metadata.json")).map((file) => statSync(join(path, file)).mtimeMs)
  );
  return snapshotsOf({
    paths,
    read: (file) => parsed(readTextFile(join(path, file)), `${name}/${file}`),
    takenAt: new Date(newest).toISOString()
  });
}
function isFolder(path) {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
function parsed(text, file) {
  if (text === void 0) return void 0;
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(`${file}: not JSON`);
  }
}
export {
  readAccountData
};
