import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { Problem } from '../core/problem.ts'
import { entryOnDisk, readFromDisk, readRegular, whyUnreadable } from './git/disk.ts'
import { DEFAULT_MAX_BYTES } from './git/objects.ts'
import { createSkipLog, type SkipLog } from './git/skipped.ts'
import { byPath, type Entry, type LargeFile, type Snapshot, type SnapshotOptions, sourceOf } from './git/snapshot.ts'
import { diskTree } from './git/tree.ts'

/**
 * A folder that is no git repository, or one file of it. `.gitignore` files in it count as git would take them;
 * nothing else is passed over, but a `.git` inside it, which is told.
 * @throws Problem when the folder cannot be listed.
 */
export function folderSnapshot(path: string, options: SnapshotOptions = {}): Snapshot {
  const start = realFolder(path)
  const isFile = statSync(start).isFile()
  const root = isFile ? dirname(start) : start
  const skipped = createSkipLog()
  const large: LargeFile[] = []
  let listed: readonly Entry[] | undefined
  const list = (): readonly Entry[] => {
    listed ??= isFile ? fileEntry(root, basename(start), skipped) : walk(root, skipped).sort(byPath)
    return listed
  }
  return {
    describe: isFile ? `the file ${path}` : `the folder ${path}`,
    skipped,
    large,
    entries: async () => list(),
    readBytes: (entries) => readFromDisk(root, entries, { skipped, large }, options.maxBytes),
    tree: async () => diskTree(root, list(), skipped, options.maxBytes),
  }
}

const NAMELESS = '<stdin>'

/** A text that came through a pipe, under the name of the file it stands for. */
export function stdinSnapshot(bytes: Uint8Array, name = NAMELESS): Snapshot {
  const entry: Entry = { path: name, kind: 'file', size: bytes.length }
  const isLarge = bytes.length > DEFAULT_MAX_BYTES
  return {
    describe: name === NAMELESS ? 'standard input' : `standard input as ${name}`,
    isInput: true,
    skipped: createSkipLog(),
    large: isLarge ? [{ path: name, size: bytes.length, pieces: () => inPieces(bytes) }] : [],
    entries: async () => [entry],
    async *readBytes(entries) {
      for (const wanted of entries) if (wanted.path === entry.path && !isLarge) yield { entry, bytes }
    },
    tree: async () => {
      const source = isLarge ? undefined : sourceOf(entry.path, bytes, createSkipLog())
      return {
        paths: [entry.path],
        has: (path) => path === entry.path,
        read: (path) => (path === entry.path ? source : undefined),
      }
    },
  }
}

const PIECE = 1 << 20

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
}

function realFolder(path: string): string {
  try {
    return realpathSync.native(path)
  } catch (error) {
    throw new Problem(`${path} cannot be opened (${(error as NodeJS.ErrnoException).code}). Does it exist?`)
  }
}

function fileEntry(root: string, name: string, skipped: SkipLog): Entry[] {
  const entry = entryOnDisk(join(root, name), name, skipped)
  return entry ? [entry] : []
}

/** Every path below `root` that no `.gitignore` excludes. */
function walk(root: string, skipped: SkipLog): Entry[] {
  const found: Entry[] = []
  const folders: { path: string; rules: Ignore }[] = [{ path: '', rules: ignore({ allowRelativePaths: true }) }]
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    const rules = withRulesOf(root, folder.path, folder.rules)
    for (const name of namesIn(root, folder.path, skipped)) {
      const path = folder.path === '' ? name : `${folder.path}/${name}`
      if (name === '.git') {
        skipped.add('nested-repository', path)
        continue
      }
      const absolute = join(root, path)
      const isFolder = lstatSync(absolute, { throwIfNoEntry: false })?.isDirectory() ?? false
      if (rules.ignores(isFolder ? `${path}/` : path)) continue
      if (isFolder) folders.push({ path, rules })
      else {
        const entry = entryOnDisk(absolute, path, skipped)
        if (entry) found.push(entry)
      }
    }
  }
  return found
}

function namesIn(root: string, folder: string, skipped: SkipLog): string[] {
  let names: string[]
  try {
    names = readdirSync(join(root, folder))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (folder === '') throw new Problem(`The folder ${root} cannot be listed (${code}).`)
    skipped.add('unreadable-file', folder, whyUnreadable(error as NodeJS.ErrnoException))
    return []
  }
  return names.filter((name) => {
    // Node has replaced what is not UTF-8, so the file cannot be opened by this name.
    const usable = !name.includes('\ufffd')
    if (!usable) skipped.add('unreadable-file', folder === '' ? name : `${folder}/${name}`, 'its name is not UTF-8')
    return usable
  })
}

/** The rules in force in a folder: those from above, then its own, which win. */
function withRulesOf(root: string, folder: string, inherited: Ignore): Ignore {
  let text: string
  try {
    const bytes = readRegular(join(root, folder, '.gitignore'), 1024 * 1024)
    if (typeof bytes === 'number') return inherited
    text = bytes.toString('utf8')
  } catch {
    return inherited
  }
  const own = text.split(/\r?\n/).map((line) => anchored(line, folder))
  return ignore({ allowRelativePaths: true }).add(inherited).add(own)
}

/** A pattern of a nested `.gitignore`, as it would be written in the root's. */
function anchored(line: string, folder: string): string {
  if (folder === '' || line.trim() === '' || line.startsWith('#')) return line
  const negated = line.startsWith('!')
  const pattern = negated ? line.slice(1) : line
  const above = `/${folder.replace(/[\\*?[\]!# ]/g, '\\$&')}`
  // Only a pattern with a slash before its end is bound to its folder.
  const bound = /\/(?=.)/.test(pattern.trimEnd())
  return `${negated ? '!' : ''}${above}${bound ? '' : '/**'}${pattern.startsWith('/') ? '' : '/'}${pattern}`
}
