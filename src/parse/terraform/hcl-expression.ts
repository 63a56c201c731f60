import {
  AMPERSAND,
  BANG,
  BAR,
  backToLineEnd,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  COMMA,
  DEEPEST,
  DOT,
  EQUALS,
  GREATER,
  identifier,
  indentation,
  isDigit,
  isFirstOnLine,
  isNamePart,
  isNameStart,
  LESS,
  MINUS,
  mistake,
  NEWLINE,
  nameEnd,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  PERCENT,
  PLUS,
  peek,
  QUESTION,
  QUOTE,
  type Scanner,
  SLASH,
  STAR,
  skipBalanced,
  skipLine,
  skipLines,
  skipSpace,
} from './hcl-scan.ts'
import { heredoc, isHeredoc, quotedTemplate } from './hcl-template.ts'
import type { Expression, ForExpression, ObjectItem } from './syntax.ts'

/** An expression, the scanner standing at it or at space before it; it ends after it, before any space. */
export function expression(scanner: Scanner): Expression {
  skipSpace(scanner)
  if (scanner.depth >= DEEPEST) return tooDeep(scanner)
  scanner.depth++
  const condition = binary(scanner, 0)
  let result = condition
  const { at } = scanner
  skipSpace(scanner)
  if (peek(scanner) === QUESTION) {
    scanner.at++
    const yes = expression(scanner)
    skipSpace(scanner)
    if (peek(scanner) === COLON) {
      scanner.at++
      const no = expression(scanner)
      result = { kind: 'conditional', condition, yes, no, start: condition.start, end: no.end }
    } else {
      mistake(scanner, 'conditional without ":"')
      const no = invalidAt(yes.end)
      result = { kind: 'conditional', condition, yes, no, start: condition.start, end: yes.end }
    }
  } else scanner.at = at
  scanner.depth--
  return result
}

function tooDeep(scanner: Scanner): Expression {
  const start = scanner.at
  mistake(scanner, 'nested too deep')
  skipBalanced(scanner)
  return { kind: 'invalid', start, end: scanner.at }
}

function invalidAt(at: number): Expression {
  return { kind: 'invalid', start: at, end: at }
}

/** Longer chains of operators or attributes than anybody writes would overflow the stack when evaluated. */
const LONGEST_CHAIN = 400

function binary(scanner: Scanner, weakest: number): Expression {
  let left = unary(scanner)
  for (let links = 0; ; links++) {
    const { at } = scanner
    skipSpace(scanner)
    const operator = operatorAt(scanner)
    const strength = STRENGTH[operator] ?? 0
    if (strength <= weakest) {
      scanner.at = at
      return left
    }
    scanner.at += operator.length
    skipSpace(scanner)
    if (links >= LONGEST_CHAIN) {
      mistake(scanner, 'too many operators in a row')
      skipBalanced(scanner)
      return left
    }
    const right = binary(scanner, strength)
    left = { kind: 'binary', operator, left, right, start: left.start, end: right.end }
  }
}

const STRENGTH: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
}

function operatorAt(scanner: Scanner): string {
  const next = peek(scanner, 1)
  switch (peek(scanner)) {
    case BAR:
      return next === BAR ? '||' : ''
    case AMPERSAND:
      return next === AMPERSAND ? '&&' : ''
    case EQUALS:
      return next === EQUALS ? '==' : ''
    case BANG:
      return next === EQUALS ? '!=' : ''
    case LESS:
      return next === EQUALS ? '<=' : next === LESS ? '' : '<'
    case GREATER:
      return next === EQUALS ? '>=' : '>'
    case PLUS:
      return '+'
    case MINUS:
      return '-'
    case STAR:
      return '*'
    case SLASH:
      return '/'
    case PERCENT:
      return next === OPEN_BRACE ? '' : '%'
    default:
      return ''
  }
}

function unary(scanner: Scanner): Expression {
  const starts: number[] = []
  for (let code = peek(scanner); code === MINUS || code === BANG; code = peek(scanner)) {
    if (starts.length < LONGEST_CHAIN) starts.push(scanner.at)
    scanner.at++
    skipSpace(scanner)
  }
  let result = postfix(scanner)
  for (const start of starts.reverse()) {
    result = { kind: 'unary', operator: scanner.text[start]!, of: result, start, end: result.end }
  }
  return result
}

function postfix(scanner: Scanner): Expression {
  const head = primary(scanner)
  return head.kind === 'invalid' ? head : traversal(scanner, head, false)
}

/** `.name`, `.0`, `[key]`, `.*`, `[*]` after `head`; `attributesOnly` for what follows `.*`. */
function traversal(scanner: Scanner, head: Expression, attributesOnly: boolean): Expression {
  let result = head
  const { start } = head
  for (let links = 0; links < LONGEST_CHAIN; links++) {
    const { at } = scanner
    skipSpace(scanner)
    const code = peek(scanner)
    const next = peek(scanner, 1)
    if (code === DOT && isNameStart(next)) {
      scanner.at++
      const name = identifier(scanner)
      result = { kind: 'get', of: result, name, start, end: scanner.at }
    } else if (code === DOT && isDigit(next) && !attributesOnly) {
      scanner.at++
      const key = legacyIndex(scanner)
      result = { kind: 'index', of: result, key, start, end: scanner.at }
    } else if (code === DOT && next === STAR && !attributesOnly) {
      scanner.at += 2
      const each = eachOf(scanner, true)
      result = { kind: 'splat', of: result, each, start, end: scanner.at }
    } else if (code === OPEN_BRACKET && !attributesOnly) {
      scanner.at++
      const { lineEnds } = scanner
      scanner.lineEnds = false
      skipSpace(scanner)
      const isSplat = peek(scanner) === STAR
      let key: Expression | undefined
      if (isSplat) scanner.at++
      else key = expression(scanner)
      skipSpace(scanner)
      if (peek(scanner) === CLOSE_BRACKET) scanner.at++
      else {
        mistake(scanner, 'index is not closed')
        backToLineEnd(scanner)
      }
      scanner.lineEnds = lineEnds
      const end = scanner.at
      if (key) result = { kind: 'index', of: result, key, start, end }
      else {
        const each = eachOf(scanner, false)
        result = { kind: 'splat', of: result, each, start, end: scanner.at }
        // What follows belongs to each element.
        return result
      }
    } else {
      // After `.*`, an index belongs to the list that comes out of it.
      const leave = attributesOnly && (isDigit(next) || next === STAR)
      if (code === DOT && next !== DOT && !leave) {
        mistake(scanner, 'attribute name missing after "."')
        scanner.at++
      } else scanner.at = at
      return result
    }
  }
  mistake(scanner, 'too many attributes in a row')
  skipBalanced(scanner)
  return result
}

/** What follows a splat: it belongs to each element. */
function eachOf(scanner: Scanner, attributesOnly: boolean): Expression {
  const it: Expression = { kind: 'it', start: scanner.at, end: scanner.at }
  if (scanner.depth >= DEEPEST) {
    mistake(scanner, 'too many splats in a row')
    skipBalanced(scanner)
    return it
  }
  scanner.depth++
  const each = traversal(scanner, it, attributesOnly)
  scanner.depth--
  return each
}

function legacyIndex(scanner: Scanner): Expression {
  const start = scanner.at
  while (isDigit(peek(scanner))) scanner.at++
  return { kind: 'number', value: Number(scanner.text.slice(start, scanner.at)), start, end: scanner.at }
}

function primary(scanner: Scanner): Expression {
  const start = scanner.at
  const code = peek(scanner)
  if (code === QUOTE) return quotedTemplate(scanner, expression)
  if (isNameStart(code)) return nameOrCall(scanner)
  if (code === OPEN_BRACKET) return tuple(scanner)
  if (code === OPEN_BRACE) return object(scanner)
  if (code === OPEN_PAREN) return parenthesised(scanner)
  if (isDigit(code)) return number(scanner)
  if (isHeredoc(scanner)) {
    const { lineEnds } = scanner
    scanner.lineEnds = false
    const found = heredoc(scanner, expression)
    scanner.lineEnds = lineEnds
    return found ?? { kind: 'invalid', start, end: scanner.at }
  }
  mistake(scanner, 'value missing')
  return invalidAt(start)
}

function number(scanner: Scanner): Expression {
  const start = scanner.at
  while (isDigit(peek(scanner))) scanner.at++
  if (peek(scanner) === DOT && isDigit(peek(scanner, 1))) {
    scanner.at++
    while (isDigit(peek(scanner))) scanner.at++
  }
  if ((peek(scanner) | 32) === 101) {
    const sign = peek(scanner, 1) === PLUS || peek(scanner, 1) === MINUS ? 1 : 0
    if (isDigit(peek(scanner, 1 + sign))) {
      scanner.at += 1 + sign
      while (isDigit(peek(scanner))) scanner.at++
    }
  }
  return { kind: 'number', value: Number(scanner.text.slice(start, scanner.at)), start, end: scanner.at }
}

function nameOrCall(scanner: Scanner): Expression {
  const start = scanner.at
  let name = identifier(scanner)
  if (name === 'true' || name === 'false') return { kind: 'boolean', value: name === 'true', start, end: scanner.at }
  if (name === 'null') return { kind: 'null', start, end: scanner.at }
  while (peek(scanner) === COLON && peek(scanner, 1) === COLON && isNameStart(peek(scanner, 2))) {
    scanner.at += 2
    name += `::${identifier(scanner)}`
  }
  const { at } = scanner
  skipSpace(scanner)
  if (peek(scanner) === OPEN_PAREN) return call(scanner, name, start)
  scanner.at = at
  return { kind: 'name', name, start, end: at }
}

function call(scanner: Scanner, name: string, start: number): Expression {
  scanner.at++
  const { lineEnds } = scanner
  scanner.lineEnds = false
  const list = items(scanner, CLOSE_PAREN, start)
  scanner.lineEnds = lineEnds
  return { kind: 'call', name, items: list.items, expand: list.expand, start, end: scanner.at }
}

function tuple(scanner: Scanner): Expression {
  const start = scanner.at++
  const { lineEnds } = scanner
  scanner.lineEnds = false
  skipSpace(scanner)
  const result: Expression = isFor(scanner)
    ? forExpression(scanner, start, CLOSE_BRACKET)
    : { kind: 'tuple', items: items(scanner, CLOSE_BRACKET, start).items, start, end: scanner.at }
  scanner.lineEnds = lineEnds
  return result
}

/** What one list, object or body holds at most; the rest of it is skipped. */
export const MOST_ITEMS = 100_000

/** Items up to `close`, which is consumed when it is there. */
function items(scanner: Scanner, close: number, start: number): { items: Expression[]; expand: boolean } {
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

function isForeignCloser(code: number): boolean {
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

function parenthesised(scanner: Scanner): Expression {
  const start = scanner.at++
  const { lineEnds } = scanner
  scanner.lineEnds = false
  const inner = expression(scanner)
  skipSpace(scanner)
  if (peek(scanner) === CLOSE_PAREN) scanner.at++
  else {
    mistake(scanner, '"(" is not closed', start)
    backToLineEnd(scanner)
  }
  scanner.lineEnds = lineEnds
  return { kind: 'group', of: inner, start, end: scanner.at }
}

function object(scanner: Scanner): Expression {
  const start = scanner.at++
  const { lineEnds } = scanner
  scanner.lineEnds = false
  skipSpace(scanner)
  if (isFor(scanner)) {
    const result = forExpression(scanner, start, CLOSE_BRACE)
    scanner.lineEnds = lineEnds
    return result
  }
  scanner.lineEnds = true
  const found = objectItems(scanner, start)
  scanner.lineEnds = lineEnds
  return { kind: 'object', items: found, start, end: scanner.at }
}

function objectItems(scanner: Scanner, start: number): ObjectItem[] {
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
    } else if (!isConflictMarker(scanner)) objectItem(scanner, found)
  }
}

function objectItem(scanner: Scanner, found: ObjectItem[]): void {
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
function forExpression(scanner: Scanner, start: number, close: number): Expression {
  scanner.at += 3
  skipSpace(scanner)
  const names = [identifier(scanner)]
  skipSpace(scanner)
  if (peek(scanner) === COMMA) {
    scanner.at++
    skipSpace(scanner)
    names.push(identifier(scanner))
    skipSpace(scanner)
  }
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
