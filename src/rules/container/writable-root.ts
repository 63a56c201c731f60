import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'container/writable-root',
    title: 'Container can change its own files',
    severity: 'note',
    practice: 'containers: non-root user, pinned minimal base, health check, no secrets in ENV/ARG, no `eval` of input',
    description: 'Whoever gets into the container can leave programs in it. Most need to write in one folder only.',
    remediation: 'Set `readonlyRootFilesystem = true`, and mount a volume where it has to write.',
    cwe: ['CWE-732'],
    references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html'],
  },
  [
    {
      types: 'aws_ecs_task_definition',
      at: ['container_definitions[].readonly_root_filesystem', 'container_definitions[].readonly_root_filesystem'],
      is: 'on',
      says: 'runs a container that can change its own files',
    },
    {
      types: 'aws_batch_job_definition',
      at: ['container_properties.readonly_root_filesystem', 'container_properties.readonly_root_filesystem'],
      is: 'on',
      says: 'runs a container that can change its own files',
    },
  ],
)
