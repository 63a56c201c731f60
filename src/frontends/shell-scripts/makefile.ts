import { buildText, type TextBuilder } from '../../core/build-text.ts'
import type { Notification } from '../../core/finding.ts'
import { type Line, linesOf } from '../../core/lines.ts'
import { limitReached } from '../../core/notice.ts'
import type { Source } from '../../core/source.ts'
import { literalText, locate, type MappedText, sliceText, UNKNOWN, wholeText } from '../../core/text.ts'
import { scriptNode } from '../../extract/cloud-init.ts'
import { type Read, readOf } from '../front-end.ts'

/** Text that a Makefile's variables may grow a recipe to. */
const MOST_CHARACTERS = 2_000_000

/**
 * The recipes of a Makefile as shell scripts, one a target: `$$` is `$`, the file's own variables are put in, others
 * are not known. Variables themselves come first, as assignments, since `export` hands them to every recipe.
 * https://www.gnu.org/software/make/manual/html_node/Recipes.html
 */
export function makefile(source: Source): Read {
  const text = wholeText(source)
  const told: Notification[] = []
  const reading: Reading = { text, variables: new Map(), assignments: buildText(text), recipes: [], continued: false }
  for (const line of linesOf(text)) {
    const recipe = reading.recipes.at(-1)
    if (recipe?.open && (reading.continued || source.text[line.start] === '\t')) {
      readRecipeLine(line, recipe, reading)
      if (recipe.length > MOST_CHARACTERS) {
        told.push(limitReached(text, line.start, 'a recipe is too large to be read whole', 'recipe-characters'))
        break
      }
    } else {
      if (recipe) recipe.open = false
      if (!readAssignment(line, reading)) readRule(line, reading)
    }
  }
  const scripts = reading.recipes.map(({ target, built }) => ({ anchor: target, script: built.done() }))
  const all = [{ anchor: 'variables', script: reading.assignments.done() }, ...scripts]
  return readOf(
    all
      .filter(({ script }) => script.value.trim() !== '')
      .map(({ anchor, script }) => scriptNode(script, 'shell', { place: 'script', anchor })),
    told,
  )
}

interface Recipe {
  readonly target: string
  readonly built: TextBuilder
  /** Its next line may still come. */
  open: boolean
  length: number
}

interface Reading {
  readonly text: MappedText
  readonly variables: Map<string, MappedText>
  readonly assignments: TextBuilder
  readonly recipes: Recipe[]
  /** The line before ended in a backslash. */
  continued: boolean
}

function readRecipeLine({ start, end, next }: Line, recipe: Recipe, reading: Reading): void {
  const line = reading.text.value.slice(start, end)
  const from = recipeStart(line, start, reading.continued)
  recipe.length += expandInto(recipe.built, reading.text, from, next, reading.variables)
  reading.continued = line.endsWith('\\')
}

const ASSIGNMENT = /^(?:export\s+|override\s+)*([A-Za-z_][\w.-]*)\s*(?:[:?+]{0,3}=)\s*([^\n]*)$/

/** `NAME := value` becomes `NAME=value`. */
function readAssignment({ start, end, next }: Line, { text, variables, assignments }: Reading): boolean {
  const line = text.value.slice(start, end)
  const [, name, value] = ASSIGNMENT.exec(line) ?? []
  if (name === undefined || value === undefined) return false
  const from = end - value.length
  const nameStart = start + line.indexOf(name)
  variables.set(name, sliceText(text, from, end))
  assignments.exact(nameStart, nameStart + name.length)
  assignments.piece('=', from, from)
  assignments.exact(from, next)
  return true
}

function readRule({ start, end }: Line, reading: Reading): void {
  const rule = /^([^\s#:=][^:=#]*):(?!=)/.exec(reading.text.value.slice(start, end))
  if (!rule) return
  reading.recipes.push({ target: rule[1]!.trim(), built: buildText(reading.text), open: true, length: 0 })
  reading.continued = false
}

/** Past the tab and the `@`, `-` and `+` that are make's own. */
function recipeStart(line: string, start: number, continued: boolean): number {
  const prefix = continued ? /^\t*/ : /^\t+(?:\s*[-@+]+)?/
  return start + (prefix.exec(line)?.[0].length ?? 0)
}

const REFERENCE = /\$(?:\$|\(([\w.-]+)\)|\{([\w.-]+)\}|\([^()]*\)|[@<^*?%+])/g

/** Copies a recipe line with make's variables put in; how long it got. */
function expandInto(
  built: TextBuilder,
  text: MappedText,
  from: number,
  to: number,
  variables: ReadonlyMap<string, MappedText>,
): number {
  let at = from
  let length = to - from
  for (const match of text.value.slice(from, to).matchAll(REFERENCE)) {
    const start = from + match.index
    built.exact(at, start)
    at = start + match[0].length
    if (match[0] === '$$') {
      built.piece('$', start, at)
      continue
    }
    const value = variables.get(match[1] ?? match[2] ?? '')
    const known = value && !value.value.includes('$') ? value : literalText(UNKNOWN, locate(text, start, at))
    built.append(known)
    length += known.value.length
  }
  built.exact(at, to)
  return length
}
