import { lineStarts, regionOf, type Source } from '../../core/source.ts'

/** A word that suppresses, with the rest of its line around it. */
export interface Mention {
  readonly word: string
  readonly index: number
  /** 1-based. */
  readonly line: number
  /** What stands after the word, up to the end of the comment. */
  readonly after: string
  /** It stands in something that looks like a comment, not in prose. */
  readonly inComment: boolean
  /** Nothing but the comment stands on the line. */
  readonly alone: boolean
}

/** One pass of the text for every word that other tools or we ourselves gave a meaning. */
const WORDS =
  /keylatch:ignore|(?:git|better)leaks:allow|trufflehog:ignore|pragma: ?(?:allow|white)list[ -](?:nextline[ -])?secret|secretlint-(?:disable-next-line|disable-line|disable|enable)/g

const STEMS = ['keylatch:ignore', 'leaks:allow', 'trufflehog:ignore', 'pragma:', 'secretlint-']

/** Is there anything to read at all? */
export function mentionsSuppression(text: string): boolean {
  return STEMS.some((stem) => text.includes(stem))
}

/** Lines are read this far around a word. */
const WIDEST = 1000

export function* mentionsIn({ text }: Source): Generator<Mention> {
  const starts = lineStarts(text)
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    const { startLine: line } = regionOf(starts, index, index)
    const start = starts[line - 1]!
    const end = (starts[line] ?? text.length + 1) - 1
    const before = text.slice(Math.max(start, index - WIDEST), index)
    const rest = text.slice(index + word.length, Math.min(end, index + word.length + WIDEST))
    const closed = rest.search(CLOSES)
    const after = closed === -1 ? rest : rest.slice(0, closed)
    const beyond = closed === -1 ? '' : rest.slice(closed).replace(CLOSES, '')
    const opens = index - start <= WIDEST && OPENS_LINE.test(before)
    yield {
      word,
      index,
      line,
      after: (JSON_MEMBER.test(before) ? after.replace(/",?\s*$/, '') : after).trim(),
      inComment: !before.endsWith('`') && (opens || IN_COMMENT.test(before)),
      alone: opens && beyond.trim() === '',
    }
  }
}

/** A line that has nothing before the word but what opens a comment. */
const OPENS_LINE =
  /^[\s\uFEFF]*(?:#+!?|\/\/+!?|\/\*+!?|\*+|--+|;+|%+|'+|<!--+|\{#-?|\{\{!?-*|\{\{-?\s*\/\*|\(\*|"""|'''|@?rem\b|"(?:\/\/|#|_comment|\$comment|comment)"\s*:\s*")?\s*$/i

/** JSON has no comments; a member of one of these names serves as one. */
const JSON_MEMBER = /"(?:\/\/|#|_comment|\$comment|comment)"\s*:\s*"\s*$/i

/** Something that opens a comment stands before it. */
const IN_COMMENT = /\/\/|\/\*|<!--|\(\*|\{#|\{\{|(?:^|[\s"'])(?:#|--|;|%|rem\b)/i

const CLOSES = /\*\/|--+>|\*\)|#\}|\}\}|"""|'''/

/** Farther down than this a comment guards nothing. */
const FARTHEST = 50

/** The first line after `line` that is neither blank nor a comment. */
export function nextCodeLine({ text }: Source, starts: readonly number[], line: number): number {
  const last = Math.min(starts.length, line + FARTHEST)
  for (let next = line + 1; next < last; next++) {
    const start = starts[next - 1]!
    const content = text.slice(start, Math.min(starts[next] ?? text.length, start + WIDEST))
    if (!/^\s*(?:$|#|\/\/|\/\*|\*[\s/]|--\s|;|<!--|\{#)/.test(content)) return next
  }
  return last
}
