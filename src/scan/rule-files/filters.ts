import { type PatternAllow, regexFault } from '../../rules/patterns/pattern.ts'
import { anyOf, literally } from './model.ts'

/** A filter of betterleaks, as far as it is followed. */
export interface Filter {
  readonly allow: readonly PatternAllow[]
  /** Bits a character that a secret must have more of. */
  readonly entropy?: number
  /** The parts that are not followed, as they are written. */
  readonly left: readonly string[]
}

/**
 * A filter skips a finding when it is true. Of the expression language the usual forms are followed: alternatives (`||`) of
 * conditions (`&&`), each of which asks whether secret, match, line or path is found by an expression or holds a text; and a
 * floor for the entropy of the secret.
 */
export function filterOf(written: string): Filter {
  const allow: PatternAllow[] = []
  const left: string[] = []
  let entropy: number | undefined
  for (const alternative of splitAt(unwrapped(written), '||')) {
    const floor = ENTROPY.exec(alternative)
    if (floor) {
      entropy = Math.max(entropy ?? 0, Number(floor[1]))
      continue
    }
    const conditions = splitAt(unwrapped(alternative), '&&').map(conditionOf)
    const keys = conditions.flatMap((one) => (one ? Object.keys(one) : []))
    if (conditions.every((one) => one !== undefined) && new Set(keys).size === keys.length)
      allow.push(Object.assign({}, ...conditions))
    else left.push(alternative.replace(/\s+/g, ' ').slice(0, 120))
  }
  return { allow, left, ...(entropy === undefined ? {} : { entropy }) }
}

const ENTROPY = /^(?:filter\.)?entropy\(\s*finding\[["']secret["']\]\s*\)\s*<=?\s*(\d+(?:\.\d+)?)$/

const SUBJECT = String.raw`(?:finding\[["'](secret|match|line)["']\]|attributes\[\??["'](path)["']\](?:\.orValue\(["']{2}\))?)`
const CALL = new RegExp(String.raw`^(?:filter\.)?(matchesAny|containsAny)\(\s*${SUBJECT}\s*,\s*\[([\s\S]*)\]\s*\)$`)
const EQUAL = new RegExp(String.raw`^${SUBJECT}\s*==\s*([\s\S]+)$`)

function conditionOf(written: string): PatternAllow | undefined {
  const call = CALL.exec(written)
  if (call) {
    const texts = textsOf(call[4]!)
    if (!texts || texts.length === 0) return undefined
    const expressions = call[1] === 'containsAny' ? texts.map(literally) : texts
    if (expressions.some(regexFault)) return undefined
    return { [(call[2] ?? call[3])!]: anyOf(expressions)! }
  }
  const equal = EQUAL.exec(written)
  const [value] = equal ? (textsOf(equal[3]!) ?? []) : []
  return value === undefined ? undefined : { [(equal![1] ?? equal![2])!]: `^(?:${literally(value)})$` }
}

const TEXT = /\s*(r?)(?:"""([\s\S]*?)"""|'''([\s\S]*?)'''|"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)')\s*(?:,|$)/y

/** The texts of a list; undefined when something else stands in it. */
function textsOf(list: string): string[] | undefined {
  const texts: string[] = []
  TEXT.lastIndex = 0
  while (TEXT.lastIndex < list.trimEnd().length) {
    const match = TEXT.exec(list)
    if (!match) return undefined
    const body = match.slice(2).find((one) => one !== undefined)!
    texts.push(match[1] === 'r' ? body : body.replace(/\\(["'\\])/g, '$1').replace(/\\n/g, '\n'))
  }
  return texts
}

/** The parts between a sign that stands neither in quotes nor in brackets. */
function splitAt(written: string, sign: '||' | '&&'): string[] {
  const parts: string[] = []
  let [start, depth] = [0, 0]
  for (let at = 0; at < written.length; at++) {
    const quote = /^r?("""|'''|"|')/.exec(written.slice(at, at + 4))
    if (quote) {
      at = endOfText(written, at + quote[0].length, quote[1]!, quote[0].startsWith('r'))
      continue
    }
    if ('([{'.includes(written[at]!)) depth++
    else if (')]}'.includes(written[at]!)) depth--
    else if (depth === 0 && written.startsWith(sign, at)) {
      parts.push(written.slice(start, at).trim())
      start = at + 2
    }
  }
  return [...parts, written.slice(start).trim()].filter((part) => part !== '')
}

/** Where the last character of a text stands that begins at `from`. */
function endOfText(written: string, from: number, quote: string, raw: boolean): number {
  for (let at = from; at < written.length; at++) {
    if (!raw && written[at] === '\\') at++
    else if (written.startsWith(quote, at)) return at + quote.length - 1
  }
  return written.length
}

/** Without brackets around all of it. */
function unwrapped(written: string): string {
  const text = written.trim()
  if (!text.startsWith('(') || !text.endsWith(')')) return text
  let depth = 0
  for (let at = 0; at < text.length - 1; at++) {
    const quote = /^r?("""|'''|"|')/.exec(text.slice(at, at + 4))
    if (quote) at = endOfText(text, at + quote[0].length, quote[1]!, quote[0].startsWith('r'))
    else if (text[at] === '(') depth++
    else if (text[at] === ')' && --depth === 0) return text
  }
  return unwrapped(text.slice(1, -1))
}
