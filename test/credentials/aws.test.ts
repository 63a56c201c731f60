import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { lineStarts, regionOf } from '../../src/core/source.ts'
import { accountOfKeyId } from '../../src/rules/credentials/aws/key-id.ts'
import { isPlaceholder } from '../../src/rules/credentials/aws/placeholder.ts'
import { expand, fake } from '../support/placeholders.ts'
import { awsRules } from './all-rules.ts'
import { hitsIn, textAt } from './hits.ts'
import { idOfAccount } from './key-ids.ts'

const summary = (source: string) => async () => {
  const hits = await hitsIn(awsRules, 'x.txt', source)
  return hits.map(
    (hit) =>
      `${hit.severity}: ${[hit.span, ...(hit.secretSpans ?? [])].map((span) => textAt(source, span)).join(' + ')}`,
  )
}

describe('halves are matched with the halves they belong to', () => {
  const pairs = [1, 2, 3].map((number) => [fake('AWS_ID', `${number}`), fake('AWS_SECRET', `${number}`)] as const)
  const expected = pairs.map(([id, secret]) => `critical: ${id} + ${secret}`)

  test('several profiles, ids first', async () => {
    const source = pairs
      .map(([id, secret], index) => `[p${index}]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n\n`)
      .join('')
    expect(await summary(source)()).toEqual(expected)
  })

  test('several profiles, secrets first', async () => {
    const source = pairs
      .map(([id, secret], index) => `p${index}:\n  secret_access_key: ${secret}\n  access_key_id: ${id}\n`)
      .join('')
    expect((await summary(source)()).sort()).toEqual([...expected].sort())
  })

  test('secrets first, although the next secret is nearer to an id than its own', async () => {
    const source = pairs.map(([id, secret]) => `${secret} is what belongs to the key with this id: ${id}\n`).join('')
    expect((await summary(source)()).sort()).toEqual([...expected].sort())
  })

  test('a list of pairs without names', async () => {
    expect(await summary(pairs.map(([id, secret]) => `${id} ${secret}`).join('\n'))()).toEqual(expected)
  })

  test('an unnamed half belongs to an id within 1 KB, and is nothing beyond', async () => {
    const [id, secret] = pairs[0]!
    const apart = (gap: number) => `${id}\n${'- some words in between\n'.repeat(gap / 24)}${secret}\n`
    expect(await summary(apart(960))()).toEqual([`critical: ${id} + ${secret}`])
    expect(await summary(apart(1200))()).toEqual([`high: ${id}`])
  })

  test('named halves far apart are two findings', async () => {
    const [id, secret] = pairs[0]!
    const source = `AWS_ACCESS_KEY_ID=${id}\n${'# words\n'.repeat(200)}AWS_SECRET_ACCESS_KEY=${secret}\n`
    expect(await summary(source)()).toEqual([`high: ${id}`, `high: ${secret}`])
  })

  test('a half with another name is not taken for one', async () => {
    const [id, secret] = pairs[0]!
    const source = `access_key: ${id}\nclient_secret: ${secret}\n`
    expect(await summary(source)()).toEqual([`high: ${id}`])
  })

  test('a half in plain text and its other half in base64 are a pair', async () => {
    const [id, secret] = pairs[0]!
    const encoded = Buffer.from(secret).toString('base64')
    expect(await summary(`id: ${id}\nsecret: ${encoded}\n`)()).toEqual([`critical: ${id} + ${encoded}`])
  })

  test('the same key again is told with the first, and the fullest comes first', async () => {
    const [id, secret] = pairs[0]!
    const source = `# see ${id}\n${'# words\n'.repeat(300)}id = ${id}\nsecret = ${secret}\n${'# words\n'.repeat(300)}secret = ${secret}\n`
    const [hit, ...more] = await hitsIn(awsRules, 'x.txt', source)
    expect(more).toEqual([])
    expect(hit!.severity).toBe('critical')
    expect(hit!.secretSpans!.map((span) => textAt(source, span))).toEqual([secret, id, secret])
    expect(hit!.related!.map(({ message }) => message)).toEqual([
      'the secret half of the key',
      'the key again',
      'the key again',
    ])
  })

  test('the token of a presigned request is told with its id, and no part of it is taken for a secret half', async () => {
    const token = `IQoJ${'b3JpZ2luX2Vj'}EHEaCX%2B${fake('AWS_SECRET').slice(1, 39).replace(/[+/]/g, 'q')}%2F${fake('AWS_SECRET', '2').replace(/[+/]/g, 'q')}%2B${fake('ALNUM80')}`
    const source = `https://b.s3.amazonaws.com/k?X-Amz-Security-Token=${token}&X-Amz-Credential=${fake('AWS_TEMP_ID')}%2F20260131%2Feu-west-1%2Fs3%2Faws4_request`
    expect(await summary(source)()).toEqual([`medium: ${fake('AWS_TEMP_ID')} + ${token}`])
  })
})

describe('what an id says by itself', () => {
  test('its account', async () => {
    expect(accountOfKeyId(idOfAccount('000000000042'))).toBe('000000000042')
    expect(accountOfKeyId(idOfAccount('123456789012'))).toBe('123456789012')
    const [hit] = await hitsIn(awsRules, 'x.txt', `id ${idOfAccount('123456789012')}`)
    expect(hit!.properties).toMatchObject({ accountId: '123456789012', keyType: 'long-term' })
    expect(hit!.message).toContain('123456789012')
  })

  test('nothing, if it is of the old kind or no base32', () => {
    expect(accountOfKeyId(`AK${'IA'}I5PSD5WUP3AO2OPA`)).toBeUndefined()
    expect(accountOfKeyId(`AK${'IA'}J5PSD5WUP3AO2OPA`)).toBeUndefined()
    expect(accountOfKeyId(`AK${'IA'}Y5PSD5WUP3AO2O18`)).toBeUndefined()
  })

  test.each(['052310077262', '534261010715', '982842642351'])('that it is a canary (account %s)', async (account) => {
    const [hit] = await hitsIn(awsRules, 'x.txt', `id = ${idOfAccount(account)}\nsecret = ${fake('AWS_SECRET')}\n`)
    expect(hit!.properties).toMatchObject({ canary: true, accountId: account })
    expect(hit!.message).toContain('canary')
    expect(hit!.remediation).toContain('canar')
  })

  test.each([
    ['AK' + 'IA', 'long-term'],
    ['AS' + 'IA', 'temporary'],
    ['AB' + 'IA', 'bearer'],
    ['AC' + 'CA', 'context-specific'],
    ['A3' + 'TX', 'legacy'],
  ])('its kind: %s', async (prefix, keyType) => {
    const [hit] = await hitsIn(awsRules, 'x.txt', `access key ${idOfAccount('123456789012', 'Q7PCX4', prefix)}`)
    expect(hit!.properties).toMatchObject({ keyType })
  })

  test('how sure it is: 0, 1, 8 and 9 are not base32', async () => {
    const confidence = async (id: string) => (await hitsIn(awsRules, 'x.txt', `id ${id}`))[0]!.confidence
    expect(await confidence(fake('AWS_ID'))).toBe('high')
    const other = `AK${'IA'}Q7PCX4TM0W91HK8J`
    expect(await confidence(other)).toBe('low')
    expect(await confidence(`aws_access_key_id = ${other}`)).toBe('medium')
  })
})

describe('what nobody can use', () => {
  const weight = async (uri: string, text: string) => {
    const [hit] = await hitsIn(awsRules, uri, text)
    return hit && [hit.severity, hit.confidence, hit.confidenceReason]
  }

  test.each(['123456789012', '111122223333', '222222222222', '999999999999'])(
    'an id of account %s',
    async (account) => {
      const reason = `it is of account ${account}, which only documentation and examples are about`
      expect(await weight('a.py', `KEY = "${idOfAccount(account)}"`)).toEqual(['low', 'low', reason])
      expect(await weight('a.py', `K = "${idOfAccount(account)}"\nsecret = "${fake('AWS_SECRET')}"`)).toEqual([
        'low',
        'low',
        reason,
      ])
    },
  )

  test('an id of any other account weighs as ever, in a test too', async () => {
    expect(await weight('tests/a.py', `KEY = "${idOfAccount('482915730164')}"`)).toEqual(['high', 'high', undefined])
  })

  const record = (id: string) =>
    JSON.stringify(
      {
        detail: {
          eventVersion: '1.08',
          userIdentity: { type: 'AssumedRole', accessKeyId: id },
          eventName: 'RunInstances',
        },
      },
      null,
      1,
    )

  test('an id in a record of CloudTrail, which holds no other half', async () => {
    const reason = 'it stands in a record of CloudTrail, which never holds the secret half'
    const temporary = idOfAccount('482915730164', 'Q7PCX4', `AS${'IA'}`)
    expect(await weight('event.json', record(temporary))).toEqual(['low', 'low', reason])
    expect(await weight('event.json', record(idOfAccount('482915730164')))).toEqual(['medium', 'low', reason])
    expect(await weight('a.json', JSON.stringify({ accessKeyId: temporary }))).toEqual(['medium', 'high', undefined])
  })

  test('a pair in such a file is a pair', async () => {
    const text = `${record(idOfAccount('482915730164'))}\nsecret_access_key = ${fake('AWS_SECRET')}\n`
    expect((await weight('event.json', text))?.[0]).toBe('critical')
  })

  test('a value that `aws.String` wraps is not named after AWS by that', async () => {
    expect(await weight('a.go', `Password: aws.String("${fake('AWS_SECRET')}")`)).toBeUndefined()
    expect((await weight('a.go', `AWSSecretKey: aws.String("${fake('AWS_SECRET')}")`))?.[0]).toBe('high')
  })
})

describe('the place is that of the encoded text', () => {
  const pair = `aws_access_key_id = ${fake('AWS_ID')}\naws_secret_access_key = ${fake('AWS_SECRET')}\n`
  const filler = Array.from({ length: 9 }, (_, index) => `# line ${index}, nothing to see here\n`).join('')
  const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64')
  const wrap = (text: string) => text.match(/.{1,76}/g)!.join('\n')

  const cases: [string, string, number][] = [
    ['base64', `a\nb\nc: ${base64(pair)}\n`, 3],
    ['base64 over lines', `a\n${wrap(base64(filler + pair))}\n`, 2 + Math.floor((filler.length + 20) / 57)],
    ['base64 twice', `a\nb: ${base64(`c: ${base64(pair)}`)}\n`, 2],
    ['gzip', `a\n\nb: ${base64(gzipSync(filler + pair))}\n`, 3],
    ['hex', `a\nb: ${Buffer.from(pair).toString('hex')}\n`, 2],
    ['percent', `a\nhttps://x/?q=${encodeURIComponent(pair)}\n`, 2],
    [
      'JSON escapes',
      `{\n"a": "${[...pair].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"\n}`,
      2,
    ],
    ['UTF-16 in base64', `a\npowershell -EncodedCommand ${Buffer.from(pair, 'utf16le').toString('base64')}\n`, 2],
    ['UTF-16 in the file', `a\n${Buffer.from(pair, 'utf16le').toString('latin1')}`, 2],
  ]
  test.each(cases)('%s', async (_, source, line) => {
    const [hit, ...more] = await hitsIn(awsRules, 'x.txt', source)
    expect(more).toEqual([])
    expect(hit!.severity).toBe('critical')
    expect(regionOf(lineStarts(source), hit!.span.start, hit!.span.end).startLine).toBe(line)
    expect(textAt(source, hit!.span).length).toBeLessThanOrEqual(source.length - 3)
    expect(hit!.secretValue).toBe(fake('AWS_ID'))
  })
})

describe('nothing that people may read holds a secret', () => {
  test('messages, properties, related places and remedies', async () => {
    const source = expand(
      'id=@@AWS_ID@@\nsecret=@@AWS_SECRET@@\n\ntemp=@@AWS_TEMP_ID@@\nsecret_key=@@AWS_SECRET:2@@\ntoken=@@AWS_SESSION_TOKEN@@\nABSK@@BASE64(BedrockAPIKey-a1b2-at-111122223333:@@ALNUM60@@)@@\nda2-@@LOWER26@@\n',
    )
    const hits = await hitsIn(awsRules, 'x.txt', source)
    expect(hits.length).toBeGreaterThanOrEqual(4)
    const secrets = hits.flatMap((hit) => [
      hit.secretValue!,
      ...(hit.secretSpans ?? []).map((span) => textAt(source, span)),
    ])
    for (const hit of hits) {
      const shown = JSON.stringify({ ...hit, secretValue: '', keyMaterial: 0, span: 0, secretSpans: 0 })
      for (const secret of secrets) expect(shown).not.toContain(secret)
    }
  })

  test('the key itself is to be had from the hit, for triage', async () => {
    const [hit] = await hitsIn(awsRules, 'x.txt', `id=${fake('AWS_ID')}\nsecret=${fake('AWS_SECRET')}`)
    expect(hit!.keyMaterial).toEqual({ keyId: fake('AWS_ID'), secretKey: fake('AWS_SECRET') })
  })
})

describe('a key in parts is one key, at all of its parts', () => {
  const [id, secret] = [fake('AWS_ID'), fake('AWS_SECRET')]
  const inParts = (glue: string, quote = '"') =>
    `access_key = ${quote}${id.slice(0, 4)}${glue}${id.slice(4)}${quote}\nsecret_access_key = ${quote}${secret.slice(0, 11)}${glue}${secret.slice(11, 25)}${glue}${secret.slice(25)}${quote}\n`

  test.each([
    ['strings that are added up', inParts('" + "')],
    ['added up over lines', inParts('" +\n    "')],
    ['PHP', inParts("' . '", "'")],
    ['neighbours in Python', inParts('"\n  "')],
    ['a continued line in C', inParts('" \\\n  "')],
    ['empty quotes of a shell', inParts("''", '')],
    ['a continued line of a shell', inParts('\\\n', '')],
    ['a continued line in YAML', inParts('\\\r\n    ')],
    ['spaces without width', inParts('\u200b', '')],
    ['soft hyphens', inParts('\u00ad', '')],
  ])('%s', async (_, source) => {
    const hits = await hitsIn(awsRules, 'x.txt', source)
    expect(hits).toHaveLength(1)
    expect(hits[0]!.keyMaterial).toEqual({ keyId: id, secretKey: secret })
    const shown = [hits[0]!.span, ...(hits[0]!.secretSpans ?? [])].map((span) => textAt(source, span))
    expect(shown.map((text) => text.replace(/[^A-Za-z0-9/]|\\\s+/g, '').length)).toEqual(
      [id, secret].map((text) => text.replace(/[^A-Za-z0-9/]/g, '').length),
    )
  })

  test('lists and sentences are not glued together', async () => {
    const words = ['ACCESS', 'KEY', 'SECRET', 'EU', 'WEST', '1234', 'Prod', 'Stage', 'Shop', 'Users']
    for (const glue of ['", "', '",\n "', '"\n\n"', '" "', '\n']) {
      expect(await hitsIn(awsRules, 'x.txt', `"${Array(20).fill(words).flat().join(glue)}"`)).toEqual([])
    }
  })
})

test('what has half as many different characters as a random one is made up', () => {
  const id = (body: string) => `${'AK'}IA${body}`
  expect([id('QWEWQEQWQEWEQWEQ'), id('QZ7XPLM2NRW5TKVB')].map(isPlaceholder)).toEqual([true, false])
  const halves = ['aZ3kQ9', 'Q9kZa3', 'k3QaZ9', '9aQk3Z', '3Z9Qka', 'ZaQ39k', 'k9Z3'].join('')
  expect([halves, fake('AWS_SECRET', 'own')].map(isPlaceholder)).toEqual([true, false])
})
