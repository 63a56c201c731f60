import type { Level, Notification } from '../../core/finding.ts'

/** Why a file was not scanned, as the id of a notification. */
export type SkipId =
  | 'binary-file'
  | 'large-file'
  | 'unreadable-file'
  | 'missing-content'
  | 'special-file'
  | 'submodule'
  | 'nested-repository'
  | 'not-checked-out'
  | 'lfs-pointer'

/** Remembers what was not scanned, so that it can be told in few words. */
export interface SkipLog {
  /** @param detail what is peculiar to this file, such as its size; `id` alone says the rest. */
  add(id: SkipId, path: string, detail?: string): void
  /** One for each file, or one for all of a kind when they are many. */
  notifications(): readonly Notification[]
}

/** `done` is what was done all the same, where something was. */
const KINDS: Readonly<Record<SkipId, { readonly level: Level; readonly reason: string; readonly done?: string }>> = {
  'binary-file': { level: 'note', reason: 'binary', done: 'Searched for secrets only' },
  'large-file': { level: 'note', reason: 'too large to be read whole', done: 'Searched for secrets only' },
  'unreadable-file': { level: 'warning', reason: 'cannot be read' },
  'missing-content': {
    level: 'error',
    reason: 'its content is not in this clone: fetch it, or clone without a filter',
  },
  'special-file': { level: 'note', reason: 'not a regular file' },
  submodule: { level: 'note', reason: 'a submodule: scan its own repository' },
  'nested-repository': { level: 'warning', reason: 'a git repository inside this one: scan it on its own' },
  'not-checked-out': { level: 'warning', reason: 'tracked, but left out by the sparse checkout' },
  'lfs-pointer': { level: 'note', reason: 'only a pointer to content that Git LFS keeps elsewhere' },
}

/** So many of a kind are told one by one. */
const ONE_BY_ONE = 5
/** So many names stand in a notification about more of them. */
const NAMED = 5

export function createSkipLog(): SkipLog {
  const kinds = new Map<SkipId, Map<string, string>>()
  return {
    add(id, path, detail = '') {
      const paths = kinds.get(id) ?? new Map<string, string>()
      kinds.set(id, paths.set(path, detail))
    },
    notifications() {
      return [...kinds].flatMap(([id, paths]) => (paths.size <= ONE_BY_ONE ? each(id, paths) : together(id, paths)))
    },
  }
}

function each(id: SkipId, paths: ReadonlyMap<string, string>): Notification[] {
  const { level, reason, done = 'Not scanned' } = KINDS[id]
  return [...paths].map(([path, detail]) => ({
    level,
    id,
    message: `${done}: ${printable(path)} (${detail === '' ? reason : `${reason}: ${detail}`}).`,
    location: { uri: path },
  }))
}

function together(id: SkipId, paths: ReadonlyMap<string, string>): Notification[] {
  const { level, reason, done = 'Not scanned' } = KINDS[id]
  const names = [...paths.keys()].slice(0, NAMED).map(printable)
  const message = `${done}: ${paths.size} files (${reason}): ${names.join(', ')} and ${paths.size - NAMED} more.`
  return [{ level, id, message, files: paths.size }]
}

/** `12.5 MB`, for sizes that were too large. */
export function megabytes(bytes: number): string {
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`
}

/** Names are hostile: no line breaks or control characters into messages. */
function printable(path: string): string {
  return path.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]/g, '?')
}
