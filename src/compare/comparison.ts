import type { Units } from '../core/analysis.ts'
import { atLeast } from '../core/finding.ts'
import type { AnyNode } from '../core/node.ts'
import type { Span } from '../core/source.ts'
import type { Tree } from '../core/tree.ts'
import type { RuleHit } from '../scan/check.ts'
import type { Candidate } from '../scan/findings.ts'
import { comparable } from '../scan/suppressions.ts'
import { knownAtHead } from './at-base.ts'
import { type Compared, comparedIn, paired } from './compared.ts'
import { unboundNodes, unguardedNodes, unwidenedNodes } from './narrowed.ts'
import { type GrantChange, type Locate, permissionChanges } from './permission-changes.ts'
import { Unknowns } from './unknowns.ts'

/** One end of a change, scanned. */
export interface Side {
  readonly candidates: readonly Candidate[]
  /** What the rules found in the units, before equal ones were taken together. */
  readonly hits: readonly RuleHit[]
  readonly units: Units
  /** Absent where a change begins at nothing. */
  readonly tree?: Tree
}

export interface Sides {
  readonly base: Side
  readonly head: Side
  /** The path at the head of a file of the base. */
  readonly pathAtHead?: (path: string) => string
  /** What stands where the change is merged into, where that went on after the base. */
  readonly tip?: () => Promise<readonly Candidate[]>
}

/** What is news at the head of a change. Made once a run. */
export async function compare(sides: Sides): Promise<Comparison> {
  const { base, head, tip, pathAtHead = (path) => path } = sides
  const { keys, moved } = knownAtHead(head.candidates, base.candidates, pathAtHead)
  const hasMoved = head.candidates.some(({ key, hit }) => moved.has(key) && !hit.secret)
  if (!tip || !hasMoved) return new Comparison(base, head, keys, pathAtHead)
  // What was put into another file must also stand where the change is merged into: if it was taken away there meanwhile,
  // the merge, which sees a new file and a deleted one, brings it back.
  const still = knownAtHead(head.candidates, await tip(), pathAtHead).keys
  const known = new Set([...keys].filter((key) => !moved.has(key) || still.has(key)))
  return new Comparison(base, head, known, pathAtHead)
}

/** The permissions of two ends alone. */
export function comparePermissions(base: Units, head: Units, locate?: Locate, withWitnesses?: boolean): GrantChange[] {
  const side = (units: Units): Side => ({ candidates: [], hits: [], units })
  return new Comparison(side(base), side(head), new Set(), (path) => path).newlyPermitted(locate, withWitnesses)
}

export class Comparison {
  readonly #base: Side
  readonly #head: Side
  readonly #pathAtHead: (path: string) => string
  readonly #keysBefore: ReadonlySet<string>
  readonly #known: ReadonlySet<string>
  #grants?: { readonly before: readonly Compared[]; readonly after: readonly Compared[] }
  #unwidened?: ReadonlySet<AnyNode>
  #unbound?: ReadonlyMap<AnyNode, Span>
  #unguarded?: ReadonlyMap<AnyNode, string>
  #linesBefore?: ReadonlySet<string>

  constructor(base: Side, head: Side, known: ReadonlySet<string>, pathAtHead: (path: string) => string) {
    this.#base = base
    this.#head = head
    this.#known = known
    this.#pathAtHead = pathAtHead
    this.#keysBefore = new Set(base.candidates.map(({ key }) => key))
  }

  /** Nothing of it is at the base, nor is it what is left of something wider there. */
  isNew(candidate: Candidate): boolean {
    return !this.#known.has(candidate.key) && !this.#isNarrowed(candidate)
  }

  /** The base had a finding of this identity, whatever it weighed. */
  hadBefore(key: string): boolean {
    return this.#keysBefore.has(key)
  }

  /** The base had a finding of the rule on such a line of the file: a comment there can speak of no more than that. */
  hadOnLine(ruleId: string, path: string, line: string): boolean {
    this.#linesBefore ??= new Set(this.#base.hits.flatMap((hit) => this.#lineOf(hit) ?? []))
    return this.#linesBefore.has(lineKey(ruleId, path, line))
  }

  /** What a boundary held back was written long ago: a candidate about it says what is new. */
  explained(candidate: Candidate): Candidate {
    const { rule, node, hit } = candidate
    if (rule.meta.about !== 'grant' || this.#base.units.length === 0) return candidate
    this.#unbound ??= unboundNodes(this.#compared().before, this.#compared().after)
    const span = this.#unbound.get(node)
    if (!span) return this.#unguardedly(candidate)
    const removed = { span, message: 'its permissions boundary was removed, which held this back' }
    return { ...candidate, hit: { ...hit, related: [removed, ...(hit.related ?? [])] } }
  }

  /** Where a condition is gone that guarded writing, what it held back is no hygiene any more. */
  #unguardedly(candidate: Candidate): Candidate {
    const { rule, node, hit } = candidate
    const severity = hit.severity ?? rule.meta.severity
    if (atLeast(severity, 'medium') || severity === 'note') return candidate
    this.#unguarded ??= unguardedNodes(this.#compared().before, this.#compared().after)
    const line = this.#unguarded.get(node)
    if (line === undefined) return candidate
    const removed = { span: hit.span, message: `${line}, which held this back` }
    return { ...candidate, hit: { ...hit, severity: 'medium', related: [removed, ...(hit.related ?? [])] } }
  }

  /** Of secrets that stand only on the way, those that neither end has; one seen by two rules or in two versions is one. */
  onlyOnTheWay<T extends { readonly candidate: Candidate }>(found: readonly T[]): T[] {
    const knownSecrets = new Set(this.#base.candidates.flatMap(({ secretKey }) => secretKey ?? []))
    const values = new Set([...this.#head.candidates, ...this.#base.candidates].map(({ valueKey }) => valueKey))
    return found.filter(({ candidate: { secretKey, valueKey } }) => {
      const isNews = !knownSecrets.has(secretKey ?? '') && !values.has(valueKey)
      values.add(valueKey)
      return isNews
    })
  }

  /**
   * What every principal and every unattached document can do at the head and could not at the base: actions added,
   * resources or conditions widened, Denies and boundaries removed, principals newly trusted. What only moved, was
   * renamed or rewritten is no change. Sorted by what weighs most.
   */
  newlyPermitted(locate: Locate = () => undefined, withWitnesses = false): GrantChange[] {
    const { before, after } = this.#compared()
    const ends = { before: this.#base.units, after: this.#head.units }
    return permissionChanges(paired(before, after), locate, withWitnesses ? ends : undefined)
  }

  /**
   * Only the head has it, because a grant was narrowed or taken apart: `iam:*` where `*` stood. In a file that the base
   * has too, so that whoever took the grant away meanwhile is asked when it is merged.
   */
  #isNarrowed({ rule, key, hit, node }: Candidate): boolean {
    if (!/^(?:grant|trust)$/.test(rule.meta.about) || this.#keysBefore.has(key) || this.#base.units.length === 0)
      return false
    if (!this.#base.tree?.has(hit.span.uri)) return false
    this.#unwidened ??= unwidenedNodes(this.#compared().before, this.#compared().after)
    return this.#unwidened.has(node)
  }

  #compared(): { readonly before: readonly Compared[]; readonly after: readonly Compared[] } {
    if (!this.#grants) {
      const unknowns = new Unknowns()
      const comparedAt = ({ units, tree }: Side) =>
        comparedIn(
          units,
          unknowns.spelling((uri) => tree?.read(uri)),
        )
      const after = comparedAt(this.#head).filter(({ limit }) => !limit)
      this.#grants = { before: comparedAt(this.#base), after }
    }
    return this.#grants
  }

  #lineOf({ rule, hit: { span } }: RuleHit): string | undefined {
    const text = this.#base.tree?.read(span.uri)?.text
    return text === undefined ? undefined : lineKey(rule.meta.id, this.#pathAtHead(span.uri), lineAt(text, span.start))
  }
}

function lineKey(ruleId: string, path: string, line: string): string {
  return [ruleId, path, comparable(line)].join('\0')
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset)
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end === -1 ? undefined : end)
}
