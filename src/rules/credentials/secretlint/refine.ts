import type { Severity } from '../../../core/finding.ts'
import type { FoundSecret } from '../../../secrets/judge.ts'
import { isReference, judgeAddress } from '../address.ts'
import type { Report } from './protocol.ts'

/** The secret within what a rule reported, and how much it matters; undefined for what is no secret after all. */
export interface Refined {
  readonly start: number
  readonly end: number
  readonly severity?: Severity
  /** How sure it is, where looks decide and not a form of its own. */
  readonly judged?: FoundSecret
}

/**
 * Some rules report whole addresses, or a place beside the value: this narrows a report down to the secret itself, so that
 * just that is masked and tells findings apart. It drops masks and placeholders, documentation's addresses, and references to
 * the environment, and makes little of passwords for the developer's own machine.
 */
export function refine(report: Report, text: string): Refined | undefined {
  const whole = text.slice(report.start, report.end)
  if (report.rule === 'basicauth' || report.rule === 'database-connection-string') return addressPassword(report, whole)
  const { start, end } = valueAt(report, text)
  const value = text.slice(start, end)
  return isMask(value) || isSampleWebhook(value) ? undefined : { start, end }
}

/** Two rules report the length of the value but the place of what stands before it. */
function valueAt(report: Report, text: string): { start: number; end: number } {
  const length = report.end - report.start
  const skip =
    report.messageId === 'Npmrc_authToken'
      ? '_authToken='.length
      : report.messageId === 'PackageJSON_xOauthToken'
        ? /^https?:\/\//.exec(text.slice(report.start, report.start + 8))![0].length
        : 0
  const start = report.start + skip
  const value = text.slice(start, start + length)
  const quoted = /^(["']?)(.*?)\1\s*(?:[#;].*)?$/.exec(value)
  if (skip === 0 || !quoted) return { start, end: start + length }
  const from = start + quoted[1]!.length
  return { start: from, end: from + quoted[2]!.length }
}

const ADDRESS = /^[^:]*(?::[^:/]+)?:\/\/([^:/\s]+):([^@/\s]+)@([^/?\s"'`,;)>\]}]*)/

function addressPassword(report: Report, whole: string): Refined | undefined {
  const match = ADDRESS.exec(whole)
  if (!match) return { start: report.start, end: report.end }
  const [, user, password, host] = match as unknown as [string, string, string, string]
  const secret = isMask(password) ? undefined : judgeAddress({ user, password, host })
  if (!secret) return undefined
  const { judged, nearby } = secret
  const start = report.start + match[0].length - host.length - 1 - password.length
  const severity = nearby ? 'low' : judged.confidence === 'high' ? undefined : 'medium'
  return { start, end: start + password.length, judged, ...(severity ? { severity } : {}) }
}

/** `xxxx…`, `1234…`, `<token>`, `ghp_your_token_here`: made to be replaced. */
function isMask(value: string): boolean {
  return (
    /x{6}|\*{3}|\.{3}|(.)\1{7}|example|placeholder|your[-_]?|changeme|redacted|dummy|insert|replace|token_?here|123456789|abcdefgh/i.test(
      value,
    ) || isReference(value)
  )
}

/** The last part of a webhook of Slack has 24 letters and digits; a sample of the documentation has fewer, or X's. */
function isSampleWebhook(value: string): boolean {
  const [, last] = /hooks\.slack\.com\/services\/[^\s/]+\/[^\s/]+\/(\w*)/i.exec(value) ?? []
  return last !== undefined && last.length < 20
}
