// Credentials by OIDC and triage of a leaked key against moto, an AWS that is not ours (PyPI `moto`, Apache-2.0), as
// far as moto implements them: node --import tsx scripts/moto-e2e.ts
// Needs Python 3 and, the first time, the package index; without either it says so in one line and passes.
import assert from 'node:assert/strict'
import { CreateAccessKeyCommand, CreateUserCommand, IAMClient } from '@aws-sdk/client-iam'
import type { Finding } from '../src/core/finding.ts'
import { assumeRole } from '../src/io/aws/credentials.ts'
import { awsSettings } from '../src/io/aws/settings.ts'
import { triage } from '../src/io/aws/triage.ts'
import { triageKey } from '../src/io/aws/triage-key.ts'
import { startOidc } from '../test/support/loopback/oidc.ts'
import { recordRunner } from '../test/support/loopback/runner.ts'
import { auditFlow } from './moto/audit.ts'
import { installAwsCli, installMoto, withMoto } from './moto/server.ts'
import { ACCOUNT, CREDENTIALS, REGION } from './moto/session.ts'
import { undoFlow } from './moto/undo.ts'

const server = installMoto()
if (server) {
  await withMoto(server, flow)
  const aws = installAwsCli(server)
  await withMoto(server, (url) => auditFlow(url, aws))
  if (aws) await withMoto(server, (url) => undoFlow(url, aws))
}

async function flow(url: string): Promise<void> {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_STS: url,
    AWS_ENDPOINT_URL_IAM: url,
    AWS_CONFIG_FILE: '/nonexistent',
    AWS_SHARED_CREDENTIALS_FILE: '/nonexistent',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  })
  const leaked = await leakKey()
  const oidc = await startOidc()
  try {
    const inputs: Record<string, string> = {
      'role-to-assume': `arn:aws:iam::${ACCOUNT}:role/keylatch`,
      'aws-region': REGION,
    }
    const settings = awsSettings((name) => inputs[name] ?? '')
    assert(settings)
    const env = { ...process.env, ...oidc.env }
    const session = await assumeRole(settings, { env, core: recordRunner(), fork: false })
    assert.equal(session.accountId, ACCOUNT)
    console.log(`moto: assumed ${session.arn}`)

    const options = { env, now: new Date(), trustedAccounts: new Set<string>(), verify: 'live' } as const
    const { findings, notifications } = await triage([finding()], [{ fingerprint: 'f', ...leaked }], session, options)
    assert.deepEqual(notifications, [])
    assert.match(findings[0]!.message, /It is a key of user `deploy` in your account 123456789012/)
    assert.equal(findings[0]!.severity, 'critical')
    console.log(`moto: triaged: ${findings[0]!.message}`)

    const credentials = await session.credentials()
    const lines = await triageKey(leaked.keyId, { env, now: new Date(), credentials: async () => credentials })
    assert.match(lines.join('\n'), /user `deploy`/)
    console.log('moto: keylatch triage names the user too')
  } finally {
    await oidc.close()
  }
}

/** A user with a key, made through IAM's API. */
async function leakKey(): Promise<{ keyId: string; secret: string }> {
  const iam = new IAMClient({ region: REGION, credentials: CREDENTIALS })
  await iam.send(new CreateUserCommand({ UserName: 'deploy' }))
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'deploy' }))
  iam.destroy()
  assert(AccessKey?.AccessKeyId && AccessKey.SecretAccessKey)
  return { keyId: AccessKey.AccessKeyId, secret: AccessKey.SecretAccessKey }
}

function finding(): Finding {
  return {
    ruleId: 'credentials/aws-access-key',
    severity: 'high',
    message: 'An AWS access key.',
    remediation: 'Rotate it.',
    fingerprint: 'f',
    properties: {},
  } as unknown as Finding
}
