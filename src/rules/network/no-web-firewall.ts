import type { ResourceNode } from '../../core/node.ts'
import type { RuleContext } from '../../core/rule.ts'
import { switchOf, valueAt, wordOf } from '../../extract/arguments.ts'
import { someBeside } from '../../extract/resource-index.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'network/no-web-firewall',
    title: 'Nothing filters what comes from the web',
    severity: 'note',
    practice: 'TLS on every way in',
    description:
      'A web application firewall takes the common attacks and floods away before they reach the application.',
    remediation: 'Associate a web ACL of AWS WAF, with the managed rule groups of AWS to begin with.',
    cwe: ['CWE-693'],
    references: [
      'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html',
      'https://docs.aws.amazon.com/waf/latest/developerguide/web-acl.html',
    ],
  },
  [
    {
      types: 'aws_cloudfront_distribution',
      at: ['web_acl_id', 'distribution_config.web_acl_id'],
      is: 'set',
      says: 'has no web application firewall',
    },
    {
      types: 'aws_api_gateway_stage',
      at: 'web_acl',
      is: 'elsewhere',
      where: (stage) => !stage.type.includes('Serverless'),
      unless: hasFirewall,
      says: 'has no web application firewall',
    },
    {
      types: 'aws_lb',
      at: 'web_acl',
      is: 'elsewhere',
      where: isPublicApplication,
      unless: hasFirewall,
      says: 'has no web application firewall',
    },
    {
      types: 'aws_appsync_graphql_api',
      at: 'web_acl',
      is: 'elsewhere',
      unless: hasFirewall,
      says: 'has no web application firewall',
    },
  ],
)

function hasFirewall(resource: ResourceNode, { unit }: RuleContext): boolean | undefined {
  return someBeside(
    unit,
    resource,
    ['aws_wafv2_web_acl_association', 'aws_wafregional_web_acl_association'],
    'resource_arn',
  )
}

function isPublicApplication(balancer: ResourceNode): boolean {
  const type = valueAt(balancer, ['load_balancer_type', 'type'])
  if (type !== undefined && wordOf(type) !== 'application') return false
  const internal = valueAt(balancer, ['internal', 'scheme'])
  return internal === undefined || switchOf(internal) === false || wordOf(internal) === 'internet-facing'
}
