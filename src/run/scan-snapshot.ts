import type { Notification } from '../core/finding.ts'
import type { Source } from '../core/source.ts'
import { timed } from '../core/timings.ts'
import type { Tree } from '../core/tree.ts'
import { affectedPaths } from '../frontends/index.ts'
import { type LargeFile, type Snapshot, sourceFrom } from '../io/git/snapshot.ts'
import { isArchive } from '../languages/archives/archives.ts'
import { decodeBytes, inflatesBeyond } from '../languages/decode/bytes.ts'
import type { RuleHit } from '../scan/check.ts'
import { candidatesOf, findingsOf, secretsOf } from '../scan/findings.ts'
import { leakedKeys } from '../scan/leaked-keys.ts'
import { scanText, scanUnits } from '../scan/units.ts'
import { excerptOf } from './excerpt.ts'
import { memberSources, scanMembers } from './members.ts'
import { keepHeapSmall } from './memory.ts'
import { namesOfFiles } from './names.ts'
import type { ScanResult, Work } from './scan-result.ts'

/** What was not read whole, and stood there before anybody asked: less than what a change would hide. */
function asStanding(found: RuleHit): RuleHit {
  return found.node.kind === 'unread' ? { ...found, hit: { ...found.hit, severity: 'medium' } } : found
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/**
 * Everything in one snapshot: every text by itself, then what the front ends make of the tree. `keys` are the
 * identities of the findings, in their order.
 */
export async function scanSnapshot(
  snapshot: Snapshot,
  tree: Tree,
  work: Work,
  messages: readonly Source[] = [],
): Promise<ScanResult & { readonly keys: readonly string[] }> {
  const entries = (await snapshot.entries()).filter(({ path }) => work.wanted(path))
  const hits: RuleHit[] = []
  const notifications: Notification[] = []
  let [count, characters] = [0, 0]
  const take = async (source: Source, cuts: readonly Notification[] = [], length = source.text.length) => {
    keepHeapSmall(source.text.length, hits.length)
    const scanned = await scanText(source, work.rules, work.scanOptions, cuts)
    hits.push(...scanned.hits)
    notifications.push(...scanned.notifications)
    count++
    characters += length
    work.progress({ phase: 'scanning', done: count, total: entries.length, findings: hits.length })
  }
  const texts = [...messages, namesOfFiles(entries.map(({ path }) => path))]
  const others = new Map(texts.map((text) => [text.uri, text]))
  const large: Pick<LargeFile, 'path' | 'pieces'>[] = []
  for await (const { entry, bytes } of snapshot.readBytes(entries)) {
    const decoded = decodeBytes(bytes)
    const source = sourceFrom(entry.path, decoded, snapshot.skipped, snapshot.commit)
    if (!isArchive(bytes)) {
      if (inflatesBeyond(bytes, decoded)) large.push({ path: entry.path, pieces: () => inOnePiece(bytes) })
      else await take(source)
      continue
    }
    const members = await memberSources(entry.path, Buffer.from(bytes))
    const found = await scanMembers(members.sources, work)
    hits.push(...found)
    const touched = new Set(found.map(({ hit }) => hit.span.uri))
    for (const member of members.sources) if (touched.has(member.uri)) others.set(member.uri, member)
    await take(source, members.notifications)
  }
  for (const text of texts) hits.push(...(await scanText(text, work.rules, work.scanOptions)).hits)
  for (const { path, pieces } of [...large, ...snapshot.large]) {
    const { source, characters: length, notifications: cuts } = await excerptOf(path, pieces(), work)
    others.set(path, source)
    await take(source, cuts, length)
  }
  const listed = new Set(entries.map(({ path }) => path))
  // What stands in a part of the tree may only show through a module elsewhere that calls it.
  const paths = listed.size < tree.paths.length ? affectedPaths(tree, listed) : listed
  work.progress({ phase: 'reading infrastructure', done: 0, findings: hits.length })
  const units = await timed(work.scanOptions.stopwatch, 'infrastructure', () =>
    scanUnits(tree, paths, work.rules, work.scanOptions, (path) => listed.has(path)),
  )
  hits.push(...units.hits)
  const candidates = candidatesOf(snapshot.isInput ? hits : hits.map(asStanding))
  const findings = findingsOf(candidates, { read: (uri) => others.get(uri) ?? tree.read(uri) }, work.severityOf)
  return {
    findings,
    keys: candidates.map(({ key }) => key),
    notifications: [...notifications, ...units.notifications, ...snapshot.skipped.notifications()],
    texts: count,
    characters,
    commits: 0,
    leaked: leakedKeys(candidates),
    secrets: candidates.flatMap(({ hit }) => secretsOf(hit)),
  }
}
