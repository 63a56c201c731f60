import type { AccountRecord, Json, JsonObject } from '../../../account/snapshot.ts'
import { listOf } from '../api/protocol.ts'
import { type AccountPlace, arnOf } from './account-place.ts'
import { type Inquiry, inParallel } from './inquiry.ts'

/** The public access block of the account, and every bucket with its own, its policy and its grants. */
export async function bucketRecords(inquiry: Inquiry, place: AccountPlace): Promise<AccountRecord[]> {
  const [block, pages] = await Promise.all([
    inquiry.ask('s3control:GetPublicAccessBlock', {}, place.home, ['NoSuchPublicAccessBlockConfiguration']),
    inquiry.all('s3:ListBuckets', { 'max-buckets': '1000' }, place.home),
  ])
  const buckets = (pages ?? []).flatMap(({ Buckets }) => listOf((Buckets as JsonObject | undefined)?.Bucket))
  return [
    ...(block
      ? [
          {
            type: 'aws_s3_account_public_access_block',
            arn: arnOf(place, 's3', 'public-access-block'),
            data: blockOf(block),
          },
        ]
      : []),
    ...(await inParallel(buckets, (bucket) => bucketRecord(inquiry, bucket, place))),
  ]
}

async function bucketRecord(inquiry: Inquiry, bucket: JsonObject, place: AccountPlace): Promise<AccountRecord> {
  const name = String(bucket.Name)
  const region = bucket.BucketRegion ? String(bucket.BucketRegion) : place.home
  const of = { Bucket: name }
  const [policy, isPublic, block, acl] = await Promise.all([
    inquiry.ask('s3:GetBucketPolicy', of, region, ['NoSuchBucketPolicy']),
    isPublicBucket(inquiry, name, region),
    inquiry.ask('s3:GetPublicAccessBlock', of, region, ['NoSuchPublicAccessBlockConfiguration']),
    inquiry.ask('s3:GetBucketAcl', of, region),
  ])
  const data: Record<string, Json> = { bucket: name, Region: region }
  if (policy?.Statement) data.Policy = policy
  if (isPublic !== undefined) data.PolicyIsPublic = isPublic
  if (block && Object.keys(block).length > 0) data.PublicAccessBlock = { bucket: name, ...blockOf(block) }
  const grants = grantsOf(acl)
  if (grants.length > 0) data.Acl = { bucket: name, access_control_policy: { grant: grants } }
  return { type: 'aws_account_bucket', arn: `arn:${place.partition}:s3:::${name}`, data }
}

/** What AWS itself says of the policy of a bucket; of one without a policy, that it is not public. */
export async function isPublicBucket(inquiry: Inquiry, name: string, region: string): Promise<boolean | undefined> {
  if (name === '') return undefined
  const answer = await inquiry.ask('s3:GetBucketPolicyStatus', { Bucket: name }, region, ['NoSuchBucketPolicy'])
  return answer && /^true$/i.test(String(answer.IsPublic))
}

const BLOCKS = [
  ['BlockPublicAcls', 'block_public_acls'],
  ['IgnorePublicAcls', 'ignore_public_acls'],
  ['BlockPublicPolicy', 'block_public_policy'],
  ['RestrictPublicBuckets', 'restrict_public_buckets'],
] as const

function blockOf(answer: JsonObject): JsonObject {
  return Object.fromEntries(BLOCKS.map(([name, spelled]) => [spelled, String(answer[name]) === 'true']))
}

/** Those of groups that anybody is in; what accounts are granted is theirs. */
function grantsOf(acl: JsonObject | undefined): JsonObject[] {
  const list = (acl?.AccessControlList as JsonObject | undefined)?.Grant
  return listOf(list).flatMap(({ Grantee, Permission }) => {
    const uri = (Grantee as JsonObject | undefined)?.URI
    return uri ? [{ permission: Permission ?? '', grantee: { uri } }] : []
  })
}
