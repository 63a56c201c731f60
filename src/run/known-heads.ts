import type { Text } from './version-memory.ts'

/** A version of the head whose text holds no secret. */
export interface KnownHead extends Text {
  readonly path: string
  readonly blob: string
  readonly bytes: Buffer
}

/** So many bytes of them are kept until the tree of the head is known. */
const MOST_BYTES = 32 * 1024 * 1024

/**
 * Versions of the head until it is known which of its files hold no secret by what the front ends make of its tree: versions
 * on the way are held against those.
 */
export class KnownHeads {
  readonly #ask: () => Promise<(path: string) => boolean>
  #isClean: ((path: string) => boolean) | undefined
  #waiting: KnownHead[] = []
  #size = 0

  /** @param ask which files of the head hold no secret, and were read wholly; asked once, if ever */
  constructor(ask: () => Promise<(path: string) => boolean>) {
    this.#ask = ask
  }

  /** @returns it, where it is known already that it holds none. */
  add(head: KnownHead): KnownHead | undefined {
    if (this.#isClean) return this.#isClean(head.path) ? head : undefined
    if (this.#size + head.bytes.length > MOST_BYTES) return undefined
    this.#waiting.push({ ...head, bytes: Buffer.from(head.bytes) })
    this.#size += head.bytes.length
    return undefined
  }

  /** Those that hold none, each once. */
  async clean(): Promise<readonly KnownHead[]> {
    this.#isClean ??= await this.#ask()
    const clean = this.#waiting.filter(({ path }) => this.#isClean!(path))
    this.#waiting = []
    return clean
  }
}
