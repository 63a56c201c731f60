import type { Source } from '../../core/source.ts'
import { readObjects } from './objects.ts'
import type { Repository } from './repository.ts'

/** The messages of commits, as sources called `commit message of <sha>`, in the order of `ids`. */
export async function* messagesOf(
  repository: Repository,
  ids: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<Source> {
  for await (const { id, bytes } of readObjects(repository, ids)) {
    yield { uri: `commit message of ${id}`, text: messageOf(bytes), commit: id }
  }
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

function decode(bytes: Buffer, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    // Not what it says it is: every byte as one character, so that nothing is lost.
    return bytes.toString('latin1')
  }
}
