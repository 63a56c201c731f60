import type { AnyNode, Related } from '../../core/node.ts'
import { folderOf, pathFrom } from '../../core/paths.ts'
import { type MappedText, UNKNOWN, wholeText } from '../../core/text.ts'
import type { Tree } from '../../core/tree.ts'
import { leafOf, member, type Value } from '../../core/value.ts'
import { nodesOtherThan } from '../../extract/other-values.ts'
import { jsonValue } from '../../languages/json/json.ts'
import { yamlValue } from '../../languages/yaml/yaml.ts'
import { NOTHING, type Read } from '../front-end.ts'
import { type Evaluate, evaluator } from './evaluate.ts'
import { templateNodes } from './nodes.ts'
import { parameterFiles } from './parameter-files.ts'
import { handedPolicies } from './stack-parameters.ts'
import { type Resource, type Template, templateOf, withParameters } from './template.ts'

/** A template with its defaults, under every file of parameters that fits, and the stacks that it makes of others. */
export function readTemplate(document: Value, text: MappedText, path: string, tree: Tree): Read {
  const template = templateOf(document)
  const plain = templateNodes(document, text)
  if (!template || !plain) return NOTHING
  const nodes = [...plain.nodes]
  for (const { given, told } of parameterFiles(template, path, tree)) {
    nodes.push(...nodesOtherThan(plain.nodes, templateNodes(document, text, given)?.nodes ?? [], told))
  }
  const evaluate = evaluator(template, () => {})
  nodes.push(...nestedNodes(template, evaluate, path, tree, 0))
  return { nodes, notifications: plain.notifications, reads: [] }
}

/** Stacks within stacks within stacks. */
const DEEPEST = 5

function nestedNodes(template: Template, evaluate: Evaluate, path: string, tree: Tree, depth: number): AnyNode[] {
  if (depth > DEEPEST) return []
  return [...template.resources.values()].flatMap((resource) => {
    const argument = TEMPLATE_OF.get(resource.type)
    if (argument === undefined) return []
    const given = parametersOf(resource, evaluate)
    const body = bodyOf(resource, evaluate)
    const target = leafOf(evaluated(resource, argument, evaluate))?.value
    const child = target === undefined ? undefined : templateAt(target, path, tree)
    const source = child === undefined || child === path ? undefined : tree.read(child)
    const document = body?.document ?? (source && documentOf(wholeText(source), source.uri))
    const text = body?.text ?? (source && wholeText(source))
    const inner = templateOf(document)
    if (!document || !inner || !text) return handedPolicies(given, resource.id, resource.idSpan)
    // What stands in a string has nobody else to read it.
    const plain = body ? [] : (templateNodes(document, text)?.nodes ?? [])
    const told: Related = { span: resource.idSpan, message: `with the parameters of ${resource.id}` }
    const below = withParameters(inner, given)
    return [
      ...nodesOtherThan(plain, templateNodes(document, text, given)?.nodes ?? [], told),
      ...nestedNodes(
        below,
        evaluator(below, () => {}),
        child ?? path,
        tree,
        depth + 1,
      ),
    ]
  })
}

/**
 * A template by its path, or by the end of an address that it is uploaded to: `https://${Bucket}.s3.amazonaws.com/app/child.yaml`
 * is the one file of that name, and of that folder where there are several.
 */
function templateAt(target: string, path: string, tree: Tree): string | undefined {
  const near = pathFrom(folderOf(path), target)
  if (near !== undefined && tree.has(near)) return near
  const address = /^(?:https?|s3):\/\/[^/]*\/(.*)$/.exec(target)?.[1]
  const parts = (address ?? (target.includes(UNKNOWN) ? target : '')).split(UNKNOWN).at(-1)!.split('/').filter(Boolean)
  for (let from = 0; from < parts.length; from++) {
    const end = parts.slice(from).join('/')
    const found = tree.paths.filter((one) => one === end || one.endsWith(`/${end}`))
    if (found.length > 0) return found.length === 1 ? found[0] : undefined
  }
  return near
}

/** Where each type says which template it is made from. */
const TEMPLATE_OF: ReadonlyMap<string, string> = new Map([
  ['AWS::CloudFormation::Stack', 'TemplateURL'],
  ['AWS::CloudFormation::StackSet', 'TemplateURL'],
  ['AWS::Serverless::Application', 'Location'],
])

function evaluated({ properties }: Resource, name: string, evaluate: Evaluate): Value | undefined {
  const value = member(properties, name)
  return value && evaluate(value)
}

/** The template that stands in a string of this one. */
function bodyOf(resource: Resource, evaluate: Evaluate): { document: Value; text: MappedText } | undefined {
  const body = evaluated(resource, 'TemplateBody', evaluate)
  if (body?.kind !== 'string') return undefined
  const document = documentOf(body.text, '')
  return document && { document, text: body.text }
}

/** A map, or a list of keys and values. */
function parametersOf(resource: Resource, evaluate: Evaluate): ReadonlyMap<string, Value> {
  const given = evaluated(resource, 'Parameters', evaluate)
  if (given?.kind === 'map') return new Map(given.entries.map(({ key, value }) => [key, value]))
  const found = new Map<string, Value>()
  for (const item of given?.kind === 'list' ? given.items : []) {
    const [name, value] = [leafOf(member(item, 'ParameterKey'))?.value, member(item, 'ParameterValue')]
    if (name !== undefined && value) found.set(name, value)
  }
  return found
}

/** The first document of a text in JSON or YAML. */
export function documentOf(text: MappedText, path: string): Value | undefined {
  const json = /\.json$/i.test(path) || /^\uFEFF?\s*[[{]/.test(text.value)
  return json ? jsonValue(text).value : yamlValue(text).value
}
