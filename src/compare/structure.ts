/** Changed lines of one version, and the line behind them. */
export interface ChangedText {
  readonly text: string
  readonly next: string
}

/**
 * Does a change give another meaning to lines that it leaves alone? To all of the file (a bracket that nothing closes, the kind of
 * a document), or to those nearby (a key under which settings stand). Blocks that come or go whole mean nothing to their
 * neighbours.
 */
export function structuralChange(
  path: string,
  removed: readonly ChangedText[],
  added: readonly ChangedText[],
): 'everywhere' | 'nearby' | undefined {
  if (marks(removed, fileMarks) !== marks(added, fileMarks)) return 'everywhere'
  if (balanceOf(path, removed) !== balanceOf(path, added)) return 'everywhere'
  return marks(removed, blockMarks) === marks(added, blockMarks) ? undefined : 'nearby'
}

function marks(texts: readonly ChangedText[], marksOf: (changed: ChangedText) => string[]): string {
  return texts.flatMap(marksOf).join('\n')
}

/** What tells the kind of a whole file or document. */
const FILE_MARK =
  /\bkind["']?[ \t]*:.*|apiVersion|AWSTemplateFormat|tree-0\.1|^#!.*|#cloud-config|content-type:.*|^---.*|planned_values|terraform_version|DetailList/gim
const HEREDOC = /<<[-~]?[ \t]*["']?([A-Za-z_]\w*)/g
const FENCES = ['"""', "'''", '```', '"', '`']

function fileMarks({ text }: ChangedText): string[] {
  const found = [...text.matchAll(FILE_MARK)].map(([mark]) => mark)
  const lines = new Set(text.split('\n').map((line) => line.trim()))
  const opened = new Set<string>()
  for (const [, name] of text.matchAll(HEREDOC)) {
    opened.add(name!)
    if (!lines.has(name!)) found.push(`<<${name}`)
  }
  for (const line of lines) if (/^[A-Z][A-Z_]{2,}$/.test(line) && !opened.has(line)) found.push(line)
  return found
}

const BRACKETS: readonly (readonly [string, string])[] = [
  ['{', '}'],
  ['[', ']'],
  ['(', ')'],
  ['/*', '*/'],
]
/** Formats in which brackets open nothing, or only the first two. */
const LOOSE = /\.(?:md|mdx|markdown|txt|env|ini|cfg|conf|properties)$/i
const YAML = /\.(?:ya?ml|template|cfn)$/i

/** Brackets that are open behind the changed lines, and whether a string is. */
function balanceOf(path: string, texts: readonly ChangedText[]): string {
  const text = texts.map((changed) => changed.text).join('')
  const brackets = LOOSE.test(path) ? [] : YAML.test(path) ? BRACKETS.slice(0, 2) : BRACKETS
  const open = brackets.map(([opening, closing]) => occurrences(text, opening) - occurrences(text, closing))
  return [...open, ...FENCES.map((fence) => occurrences(text, fence) % 2)].join()
}

function occurrences(text: string, part: string): number {
  let count = 0
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) count++
  return count
}

/** What makes settings and scripts of the lines in it. */
const BLOCK_MARK =
  /user_?data|environment|variables|\benv\b|\btype["']?[ \t]*[:=].*|\b(?:resource|provider|module|data|backend|provisioner|variable|locals|output)[ \t]+"?.*|\bmetadata\b|\b(?:runs?|script|shell|command|commands|entrypoint|args|stringData|data|hosts|tasks|steps|with|fn|function|new)\b/i

/** Marks on lines whose block is not within the changed lines. */
function blockMarks({ text, next }: ChangedText): string[] {
  if (!BLOCK_MARK.test(text)) return []
  const found: string[] = []
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  let least = Number.POSITIVE_INFINITY
  for (const [index, line] of lines.entries()) {
    const indent = indentOf(line)
    const isInside = indent > least
    least = Math.min(least, indent)
    const mark = isInside ? undefined : BLOCK_MARK.exec(line)?.[0]
    if (mark === undefined) continue
    const follower = lines[index + 1]
    const isWhole = follower !== undefined && indentOf(follower) > indent && indentOf(next) <= indent
    if (!isWhole) found.push(mark)
  }
  return found
}

function indentOf(line: string): number {
  return line.search(/\S|$/)
}
