import type { AwsCall } from '../../account/calls.ts'
import type { Notification } from '../../core/finding.ts'
import type { PolicyCheck, PolicyChecks } from '../../core/rule.ts'
import { AskOnce } from './api/ask-once.ts'
import { listOf, type Parameters } from './api/protocol.ts'
import type { Limits } from './attempts.ts'
import type { AwsSession } from './session.ts'
import { analyzerTold, refusalTold } from './validate-policy.ts'

/** US dollars a call, as https://aws.amazon.com/iam/access-analyzer/pricing/ had it in November 2026. */
const PRICE = 0.002
const MOST = 50

/** What whoever switches them on is told before the first one is asked. */
export const PRICE_TOLD = `Custom policy checks of AWS: at most ${MOST} a run, ${dollars(PRICE)} US dollars each, so ${dollars(MOST * PRICE)} at most.`

const check = (name: PolicyCheck, path: string, lost: string): AwsCall => ({
  name: `access-analyzer:${name}`,
  lost,
  protocol: { kind: 'rest', method: 'POST', path, answers: 'json' },
})

export const POLICY_CHECK_CALLS: Readonly<Record<PolicyCheck, AwsCall>> = {
  CheckNoNewAccess: check(
    'CheckNoNewAccess',
    '/policy/check-no-new-access',
    'whether AWS finds new access in changed policies is not told',
  ),
  CheckAccessNotGranted: check(
    'CheckAccessNotGranted',
    '/policy/check-access-not-granted',
    'whether AWS finds the actions granted that must not be is not told',
  ),
  CheckNoPublicAccess: check(
    'CheckNoPublicAccess',
    '/policy/check-no-public-access',
    'whether AWS finds changed policies of resources public is not told',
  ),
}

/** Asks the custom policy checks of IAM Access Analyzer, each question once, and says what that cost. */
export function policyChecker(session: AwsSession, deniedActions: readonly string[], limits: Partial<Limits> = {}) {
  const questions = new AskOnce(session, MOST, limits)
  const checks: PolicyChecks = {
    deniedActions,
    ask: async (name, parameters) => {
      const answer = await questions.ask(POLICY_CHECK_CALLS[name], parameters as Parameters)
      return (
        answer && {
          passes: answer.result === 'PASS',
          message: String(answer.message ?? ''),
          reasons: listOf(answer.reasons).map(({ description, statementIndex }) => ({
            description: String(description ?? ''),
            ...(typeof statementIndex === 'number' ? { statement: statementIndex } : {}),
          })),
        }
      )
    },
  }
  const notifications = (): Notification[] => [
    ...questions.refusals.map(refusalTold),
    ...(questions.count > 0 ? [cost(questions.count)] : []),
    ...(questions.isFull
      ? [analyzerTold(`Of the checks that AWS charges for the first ${MOST} were asked only.`)]
      : []),
  ]
  return { checks, notifications }
}

function cost(count: number): Notification {
  const message = `AWS was asked ${count} custom policy ${count === 1 ? 'check' : 'checks'}, ${dollars(count * PRICE)} US dollars.`
  return { level: 'note', id: 'access-analyzer-cost', message }
}

function dollars(amount: number): string {
  return amount.toFixed(3).replace(/0$/, '')
}
