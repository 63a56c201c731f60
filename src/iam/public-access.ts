import { includesAll, members } from '../aws/actions/bits.ts'
import { actionFacts } from '../aws/actions/catalogue.ts'
import { contains } from '../aws/wildcards.ts'
import type { Analysis } from '../core/analysis.ts'
import type { Severity } from '../core/finding.ts'
import type { AnyNode, PolicyNode, ResourceNode } from '../core/node.ts'
import type { Condition, Principal, Statement } from '../core/policy.ts'
import { member, type Value } from '../core/value.ts'
import {
  judgeCondition,
  judgeConditions,
  judgeGuard,
  keyOf,
  nullGuarded,
  operatorOf,
  type Strength,
  strongerThan,
} from './conditions.ts'
import { lighter } from './escalation.ts'
import { isStar, resourcePattern, statementActions } from './match.ts'
import { isEmbedded } from './out-of-scope.ts'

/** A statement that lets in whoever asks. */
export interface OpenTrustGrant {
  readonly statement: Statement
  readonly principal: Principal
  readonly severity: Severity
  /** Something that narrows it, though not enough to close it; or a condition that we cannot read. */
  readonly narrowed?: 'address' | 'unclear' | 'blocked' | 'network' | 'embedded'
}

export function isAnyone({ type, value }: Principal): boolean {
  return value.value === '*' && (type === '*' || type === 'AWS')
}

export const isAllow = (statement: Statement): boolean => statement.effect.value.toLowerCase() === 'allow'
export const isDeny = (statement: Statement): boolean => statement.effect.value.toLowerCase() === 'deny'

/** Every statement of a trust or resource policy that is open to anyone, and how bad that is. */
export function openTrustGrants(node: PolicyNode, unit: Analysis): OpenTrustGrant[] {
  const denies = node.document.statements.filter(isDeny).slice(0, MOST_DENIES)
  return node.document.statements.filter(isAllow).flatMap((statement) => {
    const principal = statement.principals.find(isAnyone)
    const narrowing = principal && narrowingOf(statement, denies, unit)
    const empty = statement.actions.length === 0 && statement.notActions.length === 0
    if (!principal || empty || narrowing === 'closed') return []
    const severity = severityOf(statement, node, unit)
    if (narrowing) return [{ statement, principal, severity: 'medium', narrowed: narrowing }]
    if (isBlocked(node, unit.nodes)) return [{ statement, principal, severity: 'low', narrowed: 'blocked' }]
    const network = isInNetwork(node, unit.nodes)
    if (network || isEmbedded(node)) {
      return [
        { statement, principal, severity: lighter(severity, 'medium'), narrowed: network ? 'network' : 'embedded' },
      ]
    }
    return [{ statement, principal, severity }]
  })
}

/** Deny statements that are held against each Allow; what comes after them closes nothing. */
const MOST_DENIES = 100

/** By its own conditions and by the Denies of the same document. */
function narrowingOf(
  statement: Statement,
  denies: readonly Statement[],
  unit: Analysis,
): 'closed' | 'address' | 'unclear' | undefined {
  const own = judgeConditions(statement.conditions, 'anyone')
  const guards = denies.filter((deny) => covers(deny, statement, unit))
  const strengths: Strength[] = guards.map((guard) => judgeGuard(guard.conditions))
  if (own.strength === 'never' || strengths.some((strength) => !strongerThan('restricting', strength))) return 'closed'
  if (own.strength === 'restricting') return own.certain ? 'closed' : 'unclear'
  const guarded = nullGuarded(statement.conditions)
  const byAddress =
    addressConditions(statement).some((one) => judgeCondition(one, guarded, 'anyone').strength !== 'vacuous') ||
    guards.flatMap(addressConditions).some((one) => judgeGuard([one]) !== 'vacuous')
  return byAddress && own.strength !== 'vacuous' ? 'address' : undefined
}

function addressConditions({ conditions }: Statement): Condition[] {
  return conditions.filter((one) => keyOf(one) === 'aws:sourceip' && /ipaddress/.test(operatorOf(one).name))
}

/** Does the Deny strike whatever the Allow lets in? Sparing some principals narrows it to them. */
function covers(deny: Statement, allow: Statement, unit: Analysis): boolean {
  const everyone = deny.principals.some(isAnyone) || deny.notPrincipals.length > 0 || deny.principals.length === 0
  if (!everyone || !includesAll(statementActions(deny, unit), statementActions(allow, unit))) return false
  if (deny.notResources.length > 0) return false
  const patterns = deny.resources.map((leaf) => resourcePattern(leaf.value))
  const wanted = allow.resources.map((leaf) => resourcePattern(leaf.value))
  return (
    patterns.some(isStar) ||
    wanted.every((one) => patterns.some((pattern) => pattern === one || contains(pattern, one)))
  )
}

/** Actions that let strangers put something in, or run something, but show and change nothing. */
const DELIVERIES =
  /^(sqs:SendMessage|sns:(Publish|Subscribe)|events:PutEvents|lambda:Invoke|logs:PutSubscriptionFilter)/

/** An API, a service or a file system without a policy is open too: what stands behind it has to check. */
const FRONT_DOORS = /^(execute-api:Invoke|vpc-lattice-svcs:Invoke|elasticfilesystem:Client)/

/** Layers are made to be shared: whoever gets one sees the code in it. */
const SHARED_LAYERS = /^lambda:GetLayerVersion$/

/** Amazon ECR Public is there for everyone to pull from. */
const PUBLIC_GALLERY = /^ecr-public:(Batch)?(Get|Check|Describe|List)/

function severityOf(statement: Statement, { document }: PolicyNode, unit: Analysis): Severity {
  if (document.role === 'trust') return 'critical'
  const actions = [...members(statementActions(statement, unit))].map(actionFacts)
  const names = actions.length > 0 ? actions.map(({ name }) => name) : statement.actions.map((leaf) => leaf.value)
  const every = (test: RegExp): boolean => names.length > 0 && names.every((name) => test.test(name))
  if (every(FRONT_DOORS) || every(SHARED_LAYERS)) return 'medium'
  if (every(PUBLIC_GALLERY)) return 'note'
  if (statement.conditions.some(isUrlOfFunction)) return 'medium'
  if (every(DELIVERIES)) return 'high'
  const grave = actions.some(
    ({ name, level }) => /^(kms|secretsmanager):/.test(name) || (level !== 'Read' && level !== 'List'),
  )
  return grave ? 'critical' : 'high'
}

/** A function URL without authentication is public on purpose; AWS asks for this very statement. */
function isUrlOfFunction(condition: Statement['conditions'][number]): boolean {
  return keyOf(condition) === 'lambda:functionurlauthtype' && condition.values.some((leaf) => leaf.value === 'NONE')
}

/** S3 refuses or ignores public policies where the public access block of the bucket or the account is set. */
function isBlocked(node: PolicyNode, nodes: readonly AnyNode[]): boolean {
  const holder = node.holders[0]
  if (holder?.service !== 's3') return false
  const bucket = bucketOf(resourceAt(holder.address, nodes) ?? resourceAt(node.anchor, nodes))
  return blockOf(bucket, nodes, blocks)
}

/** Are ACLs of the bucket that a resource is or names ignored or refused? */
export function hasPublicAccessBlock(resource: ResourceNode, nodes: readonly AnyNode[]): boolean {
  return blockOf(bucketOf(resource), nodes, blocksAcls)
}

/** Is there a block of the bucket, or of the whole account, that does what is asked? */
function blockOf(
  bucket: string | undefined,
  nodes: readonly AnyNode[],
  does: (block: Value | undefined) => boolean,
): boolean {
  return nodes.some((other) => {
    if (other.kind !== 'resource') return false
    if (other.type === 'aws_s3_account_public_access_block') return does(other.arguments)
    if (bucket === undefined || bucketOf(other) !== bucket) return false
    if (other.type === 'aws_s3_bucket_public_access_block') return does(other.arguments)
    return other.type === 'AWS::S3::Bucket' && does(member(other.arguments, 'PublicAccessBlockConfiguration'))
  })
}

/** A search domain in a VPC is reached through its security groups only. */
function isInNetwork({ holders, anchor }: PolicyNode, nodes: readonly AnyNode[]): boolean {
  if (!holders.some((holder) => holder.service === 'es')) return false
  const domain = holders.map((holder) => resourceAt(holder.address, nodes)).find(Boolean) ?? resourceAt(anchor, nodes)
  const options = member(domain?.arguments, 'vpc_options') ?? member(domain?.arguments, 'VPCOptions')
  return options !== undefined && options.kind !== 'null' && !(options.kind === 'list' && options.items.length === 0)
}

function resourceAt(anchor: string, nodes: readonly AnyNode[]): ResourceNode | undefined {
  return nodes.find((node): node is ResourceNode => node.kind === 'resource' && node.anchor === anchor)
}

/** Something that two resources about the same bucket have in common: its address or its name. */
function bucketOf(node: ResourceNode | undefined): string | undefined {
  if (!node) return undefined
  if (node.type === 'AWS::S3::Bucket') return node.anchor
  const value = member(node.arguments, 'bucket') ?? member(node.arguments, 'Bucket')
  if (value?.kind === 'string') return value.text.value
  if (value?.kind === 'unknown') return value.reference?.replace(/^Ref /, '').replace(/\.(id|bucket|arn)$/, '')
  return undefined
}

function blocks(value: Value | undefined): boolean {
  return (
    isSet(value, 'block_public_policy', 'BlockPublicPolicy') ||
    isSet(value, 'restrict_public_buckets', 'RestrictPublicBuckets')
  )
}

function blocksAcls(value: Value | undefined): boolean {
  return isSet(value, 'ignore_public_acls', 'IgnorePublicAcls') || isSet(value, 'block_public_acls', 'BlockPublicAcls')
}

function isSet(value: Value | undefined, name: string, other: string): boolean {
  const flag = member(value, name) ?? member(value, other)
  return flag?.kind === 'boolean' ? flag.value : flag?.kind === 'string' && flag.text.value.toLowerCase() === 'true'
}

/** What "newly permits" calls it. */
const OPEN = 'any-principal'

/** What holds of a trust or resource policy that lets anyone in. */
export function openCategories(node: PolicyNode, unit: Analysis): string[] {
  return [...new Set(openTrustGrants(node, unit).map(({ severity }) => `${OPEN} (${severity})`))]
}

/** As people say it; undefined for what is no such category. */
export function openWords(category: string): string | undefined {
  return category.startsWith(`${OPEN} `) ? 'now open to anyone' : undefined
}
