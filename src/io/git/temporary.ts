import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endAllGit } from './git.ts'

export interface TemporaryFolder {
  readonly path: string
  remove(): void
}

/** A folder only we can read, gone at the latest when the process ends or is told to. */
export function temporaryFolder(): TemporaryFolder {
  const path = realpathSync.native(mkdtempSync(join(tmpdir(), 'keylatch-')))
  if (folders.size === 0) watch()
  folders.add(path)
  return {
    path,
    remove() {
      rmSync(path, { recursive: true, force: true, maxRetries: 3 })
      folders.delete(path)
      if (folders.size === 0) unwatch()
    },
  }
}

const folders = new Set<string>()
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

function watch(): void {
  process.on('exit', removeAll)
  for (const signal of SIGNALS) process.on(signal, onSignal)
}

function unwatch(): void {
  process.off('exit', removeAll)
  for (const signal of SIGNALS) process.off(signal, onSignal)
}

/** Tidies up, then lets the signal do what it does without us. */
function onSignal(signal: NodeJS.Signals): void {
  endAllGit()
  removeAll()
  unwatch()
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
}

function removeAll(): void {
  for (const path of folders) rmSync(path, { recursive: true, force: true, maxRetries: 3 })
  folders.clear()
}
