import { type AccountRecord, type Json, type JsonObject, recordOf } from '../../../account/snapshot.ts'
import { documentOf } from '../account/identity.ts'
import { type Inquiry, inParallel } from '../account/inquiry.ts'
import { listOf, wordsOf } from '../api/protocol.ts'

/** The holder of a key with all that decides what it may do, as records of an account. */
export interface HolderRecords {
  readonly arn: string
  readonly records: readonly AccountRecord[]
  /** Names of policies that AWS attaches to compromised keys, where one is. */
  readonly quarantine: readonly string[]
}

const QUARANTINE = /AWSCompromisedKeyQuarantine/

/** A user with its groups, or a role; its own policies, and those of the account that are attached. */
export async function holderRecords(
  inquiry: Inquiry,
  kind: 'user' | 'role',
  name: string,
  fallback: string,
): Promise<HolderRecords> {
  const kinds = kind === 'user' ? USER : ROLE
  const of = { [kinds.name]: name }
  const [described, own, groups] = await Promise.all([
    inquiry.ask(kinds.get, of),
    policiesOf(inquiry, kinds, of),
    kind === 'user' ? groupsOf(inquiry, of) : [],
  ])
  const detail = listOf(described?.[kinds.answer])[0] ?? {}
  const arn = String(detail.Arn ?? fallback)
  const holder = recordOf(kinds.type, arn, {
    Arn: arn,
    [kinds.name]: name,
    ...(detail.PermissionsBoundary ? { PermissionsBoundary: detail.PermissionsBoundary } : {}),
    ...(groups.length > 0 ? { GroupList: groups.map(({ data }) => data.GroupName ?? '') } : {}),
    ...own,
  })
  const boundary = (detail.PermissionsBoundary as JsonObject | undefined)?.PermissionsBoundaryArn
  const attached = [holder, ...groups].flatMap(({ data }) => arnsIn(data))
  const wanted = new Set(
    [...attached, ...(boundary ? [String(boundary)] : [])].filter((one) => !/:iam::aws:/.test(one)),
  )
  const policies = await inParallel([...wanted], (policy) => policyRecord(inquiry, policy))
  return {
    arn,
    records: [holder, ...groups, ...policies.flat()],
    quarantine: attached.filter((one) => QUARANTINE.test(one)).map((one) => one.replace(/^.*\//, '')),
  }
}

const USER = {
  type: 'aws_iam_user',
  name: 'UserName',
  answer: 'User',
  get: 'iam:GetUser',
  list: 'iam:ListUserPolicies',
  read: 'iam:GetUserPolicy',
  attached: 'iam:ListAttachedUserPolicies',
  inline: 'UserPolicyList',
} as const
const ROLE = {
  type: 'aws_iam_role',
  name: 'RoleName',
  answer: 'Role',
  get: 'iam:GetRole',
  list: 'iam:ListRolePolicies',
  read: 'iam:GetRolePolicy',
  attached: 'iam:ListAttachedRolePolicies',
  inline: 'RolePolicyList',
} as const
const GROUP = {
  type: 'aws_iam_group',
  name: 'GroupName',
  list: 'iam:ListGroupPolicies',
  read: 'iam:GetGroupPolicy',
  attached: 'iam:ListAttachedGroupPolicies',
  inline: 'GroupPolicyList',
} as const

async function policiesOf(
  inquiry: Inquiry,
  { list, read, attached, inline }: typeof USER | typeof ROLE | typeof GROUP,
  of: Readonly<Record<string, string>>,
): Promise<Record<string, Json>> {
  const [names, managed] = await Promise.all([inquiry.all(list, of), inquiry.all(attached, of)])
  const own = await inParallel(names?.flatMap(({ PolicyNames }) => wordsOf(PolicyNames)) ?? [], async (PolicyName) => {
    const answer = await inquiry.ask(read, { ...of, PolicyName })
    return answer?.PolicyDocument ? [{ PolicyName, PolicyDocument: documentOf(answer.PolicyDocument) }] : []
  })
  return {
    [inline]: own.flat(),
    AttachedManagedPolicies: managed?.flatMap(({ AttachedPolicies }) => [...listOf(AttachedPolicies)]) ?? [],
  }
}

async function groupsOf(inquiry: Inquiry, of: Readonly<Record<string, string>>): Promise<AccountRecord[]> {
  const groups = (await inquiry.all('iam:ListGroupsForUser', of))?.flatMap(({ Groups }) => listOf(Groups)) ?? []
  return await inParallel(groups, async ({ GroupName = '', Arn = '' }) => {
    const own = await policiesOf(inquiry, GROUP, { GroupName: String(GroupName) })
    return recordOf(GROUP.type, String(Arn), { Arn, GroupName, ...own })
  })
}

function arnsIn({ AttachedManagedPolicies }: JsonObject): string[] {
  return listOf(AttachedManagedPolicies).map(({ PolicyArn }) => String(PolicyArn))
}

async function policyRecord(inquiry: Inquiry, arn: string): Promise<AccountRecord[]> {
  const policy = listOf((await inquiry.ask('iam:GetPolicy', { PolicyArn: arn }))?.Policy)[0]
  if (!policy) return []
  const VersionId = String(policy.DefaultVersionId ?? 'v1')
  const version = listOf((await inquiry.ask('iam:GetPolicyVersion', { PolicyArn: arn, VersionId }))?.PolicyVersion)[0]
  if (!version?.Document) return []
  const PolicyVersionList = [{ VersionId, IsDefaultVersion: true, Document: documentOf(version.Document) }]
  return [recordOf('aws_iam_policy', arn, { PolicyName: policy.PolicyName ?? '', Arn: arn, PolicyVersionList })]
}
