import type { Finding } from '../core/finding.ts'
import type { NodeKind } from '../core/node.ts'
import type { Rule } from '../core/rule.ts'
import { type Practice, practices, rulesOf } from '../rules/practices.ts'
import { jsonText, markdownText, visible } from './escape.ts'

/** How a folder stands to one practice. */
export interface Score {
  readonly practice: Practice
  readonly state: 'met' | 'not met' | 'not applicable' | 'only the account shows'
  /** What stands against it, worst first. */
  readonly findings: readonly Finding[]
  /** Of these, what a change brought in. */
  readonly worse: number
}

/** What is there for rules to look at: kinds of nodes, and canonical types of resources. */
export interface Sight {
  readonly kinds: ReadonlySet<NodeKind>
  readonly types: ReadonlySet<string>
}

/** `compared`: the findings are of a change, so a new one makes things worse. */
export function scorecard(
  findings: readonly Finding[],
  rules: readonly Rule[],
  sight: Sight,
  compared: boolean,
): Score[] {
  const open = findings.filter(({ suppression, atHead }) => suppression === undefined && atHead)
  return practices.map((practice) => {
    const answering = rulesOf(practice, rules)
    const ids = new Set(answering.map(({ meta }) => meta.id))
    const against = open.filter(({ ruleId }) => ids.has(ruleId))
    const worse = compared ? against.filter(({ state }) => state === 'new').length : 0
    return { practice, state: stateOf(practice, answering, against, sight), findings: against, worse }
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
  'not applicable': ' - ',
  'only the account shows': ' ? ',
}

const MOST_PLACES = 3

export function renderScorecard(scores: readonly Score[]): string {
  const lines = scores.flatMap(({ practice, state, findings, worse }) => {
    const news = worse > 0 ? `, ${worse} new` : ''
    const told = state === 'not met' ? ` (${findings.length}${news})` : state === 'met' ? '' : `: ${state}`
    return [`${MARKS[state]} ${practice.title}${told}`, ...placesOf(findings).map((place) => `      ${visible(place)}`)]
  })
  return `${[...lines, '', totals(scores)].join('\n')}\n`
}

export function scorecardMarkdown(scores: readonly Score[]): string {
  const rows = scores.map(({ practice, state, findings, worse }) => {
    const count = findings.length > 0 ? `${findings.length}${worse > 0 ? ` (${worse} new)` : ''}` : ''
    const places = placesOf(findings).map((place) => markdownText(visible(place)))
    return `| ${practice.title} | ${state} | ${count} | ${places.join('<br>')} |`
  })
  return `${['| practice | | findings | for example |', '|---|---|---|---|', ...rows, '', totals(scores)].join('\n')}\n`
}

export function scorecardJson(scores: readonly Score[]): string {
  const items = scores.map(({ practice: { id, title, account }, state, findings, worse }) => ({
    id,
    title,
    state,
    ...(account === undefined ? {} : { account }),
    new: worse,
    findings: findings.map(({ ruleId, severity, location, fingerprint }) => ({
      ruleId,
      severity,
      path: location.uri,
      line: location.region?.startLine,
      fingerprint,
    })),
  }))
  return `${jsonText({ practices: items }, 2)}\n`
}

function placesOf(findings: readonly Finding[]): string[] {
  const shown = findings.slice(0, MOST_PLACES).map(({ location, ruleId }) => {
    const line = location.region ? `:${location.region.startLine}` : ''
    return `${location.uri}${line} ${ruleId}`
  })
  const more = findings.length - shown.length
  return more > 0 ? [...shown, `and ${more} more`] : shown
}

function totals(scores: readonly Score[]): string {
  const count = (state: Score['state']) => scores.filter((score) => score.state === state).length
  return `${count('met')} met, ${count('not met')} not met, ${count('not applicable')} not applicable, ${count('only the account shows')} only the account shows.`
}
