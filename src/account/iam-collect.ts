import { CONTROL_POLICY } from './nodes.ts'
import { type AccountRecord, type AccountSnapshot, type Json, type JsonObject, recordOf } from './snapshot.ts'

/**
 * The folder that iam-collect writes (https://github.com/cloud-copilot/iam-collect/blob/main/docs/Storage.md), one account
 * of it: `aws/<partition>/accounts/<id>/iam/role/<name>/trust-policy.json` and its like, by their paths below the folder.
 */
export interface CollectedFolder {
  readonly paths: readonly string[]
  /** The JSON of a file; undefined where there is none. */
  read(path: string): Json | undefined
  /** ISO 8601: when the newest of its files was written. */
  readonly takenAt: string
}

/** Is it such a folder, by the paths of its files? */
export function isCollected(paths: readonly string[]): boolean {
  return paths.some((path) => ACCOUNT.test(path))
}

const ACCOUNT = /^aws\/([\w-]+)\/accounts\/(\d{12})\//

/** A snapshot of every account in the folder; of each what decides about policies of a repository. */
export function snapshotsOf(folder: CollectedFolder): AccountSnapshot[] {
  const accounts = new Map<string, { partition: string; paths: string[] }>()
  for (const path of folder.paths) {
    const [, partition, account] = ACCOUNT.exec(path) ?? []
    if (!partition || !account) continue
    const known = accounts.get(account)
    if (known) known.paths.push(path)
    else accounts.set(account, { partition, paths: [path] })
  }
  return [...accounts].map(([account, { partition, paths }]) => ({
    account,
    partition,
    takenAt: folder.takenAt,
    regions: [],
    missing: [],
    records: [...principalsIn(paths, folder), ...controlPoliciesOf(account, partition, folder)],
  }))
}

const KINDS: Readonly<Record<string, readonly [type: string, name: string, inline: string]>> = {
  role: ['aws_iam_role', 'RoleName', 'RolePolicyList'],
  user: ['aws_iam_user', 'UserName', 'UserPolicyList'],
  group: ['aws_iam_group', 'GroupName', 'GroupPolicyList'],
}

function principalsIn(paths: readonly string[], { read }: CollectedFolder): AccountRecord[] {
  return paths.flatMap((path) => {
    const [, folder = '', kind = ''] = /^(.*\/iam\/(role|user|group|policy)\/[^/]+)\/metadata\.json$/.exec(path) ?? []
    const metadata = objectOf(read(path))
    const arn = String(metadata.arn ?? '')
    if (folder === '' || arn === '') return []
    const file = (name: string) => read(`${folder}/${name}.json`)
    if (kind === 'policy') {
      const Document = file('current-policy') ?? {}
      const versions = [{ VersionId: 'v1', IsDefaultVersion: true, Document }]
      return [
        recordOf('aws_iam_policy', arn, { PolicyName: metadata.name ?? '', Arn: arn, PolicyVersionList: versions }),
      ]
    }
    const [type, name, inline] = KINDS[kind]!
    const trust = file('trust-policy')
    const data = {
      Arn: arn,
      Path: metadata.path ?? '/',
      [name]: metadata.name ?? '',
      AttachedManagedPolicies: listOf(file('managed-policies')).map((policy) => ({ PolicyArn: policy })),
      [inline]: listOf(file('inline-policies')),
      ...(trust ? { AssumeRolePolicyDocument: trust } : {}),
      ...(kind === 'user'
        ? { GroupList: listOf(file('groups')).map((group) => String(group).replace(/^.*\//, '')) }
        : {}),
      ...(metadata.permissionBoundary
        ? { PermissionsBoundary: { PermissionsBoundaryArn: metadata.permissionBoundary } }
        : {}),
    }
    return [recordOf(type, arn, data)]
  })
}

/** Those of the account, of the units above it and of the root. They do not bind the management account. */
function controlPoliciesOf(account: string, partition: string, { paths, read }: CollectedFolder): AccountRecord[] {
  const organizations = new Set(
    paths.flatMap((path) => new RegExp(`^(aws/${partition}/organizations/[^/]+)/`).exec(path)?.[1] ?? []),
  )
  for (const folder of organizations) {
    const own = objectOf(objectOf(read(`${folder}/accounts.json`))[account])
    if (own.ou === undefined || objectOf(read(`${folder}/metadata.json`)).rootAccountId === account) continue
    const units = objectOf(read(`${folder}/ous.json`))
    const levels: [target: string, level: JsonObject][] = [[account, own]]
    for (let unit = String(own.ou); unit in units && levels.length < 8; unit = String(objectOf(units[unit]).parent)) {
      levels.push([unit, objectOf(units[unit])])
    }
    return [
      ...policiesAt(levels, 'scps', 'SERVICE_CONTROL_POLICY', folder, read),
      ...policiesAt(levels, 'rcps', 'RESOURCE_CONTROL_POLICY', folder, read),
    ]
  }
  return []
}

function policiesAt(
  levels: readonly [target: string, level: JsonObject][],
  list: 'scps' | 'rcps',
  Type: string,
  folder: string,
  read: CollectedFolder['read'],
): AccountRecord[] {
  const targets = new Map<string, string[]>()
  for (const [target, level] of levels) {
    for (const arn of listOf(level[list])) targets.set(String(arn), [...(targets.get(String(arn)) ?? []), target])
  }
  return [...targets].flatMap(([arn, Targets]) => {
    const at = `${folder}/${list}/${encodeURIComponent(arn.replace(/^.*\//, ''))}`
    const document = read(`${at}/policy.json`)
    const Name = objectOf(read(`${at}/metadata.json`)).name ?? arn.replace(/^.*\//, '')
    return document ? [recordOf(CONTROL_POLICY, arn, { Name, Type, Targets, Policy: document })] : []
  })
}

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])
