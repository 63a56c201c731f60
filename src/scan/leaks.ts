/** One version of a file, named by its content and its path. */
export interface FileVersion {
  readonly blob: string
  readonly path: string
  /** Set for a file of an archive: the path of that. */
  readonly archive?: string
}

/** Where a version came in, and the blobs that stood at the same path in the commit's parents. */
export interface Arrival {
  readonly commit: string
  readonly before: readonly string[]
}

/** A secret that some commits brought in. */
export interface Introduction {
  readonly key: string
  /** The version in which it came in first. */
  readonly version: FileVersion
  /** All commits that brought it in, oldest first. */
  readonly commits: readonly string[]
}

/**
 * Finds out which commits brought which secrets in, from versions of files that come in any order. What a file held
 * before the commit is not news; what several commits brought in is one introduction. Holds keys only, no text.
 */
export class LeakCollector {
  readonly #order: ReadonlyMap<string, number>
  readonly #keys = new Map<string, ReadonlySet<string>>()
  readonly #arrivals: { version: FileVersion; arrivals: readonly Arrival[] }[] = []

  /** `commits` are those of the range, oldest first. */
  constructor(commits: readonly string[]) {
    this.#order = new Map(commits.map((commit, index) => [commit, index]))
  }

  /** Takes in a version that was scanned: the keys of the secrets in it, and where it came in. */
  add(version: FileVersion, keys: ReadonlySet<string>, arrivals: readonly Arrival[]): void {
    this.#keys.set(nameOf(version), keys)
    if (keys.size > 0) this.#arrivals.push({ version, arrivals })
  }

  /**
   * Every introduction, oldest first. `keysOf` scans versions from before the range, all asked for at once, and answers
   * in their order.
   */
  async introductions(
    keysOf: (versions: readonly FileVersion[]) => Promise<readonly ReadonlySet<string>[]>,
  ): Promise<Introduction[]> {
    const missing = this.#versionsBefore()
    const answers = await keysOf(missing)
    for (const [index, version] of missing.entries()) this.#keys.set(nameOf(version), answers[index] ?? new Set())
    const found = new Map<string, { version: FileVersion; commits: Set<string>; first: number }>()
    for (const { version, arrivals } of this.#arrivals) {
      for (const { commit, before } of arrivals) {
        const at = this.#order.get(commit) ?? 0
        for (const key of this.#newKeys(version, before)) {
          const known = found.get(key)
          known?.commits.add(commit)
          if (!known) found.set(key, { version, commits: new Set([commit]), first: at })
          else if (at < known.first) Object.assign(known, { version, first: at })
        }
      }
    }
    return [...found]
      .sort(([, one], [, other]) => one.first - other.first)
      .map(([key, { version, commits }]) => ({
        key,
        version,
        commits: [...commits].sort((a, b) => this.#at(a) - this.#at(b)),
      }))
  }

  #newKeys(version: FileVersion, before: readonly string[]): string[] {
    const older = before.map((blob) => this.#keysOf({ ...version, blob }))
    return [...(this.#keysOf(version) ?? [])].filter((key) => !older.some((keys) => keys?.has(key)))
  }

  #keysOf(version: FileVersion): ReadonlySet<string> | undefined {
    return this.#keys.get(nameOf(version))
  }

  #versionsBefore(): FileVersion[] {
    const missing = new Map<string, FileVersion>()
    for (const { version, arrivals } of this.#arrivals) {
      for (const blob of arrivals.flatMap(({ before }) => before)) {
        const older = { ...version, blob }
        if (!this.#keys.has(nameOf(older))) missing.set(nameOf(older), older)
      }
    }
    return [...missing.values()]
  }

  #at(commit: string): number {
    return this.#order.get(commit) ?? 0
  }
}

function nameOf({ blob, path }: FileVersion): string {
  return `${blob}:${path}`
}
