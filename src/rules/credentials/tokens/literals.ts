/**
 * Finds which of some hundred literals stand where in a text, in one pass that costs the same however many there are: a hash
 * of the last four characters, in small letters, is rolled along and looked up in a table of bits. Nearly every character of
 * nearly every text ends there; the rest is compared.
 */
export class LiteralIndex<T> {
  readonly #marked = new Uint32Array(1 << (HASH_BITS - 5))
  readonly #entries = new Map<number, Entry<T>[]>()

  /** Adds what to find: a literal of three characters or more, in its own case or in any. */
  add(literal: string, anyCase: boolean, value: T): void {
    const entry: Entry<T> = { literal: anyCase ? literal.toLowerCase() : literal, anyCase, value }
    for (const hash of hashesOf(literal)) {
      this.#marked[hash >>> 5]! |= 1 << (hash & 31)
      const entries = this.#entries.get(hash)
      if (entries) entries.push(entry)
      else this.#entries.set(hash, [entry])
    }
  }

  /** Calls `visit` for every literal at every place, in the order of their ends. */
  search(text: string, visit: (value: T, start: number, end: number) => void): void {
    const marked = this.#marked
    let hash = 0
    for (let at = 0; at < text.length; at++) {
      hash = ((hash << STEP) ^ (text.charCodeAt(at) | 32)) & MASK
      if ((marked[hash >>> 5]! >>> (hash & 31)) & 1) this.#compare(text, at + 1, hash, visit)
    }
  }

  #compare(text: string, end: number, hash: number, visit: (value: T, start: number, end: number) => void): void {
    for (const { literal, anyCase, value } of this.#entries.get(hash)!) {
      const start = end - literal.length
      if (start < 0) continue
      const found = anyCase ? text.slice(start, end).toLowerCase() === literal : text.startsWith(literal, start)
      if (found) visit(value, start, end)
    }
  }
}

interface Entry<T> {
  readonly literal: string
  readonly anyCase: boolean
  readonly value: T
}

/** Four steps fill the hash, so that it says nothing of what stands before the last four characters. */
const STEP = 5
const HASH_BITS = 4 * STEP
const MASK = (1 << HASH_BITS) - 1

/** The hash after a literal; of three characters all that it may be, whatever stands before them. */
function hashesOf(literal: string): number[] {
  if (literal.length < 3) throw new Error(`a literal of ${literal.length} characters is everywhere`)
  let hash = 0
  for (const character of literal.slice(-4)) hash = ((hash << STEP) ^ (character.charCodeAt(0) | 32)) & MASK
  if (literal.length > 3) return [hash]
  const lasting = 3 * STEP
  return Array.from({ length: 1 << STEP }, (_, first) => (hash & ((1 << lasting) - 1)) ^ (first << lasting))
}
