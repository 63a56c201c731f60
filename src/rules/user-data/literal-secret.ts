import { defineRule } from '../../core/rule.ts'
import { boundedHits } from '../credentials/flood.ts'
import { scriptHits } from './script-hits.ts'

export default defineRule({
  meta: {
    id: 'user-data/literal-secret',
    title: 'User-data holds a literal secret',
    severity: 'high',
    about: 'secret',
    domain: 'machines',
    practice: 'no secrets in user-data, Dockerfiles, scripts, code',
    description:
      'Whatever stands in user-data is kept unencrypted with the instance or the launch template: everyone who may call ec2:DescribeInstanceAttribute reads it, and so does every process on the instance through the metadata service.',
    remediation:
      'Keep the secret in AWS Secrets Manager or as an SSM SecureString parameter, and let user-data fetch it with the role of the instance.',
    cwe: ['CWE-798', 'CWE-312'],
    references: [
      'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html',
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_cli.html',
    ],
  },
  on: 'script',
  *check(script, context) {
    if (script.place === 'user-data' || script.place === 'metadata') {
      yield* boundedHits(scriptHits(script, 'user-data', 'high'), script.span, context)
    }
  },
})
