import type { Value } from '../../core/value.ts'
import { wordOf } from '../../extract/arguments.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'iam/optional-mfa',
    title: 'People log in without a second factor',
    severity: 'note',
    practice: 'MFA',
    description: 'A password that was guessed, stolen or used elsewhere is all it takes to be somebody else.',
    remediation: 'Set `mfa_configuration` to `ON`, or to `OPTIONAL` with a risk that asks for it.',
    cwe: ['CWE-308'],
    references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html'],
  },
  [
    {
      types: 'aws_cognito_user_pool',
      at: 'mfa_configuration',
      is: isAsked,
      absent: 'wrong',
      says: 'asks nobody for a second factor',
    },
  ],
)

function isAsked(value: Value): boolean | undefined {
  const word = wordOf(value)
  return word === undefined ? undefined : word !== 'OFF'
}
