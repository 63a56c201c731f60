import { DEFAULT_THRESHOLDS, defineRule } from '../../core/rule.ts'
import { valueAt } from '../../extract/arguments.ts'
import { quote } from '../../iam/messages.ts'
import { accountMeta, daysSince } from './facts.ts'

export default defineRule({
  meta: accountMeta({
    id: 'account/unused-role',
    title: 'Role that nobody has assumed for long',
    severity: 'note',
    practice: 'least privilege',
    description:
      'What a role may do, whoever gets in may do, whether or not it is used. AWS remembers the last use for 400 days.',
    remediation: 'Delete it; first deny it everything for a while where nobody knows what it was for.',
    cwe: ['CWE-1188'],
    references: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage_delete.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html',
    ],
  }),
  on: 'resource',
  types: ['aws_iam_role'],
  *check(role, context) {
    const { unusedDays } = context.thresholds ?? DEFAULT_THRESHOLDS
    const used = valueAt(role, 'role_last_used.last_used_date')
    const since = daysSince(role, 'role_last_used.last_used_date', context) ?? daysSince(role, 'create_date', context)
    if (since === undefined || since <= unusedDays) return
    const name = quote(role.name)
    yield {
      span: (used ?? valueAt(role, 'role_name') ?? role).span,
      message: used
        ? `Role ${name} was last assumed ${since} days ago.`
        : `Role ${name} is ${since} days old, and nobody is known to have assumed it.`,
      element: 'unused',
    }
  },
})
