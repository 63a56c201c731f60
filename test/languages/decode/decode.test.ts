import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { lineStarts, regionOf } from '../../../src/core/source.ts'
import { locate, wholeText } from '../../../src/core/text.ts'
import { decode, decodeBase64, gunzipText } from '../../../src/languages/decode/decode.ts'

const NEEDLE = 'the needle: AbCd1234/+efGH5678'
const LINES = Array.from({ length: 12 }, (_, index) => `line ${index} with some words in it`)
/** The needle stands alone on line 13. */
const DOCUMENT = `${LINES.join('\n')}\n${NEEDLE}\nlast line\n`

const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64')
const wrap = (text: string, width: number, glue: string) => text.match(new RegExp(`.{1,${width}}`, 'g'))!.join(glue)
const escapeAll = (text: string, one: (code: string) => string, digits: number) =>
  [...text].map((character) => one(character.charCodeAt(0).toString(16).padStart(digits, '0'))).join('')

/** Where the needle is written, by every decoded text that shows it: `line:column-line:column`. */
function placesOf(source: string, needle = NEEDLE): string[] {
  const starts = lineStarts(source)
  return decode(wholeText({ uri: 'f', text: source })).texts.flatMap((text) => {
    const at = text.value.indexOf(needle)
    if (at < 0) return []
    const span = locate(text, at, at + needle.length)
    const region = regionOf(starts, span.start, span.end)
    return [`${region.startLine}:${region.startColumn}-${region.endLine}:${region.endColumn}`]
  })
}

/** The place that the encoded form of the needle itself has, where it can be cut out of the source. */
function placeOf(source: string, encoded: string): string {
  const at = source.indexOf(encoded)
  const region = regionOf(lineStarts(source), at, at + encoded.length)
  return `${region.startLine}:${region.startColumn}-${region.endLine}:${region.endColumn}`
}

describe('what is encoded is shown, and mapped to the characters that encode it', () => {
  test('base64 on one line, to its groups of four', () => {
    const source = `a: 1\nb: ${base64(NEEDLE)}\n`
    expect(placesOf(source)).toEqual([placeOf(source, base64(NEEDLE))])
  })

  test('base64 in the middle of a value, to the groups that hold it', () => {
    const encoded = base64(`123${NEEDLE}`)
    const source = `x\ny = "${encoded}"\n`
    expect(placesOf(source)).toEqual([placeOf(source, encoded.slice(4))])
  })

  test.each([
    ['indented, as in YAML', 76, '\n    ', 64],
    ['with CRLF', 64, '\r\n', 64],
    ['behind comment marks', 60, '\n# ', 60],
    ['as strings that are added up', 72, '" +\n  "', 72],
    ['as a list of strings', 72, '",\n  "', 72],
    ['with line breaks escaped in a string', 76, '\\n', 76],
  ])('base64 over several lines %s', (_, width, glue) => {
    const encoded = wrap(base64(DOCUMENT), width, glue)
    const source = `head\nkey: "${encoded}"\ntail\n`
    const [place] = placesOf(source)
    const plainAt = DOCUMENT.indexOf(NEEDLE)
    const line = (offset: number) => (glue.includes('\n') ? 2 + Math.floor(((offset / 3) * 4) / width) : 2)
    expect(place).toMatch(new RegExp(`^${line(plainAt)}:\\d+-${line(plainAt + NEEDLE.length)}:\\d+$`))
  })

  test.each([
    ['UTF-16 after ASCII', '\0'],
    ['UTF-32', '\0\0\0'],
  ])('%s, to its characters', (_, nuls) => {
    const wide = (text: string) => [...text].map((character) => `${character}${nuls}`).join('')
    const source = `a line of ASCII\n${wide('another\n')}${wide(NEEDLE)}${wide('\nand more')}`
    expect(placesOf(source)).toEqual([placeOf(source, wide(NEEDLE))])
  })

  test('base64url without padding', () => {
    const encoded = Buffer.from(`${NEEDLE}~~~???>>>`).toString('base64url')
    expect(encoded).toMatch(/[-_]/)
    expect(placesOf(`token=${encoded}`)).toHaveLength(1)
  })

  test('base64 behind a path, where the groups are shifted', () => {
    const source = `https://host/a/path/${base64(`aws_secret ${NEEDLE}`)}`
    expect(placesOf(source)).toHaveLength(1)
  })

  test('base64 of binary data with a telling word in it', () => {
    const bytes = Buffer.concat([Buffer.from([0, 1, 2, 250, 251, 9]), Buffer.from(`aws_secret ${NEEDLE}`)])
    expect(placesOf(`blob: ${base64(bytes)}`)).toHaveLength(1)
  })

  test('gzip inside base64, to the whole', () => {
    const encoded = base64(gzipSync(DOCUMENT))
    const source = `a\nuser_data: ${encoded}\n`
    expect(placesOf(source)).toEqual([placeOf(source, encoded)])
  })

  test('UTF-16 inside base64 (powershell -EncodedCommand)', () => {
    const encoded = Buffer.from(NEEDLE, 'utf16le').toString('base64')
    const source = `powershell -e ${encoded}`
    expect(placesOf(source)).toEqual([placeOf(source, encoded)])
  })

  test('characters of several bytes before the needle do not shift it', () => {
    const encoded = base64(`äöü€😀x ${NEEDLE}`)
    const source = `v: ${encoded}`
    const shown = decode(wholeText({ uri: 'f', text: source })).texts[0]!
    const at = shown.value.indexOf(NEEDLE)
    const { start, end } = locate(shown, at, at + NEEDLE.length)
    const bytesBefore = Buffer.byteLength('äöü€😀x ')
    expect(start).toBe(3 + Math.floor(bytesBefore / 3) * 4)
    expect(end).toBe(3 + encoded.length)
  })

  test.each([
    ['hex', Buffer.from(NEEDLE).toString('hex')],
    ['hex with 0x', `0x${Buffer.from(NEEDLE).toString('hex')}`],
    ['percent', escapeAll(NEEDLE, (code) => `%${code}`, 2)],
    ['\\u', escapeAll(NEEDLE, (code) => `\\u${code}`, 4)],
    ['\\u{}', escapeAll(NEEDLE, (code) => `\\u{${code}}`, 1)],
    ['\\x', escapeAll(NEEDLE, (code) => `\\x${code}`, 2)],
    ['escaped \\u', escapeAll(NEEDLE, (code) => `\\\\u${code}`, 4)],
    ['character entities', escapeAll(NEEDLE, (code) => `&#x${code};`, 2)],
  ])('%s', (_, encoded) => {
    const source = `one\ntwo '${encoded}'\n`
    const cut = encoded.startsWith('0x') ? encoded.slice(2) : encoded
    expect(placesOf(source)).toEqual([placeOf(source, cut)])
  })

  test.each([
    ['percent', 'AbCd1234%2F%2BefGH5678zz'],
    ['JSON slash', 'AbCd1234\\/+efGH5678zz'],
    ['JSON plus', 'AbCd1234/\\u002BefGH5678zz'],
    ['entity', 'AbCd1234/&#43;efGH5678zz'],
  ])('single escaped characters inside a word: %s', (_, encoded) => {
    const source = `k\nv: "${encoded}"`
    expect(placesOf(source, 'AbCd1234/+efGH5678zz')).toEqual([placeOf(source, encoded)])
  })

  test('UTF-16 appended to an 8-bit file', () => {
    const tail = Buffer.from(NEEDLE, 'utf16le').toString('latin1')
    const source = `plain\n${tail}`
    expect(placesOf(source)).toEqual([`2:1-2:${2 * NEEDLE.length + 1}`])
  })

  test('the text around stays, so that names and other halves can be seen', () => {
    const source = `first: plain\nNAME: ${base64(NEEDLE)}\nOTHER: ${base64(`other ${NEEDLE}`)}\n`
    const [shown, ...more] = decode(wholeText({ uri: 'f', text: source })).texts
    expect(more).toEqual([])
    expect(shown!.value).toBe(`first: plain\nNAME: ${NEEDLE}\nOTHER: other ${NEEDLE}\n`)
    expect(shown!.decoded.map(({ start, end }) => shown!.value.slice(start, end))).toEqual([NEEDLE, `other ${NEEDLE}`])
  })
})

describe('encodings inside encodings', () => {
  test('are followed five deep, and no deeper', () => {
    let text = NEEDLE
    for (let depth = 1; depth <= 6; depth++) {
      text = base64(`layer ${depth} says ${text}`)
      expect(placesOf(`x: ${text}`)).toHaveLength(depth <= 5 ? 1 : 0)
    }
  })

  test('keep the line through every layer', () => {
    const inner = base64(`some words and ${NEEDLE}`)
    const outer = wrap(base64(`${LINES.join('\n')}\nkey: ${inner}\n`), 76, '\n')
    const source = `a\nb\n${outer}\n`
    const [place] = placesOf(source)
    const from = Buffer.byteLength(`${LINES.join('\n')}\nkey: `)
    expect(Number(place!.split(':')[0])).toBeGreaterThanOrEqual(3 + Math.floor(((from / 3) * 4) / 76))
    expect(Number(place!.split('-')[1]!.split(':')[0])).toBeLessThanOrEqual(3 + Math.floor(outer.length / 77))
  })

  test('may differ: percent around base64 around gzip', () => {
    const source = `q=${encodeURIComponent(base64(gzipSync(`${DOCUMENT}${DOCUMENT}`)))}`
    expect(placesOf(source)).toHaveLength(1)
  })
})

describe('what says nothing is left alone', () => {
  test.each([
    ['an SRI hash', `sha512-${'q1w2E3r4T5y6U7i8O9p0'.repeat(4)}abcdef==`],
    ['a commit', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
    ['a camel-case name', 'thisIsAVeryLongIdentifierOfSomeJavaFactoryBean'],
    ['a path', 'src/main/java/org/acme/product/module/Component'],
    ['a constant', 'THIS_IS_A_RATHER_LONG_CONSTANT_NAME_FOR_A_TEST'],
    ['a UUID', '123e4567-e89b-12d3-a456-426614174000'],
    [
      'Chinese in escapes',
      '\\u4f60\\u597d\\uff0c\\u4e16\\u754c\\u4f60\\u597d\\uff0c\\u4e16\\u754c\\u4f60\\u597d\\uff0c\\u4e16\\u754c',
    ],
    ['ordinary escapes', 'line\\nnext\\ttab \\"quoted\\" C:\\\\users 100%\n'],
    ['an address', 'https://host/search?q=a%20b&r=c%2Fd'],
  ])('%s', (_, text) => {
    expect(decode(wholeText({ uri: 'f', text: `x = "${text}"\n` })).texts).toEqual([])
  })
})

describe('explicit decoding', () => {
  test('of base64 maps to the groups, through white space and padding', () => {
    const source = `  ${wrap(base64(DOCUMENT), 76, '\n  ')}\n`
    const decoded = decodeBase64(wholeText({ uri: 'f', text: source }))!
    expect(decoded.value).toBe(DOCUMENT)
    const at = decoded.value.indexOf(NEEDLE)
    const { start } = locate(decoded, at, at + NEEDLE.length)
    expect(source.slice(0, start).replace(/\s/g, '').length).toBe(Math.floor(at / 3) * 4)
  })

  test('of base64 sees through gzip', () => {
    expect(decodeBase64(wholeText({ uri: 'f', text: base64(gzipSync(DOCUMENT)) }))!.value).toBe(DOCUMENT)
  })

  test('of gzip bytes maps to the place they were written at', () => {
    const place = wholeText({ uri: 'f', text: 'file("x.gz")' })
    const decoded = gunzipText(gzipSync(DOCUMENT), place)!
    expect(decoded.value).toBe(DOCUMENT)
    expect(locate(decoded, 5, 9)).toEqual({ uri: 'f', start: 0, end: 12 })
  })

  test.each(['not base64!', '', '====', 'ä'])('of %j says that it is none', (text) => {
    expect(decodeBase64(wholeText({ uri: 'f', text }))).toBeUndefined()
  })

  test('of something that is no gzip says so', () => {
    expect(gunzipText(Buffer.from('hello'), wholeText({ uri: 'f', text: 'x' }))).toBeUndefined()
    expect(gunzipText(Buffer.from([0x1f, 0x8b, 8, 0, 1]), wholeText({ uri: 'f', text: 'x' }))?.value ?? '').toBe('')
  })
})
