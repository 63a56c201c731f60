import type { Expression, Mistake } from './syntax.ts'

/** Where the parser stands. It only ever moves forward, but for the space before a line, so that it stays linear. */
export interface Scanner {
  readonly text: string
  at: number
  /** Nothing at or after this offset is read: the end of the text, or of the heredoc at hand. */
  end: number
  /** A line break ends an expression; not so inside parentheses, brackets and interpolations. */
  lineEnds: boolean
  depth: number
  /** The file is known to be broken: indentation tells which brace is missing or too many. */
  readonly recovering: boolean
  readonly mistakes: Mistake[]
  mistakeCount: number
  /** With more mistakes than these the reading is given up. */
  readonly mostMistakes: number
  /** Lines that could end a heredoc, by their word; made when the first heredoc is met. */
  terminators: Map<string, number[]> | undefined
  /** The next end of a block comment, remembered so that many openings do not each search the whole text. */
  commentEnd: number
  /** The line that was last asked for its indentation. */
  readonly line: { start: number; end: number }
}

export type ParseExpression = (scanner: Scanner) => Expression

/** Deeper than anybody writes, and shallow enough for the stack. */
export const DEEPEST = 150
const MOST_MISTAKES = 100

export function newScanner(text: string, recovering = false, mostMistakes: number = Number.POSITIVE_INFINITY): Scanner {
  return {
    text,
    at: text.charCodeAt(0) === 0xfeff ? 1 : 0,
    end: text.length,
    lineEnds: true,
    depth: 0,
    recovering,
    mistakes: [],
    mistakeCount: 0,
    mostMistakes,
    terminators: undefined,
    commentEnd: -1,
    line: { start: 0, end: 0 },
  }
}

export function mistake(scanner: Scanner, message: string, at: number = scanner.at): void {
  if (scanner.mistakes.at(-1)?.at === at) return
  scanner.mistakeCount++
  if (scanner.mistakeCount > scanner.mostMistakes) scanner.end = 0
  if (scanner.mistakes.length < MOST_MISTAKES) scanner.mistakes.push({ at, message })
}

/** The character code at the scanner, or at `ahead` from it; -1 at the end. */
export function peek(scanner: Scanner, ahead = 0): number {
  const at = scanner.at + ahead
  return at < scanner.end ? scanner.text.charCodeAt(at) : -1
}

/** Skips blanks and comments, and line breaks too unless they end the expression. */
export function skipSpace(scanner: Scanner): void {
  const { text, end } = scanner
  let at = scanner.at
  while (at < end) {
    const code = text.charCodeAt(at)
    if (code === SPACE || code === TAB || code === CARRIAGE_RETURN) at++
    else if (code === NEWLINE) {
      if (scanner.lineEnds) break
      at++
    } else if (code === HASH || (code === SLASH && text.charCodeAt(at + 1) === SLASH)) {
      const newline = text.indexOf('\n', at)
      at = newline === -1 || newline > end ? end : newline
    } else if (code === SLASH && text.charCodeAt(at + 1) === STAR) at = commentEndAfter(scanner, at + 2)
    else if (code === 0xa0 || code === 0xfeff) at++
    else break
  }
  scanner.at = at
}

/** As `skipSpace`, and over line breaks in any case. */
export function skipLines(scanner: Scanner): void {
  const { lineEnds } = scanner
  scanner.lineEnds = false
  skipSpace(scanner)
  scanner.lineEnds = lineEnds
}

function commentEndAfter(scanner: Scanner, from: number): number {
  if (scanner.commentEnd < from) {
    const found = scanner.text.indexOf('*/', from)
    scanner.commentEnd = found === -1 ? Number.POSITIVE_INFINITY : found
  }
  if (scanner.commentEnd + 2 <= scanner.end) return scanner.commentEnd + 2
  mistake(scanner, 'comment is not closed', from - 2)
  return scanner.end
}

/** To the end of the line, not over it. */
export function skipLine(scanner: Scanner): void {
  const newline = scanner.text.indexOf('\n', scanner.at)
  scanner.at = newline === -1 || newline > scanner.end ? scanner.end : newline
}

/**
 * Over everything up to the bracket that closes the level at hand (not over it), or to the end. What is skipped is
 * not understood, so quotes are taken roughly.
 */
export function skipBalanced(scanner: Scanner): void {
  const { text, end } = scanner
  let open = 0
  let at = scanner.at
  for (; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === OPEN_BRACE || code === OPEN_BRACKET || code === OPEN_PAREN) open++
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET || code === CLOSE_PAREN) {
      if (open-- === 0) break
    } else if (code === QUOTE) {
      for (at++; at < end && text.charCodeAt(at) !== QUOTE && text.charCodeAt(at) !== NEWLINE; at++) {
        if (text.charCodeAt(at) === BACKSLASH) at++
      }
    }
  }
  scanner.at = Math.min(at, end)
}

/** The identifier at the scanner, which moves past it; empty when there is none. */
export function identifier(scanner: Scanner): string {
  const { text, at } = scanner
  if (!isNameStart(peek(scanner))) return ''
  scanner.at = nameEnd(scanner, at)
  return text.slice(at, scanner.at)
}

/** The names after `for`, one or two. */
export function loopNames(scanner: Scanner): string[] {
  const names = [identifier(scanner)]
  skipSpace(scanner)
  if (peek(scanner) !== COMMA) return names
  scanner.at++
  skipSpace(scanner)
  names.push(identifier(scanner))
  skipSpace(scanner)
  return names
}

export function nameEnd(scanner: Scanner, from: number): number {
  let at = from
  while (at < scanner.end && isNamePart(scanner.text.charCodeAt(at))) at++
  return at
}

export function isNameStart(code: number): boolean {
  return code < 128 ? code >= 0 && CLASSES[code] === NAME : isLetterBeyondAscii(code)
}

export function isNamePart(code: number): boolean {
  return code < 128 ? code >= 0 && CLASSES[code]! > 0 : isLetterBeyondAscii(code)
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isLetterBeyondAscii(code: number): boolean {
  return code !== 0xa0 && code !== 0xfeff && code !== 0x2028 && code !== 0x2029
}

/** The number of blanks before the first thing on the line of `at`. */
export function indentation(scanner: Scanner, at: number): number {
  const { text, line } = scanner
  if (at < line.start) line.start = line.end = text.lastIndexOf('\n', at - 1) + 1
  // Lines are found going forward, so that one endless line is not searched again for every brace in it.
  for (let newline = line.end; newline <= at; ) {
    newline = text.indexOf('\n', line.end)
    if (newline === -1) newline = text.length
    line.end = newline
    if (newline >= at) break
    line.start = line.end = newline + 1
  }
  let first = line.start
  while (first < at && isBlank(text.charCodeAt(first))) first++
  return first - line.start
}

/** Is there nothing but blanks before `at` on its line? */
export function isFirstOnLine(scanner: Scanner, at: number = scanner.at): boolean {
  let before = at - 1
  while (before >= 0 && isBlank(scanner.text.charCodeAt(before))) before--
  return before < 0 || scanner.text.charCodeAt(before) === NEWLINE || scanner.text.charCodeAt(before) === 0xfeff
}

/** Back over blanks and line breaks to the end of the line before, so that an enclosing part sees that a line ended. */
export function backToLineEnd(scanner: Scanner): void {
  let before = scanner.at - 1
  while (before >= 0 && isBlank(scanner.text.charCodeAt(before))) before--
  if (before >= 0 && scanner.text.charCodeAt(before) === NEWLINE) scanner.at = before
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB || code === CARRIAGE_RETURN
}

export const TAB = 9
export const NEWLINE = 10
export const CARRIAGE_RETURN = 13
export const SPACE = 32
export const BANG = 33
export const QUOTE = 34
export const HASH = 35
export const DOLLAR = 36
export const PERCENT = 37
export const AMPERSAND = 38
export const OPEN_PAREN = 40
export const CLOSE_PAREN = 41
export const STAR = 42
export const PLUS = 43
export const COMMA = 44
export const MINUS = 45
export const DOT = 46
export const SLASH = 47
export const COLON = 58
export const LESS = 60
export const EQUALS = 61
export const GREATER = 62
export const QUESTION = 63
export const OPEN_BRACKET = 91
export const BACKSLASH = 92
export const CLOSE_BRACKET = 93
export const OPEN_BRACE = 123
export const BAR = 124
export const CLOSE_BRACE = 125
export const TILDE = 126

const NAME = 2
const CLASSES = new Uint8Array(128)
for (let code = 48; code <= 57; code++) CLASSES[code] = 1
for (let code = 65; code <= 90; code++) CLASSES[code] = CLASSES[code + 32] = NAME
CLASSES[95] = NAME
CLASSES[MINUS] = 1
