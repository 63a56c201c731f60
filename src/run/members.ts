import type { Notification } from '../core/finding.ts'
import type { Source } from '../core/source.ts'
import type { Tree } from '../core/tree.ts'
import { archiveBudget, isArchive, membersOf } from '../languages/archives/archives.ts'
import { unreadPacking } from '../languages/decode/binary-formats.ts'
import { decodeBytes } from '../languages/decode/bytes.ts'
import { type Scanned, scanLoneSource, scanText, scanUnits } from '../scan/units.ts'
import type { Work } from './scan-result.ts'

/** Archives in archives. */
const DEEPEST = 4

/** The files of an archive as sources called `app.jar!config/prod.env`, those of archives in it as `app.jar!lib.zip!a.env`. */
export async function memberSources(
  path: string,
  bytes: Buffer,
): Promise<{ readonly sources: readonly Source[]; readonly notifications: readonly Notification[] }> {
  const cuts = new Map<string, string>()
  const budget = archiveBudget((limit, phrase) => cuts.set(limit, phrase))
  const sources: Source[] = []
  const read = async (outer: string, archive: Buffer, depth: number) => {
    for await (const member of membersOf(archive, budget)) {
      const uri = `${outer}!${member.name}`
      // What cannot be unpacked is looked at as it stands.
      if (!isArchive(member.bytes) || unreadPacking(member.bytes))
        sources.push({ uri, text: decodeBytes(member.bytes).text })
      if (!isArchive(member.bytes)) continue
      if (depth < DEEPEST) await read(uri, member.bytes, depth + 1)
      else budget.cut('archive-depth', 'archives stand in archives deeper than is read')
    }
  }
  await read(path, bytes, 1)
  return { sources, notifications: [...cuts].map(([limit, phrase]) => notificationOf(path, limit, phrase)) }
}

function notificationOf(path: string, limit: string, phrase: string): Notification {
  return {
    level: 'warning',
    id: 'limit',
    message: `${path}: ${phrase}`,
    location: { uri: path },
    unread: { span: { uri: path, start: 0, end: 0 }, limit },
  }
}

/**
 * What stands in the files of an archive: secrets, and what a plan of Terraform (`terraform plan -out`) was made from, its
 * configuration and the state before.
 */
export async function scanMembers(sources: readonly Source[], { rules, scanOptions }: Work): Promise<Scanned['hits']> {
  const isPlan = sources.some(({ uri }) => uri.endsWith('!tfplan'))
  const hits = []
  for (const source of sources) {
    const scan = isPlan ? scanText : scanLoneSource
    hits.push(...(await scan(source, rules, scanOptions)).hits)
  }
  return isPlan ? [...hits, ...(await scanUnits(treeOf(sources), undefined, rules, scanOptions)).hits] : hits
}

function treeOf(sources: readonly Source[]): Tree {
  const files = new Map(sources.map((source) => [source.uri, source]))
  return { paths: [...files.keys()].sort(), has: (path) => files.has(path), read: (path) => files.get(path) }
}
