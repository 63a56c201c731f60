import type { AwsCall } from '../../account/calls.ts'
import type { Json, JsonObject } from '../../account/snapshot.ts'
import type { Notification } from '../../core/finding.ts'
import type { PolicyOpinion, ValidatePolicy } from '../../core/rule.ts'
import { AskOnce, type Refusal } from './api/ask-once.ts'
import { listOf } from './api/protocol.ts'
import type { Limits } from './attempts.ts'
import type { AwsSession } from './session.ts'

/** It costs nothing and changes nothing. */
export const VALIDATE_POLICY: AwsCall = {
  name: 'access-analyzer:ValidatePolicy',
  lost: 'AWS’s own opinion of policies is not told',
  protocol: { kind: 'rest', method: 'POST', path: '/policy/validation', answers: 'json' },
}

/** A change touches a few policies; a full scan of a large repository stops here. */
const MOST = 100

/** Asks IAM Access Analyzer about documents, each once; what it does not answer is one notification. */
export function policyValidator(session: AwsSession, limits: Partial<Limits> = {}) {
  const questions = new AskOnce(session, MOST, limits)
  const validate: ValidatePolicy = async (policyDocument, policyType) => {
    const answer = await questions.ask(VALIDATE_POLICY, { policyDocument, policyType })
    return answer && listOf(answer.findings).map(opinionOf)
  }
  const notifications = (): Notification[] => [
    ...questions.refusals.map(refusalTold),
    ...(questions.isFull ? [analyzerTold(`AWS was asked about the first ${MOST} policies only.`)] : []),
  ]
  return { validate, notifications }
}

export const analyzerTold = (message: string): Notification => ({ level: 'warning', id: 'access-analyzer', message })

export function refusalTold({ call, why }: Refusal): Notification {
  return analyzerTold(`${call.name} was not answered (${why}): ${call.lost}. docs/account.md has the permission.`)
}

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
