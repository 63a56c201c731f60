import { type HolderSite, type ResourceType, row, withResourcePolicy } from './resource-type.ts'

const itself = 'itself'
const named = (
  kind: 'role' | 'user' | 'group' | 'permission-set',
  at: Extract<HolderSite, object>['at'],
): HolderSite => ({
  kind,
  at,
})

const ROLES = named('role', [undefined, 'Roles'])
const USERS = named('user', [undefined, 'Users'])
const GROUPS = named('group', [undefined, 'Groups'])

/** Policies given to one principal or to several, in one argument or in an attachment of their own. */
const OWN_POLICIES = {
  policies: [['managed_policy_arns', 'ManagedPolicyArns']],
  holders: itself,
} as const
const OWN_BOUNDARY = { policies: ['permissions_boundary'], holders: itself, boundary: true } as const

const INLINE = {
  at: ['inline_policy.policy', 'Policies.PolicyDocument'],
  role: 'identity',
  name: ['name', 'PolicyName'],
} as const

/** IAM, IAM Identity Center, Organizations: who there is, what they hold and who may become them. */
export const identity: readonly ResourceType[] = [
  row('aws_iam_role AWS::IAM::Role', {
    holder: { kind: 'role', name: ['name', 'RoleName'] },
    policies: [{ at: ['assume_role_policy', 'AssumeRolePolicyDocument'], role: 'trust' }, INLINE],
    attachments: [OWN_POLICIES, OWN_BOUNDARY],
  }),
  row('aws_iam_user AWS::IAM::User', {
    holder: { kind: 'user', name: ['name', 'UserName'] },
    policies: [INLINE],
    attachments: [OWN_POLICIES, OWN_BOUNDARY],
    memberships: [{ users: itself, groups: [undefined, 'Groups'] }],
  }),
  row('aws_iam_group AWS::IAM::Group', {
    holder: { kind: 'group', name: ['name', 'GroupName'] },
    policies: [INLINE],
    attachments: [OWN_POLICIES],
  }),
  row('aws_ssoadmin_permission_set AWS::SSO::PermissionSet', {
    holder: { kind: 'permission-set', name: 'name' },
    policies: [{ at: 'inline_policy', role: 'identity' }],
    attachments: [
      {
        policies: [
          ['managed_policy_arns', 'ManagedPolicies'],
          [undefined, 'CustomerManagedPolicyReferences.Name'],
        ],
        holders: itself,
      },
      {
        policies: [
          ['permissions_boundary', 'PermissionsBoundary.ManagedPolicyArn'],
          [undefined, 'PermissionsBoundary.CustomerManagedPolicyReference.Name'],
        ],
        holders: itself,
        boundary: true,
      },
    ],
  }),

  row('aws_iam_policy AWS::IAM::ManagedPolicy', {
    holder: { kind: 'managed-policy', name: ['name', 'ManagedPolicyName'] },
    policies: [{ at: ['policy', 'PolicyDocument'], role: 'identity' }],
    attachments: [ROLES, USERS, GROUPS].map((holders) => ({ policies: itself, holders })),
  }),
  row('AWS::IAM::Policy', {
    policies: [{ at: 'policy_document', role: 'identity' }],
    holders: [ROLES, USERS, GROUPS],
  }),
  row('aws_iam_role_policy AWS::IAM::RolePolicy', {
    policies: [{ at: ['policy', 'PolicyDocument'], role: 'identity' }],
    holders: [named('role', ['role', 'RoleName'])],
  }),
  row('aws_iam_user_policy AWS::IAM::UserPolicy', {
    policies: [{ at: ['policy', 'PolicyDocument'], role: 'identity' }],
    holders: [named('user', ['user', 'UserName'])],
  }),
  row('aws_iam_group_policy AWS::IAM::GroupPolicy', {
    policies: [{ at: ['policy', 'PolicyDocument'], role: 'identity' }],
    holders: [named('group', ['group', 'GroupName'])],
  }),
  row('aws_ssoadmin_permission_set_inline_policy', {
    policies: [{ at: 'inline_policy', role: 'identity' }],
    holders: [named('permission-set', 'permission_set_arn')],
  }),

  row('aws_iam_role_policy_attachment', {
    attachments: [{ policies: ['policy_arn'], holders: named('role', 'role') }],
  }),
  row('aws_iam_user_policy_attachment', {
    attachments: [{ policies: ['policy_arn'], holders: named('user', 'user') }],
  }),
  row('aws_iam_group_policy_attachment', {
    attachments: [{ policies: ['policy_arn'], holders: named('group', 'group') }],
  }),
  row('aws_iam_policy_attachment', {
    attachments: [named('role', 'roles'), named('user', 'users'), named('group', 'groups')].map((holders) => ({
      policies: ['policy_arn'],
      holders,
    })),
  }),
  row('aws_iam_role_policy_attachments_exclusive', {
    attachments: [{ policies: ['policy_arns'], holders: named('role', 'role_name') }],
  }),
  row('aws_iam_user_policy_attachments_exclusive', {
    attachments: [{ policies: ['policy_arns'], holders: named('user', 'user_name') }],
  }),
  row('aws_iam_group_policy_attachments_exclusive', {
    attachments: [{ policies: ['policy_arns'], holders: named('group', 'group_name') }],
  }),
  row('aws_ssoadmin_managed_policy_attachment', {
    attachments: [{ policies: ['managed_policy_arn'], holders: named('permission-set', 'permission_set_arn') }],
  }),
  row('aws_ssoadmin_customer_managed_policy_attachment', {
    attachments: [
      {
        policies: ['customer_managed_policy_reference.name'],
        holders: named('permission-set', 'permission_set_arn'),
      },
    ],
  }),
  row('aws_ssoadmin_permissions_boundary_attachment', {
    attachments: [
      {
        policies: [
          'permissions_boundary.managed_policy_arn',
          'permissions_boundary.customer_managed_policy_reference.name',
        ],
        holders: named('permission-set', 'permission_set_arn'),
        boundary: true,
      },
    ],
  }),
  row('aws_iam_user_group_membership', { memberships: [{ users: 'user', groups: 'groups' }] }),
  row('aws_iam_group_membership AWS::IAM::UserToGroupAddition', {
    memberships: [{ users: 'users', groups: ['group', 'GroupName'] }],
  }),

  row('aws_organizations_policy AWS::Organizations::Policy', {
    service: 'organizations',
    policies: [{ at: 'content', role: 'scp' }],
  }),
  withResourcePolicy(
    'aws_organizations_resource_policy AWS::Organizations::ResourcePolicy',
    'organizations',
    'content',
  ),
  row('aws_eks_pod_identity_association AWS::EKS::PodIdentityAssociation', {
    policies: [{ at: 'policy', role: 'session' }],
  }),
  row('aws_rolesanywhere_profile AWS::RolesAnywhere::Profile', {
    policies: [{ at: 'session_policy', role: 'session' }],
  }),
  row('aws_transfer_access', { policies: [{ at: 'policy', role: 'session' }] }),
  row('aws_transfer_user AWS::Transfer::User', { policies: [{ at: 'policy', role: 'session' }] }),
  withResourcePolicy('aws_acmpca_policy', 'acm-pca', 'policy', 'resource_arn'),
]
