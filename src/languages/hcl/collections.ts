import { beginsStatement, isBlockHeader, isConflictMarker, isForeignCloser, MOST_ITEMS } from './recovery.ts'
import {
  backToLineEnd,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  COMMA,
  DOT,
  EQUALS,
  GREATER,
  identifier,
  indentation,
  isFirstOnLine,
  isNamePart,
  loopNames,
  mistake,
  NEWLINE,
  OPEN_PAREN,
  type ParseExpression,
  peek,
  type Scanner,
  skipBalanced,
  skipLines,
  skipSpace,
} from './scanner.ts'
import type { Expression, ForExpression, ObjectItem } from './syntax.ts'

/** A list or a `for` over one; the scanner stands at `[`. */
export function tuple(scanner: Scanner, expression: ParseExpression): Expression {
  const start = scanner.at++
  const { lineEnds } = scanner
  scanner.lineEnds = false
  skipSpace(scanner)
  const result: Expression = isFor(scanner)
    ? forExpression(scanner, expression, start, CLOSE_BRACKET)
    : { kind: 'tuple', items: items(scanner, expression, CLOSE_BRACKET, start).items, start, end: scanner.at }
  scanner.lineEnds = lineEnds
  return result
}

/** Items up to `close`, which is consumed when it is there. */
export function items(
  scanner: Scanner,
  expression: ParseExpression,
  close: number,
  start: number,
): { items: Expression[]; expand: boolean } {
  const found: Expression[] = []
  let expand = false
  for (;;) {
    skipSpace(scanner)
    const code = peek(scanner)
    if (code === close) {
      scanner.at++
      return { items: found, expand }
    }
    if (found.length >= MOST_ITEMS) {
      mistake(scanner, 'too many items')
      skipBalanced(scanner)
      if (peek(scanner) === close) scanner.at++
      return { items: found, expand }
    }
    if (code === -1 || isForeignCloser(code) || beginsStatement(scanner)) {
      mistake(scanner, close === CLOSE_PAREN ? '"(" is not closed' : '"[" is not closed', start)
      backToLineEnd(scanner)
      return { items: found, expand }
    }
    const before = scanner.at
    if (!isConflictMarker(scanner)) found.push(expression(scanner))
    skipSpace(scanner)
    if (peek(scanner) === DOT && peek(scanner, 1) === DOT && peek(scanner, 2) === DOT) {
      expand = true
      scanner.at += 3
      skipSpace(scanner)
    }
    if (peek(scanner) === COMMA) scanner.at++
    else if (peek(scanner) !== close && !isForeignCloser(peek(scanner)) && !beginsStatement(scanner)) {
      mistake(scanner, '"," missing')
      if (scanner.at === before) scanner.at++
    }
  }
}

/** An object or a `for` that makes one; the scanner stands at `{`. */
export function object(scanner: Scanner, expression: ParseExpression): Expression {
  const start = scanner.at++
  const { lineEnds } = scanner
  scanner.lineEnds = false
  skipSpace(scanner)
  if (isFor(scanner)) {
    const result = forExpression(scanner, expression, start, CLOSE_BRACE)
    scanner.lineEnds = lineEnds
    return result
  }
  scanner.lineEnds = true
  const found = objectItems(scanner, expression, start)
  scanner.lineEnds = lineEnds
  return { kind: 'object', items: found, start, end: scanner.at }
}

function objectItems(scanner: Scanner, expression: ParseExpression, start: number): ObjectItem[] {
  const found: ObjectItem[] = []
  const margin = scanner.recovering ? indentation(scanner, start) : -1
  for (;;) {
    skipLines(scanner)
    while (peek(scanner) === COMMA) {
      scanner.at++
      skipLines(scanner)
    }
    const code = peek(scanner)
    const outdented = scanner.recovering && isFirstOnLine(scanner) && indentation(scanner, scanner.at) <= margin
    if (code === CLOSE_BRACE) {
      if (scanner.recovering && isFirstOnLine(scanner) && indentation(scanner, scanner.at) < margin) {
        mistake(scanner, '"{" is not closed', start)
        backToLineEnd(scanner)
        return found
      }
      scanner.at++
      return found
    }
    if (code === -1 || code === CLOSE_BRACKET || code === CLOSE_PAREN || outdented || isBlockHeader(scanner)) {
      mistake(scanner, '"{" is not closed', start)
      backToLineEnd(scanner)
      return found
    }
    if (found.length >= MOST_ITEMS) {
      mistake(scanner, 'too many items')
      skipBalanced(scanner)
    } else if (!isConflictMarker(scanner)) objectItem(scanner, expression, found)
  }
}

function objectItem(scanner: Scanner, expression: ParseExpression, found: ObjectItem[]): void {
  const before = scanner.at
  const computed = peek(scanner) === OPEN_PAREN
  const key = expression(scanner)
  skipSpace(scanner)
  if ((peek(scanner) === EQUALS && peek(scanner, 1) !== EQUALS) || peek(scanner) === COLON) {
    scanner.at++
    found.push({ key, computed, value: expression(scanner) })
    skipSpace(scanner)
    const code = peek(scanner)
    if (code === COMMA || code === NEWLINE || code === CLOSE_BRACE || code === -1) return
    mistake(scanner, 'line break or "," missing')
  } else mistake(scanner, '"=" missing')
  skipRest(scanner)
  if (scanner.at === before) scanner.at++
}

/** To the end of the line or of the item, whichever comes first. */
function skipRest(scanner: Scanner): void {
  for (let code = peek(scanner); code !== -1 && code !== NEWLINE && code !== COMMA; code = peek(scanner)) {
    if (isForeignCloser(code)) break
    scanner.at++
  }
}

function isFor(scanner: Scanner): boolean {
  const { text, at } = scanner
  return text.startsWith('for', at) && !isNamePart(peek(scanner, 3)) && /[\s/]/.test(text[at + 3] ?? '')
    ? !/^for\s*[=:]/.test(text.slice(at, at + 20))
    : false
}

/** The scanner stands at `for`; `start` is the bracket before it. */
function forExpression(scanner: Scanner, expression: ParseExpression, start: number, close: number): Expression {
  scanner.at += 3
  skipSpace(scanner)
  const names = loopNames(scanner)
  if (identifier(scanner) !== 'in') mistake(scanner, '"for" without "in"')
  const collection = expression(scanner)
  skipSpace(scanner)
  if (peek(scanner) === COLON) scanner.at++
  else mistake(scanner, '"for" without ":"')
  let value = expression(scanner)
  let key: Expression | undefined
  skipSpace(scanner)
  if (peek(scanner) === EQUALS && peek(scanner, 1) === GREATER) {
    scanner.at += 2
    key = value
    value = expression(scanner)
    skipSpace(scanner)
  }
  const group = peek(scanner) === DOT && peek(scanner, 1) === DOT && peek(scanner, 2) === DOT
  if (group) scanner.at += 3
  skipSpace(scanner)
  let condition: Expression | undefined
  if (scanner.text.startsWith('if', scanner.at) && !isNamePart(peek(scanner, 2))) {
    scanner.at += 2
    condition = expression(scanner)
    skipSpace(scanner)
  }
  if (peek(scanner) === close) scanner.at++
  else {
    mistake(scanner, '"for" expression is not closed', start)
    backToLineEnd(scanner)
  }
  const found: ForExpression = {
    kind: 'for',
    ...(names.length > 1 && { keyName: names[0] }),
    valueName: names.at(-1)!,
    collection,
    ...(key && { key }),
    value,
    ...(condition && { condition }),
    group,
  }
  return { ...found, start, end: scanner.at }
}
