export type Assertion =
  | 'start'
  | 'end'
  | 'line-start'
  | 'line-end'
  | 'word-edge'
  | 'no-word-edge'
  | 'word-start'
  | 'word-end'

/** A regular expression, taken apart. */
export type Part =
  | { readonly kind: 'any' }
  | { readonly kind: 'set'; readonly has: (code: number) => boolean }
  | { readonly kind: 'assert'; readonly assertion: Assertion }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Part[] }
  | {
      readonly kind: 'repeat'
      readonly part: Part
      readonly least: number
      readonly most: number
      readonly lazy: boolean
    }
  | { readonly kind: 'group'; readonly part: Part; readonly index: number }

/**
 * `shared`: extended regular expressions as grep has them and what they share with JavaScript's. `re2`: those of Go and
 * so of Terraform, https://github.com/google/re2/wiki/Syntax, without Unicode's classes.
 */
export type Dialect = 'shared' | 're2'

export interface ParsedPattern {
  readonly whole: Part
  /** Of each capturing group in turn, its name if it has one. In the dialect `shared` they are not kept. */
  readonly groups: readonly (string | undefined)[]
}

const LONGEST_PATTERN = 5000
const DEEPEST_GROUP = 50

/** Takes a regular expression apart; throws an Error with the reason when it holds what cannot be followed. */
export function parsePattern(written: string, ignoreCase: boolean, dialect: Dialect): ParsedPattern {
  if (written.length > LONGEST_PATTERN) throw new Error(`it is longer than ${LONGEST_PATTERN} characters`)
  const flags: Flags = { ignoreCase, dotAll: false, manyLines: false, spaced: false }
  const reader: Reader = { written, dialect, flags, groups: [], at: 0, depth: 0 }
  const whole = readChoice(reader)
  if (reader.at < written.length) throw new Error('a ")" closes nothing')
  return { whole, groups: reader.groups }
}

interface Reader {
  readonly written: string
  readonly dialect: Dialect
  readonly groups: (string | undefined)[]
  /** They hold to the end of the group they are set in. */
  flags: Flags
  at: number
  depth: number
}

interface Flags {
  readonly ignoreCase: boolean
  readonly dotAll: boolean
  /** `^` and `$` stand at the ends of lines, too. */
  readonly manyLines: boolean
  /** Blanks and comments between the parts say nothing. */
  readonly spaced: boolean
}

const FLAGS: Readonly<Record<string, keyof Flags>> = {
  i: 'ignoreCase',
  s: 'dotAll',
  m: 'manyLines',
  x: 'spaced',
}

function readChoice(reader: Reader): Part {
  const parts = [readSequence(reader)]
  while (reader.written[reader.at] === '|') {
    reader.at++
    parts.push(readSequence(reader))
  }
  return parts.length === 1 ? parts[0]! : { kind: 'choice', parts }
}

function readSequence(reader: Reader): Part {
  const parts: Part[] = []
  for (skipSpace(reader); reader.at < reader.written.length; skipSpace(reader)) {
    if ('|)'.includes(reader.written[reader.at]!)) break
    parts.push(readRepeats(reader, readOne(reader)))
  }
  return { kind: 'sequence', parts }
}

function skipSpace(reader: Reader): void {
  if (!reader.flags.spaced) return
  const space = /(?:\s|#[^\n]*)*/y
  space.lastIndex = reader.at
  space.test(reader.written)
  reader.at = space.lastIndex
}

function readRepeats(reader: Reader, one: Part): Part {
  let part = one
  for (;;) {
    skipSpace(reader)
    const [found, least, most] = repeatAt(reader)
    if (found === 0) return part
    reader.at += found
    const lazy = reader.written[reader.at] === '?'
    if (lazy) reader.at++
    if (reader.written[reader.at] === '+') throw new Error('possessive repetition is not supported')
    part = { kind: 'repeat', part, least, most, lazy }
  }
}

/** Length of the quantifier that stands here (0 for none), and its bounds. */
function repeatAt({ written, at }: Reader): [length: number, least: number, most: number] {
  const sign = written[at]
  if (sign === '*') return [1, 0, Number.POSITIVE_INFINITY]
  if (sign === '+') return [1, 1, Number.POSITIVE_INFINITY]
  if (sign === '?') return [1, 0, 1]
  const bounds = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(written.slice(at, at + 12))
  if (!bounds) return [0, 0, 0]
  const least = Number(bounds[1])
  const most = bounds[2] === undefined ? least : bounds[3] ? Number(bounds[3]) : Number.POSITIVE_INFINITY
  if (most < least) throw new Error(`"${bounds[0]}" counts backwards`)
  return [bounds[0].length, least, most]
}

function readOne(reader: Reader): Part {
  const sign = reader.written[reader.at++]!
  switch (sign) {
    case '.':
      return reader.flags.dotAll ? { kind: 'set', has: () => true } : { kind: 'any' }
    case '^':
      return { kind: 'assert', assertion: reader.flags.manyLines ? 'line-start' : 'start' }
    case '$':
      return { kind: 'assert', assertion: reader.flags.manyLines ? 'line-end' : 'end' }
    case '(':
      return readGroup(reader)
    case '[':
      return readSet(reader)
    case '\\':
      return readEscape(reader)
    case '*':
    case '+':
    case '?':
      throw new Error(`"${sign}" repeats nothing`)
    default:
      return { kind: 'set', has: only(sign, reader) }
  }
}

function readGroup(reader: Reader): Part {
  const outside = reader.flags
  const opening = /^\?(?:P?<([A-Za-z_]\w*)>|([imsx]*)(-[imsx]+)?([:)]))/.exec(
    reader.written.slice(reader.at, reader.at + 80),
  )
  if (reader.written[reader.at] === '?' && !opening)
    throw new Error(`"(${reader.written.slice(reader.at, reader.at + 2)}" is not supported`)
  const [whole = '', name, on = '', off = '', end] = opening ?? []
  reader.at += whole.length
  const set = (letters: string, to: boolean) => [...letters].map((letter) => [FLAGS[letter]!, to])
  reader.flags = { ...outside, ...Object.fromEntries([...set(on, true), ...set(off.slice(1), false)]) }
  // `(?i)` holds for what follows it in the group it stands in.
  if (end === ')') return { kind: 'sequence', parts: [] }
  const index = end === ':' ? undefined : reader.groups.push(name)
  if (++reader.depth > DEEPEST_GROUP) throw new Error('it is nested too deep')
  const part = readChoice(reader)
  if (reader.written[reader.at++] !== ')') throw new Error('a "(" is not closed')
  reader.depth--
  reader.flags = outside
  // What only asks whether there is a match need not note where.
  return index === undefined || reader.dialect === 'shared' ? part : { kind: 'group', part, index }
}

const EDGES: Readonly<Record<Dialect, Readonly<Record<string, Assertion>>>> = {
  shared: { b: 'word-edge', B: 'no-word-edge', '<': 'word-start', '>': 'word-end' },
  re2: { b: 'word-edge', B: 'no-word-edge', A: 'start', z: 'end' },
}

function readEscape(reader: Reader): Part {
  const assertion = EDGES[reader.dialect][reader.written[reader.at] ?? '']
  if (!assertion) return { kind: 'set', has: escaped(reader) }
  reader.at++
  return { kind: 'assert', assertion }
}

type Set = (code: number) => boolean

/** The set that an escape stands for; the reader is behind the backslash. */
function escaped(reader: Reader): Set {
  const sign = reader.written[reader.at++]
  if (sign === undefined) throw new Error('it ends in a backslash')
  const named = (reader.dialect === 're2' && ESCAPES_OF_RE2[sign]) || ESCAPES[sign]
  if (named) return named
  if (sign === 'x') return only(String.fromCharCode(codeOf(reader)), reader)
  if (/[A-Za-z0-9]/.test(sign)) throw new Error(`"\\${sign}" is not supported`)
  return only(sign, reader)
}

/** `\x60`, `\x{60}`; the reader is behind the `x`. */
function codeOf(reader: Reader): number {
  const [whole, braced, bare] =
    /^(?:\{([0-9A-Fa-f]{1,4})\}|([0-9A-Fa-f]{2}))/.exec(reader.written.slice(reader.at, reader.at + 6)) ?? []
  if (whole === undefined) throw new Error('"\\x" names no character')
  reader.at += whole.length
  return Number.parseInt((braced ?? bare)!, 16)
}

const within =
  (...ranges: readonly string[]): Set =>
  (code) =>
    ranges.some((range) => code >= range.charCodeAt(0) && code <= range.charCodeAt(range.length - 1))

const not =
  (set: Set): Set =>
  (code) =>
    !set(code)

const DIGIT = within('09')
const WORD = within('az', 'AZ', '09', '_')
const SPACE = within('\t\r', ' ', '\u00a0')
const SPACE_OF_RE2 = within('\t\n', '\f\r', ' ')

const ESCAPES: Readonly<Record<string, Set>> = {
  d: DIGIT,
  D: not(DIGIT),
  w: WORD,
  W: not(WORD),
  s: SPACE,
  S: not(SPACE),
  t: within('\t'),
  n: within('\n'),
  r: within('\r'),
}

const ESCAPES_OF_RE2: Readonly<Record<string, Set>> = {
  s: SPACE_OF_RE2,
  S: not(SPACE_OF_RE2),
  f: within('\f'),
  v: within('\v'),
  a: within('\x07'),
}

/** POSIX's names: https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap09.html */
const CLASSES: Readonly<Record<string, Set>> = {
  alpha: within('az', 'AZ'),
  digit: DIGIT,
  alnum: within('az', 'AZ', '09'),
  upper: within('AZ'),
  lower: within('az'),
  space: SPACE,
  blank: within(' ', '\t'),
  punct: within('!/', ':@', '[`', '{~'),
  xdigit: within('09', 'af', 'AF'),
  word: WORD,
  print: within(' ~'),
  graph: within('!~'),
  cntrl: within('\u0000\u001f', '\u007f'),
}

/** `[...]`; the reader is behind the bracket. A backslash escapes, as people mean it even where grep takes it literally. */
function readSet(reader: Reader): Part {
  const { written } = reader
  const negated = written[reader.at] === '^'
  if (negated) reader.at++
  const sets: Set[] = []
  for (let first = true; first || written[reader.at] !== ']'; first = false) {
    if (reader.at >= written.length) throw new Error('a "[" is not closed')
    sets.push(readMember(reader))
  }
  reader.at++
  const has: Set = (code) => sets.some((set) => set(code))
  const folded = reader.flags.ignoreCase ? foldCase(has) : has
  return { kind: 'set', has: negated ? not(folded) : folded }
}

function readMember(reader: Reader): Set {
  const { written } = reader
  const named = /^\[:(\w+):\]/.exec(written.slice(reader.at, reader.at + 12))
  if (named) {
    const set = CLASSES[named[1]!]
    if (!set) throw new Error(`"${named[0]}" is not supported`)
    reader.at += named[0].length
    return set
  }
  const start = reader.at
  if (written[reader.at] === '\\' && written[reader.at + 1] !== 'x') {
    reader.at++
    return escaped(reader)
  }
  const from = boundOf(reader)
  if (written[reader.at] !== '-' || (written[reader.at + 1] ?? ']') === ']') return (code) => code === from
  if (written[reader.at + 1] === '\\' && /[dDsSwW]/.test(written[reader.at + 2] ?? '')) return (code) => code === from
  reader.at++
  const to = boundOf(reader)
  if (to < from) throw new Error(`"${written.slice(start, reader.at)}" counts backwards`)
  return (code) => code >= from && code <= to
}

/** One end of a range: a character, as it is or escaped. */
function boundOf(reader: Reader): number {
  if (reader.written[reader.at] !== '\\') return reader.written.charCodeAt(reader.at++)
  reader.at += 2
  if (reader.written[reader.at - 1] === 'x') return codeOf(reader)
  return reader.written.charCodeAt(reader.at - 1)
}

function only(sign: string, { flags: { ignoreCase } }: Reader): Set {
  const wanted = sign.charCodeAt(0)
  const has: Set = (code) => code === wanted
  return ignoreCase ? foldCase(has) : has
}

/** The set with the other case of its ASCII letters. */
function foldCase(set: Set): Set {
  return (code) => set(code) || (LETTER(code) && set(code ^ 32))
}

const LETTER = within('az', 'AZ')
