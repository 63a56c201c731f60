import { items, object, tuple } from './collections.ts'
import { heredoc, isHeredoc, quotedTemplate } from './quoted-template.ts'
import {
  AMPERSAND,
  BANG,
  BAR,
  backToLineEnd,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  DEEPEST,
  DOT,
  EQUALS,
  GREATER,
  identifier,
  isDigit,
  isNameStart,
  LESS,
  MINUS,
  mistake,
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
  skipSpace,
} from './scanner.ts'
import type { Expression } from './syntax.ts'

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
  if (code === OPEN_BRACKET) return tuple(scanner, expression)
  if (code === OPEN_BRACE) return object(scanner, expression)
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
  const list = items(scanner, expression, CLOSE_PAREN, start)
  scanner.lineEnds = lineEnds
  return { kind: 'call', name, items: list.items, expand: list.expand, start, end: scanner.at }
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
