import { defineRule } from '../../core/rule.ts'
import { valueAt, wordOf, wordsOf } from '../../extract/arguments.ts'
import { quote } from '../../iam/messages.ts'
import { accountMeta } from './facts.ts'

export default defineRule({
  meta: accountMeta({
    id: 'account/unused-provider',
    title: 'Identity provider that no role trusts',
    severity: 'note',
    practice: 'OIDC in CI, trust scoped to organisation and repository',
    description:
      'A provider that no role trusts lets nobody in today. It is a door that waits for a role whose trust policy is written in haste.',
    remediation: 'Delete the provider, unless a role for it is about to be made.',
    cwe: ['CWE-1188'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html'],
  }),
  on: 'resource',
  types: ['aws_iam_openid_connect_provider', 'aws_iam_saml_provider'],
  *check(provider) {
    const trusters = valueAt(provider, 'trusted_by')
    if (!trusters || wordsOf(trusters).known.length > 0) return
    const name = wordOf(valueAt(provider, 'url') ?? valueAt(provider, 'name')) ?? provider.name
    yield { span: provider.span, message: `No role of the account trusts ${quote(name)}.`, element: 'trusters' }
  },
})
