import { Problem } from '../../core/problem.ts'
import { isId, isZeroId, shortId } from './ids.ts'

/** What an event asks to have scanned. */
export type RangePlan =
  | {
      readonly mode: 'full'
      /** Absent: what is checked out. */
      readonly head?: string
      readonly tag?: string
      /** What is checked out must not stand in for the head: it is another commit's. */
      readonly exact?: true
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
      /** The tag that was pushed, by its name: it may have a message of its own. */
      readonly tag?: string
      /** How many commits the platform counts between base and head. */
      readonly commits?: number
      /**
       * What to do when there is no base, or when it is gone (after a forced push): begin where this branch was left, or
       * scan all of the head. Without it a base that cannot be had is an error.
       */
      readonly fallback?: { readonly branch: string } | 'full'
      /** The payload does not say what the pull request is to be merged into; the platform can be asked. */
      readonly incomplete?: true
      /** Who has the branch that is the head, where only the platform knows the pull request. */
      readonly headBranch?: { readonly owner: string; readonly name: string }
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
    case 'workflow_run':
    case 'check_run':
    case 'check_suite':
      return ranFor(eventName, event)
    case 'status':
      return statusOf(event)
    case 'issue_comment':
    case 'issues':
      if (objectOf(event.issue).pull_request === undefined) break
      return pullNumbered(objectOf(event.issue).number, eventName, 'issue.number', event)
    case 'repository_dispatch': {
      const dispatched = objectOf(objectOf(event.client_payload).pull_request)
      if (dispatched.number === undefined) break
      return pullNumbered(dispatched.number, eventName, 'client_payload.pull_request.number', event)
    }
    default:
      // Reviews and their comments carry the pull request too.
      if (eventName.startsWith('pull_request') && pull.base !== undefined) return pullRequest(eventName, pull)
  }
  return { mode: 'full', why: `the event is ${eventName}` }
}

/**
 * The run of a workflow or a check was for a commit, mostly of a pull request, while what is checked out is the default
 * branch. Of forks GitHub does not list the pull requests.
 */
function ranFor(eventName: string, event: Fields): RangePlan {
  const run = objectOf(event[eventName])
  const suite = eventName === 'check_run' ? objectOf(run.check_suite) : run
  const head = commitIn(run.head_sha, eventName, `${eventName}.head_sha`)
  const listed = [run.pull_requests, suite.pull_requests].flatMap((pulls) => (Array.isArray(pulls) ? pulls : []))
  const pulls = listed.map(objectOf)
  const pull = pulls.find((one) => objectOf(one.head).sha === head) ?? pulls[0]
  const why = `what the ${eventName} event ran for`
  if (pull) return { ...pullRequest(eventName, { ...pull, head: { sha: head } }), why: `pull request #${pull.number}` }
  return ofBranch(head, suite.head_branch, objectOf(suite.head_repository), event, why)
}

function statusOf(event: Fields): RangePlan {
  const head = commitIn(event.sha, 'status', 'sha')
  const names = Array.isArray(event.branches) ? event.branches.map((branch) => objectOf(branch).name) : []
  const main = objectOf(event.repository).default_branch
  const name = names.find((branch) => branch === main) ?? names[0]
  return ofBranch(head, name, {}, event, 'the commit of the status')
}

/** A commit of a branch: everything where that is the default one, else what it has more than the default branch. */
function ofBranch(head: string, branch: unknown, repository: Fields, event: Fields, why: string): RangePlan {
  const home = objectOf(event.repository)
  const owner = objectOf(repository.owner).login
  const isOwn = repository.full_name === undefined || repository.full_name === home.full_name
  const main = typeof home.default_branch === 'string' ? home.default_branch : ''
  if (main === '' || (isOwn && branch === main)) return { mode: 'full', head, exact: true, why }
  const headBranch = typeof owner === 'string' && typeof branch === 'string' ? { owner, name: branch } : undefined
  return {
    mode: 'diff',
    head,
    why,
    fallback: { branch: main },
    incomplete: true,
    ...(headBranch ? { headBranch } : {}),
  }
}

/** Known by its number alone. */
function pullNumbered(value: unknown, eventName: string, field: string, event: Fields): RangePlan {
  const main = objectOf(event.repository).default_branch
  if (typeof value !== 'number' || !Number.isInteger(value) || typeof main !== 'string') {
    throw new Problem(
      `The payload of the ${eventName} event has no pull request in \`${field}\`, so the range to scan is unknown. Give the inputs \`base\` and \`head\`.`,
    )
  }
  return {
    mode: 'diff',
    head: `refs/pull/${value}/head`,
    why: `pull request #${value}`,
    pullNumber: value,
    fallback: { branch: main },
    incomplete: true,
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
  const pushed = typeof event.ref === 'string' ? /^refs\/tags\/(.+)$/.exec(event.ref)?.[1] : undefined
  const tag = pushed === undefined ? {} : { tag: pushed }
  if (typeof event.before === 'string' && isId(event.before) && !isZeroId(event.before)) {
    const why = `the push to ${ref} since ${shortId(event.before)}`
    return { mode: 'diff', base: event.before, head, why, fallback, ...tag }
  }
  if (fallback === 'full') return { mode: 'full', head, why: `the push made ${ref}`, ...tag }
  return { mode: 'diff', head, why: `the push made ${ref}, compared with ${fallback.branch}`, fallback, ...tag }
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
