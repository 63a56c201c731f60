/** Longer texts are not matched: a pattern of the scanned repository must never take long. */
const LONGEST = 2_000
const LONGEST_WITH_REPEATS = 300

/**
 * A pattern of the scanned repository as a global RegExp; undefined when matching it against `value` could take long
 * (a repeated group, many open repeats), or when JavaScript reads it differently than Terraform's RE2.
 */
export function safePattern(source: string, value: string): RegExp | undefined {
  if (source.length > 500 || value.length > LONGEST) return undefined
  if (/\\[1-9pPzAQE]|\(\?(?!P?<[A-Za-z]|:)|\[\[:/.test(source)) return undefined
  const plain = source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x')
  if (/\)[*+?{]/.test(plain)) return undefined
  const repeats = plain.match(/[*+]|\{\d*,/g)?.length ?? 0
  if (repeats > 3 || (repeats > 1 && value.length > LONGEST_WITH_REPEATS)) return undefined
  if (/\{\d{3,}/.test(plain)) return undefined
  try {
    return new RegExp(source.replace(/\(\?P</g, '(?<'), 'g')
  } catch {
    return undefined
  }
}
