import type { Tools } from '../compare/may-differ.ts'
import type { Notification } from '../core/finding.ts'
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
import type { Arrival, FileVersion, Introduction } from '../scan/leaks.ts'
import { type LoneScan, scanLoneSource, scanText } from '../scan/units.ts'
import { worthReading } from '../scan/worth.ts'
import { excerptOf } from './excerpt.ts'
import { type KnownHead, KnownHeads } from './known-heads.ts'
import { findingsIn, type Leak } from './leak-findings.ts'
import { memberSources, scanMembers } from './members.ts'
import { namesOfFiles } from './names.ts'
import { readVersions, type VersionSource } from './read-versions.ts'
import type { Work } from './scan-result.ts'
import { VersionMemory } from './version-memory.ts'
import { type Gathered, type Hits, VersionResults } from './version-results.ts'

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

export interface VersionScan extends Gathered {
  readonly introductions: readonly Introduction[]
  /** The findings for introductions, each in the version in which it came in; masked. */
  findings(introductions: readonly Introduction[]): Promise<Leak[]>
  /** Texts of versions, those that have one. */
  read(versions: readonly FileVersion[]): AsyncGenerator<VersionSource>
}

/** A version of a file that came in. */
interface Arrived {
  readonly path: string
  readonly blob: string
  readonly bytes: Buffer
  /** Where it came in at this path. */
  readonly here: readonly Place[]
}

/** Scans every version of every file that came in, and finds out which commits brought secrets in. */
export async function scanVersions(
  repository: Repository,
  versions: Versions,
  work: Work,
  options: VersionOptions,
): Promise<VersionScan> {
  return await new VersionScanner(repository, versions, work, options).scan()
}

/** One walk over versions: each `#scan…` is a step of it, in their order. */
class VersionScanner {
  readonly #repository: Repository
  readonly #versions: Versions
  readonly #work: Work
  readonly #options: VersionOptions
  readonly #gates: Tools
  readonly #memory: VersionMemory
  readonly #results: VersionResults
  readonly #heads: KnownHeads | undefined
  /** Files of the head whose version did not come in yet. */
  readonly #unseen: Map<string, string>
  readonly #large: LargeBlob[] = []
  readonly #messages = new Map<string, Source>()

  constructor(repository: Repository, versions: Versions, work: Work, options: VersionOptions) {
    this.#repository = repository
    this.#versions = versions
    this.#work = work
    this.#options = options
    this.#gates = gatesFor(work)
    this.#memory = new VersionMemory(this.#gates)
    this.#results = new VersionResults(work, options)
    this.#unseen = new Map(options.blobAtHead)
    const { cleanAtHead } = options
    this.#heads = cleanAtHead && !this.#readsWhole ? new KnownHeads(() => cleanAtHead()) : undefined
  }

  async scan(): Promise<VersionScan> {
    await this.#scanBlobs()
    await this.#scanLarge()
    await this.#scanNames()
    await this.#scanMessages()
    await this.#scanCopies()
    const introductions = await this.#results.leaks.introductions((versions) => this.#keysBefore(versions))
    const read = (versions: readonly FileVersion[]) => this.#read(versions)
    const findings = (wanted: readonly Introduction[]) => findingsIn(wanted, read, this.#work, this.#options.pathAtHead)
    return { ...this.#results.all(), introductions, read, findings }
  }

  async #scanBlobs(): Promise<void> {
    const isSettled = (blob: string, path: string) => this.#isSettled(blob, path)
    for await (const { blob, bytes, places } of this.#versions.blobs(isSettled)) {
      const read = isGzip(bytes) ? decodeBytes(bytes) : undefined
      if (read && inflatesBeyond(bytes, read)) {
        this.#large.push({ blob, places, size: bytes.length, pieces: () => blobPieces(this.#repository, blob) })
        continue
      }
      for (const [path, here] of byPath(places)) {
        if (this.#unseen.get(path) === blob) this.#unseen.delete(path)
        if (!this.#work.wanted(path) || this.#isSettled(blob, path)) continue
        const version = { path, blob, bytes, here }
        if (this.#isOnTheWay(version)) await this.#rememberHeads()
        await this.#scanVersion(version, read)
      }
    }
  }

  /** Did an earlier run find that it holds no secret there? */
  #isSettled(blob: string, path: string): boolean {
    const length = this.#isHead(blob, path) ? undefined : this.#work.cleanVersions?.lengthOf(blob, path)
    if (length === undefined || !this.#work.wanted(path)) return false
    this.#results.addClean({ blob, path }, length)
    return true
  }

  /** Is it a version of a file that the head has another one of? */
  #isOnTheWay({ path, blob }: Arrived): boolean {
    return this.#options.blobAtHead.has(path) && !this.#isHead(blob, path)
  }

  /** Versions of the head come first, so that the others are held against them; nearly all that those say is said there as well. */
  async #rememberHeads(): Promise<void> {
    for (const head of (await this.#heads?.clean()) ?? []) this.#keepClean(head)
  }

  #keepClean({ path, blob, bytes, ...text }: KnownHead): void {
    this.#memory.keepClean(path, blob, bytes, text)
  }

  async #scanVersion(version: Arrived, known?: Decoded): Promise<void> {
    const { path, blob, bytes, here } = version
    const isHead = this.#isHead(blob, path)
    const clean = isHead || this.#readsWhole ? undefined : await this.#lengthIfClean(version)
    if (clean !== undefined) {
      this.#results.addClean({ blob, path }, clean)
      this.#work.cleanVersions?.add(blob, path, clean)
      return
    }
    const decoded = known ?? decodeBytes(bytes)
    const source = sourceFrom(path, decoded, this.#versions.skipped)
    this.#results.count(source.text.length)
    const arrivals = arrivalsAt(here)
    if (isHead) this.#results.addCommit(path, arrivals)
    // A version that the head still has is read as a part of its tree later on, with all its neighbours.
    const scanned = isHead ? { ...(await this.#scanHead(source)), wellFormed: true } : await this.#scanLone(source)
    // The front ends will ask for it, or the report for the lines around a finding.
    if (isHead && (hasFrontEnd(path) || scanned.hits.length > 0)) keepContent(this.#repository, blob, decoded)
    const keys = this.#results.add({ blob, path }, scanned, arrivals)
    if (keys.size === 0 && scanned.notifications.length === 0 && scanned.wellFormed) this.#remember(version, decoded)
    if (isArchive(bytes)) await this.#scanArchive(version, source, arrivals)
  }

  /** The length of its text, when a version that it replaced, or the head's, tells that it holds no secret. */
  async #lengthIfClean({ path, blob, bytes, here }: Arrived): Promise<number | undefined> {
    const older = [...here.flatMap(({ before }) => before), this.#options.blobAtHead.get(path) ?? '']
    return await this.#memory.cleanLike(path, blob, bytes, older)
  }

  /** Keeps a version without secrets, for those that replace it. Of the head's only the text was looked at so far. */
  #remember({ path, blob, bytes }: Arrived, { text, encoding }: Decoded): void {
    const version = { path, blob, bytes, characters: text.length, encoding }
    const known = this.#isHead(blob, path) ? this.#heads?.add(version) : version
    if (known) this.#keepClean(known)
    if (!this.#isHead(blob, path) && !isArchive(bytes)) this.#work.cleanVersions?.add(blob, path, text.length)
  }

  async #scanArchive({ path, blob, bytes }: Arrived, source: Source, arrivals: readonly Arrival[]): Promise<void> {
    const isHead = this.#isHead(blob, path)
    const members = await memberSources(path, bytes)
    const found = await scanMembers(members.sources, this.#work)
    const touched = new Set(found.map(({ hit }) => hit.span.uri))
    for (const member of members.sources.filter(({ uri }) => touched.has(uri))) {
      const hits = found.filter(({ hit }) => hit.span.uri === member.uri)
      if (isHead) this.#results.excerpts.set(member.uri, member)
      if (isHead) this.#results.headHits.push(...hits)
      this.#results.leaks.add({ blob, path: member.uri, archive: path }, this.#results.keysOf(hits), arrivals)
    }
    if (isHead) await this.#scanHead(source, members.notifications)
  }

  async #scanLarge(): Promise<void> {
    for (const { blob, places, pieces } of [...this.#large, ...this.#versions.large]) {
      for (const [path, here] of byPath(places)) {
        if (this.#work.wanted(path)) await this.#scanExcerpt({ blob, path }, pieces(), arrivalsAt(here))
      }
    }
  }

  async #scanExcerpt(
    version: FileVersion,
    pieces: AsyncIterable<Uint8Array>,
    arrivals: readonly Arrival[],
  ): Promise<void> {
    const { blob, path } = version
    const isHead = this.#unseen.get(path) === blob
    if (isHead) this.#unseen.delete(path)
    const { source, characters, notifications: cuts } = await excerptOf(path, pieces, this.#work)
    this.#results.count(characters)
    if (isHead) this.#results.addCommit(path, arrivals)
    if (isHead) this.#results.excerpts.set(path, source)
    const scanned = isHead ? await this.#scanHead(source, cuts) : await this.#scanText(source)
    this.#results.add(version, scanned, arrivals)
  }

  async #scanNames(): Promise<void> {
    const names = namesOfFiles(this.#options.blobAtHead.keys())
    if (names.text === '') return
    this.#results.excerpts.set(names.uri, names)
    await this.#scanHead(names)
  }

  async #scanMessages(): Promise<void> {
    for await (const message of this.#messagesAndNames()) {
      this.#results.count(message.text.length)
      if (!this.#readsWhole && !mayHoldCredential(message.text)) continue
      const keys = this.#results.keysOf((await this.#scanText(message)).hits)
      if (keys.size === 0) continue
      this.#messages.set(message.uri, message)
      this.#results.leaks.add({ blob: '', path: message.uri }, keys, [{ commit: message.commit ?? '', before: [] }])
    }
  }

  /** Messages, and names of files that stand only on the way, by the commit that gave them. */
  async *#messagesAndNames(): AsyncGenerator<Source> {
    for await (const message of this.#versions.messages()) if (this.#work.wantsMessage(message.uri)) yield message
    const passing = new Map<string, Set<string>>()
    for (const { path, commit } of this.#versions.named ?? []) {
      if (!commit || this.#options.blobAtHead.has(path) || !this.#work.wanted(path)) continue
      passing.set(commit, (passing.get(commit) ?? new Set()).add(path))
    }
    for (const [commit, paths] of passing) yield namesOfFiles(paths, commit)
  }

  /** New at their path, with a content that the base had elsewhere. */
  async #scanCopies(): Promise<void> {
    for await (const source of this.#read([...this.#unseen].map(([path, blob]) => ({ path, blob })))) {
      this.#results.count(source.text.length)
      if (source.gaps || source.archive) this.#results.excerpts.set(source.uri, source)
      this.#results.notifications.push(...(await this.#scanHead(source)).notifications)
    }
  }

  /** What versions from before held. */
  async #keysBefore(versions: readonly FileVersion[]): Promise<ReadonlySet<string>[]> {
    const keys = new Map<string, ReadonlySet<string>>()
    for await (const source of this.#read(versions)) {
      const { hits } = await scanLoneSource(source, this.#work.rules, this.#work.scanOptions)
      keys.set(`${source.blob}:${source.uri}`, this.#results.keysOf(hits))
    }
    return versions.map(({ blob, path }) => keys.get(`${blob}:${path}`) ?? new Set())
  }

  get #readsWhole(): boolean {
    return this.#work.readVersions === 'whole'
  }

  #isHead(blob: string, path: string): boolean {
    return this.#options.blobAtHead.get(path) === blob
  }

  #read(versions: readonly FileVersion[]): AsyncGenerator<VersionSource> {
    return readVersions(this.#repository, versions, this.#messages, this.#versions.skipped, this.#work)
  }

  #scanText(source: Source, cuts?: readonly Notification[]): Promise<Hits> {
    return scanText(source, this.#work.rules, this.#work.scanOptions, cuts)
  }

  async #scanHead(source: Source, cuts?: readonly Notification[]): Promise<Hits> {
    const scanned = await this.#scanText(source, cuts)
    this.#results.addHead(source, scanned.hits)
    return scanned
  }

  #scanLone(source: Source): Promise<LoneScan> {
    const worth = this.#readsWhole ? undefined : worthReading(source, this.#gates.read)
    return scanLoneSource(source, this.#work.rules, this.#work.scanOptions, worth)
  }
}

function gatesFor({ rules, scanOptions }: Work): Tools {
  return {
    read: createLineReader(),
    // The same lines change in many versions. What they are may hang on the name of the file.
    findsIn: (text, uri) =>
      scanOptions.session.recall('credentials', `${uri}\n${text}`, async () => {
        const scanned = await scanText({ uri, text }, rules, scanOptions)
        return scanned.hits.length + scanned.notifications.length > 0
      }),
  }
}

/** Where a version came in by a commit. */
function arrivalsAt(places: readonly Place[]): Arrival[] {
  return places.flatMap(({ commit, before }) => (commit ? [{ commit, before }] : []))
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
