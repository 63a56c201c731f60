import type { Notification } from '../../core/finding.ts'
import type { Source } from '../../core/source.ts'

const LONGEST_FILE = 1 << 20
const MOST_LINES = 2000

/** The lines that are neither blank nor comments, numbered from 1. */
export function linesOf(source: Source, told: Notification[]): { line: number; text: string }[] {
  if (source.text.length > LONGEST_FILE) {
    told.push(notFollowed(source, 1, 'the file is longer than 1 MiB'))
    return []
  }
  const lines = source.text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((text, index) => ({ line: index + 1, text: text.replace(/\r$/, '') }))
    .filter(({ text }) => !/^\s*(#|$)/.test(text))
  const cut = lines[MOST_LINES]
  if (cut) told.push(notFollowed(source, cut.line, `only the first ${MOST_LINES} entries are read`))
  return lines.slice(0, MOST_LINES)
}

/** Says that a line of a file is not followed, and why; never what it says, for it may quote a secret. */
export function notFollowed(source: Source, line: number, why: string): Notification {
  return {
    level: 'warning',
    id: 'suppression-not-followed',
    message: `${source.uri}, line ${line}: ${why}`,
    location: { uri: source.uri, region: { startLine: line, startColumn: 1, endLine: line, endColumn: 1 } },
  }
}
