import type { Severity } from '../../../core/finding.ts'
import { type FoundSecret, judgeSecret } from '../../../secrets/judge.ts'
import { COMMON_PASSWORDS } from '../../../secrets/placeholders.ts'
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
  if (IDIOM.test(`${user}:${password}`) || isReference(user) || isDocumentation(host)) return undefined
  if (isMask(password) || /^[A-Z_]+$/.test(user + password)) return undefined
  const judged = judgeSecret({ name: 'password', value: password, takes: 'secret' })
  const common = password === user || COMMON_PASSWORDS.has(password.toLowerCase())
  const nearby = isNearby(host)
  if ((nearby && common) || (!judged.secret && !common)) return undefined
  const start = report.start + match[0].length - host.length - 1 - password.length
  const severity = nearby ? 'low' : common || !judged.secret || judged.confidence !== 'high' ? 'medium' : undefined
  return {
    start,
    end: start + password.length,
    judged: judged.secret ? judged : { secret: true, confidence: 'low', reason: 'it is a word that many begin with' },
    ...(severity ? { severity } : {}),
  }
}

/** What people write when they mean any user and any password. */
const IDIOM = /^(?:user(?:name)?|login|me|foo|bar|u|name):(?:p|pw|pass(?:w(?:or)?d)?|foo|bar|secret)$/i

/** `xxxx…`, `1234…`, `<token>`, `ghp_your_token_here`: made to be replaced. */
function isMask(value: string): boolean {
  return (
    /x{6}|\*{3}|\.{3}|(.)\1{7}|example|placeholder|your[-_]?|changeme|redacted|dummy|insert|replace|token_?here|123456789|abcdefgh/i.test(
      value,
    ) || isReference(value)
  )
}

/** `${NPM_TOKEN}`, `$TOKEN`, `{{ token }}`, `%TOKEN%`, `@TOKEN@`, `<token>`: read from elsewhere, or meant to be filled in. */
function isReference(value: string): boolean {
  return /\$\{|\$\(|\{\{|@\w+@|^\$\w|^%[^%]+%$|^[<[({].*[>\])}]$|^%[sv]$|^:\w+$/.test(value)
}

/** The last part of a webhook of Slack has 24 letters and digits; a sample of the documentation has fewer, or X's. */
function isSampleWebhook(value: string): boolean {
  const [, last] = /hooks\.slack\.com\/services\/[^\s/]+\/[^\s/]+\/(\w*)/i.exec(value) ?? []
  return last !== undefined && last.length < 20
}

/** RFC 2606, and what people write for a host. */
function isDocumentation(host: string): boolean {
  return /(?:^|\.)(?:example|test|invalid)(?:\.(?:com|org|net))?(?::|$)|^(?:your|my|some)[-_]?|^host(?:name)?\d?(?::|$|,)|domain\.(?:com|tld)|^\.\.\.|[<{$]/i.test(
    host,
  )
}

/** The developer's own machine, or a service of the same compose file. */
function isNearby(host: string): boolean {
  const name = host.replace(/:\d*$/, '')
  return (
    /^(?:localhost|127\.\d|0\.0\.0\.0|\[?::1|host\.docker\.internal|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|\.(?:local|localhost|internal)$/i.test(
      name,
    ) || !/[.:]/.test(name)
  )
}
