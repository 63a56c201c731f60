import { type MappedText, UNKNOWN } from '../core/text.ts'

/** Ends of the names of files that Jinja, Go's templates and their like write others from. */
export const TEMPLATE_ENDING = /\.(?:j2|jinja2?|tpl|tftpl|tmpl|gotmpl|njk|erb|hbs|mustache|ejs|txt)$/i

/** Statements, comments and whole lines of expressions; a trailing `-` or `~` only eats white space. */
const WHOLE_LINES = /^[ \t]*(?:(?:\{%[^\n]*?%\}|\{#[^\n]*?#\}|\{\{[^\n]*?\}\})[ \t]*)+$/gm
const STATEMENTS = /[%]\{[^\n{}]*\}|\{%[^\n]*?%\}|\{#[^\n]*?#\}|<%(?!=)[^\n]*?%>/g
const EXPRESSIONS = /\{\{[^\n]*?\}\}|<%=[^\n]*?%>/g

/**
 * The text as it may be when it is made: statements and lines of nothing but expressions are blank, an expression within a
 * line is something that is not known. Undefined where there is nothing of the kind. Every place stays where it is.
 */
export function withoutTemplateLines(text: MappedText): MappedText | undefined {
  if (!/\{[{%#]|<%|%\{/.test(text.value)) return undefined
  const value = text.value
    .replace(WHOLE_LINES, (line) => ' '.repeat(line.length))
    .replace(STATEMENTS, (one) => ' '.repeat(one.length))
    .replace(EXPRESSIONS, (one) => UNKNOWN.repeat(one.length))
  return value === text.value ? undefined : { ...text, value }
}
