import { intersection, members, overlaps } from '../../aws/actions/bits.ts'
import { actionFacts, actionName, levelActions } from '../../aws/actions/catalogue.ts'
import { isReader } from '../actions.ts'
import { type ActionGrant, actionsReached, isOpenAllowEntry, type Permissions } from '../grants.ts'
import { narrowedArn, quote, reachOfGrant } from '../messages.ts'
import { tellTogether } from '../tell-together.ts'
import { wideGrant } from '../wide-grants.ts'
import { type Danger, defineDanger } from './danger.ts'

export const permissionsManagement: Danger<ActionGrant> = defineDanger({
  id: 'permissions-management',
  order: 80,
  example: [{ Action: 's3:PutBucketPolicy' }],
  actions: () => [...members(levelActions('Permissions management'))].map(actionName),
  find: permissionsManagementIn,
  untold: (found, said) => found.filter(({ action, name }) => !said.actions.has(action) && !said.names.has(name)),
  say: (told, said) => said.name(told),
  newlyPermitted: (found) => (found.length > 0 ? ['permissions-management'] : []),
  words: () => 'now changes who may do what, everywhere',
  managed: (found) => (found.length > 0 ? ['permissions-management'] : []),
  rule: {
    title: "Policy changes everyone's permissions on its resources",
    severity: 'medium',
    description:
      'Actions that AWS files under "Permissions management" decide who may use a bucket, a key or a queue. On every resource, they open any of them to anyone.',
    remediation: 'Name the resources whose permissions may be changed.',
    cwe: ['CWE-250', 'CWE-732'],
    references: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html',
    ],
    hits: (told) =>
      tellTogether(told, 'medium', (grant) => ({
        message: `${quote(grant.name)} changes who may use ${reachOfGrant(grant)}`,
        element: 'permissions-management',
        remediation: `Name what may be opened: Resource \`${narrowedArn(grant.name)}\`.`,
      })),
  },
})

/** Actions of AWS's level "Permissions management" that could be narrowed, openly and on every resource. */
function permissionsManagementIn(permissions: Permissions): ActionGrant[] {
  const wide = actionsReached(permissions, 'wide', isOpenAllowEntry)
  const managing = levelActions('Permissions management')
  const found = overlaps(wide, managing) ? [...members(intersection(wide, managing))] : []
  return found
    .map(actionFacts)
    .filter(({ name, types }) => types.some((type) => type.required) && !isReader(name))
    .flatMap(({ name }) => wideGrant(permissions, name))
}
