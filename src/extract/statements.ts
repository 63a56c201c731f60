import type { StatementSite } from '../aws/resources/index.ts'
import type { AnyNode } from '../core/node.ts'
import type { Condition, Principal, Statement } from '../core/policy.ts'
import { UNKNOWN } from '../core/text.ts'
import { isWhollyUnknown, type Leaf, leafOf, type Value } from '../core/value.ts'
import { subjectHolder } from './holders.ts'
import { policyNode, policyNodeOf } from './nodes.ts'
import { argumentAt, argumentsAt, type Declared, type Links } from './resource.ts'

/**
 * Resources that are one statement of another resource's policy, as that statement.
 * https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
 */
export function statementNodes(resource: Declared, links: Links): AnyNode[] {
  const shape = resource.mode === 'resource' ? resource.row?.statement : undefined
  if (!shape) return []
  const holders = [subjectHolder(resource, [shape.subject], links)]
  const site = { anchor: resource.address, role: 'resource', holders } as const
  const whole = argumentAt(resource, shape.whole)
  if (whole) return policyNode(documentWith(whole), site)
  const argument = (path: StatementSite['action']): Leaf | undefined => leafOf(argumentAt(resource, path))
  const action = argument(shape.action) ?? usualAction(shape, resource)
  const principal = argument(shape.principal)
  if (!action || !principal) return []
  const statement: Statement = {
    effect: { value: 'Allow', span: resource.header },
    actions: [action],
    notActions: [],
    resources: [resourceOf(resource, shape)],
    notResources: [],
    principals: [principalOf(principal)],
    notPrincipals: [],
    conditions: [
      ...(shape.conditions ?? []).flatMap(([operator, key, at]) => condition(operator, key, argument(at))),
      ...conditionBlocks(resource, shape),
    ],
    span: resource.span,
  }
  return [policyNodeOf({ role: 'resource', statements: [statement], incomplete: false }, resource.header, site)]
}

/** A statement without a document around it. */
export function documentWith(statements: Value): Value {
  const { span } = statements
  const value: Value = statements.kind === 'list' ? statements : { kind: 'list', items: [statements], span }
  return { kind: 'map', entries: [{ key: 'Statement', keySpan: span, value }], span }
}

function usualAction({ usualAction: value }: StatementSite, { header }: Declared): Leaf | undefined {
  return value === undefined ? undefined : { value, span: header }
}

/** What is not known is still one thing, not any. */
function resourceOf(resource: Declared, { subject }: StatementSite): Leaf {
  const given = leafOf(argumentAt(resource, subject))
  if (!given) return { value: '*', span: resource.header }
  if (!isWhollyUnknown(given)) return given
  return { value: `arn:${UNKNOWN}:${resource.row?.service}:${UNKNOWN}:${UNKNOWN}:${UNKNOWN}`, span: given.span }
}

/** `{type, key, value}`. */
function conditionBlocks(resource: Declared, { condition: at }: StatementSite): Condition[] {
  if (typeof at !== 'string') return []
  const inside = (name: string): Leaf[] =>
    argumentsAt(resource, `${at}.${name}`).flatMap(({ value }) => leafOf(value) ?? [])
  const [operators, keys] = [inside('type'), inside('key')]
  return inside('value').flatMap((value, index) =>
    condition(operators[index]?.value ?? 'StringEquals', keys[index]?.value ?? 'aws:PrincipalOrgID', value),
  )
}

function condition(operator: string, key: string, value: Leaf | undefined): Condition[] {
  if (!value) return []
  const { span } = value
  return [{ operator: { value: operator, span }, key: { value: key, span }, values: [value] }]
}

function principalOf(value: Leaf): Principal {
  if (value.value === '*') return { type: '*', value }
  if (isWhollyUnknown(value)) return { type: UNKNOWN, value }
  return { type: /\.amazonaws\.com(?:\.cn)?$/.test(value.value) ? 'Service' : 'AWS', value }
}
