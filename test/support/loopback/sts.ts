import { createVerify, type KeyObject } from 'node:crypto'
import { AwsError, type AwsServer, startQueryService, xml } from './aws-query.ts'
import { type AccessKey, addSession, type Cloud, matches, type PolicyStatement, permits, type Role } from './cloud.ts'

/**
 * STS on loopback: checks id tokens against the OIDC provider and the role's trust policy, signatures of signed calls,
 * limits of parameters, and what the caller may do.
 */
export function startSts(cloud: Cloud, oidcKey: KeyObject): Promise<AwsServer> {
  return startQueryService(
    {
      name: 'sts',
      version: '2011-06-15',
      namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
      operations: {
        AssumeRoleWithWebIdentity: { signed: false, run: (params) => webIdentity(cloud, oidcKey, params) },
        AssumeRole: { signed: true, run: (params, caller) => assume(cloud, params, caller!) },
        GetCallerIdentity: { signed: true, run: (_, caller) => identity(caller!) },
        GetAccessKeyInfo: { signed: true, permission: 'sts:GetAccessKeyInfo', run: (params) => keyInfo(cloud, params) },
      },
    },
    cloud,
  )
}

type Params = Readonly<Record<string, string>>

function webIdentity(cloud: Cloud, oidcKey: KeyObject, params: Params): string {
  const claims = verify(oidcKey, params.WebIdentityToken ?? '', cloud)
  const accountId = params.RoleArn?.split(':')[4] ?? ''
  const provider = cloud.providers.get(accountId)
  if (!provider || provider.issuer !== claims.iss) {
    throw new AwsError(400, 'InvalidIdentityToken', `No OpenIDConnect provider found in your account for ${claims.iss}`)
  }
  if (!provider.audiences.includes(String(claims.aud))) {
    throw new AwsError(400, 'InvalidIdentityToken', 'Incorrect token audience')
  }
  const role = cloud.roles.get(params.RoleArn ?? '')
  const trusted = role?.trust.some(
    ({ federated }) =>
      federated?.audiences.includes(String(claims.aud)) && matches(federated.subjects, String(claims.sub)),
  )
  if (!role || !trusted) {
    throw new AwsError(403, 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity')
  }
  return sessionXml(cloud, role, params)
}

function assume(cloud: Cloud, params: Params, caller: AccessKey): string {
  const role = cloud.roles.get(params.RoleArn ?? '')
  const trusted = role?.trust.some(({ principals = [] }) => matches(principals, caller.arn))
  if (!role || !trusted || !permits(caller, 'sts:AssumeRole', role.arn)) {
    throw new AwsError(
      403,
      'AccessDenied',
      `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${params.RoleArn}`,
    )
  }
  if (caller.sessionToken && Number(params.DurationSeconds) > 3600) {
    throw new AwsError(
      400,
      'ValidationError',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    )
  }
  return sessionXml(cloud, role, params)
}

function sessionXml(cloud: Cloud, role: Role, params: Params): string {
  const seconds = Number(params.DurationSeconds ?? 3600)
  if (!/^[\w+=,.@-]{2,64}$/.test(params.RoleSessionName ?? '')) {
    throw new AwsError(400, 'ValidationError', 'RoleSessionName does not fit [\\w+=,.@-]{2,64}')
  }
  if (!(seconds >= 900)) throw new AwsError(400, 'ValidationError', 'DurationSeconds must be 900 at least')
  if (seconds > role.maxSeconds) {
    throw new AwsError(
      400,
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    )
  }
  const policies = params.Policy === undefined ? [] : [statementsOf(params.Policy)]
  if (params['PolicyArns.member.1.arn']) policies.push([{ Effect: 'Allow', Action: 'iam:*', Resource: '*' }])
  const key = addSession(cloud, role, { name: params.RoleSessionName!, seconds, policies })
  const expiration = new Date(key.expires! * 1000).toISOString()
  return [
    `<AssumedRoleUser><Arn>${key.arn}</Arn><AssumedRoleId>AROA:${xml(params.RoleSessionName!)}</AssumedRoleId></AssumedRoleUser>`,
    `<Credentials><AccessKeyId>${key.id}</AccessKeyId><SecretAccessKey>${key.secret}</SecretAccessKey>`,
    `<SessionToken>${key.sessionToken}</SessionToken><Expiration>${expiration}</Expiration></Credentials>`,
  ].join('')
}

function statementsOf(policy: string): PolicyStatement[] {
  if (policy.length > 2048) throw new AwsError(400, 'ValidationError', 'Policy is longer than 2048 characters')
  try {
    const { Version, Statement } = JSON.parse(policy) as { Version?: string; Statement?: PolicyStatement[] }
    if (Version !== '2012-10-17' || !Statement) throw new Error('incomplete')
    return [Statement].flat()
  } catch {
    throw new AwsError(400, 'MalformedPolicyDocument', 'The policy is not in the valid JSON format.')
  }
}

function identity(caller: AccessKey): string {
  return `<Arn>${caller.arn}</Arn><UserId>AIDA</UserId><Account>${caller.accountId}</Account>`
}

function keyInfo(cloud: Cloud, { AccessKeyId = '' }: Params): string {
  const key = cloud.keys.get(AccessKeyId)
  if (!key) throw new AwsError(403, 'AccessDenied', 'The access key does not exist.')
  return `<Account>${key.accountId}</Account>`
}

function verify(key: KeyObject, token: string, cloud: Cloud): Record<string, unknown> {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const sound = createVerify('RSA-SHA256').update(`${header}.${payload}`).verify(key, signature, 'base64url')
  if (!sound) throw new AwsError(400, 'InvalidIdentityToken', 'Token signature is not valid')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>
  if (Number(claims.exp) <= cloud.now()) {
    throw new AwsError(
      400,
      'ExpiredTokenException',
      `Token expired: current date/time ${cloud.now()} must be before the expiration date/time ${claims.exp}`,
    )
  }
  return claims
}
