import { setMaxListeners } from 'node:events'
import type { AwsCall } from '../../../account/calls.ts'
import type { JsonObject } from '../../../account/snapshot.ts'
import { attempt, type Limits } from '../attempts.ts'
import { type Environment, proxyAgents } from '../connection.ts'
import { isThrottling, isTransient } from '../failure.ts'
import { type AwsSession, endpointOf, signingRegion } from '../session.ts'
import { Pace } from './pace.ts'
import { type AwsFault, answerOf, faultOf, type Parameters, type Plain, requestOf } from './protocol.ts'
import { send, type Target } from './request.ts'

/** Of one service in one region at a time. IAM lets far less through than it has principals. */
const MOST_AT_ONCE = 8

/** How far everything has gone, for people. */
export interface Counts {
  requests: number
  throttled: number
}

/**
 * Calls AWS by the table of calls: signed, paged, tried again where that may help, and no faster than AWS lets it. A call
 * that it does not know how to make cannot be made.
 */
export class AwsApi {
  readonly counts: Counts = { requests: 0, throttled: 0 }
  readonly #session: AwsSession
  readonly #limits: Limits
  readonly #signal: AbortSignal
  readonly #paces = new Map<string, Pace>()

  constructor(session: AwsSession, limits: Limits, signal: AbortSignal) {
    this.#session = session
    this.#limits = limits
    this.#signal = signal
    // Each request under way listens to it.
    setMaxListeners(0, signal)
  }

  /** One answer; throws what AWS or the network says otherwise. */
  async call(call: AwsCall, parameters: Parameters = {}, region = this.#session.region): Promise<JsonObject> {
    const [service = ''] = call.name.split(':')
    const pace = this.#paceOf(`${service} ${region}`)
    const asked = await attempt(() => pace.run(() => this.#once(call, service, parameters, region, pace)), {
      limits: this.#limits,
      signal: this.#signal,
      isTransient,
    })
    if (asked.done) return asked.value
    // S3 says where a bucket is to whoever asks elsewhere.
    const elsewhere = (asked.error as Partial<AwsFault>).region
    if (service === 's3' && elsewhere && elsewhere !== region) return await this.call(call, parameters, elsewhere)
    throw asked.error
  }

  /** All answers of a call, page by page. */
  async *pages(call: AwsCall, parameters: Parameters = {}, region?: string): AsyncGenerator<JsonObject> {
    const [parameter, next] = call.pages ?? []
    let token: unknown
    do {
      const page = token && parameter ? { [parameter]: String(token) } : {}
      const answer = await this.call(call, { ...parameters, ...page }, region)
      yield answer
      const following = next === undefined ? undefined : answer[next]
      // An answer that names the page it is would never end.
      token = following === token ? undefined : following
    } while (token)
  }

  async #once(call: AwsCall, service: string, parameters: Parameters, region: string, pace: Pace) {
    this.counts.requests++
    const { env, httpProxy } = this.#session.connection()
    const target = targetOf(service, region, this.#session, env)
    const plain = requestOf(call, parameters)
    const agents = proxyAgents(target.endpoint, env, httpProxy, this.#limits.connect)
    const headers: Plain['headers'] = service === 's3control' ? { 'x-amz-account-id': this.#session.accountId } : {}
    const credentials = await this.#session.credentials()
    const { status, ...response } = await send(
      { ...plain, headers: { ...plain.headers, ...headers } },
      target,
      credentials,
      { agents, limits: this.#limits, signal: this.#signal },
    )
    if (status >= 200 && status < 300) {
      pace.answered()
      return answerOf(call, response.body)
    }
    const fault = faultOf(status, response.headers, response.body)
    if (isThrottling(fault)) {
      this.counts.throttled++
      pace.throttled()
    }
    throw fault
  }

  #paceOf(key: string): Pace {
    const known = this.#paces.get(key)
    if (known) return known
    const pace = new Pace(MOST_AT_ONCE)
    this.#paces.set(key, pace)
    return pace
  }
}

/** Hosts, and names in signatures, that are not those of permissions. */
const HOSTS: Readonly<Record<string, string>> = { cloudwatch: 'monitoring', s3control: 's3-control' }
const SIGNED_AS: Readonly<Record<string, string>> = { cloudwatch: 'monitoring', s3control: 's3' }

function targetOf(service: string, region: string, { accountId }: AwsSession, env: Environment): Target {
  const host = HOSTS[service] ?? service
  const address = endpointOf(host, { region, env })
  // The one service whose host begins with the account.
  const endpoint = address.replace(/^https:\/\/s3-control\./, `https://${accountId}.s3-control.`)
  return { endpoint, service: SIGNED_AS[service] ?? service, region: signingRegion(service, region) }
}
