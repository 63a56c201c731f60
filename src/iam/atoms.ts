import type { PolicyDocument, Statement } from '../core/policy.ts'
import { UNKNOWN } from '../core/text.ts'
import type { Leaf } from '../core/value.ts'
import { addAll, type Bits, isEmpty } from './bits.ts'
import { type Judgement, judgeConditions } from './conditions.ts'
import { hasWildcard } from './glob.ts'
import { isStar, resourcePattern, statementActions } from './match.ts'

/** One resource pattern of one Allow statement, with the actions that no Deny takes away from it. */
export interface Atom {
  readonly document: PolicyDocument
  readonly statement: Statement
  /** Where the pattern is written; with NotResource its first entry; undefined when the statement names no resource. */
  readonly resource: Leaf | undefined
  /** Ready for matching (see `resourcePattern`); narrower than what is written when a boundary narrows it. */
  readonly pattern: string
  readonly bits: Bits
  readonly judgement: Judgement
}

/** What a document allows, one resource pattern after the other. */
export function* atomsOf(document: PolicyDocument): Generator<Atom> {
  for (const statement of document.statements) {
    if (statement.effect.value.toLowerCase() !== 'deny') yield* atomsOfStatement(statement, document)
  }
}

function* atomsOfStatement(statement: Statement, document: PolicyDocument): Generator<Atom> {
  const bits = statementActions(statement)
  const forIdentity = document.role !== 'trust' && document.role !== 'resource'
  const judgement = judgeConditions(statement.conditions, forIdentity)
  if (isEmpty(bits) || judgement.strength === 'never') return
  const base = { document, statement, bits, judgement }
  const { resources, notResources } = statement
  // A trust policy names no resource: it is about its own role.
  const unnamed = document.role === 'identity' ? UNKNOWN : '*'
  const star = resources.find((leaf) => isStar(resourcePattern(leaf.value)))
  if (notResources.length > 0) yield { ...base, resource: notResources[0], pattern: '*' }
  else if (resources.length === 0) yield { ...base, resource: undefined, pattern: unnamed }
  else if (star) yield { ...base, resource: star, pattern: '*' }
  else for (const leaf of resources) yield { ...base, resource: leaf, pattern: resourcePattern(leaf.value) }
}

export interface Bounded {
  readonly atoms: readonly Atom[]
  /** There were more: those were folded into a few. */
  readonly cut: boolean
}

/**
 * AWS takes 6,144 characters in a managed policy and 10,240 in a role's own ones, so only who wants our time writes more
 * patterns than this. What comes after them is folded into few atoms that are wider, never narrower: one for each service
 * and strength of condition.
 */
export function bounded(atoms: Iterable<Atom>, most: number): Bounded {
  const kept: Atom[] = []
  const folded = new Map<string, Atom>()
  for (const atom of atoms) {
    if (kept.length < most) kept.push(atom)
    else fold(folded, atom)
  }
  return { atoms: [...kept, ...folded.values()], cut: folded.size > 0 }
}

function fold(folded: Map<string, Atom>, atom: Atom): void {
  const key = `${atom.judgement.strength} ${atom.judgement.certain} ${familyOf(atom.pattern)}`
  const known = folded.get(key)
  if (!known) {
    folded.set(key, { ...atom, bits: atom.bits.slice() })
    return
  }
  addAll(known.bits, atom.bits)
  if (known.pattern !== atom.pattern) folded.set(key, { ...known, pattern: aroundBoth(known.pattern, atom.pattern) })
}

/** The beginning of an ARN as far as its service; patterns without one go together. */
function familyOf(pattern: string): string {
  if (isStar(pattern)) return '*'
  const [arn, partition, service, ...rest] = pattern.split(':', 4)
  return arn === 'arn' && rest.length > 0 && !hasWildcard(service!) ? `arn:${partition}:${service}:` : ''
}

/** A pattern that matches what either one does. */
function aroundBoth(a: string, b: string): string {
  let end = 0
  while (end < a.length && a[end] === b[end] && a[end] !== '*' && a[end] !== '?') end++
  return `${a.slice(0, end)}*`
}
