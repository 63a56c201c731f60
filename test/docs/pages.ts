import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A piece of code in a page that says which file it is, or which file it is added to. */
export interface Piece {
  readonly page: string
  readonly path: string
  readonly text: string
  readonly isAddition: boolean
}

const DOCS = fileURLToPath(new URL('../../docs/', import.meta.url))

/** ` ```ts src/x.ts ` is a file, ` ```diff src/y.ts ` lines that are added to one. */
const FENCE = /^```(\w+) (\S+)\n([\s\S]*?)^```$/gm

/** Of every page about adding something. */
export function piecesOfPages(): Piece[] {
  const pages = ['writing-a-rule.md', ...readdirSync(`${DOCS}adding`).map((name) => `adding/${name}`)]
  return pages.flatMap((page) => {
    const text = readFileSync(DOCS + page, 'utf8').replaceAll('\r\n', '\n')
    return [...text.matchAll(FENCE)].map(([, language, path, code]) => ({
      page,
      path: path!,
      text: code!,
      isAddition: language === 'diff',
    }))
  })
}

/** The text with the lines of an addition after those that stand before them; these must be there, and once. */
export function added(text: string, addition: string): string {
  const lines = addition.trimEnd().split('\n')
  const of = (sign: string) =>
    lines
      .filter((line) => line.startsWith(sign))
      .map((line) => `${line.slice(1)}\n`)
      .join('')
  const before = of(' ')
  const parts = text.split(before)
  if (before === '' || parts.length !== 2) throw new Error(`stands there ${parts.length - 1} times: ${before}`)
  return parts.join(before + of('+'))
}
