import type { Edit } from '../../core/rule.ts'
import { type Entry, member, type Value } from '../../core/value.ts'
import { needsOnlyItsFiles } from './job-needs.ts'
import { type Job, textOf } from './jobs.ts'

/** May the job ask for an id token? Its own permissions replace those of the workflow. */
export function mayAskForToken(document: Value, job: Job): boolean {
  return tokenEdits(document, job)?.length === 0
}

/**
 * What lets the job ask for an id token: nothing where it may already, a line where it says what it may, and a block where it
 * says nothing and needs no more than that. Undefined elsewhere, since whatever is written there takes all the rest away. Its
 * own permissions replace those of the workflow.
 */
export function tokenEdits(document: Value, job: Job): Edit[] | undefined {
  const permissions = member(job.body, 'permissions') ?? member(document, 'permissions')
  const idToken = member(permissions, 'id-token')
  if (textOf(permissions) === 'write-all' || textOf(idToken) === 'write') return []
  if (!permissions) return needsOnlyItsFiles(document, job) ? blockEdits(job) : undefined
  const first = permissions.kind === 'map' && !idToken ? permissions.entries[0] : undefined
  return first && [{ span: first.keySpan, text: 'id-token: write', asLines: true }]
}

function blockEdits({ body }: Job): Edit[] | undefined {
  const [first] = body?.kind === 'map' ? body.entries : []
  const text = 'permissions:\n  contents: read\n  id-token: write'
  return first && [{ span: first.keySpan, text, asLines: true }]
}

/**
 * A step that logs in by a role instead: the one that it names already, else the one that the workflow logs in by elsewhere.
 * Only where the lines of the keys can be taken out without touching anything else; undefined elsewhere.
 */
export function roleFix(inputs: Value, keys: readonly Entry[], elsewhere: string | undefined): Edit[] | undefined {
  const removed = inputs.kind === 'map' ? withoutKeys(inputs, keys) : undefined
  if (!removed || textOf(member(inputs, 'role-to-assume'))) return removed
  const [first] = keys
  if (!elsewhere || !first) return undefined
  // Taken away first: both begin at the same place.
  return [...removed, { span: first.keySpan, text: `role-to-assume: ${elsewhere}`, asLines: true }]
}

function withoutKeys(inputs: Extract<Value, { kind: 'map' }>, keys: readonly Entry[]): Edit[] | undefined {
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
