import type { KnownAccount } from './known-account.ts'
import type { AnyNode } from './node.ts'

/** Hostile inputs bring ever new texts, so what a session remembers of them is bounded. */
const MOST_REMEMBERED = 2048

/**
 * What holds of a text wherever it stands: worked out once a run. Forgetting it, or never having known it, changes no
 * answer, so no answer hangs on which other files were looked at.
 */
export class Session {
  /** Accounts that are known beforehand, the same for every unit. */
  readonly accounts: readonly KnownAccount[]
  readonly #known = new Map<unknown, Map<string, unknown>>()

  constructor(accounts: readonly KnownAccount[] = []) {
    this.accounts = accounts
  }

  /** What `make` makes of a text; `fact` names the question. Nothing but the text may decide about the answer. */
  recall<T>(fact: string, text: string, make: () => T): T {
    const known = memoryOf(this.#known, fact)
    if (known.has(text)) return known.get(text) as T
    if (known.size >= MOST_REMEMBERED) known.clear()
    const made = make()
    known.set(text, made)
    return made
  }
}

/**
 * One unit (a module, a template, a lone text) with all that is worked out about it, for as long as it is looked at. It
 * is handed on to whoever asks, so that a verdict on a unit hangs on that unit alone.
 */
export class Analysis {
  readonly nodes: readonly AnyNode[]
  readonly session: Session
  readonly #known = new Map<unknown, Map<unknown, unknown>>()
  readonly #spent = new Map<string, Set<string>>()

  constructor(nodes: readonly AnyNode[], session = new Session()) {
    this.nodes = nodes
    this.session = session
  }

  /** What `work` makes of something in this unit, worked out when someone first asks. */
  of<S, T>(work: (subject: S, unit: Analysis) => T, subject: S): T {
    const known = memoryOf(this.#known, work)
    if (known.has(subject)) return known.get(subject) as T
    const made = work(subject, this)
    known.set(subject, made)
    return made
  }

  /** The unit's budget for something costly: is this text among the first `most` that it is asked for? */
  affords(purpose: string, text: string, most: number): boolean {
    let spent = this.#spent.get(purpose)
    if (!spent) this.#spent.set(purpose, (spent = new Set()))
    if (spent.size < most) spent.add(text)
    return spent.has(text)
  }
}

function memoryOf<K>(all: Map<unknown, Map<K, unknown>>, about: unknown): Map<K, unknown> {
  let memory = all.get(about)
  if (!memory) all.set(about, (memory = new Map()))
  return memory
}

/** Each unit of a tree: a module directory, a template. */
export type Units = readonly Analysis[]
