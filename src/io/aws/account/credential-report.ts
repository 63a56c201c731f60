import type { JsonObject } from '../../../account/snapshot.ts'
import type { Inquiry } from './inquiry.ts'

/** What the credential report says of one user, or of `<root_account>`. */
export interface CredentialRow {
  readonly user: string
  readonly facts: JsonObject
}

/** The report is made in seconds; a large account takes longer. */
const MOST_WAITS = 30
const WAIT = 1000

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html */
export async function credentialRows(inquiry: Inquiry): Promise<CredentialRow[]> {
  for (let waits = 0; waits < MOST_WAITS; waits++) {
    const made = await inquiry.ask('iam:GenerateCredentialReport')
    if (!made || made.State === 'COMPLETE') break
    await new Promise((resolve) => setTimeout(resolve, waits === 0 ? WAIT / 10 : WAIT))
  }
  const report = await inquiry.ask('iam:GetCredentialReport')
  const csv = Buffer.from(String(report?.Content ?? ''), 'base64').toString('utf8')
  const [header = '', ...lines] = csv.trim().split(/\r?\n/)
  const columns = fieldsOf(header)
  return lines.flatMap((line) => {
    const row = Object.fromEntries(fieldsOf(line).map((field, index) => [columns[index] ?? '', field]))
    return row.user ? [{ user: row.user, facts: factsOf(row) }] : []
  })
}

/** Columns that rules ask for; what AWS does not know or does not have is left out. */
const KEPT =
  /^(?:user_creation_time|password_(?:enabled|last_used|last_changed)|mfa_active|access_key_[12]_(?:active|last_rotated|last_used_date))$/
const NOTHING: ReadonlySet<string> = new Set(['N/A', 'no_information', 'not_supported', ''])

function factsOf(row: Readonly<Record<string, string>>): JsonObject {
  const kept = Object.entries(row).filter(([column, field]) => KEPT.test(column) && !NOTHING.has(field))
  return Object.fromEntries(
    kept.map(([column, field]) => [column, /^(?:true|false)$/.test(field) ? field === 'true' : field]),
  )
}

/** Commas part them, and may stand in the name of a user, in quotes. */
function fieldsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  )
}
