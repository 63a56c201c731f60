import type { Rule } from '../core/rule.ts'

/** A control of AWS Security Hub, with what answers it here. */
export interface Control {
  readonly id: string
  /** The requirement of the CIS AWS Foundations Benchmark 1.4.0 that it checks, where it is one of that. */
  readonly cis?: string
  /** Rules over code, or over a live account (`account/`). */
  readonly rules: readonly string[]
}

/**
 * Security Hub's own ids, as AWS's user guide lists them for its Foundational Security Best Practices and for CIS 1.4.0:
 * https://docs.aws.amazon.com/securityhub/latest/userguide/fsbp-standard.html
 * https://docs.aws.amazon.com/securityhub/latest/userguide/cis-aws-foundations-benchmark.html
 */
const TABLE = `
  APIGateway.1 - audit/access-logs
  APIGateway.3 - audit/tracing
  APIGateway.4 - network/no-web-firewall
  APIGateway.5 - data/unencrypted-results
  APIGateway.8 - network/open-api
  APIGateway.9 - audit/access-logs
  AutoScaling.3 - network/imdsv1
  AutoScaling.4 - network/imdsv1
  Autoscaling.5 - network/public-address
  CloudFront.3 - network/plain-http
  CloudFront.5 - audit/access-logs
  CloudFront.6 - network/no-web-firewall
  CloudFront.7 - network/old-tls
  CloudFront.9 - network/plain-http
  CloudFront.10 - network/old-tls
  CloudTrail.1 3.1 audit/cloudtrail account/no-trail
  CloudTrail.2 3.7 audit/cloudtrail-encryption
  CloudTrail.4 3.2 audit/cloudtrail
  CloudTrail.5 3.4 audit/cloudtrail
  CloudTrail.6 3.3 data/s3-public-acl account/public-trail-bucket
  CloudTrail.7 3.6 audit/access-logs
  CloudWatch.1 1.7 audit/unwatched-events account/no-root-alarm
  CloudWatch.2 4.1 audit/unwatched-events
  CloudWatch.3 4.2 audit/unwatched-events
  CloudWatch.4 4.4 audit/unwatched-events
  CloudWatch.5 4.5 audit/unwatched-events
  CloudWatch.6 4.6 audit/unwatched-events
  CloudWatch.7 4.7 audit/unwatched-events
  CloudWatch.8 4.8 audit/unwatched-events
  CloudWatch.9 4.9 audit/unwatched-events
  CloudWatch.10 4.10 audit/unwatched-events
  CloudWatch.11 4.11 audit/unwatched-events
  CloudWatch.12 4.12 audit/unwatched-events
  CloudWatch.13 4.13 audit/unwatched-events
  CloudWatch.14 4.14 audit/unwatched-events
  CodeBuild.2 - user-data/environment-secret
  CodeBuild.3 - data/unencrypted-results
  CodeBuild.4 - audit/access-logs
  CodeBuild.5 - data/unencrypted-results
  Config.1 3.5 audit/config-recorder account/no-config
  DMS.1 - network/publicly-accessible
  DynamoDB.2 - data/backups
  DynamoDB.3 - data/unencrypted-database
  EC2.2 5.3 network/default-network
  EC2.3 - data/unencrypted-volume
  EC2.6 3.9 audit/flow-logs
  EC2.7 2.2.1 data/unencrypted-volume account/ebs-encryption
  EC2.8 - network/imdsv1 account/instance-metadata
  EC2.9 - network/public-address
  EC2.13 - network/open-ingress
  EC2.14 - network/open-ingress
  EC2.15 - network/public-subnet
  EC2.18 - network/open-ingress
  EC2.19 - network/open-ingress
  EC2.21 5.1 network/open-ingress
  EC2.25 - network/public-address
  ECR.1 - data/ecr-scan
  ECR.2 - data/ecr-mutable-tags
  ECS.1 - container/task-privileges
  ECS.2 - network/public-address
  ECS.3 - container/task-privileges
  ECS.4 - container/task-privileges
  ECS.5 - container/writable-root
  ECS.8 - user-data/environment-secret
  ECS.12 - audit/container-insights
  EFS.1 - data/unencrypted-volume data/aws-owned-key
  EFS.2 - data/backups
  ElastiCache.1 - data/backups
  ElastiCache.2 - data/minor-upgrades
  ElastiCache.4 - data/unencrypted-database
  ElastiCache.5 - data/unencrypted-transit
  ElastiCache.6 - data/unencrypted-transit
  ElastiCache.7 - network/outside-vpc
  ElasticBeanstalk.2 - data/minor-upgrades
  ELB.1 - network/plain-http
  ELB.3 - network/plain-http
  ELB.4 - network/invalid-headers
  ELB.5 - audit/access-logs
  ELB.6 - data/deletion-protection
  ELB.8 - network/old-tls
  ES.1 - data/unencrypted-search
  ES.2 - network/outside-vpc
  ES.3 - data/unencrypted-search
  ES.4 - audit/database-logs
  ES.5 - audit/database-logs
  ES.8 - network/old-tls
  GuardDuty.1 - audit/guardduty account/no-guardduty
  IAM.1 1.16 iam/full-admin
  IAM.2 - iam/policy-on-user
  IAM.3 1.14 account/old-key
  IAM.4 1.4 account/root-keys
  IAM.5 1.10 account/console-without-mfa
  IAM.7 - iam/weak-password-policy
  IAM.8 - account/unused-key account/unused-password
  IAM.9 1.5 account/root-mfa
  IAM.11 - iam/weak-password-policy
  IAM.12 - iam/weak-password-policy
  IAM.13 - iam/weak-password-policy
  IAM.14 - iam/weak-password-policy
  IAM.15 1.8 iam/weak-password-policy
  IAM.16 1.9 iam/weak-password-policy
  IAM.20 - account/root-use
  IAM.21 - iam/service-wildcard
  IAM.22 1.12 account/unused-key account/unused-password
  Kinesis.1 - data/unencrypted-messages
  KMS.1 - iam/resource-wildcard
  KMS.2 - iam/resource-wildcard
  KMS.3 - data/kms-deletion-window
  KMS.4 3.8 data/kms-rotation
  Lambda.1 - trust/any-principal
  Opensearch.1 - data/unencrypted-search
  Opensearch.2 - network/outside-vpc
  Opensearch.3 - data/unencrypted-search
  Opensearch.4 - audit/database-logs
  Opensearch.5 - audit/database-logs
  Opensearch.7 - data/unencrypted-search
  Opensearch.8 - network/old-tls
  RDS.2 - network/publicly-accessible
  RDS.3 2.3.1 data/unencrypted-database
  RDS.4 - data/unencrypted-database
  RDS.6 - audit/database-logs
  RDS.7 - data/deletion-protection
  RDS.8 - data/deletion-protection
  RDS.9 - audit/database-logs
  RDS.10 - data/database-login
  RDS.11 - data/backups
  RDS.12 - data/database-login
  RDS.13 - data/minor-upgrades
  Redshift.1 - network/publicly-accessible
  Redshift.2 - data/unencrypted-transit
  Redshift.3 - data/backups
  Redshift.4 - audit/access-logs
  Redshift.6 - data/minor-upgrades
  Redshift.7 - network/outside-vpc
  S3.1 2.1.5.1 data/s3-public-access
  S3.2 - data/s3-public-acl trust/any-principal
  S3.3 - data/s3-public-acl trust/any-principal
  S3.4 2.1.1 data/aws-owned-key
  S3.5 2.1.2 data/s3-plain-http
  S3.6 - trust/cross-account
  S3.8 2.1.5.2 data/s3-public-access
  S3.9 - audit/access-logs
  SageMaker.1 - network/public-address
  SageMaker.2 - network/outside-vpc
  SageMaker.3 - data/unencrypted-results
  SecretsManager.1 - data/secret-rotation
  SecretsManager.4 - data/secret-rotation
  SNS.1 - data/unencrypted-messages
  SQS.1 - data/unencrypted-messages
  WAF.1 - audit/access-logs
`

export const controls: readonly Control[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [id = '', cis, ...rules] = line.trim().split(' ')
    return { id, ...(cis === '-' || cis === undefined ? {} : { cis }), rules }
  })

/** The controls that a rule answers. */
export function controlsOf({ meta }: Pick<Rule, 'meta'>): Control[] {
  return controls.filter(({ rules }) => rules.includes(meta.id))
}
