import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'container/command-access',
    title: 'People can get into running containers',
    severity: 'note',
    practice: 'containers: non-root user, pinned minimal base, health check, no secrets in ENV/ARG, no `eval` of input',
    description: 'ECS Exec opens a shell in a task for whoever may call it; in production it is seldom needed.',
    remediation: 'Leave `enable_execute_command` off where nobody debugs.',
    cwe: ['CWE-284'],
    references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html'],
  },
  [{ types: 'aws_ecs_service', at: 'enable_execute_command', is: 'off', says: 'lets people into its containers' }],
)
