/** What Keylatch asks of AWS, feature by feature. `optional` ones only add detail; without them a notification says so. */
export const FEATURES = [
  {
    id: 'owner',
    what: 'Which account a leaked key belongs to',
    action: 'sts:GetAccessKeyInfo',
    resource: '*',
    optional: false,
  },
  {
    id: 'user',
    what: 'Which user of your account holds the key, and when it was last used',
    action: 'iam:GetAccessKeyLastUsed',
    resource: '*',
    optional: true,
  },
] as const

/**
 * The inline session policy of a run that only serves Keylatch itself: the session can do what `FEATURES` lists and
 * nothing else, whatever the role may do. `sts:GetCallerIdentity` needs no permission.
 */
export function ownSessionPolicy(): string {
  const Statement = FEATURES.map(({ action, resource }) => ({ Effect: 'Allow', Action: action, Resource: resource }))
  return JSON.stringify({ Version: '2012-10-17', Statement })
}
