import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  CreateAccessKeyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListRolePoliciesCommand,
} from '@aws-sdk/client-iam'
import { cutOffSessions, deactivateKey, type Outcome } from '../../src/io/aws/key/deactivate.ts'
import { awsEnvironment } from './furnish.ts'
import { CREDENTIALS, REGION, sessionAt } from './session.ts'

/** What was done to a key and to a role is taken back by the very line that is printed, run by the command line of AWS. */
export async function undoFlow(url: string, aws: string): Promise<void> {
  const iam = new IAMClient({ region: REGION, credentials: CREDENTIALS, endpoint: url })
  await iam.send(new CreateUserCommand({ UserName: 'undone' }))
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'undone' }))
  const statusNow = async () => {
    const { AccessKeyMetadata } = await iam.send(new ListAccessKeysCommand({ UserName: 'undone' }))
    return AccessKeyMetadata?.[0]?.Status
  }
  const made = await deactivateKey(sessionAt(url), { keyId: AccessKey!.AccessKeyId!, user: 'undone' })
  assert.equal(await statusNow(), 'Inactive')
  takeBack(made, url, aws)
  assert.equal(await statusNow(), 'Active')

  const AssumeRolePolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  })
  await iam.send(new CreateRoleCommand({ RoleName: 'cut-off', AssumeRolePolicyDocument }))
  const policiesNow = async () =>
    (await iam.send(new ListRolePoliciesCommand({ RoleName: 'cut-off' }))).PolicyNames ?? []
  const cut = await cutOffSessions(sessionAt(url), 'cut-off', new Date())
  assert.deepEqual(await policiesNow(), ['AWSRevokeOlderSessions'])
  takeBack(cut, url, aws)
  assert.deepEqual(await policiesNow(), [])
  iam.destroy()
  console.log(
    'moto: a key that was made inactive and sessions that were cut off are taken back by the lines that are printed',
  )
}

function takeBack(outcome: Outcome, url: string, aws: string): void {
  assert('undo' in outcome, JSON.stringify(outcome))
  const line = outcome.undo.replaceAll(/(^|\$\()aws /g, `$1"${aws}" --endpoint-url "${url}" `)
  const { status, stderr } = spawnSync('bash', ['-c', line], {
    encoding: 'utf8',
    env: awsEnvironment(),
  })
  assert.equal(status, 0, stderr)
}
