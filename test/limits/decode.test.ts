import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { wholeText } from '../../src/core/text.ts'
import { decode } from '../../src/languages/decode/decode.ts'

const NEEDLE = 'the needle: AbCd1234/+efGH5678'
const DOCUMENT = `${'some words in a line\n'.repeat(12)}${NEEDLE}\nlast line\n`
const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64')
const percent = (text: string) => [...text].map((one) => `%${one.charCodeAt(0).toString(16)}`).join('')

describe('what is encoded, in megabytes and bombs', () => {
  const megabytes = (text: string, size: number) => text.repeat(Math.ceil((size * 1e6) / text.length))

  test('a compressed bomb is not inflated, and that is said', () => {
    const bomb = base64(gzipSync(Buffer.alloc(200e6, 'a')))
    const text = wholeText({ uri: 'f', text: `x: ${bomb}` })
    const { texts, cuts } = decode(text)
    expect({ texts, cuts }).toEqual({ texts: [], cuts: ['compressed data that inflates to more than 8 MB'] })
  })

  test.each([
    ['base64', base64(megabytes('text ', 1.5))],
    ['escapes', megabytes('\\u0041', 2)],
    ['percent', megabytes('%41', 2)],
    ['words in base64', megabytes(`${base64(NEEDLE)} `, 2)],
    ['headers of gzip', megabytes('H4sIAAAAAAAAA0tMSk5JTUvPyMzKBgBcdlgnEwAAAA ', 2)],
    ['letters', megabytes('A', 2)],
    ['backslashes', megabytes('\\', 2)],
    ['lines of base64', megabytes(`${base64('x'.repeat(57))}\n`, 2)],
    ['hex', megabytes('41', 2)],
    ['NULs', megabytes('a\0', 2)],
    ['backslashes after an escape', `${percent(NEEDLE)}${megabytes('\\', 0.2)}`],
    ['spaces after a line of base64', `${base64(DOCUMENT)}${megabytes(' ', 0.4)}x`],
    [
      'spaces after two',
      `${base64(DOCUMENT)
        .match(/.{1,76}/g)!
        .join('\n')}${megabytes(' ', 0.2)}x`,
    ],
  ])('megabytes of %s come back', (_, text) => {
    const started = performance.now()
    expect(Array.isArray(decode(wholeText({ uri: 'f', text })).texts)).toBe(true)
    expect(performance.now() - started).toBeLessThan(15_000)
  })

  test.each([
    ['small bombs', 7.9e6],
    ['big bombs', 200e6],
  ])('%s are inflated to 16 MB together', (_, size) => {
    const bomb = base64(gzipSync(Buffer.alloc(size, 'a')))
    const text = wholeText({ uri: 'f', text: Array.from({ length: 60 }, (_, index) => `${index}: ${bomb}`).join('\n') })
    const { texts, cuts } = decode(text)
    expect(texts.reduce((sum, { value }) => sum + value.length, 0)).toBeLessThanOrEqual(16 * 1024 * 1024)
    expect(cuts).toContain('compressed data that inflates to more than 16 MB in all')
  })

  test('what one text decodes to has an end, which is said', () => {
    const layer = base64(base64(base64(base64(megabytes('some text ', 4)))))
    const text = wholeText({ uri: 'f', text: layer })
    const { texts, cuts } = decode(text)
    expect(texts.reduce((sum, { value }) => sum + value.length, 0)).toBeLessThanOrEqual(16 * 1024 * 1024)
    expect(cuts).toEqual(['encoded data that decodes to more than 16 MB'])
  })
})
