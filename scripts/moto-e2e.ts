// Credentials by OIDC and triage of a leaked key against moto, an AWS that is not ours (PyPI `moto`, Apache-2.0), as
// far as moto implements them: node --import tsx scripts/moto-e2e.ts
// Needs Python 3 and, the first time, the package index; without either it says so in one line and passes.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { CreateAccessKeyCommand, CreateUserCommand, IAMClient } from '@aws-sdk/client-iam'
import type { Finding } from '../src/core/finding.ts'
import { assumeRole } from '../src/io/aws/credentials.ts'
import { awsSettings } from '../src/io/aws/settings.ts'
import { triage } from '../src/io/aws/triage.ts'
import { triageKey } from '../src/io/aws/triage-key.ts'
import { startOidc } from '../test/support/loopback/oidc.ts'
import { recordRunner } from '../test/support/loopback/runner.ts'

/** Pinned, so that CI tests the same moto until somebody moves it. */
const MOTO = '5.2.5'
/** The account that moto gives to callers whose credentials it has not made. */
const ACCOUNT = '123456789012'
const REGION = 'us-east-1'

const server = installMoto()
if (server) await withMoto(server, flow)

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
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const iam = new IAMClient({ region: REGION, credentials })
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

/** The path of moto_server, installed once a machine; undefined, with a line, where it cannot be. */
function installMoto(): string | undefined {
  const python = ['python3', 'python'].find(
    (name) => spawnSync(name, ['-c', 'import venv, sys; sys.exit(sys.version_info < (3, 9))']).status === 0,
  )
  if (!python) return skip('there is no Python 3.9 or later with venv')
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  const folder = join(cache, 'keylatch', `moto-${MOTO}`)
  const bin = join(folder, process.platform === 'win32' ? 'Scripts' : 'bin')
  const program = join(bin, process.platform === 'win32' ? 'moto_server.exe' : 'moto_server')
  if (existsSync(program)) return program
  mkdirSync(folder, { recursive: true })
  const made = spawnSync(python, ['-m', 'venv', folder], { encoding: 'utf8' })
  const installed =
    made.status === 0 &&
    spawnSync(join(bin, 'python'), ['-m', 'pip', 'install', '--quiet', `moto[server]==${MOTO}`], { timeout: 300_000 })
      .status === 0
  if (installed && existsSync(program)) return program
  rmSync(folder, { recursive: true, force: true })
  return skip(`moto ${MOTO} could not be installed`)
}

function skip(why: string): undefined {
  console.log(`moto: skipped, ${why}`)
  return undefined
}

async function withMoto(program: string, work: (url: string) => Promise<void>): Promise<void> {
  const port = await freePort()
  const moto = spawn(program, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' })
  try {
    const url = `http://127.0.0.1:${port}`
    await ready(url, moto)
    await work(url)
  } finally {
    moto.kill()
  }
}

async function ready(url: string, moto: ChildProcess): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (moto.exitCode !== null) throw new Error(`moto_server ended with ${moto.exitCode}`)
    const answer = await fetch(`${url}/moto-api/`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('moto_server did not answer within 30 seconds')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
