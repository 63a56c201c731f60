import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

/**
 * Files of tests by how near they are to a file of the project: those that import it, then those that import what imports it, and
 * so on. Paths are relative to the root. What is only ever run as a process of its own is near to nothing.
 */
export function nearestTests(root: string): (path: string) => string[] {
  const importers = importersIn(root)
  return (path) => {
    const seen = new Set([path])
    for (const one of seen) for (const importer of importers.get(one) ?? []) seen.add(importer)
    return [...seen].filter((one) => one.endsWith('.test.ts'))
  }
}

/** Who imports each file, statically or when it is needed. */
function importersIn(root: string): ReadonlyMap<string, readonly string[]> {
  const importers = new Map<string, string[]>()
  for (const path of ['src', 'test', 'scripts'].flatMap((folder) => programsBelow(root, folder))) {
    const text = readFileSync(join(root, path), 'utf8')
    for (const [, imported = ''] of text.matchAll(/(?:from|import)[ \t]*\(?[ \t]*'(\.{1,2}\/[^']+)'/g)) {
      const target = posix.join(dirname(path), imported)
      importers.set(target, [...(importers.get(target) ?? []), path])
    }
  }
  return importers
}

function programsBelow(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`)
    .filter((path) => /\.ts$/.test(path))
    .sort()
}
