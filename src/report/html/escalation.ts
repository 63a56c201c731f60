import { htmlText, visible } from '../escape.ts'

/** As wide as a phone shows without shrinking it. */
const WIDTH = 320
const LINE = 18
const PADDING = 10
const GAP = 26
/** Characters that fit in a box, by the width of a wide letter. */
const ROOM = 40
const MOST_LINES = 4

/** The steps to more power from top to bottom, each in a box; read out as one sentence. */
export function escalationDrawing(steps: readonly string[], id: string): string {
  const boxes: string[] = []
  let top = 1
  for (const [at, step] of steps.entries()) {
    const lines = wrapped(visible(step))
    const height = lines.length * LINE + PADDING * 2 - 4
    if (at > 0) boxes.push(arrow(top - GAP))
    boxes.push(box(lines, top, height, at === steps.length - 1 ? 'end' : at === 0 ? 'start' : 'step'))
    top += height + GAP
  }
  const bottom = top - GAP + 1
  const told = steps.map((step) => visible(step)).join(', then ')
  return `<svg class="path" width="${WIDTH}" height="${bottom}" viewBox="0 0 ${WIDTH} ${bottom}" role="img" aria-labelledby="${id}"><title id="${id}">The way to more power: ${htmlText(told)}</title>${boxes.join('')}</svg>\n`
}

function box(lines: readonly string[], top: number, height: number, kind: string): string {
  const texts = lines.map(
    (line, at) =>
      `<text x="${WIDTH / 2}" y="${top + PADDING + LINE * at + 11}" text-anchor="middle">${htmlText(line)}</text>`,
  )
  return `<g class="${kind}"><rect x="1" y="${top}" width="${WIDTH - 2}" height="${height}" rx="6"></rect>${texts.join('')}</g>`
}

function arrow(top: number): string {
  const middle = WIDTH / 2
  const tip = top + GAP - 3
  return `<path class="arrow" d="M${middle} ${top + 3}V${tip}M${middle - 5} ${tip - 6}L${middle} ${tip}L${middle + 5} ${tip - 6}"></path>`
}

/** At spaces where there are any, else where the room ends; a name of hundreds of letters ends in an ellipsis. */
function wrapped(text: string): string[] {
  const lines: string[] = ['']
  for (const word of text.split(/\s+/).flatMap(chunks)) {
    const last = lines.at(-1)!
    if (last === '') lines[lines.length - 1] = word
    else if (last.length + 1 + word.length <= ROOM) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  if (lines.length <= MOST_LINES) return lines
  return [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1]!.slice(0, ROOM - 1)}…`]
}

function chunks(word: string): string[] {
  const letters = [...word]
  return Array.from({ length: Math.ceil(letters.length / ROOM) }, (_, at) =>
    letters.slice(at * ROOM, (at + 1) * ROOM).join(''),
  )
}
