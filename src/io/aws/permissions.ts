import { ACCOUNT_CALLS, permissionOf } from '../../account/calls.ts'
import { KEY_CALLS } from '../../account/key-calls.ts'
import { POLICY_CHECKS } from '../../core/rule.ts'
import type { Asked, RoleArn } from './settings.ts'

/** What Keylatch asks of AWS, feature by feature. Without an optional one a finding says less, and a notification why. */
export const FEATURES = [
  {
    what: 'Which account a leaked key is of',
    action: 'sts:GetAccessKeyInfo',
    /** The action knows no resources. */
    resource: () => '*',
    optional: false,
  },
  {
    what: 'Which user of your account holds the key, and when it was last used',
    action: 'iam:GetAccessKeyLastUsed',
    resource: ({ partition, accountId }: Pick<RoleArn, 'partition' | 'accountId'>) =>
      `arn:${partition.id}:iam::${accountId}:user/*`,
    optional: true,
  },
] as const

/**
 * The inline session policy of a run that only serves Keylatch itself: the session can do what `FEATURES` lists, what the
 * inputs ask for besides, and nothing else, whatever the role may do. `sts:GetCallerIdentity` needs no permission.
 */
export function ownSessionPolicy(role: Pick<RoleArn, 'partition' | 'accountId'>, asked: Asked = {}): string {
  const statements = [
    ...FEATURES.map(({ action, resource }) => ({ Effect: 'Allow', Action: action, Resource: resource(role) })),
    ...extra(asked.audit, AUDIT),
    ...extra(asked.abilities, ABILITIES),
    ...extra(asked.deactivate, DEACTIVATE),
    ...extra(asked.analyzer, ['access-analyzer:ValidatePolicy']),
    ...extra(asked.checks, CHECKS),
  ]
  return JSON.stringify({ Version: '2012-10-17', Statement: statements })
}

const extra = (wanted: boolean | undefined, Action: readonly string[]) =>
  wanted ? [{ Effect: 'Allow', Action, Resource: '*' }] : []

const ABILITIES = KEY_CALLS.map(permissionOf)
/** Sessions are cut off by command only. */
const DEACTIVATE = ['iam:UpdateAccessKey', 'iam:AttachUserPolicy']
const CHECKS = POLICY_CHECKS.map((name) => `access-analyzer:${name}`)
const AUDIT = [...new Set(ACCOUNT_CALLS.map(permissionOf))]
