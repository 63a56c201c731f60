import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);

// src/account/calls.ts
var IAM = { kind: "query", version: "2010-05-08" };
var EC2 = { kind: "query", version: "2016-11-15" };
var RDS = { kind: "query", version: "2014-10-31" };
var json = (target, version = "1.1") => ({ kind: "json", target, version });
var get = (path, answers = "json") => ({
  kind: "rest",
  method: "GET",
  path,
  answers
});
var MARKER = ["Marker", "Marker"];
var NEXT = ["NextToken", "NextToken"];
var next = ["nextToken", "nextToken"];
var CLOUDTRAIL = json("com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101");
var ORGANIZATIONS = json("AWSOrganizationsV20161128");
var ACCOUNT_CALLS = [
  {
    name: "iam:GetAccountAuthorizationDetails",
    lost: "nothing is said of users, roles, groups and policies: no grants, no escalation, no trust, no unused roles",
    protocol: IAM,
    pages: MARKER
  },
  {
    name: "iam:GetAccountSummary",
    lost: "nobody looks for keys of root and whether root has MFA",
    protocol: IAM
  },
  {
    name: "iam:GenerateCredentialReport",
    lost: "the credential report is the last one that somebody else asked for, or none",
    protocol: IAM
  },
  {
    name: "iam:GetCredentialReport",
    lost: "nothing is said of console users without MFA, of old, unused and second keys, of unused passwords, of root use",
    protocol: IAM
  },
  { name: "iam:GetAccountPasswordPolicy", lost: "the password policy is not judged", protocol: IAM },
  { name: "iam:ListAccountAliases", lost: "the account is told by its number alone", protocol: IAM },
  {
    name: "iam:ListOpenIDConnectProviders",
    lost: "identity providers (OIDC) are not listed, nor those that no role trusts",
    protocol: IAM
  },
  {
    name: "iam:GetOpenIDConnectProvider",
    lost: "audiences and thumbprints of identity providers are not looked at",
    protocol: IAM
  },
  {
    name: "iam:ListSAMLProviders",
    lost: "SAML providers are not listed, nor those that no role trusts",
    protocol: IAM
  },
  {
    name: "ec2:DescribeRegions",
    lost: "only the region of the session and those of `--regions` are looked at",
    protocol: EC2
  },
  {
    name: "ec2:GetEbsEncryptionByDefault",
    lost: "whether new disks are encrypted by default is not known",
    protocol: EC2
  },
  {
    name: "ec2:GetEbsDefaultKmsKeyId",
    lost: "with whose key new disks are encrypted is not known",
    protocol: EC2
  },
  {
    name: "ec2:GetInstanceMetadataDefaults",
    lost: "whether new machines ask for a token (IMDSv2) by default is not known",
    protocol: EC2
  },
  { name: "ec2:DescribeImages", lost: "public images (AMIs) are not found", protocol: EC2, pages: NEXT },
  { name: "ec2:DescribeSnapshots", lost: "public snapshots of disks are not found", protocol: EC2, pages: NEXT },
  {
    name: "rds:DescribeDBSnapshots",
    lost: "public snapshots of databases are not found",
    protocol: RDS,
    pages: MARKER
  },
  { name: "rds:DescribeDBSnapshotAttributes", lost: "public snapshots of databases are not found", protocol: RDS },
  {
    name: "cloudtrail:DescribeTrails",
    lost: "nothing is said of trails, nor of alarms on root use",
    protocol: CLOUDTRAIL
  },
  { name: "cloudtrail:GetTrailStatus", lost: "whether trails are logging now is not known", protocol: CLOUDTRAIL },
  {
    name: "guardduty:ListDetectors",
    lost: "regions without GuardDuty are not found",
    protocol: get("/detector"),
    pages: next
  },
  {
    name: "guardduty:GetDetector",
    lost: "detectors that are suspended are taken for running ones",
    protocol: get("/detector/{DetectorId}")
  },
  {
    name: "access-analyzer:ListAnalyzers",
    lost: "regions without IAM Access Analyzer are not found",
    protocol: get("/analyzer"),
    pages: next
  },
  {
    name: "config:DescribeConfigurationRecorderStatus",
    lost: "regions in which AWS Config records nothing are not found",
    protocol: json("StarlingDoveService")
  },
  {
    name: "securityhub:DescribeHub",
    lost: "regions without Security Hub are not found",
    protocol: get("/accounts")
  },
  {
    name: "logs:DescribeMetricFilters",
    lost: "alarms on root use that hang on a metric filter are not found",
    protocol: json("Logs_20140328"),
    pages: next
  },
  {
    name: "cloudwatch:DescribeAlarms",
    lost: "whether a metric filter for root use raises an alarm is not known",
    protocol: { kind: "query", version: "2010-08-01" },
    pages: NEXT
  },
  {
    name: "events:ListRules",
    lost: "alarms on root use that hang on a rule of EventBridge are not found",
    protocol: json("AWSEvents"),
    pages: NEXT
  },
  {
    name: "s3control:GetPublicAccessBlock",
    permission: "s3:GetAccountPublicAccessBlock",
    lost: "the public access block of the account is not judged",
    protocol: get("/v20180820/configuration/publicAccessBlock", "xml")
  },
  {
    name: "s3:ListBuckets",
    permission: "s3:ListAllMyBuckets",
    lost: "nothing is said of buckets",
    protocol: get("/", "xml"),
    pages: ["continuation-token", "ContinuationToken"]
  },
  {
    name: "s3:GetBucketPolicyStatus",
    lost: "whether AWS calls the policy of a bucket public is not known, that of the trail\u2019s bucket included",
    protocol: get("/{Bucket}?policyStatus", "xml")
  },
  {
    name: "s3:GetBucketPolicy",
    lost: "policies of buckets are not judged",
    protocol: get("/{Bucket}?policy", "xml")
  },
  {
    name: "s3:GetPublicAccessBlock",
    permission: "s3:GetBucketPublicAccessBlock",
    lost: "buckets with a public access block of their own are taken for open ones",
    protocol: get("/{Bucket}?publicAccessBlock", "xml")
  },
  {
    name: "s3:GetBucketAcl",
    lost: "buckets that an ACL opens are not found",
    protocol: get("/{Bucket}?acl", "xml")
  },
  {
    name: "kms:ListKeys",
    lost: "policies of KMS keys are not judged",
    protocol: json("TrentService"),
    pages: ["Marker", "NextMarker"]
  },
  { name: "kms:GetKeyPolicy", lost: "policies of KMS keys are not judged", protocol: json("TrentService") },
  {
    name: "sqs:ListQueues",
    lost: "policies of queues are not judged",
    protocol: json("AmazonSQS", "1.0"),
    pages: NEXT
  },
  { name: "sqs:GetQueueAttributes", lost: "policies of queues are not judged", protocol: json("AmazonSQS", "1.0") },
  {
    name: "sns:ListTopics",
    lost: "policies of topics are not judged",
    protocol: { kind: "query", version: "2010-03-31" },
    pages: NEXT
  },
  {
    name: "sns:GetTopicAttributes",
    lost: "policies of topics are not judged",
    protocol: { kind: "query", version: "2010-03-31" }
  },
  {
    name: "lambda:ListFunctions",
    lost: "policies of functions are not judged",
    protocol: get("/2015-03-31/functions/"),
    pages: ["Marker", "NextMarker"]
  },
  {
    name: "lambda:GetPolicy",
    lost: "policies of functions are not judged",
    protocol: get("/2015-03-31/functions/{FunctionName}/policy")
  },
  {
    name: "secretsmanager:ListSecrets",
    lost: "policies of secrets are not judged",
    protocol: json("secretsmanager"),
    pages: NEXT
  },
  {
    name: "secretsmanager:GetResourcePolicy",
    lost: "policies of secrets are not judged",
    protocol: json("secretsmanager")
  },
  {
    name: "organizations:DescribeOrganization",
    lost: "whether control policies (SCPs, RCPs) bind the account is not known: they do not bind the management account",
    protocol: ORGANIZATIONS
  },
  {
    name: "organizations:ListParents",
    lost: "control policies (SCPs, RCPs) of the organization are not known; only its management account and delegated administrators may ask",
    protocol: ORGANIZATIONS,
    pages: NEXT
  },
  {
    name: "organizations:ListPoliciesForTarget",
    lost: "control policies (SCPs, RCPs) of the organization are not known",
    protocol: ORGANIZATIONS,
    pages: NEXT
  },
  {
    name: "organizations:DescribePolicy",
    lost: "what control policies (SCPs, RCPs) say is not known",
    protocol: ORGANIZATIONS
  }
];
function permissionOf({ name, permission }) {
  return permission ?? name;
}

export {
  IAM,
  ACCOUNT_CALLS,
  permissionOf
};
