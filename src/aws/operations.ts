import type { HolderKind, PolicyRole } from '../core/policy.ts'

/** An operation of the AWS command line that takes a policy document. */
export interface PolicyOperation {
  readonly role: PolicyRole
  /** The option with the document. */
  readonly document: string
  /** Who gets it, and the option that names them. */
  readonly holder?: { readonly kind: HolderKind; readonly option: string }
  /** Where the value of the option is JSON that holds the document in this member. */
  readonly member?: string
  /** The service prefix for resource policies, where it is not the command's name. */
  readonly service?: string
}

const identity = (kind: HolderKind, option: string, document = '--policy-document'): PolicyOperation => ({
  role: 'identity',
  document,
  holder: { kind, option },
})

const resource = (option: string, document = '--policy', service?: string): PolicyOperation => ({
  role: 'resource',
  document,
  holder: { kind: 'resource', option },
  ...(service !== undefined && { service }),
})

/** https://docs.aws.amazon.com/cli/latest/reference/ */
export const POLICY_OPERATIONS: ReadonlyMap<string, PolicyOperation> = new Map<string, PolicyOperation>([
  ['iam put-role-policy', identity('role', '--role-name')],
  ['iam put-user-policy', identity('user', '--user-name')],
  ['iam put-group-policy', identity('group', '--group-name')],
  ['iam create-policy', identity('managed-policy', '--policy-name')],
  ['iam create-policy-version', identity('managed-policy', '--policy-arn')],
  [
    'iam create-role',
    { role: 'trust', document: '--assume-role-policy-document', holder: { kind: 'role', option: '--role-name' } },
  ],
  [
    'iam update-assume-role-policy',
    { role: 'trust', document: '--policy-document', holder: { kind: 'role', option: '--role-name' } },
  ],
  ['organizations create-policy', { role: 'scp', document: '--content' }],
  ['organizations update-policy', { role: 'scp', document: '--content' }],
  [
    'sso-admin put-inline-policy-to-permission-set',
    identity('permission-set', '--permission-set-arn', '--inline-policy'),
  ],
  ['iot create-policy', { role: 'identity', document: '--policy-document' }],
  ['iot create-policy-version', { role: 'identity', document: '--policy-document' }],
  ['sts assume-role', { role: 'session', document: '--policy' }],
  ['sts assume-role-with-web-identity', { role: 'session', document: '--policy' }],
  ['sts get-federation-token', { role: 'session', document: '--policy' }],
  ['ec2 create-vpc-endpoint', { role: 'boundary', document: '--policy-document' }],
  ['ec2 modify-vpc-endpoint', { role: 'boundary', document: '--policy-document' }],
  ['acm-pca put-policy', resource('--resource-arn')],
  ['apigateway create-rest-api', resource('--name', '--policy', 'execute-api')],
  ['backup put-backup-vault-access-policy', resource('--backup-vault-name')],
  ['codeartifact put-domain-permissions-policy', resource('--domain', '--policy-document')],
  ['codeartifact put-repository-permissions-policy', resource('--repository', '--policy-document')],
  ['dynamodb put-resource-policy', resource('--resource-arn')],
  ['ecr put-registry-policy', resource('--registry-id', '--policy-text')],
  ['ecr set-repository-policy', resource('--repository-name', '--policy-text')],
  ['ecr-public set-repository-policy', resource('--repository-name', '--policy-text')],
  ['efs put-file-system-policy', resource('--file-system-id', '--policy', 'elasticfilesystem')],
  ['es create-elasticsearch-domain', resource('--domain-name', '--access-policies')],
  ['es update-elasticsearch-domain-config', resource('--domain-name', '--access-policies')],
  ['glacier set-vault-access-policy', { ...resource('--vault-name'), member: 'Policy' }],
  ['glue put-resource-policy', resource('--resource-arn', '--policy-in-json')],
  ['kinesis put-resource-policy', resource('--resource-arn')],
  ['kms create-key', resource('--description')],
  ['kms put-key-policy', resource('--key-id')],
  ['logs put-destination-policy', resource('--destination-name', '--access-policy')],
  ['logs put-resource-policy', resource('--policy-name', '--policy-document')],
  ['mediastore put-container-policy', resource('--container-name')],
  ['opensearch create-domain', resource('--domain-name', '--access-policies', 'es')],
  ['opensearch update-domain-config', resource('--domain-name', '--access-policies', 'es')],
  ['s3api put-bucket-policy', resource('--bucket', '--policy', 's3')],
  ['s3control put-access-point-policy', resource('--name', '--policy', 's3')],
  ['s3tables put-table-bucket-policy', resource('--table-bucket-arn', '--resource-policy')],
  ['secretsmanager put-resource-policy', resource('--secret-id', '--resource-policy')],
  ['ses put-identity-policy', resource('--identity')],
  ['sesv2 create-email-identity-policy', resource('--email-identity', '--policy', 'ses')],
  ['sns create-topic', { ...resource('--name', '--attributes'), member: 'Policy' }],
  ['sns set-topic-attributes', resource('--topic-arn', '--attribute-value')],
  ['sqs create-queue', { ...resource('--queue-name', '--attributes'), member: 'Policy' }],
  ['sqs set-queue-attributes', { ...resource('--queue-url', '--attributes'), member: 'Policy' }],
])

/** Operations that attach a managed policy: the option with its ARN, and who gets it. */
export interface AttachOperation {
  readonly policy: string
  readonly kind: HolderKind
  readonly holder: string
  readonly boundary: boolean
}

const attach = (kind: HolderKind, holder: string, policy = '--policy-arn', boundary = false): AttachOperation => ({
  policy,
  kind,
  holder,
  boundary,
})

export const ATTACH_OPERATIONS: ReadonlyMap<string, AttachOperation> = new Map([
  ['iam attach-role-policy', attach('role', '--role-name')],
  ['iam attach-user-policy', attach('user', '--user-name')],
  ['iam attach-group-policy', attach('group', '--group-name')],
  ['iam put-role-permissions-boundary', attach('role', '--role-name', '--permissions-boundary', true)],
  ['iam put-user-permissions-boundary', attach('user', '--user-name', '--permissions-boundary', true)],
  ['iam create-role', attach('role', '--role-name', '--permissions-boundary', true)],
  ['iam create-user', attach('user', '--user-name', '--permissions-boundary', true)],
  [
    'sso-admin attach-managed-policy-to-permission-set',
    attach('permission-set', '--permission-set-arn', '--managed-policy-arn'),
  ],
])

/** Operations that give an instance its user-data: the option, and the member of its JSON. */
export const USER_DATA_OPERATIONS: ReadonlyMap<string, { option: string; member?: string }> = new Map<
  string,
  { option: string; member?: string }
>([
  ['ec2 run-instances', { option: '--user-data' }],
  ['ec2 modify-instance-attribute', { option: '--user-data' }],
  ['ec2 create-launch-template', { option: '--launch-template-data', member: 'UserData' }],
  ['ec2 create-launch-template-version', { option: '--launch-template-data', member: 'UserData' }],
  ['ec2 request-spot-instances', { option: '--launch-specification', member: 'UserData' }],
  ['autoscaling create-launch-configuration', { option: '--user-data' }],
  ['lightsail create-instances', { option: '--user-data' }],
  ['opsworks create-instance', { option: '--user-data' }],
])

/** Cmdlets, in small letters, by the operation that they call. https://docs.aws.amazon.com/powershell/v5/reference/ */
export const CMDLETS: ReadonlyMap<string, string> = new Map([
  ['register-iamrolepolicy', 'iam attach-role-policy'],
  ['register-iamuserpolicy', 'iam attach-user-policy'],
  ['register-iamgrouppolicy', 'iam attach-group-policy'],
  ['write-iamrolepolicy', 'iam put-role-policy'],
  ['write-iamuserpolicy', 'iam put-user-policy'],
  ['write-iamgrouppolicy', 'iam put-group-policy'],
  ['new-iampolicy', 'iam create-policy'],
  ['new-iampolicyversion', 'iam create-policy-version'],
  ['new-iamrole', 'iam create-role'],
  ['new-iamuser', 'iam create-user'],
  ['new-iamgroup', 'iam create-group'],
  ['update-iamassumerolepolicy', 'iam update-assume-role-policy'],
  ['set-iamrolepermissionsboundary', 'iam put-role-permissions-boundary'],
  ['set-iamuserpermissionsboundary', 'iam put-user-permissions-boundary'],
  ['write-s3bucketpolicy', 's3api put-bucket-policy'],
  ['write-kmskeypolicy', 'kms put-key-policy'],
  ['write-secresourcepolicy', 'secretsmanager put-resource-policy'],
  ['set-ecrrepositorypolicy', 'ecr set-repository-policy'],
  ['add-lmpermission', 'lambda add-permission'],
  ['new-orgpolicy', 'organizations create-policy'],
  ['update-orgpolicy', 'organizations update-policy'],
  ['write-ssoadmninlinepolicytopermissionset', 'sso-admin put-inline-policy-to-permission-set'],
  ['add-ssoadmnmanagedpolicytopermissionset', 'sso-admin attach-managed-policy-to-permission-set'],
  ['new-ec2instance', 'ec2 run-instances'],
])
