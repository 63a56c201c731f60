import { defineRule } from '../../core/rule.ts'
import { isIn } from '../../iam/existing-principals.ts'
import { grantsOf, permissionsIn } from '../../iam/grants.ts'
import { quote } from '../../iam/messages.ts'
import { isOutOfScope } from '../../iam/out-of-scope.ts'
import { isIdentityPolicy } from '../../iam/principals.ts'

export default defineRule({
  meta: {
    id: 'iam/unknown-account',
    title: 'Roles of an account that is not known',
    severity: 'low',
    about: 'hygiene',
    domain: 'iam',
    practice: 'least privilege',
    description:
      'The policy lets its holder assume roles of an account that is neither trusted in the configuration nor among those given with --account-data, so nobody can say what that comes to.',
    remediation:
      'Give the account with --account-data, or name it under trusted-accounts if it is yours; else take it out.',
    cwe: ['CWE-284'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/tutorial_cross-account-with-roles.html'],
  },
  on: 'policy',
  *check(policy, { unit, trustedAccounts }) {
    const { accounts } = unit.session
    if (accounts.length === 0 || !isIdentityPolicy(policy) || isOutOfScope(policy, unit)) return
    const told = new Set<string>()
    for (const { allowEntry, action } of grantsOf(permissionsIn(policy.document, unit), 'sts:AssumeRole')) {
      const { pattern, resource } = allowEntry
      const account = /^arn:[^:]*:iam::(\d{12}):/.exec(pattern)?.[1]
      if (!account || told.has(account) || trustedAccounts.has(account)) continue
      if (accounts.some((one) => isIn(one, pattern))) continue
      told.add(account)
      yield {
        span: (resource ?? action).span,
        message: `${quote(resource ?? action)} is of account ${quote(account)}, which is not among the accounts that are known (${accounts.map((one) => one.account).join(', ')}).`,
        element: account,
        properties: { account },
      }
    }
  },
})
