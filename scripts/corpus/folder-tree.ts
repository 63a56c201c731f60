import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { Source } from '../../src/core/source.ts'
import type { Tree } from '../../src/core/tree.ts'

const LARGEST = 5_000_000

/** The files under a folder as a tree; links, binary and huge files are left out. */
export function folderTree(folder: string): Tree {
  const paths = (readdirSync(folder, { recursive: true }) as string[])
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('.git/') && isFile(`${folder}/${path}`))
    .sort()
  const known = new Set(paths)
  const read = new Map<string, Source | undefined>()
  return {
    paths,
    has: (path) => known.has(path),
    read(path) {
      if (!known.has(path)) return undefined
      if (!read.has(path)) read.set(path, sourceAt(folder, path))
      return read.get(path)
    },
  }
}

function isFile(path: string): boolean {
  try {
    const found = statSync(path)
    return found.isFile() && found.size <= LARGEST
  } catch {
    return false
  }
}

function sourceAt(folder: string, path: string): Source | undefined {
  const text = readFileSync(`${folder}/${path}`, 'utf8')
  return text.includes('\0') ? undefined : { uri: path, text }
}
