import { addAll, type Bits, emptyBits, setBit } from '../../aws/actions/bits.ts'
import { ACTION_COUNT, actionId, expandAction } from '../../aws/actions/catalogue.ts'
import type { ManagedCategory } from '../../aws/managed-policies/managed-policies.ts'
import type { Analysis } from '../../core/analysis.ts'
import type { Hit, RuleMeta } from '../../core/rule.ts'
import type { Leaf } from '../../core/value.ts'
import type { ActionGrant, Permissions } from '../grants.ts'
import type { Principal } from '../principals.ts'

/**
 * One kind of thing that can be wrong with what a document or a principal may do, with all that the engine must know of it:
 * rules tell it, a comparison says when it is new, and lines about managed policies name it.
 */
export interface Danger<F = unknown> {
  /** The name of its rule, and its word in "newly permits". */
  readonly id: string
  /** Its place in the order in which dangers are told: what a graver one says, those of higher numbers leave out. */
  readonly order: number
  /** How its rule tells it; left out where `rules/iam/` has a file for it, because more than its grants decides that. */
  readonly rule?: DangerRule<F>
  /** All of it that is there, the gravest first, whatever else is there. */
  find(permissions: Permissions, holder?: Principal): readonly F[]
  /** An administrator has all the rest: nothing that comes after it in the table is told. */
  readonly outranksTheRest?: true
  /** What is left to tell when graver dangers have been told. By default all of it. */
  untold?(found: readonly F[], said: Said, others: Others): readonly F[]
  /** Notes down what telling it says, so that lighter ones need not. */
  say?(told: readonly F[], said: Said): void
  /** Adds nothing to what was told after all, by it or by lighter ones. */
  addsNothing?(one: F, said: Said): boolean
  /** What holds of it by the words of `newlyPermitted`: `service-wildcard (s3)`. Whatever graver thing holds too. */
  newlyPermitted?(found: readonly F[]): readonly string[]
  /** `now an administrator`: such a word as people say it; `detail` is what stands in its brackets. */
  words?(detail: string): string
  /** Actions that are worth naming when they are new. */
  actions?(): Iterable<string>
  /** How much it weighs when one among many holders is chosen. By default how many there are. */
  weigh?(told: readonly F[]): number
  /** Categories of a policy that AWS manages. */
  managed?(found: readonly F[]): readonly ManagedCategory[]
  /** Allow statements, on every resource unless they say so, each of which holds it: the tests narrow `*` to them. */
  readonly example: readonly Example[]
}

export interface DangerRule<F>
  extends Pick<RuleMeta, 'title' | 'severity' | 'description' | 'remediation' | 'cwe' | 'references' | 'fixable'> {
  /** What is said of all that is to be told. Severities are those of an open grant; who holds it is weighed afterwards. */
  hits(told: readonly F[], permissions: Permissions): Iterable<Hit>
}

export interface Example {
  readonly Action?: string | readonly string[]
  readonly NotAction?: string | readonly string[]
  readonly Resource?: string
  readonly NotResource?: string
}

/** What else is there, and what of it is told. */
export interface Others {
  held<F>(danger: Danger<F>): readonly F[]
  told<F>(danger: Danger<F>): readonly F[]
}

export function defineDanger<F>(danger: Danger<F>): Danger<F> {
  return danger
}

/** What has been told of a policy so far. */
export class Said {
  /** Whole words of Action that a finding speaks of. */
  readonly actions = new Set<Leaf>()
  /** Actions that are told one by one. */
  readonly names = new Set<string>()
  readonly #unit: Analysis

  constructor(unit: Analysis) {
    this.#unit = unit
  }

  name(grants: readonly ActionGrant[]): void {
    for (const { name } of grants) this.names.add(name)
  }

  /** All of it as actions. */
  bits(): Bits {
    const bits = emptyBits(ACTION_COUNT)
    for (const { value } of this.actions) addAll(bits, expandAction(value, this.#unit, 'down'))
    for (const name of this.names) setBit(bits, actionId(name)!)
    return bits
  }
}
