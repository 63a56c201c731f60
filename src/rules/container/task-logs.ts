import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'container/task-logs',
    title: 'Container leaves no logs',
    severity: 'note',
    practice: 'log groups encrypted, retention set',
    description: 'What a container prints is gone with it unless a log configuration sends it away.',
    remediation: 'Give each container a `logConfiguration`, such as `awslogs`.',
    cwe: ['CWE-778'],
    references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html'],
  },
  [
    {
      types: 'aws_ecs_task_definition',
      at: ['container_definitions[].log_configuration', 'container_definitions[].log_configuration'],
      is: 'set',
      says: 'runs a container that leaves no logs',
    },
  ],
)
