import { nameOf } from '../../core/paths.ts'
import type { Source } from '../../core/source.ts'
import { concatTexts, locate, type MappedText, sliceText, wholeText } from '../../core/text.ts'
import type { Value } from '../../core/value.ts'
import { jsonValue } from '../../languages/json/json.ts'
import { originOf } from './module.ts'
import type { Bound } from './scope.ts'
import { type Evaluated, textOf } from './value.ts'

/** A value that is given as text, on the command line or in the environment: lists and maps are expressions, mostly JSON. */
export function textAsGiven(value: Evaluated): Evaluated {
  const text = textOf(value)
  if (!text || !/^\s*[[{]/.test(text.value)) return value
  return (jsonValue(text).value as Evaluated | undefined) ?? value
}

const PIPELINES =
  /(?:^|\/)(?:\.github\/(?:workflows|actions)|\.circleci|\.buildkite|\.gitlab)\/.*\.ya?ml$|(?:^|\/)(?:\.gitlab-ci|azure-pipelines|bitbucket-pipelines|buildspec|cloudbuild|atlantis|[Tt]askfile|(?:docker-)?compose)[\w.-]*\.ya?ml$/
const SCRIPTS = /\.(?:sh|bash|envrc|env|ps1|mk)$|(?:^|\/)\.env(?:\.[\w-]+)?$/

const OTHERS = /^(?:GNU)?[Mm]akefile$|^[Jj]ustfile$|^Jenkinsfile|^Dockerfile|^package\.json$/

/** By its name: may it start Terraform? */
export function mayGiveValues(path: string): boolean {
  return SCRIPTS.test(path) || PIPELINES.test(path) || OTHERS.test(nameOf(path))
}

/** `TF_VAR_name=value`, `TF_VAR_name: value`. */
const ENVIRONMENT = /\bTF_VAR_(\w+)["']?\s*(?:[:?]?=|:)\s*(?:"((?:\\.|[^"\\\n])*)"|'([^'\n]*)'|([^\s"'#;&|\\]+))/g
/** `-var name=value`, `-var='name=value'`, and both as items of a list. */
const FLAG =
  /(?<![\w-])--?var(?:=|[ \t]+|["'],\s*)(?:"([\w-]+)=((?:\\.|[^"\\\n])*)"|'([\w-]+)=([^'\n]*)'|([\w-]+)=(?:"((?:\\.|[^"\\\n])*)"|'([^'\n]*)'|([^\s"',;&|\\]+)))/g

/** Values of variables that a script or a pipeline gives to Terraform, as far as they are written out. */
export function givensInScript(source: Source): Bound[] {
  if (!/TF_VAR_|-var[ =\t"']/.test(source.text)) return []
  const text = wholeText(source)
  return [...source.text.matchAll(ENVIRONMENT), ...source.text.matchAll(FLAG)].flatMap((match) => {
    const [name, ...values] = match.slice(1).filter((group) => group !== undefined)
    const written = values[0]
    if (name === undefined || written === undefined || /[$%]|\{\{|`/.test(written)) return []
    const start = match.index + match[0].lastIndexOf(written)
    return [boundOf(name, unescaped(sliceText(text, start, start + written.length)), source)]
  })
}

function boundOf(name: string, text: MappedText, source: Source): Bound {
  const span = locate(text, 0, text.value.length)
  const string: Value = { kind: 'string', text, span }
  const value = textAsGiven(string)
  const { start, end } = span
  const expression = { kind: 'json', value, start, end } as const
  return { attribute: { name, start, nameEnd: start, end, value: expression }, origin: originOf(source) }
}

/** `[\"a\"]` within quotes. */
function unescaped(text: MappedText): MappedText {
  if (!text.value.includes('\\')) return text
  const parts: MappedText[] = []
  let from = 0
  for (const { index } of text.value.matchAll(/\\(?=["\\])/g)) {
    if (index > from) parts.push(sliceText(text, from, index))
    from = index + 1
  }
  return concatTexts([...parts, sliceText(text, from)])
}
