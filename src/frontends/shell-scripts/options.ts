import { concatTexts, literalText, type MappedText, sliceText, UNKNOWN, unknownName } from '../../core/text.ts'
import type { Value } from '../../core/value.ts'
import { jsonValue } from '../../languages/json/json.ts'
import { jsonPieces } from '../../languages/json/render.ts'
import { expandWord } from '../../languages/shell/script.ts'
import type { ShellCommand, ShellScript, ShellWord } from '../../languages/shell/types.ts'
import type { ScriptFiles } from '../../languages/shell/written-files.ts'
import { yamlValue } from '../../languages/yaml/yaml.ts'

/** A call of a program with options in GNU's way: `aws iam create-role --role-name x`. */
export interface Call {
  /** `aws`, `iam`, `create-role`: the words before the first option that are none. */
  readonly names: readonly string[]
  readonly options: ReadonlyMap<string, Option>
  readonly command: ShellCommand
}

export interface Option {
  readonly name: ShellWord
  /** Its values, with variables put in and files read. */
  readonly values: readonly OptionValue[]
}

export interface OptionValue {
  readonly word: ShellWord
  readonly text: MappedText
}

/** Options of the AWS command line that stand before the service, with a value. */
const WITH_VALUE = /^--(?:profile|region|output|endpoint-url|query|color|ca-bundle|cli-[a-z-]+)$/

/** The call that a command makes of a program, past `sudo`, `env A=b` and the like; undefined when it makes none. */
export function callOf(
  command: ShellCommand,
  program: RegExp,
  script: ShellScript,
  files: ScriptFiles,
): Call | undefined {
  const inContainer = CONTAINERS.test(command.words[0]!.text.value)
  const most = inContainer ? MOST_WORDS : 5
  const at = command.words.findIndex((word, index) => index < most && program.test(word.text.value))
  if (at === -1) return undefined
  if (!inContainer && !command.words.slice(0, at).every((word) => isWrapper(word.text.value))) return undefined
  const names: string[] = []
  const options = new Map<string, Option>()
  let open: { name: ShellWord; key: string; values: OptionValue[] } | undefined
  const rest = command.words.slice(at + 1)
  for (let index = 0; index < rest.length; index++) {
    const word = rest[index]!
    const given = word.text.value
    if (names.length < 2 && WITH_VALUE.test(given)) index++
    else if (/^--?[A-Za-z]/.test(given)) {
      const equals = given.startsWith('--') ? given.indexOf('=') : -1
      const key = equals === -1 ? given : given.slice(0, equals)
      open = { name: word, key, values: [] }
      options.set(key, open)
      if (equals !== -1) open.values.push(value(word, equals + 1, key))
    } else if (open) open.values.push(value(word, 0, open.key))
    else names.push(given)
  }
  for (const [key, given] of inputFile(options)) if (!options.has(key)) options.set(key, given)
  return { names, options, command }

  function value(word: ShellWord, from: number, option: string): OptionValue {
    const expanded = expandWord(word, script, command.order, { readFile: files.read })
    const text = from === 0 ? expanded : sliceText(expanded, from)
    const isFile = /^fileb?:\/\//.test(text.value) && IS_READ.test(option)
    return { word, text: isFile ? (files.read(text.value) ?? text) : text }
  }
}

/** Options whose files something is made of here. A file that another option hands over, as `--template-body`, is judged for itself. */
const IS_READ =
  /polic|document|user-data|cli-input|attribute|environment|container-definitions|content|launch|permission/

/** `docker run --rm amazon/aws-cli iam …` */
const CONTAINERS = /^(?:docker|podman|nerdctl|finch)$/
const MOST_WORDS = 1_000

/**
 * What `--cli-input-json` and `--cli-input-yaml` give as options would: `RoleName` is `--role-name`.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-skeleton.html
 */
function inputFile(options: ReadonlyMap<string, Option>): [string, Option][] {
  return [...options].flatMap(
    ([
      option,
      {
        name,
        values: [given],
      },
    ]) => {
      const format = /^--cli-input-(json|yaml)$/.exec(option)?.[1]
      if (format === undefined || !given) return []
      const { value } = format === 'json' ? jsonValue(given.text) : yamlValue(given.text)
      return (value?.kind === 'map' ? value.entries : []).flatMap(({ key, value: member }): [string, Option][] => {
        const text = textIn(member)
        return text ? [[optionCalled(key), { name, values: [{ word: given.word, text }] }]] : []
      })
    },
  )
}

/** A scalar as it would be written; a document that is no string is written out. */
function textIn(value: Value): MappedText | undefined {
  if (value.kind === 'string') return value.text
  if (value.kind === 'map' || value.kind === 'list') return concatTexts(jsonPieces(value))
  return value.kind === 'number' || value.kind === 'boolean' ? literalText(String(value.value), value.span) : undefined
}

/** A word of PascalCase as an option: `PolicyDocument` is `--policy-document`. */
export const optionCalled = (name: string): string =>
  `--${name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase()}`

function isWrapper(word: string): boolean {
  return /^(?:sudo|env|command|exec|time|nohup|then|do|if|!|[A-Za-z_]\w*=.*|-\w+|aws-vault|--)$/s.test(word)
}

export function optionOf(call: Call, ...names: string[]): OptionValue | undefined {
  for (const name of names) {
    const value = call.options.get(name)?.values[0]
    if (value) return value
  }
  return undefined
}

/** A value for people and for anchors: variables by their names. */
export function shown(value: OptionValue | undefined): string {
  if (!value) return ''
  if (!value.text.value.includes(UNKNOWN)) return value.text.value
  return value.word.parts
    .map((part) => (part.kind === 'text' ? part.text.value : part.kind === 'variable' ? `$${part.name}` : '$(…)'))
    .join('')
}

/** A value that holds JSON, or an unknown. */
export function jsonOption(value: OptionValue): Value {
  const { text, word } = value
  const isFile = /^fileb?:\/\//.test(text.value)
  const reference = isFile ? text.value : unknownName(text)
  const unknown: Value = { kind: 'unknown', span: word.span, ...(reference !== undefined && { reference }) }
  return isFile || text.value.trim() === UNKNOWN ? unknown : (jsonValue(text).value ?? unknown)
}
