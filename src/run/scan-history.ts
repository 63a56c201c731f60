import { timed } from '../core/timings.ts'
import type { Tree } from '../core/tree.ts'
import type { History } from '../io/git/history.ts'
import type { Repository } from '../io/git/repository.ts'
import type { Snapshot } from '../io/git/snapshot.ts'
import { secretsOf } from '../scan/findings.ts'
import { leakedKeys } from '../scan/leaked-keys.ts'
import type { ScanResult, Work } from './scan-result.ts'
import { scanSnapshot } from './scan-snapshot.ts'
import { scanVersions } from './scan-versions.ts'

/** Everything that stands now, and the secrets of every version of every file that any branch or tag reaches. */
export async function scanHistory(
  repository: Repository,
  history: History,
  now: { readonly snapshot: Snapshot; readonly tree: Tree },
  work: Work,
): Promise<ScanResult> {
  const { stopwatch } = work.scanOptions
  const head = await timed(stopwatch, 'what stands now', () => scanSnapshot(now.snapshot, now.tree, work))
  const versions = await timed(stopwatch, 'versions', () =>
    scanVersions(repository, history, work, {
      commits: [],
      blobAtHead: new Map(),
      pathAtHead: (path) => path,
    }),
  )
  const introduced = new Map(versions.introductions.map((introduction) => [introduction.key, introduction]))
  const findings = head.findings.map((finding, index) => {
    const commits = introduced.get(head.keys[index]!)?.commits ?? []
    introduced.delete(head.keys[index]!)
    return { ...finding, commits }
  })
  const older = await versions.findings([...introduced.values()])
  return {
    ...head,
    findings: [...findings, ...older.map(({ finding }) => finding)],
    notifications: [...head.notifications, ...versions.notifications, ...history.skipped.notifications()],
    texts: head.texts + versions.texts,
    characters: head.characters + versions.characters,
    commits: history.commits,
    leaked: [...head.leaked, ...leakedKeys(older.map(({ candidate }) => candidate))],
    secrets: [...head.secrets, ...older.flatMap(({ candidate }) => secretsOf(candidate.hit))],
    describe: history.describe,
  }
}
