import { ACCOUNT_CALLS, type AwsCall, permissionOf } from '../../../src/account/calls.ts'
import { KEY_CALLS, KEY_CHANGES } from '../../../src/account/key-calls.ts'
import { POLICY_CHECK_CALLS } from '../../../src/io/aws/policy-checks.ts'
import { VALIDATE_POLICY } from '../../../src/io/aws/validate-policy.ts'
import { type Answer, type Asked, type Loopback, listen } from './server.ts'
import { signatureFault, signedBy } from './sigv4.ts'

/** What a call is answered: a body without what wraps it, or a refusal. */
export type AccountAnswer = string | { readonly status: number; readonly code: string }

/** By the name of the call; a function sees the parameters. What is missing is an operation that nobody knows. */
export type AccountAnswers = Readonly<
  Record<string, AccountAnswer | ((parameters: Readonly<Record<string, string>>, region: string) => AccountAnswer)>
>

const CALLS: readonly AwsCall[] = [
  ...ACCOUNT_CALLS,
  ...KEY_CALLS,
  ...KEY_CHANGES,
  VALIDATE_POLICY,
  ...Object.values(POLICY_CHECK_CALLS),
]

export interface AccountServer extends Loopback {
  /** Every call with what came of it, in order: `iam:GetAccountSummary ok`. */
  readonly calls: string[]
  answers: AccountAnswers
  /** Permissions that the caller lacks. */
  readonly denied: Set<string>
  /** How many of the next calls are throttled. */
  throttle: number
}

/** Who calls, by the id of the key: its secret, and what it may do. */
export interface Caller {
  readonly secret: string
  readonly may: (permission: string) => boolean
}

/** All services of one account at one address, as their protocols say; signatures are recomputed. */
export async function startAccount(
  answers: AccountAnswers,
  callerOf: (keyId: string) => Caller | undefined,
): Promise<AccountServer> {
  const calls: string[] = []
  const denied = new Set<string>()
  const loopback = await listen((asked) => {
    const signed = signedBy(asked)
    const call = signed && callOf(asked, signed.service)
    if (!signed || !call) return { status: 400, body: `no such call: ${asked.method} ${asked.url.pathname}` }
    const caller = callerOf(signed.accessKeyId)
    const answer =
      !caller || signatureFault(asked, signed, caller.secret)
        ? { status: 403, code: 'SignatureDoesNotMatch' }
        : server.throttle-- > 0
          ? { status: 400, code: 'Throttling' }
          : denied.has(permissionOf(call)) || !caller.may(permissionOf(call))
            ? { status: 403, code: 'AccessDenied' }
            : answerTo(call, parametersOf(asked, call), signed.region)
    calls.push(`${call.name} ${typeof answer === 'string' ? 'ok' : answer.code}`)
    return typeof answer === 'string' ? respond(call, answer) : refuse(call, answer)
  })
  const answerTo = (call: AwsCall, parameters: Record<string, string>, region: string): AccountAnswer => {
    const known = server.answers[call.name]
    if (known === undefined) return { status: 400, code: 'InvalidAction' }
    return typeof known === 'function' ? known(parameters, region) : known
  }
  const server = Object.assign(loopback, { answers, calls, denied, throttle: 0 })
  return server
}

/** Names in signatures that are not those of permissions. */
function serviceOf(asked: Asked, signedAs: string): string {
  if (signedAs === 'monitoring') return 'cloudwatch'
  return signedAs === 's3' && asked.url.pathname.startsWith('/v20180820/') ? 's3control' : signedAs
}

function callOf(asked: Asked, signedAs: string): AwsCall | undefined {
  const service = serviceOf(asked, signedAs)
  return CALLS.find((call) => {
    const [its, operation] = call.name.split(':')
    if (its !== service) return false
    if (call.protocol.kind === 'query') return new URLSearchParams(asked.body.toString()).get('Action') === operation
    if (call.protocol.kind === 'json') return asked.headers['x-amz-target'] === `${call.protocol.target}.${operation}`
    return call.protocol.method === asked.method && pathParameters(asked, call.protocol.path) !== undefined
  })
}

function pathParameters({ url }: Asked, template: string): Record<string, string> | undefined {
  const [path = '', query = ''] = template.split('?')
  const expression = path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')
  const match = new RegExp(`^${expression}$`).exec(url.pathname)
  const asksFor = [...new URLSearchParams(query).keys()]
  const isAsked = asksFor.every((key) => url.searchParams.has(key))
  const entries = Object.entries(match?.groups ?? {}).map(([key, value]) => [key, decodeURIComponent(value)])
  return match && isAsked ? Object.fromEntries(entries) : undefined
}

function parametersOf(asked: Asked, { protocol }: AwsCall): Record<string, string> {
  if (protocol.kind === 'query') return Object.fromEntries(new URLSearchParams(asked.body.toString()))
  if (protocol.kind === 'json' || protocol.method === 'POST')
    return JSON.parse(asked.body.toString() || '{}') as Record<string, string>
  return { ...Object.fromEntries(asked.url.searchParams), ...pathParameters(asked, protocol.path) }
}

function respond({ name, protocol }: AwsCall, body: string): Answer {
  const [service, operation] = name.split(':')
  const isXml = protocol.kind === 'query' || (protocol.kind === 'rest' && protocol.answers === 'xml')
  if (!isXml || body.startsWith('{')) return { status: 200, headers: { 'content-type': 'application/json' }, body }
  const inner =
    service === 'ec2' || protocol.kind === 'rest' ? body : `<${operation}Result>${body}</${operation}Result>`
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<${operation}Response xmlns="http://aws.example/">${inner}</${operation}Response>`
  return { status: 200, headers: { 'content-type': 'text/xml' }, body: text }
}

function refuse({ name, protocol }: AwsCall, { status, code }: { status: number; code: string }): Answer {
  const said = `${code} for ${name}`
  if (protocol.kind === 'json' || (protocol.kind === 'rest' && protocol.answers === 'json')) {
    const body = JSON.stringify({ __type: `com.amazonaws#${code}Exception`, message: said })
    return { status, headers: { 'content-type': 'application/json' }, body }
  }
  const error = `<Code>${code}</Code><Message>${said}</Message>`
  const ec2 = name.startsWith('ec2:')
  const s3 = name.startsWith('s3')
  const body = s3
    ? `<Error>${error}</Error>`
    : ec2
      ? `<Response><Errors><Error>${error}</Error></Errors></Response>`
      : `<ErrorResponse><Error><Type>Sender</Type>${error}</Error></ErrorResponse>`
  return { status, headers: { 'content-type': 'text/xml' }, body }
}
