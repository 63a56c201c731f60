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
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    throw new Problem(`${file}: not JSON; write it with: keylatch account --save FILE`)
  }
  const fault = faultOf(given)
  if (fault) throw new Problem(`${file}: ${fault}; write it with: keylatch account --save FILE`)
  const { account, alias, partition, takenAt, regions, missing, records } = given as AccountSnapshot
  return { account, ...(alias ? { alias } : {}), partition, takenAt, regions, missing, records }
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
  const odd = (given.records as unknown[]).findIndex(
    (record) =>
      !isObject(record) || typeof record.type !== 'string' || typeof record.arn !== 'string' || !isObject(record.data),
  )
  return odd === -1 ? undefined : `record ${odd + 1} has no type, no arn or no data`
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Days from when an account was looked at until `now`. */
export function ageInDays({ takenAt }: Pick<AccountSnapshot, 'takenAt'>, now: Date): number {
  return Math.floor((now.getTime() - Date.parse(takenAt)) / 86_400_000)
}
