import { eastAsianWidth } from 'get-east-asian-width'

/** How wide text stands in a terminal, in cells. */

/** Marks that take no cell of their own, and emoji modifiers. */
const ZERO = /^(?:\p{Mn}|\p{Me}|[\u200b-\u200d]|\u2060|[\ufe00-\ufe0f])$/u

/** 0, 1 or 2 cells. Controls are not asked about: make them visible first. */
export function characterWidth(character: string): 0 | 1 | 2 {
  const code = character.codePointAt(0)!
  if (code < 0x300) return 1
  return ZERO.test(character) ? 0 : eastAsianWidth(code)
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
  const glued = text.replace(/`[^`]+`/g, (code) => code.replaceAll(' ', GLUE))
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
