import { isStep, stepsOf } from '../../aws/resources/spelling.ts'
import type { AnyNode } from '../../core/node.ts'
import type { Value } from '../../core/value.ts'
import { attachmentNodes, attachmentsOf } from '../../extract/attachments.ts'
import { isIdentity } from '../../extract/holders.ts'
import { identityNodes } from '../../extract/identities.ts'
import { policyNode } from '../../extract/nodes.ts'
import { type PolicyUse, policyUses } from '../../extract/policies.ts'
import { type Declared, linksOf } from '../../extract/resource.ts'
import { statementNodes } from '../../extract/statements.ts'
import {
  type Call,
  calledName,
  type Expression,
  optionsOf,
  type Program,
  resolved,
  wholeObject,
} from '../../languages/programs/expression.ts'
import { valueOfExpression } from '../../languages/programs/program-value.ts'
import { givenDocument, spansIn } from '../cdk/statements.ts'
import type { Taken } from '../front-end.ts'
import { optionsValue, type ReadOption } from './options.ts'

/** How programs make resources with a library. */
export interface Making {
  /** What is made goes by this name. */
  readonly addressOf: (call: Call, program: Program) => string
  /** Which argument of a call its options are, where they are no keywords. */
  readonly optionsAt: number
  /** Classes that are a block of arguments: Python's `RoleInlinePolicyArgs(policy=…)`. */
  readonly blocks: RegExp
  /** A policy of AWS, by the word that the library has for it. */
  readonly managedPolicy: (expression: Expression, program: Program) => Value | undefined
}

/** A resource that a call makes, its arguments spelled as the library does. */
export function declaredBy(
  call: Call,
  program: Program,
  { type, row, spelling }: Pick<Declared, 'type' | 'row' | 'spelling'>,
  making: Making,
): Declared {
  const documents = row?.policies?.map(({ at }) => stepsOf(at, spelling)?.at(-1)) ?? []
  const isDocument = (key: string): boolean => documents.some((step) => isStep(key, step, spelling))
  const options = optionsOf(call, program)
  const given = options ? optionsValue(options, readerOf(program, isDocument, making)) : withoutOptions(call, making)
  return {
    mode: 'resource',
    type,
    row,
    spelling,
    address: making.addressOf(call, program),
    span: call.span,
    header: call.nameSpan,
    arguments: given,
    ...(options?.open && { isPartial: options.open }),
    attribute(wanted) {
      return given.kind === 'map'
        ? given.entries.findLast(({ key }) => isStep(key, wanted, spelling))?.value
        : undefined
    },
  }
}

/** What the resources of a program are, grant, attach and trust, by what is known of their types. */
export function declaredNodes(resources: readonly Declared[]): Taken {
  const links = linksBetween(resources)
  const attachments = attachmentsOf(links, ({ address }) => address)
  const uses = resources.flatMap((resource) => (resource.row?.policies ? policyUses(resource, links, attachments) : []))
  const nodes = [
    ...resources.map(resourceNode),
    ...identityNodes(links),
    ...uses.flatMap((use) => policyNode(use.document, { ...use, anchor: anchorOf(use) })),
    ...resources.flatMap((resource) => statementNodes(resource, links)),
    ...attachmentNodes(attachments),
  ]
  return { nodes, spans: uses.flatMap(({ document }) => spansIn(document)) }
}

function resourceNode({ type, address, header, arguments: given, isPartial }: Declared): AnyNode {
  const node = { kind: 'resource', span: header, anchor: address, type, name: address, arguments: given } as const
  return isPartial ? { ...node, isPartial } : node
}

/** A resource has one policy; those of an identity are told apart. */
function anchorOf({ resource, role, path, index }: PolicyUse): string {
  if (!isIdentity(resource)) return resource.address
  return `${resource.address}.${role === 'trust' ? role : path.includes('.') ? index : path}`
}

/** Nothing is said, or it stands where it cannot be followed to. */
function withoutOptions({ arguments: given, span }: Call, { optionsAt }: Making): Value {
  return given.length > optionsAt ? { kind: 'unknown', span } : { kind: 'map', entries: [], span }
}

const DEEPEST = 6

/** Arguments with what is known of them: documents as such, and what others refer to. */
function readerOf(program: Program, isDocument: (key: string) => boolean, making: Making): ReadOption {
  const read: ReadOption = (expression, key, depth) => {
    if (isDocument(key)) return givenDocument(expression, program)!
    const known = resolved(expression, program)
    const managed = making.managedPolicy(expression, program) ?? making.managedPolicy(known, program)
    if (managed) return managed
    if (known.kind === 'list' && depth < DEEPEST) {
      return { kind: 'list', items: known.items.map((item) => read(item, '', depth + 1)), span: known.span }
    }
    if (known.kind === 'object') return optionsValue(wholeObject(known, program), read, depth)
    const options = known.kind === 'call' && making.blocks.test(calledName(known)) && optionsOf(known, program)
    if (options) return optionsValue(options, read, depth)
    const value = valueOfExpression(expression, program)
    const reference = referenceOf(expression, known, program, making)
    const scalar = value.kind === 'string' || value.kind === 'unknown'
    return reference !== undefined && scalar ? { ...value, reference } : value
  }
  return read
}

/** The resource behind `role.id`, or the variable where that is none; one that is made on the spot. */
function referenceOf(
  expression: Expression,
  known: Expression,
  program: Program,
  { addressOf }: Making,
): string | undefined {
  if (expression.kind === 'path') {
    const name = expression.path.find((part) => part !== 'this' && part !== 'self')
    const made = name === undefined ? undefined : program.constants.get(name)
    return made?.kind === 'call'
      ? addressOf(made, program)
      : expression.path.join('.').replace(/\.(?:id|arn|name|ref)$/, '')
  }
  return known.kind === 'call' ? addressOf(known, program) : undefined
}

/** Resources by their names. */
function linksBetween(resources: readonly Declared[]) {
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
