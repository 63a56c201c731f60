import type { ResourceNode } from '../../core/node.ts'
import type { RuleContext } from '../../core/rule.ts'
import type { Value } from '../../core/value.ts'
import { switchOf, valueAt, wordOf, wordsOf } from '../../extract/arguments.ts'
import { meantBy } from '../../extract/resource-index.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'network/open-api',
    title: 'API answers without asking who calls',
    severity: 'low',
    practice: 'API access by IAM (`execute-api:Invoke` scoped)',
    description: 'The method has no authorization: whoever finds its address may call it, as often as they like.',
    remediation:
      'Set the authorization to `AWS_IAM`, to a Cognito user pool or to an authorizer; for what is public on purpose, a usage plan and a firewall.',
    cwe: ['CWE-306'],
    references: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/permissions.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html',
    ],
  },
  [
    {
      types: 'aws_api_gateway_method',
      at: ['authorization', 'authorization_type'],
      is: isAsked,
      where: isNoPreflight,
      unless: isPrivate,
      absent: 'wrong',
      says: 'can be called by everybody',
    },
    {
      types: 'aws_apigatewayv2_route',
      at: 'authorization_type',
      is: isAsked,
      where: isNoPreflight,
      absent: 'wrong',
      says: 'can be called by everybody',
    },
  ],
)

function isAsked(value: Value): boolean | undefined {
  const word = wordOf(value)
  return word === undefined ? undefined : word.toUpperCase() !== 'NONE'
}

/** Browsers ask by OPTIONS without credentials; a key is at least something. */
function isNoPreflight(method: ResourceNode): boolean {
  const verb = wordOf(valueAt(method, ['http_method', 'http_method'])) ?? wordOf(valueAt(method, 'route_key'))
  if (verb !== undefined && /^(?:OPTIONS\b|\$(?:dis)?connect|\$default$)/i.test(verb)) return false
  return switchOf(valueAt(method, 'api_key_required')) !== true
}

/** An API of a VPC is called from inside it only. */
function isPrivate(method: ResourceNode, { unit }: RuleContext): boolean {
  const api = meantBy(unit, valueAt(method, 'rest_api_id'), 'aws_api_gateway_rest_api')
  return api !== undefined && wordsOf(valueAt(api, 'endpoint_configuration.types')).known.includes('PRIVATE')
}
