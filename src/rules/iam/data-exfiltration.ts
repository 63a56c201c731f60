import { steppedDown } from '../../core/finding.ts'
import { defineRule } from '../../core/rule.ts'
import { assessPolicy } from '../../iam/assessment.ts'
import { dataExfiltration, SENSITIVE_READS } from '../../iam/dangers/data-exfiltration.ts'
import { listed, narrowedArn, quote } from '../../iam/messages.ts'
import { adjustSeverity } from '../../iam/severity.ts'

export default defineRule({
  meta: {
    id: 'iam/data-exfiltration',
    title: 'Policy reads sensitive data of the whole account',
    severity: 'medium',
    about: 'grant',
    domain: 'iam',
    practice: 'least privilege',
    description:
      'Reading is enough to lose data: secrets, parameters, objects, tables and snapshots of everything in the account, not only of what this holder works on.',
    remediation: 'Name the secrets, buckets, tables or keys in Resource.',
    cwe: ['CWE-200', 'CWE-250'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  },
  on: 'policy',
  *check(policy, { unit }) {
    const assessment = assessPolicy(policy, unit)
    const [worst, ...others] = assessment?.told(dataExfiltration) ?? []
    if (!assessment || !worst) return
    const grave = /^(secretsmanager|ssm|s3|kms):/.test(worst.name) ? 'medium' : 'low'
    const severity = worst.allowEntry.judgement.strength === 'contextual' ? steppedDown(grave) : grave
    const names = others.map((grant) => quote(grant.name))
    yield {
      ...adjustSeverity(severity, 'high', policy, assessment),
      span: worst.action.span,
      message: `${quote(worst.action)} ${SENSITIVE_READS.get(worst.name)}${names.length > 0 ? `; as far reach ${listed(names)}` : ''}.`,
      element: worst.name,
      remediation: `Name what is read: Resource \`${narrowedArn(worst.name)}\`.`,
      related: others
        .filter((grant) => grant.action !== worst.action)
        .slice(0, 8)
        .map((grant) => ({ span: grant.action.span, message: SENSITIVE_READS.get(grant.name)! })),
      properties: { actions: [worst.name, ...others.map((grant) => grant.name)] },
    }
  },
})
