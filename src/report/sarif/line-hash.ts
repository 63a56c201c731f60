/** Characters in the window that the hash of a line is taken over. */
const BLOCK = 100
const TAB = 9
const LF = 10
const CR = 13
const SPACE = 32
const END_OF_FILE = 65535

/**
 * `primaryLocationLineHash` of every line of a file, as github/codeql-action computes it, so that an upload by us and
 * one by its `upload-sarif` follow the same alert: a rolling hash modulo 2^64 over the first 100 characters from the
 * start of the line that are no blanks, line ends counted as LF, then `:` and how often that hash came up so far.
 * https://github.com/github/codeql-action/blob/main/src/fingerprints.ts
 */
export function lineHashes(text: string): string[] {
  const hashes: string[] = []
  const seen = new Map<string, number>()
  const window = new Uint16Array(BLOCK)
  const startsLine = new Uint8Array(BLOCK)
  /** The 64 bits of the hash, 16 in each number, lowest first: BigInt takes ten times as long. */
  const limbs = [0, 0, 0, 0]
  let at = 0
  let lineStart = true
  let afterCr = false

  const finishLine = () => {
    if (startsLine[at] === 0) return
    startsLine[at] = 0
    const value = hexOf(limbs)
    const count = (seen.get(value) ?? 0) + 1
    seen.set(value, count)
    hashes.push(`${value}:${count}`)
  }
  const push = (code: number) => {
    shift(limbs, code, window[at]!)
    window[at] = code
    at = (at + 1) % BLOCK
  }

  for (let index = 0; index <= text.length; index++) {
    let code = index === text.length ? END_OF_FILE : text.charCodeAt(index)
    if (code === SPACE || code === TAB || (afterCr && code === LF)) {
      afterCr = false
      continue
    }
    afterCr = code === CR
    if (afterCr) code = LF
    finishLine()
    if (lineStart) startsLine[at] = 1
    lineStart = code === LF
    push(code)
  }
  for (let index = 0; index < BLOCK; index++) {
    finishLine()
    push(0)
  }
  return hashes
}

/** 37^100 modulo 2^64: what a character weighs when it leaves the window. */
const LEAVING = [0, 16, 32, 48].map((bits) => Number(((37n ** 100n) >> BigInt(bits)) & 0xffffn))

/** hash * 37 + entering - 37^100 * leaving, modulo 2^64. */
function shift(limbs: number[], entering: number, leaving: number): void {
  let carry = entering
  for (let index = 0; index < 4; index++) {
    const sum = limbs[index]! * 37 - LEAVING[index]! * leaving + carry
    carry = Math.floor(sum / 65536)
    limbs[index] = sum - carry * 65536
  }
}

function hexOf(limbs: readonly number[]): string {
  const hex = limbs.map((limb) => limb.toString(16).padStart(4, '0'))
  return hex
    .reverse()
    .join('')
    .replace(/^0+(?=.)/, '')
}
