import { buildText } from '../../core/build-text.ts'
import { type MappedText, sliceText } from '../../core/text.ts'

const SIMPLE: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['0', '\0'],
  ['\n', ''],
  ['\r\n', ''],
])

const ESCAPE = /\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(\r\n|[\s\S]))/g

/** The part of a literal from `from` to `to` without its backslashes; each escape is mapped as one piece. */
export function unescaped(text: MappedText, from: number, to: number): MappedText {
  const part = sliceText(text, from, to)
  if (!part.value.includes('\\')) return part
  const built = buildText(part)
  let at = 0
  for (const match of part.value.matchAll(ESCAPE)) {
    built.exact(at, match.index)
    at = match.index + match[0].length
    const hex = match[1] ?? match[2] ?? match[3]
    const point = hex === undefined ? undefined : Number.parseInt(hex, 16)
    const value =
      point === undefined ? (SIMPLE.get(match[4]!) ?? match[4]!) : point <= 0x10ffff ? String.fromCodePoint(point) : ''
    built.piece(value, match.index, at)
  }
  built.exact(at, part.value.length)
  return built.done()
}
