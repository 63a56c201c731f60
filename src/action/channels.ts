import { createHash } from 'node:crypto'
import type { Report } from '../core/finding.ts'
import { gitSync } from '../io/git/git.ts'
import { type Told, tellGithub } from '../io/github/channels.ts'
import { githubClient } from '../io/github/client.ts'
import { renderParts } from '../report/index.ts'
import type { Event } from './event.ts'
import type { OpenScope } from './event-scope.ts'
import type { Inputs } from './inputs.ts'

const NOTHING_TOLD: Told = { annotated: false, sarifUploaded: false, notifications: [] }
const LARGEST_FILE = 10 * 1024 * 1024

/** Tells the report on GitHub, as far as the inputs and the token go. */
export async function tellChannels(report: Report, inputs: Inputs, event: Event, scope: OpenScope): Promise<Told> {
  const { channels, token } = inputs
  if (Object.values(channels).every((wanted) => wanted === 'off')) return NOTHING_TOLD
  const { slug, serverUrl } = event.repository
  const server = { url: serverUrl, repository: slug, ...(token ? { token } : {}) }
  const client = await githubClient({ url: event.apiUrl, server })
  if (!client) return NOTHING_TOLD
  const { head, pullNumber, repository } = scope
  const textOf = (uri: string) => gitSync(repository, ['cat-file', 'blob', `${head}:${uri}`], LARGEST_FILE)?.toString()
  const target = {
    head,
    key: keyOf(inputs),
    ref: pullNumber === undefined ? event.ref : `refs/pull/${pullNumber}/head`,
    ...(pullNumber === undefined ? {} : { pullNumber }),
    ...(event.runUrl ? { runUrl: event.runUrl } : {}),
    ...(event.payload.action === 'closed' ? { closed: true } : {}),
  }
  return await tellGithub(client, report, channels, target, () =>
    renderParts(report, 'sarif', { sarif: { suppressed: false, textOf } }),
  )
}

/** Gates that look at different things have a comment each; the same gate finds its own again. */
function keyOf({ scan, directory, paths, pathsIgnore, config, baseline }: Inputs): string {
  const what = JSON.stringify([scan, directory, paths, pathsIgnore, config, baseline])
  return createHash('sha256').update(what).digest('hex').slice(0, 8)
}
