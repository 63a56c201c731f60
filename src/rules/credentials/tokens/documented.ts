import { createHash } from 'node:crypto'

/** Is this (without its prefix or whole) a token that its vendor's own documentation shows or its emulator is built with? */
export function isDocumented(token: string): boolean {
  return DOCUMENTED.has(createHash('sha256').update(token).digest('hex').slice(0, 24))
}

/** By their hashes, since nothing key-shaped stands in the source. */
const DOCUMENTED: ReadonlySet<string> = new Set(Object.values({}))
