import { faultName, faultText, isNetwork } from './failure.ts'
import { TokenServiceFault } from './id-token.ts'
import type { RoleArn } from './settings.ts'

/** What is known about an attempt to get credentials that failed. */
export interface Refusal {
  readonly error: unknown
  readonly attempts: number
  readonly outOfTime: boolean
  readonly role: RoleArn
  readonly endpoint: string
  readonly audience: string
  /** Claims of the token that was sent; empty when none was. */
  readonly claims: Readonly<Record<string, unknown>>
  readonly chained: boolean
  readonly secrets: readonly (string | undefined)[]
}

/** The job's own line to add; a permissions block takes away what it does not name, so checkout's goes with it. */
export const PERMISSION_LINES = 'permissions: { id-token: write, contents: read }'

/** One paragraph: what failed, why as far as AWS tells, and the line to add. Never the token. */
export function explainRefusal(refusal: Refusal): string {
  const { error, attempts, outOfTime, role, secrets } = refusal
  const tries = attempts > 1 ? ` after ${attempts} attempts` : ''
  const late = outOfTime ? ' (out of time)' : ''
  return `Could not assume ${role.arn}${tries}${late}: ${faultText(error, secrets)}. ${mend(refusal)}`
}

function mend(refusal: Refusal): string {
  const { error, chained } = refusal
  if (error instanceof TokenServiceFault && isNetwork(error)) return tokenServiceReachability(error)
  if (isNetwork(error)) return reachability(refusal)
  const name = faultName(error)
  const known = chained ? CHAINED[name] : WEB_IDENTITY[name]
  return (known ?? EITHER[name] ?? fallback)(refusal)
}

type Mend = (refusal: Refusal) => string

const WEB_IDENTITY: Record<string, Mend> = {
  AccessDenied: trustPolicy,
  InvalidIdentityToken: identityProvider,
  IDPRejectedClaim: identityProvider,
  IDPCommunicationError: () =>
    "AWS could not reach GitHub's identity provider; this passes by itself, run the job again.",
  ExpiredToken: () =>
    'The id token was fresh for this attempt, so a clock is wrong: set the clock of the machine that runs the job.',
  IdTokenError: idTokenRefused,
}

const CHAINED: Record<string, Mend> = {
  AccessDenied: ({ role }) =>
    `The credentials at hand may not assume it: allow them \`sts:AssumeRole\` on ${role.arn}, and name them as a principal in its trust policy.`,
  ExpiredToken: () => 'The credentials at hand have expired: get new ones in the step that made them.',
  InvalidClientTokenId: ({ role }) =>
    `AWS does not know the credentials at hand: they were deleted, or are of another partition than ${role.partition.id}.`,
  SignatureDoesNotMatch: () => 'The secret access key at hand does not belong to its access key id.',
  CredentialsProviderError: () =>
    'role-chaining needs credentials in the environment: run the step that gets them before this one, or remove role-chaining.',
}

const EITHER: Record<string, Mend> = {
  ValidationError: ({ error, role }) =>
    /DurationSeconds|MaxSessionDuration/.test(faultText(error))
      ? `Set role-duration-seconds to what the role allows, or raise the maximum session duration of ${role.name}.`
      : 'Check role-to-assume, role-session-name and role-duration-seconds.',
  PackedPolicyTooLarge: () => 'Shorten inline-session-policy, or name fewer managed-session-policies.',
  MalformedPolicyDocument: () => 'Correct inline-session-policy.',
  RegionDisabled: () => 'STS is switched off in this region: set aws-region to another one, or activate STS there.',
  RequestExpired: () => 'Set the clock of the machine that runs the job.',
}

/** AWS gives one answer for "no such role" and "not for you", so the text names both. */
function trustPolicy({ role, claims }: Refusal): string {
  const { sub, aud } = claims
  const key = issuerOf(claims)
  const subjects = subjectForms(claims)
  const condition = `"Condition": {"StringEquals": {"${key}:aud": ${JSON.stringify(plain(aud))}, "${key}:sub": ${JSON.stringify(subjects.length === 1 ? subjects[0] : subjects)}}}`
  const forms =
    subjects.length > 1
      ? ' Both forms of the subject are listed: repositories made, renamed or transferred since July 2026 send the one with ids.'
      : ''
  return (
    `The trust policy of ${role.name} does not accept this job's token, or there is no such role. ` +
    `The token has sub \`${plain(sub)}\` and aud \`${plain(aud)}\`. ` +
    `Put into the trust policy, beside \`"Action": "sts:AssumeRoleWithWebIdentity"\` for the federated principal ` +
    `\`arn:${role.partition.id}:iam::${role.accountId}:oidc-provider/${key}\`: \`${condition}\`.${forms}`
  )
}

function identityProvider({ error, role, audience, claims }: Refusal): string {
  const issuer = issuerOf(claims)
  if (/no openidconnect provider/i.test(faultText(error))) {
    return `Account ${role.accountId} does not know GitHub yet: \`aws iam create-open-id-connect-provider --url https://${issuer} --client-id-list ${audience}\`.`
  }
  if (/audience/i.test(faultText(error))) {
    return (
      `The identity provider in account ${role.accountId} does not list the audience \`${plain(claims.aud)}\`: ` +
      `\`aws iam add-client-id-to-open-id-connect-provider --client-id ${audience} --open-id-connect-provider-arn ` +
      `arn:${role.partition.id}:iam::${role.accountId}:oidc-provider/${issuer}\`, or set the input \`audience\` to one that it lists.`
    )
  }
  return `Check the identity provider \`${issuer}\` in account ${role.accountId}: its URL must be the token's issuer.`
}

function idTokenRefused(): string {
  return `Check that the job has \`${PERMISSION_LINES}\`; in a reusable workflow the calling job must have it too.`
}

function reachability({ endpoint }: Refusal): string {
  const host = new URL(endpoint).host
  return `Check that the runner reaches ${host}; behind a proxy, set http-proxy (or HTTPS_PROXY). aws-region and AWS_ENDPOINT_URL_STS decide the address.`
}

function tokenServiceReachability({ host }: TokenServiceFault): string {
  return `AWS was not asked yet: check that the runner reaches ${host}, where GitHub hands out id tokens; behind a proxy, set HTTPS_PROXY for the runner. It passes by itself when GitHub is at fault (https://www.githubstatus.com).`
}

const fallback: Mend = ({ role }) => `Check the role ${role.name} and its trust policy in account ${role.accountId}.`

/**
 * The subject of a token, and the same subject in the other form, names or names with immutable ids
 * (https://github.blog/changelog/2026-04-23-immutable-subject-claims-for-github-actions-oidc-tokens/).
 */
export function subjectForms(claims: Readonly<Record<string, unknown>>): string[] {
  const sub = plain(claims.sub)
  const withIds = /^repo:([^/@:]+)@\d+\/([^/@:]+)@\d+(:.*)$/.exec(sub)
  if (withIds) return [sub, `repo:${withIds[1]}/${withIds[2]}${withIds[3]}`]
  const named = /^repo:([^/@:]+)\/([^/@:]+)(:.*)$/.exec(sub)
  const [owner, repository] = [plain(claims.repository_owner_id), plain(claims.repository_id)]
  if (!named || !/^\d+$/.test(owner) || !/^\d+$/.test(repository)) return [sub]
  return [sub, `repo:${named[1]}@${owner}/${named[2]}@${repository}${named[3]}`]
}

function issuerOf({ iss }: Readonly<Record<string, unknown>>): string {
  const url = plain(iss)
  return url.startsWith('https://') ? url.slice('https://'.length) : 'token.actions.githubusercontent.com'
}

/** A claim as it may stand in a message: branch names are other people's text. */
function plain(claim: unknown): string {
  const text = typeof claim === 'string' || typeof claim === 'number' ? String(claim) : ''
  return text.replace(/[^\x21-\x7e]+|`/g, '?').slice(0, 300)
}
