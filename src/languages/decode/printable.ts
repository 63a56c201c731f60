/** Shorter stretches say nothing; names that stand beside a key are longer. */
const STRETCH =
  /(?:[\t\n\r\x20-\x7e]\0){6,}|(?:\0[\t\n\r\x20-\x7e]){6,}\0?|[\t\n\r\x20-\x7e]{6,}|(?:[\xc2-\xf4][\x80-\xbf]{1,3}|[\t\n\r\x20-\x7e]){8,}/g

/** What stands before a text and after it tells how long it is, in most formats. */
const BEFORE = 4

/**
 * The printable stretches of a binary file, each on a line of its own behind the bytes that stood before it: names and
 * values, of one or two bytes a character, in a text that is a small part of the file.
 */
export function printableStretches(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const lines: string[] = []
  let done = 0
  for (const { 0: stretch, index } of raw.matchAll(STRETCH)) {
    const end = index + stretch.length
    lines.push(raw.slice(Math.max(done, index - BEFORE), end))
    done = end
  }
  return lines.join('\0\n')
}
