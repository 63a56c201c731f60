import type { Notification } from '../core/finding.ts'
import type { AnyNode } from '../core/node.ts'
import type { Source } from '../core/source.ts'
import { wholeText } from '../core/text.ts'
import type { Tree } from '../core/tree.ts'
import type { Value } from '../core/value.ts'
import { authorizationNodes, isAuthorizationDetails } from './authorization-details.ts'
import { scriptsOf } from './cloud-init.ts'
import { templateNodes } from './cloudformation/nodes.ts'
import { isServerless, serverlessNodes } from './cloudformation/serverless.ts'
import { mayBeTemplate } from './cloudformation/template.ts'
import { NOTHING, type Read, readOf } from './front-end.ts'
import { jsonValue } from './json.ts'
import { nameOf } from './paths.ts'
import { mayHoldPolicy, policiesIn } from './policy-file.ts'
import { yamlDocuments } from './yaml.ts'

/** YAML and JSON larger than this is data, not infrastructure. */
const MOST_CHARACTERS = 8_000_000

/**
 * A JSON or YAML file: a template, a service of the Serverless Framework, an account's authorization details, a
 * cloud-config, or whatever holds policy documents. Files that are none of these are not parsed.
 */
export function structuredFile(source: Source, tree: Tree): Read {
  const { text, uri } = source
  if (text.length > MOST_CHARACTERS) return NOTHING
  if (/^\s*(?:## *template:[^\n]*\n)?#cloud-config/.test(text)) return cloudConfig(source)
  if (!isWorthParsing(text, uri)) return NOTHING
  const { values, notifications } = parsed(source)
  const reads: string[] = []
  const nodes: AnyNode[] = []
  const notes: Notification[] = [...notifications]
  for (const value of values) {
    const read = documentNodes(value, source, tree)
    nodes.push(...read.nodes)
    notes.push(...read.notifications)
    reads.push(...read.reads)
  }
  return { nodes, notifications: notes, reads }
}

function isWorthParsing(text: string, path: string): boolean {
  return mayBeTemplate(text) || mayHoldPolicy(text) || isServerlessName(path) || text.includes('DetailList')
}

export function isServerlessName(path: string): boolean {
  return /^serverless(?:[.-][\w.-]+)?\.(?:ya?ml|json)$/.test(nameOf(path))
}

function parsed(source: Source): { values: readonly Value[]; notifications: readonly Notification[] } {
  const text = wholeText(source)
  if (!isJson(source)) return yamlDocuments(text)
  const { value, notifications } = jsonValue(text)
  return { values: value ? [value] : [], notifications }
}

/** By name, or by how it begins: `.template` and `.cfn` may be either. */
function isJson({ uri, text }: Source): boolean {
  return /\.json[c5]?$/i.test(uri) || (!/\.ya?ml$/i.test(uri) && /^\uFEFF?\s*[[{]/.test(text))
}

function documentNodes(value: Value, source: Source, tree: Tree): Read {
  const text = wholeText(source)
  const template = templateNodes(value, text)
  if (template) return { ...template, reads: [] }
  if (isServerless(value)) return serverlessNodes(value, text, source.uri, tree)
  if (isAuthorizationDetails(value)) return readOf(authorizationNodes(value))
  return readOf(policiesIn(value, source.uri))
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
