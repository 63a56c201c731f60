import { defineRule } from '../../core/rule.ts'
import { leafOf, member } from '../../core/value.ts'
import { quote } from '../../iam/messages.ts'

export default defineRule({
  meta: {
    id: 'iam/long-lived-key',
    title: 'Access key of a user is made here',
    severity: 'medium',
    about: 'hygiene',
    domain: 'iam',
    practice: 'roles over users',
    description:
      'The key never expires, and its secret half lies in the Terraform state or in the outputs of the stack, for whoever can read them.',
    remediation:
      'Let machines assume a role: an instance profile or task role inside AWS, OIDC for GitHub Actions and other CI, IAM Roles Anywhere elsewhere.',
    cwe: ['CWE-798', 'CWE-522'],
    references: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
      'https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws',
    ],
  },
  on: 'resource',
  *check({ type, span, arguments: properties }) {
    if (type !== 'aws_iam_access_key' && type !== 'AWS::IAM::AccessKey') return
    const status = leafOf(member(properties, 'status') ?? member(properties, 'Status'))
    if (status?.value === 'Inactive') return
    const user = leafOf(member(properties, 'user') ?? member(properties, 'UserName'))
    yield {
      span,
      message: `A key that never expires is made for ${user ? `user ${quote(user)}` : 'a user'}; its secret is kept where this is applied.`,
      element: 'access-key',
    }
  },
})
