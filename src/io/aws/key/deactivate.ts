import { KEY_CHANGES } from '../../../account/key-calls.ts'
import { AwsApi } from '../api/client.ts'
import { DEFAULT_LIMITS, deadlineOf, type Limits } from '../attempts.ts'
import { faultName, faultText } from '../failure.ts'
import type { AwsSession } from '../session.ts'
import { isPlain, keyOf } from '../triage-text.ts'

/** What was done to a key, as a sentence, and how to take it back. */
export type Outcome = { readonly done: string; readonly undo: string } | { readonly refused: string }

/** A key of a user of one's own account. */
export interface UserKey {
  readonly keyId: string
  readonly user: string
}

const LIMITS: Limits = { ...DEFAULT_LIMITS, attempts: 4, deadline: 30_000 }
const CHANGES = new Map(KEY_CHANGES.map((call) => [call.name, call]))
const quarantineOf = (partition: string) => `arn:${partition}:iam::aws:policy/AWSCompromisedKeyQuarantineV3`

/**
 * Makes a key Inactive, which whoever needs it can take back; where that is not permitted, its user gets the policy that AWS
 * itself attaches to leaked keys. Whoever calls has made sure that it is the right key.
 */
export async function deactivateKey(
  session: AwsSession,
  { keyId, user }: UserKey,
  limits: Partial<Limits> = {},
): Promise<Outcome> {
  if (!isPlain(user)) return { refused: 'the name of its user is not one of IAM' }
  const api = apiOf(session, limits)
  const key = keyOf(user, keyId.slice(-4))
  try {
    const parameters = { UserName: user, AccessKeyId: keyId, Status: 'Inactive' }
    await api.call(CHANGES.get('iam:UpdateAccessKey')!, parameters)
    return {
      done: `The key is inactive now (user ${user})`,
      undo: `aws iam update-access-key --user-name ${user} --status Active --access-key-id ${key}`,
    }
  } catch (error) {
    if (faultName(error) !== 'AccessDenied') return { refused: faultText(error, [keyId]) }
  }
  const policy = quarantineOf(session.partition)
  try {
    await api.call(CHANGES.get('iam:AttachUserPolicy')!, { UserName: user, PolicyArn: policy })
    return {
      done: `iam:UpdateAccessKey is not permitted, so user ${user} has AWSCompromisedKeyQuarantineV3 now, which denies what thieves do first; the key still works for the rest`,
      undo: `aws iam detach-user-policy --user-name ${user} --policy-arn ${policy}`,
    }
  } catch (error) {
    return {
      refused: `neither iam:UpdateAccessKey nor iam:AttachUserPolicy is possible (${faultText(error, [keyId])})`,
    }
  }
}

/** Denies everything to sessions of a role that began before now. New ones work, so it hurts whoever uses the role for a moment. */
export async function cutOffSessions(
  session: AwsSession,
  role: string,
  now: Date,
  limits: Partial<Limits> = {},
): Promise<Outcome> {
  if (!isPlain(role)) return { refused: 'the name of its role is not one of IAM' }
  const before = now.toISOString().replace(/\.\d+Z$/, 'Z')
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Deny', Action: '*', Resource: '*', Condition: { DateLessThan: { 'aws:TokenIssueTime': before } } },
    ],
  })
  try {
    const parameters = { RoleName: role, PolicyName: REVOKE, PolicyDocument }
    await apiOf(session, limits).call(CHANGES.get('iam:PutRolePolicy')!, parameters)
    return {
      done: `Every session of role ${role} that began before ${before} is cut off`,
      undo: `aws iam delete-role-policy --role-name ${role} --policy-name ${REVOKE}`,
    }
  } catch (error) {
    return { refused: faultText(error) }
  }
}

/** The name that the console gives it. */
const REVOKE = 'AWSRevokeOlderSessions'

function apiOf(session: AwsSession, limits: Partial<Limits>): AwsApi {
  const bounds = { ...LIMITS, ...limits }
  return new AwsApi(session, bounds, deadlineOf(bounds))
}
