import type { Notification } from '../../core/finding.ts'
import type { Source } from '../../core/source.ts'
import { annotatedTags, tagMessagesOf } from './messages.ts'
import { type Server, temporaryRepository } from './remote.ts'
import type { Repository } from './repository.ts'

export interface TagMessages {
  /** None of a lightweight tag. */
  readonly messages: readonly Source[]
  readonly notifications: readonly Notification[]
}

/**
 * The message of a tag that was pushed. A checkout may hold the commit alone under the tag's name, so the server is
 * asked for the tag itself.
 * @param head what the event says was pushed: the id of the tag or of its commit.
 */
export async function pushedTagMessages(
  repository: Repository,
  name: string,
  head: string,
  server: Server,
): Promise<TagMessages> {
  const here = await messagesOf(repository, name, [head, `refs/tags/${name}`])
  if (here.length > 0) return { messages: here, notifications: [] }
  const temporary = await temporaryRepository(repository, server)
  try {
    const fetched = await temporary.fetch({ tag: `refs/tags/${name}` }, 1)
    if (fetched.ok) {
      return { messages: await messagesOf(temporary.current(), name, ['refs/keylatch/tag']), notifications: [] }
    }
    const message = `The tag ${name} could not be fetched (${fetched.complaint}), so its message, if it has one, was not scanned.`
    return { messages: [], notifications: [{ level: 'warning', id: 'tag-message', message }] }
  } finally {
    temporary.dispose()
  }
}

async function messagesOf(repository: Repository, name: string, objects: readonly string[]): Promise<Source[]> {
  const [tag] = await annotatedTags(
    repository,
    objects.map((object) => ({ name, object })),
  )
  const messages: Source[] = []
  for await (const message of tagMessagesOf(repository, tag ? [tag] : [])) messages.push(message)
  return messages
}
