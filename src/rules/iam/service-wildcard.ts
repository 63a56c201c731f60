import { steppedDown } from '../../core/finding.ts'
import { defineRule } from '../../core/rule.ts'
import { assessPolicy } from '../../iam/assessment.ts'
import { serviceWildcard } from '../../iam/dangers/service-wildcard.ts'
import { listed, quote } from '../../iam/messages.ts'
import { adjustSeverity, mitigations } from '../../iam/severity.ts'

export default defineRule({
  meta: {
    id: 'iam/service-wildcard',
    title: 'Policy grants a whole service on every resource',
    severity: 'high',
    about: 'grant',
    domain: 'iam',
    practice: 'least privilege',
    description:
      'Every action of a service on everything it holds: reading, changing, deleting and giving others access, and every action that AWS adds to the service later. High for services that hold the keys or the data (IAM, STS, Organizations, KMS, Secrets Manager, S3, Lambda, EC2, CloudFormation), medium for the others.',
    remediation: 'Name the actions that are used, and the resources they are used on.',
    cwe: ['CWE-250'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  },
  on: 'policy',
  *check(policy, { unit }) {
    const assessment = assessPolicy(policy, unit)
    for (const { action, resource, allowEntry, services, privileged } of assessment?.told(serviceWildcard) ?? []) {
      const severity = privileged ? 'high' : 'medium'
      const contextual = allowEntry.judgement.strength === 'contextual'
      const named = allowEntry.statement.actions.includes(action)
      yield {
        ...adjustSeverity(contextual ? steppedDown(severity) : severity, 'high', policy, assessment!),
        span: action.span,
        message: named
          ? `${quote(action)} grants every action of ${listed(services.map((service) => quote(service)))} on ${resource ? quote(resource) : 'every resource'}.`
          : `NotAction grants every action of ${listed(services.map((service) => quote(service)))} on every resource.`,
        element: named ? action.value.toLowerCase() : 'NotAction',
        related: mitigations(assessment!.permissions),
        properties: { services },
      }
    }
  },
})
