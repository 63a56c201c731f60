import { constants, gunzipSync } from 'node:zlib'
import { extract } from 'tar-stream'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { isTar, isZip, unreadPacking } from '../decode/binary-formats.ts'
import { isGzip } from '../decode/bytes.ts'

/** A file of an archive. */
export interface Member {
  readonly name: string
  readonly bytes: Buffer
}

/** What one file may unpack to, with all archives in it. */
export interface ArchiveBudget {
  members: number
  bytes: number
  /** Is told what a limit left out, as a phrase for people and a name for machines. */
  cut(limit: string, phrase: string): void
}

/** More than any archive that people keep in a repository; what holds more is there to keep us busy. */
export const archiveBudget = (cut: ArchiveBudget['cut']): ArchiveBudget => ({ members: 20_000, bytes: 96 << 20, cut })

/** Is it a zip (a jar, a wheel, an office document, a plan of Terraform), a tar, a tar in gzip, or packed as we cannot read? */
export function isArchive(bytes: Uint8Array): boolean {
  return isZip(bytes) || isTar(bytes) || isTar(headOfGzip(bytes)) || unreadPacking(bytes) !== undefined
}

/** The files of an archive, one at a time; none when it is no archive. */
export async function* membersOf(bytes: Buffer, budget: ArchiveBudget): AsyncGenerator<Member> {
  if (isZip(bytes)) yield* zipMembers(bytes, budget)
  else if (isTar(bytes)) yield* tarMembers(bytes, budget)
  else if (isTar(headOfGzip(bytes))) {
    const inflated = inflate(bytes, budget)
    if (inflated) yield* tarMembers(inflated, budget)
  } else {
    const packing = unreadPacking(bytes)
    if (packing) budget.cut('archive-packing', `the file is packed as ${packing}, which is not read`)
  }
}

const BLOCK = 512

function headOfGzip(bytes: Uint8Array): Uint8Array {
  if (!isGzip(bytes)) return new Uint8Array()
  try {
    // What is cut off gives what is there.
    return gunzipSync(bytes.subarray(0, 64 * BLOCK), { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, BLOCK)
  } catch {
    return new Uint8Array()
  }
}

function inflate(bytes: Buffer, budget: ArchiveBudget): Buffer | undefined {
  try {
    const maxOutputLength = Math.max(1, budget.bytes)
    return gunzipSync(bytes, { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') budget.cut('archive-bytes', TOO_LARGE)
    else budget.cut('archive-broken', BROKEN)
    return undefined
  }
}

const TOO_LARGE = 'the archive unpacks to more than is read'
const TOO_MANY = 'the archive holds more files than are read'
const BROKEN = 'the archive is broken, or packed in a way that is not read'
const ENCRYPTED = 'files of the archive are encrypted'

async function* zipMembers(bytes: Buffer, budget: ArchiveBudget): AsyncGenerator<Member> {
  const zip = await opened(bytes)
  if (!zip) {
    budget.cut('archive-broken', BROKEN)
    return
  }
  for (let entry = await next(zip); entry; entry = await next(zip)) {
    if (entry === 'broken') {
      budget.cut('archive-broken', BROKEN)
      return
    }
    const name = (entry.fileName as unknown as Buffer).toString()
    if (name.endsWith('/')) continue
    if (--budget.members < 0) {
      budget.cut('archive-members', TOO_MANY)
      return
    }
    if (entry.isEncrypted()) budget.cut('archive-encrypted', ENCRYPTED)
    else {
      const content = await contentOf(zip, entry, budget)
      if (content) yield { name, bytes: content }
    }
  }
}

function opened(bytes: Buffer): Promise<ZipFile | undefined> {
  const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: false, strictFileNames: false }
  return new Promise((resolve) => fromBuffer(bytes, options, (error, zip) => resolve(error ? undefined : zip)))
}

function next(zip: ZipFile): Promise<Entry | 'broken' | undefined> {
  return new Promise((resolve) => {
    const finish = (entry?: Entry | 'broken') => {
      for (const event of ['entry', 'end', 'error']) zip.removeAllListeners(event)
      resolve(entry)
    }
    zip.once('entry', finish)
    zip.once('end', () => finish())
    zip.once('error', () => finish('broken'))
    zip.readEntry()
  })
}

/** No more than the budget has left, whatever size the archive claims. */
function contentOf(zip: ZipFile, entry: Entry, budget: ArchiveBudget): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const fail = (limit: string, phrase: string) => {
      budget.cut(limit, phrase)
      resolve(undefined)
    }
    zip.openReadStream(entry, (error, stream) => {
      if (error) return fail('archive-broken', BROKEN)
      const parts: Buffer[] = []
      stream.on('error', () => fail('archive-broken', BROKEN))
      stream.on('end', () => resolve(Buffer.concat(parts)))
      stream.on('data', (part: Buffer) => {
        parts.push(part)
        budget.bytes -= part.length
        if (budget.bytes >= 0) return
        stream.destroy()
        fail('archive-bytes', TOO_LARGE)
      })
    })
  })
}

async function* tarMembers(bytes: Buffer, budget: ArchiveBudget): AsyncGenerator<Member> {
  const archive = extract()
  archive.end(bytes)
  try {
    for await (const entry of archive) {
      const { name, type, size = 0 } = entry.header
      if (type === 'file' || type === 'contiguous-file') {
        if (--budget.members < 0) {
          budget.cut('archive-members', TOO_MANY)
          return
        }
        budget.bytes -= size
        if (budget.bytes < 0) {
          budget.cut('archive-bytes', TOO_LARGE)
          return
        }
        const parts: Buffer[] = []
        for await (const part of entry) parts.push(part as Buffer)
        yield { name, bytes: Buffer.concat(parts) }
      } else entry.resume()
    }
  } catch {
    budget.cut('archive-broken', BROKEN)
  }
}
