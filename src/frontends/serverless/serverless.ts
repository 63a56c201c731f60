import type { Notification } from '../../core/finding.ts'
import type { AnyNode } from '../../core/node.ts'
import type { Holder } from '../../core/policy.ts'
import type { MappedText } from '../../core/text.ts'
import type { Tree } from '../../core/tree.ts'
import { type Entry, leafOf, member, type Value } from '../../core/value.ts'
import { attachmentNode, itemsOf, leavesIn, policyNode, settingsOfMap } from '../../extract/nodes.ts'
import { principalNodes } from '../../extract/principals.ts'
import { type Evaluate, evaluator, loneEvaluator } from '../cloudformation/evaluate.ts'
import { templateNodes } from '../cloudformation/nodes.ts'
import { templateOf } from '../cloudformation/template.ts'
import { variablesOf } from './variables.ts'

/** Is this a service of the Serverless Framework on AWS? */
export function isServerless(document: Value | undefined): boolean {
  const provider = member(document, 'provider')
  const name = leafOf(provider?.kind === 'map' ? member(provider, 'name') : provider)?.value
  return name === 'aws' && (member(document, 'service') !== undefined || member(document, 'functions') !== undefined)
}

/**
 * A `serverless.yml`: the role that its functions share, roles of functions, their environments, and the
 * CloudFormation in `resources`.
 * https://www.serverless.com/framework/docs/providers/aws/guide/iam
 */
export function serverlessNodes(
  document: Value,
  text: MappedText,
  path: string,
  tree: Tree,
): { nodes: AnyNode[]; notifications: readonly Notification[]; reads: readonly string[] } {
  const variables = variablesOf(document, path, tree)
  const service = variables.resolve(document)
  const resources = mergedResources(member(service, 'resources'))
  const template = templateNodes(resources, text)
  const known = templateOf(resources)
  const evaluate = known ? evaluator(known, () => {}) : loneEvaluator(service.span)
  const nodes = [
    ...(template?.nodes ?? []),
    ...sharedRole(member(service, 'provider'), evaluate),
    ...functionsOf(service).flatMap((entry) => functionNodes(entry, evaluate)),
  ]
  return { nodes, notifications: template?.notifications ?? [], reads: [...variables.reads] }
}

/** The logical id that the framework gives to the role of all functions. */
const SHARED_ROLE = 'IamRoleLambdaExecution'

function sharedRole(provider: Value | undefined, evaluate: Evaluate): AnyNode[] {
  if (provider?.kind !== 'map') return []
  const iam = member(provider, 'iam')
  const role = member(iam, 'role')
  const holder: Holder = { kind: 'role', address: SHARED_ROLE, span: provider.span }
  const environment = evaluated(member(provider, 'environment'), evaluate)
  const gateway = member(member(provider, 'apiGateway'), 'resourcePolicy') ?? member(provider, 'resourcePolicy')
  return [
    ...roleNodes(
      {
        statements: member(role, 'statements') ?? member(provider, 'iamRoleStatements'),
        managed: member(role, 'managedPolicies') ?? member(provider, 'iamManagedPolicies'),
        boundary:
          member(role, 'permissionsBoundary') ??
          member(role, 'permissionBoundary') ??
          member(provider, 'rolePermissionsBoundary'),
      },
      holder,
      evaluate,
    ),
    ...settingsOfMap(environment, { place: 'lambda-environment', anchor: 'provider' }),
    ...statementsNode(evaluated(gateway, evaluate), {
      anchor: 'provider.resourcePolicy',
      role: 'resource',
      holders: [{ kind: 'resource', address: 'ApiGatewayRestApi', service: 'execute-api', span: provider.span }],
    }),
  ]
}

function functionNodes({ key, keySpan, value }: Entry, evaluate: Evaluate): AnyNode[] {
  const anchor = `functions.${key}`
  const holder: Holder = { kind: 'role', address: `${anchor}.role`, span: keySpan }
  const environment = evaluated(member(value, 'environment'), evaluate)
  return [
    ...roleNodes({ statements: member(value, 'iamRoleStatements') }, holder, evaluate),
    ...settingsOfMap(environment, { place: 'lambda-environment', anchor }),
  ]
}

interface Role {
  readonly statements?: Value | undefined
  readonly managed?: Value | undefined
  readonly boundary?: Value | undefined
}

function roleNodes(role: Role, holder: Holder, evaluate: Evaluate): AnyNode[] {
  if (!role.statements && !role.managed && !role.boundary) return []
  const attached = (value: Value | undefined, boundary: boolean) =>
    leavesIn(evaluated(value, evaluate)).map((arn) => attachmentNode(arn, holder, { anchor: holder.address, boundary }))
  return [
    ...principalNodes({ holder, hasBoundary: role.boundary !== undefined }),
    ...statementsNode(evaluated(role.statements, evaluate), {
      anchor: holder.address,
      role: 'identity',
      holders: [holder],
    }),
    ...attached(role.managed, false),
    ...attached(role.boundary, true),
  ]
}

function statementsNode(statements: Value | undefined, site: Parameters<typeof policyNode>[1]): AnyNode[] {
  if (!statements) return []
  const entries = [{ key: 'Statement', keySpan: statements.span, value: statements }]
  return policyNode({ kind: 'map', entries, span: statements.span }, site)
}

function evaluated(value: Value | undefined, evaluate: Evaluate): Value | undefined {
  return value && evaluate(value)
}

/** `functions` is a map, or a list of maps. */
function functionsOf(service: Value): readonly Entry[] {
  return itemsOf(member(service, 'functions')).flatMap((functions) =>
    functions.kind === 'map' ? functions.entries : [],
  )
}

/** `resources` is a template, or a list of parts of one. */
function mergedResources(value: Value | undefined): Value | undefined {
  if (value?.kind !== 'list') return value
  const sections = new Map<string, Entry[]>()
  for (const { key, value: section } of value.items.flatMap((part) => (part.kind === 'map' ? part.entries : []))) {
    if (section.kind === 'map') sections.set(key, [...(sections.get(key) ?? []), ...section.entries])
  }
  const entries = [...sections].map(([key, inner]): Entry => {
    return { key, keySpan: value.span, value: { kind: 'map', entries: inner, span: value.span } }
  })
  return { kind: 'map', entries, span: value.span }
}
