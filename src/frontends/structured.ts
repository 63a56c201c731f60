import type { Notification } from '../core/finding.ts'
import type { AnyNode } from '../core/node.ts'
import { limitReached } from '../core/notice.ts'
import { nameOf } from '../core/paths.ts'
import type { Source } from '../core/source.ts'
import { type MappedText, wholeText } from '../core/text.ts'
import type { Tree } from '../core/tree.ts'
import type { Value } from '../core/value.ts'
import { scriptsOf } from '../extract/cloud-init.ts'
import { jsonValue } from '../languages/json/json.ts'
import { yamlDocuments } from '../languages/yaml/yaml.ts'
import { ansibleNodes, isAnsible, mayBeAnsible } from './ansible/ansible.ts'
import { templateNodes } from './cloudformation/nodes.ts'
import { mayBeTemplate } from './cloudformation/template.ts'
import { NOTHING, type Read, readOf } from './front-end.ts'
import { isManifest, MANIFEST, manifestNodes, policyAnchor } from './kubernetes/manifest.ts'
import { chartValues, isChartValues, mayBeChartValues, mayBeWorkload, workloadNodes } from './kubernetes/workload.ts'
import { authorizationNodes, isAuthorizationDetails } from './policy-files/authorization-details.ts'
import { mayHoldPolicy, policiesIn } from './policy-files/policy-file.ts'
import { isServerless, serverlessNodes } from './serverless/serverless.ts'
import { isPlan, isState, planNodes, stateNodes } from './terraform/index.ts'

/** YAML and JSON larger than this is data, not infrastructure. */
const MOST_CHARACTERS = 8_000_000

/**
 * A JSON or YAML file: a template, a service of the Serverless Framework, a Terraform plan, an account's authorization
 * details, a cloud-config, or whatever holds policy documents. Files that are none of these are not parsed.
 */
export function structuredFile(source: Source, tree: Tree): Read {
  const { text, uri } = source
  if (text.length > MOST_CHARACTERS) return isWorthParsing(text, uri) ? tooLarge(source) : NOTHING
  if (/^\s*(?:## *template:[^\n]*\n)?#cloud-config/.test(text)) return cloudConfig(source)
  if (!isWorthParsing(text, uri)) return NOTHING
  const { values, notifications } = parsed(wholeText(source), isJson(uri, text))
  const reads: string[] = []
  const nodes: AnyNode[] = []
  const notes: Notification[] = [...notifications]
  for (const value of values) {
    const read = documentNodes(value, wholeText(source), uri, tree)
    nodes.push(...read.nodes)
    notes.push(...read.notifications)
    reads.push(...read.reads)
  }
  return { nodes, notifications: notes, reads }
}

/** Authorization details, and what `terraform show -json` prints. */
const OTHERS = /DetailList|"(?:planned_values|terraform_version)"/

function tooLarge(source: Source): Read {
  const message = 'larger than 8,000,000 characters, so it was searched for keys, but not read as infrastructure'
  return readOf([], [limitReached(wholeText(source), 0, message, 'structured-characters')])
}

/** Does a JSON or YAML text hold anything that is more to us than its text? */
export function isWorthParsing(text: string, path: string): boolean {
  // What the CDK writes beside a template says the same once more.
  if (text.includes('"tree-0.1"')) return false
  return (
    mayBeTemplate(text) ||
    mayHoldPolicy(text) ||
    isServerlessName(path) ||
    OTHERS.test(text) ||
    MANIFEST.test(text) ||
    mayBeWorkload(text) ||
    mayBeChartValues(text, path) ||
    mayBeAnsible(text, path)
  )
}

export function isServerlessName(path: string): boolean {
  return /^serverless(?:[.-][\w.-]+)?\.(?:ya?ml|json)$/.test(nameOf(path))
}

/** JSON or YAML that stands inside another file; `path` tells which, and names what is found. */
export function structuredText(text: MappedText, path: string, tree: Tree): Read {
  if (!isWorthParsing(text.value, path)) return NOTHING
  const { values } = parsed(text, isJson(path, text.value))
  return readOf(values.flatMap((value) => [...documentNodes(value, text, path, tree).nodes]))
}

function parsed(text: MappedText, json: boolean): { values: readonly Value[]; notifications: readonly Notification[] } {
  if (!json) return yamlDocuments(text)
  const { value, notifications } = jsonValue(text)
  return { values: value ? [value] : [], notifications }
}

/** By name, or by how it begins: `.template` and `.cfn` may be either. */
function isJson(path: string, text: string): boolean {
  return /\.json[c5]?$/i.test(path) || (!/\.ya?ml$/i.test(path) && /^\uFEFF?\s*[[{]/.test(text))
}

function documentNodes(value: Value, text: MappedText, path: string, tree: Tree): Read {
  const template = templateNodes(value, text)
  if (template) return { ...template, reads: [] }
  if (isServerless(value)) return serverlessNodes(value, text, path, tree)
  if (isPlan(value)) return readOf(planNodes(value))
  if (isState(value)) return readOf(stateNodes(value))
  if (isAuthorizationDetails(value)) return readOf(authorizationNodes(value))
  if (isManifest(value)) {
    return readOf([...policiesIn(value, path, policyAnchor(value)), ...manifestNodes(value), ...workloadNodes(value)])
  }
  if (isAnsible(value, path)) {
    const anchor = nameOf(path).replace(/\.\w+$/, '')
    return readOf([...policiesIn(value, path, anchor), ...ansibleNodes(value, anchor)])
  }
  if (isChartValues(path)) return readOf([...policiesIn(value, path), ...chartValues(value, nameOf(path))])
  return readOf(policiesIn(value, path))
}

function cloudConfig(source: Source): Read {
  const notifications: Notification[] = []
  const nodes = scriptsOf(wholeText(source), {
    place: 'user-data',
    anchor: nameOf(source.uri),
    notify: (notification) => notifications.push(notification),
  })
  return readOf(nodes, notifications)
}
