import { defineRule } from '../../core/rule.ts'
import { leafOf } from '../../core/value.ts'
import { partOf } from '../../extract/arguments.ts'
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
  types: ['aws_iam_access_key'],
  *check({ span, arguments: properties }) {
    const status = leafOf(partOf(properties, 'status'))
    if (status?.value === 'Inactive') return
    const user = leafOf(partOf(properties, 'user') ?? partOf(properties, 'user_name'))
    yield {
      span,
      message: `A key that never expires is made for ${user ? `user ${quote(user)}` : 'a user'}; its secret is kept where this is applied.`,
      element: 'access-key',
    }
  },
})
