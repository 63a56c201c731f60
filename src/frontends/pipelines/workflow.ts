import { spanOf } from '../../core/build-text.ts'
import type { AnyNode, ScriptNode } from '../../core/node.ts'
import { nameOf } from '../../core/paths.ts'
import type { Source } from '../../core/source.ts'
import { wholeText } from '../../core/text.ts'
import { leafOf, member, type Value } from '../../core/value.ts'
import { scriptNode } from '../../extract/cloud-init.ts'
import { itemsOf, settingNode } from '../../extract/nodes.ts'
import { yamlDocuments } from '../../languages/yaml/yaml.ts'
import { type Read, readOf } from '../front-end.ts'
import { withoutExpressions } from './pipeline.ts'

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
    ...environment(document, 'env', ''),
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
    ...['env', 'with', 'secrets'].flatMap((key) => environment(job, key, anchor)),
    ...containers.flatMap(({ value, anchor: at }) => [
      ...environment(value, 'env', at),
      ...environment(value, 'credentials', at),
    ]),
    ...stepNodes(job, anchor, document),
  ]
}

function stepNodes(holder: Value | undefined, anchor: string, document: Value): AnyNode[] {
  return itemsOf(member(holder, 'steps')).flatMap((step, index) => {
    const name = leafOf(member(step, 'id'))?.value ?? leafOf(member(step, 'name'))?.value ?? String(index)
    const at = `${anchor}.steps[${name}]`
    const run = member(step, 'run')
    const script =
      run?.kind === 'string'
        ? [scriptNode(withoutExpressions(run.text), shellOf(step, holder, document), { place: 'workflow', anchor: at })]
        : []
    return [...script, ...environment(step, 'env', at), ...environment(step, 'with', at)]
  })
}

function shellOf(step: Value, job: Value | undefined, document: Value): ScriptNode['language'] {
  const given = [step, ...[job, document].map((holder) => member(member(holder, 'defaults'), 'run'))]
  const shell = given.map((value) => leafOf(member(value, 'shell'))?.value).find((name) => name !== undefined)
  if (shell === undefined || /^(?:ba)?sh\b/.test(shell)) return 'shell'
  return /^(?:pwsh|powershell)\b/.test(shell) ? 'powershell' : 'unknown'
}

function environment(holder: Value | undefined, key: string, at: string): AnyNode[] {
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
