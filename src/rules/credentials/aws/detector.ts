import { type Naming, namingOf } from './naming.ts'
import { isPlaceholder } from './placeholder.ts'
import { entropy, findSecretHalves } from './secret-half.ts'
import { findSessionTokens } from './session-token.ts'

/** A value and where it stands, as offsets into the text that was searched. */
export interface Part {
  readonly start: number
  readonly end: number
  readonly value: string
}

/** What belongs together: a pair, or the half that is there, with the session token next to it. */
export interface AwsCredential {
  readonly id?: Part
  readonly secret?: Part
  readonly token?: Part
  /** How sure we are that it is what it looks like. */
  readonly confidence: 'high' | 'medium' | 'low'
  /** The id stands in a request's signature, where it is meant to be seen; the secret is not given away with it. */
  readonly signature: boolean
  /** The id stands in a record of CloudTrail, which names who did something and never holds the secret half. */
  readonly record: boolean
}

/** Halves further apart than this do not belong together. */
const REACH = 1024

/**
 * AWS access keys in one text: ids by their form; secret halves, which are just 40 random characters, by their name or by
 * an id nearby. Pure and linear: 200 MB/s and more where there is nothing to find.
 */
export function detectAws(value: string): AwsCredential[] {
  const ids = findIds(value)
  const named = namedHalves(value)
  const halves = [...named.keys()]
  if (ids.length === 0 && halves.length === 0) return []
  const partner = pair(ids, halves, named)
  const paired = new Set(partner.values())
  const lone = halves.filter((half) => !paired.has(half) && /^(?:aws|secret)$/.test(named.get(half)!))
  const tokens = tokensByOwner(value, ids, lone)
  const found: AwsCredential[] = ids.map((id) => {
    const secret = partner.get(id)
    const token = tokens.get(id)
    return {
      id,
      ...(secret ? { secret } : {}),
      ...(token ? { token } : {}),
      confidence:
        secret || /^[A-Z2-7]+$/.test(id.value.slice(4)) ? 'high' : isNamed(value, id.start) ? 'medium' : 'low',
      signature: !secret && inSignature(value, id),
      record: !secret && inRecord(value, id),
    }
  })
  for (const secret of lone) {
    const token = tokens.get(secret)
    const confidence = named.get(secret) === 'aws' ? 'high' : 'medium'
    found.push({ secret, ...(token ? { token } : {}), confidence, signature: false, record: false })
  }
  return found
}

/** The secret halves of a text, in order, each with what the text calls it. */
function namedHalves(value: string): Map<Part, Naming> {
  const named = new Map<Part, Naming>()
  for (const { start, typical } of findSecretHalves(value)) {
    const end = start + 40
    const naming = namingOf(value, start, end)
    if (typical || naming === 'aws') named.set({ start, end, value: value.slice(start, end) }, naming)
  }
  return named
}

/** Prefixes: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes */
const ID = /A(?:KIA|SIA|BIA|CCA|3T[A-Z0-9])[A-Z0-9]{16}(?![A-Za-z0-9])/g

function findIds(value: string): Part[] {
  const ids: Part[] = []
  for (const match of value.matchAll(ID)) {
    const start = match.index
    const id = match[0]
    if (beginsInWord(value, start) || isPlaceholder(id) || (isWord(id) && !isNamed(value, start))) continue
    ids.push({ start, end: start + id.length, value: id })
  }
  return ids
}

/** Not `\b`, which would miss `key_AKIA…`; and the `n` of `\nAKIA…` is no part of a word. */
function beginsInWord(value: string, start: number): boolean {
  if (!/[A-Za-z0-9]/.test(value[start - 1] ?? '')) return false
  return !/(?:\\[nrtbf]|%[0-9A-F]{2}|\\u00[0-9a-fA-F]{2})$/.test(value.slice(Math.max(0, start - 6), start))
}

/** `ASIA` and `PACIFICNORTHEAST`: without a digit, a prefix that words begin with proves nothing. */
function isWord(id: string): boolean {
  return !id.startsWith('AKIA') && /^[A-Z]+$/.test(id)
}

function isNamed(value: string, start: number): boolean {
  return /key|aws|access|credential/i.test(value.slice(Math.max(0, start - 60), start))
}

/** `Credential=AKIA…/20240131/us-east-1/…`, `AWSAccessKeyId=AKIA…&Signature=…`, `Authorization: AWS AKIA…:…=`. */
function inSignature(value: string, id: Part): boolean {
  const before = value.slice(Math.max(0, id.start - 24), id.start)
  const after = value.slice(id.end, id.end + 64)
  if (/^(?:\/|%2F)20\d{6}/i.test(after)) return true
  return (
    // The address may be put together of parts: `"…AWSAccessKeyId=…"`, and `"&Signature=…"` on the next line.
    (/AWSAccessKeyId(?:=|%3D)$/i.test(before) && /^(?:["'`\s+\\]{0,60}(?:&|%26))/.test(after)) ||
    /Authorization\W{1,6}AWS $/i.test(before)
  )
}

/** So far from an id the members of its record are looked for. */
const RECORD_REACH = 3000

/**
 * `"userIdentity": {"type": "AssumedRole", …, "accessKeyId": "ASIA…"}` beside the name of an event.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
 */
function inRecord(value: string, id: Part): boolean {
  if (!/access_?key_?id\W{1,12}$/i.test(value.slice(Math.max(0, id.start - 24), id.start))) return false
  const around = value.slice(Math.max(0, id.start - RECORD_REACH), id.end + RECORD_REACH)
  return /user_?identity/i.test(around) && /event_?(?:name|version|source|time)/i.test(around)
}

/** Ids and halves are matched nearest first, a half to the id before it if ids come first here, else to the id after it. */
function pair(ids: readonly Part[], halves: readonly Part[], named: ReadonlyMap<Part, Naming>): Map<Part, Part> {
  const edges: { id: Part; half: Part; cost: number }[] = []
  const idFirst = (ids[0]?.start ?? 0) < (halves[0]?.start ?? 0)
  for (const half of halves) {
    const naming = named.get(half)!
    if (naming === 'other' || (naming === 'none' && entropy(half.value) < 4.2)) continue
    const nameCost = naming === 'aws' ? 0 : naming === 'secret' ? 100 : 400
    for (const id of around(ids, half)) {
      const gap = distance(id, half)
      const usualOrder = id.start < half.start === idFirst
      if (gap <= REACH) edges.push({ id, half, cost: gap + (usualOrder ? 0 : 300) + nameCost })
    }
  }
  edges.sort((a, b) => a.cost - b.cost)
  const partner = new Map<Part, Part>()
  const taken = new Set<Part>()
  for (const { id, half } of edges) {
    if (partner.has(id) || taken.has(half)) continue
    partner.set(id, half)
    taken.add(half)
  }
  return partner
}

/** The session token next to a temporary id or a lone secret half: after it or before it, at most two reaches away. */
function tokensByOwner(value: string, ids: readonly Part[], lone: readonly Part[]): Map<Part, Part> {
  const owners = new Map<Part, Part>()
  const temporary = [...ids.filter((id) => id.value.startsWith('ASIA')), ...lone].sort((a, b) => a.start - b.start)
  if (temporary.length === 0) return owners
  for (const { start, end } of findSessionTokens(value)) {
    const token = { start, end, value: value.slice(start, end) }
    const cost = (id: Part) => distance(id, token) + (id.start < start ? 0 : 300)
    const owner = around(temporary, token)
      .filter((id) => !owners.has(id) && cost(id) <= 2 * REACH)
      .sort((a, b) => cost(a) - cost(b))[0]
    if (owner) owners.set(owner, token)
  }
  return owners
}

/** The four parts before and the four after a place, of parts in order: enough, and linear in a file full of keys. */
function around(parts: readonly Part[], place: Part): readonly Part[] {
  let low = 0
  let high = parts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (parts[middle]!.start < place.start) low = middle + 1
    else high = middle
  }
  return parts.slice(Math.max(0, low - 4), low + 4)
}

function distance(a: Part, b: Part): number {
  return a.start < b.start ? b.start - a.end : a.start - b.end
}
