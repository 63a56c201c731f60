import { CONTROL_POLICY } from '../../../account/nodes.ts'
import type { AccountRecord } from '../../../account/snapshot.ts'
import { listOf } from '../api/protocol.ts'
import type { AccountPlace } from './account-place.ts'
import { documentOf } from './identity.ts'
import { type Inquiry, inParallel } from './inquiry.ts'

const TYPES = ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'] as const
/** Organizations nest five levels deep. */
const DEEPEST = 7

/**
 * Control policies that hold for the account, each with the target that it hangs on: what one target allows, every other on
 * the way to the root must allow, too. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
export async function controlPolicyRecords(inquiry: Inquiry, { account }: AccountPlace): Promise<AccountRecord[]> {
  const organization = await inquiry.ask('organizations:DescribeOrganization')
  if (!organization || listOf(organization.Organization)[0]?.MasterAccountId === account) return []
  const targets = await targetsOf(inquiry, account)
  if (!targets) return []
  const attached = await inParallel(
    targets.flatMap((target) => TYPES.map((type) => ({ target, type }))),
    async ({ target, type }) => {
      const pages = await inquiry.all('organizations:ListPoliciesForTarget', { TargetId: target, Filter: type })
      return (pages ?? []).flatMap(({ Policies }) => listOf(Policies)).map((policy) => ({ policy, target, type }))
    },
  )
  const byArn = new Map<string, { id: string; name: string; type: string; targets: string[] }>()
  for (const { policy, target, type } of attached.flat()) {
    const arn = String(policy.Arn)
    const known = byArn.get(arn)
    if (known) known.targets.push(target)
    else byArn.set(arn, { id: String(policy.Id), name: String(policy.Name), type, targets: [target] })
  }
  const records = await inParallel([...byArn], async ([arn, { id, name, type, targets: on }]) => {
    const answer = await inquiry.ask('organizations:DescribePolicy', { PolicyId: id })
    const content = listOf(answer?.Policy)[0]?.Content
    if (content === undefined) return []
    return [{ type: CONTROL_POLICY, arn, data: { Name: name, Type: type, Targets: on, Policy: documentOf(content) } }]
  })
  return records.flat()
}

/** The account itself and all that is above it; undefined where the organization does not answer. */
async function targetsOf(inquiry: Inquiry, account: string): Promise<string[] | undefined> {
  const targets = [account]
  for (let child = account; targets.length < DEEPEST; child = targets.at(-1)!) {
    const pages = await inquiry.all('organizations:ListParents', { ChildId: child })
    if (!pages) return undefined
    const [parent] = pages.flatMap(({ Parents }) => listOf(Parents))
    if (!parent) break
    targets.push(String(parent.Id))
    if (parent.Type === 'ROOT') break
  }
  return targets
}
