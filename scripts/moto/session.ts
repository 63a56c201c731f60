import { DEFAULT_LIMITS } from '../../src/io/aws/attempts.ts'
import type { AwsSession } from '../../src/io/aws/session.ts'

/** The account that moto gives to callers whose credentials it has not made. */
export const ACCOUNT = '123456789012'
export const REGION = 'us-east-1'
export const CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test' }

export function sessionAt(url: string): AwsSession {
  const limits = { ...DEFAULT_LIMITS, attempts: 2 }
  return {
    accountId: ACCOUNT,
    arn: `arn:aws:iam::${ACCOUNT}:root`,
    partition: 'aws',
    region: REGION,
    maskAccountId: false,
    connection: () => ({ region: REGION, env: { AWS_ENDPOINT_URL: url }, limits }),
    credentials: async () => CREDENTIALS,
  }
}
