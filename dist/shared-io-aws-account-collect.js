import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  AwsApi,
  DEFAULT_LIMITS,
  Inquiry,
  arnOf,
  deadlineOf,
  documentOf,
  identityRecords,
  inParallel,
  listOf,
  wordsOf
} from "./shared-io-aws-account-identity.js";
import {
  CONTROL_POLICY
} from "./shared-core-address-blocks.js";

// src/io/aws/account/buckets.ts
async function bucketRecords(inquiry, place) {
  const [block, pages] = await Promise.all([
    inquiry.ask("s3control:GetPublicAccessBlock", {}, place.home, ["NoSuchPublicAccessBlockConfiguration"]),
    inquiry.all("s3:ListBuckets", { "max-buckets": "1000" }, place.home)
  ]);
  const buckets = (pages ?? []).flatMap(({ Buckets }) => listOf(Buckets?.Bucket));
  return [
    ...block ? [
      {
        type: "aws_s3_account_public_access_block",
        arn: arnOf(place, "s3", "public-access-block"),
        data: blockOf(block)
      }
    ] : [],
    ...await inParallel(buckets, (bucket) => bucketRecord(inquiry, bucket, place))
  ];
}
async function bucketRecord(inquiry, bucket, place) {
  const name = String(bucket.Name);
  const region = bucket.BucketRegion ? String(bucket.BucketRegion) : place.home;
  const of = { Bucket: name };
  const [policy, isPublic, block, acl] = await Promise.all([
    inquiry.ask("s3:GetBucketPolicy", of, region, ["NoSuchBucketPolicy"]),
    isPublicBucket(inquiry, name, region),
    inquiry.ask("s3:GetPublicAccessBlock", of, region, ["NoSuchPublicAccessBlockConfiguration"]),
    inquiry.ask("s3:GetBucketAcl", of, region)
  ]);
  const data = { bucket: name, Region: region };
  if (policy?.Statement) data.Policy = policy;
  if (isPublic !== void 0) data.PolicyIsPublic = isPublic;
  if (block && Object.keys(block).length > 0) data.PublicAccessBlock = { bucket: name, ...blockOf(block) };
  const grants = grantsOf(acl);
  if (grants.length > 0) data.Acl = { bucket: name, access_control_policy: { grant: grants } };
  return { type: "aws_account_bucket", arn: `arn:${place.partition}:s3:::${name}`, data };
}
async function isPublicBucket(inquiry, name, region) {
  if (name === "") return void 0;
  const answer = await inquiry.ask("s3:GetBucketPolicyStatus", { Bucket: name }, region, ["NoSuchBucketPolicy"]);
  return answer && /^true$/i.test(String(answer.IsPublic));
}
var BLOCKS = [
  ["BlockPublicAcls", "block_public_acls"],
  ["IgnorePublicAcls", "ignore_public_acls"],
  ["BlockPublicPolicy", "block_public_policy"],
  ["RestrictPublicBuckets", "restrict_public_buckets"]
];
function blockOf(answer) {
  return Object.fromEntries(BLOCKS.map(([name, spelled]) => [spelled, String(answer[name]) === "true"]));
}
function grantsOf(acl) {
  const list = acl?.AccessControlList?.Grant;
  return listOf(list).flatMap(({ Grantee, Permission }) => {
    const uri = Grantee?.URI;
    return uri ? [{ permission: Permission ?? "", grantee: { uri } }] : [];
  });
}

// src/io/aws/account/organization.ts
var TYPES = ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"];
var DEEPEST = 7;
async function controlPolicyRecords(inquiry, { account }) {
  const organization = await inquiry.ask("organizations:DescribeOrganization");
  if (!organization || listOf(organization.Organization)[0]?.MasterAccountId === account) return [];
  const targets = await targetsOf(inquiry, account);
  if (!targets) return [];
  const attached = await inParallel(
    targets.flatMap((target) => TYPES.map((type) => ({ target, type }))),
    async ({ target, type }) => {
      const pages = await inquiry.all("organizations:ListPoliciesForTarget", { TargetId: target, Filter: type });
      return (pages ?? []).flatMap(({ Policies }) => listOf(Policies)).map((policy) => ({ policy, target, type }));
    }
  );
  const byArn = /* @__PURE__ */ new Map();
  for (const { policy, target, type } of attached.flat()) {
    const arn = String(policy.Arn);
    const known = byArn.get(arn);
    if (known) known.targets.push(target);
    else byArn.set(arn, { id: String(policy.Id), name: String(policy.Name), type, targets: [target] });
  }
  const records2 = await inParallel([...byArn], async ([arn, { id, name, type, targets: on }]) => {
    const answer = await inquiry.ask("organizations:DescribePolicy", { PolicyId: id });
    const content = listOf(answer?.Policy)[0]?.Content;
    if (content === void 0) return [];
    return [{ type: CONTROL_POLICY, arn, data: { Name: name, Type: type, Targets: on, Policy: documentOf(content) } }];
  });
  return records2.flat();
}
async function targetsOf(inquiry, account) {
  const targets = [account];
  for (let child = account; targets.length < DEEPEST; child = targets.at(-1)) {
    const pages = await inquiry.all("organizations:ListParents", { ChildId: child });
    if (!pages) return void 0;
    const [parent] = pages.flatMap(({ Parents }) => listOf(Parents));
    if (!parent) break;
    targets.push(String(parent.Id));
    if (parent.Type === "ROOT") break;
  }
  return targets;
}

// src/io/aws/account/regional.ts
var SWITCHES = [
  { type: "aws_account_guardduty", service: "guardduty", what: "detector", look: hasDetector },
  { type: "aws_account_access_analyzer", service: "access-analyzer", what: "analyzer", look: hasAnalyzer },
  { type: "aws_account_config", service: "config", what: "recorder", look: records },
  { type: "aws_account_security_hub", service: "securityhub", what: "hub", look: hasHub },
  { type: "aws_account_ebs_encryption", service: "ec2", what: "ebs-encryption-by-default", look: encrypts },
  { type: "aws_account_instance_metadata", service: "ec2", what: "instance-metadata-defaults", look: asksForTokens }
];
async function switchRecords(inquiry, place) {
  const records2 = await inParallel(SWITCHES, async ({ type, service, what, look }) => {
    const looks = await inParallel(place.regions, async (region) => ({ region, ...await look(inquiry, region) }));
    const where = (wanted) => looks.filter(({ on }) => on === wanted).map(({ region }) => region);
    const details = looks.flatMap(({ region, detail }) => detail ? [{ region, ...detail }] : []);
    const data = { On: where(true), Off: where(false), NotKnown: where(void 0) };
    if (details.length > 0) data.Details = details;
    return { type, arn: arnOf(place, service, what), data };
  });
  return records2.filter(({ data }) => data.NotKnown.length < place.regions.length);
}
async function hasDetector(inquiry, region) {
  const pages = await inquiry.all("guardduty:ListDetectors", {}, region);
  const [id] = pages?.flatMap(({ detectorIds }) => Array.isArray(detectorIds) ? detectorIds : []) ?? [];
  if (!pages) return { on: void 0 };
  if (id === void 0) return { on: false };
  const detector = await inquiry.ask("guardduty:GetDetector", { DetectorId: String(id) }, region);
  return { on: detector ? detector.status === "ENABLED" : true };
}
async function hasAnalyzer(inquiry, region) {
  const pages = await inquiry.all("access-analyzer:ListAnalyzers", {}, region);
  const analyzers = pages?.flatMap(({ analyzers: analyzers2 }) => listOf(analyzers2));
  return { on: analyzers?.some(({ type, status }) => status === "ACTIVE" && !/UNUSED|INTERNAL/.test(String(type))) };
}
async function records(inquiry, region) {
  const answer = await inquiry.ask("config:DescribeConfigurationRecorderStatus", {}, region);
  return { on: answer && listOf(answer.ConfigurationRecordersStatus).some(({ recording }) => recording === true) };
}
async function hasHub(inquiry, region) {
  const answer = await inquiry.ask("securityhub:DescribeHub", {}, region, ["InvalidAccess", "ResourceNotFound"]);
  return { on: answer && answer.HubArn !== void 0 };
}
async function encrypts(inquiry, region) {
  const answer = await inquiry.ask("ec2:GetEbsEncryptionByDefault", {}, region);
  if (!answer) return { on: void 0 };
  const on = String(answer.ebsEncryptionByDefault) === "true";
  const key = on ? await inquiry.ask("ec2:GetEbsDefaultKmsKeyId", {}, region) : void 0;
  return { on, ...key?.kmsKeyId ? { detail: { KmsKeyId: key.kmsKeyId } } : {} };
}
async function asksForTokens(inquiry, region) {
  const answer = await inquiry.ask("ec2:GetInstanceMetadataDefaults", {}, region);
  return { on: answer && answer.accountLevel?.httpTokens === "required" };
}
async function publicRecords(inquiry, place) {
  const found = await inParallel(place.regions, async (region) => {
    const [images, snapshots, databases] = await Promise.all([
      inquiry.all("ec2:DescribeImages", { Owner: ["self"], Filter: [{ Name: "is-public", Value: ["true"] }] }, region),
      inquiry.all("ec2:DescribeSnapshots", { Owner: ["self"], RestorableBy: ["all"] }, region),
      publicDatabases(inquiry, region)
    ]);
    const { partition } = place;
    return [
      ...(images ?? []).flatMap(
        ({ imagesSet }) => listOf(imagesSet).map(({ imageId, name }) => ({
          type: "aws_ami_launch_permission",
          arn: `arn:${partition}:ec2:${region}::image/${imageId}`,
          data: { image_id: imageId ?? "", name: name ?? "", group: "all" }
        }))
      ),
      ...(snapshots ?? []).flatMap(
        ({ snapshotSet }) => listOf(snapshotSet).map(({ snapshotId, volumeId }) => ({
          type: "aws_snapshot_create_volume_permission",
          arn: `arn:${partition}:ec2:${region}::snapshot/${snapshotId}`,
          data: { snapshot_id: snapshotId ?? "", volume_id: volumeId ?? "", group: "all" }
        }))
      ),
      ...databases
    ];
  });
  return found.flat();
}
async function publicDatabases(inquiry, region) {
  const pages = await inquiry.all("rds:DescribeDBSnapshots", { SnapshotType: "manual" }, region);
  const snapshots = pages?.flatMap(({ DBSnapshots }) => listOf(flat(DBSnapshots, "DBSnapshot"))) ?? [];
  const found = await inParallel(snapshots, async ({ DBSnapshotIdentifier = "", DBSnapshotArn = "" }) => {
    const answer = await inquiry.ask("rds:DescribeDBSnapshotAttributes", { DBSnapshotIdentifier }, region);
    const result = answer?.DBSnapshotAttributesResult;
    const attributes = listOf(flat(result?.DBSnapshotAttributes, "DBSnapshotAttribute"));
    const isPublic = attributes.some(
      ({ AttributeName, AttributeValues }) => AttributeName === "restore" && JSON.stringify(AttributeValues ?? "").includes('"all"')
    );
    const data = { db_snapshot_identifier: DBSnapshotIdentifier, shared_accounts: ["all"] };
    return isPublic ? [{ type: "aws_db_snapshot", arn: String(DBSnapshotArn), data }] : [];
  });
  return found.flat();
}
function flat(list, item) {
  return typeof list === "object" && list !== null && !Array.isArray(list) ? list[item] : list;
}
async function enabledRegions(inquiry) {
  const name = "ec2:DescribeRegions";
  const answer = await inquiry.ask(name);
  return answer && listOf(answer.regionInfo).map(({ regionName }) => String(regionName)).sort();
}

// src/io/aws/account/resource-policies.ts
var listed = (value) => Array.isArray(value) ? value : value === void 0 || value === "" ? [] : [value];
var field = (item, name) => item[name] ?? "";
var SOURCES = [
  {
    list: "kms:ListKeys",
    items: ({ Keys }) => listed(Keys),
    ask: "kms:GetKeyPolicy",
    about: (key) => ({ KeyId: field(key, "KeyId"), PolicyName: "default" }),
    policy: ({ Policy }) => Policy,
    arn: (key) => String(field(key, "KeyArn"))
  },
  {
    list: "sqs:ListQueues",
    items: ({ QueueUrls }) => listed(QueueUrls),
    ask: "sqs:GetQueueAttributes",
    about: (url) => ({ QueueUrl: url, AttributeNames: ["Policy"] }),
    policy: ({ Attributes }) => Attributes?.Policy,
    arn: (url, region, place) => arnOf(place, "sqs", String(url).replace(/^.*\//, ""), region)
  },
  {
    list: "sns:ListTopics",
    items: ({ Topics }) => listed(Topics),
    ask: "sns:GetTopicAttributes",
    about: (topic) => ({ TopicArn: field(topic, "TopicArn") }),
    policy: ({ Attributes }) => Attributes?.Policy,
    arn: (topic) => String(field(topic, "TopicArn"))
  },
  {
    list: "lambda:ListFunctions",
    items: ({ Functions }) => listed(Functions),
    ask: "lambda:GetPolicy",
    about: (function_) => ({ FunctionName: field(function_, "FunctionName") }),
    policy: ({ Policy }) => Policy,
    arn: (function_) => String(field(function_, "FunctionArn"))
  },
  {
    list: "secretsmanager:ListSecrets",
    items: ({ SecretList }) => listed(SecretList),
    ask: "secretsmanager:GetResourcePolicy",
    about: (secret) => ({ SecretId: field(secret, "ARN") }),
    policy: ({ ResourcePolicy }) => ResourcePolicy,
    arn: (secret) => String(field(secret, "ARN"))
  }
];
var NONE = ["ResourceNotFound", "ResourceNotFoundException", "NotFound", "NoSuchEntity"];
async function resourcePolicyRecords(inquiry, place) {
  const wanted = place.regions.flatMap((region) => SOURCES.map((source) => ({ region, source })));
  return (await inParallel(wanted, ({ region, source }) => recordsOf(inquiry, place, region, source))).flat();
}
async function recordsOf(inquiry, place, region, { list, items, ask, about, policy, arn }) {
  const pages = await inquiry.all(list, {}, region) ?? [];
  const found = await inParallel(pages.flatMap(items), async (item) => {
    const answer = await inquiry.ask(ask, about(item), region, NONE);
    const document = policy(answer ?? {});
    if (!document) return [];
    const itself = arn(item, region, place);
    return [{ type: "aws_account_resource", arn: itself, data: { Policy: documentOf(document) } }];
  });
  return found.flat();
}

// src/io/aws/account/trails.ts
async function trailRecords(inquiry, place) {
  const trails = await everyTrail(inquiry, place);
  if (!trails) return [];
  const records2 = await inParallel(trails, (trail) => trailRecord(inquiry, trail));
  const whole = records2.filter(({ data }) => isOn(data.IsMultiRegionTrail) && data.EnableLogging !== false);
  return [
    ...records2,
    {
      type: "aws_account_trails",
      arn: arnOf(place, "cloudtrail", "trail"),
      data: { Trails: records2.map(({ arn }) => arn), OfAllRegions: whole.map(({ arn }) => arn) }
    },
    ...await rootAlarm(inquiry, place, trails)
  ];
}
async function everyTrail(inquiry, { regions }) {
  const answers = await inParallel(
    regions,
    (region) => inquiry.ask("cloudtrail:DescribeTrails", { includeShadowTrails: true }, region)
  );
  const found = /* @__PURE__ */ new Map();
  for (const answer of answers) for (const trail of listOf(answer?.trailList)) found.set(String(trail.TrailARN), trail);
  return answers.some((answer) => answer) ? [...found.values()] : void 0;
}
async function trailRecord(inquiry, trail) {
  const { TrailARN = "", HomeRegion = "", S3BucketName = "" } = trail;
  const [status, isPublic] = await Promise.all([
    inquiry.ask("cloudtrail:GetTrailStatus", { Name: TrailARN }, String(HomeRegion)),
    isPublicBucket(inquiry, String(S3BucketName), String(HomeRegion))
  ]);
  const data = {
    Name: trail.Name ?? "",
    HomeRegion,
    IsMultiRegionTrail: isOn(trail.IsMultiRegionTrail),
    IncludeGlobalServiceEvents: isOn(trail.IncludeGlobalServiceEvents),
    EnableLogFileValidation: isOn(trail.LogFileValidationEnabled),
    S3BucketName
  };
  if (status) data.EnableLogging = isOn(status.IsLogging);
  if (isPublic !== void 0) data.BucketIsPublic = isPublic;
  if (trail.SnsTopicARN) data.SnsTopicName = trail.SnsTopicARN;
  if (isOn(trail.HasCustomEventSelectors)) data.HasCustomEventSelectors = true;
  if (trail.KmsKeyId) data.KmsKeyId = trail.KmsKeyId;
  if (trail.CloudWatchLogsLogGroupArn) data.CloudWatchLogsGroupArn = trail.CloudWatchLogsLogGroupArn;
  return { type: "aws_cloudtrail", arn: String(TrailARN), data };
}
async function rootAlarm(inquiry, place, trails) {
  const logs = trails.flatMap(({ CloudWatchLogsLogGroupArn, HomeRegion }) => {
    const [, , , region = String(HomeRegion), , , group] = String(CloudWatchLogsLogGroupArn ?? "").split(":");
    return group ? [{ region, group }] : [];
  });
  const [filters, rules] = await Promise.all([
    inParallel(logs, (log) => alarmsOfFilters(inquiry, log)),
    inParallel(place.regions, (region) => inquiry.all("events:ListRules", {}, region))
  ]);
  const listening = rules.flatMap(
    (pages) => (pages ?? []).flatMap(({ Rules }) => listOf(Rules)).filter(isAboutRoot).map(({ Arn }) => String(Arn))
  );
  const alarms = [...filters.flatMap((found) => found ?? []), ...listening];
  const unanswered = filters.some((found) => found === void 0) || rules.every((pages) => pages === void 0);
  if (alarms.length === 0 && unanswered) return [];
  return [{ type: "aws_account_root_alarm", arn: arnOf(place, "cloudwatch", "alarm"), data: { Alarms: alarms } }];
}
async function alarmsOfFilters(inquiry, { region, group }) {
  const pages = await inquiry.all("logs:DescribeMetricFilters", { logGroupName: group }, region);
  const metrics = pages?.flatMap(({ metricFilters }) => listOf(metricFilters)).filter(({ filterPattern }) => isRootPattern(String(filterPattern))).flatMap(({ metricTransformations }) => listOf(metricTransformations)).map(({ metricName, metricNamespace }) => `${metricNamespace} ${metricName}`);
  if (!metrics || metrics.length === 0) return metrics;
  const alarms = await inquiry.all("cloudwatch:DescribeAlarms", { AlarmTypes: ["MetricAlarm"] }, region);
  return alarms?.flatMap(({ MetricAlarms }) => listOf(MetricAlarms)).filter((alarm) => metrics.includes(`${alarm.Namespace} ${alarm.MetricName}`) && hasAction(alarm)).map(({ AlarmArn }) => String(AlarmArn));
}
var hasAction = ({ AlarmActions, ActionsEnabled }) => Array.isArray(AlarmActions) && AlarmActions.length > 0 && String(ActionsEnabled) !== "false";
var isAboutRoot = ({ EventPattern, State }) => State !== "DISABLED" && /"Root"/.test(String(EventPattern ?? ""));
var isRootPattern = (pattern) => /userIdentity\.type\s*=\s*"?Root\b/.test(pattern);
var isOn = (value) => String(value) === "true";

// src/io/aws/account/collect.ts
var LIMITS = {
  ...DEFAULT_LIMITS,
  attempts: 10,
  deadline: 30 * 6e4,
  request: 6e4,
  firstWait: 500,
  longestWait: 2e4
};
async function collectAccount(session, options) {
  const limits = { ...LIMITS, ...options.limits };
  const api = new AwsApi(session, limits, deadlineOf(limits));
  const inquiry = new Inquiry(api);
  const { accountId: account, partition, region: home } = session;
  const takenAt = options.now.toISOString();
  const aliases = inquiry.ask("iam:ListAccountAliases");
  const regions = options.regions ?? await enabledRegions(inquiry) ?? [home];
  const place = { account, partition, home, regions };
  const parts = await Promise.all([
    identityRecords(inquiry, place, takenAt),
    switchRecords(inquiry, place),
    trailRecords(inquiry, place),
    publicRecords(inquiry, place),
    bucketRecords(inquiry, place),
    resourcePolicyRecords(inquiry, place),
    controlPolicyRecords(inquiry, place)
  ]);
  const [alias] = wordsOf((await aliases)?.AccountAliases);
  return {
    snapshot: {
      account,
      ...alias ? { alias } : {},
      partition,
      takenAt,
      regions,
      missing: inquiry.missing(),
      records: inOrder(parts.flat())
    },
    counts: api.counts
  };
}
function requestsTold({ requests, throttled }) {
  const slowed = throttled > 0 ? `, ${throttled} of them throttled and asked again` : "";
  const message = `The account was asked ${requests} times${slowed}; nothing was changed.`;
  return { level: "note", id: "account-requests", message };
}
function inOrder(records2) {
  const keyOf = ({ type, arn }) => `${type} ${arn}`;
  return [...records2].sort((a, b) => keyOf(a) < keyOf(b) ? -1 : 1);
}

export {
  collectAccount,
  requestsTold
};
