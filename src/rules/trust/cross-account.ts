import { accountOf, isOfAws, ownAccounts } from '../../aws/accounts.ts'
import { defineRule } from '../../core/rule.ts'
import { asksSecondFactor, judgeConditions } from '../../iam/conditions.ts'
import { quote } from '../../iam/messages.ts'
import { isOutOfScope } from '../../iam/out-of-scope.ts'
import { isAllow } from '../../iam/public-access.ts'

export default defineRule({
  meta: {
    id: 'trust/cross-account',
    title: 'Another account is let in',
    severity: 'medium',
    about: 'trust',
    domain: 'iam',
    practice: 'least privilege',
    description:
      'Whoever controls that account decides who uses this door. That may be meant: then say so once, under trusted-accounts in the configuration.',
    remediation:
      'Add the account to trusted-accounts if it is yours. For a vendor, require the external id it gave you; inside an organization, aws:PrincipalOrgID.',
    cwe: ['CWE-284'],
    references: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/tutorial_cross-account-with-roles.html',
    ],
  },
  on: 'policy',
  *check(policy, { trustedAccounts, unit }) {
    const { document, holders } = policy
    if ((document.role !== 'trust' && document.role !== 'resource') || isOutOfScope(policy, unit)) return
    const own = ownAccounts(document)
    for (const statement of document.statements.filter(isAllow)) {
      const told = new Set<string>()
      for (const { type, value } of statement.principals) {
        const account = type === 'AWS' ? accountOf(value.value) : undefined
        if (!account || told.has(account) || trustedAccounts.has(account) || own.has(account) || isOfAws(account))
          continue
        told.add(account)
        const { strength, keys } = judgeConditions(statement.conditions, 'named')
        const whole = /^\d+$|:root$/.test(value.value)
        const narrowed = strength === 'restricting' || asksSecondFactor(statement)
        const guard =
          [...keys].find((key) => key === 'sts:externalid' || key.startsWith('aws:principalorg')) ?? [...keys][0]
        yield {
          severity: narrowed ? 'note' : 'medium',
          confidence: holders.length === 0 ? 'low' : 'medium',
          span: value.span,
          message: `Account ${quote(account)} is let in${whole ? ' as a whole: any user and role of it that its own policies allow' : ` as ${quote(value)}`}${
            narrowed && guard ? `, under ${quote(guard)}` : ''
          }.`,
          element: account,
          remediation: narrowed
            ? `Add \`${account}\` to trusted-accounts if it is yours.`
            : document.role === 'trust'
              ? `Add \`${account}\` to trusted-accounts if it is yours; else require \`"Condition": {"StringEquals": {"sts:ExternalId": "<id>"}}\`.`
              : `Add \`${account}\` to trusted-accounts if it is yours; else require \`"Condition": {"StringEquals": {"aws:PrincipalOrgID": "<o-…>"}}\`.`,
          properties: { account },
        }
      }
    }
  },
})
