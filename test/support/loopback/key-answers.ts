import type { AccountAnswers } from './account.ts'
import type { AccessKey } from './cloud.ts'

/** What a user with a leaked key holds, answered as IAM and CloudTrail document it. */
export function keyAnswers(key: AccessKey, others: readonly AccessKey[] = []): AccountAnswers {
  const user = key.userName ?? ''
  const arn = (rest: string) => `arn:aws:iam::${key.accountId}:${rest}`
  const member = (text: string) => `<member>${text}</member>`
  const document = (statement: object) =>
    encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] }))
  const event = (EventName: string, sourceIPAddress: string) => ({
    EventName,
    CloudTrailEvent: JSON.stringify({ awsRegion: 'eu-west-1', sourceIPAddress, userIdentity: { type: 'IAMUser' } }),
  })
  return {
    'iam:GetAccessKeyLastUsed': `<UserName>${user}</UserName><AccessKeyLastUsed><Region>eu-west-1</Region><LastUsedDate>2026-11-03T10:00:00Z</LastUsedDate><ServiceName>s3</ServiceName></AccessKeyLastUsed>`,
    'iam:ListAccessKeys': () =>
      `<AccessKeyMetadata>${[key, ...others].map(({ id, status }) => member(`<UserName>${user}</UserName><AccessKeyId>${id}</AccessKeyId><Status>${status}</Status><CreateDate>2026-01-05T00:00:00Z</CreateDate>`)).join('')}</AccessKeyMetadata>`,
    'iam:GetUser': `<User><UserName>${user}</UserName><Arn>${arn(`user/${user}`)}</Arn></User>`,
    'iam:ListUserPolicies': `<PolicyNames>${member('own')}</PolicyNames>`,
    'iam:GetUserPolicy': `<PolicyDocument>${document({ Action: ['s3:GetObject', 's3:ListBucket'], Resource: '*' })}</PolicyDocument>`,
    'iam:ListAttachedUserPolicies': '<AttachedPolicies/>',
    'iam:ListGroupsForUser': `<Groups>${member(`<GroupName>ops</GroupName><Arn>${arn('group/ops')}</Arn>`)}</Groups>`,
    'iam:ListGroupPolicies': '<PolicyNames/>',
    'iam:ListAttachedGroupPolicies': `<AttachedPolicies>${member(`<PolicyName>ops</PolicyName><PolicyArn>${arn('policy/ops')}</PolicyArn>`)}</AttachedPolicies>`,
    'iam:GetPolicy': `<Policy><PolicyName>ops</PolicyName><DefaultVersionId>v3</DefaultVersionId></Policy>`,
    'iam:GetPolicyVersion': `<PolicyVersion><Document>${document({ Action: 'iam:PutUserPolicy', Resource: '*' })}</Document></PolicyVersion>`,
    'iam:GenerateServiceLastAccessedDetails': '<JobId>job-1</JobId>',
    'iam:GetServiceLastAccessedDetails': `<JobStatus>COMPLETED</JobStatus><ServicesLastAccessed>${member('<ServiceNamespace>s3</ServiceNamespace><LastAuthenticated>2026-11-03T10:00:00Z</LastAuthenticated>')}${member('<ServiceNamespace>iam</ServiceNamespace>')}</ServicesLastAccessed>`,
    'cloudtrail:LookupEvents': JSON.stringify({
      Events: [event('GetObject', '192.0.2.7'), event('GetObject', '192.0.2.7'), event('ListBuckets', '198.51.100.9')],
    }),
    'iam:UpdateAccessKey': ({ AccessKeyId, Status }) => {
      const found = [key, ...others].find(({ id }) => id === AccessKeyId)
      if (!found) return { status: 404, code: 'NoSuchEntity' }
      found.status = Status as AccessKey['status']
      return ''
    },
    'iam:AttachUserPolicy': '',
    'iam:PutRolePolicy': '',
  }
}
