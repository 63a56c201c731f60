import type { Span } from '../core/source.ts'
import { COMMON_PASSWORDS } from '../secrets/placeholders.ts'
import { wordiness } from '../secrets/rarity.ts'

/** Access key ids keep their kind and last four characters, by which people recognise them; the rest of a secret goes. */
const KEY_ID = /^(AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}$/

/** Secrets shorter than this are masked where they were found, but not hunted for in other text. */
const SHORTEST_VALUE = 6

/** Beyond this many secrets, looking for each in each line would take longer than the scan. */
const MOST_VALUES = 400

/**
 * The whole text with every secret replaced, each character by `*` and line breaks kept, so that offsets, lines and
 * columns stay as they are. Spans may overlap and come in any order.
 */
export function maskSpans(text: string, spans: readonly Pick<Span, 'start' | 'end'>[]): string {
  let out = ''
  let at = 0
  for (const { start, end } of merge(spans)) {
    const from = Math.max(start, at)
    out += text.slice(at, from) + maskValue(text.slice(from, end))
    at = Math.max(at, end)
  }
  return out + text.slice(at)
}

export function maskValue(value: string): string {
  if (KEY_ID.test(value)) return `${value.slice(0, 4)}${'*'.repeat(value.length - 8)}${value.slice(-4)}`
  return value.replace(/[^\r\n]/g, '*')
}

/** Scrubs known secrets out of any text, wherever they stand in it: the second line of defence behind the spans. */
export function scrubber(values: Iterable<string>): (text: string) => string {
  const known = new Set([...values].flatMap((value) => [value, ...value.split(/\r?\n/)]))
  const long = [...known]
    .filter((value) => value.trim().length >= SHORTEST_VALUE && !isWord(value))
    .sort((a, b) => b.length - a.length)
  if (long.length === 0) return (text) => text
  if (long.length <= MOST_VALUES) {
    return (text) =>
      long.reduce((rest, value) => (rest.includes(value) ? rest.replaceAll(value, maskValue(value)) : rest), text)
  }
  const words = new Set(long)
  return (text) => text.replace(/[A-Za-z0-9+/_.~-]{6,}={0,2}/g, (word) => (words.has(word) ? maskValue(word) : word))
}

/**
 * `password = "password"`: a word is masked in its place, but stands for other things elsewhere, such as names of arguments,
 * files and the project itself. It gives nothing away there.
 */
function isWord(value: string): boolean {
  return COMMON_PASSWORDS.has(value.toLowerCase()) || (/^[A-Za-z]{1,16}$/.test(value) && wordiness(value) > 0)
}

/** Pieces of a value that a generator made: of a secret that is split, half recognised, or of a kind no rule knows. */
const PIECE = { beside: /[A-Za-z0-9+/]{8,}={0,2}/g, elsewhere: /[A-Za-z0-9+/]{20,}={0,2}/g }

/** Character by character: `w J a l r …`, `119, 74, 97, …`. */
const SPELT_OUT =
  /(?<![A-Za-z0-9])(?:[A-Za-z0-9+/][\s,]{1,3}){15,}[A-Za-z0-9+/](?![A-Za-z0-9])|(?<!\d)(?:\d{2,3},\s?){15,}\d{2,3}(?!\d)/g

/**
 * Masks what looks random in a line that is shown, whether or not a rule took it for a secret: the third line of defence.
 * Names, paths and account ids stay. `beside` a secret much less is needed, as its other half may stand there.
 */
export function redact(line: string, where: keyof typeof PIECE): string {
  const text = where === 'beside' ? line.replace(SPELT_OUT, (piece) => piece.replace(/[^\s,]/g, '*')) : line
  return text.replace(PIECE[where], (piece) => (looksRandom(piece, where) ? '*'.repeat(piece.length) : piece))
}

function looksRandom(piece: string, where: keyof typeof PIECE): boolean {
  const mixed = /[a-z]/.test(piece) && /[A-Z]/.test(piece)
  const digit = /[0-9]/.test(piece)
  if (where === 'elsewhere') return mixed && digit && shareOfWords(piece) < 0.5
  if (!mixed && !(digit && /[A-Za-z]/.test(piece) && piece.length >= 16)) return false
  return shareOfWords(piece) < 0.6
}

/** How much of a text is words, as in `secretAccessKey`, `AmazonEC2ReadOnly`, `modules/network`; of random text, a fifth. */
function shareOfWords(text: string): number {
  let letters = 0
  for (const word of text.match(/[A-Z][a-z]{2,}|[a-z]{4,}|[A-Z]{4,}/g) ?? []) letters += word.length
  return letters / text.length
}

function merge(spans: readonly Pick<Span, 'start' | 'end'>[]): { start: number; end: number }[] {
  const merged: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1)
    if (last && start === last.start && end === last.end) continue
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}
