import { type FoundSecret, judgeSecret } from '../../../secrets/judge.ts'
import { COMMON_PASSWORDS, isPlaceholder } from '../../../secrets/placeholders.ts'

/** `scheme://user:password@host`. */
export interface Address {
  readonly user: string
  readonly password: string
  readonly host: string
}

/** A password in an address, and how near the host is: one on the developer's own machine matters little. */
export interface AddressSecret {
  readonly judged: FoundSecret
  readonly nearby: boolean
}

/** Is the password of an address a secret? Not where every part says that it stands for any, or is put in later. */
export function judgeAddress({ user, password, host }: Address): AddressSecret | undefined {
  if (IDIOM.test(`${user}:${password}`) || /[[\]]|^%env\(/.test(user) || isReference(password) || isDocumentation(host))
    return undefined
  if (isPlaceholder(password) || /^[A-Z_]+$/.test(user + password)) return undefined
  const nearby = isOwnMachine(host)
  if (password === user || COMMON_PASSWORDS.has(password.toLowerCase())) {
    return nearby || isPrivate(host) ? undefined : { judged: COMMON, nearby }
  }
  const judged = judgeSecret({ name: 'password', value: password, takes: 'secret' })
  if (!judged.secret || (isReference(user) && !judged.proven)) return undefined
  return { judged, nearby: nearby || (isPrivate(host) && !judged.proven) }
}

const COMMON: FoundSecret = { secret: true, confidence: 'medium', reason: 'it is a word that many set at first' }

/** What people write when they mean any user and any password. */
const IDIOM = /^(?:user(?:name)?|login|me|foo|bar|u|name):(?:p|pw|pass(?:w(?:or)?d)?|foo|bar|secret)$/i

/** `${NPM_TOKEN}`, `$TOKEN`, `{{ token }}`, `%TOKEN%`, `@TOKEN@`, `<token>`: read from elsewhere, or meant to be filled in. */
export function isReference(value: string): boolean {
  return /^%env\(|\$\{|\$\(|\{\{|@\w+@|^\$\w|^%[^%]+%$|^[<[({].*[>\])}]$|^%[sv]$|^:\w+$/.test(value)
}

/** RFC 2606, and what people write for a host. */
function isDocumentation(host: string): boolean {
  return (
    /(?:^|\.)(?:example|test|invalid)(?:\.(?:com|org|net))?(?::|$)|^(?:your|my|some)[-_]?|^host(?:name)?\d?(?::|$|,|\.(?!docker\.))|domain\.(?:com|tld)|^\.\.\.|[<{$]/i.test(
      host,
    ) || /^[A-Z_]{2,}(?::|$)/.test(host)
  )
}

const nameOf = (host: string): string => host.replace(/:\d*$/, '')

/** The developer's own machine, or a service of the same compose file. */
function isOwnMachine(host: string): boolean {
  const name = nameOf(host)
  if (name === '') return false
  return (
    /^(?:localhost|127\.\d|0\.0\.0\.0|\[?::1|host\.docker\.internal)|\.localhost$/i.test(name) || !/[.:]/.test(name)
  )
}

/** A network that outsiders do not reach: the developer's own or a company's, which only a password made by a machine tells. */
function isPrivate(host: string): boolean {
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|\.(?:local|internal)$/i.test(nameOf(host))
}
