import type { Edit } from '../core/rule.ts'
import { syntaxOf } from '../extract/edits.ts'

/** What may stand on a line before an entry: an indent, and the dashes of lists in YAML. */
const BEFORE_ENTRY = /^[ \t]*(?:-[ \t]+)*/

/** The beginning of an entry up to its value, or up to its name: `Effect = "`, `"`, `actions = ["`. */
const ENTRY = /^(?:["']?[\w.:/-]+["']?[ \t]*[=:][ \t]*\[?[ \t]*)?["']?$/

/**
 * Where an edit goes in a text. One that is put in as lines stands before its entry: with the same indent where the entry
 * begins a line, else within the line.
 */
export function placedEdit(edit: Edit, text: string): Edit {
  if (!edit.asLines) return edit
  const { uri, start } = edit.span
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const [before] = BEFORE_ENTRY.exec(line)!
  if (ENTRY.test(line.slice(before.length))) {
    const at = start - line.length + before.length
    const indent = before.replaceAll('-', ' ')
    return { span: { uri, start: at, end: at }, text: `${edit.text.replaceAll('\n', `\n${indent}`)}\n${indent}` }
  }
  const at = /["']$/.test(line) ? start - 1 : start
  const separator = syntaxOf(uri) === 'yaml' ? ', ' : ' '
  return { span: { uri, start: at, end: at }, text: edit.text.replace(/\s*\n\s*/g, ' ') + separator }
}
