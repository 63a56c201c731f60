/**
 * Finds which of some hundred literals stand where in a text, in one pass that costs the same however many there are: a hash
 * of the last four characters, in small letters, is rolled along and looked up in a table of bits. It is marked for the four
 * characters of each literal that are rarest in text, so that nearly every character of nearly every text ends there; the
 * rest is compared.
 */
export class LiteralIndex<T> {
  readonly #marked = new Uint32Array(1 << (HASH_BITS - 5))
  readonly #entries = new Map<number, Entry<T>[]>()

  /** Adds what to find: a literal of three characters or more, in its own case or in any. */
  add(literal: string, anyCase: boolean, value: T): void {
    if (literal.length < 3) throw new Error(`a literal of ${literal.length} characters is everywhere`)
    const windowEnd = endOfRarest(literal)
    const entry: Entry<T> = { literal: anyCase ? literal.toLowerCase() : literal, anyCase, windowEnd, value }
    for (const hash of hashesOf(literal.slice(Math.max(0, windowEnd - WINDOW), windowEnd))) {
      this.#marked[hash >>> 5]! |= 1 << (hash & 31)
      const entries = this.#entries.get(hash)
      if (entries) entries.push(entry)
      else this.#entries.set(hash, [entry])
    }
  }

  /** Calls `visit` for every literal at every place. */
  search(text: string, visit: (value: T, start: number, end: number) => void): void {
    const marked = this.#marked
    let hash = 0
    for (let at = 0; at < text.length; at++) {
      hash = ((hash << STEP) ^ (text.charCodeAt(at) | 32)) & MASK
      if ((marked[hash >>> 5]! >>> (hash & 31)) & 1) this.#compare(text, at + 1, hash, visit)
    }
  }

  #compare(text: string, at: number, hash: number, visit: (value: T, start: number, end: number) => void): void {
    for (const entry of this.#entries.get(hash)!) {
      const start = at - entry.windowEnd
      if (start >= 0 && standsAt(text, start, entry)) visit(entry.value, start, start + entry.literal.length)
    }
  }
}

interface Entry<T> {
  /** In small letters, if in any case. */
  readonly literal: string
  readonly anyCase: boolean
  /** Where in it the characters end that are hashed. */
  readonly windowEnd: number
  readonly value: T
}

function standsAt(text: string, start: number, { literal, anyCase }: Entry<unknown>): boolean {
  if (!anyCase) return text.startsWith(literal, start)
  for (let at = 0; at < literal.length; at++) {
    const code = text.charCodeAt(start + at)
    if ((code >= 65 && code <= 90 ? code | 32 : code) !== literal.charCodeAt(at)) return false
  }
  return true
}

const WINDOW = 4
/** Four steps fill the hash, so that it says nothing of what stands before the last four characters. */
const STEP = 5
const HASH_BITS = WINDOW * STEP
const MASK = (1 << HASH_BITS) - 1

/** The hash of a window; of three characters all that it may be, whatever stands before them. */
function hashesOf(window: string): number[] {
  let hash = 0
  for (const character of window) hash = ((hash << STEP) ^ (character.charCodeAt(0) | 32)) & MASK
  if (window.length === WINDOW) return [hash]
  const lasting = 3 * STEP
  return Array.from({ length: 1 << STEP }, (_, first) => (hash & ((1 << lasting) - 1)) ^ (first << lasting))
}

/** Characters of code and prose, the most frequent first; digits and signs that are not named are rarer still. */
const BY_FREQUENCY = 'etaionsrlcdupm_-fhg./bvyk:wx0 1jqz'

/** By code of a character in small letters: how rare it is. */
const RANKS = Uint8Array.from({ length: 128 }, (_, code) => {
  const rank = BY_FREQUENCY.indexOf(String.fromCharCode(code).toLowerCase())
  return rank === -1 ? BY_FREQUENCY.length : rank
})

/** Where the four characters end that are the least to be expected. */
function endOfRarest(literal: string): number {
  const first = Math.min(WINDOW, literal.length)
  let sum = 0
  for (let at = 0; at < first; at++) sum += RANKS[literal.charCodeAt(at)]!
  let [best, most] = [first, sum]
  for (let end = first + 1; end <= literal.length; end++) {
    sum += RANKS[literal.charCodeAt(end - 1)]! - RANKS[literal.charCodeAt(end - 1 - WINDOW)]!
    if (sum > most) [best, most] = [end, sum]
  }
  return best
}
