import type { Finding, Report } from '../core/finding.ts'
import type { NodeKind } from '../core/node.ts'
import type { Rule } from '../core/rule.ts'
import { isAccountPlace } from '../core/source.ts'
import { type Practice, practices, rulesOf } from '../rules/practices.ts'
import { jsonText, markdownText, visible } from './escape.ts'

/** How a folder stands to one practice. */
export interface Score {
  readonly practice: Practice
  readonly state: 'met' | 'not met' | 'not decided' | 'not applicable' | 'only the account shows'
  /** What stands against it, worst first. */
  readonly findings: readonly Finding[]
  /** Of these, what a change brought in. */
  readonly worse: number
}

/** The same practices in a folder and, where it was looked at, in an account. */
export interface Scorecard {
  readonly repository: readonly Score[]
  readonly account?: readonly Score[]
}

/** What is there for rules to look at: kinds of nodes, and canonical types of resources. */
export interface Sight {
  readonly kinds: ReadonlySet<NodeKind>
  readonly types: ReadonlySet<string>
}

/** @param change what a branch brings in: what is new of that makes things worse */
export function scorecard(
  { findings, notifications }: Pick<Report, 'findings' | 'notifications'>,
  rules: readonly Rule[],
  sight: Sight,
  change?: Pick<Report, 'findings'>,
): Score[] {
  const undecided = new Set(notifications.flatMap(({ undecidedRules }) => undecidedRules ?? []))
  // A secret that was taken out again is in the history, for all to read.
  const open = findings.filter(({ suppression, atHead, secret }) => suppression === undefined && (atHead || secret))
  return practices.map((practice) => {
    const answering = rulesOf(practice, rules)
    const ids = new Set(answering.map(({ meta }) => meta.id))
    const against = open.filter(({ ruleId }) => ids.has(ruleId))
    const worse =
      change?.findings.filter(
        ({ ruleId, state, suppression }) => ids.has(ruleId) && state === 'new' && suppression === undefined,
      ).length ?? 0
    const state = stateOf(practice, answering, against, sight)
    const isOpen = state === 'met' && answering.some(({ meta }) => undecided.has(meta.id))
    return { practice, state: isOpen ? 'not decided' : state, findings: against, worse }
  })
}

function stateOf(
  practice: Practice,
  rules: readonly Rule[],
  against: readonly Finding[],
  sight: Sight,
): Score['state'] {
  if (against.length > 0) return 'not met'
  if (rules.some((rule) => looksAtSomething(rule, sight))) return 'met'
  return practice.account === undefined ? 'not applicable' : 'only the account shows'
}

function looksAtSomething({ on, types }: Rule, { kinds, types: there }: Sight): boolean {
  return types ? types.some((type) => there.has(type)) : kinds.has(on)
}

const MARKS: Readonly<Record<Score['state'], string>> = {
  met: '[x]',
  'not met': '[ ]',
  'not decided': '[?]',
  'not applicable': ' - ',
  'only the account shows': ' ? ',
}

const MOST_PLACES = 3

export function renderScorecard({ repository, account }: Scorecard): string {
  const lines = repository.flatMap((score, index) => {
    const other = account?.[index]
    const marks = other ? `${MARKS[score.state]}  ${MARKS[accountState(other)]}` : MARKS[score.state]
    const places = [score, ...(other ? [other] : [])].flatMap(({ findings }) => placesOf(findings))
    const indent = ' '.repeat(marks.length + 3)
    return [
      `${marks} ${score.practice.title}${toldOf(score, other)}`,
      ...places.map((place) => indent + visible(place)),
    ]
  })
  const head = account ? ['repository', ' |   account', ' |   |'] : []
  return `${[...head, ...lines, '', ...totals({ repository, ...(account ? { account } : {}) })].join('\n')}\n`
}

function toldOf(score: Score, other: Score | undefined): string {
  const parts = [countOf(score), ...(other && other.findings.length > 0 ? [`account: ${other.findings.length}`] : [])]
  const said = parts.filter((part) => part !== '')
  if (said.length > 0) return ` (${said.join('; ')})`
  return score.state === 'met' || other ? '' : `: ${score.state}`
}

function countOf({ findings, worse }: Score): string {
  if (findings.length === 0) return ''
  return `${findings.length}${worse > 0 ? `, ${worse} new` : ''}`
}

/** In an account, too, there may be nothing that a practice is about, or nobody was let look. */
const accountState = ({ state }: Score): Score['state'] =>
  state === 'only the account shows' ? 'not applicable' : state

export function scorecardMarkdown({ repository, account }: Scorecard): string {
  const rows = repository.map((score, index) => {
    const other = account?.[index]
    const places = [score, ...(other ? [other] : [])].flatMap(({ findings }) => placesOf(findings))
    const counts = [marked(score), other && other.findings.length > 0 ? `account: ${other.findings.length}` : '']
    const columns = [
      score.practice.title,
      score.state,
      ...(other ? [accountState(other)] : []),
      counts.filter((one) => one !== '').join('; '),
    ]
    return `| ${columns.join(' | ')} | ${places.map((place) => markdownText(visible(place))).join('<br>')} |`
  })
  const head = account
    ? ['| practice | repository | account | findings | for example |', '|---|---|---|---|---|']
    : ['| practice | | findings | for example |', '|---|---|---|---|']
  return `${[...head, ...rows, '', ...totals({ repository, ...(account ? { account } : {}) })].join('\n')}\n`
}

function marked({ findings, worse }: Score): string {
  if (findings.length === 0) return ''
  return `${findings.length}${worse > 0 ? ` (${worse} new)` : ''}`
}

export function scorecardJson({ repository, account }: Scorecard): string {
  const items = repository.map(({ practice: { id, title, account: shows }, state, findings, worse }, index) => {
    const other = account?.[index]
    return {
      id,
      title,
      state,
      ...(shows === undefined ? {} : { account: shows }),
      new: worse,
      findings: findings.map(inJson),
      ...(other ? { inAccount: { state: accountState(other), findings: other.findings.map(inJson) } } : {}),
    }
  })
  return `${jsonText({ practices: items }, 2)}\n`
}

function inJson({ ruleId, severity, location, fingerprint }: Finding) {
  return { ruleId, severity, path: location.uri, line: location.region?.startLine, fingerprint }
}

function placesOf(findings: readonly Finding[]): string[] {
  const shown = findings.slice(0, MOST_PLACES).map(({ location, ruleId }) => {
    const line = location.region && !isAccountPlace(location.uri) ? `:${location.region.startLine}` : ''
    return `${location.uri}${line} ${ruleId}`
  })
  const more = findings.length - shown.length
  return more > 0 ? [...shown, `and ${more} more`] : shown
}

const STATES_OF_ACCOUNT: readonly Score['state'][] = ['met', 'not met', 'not decided', 'not applicable']
const STATES: readonly Score['state'][] = [...STATES_OF_ACCOUNT, 'only the account shows']

function totals({ repository, account }: Scorecard): string[] {
  if (!account) return [total(repository, STATES)]
  const inAccount = account.map((score) => ({ ...score, state: accountState(score) }))
  return [`Repository: ${total(repository, STATES)}`, `Account: ${total(inAccount, STATES_OF_ACCOUNT)}`]
}

function total(scores: readonly Score[], states: readonly Score['state'][]): string {
  const counted = states.map((state) => `${scores.filter((score) => score.state === state).length} ${state}`)
  return `${counted.join(', ')}.`
}
