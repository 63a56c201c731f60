import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Analysis } from '../../src/core/analysis.ts'
import type { Finding } from '../../src/core/finding.ts'
import type { Source } from '../../src/core/source.ts'
import { parseSource } from '../../src/frontends/index.ts'
import { rules } from '../../src/rules/index.ts'
import { check, ruleTable, textNode } from '../../src/scan/check.ts'
import { candidatesOf, findingsOf } from '../../src/scan/findings.ts'
import { blocks } from '../../src/scan/verdict.ts'

/** Numbers that look drawn by chance and are the same every time. */
function drawer(seed: string) {
  let count = 0
  const bytes = () => createHash('sha256').update(`${seed}/${count++}`).digest()
  const below = (most: number) => bytes().readUInt32BE(0) % most
  const pick = <T>(items: readonly T[]): T => items[below(items.length)]!
  const many = (least: number, most: number, make: () => string) =>
    Array.from({ length: least + below(most - least + 1) }, make)
  return {
    below,
    pick,
    many,
    hex: (length: number) => Buffer.concat([bytes(), bytes()]).toString('hex').slice(0, length),
    bytes,
  }
}

const WORDS = `user order invoice session payment cluster worker gateway billing report customer account service backend
  frontend primary replica staging production legacy shared internal external metrics alert refresh reset rotate cache
  queue table bucket stream event handler provider manager builder factory policy template version region network storage`.split(
  /\s+/,
)
const SECRET_WORDS = [
  'password',
  'secret',
  'token',
  'apiKey',
  'credentials',
  'client_secret',
  'DB_PASSWORD',
  'auth_token',
]
const SYLLABLES = 'ka lo mi ren sta tor vel na dex fu pri sol ver tan cor bel dar mon ter lin'.split(' ')

const draw = drawer('look-alikes')
const { pick, many, below, hex, bytes } = draw
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
const base64 = (length: number) =>
  Buffer.concat(Array.from({ length: Math.ceil(length / 32) }, bytes)).toString('base64')
const uuid = () => hex(32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
const invented = () => many(2, 4, () => pick(SYLLABLES)).join('')

/** What stands under a name for a secret without being one: names, paths, addresses, sentences, what is read from elsewhere. */
const NAMES: Readonly<Record<string, () => string>> = {
  kebab: () => many(2, 5, () => pick(WORDS)).join('-'),
  snake: () => many(2, 5, () => pick(WORDS)).join('_'),
  camel: () => pick(WORDS) + many(2, 4, () => capital(pick(WORDS))).join(''),
  pascal: () => many(3, 5, () => capital(pick(WORDS))).join(''),
  shouting: () => many(2, 4, () => pick(WORDS).toUpperCase()).join('_'),
  dotted: () => `com.${many(2, 4, () => pick(WORDS)).join('.')}`,
  path: () => `/${many(2, 5, () => pick(WORDS)).join('/')}`,
  relative: () => many(2, 4, () => pick(WORDS)).join('/'),
  file: () => `${many(1, 3, () => pick(WORDS)).join('-')}.${pick(['json', 'pem', 'key', 'yaml', 'txt', 'env'])}`,
  address: () => `https://${pick(WORDS)}.acme.io/${many(1, 3, () => pick(WORDS)).join('/')}`,
  host: () => `${many(1, 3, () => pick(WORDS)).join('.')}.acme.io`,
  arn: () => `arn:aws:secretsmanager:eu-west-1:111122223333:secret:${pick(WORDS)}/${pick(WORDS)}`,
  secretName: () => `${pick(WORDS)}-${pick(WORDS)}-${pick(['secret', 'password', 'token', 'auth'])}`,
  sentence: () => `${capital(pick(WORDS))} of the ${pick(WORDS)} that the ${pick(WORDS)} uses.`,
  variable: () => `\${${pick(WORDS)}_${pick(WORDS)}}`,
  template: () => `{{ ${pick(WORDS)}.${pick(WORDS)} }}`,
  placeholder: () =>
    `${pick(['your', 'my', 'change-me', 'example', 'dummy', 'insert'])}-${pick(WORDS)}-${pick(['token', 'key', 'here'])}`,
  mask: () => pick(['xxxxxxxxxxxxxxxx', '****************', '<redacted>', '................', '[hidden]']),
  number: () => String(below(9999)),
  duration: () => `${below(90) + 1} ${pick(['minutes', 'days', 'hours'])}`,
  version: () => `v${below(9)}.${below(30)}.${below(30)}`,
  resource: () => `${pick(['i', 'sg', 'vpc', 'subnet', 'ami'])}-0${hex(16)}`,
  invented: () => `${invented()}-${invented()}`,
}

/** What looks drawn by chance and stands under a name of its own. */
const NUMBERS: Readonly<Record<string, () => string>> = {
  checksum: () => hex(64),
  commit: () => hex(40),
  md5: () => hex(32),
  etag: () => hex(32),
  integrity: () => `sha512-${base64(64)}`,
  id: uuid,
  request_id: uuid,
  client_token: uuid,
  key_id: uuid,
  image: () => `data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAA${base64(300)}`,
  digest: () => `sha256:${hex(64)}`,
  nonce: () => base64(16),
  public_key: () => `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${base64(32)}`,
  password_hash: () => `$2b$12$${base64(40).replaceAll(/[+=]/g, '.')}`,
}

type Line = readonly [name: string, value: string]

const lines: Line[] = [
  ...Object.values(NAMES).flatMap((make) => Array.from({ length: 60 }, (): Line => [pick(SECRET_WORDS), make()])),
  ...Object.entries(NUMBERS).flatMap(([name, make]) => Array.from({ length: 45 }, (): Line => [name, make()])),
]

const FORMATS: Readonly<Record<string, (lines: readonly Line[]) => string>> = {
  'settings.py': (all) => all.map(([name, value]) => `${name} = "${value}"`).join('\n'),
  'config.json': (all) =>
    JSON.stringify(
      all.map(([name, value]) => ({ [name]: value })),
      null,
      1,
    ),
  'src/config.ts': (all) => all.map(([name, value]) => `export const a = { ${name}: '${value}' }`).join('\n'),
  'config.yaml': (all) => all.map(([name, value]) => `- ${name}: "${value}"`).join('\n'),
  'app.properties': (all) => all.map(([name, value]) => `${name}=${value}`).join('\n'),
  'main.tf': (all) =>
    `locals {\n${all.map(([name, value], at) => `  v${at} = { ${name} = "${value.replaceAll('${', '$${')}" }`).join('\n')}\n}\n`,
  'compose.yaml': (all) =>
    `services:\n  a:\n    environment:\n${all.map(([name, value]) => `      - "${name}=${value.replaceAll('"', '')}"`).join('\n')}\n`,
  'deploy.sh': (all) => `#!/bin/bash\n${all.map(([name, value]) => `export ${name}='${value}'`).join('\n')}\n`,
}

/** Files that tools make. */
const MADE: readonly Source[] = [
  {
    uri: 'package-lock.json',
    text: JSON.stringify({
      packages: Object.fromEntries(
        Array.from({ length: 60 }, () => [invented(), { version: '1.2.3', integrity: `sha512-${base64(64)}` }]),
      ),
    }),
  },
  {
    uri: 'go.sum',
    text: Array.from({ length: 60 }, () => `github.com/${invented()}/${invented()} v1.2.3 h1:${base64(32)}`).join('\n'),
  },
  {
    uri: 'dist/app.min.js',
    text: Array.from(
      { length: 400 },
      () =>
        `function ${pick(SYLLABLES)}(e,t){var token=e.${pick(WORDS)},password=t["${pick(WORDS)}"];return token?${below(99)}:password}`,
    ).join(';'),
  },
]

async function blocking(source: Source): Promise<Finding[]> {
  const nodes = [textNode(source), ...parseSource(source).nodes]
  const hits = await check(nodes, ruleTable(rules), {
    trustedAccounts: new Set(),
    unit: new Analysis(nodes),
    notify: () => {},
  })
  const findings = findingsOf(candidatesOf(hits), { read: () => source }, (_, severity) => severity)
  return findings.filter((finding) => blocks(finding, { failOn: 'high', failOnConfidence: 'medium' }))
}

describe('2,000 look-alikes and no blocking finding', () => {
  test('there are as many', () => expect(lines.length).toBeGreaterThan(2_000))

  test.each(Object.entries(FORMATS))('in %s', async (uri, write) => {
    const source = { uri, text: write(lines) }
    const told = (await blocking(source)).map(({ ruleId, location: { offset, length } }) => [
      ruleId,
      source.text.slice(offset - 30, offset + length),
    ])
    expect(told).toEqual([])
  })

  test.each(MADE.map((source) => [source.uri, source] as const))('in %s', async (_, source) => {
    expect(await blocking(source)).toEqual([])
  })

  test('a secret among them is told', async () => {
    const source = { uri: 'settings.py', text: FORMATS['settings.py']!([...lines, ['password', hex(24)]]) }
    expect((await blocking(source)).map(({ ruleId }) => ruleId)).toEqual(['credentials/assigned-secret'])
  })
})
