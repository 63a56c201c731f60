import { Problem } from '../../core/problem.ts'
import { isId, isZeroId, shortId } from './ids.ts'

/** What an event asks to have scanned. */
export type RangePlan =
  | {
      readonly mode: 'full'
      /** Absent: what is checked out. */
      readonly head?: string
      /** For people, a clause: `the event is schedule`. */
      readonly why: string
    }
  | {
      readonly mode: 'diff'
      /** Absent for a branch that did not exist before: where it left the default branch. */
      readonly base?: string
      readonly head: string
      readonly why: string
      readonly pullNumber?: number
      /** How many commits the platform counts between base and head. */
      readonly commits?: number
      /**
       * What to do when there is no base, or when it is gone (after a forced push): begin where this branch was left, or
       * scan all of the head. Without it a base that cannot be had is an error.
       */
      readonly fallback?: { readonly branch: string } | 'full'
    }

/**
 * Which commits an event is about, from its payload alone
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows,
 * https://docs.github.com/en/webhooks/webhook-events-and-payloads).
 * @throws Problem when the payload lacks what the event should have.
 */
export function resolveRange(eventName: string, payload: unknown): RangePlan {
  const event = objectOf(payload)
  const pull = objectOf(event.pull_request)
  switch (eventName) {
    case 'pull_request':
    case 'pull_request_target':
      return pullRequest(eventName, pull)
    case 'push':
      return push(event)
    case 'merge_group': {
      const group = objectOf(event.merge_group)
      return {
        mode: 'diff',
        base: commitIn(group.base_sha, eventName, 'merge_group.base_sha'),
        head: commitIn(group.head_sha, eventName, 'merge_group.head_sha'),
        why: 'the merge group',
      }
    }
    default:
      // Reviews and their comments carry the pull request too.
      if (eventName.startsWith('pull_request') && pull.base !== undefined) return pullRequest(eventName, pull)
      return { mode: 'full', why: `the event is ${eventName}` }
  }
}

function pullRequest(eventName: string, pull: Fields): RangePlan {
  const number = typeof pull.number === 'number' ? pull.number : undefined
  return {
    mode: 'diff',
    base: commitIn(objectOf(pull.base).sha, eventName, 'pull_request.base.sha'),
    head: commitIn(objectOf(pull.head).sha, eventName, 'pull_request.head.sha'),
    why: number === undefined ? 'the pull request' : `pull request #${number}`,
    ...(number === undefined ? {} : { pullNumber: number }),
    ...(typeof pull.commits === 'number' && pull.commits > 0 ? { commits: pull.commits } : {}),
  }
}

function push(event: Fields): RangePlan {
  if (event.deleted === true || (typeof event.after === 'string' && isZeroId(event.after))) {
    return { mode: 'full', why: 'the push deleted a branch' }
  }
  const head = commitIn(event.after, 'push', 'after')
  const main = objectOf(event.repository).default_branch
  const ref = typeof event.ref === 'string' ? event.ref.replace(/^refs\/(heads|tags)\//, '') : 'a branch'
  const isMain = typeof main !== 'string' || main === '' || event.ref === `refs/heads/${main}`
  const fallback = isMain ? 'full' : { branch: main }
  if (typeof event.before === 'string' && isId(event.before) && !isZeroId(event.before)) {
    return {
      mode: 'diff',
      base: event.before,
      head,
      why: `the push to ${ref} since ${shortId(event.before)}`,
      fallback,
    }
  }
  if (fallback === 'full') return { mode: 'full', head, why: `the push made ${ref}` }
  return { mode: 'diff', head, why: `the push made ${ref}, compared with ${fallback.branch}`, fallback }
}

type Fields = Readonly<Record<string, unknown>>

function objectOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}

function commitIn(value: unknown, eventName: string, field: string): string {
  if (typeof value === 'string' && isId(value) && !isZeroId(value)) return value
  throw new Problem(
    `The payload of the ${eventName} event has no commit in \`${field}\`, so the range to scan is unknown. Give the inputs \`base\` and \`head\`.`,
  )
}
