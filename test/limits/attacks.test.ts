import { deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/run.ts'
import { fake } from '../support/placeholders.ts'
import { zip } from '../support/zip.ts'

/**
 * What whoever makes a change tries, so that a key or an administrator passes: each attack is a way to write a text, tried with
 * several secrets. None is green. What is expected is `block`, or for what nobody reads (too deep, too large) `scan/unread`.
 */
async function verdictOf(name: string, bytes: Buffer): Promise<string> {
  const report = await run({
    root: '/',
    scope: { kind: 'stdin', bytes, name },
    policyFrom: 'repository',
    paths: [],
    pathsIgnore: [],
    today: '2026-10-01',
    now: () => 0,
    env: process.env,
  })
  return report.verdict
}

const KEY_ID = fake('AWS_ID')
const SECRET = fake('AWS_SECRET')

/** Texts with a secret in them; `inside` is done to each value. */
const SECRETS: Record<string, (inside: (value: string) => string) => string> = {
  'AWS pair': (inside) => `AWS_ACCESS_KEY_ID=${inside(KEY_ID)}\nAWS_SECRET_ACCESS_KEY=${inside(SECRET)}\n`,
  'GitHub token': (inside) => `# settings\nGITHUB_TOKEN=${inside(fake('GITHUB_TOKEN'))}\n`,
  'database address': (inside) => `url = postgres://app:${inside(fake('ALNUM24'))}@db.prod.acme-internal.net/x\n`,
  'private key': () => `${fake('PRIVATE_KEY')}\n`,
}

const same = (value: string) => value
const bytesOf = (...parts: (string | Buffer | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part as never))))
const utf16 = (text: string) => Buffer.from(text, 'utf16le')
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()
const utf32 = (text: string) => Buffer.concat([...text].map((one) => Buffer.from([one.charCodeAt(0), 0, 0, 0])))
const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64')
const lines = (text: string, width: number) => text.match(new RegExp(`.{1,${width}}`, 'g'))!.join('\n')
const CONTROL = `# ${'\x01'.repeat(2000)}\n`

/** Ways to write a whole text. */
const WHOLE: Record<string, (text: string) => Buffer> = {
  'as it is': (text) => bytesOf(text),
  'a comment of control bytes before it': (text) => bytesOf(CONTROL, text),
  'a comment of control bytes behind it': (text) => bytesOf(text, CONTROL),
  'random bytes before it': (text) => bytesOf(Buffer.from(fake('HEX64').repeat(20), 'hex'), '\n', text),
  'NULs before it': (text) => bytesOf('\0'.repeat(5000), '\n', text),
  'one byte that is no UTF-8': (text) => bytesOf([0xff, 0x0a], text),
  'a UTF-16 mark that lies': (text) => bytesOf([0xff, 0xfe], text),
  'a UTF-16 BE mark that lies': (text) => bytesOf([0xfe, 0xff], text),
  'UTF-16 LE with a mark': (text) => bytesOf([0xff, 0xfe], utf16(text)),
  'UTF-16 BE with a mark': (text) => bytesOf([0xfe, 0xff], utf16be(text)),
  'UTF-16 LE without a mark': (text) => utf16(text),
  'UTF-16 BE without a mark': (text) => utf16be(text),
  'UTF-32': (text) => utf32(text),
  'ASCII, then UTF-16 LE': (text) => bytesOf('# settings for local development\r\n', utf16(text)),
  'ASCII, then a mark and UTF-16 LE': (text) => bytesOf('# of old\r\n'.repeat(40), [0xff, 0xfe], utf16(text)),
  'ASCII, then UTF-16 BE': (text) => bytesOf('# settings for local development\r\n', utf16be(text)),
  'UTF-16, then ASCII': (text) => bytesOf([0xff, 0xfe], utf16('# settings\r\n'.repeat(30)), text),
  'the head of a GIF': (text) => bytesOf('GIF89a=1;', text),
  'the magic of a PNG': (text) => bytesOf([0x89], 'PNG\n', text),
  'the magic of a program': (text) => bytesOf('\x7fELF\n', text),
  'the magic of a zip': (text) => bytesOf('PK\x03\x04\n', text),
  'a real head of a PNG': (text) => bytesOf([0x89], 'PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 1], '\n', text),
  'a program': (text) => bytesOf('\x7fELF', [2, 1, 1, 0], Buffer.alloc(500, 3), text, Buffer.alloc(500, 4)),
  'strings of two bytes in a program': (text) =>
    bytesOf('\x7fELF', [2, 1, 1, 0], Buffer.alloc(500, 3), utf16(text), Buffer.alloc(500, 4)),
  gzip: (text) => gzipSync(text),
  'gzip in gzip': (text) => gzipSync(gzipSync(text)),
  'gzip, cut off': (text) => gzipSync(text + fake('HEX64').repeat(50)).subarray(0, -20),
  zlib: (text) => deflateSync(text),
  base64: (text) => bytesOf('data: ', base64(text)),
  'base64 of base64': (text) => bytesOf('data: ', base64(base64(text))),
  'base64 in lines of 76': (text) => bytesOf(lines(base64(text), 76)),
  'base64 in lines of 20': (text) => bytesOf(lines(base64(text), 20)),
  'base64 in lines of 32, set in': (text) => bytesOf('  ', lines(base64(text), 32).replaceAll('\n', '\n  ')),
  base64url: (text) => bytesOf('data=', Buffer.from(text).toString('base64url')),
  'base64 of UTF-16': (text) => bytesOf('data: ', base64(utf16(text))),
  'base64 of gzip': (text) => bytesOf('data: ', base64(gzipSync(text))),
  'base64 of zlib': (text) => bytesOf('data: ', base64(deflateSync(text))),
  hex: (text) => bytesOf('data: ', Buffer.from(text).toString('hex')),
  'hex of base64': (text) => bytesOf('data: ', Buffer.from(base64(text)).toString('hex')),
  base32: (text) => bytesOf('data: ', base32(text)),
  uuencode: (text) => bytesOf('begin 644 a.env\n', uuencoded(text), '`\nend\n'),
  'percent-encoded': (text) =>
    bytesOf([...text].map((one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`).join('')),
  'character entities': (text) => bytesOf([...text].map((one) => `&#${one.charCodeAt(0)};`).join('')),
  'a JSON string': (text) => bytesOf(JSON.stringify({ text })),
  'a zip': (text) => zip({ 'a/prod.env': text }),
  'a zip in a zip': (text) => zip({ 'a.zip': zip({ 'prod.env': text }) }),
  'gzip in a zip': (text) => zip({ 'a.gz': gzipSync(text) }),
  'a zip behind a script': (text) => bytesOf('#!/bin/sh\n', zip({ 'prod.env': text }, 10)),
  'many short lines before it': (text) => bytesOf('x\n'.repeat(500_000), text),
}

/** Ways to write a value. */
const INSIDE: Record<string, (value: string) => string> = {
  'a colour before it': (value) => `\x1b[32m${value}\x1b[0m`,
  'a colour inside it': (value) => `${value.slice(0, 6)}\x1b[1;31m${value.slice(6)}`,
  'a colour written out': (value) => `\\e[32m${value}\\e[0m`,
  'a colour in octal': (value) => `\\033[1;32m${value}\\033[0m`,
  'a colour in hex': (value) => `\\x1b[32m${value}\\x1b[0m`,
  'a colour in caret notation': (value) => `^[[32m${value}^[[0m`,
  'a space without width': (value) => `${value.slice(0, 7)}\u200b${value.slice(7)}`,
  'a soft hyphen': (value) => `${value.slice(0, 7)}\u00ad${value.slice(7)}`,
  'a mark of direction': (value) => `${value.slice(0, 7)}\u202e${value.slice(7)}`,
  'a selector of glyphs': (value) => `${value.slice(0, 7)}\ufe0f${value.slice(7)}`,
  'a byte order mark inside': (value) => `${value.slice(0, 7)}\ufeff${value.slice(7)}`,
  'a tag character': (value) => `${value.slice(0, 7)}\u{e0041}${value.slice(7)}`,
  'a backspace': (value) => `${value.slice(0, 7)}\x01${value.slice(7)}`,
  'two strings': (value) => `"${value.slice(0, 8)}" + "${value.slice(8)}"`,
  'two strings side by side': (value) => `"${value.slice(0, 8)}" "${value.slice(8)}"`,
  'empty quotes of a shell': (value) => `${value.slice(0, 8)}''${value.slice(8)}`,
  'a line that goes on': (value) => `${value.slice(0, 8)}\\\n${value.slice(8)}`,
  'quoted-printable': (value) => `3D=3D${value}`.slice(2),
  'a soft break of quoted-printable': (value) => `${value.slice(0, 8)}=\n${value.slice(8)}`,
  'JavaScript escapes': (value) =>
    `"${[...value].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`,
  'hex escapes': (value) => `"${[...value].map((one) => `\\x${one.charCodeAt(0).toString(16)}`).join('')}"`,
}

function base32(text: string): string {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  return bits
    .match(/.{1,5}/g)!
    .map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}

function uuencoded(text: string): string {
  const out: string[] = []
  const bytes = Buffer.from(text)
  const character = (six: number) => String.fromCharCode(six === 0 ? 96 : six + 32)
  for (let at = 0; at < bytes.length; at += 45) {
    const part = bytes.subarray(at, at + 45)
    let line = character(part.length)
    for (let of = 0; of < part.length; of += 3) {
      const group = (part[of]! << 16) | ((part[of + 1] ?? 0) << 8) | (part[of + 2] ?? 0)
      line += [18, 12, 6, 0].map((shift) => character((group >> shift) & 63)).join('')
    }
    out.push(`${line}\n`)
  }
  return out.join('')
}

describe('a secret in a text of another kind', () => {
  const attacks = Object.entries(WHOLE).flatMap(([way, write]) =>
    Object.entries(SECRETS)
      .filter(([what]) => what !== 'database address')
      .map(([what, text]): [string, string, Buffer] => [way, what, write(text(same))]),
  )
  test.each(attacks)('%s: %s', async (_way, _what, bytes) => {
    expect(await verdictOf('.env', bytes)).toBe('block')
  })
})

describe('a secret that is written in another way', () => {
  const attacks = Object.entries(INSIDE).flatMap(([way, inside]) =>
    ['AWS pair', 'GitHub token'].map((what): [string, string, Buffer] => [way, what, bytesOf(SECRETS[what]!(inside))]),
  )
  test.each(attacks)('%s: %s', async (_way, _what, bytes) => {
    expect(await verdictOf('notes.txt', bytes)).toBe('block')
  })
})

describe('a key with letters of its neighbours', () => {
  const HEADS = {
    'Python bytecode': bytesOf([0xa7, 0x0d, 0x0d, 0x0a, 0, 0, 0, 0]),
    'a Java class': bytesOf([0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 61]),
    'a database': bytesOf('SQLite format 3\0', [16, 0, 1, 1, 0, 64, 32, 32]),
    'a program': bytesOf('\x7fELF', [2, 1, 1, 0]),
    'no known format': bytesOf([1, 2, 3]),
  }
  const JOINTS: Record<string, (value: string) => Buffer> = {
    'a length of one byte': (value) => bytesOf('z', [value.length], value, 'Z'),
    'a length of two bytes': (value) => bytesOf([1, 0, value.length], value, 'abc'),
    'a length of four bytes': (value) => bytesOf([0xda, value.length, 0, 0, 0], value, 'q'),
    'letters on both sides': (value) => bytesOf([1], 'columnname', value, 'x and others', [2]),
  }
  const attacks = Object.entries(HEADS).flatMap(([format, head]) =>
    Object.entries(JOINTS).flatMap(([joint, join]) =>
      [KEY_ID, fake('GITHUB_TOKEN')].map((key): [string, string, Buffer] => [
        format,
        joint,
        bytesOf(head, Buffer.alloc(300, 1), join(key), Buffer.alloc(300, 2)),
      ]),
    ),
  )
  test.each(attacks)('%s, %s', async (_format, _joint, bytes) => {
    expect(await verdictOf('a.bin', bytes)).toBe('block')
  })
})

describe('an administrator behind something', () => {
  const HCL =
    'resource "aws_iam_role_policy" "a" {\n  role = "r"\n  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })\n}\n'
  const STATEMENT = '{ "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*" }] }'
  const YAML =
    'Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument: {}\n      ManagedPolicyArns: [arn:aws:iam::aws:policy/AdministratorAccess]\n'
  const SHELL = 'aws iam attach-user-policy --user-name u --policy-arn arn:aws:iam::aws:policy/AdministratorAccess\n'
  const comment = (length: number) => `# ${'x'.repeat(97)}\n`.repeat(length / 100)
  test.each([
    ['a comment of control bytes', 'main.tf', bytesOf(CONTROL, HCL)],
    ['a comment of a megabyte', 'main.tf', bytesOf(comment(1_000_000), HCL)],
    ['a mark that lies', 'main.tf', bytesOf([0xff, 0xfe], HCL)],
    ['two megabytes of comments', 't.yaml', bytesOf(comment(2_100_000), YAML)],
    ['seven megabytes of comments', 't.yaml', bytesOf(comment(7_000_000), YAML)],
    ['twelve megabytes of comments', 't.yaml', bytesOf(comment(12_000_000), YAML)],
    ['a hundred documents', 't.yaml', bytesOf('a: 1\n---\n'.repeat(100), YAML)],
    ['a document of half a million words', 't.yaml', bytesOf(`- ${'[a, b, c, d]\n- '.repeat(60_000)}\n---\n`, YAML)],
    ['a deep document', 't.yaml', bytesOf(`Metadata: ${'['.repeat(400)}${']'.repeat(400)}\n`, YAML)],
    ['two megabytes of blanks', 'p.json', bytesOf(' '.repeat(2_000_000), STATEMENT)],
    ['nine megabytes of blanks', 'p.json', bytesOf(' '.repeat(9_000_000), STATEMENT)],
    ['control bytes', 'a.sh', bytesOf(`#!/bin/sh\n${CONTROL}`, SHELL)],
    ['six hundred thousand characters', 'a.sh', bytesOf(`#!/bin/sh\n${'echo a line of it\n'.repeat(34_000)}`, SHELL)],
    ['three thousand calls', 'a.sh', bytesOf(`#!/bin/sh\nf() { true; }\n${'f x\n'.repeat(3000)}`, SHELL)],
    [
      'calls by the ten thousand',
      'a.sh',
      bytesOf(`#!/bin/sh\nf() { $1; }\n${'f x\n'.repeat(12_000)}f '${SHELL.trim()}'\n`),
    ],
    [
      'a loop over thousands',
      'a.sh',
      bytesOf(
        `#!/bin/sh\nfor a in ${'x '.repeat(9000)} AdministratorAccess; do aws iam attach-user-policy --user-name u --policy-arn arn:aws:iam::aws:policy/$a; done\n`,
      ),
    ],
    ['three megabytes', 'a.sh', bytesOf(`#!/bin/sh\n${'echo a line of it\n'.repeat(170_000)}`, SHELL)],
    ['brackets', 'a.sh', bytesOf(`#!/bin/sh\n${'( true )\n'.repeat(120_000)}`, SHELL)],
    ['the head of a PNG', 'a.sh', bytesOf([0x89], 'PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR\n', SHELL)],
    ['a large recipe', 'Makefile', bytesOf(`all:\n${'\techo a line of it\n'.repeat(120_000)}\t`, SHELL)],
    ['a plan of Terraform', 'tf.plan', zip({ tfplan: 'x', 'tfconfig/m-/main.tf': HCL })],
  ])('%s in %s', async (_, name, bytes) => {
    expect(await verdictOf(name, bytes)).toBe('block')
  })
})
