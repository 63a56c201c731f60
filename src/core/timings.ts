/** Where the time of a run went, each list by what took longest. */
export interface Timings {
  /** One after the other. */
  readonly phases: readonly Spent[]
  readonly frontEnds: readonly Spent[]
  /** Rules that search a text together count where the first of them is asked. */
  readonly rules: readonly Spent[]
  /** The slowest files and modules, with all that was done to them. */
  readonly files: readonly Spent[]
}

export interface Spent {
  readonly name: string
  readonly milliseconds: number
  readonly times: number
}

const KINDS = ['phases', 'frontEnds', 'rules', 'files'] as const
type Kind = (typeof KINDS)[number]

/** So many files are told. */
const SLOWEST = 10

/** Adds up how long things took; only where somebody asked, since it costs a little itself. */
export class Stopwatch {
  readonly now: () => number
  /** Time of the phases within the one that goes on. */
  #inner = 0
  readonly #spent = new Map<Kind, Map<string, { milliseconds: number; times: number }>>(
    KINDS.map((kind) => [kind, new Map()]),
  )

  constructor(now: () => number) {
    this.now = now
  }

  /** Notes that something took from `began` until now. */
  add(kind: Kind, name: string, began: number): void {
    const spent = this.#spent.get(kind)!
    const known = spent.get(name) ?? { milliseconds: 0, times: 0 }
    spent.set(name, { milliseconds: known.milliseconds + this.now() - began, times: known.times + 1 })
  }

  /** The phases that begin before this one ends are parts of it. Returns what ends it. */
  beginPhase(name: string): () => void {
    const began = this.now()
    const outer = this.#inner
    this.#inner = 0
    return () => {
      const whole = this.now() - began
      this.add('phases', name, began + this.#inner)
      this.#inner = outer + whole
    }
  }

  timings(): Timings {
    const [phases, frontEnds, rules, files] = KINDS.map((kind) =>
      [...this.#spent.get(kind)!].map(([name, spent]) => ({ name, ...spent })),
    )
    const slowest = (list: readonly Spent[] = []) => [...list].sort((a, b) => b.milliseconds - a.milliseconds)
    return {
      phases: phases ?? [],
      frontEnds: slowest(frontEnds),
      rules: slowest(rules),
      files: slowest(files).slice(0, SLOWEST),
    }
  }
}

/** The result of `work`, whose time is noted where it is measured; of a phase within another, it is not counted for that one. */
export async function timed<T>(stopwatch: Stopwatch | undefined, phase: string, work: () => Promise<T>): Promise<T> {
  const end = stopwatch?.beginPhase(phase)
  try {
    return await work()
  } finally {
    end?.()
  }
}
