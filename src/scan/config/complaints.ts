import { Problem } from '../../core/problem.ts'
import { lineStarts, regionOf, type Source } from '../../core/source.ts'
import { redact } from '../mask.ts'
import type { ConfigPlace } from './model.ts'

/** Collects what is wrong with one source, so that the earliest place is told first, whatever the order of checking. */
export interface Complaints {
  /** Remembers that `message` is true of the place at `offset`; the first one said of a place stays.
   * A function is only asked when its message is the one that is told: hints take time. */
  add(offset: number, message: string | (() => string)): void
  /** Where an offset is, for people. */
  placeOf(offset: number): ConfigPlace
  /** Throws a Problem of one line, `path:line:column: message`, when anything was added. */
  raise(): void
}

export function complaintsAbout(source: Source): Complaints {
  const starts = lineStarts(source.text)
  const complaints = new Map<number, string | (() => string)>()
  return {
    add(offset, message) {
      const place = Math.min(offset, source.text.length)
      if (!complaints.has(place)) complaints.set(place, message)
    },
    placeOf: (offset) => {
      const { startLine, startColumn } = regionOf(starts, offset, offset)
      return { line: startLine, column: startColumn }
    },
    raise() {
      const [first, ...others] = [...complaints].sort(([a], [b]) => a - b)
      if (!first) return
      const { startLine, startColumn } = regionOf(starts, first[0], first[0])
      const more = others.length === 0 ? '' : ` (and ${others.length} more in this file)`
      throw new Problem(
        `${source.uri}:${startLine}:${startColumn}: ${oneLine(typeof first[1] === 'string' ? first[1] : first[1]())}${more}`,
      )
    },
  }
}

/** Text of a file in a message: no control characters, not endless, and nothing that looks like a secret put there. */
export function oneLine(text: string): string {
  const plain = redact(text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim(), 'elsewhere')
  return plain.length > 300 ? `${plain.slice(0, 299)}…` : plain
}
