import { describe, expect, test } from 'vitest'
import { awsInputs, awsSettings } from '../../../src/io/aws/settings.ts'

const ROLE = 'arn:aws:iam::111122223333:role/ci/keylatch'
const read = (inputs: Record<string, string>) => awsSettings((name) => inputs[name] ?? '')
const inputsOf = (inputs: Record<string, string>, withoutSecrets = false) =>
  awsInputs((name) => inputs[name] ?? '', withoutSecrets)
const withRole = (inputs: Record<string, string>) => read({ 'role-to-assume': ROLE, ...inputs })

test('without a role or existing credentials AWS is not asked for', () => {
  expect(read({})).toBeUndefined()
  expect(read({ 'aws-region': 'eu-west-1', 'http-proxy': 'http://proxy:3128' })).toBeUndefined()
})

test('verify: live needs no role', () => {
  expect(read({ verify: 'live' })).toMatchObject({ verify: 'live' })
})

test('a role is enough', () => {
  const settings = withRole({})
  expect(settings?.role).toMatchObject({ arn: ROLE, accountId: '111122223333', name: 'keylatch' })
  expect(settings).toMatchObject({
    exportCredentials: false,
    outputCredentials: false,
    requireAws: false,
    verify: 'off',
    retryMaxAttempts: 5,
    managedSessionPolicies: [],
    allowedAccountIds: [],
  })
})

test('lists take lines, commas and blanks', () => {
  const settings = withRole({
    'allowed-account-ids': '111122223333, 444455556666\n777788889999',
    'managed-session-policies': 'arn:aws:iam::aws:policy/ReadOnlyAccess\narn:aws:iam::111122223333:policy/mine',
  })
  expect(settings?.allowedAccountIds).toEqual(['111122223333', '444455556666', '777788889999'])
  expect(settings?.managedSessionPolicies).toHaveLength(2)
})

test('a session policy is sent as one line', () => {
  const policy = '{\n  "Version": "2012-10-17",\n  "Statement": []\n}'
  expect(withRole({ 'inline-session-policy': policy })?.inlineSessionPolicy).toBe(
    '{"Version":"2012-10-17","Statement":[]}',
  )
})

test.each([
  'arn:aws-cn:iam::111122223333:role/x',
  'arn:aws-us-gov:iam::111122223333:role/x',
  'arn:aws-eusc:iam::111122223333:role/x',
])('any partition is taken: %s', (arn) => {
  expect(read({ 'role-to-assume': arn })?.role?.partition.id).toBe(arn.split(':')[1])
})

describe('a bad input is one line with its name and its mend', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ['a bare role name', { 'role-to-assume': 'keylatch' }, /^role-to-assume: `keylatch` is not the ARN.*arn:aws:iam::/],
    ['a user', { 'role-to-assume': 'arn:aws:iam::111122223333:user/x' }, /^role-to-assume: .*not the ARN of a role/],
    ['an unknown partition', { 'role-to-assume': 'arn:aws-x:iam::111122223333:role/x' }, /`aws-x` is not a partition/],
    ['no region', { 'aws-region': 'us-east' }, /^aws-region: `us-east` is not a region/],
    [
      'a region elsewhere',
      { 'aws-region': 'cn-north-1' },
      /^aws-region: cn-north-1 lies in partition aws-cn.*us-east-1/,
    ],
    ['a short session', { 'role-duration-seconds': '60' }, /^role-duration-seconds: `60` .* 900 to 43200/],
    ['words for a number', { 'retry-max-attempts': 'many' }, /^retry-max-attempts: `many` .* 1 to 20/],
    [
      'a long chained session',
      { 'role-chaining': 'true', 'role-duration-seconds': '7200' },
      /^role-duration-seconds: a chained role/,
    ],
    ['neither true nor false', { 'export-credentials': 'yes' }, /^export-credentials: `yes` is neither true nor false/],
    ['no JSON', { 'inline-session-policy': '{' }, /^inline-session-policy: not JSON/],
    ['no policy', { 'inline-session-policy': '{}' }, /^inline-session-policy: .* needs a Statement/],
    [
      'a long policy',
      { 'inline-session-policy': `{"Statement":"${'x'.repeat(2048)}"}` },
      /^inline-session-policy: \d+ characters/,
    ],
    ['no policy ARN', { 'managed-session-policies': 'ReadOnlyAccess' }, /^managed-session-policies: `ReadOnlyAccess`/],
    ['no account', { 'allowed-account-ids': '1111-2222-3333' }, /^allowed-account-ids: `1111-2222-3333`/],
    ['the wrong account', { 'allowed-account-ids': '444455556666' }, /^role-to-assume: account 111122223333 is not in/],
    ['an odd mode', { verify: 'on' }, /^verify: `on` is neither off nor live/],
  ])('%s', (_, inputs, message) => {
    expect(() => withRole(inputs)).toThrow(message)
    expect(() => withRole(inputs)).toThrow(expect.objectContaining({ name: 'Problem' }))
  })

  test('what needs a role says so when there is none', () => {
    expect(() => read({ 'export-credentials': 'true' })).toThrow(/^export-credentials: .*role-to-assume/)
    expect(() => read({ 'role-chaining': 'true' })).toThrow(/^role-chaining: .*role-to-assume/)
  })

  test("a proxy's password is not repeated", () => {
    expect(() => withRole({ 'http-proxy': 'socks://me:hunter2@proxy' })).toThrow(/^http-proxy: (?!.*hunter2)/)
  })
})

describe('a setting about AWS does not stop the gate', () => {
  test.each(['export-credentials', 'output-credentials', 'role-chaining'])(
    '%s with an empty role is a notice',
    (name) => {
      for (const withoutSecrets of [true, false]) {
        const { settings, notifications } = inputsOf({ [name]: 'true' }, withoutSecrets)
        expect(settings).toBeUndefined()
        expect(notifications).toMatchObject([{ level: 'note', message: expect.stringContaining('role-to-assume') }])
      }
    },
  )

  test('nor does a role of which a secret has to say the account, where there are no secrets', () => {
    const given = { 'role-to-assume': 'arn:aws:iam:::role/ci', 'require-aws': 'true' }
    const told = inputsOf(given, true)
    expect(told.settings).toBeUndefined()
    expect(told.notifications).toMatchObject([
      { level: 'note', message: expect.stringMatching(/lacks its account.*no secrets.*the scan itself is whole/) },
    ])
  })

  test('nor does require-aws where there are no secrets that a role could stand in', () => {
    expect(inputsOf({ 'require-aws': 'true' }, true).notifications).toMatchObject([{ level: 'note' }])
    expect(() => inputsOf({ 'require-aws': 'true' })).toThrow(/^require-aws: .*role-to-assume/)
  })

  test.each([
    ['role-to-assume', 'keylatch'],
    ['aws-region', 'mars'],
    ['verify', 'on'],
    ['retry-max-attempts', 'many'],
    ['allowed-account-ids', '444455556666'],
  ])('%s is told, and stops only with require-aws', (name, value) => {
    const inputs = { 'role-to-assume': ROLE, [name]: value }
    expect(inputsOf(inputs)).toMatchObject({ notifications: [{ level: 'warning', id: 'aws-unavailable' }] })
    expect(() => inputsOf({ ...inputs, 'require-aws': 'true' })).toThrow(expect.objectContaining({ name: 'Problem' }))
  })

  test('the account id stays hidden where it is to be', () => {
    const inputs = { 'role-to-assume': ROLE, 'allowed-account-ids': '444455556666', 'mask-aws-account-id': 'true' }
    const { maskAccountId, notifications } = inputsOf(inputs)
    expect(maskAccountId).toBe(true)
    expect(notifications[0]!.message).not.toMatch(/\d{12}/)
  })
})

describe('a session name', () => {
  test.each([
    ['octo-org/shop-dependabot[bot]', 'octo-org-shop-dependabot-bot-'],
    ['a b', 'a-b'],
    ['x', 'keylatch-x'],
    ['é', 'keylatch--'],
    ['n'.repeat(80), 'n'.repeat(64)],
  ])('%s is made to fit, and told', (asked, name) => {
    const { settings, notifications } = inputsOf({ 'role-to-assume': ROLE, 'role-session-name': asked })
    expect(settings?.roleSessionName).toBe(name)
    expect(settings?.roleSessionName).toMatch(/^[\w+=,.@-]{2,64}$/)
    expect(notifications).toMatchObject([{ level: 'note', message: expect.stringContaining(name) }])
  })

  test('that fits is left alone', () => {
    const { settings, notifications } = inputsOf({ 'role-to-assume': ROLE, 'role-session-name': 'ci@shop' })
    expect({ name: settings?.roleSessionName, notifications }).toEqual({ name: 'ci@shop', notifications: [] })
  })
})
