import type { Value } from '../../core/value.ts'
import { partOf, wordOf, wordsOf } from '../../extract/arguments.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'audit/cluster-logs',
    title: 'Control plane of the cluster keeps no logs',
    severity: 'low',
    practice: 'log groups encrypted, retention set',
    description: 'The logs of the API server say who did what in the cluster; they are off unless turned on.',
    remediation:
      'Set `enabled_cluster_log_types` to `api`, `audit`, `authenticator` and the rest; `secrets` of the cluster get a key by `encryption_config`.',
    cwe: ['CWE-778'],
    references: [
      'https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html',
      'https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html',
    ],
  },
  [
    {
      types: 'aws_eks_cluster',
      at: ['enabled_cluster_log_types', 'logging.cluster_logging.enabled_types'],
      is: 'set',
      says: 'keeps no logs of its control plane',
    },
    {
      types: 'aws_eks_cluster',
      at: ['enabled_cluster_log_types', 'logging.cluster_logging.enabled_types'],
      is: (value) => keeps(value, 'audit'),
      absent: 'right',
      says: 'keeps no audit log',
    },
    ...['api', 'authenticator', 'controllerManager', 'scheduler'].map((kind) => ({
      types: 'aws_eks_cluster',
      at: ['enabled_cluster_log_types', 'logging.cluster_logging.enabled_types'] as const,
      is: (value: Value) => keeps(value, kind),
      severity: 'note' as const,
      absent: 'right' as const,
      says: `keeps no log of kind \`${kind}\``,
    })),
    {
      types: 'aws_eks_cluster',
      at: ['encryption_config', 'encryption_config'],
      is: 'set',
      says: 'does not encrypt its secrets with a key of KMS',
    },
  ],
)

/** An empty list keeps nothing, which is told by itself. */
function keeps(value: Value, wanted: string): boolean | undefined {
  if (value.kind === 'list' && value.items.length === 0) return true
  const kinds =
    value.kind === 'list' ? value.items.map((one) => wordOf(partOf(one, 'type')) ?? wordOf(one)) : wordsOf(value).known
  return (
    kinds.includes(wanted) || (kinds.some((kind) => kind === undefined) || value.kind === 'unknown' ? undefined : false)
  )
}
