import { collectAccount } from '../src/io/aws/account/collect.ts'
import type { AwsSession } from '../src/io/aws/session.ts'
import { scorecard } from '../src/report/practices.ts'
import { rules } from '../src/rules/index.ts'
import { accountSight, reportAccount } from '../src/run/account.ts'
import { startAccount } from '../test/support/loopback/account.ts'
import { AUDITED, BAD_ACCOUNT, GOOD_ACCOUNT } from '../test/support/loopback/account-answers.ts'
import { fake } from '../test/support/placeholders.ts'

/** What is wrong in an account that is mostly in order. */
const WRONG = ['iam:GetAccountAuthorizationDetails', 'iam:GetCredentialReport', 'guardduty:ListDetectors'] as const

/** The practices in a made-up account that answers as AWS does. */
export async function accountScores() {
  const secret = fake('AWS_SECRET', 'picture')
  const wrong = Object.fromEntries(WRONG.map((name) => [name, BAD_ACCOUNT[name]!]))
  const aws = await startAccount({ ...GOOD_ACCOUNT, ...wrong }, () => ({ secret, may: () => true }))
  try {
    const session: AwsSession = {
      accountId: AUDITED,
      arn: `arn:aws:sts::${AUDITED}:assumed-role/audit/me`,
      partition: 'aws',
      region: 'us-east-1',
      maskAccountId: false,
      connection: () => ({ region: 'us-east-1', env: { AWS_ENDPOINT_URL: aws.url }, limits: {} as never }),
      credentials: async () => ({ accessKeyId: fake('AWS_ID', 'picture'), secretAccessKey: secret }),
    }
    const { snapshot } = await collectAccount(session, { now: new Date('2026-11-01T06:00:00Z') })
    const settings = { root: '/', env: {}, today: '2026-11-01', now: () => 0, policyFrom: 'disk' as const }
    const report = await reportAccount(snapshot, settings)
    return scorecard(report, rules, accountSight(snapshot))
  } finally {
    await aws.close()
  }
}
