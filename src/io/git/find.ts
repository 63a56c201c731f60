import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { openRepository, type Repository } from './repository.ts'

/** As deep as people check out into: `src/github.com/owner/name`. */
const DEEPEST = 4
/** Folders looked into: a workspace may hold a whole dependency tree beside its checkouts. */
const MOST_FOLDERS = 5000

/** Repositories in a folder, not in one another, by path: what checkouts with a `path:` make of a workspace. */
export async function repositoriesIn(folder: string, env: NodeJS.ProcessEnv): Promise<Repository[]> {
  const found: Repository[] = []
  let level = [folder]
  let looked = 0
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    const next: string[] = []
    for (const path of level.flatMap(foldersIn)) {
      if (++looked > MOST_FOLDERS) return found
      const repository = existsSync(join(path, '.git')) ? await openRepository(path, env) : undefined
      if (repository?.workTree !== undefined && repository.workTree === realpathSync(path)) found.push(repository)
      else next.push(path)
    }
    level = next
  }
  return found
}

/** Links are not followed, and tools keep their own checkouts in hidden folders. */
function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
      .map(({ name }) => join(folder, name))
      .sort()
  } catch {
    return []
  }
}
