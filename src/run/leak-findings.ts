import type { Finding } from '../core/finding.ts'
import { type Candidate, candidatesOf, findingsOf } from '../scan/findings.ts'
import type { FileVersion, Introduction } from '../scan/leaks.ts'
import { scanLoneSource } from '../scan/units.ts'
import type { VersionSource } from './read-versions.ts'
import type { Work } from './scan-result.ts'

/** A secret that stands only on the way, placed in the version in which it came in; masked. */
export interface Leak {
  readonly finding: Finding
  readonly candidate: Candidate
}

/** The findings for secrets that came in, each in the version in which it did. `read` gives texts of versions. */
export async function findingsIn(
  introductions: readonly Introduction[],
  read: (versions: readonly FileVersion[]) => AsyncGenerator<VersionSource>,
  work: Work,
  pathAtHead: (path: string) => string,
): Promise<Leak[]> {
  const byVersion = new Map<string, Map<string, Introduction>>()
  const versions = new Map<string, FileVersion>()
  for (const introduction of introductions) {
    const { blob, path } = introduction.version
    const name = `${blob}:${path}`
    versions.set(name, introduction.version)
    byVersion.set(name, (byVersion.get(name) ?? new Map()).set(introduction.key, introduction))
  }
  const findings: Leak[] = []
  for await (const source of read([...versions.values()])) {
    const wanted = byVersion.get(`${source.blob}:${source.uri}`)
    const { hits } = await scanLoneSource(source, work.rules, work.scanOptions)
    const commit = wanted?.values().next().value?.commits[0] ?? ''
    const candidates = candidatesOf(hits, commit, pathAtHead)
    // The whole file is masked, so that a snippet shows none of its older secrets either.
    const all = findingsOf(
      candidates,
      { commit, read: (uri) => (uri === source.uri ? source : undefined) },
      work.severityOf,
    )
    for (const [index, candidate] of candidates.entries()) {
      const introduction = wanted?.get(candidate.key)
      if (!introduction) continue
      const commits = introduction.commits
      const finding = { ...all[index]!, commits, location: { ...all[index]!.location, commit: commits[0]! } }
      findings.push({ finding, candidate })
    }
  }
  return findings
}
