import type { Finding, Notification } from '../core/finding.ts'
import type { Source } from '../core/source.ts'
import { hasFrontEnd } from '../frontends/index.ts'
import { keepContent } from '../io/git/contents.ts'
import { blobPieces } from '../io/git/objects.ts'
import type { Place } from '../io/git/places.ts'
import type { LargeBlob, NewBlob } from '../io/git/range.ts'
import type { Repository } from '../io/git/repository.ts'
import type { SkipLog } from '../io/git/skipped.ts'
import { sourceFrom } from '../io/git/snapshot.ts'
import { isArchive } from '../languages/archives/archives.ts'
import { type Decoded, decodeBytes, inflatesBeyond, isGzip } from '../languages/decode/bytes.ts'
import { mayHoldCredential } from '../rules/credentials/gate.ts'
import { createLineReader } from '../rules/user-data/gate-line.ts'
import type { RuleHit } from '../scan/check.ts'
import { type Candidate, candidatesOf, findingsOf } from '../scan/findings.ts'
import { type FileVersion, type Introduction, LeakCollector } from '../scan/leaks.ts'
import { mentionsSuppression } from '../scan/suppressions.ts'
import { scanLoneSource, scanText } from '../scan/units.ts'
import { worthReading } from '../scan/worth.ts'
import { excerptOf } from './excerpt.ts'
import { type Arrived, HeldBack } from './held-back.ts'
import { memberSources, scanMembers } from './members.ts'
import { keepHeapSmall } from './memory.ts'
import { namesOfFiles } from './names.ts'
import { readVersions, type VersionSource } from './read-versions.ts'
import type { Work } from './scan-result.ts'
import { VersionMemory } from './version-memory.ts'

/** New blobs and messages, of a range or of a whole history. */
export interface Versions {
  /** Those of which `isKnown` is said of a place where they came in need not be read. */
  blobs(isKnown?: (blob: string, path: string) => boolean): AsyncIterable<NewBlob>
  messages(): AsyncIterable<Source>
  readonly skipped: SkipLog
  /** Places whose names are new there; of a whole history those of new contents tell. */
  readonly named?: readonly Place[]
  /** Those blobs that are too large to be read whole; complete when the others were read. */
  readonly large: readonly LargeBlob[]
}

export interface VersionOptions {
  /** Oldest first; empty when they are too many to be listed, and then the order they come in counts. */
  readonly commits: readonly string[]
  /** Changed files of the head. Their texts are scanned here, their infrastructure with the whole tree. */
  readonly blobAtHead: ReadonlyMap<string, string>
  pathAtHead(path: string): string
  /** Asked once, if ever: which files of the head hold no secret by what the front ends make of its tree, and were read wholly. */
  cleanAtHead?(): Promise<(path: string) => boolean>
}

export interface VersionScan {
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
  readonly introductions: readonly Introduction[]
  /** The findings for introductions, each in the version in which it came in; masked. */
  findings(introductions: readonly Introduction[]): Promise<Leak[]>
  /** Texts of versions, those that have one. */
  read(versions: readonly FileVersion[]): AsyncGenerator<VersionSource>
}

/** A secret that stands only on the way, placed in the version in which it came in; masked. */
export interface Leak {
  readonly finding: Finding
  readonly candidate: Candidate
}

const NONE: ReadonlySet<string> = new Set()

/** Scans every version of every file that came in, and finds out which commits brought secrets in. */
export async function scanVersions(
  repository: Repository,
  versions: Versions,
  work: Work,
  options: VersionOptions,
): Promise<VersionScan> {
  const { pathAtHead } = options
  const notifications: Notification[] = []
  const headHits: RuleHit[] = []
  const headCommits = new Map<string, string>()
  const quiet = new Set<string>()
  const messages = new Map<string, Source>()
  const leaks = new LeakCollector(options.commits)
  const unseen = new Map(options.blobAtHead)
  let [texts, characters] = [0, 0]

  const count = (source: Source) => countOf(source.text.length)
  const countOf = (length: number) => {
    keepHeapSmall(length, headHits.length)
    texts++
    characters += length
    work.progress({ phase: 'scanning changes', done: texts, unit: 'version' })
  }
  const keysOf = (hits: readonly RuleHit[]) => {
    const secrets = hits.filter(({ hit }) => hit.secret)
    return new Set(candidatesOf(secrets, undefined, pathAtHead).map(({ key }) => key))
  }
  const gates = {
    read: createLineReader(),
    // The same lines change in many versions. What they are may hang on the name of the file.
    findsIn: (text: string, uri: string) =>
      work.scanOptions.session.recall('credentials', `${uri}\n${text}`, async () => {
        const scanned = await scanText({ uri, text }, work.rules, work.scanOptions)
        return scanned.hits.length + scanned.notifications.length > 0
      }),
  }
  const scanLone = (source: Source) => {
    const worth = work.readVersions === 'whole' ? undefined : worthReading(source, gates.read)
    return scanLoneSource(source, work.rules, work.scanOptions, worth)
  }
  const takeHead = async (source: Source, cuts: readonly Notification[] = []) => {
    const scanned = await scanText(source, work.rules, work.scanOptions, cuts)
    headHits.push(...scanned.hits)
    if (!mentionsSuppression(source.text)) quiet.add(source.uri)
    return scanned
  }

  const excerpts = new Map<string, Source>()
  const names = namesOfFiles(options.blobAtHead.keys())
  /** Names that stand only on the way, by the commit that gave them. */
  const passing = new Map<string, Set<string>>()
  for (const { path, commit } of versions.named ?? []) {
    if (!commit || options.blobAtHead.has(path) || !work.wanted(path)) continue
    passing.set(commit, (passing.get(commit) ?? new Set()).add(path))
  }
  const large = new Map<string, LargeBlob>()
  const memory = new VersionMemory(gates)
  const heldBack = new HeldBack()
  const isSettled = (blob: string, path: string) => {
    const length = options.blobAtHead.get(path) === blob ? undefined : work.cleanVersions?.lengthOf(blob, path)
    if (length === undefined || !work.wanted(path)) return false
    countOf(length)
    leaks.add({ blob, path }, NONE, [])
    return true
  }
  const take = async ({ path, blob, bytes, here }: Arrived, known?: Decoded) => {
    const isHead = options.blobAtHead.get(path) === blob
    const arrivals = here.flatMap(({ commit, before }) => (commit ? [{ commit, before }] : []))
    const before = here.flatMap((place) => place.before)
    const clean =
      isHead || work.readVersions === 'whole'
        ? undefined
        : await memory.cleanLike(path, blob, bytes, [...before, options.blobAtHead.get(path) ?? ''])
    if (clean !== undefined) {
      countOf(clean)
      leaks.add({ blob, path }, NONE, [])
      work.cleanVersions?.add(blob, path, clean)
      return
    }
    const decoded = known ?? decodeBytes(bytes)
    const source = sourceFrom(path, decoded, versions.skipped)
    if (!source) return
    count(source)
    if (isHead && arrivals[0]) headCommits.set(path, arrivals[0].commit)
    // A version that the head still has is read as a part of its tree later on, with all its neighbours.
    const scanned = isHead ? { ...(await takeHead(source)), wellFormed: true } : await scanLone(source)
    // The front ends will ask for it, or the report for the lines around a finding.
    if (isHead && (hasFrontEnd(path) || scanned.hits.length > 0)) keepContent(repository, blob, decoded)
    notifications.push(...scanned.notifications)
    const keys = keysOf(scanned.hits)
    leaks.add({ blob, path }, keys, arrivals)
    if (keys.size === 0 && scanned.notifications.length === 0) {
      // Of the head's only the text was looked at here.
      const text = { characters: decoded.text.length, encoding: decoded.encoding }
      if (isHead) heldBack.keepHead({ path, blob, bytes, here }, text)
      else if (scanned.wellFormed) {
        memory.keepClean(path, blob, bytes, text)
        if (!isArchive(bytes)) work.cleanVersions?.add(blob, path, source.text.length)
      }
    }
    if (!isArchive(bytes)) return
    const members = await memberSources(path, bytes)
    const found = await scanMembers(members.sources, work)
    const touched = new Set(found.map(({ hit }) => hit.span.uri))
    for (const member of members.sources.filter(({ uri }) => touched.has(uri))) {
      const hits = found.filter(({ hit }) => hit.span.uri === member.uri)
      if (isHead) excerpts.set(member.uri, member)
      if (isHead) headHits.push(...hits)
      leaks.add({ blob, path: member.uri, archive: path }, keysOf(hits), arrivals)
    }
    if (isHead) await takeHead(source, members.notifications)
  }
  const mayWait = ({ path, blob, bytes }: Arrived) => {
    const atHead = work.readVersions === 'whole' || !options.cleanAtHead ? undefined : options.blobAtHead.get(path)
    return atHead !== undefined && atHead !== blob && !isArchive(bytes)
  }
  for await (const { blob, bytes, places } of versions.blobs(isSettled)) {
    const read = isGzip(bytes) ? decodeBytes(bytes) : undefined
    if (read && inflatesBeyond(bytes, read)) {
      large.set(blob, { blob, places, size: bytes.length, pieces: () => blobPieces(repository, blob) })
      continue
    }
    for (const [path, here] of byPath(places)) {
      if (unseen.get(path) === blob) unseen.delete(path)
      if (!work.wanted(path) || isSettled(blob, path)) continue
      const version = { path, blob, bytes, here }
      if (!mayWait(version) || !heldBack.keep(version)) await take(version, read)
    }
  }
  if (!heldBack.isEmpty) {
    const isClean = await options.cleanAtHead!()
    for (const { path, blob, bytes, text } of heldBack.heads)
      if (isClean(path)) memory.keepClean(path, blob, bytes, text)
    for (const version of heldBack.versions) await take(version)
  }
  for (const { blob, places, pieces } of [...large.values(), ...versions.large]) {
    for (const [path, here] of byPath(places)) {
      if (!work.wanted(path)) continue
      const isHead = unseen.get(path) === blob
      if (isHead) unseen.delete(path)
      const { source, characters: length, notifications: cuts } = await excerptOf(path, pieces(), work)
      countOf(length)
      const arrivals = here.flatMap(({ commit, before }) => (commit ? [{ commit, before }] : []))
      if (isHead && arrivals[0]) headCommits.set(path, arrivals[0].commit)
      if (isHead) excerpts.set(path, source)
      const scanned = isHead ? await takeHead(source, cuts) : await scanText(source, work.rules, work.scanOptions)
      notifications.push(...scanned.notifications)
      leaks.add({ blob, path }, keysOf(scanned.hits), arrivals)
    }
  }
  if (names.text !== '') {
    excerpts.set(names.uri, names)
    await takeHead(names)
  }
  const others = async function* () {
    for await (const message of versions.messages()) if (work.wantsMessage(message.uri)) yield message
    for (const [commit, paths] of passing) yield namesOfFiles(paths, commit)
  }
  for await (const message of others()) {
    count(message)
    if (work.readVersions !== 'whole' && !mayHoldCredential(message.text)) continue
    const { hits } = await scanText(message, work.rules, work.scanOptions)
    const keys = keysOf(hits)
    if (keys.size === 0) continue
    messages.set(message.uri, message)
    leaks.add({ blob: '', path: message.uri }, keys, [{ commit: message.commit ?? '', before: [] }])
  }

  const read = (wanted: readonly FileVersion[]) => readVersions(repository, wanted, messages, versions.skipped, work)
  // Copies: new at their path, with a content that the base had elsewhere.
  for await (const source of read([...unseen].map(([path, blob]) => ({ path, blob })))) {
    count(source)
    if (source.gaps || source.archive) excerpts.set(source.uri, source)
    notifications.push(...(await takeHead(source)).notifications)
  }
  const introductions = await leaks.introductions(async (missing) => {
    const keys = new Map<string, ReadonlySet<string>>()
    for await (const source of read(missing)) {
      const { hits } = await scanLoneSource(source, work.rules, work.scanOptions)
      const name = `${source.blob}:${source.uri}`
      keys.set(name, keysOf(hits))
    }
    return missing.map(({ blob, path }) => keys.get(`${blob}:${path}`) ?? new Set())
  })
  return {
    notifications,
    texts,
    characters,
    headHits,
    quiet,
    excerpts,
    headCommits,
    introductions,
    read,
    findings: (wanted) => findingsIn(wanted, read, work, pathAtHead),
  }
}

async function findingsIn(
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

function byPath(places: readonly Place[]): Map<string, Place[]> {
  const paths = new Map<string, Place[]>()
  for (const place of places) {
    const list = paths.get(place.path)
    if (list) list.push(place)
    else paths.set(place.path, [place])
  }
  return paths
}
