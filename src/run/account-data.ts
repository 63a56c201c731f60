import { readdirSync, statSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { isCollected, snapshotsOf } from '../account/iam-collect.ts'
import { type AccountSnapshot, ageInDays, type Json, parseSnapshot } from '../account/snapshot.ts'
import type { Notification } from '../core/finding.ts'
import type { KnownAccount } from '../core/known-account.ts'
import { Problem } from '../core/problem.ts'
import type { Tree } from '../core/tree.ts'
import { knownAccountOf } from '../iam/account-data.ts'
import { readTextFile } from '../io/text-file.ts'
import type { Settings } from './settings.ts'

/** From here on it is said that an account may have changed since. */
const OLD = 30

export interface AccountData {
  readonly accounts: readonly KnownAccount[]
  readonly notifications: readonly Notification[]
}

/**
 * The accounts that a scan is told of. Where the configuration comes from the base of a change, so do they: a change cannot
 * bring the control policy that clears it.
 */
export function readAccountData({ accountData, root, today }: Settings, tree: Tree): AccountData {
  const { paths = [], from } = accountData ?? {}
  const snapshots = paths.flatMap((path) => {
    if (from === 'disk') return onDisk(resolve(root, path), path)
    const source = tree.read(path)
    if (!source)
      throw new Problem(
        `account-data: ${path} does not exist or cannot be read; write it with: keylatch account --save FILE`,
      )
    return [parseSnapshot(source.text, path)]
  })
  const twice = snapshots.find(({ account }, index) => snapshots.findIndex((one) => one.account === account) !== index)
  if (twice) throw new Problem(`account-data: account ${twice.account} is given twice`)
  return {
    accounts: snapshots.map(knownAccountOf),
    notifications: snapshots.flatMap((snapshot) => ageOf(snapshot, today)),
  }
}

function ageOf(snapshot: AccountSnapshot, today: string): Notification[] {
  const days = ageInDays(snapshot, new Date(`${today}T23:59:59Z`))
  if (days <= OLD) return []
  const message = `What is known of account ${snapshot.account} is ${days} days old (${snapshot.takenAt.slice(0, 10)}): it may have changed since. Run keylatch account --save again.`
  return [{ level: 'warning', id: 'account-data-old', message }]
}

/** A file that `--save` wrote, or a folder of iam-collect. */
function onDisk(path: string, name: string): AccountSnapshot[] {
  if (!isFolder(path)) {
    const text = readTextFile(path)
    if (text === undefined) throw new Problem(`${name}: cannot be read; write it with: keylatch account --save ${name}`)
    return [parseSnapshot(text, name)]
  }
  const paths = readdirSync(path, { recursive: true }).map((file) => String(file).split(sep).join('/'))
  if (!isCollected(paths))
    throw new Problem(`${name}: no saved account, and no folder of iam-collect (aws/…/accounts/…)`)
  const newest = Math.max(
    ...paths.filter((file) => file.endsWith('/metadata.json')).map((file) => statSync(join(path, file)).mtimeMs),
  )
  return snapshotsOf({
    paths,
    read: (file) => parsed(readTextFile(join(path, file)), `${name}/${file}`),
    takenAt: new Date(newest).toISOString(),
  })
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

function parsed(text: string | undefined, file: string): Json | undefined {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text) as Json
  } catch {
    throw new Problem(`${file}: not JSON`)
  }
}
