import { SEVERITIES, type Severity } from '../core/finding.ts'
import type { AnyNode } from '../core/node.ts'
import type { Holder } from '../core/policy.ts'
import { UNKNOWN } from '../core/text.ts'
import type { Candidate } from '../scan/findings.ts'

/** What the head has and the base had already, by key. */
export interface Known {
  readonly keys: ReadonlySet<string>
  /** Those of them that stood in another file at the base, in which nobody who merges would see them come back. */
  readonly moved: ReadonlySet<string>
}

/**
 * Which candidates of the head are no news: the base had the same one, no less heavy and for all the same holders; or it
 * had one under another name or in another file that is gone from there, with the same rule, element, words and holders.
 * So a policy that is renamed or put into another file is no news, and one that is given to another role is.
 * `pathAtHead` maps a path of the base to its path at the head.
 */
export function knownAtHead(
  head: readonly Candidate[],
  base: readonly Candidate[],
  pathAtHead = (path: string) => path,
): Known {
  const before = new Map(base.map((candidate) => [candidate.key, candidate]))
  const gone = goneFrom(base, head)
  const keys = new Set<string>()
  const moved = new Set<string>()
  for (const candidate of head) {
    const old = before.get(candidate.key)
    if (old) {
      if (!isNoMore(candidate, old)) continue
      keys.add(candidate.key)
      if (pathAtHead(old.hit.span.uri) !== candidate.hit.span.uri) moved.add(candidate.key)
    } else if (gone.take(candidate)) {
      keys.add(candidate.key)
      moved.add(candidate.key)
    }
  }
  return { keys, moved }
}

/** What the base had and the head has no longer, each to be found again once. */
function goneFrom(base: readonly Candidate[], head: readonly Candidate[]): { take(candidate: Candidate): boolean } {
  const atHead = new Set(head.map(({ key }) => key))
  const gone = new Map<string, number>()
  for (const candidate of base) {
    if (candidate.hit.secret || atHead.has(candidate.key)) continue
    const words = wordsOf(candidate)
    gone.set(words, (gone.get(words) ?? 0) + 1)
  }
  return {
    take(candidate) {
      const words = wordsOf(candidate)
      const left = gone.get(words) ?? 0
      gone.set(words, left - 1)
      return left > 0
    },
  }
}

/** A secret is the same secret; anything else may have become worse in its place, or have been given to others as well. */
function isNoMore(candidate: Candidate, old: Candidate): boolean {
  if (candidate.hit.secret) return true
  const holdersBefore = new Set(holdersOf(old.node))
  return weightOf(candidate) >= weightOf(old) && holdersOf(candidate.node).every((holder) => holdersBefore.has(holder))
}

function weightOf({ rule, hit }: Candidate): number {
  const severity: Severity = hit.severity ?? rule.meta.severity
  return SEVERITIES.indexOf(severity)
}

function wordsOf({ rule, hit, node }: Candidate): string {
  return [rule.meta.id, hit.element ?? '', hit.severity ?? '', hit.message, ...holdersOf(node)].join('\0')
}

/** Who has what the node grants, sorted; the managed policy that a document is written in is no one. */
function holdersOf(node: AnyNode): string[] {
  const holders = node.kind === 'policy' ? node.holders : node.kind === 'attachment' ? [node.holder] : []
  return [...new Set(holders.filter(({ kind }) => kind !== 'managed-policy').map(nameOf))].sort()
}

/** By the name in AWS where it is known: addresses change when a block is put into a module. */
function nameOf({ kind, name, address }: Holder): string {
  return name && !name.includes(UNKNOWN) ? `${kind} ${name}` : `${kind} at ${address}`
}
