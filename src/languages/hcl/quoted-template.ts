import { isInlineBlank, withoutIndent } from './heredoc-indent.ts'
import {
  BACKSLASH,
  backToLineEnd,
  CLOSE_BRACE,
  DEEPEST,
  DOLLAR,
  identifier,
  isNameStart,
  LESS,
  loopNames,
  MINUS,
  mistake,
  NEWLINE,
  OPEN_BRACE,
  type ParseExpression,
  PERCENT,
  peek,
  QUOTE,
  type Scanner,
  skipBalanced,
  skipLine,
  skipSpace,
  TILDE,
} from './scanner.ts'
import type { Escapes, Expression, TemplatePart } from './syntax.ts'

/** A quoted template, the scanner standing at its first quotation mark. Ends at its line when it is not closed. */
export function quotedTemplate(scanner: Scanner, expression: ParseExpression): Expression {
  const start = scanner.at++
  const parts = templateParts(scanner, 'quoted', expression)
  if (peek(scanner) === QUOTE) scanner.at++
  else mistake(scanner, 'string is not closed', start)
  return { kind: 'template', parts, start, end: scanner.at }
}

/** A heredoc, the scanner standing at `<<`. Undefined, and a mistake, when its last line is missing. */
export function heredoc(scanner: Scanner, expression: ParseExpression): Expression | undefined {
  const start = scanner.at
  scanner.at += 2
  const indented = peek(scanner) === MINUS
  if (indented) scanner.at++
  const word = identifier(scanner)
  while (isInlineBlank(peek(scanner))) scanner.at++
  const last = word && peek(scanner) === NEWLINE ? lastLineOf(scanner, word) : undefined
  if (last === undefined) {
    mistake(scanner, word ? `heredoc has no closing line ${word}` : 'heredoc without a name', start)
    skipLine(scanner)
    return undefined
  }
  scanner.at++
  const { end } = scanner
  scanner.end = last
  const parts = templateParts(scanner, 'heredoc', expression)
  scanner.end = end
  scanner.at = last
  while (isInlineBlank(peek(scanner))) scanner.at++
  scanner.at += word.length
  return { kind: 'template', parts: indented ? withoutIndent(parts, scanner.text) : parts, start, end: scanner.at }
}

/** A whole text as a template, as in `templatefile`. */
export function bareTemplate(scanner: Scanner, expression: ParseExpression): Expression {
  const start = scanner.at
  const parts = templateParts(scanner, 'heredoc', expression)
  return { kind: 'template', parts, start, end: scanner.at }
}

/** Where a directive that is still open collects its parts. */
interface Frame {
  readonly start: number
  parts: TemplatePart[]
  readonly close: (end: number) => TemplatePart
  /** For `%{ if }`: switches to the other branch. */
  readonly otherwise?: () => TemplatePart[]
  readonly word: 'endif' | 'endfor'
}

/** Interpolations and directives of one template; what comes after them is taken as text. */
const MOST_SEQUENCES = 20_000

function templateParts(scanner: Scanner, escapes: 'quoted' | 'heredoc', expression: ParseExpression): TemplatePart[] {
  const { text } = scanner
  const root: TemplatePart[] = []
  const frames: Frame[] = []
  let parts = root
  let from = scanner.at
  let escaped = false
  let trimNext = false
  let sequences = 0

  const flush = (trimEnd: boolean): void => {
    let start = from
    let end = scanner.at
    if (trimNext) start = trimmedStart(text, start, end, escapes)
    if (trimEnd) end = trimmedEnd(text, start, end, escapes)
    trimNext = false
    if (end > start) parts.push({ kind: 'text', escapes: escaped ? escapes : 'none', start, end })
    escaped = false
  }

  while (scanner.at < scanner.end) {
    const code = text.charCodeAt(scanner.at)
    if (escapes === 'quoted') {
      if (code === QUOTE || code === NEWLINE) break
      if (code === BACKSLASH) {
        escaped = true
        scanner.at += peek(scanner, 1) === NEWLINE || peek(scanner, 1) === -1 ? 1 : 2
        continue
      }
    }
    if (code !== DOLLAR && code !== PERCENT) {
      scanner.at++
      continue
    }
    if (peek(scanner, 1) === code && peek(scanner, 2) === OPEN_BRACE) {
      escaped = true
      scanner.at += 3
      continue
    }
    if (peek(scanner, 1) !== OPEN_BRACE) {
      scanner.at++
      continue
    }
    if (++sequences > MOST_SEQUENCES) {
      if (sequences === MOST_SEQUENCES + 1) mistake(scanner, 'too many interpolations in one template')
      scanner.at += 2
      continue
    }
    flush(peek(scanner, 2) === TILDE)
    const start = scanner.at
    scanner.at += peek(scanner, 2) === TILDE ? 3 : 2
    const { lineEnds } = scanner
    scanner.lineEnds = false
    skipSpace(scanner)
    if (code === DOLLAR) {
      const value = expression(scanner)
      trimNext = closeSequence(scanner, escapes)
      parts.push({ kind: 'interpolation', value, start, end: scanner.at })
    } else {
      parts = directive(scanner, start, root, frames, expression)
      trimNext = closeSequence(scanner, escapes)
      const frame = frames.at(-1)
      if (frame === undefined) parts = root
    }
    scanner.lineEnds = lineEnds
    from = scanner.at
  }
  flush(false)
  while (frames.length > 0) {
    mistake(scanner, `template directive without ${frames.at(-1)!.word}`, frames.at(-1)!.start)
    parts = closeFrame(frames, root, scanner.at)
  }
  return root
}

/** The closing brace of `${` or `%{`, looked for on this line when something else stands there. True for `~}`. */
function closeSequence(scanner: Scanner, escapes: Escapes): boolean {
  skipSpace(scanner)
  const trim = peek(scanner) === TILDE && peek(scanner, 1) === CLOSE_BRACE
  if (trim) scanner.at++
  if (peek(scanner) === CLOSE_BRACE) {
    scanner.at++
    return trim
  }
  mistake(scanner, 'template sequence is not closed')
  backToLineEnd(scanner)
  for (let code = peek(scanner); code !== -1 && code !== NEWLINE; code = peek(scanner)) {
    if (code === QUOTE && escapes === 'quoted') break
    scanner.at++
    if (code === CLOSE_BRACE) break
  }
  return false
}

/** Reads the inside of `%{ … }`; returns the list that the following parts belong to. */
function directive(
  scanner: Scanner,
  start: number,
  root: TemplatePart[],
  frames: Frame[],
  expression: ParseExpression,
): TemplatePart[] {
  const current = frames.at(-1)?.parts ?? root
  const word = identifier(scanner)
  skipSpace(scanner)
  if (frames.length >= DEEPEST && (word === 'if' || word === 'for')) {
    mistake(scanner, 'template directives nest too deep', start)
    skipBalanced(scanner)
    return current
  }
  switch (word) {
    case 'if': {
      const condition = expression(scanner)
      const yes: TemplatePart[] = []
      const no: TemplatePart[] = []
      const close = (end: number): TemplatePart => ({ kind: 'if', condition, yes, no, start, end })
      frames.push({ start, parts: yes, close, otherwise: () => no, word: 'endif' })
      return yes
    }
    case 'for': {
      const names = loopNames(scanner)
      if (identifier(scanner) !== 'in') mistake(scanner, 'template directive "for" without "in"')
      skipSpace(scanner)
      const collection = expression(scanner)
      const body: TemplatePart[] = []
      const valueName = names.at(-1)!
      const close = (end: number): TemplatePart => ({
        kind: 'each',
        ...(names.length > 1 && { keyName: names[0] }),
        valueName,
        collection,
        body,
        start,
        end,
      })
      frames.push({ start, parts: body, close, word: 'endfor' })
      return body
    }
    case 'else': {
      const frame = frames.at(-1)
      if (frame?.otherwise) {
        frame.parts = frame.otherwise()
        return frame.parts
      }
      break
    }
    case 'endif':
    case 'endfor':
      if (frames.at(-1)?.word === word) return closeFrame(frames, root, scanner.at)
  }
  mistake(scanner, 'template directive out of place', start)
  return current
}

function closeFrame(frames: Frame[], root: TemplatePart[], end: number): TemplatePart[] {
  const frame = frames.pop()!
  const parent = frames.at(-1)?.parts ?? root
  parent.push(frame.close(end))
  return parent
}

/** `~}` takes the space after it; in a heredoc no further than its line. */
function trimmedStart(text: string, start: number, end: number, escapes: Escapes): number {
  let at = start
  for (; at < end; at++) {
    const code = text.charCodeAt(at)
    if (escapes === 'quoted' && code === BACKSLASH && 'nrt'.includes(text[at + 1] ?? ' ')) at++
    else if (code === NEWLINE) return at + 1
    else if (!isInlineBlank(code)) break
  }
  return at
}

/** `${~` takes the space before it; in a heredoc no further than its line. */
function trimmedEnd(text: string, start: number, end: number, escapes: Escapes): number {
  let at = end
  while (at > start) {
    if (isInlineBlank(text.charCodeAt(at - 1))) at--
    else if (escapes === 'quoted' && at - start > 1 && /^\\[nrt]$/.test(text.slice(at - 2, at))) at -= 2
    else break
  }
  return at
}

/** The offset of the line that closes the heredoc, after the scanner and before its end. */
function lastLineOf(scanner: Scanner, word: string): number | undefined {
  scanner.terminators ??= wordLines(scanner.text)
  const lines = scanner.terminators.get(word) ?? []
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (lines[middle]! > scanner.at) high = middle
    else low = middle + 1
  }
  const line = lines[low]
  return line !== undefined && line < scanner.end ? line : undefined
}

/** Every line that holds one word and nothing else. */
function wordLines(text: string): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf('\n', start)
    if (end === -1) end = text.length
    let at = start
    while (at < end && isInlineBlank(text.charCodeAt(at))) at++
    if (isNameStart(text.charCodeAt(at)) && end - at < 100) {
      const word = text.slice(at, end).trimEnd()
      if (!/[^\w\u0080-\uffff-]/.test(word)) {
        const lines = found.get(word)
        if (lines) lines.push(start)
        else found.set(word, [start])
      }
    }
    start = end + 1
  }
  return found
}

/** Does a heredoc begin here? */
export function isHeredoc(scanner: Scanner): boolean {
  return (
    peek(scanner) === LESS &&
    peek(scanner, 1) === LESS &&
    (isNameStart(peek(scanner, 2)) || (peek(scanner, 2) === MINUS && isNameStart(peek(scanner, 3))))
  )
}
