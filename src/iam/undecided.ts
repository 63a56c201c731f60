import { managedName, managedPolicy } from '../aws/managed-policies/managed-policies.ts'
import type { Analysis } from '../core/analysis.ts'
import type { AnyNode, AttachmentNode, PolicyNode } from '../core/node.ts'
import type { Condition, Principal, Statement } from '../core/policy.ts'
import { UNKNOWN } from '../core/text.ts'
import { isWhollyUnknown, type Leaf } from '../core/value.ts'
import { STATEMENT_ELEMENTS, type StatementElement } from '../extract/policy-document.ts'
import { groupedBy } from './groups.ts'
import { listed, quote } from './messages.ts'

/**
 * What decides about a grant and is not known here. A grant is judged, or it is told that it could not be: silence would
 * say that there is none.
 */
export interface Undecided {
  /** `Action`, `a statement`: completes "… is not known here". */
  readonly what: string
  readonly leaf: Leaf
}

/** What of a document is not known, in the order in which it is written. */
export function undecidedIn(node: PolicyNode, unit: Analysis): Undecided[] {
  const { statements, gaps = [], incomplete } = node.document
  const open = statements.filter(({ effect }) => effect.value.toLowerCase() !== 'deny')
  const parts = open.flatMap((statement) =>
    STATEMENT_ELEMENTS.flatMap((element) =>
      LEAVES[element](statement)
        .filter((leaf) => isOpenIn(element, leaf) && !isOneThing(leaf, unit))
        .map((leaf): Undecided => ({ what: element, leaf })),
    ),
  )
  const what = statements.length === 0 ? 'the document' : 'a statement'
  const whole = incomplete && gaps.length === 0 ? [{ value: UNKNOWN, span: node.span }] : gaps
  const all = [...whole.map((leaf): Undecided => ({ what, leaf })), ...parts]
  return distinct(all.map((one) => ({ ...one, leaf: withinModule(one.leaf, node) })))
}

/** By the name that it has where it is written: all calls of a module lead there. */
export function withinModule(leaf: Leaf, { anchor }: AnyNode): Leaf {
  const [module = ''] = /^(?:module\.[\w-]+(?:\[[^\]]*\])?\.)+/.exec(anchor) ?? []
  return leaf.reference?.startsWith(module) ? { ...leaf, reference: leaf.reference.slice(module.length) } : leaf
}

/** The leaves of a statement by the element that they stand in. */
const LEAVES: Readonly<Record<StatementElement, (statement: Statement) => readonly Leaf[]>> = {
  Effect: ({ effect }) => [effect],
  Action: ({ actions }) => actions,
  NotAction: ({ notActions }) => notActions,
  Resource: ({ resources }) => resources,
  NotResource: ({ notResources }) => notResources,
  Principal: ({ principals }) => principals.map(principalLeaf),
  NotPrincipal: ({ notPrincipals }) => notPrincipals.map(principalLeaf),
  Condition: ({ conditions }) => conditions.flatMap(conditionLeaves),
}

const principalLeaf = ({ type, value }: Principal): Leaf =>
  type.includes(UNKNOWN) ? { ...value, value: UNKNOWN } : value

const conditionLeaves = ({ operator, key, values }: Condition): readonly Leaf[] =>
  key.value.includes(UNKNOWN) || operator.value.includes(UNKNOWN) ? [{ ...key, value: UNKNOWN }] : values

/** Part of an action may be any action; part of an ARN is still one thing. */
function isOpenIn(element: StatementElement, leaf: Leaf): boolean {
  if (element === 'Effect' || element === 'Action' || element === 'NotAction') return leaf.value.includes(UNKNOWN)
  return isWhollyUnknown(leaf) || /^\uE000+[/*]*$/.test(leaf.value)
}

/** Is it one thing for certain, whatever it is called: the account itself, a resource that stands here or that is looked up? */
export function isOneThing({ reference }: Leaf, unit: Analysis): boolean {
  if (reference === undefined) return false
  if (ITSELF.test(reference) || LOOKED_UP.test(reference)) return true
  const declared = unit.of(addressesIn, unit.nodes)
  const steps = reference
    .replace(/^Ref /, '')
    .replace(/\[[^\]]*\]/g, '')
    .split('.')
  return steps.some((_, at) => declared.has(steps.slice(0, at + 1).join('.')))
}

const ITSELF =
  /^Ref AWS::|(?:^|\.)data\.aws_(?:caller_identity|region|partition|organizations_organization)\.|^Aws\.|(?:^|\.)(?:account|region|partition|urlSuffix)$/

const LOOKED_UP = /(?:^|\.)data\.aws_\w+\.[\w-]+(?:\[[^\]]*\])?\.(?:\w+_)?(?:arn|id|name)$/

function addressesIn(nodes: readonly AnyNode[]): ReadonlySet<string> {
  const resources = nodes.filter(({ kind }) => kind === 'resource' || kind === 'identity')
  return new Set(resources.map(({ anchor }) => anchor.replace(/\[[^\]]*\]/g, '')))
}

function distinct(all: readonly Undecided[]): Undecided[] {
  return [...new Map(all.map((one) => [`${one.what} ${unknownWords(one.leaf)}`, one])).values()]
}

/** What people call what is not known: `var.actions`, and as much of it as is known. */
export function unknownWords({ value, reference }: Leaf): string {
  const name = reference === undefined ? undefined : quote(reference.replace(/^Ref (?=\w+$)/, ''))
  if (value !== UNKNOWN) return name === undefined ? quote(value) : `${quote(value)} (with ${name})`
  return name ?? 'a value that is worked out elsewhere'
}

/** `Action is `var.actions` and Resource is `var.arn` and `var.key``. */
export function undecidedWords(found: readonly Undecided[]): string {
  const names = groupedBy(found, ({ what }) => what)
  return listed([...names].map(([what, some]) => `${what} is ${listed(some.map(({ leaf }) => unknownWords(leaf)))}`))
}

/** The same in a fingerprint. */
export function undecidedElement(found: readonly Undecided[]): string {
  return found.map(({ what, leaf }) => `${what} ${unknownWords(leaf)}`).join(', ')
}

/** What is attached, where nothing here tells what it is or what it says. */
export function undecidedPolicy({
  policyArn,
  policyAnchor,
  boundary,
}: AttachmentNode): 'unknown' | 'unseen' | undefined {
  if (policyAnchor !== undefined || managedPolicy(policyArn.value)) return undefined
  const { value } = policyArn
  const name = managedName(value) ?? value.slice(value.indexOf(':policy/') + 1)
  if (name.includes(UNKNOWN)) return 'unknown'
  return !boundary && /^arn:[^:]*:iam::(?!aws:)/.test(value) ? 'unseen' : undefined
}
