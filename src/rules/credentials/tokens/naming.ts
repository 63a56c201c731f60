import { readable } from './word-start.ts'

/** So far from its keyword a value may stand on one line. */
const FARTHEST = 60

/** A setting may stand some lines below the word that says whose it is: `provider "datadog" {`, `datadog:`. */
const MOST_LINES = 3

const SECRET =
  /key|token|secret|passw|pwd|auth|cred|bearer|\bpat\b|_pat\b|dsn|license|signing|\bsid\b|webhook|[._-]login\b/i

/** Names of things that have the form of a secret and are none. */
const NO_SECRET =
  /hash|\bsha\d|_sha\d?|md5|digest|checksum|commit|etag|fingerprint|public|publishable|integrity|revision|(?:key|token|secret)[_-]?(?:id|name|arn|path|file|ref)\b/i

/** `_api_key = "`, `": "`, `-API-KEY: `, `', '`, `="Bearer `: the value is what the name is set to. */
const ASSIGNED =
  /^[\w.-]*["'`\])]{0,3}\s{0,8}(?:=>|:=|[:=,]|\s)\s{0,8}["'`(]{0,2}(?:(?:Bearer|Basic|Token|token|bearer)\s)?$/

/** A line of its own that says it is a secret, or the other half of a list of names and values. */
const OWN_LINE =
  /^[\s"'{,-]{0,80}(?:[\w.-]{0,40}(?:key|token|secret|passw(?:or)?d|pass|auth|pat|sid))["'`]?\s{0,8}(?:=>|:=|[:=])\s{0,8}["'`]?$/i
const VALUE_LINE = /^[\s"'{,-]{0,80}(?:<(?:string|value)>|["']?(?:default_?)?value["']?\s{0,8}[:=]\s{0,8}["'`]?)$/i

/**
 * Do the vendor's word (from `start` to `end`) and what stands between it and the value at `at` name the value, and how
 * surely? Undefined when not.
 */
export function nameBefore(text: string, start: number, end: number, at: number): 'medium' | 'low' | undefined {
  const between = readable(text.slice(end, at))
  const head = text.slice(Math.max(0, start - FARTHEST), end)
  const lines = between.split('\n')
  const first = head.slice(head.lastIndexOf('\n') + 1) + lines[0]
  if (NO_SECRET.test(text.slice(start, at))) return undefined
  if (lines.length === 1) {
    if (between.length > FARTHEST || !SECRET.test(first) || (between.match(/[:=](?!\/\/)/g) ?? []).length > 2)
      return undefined
    return ASSIGNED.test(between) ? 'medium' : 'low'
  }
  const own = lines.at(-1)!
  if (lines.length > MOST_LINES + 1 || lines.slice(1, -1).some((line) => line.trim() === '')) return undefined
  if (OWN_LINE.test(own) || (VALUE_LINE.test(own) && lines.length === 2 && SECRET.test(first))) return 'medium'
  return undefined
}
