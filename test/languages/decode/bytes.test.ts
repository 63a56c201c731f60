import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { decodeBytes } from '../../../src/languages/decode/decode.ts'

const TEXT = 'name = "grün"\nother = 1\n'
const bytes = (...parts: (string | number[] | Buffer)[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as never)))
const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16()

const TEXT_ASCII = 'name = "green"\nother = 1\n'
const KEY_ID = `AKIA${'Q7T2MZ4KX5VNB3WD'}`
const LONG = 'echo a line of a script that is long enough\n'.repeat(100)
const RUBBISH = '\x01'.repeat(1000)
const IDEOGRAPHS = '帝高陽之苗裔兮朕皇考曰伯庸攝提貞于孟陬兮惟庚寅吾以降\n'.repeat(20)

describe('the text in the bytes of a file', () => {
  test.each([
    ['UTF-8', bytes(TEXT), TEXT, 'utf-8'],
    ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], TEXT), TEXT, 'utf-8'],
    ['UTF-16 LE with a mark', bytes([0xff, 0xfe], Buffer.from(TEXT, 'utf16le')), TEXT, 'utf-16le'],
    ['UTF-16 BE with a mark', bytes([0xfe, 0xff], swapped(TEXT)), TEXT, 'utf-16be'],
    ['UTF-16 LE without', Buffer.from(TEXT, 'utf16le'), TEXT, 'utf-16le'],
    ['UTF-16 BE without', swapped(TEXT), TEXT, 'utf-16be'],
    [
      'UTF-16 with half a character at the end',
      bytes([0xff, 0xfe], Buffer.from('ab', 'utf16le'), [0x41]),
      'ab',
      'utf-16le',
    ],
    ['UTF-16 with a lone surrogate', bytes([0xff, 0xfe], [0x41, 0, 0, 0xd8, 0x42, 0]), 'A\ud800B', 'utf-16le'],
    ['Latin-1', Buffer.from(TEXT, 'latin1'), TEXT, 'latin1'],
    ['a NUL in a text', bytes('key = 1\0\nother = 2\n'), 'key = 1\0\nother = 2\n', 'utf-8'],
    ['an environment separated by NULs', bytes('A=1\0B=22\0C=333\0'), 'A=1\0B=22\0C=333\0', 'utf-8'],
    ['a text padded with NULs', bytes('key = 1\n', '\0'.repeat(500)), `key = 1\n${'\0'.repeat(500)}`, 'utf-8'],
    ['terminal colours', bytes('\x1b[31mred\x1b[0m\n'), '\x1b[31mred\x1b[0m\n', 'utf-8'],
    ['nothing', bytes(''), '', 'utf-8'],
    ['a UTF-16 mark that lies', bytes([0xff, 0xfe], TEXT_ASCII), TEXT_ASCII, 'utf-16le'],
    ['a UTF-16 BE mark that lies', bytes([0xfe, 0xff], TEXT_ASCII), TEXT_ASCII, 'utf-16be'],
    ['UTF-16, then ASCII', bytes(Buffer.from(LONG, 'utf16le'), TEXT_ASCII), LONG + TEXT_ASCII, 'utf-16le'],
    ['ideographs in UTF-16', bytes([0xff, 0xfe], Buffer.from(IDEOGRAPHS, 'utf16le')), IDEOGRAPHS, 'utf-16le'],
    ['a script that begins like an image', bytes('GIF89a=1\n', TEXT_ASCII), `GIF89a=1\n${TEXT_ASCII}`, 'utf-8'],
    ['a script that begins like an archive', bytes('PK\x03\x04\n', LONG), `PK\x03\x04\n${LONG}`, 'utf-8'],
    ['gzip', gzipSync(LONG), LONG, 'utf-8'],
    ['a script and a line of rubbish', bytes(LONG, '# ', RUBBISH), `${LONG}# ${RUBBISH}`, 'utf-8'],
  ])('%s', (_, input, text, encoding) => {
    expect(decodeBytes(input)).toEqual({ text, encoding })
  })

  test.each([
    ['a PNG', bytes([0x89], 'PNG\r\n\x1a\n', randomBytes(2000))],
    ['gzip of what is no text', gzipSync(randomBytes(2000))],
    ['gzip in gzip', gzipSync(gzipSync(LONG))],
    ['gzip that inflates a thousandfold', gzipSync('a'.repeat(2_000_000))],
    ['random bytes', randomBytes(5000)],
    ['a program', bytes('\x7fELF', [2, 1, 1, 0, 0, 0], randomBytes(3000))],
    ['nothing but NULs', Buffer.alloc(1000)],
  ])('%s is binary', (_, input) => {
    expect(decodeBytes(input)).toBe('binary')
  })

  test.each([
    ['an access key id', KEY_ID],
    ['an access key id of two bytes a character', Buffer.from(KEY_ID, 'utf16le').toString('latin1')],
    ['a private key', `-----${'BEGIN'} RSA PRIVATE KEY-----`],
  ])('a program that holds %s is read', (_, secret) => {
    const program = Buffer.concat([
      Buffer.from([0x7f, 0x45, 0x4c, 0x46]),
      randomBytes(3000),
      Buffer.from(`\0${secret}\0`, 'latin1'),
    ])
    expect(decodeBytes(program)).toMatchObject({ text: expect.stringContaining(secret) })
  })

  test('a program that holds the id of the documentation is binary', () => {
    const documented = `AKIA${'IOSFODNN7'}EXAMPLE`
    expect(decodeBytes(Buffer.concat([randomBytes(3000), Buffer.from(`\0${documented}\0`)]))).toBe('binary')
  })
})
