import { ACCOUNT_CALLS, type AccountCall, type AwsCall } from '../../../account/calls.ts'
import { KEY_CALLS } from '../../../account/key-calls.ts'
import type { JsonObject, MissingAnswer } from '../../../account/snapshot.ts'
import type { AwsApi } from '../api/client.ts'
import type { Parameters } from '../api/protocol.ts'
import { faultName } from '../failure.ts'

const CALLS: ReadonlyMap<string, AwsCall> = new Map([...ACCOUNT_CALLS, ...KEY_CALLS].map((call) => [call.name, call]))

/** Refusals in a row after which a call is not made any more. */
const MOST_REFUSED = 5

/** A row of the calls about a key. */
type KeyCall = `iam:${string}` | 'cloudtrail:LookupEvents'

/** Puts the calls of the tables, and notes down which are not answered instead of failing. */
export class Inquiry {
  readonly #api: AwsApi
  readonly #missing = new Map<string, { readonly call: string; readonly why: string; readonly regions: Set<string> }>()
  readonly #refused = new Map<string, number>()
  readonly #answered = new Set<string>()

  constructor(api: AwsApi) {
    this.#api = api
  }

  /** Undefined: no answer. `absent` are codes that say that there is nothing, which is an answer: an empty one. */
  async ask(
    name: AccountCall | KeyCall,
    parameters: Parameters = {},
    region?: string,
    absent: readonly string[] = [],
  ): Promise<JsonObject | undefined> {
    return await this.#put(name, region, absent, () => this.#api.call(CALLS.get(name)!, parameters, region), {})
  }

  /** All pages of a call; what came before a page that failed is left out, since half a list looks like a whole one. */
  async all(
    name: AccountCall | KeyCall,
    parameters?: Parameters,
    region?: string,
  ): Promise<readonly JsonObject[] | undefined> {
    return await this.each(name, (page) => [page], parameters, region)
  }

  /** What `read` makes of each page, so that the page itself need not be kept. */
  async each<T>(
    name: AccountCall | KeyCall,
    read: (page: JsonObject) => readonly T[],
    parameters: Parameters = {},
    region?: string,
  ): Promise<readonly T[] | undefined> {
    return await this.#put(name, region, [], async () => {
      const found: T[] = []
      for await (const page of this.#api.pages(CALLS.get(name)!, parameters, region)) found.push(...read(page))
      return found
    })
  }

  missing(): MissingAnswer[] {
    return [...this.#missing.values()].map(({ call, why, regions }) => ({ call, why, regions: [...regions].sort() }))
  }

  async #put<T>(
    name: AccountCall | KeyCall,
    region: string | undefined,
    absent: readonly string[],
    work: () => Promise<T>,
    nothing?: T,
  ): Promise<T | undefined> {
    if ((this.#refused.get(name) ?? 0) >= MOST_REFUSED && !this.#answered.has(name)) {
      this.#note(name, 'AccessDenied', region)
      return undefined
    }
    try {
      const answer = await work()
      this.#answered.add(name)
      return answer
    } catch (error) {
      const why = faultName(error)
      if (nothing !== undefined && absent.includes(why)) return nothing
      const denied = DENIED.has(why)
      if (denied) this.#refused.set(name, (this.#refused.get(name) ?? 0) + 1)
      this.#note(name, denied ? 'AccessDenied' : why, region)
      return undefined
    }
  }

  #note(call: string, why: string, region: string | undefined): void {
    const key = `${call} ${why}`
    const known = this.#missing.get(key) ?? { call, why, regions: new Set<string>() }
    if (region) known.regions.add(region)
    this.#missing.set(key, known)
  }
}

/** Words that services have for it. */
const DENIED: ReadonlySet<string> = new Set([
  'AccessDenied',
  'AuthorizationError',
  'UnauthorizedAccess',
  'UnauthorizedOperation',
  'Forbidden',
  'AllAccessDisabled',
])

/** Some at a time; AWS's own limits are kept by whoever makes the calls. */
export async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>, atOnce = 16): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index]!)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
  return results
}
