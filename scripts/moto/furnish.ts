import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { CREDENTIALS, REGION } from './session.ts'

const LOGS = 'keylatch-trail-logs'
const BUCKET_POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: `arn:aws:s3:::${LOGS}/*`,
    },
  ],
})

/** What a well kept account has, and something of each kind whose policy is asked for: lines as people type them. */
const LINES: readonly (readonly string[])[] = [
  ['s3api', 'create-bucket', '--bucket', LOGS],
  ['s3api', 'put-bucket-policy', '--bucket', LOGS, '--policy', BUCKET_POLICY],
  ['cloudtrail', 'create-trail', '--name', 'main', '--s3-bucket-name', LOGS, '--is-multi-region-trail'],
  ['cloudtrail', 'start-logging', '--name', 'main'],
  ['guardduty', 'create-detector', '--enable'],
  ['ec2', 'enable-ebs-encryption-by-default'],
  ['kms', 'create-key'],
  ['sqs', 'create-queue', '--queue-name', 'jobs'],
  ['sns', 'create-topic', '--name', 'alerts'],
  ['secretsmanager', 'create-secret', '--name', 'shop', '--secret-string', '{}'],
  ['iam', 'create-account-alias', '--account-alias', 'shop'],
  ['iam', 'update-account-password-policy', '--minimum-password-length', '14'],
  ['iam', 'create-open-id-connect-provider', '--url', 'https://token.actions.githubusercontent.com'],
  ['iam', 'create-group', '--group-name', 'operators'],
]

/** Whatever of an account is not made through the SDK that is at hand is made by the command line of AWS. */
export function furnish(url: string, aws: string): void {
  for (const words of LINES) {
    const { status, stderr } = runAws(aws, url, words)
    assert.equal(status, 0, `${words.join(' ')}: ${stderr}`)
  }
}

export function runAws(aws: string, url: string, words: readonly string[]) {
  return spawnSync(aws, ['--endpoint-url', url, ...words], { encoding: 'utf8', env: awsEnvironment() })
}

export function awsEnvironment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    AWS_DEFAULT_REGION: REGION,
  }
}
