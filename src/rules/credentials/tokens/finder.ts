import type { Range } from '../../../core/source.ts'
import { isDocumented } from '../../../secrets/documented.ts'
import { isNamed, listOf, type Named, type SelfEvident, type TokenForm, type Vendor } from './format.ts'
import { VENDORS } from './formats.ts'
import { isIssued } from './issued.ts'
import { LiteralIndex } from './literals.ts'
import { nameBefore } from './naming.ts'
import { isWordStart, readable } from './word-start.ts'

/** A secret in a text, as offsets of just what must be masked. */
export interface Token {
  readonly vendor: Vendor
  readonly form: TokenForm
  readonly start: number
  readonly end: number
  /** How surely it is what the form says: for kinds that only a word before them tells, how near that word is. */
  readonly confidence: 'high' | 'medium' | 'low'
  /** Where the word ends that tells it: of two the nearer one says what it is. */
  readonly wordEnd?: number
  /** Of kinds that have check digits: are they right? */
  readonly checked?: boolean
}

/** All tokens of all vendors in a text, each place once: those that speak for themselves before those that a word tells. */
export function tokensIn(text: string): Token[] {
  const evident: Token[] = []
  const named: Token[] = []
  INDEX.search(text, (row, start, end) => {
    if (isNamed(row.form)) for (const token of namedAfter(text, row, start, end)) named.push(token)
    else {
      const token = evidentAt(text, row, start, end)
      if (token) evident.push(token)
    }
  })
  const kept = withoutOverlaps(evident)
  return [...kept, ...withoutOverlaps(named).filter((token) => !overlapsOne(kept, token))]
}

/** Is there anything of the form of a token that speaks for itself in a text, whatever stands before it? */
export function mayBeToken(text: string): boolean {
  let found = false
  INDEX.search(text, (row, start, end) => {
    found ||= !isNamed(row.form) && hasForm(text, row, start, end)
  })
  return found
}

/** Is there a word in it that may stand before a token? */
export function mayNameToken(text: string): boolean {
  let found = false
  INDEX.search(text, () => {
    found = true
  })
  return found
}

interface Patterns {
  /** Sticky, for what follows the literal; or global, for what stands somewhere after a keyword. */
  readonly pattern: RegExp
  readonly before?: RegExp
}

/** A row of the table. Its expressions are made when something asks for them: of hundreds a text asks for a few. */
class Row {
  readonly vendor: Vendor
  readonly form: TokenForm
  #patterns: Patterns | undefined

  constructor(vendor: Vendor, form: TokenForm) {
    this.vendor = vendor
    this.form = form
  }

  get pattern(): RegExp {
    return this.patterns.pattern
  }

  get before(): RegExp | undefined {
    return this.patterns.before
  }

  private get patterns(): Patterns {
    this.#patterns ??= patternsOf(this.form)
    return this.#patterns
  }
}

/** A value that only its form tells must not be the rest of a path, a name or other base64. */
const VALUE_START = '(?<![A-Za-z0-9_+/.~@#-])'

const INDEX = indexOf(VENDORS)

function indexOf(vendors: readonly Vendor[]): LiteralIndex<Row> {
  const index = new LiteralIndex<Row>()
  for (const vendor of vendors) {
    for (const form of vendor.kinds) {
      const row = new Row(vendor, form)
      if (isNamed(form)) for (const keyword of keywordsOf(form)) index.add(keyword, true, row)
      else for (const literal of [...listOf(form.starts), ...listOf(form.holds)]) index.add(literal, false, row)
    }
  }
  return index
}

/** `new relic` stands for `newrelic`, `NEW_RELIC`, `new-relic`, `new.relic` and `New Relic`. */
function keywordsOf({ keyword }: Named): Set<string> {
  return new Set(
    listOf(keyword).flatMap((words) => ['', '_', '-', '.', ' '].map((joint) => words.replaceAll(' ', joint))),
  )
}

function patternsOf(form: TokenForm): Patterns {
  if (isNamed(form)) return { pattern: compile(VALUE_START + group(form.form) + wordEnd(form.form), 'g') }
  const pattern = compile(group(form.form) + (form.open ? '' : wordEnd(form.form)), 'y')
  return form.before ? { pattern, before: compile(`(?<=(${form.before}))`, 'y') } : { pattern }
}

function group(form: string): string {
  return `(?:${form})`
}

/** With the places of groups only where there are any: they cost. */
function compile(source: string, flags: string): RegExp {
  return new RegExp(source, source.includes('(?<') ? `${flags}d` : flags)
}

/** A token ends where its own alphabet does. A full stop may be that of a sentence. */
function wordEnd(form: string): string {
  const alphabet = /\[([^\]]+)\](?:\{[\d,]+\})?\)?$/.exec(form)?.[1] ?? ''
  const own = ['_', '+', '/', '~'].filter((character) => alphabet.includes(character))
  if (alphabet.endsWith('-')) own.push('-')
  return `(?![A-Za-z0-9${own.map((character) => `\\${character}`).join('')}])`
}

/** As far as `before` may reach. */
const LONGEST_BEFORE = 160

function evidentAt(text: string, row: Row, start: number, end: number): Token | undefined {
  const lookBack = Math.max(0, start - LONGEST_BEFORE)
  const left = row.before && matchEndingAt(row.before, readable(text.slice(lookBack, start)))
  if (row.before && !left) return undefined
  const from = left ? start - left[1]!.length : start
  if (!(row.form as SelfEvident).open && !isWordStart(text, from)) return undefined
  const match = matchAt(row.pattern, text, end)
  if (!match) return undefined
  const secret = partOf(match, 'secret') ?? (left && partOf(left, 'secret', lookBack))
  const { start: first, end: last } = secret ?? { start: from, end: end + match[0].length }
  const random = partOf(match, 'random') ?? secret ?? { start: left ? first : end, end: last }
  if (!isIssued(text.slice(random.start, random.end), row.form) || isDocumented(text.slice(first, last)))
    return undefined
  const token = { vendor: row.vendor, form: row.form, start: first, end: last }
  const checked = row.form.checkDigits?.(text.slice(first, last))
  if (checked === undefined) return { ...token, confidence: 'high' }
  return { ...token, confidence: checked ? 'high' : 'medium', checked }
}

/** Less than is asked of a token: what stands before it may be elsewhere. */
function hasForm(text: string, row: Row, start: number, end: number): boolean {
  if (!row.before && !(row.form as SelfEvident).open && !isWordStart(text, start)) return false
  return matchAt(row.pattern, text, end) !== null
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function matchEndingAt(before: RegExp, text: string): RegExpExecArray | null {
  return matchAt(before, text, text.length)
}

/** From a keyword on, this much is looked at: the lines of a small block, and a long value. */
const REACH = 200
const LONGEST_VALUE = 400

function* namedAfter(text: string, { vendor, form, pattern }: Row, start: number, end: number): Generator<Token> {
  if (!isWholeWord(text, start, end)) return
  const window = readable(text.slice(end, end + REACH + LONGEST_VALUE))
  for (const match of window.matchAll(pattern)) {
    if (match.index > REACH) return
    const { start: first, end: last } = partOf(match, 'secret') ?? {
      start: match.index,
      end: match.index + match[0].length,
    }
    const value = { start: end + first, end: end + last }
    if (value.start === end) continue
    const confidence = nameBefore(text, start, end, value.start)
    const secret = text.slice(value.start, value.end)
    if (!confidence || !isIssued(secret, form) || isDocumented(secret)) continue
    yield {
      vendor,
      form,
      ...value,
      wordEnd: end,
      confidence: isPublic(form, text, start, value.end) ? 'low' : confidence,
    }
  }
}

/**
 * Is a keyword a word of its own, also of `DATADOG_API_KEY` and `myDatadogKey`, not four letters of `EXPORT`? What comes behind it
 * without a joint is the name of a secret, or begins with a letter of the other case.
 */
function isWholeWord(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? ''
  const first = text[start]!
  if (/[a-z]/.test(before) && !/[A-Z]/.test(first)) return false
  if (/[A-Z]/.test(before)) return false
  if (/^(?:api|app|key|token|secret|auth|access|client|pass|pat|sdk|master|admin)/i.test(text.slice(end, end + 6)))
    return true
  return !(/[A-Z]/.test(text[end - 1]!) ? /[A-Z]/ : /[a-z]/).test(text[end] ?? '')
}

/** So far around it stands what says that a key is handed to browsers. */
const AROUND = 200

function isPublic(form: TokenForm, text: string, start: number, end: number): boolean {
  if (!('publicBy' in form) || !form.publicBy) return false
  const around = text.slice(Math.max(0, start - AROUND), end + AROUND)
  return form.publicBy.test(around) && !/admin|write/i.test(around)
}

function partOf(match: RegExpExecArray, name: 'secret' | 'random', from = 0): Range | undefined {
  const place = match.indices?.groups?.[name]
  return place && { start: from + place[0], end: from + place[1] }
}

/** In order, and of those that share characters the first, or the longer of two that begin together. */
function withoutOverlaps(tokens: Token[]): Token[] {
  let end = 0
  return tokens
    .sort((a, b) => a.start - b.start || b.end - a.end || (b.wordEnd ?? 0) - (a.wordEnd ?? 0))
    .filter((token) => {
      if (token.start < end) return false
      end = token.end
      return true
    })
}

function overlapsOne(sorted: readonly Token[], { start, end }: Range): boolean {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]!.end <= start) low = middle + 1
    else high = middle
  }
  return low < sorted.length && sorted[low]!.start < end
}
