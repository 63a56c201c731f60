import type { AwsCall } from '../../../account/calls.ts'
import type { JsonObject } from '../../../account/snapshot.ts'
import { DEFAULT_LIMITS, deadlineOf, type Limits } from '../attempts.ts'
import { faultName } from '../failure.ts'
import type { AwsSession } from '../session.ts'
import { AwsApi } from './client.ts'
import type { Parameters } from './protocol.ts'

const LIMITS: Limits = { ...DEFAULT_LIMITS, attempts: 5, deadline: 120_000 }

/** A call that AWS did not answer, and its word for why. */
export interface Refusal {
  readonly call: AwsCall
  readonly why: string
}

/** Questions about policies: the same one is asked once, and so many in all; who may not ask is told so once. */
export class AskOnce {
  readonly #api: AwsApi
  readonly #most: number
  readonly #known = new Map<string, Promise<JsonObject | undefined>>()
  readonly #refusals = new Map<string, Refusal>()

  constructor(session: AwsSession, most: number, limits: Partial<Limits> = {}) {
    const bounds = { ...LIMITS, ...limits }
    this.#api = new AwsApi(session, bounds, deadlineOf(bounds))
    this.#most = most
  }

  async ask(call: AwsCall, parameters: Parameters): Promise<JsonObject | undefined> {
    const key = `${call.name} ${JSON.stringify(parameters)}`
    const asked = this.#known.get(key)
    if (asked) return await asked
    if (this.isFull || this.#refusals.has(`${call.name} AccessDenied`)) return undefined
    const answer = this.#once(call, parameters)
    this.#known.set(key, answer)
    return await answer
  }

  async #once(call: AwsCall, parameters: Parameters): Promise<JsonObject | undefined> {
    try {
      return await this.#api.call(call, parameters)
    } catch (error) {
      const why = faultName(error)
      this.#refusals.set(`${call.name} ${why}`, { call, why })
      return undefined
    }
  }

  get count(): number {
    return this.#known.size
  }

  get isFull(): boolean {
    return this.#known.size >= this.#most
  }

  get refusals(): readonly Refusal[] {
    return [...this.#refusals.values()]
  }
}
