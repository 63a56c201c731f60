import { batchesOfPrincipals } from '../account/batches.ts'
import { accountNodes, CONTROL_POLICY } from '../account/nodes.ts'
import { type AccountRecord, type AccountSnapshot, recordText } from '../account/snapshot.ts'
import { Analysis, Session } from '../core/analysis.ts'
import type { Guardrail, KnownAccount, KnownPrincipal } from '../core/known-account.ts'
import type { HolderKind, PolicyDocument } from '../core/policy.ts'
import { wholeText } from '../core/text.ts'
import { jsonValue } from '../languages/json/json.ts'
import { adminIn } from './admin.ts'
import { isPowerful } from './escalation-context.ts'
import { PlainGrants } from './plain-grants.ts'
import { type Principal, permissionsOfPrincipal, principalsOf } from './principals.ts'

/** A record with what AWS says of it as a text. */
export interface TextOfRecord extends Pick<AccountRecord, 'type' | 'arn'> {
  readonly text: string
}

export function textOfRecord(record: AccountRecord): TextOfRecord {
  return { type: record.type, arn: record.arn, text: recordText(record) }
}

/** Nodes of some records, each with its places in what AWS says of it. */
export function nodesOfTexts(records: readonly TextOfRecord[]) {
  return accountNodes(
    records.flatMap(({ type, arn, text }) => {
      const data = jsonValue(wholeText({ uri: arn, text })).value
      return data ? [{ type, arn, data }] : []
    }),
  )
}

export function nodesOfRecords(records: readonly AccountRecord[]) {
  return nodesOfTexts(records.map(textOfRecord))
}

/** What an account is to a repository: the power of each principal is worked out lot by lot, and only that is kept. */
export function knownAccountOf(snapshot: AccountSnapshot): KnownAccount {
  const session = new Session()
  const found = new Map<string, KnownPrincipal>()
  const plain = new PlainGrants(snapshot.records)
  const powerless: KnownPrincipal[] = []
  const others = snapshot.records.filter((record) => {
    const kind = KINDS[record.type]
    if (kind === undefined || plain.mayHavePower(record)) return true
    const name = String(record.data[NAMES[kind]])
    powerless.push({ kind, name, arn: record.arn, power: undefined, trusted: [] })
    return false
  })
  for (const batch of batchesOfPrincipals(others)) {
    const unit = new Analysis(nodesOfRecords(batch), session)
    for (const principal of principalsOf(unit).all) {
      const { kind, name, address } = principal.holder
      if (name === undefined || found.has(address)) continue
      const trusted = kind === 'role' ? trustedBy(principal) : []
      found.set(address, { kind, name, arn: address, power: powerOf(principal, unit), trusted })
    }
  }
  const principals = [...found.values(), ...powerless].filter(({ kind }) => kind !== 'group')
  const byName = new Map(principals.map((one) => [`${one.kind} ${one.name}`, one]))
  const policies = new Map(snapshot.records.flatMap((one) => (one.type === 'aws_iam_policy' ? [[one.arn, one]] : [])))
  const documents = new Map<string, PolicyDocument | undefined>()
  return {
    account: snapshot.account,
    takenAt: snapshot.takenAt,
    powerful: principals.filter(({ power }) => power !== undefined).sort((a, b) => rank(a) - rank(b)),
    named: (kind: HolderKind, name: string) => byName.get(`${kind} ${name}`),
    policy: (arn) => {
      if (!documents.has(arn)) documents.set(arn, documentOf(policies.get(arn)))
      return documents.get(arn)
    },
    guardrails: guardrailsOf(snapshot.records),
  }
}

const KINDS: Readonly<Record<string, 'user' | 'role'>> = { aws_iam_user: 'user', aws_iam_role: 'role' }
const NAMES = { user: 'UserName', role: 'RoleName' } as const

const rank = ({ power }: KnownPrincipal): number => (power === 'administrator' ? 0 : 1)

function powerOf(principal: Principal, unit: Analysis): KnownPrincipal['power'] {
  if (principal.unknownBoundary) return undefined
  const admin = adminIn(permissionsOfPrincipal(principal, unit))
  if (admin && !admin.assumed) return 'administrator'
  return isPowerful(principal, unit) ? 'escalates' : undefined
}

function trustedBy({ trust }: Principal): KnownPrincipal['trusted'] {
  return trust
    .flatMap(({ document }) => document.statements)
    .filter(({ effect }) => /^allow$/i.test(effect.value))
    .flatMap(({ principals }) => principals.map(({ type, value }) => ({ type, value: value.value })))
}

function documentOf(record: AccountRecord | undefined): PolicyDocument | undefined {
  if (!record) return undefined
  const node = nodesOfRecords([record]).find((one) => one.kind === 'policy')
  return node?.kind === 'policy' ? node.document : undefined
}

/** By target, so that each level can be asked. */
function guardrailsOf(records: readonly AccountRecord[]): readonly (readonly Guardrail[])[] {
  const levels = new Map<string, Guardrail[]>()
  for (const record of records) {
    if (record.type !== CONTROL_POLICY) continue
    const document = documentOf(record)
    if (!document) continue
    const { Name, Type, Targets } = record.data
    const guardrail = { name: String(Name), type: Type as Guardrail['type'], document }
    for (const target of Array.isArray(Targets) ? Targets : [record.arn]) {
      const level = levels.get(String(target))
      if (level) level.push(guardrail)
      else levels.set(String(target), [guardrail])
    }
  }
  return [...levels.values()]
}
