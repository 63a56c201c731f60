import type { Range } from '../core/source.ts'
import { mayHoldCredential, mayNameCredential } from '../rules/credentials/gate.ts'
import {
  definesNear,
  type GateLines,
  isCode,
  mayHoldLiteral,
  mayHoldLiteralAnywhere,
  mayHoldLiteralIn,
  referencesOf,
} from '../rules/user-data/gate.ts'
import type { LineReader } from '../rules/user-data/gate-line.ts'
import { around, lineAfter, windowsOf } from './around-changes.ts'
import type { ChangedLines } from './changed-lines.ts'
import { type ChangedText, structuralChange } from './structure.ts'

export interface Tools {
  readonly read: LineReader
  /** Do the rules that look at texts find anything in this part of one, or have anything to say of it? */
  readonly findsIn: (excerpt: string, path: string) => Promise<boolean>
}

/**
 * Could a version of a file hold a secret where the older one held none, by what differs between them? Yes also when that is only
 * not known to be impossible: then the newer version is read whole. What decides are the changed lines with what stands around
 * them; where they change the structure (a bracket, a kind of resource), also what they may give another meaning.
 * @param references what names that mean a secret refer to anywhere in the file (`password = var.x`: `x`); grows.
 * @returns why, or undefined.
 */
export async function mayDiffer(
  path: string,
  before: Buffer,
  after: Buffer,
  changes: readonly ChangedLines[],
  references: Set<string>,
  { read, findsIn }: Tools,
): Promise<string | undefined> {
  const removed = { bytes: before, ranges: changes.map((change) => change.before) }
  const added = { bytes: after, ranges: changes.map((change) => change.after) }
  const windows = gateLines(path, added, CONTEXT, read)
  for (const { lines } of [...gateLines(path, removed, CONTEXT, read), ...windows]) referencesOf(lines, references)
  for (const window of windows) {
    if (mayHoldLiteral(window)) return 'literal'
    if (definesNear(window, references)) return 'reference'
  }
  const structure = structuralChange(path, textsOf(removed), textsOf(added))
  if (structure === 'everywhere' && mayHoldLiteralAnywhere(after.toString('utf8'), path, read)) return 'structure'
  if (structure === 'nearby' && gateLines(path, added, WIDE, read).some(({ lines }) => mayHoldLiteralIn(lines)))
    return 'nearby'
  for (const range of added.ranges) {
    if (!touchesCredential(after, range)) continue
    const excerpt = excerptAround(after, range)
    if (!excerpt || (await findsIn(after.toString('utf8', excerpt.start, excerpt.end), path))) return 'credential'
  }
  return undefined
}

/** Lines around a change in which a name and its value may stand. */
const CONTEXT = 12
/** Lines around a change whose meaning it may change. */
const WIDE = 40
/** Characters beside a change that are looked at as if they were of it: blocks and words go on there. */
const BESIDE = 80
/** Characters around a change in which the rest of a credential may stand, and those that are read to know. */
const NEAR = 320
const EXCERPT = 1600
const LONGEST_EXCERPT = 65_536

function gateLines(path: string, { bytes, ranges }: Side, context: number, read: LineReader): GateLines[] {
  const inCode = isCode(path)
  return windowsOf(bytes, ranges, context).map(({ lines, counts }) => ({
    lines: lines.map((line) => read(line, inCode)),
    counts,
  }))
}

/** In the changed lines themselves, or beside them, where these may say what it is. */
function touchesCredential(bytes: Buffer, range: Range): boolean {
  const own = around(bytes, range, BESIDE)
  const text = bytes.toString('utf8', own.start, own.end)
  if (mayHoldCredential(text)) return true
  if (range.start < range.end && !mayNameCredential(text)) return false
  const near = around(bytes, range, NEAR)
  return mayHoldCredential(bytes.toString('utf8', near.start, near.end))
}

/** Wrapped base64 is taken whole, however long it is; undefined where it is longer than anything worth an excerpt. */
function excerptAround(text: Buffer, range: Range): Range | undefined {
  let { start, end } = around(text, range, EXCERPT)
  while (start > 0) {
    const previous = start < 2 ? 0 : text.lastIndexOf(LF, start - 2) + 1
    if (!isEncodedLine(text, previous, start)) break
    start = previous
  }
  while (end < text.length) {
    const found = text.indexOf(LF, end)
    const next = found === -1 ? text.length : found + 1
    if (!isEncodedLine(text, end, next)) break
    end = next
  }
  return end - start > LONGEST_EXCERPT ? undefined : { start, end }
}

const LF = 10
const ENCODED_LINE = /^[\s"'`#/*>+]*[A-Za-z0-9+/_-]{32,}={0,2}["'`\s,;\\+.)]*$/

function isEncodedLine(text: Buffer, start: number, end: number): boolean {
  return end - start > 1000 || ENCODED_LINE.test(text.toString('latin1', start, end))
}

interface Side {
  readonly bytes: Buffer
  readonly ranges: readonly Range[]
}

function textsOf({ bytes, ranges }: Side): ChangedText[] {
  return ranges.map(({ start, end }) => ({
    text: bytes.toString('latin1', start, end),
    next: bytes.toString('latin1', end, lineAfter(bytes, end)),
  }))
}
