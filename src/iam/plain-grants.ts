import type { AccountRecord, Json, JsonObject } from '../account/snapshot.ts'
import { count, hasBit, overlaps } from '../aws/actions/bits.ts'
import { ACTION_COUNT, actionId, expandAction } from '../aws/actions/catalogue.ts'
import { managedPolicy } from '../aws/managed-policies/managed-policies.ts'
import { Analysis } from '../core/analysis.ts'
import { decisiveActions } from './escalation.ts'

/**
 * Says of principals of an account whether they may have power at all, from the actions that their policies plainly name. Of
 * tens of thousands few may, and only of these the policies are read with all that limits them.
 */
export class PlainGrants {
  readonly #records: ReadonlyMap<string, AccountRecord>
  readonly #groups = new Map<Json | undefined, AccountRecord>()
  readonly #known = new Map<string, boolean>()
  readonly #actions = new Map<string, number>()
  readonly #unit = new Analysis([])

  constructor(records: readonly AccountRecord[]) {
    this.#records = new Map(records.map((record) => [record.arn, record]))
    for (const record of records) if (record.type === 'aws_iam_group') this.#groups.set(record.data.GroupName, record)
  }

  mayHavePower({ arn, data }: AccountRecord): boolean {
    const known = this.#known.get(arn)
    if (known !== undefined) return known
    // A group is in no group, whatever its record says.
    this.#known.set(arn, true)
    const own = ['UserPolicyList', 'RolePolicyList', 'GroupPolicyList'].flatMap((list) => listed(data[list]))
    const may =
      own.some((policy) => this.#isStrong(member(policy, 'PolicyDocument'))) ||
      listed(data.AttachedManagedPolicies).some((policy) => this.#isStrongPolicy(member(policy, 'PolicyArn'))) ||
      listed(data.GroupList).some((name) => {
        const group = this.#groups.get(name)
        return group === undefined || this.mayHavePower(group)
      })
    this.#known.set(arn, may)
    return may
  }

  #isStrongPolicy(arn: Json | undefined): boolean {
    const record = this.#records.get(String(arn))
    if (!record) return managedPolicy(String(arn)) !== undefined
    const known = this.#known.get(record.arn)
    if (known !== undefined) return known
    const versions = listed(record.data.PolicyVersionList)
    const current = versions.find((version) => member(version, 'IsDefaultVersion') === true) ?? versions[0]
    const may = this.#isStrong(member(current, 'Document'))
    this.#known.set(record.arn, may)
    return may
  }

  /** Whatever is not a plain list of actions may be anything. */
  #isStrong(document: Json | undefined): boolean {
    if (document === undefined) return false
    const statements = listed(member(document, 'statement'))
    if (statements.length === 0) return true
    let actions = 0
    for (const statement of statements) {
      if (/^deny$/i.test(String(member(statement, 'effect')))) continue
      const named = listed(member(statement, 'action'))
      if (named.length === 0) return true
      for (const action of named) actions += this.#actionsOf(String(action))
    }
    return actions > ACTION_COUNT / 8
  }

  /** How many actions a word stands for; all there are, where one of them leads to more. */
  #actionsOf(action: string): number {
    const known = this.#actions.get(action)
    if (known !== undefined) return known
    const size = this.#sizeOf(action)
    this.#actions.set(action, size)
    return size
  }

  #sizeOf(action: string): number {
    if (!/[*?]/.test(action)) {
      const id = actionId(action)
      return id !== undefined && hasBit(decisiveActions(), id) ? ACTION_COUNT : 1
    }
    const bits = expandAction(action, this.#unit)
    return overlaps(bits, decisiveActions()) ? ACTION_COUNT : count(bits)
  }
}

function listed(value: Json | undefined): readonly Json[] {
  if (Array.isArray(value)) return value
  return value === undefined ? [] : [value as Json]
}

/** By its name in any case, as policies are read. */
function member(value: Json | undefined, name: string): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const wanted = name.toLowerCase()
  const key = Object.keys(value).find((one) => one.toLowerCase() === wanted)
  return key === undefined ? undefined : (value as JsonObject)[key]
}
