import type { Range } from '../core/source.ts'

/** A stretch of whole lines that became another; either may be empty. Offsets of bytes. */
export interface ChangedLines {
  readonly before: Range
  readonly after: Range
}

/**
 * What differs between two versions of a file, line by line: what both begin and end with costs a comparison of memory, and
 * only what lies between is looked at, by the lines that either version has once (patience diff). Not the shortest
 * difference, but a true one: what is left out is the same in both, and in the same order.
 */
export function changedLines(before: Buffer, after: Buffer): ChangedLines[] {
  const start = lineStartBefore(before, commonPrefix(before, after))
  const tail = commonTail(before, after, start)
  const [beforeEnd, afterEnd] = [before.length - tail, after.length - tail]
  if (start === beforeEnd && start === afterEnd) return []
  const whole = { before: { start, end: beforeEnd }, after: { start, end: afterEnd } }
  if (start === beforeEnd || start === afterEnd) return [whole]
  const [older, newer] = [linesOf(before, start, beforeEnd), linesOf(after, start, afterEnd)]
  const changes: ChangedLines[] = []
  compare(older, newer, { from: 0, to: older.texts.length }, { from: 0, to: newer.texts.length }, 0, changes)
  return changes
}

const STEP = 8192

function commonPrefix(a: Buffer, b: Buffer): number {
  const length = Math.min(a.length, b.length)
  let at = 0
  while (at < length) {
    const end = Math.min(length, at + STEP)
    if (a.compare(b, at, end, at, end) !== 0) break
    at = end
  }
  const limit = Math.min(length, at + STEP)
  while (at < limit && a[at] === b[at]) at++
  return at
}

function lineStartBefore(text: Buffer, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf(LF, at - 1) + 1
}

/** How many bytes of whole lines both end with, behind `start`. */
function commonTail(a: Buffer, b: Buffer, start: number): number {
  const most = Math.min(a.length, b.length) - start
  let tail = 0
  while (tail < most) {
    const next = Math.min(most, tail + STEP)
    if (a.compare(b, b.length - next, b.length - tail, a.length - next, a.length - tail) !== 0) break
    tail = next
  }
  const limit = Math.min(most, tail + STEP)
  while (tail < limit && a[a.length - tail - 1] === b[b.length - tail - 1]) tail++
  if (isLineStart(a, a.length - tail) && isLineStart(b, b.length - tail)) return tail
  const lineEnd = a.indexOf(LF, a.length - tail)
  return tail === 0 || lineEnd === -1 ? 0 : a.length - lineEnd - 1
}

const LF = 10

function isLineStart(text: Buffer, at: number): boolean {
  return at === 0 || text[at - 1] === LF
}

interface Lines {
  readonly texts: readonly string[]
  /** Where each begins, and where the last one ends. */
  readonly starts: readonly number[]
}

function linesOf(text: Buffer, start: number, end: number): Lines {
  const texts = text.toString('latin1', start, end).split('\n')
  const last = texts.pop()!
  // A line that does not end is another one than the same that does.
  if (last !== '') texts.push(`${last}\0`)
  const starts: number[] = []
  let at = start
  for (const line of texts) {
    starts.push(at)
    at += line.length + 1
  }
  starts.push(end)
  return { texts, starts }
}

interface LineRange {
  readonly from: number
  readonly to: number
}

/** Beyond this, what is left is one change. */
const DEEPEST = 12

function compare(a: Lines, b: Lines, inA: LineRange, inB: LineRange, depth: number, changes: ChangedLines[]): void {
  let [fromA, fromB, toA, toB] = [inA.from, inB.from, inA.to, inB.to]
  while (fromA < toA && fromB < toB && a.texts[fromA] === b.texts[fromB]) {
    fromA++
    fromB++
  }
  while (fromA < toA && fromB < toB && a.texts[toA - 1] === b.texts[toB - 1]) {
    toA--
    toB--
  }
  if (fromA === toA && fromB === toB) return
  const anchors = fromA === toA || fromB === toB || depth > DEEPEST ? [] : anchorsOf(a, b, fromA, toA, fromB, toB)
  if (anchors.length === 0) {
    changes.push({
      before: { start: a.starts[fromA]!, end: a.starts[toA]! },
      after: { start: b.starts[fromB]!, end: b.starts[toB]! },
    })
    return
  }
  for (const [atA, atB] of [...anchors, [toA, toB] as const]) {
    compare(a, b, { from: fromA, to: atA }, { from: fromB, to: atB }, depth + 1, changes)
    fromA = atA + 1
    fromB = atB + 1
  }
}

/** Lines that stand once in either stretch, as many as come in the same order in both. */
function anchorsOf(a: Lines, b: Lines, fromA: number, toA: number, fromB: number, toB: number): [number, number][] {
  const onceInB = onceIn(b.texts, fromB, toB)
  const pairs: [number, number][] = []
  for (const [text, atA] of onceIn(a.texts, fromA, toA)) {
    const atB = atA === -1 ? undefined : onceInB.get(text)
    if (atB !== undefined && atB !== -1) pairs.push([atA, atB])
  }
  return ascending(pairs)
}

/** Each line with its index, or -1 where it stands more than once. In order of their first places. */
function onceIn(texts: readonly string[], from: number, to: number): Map<string, number> {
  const found = new Map<string, number>()
  for (let at = from; at < to; at++) found.set(texts[at]!, found.has(texts[at]!) ? -1 : at)
  return found
}

/** The longest selection of pairs, which ascend by their first, that ascends by the second as well. */
function ascending(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = []
  const before = new Array<number>(pairs.length).fill(-1)
  for (let index = 0; index < pairs.length; index++) {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[tails[middle]!]![1] < pairs[index]![1]) low = middle + 1
      else high = middle
    }
    if (low > 0) before[index] = tails[low - 1]!
    tails[low] = index
  }
  const chosen: [number, number][] = []
  for (let index = tails.at(-1) ?? -1; index !== -1; index = before[index]!) chosen.push(pairs[index]!)
  return chosen.reverse()
}
