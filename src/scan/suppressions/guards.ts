import { createHash } from 'node:crypto'
import { lineStarts, type Source } from '../../core/source.ts'
import type { Comment } from './comments.ts'

/** Which comments guard which lines of one version of a source. */
export interface Guards {
  /** The comments that guard a line, 1-based. */
  over(line: number): readonly Comment[]
  /** How often comments of this identity guard a line of this text. */
  count(identity: string, lineText: string): number
  /** Does this version have a line of this text, guarded or not? */
  has(lineText: string): boolean
  /** A line whatever its white space; a very long one by its hash. */
  textOf(line: number): string
}

export function guardsOf(source: Source, comments: readonly Comment[]): Guards {
  const starts = lineStarts(source.text)
  const textOf = remembered((line: number) => comparable(source.text.slice(starts[line - 1], starts[line])))
  const ranges = comments.filter(({ isRange }) => isRange)
  const byLine = new Map<number, Comment[]>()
  for (const comment of comments) {
    if (comment.isRange) continue
    for (const line of linesOf(comment, starts.length)) append(byLine, line, comment)
  }
  const countsOf = remembered((identity: string) => {
    const counts = new Map<string, number>()
    const same = (comment: Comment) => comment.identity === identity
    for (const comment of comments.filter(same)) {
      for (const line of linesOf(comment, starts.length)) counts.set(textOf(line), (counts.get(textOf(line)) ?? 0) + 1)
    }
    return counts
  })
  let texts: Set<string> | undefined
  return {
    has(lineText) {
      texts ??= new Set(starts.map((_, index) => textOf(index + 1)))
      return texts.has(lineText)
    },
    over: (line) => [
      ...(byLine.get(line) ?? []),
      ...ranges.filter(({ firstLine, lastLine }) => firstLine <= line && line <= lastLine),
    ],
    count: (identity, lineText) => countsOf(identity).get(lineText) ?? 0,
    textOf,
  }
}

/** Do all these lines (from 1) of the head stand somewhere in the base, white space aside? */
export function stoodIn(base: Source | undefined, head: Source, lines: readonly number[]): boolean {
  if (!base) return false
  const [before, after] = [guardsOf(base, []), guardsOf(head, [])]
  return lines.every((line) => before.has(after.textOf(line)))
}

function* linesOf({ firstLine, lastLine }: Comment, lines: number): Iterable<number> {
  for (let line = firstLine; line <= Math.min(lastLine, lines); line++) yield line
}

const LONGEST_TEXT = 500

/** A line as it is compared: whatever its white space, a very long one by its hash. */
export function comparable(line: string): string {
  const text = line.replace(/\s+/g, ' ').trim()
  return text.length <= LONGEST_TEXT ? text : createHash('sha256').update(text).digest('hex')
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    if (!known.has(key)) known.set(key, make(key))
    return known.get(key)!
  }
}
