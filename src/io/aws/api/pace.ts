/**
 * How many requests are under way at once, by what AWS lets through: each one that is throttled halves it, each that is
 * answered lets it grow again. A service has its own pace in each region, as its limits are.
 */
export class Pace {
  #limit: number
  #running = 0
  readonly #most: number
  readonly #waiting: (() => void)[] = []

  constructor(most: number) {
    this.#most = most
    this.#limit = most
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    while (this.#running >= Math.floor(this.#limit)) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#running++
    try {
      return await work()
    } finally {
      this.#running--
      this.#waiting.shift()?.()
    }
  }

  throttled(): void {
    this.#limit = Math.max(1, this.#limit / 2)
  }

  answered(): void {
    const before = Math.floor(this.#limit)
    this.#limit = Math.min(this.#most, this.#limit + 0.2)
    if (Math.floor(this.#limit) > before) this.#waiting.shift()?.()
  }
}
