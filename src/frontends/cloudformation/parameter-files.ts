import type { Related } from '../../core/node.ts'
import { folderOf, nameOf } from '../../core/paths.ts'
import type { Source } from '../../core/source.ts'
import { locate, type MappedText, sliceText, wholeText } from '../../core/text.ts'
import { recalled, type Tree } from '../../core/tree.ts'
import { leafOf, member, type Value } from '../../core/value.ts'
import { jsonValue } from '../../languages/json/json.ts'
import { yamlValue } from '../../languages/yaml/yaml.ts'
import type { Template } from './template.ts'

/** Values for the parameters of a template, from a file that nothing but its content ties to it. */
export interface ParameterFile {
  readonly given: ReadonlyMap<string, Value>
  readonly told: Related
}

/** Files that one template is judged with. */
const MOST_FILES = 20
const MOST_CHARACTERS = 100_000
const PARAMETERS = /ParameterKey|\bParameters\b|parameter_overrides|parameter-overrides|"[A-Za-z]\w*=/
/** Templates have parameters too. */
const RESOURCES = /^\s*["']?Resources["']?[ \t]*:/m
/** Could values of parameters stand in a text? */
export const saysValues = (text: string): boolean => PARAMETERS.test(text) && !RESOURCES.test(text)
/** What may hold values of parameters: files of them, SAM's settings, and what calls the command line. */
export const mayHoldParameters = (path: string): boolean =>
  /\.(?:json|ya?ml|toml|sh|bash)$|(?:^|\/)[Mm]akefile$/.test(path)

/**
 * The files of parameters beside or below a template, and in a folder beside its own, that give most of what they give to
 * its parameters: a list of `ParameterKey` and `ParameterValue`, or a map under `Parameters`.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/continuous-delivery-codepipeline-cfn-artifacts.html
 */
export function parameterFiles(template: Template, path: string, tree: Tree): ParameterFile[] {
  if (template.parameters.size === 0) return []
  const giverAt = recalled(tree, giversIn)
  const found: ParameterFile[] = []
  for (const candidate of tree.paths) {
    if (found.length >= MOST_FILES) break
    if (candidate === path || !mayHoldParameters(candidate) || !mayBeFor(candidate, path)) continue
    const giver = giverAt(candidate)
    if (!giver || !mayGive(candidate, giver.text, path)) continue
    const { given } = giver
    const names = [...given.keys()].filter((name) => template.parameters.has(name))
    if (names.length === 0 || names.length * 2 <= given.size) continue
    found.push({ given, told: { span: given.get(names[0]!)!.span, message: `with the parameters of ${candidate}` } })
  }
  return found
}

/** A file that gives values of parameters, to whichever template. */
interface Giver {
  readonly text: string
  readonly given: ReadonlyMap<string, Value>
}

/** What each file gives, read once for all templates. */
function giversIn(tree: Tree): (path: string) => Giver | undefined {
  const known = new Map<string, Giver | undefined>()
  return (path) => {
    if (!known.has(path)) known.set(path, giverIn(tree.read(path)))
    return known.get(path)
  }
}

function giverIn(source: Source | undefined): Giver | undefined {
  if (!source || source.text.length > MOST_CHARACTERS || !saysValues(source.text)) return undefined
  const given = valuesGiven(wholeText(source), source.uri)
  return given.size > 0 ? { text: source.text, given } : undefined
}

function isNear(folder: string, home: string): boolean {
  const parent = folderOf(home)
  return (
    home === '' || folder === home || folder.startsWith(`${home}/`) || folder === parent || folderOf(folder) === parent
  )
}

/** By where they lie; workflows have a folder of their own, and speak of the whole repository. */
function mayBeFor(file: string, template: string): boolean {
  return OF_ALL.test(file) || isNear(folderOf(file), folderOf(template))
}

const OF_ALL = /(?:^|\/)\.(?:github\/workflows|circleci|buildkite)\//

/** Could a file with this text give a template its values? What calls the command line is for the templates that it names. */
export function mayGiveTo(file: string, text: string, template: string): boolean {
  return mayBeFor(file, template) && mayGive(file, text, template)
}

function mayGive(file: string, text: string, template: string): boolean {
  if (isCaller(file, text)) return text.includes(nameOf(template))
  return !OF_ALL.test(file)
}

/** Scripts, and documents that hold lines of them. */
function isCaller(path: string, text: string): boolean {
  return /\.ya?ml$/.test(path) ? CALL.test(text) : !/\.(?:json|toml)$/.test(path)
}

const CALL = /parameter-overrides|ParameterKey=/

function valuesGiven(text: MappedText, path: string): ReadonlyMap<string, Value> {
  if (/\.toml$/.test(path) || isCaller(path, text.value)) return overridesIn(text)
  return valuesIn(/\.json$/.test(path) ? jsonValue(text).value : yamlValue(text).value)
}

/** `--parameter-overrides A=b`, `--parameters ParameterKey=A,ParameterValue=b`, `parameter_overrides = "A=\"b\""`. */
const OVERRIDES = /parameter[-_]overrides\b\s*[=:]?\s*((?:\\\r?\n|\[[^\]]*\]|(?! --)[^\n\\]|\\[^\r\n])*)/g
const PAIR = /(?<![\w-])([A-Za-z]\w*)=(?:\\?["']([^"'\\\n]*)\\?["']|([^\s"'\\,\]]+))/g
const KEY_AND_VALUE = /ParameterKey=([A-Za-z]\w*),\s*ParameterValue=(?:\\?["']([^"'\\\n]*)\\?["']|([^\s"'\\,]+))/g

function overridesIn(text: MappedText): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>()
  const take = (match: RegExpExecArray, at: number): void => {
    const [whole, name = '', quoted, plain] = match
    const value = quoted ?? plain ?? ''
    const start = at + match.index + whole.lastIndexOf(value)
    const span = locate(text, start, start + value.length)
    if (!/[$%]/.test(value))
      found.set(name, { kind: 'string', text: sliceText(text, start, start + value.length), span })
  }
  for (const passage of text.value.matchAll(OVERRIDES)) {
    const at = passage.index + passage[0].length - passage[1]!.length
    for (const match of passage[1]!.matchAll(PAIR)) take(match, at)
  }
  for (const match of text.value.matchAll(KEY_AND_VALUE)) take(match, 0)
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
    // `["Key=value"]`, as `aws cloudformation deploy` takes it.
    const [, key, end] = (item.kind === 'string' && /^([A-Za-z]\w*)=(.*)$/s.exec(item.text.value)) || []
    if (item.kind === 'string' && key !== undefined) {
      const text = sliceText(item.text, item.text.value.length - end!.length)
      found.set(key, { kind: 'string', text, span: item.span })
    }
    const [name, value] = [leafOf(member(item, 'ParameterKey'))?.value, member(item, 'ParameterValue')]
    if (name !== undefined && value) found.set(name, value)
  }
  return found
}
