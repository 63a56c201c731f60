import type { KeyFacts } from './look-up.ts'
import { shownAccount } from './session.ts'

export interface Command {
  readonly what: string
  readonly command: string
}

/** What a finding cannot tell by itself: whose key it is and whether it lives. One or two sentences, or ''. */
export function describeKey(facts: KeyFacts, now: Date, mask: boolean): string {
  return [ownerText(facts, now, mask), liveText(facts, mask)].filter((text) => text !== '').join(' ')
}

function ownerText({ owner, accountId = '', user, lastUsed, temporary }: KeyFacts, now: Date, mask: boolean): string {
  const account = shownAccount(accountId, mask)
  const used = lastUsed ? `, ${lastUseText(lastUsed, now)}` : ''
  switch (owner) {
    case 'own':
      if (temporary) return `It is a temporary key of a session in your account ${account}.`
      return `It is a key of ${user ? `user \`${nameOf(user)}\` in ` : ''}your account ${account}${used}.`
    case 'trusted':
      return `Your configuration trusts account ${account}: the key is one of yours.`
    case 'foreign':
      return `Account ${account} is not among yours.`
    case 'canary':
      return 'AWS was not asked about it.'
    case 'unknown':
      return ''
  }
}

function liveText({ live }: KeyFacts, mask: boolean): string {
  switch (live?.state) {
    case 'live':
      return live.arn && !mask && isPlain(live.arn) ? `AWS accepts it, as \`${live.arn}\`.` : 'AWS accepts it.'
    case 'dead':
      return 'AWS does not accept it any more.'
    case 'other-secret':
      return 'AWS knows the key id, but this secret is not the one that belongs to it.'
    default:
      return ''
  }
}

/** `last used yesterday (2026-11-03, s3 in eu-west-1)`; days are those of UTC. */
export function lastUseText({ date, service, region }: NonNullable<KeyFacts['lastUsed']>, now: Date): string {
  if (!date) return 'never used as far as AWS recorded'
  const days = dayNumber(now) - dayNumber(date)
  const when = days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`
  const where = [service, region ? `in ${region}` : ''].filter(Boolean).join(' ')
  return `last used ${when} (${date.toISOString().slice(0, 10)}${where ? `, ${where}` : ''})`
}

const dayNumber = (date: Date): number => Math.floor(date.getTime() / 86_400_000)

/**
 * What to type, most urgent first. Commands find the key by its last four characters, so that the whole id stands in
 * no report; for the accounts of others and for canaries there is nothing to type.
 */
export function commandsFor(facts: KeyFacts, now: Date, role?: string): Command[] {
  const { owner, temporary, user, suffix } = facts
  if (owner !== 'own' && owner !== 'trusted') return []
  if (temporary) return sessionCommands(suffix, now, role !== undefined && isPlain(role) ? role : undefined)
  return user && isPlain(user) ? userCommands(user, facts) : searchCommands(suffix, owner === 'trusted')
}

function userCommands(user: string, { suffix, lastUsed }: KeyFacts): Command[] {
  const key = keyOf(user, suffix)
  const region = lastUsed?.region ? ` --region ${lastUsed.region}` : ''
  return [
    {
      what: 'Deactivate it now',
      command: `aws iam update-access-key --user-name ${user} --status Inactive --access-key-id ${key}`,
    },
    {
      what: 'See what was done with it in the last 90 days',
      command: `aws cloudtrail lookup-events${region} --lookup-attributes AttributeKey=AccessKeyId,AttributeValue=${key}`,
    },
    {
      what: 'Rotate it: make a new one for whatever still needs it (better: a role)',
      command: `aws iam create-access-key --user-name ${user}`,
    },
    {
      what: 'Delete it once nothing uses it',
      command: `aws iam delete-access-key --user-name ${user} --access-key-id ${key}`,
    },
  ]
}

/** The whole id of a key, for a shell to find out. */
export function keyOf(user: string, suffix: string): string {
  return `"$(aws iam list-access-keys --user-name ${user} --query "AccessKeyMetadata[?ends_with(AccessKeyId, '${suffix}')].AccessKeyId" --output text)"`
}

/** The user is not known: the account's own administrator has to look. */
function searchCommands(suffix: string, elsewhere: boolean): Command[] {
  const there = elsewhere ? ', with credentials of that account' : ''
  const find = `aws iam list-access-keys --user-name "$user" --query "AccessKeyMetadata[?ends_with(AccessKeyId, '${suffix}')].UserName" --output text`
  return [
    {
      what: `Find the user whose key ends in ${suffix}${there} (none: look at the root user's keys)`,
      command: `for user in $(aws iam list-users --query "Users[].UserName" --output text); do ${find}; done`,
    },
    {
      what: 'Deactivate it now, with that user',
      command: `aws iam update-access-key --user-name USER --status Inactive --access-key-id "$(aws iam list-access-keys --user-name USER --query "AccessKeyMetadata[?ends_with(AccessKeyId, '${suffix}')].AccessKeyId" --output text)"`,
    },
  ]
}

/** What holds of every key, where nobody could be asked: KEY_ID is the id that people gave. */
export function generalCommands({ temporary, suffix, accountId }: KeyFacts, now: Date): Command[] {
  if (temporary) return sessionCommands(suffix, now)
  const there = accountId ? `account ${accountId}` : 'its account'
  return [
    {
      what: `With credentials of ${there}: which user it is of, and when it was last used`,
      command: 'aws iam get-access-key-last-used --access-key-id "$KEY_ID"',
    },
    {
      what: 'Deactivate it now, with that user',
      command: 'aws iam update-access-key --user-name USER --status Inactive --access-key-id "$KEY_ID"',
    },
    {
      what: 'See what was done with it in the last 90 days, in each region',
      command: 'aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue="$KEY_ID"',
    },
    {
      what: 'Delete it once nothing uses it',
      command: 'aws iam delete-access-key --user-name USER --access-key-id "$KEY_ID"',
    },
  ]
}

/** Temporary keys cannot be deactivated; sessions of their role that began before now can be cut off. */
function sessionCommands(suffix: string, now: Date, role?: string): Command[] {
  const before = now.toISOString().replace(/\.\d+Z$/, 'Z')
  const deny = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Deny', Action: '*', Resource: '*', Condition: { DateLessThan: { 'aws:TokenIssueTime': before } } },
    ],
  })
  const find: Command = {
    what: `Find the role whose session it was (KEY_ID: the id that ends in ${suffix})`,
    command: 'aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue="$KEY_ID"',
  }
  const cut: Command = {
    what: 'Cut off every session of that role that began before now',
    command: `aws iam put-role-policy --role-name ${role ?? 'ROLE'} --policy-name AWSRevokeOlderSessions --policy-document '${deny}'`,
  }
  return role === undefined ? [find, cut] : [{ ...cut, what: cut.what.replace('that role', `role ${role}`) }]
}

/** The same as advice of a finding: each command in a block of its own, to be copied. */
export function mendAdvice(commands: readonly Command[]): string {
  return commands.map(({ what, command }) => `${what}:\n\`\`\`sh\n${command}\n\`\`\``).join('\n')
}

/** Commands with what they are for, as lines. */
export function mendText(commands: readonly Command[]): string {
  return commands.map(({ what, command }) => `${what}:\n  ${command}`).join('\n')
}

/** Names in IAM are of these characters; they need no quotes in a shell and mean nothing in Markdown. */
export const isPlain = (text: string): boolean => /^[\w+=,.@:/-]{1,200}$/.test(text)
const nameOf = (user: string): string => (isPlain(user) ? user : '(a name that is not one of IAM)')
