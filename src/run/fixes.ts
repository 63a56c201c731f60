import type { FileEdit, Finding, Suggestion } from '../core/finding.ts'
import type { Tree } from '../core/tree.ts'
import { affectedPaths } from '../frontends/index.ts'
import { groupBy } from '../report/select.ts'
import { candidatesOf } from '../scan/findings.ts'
import { scanText, scanUnits } from '../scan/units.ts'
import type { Work } from './scan-result.ts'

/** Each fix is tried by a scan of what it touches; beyond so many the run would take twice as long. */
const MOST_TRIED = 100

/**
 * Only fixes that hold are offered: with its edits the files parse, the finding is gone, and nothing is found that was
 * not there before. Those that do not hold, and those beyond the limit, are taken off their findings.
 */
export async function withTriedFixes(findings: readonly Finding[], head: Tree, work: Work): Promise<Finding[]> {
  const known = new Set(findings.map(({ fingerprint }) => fingerprint))
  const tried: Finding[] = []
  let left = MOST_TRIED
  for (const finding of findings) {
    const { fix, ...plain } = finding
    if (fix === undefined) tried.push(finding)
    else if (!finding.atHead || left-- <= 0 || !(await holds(finding, fix, head, known, work))) tried.push(plain)
    else tried.push({ ...finding, ...suggestionOf(finding, fix, head) })
  }
  return tried
}

/** The text with the edits made, from the end so that earlier offsets stay true. */
export function edited(text: string, edits: readonly Pick<FileEdit, 'offset' | 'length' | 'text'>[]): string {
  return [...edits]
    .sort((a, b) => b.offset - a.offset)
    .reduce((now, { offset, length, text: put }) => now.slice(0, offset) + put + now.slice(offset + length), text)
}

async function holds(
  finding: Finding,
  fix: readonly FileEdit[],
  head: Tree,
  known: ReadonlySet<string>,
  work: Work,
): Promise<boolean> {
  const texts = new Map<string, string>()
  for (const [uri, edits] of groupBy(fix, (edit) => edit.uri)) {
    const text = head.read(uri)?.text
    if (text === undefined) return false
    texts.set(uri, edited(text, edits))
  }
  const tree = withTexts(head, texts)
  const units = await scanUnits(tree, affectedPaths(tree, [...texts.keys()]), work.rules, work.scanOptions)
  if (units.notifications.some(({ id, location }) => id === 'parse-error' && location && texts.has(location.uri)))
    return false
  const hits = [...units.hits]
  for (const [uri, text] of texts) hits.push(...(await scanText({ uri, text }, work.rules, work.scanOptions)).hits)
  const found = candidatesOf(hits.filter(({ hit }) => texts.has(hit.span.uri)))
  return found.every(({ published }) => {
    const { fingerprint } = published()
    return fingerprint !== finding.fingerprint && known.has(fingerprint)
  })
}

function withTexts(tree: Tree, texts: ReadonlyMap<string, string>): Tree {
  return {
    paths: tree.paths,
    has: (path) => tree.has(path),
    read: (path) => {
      const text = texts.get(path)
      return text === undefined ? tree.read(path) : { uri: path, text }
    },
  }
}

/**
 * The lines to write instead, where the fix stays within the file and the lines that are shown, and what it leaves of
 * them is shown as it is: what is masked there would be written into the file.
 */
function suggestionOf(finding: Finding, fix: readonly FileEdit[], head: Tree): { suggestion?: Suggestion } {
  const { snippet, location } = finding
  const text = head.read(location.uri)?.text
  if (text === undefined || snippet.startColumn !== undefined || fix.some(({ uri }) => uri !== location.uri)) return {}
  const startLine = Math.min(...fix.map(({ region }) => region.startLine))
  const endLine = Math.max(...fix.map(({ region }) => region.endLine))
  const shown = snippet.lines.slice(startLine - snippet.startLine, endLine - snippet.startLine + 1)
  if (startLine < snippet.startLine || shown.length !== endLine - startLine + 1) return {}
  const lines = text.split('\n')
  const before = lines.slice(0, startLine - 1).reduce((sum, line) => sum + line.length + 1, 0)
  const own = fix.map((edit) => ({ ...edit, offset: edit.offset - before }))
  const whole = edited(lines.slice(startLine - 1, endLine).join('\n'), own)
  if (whole !== edited(shown.join('\n'), own) || whole.includes('\r')) return {}
  return { suggestion: { startLine, endLine, lines: whole.split('\n') } }
}
