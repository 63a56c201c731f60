import type { Value } from '../../core/value.ts'
import { giveUp, PlainCursor } from './plain-cursor.ts'

/** Scalars of one line or more; `parent` is the column of the collection around them, which their lines are indented deeper than. */
export abstract class PlainScalars extends PlainCursor {
  protected plain(parent: number, isTagged: boolean): Value {
    if (!this.beginsPlain()) giveUp()
    const from = this.at
    let to = this.#plainEnd(from)
    let line = this.lineEnd(to)
    // It goes on in lines that are indented deeper, until a comment ends it.
    for (let isOpen = this.skipSpaces(to) >= line; isOpen; ) {
      const next = this.skipBlank(line)
      if (next >= this.source.length || next - this.lineStart(next) <= parent || this.source[next] === '#') break
      if (this.source[next] === '\t') giveUp()
      to = this.#plainEnd(next)
      line = this.lineEnd(to)
      isOpen = this.skipSpaces(to) >= line
    }
    this.at = to
    const source = this.source.slice(from, to)
    const text = source.includes('\n') ? this.resolved({ type: 'scalar', source, offset: from, indent: 0 }) : source
    return this.leaf('PLAIN', text, from, to, isTagged)
  }

  /** Where the part of a plain scalar on one line ends: before a comment, and without the white space there. */
  #plainEnd(from: number): number {
    const line = this.source.slice(from, this.lineEnd(from))
    if (/:(?:\s|$)/.test(line.replace(/ #.*/, ''))) giveUp()
    const comment = line.indexOf(' #')
    return from + (comment === -1 ? line : line.slice(0, comment)).trimEnd().length
  }

  protected quoted(parent: number): Value {
    const from = this.at
    const type = this.source[from] === '"' ? 'QUOTE_DOUBLE' : 'QUOTE_SINGLE'
    SIMPLE_QUOTED.lastIndex = from
    const simple = SIMPLE_QUOTED.exec(this.source)?.[0]
    if (simple !== undefined) {
      this.at = from + simple.length
      if (this.source[this.at] === "'") return this.#longQuoted(type, from, parent)
      return this.leaf(type, simple.slice(1, -1), from, this.at)
    }
    return this.#longQuoted(type, from, parent)
  }

  /** With escapes, or over several lines. */
  #longQuoted(type: 'QUOTE_DOUBLE' | 'QUOTE_SINGLE', from: number, parent: number): Value {
    const pattern = type === 'QUOTE_DOUBLE' ? DOUBLE_QUOTED : SINGLE_QUOTED
    pattern.lastIndex = from
    const source = pattern.exec(this.source)?.[0] ?? giveUp()
    if (/\n *\t/.test(source)) giveUp()
    for (const [index, line] of source.split('\n').entries()) {
      if (index > 0 && line.trim() !== '' && line.search(/[^ ]/) <= parent) giveUp()
    }
    this.at = from + source.length
    const token = type === 'QUOTE_DOUBLE' ? 'double-quoted-scalar' : 'single-quoted-scalar'
    return this.leaf(type, this.resolved({ type: token, source, offset: from, indent: 0 }), from, this.at)
  }

  /** Behind the last line of a block, with the empty ones that count. */
  protected blockEnd(start: number, indent: number, keep: boolean): number {
    let at = start
    let end = start
    while (at < this.source.length) {
      const lineEnd = this.lineEnd(at)
      const first = this.skipSpaces(at)
      const isEmpty = first >= lineEnd
      if (!isEmpty && first - at < indent) break
      at = Math.min(lineEnd + 1, this.source.length)
      if (!isEmpty || keep || first - this.lineStart(first) > indent) end = at
    }
    return end
  }
}

/** In quotes, without escapes, on one line. */
export const SIMPLE_QUOTED = /"[^"\\\n]*"|'[^'\n]*'/y
const DOUBLE_QUOTED = /"(?:[^"\\]|\\[\s\S])*"/y
const SINGLE_QUOTED = /'(?:[^']|'')*'/y
