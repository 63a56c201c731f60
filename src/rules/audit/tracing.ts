import { wordOf } from '../../extract/arguments.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'audit/tracing',
    title: 'Requests cannot be traced',
    severity: 'note',
    practice: 'what happens is recorded: flow, access and configuration logs',
    description: 'A trace tells which service a request went through and where it failed or was let in.',
    remediation: 'Turn X-Ray on: `tracing_config.mode = "Active"`, `xray_tracing_enabled = true`.',
    cwe: ['CWE-778'],
    references: [
      'https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html',
    ],
  },
  [
    {
      types: 'aws_lambda_function',
      at: ['tracing_config.mode', 'tracing_config.mode'],
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) === 'Active'),
      absent: 'wrong',
      where: (one) => !one.type.includes('Serverless'),
      says: 'is not traced',
    },
    {
      types: 'aws_lambda_function',
      at: [undefined, 'tracing'],
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) === 'Active'),
      absent: 'wrong',
      where: (one) => one.type.includes('Serverless'),
      says: 'is not traced',
    },
    {
      types: 'aws_api_gateway_stage',
      at: ['xray_tracing_enabled', 'tracing_enabled'],
      is: 'on',
      says: 'is not traced',
    },
    {
      types: 'aws_sfn_state_machine',
      at: ['tracing_configuration.enabled', 'tracing_configuration.enabled'],
      is: 'on',
      where: (one) => !one.type.includes('Serverless'),
      says: 'is not traced',
    },
    { types: 'aws_appsync_graphql_api', at: 'xray_enabled', is: 'on', says: 'is not traced' },
  ],
)
