import { decodeBytes } from '../../languages/decode/bytes.ts'
import { DEFAULT_MAX_BYTES, readBlobs, readBlobsNow, sizesNow } from './objects.ts'
import type { Repository } from './repository.ts'

/** So many characters of text are kept; what was asked for longest ago goes first. */
const CACHE_CHARACTERS = 32 * 1024 * 1024

type Decoded = ReturnType<typeof decodeBytes>
type Content = Decoded | 'unreadable'
type Contents = (blob: string, along: () => Along) => Content

/** What to read along with a blob: all of it, or if that is more than about `all` bytes, in this order files of at most `each`. */
export interface Along {
  readonly blobs: readonly string[]
  readonly each: number
  readonly all: number
}

/** So many blobs are thought of when one is asked for. */
const THOUGHT_OF = 1000

/** By id, and the same for all trees of a repository: what two commits have in common is read once. */
export function contentsOf(repository: Repository, maxBytes = DEFAULT_MAX_BYTES): Contents {
  const kept = maxBytes === DEFAULT_MAX_BYTES ? keptOf(repository) : createCache(charactersOf)
  return (blob, along) =>
    kept.get(blob, () => {
      const found = readWith(repository, blob, along(), maxBytes, (other) => other === blob || kept.has(other))
      for (const [other, bytes] of found) if (other !== blob) kept.put(other, decodeBytes(bytes))
      const bytes = found.get(blob)
      return bytes && bytes.length <= maxBytes ? decodeBytes(bytes) : 'unreadable'
    })
}

/** A blob and what fits along with it. Mostly all of it fits, so sizes are asked for only when it did not. */
function readWith(
  repository: Repository,
  blob: string,
  { blobs, each, all }: Along,
  maxBytes: number,
  known: (blob: string) => boolean,
): Map<string, Buffer> {
  const others = [...new Set(blobs.filter((other) => !known(other)).slice(0, THOUGHT_OF))]
  const found = readBlobsNow(repository, [blob, ...others], Math.min(maxBytes, each) + all)
  if (found.size > 0) return found
  const fitting: string[] = []
  let bytes = 0
  for (const [id, size] of others.length === 0 ? [] : sizesNow(repository, others)) {
    if (size > each || bytes + size > all) continue
    bytes += size
    fitting.push(id)
  }
  return readBlobsNow(repository, [blob, ...fitting], maxBytes + bytes)
}

/** Keeps what was read for another purpose and will be asked for again. */
export function keepContent(repository: Repository, blob: string, content: Decoded): void {
  keptOf(repository).put(blob, content)
}

/** What is kept of a blob; undefined when it is to be read. */
export function keptContent(repository: Repository, blob: string): Decoded | undefined {
  const kept = keptOf(repository)
  const content = kept.has(blob) ? kept.get(blob, () => 'unreadable') : 'unreadable'
  return content === 'unreadable' ? undefined : content
}

/** Files of so many bytes at most, and so many together, are read before anyone asks. */
const EARLY_EACH = 1 << 18
const EARLY_ALL = 1 << 24

/**
 * Reads what will be asked for while other work goes on. What it leaves out (too large, too much, not here) is read, or
 * told to be unreadable, when somebody asks for it.
 */
export async function readEarly(repository: Repository, blobs: Iterable<string>): Promise<void> {
  const kept = keptOf(repository)
  const wanted = [...new Set(blobs)].filter((blob) => !kept.has(blob)).map((blob) => ({ blob }))
  if (wanted.length === 0) return
  let all = 0
  for await (const { item, bytes } of readBlobs(repository, wanted, () => {}, EARLY_EACH)) {
    kept.put(item.blob, decodeBytes(bytes))
    all += bytes.length
    if (all > EARLY_ALL) break
  }
}

function keptOf(repository: Repository): Cache<Content> {
  const kept = KEPT.get(repository) ?? createCache(charactersOf)
  KEPT.set(repository, kept)
  return kept
}

const KEPT = new WeakMap<Repository, Cache<Content>>()

function charactersOf(content: Content): number {
  return typeof content === 'string' ? 0 : content.text.length
}

/** Keeps values up to a total weight. */
export interface Cache<Value> {
  has(key: string): boolean
  /** `read` when it is not there. */
  get(key: string, read: () => Value): Value
  put(key: string, value: Value): void
}

export function createCache<Value>(weigh: (value: Value) => number, limit = CACHE_CHARACTERS): Cache<Value> {
  const kept = new Map<string, Value>()
  let weight = 0
  const put = (key: string, value: Value): void => {
    if (kept.has(key)) return
    kept.set(key, value)
    weight += weigh(value)
    for (const [oldest, old] of kept) {
      if (weight <= limit || oldest === key) break
      kept.delete(oldest)
      weight -= weigh(old)
    }
  }
  return {
    has: (key) => kept.has(key),
    put,
    get(key, read) {
      if (!kept.has(key)) {
        const value = read()
        put(key, value)
        return value
      }
      // Asked for last: to the end of the Map's order.
      const value = kept.get(key)!
      kept.delete(key)
      kept.set(key, value)
      return value
    },
  }
}
