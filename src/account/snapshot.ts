import { Problem } from '../core/problem.ts'

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

/** One thing of an account: what AWS says of it, spelled as resources of its type are. */
export interface AccountRecord {
  /** A canonical type of resource, or one of those that only an account has (`aws_account_…`). */
  readonly type: string
  /** Its place in findings: its ARN, or one in the form of an ARN where AWS has none. */
  readonly arn: string
  readonly data: JsonObject
}

/**
 * A record that keeps its data as text, and reads it when it is asked for: an account of tens of thousands of them is many
 * times as large as values.
 */
export function recordOf(type: string, arn: string, data: JsonObject | string): AccountRecord {
  const text = typeof data === 'string' ? data : JSON.stringify(data)
  return {
    type,
    arn,
    get data() {
      return JSON.parse(text) as JsonObject
    },
  }
}

/** What AWS says of one thing, as the text that findings point into. */
export function recordText({ data }: AccountRecord): string {
  return JSON.stringify(data, undefined, 2)
}

/** A question that AWS did not answer. */
export interface MissingAnswer {
  /** A name of the table of calls. */
  readonly call: string
  /** AWS's word for it: `AccessDenied`. */
  readonly why: string
  /** Where, when it was not everywhere. */
  readonly regions: readonly string[]
}

/** An account at one moment. What `--save` writes, and all that is known of an account without asking it. */
export interface AccountSnapshot {
  readonly account: string
  readonly alias?: string
  /** As in ARNs: `aws`, `aws-cn`. */
  readonly partition: string
  /** ISO 8601, UTC. */
  readonly takenAt: string
  readonly regions: readonly string[]
  readonly missing: readonly MissingAnswer[]
  readonly records: readonly AccountRecord[]
}

/** The version of the format, under a name that no other file has. */
export const SNAPSHOT_KEY = 'keylatchAccount'
const VERSION = 1

/** The file of a snapshot, a record a line: lines can be compared, and no text is as long as the account. */
export function* snapshotParts({ records, ...head }: AccountSnapshot): Generator<string> {
  yield `${JSON.stringify({ [SNAPSHOT_KEY]: VERSION, ...head }, undefined, 1).slice(0, -2)},\n "records": [\n`
  for (const [index, record] of records.entries()) {
    yield `  ${JSON.stringify(record)}${index < records.length - 1 ? ',' : ''}\n`
  }
  yield ' ]\n}\n'
}

/** @throws Problem that names the file and what is wrong with it. */
export function parseSnapshot(text: string, file: string): AccountSnapshot {
  const given = byLines(text) ?? whole(text)
  const fault = given === undefined ? 'not JSON' : faultOf(given)
  if (fault) throw new Problem(`${file}: ${fault}; write it with: keylatch account --save FILE`)
  const { account, alias, partition, takenAt, regions, missing, records } = given as unknown as AccountSnapshot
  return { account, ...(alias ? { alias } : {}), partition, takenAt, regions, missing, records }
}

/** As `snapshotParts` writes it, a record at a time; undefined where somebody has laid it out anew. */
function byLines(text: string): unknown {
  const begin = /^ "records": \[\n/m.exec(text)
  if (!begin) return undefined
  try {
    const head = JSON.parse(`${text.slice(0, begin.index)}"records": []}`) as object
    const records: unknown[] = []
    let at = begin.index + begin[0].length
    while (!text.startsWith(' ]', at)) {
      const end = text.indexOf('\n', at)
      if (end === -1) return undefined
      records.push(compact(JSON.parse(text.slice(at, text[end - 1] === ',' ? end - 1 : end))))
      at = end + 1
    }
    return { ...head, records }
  } catch {
    return undefined
  }
}

function whole(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function compact(record: unknown): unknown {
  if (recordFault(record)) return record
  const { type, arn, data } = record as AccountRecord
  return recordOf(type, arn, data)
}

function faultOf(given: unknown): string | undefined {
  if (!isObject(given) || given[SNAPSHOT_KEY] === undefined) return 'not a saved account'
  if (given[SNAPSHOT_KEY] !== VERSION)
    return `an account of format ${given[SNAPSHOT_KEY]}, this Keylatch reads ${VERSION}`
  if (!/^\d{12}$/.test(String(given.account))) return 'no account id in it'
  if (typeof given.partition !== 'string') return 'no partition in it'
  if (Number.isNaN(Date.parse(String(given.takenAt)))) return 'no date in it'
  for (const list of ['regions', 'missing', 'records'])
    if (!Array.isArray(given[list])) return `no list of ${list} in it`
  const odd = (given.records as unknown[]).findIndex(recordFault)
  return odd === -1 ? undefined : `record ${odd + 1} has no type, no arn or no data`
}

function recordFault(record: unknown): boolean {
  return (
    !isObject(record) || typeof record.type !== 'string' || typeof record.arn !== 'string' || !isObject(record.data)
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Days from when an account was looked at until `now`. */
export function ageInDays({ takenAt }: Pick<AccountSnapshot, 'takenAt'>, now: Date): number {
  return Math.floor((now.getTime() - Date.parse(takenAt)) / 86_400_000)
}
