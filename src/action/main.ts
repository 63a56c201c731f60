import { appendFileSync } from 'node:fs'
import * as core from '@actions/core'
import type { Finding, Notification, Report, RepositoryFacts } from '../core/finding.ts'
import { Problem } from '../core/problem.ts'
import { openAws } from '../io/aws/credentials.ts'
import { PRICE_TOLD, policyChecker } from '../io/aws/policy-checks.ts'
import { type AwsSession, shownAccount } from '../io/aws/session.ts'
import { type AwsSettings, awsInputs } from '../io/aws/settings.ts'
import { type ProvenKey, triage } from '../io/aws/triage.ts'
import { policyValidator } from '../io/aws/validate-policy.ts'
import { remoteConfig } from '../io/github/contents.ts'
import { systemFailure } from '../io/system-error.ts'
import { timingsText } from '../report/timings.ts'
import type { Settings, Triage } from '../run/settings.ts'
import { run } from '../run.ts'
import { auditOf } from './audit.ts'
import { dismissalsOf, tellChannels } from './channels.ts'
import { type Event, readEvent, textsOf } from './event.ts'
import { type OpenScope, openScope } from './event-scope.ts'
import { type Inputs, readInputs } from './inputs.ts'
import { deactivateLeaked } from './on-leak.ts'
import { publish, type Runner } from './publish.ts'

/** Exit code: 0 pass, 1 blocked, 2 broken, which is told as an error of the step. Never throws. */
export async function main(): Promise<number> {
  try {
    return await perform()
  } catch (error) {
    return tellFailure(error)
  }
}

/** Inputs -> run -> report -> exit code. The only place that reads inputs and the clock. */
async function perform(): Promise<number> {
  const { env } = process
  const inputs = readInputs(core.getInput)
  const event = readEvent(env)
  const aws = await openTriage(event)
  const audited = auditOf(inputs, event, aws.session)
  const opened = await openScope(inputs, event, env)
  try {
    let dismissalsCount = false
    const judged = await run({
      root: event.workspace,
      opened: opened.repository,
      scope: opened.scope,
      paths: inputs.paths,
      extends: inputs.extends,
      remoteConfig: (wanted) => remoteConfig({ url: event.apiUrl, token: inputs.token }, wanted),
      pathsIgnore: inputs.pathsIgnore,
      today: new Date().toISOString().slice(0, 10),
      now: () => performance.now(),
      env,
      repository: repositoryOf(event, opened),
      messages: [...opened.messages, ...textsOf(event)],
      notifications: [...opened.notifications, ...aws.notifications, ...audited.notifications],
      triage: aws.triage,
      ...(audited.audit ? { audit: audited.audit } : {}),
      ...opinionsOf(aws),
      dismissals: async () => {
        dismissalsCount = true
        return await dismissalsOf(inputs, event, opened)
      },
      policyFrom: 'repository',
      ...(core.isDebug() ? { timings: true as const } : {}),
      ...(inputs.accountData.length > 0
        ? { accountData: { paths: inputs.accountData, from: 'repository' as const } }
        : {}),
      ...policyInputs(inputs),
    })
    const acted = await deactivateLeaked(judged, { ...aws, event, proven: aws.proven, now: new Date() })
    const told = await tellChannels(acted, inputs, event, opened, dismissalsCount)
    const report = { ...acted, notifications: [...acted.notifications, ...told.notifications] }
    await publish(report, told, inputs, event, runner)
    tellTimings(report)
    return { pass: 0, block: 1, broken: 2 }[report.verdict]
  } finally {
    opened.dispose()
  }
}

/** What AWS thinks of policies; whoever pays for some of it reads the price first. */
function opinionsOf({ session, settings }: OpenAws): Pick<Settings, 'analyzer' | 'policyChecks'> {
  const { analyzer, checks, deniedActions = [] } = settings?.asked ?? {}
  if (!session || !analyzer) return {}
  if (checks) core.info(PRICE_TOLD)
  return {
    analyzer: policyValidator(session),
    ...(checks ? { policyChecks: policyChecker(session, deniedActions) } : {}),
  }
}

/** Where a job is run again with debug logging. */
function tellTimings({ stats: { timings } }: Report): void {
  if (!timings) return
  core.startGroup('Where the time went')
  core.info(timingsText(timings))
  core.endGroup()
}

/** A branch that the event names is not that of another head. */
function repositoryOf({ repository }: Event, { head, scope }: OpenScope): RepositoryFacts {
  const { branch, ...rest } = repository
  return {
    ...rest,
    commit: head,
    ...(branch && repository.commit === head ? { branch } : {}),
    ...(scope.kind === 'range' && scope.base !== undefined ? { base: scope.base } : {}),
  }
}

interface OpenAws {
  readonly settings: AwsSettings | undefined
  readonly session: AwsSession | undefined
}

/** Credentials first: whatever is printed later on, they are masked by then. */
async function openTriage(event: Event): Promise<
  OpenAws & {
    /** Filled by triage. */
    readonly proven: readonly ProvenKey[]
    readonly triage: Triage
    readonly notifications: readonly Notification[]
  }
> {
  const { settings, maskAccountId: mask, notifications: told } = awsInputs(core.getInput, event.withoutSecrets)
  const { env } = process
  const { session, notifications } = settings
    ? await openAws(settings, { env, core, fork: event.fork })
    : { session: undefined, notifications: [] }
  const proven: ProvenKey[] = []
  return {
    settings,
    session,
    proven,
    notifications: [...told, ...notifications],
    triage: async (found, leaked, trustedAccounts) => {
      const findings = mask ? found.map(withoutAccount) : found
      const verify = settings?.verify ?? 'off'
      const triaged = await triage(findings, leaked, session, {
        env,
        now: new Date(),
        trustedAccounts,
        verify,
        maskAccountId: mask,
        abilities: settings?.asked.abilities ?? false,
      })
      proven.push(...triaged.proven)
      return triaged
    },
  }
}

/** `mask-aws-account-id` also holds for the account that a key's id tells by itself. */
function withoutAccount(finding: Finding): Finding {
  const { accountId } = finding.properties
  if (typeof accountId !== 'string') return finding
  const shown = shownAccount(accountId, true)
  const message = finding.message.replaceAll(accountId, shown)
  return { ...finding, message, properties: { ...finding.properties, accountId: shown } }
}

function policyInputs({ failOn, failOnConfidence, config, baseline }: Inputs) {
  return {
    ...(failOn ? { failOn } : {}),
    ...(failOnConfidence ? { failOnConfidence } : {}),
    ...(config ? { config } : {}),
    ...(baseline ? { baseline } : {}),
  }
}

const runner: Runner = {
  setOutput: core.setOutput,
  print: (text) => void process.stdout.write(text),
  writeSummary: async (markdown) => {
    if (process.env.GITHUB_STEP_SUMMARY) appendFileSync(process.env.GITHUB_STEP_SUMMARY, markdown)
  },
}

/** Says what ended the run, and gives its exit code: 2. */
export function tellFailure(error: unknown): number {
  const known = error instanceof Problem ? error.message : systemFailure(error)
  if (known !== undefined) core.error(known, { title: 'Keylatch could not scan' })
  else core.error(`A defect of Keylatch, please report it: ${trace(error)}`)
  try {
    core.setOutput('verdict', 'broken')
  } catch {
    // The runner's file cannot be written; the exit code tells all the same.
  }
  return 2
}

/** Frames only: messages of unexpected errors may quote what was scanned. */
function trace(error: unknown): string {
  if (!(error instanceof Error)) return 'no stack'
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [error.name, ...frames, ...(error.cause ? ['caused by', trace(error.cause)] : [])].join('\n')
}
