import type { Source } from '../core/source.ts'
import { literalText, locate, type MappedText, sliceText, UNKNOWN, wholeText } from '../core/text.ts'
import { buildText, type TextBuilder } from './build-text.ts'
import { scriptNode } from './cloud-init.ts'
import { type Read, readOf } from './front-end.ts'
import { linesOf } from './lines.ts'

/** Text that a Makefile's variables may grow a recipe to. */
const MOST_CHARACTERS = 2_000_000

/**
 * The recipes of a Makefile as shell scripts, one a target: `$$` is `$`, the file's own variables are put in, others
 * are not known. Variables themselves come first, as assignments, since `export` hands them to every recipe.
 * https://www.gnu.org/software/make/manual/html_node/Recipes.html
 */
export function makefile(source: Source): Read {
  const text = wholeText(source)
  const variables = new Map<string, MappedText>()
  const assignments = buildText(text)
  const recipes: { target: string; built: TextBuilder; length: number }[] = []
  let target = ''
  let recipe: TextBuilder | undefined
  let continued = false
  for (const { start, end, next } of linesOf(text)) {
    const line = source.text.slice(start, end)
    if (recipe && (continued || line.startsWith('\t'))) {
      const length = expandInto(recipe, text, recipeStart(line, start, continued), next, variables)
      recipes.at(-1)!.length += length
      if (recipes.at(-1)!.length > MOST_CHARACTERS) break
      continued = line.endsWith('\\')
      continue
    }
    recipe = undefined
    const set = /^(?:export\s+|override\s+)*([A-Za-z_][\w.-]*)\s*(?:[:?+]{0,3}=)\s*(.*)$/.exec(line)
    if (set && !line.startsWith('\t')) {
      const from = end - set[2]!.length
      variables.set(set[1]!, sliceText(text, from, end))
      assignments.exact(start + line.indexOf(set[1]!), start + line.indexOf(set[1]!) + set[1]!.length)
      assignments.piece('=', from, from)
      assignments.exact(from, next)
      continue
    }
    const rule = /^([^\s#:=][^:=#]*):(?!=)/.exec(line)
    if (!rule) continue
    target = rule[1]!.trim()
    recipe = buildText(text)
    recipes.push({ target, built: recipe, length: 0 })
  }
  const declared = assignments.done()
  const nodes = recipes.flatMap(({ target: anchor, built }) => {
    const script = built.done()
    return script.value.trim() === '' ? [] : [scriptNode(script, 'shell', { place: 'script', anchor })]
  })
  const first = declared.value === '' ? [] : [scriptNode(declared, 'shell', { place: 'script', anchor: 'variables' })]
  return readOf([...first, ...nodes])
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
