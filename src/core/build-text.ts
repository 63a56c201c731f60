import type { Span } from './source.ts'
import { literalText, locate, type MappedText, type Run, sliceText } from './text.ts'

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
  const runs: Run[] = []
  const values: string[] = []
  let length = 0
  const whole = source.runs.length === 1 && isExact(source.runs[0]!) ? source.runs[0]! : undefined

  // The last run says just what is written: what follows it there may join it.
  let open = false

  function add(value: string, run: Omit<Run, 'at' | 'length'>, asWritten: boolean): void {
    const last = runs.at(-1)
    if (last && open && asWritten && last.uri === run.uri && last.end === run.start) {
      runs[runs.length - 1] = { ...last, length: last.length + value.length, end: run.end }
    } else {
      const { uri, start, end, reference } = run
      const named = reference !== undefined && { reference }
      runs.push({ at: length, length: value.length, uri, start, end, ...named })
    }
    open = asWritten
    values.push(value)
    length += value.length
  }

  function append(text: MappedText): void {
    // A single character may be as long as what it stands for by chance (a space for a line break).
    for (const run of text.runs) {
      if (run.length === 0) continue
      add(text.value.slice(run.at, run.at + run.length), run, run.length > 1 && isExact(run))
    }
  }

  return {
    exact(from, to) {
      if (to <= from) return
      if (!whole) append(sliceText(source, from, to))
      else {
        const start = whole.start - whole.at
        add(source.value.slice(from, to), { uri: whole.uri, start: start + from, end: start + to }, true)
      }
    },
    piece(value, from, to) {
      if (value !== '') add(value, locate(source, from, to), false)
    },
    append,
    done() {
      return runs.length > 0 ? { value: values.join(''), runs } : literalText('', locate(source, 0, 0))
    },
  }
}

/** A text that is worked out of what is written at `span`, and mapped to it as one piece, even if as long by chance. */
export function derivedText(value: string, span: Span): MappedText {
  const chance = span.end - span.start === value.length && value.length > 1
  return literalText(value, chance ? { ...span, end: span.end - 1 } : span)
}

/** The place of a whole text: where its first character is written up to where its last one is. */
export function spanOf(text: MappedText): Span {
  return locate(text, 0, text.value.length)
}

const isExact = (run: Run): boolean => run.end - run.start === run.length
