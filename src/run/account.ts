import { batchesOf } from '../account/batches.ts'
import { ACCOUNT_CALLS, permissionOf } from '../account/calls.ts'
import { type AccountRecord, type AccountSnapshot, type MissingAnswer, recordText } from '../account/snapshot.ts'
import { Analysis, Session } from '../core/analysis.ts'
import { type Finding, type Notification, type Report, SEVERITIES } from '../core/finding.ts'
import type { AnyNode } from '../core/node.ts'
import type { Span } from '../core/source.ts'
import { knownAccountOf, nodesOfRecords, nodesOfTexts, textOfRecord } from '../iam/account-data.ts'
import { type GithubRole, githubRolesIn } from '../iam/github-roles.ts'
import { quote } from '../iam/messages.ts'
import { plural } from '../report/select.ts'
import { rules } from '../rules/index.ts'
import { check, type RuleHit, ruleTable, textNode } from '../scan/check.ts'
import { type Config, isOff, severityOf } from '../scan/config.ts'
import { candidatesOf, findingsOf, secretsOf } from '../scan/findings.ts'
import { maskSpans } from '../scan/mask.ts'
import { keepHeapSmall } from './memory.ts'
import { makeReport } from './report.ts'
import { configurationTree, readPolicy } from './scan-policy.ts'
import type { Settings } from './settings.ts'

type AccountSettings = Omit<Settings, 'scope' | 'paths' | 'pathsIgnore'>

/** What was found in an account, before it is silenced and judged. */
export interface AccountFindings {
  readonly findings: readonly Finding[]
  readonly notifications: readonly Notification[]
  readonly secrets: readonly string[]
  readonly bytes: number
}

/** The report on an account: the same rules, configuration, baseline and verdict as for a repository. */
export async function reportAccount(
  snapshot: AccountSnapshot,
  settings: AccountSettings,
  told: readonly Notification[] = [],
): Promise<Report> {
  const started = settings.now()
  const tree = await configurationTree(settings)
  const policy = await readPolicy(
    { ...settings, scope: { kind: 'path', path: '.' }, paths: [], pathsIgnore: [] },
    tree,
    undefined,
    rules,
  )
  const found = await judgeAccount(snapshot, policy.config)
  return makeReport(
    {
      findings: found.findings,
      notifications: [...told, ...missingAnswers(snapshot.missing), ...found.notifications],
      permissionChanges: [],
      secrets: found.secrets,
      stats: {
        scope: describeAccount(snapshot),
        files: snapshot.records.length,
        bytes: found.bytes,
        commits: 0,
        milliseconds: settings.now() - started,
      },
      scanned: snapshot.records.length,
      unscanned: 0,
      lost: false,
    },
    {
      config: policy.config,
      otherScanners: [],
      ...(policy.baseline ? { baseline: policy.baseline } : {}),
      failOn: settings.failOn ?? policy.config.failOn,
      failOnConfidence: settings.failOnConfidence ?? policy.config.failOnConfidence,
      today: settings.today,
      rules,
      scope: 'account',
      head: () => undefined,
      oldPathOf: (uri) => uri,
      policyChanges: [],
      changedPaths: [],
      ...(settings.repository ? { repository: settings.repository } : {}),
    },
  )
}

/** Every rule over every record, lot by lot. */
export async function judgeAccount(snapshot: AccountSnapshot, config: Config): Promise<AccountFindings> {
  const active = rules.filter(({ meta }) => !isOff(config, meta))
  const table = ruleTable(active)
  const metas = new Map(active.map(({ meta }) => [meta.id, meta]))
  const session = new Session([knownAccountOf(snapshot)])
  const notifications: Notification[] = []
  const byFingerprint = new Map<string, Finding>()
  const secrets = new Set<string>()
  const scanned = new Set<string>()
  const githubRoles: GithubRole[] = []
  let bytes = 0
  for (const batch of batchesOf(snapshot.records)) {
    const texts = batch.map(textOfRecord)
    // Policies, and what all lots have, come again.
    const sources = texts.filter(({ arn }) => !scanned.has(arn)).map(({ arn, text }) => ({ uri: arn, text }))
    for (const { uri } of sources) scanned.add(uri)
    bytes += sources.reduce((sum, { text }) => sum + text.length, 0)
    keepHeapSmall(bytes, byFingerprint.size)
    const unit = new Analysis(nodesOfTexts(texts), session)
    githubRoles.push(...githubRolesIn(unit.nodes))
    const context = {
      trustedAccounts: new Set([...config.trustedAccounts, snapshot.account]),
      thresholds: config.thresholds,
      unit,
      notify: (notification: Notification) => void notifications.push(notification),
    }
    const hits: RuleHit[] = await check([...sources.map(textNode), ...unit.nodes], table, context)
    const candidates = candidatesOf(hits)
    for (const { hit } of candidates) for (const secret of secretsOf(hit)) secrets.add(secret)
    const byArn = new Map(texts.map(({ arn, text }) => [arn, { uri: arn, text }]))
    const read = (uri: string) => byArn.get(uri)
    const findings = findingsOf(candidates, { read }, (id, severity) => severityOf(config, metas.get(id)!, severity))
    for (const finding of findings) keepGravest(byFingerprint, finding)
  }
  return {
    findings: [...byFingerprint.values()],
    notifications: [...notifications, ...githubRolesTold(githubRoles)],
    secrets: [...secrets],
    bytes,
  }
}

const MOST_NAMED = 30

/** Which roles workflows of GitHub may become, and which workflows these are. */
function githubRolesTold(roles: readonly GithubRole[]): Notification[] {
  if (roles.length === 0) return []
  const named = roles
    .slice(0, MOST_NAMED)
    .map(({ name, subjects }) => `\`${name}\` (${subjects.map(quote).join(', ') || 'any subject'})`)
  const more = roles.length - named.length
  const head = `Workflows of GitHub may become ${plural(roles.length, 'role')}: `
  return [
    {
      level: 'note',
      id: 'account-github-roles',
      message: `${head}${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
    },
  ]
}

/** The same account with whatever looks like a secret masked: people write keys into policies, too. */
export async function withoutSecrets(snapshot: AccountSnapshot): Promise<AccountSnapshot> {
  const table = ruleTable(rules.filter(({ on }) => on === 'text'))
  const unit = new Analysis([])
  const context = { trustedAccounts: new Set<string>(), unit, notify: () => {} }
  const records: AccountRecord[] = []
  for (const record of snapshot.records) {
    const source = { uri: record.arn, text: recordText(record) }
    const hits = await check([textNode(source)], table, context)
    const spans = hits.flatMap(({ hit }) => (hit.secret ? [hit.span, ...(hit.secretSpans ?? [])] : []))
    records.push(spans.length === 0 ? record : { ...record, data: maskedData(source.text, spans) })
  }
  return { ...snapshot, records }
}

/** A secret that reaches out of its string takes all of the record with it. */
function maskedData(text: string, spans: readonly Span[]): AccountRecord['data'] {
  try {
    return JSON.parse(maskSpans(text, spans)) as AccountRecord['data']
  } catch {
    return {}
  }
}

/** A policy is judged with each lot of those who hold it. */
function keepGravest(found: Map<string, Finding>, finding: Finding): void {
  const known = found.get(finding.fingerprint)
  if (!known || SEVERITIES.indexOf(finding.severity) < SEVERITIES.indexOf(known.severity))
    found.set(finding.fingerprint, finding)
}

/** What is there in an account for rules to look at. */
export function accountSight(snapshot: AccountSnapshot): { kinds: Set<AnyNode['kind']>; types: Set<string> } {
  const kinds = new Set<AnyNode['kind']>()
  const types = new Set<string>()
  for (const batch of batchesOf(snapshot.records)) {
    for (const node of nodesOfRecords(batch)) {
      kinds.add(node.kind)
      if (node.kind === 'resource') types.add(node.type)
    }
  }
  return { kinds, types }
}

function describeAccount({ account, alias, regions, takenAt }: AccountSnapshot): string {
  const where = regions.length === 1 ? regions[0] : `${regions.length} regions`
  return `account ${account}${alias ? ` (${alias})` : ''}, ${where}, as of ${takenAt.slice(0, 16).replace('T', ' ')} UTC`
}

const LOST: ReadonlyMap<string, string> = new Map(ACCOUNT_CALLS.map(({ name, lost }) => [name, lost]))
const PERMISSIONS: ReadonlyMap<string, string> = new Map(ACCOUNT_CALLS.map((call) => [call.name, permissionOf(call)]))

/** One for each call that was not answered. Whose account is no organization's has nobody to ask about one. */
export function missingAnswers(missing: readonly MissingAnswer[]): Notification[] {
  return missing
    .filter(({ why }) => why !== 'AWSOrganizationsNotInUse')
    .map(({ call, why, regions }) => {
      const permission = PERMISSIONS.get(call) ?? call
      const where = regions.length > 0 ? ` in ${regions.join(', ')}` : ''
      const lost = LOST.get(call) ?? 'what it tells is not known'
      const isDenied = why === 'AccessDenied'
      const message = isDenied
        ? `${permission} is not permitted${where}: ${lost}. docs/account.md has the policy that permits it.`
        : `AWS did not answer ${call}${where} (${why}): ${lost}.`
      return { level: 'warning', id: isDenied ? 'account-permission' : 'account-unanswered', message }
    })
}
