import { AwsError, type AwsServer, startQueryService, xml } from './aws-query.ts'
import { type AccessKey, type Cloud, permits } from './cloud.ts'

/** IAM's query API on loopback, as far as triage asks it. Keys of other accounts are refused, as AWS does. */
export function startIam(cloud: Cloud): Promise<AwsServer> {
  return startQueryService(
    {
      name: 'iam',
      version: '2010-05-08',
      namespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
      operations: {
        GetAccessKeyLastUsed: {
          signed: true,
          run: ({ AccessKeyId = '' }, caller) => lastUsed(cloud, AccessKeyId, caller!),
        },
      },
    },
    cloud,
  )
}

function lastUsed(cloud: Cloud, id: string, caller: AccessKey): string {
  const key = cloud.keys.get(id)
  const allowed = key && permits(caller, 'iam:GetAccessKeyLastUsed', key.arn)
  if (!key || key.accountId !== caller.accountId || !key.userName || !allowed) {
    throw new AwsError(
      403,
      'AccessDenied',
      `User: ${caller.arn} is not authorized to perform: iam:GetAccessKeyLastUsed`,
    )
  }
  const { date, service, region } = key.lastUsed ?? { service: 'N/A', region: 'N/A' }
  return [
    `<UserName>${xml(key.userName)}</UserName><AccessKeyLastUsed><Region>${region}</Region>`,
    date ? `<LastUsedDate>${date}</LastUsedDate>` : '',
    `<ServiceName>${service}</ServiceName></AccessKeyLastUsed>`,
  ].join('')
}
