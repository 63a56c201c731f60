import type { Place } from '../io/git/places.ts'
import type { Text } from './version-memory.ts'

/** A version of a file that came in. */
export interface Arrived {
  readonly path: string
  readonly blob: string
  readonly bytes: Buffer
  /** Where it came in at this path. */
  readonly here: readonly Place[]
}

/** So many bytes wait; what comes when they are full is read at once. */
const MOST_BYTES = 32 * 1024 * 1024

/**
 * Versions on the way to a head, put off until it is known which files of the head hold no secret: nearly all that they say is
 * said there as well, so most need not be read whole. With them what the head says.
 */
export class HeldBack {
  readonly #waiting: Arrived[] = []
  readonly #heads: (Arrived & { readonly text: Text })[] = []
  #size = 0

  /** False when there is no room. */
  keep(version: Arrived): boolean {
    if (!this.#hasRoomFor(version)) return false
    this.#waiting.push({ ...version, bytes: Buffer.from(version.bytes) })
    return true
  }

  /** The version of the head, where its text alone holds no secret. */
  keepHead(version: Arrived, text: Text): void {
    if (this.#hasRoomFor(version)) this.#heads.push({ ...version, bytes: Buffer.from(version.bytes), text })
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0
  }

  /** In the order in which they came. */
  get versions(): readonly Arrived[] {
    return this.#waiting
  }

  /** Those of files of which some version waits. */
  get heads(): readonly (Arrived & { readonly text: Text })[] {
    const paths = new Set(this.#waiting.map(({ path }) => path))
    return this.#heads.filter(({ path }) => paths.has(path))
  }

  #hasRoomFor({ bytes }: Arrived): boolean {
    if (this.#size + bytes.length > MOST_BYTES) return false
    this.#size += bytes.length
    return true
  }
}
