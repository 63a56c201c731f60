import { LEVELS, TABLE } from './rarity-table.ts'

/**
 * How much more likely a text is as names and words than as characters drawn by chance, in bits a character: above zero it
 * reads like an identifier, a path, a sentence; below like what a machine makes up. Passwords that people choose lie between.
 */
export function wordiness(text: string): number {
  if (text.length === 0) return 0
  const chance = text.length * Math.log2(alphabetOf(text))
  return (chance - costAsWords(text)) / text.length
}

/** Letters cost what they cost in words; a new piece, a separator and a number cost a choice each. */
function costAsWords(text: string): number {
  let bits = 0
  for (const [piece] of text.matchAll(PIECES)) {
    if (/[A-Za-z]/.test(piece)) bits += PIECE + costOfWord(piece.toLowerCase())
    else if (/\d/.test(piece)) bits += NUMBER + piece.length * Math.log2(10)
    else bits += SEPARATOR * piece.length
  }
  return bits
}

const PIECES = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+|[^A-Za-z0-9]/g
const PIECE = 1
const NUMBER = 4
const SEPARATOR = 2

function costOfWord(word: string): number {
  let bits = 0
  let before = 0
  let last = 0
  for (let at = 0; at <= word.length; at++) {
    const code = at === word.length ? 0 : word.charCodeAt(at) - 96
    bits += costOf(before, last, code)
    before = last
    last = code
  }
  return bits
}

const BYTES = Buffer.from(TABLE, 'base64')

function costOf(before: number, last: number, next: number): number {
  const index = (before * 27 + last) * 27 + next
  return LEVELS[(BYTES[index >> 2]! >> (2 * (index & 3))) & 3]!
}

/** The number of characters that a text seems to be drawn from. */
function alphabetOf(text: string): number {
  if (/^[0-9a-f]+$/.test(text) || /^[0-9A-F]+$/.test(text)) return /[a-f]/i.test(text) ? 16 : 10
  return CLASSES.reduce((size, [pattern, count]) => size + (pattern.test(text) ? count : 0), 0)
}

const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/[0-9]/, 10],
  [/[^A-Za-z0-9]/, 8],
]
