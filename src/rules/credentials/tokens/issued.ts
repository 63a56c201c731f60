import { isMadeUp } from '../aws/placeholder.ts'
import type { TokenForm } from './format.ts'

/** Enough of a long token to tell masks and examples; more would hold one of their words by chance. */
const ENOUGH = 48

/** Did the vendor issue this (what is random of a token), as far as can be seen: no mask, example, word, or little of anything? */
export function isIssued(body: string, form: TokenForm): boolean {
  const start = body.slice(0, ENOUGH)
  if (isMadeUp(start) || REPEATED.test(start) || isWords(start)) return false
  return entropyOf(start) >= (form.entropy ?? usualEntropy(start))
}

/** More often than hexadecimal digits repeat by chance. */
const REPEATED = /(.)\1{6}|(.{2,4})\2{4}/

/** Well below what random ones have, by length and alphabet: a fence against repeats and patterns, not a judge of rarity. */
function usualEntropy(body: string): number {
  return Math.min(Math.log2(body.length), /[G-Zg-z]/.test(body) ? 5 : 4) * 0.6
}

/** Bits a character, by how often each occurs. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let entropy = 0
  for (const count of counts.values()) entropy -= (count / text.length) * Math.log2(count / text.length)
  return entropy
}

/** `my-bot-token`, `YourTokenGoesHere`, `MY_TOKEN_1`: of words, with at most a number behind them. */
function isWords(body: string): boolean {
  const parts = body.split(/[-_.:]|(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d+$)/).filter((part) => part !== '')
  return parts.every((part) => /^(?:[A-Z]?[a-z]{2,}|[A-Z]{2,}|\d{1,4})$/.test(part))
}
