import { managedNameOf } from '../../aws/managed-policies/managed-policies.ts'
import { canonicalClass } from '../../aws/resources/canonical.ts'
import { pulumiResourceType, stepsOf } from '../../aws/resources/index.ts'
import { isStep } from '../../aws/resources/spelling.ts'
import { derivedText } from '../../core/build-text.ts'
import type { AnyNode } from '../../core/node.ts'
import { UNKNOWN } from '../../core/text.ts'
import type { Value } from '../../core/value.ts'
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
  type Expression,
  optionsOf,
  type Program,
  resolved,
} from '../../languages/programs/expression.ts'
import { valueOfExpression } from '../../languages/programs/program-value.ts'
import { spansIn } from '../cdk/cdk.ts'
import { givenDocument } from '../cdk/statements.ts'
import type { Taken } from '../front-end.ts'
import { optionsValue, type ReadOption } from '../programs/options.ts'

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
    ...resources.map(resourceNode),
    ...identityNodes(links),
    ...uses.flatMap((use) => policyNode(use.document, { ...use, anchor: anchorOf(use) })),
    ...links.resources.flatMap((resource) => statementNodes(resource, links)),
    ...attachmentNodes(attachments),
  ]
  return { nodes, spans: uses.flatMap(({ document }) => spansIn(document)) }
}

function resourceNode({ type, address, header, arguments: given }: Declared): AnyNode {
  return { kind: 'resource', span: header, anchor: address, type, name: address, arguments: given }
}

/** A resource has one policy; those of an identity are told apart. */
function anchorOf({ resource, role, path, index }: PolicyUse): string {
  if (!isIdentity(resource)) return resource.address
  return `${resource.address}.${role === 'trust' ? role : path.includes('.') ? index : path}`
}

function resourceOf(call: Call, program: Program): Declared | undefined {
  const [module = '', name = ''] = call.path.slice(-2)
  if (!/^[A-Z]/.test(name)) return undefined
  const row = pulumiResourceType(module, name)
  if (!row && canonicalClass(module, name) === undefined) return undefined
  const documents = row?.policies?.map(({ at }) => stepsOf(at, 'pulumi')?.at(-1)) ?? []
  const isDocument = (key: string): boolean => documents.some((step) => isStep(key, step, 'pulumi'))
  const options = optionsOf(call, program)
  const given = options ? optionsValue(options, readerOf(program, isDocument)) : nothing(call)
  return {
    mode: 'resource',
    type: canonicalClass(module, name) ?? `${module}.${name}`,
    row,
    spelling: 'pulumi',
    address: nameOf(call, program),
    span: call.span,
    header: call.nameSpan,
    arguments: given,
    attribute: (wanted) => given.entries.findLast(({ key }) => isStep(key, wanted, 'pulumi'))?.value,
  }
}

/** The first argument is the resource's name. */
function nameOf(call: Call, program: Program): string {
  const name = call.arguments[0] && resolved(call.arguments[0], program)
  return name?.kind === 'string' ? name.text.value : (call.assignedTo ?? call.path.join('.'))
}

type MapValue = Value & { kind: 'map' }

const nothing = ({ span }: Call): MapValue => ({ kind: 'map', entries: [], span })

/** Arguments with what is known of them: documents as such, and what others refer to. */
function readerOf(program: Program, isDocument: (key: string) => boolean): ReadOption {
  const read: ReadOption = (expression, key, depth) => {
    if (isDocument(key)) return givenDocument(expression, program)!
    if (isManagedPolicy(expression)) return managedArn(expression)
    const known = resolved(expression, program)
    if (isManagedPolicy(known)) return managedArn(known)
    if (known.kind === 'list' && depth < DEEPEST) {
      return { kind: 'list', items: known.items.map((item) => read(item, '', depth + 1)), span: known.span }
    }
    if (known.kind === 'object') return optionsValue(known, read, depth)
    // Python's `RoleInlinePolicyArgs(policy=…)`.
    const options = known.kind === 'call' && /Args$/.test(calledName(known)) && optionsOf(known, program)
    if (options) return optionsValue(options, read, depth)
    const value = valueOfExpression(expression, program)
    const reference = referenceOf(expression, known, program)
    const scalar = value.kind === 'string' || value.kind === 'unknown'
    return reference !== undefined && scalar ? { ...value, reference } : value
  }
  return read
}

const DEEPEST = 6

/** The resource behind `role.id`, or the variable where that is none; one that is made on the spot. */
function referenceOf(expression: Expression, known: Expression, program: Program): string | undefined {
  if (expression.kind === 'path') {
    const name = expression.path.find((part) => part !== 'this' && part !== 'self')
    const made = name === undefined ? undefined : program.constants.get(name)
    return made?.kind === 'call' ? nameOf(made, program) : expression.path.join('.').replace(/\.(?:id|arn|name)$/, '')
  }
  return known.kind === 'call' ? nameOf(known, program) : undefined
}

type Path = Extract<Expression, { kind: 'path' }>

const isManagedPolicy = (expression: Expression): expression is Path =>
  expression.kind === 'path' && /^ManagedPolic(?:y|ies)$/.test(expression.path.at(-2) ?? '')

/** `aws.iam.ManagedPolicy.AdministratorAccess` is the ARN of AWS's policy of that name. */
function managedArn({ path, span }: Path): Value {
  return {
    kind: 'string',
    text: derivedText(`arn:${UNKNOWN}:iam::aws:policy/${managedNameOf(path.at(-1)!)}`, span),
    span,
  }
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
  return value.kind === 'unknown' ? value.reference : undefined
}
