import type { Assignment } from './assignment.ts'

/** `Authorization: Bearer …` however a language writes a header, and `("Bearer", "…")`. */
const AUTHORIZATION =
  /\b(?:Proxy-)?Authorization["'`]?\]?\s{0,4}(?:[:=,]|=>|\.)?\s{0,4}(?:["'`(]\s{0,2}){0,2}(?<scheme>Bearer|Basic|Token|token|ApiKey|Api-Key|Key|Bot|GenieKey|SSWS|OAuth|Splunk)(?:["'`]\s{0,2},\s{0,2}["'`]|[ \t]{1,2})(?<value>[A-Za-z0-9+/_.~=-]{8,2000})(?=["'`\s,;\\)<]|$)/dgi

/** What stands in a cookie jar or a header of cookies. */
const COOKIES = /\b(?:Set-)?Cookies?["'`]?\]?\s{0,4}(?:[:=,]|=>)\s{0,4}(?=["'`{([])/gi
const COOKIE =
  /(?<name>[\w.-]*(?:sess(?:ion)?|auth|jwt|token|remember|\bsid\b|connect\.sid|SESSID)[\w.-]*)["'`]?\s{0,3}[=:]\s{0,3}["'`]?(?<value>[A-Za-z0-9+/_.~%=-]{16,1000})/dgi
const REACH = 600

/** Literals that a program or a request hands over in headers: logins, sessions. */
export function* headersIn(text: string): Generator<Assignment> {
  for (const { groups, indices } of text.matchAll(AUTHORIZATION)) {
    const [start, end] = indices!.groups!.value!
    // Of `Basic` the judge takes what stands behind the colon.
    const judgedAs = /^basic$/i.test(groups!.scheme!) ? `Basic ${groups!.value}` : groups!.value!
    yield { name: 'Authorization', value: groups!.value!, start, end, takes: 'secret', judgedAs }
  }
  for (const { index, 0: opening } of text.matchAll(COOKIES)) {
    const from = index + opening.length
    const until = text.indexOf('\n\n', from)
    const jar = text.slice(from, Math.min(from + REACH, until === -1 ? text.length : until))
    const closed = jar.slice(0, endOfJar(jar))
    for (const { groups, indices } of closed.matchAll(COOKIE)) {
      const [start, end] = indices!.groups!.value!
      yield { name: groups!.name!, value: groups!.value!, start: from + start, end: from + end, takes: 'random' }
    }
  }
}

/** Where the bracket or the quote that it begins with is closed. */
function endOfJar(jar: string): number {
  const closing = { '{': '}', '[': ']', '(': ')' }[jar[0] ?? ''] ?? jar[0] ?? ''
  const end = jar.indexOf(closing, 1)
  return end === -1 ? jar.length : end
}
