import type { Units } from '../core/analysis.ts'
import type { AnyNode, PolicyNode } from '../core/node.ts'
import type { PolicyDocument, Statement } from '../core/policy.ts'
import { namesOf } from '../extract/resource-index.ts'
import { some } from './evaluate-conditions.ts'
import { principalsOf } from './principals.ts'
import { type Caller, statementMatch } from './simulate.ts'

/** The policy that stands about a resource: a role's trust policy, or a resource policy that names it or is its own. */
export function policyAbout(units: Units, action: string, resource: string): PolicyDocument | undefined {
  if (/^sts:AssumeRole/i.test(action)) {
    const name = /:role\/(?:.*\/)?([^/]+)$/.exec(resource)?.[1]
    const roles = name === undefined ? [] : units.flatMap((unit) => principalsOf(unit).named('role', name))
    return joinedDocument(roles.flatMap((role) => role.trust))
  }
  return joinedDocument(
    resourcePoliciesIn(units)
      .filter(({ node, nodes }) => isNamed(node, resource) || isItsOwn(node, resource, nodes))
      .map(({ node }) => node),
  )
}

/** Policies of resources, each with the nodes of its unit. */
export function resourcePoliciesIn(units: Units): { readonly node: PolicyNode; readonly nodes: readonly AnyNode[] }[] {
  return units.flatMap(({ nodes }) =>
    nodes
      .filter(
        (node): node is PolicyNode => node.kind === 'policy' && node.document.role === 'resource' && !node.madeOnly,
      )
      .map((node) => ({ node, nodes })),
  )
}

/** May the statement be about the resource? */
export function reaches(statement: Statement, resource: string): boolean {
  const caller: Caller = { arn: '', kind: 'role' }
  const actions = [{ value: '*', span: statement.span }]
  const request = { caller, action: '*:*', resource, context: new Map() }
  return statementMatch({ ...statement, actions, notActions: [], conditions: [] }, request) !== 'no'
}

/** By an ARN, in one of its statements; a star there is the resource itself, whatever that is. */
function isNamed({ document }: PolicyNode, resource: string): boolean {
  return document.statements.some(
    (statement) =>
      some(statement.resources, ({ value, span }) => {
        if (/^\*+$/.test(value)) return 'no'
        const one = { ...statement, resources: [{ value, span }] }
        return reaches(one, resource) ? 'yes' : 'no'
      }) === 'yes',
  )
}

/** The policy of the queue `orders` is about `arn:aws:sqs:…:orders`, also where its statements only say `*`. */
function isItsOwn({ holders, document }: PolicyNode, resource: string, nodes: readonly AnyNode[]): boolean {
  const [, , service, , , ...rest] = resource.split(':')
  const name = rest.join(':')
  const plain = /^(?:[\w-]+[/:])?([^/:]+)/.exec(name)?.[1]
  if (plain === undefined || !document.statements.some(({ resources }) => isAnything(resources))) return false
  return holders.some((holder) => {
    if (holder.service !== service) return false
    const own = nodes.find((node) => node.kind === 'resource' && node.anchor === holder.address)
    const names = own?.kind === 'resource' ? namesOf(own) : [holder.address]
    return names.some((one) => one === plain || one === name)
  })
}

const isAnything = (resources: Statement['resources']): boolean =>
  resources.length === 0 || resources.some(({ value }) => /^\*+$/.test(value))

function joinedDocument(nodes: readonly PolicyNode[]): PolicyDocument | undefined {
  const [first] = nodes
  if (!first) return undefined
  return {
    role: first.document.role,
    statements: nodes.flatMap(({ document }) => document.statements),
    incomplete: nodes.some(({ document }) => document.incomplete),
  }
}
