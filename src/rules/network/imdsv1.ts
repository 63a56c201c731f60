import { canonicalType } from '../../aws/resources/canonical.ts'
import type { ResourceNode } from '../../core/node.ts'
import type { RuleContext } from '../../core/rule.ts'
import type { Value } from '../../core/value.ts'
import { isCloudFormation, numberOf, switchOf, valueAt, wordOf } from '../../extract/arguments.ts'
import { ofType } from '../../extract/resource-index.ts'
import { requirementRule } from '../hygiene.ts'

const asks = { is: isRequired, fix: 'required', absent: 'wrong', where: isNotOff, unless: isSetElsewhere } as const
const says = 'starts machines that answer requests for their credentials without a token (IMDSv1)'

export default requirementRule(
  {
    id: 'network/imdsv1',
    title: 'Credentials of the machine can be had by a plain request',
    severity: 'low',
    practice: 'IMDSv2 required, hop limit 1',
    description:
      'With version 1 of the metadata service one forged request (SSRF) is enough to get the credentials of the role. Version 2 asks for a token that such a request cannot bring, and a hop limit of 1 keeps containers and proxies from it.',
    remediation:
      'Set `http_tokens = "required"` and leave `http_put_response_hop_limit` at 1; for the whole account there is `aws_ec2_instance_metadata_defaults`.',
    cwe: ['CWE-918'],
    references: [
      'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html',
    ],
  },
  [
    {
      ...asks,
      types: 'aws_instance',
      at: 'metadata_options.http_tokens',
      fixIn: 'terraform',
      says: 'answers requests for its credentials without a token (IMDSv1)',
    },
    { ...asks, types: 'aws_launch_configuration', at: 'metadata_options.http_tokens', says },
    {
      ...asks,
      types: 'aws_launch_template',
      at: ['metadata_options.http_tokens', 'launch_template_data.metadata_options.http_tokens'],
      says,
    },
    {
      types: 'aws_ec2_instance_metadata_defaults',
      at: 'http_tokens',
      is: isRequired,
      fix: 'required',
      says: 'lets machines of the account answer without a token (IMDSv1)',
    },
    {
      types: 'aws_instance aws_launch_configuration',
      at: 'metadata_options.http_put_response_hop_limit',
      is: isOneHop,
      severity: 'note',
      says: 'lets containers on the machine have its credentials (hop limit above 1)',
    },
    {
      types: 'aws_launch_template',
      at: [
        'metadata_options.http_put_response_hop_limit',
        'launch_template_data.metadata_options.http_put_response_hop_limit',
      ],
      is: isOneHop,
      severity: 'note',
      says: 'lets containers on the machine have its credentials (hop limit above 1)',
    },
    {
      types: 'aws_imagebuilder_infrastructure_configuration',
      at: 'instance_metadata_options.http_tokens',
      is: isRequired,
      fix: 'required',
      absent: 'wrong',
      says: 'builds images on machines that answer without a token (IMDSv1)',
    },
    {
      types: 'aws_sagemaker_notebook_instance',
      at: 'instance_metadata_service_configuration.minimum_instance_metadata_service_version',
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) === '2'),
      says: 'answers requests for its credentials without a token (IMDSv1)',
    },
  ],
)

function isRequired(value: Value): boolean | undefined {
  const word = wordOf(value)
  return word === undefined ? undefined : word === 'required'
}

function isOneHop(value: Value): boolean | undefined {
  const hops = numberOf(value)
  return hops === undefined ? undefined : hops <= 1
}

function isNotOff(resource: ResourceNode): boolean {
  const template = isCloudFormation(resource.type)
    ? 'launch_template_data.metadata_options.http_endpoint'
    : 'metadata_options.http_endpoint'
  return [template, 'metadata_options.http_endpoint'].every((at) => switchOf(valueAt(resource, at)) !== false)
}

/** The account's defaults ask for tokens, or the launch template says it in the machine's stead. */
function isSetElsewhere(resource: ResourceNode, { unit }: RuleContext): boolean {
  const account = ofType(unit, 'aws_ec2_instance_metadata_defaults')
  if (account.some((one) => wordOf(valueAt(one, 'http_tokens')) === 'required')) return true
  return canonicalType(resource.type) === 'aws_instance' && valueAt(resource, 'launch_template') !== undefined
}
