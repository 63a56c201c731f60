import { setFlagsFromString } from 'node:v8'

/** Characters of one text, and hits, from which on memory matters more than the few hundredths of time it costs. */
const LARGE = 1_000_000
const MANY = 2_000

/**
 * For large texts and many hits: the part of the heap in which V8 makes objects stays as large as it is, and the rest
 * is collected when it grew by half. What is made of hits lives until the end, so room to throw away in gains nothing,
 * and Node 24 would give it three times 64 MB. V8 reads both flags whenever it would let the heap grow.
 * https://nodejs.org/api/v8.html#v8setflagsfromstringflags
 */
export function keepHeapSmall(characters: number, hits: number): void {
  if (characters < LARGE && hits < MANY) return
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=50')
}
