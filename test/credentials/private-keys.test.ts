import { describe, expect, test } from 'vitest'
import serviceAccount from '../../src/rules/credentials/gcp-service-account.ts'
import privateKey from '../../src/rules/credentials/private-key.ts'
import { expand } from '../support/placeholders.ts'
import { hitsIn, textAt } from './hits.ts'

const PEM = (label: string, body: string, glue = '\n') =>
  `-----BEGIN ${label}-----${glue}${body}${glue}-----END ${label}-----`
const KEY = `PRIVATE ${'KEY'}`
const lines = (glue: string) => Array.from({ length: 6 }, (_, index) => expand(`@@BASE64_64:${index}@@`)).join(glue)

const forms: [name: string, text: string, severity: string, message: RegExp][] = [
  ['RSA', PEM(`RSA ${KEY}`, lines('\n')), 'high', /^An RSA private key\.$/],
  ['PKCS #8', PEM(KEY, lines('\n')), 'high', /^A private key\.$/],
  ['elliptic curve', PEM(`EC ${KEY}`, lines('\n')), 'high', /elliptic-curve/],
  ['SSH', PEM(`OPENSSH ${KEY}`, `b3BlbnNzaC1rZXktdjEAAAAABG5vbmU${lines('\n')}`), 'high', /^An SSH private key\.$/],
  ['PGP', PEM(`PGP ${KEY} BLOCK`, `Version: GnuPG v2\n\n${lines('\n')}\n=Ab3d`), 'high', /PGP/],
  ['with CRLF', PEM(KEY, lines('\r\n'), '\r\n'), 'high', /./],
  ['indented, as in YAML', `key: |\n  ${PEM(KEY, lines('\n  '), '\n  ')}`, 'high', /./],
  ['behind comment marks', `# ${PEM(KEY, lines('\n# '), '\n# ')}`, 'high', /./],
  ['with escaped line breaks', `{"key":"${PEM(KEY, lines('\\n'), '\\n')}"}`, 'high', /./],
  ['with line breaks escaped twice', `"{\\"key\\":\\"${PEM(KEY, lines('\\\\n'), '\\\\n')}\\"}"`, 'high', /./],
  ['as strings that are added up', `x = "${PEM(KEY, lines('\\n" +\n "'), '\\n" +\n "')}"`, 'high', /./],
  ['as a list of strings', `["${PEM(KEY, lines('",\n "'), '",\n "')}"]`, 'high', /./],
  ['on one line, in an environment', `KEY="${PEM(KEY, lines(' '), ' ')}"`, 'high', /./],
  ['cut off', `-----BEGIN ${KEY}-----\n${lines('\n')}\n`, 'high', /./],
  ['in base64', `tls.key: ${Buffer.from(PEM(KEY, lines('\n'))).toString('base64')}`, 'high', /./],
  ['Ed25519, which is short', PEM(KEY, `MC4CAQAwBQYDK2VwBCIEI${expand('@@BASE64_43@@')}`), 'high', /./],
  ['encrypted, PKCS #8', PEM(`ENCRYPTED ${KEY}`, lines('\n')), 'medium', /encrypted/],
  [
    'encrypted, the old way',
    PEM(`RSA ${KEY}`, `Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0123456789ABCDEF\n\n${lines('\n')}`),
    'medium',
    /RSA.*encrypted/,
  ],
  [
    'encrypted, SSH',
    PEM(`OPENSSH ${KEY}`, `b3BlbnNzaC1rZXktdjEAAAAACmFlczI1Ni1jdHI${lines('\n')}`),
    'medium',
    /SSH.*encrypted/,
  ],
  [
    'PuTTY',
    `PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: me\nPublic-Lines: 2\n${lines('\n').slice(0, 90)}\nPrivate-Lines: 1\n${lines('\n').slice(100, 164).replace('\n', 'q')}\nPrivate-MAC: 00ff`,
    'high',
    /PuTTY/,
  ],
  ['age', `AGE-SECRET-KEY-${'1'}${'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'.repeat(2).slice(0, 58)}`, 'high', /age/],
]

describe('a private key is found in every form it is kept in', () => {
  test.each(forms)('%s', async (_, text, severity, message) => {
    const source = `before\n${text}\nafter\n`
    const hits = await hitsIn([privateKey, serviceAccount], 'x.txt', source)
    expect(
      hits.map((hit) => ({ severity: hit.severity ?? privateKey.meta.severity, shown: message.test(hit.message) })),
    ).toEqual([{ severity, shown: true }])
    const covered = textAt(source, hits[0]!.span)
    expect(source.replace(covered, '')).not.toMatch(/[A-Za-z0-9+/]{40}/)
  })
})

test('two keys in a file are two findings, each with its own place', async () => {
  const other = expand('@@BASE64_64:a@@\n@@BASE64_64:b@@\n@@BASE64_64:c@@')
  const source = `${PEM(KEY, lines('\n'))}\n${PEM(`EC ${KEY}`, other)}\n`
  const hits = await hitsIn([privateKey], 'x.pem', source)
  expect(hits.map((hit) => textAt(source, hit.span))).toEqual([PEM(KEY, lines('\n')), PEM(`EC ${KEY}`, other)])
})

test('the key of a Google service account is one finding, of that rule', async () => {
  const source = JSON.stringify({
    type: 'service_account',
    private_key_id: 'ab12',
    private_key: PEM(KEY, lines('\n'), '\n'),
  })
  const rules = await Promise.all(
    [privateKey, serviceAccount].map(async (rule) => [rule.meta.id, (await hitsIn([rule], 'k.json', source)).length]),
  )
  expect(Object.fromEntries(rules)).toEqual({ 'credentials/private-key': 0, 'credentials/gcp-service-account': 1 })
})

test('a sample with its middle left out is none, a key whose length fits is one', async () => {
  const begins = `MIIJKAIBAAKCAgEA${expand('@@BASE64_48@@')}`
  expect(await hitsIn([privateKey], 'a.yml', PEM(`RSA ${KEY}`, `${begins}\n${expand('@@BASE64_60@@')}`))).toEqual([])
  expect(await hitsIn([privateKey], 'a.yml', PEM(`RSA ${KEY}`, `${begins}\n${lines('\n')}`))).toHaveLength(1)
})
