import { type AwsCall, IAM } from './calls.ts'

const lists = 'what the key can do is not known: no grants, no ways to administrator'
const row = (name: string, lost: string, more: Partial<AwsCall> = {}): AwsCall => ({
  name,
  lost,
  protocol: IAM,
  ...more,
})
const MARKER = { pages: ['Marker', 'Marker'] } as const
const CLOUDTRAIL: AwsCall['protocol'] = {
  kind: 'json',
  target: 'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101',
  version: '1.1',
}

/** Questions about the holder of one leaked key. None of them changes anything. */
export const KEY_CALLS: readonly AwsCall[] = [
  row('iam:GetAccessKeyLastUsed', 'whose the key is, and when it was last used, is not known'),
  row('iam:ListAccessKeys', 'whether the key is active, and which others its user has, is not known', MARKER),
  row('iam:GetUser', 'a boundary of the user is not known'),
  row('iam:ListUserPolicies', lists, MARKER),
  row('iam:GetUserPolicy', lists),
  row('iam:ListAttachedUserPolicies', lists, MARKER),
  row('iam:ListGroupsForUser', 'what the groups of the user grant is not known', MARKER),
  row('iam:ListGroupPolicies', 'what the groups of the user grant is not known', MARKER),
  row('iam:GetGroupPolicy', 'what the groups of the user grant is not known'),
  row('iam:ListAttachedGroupPolicies', 'what the groups of the user grant is not known', MARKER),
  row('iam:GetRole', 'a boundary of the role is not known'),
  row('iam:ListRolePolicies', lists, MARKER),
  row('iam:GetRolePolicy', lists),
  row('iam:ListAttachedRolePolicies', lists, MARKER),
  row('iam:GetPolicy', 'what attached policies of the account grant is not known'),
  row('iam:GetPolicyVersion', 'what attached policies of the account grant is not known'),
  row('iam:GenerateServiceLastAccessedDetails', 'which services were used, and when, is not known'),
  row('iam:GetServiceLastAccessedDetails', 'which services were used, and when, is not known'),
  row('cloudtrail:LookupEvents', 'what was done with the key in the last 90 days is not known', {
    protocol: CLOUDTRAIL,
    pages: ['NextToken', 'NextToken'],
  }),
]

/** All that Keylatch ever changes in AWS, each only when somebody asked for it. */
export const KEY_CHANGES: readonly AwsCall[] = [
  row('iam:UpdateAccessKey', 'a key cannot be deactivated'),
  row('iam:AttachUserPolicy', 'a key that cannot be deactivated cannot be quarantined either'),
  row('iam:PutRolePolicy', 'sessions of a role cannot be cut off'),
]
