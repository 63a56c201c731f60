import { pulumiResourceType } from '../../aws/resources/index.ts'
import { snakeCase } from '../../aws/resources/spelling.ts'
import { derivedText } from '../../core/build-text.ts'
import { UNKNOWN } from '../../core/text.ts'
import type { Entry, Value } from '../../core/value.ts'
import { attachmentNodes, attachmentsOf } from '../../extract/attachments.ts'
import { isIdentity } from '../../extract/holders.ts'
import { identityNodes } from '../../extract/identities.ts'
import { policyNode } from '../../extract/nodes.ts'
import { type PolicyUse, policyUses } from '../../extract/policies.ts'
import { type Declared, type Links, linksOf } from '../../extract/resource.ts'
import { statementNodes } from '../../extract/statements.ts'
import {
  type Call,
  calledName,
  camelCase,
  type Expression,
  type ObjectExpression,
  optionsOf,
  type Program,
  resolved,
} from '../../languages/programs/expression.ts'
import { valueOfExpression } from '../../languages/programs/program-value.ts'
import { spansIn } from '../cdk/cdk.ts'
import { documentOf } from '../cdk/statements.ts'
import type { Taken } from '../front-end.ts'

/**
 * What the resources of Pulumi's AWS provider grant, attach and trust. Its classes and options are those of Terraform.
 * https://www.pulumi.com/registry/packages/aws/api-docs/
 */
export function pulumiNodes(program: Program): Taken {
  const resources = program.calls.flatMap((call) => resourceOf(call, program) ?? [])
  const links = unitLinks(resources)
  const attachments = attachmentsOf(links, ({ address }) => address)
  const uses = resources.flatMap((resource) => (resource.row?.policies ? policyUses(resource, links, attachments) : []))
  const nodes = [
    ...identityNodes(links),
    ...uses.flatMap((use) => policyNode(use.document, { ...use, anchor: anchorOf(use) })),
    ...links.resources.flatMap((resource) => statementNodes(resource, links)),
    ...attachmentNodes(attachments),
  ]
  return { nodes, spans: uses.flatMap(({ document }) => spansIn(document)) }
}

/** A resource has one policy; those of an identity are told apart. */
function anchorOf({ resource, role, path, index }: PolicyUse): string {
  if (!isIdentity(resource)) return resource.address
  return `${resource.address}.${role === 'trust' ? role : path.includes('.') ? index : path}`
}

function resourceOf(call: Call, program: Program): Declared | undefined {
  const [module = '', name = ''] = call.path.slice(-2)
  const row = pulumiResourceType(module, name)
  if (!row || !/^[A-Z]/.test(name)) return undefined
  const documents = new Set(row.policies?.map(({ at }) => (typeof at === 'string' ? at : at[0])?.split('.').at(-1)))
  const isDocument = (key: string): boolean => documents.has(key)
  const options = optionsOf(call, program)
  const given = options ? objectValue(options, program, isDocument) : nothing(call)
  return {
    mode: 'resource',
    type: `${module}.${name}`,
    row,
    spelling: 'terraform',
    address: nameOf(call, program),
    span: call.span,
    header: call.nameSpan,
    arguments: given,
    attribute: (key) => given.entries.findLast((entry) => entry.key === key)?.value,
  }
}

/** The first argument is the resource's name. */
function nameOf(call: Call, program: Program): string {
  const name = call.arguments[0] && resolved(call.arguments[0], program)
  return name?.kind === 'string' ? name.text.value : (call.assignedTo ?? call.path.join('.'))
}

type MapValue = Value & { kind: 'map' }

const nothing = ({ span }: Call): MapValue => ({ kind: 'map', entries: [], span })

/** Options that Terraform calls otherwise. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['inline_policies', 'inline_policy'],
  ['function', 'function_name'],
])

/** Options as Terraform's arguments, each made when it is asked for. */
function objectValue(object: ObjectExpression, program: Program, isDocument: (key: string) => boolean): MapValue {
  const entries = object.properties.map(({ key, keySpan, value }): Entry => {
    const snake = snakeCase(camelCase(key))
    const name = NAMES.get(snake) ?? snake
    let made: Value | undefined
    return {
      key: name,
      keySpan,
      get value() {
        made ??= argumentOf(value, program, isDocument, isDocument(name))
        return made
      },
    }
  })
  return { kind: 'map', entries, span: object.span }
}

const DEEPEST = 6

function argumentOf(
  expression: Expression,
  program: Program,
  isDocument: (key: string) => boolean,
  document: boolean,
  depth = 0,
): Value {
  // A document that cannot be followed tells nothing.
  if (document) return documentOf(expression, program) ?? { kind: 'null', span: expression.span }
  if (isManagedPolicy(expression)) return managedArn(expression)
  const known = resolved(expression, program)
  if (depth < DEEPEST && known.kind === 'list') {
    const items = known.items.map((item) => argumentOf(item, program, isDocument, false, depth + 1))
    return { kind: 'list', items, span: known.span }
  }
  if (known.kind === 'object') return objectValue(known, program, isDocument)
  // Python's `RoleInlinePolicyArgs(policy=…)`.
  const options = known.kind === 'call' && /Args$/.test(calledName(known)) ? optionsOf(known, program) : undefined
  if (options) return objectValue(options, program, isDocument)
  const value = valueOfExpression(expression, program)
  const reference = referenceOf(expression, known, program)
  return reference !== undefined && (value.kind === 'string' || value.kind === 'unknown')
    ? { ...value, reference }
    : value
}

/** The resource behind `role.id`, or the variable where that is none; one that is made on the spot. */
function referenceOf(expression: Expression, known: Expression, program: Program): string | undefined {
  if (expression.kind === 'path') {
    const name = expression.path.find((part) => part !== 'this' && part !== 'self')
    const made = name === undefined ? undefined : program.constants.get(name)
    return made?.kind === 'call' ? nameOf(made, program) : name
  }
  return known.kind === 'call' ? nameOf(known, program) : undefined
}

type Path = Extract<Expression, { kind: 'path' }>

const isManagedPolicy = (expression: Expression): expression is Path =>
  expression.kind === 'path' && expression.path.at(-2) === 'ManagedPolicy'

/** `aws.iam.ManagedPolicy.AdministratorAccess` is the ARN of AWS's policy of that name. */
function managedArn({ path, span }: Path): Value {
  return { kind: 'string', text: derivedText(`arn:${UNKNOWN}:iam::aws:policy/${path.at(-1)}`, span), span }
}

/** Resources by their names. */
function unitLinks(resources: readonly Declared[]): Links {
  const byName = new Map(resources.map((resource) => [resource.address, resource]))
  return linksOf(resources, {
    targets(value) {
      const reference = value.kind === 'string' || value.kind === 'unknown' ? value.reference : undefined
      const target = byName.get(reference ?? '')
      return target ? [target] : []
    },
    outsider,
    subject: outsider,
  })
}

/** What is written, or the variable that it is drawn from. */
function outsider(value: Value): string | undefined {
  if (value.kind === 'string') return value.reference ?? value.text.value
  return value.kind === 'unknown' ? (value.reference ?? UNKNOWN) : undefined
}
