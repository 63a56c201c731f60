import { ATTACH_OPERATIONS, POLICY_OPERATIONS } from '../../aws/operations.ts'
import type { AnyNode } from '../../core/node.ts'
import type { Holder, HolderKind } from '../../core/policy.ts'
import { UNKNOWN } from '../../core/text.ts'
import { attachmentNode, leavesIn, policyNode } from '../../extract/nodes.ts'
import { type Call, calledName, option, type Program } from '../../languages/programs/expression.ts'
import { optionValue, valueOfExpression } from '../../languages/programs/program-value.ts'
import { givenDocument, spansIn } from '../cdk/statements.ts'
import type { Taken } from '../front-end.ts'

/**
 * Calls of the AWS SDKs, which name operations and members as the command line does: boto3's
 * `iam.put_role_policy(RoleName=…)`, JavaScript's `new PutRolePolicyCommand({RoleName: …})` and `iam.putRolePolicy`.
 */
export function sdkNodes(call: Call, program: Program): Taken {
  const operation = kebab(calledName(call).replace(/Command$/, ''))
  const control = CONTROLS.has(operation) ? option(call, program, 'Content') : undefined
  if (control) {
    const taken = givenDocument(control, program)
    return { nodes: [], spans: taken ? spansIn(taken) : [] }
  }
  const known = POLICY.get(operation)
  const attach = ATTACH.get(operation)
  const nodes: AnyNode[] = [...ofResource(call, program)]
  const document = known && givenDocument(option(call, program, pascal(known.document)), program)
  if (known && document) {
    const holder = known.holder && holderOf(call, program, known.holder.kind, known.holder.option)
    const [name] = leavesIn(optionValue(call, program, 'PolicyName'))
    const anchor = [holder?.address, name?.value].filter(Boolean).join('.') || operation
    nodes.push(...policyNode(document, { anchor, role: known.role, holders: holder ? [holder] : [] }))
  }
  const holder = attach && holderOf(call, program, attach.kind, attach.holder)
  if (attach && holder) {
    for (const arn of leavesIn(optionValue(call, program, pascal(attach.policy)))) {
      nodes.push(attachmentNode(arn, holder, { anchor: holder.address, boundary: attach.boundary }))
    }
  }
  return { nodes, spans: document ? spansIn(document) : [] }
}

/** boto3's resources: `iam.Role("ci").attach_policy(PolicyArn=…)`. */
function ofResource(call: Call, program: Program): AnyNode[] {
  if (calledName(call) !== 'attachPolicy') return []
  const owner = call.receiver ?? program.constants.get(call.path[0] ?? '')
  const kind = owner?.kind === 'call' ? /^(Role|User|Group)$/.exec(calledName(owner))?.[1]?.toLowerCase() : undefined
  if (owner?.kind !== 'call' || kind === undefined) return []
  const [name] = owner.arguments.flatMap((one) => leavesIn(valueOfExpression(one, program)))
  const address = name?.value ?? call.path.join('.')
  const holder: Holder = { kind: kind as HolderKind, address, ...(name && { name: name.value }), span: owner.span }
  return leavesIn(optionValue(call, program, 'PolicyArn')).map((arn) =>
    attachmentNode(arn, holder, { anchor: address, boundary: false }),
  )
}

/** Operations without their service; of equal names the first, which is IAM's. */
function byOperation<T>(operations: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  const found = new Map<string, T>()
  for (const [name, value] of operations) {
    const operation = name.split(' ')[1]!
    if (!found.has(operation)) found.set(operation, value)
  }
  return found
}

/** Of Organizations and of IAM alike; what limits accounts is called `Content`, and grants nothing. */
const CONTROLS: ReadonlySet<string> = new Set(['create-policy', 'update-policy'])

const POLICY = byOperation(POLICY_OPERATIONS)
const ATTACH = byOperation(ATTACH_OPERATIONS)

function holderOf(call: Call, program: Program, kind: HolderKind, name: string): Holder | undefined {
  const value = optionValue(call, program, pascal(name))
  if (!value) return undefined
  const [leaf] = leavesIn(value)
  const address = leaf && !leaf.value.includes(UNKNOWN) ? leaf.value : reference(value) || call.path.join('.')
  return { kind, address, ...(leaf && !leaf.value.includes(UNKNOWN) && { name: leaf.value }), span: value.span }
}

function reference(value: { kind: string; reference?: string }): string {
  return value.kind === 'unknown' ? (value.reference ?? '') : ''
}

/** `putRolePolicy` -> `put-role-policy`. */
const kebab = (name: string): string => name.replace(/(?<=[a-z0-9])([A-Z])/g, '-$1').toLowerCase()

/** `--role-name` -> `RoleName`. */
const pascal = (option: string): string =>
  option.replace(/^--/, '').replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
