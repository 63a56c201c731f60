import type { Notification } from '../core/finding.ts'
import { Problem } from '../core/problem.ts'
import { type CompletedRange, completeRange } from '../io/git/complete.ts'
import { type RangePlan, resolveRange } from '../io/git/events.ts'
import { firstParent, requireCommit, resolveCommits } from '../io/git/objects.ts'
import { openRepository, type Repository } from '../io/git/repository.ts'
import { type Api, commitCount } from '../io/github/commit-count.ts'
import type { Scope } from '../run/settings.ts'
import type { Event } from './event.ts'
import type { Inputs } from './inputs.ts'

export interface OpenScope {
  /** The repository that has everything: the workspace's, or a temporary one. */
  readonly repository: Repository
  readonly scope: Scope
  readonly notifications: readonly Notification[]
  /** Removes what was temporary. */
  dispose(): void
}

/**
 * What the event and the inputs ask to have scanned, with every commit that it takes.
 * @throws Problem when a commit cannot be had: never a smaller range, and never none.
 */
export async function openScope(inputs: Inputs, event: Event, env: NodeJS.ProcessEnv): Promise<OpenScope> {
  const clone = await openRepository(event.workspace, env)
  if (!clone) throw new Problem(`${event.workspace} is not in a git repository. ${CHECK_OUT}`)
  const { slug, serverUrl } = event.repository
  const server = { url: serverUrl, repository: slug, ...(inputs.token ? { token: inputs.token } : {}) }
  const whole = inputs.scan === 'full' ? await wholeCommit(clone, inputs.head) : undefined
  const plan = await withCount(await planOf(inputs, event, clone), clone, { url: event.apiUrl, server })
  const completed = await completeRange(clone, plan, server)
  const { repository, base, notifications } = completed
  return {
    repository,
    // A change is judged by what its base says, also when all there is is scanned.
    scope: whole ? { ...whole, ...(base ? { judgedBy: base } : {}) } : scopeOf(completed),
    notifications,
    dispose: () => completed.dispose(),
  }
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

async function wholeCommit(clone: Repository, head: string | undefined): Promise<Scope & { kind: 'commit' }> {
  const revision = head === undefined ? await checkedOut(clone) : await requireCommit(clone, head, 'The input head')
  return { kind: 'commit', revision, why: 'the input scan is full' }
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

const CHECK_OUT = 'Run actions/checkout before this step.'

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
