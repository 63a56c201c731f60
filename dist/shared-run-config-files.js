import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  Said,
  besides,
  canonicalType,
  dataExfiltration,
  defineDanger,
  escalationMessage,
  escalationRelated,
  escalationRemedy,
  escalationSteps,
  factsOfKeyId,
  gain,
  hasBeside,
  hasPublicAccessBlock,
  isAllow,
  isCloudFormation,
  isEmbedded,
  isOutOfScope,
  meantBy,
  numberOf,
  ofType,
  openTrustGrants,
  partOf,
  pascalCase,
  refersTo,
  require_dist,
  resourceType,
  snakeCase,
  someBeside,
  stepsFor,
  stepsOf,
  switchOf,
  tellTogether,
  valueAt,
  valuesAt,
  wideGrant,
  wordOf,
  wordsOf,
  written,
  yamlFaultText
} from "./shared-iam-dangers-data-exfiltration.js";
import {
  COMMON_PASSWORDS,
  VENDORS,
  addressesIn,
  boundedHits,
  decode,
  isDecoded,
  isNamed,
  isPlaceholder,
  isPlaceholder2,
  judgeLiteral,
  judgeSecret,
  literalsIn,
  namesSecret,
  secretsInScript,
  tokensIn,
  wordiness,
  wordsOf as wordsOf2
} from "./shared-rules-credentials-tokens-finder.js";
import {
  openRepository
} from "./shared-io-git-repository.js";
import {
  ACTION_COUNT,
  ESCALATION_PATHS,
  EVERYDAY_PATHS,
  PRIVILEGED_SERVICES,
  SERVICE_PREFIXES,
  actionFacts,
  actionId,
  actionName,
  actionsNamed,
  actionsReached,
  adminIn,
  adminsIn,
  asksSecondFactor,
  changingActions,
  count,
  difference,
  emptyBits,
  escalationContextOf,
  escalationsIn,
  exactName,
  firstAction,
  fitsEveryone,
  grantsAny,
  grantsOf,
  groupedBy,
  guarded,
  guardrailsAgainst,
  hasBit,
  hasWildcard,
  holderWords,
  includesAll,
  intersection,
  isCreator,
  isCut,
  isEmpty,
  isIdentityPolicy,
  isIn,
  isKnownAction,
  isMultivalued,
  isOpen,
  isOpenAllowEntry,
  isPowerful,
  isReader,
  isStar,
  isSure,
  judgeCondition,
  judgeConditions,
  keyOf,
  lazy,
  levelActions,
  lighter,
  limitsService,
  listed,
  managedDocument,
  managedName,
  managedPolicy,
  mayEscalate,
  members,
  narrowedArn,
  narrowedResources,
  nullGuarded,
  number,
  operatorOf,
  overlaps,
  permissionsIn,
  permissionsOfPrincipal,
  permissionsWithin,
  policyOfAccount,
  principalsOf,
  quote,
  reachOfGrant,
  reachedBy,
  scopeOf,
  serviceActions,
  serviceOf,
  setBit,
  statementActions,
  takesWildcards,
  unionOf,
  writtenAction
} from "./shared-iam-escalation-context.js";
import {
  readTextFile
} from "./shared-io-git-skipped.js";
import {
  STATEMENT_ELEMENTS,
  holdInternet,
  isWhollyUnknown,
  leafOf,
  member,
  unknownsIn
} from "./shared-core-address-blocks.js";
import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode
} from "./shared-jsonc-parser-main.js";
import {
  TOOL,
  markdownBlock,
  markdownText
} from "./shared-run-tool.js";
import {
  hint
} from "./shared-scan-config-nearest.js";
import {
  CONFIDENCES,
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
  UNKNOWN,
  locate,
  wholeText
} from "./shared-core-text.js";
import {
  Problem
} from "./shared-core-problem.js";
import {
  __toESM
} from "./shared-runtime.js";

// src/core/rule.ts
var POLICY_CHECKS = ["CheckNoNewAccess", "CheckAccessNotGranted", "CheckNoPublicAccess"];
var DEFAULT_THRESHOLDS = {
  logRetentionDays: 1,
  sessionSeconds: 3600,
  backupRetentionDays: 1,
  keyAgeDays: 90,
  unusedDays: 90,
  requiredTags: /* @__PURE__ */ new Map()
};
function defineRule(rule2) {
  return rule2;
}

// src/rules/account/facts.ts
function accountMeta(meta) {
  return { ...meta, about: "hygiene", domain: "iam" };
}
var isRoot = ({ anchor }) => anchor.endsWith(":root");
var DAY = 864e5;
function daysSince(resource, path2, { unit }) {
  const root = ofType(unit, "aws_account_root")[0];
  const [then, now] = [resource, root].map(
    (one, index) => Date.parse((one && wordOf(valueAt(one, index === 0 ? path2 : "taken_at"))) ?? "")
  );
  const days = Math.floor((now - then) / DAY);
  return Number.isNaN(days) ? void 0 : days;
}
function regionsAt(resource, path2) {
  const regions = wordsOf(valueAt(resource, path2)).known;
  return { regions, words: listed(regions, 3) };
}

// src/rules/account/credentials.ts
var CONTROLS = "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html";
var REPORT = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html";
var types = ["aws_account_credentials"];
function credentialRule(meta, check2) {
  return defineRule({ meta: accountMeta(meta), on: "resource", types, check: check2 });
}
var credentials_default = [
  credentialRule(
    {
      id: "account/console-without-mfa",
      title: "User signs in to the console without a second factor",
      severity: "medium",
      practice: "MFA",
      description: "A password that was guessed, phished or used elsewhere is enough to become this user.",
      remediation: "Let people sign in through IAM Identity Center; a user that must stay registers a passkey or a device, and a policy denies it everything else until then (aws:MultiFactorAuthPresent).",
      cwe: ["CWE-308"],
      references: [`${CONTROLS}#iam-5`, REPORT]
    },
    function* (user) {
      const password = valueAt(user, "password_enabled");
      const mfa = valueAt(user, "mfa_active");
      if (isRoot(user) || !mfa || switchOf(password) !== true || switchOf(mfa) !== false) return;
      yield { span: mfa.span, message: `${whose(user)} has a password and no MFA device.`, element: "mfa" };
    }
  ),
  credentialRule(
    {
      id: "account/old-key",
      title: "Access key has not been rotated for long",
      severity: "medium",
      practice: "rotate keys every 90 days",
      description: "The longer a key is in use, the more machines, backups and people have seen it. One that is changed often is worth little to whoever finds an old copy.",
      remediation: "Give what uses it a role. Where a key must stay: make the second one, put it in place, deactivate the old one, and delete it when nothing misses it.",
      cwe: ["CWE-324"],
      references: [
        `${CONTROLS}#iam-3`,
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html"
      ]
    },
    function* (user, context) {
      const { keyAgeDays } = context.thresholds ?? DEFAULT_THRESHOLDS;
      for (const key of activeKeys(user)) {
        const path2 = `access_key_${key}_last_rotated`;
        const made = valueAt(user, path2);
        const days = daysSince(user, path2, context);
        if (!made || days === void 0 || days <= keyAgeDays) continue;
        yield {
          span: made.span,
          message: `Key ${key} of ${whoseIt(user)} is ${days} days old; ${keyAgeDays} are asked for.`,
          element: `key ${key}`
        };
      }
    }
  ),
  credentialRule(
    {
      id: "account/unused-key",
      title: "Access key that nobody uses",
      severity: "low",
      practice: "roles over users; no long-lived keys",
      description: "A key that nothing needs is of use to thieves only, and nobody notices when it is gone.",
      remediation: "Deactivate it, wait a while, delete it.",
      cwe: ["CWE-1188"],
      references: [`${CONTROLS}#iam-8`, REPORT]
    },
    function* (user, context) {
      const { unusedDays } = context.thresholds ?? DEFAULT_THRESHOLDS;
      for (const key of activeKeys(user)) {
        const path2 = `access_key_${key}_last_used_date`;
        const since = daysSince(user, path2, context) ?? daysSince(user, `access_key_${key}_last_rotated`, context);
        const active = valueAt(user, `access_key_${key}_active`);
        if (!active || since === void 0 || since <= unusedDays) continue;
        const ever = valueAt(user, path2) !== void 0;
        yield {
          span: (valueAt(user, path2) ?? active).span,
          message: `Key ${key} of ${whoseIt(user)} ${ever ? `was last used ${since} days ago` : `was never used in ${since} days`}.`,
          element: `key ${key}`
        };
      }
    }
  ),
  credentialRule(
    {
      id: "account/two-keys",
      title: "User has two active access keys",
      severity: "low",
      practice: "roles over users; no long-lived keys",
      description: "The second key is there to change the first one. Where both stay active, one is forgotten, and a leak of one is a leak nobody can stop without asking who uses which.",
      remediation: "Find out by last use which one is needed, deactivate the other one, and delete it.",
      cwe: ["CWE-1188"],
      references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html", REPORT]
    },
    function* (user) {
      const second = valueAt(user, "access_key_2_active");
      if (!second || activeKeys(user).length < 2) return;
      yield { span: second.span, message: `${whose(user)} has two active access keys.`, element: "keys" };
    }
  ),
  credentialRule(
    {
      id: "account/unused-password",
      title: "Password that nobody uses",
      severity: "low",
      practice: "roles over users; no long-lived keys",
      description: "A way in that nobody uses is one that nobody watches.",
      remediation: "Delete the login profile of the user (`aws iam delete-login-profile`), and the user if nothing is left of it.",
      cwe: ["CWE-1188"],
      references: [`${CONTROLS}#iam-8`, REPORT]
    },
    function* (user, context) {
      const { unusedDays } = context.thresholds ?? DEFAULT_THRESHOLDS;
      const enabled = valueAt(user, "password_enabled");
      if (isRoot(user) || !enabled || switchOf(enabled) !== true) return;
      const used = valueAt(user, "password_last_used");
      const since = daysSince(user, "password_last_used", context) ?? daysSince(user, "password_last_changed", context) ?? daysSince(user, "user_creation_time", context);
      if (since === void 0 || since <= unusedDays) return;
      yield {
        span: (used ?? enabled).span,
        message: used ? `${whose(user)} last signed in to the console ${since} days ago.` : `${whose(user)} has a password that was not used in ${since} days.`,
        element: "password"
      };
    }
  )
];
var activeKeys = (user) => [1, 2].filter((key) => switchOf(valueAt(user, `access_key_${key}_active`)) === true);
function whose(user) {
  return isRoot(user) ? "The root user" : `User ${quote(user.name)}`;
}
var whoseIt = (user) => whose(user).replace(/^[TU]/, (letter) => letter.toLowerCase());

// src/rules/account/public-bucket.ts
var public_bucket_default = defineRule({
  meta: accountMeta({
    id: "account/public-bucket",
    title: "AWS calls the policy of a bucket public",
    severity: "high",
    practice: "S3: encryption (KMS for compliance), public access block, versioning, no force_destroy, TLS-only policy, access logging",
    description: "S3 works out by itself whether a policy lets in the public, and counts what others take for narrowed: wide blocks of addresses, conditions on what the caller may choose.",
    remediation: "Name who may, or set the public access block of the bucket, which shuts it whatever its policy says.",
    cwe: ["CWE-284", "CWE-732"],
    references: [
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status"
    ]
  }),
  on: "resource",
  types: ["aws_account_bucket"],
  *check(bucket, { unit }) {
    const isPublic2 = valueAt(bucket, "policy_is_public");
    if (!isPublic2 || switchOf(isPublic2) !== true) return;
    const policy = unit.nodes.find((node) => node.kind === "policy" && node.anchor === bucket.anchor);
    if (policy?.kind === "policy" && openTrustGrants(policy, unit).length > 0) return;
    const shut = hasPublicAccessBlock(bucket, unit.nodes);
    yield {
      span: isPublic2.span,
      message: `S3 calls the policy of ${quote(bucket.name)} public${shut ? "; the public access block keeps it shut for now" : ""}.`,
      ...shut ? { severity: "low" } : {},
      element: "policy"
    };
  }
});

// src/rules/account/regional.ts
var securityHub = (page) => `https://docs.aws.amazon.com/securityhub/latest/userguide/${page}-controls.html`;
var TABLE = [
  {
    id: "account/no-guardduty",
    type: "aws_account_guardduty",
    title: "GuardDuty is off in some regions",
    severity: "low",
    practice: "GuardDuty on; alarms on root use",
    description: "GuardDuty sees stolen credentials and machines that serve others by what they do, and only in regions where it is on. Thieves like those that nobody watches.",
    remediation: "Turn it on in every region, best for the whole organization by a delegated administrator.",
    says: "GuardDuty is off",
    cwe: ["CWE-778"],
    references: [securityHub("guardduty")]
  },
  {
    id: "account/no-access-analyzer",
    type: "aws_account_access_analyzer",
    title: "IAM Access Analyzer is off in some regions",
    severity: "low",
    practice: "least privilege; no `*:*`, no `s3:FullAccess`",
    description: "An analyzer for external access tells which buckets, keys, queues and roles let others in, as soon as they do. It costs nothing.",
    remediation: "`aws accessanalyzer create-analyzer --type ACCOUNT --analyzer-name account` in each region.",
    says: "No analyzer for external access",
    cwe: ["CWE-284"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-getting-started.html",
      securityHub("iam")
    ]
  },
  {
    id: "account/no-config",
    type: "aws_account_config",
    title: "AWS Config records nothing in some regions",
    severity: "low",
    practice: "what happens is recorded: flow, access and configuration logs",
    description: "AWS Config tells how resources were and are set. Where no recorder runs, nobody can tell what changed.",
    remediation: "Turn the recorder on in every region, with global resources recorded in one of them.",
    says: "AWS Config records nothing",
    cwe: ["CWE-778"],
    references: [securityHub("config")]
  },
  {
    id: "account/no-security-hub",
    type: "aws_account_security_hub",
    title: "Security Hub is off in some regions",
    severity: "note",
    practice: "what happens is recorded: flow, access and configuration logs",
    description: "Security Hub gathers what GuardDuty, Access Analyzer and its own checks find, so that somebody sees it.",
    remediation: "Turn it on where nothing else gathers findings, best for the whole organization.",
    says: "Security Hub is off",
    cwe: ["CWE-778"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-enable.html"]
  },
  {
    id: "account/ebs-encryption",
    type: "aws_account_ebs_encryption",
    title: "New disks are not encrypted by default in some regions",
    severity: "low",
    practice: "EBS encrypted",
    description: "With the default on, no disk and no snapshot is made unencrypted, whatever a template forgets. It costs nothing.",
    remediation: "`aws ec2 enable-ebs-encryption-by-default` in each region.",
    says: "New disks are not encrypted by default",
    cwe: ["CWE-311"],
    references: ["https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html", securityHub("ec2")]
  },
  {
    id: "account/instance-metadata",
    type: "aws_account_instance_metadata",
    title: "New machines answer without a token by default in some regions",
    severity: "low",
    practice: "IMDSv2 required, hop limit 1",
    description: "Where the account does not ask for IMDSv2, a machine whose template says nothing hands out the credentials of its role to a forged request (SSRF).",
    remediation: "`aws ec2 modify-instance-metadata-defaults --http-tokens required` in each region.",
    says: "New machines hand out credentials without a token (IMDSv1) unless they say otherwise",
    cwe: ["CWE-918"],
    references: [
      "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html#set-imdsv2-account-defaults"
    ]
  }
];
var regional_default = TABLE.map(
  ({ type, says: says2, ...meta }) => defineRule({
    meta: { ...accountMeta(meta), domain: "machines" },
    on: "resource",
    types: [type],
    *check(resource) {
      const off = regionsAt(resource, "off");
      if (off.regions.length === 0) return;
      const all = off.regions.length + regionsAt(resource, "on").regions.length;
      const where = all > 2 && off.regions.length === all ? `all ${all} regions` : off.words;
      yield {
        span: resource.span,
        message: `${says2} in ${where}.`,
        element: "off",
        properties: { regions: off.regions }
      };
    }
  })
);

// src/rules/account/root.ts
var REFERENCES = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html"];
var root_default = [
  defineRule({
    meta: accountMeta({
      id: "account/root-keys",
      title: "Root user has access keys",
      severity: "critical",
      practice: "no root access keys, no root use",
      description: "Nothing limits the root user: no policy, no boundary. Whoever has a key of it has the account, and can keep its owner out.",
      remediation: 'Sign in as root, delete its access keys under "Security credentials", and give what used them a role. In an organization, manage root access centrally and remove the credentials of member accounts.',
      cwe: ["CWE-250", "CWE-798"],
      references: [...REFERENCES, "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-4"]
    }),
    on: "resource",
    types: ["aws_account_summary"],
    *check(root) {
      const present = valueAt(root, "account_access_keys_present");
      if (!present || !(numberOf(present) > 0)) return;
      yield { span: present.span, message: "The root user of the account has access keys.", element: "keys" };
    }
  }),
  defineRule({
    meta: accountMeta({
      id: "account/root-mfa",
      title: "Root user signs in without a second factor",
      severity: "high",
      practice: "MFA",
      description: "The password of root is all that stands between a guessed, phished or reused password and the whole account.",
      remediation: "Sign in as root and add a passkey or a hardware device, better two. In an organization, remove the root credentials of member accounts.",
      cwe: ["CWE-308"],
      references: [...REFERENCES, "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-9"]
    }),
    on: "resource",
    types: ["aws_account_summary"],
    *check(root) {
      const enabled = valueAt(root, "account_mfa_enabled");
      if (!enabled || numberOf(enabled) !== 0) return;
      yield { span: enabled.span, message: "The root user of the account has no MFA device.", element: "mfa" };
    }
  }),
  defineRule({
    meta: accountMeta({
      id: "account/root-use",
      title: "Root user is in use",
      severity: "medium",
      practice: "no root access keys, no root use",
      description: "Few tasks need root, and none of them daily. A root user that signs in often is a habit, or somebody who should not.",
      remediation: 'Look in CloudTrail who signed in and why (userIdentity.type is "Root"), and do it with a role from now on.',
      cwe: ["CWE-250"],
      references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-tasks.html"]
    }),
    on: "resource",
    types: ["aws_account_credentials"],
    *check(root, context) {
      if (!isRoot(root)) return;
      const { thresholds = DEFAULT_THRESHOLDS } = context;
      for (const [path2, what] of USES) {
        const used = valueAt(root, path2);
        const days = daysSince(root, path2, context);
        if (!used || days === void 0 || days >= thresholds.unusedDays) continue;
        yield {
          span: used.span,
          message: `${what} ${days <= 0 ? "today" : days === 1 ? "a day ago" : `${days} days ago`}.`,
          element: path2
        };
      }
    }
  })
];
var USES = [
  ["password_last_used", "Somebody signed in as root"],
  ["access_key_1_last_used_date", "A key of root was used"],
  ["access_key_2_last_used_date", "A key of root was used"]
];

// src/rules/account/trails.ts
var CONTROLS2 = "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html";
var trails_default = [
  defineRule({
    meta: accountMeta({
      id: "account/no-trail",
      title: "No trail records all regions",
      severity: "medium",
      practice: "CloudTrail on, multi-region, validated, encrypted",
      description: "Without a trail of all regions that is logging now, nobody can tell after ninety days who did what, and nothing is kept where an intruder cannot reach it.",
      remediation: "Make a trail of all regions with log file validation and a key of KMS, best for the whole organization, into a bucket of another account.",
      cwe: ["CWE-778"],
      references: [CONTROLS2]
    }),
    on: "resource",
    types: ["aws_account_trails"],
    *check(trails) {
      if (wordsOf(valueAt(trails, "of_all_regions")).known.length > 0) return;
      const some = wordsOf(valueAt(trails, "trails")).known;
      const but = some.length === 0 ? "The account has no trail" : "No trail of the account records all regions and is logging";
      yield { span: trails.span, message: `${but}.`, element: "trail" };
    }
  }),
  defineRule({
    meta: accountMeta({
      id: "account/public-trail-bucket",
      title: "Bucket of the trail is public",
      severity: "high",
      practice: "CloudTrail on, multi-region, validated, encrypted",
      description: "The trail names users, roles, addresses and resources: a plan of the account for whoever reads it.",
      remediation: "Take the public statement out of the policy of the bucket, and set its public access block.",
      cwe: ["CWE-532", "CWE-732"],
      references: [`${CONTROLS2}#cloudtrail-6`]
    }),
    on: "resource",
    types: ["aws_cloudtrail"],
    *check(trail) {
      const isPublic2 = valueAt(trail, "bucket_is_public");
      if (!isPublic2 || switchOf(isPublic2) !== true) return;
      const bucket = wordOf(valueAt(trail, "s3_bucket_name")) ?? "";
      yield {
        span: isPublic2.span,
        message: `Bucket ${quote(bucket)}, which holds the trail, is public.`,
        element: "bucket"
      };
    }
  }),
  defineRule({
    meta: accountMeta({
      id: "account/no-root-alarm",
      title: "Nobody hears when root is used",
      severity: "low",
      practice: "GuardDuty on; alarms on root use",
      description: "Root signs in so seldom that every time is worth a look. Without an alarm the look comes with the bill.",
      remediation: 'A rule of EventBridge on {"detail": {"userIdentity": {"type": ["Root"]}}} that notifies somebody, or a metric filter on the log group of the trail ({ $.userIdentity.type = "Root" }) with an alarm.',
      cwe: ["CWE-778"],
      references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-1"]
    }),
    on: "resource",
    types: ["aws_account_root_alarm"],
    *check(alarms) {
      if (wordsOf(valueAt(alarms, "alarms")).known.length > 0) return;
      yield { span: alarms.span, message: "No alarm and no rule of EventBridge listens for root.", element: "alarm" };
    }
  })
];

// src/rules/account/unused-provider.ts
var unused_provider_default = defineRule({
  meta: accountMeta({
    id: "account/unused-provider",
    title: "Identity provider that no role trusts",
    severity: "note",
    practice: "OIDC in CI, trust scoped to organisation and repository",
    description: "A provider that no role trusts lets nobody in today. It is a door that waits for a role whose trust policy is written in haste.",
    remediation: "Delete the provider, unless a role for it is about to be made.",
    cwe: ["CWE-1188"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html"]
  }),
  on: "resource",
  types: ["aws_iam_openid_connect_provider", "aws_iam_saml_provider"],
  *check(provider) {
    const trusters = valueAt(provider, "trusted_by");
    if (!trusters || wordsOf(trusters).known.length > 0) return;
    const name = wordOf(valueAt(provider, "url") ?? valueAt(provider, "name")) ?? provider.name;
    yield { span: provider.span, message: `No role of the account trusts ${quote(name)}.`, element: "trusters" };
  }
});

// src/rules/account/unused-role.ts
var unused_role_default = defineRule({
  meta: accountMeta({
    id: "account/unused-role",
    title: "Role that nobody has assumed for long",
    severity: "note",
    practice: "least privilege",
    description: "What a role may do, whoever gets in may do, whether or not it is used. AWS remembers the last use for 400 days.",
    remediation: "Delete it; first deny it everything for a while where nobody knows what it was for.",
    cwe: ["CWE-1188"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage_delete.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html"
    ]
  }),
  on: "resource",
  types: ["aws_iam_role"],
  *check(role, context) {
    const { unusedDays } = context.thresholds ?? DEFAULT_THRESHOLDS;
    const used = valueAt(role, "role_last_used.last_used_date");
    const since = daysSince(role, "role_last_used.last_used_date", context) ?? daysSince(role, "create_date", context);
    if (since === void 0 || since <= unusedDays) return;
    const name = quote(role.name);
    yield {
      span: (used ?? valueAt(role, "role_name") ?? role).span,
      message: used ? `Role ${name} was last assumed ${since} days ago.` : `Role ${name} is ${since} days old, and nobody is known to have assumed it.`,
      element: "unused"
    };
  }
});

// src/extract/edits.ts
function programOf(uri) {
  if (/\.py$/.test(uri)) return "python";
  return /\.[cm]?[jt]sx?$/.test(uri) ? "javascript" : void 0;
}
function syntaxOf(uri) {
  if (/\.(?:tf|tofu|hcl)$/.test(uri)) return "hcl";
  if (/\.(?:json|template|cfn)$/.test(uri)) return "json";
  return /\.ya?ml$/.test(uri) ? "yaml" : void 0;
}
function entryLine(syntax, name, value) {
  if (syntax === "json") return `${JSON.stringify(name)}: ${value},`;
  const key = /^\w+$/.test(name) ? name : JSON.stringify(name);
  return syntax === "hcl" ? `${key} = ${value}` : `${key}: ${value}`;
}
function settingEdit(resource, path2, found2, wanted) {
  const { uri } = resource.span;
  const syntax = syntaxOf(uri);
  const program = programOf(uri);
  if (resource.writtenAs) return program && argumentEdit(resource, path2, found2, wanted, program);
  if (found2.value) {
    const isOwn3 = found2.value.span.uri === uri && (syntax ?? program) !== void 0;
    return isOwn3 ? literalEdit(found2.value, program ? wordIn(program, wanted) : String(wanted)) : void 0;
  }
  const steps = stepsFor(resource.type, path2);
  const missing2 = steps && missingSteps(resource.arguments, steps, found2.within);
  const first = firstKey(found2.within, uri);
  if (!missing2 || !first) return void 0;
  const names = missing2.map((step) => isCloudFormation(resource.type) ? pascalCase(step) : step);
  const isTop = found2.within === resource.arguments;
  const text2 = syntax ? nested(syntax, names, JSON.stringify(wanted)) : program && argument(program, names, wanted, isTop);
  return text2 === void 0 ? void 0 : { span: first, text: text2, asLines: true };
}
function argumentEdit({ type, span, arguments: given, writtenAs }, path2, { value }, wanted, program) {
  const steps = stepsFor(type, path2)?.map((step) => pascalCase(step.replace("[]", "")));
  const own2 = steps && writtenAs?.(steps.join("."), wanted);
  if (!own2) return void 0;
  if (value) return value.kind === "boolean" ? literalEdit(value, wordIn(program, own2.value)) : void 0;
  const first = firstKey(given, span.uri);
  const text2 = argument(program, [own2.name], own2.value, true);
  return first && text2 !== void 0 ? { span: first, text: text2, asLines: true } : void 0;
}
function wordIn(program, wanted) {
  const word = String(wanted);
  return program === "python" && typeof wanted === "boolean" ? word[0].toUpperCase() + word.slice(1) : word;
}
function argument(program, names, wanted, isTop) {
  const [name = "", ...rest] = names;
  const value = typeof wanted === "string" ? JSON.stringify(wanted) : wordIn(program, wanted);
  if (program === "javascript") {
    const inner = rest.length === 0 ? value : `{
${argument(program, rest, wanted, false).replace(/^/gm, "  ")}
}`;
    return `${camelCase(name)}: ${inner},`;
  }
  if (!isTop) return void 0;
  const block = rest.reduceRight((inner, key) => `{${JSON.stringify(snakeCase(key))}: ${inner}}`, value);
  return `${snakeCase(name)}=${block},`;
}
var camelCase = (name) => pascalCase(name).replace(/^./, (letter) => letter.toLowerCase());
function literalEdit(value, text2) {
  const leaf = leafOf(value);
  const isPlain2 = leaf && leaf.origin === void 0 && leaf.span.end - leaf.span.start === leaf.value.length;
  return isPlain2 && value.kind !== "unknown" ? { span: leaf.span, text: text2 } : void 0;
}
function missingSteps(from, steps, within2) {
  if (steps.some((step) => step.endsWith("[]"))) return from === within2 ? void 0 : steps.slice(-1);
  let at2 = from;
  for (let index = 0; index < steps.length; index++) {
    if (at2 === within2) return steps.slice(index);
    at2 = partOf(at2, steps[index]);
    if (at2?.kind === "list" && at2.items.length === 1) [at2] = at2.items;
  }
  return void 0;
}
function firstKey(map, uri) {
  if (map.kind !== "map") return void 0;
  const keys = map.entries.map(({ keySpan }) => keySpan).filter((span) => span.uri === uri && span.end > span.start);
  return keys.sort((a, b) => a.start - b.start)[0];
}
function nested(syntax, [name = "", ...rest], value) {
  if (rest.length === 0) return entryLine(syntax, name, value);
  const inner = nested(syntax, rest, value).replace(/^/gm, "  ");
  if (syntax === "hcl") return `${name} {
${inner}
}`;
  if (syntax === "yaml") return `${name}:
${inner}`;
  return `${JSON.stringify(name)}: {
${inner.replace(/,$/, "")}
},`;
}

// src/rules/undecided.ts
function undecided(rule2, { anchor }, name, { value, span }) {
  const reference = unknownsIn(value)[0]?.reference;
  const what = `\`${anchor}\` ${name.replaceAll("[]", "")}${reference === void 0 ? "" : ` (\`${reference}\`)`}`;
  return {
    level: "note",
    id: "undecided-habit",
    message: `${span.uri}: ${what} is not known, so ${rule2} does not judge it`,
    location: { uri: span.uri },
    undecided: { rule: rule2, what }
  };
}

// src/rules/hygiene.ts
function hygiene(meta) {
  return { ...meta, about: "hygiene", domain: "machines" };
}
function requirementRule(meta, requirements) {
  const byType = /* @__PURE__ */ new Map();
  for (const requirement of requirements) {
    for (const type of requirement.types.trim().split(/\s+/)) {
      const list = byType.get(type);
      if (list) list.push(requirement);
      else byType.set(type, [requirement]);
    }
  }
  return defineRule({
    meta: hygiene(requirements.some(({ fix }) => fix !== void 0) ? { ...meta, fixable: true } : meta),
    on: "resource",
    types: [...byType.keys()],
    *check(resource, context) {
      for (const requirement of byType.get(canonicalType(resource.type)) ?? [])
        yield* unmet(requirement, resource, meta.id, context);
    }
  });
}
function* unmet(requirement, resource, id, context) {
  const { at: at2, inside, where, unless } = requirement;
  if (where && !where(resource, context)) return;
  const all = requirement.is === "elsewhere" ? [nothing(resource)] : valuesAt(resource, at2);
  const here = inside ? all.filter(({ within: within2 }) => inside(within2)) : all;
  const found2 = resource.isPartial ? here.filter(({ value }) => value !== void 0) : here;
  const wrong = found2.filter((one) => isWrong(one, requirement, context) === true);
  const open2 = found2.find((one) => isWrong(one, requirement, context) === void 0);
  const first = open2 ?? wrong[0];
  if (!first) return;
  const excused = unless ? unless(resource, context) : false;
  if (excused === true) return;
  if (open2 || excused === void 0) context.notify(undecided(id, resource, nameOf(at2), first));
  if (excused === false) for (const [index, one] of wrong.entries()) yield hitOf(requirement, resource, one, index);
}
function hitOf({ at: at2, says: says2, severity, fix, fixIn }, resource, one, index) {
  const name = nameOf(at2);
  const isFixable = fix !== void 0 && !(fixIn && isCloudFormation(resource.type));
  const edit = isFixable ? settingEdit(resource, at2, one, fix) : void 0;
  return {
    span: one.span,
    message: `\`${resource.anchor}\` ${says2}.`,
    element: index === 0 ? name : `${name} ${index}`,
    ...severity && { severity },
    ...edit && { fix: [edit] }
  };
}
var nameOf = (at2) => typeof at2 === "string" ? at2 : at2[0] ?? at2[1] ?? "";
function isWrong({ value, within: within2 }, { is, absent }, context) {
  if (value === void 0)
    return (absent ?? (is === "on" || is === "set" || is === "elsewhere" ? "wrong" : "right")) === "wrong";
  switch (is) {
    case "on":
      return negated(switchOf(value));
    case "off":
      return switchOf(value);
    case "set":
      return within2 === value || mayBeNothing(value, context.unit) ? void 0 : isEmpty2(value);
    case "elsewhere":
      return true;
    case "unset":
      return value.kind === "unknown" ? void 0 : !isEmpty2(value);
    default:
      return negated(is(value, context));
  }
}
function negated(is) {
  return is === void 0 ? void 0 : !is;
}
function mayBeNothing(value, unit) {
  if (value.kind !== "unknown") return false;
  const { reference = "" } = value;
  if (GIVEN.test(reference)) return true;
  const name = /^(?:Ref |var\.)([\w-]+)$/.exec(reference)?.[1];
  return name !== void 0 && !unit.nodes.some((node) => node.kind === "resource" && node.anchor === name);
}
var GIVEN = /^(?:(?:this|self)\.)?(?:props|args|options|params|config|cfg)\.\w+/;
function isEmpty2(value) {
  if (value.kind === "list") return value.items.length === 0;
  return value.kind === "string" && value.text.value === "";
}
function nothing({ span, arguments: within2 }) {
  return { value: void 0, span, within: within2 };
}

// src/rules/network/attributes.ts
function attributeOf(list, key) {
  if (list.kind !== "list") return void 0;
  const found2 = list.items.find((item) => wordOf(partOf(item, "key")) === key);
  if (found2) return switchOf(partOf(found2, "value"));
  return list.items.every((item) => item.kind === "map") ? false : void 0;
}

// src/rules/audit/access-logs.ts
var access_logs_default = requirementRule(
  {
    id: "audit/access-logs",
    title: "Requests are not recorded",
    severity: "note",
    practice: "what happens is recorded: flow, access and configuration logs",
    description: "Access logs tell who asked for what, and are the first thing one looks for after an incident.",
    remediation: "Send them to a bucket or log group that is made for logs.",
    cwe: ["CWE-778"],
    references: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html"
    ]
  },
  [
    {
      types: "aws_lb aws_elb",
      at: ["access_logs[].enabled", "access_logging_policy[].enabled"],
      is: "on",
      absent: "right",
      says: "has access logs turned off"
    },
    {
      types: "aws_lb aws_elb",
      at: ["access_logs.bucket", void 0],
      is: "set",
      where: (balancer) => wordOf(valueAt(balancer, "load_balancer_type")) !== "gateway",
      says: "keeps no access logs"
    },
    {
      types: "aws_lb",
      at: [void 0, "load_balancer_attributes"],
      is: (value) => attributeOf(value, "access_logs.s3.enabled"),
      absent: "wrong",
      says: "keeps no access logs"
    },
    { types: "aws_elb", at: [void 0, "access_logging_policy"], is: "set", says: "keeps no access logs" },
    {
      types: "aws_cloudfront_distribution",
      at: ["logging_config.bucket", "distribution_config.logging.bucket"],
      is: "set",
      unless: (distribution, { unit }) => hasBeside(unit, distribution, "aws_cloudwatch_log_delivery_source", "resource_arn"),
      says: "keeps no access logs"
    },
    {
      types: "aws_api_gateway_stage",
      at: ["access_log_settings.destination_arn", "access_log_setting.destination_arn"],
      is: "set",
      says: "keeps no access logs"
    },
    {
      types: "aws_apigatewayv2_stage",
      at: ["access_log_settings.destination_arn", "access_log_settings.destination_arn"],
      is: "set",
      says: "keeps no access logs"
    },
    {
      types: "aws_s3_bucket",
      at: ["logging.target_bucket", "logging_configuration"],
      is: "set",
      where: isNoLogBucket,
      unless: (bucket, { unit }) => hasBeside(unit, bucket, "aws_s3_bucket_logging", "bucket"),
      says: "keeps no access logs"
    },
    {
      types: "aws_redshift_cluster",
      at: ["logging.enable", "logging_properties.bucket_name"],
      is: isLogged,
      absent: "wrong",
      unless: (cluster, { unit }) => hasBeside(unit, cluster, "aws_redshift_logging", "cluster_identifier"),
      says: "keeps no audit log"
    },
    { types: "aws_mq_broker", at: ["logs.general", "logs.general"], is: "on", says: "keeps no general log" },
    {
      types: "aws_mq_broker",
      at: ["logs.audit", "logs.audit"],
      is: "on",
      where: (broker) => wordOf(valueAt(broker, "engine_type"))?.toLowerCase() !== "rabbitmq",
      says: "keeps no audit log"
    },
    {
      types: "aws_globalaccelerator_accelerator",
      at: ["attributes.flow_logs_enabled", void 0],
      is: "on",
      says: "keeps no flow logs"
    },
    {
      types: "aws_wafv2_web_acl",
      at: "logging_configuration",
      is: "elsewhere",
      unless: (acl, { unit }) => hasBeside(unit, acl, "aws_wafv2_web_acl_logging_configuration", "resource_arn"),
      says: "keeps no log of requests"
    },
    {
      types: "aws_waf_web_acl aws_wafregional_web_acl",
      at: ["logging_configuration", void 0],
      is: "set",
      says: "keeps no log of requests"
    },
    {
      types: "aws_sfn_state_machine",
      at: ["logging_configuration.level", "logging_configuration.level"],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "OFF",
      absent: "wrong",
      says: "keeps no log of its runs"
    },
    {
      types: "aws_appsync_graphql_api",
      at: ["log_config.field_log_level", "log_config.field_log_level"],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "NONE",
      absent: "wrong",
      says: "keeps no log of requests"
    },
    {
      types: "aws_msk_cluster",
      at: ["logging_info.broker_logs", "logging_info.broker_logs"],
      is: isSentSomewhere,
      absent: "wrong",
      says: "keeps no logs of its brokers"
    },
    {
      types: "aws_codebuild_project",
      at: ["logs_config[].cloudwatch_logs[].status", "logs_config[].cloud_watch_logs[].status"],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "DISABLED",
      absent: "right",
      unless: (project) => wordOf(valueAt(project, "logs_config.s3_logs.status")) === "ENABLED",
      says: "keeps no logs"
    },
    {
      types: "aws_athena_workgroup",
      at: [
        "configuration.publish_cloudwatch_metrics_enabled",
        "work_group_configuration.publish_cloud_watch_metrics_enabled"
      ],
      is: "on",
      absent: "right",
      says: "publishes no metrics"
    },
    {
      types: "aws_transfer_server",
      at: ["logging_role", "logging_role"],
      is: "set",
      unless: (server) => valueAt(server, "structured_log_destinations") !== void 0,
      says: "keeps no logs"
    },
    {
      types: "aws_networkfirewall_firewall",
      at: "logging_configuration",
      is: "elsewhere",
      unless: (firewall, { unit }) => hasBeside(unit, firewall, "aws_networkfirewall_logging_configuration", "firewall_arn"),
      says: "keeps no log of traffic"
    },
    {
      types: "aws_route53_zone",
      at: [void 0, "query_logging_config"],
      is: "set",
      where: (zone) => valueAt(zone, ["vpc", "vpcs"]) === void 0,
      says: "keeps no log of queries"
    },
    {
      types: "aws_route53_zone",
      at: ["query_logging_config", void 0],
      is: "elsewhere",
      where: (zone) => !isCloudFormation(zone.type) && valueAt(zone, ["vpc", "vpcs"]) === void 0,
      unless: (zone, { unit }) => hasBeside(unit, zone, "aws_route53_query_log", "zone_id"),
      says: "keeps no log of queries"
    },
    {
      types: "aws_api_gateway_method_settings",
      at: ["settings.logging_level", void 0],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "OFF",
      absent: "wrong",
      says: "keeps no log of what its methods do"
    },
    ...["dag_processing_logs", "scheduler_logs", "task_logs", "webserver_logs", "worker_logs"].map((kind2) => ({
      types: "aws_mwaa_environment",
      at: `logging_configuration.${kind2}.enabled`,
      is: "on",
      absent: kind2 === "task_logs" ? "right" : "wrong",
      says: `keeps no \`${kind2}\``
    })),
    { types: "aws_emr_cluster", at: "log_uri", is: "set", says: "keeps no logs" }
  ]
);
function isLogged(value) {
  const word = switchOf(value);
  return word === void 0 && value.kind === "string" ? true : word;
}
function isSentSomewhere(value) {
  const [block] = value.kind === "list" ? value.items : [value];
  if (block?.kind !== "map") return block?.kind === "unknown" ? void 0 : false;
  const switches = ["cloudwatch_logs", "cloud_watch_logs", "firehose", "s3"].map((place2) => {
    const within2 = partOf(block, place2);
    const one = within2?.kind === "list" ? within2.items[0] : within2;
    return one === void 0 ? false : switchOf(partOf(one, "enabled"));
  });
  return switches.includes(true) || (switches.includes(void 0) ? void 0 : false);
}
function isNoLogBucket(bucket, { unit }) {
  if (ofType(unit, "aws_cloudtrail").some((trail) => isTargetOf(trail, "s3_bucket_name", bucket))) return true;
  const words = [
    bucket.name,
    wordOf(valueAt(bucket, ["bucket", "bucket_name"])),
    wordOf(valueAt(bucket, ["acl", "access_control"]))
  ];
  if (words.some(
    (word) => word !== void 0 && /(?:^|[^a-z])(?:access)?logs?(?:[^a-z]|$)|logging|LogDeliveryWrite|log-delivery|Logs?(?:Bucket|$)/.test(word)
  ))
    return false;
  const loggers = ofType(unit, "aws_s3_bucket_logging");
  return !loggers.some((one) => isTargetOf(one, "target_bucket", bucket));
}
function isTargetOf(resource, at2, bucket) {
  const target = valueAt(resource, at2);
  return target !== void 0 && refersTo(target, bucket);
}

// src/rules/audit/cloudtrail.ts
var cloudtrail_default = requirementRule(
  {
    id: "audit/cloudtrail",
    title: "CloudTrail records too little",
    severity: "low",
    practice: "CloudTrail on, multi-region, validated, encrypted",
    description: "The trail is what tells, after an incident, who did what. One of a single region, without validation or turned off, leaves out just what an attacker does.",
    remediation: "Set `is_multi_region_trail`, `enable_log_file_validation` and `include_global_service_events`, and leave `enable_logging` on.",
    cwe: ["CWE-778"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html"]
  },
  [
    { types: "aws_cloudtrail", at: "is_multi_region_trail", is: "on", says: "records one region only" },
    {
      types: "aws_cloudtrail",
      at: "enable_log_file_validation",
      is: "on",
      says: "does not let its files be checked for changes"
    },
    {
      types: "aws_cloudtrail",
      at: "include_global_service_events",
      is: "on",
      absent: "right",
      says: "leaves out services that are global, IAM among them"
    },
    {
      types: "aws_cloudtrail",
      at: ["enable_logging", "is_logging"],
      is: "on",
      absent: "right",
      severity: "medium",
      says: "is turned off"
    },
    {
      types: "aws_cloudtrail",
      at: "event_selector[].include_management_events",
      is: "on",
      absent: "right",
      says: "leaves management events out"
    },
    {
      types: "aws_cloudtrail",
      at: ["cloud_watch_logs_group_arn", "cloud_watch_logs_log_group_arn"],
      is: "set",
      severity: "note",
      says: "sends nothing to CloudWatch Logs, where alarms could see it"
    },
    { types: "aws_cloudtrail", at: "sns_topic_name", is: "set", severity: "note", says: "tells nobody of new files" },
    {
      types: "aws_cloudtrail",
      at: "event_selector",
      is: "elsewhere",
      where: hasNoDataEvents,
      severity: "note",
      says: "does not record who reads and writes objects in S3"
    }
  ]
);
function hasNoDataEvents(trail) {
  if (switchOf(valueAt(trail, "has_custom_event_selectors")) === true) return false;
  const simple = valuesAt(trail, ["event_selector[].data_resource[].type", "event_selectors[].data_resources[].type"]);
  const advanced = valuesAt(trail, [
    "advanced_event_selector[].field_selector[].equals",
    "advanced_event_selectors[].field_selectors[].equals"
  ]);
  const words = [...simple, ...advanced].map(({ value }) => wordsOf(value));
  return !words.some(({ known, open: open2 }) => open2 || known.includes("AWS::S3::Object"));
}

// src/rules/audit/cloudtrail-encryption.ts
var cloudtrail_encryption_default = requirementRule(
  {
    id: "audit/cloudtrail-encryption",
    title: "Trail is not encrypted with a key of its own",
    severity: "low",
    practice: "CloudTrail on, multi-region, validated, encrypted",
    description: "The trail says everything that happens in the account. With a key of KMS, reading the bucket is not enough to read it.",
    remediation: "Set `kms_key_id` to a key whose policy lets CloudTrail write and few people read.",
    cwe: ["CWE-311"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html"]
  },
  [
    {
      types: "aws_cloudtrail aws_cloudtrail_event_data_store",
      at: ["kms_key_id", "kms_key_id"],
      is: "set",
      says: "is not encrypted with a key of KMS"
    }
  ]
);

// src/rules/audit/cluster-logs.ts
var cluster_logs_default = requirementRule(
  {
    id: "audit/cluster-logs",
    title: "Control plane of the cluster keeps no logs",
    severity: "low",
    practice: "log groups encrypted, retention set",
    description: "The logs of the API server say who did what in the cluster; they are off unless turned on.",
    remediation: "Set `enabled_cluster_log_types` to `api`, `audit`, `authenticator` and the rest; `secrets` of the cluster get a key by `encryption_config`.",
    cwe: ["CWE-778"],
    references: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html",
      "https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html"
    ]
  },
  [
    {
      types: "aws_eks_cluster",
      at: ["enabled_cluster_log_types", "logging.cluster_logging.enabled_types"],
      is: "set",
      says: "keeps no logs of its control plane"
    },
    {
      types: "aws_eks_cluster",
      at: ["enabled_cluster_log_types", "logging.cluster_logging.enabled_types"],
      is: (value) => keeps(value, "audit"),
      absent: "right",
      says: "keeps no audit log"
    },
    ...["api", "authenticator", "controllerManager", "scheduler"].map((kind2) => ({
      types: "aws_eks_cluster",
      at: ["enabled_cluster_log_types", "logging.cluster_logging.enabled_types"],
      is: (value) => keeps(value, kind2),
      severity: "note",
      absent: "right",
      says: `keeps no log of kind \`${kind2}\``
    })),
    {
      types: "aws_eks_cluster",
      at: ["encryption_config", "encryption_config"],
      is: "set",
      says: "does not encrypt its secrets with a key of KMS"
    }
  ]
);
function keeps(value, wanted) {
  if (value.kind === "list" && value.items.length === 0) return true;
  const kinds = value.kind === "list" ? value.items.map((one) => wordOf(partOf(one, "type")) ?? wordOf(one)) : wordsOf(value).known;
  return kinds.includes(wanted) || (kinds.some((kind2) => kind2 === void 0) || value.kind === "unknown" ? void 0 : false);
}

// src/rules/audit/config-recorder.ts
var config_recorder_default = requirementRule(
  {
    id: "audit/config-recorder",
    title: "AWS Config sees only a part",
    severity: "low",
    practice: "what happens is recorded: flow, access and configuration logs",
    description: "AWS Config tells how resources were and are set. One that leaves out types, regions or global resources leaves out where things change unseen.",
    remediation: "Record `all_supported` types and `include_global_resource_types`, and let aggregators take in all regions.",
    cwe: ["CWE-778"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/config-controls.html"]
  },
  [
    {
      types: "aws_config_configuration_recorder",
      at: "recording_group[].all_supported",
      is: "on",
      absent: "right",
      says: "does not record every type"
    },
    {
      types: "aws_config_configuration_recorder",
      at: ["recording_group[].include_global_resource_types", "recording_group[].include_global_resource_types"],
      is: "on",
      says: "does not record global resources, users and roles among them"
    },
    {
      types: "aws_config_configuration_recorder_status",
      at: "is_enabled",
      is: "on",
      absent: "right",
      says: "is turned off"
    },
    {
      types: "aws_config_configuration_aggregator",
      at: ["account_aggregation_source[].all_regions", "account_aggregation_sources[].all_aws_regions"],
      is: "on",
      says: "does not take in all regions"
    },
    {
      types: "aws_config_configuration_aggregator",
      at: ["organization_aggregation_source[].all_regions", "organization_aggregation_source[].all_aws_regions"],
      is: "on",
      says: "does not take in all regions"
    }
  ]
);

// src/rules/audit/container-insights.ts
var container_insights_default = requirementRule(
  {
    id: "audit/container-insights",
    title: "Containers are not watched",
    severity: "note",
    practice: "ECR scan on push; Container Insights; timeouts and resource limits of Batch jobs",
    description: "Container Insights tells what tasks use and when they die; without it an outage or a miner is seen late.",
    remediation: "Set the setting `containerInsights` of the cluster to `enabled` or `enhanced`.",
    cwe: ["CWE-778"],
    references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/ContainerInsights.html"]
  },
  [
    {
      types: "aws_ecs_cluster",
      at: ["setting", "cluster_settings"],
      is: isWatched,
      absent: "wrong",
      says: "does not watch its containers"
    },
    {
      types: "aws_ecs_cluster",
      at: "configuration.execute_command_configuration.logging",
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "NONE",
      absent: "right",
      says: "keeps no log of what people do in its containers"
    }
  ]
);
function isWatched(value) {
  const settings = value.kind === "list" ? value.items : [value];
  if (settings.some((one) => one.kind !== "map")) return void 0;
  const found2 = settings.find((one) => wordOf(partOf(one, "name")) === "containerInsights");
  if (!found2) return false;
  const word = wordOf(partOf(found2, "value"));
  return word === void 0 ? void 0 : word !== "disabled";
}

// src/rules/audit/database-logs.ts
var database_logs_default = requirementRule(
  {
    id: "audit/database-logs",
    title: "What a database does is told nowhere but on it",
    severity: "note",
    practice: "log groups encrypted, retention set",
    description: "Logs that are not sent away are gone with the machine, and alarms cannot see them.",
    remediation: "Name the logs in `enabled_cloudwatch_logs_exports` (`log_publishing_options` of a search domain); for what the machine does set `monitoring_interval`, for what queries do `performance_insights_enabled`.",
    cwe: ["CWE-778"],
    references: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html"
    ]
  },
  [
    {
      types: "aws_db_instance",
      at: ["enabled_cloudwatch_logs_exports", "enable_cloudwatch_logs_exports"],
      is: "set",
      where: (database) => !wordOf(valueAt(database, "engine"))?.startsWith("aurora"),
      says: "sends its logs nowhere"
    },
    {
      types: "aws_rds_cluster aws_docdb_cluster",
      at: ["enabled_cloudwatch_logs_exports", "enable_cloudwatch_logs_exports"],
      is: "set",
      says: "sends its logs nowhere"
    },
    {
      types: "aws_neptune_cluster",
      at: ["enable_cloudwatch_logs_exports", "enable_cloudwatch_logs_exports"],
      is: "set",
      says: "sends its logs nowhere"
    },
    {
      types: "aws_docdb_cluster",
      at: ["enabled_cloudwatch_logs_exports", "enable_cloudwatch_logs_exports"],
      is: isAudited,
      absent: "right",
      says: "sends no audit log"
    },
    {
      types: "aws_elasticsearch_domain aws_opensearch_domain",
      at: "log_publishing_options",
      is: "set",
      says: "sends its logs nowhere"
    },
    {
      types: "aws_elasticsearch_domain aws_opensearch_domain",
      at: ["log_publishing_options[].enabled", void 0],
      is: "on",
      absent: "right",
      says: "has its logs turned off"
    },
    {
      types: "aws_elasticache_replication_group aws_elasticache_cluster",
      at: ["log_delivery_configuration", "log_delivery_configurations"],
      is: "set",
      where: (cache2) => wordOf(valueAt(cache2, "engine")) !== "memcached",
      says: "sends its logs nowhere"
    },
    {
      types: "aws_db_instance aws_rds_cluster_instance",
      at: ["monitoring_interval", "monitoring_interval"],
      is: (value) => numberOf(value) === void 0 ? void 0 : numberOf(value) !== 0,
      absent: "wrong",
      says: "has no enhanced monitoring"
    },
    {
      types: "aws_db_instance aws_rds_cluster_instance",
      at: ["performance_insights_enabled", "enable_performance_insights"],
      is: "on",
      says: "has no Performance Insights"
    }
  ]
);
function isAudited(value) {
  const { known, open: open2 } = wordsOf(value);
  return known.includes("audit") || (open2 ? void 0 : false);
}

// src/rules/audit/flow-logs.ts
var flow_logs_default = requirementRule(
  {
    id: "audit/flow-logs",
    title: "Traffic of the VPC is not recorded",
    severity: "low",
    practice: "what happens is recorded: flow, access and configuration logs",
    description: "Without flow logs nobody can tell afterwards which machine spoke with whom.",
    remediation: "Add an `aws_flow_log` for the VPC, to a bucket or a log group.",
    cwe: ["CWE-778"],
    references: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
      "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html"
    ]
  },
  [
    {
      types: "aws_vpc",
      at: "flow_log",
      is: "elsewhere",
      unless: (vpc, { unit }) => hasBeside(unit, vpc, "aws_flow_log", ["vpc_id", "resource_id"]),
      says: "has no flow logs"
    }
  ]
);

// src/rules/audit/guardduty.ts
var guardduty_default = requirementRule(
  {
    id: "audit/guardduty",
    title: "GuardDuty is turned off",
    severity: "low",
    practice: "GuardDuty on; alarms on root use",
    description: "GuardDuty sees stolen credentials and machines that serve others by what they do. Turned off, nobody does.",
    remediation: "Leave `enable` on, in every region.",
    cwe: ["CWE-778"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html"]
  },
  [
    { types: "aws_guardduty_detector", at: ["enable", "enable"], is: "on", absent: "right", says: "is turned off" },
    {
      types: "aws_guardduty_detector",
      at: ["datasources[].s3_logs[].enable", "data_sources[].s3_logs[].enable"],
      is: "on",
      absent: "right",
      says: "does not look at what happens to S3"
    },
    {
      types: "aws_guardduty_organization_configuration",
      at: ["auto_enable_organization_members", void 0],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "NONE",
      absent: "right",
      says: "does not take in new accounts"
    }
  ]
);

// src/rules/audit/log-encryption.ts
var log_encryption_default = requirementRule(
  {
    id: "audit/log-encryption",
    title: "Logs are not encrypted with a key of their own",
    severity: "note",
    practice: "log groups encrypted, retention set",
    description: "Logs hold more than anybody meant to write. With a key of KMS its policy says who may read them.",
    remediation: "Set `kms_key_id` on the log group, and let the service `logs.REGION.amazonaws.com` use the key.",
    cwe: ["CWE-311"],
    references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html"]
  },
  [{ types: "aws_cloudwatch_log_group", at: "kms_key_id", is: "set", says: "is not encrypted with a key of KMS" }]
);

// src/rules/audit/log-retention.ts
var log_retention_default = requirementRule(
  {
    id: "audit/log-retention",
    title: "Logs are kept for ever or not long enough",
    severity: "note",
    practice: "log groups encrypted, retention set",
    description: "Without a retention logs pile up for ever, with what is in them about people; with too short a one they are gone when somebody asks.",
    remediation: "Set `retention_in_days` to what your rules ask for, and the least of it as `thresholds.log-retention-days` in `.keylatch.yml`.",
    cwe: ["CWE-779"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html"]
  },
  [
    { types: "aws_cloudwatch_log_group", at: "retention_in_days", is: "set", says: "keeps its logs for ever" },
    {
      types: "aws_cloudwatch_log_group",
      at: "retention_in_days",
      is: isLongEnough,
      says: "keeps its logs for ever, or for fewer days than they are needed"
    }
  ]
);
function isLongEnough(value, { thresholds = DEFAULT_THRESHOLDS }) {
  const days = numberOf(value);
  return days === void 0 ? void 0 : days !== 0 && days >= thresholds.logRetentionDays;
}

// src/rules/audit/machine-monitoring.ts
var machine_monitoring_default = requirementRule(
  {
    id: "audit/machine-monitoring",
    title: "Machine is not watched closely",
    severity: "note",
    practice: "what happens is recorded: flow, access and configuration logs",
    description: "Without detailed monitoring alarms are five minutes late.",
    remediation: "Set `monitoring = true`, and `ebs_optimized = true` where the type does not have it anyway.",
    cwe: ["CWE-778"],
    references: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html"]
  },
  [
    { types: "aws_instance", at: ["monitoring", "monitoring"], is: "on", says: "is not watched closely" },
    {
      types: "aws_launch_configuration",
      at: ["enable_monitoring", "instance_monitoring"],
      is: "on",
      absent: "right",
      says: "starts machines that are not watched closely"
    },
    {
      types: "aws_api_gateway_method_settings",
      at: "settings.metrics_enabled",
      is: "on",
      says: "publishes no metrics"
    }
  ]
);

// src/rules/audit/required-tags.ts
var required_tags_default = defineRule({
  meta: {
    id: "audit/required-tags",
    title: "Resource lacks a tag that the configuration asks for",
    severity: "note",
    about: "hygiene",
    domain: "machines",
    practice: "tags for isolation: RequestTag/ResourceTag conditions",
    description: "Conditions on tags let people in and keep them out, and tags say whose a resource is. One without them falls through. Off until `thresholds.required-tags` names keys.",
    remediation: "Add the tag with one of its values, for a whole provider by `default_tags`.",
    cwe: ["CWE-1059"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html"]
  },
  on: "resource",
  *check(resource, { thresholds, notify }) {
    if (!thresholds?.requiredTags.size) return;
    const tags = valueAt(resource, ["tags", "tags"]);
    if (tags === void 0) return;
    const given = tagsIn(tags);
    if (!given) {
      notify(undecided("audit/required-tags", resource, "tags", { value: tags, span: tags.span, within: tags }));
      return;
    }
    const missing2 = [...thresholds.requiredTags].filter(([key, values]) => {
      const value = given.get(key);
      return value === void 0 ? !given.has(key) : values.length > 0 && !values.includes(value);
    });
    if (missing2.length === 0) return;
    const names = missing2.map(([key]) => `\`${key}\``).join(", ");
    yield { span: tags.span, message: `\`${resource.anchor}\` has no right ${names} among its tags.`, element: "tags" };
  }
});
function tagsIn(tags) {
  if (tags.kind === "map") return new Map(tags.entries.map(({ key, value }) => [key, wordOf(value)]));
  if (tags.kind !== "list") return void 0;
  const found2 = /* @__PURE__ */ new Map();
  for (const item of tags.items) {
    const key = wordOf(partOf(item, "key"));
    if (key === void 0) return void 0;
    found2.set(key, wordOf(partOf(item, "value")));
  }
  return found2;
}

// src/rules/audit/tracing.ts
var tracing_default = requirementRule(
  {
    id: "audit/tracing",
    title: "Requests cannot be traced",
    severity: "note",
    practice: "what happens is recorded: flow, access and configuration logs",
    description: "A trace tells which service a request went through and where it failed or was let in.",
    remediation: 'Turn X-Ray on: `tracing_config.mode = "Active"`, `xray_tracing_enabled = true`.',
    cwe: ["CWE-778"],
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html"
    ]
  },
  [
    {
      types: "aws_lambda_function",
      at: ["tracing_config.mode", "tracing_config.mode"],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) === "Active",
      absent: "wrong",
      where: (one) => !one.type.includes("Serverless"),
      says: "is not traced"
    },
    {
      types: "aws_lambda_function",
      at: [void 0, "tracing"],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) === "Active",
      absent: "wrong",
      where: (one) => one.type.includes("Serverless"),
      says: "is not traced"
    },
    {
      types: "aws_api_gateway_stage",
      at: ["xray_tracing_enabled", "tracing_enabled"],
      is: "on",
      says: "is not traced"
    },
    {
      types: "aws_sfn_state_machine",
      at: ["tracing_configuration.enabled", "tracing_configuration.enabled"],
      is: "on",
      where: (one) => !one.type.includes("Serverless"),
      says: "is not traced"
    },
    { types: "aws_appsync_graphql_api", at: "xray_enabled", is: "on", says: "is not traced" }
  ]
);

// src/rules/audit/unwatched-events.ts
var ID = "audit/unwatched-events";
var TYPE = "aws_cloudwatch_log_metric_filter";
var unwatched_events_default = defineRule({
  meta: {
    id: ID,
    title: "Some events that matter raise no alarm",
    severity: "note",
    about: "hygiene",
    domain: "machines",
    practice: "GuardDuty on; alarms on root use",
    description: "Metric filters watch some of what CloudTrail records, and leave out others that attackers cause: use of root, logging turned off, keys deleted, doors opened.",
    remediation: "Add a metric filter with an alarm for each, as the CIS benchmark lists them, or let Security Hub and GuardDuty watch.",
    cwe: ["CWE-778"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html"]
  },
  on: "resource",
  types: [TYPE],
  *check(filter2, { unit, notify }) {
    const filters = ofType(unit, TYPE);
    if (filters[0] !== filter2) return;
    const patterns = filters.map((one) => wordOf(patternOf(one)));
    const open2 = filters[patterns.indexOf(void 0)];
    if (open2) {
      const value = patternOf(open2);
      notify(undecided(ID, open2, "pattern", { value, span: value?.span ?? open2.span, within: open2.arguments }));
      return;
    }
    const known = patterns.filter((pattern) => pattern !== void 0 && ABOUT_EVENTS.test(pattern));
    if (known.length === 0) return;
    const missing2 = EVENTS.filter(({ shows }) => !known.some((pattern) => shows.test(pattern ?? ""))).map(
      ({ what }) => what
    );
    if (missing2.length === 0) return;
    yield { span: filter2.span, message: `No metric filter here watches ${listed(missing2)}.`, element: "events" };
  }
});
var patternOf = (filter2) => valueAt(filter2, ["pattern", "filter_pattern"]);
var ABOUT_EVENTS = /\$\.(?:eventName|eventSource|errorCode|userIdentity)\b/;
var EVENTS = [
  { what: "the use of root", shows: /userIdentity\.type\s*=\s*"?Root/ },
  { what: "calls that are refused", shows: /errorCode[^)]*(?:UnauthorizedOperation|AccessDenied)/ },
  { what: "logins without MFA", shows: /ConsoleLogin[\s\S]*MFAUsed|MFAUsed[\s\S]*ConsoleLogin/ },
  { what: "changes of IAM policies", shows: /(?:Attach|Detach|Put|Delete)(?:Role|User|Group)Policy/ },
  { what: "changes of CloudTrail", shows: /StopLogging|UpdateTrail|DeleteTrail/ },
  { what: "logins that fail", shows: /Failed authentication/ },
  { what: "keys of KMS that are turned off or deleted", shows: /ScheduleKeyDeletion|DisableKey/ },
  { what: "changes of bucket policies", shows: /(?:Put|Delete)Bucket(?:Policy|Acl)/ },
  { what: "changes of AWS Config", shows: /StopConfigurationRecorder|DeleteDeliveryChannel|PutConfigurationRecorder/ },
  { what: "changes of security groups", shows: /(?:Authorize|Revoke)SecurityGroup/ },
  { what: "changes of network ACLs", shows: /(?:Create|Delete|Replace)NetworkAcl/ },
  { what: "changes of gateways", shows: /(?:Attach|Detach|Delete)InternetGateway|(?:Create|Delete)CustomerGateway/ },
  { what: "changes of route tables", shows: /(?:Create|Replace|Delete)Route(?:Table)?\b/ },
  { what: "changes of VPCs", shows: /(?:Create|Delete)Vpc\b|VpcPeeringConnection/ }
];

// src/rules/container/add-for-copy.ts
var add_for_copy_default = defineRule({
  meta: {
    id: "container/add-for-copy",
    title: "ADD stands where COPY does it",
    severity: "note",
    about: "hygiene",
    domain: "machines",
    practice: "containers: non-root user, pinned minimal base, health check, no secrets in ENV/ARG, no `eval` of input",
    description: "`ADD` fetches what looks like an address and unpacks what looks like an archive. Where a file is to be copied, that is a surprise which somebody else may bring about.",
    remediation: "Write `COPY`; leave `ADD` for archives that are to be unpacked, and for downloads with a checksum.",
    cwe: ["CWE-706"],
    references: ["https://docs.docker.com/build/building/best-practices/#add-or-copy"]
  },
  on: "container",
  *check({ instructions }) {
    for (const { keyword, span, text: text2 } of instructions) {
      if (keyword !== "ADD" || !isPlainCopy(text2.value)) continue;
      yield { span, message: "A file of the build is added, not copied.", element: "ADD" };
      return;
    }
  }
});
function isPlainCopy(given) {
  const words = given.replace(/[[\]",]/g, " ").trim().split(/\s+/).filter((word) => !word.startsWith("--"));
  const sources = words.slice(0, -1);
  return sources.length > 0 && !sources.some(
    (source) => /^(?:https?|ftp|git):|^git@|\$|\*|\.(?:tar|tgz|tbz2?|txz|gz|bz2|xz|zst)(?:\.\w+)?$/i.test(source)
  );
}

// src/rules/container/command-access.ts
var command_access_default = requirementRule(
  {
    id: "container/command-access",
    title: "People can get into running containers",
    severity: "note",
    practice: "containers: non-root user, pinned minimal base, health check, no secrets in ENV/ARG, no `eval` of input",
    description: "ECS Exec opens a shell in a task for whoever may call it; in production it is seldom needed.",
    remediation: "Leave `enable_execute_command` off where nobody debugs.",
    cwe: ["CWE-284"],
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html"]
  },
  [{ types: "aws_ecs_service", at: "enable_execute_command", is: "off", says: "lets people into its containers" }]
);

// src/rules/container/eval-input.ts
var eval_input_default = defineRule({
  meta: {
    id: "container/eval-input",
    title: "Script runs what it is given",
    severity: "note",
    about: "hygiene",
    domain: "machines",
    practice: "containers: non-root user, pinned minimal base, health check, no secrets in ENV/ARG, no `eval` of input",
    description: "With `eval` an argument or a variable from outside becomes a command: whoever fills it runs what they like.",
    remediation: 'Call the program with its arguments, `exec "$@"`, or choose among known words with `case`.',
    cwe: ["CWE-95", "CWE-78"],
    references: ["https://www.shellcheck.net/wiki/SC2294"]
  },
  on: "script",
  *check({ text: text2, language, place: place2 }) {
    if (language !== "shell" || place2 !== "dockerfile" && place2 !== "script" && place2 !== "user-data") return;
    for (const match2 of text2.value.matchAll(INPUT)) {
      const start = match2.index + match2[1].length;
      const span = locate(text2, start, match2.index + match2[0].length);
      yield { span, message: "What comes from outside is run as a command.", element: match2[2] };
    }
  }
});
var INPUT = /^([ \t]*(?:exec[ \t]+)?|[^#\n]{0,200}[;&|][ \t]*)(?<=[\s;&|]|^)eval[ \t]+(?:--[ \t]+)?["']?(\$(?:[1-9@*]|\{(?:[1-9@*]|[A-Z_]*(?:INPUT|COMMAND|CMD|ARGS)[A-Z_]*)\}|[A-Z_]*(?:INPUT|COMMAND|CMD|ARGS)[A-Z_]*\b))/gm;

// src/rules/container/job-limits.ts
var job_limits_default = requirementRule(
  {
    id: "container/job-limits",
    title: "Job may run for ever",
    severity: "note",
    practice: "ECR scan on push; Container Insights; timeouts and resource limits of Batch jobs",
    description: "A job without a timeout that hangs, or that somebody made hang, is paid for until somebody sees it.",
    remediation: "Set `timeout.attempt_duration_seconds`, and memory and processors of the container.",
    cwe: ["CWE-770"],
    references: ["https://docs.aws.amazon.com/batch/latest/userguide/job_timeouts.html"]
  },
  [
    {
      types: "aws_batch_job_definition",
      at: ["timeout.attempt_duration_seconds", "timeout.attempt_duration_seconds"],
      is: "set",
      says: "may run for ever"
    },
    {
      types: "aws_lambda_function",
      at: ["reserved_concurrent_executions", "reserved_concurrent_executions"],
      is: "set",
      absent: "right",
      says: "may take all the concurrency of the account"
    }
  ]
);

// src/rules/container/stages.ts
function stagesOf({ instructions }) {
  const stages = [];
  const byName = /* @__PURE__ */ new Map();
  for (const instruction of instructions) {
    if (instruction.keyword !== "FROM") {
      stages.at(-1)?.instructions.push(instruction);
      continue;
    }
    const words = instruction.text.value.trim().split(/\s+/).filter((word) => !word.startsWith("--"));
    const image = words[0] ?? "";
    const stage = {
      from: instruction,
      image,
      imageSpan: instruction.span,
      instructions: [],
      base: byName.get(image.toLowerCase())
    };
    stages.push(stage);
    if (/^as$/i.test(words[1] ?? "") && words[2]) byName.set(words[2].toLowerCase(), stage);
  }
  return stages;
}
function lastOf(stage, keyword) {
  for (let at2 = stage; at2; at2 = at2.base) {
    const found2 = at2.instructions.findLast((instruction) => instruction.keyword === keyword);
    if (found2) return found2;
  }
  return void 0;
}
function imageOf(stage) {
  return stage.base ? imageOf(stage.base) : stage.image;
}
var isForLambda = (stage) => /(?:^|\/)lambda\/|aws-lambda|lambda-/i.test(imageOf(stage));

// src/rules/container/no-health-check.ts
var no_health_check_default = defineRule({
  meta: {
    id: "container/no-health-check",
    title: "Nobody asks the container whether it works",
    severity: "note",
    about: "hygiene",
    domain: "machines",
    practice: "containers: non-root user, pinned minimal base, health check, no secrets in ENV/ARG, no `eval` of input",
    description: "A program that hangs keeps its container alive; without a health check it is not replaced.",
    remediation: "Add a `HEALTHCHECK`, or a health check of the task definition or the load balancer.",
    cwe: ["CWE-693"],
    references: ["https://docs.docker.com/reference/dockerfile/#healthcheck"]
  },
  on: "container",
  *check(node) {
    const stage = stagesOf(node).at(-1);
    if (!stage || isForLambda(stage) || !lastOf(stage, "EXPOSE") || lastOf(stage, "HEALTHCHECK")) return;
    yield { span: stage.from.span, message: "The image serves a port, and has no `HEALTHCHECK`.", element: "health" };
  }
});

// src/rules/container/remote-add.ts
var remote_add_default = defineRule({
  meta: {
    id: "container/remote-add",
    title: "File from the network goes into the image unchecked",
    severity: "note",
    about: "hygiene",
    domain: "machines",
    practice: "containers: non-root user, pinned minimal base, health check, no secrets in ENV/ARG, no `eval` of input",
    description: "Whoever can change the file at the other end, or on the way when it comes by plain HTTP, decides what is in the image.",
    remediation: "Say what it must be, `ADD --checksum=sha256:\u2026`, or fetch it with `curl` and check its digest in the same `RUN`.",
    cwe: ["CWE-494"],
    references: ["https://docs.docker.com/reference/dockerfile/#add---checksum"]
  },
  on: "container",
  *check({ instructions }) {
    for (const { keyword, span, text: text2 } of instructions) {
      if (keyword !== "ADD" || !/(?:^|\s|")(?:https?|ftp):\/\//.test(text2.value) || /--checksum=/.test(text2.value))
        continue;
      yield { span, message: "A file from the network is put into the image, whatever it is by then.", element: "ADD" };
    }
  }
});

// src/rules/container/root-user.ts
var root_user_default = defineRule({
  meta: {
    id: "container/root-user",
    title: "Container runs as root",
    severity: "note",
    about: "hygiene",
    domain: "machines",
    practice: "containers: non-root user, pinned minimal base, health check, no secrets in ENV/ARG, no `eval` of input",
    description: "Whoever breaks into the program is root in the container, may change all of it, and needs one flaw less to get out of it.",
    remediation: "Make a user and name it by `USER` before `CMD`, or begin with an image that has one, such as a distroless `nonroot`.",
    cwe: ["CWE-250"],
    references: ["https://docs.docker.com/build/building/best-practices/#user"]
  },
  on: "container",
  *check(node) {
    const stage = stagesOf(node).at(-1);
    if (!stage || isForLambda(stage)) return;
    const user = lastOf(stage, "USER");
    if (user ? !/^(?:root|0)(?::|\s|$)/.test(user.text.value.trim()) : isOfSomebody(imageOf(stage))) return;
    const what = user ? "The last user is root." : "No user is named, so the container runs as root.";
    yield { span: (user ?? stage.from).span, message: what, element: "user" };
  }
});
function isOfSomebody(image) {
  return /nonroot|unprivileged|cgr\.dev\/|bitnami\/|^scratch$|\$/i.test(image);
}

// src/rules/container/ssh-port.ts
var ssh_port_default = defineRule({
  meta: {
    id: "container/ssh-port",
    title: "Container is logged in to by SSH",
    severity: "note",
    about: "hygiene",
    domain: "machines",
    practice: "private keys and SSH keys not shared; password login off, no root login",
    description: "A container that listens on port 22 has a second program, keys and users of its own in it, and what is done there is lost with it and seen by nobody.",
    remediation: "Leave the SSH server out; for a look inside there are `docker exec` and ECS Exec.",
    cwe: ["CWE-284"],
    references: ["https://docs.docker.com/reference/dockerfile/#expose"]
  },
  on: "container",
  *check(node) {
    const exposed = stagesOf(node).at(-1)?.instructions.filter(({ keyword }) => keyword === "EXPOSE") ?? [];
    const ssh = exposed.find(({ text: text2 }) => /(?:^|\s)22(?:\/tcp)?(?=\s|$)/.test(text2.value));
    if (ssh) yield { span: ssh.span, message: "The image serves port 22.", element: "ssh" };
  }
});

// src/rules/container/task-logs.ts
var task_logs_default = requirementRule(
  {
    id: "container/task-logs",
    title: "Container leaves no logs",
    severity: "note",
    practice: "log groups encrypted, retention set",
    description: "What a container prints is gone with it unless a log configuration sends it away.",
    remediation: "Give each container a `logConfiguration`, such as `awslogs`.",
    cwe: ["CWE-778"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html"]
  },
  [
    {
      types: "aws_ecs_task_definition",
      at: ["container_definitions[].log_configuration", "container_definitions[].log_configuration"],
      is: "set",
      says: "runs a container that leaves no logs"
    }
  ]
);

// src/rules/container/task-privileges.ts
var task_privileges_default = requirementRule(
  {
    id: "container/task-privileges",
    title: "Container has more of its machine than it needs",
    severity: "low",
    practice: "containers: non-root user, pinned minimal base, health check, no secrets in ENV/ARG, no `eval` of input",
    description: "A privileged container, one in the network of its machine or with more capabilities, is root on the machine once somebody is in it, and has the credentials of all that runs there.",
    remediation: "Leave `privileged` off, use the network mode `awsvpc`, and add no capabilities such as `SYS_ADMIN`.",
    cwe: ["CWE-250"],
    references: [
      "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html"
    ]
  },
  [
    {
      types: "aws_ecs_task_definition",
      at: ["container_definitions[].privileged", "container_definitions[].privileged"],
      is: "off",
      severity: "medium",
      says: "runs a privileged container"
    },
    {
      types: "aws_ecs_task_definition",
      at: ["network_mode", "network_mode"],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "host",
      says: "runs in the network of its machine"
    },
    {
      types: "aws_ecs_task_definition",
      at: ["network_mode", "network_mode"],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "bridge",
      severity: "note",
      says: "shares the network interface of its machine, and with it the credentials of that"
    },
    {
      types: "aws_ecs_task_definition",
      at: ["pid_mode", "pid_mode"],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "host",
      says: "sees the processes of its machine"
    },
    {
      types: "aws_ecs_task_definition",
      at: [
        "container_definitions[].linux_parameters[].capabilities[].add[]",
        "container_definitions[].linux_parameters[].capabilities[].add[]"
      ],
      is: (value) => !wordsOf(value).known.some(
        (one) => /^(?:ALL|SYS_ADMIN|SYS_PTRACE|NET_ADMIN|SYS_MODULE|DAC_READ_SEARCH)$/.test(one)
      ),
      absent: "right",
      says: "gives a container capabilities of the machine"
    },
    {
      types: "aws_ecs_task_definition",
      at: ["container_definitions[].user", "container_definitions[].user"],
      is: (value) => wordOf(value) === void 0 ? void 0 : !/^(?:root|0)(?::|$)/.test(wordOf(value)),
      severity: "note",
      says: "runs a container as root"
    },
    {
      types: "aws_batch_job_definition",
      at: ["container_properties.privileged", "container_properties.privileged"],
      is: "off",
      severity: "medium",
      says: "runs a privileged container"
    },
    {
      types: "aws_batch_job_definition",
      at: ["container_properties.user", "container_properties.user"],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "root",
      severity: "note",
      says: "runs its container as root"
    }
  ]
);

// src/rules/container/unpinned-base.ts
var unpinned_base_default = defineRule({
  meta: {
    id: "container/unpinned-base",
    title: "Image begins with whatever is newest",
    severity: "note",
    about: "hygiene",
    domain: "machines",
    practice: "containers: non-root user, pinned minimal base, health check, no secrets in ENV/ARG, no `eval` of input",
    description: "Without a tag, or with `latest`, the same Dockerfile makes another image tomorrow: one that nobody has tested, or that somebody else has put there.",
    remediation: "Name a version, best with its digest: `node:22.11-slim@sha256:\u2026`.",
    cwe: ["CWE-494", "CWE-1104"],
    references: ["https://docs.docker.com/build/building/best-practices/#pin-base-image-versions"]
  },
  on: "container",
  *check(node) {
    for (const { image, imageSpan, base } of stagesOf(node)) {
      if (base || image === "" || image === "scratch" || image.includes("$") || image.includes("@")) continue;
      const tag = /:([^/:]+)$/.exec(image)?.[1];
      if (tag !== void 0 && tag !== "latest") continue;
      const why = tag === void 0 ? "has no version" : "is whatever is newest";
      yield { span: imageSpan, message: `The base image \`${image.replace(/`/g, "")}\` ${why}.`, element: image };
    }
  }
});

// src/rules/container/writable-root.ts
var writable_root_default = requirementRule(
  {
    id: "container/writable-root",
    title: "Container can change its own files",
    severity: "note",
    practice: "containers: non-root user, pinned minimal base, health check, no secrets in ENV/ARG, no `eval` of input",
    description: "Whoever gets into the container can leave programs in it. Most need to write in one folder only.",
    remediation: "Set `readonlyRootFilesystem = true`, and mount a volume where it has to write.",
    cwe: ["CWE-732"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html"]
  },
  [
    {
      types: "aws_ecs_task_definition",
      at: ["container_definitions[].readonly_root_filesystem", "container_definitions[].readonly_root_filesystem"],
      is: "on",
      says: "runs a container that can change its own files"
    },
    {
      types: "aws_batch_job_definition",
      at: ["container_properties.readonly_root_filesystem", "container_properties.readonly_root_filesystem"],
      is: "on",
      says: "runs a container that can change its own files"
    }
  ]
);

// src/rules/credentials/addresses/judge.ts
function judgeAddress({ user, password, host }) {
  if (IDIOM.test(`${user}:${password}`) || /[[\]]|^%env\(/.test(user) || isReference(password) || isDocumentation(host))
    return void 0;
  if (isPlaceholder(password) || /^[A-Z_]+$/.test(user + password)) return void 0;
  const nearby = isOwnMachine(host);
  if (password === user || COMMON_PASSWORDS.has(password.toLowerCase())) {
    return nearby || isPrivate(host) ? void 0 : { judged: COMMON, nearby };
  }
  const judged = judgeSecret({ name: "password", value: password, takes: "secret" });
  if (!judged.secret || isReference(user) && !judged.proven) return void 0;
  return { judged, nearby: nearby || isPrivate(host) && !judged.proven };
}
var COMMON = { secret: true, confidence: "medium", reason: "it is a word that many set at first" };
var IDIOM = /^(?:user(?:name)?|login|me|foo|bar|u|name):(?:p|pw|pass(?:w(?:or)?d)?|foo|bar|secret)$/i;
function isReference(value) {
  return /^%env\(|\$\{|\$\(|\{\{|@\w+@|^\$\w|^%[^%]+%$|^[<[({].*[>\])}]$|^%[sv]$|^:\w+$/.test(value);
}
function isDocumentation(host) {
  return /(?:^|\.)(?:example|test|invalid)(?:\.(?:com|org|net))?(?::|$)|^(?:your|my|some)[-_]?|^host(?:name)?\d?(?::|$|,|\.(?!docker\.))|domain\.(?:com|tld)|^\.\.\.|[<{$]/i.test(
    host
  ) || /^[A-Z_]{2,}(?::|$)/.test(host);
}
var nameOf2 = (host) => host.replace(/:\d*$/, "");
function isOwnMachine(host) {
  const name = nameOf2(host);
  if (name === "") return false;
  return /^(?:localhost|127\.\d|0\.0\.0\.0|\[?::1|host\.docker\.internal)|\.localhost$/i.test(name) || !/[.:]/.test(name);
}
function isPrivate(host) {
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|\.(?:local|internal)$/i.test(nameOf2(host));
}

// src/rules/credentials/leaked-token.ts
var ruleIdOf = ({ id }) => `credentials/${id}`;
function leakedToken({ id, title, severity, description, remediation, reference, kinds }) {
  return {
    id: ruleIdOf({ id }),
    title,
    severity,
    about: "secret",
    domain: "credentials",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: `${description} In a repository everyone who can read it, a fork, a clone or a log of it has the secret too.${coverage(kinds)}`,
    remediation: `${remediation} Deleting the line is not enough, since the history keeps it.`,
    cwe: ["CWE-798"],
    references: [reference]
  };
}
function coverage(kinds) {
  if (!kinds || kinds.length < 2) return "";
  return ` Found: ${kinds.map(({ name }) => name.replace(/^(?:An?|The) (.)/, (whole) => whole.charAt(0).toLowerCase() + whole.slice(1))).join("; ")}.`;
}

// src/rules/credentials/views.ts
function viewsOf(text2, unit) {
  return isDecoded(text2) ? [] : [text2, ...unit.of(decode, text2).texts];
}
function freshIn(view, start, end) {
  if (!isDecoded(view)) return true;
  let low = 0;
  let high = view.decoded.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (view.decoded[middle].end < start) low = middle + 1;
    else high = middle;
  }
  return low < view.decoded.length && view.decoded[low].start <= end;
}
function* matchesIn(text2, pattern, unit) {
  const seen = /* @__PURE__ */ new Set();
  for (const view of viewsOf(text2, unit)) {
    for (const match2 of view.value.matchAll(pattern)) {
      const start = match2.index;
      const end = start + match2[0].length;
      if (!freshIn(view, start, end)) continue;
      const span = locate(view, start, end);
      const place2 = `${span.start}:${span.end}`;
      if (seen.has(place2)) continue;
      seen.add(place2);
      yield { value: match2[0], groups: match2, span, view: view.value, start, end };
    }
  }
}
function notifyOfCuts(node, context) {
  for (const cut of context.unit.of(decode, node.text).cuts) {
    context.notify({
      level: "warning",
      id: "not-decoded",
      message: `Not searched for secrets: ${cut}.`,
      location: { uri: node.uri },
      unread: { span: { ...node.span, end: node.span.start }, limit: "decoded-characters" }
    });
  }
}

// src/rules/credentials/addresses.ts
var KINDS = [
  {
    id: "database-url",
    title: "Database address with a password in the repository",
    severity: "high",
    schemes: /^(?:mongodb(?:\+srv)?|mysqlx?|postgres(?:ql)?)$/,
    message: () => "A database address with its password.",
    description: "The address says where the database is, the password lets anyone in who can reach it.",
    remediation: "Change the password. Keep it in Secrets Manager (which can rotate it), or use IAM authentication to RDS.",
    reference: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html"
  },
  {
    id: "basic-auth-url",
    title: "Address with user name and password in the repository",
    severity: "high",
    schemes: /^(?:https?|ftps?)$/,
    message: () => "An address with a user name and a password.",
    description: "Whoever reads the address can log in; such addresses also end up in logs, histories and proxies.",
    remediation: "Change the password, and pass user name and password from the environment or a credential helper.",
    reference: "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1"
  },
  {
    id: "connection-string",
    title: "Address of a service with a password in the repository",
    severity: "high",
    schemes: /^/,
    message: (scheme) => `An address of ${scheme} with its password.`,
    description: "The address says where a queue, a cache, a directory, a mail server or a database is, the password lets anyone in who can reach it. Such addresses also end up in logs.",
    remediation: "Change the password, and read the whole address from AWS Secrets Manager or from the environment that the deployment sets.",
    reference: "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1"
  }
];
var addresses_default = KINDS.map(
  (kind2) => defineRule({
    meta: leakedToken(kind2),
    on: "text",
    check: (node, context) => boundedHits(context.unit.of(addressHits, node.text).get(kind2) ?? [], node, context)
  })
);
function addressHits(text2, unit) {
  const found2 = /* @__PURE__ */ new Map();
  const places = /* @__PURE__ */ new Set();
  for (const view of viewsOf(text2, unit)) {
    for (const address of addressesIn(view.value)) {
      const { scheme, start, end } = address;
      const secret = freshIn(view, start, end) ? judgeAddress(address) : void 0;
      if (!secret) continue;
      const span = locate(view, start, end);
      const place2 = `${span.start}:${span.end}`;
      if (places.has(place2)) continue;
      places.add(place2);
      const kind2 = KINDS.find(({ schemes }) => schemes.test(scheme));
      const { judged, nearby } = secret;
      const hit3 = {
        span,
        message: kind2.message(scheme),
        severity: nearby ? "low" : judged.confidence === "high" ? "high" : "medium",
        confidence: judged.confidence,
        confidenceReason: judged.reason,
        lighterInSamples: "by-place",
        secret: true,
        secretValue: address.password
      };
      const hits = found2.get(kind2);
      if (hits) hits.push(hit3);
      else found2.set(kind2, [hit3]);
    }
  }
  return found2;
}

// src/rules/credentials/appsync-key.ts
var KEY = /(?<![A-Za-z0-9])da2-[a-z0-9]{26}(?![A-Za-z0-9])/g;
var appsync_key_default = defineRule({
  meta: {
    id: "credentials/appsync-key",
    title: "AWS AppSync API key in the repository",
    severity: "medium",
    about: "secret",
    domain: "credentials",
    practice: "keys never in git (AKIA, ASIA, secret half, session token)",
    description: "Whoever has an AppSync API key can send the GraphQL API every request that the key authorises, for up to a year. Browser code shows its key to every visitor anyway; then the question is what the API allows to strangers.",
    remediation: "If the key is meant for machines, delete it (aws appsync delete-api-key), read the new one from the environment, and keep it in Secrets Manager. For people use Cognito, OIDC or IAM authorisation instead of API keys.",
    cwe: ["CWE-798"],
    references: ["https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#api-key-authorization"]
  },
  on: "text",
  *check(node, { unit }) {
    for (const { value, span } of matchesIn(node.text, KEY, unit)) {
      const body = value.slice(4);
      if (isPlaceholder2(body) || new Set(body).size < 9 || !/\d/.test(body)) continue;
      yield {
        span,
        message: "An AWS AppSync API key.",
        secret: true,
        secretValue: value,
        properties: { keyType: "appsync" }
      };
    }
  }
});

// src/rules/credentials/assigned/severity.ts
function severityByProof(found2, { name, value }) {
  const { confidence, proven } = found2;
  if (!proven && !/\d/.test(value)) return void 0;
  const short = SHORTEST.find(({ of }) => of.test(name));
  const doubt = proven && value.length >= (short?.length ?? 0) ? void 0 : proven ? SHORT : found2.reason;
  return {
    severity: doubt === void 0 ? "high" : confidence === "low" ? "low" : "medium",
    confidence: doubt === void 0 ? "high" : confidence === "low" ? "low" : "medium",
    confidenceReason: doubt ?? found2.reason,
    lighterInSamples: "by-place"
  };
}
var SHORT = "machines make keys and tokens longer than that";
var SHORTEST = [
  { of: /pass|pwd|pw$|psk/i, length: 0 },
  { of: /key|token/i, length: 16 },
  { of: /secret/i, length: 12 }
];

// src/core/paths.ts
function pathFrom(folder, name) {
  if (name.startsWith("/") || /^[a-z][a-z+]*:/i.test(name) || name.includes(UNKNOWN)) return void 0;
  const parts = folder === "" ? [] : folder.split("/");
  for (const part2 of name.split("/")) {
    if (part2 === "..") {
      if (parts.pop() === void 0) return void 0;
    } else if (part2 !== "." && part2 !== "") parts.push(part2);
  }
  return parts.join("/");
}
function folderOf(path2) {
  return path2.slice(0, Math.max(0, path2.lastIndexOf("/")));
}
function nameOf3(path2) {
  return path2.slice(path2.lastIndexOf("/") + 1);
}
var isNameless = (path2) => path2.startsWith("<");

// src/rules/credentials/assigned/style.ts
var EXTENSIONS = new Map([
  ...`js mjs cjs jsx ts mts cts tsx vue svelte py pyi rb php phtml java kt kts scala sbt groovy gradle go rs cs fs vb swift m mm
  c cc cpp h hpp dart ex exs erl lua pl pm r jl clj ps1 psm1 sh bash zsh tf tfvars hcl json jsonc json5 tfstate backup sql
  html htm ipynb http rest toml dockerfile properties.in nix bicep cmake ino vbs bas tsql psql ddl`.split(/\s+/).map((extension) => [extension, "quoted"]),
  // Pages of documentation, too: what stands in their code is lighter, and may be real.
  ...`properties ini config env envrc yaml yml j2 jinja jinja2 tpl tmpl erb xml plist settings rc txt desktop service
  md mdx markdown rst adoc`.split(/\s+/).map((extension) => [extension, "bare"]),
  ..."conf cnf cfg".split(" ").map((extension) => [extension, "spaced"]),
  ..."csv tsv".split(" ").map((extension) => [extension, "table"])
]);
var MADE = /(?:^|\/)(?:node_modules|bower_components|site-packages|\.yarn|\.terraform)\/|\.min\.\w+$|[-.]lock(?:\.\w+)?$|(?:^|\/)(?:package-lock|npm-shrinkwrap|composer\.lock|pnpm-lock|yarn\.lock|go\.sum|Cargo\.lock|poetry\.lock|Pipfile\.lock|Gemfile\.lock)[^/]*$|\.(?:svg|map|snap)$/i;
function styleOf(path2) {
  if (MADE.test(path2)) return void 0;
  const name = nameOf3(path2).toLowerCase();
  if (/^(?:\.env|env)(?:\.|$)|^\.?(?:netrc|_netrc|pypirc|npmrc|yarnrc|my\.cnf|s3cfg|boto)$/.test(name)) return "bare";
  if (!name.slice(1).includes("."))
    return /^(?:dockerfile|jenkinsfile|vagrantfile|makefile|procfile|credentials|config)$/.test(name) ? "bare" : void 0;
  return EXTENSIONS.get(name.slice(name.lastIndexOf(".") + 1));
}

// src/rules/credentials/assigned-secret.ts
var SHORTEST2 = 8;
var assigned_secret_default = defineRule({
  meta: {
    id: "credentials/assigned-secret",
    title: "Literal secret in a program or a configuration",
    severity: "high",
    about: "secret",
    domain: "credentials",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    generic: true,
    description: "A password, key or token that stands in a program or its configuration is read by everyone who can read the repository, a fork, a clone or an image made of it, and cannot be changed without a release.",
    remediation: "Revoke or change the value, and read the new one when the program starts: from AWS Secrets Manager or an SSM SecureString parameter, or from the environment that the deployment sets. Deleting the line is not enough, since the history keeps it.",
    cwe: ["CWE-798", "CWE-312"],
    references: ["https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets.html"]
  },
  on: "text",
  check: (node, context) => boundedHits(assignedSecrets(node, context.unit), node, context)
});
function* assignedSecrets({ text: text2, uri }, unit) {
  const style = styleOf(uri);
  if (style === void 0) return;
  const places = /* @__PURE__ */ new Set();
  for (const view of viewsOf(text2, unit)) {
    for (const literal2 of literalsIn(view.value, style)) {
      const { name, value, start, end } = literal2;
      if (value.length < SHORTEST2 || !freshIn(view, start, end)) continue;
      const judged = judgeLiteral(literal2);
      const told = judged.secret && isIdBesideSecret(name, view.value, start) ? PUBLIC_HALF : judged;
      const severity = told.secret ? severityByProof(told, literal2) : void 0;
      const span = locate(view, start, end);
      if (!severity || places.has(span.start)) continue;
      places.add(span.start);
      yield {
        span,
        message: `\`${name}\` is set to a literal secret.`,
        ...severity,
        secret: true,
        secretValue: value
      };
    }
  }
}
var BESIDE = 300;
var PUBLIC_HALF = {
  secret: true,
  confidence: "low",
  reason: "it is the public half beside a secret of the same name"
};
function isIdBesideSecret(name, text2, at2) {
  const stem = /^(.*(?:app|client|consumer|oauth|api)[_-]?)key$/i.exec(name)?.[1];
  if (stem === void 0) return false;
  const around2 = text2.slice(Math.max(0, at2 - BESIDE), at2 + BESIDE).toLowerCase();
  return around2.includes(`${stem.toLowerCase()}secret`);
}

// src/rules/credentials/aws/credential-files.ts
var FILES = [
  { name: /(?:^|\/)rootkey[^/]*\.csv$/i, what: "the download of the keys of an account\u2019s root user", root: true },
  { name: /(?:^|\/)[^/]*access_?keys?[^/]*\.csv$/i, what: "the console\u2019s download of an access key" },
  { name: /(?:^|\/)(?:[^/]*_)?credentials[^/]*\.csv$/i, what: "the console\u2019s download of a user\u2019s credentials" },
  { name: /(?:^|\/)\.aws\/credentials[^/]*$/, what: "the credentials file of the AWS tools" }
];
function credentialFileOf(uri) {
  const file = FILES.find(({ name }) => name.test(uri));
  return file && { what: file.what, root: file.root === true };
}

// src/rules/credentials/aws/naming.ts
var REACH = 240;
function namingOf(value, start, end) {
  const before = lastLines(value.slice(Math.max(0, start - REACH), start));
  const named2 = lastName(before);
  return named2 === "none" ? nameBehind(value.slice(end, end + 120)) : named2;
}
var AWS_SECRET_NAME = /(?:aws|amazon|amz|s3a?|ses|sns|sqs|dynamo(?:db)?|ecr|boto|minio|ceph|wasabi)[\w.\- ]{0,24}?secret|secret[\W_]{0,2}access[\W_]{0,2}key|access[\W_]{0,2}key[\W_]{0,2}secret|access[\W_]?secret/gi;
var AWS_KEY_NAME = /(?:aws|amazon|amz|s3a?|ses|dynamo(?:db)?|boto|minio|wasabi)[\w.-]{0,24}?(?:key|credentials?|cred|sk\b)/gi;
var AWS_BARE_NAME = /(?<![a-z])aws(?!\.String\b)[\w.-]{0,24}/gi;
var SECRET_NAME = /secret(?:[\W_]{0,2}key)?/gi;
var FOREIGN = new Set(
  `client oauth oauth2 jwt session cookie hook webhook github gitlab bitbucket google gcp firebase azure microsoft slack
  stripe paypal twitter facebook linkedin instagram django rails flask laravel okta auth0 keycloak consumer recaptcha
  captcha csrf hmac sign signing signature encrypt encryption crypto twilio mailgun datadog npm docker sha sha1 sha256
  hash digest checksum integrity fingerprint etag nonce salt commit manifest snapshot ref version uuid guid arn name names
  namespace path file token url uri sse kms customer public object cache bucket prefix md5 checkout`.split(/\s+/)
);
function lastName(before) {
  const candidates2 = [AWS_SECRET_NAME, AWS_KEY_NAME, AWS_BARE_NAME, SECRET_NAME].map(
    (pattern) => lastMatch(before, pattern)
  );
  let nearest;
  for (const match2 of candidates2) if (match2 && match2.end > (nearest?.end ?? 0)) nearest = match2;
  if (!nearest) return "none";
  const gap = before.slice(nearest.end);
  if (!bridges(gap, nearest.pattern !== SECRET_NAME)) return "none";
  if (nearest.pattern === AWS_SECRET_NAME) return "aws";
  if (nearest.pattern === AWS_BARE_NAME && !/^[\W_]{1,12}$/.test(gap)) return "none";
  const name = identifierAround(before, nearest.start, nearest.end);
  if (nearest.pattern === AWS_KEY_NAME && /secret/i.test(name)) return "aws";
  if (isForeign(name)) return "other";
  return nearest.pattern === SECRET_NAME ? "secret" : "aws";
}
function lastMatch(text2, pattern) {
  let last;
  for (const match2 of text2.matchAll(pattern)) last = { pattern, start: match2.index, end: match2.index + match2[0].length };
  return last;
}
function bridges(gap, aws) {
  const short = gap.replace(/\s+/g, " ");
  if (short.length > 60 || /[A-Za-z0-9+/]{16}/.test(short)) return false;
  for (const [, name] of gap.matchAll(/[;,}&?\n]\s*["'`]?([A-Za-z_][\w.-]*)["'`]?\s*[:=]/g)) {
    if (!/^(?:value|val|default|string|s|text|data|content)$/i.test(name) && (!aws || isForeign(name))) return false;
  }
  return true;
}
function isForeign(name) {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase().split(/[^a-z0-9]+/);
  return words.some((word) => FOREIGN.has(word));
}
function identifierAround(text2, start, end) {
  const left = /(?:[\w.-]+ )?[\w.-]*$/.exec(text2.slice(Math.max(0, start - 40), start))[0];
  const right = /^[\w.-]*/.exec(text2.slice(end, end + 40))[0];
  return left + text2.slice(start, end) + right;
}
function nameBehind(after) {
  const sibling = /^["'`]?\s*,?\s*["'`]?(?:key|name|id)["'`]?\s*[:=]\s*["'`]?([\w.-]{4,60})/i.exec(after);
  const comment = /^["'`]?[),;\s]{0,4}(?:#|\/\/|--|<!--|\/\*)([^\n]{4,60})/.exec(after);
  const name = sibling?.[1] ?? comment?.[1];
  if (!name) return "none";
  if (lastMatch(name, AWS_SECRET_NAME) || lastMatch(name, AWS_KEY_NAME) && !isForeign(name)) return "aws";
  return sibling && lastMatch(name, SECRET_NAME) && !isForeign(name) ? "secret" : "none";
}
function lastLines(before) {
  for (let lineStart2 = before.lastIndexOf("\n"); lineStart2 > 0; ) {
    const previous = before.lastIndexOf("\n", lineStart2 - 1);
    if (before.slice(previous + 1, lineStart2).trim() !== "") return before.slice(previous + 1);
    lineStart2 = previous;
  }
  return before;
}

// src/rules/credentials/aws/secret-half.ts
var WORDIEST = -0.5;
var LENGTH = 40;
var BASE64 = new Uint8Array(65536);
for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/") {
  BASE64[character.charCodeAt(0)] = 1;
}
function findSecretHalves(value) {
  const found2 = [];
  for (let at2 = LENGTH - 1; at2 < value.length; at2 += LENGTH) {
    if (BASE64[value.charCodeAt(at2)] === 0) continue;
    let start = at2;
    while (start > 0 && BASE64[value.charCodeAt(start - 1)] === 1) start--;
    let end = at2 + 1;
    while (end < value.length && BASE64[value.charCodeAt(end)] === 1) end++;
    at2 = end;
    if (value[start - 1] === "\\" && /[nrt]/.test(value[start])) start++;
    if (end - start !== LENGTH || !standsAlone(value, start, end)) continue;
    const run = value.slice(start, end);
    if (wordiness(run) > WORDIEST) continue;
    if (looksGenerated(run)) found2.push({ start, typical: true });
    else if (couldBeGenerated(run)) found2.push({ start, typical: false });
  }
  return found2;
}
function standsAlone(value, start, end) {
  if (value[end] === "%" || value[start - 1] === "%") return false;
  if (value[start - 1] === "=" && value[start - 2] === "=") return false;
  if (/[-_.]/.test(value[end] ?? "") && /[A-Za-z0-9]/.test(value[end + 1] ?? "")) return false;
  return !(/[-_.~]/.test(value[start - 1] ?? "") && /[A-Za-z0-9]/.test(value[start - 2] ?? ""));
}
function looksGenerated(run) {
  if (!/[a-z]/.test(run) || !/[A-Z]/.test(run) || !/[0-9]/.test(run)) return false;
  return lettersInWords(run) < 20 && slashes(run) < 5 && entropy(run) >= 4 && !isPlaceholder2(run);
}
function couldBeGenerated(run) {
  if (!/[a-z]/.test(run) || !/[A-Z]/.test(run)) return false;
  const [words, paths] = [lettersInWords(run), slashes(run)];
  const oddities = [!/[0-9]/.test(run), words >= 20, paths >= 5].filter(Boolean).length;
  return oddities <= 1 && words < 24 && paths < 7 && entropy(run) >= 4 && !isPlaceholder2(run);
}
function lettersInWords(run) {
  let letters = 0;
  for (const word of run.match(/[A-Z]?[a-z]{4,}|[A-Z]{6,}/g) ?? []) letters += word.length;
  return letters;
}
function slashes(run) {
  let count3 = 0;
  for (const character of run) if (character === "/") count3++;
  return count3;
}
function entropy(text2) {
  const counts = /* @__PURE__ */ new Map();
  for (const character of text2) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count3 of counts.values()) bits -= count3 / text2.length * Math.log2(count3 / text2.length);
  return bits;
}

// src/rules/credentials/aws/session-token.ts
var MARKS = ["b3JpZ2luX2Vj", "YXdz"];
var HEADER = /^[A-Za-z0-9+/][AQgw]o/;
var SHORTEST3 = 100;
var NAME = /(?:session|security)[\W_]{0,2}token/gi;
var BETWEEN = /^[^A-Za-z0-9+/]{1,40}(?:(?:value|default|string)[^A-Za-z0-9+/]{1,12})?/i;
function findSessionTokens(value) {
  const found2 = /* @__PURE__ */ new Map();
  const add3 = (start, end) => {
    if (end - start < SHORTEST3 || value[end] === "%" || isMasked(value.slice(start, end))) return;
    found2.set(start, { start, end });
  };
  for (const mark of MARKS) {
    for (let at2 = value.indexOf(mark); at2 !== -1; at2 = value.indexOf(mark, at2 + 1)) {
      const start = runStart(value, at2);
      if (at2 - start < 4 || at2 - start > 16 || !HEADER.test(value.slice(start, start + 3))) continue;
      const end = runEnd(value, at2);
      add3(start, end);
      at2 = Math.max(at2, end - 1);
    }
  }
  for (const name of value.matchAll(NAME)) {
    const end = name.index + name[0].length;
    const between = BETWEEN.exec(value.slice(end, end + 80));
    if (between) add3(end + between[0].length, runEnd(value, end + between[0].length));
  }
  return [...found2.values()].sort((a, b) => a.start - b.start);
}
function isMasked(token) {
  return /example/i.test(token) || isPlaceholder2(token.slice(20, 60)) || new Set(token).size < 24;
}
function runStart(value, at2) {
  let start = at2;
  while (start > 0 && at2 - start <= 17 && isBase64(value.charCodeAt(start - 1))) start--;
  return value[start - 1] === "\\" && /[nrt]/.test(value[start]) ? start + 1 : start;
}
function runEnd(value, at2) {
  let end = at2;
  while (end < value.length && isBase64(value.charCodeAt(end))) end++;
  while (value[end] === "=") end++;
  return end;
}
function isBase64(code) {
  return code >= 97 && code <= 122 || code >= 65 && code <= 90 || code >= 47 && code <= 57 || code === 43;
}

// src/rules/credentials/aws/detector.ts
var REACH2 = 1024;
function detectAws(value) {
  const ids = findIds(value);
  const named2 = namedHalves(value);
  const halves = [...named2.keys()];
  if (ids.length === 0 && halves.length === 0) return [];
  const partner = pair(ids, halves, named2);
  const paired = new Set(partner.values());
  const lone = halves.filter((half) => !paired.has(half) && /^(?:aws|secret)$/.test(named2.get(half)));
  const tokens = tokensByOwner(value, ids, lone);
  const found2 = ids.map((id) => {
    const secret = partner.get(id);
    const token = tokens.get(id);
    return {
      id,
      ...secret ? { secret } : {},
      ...token ? { token } : {},
      confidence: secret || /^[A-Z2-7]+$/.test(id.value.slice(4)) ? "high" : isNamed2(value, id.start) ? "medium" : "low",
      signature: !secret && inSignature(value, id),
      record: !secret && inRecord(value, id)
    };
  });
  for (const secret of lone) {
    const token = tokens.get(secret);
    const confidence = named2.get(secret) === "aws" ? "high" : "medium";
    found2.push({ secret, ...token ? { token } : {}, confidence, signature: false, record: false });
  }
  return found2;
}
function namedHalves(value) {
  const named2 = /* @__PURE__ */ new Map();
  for (const { start, typical } of findSecretHalves(value)) {
    const end = start + 40;
    const naming = namingOf(value, start, end);
    if (typical || naming === "aws") named2.set({ start, end, value: value.slice(start, end) }, naming);
  }
  return named2;
}
var ID2 = /A(?:KIA|SIA|BIA|CCA|3T[A-Z0-9])[A-Z0-9]{16}(?![A-Za-z0-9])/g;
function findIds(value) {
  const ids = [];
  for (const match2 of value.matchAll(ID2)) {
    const start = match2.index;
    const id = match2[0];
    if (beginsInWord(value, start) || isPlaceholder2(id) || isWord(id) && !isNamed2(value, start)) continue;
    ids.push({ start, end: start + id.length, value: id });
  }
  return ids;
}
function beginsInWord(value, start) {
  if (!/[A-Za-z0-9]/.test(value[start - 1] ?? "")) return false;
  return !/(?:\\[nrtbf]|%[0-9A-F]{2}|\\u00[0-9a-fA-F]{2})$/.test(value.slice(Math.max(0, start - 6), start));
}
function isWord(id) {
  return !id.startsWith("AKIA") && /^[A-Z]+$/.test(id);
}
function isNamed2(value, start) {
  return /key|aws|access|credential/i.test(value.slice(Math.max(0, start - 60), start));
}
function inSignature(value, id) {
  const before = value.slice(Math.max(0, id.start - 24), id.start);
  const after = value.slice(id.end, id.end + 64);
  if (/^(?:\/|%2F)20\d{6}/i.test(after)) return true;
  return (
    // The address may be put together of parts: `"\u2026AWSAccessKeyId=\u2026"`, and `"&Signature=\u2026"` on the next line.
    /AWSAccessKeyId(?:=|%3D)$/i.test(before) && /^(?:["'`\s+\\]{0,60}(?:&|%26))/.test(after) || /Authorization\W{1,6}AWS $/i.test(before)
  );
}
var RECORD_REACH = 3e3;
function inRecord(value, id) {
  if (!/access_?key_?id\W{1,12}$/i.test(value.slice(Math.max(0, id.start - 24), id.start))) return false;
  const around2 = value.slice(Math.max(0, id.start - RECORD_REACH), id.end + RECORD_REACH);
  return /user_?identity/i.test(around2) && /event_?(?:name|version|source|time)/i.test(around2);
}
function pair(ids, halves, named2) {
  const edges = [];
  const idFirst = (ids[0]?.start ?? 0) < (halves[0]?.start ?? 0);
  for (const half of halves) {
    const naming = named2.get(half);
    if (naming === "other" || naming === "none" && entropy(half.value) < 4.2) continue;
    const nameCost = naming === "aws" ? 0 : naming === "secret" ? 100 : 400;
    for (const id of around(ids, half)) {
      const gap = distance(id, half);
      const usualOrder = id.start < half.start === idFirst;
      if (gap <= REACH2) edges.push({ id, half, cost: gap + (usualOrder ? 0 : 300) + nameCost });
    }
  }
  edges.sort((a, b) => a.cost - b.cost);
  const partner = /* @__PURE__ */ new Map();
  const taken = /* @__PURE__ */ new Set();
  for (const { id, half } of edges) {
    if (partner.has(id) || taken.has(half)) continue;
    partner.set(id, half);
    taken.add(half);
  }
  return partner;
}
function tokensByOwner(value, ids, lone) {
  const owners = /* @__PURE__ */ new Map();
  const temporary = [...ids.filter((id) => id.value.startsWith("ASIA")), ...lone].sort((a, b) => a.start - b.start);
  if (temporary.length === 0) return owners;
  for (const { start, end } of findSessionTokens(value)) {
    const token = { start, end, value: value.slice(start, end) };
    const cost = (id) => distance(id, token) + (id.start < start ? 0 : 300);
    const owner = around(temporary, token).filter((id) => !owners.has(id) && cost(id) <= 2 * REACH2).sort((a, b) => cost(a) - cost(b))[0];
    if (owner) owners.set(owner, token);
  }
  return owners;
}
function around(parts, place2) {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (parts[middle].start < place2.start) low = middle + 1;
    else high = middle;
  }
  return parts.slice(Math.max(0, low - 4), low + 4);
}
function distance(a, b) {
  return a.start < b.start ? b.start - a.end : a.start - b.end;
}

// src/rules/credentials/aws/credentials.ts
function awsKeysIn(text2, unit) {
  return once(merged(viewsOf(text2, unit)));
}
var PARTS = ["id", "secret", "token"];
function merged(views) {
  const found2 = /* @__PURE__ */ new Set();
  const byPart = /* @__PURE__ */ new Map();
  for (const view of views) {
    for (const credential of detectAws(view.value)) {
      const parts = PARTS.flatMap((name) => credential[name] ?? []);
      if (!parts.some((part2) => freshIn(view, part2.start, part2.end))) continue;
      const key = locatedIn(view, credential);
      const same = new Set(partsOf(key).flatMap((part2) => byPart.get(placeKey(part2)) ?? []));
      if ([...same].some((other) => partsOf(other).length >= partsOf(key).length)) continue;
      for (const other of same) found2.delete(other);
      found2.add(key);
      for (const part2 of partsOf(key)) byPart.set(placeKey(part2), key);
    }
  }
  return [...found2];
}
function locatedIn(view, credential) {
  const at2 = (part2) => part2 && { value: part2.value, span: locate(view, part2.start, part2.end) };
  const { confidence, signature, record } = credential;
  const [id, secret, token] = [at2(credential.id), at2(credential.secret), at2(credential.token)];
  return { confidence, signature, record, ...id && { id }, ...secret && { secret }, ...token && { token } };
}
function once(keys) {
  const groups = /* @__PURE__ */ new Map();
  const fullestFirst = [...keys].sort((a, b) => partsOf(b).length - partsOf(a).length || startOf(a) - startOf(b));
  for (const key of fullestFirst) {
    const names = [key.id?.value, key.secret?.value].filter((value) => value !== void 0);
    const group = names.map((name) => groups.get(name)).find((known) => known !== void 0) ?? [];
    group.push(key);
    for (const name of names) if (!groups.has(name)) groups.set(name, group);
  }
  return [...new Set(groups.values())].map(([first, ...rest]) => {
    const own2 = new Set(partsOf(first).map(placeKey));
    const again = rest.flatMap(partsOf).filter((part2) => !own2.has(placeKey(part2)));
    return {
      ...first,
      signature: first.signature && rest.every((key) => key.signature),
      record: first.record && rest.every((key) => key.record),
      again
    };
  }).sort((a, b) => startOf(a) - startOf(b));
}
function partsOf(key) {
  return PARTS.flatMap((name) => key[name] ?? []);
}
function placeKey({ value, span }) {
  return `${span.start}:${span.end}:${span.uri}:${value}`;
}
function startOf(key) {
  return (key.id ?? key.secret).span.start;
}

// src/rules/credentials/aws/hit.ts
import { createHash } from "node:crypto";

// src/aws/accounts.ts
var OF_AWS = new Set(
  [
    "127311923021 033677994240 027434742980 797873946194 098369216593 754344448648 589379963580 718504428378",
    "383597477331 600734575887 114774131450 783225319266 582318560864 985666609251 054676820928 156460612806",
    "652711504416 635631232127 009996457667 897822967062 076674570225 507241528517 048591011584 190560391635",
    "638102146993 037604701340"
  ].flatMap((line) => line.split(" "))
);
function isOfAws(account) {
  return OF_AWS.has(account);
}
var OF_DOCUMENTATION = /^(?:123456789012|012345678901|210987654321|098765432109|123412341234|112233445566|111122223333|222233334444|333344445555|444455556666|555566667777|666677778888|777788889999|888899990000|(\d)\1{11})$/;
function isOfDocumentation(account) {
  return OF_DOCUMENTATION.test(account);
}
function accountOf(principal) {
  if (/^\d{12}$/.test(principal)) return principal;
  return /^arn:[^:]*:(?:iam|sts)::(\d{12}):/.exec(principal)?.[1];
}
function ownAccounts(document) {
  const accounts = document.statements.flatMap((statement) => [...statement.resources, ...statement.notResources]).flatMap((leaf) => /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(leaf.value)?.[1] ?? []);
  return /* @__PURE__ */ new Set([...accounts, ...keyOwner(document)]);
}
function keyOwner({ statements }) {
  const roots = statements.filter(
    ({ effect, actions }) => /^allow$/i.test(effect.value) && actions.some(({ value }) => /^kms:\*$/i.test(value))
  ).flatMap(({ principals }) => principals.map(({ value }) => value.value)).filter((value) => /:root$|^\d{12}$/.test(value));
  return new Set(roots).size === 1 ? roots.slice(0, 1).flatMap((root) => accountOf(root) ?? []) : [];
}

// src/rules/credentials/aws/hit.ts
var MOST_RELATED = 997;
function hitOf2(key, addition = {}) {
  const facts = key.id ? factsOfKeyId(key.id.value) : void 0;
  const main = key.id ?? key.secret;
  const others = [key.secret, key.token, ...key.again].filter((part2) => part2 !== void 0 && part2 !== main);
  return {
    span: main.span,
    message: `${whatItIs(key, facts)}${whoseItIs(facts)}${addition.remark ? ` ${addition.remark}` : ""}`,
    severity: addition.severity ?? severityOf(key, facts),
    confidence: key.confidence,
    ...unlikely(key, facts),
    // `secret` alone may name a secret of anyone's: the AWS key it looks like is not proven.
    ...!facts && key.confidence !== "high" ? { lighterInSamples: "by-place" } : {},
    secret: true,
    secretValue: main.value,
    keyMaterial: {
      ...key.id ? { keyId: key.id.value } : {},
      ...key.secret ? { secretKey: key.secret.value } : {},
      ...key.token ? { sessionToken: key.token.value } : {}
    },
    element: elementOf(key),
    secretSpans: others.map((part2) => part2.span),
    related: relatedOf(key),
    properties: {
      keyType: facts?.kind ?? "secret-half",
      ...facts ? { keyId: facts.masked } : {},
      ...facts?.accountId ? { accountId: facts.accountId } : {},
      ...facts?.canaryIssuer ? { canary: true } : {},
      pair: key.id !== void 0 && key.secret !== void 0,
      ...addition.properties
    },
    ...facts?.canaryIssuer ? { remediation: CANARY_REMEDIATION } : {}
  };
}
function elementOf({ id, secret }) {
  if (!id || !secret) return "half";
  return `pair ${createHash("sha256").update(secret.value).digest("hex").slice(0, 4)}`;
}
var CANARY_REMEDIATION = "Ask whoever looks after your canaries before touching it. If nobody planted it here on purpose, do not try the key: any use raises its alarm. If it is meant to be here, say so with a suppression and its reason.";
function unlikely(key, facts) {
  if (facts?.accountId && isOfDocumentation(facts.accountId)) {
    const confidenceReason2 = `it is of account ${facts.accountId}, which only documentation and examples are about`;
    return { severity: "low", confidence: "low", confidenceReason: confidenceReason2 };
  }
  if (!key.record) return {};
  const confidenceReason = "it stands in a record of CloudTrail, which never holds the secret half";
  return { severity: facts?.kind === "long-term" ? "medium" : "low", confidence: "low", confidenceReason };
}
function severityOf(key, facts) {
  if (key.id && key.secret) return "critical";
  if (facts?.kind === "temporary" && !key.token) return "medium";
  return key.signature ? "medium" : "high";
}
function whatItIs(key, facts) {
  if (!facts) {
    const sure = key.confidence === "high" ? "An" : "What looks like an";
    const what = `${sure} AWS secret access key, the half of a key that must stay secret`;
    return key.token ? `${what}, with its session token.` : `${what}; its id is not in sight.`;
  }
  const kind2 = facts.kind === "temporary" ? "Temporary AWS access key" : "AWS access key";
  if (key.secret && key.token) return `${kind2} ${facts.masked} with its secret half and session token.`;
  if (key.secret) return `${kind2} ${facts.masked} with its secret half.`;
  if (key.signature) return `${kind2} id ${facts.masked} in a signed request; its secret half is not here.`;
  return `${kind2} id ${facts.masked}; its secret half is not in sight.`;
}
function whoseItIs(facts) {
  if (!facts?.accountId) return "";
  if (!facts.canaryIssuer) return ` It is of account ${facts.accountId}.`;
  return ` Account ${facts.accountId} holds canaries of ${facts.canaryIssuer}: this key is a canary, using it raises an alarm.`;
}
function relatedOf(key) {
  const related = [];
  if (key.id && key.secret) related.push({ span: key.secret.span, message: "the secret half of the key" });
  if (key.token) related.push({ span: key.token.span, message: "the session token of the key" });
  for (const { span } of key.again.slice(0, MOST_RELATED)) related.push({ span, message: "the key again" });
  return related;
}

// src/rules/credentials/aws-access-key.ts
var aws_access_key_default = defineRule({
  meta: {
    id: "credentials/aws-access-key",
    title: "AWS access key in the repository",
    severity: "critical",
    about: "secret",
    domain: "credentials",
    practice: "keys never in git (AKIA, ASIA, secret half, session token)",
    description: "An access key is a user name and a password in one: whoever reads it can do in the account what its owner can do. Everyone who can read the repository, or a fork, a clone or a build log of it, can read the key, and bots try keys in public repositories within minutes. A pair is critical; one half without the other is high, since the other half is often not far; of a temporary key the id alone is medium, since it opens nothing and the key is over within 36 hours.",
    remediation: "Make the key useless first: deactivate it in IAM, create a new one if it is still needed, delete the old one. Deleting the line is not enough, since the history keeps it. Then take the need for a key away: a role (OIDC in CI, an instance profile or task role on AWS, IAM Identity Center for people).",
    cwe: ["CWE-798", "CWE-312"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/securing_access-keys.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes"
    ]
  },
  on: "text",
  *check(node, context) {
    notifyOfCuts(node, context);
    if (credentialFileOf(node.uri)) return;
    for (const key of context.unit.of(awsKeysIn, node.text)) yield hitOf2(key);
  }
});

// src/rules/credentials/aws-bedrock-key.ts
var KEY2 = /(?<![A-Za-z0-9+/])ABSK[A-Za-z0-9+/]{100,280}={0,2}(?![A-Za-z0-9+/=])|bedrock-api-key-[A-Za-z0-9+/_-]{60,}={0,2}/g;
var aws_bedrock_key_default = defineRule({
  meta: {
    id: "credentials/aws-bedrock-key",
    title: "Amazon Bedrock API key in the repository",
    severity: "critical",
    about: "secret",
    domain: "credentials",
    practice: "keys never in git (AKIA, ASIA, secret half, session token)",
    description: "A Bedrock API key is one string that lets whoever has it call the models at the account\u2019s cost. A long-term one is the credential of an IAM user and works until it is deleted; a short-term one works for twelve hours at most.",
    remediation: "Delete the key (IAM, the user whose name begins with BedrockAPIKey, Security credentials, API keys for Amazon Bedrock). Deleting the line is not enough, since the history keeps it. Let the program use the role it runs under instead.",
    cwe: ["CWE-798"],
    references: ["https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-how.html"]
  },
  on: "text",
  *check(node, { unit }) {
    for (const { value, span } of matchesIn(node.text, KEY2, unit)) {
      const longTerm = value.startsWith("ABSK");
      const body = longTerm ? value.slice(4) : value.slice("bedrock-api-key-".length);
      if (isPlaceholder2(body.slice(24, 64)) || new Set(body).size < 24) continue;
      const accountId = longTerm ? accountIn(body) : void 0;
      yield {
        span,
        message: `${longTerm ? "A long-term" : "A short-term"} Amazon Bedrock API key.${accountId ? ` It is of account ${accountId}.` : ""}`,
        ...longTerm ? {} : { severity: "high" },
        secret: true,
        secretValue: value,
        properties: {
          keyType: longTerm ? "bedrock-long-term" : "bedrock-short-term",
          ...accountId ? { accountId } : {}
        }
      };
    }
  }
});
function accountIn(body) {
  return /-at-(\d{12})\b/.exec(Buffer.from(body, "base64").toString("latin1"))?.[1];
}

// src/rules/credentials/aws-session-token.ts
var aws_session_token_default = defineRule({
  meta: {
    id: "credentials/aws-session-token",
    title: "AWS session token in the repository",
    severity: "medium",
    about: "secret",
    domain: "credentials",
    practice: "keys never in git (AKIA, ASIA, secret half, session token)",
    description: "A session token is the third part of temporary AWS credentials. It is of use only together with the id and the secret half, and for a day and a half at most; but where it stands, the others have been printed or saved too. (A token next to its key is told with the key.)",
    remediation: "Find out what writes credentials into files or logs here and stop it. If the session can still be running, revoke it: IAM, the role, Revoke sessions.",
    cwe: ["CWE-798", "CWE-532"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html"
    ]
  },
  on: "text",
  *check(node, { unit }) {
    const told = new Set(
      unit.of(awsKeysIn, node.text).flatMap((key) => [key.token, ...key.again].flatMap((part2) => part2?.value ?? []))
    );
    const seen = /* @__PURE__ */ new Set();
    for (const view of viewsOf(node.text, unit)) {
      for (const { start, end } of findSessionTokens(view.value)) {
        const value = view.value.slice(start, end);
        if (told.has(value) || seen.has(value) || !freshIn(view, start, end)) continue;
        seen.add(value);
        yield {
          span: locate(view, start, end),
          message: `An AWS session token (${value.length} characters), without the key it belongs to.`,
          secret: true,
          secretValue: value,
          properties: { keyType: "session-token" }
        };
      }
    }
  }
});

// src/rules/credentials/credential-file.ts
var credential_file_default = defineRule({
  meta: {
    id: "credentials/credential-file",
    title: "File made to hold AWS credentials in the repository",
    severity: "critical",
    about: "secret",
    domain: "credentials",
    practice: "no root access keys, no root use",
    description: "Some files exist only to hold keys: rootkey.csv and the other downloads of the IAM console, ~/.aws/credentials. One that still holds a key does not belong into a repository at all. The keys of the root user can do everything in the account, cannot be limited by any policy, and should not exist.",
    remediation: "Deactivate and delete the keys in IAM (those of the root user: sign in as root, Security credentials), then remove the file and add its name to .gitignore. Deleting the file is not enough, since the history keeps it. For people and machines use roles: IAM Identity Center, OIDC, instance profiles.",
    cwe: ["CWE-798", "CWE-538"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_delete-key.html",
      "https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html"
    ]
  },
  on: "text",
  *check(node, { unit }) {
    const file = credentialFileOf(node.uri);
    if (!file) return;
    const known = file.root ? { severity: "critical", properties: { root: true } } : {};
    for (const key of unit.of(awsKeysIn, node.text)) yield hitOf2(key, { ...known, remark: `The file is ${file.what}.` });
  }
});

// src/rules/credentials/private-keys.ts
var LONGEST = 24e3;
var HEADER2 = /-{4,5} ?BEGIN ?((?:[A-Z0-9]+ ){0,3})PRIVATE KEY(?: BLOCK)? ?-{4,5}/g;
var FOOTER = /-{4,5} ?END ?(?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)? ?-{4,5}/;
var PUTTY_HEADER = /PuTTY-User-Key-File-[123]: /g;
var PUTTY_BODY = "Private-Lines: ";
var AGE = /(?<![A-Z0-9-])AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}(?![A-Z0-9])/g;
function* findPrivateKeys(value) {
  if (value.includes("PRIVATE KEY")) yield* pemKeys(value);
  if (value.includes("PuTTY-User-Key-File-")) yield* puttyKeys(value);
  if (value.includes("AGE-SECRET-KEY-1")) {
    for (const { index, 0: key } of value.matchAll(AGE)) {
      if (new Set(key.slice(16)).size > 12)
        yield { start: index, end: index + key.length, kind: "age", encrypted: false };
    }
  }
}
function* pemKeys(value) {
  for (const header of value.matchAll(HEADER2)) {
    const start = header.index;
    const bodyStart = start + header[0].length;
    const reach = value.slice(bodyStart, bodyStart + LONGEST);
    const nextHeader = reach.indexOf("BEGIN ");
    const region = nextHeader < 0 ? reach : reach.slice(0, nextHeader);
    const footer = FOOTER.exec(region);
    const body = footer ? region.slice(0, footer.index) : bodyWithoutFooter(region);
    const base64 = base64Of(body);
    if (!holdsKey(base64) || footer && isAbridged(base64)) continue;
    const kind2 = header[1].trim();
    yield {
      start,
      end: bodyStart + body.length + (footer ? footer[0].length : 0),
      kind: kind2 === "ENCRYPTED" ? "" : kind2,
      encrypted: kind2 === "ENCRYPTED" || /Proc-Type: ?4, ?ENCRYPTED/.test(body) || isEncryptedOpenSsh(base64)
    };
  }
}
function bodyWithoutFooter(region) {
  return /^(?:[A-Za-z0-9+/=\s]|\\+[nrt]|["'`],?[^\S\n]*(?:\+[^\S\n]*)?\n\s*["'`])*/.exec(region)[0].trimEnd();
}
function base64Of(body) {
  return body.replace(/(?<!\\)\\+[rt]/g, "").replace(/(?<!\\)\\+n|<br ?\/?>|&#(?:10|xa);/gi, "\n").replace(/["'`][ \t]*(?:[+.,\\&][ \t]*)?\r?\n[ \t]*["'`]/g, "\n").replace(/^[ \t]*(?:#|\/\/|\*|>|\|)[ \t]?/gm, "").replace(/^[ \t]*[A-Za-z-]+: .*$/gm, "").replace(/^[ \t]*=[A-Za-z0-9+/]{4}[ \t]*$/gm, "").replace(/[\s"'`\\,]/g, "");
}
function holdsKey(base64) {
  const text2 = base64.replace(/(?<!=)=+$/, "");
  if (!/^[A-Za-z0-9+/]+$/.test(text2) || text2.length < (text2.startsWith("MC4CAQ") ? 60 : 100)) return false;
  if (/(.)\1{19}/.test(text2.replaceAll("A", "")) || new Set(text2).size < 24) return false;
  return !/example|placeholder|your.?key|redacted/i.test(text2);
}
function isAbridged(base64) {
  if (!base64.startsWith("MII")) return false;
  const [, , high, low] = Buffer.from(base64.slice(0, 8), "base64");
  return base64.length * 0.75 < (high << 8 | low) / 8;
}
function isEncryptedOpenSsh(base64) {
  return base64.startsWith("b3BlbnNzaC1rZXktdjEA") && !base64.startsWith("b3BlbnNzaC1rZXktdjEAAAAABG5vbmU");
}
function* puttyKeys(value) {
  let mark = 0;
  for (const header of value.matchAll(PUTTY_HEADER)) {
    if (mark >= 0 && mark < header.index) mark = value.indexOf(PUTTY_BODY, header.index);
    if (mark < 0) return;
    if (mark - header.index > 4e3) continue;
    const region = value.slice(mark + PUTTY_BODY.length, mark + LONGEST);
    const body = /^\d+(?:\s+[A-Za-z0-9+/=]{4,}(?=\s|$))*/.exec(region)?.[0] ?? "";
    if (body.replace(/\s/g, "").length < 44 || new Set(body).size < 20) continue;
    const encrypted = !/Encryption: none/.test(value.slice(header.index, mark));
    yield { start: header.index, end: mark + PUTTY_BODY.length + body.length, kind: "PuTTY", encrypted };
  }
}

// src/rules/credentials/private-keys-of-text.ts
function privateKeysIn(text2, unit) {
  const keys = /* @__PURE__ */ new Map();
  for (const view of viewsOf(text2, unit)) {
    for (const key of findPrivateKeys(view.value)) {
      if (!freshIn(view, key.start, key.end)) continue;
      const value = view.value.slice(key.start, key.end);
      const before = view.value.slice(Math.max(0, key.start - 600), key.start);
      const span = locate(view, key.start, key.end);
      const place2 = `${span.start}`;
      if (!keys.has(place2)) keys.set(place2, { ...key, span, value, before });
    }
  }
  return [...keys.values()];
}
function isServiceAccountKey(key) {
  return /private_key_id/.test(key.before) && /private_key["'\s]*[:=][\s"'|>-]*$/.test(key.before);
}

// src/rules/credentials/gcp-service-account.ts
var gcp_service_account_default = defineRule({
  meta: {
    id: "credentials/gcp-service-account",
    title: "Key of a Google Cloud service account in the repository",
    severity: "high",
    about: "secret",
    domain: "credentials",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: "The key file of a service account lets whoever has it act as that account, from anywhere, for as long as the key is not deleted.",
    remediation: "Delete the key in the Google Cloud console (IAM, Service accounts, Keys). Deleting the file is not enough, since the history keeps it. From AWS or from CI use workload identity federation, which needs no key.",
    cwe: ["CWE-798", "CWE-321"],
    references: [
      "https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys",
      "https://cloud.google.com/iam/docs/workload-identity-federation"
    ]
  },
  on: "text",
  *check(node, { unit }) {
    for (const key of unit.of(privateKeysIn, node.text)) {
      if (!isServiceAccountKey(key)) continue;
      yield {
        span: key.span,
        message: "The private key of a Google Cloud service account.",
        secret: true,
        lighterInSamples: "by-file",
        secretValue: key.value,
        properties: { keyType: "gcp-service-account" }
      };
    }
  }
});

// src/rules/credentials/jwt.ts
var TOKEN = /(?<![A-Za-z0-9_-])(?<header>eyJ[A-Za-z0-9_-]{10,2000})\.(?<claims>eyJ[A-Za-z0-9_-]{8,8000})\.(?<signature>[A-Za-z0-9_-]{40,2000})(?![A-Za-z0-9_-])/g;
var jwt_default = defineRule({
  meta: {
    id: "credentials/jwt",
    title: "Signed JSON Web Token in the repository",
    severity: "medium",
    about: "secret",
    domain: "credentials",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: "Whoever holds a signed token is whom its claims name, until it expires. One without an end is as good as a password.",
    remediation: "Revoke the session or change the key that signed it, and let the program ask for a token of its own when it needs one. Deleting the line is not enough, since the history keeps it.",
    cwe: ["CWE-798"],
    references: ["https://www.rfc-editor.org/rfc/rfc7519"]
  },
  on: "text",
  *check(node, { unit }) {
    if (!viewsOf(node.text, unit).some(({ value }) => value.includes("eyJ"))) return;
    for (const { value, groups, span } of matchesIn(node.text, TOKEN, unit)) {
      const header = objectIn(groups.groups.header);
      const claims = objectIn(groups.groups.claims);
      if (!header || !claims || isMadeUp(header, claims)) continue;
      const endless = typeof claims.exp !== "number";
      yield {
        span,
        message: `A signed JSON Web Token${described(header, claims)}.`,
        severity: claims.role === "anon" ? "low" : "medium",
        confidence: "medium",
        confidenceReason: endless ? "it has no end of its own, but what it opens is not known" : "it may have expired, and what it opens is not known",
        lighterInSamples: "by-file",
        secret: true,
        secretValue: value
      };
    }
  }
});
function objectIn(base64url) {
  try {
    const value = JSON.parse(Buffer.from(base64url, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
  } catch {
    return void 0;
  }
}
function isMadeUp(header, claims) {
  return typeof header.alg !== "string" || /^none$/i.test(header.alg) || claims.sub === "1234567890" || /^(?:John|Jane) Doe$/i.test(String(claims.name)) || Object.keys(claims).length === 0;
}
function described(header, claims) {
  const { exp, iss } = claims;
  const parts = [
    `, signed with ${plain(header.alg)}`,
    ...typeof iss === "string" ? [`issued by \`${plain(iss)}\``] : [],
    ...typeof exp === "number" ? [`good until ${dayOf(exp)}`] : ["without an end"]
  ];
  return parts.join(", ");
}
var plain = (value) => String(value).replace(/[^\w.:/@-]/g, "").slice(0, 80);
function dayOf(seconds) {
  const date = new Date(seconds * 1e3);
  return Number.isNaN(date.getTime()) ? "a day that is none" : date.toISOString().slice(0, 10);
}

// src/rules/credentials/login-file.ts
var LOGIN_FILES = [
  {
    what: ".netrc",
    path: /^[._]netrc$/,
    pattern: /\bpassword\s+(?<value>\S{3,200})/dgm,
    reference: "https://everything.curl.dev/usingcurl/netrc.html"
  },
  {
    what: ".pgpass",
    path: /^(?:\.pgpass|pgpass\.conf)$/,
    pattern: /^(?!#)(?:[^:\n\\]|\\.){1,200}(?::(?:[^:\n\\]|\\.){0,200}){3}:(?<value>[^\n]{3,200}?)[ \t\r]*$/dgm,
    reference: "https://www.postgresql.org/docs/current/libpq-pgpass.html"
  },
  {
    what: ".npmrc",
    path: /^\.npmrc$/,
    pattern: /(?:^|:)_(?:auth|password)\s*=\s*"?(?<value>[A-Za-z0-9+/]{4,400}={0,2})/dgm,
    pair: true,
    reference: "https://docs.npmjs.com/cli/configuring-npm/npmrc"
  },
  {
    what: "a Docker configuration",
    path: /^(?:config|dockerconfig|\.?dockerconfigjson|\.dockercfg)(?:\.json)?$/,
    pattern: /"auth"\s*:\s*"(?<value>[A-Za-z0-9+/]{6,2000}={0,2})"/dgm,
    pair: true,
    reference: "https://docs.docker.com/reference/cli/docker/login/"
  },
  {
    what: ".pypirc",
    path: /^\.pypirc$/,
    pattern: /^\s*password\s*[:=]\s*(?<value>\S{3,400})\s*$/dgm,
    reference: "https://packaging.python.org/en/latest/specifications/pypirc/"
  },
  {
    what: "the master key of a Rails application",
    path: /^(?:master|production|staging|development)\.key$/,
    pattern: /^\s*(?<value>[0-9a-f]{32})\s*$/dgm,
    reference: "https://guides.rubyonrails.org/security.html#custom-credentials"
  }
];
var login_file_default = defineRule({
  meta: {
    id: "credentials/login-file",
    title: "File made to hold logins in the repository",
    severity: "high",
    about: "secret",
    domain: "credentials",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: "Files such as .netrc, .pgpass, .npmrc with _auth, .pypirc and the configuration of Docker hold passwords in plain text or in base64, which hides nothing. They belong into the home of one person, not into a repository.",
    remediation: "Change the password, take the file out of the repository and add its name to .gitignore. In CI let the tool read a secret from the environment. Deleting the file is not enough, since the history keeps it.",
    cwe: ["CWE-798", "CWE-538"],
    references: LOGIN_FILES.map(({ reference }) => reference)
  },
  on: "text",
  *check({ text: text2, uri }) {
    const file = isDecoded(text2) ? void 0 : LOGIN_FILES.find(({ path: path2 }) => path2.test(nameOf3(uri)));
    if (!file) return;
    for (const match2 of text2.value.matchAll(file.pattern)) {
      const [start, end] = match2.indices.groups.value;
      const value = match2.groups.value;
      const judged = judgeSecret({ name: "password", value: file.pair ? passwordOf(value) : value, takes: "secret" });
      if (!judged.secret) continue;
      yield {
        span: locate(text2, start, end),
        message: `A password in ${file.what}.`,
        severity: judged.confidence === "high" ? "high" : "medium",
        confidence: judged.confidence,
        confidenceReason: judged.reason,
        lighterInSamples: "by-file",
        secret: true,
        secretValue: value
      };
    }
  }
});
function passwordOf(base64) {
  const decoded = Buffer.from(base64, "base64").toString("utf8");
  if (!/^[\x20-\x7e]+$/.test(decoded)) return base64;
  return decoded.slice(decoded.indexOf(":") + 1);
}

// src/rules/credentials/own-credential.ts
var own_credential_default = defineRule({
  meta: {
    id: "credentials/own-credential",
    title: "Credential that this machine works with",
    severity: "critical",
    about: "secret",
    domain: "credentials",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    certain: true,
    description: "The exact secret of a login of this machine stands in what is committed: of ~/.aws/credentials, of a variable such as AWS_SECRET_ACCESS_KEY, of gh, npm or Docker. It works, whatever it looks like. It is looked for with --own-credentials and in hooks, also encoded, and is never printed nor stored.",
    remediation: "Take it out before the commit. If it was committed, revoke it: whoever has the commit has the login. Let programs read it from where it is kept.",
    cwe: ["CWE-798"],
    references: ["https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html"]
  },
  on: "text",
  *check({ text: text2 }, { unit, ownSecrets = [] }) {
    if (ownSecrets.length === 0) return;
    const places = /* @__PURE__ */ new Set();
    for (const view of viewsOf(text2, unit)) {
      for (const { what, start, end } of found(view, unit.of(writtenForms, ownSecrets))) {
        const span = locate(view, start, end);
        if (!freshIn(view, start, end) || places.has(span.start)) continue;
        places.add(span.start);
        yield {
          span,
          message: `This is ${what}, which this machine works with.`,
          secret: true,
          secretValue: view.value.slice(start, end)
        };
      }
    }
  }
});
function* found({ value }, forms) {
  for (const { what, form } of forms)
    for (let at2 = value.indexOf(form); at2 !== -1; at2 = value.indexOf(form, at2 + form.length))
      yield { what, start: at2, end: at2 + form.length };
}
function writtenForms(secrets) {
  return secrets.flatMap(({ what, value }) => {
    const hex = Buffer.from(value).toString("hex");
    const base64 = [0, 1, 2].map((offset) => base64Within(value, offset));
    const forms = /* @__PURE__ */ new Set([
      value,
      encodeURIComponent(value),
      JSON.stringify(value).slice(1, -1),
      [...value].reverse().join(""),
      hex,
      hex.toUpperCase(),
      ...base64,
      ...base64.map((one) => one.replaceAll("+", "-").replaceAll("/", "_"))
    ]);
    return [...forms].map((form) => ({ what, form }));
  }).sort((a, b) => b.form.length - a.form.length);
}
function base64Within(value, offset) {
  const padded = Buffer.concat([Buffer.alloc(offset), Buffer.from(value)]);
  const whole = padded.subarray(0, padded.length - padded.length % 3).toString("base64");
  return offset === 0 ? whole : whole.slice(4);
}

// src/rules/credentials/private-key.ts
var private_key_default = defineRule({
  meta: {
    id: "credentials/private-key",
    title: "Private key in the repository",
    severity: "high",
    about: "secret",
    domain: "credentials",
    practice: "private keys and SSH keys not shared; password login off, no root login",
    description: "A private key proves who somebody is: a server to its visitors, a person to the machines they log in to, a program to what it signs for. In a repository everyone who can read it can be that somebody. Keys that an EC2 key pair or a test once needed tend to stay valid long after.",
    remediation: "Make a new key pair and take the old public key out of everything that trusts it (authorized_keys, EC2 key pairs, certificates to revoke). Deleting the file is not enough, since the history keeps it. Keep private keys where they are used, in Secrets Manager, or let AWS keep them (KMS, ACM); for shell access use Session Manager or EC2 Instance Connect.",
    cwe: ["CWE-321", "CWE-522"],
    references: [
      "https://www.rfc-editor.org/rfc/rfc7468",
      "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-key-pairs.html",
      "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html"
    ]
  },
  on: "text",
  *check(node, { unit }) {
    for (const key of unit.of(privateKeysIn, node.text)) {
      if (isServiceAccountKey(key)) continue;
      const kind2 = KINDS2[key.kind] ?? (key.kind === "" ? "A private key" : `A private key (${key.kind})`);
      yield {
        span: key.span,
        message: key.encrypted ? `${kind2}, encrypted: as safe as its passphrase.` : `${kind2}.`,
        ...key.encrypted ? { severity: "medium" } : {},
        secret: true,
        lighterInSamples: "by-file",
        secretValue: key.value,
        properties: { keyType: key.kind || "PKCS #8", encrypted: key.encrypted }
      };
    }
  }
});
var KINDS2 = {
  RSA: "An RSA private key",
  EC: "An elliptic-curve private key",
  DSA: "A DSA private key",
  OPENSSH: "An SSH private key",
  PGP: "A PGP private key",
  PuTTY: "An SSH private key of PuTTY",
  age: "A secret key of age"
};

// src/rules/credentials/tokens.ts
var FAMILY = { check: (node, { unit }) => unit.of(hitsByRule, node.text) };
var tokens_default = VENDORS.map(
  (vendor) => defineRule({
    meta: leakedToken(vendor),
    on: "text",
    check: (node, { unit }) => unit.of(hitsByRule, node.text).get(ruleIdOf(vendor)) ?? NONE,
    family: FAMILY
  })
);
var NONE = [];
function hitsByRule(text2, unit) {
  const found2 = /* @__PURE__ */ new Map();
  const ends = /* @__PURE__ */ new Map();
  const starts = /* @__PURE__ */ new Map();
  for (const view of viewsOf(text2, unit)) {
    for (const token of tokensIn(view.value)) {
      if (!freshIn(view, token.start, token.end)) continue;
      const span = locate(view, token.start, token.end);
      if ((ends.get(span.start) ?? -1) >= span.end || (starts.get(span.end) ?? Infinity) <= span.start) continue;
      ends.set(span.start, span.end);
      starts.set(span.end, span.start);
      const hit3 = { span, ...describe(token), secret: true, secretValue: view.value.slice(token.start, token.end) };
      const id = ruleIdOf(token.vendor);
      const hits = found2.get(id);
      if (hits) hits.push(hit3);
      else found2.set(id, [hit3]);
    }
  }
  return found2;
}
function describe({
  form,
  confidence,
  checked
}) {
  const doubt = checked === false ? " Its check digits do not fit: it may be made up, or not all of it." : "";
  return {
    message: `${form.name}.${doubt}`,
    ...form.severity ? { severity: form.severity } : {},
    confidence,
    // A form and a word beside it are no proof.
    ...isNamed(form) ? { lighterInSamples: "by-place" } : {},
    properties: { kind: form.name, ...checked === void 0 ? {} : { checkDigits: checked ? "right" : "wrong" } }
  };
}

// src/rules/data/aws-owned-key.ts
var aws_owned_key_default = requirementRule(
  {
    id: "data/aws-owned-key",
    title: "Encrypted with a key that only AWS controls",
    severity: "note",
    practice: "KMS key policy scoped, key rotation",
    description: "A key of AWS cannot be taken away from anybody, its use does not show in CloudTrail, and other accounts cannot be let in or kept out by it. Where rules ask who can decrypt, a key of your own is the answer.",
    remediation: "Name a key of KMS that is yours, with rotation on and a policy that says who may use it.",
    cwe: ["CWE-311"],
    references: ["https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html"]
  },
  [
    { types: "aws_secretsmanager_secret", at: "kms_key_id", is: "set", says: "is encrypted with the key of AWS" },
    {
      types: "aws_ecr_repository",
      at: ["encryption_configuration.encryption_type", "encryption_configuration.encryption_type"],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value).startsWith("KMS"),
      absent: "wrong",
      says: "is encrypted with the key of AWS"
    },
    {
      types: "aws_db_instance",
      at: "kms_key_id",
      is: "set",
      where: (database) => switchOf(valueAt(database, "storage_encrypted")) === true && valueAt(database, ["replicate_source_db", "source_db_instance_identifier"]) === void 0,
      says: "is encrypted with the key of AWS"
    },
    {
      types: "aws_rds_cluster aws_docdb_cluster",
      at: "kms_key_id",
      is: "set",
      where: (database) => switchOf(valueAt(database, "storage_encrypted")) === true,
      says: "is encrypted with the key of AWS"
    },
    {
      types: "aws_redshift_cluster aws_efs_file_system",
      at: "kms_key_id",
      is: "set",
      where: (store) => switchOf(valueAt(store, "encrypted")) === true,
      says: "is encrypted with the key of AWS"
    },
    {
      types: "aws_neptune_cluster",
      at: ["kms_key_arn", "kms_key_id"],
      is: "set",
      where: (database) => switchOf(valueAt(database, "storage_encrypted")) === true,
      says: "is encrypted with the key of AWS"
    },
    {
      types: "aws_db_instance aws_rds_cluster_instance",
      at: "performance_insights_kms_key_id",
      is: "set",
      where: (database) => switchOf(valueAt(database, ["performance_insights_enabled", "enable_performance_insights"])) === true,
      says: "keeps its Performance Insights under the key of AWS"
    },
    {
      types: "aws_elasticsearch_domain aws_opensearch_domain",
      at: ["encrypt_at_rest.kms_key_id", "encryption_at_rest_options.kms_key_id"],
      is: "set",
      where: (domain) => switchOf(valueAt(domain, ["encrypt_at_rest.enabled", "encryption_at_rest_options.enabled"])) === true,
      says: "is encrypted with the key of AWS"
    },
    {
      types: "aws_memorydb_cluster",
      at: ["kms_key_arn", "kms_key_id"],
      is: "set",
      says: "is encrypted with the key of AWS"
    },
    {
      types: "aws_dms_replication_instance",
      at: ["kms_key_arn", "kms_key_id"],
      is: "set",
      says: "is encrypted with the key of AWS"
    },
    {
      types: "aws_fsx_file_system",
      at: "kms_key_id",
      is: "set",
      says: "is encrypted with the key of AWS"
    },
    {
      types: "aws_sns_topic aws_sqs_queue",
      at: "kms_master_key_id",
      is: isOwnKey,
      says: "is encrypted with the key of AWS"
    },
    {
      types: "aws_secretsmanager_secret aws_db_instance aws_rds_cluster aws_docdb_cluster aws_redshift_cluster aws_efs_file_system aws_ebs_volume aws_kinesis_stream aws_cloudwatch_log_group aws_cloudtrail",
      at: "kms_key_id",
      is: isOwnKey,
      says: "is encrypted with the key of AWS"
    },
    {
      types: "aws_kinesis_stream",
      at: [void 0, "stream_encryption.key_id"],
      is: isOwnKey,
      says: "is encrypted with the key of AWS"
    },
    {
      types: "aws_ebs_volume",
      at: "kms_key_id",
      is: "set",
      where: (store) => switchOf(valueAt(store, "encrypted")) === true,
      says: "is encrypted with the key of AWS"
    },
    {
      types: "aws_elasticache_replication_group",
      at: "kms_key_id",
      is: "set",
      where: (store) => switchOf(valueAt(store, "at_rest_encryption_enabled")) === true,
      says: "is encrypted with the key of AWS"
    },
    {
      types: "aws_lambda_function",
      at: ["kms_key_arn", "kms_key_arn"],
      is: "set",
      where: (one) => valueAt(one, "environment.variables") !== void 0,
      says: "has its environment encrypted with the key of AWS"
    },
    {
      types: "aws_s3_bucket",
      at: [
        "server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm",
        "bucket_encryption.server_side_encryption_configuration.server_side_encryption_by_default.sse_algorithm"
      ],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value).startsWith("aws:kms"),
      absent: "wrong",
      unless: (bucket, { unit }) => besides(unit, bucket, "aws_s3_bucket_server_side_encryption_configuration", "bucket").some(
        (one) => !isPlain(one)
      ),
      says: "is encrypted with the key of S3"
    }
  ]
);
function isOwnKey(value) {
  return !/^(?:arn:[^/]*:)?alias\/aws\//.test(wordOf(value) ?? "");
}
function isPlain(configuration) {
  return wordOf(valueAt(configuration, "rule.apply_server_side_encryption_by_default.sse_algorithm")) === "AES256";
}

// src/rules/data/backups.ts
var backups_default = requirementRule(
  {
    id: "data/backups",
    title: "Backups are few or none",
    severity: "low",
    practice: "data survives mistakes: backups, deletion protection",
    description: "Without backups a mistake, a fault or ransomware ends the data for good.",
    remediation: "Keep automatic backups for a week or more (`backup_retention_period`), and turn point-in-time recovery on.",
    cwe: ["CWE-693"],
    references: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html"
    ]
  },
  [
    {
      types: "aws_db_instance",
      at: ["backup_retention_period", "backup_retention_period"],
      is: isKeptLongEnough,
      where: (database) => isOwn(database) && !(valueAt(database, "backup_retention_period") === void 0 && isCloudFormation(database.type)),
      absent: "wrong",
      says: "keeps no backups"
    },
    {
      types: "aws_rds_cluster aws_docdb_cluster aws_neptune_cluster",
      at: "backup_retention_period",
      is: isWeek,
      absent: "wrong",
      severity: "note",
      says: "keeps backups for few days"
    },
    {
      types: "aws_elasticache_cluster aws_elasticache_replication_group",
      at: "snapshot_retention_limit",
      is: (value) => numberOf(value) === void 0 ? void 0 : numberOf(value) > 0,
      absent: "wrong",
      severity: "note",
      where: (cache2) => wordOf(valueAt(cache2, "engine")) !== "memcached",
      says: "keeps no backups"
    },
    {
      types: "aws_redshift_cluster",
      at: "automated_snapshot_retention_period",
      is: (value) => numberOf(value) === void 0 ? void 0 : numberOf(value) > 0,
      says: "keeps no snapshots"
    },
    {
      types: "aws_redshift_cluster",
      at: "automated_snapshot_retention_period",
      is: (value) => numberOf(value) === 0 ? true : isWeek(value),
      absent: "wrong",
      severity: "note",
      says: "keeps snapshots for few days"
    },
    {
      types: "aws_dynamodb_table",
      at: ["point_in_time_recovery.enabled", "point_in_time_recovery_specification.point_in_time_recovery_enabled"],
      is: "on",
      says: "cannot be taken back to an earlier time"
    },
    {
      types: "aws_dynamodb_global_table",
      at: [void 0, "replicas[].point_in_time_recovery_specification.point_in_time_recovery_enabled"],
      is: "on",
      says: "cannot be taken back to an earlier time"
    },
    {
      types: "aws_efs_backup_policy",
      at: "backup_policy.status",
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value).startsWith("ENABL"),
      says: "makes no backups"
    },
    {
      types: "aws_efs_file_system",
      at: "backup_policy",
      is: "set",
      severity: "note",
      unless: (system, { unit }) => hasBeside(unit, system, "aws_efs_backup_policy", "file_system_id"),
      says: "makes no backups"
    }
  ]
);
function isWeek(value) {
  const days = numberOf(value);
  return days === void 0 ? void 0 : days >= 7;
}
function isOwn(database) {
  return valueAt(database, ["replicate_source_db", "source_db_instance_identifier"]) === void 0 && valueAt(database, ["cluster_identifier", "db_cluster_identifier"]) === void 0 && !wordOf(valueAt(database, "engine"))?.startsWith("aurora");
}
function isKeptLongEnough(value, { thresholds = DEFAULT_THRESHOLDS }) {
  const days = numberOf(value);
  return days === void 0 ? void 0 : days >= thresholds.backupRetentionDays;
}

// src/rules/data/database-login.ts
var database_login_default = requirementRule(
  {
    id: "data/database-login",
    title: "Database knows passwords only",
    severity: "note",
    practice: "roles over users; no long-lived keys",
    description: "Passwords are shared, written down and never changed. With IAM authentication the database takes tokens of fifteen minutes that a role is given.",
    remediation: "Set `iam_database_authentication_enabled = true`, and let RDS keep the master password in Secrets Manager (`manage_master_user_password`).",
    cwe: ["CWE-287"],
    references: ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html"]
  },
  [
    {
      types: "aws_db_instance",
      at: ["iam_database_authentication_enabled", "enable_iam_database_authentication"],
      is: "on",
      where: isKnown,
      says: "cannot be logged in to by IAM"
    },
    {
      types: "aws_rds_cluster",
      at: ["iam_database_authentication_enabled", "enable_iam_database_authentication"],
      is: "on",
      says: "cannot be logged in to by IAM"
    },
    {
      types: "aws_neptune_cluster",
      at: ["iam_database_authentication_enabled", "iam_auth_enabled"],
      is: "on",
      says: "cannot be logged in to by IAM"
    }
  ]
);
function isKnown(database) {
  const engine = wordOf(valueAt(database, "engine"));
  return engine === void 0 || /^(?:mysql|postgres|mariadb)$/.test(engine);
}

// src/rules/data/deletion-protection.ts
var deletion_protection_default = requirementRule(
  {
    id: "data/deletion-protection",
    title: "Nothing keeps the data store from being deleted",
    severity: "note",
    practice: "data survives mistakes: backups, deletion protection",
    description: "One command, or one changed argument that replaces it, deletes the database with its data.",
    remediation: "Set `deletion_protection = true` on what must not be lost, and keep a last snapshot (`skip_final_snapshot = false`).",
    cwe: ["CWE-693"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"]
  },
  [
    {
      types: "aws_db_instance aws_rds_cluster aws_docdb_cluster aws_neptune_cluster aws_rds_global_cluster",
      at: ["deletion_protection", "deletion_protection"],
      is: "on",
      where: isNoAuroraInstance,
      says: "can be deleted by one command"
    },
    {
      types: "aws_dynamodb_table",
      at: "deletion_protection_enabled",
      is: "on",
      where: (table) => !table.type.includes("SimpleTable"),
      says: "can be deleted by one command"
    },
    {
      types: "aws_dynamodb_global_table",
      at: [void 0, "replicas[].deletion_protection_enabled"],
      is: "on",
      says: "can be deleted by one command"
    },
    {
      types: "aws_db_instance aws_rds_cluster aws_docdb_cluster aws_neptune_cluster aws_redshift_cluster",
      at: ["skip_final_snapshot", void 0],
      is: "off",
      says: "leaves no snapshot when it is deleted"
    },
    { types: "aws_lb", at: ["enable_deletion_protection", void 0], is: "on", says: "can be deleted by one command" },
    {
      types: "aws_lb",
      at: [void 0, "load_balancer_attributes"],
      is: (value) => attributeOf(value, "deletion_protection.enabled"),
      absent: "wrong",
      says: "can be deleted by one command"
    },
    {
      types: "aws_cognito_user_pool",
      at: "deletion_protection",
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) === "ACTIVE",
      absent: "wrong",
      says: "can be deleted by one command"
    },
    {
      types: "aws_networkfirewall_firewall",
      at: ["delete_protection", "delete_protection"],
      is: "on",
      says: "can be deleted by one command"
    },
    {
      types: "aws_qldb_ledger",
      at: "deletion_protection",
      is: "on",
      absent: "right",
      says: "can be deleted by one command"
    }
  ]
);
function isNoAuroraInstance(database) {
  return !wordOf(valueAt(database, "engine"))?.startsWith("aurora") || database.type.includes("luster");
}

// src/rules/data/ecr-mutable-tags.ts
var ecr_mutable_tags_default = requirementRule(
  {
    id: "data/ecr-mutable-tags",
    title: "Tags of images can be moved",
    severity: "note",
    practice: "ECR scan on push; Container Insights; timeouts and resource limits of Batch jobs",
    description: "Who may push can put other contents under a tag that is deployed, and nobody sees it.",
    remediation: 'Set `image_tag_mutability = "IMMUTABLE"`, and deploy by digest.',
    cwe: ["CWE-494"],
    references: [
      "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html"
    ]
  },
  [
    {
      types: "aws_ecr_repository",
      at: "image_tag_mutability",
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value).startsWith("IMMUTABLE"),
      absent: "wrong",
      says: "lets its tags be moved"
    }
  ]
);

// src/rules/data/ecr-scan.ts
var ecr_scan_default = requirementRule(
  {
    id: "data/ecr-scan",
    title: "Images are not scanned when they are pushed",
    severity: "note",
    practice: "ECR scan on push; Container Insights; timeouts and resource limits of Batch jobs",
    description: "Known flaws of the packages in an image stay unseen until somebody looks.",
    remediation: "Set `scan_on_push = true`, or enhanced scanning for the whole registry.",
    cwe: ["CWE-1104"],
    references: [
      "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html"
    ]
  },
  [
    {
      types: "aws_ecr_repository",
      at: "image_scanning_configuration.scan_on_push",
      is: "on",
      fix: true,
      unless: (_, { unit }) => ofType(unit, "aws_ecr_registry_scanning_configuration").length > 0,
      says: "does not scan images when they are pushed"
    }
  ]
);

// src/rules/data/kms-deletion-window.ts
var kms_deletion_window_default = requirementRule(
  {
    id: "data/kms-deletion-window",
    title: "Key of KMS is gone within days",
    severity: "note",
    practice: "KMS key policy scoped, key rotation",
    description: "With a key goes everything it encrypted. The days of waiting are the time in which somebody notices.",
    remediation: "Leave `deletion_window_in_days` at 30, or 14 at least.",
    cwe: ["CWE-693"],
    references: ["https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html"]
  },
  [
    {
      types: "aws_kms_key aws_kms_replica_key aws_kms_external_key",
      at: ["deletion_window_in_days", "pending_window_in_days"],
      is: (value) => numberOf(value) === void 0 ? void 0 : numberOf(value) >= 14,
      says: "can be gone within less than two weeks"
    },
    { types: "aws_kms_key", at: ["is_enabled", "enabled"], is: "on", absent: "right", says: "is turned off" },
    {
      types: "aws_secretsmanager_secret",
      at: ["recovery_window_in_days", void 0],
      is: (value) => numberOf(value) === void 0 ? void 0 : numberOf(value) > 0,
      says: "can be deleted without a way back"
    }
  ]
);

// src/rules/data/kms-rotation.ts
var kms_rotation_default = requirementRule(
  {
    id: "data/kms-rotation",
    title: "Key of KMS is never rotated",
    severity: "low",
    practice: "KMS key policy scoped, key rotation",
    description: "The longer one key is used, the more is lost with it. Rotation makes new key material every year, keeps the old for what it encrypted, and needs nobody to do anything.",
    remediation: "Set `enable_key_rotation = true`.",
    cwe: ["CWE-320"],
    references: [
      "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html"
    ]
  },
  [
    {
      types: "aws_kms_key",
      at: "enable_key_rotation",
      is: "on",
      fix: true,
      where: canRotate,
      says: "is never rotated"
    }
  ]
);
function canRotate(key) {
  const spec = valueAt(key, ["customer_master_key_spec", "key_spec"]) ?? valueAt(key, "key_spec");
  if (valueAt(key, "custom_key_store_id") !== void 0) return false;
  const usage = wordOf(valueAt(key, "key_usage"));
  if (spec !== void 0 && wordOf(spec) !== "SYMMETRIC_DEFAULT") return false;
  return (usage === void 0 || usage === "ENCRYPT_DECRYPT") && wordOf(valueAt(key, "origin")) !== "EXTERNAL";
}

// src/rules/data/minor-upgrades.ts
var minor_upgrades_default = requirementRule(
  {
    id: "data/minor-upgrades",
    title: "Fixes of the database are not taken",
    severity: "note",
    practice: "dependency and action updates",
    description: "Minor versions mend flaws that are known; without the switch they wait for somebody to think of them.",
    remediation: "Leave `auto_minor_version_upgrade` on.",
    cwe: ["CWE-1104"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"]
  },
  [
    {
      types: "aws_db_instance aws_rds_cluster_instance aws_elasticache_cluster aws_elasticache_replication_group aws_neptune_cluster_instance aws_docdb_cluster_instance aws_dms_replication_instance aws_memorydb_cluster",
      at: "auto_minor_version_upgrade",
      is: "on",
      fix: true,
      absent: "right",
      says: "does not take minor upgrades by itself"
    },
    {
      types: "aws_redshift_cluster",
      at: "allow_version_upgrade",
      is: "on",
      fix: true,
      absent: "right",
      says: "does not take upgrades by itself"
    },
    {
      types: "aws_mq_broker",
      at: "auto_minor_version_upgrade",
      is: "on",
      fix: true,
      says: "does not take minor upgrades by itself"
    },
    {
      types: "aws_elastic_beanstalk_environment",
      at: "setting[]",
      is: isManaged,
      says: "does not take platform updates by itself"
    }
  ]
);
function isManaged(value) {
  const settings = value.kind === "list" ? value.items : [value];
  return !settings.some(
    (one) => wordOf(partOf(one, "name")) === "ManagedActionsEnabled" && switchOf(partOf(one, "value")) === false
  );
}

// src/rules/data/plain-parameter.ts
var plain_parameter_default = requirementRule(
  {
    id: "data/plain-parameter",
    title: "Parameter that holds a secret is not encrypted",
    severity: "low",
    practice: "Secrets Manager or SSM SecureString instead",
    description: "A parameter of type String is readable for whoever may read parameters, and shows in consoles and logs.",
    remediation: "Make it a SecureString, or a secret of Secrets Manager.",
    cwe: ["CWE-312"],
    references: ["https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-securestring.html"]
  },
  [
    {
      types: "aws_ssm_parameter",
      at: "type",
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) === "SecureString",
      where: (parameter) => namesSecret(wordOf(valueAt(parameter, "name"))?.split("/").at(-1) ?? ""),
      says: "holds a secret and is not encrypted"
    }
  ]
);

// src/rules/data/s3-force-destroy.ts
var s3_force_destroy_default = requirementRule(
  {
    id: "data/s3-force-destroy",
    title: "Bucket is deleted with all that is in it",
    severity: "note",
    practice: "S3: encryption (KMS for compliance), public access block, versioning, no force_destroy, TLS-only policy, access logging",
    description: "With `force_destroy` a bucket goes together with its contents when its resource goes or is replaced; nothing asks.",
    remediation: "Leave it off where the data matters, and empty the bucket by hand before it is deleted.",
    cwe: ["CWE-693"],
    references: ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket"]
  },
  [
    {
      types: "aws_s3_bucket aws_ecr_repository",
      at: ["force_destroy", void 0],
      is: "off",
      says: "is deleted with all that is in it"
    },
    {
      types: "aws_ecr_repository",
      at: ["force_delete", "empty_on_delete"],
      is: "off",
      says: "is deleted with all that is in it"
    }
  ]
);

// src/rules/data/s3-mfa-delete.ts
var s3_mfa_delete_default = requirementRule(
  {
    id: "data/s3-mfa-delete",
    title: "Versions can be deleted without a second factor",
    severity: "note",
    practice: "S3: encryption (KMS for compliance), public access block, versioning, no force_destroy, TLS-only policy, access logging",
    description: "Versions save what was overwritten, and whoever has a key that may delete versions deletes these, too. With MFA delete that takes the device of root.",
    remediation: "Turn MFA delete on by the command line as root (`aws s3api put-bucket-versioning`) for what must not be lost; where lifecycle rules have to delete, Object Lock does it.",
    cwe: ["CWE-308"],
    references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html"]
  },
  [
    {
      types: "aws_s3_bucket_versioning",
      at: ["versioning_configuration.mfa_delete", void 0],
      is: "on",
      where: (versioning) => wordOf(valueAt(versioning, "versioning_configuration.status")) === "Enabled",
      says: "keeps versions that can be deleted without a second factor"
    },
    {
      types: "aws_s3_bucket",
      at: ["versioning.mfa_delete", void 0],
      is: "on",
      where: keepsVersions,
      says: "keeps versions that can be deleted without a second factor"
    }
  ]
);
function keepsVersions(bucket) {
  return switchOf(valueAt(bucket, ["versioning.enabled", void 0])) === true;
}

// src/rules/data/s3-plain-http.ts
var s3_plain_http_default = requirementRule(
  {
    id: "data/s3-plain-http",
    title: "Bucket answers plain HTTP",
    severity: "note",
    practice: "S3: encryption (KMS for compliance), public access block, versioning, no force_destroy, TLS-only policy, access logging",
    description: "Requests over plain HTTP can be read and changed on the way; S3 takes them unless a policy forbids it.",
    remediation: "Deny `s3:*` on the bucket and its objects where `aws:SecureTransport` is `false`.",
    cwe: ["CWE-319"],
    references: [
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"
    ]
  },
  [
    {
      types: "aws_s3_bucket",
      at: "policy",
      is: "elsewhere",
      unless: hasTlsPolicy,
      says: "takes requests over plain HTTP"
    }
  ]
);
function hasTlsPolicy(bucket, { unit }) {
  const anchors = /* @__PURE__ */ new Set([bucket.anchor]);
  const policies = besides(unit, bucket, "aws_s3_bucket_policy", "bucket");
  const texts = policies.map((policy) => valueAt(policy, ["policy", "policy_document"]));
  if (texts.some((text2) => leafOf(text2)?.value.includes("SecureTransport"))) return true;
  for (const policy of policies) anchors.add(policy.anchor);
  const documents = unit.nodes.filter(
    (node) => node.kind === "policy" && (anchors.has(node.anchor.replace(/\[[^\]]*\]/g, "")) || node.holders.some(({ address }) => address === bucket.anchor))
  );
  const isKnown3 = documents.length > 0 && texts.every((text2) => leafOf(text2)?.value !== UNKNOWN);
  const asks2 = documents.some(
    (node) => node.kind === "policy" && node.document.statements.some(
      ({ conditions }) => conditions.some((condition) => /^aws:SecureTransport$/i.test(condition.key.value))
    )
  );
  if (asks2 || policies.length === 0) return asks2;
  return isKnown3 && hasBeside(unit, bucket, "aws_s3_bucket_policy", "bucket") ? false : void 0;
}

// src/rules/data/s3-public-access.ts
var SETTINGS = ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"];
var s3_public_access_default = requirementRule(
  {
    id: "data/s3-public-access",
    title: "Nothing keeps the bucket from being made public",
    severity: "low",
    practice: "S3: encryption (KMS for compliance), public access block, versioning, no force_destroy, TLS-only policy, access logging",
    description: "One policy or ACL written in haste publishes the bucket. Public access block stops that, whatever anybody writes; buckets made before April 2023 do not have it by default, and a default does not come back once somebody took it away.",
    remediation: "Add an `aws_s3_bucket_public_access_block` with all four settings on, or `aws_s3_account_public_access_block` for the whole account.",
    cwe: ["CWE-284", "CWE-732"],
    references: [
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"
    ]
  },
  [
    {
      types: "aws_s3_bucket",
      at: "public_access_block_configuration",
      is: "set",
      unless: (bucket, { unit }) => ofType(unit, "aws_s3_account_public_access_block").length > 0 || hasBeside(unit, bucket, "aws_s3_bucket_public_access_block", "bucket"),
      severity: "note",
      says: "has no public access block, and leaves it to the default of S3"
    },
    ...SETTINGS.flatMap((setting) => {
      const inside = `public_access_block_configuration[].${setting}`;
      const lacks = { is: "on", says: `has a public access block without \`${setting}\`` };
      return [
        { ...lacks, types: "aws_s3_bucket", at: [void 0, inside] },
        { ...lacks, types: "aws_s3_access_point", at: inside, absent: "right" },
        {
          types: "aws_s3_bucket_public_access_block aws_s3_account_public_access_block",
          at: setting,
          is: "on",
          says: `leaves \`${setting}\` off`
        }
      ];
    })
  ]
);

// src/rules/data/s3-public-acl.ts
var s3_public_acl_default = requirementRule(
  {
    id: "data/s3-public-acl",
    title: "Bucket is public by its ACL",
    severity: "medium",
    practice: "S3: encryption (KMS for compliance), public access block, versioning, no force_destroy, TLS-only policy, access logging",
    description: "The canned ACL gives every address of the internet, or everybody with an AWS account, what it says: to list and read, or to write.",
    remediation: "Take the ACL away, and serve what is public through CloudFront with origin access control.",
    cwe: ["CWE-732"],
    references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html"]
  },
  [
    {
      types: "aws_s3_bucket aws_s3_bucket_acl aws_s3_object",
      at: "acl",
      is: isPrivate2,
      unless: isBlocked,
      says: "is public by its ACL"
    },
    {
      types: "aws_s3_bucket",
      at: [void 0, "access_control"],
      is: isPrivate2,
      unless: isBlocked,
      says: "is public by its ACL"
    },
    {
      types: "aws_s3_bucket_acl",
      at: "access_control_policy.grant[].grantee.uri",
      is: isOfSomebody2,
      unless: isBlocked,
      says: "is public by its ACL"
    },
    {
      types: "aws_s3_bucket",
      at: ["grant[].uri", void 0],
      is: isOfSomebody2,
      unless: isBlocked,
      says: "is public by its ACL"
    }
  ]
);
function isPrivate2(value) {
  const word = wordOf(value);
  return word === void 0 ? void 0 : !/^(?:public-?read(?:-?write)?|authenticated-?read|website)$/i.test(word);
}
function isOfSomebody2(value) {
  const word = wordOf(value);
  return word === void 0 ? void 0 : !/groups\/global\/(?:AllUsers|AuthenticatedUsers)$/.test(word);
}
function isBlocked(resource, { unit }) {
  if (switchOf(valueAt(resource, "public_access_block_configuration.ignore_public_acls")) === true) return true;
  if (ofType(unit, "aws_s3_account_public_access_block").some(ignores)) return true;
  const bucket = canonicalType(resource.type) === "aws_s3_bucket" ? resource : bucketOf(resource, unit);
  return bucket !== void 0 && besides(unit, bucket, "aws_s3_bucket_public_access_block", "bucket").some(ignores);
}
function bucketOf(resource, unit) {
  return meantBy(unit, valueAt(resource, "bucket"), "aws_s3_bucket");
}
var ignores = (block) => switchOf(valueAt(block, "ignore_public_acls")) === true;

// src/rules/data/s3-versioning.ts
var s3_versioning_default = requirementRule(
  {
    id: "data/s3-versioning",
    title: "Bucket keeps no versions",
    severity: "low",
    practice: "S3: encryption (KMS for compliance), public access block, versioning, no force_destroy, TLS-only policy, access logging",
    description: "What is overwritten or deleted, by mistake or by ransomware, is gone.",
    remediation: 'Add an `aws_s3_bucket_versioning` with `status = "Enabled"`, and a lifecycle rule that ends old versions.',
    cwe: ["CWE-693"],
    references: [
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"
    ]
  },
  [
    {
      types: "aws_s3_bucket",
      at: ["versioning.enabled", "versioning_configuration.status"],
      is: (value) => wordOf(value) === "Suspended" ? false : switchOf(value),
      absent: "wrong",
      unless: (bucket, { unit }) => hasBeside(unit, bucket, "aws_s3_bucket_versioning", "bucket"),
      says: "keeps no versions"
    },
    {
      types: "aws_s3_bucket_versioning",
      at: "versioning_configuration.status",
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) === "Enabled",
      says: "keeps no versions"
    }
  ]
);

// src/rules/data/secret-rotation.ts
var secret_rotation_default = requirementRule(
  {
    id: "data/secret-rotation",
    title: "Secret is never rotated",
    severity: "note",
    practice: "rotate keys every 90 days",
    description: "A secret that got out stays good until somebody changes it.",
    remediation: "Add an `aws_secretsmanager_secret_rotation` (a rotation schedule), or let the service manage its own secret.",
    cwe: ["CWE-324"],
    references: [
      "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html"
    ]
  },
  [
    {
      types: "aws_secretsmanager_secret",
      at: "rotation_rules",
      is: "elsewhere",
      unless: (secret, { unit }) => valueAt(secret, "rotation_rules") !== void 0 || someBeside(
        unit,
        secret,
        ["aws_secretsmanager_secret_rotation", "aws_secretsmanager_rotation_schedule"],
        "secret_id"
      ),
      says: "is never rotated"
    },
    {
      types: "aws_secretsmanager_secret_rotation",
      at: ["rotation_rules.automatically_after_days", "rotation_rules.automatically_after_days"],
      is: (value) => numberOf(value) === void 0 ? void 0 : numberOf(value) <= 90,
      says: "is rotated less often than every 90 days"
    }
  ]
);

// src/rules/data/unencrypted-database.ts
var unencrypted_database_default = requirementRule(
  {
    id: "data/unencrypted-database",
    title: "Database is not encrypted",
    severity: "low",
    practice: "EBS encrypted",
    description: "Snapshots and exports of the database hold its data in the clear for whoever gets at one. It cannot be turned on later: the database has to be made anew from an encrypted snapshot.",
    remediation: "Set `storage_encrypted = true` (Redshift: `encrypted`), with a key of your own where others may ask who can decrypt. A database that exists is replaced by that: restore it from an encrypted copy of a snapshot.",
    cwe: ["CWE-311"],
    references: [
      "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"
    ]
  },
  [
    {
      types: "aws_db_instance",
      at: "storage_encrypted",
      is: "on",
      fix: true,
      where: isNoAurora,
      says: "stores its data unencrypted"
    },
    {
      types: "aws_rds_cluster",
      at: "storage_encrypted",
      is: "on",
      fix: true,
      where: isNotServerless,
      says: "stores its data unencrypted"
    },
    {
      types: "aws_neptune_cluster aws_docdb_cluster aws_rds_global_cluster aws_docdb_global_cluster",
      at: "storage_encrypted",
      is: "on",
      fix: true,
      where: isNoReplica,
      says: "stores its data unencrypted"
    },
    { types: "aws_redshift_cluster", at: "encrypted", is: "on", says: "stores its data unencrypted" },
    {
      types: "aws_dax_cluster",
      at: ["server_side_encryption.enabled", "sse_specification.sse_enabled"],
      is: "on",
      says: "stores its data unencrypted"
    },
    {
      types: "aws_db_snapshot_copy",
      at: ["kms_key_id", void 0],
      is: "set",
      severity: "note",
      says: "is a copy without a key of its own"
    },
    {
      types: "aws_db_instance_automated_backups_replication",
      at: ["kms_key_id", void 0],
      is: "set",
      severity: "note",
      says: "copies backups without a key of its own"
    },
    {
      types: "aws_elasticache_replication_group",
      at: "at_rest_encryption_enabled",
      is: "on",
      says: "stores its data unencrypted"
    },
    {
      types: "aws_memorydb_cluster",
      at: ["tls_enabled", "tls_enabled"],
      is: "on",
      absent: "right",
      says: "speaks without encryption"
    },
    {
      types: "aws_timestreamwrite_database",
      at: "kms_key_id",
      is: "set",
      severity: "note",
      says: "has no key of its own"
    },
    {
      types: "aws_dynamodb_table aws_dynamodb_global_table",
      at: ["server_side_encryption.enabled", "sse_specification.sse_enabled"],
      is: "on",
      where: (table) => table.type !== "aws_dynamodb_global_table",
      severity: "note",
      says: "is encrypted with the key of AWS, whose use nobody sees"
    }
  ]
);
function isNoAurora(database) {
  const engine = wordOf(valueAt(database, "engine"));
  return !engine?.startsWith("aurora") && valueAt(database, ["cluster_identifier", "db_cluster_identifier"]) === void 0 && isNoReplica(database);
}
function isNoReplica(database) {
  return FROM_ELSEWHERE.every((at2) => valueAt(database, at2) === void 0);
}
var FROM_ELSEWHERE = [
  ["replicate_source_db", "source_db_instance_identifier"],
  ["snapshot_identifier", "db_snapshot_identifier"],
  ["replication_source_identifier", "replication_source_identifier"],
  ["global_cluster_identifier", "global_cluster_identifier"],
  ["source_db_cluster_identifier", "source_db_cluster_identifier"]
];
function isNotServerless(cluster) {
  return wordOf(valueAt(cluster, "engine_mode")) !== "serverless" && isNoReplica(cluster);
}

// src/rules/data/unencrypted-messages.ts
var unencrypted_messages_default = requirementRule(
  {
    id: "data/unencrypted-messages",
    title: "Queue, topic or stream is not encrypted",
    severity: "low",
    practice: "EBS encrypted",
    description: "Messages wait on disks of AWS in the clear, or under a key that nobody can take away from anybody. With KMS the key policy says who may read them, and CloudTrail who did.",
    remediation: 'Set `kms_master_key_id` (SQS, SNS) or `kms_key_id` and `encryption_type = "KMS"` (Kinesis); `sqs_managed_sse_enabled` is enough for queues without rules to comply with.',
    cwe: ["CWE-311"],
    references: [
      "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html",
      "https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html"
    ]
  },
  [
    { types: "aws_sns_topic", at: "kms_master_key_id", is: "set", says: "is not encrypted with a key of KMS" },
    {
      types: "aws_sqs_queue",
      at: "sqs_managed_sse_enabled",
      is: (value) => switchOf(value),
      where: (queue) => valueAt(queue, "kms_master_key_id") === void 0,
      says: "has its encryption turned off"
    },
    {
      types: "aws_sqs_queue",
      at: "kms_master_key_id",
      is: "set",
      severity: "note",
      says: "is not encrypted with a key of KMS"
    },
    {
      types: "aws_kinesis_stream",
      at: ["encryption_type", "stream_encryption.encryption_type"],
      is: isKms,
      absent: "wrong",
      says: "is not encrypted"
    },
    {
      types: "aws_kinesis_firehose_delivery_stream",
      at: ["server_side_encryption.enabled", "delivery_stream_encryption_configuration_input.key_type"],
      is: isOn,
      absent: "wrong",
      where: hasNoStreamSource,
      says: "is not encrypted"
    },
    {
      types: "aws_kinesis_video_stream",
      at: "kms_key_id",
      is: "set",
      severity: "note",
      says: "is encrypted with the key of AWS"
    },
    {
      types: "aws_msk_cluster",
      at: [
        "encryption_info.encryption_at_rest_kms_key_arn",
        "encryption_info.encryption_at_rest.data_volume_kms_key_id"
      ],
      is: "set",
      severity: "note",
      says: "is encrypted with the key of AWS"
    },
    {
      types: "aws_mq_broker",
      at: ["encryption_options.kms_key_id", "encryption_options.kms_key_id"],
      is: "set",
      severity: "note",
      says: "is encrypted with the key of AWS"
    }
  ]
);
function isKms(value) {
  const word = wordOf(value);
  return word === void 0 ? void 0 : word.toUpperCase() === "KMS";
}
function isOn(value) {
  return /_CMK$/.test(wordOf(value) ?? "") || switchOf(value);
}
function hasNoStreamSource(stream) {
  return valueAt(stream, ["kinesis_source_configuration", "kinesis_stream_source_configuration"]) === void 0;
}

// src/rules/data/unencrypted-results.ts
var unencrypted_results_default = requirementRule(
  {
    id: "data/unencrypted-results",
    title: "Results of jobs and queries are not encrypted",
    severity: "low",
    practice: "EBS encrypted",
    description: "What a query, build or job leaves behind is a copy of the data it read, without the guards of the original.",
    remediation: "Name an encryption for the results, with a key of KMS where data must be kept apart.",
    cwe: ["CWE-311"],
    references: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/athena-controls.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html"
    ]
  },
  [
    {
      types: "aws_athena_workgroup",
      at: [
        "configuration.result_configuration.encryption_configuration.encryption_option",
        "work_group_configuration.result_configuration.encryption_configuration.encryption_option"
      ],
      is: "set",
      says: "leaves results of queries unencrypted"
    },
    {
      types: "aws_athena_workgroup",
      at: [
        "configuration.enforce_workgroup_configuration",
        "work_group_configuration.enforce_work_group_configuration"
      ],
      is: "on",
      absent: "right",
      says: "lets clients decide how results are kept"
    },
    {
      types: "aws_athena_database",
      at: "encryption_configuration.encryption_option",
      is: "set",
      says: "leaves results of queries unencrypted"
    },
    {
      types: "aws_codebuild_project",
      at: ["artifacts.encryption_disabled", "artifacts.encryption_disabled"],
      is: "off",
      says: "leaves its artifacts unencrypted"
    },
    {
      types: "aws_codebuild_project",
      at: "secondary_artifacts[].encryption_disabled",
      is: "off",
      says: "leaves its artifacts unencrypted"
    },
    {
      types: "aws_codebuild_project",
      at: ["logs_config.s3_logs.encryption_disabled", "logs_config.s3_logs.encryption_disabled"],
      is: "off",
      says: "leaves its logs unencrypted"
    },
    {
      types: "aws_codebuild_project",
      at: "encryption_key",
      is: "set",
      severity: "note",
      says: "encrypts its artifacts with the key of AWS"
    },
    {
      types: "aws_codebuild_project",
      at: "environment.privileged_mode",
      is: "off",
      severity: "note",
      says: "builds in a container that has the machine for itself"
    },
    {
      types: "aws_glue_security_configuration",
      at: [
        "encryption_configuration.s3_encryption[].s3_encryption_mode",
        "encryption_configuration.s3_encryptions[].s3_encryption_mode"
      ],
      is: isEncrypted,
      absent: "wrong",
      says: "leaves data in S3 unencrypted"
    },
    {
      types: "aws_glue_security_configuration",
      at: [
        "encryption_configuration.cloudwatch_encryption.cloudwatch_encryption_mode",
        "encryption_configuration.cloud_watch_encryption.cloud_watch_encryption_mode"
      ],
      is: isEncrypted,
      absent: "wrong",
      says: "leaves logs unencrypted"
    },
    {
      types: "aws_glue_security_configuration",
      at: [
        "encryption_configuration.job_bookmarks_encryption.job_bookmarks_encryption_mode",
        "encryption_configuration.job_bookmarks_encryption.job_bookmarks_encryption_mode"
      ],
      is: isEncrypted,
      absent: "wrong",
      says: "leaves bookmarks of jobs unencrypted"
    },
    {
      types: "aws_glue_data_catalog_encryption_settings",
      at: "data_catalog_encryption_settings.connection_password_encryption.return_connection_password_encrypted",
      is: "on",
      says: "shows passwords of connections in the clear"
    },
    {
      types: "aws_glue_data_catalog_encryption_settings",
      at: [
        "data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_mode",
        "data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_mode"
      ],
      is: isEncrypted,
      absent: "wrong",
      says: "leaves the catalog unencrypted"
    },
    {
      types: "aws_emr_security_configuration",
      at: [
        "configuration.encryption_configuration.enable_at_rest_encryption",
        "security_configuration.encryption_configuration.enable_at_rest_encryption"
      ],
      is: "on",
      says: "leaves data on disks and in S3 unencrypted"
    },
    {
      types: "aws_emr_security_configuration",
      at: [
        "configuration.encryption_configuration.enable_in_transit_encryption",
        "security_configuration.encryption_configuration.enable_in_transit_encryption"
      ],
      is: "on",
      says: "lets nodes speak without encryption"
    },
    {
      types: "aws_emr_cluster",
      at: "security_configuration",
      is: "set",
      says: "has no security configuration, so it encrypts nothing"
    },
    {
      types: "aws_glue_job aws_glue_crawler aws_glue_dev_endpoint",
      at: ["security_configuration", "crawler_security_configuration"],
      is: "set",
      severity: "note",
      where: (job) => !job.type.endsWith("Job"),
      says: "has no security configuration, so it encrypts nothing"
    },
    {
      types: "aws_sagemaker_notebook_instance",
      at: "kms_key_id",
      is: "set",
      says: "has a disk without a key of your own"
    },
    {
      types: "aws_sagemaker_endpoint_configuration",
      at: ["kms_key_arn", "kms_key_id"],
      is: "set",
      severity: "note",
      says: "has disks without a key of your own"
    },
    {
      types: "aws_sagemaker_notebook_instance",
      at: "root_access",
      is: isNoRoot,
      severity: "note",
      absent: "wrong",
      says: "gives its user root"
    },
    { types: "aws_sagemaker_domain", at: "kms_key_id", is: "set", severity: "note", says: "has no key of your own" },
    {
      types: "aws_backup_vault",
      at: ["kms_key_arn", "encryption_key_arn"],
      is: "set",
      severity: "note",
      says: "is encrypted with the key of AWS"
    },
    {
      types: "aws_kinesisanalyticsv2_application",
      at: "kms_key",
      is: "set",
      absent: "right",
      says: "has no key of your own"
    },
    {
      types: "aws_codepipeline",
      at: ["artifact_store[].encryption_key", "artifact_store[].encryption_key"],
      is: "set",
      severity: "note",
      says: "encrypts its artifacts with the key of AWS"
    },
    {
      types: "aws_api_gateway_method_settings",
      at: ["settings.cache_data_encrypted", void 0],
      is: "on",
      where: (settings) => switchOf(valueAt(settings, "settings.caching_enabled")) === true,
      says: "leaves cached answers unencrypted"
    },
    {
      types: "aws_appsync_api_cache",
      at: "at_rest_encryption_enabled",
      is: "on",
      says: "leaves cached answers unencrypted"
    },
    {
      types: "aws_appsync_api_cache",
      at: "transit_encryption_enabled",
      is: "on",
      says: "speaks with its cache unencrypted"
    }
  ]
);
function isEncrypted(value) {
  const word = wordOf(value);
  return word === void 0 ? void 0 : word.toUpperCase() !== "DISABLED";
}
function isNoRoot(value) {
  return switchOf(value) === void 0 ? void 0 : switchOf(value) === false;
}

// src/rules/data/unencrypted-search.ts
var unencrypted_search_default = requirementRule(
  {
    id: "data/unencrypted-search",
    title: "Search domain is not encrypted",
    severity: "low",
    practice: "EBS encrypted",
    description: "Indexes and snapshots lie on disks in the clear, and what nodes tell each other goes over the network the same way.",
    remediation: "Set `encrypt_at_rest.enabled` and `node_to_node_encryption.enabled`.",
    cwe: ["CWE-311", "CWE-319"],
    references: [
      "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html"
    ]
  },
  [
    {
      types: "aws_elasticsearch_domain aws_opensearch_domain",
      at: ["encrypt_at_rest.enabled", "encryption_at_rest_options.enabled"],
      is: "on",
      says: "stores its data unencrypted"
    },
    {
      types: "aws_elasticsearch_domain aws_opensearch_domain",
      at: ["node_to_node_encryption.enabled", "node_to_node_encryption_options.enabled"],
      is: "on",
      says: "lets its nodes speak without encryption"
    },
    {
      types: "aws_elasticsearch_domain aws_opensearch_domain",
      at: ["advanced_security_options.enabled", "advanced_security_options.enabled"],
      is: "on",
      severity: "note",
      says: "has no control of access within the domain"
    }
  ]
);

// src/rules/data/unencrypted-transit.ts
var unencrypted_transit_default = requirementRule(
  {
    id: "data/unencrypted-transit",
    title: "Data goes over the network unencrypted",
    severity: "low",
    practice: "EBS encrypted",
    description: "What clients and nodes tell each other, passwords among it, can be read by whoever gets between them.",
    remediation: 'Set `transit_encryption_enabled = true` and an `auth_token` (ElastiCache), `client_broker = "TLS"` and `in_cluster = true` (MSK), `tls` (DocumentDB, DAX).',
    cwe: ["CWE-319"],
    references: [
      "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html",
      "https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html"
    ]
  },
  [
    {
      types: "aws_elasticache_replication_group",
      at: "transit_encryption_enabled",
      is: "on",
      says: "speaks with its clients unencrypted"
    },
    {
      types: "aws_msk_cluster",
      at: [
        "encryption_info.encryption_in_transit.client_broker",
        "encryption_info.encryption_in_transit.client_broker"
      ],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) === "TLS",
      says: "lets clients speak without encryption"
    },
    {
      types: "aws_msk_cluster",
      at: "encryption_info.encryption_in_transit.in_cluster",
      is: "on",
      absent: "right",
      says: "lets its brokers speak without encryption"
    },
    {
      types: "aws_dax_cluster",
      at: "cluster_endpoint_encryption_type",
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) === "TLS",
      absent: "wrong",
      says: "speaks with its clients unencrypted"
    },
    {
      types: "aws_docdb_cluster_parameter_group aws_db_parameter_group aws_rds_cluster_parameter_group aws_redshift_parameter_group",
      at: ["parameter", "parameters"],
      is: insistsUnlessOff,
      absent: "right",
      says: "does not insist on encryption"
    },
    {
      types: "aws_redshift_parameter_group",
      at: ["parameter", "parameters"],
      is: insists,
      absent: "wrong",
      says: "does not insist on encryption: nothing sets `require_ssl`"
    },
    {
      types: "aws_msk_cluster",
      at: ["client_authentication.unauthenticated", "client_authentication.unauthenticated.enabled"],
      is: "off",
      severity: "low",
      says: "lets clients in that do not say who they are"
    },
    {
      types: "aws_dms_endpoint",
      at: "ssl_mode",
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "none",
      severity: "note",
      absent: "wrong",
      where: (endpoint) => !/^(?:s3|dynamodb|kinesis|kafka|elasticsearch|opensearch|neptune|redshift)/.test(
        wordOf(valueAt(endpoint, "engine_name")) ?? ""
      ),
      says: "speaks with its database unencrypted"
    },
    {
      types: "aws_elasticache_replication_group",
      at: "auth_token",
      is: "set",
      severity: "note",
      unless: (group) => valueAt(group, "user_group_ids") !== void 0,
      says: "asks its clients for no password"
    }
  ]
);
var INSISTING = /^(?:require_ssl|tls|rds\.force_ssl|require_secure_transport)$/;
function insistence(value) {
  const given = parametersIn(value);
  if (!given) return void 0;
  const found2 = given.find(({ name }) => INSISTING.test(name));
  if (!found2) return "not set";
  const word = wordOf(found2.value)?.toLowerCase();
  return word === void 0 ? void 0 : !/^(?:false|disabled|0|off)$/.test(word);
}
function insistsUnlessOff(value) {
  const is = insistence(value);
  return is === void 0 ? void 0 : is !== false;
}
function insists(value) {
  const is = insistence(value);
  return is === "not set" ? false : is === void 0 ? void 0 : true;
}
function parametersIn(value) {
  if (value.kind === "list") {
    const parts = value.items.map(parametersIn);
    return parts.some((part2) => part2 === void 0) ? void 0 : parts.flatMap((part2) => part2 ?? []);
  }
  if (value.kind !== "map") return void 0;
  const name = wordOf(partOf(value, "name") ?? partOf(value, "parameter_name"));
  if (name !== void 0) return [{ name, value: partOf(value, "value") ?? partOf(value, "parameter_value") }];
  return value.entries.map(({ key, value: given }) => ({ name: key, value: given }));
}

// src/rules/data/unencrypted-volume.ts
var unencrypted_volume_default = requirementRule(
  {
    id: "data/unencrypted-volume",
    title: "Disk or file system is not encrypted",
    severity: "low",
    practice: "EBS encrypted",
    description: "Whoever gets at a snapshot of the volume, or a copy of it, reads what is on it. Encryption costs nothing and needs no change to what uses it.",
    remediation: "Set `encrypted = true`; with `aws_ebs_encryption_by_default` for the whole account. A disk that exists is replaced by that: keep a snapshot of what is on it.",
    cwe: ["CWE-311"],
    references: [
      "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"
    ]
  },
  [
    {
      types: "aws_ebs_volume aws_ebs_snapshot_copy aws_ami_copy",
      at: "encrypted",
      is: "on",
      fix: true,
      unless: isEncryptedByDefault,
      says: "is not encrypted"
    },
    {
      types: "aws_instance aws_launch_configuration",
      at: ["root_block_device.encrypted", void 0],
      is: "on",
      fix: true,
      unless: isEncryptedByDefault,
      where: hasOwnImage,
      says: "has a root disk that is not encrypted"
    },
    {
      types: "aws_instance aws_launch_configuration",
      at: ["ebs_block_device[].encrypted", "block_device_mappings[].ebs[].encrypted"],
      is: "on",
      unless: isEncryptedByDefault,
      where: hasNoSnapshot,
      says: "has a disk that is not encrypted"
    },
    {
      types: "aws_launch_template",
      at: ["block_device_mappings[].ebs[].encrypted", "launch_template_data.block_device_mappings[].ebs[].encrypted"],
      is: "on",
      unless: isEncryptedByDefault,
      says: "starts machines with a disk that is not encrypted"
    },
    {
      types: "aws_ami",
      at: "ebs_block_device[].encrypted",
      is: "on",
      fix: true,
      where: (image) => valuesAt(image, "ebs_block_device[].snapshot_id").every(({ value }) => value === void 0),
      says: "has a disk that is not encrypted"
    },
    {
      types: "aws_ebs_encryption_by_default",
      at: "enabled",
      is: "on",
      absent: "right",
      says: "turns the encryption of new disks off"
    },
    { types: "aws_ebs_snapshot", at: "encrypted", is: "on", absent: "right", says: "is not encrypted" },
    { types: "aws_efs_file_system", at: "encrypted", is: "on", fix: true, says: "is not encrypted" },
    {
      types: "aws_fsx_openzfs_file_system aws_fsx_windows_file_system",
      at: "kms_key_id",
      is: "set",
      severity: "note",
      says: "has no key of its own"
    },
    {
      types: "aws_workspaces_workspace",
      at: "root_volume_encryption_enabled",
      is: "on",
      says: "has a root disk that is not encrypted"
    },
    {
      types: "aws_workspaces_workspace",
      at: "user_volume_encryption_enabled",
      is: "on",
      says: "has a disk of its user that is not encrypted"
    },
    {
      types: "aws_ecs_task_definition",
      at: [
        "volume[].efs_volume_configuration[].transit_encryption",
        "volumes[].efs_volume_configuration[].transit_encryption"
      ],
      is: "on",
      says: "mounts a file system without encryption on the way"
    }
  ]
);
function isEncryptedByDefault(_, { unit }) {
  return ofType(unit, "aws_ebs_encryption_by_default").some(
    (account) => switchOf(valueAt(account, "enabled") ?? { kind: "boolean", value: true, span: account.span }) !== false
  );
}
function hasOwnImage(machine) {
  return valueAt(machine, "launch_template") === void 0;
}
function hasNoSnapshot(machine) {
  const path2 = ["ebs_block_device[].snapshot_id", "block_device_mappings[].ebs[].snapshot_id"];
  return valuesAt(machine, path2).every(({ value }) => value === void 0);
}

// src/iam/dangers/full-admin.ts
var fullAdmin = defineDanger({
  id: "full-admin",
  order: 10,
  example: [{ Action: "*" }],
  outranksTheRest: true,
  find: (permissions) => adminsIn(permissions, "full"),
  // Whoever was one was nearly one as well.
  newlyPermitted: (found2) => isSure(found2) ? ["full-admin", "near-admin"] : [],
  words: () => "now an administrator",
  weigh: (told) => told.length * 400,
  managed: (found2) => isSure(found2) ? ["full-admin"] : []
});

// src/iam/dangers/credentials-exposure.ts
var credentialsExposure = defineDanger({
  id: "credentials-exposure",
  order: 60,
  example: [{ Action: "redshift:GetClusterCredentials" }],
  actions: () => CREDENTIAL_ACTIONS,
  find: (permissions) => grantsAny(permissions, credentialActions()) ? CREDENTIAL_ACTIONS.flatMap((action) => wideGrant(permissions, action)) : [],
  untold: (found2, said) => found2.filter(({ action }) => !said.actions.has(action)),
  say: (told, said) => said.name(told),
  newlyPermitted: (found2) => found2.length > 0 ? ["credentials-exposure"] : [],
  words: () => "now gets credentials of others",
  rule: {
    title: "Policy can fetch credentials of others",
    severity: "medium",
    description: "The answer to these actions is a password, a token or a key, for every database, instance or user there is.",
    remediation: "Name the databases, instances or users in Resource.",
    cwe: ["CWE-522", "CWE-250"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"],
    hits: (told) => tellTogether(told, "medium", (grant) => ({
      message: `${quote(grant.name)} gets credentials for ${reachOfGrant(grant)}`,
      element: grant.name,
      remediation: `Name what they are for: Resource \`${narrowedArn(grant.name)}\`.`
    }))
  }
});
var CREDENTIAL_ACTIONS = [
  "iam:CreateServiceSpecificCredential",
  "iam:ResetServiceSpecificCredential",
  "sts:AssumeRoot",
  "sts:GetFederationToken",
  "cognito-identity:GetOpenIdTokenForDeveloperIdentity",
  "redshift:GetClusterCredentials",
  "redshift:GetClusterCredentialsWithIAM",
  "redshift-serverless:GetCredentials",
  "rds-db:connect",
  "ec2:GetPasswordData",
  "lightsail:GetInstanceAccessDetails",
  "lightsail:GetRelationalDatabaseMasterUserPassword",
  "codepipeline:PollForJobs",
  "gamelift:RequestUploadCredentials",
  "gamelift:GetComputeAuthToken",
  "s3:GetDataAccess",
  "bedrock-agentcore:GetResourceApiKey",
  "bedrock-agentcore:GetResourceOauth2Token",
  "dsql:DbConnectAdmin",
  "connect:GetFederationToken"
];
var credentialActions = lazy(() => actionsNamed(CREDENTIAL_ACTIONS));

// src/iam/dangers/near-admin.ts
var nearAdmin = defineDanger({
  id: "near-admin",
  order: 20,
  example: [{ NotAction: "iam:*" }],
  outranksTheRest: true,
  find: (permissions) => adminsIn(permissions, "near"),
  newlyPermitted: (found2) => isSure(found2) ? ["near-admin"] : [],
  words: () => "now nearly an administrator",
  weigh: (told) => told.length * 300,
  managed: (found2) => isSure(found2) ? ["near-admin"] : []
});

// src/iam/dangers/service-wildcard.ts
var serviceWildcard = defineDanger({
  id: "service-wildcard",
  order: 40,
  example: [
    { Action: "s3:*" },
    { Action: "sqs:*" },
    { Action: "iam:*" },
    { Action: "s3:*", Resource: "arn:aws:s3:::*" }
  ],
  find: (permissions) => [...wholeServicesIn(permissions), ...wideServicesIn(permissions)],
  untold: (found2, said) => found2.filter(({ action }) => !said.actions.has(action)),
  say(told, said) {
    for (const { action } of told) said.actions.add(action);
  },
  newlyPermitted: (found2) => found2.flatMap(
    ({ services, resource }) => resource ? [] : services.map((service) => `service-wildcard (${service})`)
  ),
  managed: (found2) => found2.some(({ resource }) => !resource) ? ["service-wildcard"] : [],
  words: (service) => `now every action of \`${service}\` on every resource`
});
function wholeServicesIn(permissions) {
  const allowEntries = permissions.allowEntries.filter(
    (allowEntry) => isStar(allowEntry.pattern) && isOpenAllowEntry(allowEntry)
  );
  if (allowEntries.length === 0) return [];
  const open2 = unionOf(allowEntries.map((allowEntry) => allowEntry.bits));
  const changing = changingActions();
  const found2 = /* @__PURE__ */ new Map();
  for (const prefix2 of SERVICE_PREFIXES) {
    const first = firstAction(prefix2);
    if (!hasBit(open2, first)) continue;
    const all = serviceActions(prefix2);
    if (!includesAll(open2, all) || !overlaps(changing, all)) continue;
    const allowEntry = allowEntries.find((candidate) => includesAll(candidate.bits, all));
    const action = allowEntry && writtenAction(allowEntry.statement, first);
    if (!allowEntry || !action || !hasWildcard(action.value) && allowEntry.statement.actions.includes(action))
      continue;
    const known = found2.get(action);
    if (known) known.services.push(prefix2);
    else found2.set(action, { allowEntry, services: [prefix2] });
  }
  return [...found2].map(([action, { allowEntry, services }]) => ({
    action,
    allowEntry,
    services,
    privileged: services.some((service) => PRIVILEGED_SERVICES.has(service))
  }));
}
function wideServicesIn(permissions) {
  const open2 = permissions.allowEntries.filter(isOpenAllowEntry);
  const statements = new Set(
    open2.filter(({ pattern, statement }) => !isStar(pattern) && statement.actions.some(({ value }) => WHOLE.test(value))).map((allowEntry) => allowEntry.statement)
  );
  return [...statements].flatMap((statement) => {
    const allowEntries = open2.filter((allowEntry2) => allowEntry2.statement === statement);
    const [allowEntry] = allowEntries;
    if (!allowEntry?.resource || allowEntries.some(({ pattern }) => isStar(pattern))) return [];
    const { resource } = allowEntry;
    const wide = actionsReached({ ...permissions, allowEntries }, "wide");
    return statement.actions.flatMap((action) => {
      const service = WHOLE.exec(action.value)?.[1]?.toLowerCase() ?? "";
      if (!SERVICE_PREFIXES.includes(service)) return [];
      const all = takingResource(service);
      const reached = count(intersection(wide, all));
      if (reached === 0 || reached * 2 < count(all)) return [];
      return [{ action, resource, allowEntry, services: [service], privileged: PRIVILEGED_SERVICES.has(service) }];
    });
  });
}
var WHOLE = /^([a-z0-9-]+):\*$/i;
function takingResource(service) {
  const bits = emptyBits(ACTION_COUNT);
  for (const id of members(serviceActions(service))) {
    const { level, types: types2 } = actionFacts(id);
    if (level !== "List" && types2.some((type) => type.required)) setBit(bits, id);
  }
  return bits;
}

// src/iam/dangers/not-action.ts
var notAction = defineDanger({
  id: "not-action",
  order: 90,
  example: [{ NotAction: ["s3:*", "iam:*"], Resource: "arn:aws:s3:::reports/*" }],
  find: (permissions) => grantingStatements(permissions).filter(({ notActions }) => notActions.length > 0),
  // Said at the same place already, and worse.
  untold: (found2, _, others) => others.told(serviceWildcard).some(({ allowEntry }) => allowEntry.statement.notActions.length > 0) ? [] : found2,
  rule: {
    title: "Allow with NotAction grants whatever it does not name",
    severity: "medium",
    description: "Allow with NotAction grants every other action, those of services that AWS has not launched yet included. It is meant for Deny.",
    remediation: "List the actions that are used in Action, or turn the statement into a Deny.",
    cwe: ["CWE-250"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html"],
    hits: (told, { unit }) => told.map((statement) => ({
      span: statement.notActions[0].span,
      message: `Allow with NotAction grants ${number(count(statementActions(statement, unit)))} actions: everything but ${listed(statement.notActions.map(quote), 3)}.`,
      element: "NotAction"
    }))
  }
});
function grantingStatements({ allowEntries }) {
  return [...new Set(allowEntries.map(({ statement }) => statement))];
}

// src/iam/dangers/not-resource.ts
var notResource = defineDanger({
  id: "not-resource",
  order: 100,
  example: [{ Action: "s3:GetObject", NotResource: "arn:aws:s3:::reports/*" }],
  find: (permissions) => grantingStatements(permissions).filter(({ notResources }) => notResources.length > 0),
  rule: {
    title: "Allow with NotResource reaches whatever it does not name",
    severity: "medium",
    description: "Allow with NotResource grants the actions on every other resource, those of other services and those made tomorrow included. It is meant for Deny.",
    remediation: "List the resources in Resource, or turn the statement into a Deny.",
    cwe: ["CWE-250"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html"],
    hits: (told) => told.map((statement) => {
      const actions = (statement.actions.length > 0 ? statement.actions : statement.notActions).map(quote);
      return {
        span: statement.notResources[0].span,
        message: `${listed(actions, 3)} is allowed on everything but ${listed(statement.notResources.map(quote), 3)}.`,
        element: "NotResource"
      };
    })
  }
});

// src/aws/resources/arns.ts
var ARNS_OF_RESOURCES = {
  "codebuild project": { type: "aws_codebuild_project", template: "Arn" },
  "dynamodb table": { type: "aws_dynamodb_table", template: "Arn" },
  "ecr repository": { type: "aws_ecr_repository", template: "Arn" },
  "events event-bus": { type: "aws_cloudwatch_event_bus", template: "Arn" },
  "firehose deliverystream": { type: "aws_kinesis_firehose_delivery_stream", template: "Arn" },
  "kinesis stream": { type: "aws_kinesis_stream", template: "Arn" },
  "kms key": { type: "aws_kms_key", template: "Arn" },
  "lambda function": { type: "aws_lambda_function", template: "Arn" },
  "s3 bucket": { type: "aws_s3_bucket", template: "Arn" },
  "s3 object": { type: "aws_s3_bucket", template: "Arn", suffix: "/*" },
  "secretsmanager Secret": { type: "aws_secretsmanager_secret", template: "Ref" },
  "sns topic": { type: "aws_sns_topic", template: "Ref" },
  "sqs queue": { type: "aws_sqs_queue", template: "Arn" },
  "states statemachine": { type: "aws_sfn_state_machine", template: "Arn" }
};

// src/iam/condition-edit.ts
function conditionEdit(policy, statement, wanted) {
  const { uri } = statement.span;
  const syntax = syntaxOf(uri);
  const { operator, key } = wanted;
  const values = [wanted.value].flat();
  const value = values.length === 1 ? values[0] : `[${values.join(", ")}]`;
  if (!syntax || key.includes(UNKNOWN)) return void 0;
  const put = (at2, text2) => at2 && isWritten(at2, statement.span) ? [{ span: at2.span, text: text2, asLines: true }] : void 0;
  if (policy.anchor.includes("aws_iam_policy_document.")) {
    const block = [
      `  test     = ${JSON.stringify(operator)}`,
      `  variable = ${JSON.stringify(key)}`,
      `  values   = [${values.join(", ")}]`
    ];
    return put(statement.actions[0], `condition {
${block.join("\n")}
}`);
  }
  const same = statement.conditions.find((condition) => condition.operator.value === operator);
  if (same) return put(same.key, entryLine(syntax, key, value));
  const [other] = statement.conditions;
  if (other) return put(other.operator, mapLine(syntax, operator, entryLine(syntax, key, value)));
  return put(statement.effect, mapLine(syntax, "Condition", mapLine(syntax, operator, entryLine(syntax, key, value))));
}
function ownAccount(policy, { unit, trustedAccounts }) {
  const isTemplate = unit.nodes.some((node) => node.kind === "resource" && isCloudFormation(node.type));
  const syntax = syntaxOf(policy.span.uri);
  if (isTemplate && syntax === "yaml") return "!Ref AWS::AccountId";
  if (isTemplate && syntax === "json") return '{ "Ref": "AWS::AccountId" }';
  const [only2, another] = trustedAccounts;
  return only2 !== void 0 && another === void 0 ? JSON.stringify(only2) : void 0;
}
function sourceAccountEdit(policy, statement, account, { unit }) {
  const owner = unit.nodes.find((node) => node.kind === "resource" && node.anchor === policy.anchor);
  const syntax = syntaxOf(policy.span.uri);
  const [principal] = statement.principals;
  if (owner?.kind === "resource" && canonicalType(owner.type) === "aws_lambda_permission" && principal && syntax) {
    const name = isCloudFormation(owner.type) ? "SourceAccount" : "source_account";
    return [{ span: principal.value.span, text: entryLine(syntax, name, account), asLines: true }];
  }
  return conditionEdit(policy, statement, { operator: "StringEquals", key: "aws:SourceAccount", value: account });
}
function isWritten({ span, value }, within2) {
  return span.uri === within2.uri && span.start >= within2.start && span.end <= within2.end && span.end - span.start === value.length;
}
function mapLine(syntax, name, entry) {
  const inner = entry.replace(/^/gm, "  ");
  if (syntax === "yaml") return `${name}:
${inner}`;
  if (syntax === "hcl") return `${name} = {
${inner}
}`;
  return `${JSON.stringify(name)}: {
${inner.replace(/,$/, "")}
},`;
}

// src/iam/narrowing-edits.ts
var MOST_ACTIONS = 30;
function narrowedToResource(statement, resource, unit) {
  if (!isLoneStar(statement, resource)) return void 0;
  const actions = [...members(statementActions(statement, unit))];
  if (actions.length === 0 || actions.length > MOST_ACTIONS) return void 0;
  const [wanted, ...others] = new Set(actions.map(arnOfAction));
  if (!wanted || others.length > 0) return void 0;
  const [only2, another] = ofType(unit, wanted.type);
  return only2 && !another ? referenceEdit(resource, only2, wanted) : void 0;
}
function arnOfAction(id) {
  const { name, types: types2 } = actionFacts(id);
  const required = types2.filter((one) => one.required);
  const [only2, another] = required.length > 0 ? required : types2;
  return only2 && !another ? ARNS_OF_RESOURCES[`${name.split(":")[0]} ${only2.type.name}`] : void 0;
}
function passRoleEdit(grant, unit) {
  const { statement, allowEntry } = grant;
  const { resource, document } = allowEntry;
  const policy = unit.nodes.find((node) => node.kind === "policy" && node.document === document);
  if (!policy || !isPassRoleAlone(statement)) return void 0;
  const holders = new Set(principalsOf(unit).holdersOf(policy));
  const roles = principalsOf(unit).all.filter(
    (one) => one.holder.kind === "role" && !holders.has(one) && servicesOf(one).length > 0
  );
  const role = roles.length === 1 ? roleResource(roles[0], unit) : void 0;
  const narrowed = role && resource && isLoneStar(statement, resource) ? referenceEdit(resource, role, ROLE) : void 0;
  if (narrowed) return narrowed;
  const services = [...new Set(roles.flatMap(servicesOf))].sort();
  if (services.length === 0 || services.length > MOST_SERVICES) return void 0;
  const value = services.map((service) => JSON.stringify(service));
  return conditionEdit(policy, statement, { operator: "StringEquals", key: "iam:PassedToService", value });
}
var MOST_SERVICES = 4;
var ROLE = { type: "aws_iam_role", template: "Arn" };
function isPassRoleAlone({ actions, notActions }) {
  return notActions.length === 0 && actions.length > 0 && actions.every(({ value }) => /^iam:PassRole$/i.test(value));
}
function servicesOf({ trust }) {
  return trust.flatMap(
    ({ document }) => document.statements.filter(({ effect }) => /^allow$/i.test(effect.value)).flatMap(({ principals }) => principals).filter(({ type, value }) => type === "Service" && /^[a-z][\w.-]+$/.test(value.value)).map(({ value }) => value.value)
  );
}
function roleResource({ holder }, unit) {
  return ofType(unit, ROLE.type).find(({ anchor }) => anchor === holder.address);
}
function isLoneStar({ resources, notResources }, { value, span }) {
  return value === "*" && resources.length === 1 && notResources.length === 0 && span.end - span.start === 1;
}
function referenceEdit({ span }, { type, anchor, span: there }, arn) {
  const { template, suffix = "" } = arn;
  const syntax = syntaxOf(span.uri);
  if (isCloudFormation(type)) {
    if (there.uri !== span.uri || !/^[A-Za-z0-9]+$/.test(anchor) || syntax === "hcl" || !syntax) return void 0;
    const name = template === "Ref" ? anchor : `${anchor}.Arn`;
    const bare = syntax === "yaml" ? inYaml(anchor, name, suffix) : inJson(anchor, name, suffix);
    return [{ span, text: bare, bare }];
  }
  if (syntax !== "hcl" || folderOf(there.uri) !== folderOf(span.uri) || !/^aws_\w+\.[\w-]+$/.test(anchor))
    return void 0;
  const expression = `${anchor}.arn`;
  return [{ span, text: `\${${expression}}${suffix}`, ...suffix === "" ? { bare: expression } : {} }];
}
function inYaml(anchor, name, suffix) {
  if (suffix !== "") return `!Sub "\${${name}}${suffix}"`;
  return name === anchor ? `!Ref ${anchor}` : `!GetAtt ${name}`;
}
function inJson(anchor, name, suffix) {
  if (suffix !== "") return JSON.stringify({ "Fn::Sub": `\${${name}}${suffix}` });
  return JSON.stringify(name === anchor ? { Ref: anchor } : { "Fn::GetAtt": [anchor, "Arn"] });
}

// src/iam/dangers/privilege-escalation.ts
var privilegeEscalation = defineDanger({
  id: "privilege-escalation",
  order: 30,
  example: ESCALATION_PATHS.filter(({ id }) => !EVERYDAY_PATHS.has(id)).map(({ required, oneOf }) => ({
    Action: [...required, ...oneOf ?? []]
  })),
  actions: () => ESCALATION_PATHS.flatMap((path2) => [...path2.required, ...path2.oneOf ?? []]),
  find: (permissions, holder) => mayEscalate(permissions) ? escalationsIn(permissions, escalationContextOf(holder, permissions.unit)) : [],
  say(told, said) {
    if (isGrave(told[0])) said.actions.add(told[0].grants[0].action);
    for (const { grants } of told) said.name(grants);
  },
  // A note adds nothing to a wildcard that is told of already.
  addsNothing: ({ severity, grants }, said) => severity === "note" && said.actions.has(grants[0].action),
  newlyPermitted: (found2) => found2.filter(isGrave).map(({ path: path2 }) => `privilege-escalation (${path2.class})`),
  words: (detail) => WORDS[detail],
  weigh: ([worst]) => worst ? WEIGHTS[worst.severity] : 0,
  managed: (found2) => categoriesOf(found2.filter(isPathOfManaged))
});
function isGrave(escalation) {
  return escalation !== void 0 && escalation.severity !== "note" && escalation.severity !== "low";
}
var WORDS = {
  "self-escalation": "now able to give itself every permission",
  "principal-access": "now able to become others",
  "new-passrole": "now able to run code under other roles",
  "existing-resource": "now able to take over what runs under other roles",
  "role-chain": "now able to assume stronger roles"
};
var WEIGHTS = { critical: 200, high: 150, medium: 100, low: 50, note: 20 };
var isPathOfManaged = ({ severity, scope }) => severity !== "low" && scope !== "unknown";
function categoriesOf(paths) {
  const categories = paths.flatMap(({ path: path2, scope }) => {
    if (path2.class === "existing-resource") return ["existing-resource-escalation"];
    if (path2.class === "new-passrole") {
      if (scope === "any") return ["passrole-escalation"];
      return scope === "pattern" ? ["passrole-escalation-name-pattern"] : [];
    }
    return /^(self|principal)/.test(path2.class) && scope === "any" ? ["privilege-escalation"] : [];
  });
  return [...new Set(categories)];
}

// src/iam/dangers/pass-any-role.ts
var passAnyRole = defineDanger({
  id: "pass-any-role",
  order: 70,
  example: [{ Action: "iam:PassRole" }, { Action: "iam:Pass*" }],
  actions: () => ["iam:PassRole"],
  find: (permissions) => grantsOf(permissions, "iam:PassRole").filter(
    (grant) => isOpenAllowEntry(grant.allowEntry) && scopeOf(grant, "role") === "any" && !limitsService(grant)
  ).slice(0, 1),
  untold(found2, said, others) {
    const isStep = others.held(privilegeEscalation).some(({ path: path2, scope }) => path2.class === "new-passrole" && scope === "any");
    return isStep ? [] : found2.filter(({ action }) => !said.actions.has(action));
  },
  // What it is worth is for the paths to say: with its service named it is as narrow as many can make it.
  say: (_, said) => void said.names.add("iam:PassRole"),
  newlyPermitted: (found2) => found2.length > 0 ? ["pass-any-role"] : [],
  words: () => "now able to pass any role to any service",
  rule: {
    title: "Policy can pass any role to any service",
    severity: "medium",
    fixable: true,
    description: "iam:PassRole on every role, without saying to which service. Nothing here starts code under a passed role yet; the next action that is added may make an escalation of it.",
    remediation: 'Name the roles in Resource, or add the condition "StringEquals": {"iam:PassedToService": "<service>.amazonaws.com"}.',
    cwe: ["CWE-269"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html"],
    *hits([grant], { unit }) {
      if (!grant) return;
      const { action, allowEntry } = grant;
      const fix = passRoleEdit(grant, unit);
      yield {
        severity: allowEntry.judgement.strength === "contextual" ? "low" : "medium",
        span: action.span,
        message: `${quote(action)} passes every role to every service.`,
        element: "iam:PassRole",
        remediation: 'Name the roles: Resource `arn:aws:iam::<Account>:role/<RoleName>`, and the service that gets them: `"Condition": {"StringEquals": {"iam:PassedToService": "<service>.amazonaws.com"}}`.',
        ...fix && { fix }
      };
    }
  }
});

// src/iam/dangers/permissions-management.ts
var permissionsManagement = defineDanger({
  id: "permissions-management",
  order: 80,
  example: [{ Action: "s3:PutBucketPolicy" }],
  actions: () => [...members(levelActions("Permissions management"))].map(actionName),
  find: permissionsManagementIn,
  untold: (found2, said) => found2.filter(({ action, name }) => !said.actions.has(action) && !said.names.has(name)),
  say: (told, said) => said.name(told),
  newlyPermitted: (found2) => found2.length > 0 ? ["permissions-management"] : [],
  words: () => "now changes who may do what, everywhere",
  managed: (found2) => found2.length > 0 ? ["permissions-management"] : [],
  rule: {
    title: "Policy changes everyone's permissions on its resources",
    severity: "medium",
    description: 'Actions that AWS files under "Permissions management" decide who may use a bucket, a key or a queue. On every resource, they open any of them to anyone.',
    remediation: "Name the resources whose permissions may be changed.",
    cwe: ["CWE-250", "CWE-732"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html"
    ],
    hits: (told) => tellTogether(told, "medium", (grant) => ({
      message: `${quote(grant.name)} changes who may use ${reachOfGrant(grant)}`,
      element: "permissions-management",
      remediation: `Name what may be opened: Resource \`${narrowedArn(grant.name)}\`.`
    }))
  }
});
function permissionsManagementIn(permissions) {
  const wide = actionsReached(permissions, "wide", isOpenAllowEntry);
  const managing = levelActions("Permissions management");
  const found2 = overlaps(wide, managing) ? [...members(intersection(wide, managing))] : [];
  return found2.map(actionFacts).filter(({ name, types: types2 }) => types2.some((type) => type.required) && !isReader(name)).flatMap(({ name }) => wideGrant(permissions, name));
}

// src/iam/dangers/resource-wildcard.ts
var MOST_NAMED = 50;
var resourceWildcard = defineDanger({
  id: "resource-wildcard",
  order: 110,
  example: [{ Action: ["sqs:SendMessage", "dynamodb:PutItem"] }],
  find: unnarrowedIn,
  untold(found2, said) {
    if (found2.length === 0) return found2;
    const bits = said.bits();
    const left = found2.map((one) => ({ ...one, actions: one.actions.filter((id) => !hasBit(bits, id)) })).filter(({ actions }) => actions.length > 0);
    return left.filter((one) => left.find(({ statement }) => statement === one.statement) === one);
  },
  rule: {
    title: "Policy changes every resource where it could name some",
    severity: "low",
    fixable: true,
    description: "These actions accept a resource, so the policy can say which. Actions that AWS lets nobody narrow, and those that create something whose name is not known yet, are not counted.",
    remediation: "Put the actions that can be narrowed in a statement of their own, with the ARNs they are used on.",
    cwe: ["CWE-250"],
    references: ["https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html"],
    hits: (told, { unit }) => told.map(({ statement, resource, actions }) => {
      const fix = narrowedToResource(statement, resource, unit);
      const names = actions.slice(0, MOST_NAMED).map(actionName);
      const words = names.map((name) => quote(name));
      return {
        span: resource.span,
        message: `${quote(resource)} lets ${listed(words, 3, actions.length)} act on every resource of their kind.`,
        element: statement.sid?.value ?? names[0],
        remediation: `Name the resources: ${narrowedResources(names)}.`,
        properties: { actions: names },
        ...fix && { fix }
      };
    })
  }
});
function unnarrowedIn(permissions) {
  const narrowable = narrowableActions();
  const found2 = [];
  for (const allowEntry of permissions.allowEntries) {
    if (!isOpenAllowEntry(allowEntry) || !allowEntry.resource) continue;
    const wide = reachedBy(allowEntry, "wide", permissions.unit);
    if (!overlaps(wide, narrowable)) continue;
    const actions = [...members(intersection(wide, narrowable))];
    found2.push({ statement: allowEntry.statement, resource: allowEntry.resource, actions });
  }
  return found2;
}
var EVERYDAY = /* @__PURE__ */ new Set([
  "logs:PutLogEvents",
  "ec2:DeleteNetworkInterface",
  "ec2:AssignPrivateIpAddresses",
  "ec2:UnassignPrivateIpAddresses"
]);
var narrowableActions = lazy(() => {
  const bits = emptyBits(ACTION_COUNT);
  for (const id of members(changingActions())) {
    const { name, types: types2 } = actionFacts(id);
    if (types2.some((type) => type.required) && !isReader(name) && !isCreator(name) && !EVERYDAY.has(name))
      setBit(bits, id);
  }
  return bits;
});

// src/iam/dangers/listing.ts
var DANGERS = [
  fullAdmin,
  nearAdmin,
  privilegeEscalation,
  serviceWildcard,
  dataExfiltration,
  credentialsExposure,
  passAnyRole,
  permissionsManagement,
  notAction,
  notResource,
  resourceWildcard
];

// src/iam/dangers/index.ts
function categoriesOf2(permissions, holder) {
  return [...new Set(DANGERS.flatMap((danger) => danger.newlyPermitted?.(danger.find(permissions, holder)) ?? []))];
}
function newCategories(before, after) {
  if (before.includes(fullAdmin.id)) return [];
  const fresh = after.filter((category) => !before.includes(category));
  if (fresh.includes(fullAdmin.id)) return [fullAdmin.id];
  return fresh.includes(nearAdmin.id) ? fresh.filter((category) => !category.startsWith(serviceWildcard.id)) : fresh;
}
function categoryWords(category) {
  const [, id = category, detail = ""] = /^(\S+) \((.*)\)$/.exec(category) ?? [];
  return DANGERS.find((danger) => danger.id === id)?.words?.(detail) ?? `now ${category}`;
}
var notableActions = lazy(() => {
  const bits = emptyBits(ACTION_COUNT);
  for (const action of DANGERS.flatMap((danger) => [...danger.actions?.() ?? []])) setBit(bits, actionId(action));
  return bits;
});

// src/iam/assessment.ts
var PolicyAssessment = class {
  permissions;
  /** The holder that makes most of it; undefined when none is in sight. */
  holder;
  #held = /* @__PURE__ */ new Map();
  #told = /* @__PURE__ */ new Map();
  constructor(permissions, holder) {
    this.permissions = permissions;
    if (holder) this.holder = holder;
    this.#tell();
  }
  /** All of it that is there. */
  held(danger) {
    const known = this.#held.get(danger);
    if (known) return known;
    const found2 = danger.find(this.permissions, this.holder);
    this.#held.set(danger, found2);
    return found2;
  }
  /** What of it is to be told. */
  told(danger) {
    return this.#told.get(danger) ?? [];
  }
  /** For choosing among holders only. */
  get weight() {
    const isSure2 = this.holder?.unknownBoundary !== true;
    return DANGERS.reduce((sum, danger) => sum + weightOf(danger, this.told(danger)), isSure2 ? 1 : 0);
  }
  #tell() {
    const said = new Said(this.permissions.unit);
    for (const danger of DANGERS) {
      const held = this.held(danger);
      const told = danger.untold?.(held, said, this) ?? held;
      danger.say?.(told, said);
      this.#told.set(danger, told);
      if (danger.outranksTheRest && told.length > 0) break;
    }
    for (const [danger, told] of this.#told) {
      const { addsNothing } = danger;
      if (addsNothing)
        this.#told.set(
          danger,
          told.filter((one) => !addsNothing(one, said))
        );
    }
  }
};
function weightOf(danger, told) {
  return danger.weigh?.(told) ?? told.length;
}
function assessPolicy(node, unit) {
  return isIdentityPolicy(node) && !isOutOfScope(node, unit) ? unit.of(judgeForHolders, node) : void 0;
}
function judgeForHolders(node, unit) {
  const alone = () => guarded(permissionsIn(node.document, unit));
  const { holders, all } = tellingHolders(alone, principalsOf(unit).holdersOf(node));
  const assessment = holders.map(
    (holder) => new PolicyAssessment(permissionsWithin(node.document, holder, unit), holder)
  );
  if (!all || holders.length === 0) assessment.push(new PolicyAssessment(alone()));
  return assessment.reduce((a, b) => b.weight > a.weight ? b : a);
}
var MOST_HOLDERS = 16;
function tellingHolders(alone, holders) {
  if (holders.length <= MOST_HOLDERS) return { holders: [...holders], all: true };
  const names = new Set(
    alone().allowEntries.flatMap(({ pattern }) => NAMED_KINDS.map((kind2) => exactName(pattern, kind2)))
  );
  const telling = /* @__PURE__ */ new Map();
  for (const holder of holders) {
    const key = names.has(holder.holder.name) || isGuarded(holder) ? holder : limitsOf(holder);
    if (!telling.has(key)) telling.set(key, holder);
  }
  return { holders: [...telling.values()].slice(0, MOST_HOLDERS), all: telling.size <= MOST_HOLDERS };
}
var NAMED_KINDS = ["role", "user", "group"];
function isGuarded(holder) {
  return holder.policies.some(({ document }) => document.statements.some(({ effect }) => /^deny$/i.test(effect.value)));
}
function limitsOf({ boundaries, unknownBoundary }) {
  return boundaries[0] ?? unknownBoundary;
}

// src/iam/document-json.ts
function documentJson({ version, statements, incomplete }) {
  const text2 = JSON.stringify({
    ...version ? { Version: version.value } : {},
    Statement: statements.map(statementJson)
  });
  return incomplete || statements.length === 0 || text2.includes(UNKNOWN) ? void 0 : text2;
}
function statementJson(statement) {
  const { sid, effect, actions, notActions, resources, notResources, principals, notPrincipals, conditions } = statement;
  const condition = {};
  for (const { operator, key, values } of conditions) {
    condition[operator.value] = { ...condition[operator.value], [key.value]: values.map(({ value }) => value) };
  }
  return {
    ...sid ? { Sid: sid.value } : {},
    Effect: effect.value,
    ...named("Principal", principalsJson(principals)),
    ...named("NotPrincipal", principalsJson(notPrincipals)),
    ...named("Action", wordsOf3(actions)),
    ...named("NotAction", wordsOf3(notActions)),
    ...named("Resource", wordsOf3(resources)),
    ...named("NotResource", wordsOf3(notResources)),
    ...conditions.length > 0 ? { Condition: condition } : {}
  };
}
var named = (name, value) => value === void 0 ? {} : { [name]: value };
var wordsOf3 = (leaves) => leaves.length === 0 ? void 0 : leaves.map(({ value }) => value);
function principalsJson(principals) {
  if (principals.length === 0) return void 0;
  if (principals.some(({ type }) => type === "*")) return "*";
  const byType = {};
  for (const { type, value } of principals) byType[type] = [...byType[type] ?? [], value.value];
  return byType;
}

// src/rules/iam/access-analyzer.ts
var access_analyzer_default = defineRule({
  meta: {
    id: "iam/access-analyzer",
    title: "AWS finds fault with the policy",
    severity: "medium",
    about: "hygiene",
    domain: "iam",
    practice: "least privilege",
    description: "IAM Access Analyzer checks the grammar of a policy and what AWS knows of it. Its findings are told as those of AWS, beside ours: where both find something, and where one of them finds nothing.",
    remediation: "Follow the page of AWS that the finding links.",
    cwe: ["CWE-284"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-validation.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html"
    ]
  },
  on: "policy",
  async *check(policy, { unit, validatePolicy }) {
    const type = TYPES[policy.document.role];
    if (!validatePolicy || !type || isOutOfScope(policy, unit)) return;
    const text2 = documentJson(policy.document);
    const opinions = text2 === void 0 ? void 0 : await validatePolicy(text2, type);
    if (!opinions) return;
    const ours = DANGERS.filter((danger) => (assessPolicy(policy, unit)?.told(danger).length ?? 0) > 0).map(
      ({ id }) => id
    );
    const warned = opinions.some(({ type: kind2 }) => kind2 === "SECURITY_WARNING");
    for (const opinion of opinions) {
      const alone = opinion.type === "SECURITY_WARNING" && ours.length === 0 ? " Rules of Keylatch find nothing there." : "";
      yield {
        severity: SEVERITIES2[opinion.type] ?? "note",
        span: spanOf(policy, opinion),
        message: `AWS says (${opinion.code}): ${opinion.details}${alone}`,
        element: `${opinion.code} ${opinion.statement ?? ""}`,
        ...opinion.link ? { remediation: `See ${opinion.link}` } : {},
        properties: { source: "IAM Access Analyzer", issueCode: opinion.code }
      };
    }
    if (ours.length > 0 && !warned && type === "IDENTITY_POLICY") {
      yield {
        severity: "note",
        span: spanOf(policy, {}),
        message: `AWS raises no security warning here, where Keylatch finds ${listed(ours.map((id) => quote(`iam/${id}`)))}: its validation does not ask what a grant leads to.`,
        element: "no warning of AWS",
        properties: { source: "IAM Access Analyzer" }
      };
    }
  }
});
var TYPES = {
  identity: "IDENTITY_POLICY",
  boundary: "IDENTITY_POLICY",
  trust: "RESOURCE_POLICY",
  resource: "RESOURCE_POLICY",
  scp: "SERVICE_CONTROL_POLICY"
};
var SEVERITIES2 = {
  ERROR: "medium",
  SECURITY_WARNING: "medium",
  WARNING: "low",
  SUGGESTION: "note"
};
function spanOf({ document, span }, { statement }) {
  const found2 = document.statements[statement ?? 0];
  return found2 ? (found2.sid ?? found2.effect).span : span;
}

// src/rules/iam/access-analyzer-check.ts
var access_analyzer_check_default = defineRule({
  meta: {
    id: "iam/access-analyzer-check",
    title: "A custom policy check of AWS fails",
    severity: "medium",
    about: "hygiene",
    domain: "iam",
    practice: "least privilege",
    description: "With `access-analyzer: checks` AWS is asked about policies that a change touches: whether they grant what they did not grant before (CheckNoNewAccess), whether they make something public (CheckNoPublicAccess), and whether they grant actions that you named (CheckAccessNotGranted). AWS charges for each check. Its answers are told as those of AWS, beside ours, and where the two do not agree that is said.",
    remediation: "Narrow the statement that AWS names, or accept what the policy now grants.",
    cwe: ["CWE-284"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-custom-policy-checks.html",
      "https://aws.amazon.com/iam/access-analyzer/pricing/"
    ]
  },
  on: "policy",
  async *check(policy, { unit, policyChecks, before }) {
    if (!policyChecks || isOutOfScope(policy, unit)) return;
    const text2 = documentJson(policy.document);
    const old = before?.(policy);
    const oldText = old && documentJson(old);
    if (text2 === void 0 || text2 === oldText) return;
    const asked = { policy, text: text2, old, oldText, unit, checks: policyChecks };
    yield* newAccess(asked);
    yield* publicAccess(asked);
    yield* deniedActions(asked);
  }
});
async function* newAccess({ policy, text: text2, old, oldText, unit, checks }) {
  if (!old || oldText === void 0) return;
  const policyType = typeOf(policy);
  const parameters = { newPolicyDocument: text2, existingPolicyDocument: oldText, policyType };
  const answer = await checks.ask("CheckNoNewAccess", parameters);
  if (!answer) return;
  const [before, now] = [old, policy.document].map(
    (document) => actionsReached(permissionsIn(document, unit), "scoped")
  );
  const more = policyType === "IDENTITY_POLICY" && !isEmpty(difference(now, before));
  if (answer.passes && more) {
    yield hitOf3(policy, "CheckNoNewAccess", {
      severity: "note",
      message: "AWS finds no new access here (CheckNoNewAccess), where Keylatch counts actions that were not granted before."
    });
  }
  if (answer.passes) return;
  const alone = more || policyType !== "IDENTITY_POLICY" ? "" : " Keylatch counts no action more: it is a resource or a condition.";
  yield hitOf3(policy, "CheckNoNewAccess", { severity: "note", answer, after: alone });
}
async function* publicAccess({ policy, text: text2, oldText, unit, checks }) {
  const resourceType2 = resourceTypeOf(policy);
  if (!resourceType2) return;
  const answer = await checks.ask("CheckNoPublicAccess", { policyDocument: text2, resourceType: resourceType2 });
  if (!answer) return;
  const isOpen2 = openTrustGrants(policy, unit).length > 0;
  if (answer.passes) {
    if (isOpen2) {
      yield hitOf3(policy, "CheckNoPublicAccess", {
        severity: "note",
        message: "AWS does not call this policy public (CheckNoPublicAccess), where Keylatch finds it open to anyone."
      });
    }
    return;
  }
  const parameters = { policyDocument: oldText, resourceType: resourceType2 };
  if (oldText !== void 0 && (await checks.ask("CheckNoPublicAccess", parameters))?.passes === false) return;
  yield hitOf3(policy, "CheckNoPublicAccess", {
    answer,
    after: isOpen2 ? "" : " Rules of Keylatch find nothing open there."
  });
}
async function* deniedActions({ policy, text: text2, oldText, unit, checks }) {
  const { deniedActions: actions } = checks;
  if (actions.length === 0 || typeOf(policy) !== "IDENTITY_POLICY") return;
  const ask = (policyDocument) => {
    const parameters = { policyDocument, access: [{ actions }], policyType: "IDENTITY_POLICY" };
    return checks.ask("CheckAccessNotGranted", parameters);
  };
  const answer = await ask(text2);
  const permissions = permissionsIn(policy.document, unit);
  const granted = actions.filter((action) => grantsOf(permissions, action).length > 0);
  if (!answer) return;
  if (answer.passes) {
    if (granted.length > 0) {
      yield hitOf3(policy, "CheckAccessNotGranted", {
        severity: "note",
        message: `AWS does not find the actions granted that must not be (CheckAccessNotGranted), where Keylatch finds ${listed(granted.map(quote))}.`
      });
    }
    return;
  }
  if (oldText !== void 0 && (await ask(oldText))?.passes === false) return;
  const which = granted.length > 0 ? ` Of ${listed(actions.map(quote), 3)}: ${listed(granted.map(quote), 3)}.` : " Rules of Keylatch find none of them granted.";
  yield hitOf3(policy, "CheckAccessNotGranted", { severity: "high", answer, after: which });
}
function hitOf3(policy, check2, { severity, answer, message: message3, after = "" }) {
  const [reason] = answer?.reasons ?? [];
  const statement = policy.document.statements[reason?.statement ?? 0];
  const said = [answer?.message, ...(answer?.reasons ?? []).map(({ description }) => description)];
  return {
    ...severity ? { severity } : {},
    span: statement ? (statement.sid ?? statement.effect).span : policy.span,
    message: message3 ?? `AWS says (${check2}): ${sentences(said)}${after}`,
    element: `${check2} ${answer ? "" : "passes"}`,
    properties: { source: "IAM Access Analyzer", check: check2 }
  };
}
function sentences(said) {
  return said.flatMap((one) => one ? [one.replace(/\.?$/, ".")] : []).join(" ");
}
function typeOf({ document: { role } }) {
  return role === "trust" || role === "resource" ? "RESOURCE_POLICY" : "IDENTITY_POLICY";
}
var RESOURCE_TYPES = {
  backup: "AWS::Backup::BackupVault",
  codeartifact: "AWS::CodeArtifact::Domain",
  dynamodb: "AWS::DynamoDB::Table",
  elasticfilesystem: "AWS::EFS::FileSystem",
  es: "AWS::OpenSearchService::Domain",
  "execute-api": "AWS::ApiGateway::RestApi",
  kinesis: "AWS::Kinesis::Stream",
  kms: "AWS::KMS::Key",
  lambda: "AWS::Lambda::Function",
  s3: "AWS::S3::Bucket",
  secretsmanager: "AWS::SecretsManager::Secret",
  sns: "AWS::SNS::Topic",
  sqs: "AWS::SQS::Queue"
};
function resourceTypeOf({ document, holders }) {
  if (document.role === "trust") return "AWS::IAM::AssumeRolePolicyDocument";
  if (document.role !== "resource") return void 0;
  const service = holders.find((holder) => holder.service !== void 0)?.service;
  return service === void 0 ? void 0 : RESOURCE_TYPES[service];
}

// src/rules/iam/attached-account-policy.ts
var attached_account_policy_default = defineRule({
  meta: {
    id: "iam/attached-account-policy",
    title: "Attached policy of the account grants far more than most holders need",
    severity: "high",
    about: "grant",
    domain: "iam",
    practice: "least privilege",
    description: "The policy is not in the repository, but there already in the account that was given with --account-data, and it makes whoever holds it an administrator, or lets it become one.",
    remediation: "Attach a policy with the actions that are used, on the resources they are used on.",
    cwe: ["CWE-250", "CWE-269"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html"]
  },
  on: "attachment",
  *check(attachment, { unit }) {
    if (attachment.boundary) return;
    const { policyArn, holder } = attachment;
    const principal = principalsOf(unit).principal(holder);
    const held = principal?.policies.find((one) => one.attachment === attachment && one.node === void 0);
    if (!principal || !held) return;
    const known = policyOfAccount(policyArn.value, unit);
    if (!known || held.document !== known.document || principal.unknownBoundary) return;
    const permissions = permissionsWithin(known.document, principal, unit);
    const told = dangerOf(new PolicyAssessment(permissions, principal));
    if (!told) return;
    const { account, takenAt } = known.account;
    yield {
      severity: told.severity,
      span: policyArn.span,
      message: `${quote(policyArn)}, in account ${account} as of ${takenAt.slice(0, 10)}, ${told.what.replace("<holder>", holderWords(principal))}.`,
      element: policyArn.value,
      properties: { policy: policyArn.value, account }
    };
  }
});
function dangerOf(assessment) {
  const admin = adminIn(assessment.permissions);
  if (admin?.kind === "full" && !admin.assumed) return { severity: "critical", what: "makes <holder> an administrator" };
  if (admin && !admin.assumed)
    return { severity: "high", what: `grants <holder> ${number(admin.actions)} actions on every resource` };
  const [worst] = assessment.held(privilegeEscalation);
  return isGrave(worst) ? { severity: worst.severity, what: `lets <holder> ${worst.path.name}, and so ${gain(worst)}` } : void 0;
}

// src/rules/iam/console-user.ts
var console_user_default = requirementRule(
  {
    id: "iam/console-user",
    title: "User logs in to the console with a password",
    severity: "note",
    practice: "roles over users",
    description: "A password of IAM belongs to one account and one person, and stays when they leave. It is made here with the stack or the state, so whoever reads these has it until it is changed.",
    remediation: "Let people come by IAM Identity Center or a federation; where it has to be, with MFA and a password that must be changed.",
    cwe: ["CWE-522"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp"]
  },
  [
    {
      types: "aws_iam_user_login_profile",
      at: "user",
      is: "unset",
      absent: "wrong",
      says: "lets a user log in with a password"
    },
    {
      types: "aws_iam_user_login_profile",
      at: "password_reset_required",
      is: "on",
      severity: "low",
      says: "makes a password that stays as it is made"
    },
    {
      types: "aws_iam_user",
      at: [void 0, "login_profile"],
      is: "unset",
      says: "logs in with a password"
    },
    {
      types: "aws_iam_user",
      at: [void 0, "login_profile[].password_reset_required"],
      is: "on",
      severity: "low",
      says: "has a password that stays as it is made"
    }
  ]
);

// src/iam/service-roles.ts
var RUNNERS = /^(ec2|lambda|edgelambda|ecs-tasks|codebuild|codepipeline|cloudformation|glue|sagemaker|ssm|datapipeline|elasticmapreduce|emr-serverless|emr-containers|batch|tasks\.apprunner|build\.apprunner|pods\.eks|bedrock-agentcore|bedrock|amplify|airflow|airflow-env|braket|cloud9|appstream|gamelift|kinesisanalytics|databrew|m2|robomaker|greengrass|greengrassv2|iot|credentials\.iot|imagebuilder|opsworks|states|transfer|servicecatalog|proton|rolesanywhere|synthetics|workspaces-web|stacksets\.cloudformation|member\.org\.stacksets\.cloudformation)\.amazonaws\.com(\.cn)?$/;
function isForManagedService(principal) {
  if (principal?.holder.kind !== "role" || principal.trust.length === 0) return false;
  const statements = principal.trust.flatMap(({ document }) => document.statements);
  if (principal.trust.some(({ document }) => document.incomplete)) return false;
  const granting = statements.filter((statement) => statement.effect.value.toLowerCase() !== "deny");
  const trusted = granting.flatMap((statement) => statement.principals);
  return trusted.length > 0 && granting.every((statement) => statement.notPrincipals.length === 0) && trusted.every(
    ({ type, value }) => type === "Service" && /^[\w.-]+$/.test(value.value) && !RUNNERS.test(value.value)
  );
}

// src/iam/severity.ts
function adjustSeverity(severity, confidence, node, assessment) {
  const bounded = assessment.holder?.unknownBoundary === true;
  const limits = [
    confidence,
    bounded ? "low" : isOrphan(node) ? "medium" : "high",
    assessment.permissions.conditionalDenies.length > 0 ? "medium" : "high"
  ];
  const least = limits.reduce((a, b) => CONFIDENCES.indexOf(b) > CONFIDENCES.indexOf(a) ? b : a);
  return { severity: bounded || isEmbedded(node) ? lighter(severity, "medium") : severity, confidence: least };
}
function weighPath(severity, confidence, node, assessment) {
  const limited = isForManagedService(assessment.holder) ? lighter(severity, "medium") : severity;
  return adjustSeverity(limited, confidence, node, assessment);
}
function isOrphan(node) {
  return node.holders.length === 0 || node.document.role === "unknown";
}
function mitigations(permissions) {
  return permissions.conditionalDenies.slice(0, 3).map((statement) => ({
    span: statement.sid?.span ?? statement.effect.span,
    message: "this Deny mitigates it, under its conditions only"
  }));
}

// src/rules/iam/dangers.ts
var dangers_default = DANGERS.flatMap((danger) => danger.rule ? [ruleOf(danger, danger.rule)] : []);
function ruleOf(danger, { hits, ...words }) {
  return defineRule({
    meta: { ...words, id: `iam/${danger.id}`, about: "grant", domain: "iam", practice: "least privilege" },
    on: "policy",
    *check(policy, { unit }) {
      const assessment = assessPolicy(policy, unit);
      if (!assessment) return;
      for (const hit3 of hits(assessment.told(danger), assessment.permissions)) {
        yield { ...hit3, ...adjustSeverity(hit3.severity ?? words.severity, "high", policy, assessment) };
      }
    }
  });
}

// src/rules/iam/denied-by-organization.ts
var denied_by_organization_default = defineRule({
  meta: {
    id: "iam/denied-by-organization",
    title: "Grant that the organization denies",
    severity: "note",
    about: "hygiene",
    domain: "iam",
    practice: "least privilege",
    description: "The policy grants something dangerous that a control policy of the organization takes away again. So it does no harm in the accounts that were given with --account-data, and would elsewhere, or when the control policy changes.",
    remediation: "Take out of the policy what nobody can use.",
    cwe: ["CWE-250"],
    references: ["https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html"]
  },
  on: "policy",
  *check(policy, { unit }) {
    const { accounts } = unit.session;
    if (accounts.length === 0 || !isIdentityPolicy(policy) || isOutOfScope(policy, unit)) return;
    const granted = permissionsIn(policy.document, unit);
    const names = guardrailsAgainst(granted);
    if (names.length === 0) return;
    const [before, after] = [granted, guarded(granted)].map((one) => new PolicyAssessment(one));
    const gone = DANGERS.filter((danger) => before.told(danger).length > 0 && after.held(danger).length === 0);
    if (gone.length === 0) return;
    yield {
      span: policy.document.statements[0]?.span ?? policy.span,
      message: `What would be ${listed(gone.map(({ id }) => quote(`iam/${id}`)))} here is denied in ${accounts.length > 1 ? "each of the accounts" : "account"} ${listed(accounts.map(({ account }) => account))} by ${listed(names.map(quote))}.`,
      element: "denied",
      properties: { denied: gone.map(({ id }) => `iam/${id}`), by: names }
    };
  }
});

// src/iam/joined-dangers.ts
function joinedDangers(node, unit) {
  return principalsOf(unit).holdersOf(node).flatMap((principal) => {
    const danger = joinedDanger(principal, unit);
    const teller = danger?.parts.find((part2) => part2.node);
    return danger && teller?.node === node ? [danger] : [];
  });
}
function joinedDanger(principal, unit) {
  return unit.of(findJoined, principal);
}
function findJoined(principal, unit) {
  if (principal.policies.length < 2 || principal.unknownBoundary) return void 0;
  const permissions = permissionsOfPrincipal(principal, unit);
  const around2 = escalationContextOf(principal, unit);
  const alone = principal.policies.map((held) => permissionsWithin(held.document, principal, unit));
  const admin = adminIn(permissions);
  if (admin && !admin.assumed) {
    if (alone.some((one) => adminIn(one)?.kind === admin.kind || adminIn(one)?.kind === "full")) return void 0;
    return { principal, admin, parts: partsOf2([admin.allowEntry.document], principal) };
  }
  const [escalation] = escalationsIn(permissions, around2);
  if (!escalation || !isGrave(escalation)) return void 0;
  if (alone.some((one) => escalationsIn(one, around2).some((other) => isGrave(other)))) return void 0;
  return {
    principal,
    escalation,
    parts: partsOf2(
      escalation.grants.map((grant) => grant.allowEntry.document),
      principal
    )
  };
}
function partsOf2(documents, principal) {
  const parts = documents.flatMap((document) => principal.policies.find((held) => held.document === document) ?? []);
  return [...new Set(parts)];
}

// src/rules/iam/full-admin.ts
var full_admin_default = defineRule({
  meta: {
    id: "iam/full-admin",
    title: "Policy makes its holder an administrator",
    severity: "critical",
    about: "grant",
    domain: "iam",
    practice: "least privilege",
    description: "Every action on every resource. Whoever gets hold of these credentials owns the account: data, money, logs and the identities of everyone else.",
    remediation: "Name the actions that are used (IAM Access Analyzer can generate a policy from CloudTrail) and the resources they are used on. For people, use IAM Identity Center with an approval step instead of a standing administrator.",
    cwe: ["CWE-250", "CWE-269"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-generation.html"
    ]
  },
  on: "policy",
  *check(policy, { unit, notify }) {
    const assessment = assessPolicy(policy, unit);
    if (assessment && isCut(policy.document, unit)) {
      notify({
        level: "warning",
        id: "policy-too-large",
        message: `${policy.anchor}: the policy is larger than AWS takes. What comes after its first thousands of patterns was judged by service, so it may be told for more than it grants.`,
        location: { uri: policy.span.uri }
      });
    }
    for (const admin of assessment?.told(fullAdmin) ?? []) {
      const [severity, confidence] = admin.assumed ? ["low", "low"] : admin.circumstances.length > 0 ? ["high", "high"] : ["critical", "high"];
      yield {
        ...adjustSeverity(severity, confidence, policy, assessment),
        ...hit(admin),
        related: mitigations(assessment.permissions)
      };
    }
    for (const { principal, admin, parts } of joinedDangers(policy, unit)) {
      if (admin?.kind !== "full") continue;
      yield {
        span: parts.find((part2) => part2.node === policy)?.attachment?.policyArn.span ?? admin.action.span,
        message: `All policies of ${holderWords(principal)} together grant every action on every resource: ${quote(admin.action)} fills what the others leave out.`,
        element: "together",
        related: [{ span: admin.action.span, message: "grants most of it" }]
      };
    }
  }
});
function hit(admin) {
  return {
    span: admin.action.span,
    message: message(admin),
    element: "full-admin",
    properties: { actions: admin.actions }
  };
}
function message(admin) {
  const written2 = admin.allowEntry.statement.actions.includes(admin.action) ? quote(admin.action) : `Everything but ${quote(admin.action)}, together with the other statements,`;
  if (admin.assumed) return `${written2} grants every action, ${assumption(admin)}.`;
  if (admin.circumstances.length === 0) return `${written2} grants every action on every resource.`;
  const keys = listed(admin.circumstances.map((key) => quote(key)));
  return `${written2} grants every action on every resource; ${keys} limits the circumstances, not what can be done.`;
}
function assumption({ allowEntry: { statement, pattern } }) {
  if (statement.effect.value.includes(UNKNOWN))
    return `if ${quote(statement.effect.reference ?? statement.effect)} is Allow`;
  const spared = [...statement.notActions, ...statement.notResources].find(isWhollyUnknown);
  if (spared) return `less what ${quote(spared.reference ?? spared)} spares, which is not known here`;
  return `on a resource that is not known here${pattern === UNKNOWN && statement.resources[0]?.reference ? `: ${quote(statement.resources[0].reference)}` : ""}`;
}

// src/rules/iam/inline-policy-on-user.ts
var inline_policy_on_user_default = defineRule({
  meta: {
    id: "iam/inline-policy-on-user",
    title: "User has a policy of its own",
    severity: "low",
    about: "hygiene",
    domain: "iam",
    practice: "roles over users",
    description: "A policy that stands inside a user is seen in no list of policies, cannot be shared and is easily missed in a review.",
    remediation: "Make it a managed policy of a role or, where a user must stay, of a group it is in.",
    cwe: ["CWE-269"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html"]
  },
  on: "policy",
  *check(policy, { unit }) {
    if (policy.document.role !== "identity") return;
    const user = policy.holders.find((holder) => holder.kind === "user");
    if (!user || policy.holders.some((holder) => holder.kind === "managed-policy")) return;
    if (unit.nodes.some((node) => node.kind === "attachment" && node.policyAnchor === policy.anchor)) return;
    yield {
      span: policy.span,
      message: `The policy stands inside a user, ${quote(user.name ?? user.address)}.`,
      element: user.address
    };
  }
});

// src/rules/iam/long-lived-key.ts
var long_lived_key_default = defineRule({
  meta: {
    id: "iam/long-lived-key",
    title: "Access key of a user is made here",
    severity: "medium",
    about: "hygiene",
    domain: "iam",
    practice: "roles over users",
    description: "The key never expires, and its secret half lies in the Terraform state or in the outputs of the stack, for whoever can read them.",
    remediation: "Let machines assume a role: an instance profile or task role inside AWS, OIDC for GitHub Actions and other CI, IAM Roles Anywhere elsewhere.",
    cwe: ["CWE-798", "CWE-522"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
      "https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws"
    ]
  },
  on: "resource",
  types: ["aws_iam_access_key"],
  *check({ span, arguments: properties }) {
    const status = leafOf(partOf(properties, "status"));
    if (status?.value === "Inactive") return;
    const user = leafOf(partOf(properties, "user") ?? partOf(properties, "user_name"));
    yield {
      span,
      message: `A key that never expires is made for ${user ? `user ${quote(user)}` : "a user"}; its secret is kept where this is applied.`,
      element: "access-key"
    };
  }
});

// src/rules/iam/long-session.ts
var HOUR = 3600;
var NAMES = {
  role: ["max_session_duration", "MaxSessionDuration"],
  "permission-set": ["session_duration", "SessionDuration"]
};
function secondsOf(text2) {
  const [, hours = 0, minutes = 0, seconds = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text2) ?? [];
  const written2 = text2.startsWith("PT") ? Number(hours) * HOUR + Number(minutes) * 60 + Number(seconds) : Number(text2);
  return Number.isNaN(written2) ? void 0 : written2;
}
var long_session_default = defineRule({
  meta: {
    id: "iam/long-session",
    title: "Role hands out credentials for hours",
    severity: "note",
    about: "hygiene",
    domain: "iam",
    practice: "short sessions",
    description: "Temporary credentials cannot be taken back one by one: whoever gets hold of some can use them until they expire.",
    remediation: "Leave max_session_duration at one hour, and let long jobs ask for new credentials.",
    cwe: ["CWE-613"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html"]
  },
  on: "identity",
  *check({ holder, arguments: properties }, { thresholds = DEFAULT_THRESHOLDS }) {
    const names = NAMES[holder.kind];
    const duration = leafOf(names?.map((name) => member(properties, name)).find((value) => value !== void 0));
    const seconds = duration ? secondsOf(duration.value) : void 0;
    if (!duration || seconds === void 0 || !(seconds > thresholds.sessionSeconds)) return;
    yield {
      span: duration.span,
      message: `Sessions may last ${Math.round(seconds / HOUR * 10) / 10} hours.`,
      element: "session"
    };
  }
});

// src/rules/iam/near-admin.ts
var near_admin_default = defineRule({
  meta: {
    id: "iam/near-admin",
    title: "Policy grants nearly every action on every resource",
    severity: "high",
    about: "grant",
    domain: "iam",
    practice: "least privilege",
    description: "At least nine in ten of all actions that AWS knows, on every resource. NotAction and long lists of wildcards end here: what they leave out is easily named, what they let in nobody has read.",
    remediation: "Replace NotAction by an Action list of what is used, and name the resources.",
    cwe: ["CWE-250", "CWE-269"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html"]
  },
  on: "policy",
  *check(policy, { unit }) {
    const assessment = assessPolicy(policy, unit);
    const [admin] = assessment?.told(nearAdmin) ?? [];
    if (assessment && admin) {
      const rest = admin.assumed ? void 0 : ownRest(assessment.held(privilegeEscalation));
      const severity = admin.assumed ? "low" : rest ? "critical" : admin.circumstances.length > 0 ? "medium" : "high";
      const pattern = admin.allowEntry.statement.notActions.includes(admin.action) ? "NotAction" : quote(admin.action);
      const where = admin.assumed ? "a resource that is not known here" : "every resource";
      yield {
        ...adjustSeverity(severity, admin.assumed ? "low" : "high", policy, assessment),
        span: admin.action.span,
        message: `${pattern} grants ${number(admin.actions)} of ${number(ACTION_COUNT)} actions on ${where}${rest ? `, and ${written(rest.grants[0])} lets the holder ${rest.path.name}: the rest is within reach` : ""}.`,
        element: "near-admin",
        related: [
          ...rest ? [{ span: rest.grants[0].action.span, message: `lets the holder ${rest.path.name}` }] : [],
          ...mitigations(assessment.permissions)
        ],
        properties: { actions: admin.actions }
      };
    }
    for (const { principal, admin: joined, parts } of joinedDangers(policy, unit)) {
      if (joined?.kind !== "near") continue;
      yield {
        span: parts.find((part2) => part2.node === policy)?.attachment?.policyArn.span ?? joined.action.span,
        message: `All policies of ${holderWords(principal)} together grant ${number(joined.actions)} of ${number(ACTION_COUNT)} actions on every resource.`,
        element: "together",
        related: [{ span: joined.action.span, message: "grants most of it" }]
      };
    }
  }
});
function ownRest(escalations) {
  return escalations.find(
    ({ path: path2, scope, severity }) => (path2.class === "self-escalation" || path2.class === "principal-access" || path2.class === "new-passrole") && (scope === "any" || scope === "own") && (severity === "critical" || severity === "high")
  );
}

// src/rules/iam/no-permissions-boundary.ts
var MAKERS = ["iam:CreateRole", "iam:CreateUser"];
var GIVERS = ["iam:AttachRolePolicy", "iam:PutRolePolicy", "iam:AttachUserPolicy", "iam:PutUserPolicy"];
var no_permissions_boundary_default = defineRule({
  meta: {
    id: "iam/no-permissions-boundary",
    title: "Maker of roles or users has no permissions boundary",
    severity: "low",
    about: "grant",
    domain: "iam",
    practice: "permission boundaries, role paths",
    description: "Whoever makes principals and gives them policies can make one that is stronger than itself. A boundary that it has to hand on is what stops that.",
    remediation: 'Set permissions_boundary on the role, and allow iam:CreateRole, iam:PutRolePolicy and iam:AttachRolePolicy only under the condition "StringEquals": {"iam:PermissionsBoundary": "<ARN of the boundary>"}.',
    cwe: ["CWE-269"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html"]
  },
  on: "identity",
  *check(identity, { unit }) {
    if (identity.hasBoundary || identity.holder.kind === "group") return;
    const principal = principalsOf(unit).principal(identity.holder);
    if (!principal || principal.boundaries.length > 0) return;
    const { maker, giver } = unit.of(makingIn, permissionsOfPrincipal(principal, unit));
    if (!maker || !giver) return;
    yield {
      span: identity.span,
      message: `${holderWords(principal)} makes principals (${quote(maker.name)}) and gives them policies (${quote(giver.name)}), with no boundary on itself or on them.`,
      element: "boundary",
      related: [
        { span: maker.action.span, message: `grants ${maker.name}` },
        { span: giver.action.span, message: `grants ${giver.name}` }
      ]
    };
  }
});
function makingIn(permissions) {
  const first = (actions) => actions.flatMap((action) => openGrants(permissions, action))[0];
  return adminIn(permissions) ? {} : { maker: first(MAKERS), giver: first(GIVERS) };
}
function openGrants(permissions, action) {
  return grantsOf(permissions, action).filter(({ allowEntry }) => isOpen(allowEntry.judgement.strength));
}

// src/rules/iam/optional-mfa.ts
var optional_mfa_default = requirementRule(
  {
    id: "iam/optional-mfa",
    title: "People log in without a second factor",
    severity: "note",
    practice: "MFA",
    description: "A password that was guessed, stolen or used elsewhere is all it takes to be somebody else.",
    remediation: "Set `mfa_configuration` to `ON`, or to `OPTIONAL` with a risk that asks for it.",
    cwe: ["CWE-308"],
    references: ["https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html"]
  },
  [
    {
      types: "aws_cognito_user_pool",
      at: "mfa_configuration",
      is: isAsked,
      absent: "wrong",
      says: "asks nobody for a second factor"
    }
  ]
);
function isAsked(value) {
  const word = wordOf(value);
  return word === void 0 ? void 0 : word !== "OFF";
}

// src/rules/iam/policy-on-user.ts
var policy_on_user_default = defineRule({
  meta: {
    id: "iam/policy-on-user",
    title: "Policy is attached to a user",
    severity: "low",
    about: "hygiene",
    domain: "iam",
    practice: "roles over users",
    description: "Users have keys and passwords that last until someone takes them away, and policies on single users are soon forgotten. People get temporary credentials from IAM Identity Center, machines from roles.",
    remediation: "Give the policy to a role that people or machines assume; where a user must stay, to a group it is in.",
    cwe: ["CWE-269"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#lock-away-credentials",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp"
    ]
  },
  on: "attachment",
  *check({ boundary, holder, policyArn }) {
    if (boundary || holder.kind !== "user") return;
    yield {
      span: policyArn.span,
      message: `${quote(policyArn)} is attached to a user, ${quote(holder.name ?? holder.address)}.`,
      element: holder.address
    };
  }
});

// src/iam/escalation-sources.ts
var SOURCES = {
  "Rhino Security Labs, 2018": "sts-001 ec2-001 lambda-001 lambda-002 lambda-003 glue-001 glue-002 cloudformation-001 datapipeline-001",
  "Rhino Security Labs, 2019": "iam-001 iam-002 iam-004 iam-005 iam-006 iam-007 iam-008 iam-009 iam-010 iam-011 iam-012 iam-013 iam-014 iam-015 iam-016 iam-017 iam-018 iam-019 iam-020 iam-021 rhino-002 rhino-026 sagemaker-001 sagemaker-004 codestar-023 codestar-024 codestar-025",
  "Rhino Security Labs, 2020": "ecs-004",
  "Daniel Grzelak, 2016": "ec2-002",
  "NCC Group, 2019": "codebuild-001 codebuild-002 codebuild-003 codebuild-004 cloudformation-002 cloudformation-005 ssm-001 ssm-002",
  "NCC Group, 2022": "sagemaker-002 sagemaker-003",
  "NCC Group (PMapper)": "pmapper-ec2-assoc pmapper-asg pmapper-codebuild-update",
  "Appsecco, 2021": "apprunner-001",
  "Bishop Fox, 2021": "ec2instanceconnect-003",
  "HackTricks Cloud": "ec2-003 ec2-004 glue-003 glue-004 glue-005 glue-006 cloudformation-004 ecs-003 ecs-005",
  "Datadog, 2024": "iam-003",
  "Datadog, 2025": "lambda-004 lambda-005 lambda-006 cloudformation-003 ecs-001 ecs-002 ecs-006 ecs-007 ecs-008 ecs-009 glue-007 apprunner-002",
  "Plerion, 2025": "sagemaker-005",
  "Sonrai Security, 2025": "bedrock-001 bedrock-002",
  "AWS, 2026": "agentcore-runtime agentcore-runtime-update agentcore-harness agentcore-browser agentcore-existing-runtime agentcore-existing-browser rolesanywhere eks-access-entry eks-access-policy codebuild-update states-create states-update states-existing scheduler-create ssm-automation emr-serverless sso-put-inline sso-attach-managed sso-attach-customer sso-assign imagebuilder ec2-replace-profile emr-cluster batch ecs-update-service lambda-swap-role pipes events-target ssm-maintenance codepipeline airflow flink sagemaker-pipeline sagemaker-studio appsync cognito-roles eks-pod-identity rolesanywhere-anchor glue-existing cloud9-member ssm-association"
};
function sourceOf(id) {
  return Object.keys(SOURCES).find((source) => SOURCES[source].split(" ").includes(id)) ?? "";
}

// src/rules/iam/privilege-escalation.ts
var privilege_escalation_default = defineRule({
  meta: {
    id: "iam/privilege-escalation",
    title: "Policy lets its holder gain more power than it was given",
    severity: "high",
    about: "grant",
    domain: "iam",
    fixable: true,
    practice: "least privilege",
    description: "Some actions are worth more than they look: who may write a policy, mint a key for someone else, rewrite a trust policy, or start code under a role, can become anyone those reach.",
    remediation: "Name the roles, users or policies in Resource, pin iam:PassedToService, or require a permissions boundary.",
    cwe: ["CWE-269"],
    references: [
      "https://pathfinding.cloud/",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html"
    ]
  },
  on: "policy",
  *check(policy, { unit }) {
    const assessment = assessPolicy(policy, unit);
    const [worst, ...others] = assessment?.told(privilegeEscalation) ?? [];
    if (assessment && worst) {
      const grave = others.filter((other) => other.severity !== "note" || worst.severity === "note");
      const fix = worst.path.class === "new-passrole" ? passRoleEdit(worst.grants[0], unit) : void 0;
      yield {
        ...weighPath(worst.severity, worst.confidence, policy, assessment),
        span: worst.grants[0].action.span,
        message: escalationMessage(worst, assessment.holder, grave.length),
        element: worst.path.class,
        remediation: escalationRemedy(worst),
        related: [...escalationRelated(worst), ...mitigations(assessment.permissions)],
        ...fix && { fix },
        properties: {
          path: escalationSteps(worst, assessment.holder),
          technique: worst.path.id,
          source: sourceOf(worst.path.id),
          ...grave.length > 0 && { others: grave.map((other) => other.path.id) }
        }
      };
    }
    for (const { principal, escalation, parts } of joinedDangers(policy, unit)) {
      if (!escalation) continue;
      const attached = parts.find((part2) => part2.node === policy)?.attachment;
      yield {
        severity: isForManagedService(principal) ? lighter(escalation.severity, "medium") : escalation.severity,
        confidence: escalation.confidence,
        span: attached?.policyArn.span ?? escalation.grants[0].action.span,
        message: `Harmless alone, not together: ${escalationMessage(escalation, principal, 0)}`,
        element: `together ${escalation.path.class}`,
        remediation: escalationRemedy(escalation),
        related: [
          ...attached ? [{ span: escalation.grants[0].action.span, message: `grants ${escalation.grants[0].name}` }] : [],
          ...escalationRelated(escalation)
        ],
        properties: {
          path: escalationSteps(escalation, principal),
          technique: escalation.path.id,
          source: sourceOf(escalation.path.id)
        }
      };
    }
  }
});

// src/rules/iam/risky-managed-policy.ts
var risky_managed_policy_default = defineRule({
  meta: {
    id: "iam/risky-managed-policy",
    title: "Attached managed policy grants far more than most holders need",
    severity: "medium",
    about: "grant",
    domain: "iam",
    practice: "least privilege",
    description: "Policies that AWS manages are made to fit everyone, so they reach every resource of the account, and AWS widens them without asking. Some make their holder an administrator, or let it become one.",
    remediation: "Write a policy of your own with the actions that are used and the resources they are used on; take the managed one as a draft.",
    cwe: ["CWE-250", "CWE-269"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html",
      "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html"
    ]
  },
  on: "attachment",
  *check(attachment, { unit }) {
    if (attachment.boundary) return;
    const principal = principalsOf(unit).principal(attachment.holder);
    const policy = managedPolicy(attachment.policyArn.value);
    const risk = policy ? riskOf(policy, principal, unit) : shortNameRisk(attachment.policyArn.value);
    if (risk)
      yield { ...hit2(attachment, risk, principal), properties: { policy: policy?.name ?? attachment.policyArn.value } };
    if (principal && policy) yield* together(attachment, principal, unit);
  }
});
function hit2(attachment, risk, principal) {
  const { policyArn } = attachment;
  const bounded = principal?.unknownBoundary === true;
  const severity = bounded ? lighter(risk.severity, "medium") : risk.severity;
  const confidence = bounded ? "low" : "high";
  const who = principal ? holderWords(principal) : "its holder";
  return {
    severity,
    confidence,
    span: policyArn.span,
    message: `${quote(shortName(policyArn.value))} ${risk.what.replace("<holder>", who)}.`,
    element: `${shortName(policyArn.value)} ${risk.category}`
  };
}
var shortName = (arn) => arn.slice(arn.indexOf(":policy/") === -1 ? 0 : arn.indexOf(":policy/") + 8);
function riskOf(policy, principal, unit) {
  const has = (category) => policy.categories.includes(category);
  const served = policy.name.startsWith("service-role/") || isForManagedService(principal);
  const limit = served && !has("full-admin") && !has("near-admin") ? "low" : "critical";
  const risk = (severity, category, what) => ({
    severity: lighter(severity, limit),
    category,
    what
  });
  if (has("full-admin"))
    return isContained(policy, principal, unit) ? void 0 : risk("critical", "full-admin", "makes <holder> an administrator");
  if (has("near-admin"))
    return risk("high", "near-admin", `grants <holder> ${number(policy.actions)} actions on every resource`);
  if (has("privilege-escalation")) {
    return risk("high", "privilege-escalation", "lets <holder> grant itself every permission, or become anyone");
  }
  if (has("passrole-escalation")) {
    return risk(
      "high",
      "passrole-escalation",
      "lets <holder> start code under any role that trusts the service, and so act as it"
    );
  }
  const privileged = policy.services.filter((service) => PRIVILEGED_SERVICES.has(service));
  if (privileged.length > 0) {
    return risk(
      "high",
      "service-wildcard",
      `grants <holder> every action of ${listed(privileged.map(quote))} on every resource`
    );
  }
  if (has("passrole-wildcard")) return risk("medium", "passrole-wildcard", "lets <holder> pass any role to any service");
  if (has("passrole-escalation-name-pattern")) {
    return risk("medium", "passrole-escalation", "lets <holder> start code under roles whose name fits a pattern");
  }
  if (has("data-exfiltration")) {
    return risk("note", "data-exfiltration", `reads data of the whole account (${listed(policy.reads.map(quote), 3)})`);
  }
  return void 0;
}
function isContained(policy, principal, unit) {
  if (!principal || principal.boundaries.length === 0) return false;
  const document = managedDocument(policy, { value: "", span: principal.holder.span });
  return adminIn(permissionsWithin(document, principal, unit)) === void 0;
}
function shortNameRisk(value) {
  const [, service = "", level = ""] = /^([a-z0-9-]+):(\w+)$/i.exec(value) ?? [];
  if (!/^(full|admin)/i.test(level) || !serviceOf(service.toLowerCase())) return void 0;
  const severity = PRIVILEGED_SERVICES.has(service.toLowerCase()) ? "high" : "medium";
  return {
    severity,
    category: "service-wildcard",
    what: `grants <holder> every action of ${quote(service)} on every resource`
  };
}
function* together(attachment, principal, unit) {
  const danger = joinedDanger(principal, unit);
  if (!danger || danger.parts.some((part2) => part2.node) || danger.parts[0]?.attachment !== attachment) return;
  const { escalation } = danger;
  yield {
    severity: escalation?.severity ?? "high",
    span: attachment.policyArn.span,
    message: escalation ? `Harmless alone, not together: ${escalationMessage(escalation, principal, 0)}` : `All policies of ${holderWords(principal)} together make it an administrator.`,
    element: "together",
    related: danger.parts.slice(1).flatMap(
      (part2) => part2.attachment ? [{ span: part2.attachment.policyArn.span, message: "the other part" }] : []
    ),
    ...escalation && { properties: { path: escalationSteps(escalation, principal), technique: escalation.path.id } }
  };
}

// src/rules/iam/service-wildcard.ts
var service_wildcard_default = defineRule({
  meta: {
    id: "iam/service-wildcard",
    title: "Policy grants a whole service on every resource",
    severity: "high",
    about: "grant",
    domain: "iam",
    practice: "least privilege",
    description: "Every action of a service on everything it holds: reading, changing, deleting and giving others access, and every action that AWS adds to the service later. High for services that hold the keys or the data (IAM, STS, Organizations, KMS, Secrets Manager, S3, Lambda, EC2, CloudFormation), medium for the others.",
    remediation: "Name the actions that are used, and the resources they are used on.",
    cwe: ["CWE-250"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"]
  },
  on: "policy",
  *check(policy, { unit }) {
    const assessment = assessPolicy(policy, unit);
    const told = assessment?.told(serviceWildcard) ?? [];
    for (const [severity, some] of groupedBy(told, severityOf2)) {
      const [first, ...others] = some;
      const services = [...new Set(some.flatMap((one) => one.services))];
      yield {
        ...adjustSeverity(severity, "high", policy, assessment),
        span: first.action.span,
        message: messageOf(some, services),
        element: some.map(elementOf2).sort().join(","),
        elements: some.map(elementOf2),
        related: [
          ...others.slice(0, 20).map(({ action }) => ({ span: action.span, message: `${quote(action)} as well` })),
          ...mitigations(assessment.permissions)
        ],
        properties: { services }
      };
    }
  }
});
function severityOf2({ privileged, allowEntry }) {
  const severity = privileged ? "high" : "medium";
  return allowEntry.judgement.strength === "contextual" ? steppedDown(severity) : severity;
}
var isNamed3 = ({ action, allowEntry }) => allowEntry.statement.actions.includes(action);
var elementOf2 = (one) => isNamed3(one) ? one.action.value.toLowerCase() : "NotAction";
function messageOf(some, services) {
  const [first] = some;
  const who = listed([...new Set(some.map((one) => isNamed3(one) ? quote(one.action) : "NotAction"))]);
  const resources = new Set(some.map(({ resource }) => resource ? quote(resource) : "every resource"));
  const on = resources.size === 1 ? [...resources][0] : "every resource, or all that the service has of them";
  return `${who} grant${some.length === 1 || !first ? "s" : ""} every action of ${listed(services.map((service) => quote(service)))} on ${on}.`;
}

// src/iam/undecided.ts
function undecidedIn(node, unit) {
  const { statements, gaps = [], incomplete } = node.document;
  const open2 = statements.filter(({ effect }) => effect.value.toLowerCase() !== "deny");
  const parts = open2.flatMap(
    (statement) => STATEMENT_ELEMENTS.flatMap(
      (element) => LEAVES[element](statement).filter((leaf) => isOpenIn(element, leaf) && !isOneThing(leaf, unit)).map((leaf) => ({ what: element, leaf }))
    )
  );
  const what = statements.length === 0 ? "the document" : "a statement";
  const whole = incomplete && gaps.length === 0 ? [{ value: UNKNOWN, span: node.span }] : gaps;
  const all = [...whole.map((leaf) => ({ what, leaf })), ...parts];
  return distinct(all.map((one) => ({ ...one, leaf: withinModule(one.leaf, node) })));
}
function withinModule(leaf, { anchor }) {
  const [module = ""] = /^(?:module\.[\w-]+(?:\[[^\]]*\])?\.)+/.exec(anchor) ?? [];
  return leaf.reference?.startsWith(module) ? { ...leaf, reference: leaf.reference.slice(module.length) } : leaf;
}
var LEAVES = {
  Effect: ({ effect }) => [effect],
  Action: ({ actions }) => actions,
  NotAction: ({ notActions }) => notActions,
  Resource: ({ resources }) => resources,
  NotResource: ({ notResources }) => notResources,
  Principal: ({ principals }) => principals.map(principalLeaf),
  NotPrincipal: ({ notPrincipals }) => notPrincipals.map(principalLeaf),
  Condition: ({ conditions }) => conditions.flatMap(conditionLeaves)
};
var principalLeaf = ({ type, value }) => type.includes(UNKNOWN) ? { ...value, value: UNKNOWN } : value;
var conditionLeaves = ({ operator, key, values }) => key.value.includes(UNKNOWN) || operator.value.includes(UNKNOWN) ? [{ ...key, value: UNKNOWN }] : values;
function isOpenIn(element, leaf) {
  if (element === "Effect" || element === "Action" || element === "NotAction") return leaf.value.includes(UNKNOWN);
  return isWhollyUnknown(leaf) || /^\uE000+[/*]*$/.test(leaf.value);
}
function isOneThing({ reference }, unit) {
  if (reference === void 0) return false;
  if (ITSELF.test(reference) || LOOKED_UP.test(reference)) return true;
  const declared = unit.of(addressesIn2, unit.nodes);
  const steps = reference.replace(/^Ref /, "").replace(/\[[^\]]*\]/g, "").split(".");
  return steps.some((_, at2) => declared.has(steps.slice(0, at2 + 1).join(".")));
}
var ITSELF = /^Ref AWS::|(?:^|\.)data\.aws_(?:caller_identity|region|partition|organizations_organization)\.|^Aws\.|(?:^|\.)(?:account|region|partition|urlSuffix)$/;
var LOOKED_UP = /(?:^|\.)data\.aws_\w+\.[\w-]+(?:\[[^\]]*\])?\.(?:\w+_)?(?:arn|id|name)$/;
function addressesIn2(nodes) {
  const resources = nodes.filter(({ kind: kind2 }) => kind2 === "resource" || kind2 === "identity");
  return new Set(resources.map(({ anchor }) => anchor.replace(/\[[^\]]*\]/g, "")));
}
function distinct(all) {
  return [...new Map(all.map((one) => [`${one.what} ${unknownWords(one.leaf)}`, one])).values()];
}
function unknownWords({ value, reference }) {
  const name = reference === void 0 ? void 0 : quote(reference.replace(/^Ref (?=\w+$)/, ""));
  if (value !== UNKNOWN) return name === void 0 ? quote(value) : `${quote(value)} (with ${name})`;
  return name ?? "a value that is worked out elsewhere";
}
function undecidedWords(found2) {
  const names = groupedBy(found2, ({ what }) => what);
  return listed([...names].map(([what, some]) => `${what} is ${listed(some.map(({ leaf }) => unknownWords(leaf)))}`));
}
function undecidedElement(found2) {
  return found2.map(({ what, leaf }) => `${what} ${unknownWords(leaf)}`).join(", ");
}
function undecidedPolicy({
  policyArn,
  policyAnchor,
  boundary
}) {
  if (policyAnchor !== void 0 || managedPolicy(policyArn.value)) return void 0;
  const { value } = policyArn;
  const name = managedName(value) ?? value.slice(value.indexOf(":policy/") + 1);
  if (name.includes(UNKNOWN)) return "unknown";
  return !boundary && /^arn:[^:]*:iam::(?!aws:)/.test(value) ? "unseen" : void 0;
}

// src/rules/iam/undecided-attachment.ts
var undecided_attachment_default = defineRule({
  meta: {
    id: "iam/undecided-attachment",
    title: "Which policy is attached is not known here",
    severity: "note",
    about: "hygiene",
    domain: "iam",
    practice: "least privilege",
    description: "A variable, an output of another module or the name of a policy that stands elsewhere decides what the holder may do. It may be anything up to AdministratorAccess: nothing in this repository says what, so it was not judged.",
    remediation: "Look at what the value is where it is given. A default, a validation with the policies that are allowed, or a variable file beside it makes it known here.",
    cwe: ["CWE-1059"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html"]
  },
  on: "attachment",
  *check(attachment, { unit }) {
    const found2 = undecidedPolicy(attachment);
    if (!found2) return;
    const { holder, boundary } = attachment;
    const policyArn = withinModule(attachment.policyArn, attachment);
    const who = holderWords(principalsOf(unit).principal(holder));
    const what = found2 === "unknown" ? unknownWords(policyArn) : quote(policyArn);
    const does = boundary ? `limits ${who}` : `is attached to ${who}`;
    yield {
      span: policyArn.span,
      message: found2 === "unknown" ? `${what} ${does}: which policy that is, is not known here.` : `${what} ${does}, and what it says stands elsewhere.`,
      element: policyArn.reference ?? policyArn.value
    };
  }
});

// src/rules/iam/undecided-grant.ts
var undecided_grant_default = defineRule({
  meta: {
    id: "iam/undecided-grant",
    title: "What a policy grants is not known here",
    severity: "note",
    about: "hygiene",
    domain: "iam",
    practice: "least privilege",
    description: "A variable without a default, an output of another module or a value that a program only has when it runs decides what this policy grants. It may be harmless or everything: nothing in this repository says which, so it was not judged.",
    remediation: "Look at what the value is where it is given. A default, a validation with the values that are allowed, or a variable file beside it makes it known here.",
    cwe: ["CWE-1059"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html"]
  },
  on: "policy",
  *check(policy, { unit }) {
    const { role } = policy.document;
    if (role === "trust" || role === "resource" || role === "scp" || isOutOfScope(policy, unit)) return;
    const [first, ...others] = undecidedIn(policy, unit);
    if (!first) return;
    const all = [first, ...others];
    yield {
      span: first.leaf.span,
      message: `What ${quote(policy.anchor)} ${role === "boundary" ? "leaves of other grants" : "grants"} is not known here: ${undecidedWords(all)}.`,
      element: undecidedElement(all),
      related: others.slice(0, 5).map(({ what, leaf }) => ({ span: leaf.span, message: `${what} is not known either` }))
    };
  }
});

// src/rules/iam/undecided-holder.ts
var undecided_holder_default = defineRule({
  meta: {
    id: "iam/undecided-holder",
    title: "Who is given a policy is not known here",
    severity: "note",
    about: "hygiene",
    domain: "iam",
    practice: "least privilege",
    description: "A variable without a default or an output of another module names the user, role or group that gets what this resource gives. What it gives was judged; what that person or program has besides, and may do with both together, was not.",
    remediation: "Look at whom the value names where it is given. A default or a variable file beside it makes it known here.",
    cwe: ["CWE-1059"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-attach-detach.html"]
  },
  on: "resource",
  *check(resource, { unit }) {
    for (const path2 of holderPaths(resourceType(resource.type))) {
      const unknown = valuesAt(resource, path2).flatMap(({ value }) => unknownsIn(value));
      const found2 = unknown.find((leaf) => !isOneThing(leaf, unit));
      if (!found2) continue;
      const open2 = withinModule(found2, resource);
      yield {
        span: open2.span,
        message: `Who gets what ${quote(resource.anchor)} gives is not known here: ${unknownWords(open2)}.`,
        element: open2.reference ?? "unknown"
      };
    }
  }
});
function holderPaths(row) {
  const sites = [...row?.holders ?? [], ...(row?.attachments ?? []).map(({ holders }) => holders)];
  const members2 = (row?.memberships ?? []).flatMap(({ users, groups }) => [users, groups]);
  return [...sites.map((site) => site === "itself" ? site : site.at), ...members2].filter((path2) => path2 !== "itself");
}

// src/rules/iam/unknown-account.ts
var unknown_account_default = defineRule({
  meta: {
    id: "iam/unknown-account",
    title: "Roles of an account that is not known",
    severity: "low",
    about: "hygiene",
    domain: "iam",
    practice: "least privilege",
    description: "The policy lets its holder assume roles of an account that is neither trusted in the configuration nor among those given with --account-data, so nobody can say what that comes to.",
    remediation: "Give the account with --account-data, or name it under trusted-accounts if it is yours; else take it out.",
    cwe: ["CWE-284"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/tutorial_cross-account-with-roles.html"]
  },
  on: "policy",
  *check(policy, { unit, trustedAccounts }) {
    const { accounts } = unit.session;
    if (accounts.length === 0 || !isIdentityPolicy(policy) || isOutOfScope(policy, unit)) return;
    const told = /* @__PURE__ */ new Set();
    for (const { allowEntry, action } of grantsOf(permissionsIn(policy.document, unit), "sts:AssumeRole")) {
      const { pattern, resource } = allowEntry;
      const account = /^arn:[^:]*:iam::(\d{12}):/.exec(pattern)?.[1];
      if (!account || told.has(account) || trustedAccounts.has(account)) continue;
      if (accounts.some((one) => isIn(one, pattern))) continue;
      told.add(account);
      yield {
        span: (resource ?? action).span,
        message: `${quote(resource ?? action)} is of account ${quote(account)}, which is not among the accounts that are known (${accounts.map((one) => one.account).join(", ")}).`,
        element: account,
        properties: { account }
      };
    }
  }
});

// src/rules/iam/unknown-action.ts
var unknown_action_default = defineRule({
  meta: {
    id: "iam/unknown-action",
    title: "Action matches none that AWS knows",
    severity: "note",
    about: "hygiene",
    domain: "iam",
    practice: "least privilege",
    description: "The name is misspelt, retired, or an API call that has another name in policies (`s3:HeadObject` is `s3:GetObject`). In an Allow it grants nothing; in a Deny it forbids nothing.",
    remediation: "Look the action up in the service authorization reference, and correct or remove it.",
    cwe: ["CWE-1288"],
    references: ["https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html"]
  },
  on: "policy",
  *check(policy, { unit }) {
    if (isOutOfScope(policy, unit)) return;
    for (const statement of policy.document.statements) {
      const denies = statement.effect.value.toLowerCase() === "deny";
      for (const leaf of [...statement.actions, ...statement.notActions]) {
        if (leaf.value.includes(UNKNOWN) || isKnownAction(leaf.value, unit)) continue;
        if (!denies && hasWildcard(leaf.value)) continue;
        const service = leaf.value.split(":")[0].toLowerCase();
        yield {
          severity: denies ? "low" : "note",
          confidence: serviceOf(service) ? "high" : "medium",
          span: leaf.span,
          message: `${quote(leaf)} matches no action that AWS knows${denies ? ", so it forbids nothing" : ""}.`,
          element: leaf.value.toLowerCase()
        };
      }
    }
  }
});

// src/rules/iam/vacuous-condition.ts
var vacuous_condition_default = defineRule({
  meta: {
    id: "iam/vacuous-condition",
    title: "Condition does not do what it seems to",
    severity: "medium",
    about: "hygiene",
    domain: "iam",
    fixable: true,
    practice: "least privilege",
    description: "Some conditions are always met and some never: ForAllValues holds when the key is absent, IfExists too, StringEquals takes `*` for a star, and a date may have passed. What they were meant to guard stands open, or shut.",
    remediation: "Write the condition so that it fails when the key is absent and compares as it was meant.",
    cwe: ["CWE-284", "CWE-1288"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html"
    ]
  },
  on: "policy",
  *check(policy, { unit }) {
    if (isOutOfScope(policy, unit)) return;
    for (const statement of policy.document.statements) {
      const guarded3 = nullGuarded(statement.conditions);
      for (const condition of statement.conditions) yield* checkCondition(condition, statement, guarded3);
    }
  }
});
function* checkCondition(condition, statement, guarded3) {
  if (condition.operator.value.includes(UNKNOWN) || condition.key.value.includes(UNKNOWN)) return;
  const allows = statement.effect.value.toLowerCase() === "allow";
  const operator = operatorOf(condition);
  const key = keyOf(condition);
  const element = `${condition.operator.value} ${key}`;
  if (operator.quantifier === "all" && isMultivalued(key) === false && allows && !guarded3.has(key)) {
    yield {
      span: condition.operator.span,
      message: `${quote(condition.operator)} on ${quote(condition.key)}, which has one value: it is met by every request that does not carry the key.`,
      element,
      remediation: `Write \`${withoutQuantifier(condition.operator)}\`.`,
      ...replacing(condition.operator, withoutQuantifier(condition.operator))
    };
    return;
  }
  if (allows && operator.ifExists && key === "aws:multifactorauthpresent") {
    yield {
      span: condition.operator.span,
      message: `${quote(condition.operator)} lets requests through that carry no ${quote(condition.key)}: those made with an access key.`,
      element,
      remediation: "Write `Bool`.",
      ...replacing(condition.operator, "Bool")
    };
    return;
  }
  if (operator.name.startsWith("date") && allows) yield* checkDate(condition, statement, guarded3, element);
  if (allows && takesWildcards(operator.name)) yield* checkPattern(condition, element);
  if (/^string(not)?equals/.test(operator.name) && !key.endsWith(":sub")) {
    const wild = condition.values.find((leaf) => leaf.value.replaceAll("${*}", "").includes("*"));
    if (!wild) return;
    const like = condition.operator.value.replace(/Equals(IgnoreCase)?/i, "Like");
    yield {
      span: wild.span,
      message: `${quote(condition.operator)} takes the \`*\` in ${quote(wild)} for a star, not for a wildcard: ${operator.negated ? "every request meets it" : "no request meets it"}.`,
      element: `${element} ${wild.value}`,
      remediation: `Write \`${like}\`, or name the value without a wildcard.`,
      related: [{ span: condition.operator.span, message: `\`${like}\` would take it for a wildcard` }]
    };
  }
}
function* checkPattern({ key, values }, element) {
  const wide = values.find(({ value }) => !/^\*+$/.test(value) && fitsEveryone(key.value.toLowerCase(), value));
  if (!wide) return;
  yield {
    span: wide.span,
    message: `Every ${quote(key)} there is fits ${quote(wide)}: it tells nobody from anybody.`,
    element: `${element} ${wide.value}`,
    remediation: "Write the value itself, or remove the condition."
  };
}
function* checkDate(condition, statement, guarded3, element) {
  const strength = judgeCondition(condition, guarded3, "holder").strength;
  const bound2 = condition.values[0];
  if (!bound2) return;
  if (strength === "never") {
    yield {
      severity: "note",
      span: bound2.span,
      message: `${quote(bound2)} has passed: the statement grants nothing any more.`,
      element,
      remediation: "Remove the statement."
    };
  } else if (strength === "vacuous" && !hasEnd(statement)) {
    yield {
      span: bound2.span,
      message: `${quote(bound2)} has passed, so ${quote(condition.operator)} is met by every request from then on.`,
      element,
      remediation: "Add an end (`DateLessThan`), or remove the condition if the grant is meant to stay."
    };
  }
}
function hasEnd(statement) {
  return statement.conditions.some((condition) => operatorOf(condition).name.startsWith("dateless"));
}
var withoutQuantifier = (operator) => operator.value.replace(/^For(AllValues|AnyValue):/i, "");
function replacing(leaf, text2) {
  return leaf.span.end - leaf.span.start === leaf.value.length ? { fix: [{ span: leaf.span, text: text2 }] } : {};
}

// src/rules/iam/weak-password-policy.ts
var META_ID = "iam/weak-password-policy";
var SHORTEST4 = 14;
var REQUIRED = [
  ["require_lowercase_characters", "lower case"],
  ["require_uppercase_characters", "upper case"],
  ["require_numbers", "digits"],
  ["require_symbols", "symbols"]
];
var weak_password_policy_default = defineRule({
  meta: {
    id: META_ID,
    title: "Account takes weak passwords",
    severity: "low",
    about: "hygiene",
    domain: "iam",
    practice: "password policy",
    description: "Console passwords of IAM users guard the account as much as keys do, and this policy lets them be short, plain or used again.",
    remediation: "At least 14 characters with all kinds required, and 24 remembered; better still, no IAM users but IAM Identity Center.",
    cwe: ["CWE-521"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html"]
  },
  on: "resource",
  types: ["aws_iam_account_password_policy"],
  *check(policy, context) {
    const faults = FAULTS.flatMap(({ at: at2, says: says2, isWeak }) => {
      const value = valueAt(policy, at2);
      if (value?.kind === "unknown")
        context.notify(undecided(META_ID, policy, at2, { value, span: value.span, within: value }));
      return isWeak(value) ? [says2(value)] : [];
    });
    const lacking = REQUIRED.filter(([at2]) => isOff(valueAt(policy, at2))).map(([, what]) => what);
    const all = lacking.length > 0 ? [...faults, `${listed(lacking)} are not asked for`] : faults;
    if (all.length === 0) return;
    yield { span: policy.span, message: `Passwords are weak: ${all.join("; ")}.`, element: "password-policy" };
  }
});
var FAULTS = [
  {
    at: "minimum_password_length",
    says: (value) => `${value ? numberOf(value) : 6} characters are enough`,
    isWeak: (value) => isLess(value, SHORTEST4)
  },
  { at: "password_reuse_prevention", says: () => "old ones may come back", isWeak: (value) => isLess(value, 1) },
  {
    at: "allow_users_to_change_password",
    says: () => "nobody may change their own",
    isWeak: (value) => value !== void 0 && switchOf(value) === false
  }
];
var isLess = (value, least) => {
  const number2 = value ? numberOf(value) : 0;
  return number2 !== void 0 && number2 < least;
};
var isOff = (value) => value === void 0 || switchOf(value) === false;

// src/rules/network/default-network.ts
var default_network_default = requirementRule(
  {
    id: "network/default-network",
    title: "The default network is used",
    severity: "note",
    practice: "private subnets, no public address",
    description: "In the default VPC every subnet is public, and what is started without thought lands beside this. The default security group is what machines get that name none.",
    remediation: "Make a VPC of its own with private subnets and security groups, and leave the default ones empty.",
    cwe: ["CWE-1188"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"]
  },
  [
    {
      types: "aws_default_vpc aws_default_subnet",
      at: "default",
      is: "elsewhere",
      says: "is the network that AWS made for the account, in which everything is public"
    },
    {
      types: "aws_default_security_group",
      at: "ingress",
      is: "unset",
      says: "lets traffic in to whatever names no security group"
    },
    {
      types: "aws_default_security_group",
      at: "egress",
      is: "unset",
      says: "lets traffic out of whatever names no security group"
    }
  ]
);

// src/rules/network/imdsv1.ts
var asks = { is: isRequired, fix: "required", absent: "wrong", where: isNotOff, unless: isSetElsewhere };
var says = "starts machines that answer requests for their credentials without a token (IMDSv1)";
var imdsv1_default = requirementRule(
  {
    id: "network/imdsv1",
    title: "Credentials of the machine can be had by a plain request",
    severity: "low",
    practice: "IMDSv2 required, hop limit 1",
    description: "With version 1 of the metadata service one forged request (SSRF) is enough to get the credentials of the role. Version 2 asks for a token that such a request cannot bring, and a hop limit of 1 keeps containers and proxies from it.",
    remediation: 'Set `http_tokens = "required"` and leave `http_put_response_hop_limit` at 1; for the whole account there is `aws_ec2_instance_metadata_defaults`.',
    cwe: ["CWE-918"],
    references: [
      "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"
    ]
  },
  [
    {
      ...asks,
      types: "aws_instance",
      at: "metadata_options.http_tokens",
      fixIn: "terraform",
      says: "answers requests for its credentials without a token (IMDSv1)"
    },
    { ...asks, types: "aws_launch_configuration", at: "metadata_options.http_tokens", says },
    {
      ...asks,
      types: "aws_launch_template",
      at: ["metadata_options.http_tokens", "launch_template_data.metadata_options.http_tokens"],
      says
    },
    {
      types: "aws_ec2_instance_metadata_defaults",
      at: "http_tokens",
      is: isRequired,
      fix: "required",
      says: "lets machines of the account answer without a token (IMDSv1)"
    },
    {
      types: "aws_instance aws_launch_configuration",
      at: "metadata_options.http_put_response_hop_limit",
      is: isOneHop,
      severity: "note",
      says: "lets containers on the machine have its credentials (hop limit above 1)"
    },
    {
      types: "aws_launch_template",
      at: [
        "metadata_options.http_put_response_hop_limit",
        "launch_template_data.metadata_options.http_put_response_hop_limit"
      ],
      is: isOneHop,
      severity: "note",
      says: "lets containers on the machine have its credentials (hop limit above 1)"
    },
    {
      types: "aws_imagebuilder_infrastructure_configuration",
      at: "instance_metadata_options.http_tokens",
      is: isRequired,
      fix: "required",
      absent: "wrong",
      says: "builds images on machines that answer without a token (IMDSv1)"
    },
    {
      types: "aws_sagemaker_notebook_instance",
      at: "instance_metadata_service_configuration.minimum_instance_metadata_service_version",
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) === "2",
      says: "answers requests for its credentials without a token (IMDSv1)"
    }
  ]
);
function isRequired(value) {
  const word = wordOf(value);
  return word === void 0 ? void 0 : word === "required";
}
function isOneHop(value) {
  const hops = numberOf(value);
  return hops === void 0 ? void 0 : hops <= 1;
}
function isNotOff(resource) {
  const template = isCloudFormation(resource.type) ? "launch_template_data.metadata_options.http_endpoint" : "metadata_options.http_endpoint";
  return [template, "metadata_options.http_endpoint"].every((at2) => switchOf(valueAt(resource, at2)) !== false);
}
function isSetElsewhere(resource, { unit }) {
  const account = ofType(unit, "aws_ec2_instance_metadata_defaults");
  if (account.some((one) => wordOf(valueAt(one, "http_tokens")) === "required")) return true;
  return canonicalType(resource.type) === "aws_instance" && valueAt(resource, "launch_template") !== void 0;
}

// src/rules/network/invalid-headers.ts
var invalid_headers_default = requirementRule(
  {
    id: "network/invalid-headers",
    title: "Load balancer passes malformed headers on",
    severity: "note",
    practice: "TLS on every way in",
    description: "Headers that are not well-formed are how requests are smuggled past a load balancer to the machine behind it.",
    remediation: "Set `drop_invalid_header_fields = true`.",
    cwe: ["CWE-444"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html"]
  },
  [
    {
      types: "aws_lb",
      at: ["drop_invalid_header_fields", void 0],
      is: "on",
      where: isApplication,
      says: "passes headers on that are not well-formed"
    },
    {
      types: "aws_lb",
      at: [void 0, "load_balancer_attributes"],
      is: (value) => attributeOf(value, "routing.http.drop_invalid_header_fields.enabled"),
      absent: "wrong",
      where: isApplication,
      says: "passes headers on that are not well-formed"
    }
  ]
);
function isApplication(balancer) {
  const type = valueAt(balancer, ["load_balancer_type", "type"]);
  return type === void 0 || wordOf(type) === "application";
}

// src/rules/network/no-web-firewall.ts
var no_web_firewall_default = requirementRule(
  {
    id: "network/no-web-firewall",
    title: "Nothing filters what comes from the web",
    severity: "note",
    practice: "TLS on every way in",
    description: "A web application firewall takes the common attacks and floods away before they reach the application.",
    remediation: "Associate a web ACL of AWS WAF, with the managed rule groups of AWS to begin with.",
    cwe: ["CWE-693"],
    references: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html",
      "https://docs.aws.amazon.com/waf/latest/developerguide/web-acl.html"
    ]
  },
  [
    {
      types: "aws_cloudfront_distribution",
      at: ["web_acl_id", "distribution_config.web_acl_id"],
      is: "set",
      says: "has no web application firewall"
    },
    {
      types: "aws_api_gateway_stage",
      at: "web_acl",
      is: "elsewhere",
      where: (stage) => !stage.type.includes("Serverless"),
      unless: hasFirewall,
      says: "has no web application firewall"
    },
    {
      types: "aws_lb",
      at: "web_acl",
      is: "elsewhere",
      where: isPublicApplication,
      unless: hasFirewall,
      says: "has no web application firewall"
    },
    {
      types: "aws_appsync_graphql_api",
      at: "web_acl",
      is: "elsewhere",
      unless: hasFirewall,
      says: "has no web application firewall"
    }
  ]
);
function hasFirewall(resource, { unit }) {
  return someBeside(
    unit,
    resource,
    ["aws_wafv2_web_acl_association", "aws_wafregional_web_acl_association"],
    "resource_arn"
  );
}
function isPublicApplication(balancer) {
  const type = valueAt(balancer, ["load_balancer_type", "type"]);
  if (type !== void 0 && wordOf(type) !== "application") return false;
  const internal = valueAt(balancer, ["internal", "scheme"]);
  return internal === void 0 || switchOf(internal) === false || wordOf(internal) === "internet-facing";
}

// src/rules/network/old-tls.ts
var old_tls_default = requirementRule(
  {
    id: "network/old-tls",
    title: "Old versions of TLS are accepted",
    severity: "low",
    practice: "TLS on every way in",
    description: "TLS 1.0 and 1.1 have known weaknesses and were retired in 2021; a client that can be talked down to them is not protected.",
    remediation: "Ask for TLS 1.2 at least: `ELBSecurityPolicy-TLS13-1-2-2021-06`, `TLSv1.2_2021`, `Policy-Min-TLS-1-2-2019-07`, `TLS_1_2`.",
    cwe: ["CWE-326", "CWE-327"],
    references: [
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html"
    ]
  },
  [
    {
      types: "aws_lb_listener",
      at: "ssl_policy",
      is: isModernElb,
      where: isSecureListener,
      absent: "wrong",
      says: "accepts TLS 1.0 and 1.1"
    },
    {
      types: "aws_cloudfront_distribution",
      at: [
        "viewer_certificate[].minimum_protocol_version",
        "distribution_config.viewer_certificate[].minimum_protocol_version"
      ],
      is: isModernCdn,
      absent: "wrong",
      where: hasOwnCertificate,
      says: "accepts old versions of TLS"
    },
    {
      types: "aws_cloudfront_distribution",
      at: [void 0, "distribution_config.viewer_certificate"],
      is: "set",
      severity: "note",
      says: "has the certificate of CloudFront, with which TLS 1.0 is accepted"
    },
    {
      types: "aws_cloudfront_distribution",
      at: [
        "viewer_certificate.cloudfront_default_certificate",
        "distribution_config.viewer_certificate.cloud_front_default_certificate"
      ],
      is: "off",
      severity: "note",
      says: "has the certificate of CloudFront, with which TLS 1.0 is accepted"
    },
    {
      types: "aws_cloudfront_distribution",
      at: [
        "origin[].custom_origin_config[].origin_ssl_protocols",
        "distribution_config.origins[].custom_origin_config[].origin_ssl_protocols"
      ],
      is: hasNoOldVersion,
      inside: (origin) => wordOf(partOf(origin, "origin_protocol_policy")) !== "http-only",
      says: "speaks old versions of TLS with its origin"
    },
    {
      types: "aws_elasticsearch_domain aws_opensearch_domain",
      at: "domain_endpoint_options.tls_security_policy",
      is: isModernSearch,
      absent: "wrong",
      says: "accepts TLS 1.0"
    },
    {
      types: "aws_api_gateway_domain_name",
      at: "security_policy",
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "TLS_1_0",
      says: "accepts TLS 1.0"
    },
    {
      types: "aws_apigatewayv2_domain_name",
      at: ["domain_name_configuration[].security_policy", "domain_name_configurations[].security_policy"],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "TLS_1_0",
      says: "accepts TLS 1.0"
    },
    {
      types: "aws_load_balancer_policy",
      at: "policy_attribute[]",
      is: isModernAttribute,
      says: "lets a load balancer accept old versions of TLS or weak ciphers"
    },
    {
      types: "aws_lb_ssl_negotiation_policy",
      at: "attribute[]",
      is: isModernAttribute,
      says: "lets a load balancer accept old versions of TLS or weak ciphers"
    },
    {
      types: "aws_elb",
      at: [void 0, "policies[].attributes[]"],
      is: isModernAttribute,
      says: "accepts old versions of TLS or weak ciphers"
    },
    {
      types: "aws_cloudsearch_domain",
      at: "endpoint_options.tls_security_policy",
      is: isModernSearch,
      absent: "wrong",
      says: "accepts TLS 1.0"
    },
    {
      types: "aws_db_instance",
      at: ["ca_cert_identifier", "ca_certificate_identifier"],
      is: (value) => wordOf(value) === void 0 ? void 0 : !/^rds-ca-20(?:10|15|19)$/.test(wordOf(value)),
      says: "has a certificate of an authority that has expired"
    },
    {
      types: "aws_transfer_server",
      at: "security_policy_name",
      is: (value) => wordOf(value) === void 0 ? void 0 : !/-(?:2018-11|2020-06)$/.test(wordOf(value)),
      says: "accepts old algorithms"
    }
  ]
);
function isModernElb(value) {
  const word = wordOf(value);
  if (word === void 0) return void 0;
  return /TLS-?1-?[23]|TLS13|FS-1-2/.test(word) && !/TLS13-1-[01]-/.test(word);
}
function isModernCdn(value) {
  const word = wordOf(value);
  return word === void 0 ? void 0 : /^TLSv1\.[23]/.test(word);
}
function hasOwnCertificate(distribution) {
  const path2 = [
    "viewer_certificate.cloudfront_default_certificate",
    "distribution_config.viewer_certificate.cloud_front_default_certificate"
  ];
  return valuesAt(distribution, path2).every(({ value }) => value === void 0 || switchOf(value) === false);
}
function isModernAttribute(value) {
  const items2 = value.kind === "list" ? value.items : [value];
  const verdicts = items2.map((item) => {
    const [name, given] = [wordOf(partOf(item, "name")), partOf(item, "value")];
    if (name === "Reference-Security-Policy") return given && isModernElb(given);
    if (name === void 0) return void 0;
    return !/^(?:Protocol-(?:SSLv[23]|TLSv1|TLSv1\.1)|(?:.*-)?(?:RC4|DES|EXP|NULL|ADH|SEED|MD5)(?:-.*)?)$/.test(name) || negated2(switchOf(given));
  });
  return verdicts.includes(false) ? false : verdicts.includes(void 0) ? void 0 : true;
}
var negated2 = (is) => is === void 0 ? void 0 : !is;
function hasNoOldVersion(value) {
  const { known } = wordsOf(value);
  return known.length === 0 ? void 0 : !known.some((version) => /^(?:SSLv3|TLSv1|TLSv1\.1)$/.test(version));
}
function isModernSearch(value) {
  const word = wordOf(value);
  return word === void 0 ? void 0 : /TLS-1-2/.test(word);
}
function isSecureListener(listener) {
  return /^(?:HTTPS|TLS)$/.test(wordOf(valueAt(listener, "protocol")) ?? "");
}

// src/rules/network/open-api.ts
var open_api_default = requirementRule(
  {
    id: "network/open-api",
    title: "API answers without asking who calls",
    severity: "low",
    practice: "API access by IAM (`execute-api:Invoke` scoped)",
    description: "The method has no authorization: whoever finds its address may call it, as often as they like.",
    remediation: "Set the authorization to `AWS_IAM`, to a Cognito user pool or to an authorizer; for what is public on purpose, a usage plan and a firewall.",
    cwe: ["CWE-306"],
    references: [
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/permissions.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html"
    ]
  },
  [
    {
      types: "aws_api_gateway_method",
      at: ["authorization", "authorization_type"],
      is: isAsked2,
      where: isNoPreflight,
      unless: isPrivate3,
      absent: "wrong",
      says: "can be called by everybody"
    },
    {
      types: "aws_apigatewayv2_route",
      at: "authorization_type",
      is: isAsked2,
      where: isNoPreflight,
      absent: "wrong",
      says: "can be called by everybody"
    }
  ]
);
function isAsked2(value) {
  const word = wordOf(value);
  return word === void 0 ? void 0 : word.toUpperCase() !== "NONE";
}
function isNoPreflight(method) {
  const verb = wordOf(valueAt(method, ["http_method", "http_method"])) ?? wordOf(valueAt(method, "route_key"));
  if (verb !== void 0 && /^(?:OPTIONS\b|\$(?:dis)?connect|\$default$)/i.test(verb)) return false;
  return switchOf(valueAt(method, "api_key_required")) !== true;
}
function isPrivate3(method, { unit }) {
  const api = meantBy(unit, valueAt(method, "rest_api_id"), "aws_api_gateway_rest_api");
  return api !== void 0 && wordsOf(valueAt(api, "endpoint_configuration.types")).known.includes("PRIVATE");
}

// src/rules/network/openings.ts
var OPENING_TYPES = [
  "aws_security_group",
  "aws_default_security_group",
  "aws_security_group_rule",
  "aws_vpc_security_group_ingress_rule",
  "aws_vpc_security_group_egress_rule",
  "aws_network_acl",
  "aws_default_network_acl",
  "aws_network_acl_rule",
  "aws_db_security_group",
  "aws_redshift_security_group",
  // Of CloudFormation only.
  "aws_rds_db_security_group_ingress",
  "aws_redshift_cluster_security_group_ingress",
  "aws_eks_node_group"
];
function openingsOf(resource, direction) {
  const all = allOf(resource, direction);
  return { openings: all.filter((one) => !isValue(one)), unknown: all.filter(isValue) };
}
function allOf(resource, direction) {
  const type = canonicalType(resource.type);
  switch (type) {
    case "aws_security_group":
    case "aws_default_security_group":
      return blocksAt(resource, [`${direction}[]`, `security_group_${direction}[]`]).flatMap(
        (block) => rule(block, false)
      );
    case "aws_security_group_rule":
      return wordOf(valueAt(resource, "type")) === direction ? rule(resource.arguments, false, resource.span) : [];
    case "aws_vpc_security_group_ingress_rule":
    case "aws_vpc_security_group_egress_rule":
      return type.includes(direction) ? rule(resource.arguments, false, resource.span) : [];
    case "aws_network_acl":
    case "aws_default_network_acl":
      return blocksAt(resource, `${direction}[]`).flatMap((block) => allowed(block, "action", block.span));
    case "aws_network_acl_rule": {
      const egress = switchOf(valueAt(resource, "egress")) ?? false;
      return egress === (direction === "egress") ? allowed(resource.arguments, "rule_action", resource.span) : [];
    }
    case "aws_eks_node_group":
      return direction === "ingress" ? nodeGroup(resource) : [];
    default:
      return direction === "ingress" ? classic(resource) : [];
  }
}
function blocksAt(resource, path2) {
  return valuesAt(resource, path2).flatMap(({ value }) => mapsIn(value));
}
function mapsIn(value) {
  if (value?.kind === "map") return [value];
  if (value?.kind === "list") return value.items.flatMap(mapsIn);
  return value?.kind === "unknown" ? value.maybe?.length ? value.maybe.flatMap(mapsIn) : [value] : [];
}
function allowed(block, action, span) {
  return wordOf(partOf(block, action))?.toLowerCase() === "allow" ? rule(block, true, span) : [];
}
var BLOCKS = ["cidr_blocks", "ipv6_cidr_blocks", "cidr_block", "ipv6_cidr_block", "cidr_ip", "cidr_ipv4", "cidr_ipv6"];
function rule(block, acl, span = block.span) {
  if (block.kind === "unknown") return [block];
  const written2 = BLOCKS.map((name) => partOf(block, name)).filter((value) => value !== void 0);
  const blocks2 = [...new Set(written2.flatMap((value) => wordsOf(value).known))];
  const open2 = written2.find((value) => wordsOf(value).open);
  if (blocks2.length === 0) return open2 ? [open2] : [];
  const named2 = partOf(block, "protocol") ?? partOf(block, "ip_protocol");
  const protocol = wordOf(named2)?.toLowerCase();
  if (protocol === void 0) return named2 && internetBlocks(blocks2).length > 0 ? [named2] : [];
  const ports = portsOf(block, protocol);
  if (ports === "none") return [];
  if (isValue(ports)) return internetBlocks(blocks2).length > 0 ? [ports] : [];
  const opening = { span, blocks: blocks2, ports, protocol: NUMBERS[protocol] ?? protocol, acl };
  return open2 && internetBlocks(blocks2).length === 0 ? [opening, open2] : [opening];
}
var isValue = (given) => given !== void 0 && "kind" in given;
var NUMBERS = { 6: "tcp", 17: "udp" };
var ALL = /* @__PURE__ */ new Set(["-1", "all"]);
var WITH_PORTS = /* @__PURE__ */ new Set(["tcp", "6", "udp", "17"]);
function portsOf(block, protocol) {
  if (ALL.has(protocol)) return void 0;
  if (!WITH_PORTS.has(protocol)) return "none";
  const range2 = partOf(block, "port_range");
  const [from, to] = range2 ? [partOf(range2, "from"), partOf(range2, "to")] : [partOf(block, "from_port"), partOf(block, "to_port")];
  if (from === void 0 && to === void 0) return [0, 65535];
  const [first, last] = [numberOf(from), numberOf(to)];
  if (first === void 0 || last === void 0) return (first === void 0 ? from : to) ?? "none";
  return first === -1 || last === -1 ? [0, 65535] : [first, last];
}
function classic(resource) {
  const path2 = ["ingress[].cidr", "db_security_group_ingress[].cidr_ip"];
  return [...valuesAt(resource, path2), ...valuesAt(resource, [void 0, "cidr_ip"])].flatMap(({ value, span }) => {
    const blocks2 = wordsOf(value).known;
    return blocks2.length === 0 ? [] : [{ span, blocks: blocks2, ports: [0, 65535], protocol: "tcp", acl: false }];
  });
}
function nodeGroup(group) {
  const key = valueAt(group, ["remote_access.ec2_ssh_key", "remote_access.ec2_ssh_key"]);
  const sources = valueAt(group, ["remote_access.source_security_group_ids", "remote_access.source_security_groups"]);
  if (!key || sources && !(sources.kind === "list" && sources.items.length === 0)) return [];
  return [{ span: key.span, blocks: ["0.0.0.0/0"], ports: [22, 22], protocol: "tcp", acl: false }];
}
function internetBlocks(blocks2) {
  const huge = blocks2.filter(
    (block) => /^(?!10\.)[\d.]+\/[0-7]$/.test(block) || /^[\da-f:]+\/(?:[0-9]|1[0-6])$/i.test(block)
  );
  const wide = huge.filter((block) => holdInternet([block]));
  if (wide.length > 0) return wide;
  if (holdInternet(blocks2)) return blocks2;
  return huge;
}

// src/rules/network/open-egress.ts
var open_egress_default = defineRule({
  meta: {
    id: "network/open-egress",
    title: "Everything may connect to the whole internet",
    severity: "note",
    about: "hygiene",
    domain: "machines",
    practice: "security groups: no 0.0.0.0/0 ingress but 80 and 443; egress narrowed",
    description: "Whoever gets into the machine can carry data out to any address and load tools from anywhere. Most machines need a few services, many of which VPC endpoints reach.",
    remediation: "Let out what is needed: 443, and the ports of databases by their security groups; prefix lists name services of AWS.",
    cwe: ["CWE-284"],
    references: ["https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"]
  },
  on: "resource",
  types: OPENING_TYPES.filter((type) => /_security_group$|_security_group_(?:egress_)?rule$/.test(type)),
  *check(resource, { notify }) {
    const { openings, unknown } = openingsOf(resource, "egress");
    for (const value of unknown) {
      const found2 = { value, span: value.span, within: value };
      notify(undecided("network/open-egress", resource, "egress", found2));
    }
    for (const { span, blocks: blocks2, ports } of openings) {
      const open2 = internetBlocks(blocks2);
      const wide = ports === void 0 || ports[1] - ports[0] > 6e4;
      if (open2.length === 0 || !wide) continue;
      yield { span, message: `Every port may be reached at ${open2.slice(0, 3).join(" and ")}.`, element: "egress" };
      return;
    }
  }
});

// src/rules/network/open-ingress.ts
var ADMINISTRATION = [
  [22, "SSH"],
  [23, "Telnet"],
  [3389, "RDP"],
  [5900, "VNC"],
  [5985, "WinRM"],
  [5986, "WinRM"],
  [2375, "Docker"],
  [2376, "Docker"]
];
var SERVICES = [
  [20, "FTP"],
  [21, "FTP"],
  [445, "SMB"],
  [135, "RPC"],
  [1433, "SQL Server"],
  [1521, "Oracle"],
  [2049, "NFS"],
  [3306, "MySQL"],
  [5432, "PostgreSQL"],
  [5439, "Redshift"],
  [6379, "Redis"],
  [9092, "Kafka"],
  [9200, "Elasticsearch"],
  [11211, "memcached"],
  [27017, "MongoDB"]
];
var open_ingress_default = defineRule({
  meta: {
    id: "network/open-ingress",
    title: "Port is open to the whole internet",
    severity: "low",
    about: "hygiene",
    domain: "machines",
    practice: "security groups: no 0.0.0.0/0 ingress but 80 and 443; egress narrowed",
    description: "Every address of the internet may connect. What listens there is found within minutes and tried around the clock; only a web server on 80 and 443 is meant for that.",
    remediation: "Name the addresses or the security group that need it. To administer machines, use Session Manager or EC2 Instance Connect Endpoint, which need no open port.",
    cwe: ["CWE-284", "CWE-1327"],
    references: [
      "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"
    ]
  },
  on: "resource",
  types: OPENING_TYPES,
  *check(resource, context) {
    const seen = /* @__PURE__ */ new Set();
    const { openings, unknown } = openingsOf(resource, "ingress");
    for (const value of unknown) {
      const found2 = { value, span: value.span, within: value };
      context.notify(undecided("network/open-ingress", resource, "ingress", found2));
    }
    for (const opening of merged2(openings)) {
      const open2 = internetBlocks(opening.blocks);
      if (open2.length === 0 || isForTheWeb(opening)) continue;
      const element = `${opening.protocol} ${opening.ports?.join("-") ?? "all"}`;
      if (seen.has(element)) continue;
      seen.add(element);
      yield hitOf4(opening, open2, element, resource, context);
    }
  }
});
function hitOf4(opening, open2, element, resource, context) {
  const administered = servicesIn(opening, ADMINISTRATION);
  const named2 = [...administered, ...servicesIn(opening, SERVICES)].slice(0, 4);
  const what = opening.ports ? `${opening.protocol.toUpperCase()} ${rangeOf(opening.ports)}` : "Every port of every protocol";
  const among = named2.length === 0 ? "" : opening.ports?.[0] === opening.ports?.[1] && opening.ports ? ` (${named2[0]})` : `, among them ${named2.join(", ")},`;
  const guard = opening.acl ? void 0 : privateUsers(resource, context);
  const severity = guard || opening.acl ? "note" : administered.length > 0 ? "medium" : "low";
  return {
    span: opening.span,
    message: `${what}${among} is open to ${open2.slice(0, 3).join(" and ")}.${guard ? ` It weighs less, since ${guard}.` : ""}`,
    severity,
    element
  };
}
function merged2(openings) {
  const byPorts = /* @__PURE__ */ new Map();
  for (const opening of openings) {
    const key = `${opening.protocol} ${opening.ports}`;
    const known = byPorts.get(key);
    const both = known && internetBlocks(known.blocks).length === 0;
    if (!known) byPorts.set(key, opening);
    else if (both) byPorts.set(key, { ...opening, blocks: [...known.blocks, ...opening.blocks] });
  }
  return [...byPorts.values()];
}
var isForTheWeb = ({ ports }) => ports?.[0] === ports?.[1] && (ports?.[0] === 80 || ports?.[0] === 443);
function servicesIn({ ports }, services) {
  const names = services.filter(([port]) => !ports || ports[0] <= port && port <= ports[1]).map(([, name]) => name);
  return [...new Set(names)];
}
var rangeOf = ([first, last]) => first === last ? `${first}` : `${first}-${last}`;
function privateUsers(group, { unit }) {
  const users = USERS.flatMap(
    ([type, at2]) => ofType(unit, type).filter((user) => {
      const groups = valueAt(user, at2);
      return groups !== void 0 && refersTo(groups, group);
    }).map((user) => ({ user, type }))
  );
  if (users.length === 0) return void 0;
  const hidden = users.every(({ user, type }) => PRIVATE[type]?.(user) === true);
  return hidden ? `\`${users[0].user.anchor}\` has no public address` : void 0;
}
var USERS = [
  ["aws_instance", "vpc_security_group_ids"],
  ["aws_lb", "security_groups"],
  ["aws_db_instance", "vpc_security_group_ids"],
  ["aws_launch_template", "vpc_security_group_ids"]
];
var PRIVATE = {
  aws_instance: (user) => switchOf(valueAt(user, "associate_public_ip_address")) === false,
  aws_lb: (user) => switchOf(valueAt(user, "internal")) === true || valueAt(user, "scheme")?.kind === "string",
  aws_db_instance: (user) => switchOf(valueAt(user, "publicly_accessible")) !== true
};

// src/rules/network/outside-vpc.ts
var outside_vpc_default = requirementRule(
  {
    id: "network/outside-vpc",
    title: "Service works outside of a VPC",
    severity: "note",
    practice: "private subnets, no public address",
    description: "What stands in no VPC has an endpoint on the internet, or sends its data that way: policies and passwords are all that keeps people out, and flow logs see nothing of it.",
    remediation: "Name subnets and security groups of a VPC, and reach services of AWS by VPC endpoints.",
    cwe: ["CWE-284"],
    references: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html"
    ]
  },
  [
    {
      types: "aws_elasticsearch_domain aws_opensearch_domain",
      at: ["vpc_options", "vpc_options"],
      is: "set",
      severity: "low",
      says: "stands in no VPC and has a public endpoint"
    },
    {
      types: "aws_sagemaker_notebook_instance",
      at: "subnet_id",
      is: "set",
      says: "stands in no VPC of yours"
    },
    {
      types: "aws_redshift_cluster",
      at: ["cluster_subnet_group_name", "cluster_subnet_group_name"],
      is: "set",
      says: "names no subnets, so it stands in the default VPC or in none"
    },
    {
      types: "aws_redshift_cluster aws_redshiftserverless_workgroup",
      at: "enhanced_vpc_routing",
      is: "on",
      says: "copies data past the VPC (no enhanced VPC routing)"
    },
    {
      types: "aws_elasticache_cluster aws_elasticache_replication_group",
      at: ["subnet_group_name", "cache_subnet_group_name"],
      is: "set",
      where: isOwn2,
      says: "names no subnets, so it stands in those of the default VPC"
    },
    {
      types: "aws_transfer_server",
      at: "endpoint_type",
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "PUBLIC",
      absent: "wrong",
      says: "has a public endpoint"
    }
  ]
);
function isOwn2(cache2) {
  return valueAt(cache2, "replication_group_id") === void 0 && valueAt(cache2, "global_replication_group_id") === void 0;
}

// src/rules/network/plain-http.ts
var plain_http_default = requirementRule(
  {
    id: "network/plain-http",
    title: "Traffic is taken without encryption",
    severity: "low",
    practice: "TLS on every way in",
    description: "Whoever sits on the way reads and changes what goes over plain HTTP: sessions, passwords, what is shown.",
    remediation: "Listen on HTTPS, and let the plain listener do nothing but redirect to it.",
    cwe: ["CWE-319"],
    references: [
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html",
      "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https.html"
    ]
  },
  [
    {
      types: "aws_lb_listener",
      at: "protocol",
      is: isNotHttp,
      where: (listener) => answers(listener) === "itself",
      says: "takes plain HTTP and does not redirect to HTTPS"
    },
    {
      types: "aws_lb_listener",
      at: "protocol",
      is: isNotHttp,
      where: (listener) => answers(listener) === "plainly",
      severity: "note",
      says: "answers plain HTTP, and sends nobody to HTTPS"
    },
    {
      types: "aws_elb",
      at: ["listener[].lb_protocol", "listeners[].protocol"],
      is: isNotHttp,
      says: "takes plain HTTP"
    },
    {
      types: "aws_cloudfront_distribution",
      at: [
        "default_cache_behavior[].viewer_protocol_policy",
        "distribution_config.default_cache_behavior[].viewer_protocol_policy"
      ],
      is: isNotAllowAll,
      says: "lets viewers come by plain HTTP"
    },
    {
      types: "aws_cloudfront_distribution",
      at: [
        "ordered_cache_behavior[].viewer_protocol_policy",
        "distribution_config.cache_behaviors[].viewer_protocol_policy"
      ],
      is: isNotAllowAll,
      says: "lets viewers come by plain HTTP"
    },
    {
      types: "aws_cloudfront_distribution",
      at: [
        "origin[].custom_origin_config[].origin_protocol_policy",
        "distribution_config.origins[].custom_origin_config[].origin_protocol_policy"
      ],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "http-only",
      says: "fetches from its origin by plain HTTP"
    },
    {
      types: "aws_elasticsearch_domain aws_opensearch_domain",
      at: ["domain_endpoint_options.enforce_https", "domain_endpoint_options.enforce_https"],
      is: "on",
      says: "takes plain HTTP"
    },
    {
      types: "aws_sns_topic_subscription",
      at: "protocol",
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "http",
      says: "sends messages by plain HTTP"
    }
  ]
);
function isNotHttp(value) {
  const word = wordOf(value);
  return word === void 0 ? void 0 : word.toUpperCase() !== "HTTP";
}
function isNotAllowAll(value) {
  const word = wordOf(value);
  return word === void 0 ? void 0 : word !== "allow-all";
}
function answers(listener) {
  const actions = valuesAt(listener, ["default_action[]", "default_actions[]"]).flatMap(
    ({ value }) => value?.kind === "list" ? value.items : value ? [value] : []
  );
  const kinds = actions.map((action) => wordOf(partOf(action, "type")));
  if (kinds.every((kind2) => kind2 === "forward" || kind2?.startsWith("authenticate") === true)) return "itself";
  if (kinds.every((kind2) => kind2 === "fixed-response")) return "plainly";
  return actions.some((action) => isPlainRedirect(action)) ? "itself" : void 0;
}
function isPlainRedirect(action) {
  if (wordOf(partOf(action, "type")) !== "redirect") return false;
  const redirect = partOf(action, "redirect") ?? partOf(action, "redirect_config");
  const [block] = redirect?.kind === "list" ? redirect.items : [redirect];
  if (block?.kind !== "map") return false;
  const protocol = partOf(block, "protocol");
  return protocol === void 0 || wordOf(protocol) === "HTTP" || wordOf(protocol) === "#{protocol}";
}

// src/rules/network/public-address.ts
var public_address_default = requirementRule(
  {
    id: "network/public-address",
    title: "Machine has a public address",
    severity: "note",
    practice: "private subnets, no public address",
    description: "What has a public address can be reached from the internet wherever a security group lets it, now or after somebody edits one.",
    remediation: "Put it into a private subnet; let it out by a NAT gateway or VPC endpoints, and in by a load balancer or Session Manager.",
    cwe: ["CWE-284"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"]
  },
  [
    {
      types: "aws_instance",
      at: ["associate_public_ip_address", "network_interfaces[].associate_public_ip_address"],
      is: "off",
      says: "gets a public address"
    },
    {
      types: "aws_launch_template",
      at: [
        "network_interfaces[].associate_public_ip_address",
        "launch_template_data.network_interfaces[].associate_public_ip_address"
      ],
      is: "off",
      says: "gives machines public addresses"
    },
    {
      types: "aws_launch_configuration",
      at: "associate_public_ip_address",
      is: "off",
      says: "gives machines public addresses"
    },
    {
      types: "aws_ecs_service",
      at: ["network_configuration.assign_public_ip", "network_configuration.awsvpc_configuration.assign_public_ip"],
      is: "off",
      says: "gives its tasks public addresses"
    },
    {
      types: "aws_sagemaker_notebook_instance",
      at: "direct_internet_access",
      is: "off",
      absent: "wrong",
      says: "has direct access to the internet"
    }
  ]
);

// src/rules/network/public-cluster-endpoint.ts
var public_cluster_endpoint_default = requirementRule(
  {
    id: "network/public-cluster-endpoint",
    title: "Kubernetes API answers the whole internet",
    severity: "low",
    practice: "private subnets, no public address",
    description: "The API server of the cluster can be reached from everywhere; whoever has a token or finds a flaw needs nothing else.",
    remediation: "Turn the public endpoint off, or name the addresses that may use it in `public_access_cidrs`; turn the private one on.",
    cwe: ["CWE-284"],
    references: [
      "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html"
    ]
  },
  [
    {
      types: "aws_eks_cluster",
      at: ["vpc_config.public_access_cidrs", "resources_vpc_config.public_access_cidrs"],
      is: isNarrow,
      absent: "wrong",
      where: isPublic,
      says: "has an API server that answers the whole internet"
    },
    {
      types: "aws_eks_cluster",
      at: ["vpc_config.endpoint_public_access", "resources_vpc_config.endpoint_public_access"],
      is: "off",
      absent: "right",
      where: isNarrowed,
      severity: "note",
      says: "has an API server with a public address, for the addresses that it names"
    }
  ]
);
function isNarrow(value) {
  const { known, open: open2 } = wordsOf(value);
  if (holdInternet(known)) return false;
  return open2 ? void 0 : true;
}
function isNarrowed(cluster) {
  const blocks2 = valueAt(cluster, ["vpc_config.public_access_cidrs", "resources_vpc_config.public_access_cidrs"]);
  return blocks2 !== void 0 && isNarrow(blocks2) !== false;
}
function isPublic(cluster) {
  const found2 = valuesAt(cluster, ["vpc_config.endpoint_public_access", "resources_vpc_config.endpoint_public_access"]);
  return found2.every(({ value }) => value === void 0 || switchOf(value) === true);
}

// src/rules/network/public-subnet.ts
var public_subnet_default = requirementRule(
  {
    id: "network/public-subnet",
    title: "Subnet gives every machine a public address",
    severity: "low",
    practice: "private subnets, no public address",
    description: "Whatever is started in this subnet gets a public address without anybody asking for it.",
    remediation: "Leave `map_public_ip_on_launch` off, and give addresses to the few machines that need one.",
    cwe: ["CWE-284"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"]
  },
  [
    {
      types: "aws_subnet aws_default_subnet",
      at: "map_public_ip_on_launch",
      is: "off",
      says: "gives a public address to whatever is started in it"
    }
  ]
);

// src/rules/network/publicly-accessible.ts
var publicly_accessible_default = requirementRule(
  {
    id: "network/publicly-accessible",
    title: "Service of the inside has a public address",
    severity: "medium",
    practice: "private subnets, no public address",
    description: "A database or broker with a public address is tried by everybody; one wrong security group, or one weak password, is all that is left.",
    remediation: "Set `publicly_accessible = false`, and reach it from inside the VPC, by a VPN or by Session Manager.",
    cwe: ["CWE-284", "CWE-668"],
    references: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html"
    ]
  },
  [
    {
      types: "aws_db_instance aws_rds_cluster_instance aws_rds_cluster aws_neptune_cluster_instance aws_docdb_cluster_instance aws_dms_replication_instance aws_mq_broker aws_redshiftserverless_workgroup",
      at: "publicly_accessible",
      is: "off",
      says: "has a public address"
    },
    { types: "aws_redshift_cluster", at: "publicly_accessible", is: "off", says: "has a public address" },
    {
      types: "aws_redshift_cluster",
      at: ["publicly_accessible", void 0],
      is: () => true,
      absent: "wrong",
      severity: "note",
      says: "does not say that it has no public address, and gets one with versions of the provider before 6"
    },
    {
      types: "aws_mwaa_environment",
      at: "webserver_access_mode",
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "PUBLIC_ONLY",
      severity: "low",
      says: "has a web server that the internet can reach"
    },
    // Public unless said otherwise.
    {
      types: "aws_dms_replication_instance",
      at: [void 0, "publicly_accessible"],
      is: () => true,
      absent: "wrong",
      says: "has a public address"
    },
    {
      types: "aws_msk_cluster",
      at: "broker_node_group_info.connectivity_info[].public_access[].type",
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) === "DISABLED",
      says: "can be reached from the internet"
    },
    {
      types: "aws_lambda_function_url",
      at: ["authorization_type", "auth_type"],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "NONE",
      severity: "low",
      says: "answers everybody: it asks for no authorization"
    }
  ]
);

// src/rules/scan/unread.ts
var unread_default = defineRule({
  meta: {
    id: "scan/unread",
    title: "Part of a file could not be judged",
    severity: "high",
    about: "hygiene",
    domain: "pipelines",
    practice: "nothing passes unread",
    description: "A limit of the scanner was reached: the file is larger, more deeply nested or more tangled than any that people write, so a part of it was not looked at. Whoever wants something to pass unseen puts it behind such a limit, so a change that reaches one blocks until somebody has looked. Where it stood before, it is told with medium severity. Limits are counts and never times: the same text gives the same answer on any machine.",
    remediation: "Split the file, or take generated data out of it and out of the repository, then everything is read. Where the file has to be like that and somebody has looked at it, allow it by `rule: scan/unread` and `path` in the configuration, or leave out what is no code with `paths-ignore`.",
    cwe: ["CWE-693"],
    references: ["https://cwe.mitre.org/data/definitions/693.html"]
  },
  on: "unread",
  *check(node) {
    const { span, message: message3, element, limit } = node;
    const weight = limit === "archive-packing" ? { severity: "medium" } : {};
    yield { span, message: message3, element, properties: { limit }, ...weight };
  }
});

// src/rules/trust/account-root.ts
var account_root_default = defineRule({
  meta: {
    id: "trust/account-root",
    title: "Role leaves it to the whole account who may assume it",
    severity: "note",
    about: "trust",
    domain: "iam",
    practice: "no root access keys, no root use",
    description: "`:root` in a trust policy does not mean the root user: it means every user and role of the account whose own policy allows sts:AssumeRole. Who that is, this role does not know.",
    remediation: "Name the roles that assume it, or narrow the account by aws:PrincipalArn or a principal tag.",
    cwe: ["CWE-284"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts"
    ]
  },
  on: "policy",
  *check(policy, { unit }) {
    if (policy.document.role !== "trust") return;
    const granting = policy.document.statements.filter(isAllow);
    const principals = granting.flatMap((statement) => statement.principals);
    const [first] = principals;
    const own2 = new RegExp(`^arn:[^:]*:iam::[${UNKNOWN}\\d]+:root$`);
    const conditioned = granting.some((statement) => statement.conditions.length > 0);
    if (!first || conditioned || !principals.every(({ type, value }) => type === "AWS" && own2.test(value.value))) return;
    const [holder] = policy.holders;
    const who = holder ? holderWords(principalsOf(unit).principal(holder)) : "the role";
    yield {
      span: first.value.span,
      message: `Every user and role of the account may become ${who}, if its own policy allows sts:AssumeRole.`,
      element: "root"
    };
  }
});

// src/rules/trust/admin-without-mfa.ts
var admin_without_mfa_default = defineRule({
  meta: {
    id: "trust/admin-without-mfa",
    title: "Administrator role can be assumed without a second factor",
    severity: "note",
    about: "trust",
    domain: "iam",
    practice: "MFA",
    description: "Users and accounts may assume this role, which is an administrator, with an access key alone: whoever finds one is in.",
    remediation: 'Add the condition "Bool": {"aws:MultiFactorAuthPresent": "true"} for people; let machines have a role that can do less.',
    cwe: ["CWE-308"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html"]
  },
  on: "policy",
  *check(policy, { unit }) {
    const [holder] = policy.holders;
    const role = policy.document.role === "trust" && holder ? principalsOf(unit).principal(holder) : void 0;
    if (!role || role.unknownBoundary || adminIn(permissionsOfPrincipal(role, unit))?.assumed !== false) return;
    for (const statement of policy.document.statements.filter(isAllow)) {
      const person = statement.principals.find(
        ({ type, value }) => type === "AWS" && new RegExp(`^(\\d{12}|arn:[^:]*:iam::[\\d${UNKNOWN}]*:(root|user/.*))$`).test(value.value)
      );
      if (!person || asksSecondFactor(statement)) continue;
      yield {
        span: person.value.span,
        message: `${holderWords(role)} is an administrator, and no second factor is asked of who assumes it.`,
        element: "mfa",
        remediation: 'Add `"Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}`.'
      };
    }
  }
});

// src/rules/trust/any-principal.ts
var any_principal_default = defineRule({
  meta: {
    id: "trust/any-principal",
    title: "Anyone at all is let in",
    severity: "critical",
    about: "trust",
    domain: "iam",
    practice: "least privilege",
    description: 'A trust or resource policy with the principal `*` and nothing that narrows it is open to every AWS account, often to anyone on the internet. `"AWS": "*"` is just as open as `"*"`.',
    remediation: 'Name the principals, or narrow them: "StringEquals": {"aws:PrincipalOrgID": "<o-\u2026>"}, or aws:SourceArn and aws:SourceAccount where a service calls.',
    cwe: ["CWE-284", "CWE-732"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous",
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"
    ]
  },
  on: "policy",
  *check(policy, { unit }) {
    const { role } = policy.document;
    if (role !== "trust" && role !== "resource" || isOutOfScope(policy, unit)) return;
    const all = openTrustGrants(policy, unit);
    for (const [, some] of groupedBy(all, ({ severity, narrowed }) => `${severity} ${narrowed}`)) {
      const [first, ...others] = some;
      const { severity, narrowed, principal } = first;
      yield {
        severity,
        confidence: narrowed === "unclear" || policy.holders.length === 0 ? "low" : "high",
        span: principal.value.span,
        message: message2(some, policy),
        element: some.map(elementOf3).sort().join(", "),
        elements: some.map(elementOf3),
        related: others.slice(0, 20).map((one) => ({ span: one.principal.value.span, message: "here as well" })),
        remediation: remedy(policy)
      };
    }
  }
});
function elementOf3({ statement }) {
  const actions = [...statement.actions, ...statement.notActions];
  return `${statement.sid?.value ?? ""} ${actions[0]?.value ?? ""}`.trim();
}
function message2(some, { document, holders }) {
  const holder = holders[0];
  const what = holder ? quote(holder.name ?? holder.address) : "this resource";
  const actions = some.flatMap(
    ({ statement }) => statement.actions.length > 0 ? statement.actions.map(quote) : ["everything but what NotAction names"]
  );
  const open2 = document.role === "trust" ? `Anyone, in any account, may become ${holder ? `role ${what}` : "this role"}` : `Anyone may do ${listed([...new Set(actions)], 3)} with ${what}`;
  return `${open2}${tail(some[0].narrowed)}.`;
}
function tail(narrowed) {
  switch (narrowed) {
    case "address":
      return " from the addresses that are named";
    case "unclear":
      return ", unless a condition that is not known here narrows it";
    case "network":
      return ", from wherever its network lets them";
    case "embedded":
      return ", if it is a policy in use";
    case "blocked":
      return "; the public access block keeps it shut for now";
    default:
      return "";
  }
}
function remedy({ document, holders }) {
  if (document.role === "trust") {
    return 'Name who may assume the role: `"Principal": {"AWS": "arn:aws:iam::<account>:role/<name>"}`; for other companies add `"StringEquals": {"sts:ExternalId": "<id>"}`.';
  }
  const organization = '`"Condition": {"StringEquals": {"aws:PrincipalOrgID": "<o-\u2026>"}}`';
  switch (holders[0]?.service) {
    case "s3":
      return `Serve public files through CloudFront with origin access control, and name it: \`"Principal": {"Service": "cloudfront.amazonaws.com"}\` with \`"StringEquals": {"aws:SourceArn": "<ARN of the distribution>"}\`. Otherwise ${organization}.`;
    case "kms":
      return `Name the account: \`"Principal": {"AWS": "arn:aws:iam::<account>:root"}\`, or add \`"Condition": {"StringEquals": {"kms:CallerAccount": "<account>"}}\`.`;
    case "sqs":
    case "sns":
    case "lambda":
    case "events":
      return `Name the service that calls, with \`"Condition": {"ArnEquals": {"aws:SourceArn": "<ARN of what calls>"}}\`, or ${organization}.`;
    default:
      return `Name the principals, or add ${organization}.`;
  }
}

// src/rules/trust/confused-deputy.ts
var SOURCELESS = /* @__PURE__ */ new Set(["edgelambda.amazonaws.com", "replicator.lambda.amazonaws.com"]);
var confused_deputy_default = defineRule({
  meta: {
    id: "trust/confused-deputy",
    title: "Service is let in for whoever it works for",
    severity: "medium",
    about: "trust",
    domain: "iam",
    fixable: true,
    practice: "least privilege",
    description: "AWS services call on behalf of their customers. Without a condition on the source, the service may be sent here by any other customer: the confused deputy.",
    remediation: "Add aws:SourceArn (the very resource that calls) or aws:SourceAccount (your account).",
    cwe: ["CWE-441"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"]
  },
  on: "policy",
  *check(policy, context) {
    const { unit } = context;
    const { document, holders } = policy;
    if (document.role !== "resource" || isOutOfScope(policy, unit)) return;
    for (const statement of document.statements.filter(isAllow)) {
      const services = statement.principals.filter(
        ({ type, value }) => type === "Service" && !value.value.includes(UNKNOWN) && !SOURCELESS.has(value.value)
      );
      const [first] = services;
      const { strength } = judgeConditions(statement.conditions, "named");
      if (!first || strength === "restricting" || strength === "never") continue;
      const actions = [...statement.actions, ...statement.notActions].map(quote);
      const account = ownAccount(policy, context);
      const fix = account && sourceAccountEdit(policy, statement, account, context);
      yield {
        confidence: holders.length === 0 ? "low" : "high",
        span: first.value.span,
        message: `${listed(
          services.map(({ value }) => quote(value)),
          3
        )} may do ${listed(actions, 3)} for any customer of AWS.`,
        element: first.value.value,
        remediation: `Say for whom: \`"Condition": {"ArnLike": {"aws:SourceArn": "<ARN of what calls>"}}\`, or \`{"StringEquals": {"aws:SourceAccount": "<account>"}}\`.`,
        ...fix && { fix }
      };
    }
  }
});

// src/rules/trust/cross-account.ts
var cross_account_default = defineRule({
  meta: {
    id: "trust/cross-account",
    title: "Another account is let in",
    severity: "medium",
    about: "trust",
    domain: "iam",
    practice: "least privilege",
    description: "Whoever controls that account decides who uses this door. That may be meant: then say so once, under trusted-accounts in the configuration.",
    remediation: "Add the account to trusted-accounts if it is yours. For a vendor, require the external id it gave you; inside an organization, aws:PrincipalOrgID.",
    cwe: ["CWE-284"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/tutorial_cross-account-with-roles.html"
    ]
  },
  on: "policy",
  *check(policy, { trustedAccounts, unit }) {
    const { document, holders } = policy;
    if (document.role !== "trust" && document.role !== "resource" || isOutOfScope(policy, unit)) return;
    const own2 = ownAccounts(document);
    for (const statement of document.statements.filter(isAllow)) {
      const told = /* @__PURE__ */ new Set();
      for (const { type, value } of statement.principals) {
        const account = type === "AWS" ? accountOf(value.value) : void 0;
        if (!account || told.has(account) || trustedAccounts.has(account) || own2.has(account) || isOfAws(account))
          continue;
        told.add(account);
        const { strength, keys } = judgeConditions(statement.conditions, "named");
        const whole = /^\d+$|:root$/.test(value.value);
        const narrowed = strength === "restricting" || asksSecondFactor(statement);
        const guard = [...keys].find((key) => key === "sts:externalid" || key.startsWith("aws:principalorg")) ?? [...keys][0];
        yield {
          severity: narrowed ? "note" : "medium",
          confidence: holders.length === 0 ? "low" : "medium",
          span: value.span,
          message: `Account ${quote(account)} is let in${whole ? " as a whole: any user and role of it that its own policies allow" : ` as ${quote(value)}`}${narrowed && guard ? `, under ${quote(guard)}` : ""}.`,
          element: account,
          remediation: narrowed ? `Add \`${account}\` to trusted-accounts if it is yours.` : document.role === "trust" ? `Add \`${account}\` to trusted-accounts if it is yours; else require \`"Condition": {"StringEquals": {"sts:ExternalId": "<id>"}}\`.` : `Add \`${account}\` to trusted-accounts if it is yours; else require \`"Condition": {"StringEquals": {"aws:PrincipalOrgID": "<o-\u2026>"}}\`.`,
          properties: { account }
        };
      }
    }
  }
});

// src/rules/trust/existing-principal.ts
var existing_principal_default = defineRule({
  meta: {
    id: "trust/existing-principal",
    title: "Trust in a principal that is weaker, or not there",
    severity: "medium",
    about: "trust",
    domain: "iam",
    practice: "least privilege",
    description: "A role of power trusts a user or role that is there already, in the account given with --account-data, and has less: whoever is or becomes that one has the power, too. Or it trusts one that is not there, so that whoever makes one of that name gets in.",
    remediation: "Trust a principal that is as well guarded as the role, and ask for MFA where people assume it.",
    cwe: ["CWE-269", "CWE-284"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"]
  },
  on: "policy",
  *check(policy, { unit }) {
    if (policy.document.role !== "trust" || unit.session.accounts.length === 0 || isOutOfScope(policy, unit)) return;
    const role = policy.holders.map((holder) => principalsOf(unit).principal(holder)).find((found2) => found2);
    const power = role !== void 0 && isPowerful(role, unit);
    for (const { value } of policy.document.statements.filter(isAllow).flatMap(({ principals }) => principals)) {
      const [, kind2, name] = /:iam::\d{12}:(role|user)\/(?:.*\/)?([^/*?]+)$/.exec(value.value) ?? [];
      const known = unit.session.accounts.find(({ account }) => account === accountOf(value.value));
      if (!known || name === void 0 || principalsOf(unit).named(kind2, name).length > 0) continue;
      const existing = known.named(kind2, name);
      if (existing === void 0) {
        yield {
          severity: "low",
          span: value.span,
          message: `There is no ${kind2} ${quote(name)} in account ${known.account}, as of ${known.takenAt.slice(0, 10)}: whoever makes one gets in.`,
          element: `${name} missing`
        };
      } else if (power && existing.power === void 0 && !isAccountPlace(role.holder.address)) {
        yield {
          span: value.span,
          message: `${kind2 === "role" ? "Role" : "User"} ${quote(name)} of account ${known.account} can do less, and becomes ${quote(role.holder.name ?? role.holder.address)} here, which can make itself an administrator or is one.`,
          element: name
        };
      }
    }
  }
});

// src/iam/oidc-subjects.ts
function gradeSubject(value, operator, issuer) {
  const known = withWildcards(value, operator);
  if (known === "broken") return { broken: true };
  if (known === void 0 || !/[*?]/.test(known)) return {};
  const { servesEveryone, customer, project, things } = issuer;
  const literal2 = known.slice(0, known.search(/[*?]/));
  if (servesEveryone && (customer ? !customer.test(literal2) && !literal2.includes(UNKNOWN) : literal2 === "")) {
    return {
      severity: "critical",
      lets: /\w+:[^:]*\w$/.test(literal2) ? "every customer of the issuer whose name begins so" : "every customer of the issuer"
    };
  }
  if (project?.test(literal2) || literal2.includes(UNKNOWN)) return { severity: "note", lets: "every subject that fits" };
  if (!project && literal2 !== "") return { severity: "note", lets: "every subject that fits" };
  return {
    severity: "medium",
    lets: /^[*?]+$/.test(known) ? `every ${things} of the issuer` : `every ${things} that fits`
  };
}
function withWildcards(value, operator) {
  if (new RegExp(`^[${UNKNOWN}\\s]*$`).test(value)) return void 0;
  if (!operator.startsWith("stringequals")) return value;
  return /[*]/.test(value) ? "broken" : value.replaceAll("?", UNKNOWN);
}

// src/iam/github-subjects.ts
function gradeGitHubSubject(value, operator) {
  const subject = withWildcards(value, operator);
  if (subject === "broken") return { broken: true };
  if (subject === void 0) return {};
  const claims = claimsOf(subject);
  if (claims.length === 0) return /^[*?]|^r?e?p?o?[*?]/.test(subject) ? ANYONE : {};
  const graded = claims.flatMap(({ name, pattern }) => gradeClaim(name, pattern) ?? []);
  const [tightest] = graded.sort((a, b) => weightOf2(a) - weightOf2(b));
  if (!tightest) return subject.startsWith(UNKNOWN) ? {} : notSaidWhose(claims.map(({ name }) => name));
  if (tightest.severity) return tightest;
  if (/:pull_request$/.test(subject)) return { severity: "note", lets: "every pull request of the repository" };
  return claims.every(({ name }) => SAYS_WHOSE.test(name)) && /(:|@[^/:]*)\*+$/.test(subject) ? { severity: "note", lets: "every branch, tag, environment and pull request of the repository" } : {};
}
function gradeGitHubClaim(name, value, operator) {
  const pattern = withWildcards(value, operator);
  if (pattern === "broken") return SAYS_WHOSE.test(name) ? { broken: true } : void 0;
  return pattern === void 0 ? SAYS_WHOSE.test(name) ? {} : void 0 : gradeClaim(name, pattern);
}
var ANYONE = { severity: "critical", lets: "any repository on GitHub" };
var ORGANIZATION = {
  severity: "high",
  lets: "every repository of the organization, forks within it and new ones included"
};
var LIKE_NAMED = { severity: "critical", lets: "every organization whose name begins so" };
var CLAIMS = "actor|actor_id|base_ref|context|enterprise|enterprise_id|environment|event_name|head_ref|job_workflow_ref|job_workflow_sha|ref|ref_type|ref_protected|repo|repository|repository_id|repository_owner|repository_owner_id|repository_visibility|run_id|runner_environment|sha|workflow|workflow_ref|workflow_sha";
var SAYS_WHOSE = /^(repo|repository|repository_id|repository_owner|repository_owner_id|enterprise|enterprise_id|job_workflow_ref|job_workflow_sha|workflow_ref|workflow_sha)$/;
function claimsOf(subject) {
  const found2 = [...subject.matchAll(new RegExp(`(?<=^|:)(${CLAIMS}):`, "g"))];
  return found2.map((match2, at2) => {
    const end = found2[at2 + 1]?.index ?? subject.length + 1;
    return { name: match2[1], pattern: subject.slice(match2.index + match2[0].length, end - 1) };
  });
}
function gradeClaim(name, value) {
  if (!SAYS_WHOSE.test(name)) return void 0;
  const pattern = value.split(":", 1)[0];
  switch (name) {
    case "repo":
    case "repository":
      return gradeRepository(pattern);
    case "job_workflow_ref":
    case "workflow_ref":
      return gradeRepository(pattern.replace(/^([^/]*\/[^/]*)\/.*$/s, "$1"));
    case "repository_owner":
    case "repository_owner_id":
    case "enterprise":
    case "enterprise_id":
      if (!/[*?]/.test(pattern)) return ORGANIZATION;
      return /\w/.test(pattern) ? LIKE_NAMED : ANYONE;
    default:
      if (!/[*?]/.test(pattern)) return {};
      return /\w/.test(pattern) ? { severity: "critical", lets: "every repository whose id begins so" } : ANYONE;
  }
}
function gradeRepository(path2) {
  const slash = path2.indexOf("/");
  const organization = (slash === -1 ? path2 : path2.slice(0, slash)).replace(/@.*/, "");
  const opaque = slash === -1 && organization.includes(UNKNOWN);
  if (!opaque && /[*?]/.test(organization)) {
    return slash === -1 && /\w/.test(organization) ? LIKE_NAMED : ANYONE;
  }
  if (slash === -1 && !opaque) return /[*?]/.test(path2) ? ORGANIZATION : {};
  const repository = (opaque ? path2 : path2.slice(slash + 1)).replace(/@.*/, "");
  if (/^\*+$/.test(repository)) return ORGANIZATION;
  return /[*?]/.test(repository) ? { severity: "medium", lets: "every repository whose name fits" } : {};
}
function notSaidWhose(names) {
  const said = [...new Set(names)].map((name) => `\`${name}\``).join(" and ");
  return {
    ...ANYONE,
    lets: `any repository on GitHub: ${said} ${names.length > 1 ? "do" : "does"} not say whose it is`
  };
}
var ORDER = [void 0, "note", "low", "medium", "high", "critical"];
var weightOf2 = ({ severity }) => ORDER.indexOf(severity);

// src/iam/oidc-issuers.ts
var github = (host, servesEveryone) => ({
  id: "github",
  host,
  servesEveryone,
  subject: "repo:<organization>/<repository>:ref:refs/heads/main",
  things: "repository"
});
var ISSUERS = [
  // https://docs.github.com/en/enterprise-cloud@latest/actions/reference/security/oidc#customizing-the-issuer-value-for-an-enterprise
  github(
    /token\.actions\.githubusercontent\.com\/[\w-]|github\.com\/enterprises\/|_services\/token$|\.ghe\.com/,
    false
  ),
  github(/token\.actions\.githubusercontent\.com/, true),
  {
    id: "shared",
    // https://docs.gitlab.com/ci/secrets/id_token_authentication/#token-payload
    host: /(^|\/)gitlab\.com/,
    servesEveryone: true,
    customer: /^project_path:[^/:]+\//,
    project: /^project_path:[^:]+:/,
    claims: /^(project_id|project_path|namespace_id|namespace_path|user_id|user_login|user_email)$/,
    subject: "project_path:<group>/<project>:ref_type:branch:ref:main",
    things: "project"
  },
  {
    id: "shared",
    // https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/workload-identity-tokens
    host: /app(\.eu)?\.terraform\.io/,
    servesEveryone: true,
    customer: /^organization:[^:]+:/,
    project: /^organization:[^:]+:project:[^:]+:(workspace|stack):[^:]+:/,
    claims: /^terraform_(organization|project|workspace|stack)_(id|name)$/,
    subject: "organization:<organization>:project:<project>:workspace:<workspace>:run_phase:apply",
    things: "workspace"
  },
  {
    id: "shared",
    // https://buildkite.com/docs/agent/cli/reference/oidc#claims
    host: /agent\.buildkite\.(com|dev)|agent\.[\w-]+\.buildkite\.(dev|site)/,
    servesEveryone: true,
    customer: /^organization:[^:]+:/,
    project: /^organization:[^:]+:pipeline:[^:]+:/,
    claims: /^(organization|pipeline|cluster)_(id|slug)$/,
    subject: "organization:<organization>:pipeline:<pipeline>:ref:refs/heads/main:commit:*:step:*",
    things: "pipeline"
  },
  {
    id: "shared",
    // https://www.pulumi.com/docs/administration/access-identity/oidc-client/
    host: /api\.pulumi\.com/,
    servesEveryone: true,
    customer: /^pulumi:(deploy|environments):(org|pulumi\.organization\.login):[^:]+(:|$)/,
    project: /^pulumi:deploy:org:[^:]+:project:[^:]+:/,
    subject: "pulumi:deploy:org:<organization>:project:<project>:stack:<stack>:operation:*",
    things: "stack"
  },
  {
    id: "shared",
    // https://codefresh.io/docs/docs/integrations/oidc-pipelines/
    host: /oidc\.codefresh\.io|token\.codefresh\.io/,
    servesEveryone: true,
    customer: /^account:[^:]+:/,
    project: /^account:[^:]+:pipeline:[^:]+:/,
    subject: "account:<account id>:pipeline:<pipeline id>:*",
    things: "pipeline"
  },
  {
    id: "own",
    // https://vercel.com/docs/oidc/reference: in team mode the team is in the path.
    host: /oidc\.vercel\.com\/[\w-]/,
    servesEveryone: false,
    project: /^owner:[^:]+:project:[^:]+:/,
    claims: /^(project|project_id)$/,
    subject: "owner:<team>:project:<project>:environment:production",
    things: "project"
  },
  {
    id: "shared",
    host: /oidc\.vercel\.com/,
    servesEveryone: true,
    customer: /^owner:[^:]+:/,
    project: /^owner:[^:]+:project:[^:]+:/,
    claims: /^(owner|owner_id|project_id)$/,
    subject: "owner:<team>:project:<project>:environment:production",
    things: "project"
  },
  {
    id: "own",
    // https://support.atlassian.com/bitbucket-cloud/docs/use-aws-ecr-images-in-pipelines-with-openid-connect/: the workspace is in the path.
    host: /api\.bitbucket\.org/,
    servesEveryone: false,
    project: /^\{[\w-]+\}/,
    claims: /^(repositoryuuid|deploymentenvironmentuuid)$/,
    subject: "{<repository uuid>}:*",
    things: "repository"
  },
  {
    id: "own",
    // https://circleci.com/docs/openid-connect-tokens/: the organization is in the path.
    host: /oidc\.circleci\.com/,
    servesEveryone: false,
    project: /^org\/[^/]+\/project\/[^/*?]+\//,
    claims: /project-id$/,
    subject: "org/<organization id>/project/<project id>/user/*",
    things: "project"
  },
  {
    id: "shared",
    // https://modal.com/docs/guide/oidc-integration
    host: /oidc\.modal\.com/,
    servesEveryone: true,
    customer: /^modal:workspace_id:[^:]+:/,
    project: /^modal:workspace_id:[^:]+:environment_name:[^:]+:app_name:[^:]+:/,
    claims: /^(workspace_id|app_id)$/,
    subject: "modal:workspace_id:<workspace id>:environment_name:main:app_name:<app>:*",
    things: "app"
  },
  {
    id: "own",
    // https://fly.io/docs/security/openid-connect/: the organization is in the path.
    host: /oidc\.fly\.io/,
    servesEveryone: false,
    project: /^[^:]+:[^:]+:/,
    claims: /^app_(id|name)$/,
    subject: "<organization>:<app>:*",
    things: "app"
  },
  {
    id: "own",
    // https://docs.spacelift.io/integrations/cloud-providers/oidc: an address of the account's own.
    host: /[\w-]+\.app\.(us\.)?spacelift\.io/,
    servesEveryone: false,
    project: /^space:[^:]+:(stack|module):[^:]+:/,
    claims: /^(spaceid|callerid)$/,
    subject: "space:<space>:stack:<stack>:run_type:TRACKED:scope:write",
    things: "stack"
  },
  {
    id: "own",
    // https://developer.harness.io/docs/platform/connectors/cloud-providers/ref-cloud-providers/aws-connector-settings-reference/: the account is in the path.
    host: /app\d?\.harness\.io/,
    servesEveryone: false,
    project: /^account\/[^:]+:org\/[^:]+:project\/[^:*?]+/,
    subject: "account/<account id>:org/<organization>:project/<project>",
    things: "project"
  },
  {
    id: "own",
    // https://docs.semaphore.io/using-semaphore/openid: an address of the organization's own.
    host: /[\w-]+\.semaphoreci\.com/,
    servesEveryone: false,
    project: /^org:[^:]+:project:[^:]+:/,
    claims: /^(prj|prj_id|repo)$/,
    subject: "org:<organization>:project:<project>:repo:<repository>:ref_type:branch:ref:refs/heads/main",
    things: "project"
  },
  {
    id: "own",
    // https://learn.microsoft.com/azure/devops/pipelines/library/service-endpoints: the organization is in the path.
    host: /vstoken\.dev\.azure\.com/,
    servesEveryone: false,
    project: /^sc:\/\/[^/]+\/[^/]+\//,
    subject: "sc://<organization>/<project>/<service connection>",
    things: "service connection"
  },
  {
    id: "own",
    // https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
    host: /oidc\.eks\.[\w-]+\.amazonaws\.com|oidc-eks\.[\w-]+\.api\.aws|container\.googleapis\.com\/v1\/|oidc\.prod-aks\.azure\.com/,
    servesEveryone: false,
    project: /^system:serviceaccount:[^:]+:/,
    subject: "system:serviceaccount:<namespace>:<service account>",
    things: "service account"
  },
  {
    id: "shared",
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc.html
    host: /accounts\.google\.com|cognito-identity\.amazonaws\.com|graph\.facebook\.com|www\.amazon\.com/,
    servesEveryone: true,
    audienceNames: true,
    subject: "<subject>",
    things: "subject"
  }
];
var OWN = { id: "own", host: /^/, servesEveryone: false, subject: "<subject>", things: "subject" };
function issuerOf(host) {
  return ISSUERS.find((issuer) => issuer.host.test(host)) ?? OWN;
}
var isKnownIssuer = (host) => issuerOf(host) !== OWN;

// src/iam/oidc.ts
function webIdentities(statements, nodes) {
  return statements.flatMap((statement) => {
    if (statement.effect.value.toLowerCase() !== "allow") return [];
    if (!statement.actions.some((leaf) => /^(\*|sts:(\*|assumerole(\*|withweb.*)))$/i.test(leaf.value))) return [];
    return statement.principals.flatMap((principal) => {
      const host = hostOf(principal, statement, nodes);
      return host === void 0 ? [] : [webIdentity(statement, principal, host)];
    });
  });
}
function webIdentity(statement, principal, host) {
  const own2 = statement.conditions.filter(
    (condition) => !operatorOf(condition).negated && operatorOf(condition).name !== "null"
  );
  const claim = (condition) => keyOf(condition).slice(keyOf(condition).lastIndexOf(":") + 1);
  const ofIssuer = own2.filter(
    (condition) => /[./]/.test(keyOf(condition).split(":")[0]) || keyOf(condition).includes(UNKNOWN)
  );
  return {
    statement,
    principal,
    issuer: issuerOf(host),
    host,
    subjects: [...ofIssuer.filter((condition) => claim(condition) === "sub"), ...own2.filter(isSubjectByValue)],
    audiences: ofIssuer.filter((condition) => /^(aud|oaud|app_id)$/.test(claim(condition))),
    claims: new Map(ofIssuer.map((condition) => [claim(condition), condition])),
    unclear: statement.conditions.some(
      (condition) => condition.key.value.includes(UNKNOWN) && !/:[a-z_]+$/i.test(condition.key.value)
    )
  };
}
function isSubjectByValue({ key, values }) {
  return key.value.includes(UNKNOWN) && !/:\w+$/.test(key.value) && values.some(({ value }) => /[:/]/.test(value));
}
function hostOf({ type, value }, { conditions }, nodes) {
  if (type !== "Federated" || /:saml-provider\//.test(value.value)) return void 0;
  const written2 = value.value.replace(/^.*:oidc-provider\//, "").replace(/^https?:\/\//, "");
  if (!written2.includes(UNKNOWN)) return written2;
  const asked = conditions.map(keyOf).find((key) => /^[\w-]+(\.[\w-]+)+(\/[^:]*)?:\w+$/.test(key));
  if (asked) return asked.slice(0, asked.lastIndexOf(":"));
  if (isKnownIssuer(written2)) return written2.replaceAll(UNKNOWN, "");
  const urls = providerUrls(nodes);
  return urls.length === 1 && written2 === UNKNOWN ? urls[0] : written2;
}
function providerUrls(nodes) {
  return nodes.flatMap((node) => {
    if (node.kind !== "resource" || !/^(aws_iam_openid_connect_provider|AWS::IAM::OIDCProvider)$/.test(node.type))
      return [];
    const url = leafOf(member(node.arguments, "url") ?? member(node.arguments, "Url"));
    return url && !url.value.includes(UNKNOWN) ? [url.value.replace(/^https?:\/\//, "")] : [];
  });
}

// src/rules/trust/github-oidc.ts
var github_oidc_default = defineRule({
  meta: {
    id: "trust/github-oidc",
    title: "Role trusts more GitHub repositories than it should",
    severity: "critical",
    about: "trust",
    domain: "iam",
    fixable: true,
    practice: "OIDC in CI, trust scoped to organisation and repository",
    description: "GitHub signs a token for every workflow of every repository in the world. Only the condition on its subject tells yours from theirs: without it, or with a wildcard where the organization stands, anyone with a GitHub account becomes the role.",
    remediation: 'Require token.actions.githubusercontent.com:sub to be "repo:<organization>/<repository>:ref:refs/heads/main" or ":environment:<name>", and :aud to be sts.amazonaws.com.',
    cwe: ["CWE-284", "CWE-287"],
    references: [
      "https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws",
      "https://docs.github.com/en/actions/reference/security/oidc"
    ]
  },
  on: "policy",
  *check(policy, { unit, repository }) {
    const { document } = policy;
    if (document.role !== "trust" || isOutOfScope(policy, unit)) return;
    for (const identity of webIdentities(document.statements, unit.nodes)) {
      if (identity.issuer.id === "github") yield* checkIdentity(identity, policy, repository);
    }
  }
});
function* checkIdentity(identity, policy, repository) {
  const { subjects, audiences, principal, unclear } = identity;
  const graded = constraintsOf(identity);
  const said = graded.filter(({ values }) => values.length > 0);
  const isTight = graded.some(({ values }) => values.every(({ subject }) => !subject.severity && !subject.broken));
  const [tightest] = said.sort((a, b) => weightOf3(a) - weightOf3(b));
  if (!isTight && tightest) {
    const own2 = subjects.includes(tightest.condition);
    if (!own2 && isOrganization(tightest)) yield missing(identity, true, policy, repository);
    else for (const value of tightest.values) yield* hitOf5(value, tightest.condition, identity, repository);
  }
  if (graded.length === 0) yield missing(identity, false, policy, repository);
  if (audiences.length === 0 && !unclear && subjects.length > 0) {
    const wanted = { operator: "StringEquals", key: `${identity.host}:aud`, value: '"sts.amazonaws.com"' };
    const fix = conditionEdit(policy, identity.statement, wanted);
    yield {
      severity: "note",
      span: principal.value.span,
      message: "No condition on the audience: only the list of clients of the provider keeps tokens for others out.",
      element: "aud",
      remediation: `Add \`"StringEquals": {"${identity.host}:aud": "sts.amazonaws.com"}\`.`,
      ...fix && { fix }
    };
  }
}
function constraintsOf({ subjects, claims }) {
  const bySubject = subjects.map((condition) => ({
    condition,
    values: isComparison(condition) ? condition.values.map((value) => ({
      value,
      subject: gradeGitHubSubject(value.value, operatorOf(condition).name)
    })) : []
  }));
  const byClaim = [...claims].flatMap(([claim, condition]) => {
    const values = condition.values.flatMap((value) => {
      const subject = gradeGitHubClaim(claim, value.value, operatorOf(condition).name);
      return subject ? [{ value, subject }] : [];
    });
    return values.length > 0 && isComparison(condition) && !subjects.includes(condition) ? [{ condition, values }] : [];
  });
  return [...bySubject, ...byClaim];
}
var isComparison = (condition) => /^string(like|equals)/.test(operatorOf(condition).name);
var isOrganization = ({ values }) => values.every(({ value, subject }) => subject.severity === "high" && !/[*?]/.test(value.value));
var weightOf3 = ({ values }) => Math.max(
  ...values.map(({ subject }) => subject.severity ? -SEVERITIES.indexOf(subject.severity) : -SEVERITIES.length)
);
function missing({ principal, host, unclear, issuer, statement }, organization, policy, repository) {
  const edit = { operator: "StringLike", key: `${host}:sub`, value: `"repo:${repository}:*"` };
  const fix = repository && !unclear ? conditionEdit(policy, statement, edit) : void 0;
  const wanted = `repo:${repository ?? "<organization>/<repository>"}:ref:refs/heads/main`;
  const severity = organization ? "high" : unclear ? "medium" : "critical";
  const whose2 = issuer.servesEveryone ? "any repository on GitHub" : `any repository of ${enterpriseOf(host)}`;
  return {
    severity: issuer.servesEveryone ? severity : lighter(severity, "high"),
    confidence: unclear ? "low" : "high",
    span: principal.value.span,
    message: organization ? "No condition on the subject of the token: every repository of the organization may become this role." : `No condition on the subject of the token: any workflow of ${whose2} may become this role${unclear ? ", unless a condition that is not known here prevents it" : ""}.`,
    element: "no sub",
    remediation: `Add \`"Condition": {"StringEquals": {"${host}:aud": "sts.amazonaws.com", "${host}:sub": "${wanted}"}}\`.`,
    ...fix && { fix }
  };
}
function enterpriseOf(host) {
  const slug = /^token\.actions\.githubusercontent\.com\/([\w-]+)|github\.com\/enterprises\/([\w-]+)/.exec(host);
  return slug ? `the enterprise \`${slug[1] ?? slug[2]}\`` : `the GitHub of \`${host.split("/", 1)[0]}\``;
}
function* hitOf5({ value, subject }, condition, { issuer, host }, repository) {
  const wanted = repository ? `repo:${repository}:ref:refs/heads/main` : void 0;
  const { severity, lets, broken } = subject;
  if (broken) {
    yield {
      severity: "note",
      span: value.span,
      message: `${quote(condition.operator)} takes the \`*\` in ${quote(value)} for a star: no token ever matches.`,
      element: value.value,
      remediation: "Write the whole subject, or `StringLike` with the wildcard at the end only.",
      related: [{ span: condition.operator.span, message: "knows no wildcards" }]
    };
  } else if (severity && lets) {
    const { servesEveryone } = issuer;
    yield {
      severity: servesEveryone ? severity : lighter(severity, "high"),
      span: value.span,
      message: `${quote(value)} lets in ${servesEveryone ? lets : lets.replace("on GitHub", `of ${enterpriseOf(host)}`)}.`,
      element: value.value,
      ...wanted && {
        remediation: `Name the repository and what may deploy: \`${wanted}\`, or \`repo:${repository}:environment:<name>\`.`
      },
      ...wanted && severity !== "note" && replacing2(value, `repo:${repository}:*`)
    };
  }
}
function replacing2(value, text2) {
  return value.span.end - value.span.start === value.value.length ? { fix: [{ span: value.span, text: text2 }] } : {};
}

// src/rules/trust/not-principal.ts
var not_principal_default = defineRule({
  meta: {
    id: "trust/not-principal",
    title: "Allow with NotPrincipal lets in everyone it does not name",
    severity: "high",
    about: "trust",
    domain: "iam",
    practice: "least privilege",
    description: "Allow with NotPrincipal grants the actions to every other principal there is, anonymous users included. AWS warns against it.",
    remediation: "Name who is let in with Principal; keep NotPrincipal for Deny.",
    cwe: ["CWE-284"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html"]
  },
  on: "policy",
  *check(policy, { unit }) {
    const { document } = policy;
    if (document.role !== "trust" && document.role !== "resource" || isOutOfScope(policy, unit)) return;
    for (const statement of document.statements) {
      const [first] = statement.notPrincipals;
      if (!first || !isAllow(statement)) continue;
      yield {
        span: first.value.span,
        message: `Everyone but ${listed(
          statement.notPrincipals.map(({ value }) => quote(value)),
          2
        )} is let in.`,
        element: "NotPrincipal"
      };
    }
  }
});

// src/rules/trust/pinned-thumbprint.ts
var TRUSTED = /(^|\/\/)(token\.actions\.githubusercontent\.com|accounts\.google\.com|[\w.-]*\.auth0\.com|gitlab\.com)(?=[/:]|$)/;
var pinned_thumbprint_default = defineRule({
  meta: {
    id: "trust/pinned-thumbprint",
    title: "Thumbprint of an identity provider is pinned",
    severity: "note",
    about: "hygiene",
    domain: "iam",
    practice: "OIDC in CI, trust scoped to organisation and repository",
    description: "AWS checks GitHub, GitLab, Google and Auth0 by its own certificate authorities and ignores the thumbprint. A pinned one guards nothing, and misleads whoever rotates it in a hurry.",
    remediation: "Leave thumbprint_list out; AWS fills it in.",
    cwe: ["CWE-295"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html",
      "https://github.blog/changelog/2023-07-13-github-actions-oidc-integration-with-aws-no-longer-requires-pinning-of-intermediate-tls-certificates/"
    ]
  },
  on: "resource",
  *check({ type, arguments: properties }) {
    if (type !== "aws_iam_openid_connect_provider" && type !== "AWS::IAM::OIDCProvider") return;
    const url = leafOf(member(properties, "url") ?? member(properties, "Url"));
    const list = member(properties, "thumbprint_list") ?? member(properties, "ThumbprintList");
    const [first] = list?.kind === "list" ? list.items : [];
    const thumbprint = leafOf(first);
    if (!url || !TRUSTED.test(url.value) || !thumbprint || !/^[0-9a-f]{40}$/i.test(thumbprint.value)) return;
    yield {
      span: thumbprint.span,
      message: `AWS heeds no thumbprint for ${quote(url)}.`,
      element: "thumbprint"
    };
  }
});

// src/aws/public-arguments.ts
var door = (types2, at2, open2, severity, lets, instead) => ({
  types: types2.split(" "),
  at: at2,
  open: open2,
  severity,
  lets,
  instead
});
var S3 = "Block Public Access for the bucket and the account, and no ACL at all";
var GROUPS = /acs\.amazonaws\.com\/groups\/global\/(allusers|authenticatedusers)$/;
var PUBLIC_ARGUMENTS = [
  ...["public-read-write", "(?:public|authenticated)-read"].map((acl, at2) => {
    const buckets = "aws_s3_bucket aws_s3_bucket_acl aws_s3_object aws_s3_bucket_object aws_s3_object_copy AWS::S3::Bucket";
    const types2 = at2 === 0 ? `${buckets} s3_upload` : buckets;
    const [severity, lets] = at2 === 0 ? ["critical", "read and write it"] : ["high", "read it"];
    return {
      ...door(types2, ["acl", "AccessControl"], new RegExp(`^${acl.replaceAll("-", "-?")}$`), severity, lets, S3),
      acl: true
    };
  }),
  {
    // Who types it means it: mostly a release or a page. Buckets made since April 2023 take no ACL unless they are told to.
    ...door("s3_upload", "acl", /^(?:public|authenticated)-read$/, "medium", "read what is uploaded", S3),
    acl: true
  },
  {
    ...door(
      "aws_s3_bucket_acl",
      ["access_control_policy.grant.grantee.uri", void 0],
      GROUPS,
      "high",
      "use what the ACL grants",
      S3
    ),
    acl: true
  },
  {
    ...door(
      "aws_s3_bucket aws_s3_object_copy",
      ["grant.uri", void 0],
      GROUPS,
      "high",
      "use what the ACL grants",
      S3
    ),
    acl: true
  },
  door(
    "aws_lambda_function_url",
    "authorization_type",
    /^none$/,
    "medium",
    "call the function",
    "`AWS_IAM`, or check in the function who calls"
  ),
  door(
    "AWS::Lambda::Url",
    ["", "AuthType"],
    /^none$/,
    "medium",
    "call the function",
    "`AWS_IAM`, or check in the function who calls"
  ),
  door(
    "aws_ami_launch_permission",
    "group",
    /^all$/,
    "high",
    "start the image and read what is on it",
    "the accounts that need it"
  ),
  door(
    "aws_snapshot_create_volume_permission",
    "group",
    /^all$/,
    "critical",
    "make a disk of the snapshot and read it",
    "the accounts that need it"
  ),
  // Only a command opens one: no resource of Terraform or CloudFormation does.
  door(
    "ebs_snapshot_attribute",
    "group",
    /^all$/,
    "critical",
    "make a volume of the snapshot and read what is on it",
    "the accounts that need it"
  ),
  door(
    "ssm_document_permission",
    "account_ids",
    /^all$/,
    "high",
    "read the document and run it",
    "the accounts that need it"
  ),
  door(
    "aws_imagebuilder_distribution_configuration AWS::ImageBuilder::DistributionConfiguration",
    [
      "distribution.ami_distribution_configuration.launch_permission.user_groups",
      "Distributions.AmiDistributionConfiguration.LaunchPermissionConfiguration.UserGroups"
    ],
    /^all$/,
    "high",
    "start the images and read what is on them",
    "the accounts that need them"
  ),
  door(
    "aws_db_snapshot aws_db_cluster_snapshot aws_rds_cluster_snapshot_copy aws_db_snapshot_copy",
    "shared_accounts",
    /^all$/,
    "critical",
    "restore the database and read it",
    "the accounts that need it"
  ),
  door(
    "aws_ssm_document",
    "permissions.account_ids",
    /^all$/,
    "high",
    "read the document and run it",
    "the accounts that need it"
  ),
  door(
    "aws_db_instance aws_rds_cluster_instance aws_redshift_cluster aws_redshiftserverless_workgroup aws_dms_replication_instance aws_mq_broker AWS::RDS::DBInstance AWS::Redshift::Cluster AWS::RedshiftServerless::Workgroup AWS::DMS::ReplicationInstance AWS::AmazonMQ::Broker",
    "publicly_accessible",
    /^true$/,
    "medium",
    "reach it from the internet, as far as its security groups let them",
    "`false`, and reach it from within the VPC"
  ),
  {
    ...door(
      "aws_eks_cluster",
      "vpc_config.endpoint_public_access",
      /^true$/,
      "medium",
      "reach the API of the cluster from the internet",
      "the addresses that may, or a private endpoint alone"
    ),
    addresses: "vpc_config.public_access_cidrs"
  },
  {
    ...door(
      "AWS::EKS::Cluster",
      ["", "ResourcesVpcConfig.EndpointPublicAccess"],
      /^true$/,
      "medium",
      "reach the API of the cluster from the internet",
      "the addresses that may, or a private endpoint alone"
    ),
    addresses: ["", "ResourcesVpcConfig.PublicAccessCidrs"]
  },
  door(
    "aws_cognito_identity_pool AWS::Cognito::IdentityPool",
    ["allow_unauthenticated_identities", "AllowUnauthenticatedIdentities"],
    /^true$/,
    "medium",
    "have credentials of the pool\u2019s guest role",
    "`false`, unless guests are meant, with a role that can do next to nothing"
  ),
  door(
    "aws_codebuild_project AWS::CodeBuild::Project",
    ["project_visibility", "Visibility"],
    /^public_read$/,
    "medium",
    "read the logs and artifacts of its builds",
    "`PRIVATE`"
  ),
  door(
    "aws_api_gateway_method AWS::ApiGateway::Method",
    ["authorization", "AuthorizationType"],
    /^none$/,
    "low",
    "call the method",
    "an authorizer, `AWS_IAM`, or an API key with a usage plan where it is not meant to be public"
  ),
  door(
    "aws_apigatewayv2_route AWS::ApiGatewayV2::Route",
    "authorization_type",
    /^none$/,
    "low",
    "call the route",
    "an authorizer or `AWS_IAM` where it is not meant to be public"
  )
];

// src/rules/trust/public-door.ts
var public_door_default = defineRule({
  meta: {
    id: "trust/public-door",
    title: "Open to anyone without a policy",
    severity: "high",
    about: "trust",
    domain: "iam",
    practice: "least privilege",
    description: "Some doors need no policy: a canned ACL, a shared image or snapshot, an endpoint without authorization. One word opens the resource to everyone on the internet, or to everyone with an AWS account.",
    remediation: "Close it, and let in by policy those that need it.",
    cwe: ["CWE-284", "CWE-732"],
    references: [
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
      "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html",
      "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"
    ]
  },
  on: "resource",
  *check(resource, { unit }) {
    for (const door2 of PUBLIC_ARGUMENTS.filter(({ types: types2 }) => types2.includes(resource.type))) {
      const open2 = leavesAt(resource, door2.at).find(({ value }) => door2.open.test(value.toLowerCase()));
      if (!open2 || isNarrowed2(resource, door2) || isOptions(resource)) continue;
      const shut = door2.acl === true && hasPublicAccessBlock(resource, unit.nodes);
      yield {
        severity: shut ? "low" : door2.severity,
        span: open2.span,
        message: `\`${nameOf4(resource, door2)}\` is ${quote(open2)}, which lets anyone ${door2.lets}${shut ? "; the public access block keeps it shut for now" : ""}.`,
        element: stepsOf(door2.at, "terraform")?.join(".") ?? stepsOf(door2.at, "cloudformation")?.join(".") ?? "",
        remediation: `Set ${door2.instead}.`
      };
    }
  }
});
function nameOf4({ type }, { at: at2 }) {
  return stepsOf(at2, type.includes("::") ? "cloudformation" : "terraform")?.at(-1) ?? "";
}
function isOptions({ arguments: given }) {
  const method = leafOf(member(given, "http_method") ?? member(given, "HttpMethod"));
  return method?.value === "OPTIONS";
}
function isNarrowed2(resource, { addresses }) {
  const blocks2 = addresses ? leavesAt(resource, addresses).map(({ value }) => value) : [];
  return blocks2.length > 0 && !holdInternet(blocks2);
}
function leavesAt(resource, at2) {
  return valuesAt(resource, at2).flatMap(({ value }) => value ? scalars(value) : []);
}
function scalars(value) {
  if (value.kind === "list") return value.items.flatMap(scalars);
  if (value.kind === "boolean") return [{ value: String(value.value), span: value.span }];
  const leaf = leafOf(value);
  return leaf ? [leaf] : [];
}

// src/rules/trust/undecided-door.ts
var undecided_door_default = defineRule({
  meta: {
    id: "trust/undecided-door",
    title: "Whether a resource is open to anyone is not known here",
    severity: "note",
    about: "hygiene",
    domain: "iam",
    practice: "least privilege",
    description: "An argument that can open a resource to everybody without any policy (a canned ACL, a shared snapshot, an endpoint without authorization) has a value that nothing in this repository tells.",
    remediation: "Look at what the value is where it is given. A default, a validation with the values that are allowed, or a variable file beside it makes it known here.",
    cwe: ["CWE-1059"],
    references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"]
  },
  on: "resource",
  *check(resource, { unit }) {
    const told = /* @__PURE__ */ new Set();
    for (const door2 of PUBLIC_ARGUMENTS.filter(({ types: types2 }) => types2.includes(resource.type))) {
      const found2 = undecidedAt(door2, resource).find((leaf) => !isOneThing(leaf, unit));
      const argument2 = typeof door2.at === "string" ? door2.at : door2.at.join(" ");
      if (!found2 || told.has(argument2)) continue;
      told.add(argument2);
      const open2 = withinModule(found2, resource);
      yield {
        span: open2.span,
        message: `Whether ${quote(resource.anchor)} lets anyone ${door2.lets} is not known here: ${unknownWords(open2)} decides.`,
        element: `${argument2} ${open2.reference ?? "unknown"}`
      };
    }
  }
});
function undecidedAt({ at: at2, open: open2, addresses }, resource) {
  const values = valuesAt(resource, at2).flatMap(({ value }) => value ?? []);
  const isShut = values.some(
    (value) => value.kind !== "unknown" && !open2.test(leafOf(value)?.value.toLowerCase() ?? "")
  );
  const narrowing = addresses && !isShut ? valuesAt(resource, addresses).flatMap(({ value }) => value ?? []) : [];
  return [...values, ...narrowing].flatMap(unknownsIn);
}

// src/rules/trust/undecided-trust.ts
var undecided_trust_default = defineRule({
  meta: {
    id: "trust/undecided-trust",
    title: "Whom a policy lets in is not known here",
    severity: "note",
    about: "hygiene",
    domain: "iam",
    practice: "least privilege",
    description: "A variable without a default, an output of another module or a value that a program only has when it runs decides who is let in, or to what. It may be one role or everybody: nothing in this repository says which, so it was not judged.",
    remediation: "Look at what the value is where it is given. A default, a validation with the values that are allowed, or a variable file beside it makes it known here.",
    cwe: ["CWE-1059"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"]
  },
  on: "policy",
  *check(policy, { unit }) {
    const { role } = policy.document;
    if (role !== "trust" && role !== "resource" || isOutOfScope(policy, unit)) return;
    const [first, ...others] = undecidedIn(policy, unit);
    if (!first) return;
    const all = [first, ...others];
    yield {
      span: first.leaf.span,
      message: `Whom ${quote(policy.anchor)} lets in is not known here: ${undecidedWords(all)}.`,
      element: undecidedElement(all),
      related: others.slice(0, 5).map(({ what, leaf }) => ({ span: leaf.span, message: `${what} is not known either` }))
    };
  }
});

// src/rules/trust/web-identity.ts
var web_identity_default = defineRule({
  meta: {
    id: "trust/web-identity",
    title: "Role trusts every subject of an identity provider",
    severity: "high",
    about: "trust",
    domain: "iam",
    practice: "OIDC in CI, trust scoped to organisation and repository",
    description: "GitLab, Terraform Cloud, Google, Cognito and the like sign tokens for all their customers, a cluster for all its service accounts. Without a condition on the subject (or the audience, where that names the customer) any of them becomes the role.",
    remediation: "Require the sub claim of the token: the project, workspace or service account that needs the role.",
    cwe: ["CWE-284", "CWE-287"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html",
      "https://docs.gitlab.com/ci/cloud_services/aws/",
      "https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html"
    ]
  },
  on: "policy",
  *check(policy, { unit }) {
    const { document } = policy;
    if (document.role !== "trust" || isOutOfScope(policy, unit)) return;
    for (const identity of webIdentities(document.statements, unit.nodes)) {
      if (identity.issuer.id !== "github") yield* checkIdentity2(identity);
    }
  }
});
function* checkIdentity2(identity) {
  const { subjects, audiences, claims, principal, issuer, host, unclear } = identity;
  const { servesEveryone, things } = issuer;
  const named2 = issuer.audienceNames && audiences.length > 0 || [...claims.keys()].some((claim) => issuer.claims?.test(claim));
  if (subjects.length === 0 && !named2) {
    yield {
      severity: unclear || !isKnown2(host) ? "low" : servesEveryone ? "critical" : "medium",
      confidence: unclear || !isKnown2(host) ? "low" : "high",
      span: principal.value.span,
      message: `No condition on the subject of the token: every ${servesEveryone ? "customer" : things} of ${quote(host)} may become this role.`,
      element: "no sub",
      remediation: `Add \`"Condition": {"StringEquals": {"${isKnown2(host) ? host : "<issuer>"}:sub": "${issuer.subject}"}}\`.`
    };
  }
  for (const condition of subjects) {
    const { name } = operatorOf(condition);
    for (const value of condition.values) {
      const { severity, lets, broken } = gradeSubject(value.value, name, issuer);
      if (broken) {
        yield {
          severity: "note",
          span: value.span,
          message: `${quote(condition.operator)} takes the \`*\` in ${quote(value)} for a star: no token ever matches.`,
          element: value.value
        };
      } else if (severity && lets && severity !== "note") {
        yield {
          severity,
          span: value.span,
          message: `${quote(value)} lets in ${lets}.`,
          element: value.value,
          remediation: `Name the subject: \`${issuer.subject}\`.`
        };
      }
    }
  }
}
function isKnown2(host) {
  const name = host.split("/", 1)[0];
  return /^[\w.-]+$/.test(name) && name.slice(1, -1).includes(".");
}

// src/rules/user-data/format-advice.ts
var FORMATS = [
  {
    // https://developer.hashicorp.com/terraform/language/manage-sensitive-data
    is: (_, path2) => /\.(?:tf|tofu|tfvars|hcl)(?:\.json)?$/.test(path2),
    advice: (name) => `Take \`${name}\` from the environment, from a sensitive variable without a default, or with \`data "aws_secretsmanager_secret_version"\`.`
  },
  {
    is: (_, path2) => /\.tfstate(?:\.backup)?$/.test(path2),
    advice: () => "Keep the state in an encrypted backend (S3 with KMS) and out of the repository."
  },
  {
    // https://www.serverless.com/framework/docs/providers/aws/guide/variables
    beforePlace: true,
    is: (_, path2) => /^serverless[\w.-]*\.(?:ya?ml|json|[cm]?[jt]s)$/.test(nameOf3(path2)),
    advice: (name) => `Write \`${name}: \${ssm:/path/to/${secretName(name)}}\`, or pass the ARN of a Secrets Manager secret and read it in the function.`
  },
  {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html
    is: (_, path2, { unit }) => /\.(?:ya?ml|json|template|cfn)$/.test(path2) && unit.nodes.some(isOfCloudFormation),
    advice: (name) => `Write \`{{resolve:secretsmanager:<name of the secret>:SecretString:${secretName(name)}}}\` in its place.`
  },
  {
    // https://docs.ansible.com/ansible/latest/collections/amazon/aws/secretsmanager_secret_lookup.html
    is: ({ place: place2 }, path2) => place2 === "provider" && /\.ya?ml$|(?:^|\/)(?:group|host)_vars\//.test(path2),
    advice: (name) => `Write \`"{{ lookup('amazon.aws.secretsmanager_secret', '<name of the secret>') }}"\`, or keep \`${name}\` in a file of Ansible Vault.`
  },
  {
    is: (_, path2) => /\.(?:[cm]?[jt]sx?|py)$/.test(path2),
    advice: () => "In the CDK take it with `SecretValue.secretsManager('<name of the secret>')`, in Pulumi with `config.requireSecret('<name>')`."
  }
];
function formatAdvice(setting, context) {
  return formatOf(setting, context)?.advice(setting.name.value);
}
function formatAdviceBeforePlace(setting, context) {
  const format = formatOf(setting, context);
  return format?.beforePlace ? format.advice(setting.name.value) : void 0;
}
var formatOf = (setting, context) => FORMATS.find(({ is }) => is(setting, setting.span.uri, context));
var isOfCloudFormation = (node) => node.kind === "resource" && node.type.includes("::");
var secretName = (name) => name.toLowerCase().replace(/\W+/g, "_");

// src/rules/user-data/severity.ts
function severityInPlace({ confidence, reason }, ofPlace) {
  const severity = confidence === "high" ? ofPlace : confidence;
  return { severity, confidence, confidenceReason: reason, lighterInSamples: "by-place" };
}
var MADE_FOR_LASTING = 16;
var THROWAWAY = [
  {
    places: /* @__PURE__ */ new Set(["script", "workflow"]),
    reason: "scripts start throwaway servers with words for passwords",
    holds: ({ value }) => /^[a-z]+[-_]?\d{0,4}$/i.test(value)
  },
  {
    places: /* @__PURE__ */ new Set(["compose-environment", "workflow"]),
    reason: "such services are mostly started for development and tests, with passwords that somebody thought up",
    holds: ({ value }, { proven }) => !proven || value.length < MADE_FOR_LASTING
  },
  {
    places: /* @__PURE__ */ new Set(["compose-environment", "workflow"]),
    reason: "an application signs with it for itself, and is mostly started for development and tests there",
    holds: ({ name, path: path2 }) => OF_ITSELF.test(name) && !/prod|live|deploy|release/i.test(path2)
  },
  {
    places: /* @__PURE__ */ new Set(["provider", "variable-default", "ecs-environment", "kubernetes"]),
    reason: "it is a default that somebody thought up, for whoever uses it to set anew",
    holds: ({ path: path2 }, { proven }) => !proven && DEFAULTS.test(path2)
  }
];
var OF_ITSELF = /^(?:(?:django|flask|rails|app|application|api|server|backend|web)_)?(?:secret_key(?:_base)?|secret_token|app_key|master_key|(?:jwt|session|cookie|csrf)_?(?:\w+_)?(?:secret|key)|(?:next)?auth_secret|(?:encryption|signing|hash)_?(?:key|secret|salt))$/i;
var DEFAULTS = /(?:^|\/)roles\/[^/]+\/defaults\/|^defaults\/main\.ya?ml$|(?:^|\/)modules\/(?:[^/]+\/)*[^/]*variables?[^/]*\.tf$|(?:^|\/)charts\/[^/]+\/values\.ya?ml$|(?:^|\/)cookbooks\/[^/]+\/attributes\//;
function inItsPlace(judged, given) {
  if (judged.confidence !== "high") return judged;
  const throwaway = THROWAWAY.find(({ places, holds: holds2 }) => places.has(given.place) && holds2(given, judged));
  return throwaway ? { secret: true, confidence: "medium", reason: throwaway.reason } : judged;
}

// src/rules/user-data/setting-hits.ts
function* settingHits(setting, advice) {
  for (const value of candidates(setting.value)) {
    const hit3 = literalHit(setting, value, advice);
    if (hit3) yield hit3;
    else if (value.kind === "string") yield* embeddedHits(setting, value, advice);
  }
}
function literalHit(setting, value, advice) {
  if (value.kind !== "string" && value.kind !== "number") return void 0;
  const text2 = value.kind === "string" ? value.text.value : String(leafOf(value)?.value);
  const judged = judgeSecret({
    name: setting.name.value,
    value: text2,
    takes: takenBy(setting)
  });
  return judged.secret ? { ...shapeOf(setting, advice, judged, text2), span: value.span, secretValue: text2 } : void 0;
}
function takenBy(setting) {
  if (isPassword(setting)) return "password";
  return setting.documented ? "secret" : "by-name";
}
function isPassword({ place: place2, name }) {
  return place2 === "provider" && /^passw(?:or)?d$/.test(wordsOf2(name.value).at(-1) ?? "");
}
function* embeddedHits(setting, value, advice) {
  if (!/[\s=:<]/.test(value.text.value)) return;
  for (const secret of secretsInScript(value.text)) {
    const text2 = value.text.value.slice(secret.start, secret.end);
    yield {
      ...shapeOf(setting, advice, secret.judged, text2),
      span: locate(value.text, secret.start, secret.end),
      message: `${advice.where} \`${setting.name.value}\` holds a literal secret, given as \`${secret.given}\`.`,
      secretValue: text2
    };
  }
}
function shapeOf(setting, advice, judged, value) {
  return {
    message: `${advice.where} \`${setting.name.value}\` is set to a literal secret.`,
    ...severityInPlace(
      inItsPlace(judged, { place: setting.place, path: setting.span.uri, name: setting.name.value, value }),
      advice.weight
    ),
    related: setting.related,
    secret: true,
    remediation: advice.remediation(setting)
  };
}
function candidates(value) {
  return value.kind === "unknown" ? value.maybe ?? [] : [value];
}

// src/rules/user-data/environment-secret.ts
var WHERE = {
  "lambda-environment": "Lambda environment variable",
  "ecs-environment": "Container environment variable",
  "compose-environment": "Container environment variable",
  "build-environment": "Build environment variable",
  kubernetes: "Value",
  "user-data": "Value in user-data"
};
var REMEDIES = {
  "lambda-environment": (name) => `Pass the ARN of a Secrets Manager secret instead (\`${name}_ARN\`) and read the secret in the function, with the AWS Parameters and Secrets Lambda extension for instance.`,
  "ecs-environment": (name) => `Move \`${name}\` from \`environment\` to \`secrets\`: { name = "${name}", valueFrom = "<ARN of a Secrets Manager secret or an SSM parameter>" }.`,
  // https://docs.docker.com/compose/how-tos/use-secrets/
  "compose-environment": (name) => `Name it under \`secrets:\` of the Compose file (\`${secretName(name)}: {environment: ${name}}\`), give the service that secret, and read \`/run/secrets/${secretName(name)}\`; or leave \`${name}\` without a value, so that it is taken from the environment.`,
  "build-environment": (name) => `Set the type of \`${name}\` to SECRETS_MANAGER or PARAMETER_STORE and its value to the name of the secret.`,
  kubernetes: (name) => `Keep \`${name}\` in AWS Secrets Manager, let External Secrets or the Secrets Store CSI driver make the Secret from it, and read it with \`valueFrom.secretKeyRef\`.`,
  "user-data": (name) => `Let the instance fetch \`${name}\` from AWS Secrets Manager or an SSM SecureString parameter, with its own role.`
};
var environment_secret_default = defineRule({
  meta: {
    id: "user-data/environment-secret",
    title: "Environment of a function, container or build holds a literal secret",
    severity: "high",
    about: "secret",
    domain: "machines",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: "Environment variables of Lambda functions, ECS tasks, CodeBuild projects and containers in Kubernetes are shown in plain text to everyone who may describe them, and stand in the Terraform state, the template or the manifest. The base64 of a Kubernetes Secret hides nothing, and the values of a Helm chart become either.",
    remediation: "Keep the secret in AWS Secrets Manager or as an SSM SecureString parameter, and pass its ARN.",
    cwe: ["CWE-798", "CWE-526"],
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html",
      "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html",
      "https://docs.aws.amazon.com/codebuild/latest/userguide/change-project.html"
    ]
  },
  on: "setting",
  *check(setting, context) {
    const place2 = setting.place;
    if (!(place2 in WHERE)) return;
    yield* settingHits(setting, {
      where: WHERE[place2],
      weight: "high",
      remediation: ({ name }) => `${formatAdviceBeforePlace(setting, context) ?? REMEDIES[place2](name.value)} Rotate the value that stood here.`
    });
  }
});

// src/rules/user-data/image-secret.ts
var image_secret_default = defineRule({
  meta: {
    id: "user-data/image-secret",
    title: "ENV or ARG of a Dockerfile holds a literal secret",
    severity: "high",
    about: "secret",
    domain: "machines",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: "ENV and ARG values are stored in the image: everyone who can pull it reads them with `docker history` or `docker inspect`, also when a later layer unsets them.",
    remediation: "Hand the secret in when the container runs, or with `RUN --mount=type=secret` while it is built.",
    cwe: ["CWE-798", "CWE-522"],
    references: [
      "https://docs.docker.com/build/building/secrets/",
      "https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/"
    ]
  },
  on: "setting",
  *check(setting) {
    if (setting.place !== "dockerfile") return;
    yield* settingHits(setting, {
      where: "Dockerfile variable",
      weight: "high",
      remediation: ({ name }) => `Needed while building: \`RUN --mount=type=secret,id=${name.value},env=${name.value} \u2026\`. Needed while running: set \`${name.value}\` from AWS Secrets Manager in the task definition. Rotate the value that stood here.`
    });
  }
});

// src/rules/user-data/script-hits.ts
function* scriptHits(script, where, weight) {
  for (const secret of secretsInScript(script.text)) {
    const value = script.text.value.slice(secret.start, secret.end);
    const fix = substitution(script, secret);
    yield {
      span: locate(script.text, secret.start, secret.end),
      message: `${capital(where)} holds a literal secret, given as \`${secret.given}\`.`,
      ...severityInPlace(
        inItsPlace(secret.judged, { place: script.place, path: script.span.uri, name: secret.name, value }),
        weight
      ),
      related: script.related,
      secret: true,
      secretValue: value,
      remediation: remedy2(secret),
      ...fix ? { fix } : {}
    };
  }
}
function remedy2(secret) {
  const line = secret.assignment ? `${secret.name}=${fetched(secret)}` : fetched(secret);
  return `Keep the secret in AWS Secrets Manager and read it when the script runs: \`${line}\`. Give the instance's role secretsmanager:GetSecretValue on just that secret, and rotate the value that stood here.`;
}
function substitution(script, secret) {
  if (!secret.assignment || script.language !== "shell") return void 0;
  if (!standsAsWritten(script.text, secret)) return void 0;
  const span = locate(script.text, secret.quotedStart, secret.quotedEnd);
  return [{ span, text: fetched(secret) }];
}
function standsAsWritten({ value, runs }, { quotedStart, quotedEnd }) {
  return runs.some(
    ({ at: at2, length, start, end }) => at2 <= quotedStart && quotedEnd <= at2 + length && end - start === length && value.slice(at2, at2 + length).includes("\n")
  );
}
function fetched({ name }) {
  const id = wordsOf2(name).join("-") || "my-secret";
  return `"$(aws secretsmanager get-secret-value --secret-id ${id} --query SecretString --output text)"`;
}
var capital = (text2) => text2.charAt(0).toUpperCase() + text2.slice(1);

// src/rules/user-data/literal-secret.ts
var literal_secret_default = defineRule({
  meta: {
    id: "user-data/literal-secret",
    title: "User-data holds a literal secret",
    severity: "high",
    about: "secret",
    domain: "machines",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: "Whatever stands in user-data is kept unencrypted with the instance or the launch template: everyone who may call ec2:DescribeInstanceAttribute reads it, and so does every process on the instance through the metadata service.",
    remediation: "Keep the secret in AWS Secrets Manager or as an SSM SecureString parameter, and let user-data fetch it with the role of the instance.",
    cwe: ["CWE-798", "CWE-312"],
    references: [
      "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html",
      "https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_cli.html"
    ]
  },
  on: "script",
  *check(script, context) {
    if (script.place === "user-data" || script.place === "metadata") {
      yield* boundedHits(scriptHits(script, "user-data", "high"), script.span, context);
    }
  }
});

// src/rules/user-data/parameter-secret.ts
var parameter_secret_default = defineRule({
  meta: {
    id: "user-data/parameter-secret",
    title: "SSM parameter of type String holds a secret",
    severity: "high",
    about: "secret",
    domain: "machines",
    practice: "Secrets Manager or SSM SecureString instead",
    description: "A String parameter is not encrypted: everyone who may call ssm:GetParameter reads it, without a KMS permission. Its literal value stands in the repository besides.",
    remediation: "Use the type SecureString, and set the value outside of the repository.",
    cwe: ["CWE-798", "CWE-312"],
    references: ["https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-securestring.html"]
  },
  on: "setting",
  *check(setting) {
    if (setting.place !== "ssm-parameter") return;
    yield* settingHits(setting, {
      where: "SSM parameter",
      weight: "high",
      remediation: () => "Use the type SecureString, set its value outside of the repository (`lifecycle { ignore_changes = [value] }` in Terraform), and rotate the value that stood here."
    });
  }
});

// src/rules/user-data/password-login.ts
var SHAPES = [
  { pattern: /\bPasswordAuthentication[ \t]+(?<value>yes)\b/dgi, what: "password login over SSH" },
  { pattern: /\bPermitRootLogin[ \t]+(?<value>yes)\b/dgi, what: "root login over SSH" },
  {
    pattern: /^[ \t]*ssh_pwauth:[ \t]*(?<value>true|yes|1|"yes"|"true")[ \t]*(?:#.*)?$/dgim,
    what: "password login over SSH"
  },
  { pattern: /^[ \t]*disable_root:[ \t]*(?<value>false|no|0)[ \t]*(?:#.*)?$/dgim, what: "root login over SSH" }
];
var password_login_default = defineRule({
  meta: {
    id: "user-data/password-login",
    title: "SSH lets passwords or root in",
    severity: "medium",
    about: "hygiene",
    domain: "machines",
    fixable: true,
    practice: "private keys and SSH keys not shared; password login off, no root login",
    description: "Passwords are guessed from the whole internet around the clock, and root is the name they try first.",
    remediation: "Write `PasswordAuthentication no` and `PermitRootLogin no`, or use Session Manager without any open port.",
    cwe: ["CWE-307", "CWE-250"],
    references: [
      "https://man.openbsd.org/sshd_config",
      "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html"
    ]
  },
  on: "script",
  *check({ text: text2 }) {
    for (const { pattern, what } of SHAPES) {
      for (const match2 of text2.value.matchAll(pattern)) {
        if (isTakenAway(lineBefore(text2.value, match2.index))) continue;
        const [start, end] = match2.indices.groups.value;
        const span = locate(text2, start, end);
        const exact = span.end - span.start === end - start;
        yield {
          span: locate(text2, match2.index, match2.index + match2[0].length),
          message: `This turns on ${what}.`,
          element: what,
          ...exact && /^yes$/i.test(match2.groups.value) ? { fix: [{ span, text: "no" }] } : {}
        };
      }
    }
  }
});
var REACH3 = 400;
function lineBefore(text2, offset) {
  const before = text2.slice(Math.max(0, offset - REACH3), offset);
  return before.slice(before.lastIndexOf("\n") + 1);
}
function isTakenAway(before) {
  if (/#[ \t]*$/.test(before)) return true;
  const sed = before.search(/\bsed\b/);
  const expression = sed === -1 ? null : /['"\s]s([/|#,])([^\n]*)/.exec(before.slice(sed + 3));
  return expression !== null && !expression[2].includes(expression[1]);
}

// src/rules/user-data/managed-password.ts
var SWITCHES = /* @__PURE__ */ new Map([
  ["aws_db_instance", ["manage_master_user_password", "ManageMasterUserPassword"]],
  ["aws_rds_cluster", ["manage_master_user_password", "ManageMasterUserPassword"]],
  ["aws_redshift_cluster", ["manage_master_password", "ManageMasterPassword"]]
]);
var MASTER_PASSWORD = /^(?:master_?)?(?:user_?)?password$/i;
function managedPassword({ name, value, anchor, span }, { unit }) {
  const owner = unit.nodes.find((node) => node.kind === "resource" && node.anchor === anchor);
  const names = owner?.kind === "resource" ? SWITCHES.get(canonicalType(owner.type)) : void 0;
  const syntax = syntaxOf(span.uri);
  const edit = literalEdit(value, "true");
  if (owner?.kind !== "resource" || !names || !syntax || !edit || !MASTER_PASSWORD.test(name.value)) return void 0;
  const isOwn3 = name.span.uri === edit.span.uri && name.span.end - name.span.start === name.value.length;
  if (!isOwn3 || edit.span.start < name.span.end) return void 0;
  const { uri, start, end } = edit.span;
  const whole = syntax === "yaml" ? edit.span : { uri, start: start - 1, end: end + 1 };
  return [
    { span: name.span, text: names[isCloudFormation(owner.type) ? 1 : 0] },
    { span: whole, text: "true" }
  ];
}

// src/rules/user-data/provider-secret.ts
var provider_secret_default = defineRule({
  meta: {
    id: "user-data/provider-secret",
    title: "Provider, backend or resource argument is a literal secret",
    severity: "high",
    about: "secret",
    domain: "machines",
    fixable: true,
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: "A secret in a provider block, a backend or a password argument is read by everyone who can read the repository, and ends up in the state file in plain text.",
    remediation: "Give providers their credentials through the environment or a role; let databases manage their own password (`manage_master_user_password = true`), or read it from Secrets Manager.",
    cwe: ["CWE-798"],
    references: [
      "https://developer.hashicorp.com/terraform/language/manage-sensitive-data",
      "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html"
    ]
  },
  on: "setting",
  *check(setting, context) {
    if (setting.place !== "provider" && setting.place !== "variable-default" && setting.place !== "metadata") return;
    const hits = settingHits(setting, {
      where: setting.place === "variable-default" ? "Default of variable" : "Argument",
      weight: "high",
      remediation: ({ name }) => `${formatAdvice(setting, context) ?? `Take \`${name.value}\` from the environment or from AWS Secrets Manager.`} Rotate the value that stood here.`
    });
    for (const hit3 of hits) {
      const fix = managedPassword(setting, context);
      yield fix ? { ...hit3, fix } : hit3;
    }
  }
});

// src/rules/user-data/remote-script.ts
var PIPED = /\|\s*(?:(?:sudo\s+(?:-\w+\s+){0,5})?(?:ba|da|z|k)?sh|(?<powershell>iex|Invoke-Expression))\b/gi;
var FETCHING = /\b(?:(?:ba|da|z|k)?sh\s+(?:-c\s+["']?\$\(|<\()\s*(?:curl|wget)\b(?=[^\n)]{0,300}?http:)|(?:iex|Invoke-Expression)\b(?=[^\n]{0,300}?http:))/gi;
var ADDRESS = /\bhttp:\/\/[^\s"'|;)]+/gi;
var REACH4 = 1e3;
var MOST_PIPES = 2e4;
var MOST = 500;
var LOCAL = /^http:\/\/(?:localhost|127\.|169\.254\.169\.254|\[::1\]|\[fd00:ec2::254\])/;
var remote_script_default = defineRule({
  meta: {
    id: "user-data/remote-script",
    title: "Script from the network is run over plain HTTP",
    severity: "note",
    about: "hygiene",
    domain: "machines",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: "Whoever stands between the machine and the server, or answers for its name, runs code as root on it.",
    remediation: "Fetch over HTTPS and compare a checksum before running, or bake the software into the image.",
    cwe: ["CWE-494", "CWE-319"],
    references: ["https://cwe.mitre.org/data/definitions/494.html"]
  },
  on: "script",
  *check({ text: text2 }) {
    const seen = /* @__PURE__ */ new Set();
    for (const { index, value } of fetchedScripts(text2.value)) {
      if (seen.has(index) || LOCAL.test(value)) continue;
      seen.add(index);
      if (seen.size > MOST) return;
      yield {
        span: locate(text2, index, index + value.length),
        message: "A script fetched over plain HTTP is run.",
        element: value
      };
    }
  }
});
function* fetchedScripts(text2) {
  if (!/http:\/\//i.test(text2)) return;
  let pipes = 0;
  for (const { index, groups } of text2.matchAll(PIPED)) {
    if (++pipes > MOST_PIPES) break;
    const before = text2.slice(Math.max(0, index - REACH4), index);
    const ends = groups?.powershell ? ["\n"] : ["\n", ";", "&&", " & "];
    const command = before.slice(Math.max(...ends.map((end) => before.lastIndexOf(end))) + 1);
    const download = groups?.powershell ? 0 : command.search(/\b(?:curl|wget|fetch)\b/);
    if (download !== -1) yield* firstAddress(text2, index - command.length + download, index);
  }
  for (const { index, 0: call } of text2.matchAll(FETCHING)) {
    const start = index + call.length;
    yield* firstAddress(text2, start, start + REACH4);
  }
}
function* firstAddress(text2, start, end) {
  const found2 = text2.slice(start, end).matchAll(ADDRESS).next().value;
  if (found2) yield { index: start + found2.index, value: found2[0] };
}

// src/rules/user-data/script-secret.ts
var WHERE2 = { dockerfile: "a step of the image build", workflow: "a workflow step", script: "the script" };
var script_secret_default = defineRule({
  meta: {
    id: "user-data/script-secret",
    title: "Script holds a literal secret",
    severity: "high",
    about: "secret",
    domain: "machines",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: "A secret in a script is read by everyone who can read the repository or an image built from it, stays in its history, and cannot be rotated without a change to the code.",
    remediation: "Read the secret from the environment or from AWS Secrets Manager when the script runs.",
    cwe: ["CWE-798"],
    references: [
      "https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_cli.html",
      "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_identities_secrets.html"
    ]
  },
  on: "script",
  *check(script, context) {
    if (script.place === "script" || script.place === "dockerfile" || script.place === "workflow") {
      yield* boundedHits(scriptHits(script, WHERE2[script.place], "high"), script.span, context);
    }
  }
});

// src/rules/user-data/sensitive-environment.ts
var READERS = {
  "lambda-environment": "the environment of the function",
  "ecs-environment": "the environment of the container",
  "build-environment": "the environment of the build",
  metadata: "the metadata of the instance",
  "user-data": "user-data"
};
var sensitive_environment_default = defineRule({
  meta: {
    id: "user-data/sensitive-environment",
    title: "Sensitive value is written into an environment",
    severity: "note",
    about: "hygiene",
    domain: "machines",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: "A value that was declared sensitive ends up readable to everyone who may describe the function, the task or the project, whatever the plan hides.",
    remediation: "Pass the ARN of a Secrets Manager secret or an SSM parameter: in `secrets` of a container, with the type SECRETS_MANAGER in CodeBuild, and let a function fetch it.",
    cwe: ["CWE-312", "CWE-526"],
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html",
      "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html"
    ]
  },
  on: "setting",
  *check({ place: place2, name, sensitive, related }) {
    const reader = READERS[place2];
    if (!reader) return;
    for (const { reference, span } of sensitive) {
      yield {
        span,
        message: `\`${reference}\` is sensitive, and ends up readable in ${reader} as \`${name.value}\`.`,
        element: `${name.value} ${reference}`,
        related
      };
    }
  }
});

// src/rules/user-data/sensitive-variable.ts
var sensitive_variable_default = defineRule({
  meta: {
    id: "user-data/sensitive-variable",
    title: "Sensitive variable is written into user-data",
    severity: "note",
    about: "hygiene",
    domain: "machines",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: "A value that was declared sensitive ends up readable in the user-data of the instance, in its metadata service and in the launch template.",
    remediation: "Let user-data fetch it from AWS Secrets Manager with the role of the instance.",
    cwe: ["CWE-312"],
    references: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html"]
  },
  on: "script",
  *check(script) {
    if (script.place !== "user-data") return;
    for (const { reference, span } of script.sensitive) {
      yield {
        span,
        message: `\`${reference}\` is sensitive, and ends up readable in user-data.`,
        element: reference,
        related: script.related
      };
    }
  }
});

// src/rules/user-data/workflow-secret.ts
var workflow_secret_default = defineRule({
  meta: {
    id: "user-data/workflow-secret",
    title: "Environment of a workflow holds a literal secret",
    severity: "high",
    about: "secret",
    domain: "machines",
    fixable: true,
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: "A literal under `env:` or `with:` of a workflow is read by everyone who can read the repository, and is not masked in the logs.",
    remediation: "Store it as a secret of the repository or the environment and write `${{ secrets.NAME }}`.",
    cwe: ["CWE-798"],
    references: [
      "https://docs.github.com/en/actions/security-for-github-actions/security-guides/using-secrets-in-github-actions"
    ]
  },
  on: "setting",
  *check(setting) {
    if (setting.place !== "workflow") return;
    const reference = `\${{ secrets.${secretName2(setting)} }}`;
    for (const hit3 of settingHits(setting, {
      where: "Workflow variable",
      weight: "high",
      remediation: () => `Store it as a secret and write \`${setting.name.value}: ${reference}\`. Rotate the value that stood here.`
    })) {
      const whole = setting.value.kind === "string" && hit3.secretValue === setting.value.text.value;
      const fix = [{ span: hit3.span, text: reference }];
      yield whole && hit3.span.end - hit3.span.start === hit3.secretValue?.length ? { ...hit3, fix } : hit3;
    }
  }
});
function secretName2({ name }) {
  return name.value.replace(/([a-z])([A-Z])/g, "$1_$2").replace(/\W+/g, "_").toUpperCase();
}

// src/rules/workflow/jobs.ts
function jobsOf(document) {
  const jobs = member(document, "jobs");
  const found2 = [];
  if (jobs?.kind === "map") {
    for (const { key, value } of jobs.entries) {
      found2.push({ name: key, body: value, steps: member(value, "steps"), environments: environmentsOf(value) });
    }
  }
  const steps = member(member(document, "runs"), "steps");
  return steps ? [...found2, { name: "runs", body: void 0, steps, environments: [] }] : found2;
}
function workflowEnvironment(document) {
  return member(document, "env");
}
function stepsOf2({ steps }) {
  if (steps?.kind !== "list") return [];
  return steps.items.map((step, index) => {
    const uses = textOf(member(step, "uses"));
    return {
      name: nameOf5(step) ?? uses ?? `${index + 1}`,
      uses,
      inputs: member(step, "with"),
      environment: member(step, "env")
    };
  });
}
function nameOf5(step) {
  const name = textOf(member(step, "name")) ?? textOf(member(step, "id"));
  return name?.replace(/[`\s]+/g, " ").trim().slice(0, 100);
}
function textOf(value) {
  return leafOf(value)?.value || void 0;
}
function environmentsOf(job) {
  const services = member(job, "services");
  const containers = [
    member(job, "container"),
    ...services?.kind === "map" ? services.entries.map(({ value }) => value) : []
  ];
  return [member(job, "env"), ...containers.map((container) => member(container, "env"))].filter(
    (env) => env !== void 0
  );
}

// src/rules/workflow/job-needs.ts
function needsOnlyItsFiles(document, job) {
  if (!job.body || member(job.body, "uses") || mentionsToken(member(document, "env")) || mentionsToken(job.body))
    return false;
  const { steps } = job;
  const scripts = steps?.kind === "list" ? steps.items.map((step) => textOf(member(step, "run"))) : [];
  return stepsOf2(job).every(({ uses }) => uses === void 0 || READ_ONLY_ACTIONS.test(uses)) && scripts.every((script) => script === void 0 || commandsIn(script).every((command) => HARMLESS.test(command)));
}
var READ_ONLY_ACTIONS = /^(?:actions\/(?:checkout|cache|setup-[\w-]+|upload-artifact|download-artifact)|aws-actions\/[\w-]+|hashicorp\/setup-terraform|docker\/(?:setup-buildx|setup-qemu)-action|pnpm\/action-setup)@/;
var COMMANDS = [
  "aws|sam|cdk|npx (?:aws-)?cdk|terraform|tofu|terragrunt|pulumi|kubectl|helm|docker (?:build|push|tag|buildx)",
  "npm (?:ci|install|i|test)|(?:npm run|yarn|pnpm) (?:build|test|lint|synth|compile|install)|pip3? install",
  "echo|printf|cd|ls|cat|mkdir|export|set|zip|unzip|date|sleep|env|true"
];
var HARMLESS = new RegExp(String.raw`^(?:${COMMANDS.join("|")})(?=\s|$)|^[A-Za-z_]\w*=|^#`);
function commandsIn(script) {
  const lines = script.replace(/\\\r?\n\s*/g, " ").split(/\r?\n|&&|\|\|?|;|\$\(|`/);
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}
function mentionsToken(value) {
  if (value?.kind === "map") return value.entries.some((entry) => mentionsToken(entry.value));
  if (value?.kind === "list") return value.items.some(mentionsToken);
  return /github\.token|GITHUB_TOKEN|GH_TOKEN/i.test(textOf(value) ?? "");
}

// src/rules/workflow/role-fix.ts
function mayAskForToken(document, job) {
  return tokenEdits(document, job)?.length === 0;
}
function tokenEdits(document, job) {
  const permissions = member(job.body, "permissions") ?? member(document, "permissions");
  const idToken = member(permissions, "id-token");
  if (textOf(permissions) === "write-all" || textOf(idToken) === "write") return [];
  if (!permissions) return needsOnlyItsFiles(document, job) ? blockEdits(job) : void 0;
  const first = permissions.kind === "map" && !idToken ? permissions.entries[0] : void 0;
  return first && [{ span: first.keySpan, text: "id-token: write", asLines: true }];
}
function blockEdits({ body }) {
  const [first] = body?.kind === "map" ? body.entries : [];
  const text2 = "permissions:\n  contents: read\n  id-token: write";
  return first && [{ span: first.keySpan, text: text2, asLines: true }];
}
function roleFix(inputs, keys, elsewhere) {
  const removed = inputs.kind === "map" ? withoutKeys(inputs, keys) : void 0;
  if (!removed || textOf(member(inputs, "role-to-assume"))) return removed;
  const [first] = keys;
  if (!elsewhere || !first) return void 0;
  return [...removed, { span: first.keySpan, text: `role-to-assume: ${elsewhere}`, asLines: true }];
}
function withoutKeys(inputs, keys) {
  const removed = new Set(keys);
  const { entries } = inputs;
  const edits = [];
  for (let at2 = 0; at2 < entries.length; at2++) {
    if (!removed.has(entries[at2])) continue;
    const first = entries[at2];
    while (at2 + 1 < entries.length && removed.has(entries[at2 + 1])) at2++;
    const next = entries[at2 + 1];
    if (!next || !isNextLine(entries[at2], next)) return void 0;
    edits.push({ span: { ...first.keySpan, end: next.keySpan.start }, text: "" });
  }
  return edits.length > 0 ? edits : void 0;
}
var WIDEST_GAP = 26;
function isNextLine({ value }, { keySpan }) {
  const gap = keySpan.start - value.span.end;
  return keySpan.uri === value.span.uri && gap > 0 && gap <= WIDEST_GAP;
}

// src/rules/workflow/aws-jobs.ts
var AWS_ACTION = /^aws-actions\/|^(?:aws-|.*\/)(?:setup-sam|.*ecr-login|.*-aws-credentials)\b/i;
function awsJobs(document) {
  const shared = namesAws(workflowEnvironment(document));
  return jobsOf(document).filter((job) => shared || job.environments.some(namesAws) || reachesAws(job));
}
function reachesAws(job) {
  return stepsOf2(job).some((step) => isAwsStep(step) || namesAws(step.environment) || namesAws(step.inputs));
}
var isAwsStep = ({ uses }) => uses !== void 0 && AWS_ACTION.test(uses);
function namesAws(map) {
  return map?.kind === "map" && map.entries.some(({ key }) => /^aws[_-](?:access[_-]key|secret|session|role|web[_-]identity)/i.test(key));
}
function eventsOf(document) {
  const on = member(document, "on") ?? member(document, "true");
  if (on?.kind === "map") return new Set(on.entries.map(({ key }) => key));
  const items2 = on?.kind === "list" ? on.items : on ? [on] : [];
  return new Set(items2.flatMap((item) => leafOf(item)?.value ?? []));
}
var mayReachAws = (document, job) => awsJobs(document).some(({ name }) => name === job.name) || mayAskForToken(document, job);

// src/rules/workflow/head-checkout.ts
var head_checkout_default = defineRule({
  meta: {
    id: "workflow/head-checkout",
    title: "Code of a stranger runs beside AWS credentials",
    severity: "medium",
    about: "hygiene",
    domain: "pipelines",
    practice: "OIDC in CI, trust scoped to organisation and repository",
    description: "A workflow on `pull_request_target` or `workflow_run` has the secrets and id tokens of the repository, whoever opened the pull request. With the head checked out, its scripts, build files and tests run with them.",
    remediation: "Build on `pull_request`, which has no secrets, and do what needs AWS in a second workflow that takes no code of the pull request; or keep the job behind an environment with reviewers.",
    cwe: ["CWE-829", "CWE-269"],
    references: ["https://docs.github.com/en/actions/reference/security/secure-use"]
  },
  on: "workflow",
  *check({ document }) {
    const events = [...eventsOf(document)].filter(
      (event) => event === "pull_request_target" || event === "workflow_run"
    );
    if (events.length === 0) return;
    for (const job of jobsOf(document)) {
      if (!mayReachAws(document, job)) continue;
      for (const { name, uses, inputs } of stepsOf2(job)) {
        const ref = leafOf(member(inputs, "ref")) ?? leafOf(member(inputs, "repository"));
        if (!uses?.startsWith("actions/checkout") || !ref || !HEAD.test(ref.value)) continue;
        yield {
          span: ref.span,
          message: `Job \`${job.name}\` checks out what the pull request brings, and may use AWS.`,
          element: `${job.name} ${name}`
        };
      }
    }
  }
});
var HEAD = /github\.(?:event\.pull_request\.head\.|head_ref|event\.workflow_run\.head_)|refs\/pull\//;

// src/rules/workflow/printed-secret.ts
var printed_secret_default = defineRule({
  meta: {
    id: "workflow/printed-secret",
    title: "Credentials are printed into the log",
    severity: "low",
    about: "hygiene",
    domain: "pipelines",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: "GitHub masks what it knows as a secret, letter by letter: encoded, cut or taken from a profile it goes into the log, which everybody who may read the repository may read.",
    remediation: "Print what tells as much and is no secret, such as `aws sts get-caller-identity`.",
    cwe: ["CWE-532"],
    references: ["https://docs.github.com/en/actions/reference/security/secure-use"]
  },
  on: "workflow",
  *check({ document }) {
    for (const job of jobsOf(document)) {
      if (job.steps?.kind !== "list" || !mayReachAws(document, job)) continue;
      const login = stepsOf2(job).findIndex(isAwsStep);
      const given = namesAws(workflowEnvironment(document)) || job.environments.some(namesAws);
      for (const [index, step] of job.steps.items.entries()) {
        const run = member(step, "run");
        const hasCredentials = given || namesAws(member(step, "env")) || login !== -1 && login < index;
        if (run?.kind !== "string") continue;
        for (const match2 of run.text.value.matchAll(PRINTED)) {
          if (!hasCredentials && !match2[0].includes("$")) continue;
          const start = match2.index + match2[0].length - match2[0].trimStart().length;
          const span = locate(run.text, start, match2.index + match2[0].trimEnd().length);
          yield {
            span,
            message: `Job \`${job.name}\` prints credentials of AWS into its log.`,
            element: `${job.name} ${match2[0].trim().slice(0, 40)}`
          };
        }
      }
    }
  }
});
var PRINTED = /^[ \t]*(?:(?:echo|printf)\b[^\n|>]{0,300}(?:\$\{?AWS_(?:SECRET_ACCESS_KEY|SESSION_TOKEN)\b|\$\{\{ *secrets\.[A-Z_]*(?:SECRET|TOKEN)[A-Z_]* *\}\})[^\n|>]{0,300}|(?:env|printenv|export -p|set)|cat [^\n|>]{0,60}\.aws\/credentials|aws configure export-credentials[^\n|>]{0,200})[ \t]*$/gm;

// src/rules/workflow/role-from-input.ts
var role_from_input_default = defineRule({
  meta: {
    id: "workflow/role-from-input",
    title: "Whoever starts the workflow chooses the role",
    severity: "low",
    about: "hygiene",
    domain: "pipelines",
    practice: "OIDC in CI, trust scoped to organisation and repository",
    description: "The role comes from an input that people type, or from the event that somebody else sent: any role that trusts this repository will do.",
    remediation: "Choose among known roles by a name, in an environment of GitHub or a `choice` input, and keep the ARN in a variable.",
    cwe: ["CWE-20", "CWE-639"],
    references: ["https://docs.github.com/en/actions/reference/security/secure-use"]
  },
  on: "workflow",
  *check({ document }) {
    const events = eventsOf(document);
    for (const job of jobsOf(document)) {
      for (const step of stepsOf2(job)) {
        const role = isAwsStep(step) ? leafOf(member(step.inputs, "role-to-assume")) : void 0;
        if (!role || !isTyped(role.value, events)) continue;
        yield {
          span: role.span,
          message: `Step \`${step.name}\` takes the role from whoever starts the workflow.`,
          element: `${job.name} ${step.name}`
        };
      }
    }
  }
});
function isTyped(role, events) {
  if (/github\.event\.(?:client_payload|issue|comment|pull_request|inputs)\b/.test(role)) return true;
  return /\binputs\./.test(role) && events.has("workflow_dispatch") && !events.has("workflow_call");
}

// src/rules/workflow/script-injection.ts
var script_injection_default = defineRule({
  meta: {
    id: "workflow/script-injection",
    title: "Words of a stranger become commands beside AWS credentials",
    severity: "medium",
    about: "hygiene",
    domain: "pipelines",
    practice: "OIDC in CI, trust scoped to organisation and repository",
    description: "What stands between `${{` and `}}` is put into the script before the shell reads it. A title or a branch name that holds a command is then run, and the job has credentials of AWS.",
    remediation: 'Hand it over as a variable: `env: TITLE: ${{ \u2026 }}`, and write `"$TITLE"` in the script.',
    cwe: ["CWE-78", "CWE-94"],
    references: ["https://docs.github.com/en/actions/concepts/security/script-injections"]
  },
  on: "workflow",
  *check({ document }) {
    const outsiders = [...eventsOf(document)].some((event) => OUTSIDERS.test(event));
    for (const job of jobsOf(document)) {
      if (job.steps?.kind !== "list" || !mayReachAws(document, job)) continue;
      for (const step of job.steps.items) {
        const script = member(step, "run") ?? member(member(step, "with"), "script");
        if (script?.kind !== "string") continue;
        for (const { index, 0: written2 } of script.text.value.matchAll(WORDS2)) {
          yield {
            span: locate(script.text, index, index + written2.length),
            message: `Job \`${job.name}\` runs what somebody writes there, and may use AWS.`,
            element: `${job.name} ${written2.replace(/\s/g, "")}`,
            ...outsiders ? {} : { severity: "note" }
          };
        }
      }
    }
  }
});
var OUTSIDERS = /^(?:issues|issue_comment|pull_request_target|discussion|discussion_comment|workflow_run|fork|watch)$/;
var WORDS2 = /\$\{\{[^}\n]{0,200}\bgithub\.(?:head_ref\b|event\.(?:(?:issue|pull_request|discussion)\.(?:title|body)|(?:comment|review|review_comment)\.body|pull_request\.head\.(?:ref|label|repo\.default_branch)|head_commit\.(?:message|author\.(?:name|email))|workflow_run\.(?:head_branch|head_commit\.message|display_title)|commits\b[^}\n]{0,80}\.(?:message|name|email)|pages\b[^}\n]{0,80}\.page_name)\b)[^}\n]{0,200}\}\}/g;

// src/rules/workflow/static-aws-keys.ts
var static_aws_keys_default = defineRule({
  meta: {
    id: "workflow/static-aws-keys",
    title: "Workflow uses long-lived AWS keys",
    severity: "medium",
    about: "hygiene",
    domain: "pipelines",
    fixable: true,
    practice: "OIDC in CI, trust scoped to organisation and repository",
    description: "An access key of an IAM user works for whoever holds it, from anywhere, until somebody deletes it; each step of the job, and each action it runs, can read it. With OpenID Connect the job gets credentials of a role that end with it, and nothing is stored.",
    remediation: "Let the job assume a role by OpenID Connect: `permissions: { id-token: write, contents: read }` and `role-to-assume` of aws-actions/configure-aws-credentials; then delete the stored keys and the user.",
    cwe: ["CWE-798", "CWE-522"],
    references: [
      "https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles"
    ]
  },
  on: "workflow",
  *check({ document }) {
    const everywhere = workflowEnvironment(document);
    if (everywhere) yield* environmentHits(everywhere, "the workflow", "workflow");
    for (const job of jobsOf(document)) {
      for (const environment of job.environments) yield* environmentHits(environment, `job \`${job.name}\``, job.name);
      for (const step of stepsOf2(job)) yield* stepHits(step, job, document);
    }
  }
});
var ACTION = "aws-actions/configure-aws-credentials";
var PERMISSIONS = fenced("permissions:\n  id-token: write\n  contents: read");
function* stepHits(step, job, document) {
  const { environment, inputs, uses } = step;
  if (environment) yield* environmentHits(environment, `step \`${step.name}\``, `${job.name}/${step.name}`);
  if (!inputs || uses?.split("@")[0]?.toLowerCase() !== ACTION) return;
  const pair3 = staticPair(inputs, ["aws-access-key-id", "aws-secret-access-key", "aws-session-token"]);
  if (!pair3) return;
  const token = tokenEdits(document, job);
  const role = token && roleFix(inputs, pair3, roleElsewhere(document));
  yield {
    ...place(pair3),
    element: `${job.name}/${step.name}/with`,
    message: `Step \`${step.name}\` logs in to AWS with a long-lived key (${sourceOf2(pair3)}).`,
    remediation: stepRemedy(step, inputs),
    ...role ? { fix: [...role, ...token] } : {}
  };
}
function roleElsewhere(document) {
  const named2 = jobsOf(document).flatMap(stepsOf2).filter(({ uses }) => uses?.split("@")[0]?.toLowerCase() === ACTION).flatMap(({ inputs }) => textOf(member(inputs, "role-to-assume")) ?? []);
  const [only2, another] = new Set(named2);
  return another === void 0 && only2 && /^(?:arn:[\w:/.-]+|\$\{\{ ?[\w. -]+ ?\}\})$/.test(only2) ? only2 : void 0;
}
function* environmentHits(environment, where, element) {
  const pair3 = staticPair(environment, ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"]);
  if (!pair3) return;
  yield {
    ...place(pair3),
    element: `${element}/env`,
    message: `The environment of ${where} holds a long-lived AWS key (${sourceOf2(pair3)}).`,
    remediation: environmentRemedy(environment)
  };
}
function staticPair(map, [id, secret, session]) {
  if (map.kind !== "map" || textOf(member(map, session))) return void 0;
  const entries = map.entries.filter(({ key, value }) => (key === id || key === secret) && isStatic(value));
  return entries.length > 0 ? entries : void 0;
}
function isStatic(value) {
  const text2 = textOf(value);
  if (text2 === void 0) return false;
  return text2.split("${{").slice(1).some((expression) => /^[^}]*\b(secrets|vars)\b/.test(expression));
}
function place([first, ...others]) {
  const related = others.map(({ value }) => ({ span: value.span, message: "the other half" }));
  return { span: first.value.span, ...related.length > 0 ? { related } : {} };
}
function sourceOf2(pair3) {
  const names = pair3.flatMap(({ value }) => textOf(value)?.match(/\b(?:secrets|vars)\.\w+/g) ?? []);
  return names.length > 0 ? names.map((name) => `\`${name}\``).join(", ") : "a stored one";
}
function stepRemedy({ uses, name }, inputs) {
  const role = textOf(member(inputs, "role-to-assume")) ?? "arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME";
  const region = textOf(member(inputs, "aws-region")) ?? "REGION";
  return [
    "Give the job these permissions:",
    PERMISSIONS,
    "and write the step as:",
    fenced(oidcStep(uses, role, region, name === uses ? void 0 : name)),
    "The role must trust this repository through the account's OIDC provider. Then delete the stored keys, and the key of the user."
  ].join("\n");
}
function environmentRemedy(environment) {
  const region = textOf(member(environment, "AWS_REGION")) ?? textOf(member(environment, "AWS_DEFAULT_REGION"));
  return [
    "Remove the keys from `env:`, give the job these permissions:",
    PERMISSIONS,
    "and put this step before the first one that uses AWS:",
    fenced(oidcStep(`${ACTION}@v6`, "arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME", region ?? "REGION", void 0)),
    "The role must trust this repository through the account's OIDC provider. Then delete the stored keys, and the key of the user."
  ].join("\n");
}
function oidcStep(uses, role, region, name) {
  const head = name ? [`- name: ${name}`, `  uses: ${uses}`] : [`- uses: ${uses}`];
  return [...head, "  with:", `    role-to-assume: ${role}`, `    aws-region: ${region}`].join("\n");
}
function fenced(yaml) {
  return `\`\`\`yaml
${yaml}
\`\`\``;
}

// src/rules/workflow/unpinned-aws-action.ts
var unpinned_aws_action_default = defineRule({
  meta: {
    id: "workflow/unpinned-aws-action",
    title: "Action that handles AWS credentials may change",
    severity: "note",
    about: "hygiene",
    domain: "pipelines",
    practice: "dependency and action updates",
    description: "A tag can be moved to other code, and has been by attackers. An action that logs in to AWS, or that runs after it in the same job, then sends the credentials wherever it likes.",
    remediation: "Write the full commit id, `uses: owner/action@SHA # v4.1.0`, and let Dependabot or Renovate raise it.",
    cwe: ["CWE-829", "CWE-494"],
    references: ["https://docs.github.com/en/actions/reference/security/secure-use"]
  },
  on: "workflow",
  *check({ document }) {
    for (const job of jobsOf(document)) {
      const steps = stepsOf2(job);
      const login = steps.findIndex(isAwsStep);
      if (login === -1 || job.steps?.kind !== "list") continue;
      for (const [index, { uses }] of steps.entries()) {
        if (index < login || uses === void 0 || !isOthers(uses)) continue;
        const span = leafOf(member(job.steps.items[index], "uses")).span;
        yield {
          span,
          message: `\`${uses.replace(/`/g, "")}\` has the credentials of job \`${job.name}\` within reach, and may change.`,
          element: `${job.name} ${uses.split("@")[0]}`
        };
      }
    }
  }
});
function isOthers(uses) {
  if (/^(?:\.{1,2}\/|docker:|actions\/|github\/)/.test(uses)) return false;
  return !/@[0-9a-f]{40}$/.test(uses);
}

// src/rules/workflow/wide-id-token.ts
var wide_id_token_default = defineRule({
  meta: {
    id: "workflow/wide-id-token",
    title: "Every job may log in as the repository",
    severity: "note",
    about: "hygiene",
    domain: "pipelines",
    practice: "OIDC in CI, trust scoped to organisation and repository",
    description: "An id token is what AWS takes for the repository. Given at the top, each job and each action in it may ask for one, those among them that have nothing to do with AWS.",
    remediation: "Give `id-token: write` to the job that logs in, and to no other.",
    cwe: ["CWE-250"],
    references: ["https://docs.github.com/en/actions/reference/security/oidc"]
  },
  on: "workflow",
  *check({ document }) {
    const permissions = member(document, "permissions");
    const token = textOf(permissions) === "write-all" ? permissions : member(permissions, "id-token");
    if (!token || token !== permissions && textOf(token) !== "write") return;
    const inReach = new Set(awsJobs(document).map(({ name }) => name));
    const others = jobsOf(document).filter(
      ({ name, body }) => !inReach.has(name) && !member(body, "permissions") && !member(body, "uses")
    );
    if (inReach.size === 0 || others.length === 0) return;
    yield {
      span: token.span,
      message: `Job \`${others[0].name}\` may ask for an id token, and does not log in to AWS.`,
      element: "id-token"
    };
  }
});

// src/rules/index.ts
var rules = [
  ...credentials_default,
  public_bucket_default,
  ...regional_default,
  ...root_default,
  ...trails_default,
  unused_provider_default,
  unused_role_default,
  access_logs_default,
  cloudtrail_encryption_default,
  cloudtrail_default,
  cluster_logs_default,
  config_recorder_default,
  container_insights_default,
  database_logs_default,
  flow_logs_default,
  guardduty_default,
  log_encryption_default,
  log_retention_default,
  machine_monitoring_default,
  required_tags_default,
  tracing_default,
  unwatched_events_default,
  add_for_copy_default,
  command_access_default,
  eval_input_default,
  job_limits_default,
  no_health_check_default,
  remote_add_default,
  root_user_default,
  ssh_port_default,
  task_logs_default,
  task_privileges_default,
  unpinned_base_default,
  writable_root_default,
  ...addresses_default,
  appsync_key_default,
  assigned_secret_default,
  aws_access_key_default,
  aws_bedrock_key_default,
  aws_session_token_default,
  credential_file_default,
  gcp_service_account_default,
  jwt_default,
  login_file_default,
  own_credential_default,
  private_key_default,
  ...tokens_default,
  aws_owned_key_default,
  backups_default,
  database_login_default,
  deletion_protection_default,
  ecr_mutable_tags_default,
  ecr_scan_default,
  kms_deletion_window_default,
  kms_rotation_default,
  minor_upgrades_default,
  plain_parameter_default,
  s3_force_destroy_default,
  s3_mfa_delete_default,
  s3_plain_http_default,
  s3_public_access_default,
  s3_public_acl_default,
  s3_versioning_default,
  secret_rotation_default,
  unencrypted_database_default,
  unencrypted_messages_default,
  unencrypted_results_default,
  unencrypted_search_default,
  unencrypted_transit_default,
  unencrypted_volume_default,
  access_analyzer_check_default,
  access_analyzer_default,
  attached_account_policy_default,
  console_user_default,
  ...dangers_default,
  denied_by_organization_default,
  full_admin_default,
  inline_policy_on_user_default,
  long_lived_key_default,
  long_session_default,
  near_admin_default,
  no_permissions_boundary_default,
  optional_mfa_default,
  policy_on_user_default,
  privilege_escalation_default,
  risky_managed_policy_default,
  service_wildcard_default,
  undecided_attachment_default,
  undecided_grant_default,
  undecided_holder_default,
  unknown_account_default,
  unknown_action_default,
  vacuous_condition_default,
  weak_password_policy_default,
  default_network_default,
  imdsv1_default,
  invalid_headers_default,
  no_web_firewall_default,
  old_tls_default,
  open_api_default,
  open_egress_default,
  open_ingress_default,
  outside_vpc_default,
  plain_http_default,
  public_address_default,
  public_cluster_endpoint_default,
  public_subnet_default,
  publicly_accessible_default,
  unread_default,
  account_root_default,
  admin_without_mfa_default,
  any_principal_default,
  confused_deputy_default,
  cross_account_default,
  existing_principal_default,
  github_oidc_default,
  not_principal_default,
  pinned_thumbprint_default,
  public_door_default,
  undecided_door_default,
  undecided_trust_default,
  web_identity_default,
  environment_secret_default,
  image_secret_default,
  literal_secret_default,
  parameter_secret_default,
  password_login_default,
  provider_secret_default,
  remote_script_default,
  script_secret_default,
  sensitive_environment_default,
  sensitive_variable_default,
  workflow_secret_default,
  head_checkout_default,
  printed_secret_default,
  role_from_input_default,
  script_injection_default,
  static_aws_keys_default,
  unpinned_aws_action_default,
  wide_id_token_default
];

// src/scan/mask.ts
var KEY_ID = /^(AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}$/;
var SHORTEST_VALUE = 6;
var MOST_VALUES = 400;
function maskSpans(text2, spans) {
  let out = "";
  let at2 = 0;
  for (const { start, end } of merge(spans)) {
    const from = Math.max(start, at2);
    out += text2.slice(at2, from) + maskValue(text2.slice(from, end));
    at2 = Math.max(at2, end);
  }
  return out + text2.slice(at2);
}
function maskValue(value) {
  if (KEY_ID.test(value)) return `${value.slice(0, 4)}${"*".repeat(value.length - 8)}${value.slice(-4)}`;
  return value.replace(/[^\r\n]/g, "*");
}
function scrubber(values) {
  const known = new Set([...values].flatMap((value) => [value, ...value.split(/\r?\n/)]));
  const long = [...known].filter((value) => value.trim().length >= SHORTEST_VALUE && !isWord2(value)).sort((a, b) => b.length - a.length);
  if (long.length === 0) return (text2) => text2;
  if (long.length <= MOST_VALUES) {
    return (text2) => long.reduce((rest, value) => rest.includes(value) ? rest.replaceAll(value, maskValue(value)) : rest, text2);
  }
  const words = new Set(long);
  return (text2) => text2.replace(/[A-Za-z0-9+/_.~-]{6,}={0,2}/g, (word) => words.has(word) ? maskValue(word) : word);
}
function isWord2(value) {
  return COMMON_PASSWORDS.has(value.toLowerCase()) || /^[A-Za-z]{1,16}$/.test(value) && wordiness(value) > 0;
}
var PIECE = { beside: /[A-Za-z0-9+/]{8,}={0,2}/g, elsewhere: /[A-Za-z0-9+/]{20,}={0,2}/g };
var SPELT_OUT = /(?<![A-Za-z0-9])(?:[A-Za-z0-9+/][\s,]{1,3}){15,}[A-Za-z0-9+/](?![A-Za-z0-9])|(?<!\d)(?:\d{2,3},\s?){15,}\d{2,3}(?!\d)/g;
function redact(line, where) {
  const text2 = where === "beside" ? line.replace(SPELT_OUT, (piece) => piece.replace(/[^\s,]/g, "*")) : line;
  return text2.replace(PIECE[where], (piece) => looksRandom(piece, where) ? "*".repeat(piece.length) : piece);
}
function looksRandom(piece, where) {
  const mixed = /[a-z]/.test(piece) && /[A-Z]/.test(piece);
  const digit2 = /[0-9]/.test(piece);
  if (where === "elsewhere") return mixed && digit2 && shareOfWords(piece) < 0.5;
  if (!mixed && !(digit2 && /[A-Za-z]/.test(piece) && piece.length >= 16)) return false;
  return shareOfWords(piece) < 0.6;
}
function shareOfWords(text2) {
  let letters = 0;
  for (const word of text2.match(/[A-Z][a-z]{2,}|[a-z]{4,}|[A-Z]{4,}/g) ?? []) letters += word.length;
  return letters / text2.length;
}
function merge(spans) {
  const merged3 = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged3.at(-1);
    if (last && start === last.start && end === last.end) continue;
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged3.push({ start, end });
  }
  return merged3;
}

// src/scan/edits.ts
var BEFORE_ENTRY = /^[ \t]*(?:-[ \t]+)*/;
var ENTRY = /^(?:["']?[\w.:/-]+["']?[ \t]*[=:][ \t]*\[?[ \t]*)?["']?$/;
function placedEdit(edit, text2) {
  if (edit.bare !== void 0) return unquoted(edit, edit.bare, text2);
  if (!edit.asLines) return edit;
  const { uri, start } = edit.span;
  const line = text2.slice(text2.lastIndexOf("\n", start - 1) + 1, start);
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
function unquoted(edit, bare, text2) {
  const { uri, start, end } = edit.span;
  const quote2 = text2[start - 1];
  const isQuoted = (quote2 === '"' || quote2 === "'") && text2[end] === quote2;
  if (!isQuoted || isInHeredoc(text2, start)) return { span: edit.span, text: edit.text };
  return { span: { uri, start: start - 1, end: end + 1 }, text: bare };
}
function isInHeredoc(text2, at2) {
  const before = text2.slice(0, at2);
  const opened = [...before.matchAll(/<<[-~]?[ \t]*"?(\w+)"?[ \t]*\r?\n/g)].at(-1);
  if (!opened) return false;
  const since = before.slice(opened.index + opened[0].length);
  return !new RegExp(`^[ \\t]*${opened[1]}[ \\t]*\\r?$`, "m").test(since);
}

// src/scan/finding-identity.ts
import { createHash as createHash2, scryptSync } from "node:crypto";
function identityOf({ rule: rule2, node, hit: hit3 }, path2, stretched, occurrence = 1) {
  const { id } = rule2.meta;
  const element = hit3.element ?? "";
  if (hit3.secretValue !== void 0) {
    const value = withoutLayout(hit3.secretValue);
    const whole = digest(value);
    const formerly2 = digest(hit3.secretValue.replace(/[ \t]*\r?\n/g, "\n")).slice(0, 4);
    return {
      key: digest(join(id, path2, whole, element)),
      published: () => ({
        fingerprint: digest(join(id, path2, tagOf(value, whole, stretched), element)).slice(0, 32),
        former: digest(join(id, path2, formerly2, element)).slice(0, 32)
      }),
      secretKey: digest(join(id, whole, element)),
      valueKey: digest(join(path2, whole, element))
    };
  }
  const parts = [id, placeOf(path2, node.anchor), node.anchor, element];
  const key = digest(join(...parts, ...occurrence > 1 ? [String(occurrence)] : []));
  const formerly = (part2) => digest(join(id, placeOf(path2, node.anchor), node.anchor, part2)).slice(0, 32);
  const { elements = [] } = hit3;
  return {
    key,
    published: () => ({
      fingerprint: key.slice(0, 32),
      ...elements.length > 1 ? { parts: [...new Set(elements.map(formerly))] } : {}
    })
  };
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
function placeOf(path2, anchor) {
  if (anchor === "" || !/\.(tf|tofu|tf\.json)$/.test(path2)) return path2;
  return path2.slice(0, path2.lastIndexOf("/") + 1);
}
function withoutLayout(secret) {
  const pem = /^-{4,5} ?BEGIN [^-]*-{4,5}([\s\S]*?)(?:-{4,5} ?END [^-]*-{4,5})?$/.exec(secret);
  if (pem) return pem[1].replace(/\\+[nrt]|[^A-Za-z0-9+/=]/g, "");
  return secret.includes("\n") ? secret.replace(/\s+/g, "") : secret;
}
var join = (...parts) => parts.join("\0");
function digest(text2) {
  return createHash2("sha256").update(text2).digest("hex");
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
    return places.map((place2) => ({ span: place2, message: "the value comes from here" }));
  }
};
function originsIn(document) {
  const found2 = /* @__PURE__ */ new Map();
  for (const { origin, span } of document.statements.flatMap(leavesOf)) {
    if (!origin) continue;
    const places = found2.get(placeOf2(span)) ?? [];
    if (places.length < MOST_ORIGINS && !places.some((place2) => placeOf2(place2) === placeOf2(origin))) places.push(origin);
    found2.set(placeOf2(span), places);
  }
  return found2;
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

// src/scan/certificates.ts
var LOCAL2 = /(?<![a-z-])localhost(?![a-z-])|127\.0\.0\.1|\.(?:local|localdomain|test|example|invalid)(?![a-z.-])|example\.(?:com|org|net)|Internet Widgits Pty Ltd|mkcert development|snakeoil|self.?signed/i;
var CERTIFICATE = /-----BEGIN (?:TRUSTED )?CERTIFICATE-----([A-Za-z0-9+/=\s]{200,20000}?)-----END/g;
var MOST2 = 4;
function certificateReason({ uri, text: text2 }, read) {
  if (!text2.includes("PRIVATE KEY")) return void 0;
  const texts = [text2, ...besides2(uri).flatMap((path2) => read(path2)?.text ?? [])];
  return texts.some(isForLocal) ? "its certificate is for the developer\u2019s own machine or for tests" : void 0;
}
function isForLocal(text2) {
  return [...text2.matchAll(CERTIFICATE)].slice(0, MOST2).some(([, base64]) => LOCAL2.test(Buffer.from(base64, "base64").toString("latin1")));
}
function besides2(uri) {
  const folder = uri.slice(0, uri.lastIndexOf("/") + 1);
  const [, stem, extension] = /^(.+)\.(key|pem|p8)$/i.exec(uri.slice(folder.length)) ?? [];
  if (stem === void 0) return [];
  const bare = stem.replace(/[-_.]?(?:private[-_]?)?key$|^privkey$/i, "");
  const stems = /* @__PURE__ */ new Set([
    stem,
    bare,
    `${bare}-cert`,
    `${bare}_cert`,
    `${bare}.cert`,
    ...bare === "" ? ["cert", "fullchain", "server"] : []
  ]);
  const extensions = extension === "key" ? ["crt", "pem", "cert", "cer"] : ["pem", "crt", "cert", "cer"];
  return [...stems].filter(Boolean).flatMap((one) => extensions.map((end) => `${folder}${one}.${end}`)).filter((path2) => path2 !== uri);
}

// src/scan/sample-files.ts
var BEGINNING = 4e3;
var TEST = /(?:^|\/)(?:test_[^/]*\.py|conftest\.py|[^/]*[._-](?:test|tests|spec)\.\w+)$/i;
var PROGRAM = /\.(?:py|[cm]?[jt]sx?)$/i;
var PAGE = /\.(?:md|mdx|markdown)$/i;
var isPage = (path2) => PAGE.test(path2);
var isTestOfProgram = (path2) => TEST.test(path2) && PROGRAM.test(path2);
var SAMPLE_KINDS = [
  { reason: "it stands in a test", path: TEST },
  {
    reason: "it stands in a test",
    path: /(?:^|[/_.-])(?:\w*(?<!la)tests?|molecule|__tests__|specs?|e2e|testdata|testing|cypress|playwright|storybook|features\/(?:context|bootstrap|steps?|step_definitions|support)|qa-tests?|unittests?|test[-_]?(?:utils?|helpers?|support|kit|lib|common))(?:\/|[-_]\w+\/)|[-_/](?:tests?|specs?)\/|(?:^|\/)(?:[^/]*[._-]e2e\.\w+|[^/]*_(?:test|spec)\.\w+|[^/]*(?:Test|Tests|Spec|IT)\.(?:java|kt|cs|scala|groovy|php|swift)|[^/]*\.stories\.\w+|[^/]*\.feature|(?:application|settings|config|bootstrap)[-_.]test(?:s|ing)?\.\w+|(?:settings|config|configs|environments?)\/(?:test|tests|testing|ci|e2e)\.\w+|(?:docker-)?compose[^/]*[._-](?:tests?|ci|e2e|cypress)[^/]*|\.env\.(?:\w+[_-])?(?:tests?|ci|e2e)[^/]*|\.github\/(?:[^/]*\/)*(?:(?:docker-)?compose[^/]*|[^/]*(?:test|e2e|integration|playwright|cypress)[^/]*)\.ya?ml|phpunit[^/]*\.xml(?:\.dist)?|[^/]*(?:vitest|jest|karma|cypress|playwright)[^/]*\.\w+|(?:config|environments)\/(?:dev|development)\.(?:exs|rb)|credentials\/(?:development|test)\.key)$/i,
    content: /\bimport pytest\b|\bfrom (?:unittest|moto)\b|\bimport (?:unittest|moto)\b|@SpringBootTest|\bfrom ['"](?:vitest|@jest\/globals|@playwright\/test)['"]|require ['"]rspec|\bimport org\.junit|\bAPP_ENV["']?\s*(?:[:=]|value=)\s*["']?(?:test|testing|ci)\b/
  },
  {
    reason: "it stands in a fixture or a mock",
    path: /(?:^|\/)(?:__)?(?:fixtures?|mocks?|stubs?|snapshots?|cassettes?|test-?data|test_data|golden|seeds?)(?:__)?\/|\.(?:snap|fixture\.\w+)$|(?:^|[/_.-])(?:mock(?:s|ed)?|fakes?|stubs?|dummy)(?=[/_.-])|(?:Fake|Mock|Stub|Dummy)(?:[A-Z]\w*)?\.\w+$|(?:^|\/)(?:fake|mock|stub|dummy)[A-Z_-][^/]*$|(?:^|\/)fixtures?\.\w+$/
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
    reason: "it stands in documentation",
    // What pages of documentation search in is made of them.
    path: /(?:^|\/)(?:lunr[^/]*|search[-_.]?(?:index|data|store)[^/]*)\.(?:js|json)$|(?:^|\/)(?:javadoc|apidocs?|typedoc|_static)\//i
  },
  {
    reason: "it stands in code of others",
    path: /(?:^|\/)(?:vendor|third[-_]?party|wp-(?:includes|admin)|node_modules|bower_components|site-packages|\.yarn)\/|(?:^|\/)(?:static|public|assets|wwwroot)\/(?:[^/]+\/)*(?:libs?|plugins|vendors)\//i
  },
  {
    reason: "it stands in the rules of a scanner",
    path: /(?:^|\/)[^/]*(?:gitleaks|betterleaks|kingfisher|trufflehog|gitallowed|detect-secrets)[^/]*$/i
  },
  {
    // Classes: `LocalUserRepository.php` stands in for what is not there.
    reason: "it is for the developer\u2019s own machine",
    path: /(?:^|\/)(?:Local|Dev|Development)[A-Z]\w*(?:Repository|Config(?:uration)?|Settings|Service|Client|Provider|Gateway|Store|Seeder?)\.\w+$/
  },
  {
    reason: "it is for the developer\u2019s own machine",
    path: /(?:^|\/)(?:\.devcontainer|docker-compose|localstack|moto|local(?:dev|env|setup|[-_][\w-]+)?|dev[-_]?env|vagrant)\/|(?:^|\/)(?:(?:docker-)?compose[^/]*[._-](?:local|dev|development|override)[^/]*|\.env\.(?:local|dev|development)[^/]*|Vagrantfile|[^/]*localhost[^/]*|(?:[^/]*[._-])?local[._-](?![^/]*\b(?:tf|tofu|hcl)$)[^/]*|docker\/(?:[^/]+\/)*[^/]+\.(?:key|pem|p12|pfx)|(?:[^/]*[_.-])?(?:(?:dev)?local|dev|development|tests?|testing|self-?signed|snake-?oil|mkcert|dummy|insecure|fake)[_.-](?:[^/]*\.)?(?:key|pem|p12|pfx)|(?:certs?|certificates?|ssl|tls|keys?)\/(?:local|dev|development|test|self-?signed)\/[^/]+|(?:local|dev|development|test|self-?signed)[-_](?:certs?|certificates?|ssl|tls|keys?)\/[^/]+|docker-(?!compose)[\w-]*keys?\b[^/]*|settings\/(?:dev|devstack|development|local)\w*\.py|(?:start|run|setup|init)[-_]local[^/]*)$/i,
    content: /\b(?:do not|don't|never|not) (?:be )?use[d]? (?:this |these |it )?in production\b|\b(?:only )?for (?:local )?(?:testing|development)(?: purposes?)?(?: only)?\b[^\n]{0,40}\bonly\b|(?:localhost|127\.0\.0\.1|localstack):4566|\bAPP_ENV["']?\s*[:=]\s*["']?(?:dev|development|local)\b/i
  }
];
function sampleReason(path2, text2) {
  const byPath = SAMPLE_KINDS.find((kind2) => kind2.path?.test(path2));
  if (byPath) return byPath.reason;
  const beginning2 = text2.slice(0, BEGINNING);
  return SAMPLE_KINDS.find((kind2) => kind2.content?.test(beginning2))?.reason;
}

// src/scan/secret-context.ts
var REACH5 = 4e3;
var BESIDE2 = 300;
var NAMED_FOR_TESTS = "its name says that it is for tests or the developer\u2019s own machine";
var SECRET_CONTEXTS = [
  {
    reason: "its neighbours speak of example.com",
    // https://www.rfc-editor.org/rfc/rfc2606
    holds: (text2, at2) => /\bexample\.(?:com|org|net)\b/i.test(text2.slice(Math.max(0, at2 - BESIDE2), at2 + BESIDE2))
  },
  {
    reason: "its neighbours are placeholders",
    holds: (text2, at2) => /[:=]\s*["']?(?:placeholder|dummy|fake|changeme)["']?\s*$/im.test(
      text2.slice(Math.max(0, at2 - BESIDE2), at2 + BESIDE2)
    )
  },
  { reason: "it stands in a comment", holds: isInComment },
  { reason: "it is of the environment for development or tests", holds: isForDevelopment },
  { reason: NAMED_FOR_TESTS, holds: isNamedForTests },
  { reason: "a comment beside it says that it is no secret, or is to be replaced", holds: isSaidToBeNone },
  { reason: "it is taken only where nothing else is set", holds: isFallback },
  { reason: "it is the name of its user or database as well", holds: isNameBeside },
  { reason: "a page brings it to everyone who visits it", holds: isInPage },
  { reason: "an app brings it to everyone who has it", holds: isInApp },
  { reason: "it is a sample of code that a page shows", holds: isShown },
  { reason: "it is a field of data, one of many records", holds: isOfRecords },
  { reason: "it is for the developer\u2019s own machine", holds: isForOwnMachine }
];
function contextReason(text2, at2, path2) {
  return SECRET_CONTEXTS.find(({ holds: holds2 }) => holds2(text2, at2, path2))?.reason;
}
function namedReason(text2, at2) {
  return isNamedForTests(text2, at2) ? NAMED_FOR_TESTS : void 0;
}
var lineStart = (text2, at2) => text2.lastIndexOf("\n", at2 - 1) + 1;
function isInComment(text2, at2) {
  if (COMMENT.test(text2.slice(lineStart(text2, at2), at2))) return true;
  const ahead = text2.slice(Math.max(0, at2 - REACH5), at2);
  if (ahead.lastIndexOf("<!--") > ahead.lastIndexOf("-->")) return true;
  const opening = ahead.lastIndexOf('"""');
  if (opening === -1) return false;
  return at2 <= REACH5 ? ahead.split('"""').length % 2 === 0 : /(?:def|class)\b[^\n]*:\s*$/.test(ahead.slice(0, opening));
}
var COMMENT = /^\s*(?:#(?!\s*define\b|!)|\/\/|\*|--(?:\s|[A-Z]{3,} )|<!--|;)/;
function isForDevelopment(text2, at2) {
  if (blocksAround(text2, at2).some(isForTests)) return true;
  if (!/^[ \t]+[\w.-]+[ \t]*:/.test(text2.slice(lineStart(text2, at2), at2))) return false;
  const sections = text2.slice(Math.max(0, at2 - REACH5), at2).match(/^(?=\S)[\w"'.-]+[ \t]*:/gm);
  return /^["']?(?:development|dev|test|local|ci)\b/.test(sections?.at(-1) ?? "");
}
function blocksAround(text2, at2) {
  const names = [];
  let depth = 0;
  for (let end = at2 - 1; end >= Math.max(0, at2 - REACH5); end--) {
    const sign = text2[end];
    if (sign === "}") depth++;
    else if (sign === "{" && --depth < 0) {
      depth = 0;
      names.push(BLOCK.exec(text2.slice(Math.max(0, end - 60), end))?.[1] ?? "");
    }
  }
  return names;
}
var BLOCK = /(?<![\w-])([\w-]+)["'`]?\s*(?::|=|=>)\s*$/;
var FOR_TESTS = new Set("test tests testing e2e offline local localhost sandbox demo mock fake dummy".split(" "));
var isForTests = (name) => wordsOf2(name).some((word) => FOR_TESTS.has(word)) || /(?:^|[^a-z])e2e(?![a-z])/i.test(name);
function isNamedForTests(text2, at2) {
  return isForTests(nameBefore(text2, at2));
}
function nameBefore(text2, at2) {
  const own2 = lineStart(text2, at2);
  const start = text2.slice(own2, at2).trim() === "" ? lineStart(text2, Math.max(0, own2 - 1)) : own2;
  return NAME_BEFORE.exec(text2.slice(Math.max(start, at2 - BESIDE2), at2).replace(/\s*\n\s*$/, ""))?.[1] ?? "";
}
var NAME_BEFORE = /([A-Za-z][\w.-]{0,60})["'`)\]]{0,3}(?:\s*:\s*[\w<>[\]| ]{1,30}=|\s*(?::=|=>|[:=,>]|\|\|=)|(?<=--?[\w.-]+))\s*[\w.]{0,20}\(?[brfu@]?\\{0,2}["'`]?(?:Bearer |Basic |Token )?$/;
var MOST_LINES = 5;
function isSaidToBeNone(text2, at2) {
  const end = text2.indexOf("\n", at2);
  const own2 = text2.slice(at2, end === -1 ? void 0 : Math.min(end, at2 + BESIDE2));
  if (NONE2.test(/\s(?:#|\/\/|--|\/\*|<!--)\s(.*)$/.exec(own2)?.[1] ?? "")) return true;
  const start = lineStart(text2, at2);
  const above = text2.slice(Math.max(0, start - 1200), start).split("\n").slice(-MOST_LINES - 1, -1);
  const block = above.slice(above.findLastIndex((line) => line.trim() === "") + 1);
  return block.some((line) => COMMENT.test(line) && NONE2.test(line));
}
var NONE2 = /\b(?:fake|dummy|bogus|made[- ]up|(?:not|isn['\u2019]t|no) (?:a |an |the |so |really |actually )?(?:real|secret|sensitive|production)|public (?:value|key)s?|can be anything|for (?:local|dev|test(?:s|ing)?|development|demo)\b|not (?:actually |really )?used (?:anywhere|for real)|(?:local|dev|development|test|testing)[- ]only|only (?:used )?(?:for|in) (?:local|dev|test|ci)|(?:change|replace|regenerate) (?:this|it|me|the|these)\b|example (?:key|secret|password|token|value)|insecure|clearly not|localhost|127\.0\.0\.1|(?:never|not) (?:be )?(?:to )?used? .{0,20}production)/i;
function isFallback(text2, at2) {
  const start = lineStart(text2, at2);
  if (FALLBACK.test(text2.slice(Math.max(start, at2 - BESIDE2), at2))) return true;
  if (/^\$\{(?:env|opt|param|file|ssm|self|cf):[^}\n]{1,120},/.test(text2.slice(at2, at2 + BESIDE2))) return true;
  const name = /^\s*(?:export\s+)?(\w+)=["']?$/.exec(text2.slice(start, at2))?.[1];
  const above = text2.slice(Math.max(0, start - BESIDE2), start).split("\n").at(-2) ?? "";
  if (name !== void 0 && new RegExp(`^\\s*if\\b.*\\$\\{?${name}\\b`).test(above)) return true;
  const classes = text2.slice(Math.max(0, at2 - REACH5), at2).match(/^class \w+\([^\n]*\):/gm);
  return /\bBaseSettings\b/.test(classes?.at(-1) ?? "") && /^[ \t]+\w+[ \t]*[:=]/.test(text2.slice(start, at2));
}
var FALLBACK = /(?:process\.env|import\.meta\.env|environ\b|[gG]et_?[eE]nv|\bENV\b|\benv(?:\.\w+)?\(|\b[cC]onfig(?:\.get\w*)?\()[^\n]{0,120}(?:\|\||\?\?|\?:|\bor\b|,|\)\s*\{)\s*(?:default\s*[=:]\s*)?\(?b?["'`]$|^\s*\w+\s*\?=\s*["']?$|\b[sS]et_?[dD]efault\([^\n]{0,80},\s*["']$|\b(?:envD|d)efault:\\?["']$|\$\{[\w.-]+:?[-=]?["']?$|\$\{(?:env|opt|param|file|ssm|self|cf):[^}\n]{1,120},\s*["']?$|\[ -z [^\n]{1,80}\] && (?:export )?\w+=["']?$/;
function isNameBeside(text2, at2) {
  const value = /^\w[\w.@-]{2,60}/.exec(text2.slice(at2, at2 + 70))?.[0];
  if (value === void 0) return false;
  const from = Math.max(0, at2 - BESIDE2);
  const around2 = text2.slice(from, at2 + BESIDE2);
  for (let found2 = around2.indexOf(value); found2 !== -1; found2 = around2.indexOf(value, found2 + 1)) {
    const isWhole2 = !/[\w.@-]/.test(around2[found2 + value.length] ?? "");
    if (from + found2 !== at2 && isWhole2 && NAME_OF.test(around2.slice(Math.max(0, found2 - 40), found2))) return true;
  }
  return false;
}
var NAME_OF = /(?:user(?:_?name)?|login|db|database|name)["']?\s*(?:[:=]|=>|\s)\s*["']?$/i;
function isInPage(text2, at2, path2) {
  if (LOADED.test(path2)) return true;
  if (BUNDLED.test(path2) || /^(?:REACT_APP|VITE|VUE_APP|GATSBY|STORYBOOK)_/.test(nameBefore(text2, at2)))
    return isHandedOut(text2, at2);
  if (!PAGE2.test(path2)) return false;
  const before = text2.slice(Math.max(0, at2 - LONGEST_SCRIPT), at2);
  return before.lastIndexOf("<script") > before.lastIndexOf("</script");
}
var LONGEST_SCRIPT = 5e4;
var LOADED = /(?:^|\/)(?:static|public|assets|wwwroot|htdocs|webroot|wp-content|themes)\/(?:[^/]+\/)*[^/]+\.m?js$/i;
var PAGE2 = /\.(?:x?html?|twig|erb|ejs|hbs|njk|tt2?|mustache|liquid|haml|jinja2?|j2|php|phtml|cshtml|jspx?|ftl)$/i;
function isShown(text2, at2, path2) {
  if (!PAGE2.test(path2)) return false;
  const before = text2.slice(Math.max(0, at2 - REACH5), at2);
  return ["pre", "code"].some((tag) => before.lastIndexOf(`<${tag}`) > before.lastIndexOf(`</${tag}`));
}
var BUNDLED = /\.(?:vue|svelte|[jt]sx)$|(?:^|\/)(?:front-?end|webapp|web-?app|web-?client|ui|spa|browser)\/(?:[^/]+\/)*[^/]+\.m?[jt]s$|(?:^|\/)environments?\/environment[\w.-]*\.ts$/i;
function isHandedOut(text2, at2) {
  const name = nameBefore(text2, at2);
  return namesSecret(name) && !wordsOf2(name).some((word) => /secret|pass|pwd|private|admin/.test(word));
}
function isInApp(text2, at2, path2) {
  return APP.test(path2) && isHandedOut(text2, at2);
}
var APP = /(?:^|\/)(?:AndroidManifest\.xml|[\w-]*Info\.plist|google-services\.json)$|(?:^|\/)res\/values[\w-]*\/[^/]+\.xml$|\.(?:swift|dart)$|(?:^|\/)(?:[Rr]eact-?[Nn]ative|mobile(?:-?app)?)\/(?:[^/]+\/)*[^/]+\.(?:[jt]sx?|json)$|(?:^|\/)(?:android|ios)\/(?:[^/]+\/)*[^/]+\.(?:kt|java|m|h|xcconfig)$/;
function isOfRecords(text2, at2) {
  const before = text2.slice(Math.max(0, at2 - BESIDE2), at2);
  const around2 = () => text2.slice(Math.max(0, at2 - OF_RECORDS), at2 + OF_RECORDS);
  const field = /["'](token|secret)["']\s*(?::|=>)\s*["']$/.exec(before)?.[1];
  if (field) return around2().split(new RegExp(`["']${field}["']\\s*(?::|=>)`)).length > FEWEST_RECORDS;
  const column = /<column\s+name="(\w{1,60})"\s+value="$/.exec(before)?.[1];
  return column !== void 0 && around2().split(`<column name="${column}"`).length > FEWEST_RECORDS;
}
var OF_RECORDS = 2e4;
var FEWEST_RECORDS = 3;
function isForOwnMachine(text2, at2, path2) {
  if (!SETTINGS2.test(path2)) return false;
  const around2 = text2.slice(Math.max(0, at2 - OF_ONE), at2 + OF_ONE);
  return (LOCAL3.test(around2) || WEAK.test(text2.slice(Math.max(0, at2 - BESIDE2), at2 + BESIDE2))) && !FAR.test(around2.replace(/^\s*(?:#|\/\/).*$/gm, ""));
}
var OF_ONE = 1e3;
var SETTINGS2 = /(?:^|\/)(?:[\w-]*\.?env(?:[.-][\w.-]+)?|(?:docker-)?compose[\w.-]*\.ya?ml|Procfile[\w.]*|[\w-]+\.(?:env|properties)|application[\w-]*\.ya?ml|appsettings[\w.]*\.json|launch(?:Settings)?\.json|package\.json|[\w-]*realm[\w-]*\.json)$/;
var LOCAL3 = /"(?:redirectUris|webOrigins|rootUrl|baseUrl|adminUrl)"\s*:\s*\[?\s*"https?:\/\/localhost|\$\{\w+:(?:https?:\/\/)?localhost|(?:^|[\s"'_-])(?:APP|BASE|SITE|SERVER|PUBLIC|ROOT|FRONT_?END|CLIENT|WEB|API|PHX|NEXTAUTH|AUTH|SELF|WEBSITE|DOMAIN)\w*?(?:_?(?:URL|HOST|ORIGIN|DOMAIN|URI))?["']?\s*[:=]\s*["']?(?:https?:\/\/)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0|[\w-]+\.(?:local|localhost|test))\b|\b\w*(?:ENV|ENVIRONMENT|PROFILES_ACTIVE)["']?\s*[:=]\s*["']?(?:local|dev|development|test|testing|ci)\b/im;
var WEAK = /^[\s-]*\w*(?:PASSWORD|PASSWD|PWD|_PASS)["']?\s*[:=]\s*["']?[a-z]{3,10}\d{0,3}["']?\s*$/im;
var FAR = /:\/\/(?:[^\s/@"']*@)?(?!localhost|127\.|0\.0\.0\.0|host\.docker)[\w-]+(?:\.[\w-]+)*\.(?!local\b|localhost\b|test\b|internal\b)[a-z]{2,}\b|\.(?:amazonaws|mongodb|azure|windows|googleapis|cloudfront|supabase|herokuapp)\.\w+/i;

// src/scan/weighs-less.ts
function reasonsToWeighLess(read) {
  const samples = /* @__PURE__ */ new Map();
  const byFile = ({ uri, text: text2 }) => {
    if (!samples.has(uri)) samples.set(uri, sampleReason(uri, text2));
    return samples.get(uri);
  };
  return ({ lighterInSamples, span: { uri, start } }) => {
    if (lighterInSamples === void 0) return void 0;
    const source = { uri, text: read(uri)?.text ?? "" };
    const byPlace2 = () => lighterInSamples === "by-place" ? contextReason(source.text, start, uri) : namedReason(source.text, start) ?? certificateReason(source, read);
    return byFile(source) ?? byPlace2();
  };
}

// src/scan/findings.ts
var CONTEXT_LINES = 2;
var WIDEST_LINE = 1e3;
function candidatesOf(hits, commit, pathAtHead = (path2) => path2) {
  const stretched = /* @__PURE__ */ new Map();
  const occurrences = /* @__PURE__ */ new Map();
  const byKey = /* @__PURE__ */ new Map();
  const places = /* @__PURE__ */ new Set();
  for (const found2 of withoutOverlaps(hits)) {
    const place2 = placeOf3(found2);
    if (places.has(place2)) continue;
    places.add(place2);
    const path2 = pathAtHead(found2.hit.span.uri);
    const first = identityOf(found2, path2, stretched);
    const known = byKey.get(first.key);
    if (known && found2.hit.secret) {
      known.twins.push(found2.hit.span);
      continue;
    }
    const count3 = (occurrences.get(first.key) ?? 0) + 1;
    occurrences.set(first.key, count3);
    const identity = count3 === 1 ? first : identityOf(found2, path2, stretched, count3);
    byKey.set(identity.key, { ...found2, ...identity, ...commit ? { commit } : {}, twins: [] });
  }
  return [...byKey.values()];
}
function placeOf3({ rule: rule2, hit: { span, element = "" } }) {
  return [rule2.meta.id, span.uri, span.start, span.end, element].join("\0");
}
function findingsOf(candidates2, version, severityOf4) {
  const secrets = secretSpans(candidates2);
  const scrub = scrubber(candidates2.flatMap(({ hit: hit3 }) => secretsOf(hit3)));
  const pages = /* @__PURE__ */ new Map();
  const origins = new Origins();
  const pageOf = (uri) => {
    const known = pages.get(uri);
    if (known) return known;
    const page = makePage(version.read(uri), secrets.get(uri) ?? []);
    pages.set(uri, page);
    return page;
  };
  const lighterOf = reasonsToWeighLess((uri) => version.read(uri));
  const locationOf = (span) => {
    const region = regionOf(pageOf(span.uri).starts, span.start, span.end);
    return {
      uri: span.uri,
      ...inWholeFile(pageOf(span.uri), { region, offset: span.start }),
      length: span.end - span.start,
      ...version.commit ? { commit: version.commit } : {}
    };
  };
  return candidates2.map(({ rule: rule2, node, hit: hit3, published, twins }) => {
    const { fingerprint, former, parts } = published();
    const location = locationOf(hit3.span);
    const shown2 = (line) => redact(scrub(line), hit3.secret ? "beside" : "elsewhere");
    const weighed2 = weightOf4(hit3, rule2.meta.severity, lighterOf(hit3));
    const fix = hit3.fix?.map((edit) => fileEdit(placedEdit(edit, pageOf(edit.span.uri).masked), locationOf, scrub));
    const related = [
      ...[...hit3.related ?? [], ...origins.at(node, hit3.span)].map(({ span, message: message3 }) => ({
        ...locationOf(span),
        message: scrub(message3)
      })),
      ...twins.map((span) => ({
        ...locationOf(span),
        message: "the same secret again",
        relationship: "again"
      }))
    ];
    return {
      ruleId: rule2.meta.id,
      ...weighed2,
      severity: severityOf4(rule2.meta.id, weighed2.severity),
      message: scrub(hit3.message),
      remediation: scrub(hit3.remediation ?? rule2.meta.remediation),
      location,
      relatedLocations: related,
      snippet: snippetOf(pageOf(hit3.span.uri), hit3.span, location, shown2),
      fingerprint,
      ...former ? { formerFingerprint: former } : {},
      ...parts ? { partFingerprints: parts } : {},
      state: "new",
      commits: version.commit ? [version.commit] : [],
      atHead: version.commit === void 0,
      secret: hit3.secret === true,
      anchor: node.anchor,
      blocking: false,
      properties: propertiesOf(hit3, scrub),
      // A suggestion with a mask in it would be applied with the mask.
      ...fix?.every(({ text: text2 }) => shown2(text2) === text2) ? { fix } : {}
    };
  });
}
function lighterOne(severity) {
  const less = steppedDown(severity);
  return less === "high" ? "medium" : less;
}
function weightOf4(hit3, usual, lighter2) {
  const { severity = usual, confidence = "high", confidenceReason } = hit3;
  if (lighter2 !== void 0) {
    return {
      severity: lighterOne(severity),
      confidence: confidence === "high" ? "medium" : confidence,
      confidenceReason: lighter2
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
function secretsOf(hit3) {
  const { keyId, secretKey, sessionToken } = hit3.keyMaterial ?? {};
  return [hit3.secretValue, keyId, secretKey, sessionToken].filter((value) => value !== void 0);
}
function makePage(source, secrets) {
  const { text: text2 = "", gaps = [] } = source ?? {};
  return { masked: maskSpans(text2, secrets), starts: lineStarts(text2), gaps };
}
function secretSpans(candidates2) {
  const spans = /* @__PURE__ */ new Map();
  const add3 = (span) => {
    const list = spans.get(span.uri);
    if (list) list.push(span);
    else spans.set(span.uri, [span]);
  };
  for (const { hit: hit3, twins } of candidates2) {
    if (hit3.secret) add3(hit3.span);
    for (const span of hit3.secretSpans ?? []) add3(span);
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
function fileEdit(edit, locate2, scrub) {
  const { uri, region, offset, length } = locate2(edit.span);
  return { uri, region, offset, length, text: scrub(edit.text) };
}
function withoutOverlaps(hits) {
  const secrets = hits.filter(({ hit: hit3 }) => hit3.secret);
  if (secrets.length < 2) return [...hits];
  const taken = new SpanIndex();
  const kept = /* @__PURE__ */ new Set();
  for (const found2 of [...secrets].sort((a, b) => rank(a) - rank(b))) {
    if (taken.overlaps(found2.hit.span)) continue;
    kept.add(found2);
    for (const span of [found2.hit.span, ...found2.hit.secretSpans ?? []]) taken.add(span);
  }
  return hits.filter((found2) => !found2.hit.secret || kept.has(found2));
}
function rank({ rule: rule2 }) {
  if (rule2.meta.certain) return -1;
  if (rule2.meta.generic) return 2;
  return rule2.meta.domain === "credentials" ? 0 : 1;
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
function ruleTable(rules2) {
  const byKind = /* @__PURE__ */ new Map();
  const byType = /* @__PURE__ */ new Map();
  for (const rule2 of rules2) {
    if (rule2.types) for (const type of rule2.types) add(byType, type, rule2);
    else add(byKind, rule2.on, rule2);
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
function add(table, key, rule2) {
  const list = table.get(key) ?? [];
  const last = list.at(-1);
  if (last?.family && last.family === rule2.family) list[list.length - 1] = { ...last, rules: [...last.rules, rule2] };
  else list.push({ rules: [rule2], family: rule2.family });
  table.set(key, list);
}
function textNode(source) {
  const text2 = wholeText(source);
  return {
    kind: "text",
    uri: source.uri,
    text: text2,
    anchor: "",
    span: { uri: source.uri, start: 0, end: source.text.length }
  };
}
async function check(nodes, table, context, stopwatch) {
  const hits = [];
  for (const node of nodes) {
    for (const { rules: rules2, family } of table.questionsFor(node)) {
      const rule2 = rules2[0];
      const began = stopwatch?.now() ?? 0;
      try {
        if (family) for (const hit3 of familyHits(node, rules2, family, context)) hits.push(hit3);
        else {
          const found2 = rule2.check(node, context);
          if (Symbol.asyncIterator in found2) for await (const hit3 of found2) hits.push(weighed({ rule: rule2, node, hit: hit3 }));
          else for (const hit3 of found2) hits.push(weighed({ rule: rule2, node, hit: hit3 }));
        }
      } catch (error) {
        throw new Error(`rule ${rule2.meta.id} failed on ${node.anchor || node.span.uri}`, { cause: error });
      }
      stopwatch?.add("rules", rule2.meta.id, began);
    }
  }
  return hits;
}
function familyHits(node, rules2, family, context) {
  const found2 = family.check(node, context);
  if (found2.size === 0) return [];
  return rules2.flatMap((rule2) => [...found2.get(rule2.meta.id) ?? []].map((hit3) => weighed({ rule: rule2, node, hit: hit3 })));
}
function switchedOff(hit3, severity, { words, never }) {
  const most = never ? "note" : "medium";
  return {
    ...hit3,
    severity: atLeast(severity, most) ? most : severity,
    message: `${hit3.message.replace(/\.$/, "")}; only where ${words}.`,
    element: `${hit3.element ?? ""} (off)`
  };
}
function inExample(hit3, severity, module) {
  if (!atLeast(severity, "high")) return hit3;
  const message3 = `${hit3.message} It stands in an example or a test of the module in \`${module || "."}\`, so it weighs less.`;
  return { ...hit3, severity: "medium", message: message3 };
}
function weighed(found2) {
  const { rule: rule2, node, hit: hit3 } = found2;
  const severity = hit3.severity ?? rule2.meta.severity;
  if (node.madeOnly && !hit3.secret && (rule2.meta.domain === "iam" || rule2.meta.about === "hygiene"))
    return { ...found2, hit: switchedOff(hit3, severity, node.madeOnly) };
  if (hit3.secret) return found2;
  if (node.exampleOf !== void 0 && rule2.meta.domain === "iam")
    return { ...found2, hit: inExample(hit3, severity, node.exampleOf) };
  const { uri } = hit3.span;
  const isHabit = rule2.meta.about === "hygiene";
  if (isHabit ? !isPage(uri) : rule2.meta.domain !== "iam" || !(isPage(uri) || isTestOfProgram(uri))) return found2;
  const most = isHabit ? "note" : "medium";
  return { ...found2, hit: { ...hit3, severity: atLeast(severity, most) ? most : severity } };
}

// node_modules/balanced-match/dist/esm/index.js
var range = (a, b, str) => {
  let begs, beg, left, right = void 0, result;
  let ai = str.indexOf(a);
  let bi = str.indexOf(b, ai + 1);
  let i = ai;
  if (ai >= 0 && bi > 0) {
    if (a === b) {
      return [ai, bi];
    }
    begs = [];
    left = str.length;
    while (i >= 0 && !result) {
      if (i === ai) {
        begs.push(i);
        ai = str.indexOf(a, i + 1);
      } else if (begs.length === 1) {
        const r = begs.pop();
        if (r !== void 0)
          result = [r, bi];
      } else {
        beg = begs.pop();
        if (beg !== void 0 && beg < left) {
          left = beg;
          right = bi;
        }
        bi = str.indexOf(b, i + 1);
      }
      i = ai < bi && ai >= 0 ? ai : bi;
    }
    if (begs.length && right !== void 0) {
      result = [left, right];
    }
  }
  return result;
};

// node_modules/brace-expansion/dist/esm/index.js
var escSlash = "\0SLASH" + Math.random().toFixed(16) + "\0";
var escOpen = "\0OPEN" + Math.random().toFixed(16) + "\0";
var escClose = "\0CLOSE" + Math.random().toFixed(16) + "\0";
var escComma = "\0COMMA" + Math.random().toFixed(16) + "\0";
var escPeriod = "\0PERIOD" + Math.random().toFixed(16) + "\0";
var escSlashPattern = new RegExp(escSlash, "g");
var escOpenPattern = new RegExp(escOpen, "g");
var escClosePattern = new RegExp(escClose, "g");
var escCommaPattern = new RegExp(escComma, "g");
var escPeriodPattern = new RegExp(escPeriod, "g");
var slashPattern = /\\\\/g;
var openPattern = /\\{/g;
var closePattern = /\\}/g;
var commaPattern = /\\,/g;
var periodPattern = /\\\./g;
var EXPANSION_MAX = 1e5;
var EXPANSION_MAX_LENGTH = 4e6;
var EXPANSION_MAX_DEPTH = 1e3;
var EXPANSION_MAX_REWRITES = 1e3;
var EXPANSION_MAX_STEPS = 2e7;
var CALL_STEPS = 16;
function numeric(str) {
  return !isNaN(str) ? parseInt(str, 10) : str.charCodeAt(0);
}
function escapeBraces(str) {
  return str.replace(slashPattern, escSlash).replace(openPattern, escOpen).replace(closePattern, escClose).replace(commaPattern, escComma).replace(periodPattern, escPeriod);
}
function unescapeBraces(str) {
  return str.replace(escSlashPattern, "\\").replace(escOpenPattern, "{").replace(escClosePattern, "}").replace(escCommaPattern, ",").replace(escPeriodPattern, ".");
}
function pushAll(target, items2) {
  for (let i = 0; i < items2.length; i++) {
    target.push(items2[i]);
  }
}
function balancedWithBudget(str, masked, budget) {
  if (budget.remaining < 0) {
    return void 0;
  }
  const r = range("{", "}", masked);
  const unmatched = r !== void 0 && masked.indexOf("{") < r[0];
  budget.remaining -= r && !unmatched ? r[1] + 1 : str.length;
  if (!r || budget.remaining < 0) {
    return void 0;
  }
  return {
    end: r[1],
    pre: str.slice(0, r[0]),
    body: str.slice(r[0] + 1, r[1]),
    post: str.slice(r[1] + 1),
    unmatched
  };
}
function maskUnmatchedOpens(masked, budget) {
  budget.remaining -= masked.length;
  const open2 = [];
  for (let i = 0; i < masked.length; i++) {
    const c = masked.charCodeAt(i);
    if (c === 123) {
      open2.push(i);
    } else if (c === 125 && open2.length) {
      open2.pop();
    }
  }
  let out = "";
  let last = 0;
  for (let i = 0; i < open2.length; i++) {
    const at2 = open2[i];
    out += masked.slice(last, at2) + "\0";
    last = at2 + 1;
  }
  return out + masked.slice(last);
}
function commaSetFollows(str, budget) {
  budget.remaining -= str.length;
  if (budget.remaining < 0) {
    return false;
  }
  let close = false;
  for (let i = str.length - 1; i >= 0; i--) {
    const c = str.charCodeAt(i);
    if (c === 125) {
      close = true;
    } else if (c === 10 || c === 13 || c === 8232 || c === 8233) {
      close = false;
    } else if (c === 44 && close && str.charCodeAt(i + 1) !== 44) {
      return true;
    }
  }
  return false;
}
function parseCommaParts(str, budget) {
  const parts = [];
  let carry = "";
  for (; ; ) {
    const m = balancedWithBudget(str, str, budget);
    if (budget.remaining < 0) {
      return void 0;
    }
    if (!m) {
      const tail2 = str.split(",");
      tail2[0] = carry + tail2[0];
      pushAll(parts, tail2);
      return parts;
    }
    const { pre, body, post } = m;
    const p = pre.split(",");
    p[0] = carry + p[0];
    p[p.length - 1] += "{" + body + "}";
    if (!post.length) {
      pushAll(parts, p);
      return parts;
    }
    carry = p.pop();
    pushAll(parts, p);
    str = post;
  }
}
function bound(value, fallback) {
  return value === void 0 || isNaN(value) ? fallback : value;
}
function expand(str, options = {}) {
  if (!str) {
    return [];
  }
  const max = bound(options.max, EXPANSION_MAX);
  const maxLength = bound(options.maxLength, EXPANSION_MAX_LENGTH);
  const maxDepth = bound(options.maxDepth, EXPANSION_MAX_DEPTH);
  const maxRewrites = bound(options.maxRewrites, EXPANSION_MAX_REWRITES);
  const maxSteps = bound(options.maxSteps, EXPANSION_MAX_STEPS);
  if (str.slice(0, 2) === "{}") {
    str = "\\{\\}" + str.slice(2);
  }
  return expand_(escapeBraces(str), max, maxLength, maxDepth, 0, maxRewrites, { remaining: maxSteps }, true).map(unescapeBraces);
}
function embrace(str) {
  return "{" + str + "}";
}
function isPadded(el) {
  return /^-?0\d/.test(el);
}
function lte(i, y) {
  return i <= y;
}
function gte(i, y) {
  return i >= y;
}
function combine(acc, pre, values, max, maxLength, dropEmpties, budget) {
  const out = [];
  let length = 0;
  let nonEmpty;
  outer: for (let a = 0; a < acc.length; a++) {
    const prefix2 = acc[a] + pre;
    let vs = values;
    if (dropEmpties && !prefix2) {
      if (!nonEmpty)
        nonEmpty = values.filter((v) => v);
      vs = nonEmpty;
    }
    for (let v = 0; v < vs.length; v++) {
      if (out.length >= max)
        break outer;
      const expansion = prefix2 + vs[v];
      if (length + expansion.length > maxLength)
        break outer;
      out.push(expansion);
      length += expansion.length;
    }
  }
  budget.remaining -= out.length;
  return out;
}
function expandSequence(body, isAlphaSequence, max, maxLength, budget) {
  const n = body.split(/\.\./);
  const N = [];
  if (n[0] === void 0 || n[1] === void 0) {
    return N;
  }
  const x = numeric(n[0]);
  const y = numeric(n[1]);
  const width = Math.max(n[0].length, n[1].length);
  let incr = n.length === 3 && n[2] !== void 0 ? Math.max(Math.abs(numeric(n[2])), 1) : 1;
  let test = lte;
  const reverse = y < x;
  if (reverse) {
    incr *= -1;
    test = gte;
  }
  const pad = n.some(isPadded);
  const cost = pad ? width : 1;
  let length = 0;
  for (let i = x; test(i, y) && N.length < max; i += incr) {
    budget.remaining -= cost;
    if (budget.remaining < 0) {
      return void 0;
    }
    let c;
    if (isAlphaSequence) {
      c = String.fromCharCode(i);
      if (c === "\\") {
        c = "";
      }
    } else {
      c = String(i);
      if (pad) {
        const need = width - c.length;
        if (need > 0) {
          const z = new Array(need + 1).join("0");
          if (i < 0) {
            c = "-" + z + c.slice(1);
          } else {
            c = z + c;
          }
        }
      }
    }
    if (length + c.length > maxLength)
      break;
    N.push(c);
    length += c.length;
  }
  return N;
}
function expand_(str, max, maxLength, maxDepth, depth, maxRewrites, budget, isTop) {
  budget.remaining -= CALL_STEPS;
  if (depth > maxDepth) {
    return [str];
  }
  let acc = [""];
  let rewrites = 0;
  let dropEmpties = false;
  let firstGroup = true;
  let masked = str;
  for (; ; ) {
    const m = balancedWithBudget(str, masked, budget);
    if (!m) {
      return combine(acc, str, [""], max, maxLength, dropEmpties, budget);
    }
    if (m.unmatched) {
      masked = maskUnmatchedOpens(masked, budget);
    }
    const pre = m.pre;
    const literal2 = () => combine(acc, pre + "{" + m.body + "}" + m.post, [""], max, maxLength, dropEmpties, budget);
    if (/\$$/.test(pre)) {
      acc = combine(acc, pre + "{" + m.body + "}", [""], max, maxLength, dropEmpties && !m.post.length, budget);
      firstGroup = false;
      if (!m.post.length)
        break;
      str = m.post;
      masked = masked.slice(m.end + 1);
      continue;
    }
    const isNumericSequence = /^-?\d+\.\.-?\d+(?:\.\.-?\d+)?$/.test(m.body);
    const isAlphaSequence = /^[a-zA-Z]\.\.[a-zA-Z](?:\.\.-?\d+)?$/.test(m.body);
    const isSequence = isNumericSequence || isAlphaSequence;
    const isOptions2 = m.body.indexOf(",") >= 0;
    if (!isSequence && !isOptions2) {
      if (rewrites < maxRewrites && commaSetFollows(m.post, budget)) {
        rewrites++;
        str = m.pre + "{" + m.body + escClose + m.post;
        masked = masked.slice(0, m.end) + escClose + masked.slice(m.end + 1);
        isTop = true;
        continue;
      }
      return literal2();
    }
    if (firstGroup) {
      dropEmpties = isTop && !isSequence;
      firstGroup = false;
    }
    let values;
    if (isSequence) {
      values = expandSequence(m.body, isAlphaSequence, max, maxLength, budget);
      if (!values) {
        return literal2();
      }
    } else {
      let n = parseCommaParts(m.body, budget);
      if (!n) {
        return literal2();
      }
      if (n.length === 1 && n[0] !== void 0) {
        n = expand_(n[0], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false).map(embrace);
        if (budget.remaining < 0) {
          return literal2();
        }
        if (n.length === 1) {
          const next2 = combine(acc, pre + n[0], [""], max, maxLength, dropEmpties && !m.post.length, budget);
          if (budget.remaining < 0) {
            return literal2();
          }
          acc = next2;
          if (!m.post.length)
            break;
          str = m.post;
          masked = masked.slice(m.end + 1);
          continue;
        }
      }
      let dropsEmpties = dropEmpties && !m.post.length && !pre;
      for (let d = 0; dropsEmpties && d < acc.length; d++) {
        if (acc[d]) {
          dropsEmpties = false;
        }
      }
      values = [];
      let valuesLength = 0;
      outer: for (let j = 0; j < n.length; j++) {
        const expanded = expand_(n[j], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false);
        if (budget.remaining < 0) {
          return literal2();
        }
        for (let k = 0; k < expanded.length; k++) {
          const v = expanded[k];
          if (dropsEmpties && !v)
            continue;
          if (values.length >= max || valuesLength + v.length > maxLength) {
            break outer;
          }
          values.push(v);
          valuesLength += v.length;
        }
      }
    }
    const next = combine(acc, pre, values, max, maxLength, dropEmpties && !m.post.length, budget);
    if (budget.remaining < 0) {
      return literal2();
    }
    acc = next;
    if (!m.post.length)
      break;
    str = m.post;
    masked = masked.slice(m.end + 1);
  }
  return acc;
}

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/numeric-range.js
var digit = (a, b) => a === b ? { t: "lit", ch: String(a) } : { t: "class", re: new RegExp(`^[${a}-${b}]$`) };
var prefix = (d, alts) => alts.map((s) => [digit(d, d), ...s]);
var fixed = (a, b) => {
  if (!a)
    return [[]];
  let lo = +a[0];
  let hi = +b[0];
  const ra = a.slice(1);
  const rb = b.slice(1);
  if (lo === hi)
    return prefix(lo, fixed(ra, rb));
  const zeros = "0".repeat(ra.length);
  const nines = "9".repeat(ra.length);
  const out = [];
  if (ra !== zeros)
    out.push(...prefix(lo++, fixed(ra, nines)));
  const last = rb === nines ? [] : prefix(hi--, fixed(zeros, rb));
  if (lo <= hi) {
    out.push([digit(lo, hi), ...Array.from(ra, () => digit(0, 9))]);
  }
  out.push(...last);
  return out;
};
var nonneg = (a, b, width) => {
  if (width) {
    return fixed(String(a).padStart(width, "0"), String(b).padStart(width, "0"));
  }
  const out = [];
  for (let len = String(a).length; len <= String(b).length; len++) {
    const lo = Math.max(a, len === 1 ? 0 : 10 ** (len - 1));
    const hi = Math.min(b, 10 ** len - 1);
    out.push(...fixed(String(lo), String(hi)));
  }
  return out;
};
var numericRange = (loStr, hiStr) => {
  let lo = Number(loStr);
  let hi = Number(hiStr);
  if (!Number.isSafeInteger(lo) || !Number.isSafeInteger(hi))
    return;
  if (lo > hi)
    [lo, hi] = [hi, lo];
  const padded = /^-?0\d/.test(loStr) || /^-?0\d/.test(hiStr);
  const width = padded ? Math.max(loStr.length, hiStr.length) : 0;
  const out = [];
  if (lo < 0) {
    const neg = nonneg(Math.max(-hi, 1), -lo, width && width - 1);
    out.push(...neg.map((s) => [{ t: "lit", ch: "-" }, ...s]));
  }
  if (hi >= 0)
    out.push(...nonneg(Math.max(lo, 0), hi, width));
  return out;
};

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/parse-class.js
var posixClasses = {
  "[:alnum:]": ["\\p{L}\\p{Nl}\\p{Nd}"],
  "[:alpha:]": ["\\p{L}\\p{Nl}"],
  "[:ascii:]": ["\\x00-\\x7f"],
  "[:blank:]": ["\\p{Zs}\\t"],
  "[:cntrl:]": ["\\p{Cc}"],
  "[:digit:]": ["\\p{Nd}"],
  "[:graph:]": ["\\p{Z}\\p{C}", true],
  "[:lower:]": ["\\p{Ll}"],
  "[:print:]": ["\\p{C}", true],
  "[:punct:]": ["\\p{P}\\p{S}"],
  "[:space:]": ["\\p{Z}\\t\\r\\n\\v\\f"],
  "[:upper:]": ["\\p{Lu}"],
  "[:word:]": ["\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}"],
  "[:xdigit:]": ["A-Fa-f0-9"]
};
var braceEscape = (s) => s.replace(/[[\]\\-]/g, "\\$&");
var noMatch = /$./;
var parseClass = (glob2, position, nocase = false, form) => {
  const norm = (c) => {
    const n = form ? c.normalize(form) : c;
    return [...n].length === 1 ? n : c;
  };
  const pos = position;
  if (glob2.charAt(pos) !== "[") {
    throw new Error("not in a brace expression");
  }
  const ranges = [];
  const negs = [];
  let i = pos + 1;
  let sawStart = false;
  let escaping = false;
  let negate = false;
  let endPos = pos;
  let rangeStart = "";
  WHILE: while (i < glob2.length) {
    const c = String.fromCodePoint(glob2.codePointAt(i));
    if ((c === "!" || c === "^") && i === pos + 1) {
      negate = true;
      i++;
      continue;
    }
    if (c === "]" && sawStart && !escaping) {
      endPos = i + 1;
      break;
    }
    sawStart = true;
    if (c === "\\") {
      if (!escaping) {
        escaping = true;
        i++;
        continue;
      }
    }
    if (c === "[" && !escaping) {
      for (const [cls, [unip, neg]] of Object.entries(posixClasses)) {
        if (glob2.startsWith(cls, i)) {
          if (rangeStart) {
            return [noMatch, glob2.length - pos];
          }
          i += cls.length;
          if (neg)
            negs.push(unip);
          else
            ranges.push(unip);
          continue WHILE;
        }
      }
    }
    escaping = false;
    const n = norm(c);
    if (rangeStart) {
      if (n.codePointAt(0) > rangeStart.codePointAt(0)) {
        ranges.push(braceEscape(rangeStart) + "-" + braceEscape(n));
      } else if (n === rangeStart) {
        ranges.push(braceEscape(n));
      }
      rangeStart = "";
      i += c.length;
      continue;
    }
    if (glob2.startsWith("-]", i + c.length)) {
      ranges.push(braceEscape(n + "-"));
      i += c.length + 1;
      continue;
    }
    if (glob2.startsWith("-", i + c.length)) {
      rangeStart = n;
      i += c.length + 1;
      continue;
    }
    ranges.push(braceEscape(n));
    i += c.length;
  }
  if (endPos < i) {
    return [noMatch, 0];
  }
  if (!ranges.length && !negs.length) {
    return [noMatch, glob2.length - pos];
  }
  const sranges = "[" + (negate ? "^" : "") + ranges.join("") + "]";
  const snegs = "[" + (negate ? "" : "^") + negs.join("") + "]";
  const comb = "^" + (ranges.length && negs.length ? "(" + sranges + "|" + snegs + ")" : ranges.length ? sranges : snegs);
  return [new RegExp(comb, nocase ? "iu" : "u"), endPos - pos];
};

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/index.js
var MATCH = { t: "match", id: 0 };
var extTypes = "!?+*@";
var lit = (ch) => ({ t: "lit", ch });
var reEscape = (s) => s.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
var newFoldRe = (s) => new RegExp(`^${reEscape(s)}$`, "iu");
var foldCache = /* @__PURE__ */ new Map();
var foldRe = (ch) => {
  let re = foldCache.get(ch);
  if (!re) {
    re = newFoldRe(ch);
    if (foldCache.size >= 1e3)
      foldCache.clear();
    foldCache.set(ch, re);
  }
  return re;
};
var litMatch = (l, c) => {
  if (c === l.ch)
    return true;
  if (!l.re)
    return false;
  const code = c.charCodeAt(0);
  if (code >= 128)
    return l.re.test(c);
  const ascii = l.ascii ??= new Uint8Array(128);
  ascii[code] ||= l.re.test(c) ? 1 : 2;
  return ascii[code] === 1;
};
var tokenize = (p, nocase, noext, form, mark) => {
  const toks = [];
  for (let i = 0; i < p.length; ) {
    const c = String.fromCodePoint(p.codePointAt(i));
    if (mark) {
      const m = c === "\\" && p.startsWith(mark, i + 1) ? 1 : 0;
      if (m || c === mark) {
        const start = i + m + mark.length;
        const end = p.indexOf(mark, start);
        const r = /^(-?\d+)\.\.(-?\d+)$/.exec(p.slice(start, end));
        const alts = end !== -1 && r && numericRange(r[1], r[2]);
        if (alts) {
          toks.push({ t: "ext", type: "@", alts });
          i = end + mark.length;
          continue;
        }
      }
    }
    if (c === "\\") {
      const e = p.codePointAt(i + 1);
      const ch = e === void 0 ? c : String.fromCodePoint(e);
      toks.push(lit(ch));
      i += 1 + ch.length;
      continue;
    }
    if (c === "[") {
      const [re, consumed] = parseClass(p, i, nocase, form);
      if (consumed) {
        toks.push({ t: "class", re });
        i += consumed;
        continue;
      }
    }
    if (!noext && extTypes.includes(c) && p[i + 1] === "(") {
      toks.push({ t: "open", type: c });
      i += 2;
      continue;
    }
    toks.push(!noext && c === "|" ? { t: "bar" } : !noext && c === ")" ? { t: "close" } : c === "*" ? { t: "star" } : c === "?" ? { t: "any" } : lit(c));
    i += c.length;
  }
  return toks;
};
var pair2 = (toks) => {
  const pairs = /* @__PURE__ */ new Map();
  const stack = [];
  toks.forEach((tok, i) => {
    if (tok.t === "open")
      stack.push(i);
    else if (tok.t === "close" && stack.length)
      pairs.set(stack.pop(), i);
  });
  return pairs;
};
var build = (toks, pairs, start, end, top) => {
  let seq = [];
  const alts = [seq];
  for (let i = start; i < end; i++) {
    const tok = toks[i];
    const close = pairs.get(i);
    if (tok.t === "open" && close !== void 0) {
      const sub = build(toks, pairs, i + 1, close, false);
      seq.push({ t: "ext", type: tok.type, alts: sub });
      i = close;
    } else if (tok.t === "bar" && !top) {
      alts.push(seq = []);
    } else if (tok.t === "open") {
      seq.push(lit(tok.type), lit("("));
    } else if (tok.t === "bar") {
      seq.push(lit("|"));
    } else if (tok.t === "close") {
      seq.push(lit(")"));
    } else {
      seq.push(tok);
    }
  }
  return alts;
};
var normalize = (items2, form) => {
  const out = [];
  let run = "";
  const flush = () => {
    for (const ch of run.normalize(form))
      out.push(lit(ch));
    run = "";
  };
  for (const it of items2) {
    if (it.t === "lit") {
      run += it.ch;
      continue;
    }
    flush();
    out.push(it.t === "ext" ? { ...it, alts: it.alts.map((a) => normalize(a, form)) } : it);
  }
  flush();
  return out;
};
var compile = (items2, nocase) => {
  let id = 1;
  const split = (out) => ({ t: "split", id: id++, out });
  const seq = (items3, next) => items3.reduceRight((next2, it) => item(it, next2), next);
  const item = (it, next) => {
    switch (it.t) {
      case "lit":
        const re = nocase ? foldRe(it.ch) : void 0;
        return { t: "lit", id: id++, ch: it.ch, re, next };
      case "any":
      case "star":
        return { t: it.t, id: id++, next };
      case "class":
        return { t: "class", id: id++, re: it.re, next };
    }
    const alts = (next2) => it.alts.map((a) => seq(a, next2));
    switch (it.type) {
      case "@":
        return split(alts(next));
      case "?":
        return split([next, ...alts(next)]);
      case "!":
        return { t: "neg", id: id++, sub: split(alts(MATCH)), next };
    }
    const after = split([]);
    const entry = split(alts(after));
    after.out.push(next, entry);
    return it.type === "*" ? after : entry;
  };
  const start = seq(items2, MATCH);
  return [start, id];
};
var show = (start) => {
  const lines = [];
  const seen = /* @__PURE__ */ new Set();
  const ref = (n) => n.t === "match" ? "match" : String(n.id);
  const walk = (n, indent) => {
    if (n.t === "match" || seen.has(n))
      return;
    seen.add(n);
    const line = (desc) => lines.push(`${indent}${n.id}: ${desc}`);
    switch (n.t) {
      case "split":
        line(`split -> ${n.out.map(ref).join(", ")}`);
        for (const o of n.out)
          walk(o, indent);
        return;
      case "neg":
        line(`!(${ref(n.sub)}) -> ${ref(n.next)}`);
        walk(n.sub, indent + "  ");
        return walk(n.next, indent);
      case "lit":
        line(`${JSON.stringify(n.ch)} -> ${ref(n.next)}`);
        break;
      case "class":
        line(`${n.re} -> ${ref(n.next)}`);
        break;
      default:
        line(`${n.t === "any" ? "?" : "*"} -> ${ref(n.next)}`);
    }
    walk(n.next, indent);
  };
  walk(start, "");
  return [`start -> ${ref(start)}`, ...lines].join("\n");
};
var State = class {
  // set by the Sim, to mark the nodes that this state has
  gen;
  threads = [];
  match = false;
  runs = [];
  // the sorted ids of the threads, with 0 for a match, once the
  // state is done
  ids = [];
  constructor(gen) {
    this.gen = gen;
  }
  // no threads, so nothing more can match
  get dead() {
    return !this.threads.length && !this.match && !this.runs.length;
  }
};
var sameState = (a, b) => {
  if (a.ids.length !== b.ids.length)
    return false;
  if (a.runs.length !== b.runs.length)
    return false;
  if (a.ids.some((id, i) => id !== b.ids[i]))
    return false;
  return a.runs.every((r) => b.runs.some((o) => o.neg === r.neg && sameState(o.state, r.state)));
};
var marks = (size) => ({
  has: new Float64Array(size),
  seen: new Float64Array(size),
  gen: 0
});
var Sim = class {
  // `.` and `..` only match literal dots, even with `dot:true`
  dots;
  // the string starts with `.`, and `dot:true` is not set
  dotStart;
  #marks;
  constructor(dots, dotStart, marks2) {
    this.dots = dots;
    this.dotStart = dotStart;
    this.#marks = marks2;
  }
  state() {
    return new State(++this.#marks.gen);
  }
  // sort the ids of a state, once it has all of its threads
  done(state) {
    state.ids = state.threads.map((n) => n.id).sort((a, b) => a - b);
    if (state.match)
      state.ids.unshift(MATCH.id);
    return state;
  }
  // true the first time that the state walks through the node, so
  // that loops in the graph stop
  #visit(state, node) {
    const { seen } = this.#marks;
    if (seen[node.id] === state.gen)
      return false;
    seen[node.id] = state.gen;
    return true;
  }
  #addThread(state, node) {
    const { has } = this.#marks;
    if (has[node.id] === state.gen)
      return false;
    has[node.id] = state.gen;
    state.threads.push(node);
    return true;
  }
  // wildcards only match a leading dot if `dot:true`. In a negated
  // sub-pattern, this does not apply, because the negation itself
  // can not match a leading dot.
  restricted(i, top) {
    return top && (this.dots || this.dotStart && i === 0);
  }
  add(state, node, i, top) {
    switch (node.t) {
      case "split":
        if (!this.#visit(state, node))
          return;
        for (const o of node.out)
          this.add(state, o, i, top);
        return;
      case "neg":
        if (!this.#visit(state, node))
          return;
        const sub = this.state();
        this.add(sub, node.sub, i, false);
        this.done(sub);
        return this.addRun(state, { t: "run", neg: node, state: sub }, i, top);
      case "star":
        if (this.restricted(i, top))
          return;
        if (this.#addThread(state, node))
          this.add(state, node.next, i, top);
        return;
      case "match":
        state.match = true;
        return;
      default:
        this.#addThread(state, node);
    }
  }
  addRun(state, run, i, top) {
    for (const r of state.runs) {
      if (r.neg === run.neg && sameState(r.state, run.state))
        return;
    }
    state.runs.push(run);
    if (!run.state.match) {
      this.add(state, run.neg.next, i, top);
    }
  }
  // the threads after char `c`, at index `i`
  step(state, c, i, top) {
    const next = this.state();
    for (const th of state.threads) {
      switch (th.t) {
        case "lit":
          if (litMatch(th, c)) {
            this.add(next, th.next, i + 1, top);
          }
          break;
        case "any":
          if (!this.restricted(i, top))
            this.add(next, th.next, i + 1, top);
          break;
        case "class":
          if (!this.restricted(i, top) && th.re.test(c)) {
            this.add(next, th.next, i + 1, top);
          }
          break;
        case "star":
          if (!this.restricted(i, top))
            this.add(next, th, i + 1, top);
      }
    }
    if (!this.restricted(i, top)) {
      for (const run of state.runs) {
        if (run.state.dead) {
          this.addRun(next, run, i + 1, top);
          continue;
        }
        const sub = this.step(run.state, c, i, false);
        this.addRun(next, { t: "run", neg: run.neg, state: sub }, i + 1, top);
      }
    }
    return this.done(next);
  }
};
var stateKey = (state) => {
  const ids = state.ids.join();
  if (!state.runs.length)
    return ids;
  const runs = state.runs.map((r) => `${r.neg.id}(${stateKey(r.state)})`);
  return `${ids}|${runs.sort().join("|")}`;
};
var DFA_BUDGET = 1 << 18;
var Dfa = class {
  #start;
  #states = /* @__PURE__ */ new Map();
  #size = 0;
  #plain;
  #dotStart;
  #sim;
  #dotSim;
  constructor(start, marks2) {
    this.#start = start;
    this.#sim = new Sim(false, false, marks2);
    this.#dotSim = new Sim(false, true, marks2);
  }
  #make(state) {
    return {
      state,
      match: state.match,
      dead: state.dead,
      next: /* @__PURE__ */ new Map()
    };
  }
  #intern(state) {
    const key = stateKey(state);
    const found2 = this.#states.get(key);
    if (found2)
      return found2;
    if (this.#size > DFA_BUDGET)
      this.#clear();
    const d = this.#make(state);
    this.#states.set(key, d);
    this.#size += key.length + 1;
    return d;
  }
  #clear() {
    this.#states.clear();
    this.#size = 0;
    this.#plain = void 0;
    this.#dotStart = void 0;
  }
  start(dotStart) {
    if (dotStart) {
      if (this.#dotStart)
        return this.#dotStart;
      const state2 = this.#dotSim.state();
      this.#dotSim.add(state2, this.#start, 0, true);
      return this.#dotStart = this.#make(this.#dotSim.done(state2));
    }
    if (this.#plain)
      return this.#plain;
    const state = this.#sim.state();
    this.#sim.add(state, this.#start, 0, true);
    return this.#plain = this.#intern(this.#sim.done(state));
  }
  // the next state, after a miss in `d.ascii`
  next(d, c) {
    const code = c.charCodeAt(0);
    const found2 = code < 128 ? void 0 : d.next.get(c);
    if (found2)
      return found2;
    const n = d === this.#dotStart ? this.#intern(this.#dotSim.step(d.state, c, 0, true)) : this.#intern(this.#sim.step(d.state, c, 1, true));
    if (code < 128) {
      if (!d.ascii) {
        d.ascii = new Array(128);
        this.#size += 128;
      }
      d.ascii[code] = n;
    } else {
      d.next.set(c, n);
    }
    this.#size++;
    return n;
  }
};
var linear = (start) => {
  const nodes = [];
  for (let n = start; n.t !== "match"; n = n.next) {
    if (n.t === "split" || n.t === "neg")
      return void 0;
    nodes.push(n);
  }
  return nodes;
};
var testLinear = (nodes, chars, start, end) => {
  let ni = 0;
  let ci = start;
  let starNi = -1;
  let starCi = 0;
  while (ci < end) {
    const n = nodes[ni];
    if (n?.t === "star") {
      starNi = ni++;
      starCi = ci;
      continue;
    }
    const c = chars[ci];
    if (n && (n.t === "any" || n.t === "lit" && litMatch(n, c) || n.t === "class" && n.re.test(c))) {
      ni++;
      ci++;
      continue;
    }
    if (starNi === -1)
      return false;
    ni = starNi + 1;
    ci = ++starCi;
  }
  while (nodes[ni]?.t === "star")
    ni++;
  return ni === nodes.length;
};
var lengths = (items2) => {
  let min = 0;
  let max = 0;
  for (const it of items2) {
    const [lo, hi] = itemLengths(it);
    min += lo;
    max += hi;
  }
  return [min, max];
};
var itemLengths = (it) => {
  if (it.t === "star")
    return [0, Infinity];
  if (it.t !== "ext")
    return [1, 1];
  if (it.type === "!")
    return [0, Infinity];
  const alts = it.alts.map(lengths);
  const min = Math.min(...alts.map((a) => a[0]));
  const max = Math.max(...alts.map((a) => a[1]));
  const loop = max === 0 ? 0 : Infinity;
  return it.type === "@" ? [min, max] : it.type === "?" ? [0, max] : it.type === "*" ? [0, loop] : [min, loop];
};
var hasAffix = (lits, chars, start) => {
  for (let j = 0; j < lits.length; j++) {
    if (!litMatch(lits[j], chars[start + j]))
      return false;
  }
  return true;
};
var slashOrSurrogate = /[/\ud800-\udfff]/;
var surrogate = /[\ud800-\udfff]/;
var codePoints = (s) => surrogate.test(s) ? [...s] : s;
var noSlash = (s) => {
  if (s.includes("/")) {
    throw new Error("can only match a single path portion, got: " + s);
  }
};
var Matcher = class {
  pattern;
  options;
  #start;
  // the number of node ids
  #size;
  #marks;
  // the Sim for strings that are only `.` or `..`
  #dotsSim;
  // the string to compare, if the pattern has no magic. With
  // `nocase:true`, the RegExp that folds case is made when it is
  // first used.
  #literal;
  #literalFold = false;
  #literalRe;
  // the nodes between the prefix and suffix, if the graph is a
  // single chain
  #linear;
  // the linear nodes are only `*` and `?`, so the length bounds and
  // the prefix and suffix decide the match
  #wild = false;
  // the least and most chars that a match can have
  #min = 0;
  #max = Infinity;
  // the literals that a match must start and end with. Each one
  // matches exactly one char, and they are distinct items in the
  // pattern, so a string that does not have them can not match.
  #prefix = [];
  #suffix = [];
  // the prefix and suffix as strings, if they do not fold case
  #prefixStr;
  #suffixStr;
  // there is a prefix or suffix to check
  #affix = false;
  #dfa;
  #form;
  constructor(pattern, options = {}) {
    if (pattern.includes("/")) {
      throw new Error("can only match a single path portion, got pattern: " + pattern);
    }
    this.pattern = pattern;
    this.options = options;
    const { nocase = false, noext = false, normalize: n } = options;
    this.#form = n === true ? "NFC" : n || void 0;
    const literal2 = /^[?*+@]\(\)$/.test(pattern);
    const toks = tokenize(pattern, nocase, noext || literal2, this.#form, options.rangeMark);
    let [items2] = build(toks, pair2(toks), 0, toks.length, true);
    if (this.#form)
      items2 = normalize(items2, this.#form);
    const [start, size] = compile(items2, nocase);
    this.#start = start;
    this.#size = size;
    if (items2.every((it) => it.t === "lit")) {
      this.#literal = items2.map((it) => it.ch).join("");
      this.#literalFold = nocase;
    } else {
      const lit2 = (it) => it.t !== "lit" ? void 0 : nocase ? { ch: it.ch, re: foldRe(it.ch) } : { ch: it.ch };
      for (const it of items2) {
        const l = lit2(it);
        if (!l)
          break;
        this.#prefix.push(l);
      }
      for (let j = items2.length - 1; j >= 0; j--) {
        const l = lit2(items2[j]);
        if (!l)
          break;
        this.#suffix.unshift(l);
      }
      this.#affix = !!(this.#prefix.length || this.#suffix.length);
      if (!nocase) {
        this.#prefixStr = this.#prefix.map((l) => l.ch).join("");
        this.#suffixStr = this.#suffix.map((l) => l.ch).join("");
      }
      this.#linear = linear(this.#start)?.slice(this.#prefix.length, -this.#suffix.length || void 0);
      this.#wild = !!this.#linear?.every((n2) => n2.t === "star" || n2.t === "any");
      const [min, max] = lengths(items2);
      this.#min = min;
      this.#max = max;
    }
  }
  test(s) {
    if (this.#form) {
      noSlash(s);
      return this.#test(s.normalize(this.#form));
    }
    if (slashOrSurrogate.test(s)) {
      noSlash(s);
      return this.#test(s, [...s]);
    }
    return this.#test(s, s);
  }
  /**
   * The same as {@link Matcher#test}, but the string is not checked
   * for `/` chars, so the result for a string that has one is not
   * defined. Only use it for a string that is known to be one path
   * portion, such as a part of a path that was split on `/`. It can
   * be faster, because some patterns do not need to look at each char
   * of the string.
   */
  testUnchecked(s) {
    return this.#test(this.#form ? s.normalize(this.#form) : s);
  }
  // Test a string that has no `/`. `chars` indexes it by code point.
  // If it is not given, it is only found if a step needs it.
  #test(s, chars) {
    if (this.#literal !== void 0) {
      return this.#literalFold ? (this.#literalRe ??= newFoldRe(this.#literal)).test(s) : s === this.#literal;
    }
    const min = this.#min;
    const max = this.#max;
    if (chars === void 0) {
      const most = s.length;
      const least = most + 1 >> 1;
      if (most < min || least > max)
        return false;
      if (least < min || most > max)
        chars = codePoints(s);
    }
    if (chars !== void 0 && (chars.length < min || chars.length > max)) {
      return false;
    }
    const prefix2 = this.#prefix.length;
    if (this.#affix) {
      if (this.#prefixStr !== void 0 && this.#suffixStr !== void 0) {
        if (!s.startsWith(this.#prefixStr) || !s.endsWith(this.#suffixStr)) {
          return false;
        }
      } else {
        chars ??= codePoints(s);
        const end = chars.length - this.#suffix.length;
        if (!hasAffix(this.#prefix, chars, 0) || !hasAffix(this.#suffix, chars, end)) {
          return false;
        }
      }
    }
    const dotStart = !this.options.dot && s.startsWith(".");
    if (this.#linear) {
      if (s === "." || s === "..")
        return false;
      if (dotStart && !prefix2)
        return false;
      if (this.#wild)
        return true;
      chars ??= codePoints(s);
      const end = chars.length - this.#suffix.length;
      return testLinear(this.#linear, chars, prefix2, end);
    }
    chars ??= codePoints(s);
    if (s === "." || s === "..") {
      this.#marks ??= marks(this.#size);
      const sim = this.#dotsSim ??= new Sim(true, false, this.#marks);
      const start = sim.state();
      sim.add(start, this.#start, 0, true);
      let state = sim.done(start);
      for (let i = 0; i < chars.length; i++) {
        state = sim.step(state, chars[i], i, true);
      }
      return state.match;
    }
    this.#marks ??= marks(this.#size);
    const dfa = this.#dfa ??= new Dfa(this.#start, this.#marks);
    let d = dfa.start(dotStart);
    const str = chars === s;
    for (let i = 0; i < chars.length; i++) {
      if (d.dead)
        return false;
      const code = str ? s.charCodeAt(i) : chars[i].charCodeAt(0);
      d = d.ascii?.[code] ?? dfa.next(d, chars[i]);
    }
    return d.match;
  }
  /** a readable listing of the state machine */
  toString() {
    return show(this.#start);
  }
};

// node_modules/minimatch/dist/esm/assert-valid-pattern.js
var MAX_PATTERN_LENGTH = 1024 * 64;
var assertValidPattern = (pattern) => {
  if (typeof pattern !== "string") {
    throw new TypeError("invalid pattern");
  }
  if (pattern.length > MAX_PATTERN_LENGTH) {
    throw new TypeError("pattern is too long");
  }
};

// node_modules/minimatch/dist/esm/escape.js
var escape = (s, { windowsPathsNoEscape = false, magicalBraces = false } = {}) => {
  const e = magicalBraces ? windowsPathsNoEscape ? s.replace(/[?*()[\]{}]/g, "[$&]") : s.replace(/[?*()[\]\\{}]/g, "\\$&") : windowsPathsNoEscape ? s.replace(/[?*()[\]]/g, "[$&]") : s.replace(/[?*()[\]\\]/g, "\\$&");
  const c = e.charAt(0);
  if (c === "#") {
    return (windowsPathsNoEscape ? "[#]" : "\\#") + e.slice(1);
  }
  if (c === "!") {
    return (windowsPathsNoEscape ? "@(!)" : "\\!") + e.slice(1);
  }
  return e;
};

// node_modules/minimatch/dist/esm/unescape.js
var unescape = (s, { windowsPathsNoEscape = false, magicalBraces = true } = {}) => {
  if (windowsPathsNoEscape && s.startsWith("@(!)")) {
    return "!" + unescape(s.slice(4), { windowsPathsNoEscape, magicalBraces });
  }
  if (magicalBraces) {
    return windowsPathsNoEscape ? s.replace(/\[([^/\\])\]/g, "$1") : s.replace(/((?!\\).|^)\[([^/\\])\]/g, "$1$2").replace(/\\([^/])/g, "$1");
  }
  return windowsPathsNoEscape ? s.replace(/\[([^/\\{}])\]/g, "$1") : s.replace(/((?!\\).|^)\[([^/\\{}])\]/g, "$1$2").replace(/\\([^/{}])/g, "$1");
};

// node_modules/minimatch/dist/esm/index.js
var DEFAULT_BRACE_EXPAND_MAX = 1e5;
var DEFAULT_GLOB_STAR_RECURSION_MAX = 200;
var AWE_KEY = "allowWindowsEscape";
var minimatch = (p, pattern, options) => {
  assertValidPattern(pattern);
  if (!options?.nocomment && pattern.charAt(0) === "#") {
    return false;
  }
  return cachedMinimatch(pattern, options).match(p);
};
var cache = /* @__PURE__ */ new Map();
var oldCache = /* @__PURE__ */ new Map();
var cacheSize = 0;
var cacheTotalWeight = 0;
var cacheMax = 256;
var cacheMaxWeight = 1 << 15;
var cacheMaxEntryWeight = 1 << 12;
var cacheWeight = (mm) => {
  let w = mm.pattern.length;
  for (const s of mm.globSet) {
    w += s.length + 1;
    if (w > cacheMaxEntryWeight)
      break;
  }
  return w;
};
var tri = (v) => v === void 0 ? 0 : v ? 2 : 1;
var booleanWeights = new Map(Object.keys({
  nobrace: 0,
  nocomment: 0,
  nonegate: 0,
  noglobstar: 0,
  noext: 0,
  nonull: 0,
  partial: 0,
  dot: 0,
  nocase: 0,
  nocaseMagicOnly: 0,
  magicalBraces: 0,
  matchBase: 0,
  flipNegate: 0,
  preserveMultipleSlashes: 0,
  windowsNoMagicRoot: 0
}).map((k, i) => [k, 24 * 3 ** i]));
var optionsKey = (o) => {
  let n = 0;
  let wpe = false;
  for (const k in o) {
    const v = o[k];
    switch (k) {
      // the same test as the Minimatch constructor
      case "windowsPathsNoEscape":
        if (v)
          wpe = true;
        break;
      case AWE_KEY:
        if (v === false)
          wpe = true;
        break;
      case "platform": {
        const p = v || defaultPlatform;
        if (p === defaultPlatform)
          break;
        if (p === "darwin")
          n += 3;
        else if (p === "win32")
          n += 6;
        else if (p === "linux")
          n += 9;
        else
          return JSON.stringify(o);
        break;
      }
      case "optimizationLevel":
        if (v === void 0)
          break;
        n += v >= 2 ? 1 : v >= 1 ? 0 : 2;
        break;
      case "braceExpandMax":
        if (v !== void 0 && v !== DEFAULT_BRACE_EXPAND_MAX) {
          return JSON.stringify(o);
        }
        break;
      case "maxGlobstarRecursion":
        if (v !== void 0 && v !== DEFAULT_GLOB_STAR_RECURSION_MAX) {
          return JSON.stringify(o);
        }
        break;
      case "normalize":
        if (v !== void 0)
          return JSON.stringify(o);
        break;
      default:
        n += (booleanWeights.get(k) ?? 0) * tri(v);
    }
  }
  return wpe ? n + 12 : n;
};
var copyOptions = (o) => {
  const copy = {};
  for (const k in o)
    copy[k] = o[k];
  return copy;
};
var cachedMinimatch = (pattern, options) => {
  const key = options ? optionsKey(options) : 0;
  let mm = cache.get(key)?.get(pattern);
  if (mm)
    return mm;
  mm = oldCache.get(key)?.get(pattern) ?? new Minimatch(pattern, copyOptions(options));
  const weight = cacheWeight(mm);
  if (weight > cacheMaxEntryWeight)
    return mm;
  if (cacheSize >= cacheMax || cacheTotalWeight + weight > cacheMaxWeight) {
    oldCache = cache;
    cache = /* @__PURE__ */ new Map();
    cacheSize = 0;
    cacheTotalWeight = 0;
  }
  let byPattern = cache.get(key);
  if (!byPattern)
    cache.set(key, byPattern = /* @__PURE__ */ new Map());
  byPattern.set(pattern, mm);
  cacheSize++;
  cacheTotalWeight += weight;
  return mm;
};
var defaultPlatform = typeof process === "object" && process ? process.env?.__MINIMATCH_TESTING_PLATFORM__ || process.platform : "posix";
var path = {
  win32: { sep: "\\" },
  posix: { sep: "/" }
};
var sep = defaultPlatform === "win32" ? path.win32.sep : path.posix.sep;
minimatch.sep = sep;
var GLOBSTAR = /* @__PURE__ */ Symbol("globstar **");
minimatch.GLOBSTAR = GLOBSTAR;
var filter = (pattern, options) => {
  let mm;
  return (p) => (mm ??= cachedMinimatch(pattern, options)).match(p);
};
minimatch.filter = filter;
var ext = (a, b = {}) => Object.assign({}, a, b);
var defaults = (def) => {
  if (!def || typeof def !== "object" || !Object.keys(def).length) {
    return minimatch;
  }
  const orig = minimatch;
  const m = (p, pattern, options = {}) => orig(p, pattern, ext(def, options));
  return Object.assign(m, {
    Minimatch: class Minimatch extends orig.Minimatch {
      constructor(pattern, options = {}) {
        super(pattern, ext(def, options));
      }
      static defaults(options) {
        return orig.defaults(ext(def, options)).Minimatch;
      }
    },
    unescape: (s, options = {}) => orig.unescape(s, ext(def, options)),
    escape: (s, options = {}) => orig.escape(s, ext(def, options)),
    filter: (pattern, options = {}) => orig.filter(pattern, ext(def, options)),
    defaults: (options) => orig.defaults(ext(def, options)),
    braceExpand: (pattern, options = {}) => orig.braceExpand(pattern, ext(def, options)),
    match: (list, pattern, options = {}) => orig.match(list, pattern, ext(def, options)),
    sep: orig.sep,
    GLOBSTAR
  });
};
minimatch.defaults = defaults;
var braceExpand = (pattern, options = {}) => {
  assertValidPattern(pattern);
  if (options.nobrace || !/\{(?:(?!\{).)*\}/.test(pattern)) {
    return [pattern];
  }
  let p = pattern.replace(/\\\\/g, "\\\\\\\\");
  if (options.windowsPathsNoEscape || options[AWE_KEY] === false) {
    p = p.replace(/\[([{}])\]/g, "[\\$1]");
  }
  return expand(p, { max: options.braceExpandMax });
};
minimatch.braceExpand = braceExpand;
var RANGE_MIN = 100;
var rangeRe = /(?<![\\$])\{(-?\d+)\.\.(-?\d+)\}/g;
var inRepeatOrNegExt = (portion, mark) => {
  const stack = [];
  for (let i = 0; i < portion.length; i++) {
    const c = portion.charAt(i);
    if (c === "\\") {
      i++;
    } else if (c === mark) {
      if (stack.some((t) => t !== "@" && t !== "?"))
        return true;
    } else if (portion.charAt(i + 1) === "(" && "!?+*@".includes(c)) {
      stack.push(c);
      i++;
    } else if (c === ")") {
      stack.pop();
    }
  }
  return false;
};
var match = (list, pattern, options = {}) => {
  const mm = new Minimatch(pattern, options);
  list = list.filter((f) => mm.match(f));
  if (mm.options.nonull && !list.length) {
    list.push(pattern);
  }
  return list;
};
minimatch.match = match;
var globMagic = /[?*]|[+@!]\(.*?\)|\[|\]/;
var classEnd = (pattern, start) => {
  let i = start + 1;
  if (pattern.charAt(i) === "!" || pattern.charAt(i) === "^")
    i++;
  let sawStart = false;
  for (; i < pattern.length; i++) {
    const c = pattern.charAt(i);
    if (c === "]" && sawStart)
      return i;
    sawStart = true;
    if (c === "\\")
      i++;
  }
  return -1;
};
var literal = (pattern, noext) => {
  if (!noext && (pattern === "+()" || pattern === "@()"))
    return pattern;
  let lit2 = "";
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern.charAt(i);
    if (c === "\\") {
      lit2 += pattern.charAt(++i) || c;
    } else if (c === "*" || c === "?") {
      return void 0;
    } else if (c === "[") {
      const close = classEnd(pattern, i);
      if (close === -1) {
        lit2 += c;
        continue;
      }
      let body = pattern.slice(i + 1, close);
      if (body.startsWith("\\"))
        body = body.slice(1);
      if ([...body].length !== 1 || "!^".includes(pattern.charAt(i + 1))) {
        return void 0;
      }
      lit2 += body;
      i = close;
    } else if (!noext && "+@!".includes(c) && pattern.charAt(i + 1) === "(" && pattern.includes(")", i + 2)) {
      return void 0;
    } else {
      lit2 += c;
    }
  }
  return lit2;
};
var MAX_EXTGLOBS = 256;
var extglobCount = (pattern) => {
  let n = 0;
  for (let i = 0; i < pattern.length - 1; i++) {
    const c = pattern.charAt(i);
    if (c === "\\") {
      i++;
    } else if ("+@!?*".includes(c) && pattern.charAt(i + 1) === "(") {
      n++;
      i++;
    }
  }
  return n;
};
var assertValidExtglobs = (pattern) => {
  if (extglobCount(pattern) > MAX_EXTGLOBS) {
    throw new TypeError("pattern has too many extglobs");
  }
};
var extSafe = (pattern) => {
  if (/^[?*+@]\(\)$/.test(pattern) || pattern.includes("[:"))
    return false;
  let depth = 0;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern.charAt(i);
    if (c === "\\") {
      if (++i === pattern.length)
        return false;
    } else if (c === "[") {
      const close = classEnd(pattern, i);
      if (close !== -1)
        i = close;
    } else if ("+@!?*".includes(c) && pattern.charAt(i + 1) === "(") {
      depth++;
      i++;
    } else if (c === ")") {
      if (!depth--)
        return false;
    } else if (c === "|" && !depth) {
      return false;
    }
  }
  return !depth;
};
var lastSplit;
var lastChecked;
var portionMatch = (p, f) => typeof p === "string" ? f === p : f !== "" && p.testUnchecked(f);
var endIndex = (p, last, lastStart, prev, prevStart) => portionMatch(p, last) ? lastStart : prev !== void 0 && portionMatch(p, prev) ? prevStart : -1;
var isDots = (p) => p === "." || p === "..";
var isDrive = (p) => typeof p === "string" && /^[a-z]:$/i.test(p);
var isLongUNC = (p) => typeof p === "string" && /^unc$/i.test(p);
var uncHost = (p) => {
  if (p[0] !== "" || p[1] !== "")
    return -1;
  const h = p[2] !== "?" ? 2 : isLongUNC(p[3]) ? 4 : -1;
  const host = p[h];
  const share = p[h + 1];
  return h !== -1 && host !== void 0 && host !== "" && host !== GLOBSTAR && share !== void 0 && share !== "" && share !== GLOBSTAR ? h : -1;
};
var walkable = (p, dot) => !isDots(p) && (dot || !p.startsWith("."));
var dotPortion = (f, start, end, dot, sep2) => {
  for (let k = start; k < end; ) {
    if (f.charCodeAt(k) === 46) {
      if (!dot)
        return true;
      const n = f.charCodeAt(k + 1) === 46 ? k + 2 : k + 1;
      if (n >= end || isSep(f.charCodeAt(n), sep2))
        return true;
    }
    const s = nextSep(f, k, sep2);
    if (s === -1)
      return false;
    k = s + 1;
    while (k < end && isSep(f.charCodeAt(k), sep2))
      k++;
  }
  return false;
};
var isSep = (c, sep2) => sep2 === "/" ? c === 47 : sep2 === "\\" ? c === 92 : c === 47 || c === 92;
var nextSep = (f, from, sep2) => {
  if (sep2 !== "both")
    return f.indexOf(sep2, from);
  const s = f.indexOf("/", from);
  const b = f.indexOf("\\", from);
  return s === -1 ? b : b === -1 ? s : Math.min(s, b);
};
var lastSep = (f, from, sep2) => sep2 !== "both" ? f.lastIndexOf(sep2, from) : Math.max(f.lastIndexOf("/", from), f.lastIndexOf("\\", from));
var PENDING = {};
var Minimatch = class {
  options;
  set;
  pattern;
  windowsPathsNoEscape;
  nonegate;
  negate;
  comment;
  empty;
  preserveMultipleSlashes;
  partial;
  globSet;
  globParts;
  nocase;
  isWindows;
  platform;
  windowsNoMagicRoot;
  maxGlobstarRecursion;
  // the path can be checked against the last portion, and the string
  // portions, of each row before it is split. See #canMatch.
  #endCheck;
  #literalCheck;
  // level 2 resolves `.` and `..` portions in the path
  #level2;
  // the unicode normalization form, if any
  #form;
  // the string portions of each row in the set
  #literals = [];
  // the rows that #canMatch can match without splitting the path
  #shapes = [];
  // the rows whose last portion can be checked against the path's
  #endRows = [];
  // brace expansion can make the same portion in many rows, so they
  // share one Matcher, and the states that it caches
  #matchers = /* @__PURE__ */ new Map();
  // parse() returns PENDING in place of a Matcher
  #pending = false;
  // the char that marks numeric ranges in globSet, if any
  #rangeMark;
  // the GlobstarParts of each pattern row, by start index and partial
  #globstarParts = /* @__PURE__ */ new WeakMap();
  constructor(pattern, options = {}) {
    assertValidPattern(pattern);
    options = options || {};
    this.options = options;
    this.maxGlobstarRecursion = options.maxGlobstarRecursion ?? DEFAULT_GLOB_STAR_RECURSION_MAX;
    this.pattern = pattern;
    this.platform = options.platform || defaultPlatform;
    this.isWindows = this.platform === "win32";
    this.windowsPathsNoEscape = !!options.windowsPathsNoEscape || options[AWE_KEY] === false;
    if (this.windowsPathsNoEscape) {
      this.pattern = this.pattern.replace(/\\/g, "/");
    }
    this.preserveMultipleSlashes = !!options.preserveMultipleSlashes;
    this.negate = false;
    this.nonegate = !!options.nonegate;
    this.comment = false;
    this.empty = false;
    this.partial = !!options.partial;
    this.nocase = !!this.options.nocase;
    this.windowsNoMagicRoot = options.windowsNoMagicRoot !== void 0 ? options.windowsNoMagicRoot : !!(this.isWindows && this.nocase);
    this.globSet = [];
    this.globParts = [];
    this.set = [];
    this.#endCheck = !this.preserveMultipleSlashes;
    this.#level2 = (options.optimizationLevel ?? 1) >= 2;
    const n = options.normalize;
    this.#form = n === true ? "NFC" : n || void 0;
    this.make();
    const drives = this.set.map((row) => this.#rootIndex(row));
    this.#endRows = this.set.map((row, r) => this.#endCheck && row.length - 1 > drives[r]);
    this.#literals = this.set.map((row, r) => {
      const end = this.#endRows[r] ? row.length - 1 : row.length;
      const lits = row.slice(drives[r] + 1, end).filter((p) => typeof p === "string" && !!p);
      return [...new Set(lits)];
    });
    this.#literalCheck = this.#literals.some((l) => l.length);
    this.#shapes = this.set.map((row, r) => {
      const [p0, p1, p2] = row;
      if (this.#endRows[r] && row.length === 2) {
        if (p0 === GLOBSTAR && p1 !== GLOBSTAR)
          return "tail";
      }
      if (this.#endRows[r] && options.matchBase && row.length === 1 && p0 !== GLOBSTAR && p0 !== "") {
        return "base";
      }
      if (!this.#endCheck || drives[r] !== -1)
        return void 0;
      if (row.length === 3 && p0 === GLOBSTAR && p2 === GLOBSTAR && p1 !== GLOBSTAR && p1 !== "" && // the portion between is only matched below this limit
      this.maxGlobstarRecursion > 0) {
        return "mid";
      }
      if (row.length === 2 && p1 === GLOBSTAR && p0 !== GLOBSTAR && p0 !== "") {
        return "head";
      }
      return void 0;
    });
  }
  // a string portion of a pattern, normalized if the option is set
  #norm(p) {
    return this.#form ? p.normalize(this.#form) : p;
  }
  // On Windows, the index of the last root portion of a row, as
  // #matchRow finds it: 0 for `c:/...`, 3 for `//?/c:/...` and
  // `//host/share/...`, and 5 for `//?/UNC/host/share/...`. Otherwise
  // -1.
  #rootIndex(row) {
    if (!this.isWindows)
      return -1;
    if (isDrive(row[0]))
      return 0;
    const uncDrive = row[0] === "" && row[1] === "" && row[2] === "?" && isDrive(row[3]);
    if (uncDrive)
      return 3;
    const h = uncHost(row);
    return h === -1 ? -1 : h + 1;
  }
  hasMagic() {
    if (this.options.magicalBraces && this.set.length > 1) {
      return true;
    }
    for (const pattern of this.set) {
      for (const part2 of pattern) {
        if (typeof part2 !== "string")
          return true;
      }
    }
    return false;
  }
  make() {
    const pattern = this.pattern;
    const options = this.options;
    if (!options.nocomment && pattern.charAt(0) === "#") {
      this.comment = true;
      return;
    }
    if (!pattern) {
      this.empty = true;
      return;
    }
    this.parseNegate();
    this.globSet = [...new Set(this.#expandBraces())];
    const rawGlobParts = this.globSet.map((s) => this.#slashSplit(s));
    this.globParts = this.preprocess(rawGlobParts);
    this.#pending = true;
    let set = this.globParts.map((s, _, __) => {
      if (this.isWindows && this.windowsNoMagicRoot) {
        const n = s[2] === "?" && isLongUNC(s[3]) ? 6 : 4;
        const isUNC = s[0] === "" && s[1] === "" && (s[2] === "?" || !globMagic.test(s[2])) && s.slice(3, n).every((p) => !globMagic.test(p));
        const isDrive2 = /^[a-z]:/i.test(s[0]);
        if (isUNC) {
          return [
            ...s.slice(0, n).map((p) => this.#norm(p)),
            ...s.slice(n).map((ss) => this.parse(ss))
          ];
        } else if (isDrive2) {
          return [
            this.#norm(s[0]),
            ...s.slice(1).map((ss) => this.parse(ss))
          ];
        }
      }
      return s.map((ss) => this.parse(ss));
    });
    this.set = set.filter((s) => s.indexOf(false) === -1);
    if (this.isWindows) {
      for (let i = 0; i < this.set.length; i++) {
        const p = this.set[i];
        if (p[0] === "" && p[1] === "" && this.globParts[i][2] === "?" && (isDrive(p[3]) || isLongUNC(this.globParts[i][3]))) {
          if (isLongUNC(this.globParts[i][3]))
            p[3] = "UNC";
          p[2] = "?";
        }
      }
    }
    if (!options.noext)
      this.mergeRows();
    this.#pending = false;
    this.set.forEach((row, i) => {
      for (let k = 0; k < row.length; k++) {
        if (row[k] === PENDING) {
          row[k] = this.parse(this.globParts[i][k]);
        }
      }
    });
  }
  // Merge rows that only differ in one portion, where each of them
  // is a Matcher, into one row that matches any of them with
  // `@(a|b|...)`. Then a path is only walked once for all of them,
  // for example with `**/*.{js,ts}`.
  mergeRows() {
    let merged3 = true;
    while (merged3) {
      merged3 = false;
      if (this.set.length < 2)
        return;
      let keys = this.#mergeKeys();
      const len = Math.max(0, ...this.set.map((r) => r.length));
      for (let k = 0; k < len; k++) {
        const groups = /* @__PURE__ */ new Map();
        const R = this.set.length + 1;
        this.set.forEach((row, i) => {
          if (!(row[k] instanceof Matcher || row[k] === PENDING) || !extSafe(this.globParts[i][k])) {
            return;
          }
          const { pre, suf } = keys[i];
          const key = pre[k] * R + suf[k + 1];
          const g = groups.get(key);
          if (g)
            g.push(i);
          else
            groups.set(key, [i]);
        });
        const drop = /* @__PURE__ */ new Set();
        for (const g of groups.values()) {
          if (g.length < 2)
            continue;
          const [first, ...rest] = g;
          const alts = g.map((i) => this.globParts[i][k]);
          const glob2 = `@(${alts.join("|")})`;
          if (extglobCount(glob2) > MAX_EXTGLOBS)
            continue;
          this.globParts[first][k] = glob2;
          this.set[first][k] = this.parse(glob2);
          for (const i of rest)
            drop.add(i);
        }
        if (drop.size) {
          merged3 = true;
          this.set = this.set.filter((_, i) => !drop.has(i));
          this.globParts = this.globParts.filter((_, i) => !drop.has(i));
          if (this.set.length < 2)
            return;
          keys = this.#mergeKeys();
        }
      }
    }
  }
  // For each row, number ids for its prefixes and suffixes, such that
  // pre[k] identifies parts[0..k) and suf[k] identifies parts[k..n).
  // Two rows are the same other than at portion k exactly when they
  // have the same pre[k] and suf[k + 1]. This is linear in the size of
  // the rows, where joining the whole row for every k was quadratic.
  #mergeKeys() {
    const partIds = /* @__PURE__ */ new Map();
    const ids = this.globParts.map((parts) => parts.map((s) => {
      let id = partIds.get(s);
      if (id === void 0)
        partIds.set(s, id = partIds.size);
      return id;
    }));
    const P = partIds.size;
    const len = Math.max(0, ...ids.map((r) => r.length));
    const keys = ids.map((r) => ({
      pre: [0],
      suf: new Array(r.length + 1).fill(0)
    }));
    for (let k = 0; k < len; k++) {
      const m = /* @__PURE__ */ new Map();
      ids.forEach((r, i) => {
        if (k >= r.length)
          return;
        const { pre } = keys[i];
        const key = pre[k] * P + r[k];
        let id = m.get(key);
        if (id === void 0)
          m.set(key, id = m.size + 1);
        pre.push(id);
      });
    }
    for (let k = len - 1; k >= 0; k--) {
      const m = /* @__PURE__ */ new Map();
      ids.forEach((r, i) => {
        if (k >= r.length)
          return;
        const { suf } = keys[i];
        const key = suf[k + 1] * P + r[k];
        let id = m.get(key);
        if (id === void 0)
          m.set(key, id = m.size + 1);
        suf[k] = id;
      });
    }
    return keys;
  }
  // various transforms to equivalent pattern sets that are
  // faster to process in a filesystem walk.  The goal is to
  // eliminate what we can, and push all ** patterns as far
  // to the right as possible, even if it increases the number
  // of patterns that we have to process.
  preprocess(globParts) {
    if (this.options.noglobstar) {
      for (const partset of globParts) {
        for (let j = 0; j < partset.length; j++) {
          if (partset[j] === "**") {
            partset[j] = "*";
          }
        }
      }
    }
    const { optimizationLevel = 1 } = this.options;
    if (optimizationLevel >= 2) {
      globParts = this.firstPhasePreProcess(globParts);
      globParts = this.secondPhasePreProcess(globParts);
    } else if (optimizationLevel >= 1) {
      globParts = this.levelOneOptimize(globParts);
    } else {
      globParts = this.adjascentGlobstarOptimize(globParts);
    }
    return globParts;
  }
  // just get rid of adjascent ** portions
  adjascentGlobstarOptimize(globParts) {
    return globParts.map((parts) => {
      let gs = -1;
      while (-1 !== (gs = parts.indexOf("**", gs + 1))) {
        let i = gs;
        while (parts[i + 1] === "**") {
          i++;
        }
        if (i !== gs) {
          parts.splice(gs, i - gs);
        }
      }
      return parts;
    });
  }
  // get rid of adjascent ** and resolve .. portions
  levelOneOptimize(globParts) {
    return globParts.map((parts) => {
      const root = this.#rootIndex(parts) + 1;
      parts = parts.reduce((set, part2) => {
        const prev = set[set.length - 1];
        if (part2 === "**" && prev === "**") {
          return set;
        }
        if (part2 === "..") {
          if (set.length > root && prev && prev !== ".." && prev !== "." && prev !== "**") {
            set.pop();
            return set;
          }
        }
        set.push(part2);
        return set;
      }, []);
      return parts.length === 0 ? [""] : parts;
    });
  }
  // Check the path against each row before it is split. 'no' if no
  // row can match, so it does not need to be split. 'yes' if a row of
  // `**` and one more portion matches. 'maybe' if it must be split to
  // know. None of this applies with partial, where the path can end
  // before the row does.
  //
  // On Windows, `\` is a separator in the path too, and the portions of
  // a row up to its drive letter or UNC share are not checked (see
  // #rootIndex).
  //
  // Each string portion of a row must be a portion of the path, so the
  // path must contain it. Level 2 can only take portions out of the
  // path, so this is still true then.
  //
  // The last portion of a row must match the last portion of the path,
  // or the one before a trailing `/` (as a/* and a/**/* match a/b/).
  // This does not apply to rows that end in **, rows that end in a
  // root, or preserveMultipleSlashes (which can leave more
  // than one '' at the end). At level 2, it does not apply if that
  // portion is `.` or `..`, which can be
  // resolved away. Level 2 only takes other portions out of the
  // middle of the path.
  //
  // A row of `**/x` then matches if the ** can walk the portions
  // before the one that x matches, the same as #matchGlobstar. At
  // level 2, this is only known if none of them are `.` or `..`, so
  // that the path does not change when it is resolved.
  #canMatch(f) {
    const sep2 = !this.isWindows || !f.includes("\\") ? "/" : f.includes("/") ? "both" : "\\";
    let ends = this.#endCheck ? 0 : -1;
    let last = "";
    let lastStart = 0;
    let prev;
    let prevStart = 0;
    const dot = !!this.options.dot;
    ROWS: for (let r = 0; r < this.set.length; r++) {
      const row = this.set[r];
      const p = row[row.length - 1];
      let end = ends !== -1 && this.#endRows[r] && p !== GLOBSTAR;
      if (end && ends === 0) {
        const i = lastSep(f, f.length, sep2);
        lastStart = i + 1;
        last = f.slice(lastStart);
        if (last === "" && i >= 0) {
          let j = i;
          while (j > 0 && isSep(f.charCodeAt(j - 1), sep2))
            j--;
          prevStart = j === 0 ? 0 : lastSep(f, j - 1, sep2) + 1;
          prev = f.slice(prevStart, j);
        }
        const resolves = this.#level2 && (isDots(last) || last === "" && prev !== void 0 && isDots(prev));
        ends = resolves ? -1 : 1;
        end = !resolves;
      }
      let tailStart = -1;
      if (end && typeof p === "string") {
        tailStart = endIndex(p, last, lastStart, prev, prevStart);
        if (tailStart === -1)
          continue;
      }
      if (this.#literalCheck) {
        for (const l of this.#literals[r]) {
          if (!f.includes(l))
            continue ROWS;
        }
      }
      if (end && typeof p === "object") {
        tailStart = endIndex(p, last, lastStart, prev, prevStart);
        if (tailStart === -1)
          continue;
      }
      const shape = this.#shapes[r];
      if (shape === "base" && end)
        return "yes";
      if (shape === "tail" && end) {
        if (this.#level2 && dotPortion(f, 0, tailStart, true, sep2)) {
          return "maybe";
        }
        if (!dotPortion(f, 0, tailStart, dot, sep2))
          return "yes";
        continue;
      }
      if (shape === "mid" || shape === "head") {
        const m = this.#walk(f, row, shape === "head", dot, sep2);
        if (m !== "no")
          return m;
        continue;
      }
      return "maybe";
    }
    return "no";
  }
  // Match a row of a known shape against the split path, the same as
  // #matchGlobstar and #matchGlobStarBodySections do. None of these
  // rows have a drive letter, so they start at the first portion.
  #matchShape(file, row, shape) {
    const dot = !!this.options.dot;
    const n = file.length;
    if (shape === "head") {
      if (n < 2 || !portionMatch(row[0], file[0])) {
        return false;
      }
      for (let i = 1; i < n; i++)
        if (!walkable(file[i], dot))
          return false;
      return true;
    }
    const x = row[1];
    if (shape === "tail") {
      let t = n - 1;
      if (!portionMatch(x, file[t])) {
        if (file[t] !== "" || n === 1 || !portionMatch(x, file[--t])) {
          return false;
        }
      }
      for (let i = 0; i < t; i++)
        if (!walkable(file[i], dot))
          return false;
      return true;
    }
    for (let k = 0; k < n; k++) {
      if (portionMatch(x, file[k]) && k + 1 < n) {
        let i = k + 1;
        while (i < n && walkable(file[i], dot))
          i++;
        if (i === n)
          return true;
      }
      if (!walkable(file[k], dot))
        return false;
    }
    return false;
  }
  // Match a row of `**/x/**` or `x/**` against the path, the same as
  // #matchGlobstar and #matchGlobStarBodySections do once it is split.
  // x must match a portion (the first one, for `x/**`), the ** before
  // it must be able to walk the portions before that one, and there
  // must be a portion after it, which the ** after it can walk. At
  // level 2, this is only known if no portion is `.` or `..`.
  #walk(f, row, head, dot, sep2) {
    if (this.#level2 && dotPortion(f, 0, f.length, true, sep2))
      return "maybe";
    const x = row[head ? 0 : 1];
    let s = 0;
    for (let e = nextSep(f, s, sep2); e !== -1; e = nextSep(f, s, sep2)) {
      let next = e + 1;
      while (next < f.length && isSep(f.charCodeAt(next), sep2))
        next++;
      const hit3 = typeof x === "string" ? e - s === x.length && f.startsWith(x, s) : e > s && x.testUnchecked(f.slice(s, e));
      if (hit3 && !dotPortion(f, next, f.length, dot, sep2))
        return "yes";
      if (head || dotPortion(f, s, next, dot, sep2))
        return "no";
      s = next;
    }
    return "no";
  }
  // the last split, if it was the same path with the same split
  // settings
  #cachedSplit(f) {
    const last = lastSplit;
    return last?.f === f && last.isWindows === this.isWindows && last.preserveMultipleSlashes === this.preserveMultipleSlashes && last.normalize === this.#form ? last : void 0;
  }
  // split a path for match(), and keep the parts for the next call
  #split(f) {
    const { isWindows, preserveMultipleSlashes } = this;
    let parts = this.#slashSplit(isWindows ? f.split("\\").join("/") : f);
    const normalize2 = this.#form;
    if (normalize2)
      parts = parts.map((p) => p.normalize(normalize2));
    lastSplit = {
      f,
      isWindows,
      preserveMultipleSlashes,
      normalize: normalize2,
      parts
    };
    return lastSplit;
  }
  // resolve `.` and `..` portions of a path, for level 2
  #levelTwoFileOptimize(file) {
    const parts = [...file];
    let didSomething = false;
    do {
      didSomething = false;
      if (!this.preserveMultipleSlashes) {
        for (let i = 1; i < parts.length - 1; i++) {
          const p = parts[i];
          if (i === 1 && p === "" && parts[0] === "")
            continue;
          if (p === "." || p === "") {
            didSomething = true;
            parts.splice(i, 1);
            i--;
          }
        }
        if (parts[0] === "." && parts.length === 2 && (parts[1] === "." || parts[1] === "")) {
          didSomething = true;
          parts.pop();
        }
      }
      const root = this.#rootIndex(parts) + 1;
      let dd = root;
      while (-1 !== (dd = parts.indexOf("..", dd + 1))) {
        const p = parts[dd - 1];
        if (p && p !== "." && p !== ".." && p !== "**") {
          didSomething = true;
          parts.splice(dd - 1, 2);
          dd = Math.max(dd - 2, root);
        }
      }
    } while (didSomething);
    return parts.length === 0 ? [""] : parts;
  }
  // First phase: single-pattern processing
  // <pre> is 1 or more portions
  // <rest> is 1 or more portions
  // <p> is any portion other than ., .., '', or **
  // <e> is . or ''
  //
  // **/.. is *brutal* for filesystem walking performance, because
  // it effectively resets the recursive walk each time it occurs,
  // and ** cannot be reduced out by a .. pattern part like a regexp
  // or most strings (other than .., ., and '') can be.
  //
  // <pre>/**/../<p>/<p>/<rest> -> {<pre>/../<p>/<p>/<rest>,<pre>/**/<p>/<p>/<rest>}
  // <pre>/<e>/<rest> -> <pre>/<rest>
  // <pre>/<p>/../<rest> -> <pre>/<rest>
  // **/**/<rest> -> **/<rest>
  //
  // **/*/<rest> -> */**/<rest> <== not valid because ** doesn't follow
  // this WOULD be allowed if ** did follow symlinks, or * didn't
  firstPhasePreProcess(globParts) {
    const { braceExpandMax = DEFAULT_BRACE_EXPAND_MAX } = this.options;
    let splitCells = 0;
    const maxSplitCells = 1e6;
    let didSomething = false;
    do {
      didSomething = false;
      for (let parts of globParts) {
        let gs = -1;
        while (-1 !== (gs = parts.indexOf("**", gs + 1))) {
          let gss = gs;
          while (parts[gss + 1] === "**") {
            gss++;
          }
          if (gss > gs) {
            parts.splice(gs + 1, gss - gs);
          }
          let next = parts[gs + 1];
          const p = parts[gs + 2];
          const p2 = parts[gs + 3];
          if (next !== "..")
            continue;
          if (!p || p === "." || p === ".." || !p2 || p2 === "." || p2 === "..") {
            continue;
          }
          const addedCells = parts.length - 1;
          if (globParts.length >= braceExpandMax || splitCells + addedCells > maxSplitCells) {
            throw new RangeError(`optimizationLevel 2: too many patterns from '**/..'`);
          }
          didSomething = true;
          parts.splice(gs, 1);
          const other = parts.slice(0);
          other[gs] = "**";
          splitCells += addedCells;
          globParts.push(other);
          gs--;
        }
        if (!this.preserveMultipleSlashes) {
          for (let i = 1; i < parts.length - 1; i++) {
            const p = parts[i];
            if (i === 1 && p === "" && parts[0] === "")
              continue;
            if (p === "." || p === "") {
              didSomething = true;
              parts.splice(i, 1);
              i--;
            }
          }
          if (parts[0] === "." && parts.length === 2 && (parts[1] === "." || parts[1] === "")) {
            didSomething = true;
            parts.pop();
          }
        }
        const root = this.#rootIndex(parts) + 1;
        let dd = root;
        while (-1 !== (dd = parts.indexOf("..", dd + 1))) {
          const p = parts[dd - 1];
          if (p && p !== "." && p !== ".." && p !== "**") {
            didSomething = true;
            const needDot = dd === 1 && parts[dd + 1] === "**";
            const splin = needDot ? ["."] : [];
            parts.splice(dd - 1, 2, ...splin);
            if (parts.length === 0)
              parts.push("");
            dd = Math.max(dd - 2, root);
          }
        }
      }
    } while (didSomething);
    return globParts;
  }
  // second phase: multi-pattern dedupes
  // {<pre>/<rest>,<pre>/<rest>} -> <pre>/<rest>
  // {<pre>/*/<rest>,<pre>/<p>/<rest>} -> <pre>/*/<rest>
  secondPhasePreProcess(globParts) {
    const keys = /* @__PURE__ */ new Set();
    const rows = globParts.filter((parts) => {
      const key = parts.join("/");
      if (keys.has(key))
        return false;
      keys.add(key);
      return true;
    });
    const stars = /* @__PURE__ */ new Map();
    for (const parts of rows) {
      const s = [];
      for (let i = 0; i < parts.length; i++) {
        if (parts[i] === "*")
          s.push(i);
      }
      if (s.length)
        stars.set(s.join(","), s);
    }
    if (!stars.size || rows.length * stars.size > 1e5)
      return rows;
    const { dot } = this.options;
    return rows.filter((parts) => {
      for (const s of stars.values()) {
        if (s[s.length - 1] >= parts.length)
          continue;
        const c = [...parts];
        let ok = true;
        let changed = false;
        for (const i of s) {
          const p = parts[i];
          if (p === "*")
            continue;
          if (!p || p === "**" || !dot && p.startsWith(".")) {
            ok = false;
            break;
          }
          c[i] = "*";
          changed = true;
        }
        if (ok && changed && keys.has(c.join("/")))
          return false;
      }
      return true;
    });
  }
  parseNegate() {
    if (this.nonegate)
      return;
    const pattern = this.pattern;
    let negate = false;
    let negateOffset = 0;
    for (let i = 0; i < pattern.length && pattern.charAt(i) === "!"; i++) {
      negate = !negate;
      negateOffset++;
    }
    if (negateOffset)
      this.pattern = pattern.slice(negateOffset);
    this.negate = negate;
  }
  // Match the parts of a path against one row of the set. `resolved`
  // is the parts after level 2 resolves `.` and `..` in them, or the
  // same parts below level 2. Set partial to true to test if, for
  // example, "/a/b" matches the start of "/*/b/*/d". Partial means, if
  // you run out of file before you run out of pattern, then that's
  // fine, as long as all the parts match.
  #matchRow(file, resolved, pattern, partial) {
    let fileStartIndex = 0;
    let patternStartIndex = 0;
    const fh = this.isWindows ? uncHost(resolved) : -1;
    const ph = fh === -1 ? -1 : uncHost(pattern);
    if (ph !== -1) {
      const host = pattern[ph];
      const share = pattern[ph + 1];
      if (typeof host !== "string" || typeof share !== "string") {
        fileStartIndex = fh;
        patternStartIndex = ph;
      } else if (resolved[fh].toLowerCase() === host.toLowerCase() && resolved[fh + 1].toLowerCase() === share.toLowerCase()) {
        fileStartIndex = fh + 2;
        patternStartIndex = ph + 2;
      }
    } else if (this.isWindows) {
      const fileDrive = typeof file[0] === "string" && /^[a-z]:$/i.test(file[0]);
      const fileUNC = !fileDrive && file[0] === "" && file[1] === "" && file[2] === "?" && /^[a-z]:$/i.test(file[3]);
      const patternDrive = typeof pattern[0] === "string" && /^[a-z]:$/i.test(pattern[0]);
      const patternUNC = !patternDrive && pattern[0] === "" && pattern[1] === "" && pattern[2] === "?" && typeof pattern[3] === "string" && /^[a-z]:$/i.test(pattern[3]);
      const fdi = fileUNC ? 3 : fileDrive ? 0 : void 0;
      const pdi = patternUNC ? 3 : patternDrive ? 0 : void 0;
      if (typeof fdi === "number" && typeof pdi === "number") {
        const [fd, pd] = [
          file[fdi],
          pattern[pdi]
        ];
        if (fd.toLowerCase() === pd.toLowerCase()) {
          patternStartIndex = pdi + 1;
          fileStartIndex = fdi + 1;
        }
      }
    }
    file = resolved;
    if (pattern.includes(GLOBSTAR)) {
      return this.#matchGlobstar(file, pattern, partial, fileStartIndex, patternStartIndex);
    }
    return this.#matchOne(file, pattern, partial, fileStartIndex, patternStartIndex);
  }
  #matchGlobstar(file, pattern, partial, fileIndex, patternIndex) {
    const { head, body, tail: tail2, segments } = this.#getGlobstarParts(pattern, partial, patternIndex);
    if (head.length) {
      const headEnd = fileIndex + head.length;
      if (!this.#matchOne(file, head, partial, fileIndex, 0, headEnd)) {
        return false;
      }
      fileIndex += head.length;
      patternIndex += head.length;
    }
    let fileTailMatch = 0;
    if (tail2.length) {
      if (tail2.length + fileIndex > file.length)
        return false;
      let tailStart = file.length - tail2.length;
      if (this.#matchOne(file, tail2, partial, tailStart, 0)) {
        fileTailMatch = tail2.length;
      } else {
        if (file[file.length - 1] !== "" || fileIndex + tail2.length === file.length) {
          return false;
        }
        tailStart--;
        if (!this.#matchOne(file, tail2, partial, tailStart, 0)) {
          return false;
        }
        fileTailMatch = tail2.length + 1;
      }
    }
    if (!body.length) {
      let sawSome = !!fileTailMatch;
      for (let i = fileIndex; i < file.length - fileTailMatch; i++) {
        const f = String(file[i]);
        sawSome = true;
        if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) {
          return false;
        }
      }
      return partial || sawSome;
    }
    return !!this.#matchGlobStarBodySections(file, segments, file.length - fileTailMatch, fileIndex, 0, partial, 0, !!fileTailMatch, /* @__PURE__ */ new Set());
  }
  // Split the pattern into head, tail, and middle of ** delimited
  // parts. The tail has to be at the end, and the others just have to
  // be found in order from the head. These only depend on the pattern
  // row, so they are kept for the next path.
  #getGlobstarParts(pattern, partial, patternIndex) {
    let byStart = this.#globstarParts.get(pattern);
    if (!byStart) {
      byStart = [];
      this.#globstarParts.set(pattern, byStart);
    }
    const key = patternIndex * 2 + (partial ? 1 : 0);
    const found2 = byStart[key];
    if (found2)
      return found2;
    const firstgs = pattern.indexOf(GLOBSTAR, patternIndex);
    const lastgs = pattern.lastIndexOf(GLOBSTAR);
    const head = pattern.slice(patternIndex, firstgs);
    const body = pattern.slice(firstgs + 1, partial ? void 0 : lastgs);
    const tail2 = partial ? [] : pattern.slice(lastgs + 1);
    const segments = [[[], 0]];
    let current = segments[0];
    let nonGsParts = 0;
    const nonGsPartsSums = [0];
    for (const b of body) {
      if (b === GLOBSTAR) {
        nonGsPartsSums.push(nonGsParts);
        current = [[], 0];
        segments.push(current);
      } else {
        current[0].push(b);
        nonGsParts++;
      }
    }
    segments.forEach((b, i) => {
      b[1] = nonGsParts - nonGsPartsSums[i];
    });
    const parts = { head, body, tail: tail2, segments };
    byStart[key] = parts;
    return parts;
  }
  // return false for "nope, not matching"
  // return null for "not matching, cannot keep trying"
  #matchGlobStarBodySections(file, bodySegments, fileLength, fileIndex, bodyIndex, partial, globStarDepth, sawTail, tried) {
    const bs = bodySegments[bodyIndex];
    if (!bs) {
      if (partial) {
        return fileIndex >= fileLength || fileIndex === fileLength - 1 && file[fileIndex] === "";
      }
      for (let i = fileIndex; i < fileLength; i++) {
        sawTail = true;
        const f = file[i];
        if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) {
          return false;
        }
      }
      return sawTail;
    }
    const [body, need] = bs;
    const after = partial ? fileLength : fileLength - need;
    while (fileIndex <= after) {
      const key = bodyIndex * (file.length + 1) + fileIndex;
      if (tried.has(key))
        return false;
      tried.add(key);
      const m = this.#matchOne(file, body, partial, fileIndex, 0, fileIndex + body.length);
      if (m && globStarDepth < this.maxGlobstarRecursion) {
        const sub = this.#matchGlobStarBodySections(file, bodySegments, fileLength, fileIndex + body.length, bodyIndex + 1, partial, globStarDepth + 1, sawTail, tried);
        if (sub !== false) {
          return sub;
        }
      }
      if (fileIndex === after)
        break;
      const f = file[fileIndex];
      if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) {
        return false;
      }
      fileIndex++;
    }
    return partial || null;
  }
  #matchOne(file, pattern, partial, fileIndex, patternIndex, fileEnd = file.length) {
    let fi;
    let pi;
    let pl;
    let fl;
    for (fi = fileIndex, pi = patternIndex, fl = Math.min(fileEnd, file.length), pl = pattern.length; fi < fl && pi < pl; fi++, pi++) {
      let p = pattern[pi];
      let f = file[fi];
      if (p === false || p === GLOBSTAR) {
        return false;
      }
      if (!portionMatch(p, f))
        return false;
    }
    if (fi === fl && pi === pl) {
      return true;
    } else if (fi === fl) {
      return partial;
    } else if (pi === pl) {
      return fi === fl - 1 && file[fi] === "";
    } else {
      throw new Error("wtf?");
    }
  }
  braceExpand() {
    return braceExpand(this.pattern, this.options);
  }
  // Expand braces, except numeric ranges such as {0..999} with at
  // least RANGE_MIN values. Each of those stays in its pattern as
  // `<mark>0..999<mark>`, for the Matcher to test. If a range might
  // be inside a [...] class, expand all of them instead.
  #expandBraces() {
    const { pattern } = this;
    if (this.options.nobrace)
      return this.braceExpand();
    let code = 57344;
    while (pattern.includes(String.fromCharCode(code))) {
      if (++code > 63743)
        return this.braceExpand();
    }
    const mark = String.fromCharCode(code);
    let found2 = false;
    const marked = pattern.replace(rangeRe, (m, lo, hi) => {
      const a = Number(lo);
      const b = Number(hi);
      if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b) || Math.abs(a - b) + 1 < RANGE_MIN) {
        return m;
      }
      found2 = true;
      return `${mark}${lo}..${hi}${mark}`;
    });
    if (!found2)
      return this.braceExpand();
    const set = braceExpand(marked, this.options);
    for (const p of set) {
      for (const portion of p.split("/")) {
        const c = portion.indexOf("[");
        if (c !== -1 && c < portion.lastIndexOf(mark)) {
          return this.braceExpand();
        }
        if (!this.options.noext && inRepeatOrNegExt(portion, mark)) {
          return this.braceExpand();
        }
      }
    }
    this.#rangeMark = mark;
    return set;
  }
  parse(pattern) {
    assertValidPattern(pattern);
    const options = this.options;
    if (pattern === "**")
      return GLOBSTAR;
    if (pattern === "")
      return "";
    const { nocase, nocaseMagicOnly, noext = false, dot, normalize: normalize2 } = options;
    const rangeMark = this.#rangeMark;
    const lit2 = rangeMark && pattern.includes(rangeMark) ? void 0 : literal(pattern, noext);
    if (lit2 !== void 0 && !(nocase && !nocaseMagicOnly && pattern.toUpperCase() !== pattern.toLowerCase())) {
      return this.#norm(lit2);
    }
    if (this.#pending)
      return PENDING;
    let m = this.#matchers.get(pattern);
    if (!m) {
      if (!noext)
        assertValidExtglobs(pattern);
      m = new Matcher(pattern, {
        nocase,
        noext,
        dot,
        normalize: normalize2,
        ...rangeMark && { rangeMark }
      });
      this.#matchers.set(pattern, m);
    }
    return m;
  }
  #slashSplit(p) {
    if (this.preserveMultipleSlashes) {
      return p.split("/");
    } else if (this.isWindows && /^\/\/[^/]+/.test(p)) {
      return ["", ...p.split(/\/+/)];
    } else {
      return p.split(/\/+/);
    }
  }
  match(f, partial = this.partial) {
    if (this.comment) {
      return false;
    }
    if (this.empty) {
      return f === "";
    }
    if (f === "/" && partial) {
      return true;
    }
    const options = this.options;
    let split = this.#cachedSplit(f);
    if (!split) {
      if (!partial && !this.#form && (this.#endCheck || this.#literalCheck) && lastChecked !== f) {
        lastChecked = f;
        const can = this.#canMatch(f);
        if (can === "no")
          return options.flipNegate ? false : this.negate;
        if (can === "yes")
          return options.flipNegate ? true : !this.negate;
      }
      split = this.#split(f);
    }
    const ff = split.parts;
    const resolved = this.#level2 ? split.resolved ??= this.#levelTwoFileOptimize(ff) : ff;
    const set = this.set;
    let filename = ff[ff.length - 1];
    if (!filename) {
      for (let i = ff.length - 2; !filename && i >= 0; i--) {
        filename = ff[i];
      }
    }
    for (let r = 0; r < set.length; r++) {
      const pattern = set[r];
      const shape = partial ? void 0 : this.#shapes[r];
      const hit3 = shape === "base" ? portionMatch(pattern[0], filename) : shape ? this.#matchShape(resolved, pattern, shape) : options.matchBase && pattern.length === 1 ? this.#matchRow([filename], [filename], pattern, partial) : this.#matchRow(ff, resolved, pattern, partial);
      if (hit3) {
        if (options.flipNegate) {
          return true;
        }
        return !this.negate;
      }
    }
    if (options.flipNegate) {
      return false;
    }
    return this.negate;
  }
  static defaults(def) {
    return minimatch.defaults(def).Minimatch;
  }
};
minimatch.Minimatch = Minimatch;
minimatch.escape = escape;
minimatch.unescape = unescape;

// src/scan/config/complaints.ts
function complaintsAbout(source) {
  const starts = lineStarts(source.text);
  const complaints = /* @__PURE__ */ new Map();
  return {
    add(offset, message3) {
      const place2 = Math.min(offset, source.text.length);
      if (!complaints.has(place2)) complaints.set(place2, message3);
    },
    placeOf: (offset) => {
      const { startLine, startColumn } = regionOf(starts, offset, offset);
      return { line: startLine, column: startColumn };
    },
    raise() {
      const [first, ...others] = [...complaints].sort(([a], [b]) => a - b);
      if (!first) return;
      const { startLine, startColumn } = regionOf(starts, first[0], first[0]);
      const more = others.length === 0 ? "" : ` (and ${others.length} more in this file)`;
      throw new Problem(
        `${source.uri}:${startLine}:${startColumn}: ${oneLine(typeof first[1] === "string" ? first[1] : first[1]())}${more}`
      );
    }
  };
}
function oneLine(text2) {
  const plain2 = redact(text2.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").trim(), "elsewhere");
  return plain2.length > 300 ? `${plain2.slice(0, 299)}\u2026` : plain2;
}

// src/scan/config/paths.ts
var MOST_ALTERNATIVES = 1e3;
var LONGEST_PATTERN = 1e3;
var MAGIC = /[*?[\]{}()!+@]/;
function ignoredPaths(patterns) {
  const filters = patterns.map((pattern) => ({
    ignores: !pattern.startsWith("!"),
    fits: pathPattern(pattern.replace(/^!/, ""))
  }));
  if (filters.length === 0) return () => false;
  return (path2) => filters.findLast(({ fits }) => fits(path2))?.ignores ?? false;
}
function pathPattern(pattern) {
  return compiled(pattern).fits;
}
function checkPatterns(patterns, where) {
  for (const pattern of patterns) {
    const fault = pathPatternFault(pattern);
    if (fault) throw new Problem(`${where}: ${oneLine(fault)}`);
  }
}
function pathPatternFault(written2) {
  const pattern = written2.replace(/^!/, "");
  if (pattern.trim() === "") return "an empty pattern fits nothing";
  if (pattern.length > LONGEST_PATTERN) return `a pattern may have at most ${LONGEST_PATTERN} characters`;
  if (/^(\/|[A-Za-z]:)/.test(pattern))
    return `"${written2}": patterns are relative to the repository; leave out the beginning "/"`;
  if (/^\.\.?(\/|$)|\/\.\.?(\/|$)/.test(pattern))
    return `"${written2}": "." and ".." fit no path; write it relative to the repository`;
  if (/\\(?![!#*?[\]{}()\\])/.test(pattern)) return `"${written2}": folders are separated by "/", on Windows too`;
  try {
    if (compiled(pattern).alternatives >= MOST_ALTERNATIVES)
      return `"${written2.slice(0, 60)}" has too many alternatives`;
  } catch (error) {
    return `"${written2.slice(0, 60)}": ${error.message}`;
  }
  return void 0;
}
function compiled(pattern) {
  const folder = pattern.replace(/\/+$/, "");
  const lastName2 = folder.slice(folder.lastIndexOf("/") + 1);
  const own2 = pattern.endsWith("/") ? void 0 : glob(pattern);
  const below = pattern.endsWith("/") || !MAGIC.test(lastName2) ? glob(`${folder}/**`) : void 0;
  return {
    fits: (path2) => (own2?.match(path2) ?? false) || (below?.match(path2) ?? false),
    alternatives: Math.max(own2?.set.length ?? 0, below?.set.length ?? 0)
  };
}
function glob(pattern) {
  return new Minimatch(pattern, {
    dot: true,
    nocomment: true,
    nonegate: true,
    platform: "linux",
    braceExpandMax: MOST_ALTERNATIVES
  });
}

// src/scan/config/rule-ids.ts
function ruleSetting(config, ruleId) {
  return config.rules.get(ruleId) ?? config.rules.get(`${ruleId.split("/")[0]}/*`);
}
function isOff2(config, { id, about }) {
  const set = ruleSetting(config, id);
  return set === void 0 ? config.preset === "secrets-only" && about !== "secret" : set === "off";
}
function severityOf3(config, { id, about }, own2) {
  const set = ruleSetting(config, id);
  if (set !== void 0 && set !== "off") return set;
  return config.preset === "practices" && about === "hygiene" ? HEAVIER[own2] : own2;
}
var HEAVIER = {
  critical: "critical",
  high: "high",
  medium: "medium",
  low: "medium",
  note: "low"
};
function namesRule(pattern, ruleId) {
  return pattern === ruleId || pattern.endsWith("*") && ruleId.startsWith(pattern.slice(0, -1));
}
function ruleFault(id, ruleIds) {
  if (ruleIds.has(id)) return void 0;
  if (id.endsWith("/*") && [...ruleIds].some((ruleId) => namesRule(id, ruleId))) return void 0;
  return () => {
    const packs = new Set([...ruleIds].map((ruleId) => `${ruleId.split("/")[0]}/*`));
    return `unknown rule "${id}"${hint(id, [...packs, ...ruleIds]) || "; `keylatch rules` lists them all"}`;
  };
}

// src/scan/config/allow.ts
var import_yaml2 = __toESM(require_dist(), 1);

// src/scan/former-prints.ts
function keptFor(finding, kept) {
  const { fingerprint, formerFingerprint = "", partFingerprints = [] } = finding;
  const whole = kept(fingerprint) ?? kept(formerFingerprint);
  if (whole !== void 0) return whole;
  const parts = partFingerprints.map(kept);
  return parts.every((part2) => part2 !== void 0) ? parts[0] : void 0;
}
function printsOf({ fingerprint, formerFingerprint, partFingerprints = [] }) {
  return [fingerprint, ...formerFingerprint ? [formerFingerprint] : [], ...partFingerprints];
}

// src/scan/config/yaml.ts
var import_yaml = __toESM(require_dist(), 1);
var LONGEST_CONFIG = 1 << 20;
var DEEPEST_CONFIG = 30;
function readYaml(source, reader) {
  if (source.text.length > LONGEST_CONFIG) {
    throw new Problem(`${source.uri}: the configuration is longer than 1 MiB`);
  }
  const document = parsed(source);
  for (const fault of [...document.errors, ...document.warnings]) {
    reader.complaints.add(fault.pos[0], yamlFault(fault));
  }
  reader.complaints.raise();
  const root = document.contents;
  if (root === null || (0, import_yaml.isScalar)(root) && root.value === null) return void 0;
  if ((0, import_yaml.isMap)(root)) return root;
  reader.complaints.add(offsetOf(root, 0), 'the configuration must be a mapping, such as "fail-on: high"');
  reader.complaints.raise();
  return void 0;
}
function parsed(source) {
  const parser = new import_yaml.Parser();
  for (const lexeme of new import_yaml.Lexer().lex(source.text)) {
    for (const _ of parser.next(lexeme)) ;
    if (parser.stack.length > DEEPEST_CONFIG) throw new Problem(`${source.uri}: the configuration is nested too deep`);
  }
  return (0, import_yaml.parseDocument)(source.text, {
    prettyErrors: false,
    stringKeys: true,
    resolveKnownTags: false,
    uniqueKeys: false
  });
}
function yamlFault(fault) {
  if (fault.code === "TAG_RESOLVE_FAILED") {
    return 'write this value in quotes: a bare "!" at its beginning is YAML for a tag';
  }
  if (fault.code === "MULTIPLE_DOCS") return "the configuration is one YAML document; a second one begins here";
  return `not well-formed YAML: ${yamlFaultText(fault.message)}`;
}
function membersOf(map, reader, known, where) {
  return pairsOf(map, reader).filter(([key, , at2]) => {
    if (known.includes(key)) return true;
    reader.complaints.add(at2, () => {
      const others = known.map((name) => `"${name}"`).join(", ");
      return `unknown key "${key}"${hint(key, known) || `; ${where} has ${others}`}`;
    });
    return false;
  });
}
function pairsOf(map, reader) {
  const seen = /* @__PURE__ */ new Set();
  return map.items.map((pair3) => {
    const at2 = offsetOf(pair3.key, 0);
    const key = (0, import_yaml.isScalar)(pair3.key) ? String(pair3.key.value) : "";
    if (seen.has(key)) reader.complaints.add(at2, `"${key}" is given twice`);
    seen.add(key);
    return [key, withoutAlias(pair3.value, reader), at2];
  });
}
function withoutAlias(value, reader) {
  if ((0, import_yaml.isAlias)(value)) {
    const mend = 'write this value in quotes: a bare "*" at its beginning is YAML for an alias, which has no place here';
    reader.complaints.add(offsetOf(value, 0), mend);
  }
  return value;
}
function items(value, at2, reader, name) {
  if (isNothing(value)) return [];
  if ((0, import_yaml.isSeq)(value)) return value.items.map((item) => [withoutAlias(item, reader), offsetOf(item, at2)]);
  reader.complaints.add(offsetOf(value, at2), `${name} must be a list, one "- \u2026" a line`);
  return [];
}
function text(value, at2, reader, name) {
  if ((0, import_yaml.isScalar)(value) && typeof value.value === "string") return value.value;
  const mend = (0, import_yaml.isScalar)(value) && value.value !== null ? `; put ${value.source} in quotes` : "";
  reader.complaints.add(offsetOf(value, at2), `${name} must be a text${mend}`);
  return void 0;
}
function choice(value, at2, reader, name, choices) {
  const written2 = (0, import_yaml.isScalar)(value) ? String(value.value) : void 0;
  const found2 = (0, import_yaml.isScalar)(value) && typeof value.value === "string" ? choices.find((one) => one === written2) : void 0;
  if (found2 === void 0) {
    const last = choices.at(-1);
    const known = `${choices.slice(0, -1).join(", ")} or ${last}`;
    reader.complaints.add(offsetOf(value, at2), () => {
      if (isNothing(value)) return `${name} must be ${known}; it has no value`;
      if (written2 === void 0) return `${name} must be ${known}`;
      return `${name} must be ${known}, not "${written2}"${hint(written2, choices)}`;
    });
  }
  return found2;
}
function isNothing(value) {
  return value === null || value === void 0 || (0, import_yaml.isScalar)(value) && value.value === null;
}
function offsetOf(node, otherwise) {
  return node?.range?.[0] ?? otherwise;
}

// src/scan/config/allow.ts
function allowances(config, today) {
  const byFingerprint = /* @__PURE__ */ new Map();
  const others = [];
  for (const entry of config.allow) {
    if (isExpired(entry, today)) continue;
    const allowance = { entry, fitsPath: entry.path === void 0 ? void 0 : pathPattern(entry.path) };
    if (entry.fingerprint === void 0) others.push(allowance);
    else if (!byFingerprint.get(entry.fingerprint)?.push(allowance)) byFingerprint.set(entry.fingerprint, [allowance]);
  }
  return (finding) => {
    const { ruleId, location } = finding;
    const fits = ({ entry, fitsPath }) => (entry.rule === void 0 || namesRule(entry.rule, ruleId)) && (fitsPath?.(location.uri) ?? true);
    const found2 = keptFor(finding, (print) => byFingerprint.get(print)?.find(fits)) ?? others.find(fits);
    return found2 && { kind: "external", mechanism: "allow", justification: found2.entry.reason };
  };
}
function expiredAllows(config, today) {
  return config.allow.filter((entry) => isExpired(entry, today)).map((entry) => ({
    level: "warning",
    id: "allow-expired",
    message: `The allow entry for ${allowTitle(entry)} expired on ${entry.expires} and no longer counts. Remove it, or renew it with a new date.`,
    location: {
      uri: entry.uri ?? config.uri,
      region: { startLine: entry.line, startColumn: 1, endLine: entry.line, endColumn: 1 }
    }
  }));
}
function idleAllows(config, findings, today) {
  return config.allow.filter((entry) => {
    if (isExpired(entry, today)) return true;
    const fits = allowances({ ...config, allow: [entry] }, today);
    const isPart = ({ partFingerprints = [] }) => partFingerprints.includes(entry.fingerprint ?? "");
    return !findings.some((finding) => fits(finding) !== void 0 || isPart(finding));
  });
}
function unusedAllows(config, findings, today) {
  return idleAllows(config, findings, today).filter((entry) => !isExpired(entry, today) && entry.uri === void 0).map((entry) => ({
    level: "note",
    id: "allow-unused",
    message: `The allow entry for ${allowTitle(entry)} fits no finding any more. Remove it, or run \`keylatch baseline --prune-allow\`.`,
    location: {
      uri: config.uri,
      region: { startLine: entry.line, startColumn: 1, endLine: entry.line, endColumn: 1 }
    }
  }));
}
function withoutAllows(text2, entries) {
  const gone = new Set(entries.map(({ line }) => line));
  const kept = [];
  let leaving2;
  for (const [index, line] of text2.split("\n").entries()) {
    const indent = line.search(/\S/);
    if (leaving2 !== void 0 && indent >= 0 && indent <= leaving2) leaving2 = void 0;
    if (gone.has(index + 1) && /^\s*- /.test(line)) leaving2 = indent;
    if (leaving2 === void 0) kept.push(line);
  }
  return kept.join("\n").replace(/^allow:[ \t]*\n(?=\S|$)/m, "");
}
function allowTitle({ fingerprint, rule: rule2, path: path2 }) {
  if (fingerprint === void 0) return `${rule2} in ${path2}`;
  const details = [rule2, path2].filter((part2) => part2 !== void 0);
  return details.length === 0 ? fingerprint : `${fingerprint} (${details.join(", ")})`;
}
function isExpired(entry, today) {
  return entry.expires !== void 0 && entry.expires < today;
}
var ALLOW_KEYS = ["fingerprint", "rule", "path", "reason", "expires"];
function allowOf(item, at2, reader) {
  const place2 = offsetOf(item, at2);
  const complain2 = reader.complaints.add;
  if (!(0, import_yaml2.isMap)(item)) {
    complain2(place2, 'an allow entry must be a mapping with "fingerprint" and "reason"');
    return [];
  }
  const entry = {
    reason: "",
    line: reader.complaints.placeOf(place2).line
  };
  const seen = /* @__PURE__ */ new Set();
  for (const [key, value, offset] of membersOf(item, reader, ALLOW_KEYS, "an allow entry")) {
    const name = key;
    seen.add(name);
    const written2 = text(value, offset, reader, name);
    if (written2 === void 0) continue;
    const fault = ALLOW_FAULTS[name](written2, reader.ruleIds);
    if (fault) complain2(offsetOf(value, offset), fault);
    entry[name] = name === "reason" ? written2.trim() : written2;
  }
  if (!seen.has("reason")) complain2(place2, 'an allow entry needs a "reason": say why people can live with the finding');
  if (!seen.has("fingerprint") && !(seen.has("rule") && seen.has("path"))) {
    complain2(place2, 'an allow entry needs a "fingerprint", or both "rule" and "path"');
  }
  return [entry];
}
var ALLOW_FAULTS = {
  fingerprint: (written2) => /^[0-9a-f]{32}$/.test(written2) ? void 0 : "fingerprint must be the 32 hexadecimal digits that the report shows, in quotes",
  rule: ruleFault,
  path: (written2) => written2.startsWith("!") ? 'path: "!" has no meaning in an allow entry' : pathPatternFault(written2),
  reason: (written2) => written2.trim() === "" ? "reason must not be empty" : void 0,
  expires: (written2) => isDay(written2) ? void 0 : "expires must be a day, such as 2027-01-31"
};
function isDay(written2) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written2)) return false;
  const day = /* @__PURE__ */ new Date(`${written2}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written2);
}

// src/scan/config/model.ts
var PRESETS = ["gate", "strict", "secrets-only", "practices"];
var DEFAULT_CONFIG = {
  uri: "",
  extends: [],
  locked: /* @__PURE__ */ new Set(),
  failOn: "high",
  failOnConfidence: "medium",
  rules: /* @__PURE__ */ new Map(),
  preset: "gate",
  pathsIgnore: [],
  trustedAccounts: /* @__PURE__ */ new Set(),
  allow: [],
  thresholds: DEFAULT_THRESHOLDS,
  patterns: [],
  patternsFrom: [],
  inlineSuppressions: "base",
  dismissals: "answer"
};
var CONFIG_PATHS = [".keylatch.yml", ".keylatch.yaml"];

// src/scan/config/extends.ts
var import_yaml4 = __toESM(require_dist(), 1);
function extendsOf(value, at2, reader) {
  const written2 = (0, import_yaml4.isSeq)(value) || !(0, import_yaml4.isScalar)(value) ? items(value, at2, reader, "extends") : [[value, at2]];
  return written2.flatMap(([item, place2]) => {
    const name = text(item, place2, reader, "extends");
    if (name === void 0) return [];
    const found2 = parseExtended(name);
    if (typeof found2 !== "string") return [found2];
    reader.complaints.add(offsetOf(item, place2), `extends: ${found2}`);
    return [];
  });
}
function extendsGiven(names, by) {
  return names.map((name) => {
    const found2 = parseExtended(name);
    if (typeof found2 === "string") throw new Problem(`${by}: ${found2}`);
    return found2;
  });
}
var COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
function parseExtended(name) {
  if (PRESETS.includes(name)) return { kind: "preset", name };
  if (name.startsWith("github:")) return remoteOf(name);
  if (!/[./]/.test(name)) {
    return `"${name}" is no preset${hint(name, PRESETS)} (${PRESETS.join(", ")}), and a path has a "." or a "/"`;
  }
  const fault = pathFault(name);
  return fault ?? { kind: "path", path: name.replace(/^(\.\/)+/, "") };
}
function remoteOf(name) {
  const [, owner, repo, path2, commit] = /^github:([\w.-]+)\/([\w.-]+)\/([^@]+)@(.+)$/.exec(name) ?? [];
  if (!owner || !repo || !path2 || !commit) return `"${name}" is not of the form github:OWNER/REPO/PATH@COMMIT`;
  if (!COMMIT.test(commit)) {
    return `"${name}" must name a commit by all its 40 digits: branches and tags can be moved by whoever may push them`;
  }
  const fault = pathFault(path2);
  return fault ?? { kind: "github", owner, repo, path: path2, commit };
}
function extendedName(extended2, whole = true) {
  if (extended2.kind === "preset") return `preset ${extended2.name}`;
  if (extended2.kind === "path") return extended2.path;
  const { owner, repo, path: path2, commit } = extended2;
  return `github:${owner}/${repo}/${path2}@${whole ? commit : commit.slice(0, 7)}`;
}
var LOCKABLE = [
  "fail-on",
  "fail-on-confidence",
  "preset",
  "rules",
  "thresholds",
  "paths-ignore",
  "trusted-accounts",
  "allow",
  "baseline",
  "inline-suppressions",
  "dismissals"
];
function lockedOf(value, at2, reader) {
  const names = items(value, at2, reader, "locked").flatMap(([item, place2]) => {
    const name = text(item, place2, reader, "locked");
    if (name === void 0) return [];
    const known = LOCKABLE;
    const fault = known.includes(name) ? void 0 : name.includes("/") ? ruleFault(name, reader.ruleIds) : unlockable(name);
    if (fault) reader.complaints.add(offsetOf(item, place2), fault);
    return fault ? [] : [name];
  });
  return new Set(names);
}
function unlockable(name) {
  return `"${name}" cannot be locked${hint(name, LOCKABLE) || `; it takes rules, packs and ${LOCKABLE.join(", ")}`}`;
}
function pathFault(path2) {
  if (path2.trim() === "") return "the path must not be empty";
  if (path2.includes("\\")) return 'folders are separated by "/", on Windows too';
  if (/^(\/|[A-Za-z]:|~)/.test(path2) || path2.split("/").includes(".."))
    return "the path must stay inside the repository";
  return void 0;
}

// src/scan/config/thresholds.ts
var import_yaml6 = __toESM(require_dist(), 1);
function thresholdsOf(value, at2, reader) {
  if (isNothing(value)) return DEFAULT_THRESHOLDS;
  if (!(0, import_yaml6.isMap)(value)) {
    reader.complaints.add(offsetOf(value, at2), 'thresholds must be a mapping, such as "log-retention-days: 90"');
    return DEFAULT_THRESHOLDS;
  }
  let thresholds = DEFAULT_THRESHOLDS;
  for (const [key, written2, place2] of membersOf(value, reader, Object.keys(THRESHOLD_FIELDS), "thresholds")) {
    if (key === "required-tags") {
      thresholds = { ...thresholds, requiredTags: tagsOf(written2, place2, reader) };
      continue;
    }
    const number2 = (0, import_yaml6.isScalar)(written2) ? written2.value : void 0;
    if (typeof number2 !== "number" || !Number.isInteger(number2) || number2 < 1) {
      reader.complaints.add(offsetOf(written2, place2), `${key} must be a whole number, 1 or more`);
    } else thresholds = { ...thresholds, [THRESHOLD_FIELDS[key]]: number2 };
  }
  return thresholds;
}
var THRESHOLD_FIELDS = {
  "log-retention-days": "logRetentionDays",
  "backup-retention-days": "backupRetentionDays",
  "session-seconds": "sessionSeconds",
  "key-age-days": "keyAgeDays",
  "unused-days": "unusedDays",
  "required-tags": "requiredTags"
};
function tagsOf(value, at2, reader) {
  const tags = /* @__PURE__ */ new Map();
  if (isNothing(value)) return tags;
  if (!(0, import_yaml6.isMap)(value)) {
    reader.complaints.add(offsetOf(value, at2), 'required-tags must map keys to lists of values, such as "owner: []"');
    return tags;
  }
  for (const [key, written2, place2] of pairsOf(value, reader)) {
    const values = items(written2, place2, reader, key).map(([item]) => (0, import_yaml6.isScalar)(item) ? String(item.value) : "");
    tags.set(key, values);
  }
  return tags;
}

// src/scan/config/join.ts
function joinConfigs(files) {
  const joined = files.reduce(withFile, DEFAULT_CONFIG);
  const isFailOnGiven = files.some(({ settings }) => settings.failOn !== void 0);
  return joined.preset === "strict" && !isFailOnGiven ? { ...joined, failOn: "medium" } : joined;
}
function withFile(config, file, index, files) {
  const { settings, uri } = file;
  const isOwn3 = index === files.length - 1;
  return {
    ...config,
    ...settings,
    uri,
    extends: settings.extends ?? [],
    rules: new Map([...config.rules, ...settings.rules ?? []]),
    thresholds: { ...config.thresholds, ...givenThresholds(file, config.thresholds) },
    pathsIgnore: [...config.pathsIgnore, ...settings.pathsIgnore ?? []],
    trustedAccounts: /* @__PURE__ */ new Set([...config.trustedAccounts, ...settings.trustedAccounts ?? []]),
    allow: [...config.allow, ...(settings.allow ?? []).map((entry) => isOwn3 ? entry : { ...entry, uri })],
    patterns: [...config.patterns, ...settings.patterns ?? []],
    patternsFrom: [...config.patternsFrom, ...settings.patternsFrom ?? []],
    locked: /* @__PURE__ */ new Set([...config.locked, ...settings.locked ?? []])
  };
}
function givenThresholds({ settings, places }, above) {
  const { thresholds } = settings;
  if (thresholds === void 0) return {};
  const given = Object.entries(THRESHOLD_FIELDS).filter(([key]) => places.has(`thresholds.${key}`)).map(([, field]) => [field, thresholds[field]]);
  const requiredTags = new Map([...above.requiredTags, ...thresholds.requiredTags]);
  return { ...Object.fromEntries(given), requiredTags };
}

// src/scan/config/explain.ts
var SINGLE = {
  "fail-on": (config) => config.failOn,
  "fail-on-confidence": (config) => config.failOnConfidence,
  preset: (config) => config.preset,
  baseline: (config) => config.baseline,
  "inline-suppressions": (config) => config.inlineSuppressions,
  dismissals: (config) => config.dismissals
};
var LISTS = {
  "paths-ignore": (settings) => settings.pathsIgnore ?? [],
  "trusted-accounts": (settings) => [...settings.trustedAccounts ?? []],
  patterns: (settings) => (settings.patterns ?? []).map(patternEntry),
  "patterns-from": (settings) => settings.patternsFrom ?? [],
  allow: (settings) => (settings.allow ?? []).map(entryOf)
};
function explainConfig(files) {
  const config = joinConfigs(files);
  const isLocked = (key) => config.locked.has(key);
  const row = (key, value, lock = key) => ({
    key,
    value,
    from: originOf(files, key),
    locked: isLocked(lock)
  });
  const isRuleLocked = (id) => isLocked("rules") || [...config.locked].some((lock) => namesRule(lock, id) || namesRule(id, lock));
  return [
    ...Object.entries(SINGLE).flatMap(([key, read]) => {
      const value = read(config);
      return value === void 0 ? [] : [row(key, value)];
    }),
    ...[...config.rules].map(([id, setting]) => ({ ...row(`rules.${id}`, setting), locked: isRuleLocked(id) })),
    ...Object.entries(THRESHOLD_FIELDS).flatMap(([key, field]) => {
      const value = config.thresholds[field];
      const plain2 = typeof value === "number" ? value : Object.fromEntries(value);
      return typeof plain2 === "object" && Object.keys(plain2).length === 0 ? [] : [row(`thresholds.${key}`, plain2, "thresholds")];
    }),
    ...Object.entries(LISTS).flatMap(([key, itemsOf]) => {
      let index = 0;
      return files.flatMap(
        (file) => itemsOf(file.settings).map((value, at2) => {
          const from = placeIn(file, `${key}[${at2}]`) ?? file.uri;
          return { key: `${key}[${index++}]`, value, from, locked: isLocked(key) };
        })
      );
    })
  ];
}
function explainedYaml(values, withOrigins) {
  const lines = [];
  let group = "";
  for (const value of values) {
    const [, name = "", member2, index] = /^([^.[]+)(?:\.(.+)|\[(\d+)\])?$/.exec(value.key) ?? [];
    const text2 = JSON.stringify(value.value);
    const written2 = typeof value.value === "string" && /^[\w][\w./-]*$/.test(value.value) && !/^\d/.test(value.value) ? value.value : text2;
    if (member2 === void 0 && index === void 0) {
      lines.push([`${name}: ${written2}`, value]);
      continue;
    }
    if (name !== group) lines.push([`${name}:`]);
    group = name;
    lines.push([index === void 0 ? `  ${member2}: ${written2}` : `  - ${written2}`, value]);
  }
  if (!withOrigins) return `${lines.map(([text2]) => text2).join("\n")}
`;
  const width = Math.min(60, Math.max(...lines.map(([text2]) => text2.length)));
  return `${lines.map(([text2, of]) => of ? `${text2.padEnd(width)}  # ${of.from}${of.locked ? ", locked" : ""}` : text2).join("\n")}
`;
}
function originOf(files, key) {
  const givers = files.filter((file) => placeIn(file, key) !== void 0 || presetOf(file, key));
  const last = givers.at(-1);
  if (last) return placeIn(last, key) ?? last.uri;
  const strict = key === "fail-on" ? files.findLast(({ settings }) => settings.preset !== void 0) : void 0;
  return strict?.settings.preset === "strict" ? placeIn(strict, "preset") ?? strict.uri : "default";
}
function presetOf({ settings, places }, key) {
  return key === "preset" && settings.preset !== void 0 && places.size === 0;
}
function placeIn({ uri, places }, key) {
  const place2 = places.get(key);
  return place2 && `${uri}:${place2.line}`;
}
function patternEntry({ keywords, references, pathRegex, ...rest }) {
  return { ...rest, keyword: keywords, reference: references?.[0], "path-regex": pathRegex };
}
function entryOf({ fingerprint, rule: rule2, path: path2, reason, expires }) {
  return { fingerprint, rule: rule2, path: path2, reason, expires };
}

// src/scan/config.ts
var import_yaml10 = __toESM(require_dist(), 1);

// src/scan/config/patterns.ts
var import_yaml8 = __toESM(require_dist(), 1);

// src/languages/patterns/syntax.ts
var LONGEST_PATTERN2 = 5e3;
var DEEPEST_GROUP = 50;
function parsePattern(written2, ignoreCase, dialect) {
  if (written2.length > LONGEST_PATTERN2) throw new Error(`it is longer than ${LONGEST_PATTERN2} characters`);
  const flags = { ignoreCase, dotAll: false, manyLines: false, spaced: false };
  const reader = { written: written2, dialect, flags, groups: [], at: 0, depth: 0 };
  const whole = readChoice(reader);
  if (reader.at < written2.length) throw new Error('a ")" closes nothing');
  return { whole, groups: reader.groups };
}
var FLAGS = {
  i: "ignoreCase",
  s: "dotAll",
  m: "manyLines",
  x: "spaced"
};
function readChoice(reader) {
  const parts = [readSequence(reader)];
  while (reader.written[reader.at] === "|") {
    reader.at++;
    parts.push(readSequence(reader));
  }
  return parts.length === 1 ? parts[0] : { kind: "choice", parts };
}
function readSequence(reader) {
  const parts = [];
  for (skipSpace(reader); reader.at < reader.written.length; skipSpace(reader)) {
    if ("|)".includes(reader.written[reader.at])) break;
    parts.push(readRepeats(reader, readOne(reader)));
  }
  return { kind: "sequence", parts };
}
function skipSpace(reader) {
  if (!reader.flags.spaced) return;
  const space = /(?:\s|#[^\n]*)*/y;
  space.lastIndex = reader.at;
  space.test(reader.written);
  reader.at = space.lastIndex;
}
function readRepeats(reader, one) {
  let part2 = one;
  for (; ; ) {
    skipSpace(reader);
    const [found2, least, most] = repeatAt(reader);
    if (found2 === 0) return part2;
    reader.at += found2;
    const lazy2 = reader.written[reader.at] === "?";
    if (lazy2) reader.at++;
    if (reader.written[reader.at] === "+") throw new Error("possessive repetition is not supported");
    part2 = { kind: "repeat", part: part2, least, most, lazy: lazy2 };
  }
}
function repeatAt({ written: written2, at: at2 }) {
  const sign = written2[at2];
  if (sign === "*") return [1, 0, Number.POSITIVE_INFINITY];
  if (sign === "+") return [1, 1, Number.POSITIVE_INFINITY];
  if (sign === "?") return [1, 0, 1];
  const bounds = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(written2.slice(at2, at2 + 12));
  if (!bounds) return [0, 0, 0];
  const least = Number(bounds[1]);
  const most = bounds[2] === void 0 ? least : bounds[3] ? Number(bounds[3]) : Number.POSITIVE_INFINITY;
  if (most < least) throw new Error(`"${bounds[0]}" counts backwards`);
  return [bounds[0].length, least, most];
}
function readOne(reader) {
  const sign = reader.written[reader.at++];
  switch (sign) {
    case ".":
      return reader.flags.dotAll ? { kind: "set", has: () => true } : { kind: "any" };
    case "^":
      return { kind: "assert", assertion: reader.flags.manyLines ? "line-start" : "start" };
    case "$":
      return { kind: "assert", assertion: reader.flags.manyLines ? "line-end" : "end" };
    case "(":
      return readGroup(reader);
    case "[":
      return readSet(reader);
    case "\\":
      return readEscape(reader);
    case "*":
    case "+":
    case "?":
      throw new Error(`"${sign}" repeats nothing`);
    default:
      return { kind: "set", has: only(sign, reader) };
  }
}
function readGroup(reader) {
  const outside = reader.flags;
  const opening = /^\?(?:P?<([A-Za-z_]\w*)>|([imsx]*)(-[imsx]+)?([:)]))/.exec(
    reader.written.slice(reader.at, reader.at + 80)
  );
  if (reader.written[reader.at] === "?" && !opening)
    throw new Error(`"(${reader.written.slice(reader.at, reader.at + 2)}" is not supported`);
  const [whole = "", name, on = "", off = "", end] = opening ?? [];
  reader.at += whole.length;
  const set = (letters, to) => [...letters].map((letter) => [FLAGS[letter], to]);
  reader.flags = { ...outside, ...Object.fromEntries([...set(on, true), ...set(off.slice(1), false)]) };
  if (end === ")") return { kind: "sequence", parts: [] };
  const index = end === ":" ? void 0 : reader.groups.push(name);
  if (++reader.depth > DEEPEST_GROUP) throw new Error("it is nested too deep");
  const part2 = readChoice(reader);
  if (reader.written[reader.at++] !== ")") throw new Error('a "(" is not closed');
  reader.depth--;
  reader.flags = outside;
  return index === void 0 || reader.dialect === "shared" ? part2 : { kind: "group", part: part2, index };
}
var EDGES = {
  shared: { b: "word-edge", B: "no-word-edge", "<": "word-start", ">": "word-end" },
  re2: { b: "word-edge", B: "no-word-edge", A: "start", z: "end" }
};
function readEscape(reader) {
  const assertion = EDGES[reader.dialect][reader.written[reader.at] ?? ""];
  if (!assertion) return { kind: "set", has: escaped(reader) };
  reader.at++;
  return { kind: "assert", assertion };
}
function escaped(reader) {
  const sign = reader.written[reader.at++];
  if (sign === void 0) throw new Error("it ends in a backslash");
  const named2 = reader.dialect === "re2" && ESCAPES_OF_RE2[sign] || ESCAPES[sign];
  if (named2) return named2;
  if (sign === "x") return only(String.fromCharCode(codeOf(reader)), reader);
  if (/[A-Za-z0-9]/.test(sign)) throw new Error(`"\\${sign}" is not supported`);
  return only(sign, reader);
}
function codeOf(reader) {
  const [whole, braced, bare] = /^(?:\{([0-9A-Fa-f]{1,4})\}|([0-9A-Fa-f]{2}))/.exec(reader.written.slice(reader.at, reader.at + 6)) ?? [];
  if (whole === void 0) throw new Error('"\\x" names no character');
  reader.at += whole.length;
  return Number.parseInt(braced ?? bare, 16);
}
var within = (...ranges) => (code) => ranges.some((range2) => code >= range2.charCodeAt(0) && code <= range2.charCodeAt(range2.length - 1));
var not = (set) => (code) => !set(code);
var DIGIT = within("09");
var WORD = within("az", "AZ", "09", "_");
var SPACE = within("	\r", " ", "\xA0");
var SPACE_OF_RE2 = within("	\n", "\f\r", " ");
var ESCAPES = {
  d: DIGIT,
  D: not(DIGIT),
  w: WORD,
  W: not(WORD),
  s: SPACE,
  S: not(SPACE),
  t: within("	"),
  n: within("\n"),
  r: within("\r")
};
var ESCAPES_OF_RE2 = {
  s: SPACE_OF_RE2,
  S: not(SPACE_OF_RE2),
  f: within("\f"),
  v: within("\v"),
  a: within("\x07")
};
var CLASSES = {
  alpha: within("az", "AZ"),
  digit: DIGIT,
  alnum: within("az", "AZ", "09"),
  upper: within("AZ"),
  lower: within("az"),
  space: SPACE,
  blank: within(" ", "	"),
  punct: within("!/", ":@", "[`", "{~"),
  xdigit: within("09", "af", "AF"),
  word: WORD,
  print: within(" ~"),
  graph: within("!~"),
  cntrl: within("\0", "\x7F")
};
function readSet(reader) {
  const { written: written2 } = reader;
  const negated3 = written2[reader.at] === "^";
  if (negated3) reader.at++;
  const sets = [];
  for (let first = true; first || written2[reader.at] !== "]"; first = false) {
    if (reader.at >= written2.length) throw new Error('a "[" is not closed');
    sets.push(readMember(reader));
  }
  reader.at++;
  const has = (code) => sets.some((set) => set(code));
  const folded = reader.flags.ignoreCase ? foldCase(has) : has;
  return { kind: "set", has: negated3 ? not(folded) : folded };
}
function readMember(reader) {
  const { written: written2 } = reader;
  const named2 = /^\[:(\w+):\]/.exec(written2.slice(reader.at, reader.at + 12));
  if (named2) {
    const set = CLASSES[named2[1]];
    if (!set) throw new Error(`"${named2[0]}" is not supported`);
    reader.at += named2[0].length;
    return set;
  }
  const start = reader.at;
  if (written2[reader.at] === "\\" && written2[reader.at + 1] !== "x") {
    reader.at++;
    return escaped(reader);
  }
  const from = boundOf(reader);
  if (written2[reader.at] !== "-" || (written2[reader.at + 1] ?? "]") === "]") return (code) => code === from;
  if (written2[reader.at + 1] === "\\" && /[dDsSwW]/.test(written2[reader.at + 2] ?? "")) return (code) => code === from;
  reader.at++;
  const to = boundOf(reader);
  if (to < from) throw new Error(`"${written2.slice(start, reader.at)}" counts backwards`);
  return (code) => code >= from && code <= to;
}
function boundOf(reader) {
  if (reader.written[reader.at] !== "\\") return reader.written.charCodeAt(reader.at++);
  reader.at += 2;
  if (reader.written[reader.at - 1] === "x") return codeOf(reader);
  return reader.written.charCodeAt(reader.at - 1);
}
function only(sign, { flags: { ignoreCase } }) {
  const wanted = sign.charCodeAt(0);
  const has = (code) => code === wanted;
  return ignoreCase ? foldCase(has) : has;
}
function foldCase(set) {
  return (code) => set(code) || LETTER(code) && set(code ^ 32);
}
var LETTER = within("az", "AZ");

// src/languages/patterns/pattern.ts
function compilePattern(written2, ignoreCase = false) {
  const program = toProgram(parsePattern(written2, ignoreCase, "shared").whole);
  return (text2, budget) => find(program, text2, 0, budget) !== void 0;
}
function compileFinder(written2) {
  const { whole, groups } = parsePattern(written2, false, "re2");
  const program = toProgram({ kind: "group", part: whole, index: 0 });
  return { groups, findAll: (text2, budget) => findAll(program, text2, budget) };
}
function toProgram(part2) {
  const instructions = [];
  emit(part2, instructions, 0);
  instructions.push({ op: "match" });
  return { instructions, first: firstOf(instructions) };
}
function firstOf(instructions) {
  const first = new Uint8Array(128);
  const seen = /* @__PURE__ */ new Set();
  const open2 = [0];
  while (open2.length > 0) {
    const index = open2.pop();
    if (seen.has(index)) continue;
    seen.add(index);
    const instruction = instructions[index];
    if (instruction.op === "match") return void 0;
    if (instruction.op === "split") open2.push(...instruction.to);
    else if (instruction.op === "note" || instruction.op === "assert") open2.push(index + 1);
    else for (let code = 0; code < 128; code++) if (takes(instruction, code)) first[code] = 1;
  }
  return first;
}
var LONGEST_PROGRAM = 5e3;
var DEEPEST_PATTERN = 100;
function emit(part2, program, depth) {
  if (program.length > LONGEST_PROGRAM) throw new Error("it repeats too much");
  if (depth > DEEPEST_PATTERN) throw new Error("it is nested too deep");
  switch (part2.kind) {
    case "any":
      program.push({ op: "any" });
      break;
    case "set":
      program.push({ op: "set", has: part2.has });
      break;
    case "assert":
      program.push({ op: "assert", assertion: part2.assertion });
      break;
    case "sequence":
      for (const one of part2.parts) emit(one, program, depth + 1);
      break;
    case "choice":
      emitChoice(part2.parts, program, depth);
      break;
    case "group":
      program.push({ op: "note", slot: 2 * part2.index });
      emit(part2.part, program, depth + 1);
      program.push({ op: "note", slot: 2 * part2.index + 1 });
      break;
    case "repeat":
      emitRepeat(part2, program, depth);
  }
}
function emitChoice(parts, program, depth) {
  const split = { op: "split", to: [] };
  const ends = [];
  program.push(split);
  for (const part2 of parts) {
    split.to.push(program.length);
    emit(part2, program, depth + 1);
    const end = { op: "split", to: [] };
    ends.push(end);
    program.push(end);
  }
  for (const end of ends) end.to.push(program.length);
}
function emitRepeat(repeat, program, depth) {
  const { part: part2, least, most } = repeat;
  for (let time = 0; time < least; time++) emit(part2, program, depth + 1);
  if (most === Number.POSITIVE_INFINITY) {
    const start = emitSplit(program);
    emit(part2, program, depth + 1);
    program.push({ op: "split", to: [start.at] });
    open(start, program.length, repeat);
    return;
  }
  const splits = [];
  for (let time = least; time < most; time++) {
    splits.push(emitSplit(program));
    emit(part2, program, depth + 1);
  }
  for (const split of splits) open(split, program.length, repeat);
}
function emitSplit(program) {
  const to = [];
  return { at: program.push({ op: "split", to }) - 1, to };
}
function open({ at: at2, to }, end, { lazy: lazy2 }) {
  to.push(...lazy2 ? [end, at2 + 1] : [at2 + 1, end]);
}
function findAll(program, text2, budget) {
  const all = [];
  let from = 0;
  let last = -1;
  while (from <= text2.length) {
    const match2 = find(program, text2, from, budget);
    if (budget.steps < 0) return void 0;
    if (!match2) break;
    const [start, end] = match2[0];
    if (start < end || start !== last) all.push(match2);
    last = end;
    from = end > from ? end : from + (text2.codePointAt(from) > 65535 ? 2 : 1);
  }
  return all;
}
var Threads = class {
  indices = [];
  slots = [];
  push(index, slots) {
    this.indices.push(index);
    this.slots.push(slots);
  }
};
var NO_SLOTS = [];
function find({ instructions: program, first }, text2, from, budget) {
  const seen = new Int32Array(program.length).fill(-1);
  let threads = new Threads();
  let found2;
  for (let at2 = from; at2 <= text2.length && budget.steps >= 0; at2++) {
    if (!found2 && first && threads.indices.length === 0) at2 = beginning(first, text2, at2);
    if (!found2) threads.push(0, NO_SLOTS);
    if (threads.indices.length === 0) break;
    const waiting = new Threads();
    const matched = follow(program, threads, text2, at2, seen, waiting, budget);
    if (matched) found2 = toMatch(matched);
    if (at2 === text2.length) break;
    threads = advance(program, waiting, text2.charCodeAt(at2));
  }
  return budget.steps < 0 ? void 0 : found2;
}
function beginning(first, text2, from) {
  let at2 = from;
  for (; at2 < text2.length; at2++) {
    const code = text2.charCodeAt(at2);
    if (code >= 128 || first[code] === 1) break;
  }
  return at2;
}
function follow(program, threads, text2, at2, seen, waiting, budget) {
  const open2 = new Threads();
  for (let thread = 0; thread < threads.indices.length; thread++) {
    open2.push(threads.indices[thread], threads.slots[thread]);
    while (open2.indices.length > 0) {
      const index = open2.indices.pop();
      const slots = open2.slots.pop();
      if (seen[index] === at2) continue;
      seen[index] = at2;
      budget.steps--;
      const instruction = program[index];
      if (instruction.op === "match") return slots;
      if (instruction.op === "split") {
        const { to } = instruction;
        for (let way = to.length - 1; way >= 0; way--) open2.push(to[way], slots);
      } else if (instruction.op === "note") open2.push(index + 1, noted(slots, instruction.slot, at2));
      else if (instruction.op !== "assert") waiting.push(index, slots);
      else if (holds(instruction.assertion, text2, at2)) open2.push(index + 1, slots);
    }
  }
  return void 0;
}
function advance(program, waiting, code) {
  const threads = new Threads();
  for (let thread = 0; thread < waiting.indices.length; thread++) {
    const index = waiting.indices[thread];
    if (takes(program[index], code)) threads.push(index + 1, waiting.slots[thread]);
  }
  return threads;
}
function noted(slots, slot, at2) {
  const copy = [...slots];
  copy[slot] = at2;
  return copy;
}
function toMatch(slots) {
  const match2 = [];
  for (let slot = 0; slot < slots.length; slot += 2) {
    const [start, end] = [slots[slot], slots[slot + 1]];
    match2.push(start === void 0 || end === void 0 ? void 0 : [start, end]);
  }
  return match2;
}
function takes(instruction, code) {
  return instruction.op === "any" ? code !== 10 : instruction.op === "set" && instruction.has(code);
}
function holds(assertion, text2, at2) {
  const before = isWord3(text2.charCodeAt(at2 - 1));
  const after = isWord3(text2.charCodeAt(at2));
  switch (assertion) {
    case "start":
      return at2 === 0;
    case "end":
      return at2 === text2.length;
    case "line-start":
      return at2 === 0 || text2.charCodeAt(at2 - 1) === 10;
    case "line-end":
      return at2 === text2.length || text2.charCodeAt(at2) === 10;
    case "word-edge":
      return before !== after;
    case "no-word-edge":
      return before === after;
    case "word-start":
      return !before && after;
    case "word-end":
      return before && !after;
  }
}
function isWord3(code) {
  return code >= 48 && code <= 57 || code >= 65 && code <= 90 || code === 95 || code >= 97 && code <= 122;
}

// src/rules/patterns/pattern.ts
var ALLOW_TARGETS = ["secret", "match", "line", "path"];
function regexFault(written2) {
  try {
    compileFinder(written2);
    return void 0;
  } catch (error) {
    return `the pattern is not followed: ${error.message}`;
  }
}
function groupFault(regex, secret) {
  const { groups } = compileFinder(regex);
  const known = typeof secret === "number" ? secret >= 0 && secret <= groups.length : groups.includes(secret);
  return known ? void 0 : `the pattern has no group ${typeof secret === "number" ? secret : `"${secret}"`}`;
}

// src/scan/config/patterns.ts
var KEYS = [
  "id",
  "title",
  "description",
  "remediation",
  "reference",
  "regex",
  "keyword",
  "secret",
  "entropy",
  "paths",
  "path-regex",
  "severity",
  "allow"
];
function patternOf2(item, at2, reader) {
  const place2 = offsetOf(item, at2);
  const complain2 = reader.complaints.add;
  if (!(0, import_yaml8.isMap)(item)) {
    complain2(place2, 'a pattern must be a mapping with "id" and "regex"');
    return [];
  }
  const draft = {};
  let secretAt = place2;
  for (const [key, value, offset] of membersOf(item, reader, KEYS, "a pattern")) {
    if (key === "secret") secretAt = offsetOf(value, offset);
    Object.assign(draft, READERS2[key](value, offset, reader));
  }
  const { id, regex, pathRegex, secret } = draft;
  if (id === void 0) complain2(place2, 'a pattern needs an "id", such as "acme/deploy-token"');
  if (regex === void 0 && pathRegex === void 0) complain2(place2, 'a pattern needs a "regex" or a "path-regex"');
  if (regex !== void 0 && secret !== void 0 && regexFault(regex) === void 0) {
    const fault = groupFault(regex, secret);
    if (fault) complain2(secretAt, `secret: ${fault}`);
  }
  if (id === void 0) return [];
  return [{ title: `A secret of the kind ${id}`, severity: "high", keywords: [], paths: [], allow: [], ...draft, id }];
}
var textUnder = (name, key) => (value, at2, reader) => {
  const written2 = text(value, at2, reader, name);
  if (written2 === void 0) return {};
  if (written2.trim() === "") reader.complaints.add(offsetOf(value, at2), `${name} must not be empty`);
  return { [key]: written2.trim() };
};
var regexUnder = (name, key) => (value, at2, reader) => {
  const written2 = text(value, at2, reader, name);
  if (written2 === void 0) return {};
  const fault = written2 === "" ? "an empty pattern fits everything" : regexFault(written2);
  if (fault) reader.complaints.add(offsetOf(value, at2), `${name}: ${fault}`);
  return { [key]: written2 };
};
var READERS2 = {
  id: (value, at2, reader) => {
    const id = text(value, at2, reader, "id");
    if (id === void 0) return {};
    const fault = idFault(id, reader.ruleIds);
    if (fault) reader.complaints.add(offsetOf(value, at2), fault);
    return { id };
  },
  title: textUnder("title", "title"),
  description: textUnder("description", "description"),
  remediation: textUnder("remediation", "remediation"),
  reference: (value, at2, reader) => {
    const reference = text(value, at2, reader, "reference");
    return reference === void 0 ? {} : { references: [reference] };
  },
  regex: regexUnder("regex", "regex"),
  keyword: (value, at2, reader) => ({ keywords: textsOf(value, at2, reader, "keyword") }),
  secret: (value, at2, reader) => {
    const group = (0, import_yaml8.isScalar)(value) ? value.value : void 0;
    if (typeof group === "string" || typeof group === "number" && Number.isInteger(group)) return { secret: group };
    reader.complaints.add(offsetOf(value, at2), "secret must be the number or the name of a group of the regex");
    return {};
  },
  entropy: (value, at2, reader) => {
    const bits = (0, import_yaml8.isScalar)(value) ? value.value : void 0;
    if (typeof bits === "number" && bits >= 0 && bits <= 8) return { entropy: bits };
    reader.complaints.add(offsetOf(value, at2), "entropy must be a number of bits a character, from 0 to 8");
    return {};
  },
  paths: (value, at2, reader) => ({
    paths: items(value, at2, reader, "paths").flatMap(([item, place2]) => {
      const glob2 = text(item, place2, reader, "a path pattern");
      const fault = glob2 === void 0 ? void 0 : pathPatternFault(glob2);
      if (fault) reader.complaints.add(offsetOf(item, place2), fault);
      return glob2 === void 0 || fault ? [] : [glob2];
    })
  }),
  "path-regex": regexUnder("path-regex", "pathRegex"),
  severity: (value, at2, reader) => {
    const severity = choice(value, at2, reader, "severity", SEVERITIES);
    return severity ? { severity } : {};
  },
  allow: (value, at2, reader) => ({
    allow: items(value, at2, reader, "allow").flatMap(([item, place2]) => allowOf2(item, place2, reader))
  })
};
function textsOf(value, at2, reader, name) {
  if (isNothing(value)) return [];
  const given = (0, import_yaml8.isScalar)(value) ? [[value, at2]] : items(value, at2, reader, name);
  return given.flatMap(([item, place2]) => text(item, place2, reader, name) ?? []);
}
function allowOf2(item, at2, reader) {
  if (!(0, import_yaml8.isMap)(item)) {
    reader.complaints.add(offsetOf(item, at2), `must be a mapping with one or more of ${ALLOW_TARGETS.join(", ")}`);
    return [];
  }
  const members2 = membersOf(item, reader, ALLOW_TARGETS, "what a pattern allows");
  if (item.items.length === 0)
    reader.complaints.add(offsetOf(item, at2), 'it allows nothing: give a "secret" or a "path"');
  return [
    Object.assign(
      {},
      ...members2.map(([key, value, place2]) => regexUnder(key, key)(value, place2, reader))
    )
  ];
}
function idFault(id, ruleIds) {
  if (!/^[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9._-]*$/.test(id) || id.length > 80)
    return `id "${id}" must be two words in small letters with a "/" between them, such as "acme/deploy-token"`;
  const pack = `${id.split("/")[0]}/`;
  if ([...ruleIds].some((one) => one.startsWith(pack))) return `the rules ${pack}* are Keylatch's own: use another word`;
  return void 0;
}

// src/scan/config/changes.ts
function configChanges(base, head) {
  const before = base ?? DEFAULT_CONFIG;
  const after = head ?? DEFAULT_CONFIG;
  return [
    ...fileChange(base, head),
    ...setChanges("extends", before.extends.map(nameOf6), after.extends.map(nameOf6)),
    ...setChanges("lock", [...before.locked], [...after.locked]),
    ...valueChange("fail-on", before.failOn, after.failOn),
    ...valueChange("fail-on-confidence", before.failOnConfidence, after.failOnConfidence),
    ...valueChange("preset", before.preset, after.preset),
    ...valueChange("thresholds", thresholdsText(before), thresholdsText(after)),
    ...ruleChanges(before.rules, after.rules),
    ...pathChanges(before.pathsIgnore, after.pathsIgnore),
    ...setChanges("trusted account", [...before.trustedAccounts], [...after.trustedAccounts]),
    ...allowChanges(before.allow, after.allow),
    ...patternChanges(before.patterns, after.patterns),
    ...setChanges("patterns-from entry", before.patternsFrom, after.patternsFrom),
    ...valueChange("baseline", before.baseline ?? "none", after.baseline ?? "none"),
    ...valueChange("inline-suppressions", before.inlineSuppressions, after.inlineSuppressions),
    ...valueChange("dismissals", before.dismissals, after.dismissals)
  ].map(oneLine);
}
var nameOf6 = (extended2) => extendedName(extended2);
function thresholdsText({ thresholds: { requiredTags, ...numbers } }) {
  const tags = [...requiredTags].map(([key, values]) => `${key}=${values.join("|")}`);
  return [...Object.entries(numbers).map(([name, number2]) => `${name} ${number2}`), ...tags].join(", ");
}
function fileChange(base, head) {
  if (base && head) return valueChange("configuration file", base.uri, head.uri);
  if (head) return [`${head.uri} added`];
  return base ? [`${base.uri} removed`] : [];
}
function valueChange(name, before, after) {
  return before === after ? [] : [`${name}: ${before} -> ${after}`];
}
function ruleChanges(before, after) {
  return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].sort().flatMap((rule2) => {
    const [was, is] = [before.get(rule2), after.get(rule2)];
    if (was === is) return [];
    if (is === "off") return [`rule ${rule2} turned off`];
    if (was === "off") return [`rule ${rule2} turned on${is ? ` as ${is}` : ""}`];
    return [`rule ${rule2}: ${was ?? "its own severity"} -> ${is ?? "its own severity"}`];
  });
}
function pathChanges(before, after) {
  const changes = setChanges("paths-ignore entry", before, after);
  if (changes.length > 0 || before.join("\0") === after.join("\0")) return changes;
  return ["paths-ignore: same entries in another order"];
}
function allowChanges(before, after) {
  const title = (entry) => {
    const until = entry.expires === void 0 ? "" : ` until ${entry.expires}`;
    return `for ${allowTitle(entry)}${until}: ${entry.reason}`;
  };
  return setChanges("allow entry", before.map(title), after.map(title));
}
function patternChanges(before, after) {
  const [was, is] = [before, after].map((patterns) => new Map(patterns.map((one) => [one.id, JSON.stringify(one)])));
  return [
    ...[...is.keys()].filter((id) => !was.has(id)).map((id) => `pattern ${id} added`),
    ...[...was.keys()].filter((id) => !is.has(id)).map((id) => `pattern ${id} removed`),
    ...[...is.keys()].filter((id) => was.has(id) && was.get(id) !== is.get(id)).map((id) => `pattern ${id} changed`)
  ];
}
function setChanges(name, before, after) {
  const [was, is] = [new Set(before), new Set(after)];
  return [
    ...[...is].filter((one) => !was.has(one)).map((one) => `${name} added: ${one}`),
    ...[...was].filter((one) => !is.has(one)).map((one) => `${name} removed: ${one}`)
  ];
}

// src/scan/config/locks.ts
function requireLocks(files, rules2) {
  for (const [index, file] of files.entries()) {
    const above = joinConfigs(files.slice(0, index));
    if (above.locked.size === 0) continue;
    const breach = breachOf(above, joinConfigs(files.slice(0, index + 1)), file, rules2);
    if (!breach) continue;
    const place2 = [breach.key, "preset", "extends"].find((key) => file.places.has(key));
    const { line, column } = file.places.get(place2 ?? "") ?? { line: 1, column: 1 };
    throw new Problem(
      `${file.uri}:${line}:${column}: ${oneLine(`${breach.says}: ${lockerOf(files, breach.key)} has locked it`)}`
    );
  }
}
function requireUnlocked(config, asked) {
  const { locked } = config;
  const breaches = [
    locked.has("fail-on") && asked.failOn && isLaxer(FAIL_ON, config.failOn, asked.failOn) ? `fail-on cannot be ${asked.failOn}: the configuration has locked it at ${config.failOn}` : void 0,
    locked.has("fail-on-confidence") && asked.failOnConfidence && isLaxer(CONFIDENCES, asked.failOnConfidence, config.failOnConfidence) ? `fail-on-confidence cannot be ${asked.failOnConfidence}: the configuration has locked it at ${config.failOnConfidence}` : void 0,
    locked.has("paths-ignore") && asked.paths.length + asked.pathsIgnore.length > 0 ? "paths and paths-ignore cannot be given by an input or a flag: the configuration has locked paths-ignore" : void 0,
    locked.has("baseline") && asked.baseline !== void 0 && asked.baseline !== config.baseline ? "baseline cannot be given by an input or a flag: the configuration has locked it" : void 0
  ];
  const [first] = breaches.filter((breach) => breach !== void 0);
  if (first) throw new Problem(first);
}
var FAIL_ON = [...[...SEVERITIES].reverse(), "never"];
function isLaxer(strictestFirst, before, after) {
  return strictestFirst.indexOf(after) > strictestFirst.indexOf(before);
}
var NO_LAXER = {
  gate: ["gate", "strict", "practices"],
  strict: ["strict"],
  practices: ["practices"],
  "secrets-only": PRESETS
};
function breachOf(above, after, file, rules2) {
  for (const key of above.locked) {
    const says2 = key in LOCKS ? LOCKS[key](above, after, file) : void 0;
    if (says2) return { key, says: says2 };
  }
  return lighterRule(above, after, file, rules2);
}
var LOCKS = {
  "fail-on": (above, after) => isLaxer(FAIL_ON, above.failOn, after.failOn) ? `fail-on cannot be laxer than ${above.failOn}` : void 0,
  "fail-on-confidence": (above, after) => isLaxer([...CONFIDENCES].reverse(), above.failOnConfidence, after.failOnConfidence) ? `fail-on-confidence cannot be laxer than ${above.failOnConfidence}` : void 0,
  preset: (above, after) => NO_LAXER[above.preset].includes(after.preset) ? void 0 : `preset cannot be ${after.preset} instead of ${above.preset}`,
  thresholds: ({ thresholds: was }, { thresholds: is }, { settings }) => {
    if (is.logRetentionDays < was.logRetentionDays)
      return `log-retention-days cannot be less than ${was.logRetentionDays}`;
    if (is.backupRetentionDays < was.backupRetentionDays)
      return `backup-retention-days cannot be less than ${was.backupRetentionDays}`;
    if (is.sessionSeconds > was.sessionSeconds) return `session-seconds cannot be more than ${was.sessionSeconds}`;
    const again = [...settings.thresholds?.requiredTags.keys() ?? []].find((tag) => was.requiredTags.has(tag));
    return again === void 0 ? void 0 : `required-tags cannot say anything else of ${again}`;
  },
  "paths-ignore": (_above, _after, { settings }) => settings.pathsIgnore?.some((pattern) => !pattern.startsWith("!")) ? "paths-ignore cannot ignore more" : void 0,
  "trusted-accounts": (above, _after, { settings }) => [...settings.trustedAccounts ?? []].some((account) => !above.trustedAccounts.has(account)) ? "trusted-accounts cannot trust more accounts" : void 0,
  allow: (_above, _after, { settings }) => settings.allow && settings.allow.length > 0 ? "allow cannot have entries of its own" : void 0,
  baseline: (above, after) => after.baseline === above.baseline ? void 0 : "baseline cannot be another one",
  "inline-suppressions": (above, after) => above.inlineSuppressions === "base" && after.inlineSuppressions === "head" ? "inline-suppressions cannot be head" : void 0,
  dismissals: (above, after) => above.dismissals === "answer" && after.dismissals === "comment" ? "dismissals cannot be comment" : void 0
};
function lighterRule(above, after, { places }, rules2) {
  const patterns = [...above.locked].filter((name) => name.includes("/"));
  const isLocked = ({ id }) => above.locked.has("rules") || patterns.some((pattern) => namesRule(pattern, id));
  for (const rule2 of rules2.filter(isLocked)) {
    const was = weightOf5(above, rule2);
    if (weightOf5(after, rule2) >= was) continue;
    const own2 = [`rules.${rule2.id}`, `rules.${rule2.id.split("/")[0]}/*`, "preset"].find((key) => places.has(key));
    const least = was === OFF ? "off" : [...SEVERITIES].reverse()[was];
    return { key: own2 ?? "rules", says: `rule ${rule2.id} cannot be lighter than ${least}` };
  }
  return void 0;
}
var OFF = -1;
function weightOf5(config, rule2) {
  return isOff2(config, rule2) ? OFF : [...SEVERITIES].reverse().indexOf(severityOf3(config, rule2, rule2.severity));
}
function lockerOf(files, key) {
  const name = key.replace(/^rules\./, "");
  const by = files.find(
    ({ settings: { locked } }) => locked?.has(name) || key.startsWith("rules") && (locked?.has("rules") || [...locked ?? []].some((lock) => namesRule(lock, name)))
  );
  return by?.uri ?? files[0].uri;
}

// src/scan/config.ts
function parseConfig(source, ruleIds, idsFrom = () => []) {
  return joinConfigs([readConfigFile(source, ruleIds, idsFrom)]);
}
function readConfigFile(source, ruleIds, idsFrom = () => []) {
  const complaints = complaintsAbout(source);
  const ours = { complaints, ruleIds };
  const root = readYaml(source, ours);
  const members2 = root ? membersOf(root, ours, Object.keys(READERS3), "the configuration") : [];
  let settings = {};
  const [first, rest] = [true, false].map(
    (wanted) => members2.filter(([key]) => (key === "patterns" || key === "patterns-from") === wanted)
  );
  const take = (some, reader) => {
    for (const [key, value, at2] of some)
      settings = { ...settings, ...READERS3[key](value, at2, reader) };
  };
  take(first, ours);
  const own2 = [...(settings.patterns ?? []).map(({ id }) => id), ...idsFrom(settings.patternsFrom ?? [])];
  take(rest, { complaints, ruleIds: /* @__PURE__ */ new Set([...ruleIds, ...own2]) });
  const names = members2.flatMap(([key, value, at2]) => namesIn(key, value, at2));
  complaints.raise();
  return {
    uri: source.uri,
    settings,
    places: new Map(names.map(([name, offset]) => [name, complaints.placeOf(offset)]))
  };
}
function extendsIn(source) {
  const complaints = complaintsAbout(source);
  const reader = { complaints, ruleIds: /* @__PURE__ */ new Set() };
  const pair3 = readYaml(source, reader)?.items.find(({ key }) => (0, import_yaml10.isScalar)(key) && key.value === "extends");
  if (!pair3) return [];
  const found2 = extendsOf(pair3.value, offsetOf(pair3.key, 0), reader);
  complaints.raise();
  const items2 = (0, import_yaml10.isSeq)(pair3.value) ? pair3.value.items : [pair3.value];
  return found2.map((extended2, index) => ({ extended: extended2, ...complaints.placeOf(offsetOf(items2[index], 0)) }));
}
function namesIn(key, value, at2) {
  if ((0, import_yaml10.isMap)(value)) {
    const members2 = value.items.map((pair3) => [
      `${key}.${(0, import_yaml10.isScalar)(pair3.key) ? pair3.key.value : ""}`,
      offsetOf(pair3.key, at2)
    ]);
    return [[key, at2], ...members2];
  }
  const listed2 = (0, import_yaml10.isSeq)(value) ? value.items : [];
  return [[key, at2], ...listed2.map((item, index) => [`${key}[${index}]`, offsetOf(item, at2)])];
}
var READERS3 = {
  "fail-on": (value, at2, reader) => {
    const failOn = choice(value, at2, reader, "fail-on", [...SEVERITIES, "never"]);
    return failOn ? { failOn } : {};
  },
  "fail-on-confidence": (value, at2, reader) => {
    const failOnConfidence = choice(value, at2, reader, "fail-on-confidence", [...CONFIDENCES]);
    return failOnConfidence ? { failOnConfidence } : {};
  },
  rules: (value, at2, reader) => ({ rules: readRules(value, at2, reader) }),
  preset: (value, at2, reader) => {
    const preset = choice(value, at2, reader, "preset", PRESETS);
    return preset ? { preset } : {};
  },
  thresholds: (value, at2, reader) => ({ thresholds: thresholdsOf(value, at2, reader) }),
  "paths-ignore": (value, at2, reader) => ({
    pathsIgnore: items(value, at2, reader, "paths-ignore").flatMap(([item, place2]) => globOf(item, place2, reader))
  }),
  "trusted-accounts": (value, at2, reader) => ({
    trustedAccounts: new Set(
      items(value, at2, reader, "trusted-accounts").flatMap(([item, place2]) => accountOf2(item, place2, reader))
    )
  }),
  allow: (value, at2, reader) => ({
    allow: items(value, at2, reader, "allow").flatMap(([item, place2]) => allowOf(item, place2, reader))
  }),
  patterns: (value, at2, reader) => {
    const patterns = items(value, at2, reader, "patterns").flatMap(([item, place2]) => patternOf2(item, place2, reader));
    const twice = patterns.find(({ id }, index) => patterns.findIndex((one) => one.id === id) < index);
    if (twice) reader.complaints.add(offsetOf(value, at2), `there are two patterns with the id "${twice.id}"`);
    return { patterns };
  },
  "patterns-from": (value, at2, reader) => ({
    patternsFrom: items(value, at2, reader, "patterns-from").flatMap(
      ([item, place2]) => pathIn(item, place2, reader, "patterns-from") ?? []
    )
  }),
  baseline: (value, at2, reader) => {
    const baseline = pathIn(value, at2, reader, "baseline");
    return baseline === void 0 ? {} : { baseline };
  },
  "inline-suppressions": (value, at2, reader) => {
    const inlineSuppressions2 = choice(value, at2, reader, "inline-suppressions", ["base", "head"]);
    return inlineSuppressions2 ? { inlineSuppressions: inlineSuppressions2 } : {};
  },
  dismissals: (value, at2, reader) => {
    const dismissals = choice(value, at2, reader, "dismissals", ["answer", "comment"]);
    return dismissals ? { dismissals } : {};
  },
  extends: (value, at2, reader) => ({ extends: extendsOf(value, at2, reader) }),
  locked: (value, at2, reader) => ({ locked: lockedOf(value, at2, reader) })
};
function readRules(value, at2, reader) {
  const rules2 = /* @__PURE__ */ new Map();
  if (isNothing(value)) return rules2;
  if (!(0, import_yaml10.isMap)(value)) {
    reader.complaints.add(
      offsetOf(value, at2),
      'rules must map rule ids to severities, such as "iam/pass-any-role: low"'
    );
    return rules2;
  }
  for (const [id, written2, place2] of pairsOf(value, reader)) {
    const fault = ruleFault(id, reader.ruleIds);
    if (fault) reader.complaints.add(place2, fault);
    const setting = choice(written2, place2, reader, id, [...SEVERITIES, "off"]);
    if (setting) rules2.set(id, setting);
  }
  return rules2;
}
function globOf(item, at2, reader) {
  const pattern = text(item, at2, reader, "a path pattern");
  if (pattern === void 0) return [];
  const fault = pathPatternFault(pattern);
  if (fault) reader.complaints.add(offsetOf(item, at2), fault);
  return fault ? [] : [pattern];
}
function accountOf2(item, at2, reader) {
  const place2 = offsetOf(item, at2);
  const written2 = (0, import_yaml10.isScalar)(item) ? typeof item.value === "number" ? item.source : item.value : void 0;
  if (typeof written2 !== "string" || !/^\d{12}$/.test(written2)) {
    const shown2 = (0, import_yaml10.isScalar)(item) ? ` "${item.source ?? item.value}"` : "";
    reader.complaints.add(place2, `account id${shown2} must be 12 digits, in quotes`);
    return [];
  }
  if (typeof item.value === "number" && written2.startsWith("0")) {
    reader.complaints.add(place2, `account id ${written2} begins with a zero and is read as a number: write "${written2}"`);
    return [];
  }
  return [written2];
}
function pathIn(value, at2, reader, name) {
  const path2 = text(value, at2, reader, name);
  if (path2 === void 0) return void 0;
  const fault = pathFault(path2);
  if (fault) reader.complaints.add(offsetOf(value, at2), `${name}: ${fault}`);
  return path2.replace(/^(\.\/)+/, "");
}

// src/scan/rule-files/git-secrets.ts
function readGitSecrets(text2, read) {
  const notFollowed3 = [];
  const say = (why, rule2 = "") => void notFollowed3.push({ rule: rule2, why });
  const settings = settingsOf(text2);
  const of = (name) => settings.filter(([key]) => key === name).map(([, value]) => value);
  const written2 = [...of("patterns"), ...of("providers").flatMap((command) => provided(command, read, say))];
  const allow = of("allowed").flatMap((one) => {
    const fault = regexFault(one);
    if (fault) say(`secrets.allowed: ${fault}`);
    return fault ? [] : [{ line: one }];
  });
  const patterns = written2.flatMap((regex, index) => {
    const id = `git-secrets/pattern-${index + 1}`;
    const fault = regexFault(regex);
    if (fault) {
      say(fault, id);
      return [];
    }
    const title = `What pattern ${index + 1} of git-secrets prohibits`;
    return [{ id, title, severity: "high", regex, keywords: [], secret: 0, paths: [], allow }];
  });
  return { patterns, allow, notFollowed: notFollowed3 };
}
function provided(command, read, say) {
  if (/^git secrets --aws-provider\b/.test(command)) {
    say("the provider of AWS keys: `--own-credentials` knows those");
    return [];
  }
  const path2 = /^cat\s+(?:"([^"]+)"|'([^']+)'|(\S+))$/.exec(command)?.slice(1).find(Boolean);
  const text2 = path2 === void 0 ? void 0 : read(path2.replace(/^\.\//, ""));
  if (text2 === void 0) {
    say(`the provider \`${command.slice(0, 60)}\`: nothing is run, and it shows no file of the repository`);
    return [];
  }
  return text2.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
}
function settingsOf(text2) {
  const settings = [];
  let inSecrets = false;
  for (const line of text2.replace(/\\\r?\n/g, "").split(/\r?\n/)) {
    const section = /^\s*\[\s*([^\]\s"]+)[^\]]*\]\s*(.*)$/.exec(line);
    if (section) inSecrets = section[1].toLowerCase() === "secrets";
    const [, name, value] = /^\s*([A-Za-z][\w-]*)\s*=\s*(.*)$/.exec(section ? section[2] : line) ?? [];
    if (inSecrets && name !== void 0) settings.push([name.toLowerCase(), unquotedValue(value)]);
  }
  return settings;
}
function unquotedValue(written2) {
  let value = "";
  let quoted = false;
  for (let at2 = 0; at2 < written2.length; at2++) {
    const sign = written2[at2];
    if (sign === '"') quoted = !quoted;
    else if (sign === "\\") value += ESCAPES2[written2[++at2] ?? ""] ?? written2[at2] ?? "";
    else if (!quoted && (sign === "#" || sign === ";")) break;
    else value += sign;
  }
  return value.trim();
}
var ESCAPES2 = { n: "\n", t: "	", b: "\b" };

// node_modules/smol-toml/dist/error.js
function getLineColFromPtr(string, ptr) {
  let lines = string.slice(0, ptr).split(/\r?\n/);
  return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
  let lines = string.split(/\r?\n/);
  let codeblock = "";
  let numberLen = (Math.log10(line + 1) | 0) + 1;
  for (let i = line - 1; i <= line + 1; i++) {
    let l = lines[i - 1];
    if (!l)
      continue;
    codeblock += i.toString().padEnd(numberLen, " ");
    codeblock += ":  ";
    codeblock += l;
    codeblock += "\n";
    if (i === line) {
      codeblock += " ".repeat(numberLen + column + 2);
      codeblock += "^\n";
    }
  }
  return codeblock;
}
var TomlError = class _TomlError extends Error {
  line;
  column;
  codeblock;
  constructor(message3, options) {
    const [line, column] = getLineColFromPtr(options.toml, options.ptr);
    const codeblock = makeCodeBlock(options.toml, line, column);
    super(`Invalid TOML document: ${message3}

${codeblock}`, options);
    this.line = line;
    this.column = column;
    this.codeblock = codeblock;
  }
  /** @internal */
  static x(message3, ctx, ptr) {
    throw new _TomlError(message3, { toml: ctx.s, ptr: ptr ?? ctx.p });
  }
};

// node_modules/smol-toml/dist/primitive.js
function parseString(ctx) {
  let startPtr = ctx.p;
  let c = ctx.s.charCodeAt(ctx.p++);
  let first = c;
  let isLiteral = c === 39;
  let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
  if (isMultiline) {
    if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 10)
      ctx.p++;
    else if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)
      ctx.p += 2;
  }
  let parsed2 = "";
  let sliceStart = ctx.p;
  let state = 0;
  for (; ctx.p < ctx.s.length; ctx.p++) {
    c = ctx.s.charCodeAt(ctx.p);
    if (isMultiline && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)) {
      state = state && 3;
    } else if (c < 32 && c !== 9 || c === 127) {
      TomlError.x("control characters are not allowed in strings", ctx);
    } else if ((!state || state === 3) && c === first && (!isMultiline || ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first)) {
      if (isMultiline) {
        if (ctx.s.charCodeAt(ctx.p + 3) === first)
          ctx.p++;
        if (ctx.s.charCodeAt(ctx.p + 3) === first)
          ctx.p++;
      }
      if (!state) {
        let s = ctx.s.slice(sliceStart, ctx.p);
        parsed2 = parsed2 ? parsed2 + s : s;
      }
      ctx.p += isMultiline ? 3 : 1;
      return parsed2;
    } else if (!state) {
      if (!isLiteral && c === 92) {
        parsed2 += ctx.s.slice(sliceStart, sliceStart = ctx.p);
        state = 1;
      }
    } else if (state === 1) {
      if (c === 120 || c === 117 || c === 85) {
        let errPtr = ctx.p++ - 1;
        let value = 0;
        let len = c === 120 ? 2 : c === 117 ? 4 : 8;
        for (let j = 0; j < len; j++, ctx.p++) {
          let hex = ctx.s.charCodeAt(ctx.p);
          let digit2 = (
            /* 0-9 */
            hex >= 48 && hex <= 57 ? hex - 48 : (
              /* A-F */
              hex >= 65 && hex <= 70 ? hex - 65 + 10 : (
                /* a-f */
                hex >= 97 && hex <= 102 ? hex - 97 + 10 : -1
              )
            )
          );
          if (digit2 < 0)
            TomlError.x("invalid non-hex character in unicode escape", ctx);
          value = value << 4 | digit2;
        }
        if (value < 0 || value > 1114111 || value >= 55296 && value <= 57343) {
          TomlError.x("invalid unicode escape", ctx, errPtr);
        }
        parsed2 += String.fromCodePoint(value);
        sliceStart = ctx.p--;
        state = 0;
      } else if (isMultiline && (c === 32 || c === 9)) {
        state = 2;
      } else {
        if (c === 98)
          parsed2 += "\b";
        else if (c === 116)
          parsed2 += "	";
        else if (c === 110)
          parsed2 += "\n";
        else if (c === 102)
          parsed2 += "\f";
        else if (c === 114)
          parsed2 += "\r";
        else if (c === 101)
          parsed2 += "\x1B";
        else if (c === 34)
          parsed2 += '"';
        else if (c === 92)
          parsed2 += "\\";
        else
          TomlError.x("unrecognised escape sequence", ctx);
        sliceStart = ctx.p + 1;
        state = 0;
      }
    } else if (c !== 32 && c !== 9) {
      if (state === 2)
        TomlError.x("invalid escape: only line-ending whitespace may be escaped", ctx, sliceStart);
      state = !isLiteral && c === 92 ? 1 : 0;
      sliceStart = ctx.p;
    }
  }
  TomlError.x("unfinished string", ctx, startPtr);
}

// node_modules/smol-toml/dist/date.js
var DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
var TomlDate = class _TomlDate extends Date {
  #hasDate = false;
  #hasTime = false;
  #offset = null;
  constructor(date, fasttype, unsafeDelim) {
    let hasDate = true;
    let hasTime = true;
    let offset = "Z";
    let c;
    if (typeof date === "string") {
      if (fasttype)
        prep: {
          if (fasttype < 3) {
            if (+date.slice(11, 13) > 23) {
              date = "";
              break prep;
            }
            if (fasttype === 2) {
              offset = null;
              date += "Z";
            } else if ((c = date.charCodeAt(date.length - 1)) !== 90 && c !== 122) {
              offset = date.slice(date.length - 6);
            }
            if (unsafeDelim)
              date = date.slice(0, 10) + "T" + date.slice(11);
          } else if (fasttype === 4) {
            date = +date.slice(0, 2) > 23 ? "" : `0000-01-01T${date}Z`;
          }
          hasDate = fasttype !== 4;
          hasTime = fasttype !== 3;
        }
      else {
        let match2 = date.match(DATE_TIME_RE);
        if (match2) {
          if (!match2[1]) {
            hasDate = false;
            date = `0000-01-01T${date}`;
          }
          hasTime = !!match2[2];
          hasTime && date[10] === " " && (date = date.replace(" ", "T"));
          if (match2[2] && +match2[2] > 23) {
            date = "";
          } else {
            offset = match2[3] || null;
            if (!offset && hasTime)
              date += "Z";
          }
        } else {
          date = "";
        }
      }
    }
    super(date);
    if (!isNaN(this.getTime())) {
      this.#hasDate = hasDate;
      this.#hasTime = hasTime;
      this.#offset = offset;
    }
  }
  isDateTime() {
    return this.#hasDate && this.#hasTime;
  }
  isLocal() {
    return !this.#hasDate || !this.#hasTime || !this.#offset;
  }
  isDate() {
    return this.#hasDate && !this.#hasTime;
  }
  isTime() {
    return this.#hasTime && !this.#hasDate;
  }
  isValid() {
    return this.#hasDate || this.#hasTime;
  }
  toISOString() {
    let iso = super.toISOString();
    if (this.isDate())
      return iso.slice(0, 10);
    if (this.isTime())
      return iso.slice(11, 23);
    if (this.#offset === null)
      return iso.slice(0, -1);
    if (this.#offset === "Z" || this.#offset === "z")
      return iso;
    let offset = +this.#offset.slice(1, 3) * 60 + +this.#offset.slice(4, 6);
    offset = this.#offset[0] === "-" ? offset : -offset;
    let offsetDate = new Date(this.getTime() - offset * 6e4);
    return offsetDate.toISOString().slice(0, -1) + this.#offset;
  }
  static wrapAsOffsetDateTime(jsDate, offset = "Z") {
    let date = new _TomlDate(jsDate);
    date.#offset = offset;
    return date;
  }
  static wrapAsLocalDateTime(jsDate) {
    let date = new _TomlDate(jsDate);
    date.#offset = null;
    return date;
  }
  static wrapAsLocalDate(jsDate) {
    let date = new _TomlDate(jsDate);
    date.#hasTime = false;
    date.#offset = null;
    return date;
  }
  static wrapAsLocalTime(jsDate) {
    let date = new _TomlDate(jsDate);
    date.#hasDate = false;
    date.#offset = null;
    return date;
  }
};

// node_modules/smol-toml/dist/extract.js
function isDigit(char, base = 10) {
  return base === 16 ? char > 47 && char < 58 || char > 64 && char < 71 || char > 96 && char < 103 : char > 47 && char < 48 + base;
}
function isEndOfValue(char, delim) {
  return char === 32 || char === 9 || char === 10 || char === 13 || // Structure end or next value delimiter
  delim && (char === delim || char === 44) || // Comment
  char === 35;
}
function extractValue(ctx, end) {
  let errPtr = ctx.p;
  let c = ctx.s.charCodeAt(ctx.p);
  if (c === 91 || c === 123) {
    ctx.d-- || TomlError.x("document contains excessively nested structures. aborting.", ctx);
    let value = c === 91 ? parseArray(ctx) : parseInlineTable(ctx);
    ctx.d++;
    return value;
  }
  if (c === 34 || c === 39) {
    return parseString(ctx);
  }
  if (c === 116) {
    if (ctx.s.charCodeAt(++ctx.p) !== 114 || ctx.s.charCodeAt(++ctx.p) !== 117 || ctx.s.charCodeAt(++ctx.p) !== 101)
      TomlError.x("invalid value", ctx, errPtr);
    return ctx.p++, true;
  }
  if (c === 102) {
    if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 108 || ctx.s.charCodeAt(++ctx.p) !== 115 || ctx.s.charCodeAt(++ctx.p) !== 101)
      TomlError.x("invalid value", ctx, errPtr);
    return ctx.p++, false;
  }
  if (c === 43 || c === 45) {
    return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 44 - c, end);
  }
  if (ctx.s.charCodeAt(ctx.p + 4) === 45 && ctx.s.charCodeAt(ctx.p + 7) === 45) {
    return parseDate(ctx, c, end);
  }
  if (ctx.s.charCodeAt(ctx.p + 2) === 58) {
    return parseTime(ctx, c, end);
  }
  return parseNumber(ctx, ctx.p, c, 0, end);
}
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
  let c = startChr;
  let state = 0;
  let hasUnderscores = false;
  if (c === 105) {
    if (ctx.s.charCodeAt(++ctx.p) !== 110 || ctx.s.charCodeAt(++ctx.p) !== 102)
      TomlError.x("invalid value", ctx, startPtr);
    return ctx.p++, (sign || 1) / 0;
  }
  if (c === 110) {
    if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 110)
      TomlError.x("invalid value", ctx, startPtr);
    return ctx.p++, NaN;
  }
  if (c === 48) {
    if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr))
      return ctx.bi === true ? 0n : 0;
    if (!sign) {
      if (c === 120)
        return parseIntegerBaseN(ctx, startPtr, 16, endChr);
      else if (c === 98)
        return parseIntegerBaseN(ctx, startPtr, 2, endChr);
      else if (c === 111)
        return parseIntegerBaseN(ctx, startPtr, 8, endChr);
    }
    if (c === 46)
      state = 2;
    else if (c === 101 || c === 69)
      state = 4;
    else
      TomlError.x("illegal leading zero", ctx, startPtr);
  } else if (!isDigit(c))
    TomlError.x("invalid value", ctx, startPtr);
  while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
    if (!state)
      state = 1;
    if (c === 95) {
      if (!(state & 1))
        TomlError.x("illegal underscore", ctx);
      state += 11;
      hasUnderscores = true;
    } else if (state === 1 && c === 46)
      state = 2;
    else if ((state === 1 || state === 3) && (c === 101 || c === 69))
      state = 4;
    else if (state === 4 && (c === 43 || c === 45)) {
      state = 6;
    } else if (!isDigit(c))
      TomlError.x(`illegal character in numeric literal`, ctx);
    else if (state > 9)
      state -= 11;
    else if (!(state & 1))
      state++;
  }
  if (!state) {
    let val = (startChr - 48) * (sign || 1);
    return ctx.bi === true ? BigInt(val) : val;
  }
  if (!(state & 1))
    TomlError.x("unfinished numeric value", ctx, startPtr);
  let str = ctx.s.slice(startPtr, ctx.p);
  if (hasUnderscores)
    str = str.replaceAll("_", "");
  return state > 1 ? parseFloat(str) : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
  let c, underscore = 1;
  while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
    if (c === 95) {
      if (underscore & 1)
        TomlError.x("illegal underscore", ctx);
      underscore = 3;
    } else if (!isDigit(c, base))
      TomlError.x(`illegal character in numeric literal`, ctx);
    else if (underscore & 1)
      underscore--;
  }
  if (underscore & 1)
    TomlError.x("unfinished numeric value", ctx);
  let str = ctx.s.slice(startPtr + 2, ctx.p);
  if (underscore)
    str = str.replaceAll("_", "");
  return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
  if (ctx.bi !== true)
    int: {
      let val = parseInt(str, base);
      if (!Number.isSafeInteger(val)) {
        if (ctx.bi)
          break int;
        TomlError.x("integer value cannot be represented losslessly", ctx, startPtr);
      }
      return val;
    }
  return base === 10 ? BigInt(str) : BigInt((base === 2 ? "0b" : base === 8 ? "0o" : "0x") + str);
}
function parseDate(ctx, c, endChr) {
  let startPtr = ctx.p++, unsafeSeparator;
  if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++))) {
    return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
  }
  ctx.p += 5;
  if (!isDigit(ctx.s.charCodeAt(ctx.p++)))
    TomlError.x("invalid date-time: date part is malformed", ctx, startPtr);
  if (ctx.p >= ctx.s.length || ((c = ctx.s.charCodeAt(ctx.p)) !== 32 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 84 && c !== 116) {
    let t2 = ctx.s.slice(startPtr, ctx.p);
    return readDate(ctx, t2, 3, false, startPtr);
  }
  if (ctx.s.charCodeAt(ctx.p += 3) !== 58)
    TomlError.x("invalid date-time: time part is malformed", ctx, startPtr);
  if (ctx.s.charCodeAt(ctx.p += 3) === 58)
    ctx.p += 3;
  if (ctx.s.charCodeAt(ctx.p) === 46)
    while (isDigit(ctx.s.charCodeAt(++ctx.p)))
      ;
  if (c = ctx.s.charCodeAt(ctx.p)) {
    if (c === 90 || c === 122) {
      let t2 = ctx.s.slice(startPtr, ++ctx.p);
      return readDate(ctx, t2, 1, unsafeSeparator, startPtr, "[+00:00]");
    }
    if (c === 43 || c === 45) {
      let t2 = ctx.s.slice(startPtr, ctx.p += 6);
      return readDate(ctx, t2, 1, unsafeSeparator, startPtr, !ctx.ld && "[" + ctx.s.slice(ctx.p - 6, ctx.p) + "]");
    }
  }
  let t = ctx.s.slice(startPtr, ctx.p);
  return readDate(ctx, t, 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
  let start = ctx.p;
  if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) {
    return parseNumber(ctx, --ctx.p, c, 0, endChr);
  }
  if (ctx.s.charCodeAt(ctx.p += 4) === 58)
    ctx.p += 3;
  if (ctx.s.charCodeAt(ctx.p) === 46)
    while (isDigit(ctx.s.charCodeAt(++ctx.p)))
      ;
  let t = ctx.s.slice(start, ctx.p);
  return readDate(ctx, t, 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
  if (ctx.ld) {
    let date = new TomlDate(str, type, unsafeDelim);
    if (!date.isValid())
      TomlError.x("invalid date", ctx, errPtr);
    return date;
  }
  try {
    if (temporalSuffix)
      str += temporalSuffix;
    switch (type) {
      case 1:
        return Temporal.ZonedDateTime.from(str);
      case 2:
        return Temporal.PlainDateTime.from(str);
      case 3:
        return Temporal.PlainDate.from(str);
      case 4:
        return Temporal.PlainTime.from(str);
    }
  } catch (e) {
    TomlError.x(e instanceof Error ? e.message : "" + e, ctx, errPtr);
  }
}

// node_modules/smol-toml/dist/util.js
function skipComment(ctx) {
  for (; ctx.p < ctx.s.length; ctx.p++) {
    let c = ctx.s.charCodeAt(ctx.p);
    if (c === 10)
      break;
    if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) {
      ctx.p++;
      break;
    }
    if (c < 32 && c !== 9 || c === 127) {
      TomlError.x("control characters are not allowed in comments", ctx);
    }
  }
}
function skipVoid(ctx, banNewLines, banComments) {
  let c;
  while (ctx.p < ctx.s.length) {
    while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 32 || c === 9 || !banNewLines && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)))
      ctx.p++;
    if (banComments || c !== 35)
      break;
    skipComment(ctx);
  }
}

// node_modules/smol-toml/dist/struct.js
function parseKey(ctx, end = 61) {
  let startPtr;
  let state = 0;
  let parsed2 = [];
  let sliceStart;
  let c = ctx.s.charCodeAt(startPtr = ctx.p);
  do {
    if (c === end) {
      if (!state)
        TomlError.x("unexpected end of key", ctx);
      if (state === 1)
        parsed2.push(ctx.s.slice(sliceStart, ctx.p));
      return ctx.p++, parsed2;
    } else if (c === 46) {
      if (!state)
        TomlError.x("illegal empty bare key", ctx);
      if (state === 1)
        parsed2.push(ctx.s.slice(sliceStart, ctx.p));
      state = 0;
    } else if (!state && (c === 34 || c === 39)) {
      if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2))
        TomlError.x("illegal quoted key: multiline strings are not allowed", ctx);
      parsed2.push(parseString(ctx));
      state = 2;
      ctx.p--;
    } else if (c === 32 || c === 9) {
      if (state === 1) {
        parsed2.push(ctx.s.slice(sliceStart, ctx.p));
        state = 2;
      }
    } else if (state === 2 || c < 48 && c !== 45 || c > 57 && c < 65 || c > 90 && c < 97 && c !== 95 || c > 122) {
      TomlError.x("illegal character in key", ctx);
    } else if (!state) {
      state = 1;
      sliceStart = ctx.p;
    }
  } while (c = ctx.s.charCodeAt(++ctx.p));
  TomlError.x("incomplete key-value: cannot find end of key", ctx, startPtr);
}
function parseInlineTable(ctx) {
  let startPtr = ctx.p++;
  let res = /* @__PURE__ */ Object.create(null);
  let seen = /* @__PURE__ */ new Set();
  let c;
  while (ctx.p < ctx.s.length) {
    skipVoid(ctx);
    if ((c = ctx.s.charCodeAt(ctx.p)) === 125) {
      ctx.p++;
      return res;
    }
    let k;
    let t = res;
    let hasOwn = false;
    let errPtr = ctx.p;
    let key = parseKey(ctx);
    for (let i = 0; i < key.length; i++) {
      if (i)
        t = hasOwn ? t[k] : t[k] = /* @__PURE__ */ Object.create(null);
      k = key[i];
      if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== "object" || seen.has(t[k]))) {
        TomlError.x("trying to redefine an already defined value", ctx, errPtr);
      }
      let unsafe = k === "__proto__";
      if (ctx.uk && (unsafe || k === "constructor")) {
        t = ctx.uk !== 1 && TomlError.x("document contains an unsafe property", ctx, errPtr);
        break;
      }
      if (!hasOwn && unsafe) {
        Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
      }
    }
    if (hasOwn) {
      TomlError.x("trying to redefine an already defined value", ctx, errPtr);
    }
    skipVoid(ctx, true, true);
    let value = extractValue(
      ctx,
      125
      /* } */
    );
    if (t && typeof (t[k] = value) === "object")
      seen.add(value);
    skipVoid(ctx);
    if ((c = ctx.s.charCodeAt(ctx.p++)) === 125) {
      return res;
    }
    if (c !== 44)
      TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
  }
  TomlError.x("unfinished table", ctx, startPtr);
}
function parseArray(ctx) {
  let startPtr = ctx.p++;
  let res = [];
  let c;
  while (ctx.p < ctx.s.length) {
    skipVoid(ctx);
    if ((c = ctx.s.charCodeAt(ctx.p)) === 93) {
      ctx.p++;
      return res;
    }
    res.push(extractValue(
      ctx,
      93
      /* ] */
    ));
    skipVoid(ctx);
    if ((c = ctx.s.charCodeAt(ctx.p++)) === 93) {
      return res;
    }
    if (c !== 44)
      TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
  }
  TomlError.x("unfinished array", ctx, startPtr);
}

// node_modules/smol-toml/dist/parse.js
function peekTable(ctx, key, table, meta, type) {
  let t = table;
  let m = meta;
  let k;
  let hasOwn = false;
  let state;
  for (let i = 0; i < key.length; i++) {
    if (i) {
      t = hasOwn ? t[k] : t[k] = /* @__PURE__ */ Object.create(null);
      m = (state = m[k]).c;
      if (type === 0 && (state.t === 1 || state.t === 2)) {
        return null;
      }
      if (state.t === 2) {
        let l = t.length - 1;
        t = t[l];
        m = m[l].c;
      }
    }
    k = key[i];
    if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 && m[k]?.d) {
      return null;
    }
    if (!hasOwn) {
      let unsafe = k === "__proto__";
      if (ctx.uk && (unsafe || k === "constructor"))
        return false;
      if (unsafe) {
        Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
        Object.defineProperty(m, k, { enumerable: true, configurable: true, writable: true });
      }
      m[k] = {
        t: i < key.length - 1 && type === 2 ? 3 : type,
        d: false,
        i: 0,
        c: /* @__PURE__ */ Object.create(null)
      };
    }
  }
  state = m[k];
  if (state.t !== type && !(type === 1 && state.t === 3)) {
    return null;
  }
  if (type === 2) {
    if (!state.d) {
      state.d = true;
      t[k] = [];
    }
    t[k].push(t = /* @__PURE__ */ Object.create(null));
    state.c[state.i++] = state = { t: 1, d: false, i: 0, c: /* @__PURE__ */ Object.create(null) };
  }
  if (state.d) {
    return null;
  }
  state.d = true;
  if (type === 1) {
    t = hasOwn ? t[k] : t[k] = /* @__PURE__ */ Object.create(null);
  } else if (type === 0 && hasOwn) {
    return null;
  }
  return [k, t, state.c];
}
function validateTablePeek(ctx, peek, ptr) {
  if (peek === null || ctx.uk === 2)
    TomlError.x(peek === null ? "trying to redefine an already defined table or value" : "document contains an unsafe property", ctx, ptr);
}
function parse(toml, options = {}) {
  let ctx = {
    s: toml,
    p: 0,
    d: options.maxDepth ?? 1e3,
    bi: options.integersAsBigInt ?? false,
    ld: options.useLegacyDate ?? true,
    uk: options.unsafeKeyBehaviour === "throw" ? 2 : options.unsafeKeyBehaviour === "drop" ? 1 : 0
  };
  let res = /* @__PURE__ */ Object.create(null);
  let meta = /* @__PURE__ */ Object.create(null);
  let tmp;
  let skipping = false;
  let tbl = res;
  let m = meta;
  if (toml.charCodeAt(0) === 65279)
    ctx.p++;
  skipVoid(ctx);
  while (ctx.p < toml.length) {
    if (toml.charCodeAt(ctx.p) === 91) {
      let isTableArray = toml.charCodeAt(++ctx.p) === 91;
      tmp = ctx.p += +isTableArray;
      skipping = false;
      let k = parseKey(
        ctx,
        93
        /* ] */
      );
      if (isTableArray) {
        if (toml.charCodeAt(ctx.p) !== 93) {
          TomlError.x("expected end of table array declaration", ctx);
        }
        ctx.p++;
      }
      let p = peekTable(
        ctx,
        k,
        res,
        meta,
        isTableArray ? 2 : 1
        /* Type.EXPLICIT */
      );
      if (!p) {
        validateTablePeek(ctx, p, tmp);
        skipping = true;
      } else {
        m = p[2];
        tbl = p[1];
      }
    } else {
      tmp = ctx.p;
      let k = parseKey(ctx);
      let p = peekTable(
        ctx,
        k,
        tbl,
        m,
        0
        /* Type.DOTTED */
      );
      if (!p && !skipping)
        validateTablePeek(ctx, p, tmp);
      skipVoid(ctx, true, true);
      let v = extractValue(ctx, void 0);
      if (p && !skipping)
        p[1][p[0]] = v;
    }
    skipVoid(ctx, true);
    if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 10 && (tmp !== 13 || toml.charCodeAt(ctx.p + 1) !== 10)) {
      TomlError.x("each key-value declaration must be followed by an end-of-line", ctx);
    }
    skipVoid(ctx);
  }
  return res;
}

// node_modules/smol-toml/dist/stringify.js
var HAS_WELLFORMED = !!"".isWellFormed;

// src/scan/rule-files/model.ts
function idIn(pack, id) {
  const name = id.toLowerCase().replace(/[^a-z0-9._-]+/g, "-").replace(/^[^a-z0-9]+/, "");
  return `${pack}/${name.slice(0, 60) || "rule"}`;
}
function anyOf(expressions) {
  return expressions.length === 0 ? void 0 : expressions.map((one) => `(?:${one})`).join("|");
}
var literally = (text2) => text2.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

// src/scan/rule-files/filters.ts
function filterOf(written2) {
  const allow = [];
  const left = [];
  let entropy2;
  for (const alternative of splitAt(unwrapped(written2), "||")) {
    const floor = ENTROPY.exec(alternative);
    if (floor) {
      entropy2 = Math.max(entropy2 ?? 0, Number(floor[1]));
      continue;
    }
    const conditions = splitAt(unwrapped(alternative), "&&").map(conditionOf);
    const keys = conditions.flatMap((one) => one ? Object.keys(one) : []);
    if (conditions.every((one) => one !== void 0) && new Set(keys).size === keys.length)
      allow.push(Object.assign({}, ...conditions));
    else left.push(alternative.replace(/\s+/g, " ").slice(0, 120));
  }
  return { allow, left, ...entropy2 === void 0 ? {} : { entropy: entropy2 } };
}
var ENTROPY = /^(?:filter\.)?entropy\(\s*finding\[["']secret["']\]\s*\)\s*<=?\s*(\d+(?:\.\d+)?)$/;
var SUBJECT = String.raw`(?:finding\[["'](secret|match|line)["']\]|attributes\[\??["'](path)["']\](?:\.orValue\(["']{2}\))?)`;
var CALL = new RegExp(String.raw`^(?:filter\.)?(matchesAny|containsAny)\(\s*${SUBJECT}\s*,\s*\[([\s\S]*)\]\s*\)$`);
var EQUAL = new RegExp(String.raw`^${SUBJECT}\s*==\s*([\s\S]+)$`);
function conditionOf(written2) {
  const call = CALL.exec(written2);
  if (call) {
    const texts = textsOf2(call[4]);
    if (!texts || texts.length === 0) return void 0;
    const expressions = call[1] === "containsAny" ? texts.map(literally) : texts;
    if (expressions.some(regexFault)) return void 0;
    return { [call[2] ?? call[3]]: anyOf(expressions) };
  }
  const equal = EQUAL.exec(written2);
  const [value] = equal ? textsOf2(equal[3]) ?? [] : [];
  return value === void 0 ? void 0 : { [equal[1] ?? equal[2]]: `^(?:${literally(value)})$` };
}
var TEXT = /\s*(r?)(?:"""([\s\S]*?)"""|'''([\s\S]*?)'''|"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)')\s*(?:,|$)/y;
function textsOf2(list) {
  const texts = [];
  TEXT.lastIndex = 0;
  while (TEXT.lastIndex < list.trimEnd().length) {
    const match2 = TEXT.exec(list);
    if (!match2) return void 0;
    const body = match2.slice(2).find((one) => one !== void 0);
    texts.push(match2[1] === "r" ? body : body.replace(/\\(["'\\])/g, "$1").replace(/\\n/g, "\n"));
  }
  return texts;
}
function splitAt(written2, sign) {
  const parts = [];
  let [start, depth] = [0, 0];
  for (let at2 = 0; at2 < written2.length; at2++) {
    const quote2 = /^r?("""|'''|"|')/.exec(written2.slice(at2, at2 + 4));
    if (quote2) {
      at2 = endOfText(written2, at2 + quote2[0].length, quote2[1], quote2[0].startsWith("r"));
      continue;
    }
    if ("([{".includes(written2[at2])) depth++;
    else if (")]}".includes(written2[at2])) depth--;
    else if (depth === 0 && written2.startsWith(sign, at2)) {
      parts.push(written2.slice(start, at2).trim());
      start = at2 + 2;
    }
  }
  return [...parts, written2.slice(start).trim()].filter((part2) => part2 !== "");
}
function endOfText(written2, from, quote2, raw) {
  for (let at2 = from; at2 < written2.length; at2++) {
    if (!raw && written2[at2] === "\\") at2++;
    else if (written2.startsWith(quote2, at2)) return at2 + quote2.length - 1;
  }
  return written2.length;
}
function unwrapped(written2) {
  const text2 = written2.trim();
  if (!text2.startsWith("(") || !text2.endsWith(")")) return text2;
  let depth = 0;
  for (let at2 = 0; at2 < text2.length - 1; at2++) {
    const quote2 = /^r?("""|'''|"|')/.exec(text2.slice(at2, at2 + 4));
    if (quote2) at2 = endOfText(text2, at2 + quote2[0].length, quote2[1], quote2[0].startsWith("r"));
    else if (text2[at2] === "(") depth++;
    else if (text2[at2] === ")" && --depth === 0) return text2;
  }
  return unwrapped(text2.slice(1, -1));
}

// src/scan/rule-files/gitleaks.ts
var DEEPEST = 2;
function readGitleaksRules(text2, pack, read, depth = 0) {
  const root = parse(text2);
  const notFollowed3 = [];
  const say = (rule2, why) => void notFollowed3.push({ rule: rule2, why });
  const inherited = extended(tableOf(root.extend), pack, read, depth, say);
  const own2 = tablesOf(root.rules).flatMap((rule2) => patternOf3(rule2, pack, say));
  const targeted = allowlistsOf(root).filter((list) => textsOf3(list.targetRules).length > 0);
  const shared = allowlistsOf(root).filter((list) => !targeted.includes(list));
  for (const key of ["filter", "prefilter"]) {
    if (typeof root[key] !== "string") continue;
    const { allow, left } = filterOf(root[key]);
    for (const part2 of left) say("", `a part of the ${key} of the whole file: ${part2}`);
    shared.push(...allow.map((one) => ({ given: one })));
  }
  const patterns = withOverrides(inherited.patterns, own2).map((pattern) => {
    const lists = targeted.filter((list) => textsOf3(list.targetRules).some((id) => idIn(pack, id) === pattern.id));
    const allow = lists.flatMap((list) => allowOf3(list, (why) => say(nameOf7(pattern), why)));
    return { ...pattern, allow: [...pattern.allow, ...allow.map(withoutCommits)] };
  });
  return {
    patterns,
    allow: [...inherited.allow, ...shared.flatMap((list) => allowOf3(list, (why) => say("", why)))],
    notFollowed: [...inherited.notFollowed, ...notFollowed3]
  };
}
var NOTHING = { patterns: [], allow: [], notFollowed: [] };
var nameOf7 = ({ id }) => id.slice(id.indexOf("/") + 1);
function extended(extend, pack, read, depth, say) {
  const disabled = textsOf3(extend?.disabledRules).map((id) => idIn(pack, id));
  if (typeof extend?.url === "string") say("", "[extend] url: nothing is fetched");
  if (extend?.useDefault === true)
    for (const id of textsOf3(extend.disabledRules))
      say(id, "disabledRules: rules of ours are turned off by `rules:` in .keylatch.yml");
  const path2 = typeof extend?.path === "string" ? extend.path.replace(/^\.\//, "") : void 0;
  if (path2 === void 0) return NOTHING;
  const text2 = depth < DEEPEST ? read(path2) : void 0;
  if (text2 === void 0) {
    say("", `[extend] path: ${path2} is not in the repository, or too many files extend each other`);
    return NOTHING;
  }
  const file = readGitleaksRules(text2, pack, read, depth + 1);
  return { ...file, patterns: file.patterns.filter(({ id }) => !disabled.includes(id)) };
}
function withOverrides(inherited, own2) {
  const byId = new Map(inherited.map((pattern) => [pattern.id, pattern]));
  for (const pattern of own2) byId.set(pattern.id, pattern);
  return [...byId.values()];
}
var KNOWN = new Set(
  "id description regex path keywords secretGroup entropy allowlist allowlists tags skipReport filter validate required title".split(
    " "
  )
);
function patternOf3(rule2, pack, say) {
  const id = typeof rule2.id === "string" ? rule2.id : "";
  const drop = (why) => {
    say(id, why);
    return [];
  };
  if (id === "") return drop("a rule without an id");
  if (rule2.skipReport === true) return drop("skipReport: it is told of nothing");
  const regex = typeof rule2.regex === "string" ? rule2.regex : void 0;
  const pathRegex = typeof rule2.path === "string" ? rule2.path : void 0;
  if (regex === void 0 && pathRegex === void 0)
    return drop("it has neither regex nor path: it changes a rule that gitleaks brings, and ours are others");
  for (const written2 of [regex, pathRegex]) {
    const fault = written2 === void 0 ? void 0 : regexFault(written2);
    if (fault) return drop(fault);
  }
  const group = typeof rule2.secretGroup === "number" && rule2.secretGroup > 0 ? rule2.secretGroup : void 0;
  if (group !== void 0 && regex !== void 0 && groupFault(regex, group)) return drop(groupFault(regex, group));
  if (rule2.validate !== void 0) say(id, "validate: no secret is tried out");
  if (rule2.required !== void 0) say(id, "required: it is told also where the other rules find nothing");
  for (const key of Object.keys(rule2)) if (!KNOWN.has(key)) say(id, `${key}: not known`);
  const { allow, entropy: entropy2, left } = typeof rule2.filter === "string" ? filterOf(rule2.filter) : NO_FILTER;
  for (const part2 of left) say(id, `a part of its filter: ${part2}`);
  const lists = allowlistsOf(rule2).flatMap((list) => allowOf3(list, (why) => say(id, why)));
  const floor = typeof rule2.entropy === "number" && rule2.entropy > 0 ? rule2.entropy : entropy2;
  return [
    {
      id: idIn(pack, id),
      title: titleOf(rule2.description) ?? `A secret of the kind ${id}`,
      severity: "high",
      ...regex === void 0 ? {} : { regex },
      ...pathRegex === void 0 ? {} : { pathRegex },
      keywords: textsOf3(rule2.keywords),
      ...group === void 0 ? {} : { secret: group },
      ...floor === void 0 ? {} : { entropy: floor },
      paths: [],
      allow: [...lists.map(withoutCommits), ...allow]
    }
  ];
}
var NO_FILTER = { allow: [], left: [] };
function titleOf(description) {
  if (typeof description !== "string") return void 0;
  const title = description.split("\n")[0].trim().replace(/\.$/, "").slice(0, 200);
  return title === "" ? void 0 : title;
}
function withoutCommits({ commits: _, ...allow }) {
  return allow;
}
var TARGETS = { match: "match", line: "line" };
function allowOf3(list, say) {
  if (list.given !== void 0) return [list.given];
  const followed = (name) => textsOf3(list[name]).filter((written2) => {
    const fault = regexFault(written2);
    if (fault) say(`${name} of an allowlist: ${fault}`);
    return !fault;
  });
  const target = TARGETS[String(list.regexTarget ?? "")] ?? "secret";
  const commits = textsOf3(list.commits).map((commit) => commit.toLowerCase());
  const stops = anyOf(textsOf3(list.stopwords).map(literally));
  const parts = [
    ...part(target, anyOf(followed("regexes"))),
    ...part("path", anyOf(followed("paths"))),
    ...part("secret", stops === void 0 ? void 0 : `(?i)(?:${stops})`),
    ...commits.length > 0 ? [{ commits }] : []
  ];
  if (!/^(?:AND|&&)$/i.test(String(list.condition ?? "OR"))) return parts;
  const keys = parts.flatMap((one) => Object.keys(one));
  if (new Set(keys).size < keys.length) {
    say("an allowlist with condition AND that has both regexes and stopwords for the secret");
    return [];
  }
  return parts.length === 0 ? [] : [Object.assign({}, ...parts)];
}
var part = (target, expression) => expression === void 0 ? [] : [{ [target]: expression }];
function allowlistsOf(table) {
  return [...tablesOf(table.allowlist), ...tablesOf(table.allowlists)];
}
function tablesOf(value) {
  return [value].flat().flatMap((one) => {
    const table = tableOf(one);
    return table ? [table] : [];
  });
}
function tableOf(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
}
function textsOf3(value) {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

// src/scan/rule-files/kingfisher.ts
var import_yaml12 = __toESM(require_dist(), 1);
var BESIDE_THE_SCAN = ["validation", "revocation", "depends_on_rule"];
function readKingfisherRules(text2) {
  const root = (0, import_yaml12.parse)(text2, { maxAliasCount: 0, logLevel: "silent" });
  const rules2 = root?.rules;
  if (!Array.isArray(rules2)) throw new Error("it has no list of rules");
  const notFollowed3 = [];
  const patterns = rules2.flatMap(
    (rule2) => patternOf4(rule2 ?? {}, (id, why) => void notFollowed3.push({ rule: id, why }))
  );
  return { patterns, allow: [], notFollowed: notFollowed3 };
}
function patternOf4(rule2, say) {
  const id = typeof rule2.id === "string" ? rule2.id : "";
  const regex = typeof rule2.pattern === "string" ? rule2.pattern.trim() : void 0;
  if (id === "" || regex === void 0) {
    say(id, "a rule without id or pattern");
    return [];
  }
  if (rule2.visible === false) {
    say(id, "visible: false: it only helps another rule");
    return [];
  }
  const fault = regexFault(regex);
  if (fault) {
    say(id, fault);
    return [];
  }
  for (const key of BESIDE_THE_SCAN) if (rule2[key] !== void 0) say(id, `${key}: no secret is tried out or revoked`);
  const token = groupFault(regex, "TOKEN") === void 0 ? { secret: "TOKEN" } : {};
  return [
    {
      id: idIn("kingfisher", id.replace(/^kingfisher\./, "")),
      title: typeof rule2.name === "string" ? rule2.name : `A secret of the kind ${id}`,
      severity: SEVERITIES3[String(rule2.confidence)] ?? "medium",
      regex,
      keywords: [],
      ...token,
      ...typeof rule2.min_entropy === "number" ? { entropy: rule2.min_entropy } : {},
      paths: [],
      allow: requirementsOf(rule2.pattern_requirements ?? {}),
      ...referencesOf(rule2.references)
    }
  ];
}
var SEVERITIES3 = { high: "high", medium: "medium", low: "low" };
function referencesOf(references) {
  const texts = Array.isArray(references) ? references.filter((one) => typeof one === "string") : [];
  return texts.length === 0 ? {} : { references: texts };
}
var KINDS3 = {
  min_digits: ["[0-9]", "[^0-9]"],
  min_uppercase: ["[A-Z]", "[^A-Z]"],
  min_lowercase: ["[a-z]", "[^a-z]"],
  min_special_chars: ["[^A-Za-z0-9]", "[A-Za-z0-9]"]
};
function requirementsOf(requirements) {
  const few = Object.entries(KINDS3).flatMap(([key, [one, other]]) => {
    const least = Number(requirements[key] ?? 0);
    return least >= 1 && least <= 50 ? [{ secret: `^(?:${other}*${one}){0,${least - 1}}${other}*$` }] : [];
  });
  const words = Array.isArray(requirements.ignore_if_contains) ? requirements.ignore_if_contains.map(String) : [];
  return [...few, ...words.map((word) => ({ secret: `(?i)${literally(word)}` }))];
}

// src/scan/rule-files.ts
var RULE_FILES = [".gitleaks.toml", ".betterleaks.toml"];
var LONGEST_FILE = 4 << 20;
function readRuleFile({ uri, text: text2 }, read) {
  if (text2.length > LONGEST_FILE) throw new Error("it is longer than 4 MiB");
  if (/\.toml$/i.test(uri)) return readGitleaksRules(text2, /betterleaks/i.test(uri) ? "betterleaks" : "gitleaks", read);
  if (/\.ya?ml$/i.test(uri)) return readKingfisherRules(text2);
  if (/^\s*\[\s*secrets\s*\]/im.test(text2)) return readGitSecrets(text2, read);
  throw new Error("it has no rules of gitleaks, betterleaks, Kingfisher or git-secrets");
}
function followRuleFile(source, read) {
  try {
    const file = readRuleFile(source, read);
    return { ...file, notifications: file.notFollowed.map(({ rule: rule2, why }) => notFollowed(source, rule2, why)) };
  } catch (error) {
    const why = `it is not followed: ${error.message}`;
    return { patterns: [], allow: [], notFollowed: [], notifications: [notFollowed(source, "", why)] };
  }
}
function notFollowed({ uri }, rule2, why) {
  return {
    level: "warning",
    id: "rule-not-followed",
    message: oneLine(`${uri}${rule2 === "" ? "" : `, rule ${rule2}`}: ${why}`),
    location: { uri }
  };
}

// src/rules/patterns/pattern-rule.ts
function patternRule(pattern, fitsPaths) {
  const compiled2 = compile2(pattern);
  const pathRegex = pattern.pathRegex === void 0 ? void 0 : compileFinder(pattern.pathRegex);
  return defineRule({
    meta: {
      id: pattern.id,
      title: pattern.title,
      severity: pattern.severity,
      about: "secret",
      domain: "credentials",
      practice: "no secrets in user-data, Dockerfiles, scripts, code",
      description: pattern.description ?? "A kind of secret that this repository describes itself.",
      remediation: pattern.remediation ?? "Revoke or change the secret, and read the new one from where secrets are kept. Deleting the line is not enough, since the history keeps it.",
      cwe: ["CWE-798"],
      references: pattern.references ?? ["https://cwe.mitre.org/data/definitions/798.html"]
    },
    on: "text",
    check(node, context) {
      if (!fitsPaths(node.uri) || pathRegex && !isFound(pathRegex, node.uri)) return [];
      return boundedHits(
        compiled2.finder ? matchesOf(compiled2, node, context) : hitsOfFile(compiled2, node),
        node,
        context
      );
    }
  });
}
function compile2(pattern) {
  return {
    pattern,
    finder: pattern.regex === void 0 ? void 0 : compileFinder(pattern.regex),
    keywords: pattern.keywords.map((word) => word.toLowerCase()),
    allow: pattern.allow.map(
      (entry) => ALLOW_TARGETS.flatMap((target) => {
        const written2 = entry[target];
        return written2 === void 0 ? [] : [[target, compileFinder(written2)]];
      })
    )
  };
}
var stepsFor2 = (text2) => 2e6 + Math.min(400 * text2.length, 4e8);
function* matchesOf(compiled2, node, context) {
  const { pattern, keywords } = compiled2;
  const finder = compiled2.finder;
  const places = /* @__PURE__ */ new Set();
  for (const view of viewsOf(node.text, context.unit)) {
    if (keywords.length > 0) {
      const lower = context.unit.of(inSmallLetters, view);
      if (!keywords.some((word) => lower.includes(word))) continue;
    }
    const matches = finder.findAll(view.value, { steps: stepsFor2(view.value) });
    if (!matches) {
      context.notify(tooSlow(pattern, node));
      continue;
    }
    for (const match2 of matches) {
      const [start, end] = secretOf(match2, finder, pattern);
      if (start === end || !freshIn(view, start, end)) continue;
      const secret = view.value.slice(start, end);
      if (pattern.entropy !== void 0 && entropy(secret) <= pattern.entropy) continue;
      if (isAllowed(compiled2, view.value, match2[0], secret, node.uri)) continue;
      const span = locate(view, start, end);
      const place2 = `${span.start}:${span.end}`;
      if (places.has(place2)) continue;
      places.add(place2);
      yield { span, message: `${pattern.title}.`, secret: true, secretValue: secret };
    }
  }
}
var inSmallLetters = ({ value }) => value.toLowerCase();
function tooSlow({ id }, node) {
  return {
    level: "warning",
    id: "pattern-too-slow",
    message: `The pattern of ${id} has more to do in this text than it may; what it finds is not told.`,
    location: { uri: node.uri },
    unread: { span: { ...node.span, end: node.span.start }, limit: "pattern-steps" }
  };
}
function secretOf(match2, { groups }, { secret }) {
  const whole = match2[0];
  if (secret === void 0) return match2.slice(1).find((group) => group && group[1] > group[0]) ?? whole;
  const index = typeof secret === "number" ? secret : groups.indexOf(secret) + 1;
  return match2[index] ?? [whole[0], whole[0]];
}
var SHORT2 = { steps: 2e6 };
var WIDEST = 2e3;
function isAllowed({ allow }, text2, [start, end], secret, path2) {
  const line = () => {
    const from = Math.max(text2.lastIndexOf("\n", start - 1) + 1, start - WIDEST);
    const to = text2.indexOf("\n", end);
    return text2.slice(from, Math.min(to === -1 ? text2.length : to, end + WIDEST));
  };
  const targets = { secret: () => secret, match: () => text2.slice(start, end), line, path: () => path2 };
  return allow.some((entry) => entry.every(([target, finder]) => isFound(finder, targets[target]())));
}
function isFound(finder, text2) {
  return (finder.findAll(text2, { ...SHORT2 })?.length ?? 0) > 0;
}
function* hitsOfFile(compiled2, { uri, text: text2, span }) {
  if (isAllowed(compiled2, text2.value, [0, 0], "", uri)) return;
  yield { span: { uri, start: span.start, end: span.start }, message: `${compiled2.pattern.title}.`, element: "file" };
}

// src/run/own-patterns.ts
function readOwnPatterns(config, read) {
  const named2 = config?.patternsFrom ?? [];
  const missing2 = named2.filter((path2) => !read(path2));
  const files = [.../* @__PURE__ */ new Set([...RULE_FILES, ...named2])].flatMap((path2) => {
    const source = read(path2);
    return source ? [{ uri: path2, ...followRuleFile(source, (other) => read(other)?.text) }] : [];
  });
  const byId = /* @__PURE__ */ new Map();
  for (const pattern of [...config?.patterns ?? [], ...files.flatMap(({ patterns }) => patterns)])
    if (!byId.has(pattern.id)) byId.set(pattern.id, pattern);
  return {
    patterns: [...byId.values()],
    allows: files.map(({ uri, allow }) => ({ uri, allow })),
    notifications: [
      ...missing2.map(
        (path2) => ({
          level: "warning",
          id: "rule-not-followed",
          message: `${config.uri}: patterns-from names ${path2}, which cannot be read`,
          location: { uri: config.uri }
        })
      ),
      ...files.flatMap(({ notifications }) => notifications)
    ]
  };
}
function rulesOfPatterns(patterns) {
  return patterns.map(
    (pattern) => patternRule(pattern, pattern.paths.length === 0 ? () => true : ignoredPaths(pattern.paths))
  );
}

// src/scan/baseline.ts
var VERSION = 1;
var COMMENT2 = "Findings that Keylatch knows and does not block. Made by `keylatch baseline`; shrink it, do not grow it.";
function remadeBaseline(findings, previous, scanned = () => true) {
  const before = previous?.entries ?? [];
  const notes = new Map(before.map(({ fingerprint, note }) => [fingerprint, note]));
  const entries = /* @__PURE__ */ new Map();
  for (const entry of before) if (!scanned(entry.path)) entries.set(entry.fingerprint, entry);
  for (const finding of findings) {
    const { fingerprint, ruleId, location, severity, message: message3, suppression } = finding;
    if (suppression && suppression.mechanism !== "baseline") continue;
    const note = keptFor(finding, (print) => notes.get(print)) ?? oneLine(`${severity}: ${message3}`);
    entries.set(fingerprint, { fingerprint, rule: ruleId, path: location.uri, note });
  }
  const sorted = [...entries.values()].sort(byPlace);
  const text2 = `${JSON.stringify({ comment: COMMENT2, version: VERSION, findings: sorted }, void 0, 2)}
`;
  return { text: text2, entries: sorted };
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
  const entries = (findings?.children ?? []).flatMap((node) => entryOf2(node, complaints));
  complaints.raise();
  return { uri: source.uri, entries };
}
function baselined(baseline) {
  const entries = new Map(baseline.entries.map((entry) => [entry.fingerprint, entry]));
  return (finding) => {
    const entry = keptFor(finding, (print) => entries.get(print));
    return entry && { kind: "external", mechanism: "baseline", justification: entry.note || `in ${baseline.uri}` };
  };
}
function withPresentFingerprints(text2, findings) {
  const present = new Map(findings.map(({ fingerprint, formerFingerprint = "" }) => [formerFingerprint, fingerprint]));
  for (const { fingerprint, partFingerprints = [] } of findings)
    if (partFingerprints.every((part2) => text2.includes(part2)))
      for (const part2 of partFingerprints) present.set(part2, fingerprint);
  let rewritten = 0;
  const replaced = text2.replace(/(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/g, (print) => {
    const now = present.get(print);
    if (now !== void 0) rewritten++;
    return now ?? print;
  });
  return { text: replaced, rewritten };
}
function staleBaseline(baseline, findings) {
  const found2 = new Set(findings.flatMap(printsOf));
  const stale = baseline.entries.filter(
    ({ fingerprint, path: path2 }) => !isAccountPlace(path2) && !found2.has(fingerprint)
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
function countLine(uri, count3, what) {
  if (count3 === 0) return [];
  return [oneLine(`baseline ${uri}: ${count3} ${count3 === 1 ? "entry" : "entries"} ${what}`)];
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
function entryOf2(node, complaints) {
  const value = jsonOf(node);
  const { fingerprint, rule: rule2, path: path2, note = "" } = isObject(value) ? value : {};
  if (typeof fingerprint !== "string" || !/^[0-9a-f]{32}$/.test(fingerprint)) {
    complaints.add(node.offset, 'an entry needs a "fingerprint" of 32 hexadecimal digits');
  } else if (typeof rule2 !== "string" || typeof path2 !== "string" || typeof note !== "string") {
    complaints.add(node.offset, 'an entry needs "rule" and "path", and "note" must be a text');
  } else {
    return [{ fingerprint, rule: rule2, path: path2, note }];
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
var LONGEST_FILE2 = 1 << 20;
var MOST_LINES2 = 2e3;
function linesOf(source, told) {
  if (source.text.length > LONGEST_FILE2) {
    told.push(notFollowed2(source, 1, "the file is longer than 1 MiB"));
    return [];
  }
  const lines = source.text.replace(/^\uFEFF/, "").split("\n").map((text2, index) => ({ line: index + 1, text: text2.replace(/\r$/, "") })).filter(({ text: text2 }) => !/^\s*(#|$)/.test(text2));
  const cut = lines[MOST_LINES2];
  if (cut) told.push(notFollowed2(source, cut.line, `only the first ${MOST_LINES2} entries are read`));
  return lines.slice(0, MOST_LINES2);
}
function notFollowed2(source, line, why) {
  return {
    level: "warning",
    id: "suppression-not-followed",
    message: `${source.uri}, line ${line}: ${why}`,
    location: { uri: source.uri, region: { startLine: line, startColumn: 1, endLine: line, endColumn: 1 } }
  };
}

// src/scan/other-scanners/gitallowed.ts
var WIDEST2 = 2e3;
function readGitallowed(source, told) {
  return linesOf(source, told).flatMap(({ line, text: text2 }) => {
    try {
      const found2 = compilePattern(text2);
      const suppression = {
        kind: "external",
        mechanism: source.uri,
        justification: `${source.uri}, line ${line}`
      };
      return [(suspect, budget) => found2(grepLine(suspect), budget) ? suppression : void 0];
    } catch (error) {
      told.push(notFollowed2(source, line, `the pattern is not followed: ${error.message}`));
      return [];
    }
  });
}
function grepLine({ finding: { location }, lineText }) {
  const { startLine, startColumn } = location.region;
  const text2 = lineText.slice(Math.max(0, startColumn - WIDEST2), startColumn + WIDEST2);
  return `${location.uri}:${startLine}:${text2}`;
}

// src/scan/other-scanners/gitleaksignore.ts
function readGitleaksignore(source, told) {
  const entries = /* @__PURE__ */ new Map();
  for (const { line, text: text2 } of linesOf(source, told)) {
    const found2 = /^(?:([0-9a-f]{7,40}):)?(.+):[\w.-]+:(\d+)$/.exec(text2.trim());
    if (!found2) {
      told.push(notFollowed2(source, line, "not a fingerprint such as `commit:path:rule:line`"));
      continue;
    }
    const place2 = `${found2[2]}:${found2[3]}`;
    const entry = { commit: found2[1] ?? "", line };
    if (!entries.get(place2)?.push(entry)) entries.set(place2, [entry]);
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
      const written2 = entry[target];
      return written2 === void 0 ? [] : [[target, compileFinder(written2)]];
    });
    const suppression = { kind: "external", mechanism: uri, justification: `${uri}, allowlist ${index + 1}` };
    return (suspect, budget) => {
      if (entry.commits && !isOfCommits(suspect, entry.commits)) return void 0;
      const isFound2 = ([target, finder]) => (finder.findAll(shown(suspect, target), budget)?.length ?? 0) > 0;
      return finders.every(isFound2) ? suppression : void 0;
    };
  });
}
var WIDEST3 = 4e3;
function shown({ finding, lineText, secretValue }, target) {
  if (target === "path") return finding.location.uri;
  return target === "line" ? lineText.slice(0, WIDEST3) : secretValue ?? lineText.slice(0, WIDEST3);
}
function isOfCommits({ finding: { commits, location } }, allowed2) {
  const own2 = [...commits, ...location.commit ? [location.commit] : []];
  return own2.length > 0 && own2.every((commit) => allowed2.some((one) => one.length >= 7 && commit.startsWith(one)));
}

// src/scan/suppressions/secretlint-rules.ts
function rulesOfSecretlint(name) {
  const rule2 = /^@secretlint\/secretlint-rule-([\w-]+)$/.exec(name)?.[1];
  if (rule2 === void 0) return [];
  if (rule2.startsWith("preset-")) return ["credentials/*"];
  return [rule2 === "privatekey" ? "credentials/private-key*" : `credentials/${rule2}*`];
}

// src/scan/other-scanners/secretlintrc.ts
function readSecretlintrc(source, told) {
  const starts = lineStarts(source.text);
  const say = (node, why) => {
    const { startLine } = regionOf(starts, node?.offset ?? 0, node?.offset ?? 0);
    told.push(notFollowed2(source, startLine, why));
    return [];
  };
  const reading = { source, say, lineOf: (node) => regionOf(starts, node.offset, node.offset).startLine };
  const root = jsonOf2(source);
  if (root?.type !== "object") return say(root, "not a JSON object");
  return ruleNodes(root).flatMap((node) => leavesOfRule(node, reading));
}
function jsonOf2({ text: text2 }) {
  try {
    return text2.length > 1 << 20 ? void 0 : parseTree(text2.replace(/^\uFEFF/, " "));
  } catch {
    return void 0;
  }
}
function ruleNodes(root) {
  const rules2 = childrenAt(root, "rules");
  return [...rules2, ...rules2.flatMap((rule2) => childrenAt(rule2, "rules"))];
}
function childrenAt(node, key) {
  const found2 = node.type === "object" ? findNodeAtLocation(node, [key]) : void 0;
  return found2?.type === "array" ? found2.children ?? [] : [];
}
function leavesOfRule(node, reading) {
  if (node.type !== "object") return [];
  const id = findNodeAtLocation(node, ["id"]);
  const rules2 = id ? rulesOfSecretlint(String(getNodeValue(id))) : [];
  if (rules2.length === 0) return [];
  const options = findNodeAtLocation(node, ["options"]);
  return [
    ...leavesOfDisabled(findNodeAtLocation(node, ["disabled"]), rules2, reading),
    ...(options ? childrenAt(options, "allows") : []).flatMap((allow) => leavesOfAllow(allow, rules2, reading))
  ];
}
var NEVER_OFF = ["credentials/*", "credentials/aws*"];
function leavesOfDisabled(disabled, rules2, reading) {
  if (!disabled || getNodeValue(disabled) !== true) return [];
  if (rules2.some((rule2) => NEVER_OFF.includes(rule2))) {
    return reading.say(disabled, '"disabled" is not followed for AWS keys; turn rules off in .keylatch.yml');
  }
  return [leaving(rules2, () => true, reading.lineOf(disabled), reading)];
}
function leavesOfAllow(allow, rules2, reading) {
  const written2 = getNodeValue(allow);
  if (typeof written2 !== "string" || written2 === "")
    return reading.say(allow, '"allows" holds something that is no text');
  try {
    return [leaving(rules2, patternOf5(written2), reading.lineOf(allow), reading)];
  } catch (error) {
    return reading.say(allow, `the pattern is not followed: ${error.message}`);
  }
}
function patternOf5(written2) {
  const found2 = /^\/(.+)\/([a-z]*)$/s.exec(written2);
  return found2 ? compilePattern(found2[1], found2[2].includes("i")) : (text2) => text2.includes(written2);
}
function leaving(rules2, found2, line, { source }) {
  const suppression = { kind: "external", mechanism: source.uri, justification: `${source.uri}, line ${line}` };
  return ({ finding, lineText, secretValue }, budget) => {
    if (!rules2.some((rule2) => namesRule(rule2, finding.ruleId))) return void 0;
    return found2(secretValue ?? lineText.slice(0, 4e3), budget) ? suppression : void 0;
  };
}

// src/scan/other-scanners.ts
var NEIGHBOUR_PATHS = [".gitallowed", ".gitleaksignore", ".secretlintrc.json", ...RULE_FILES];
var ALL_STEPS = 4e7;
function otherScannerSuppressions(sources, ruleFiles = []) {
  const told = [];
  const readers = [
    ...sources.flatMap((source) => READERS4[source.uri]?.(source, told) ?? []),
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
var READERS4 = {
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
  return [...paths].flatMap((path2) => {
    const [before, after] = [base, head].map((sources) => sources.find(({ uri }) => uri === path2));
    if (before?.text === after?.text) return [];
    if (!before) return [`${path2} added`];
    if (!after) return [`${path2} removed`];
    const [was, is] = [linesOf2(before), linesOf2(after)];
    const [added, removed] = [[...is].filter((line) => !was.has(line)), [...was].filter((line) => !is.has(line))];
    if (added.length + removed.length === 0) return [];
    return [`${path2}: ${added.length} lines added, ${removed.length} removed`];
  });
}
function linesOf2({ text: text2 }) {
  return new Set(text2.split("\n").flatMap((line) => line.trim() || []));
}

// src/scan/suppressions/mentions.ts
var WORDS3 = /keylatch:ignore|(?:git|better)leaks:allow|trufflehog:ignore|pragma: ?(?:allow|white)list[ -](?:nextline[ -])?secret|secretlint-(?:disable-next-line|disable-line|disable|enable)/g;
var STEMS = ["keylatch:ignore", "leaks:allow", "trufflehog:ignore", "pragma:", "secretlint-"];
function mentionsSuppression(text2) {
  return STEMS.some((stem) => text2.includes(stem));
}
var WIDEST4 = 1e3;
function* mentionsIn({ text: text2 }) {
  const starts = lineStarts(text2);
  for (const { 0: word, index } of text2.matchAll(WORDS3)) {
    const { startLine: line } = regionOf(starts, index, index);
    const start = starts[line - 1];
    const end = (starts[line] ?? text2.length + 1) - 1;
    const before = text2.slice(Math.max(start, index - WIDEST4), index);
    const rest = text2.slice(index + word.length, Math.min(end, index + word.length + WIDEST4));
    const closed = rest.search(CLOSES);
    const after = closed === -1 ? rest : rest.slice(0, closed);
    const beyond = closed === -1 ? "" : rest.slice(closed).replace(CLOSES, "");
    const opens = index - start <= WIDEST4 && OPENS_LINE.test(before);
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
function nextCodeLine({ text: text2 }, starts, line) {
  const last = Math.min(starts.length, line + FARTHEST);
  for (let next = line + 1; next < last; next++) {
    const start = starts[next - 1];
    const content = text2.slice(start, Math.min(starts[next] ?? text2.length, start + WIDEST4));
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
    const rules2 = words.filter((word) => isKnownRule(reading, mention, word));
    if (rules2.length > 0)
      add2(reading, mention, { mechanism: mention.word, rules: rules2, reason, ...guarded2(reading, mention) });
  }
}
function guarded2({ source, starts }, { line, alone }) {
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
  const message3 = `This \`keylatch:ignore\` names an ${said}${said.endsWith("?") ? "" : "."}`;
  complain(reading, mention, "suppression-unknown-rule", message3);
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
  const named2 = [...new Set(names.split(/[\s,>]+/).flatMap(rulesOfSecretlint))];
  const guard = {
    mechanism: mention.word,
    rules: named2.length > 0 ? named2 : ["credentials/*"],
    reason: reasons.join("--")
  };
  const line = mention.word === "secretlint-disable-line" ? mention.line : mention.line + 1;
  if (mention.word === "secretlint-enable") closeRanges(reading, mention.line, named2);
  else if (mention.word === "secretlint-disable") openRange(reading, mention, guard);
  else add2(reading, mention, { ...guard, firstLine: line, lastLine: line });
}
function openRange(reading, mention, guard) {
  const isOpen2 = (index) => guard.rules.every((rule2) => reading.comments[index].rules.includes(rule2));
  if (reading.openRanges.some(isOpen2)) return;
  if (reading.comments.filter(({ isRange }) => isRange).length >= MOST_RANGES) {
    const message3 = `Only the first ${MOST_RANGES} \`secretlint-disable\` of a file are read.`;
    complain(reading, mention, "too-many-suppressions", message3);
    return;
  }
  reading.openRanges.push(reading.comments.length);
  add2(reading, mention, { ...guard, firstLine: mention.line, lastLine: Number.POSITIVE_INFINITY, isRange: true });
}
function closeRanges(reading, line, rules2) {
  reading.openRanges = reading.openRanges.filter((index) => {
    const comment = reading.comments[index];
    if (rules2.length > 0 && !comment.rules.some((rule2) => rules2.includes(rule2))) return true;
    reading.comments[index] = { ...comment, lastLine: Math.max(comment.line, line - 1) };
    return false;
  });
}
function add2(reading, { line }, guard) {
  const reason = oneLine(guard.reason.replace(/^[\s:;,.\u2014\u2013-]+/, ""));
  const identity = [guard.mechanism, [...guard.rules].sort().join(" "), reason.replace(/\s+/g, " ")].join("\0");
  reading.comments.push({ isRange: false, ...guard, reason, line, identity });
}
function complain(reading, { index }, id, message3) {
  const location = { uri: reading.source.uri, region: regionOf(reading.starts, index, index) };
  reading.notifications.push({ level: "warning", id, message: message3, location });
}

// src/scan/suppressions/guards.ts
import { createHash as createHash3 } from "node:crypto";
function guardsOf(source, comments) {
  const starts = lineStarts(source.text);
  const textOf2 = remembered((line) => comparable(source.text.slice(starts[line - 1], starts[line])));
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
      for (const line of linesOf3(comment, starts.length)) counts.set(textOf2(line), (counts.get(textOf2(line)) ?? 0) + 1);
    }
    return counts;
  });
  let texts;
  return {
    has(lineText) {
      texts ??= new Set(starts.map((_, index) => textOf2(index + 1)));
      return texts.has(lineText);
    },
    over: (line) => [
      ...byLine.get(line) ?? [],
      ...ranges.filter(({ firstLine, lastLine }) => firstLine <= line && line <= lastLine)
    ],
    count: (identity, lineText) => countsOf(identity).get(lineText) ?? 0,
    textOf: textOf2
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
  const text2 = line.replace(/\s+/g, " ").trim();
  return text2.length <= LONGEST_TEXT ? text2 : createHash3("sha256").update(text2).digest("hex");
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
  if (!mentionsSuppression(head.text)) return NONE3;
  const { comments, notifications } = commentsIn(head, ruleIds);
  if (comments.length === 0) return { ...NONE3, notifications };
  const guards = guardsOf(head, comments);
  const before = against?.base && guardsOf(against.base, commentsIn(against.base, ruleIds).comments);
  const counts = (comment, line) => against?.counts !== "base" || stood(guards, before, comment, guards.textOf(line));
  const isOld = (line) => against?.counts !== "base" || (before?.has(guards.textOf(line)) ?? false);
  return {
    suppressionFor(ruleId, lines, extent = lines) {
      const found2 = lines.map(
        (line) => guards.over(line).find((comment) => covers(comment, ruleId) && counts(comment, line))
      );
      return found2[0] && found2.every((comment) => comment) && extent.every(isOld) ? suppressionBy(found2[0]) : void 0;
    },
    added: against ? addedComments(head.uri, comments, guards, before, against.counts) : [],
    notifications
  };
}
var NONE3 = { suppressionFor: () => void 0, added: [], notifications: [] };
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
  const lines = added.slice(0, MOST_LISTED).map(({ line, mechanism, rules: rules2, reason }) => {
    const about = mechanism === "keylatch:ignore" || mechanism.startsWith("secretlint") ? ` ${rules2.join(", ")}` : "";
    return oneLine(`${uri}:${line}: ${what}: ${mechanism}${about}${reason ? ` -- ${reason}` : ""}`);
  });
  return added.length > MOST_LISTED ? [...lines, `${uri}: ${added.length - MOST_LISTED} more comments added`] : lines;
}
function guardedLine({ isRange, line, lastLine }) {
  return isRange ? line : lastLine;
}

// src/scan/undecided.ts
var MOST_NAMED2 = 3;
function undecidedTogether(notifications) {
  const open2 = notifications.filter(({ undecided: undecided2 }) => undecided2 !== void 0);
  if (open2.length === 0) return [...notifications];
  const byPlace2 = new Map(open2.map((one) => [`${one.location?.uri} ${one.undecided.what}`, one]));
  const named2 = [...byPlace2.values()].slice(0, MOST_NAMED2).map(({ location, undecided: undecided2 }) => `${undecided2.what} in ${location?.uri}`);
  const more = byPlace2.size - named2.length;
  const files = new Set(open2.map(({ location }) => location?.uri)).size;
  const is = byPlace2.size === 1 ? "1 setting is" : `${byPlace2.size} settings are`;
  const together2 = {
    level: "note",
    id: "undecided-habit",
    message: `${is} not known from the code, so habits are not judged by ${byPlace2.size === 1 ? "it" : "them"}: ${named2.join("; ")}${more > 0 ? `; and ${more} more` : ""}`,
    ...files > 1 && { files },
    undecidedRules: [...new Set(open2.map(({ undecided: undecided2 }) => undecided2.rule))].sort()
  };
  return [...notifications.filter(({ undecided: undecided2 }) => undecided2 === void 0), together2];
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
  const all = `${count2(blocking.length, kind(scope))} at or above ${failOn}${spread(blocking)}`;
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
      `${count2(messages, "secret")} in ${messages === 1 ? "a message of a commit or tag" : "messages of commits or tags"}`
    ] : [],
    ...secrets > 0 ? [`${count2(secrets, "secret")} that only the history still holds`] : [],
    ...others > 0 ? [`${count2(others, "finding")} that only the history still holds`] : []
  ];
}
function passReason(evidence) {
  const { findings, failOn, scope } = evidence;
  const open2 = findings.filter(({ state, suppression }) => state === "new" && !suppression);
  const unsure = open2.filter((finding) => isHeavy(finding, evidence)).length;
  const suppressed = findings.filter(({ state, suppression }) => state === "new" && suppression).length;
  const existing = findings.filter(({ state }) => state === "existing").length;
  const asides = [
    ...open2.length > unsure && failOn !== "never" ? [`${open2.length - unsure} below`] : [],
    ...unsure > 0 ? [`${unsure} not sure enough`] : [],
    ...suppressed > 0 ? [`${suppressed} suppressed`] : [],
    ...existing > 0 ? [`${existing} already at the base`] : []
  ];
  const aside = asides.length > 0 ? ` (${asides.join(", ")})` : "";
  if (open2.length === 0) return `no ${kind(scope)}s${aside}`;
  if (failOn === "never") return `${count2(open2.length, kind(scope))}, reported only: fail-on is never${aside}`;
  return `no ${kind(scope)} at or above ${failOn}${aside}`;
}
function unread({ unscanned, findings }) {
  const partly = new Set(findings.flatMap(({ properties, location }) => properties.limit ? [location.uri] : [])).size;
  const parts = [
    ...unscanned === 0 ? [] : [`${count2(unscanned, "file")} could not be scanned`],
    ...partly === 0 ? [] : [`${count2(partly, "file")} could not be judged whole`]
  ];
  return parts.map((part2) => `; ${part2}`).join("");
}
function kind(scope) {
  return scope === "change" ? "new finding" : "finding";
}
function spread(findings) {
  if (findings.length === 1) return "";
  const parts = SEVERITIES.flatMap((severity) => {
    const number2 = findings.filter((finding) => finding.severity === severity).length;
    return number2 > 0 ? [`${number2} ${severity}`] : [];
  });
  return ` (${parts.join(", ")})`;
}
function count2(number2, noun) {
  return `${number2} ${noun}${number2 === 1 ? "" : "s"}`;
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
var KEY3 = 20;
function scrubbed(secrets, report) {
  if (secrets.length === 0) return report;
  const scrub = scrubber(secrets);
  const scrubKeys = scrubber(secrets.filter((secret) => secret.length >= KEY3));
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
  const { config, failOn, failOnConfidence, today, rules: rules2 } = judging;
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
    notifications: undecidedTogether(
      unique([
        ...outcome.notifications,
        ...expiredAllows(config, today),
        ...stale,
        ...judging.scope === "change" || judging.isPart ? [] : unusedAllows(allowsFor(config, judging.scope), findings, today),
        ...silenced.notifications
      ])
    ),
    permissionChanges: outcome.permissionChanges,
    policyChanges: [...judging.policyChanges, ...silenced.added],
    rules: rules2.map(({ meta }) => meta),
    stats: outcome.stats,
    date: today,
    ...judging.repository ? { repository: judging.repository } : {}
  });
}
function allowsFor(config, scope) {
  const isOfAccount = ({ path: path2 }) => path2 !== void 0 && isAccountPlace(path2);
  return { ...config, allow: config.allow.filter((entry) => isOfAccount(entry) === (scope === "account")) };
}
function silence(findings, judging) {
  const { config, baseline, rules: rules2, today } = judging;
  const ruleIds = new Set(rules2.map(({ meta }) => meta.id));
  const allowed2 = allowances(config, today);
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
    const { formerFingerprint: _former, partFingerprints: _parts, ...present } = finding;
    const listed2 = allowed2(present) ?? known(present);
    const formerly = listed2 ? void 0 : allowed2(finding) ?? known(finding);
    if (formerly && finding.formerFingerprint !== void 0) outdated.add(finding.fingerprint);
    const vouched = judging.scope !== "change" || finding.state === "existing" ? formerly : void 0;
    const suppression = comment ?? listed2 ?? vouched ?? otherScanners.suppressionFor(finding, source, stood2) ?? dismissalOf(finding, judging);
    if (suppression) return { ...finding, suppression };
    const wasAllowed = finding.state === "existing" && allowed2({ ...finding, location: at(finding, judging.oldPathOf) });
    return wasAllowed ? { ...finding, state: "new" } : finding;
  });
  if (outdated.size > 0) notifications.push(outdatedFingerprints(outdated.size));
  for (const path2 of judging.changedPaths) commentsOf(path2);
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
function outdatedFingerprints(count3) {
  const entries = count3 === 1 ? "1 allow or baseline entry holds" : `${count3} allow or baseline entries hold`;
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
import { createHash as createHash4 } from "node:crypto";
var DEEPEST2 = 5;
var MOST_FILES = 20;
async function configFiles(reader, own2, open2, read = () => void 0) {
  const files = [];
  for (const extended2 of reader.settings.extends ?? []) await add3(extended2, "extends", open2, []);
  if (own2) await addFile(own2, open2, [own2.uri]);
  return files.length === 0 ? void 0 : files;
  async function add3(extended2, place2, from, above) {
    const name = extendedName(extended2);
    if (above.includes(name)) throw new Problem(`${place2}: ${[...above, name].join(" extends ")}: that has no end`);
    if (above.length >= DEEPEST2 || files.length >= MOST_FILES) {
      throw new Problem(`${place2}: ${name} is one too many: at most ${DEEPEST2} deep, and ${MOST_FILES} in all`);
    }
    if (extended2.kind === "preset") {
      files.push({ uri: name, settings: { preset: extended2.name }, places: /* @__PURE__ */ new Map() });
      return;
    }
    const opened = extended2.kind === "github" ? await fetched2(reader, extended2, place2) : await from(extended2.path);
    if (opened === "unread") {
      files.push({ uri: name, settings: {}, places: /* @__PURE__ */ new Map(), unread: true });
      return;
    }
    if (!opened) throw new Problem(`${place2}: ${name} does not exist`);
    const inside = extended2.kind === "github" ? (path2) => besideRemote(reader, { ...extended2, path: path2 }, place2) : from;
    await addFile({ ...opened, uri: name }, inside, [...above, name]);
  }
  async function addFile(source, from, above) {
    for (const { extended: extended2, line, column } of extendsIn(source)) {
      await add3(extended2, `${source.uri}:${line}:${column}`, from, above);
    }
    const described2 = files.flatMap(({ settings }) => (settings.patterns ?? []).map(({ id }) => id));
    const idsFrom = (patternsFrom) => readOwnPatterns({ patterns: [], patternsFrom, uri: source.uri }, read).patterns.map(({ id }) => id);
    const file = readConfigFile(source, /* @__PURE__ */ new Set([...reader.ruleIds, ...described2]), idsFrom);
    const place2 = file.places.get("patterns-from");
    if (place2 && source.uri.startsWith("github:")) {
      throw new Problem(
        `${source.uri}:${place2.line}:${place2.column}: patterns-from names files of the repository; write patterns here`
      );
    }
    files.push(file);
  }
}
function configOf({ rules: rules2 }, files) {
  requireLocks(files, rules2);
  return joinConfigs(files);
}
function isWhole(files) {
  return files.every(({ unread: unread2 }) => !unread2);
}
async function fetched2(reader, wanted, place2) {
  const name = extendedName(wanted);
  const known = reader.remote.get(name);
  if (known !== void 0) return { uri: name, text: known };
  if (reader.onlyKnown) return "unread";
  const fetch = reader.settings.remoteConfig;
  if (!fetch) throw new Problem(`${place2}: ${name} is in another repository, and there is no token to read it with`);
  try {
    const text2 = await fetch(wanted);
    reader.remote.set(name, text2);
    return { uri: name, text: text2 };
  } catch (error) {
    if (error instanceof Problem) throw new Problem(`${place2}: ${error.message}`);
    throw error;
  }
}
async function besideRemote(reader, wanted, place2) {
  const found2 = await fetched2(reader, wanted, place2);
  return found2 === "unread" ? void 0 : found2;
}
function remoteTold({ remote }) {
  return [...remote].map(([name, text2]) => ({
    level: "note",
    id: "config-extends",
    message: `The configuration builds on ${name}, of SHA-256 ${createHash4("sha256").update(text2).digest("hex")}.`
  }));
}

// src/run/scan-policy.ts
async function readPolicy(settings, head, base, rules2) {
  const metas = rules2.map(({ meta }) => meta);
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
  const isMissing = (path2) => path2 !== void 0 && !trees.some((tree) => tree.has(path2));
  if (isMissing(config)) {
    throw new Problem(`the input config: ${config} does not exist; write its path from the root of the repository`);
  }
  if (isMissing(baseline)) throw new Problem(`the input baseline: ${baseline} does not exist; ${MAKE_BASELINE}`);
}
var MAKE_BASELINE = "make it with: keylatch baseline";
function otherScannersIn(tree, config) {
  return [.../* @__PURE__ */ new Set([...NEIGHBOUR_PATHS, ...config?.patternsFrom ?? []])].flatMap((path2) => tree.read(path2) ?? []);
}
function readerOf({ policyFrom, root }, tree) {
  return (path2) => {
    const source = tree.read(path2);
    const text2 = source || policyFrom !== "disk" ? void 0 : readTextFile(resolve(root, path2));
    return text2 === void 0 ? source : { uri: path2, text: text2 };
  };
}
async function readConfigFiles(reader, tree) {
  const { config, policyFrom, root } = reader.settings;
  const isOnDisk = config !== void 0 && policyFrom === "disk";
  const own2 = isOnDisk ? onDisk(root, config, "configuration") : (config ? [config] : CONFIG_PATHS).map((path2) => readDeciding(tree, path2)).find((found2) => found2);
  const open2 = (path2) => isOnDisk ? onDisk(root, path2, "configuration") : readDeciding(tree, path2);
  return await configFiles(reader, own2, open2, readerOf(reader.settings, tree));
}
async function configurationTree({ root, env }) {
  const repository = await openRepository(root, env);
  const folder = repository?.workTree ?? root;
  const read = (path2) => {
    const text2 = readTextFile(`${folder}/${path2}`);
    return text2 === void 0 ? void 0 : { uri: path2, text: text2 };
  };
  return { paths: [], has: (path2) => read(path2) !== void 0, read };
}
function readBaseline({ settings }, tree, config) {
  const { baseline, policyFrom, root } = settings;
  if (settings.withoutBaseline) return void 0;
  if (baseline && policyFrom === "disk") return parseBaseline(onDisk(root, baseline, "baseline"));
  const path2 = baseline ?? config?.baseline;
  if (path2 === void 0) return void 0;
  const source = readDeciding(tree, path2) ?? readerOf(settings, tree)(path2);
  if (!source && !baseline) throw new Problem(`${config?.uri}: ${path2} does not exist; ${MAKE_BASELINE}`);
  return source && parseBaseline(source);
}
function readDeciding(tree, path2) {
  const source = tree.read(path2);
  if (!source && tree.paths.includes(path2)) throw new Problem(`${path2} decides about the scan and ${UNREAD}`);
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
function onDisk(root, path2, what) {
  const text2 = readTextFile(resolve(root, path2));
  if (text2 === void 0) throw new Problem(`${path2}: the ${what} file cannot be read; does it exist?`);
  return { uri: path2, text: text2 };
}

export {
  POLICY_CHECKS,
  isOfDocumentation,
  pathFrom,
  folderOf,
  nameOf3 as nameOf,
  isNameless,
  categoriesOf2 as categoriesOf,
  newCategories,
  categoryWords,
  notableActions,
  webIdentities,
  rules,
  compileFinder,
  Minimatch,
  maskSpans,
  candidatesOf,
  findingsOf,
  secretsOf,
  ruleTable,
  textNode,
  check,
  ignoredPaths,
  checkPatterns,
  isOff2 as isOff,
  severityOf3 as severityOf,
  namesRule,
  ruleFault,
  idleAllows,
  withoutAllows,
  CONFIG_PATHS,
  extendsGiven,
  explainConfig,
  explainedYaml,
  parseConfig,
  readRuleFile,
  rulesOfPatterns,
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
  policyPathsOf,
  configurationTree
};
