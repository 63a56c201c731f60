import { CST } from 'yaml'
import type { MappedText } from '../../core/text.ts'
import type { Value } from '../../core/value.ts'
import { type ReadScalar, scalarValue } from './scalar.ts'

/** Thrown where a text is not of the kind that is read here. */
export const NOT_PLAIN = new Error('not plain YAML')

export function giveUp(): never {
  throw NOT_PLAIN
}

export const DEEPEST = 60

/** A place in a YAML text, and what may be asked of the text there. */
export abstract class PlainCursor {
  protected readonly text: MappedText
  protected readonly source: string
  protected at = 0

  constructor(text: MappedText) {
    this.text = text
    this.source = text.value
  }

  protected lineEnd(from = this.at): number {
    const found = this.source.indexOf('\n', from)
    return found === -1 ? this.source.length : found
  }

  protected lineStart(at: number): number {
    return this.source.lastIndexOf('\n', at - 1) + 1
  }

  protected skipSpaces(from: number): number {
    let at = from
    while (this.source.charCodeAt(at) === SPACE) at++
    return at
  }

  /** To the first character of the next line that has any. */
  protected skipBlank(lineEnd: number): number {
    let at = lineEnd
    while (isBreakOrSpace(this.source.charCodeAt(at)) && at < this.source.length) at++
    return at
  }

  protected tag(): string | undefined {
    if (this.source[this.at] !== '!') return undefined
    TAG.lastIndex = this.at
    const tag = TAG.exec(this.source)?.[0] ?? giveUp()
    this.at = this.skipSpaces(this.at + tag.length)
    return tag
  }

  protected beginsPlain(): boolean {
    const first = this.source[this.at]!
    if ('-?:'.includes(first)) return !isBreakOrSpace(this.source.charCodeAt(this.at + 1))
    return !INDICATORS.includes(first)
  }

  protected leaf(type: ReadScalar['type'], source: string, from: number, to: number, tagged = false): Value {
    return scalarValue(this.text, { type, source, range: [from, to], tagged })
  }

  protected resolved(token: CST.FlowScalar | CST.BlockScalar): string {
    return CST.resolveAsScalar(token, false, giveUp)?.value ?? giveUp()
  }
}

const SPACE = 32
const BREAK = 10

/** Also the end of a text, which is no number. */
export function isBreakOrSpace(code: number): boolean {
  return code === SPACE || code === BREAK || Number.isNaN(code)
}

/** What no plain scalar begins with. */
const INDICATORS = '\t,[]{}#&*!|>\'"%@`'
const TAG = /![A-Za-z][\w.:-]*(?=[ \n])/y
