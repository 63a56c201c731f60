import { describe, expect, test } from 'vitest'
import { crc32 } from '../../src/rules/credentials/tokens/crc32.ts'
import { isNamed, listOf, type TokenForm, type Vendor } from '../../src/rules/credentials/tokens/format.ts'
import { VENDORS } from '../../src/rules/credentials/tokens/formats.ts'
import tokenRules from '../../src/rules/credentials/tokens.ts'
import { expand, fake } from '../support/placeholders.ts'
import { sampleOf, settingOf } from '../support/token-sample.ts'
import { hitsIn, textAt } from './hits.ts'

const ESC = '\x1b'

/** How a token stands in the files of a repository, each as people write it. */
const PLACES: Readonly<Record<string, (name: string, token: string) => string>> = {
  '.env': (name, token) => `# settings\n${name}=${token}\nOTHER=1\n`,
  'quoted .env': (name, token) => `${name}="${token}"\n`,
  JSON: (name, token) => `{\n  "${name.toLowerCase()}": ${JSON.stringify(token)},\n  "other": 1\n}\n`,
  YAML: (name, token) => `config:\n  ${name.toLowerCase()}: '${token}'\n`,
  'a Kubernetes list': (name, token) => `env:\n  - name: ${name}\n    value: "${token}"\n`,
  JavaScript: (name, token) => `const ${name} = '${token}';\nexport default ${name};\n`,
  Python: (name, token) => `os.environ["${name}"] = "${token}"\n`,
  shell: (name, token) => `#!/bin/sh\nexport ${name}='${token}'\ncurl -s https://x\n`,
  Terraform: (name, token) => `variable "x" {}\nlocals {\n  ${name.toLowerCase()} = "${token}"\n}\n`,
  'a coloured log': (name, token) => `${name}=${ESC}[32m${token}${ESC}[0m\n`,
  'a log of 256 colours': (name, token) => `${name}: ${ESC}[38;5;214m${token}${ESC}[m\n`,
  'colours written out': (name, token) => `echo "${name}=\\e[32m${token}\\e[0m"\n`,
  'colours in octal': (name, token) => `printf '${name}=\\033[1;31m${token}\\033[0m'\n`,
  'colours of a terminal recording': (name, token) => `${name}=^[[32m${token}^[[0m\n`,
  'a string with a line break': (name, token) => `x = "a\\n${name}=${token}\\nb"\n`,
}

const MASKS: readonly ((token: string, literal: string) => string)[] = [
  (token, literal) => literal + 'x'.repeat(token.length - literal.length),
  (token, literal) => literal + '*'.repeat(token.length - literal.length),
  (_, literal) => `${literal}<your-token-here>`,
  (_, literal) => `${literal}your-token-goes-here`,
  (_, literal) => `${literal}...`,
  () => '${SECRET_OF_THE_SERVICE}',
  () => '{{ secrets.token_of_the_service }}',
]

describe('the table', () => {
  const kinds = VENDORS.flatMap((vendor) => vendor.kinds)

  test('knows at least 250 kinds, each by a name of its own', () => {
    expect(kinds.length).toBeGreaterThanOrEqual(250)
    const names = kinds.map(({ name }) => name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test('names what was found as the beginning of a sentence', () => {
    expect(
      kinds
        .map(({ name }) => name)
        .filter((name) => !/^(?:An?|The) [^.]*[^. ]$/.test(name.replaceAll(/[.](?=\S)/g, ''))),
    ).toEqual([])
  })

  test('is written without repeats that have no end', () => {
    const forms = kinds.flatMap((form) => [form.form, 'before' in form ? (form.before ?? '') : ''])
    expect(forms.filter((form) => /[*+](?![^[]*\])|,\}/.test(form.replaceAll(/\\./g, '')))).toEqual([])
  })

  test('gives every kind something that a text is searched for', () => {
    for (const form of kinds) {
      const literals = isNamed(form) ? listOf(form.keyword) : [...listOf(form.starts), ...listOf(form.holds)]
      expect([form.name, literals.length > 0, literals.every(({ length }) => length >= 3)]).toEqual([
        form.name,
        true,
        true,
      ])
    }
  })
})

describe.each(VENDORS.map((vendor) => [vendor.id, vendor] as const))('%s', (_, vendor) => {
  test('each kind is found wherever it stands', async () => {
    const wrong: unknown[] = []
    for (const form of vendor.kinds) {
      for (const [place, write] of Object.entries(PLACES)) {
        const token = sample(form, place)
        const text = write(settingOf(vendor, form), token)
        const [secret, ...more] = await secretsOf(vendor, text)
        if (secret !== secretIn(form, token) || more.length > 0) wrong.push([form.name, place, text, secret, ...more])
      }
    }
    expect(wrong).toEqual([])
  })

  test('of 40 tokens of each kind at least 39 are found', async () => {
    const missed: unknown[] = []
    for (const form of vendor.kinds) {
      const tokens = Array.from({ length: 40 }, (_, index) => sample(form, `many${index}`))
      const text = tokens.map((token) => `${settingOf(vendor, form)}=${token}\n`).join('')
      const found = new Set(await secretsOf(vendor, text))
      const left = tokens.filter((token) => !found.has(secretIn(form, token)))
      if (left.length > 1) missed.push([form.name, left])
    }
    expect(missed).toEqual([])
  })

  test('masks and placeholders are not', async () => {
    for (const form of vendor.kinds) {
      const literal = isNamed(form) ? '' : (listOf(form.starts)[0] ?? '')
      const masks = MASKS.map((mask) => `${settingOf(vendor, form)}=${mask(sample(form, '1'), literal)}\n`)
      expect([form.name, masks, await allSecrets(masks.join('\n'))]).toEqual([form.name, masks, []])
    }
  })
})

describe('check digits', () => {
  test('of GitHub and npm, right and wrong', async () => {
    for (const prefix of ['ghp_', 'npm_']) {
      const body = fake('ALNUM30', prefix)
      const right = prefix + body + base62(crc32(body))
      const [hit] = await hitsIn(tokenRules, '.env', `TOKEN=${right}\n`)
      expect([hit!.confidence, hit!.properties!.checkDigits, hit!.message]).toEqual([
        'high',
        'right',
        expect.not.stringContaining('made up'),
      ])
      const [other] = await hitsIn(tokenRules, '.env', `TOKEN=${prefix}${fake('ALNUM36', prefix)}\n`)
      expect([other!.confidence, other!.properties!.checkDigits, other!.message]).toEqual([
        'medium',
        'wrong',
        expect.stringContaining('made up'),
      ])
    }
  })

  test('of routable tokens of GitLab', async () => {
    const payload = Buffer.from(`o:1\nu:2s${fake('ALNUM16')}\x10`).toString('base64url')
    const checked = `${'gl'}pat-${payload}.${payload.length.toString(36).padStart(2, '0')}`
    const [hit] = await hitsIn(tokenRules, '.env', `TOKEN=${checked}${crc32(checked).toString(36).padStart(7, '0')}\n`)
    expect([hit!.message, hit!.confidence]).toEqual([
      'A GitLab personal, project or group access token (routable).',
      'high',
    ])
  })

  test('CRC-32 is the one that everybody means', () => {
    expect(crc32('123456789')).toBe(0xcbf43926)
  })

  function base62(value: number): string {
    const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
    let text = ''
    for (let rest = value; rest > 0; rest = Math.floor(rest / 62)) text = digits[rest % 62] + text
    return text.padStart(6, '0')
  }
})

describe('a word that tells', () => {
  const token = fake('HEX32')
  test.each([
    ['in the name', `DATADOG_API_KEY=${token}`],
    ['in the name, in camel case', `myDatadogApiKey: "${token}",`],
    ['in a header', `curl -H "DD-API-KEY: ${token}" https://api.datadoghq.com`],
    ['as an option', `agent --datadog-key ${token} --verbose`],
    ['as an argument', `configure("datadog.api_key", "${token}")`],
    ['around a setting', `provider "datadog" {\n  api_key = "${token}"\n}`],
    ['above a setting', `datadog:\n  enabled: true\n  api_key: ${token}`],
  ])('%s', async (_, text) => {
    expect(await allSecrets(`${text}\n`)).toEqual([token])
  })

  test.each([
    ['is no part of another word', `EXPORT_KEY=${fake('BASE64URL_40')}\nprobably a key: ${fake('HEX32')}`],
    ['is about something else', `datadog_key_hash: ${token}\ndatadog_public_key=${token}\ndatadog_key_id: ${token}`],
    ['says nothing of a secret', `datadog_dashboard: ${token}`],
    [
      'is too far away',
      `datadog needs an api key, and that is told on a page of its own, which has the number ${token}`,
    ],
    ['belongs to another block', `provider "datadog" {}\n\nresource "x" "y" {\n  key = "${token}"\n}`],
    ['is in a path', `datadog token: https://x.io/y/${token}`],
    ['pins an action', `- uses: actions/create-github-app-token@${fake('HEX40')} # github token`],
    ['names no longer one', `DATADOG_API_KEY=${fake('HEX64')}`],
  ])('but not where it %s', async (_, text) => {
    expect(await allSecrets(`${text}\n`)).toEqual([])
  })
})

test('a key that pages hand out is hardly one, in any case; one that changes what they search is', async () => {
  const confidences = ['ALGOLIA_SEARCH_API_KEY', 'algolia_search_only_key', 'ALGOLIA_SEARCH_ADMIN_KEY'].map(
    async (name) => {
      const [hit] = await hitsIn(tokenRules, '.env', `${name}=${fake('HEX32')}\n`)
      return hit!.confidence
    },
  )
  expect(await Promise.all(confidences)).toEqual(['low', 'low', 'medium'])
})

describe('what only looks like a token', () => {
  test.each([
    ['a picture of a blog', '![x](2018-250-xo' + 'xo-indieweb-1.jpg)'],
    ['a Slack token of words', `xo${'xb'}-my-bot-token xo${'xp'}-your-user-token xa${'pp'}-1-your-app`],
    ['a Slack webhook of the documentation', `https://hooks.sl${'ack.com'}/services/T0A6BLEEA/B0A6D1PRD/XYZ123`],
    ['a Slack webhook to fill in', `https://hooks.sl${'ack.com'}/services/T00000000/B00000000/${'X'.repeat(24)}`],
    ['a name with a prefix', `gh${'p_'}token_of_the_bot_account_of_the_team_1`],
    ['a longer word', `task-r8_${fake('ALNUM37')}x and x${'gl'}pat-${fake('ALNUM20')}`],
    ['an identifier in camel case', `re_${'createNew'}_handlerForAllTheRequests`],
    ['a CSS class', 'api-card-header sk_container key-visual-left-aligned-with-background'],
    ['a hash of an image', `sha256:${fake('HEX64')}`],
    ['a bundle', 'function SG.a.b(){return hf_abcdefghij}; var pat.b=1; st.x=y; ser.z()'],
    ['the commit of a dependency', `"github-token-action": "github:acme/x#${fake('HEX40')}"`],
  ])('%s', async (_, text) => {
    expect(await allSecrets(`${text}\n`)).toEqual([])
  })

  test.each([
    [
      'the key of the storage emulator',
      `AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50u${'SRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='}`,
    ],
    ['a token of the GitHub documentation', `gh${'u_'}16C7e42F292c6912E7710c838347Ae178B4a`],
    ['a token of the Slack documentation', `xo${'xb'}-17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzqy5b`],
    ['a test key of the Stripe documentation', `sk_${'test_'}4eC39HqLyjWDarjtT1zdp7dc`],
    ['a token of the Telegram documentation', `110201543:${'AA'}HdqTcvCH1vGWJxfSeofSAs0K5PALDsaw`],
  ])('%s', async (_, text) => {
    expect(await allSecrets(`${text}\n`)).toEqual([])
  })
})

function sample(form: TokenForm, tag: string): string {
  return expand(sampleOf(form, tag.replaceAll(/\W/g, '')))
}

/** What of a sample must be masked: all of it, or what its form says is the secret. */
function secretIn(form: TokenForm, token: string): string {
  if ('before' in form && form.before?.includes('(?<secret>'))
    return new RegExp(form.before).exec(token)!.groups!.secret!
  if (!form.form.includes('(?<secret>')) return token
  const literal = isNamed(form) ? '' : [...listOf(form.starts), ...listOf(form.holds)][0]!
  return new RegExp(form.form).exec(token.slice(token.indexOf(literal) + literal.length))!.groups!.secret!
}

const RULES = new Map(VENDORS.map(({ id }) => [id, tokenRules.filter(({ meta }) => meta.id === `credentials/${id}`)]))

async function secretsOf(vendor: Vendor, text: string): Promise<string[]> {
  return (await hitsIn(RULES.get(vendor.id)!, 'file', text)).map((hit) => hit.secretValue!)
}

async function allSecrets(text: string): Promise<string[]> {
  const hits = await hitsIn(tokenRules, 'file', text)
  for (const hit of hits) expect(textAt(text, hit.span)).toBe(hit.secretValue)
  return hits.map((hit) => hit.secretValue!)
}
