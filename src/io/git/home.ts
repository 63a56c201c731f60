import type { RepositoryFacts } from '../../core/finding.ts'
import { tryGit } from './git.ts'
import { resolveCommits } from './objects.ts'
import type { Repository } from './repository.ts'
import { entriesOfTree } from './stored.ts'

/**
 * Where a clone has its home on GitHub, with the commit that `head` stands for. Undefined for other servers, whose
 * addresses of lines are not known, and for clones that do not say where they are from.
 */
export async function homeOf(
  repository: Repository,
  head: string,
  base?: string,
): Promise<RepositoryFacts | undefined> {
  const [address, branch, [commit, from]] = await Promise.all([
    originAddress(repository),
    tryGit(repository, ['symbolic-ref', '--short', '-q', 'HEAD']),
    resolveCommits(repository, base === undefined ? [head] : [head, base]),
  ])
  const home = address === undefined ? undefined : onGithub(address)
  if (!home || commit === undefined) return undefined
  const name = branch.ok && head === 'HEAD' ? branch.output.toString().trim() : ''
  return { ...home, commit, ...(name ? { branch: name } : {}), ...(from ? { base: from } : {}) }
}

/** `https://…`, `ssh://…` and `git@…:`; user, password and port are none of a page's. */
function onGithub(address: string): { slug: string; serverUrl: string } | undefined {
  const parts =
    /^(?:https?:\/\/|ssh:\/\/|(?=[^/]*:))(?:[^@/]*@)?([^@/:]+)(?::\d+(?=\/))?[:/]([^/:]+\/[^/:]+?)(?:\.git)?\/?$/.exec(
      address,
    )
  const [, host = '', slug = ''] = parts ?? []
  if (host === 'ssh.github.com') return { slug, serverUrl: 'https://github.com' }
  if (!/^github\.|\.ghe\.com$/.test(host)) return undefined
  return { slug, serverUrl: `https://${host}` }
}

/** Those of `paths` that are not, or not so, in the commit. Whoever has git change line ends on checkout gets them all. */
export async function unpublishedOf(
  repository: Repository,
  commit: string,
  paths: readonly string[],
): Promise<string[]> {
  const stored = new Map((await entriesOfTree(repository, commit)).map(({ path, blob }) => [path, blob]))
  const known = paths.filter((path) => stored.has(path) && !path.includes('\n'))
  const onDisk = await tryGit(repository, ['hash-object', '--no-filters', '--stdin-paths'], {
    lines: known.map((path) => `${repository.workTree}/${path}`),
  })
  const ids = onDisk.ok ? onDisk.output.toString().trim().split('\n') : []
  const published = new Set(known.filter((path, at) => stored.get(path) === ids[at]))
  return paths.filter((path) => !published.has(path))
}

/** `owner/name` of where it was cloned from; undefined when it does not say. */
export async function originOf(repository: Repository): Promise<string | undefined> {
  return /[:/]([^:/]+\/[^:/]+?)(?:\.git)?\/?$/.exec((await originAddress(repository)) ?? '')?.[1]
}

async function originAddress(repository: Repository): Promise<string | undefined> {
  const answer = await tryGit(repository, ['config', '--local', '--get', 'remote.origin.url'])
  return answer.ok ? answer.output.toString().trim() : undefined
}
