import type { AnyNode } from '../../core/node.ts'
import type { Holder, HolderKind, PolicyRole } from '../../core/policy.ts'
import { UNKNOWN } from '../../core/text.ts'
import type { Value } from '../../core/value.ts'
import { attachmentNode, leavesIn, policyNode } from '../../extract/nodes.ts'
import { principalNodes } from '../../extract/principals.ts'
import {
  type Call,
  calledName,
  type Expression,
  itemsIn,
  nameOf,
  option,
  type Program,
  resolved,
  wholeObject,
} from '../../languages/programs/expression.ts'
import { listValue, mapValue, stringValue, valueOfExpression } from '../../languages/programs/program-value.ts'
import type { Taken } from '../front-end.ts'
import { addressOf, constructBehind, isReadByRow } from './constructs.ts'
import { grantNodes } from './grants.ts'
import { holderOf, PRINCIPALS, serviceOf } from './holders.ts'
import { namedPolicy } from './managed-policies.ts'
import { resourceNodes } from './resources.ts'
import { documentOf, documentValue, givenDocument, spansIn, statementsIn, trustOf } from './statements.ts'

const NOTHING: Taken = { nodes: [], spans: [] }

/** Methods that give a principal a statement, and those that give one to a resource. */
const GRANTS_TO_PRINCIPAL =
  /^addTo(?:Role|Principal)?Policy$|^addTo(?:Task|Execution)RolePolicy$|^addToPrincipalPolicy$/
const GRANTS_ON_RESOURCE = /^addTo(?:Resource|Access|Key)Policy$|^addToResourcePolicy$/

/**
 * What a call of the CDK grants, attaches and trusts.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam-readme.html
 */
export function cdkNodes(call: Call, program: Program): Taken {
  const made = [...resourceNodes(call, addressOf(call, program), program), ...grantNodes(call, program)]
  const taken = grantsOf(call, program)
  return made.length > 0 ? { ...taken, nodes: [...made, ...taken.nodes] } : taken
}

function grantsOf(call: Call, program: Program): Taken {
  if (isReadByRow(call)) return NOTHING
  const name = calledName(call)
  const kind = PRINCIPALS.get(name)
  if (kind && isModule(call, 'iam')) return principal(call, kind, program)
  if (/^(?:Managed)?Policy$/.test(name) && isModule(call, 'iam')) return policy(call, program)
  if (GRANTS_TO_PRINCIPAL.test(name)) return statements(call, 'identity', program)
  if (GRANTS_ON_RESOURCE.test(name)) return statements(call, 'resource', program)
  if (name === 'addStatements') return addStatements(call, program)
  if (/^addManagedPolicy$|^addToGroupManagedPolicy$/.test(name)) return managed(call, program)
  if (name === 'grantPublicAccess') return publicAccess(call, addressBehind(nameOf(call.path.slice(0, -1)), program))
  const isPublic = name === 'Bucket' ? option(call, program, 'publicReadAccess') : undefined
  if (isPublic?.kind === 'boolean' && isPublic.value) return publicAccess(call, addressOf(call, program))
  if (/^add(?:Property)?Override$/.test(name)) return override(call, program)
  return documentsOfResource(call, program)
}

/** Is the class one of this module: `iam.Role`, `aws_iam.Role`, or `Role` by itself? */
function isModule(call: Call, module: string): boolean {
  const owner = call.path.at(-2)?.toLowerCase()
  return owner === undefined || owner === module || owner.endsWith(module)
}

function principal(call: Call, kind: HolderKind, program: Program): Taken {
  const holder: Holder = { kind, address: addressOf(call, program), span: call.nameSpan }
  const boundary = option(call, program, 'permissionsBoundary')
  const trust = trustOf(option(call, program, 'assumedBy'), program)
  const inline = inlinePolicies(call, program)
  const nodes: AnyNode[] = [
    ...principalNodes({ holder, trust, hasBoundary: boundary !== undefined, arguments: mapValue({}, call.span) }),
    ...inline.flatMap(({ name, document }) =>
      policyNode(document, { anchor: `${holder.address}.${name}`, role: 'identity', holders: [holder] }),
    ),
    ...itemsIn(option(call, program, 'managedPolicies'), program).flatMap((item) =>
      attachments(item, holder, false, program),
    ),
    ...(boundary ? attachments(boundary, holder, true, program) : []),
  ]
  return { nodes, spans: [...inline.flatMap(({ document }) => spansIn(document)), ...(trust ? spansIn(trust) : [])] }
}

/** `inlinePolicies: {name: document}` */
function inlinePolicies(call: Call, program: Program): { name: string; document: Value }[] {
  const named = option(call, program, 'inlinePolicies')
  const pairs =
    named?.kind === 'object'
      ? wholeObject(named, program).properties.map(({ key, value }) => ({ name: key, given: value }))
      : named
        ? [{ name: 'inlinePolicies', given: named }]
        : []
  return pairs.flatMap(({ name, given }) => {
    const document = givenDocument(given, program)
    return document ? [{ name, document }] : []
  })
}

/** `iam.Policy` and `iam.ManagedPolicy`, with those that they name as holders. */
function policy(call: Call, program: Program): Taken {
  const given = option(call, program, 'document')
  const listed = option(call, program, 'statements')
  const document =
    givenDocument(given, program) ?? (listed && documentValue(statementsIn(listed, program), call.nameSpan))
  if (!document) return NOTHING
  const address = addressOf(call, program)
  const itself: Holder[] = /Managed/.test(calledName(call))
    ? [{ kind: 'managed-policy', address, span: call.nameSpan }]
    : []
  const holders = (['roles', 'users', 'groups'] as const).flatMap((key) =>
    itemsIn(option(call, program, key), program).map((item) => holderAt(item, program, singular(key))),
  )
  const site = { anchor: address, role: 'identity', holders: [...itself, ...holders] } as const
  return { nodes: policyNode(document, site), spans: spansIn(document) }
}

const singular = (key: 'roles' | 'users' | 'groups'): HolderKind => key.slice(0, -1) as HolderKind

/** `role.addToPolicy(statement)`, `bucket.addToResourcePolicy(statement)`. */
function statements(call: Call, role: PolicyRole, program: Program): Taken {
  const given = call.arguments.flatMap((argument) => statementsIn(argument, program))
  if (given.length === 0) return NOTHING
  const document = documentValue(given, call.span)
  const endpoint = isEndpoint(call, program)
  const holder = ownerOf(call, program, role === 'resource' || endpoint ? 'resource' : 'role')
  const anchor = `${holder.address}.${calledName(call)}`
  if (endpoint)
    return { nodes: policyNode(document, { anchor, role: 'boundary', holders: [holder] }), spans: spansIn(document) }
  return { nodes: policyNode(document, { anchor, role, holders: [holder] }), spans: spansIn(document) }
}

/** The policy of a VPC endpoint narrows what goes through it, it grants nothing. */
function isEndpoint(call: Call, program: Program): boolean {
  const owner = call.receiver ?? program.constants.get(nameOf(call.path.slice(0, -1)))
  return owner?.kind === 'call' && /Endpoint$/.test(calledName(owner))
}

/** On `role.assumeRolePolicy` it is trust; on a document of its own it is whatever the document is for. */
function addStatements(call: Call, program: Program): Taken {
  const owner = call.path.at(-2) ?? ''
  if (/^assumeRolePolicy$/.test(owner)) {
    const given = call.arguments.flatMap((argument) => statementsIn(argument, program))
    const document = documentValue(given, call.span)
    const name = nameOf(call.path.slice(0, -2)) || owner
    const holder: Holder = { kind: 'role', address: addressBehind(name, program), span: call.nameSpan }
    const site = { anchor: `${holder.address}.trust`, role: 'trust', holders: [holder] } as const
    return { nodes: policyNode(document, site), spans: spansIn(document) }
  }
  const known = program.constants.get(nameOf(call.path.slice(0, -1)))
  const identity = known?.kind === 'call' && /Policy$/.test(calledName(known))
  return identity ? statements(call, 'identity', program) : NOTHING
}

/** Who a method is called on: the construct behind the variable. */
function ownerOf(call: Call, program: Program, kind: HolderKind): Holder {
  const name = nameOf(call.path.slice(0, -1)) || call.path.slice(0, -1).join('.')
  return holderOf(constructBehind(call, program), name, call.nameSpan, kind, program)
}

function addressBehind(name: string, program: Program): string {
  const known = program.constants.get(name)
  return known?.kind === 'call' ? addressOf(known, program) : name
}

function holderAt(expression: Expression, program: Program, kind: HolderKind): Holder {
  const address = expression.kind === 'call' ? addressOf(expression, program) : ''
  const name = expression.kind === 'path' ? expression.path.join('.') : address || UNKNOWN
  return { kind, address: addressBehind(name, program), span: expression.span }
}

/** `ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess')`, `.fromManagedPolicyArn(this, 'id', 'arn')`, an ARN. */
function attachments(expression: Expression, holder: Holder, boundary: boolean, program: Program): AnyNode[] {
  return itemsIn(expression, program).flatMap((item) => attachment(item, holder, boundary, program))
}

function attachment(known: Expression, holder: Holder, boundary: boolean, program: Program): AnyNode[] {
  const more = { anchor: holder.address, boundary }
  if (known.kind === 'call' && /^from/.test(calledName(known))) {
    return leavesIn(namedPolicy(known, program)).map((leaf) => attachmentNode(leaf, holder, more))
  }
  if (known.kind === 'call') {
    const anchor = addressOf(known, program)
    return [attachmentNode({ value: anchor, span: known.span }, holder, { ...more, policyAnchor: anchor })]
  }
  return leavesIn(valueOfExpression(known, program)).map((leaf) => attachmentNode(leaf, holder, more))
}

function managed(call: Call, program: Program): Taken {
  const holder = ownerOf(call, program, 'role')
  return { nodes: call.arguments.flatMap((item) => attachments(item, holder, false, program)), spans: [] }
}

/** `resource.addPropertyOverride('ManagedPolicyArns', […])`: what goes into the template as it is. */
function override(call: Call, program: Program): Taken {
  const [path, given] = call.arguments
  const key = path && resolved(path, program)
  if (key?.kind !== 'string' || !given) return NOTHING
  const holder = ownerOf(call, program, 'role')
  if (key.text.value.includes('ManagedPolicyArns'))
    return { nodes: attachments(given, holder, false, program), spans: [] }
  const value = valueOfExpression(given, program)
  const isStatement = /Polic(?:y|ies)\w*\.(?:.*\.)?Statement(?:\.|$)/.test(key.text.value) && value.kind === 'map'
  if (!isStatement) return NOTHING
  const document = documentValue([value], call.span)
  return {
    nodes: policyNode(document, { anchor: holder.address, role: undefined, holders: [] }),
    spans: spansIn(document),
  }
}

/** `bucket.grantPublicAccess()` and `publicReadAccess: true` let everyone read its objects. */
function publicAccess(call: Call, address: string): Taken {
  const { nameSpan: span } = call
  const actions = listValue([stringValue('s3:GetObject', span)], span)
  const statement = mapValue(
    {
      Effect: stringValue('Allow', span),
      Action: actions,
      Principal: stringValue('*', span),
      Resource: stringValue(`arn:${UNKNOWN}:s3:::${UNKNOWN}/*`, span),
    },
    span,
  )
  const holder: Holder = { kind: 'resource', address, service: 's3', span }
  const site = { anchor: `${holder.address}.grantPublicAccess`, role: 'resource', holders: [holder] } as const
  return { nodes: policyNode(documentValue([statement], span), site), spans: [] }
}

const POLICY_OPTION =
  /^(?:policy|resourcePolicy|accessPolicies|accessPolicy|keyPolicy|policyDocument|repositoryPolicyText)$/

/** `new kms.Key(this, 'k', {policy: new iam.PolicyDocument(…)})`: a document that a resource is given. */
function documentsOfResource(call: Call, program: Program): Taken {
  const id = call.arguments[1] && resolved(call.arguments[1], program)
  const options = call.arguments[2] && resolved(call.arguments[2], program)
  const given = program.python ? call.arguments.at(-1) : options
  if (id?.kind !== 'string' || given?.kind !== 'object' || isModule(call, 'iam')) return NOTHING
  const documents = wholeObject(given, program).properties.flatMap(({ key, value }) => {
    const known = POLICY_OPTION.test(key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()))
      ? resolved(value, program)
      : undefined
    if (known?.kind === 'list') return [documentValue(statementsIn(known, program), known.span)]
    const document = known?.kind === 'call' || known?.kind === 'object' ? documentOf(known, program) : undefined
    return document ? [document] : []
  })
  const service = serviceOf(call)
  const holder: Holder = { kind: 'resource', address: id.text.value, ...(service && { service }), span: call.nameSpan }
  const nodes = documents.flatMap((document) =>
    policyNode(document, { anchor: holder.address, role: 'resource', holders: [holder] }),
  )
  return { nodes, spans: documents.flatMap(spansIn) }
}
