import { defineRule } from '../../core/rule.ts'
import { leafOf, member, type Value } from '../../core/value.ts'
import { listed } from '../../iam/messages.ts'

/** What CIS and AWS ask for at least. */
const SHORTEST = 14
const REQUIRED = [
  ['require_lowercase_characters', 'lower case'],
  ['require_uppercase_characters', 'upper case'],
  ['require_numbers', 'digits'],
  ['require_symbols', 'symbols'],
] as const

export default defineRule({
  meta: {
    id: 'iam/weak-password-policy',
    title: 'Account takes weak passwords',
    severity: 'low',
    about: 'hygiene',
    domain: 'iam',
    practice: 'password policy',
    description:
      'Console passwords of IAM users guard the account as much as keys do, and this policy lets them be short, plain or used again.',
    remediation:
      'At least 14 characters with all kinds required, and 24 remembered; better still, no IAM users but IAM Identity Center.',
    cwe: ['CWE-521'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  },
  on: 'resource',
  types: ['aws_iam_account_password_policy'],
  *check({ span, arguments: properties }) {
    const length = numberOf(member(properties, 'minimum_password_length'))
    const lacking = REQUIRED.filter(([name]) => leafOf(member(properties, name))?.value === 'false').map(
      ([, what]) => what,
    )
    const faults = [
      ...(length !== undefined && length < SHORTEST ? [`${length} characters are enough`] : []),
      ...(lacking.length > 0 ? [`${listed(lacking)} are not asked for`] : []),
      ...(numberOf(member(properties, 'password_reuse_prevention')) === 0 ? ['old ones may come back'] : []),
    ]
    if (faults.length === 0) return
    yield { span, message: `Passwords are weak: ${faults.join('; ')}.`, element: 'password-policy' }
  },
})

/** Undefined when it is absent or not known. */
function numberOf(value: Value | undefined): number | undefined {
  const number = Number(leafOf(value)?.value ?? Number.NaN)
  return Number.isNaN(number) ? undefined : number
}
