import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lintSource } from '@secretlint/core'
import { creator } from '@secretlint/secretlint-rule-preset-recommend'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import addressRules from '../../src/rules/credentials/addresses.ts'
import { expand, fake } from '../support/placeholders.ts'
import { credentialRules } from './all-rules.ts'
import { formats } from './formats.ts'
import { hitsIn, textAt } from './hits.ts'

const ROOT = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..')
const PREFIX = '@secretlint/secretlint-rule-'

/** Every fixture of the pack, every format of AWS keys, and some of our own sources, which hold next to nothing. */
const corpus: { uri: string; text: string }[] = [
  ...formats.map(({ file, text }) => ({ uri: file, text: expand(text) })),
  ...filesBelow('test/rules/credentials').map((uri) => ({ uri, text: expand(readFileSync(join(ROOT, uri), 'utf8')) })),
  ...filesBelow('src/rules').map((uri) => ({ uri, text: readFileSync(join(ROOT, uri), 'utf8') })),
]

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(ROOT.length + 1)
        .replaceAll('\\', '/'),
    )
}

function address(tag = '1'): string {
  return `https://joe:${fake('PASSWORD', tag)}@acme.io`
}

const told = async (text: string) =>
  (
    await Promise.all(
      addressRules.map(async (rule) =>
        (await hitsIn([rule], 'a.txt', text)).map(({ secretValue, severity }) => [rule.meta.id, severity, secretValue]),
      ),
    )
  ).flat()

describe('an address of any kind is told once', () => {
  const password = fake('ALNUM20')

  test.each([
    ...['postgres', 'postgresql', 'mysql', 'mysqlx', 'mongodb', 'mongodb+srv', 'jdbc:mysql'].map((scheme) => [
      scheme,
      'credentials/database-url',
    ]),
    ...['http', 'https', 'ftp', 'HTTPS', 'git+https'].map((scheme) => [
      scheme,
      scheme === 'git+https' ? 'credentials/connection-string' : 'credentials/basic-auth-url',
    ]),
    ...[
      ...[
        'redis',
        'rediss',
        'amqp',
        'amqps',
        'mssql',
        'sqlserver',
        'ldap',
        'ldaps',
        'smtp',
        'smtps',
        'imaps',
        'mqtt',
        'nats',
      ],
      ...[
        'sftp',
        'clickhouse',
        'postgresql+psycopg',
        'mysql+pymysql',
        'snowflake',
        'couchbase',
        'neo4j+s',
        'kafka',
        'rtsp',
      ],
    ].map((scheme) => [scheme, 'credentials/connection-string']),
  ])('%s', async (scheme, id) => {
    for (const text of [`URL=${scheme}://app:${password}@h.acme.io:99/x?y=1`, `"${scheme}://:${password}@h.acme.io"`])
      expect(await told(text)).toEqual([[id, 'high', password]])
  })

  test('on the own machine, or beside the program, it weighs little', async () => {
    for (const host of ['localhost:5432', '127.0.0.1', 'db', 'host.docker.internal'])
      expect(await told(`postgres://app:${password}@${host}/x`)).toEqual([
        ['credentials/database-url', 'low', password],
      ])
  })

  test('in a network of a company a password that a machine made weighs as much as anywhere', async () => {
    for (const host of ['10.1.2.3:80', 'db.prod.internal', 'pg.prod.svc.cluster.local:5432'])
      expect(await told(`postgres://app:${password}@${host}/x`)).toEqual([
        ['credentials/database-url', 'high', password],
      ])
  })

  test('an @ in the password does not end it', async () => {
    expect(await told(`redis://:ab@${password}@h.acme.io`)).toEqual([
      ['credentials/connection-string', 'high', `ab@${password}`],
    ])
  })

  test('where user or host are put in, and the password is not', async () => {
    expect(await told(`"postgres://app:${password}@" + host`)).toEqual([['credentials/database-url', 'high', password]])
    expect(await told(`amqp://\${USER}:${password}@h.acme.io`)).toEqual([
      ['credentials/connection-string', 'high', password],
    ])
  })

  test.each([
    'https://[username][:password@]host[:port]/',
    'amqp://${USER}:blue-fish@h.acme.io',
    'docker://alpine:v3x20y8q1z@sha256:0123',
    'https://acme.io:8080/a@b',
    'https://acme.io/path?at=12:30@home',
    'postgres://app:$PASSWORD@db.acme.io',
    'https://user:password@host.acme.io',
    'smtp://USERNAME:PASSWORD@HOST:25',
    `https://joe:${password}@example.com`,
    'redis://:<password>@h.acme.io',
    'see http://[::1]:3000/@types',
  ])('%s is none', async (text) => {
    expect(await told(text)).toEqual([])
  })
})

describe('whatever the preset finds, we find', () => {
  // Its core marks each step of each file, and looks through all marks at each of them: minutes, for times that nobody reads.
  beforeAll(() => void vi.spyOn(performance, 'mark').mockImplementation(() => undefined as never))
  afterAll(() => void vi.restoreAllMocks())

  /** Account ids are no secrets, nor are the ids of roles, users and groups, nor masks and words; the preset takes them all. */
  const noSecret = (text: string, messageId: string) =>
    messageId === 'AWSAccountID' ||
    (messageId === 'AWSAccessKeyID' && !/^A(?:KIA|SIA|3T)/.test(text)) ||
    /x{20}|^ASIAPACIFIC/i.test(text)

  test('its own rule for AWS with id scanning, and the rules that we replace, included', async () => {
    let compared = 0
    // The ok fixtures hold what is left out on purpose: masks, documentation's addresses, a password like the user on localhost.
    for (const { uri, text } of corpus.filter((file) => !/\/ok[^/]*$/.test(file.uri))) {
      const messages = await oracle(uri, text)
      const hits = messages.length > 0 ? await hitsIn(credentialRules, uri, text) : []
      const spans = hits.flatMap((hit) => [hit.span, ...(hit.secretSpans ?? [])])
      for (const { messageId, range } of messages) {
        const [start, end] = range as [number, number]
        if (noSecret(text.slice(start, end + 40), messageId)) continue
        compared++
        // Its range for secret halves begins at their name and is as long as the half.
        const reach = messageId === 'AWSSecretAccessKey' ? end + 40 : end
        const found = spans.some((span) => span.start < reach && start < span.end)
        if (!found) throw new Error(`${uri}: the preset finds ${messageId} at ${start}, and we do not`)
      }
    }
    expect(compared).toBeGreaterThan(150)
  })

  async function oracle(uri: string, text: string) {
    const result = await lintSource({
      source: { content: text, filePath: uri, ext: /\.\w+$/.exec(uri)?.[0] ?? '', contentType: 'text' },
      options: {
        noPhysicFilePath: true,
        config: {
          rules: [
            {
              id: creator.meta.id,
              rule: creator,
              rules: [{ id: `${PREFIX}aws`, options: { enableIDScanRule: true } }],
            },
          ],
        },
      },
    } as Parameters<typeof lintSource>[0])
    return result.messages as unknown as { messageId: string; range: readonly number[] }[]
  }
})

describe('the place and the value are those of the secret itself', () => {
  const found = async (uri: string, text: string) =>
    (await hitsIn(addressRules, uri, text)).map((hit) => [textAt(text, hit.span), hit.secretValue])

  test('of an address the password', async () => {
    const password = fake('PASSWORD')
    const text = `a\nDATABASE_URL=postgres://app:${password}@db.acme.io:5432/app\n`
    expect(await found('.env', text)).toEqual([[password, password]])
  })

  test('in base64 the groups that hold it', async () => {
    const encoded = Buffer.from(`x ${address()}`).toString('base64')
    const [[place, value] = []] = await found('a.yml', `data: ${encoded}\n`)
    expect(value).toBe(fake('PASSWORD'))
    expect(encoded).toContain(place)
  })

  test('and no message, property or remedy holds it', async () => {
    const text = readFileSync(join(ROOT, 'test/rules/credentials/basic-auth-url/bad.env'), 'utf8')
    for (const hit of await hitsIn(addressRules, 'x', expand(text))) {
      expect(JSON.stringify({ ...hit, secretValue: '' })).not.toContain(hit.secretValue)
    }
  })
})

describe('nothing in the scanned text or repository silences it', () => {
  test('no comment', async () => {
    const text = `# secretlint-disable\nT=${address()} # secretlint-disable-line\n`
    expect(await hitsIn(addressRules, 'a.sh', text)).toHaveLength(1)
  })
})
