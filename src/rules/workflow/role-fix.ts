import type { Edit } from '../../core/rule.ts'
import { type Entry, member, type Value } from '../../core/value.ts'
import { type Job, textOf } from './jobs.ts'

/** May the job ask for an id token? Its own permissions replace those of the workflow. */
export function mayAskForToken(document: Value, job: Job): boolean {
  const permissions = member(job.body, 'permissions') ?? member(document, 'permissions')
  return textOf(permissions) === 'write-all' || textOf(member(permissions, 'id-token')) === 'write'
}

/**
 * Where a role is named already, taking the keys away is all it needs: the action then asks for an id token. Only where
 * the lines can be taken out without touching anything else; undefined elsewhere.
 */
export function roleFix(inputs: Value, keys: readonly Entry[]): Edit[] | undefined {
  if (inputs.kind !== 'map' || !textOf(member(inputs, 'role-to-assume'))) return undefined
  const removed = new Set(keys)
  const { entries } = inputs
  const edits: Edit[] = []
  for (let at = 0; at < entries.length; at++) {
    if (!removed.has(entries[at]!)) continue
    const first = entries[at]!
    while (at + 1 < entries.length && removed.has(entries[at + 1]!)) at++
    const next = entries[at + 1]
    if (!next || !isNextLine(entries[at]!, next)) return undefined
    edits.push({ span: { ...first.keySpan, end: next.keySpan.start }, text: '' })
  }
  return edits.length > 0 ? edits : undefined
}

/** More than a line break and an indent between two entries may be a comment, which is not ours to take out. */
const WIDEST_GAP = 26

function isNextLine({ value }: Entry, { keySpan }: Entry): boolean {
  const gap = keySpan.start - value.span.end
  return keySpan.uri === value.span.uri && gap > 0 && gap <= WIDEST_GAP
}
