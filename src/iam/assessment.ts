import type { Analysis } from '../core/analysis.ts'
import type { PolicyNode } from '../core/node.ts'
import { type Danger, type Others, Said } from './dangers/danger.ts'
import { DANGERS } from './dangers/index.ts'
import { type Permissions, permissionsIn } from './grants.ts'
import { guarded } from './guardrails.ts'
import { isOutOfScope } from './out-of-scope.ts'
import { isIdentityPolicy, type Principal, permissionsWithin, principalsOf } from './principals.ts'
import { exactName } from './target-scope.ts'

/**
 * All that is wrong with what a document grants, each thing said once: what a graver finding covers is left out of the
 * lighter ones. Rules pick their share of it.
 */
export class PolicyAssessment implements Others {
  readonly permissions: Permissions
  /** The holder that makes most of it; undefined when none is in sight. */
  readonly holder?: Principal
  readonly #held = new Map<Danger, readonly unknown[]>()
  readonly #told = new Map<Danger, readonly unknown[]>()

  constructor(permissions: Permissions, holder?: Principal) {
    this.permissions = permissions
    if (holder) this.holder = holder
    this.#tell()
  }

  /** All of it that is there. */
  held<F>(danger: Danger<F>): readonly F[] {
    const known = this.#held.get(danger) as readonly F[] | undefined
    if (known) return known
    const found = danger.find(this.permissions, this.holder)
    this.#held.set(danger, found)
    return found
  }

  /** What of it is to be told. */
  told<F>(danger: Danger<F>): readonly F[] {
    return (this.#told.get(danger) as readonly F[] | undefined) ?? []
  }

  /** For choosing among holders only. */
  get weight(): number {
    const isSure = this.holder?.unknownBoundary !== true
    return DANGERS.reduce((sum, danger) => sum + weightOf(danger, this.told(danger)), isSure ? 1 : 0)
  }

  #tell(): void {
    const said = new Said(this.permissions.unit)
    for (const danger of DANGERS) {
      const held = this.held(danger)
      const told = danger.untold?.(held, said, this) ?? held
      danger.say?.(told, said)
      this.#told.set(danger, told)
      if (danger.outranksTheRest && told.length > 0) break
    }
    for (const [danger, told] of this.#told) {
      const { addsNothing } = danger
      if (addsNothing)
        this.#told.set(
          danger,
          told.filter((one) => !addsNothing(one, said)),
        )
    }
  }
}

function weightOf(danger: Danger, told: readonly unknown[]): number {
  return danger.weigh?.(told) ?? told.length
}

/**
 * Undefined for documents that grant nothing to a holder: trust, resource and service control policies, boundaries;
 * and for one that is told elsewhere.
 */
export function assessPolicy(node: PolicyNode, unit: Analysis): PolicyAssessment | undefined {
  return isIdentityPolicy(node) && !isOutOfScope(node, unit) ? unit.of(judgeForHolders, node) : undefined
}

function judgeForHolders(node: PolicyNode, unit: Analysis): PolicyAssessment {
  const alone = () => guarded(permissionsIn(node.document, unit))
  const { holders, all } = tellingHolders(alone, principalsOf(unit).holdersOf(node))
  const assessment = holders.map(
    (holder) => new PolicyAssessment(permissionsWithin(node.document, holder, unit), holder),
  )
  if (!all || holders.length === 0) assessment.push(new PolicyAssessment(alone()))
  return assessment.reduce((a, b) => (b.weight > a.weight ? b : a))
}

/** Holders for which a policy is judged one by one. */
const MOST_HOLDERS = 16

/**
 * Of many holders those that the policy itself names, and one of each lot that is limited alike; `all` is false when
 * that leaves some out, so that the policy must be judged as if nothing limited it.
 */
function tellingHolders(
  alone: () => Permissions,
  holders: readonly Principal[],
): { holders: Principal[]; all: boolean } {
  if (holders.length <= MOST_HOLDERS) return { holders: [...holders], all: true }
  const names = new Set(
    alone().allowEntries.flatMap(({ pattern }) => NAMED_KINDS.map((kind) => exactName(pattern, kind))),
  )
  const telling = new Map<unknown, Principal>()
  for (const holder of holders) {
    const key = names.has(holder.holder.name) || isGuarded(holder) ? holder : limitsOf(holder)
    if (!telling.has(key)) telling.set(key, holder)
  }
  return { holders: [...telling.values()].slice(0, MOST_HOLDERS), all: telling.size <= MOST_HOLDERS }
}

const NAMED_KINDS = ['role', 'user', 'group'] as const

/** Do its other policies take something away? */
function isGuarded(holder: Principal): boolean {
  return holder.policies.some(({ document }) => document.statements.some(({ effect }) => /^deny$/i.test(effect.value)))
}

function limitsOf({ boundaries, unknownBoundary }: Principal): unknown {
  return boundaries[0] ?? unknownBoundary
}
