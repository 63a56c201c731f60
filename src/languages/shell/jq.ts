import { buildText } from '../../core/build-text.ts'
import { type MappedText, UNKNOWN } from '../../core/text.ts'
import type { ShellCommand, ShellWord } from './types.ts'

/** Options with as many values. */
const VALUES: Readonly<Record<string, number>> = {
  '--arg': 2,
  '--argjson': 2,
  '--slurpfile': 2,
  '--rawfile': 2,
  '--indent': 1,
}

/**
 * The JSON that `jq -n '{Action: $action}' --arg action x` writes: an object with names of its own and of variables. Undefined
 * where it works on what it reads. https://jqlang.org/manual/#types-and-values
 */
export function writtenByJq(command: ShellCommand, expand: (word: ShellWord) => MappedText): MappedText | undefined {
  const variables = new Map<string, { json: boolean; text: MappedText }>()
  const words = command.words.slice(1)
  let reads = true
  let filter: MappedText | undefined
  for (let at = 0; at < words.length; at++) {
    const given = words[at]!.text.value
    const [name, value] = [words[at + 1], words[at + 2]]
    if (/^--arg(?:json)?$/.test(given) && name && value)
      variables.set(name.text.value, { json: given === '--argjson', text: expand(value) })
    if (/^-[a-zA-Z]*n|^--null-input$/.test(given)) reads = false
    if (given.startsWith('-')) at += VALUES[given] ?? 0
    else filter ??= expand(words[at]!)
  }
  return reads || !filter || !/^\s*[[{]/.test(filter.value) ? undefined : jsonOf(filter, variables)
}

const TOKEN = /"(?:[^"\\]|\\.)*"|\$([A-Za-z_]\w*)|([A-Za-z_]\w*)(?=\s*:)/g

function jsonOf(
  filter: MappedText,
  variables: ReadonlyMap<string, { readonly json: boolean; readonly text: MappedText }>,
): MappedText {
  const built = buildText(filter)
  let at = 0
  for (const match of filter.value.matchAll(TOKEN)) {
    const [whole, variable, key] = match
    const end = match.index + whole.length
    built.exact(at, variable !== undefined || key !== undefined ? match.index : end)
    at = end
    if (key !== undefined) {
      built.piece('"', match.index, match.index)
      built.exact(match.index, end)
      built.piece('"', end, end)
    } else if (variable !== undefined) {
      const known = variables.get(variable)
      const quote = known && !known.json ? '"' : ''
      built.piece(quote, match.index, match.index)
      if (known) built.append(known.text)
      else built.piece(UNKNOWN, match.index, end)
      built.piece(quote, end, end)
    }
  }
  built.exact(at, filter.value.length)
  return built.done()
}
