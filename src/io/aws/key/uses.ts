import type { Json, JsonObject } from '../../../account/snapshot.ts'
import type { Inquiry } from '../account/inquiry.ts'
import { listOf } from '../api/protocol.ts'

/** A service that was used, and when. */
export interface ServiceUse {
  readonly service: string
  readonly date: string
}

const MOST_WAITS = 20
const WAIT = 500

/** The services that a principal used, the last one first. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html */
export async function servicesUsed(inquiry: Inquiry, Arn: string): Promise<ServiceUse[] | undefined> {
  const job = await inquiry.ask('iam:GenerateServiceLastAccessedDetails', { Arn })
  if (!job?.JobId) return undefined
  for (let waits = 0; waits < MOST_WAITS; waits++) {
    const answer = await inquiry.ask('iam:GetServiceLastAccessedDetails', { JobId: job.JobId })
    if (!answer || answer.JobStatus === 'FAILED') return undefined
    if (answer.JobStatus === 'COMPLETED') return usesIn(answer)
    await new Promise((resolve) => setTimeout(resolve, WAIT))
  }
  return undefined
}

function usesIn(answer: JsonObject): ServiceUse[] {
  return listOf(answer.ServicesLastAccessed)
    .flatMap(({ ServiceNamespace, LastAuthenticated }) =>
      LastAuthenticated ? [{ service: String(ServiceNamespace), date: String(LastAuthenticated) }] : [],
    )
    .sort((a, b) => (a.date < b.date ? 1 : -1))
}

/** What CloudTrail shows of a key in the last 90 days, counted. */
export interface KeyEvents {
  readonly events: number
  /** There were more than were looked at. */
  readonly more: boolean
  readonly names: readonly (readonly [name: string, count: number])[]
  readonly regions: readonly string[]
  readonly addresses: readonly string[]
  /** The role whose session the key is of, where an event tells. */
  readonly role?: string
}

/** CloudTrail answers two requests a second in each region, fifty events each. */
const MOST_PAGES = 4

export async function keyEvents(
  inquiry: Inquiry,
  keyId: string,
  regions: readonly string[],
): Promise<KeyEvents | undefined> {
  const found: JsonObject[] = []
  let [answered, more] = [false, false]
  for (const region of regions) {
    let token: Json | undefined = undefined as Json | undefined
    for (let page = 0; page < MOST_PAGES; page++) {
      const answer = await inquiry.ask(
        'cloudtrail:LookupEvents',
        {
          LookupAttributes: [{ AttributeKey: 'AccessKeyId', AttributeValue: keyId }],
          ...(token ? { NextToken: token } : {}),
        },
        region,
      )
      if (!answer) break
      answered = true
      found.push(...listOf(answer.Events))
      token = answer.NextToken
      if (!token) break
    }
    more ||= Boolean(token)
  }
  return answered ? counted(found, more) : undefined
}

function counted(found: readonly JsonObject[], more: boolean): KeyEvents {
  const names = new Map<string, number>()
  const [regions, addresses] = [new Set<string>(), new Set<string>()]
  let role: string | undefined
  for (const { EventName, CloudTrailEvent } of found) {
    names.set(word(EventName), (names.get(word(EventName)) ?? 0) + 1)
    const { awsRegion, sourceIPAddress, userIdentity } = parsed(CloudTrailEvent)
    if (awsRegion) regions.add(word(awsRegion))
    if (sourceIPAddress) addresses.add(word(sourceIPAddress))
    const issuer = ((userIdentity as JsonObject | undefined)?.sessionContext as JsonObject | undefined)?.sessionIssuer
    const arn = String((issuer as JsonObject | undefined)?.arn ?? '')
    if (/^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(arn)) role ??= arn
  }
  return {
    events: found.length,
    more,
    names: [...names].sort((a, b) => b[1] - a[1]),
    regions: [...regions].sort(),
    addresses: [...addresses].sort(),
    ...(role ? { role } : {}),
  }
}

/** Names of events and services, regions and addresses; whatever else stands there is not repeated. */
function word(value: unknown): string {
  const text = String(value)
  return /^[\w.:-]{1,100}$/.test(text) ? text : '(odd)'
}

function parsed(text: unknown): JsonObject {
  try {
    return JSON.parse(String(text)) as JsonObject
  } catch {
    return {}
  }
}
