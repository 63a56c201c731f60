import type { AccessKey, Cloud } from './cloud.ts'
import { permits } from './cloud.ts'
import { type Answer, type Asked, type Loopback, listen, type Misbehaviour } from './server.ts'
import { signatureFault, signedBy } from './sigv4.ts'

/** A request to an AWS query API, as recorded. */
export interface Call {
  readonly action: string
  readonly params: Readonly<Record<string, string>>
  readonly accessKeyId?: string
  /** What was answered: 'ok', an error code, or how the server misbehaved. */
  outcome: string
}

export interface AwsServer extends Loopback {
  readonly calls: Call[]
  /** What to do with the next calls of an action instead of answering; taken from the front. */
  readonly faults: Fault[]
  /** The calls of one action. */
  of(action: string): Call[]
}

export interface Fault {
  readonly action: string
  readonly with:
    | Misbehaviour
    | 'throttle'
    | 'unavailable'
    | 'internal'
    | { status: number; code: string; message: string }
  /** Done before the answer is: the clock moves on, say. */
  readonly before?: () => void
}

/** Thrown by operations: the error as the wire has it. */
export class AwsError extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export interface QueryService {
  readonly name: string
  readonly version: string
  readonly namespace: string
  readonly operations: Readonly<Record<string, Operation>>
}

export interface Operation {
  readonly signed: boolean
  /** What the caller must be permitted; none for calls that everyone may make. */
  readonly permission?: string
  run(params: Readonly<Record<string, string>>, caller: AccessKey | undefined): string
}

const STATUS: Record<string, { status: number; code: string; message: string }> = {
  throttle: { status: 400, code: 'Throttling', message: 'Rate exceeded' },
  unavailable: { status: 503, code: 'ServiceUnavailable', message: 'Service Unavailable' },
  internal: { status: 500, code: 'InternalFailure', message: 'Internal Failure' },
}

export async function startQueryService(service: QueryService, cloud: Cloud): Promise<AwsServer> {
  const calls: Call[] = []
  const faults: Fault[] = []
  const loopback = await listen((asked) => {
    const params = Object.fromEntries(new URLSearchParams(asked.body.toString('utf8')))
    const action = params.Action ?? ''
    const id = signedBy(asked)?.accessKeyId
    const call: Call = { action, params, outcome: 'ok', ...(id ? { accessKeyId: id } : {}) }
    calls.push(call)
    const at = faults.findIndex((fault) => fault.action === action || fault.action === '*')
    const [fault] = at === -1 ? [] : faults.splice(at, 1)
    fault?.before?.()
    const misbehaviour = fault?.with
    if (misbehaviour === 'hang' || misbehaviour === 'reset') {
      call.outcome = misbehaviour
      return misbehaviour
    }
    try {
      if (misbehaviour) {
        const { status, code, message } = typeof misbehaviour === 'string' ? STATUS[misbehaviour]! : misbehaviour
        throw new AwsError(status, code, message)
      }
      return respond(service, action, operate(service, cloud, asked, params))
    } catch (error) {
      if (!(error instanceof AwsError)) throw error
      call.outcome = error.code
      return refuse(service, error)
    }
  })
  return Object.assign(loopback, {
    calls,
    faults,
    of: (action: string) => calls.filter((call) => call.action === action),
  })
}

function operate(service: QueryService, cloud: Cloud, asked: Asked, params: Record<string, string>): string {
  if (asked.method !== 'POST' || asked.url.pathname !== '/') throw new AwsError(404, 'InvalidAction', 'no such page')
  if (!String(asked.headers['content-type']).startsWith('application/x-www-form-urlencoded')) {
    throw new AwsError(400, 'MalformedInput', 'not a form')
  }
  const operation = service.operations[params.Action ?? '']
  if (!operation || params.Version !== service.version) {
    throw new AwsError(400, 'InvalidAction', `Could not find operation ${params.Action} for version ${params.Version}`)
  }
  if (!operation.signed) {
    if (asked.headers.authorization) throw new AwsError(400, 'ValidationError', 'this call must not be signed')
    return operation.run(params, undefined)
  }
  const caller = authenticate(service, cloud, asked)
  if (operation.permission && !permits(caller, operation.permission, '*')) {
    throw new AwsError(403, 'AccessDenied', `User: ${caller.arn} is not authorized to perform: ${operation.permission}`)
  }
  return operation.run(params, caller)
}

/** As AWS judges a signed request, in its order and with its codes. */
function authenticate(service: QueryService, cloud: Cloud, asked: Asked): AccessKey {
  const signed = signedBy(asked)
  if (!signed) throw new AwsError(403, 'MissingAuthenticationToken', 'Request is missing Authentication Token')
  const key = cloud.keys.get(signed.accessKeyId)
  if (!key || key.status === 'Inactive' || key.sessionToken !== signed.sessionToken) {
    throw new AwsError(403, 'InvalidClientTokenId', 'The security token included in the request is invalid.')
  }
  if (signed.service !== service.name) {
    throw new AwsError(
      403,
      'SignatureDoesNotMatch',
      `Credential should be scoped to correct service: '${service.name}'.`,
    )
  }
  const fault = signatureFault(asked, signed, key.secret)
  if (fault) throw new AwsError(403, 'SignatureDoesNotMatch', `${fault}; check your AWS Secret Access Key.`)
  if (key.expires !== undefined && key.expires < cloud.now()) {
    throw new AwsError(403, 'ExpiredToken', 'The security token included in the request is expired')
  }
  return key
}

function respond({ namespace }: QueryService, action: string, result: string): Answer {
  const body = `<${action}Response xmlns="${namespace}"><${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>loopback</RequestId></ResponseMetadata></${action}Response>`
  return { status: 200, headers: { 'content-type': 'text/xml' }, body }
}

function refuse({ namespace }: QueryService, { status, code, message }: AwsError): Answer {
  const type = status >= 500 ? 'Receiver' : 'Sender'
  const body = `<ErrorResponse xmlns="${namespace}"><Error><Type>${type}</Type><Code>${code}</Code><Message>${xml(message)}</Message></Error><RequestId>loopback</RequestId></ErrorResponse>`
  return { status, headers: { 'content-type': 'text/xml' }, body }
}

export function xml(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!)
}
