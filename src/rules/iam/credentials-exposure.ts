import { steppedDown } from '../../core/finding.ts'
import { defineRule } from '../../core/rule.ts'
import { assessPolicy } from '../../iam/assessment.ts'
import { credentialsExposure } from '../../iam/dangers/credentials-exposure.ts'
import { listed, narrowedArn, quote, reachOfGrant } from '../../iam/messages.ts'
import { adjustSeverity } from '../../iam/severity.ts'

export default defineRule({
  meta: {
    id: 'iam/credentials-exposure',
    title: 'Policy can fetch credentials of others',
    severity: 'medium',
    about: 'grant',
    domain: 'iam',
    practice: 'least privilege',
    description:
      'The answer to these actions is a password, a token or a key, for every database, instance or user there is.',
    remediation: 'Name the databases, instances or users in Resource.',
    cwe: ['CWE-522', 'CWE-250'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  },
  on: 'policy',
  *check(policy, { unit }) {
    const assessment = assessPolicy(policy, unit)
    const [worst, ...others] = assessment?.told(credentialsExposure) ?? []
    if (!assessment || !worst) return
    const names = others.map((grant) => quote(grant.name))
    yield {
      ...adjustSeverity(
        worst.allowEntry.judgement.strength === 'contextual' ? steppedDown('medium') : 'medium',
        'high',
        policy,
        assessment,
      ),
      span: worst.action.span,
      message: `${quote(worst.name)} gets credentials for ${reachOfGrant(worst)}${names.length > 0 ? `; so does ${listed(names)}` : ''}.`,
      element: worst.name,
      remediation: `Name what they are for: Resource \`${narrowedArn(worst.name)}\`.`,
      properties: { actions: [worst.name, ...others.map((grant) => grant.name)] },
    }
  },
})
