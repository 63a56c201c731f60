import { count } from '../aws/actions/bits.ts'
import { ACTION_COUNT, expandAction } from '../aws/actions/catalogue.ts'
import { isWhollyUnknown, type Leaf } from '../core/value.ts'
import type { AllowEntry } from './allow-entries.ts'
import { actionsReached, isOpenAllowEntry, MOST_IN_DOCUMENT, type Permissions } from './grants.ts'

/** Everything, or nearly so, on everything. */
export interface Admin {
  readonly kind: 'full' | 'near'
  /** Actions granted on everything. */
  readonly actions: number
  readonly action: Leaf
  readonly allowEntry: AllowEntry
  /** Some of it only under circumstances (MFA, an address): keys, lower case. */
  readonly circumstances: readonly string[]
  /** It is one only if what is not known here says so: a resource, an effect, what is spared. */
  readonly assumed: boolean
}

export const NEAR_ADMIN = 0.9

/** Worked out once: every policy of a principal, and everything that stands for it, asks the same. */
export function adminIn(permissions: Permissions): Admin | undefined {
  return permissions.unit.of(findAdmin, permissions)
}

/** It, where it is of this kind. */
export function adminsIn(permissions: Permissions, kind: Admin['kind']): Admin[] {
  const admin = adminIn(permissions)
  return admin?.kind === kind ? [admin] : []
}

/** It is so whatever is not known here. */
export const isSure = (found: readonly Admin[]): boolean => found.some(({ assumed }) => !assumed)

function findAdmin(permissions: Permissions): Admin | undefined {
  const { allowEntries } = permissions
  if (!allowEntries.some((entry) => maySweep(entry, allowEntries.length) && count(entry.bits) > ACTION_COUNT / 8))
    return undefined
  const open = actionsReached(
    permissions,
    'star',
    (allowEntry) => isOpenAllowEntry(allowEntry) && hasEffect(allowEntry),
  )
  const kind = kindOf(count(open))
  if (kind) {
    const plain = actionsReached(permissions, 'star', (allowEntry) => hasEffect(allowEntry) && isPlain(allowEntry))
    const circumstances = kindOf(count(plain)) === kind ? [] : circumstancesOf(permissions)
    return { kind, actions: count(open), ...decisive(permissions, isOpenAllowEntry), circumstances, assumed: false }
  }
  const possible = actionsReached(permissions, 'unknown', isOpenAllowEntry)
  const assumed = kindOf(count(possible))
  return (
    assumed && {
      kind: assumed,
      actions: count(possible),
      ...decisive(permissions, isOpenAllowEntry),
      circumstances: [],
      assumed: true,
    }
  )
}

/** A statement that names its actions one by one grants as many as it names, unless others were folded into it. */
function maySweep({ statement: { actions, notActions } }: AllowEntry, among: number): boolean {
  return among >= MOST_IN_DOCUMENT || notActions.length > 0 || actions.some(({ value }) => /[*?]/.test(value))
}

function kindOf(actions: number): Admin['kind'] | undefined {
  return actions === ACTION_COUNT ? 'full' : actions >= ACTION_COUNT * NEAR_ADMIN ? 'near' : undefined
}

/** Does the statement allow for certain, and is all that it spares known? */
const hasEffect = ({ statement: { effect, notActions, notResources } }: AllowEntry): boolean =>
  /^allow$/i.test(effect.value) && ![...notActions, ...notResources].some(isWhollyUnknown)
const isPlain = (allowEntry: AllowEntry): boolean =>
  allowEntry.judgement.strength === 'none' || allowEntry.judgement.strength === 'vacuous'

/** The statement that grants most, and its widest action. */
function decisive(
  permissions: Permissions,
  accept: (allowEntry: AllowEntry) => boolean,
): { allowEntry: AllowEntry; action: Leaf } {
  const allowEntry = permissions.allowEntries.filter(accept).reduce((a, b) => (count(b.bits) > count(a.bits) ? b : a))
  const widest = allowEntry.statement.actions.reduce<Leaf | undefined>(
    (a, b) =>
      a && count(expandAction(a.value, permissions.unit)) >= count(expandAction(b.value, permissions.unit)) ? a : b,
    undefined,
  )
  return { allowEntry, action: widest ?? allowEntry.statement.notActions[0] ?? allowEntry.statement.effect }
}

function circumstancesOf(permissions: Permissions): string[] {
  const keys = permissions.allowEntries
    .filter((allowEntry) => isOpenAllowEntry(allowEntry) && !isPlain(allowEntry))
    .flatMap((allowEntry) => [...allowEntry.judgement.keys])
  return [...new Set(keys)]
}
