import type { PolicyNode } from '../../core/node.ts'
import { defineRule } from '../../core/rule.ts'
import { groupedBy } from '../../iam/groups.ts'
import { listed, quote } from '../../iam/messages.ts'
import { isOutOfScope } from '../../iam/out-of-scope.ts'
import { type OpenTrustGrant, openTrustGrants } from '../../iam/public-access.ts'

export default defineRule({
  meta: {
    id: 'trust/any-principal',
    title: 'Anyone at all is let in',
    severity: 'critical',
    about: 'trust',
    domain: 'iam',
    practice: 'least privilege',
    description:
      'A trust or resource policy with the principal `*` and nothing that narrows it is open to every AWS account, often to anyone on the internet. `"AWS": "*"` is just as open as `"*"`.',
    remediation:
      'Name the principals, or narrow them: "StringEquals": {"aws:PrincipalOrgID": "<o-…>"}, or aws:SourceArn and aws:SourceAccount where a service calls.',
    cwe: ['CWE-284', 'CWE-732'],
    references: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    ],
  },
  on: 'policy',
  *check(policy, { unit }) {
    const { role } = policy.document
    if ((role !== 'trust' && role !== 'resource') || isOutOfScope(policy, unit)) return
    const all = openTrustGrants(policy, unit)
    // Whoever reads of the door reads of all that it opens.
    for (const [, some] of groupedBy(all, ({ severity, narrowed }) => `${severity} ${narrowed}`)) {
      const [first, ...others] = some
      const { severity, narrowed, principal } = first!
      yield {
        severity,
        confidence: narrowed === 'unclear' || policy.holders.length === 0 ? 'low' : 'high',
        span: principal.value.span,
        message: message(some, policy),
        element: some.map(elementOf).sort().join(', '),
        elements: some.map(elementOf),
        related: others.slice(0, 20).map((one) => ({ span: one.principal.value.span, message: 'here as well' })),
        remediation: remedy(policy),
      }
    }
  },
})

function elementOf({ statement }: OpenTrustGrant): string {
  const actions = [...statement.actions, ...statement.notActions]
  return `${statement.sid?.value ?? ''} ${actions[0]?.value ?? ''}`.trim()
}

function message(some: readonly OpenTrustGrant[], { document, holders }: PolicyNode): string {
  const holder = holders[0]
  const what = holder ? quote(holder.name ?? holder.address) : 'this resource'
  const actions = some.flatMap(({ statement }) =>
    statement.actions.length > 0 ? statement.actions.map(quote) : ['everything but what NotAction names'],
  )
  const open =
    document.role === 'trust'
      ? `Anyone, in any account, may become ${holder ? `role ${what}` : 'this role'}`
      : `Anyone may do ${listed([...new Set(actions)], 3)} with ${what}`
  return `${open}${tail(some[0]!.narrowed)}.`
}

function tail(narrowed: OpenTrustGrant['narrowed']): string {
  switch (narrowed) {
    case 'address':
      return ' from the addresses that are named'
    case 'unclear':
      return ', unless a condition that is not known here narrows it'
    case 'network':
      return ', from wherever its network lets them'
    case 'embedded':
      return ', if it is a policy in use'
    case 'blocked':
      return '; the public access block keeps it shut for now'
    default:
      return ''
  }
}

function remedy({ document, holders }: PolicyNode): string {
  if (document.role === 'trust') {
    return 'Name who may assume the role: `"Principal": {"AWS": "arn:aws:iam::<account>:role/<name>"}`; for other companies add `"StringEquals": {"sts:ExternalId": "<id>"}`.'
  }
  const organization = '`"Condition": {"StringEquals": {"aws:PrincipalOrgID": "<o-…>"}}`'
  switch (holders[0]?.service) {
    case 's3':
      return `Serve public files through CloudFront with origin access control, and name it: \`"Principal": {"Service": "cloudfront.amazonaws.com"}\` with \`"StringEquals": {"aws:SourceArn": "<ARN of the distribution>"}\`. Otherwise ${organization}.`
    case 'kms':
      return `Name the account: \`"Principal": {"AWS": "arn:aws:iam::<account>:root"}\`, or add \`"Condition": {"StringEquals": {"kms:CallerAccount": "<account>"}}\`.`
    case 'sqs':
    case 'sns':
    case 'lambda':
    case 'events':
      return `Name the service that calls, with \`"Condition": {"ArnEquals": {"aws:SourceArn": "<ARN of what calls>"}}\`, or ${organization}.`
    default:
      return `Name the principals, or add ${organization}.`
  }
}
