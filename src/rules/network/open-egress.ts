import { defineRule } from '../../core/rule.ts'
import { undecided } from '../undecided.ts'
import { internetBlocks, OPENING_TYPES, openingsOf } from './openings.ts'

export default defineRule({
  meta: {
    id: 'network/open-egress',
    title: 'Everything may connect to the whole internet',
    severity: 'note',
    about: 'hygiene',
    domain: 'machines',
    practice: 'security groups: no 0.0.0.0/0 ingress but 80 and 443; egress narrowed',
    description:
      'Whoever gets into the machine can carry data out to any address and load tools from anywhere. Most machines need a few services, many of which VPC endpoints reach.',
    remediation:
      'Let out what is needed: 443, and the ports of databases by their security groups; prefix lists name services of AWS.',
    cwe: ['CWE-284'],
    references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  },
  on: 'resource',
  types: OPENING_TYPES.filter((type) => /_security_group$|_security_group_(?:egress_)?rule$/.test(type)),
  *check(resource, { notify }) {
    const { openings, unknown } = openingsOf(resource, 'egress')
    for (const value of unknown) {
      const found = { value, span: value.span, within: value }
      notify(undecided('network/open-egress', resource, 'egress', found))
    }
    for (const { span, blocks, ports } of openings) {
      const open = internetBlocks(blocks)
      const wide = ports === undefined || ports[1] - ports[0] > 60_000
      if (open.length === 0 || !wide) continue
      yield { span, message: `Every port may be reached at ${open.slice(0, 3).join(' and ')}.`, element: 'egress' }
      return
    }
  },
})
