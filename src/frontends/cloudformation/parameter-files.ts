import type { Related } from '../../core/node.ts'
import { folderOf } from '../../core/paths.ts'
import { locate, type MappedText, sliceText, wholeText } from '../../core/text.ts'
import type { Tree } from '../../core/tree.ts'
import { leafOf, member, type Value } from '../../core/value.ts'
import { jsonValue } from '../../languages/json/json.ts'
import type { Template } from './template.ts'

/** Values for the parameters of a template, from a file that nothing but its content ties to it. */
export interface ParameterFile {
  readonly given: ReadonlyMap<string, Value>
  readonly told: Related
}

/** Files that one template is judged with. */
const MOST_FILES = 20
const MOST_CHARACTERS = 100_000
/** What the command line of SAM is configured by. */
export const SAM_CONFIG = /(?:^|\/)samconfig(?:[.-][\w-]+)?\.toml$/
export const PARAMETERS = /"ParameterKey"|"Parameters"/

/**
 * The files of parameters beside or below a template, and in a folder beside its own, that give most of what they give to
 * its parameters: a list of `ParameterKey` and `ParameterValue`, or a map under `Parameters`.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/continuous-delivery-codepipeline-cfn-artifacts.html
 */
export function parameterFiles(template: Template, path: string, tree: Tree): ParameterFile[] {
  if (template.parameters.size === 0) return []
  const found: ParameterFile[] = []
  for (const candidate of tree.paths) {
    if (found.length >= MOST_FILES) break
    const isSam = SAM_CONFIG.test(candidate)
    if (candidate === path || !(isSam || /\.json$/i.test(candidate)) || !isNear(folderOf(candidate), folderOf(path)))
      continue
    const source = tree.read(candidate)
    if (!source || source.text.length > MOST_CHARACTERS || !(isSam || PARAMETERS.test(source.text))) continue
    const given = isSam ? overridesIn(wholeText(source)) : valuesIn(jsonValue(wholeText(source)).value)
    const names = [...given.keys()].filter((name) => template.parameters.has(name))
    if (names.length === 0 || names.length * 2 <= given.size) continue
    found.push({ given, told: { span: given.get(names[0]!)!.span, message: `with the parameters of ${candidate}` } })
  }
  return found
}

export function isNear(folder: string, home: string): boolean {
  const parent = folderOf(home)
  return (
    home === '' || folder === home || folder.startsWith(`${home}/`) || folder === parent || folderOf(folder) === parent
  )
}

const OVERRIDES =
  /^[ \t]*parameter_overrides[ \t]*=[ \t]*(?:\[[^\]]{0,20000}\]|"(?:[^"\\\n]|\\.){0,20000}"|'[^'\n]{0,20000}')/gm
const OVERRIDE = /(?<=[\s"'[,])(\w+)=(?:\\?"([^"\\\n]*)\\?"|([^\s"'\\,\]]+))/g

/** `parameter_overrides = "Stage=prod Actions=\"*\""`, or a list of such, in a configuration of SAM's command line. */
function overridesIn(text: MappedText): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>()
  for (const { 0: written, index } of text.value.matchAll(OVERRIDES)) {
    for (const match of written.matchAll(OVERRIDE)) {
      const [whole, name = '', quoted, plain = ''] = match
      const value = quoted ?? plain
      const start = index + match.index + whole.lastIndexOf(value)
      const part = sliceText(text, start, start + value.length)
      found.set(name, { kind: 'string', text: part, span: locate(text, start, start + value.length) })
    }
  }
  return found
}

function valuesIn(document: Value | undefined): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>()
  const map = member(document, 'Parameters')
  // A template has parameters too, each a map.
  for (const { key, value } of map?.kind === 'map' && !member(document, 'Resources') ? map.entries : []) {
    if (value.kind !== 'map') found.set(key, value)
  }
  for (const item of document?.kind === 'list' ? document.items : []) {
    const [name, value] = [leafOf(member(item, 'ParameterKey'))?.value, member(item, 'ParameterValue')]
    if (name !== undefined && value) found.set(name, value)
  }
  return found
}
