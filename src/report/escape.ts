import { UNKNOWN } from '../core/text.ts'

/**
 * One room for making hostile text harmless. File names, source lines and messages come from a repository that anyone
 * may have written: they hold ANSI sequences, workflow commands, Markdown, HTML and right-to-left overrides.
 */

/**
 * Characters that a terminal, a log or a reader's eye could be fooled by: controls, lone surrogates, zero-width and
 * bidirectional marks (CVE-2021-42574), tags. The joiners U+200C and U+200D stay: scripts and emoji need them.
 */
const TREACHEROUS =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\ue000]/gu

/** One line in which nothing is hidden: `␛[31m`, `␊`, `<U+202E>`. What cannot be known offline reads `<unknown>`. */
export function visible(text: string): string {
  return text.replace(TREACHEROUS, nameOf)
}

/** As `visible`, but lines stay lines and a tab becomes two spaces: for paragraphs. */
export function visibleLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => visible(line.replaceAll('\t', '  ')))
    .join('\n')
}

function nameOf(character: string): string {
  if (character === UNKNOWN) return '<unknown>'
  const code = character.codePointAt(0)!
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  if (code === 0x7f) return '␡'
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}

/**
 * Keeps printed text from being taken for a workflow command. The runner reads `::` at the start of a line (after
 * white space) and `##[` anywhere in it as a command, whoever printed it; a zero-width space breaks both. Its string
 * search may overlook that space (.NET compares by culture), but it then counts the prefix two or three characters
 * long, and what it takes for the command's name begins with `:` or `[`, which none does.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function neutraliseCommands(text: string): string {
  return text.replace(/^([^\S\n]*)::/gm, '$1\u200b::').replaceAll('##[', '##\u200b[')
}

/**
 * JSON that can be printed anywhere: the same document, with the characters that fool terminals and the runner's `##[`
 * written as `\u` escapes. Outside strings neither can stand, so nothing changes its meaning.
 */
export function jsonText(document: unknown, indent: number): string {
  return JSON.stringify(document, null, indent)
    .replaceAll('##[', '##\\u005b')
    .replace(TREACHEROUS_IN_JSON, unicodeEscape)
}

/** Stands in a document for a list that is too long to be held as one text. */
export const LONG_LIST = '\u0000 the long list'

/** So many characters are handed on at once. */
const PART = 1 << 16

/** The text that `jsonText` makes of a document with `list` in the place of its `LONG_LIST`, in parts. */
export function* jsonParts(document: unknown, indent: number, list: Iterable<object>): Generator<string> {
  const text = jsonText(document, indent)
  const mark = JSON.stringify(LONG_LIST)
  const at = text.indexOf(mark)
  const margin = /^ */.exec(text.slice(text.lastIndexOf('\n', at) + 1, at))![0]
  const [outer, inner] = indent === 0 ? ['', ''] : [`\n${margin}`, `\n${margin}${' '.repeat(indent)}`]
  let part = `${text.slice(0, at)}[`
  let separator = ''
  for (const item of list) {
    const written = jsonText(item, indent)
    part += `${separator}${inner}${indent === 0 ? written : written.replaceAll('\n', inner)}`
    separator = ','
    if (part.length < PART) continue
    yield part
    part = ''
  }
  yield `${part}${separator === '' ? '' : outer}]${text.slice(at + mark.length)}\n`
}

/** As TREACHEROUS, but for the line breaks between fields. */
const TREACHEROUS_IN_JSON =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu

function unicodeEscape(character: string): string {
  return character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Text and code of a message: rules set names between backticks. An odd backtick stays text. */
export function partsOf(message: string): { code: boolean; text: string }[] {
  return message
    .split(/(`[^`\n]+`)/)
    .filter((part) => part !== '')
    .map((part) => {
      const code = part.length > 2 && part.startsWith('`') && part.endsWith('`')
      return { code, text: code ? part.slice(1, -1) : part }
    })
}

/** One line of GitHub Markdown that reads exactly as `text`: no link, no mention, no formula, no HTML, no table cell. */
export function markdownText(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replaceAll('://', '\\://')
    .replace(/\bwww\./gi, '$&\u200b')
    .replaceAll('$', '&#36;')
    .replaceAll('@', '@\u200b')
}

/** Inline code that reads exactly as `text`. */
export function markdownCode(text: string): string {
  const shown = visible(text)
  if (shown.trim() === '') return '` `'
  const fence = '`'.repeat(longestRun(shown, '`') + 1)
  const padding = fence.length > 1 || shown.startsWith(' ') || shown.endsWith(' ') ? ' ' : ''
  return `${fence}${padding}${shown}${padding}${fence}`
}

/** A message with its names as code. */
export function markdownMessage(message: string): string {
  return partsOf(message.trim().replace(/\s*[\r\n]\s*/g, ' '))
    .map((part) => (part.code ? markdownCode(part.text) : markdownText(part.text)))
    .join('')
}

/** A fenced block that no line of it can close. */
export function markdownBlock(lines: readonly string[], language = ''): string {
  const shown = lines.map((line) => neutraliseCommands(visible(line.replaceAll('\t', '    '))))
  const fence = '`'.repeat(Math.max(3, longestRun(shown.join('\n'), '`') + 1))
  return `${fence}${language}\n${shown.join('\n')}\n${fence}`
}

const HTML_ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text for an HTML element or a quoted attribute. */
export function htmlText(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => HTML_ENTITIES[character]!)
}

/** A message with its names as `<code>`, its line breaks kept. */
export function htmlMessage(message: string): string {
  return message
    .split(/\r?\n/)
    .map((line) =>
      partsOf(line)
        .map((part) => (part.code ? `<code>${htmlText(part.text)}</code>` : htmlText(part.text)))
        .join(''),
    )
    .join('<br>')
}

/**
 * A path as a relative URI reference (RFC 3986): each segment percent-encoded, also where a colon would read as a
 * scheme. Lone surrogates, which have no UTF-8 form, become U+FFFD.
 */
export function encodePath(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map((segment) => encodeURIComponent(segment).replace(/[!'()*]/g, percent))
    .join('/')
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}

function longestRun(text: string, character: string): number {
  let longest = 0
  let run = 0
  for (const at of text) {
    run = at === character ? run + 1 : 0
    if (run > longest) longest = run
  }
  return longest
}

/** A message holds names out of the source; in the formats for people none may fill the page. */
export const LONGEST_MESSAGE = 4000

/** At most `length` UTF-16 units, never half a surrogate pair, with an ellipsis where something was cut. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
