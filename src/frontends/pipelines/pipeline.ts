import { buildText } from '../../core/build-text.ts'
import type { AnyNode, Place, SettingNode } from '../../core/node.ts'
import { concatTexts, literalText, locate, type MappedText, sliceText, UNKNOWN } from '../../core/text.ts'
import { DEEPEST_VALUE, type Value } from '../../core/value.ts'
import { scriptNode } from '../../extract/cloud-init.ts'
import { itemsOf, settingNode } from '../../extract/nodes.ts'
import { yamlValue } from '../../languages/yaml/yaml.ts'

/** What build systems call the lines that they hand to a shell. */
const SCRIPTS = new Set(
  'script before_script after_script run cmd cmds commands command bash sh install before_install before_deploy deploy_script'.split(
    ' ',
  ),
)

/** What they call names with values. */
const ENVIRONMENTS = new Set(['env', 'environment', 'variables'])

/**
 * The scripts and environments of a pipeline written in YAML: GitLab, CircleCI, Bitbucket, Travis, Azure, CodeBuild's
 * buildspec, Compose. All of them name such things alike, so one walk serves.
 */
export function pipelineNodes(document: Value | undefined, where: { script: Place; environment: Place }): AnyNode[] {
  const nodes: AnyNode[] = []
  const visit = (value: Value, path: string, depth: number, around: Environment): void => {
    if (depth > DEEPEST_VALUE) return
    if (value.kind === 'list') for (const item of value.items) visit(item, path, depth + 1, around)
    if (value.kind !== 'map') return
    const environment = withVariables(value, around)
    for (const entry of value.entries) {
      const anchor = path === '' ? entry.key : `${path}.${entry.key}`
      const script = SCRIPTS.has(entry.key) ? joinedScript(entry.value) : undefined
      if (script) nodes.push(scriptNode(script, 'shell', { place: where.script, anchor, environment }))
      else if (ENVIRONMENTS.has(entry.key)) nodes.push(...environmentNodes(entry.value, where.environment, anchor))
      if (!script) visit(entry.value, anchor, depth + 1, environment)
    }
  }
  if (document) visit(document, '', 0, new Map())
  return nodes
}

/** Variables whose values are written out. */
export type Environment = ReadonlyMap<string, MappedText>

/** Those of a map's own, and those around it. */
export function withVariables(holder: Value | undefined, around: Environment): Environment {
  const given = holder?.kind === 'map' ? holder.entries.filter(({ key }) => ENVIRONMENTS.has(key)) : []
  const own = given.flatMap(({ value }) => environmentNodes(value, 'script', ''))
  if (own.length === 0) return around
  const known = own.flatMap(({ name, value }) =>
    value.kind === 'string' && !/\$\{\{|\$\(/.test(value.text.value) ? [[name.value, value.text] as const] : [],
  )
  return new Map([...around, ...known])
}

/** A buildspec that stands in a template as text. */
export function buildspecNodes(text: MappedText, anchor: string): AnyNode[] {
  const { value } = yamlValue(text)
  return pipelineNodes(value, { script: 'script', environment: 'build-environment' }).map((node) => ({
    ...node,
    anchor: `${anchor}.${node.anchor}`,
  }))
}

/** `{A: b}` and `[A=b]`; what GitLab describes has its `value` one level deeper. */
export function environmentNodes(value: Value, place: Place, anchor: string): SettingNode[] {
  if (value.kind === 'map') {
    return value.entries.flatMap(({ key, keySpan, value: given }): SettingNode[] => {
      const inner = given.kind === 'map' ? given.entries.find((entry) => entry.key === 'value')?.value : given
      return inner && inner.kind !== 'list'
        ? [settingNode({ value: key, span: keySpan }, inner, { place, anchor })]
        : []
    })
  }
  return itemsOf(value).flatMap((item): SettingNode[] => {
    const equals = item.kind === 'string' ? item.text.value.indexOf('=') : -1
    if (item.kind !== 'string' || equals < 1) return item.kind === 'map' ? environmentNodes(item, place, anchor) : []
    const text = sliceText(item.text, equals + 1)
    const name = { value: item.text.value.slice(0, equals), span: locate(item.text, 0, equals) }
    return [settingNode(name, { kind: 'string', text, span: locate(text, 0, text.value.length) }, { place, anchor })]
  })
}

/** The lines of a script that is written as a text or as a list of texts. */
export function joinedScript(value: Value): MappedText | undefined {
  const lines = textsIn(value, 0)
  if (lines.length === 0) return undefined
  return concatTexts(lines.flatMap((line, index) => (index === 0 ? [line] : [newlineBefore(line), line])))
}

function textsIn(value: Value, depth: number): MappedText[] {
  if (value.kind === 'string') return value.text.value === '' ? [] : [withoutExpressions(value.text)]
  if (value.kind === 'list' && depth < 3) return value.items.flatMap((item) => textsIn(item, depth + 1))
  return []
}

/** `${{ … }}` and Task's `{{…}}` are put in before the shell sees them, so they are not known, unless they are given. */
export function withoutExpressions(text: MappedText, given: Environment = new Map()): MappedText {
  if (!text.value.includes('{{')) return text
  const built = buildText(text)
  let at = 0
  for (const match of text.value.matchAll(/\$?\{\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}\}/g)) {
    built.exact(at, match.index)
    at = match.index + match[0].length
    const known = given.get(match[0].replace(/^\$?\{\{|\}\}$/g, '').trim())
    if (known) built.append(known)
    else built.piece(UNKNOWN, match.index, at)
  }
  built.exact(at, text.value.length)
  return built.done()
}

function newlineBefore(line: MappedText): MappedText {
  const { uri, start } = locate(line, 0, 0)
  return literalText('\n', { uri, start, end: start })
}
