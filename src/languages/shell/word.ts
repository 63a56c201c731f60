import type { HereDoc, ParsedScript, Word, WordPart } from 'unbash'
import { buildText, derivedText, spanOf } from '../../core/build-text.ts'
import { indexWithin } from '../../core/lines.ts'
import type { Span } from '../../core/source.ts'
import { concatTexts, literalText, locate, type MappedText, sliceText, unknownText } from '../../core/text.ts'
import type { ShellCommand, ShellPart, ShellWord } from './types.ts'

/** What reads words needs to know of the script they stand in. */
export interface WordContext {
  readonly text: MappedText
  /** Reads the commands of a substitution. */
  commandsIn(script: ParsedScript, place: Span): readonly ShellCommand[]
}

export function wordOf(word: Word, context: WordContext): ShellWord {
  const parts = joined(
    word.parts
      ? word.parts.flatMap((part) => partsOf(part, context, 'word'))
      : [textPart(unescaped(context.text, word.pos, word.end, 'word'))],
  )
  const text = concatTexts(parts.map(textOf))
  const only = word.parts?.length === 1 ? word.parts[0]! : undefined
  const quoted = only && (only.type === 'SingleQuoted' || only.type === 'DoubleQuoted')
  const span =
    quoted && word.end - word.pos > 1
      ? locate(context.text, word.pos + 1, word.end - 1)
      : locate(context.text, word.pos, word.end)
  return { text, parts, span }
}

/** The body of a here-document, without the tabs that `<<-` takes away. */
export function hereDocument(heredoc: HereDoc, context: WordContext): ShellWord {
  const { body } = heredoc
  const quoted = heredoc.delimiter?.quoted ?? false
  const parts = joined(
    body.parts && !quoted
      ? body.parts.flatMap((part) => partsOf(part, context, 'heredoc'))
      : [
          textPart(
            quoted
              ? sliceText(context.text, body.pos, body.end)
              : unescaped(context.text, body.pos, body.end, 'heredoc'),
          ),
        ],
  )
  const kept = heredoc.operator === '<<-' ? parts.map(withoutTabs) : parts
  return { text: concatTexts(kept.map(textOf)), parts: kept, span: locate(context.text, body.pos, body.end) }
}

function textOf(part: ShellPart): MappedText {
  return part.kind === 'text' ? part.text : unknownPart(part)
}

/** What a variable or a command puts into a word. */
export function unknownPart(part: Exclude<ShellPart, { readonly kind: 'text' }>): MappedText {
  return unknownText(part.span, part.kind === 'variable' && part.name !== '' ? `$${part.name}` : undefined)
}

const textPart = (text: MappedText): ShellPart => ({ kind: 'text', text })

type Quoting = 'word' | 'double' | 'heredoc'

function partsOf(part: WordPart, context: WordContext, quoting: Quoting): ShellPart[] {
  const { text } = context
  const span = locate(text, part.pos, part.end)
  switch (part.type) {
    case 'Literal':
      return [textPart(unescaped(text, part.pos, part.end, quoting))]
    case 'SingleQuoted':
      return [textPart(sliceText(text, part.pos + 1, Math.max(part.pos + 1, part.end - 1)))]
    case 'DoubleQuoted':
    case 'LocaleString':
      return part.parts.length > 0
        ? part.parts.flatMap((child) => partsOf(child, context, 'double'))
        : [textPart(literalText('', locate(text, part.pos + 1, part.pos + 1)))]
    case 'AnsiCQuoted':
      return [textPart(ansiC(text, part.pos, part.end, part.value))]
    case 'SimpleExpansion':
      return [{ kind: 'variable', name: part.text.slice(1), span }]
    case 'ParameterExpansion': {
      const operation = part.operation
      const operand =
        operation?.type === 'Default' && /^:?[-=]$/.test(operation.operator) ? operation.operand : undefined
      if (/^[@*]$/.test(part.index?.value ?? '') && !part.prefix && !operation)
        return [{ kind: 'variable', name: `${part.parameter}[]`, span }]
      const plain = !part.prefix && !part.index && (!operation || operand)
      if (!plain) return [{ kind: 'variable', name: '', span }]
      return [{ kind: 'variable', name: part.parameter, span, ...(operand && { fallback: wordOf(operand, context) }) }]
    }
    case 'CommandExpansion':
    case 'ProcessSubstitution':
      return [{ kind: 'command', commands: part.script ? context.commandsIn(part.script, span) : [], span }]
    case 'ArithmeticExpansion':
      return [{ kind: 'variable', name: '', span }]
    default:
      return [textPart(sliceText(text, part.pos, part.end))]
  }
}

/** Backslashes taken away as the shell does: outside quotes before everything, inside only before `$ \` " \` and newline. */
function unescaped(text: MappedText, from: number, to: number, quoting: Quoting): MappedText {
  const source = text.value
  let slash = indexWithin(source, '\\', from, to)
  if (slash === -1) return sliceText(text, from, to)
  const special = quoting === 'word' ? undefined : quoting === 'double' ? '$`"\\\n' : '$`\\\n'
  const built = buildText(text)
  let at = from
  while (slash !== -1 && slash + 1 < to) {
    const next = source[slash + 1]!
    if (!special || special.includes(next)) {
      built.exact(at, slash)
      if (next !== '\n') built.piece(next, slash, slash + 2)
      at = slash + 2
    }
    slash = indexWithin(source, '\\', slash + 2, to)
  }
  built.exact(at, to)
  return built.done()
}

/** `$'…'`: exact without escapes, else one piece. */
function ansiC(text: MappedText, from: number, to: number, value: string): MappedText {
  const inner = text.value.slice(from + 2, to - 1)
  return inner === value ? sliceText(text, from + 2, to - 1) : derivedText(value, locate(text, from, to))
}

function withoutTabs(part: ShellPart, index: number): ShellPart {
  if (part.kind !== 'text') return part
  const built = buildText(part.text)
  const { value } = part.text
  const tabs = index === 0 ? /(^|\n)\t+/g : /(\n)\t+/g
  let at = 0
  for (let match = tabs.exec(value); match; match = tabs.exec(value)) {
    built.exact(at, match.index + match[1]!.length)
    at = match.index + match[0].length
  }
  built.exact(at, value.length)
  return at === 0 ? part : textPart(built.done())
}

/** Texts beside each other are one. */
function joined(parts: readonly ShellPart[]): ShellPart[] {
  const result: ShellPart[] = []
  let texts: MappedText[] = []
  const flush = () => {
    if (texts.length > 0) result.push(textPart(concatTexts(texts)))
    texts = []
  }
  for (const part of parts) {
    if (part.kind === 'text') texts.push(part.text)
    else {
      flush()
      result.push(part)
    }
  }
  flush()
  return result
}

/** A text that is not read out of a script, as a word. */
export function wordFromText(text: MappedText): ShellWord {
  return { text, parts: [textPart(text)], span: spanOf(text) }
}
