import type { AnyNode } from '../core/node.ts'
import type { Condition, Principal, Statement } from '../core/policy.ts'
import { UNKNOWN } from '../core/text.ts'
import { leafOf, member } from '../core/value.ts'
import { keyOf, operatorOf } from './conditions.ts'
import { type Issuer, isKnownIssuer, issuerOf } from './oidc-issuers.ts'

export interface WebIdentity {
  readonly statement: Statement
  readonly principal: Principal
  readonly issuer: Issuer
  /** `token.actions.githubusercontent.com`, as far as it is known. */
  readonly host: string
  readonly subjects: readonly Condition[]
  readonly audiences: readonly Condition[]
  /** Other claims of the same issuer that the statement asks for, lower case: `repository_id`. */
  readonly claims: ReadonlyMap<string, Condition>
  /** A condition that is not known here may pin it. */
  readonly unclear: boolean
}

/** Every statement that lets in the bearers of web identity tokens. */
export function webIdentities(statements: readonly Statement[], nodes: readonly AnyNode[]): WebIdentity[] {
  return statements.flatMap((statement) => {
    if (statement.effect.value.toLowerCase() !== 'allow') return []
    if (!statement.actions.some((leaf) => /^(\*|sts:(\*|assumerole(\*|withweb.*)))$/i.test(leaf.value))) return []
    return statement.principals.flatMap((principal) => {
      const host = hostOf(principal, statement, nodes)
      return host === undefined ? [] : [webIdentity(statement, principal, host)]
    })
  })
}

function webIdentity(statement: Statement, principal: Principal, host: string): WebIdentity {
  const own = statement.conditions.filter(
    (condition) => !operatorOf(condition).negated && operatorOf(condition).name !== 'null',
  )
  const claim = (condition: Condition): string => keyOf(condition).slice(keyOf(condition).lastIndexOf(':') + 1)
  const ofIssuer = own.filter(
    (condition) => /[./]/.test(keyOf(condition).split(':')[0]!) || keyOf(condition).includes(UNKNOWN),
  )
  return {
    statement,
    principal,
    issuer: issuerOf(host),
    host,
    subjects: [...ofIssuer.filter((condition) => claim(condition) === 'sub'), ...own.filter(isSubjectByValue)],
    audiences: ofIssuer.filter((condition) => /^(aud|oaud|app_id)$/.test(claim(condition))),
    claims: new Map(ofIssuer.map((condition) => [claim(condition), condition])),
    unclear: statement.conditions.some(
      (condition) => condition.key.value.includes(UNKNOWN) && !/:[a-z_]+$/i.test(condition.key.value),
    ),
  }
}

/** The key is not known; what it is compared with is no audience, so it is the subject. */
function isSubjectByValue({ key, values }: Condition): boolean {
  return key.value.includes(UNKNOWN) && !/:\w+$/.test(key.value) && values.some(({ value }) => /[:/]/.test(value))
}

/** From the provider's ARN, from the keys that the conditions ask for, or from the only provider of the unit. */
function hostOf({ type, value }: Principal, { conditions }: Statement, nodes: readonly AnyNode[]): string | undefined {
  if (type !== 'Federated' || /:saml-provider\//.test(value.value)) return undefined
  const written = value.value.replace(/^.*:oidc-provider\//, '').replace(/^https?:\/\//, '')
  if (!written.includes(UNKNOWN)) return written
  const asked = conditions.map(keyOf).find((key) => /^[\w-]+(\.[\w-]+)+(\/[^:]*)?:\w+$/.test(key))
  if (asked) return asked.slice(0, asked.lastIndexOf(':'))
  if (isKnownIssuer(written)) return written.replaceAll(UNKNOWN, '')
  const urls = providerUrls(nodes)
  return urls.length === 1 && written === UNKNOWN ? urls[0] : written
}

function providerUrls(nodes: readonly AnyNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.kind !== 'resource' || !/^(aws_iam_openid_connect_provider|AWS::IAM::OIDCProvider)$/.test(node.type))
      return []
    const url = leafOf(member(node.arguments, 'url') ?? member(node.arguments, 'Url'))
    return url && !url.value.includes(UNKNOWN) ? [url.value.replace(/^https?:\/\//, '')] : []
  })
}
