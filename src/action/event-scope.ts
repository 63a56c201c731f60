import type { Notification } from '../core/finding.ts'
import { Problem } from '../core/problem.ts'
import type { Source } from '../core/source.ts'
import { type CompletedRange, completeRange } from '../io/git/complete.ts'
import { type RangePlan, resolveRange } from '../io/git/events.ts'
import { isId } from '../io/git/ids.ts'
import { firstParent, parentsOf, requireCommit, resolveCommits } from '../io/git/objects.ts'
import { pushedTagMessages, type TagMessages } from '../io/git/pushed-tag.ts'
import type { Repository } from '../io/git/repository.ts'
import type { Api } from '../io/github/client.ts'
import { commitCount } from '../io/github/commit-count.ts'
import { planOf as planOfPull, pullRequest, pullRequestOf } from '../io/github/pull-request.ts'
import type { Scope } from '../run/settings.ts'
import { CHECK_OUT, openCheckout } from './checkout.ts'
import type { Event } from './event.ts'
import type { Inputs } from './inputs.ts'

export interface OpenScope {
  /** The repository that has everything: the workspace's, or a temporary one. */
  readonly repository: Repository
  readonly scope: Scope
  /** The commit that is judged. */
  readonly head: string
  /** The pull request whose head it is, if any. */
  readonly pullNumber?: number
  readonly messages: readonly Source[]
  readonly notifications: readonly Notification[]
  /** Removes what was temporary. */
  dispose(): void
}

/**
 * What the event and the inputs ask to have scanned, with every commit that it takes.
 * @throws Problem when a commit cannot be had: never a smaller range, and never none.
 */
export async function openScope(inputs: Inputs, event: Event, env: NodeJS.ProcessEnv): Promise<OpenScope> {
  const clone = await openCheckout(inputs.directory, event, env)
  const { slug, serverUrl } = event.repository
  const server = { url: serverUrl, repository: slug, ...(inputs.token ? { token: inputs.token } : {}) }
  const api = { url: event.apiUrl, server }
  const asked = await withPullRequest(await planOf(inputs, event, clone), api)
  const plan = await withCount(asked.plan, clone, api)
  const completed = await completeRange(clone, plan, server)
  const { repository, base, head } = completed
  const whole = inputs.scan === 'full' ? await wholeCommit(clone, inputs.head, completed) : undefined
  const { tag } = plan
  const tagged = tag === undefined ? NO_TAG : await pushedTagMessages(clone, tag, plan.head ?? head, server)
  // What has moved on is for the newer run to talk about.
  const pullNumber = plan.mode === 'diff' && !asked.moved ? plan.pullNumber : undefined
  return {
    repository,
    // A change is judged by what its base says, also when all there is is scanned.
    scope: whole ? { ...whole, ...(base ? { judgedBy: base } : {}) } : scopeOf(completed),
    head,
    ...(pullNumber === undefined ? {} : { pullNumber }),
    messages: tagged.messages,
    notifications: [...asked.notifications, ...completed.notifications, ...tagged.notifications],
    dispose: () => completed.dispose(),
  }
}

const NO_TAG: TagMessages = { messages: [], notifications: [] }

/** What the payload only points at, as GitHub tells it. */
async function withPullRequest(
  plan: RangePlan,
  api: Api,
): Promise<{ plan: RangePlan; moved?: boolean; notifications: readonly Notification[] }> {
  if (plan.mode === 'full' || !plan.incomplete) return { plan, notifications: [] }
  const { pullNumber, headBranch, head, fallback } = plan
  const pull =
    pullNumber !== undefined
      ? await pullRequest(api, pullNumber)
      : headBranch && (await pullRequestOf(api, headBranch.owner, headBranch.name))
  if (pull) {
    const { commits, ...rest } = pull
    // The branch may have moved on since: what is judged is what the event is about.
    const moved = isId(head) && head !== pull.head
    return { plan: planOfPull(moved ? { ...rest, head } : pull), moved, notifications: [] }
  }
  if (typeof fallback !== 'object' || pullNumber === undefined) return { plan, notifications: [] }
  const message = `GitHub did not say what ${plan.why} is to be merged into; it was compared with ${fallback.branch}. Give the job \`pull-requests: read\`.`
  return { plan, notifications: [{ level: 'note', id: 'unknown-base', message }] }
}

/** How deep to fetch, where the event does not tell and the checkout is not whole. */
async function withCount(plan: RangePlan, clone: Repository, api: Api): Promise<RangePlan> {
  if (plan.mode === 'full' || plan.base === undefined || plan.commits !== undefined || !clone.shallow) return plan
  const commits = await commitCount(api, plan.base, plan.head)
  return commits === undefined ? plan : { ...plan, commits }
}

function scopeOf({ mode, base, head, why }: CompletedRange): Scope {
  if (mode === 'diff' && base !== undefined) return { kind: 'range', base, head, why }
  return { kind: 'commit', revision: head, why }
}

/** What is checked out, if that is the head of the event or its merge; else the head itself. */
async function wholeCommit(
  clone: Repository,
  named: string | undefined,
  { head }: CompletedRange,
): Promise<Scope & { kind: 'commit' }> {
  const why = 'the input scan is full'
  if (named !== undefined) return { kind: 'commit', revision: await requireCommit(clone, named, 'The input head'), why }
  const revision = await checkedOut(clone)
  const holdsHead = revision === head || (await parentsOf(clone, revision)).includes(head)
  return { kind: 'commit', revision: holdsHead ? revision : head, why }
}

async function planOf({ scan, base, head }: Inputs, event: Event, clone: Repository): Promise<RangePlan> {
  const end = head === undefined || scan === 'full' ? {} : { head: await nameForServer(clone, head) }
  if (base) {
    const names = { base: await nameForServer(clone, base), head: end.head ?? (await checkedOut(clone)) }
    return { mode: 'diff', ...names, why: `the inputs base (${base}) and head (${head ?? 'what is checked out'})` }
  }
  const plan = resolveRange(event.name, event.payload)
  if (plan.mode === 'full' && scan === 'diff') return await lastCommit(clone, end.head, plan.why)
  // With nothing to compare, nothing is fetched, and what is checked out must not stand in for what was named.
  if (plan.mode === 'full' && head !== undefined) await requireCommit(clone, head, 'The input head')
  return { ...plan, ...end }
}

/** What one commit changed. Its parent may be missing in the clone, but the commit itself says which one it is. */
async function lastCommit(clone: Repository, named: string | undefined, since: string): Promise<RangePlan> {
  const head = named ?? (await checkedOut(clone))
  const base = await firstParent(clone, head)
  if (base === undefined) return { mode: 'full', head, why: 'it is the first commit' }
  return { mode: 'diff', base, head, why: `the last commit, since ${since}` }
}

async function checkedOut(clone: Repository): Promise<string> {
  const [head] = await resolveCommits(clone, ['HEAD'])
  if (head === undefined) throw new Problem(`Nothing is checked out. ${CHECK_OUT}`)
  return head
}

/**
 * The id of a revision, since names mean something else on the server: HEAD is its default branch there. What the clone
 * lacks is asked for by the name that it has there.
 */
async function nameForServer(clone: Repository, revision: string): Promise<string> {
  const [id] = await resolveCommits(clone, [revision])
  return id ?? revision.replace(/^(?:refs\/remotes\/)?origin\//, 'refs/heads/')
}
