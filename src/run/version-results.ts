import type { Notification } from '../core/finding.ts'
import type { Source } from '../core/source.ts'
import type { RuleHit } from '../scan/check.ts'
import { candidatesOf } from '../scan/findings.ts'
import { type Arrival, type FileVersion, LeakCollector } from '../scan/leaks.ts'
import { mentionsSuppression } from '../scan/suppressions.ts'
import type { Scanned } from '../scan/units.ts'
import { keepHeapSmall } from './memory.ts'
import type { Work } from './scan-result.ts'

export type Hits = Pick<Scanned, 'hits' | 'notifications'>

/** What scanning versions gives, besides the secrets that came in. */
export interface Gathered {
  readonly notifications: readonly Notification[]
  readonly texts: number
  readonly characters: number
  /** Hits in the texts of the head. */
  readonly headHits: readonly RuleHit[]
  /** Files of the head that were scanned, and hold no comment that suppresses anything. */
  readonly quiet: ReadonlySet<string>
  /** What was kept of files of the head that are too large to be read whole, and files of archives. */
  readonly excerpts: ReadonlyMap<string, Source>
  /** Path at the head -> the commit that put its text there. */
  readonly headCommits: ReadonlyMap<string, string>
}

interface Options {
  readonly commits: readonly string[]
  pathAtHead(path: string): string
}

const NONE: ReadonlySet<string> = new Set()

/** Gathers what versions give, as they are scanned. */
export class VersionResults {
  readonly leaks: LeakCollector
  readonly notifications: Notification[] = []
  readonly headHits: RuleHit[] = []
  readonly excerpts = new Map<string, Source>()
  readonly #headCommits = new Map<string, string>()
  readonly #quiet = new Set<string>()
  readonly #work: Work
  readonly #options: Options
  #texts = 0
  #characters = 0

  constructor(work: Work, options: Options) {
    this.leaks = new LeakCollector(options.commits)
    this.#work = work
    this.#options = options
  }

  /** A text, by its UTF-16 length. */
  count(characters: number): void {
    keepHeapSmall(characters, this.headHits.length)
    this.#texts++
    this.#characters += characters
    this.#work.progress({ phase: 'scanning changes', done: this.#texts, unit: 'version' })
  }

  /** @returns the keys of the secrets in it. */
  add(version: FileVersion, { hits, notifications }: Hits, arrivals: readonly Arrival[]): ReadonlySet<string> {
    this.notifications.push(...notifications)
    const keys = this.keysOf(hits)
    this.leaks.add(version, keys, arrivals)
    return keys
  }

  /** A version that is known to hold no secret, and the length of its text. */
  addClean(version: FileVersion, characters: number): void {
    this.count(characters)
    this.leaks.add(version, NONE, [])
  }

  addHead({ uri, text }: Source, hits: readonly RuleHit[]): void {
    this.headHits.push(...hits)
    if (!mentionsSuppression(text)) this.#quiet.add(uri)
  }

  /** The commit that put the text of the head there: the first of these. */
  addCommit(path: string, [first]: readonly Arrival[]): void {
    if (first) this.#headCommits.set(path, first.commit)
  }

  keysOf(hits: readonly RuleHit[]): ReadonlySet<string> {
    const secrets = hits.filter(({ hit }) => hit.secret)
    return new Set(candidatesOf(secrets, undefined, this.#options.pathAtHead).map(({ key }) => key))
  }

  all(): Gathered {
    return {
      notifications: this.notifications,
      texts: this.#texts,
      characters: this.#characters,
      headHits: this.headHits,
      quiet: this.#quiet,
      excerpts: this.excerpts,
      headCommits: this.#headCommits,
    }
  }
}
