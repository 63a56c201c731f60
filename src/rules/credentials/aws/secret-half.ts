import { wordiness } from '../../../secrets/rarity.ts'
import { isPlaceholder } from './placeholder.ts'

/** Of 100,000 random ones none reads more like words than this; names of things lie above zero. */
const WORDIEST = -0.5

/** A secret access key is 30 random bytes in base64: 40 characters, never padded. */
const LENGTH = 40

const BASE64 = new Uint8Array(65536)
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/') {
  BASE64[character.charCodeAt(0)] = 1
}

export interface SecretHalf {
  readonly start: number
  /** False for what looks odd (no digit, a long word, many slashes): 3 of 1,000 real ones do, so a name must say it. */
  readonly typical: boolean
}

/**
 * Where runs of exactly 40 base64 characters stand that could be secret access keys by their looks. Only every 40th
 * character is tested: a run of 40 cannot lie between two of them.
 */
export function findSecretHalves(value: string): SecretHalf[] {
  const found: SecretHalf[] = []
  for (let at = LENGTH - 1; at < value.length; at += LENGTH) {
    if (BASE64[value.charCodeAt(at)] === 0) continue
    let start = at
    while (start > 0 && BASE64[value.charCodeAt(start - 1)] === 1) start--
    let end = at + 1
    while (end < value.length && BASE64[value.charCodeAt(end)] === 1) end++
    at = end
    if (value[start - 1] === '\\' && /[nrt]/.test(value[start]!)) start++ // `\nwJal…`: the n is the escape's
    if (end - start !== LENGTH || !standsAlone(value, start, end)) continue
    const run = value.slice(start, end)
    if (wordiness(run) > WORDIEST) continue
    if (looksGenerated(run)) found.push({ start, typical: true })
    else if (couldBeGenerated(run)) found.push({ start, typical: false })
  }
  return found
}

/**
 * Not a part of something longer: a slug, a dotted name, a base64url text, percent-encoded base64. An `=` behind it is no
 * padding, which 40 characters do not need.
 */
function standsAlone(value: string, start: number, end: number): boolean {
  if (value[end] === '%' || value[start - 1] === '%') return false
  if (value[start - 1] === '=' && value[start - 2] === '=') return false
  if (/[-_.]/.test(value[end] ?? '') && /[A-Za-z0-9]/.test(value[end + 1] ?? '')) return false
  return !(/[-_.~]/.test(value[start - 1] ?? '') && /[A-Za-z0-9]/.test(value[start - 2] ?? ''))
}

/** What random base64 looks like, and hashes, identifiers and paths do not: 3 of 1,000 random ones fail. */
function looksGenerated(run: string): boolean {
  if (!/[a-z]/.test(run) || !/[A-Z]/.test(run) || !/[0-9]/.test(run)) return false
  return lettersInWords(run) < 20 && slashes(run) < 5 && entropy(run) >= 4 && !isPlaceholder(run)
}

/** The odd ones among random base64: odd in one way. What is odd in two ways is a name or a path. */
function couldBeGenerated(run: string): boolean {
  if (!/[a-z]/.test(run) || !/[A-Z]/.test(run)) return false
  const [words, paths] = [lettersInWords(run), slashes(run)]
  const oddities = [!/[0-9]/.test(run), words >= 20, paths >= 5].filter(Boolean).length
  return oddities <= 1 && words < 24 && paths < 7 && entropy(run) >= 4 && !isPlaceholder(run)
}

/** Characters in stretches like `component`, `Handler`: camel case, paths and sentences are made of them. */
function lettersInWords(run: string): number {
  let letters = 0
  for (const word of run.match(/[A-Z]?[a-z]{4,}|[A-Z]{6,}/g) ?? []) letters += word.length
  return letters
}

function slashes(run: string): number {
  let count = 0
  for (const character of run) if (character === '/') count++
  return count
}

/** Bits per character, by Shannon. */
export function entropy(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}
