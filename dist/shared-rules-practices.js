import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);

// src/rules/practices.ts
var ALL = "runctl, Open Guide, ECS, spawn, container";
var practices = [
  {
    id: "root",
    title: "No root access keys, no root use",
    from: "runctl, Open Guide, spawn",
    answers: ["no root access keys"],
    account: "`keylatch account`: keys of root, its second factor, its last use",
    blind: "whether root has keys, and whether somebody logs in as root"
  },
  {
    id: "keys-in-git",
    title: "Keys are never in git",
    from: "Open Guide, runctl, spawn, container",
    answers: ["keys never in git"],
    account: "`keylatch triage KEY_ID` says whose a key is and whether it still works",
    blind: "keys in places that are not scanned: wikis, tickets, other repositories"
  },
  {
    id: "git-hooks",
    title: "Git hooks look before a commit",
    from: "Open Guide",
    answers: [],
    otherwise: "`keylatch hook install` (pre-commit, commit-msg, pre-push); `.gitallowed` is read as suppressions",
    blind: "whether everybody has installed them"
  },
  {
    id: "roles-over-users",
    title: "Roles instead of users, no long-lived keys",
    from: "runctl, Open Guide, ECS, container",
    answers: ["roles over users"],
    also: ["workflow/static-aws-keys"],
    account: "`keylatch account`: users with old, unused and second keys, and passwords that nobody uses",
    blind: "users that were made by hand"
  },
  {
    id: "oidc",
    title: "OIDC in CI, trust scoped to organisation and repository",
    from: "runctl, ECS",
    answers: ["OIDC in CI"],
    account: "`keylatch account`: the trust of every role, providers that no role trusts",
    blind: "roles that are made elsewhere"
  },
  {
    id: "short-sessions",
    title: "Short sessions",
    from: "runctl",
    answers: ["short sessions"],
    blind: "sessions of roles made elsewhere"
  },
  {
    id: "least-privilege",
    title: "Least privilege: no `*:*`, no full access",
    from: ALL,
    answers: ["least privilege"],
    account: "`keylatch account`: what every user, role and group there is may do, and become",
    blind: "which of the granted actions are ever used"
  },
  {
    id: "explicit-deny",
    title: "An explicit deny wins",
    from: "Open Guide",
    answers: [],
    otherwise: "the engine behind every rule on policies, and `keylatch can`",
    blind: "guardrails of the organisation that are kept elsewhere"
  },
  {
    id: "boundaries",
    title: "Permission boundaries and role paths",
    from: "runctl, ECS, container",
    answers: ["permission boundaries"],
    blind: "boundaries that an account forces on every role"
  },
  {
    id: "tags",
    title: "Tags keep things apart",
    from: "runctl, spawn",
    answers: ["tags for isolation"],
    otherwise: "conditions on RequestTag and ResourceTag are understood by the engine",
    blind: "tags that the provider or a pipeline adds (`default_tags`)"
  },
  {
    id: "no-secrets",
    title: "No secrets in user-data, Dockerfiles, scripts and code",
    from: "spawn, container",
    answers: ["no secrets in user-data"],
    blind: "secrets that a machine is given by hand"
  },
  {
    id: "secret-store",
    title: "Secrets Manager or a SecureString instead",
    from: "spawn, container",
    answers: ["Secrets Manager or SSM"],
    blind: "what is stored in other vaults"
  },
  {
    id: "ssh",
    title: "SSH keys are not shared; no password and no root login",
    from: "spawn",
    answers: ["private keys and SSH keys"],
    blind: "how a machine is set after it was started"
  },
  {
    id: "firewall",
    title: "Only 80 and 443 are open to the internet; egress is narrowed",
    from: "spawn, ECS, container",
    answers: ["security groups:"],
    blind: "addresses that come from variables without a default"
  },
  {
    id: "private-network",
    title: "Private subnets, no public addresses",
    from: "spawn, ECS, container",
    answers: ["private subnets"],
    blind: "whether a subnet that is named by its id is private"
  },
  {
    id: "imdsv2",
    title: "IMDSv2 is required, with a hop limit of 1",
    from: "spawn",
    answers: ["IMDSv2"],
    account: "`keylatch account`: the default of each region; images may require it, too",
    blind: "defaults of the account and of the image"
  },
  {
    id: "encrypted-disks",
    title: "Disks, databases and messages are encrypted",
    from: "spawn",
    answers: ["EBS encrypted"],
    account: "`keylatch account`: the default of each region",
    blind: "the default of the account where it is not in code"
  },
  {
    id: "s3",
    title: "S3: encryption, public access block, versioning, TLS only, access logs",
    from: "ECS, container",
    answers: ["S3: encryption"],
    account: "`keylatch account`: the public access block of the account, and policies, grants and blocks of every bucket",
    blind: "settings of the account, and of buckets that are made elsewhere"
  },
  {
    id: "kms",
    title: "Key policies are scoped, keys rotate",
    from: "ECS, Open Guide",
    answers: ["KMS key policy"],
    also: ["trust/any-principal"],
    account: "`keylatch account`: the policy of every key",
    blind: "keys that are made elsewhere"
  },
  {
    id: "cloudtrail",
    title: "CloudTrail is on, in all regions, validated and encrypted",
    from: ALL,
    answers: ["CloudTrail on"],
    account: "`keylatch account`: trails as they are, whether they log now, and whether their bucket is public",
    blind: "trails of the organisation"
  },
  {
    id: "logs",
    title: "Log groups are encrypted and have a retention",
    from: "ECS, container",
    answers: ["log groups"],
    blind: "groups that services make by themselves"
  },
  {
    id: "guardduty",
    title: "GuardDuty is on; root use raises an alarm",
    from: "runctl",
    answers: ["GuardDuty on"],
    account: "`keylatch account`: detectors in every region, and who hears of root",
    blind: "detectors and alarms that are made elsewhere"
  },
  {
    id: "mfa",
    title: "MFA",
    from: "runctl, Open Guide",
    answers: ["MFA"],
    account: "`keylatch account`: root and console users without MFA",
    blind: "who has a device"
  },
  {
    id: "key-age",
    title: "Keys are rotated every 90 days",
    from: "runctl",
    answers: ["rotate keys"],
    account: "`keylatch account`: the age of every active key",
    blind: "the age of keys"
  },
  {
    id: "passwords",
    title: "Password policy",
    from: "Open Guide",
    answers: ["password policy"],
    account: "`keylatch account`: the policy as it is",
    blind: "a policy that was set by hand"
  },
  {
    id: "containers",
    title: "Containers: no root, pinned base, health check, no `eval` of input",
    from: "container",
    answers: ["containers:"],
    also: ["user-data/image-secret"],
    blind: "what the base image does"
  },
  {
    id: "registry-and-jobs",
    title: "ECR scans on push; Container Insights; limits of jobs",
    from: "container, ECS",
    answers: ["ECR scan"],
    blind: "enhanced scanning of the registry"
  },
  {
    id: "api",
    title: "APIs are called with IAM",
    from: "container",
    answers: ["API access by IAM"],
    also: ["iam/resource-wildcard", "trust/any-principal"],
    blind: "authorization that the application does itself"
  },
  {
    id: "updates",
    title: "Dependencies and actions are updated",
    from: "container",
    answers: ["dependency and action"],
    blind: "Dependabot and Renovate say more"
  },
  {
    id: "tls",
    title: "TLS on every way in",
    from: "AWS",
    answers: ["TLS on every way in"],
    blind: "what a proxy in front of it takes"
  },
  {
    id: "records",
    title: "Flows, requests and configuration are recorded",
    from: "AWS",
    answers: ["what happens is recorded"],
    account: "`keylatch account`: recorders of AWS Config in every region; flow logs with `aws ec2 describe-flow-logs`",
    blind: "logs that an organisation turns on for all accounts"
  },
  {
    id: "backups",
    title: "Data survives mistakes: backups, deletion protection",
    from: "AWS",
    answers: ["data survives mistakes"],
    account: "plans of AWS Backup: `aws backup list-backup-plans`",
    blind: "plans that take resources by their tags"
  }
];
function rulesOf(practice, rules) {
  return rules.filter(
    ({ meta }) => practice.answers.some((begin) => meta.practice.startsWith(begin)) || practice.also?.includes(meta.id)
  );
}

export {
  practices,
  rulesOf
};
