import { spanOf } from '../../core/build-text.ts'
import type { AnyNode, ScriptNode } from '../../core/node.ts'
import { nameOf } from '../../core/paths.ts'
import type { Source } from '../../core/source.ts'
import { type MappedText, wholeText } from '../../core/text.ts'
import { leafOf, member, type Value } from '../../core/value.ts'
import { scriptNode } from '../../extract/cloud-init.ts'
import { itemsOf, settingNode } from '../../extract/nodes.ts'
import { yamlDocuments } from '../../languages/yaml/yaml.ts'
import { type Read, readOf } from '../front-end.ts'
import { type Environment, withoutExpressions, withVariables } from './pipeline.ts'

export function isWorkflowPath(path: string): boolean {
  return (
    /(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/.test(path) || /(?:^|\/)action\.ya?ml$/.test(path)
  )
}

/**
 * A GitHub workflow or a composite action: the whole document, each `run:` as a script, each variable of an `env:` and
 * each input of an action as a setting. What `${{ … }}` puts in is not known.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax
 */
export function workflowFile(source: Source): Read {
  const { values, notifications } = yamlDocuments(wholeText(source))
  const document = values[0]
  if (document?.kind !== 'map') return readOf([], notifications)
  const jobs = member(document, 'jobs')
  const runs = member(document, 'runs')
  const nodes: AnyNode[] = [
    { kind: 'workflow', span: document.span, anchor: nameOf(source.uri), document },
    ...settings(document, 'env', ''),
    ...(jobs?.kind === 'map' ? jobs.entries.flatMap(({ key, value }) => jobNodes(value, `jobs.${key}`, document)) : []),
    ...stepNodes(runs, 'runs', document),
  ]
  return readOf(nodes, notifications)
}

function jobNodes(job: Value, anchor: string, document: Value): AnyNode[] {
  const services = member(job, 'services')
  const containers = [
    { value: member(job, 'container'), anchor: `${anchor}.container` },
    ...(services?.kind === 'map'
      ? services.entries.map(({ key, value }) => ({ value, anchor: `${anchor}.services.${key}` }))
      : []),
  ]
  return [
    ...['env', 'with', 'secrets'].flatMap((key) => settings(job, key, anchor)),
    ...containers.flatMap(({ value, anchor: at }) => [
      ...settings(value, 'env', at),
      ...settings(value, 'credentials', at),
    ]),
    ...stepNodes(job, anchor, document),
  ]
}

function stepNodes(holder: Value | undefined, anchor: string, document: Value): AnyNode[] {
  return itemsOf(member(holder, 'steps')).flatMap((step, index) => {
    const name = leafOf(member(step, 'id'))?.value ?? leafOf(member(step, 'name'))?.value ?? String(index)
    const at = `${anchor}.steps[${name}]`
    const run = member(step, 'run')
    const environment = [document, holder, step].reduce<Environment>(
      (around, one) => withVariables(one, around),
      new Map(),
    )
    const scripts = run?.kind === 'string' ? inEachJob(run.text, holder, environment) : []
    const language = shellOf(step, holder, document)
    return [
      ...scripts.map((text) => scriptNode(text, language, { place: 'workflow', anchor: at, environment })),
      ...settings(step, 'env', at),
      ...settings(step, 'with', at),
    ]
  })
}

/** GitHub makes no more of one matrix. */
const MOST_JOBS = 256

/** The script with the values that stand in the file put in, once for each value of the matrix that it asks for. */
function inEachJob(text: MappedText, job: Value | undefined, environment: Environment): MappedText[] {
  const known = new Map([...environment].map(([name, value]) => [`env.${name}`, value]))
  const matrix = member(member(job, 'strategy'), 'matrix')
  const asked = (matrix?.kind === 'map' ? matrix.entries : []).find(({ key }) => text.value.includes(`matrix.${key}`))
  const values = asked ? itemsOf(asked.value).flatMap((item) => (item.kind === 'string' ? [item.text] : [])) : []
  if (!asked || values.length === 0) return [withoutExpressions(text, known)]
  return values
    .slice(0, MOST_JOBS)
    .map((value) => withoutExpressions(text, new Map([...known, [`matrix.${asked.key}`, value]])))
}

function shellOf(step: Value, job: Value | undefined, document: Value): ScriptNode['language'] {
  const given = [step, ...[job, document].map((holder) => member(member(holder, 'defaults'), 'run'))]
  const shell = given.map((value) => leafOf(member(value, 'shell'))?.value).find((name) => name !== undefined)
  if (shell === undefined || /^(?:ba)?sh\b/.test(shell)) return 'shell'
  return /^(?:pwsh|powershell)\b/.test(shell) ? 'powershell' : 'unknown'
}

function settings(holder: Value | undefined, key: string, at: string): AnyNode[] {
  const map = member(holder, key)
  if (map?.kind !== 'map') return []
  const anchor = at === '' ? key : `${at}.${key}`
  return map.entries.map((entry) =>
    settingNode({ value: entry.key, span: entry.keySpan }, known(entry.value), { place: 'workflow', anchor }),
  )
}

function known(value: Value): Value {
  if (value.kind !== 'string') return value
  const text = withoutExpressions(value.text)
  return text === value.text ? value : { kind: 'string', text, span: spanOf(text) }
}
