import { defineRule } from '../../core/rule.ts'
import { adminIn } from '../../iam/admin.ts'
import { isOpen } from '../../iam/conditions.ts'
import { type ActionGrant, grantsOf, type Permissions } from '../../iam/grants.ts'
import { holderWords, quote } from '../../iam/messages.ts'
import { permissionsOfPrincipal, principalsOf } from '../../iam/principals.ts'

/** Making a principal is harmless until it can be given something. */
const MAKERS = ['iam:CreateRole', 'iam:CreateUser']
const GIVERS = ['iam:AttachRolePolicy', 'iam:PutRolePolicy', 'iam:AttachUserPolicy', 'iam:PutUserPolicy']

export default defineRule({
  meta: {
    id: 'iam/no-permissions-boundary',
    title: 'Maker of roles or users has no permissions boundary',
    severity: 'low',
    about: 'grant',
    domain: 'iam',
    practice: 'permission boundaries, role paths',
    description:
      'Whoever makes principals and gives them policies can make one that is stronger than itself. A boundary that it has to hand on is what stops that.',
    remediation:
      'Set permissions_boundary on the role, and allow iam:CreateRole, iam:PutRolePolicy and iam:AttachRolePolicy only under the condition "StringEquals": {"iam:PermissionsBoundary": "<ARN of the boundary>"}.',
    cwe: ['CWE-269'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html'],
  },
  on: 'identity',
  *check(identity, { unit }) {
    if (identity.hasBoundary || identity.holder.kind === 'group') return
    const principal = principalsOf(unit).principal(identity.holder)
    if (!principal || principal.boundaries.length > 0) return
    const { maker, giver } = unit.of(makingIn, permissionsOfPrincipal(principal, unit))
    if (!maker || !giver) return
    yield {
      span: identity.span,
      message: `${holderWords(principal)} makes principals (${quote(maker.name)}) and gives them policies (${quote(giver.name)}), with no boundary on itself or on them.`,
      element: 'boundary',
      related: [
        { span: maker.action.span, message: `grants ${maker.name}` },
        { span: giver.action.span, message: `grants ${giver.name}` },
      ],
    }
  },
})

interface Making {
  readonly maker?: ActionGrant | undefined
  readonly giver?: ActionGrant | undefined
}

/** Thousands of blocks may stand for one principal. An administrator needs neither. */
function makingIn(permissions: Permissions): Making {
  const first = (actions: readonly string[]) => actions.flatMap((action) => openGrants(permissions, action))[0]
  return adminIn(permissions) ? {} : { maker: first(MAKERS), giver: first(GIVERS) }
}

function openGrants(permissions: Permissions, action: string): ActionGrant[] {
  return grantsOf(permissions, action).filter(({ allowEntry }) => isOpen(allowEntry.judgement.strength))
}
