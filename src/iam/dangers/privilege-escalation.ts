import type { ManagedCategory } from '../../aws/managed-policies/managed-policies.ts'
import type { Severity } from '../../core/finding.ts'
import { type Escalation, EVERYDAY_PATHS, escalationsIn, mayEscalate } from '../escalation.ts'
import { escalationContextOf } from '../escalation-context.ts'
import { ESCALATION_PATHS } from '../escalation-paths.ts'
import { type Danger, defineDanger } from './danger.ts'

/** Known ways from a few actions to more power. */
export const privilegeEscalation: Danger<Escalation> = defineDanger({
  id: 'privilege-escalation',
  order: 30,
  example: ESCALATION_PATHS.filter(({ id }) => !EVERYDAY_PATHS.has(id)).map(({ required, oneOf }) => ({
    Action: [...required, ...(oneOf ?? [])],
  })),
  actions: () => ESCALATION_PATHS.flatMap((path) => [...path.required, ...(path.oneOf ?? [])]),
  find: (permissions, holder) =>
    mayEscalate(permissions) ? escalationsIn(permissions, escalationContextOf(holder, permissions.unit)) : [],
  say(told, said) {
    if (isGrave(told[0])) said.actions.add(told[0].grants[0]!.action)
    for (const { grants } of told) said.name(grants)
  },
  // A note adds nothing to a wildcard that is told of already.
  addsNothing: ({ severity, grants }, said) => severity === 'note' && said.actions.has(grants[0]!.action),
  newlyPermitted: (found) => found.filter(isGrave).map(({ path }) => `privilege-escalation (${path.class})`),
  words: (detail) => WORDS[detail as keyof typeof WORDS],
  weigh: ([worst]) => (worst ? WEIGHTS[worst.severity] : 0),
  managed: (found) => categoriesOf(found.filter(isPathOfManaged)),
})

export function isGrave(escalation: Escalation | undefined): escalation is Escalation {
  return escalation !== undefined && escalation.severity !== 'note' && escalation.severity !== 'low'
}

const WORDS: Readonly<Record<Escalation['path']['class'], string>> = {
  'self-escalation': 'now able to give itself every permission',
  'principal-access': 'now able to become others',
  'new-passrole': 'now able to run code under other roles',
  'existing-resource': 'now able to take over what runs under other roles',
  'role-chain': 'now able to assume stronger roles',
}

const WEIGHTS: Readonly<Record<Severity, number>> = { critical: 200, high: 150, medium: 100, low: 50, note: 20 }

/** Those that the line of a managed policy names. */
export const isPathOfManaged = ({ severity, scope }: Escalation): boolean => severity !== 'low' && scope !== 'unknown'

function categoriesOf(paths: readonly Escalation[]): ManagedCategory[] {
  const categories = paths.flatMap(({ path, scope }): ManagedCategory[] => {
    if (path.class === 'existing-resource') return ['existing-resource-escalation']
    if (path.class === 'new-passrole') {
      if (scope === 'any') return ['passrole-escalation']
      return scope === 'pattern' ? ['passrole-escalation-name-pattern'] : []
    }
    return /^(self|principal)/.test(path.class) && scope === 'any' ? ['privilege-escalation'] : []
  })
  return [...new Set(categories)]
}
