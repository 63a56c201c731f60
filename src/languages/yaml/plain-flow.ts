import { locate } from '../../core/text.ts'
import type { Entry, Value } from '../../core/value.ts'
import { DEEPEST, giveUp, isBreakOrSpace } from './plain-cursor.ts'
import { PlainScalars, SIMPLE_QUOTED } from './plain-scalars.ts'
import { trimmedPlace } from './scalar.ts'
import { withTag } from './tag.ts'

/** Lists and maps in brackets; `parent` is the column of the collection by indentation around them. */
export abstract class PlainFlow extends PlainScalars {
  /** Brackets around the reader's place. */
  #flows = 0

  protected flow(parent: number): Value {
    if (++this.#flows > DEEPEST) giveUp()
    const from = this.at++
    const isList = this.source[from] === '['
    const close = isList ? ']' : '}'
    const items: Value[] = []
    const entries: Entry[] = []
    this.#skipFlowSpace(parent)
    while (this.source[this.at] !== close) {
      if (isList) items.push(this.#flowNode(parent))
      else entries.push(this.#flowEntry(parent))
      this.#skipFlowSpace(parent)
      if (this.source[this.at] === ',') {
        this.at++
        this.#skipFlowSpace(parent)
      } else if (this.source[this.at] !== close) giveUp()
    }
    this.at++
    this.#flows--
    const span = trimmedPlace(this.text, from, this.at)
    return isList ? { kind: 'list', items, span } : { kind: 'map', entries, span }
  }

  #skipFlowSpace(parent: number): void {
    const before = this.at
    this.at = this.skipBlank(before)
    const start = this.lineStart(this.at)
    const column = this.at - start
    const isEnd = this.#flows === 1 && column === parent && /[\]}]/.test(this.source[this.at] ?? '')
    if (start > before && column <= parent && !isEnd) giveUp()
  }

  #flowNode(parent: number): Value {
    const tag = this.tag()
    const from = this.at
    const first = this.source[from]
    const value =
      first === '[' || first === '{'
        ? this.flow(parent)
        : first === '"' || first === "'"
          ? this.#flowQuoted()
          : this.#flowPlain(tag !== undefined)
    return tag === undefined ? value : withTag(tag, value, trimmedPlace(this.text, from, this.at))
  }

  #flowQuoted(): Value {
    const { from, source } = this.#flowQuotedSource()
    return this.leaf(this.source[from] === '"' ? 'QUOTE_DOUBLE' : 'QUOTE_SINGLE', source, from, this.at)
  }

  #flowQuotedSource(): { from: number; source: string } {
    const from = this.at
    SIMPLE_QUOTED.lastIndex = from
    const quoted = SIMPLE_QUOTED.exec(this.source)?.[0] ?? giveUp()
    this.at = from + quoted.length
    if (this.source[this.at] === "'") giveUp()
    return { from, source: quoted.slice(1, -1) }
  }

  #flowPlain(isTagged: boolean): Value {
    const { from, source } = this.#flowPlainSource()
    return this.leaf('PLAIN', source, from, from + source.length, isTagged)
  }

  #flowPlainSource(): { from: number; source: string } {
    const from = this.at
    FLOW_PLAIN.lastIndex = from
    const source = (FLOW_PLAIN.exec(this.source)?.[0] ?? giveUp()).trimEnd()
    this.at = from + source.length
    return { from, source }
  }

  #flowEntry(parent: number): Entry {
    const isQuoted = '"\''.includes(this.source[this.at]!)
    const { from, source } = isQuoted ? this.#flowQuotedSource() : this.#flowPlainSource()
    const start = isQuoted ? from + 1 : from
    this.at = this.skipSpaces(this.at)
    if (source === '<<' || this.source[this.at] !== ':') giveUp()
    this.at++
    if (!isQuoted && !isBreakOrSpace(this.source.charCodeAt(this.at))) giveUp()
    this.#skipFlowSpace(parent)
    return {
      key: source,
      keySpan: locate(this.text, start, start + source.length),
      value: this.#flowNode(parent),
    }
  }
}

const FLOW_PLAIN = /(?:[^\s,[\]{}#&*!|>'"%@`?:-]|[?:-](?=[^\s,[\]{}]))(?:[^,[\]{}\n#:]|:(?=[^\s,[\]{}]))*/y
