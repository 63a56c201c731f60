import { CONTROL_POLICY } from './nodes.ts'
import type { AccountRecord, Json, JsonObject } from './snapshot.ts'

/** Principals that are judged together: enough to share what they hold, few enough to be forgotten again. */
const TOGETHER = 200

/**
 * Records in lots that can be judged one after the other: principals with the groups they are in, the policies that they
 * hold and their boundaries; policies that nobody holds; and all the rest. What an account knows as a whole (its root, its
 * public access block, its identity providers) is in each.
 */
export function* batchesOf(records: readonly AccountRecord[]): Generator<readonly AccountRecord[]> {
  const iam = new Map<string, AccountRecord>()
  const rest: AccountRecord[] = []
  for (const record of records) {
    if (IAM.has(record.type)) iam.set(record.arn, record)
    else rest.push(record)
  }
  const common = rest.filter(({ type }) => COMMON.has(type))
  yield rest
  const groups = new Map(
    [...iam.values()].flatMap((one) => (one.type === 'aws_iam_group' ? [[one.data.GroupName, one]] : [])),
  )
  const held = new Set<string>()
  const principals = [...iam.values()].filter((one) => one.type !== 'aws_iam_policy' && !isOfAws(one))
  for (let at = 0; at < principals.length; at += TOGETHER) {
    const batch = new Set(principals.slice(at, at + TOGETHER))
    for (const one of batch) for (const name of words(one.data.GroupList)) addIf(batch, groups.get(name))
    for (const one of batch) for (const arn of policiesOf(one.data)) addIf(batch, iam.get(arn))
    for (const { arn } of batch) held.add(arn)
    yield [...common, ...batch]
  }
  const alone = [...iam.values()].filter(({ type, arn }) => type === 'aws_iam_policy' && !held.has(arn))
  for (let at = 0; at < alone.length; at += TOGETHER) yield [...common, ...alone.slice(at, at + TOGETHER)]
}

const IAM: ReadonlySet<string> = new Set(['aws_iam_user', 'aws_iam_role', 'aws_iam_group', 'aws_iam_policy'])
const COMMON: ReadonlySet<string> = new Set([
  'aws_account_root',
  'aws_s3_account_public_access_block',
  'aws_iam_openid_connect_provider',
  CONTROL_POLICY,
])

/** Roles that a service made for itself: nobody can change what they may do. */
function isOfAws({ data }: AccountRecord): boolean {
  return String(data.Path ?? '').startsWith('/aws-service-role/')
}

function addIf<T>(set: Set<T>, item: T | undefined): void {
  if (item !== undefined) set.add(item)
}

function policiesOf(data: JsonObject): string[] {
  const boundary = (data.PermissionsBoundary as JsonObject | undefined)?.PermissionsBoundaryArn
  const attached = Array.isArray(data.AttachedManagedPolicies) ? data.AttachedManagedPolicies : []
  return [
    ...attached.map((policy) => String((policy as JsonObject).PolicyArn)),
    ...(boundary ? [String(boundary)] : []),
  ]
}

const words = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])
