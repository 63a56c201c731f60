import type { DecodedChunk } from './chunk.ts'

/**
 * Where strings of a program or a database stand without anything between them, a key has letters of its neighbours glued to
 * it. Each such joint is taken for a line break: where the bytes before a string say how long it is (Python's and Java's
 * bytecode, MessagePack, Protocol Buffers, pickles), and around the keys whose length is known (SQLite, programs in Go).
 */
export function packedStrings(value: string): DecodedChunk[] {
  const chunks: DecodedChunk[] = []
  if (!mayHoldPacked(value)) return chunks
  for (const { 0: stretch, index } of value.matchAll(STRETCH)) {
    if (!isNoText(value[index - 1]) && !isNoText(value[index + stretch.length])) continue
    const ends = new Set<number>()
    const length = announcedLength(value, index, stretch.length)
    if (length !== undefined) ends.add(index + length)
    for (const key of stretch.matchAll(KEY)) {
      // The first character only where another one stands before it.
      if (key.index > 0) ends.add(index + key.index)
      for (const part of key.slice(1)) if (part !== undefined) ends.add(index + key.index + part.length)
      ends.add(index + key.index + key[0].length)
    }
    for (const at of [...ends].sort((a, b) => a - b)) {
      if (at < index + stretch.length && isGlued(value, at)) chunks.push(lineBreakBefore(value, at))
    }
  }
  return chunks
}

export function mayHoldPacked(value: string): boolean {
  return NO_TEXT.test(value)
}

function isNoText(character: string | undefined): boolean {
  return character !== undefined && /[^\t\n\r\x20-\x7e]/.test(character)
}

/** Bytes that no text holds. */
const NO_TEXT = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/
/** Printable characters, as many as an access key id has and one more. */
const STRETCH = /[\x20-\x7e]{21,}/g

/** Keys whose length is part of their form: an access key id (with its secret behind it), tokens of fixed length. */
const KEY =
  /((?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16})(?:[A-Za-z0-9+/]{40})?|gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}|glpat-[\w-]{20}|npm_[A-Za-z0-9]{36}|AIza[\w-]{35}|[rs]k_live_[A-Za-z0-9]{24}|hf_[A-Za-z]{34}|SG\.[\w-]{22}\.[\w-]{43}|dop_v1_[a-f0-9]{64}|xox[abp]-\d{10,13}-\d{10,13}-[A-Za-z0-9]{24}/g

/** One byte, or two or four in either order, right before the string. */
function announcedLength(value: string, start: number, most: number): number | undefined {
  const byte = (back: number) => value.charCodeAt(start - back)
  const candidates = [byte(1), byte(4) + (byte(3) << 8), byte(2) * 256 + byte(1), byte(4)]
  return candidates.find((length) => length >= 8 && length < most)
}

/** Letters or digits on both sides. */
function isGlued(value: string, at: number): boolean {
  return /[A-Za-z0-9_+/-]/.test(value[at - 1] ?? '') && /[A-Za-z0-9_+/-]/.test(value[at] ?? '')
}

function lineBreakBefore(value: string, at: number): DecodedChunk {
  const text = `\n${value[at]}`
  return { start: at, end: at + 1, value: text, runs: [{ at: 0, length: text.length, start: at, end: at + 1 }] }
}
