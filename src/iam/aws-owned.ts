import { actionFacts, actionId } from '../aws/actions/catalogue.ts'

/**
 * What AWS owns is changed by nobody, whatever a policy says. Completes "… cannot be changed: "; undefined for all else.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/using-service-linked-roles.html
 */
export function awsOwned(action: string, resource: string): string | undefined {
  const found = OWNED.find(({ resources, actions }) => resources.test(resource) && actions.test(action))
  if (!found) return undefined
  const id = actionId(action)
  const level = id === undefined ? undefined : actionFacts(id).level
  return level === 'Read' || level === 'List' ? undefined : found.what
}

const ROLE_CHANGES =
  /^iam:(?:\*|UpdateAssumeRolePolicy|UpdateRole|AttachRolePolicy|DetachRolePolicy|PutRolePolicy|DeleteRolePolicy|(?:Put|Delete)RolePermissionsBoundary|DeleteRole)$/i

const OWNED: readonly { readonly resources: RegExp; readonly actions: RegExp; readonly what: string }[] = [
  {
    resources: /^arn:[^:]*:iam::aws:policy\//,
    actions:
      /^iam:(?:\*|CreatePolicyVersion|DeletePolicyVersion|SetDefaultPolicyVersion|DeletePolicy|CreatePolicy|(?:Tag|Untag)Policy)$/i,
    what: 'a policy that AWS manages',
  },
  { resources: /:role\/aws-service-role\//, actions: ROLE_CHANGES, what: 'a service-linked role' },
  { resources: /:role\/aws-reserved\//, actions: ROLE_CHANGES, what: 'a role that Identity Center keeps' },
  {
    resources: /^arn:[^:]*:kms:[^:]*:[^:]*:alias\/aws\//,
    actions: /^kms:(?:\*|CreateAlias|UpdateAlias|DeleteAlias)$/i,
    what: 'an alias of AWS',
  },
]
