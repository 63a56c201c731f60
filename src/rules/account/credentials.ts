import type { ResourceNode } from '../../core/node.ts'
import { DEFAULT_THRESHOLDS, defineRule, type Hit, type Rule, type RuleContext } from '../../core/rule.ts'
import { switchOf, valueAt } from '../../extract/arguments.ts'
import { quote } from '../../iam/messages.ts'
import { accountMeta, daysSince, isRoot } from './facts.ts'

const CONTROLS = 'https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html'
const REPORT = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html'

const types = ['aws_account_credentials']

/** A rule about what the credential report says of a user. */
function credentialRule(
  meta: Parameters<typeof accountMeta>[0],
  check: (user: ResourceNode, context: RuleContext) => Iterable<Hit>,
): Rule<'resource'> {
  return defineRule({ meta: accountMeta(meta), on: 'resource', types, check })
}

export default [
  credentialRule(
    {
      id: 'account/console-without-mfa',
      title: 'User signs in to the console without a second factor',
      severity: 'medium',
      practice: 'MFA',
      description: 'A password that was guessed, phished or used elsewhere is enough to become this user.',
      remediation:
        'Let people sign in through IAM Identity Center; a user that must stay registers a passkey or a device, and a policy denies it everything else until then (aws:MultiFactorAuthPresent).',
      cwe: ['CWE-308'],
      references: [`${CONTROLS}#iam-5`, REPORT],
    },
    function* (user) {
      const password = valueAt(user, 'password_enabled')
      const mfa = valueAt(user, 'mfa_active')
      if (isRoot(user) || !mfa || switchOf(password) !== true || switchOf(mfa) !== false) return
      yield { span: mfa.span, message: `${whose(user)} has a password and no MFA device.`, element: 'mfa' }
    },
  ),
  credentialRule(
    {
      id: 'account/old-key',
      title: 'Access key has not been rotated for long',
      severity: 'medium',
      practice: 'rotate keys every 90 days',
      description:
        'The longer a key is in use, the more machines, backups and people have seen it. One that is changed often is worth little to whoever finds an old copy.',
      remediation:
        'Give what uses it a role. Where a key must stay: make the second one, put it in place, deactivate the old one, and delete it when nothing misses it.',
      cwe: ['CWE-324'],
      references: [
        `${CONTROLS}#iam-3`,
        'https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html',
      ],
    },
    function* (user, context) {
      const { keyAgeDays } = context.thresholds ?? DEFAULT_THRESHOLDS
      for (const key of activeKeys(user)) {
        const path = `access_key_${key}_last_rotated`
        const made = valueAt(user, path)
        const days = daysSince(user, path, context)
        if (!made || days === undefined || days <= keyAgeDays) continue
        yield {
          span: made.span,
          message: `Key ${key} of ${whoseIt(user)} is ${days} days old; ${keyAgeDays} are asked for.`,
          element: `key ${key}`,
        }
      }
    },
  ),
  credentialRule(
    {
      id: 'account/unused-key',
      title: 'Access key that nobody uses',
      severity: 'low',
      practice: 'roles over users; no long-lived keys',
      description: 'A key that nothing needs is of use to thieves only, and nobody notices when it is gone.',
      remediation: 'Deactivate it, wait a while, delete it.',
      cwe: ['CWE-1188'],
      references: [`${CONTROLS}#iam-8`, REPORT],
    },
    function* (user, context) {
      const { unusedDays } = context.thresholds ?? DEFAULT_THRESHOLDS
      for (const key of activeKeys(user)) {
        const path = `access_key_${key}_last_used_date`
        const since = daysSince(user, path, context) ?? daysSince(user, `access_key_${key}_last_rotated`, context)
        const active = valueAt(user, `access_key_${key}_active`)
        if (!active || since === undefined || since <= unusedDays) continue
        const ever = valueAt(user, path) !== undefined
        yield {
          span: (valueAt(user, path) ?? active).span,
          message: `Key ${key} of ${whoseIt(user)} ${ever ? `was last used ${since} days ago` : `was never used in ${since} days`}.`,
          element: `key ${key}`,
        }
      }
    },
  ),
  credentialRule(
    {
      id: 'account/two-keys',
      title: 'User has two active access keys',
      severity: 'low',
      practice: 'roles over users; no long-lived keys',
      description:
        'The second key is there to change the first one. Where both stay active, one is forgotten, and a leak of one is a leak nobody can stop without asking who uses which.',
      remediation: 'Find out by last use which one is needed, deactivate the other one, and delete it.',
      cwe: ['CWE-1188'],
      references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html', REPORT],
    },
    function* (user) {
      const second = valueAt(user, 'access_key_2_active')
      if (!second || activeKeys(user).length < 2) return
      yield { span: second.span, message: `${whose(user)} has two active access keys.`, element: 'keys' }
    },
  ),
  credentialRule(
    {
      id: 'account/unused-password',
      title: 'Password that nobody uses',
      severity: 'low',
      practice: 'roles over users; no long-lived keys',
      description: 'A way in that nobody uses is one that nobody watches.',
      remediation:
        'Delete the login profile of the user (`aws iam delete-login-profile`), and the user if nothing is left of it.',
      cwe: ['CWE-1188'],
      references: [`${CONTROLS}#iam-8`, REPORT],
    },
    function* (user, context) {
      const { unusedDays } = context.thresholds ?? DEFAULT_THRESHOLDS
      const enabled = valueAt(user, 'password_enabled')
      if (isRoot(user) || !enabled || switchOf(enabled) !== true) return
      const used = valueAt(user, 'password_last_used')
      const since =
        daysSince(user, 'password_last_used', context) ??
        daysSince(user, 'password_last_changed', context) ??
        daysSince(user, 'user_creation_time', context)
      if (since === undefined || since <= unusedDays) return
      yield {
        span: (used ?? enabled).span,
        message: used
          ? `${whose(user)} last signed in to the console ${since} days ago.`
          : `${whose(user)} has a password that was not used in ${since} days.`,
        element: 'password',
      }
    },
  ),
]

const activeKeys = (user: ResourceNode): readonly number[] =>
  [1, 2].filter((key) => switchOf(valueAt(user, `access_key_${key}_active`)) === true)

function whose(user: ResourceNode): string {
  return isRoot(user) ? 'The root user' : `User ${quote(user.name)}`
}

const whoseIt = (user: ResourceNode): string => whose(user).replace(/^[TU]/, (letter) => letter.toLowerCase())
