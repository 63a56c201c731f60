import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Repository } from '../../support/repository.ts'

/** `owner/name`, as `action` of test/support/dist.ts tells it to the run. */
export const SLUG = 'octo-org/octo-repo'

/** A bare repository that stands for GitHub's. */
export interface Server {
  /** For GITHUB_SERVER_URL: `file:///…`. */
  readonly url: string
  /** The bare repository. */
  readonly directory: string
  /**
   * A checkout as actions/checkout makes it: of one ref, detached, so many commits deep (the default is 1, 0 is all of
   * its history and every branch).
   */
  checkout(ref: string, depth?: number): string
  dispose(): void
}

/** Serves what `repository` holds now. */
export function serve(repository: Repository): Server {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'keylatch-test-server-')))
  const directory = join(root, 'git', SLUG)
  mkdirSync(join(root, 'git'), { recursive: true })
  repository.git('clone', '--quiet', '--mirror', '--no-local', repository.root, directory)
  repository.git('-C', directory, 'config', 'uploadpack.allowFilter', 'true')
  let count = 0
  return {
    url: `file://${join(root, 'git')}`,
    directory,
    checkout(ref, depth = 1) {
      const clone = join(root, `checkout-${count++}`)
      const git = (...words: string[]) => repository.git('-C', clone, ...words)
      repository.git('init', '--quiet', clone)
      git('remote', 'add', 'origin', `file://${directory}`)
      const options = ['--quiet', '--no-tags', ...(depth ? [`--depth=${depth}`] : [])]
      const branches = depth ? [] : ['+refs/heads/*:refs/remotes/origin/*']
      git('fetch', ...options, 'origin', `+${ref}:refs/remotes/it`, ...branches)
      git('checkout', '--quiet', '--detach', 'refs/remotes/it')
      return clone
    },
    dispose: () => rmSync(root, { recursive: true, force: true }),
  }
}

/** Every file below a folder with a hash of its content: two of these are equal when nothing was touched. */
export function contentsOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort()
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  )
}
