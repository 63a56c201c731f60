import { relative, resolve } from 'node:path'
import { Problem } from '../core/problem.ts'
import { repositoriesIn } from '../io/git/find.ts'
import { originOf } from '../io/git/home.ts'
import { resolveCommits } from '../io/git/objects.ts'
import { openRepository, type Repository } from '../io/git/repository.ts'
import type { Event } from './event.ts'

export const CHECK_OUT = 'Run actions/checkout before this step.'

/**
 * The checkout that the run is about: in the folder named, or at the root of the workspace, or the one below it that was
 * cloned from the run's repository (`actions/checkout` with a `path:`).
 * @throws Problem when there is none, or when there are several to choose from.
 */
export async function openCheckout(
  directory: string | undefined,
  event: Event,
  env: NodeJS.ProcessEnv,
): Promise<Repository> {
  if (directory !== undefined) return await openNamed(directory, event, env)
  const root = await openRepository(event.workspace, env)
  if (root && (await mayBeOf(root, event))) return root
  const below = await repositoriesIn(event.workspace, env)
  const origins = await Promise.all(below.map(originOf))
  const own = below.filter((_, index) => isSame(origins[index], event))
  if (own.length === 0 && root) return root
  const candidates = own.length > 0 ? own : below
  const [only, another] = candidates
  if (only && !another) return only
  if (only) return await theOneAt(candidates, event)
  throw new Problem(
    `${event.workspace} is not in a git repository, and no folder in it is one. ${CHECK_OUT} Where it checks out into a folder that is hidden or deep, name that with the input \`directory\`.`,
  )
}

async function openNamed(directory: string, { workspace }: Event, env: NodeJS.ProcessEnv): Promise<Repository> {
  const path = resolve(workspace, directory)
  const repository = await openRepository(path, env)
  if (repository) return repository
  throw new Problem(
    `the input directory: ${path} is not in a git repository. Give it the \`path:\` of actions/checkout.`,
  )
}

/** A clone that does not say where it is from is taken for the run's. */
async function mayBeOf(repository: Repository, event: Event): Promise<boolean> {
  const origin = await originOf(repository)
  return origin === undefined || event.repository.slug === '' || isSame(origin, event)
}

function isSame(origin: string | undefined, { repository }: Event): boolean {
  return origin?.toLowerCase() === repository.slug.toLowerCase()
}

/** Of several checkouts of the repository the one that has the run's commit checked out. */
async function theOneAt(candidates: readonly Repository[], { workspace, repository }: Event): Promise<Repository> {
  for (const candidate of candidates) {
    const [head] = await resolveCommits(candidate, ['HEAD'])
    if (head === repository.commit) return candidate
  }
  const names = candidates.map(({ workTree = '' }) => relative(workspace, workTree) || '.')
  throw new Problem(
    `There are several checkouts in the workspace (${names.join(', ')}). Name the one to scan with the input \`directory\`.`,
  )
}
