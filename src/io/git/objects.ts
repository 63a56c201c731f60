import { Problem } from '../../core/problem.ts'
import { git, gitStream, gitSync } from './git.ts'
import { isId, shortId } from './ids.ts'
import { asciiLines } from './records.ts'
import type { Repository } from './repository.ts'

/** Files larger than this are never held whole; bytes. */
export const DEFAULT_MAX_BYTES = 10 * 1024 * 1024

/** Why an object was not read. */
export type Unread = { readonly reason: 'too-large'; readonly size: number } | { readonly reason: 'missing' }

/**
 * Reads many blobs as a stream, in the order asked for, with memory for one blob at a time: one process tells the sizes,
 * another one gives the contents of those that are small enough. What is asked for is handed back with its bytes.
 * @param unread is told of every item that was left out, before later items are yielded.
 */
export async function* readBlobs<Wanted extends { readonly blob: string }>(
  repository: Repository,
  wanted: Iterable<Wanted> | AsyncIterable<Wanted>,
  unread: (item: Wanted, why: Unread) => void,
  maxBytes = DEFAULT_MAX_BYTES,
): AsyncGenerator<{ readonly item: Wanted; readonly bytes: Buffer }> {
  const measured: Wanted[] = []
  const coming: Wanted[] = []
  const small = async function* (): AsyncGenerator<string> {
    for await (const { size } of measure(repository, remember(wanted, measured))) {
      const item = measured.shift()!
      if (size === undefined) unread(item, { reason: 'missing' })
      else if (size > maxBytes) unread(item, { reason: 'too-large', size })
      else {
        coming.push(item)
        yield item.blob
      }
    }
  }
  if (repository.fetchMissing) wanted = await brought(repository, wanted)
  for await (const { id, bytes } of readObjects(repository, small())) {
    const item = coming.shift()!
    if (item.blob !== id) throw new Error(`git answered with ${id} where ${item.blob} was asked for`)
    yield { item, bytes }
  }
}

/**
 * Whole objects by id, in the order asked for. Meant for objects known to be small; see `readBlobs`. The bytes of many
 * share memory: whoever keeps some for long copies them.
 * @throws Problem when one is missing.
 */
export async function* readObjects(
  repository: Repository,
  ids: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<{ readonly id: string; readonly type: string; readonly bytes: Buffer }> {
  let begun = ''
  let object: { id: string; type: string; bytes: Buffer; filled: number } | undefined
  for await (const part of gitStream(repository, ['cat-file', '--batch', '--buffer'], { lines: ids })) {
    for (let at = 0; at < part.length; ) {
      if (object) {
        at += fill(object, part, at)
        if (object.filled <= object.bytes.length) continue
        yield object
        object = undefined
        continue
      }
      const end = part.indexOf(10, at)
      begun += part.toString('latin1', at, end === -1 ? part.length : end)
      if (end === -1) break
      const { id, type, size } = announced(begun)
      begun = ''
      at = end + 1
      if (at + size < part.length) {
        // Whole in this part, the newline after it included: no copy.
        yield { id, type, bytes: part.subarray(at, at + size) }
        at += size + 1
      } else object = { id, type, bytes: Buffer.allocUnsafeSlow(size), filled: 0 }
    }
  }
}

/** A blob of any size, as git hands it out. */
export function blobPieces(repository: Repository, blob: string): AsyncIterable<Uint8Array> {
  return gitStream(repository, ['cat-file', 'blob', blob])
}

/** Some blobs by id, for the reader that cannot wait; together no more than `limit` bytes. What is not here is left out. */
export function readBlobsNow(repository: Repository, ids: readonly string[], limit: number): Map<string, Buffer> {
  const output = gitSync(repository, ['cat-file', '--batch', '--buffer'], limit + LINE * ids.length, linesOf(ids))
  return output ? objectsIn(output) : new Map()
}

/** Sizes in bytes of those that are here. */
export function sizesNow(repository: Repository, ids: readonly string[]): Map<string, number> {
  const output = gitSync(repository, ['cat-file', '--batch-check', '--buffer'], LINE * ids.length, linesOf(ids))
  const lines = output?.toString('latin1').split('\n') ?? []
  return new Map(
    lines.flatMap((line): [string, number][] => {
      const [id, , size] = line.split(' ')
      return size === undefined ? [] : [[id!, Number(size)]]
    }),
  )
}

/** More than git says of an object besides its content. */
const LINE = 128

function linesOf(ids: readonly string[]): string {
  return ids.map((id) => `${id}\n`).join('')
}

function objectsIn(output: Buffer): Map<string, Buffer> {
  const objects = new Map<string, Buffer>()
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at)
    const [id, , size] = output.toString('latin1', at, end).split(' ')
    at = end + 1
    if (size === undefined) continue
    objects.set(id!, output.subarray(at, at + Number(size)))
    at += Number(size) + 1
  }
  return objects
}

/** The commits that `names` stand for (revisions as people write them), in order; undefined for what is no commit here. */
export async function resolveCommits(
  repository: Repository,
  names: readonly string[],
): Promise<readonly (string | undefined)[]> {
  // A name with a line break would be two questions.
  const asked = names.map((name) => (/[\n\r\0]/.test(name) || name === '' ? 'none' : name))
  const answers: (string | undefined)[] = []
  for await (const { id, type } of measure(
    repository,
    asked.map((name) => `${name}^{commit}`),
  )) {
    answers.push(type === 'commit' ? id : undefined)
  }
  return answers
}

/** What the objects called so are (`commit`, `tag`), in order; undefined for what is not here. */
export async function typesOf(repository: Repository, names: readonly string[]): Promise<(string | undefined)[]> {
  const types: (string | undefined)[] = []
  for await (const { type } of measure(repository, names)) types.push(type)
  return types
}

/** The first parent as a commit itself names it, also where a shallow clone ends; undefined when it has none. */
export async function firstParent(repository: Repository, commit: string): Promise<string | undefined> {
  for await (const { bytes } of readObjects(repository, [commit])) {
    return /^tree [0-9a-f]+\nparent ([0-9a-f]+)\n/.exec(bytes.toString('latin1'))?.[1]
  }
  return undefined
}

/** The parents as a commit itself names them, as above. */
export async function parentsOf(repository: Repository, commit: string): Promise<string[]> {
  for await (const { bytes } of readObjects(repository, [commit])) {
    const headers = bytes.toString('latin1').split('\n\n', 1)[0]!
    return [...headers.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent]) => parent!)
  }
  return []
}

/** The one commit that `name` stands for. @throws Problem when there is none. */
export async function requireCommit(repository: Repository, name: string, what = 'The revision'): Promise<string> {
  const [commit] = await resolveCommits(repository, [name])
  return commit ?? noCommit(repository, name, what)
}

/** The commits at both ends of a range, asked for together; without a base only the head. @throws Problem as above. */
export async function requireEnds<Base extends string | undefined>(
  repository: Repository,
  base: Base,
  head: string,
): Promise<[base: Base | string, head: string]> {
  const [headId, baseId] = await resolveCommits(repository, base === undefined ? [head] : [head, base])
  const end = headId ?? noCommit(repository, head, 'The head')
  return [base === undefined ? base : (baseId ?? noCommit(repository, base, 'The base')), end]
}

function noCommit(repository: Repository, name: string, what: string): never {
  const shown = isId(name) ? shortId(name) : name.replace(/[\x00-\x1f\x7f-\x9f]/g, '?')
  throw new Problem(`${what} ${shown} is not a commit of this repository. ${mendFor(repository, name)}`)
}

/** Those of `ids` that are not here. */
export async function missingObjects(repository: Repository, ids: Iterable<string>): Promise<string[]> {
  const missing: string[] = []
  for await (const { id, type } of measure(repository, ids)) if (type === undefined) missing.push(id)
  return missing
}

/** The id of the empty tree in the repository's format, for comparing with nothing; git knows it without storing it. */
export async function emptyTree(repository: Repository): Promise<string> {
  return (await git(repository, ['hash-object', '-t', 'tree', '--stdin'])).toString().trim()
}

function mendFor(repository: Repository, name: string): string {
  if (repository.shallow)
    return 'The clone is shallow: check out with `fetch-depth: 0`, or run `git fetch --unshallow`.'
  return isId(name)
    ? 'Fetch it first: `git fetch origin`.'
    : 'Check the spelling, or fetch it first: `git fetch origin`.'
}

/** What is on the server only is fetched in one go, not one by one. Nothing to do in other repositories. */
export async function bringMissing(repository: Repository, ids: Iterable<string>): Promise<void> {
  if (!repository.fetchMissing) return
  const missing = await missingObjects(repository, new Set(ids))
  if (missing.length > 0) await repository.fetchMissing(missing)
}

async function brought<Wanted extends { readonly blob: string }>(
  repository: Repository,
  wanted: Iterable<Wanted> | AsyncIterable<Wanted>,
): Promise<Wanted[]> {
  const items: Wanted[] = []
  for await (const item of wanted) items.push(item)
  await bringMissing(
    repository,
    items.map(({ blob }) => blob),
  )
  return items
}

/** Sizes and types, in the order asked for; without both when the object is not here. */
async function* measure(
  repository: Repository,
  names: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<{ readonly id: string; readonly type?: string; readonly size?: number }> {
  const output = gitStream(repository, ['cat-file', '--batch-check', '--buffer'], { lines: names })
  for await (const lines of asciiLines(output)) {
    for (const line of lines) {
      const known = /^([0-9a-f]{40,64}) ([a-z]+) (\d+)$/.exec(line)
      yield known ? { id: known[1]!, type: known[2]!, size: Number(known[3]) } : { id: line.replace(/ [a-z]+$/, '') }
    }
  }
}

async function* remember<Wanted extends { readonly blob: string }>(
  wanted: Iterable<Wanted> | AsyncIterable<Wanted>,
  queue: Wanted[],
): AsyncGenerator<string> {
  for await (const item of wanted) {
    queue.push(item)
    yield item.blob
  }
}

/** `ID TYPE SIZE`, the line before an object. */
function announced(line: string): { id: string; type: string; size: number } {
  const [id, type, size] = line.split(' ')
  if (size === undefined) throw new Problem(`Object ${id} is missing from the repository. Run \`git fsck\` on it.`)
  return { id: id!, type: type!, size: Number(size) }
}

/** Takes what belongs to the object, the newline after it included; gives how many bytes that was. */
function fill(object: { bytes: Buffer; filled: number }, part: Buffer, at: number): number {
  const wanted = object.bytes.length - object.filled
  if (wanted === 0) {
    object.filled++
    return 1
  }
  const taken = part.copy(object.bytes, object.filled, at, Math.min(part.length, at + wanted))
  object.filled += taken
  return taken
}
