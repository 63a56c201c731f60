import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { lintSource } from '@secretlint/core'
import { creator } from '@secretlint/secretlint-rule-preset-recommend'
import type { Notification } from '../../src/core/finding.ts'
import { closeSecretlint, runJob } from '../../src/rules/credentials/secretlint/engine.ts'
import { rulesWorthRunning } from '../../src/rules/credentials/secretlint/gate.ts'
import { LIMITS, scanText } from '../../src/rules/credentials/secretlint/scan.ts'
import { TABLE } from '../../src/rules/credentials/secretlint/table.ts'
import secretlintRules from '../../src/rules/credentials/secretlint.ts'
import { expand, fake } from '../support/placeholders.ts'
import { credentialRules } from './all-rules.ts'
import { formats } from './formats.ts'
import { hitsIn, textAt } from './hits.ts'

const ROOT = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..')
const PREFIX = '@secretlint/secretlint-rule-'

afterAll(closeSecretlint)

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

/** What the engine is asked about. */
function address(tag = '1'): string {
  return `https://joe:${fake('PASSWORD', tag)}@acme.io`
}

describe('the table', () => {
  /** Whatever else it looks for is a row of the table of tokens, or a rule of ours. */
  const addresses = ['basicauth', 'database-connection-string']

  test('has a row for every rule of the preset that looks at addresses', () => {
    const names = creator.rules.map(({ meta }) => meta.id.slice(PREFIX.length))
    expect(TABLE.map(({ engine }) => engine).sort()).toEqual(names.filter((name) => addresses.includes(name)).sort())
    expect(addresses).toHaveLength(TABLE.length)
  })

  test('gives each rule an id of its own', () => {
    expect(new Set(TABLE.map(({ id }) => id)).size).toBe(TABLE.length)
  })
})

describe('the gate', () => {
  const every = TABLE.map(({ engine }) => engine)

  test('changes no finding', async () => {
    let reports = 0
    for (const { uri, text } of corpus) {
      const gated = await scanText(text, uri)
      const ungated = (await runJob({ text, uri, rules: every }))!
      expect({ uri, reports: byPlace(gated.reports) }).toEqual({ uri, reports: byPlace(ungated) })
      reports += gated.reports.length
    }
    expect(reports).toBeGreaterThan(5)
  })

  test('keeps most texts away from the engine', () => {
    const sources = corpus.filter(({ uri }) => uri.startsWith('src/') && !uri.includes('secretlint'))
    const through = sources.filter(({ text }) => rulesWorthRunning(text).size > 0)
    expect(sources.length).toBeGreaterThan(20)
    expect(through.length).toBeLessThan(sources.length / 4)
  })

  function byPlace(reports: unknown) {
    expect(Array.isArray(reports)).toBe(true)
    const list = reports as { rule: string; start: number; end: number }[]
    return [...new Set(list.map(({ rule, start, end }) => `${rule} ${start}-${end}`))].sort()
  }
})

describe('whatever the preset finds, we find', () => {
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
    (await hitsIn(secretlintRules, uri, text)).map((hit) => [textAt(text, hit.span), hit.secretValue])

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
    for (const hit of await hitsIn(secretlintRules, 'x', expand(text))) {
      expect(JSON.stringify({ ...hit, secretValue: '' })).not.toContain(hit.secretValue)
    }
  })
})

describe('nothing in the scanned text or repository silences it', () => {
  test('no comment', async () => {
    const text = `# secretlint-disable\nT=${address()} # secretlint-disable-line\n`
    expect(await hitsIn(secretlintRules, 'a.sh', text)).toHaveLength(1)
  })

  test('no configuration: one that would run code is not read', async () => {
    const text = `T=${address()}\n`
    expect(await hitsIn(secretlintRules, '.secretlintrc.cjs', `throw new Error('run')\n// ${text}`)).toHaveLength(1)
  })
})

describe('limits', () => {
  /** The engine's filter for duplicates is quadratic in what it is given at once. */
  const slow = Array.from({ length: 27_500 }, (_, index) => `${address(`${index}`)}\n`).join('')

  test('in pieces of the usual size the same text is searched up to the limit', async () => {
    expect((await scanText(slow, 'x')).reports.length).toBeGreaterThanOrEqual(LIMITS.reports)
  })

  test('too many findings end the search of a text, and that is told', async () => {
    const text = Array.from({ length: 60 }, (_, index) => `${address(`${index}`)}\n`).join('')
    const { reports, cuts } = await scanText(text, 'x', { ...LIMITS, piece: 500, reports: 20 })
    expect(reports.length).toBeGreaterThanOrEqual(20)
    expect(reports.length).toBeLessThan(60)
    expect(cuts).toMatchObject([{ reason: 'too-many', end: text.length }])
  })

  test('people are told in words', async () => {
    const notifications: Notification[] = []
    const hits = await hitsIn(secretlintRules, 'dump.txt', slow, notifications)
    expect(hits.length).toBeGreaterThanOrEqual(LIMITS.reports)
    expect(notifications).toHaveLength(1)
    expect(notifications[0]!.message).toMatch(
      /^Lines \d+ to \d+ were not searched for secrets of basicauth: there are too many findings already\.$/,
    )
    expect(notifications[0]!.location!.uri).toBe('dump.txt')
  })

  test('secrets on the edge of a piece are found once, and whole', async () => {
    const tokens = Array.from({ length: 200 }, (_, index) => address(`${index}`))
    const text = tokens.map((token, index) => `${'-'.repeat(index % 37)} ${token}\n`).join('')
    const { reports } = await scanText(text, 'x', { ...LIMITS, piece: 1009 })
    expect(reports.map(({ start, end }) => text.slice(start, end))).toEqual(tokens)
  })

  test('and no part of a long one passes for a short one', async () => {
    const tokens = Array.from({ length: 60 }, (_, index) => `https://joe:${fake('ALNUM120', `${index}`)}@acme.io`)
    const text = tokens.map((token) => `${token}\n`).join('')
    const { reports } = await scanText(text, 'x', { ...LIMITS, piece: 301 })
    expect(reports.map(({ start, end }) => text.slice(start, end))).toEqual(tokens)
  })

  test.each([
    ['addresses', 'http://a:b@'.repeat(50_000)],
    ['database addresses', 'postgres://a:b@c/?'.repeat(25_000)],
  ])('half a megabyte of %s comes back', async (_, text) => {
    const { cuts, reports } = await scanText(text, 'x', LIMITS)
    expect(cuts.length + reports.length).toBeGreaterThanOrEqual(0)
  })
})

test('the thread does not keep the process alive', () => {
  const code = `
    import { scanText } from './src/rules/credentials/secretlint/scan.ts'
    const { reports } = await scanText(process.argv[1], 'x')
    console.log(reports.length)
  `
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', code, address()],
    {
      cwd: ROOT,
      encoding: 'utf8',
      timeout: 25_000,
    },
  )
  expect({ stdout, status, stderr }).toEqual({ stdout: '1\n', status: 0, stderr: '' })
})
