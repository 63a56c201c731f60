import { describe, expect, test } from 'vitest'
import { judgeSecret, type Setting } from '../../src/secrets/judge.ts'
import { NOT_SECRETS } from '../../src/secrets/not-secrets.ts'
import { isSequence } from '../../src/secrets/placeholders.ts'
import { wordiness } from '../../src/secrets/rarity.ts'
import { random } from '../iam/support/random.ts'

describe.each(NOT_SECRETS.filter(({ examples }) => examples.length > 0))('$id', ({ reason, examples }) => {
  test.each(examples)('%j', (value) => {
    expect(judgeSecret({ name: 'auth_token', value })).toEqual({ secret: false, reason })
  })
})

/** A name with a value, and how sure it is to be a secret; `-` for not at all. */
const JUDGED: readonly [name: string, value: string, confidence: string, takes?: Setting['takes']][] = [
  // Made by machines.
  ['api_key', 'tX5Dslg1y3OsCpFzRz', 'high'],
  ['DB_PASSWORD', 'q9Zt4Lw8Kx2mVb7', 'high'],
  ['token', 'kqzvxwjprtbnmlsd', 'high'],
  ['client_secret', '9f86d081884c7d659a2feaa0c55ad015', 'high'],
  ['DB_PASSWORD_SHOP', 'q9Zt4Lw8Kx2mVb7Rn3', 'high'],
  ['DB_PASSWORD_SHOP', 'q9Zt4Lw8', 'medium'],
  ['SECRET_KEY', ['django', 'insecure', 'q9Zt4Lw8Kx2mVb7Rn3'].join('-'), 'medium'],
  ['_nextpagetoken', 'Civ3XKyKv9VhWmamsubzcaeyc6cx5ycm8', '-'],
  ['fcm_token', 'tX5Dslg1y3OsCpFzRz', '-'],
  ['client_secret', 'def00000ae8c5d8c5a0d6f5e6e5e6e5e6e5e6e5e6e5e6e5e6e5e', '-'],
  ['token_pat', 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123', '-'],
  ['POSTGRES_PASSWORD', '**None**', '-', 'password'],
  ['usdcToken', 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v', '-'],
  ['recaptcha_secret_key', '6Lq9Zt4Lw8Kx2mVb7Rn3', 'high'],
  ['recaptcha_key', '6Lq9Zt4Lw8Kx2mVb7Rn3', '-'],
  ['api_key', '0b0a6f3e-5c1f-4f0c-9d43-0a8f3a1c9e11', 'medium'],
  // Chosen by people.
  ['admin_password', 'Winter2024!', 'high'],
  ['password', 'Pa$$w0rd-Dms$1', 'high', 'password'],
  ['jwt_secret', 'SuperSecret123!', 'medium'],
  ['newPassword', 'N3wP@ssw0rd!', 'high'],
  ['api_key', 'BBPM01TestXq', 'medium'],
  ['password', 'correcthorse', 'high', 'password'],
  ['password', 'correcthorse', 'medium'],
  ['password', 'correct-horse-battery-staple', 'medium'],
  ['password', 'postgres', 'medium', 'password'],
  ['password', 'postgres', '-'],
  ['session_secret', 'wonderland', 'low'],
  // Names of things, states, what is read from elsewhere.
  ['SECRET_PROVIDER_X', 'AwsSecretsManagerCachingProvider', '-'],
  ['token', 'MyProjectUploader', '-'],
  ['access_token', 'minutes', '-'],
  ['DB_PASS', 'shared/db/pass', '-'],
  ['APPLICANT_OIDC_CLIENT_SECRET', 'applicant-oidc-client-secret', '-'],
  ['secret', 'oauth_client_secret', '-'],
  ['password', 'cGFzc3dvcmQ=', '-'],
  ['password', 'Y2hhbmdlbWU=', '-'],
  ['api_key', 'my_fake_api_key', '-'],
  ['password', 'Passw0rd', '-'],
]

test.each(JUDGED)('%s = %s: %s', (name, value, confidence, takes = 'by-name') => {
  const judged = judgeSecret({ name, value, takes })
  expect([judged.secret ? judged.confidence : '-', judged.reason]).toEqual([
    confidence,
    expect.stringMatching(/^(?:its?|a|machines|browsers|Django)\b/),
  ])
})

describe('signs of the keyboard', () => {
  const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
  const isSecret = (value: string) => judgeSecret({ name: 'DB_PASSWORD', value }).secret

  test.each([
    ['secretsmanager get-random-password', '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'],
    ['random_password of Terraform', '!@#$%&*()-_=+[]{}<>:?'],
  ])('of 500 passwords of %s at least 470 are found', (_, signs) => {
    const below = random(9)
    const alphabet = LETTERS + signs
    const drawn = (length: number) => Array.from({ length }, () => alphabet[below(alphabet.length)]).join('')
    const passwords = Array.from({ length: 500 }, (_, at) => drawn([20, 24, 32][at % 3]!))
    expect(passwords.filter(isSecret).length).toBeGreaterThanOrEqual(470)
  })

  test.each([
    'process.env.DB_PASS2!',
    'config.Passwords[0]',
    '{{.Values.K8sToken1}}',
    'getToken1("A","b")',
    '$RDS_MASTER_Pw1x',
    'b64enc(K8s_S3_Xy)',
    'sha256("${Var.X2}")',
    '#{ENV["K3y_Xq9"]}',
    '[A-Za-z0-9]{32,}',
    '^[A-Za-z0-9]{20}$',
    'K8sSecretZq(id=1)',
    'cfg.GetString("V2")',
    '$(get_Pw1_Zq9Kx)',
    '%env(K8s_Pw1Zq)%',
  ])('a template, code or pattern is none: %s', (value) => expect(isSecret(value)).toBe(false))
})

describe('rarity', () => {
  test.each([
    'SecretsManagerRDSPostgreSQLRotationSingleUser',
    'rotate-single-user',
    'correcthorse',
    'index.rotateSecret',
  ])('words: %s', (value) => expect(wordiness(value)).toBeGreaterThan(0.5))
  test.each(['tX5Dslg1y3OsCpFzRz', 'kqzvxwjprtbnmlsd', 'd41d8cd98f00b204e9800998ecf8427e', 'zUx8!kq2'])(
    'chance: %s',
    (value) => expect(wordiness(value)).toBeLessThan(-2),
  )
})

test.each(['123456789', 'abcdefgh', 'qwertyuiop', '1234qwer', 'asdfghjkl1'])('%s is a sequence', (value) => {
  expect(isSequence(value)).toBe(true)
})
test.each(['Winter2024', 'abcXk9zQ', '5234q8er'])('%s is none', (value) => expect(isSequence(value)).toBe(false))

test.each(['blah', 'aB', 'a-', 'A_', 'a.', '1a', 'a b ', '=a;', '/a', '::a', '((', '""', 'ab1'])(
  'a value of 4,000 characters of %j is judged at once',
  (piece) => {
    const value = piece.repeat(4_000 / piece.length)
    for (const end of ['', 'Q1!', ' ', '@', '\n']) {
      const started = process.cpuUsage().user
      for (const name of ['password', 'auth_token', 'DB_PASSWORD_SHOP']) judgeSecret({ name, value: value + end })
      expect(process.cpuUsage().user - started).toBeLessThan(500_000)
    }
  },
)
