import { defineRule } from '../../core/rule.ts'
import type { Value } from '../../core/value.ts'
import { numberOf, switchOf, valueAt } from '../../extract/arguments.ts'
import { listed } from '../../iam/messages.ts'
import { undecided } from '../undecided.ts'

const META_ID = 'iam/weak-password-policy'

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
    id: META_ID,
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
  *check(policy, context) {
    const faults = FAULTS.flatMap(({ at, says, isWeak }) => {
      const value = valueAt(policy, at)
      if (value?.kind === 'unknown')
        context.notify(undecided(META_ID, policy, at, { value, span: value.span, within: value }))
      return isWeak(value) ? [says(value)] : []
    })
    const lacking = REQUIRED.filter(([at]) => isOff(valueAt(policy, at))).map(([, what]) => what)
    const all = lacking.length > 0 ? [...faults, `${listed(lacking)} are not asked for`] : faults
    if (all.length === 0) return
    yield { span: policy.span, message: `Passwords are weak: ${all.join('; ')}.`, element: 'password-policy' }
  },
})

interface Fault {
  readonly at: string
  readonly says: (value: Value | undefined) => string
  readonly isWeak: (value: Value | undefined) => boolean
}

/** What is not written is what AWS makes of nothing: six characters, none of any kind, kept for ever and used again. */
const FAULTS: readonly Fault[] = [
  {
    at: 'minimum_password_length',
    says: (value) => `${value ? numberOf(value) : 6} characters are enough`,
    isWeak: (value) => isLess(value, SHORTEST),
  },
  { at: 'password_reuse_prevention', says: () => 'old ones may come back', isWeak: (value) => isLess(value, 1) },
  {
    at: 'allow_users_to_change_password',
    says: () => 'nobody may change their own',
    isWeak: (value) => value !== undefined && switchOf(value) === false,
  },
]

const isLess = (value: Value | undefined, least: number): boolean => {
  const number = value ? numberOf(value) : 0
  return number !== undefined && number < least
}

/** Not written is not asked for. */
const isOff = (value: Value | undefined): boolean => value === undefined || switchOf(value) === false
