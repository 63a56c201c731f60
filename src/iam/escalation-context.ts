import { difference, overlaps } from '../aws/actions/bits.ts'
import type { Analysis } from '../core/analysis.ts'
import type { AnyNode, PolicyNode, ResourceNode } from '../core/node.ts'
import type { Holder } from '../core/policy.ts'
import { UNKNOWN } from '../core/text.ts'
import { member, type Value } from '../core/value.ts'
import { changingActions } from './actions.ts'
import { adminIn } from './admin.ts'
import { type EscalationContext, escalationsIn } from './escalation.ts'
import type { EscalationPath, Target } from './escalation-paths.ts'
import { existingRole, strongerInAccounts } from './existing-principals.ts'
import { actionsReached } from './grants.ts'
import { groupedBy } from './groups.ts'
import { type Principal, permissionsOfPrincipal, principalsOf } from './principals.ts'
import { exactName, isByPattern, reachesName } from './target-scope.ts'

/** What the rest of the unit says about where a holder's grants can lead. */
export function escalationContextOf(holder: Principal | undefined, unit: Analysis): EscalationContext {
  return {
    ...(holder && { holder }),
    strongerNamed: (kind, pattern, trusts) =>
      candidatesFor(kind, pattern, unit).find(
        (candidate) =>
          candidate !== holder &&
          isPowerful(candidate, unit) &&
          reachesName(pattern, kind, candidate.holder.name ?? '') &&
          (trusts === undefined || admits(candidate, trusts, holder)),
      ) ?? strongerInAccounts(kind, pattern, trusts, holder, unit),
    ...(unit.session.accounts.length > 0 && {
      existingRole: (pattern: string, trusts: string) => existingRole(pattern, trusts, unit),
    }),
    otherNamed: (kind, pattern) =>
      isByPattern(pattern)
        ? undefined
        : candidatesFor(kind, pattern, unit).find(
            (candidate) => candidate !== holder && mayMore(candidate, holder, unit),
          ),
    ownNamed: (kind, pattern) =>
      holder && !isByPattern(pattern) ? sourceNamed(kind, pattern, holder, unit) : undefined,
    strongerResource: (path) => runningUnderPower(path, unit),
  }
}

/** Those that a pattern may reach: by their names where it has no wildcards, else the powerful ones. */
function candidatesFor(kind: Holder['kind'], pattern: string, unit: Analysis): readonly Principal[] {
  if (!isByPattern(pattern)) return principalsOf(unit).named(kind, exactName(pattern, kind) ?? '')
  return unit.of(reachedByPattern, `${kind} ${pattern}`)
}

/** Many holders are given the same pattern, which is held against the names of a unit once. */
function reachedByPattern(kindAndPattern: string, unit: Analysis): readonly Principal[] {
  const space = kindAndPattern.indexOf(' ')
  const [kind, pattern] = [kindAndPattern.slice(0, space) as Holder['kind'], kindAndPattern.slice(space + 1)]
  return unit.of(powerfulOnes, kind).filter(({ holder }) => reachesName(pattern, kind, holder.name ?? ''))
}

function powerfulOnes(kind: Holder['kind'], unit: Analysis): readonly Principal[] {
  return principalsOf(unit).all.filter((principal) => principal.holder.kind === kind && isPowerful(principal, unit))
}

/** May it change something that the holder may not? */
function mayMore(candidate: Principal, holder: Principal | undefined, unit: Analysis): boolean {
  if (!holder || candidate.unknownBoundary) return false
  const [its, ours] = [candidate, holder].map((one) => actionsReached(permissionsOfPrincipal(one, unit), 'scoped'))
  return overlaps(difference(its!, ours!), changingActions())
}

/** Where the holder's grants come from: whoever rewrites that rewrites them. */
function sourceNamed(kind: Target, pattern: string, holder: Principal, unit: Analysis): string | undefined {
  const name = exactName(pattern, kind)
  if (name === undefined || name.includes(UNKNOWN)) return undefined
  switch (kind) {
    case 'policy':
      return holder.policies
        .flatMap(({ node, attachment }) => (attachment && node?.holders) || [])
        .find((one) => one.kind === 'managed-policy' && one.name === name)?.address
    case 'group':
      return principalsOf(unit)
        .named('group', name)
        .find(({ holder: { address } }) => holder.identity?.groups.some((group) => group === name || group === address))
        ?.holder.address
    case 'role':
      return principalsOf(unit)
        .named('role', name)
        .find((role) => role !== holder && namesOf(role).some((value) => letsIn(value, holder)))?.holder.address
    default:
      return undefined
  }
}

const namesOf = (role: Principal): string[] =>
  role.trust.flatMap((node) => trustedBy(node).flatMap(({ type, value }) => (type === 'AWS' ? [value] : [])))

const letsIn = (value: string, { holder: { kind, name } }: Principal): boolean =>
  name !== undefined && !value.includes('*') && reachesName(value, kind, name)

/** Everything, or a grave way to more, without looking at what else there is: so this never runs in circles. */
export function isPowerful(principal: Principal, unit: Analysis): boolean {
  return unit.of(hasPower, principal)
}

function hasPower(principal: Principal, unit: Analysis): boolean {
  if (principal.unknownBoundary) return false
  const permissions = permissionsOfPrincipal(principal, unit)
  const admin = adminIn(permissions)
  return (
    (admin !== undefined && !admin.assumed) ||
    escalationsIn(permissions).some(({ severity }) => severity === 'critical' || severity === 'high')
  )
}

/** Does the role's trust policy let in a service (`lambda.amazonaws.com`) or, for `sts`, the holder? */
function admits(role: Principal, trusts: string, holder: Principal | undefined): boolean {
  return role.trust.some((node) => trustedBy(node).some(({ type, value }) => admitsOne(type, value, trusts, holder)))
}

function trustedBy(node: PolicyNode): { type: string; value: string }[] {
  return node.document.statements
    .filter((statement) => statement.effect.value.toLowerCase() === 'allow')
    .flatMap((statement) => statement.principals.map(({ type, value }) => ({ type, value: value.value })))
}

function admitsOne(type: string, value: string, trusts: string, holder: Principal | undefined): boolean {
  if (trusts !== 'sts') return type === 'Service' && value.replace(/\.cn$/, '') === trusts
  if (type !== 'AWS' && type !== '*') return false
  if (value === '*' || /^\d{12}$/.test(value) || /:root$/.test(value)) return true
  return holder?.holder.name !== undefined && reachesName(value, holder.holder.kind, holder.holder.name)
}

/** Resource types that run code under a role, and the argument that names the role. */
const RUNNERS: Readonly<Record<string, readonly (readonly [type: string, ...path: string[]])[]>> = {
  function: [
    ['aws_lambda_function', 'role'],
    ['AWS::Lambda::Function', 'Role'],
    ['AWS::Serverless::Function', 'Role'],
  ],
  'build project': [
    ['aws_codebuild_project', 'service_role'],
    ['AWS::CodeBuild::Project', 'ServiceRole'],
  ],
  'stack with a service role': [['aws_cloudformation_stack', 'iam_role_arn']],
  'agent runtime': [
    ['aws_bedrockagentcore_agent_runtime', 'role_arn'],
    ['AWS::BedrockAgentCore::Runtime', 'RoleArn'],
  ],
  browser: [
    ['aws_bedrockagentcore_browser', 'execution_role_arn'],
    ['AWS::BedrockAgentCore::BrowserCustom', 'ExecutionRoleArn'],
  ],
  'code interpreter': [
    ['aws_bedrockagentcore_code_interpreter', 'execution_role_arn'],
    ['AWS::BedrockAgentCore::CodeInterpreterCustom', 'ExecutionRoleArn'],
  ],
  'state machine': [
    ['aws_sfn_state_machine', 'role_arn'],
    ['AWS::StepFunctions::StateMachine', 'RoleArn'],
    ['AWS::Serverless::StateMachine', 'Role'],
  ],
  'dev endpoint': [
    ['aws_glue_dev_endpoint', 'role_arn'],
    ['AWS::Glue::DevEndpoint', 'RoleArn'],
  ],
  'notebook instance': [
    ['aws_sagemaker_notebook_instance', 'role_arn'],
    ['AWS::SageMaker::NotebookInstance', 'RoleArn'],
  ],
  'App Runner service': [
    ['aws_apprunner_service', 'instance_configuration', 'instance_role_arn'],
    ['AWS::AppRunner::Service', 'InstanceConfiguration', 'InstanceRoleArn'],
  ],
  'running task with exec enabled': [
    ['aws_ecs_task_definition', 'task_role_arn'],
    ['AWS::ECS::TaskDefinition', 'TaskRoleArn'],
  ],
  instance: [
    ['aws_instance', 'iam_instance_profile'],
    ['AWS::EC2::Instance', 'IamInstanceProfile'],
  ],
}

function runningUnderPower(path: EscalationPath, unit: Analysis): string | undefined {
  const runners = RUNNERS[path.existing ?? ''] ?? []
  for (const [type, ...keys] of runners) {
    for (const node of unit.of(resourcesByType, unit.nodes).get(type) ?? []) {
      const role = roleOf(valueAt(node.arguments, keys), node, unit)
      if (role && isPowerful(role, unit)) return `${node.anchor} (runs as ${role.holder.address})`
    }
  }
  return undefined
}

function resourcesByType(nodes: readonly AnyNode[]): ReadonlyMap<string, readonly ResourceNode[]> {
  return groupedBy(
    nodes.filter((node): node is ResourceNode => node.kind === 'resource'),
    ({ type }) => type,
  )
}

function valueAt(value: Value | undefined, keys: readonly string[]): Value | undefined {
  return keys.reduce<Value | undefined>(
    (inner, key) => member(inner?.kind === 'list' ? inner.items[0] : inner, key),
    value,
  )
}

/** The role that an argument names: by name, by ARN, by reference, or through an instance profile. */
function roleOf(
  value: Value | undefined,
  node: ResourceNode,
  unit: Analysis,
  profiles: readonly AnyNode[] = unit.nodes,
): Principal | undefined {
  const principals = principalsOf(unit)
  if (value?.kind === 'string') {
    const name = value.text.value.slice(value.text.value.lastIndexOf('/') + 1)
    if (name === '' || name.includes(UNKNOWN)) return undefined
    return principals.named('role', name)[0] ?? throughProfile((profile) => profile.name === name, profiles, unit)
  }
  if (value?.kind !== 'unknown' || !value.reference) return undefined
  const address = value.reference.replace(/\.[^.]*$/, '')
  const prefix = /^((module\.[^.]+\.)*)/.exec(node.anchor)?.[0] ?? ''
  const role = principals.all.find(
    ({ holder }) => holder.kind === 'role' && (holder.address === address || holder.address === prefix + address),
  )
  return (
    role ??
    throughProfile((profile) => profile.anchor === address || profile.anchor === prefix + address, profiles, unit)
  )
}

function throughProfile(
  isIt: (node: ResourceNode) => boolean,
  profiles: readonly AnyNode[],
  unit: Analysis,
): Principal | undefined {
  for (const node of profiles) {
    if (node.kind !== 'resource' || !/InstanceProfile$|instance_profile$/.test(node.type) || !isIt(node)) continue
    const roles = member(node.arguments, 'Roles')
    const role = member(node.arguments, 'role') ?? (roles?.kind === 'list' ? roles.items[0] : roles)
    // A profile holds roles, never another profile.
    return role && roleOf(role, node, unit, [])
  }
  return undefined
}
