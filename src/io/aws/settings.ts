import type { Notification } from '../../core/finding.ts'
import { Problem } from '../../core/problem.ts'
import { shownAccount } from './session.ts'
import {
  accountIds,
  analyzerMode,
  type ChainOptions,
  clip,
  customTags,
  endpoint,
  externalId,
  flag,
  integer,
  managedPolicies,
  onLeak,
  proxyUrl,
  type RoleArn,
  region,
  roleArn,
  sessionName,
  sessionPolicy,
  verifyMode,
  words,
} from './setting-values.ts'

export type { ChainOptions, RoleArn } from './setting-values.ts'

/** What the action's inputs say about AWS. Names and meanings follow aws-actions/configure-aws-credentials. */
export interface AwsSettings {
  readonly role?: RoleArn
  readonly region?: string
  readonly audience?: string
  readonly roleSessionName?: string
  /** Undefined: 900 seconds for Keylatch's own use, an hour for credentials that later steps get. */
  readonly roleDurationSeconds?: number
  /** One line of JSON. */
  readonly inlineSessionPolicy?: string
  readonly managedSessionPolicies: readonly string[]
  readonly allowedAccountIds: readonly string[]
  readonly maskAccountId: boolean
  readonly roleChaining: boolean
  readonly useExistingCredentials: boolean
  readonly exportCredentials: boolean
  readonly outputCredentials: boolean
  /** Attempts in all, the first one included. */
  readonly retryMaxAttempts: number
  readonly httpProxy?: string
  /** Hosts that are reached without the proxy; NO_PROXY's syntax. */
  readonly noProxy?: string
  readonly stsEndpoint?: string
  /** For everything together, the built-in deadline if absent. */
  readonly timeoutSeconds?: number
  /** Takes the credentials of earlier steps out of the environment first. */
  readonly unsetCurrentCredentials: boolean
  readonly webIdentityTokenFile?: string
  /** Of a chained role alone: with a web identity AWS takes none. */
  readonly chain: ChainOptions
  /** Without credentials the run is broken, not just poorer. */
  readonly requireAws: boolean
  /** Ask AWS whether a leaked pair still works, by using it. */
  readonly verify: 'off' | 'live'
  /** What the run asks of AWS besides whose leaked keys are. */
  readonly asked: Asked
}

/** What a run asks of AWS besides, by its inputs. */
export interface Asked {
  /** `audit-account`: every call of the table. */
  readonly audit?: boolean
  /** `key-abilities`: what the holders of leaked keys can do. */
  readonly abilities?: boolean
  /** `on-leak: deactivate`: make leaked keys inactive. */
  readonly deactivate?: boolean
  /** `access-analyzer`: AWS's own opinion of policies. */
  readonly analyzer?: boolean
  /** `access-analyzer: checks`: with it what AWS charges for. */
  readonly checks?: boolean
  /** `access-analyzer-denied-actions`: what no policy may grant. */
  readonly deniedActions?: readonly string[]
}

/** Reads an input by its name in action.yml; '' when it is not set. `getInput` of @actions/core is one. */
export type GetInput = (name: string) => string

/** What the inputs about AWS come to, for a run that goes on without AWS where they come to nothing. */
export interface AwsInputs {
  readonly settings?: AwsSettings
  /** Holds of findings too, whether or not AWS is asked. */
  readonly maskAccountId: boolean
  readonly notifications: readonly Notification[]
}

/**
 * `awsSettings` for a gate: a setting that is wrong is told and AWS done without, unless `require-aws` is set. Where
 * GitHub gives a job no secrets (`withoutSecrets`) an empty role is no mistake, whatever else is set.
 */
export function awsInputs(getInput: GetInput, withoutSecrets: boolean): AwsInputs {
  const isSet = (name: string) => getInput(name).trim().toLowerCase() === 'true'
  const maskAccountId = isSet('mask-aws-account-id')
  try {
    const settings = awsSettings(getInput)
    const notifications = settings
      ? [...sessionNameNote(getInput('role-session-name').trim(), settings), ...chainNote(settings)]
      : []
    return { ...optional('settings', settings), maskAccountId, notifications }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const isExcused = error instanceof NoRole && withoutSecrets
    if (isSet('require-aws') && !isExcused) throw error
    const why = isExcused
      ? ' GitHub gives the jobs of forks and of Dependabot no secrets, and one may stand there.'
      : ''
    const shown = maskAccountId ? error.message.replace(/\b\d{12}\b/g, (id) => shownAccount(id, true)) : error.message
    const message = `${shown}.${why} AWS is done without; the scan itself is whole.`
    const level = error instanceof NoRole ? 'note' : 'warning'
    return { maskAccountId, notifications: [{ level, id: 'aws-unavailable', message }] }
  }
}

/** A setting that is of no use without a role. */
class NoRole extends Problem {}

function sessionNameNote(asked: string, { roleSessionName }: AwsSettings): Notification[] {
  if (asked === '' || asked === roleSessionName) return []
  const message = `role-session-name: \`${clip(asked)}\` is not what STS takes (2 to 64 of a-z A-Z 0-9 _ + = , . @ -); the session is called \`${roleSessionName}\`.`
  return [{ level: 'note', id: 'session-name', message }]
}

/** What only a chained role takes is no reason to do without AWS. */
function chainNote({ roleChaining, chain }: AwsSettings): Notification[] {
  if (roleChaining) return []
  const idle = [
    ...(chain.externalId ? ['role-external-id'] : []),
    ...(chain.tags.length > 0 ? ['custom-tags'] : []),
    ...(chain.transitiveTagKeys.length > 0 ? ['transitive-tag-keys'] : []),
  ]
  if (idle.length === 0) return []
  const message = `${idle.join(', ')}: left out, since AWS takes them with role-chaining only; with a web identity tags come from the token.`
  return [{ level: 'note', id: 'aws-setting-unused', message }]
}

/**
 * The inputs about AWS, checked. Undefined when AWS is not asked for (no `role-to-assume`, no `use-existing-credentials`
 * and no `verify: live`, which needs no credentials but the leaked ones). Throws a Problem that names the input and its
 * mend.
 */
export function awsSettings(getInput: GetInput): AwsSettings | undefined {
  const read = (name: string) => getInput(name).trim()
  const role = roleArn(named(read('role-to-assume')))
  const settings: AwsSettings = {
    ...optional('role', role),
    ...optional('region', region(read('aws-region'), role)),
    ...optional('audience', read('audience')),
    ...optional('roleSessionName', sessionName(read('role-session-name'))),
    ...optional('roleDurationSeconds', integer('role-duration-seconds', read('role-duration-seconds'), 900, 43_200)),
    ...optional('inlineSessionPolicy', sessionPolicy(read('inline-session-policy'))),
    managedSessionPolicies: managedPolicies(read('managed-session-policies')),
    allowedAccountIds: accountIds(read('allowed-account-ids')),
    maskAccountId: flag('mask-aws-account-id', read('mask-aws-account-id')),
    roleChaining: flag('role-chaining', read('role-chaining')),
    useExistingCredentials: flag('use-existing-credentials', read('use-existing-credentials')),
    exportCredentials: flag('export-credentials', read('export-credentials')),
    outputCredentials: flag('output-credentials', read('output-credentials')),
    retryMaxAttempts: integer('retry-max-attempts', read('retry-max-attempts'), 1, 20) ?? 5,
    ...optional('httpProxy', proxyUrl(read('http-proxy'))),
    ...optional('noProxy', read('no-proxy')),
    ...optional('stsEndpoint', endpoint(read('sts-endpoint'))),
    ...optional('timeoutSeconds', integer('action-timeout-s', read('action-timeout-s'), 1, 3600)),
    unsetCurrentCredentials: flag('unset-current-credentials', read('unset-current-credentials')),
    ...optional('webIdentityTokenFile', read('web-identity-token-file')),
    chain: {
      ...optional('externalId', externalId(read('role-external-id'))),
      tags: customTags(read('custom-tags')),
      transitiveTagKeys: words(read('transitive-tag-keys')),
    },
    requireAws: flag('require-aws', read('require-aws')),
    verify: verifyMode(read('verify')),
    asked: {
      audit: flag('audit-account', read('audit-account')),
      abilities: flag('key-abilities', read('key-abilities')),
      deactivate: onLeak(read('on-leak')),
      ...analyzerMode(read('access-analyzer')),
      deniedActions: words(read('access-analyzer-denied-actions')),
    },
  }
  return checkTogether(settings)
}

/** `arn:aws:iam::${{ secrets.ACCOUNT }}:role/ci` where there are no secrets, or no such one, is no role at all. */
function named(role: string): string {
  if (!/^arn:[a-z0-9-]*:iam::\s*:role\/|:role\/\s*$/.test(role)) return role
  throw new NoRole(
    `role-to-assume: \`${clip(role)}\` lacks its account or its name: is the secret or variable that it takes them from set?`,
  )
}

/** What no input can show alone. */
function checkTogether(settings: AwsSettings): AwsSettings | undefined {
  const { role, roleChaining, roleDurationSeconds = 0, allowedAccountIds, useExistingCredentials } = settings
  if (roleChaining && roleDurationSeconds > 3600) {
    throw new Problem('role-duration-seconds: a chained role lasts an hour at most; write 3600 or less')
  }
  if (role) {
    if (allowedAccountIds.length > 0 && !allowedAccountIds.includes(role.accountId)) {
      throw new Problem(
        `role-to-assume: account ${role.accountId} is not in allowed-account-ids (${allowedAccountIds.join(', ')})`,
      )
    }
    return settings
  }
  if (useExistingCredentials) return settings
  const orphan = NEED_A_ROLE.find(([key]) => settings[key]) ?? askedFor(settings)
  if (orphan) throw new NoRole(`${orphan[1]}: there is no role to get credentials of; set role-to-assume to its ARN`)
  return settings.verify === 'live' ? settings : undefined
}

function askedFor({ asked }: AwsSettings): readonly ['asked', string] | undefined {
  if (asked.audit) return ['asked', 'audit-account']
  if (asked.abilities) return ['asked', 'key-abilities']
  if (asked.analyzer) return ['asked', 'access-analyzer']
  return asked.deactivate ? ['asked', 'on-leak'] : undefined
}

const NEED_A_ROLE = [
  ['roleChaining', 'role-chaining'],
  ['exportCredentials', 'export-credentials'],
  ['outputCredentials', 'output-credentials'],
  ['requireAws', 'require-aws'],
] as const

function optional<K extends string, T>(key: K, value: T | undefined | ''): Partial<Record<K, T>> {
  return value === undefined || value === '' ? {} : ({ [key]: value } as Record<K, T>)
}
