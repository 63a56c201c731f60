import { createHash } from 'node:crypto'
import type { Report } from '../core/finding.ts'
import { gitSync } from '../io/git/git.ts'
import { type Told, tellGithub } from '../io/github/channels.ts'
import { githubClient } from '../io/github/client.ts'
import { readDismissals } from '../io/github/dismissals.ts'
import { renderParts } from '../report/index.ts'
import type { Dismissals } from '../run/settings.ts'
import type { Event } from './event.ts'
import type { OpenScope } from './event-scope.ts'
import type { Inputs } from './inputs.ts'

const NOTHING_TOLD: Told = { annotated: false, sarifUploaded: false, notifications: [] }
const LARGEST_FILE = 10 * 1024 * 1024

/** Tells the report on GitHub, as far as the inputs and the token go. */
export async function tellChannels(
  report: Report,
  inputs: Inputs,
  event: Event,
  scope: OpenScope,
  dismissalsCount: boolean,
): Promise<Told> {
  if (Object.values(inputs.channels).every((wanted) => wanted === 'off')) return NOTHING_TOLD
  const client = await clientOf(inputs, event)
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
    dismissalsCount,
  }
  return await tellGithub(client, report, inputs.channels, target, () =>
    renderParts(report, 'sarif', { sarif: { suppressed: false, textOf } }),
  )
}

/** What has been allowed on the pull request so far. Where nobody can be asked, nothing. */
export async function dismissalsOf(inputs: Inputs, event: Event, { pullNumber }: OpenScope): Promise<Dismissals> {
  const client = pullNumber === undefined ? undefined : await clientOf(inputs, event)
  if (!client || pullNumber === undefined) return new Map()
  try {
    return await readDismissals(client, pullNumber, keyOf(inputs))
  } catch {
    return new Map()
  }
}

async function clientOf({ token }: Inputs, { repository: { slug, serverUrl }, apiUrl }: Event) {
  const server = { url: serverUrl, repository: slug, ...(token ? { token } : {}) }
  return await githubClient({ url: apiUrl, server })
}

/** Gates that look at different things have a comment each; the same gate finds its own again. */
function keyOf({ scan, directory, paths, pathsIgnore, config, baseline, extends: above }: Inputs): string {
  const what = JSON.stringify([scan, directory, paths, pathsIgnore, config, baseline, ...above])
  return createHash('sha256').update(what).digest('hex').slice(0, 8)
}
