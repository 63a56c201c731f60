import { withTrusters } from '../../../account/providers.ts'
import { type AccountRecord, type Json, type JsonObject, recordOf } from '../../../account/snapshot.ts'
import { listOf, wordsOf } from '../api/protocol.ts'
import { type AccountPlace, arnOf } from './account-place.ts'
import { type CredentialRow, credentialRows } from './credential-report.ts'
import { type Inquiry, inParallel } from './inquiry.ts'

/** Root, users, roles, groups, policies, the password policy and identity providers. */
export async function identityRecords(
  inquiry: Inquiry,
  place: AccountPlace,
  takenAt: string,
): Promise<AccountRecord[]> {
  const [summary, rows, details, password, providers] = await Promise.all([
    inquiry.ask('iam:GetAccountSummary'),
    credentialRows(inquiry),
    detailRecords(inquiry),
    passwordRecord(inquiry, place),
    providerRecords(inquiry),
  ])
  const byUser = new Map(rows.map((row) => [row.user, row]))
  const users = details.map((record) => (record.type === 'aws_iam_user' ? withCredentials(record, byUser) : record))
  return [
    rootRecord(summary, byUser.get('<root_account>'), place, takenAt),
    ...withTrusters(users, providers),
    ...password,
  ]
}

/** What is known of the account as a whole stands with its root. */
function rootRecord(
  summary: JsonObject | undefined,
  row: CredentialRow | undefined,
  place: AccountPlace,
  takenAt: string,
): AccountRecord {
  const map = summary?.SummaryMap as JsonObject | undefined
  const numbers = SUMMED.flatMap((name) => (map?.[name] === undefined ? [] : [[name, Number(map[name])] as const]))
  return {
    type: 'aws_account_root',
    arn: arnOf(place, 'iam', 'root'),
    data: {
      TakenAt: takenAt,
      ...(numbers.length > 0 ? { Summary: Object.fromEntries(numbers) } : {}),
      ...(row ? { Credentials: row.facts } : {}),
    },
  }
}

const SUMMED = ['AccountAccessKeysPresent', 'AccountMFAEnabled'] as const

function withCredentials(record: AccountRecord, rows: ReadonlyMap<string, CredentialRow>): AccountRecord {
  const row = rows.get(String(record.data.UserName))
  return row ? recordOf(record.type, record.arn, { ...record.data, Credentials: row.facts }) : record
}

const DETAILS = [
  ['UserDetailList', 'aws_iam_user', ['UserName', 'GroupList']],
  ['RoleDetailList', 'aws_iam_role', ['RoleName', 'RoleLastUsed', 'AssumeRolePolicyDocument']],
  ['GroupDetailList', 'aws_iam_group', ['GroupName']],
] as const

/** What findings need of each, and nothing else: tags and descriptions hold what people write. */
const KEPT = ['Path', 'CreateDate', 'AttachedManagedPolicies', 'PermissionsBoundary'] as const
const INLINE = ['UserPolicyList', 'RolePolicyList', 'GroupPolicyList'] as const

async function detailRecords(inquiry: Inquiry): Promise<AccountRecord[]> {
  const filter = { Filter: ['User', 'Role', 'Group', 'LocalManagedPolicy'], MaxItems: 1000 }
  return [...((await inquiry.each('iam:GetAccountAuthorizationDetails', detailsOf, filter)) ?? [])]
}

function detailsOf(page: JsonObject): AccountRecord[] {
  return [
    ...DETAILS.flatMap(([list, type, own]) =>
      listOf(page[list]).map((item) => recordOf(type, String(item.Arn), principalOf(item, [...own, ...KEPT]))),
    ),
    ...listOf(page.Policies).map((policy) => recordOf('aws_iam_policy', String(policy.Arn), policyOf(policy))),
  ]
}

function principalOf(item: JsonObject, kept: readonly string[]): JsonObject {
  const data: Record<string, Json> = { Arn: item.Arn ?? '' }
  for (const name of kept) {
    const value = item[name]
    if (value === undefined || value === '') continue
    data[name] = name === 'AssumeRolePolicyDocument' ? documentOf(value) : value
  }
  for (const name of INLINE) {
    const policies = listOf(item[name])
    if (policies.length === 0) continue
    data[name] = policies.map(({ PolicyName = '', PolicyDocument = '' }) => ({
      PolicyName,
      PolicyDocument: documentOf(PolicyDocument),
    }))
  }
  return data
}

/** Its default version, which is the one that counts. */
function policyOf(policy: JsonObject): JsonObject {
  const versions = listOf(policy.PolicyVersionList)
  const current = versions.find(({ IsDefaultVersion }) => String(IsDefaultVersion) === 'true') ?? versions[0]
  const { PolicyName = '', Arn = '', Path = '/', AttachmentCount = 0, PermissionsBoundaryUsageCount = 0 } = policy
  return {
    PolicyName,
    Arn,
    Path,
    AttachmentCount: Number(AttachmentCount),
    PermissionsBoundaryUsageCount: Number(PermissionsBoundaryUsageCount),
    PolicyVersionList: current
      ? [{ VersionId: current.VersionId ?? '', IsDefaultVersion: true, Document: documentOf(current.Document ?? '') }]
      : [],
  }
}

/** The API gives documents percent-encoded. One that is no JSON stays the text it is. */
export function documentOf(written: Json): Json {
  if (typeof written !== 'string') return written
  for (const read of [decodeURIComponent, (text: string) => text]) {
    try {
      return JSON.parse(read(written)) as Json
    } catch {
      // The other way, or none.
    }
  }
  return written
}

/** Spelled as the resource of Terraform is, which the rule about it knows. */
async function passwordRecord(inquiry: Inquiry, place: AccountPlace): Promise<AccountRecord[]> {
  const answer = await inquiry.ask('iam:GetAccountPasswordPolicy', {}, undefined, ['NoSuchEntity'])
  if (!answer) return []
  const policy = answer.PasswordPolicy as JsonObject | undefined
  const spelled = Object.entries(policy ?? DEFAULT_PASSWORDS).map(([name, value]) => [
    name.replace(/(?!^)([A-Z])/g, '_$1').toLowerCase(),
    value,
  ])
  return [
    {
      type: 'aws_iam_account_password_policy',
      arn: arnOf(place, 'iam', 'password-policy'),
      data: { password_reuse_prevention: 0, ...Object.fromEntries(spelled) },
    },
  ]
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html#default-policy-details */
const DEFAULT_PASSWORDS = { MinimumPasswordLength: 8 }

async function providerRecords(inquiry: Inquiry): Promise<AccountRecord[]> {
  const [oidc, saml] = await Promise.all([
    inquiry.ask('iam:ListOpenIDConnectProviders'),
    inquiry.ask('iam:ListSAMLProviders'),
  ])
  const issuers = listOf(oidc?.OpenIDConnectProviderList).map(({ Arn }) => String(Arn))
  return [
    ...(await inParallel(issuers, async (arn) => {
      const answer = await inquiry.ask('iam:GetOpenIDConnectProvider', { OpenIDConnectProviderArn: arn })
      return {
        type: 'aws_iam_openid_connect_provider',
        arn,
        data: {
          url: String(answer?.Url ?? arn.replace(/^.*?oidc-provider\//, '')),
          ...(answer
            ? { client_id_list: wordsOf(answer.ClientIDList), thumbprint_list: wordsOf(answer.ThumbprintList) }
            : {}),
        },
      }
    })),
    ...listOf(saml?.SAMLProviderList).map(({ Arn, ValidUntil }) => ({
      type: 'aws_iam_saml_provider',
      arn: String(Arn),
      data: { name: String(Arn).replace(/^.*\//, ''), ...(ValidUntil ? { valid_until: ValidUntil } : {}) },
    })),
  ]
}
