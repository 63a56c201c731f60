import { steppedDown } from '../../core/finding.ts'
import { defineRule } from '../../core/rule.ts'
import { assessPolicy } from '../../iam/assessment.ts'
import { permissionsManagement } from '../../iam/dangers/permissions-management.ts'
import { listed, narrowedArn, quote, reachOfGrant } from '../../iam/messages.ts'
import { adjustSeverity } from '../../iam/severity.ts'

export default defineRule({
  meta: {
    id: 'iam/permissions-management',
    title: "Policy changes everyone's permissions on its resources",
    severity: 'medium',
    about: 'grant',
    domain: 'iam',
    practice: 'least privilege',
    description:
      'Actions that AWS files under "Permissions management" decide who may use a bucket, a key or a queue. On every resource, they open any of them to anyone.',
    remediation: 'Name the resources whose permissions may be changed.',
    cwe: ['CWE-250', 'CWE-732'],
    references: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html',
    ],
  },
  on: 'policy',
  *check(policy, { unit }) {
    const assessment = assessPolicy(policy, unit)
    const [first, ...others] = assessment?.told(permissionsManagement) ?? []
    if (!assessment || !first) return
    const names = others.map((grant) => quote(grant.name))
    yield {
      ...adjustSeverity(
        first.allowEntry.judgement.strength === 'contextual' ? steppedDown('medium') : 'medium',
        'high',
        policy,
        assessment,
      ),
      span: first.action.span,
      message: `${quote(first.name)} changes who may use ${reachOfGrant(first)}${names.length > 0 ? `; so does ${listed(names)}` : ''}.`,
      element: 'permissions-management',
      remediation: `Name what may be opened: Resource \`${narrowedArn(first.name)}\`.`,
      properties: { actions: [first.name, ...others.map((grant) => grant.name)] },
    }
  },
})
