import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
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
    ['a UTF-16 mark that lies', bytes([0xff, 0xfe], TEXT_ASCII), TEXT_ASCII, 'utf-8'],
    ['a UTF-16 BE mark that lies', bytes([0xfe, 0xff], TEXT_ASCII), TEXT_ASCII, 'utf-8'],
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
    ['a PNG', bytes([0x89], 'PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR')],
    ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF')],
    ['a program', bytes('\x7fELF', [2, 1, 1, 0, 0, 0])],
    ['a database', bytes('SQLite format 3\0', [16, 0, 1, 1, 0, 64, 32, 32])],
    ['bytecode', bytes([0xa7, 0x0d], '\r\n', [0, 0, 0, 0])],
  ])('%s is binary: what is printable in it is a line each', (_, head) => {
    const input = Buffer.concat([head, Buffer.alloc(900, 1), Buffer.from(`\x14${KEY_ID}\0`), Buffer.alloc(900, 2)])
    const { text, encoding } = decodeBytes(input)
    expect(encoding).toBe('binary')
    expect(text.split('\n').at(-1)).toBe(`\x01\x01\x01\x14${KEY_ID}`)
  })

  test.each([
    ['that its author gives a comment of control bytes', bytes(`KEY=${KEY_ID}\n# ${RUBBISH}\n`)],
    ['that begins like an image', bytes('GIF89a=1;', `KEY=${KEY_ID};`, RUBBISH)],
    ['that begins like an image, and is none', bytes([0x89], `PNG\nKEY=${KEY_ID}\n`, RUBBISH)],
    ['that begins like a program, and is none', bytes(`\x7fELF\nKEY=${KEY_ID}\n`, RUBBISH)],
    ['behind random bytes', bytes(randomBytes(5000), `\nKEY=${KEY_ID}\n`)],
    ['with one byte that is no UTF-8', bytes([0x80], `\nKEY=${KEY_ID}\n`)],
    ['behind a mark that lies', bytes([0xff, 0xfe], `A=1\x01\nKEY=${KEY_ID}\nB`)],
  ])('a text %s is a text', (_, input) => {
    const { text, encoding } = decodeBytes(input)
    expect(encoding).not.toBe('binary')
    expect(text).toContain(`KEY=${KEY_ID}`)
  })

  test.each([18, 19, 20, 21, 22, 28, 34, 40, 41])('%i bytes of ASCII, then UTF-16', (length) => {
    const tail = `KEY=${KEY_ID}\r\nOTHER=a longer line of the same file\r\n`
    const { text } = decodeBytes(Buffer.concat([Buffer.alloc(length, 'x'), Buffer.from(tail, 'utf16le')]))
    expect(text.replaceAll('\0', '')).toContain(KEY_ID)
  })
})
