import { actionFacts, actionId } from '../aws/actions/catalogue.ts'
import { UNKNOWN } from '../core/text.ts'
import type { Leaf } from '../core/value.ts'
import type { ActionGrant } from './grants.ts'
import type { Principal } from './principals.ts'

/** How findings about grants are worded, in one place so that they all say it alike. */

/** A value as people wrote it, in backticks, with `…` for what is not known. */
export function quote(leaf: Leaf | string): string {
  const value = typeof leaf === 'string' ? leaf : leaf.value
  return `\`${value.replaceAll(UNKNOWN, '…').replaceAll('`', "'")}\``
}

/** `every role`, `every resource`, `` `arn:aws:iam::*:role/app-*` ``. */
export function reachOfGrant(grant: ActionGrant): string {
  switch (grant.reach) {
    case 'star':
    case 'wide':
      return `every ${resourceWord(grant.name)}`
    case 'unknown':
      return 'a resource that is not known here'
    default:
      return grant.allowEntry.resource ? quote(grant.allowEntry.resource) : 'its resource'
  }
}

/** `role` for iam:PassRole, `resource` where the action takes several kinds. */
export function resourceWord(action: string): string {
  const { types } = actionFacts(actionId(action)!)
  const required = types.filter((type) => type.required)
  const [only, ...others] = required.length > 0 ? required : types
  return only && others.length === 0 ? only.type.name.replace(/[-_]/g, ' ') : 'resource'
}

/**
 * The ARN that narrows an action, with the parts to fill in between angle brackets:
 * `arn:aws:s3:::<BucketName>/<ObjectName>`; undefined when AWS takes only `*`.
 */
export function narrowedArn(action: string): string | undefined {
  const { types } = actionFacts(actionId(action)!)
  // A way to a thing is not the thing: `accesspointobject` comes before `object`.
  const things = types.filter(({ type }) => !/access-?point/i.test(type.name))
  const type = (things.length > 0 ? things : types).find(({ required }) => required) ?? things[0] ?? types[0]
  return type?.type.formats[0]?.replace('${Partition}', 'aws').replace(/\$\{([^}]*)\}/g, '<$1>')
}

/** `Resource` to write for these actions, the first few. */
export function narrowedResources(actions: readonly string[]): string {
  const arns = [...new Set(actions.flatMap((action) => narrowedArn(action) ?? []))]
  return listed(
    arns.map((arn) => `\`${arn}\``),
    3,
  )
}

/** `a, b and 3 more`; `total` when these are only the first of them. */
export function listed(words: readonly string[], most = 4, total = words.length): string {
  if (total > most + 1) return `${words.slice(0, most).join(', ')} and ${total - most} more`
  return words.length <= 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** The holder as people know it: `` `role ci` ``, or whoever holds the policy. */
export function holderWords(holder: Principal | undefined): string {
  if (!holder) return 'whoever holds it'
  const { kind, name, address } = holder.holder
  const known = name !== undefined && name !== '' && !name.includes(UNKNOWN)
  return known ? `${kind} ${quote(name)}` : `${kind} ${quote(address)}`
}

/** 21830 as `21,830`. */
export function number(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}
