import type { Source } from '../core/source.ts'
import { keptContent } from '../io/git/contents.ts'
import { blobPieces, readBlobs, type Unread } from '../io/git/objects.ts'
import { tellUnread } from '../io/git/range.ts'
import type { Repository } from '../io/git/repository.ts'
import type { SkipLog } from '../io/git/skipped.ts'
import { sourceFrom } from '../io/git/snapshot.ts'
import { isArchive } from '../languages/archives/archives.ts'
import { type Decoded, decodeBytes, inflatesBeyond } from '../languages/decode/bytes.ts'
import type { FileVersion } from '../scan/leaks.ts'
import { excerptOf } from './excerpt.ts'
import { memberSources } from './members.ts'
import type { Work } from './scan-result.ts'

/** The text of a version. */
export interface VersionSource extends Source, Pick<FileVersion, 'blob' | 'archive'> {}

/** Texts of versions, all in one go. What is not to be had is left out, and told; of what is too large there is an excerpt. */
export async function* readVersions(
  repository: Repository,
  versions: readonly FileVersion[],
  messages: ReadonlyMap<string, Source>,
  skipped: SkipLog,
  work: Work,
): AsyncGenerator<VersionSource> {
  const stored: FileVersion[] = []
  for (const version of versions) {
    const { blob, path } = version
    const message = blob === '' ? messages.get(path) : undefined
    const kept = blob === '' ? undefined : keptContent(repository, blob)
    if (message) yield { ...message, blob }
    else if (kept) yield* versionOf(version, kept, skipped)
    else stored.push(version)
  }
  if (stored.length === 0) return
  const large: FileVersion[] = []
  const unread = (version: FileVersion, why: Unread) => {
    tellUnread(skipped, [version], why)
    if (why.reason === 'too-large') large.push(version)
  }
  for await (const { item, bytes } of readBlobs(repository, stored, unread)) {
    const decoded = decodeBytes(bytes)
    if (inflatesBeyond(bytes, decoded)) {
      large.push(item)
      continue
    }
    if (!item.archive) yield* versionOf(item, decoded, skipped)
    if (!isArchive(bytes)) continue
    const { path, archive = path, blob } = item
    for (const member of (await memberSources(archive, bytes)).sources) {
      if (!item.archive || member.uri === path) yield { ...member, blob, archive }
    }
  }
  for (const { blob, path } of large) {
    const { source } = await excerptOf(path, blobPieces(repository, blob), work)
    yield { ...source, blob }
  }
}

function versionOf({ blob, path }: FileVersion, decoded: Decoded, skipped: SkipLog): VersionSource[] {
  const source = sourceFrom(path, decoded, skipped)
  return source ? [{ ...source, blob }] : []
}
