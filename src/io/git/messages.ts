import { commitMessageUri, type Source, tagMessageUri } from '../../core/source.ts'
import { readObjects, typesOf } from './objects.ts'
import type { Repository } from './repository.ts'

/** The messages of commits, as sources called `commit message of <sha>`, in the order of `ids`. */
export async function* messagesOf(
  repository: Repository,
  ids: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<Source> {
  for await (const { id, bytes } of readObjects(repository, ids)) {
    yield { uri: commitMessageUri(id), text: messageOf(bytes) + headersOf(bytes), commit: id }
  }
}

/** Headers that could hold a key: names of people, and whatever else somebody put there; ids and signatures do not count. */
function headersOf(object: Buffer): string {
  const end = object.indexOf('\n\n')
  const headers = object
    .toString('utf8', 0, end === -1 ? undefined : end)
    .replace(/^(?:gpgsig|mergetag)[^\n]*(?:\n [^\n]*)*/gm, '')
  const telling = headers
    .split('\n')
    .filter((line) => !/^(?:tree|parent) /.test(line) && /[A-Za-z0-9_+/-]{20}/.test(line))
  return telling.length === 0 ? '' : `\n${telling.join('\n')}\n`
}

/** An annotated tag: `v1`, and the id of the tag itself or a ref that names it. */
export interface Tag {
  readonly name: string
  readonly object: string
}

/** A tag of a tag of a tag: nobody makes more on purpose. */
const DEEPEST = 10

/** The messages of those that are annotated, as sources called `tag message of <name>`; a tag may name another tag. */
export async function* tagMessagesOf(repository: Repository, tags: Iterable<Tag>): AsyncGenerator<Source> {
  for (const { name, object } of tags) {
    const texts: string[] = []
    let [wanted, commit] = [object, '']
    for (let depth = 0; depth < DEEPEST && wanted !== ''; depth++) {
      for await (const { type, bytes } of readObjects(repository, [wanted])) {
        const [, target = '', kind = ''] = /^object ([0-9a-f]+)\ntype (\w+)$/m.exec(bytes.toString('latin1')) ?? []
        if (type === 'tag') texts.push(messageOf(bytes))
        if (kind === 'commit') commit = target
        wanted = type === 'tag' && kind === 'tag' ? target : ''
      }
    }
    if (texts.length > 0) yield { uri: tagMessageUri(name), text: texts.join('\n'), ...(commit ? { commit } : {}) }
  }
}

/** Of `names` (ids or refs) those that are annotated tags here. */
export async function annotatedTags(repository: Repository, tags: readonly Tag[]): Promise<Tag[]> {
  const types = await typesOf(
    repository,
    tags.map(({ object }) => object),
  )
  return tags.filter((_, index) => types[index] === 'tag')
}

/**
 * What stands below the headers of a raw commit or tag object. Taken from the object and not from `git log`, which stops
 * at a NUL and is steered by the configuration.
 */
export function messageOf(object: Buffer): string {
  const end = object.indexOf('\n\n')
  if (end === -1) return ''
  const encoding = /^encoding (\S+)$/m.exec(object.toString('latin1', 0, end))?.[1]
  return decode(object.subarray(end + 2), encoding ?? 'utf-8')
}

/** As declared, and where that says something else in ASCII than the bytes do, as these too: a declaration may lie. */
function decode(bytes: Buffer, encoding: string): string {
  const plain = strictly(bytes, 'utf-8') ?? bytes.toString('latin1')
  const declared = strictly(bytes, encoding)
  if (declared === undefined || asciiOf(declared) === asciiOf(plain)) return declared ?? plain
  return `${declared}\n${plain}`
}

function strictly(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function asciiOf(text: string): string {
  return text.replace(/[^\x20-\x7e]+/g, '')
}
