import { createHash } from 'node:crypto'

/** A part of all that is to be scanned: the `index`th of `count`, from 1. */
export interface Shard {
  readonly index: number
  readonly count: number
}

export const MOST_SHARDS = 1000

/**
 * Does a file, or a message by its name, belong to this part? Files of one folder stay together, since modules are folders; and a
 * file is in the same part in every version, so that what it held before is known there.
 */
export function isInShard({ index, count }: Shard, path: string): boolean {
  const outer = path.split('!', 1)[0]!
  const folder = outer.slice(0, Math.max(0, outer.lastIndexOf('/')))
  const name = folder === '' ? outer : folder
  return createHash('sha256').update(name).digest().readUInt32BE(0) % count === index - 1
}
