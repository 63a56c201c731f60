import type { Notification } from '../core/finding.ts'
import type { Gap, Source } from '../core/source.ts'
import { mayBeInfrastructure } from '../frontends/index.ts'
import { linesIn, type TextWindow, textWindows } from '../languages/decode/windows.ts'
import { scanText } from '../scan/units.ts'
import type { Work } from './scan-result.ts'

/** What matters of a file that is too large to be kept whole, and what of it was not read. */
export interface Excerpt {
  readonly source: Source
  /** Of the whole file, as far as it was read. */
  readonly characters: number
  readonly notifications: readonly Notification[]
}

/** So much around a finding stays with it: as far as any rule looks. */
const AROUND = 32_768
/** A file that has more findings than fit into this is a dump of secrets: those there are enough. */
const MOST_KEPT = 8_000_000

/**
 * Searches a file of any size for secrets, a window at a time, and keeps the lines around what it found, with the gaps between
 * them: scanned again, as any other source, it gives the same findings with the lines of the whole file.
 */
export async function excerptOf(path: string, pieces: AsyncIterable<Uint8Array>, work: Work): Promise<Excerpt> {
  const kept = new Kept()
  const limits = new Map<string, string>()
  let characters = 0
  const cut = (limit: string) => limits.set(limit, 'what is compressed in it inflates to more than is read')
  for await (const window of textWindows(pieces, cut)) {
    const { hits, notifications } = await scanText({ uri: path, text: window.text }, work.rules, work.scanOptions)
    characters = window.start + window.text.length
    if (mayBeInfrastructure(path, window.text)) {
      limits.set('file-bytes', 'it is too large to be read as infrastructure, and was searched for secrets only')
    }
    for (const { unread, message } of notifications) if (unread) limits.set(unread.limit, message)
    for (const { node } of hits) if (node.kind === 'unread') limits.set(node.limit, node.message)
    const spans = hits.flatMap(({ node, hit }) =>
      node.kind === 'unread' ? [] : [hit.span, ...(hit.secretSpans ?? [])],
    )
    for (const { start, end } of spans.sort((a, b) => a.start - b.start)) kept.add(window, start, end)
    if (kept.length > MOST_KEPT) {
      limits.set('file-findings', 'it holds more secrets than are told')
      break
    }
  }
  const source = { uri: path, ...kept.done() }
  const notifications = [...limits].map(
    ([limit, message]): Notification => ({
      level: 'warning',
      id: 'limit',
      message: message.startsWith(path) ? message : `${path}: ${message}`,
      location: { uri: path },
      unread: { span: { uri: path, start: 0, end: 0 }, limit },
    }),
  )
  return { source, characters, notifications }
}

/** Stretches of whole lines, in order, by their offsets in the whole file. */
class Kept {
  #text = ''
  #gaps: Gap[] = []
  /** Where in the whole file the kept text ends: what comes in next begins there or later. */
  #end = 0
  #endLine = 0

  get length(): number {
    return this.#text.length
  }

  /** The stretch of a window around a hit, without what is kept already. */
  add({ text, start, startLine }: TextWindow, from: number, to: number): void {
    const first = Math.max(lineStart(text, from - AROUND), this.#end - start)
    const last = Math.max(first, lineEnd(text, to + AROUND))
    if (first < 0 || last <= first) return
    const skipped = start + first - this.#end
    const line = startLine + linesIn(text, first)
    if (skipped > 0) this.#gaps.push({ at: this.#text.length, characters: skipped, lines: line - this.#endLine })
    this.#text += text.slice(first, last)
    this.#end = start + last
    this.#endLine = line + linesIn(text, last, first)
  }

  done(): Pick<Source, 'text' | 'gaps'> {
    return { text: this.#text, gaps: this.#gaps }
  }
}

/** Where a line goes on for longer than that, it is cut, and its columns count from there. */
function lineStart(text: string, at: number): number {
  return at <= 0 ? 0 : Math.max(text.lastIndexOf('\n', at) + 1, at - AROUND)
}

function lineEnd(text: string, at: number): number {
  const end = at >= text.length ? -1 : text.indexOf('\n', at)
  return Math.min(end === -1 ? text.length : end + 1, at + AROUND)
}
