import type { Notification } from '../../core/finding.ts'
import { Problem } from '../../core/problem.ts'
import type { RangePlan } from './events.ts'
import { isId } from './ids.ts'
import { requireCommit, resolveCommits } from './objects.ts'
import { type Fetched, type Server, type TemporaryRepository, temporaryRepository } from './remote.ts'
import type { Repository } from './repository.ts'
import { commitsBetween, cutOff, forkPoint } from './walk.ts'

/** A range that can be read, and the repository to read it from. */
export interface CompletedRange {
  /** The user's clone where that has everything, else a temporary one. */
  readonly repository: Repository
  /** `full`: there is nothing to compare with, so all of the head is to be scanned. */
  readonly mode: 'diff' | 'full'
  /** For `readRange`; present in `diff`. */
  readonly base?: string
  readonly head: string
  /** For people, a clause: `pull request #7`. */
  readonly why: string
  readonly notifications: readonly Notification[]
  /** Removes what is temporary; call it when all has been read. */
  dispose(): void
}

type DiffPlan = Extract<RangePlan, { mode: 'diff' }>
type FullPlan = Extract<RangePlan, { mode: 'full' }>

/**
 * Makes sure that every commit of the range can be read. What a shallow checkout lacks (by default it is one commit
 * deep) is fetched into a temporary repository; the user's clone is never changed.
 * @param server absent on the command line: then nothing is fetched.
 * @throws Problem when the range cannot be completed.
 */
export async function completeRange(clone: Repository, plan: RangePlan, server?: Server): Promise<CompletedRange> {
  if (plan.mode === 'full') return await everythingAt(clone, plan, server)
  const found = await rangeIn(clone, plan.head, plan.base ?? remoteBranch(plan))
  if (found) return { ...found, mode: 'diff', why: plan.why, notifications: [], dispose() {} }
  if (!server) throw new Problem(`Not all commits of ${plan.why} are in this clone. ${MEND}`)
  const temporary = await temporaryRepository(clone, server)
  try {
    const fetched = await fetchRange(temporary, plan)
    if (fetched === 'full') {
      temporary.dispose()
      const why = `${plan.why}, of which there is nothing left to compare with`
      return await everythingAt(clone, { mode: 'full', head: plan.head, why, ...(plan.incomplete && EXACT) }, server)
    }
    return {
      ...fetched,
      mode: 'diff',
      why: plan.why,
      notifications: [fetchedNote(server)],
      dispose: () => temporary.dispose(),
    }
  } catch (error) {
    temporary.dispose()
    throw error
  }
}

const EXACT = { exact: true } as const

const MEND = 'Check out with `fetch-depth: 0`, or run `git fetch --unshallow`.'

/** First guess where the platform has not said how many commits there are; after that so many times more, and then all. */
const FIRST_DEPTH = 20
const DEEPER = 6
const DEEPEST = 5000

/** Both commits, and where they are. */
type Found = Required<Pick<CompletedRange, 'repository' | 'base' | 'head'>>

/** As `headOnly`, with the very commit brought where it is not here. */
async function everythingAt(clone: Repository, plan: FullPlan, server?: Server): Promise<CompletedRange> {
  const { head, exact, why } = plan
  const [here] = head === undefined ? [] : await resolveCommits(clone, [head])
  if (!exact || head === undefined || here !== undefined) return await headOnly(clone, head, why)
  if (!server) throw new Problem(`The commit of ${why} is not in this clone. ${MEND}`)
  const temporary = await temporaryRepository(clone, server)
  const fetched = await temporary.fetch({ head }, 1)
  if (!fetched.ok) {
    temporary.dispose()
    throw new Problem(`${why} could not be fetched (${fetched.complaint}), so it was not scanned.`)
  }
  return {
    repository: temporary.current(),
    mode: 'full',
    head: await requireCommit(temporary.current(), isId(head) ? head : 'refs/keylatch/head'),
    why,
    notifications: [fetchedNote(server)],
    dispose: () => temporary.dispose(),
  }
}

/** A full scan needs one commit only: the one named, or else what is checked out. */
async function headOnly(clone: Repository, head: string | undefined, why: string): Promise<CompletedRange> {
  const [named, checkedOut] = await resolveCommits(clone, [head ?? 'HEAD', 'HEAD'])
  const id = named ?? checkedOut
  if (id === undefined) throw new Problem('Nothing is checked out. Run actions/checkout before this step.')
  return { repository: clone, mode: 'full', head: id, why, notifications: [], dispose() {} }
}

/** The branch to fall back on, as the clone last saw it. */
function remoteBranch({ fallback }: DiffPlan): string {
  return typeof fallback === 'object' ? `refs/remotes/origin/${fallback.branch}` : ''
}

/** The range as this repository has it; undefined when something of it is missing. */
async function rangeIn(repository: Repository, headName: string, baseName: string): Promise<Found | undefined> {
  const [head, base] = await resolveCommits(repository, [headName, baseName])
  if (head === undefined || base === undefined || repository.partial) return undefined
  if (!repository.shallow) return { repository, base, head }
  const { commits, alone } = await commitsBetween(repository, head, [base])
  if (cutOff(repository, commits) !== undefined) return undefined
  // Not having met the base anywhere, it may only seem to have no ancestor in common.
  const met = alone || (await forkPoint(repository, commits)) !== undefined
  return met ? { repository, base, head } : undefined
}

/** `full` when there is nothing to compare with any more. */
async function fetchRange(temporary: TemporaryRepository, plan: DiffPlan): Promise<Found | 'full'> {
  let depth = (plan.commits ?? FIRST_DEPTH) + 1
  // An id is looked up as it is, wherever it came from; a branch that the clone lacks is known by where it was put.
  const head = isId(plan.head) ? plan.head : 'refs/keylatch/head'
  let wanted: Wanted | undefined = { head: plan.head, base: plan.base ?? branchOf(plan) ?? plan.head }
  while (wanted) {
    // A clone that is whole as far as it goes stays so: a depth would cut it.
    const { shallow } = temporary.current()
    const fetched = await temporary.fetch({ ...wanted }, shallow ? depth : undefined)
    if (!fetched.ok) {
      wanted = insteadOf(wanted, fetched, plan)
      continue
    }
    const found = await rangeIn(temporary.current(), head, 'refs/keylatch/base')
    if (found) return found
    if (!shallow || depth === Number.POSITIVE_INFINITY) throw new Problem(incomplete(plan, 'it ends too early'))
    depth = depth * DEEPER > DEEPEST ? Number.POSITIVE_INFINITY : depth * DEEPER
  }
  return 'full'
}

/** What is asked of the server: ids, or names of refs. */
interface Wanted {
  readonly head: string
  readonly base: string
}

/** What to ask for when the server does not have, or does not give, what was asked for; undefined: give up comparing. */
function insteadOf(wanted: Wanted, { missing, complaint }: NotFetched, plan: DiffPlan): Wanted | undefined {
  const { head, base } = wanted
  const pull = plan.pullNumber === undefined ? undefined : `refs/pull/${plan.pullNumber}/head`
  if (missing === plan.head && head === plan.head && pull && pull !== head) return { head: pull, base }
  if (plan.fallback !== undefined && missing !== undefined && (missing === base || base.endsWith(`/${missing}`))) {
    const branch = branchOf(plan)
    return branch === undefined || base === branch ? undefined : { head, base: branch }
  }
  throw new Problem(incomplete(plan, complaint))
}

type NotFetched = Extract<Fetched, { ok: false }>

function branchOf({ fallback }: DiffPlan): string | undefined {
  return typeof fallback === 'object' ? `refs/heads/${fallback.branch}` : undefined
}

function incomplete(plan: DiffPlan, complaint: string): string {
  return `The commits of ${plan.why} are not all in this clone, and fetching them failed (${complaint}). Check out with \`fetch-depth: 0\`, or give the job \`contents: read\` and pass \`github-token\`.`
}

function fetchedNote({ repository }: Server): Notification {
  return {
    level: 'note',
    id: 'checkout-completed',
    message: `The checkout did not hold all commits to be scanned; the others were fetched from ${repository} into a temporary place.`,
  }
}
