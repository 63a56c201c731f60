import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { action } from '../support/dist.ts'
import { type AccountAnswers, type AccountServer, startAccount } from '../support/loopback/account.ts'
import { makeCloud, permits, ROLE_ARN } from '../support/loopback/cloud.ts'
import { startOidc } from '../support/loopback/oidc.ts'
import { startSts } from '../support/loopback/sts.ts'
import { Repository } from '../support/repository.ts'
import { pullRequest } from './support/events.ts'

/** A pull request widens a policy and opens a bucket; the Action asks AWS what it thinks of that, and AWS answers as documented. */
const repository = new Repository()
const closing: (() => Promise<void>)[] = [async () => repository.dispose()]
let aws: AccountServer
let env: Record<string, string>
let base: string
let head: string

const policy = (name: string, actions: string) => `resource "aws_iam_policy" "${name}" {
  name = "${name}"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = [${actions}], Resource = "*" }]
  })
}
`
const bucket = (principal: string) => `resource "aws_s3_bucket_policy" "site" {
  bucket = "site"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = ${principal}, Action = "s3:GetObject", Resource = "arn:aws:s3:::site/*" }]
  })
}
`

const STATEMENT = { path: [{ value: 'Statement' }, { index: 0 }, { value: 'Action' }] }
const OPINION = {
  findingType: 'WARNING',
  issueCode: 'CREATE_SLR_WITH_STAR_IN_RESOURCE',
  findingDetails: 'Using the iam:CreateServiceLinkedRole action with wildcards (*) can allow unintended roles.',
  learnMoreLink: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  locations: [STATEMENT],
}
const result = (passes: boolean, message: string, description: string) =>
  JSON.stringify(
    passes
      ? { result: 'PASS', message, reasons: [] }
      : { result: 'FAIL', message, reasons: [{ description, statementIndex: 0 }] },
  )

/** https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_Operations.html */
const ANSWERS: AccountAnswers = {
  'access-analyzer:ValidatePolicy': ({ policyDocument }) =>
    JSON.stringify({ findings: policyDocument?.includes('CreateServiceLinkedRole') ? [OPINION] : [] }),
  'access-analyzer:CheckNoNewAccess': ({ newPolicyDocument, existingPolicyDocument }) =>
    newPolicyDocument === existingPolicyDocument
      ? result(true, 'The modified permissions do not grant new access compared to your existing policy.', '')
      : result(
          false,
          'The modified permissions grant new access compared to your existing policy.',
          'New access in the statement with index: 0.',
        ),
  'access-analyzer:CheckNoPublicAccess': ({ policyDocument }) =>
    /"\*"/.test(policyDocument ?? '')
      ? result(
          false,
          'The resource policy grants public access for the given resource type.',
          'Public access granted in the following actions: s3:GetObject.',
        )
      : result(true, 'The resource policy does not grant public access.', ''),
  'access-analyzer:CheckAccessNotGranted': ({ policyDocument }) =>
    policyDocument?.includes('iam:CreateUser')
      ? result(
          false,
          'The policy document grants access to perform one or more of the listed actions.',
          'One or more of the listed actions in the statement with index: 0.',
        )
      : result(true, 'The policy document does not grant access to the listed actions.', ''),
}

beforeAll(async () => {
  const cloud = makeCloud()
  const oidc = await startOidc()
  const sts = await startSts(cloud, oidc.publicKey)
  aws = await startAccount(ANSWERS, (id) => {
    const key = cloud.keys.get(id)
    return key && { secret: key.secret, may: (permission) => permits(key, permission, '*') }
  })
  closing.push(oidc.close, sts.close, aws.close)
  env = { ...oidc.env, AWS_ENDPOINT_URL: aws.url, AWS_ENDPOINT_URL_STS: sts.url, AWS_EC2_METADATA_DISABLED: 'true' }
  const account = '{ AWS = "arn:aws:iam::111122223333:root" }'
  base = repository.commit('base', {
    'same.tf': policy('same', '"sqs:SendMessage"'),
    'wider.tf': policy('wider', '"sqs:ReceiveMessage"'),
    'site.tf': bucket(account),
  })
  head = repository.commit('head', {
    'wider.tf': policy('wider', '"sqs:ReceiveMessage", "iam:CreateServiceLinkedRole", "iam:CreateUser"'),
    'site.tf': bucket('"*"'),
  })
})
afterAll(() => Promise.all(closing.map((close) => close())))
beforeEach(() => {
  aws.calls.length = 0
  aws.denied.clear()
})

const judge = (inputs: Record<string, string>, fork = false) =>
  action(
    repository.root,
    { ...pullRequest(base, head, { fork }), env },
    {
      'role-to-assume': ROLE_ARN,
      'aws-region': 'us-east-1',
      ...inputs,
    },
  )
type Judged = Awaited<ReturnType<typeof judge>>
const CHECKS = { 'access-analyzer': 'checks', 'access-analyzer-denied-actions': 'iam:CreateUser' }
const callsOf = (name: string) => aws.calls.filter((line) => line.startsWith(`access-analyzer:${name}`))
const told = ({ report }: Judged) =>
  report.findings
    .filter(({ ruleId, state }) => ruleId.startsWith('iam/access-analyzer') && state === 'new')
    .map(({ location: { uri }, message }) => `${uri} ${/^AWS says \((\w+)\)/.exec(message)?.[1]}`)
    .sort()
const notes = ({ report }: Judged) => report.notifications.filter(({ id }) => id.startsWith('access-analyzer'))

describe('access-analyzer: checks', () => {
  test('every check is asked of what changed, told as those of AWS where it stands, and the price is told first', async () => {
    const judged = await judge(CHECKS)
    expect(told(judged)).toEqual([
      'site.tf CheckNoNewAccess',
      'site.tf CheckNoPublicAccess',
      'wider.tf CREATE_SLR_WITH_STAR_IN_RESOURCE',
      'wider.tf CheckAccessNotGranted',
      'wider.tf CheckNoNewAccess',
    ])
    const [lines, price] = [
      judged.stdout.split('\n'),
      'Custom policy checks of AWS: at most 50 a run, 0.002 US dollars',
    ]
    expect(lines.findIndex((line) => line.startsWith(price))).toBeGreaterThanOrEqual(0)
    expect(aws.calls.every((line) => line.endsWith(' ok'))).toBe(true)
    const paid = aws.calls.filter((line) => line.startsWith('access-analyzer:Check')).length
    expect(notes(judged).map(({ message }) => message)).toEqual([
      `AWS was asked ${paid} custom policy checks, ${(paid * 0.002).toFixed(3)} US dollars.`,
    ])
    // Two policies: new access of each, public or not of one, before and after; the denied action of the other, before and after.
    expect([callsOf('CheckNoNewAccess').length, callsOf('CheckNoPublicAccess').length]).toEqual([2, 2])
    expect(callsOf('CheckAccessNotGranted')).toHaveLength(2)
  })

  test.each(Object.keys(ANSWERS))('without %s one notification says so, and the others go on', async (permission) => {
    aws.denied.add(permission)
    const judged = await judge(CHECKS)
    const refused = notes(judged).filter(({ message }) => message.startsWith(permission))
    expect(refused).toHaveLength(1)
    expect(callsOf(permission.split(':')[1]!)).toEqual([`${permission} AccessDenied`])
    const name = permission === 'access-analyzer:ValidatePolicy' ? 'CREATE_SLR' : permission.split(':')[1]!
    const all = ['CREATE_SLR', 'CheckNoNewAccess', 'CheckNoPublicAccess', 'CheckAccessNotGranted']
    for (const one of all) expect(told(judged).some((line) => line.includes(one))).toBe(one !== name)
  })

  test('with true nothing is asked that costs, and in the run of a fork nothing at all', async () => {
    const free = await judge({ 'access-analyzer': 'true' })
    expect(told(free)).toEqual(['wider.tf CREATE_SLR_WITH_STAR_IN_RESOURCE'])
    expect(aws.calls.every((line) => line === 'access-analyzer:ValidatePolicy ok')).toBe(true)
    expect(free.stdout).not.toContain('US dollars')
    aws.calls.length = 0
    const none = { ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' }
    const fork = await action(
      repository.root,
      { ...pullRequest(base, head, { fork: true }), env: { ...env, ...none } },
      { 'role-to-assume': ROLE_ARN, ...CHECKS },
    )
    expect(fork.exitCode).toBe(1)
    expect(aws.calls).toEqual([])
  })
})
