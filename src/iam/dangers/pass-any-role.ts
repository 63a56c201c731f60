import { limitsService } from '../escalation.ts'
import { type ActionGrant, grantsOf, isOpenAllowEntry } from '../grants.ts'
import { quote } from '../messages.ts'
import { passRoleEdit } from '../narrowing-edits.ts'
import { scopeOf } from '../target-scope.ts'
import { type Danger, defineDanger } from './danger.ts'
import { privilegeEscalation } from './privilege-escalation.ts'

/** iam:PassRole for any role and any service, where nothing else makes a path of it. */
export const passAnyRole: Danger<ActionGrant> = defineDanger({
  id: 'pass-any-role',
  order: 70,
  example: [{ Action: 'iam:PassRole' }, { Action: 'iam:Pass*' }],
  actions: () => ['iam:PassRole'],
  find: (permissions) =>
    grantsOf(permissions, 'iam:PassRole')
      .filter(
        (grant) => isOpenAllowEntry(grant.allowEntry) && scopeOf(grant, 'role') === 'any' && !limitsService(grant),
      )
      .slice(0, 1),
  untold(found, said, others) {
    const isStep = others
      .held(privilegeEscalation)
      .some(({ path, scope }) => path.class === 'new-passrole' && scope === 'any')
    return isStep ? [] : found.filter(({ action }) => !said.actions.has(action))
  },
  // What it is worth is for the paths to say: with its service named it is as narrow as many can make it.
  say: (_, said) => void said.names.add('iam:PassRole'),
  newlyPermitted: (found) => (found.length > 0 ? ['pass-any-role'] : []),
  words: () => 'now able to pass any role to any service',
  rule: {
    title: 'Policy can pass any role to any service',
    severity: 'medium',
    fixable: true,
    description:
      'iam:PassRole on every role, without saying to which service. Nothing here starts code under a passed role yet; the next action that is added may make an escalation of it.',
    remediation:
      'Name the roles in Resource, or add the condition "StringEquals": {"iam:PassedToService": "<service>.amazonaws.com"}.',
    cwe: ['CWE-269'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html'],
    *hits([grant], { unit }) {
      if (!grant) return
      const { action, allowEntry } = grant
      const fix = passRoleEdit(grant, unit)
      yield {
        severity: allowEntry.judgement.strength === 'contextual' ? 'low' : 'medium',
        span: action.span,
        message: `${quote(action)} passes every role to every service.`,
        element: 'iam:PassRole',
        remediation:
          'Name the roles: Resource `arn:aws:iam::<Account>:role/<RoleName>`, and the service that gets them: `"Condition": {"StringEquals": {"iam:PassedToService": "<service>.amazonaws.com"}}`.',
        ...(fix && { fix }),
      }
    },
  },
})
