import { defineRule } from '../../core/rule.ts'
import { UNKNOWN } from '../../core/text.ts'
import { ownAccount, sourceAccountEdit } from '../../iam/condition-edit.ts'
import { judgeConditions } from '../../iam/conditions.ts'
import { listed, quote } from '../../iam/messages.ts'
import { isOutOfScope } from '../../iam/out-of-scope.ts'
import { isAllow } from '../../iam/public-access.ts'

/** They say nothing of a source: with a condition on it they could not call at all. */
const SOURCELESS = new Set(['edgelambda.amazonaws.com', 'replicator.lambda.amazonaws.com'])

export default defineRule({
  meta: {
    id: 'trust/confused-deputy',
    title: 'Service is let in for whoever it works for',
    severity: 'medium',
    about: 'trust',
    domain: 'iam',
    fixable: true,
    practice: 'least privilege',
    description:
      'AWS services call on behalf of their customers. Without a condition on the source, the service may be sent here by any other customer: the confused deputy.',
    remediation: 'Add aws:SourceArn (the very resource that calls) or aws:SourceAccount (your account).',
    cwe: ['CWE-441'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html'],
  },
  on: 'policy',
  *check(policy, context) {
    const { unit } = context
    const { document, holders } = policy
    if (document.role !== 'resource' || isOutOfScope(policy, unit)) return
    for (const statement of document.statements.filter(isAllow)) {
      const services = statement.principals.filter(
        ({ type, value }) => type === 'Service' && !value.value.includes(UNKNOWN) && !SOURCELESS.has(value.value),
      )
      const [first] = services
      const { strength } = judgeConditions(statement.conditions, 'named')
      if (!first || strength === 'restricting' || strength === 'never') continue
      const actions = [...statement.actions, ...statement.notActions].map(quote)
      const account = ownAccount(policy, context)
      const fix = account && sourceAccountEdit(policy, statement, account, context)
      yield {
        confidence: holders.length === 0 ? 'low' : 'high',
        span: first.value.span,
        message: `${listed(
          services.map(({ value }) => quote(value)),
          3,
        )} may do ${listed(actions, 3)} for any customer of AWS.`,
        element: first.value.value,
        remediation: `Say for whom: \`"Condition": {"ArnLike": {"aws:SourceArn": "<ARN of what calls>"}}\`, or \`{"StringEquals": {"aws:SourceAccount": "<account>"}}\`.`,
        ...(fix && { fix }),
      }
    }
  },
})
