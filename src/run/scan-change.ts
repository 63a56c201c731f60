import { knownAtHead } from '../compare/at-base.ts'
import { narrowedKeys, withLostBoundaries } from '../compare/narrowed-grants.ts'
import type { Finding, Notification } from '../core/finding.ts'
import type { Tree } from '../core/tree.ts'
import { affectedPaths } from '../frontends/index.ts'
import { type Change, type CommitRange, pathsOf } from '../io/git/range.ts'
import type { Repository } from '../io/git/repository.ts'
import type { RuleHit } from '../scan/check.ts'
import { type Candidate, candidatesOf, findingsOf, secretsOf } from '../scan/findings.ts'
import { leakedKeys } from '../scan/leaked-keys.ts'
import { scanText, scanUnits } from '../scan/units.ts'
import { foundOn, type ScanResult, type Work } from './scan-result.ts'
import { scanVersions, type VersionScan } from './scan-versions.ts'

/** The two ends of a change. A change that begins at nothing has no base. */
export interface Ends {
  readonly repository: Repository
  readonly range: CommitRange
  readonly head: Tree
  readonly base?: Tree
  /** What the change is going to be merged into, where that went on after the base. */
  readonly tip?: Tree
  /** Before this the ends can be read, but slowly. */
  readonly ready?: Promise<void>
}

/**
 * What a change brings in: what its head holds and its base does not, and the secrets that any commit on the way
 * brought in, whether or not a later one took them away.
 */
export async function scanChange(ends: Ends, work: Work): Promise<ScanResult> {
  const { range, repository } = ends
  const newPaths = new Map(range.changes.flatMap(({ path, oldPath }) => (oldPath ? [[oldPath, path] as const] : [])))
  const pathAtHead = (path: string) => newPaths.get(path) ?? path
  const changed = range.changes.filter(({ path, kind }) => kind !== 'submodule' && work.wanted(path))
  const versions = await scanVersions(repository, range, work, {
    commits: range.commits.map(({ id }) => id),
    // A file that was only moved is looked at as well: its old path may have been left alone.
    blobAtHead: new Map(
      changed.flatMap(({ path, oldPath, blob, oldBlob }) =>
        blob && (oldPath || blob !== oldBlob) ? [[path, blob]] : [],
      ),
    ),
    pathAtHead,
  })
  // Both for either end: a file that is added belongs to a module that the base has already, and one that is moved away is
  // missing in a module that the head still has.
  const paths = pathsOf(range.changes)
  await ends.ready
  const head = await unitsOf(ends.head, paths, work)
  const candidates = candidatesOf([...versions.headHits, ...head.hits])
  // Where nothing is found and nothing is granted, there is nothing to hold against the base.
  const isQuiet = candidates.length + versions.introductions.length + head.units.length === 0
  const base = ends.base && !isQuiet ? await unitsOf(ends.base, paths, work) : undefined
  const someSecret = versions.introductions.length > 0 || candidates.some(({ hit }) => hit.secret)
  const hitsBefore = someSecret ? await textsBefore(changed, versions, work) : []
  const before = candidatesOf([...(base?.hits ?? []), ...hitsBefore], undefined, pathAtHead)
  const known = new Set([
    ...(await knownKeys(candidates, before, ends, pathAtHead, work)),
    ...narrowedKeys(candidates, before, { base: base?.units ?? [], head: head.units, baseTree: ends.base }),
  ])
  const keysBefore = new Set(before.map(({ key }) => key))
  const knownSecrets = new Set(before.flatMap(({ secretKey }) => secretKey ?? []))
  const introduced = new Map(versions.introductions.map((introduction) => [introduction.key, introduction]))

  const told = withLostBoundaries(candidates, base?.units ?? [], head.units)
  const atHead = findingsOf(told, { read: (uri) => ends.head.read(uri) }, work.severityOf).map(
    (finding, index): Finding => {
      const { key } = candidates[index]!
      const commit = versions.headCommits.get(finding.location.uri)
      const commits = introduced.get(key)?.commits ?? (commit && finding.secret ? [commit] : [])
      return { ...finding, commits, state: known.has(key) ? 'existing' : 'new' }
    },
  )
  for (const { key } of candidates) introduced.delete(key)
  const leaks = await versions.findings([...introduced.values()].filter(({ key }) => !keysBefore.has(key)))
  // One secret, seen by another rule in another version of the file, is one finding.
  const values = new Set([...candidates, ...before].map(({ valueKey }) => valueKey))
  const onTheWay = leaks.filter(({ candidate: { secretKey, valueKey } }) => {
    const isNews = !knownSecrets.has(secretKey ?? '') && !values.has(valueKey)
    values.add(valueKey)
    return isNews
  })
  const all = [...candidates, ...onTheWay.map(({ candidate }) => candidate)]
  return {
    findings: [...atHead, ...onTheWay.map(({ finding }) => finding)],
    leaked: leakedKeys(all),
    secrets: all.flatMap(({ hit }) => secretsOf(hit)),
    notifications: [...versions.notifications, ...head.notifications, ...range.skipped.notifications()],
    texts: versions.texts,
    characters: versions.characters,
    commits: range.commits.length,
    quiet: versions.quiet,
    before: foundBefore(base?.hits ?? [], ends, pathAtHead),
    headUnits: head.units,
    baseUnits: base?.units ?? [],
  }
}

/** What the units of the base had on which lines: a comment there can speak of no more than that. */
function foundBefore(
  hits: readonly RuleHit[],
  { base }: Ends,
  pathAtHead: (path: string) => string,
): ReadonlySet<string> {
  return new Set(
    hits.flatMap(({ rule, hit: { span } }) => {
      const text = base?.read(span.uri)?.text
      return text === undefined ? [] : [foundOn(rule.meta.id, pathAtHead(span.uri), lineAt(text, span.start))]
    }),
  )
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset)
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end === -1 ? undefined : end)
}

/**
 * What the head has that is no news. What was put into another file must also stand where the change is merged into: if it
 * was taken away there meanwhile, the merge, which sees a new file and a deleted one, brings it back.
 */
async function knownKeys(
  head: readonly Candidate[],
  before: readonly Candidate[],
  { range, tip }: Ends,
  pathAtHead: (path: string) => string,
  work: Work,
): Promise<ReadonlySet<string>> {
  const { keys, moved } = knownAtHead(head, before, pathAtHead)
  if (!tip || !head.some(({ key, hit }) => moved.has(key) && !hit.secret)) return keys
  const { hits } = await unitsOf(tip, pathsOf(range.changes), work)
  const still = knownAtHead(head, candidatesOf(hits, undefined, pathAtHead)).keys
  return new Set([...keys].filter((key) => !moved.has(key) || still.has(key)))
}

interface Units {
  readonly hits: readonly RuleHit[]
  readonly notifications: readonly Notification[]
  readonly units: ScanResult['headUnits']
}

/** What the front ends make of one end, as far as the changed files may concern it. */
async function unitsOf(tree: Tree, changed: readonly string[], work: Work): Promise<Units> {
  const units = await scanUnits(tree, affectedPaths(tree, changed), work.rules, work.scanOptions)
  return { ...units, hits: units.hits.filter(({ hit }) => work.wanted(hit.span.uri)) }
}

/** Hits in the texts that the change replaced, deleted or moved; what was not to be scanned there is no excuse. */
async function textsBefore(changed: readonly Change[], versions: VersionScan, work: Work): Promise<RuleHit[]> {
  const hits: RuleHit[] = []
  const older = changed.flatMap(({ path, oldPath = path, oldBlob }) =>
    oldBlob && work.wanted(oldPath) ? [{ path: oldPath, blob: oldBlob }] : [],
  )
  for await (const source of versions.read(older)) {
    hits.push(...(await scanText(source, work.rules, work.scanOptions)).hits)
  }
  return hits
}
