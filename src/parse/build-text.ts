import type { Span } from '../core/source.ts'
import { concatTexts, literalText, locate, type MappedText, type Run, sliceText } from '../core/text.ts'

/** Puts a decoded text together out of stretches of the text it is decoded from; offsets are into `source.value`. */
export interface TextBuilder {
  /** The characters `from` to `to` of the source as they stand. */
  exact(from: number, to: number): void
  /** `value`, written as the characters `from` to `to` of the source (an escape, a fold, an unknown). */
  piece(value: string, from: number, to: number): void
  /** A text that is mapped already. */
  append(text: MappedText): void
  done(): MappedText
}

export function buildText(source: MappedText): TextBuilder {
  const parts: MappedText[] = []
  return {
    exact(from, to) {
      if (to > from) parts.push(sliceText(source, from, to))
    },
    piece(value, from, to) {
      if (value !== '') parts.push(literalText(value, locate(source, from, to)))
    },
    append(text) {
      if (text.value !== '') parts.push(text)
    },
    done() {
      if (parts.length === 0) return literalText('', locate(source, 0, 0))
      const text = concatTexts(parts)
      return { value: text.value, runs: joinRuns(text.runs) }
    },
  }
}

/** The place of a whole text: where its first character is written up to where its last one is. */
export function spanOf(text: MappedText): Span {
  return locate(text, 0, text.value.length)
}

/** Exact runs that continue each other become one. */
function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && last.uri === run.uri && last.end === run.start && exact(last) && exact(run)) {
      joined[joined.length - 1] = { ...last, length: last.length + run.length, end: run.end }
    } else joined.push(run)
  }
  return joined
}

const exact = (run: Run): boolean => run.end - run.start === run.length
