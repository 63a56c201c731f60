/** One line of a plot: a name, and points of size and cost. */
export interface Line {
  readonly name: string
  readonly points: readonly (readonly [x: number, y: number])[]
}

const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM, RIGHT] = [720, 420, 64, 40, 48, 150]
const COLOURS = ['#0b6e4f', '#c1440e', '#2b5c9e', '#8a5a00', '#6b3fa0', '#9c2a4d', '#555555']

/** Cost against size as a picture, from nothing on both axes, so that what is straight looks straight. */
export function plot(title: string, xLabel: string, yLabel: string, lines: readonly Line[]): string {
  const points = lines.flatMap((line) => line.points)
  const [mostX, mostY] = [Math.max(1, ...points.map(([x]) => x)), Math.max(0.1, ...points.map(([, y]) => y))]
  const x = (value: number) => (LEFT + (value / mostX) * (WIDTH - LEFT - RIGHT)).toFixed(1)
  const y = (value: number) => (HEIGHT - BOTTOM - (value / mostY) * (HEIGHT - TOP - BOTTOM)).toFixed(1)
  const ticks = [0, 0.25, 0.5, 0.75, 1]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    text(LEFT, 22, title, 'font-size="15"'),
    ...ticks.flatMap((share) => [
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(share * mostY)}" y2="${y(share * mostY)}" stroke="#dddddd"/>`,
      text(LEFT - 8, Number(y(share * mostY)) + 4, shown(share * mostY), 'text-anchor="end"'),
      text(Number(x(share * mostX)), HEIGHT - BOTTOM + 18, shown(share * mostX), 'text-anchor="middle"'),
    ]),
    text((WIDTH - RIGHT + LEFT) / 2, HEIGHT - 8, xLabel, 'text-anchor="middle"'),
    text(LEFT, TOP - 6, yLabel, 'text-anchor="end"'),
    ...lines.flatMap(({ name, points }, index) => {
      const colour = COLOURS[index % COLOURS.length]!
      const last = points.at(-1) ?? [0, 0]
      return [
        `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points.map(([a, b]) => `${x(a)},${y(b)}`).join(' ')}"/>`,
        ...points.map(([a, b]) => `<circle cx="${x(a)}" cy="${y(b)}" r="3" fill="${colour}"/>`),
        text(Number(x(last[0])) + 8, Number(y(last[1])) + 4, name, `fill="${colour}"`),
      ]
    }),
    '</svg>\n',
  ].join('\n')
}

function text(x: number, y: number, words: string, attributes: string): string {
  const escaped = words.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${attributes}>${escaped}</text>`
}

function shown(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(2)))
}
