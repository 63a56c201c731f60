import {
  BAR,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  EQUALS,
  GREATER,
  isFirstOnLine,
  isNameStart,
  LESS,
  mistake,
  nameEnd,
  peek,
  type Scanner,
  skipLine,
} from './scanner.ts'

/** What one list, object or body holds at most; the rest of it is skipped. */
export const MOST_ITEMS = 100_000

/** A bracket that closes something else. */
export function isForeignCloser(code: number): boolean {
  return code === CLOSE_BRACE || code === CLOSE_BRACKET || code === CLOSE_PAREN
}

/** `name =` or a block header at the start of a line: what stood open before it was never closed. */
export function beginsStatement(scanner: Scanner): boolean {
  if (!isNameStart(peek(scanner)) || !isFirstOnLine(scanner)) return false
  const { text, end } = scanner
  let at = nameEnd(scanner, scanner.at)
  while (at < end && text[at] === ' ') at++
  if (text[at] === '=') return text[at + 1] !== '=' && text[at + 1] !== '>'
  return isBlockHeader(scanner)
}

const BLOCK_HEADER =
  /(?:resource|data|ephemeral)[ \t]+"[^"\n]{1,200}"[ \t]+"[^"\n]{1,200}"[ \t]*\{|(?:module|variable|output|provider|check|run)[ \t]+"[^"\n]{1,200}"[ \t]*\{|(?:locals|terraform|moved|import|removed)[ \t]*\{/y

/** A block of Terraform's outermost level begins here. */
export function isBlockHeader(scanner: Scanner): boolean {
  BLOCK_HEADER.lastIndex = scanner.at
  return BLOCK_HEADER.test(scanner.text)
}

/** A line of a merge conflict; it is skipped, and a mistake. */
export function isConflictMarker(scanner: Scanner): boolean {
  const code = peek(scanner)
  if (code !== LESS && code !== GREATER && code !== EQUALS && code !== BAR) return false
  for (let ahead = 1; ahead < 7; ahead++) if (peek(scanner, ahead) !== code) return false
  if (!isFirstOnLine(scanner)) return false
  mistake(scanner, 'merge conflict marker')
  skipLine(scanner)
  return true
}
