import { UNKNOWN } from '../core/text.ts'

/**
 * IAM's wildcards: `*` is any text, `?` any one character; nothing else is special.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 *
 * An UNKNOWN in a pattern is an opaque name: some text that is not known here and, we take it, holds no wildcard.
 */

/** Longer ones are no ARNs; comparing them would only cost time. */
const LONGEST = 2048
/** The product of the lengths of two patterns with wildcards that are held against each other. */
const MOST_STEPS = 2_000_000

/** Does `text`, which has no wildcards, match? Case matters. */
export function matches(pattern: string, text: string): boolean {
  return pattern.includes('*') || pattern.includes('?') ? walk(pattern, text, anyCharacter) : pattern === text
}

/**
 * Is everything that `inner` matches matched by `outer`? Two unknowns are the same one only when `sameUnknowns`: right
 * for telling a policy from its rewrite, wrong for trusting a Deny.
 */
export function contains(outer: string, inner: string, sameUnknowns = false): boolean {
  if (outer === '*') return true
  if (outer === inner) return sameUnknowns || !outer.includes(UNKNOWN)
  if (outer.length > LONGEST || inner.length > LONGEST) return false
  if (!sameUnknowns && outer.includes(UNKNOWN)) return false
  return walk(canonical(outer), canonical(inner), knownCharacter)
}

/** May one text match both? Unknowns may be anything. */
export function intersects(a: string, b: string): boolean {
  if (a === b || a === '*' || b === '*') return true
  if (a.length > LONGEST || b.length > LONGEST || a.length * b.length > MOST_STEPS) return true
  const left = canonical(a.replaceAll(UNKNOWN, '*'))
  const right = canonical(b.replaceAll(UNKNOWN, '*'))
  if (!hasWildcard(left)) return matches(right, left)
  if (!hasWildcard(right)) return matches(left, right)
  return fixedEndsAgree(left, right) && overlap(left, right)
}

/** The same for ARNs, part by part: else the `*` of an account would swallow the colons that follow it. */
export function arnsIntersect(a: string, b: string): boolean {
  const left = arnParts(a)
  const right = arnParts(b)
  if (left.length < 6 || right.length < 6) return intersects(a, b)
  return left.every((part, at) => intersects(part, right[at]!))
}

/** The six parts of an ARN, the last one with all its colons; fewer for anything else. */
export function arnParts(arn: string): string[] {
  const parts = arn.split(':')
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')]
}

export function hasWildcard(pattern: string): boolean {
  return pattern.includes('*') || pattern.includes('?')
}

/** `*?**` and `?*` match the same; this, the question marks first, is the form in which containment can be read off. */
export function canonical(pattern: string): string {
  return /\*[*?]/.test(pattern)
    ? pattern.replace(/[*?]+/g, (run) => (run.includes('*') ? `${run.replaceAll('*', '')}*` : run))
    : pattern
}

const anyCharacter = (): boolean => true
/** What a `?` of the outer pattern may stand for among the characters of the inner one. */
const knownCharacter = (character: string): boolean => character !== '*' && !/[\uE000-\uF8FF]/.test(character)

/** The two-pointer walk: on a mismatch the last `*` takes one more character. Never worse than the product of lengths. */
function walk(pattern: string, text: string, one: (character: string) => boolean): boolean {
  let at = 0
  let star = -1
  let resume = 0
  for (let index = 0; index < text.length; ) {
    const wanted = pattern[at]
    if (wanted === '*') {
      star = at++
      resume = index
    } else if (at < pattern.length && (wanted === '?' ? one(text[index]!) : wanted === text[index])) {
      at++
      index++
    } else if (star !== -1) {
      at = star + 1
      index = ++resume
    } else return false
  }
  while (pattern[at] === '*') at++
  return at === pattern.length
}

/** Quick no: the characters before the first wildcard, or after the last one, differ. */
function fixedEndsAgree(a: string, b: string): boolean {
  for (let at = 0; at < a.length && at < b.length && isPlain(a[at]!) && isPlain(b[at]!); at++) {
    if (a[at] !== b[at]) return false
  }
  for (let at = 1; at <= a.length && at <= b.length && isPlain(a.at(-at)!) && isPlain(b.at(-at)!); at++) {
    if (a.at(-at) !== b.at(-at)) return false
  }
  return true
}

const isPlain = (character: string): boolean => character !== '*' && character !== '?'

/** Which suffixes of `b` can go with the suffix of `a`, row by row from the end. */
function overlap(a: string, b: string): boolean {
  let below = new Uint8Array(b.length + 1)
  below[b.length] = 1
  for (let j = b.length - 1; j >= 0 && b[j] === '*'; j--) below[j] = 1
  for (let i = a.length - 1; i >= 0; i--) {
    const row = new Uint8Array(b.length + 1)
    row[b.length] = a[i] === '*' ? below[b.length]! : 0
    for (let j = b.length - 1; j >= 0; j--) {
      if (a[i] === '*') row[j] = below[j]! | row[j + 1]!
      else if (b[j] === '*') row[j] = row[j + 1]! | below[j]!
      else row[j] = a[i] === b[j] || a[i] === '?' || b[j] === '?' ? below[j + 1]! : 0
    }
    below = row
  }
  return below[0] === 1
}
