import type { CST } from 'yaml'
import type { Span } from '../../core/source.ts'
import { locate, type MappedText } from '../../core/text.ts'
import type { Entry, Value } from '../../core/value.ts'
import { DEEPEST, giveUp, isBreakOrSpace, NOT_PLAIN } from './plain-cursor.ts'
import { PlainFlow } from './plain-flow.ts'
import { SIMPLE_QUOTED } from './plain-scalars.ts'
import { trimmedPlace } from './scalar.ts'
import { withTag } from './tag.ts'

/**
 * The documents of a text in the YAML that people write: maps and lists by indentation, scalars of every form, flow collections,
 * tags. Undefined for everything else (anchors, tabs, explicit keys, whatever is not well formed), which is the library's to
 * read: it takes many times as long. Both give the same values at the same places, which a test asks of texts changed at random.
 */
export function plainDocuments(text: MappedText): Value[] | undefined {
  // More than the library's bounds allow never gets past it unnoticed.
  if (text.value.length > LONGEST || NEVER_PLAIN.test(text.value)) return undefined
  try {
    return new PlainReader(text).documents()
  } catch (error) {
    if (error === NOT_PLAIN) return undefined
    throw error
  }
}

const LONGEST = 250_000
/** Line breaks of Windows, marks of byte order, directives, ends of documents, comments behind tabs. */
const NEVER_PLAIN = /[\r\uFEFF]|^(?:%|\.\.\.)|\t#/m

interface Read {
  readonly value: Value
  readonly place: Span
  /** Where it ends with the comments that belong to it, white space aside: there the collection that it is the last of ends. */
  readonly end: number
}

/** A comment on a line of its own, and where it ends. */
interface Comment {
  readonly indent: number
  readonly end: number
}

class PlainReader extends PlainFlow {
  /** Where the next line with content begins to say something; -1 at the end of the document. */
  #column = -1
  /** Comments before that line which no value has taken. */
  #comments: Comment[] = []
  #depth = 0

  documents(): Value[] {
    const values: Value[] = []
    this.#toContent()
    while (this.at < this.source.length) {
      if (this.#isDocumentStart()) {
        this.at = this.lineEnd() + 1
        this.#toContent()
      }
      if (this.#column !== 0) giveUp()
      const { value } = this.#block(0, -1)
      if (value.kind !== 'map' && value.kind !== 'list') giveUp()
      values.push(value)
      if (!this.#isAtEnd()) giveUp()
    }
    return values
  }

  /** Skips lines that say nothing, from the beginning of a line on, and keeps their comments. */
  #toContent(): void {
    this.#comments = []
    while (this.at < this.source.length) {
      const start = this.at
      const first = this.skipSpaces(start)
      const character = this.source[first]
      if (character === '\t') giveUp()
      if (character === '#') {
        const end = this.lineEnd(first)
        this.#comments.push({ indent: first - start, end })
        this.at = end + 1
      } else if (character === '\n') this.at = first + 1
      else if (character === undefined) this.at = first
      else {
        this.#column = this.#isDocumentStart() ? -1 : first - start
        if (this.#column !== -1) this.at = first
        return
      }
    }
    this.at = this.source.length
    this.#column = -1
  }

  /** Of the document. */
  #isAtEnd(): boolean {
    return this.#column === -1
  }

  #isDocumentStart(): boolean {
    if (!this.source.startsWith('---', this.at) || (this.at > 0 && this.source[this.at - 1] !== '\n')) return false
    const rest = this.source.slice(this.at + 3, this.lineEnd())
    return rest.trim() === '' || (/^\s/.test(rest) && giveUp())
  }

  /** What stands at the reader's place, in column `column`, inside a collection in column `parent`. */
  #block(column: number, parent: number): Read {
    if (++this.#depth > DEEPEST) giveUp()
    const read = this.#begun(column, parent)
    this.#depth--
    return read
  }

  #begun(column: number, parent: number): Read {
    if (this.source[this.at] === '!') return this.#valueAfter(parent, parent, false)
    if (this.#isItem()) return this.#list(column)
    return this.#keyEnd() === undefined ? this.#scalar(parent) : this.#map(column)
  }

  #isItem(): boolean {
    return this.source[this.at] === '-' && isBreakOrSpace(this.source.charCodeAt(this.at + 1))
  }

  #list(column: number): Read {
    const start = this.at
    const items: Value[] = []
    let end = start
    do {
      this.at++
      const item = this.#valueAfter(column, column, false)
      items.push(item.value)
      end = item.end
    } while (this.#column === column && this.#isItem())
    if (this.#column > column) giveUp()
    const place = trimmedPlace(this.text, start, end)
    return { value: { kind: 'list', items, span: place }, place, end: this.#endWithComments(column, end) }
  }

  #map(column: number): Read {
    const start = this.at
    const entries: Entry[] = []
    let end = start
    do {
      const { key, from, to, after } = this.#keyEnd() ?? giveUp()
      if (key === '<<') giveUp()
      this.at = after
      const entry = this.#valueAfter(column, column, true)
      entries.push({ key, keySpan: locate(this.text, from, to), value: entry.value })
      end = entry.end
    } while (this.#column === column && !this.#isItem())
    if (this.#column >= column) giveUp()
    const place = trimmedPlace(this.text, start, end)
    return { value: { kind: 'map', entries, span: place }, place, end: this.#endWithComments(column, end) }
  }

  /**
   * Comments behind the last value of a collection are its own as soon as one of them is indented as it is, else they are for
   * the collection around it.
   */
  #endWithComments(column: number, end: number): number {
    const last = this.#comments.at(-1)
    if (column === 0 || !last || !this.#comments.some(({ indent }) => indent >= column)) return end
    this.#comments = []
    return last.end
  }

  /** The key that a line begins with; undefined when it begins with something else. */
  #keyEnd(): { key: string; from: number; to: number; after: number } | undefined {
    const from = this.at
    const first = this.source[from]!
    if (first === '"' || first === "'") {
      SIMPLE_QUOTED.lastIndex = from
      const quoted = SIMPLE_QUOTED.exec(this.source)?.[0]
      if (quoted === undefined) return undefined
      const colon = this.skipSpaces(from + quoted.length)
      if (this.source[colon] !== ':') return undefined
      if (!isBreakOrSpace(this.source.charCodeAt(colon + 1))) giveUp()
      return { key: quoted.slice(1, -1), from: from + 1, to: from + quoted.length - 1, after: colon + 1 }
    }
    if (!this.beginsPlain()) return undefined
    KEY.lastIndex = from
    const key = KEY.exec(this.source)?.[0]
    if (key === undefined) return undefined
    const written = key.slice(0, -1).trimEnd()
    if (written.includes(' #')) return undefined
    if (written.includes('\t')) giveUp()
    return { key: written, from, to: from + written.length, after: from + key.length }
  }

  /** What stands behind a key or a dash of a collection in `column`, on its line or the next ones. */
  #valueAfter(column: number, parent: number, afterKey: boolean): Read {
    const empty = (this.at = this.skipSpaces(this.at))
    const tag = this.tag()
    const next = this.source[this.at]
    if (next !== undefined && next !== '\n' && next !== '#') {
      // Only behind a dash may another collection begin on the same line.
      const read =
        afterKey || tag !== undefined || !(this.#isItem() || this.#keyEnd())
          ? this.#scalar(parent, tag !== undefined)
          : this.#block(this.at - this.lineStart(this.at), parent)
      return this.#tagged(tag, read)
    }
    const commented = next === '#'
    this.at = this.lineEnd() + 1
    this.#toContent()
    const isBelow = this.#column > column || (afterKey && this.#column === column && this.#isItem())
    if (isBelow) {
      const read = this.#block(this.#column, parent)
      if (tag !== undefined && read.value.kind !== 'map' && read.value.kind !== 'list') giveUp()
      return this.#tagged(tag, read)
    }
    if (tag !== undefined || commented || this.#comments.length > 0) giveUp()
    const place = locate(this.text, empty, empty)
    return { value: { kind: 'null', span: place }, place, end: empty }
  }

  #tagged(tag: string | undefined, read: Read): Read {
    return tag === undefined ? read : { ...read, value: withTag(tag, read.value, read.place) }
  }

  /** A scalar or a flow collection, with what stands behind it up to the next line with content. */
  #scalar(parent: number, isTagged = false): Read {
    const from = this.at
    const first = this.source[this.at]!
    if (first === '|' || first === '>') return this.#blockScalar(parent)
    const value =
      first === '[' || first === '{'
        ? this.flow(parent)
        : first === '"' || first === "'"
          ? this.quoted(parent)
          : this.plain(parent, isTagged)
    const end = this.at
    const place = trimmedPlace(this.text, from, end)
    const rest = this.skipSpaces(end)
    const isComment = this.source[rest] === '#' && rest > end
    if (!isComment && rest < this.source.length && this.source[rest] !== '\n') giveUp()
    const lineEnd = this.lineEnd(rest)
    this.at = Math.min(lineEnd + 1, this.source.length)
    this.#toContent()
    if (this.#column > parent) giveUp()
    return { value, place, end: this.#takeComments(parent, isComment ? lineEnd : end) }
  }

  /** Comments that are indented deeper than the collection belong to the value before them. */
  #takeComments(parent: number, end: number): number {
    const others = this.#comments.findIndex(({ indent }) => indent <= parent)
    const own = others === -1 ? this.#comments : this.#comments.slice(0, others)
    this.#comments = this.#comments.slice(own.length)
    return own.at(-1)?.end ?? end
  }

  #blockScalar(parent: number): Read {
    const from = this.at
    BLOCK_HEADER.lastIndex = from
    const header = BLOCK_HEADER.exec(this.source) ?? giveUp()
    const indicators = header[1]!
    const start = Math.min(from + header[0].length, this.source.length)
    const first = this.skipBlank(start)
    const indent = first - this.lineStart(first)
    if (first >= this.source.length || indent <= parent || this.source[start - 1] !== '\n') giveUp()
    const end = this.blockEnd(start, indent, indicators.includes('+'))
    const token: CST.BlockScalar = {
      type: 'block-scalar',
      offset: from,
      indent: Math.max(0, parent),
      props: [
        { type: 'block-scalar-header', offset: from, indent: 0, source: indicators },
        { type: 'newline', offset: from, indent: 0, source: header[0].slice(indicators.length) },
      ],
      source: this.source.slice(start, end),
    }
    const value = this.leaf(indicators[0] === '|' ? 'BLOCK_LITERAL' : 'BLOCK_FOLDED', this.resolved(token), from, end)
    this.at = end
    this.#toContent()
    if (this.#column > parent) giveUp()
    return { value, place: trimmedPlace(this.text, from, end), end }
  }
}

const KEY = /[^\n]*?:(?=[ \n]|$)/y
const BLOCK_HEADER = /([|>][+-]?)(?: *| +#[^\n]*)(?:\n|$)/y
