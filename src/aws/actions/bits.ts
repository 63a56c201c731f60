/**
 * Sets of catalogue actions, one bit an action. Never changed after they are made, so that they can be shared.
 * All sets have the same length; functions that combine two return the first one itself when nothing changes.
 */
export type Bits = Uint32Array

export function emptyBits(size: number): Bits {
  return new Uint32Array((size + 31) >>> 5)
}

export function allBits(size: number): Bits {
  const bits = emptyBits(size).fill(0xffffffff)
  if (size % 32 !== 0) bits[bits.length - 1] = (1 << (size % 32)) - 1
  return bits
}

/** Bits `from` up to and without `to`. */
export function rangeBits(size: number, from: number, to: number): Bits {
  const bits = emptyBits(size)
  setRange(bits, from, to)
  return bits
}

/** For building only: a set that others have seen must not change. */
export function setBit(bits: Bits, at: number): void {
  bits[at >>> 5]! |= 1 << (at & 31)
}

/** For building only. */
export function setRange(bits: Bits, from: number, to: number): void {
  let at = from
  for (; at < to && (at & 31) !== 0; at++) setBit(bits, at)
  for (; at + 32 <= to; at += 32) bits[at >>> 5] = 0xffffffff
  for (; at < to; at++) setBit(bits, at)
}

/** For building only: adds `more` to `bits`. */
export function addAll(bits: Bits, more: Bits): void {
  for (let word = 0; word < bits.length; word++) bits[word]! |= more[word]!
}

export function hasBit(bits: Bits, at: number): boolean {
  return ((bits[at >>> 5]! >>> (at & 31)) & 1) === 1
}

export function union(a: Bits, b: Bits): Bits {
  if (a === b) return a
  const out = a.slice()
  addAll(out, b)
  return out
}

export function intersection(a: Bits, b: Bits): Bits {
  if (a === b) return a
  const out = a.slice()
  for (let word = 0; word < out.length; word++) out[word]! &= b[word]!
  return out
}

export function difference(a: Bits, b: Bits): Bits {
  if (!overlaps(a, b)) return a
  const out = a.slice()
  for (let word = 0; word < out.length; word++) out[word]! &= ~b[word]!
  return out
}

export function overlaps(a: Bits, b: Bits): boolean {
  for (let word = 0; word < a.length; word++) if ((a[word]! & b[word]!) !== 0) return true
  return false
}

/** Is every member of `b` in `a`? */
export function includesAll(a: Bits, b: Bits): boolean {
  for (let word = 0; word < a.length; word++) if ((b[word]! & ~a[word]!) !== 0) return false
  return true
}

export function isEmpty(bits: Bits): boolean {
  for (const word of bits) if (word !== 0) return false
  return true
}

export function count(bits: Bits): number {
  let total = 0
  for (let word of bits) {
    word -= (word >>> 1) & 0x55555555
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333)
    total += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
  }
  return total
}

/** Members, ascending. */
export function* members(bits: Bits): Generator<number> {
  for (let word = 0; word < bits.length; word++) {
    let rest = bits[word]!
    while (rest !== 0) {
      const low = rest & -rest
      yield word * 32 + (31 - Math.clz32(low))
      rest ^= low
    }
  }
}
