import type { Finding, Severity } from '../core/finding.ts'
import type { Source } from '../core/source.ts'
import type { RuleHit } from './check.ts'
import { type Candidate, candidatesOf, findingsOf } from './findings.ts'

/** A version of a file that the range brought in. */
export interface BlobPlace {
  readonly path: string
  readonly commit: string
  /** The versions that stood at this path, or at the one it was renamed from, in the commit's parents. */
  readonly parents: readonly { readonly path: string; readonly blob: string }[]
}

/** What the search for leaks needs from the outside. */
export interface LeakSearch {
  /** The hits on secrets in one version of a file; remembered by blob and path by whoever gives it. */
  scan(source: Source): Promise<readonly RuleHit[]>
  /** The text of a version, or undefined when it is not to be had (binary, too large). */
  read(blob: string, path: string): Promise<Source | undefined>
  /** The path that a file of the range has at the head. */
  pathAtHead(path: string): string
  severityOf(ruleId: string, severity: Severity): Severity
}

/** A secret that some commit on the way brought in, whether or not the head still holds it. */
export interface Leak {
  readonly key: string
  readonly candidate: Candidate
  /** Masked, placed in the first commit that brought it in. */
  readonly finding: Finding
  /** All commits that brought it in, oldest first. */
  readonly commits: readonly string[]
}

/**
 * Collects the secrets that commits brought in, out of versions of files that may come in any order: what stood in
 * the file before the commit is dropped, what several commits brought in is one leak.
 */
export class LeakCollector {
  readonly #search: LeakSearch
  readonly #order: ReadonlyMap<string, number>
  readonly #leaks = new Map<string, { candidate: Candidate; finding: Finding; commits: Set<string>; first: string }>()
  readonly #parents = new Map<string, Promise<ReadonlySet<string>>>()

  /** `commits` are those of the range, oldest first. */
  constructor(search: LeakSearch, commits: readonly string[]) {
    this.#search = search
    this.#order = new Map(commits.map((commit, index) => [commit, index]))
  }

  /** Takes in one version of a file, or one commit message (a place without parents). */
  async add(source: Source, hits: readonly RuleHit[], places: readonly BlobPlace[]): Promise<void> {
    if (hits.length === 0) return
    for (const place of places) {
      const known = new Set<string>()
      for (const parent of place.parents) {
        for (const key of await this.#keysAt(parent, place.path)) known.add(key)
      }
      const candidates = candidatesOf(hits, place.commit, this.#search.pathAtHead).filter(({ key }) => !known.has(key))
      this.#record(source, candidates, hits, place.commit)
    }
  }

  /** Everything collected, by the order of the commits. */
  leaks(): Leak[] {
    const at = (commit: string) => this.#order.get(commit) ?? 0
    return [...this.#leaks.entries()]
      .map(([key, { candidate, finding, commits }]) => {
        const ordered = [...commits].sort((a, b) => at(a) - at(b))
        return { key, candidate, finding: { ...finding, commits: ordered }, commits: ordered }
      })
      .sort((a, b) => at(a.commits[0]!) - at(b.commits[0]!))
  }

  #record(source: Source, candidates: readonly Candidate[], hits: readonly RuleHit[], commit: string): void {
    const fresh = candidates.filter(({ key }) => {
      const known = this.#leaks.get(key)
      known?.commits.add(commit)
      return !known || this.#isOlder(commit, known.first)
    })
    if (fresh.length === 0) return
    // Masked together with the file's older secrets, so that a snippet shows none of them either.
    const keys = new Set(fresh.map(({ key }) => key))
    const all = candidatesOf(hits, commit, this.#search.pathAtHead)
    const version = { commit, read: (uri: string) => (uri === source.uri ? source : undefined) }
    const findings = findingsOf(all, version, this.#search.severityOf)
    for (const [index, candidate] of all.entries()) {
      if (!keys.has(candidate.key)) continue
      const commits = this.#leaks.get(candidate.key)?.commits ?? new Set([commit])
      this.#leaks.set(candidate.key, { candidate, finding: findings[index]!, commits, first: commit })
    }
  }

  #isOlder(commit: string, than: string): boolean {
    return (this.#order.get(commit) ?? 0) < (this.#order.get(than) ?? 0)
  }

  /** The secrets that a parent's version held already, as if it had stood at `path`. */
  #keysAt(parent: { path: string; blob: string }, path: string): Promise<ReadonlySet<string>> {
    const id = [parent.blob, parent.path, path].join('\0')
    const known = this.#parents.get(id)
    if (known) return known
    const keys = (async () => {
      const source = await this.#search.read(parent.blob, parent.path)
      if (!source) return new Set<string>()
      const hits = await this.#search.scan(source)
      return new Set(candidatesOf(hits, undefined, () => this.#search.pathAtHead(path)).map(({ key }) => key))
    })()
    this.#parents.set(id, keys)
    return keys
  }
}
