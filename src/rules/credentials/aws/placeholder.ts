/**
 * Is this id or secret one that nobody made at AWS: documentation's examples, masks, repeats, sequences, words that
 * people put in? A random id is taken for one about once in 5,000 times, a random secret once in 10,000.
 */
export function isPlaceholder(value: string): boolean {
  return isMadeUp(value) || REPEATED.test(value) || fewDifferent(value)
}

/** The same for a value of any length and alphabet: what says of itself that it is none. */
export function isMadeUp(value: string): boolean {
  return SAID.test(value) || DOCUMENTED.test(value) || isSequence(value)
}

const SAID =
  /example|sample|dummy|fake|xxxx|placeholder|redacted|masked|changeme|replace|insert|your|secretkey|accesskey|keyhere|notreal|invalid|foobar|abcdabcd|deadbeef|qwerty|asdfgh|zxcvbn|test.?test/i

/** Beginnings of the pairs that AWS documents, which people keep while they edit the rest, and of MinIO's playground. */
const DOCUMENTED = /IOSFODNN7|I44QH8DHB|wJalrXUtnFEMI|je7MtGbClwBF|bPxRfiCY|^zuf\+tfteSlsw/

const REPEATED = /(.)\1{4}|(.{2,4})\2{3}/

/** Half as many different characters as a random one of this length has at the least. */
function fewDifferent(value: string): boolean {
  return new Set(value).size < (value.length > 30 ? 16 : 8)
}

/** Six neighbours of the alphabet or the digits in order, up or down: `123456`, `FEDCBA`. */
function isSequence(value: string): boolean {
  let up = 0
  let down = 0
  for (let at = 1; at < value.length; at++) {
    const step = value.charCodeAt(at) - value.charCodeAt(at - 1)
    up = step === 1 ? up + 1 : 0
    down = step === -1 ? down + 1 : 0
    if (up === 5 || down === 5) return true
  }
  return false
}
