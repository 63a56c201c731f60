import { Session } from './core/analysis.ts'
import type { Location, Notification, PermissionChange, Report } from './core/finding.ts'
import type { KnownAccount } from './core/known-account.ts'
import { Problem } from './core/problem.ts'
import type { Rule } from './core/rule.ts'
import { lineStarts, regionOf, type Span } from './core/source.ts'
import { Stopwatch, timed } from './core/timings.ts'
import type { Tree } from './core/tree.ts'
import { readHistory } from './io/git/history.ts'
import { openVersionCache } from './io/version-cache.ts'
import { rules } from './rules/index.ts'
import { TRIALS, withTriedFixes } from './run/fixes.ts'
import { rulesOfPatterns } from './run/own-patterns.ts'
import { makeReport } from './run/report.ts'
import { scanChange } from './run/scan-change.ts'
import { scanHistory } from './run/scan-history.ts'
import { type Policy, readPolicy } from './run/scan-policy.ts'
import type { ScanResult, Work } from './run/scan-result.ts'
import { scanSnapshot } from './run/scan-snapshot.ts'
import { openScanTarget, type ScanTarget } from './run/scan-target.ts'
import type { Audit, Settings } from './run/settings.ts'
import { TOOL } from './run/tool.ts'
import { ruleTable } from './scan/check.ts'
import { checkPatterns, ignoredPaths, isOff, namesRule, ruleFault, severityOf } from './scan/config.ts'
import { isInShard } from './scan/shard.ts'

/** The walk: open what is to be scanned, read what decides, scan, compare, judge. */
export async function run(settings: Settings): Promise<Report> {
  const started = settings.now()
  const stopwatch = settings.timings ? new Stopwatch(settings.now) : undefined
  checkPatterns(settings.paths, 'paths')
  checkPatterns(settings.pathsIgnore, 'paths-ignore')
  const target = await timed(stopwatch, 'open', () => openScanTarget(settings))
  const { base = target.policyBase } = target
  const policy = await readPolicy(settings, target.head, target.policyBase ?? base, rules)
  const known = [...rules, ...rulesOfPatterns(policy.own.patterns)]
  const isWanted = onlyThese(settings.only, known)
  const active = known.filter(({ meta }) => !isOff(policy.config, meta) && isWanted(meta.id))
  const saved = settings.accountData && (await knownAccounts(settings, target.policyBase ?? base ?? target.head))
  const work = workOf(settings, policy, active, stopwatch, saved?.accounts)
  const found = await scan(target, work, settings.messages)
  work.cleanVersions?.save(settings.root)
  const oldPathOf = (uri: string) => target.range?.oldPathOf(uri) ?? uri
  const { trustedAccounts } = policy.config
  const triaged = await settings.triage?.(found.findings, found.leaked, trustedAccounts)
  const findings = await withTriedFixes(
    triaged?.findings ?? found.findings,
    target.head,
    work,
    settings.asksForFixes ? TRIALS.asked : target.base ? TRIALS.change : TRIALS.full,
  )
  const audited = settings.audit && (await auditedBesides(await settings.audit(), policy.config))
  return makeReport(
    {
      findings: [...findings, ...(audited?.findings ?? [])],
      notifications: [
        ...(settings.notifications ?? []),
        ...policy.notifications,
        ...policy.own.notifications,
        ...(saved?.notifications ?? []),
        ...found.notifications,
        ...cacheTold(work),
        ...(triaged?.notifications ?? []),
        ...(audited?.notifications ?? []),
        ...(settings.analyzer?.notifications() ?? []),
        ...(settings.policyChecks?.notifications() ?? []),
      ],
      permissionChanges: permissionChangesOf(target, found, work.wanted, settings.witness),
      secrets: [...found.secrets, ...(audited?.secrets ?? [])],
      stats: {
        scope: found.describe ?? target.describe,
        files: found.texts,
        bytes: found.characters,
        commits: found.commits,
        milliseconds: settings.now() - started,
        ...(stopwatch ? { timings: stopwatch.timings() } : {}),
      },
      scanned: found.texts + found.commits + (target.mayBeEmpty || settings.shard ? 1 : 0),
      unscanned: unscannedIn(found),
      lost: found.notifications.some(({ id }) => id === 'missing-content'),
    },
    {
      config: policy.config,
      otherScanners: policy.otherScanners,
      ruleFiles: policy.own.allows,
      ...(policy.baseline ? { baseline: policy.baseline } : {}),
      failOn: settings.failOn ?? policy.config.failOn,
      failOnConfidence: settings.failOnConfidence ?? policy.config.failOnConfidence,
      today: settings.today,
      rules: known,
      scope: target.base ? 'change' : 'full',
      ...(settings.shard ? { isPart: true as const } : {}),
      head: (uri) => target.head.read(uri),
      ...(base ? { base: (uri: string) => base.read(oldPathOf(uri)) } : {}),
      oldPathOf,
      ...(found.comparison ? { comparison: found.comparison } : {}),
      policyChanges: policy.changes,
      ...(policy.fault ? { policyFault: policy.fault } : {}),
      ...(settings.comments ? { comments: settings.comments } : {}),
      changedPaths: changedPaths(target, found),
      ...(policy.config.dismissals === 'comment' ? { dismissals: (await settings.dismissals?.()) ?? new Map() } : {}),
      ...(settings.repository ? { repository: settings.repository } : {}),
    },
  )
}

function cacheTold({ cleanVersions }: Work): Notification[] {
  if (!cleanVersions?.refused) return []
  const message = `The cache is not believed, and every version was read: ${cleanVersions.refused}.`
  return [{ level: 'warning', id: 'cache-refused', message }]
}

async function knownAccounts(settings: Settings, tree: Tree) {
  return (await import('./run/account-data.ts')).readAccountData(settings, tree)
}

/** Few runs look at an account, so what that takes is loaded when one does. */
async function auditedBesides({ snapshot, told }: Audit, config: Policy['config']) {
  const { judgeAccount, missingAnswers } = await import('./run/account.ts')
  const { notifications, ...found } = await judgeAccount(snapshot, config)
  return { ...found, notifications: [...told, ...missingAnswers(snapshot.missing), ...notifications] }
}

/** Those whose comments are compared with the base's. */
function changedPaths({ range }: ScanTarget, { quiet }: ScanResult): string[] {
  return range?.changes.flatMap(({ path, blob }) => (blob && !quiet?.has(path) ? [path] : [])) ?? []
}

/** What principals can newly do, by what stands in the wanted files; only a change has a before and after. */
function permissionChangesOf(
  { base, head }: ScanTarget,
  { comparison }: ScanResult,
  wanted: Work['wanted'],
  withWitnesses = false,
): PermissionChange[] {
  if (!base || !comparison) return []
  const locate = (span: Span): Location | undefined => {
    const text = head.read(span.uri)?.text
    if (text === undefined) return undefined
    const region = regionOf(lineStarts(text), span.start, span.end)
    return { uri: span.uri, region, offset: span.start, length: span.end - span.start }
  }
  return comparison
    .newlyPermitted(locate, withWitnesses)
    .filter(({ span }) => wanted(span.uri))
    .map(({ categories, span, ...change }) => change)
}

/** Notifications that mean a file was not looked at. */
const UNSCANNED = new Set(['unreadable-file', 'missing-content', 'not-checked-out', 'nested-repository'])

function unscannedIn({ notifications }: ScanResult): number {
  return notifications.reduce((sum, { id, files = 1 }) => sum + (UNSCANNED.has(id) ? files : 0), 0)
}

async function scan(target: ScanTarget, work: Work, messages: Settings['messages'] = []): Promise<ScanResult> {
  const { repository, range, snapshot, head } = target
  if (repository && range) return await scanChange({ ...target, repository, range, messages }, work)
  if (repository && target.wholeHistory) {
    return await scanHistory(repository, await readHistory(repository), { snapshot, tree: head }, work)
  }
  return await scanSnapshot(snapshot, head, work, messages)
}

function workOf(
  settings: Settings,
  policy: Policy,
  active: readonly Rule[],
  stopwatch: Stopwatch | undefined,
  accounts: readonly KnownAccount[] = [],
): Work {
  const { config } = policy
  const only = ignoredPaths(settings.paths)
  const metas = new Map(active.map(({ meta }) => [meta.id, meta]))
  const ignored = ignoredPaths([...config.pathsIgnore, ...settings.pathsIgnore])
  const { shard } = settings
  // The gates that say what a change may hold know the forms of our rules only.
  const readVersions = policy.own.patterns.length > 0 || settings.ownSecrets?.length ? 'whole' : settings.readVersions
  const isOurs = (name: string) => shard === undefined || isInShard(shard, name)
  return {
    rules: ruleTable(active),
    scanOptions: {
      session: new Session(accounts),
      trustedAccounts: config.trustedAccounts,
      thresholds: config.thresholds,
      ...(settings.analyzer ? { validatePolicy: settings.analyzer.validate } : {}),
      ...(settings.policyChecks ? { policyChecks: settings.policyChecks.checks } : {}),
      ...(settings.ownSecrets ? { ownSecrets: settings.ownSecrets } : {}),
      ...(stopwatch ? { stopwatch } : {}),
      ...(settings.repository ? { repository: settings.repository.slug } : {}),
    },
    severityOf: (ruleId, severity) => {
      const meta = metas.get(ruleId)
      return meta ? severityOf(config, meta, severity) : severity
    },
    wanted: (path) => (settings.paths.length === 0 || only(path)) && !ignored(path) && isOurs(path),
    wantsMessage: isOurs,
    progress: settings.progress ?? (() => {}),
    readVersions,
    // What is the machine's own, or the repository's, is nothing to be known of versions by their names.
    ...(settings.cache && readVersions !== 'whole'
      ? { cleanVersions: openVersionCache(settings.cache, judgedBy(settings, config, active)) }
      : {}),
  }
}

/** All that decides, beside the code, whether a version of a file holds a secret. */
function judgedBy(
  { repository }: Settings,
  { trustedAccounts, thresholds }: Policy['config'],
  active: readonly Rule[],
) {
  const ids = active.map(({ meta }) => meta.id).sort()
  return JSON.stringify([TOOL.version, ids, [...trustedAccounts].sort(), thresholds, repository?.slug ?? ''])
}

/** Which rules a run was asked for; all, when it was asked for none. */
function onlyThese(only: Settings['only'], known: readonly Rule[]): (ruleId: string) => boolean {
  if (!only || only.length === 0) return () => true
  const ids = new Set(known.map(({ meta }) => meta.id))
  for (const id of only) {
    const fault = ruleFault(id, ids)
    if (fault) throw new Problem(`--only: ${fault()}`)
  }
  return (ruleId) => only.some((id) => namesRule(id, ruleId))
}
