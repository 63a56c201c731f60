import { type Severity, steppedDown } from '../../core/finding.ts'
import { defineRule } from '../../core/rule.ts'
import { assessPolicy } from '../../iam/assessment.ts'
import { serviceWildcard, type WholeServices } from '../../iam/dangers/service-wildcard.ts'
import { groupedBy } from '../../iam/groups.ts'
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
    const told = assessment?.told(serviceWildcard) ?? []
    // One policy is one thing to mend, however many services it names.
    for (const [severity, some] of groupedBy(told, severityOf)) {
      const [first, ...others] = some
      const services = [...new Set(some.flatMap((one) => one.services))]
      yield {
        ...adjustSeverity(severity, 'high', policy, assessment!),
        span: first!.action.span,
        message: messageOf(some, services),
        element: some.map(elementOf).sort().join(','),
        elements: some.map(elementOf),
        related: [
          ...others.slice(0, 20).map(({ action }) => ({ span: action.span, message: `${quote(action)} as well` })),
          ...mitigations(assessment!.permissions),
        ],
        properties: { services },
      }
    }
  },
})

function severityOf({ privileged, allowEntry }: WholeServices): Severity {
  const severity = privileged ? 'high' : 'medium'
  return allowEntry.judgement.strength === 'contextual' ? steppedDown(severity) : severity
}

const isNamed = ({ action, allowEntry }: WholeServices): boolean => allowEntry.statement.actions.includes(action)

const elementOf = (one: WholeServices): string => (isNamed(one) ? one.action.value.toLowerCase() : 'NotAction')

function messageOf(some: readonly WholeServices[], services: readonly string[]): string {
  const [first] = some
  const who = listed([...new Set(some.map((one) => (isNamed(one) ? quote(one.action) : 'NotAction')))])
  const resources = new Set(some.map(({ resource }) => (resource ? quote(resource) : 'every resource')))
  const on = resources.size === 1 ? [...resources][0] : 'every resource, or all that the service has of them'
  return `${who} grant${some.length === 1 || !first ? 's' : ''} every action of ${listed(services.map((service) => quote(service)))} on ${on}.`
}
