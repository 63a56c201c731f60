import { mayHoldCredential, mayNameCredential } from '../rules/credentials/gate.ts'
import {
  definesNear,
  isCode,
  mayHoldLiteral,
  mayHoldLiteralAnywhere,
  type NameJudge,
  referencesOf,
} from '../rules/user-data/gate.ts'
import type { ByteRange, ChangedLines } from './changed-lines.ts'
import { type Stretch, structuralChange } from './structure.ts'
import { around, lineAfter, type Window, windowsOf } from './windows.ts'

export interface Tools {
  readonly isSecret: NameJudge
  /** Do the rules that look at texts find anything in this part of one, or have anything to say of it? */
  readonly findsIn: (excerpt: string) => Promise<boolean>
}

export interface Known {
  /** What names that mean a secret refer to anywhere in the file (`password = var.x`: `x`); grows. */
  readonly references: Set<string>
  /** The older version holds no secret: there is none to be taken away. */
  readonly beforeIsClean: boolean
}

/**
 * Could the secrets of two versions of a file differ, by what differs between them? Yes also when that is only not known to be
 * impossible: then the newer version is read whole. What decides are the changed lines with what stands around them; where they
 * change the structure (a bracket, a kind of resource), also what they may give another meaning.
 * @returns why, or undefined.
 */
export async function mayDiffer(
  path: string,
  before: Buffer,
  after: Buffer,
  changes: readonly ChangedLines[],
  { references, beforeIsClean }: Known,
  { isSecret, findsIn }: Tools,
): Promise<string | undefined> {
  const inCode = isCode(path)
  const removed = { bytes: before, ranges: changes.map((change) => change.before) }
  const added = { bytes: after, ranges: changes.map((change) => change.after) }
  const sides = [removed, added].map((side) => ({
    ...side,
    windows: windowsOf(side.bytes, side.ranges, CONTEXT, inCode),
  }))
  for (const { windows } of sides) for (const window of windows) referencesOf(window, isSecret, references)
  const mattering = beforeIsClean ? sides.slice(1) : sides
  for (const { windows } of mattering) {
    for (const window of windows) {
      if (mayHoldLiteral(window, isSecret)) return 'literal'
      if (definesNear(window, references)) return 'reference'
    }
  }
  const structure = structuralChange(path, stretchesOf(removed), stretchesOf(added))
  if (
    structure === 'everywhere' &&
    mattering.some(({ bytes }) => mayHoldLiteralAnywhere(wholeOf(bytes, inCode).lines, inCode, isSecret))
  )
    return 'structure'
  if (structure === 'nearby') {
    for (const { bytes, ranges } of mattering) {
      const wide = windowsOf(bytes, ranges, WIDE, inCode)
      if (wide.some((window) => mayHoldLiteralAnywhere(window.lines, inCode, isSecret))) return 'nearby'
    }
  }
  for (const { bytes, ranges } of mattering) {
    for (const range of ranges) {
      if (!touchesCredential(bytes, range)) continue
      const excerpt = excerptAround(bytes, range)
      if (!excerpt || (await findsIn(bytes.toString('utf8', excerpt.start, excerpt.end)))) return 'credential'
    }
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

export function wholeOf(text: Buffer, inCode: boolean): Window {
  const lines = text.toString('utf8', 0, text.length).split('\n')
  return { lines, counts: lines.map(() => true), inCode }
}

/** In the changed lines themselves, or beside them, where these may say what it is. */
function touchesCredential(bytes: Buffer, range: ByteRange): boolean {
  const own = around(bytes, range, BESIDE)
  const text = bytes.toString('utf8', own.start, own.end)
  if (mayHoldCredential(text)) return true
  if (range.start < range.end && !mayNameCredential(text)) return false
  const near = around(bytes, range, NEAR)
  return mayHoldCredential(bytes.toString('utf8', near.start, near.end))
}

/** Wrapped base64 is taken whole, however long it is; undefined where it is longer than anything worth an excerpt. */
function excerptAround(text: Buffer, range: ByteRange): ByteRange | undefined {
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
  readonly ranges: readonly ByteRange[]
}

function stretchesOf({ bytes, ranges }: Side): Stretch[] {
  return ranges.map(({ start, end }) => ({
    text: bytes.toString('latin1', start, end),
    next: bytes.toString('latin1', end, lineAfter(bytes, end)),
  }))
}
