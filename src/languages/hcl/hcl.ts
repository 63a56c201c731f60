import { expression } from './expression.ts'
import { bareTemplate, quotedTemplate } from './quoted-template.ts'
import { beginsStatement, isBlockHeader, isConflictMarker, MOST_ITEMS } from './recovery.ts'
import {
  backToLineEnd,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  COMMA,
  DEEPEST,
  EQUALS,
  identifier,
  indentation,
  isFirstOnLine,
  isNameStart,
  mistake,
  NEWLINE,
  newScanner,
  OPEN_BRACE,
  peek,
  QUOTE,
  type Scanner,
  SPACE,
  skipBalanced,
  skipLine,
  skipLines,
  skipSpace,
} from './scanner.ts'
import type { Attribute, Block, Body, Expression, Label, Mistake } from './syntax.ts'

export interface ParsedHcl {
  readonly body: Body
  /** Where the text was not HCL and what was made of it all the same; the first hundred. */
  readonly mistakes: readonly Mistake[]
  readonly mistakeCount: number
}

/**
 * Reads HCL (Terraform, OpenTofu, Terragrunt, tfvars) in time linear in its length, with the offsets of everything.
 * Never throws: a broken file gives what can be read of it. The first reading takes the text at its word; when that
 * meets mistakes, a second one lets indentation tell which brace is missing, and the better of both counts.
 */
export function parseHcl(text: string): ParsedHcl {
  const plain = readFile(newScanner(text))
  if (plain.mistakeCount === 0) return plain
  const recovered = readFile(newScanner(text, true, plain.mistakeCount))
  return recovered.mistakeCount <= plain.mistakeCount ? recovered : plain
}

/** A whole text as a template, as `templatefile` reads it. */
export function parseTemplate(text: string): { readonly template: Expression; readonly mistakes: readonly Mistake[] } {
  const scanner = newScanner(text)
  const template = bareTemplate(scanner, expression)
  return { template, mistakes: scanner.mistakes }
}

function readFile(scanner: Scanner): ParsedHcl {
  const body = bodyOf(scanner, undefined)
  return { body, mistakes: scanner.mistakes, mistakeCount: scanner.mistakeCount }
}

/** Everything up to the closing brace, which is consumed. `header` is where the block began; none for a file. */
function bodyOf(scanner: Scanner, header: number | undefined): Body {
  const attributes: Attribute[] = []
  const blocks: Block[] = []
  const start = scanner.at
  const margin = header === undefined || !scanner.recovering ? -1 : indentation(scanner, header)
  const finish = (): Body => ({ attributes, blocks, start, end: scanner.at })
  const unclosed = (): Body => {
    mistake(scanner, 'block is not closed', header)
    backToLineEnd(scanner)
    return finish()
  }
  for (;;) {
    skipLines(scanner)
    const code = peek(scanner)
    if (code === -1) return header === undefined ? finish() : unclosed()
    const indent = scanner.recovering && isFirstOnLine(scanner) ? indentation(scanner, scanner.at) : undefined
    if (code === CLOSE_BRACE) {
      if (header !== undefined && (indent === undefined || indent === margin)) {
        scanner.at++
        return finish()
      }
      if (header !== undefined && indent! < margin) return unclosed()
      mistake(scanner, '"}" closes nothing')
      scanner.at++
      continue
    }
    if (attributes.length + blocks.length >= MOST_ITEMS) {
      mistake(scanner, 'too many arguments and blocks')
      skipBalanced(scanner)
      if (header === undefined) scanner.at = scanner.end
      else if (peek(scanner) === CLOSE_BRACKET || peek(scanner) === CLOSE_PAREN) scanner.at++
      continue
    }
    if (header !== undefined && isFirstOnLine(scanner)) {
      if (indent !== undefined && indent <= margin && isNameStart(code)) return unclosed()
      if (isBlockHeader(scanner) && isAtColumnOne(scanner)) return unclosed()
    }
    if (isNameStart(code) || code === QUOTE) statement(scanner, attributes, blocks)
    else if (!isConflictMarker(scanner)) {
      mistake(scanner, 'neither an argument nor a block')
      scanner.at++
      skipLine(scanner)
    }
  }
}

function isAtColumnOne(scanner: Scanner): boolean {
  return scanner.at === 0 || scanner.text.charCodeAt(scanner.at - 1) === NEWLINE
}

/** Blocks of providers have three at most. */
const MOST_LABELS = 20

function statement(scanner: Scanner, attributes: Attribute[], blocks: Block[]): void {
  const start = scanner.at
  const name = nameAt(scanner)
  const nameEnd = scanner.at
  skipSpace(scanner)
  const code = peek(scanner)
  if (code === EQUALS || code === COLON) {
    if (code === COLON || peek(scanner, 1) === EQUALS) mistake(scanner, '"=" missing')
    scanner.at++
    scanner.lineEnds = true
    const value = expression(scanner)
    attributes.push({ name, start, nameEnd, value, end: Math.max(value.end, nameEnd) })
    endOfStatement(scanner)
    return
  }
  const labels: Label[] = []
  let headerEnd = nameEnd
  while ((isNameStart(peek(scanner)) || peek(scanner) === QUOTE) && labels.length < MOST_LABELS) {
    const labelStart = scanner.at
    const value = scanner.recovering ? brokenLabel(scanner) : nameAt(scanner)
    labels.push({ value, start: labelStart, end: scanner.at })
    headerEnd = scanner.at
    skipSpace(scanner)
  }
  if (peek(scanner) === OPEN_BRACE) scanner.at++
  else {
    mistake(scanner, `"${name}" is neither an argument nor a block`, start)
    if (!isOpenedWithoutBrace(scanner, start)) {
      skipLine(scanner)
      return
    }
  }
  if (scanner.depth >= DEEPEST) {
    mistake(scanner, 'nested too deep')
    skipBalanced(scanner)
    if (peek(scanner) === CLOSE_BRACE) scanner.at++
    return
  }
  scanner.depth++
  const body = bodyOf(scanner, start)
  scanner.depth--
  blocks.push({ type: name, labels, body, start, headerEnd, end: scanner.at })
  endOfStatement(scanner)
}

/** An identifier or a quoted one. */
function nameAt(scanner: Scanner): string {
  if (peek(scanner) !== QUOTE) return identifier(scanner)
  const { at } = scanner
  quotedTemplate(scanner, expression)
  return scanner.text.slice(at + 1, scanner.text.charCodeAt(scanner.at - 1) === QUOTE ? scanner.at - 1 : scanner.at)
}

/** A label that may have lost one of its quotes: it ends at a blank or brace at the latest. */
function brokenLabel(scanner: Scanner): string {
  const quoted = peek(scanner) === QUOTE
  if (quoted) scanner.at++
  const from = scanner.at
  for (let code = peek(scanner); code > SPACE && code !== QUOTE && code !== OPEN_BRACE; code = peek(scanner)) {
    scanner.at++
  }
  const value = scanner.text.slice(from, scanner.at)
  const closed = peek(scanner) === QUOTE
  if (quoted !== closed) mistake(scanner, 'label without one of its quotes', from)
  if (closed) scanner.at++
  return value
}

function endOfStatement(scanner: Scanner): void {
  skipSpace(scanner)
  const code = peek(scanner)
  if (code === NEWLINE || code === CLOSE_BRACE || code === -1) return
  if (beginsStatement(scanner)) return
  mistake(scanner, code === COMMA ? '"," after an argument' : 'line break missing')
  if (code === COMMA) scanner.at++
  else skipLine(scanner)
}

/** The opening brace was lost: the next line is indented deeper than the header. */
function isOpenedWithoutBrace(scanner: Scanner, header: number): boolean {
  if (!scanner.recovering || peek(scanner) !== NEWLINE) return false
  const { at } = scanner
  skipLines(scanner)
  const deeper = peek(scanner) !== -1 && indentation(scanner, scanner.at) > indentation(scanner, header)
  scanner.at = at
  return deeper
}
