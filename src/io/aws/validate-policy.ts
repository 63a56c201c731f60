import type { AwsCall } from '../../account/calls.ts'
import type { Json, JsonObject } from '../../account/snapshot.ts'
import type { Notification } from '../../core/finding.ts'
import type { PolicyOpinion, ValidatePolicy } from '../../core/rule.ts'
import { AwsApi } from './api/client.ts'
import { listOf } from './api/protocol.ts'
import { DEFAULT_LIMITS, deadlineOf, type Limits } from './attempts.ts'
import { faultName } from './failure.ts'
import type { AwsSession } from './session.ts'

/** ValidatePolicy costs nothing and changes nothing. */
const CALL: AwsCall = {
  name: 'access-analyzer:ValidatePolicy',
  lost: 'AWS’s own opinion of policies is not told',
  protocol: { kind: 'rest', method: 'POST', path: '/policy/validation', answers: 'json' },
}

/** A change touches a few policies; a full scan of a large repository stops here. */
const MOST = 100

const LIMITS: Limits = { ...DEFAULT_LIMITS, attempts: 5, deadline: 120_000 }

/** Asks IAM Access Analyzer about documents, each once; what it does not answer is one notification. */
export function policyValidator(session: AwsSession, limits: Partial<Limits> = {}) {
  const bounds = { ...LIMITS, ...limits }
  const api = new AwsApi(session, bounds, deadlineOf(bounds))
  const known = new Map<string, Promise<readonly PolicyOpinion[] | undefined>>()
  const refusals = new Set<string>()
  const ask = async (policyDocument: string, policyType: string) => {
    try {
      const answer = await api.call(CALL, { policyDocument, policyType })
      return listOf(answer.findings).map(opinionOf)
    } catch (error) {
      refusals.add(faultName(error))
      return undefined
    }
  }
  const validate: ValidatePolicy = async (document, type) => {
    const key = `${type} ${document}`
    const asked = known.get(key)
    if (asked) return await asked
    if (known.size >= MOST || refusals.has('AccessDenied')) return undefined
    const answer = ask(document, type)
    known.set(key, answer)
    return await answer
  }
  const notifications = (): Notification[] => [
    ...[...refusals].map((why) =>
      told(`${CALL.name} was not answered (${why}): ${CALL.lost}. docs/account.md has the permission.`),
    ),
    ...(known.size >= MOST ? [told(`AWS was asked about the first ${MOST} policies only.`)] : []),
  ]
  return { validate, notifications }
}

const told = (message: string): Notification => ({ level: 'warning', id: 'access-analyzer', message })

function opinionOf(finding: JsonObject): PolicyOpinion {
  const statement = statementIn(finding.locations)
  return {
    type: finding.findingType as PolicyOpinion['type'],
    code: String(finding.issueCode),
    details: String(finding.findingDetails),
    ...(finding.learnMoreLink ? { link: String(finding.learnMoreLink) } : {}),
    ...(statement === undefined ? {} : { statement }),
  }
}

/** `[{value: "Statement"}, {index: 1}, …]`: the second one. */
function statementIn(locations: Json | undefined): number | undefined {
  const path = listOf(listOf(locations)[0]?.path)
  const index = path[0]?.value === 'Statement' ? path[1]?.index : undefined
  return typeof index === 'number' ? index : undefined
}
