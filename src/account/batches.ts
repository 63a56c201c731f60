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
  yield records.filter(({ type }) => !IAM.has(type))
  const held = new Set<string>()
  for (const batch of batchesOfPrincipals(records)) {
    for (const { arn } of batch) held.add(arn)
    yield batch
  }
  const common = records.filter(({ type }) => COMMON.has(type))
  const alone = records.filter(({ type, arn }) => type === 'aws_iam_policy' && !held.has(arn))
  for (let at = 0; at < alone.length; at += TOGETHER) yield [...common, ...alone.slice(at, at + TOGETHER)]
}

/** Those of them that have principals. */
export function* batchesOfPrincipals(records: readonly AccountRecord[]): Generator<readonly AccountRecord[]> {
  const common = records.filter(({ type }) => COMMON.has(type))
  const policies = new Map(records.flatMap((one) => (one.type === 'aws_iam_policy' ? [[one.arn, one]] : [])))
  const groups = new Map(
    records.flatMap((one) => (one.type === 'aws_iam_group' ? [[one.data.GroupName, one] as const] : [])),
  )
  const principals = records.filter(({ type }) => IAM.has(type) && type !== 'aws_iam_policy')
  for (let at = 0; at < principals.length; at += TOGETHER) {
    const batch = new Set<AccountRecord>()
    for (const one of principals.slice(at, at + TOGETHER)) {
      // What a record says is read anew each time it is asked.
      const { data } = one
      if (isOfAws(data)) continue
      batch.add(one)
      const ofGroups = words(data.GroupList).flatMap((name) => groups.get(name) ?? [])
      for (const group of ofGroups) batch.add(group)
      for (const arn of [data, ...ofGroups.map((group) => group.data)].flatMap(policiesOf))
        addIf(batch, policies.get(arn))
    }
    if (batch.size > 0) yield [...common, ...batch]
  }
}

const IAM: ReadonlySet<string> = new Set(['aws_iam_user', 'aws_iam_role', 'aws_iam_group', 'aws_iam_policy'])
const COMMON: ReadonlySet<string> = new Set([
  'aws_account_root',
  'aws_s3_account_public_access_block',
  'aws_iam_openid_connect_provider',
  CONTROL_POLICY,
])

/** Roles that a service made for itself: nobody can change what they may do. */
function isOfAws({ Path }: JsonObject): boolean {
  return String(Path ?? '').startsWith('/aws-service-role/')
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
