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
 * The rules report whole addresses: this narrows a report down to the password, so that just that is masked and tells findings
 * apart. It drops masks and placeholders, documentation's addresses, and references to the environment, and makes little of
 * passwords for the developer's own machine.
 */
const ADDRESS = /^[^:]*(?::[^:/]+)?:\/\/([^:/\s]+):([^@/\s]+)@([^/?\s"'`,;)>\]}]*)/

export function refine(report: Report, text: string): Refined | undefined {
  const match = ADDRESS.exec(text.slice(report.start, report.end))
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
