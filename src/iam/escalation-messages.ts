import type { Related } from '../core/node.ts'
import type { Escalation } from './escalation.ts'
import type { ActionGrant } from './grants.ts'
import { holderWords, listed, narrowedArn, quote, reachOfGrant } from './messages.ts'
import type { Principal } from './principals.ts'

/** An escalation told so that people can follow it. */
export function escalationMessage(escalation: Escalation, holder: Principal | undefined, others: number): string {
  const { path, grants } = escalation
  const decisive = grants[0]!
  const helpers = grants.slice(1).map((grant) => quote(grant.name))
  const means = `${written(decisive)} on ${reachOfGrant(decisive)}${helpers.length > 0 ? ` with ${listed(helpers)}` : ''}`
  const more = others === 0 ? '' : ` ${others} more ${others === 1 ? 'way leads' : 'ways lead'} there.`
  return `${means} lets ${holderWords(holder)} ${path.name}, and so ${gain(escalation)}.${escalation.inAccount ? ` ${escalation.inAccount}` : ''}${more}`
}

/** `` `iam:P*` (iam:PassRole) `` where the pattern does not name the action. */
export function written(grant: ActionGrant): string {
  if (grant.statement.notActions.includes(grant.action)) return `${quote(grant.name)} (by NotAction)`
  const same = grant.action.value.toLowerCase() === grant.name.toLowerCase()
  return same ? quote(grant.action) : `${quote(grant.action)} (${grant.name})`
}

/** What the holder has at the end of it. */
export function gain({ path, scope, target, grants }: Escalation): string {
  const reach = grants[0]!.allowEntry.resource
  const fitting = scope === 'pattern' && reach ? ` that fits ${quote(reach)}` : ''
  switch (path.class) {
    case 'self-escalation':
      if (path.target === 'permission-set') {
        return `give every permission to all who have ${fitting ? `a permission set${fitting}` : 'any permission set'}`
      }
      if (target) return `give itself every permission, through \`${target}\`, which it holds`
      return scope === 'pattern'
        ? `give every permission to a ${path.target}${fitting}, its own included if it fits`
        : 'give itself every permission'
    case 'principal-access':
      if (path.target === 'permission-set') return 'have what any permission set gives'
      if (target) return `become \`${target}\`, which can do more`
      return fitting || scope === 'exact'
        ? `become any ${path.target}${fitting}`
        : `become any ${path.target} of the account`
    case 'new-passrole':
      if (target) return `act as \`${target}\`, which can do more`
      if (scope === 'unknown') return `act as a role that is not known here`
      return `act as any role${fitting} that trusts \`${path.service}\``
    case 'existing-resource':
      return target ? `act as the role of \`${target}\`` : `act as the role of any ${path.existing} there is`
    case 'role-chain':
      return target ? `become \`${target}\`, which can do more` : 'become any role that trusts it'
  }
}

/** Holder, actions, gain: one step each, for a line or a graph. */
export function escalationSteps(escalation: Escalation, holder: Principal | undefined): string[] {
  const plain = (text: string): string => text.replaceAll('`', '')
  return [
    plain(holderWords(holder)),
    ...escalation.grants.map((grant) => plain(`${grant.name} on ${reachOfGrant(grant)}`)),
    plain(gain(escalation)),
  ]
}

/** The other actions of the path, where they stand. */
export function escalationRelated(escalation: Escalation): Related[] {
  const [decisive, ...others] = escalation.grants
  return others
    .filter((grant) => grant.action.span !== decisive!.action.span)
    .map((grant) => ({ span: grant.action.span, message: neededToo(grant) }))
}

function neededToo({ name, action }: ActionGrant): string {
  const named = action.value.toLowerCase() === name.toLowerCase()
  return named ? 'the path needs it too' : `grants ${name}, which the path needs too`
}

/** The mend for this very path. */
export function escalationRemedy({ path, grants }: Escalation): string {
  const decisive = grants[0]!.name
  const arn = narrowedArn(decisive)
  switch (path.class) {
    case 'new-passrole':
      return `Name the roles that may be passed: Resource \`${arn}\`, with the condition \`"StringEquals": {"iam:PassedToService": "${path.service}"}\`.`
    case 'self-escalation':
      if (path.target === 'permission-set') return `Name the permission sets that may be changed: Resource \`${arn}\`.`
      return /^iam:(Attach|Put)/.test(decisive)
        ? `Name what may be changed: Resource \`${arn}\`, or require a boundary: \`"StringEquals": {"iam:PermissionsBoundary": "<ARN of a boundary policy>"}\`${/^iam:Attach/.test(decisive) ? ', or list the policies that may be attached: `"ArnEquals": {"iam:PolicyARN": ["<ARN>"]}`' : ''}.`
        : `Name what may be changed: Resource \`${arn}\`, and leave out what the holder has itself.`
    case 'principal-access':
      return path.target === 'user'
        ? `Let people manage their own user only: Resource \`arn:aws:iam::<Account>:user/\${aws:username}\`.`
        : `Name the roles: Resource \`${arn}\`, none of them stronger than the holder.`
    case 'existing-resource':
      return `Name what may be touched: Resource \`${arn ?? '<ARN>'}\`, or narrow it by tag: \`"StringEquals": {"aws:ResourceTag/<Key>": "<Value>"}\`.`
    case 'role-chain':
      return `Name the roles that may be assumed: Resource \`${arn}\`.`
  }
}
