import { fake } from '../placeholders.ts'

/** An AWS of a few accounts, as far as STS and IAM need to know it. Tests change it as they like. */
export interface Cloud {
  readonly partition: string
  /** The client ids of the one OIDC provider, per account. */
  readonly providers: Map<string, { issuer: string; audiences: string[] }>
  readonly roles: Map<string, Role>
  /** Every access key that exists, by id. */
  readonly keys: Map<string, AccessKey>
  /** Seconds since 1970. */
  now: () => number
}

export interface Role {
  readonly arn: string
  readonly accountId: string
  readonly name: string
  readonly maxSeconds: number
  trust: TrustStatement[]
  permissions: PolicyStatement[]
}

/** One statement of a trust policy; `subjects` may hold `*`. */
export interface TrustStatement {
  readonly federated?: { audiences: string[]; subjects: string[] }
  readonly principals?: string[]
}

export interface PolicyStatement {
  readonly Effect: 'Allow' | 'Deny'
  readonly Action: string | string[]
  readonly Resource: string | string[]
}

export interface AccessKey {
  readonly id: string
  readonly secret: string
  readonly accountId: string
  readonly arn: string
  readonly userName?: string
  readonly sessionToken?: string
  readonly expires?: number
  status: 'Active' | 'Inactive'
  lastUsed?: { date: string; service: string; region: string }
  permissions: PolicyStatement[]
  /** Policies of the session: what it may do is what these and `permissions` both allow. */
  sessionPolicies?: PolicyStatement[][]
}

export const ACCOUNT = '740519263148'
export const OTHER_ACCOUNT = '444455556666'
export const ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/ci/keylatch`
const ALL: PolicyStatement[] = [{ Effect: 'Allow', Action: '*', Resource: '*' }]

/** One account with GitHub as OIDC provider and a wide role that trusts octo-org/octo-repo. */
export function makeCloud(partition = 'aws', audience = 'sts.amazonaws.com'): Cloud {
  const cloud: Cloud = {
    partition,
    providers: new Map([[ACCOUNT, { issuer: 'https://token.actions.githubusercontent.com', audiences: [audience] }]]),
    roles: new Map(),
    keys: new Map(),
    now: () => Math.floor(Date.now() / 1000),
  }
  addRole(cloud, `arn:${partition}:iam::${ACCOUNT}:role/ci/keylatch`, [
    { federated: { audiences: [audience], subjects: ['repo:octo-org/octo-repo:*'] } },
  ])
  return cloud
}

export function addRole(cloud: Cloud, arn: string, trust: TrustStatement[], permissions = ALL): Role {
  const role = {
    arn,
    accountId: arn.split(':')[4]!,
    name: arn.split('/').at(-1)!,
    maxSeconds: 3600,
    trust,
    permissions,
  }
  cloud.roles.set(arn, role)
  return role
}

/** A user with one active key; ids and secrets are the deterministic fakes of the fixtures. */
export function addUserKey(
  cloud: Cloud,
  userName: string,
  options: { accountId?: string; tag?: string; lastUsed?: AccessKey['lastUsed']; permissions?: PolicyStatement[] } = {},
): AccessKey {
  const { accountId = ACCOUNT, tag = userName.replace(/\W/g, '_'), lastUsed, permissions = ALL } = options
  const key: AccessKey = {
    id: keyIdOf(accountId, tag),
    secret: fake('AWS_SECRET', tag),
    accountId,
    arn: `arn:${cloud.partition}:iam::${accountId}:user/${userName}`,
    userName,
    status: 'Active',
    permissions,
    ...(lastUsed ? { lastUsed } : {}),
  }
  cloud.keys.set(key.id, key)
  return key
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A key id that holds its account, as AWS makes them. */
export function keyIdOf(accountId: string, tag: string, kind: 'AWS_ID' | 'AWS_TEMP_ID' = 'AWS_ID'): string {
  const random = fake(kind, tag)
  let bits = (((1n << 47n) | (BigInt(accountId) << 7n)) << 2n) | 3n
  let letters = ''
  for (let i = 0; i < 10; i++, bits >>= 5n) letters = BASE32[Number(bits & 31n)] + letters
  return random.slice(0, 4) + letters + random.slice(14)
}

/** Temporary credentials of a role, as STS would make them. */
export function addSession(
  cloud: Cloud,
  role: Role,
  session: { name: string; seconds: number; policies: PolicyStatement[][] },
): AccessKey {
  const tag = `${role.name}_${session.name}_${cloud.keys.size}`.replace(/\W/g, '_')
  const key: AccessKey = {
    id: fake('AWS_TEMP_ID', tag),
    secret: fake('AWS_SECRET', tag),
    sessionToken: fake('AWS_SESSION_TOKEN', tag),
    accountId: role.accountId,
    arn: `arn:${cloud.partition}:sts::${role.accountId}:assumed-role/${role.name}/${session.name}`,
    expires: cloud.now() + session.seconds,
    status: 'Active',
    permissions: role.permissions,
    ...(session.policies.length > 0 ? { sessionPolicies: session.policies } : {}),
  }
  cloud.keys.set(key.id, key)
  return key
}

/** May the holder of `key` do this? Allow and Deny, actions and resources with `*`; session policies intersect. */
export function permits(key: AccessKey, action: string, resource: string): boolean {
  const sets = [key.permissions, ...(key.sessionPolicies ? [key.sessionPolicies.flat()] : [])]
  return sets.every((statements) => {
    const hits = statements.filter((one) => matches(one.Action, action) && matches(one.Resource, resource))
    return hits.some((one) => one.Effect === 'Allow') && !hits.some((one) => one.Effect === 'Deny')
  })
}

export function matches(patterns: string | readonly string[], text: string): boolean {
  return [patterns].flat().some((pattern) => {
    const expression = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    return new RegExp(`^${expression.join('.*')}$`, 'i').test(text)
  })
}
