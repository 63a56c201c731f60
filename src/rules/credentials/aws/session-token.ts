import type { Range } from '../../../core/source.ts'
import { isPlaceholder } from './placeholder.ts'

/**
 * What every token of STS holds near its beginning, the base64 of `aws` and of `origin_ec`, after a header whose second byte
 * is a line feed: `FwoGZXIvYXdz…`, `AQoDYXdz…`, `IQoJb3JpZ2luX2Vj…`.
 */
const MARKS = ['b3JpZ2luX2Vj', 'YXdz']
const HEADER = /^[A-Za-z0-9+/][AQgw]o/

/** A token that is shorter is none, or cut off. */
const SHORTEST = 100

const NAME = /(?:session|security)[\W_]{0,2}token/gi

/** What stands between a name and its value: ` = "`, `": "`, `>`, `\n    value: `. */
const BETWEEN = /^[^A-Za-z0-9+/]{1,40}(?:(?:value|default|string)[^A-Za-z0-9+/]{1,12})?/i

/** AWS session tokens in a text, by their marks or by name, in order. Percent-encoded ones show once they are decoded. */
export function findSessionTokens(value: string): Range[] {
  const found = new Map<number, Range>()
  const add = (start: number, end: number) => {
    if (end - start < SHORTEST || value[end] === '%' || isMasked(value.slice(start, end))) return
    found.set(start, { start, end })
  }
  for (const mark of MARKS) {
    for (let at = value.indexOf(mark); at !== -1; at = value.indexOf(mark, at + 1)) {
      const start = runStart(value, at)
      if (at - start < 4 || at - start > 16 || !HEADER.test(value.slice(start, start + 3))) continue
      const end = runEnd(value, at)
      add(start, end)
      at = Math.max(at, end - 1)
    }
  }
  for (const name of value.matchAll(NAME)) {
    const end = name.index + name[0].length
    const between = BETWEEN.exec(value.slice(end, end + 80))
    if (between) add(end + between[0].length, runEnd(value, end + between[0].length))
  }
  return [...found.values()].sort((a, b) => a.start - b.start)
}

/** Masks and examples: the middle of a long random text tells as well as the whole. */
function isMasked(token: string): boolean {
  return /example/i.test(token) || isPlaceholder(token.slice(20, 60)) || new Set(token).size < 24
}

function runStart(value: string, at: number): number {
  let start = at
  while (start > 0 && at - start <= 17 && isBase64(value.charCodeAt(start - 1))) start--
  return value[start - 1] === '\\' && /[nrt]/.test(value[start]!) ? start + 1 : start
}

function runEnd(value: string, at: number): number {
  let end = at
  while (end < value.length && isBase64(value.charCodeAt(end))) end++
  while (value[end] === '=') end++
  return end
}

function isBase64(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 47 && code <= 57) || code === 43
}
