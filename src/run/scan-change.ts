import { compare } from '../compare/comparison.ts'
import type { Finding } from '../core/finding.ts'
import type { Source } from '../core/source.ts'
import { timed } from '../core/timings.ts'
import type { Tree } from '../core/tree.ts'
import { affectedPaths } from '../frontends/index.ts'
import { type Change, type CommitRange, pathsOf } from '../io/git/range.ts'
import type { RuleHit } from '../scan/check.ts'
import { candidatesOf, findingsOf, secretsOf } from '../scan/findings.ts'
import { leakedKeys } from '../scan/leaked-keys.ts'
import { type Scanned, scanText, scanUnits } from '../scan/units.ts'
import { documentsBefore } from './before.ts'
import { scanMembers } from './members.ts'
import { namesOfFiles } from './names.ts'
import type { VersionSource } from './read-versions.ts'
import { type ScanResult, type Work, withoutChecks } from './scan-result.ts'
import type { ScanTarget } from './scan-target.ts'
import { scanVersions, type VersionScan } from './scan-versions.ts'

/**
 * What a change brings in: what its head holds and its base does not, and the secrets that any commit on the way
 * brought in, whether or not a later one took them away. A change that begins at nothing has no base.
 */
export async function scanChange(
  target: ScanTarget & Required<Pick<ScanTarget, 'repository' | 'range'>>,
  work: Work,
): Promise<ScanResult> {
  const { range, repository, policyBase: tip } = target
  const newPaths = new Map(range.changes.flatMap(({ path, oldPath }) => (oldPath ? [[oldPath, path] as const] : [])))
  const pathAtHead = (path: string) => {
    // What stands in an archive moves with it.
    const end = newPaths.has(path) ? path.length : path.indexOf('!')
    const outer = end < 0 ? path : path.slice(0, end)
    return (newPaths.get(outer) ?? outer) + path.slice(outer.length)
  }
  // Of a mode alone nothing is read at either end. A file that was moved is: its old path may have been left alone.
  const changed = range.changes.filter(({ path, kind, blob, oldPath, oldBlob }) => {
    return kind !== 'submodule' && (oldPath !== undefined || blob !== oldBlob) && work.wanted(path)
  })
  const { stopwatch } = work.scanOptions
  // Both for either end: a file that is added belongs to a module that the base has already, and one that is moved away is
  // missing in a module that the head still has.
  const paths = pathsOf(range.changes)
  let head: Promise<Scanned> | undefined
  const atHead = () =>
    (head ??= timed(stopwatch, 'infrastructure of the head', async () => {
      await target.ready
      work.progress({ phase: 'reading infrastructure', done: 0 })
      return await unitsOf(target.head, paths, target.base ? knowingBefore(work, target.base, paths) : work)
    }))
  const versions = await timed(stopwatch, 'versions', () =>
    scanVersions(repository, withMessages(range, target.messages), work, {
      commits: range.commits.map(({ id }) => id),
      blobAtHead: new Map(changed.flatMap(({ path, blob }) => (blob ? [[path, blob]] : []))),
      pathAtHead,
      cleanAtHead: async () => cleanIn(await atHead()),
    }),
  )
  const headUnits = await atHead()
  const candidates = candidatesOf([...versions.headHits, ...headUnits.hits])
  // Where nothing is found and nothing is granted, there is nothing to hold against the base.
  const isQuiet = candidates.length + versions.introductions.length + headUnits.units.length === 0
  // The head may have come upon files that did not change, by a link or a call that is new: they are held against the base.
  const seen = [...new Set([...paths, ...headUnits.hits.map(({ hit }) => hit.span.uri)])]
  const { base } = target
  const baseUnits =
    base && !isQuiet
      ? await timed(stopwatch, 'infrastructure of the base', () => unitsOf(base, seen, withoutChecks(work)))
      : NO_UNITS
  const someSecret = versions.introductions.length > 0 || candidates.some(({ hit }) => hit.secret)
  const textHits = someSecret ? await textsBefore(changed, versions, target, work) : []
  const comparison = await timed(stopwatch, 'compare', () =>
    compare({
      base: {
        ...baseUnits,
        candidates: candidatesOf([...baseUnits.hits, ...textHits], undefined, pathAtHead),
        ...(target.base ? { tree: target.base } : {}),
      },
      head: { ...headUnits, candidates, tree: target.head },
      pathAtHead,
      // What the change is going to be merged into, where that went on after the base.
      ...(tip
        ? { tip: async () => candidatesOf((await unitsOf(tip, seen, withoutChecks(work))).hits, undefined, pathAtHead) }
        : {}),
    }),
  )
  const introduced = new Map(versions.introductions.map((introduction) => [introduction.key, introduction]))

  const told = candidates.map((candidate) => comparison.explained(candidate))
  const read = (uri: string) => versions.excerpts.get(uri) ?? target.head.read(uri)
  const standing = findingsOf(told, { read }, work.severityOf).map((finding, index): Finding => {
    const candidate = candidates[index]!
    const commit = versions.headCommits.get(finding.location.uri)
    const commits = introduced.get(candidate.key)?.commits ?? (commit && finding.secret ? [commit] : [])
    return { ...finding, commits, state: comparison.isNew(candidate) ? 'new' : 'existing' }
  })
  for (const { key } of candidates) introduced.delete(key)
  const leaks = await versions.findings([...introduced.values()].filter(({ key }) => !comparison.hadBefore(key)))
  const onTheWay = comparison.onlyOnTheWay(leaks)
  const all = [...candidates, ...onTheWay.map(({ candidate }) => candidate)]
  return {
    findings: [...standing, ...onTheWay.map(({ finding }) => finding)],
    leaked: leakedKeys(all),
    secrets: all.flatMap(({ hit }) => secretsOf(hit)),
    notifications: [...versions.notifications, ...headUnits.notifications, ...range.skipped.notifications()],
    texts: versions.texts,
    characters: versions.characters,
    commits: range.commits.length,
    quiet: versions.quiet,
    comparison,
  }
}

/** Which files hold no secret, and nothing that a front end stumbled over. */
function cleanIn({ hits, notifications }: Scanned): (path: string) => boolean {
  const others = new Set([
    ...hits.filter(({ hit, node }) => hit.secret || node.kind === 'unread').map(({ hit }) => hit.span.uri),
    ...notifications.map(({ location }) => location?.uri),
  ])
  return (path) => !others.has(path)
}

/** Rules may ask what a policy was before. */
function knowingBefore(work: Work, base: Tree, paths: readonly string[]): Work {
  return { ...work, scanOptions: { ...work.scanOptions, before: documentsBefore(base, paths) } }
}

const NO_UNITS: Scanned = { hits: [], notifications: [], units: [] }

function withMessages(range: CommitRange, more: readonly Source[] = []): CommitRange {
  if (more.length === 0) return range
  return {
    ...range,
    async *messages() {
      yield* range.messages()
      yield* more
    },
  }
}

/** What the front ends make of one end, as far as the changed files may concern it. */
async function unitsOf(tree: Tree, changed: readonly string[], work: Work): Promise<Scanned> {
  return await scanUnits(tree, affectedPaths(tree, changed), work.rules, work.scanOptions, work.wanted)
}

/** Hits in the texts that the change replaced, deleted or moved; what was not to be scanned there is no excuse. */
async function textsBefore(
  changed: readonly Change[],
  versions: VersionScan,
  { repository }: Required<Pick<ScanTarget, 'repository'>>,
  work: Work,
): Promise<RuleHit[]> {
  const hits: RuleHit[] = []
  // What is taken away need not be here in a partial clone.
  const mayBeRead = (blob: string | undefined) => blob !== undefined || !repository.partial
  const older = changed.flatMap(({ path, oldPath = path, blob, oldBlob }) =>
    oldBlob && mayBeRead(blob) && work.wanted(oldPath) ? [{ path: oldPath, blob: oldBlob }] : [],
  )
  const names = namesOfFiles(older.map(({ path }) => path))
  hits.push(...(await scanText(names, work.rules, work.scanOptions)).hits)
  const archives = new Map<string, VersionSource[]>()
  for await (const source of versions.read(older)) {
    if (source.archive) archives.set(source.archive, [...(archives.get(source.archive) ?? []), source])
    else hits.push(...(await scanText(source, work.rules, work.scanOptions)).hits)
  }
  for (const sources of archives.values()) hits.push(...(await scanMembers(sources, work)))
  return hits
}
