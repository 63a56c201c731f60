import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ActionOutcome, action, DIST } from '../support/dist.ts'
import type { AwsServer } from '../support/loopback/aws-query.ts'
import { runStep, type StepResult, visibleLog } from '../support/loopback/child.ts'
import { ACCOUNT, type AccessKey, addUserKey, type Cloud, makeCloud, ROLE_ARN } from '../support/loopback/cloud.ts'
import { startIam } from '../support/loopback/iam.ts'
import { type OidcServer, startOidc } from '../support/loopback/oidc.ts'
import { startSts } from '../support/loopback/sts.ts'
import { Repository } from '../support/repository.ts'
import { type Event, pullRequest } from './support/events.ts'
import { obeyed } from './support/runner-log.ts'

/** A pull request leaks a key of the account that the action's role belongs to. */
const repositories: Repository[] = []
const worlds: World[] = []

interface World {
  readonly oidc: OidcServer
  readonly cloud: Cloud
  readonly sts: AwsServer
  readonly iam: AwsServer
  readonly key: AccessKey
  /** What the runner and the workflow put into the environment. */
  readonly env: Record<string, string>
}

afterAll(async () => {
  for (const repository of repositories) repository.dispose()
  await Promise.all(worlds.flatMap(({ oidc, sts, iam }) => [oidc.close(), sts.close(), iam.close()]))
})

async function world(): Promise<World> {
  const oidc = await startOidc()
  const cloud = makeCloud()
  const [sts, iam] = [await startSts(cloud, oidc.publicKey), await startIam(cloud)]
  const lastUsed = { date: '2026-11-03T10:00:00Z', service: 's3', region: 'eu-west-1' }
  const key = addUserKey(cloud, 'deploy', { lastUsed })
  const env = {
    ...oidc.env,
    AWS_ENDPOINT_URL_STS: sts.url,
    AWS_ENDPOINT_URL_IAM: iam.url,
    AWS_EC2_METADATA_DISABLED: 'true',
    ACTIONS_STEP_DEBUG: 'true',
    RUNNER_DEBUG: '1',
  }
  worlds.push({ oidc, cloud, sts, iam, key, env })
  return worlds.at(-1)!
}

function leak({ key }: World, fork = false): { root: string; event: Event } {
  const repository = new Repository()
  repositories.push(repository)
  const base = repository.commit('base', { 'README.md': '# shop\n' })
  const head = repository.commit('leak', {
    'deploy.env': `AWS_ACCESS_KEY_ID=${key.id}\nAWS_SECRET_ACCESS_KEY=${key.secret}\n`,
  })
  return { root: repository.root, event: pullRequest(base, head, { fork }) }
}

async function run(given: World, inputs: Record<string, string> = {}, env: Record<string, string> = {}, fork = false) {
  const { root, event } = leak(given, fork)
  return await action(root, { ...event, env: { ...given.env, ...env } }, { 'role-to-assume': ROLE_ARN, ...inputs })
}

const callsOf = ({ sts, iam }: World) =>
  [...sts.calls, ...iam.calls].map(({ action, outcome }) => `${action} ${outcome}`).sort()

/** Neither the key, nor a credential of the session, nor a token, nor what a signature is made of. */
function expectNothingSecret({ oidc, cloud, key }: World, text: string): void {
  const shown = text.replace(/^::add-mask::.*$/gm, '')
  const keys = [...cloud.keys.values()].flatMap(({ id, secret, sessionToken }) => [id, secret, sessionToken ?? ''])
  for (const secret of [key.id, key.secret, ...keys, ...oidc.tokens, oidc.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN]) {
    if (secret) expect(shown).not.toContain(secret)
  }
  expect(shown).not.toMatch(/AWS4-HMAC|Signature=|[Bb]earer [\w.-]{20}|eyJ[\w-]{10}/)
}

const errors = ({ stdout }: { stdout: string }) => obeyed(stdout).filter(({ name }) => name === 'error')
const notifications = ({ report }: ActionOutcome) => report.notifications.filter(({ id }) => id.startsWith('aws'))

describe("a leaked key of one's own account", () => {
  let given: World
  let outcome: ActionOutcome
  beforeAll(async () => {
    given = await world()
    outcome = await run(given, { 'sarif-file': 'keylatch.sarif' })
  }, 60_000)

  test('is named by its user, and annotated with the commands to type', () => {
    expect(outcome).toMatchObject({ exitCode: 1, stderr: '', outputs: { verdict: 'block' } })
    const [annotation, ...others] = errors(outcome)
    expect(others).toEqual([])
    expect(annotation).toMatchObject({ properties: { file: 'deploy.env', line: '1' } })
    expect(annotation!.data).toContain(`user \`deploy\` in your account ${ACCOUNT}`)
    expect(annotation!.data).toContain('last used')
    expect(annotation!.data).toContain('aws iam update-access-key --user-name deploy --status Inactive')
    expect(outcome.summary).toContain('aws iam update-access-key')
    expect(outcome.report.findings).toMatchObject([{ severity: 'critical', blocking: true }])
    expect(notifications(outcome)).toEqual([])
  })

  test('is looked up with three calls, none of them made with the leaked key', () => {
    expect(callsOf(given)).toEqual(['AssumeRoleWithWebIdentity ok', 'GetAccessKeyInfo ok', 'GetAccessKeyLastUsed ok'])
    for (const { accessKeyId } of [...given.sts.calls, ...given.iam.calls]) expect(accessKeyId).not.toBe(given.key.id)
  })

  test('every secret is masked before anything else is printed, and none is in any output', () => {
    const lines = outcome.stdout.split('\n').filter((line) => line !== '')
    const masks = lines.filter((line) => line.startsWith('::add-mask::'))
    expect(lines.slice(0, masks.length)).toEqual(masks)
    expect(masks.length).toBeGreaterThanOrEqual(4)
    expectNothingSecret(given, outcome.everything)
  })
})

describe.each<[string, (given: World) => Record<string, string>]>([
  ['STS is down', ({ sts }) => ({ AWS_ENDPOINT_URL_STS: sts.url.replace(/:\d+$/, ':9') })],
  [
    'STS fails',
    ({ sts }) => {
      sts.faults.push({ action: '*', with: 'unavailable' }, { action: '*', with: 'reset' })
      return {}
    },
  ],
  [
    'the role does not trust this repository',
    ({ cloud }) => {
      cloud.roles.clear()
      return {}
    },
  ],
  ['the job has no id token', () => ({ ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' })],
  ['the token service is down', () => ({ ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:9/token?api-version=2.0' })],
])('%s', (_, spoil) => {
  /** With and without `require-aws`, each in a world of its own. */
  let loose: { given: World; outcome: ActionOutcome }
  let strict: { given: World; outcome: ActionOutcome }
  beforeAll(async () => {
    const spoilt = async (inputs: Record<string, string>) => {
      const given = await world()
      return { given, outcome: await run(given, { 'retry-max-attempts': '2', ...inputs }, spoil(given)) }
    }
    ;[loose, strict] = await Promise.all([spoilt({}), spoilt({ 'require-aws': 'true' })])
  }, 60_000)

  test('the finding stands and blocks, and one notification says why nobody was asked', () => {
    const { given, outcome } = loose
    expect(outcome).toMatchObject({ exitCode: 1, stderr: '', outputs: { verdict: 'block' } })
    expect(errors(outcome)).toMatchObject([{ properties: { file: 'deploy.env' } }])
    expect(notifications(outcome)).toHaveLength(1)
    const told = obeyed(outcome.stdout).filter(({ properties }) => properties.title?.startsWith('Keylatch: aws'))
    expect(told).toHaveLength(1)
    expectNothingSecret(given, outcome.everything)
  })

  test('with require-aws the run is broken, in one line', () => {
    const { given, outcome } = strict
    expect(outcome).toMatchObject({ exitCode: 2, stderr: '', outputs: { verdict: 'broken' } })
    expect(errors(outcome)).toHaveLength(1)
    expectNothingSecret(given, outcome.everything)
  })
})

describe('a question that AWS does not answer', () => {
  test('costs the finding nothing but the answer', async () => {
    const given = await world()
    given.cloud.roles.get(ROLE_ARN)!.permissions = [{ Effect: 'Allow', Action: 'sts:GetCallerIdentity', Resource: '*' }]
    const outcome = await run(given)
    expect(outcome).toMatchObject({ exitCode: 1, stderr: '' })
    expect(errors(outcome)).toMatchObject([{ properties: { file: 'deploy.env' } }])
    expectNothingSecret(given, outcome.everything)
  }, 60_000)
})

describe('a pull request from a fork', () => {
  const none = { ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' }

  test('gets a notice instead of AWS, and is judged all the same', async () => {
    const given = await world()
    const outcome = await run(given, {}, none, true)
    expect(outcome).toMatchObject({ exitCode: 1, stderr: '', outputs: { verdict: 'block' } })
    expect(notifications(outcome)).toMatchObject([{ level: 'note', message: expect.stringContaining('fork') }])
    expect(obeyed(outcome.stdout).filter(({ name }) => name === 'notice')).toHaveLength(1)
    expect(callsOf(given)).toEqual([])
  }, 60_000)

  test('passes when it leaks nothing', async () => {
    const given = await world()
    const { root, event } = leak(given, true)
    const { base } = (event.payload as { pull_request: { base: { sha: string } } }).pull_request
    const clean = { ...pullRequest(base.sha, base.sha, { fork: true }), env: { ...given.env, ...none } }
    const outcome = await action(root, clean, { 'role-to-assume': ROLE_ARN })
    expect(outcome).toMatchObject({ exitCode: 0, stderr: '', outputs: { verdict: 'pass' } })
  }, 60_000)

  test('fails with require-aws', async () => {
    const given = await world()
    const outcome = await run(given, { 'require-aws': 'true' }, none, true)
    expect(outcome).toMatchObject({ exitCode: 2, stderr: '', outputs: { verdict: 'broken' } })
    expect(errors(outcome)).toMatchObject([{ data: expect.stringContaining('fork') }])
  }, 60_000)
})

describe('credentials for later steps', () => {
  let given: World
  let main: StepResult
  let post: StepResult
  beforeAll(async () => {
    given = await world()
    const { root, event } = leak(given)
    main = await runStep(join(DIST, 'action.js'), {
      cwd: root,
      event: event.payload,
      inputs: { 'role-to-assume': ROLE_ARN, 'export-credentials': 'true', 'aws-region': 'eu-west-1' },
      env: {
        ...given.env,
        GITHUB_EVENT_NAME: event.name,
        GITHUB_WORKSPACE: root,
        GITHUB_REPOSITORY: 'octo-org/octo-repo',
        GITHUB_SHA: '0'.repeat(40),
      },
    })
    post = await runStep(join(DIST, 'cleanup.js'), { state: main.state })
  }, 60_000)

  test('are in the environment, and in no log', () => {
    expect(main).toMatchObject({ status: 1, stderr: '' })
    const session = [...given.cloud.keys.values()].find(({ sessionToken }) => sessionToken)!
    expect(main.env).toMatchObject({ AWS_ACCESS_KEY_ID: session.id, AWS_SESSION_TOKEN: session.sessionToken })
    expectNothingSecret(given, `${visibleLog(main)}${main.summary}${JSON.stringify(main.outputs)}`)
  })

  test('are taken back by the post step', () => {
    expect(post).toMatchObject({ status: 0, stderr: '' })
    expect(Object.values(post.env).join('')).toBe('')
    expect(Object.keys(post.env)).toContain('AWS_SESSION_TOKEN')
  })
})
