import { serviceOf } from '../../aws/actions/catalogue.ts'
import { type ManagedPolicy, managedDocument, managedPolicy } from '../../aws/managed-policies/managed-policies.ts'
import type { Analysis } from '../../core/analysis.ts'
import type { Confidence, Severity } from '../../core/finding.ts'
import type { AttachmentNode } from '../../core/node.ts'
import { defineRule, type Hit } from '../../core/rule.ts'
import { PRIVILEGED_SERVICES } from '../../iam/actions.ts'
import { adminIn } from '../../iam/admin.ts'
import { lighter } from '../../iam/escalation.ts'
import { escalationMessage, escalationSteps } from '../../iam/escalation-messages.ts'
import { joinedDanger } from '../../iam/joined-dangers.ts'
import { holderWords, listed, number, quote } from '../../iam/messages.ts'
import { type Principal, permissionsWithin, principalsOf } from '../../iam/principals.ts'
import { isForManagedService } from '../../iam/service-roles.ts'

export default defineRule({
  meta: {
    id: 'iam/risky-managed-policy',
    title: 'Attached managed policy grants far more than most holders need',
    severity: 'medium',
    about: 'grant',
    domain: 'iam',
    practice: 'least privilege',
    description:
      'Policies that AWS manages are made to fit everyone, so they reach every resource of the account, and AWS widens them without asking. Some make their holder an administrator, or let it become one.',
    remediation:
      'Write a policy of your own with the actions that are used and the resources they are used on; take the managed one as a draft.',
    cwe: ['CWE-250', 'CWE-269'],
    references: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html',
      'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html',
    ],
  },
  on: 'attachment',
  *check(attachment, { unit }) {
    if (attachment.boundary) return
    const principal = principalsOf(unit).principal(attachment.holder)
    const policy = managedPolicy(attachment.policyArn.value)
    const risk = policy ? riskOf(policy, principal, unit) : shortNameRisk(attachment.policyArn.value)
    if (risk)
      yield { ...hit(attachment, risk, principal), properties: { policy: policy?.name ?? attachment.policyArn.value } }
    if (principal && policy) yield* together(attachment, principal, unit)
  },
})

interface Risk {
  readonly severity: Severity
  /** Completes "`AdministratorAccess` …". */
  readonly what: string
  readonly category: string
}

function hit(attachment: AttachmentNode, risk: Risk, principal: Principal | undefined): Hit {
  const { policyArn } = attachment
  const bounded = principal?.unknownBoundary === true
  const severity = bounded ? lighter(risk.severity, 'medium') : risk.severity
  const confidence: Confidence = bounded ? 'low' : 'high'
  const who = principal ? holderWords(principal) : 'its holder'
  return {
    severity,
    confidence,
    span: policyArn.span,
    message: `${quote(shortName(policyArn.value))} ${risk.what.replace('<holder>', who)}.`,
    element: `${shortName(policyArn.value)} ${risk.category}`,
  }
}

const shortName = (arn: string): string => arn.slice(arn.indexOf(':policy/') === -1 ? 0 : arn.indexOf(':policy/') + 8)

function riskOf(policy: ManagedPolicy, principal: Principal | undefined, unit: Analysis): Risk | undefined {
  const has = (category: ManagedPolicy['categories'][number]): boolean => policy.categories.includes(category)
  // Made for AWS's own services, which use them as they are meant.
  const served = policy.name.startsWith('service-role/') || isForManagedService(principal)
  const limit: Severity = served && !has('full-admin') && !has('near-admin') ? 'low' : 'critical'
  const risk = (severity: Severity, category: string, what: string): Risk => ({
    severity: lighter(severity, limit),
    category,
    what,
  })
  if (has('full-admin'))
    return isContained(policy, principal, unit)
      ? undefined
      : risk('critical', 'full-admin', 'makes <holder> an administrator')
  if (has('near-admin'))
    return risk('high', 'near-admin', `grants <holder> ${number(policy.actions)} actions on every resource`)
  if (has('privilege-escalation')) {
    return risk('high', 'privilege-escalation', 'lets <holder> grant itself every permission, or become anyone')
  }
  if (has('passrole-escalation')) {
    return risk(
      'high',
      'passrole-escalation',
      'lets <holder> start code under any role that trusts the service, and so act as it',
    )
  }
  const privileged = policy.services.filter((service) => PRIVILEGED_SERVICES.has(service))
  if (privileged.length > 0) {
    return risk(
      'high',
      'service-wildcard',
      `grants <holder> every action of ${listed(privileged.map(quote))} on every resource`,
    )
  }
  if (has('passrole-wildcard')) return risk('medium', 'passrole-wildcard', 'lets <holder> pass any role to any service')
  if (has('passrole-escalation-name-pattern')) {
    return risk('medium', 'passrole-escalation', 'lets <holder> start code under roles whose name fits a pattern')
  }
  if (has('data-exfiltration')) {
    return risk('note', 'data-exfiltration', `reads data of the whole account (${listed(policy.reads.map(quote), 3)})`)
  }
  return undefined
}

/** The boundary, in sight, leaves no administrator of it. */
function isContained(policy: ManagedPolicy, principal: Principal | undefined, unit: Analysis): boolean {
  if (!principal || principal.boundaries.length === 0) return false
  const document = managedDocument(policy, { value: '', span: principal.holder.span })
  return adminIn(permissionsWithin(document, principal, unit)) === undefined
}

/** `s3:FullAccess`, as launchers take it: a whole service under a short name. */
function shortNameRisk(value: string): Risk | undefined {
  const [, service = '', level = ''] = /^([a-z0-9-]+):(\w+)$/i.exec(value) ?? []
  if (!/^(full|admin)/i.test(level) || !serviceOf(service.toLowerCase())) return undefined
  const severity = PRIVILEGED_SERVICES.has(service.toLowerCase()) ? 'high' : 'medium'
  return {
    severity,
    category: 'service-wildcard',
    what: `grants <holder> every action of ${quote(service)} on every resource`,
  }
}

/** Managed policies that are dangerous only together; joins with policies of the repository are told there. */
function* together(attachment: AttachmentNode, principal: Principal, unit: Analysis): Iterable<Hit> {
  const danger = joinedDanger(principal, unit)
  if (!danger || danger.parts.some((part) => part.node) || danger.parts[0]?.attachment !== attachment) return
  const { escalation } = danger
  yield {
    severity: escalation?.severity ?? 'high',
    span: attachment.policyArn.span,
    message: escalation
      ? `Harmless alone, not together: ${escalationMessage(escalation, principal, 0)}`
      : `All policies of ${holderWords(principal)} together make it an administrator.`,
    element: 'together',
    related: danger.parts
      .slice(1)
      .flatMap((part) =>
        part.attachment ? [{ span: part.attachment.policyArn.span, message: 'the other part' }] : [],
      ),
    ...(escalation && { properties: { path: escalationSteps(escalation, principal), technique: escalation.path.id } }),
  }
}
