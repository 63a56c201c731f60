import { DEFAULT_THRESHOLDS, defineRule } from '../../core/rule.ts'
import { numberOf, valueAt } from '../../extract/arguments.ts'
import { accountMeta, daysSince, isRoot } from './facts.ts'

const REFERENCES = ['https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html']

export default [
  defineRule({
    meta: accountMeta({
      id: 'account/root-keys',
      title: 'Root user has access keys',
      severity: 'critical',
      practice: 'no root access keys, no root use',
      description:
        'Nothing limits the root user: no policy, no boundary. Whoever has a key of it has the account, and can keep its owner out.',
      remediation:
        'Sign in as root, delete its access keys under "Security credentials", and give what used them a role. In an organization, manage root access centrally and remove the credentials of member accounts.',
      cwe: ['CWE-250', 'CWE-798'],
      references: [...REFERENCES, 'https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-4'],
    }),
    on: 'resource',
    types: ['aws_account_summary'],
    *check(root) {
      const present = valueAt(root, 'account_access_keys_present')
      if (!present || !(numberOf(present)! > 0)) return
      yield { span: present.span, message: 'The root user of the account has access keys.', element: 'keys' }
    },
  }),
  defineRule({
    meta: accountMeta({
      id: 'account/root-mfa',
      title: 'Root user signs in without a second factor',
      severity: 'high',
      practice: 'MFA',
      description:
        'The password of root is all that stands between a guessed, phished or reused password and the whole account.',
      remediation:
        'Sign in as root and add a passkey or a hardware device, better two. In an organization, remove the root credentials of member accounts.',
      cwe: ['CWE-308'],
      references: [...REFERENCES, 'https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-9'],
    }),
    on: 'resource',
    types: ['aws_account_summary'],
    *check(root) {
      const enabled = valueAt(root, 'account_mfa_enabled')
      if (!enabled || numberOf(enabled) !== 0) return
      yield { span: enabled.span, message: 'The root user of the account has no MFA device.', element: 'mfa' }
    },
  }),
  defineRule({
    meta: accountMeta({
      id: 'account/root-use',
      title: 'Root user is in use',
      severity: 'medium',
      practice: 'no root access keys, no root use',
      description:
        'Few tasks need root, and none of them daily. A root user that signs in often is a habit, or somebody who should not.',
      remediation:
        'Look in CloudTrail who signed in and why (userIdentity.type is "Root"), and do it with a role from now on.',
      cwe: ['CWE-250'],
      references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-tasks.html'],
    }),
    on: 'resource',
    types: ['aws_account_credentials'],
    *check(root, context) {
      if (!isRoot(root)) return
      const { thresholds = DEFAULT_THRESHOLDS } = context
      for (const [path, what] of USES) {
        const used = valueAt(root, path)
        const days = daysSince(root, path, context)
        if (!used || days === undefined || days >= thresholds.unusedDays) continue
        yield {
          span: used.span,
          message: `${what} ${days <= 0 ? 'today' : days === 1 ? 'a day ago' : `${days} days ago`}.`,
          element: path,
        }
      }
    },
  }),
]

const USES = [
  ['password_last_used', 'Somebody signed in as root'],
  ['access_key_1_last_used_date', 'A key of root was used'],
  ['access_key_2_last_used_date', 'A key of root was used'],
] as const
