import type { ResourceNode } from '../../core/node.ts'
import { valueAt, wordOf } from '../../extract/arguments.ts'
import { requirementRule } from '../hygiene.ts'
import { attributeOf } from './attributes.ts'

export default requirementRule(
  {
    id: 'network/invalid-headers',
    title: 'Load balancer passes malformed headers on',
    severity: 'note',
    practice: 'TLS on every way in',
    description:
      'Headers that are not well-formed are how requests are smuggled past a load balancer to the machine behind it.',
    remediation: 'Set `drop_invalid_header_fields = true`.',
    cwe: ['CWE-444'],
    references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html'],
  },
  [
    {
      types: 'aws_lb',
      at: ['drop_invalid_header_fields', undefined],
      is: 'on',
      where: isApplication,
      says: 'passes headers on that are not well-formed',
    },
    {
      types: 'aws_lb',
      at: [undefined, 'load_balancer_attributes'],
      is: (value) => attributeOf(value, 'routing.http.drop_invalid_header_fields.enabled'),
      absent: 'wrong',
      where: isApplication,
      says: 'passes headers on that are not well-formed',
    },
  ],
)

function isApplication(balancer: ResourceNode): boolean {
  const type = valueAt(balancer, ['load_balancer_type', 'type'])
  return type === undefined || wordOf(type) === 'application'
}
