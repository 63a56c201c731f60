import type { Notification, Report } from '../../core/finding.ts'
import { groupBy } from '../../report/select.ts'
import { postCheckRun } from './check-run.ts'
import type { Client } from './client.ts'
import { uploadSarif } from './code-scanning.ts'
import { closeThreads, dropDoubles, type Place, postConversation, postReview } from './conversation.ts'
import { answerDismissals } from './dismissals.ts'
import { readSaid, type Said } from './said.ts'

/** `auto`: if the token may. `on`: it should, and people want to know when it may not. */
export type Wanted = 'auto' | 'on' | 'off'

export interface Channels {
  readonly review: Wanted
  readonly comment: Wanted
  readonly checkRun: Wanted
  readonly sarif: Wanted
}

export interface Target {
  readonly head: string
  /** Absent where there is no pull request: then there is no conversation. */
  readonly pullNumber?: number
  /** `refs/heads/main`, `refs/pull/7/head`: what code scanning files the result under. */
  readonly ref?: string
  readonly key: string
  readonly runUrl?: string
  readonly closed?: boolean
  /** A dismissal counts for this pull request. */
  readonly dismissalsCount?: boolean
}

export interface Told {
  /** Every new finding has its annotation on the check run. */
  readonly annotated: boolean
  readonly sarifUploaded: boolean
  readonly notifications: readonly Notification[]
}

const PERMISSION = {
  review: 'pull-requests: write',
  comment: 'pull-requests: write',
  checkRun: 'checks: write',
  sarif: 'security-events: write',
} as const
const NAME = { review: 'review', comment: 'comment', checkRun: 'check run', sarif: 'SARIF upload' } as const
type Channel = keyof typeof PERMISSION
const CHANNELS = Object.keys(PERMISSION) as Channel[]

/**
 * Tells the report on GitHub. Never throws, and never changes the verdict: where a channel is closed the others have it
 * all, and one notification says so.
 */
export async function tellGithub(
  client: Client,
  report: Report,
  wants: Channels,
  target: Target,
  sarif: () => Iterable<string>,
): Promise<Told> {
  const failures: Failure[] = []
  const attempt: Attempt = async (channels, work) => {
    const open = [channels].flat().filter((channel) => wants[channel] !== 'off' && !isClosed(channel))
    if (open.length === 0) return undefined
    try {
      return await work()
    } catch (error) {
      // A server that nobody reaches is not asked four times over.
      const closed = isAway(error) ? CHANNELS.filter((channel) => wants[channel] !== 'off' && !isClosed(channel)) : open
      failures.push(...closed.map((channel) => ({ channel, ...faultOf(error) })))
      return undefined
    }
  }
  const isClosed = (channel: Channel) => failures.some((failure) => failure.channel === channel)
  const left = await attempt('checkRun', () => postCheckRun(client, report, target))
  await tellPullRequest(client, report, target, attempt)
  const uploaded = await attempt('sarif', async () => {
    const refused = await uploadSarif(client, sarif(), { head: target.head, ref: target.ref ?? '' })
    if (refused !== undefined) failures.push({ channel: 'sarif', text: refused })
    return refused === undefined
  })
  return {
    annotated: left === 0,
    sarifUploaded: uploaded === true,
    notifications: notificationsOf(failures, wants),
  }
}

/** Undefined when each of the channels is off or closed, and when it fails, which closes them. */
type Attempt = <T>(channels: Channel | readonly Channel[], work: () => Promise<T>) => Promise<T | undefined>

const BOTH = ['review', 'comment'] as const

async function tellPullRequest(client: Client, report: Report, target: Target, attempt: Attempt) {
  const { pullNumber } = target
  if (pullNumber === undefined) return
  const place: Place = { ...target, pullNumber }
  const said = await attempt(BOTH, () => readSaid(client, pullNumber, target.key))
  if (!said) return
  await attempt('review', () => answerDismissals(client, report, place, said))
  await attempt('review', () => closeThreads(client, report, place, said))
  const reviewed = await attempt('review', () => postReview(client, report, place, said))
  const commented = await attempt('comment', () => postConversation(client, report, place, said))
  if (!reviewed && !commented) return
  const now = await attempt(BOTH, () => readSaid(client, pullNumber, target.key))
  if (now && hasDoubles(now)) await attempt(BOTH, () => dropDoubles(client, now))
}

function hasDoubles({ threads, conversation }: Said): boolean {
  return conversation.length > 1 || new Set(threads.map(({ fingerprint }) => fingerprint)).size < threads.length
}

interface Failure {
  readonly channel: Channel
  readonly status?: number
  readonly text: string
}

/** No answer at all. */
function isAway(error: unknown): boolean {
  const { status, response } = error as { status?: number; response?: unknown }
  return status === 500 && response === undefined
}

function faultOf(error: unknown): Omit<Failure, 'channel'> {
  const { status, message = String(error) } = error as { status?: number; message?: string }
  const text = message.split(' - https://docs.github.com')[0]!.replace(/\s+/g, ' ').slice(0, 200)
  return { text, ...(status === undefined ? {} : { status }) }
}

/** A missing permission is GitHub's 403, or 404 where it does not even say that there is something. */
function isRefused({ status, text }: Failure): boolean {
  return status === 401 || status === 404 || (status === 403 && !/rate limit/i.test(text))
}

function notificationsOf(failures: readonly Failure[], wants: Channels): Notification[] {
  const refused = failures.filter(isRefused)
  const asked = refused.filter(({ channel }) => wants[channel] === 'on')
  // Code scanning by itself is a courtesy: whoever has not switched it on need not hear of it.
  const told = refused.filter(({ channel }) => channel !== 'sarif' || wants.sarif === 'on')
  const others = failures.filter((failure) => !isRefused(failure))
  return [
    ...(told.length > 0 ? [closedNote(told, asked.length > 0)] : []),
    ...[...groupBy(others, ({ status, text }) => `${status ?? ''}: ${text}`)].map(([fault, group]): Notification => {
      const names = group.map(({ channel }) => NAME[channel]).join(', ')
      const message = `Not told by ${names} (${fault.replace(/^: /, '')}); the annotations and the job summary have everything.`
      return { level: 'warning', id: 'channel-failed', message }
    }),
  ]
}

function closedNote(refused: readonly Failure[], wanted: boolean): Notification {
  const names = [...new Set(refused.map(({ channel }) => NAME[channel]))].join(', ')
  const lines = [...new Set(refused.map(({ channel }) => PERMISSION[channel]))].join(', ')
  const message = `Not told by ${names}: the token of this job may not. Add \`permissions: { ${lines} }\`, or switch the inputs off; the annotations and the job summary have everything.`
  return { level: wanted ? 'warning' : 'note', id: 'channel-closed', message }
}
