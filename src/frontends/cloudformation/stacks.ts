import type { AnyNode, Related } from '../../core/node.ts'
import { type MappedText, wholeText } from '../../core/text.ts'
import type { Tree } from '../../core/tree.ts'
import { leafOf, member, type Value } from '../../core/value.ts'
import { nodesOnlyWith, nodesOtherThan } from '../../extract/other-values.ts'
import { NOTHING, type Read } from '../front-end.ts'
import { allowedValues } from './allowed-values.ts'
import { documentOf } from './documents.ts'
import { type Evaluate, evaluator } from './evaluate.ts'
import { withIncludes } from './includes.ts'
import { fileAt } from './located.ts'
import { templateNodes } from './nodes.ts'
import { parameterFiles } from './parameter-files.ts'
import { handedPolicies } from './stack-parameters.ts'
import { type Resource, type Template, templateOf, withParameters } from './template.ts'

/** A template with its defaults, under every file of parameters that fits, and the stacks that it makes of others. */
export function readTemplate(written: Value, text: MappedText, path: string, tree: Tree): Read {
  const { document, reads, notifications } = withIncludes(written, path, tree)
  const template = templateOf(document)
  const plain = templateNodes(document, text)
  if (!template || !plain) return NOTHING
  const nodes = [...plain.nodes]
  for (const { given, told } of parameterFiles(template, path, tree)) {
    nodes.push(...nodesOtherThan(plain.nodes, templateNodes(document, text, given)?.nodes ?? [], told))
  }
  for (const { given, words } of allowedValues(template)) {
    const others = templateNodes(document, text, given)?.nodes ?? []
    nodes.push(...nodesOnlyWith(nodes, others, { words, never: false }))
  }
  const evaluate = evaluator(template, () => {})
  const makes = new Set<string>()
  nodes.push(...nestedNodes(template, evaluate, { path, tree, makes }, 0))
  return { nodes, notifications: [...plain.notifications, ...notifications], reads, makes: [...makes] }
}

/** Stacks within stacks within stacks. */
const DEEPEST = 5

/** Where a template stands, and which others of the tree are made stacks of so far. */
interface Around {
  readonly path: string
  readonly tree: Tree
  readonly makes: Set<string>
}

function nestedNodes(template: Template, evaluate: Evaluate, around: Around, depth: number): AnyNode[] {
  if (depth > DEEPEST) return []
  const { path, tree, makes } = around
  return [...template.resources.values()].flatMap((resource) => {
    const argument = TEMPLATE_OF.get(resource.type)
    if (argument === undefined) return []
    const given = parametersOf(resource, evaluate)
    const body = bodyOf(resource, evaluate)
    const target = leafOf(evaluated(resource, argument, evaluate))?.value
    const child = target === undefined ? undefined : fileAt(target, path, tree)
    const source = child === undefined || child === path ? undefined : tree.read(child)
    const document = body?.document ?? (source && documentOf(wholeText(source), source.uri))
    const text = body?.text ?? (source && wholeText(source))
    const inner = templateOf(document)
    if (!document || !inner || !text) return handedPolicies(given, resource.id, resource.idSpan)
    // What stands in a string has nobody else to read it.
    const plain = body ? [] : (templateNodes(document, text)?.nodes ?? [])
    if (source && !body) makes.add(source.uri)
    const told: Related = { span: resource.idSpan, message: `with the parameters of ${resource.id}` }
    const below = withParameters(inner, given)
    return [
      ...nodesOtherThan(plain, templateNodes(document, text, given)?.nodes ?? [], told),
      ...nestedNodes(
        below,
        evaluator(below, () => {}),
        { ...around, path: child ?? path },
        depth + 1,
      ),
    ]
  })
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
