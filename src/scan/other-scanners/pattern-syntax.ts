export type Assertion = 'start' | 'end' | 'word-edge' | 'no-word-edge' | 'word-start' | 'word-end'

/** A regular expression, taken apart. */
export type Part =
  | { readonly kind: 'any' }
  | { readonly kind: 'set'; readonly has: (code: number) => boolean }
  | { readonly kind: 'assert'; readonly assertion: Assertion }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Part[] }
  | { readonly kind: 'repeat'; readonly part: Part; readonly least: number; readonly most: number }

const LONGEST_PATTERN = 2000
const DEEPEST_GROUP = 50

/** Takes an extended regular expression apart; throws an Error with the reason when it holds what cannot be followed. */
export function parsePattern(written: string, ignoreCase: boolean): Part {
  if (written.length > LONGEST_PATTERN) throw new Error(`it is longer than ${LONGEST_PATTERN} characters`)
  const reader: Reader = { written, ignoreCase, at: 0, depth: 0 }
  const whole = readChoice(reader)
  if (reader.at < written.length) throw new Error('a ")" closes nothing')
  return whole
}

interface Reader {
  readonly written: string
  readonly ignoreCase: boolean
  at: number
  depth: number
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
  while (reader.at < reader.written.length && !'|)'.includes(reader.written[reader.at]!)) {
    parts.push(readRepeats(reader, readOne(reader)))
  }
  return { kind: 'sequence', parts }
}

function readRepeats(reader: Reader, one: Part): Part {
  let part = one
  for (;;) {
    const [found, least, most] = repeatAt(reader)
    if (found === 0) return part
    reader.at += found
    // a lazy one matches the same texts; what is found first does not matter here
    if (reader.written[reader.at] === '?') reader.at++
    if (reader.written[reader.at] === '+') throw new Error('possessive repetition is not supported')
    part = { kind: 'repeat', part, least, most }
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
      return { kind: 'any' }
    case '^':
      return { kind: 'assert', assertion: 'start' }
    case '$':
      return { kind: 'assert', assertion: 'end' }
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
  if (reader.written.startsWith('?:', reader.at)) reader.at += 2
  else if (reader.written[reader.at] === '?')
    throw new Error(`"(${reader.written.slice(reader.at, reader.at + 2)}" is not supported`)
  if (++reader.depth > DEEPEST_GROUP) throw new Error('it is nested too deep')
  const part = readChoice(reader)
  if (reader.written[reader.at++] !== ')') throw new Error('a "(" is not closed')
  reader.depth--
  return part
}

const EDGES: Readonly<Record<string, Assertion>> = {
  b: 'word-edge',
  B: 'no-word-edge',
  '<': 'word-start',
  '>': 'word-end',
}

function readEscape(reader: Reader): Part {
  const sign = reader.written[reader.at]
  if (sign !== undefined && EDGES[sign]) {
    reader.at++
    return { kind: 'assert', assertion: EDGES[sign] }
  }
  return { kind: 'set', has: escaped(reader) }
}

type Set = (code: number) => boolean

/** The set that an escape stands for; the reader is behind the backslash. */
function escaped(reader: Reader): Set {
  const sign = reader.written[reader.at++]
  if (sign === undefined) throw new Error('it ends in a backslash')
  const named = ESCAPES[sign]
  if (named) return named
  if (/[A-Za-z0-9]/.test(sign)) throw new Error(`"\\${sign}" is not supported`)
  return only(sign, reader)
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
  const folded = reader.ignoreCase ? foldCase(has) : has
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
  if (written[reader.at] === '\\') {
    reader.at++
    return escaped(reader)
  }
  const from = written.charCodeAt(reader.at++)
  if (written[reader.at] !== '-' || (written[reader.at + 1] ?? ']') === ']') return (code) => code === from
  const to = written.charCodeAt(reader.at + 1)
  if (to < from) throw new Error(`"${written.slice(reader.at - 1, reader.at + 2)}" counts backwards`)
  reader.at += 2
  return (code) => code >= from && code <= to
}

function only(sign: string, { ignoreCase }: Reader): Set {
  const wanted = sign.charCodeAt(0)
  const has: Set = (code) => code === wanted
  return ignoreCase ? foldCase(has) : has
}

/** The set with the other case of its ASCII letters. */
function foldCase(set: Set): Set {
  return (code) => set(code) || (LETTER(code) && set(code ^ 32))
}

const LETTER = within('az', 'AZ')
