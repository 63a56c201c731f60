import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'container/job-limits',
    title: 'Job may run for ever',
    severity: 'note',
    practice: 'ECR scan on push; Container Insights; timeouts and resource limits of Batch jobs',
    description: 'A job without a timeout that hangs, or that somebody made hang, is paid for until somebody sees it.',
    remediation: 'Set `timeout.attempt_duration_seconds`, and memory and processors of the container.',
    cwe: ['CWE-770'],
    references: ['https://docs.aws.amazon.com/batch/latest/userguide/job_timeouts.html'],
  },
  [
    {
      types: 'aws_batch_job_definition',
      at: ['timeout.attempt_duration_seconds', 'timeout.attempt_duration_seconds'],
      is: 'set',
      says: 'may run for ever',
    },
    {
      types: 'aws_lambda_function',
      at: ['reserved_concurrent_executions', 'reserved_concurrent_executions'],
      is: 'set',
      absent: 'right',
      says: 'may take all the concurrency of the account',
    },
  ],
)
