import { wordOf, wordsOf } from '../../extract/arguments.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'container/task-privileges',
    title: 'Container has more of its machine than it needs',
    severity: 'low',
    practice: 'containers: non-root user, pinned minimal base, health check, no secrets in ENV/ARG, no `eval` of input',
    description:
      'A privileged container, one in the network of its machine or with more capabilities, is root on the machine once somebody is in it, and has the credentials of all that runs there.',
    remediation: 'Leave `privileged` off, use the network mode `awsvpc`, and add no capabilities such as `SYS_ADMIN`.',
    cwe: ['CWE-250'],
    references: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html',
    ],
  },
  [
    {
      types: 'aws_ecs_task_definition',
      at: ['container_definitions[].privileged', 'container_definitions[].privileged'],
      is: 'off',
      severity: 'medium',
      says: 'runs a privileged container',
    },
    {
      types: 'aws_ecs_task_definition',
      at: ['network_mode', 'network_mode'],
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) !== 'host'),
      says: 'runs in the network of its machine',
    },
    {
      types: 'aws_ecs_task_definition',
      at: ['network_mode', 'network_mode'],
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) !== 'bridge'),
      severity: 'note',
      says: 'shares the network interface of its machine, and with it the credentials of that',
    },
    {
      types: 'aws_ecs_task_definition',
      at: ['pid_mode', 'pid_mode'],
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) !== 'host'),
      says: 'sees the processes of its machine',
    },
    {
      types: 'aws_ecs_task_definition',
      at: [
        'container_definitions[].linux_parameters[].capabilities[].add[]',
        'container_definitions[].linux_parameters[].capabilities[].add[]',
      ],
      is: (value) =>
        !wordsOf(value).known.some((one) =>
          /^(?:ALL|SYS_ADMIN|SYS_PTRACE|NET_ADMIN|SYS_MODULE|DAC_READ_SEARCH)$/.test(one),
        ),
      absent: 'right',
      says: 'gives a container capabilities of the machine',
    },
    {
      types: 'aws_ecs_task_definition',
      at: ['container_definitions[].user', 'container_definitions[].user'],
      is: (value) => (wordOf(value) === undefined ? undefined : !/^(?:root|0)(?::|$)/.test(wordOf(value)!)),
      severity: 'note',
      says: 'runs a container as root',
    },
    {
      types: 'aws_batch_job_definition',
      at: ['container_properties.privileged', 'container_properties.privileged'],
      is: 'off',
      severity: 'medium',
      says: 'runs a privileged container',
    },
    {
      types: 'aws_batch_job_definition',
      at: ['container_properties.user', 'container_properties.user'],
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) !== 'root'),
      severity: 'note',
      says: 'runs its container as root',
    },
  ],
)
