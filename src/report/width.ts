/** How wide text stands in a terminal, in cells. */

/** Marks that take no cell of their own, and emoji modifiers. */
const ZERO = /^(?:\p{Mn}|\p{Me}|[\u200b-\u200d]|\u2060|[\ufe00-\ufe0f])$/u

/** First and last code points of the wide blocks (Unicode EastAsianWidth W and F, and emoji). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x23e9, 0x23ec],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
]

/** 0, 1 or 2 cells. Controls are not asked about: make them visible first. */
export function characterWidth(character: string): 0 | 1 | 2 {
  const code = character.codePointAt(0)!
  if (code < 0x300) return 1
  if (WIDE.some(([first, last]) => code >= first && code <= last)) return 2
  return ZERO.test(character) ? 0 : 1
}

/** Cells that a plain text (no ANSI codes) takes. */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}

/** The text, or as much of it as takes `width` cells with an ellipsis at the cut. */
export function clipToWidth(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let kept = ''
  let room = width - 1
  for (const character of text) {
    room -= characterWidth(character)
    if (room < 0) break
    kept += character
  }
  return `${kept}…`
}

/** A space that must not be broken at: inside the backticks of a message. Private use, put back after wrapping. */
const GLUE = '\uf8ff'

/**
 * Breaks a plain text at spaces into lines of at most `width` cells. A longer word (a path, a command to copy) and a
 * name between backticks stay whole. Line breaks of the text stay; lines that begin with four spaces are left alone.
 */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => (line.startsWith('    ') ? [line] : wrapLine(line, width)))
}

function wrapLine(text: string, width: number): string[] {
  const lead = /^ */.exec(text)![0]
  if (lead !== '') return wrapLine(text.slice(lead.length), width - lead.length).map((line) => lead + line)
  const glued = text.replace(/`[^`]+`/g, (code) => (code.length < width ? code.replaceAll(' ', GLUE) : code))
  const lines: string[] = []
  let line = ''
  let room = width
  for (const word of glued.split(' ')) {
    const wide = displayWidth(word)
    if (line !== '' && wide + 1 > room) {
      lines.push(line)
      line = word
      room = width - wide
    } else {
      room -= wide + (line === '' ? 0 : 1)
      line = line === '' ? word : `${line} ${word}`
    }
  }
  lines.push(line)
  return lines.map((each) => each.replaceAll(GLUE, ' '))
}
