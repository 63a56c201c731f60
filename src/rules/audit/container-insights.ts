import type { Value } from '../../core/value.ts'
import { partOf, wordOf } from '../../extract/arguments.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'audit/container-insights',
    title: 'Containers are not watched',
    severity: 'note',
    practice: 'ECR scan on push; Container Insights; timeouts and resource limits of Batch jobs',
    description:
      'Container Insights tells what tasks use and when they die; without it an outage or a miner is seen late.',
    remediation: 'Set the setting `containerInsights` of the cluster to `enabled` or `enhanced`.',
    cwe: ['CWE-778'],
    references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/ContainerInsights.html'],
  },
  [
    {
      types: 'aws_ecs_cluster',
      at: ['setting', 'cluster_settings'],
      is: isWatched,
      absent: 'wrong',
      says: 'does not watch its containers',
    },
    {
      types: 'aws_ecs_cluster',
      at: 'configuration.execute_command_configuration.logging',
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) !== 'NONE'),
      absent: 'right',
      says: 'keeps no log of what people do in its containers',
    },
  ],
)

function isWatched(value: Value): boolean | undefined {
  const settings = value.kind === 'list' ? value.items : [value]
  if (settings.some((one) => one.kind !== 'map')) return undefined
  const found = settings.find((one) => wordOf(partOf(one, 'name')) === 'containerInsights')
  if (!found) return false
  const word = wordOf(partOf(found, 'value'))
  return word === undefined ? undefined : word !== 'disabled'
}
