import type { Severity } from '../../../core/finding.ts'
import type { Report } from './protocol.ts'

/** The secret within what a rule reported, and how much it matters; undefined for what is no secret after all. */
export interface Refined {
  readonly start: number
  readonly end: number
  readonly severity?: Severity
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
  const [, user, password, host] = match
  if (
    IDIOM.test(`${user}:${password}`) ||
    isMask(password!) ||
    isReference(password!) ||
    isReference(user!) ||
    isDocumentation(host!)
  )
    return undefined
  const nearby = isNearby(host!)
  if (nearby && (password === user || COMMON.has(password!.toLowerCase()))) return undefined
  const weak = password === user || COMMON.has(password!.toLowerCase())
  const start = report.start + match[0].length - host!.length - 1 - password!.length
  return {
    start,
    end: start + password!.length,
    ...(nearby ? { severity: 'low' as const } : weak ? { severity: 'medium' as const } : {}),
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

const COMMON = new Set(
  `pass passwd password passw0rd pwd secret postgres mysql mongo mongodb root admin administrator test tests testing guest user username
  rabbitmq redis default sa dev development docker demo foo bar baz qwerty abc123 1234 12345 123456 12345678 letmein
  supersecret topsecret s3cret mypassword mypass mysecretpassword hunter2 changeit`.split(/\s+/),
)
