import type { Severity } from '../../core/finding.ts'
import type { PolicyNode } from '../../core/node.ts'
import type { PolicyRole } from '../../core/policy.ts'
import { defineRule, type Hit, type PolicyOpinion } from '../../core/rule.ts'
import { assessPolicy } from '../../iam/assessment.ts'
import { DANGERS } from '../../iam/dangers/index.ts'
import { documentJson } from '../../iam/document-json.ts'
import { listed, quote } from '../../iam/messages.ts'
import { isOutOfScope } from '../../iam/out-of-scope.ts'

export default defineRule({
  meta: {
    id: 'iam/access-analyzer',
    title: 'AWS finds fault with the policy',
    severity: 'medium',
    about: 'hygiene',
    domain: 'iam',
    practice: 'least privilege',
    description:
      'IAM Access Analyzer checks the grammar of a policy and what AWS knows of it. Its findings are told as those of AWS, beside ours: where both find something, and where one of them finds nothing.',
    remediation: 'Follow the page of AWS that the finding links.',
    cwe: ['CWE-284'],
    references: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-validation.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
    ],
  },
  on: 'policy',
  async *check(policy, { unit, validatePolicy }): AsyncGenerator<Hit> {
    const type = TYPES[policy.document.role]
    if (!validatePolicy || !type || isOutOfScope(policy, unit)) return
    const text = documentJson(policy.document)
    const opinions = text === undefined ? undefined : await validatePolicy(text, type)
    if (!opinions) return
    const ours = DANGERS.filter((danger) => (assessPolicy(policy, unit)?.told(danger).length ?? 0) > 0).map(
      ({ id }) => id,
    )
    const warned = opinions.some(({ type: kind }) => kind === 'SECURITY_WARNING')
    for (const opinion of opinions) {
      const alone =
        opinion.type === 'SECURITY_WARNING' && ours.length === 0 ? ' Rules of Keylatch find nothing there.' : ''
      yield {
        severity: SEVERITIES[opinion.type] ?? 'note',
        span: spanOf(policy, opinion),
        message: `AWS says (${opinion.code}): ${opinion.details}${alone}`,
        element: `${opinion.code} ${opinion.statement ?? ''}`,
        ...(opinion.link ? { remediation: `See ${opinion.link}` } : {}),
        properties: { source: 'IAM Access Analyzer', issueCode: opinion.code },
      }
    }
    if (ours.length > 0 && !warned && type === 'IDENTITY_POLICY') {
      yield {
        severity: 'note',
        span: spanOf(policy, {}),
        message: `AWS raises no security warning here, where Keylatch finds ${listed(ours.map((id) => quote(`iam/${id}`)))}: its validation does not ask what a grant leads to.`,
        element: 'no warning of AWS',
        properties: { source: 'IAM Access Analyzer' },
      }
    }
  },
})

const TYPES: Readonly<Partial<Record<PolicyRole, string>>> = {
  identity: 'IDENTITY_POLICY',
  boundary: 'IDENTITY_POLICY',
  trust: 'RESOURCE_POLICY',
  resource: 'RESOURCE_POLICY',
  scp: 'SERVICE_CONTROL_POLICY',
}

const SEVERITIES: Readonly<Record<PolicyOpinion['type'], Severity>> = {
  ERROR: 'medium',
  SECURITY_WARNING: 'medium',
  WARNING: 'low',
  SUGGESTION: 'note',
}

/** The statement that it is about, else the beginning of the document. */
function spanOf({ document, span }: PolicyNode, { statement }: Pick<PolicyOpinion, 'statement'>) {
  const found = document.statements[statement ?? 0]
  return found ? (found.sid ?? found.effect).span : span
}
