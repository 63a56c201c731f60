import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import type { Source } from '../../src/core/source.ts'
import type { Tree } from '../../src/core/tree.ts'
import { expand } from '../support/placeholders.ts'

/** The files of a fixture, which is a file or a folder, by their paths in it, with keys for their placeholders. */
export function sourcesOf(fixture: string): Map<string, Source> {
  const isFolder = statSync(fixture).isDirectory()
  const root = isFolder ? fixture : dirname(fixture)
  const files = isFolder ? readdirSync(fixture, { recursive: true }).map((name) => join(fixture, String(name))) : [fixture]
  const sources = new Map<string, Source>()
  for (const file of files.filter((name) => statSync(name).isFile()).sort()) {
    const uri = relative(root, file).split(sep).join('/')
    sources.set(uri, { uri, text: expand(readFileSync(file, 'utf8')) })
  }
  return sources
}

export function treeOf(sources: ReadonlyMap<string, Source>): Tree {
  return { paths: [...sources.keys()].sort(), has: (path) => sources.has(path), read: (path) => sources.get(path) }
}
