import { atLeast, type Finding, SEVERITIES, sureAs, type Threshold, type Verdict } from '../core/finding.ts'
import { messageOwner } from '../core/source.ts'

export interface Judgement {
  readonly verdict: Verdict
  /** Why, as one line for people. */
  readonly reason: string
}

/** What a verdict rests on. */
export interface Evidence extends Threshold {
  readonly findings: readonly Finding[]
  /** A `change` is held against its base; a `full` scan looks at everything there is, an audit at an `account`. */
  readonly scope: 'change' | 'full' | 'account'
  /** Texts that were looked at: files, blobs, commit messages. */
  readonly scanned: number
  /** Texts that should have been looked at and could not be (unreadable, not parsed, a limit was hit). */
  readonly unscanned: number
  /** Some of those are contents that the repository itself has lost, or never got. */
  readonly lost: boolean
  /** The change leaves a configuration that no scan could read after the merge: why. */
  readonly policyFault?: string
}

type Weighed = Pick<Finding, 'state' | 'suppression' | 'severity' | 'confidence'>

/** Does this finding block? It must be new, not suppressed, and as heavy and as sure as the thresholds ask. */
export function blocks(finding: Weighed, threshold: Threshold): boolean {
  return isHeavy(finding, threshold) && sureAs(finding.confidence, threshold.failOnConfidence)
}

/** By its weight alone it would. */
function isHeavy({ state, suppression, severity }: Weighed, { failOn }: Threshold): boolean {
  return state === 'new' && suppression === undefined && failOn !== 'never' && atLeast(severity, failOn)
}

/**
 * Pass, block or broken, and why. A change that breaks the configuration blocks: every scan after the merge would fail. `broken` when nothing was looked at, or a repository lacks what it should hold: that is
 * never green. Other files that could not be read do not decide, but the reason names them, so that they are not taken
 * for clean.
 */
export function judge(evidence: Evidence): Judgement {
  const { findings, scanned } = evidence
  if (scanned === 0)
    return {
      verdict: 'broken',
      reason: `nothing was scanned${unread(evidence)}; check the path, and what "paths" and "paths-ignore" leave over`,
    }
  const blocking = findings.filter((finding) => blocks(finding, evidence))
  if (blocking.length > 0) return { verdict: 'block', reason: blockReason(blocking, evidence) + unread(evidence) }
  if (evidence.policyFault !== undefined && evidence.failOn !== 'never')
    return { verdict: 'block', reason: evidence.policyFault + unread(evidence) }
  if (evidence.lost)
    return {
      verdict: 'broken',
      reason: `contents of the repository are missing${unread(evidence)}; clone without a filter, or run \`git fsck\``,
    }
  return { verdict: 'pass', reason: passReason(evidence) + unread(evidence) }
}

function blockReason(blocking: readonly Finding[], { failOn, scope }: Evidence): string {
  const all = `${count(blocking.length, kind(scope))} at or above ${failOn}${spread(blocking)}`
  const elsewhere = blocking.filter(({ atHead }) => !atHead)
  if (elsewhere.length === 0) return all
  return `${all}${elsewhere.length < blocking.length ? ', among them' : ':'} ${historyParts(elsewhere).join(', ')}`
}

/** What a later commit took away again is still out there. */
function historyParts(elsewhere: readonly Finding[]): string[] {
  const isMessage = ({ location }: Finding) => messageOwner(location.uri) !== undefined
  const messages = elsewhere.filter(isMessage).length
  const gone = elsewhere.filter((finding) => !isMessage(finding))
  const secrets = gone.filter(({ secret }) => secret).length
  const others = gone.length - secrets
  return [
    ...(messages > 0
      ? [
          `${count(messages, 'secret')} in ${messages === 1 ? 'a message of a commit or tag' : 'messages of commits or tags'}`,
        ]
      : []),
    ...(secrets > 0 ? [`${count(secrets, 'secret')} that only the history still holds`] : []),
    ...(others > 0 ? [`${count(others, 'finding')} that only the history still holds`] : []),
  ]
}

function passReason(evidence: Evidence): string {
  const { findings, failOn, scope } = evidence
  const open = findings.filter(({ state, suppression }) => state === 'new' && !suppression)
  const unsure = open.filter((finding) => isHeavy(finding, evidence)).length
  const suppressed = findings.filter(({ state, suppression }) => state === 'new' && suppression).length
  const existing = findings.filter(({ state }) => state === 'existing').length
  const asides = [
    ...(open.length > unsure && failOn !== 'never' ? [`${open.length - unsure} below`] : []),
    ...(unsure > 0 ? [`${unsure} not sure enough`] : []),
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
    ...(existing > 0 ? [`${existing} already at the base`] : []),
  ]
  const aside = asides.length > 0 ? ` (${asides.join(', ')})` : ''
  if (open.length === 0) return `no ${kind(scope)}s${aside}`
  if (failOn === 'never') return `${count(open.length, kind(scope))}, reported only: fail-on is never${aside}`
  return `no ${kind(scope)} at or above ${failOn}${aside}`
}

function unread({ unscanned, findings }: Evidence): string {
  const partly = new Set(findings.flatMap(({ properties, location }) => (properties.limit ? [location.uri] : []))).size
  const parts = [
    ...(unscanned === 0 ? [] : [`${count(unscanned, 'file')} could not be scanned`]),
    ...(partly === 0 ? [] : [`${count(partly, 'file')} could not be judged whole`]),
  ]
  return parts.map((part) => `; ${part}`).join('')
}

function kind(scope: Evidence['scope']): string {
  return scope === 'change' ? 'new finding' : 'finding'
}

/** ` (1 critical, 2 high)`, when there is something to tell apart. */
function spread(findings: readonly Finding[]): string {
  if (findings.length === 1) return ''
  const parts = SEVERITIES.flatMap((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length
    return number > 0 ? [`${number} ${severity}`] : []
  })
  return ` (${parts.join(', ')})`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
