import type { AnyNode } from '../core/node.ts'
import type { HolderKind } from '../core/policy.ts'
import { member, type Value } from '../core/value.ts'
import { policyNode } from '../extract/nodes.ts'
import { detailNodes } from './authorization-details.ts'

/** A record of an account, its data as a value with places. */
export interface RecordValue {
  readonly type: string
  readonly arn: string
  readonly data: Value
}

const PRINCIPALS: Readonly<Record<string, HolderKind>> = {
  aws_iam_role: 'role',
  aws_iam_user: 'user',
  aws_iam_group: 'group',
}

/** Control policies of an organization: they limit, and grant nothing. */
export const CONTROL_POLICY = 'aws_organizations_policy'

/**
 * What the rules see of an account: principals and policies as the engine knows them, resource policies with whose they
 * are, and each record as a resource of its type.
 */
export function accountNodes(records: readonly RecordValue[]): AnyNode[] {
  const principals = records.flatMap(({ type, data }) => {
    const kind = PRINCIPALS[type]
    return kind ? [{ kind, item: data }] : []
  })
  const policies = records.filter(({ type }) => type === 'aws_iam_policy').map(({ data }) => data)
  return [
    ...detailNodes(principals, policies, 'arn'),
    ...records.flatMap(resourcePolicy),
    ...records.flatMap(resources),
  ]
}

/** What stands with something and is a resource of its own: what is not there was not looked at. */
const PARTS = [
  ['PublicAccessBlock', 'aws_s3_bucket_public_access_block'],
  ['Acl', 'aws_s3_bucket_acl'],
  ['Summary', 'aws_account_summary'],
  ['Credentials', 'aws_account_credentials'],
] as const

function resources({ type, arn, data }: RecordValue): AnyNode[] {
  const name = nameOf(arn)
  const resource = (its: string, value: Value): AnyNode => {
    return { kind: 'resource', type: its, name, anchor: arn, span: value.span, arguments: value }
  }
  const parts = PARTS.flatMap(([key, its]) => {
    const part = member(data, key)
    return part ? [resource(its, part)] : []
  })
  return [resource(type, data), ...parts]
}

/** `Policy` of a resource is the policy about it; of a control policy it is the policy itself. */
function resourcePolicy({ type, arn, data }: RecordValue): AnyNode[] {
  const document = member(data, 'Policy')
  if (!document) return []
  if (type === CONTROL_POLICY) return policyNode(document, { anchor: arn, role: 'scp', holders: [] })
  const [, , service = ''] = arn.split(':')
  const holder = { kind: 'resource', address: arn, name: nameOf(arn), service, span: data.span } as const
  return policyNode(document, { anchor: arn, role: 'resource', holders: [holder] })
}

/** What is last in an ARN: the name of a queue, a bucket, a role without its path. */
function nameOf(arn: string): string {
  return arn.slice(Math.max(arn.lastIndexOf(':'), arn.lastIndexOf('/')) + 1)
}
