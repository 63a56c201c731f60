import { holdInternet } from '../../core/address-blocks.ts'
import type { ResourceNode } from '../../core/node.ts'
import type { Value } from '../../core/value.ts'
import { switchOf, valueAt, valuesAt, wordsOf } from '../../extract/arguments.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'network/public-cluster-endpoint',
    title: 'Kubernetes API answers the whole internet',
    severity: 'low',
    practice: 'private subnets, no public address',
    description:
      'The API server of the cluster can be reached from everywhere; whoever has a token or finds a flaw needs nothing else.',
    remediation:
      'Turn the public endpoint off, or name the addresses that may use it in `public_access_cidrs`; turn the private one on.',
    cwe: ['CWE-284'],
    references: [
      'https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html',
    ],
  },
  [
    {
      types: 'aws_eks_cluster',
      at: ['vpc_config.public_access_cidrs', 'resources_vpc_config.public_access_cidrs'],
      is: isNarrow,
      absent: 'wrong',
      where: isPublic,
      says: 'has an API server that answers the whole internet',
    },
    {
      types: 'aws_eks_cluster',
      at: ['vpc_config.endpoint_public_access', 'resources_vpc_config.endpoint_public_access'],
      is: 'off',
      absent: 'right',
      where: isNarrowed,
      severity: 'note',
      says: 'has an API server with a public address, for the addresses that it names',
    },
  ],
)

function isNarrow(value: Value): boolean | undefined {
  const { known, open } = wordsOf(value)
  if (holdInternet(known)) return false
  return open ? undefined : true
}

function isNarrowed(cluster: ResourceNode): boolean {
  const blocks = valueAt(cluster, ['vpc_config.public_access_cidrs', 'resources_vpc_config.public_access_cidrs'])
  return blocks !== undefined && isNarrow(blocks) !== false
}

/** Public unless said otherwise. */
function isPublic(cluster: ResourceNode): boolean {
  const found = valuesAt(cluster, ['vpc_config.endpoint_public_access', 'resources_vpc_config.endpoint_public_access'])
  return found.every(({ value }) => value === undefined || switchOf(value) === true)
}
