import { type Partition, partitionNamed, partitionOfRegion } from '../../aws/partition.ts'
import type { Notification } from '../../core/finding.ts'
import { Problem } from '../../core/problem.ts'
import { shownAccount } from './session.ts'

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

export interface ChainOptions {
  readonly externalId?: string
  readonly tags: readonly { readonly Key: string; readonly Value: string }[]
  readonly transitiveTagKeys: readonly string[]
}

export interface RoleArn {
  readonly arn: string
  readonly partition: Partition
  readonly accountId: string
  readonly name: string
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
  const role = roleArn(read('role-to-assume'))
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

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html for the characters of paths and names. */
const ROLE_ARN = /^arn:([a-z0-9-]+):iam::(\d{12}):role\/((?:[!-~]+\/)?)([\w+=,.@-]{1,64})$/

function roleArn(text: string): RoleArn | undefined {
  if (text === '') return undefined
  const match = ROLE_ARN.exec(text)
  if (!match) {
    throw new Problem(
      `role-to-assume: \`${clip(text)}\` is not the ARN of a role; write it whole, as in arn:aws:iam::111122223333:role/keylatch`,
    )
  }
  const [arn, id, accountId, , name] = match as unknown as [string, string, string, string, string]
  const partition = partitionNamed(id)
  if (!partition)
    throw new Problem(`role-to-assume: \`${id}\` is not a partition of AWS; in most accounts it is \`aws\``)
  return { arn, partition, accountId, name }
}

function region(text: string, role: RoleArn | undefined): string | undefined {
  if (text === '') return undefined
  if (!/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(text)) {
    throw new Problem(`aws-region: \`${clip(text)}\` is not a region; write one such as us-east-1`)
  }
  requireSamePartition('aws-region', text, role)
  return text
}

/** A region of another partition would send the token to an STS that knows neither the role nor its account. */
export function requireSamePartition(input: string, text: string, role: RoleArn | undefined): void {
  const partition = partitionOfRegion(text)
  if (!role || !partition || partition.id === role.partition.id) return
  throw new Problem(
    `${input}: ${text} lies in partition ${partition.id}, but the role of role-to-assume in ${role.partition.id}; ` +
      `name a region of that partition, such as ${role.partition.homeRegion}`,
  )
}

const LONGEST_SESSION_NAME = 64

/** Made to fit: it only names the session in CloudTrail, and people make it of repositories, branches and actors. */
function sessionName(text: string): string | undefined {
  const fit = text.replace(/[^\w+=,.@-]+/g, '-').slice(0, LONGEST_SESSION_NAME)
  return fit.length === 1 ? `keylatch-${fit}` : fit || undefined
}

/** STS takes 2,048 characters of JSON (https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html). */
function sessionPolicy(text: string): string | undefined {
  if (text === '') return undefined
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    throw new Problem('inline-session-policy: not JSON; write a policy document as JSON')
  }
  if (typeof document !== 'object' || document === null || !('Statement' in document)) {
    throw new Problem('inline-session-policy: a policy document needs a Statement')
  }
  const line = JSON.stringify(document)
  if (line.length > 2048) {
    throw new Problem(`inline-session-policy: ${line.length} characters, STS takes 2048; use managed-session-policies`)
  }
  return line
}

function managedPolicies(text: string): string[] {
  const arns = words(text)
  const odd = arns.find((arn) => !/^arn:[a-z0-9-]+:iam::(\d{12}|aws):policy\/[!-~]+$/.test(arn))
  if (odd) throw new Problem(`managed-session-policies: \`${clip(odd)}\` is not the ARN of a managed policy`)
  if (arns.length > 10) throw new Problem(`managed-session-policies: ${arns.length} policies, STS takes 10`)
  return arns
}

function accountIds(text: string): string[] {
  const ids = words(text)
  const odd = ids.find((id) => !/^\d{12}$/.test(id))
  if (odd) throw new Problem(`allowed-account-ids: \`${clip(odd)}\` is not an account id; write its 12 digits`)
  return ids
}

function integer(name: string, text: string, least: number, most: number): number | undefined {
  if (text === '') return undefined
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= most) return value
  throw new Problem(`${name}: \`${clip(text)}\` is not a whole number from ${least} to ${most}`)
}

function flag(name: string, text: string): boolean {
  const value = text.toLowerCase()
  if (value === 'true') return true
  if (value === 'false' || value === '') return false
  throw new Problem(`${name}: \`${clip(text)}\` is neither true nor false`)
}

function verifyMode(text: string): 'off' | 'live' {
  if (text === 'live') return 'live'
  if (text === 'off' || text === '') return 'off'
  throw new Problem(`verify: \`${clip(text)}\` is neither off nor live`)
}

function onLeak(text: string): boolean {
  if (text === 'deactivate') return true
  if (text === 'tell' || text === '') return false
  throw new Problem(`on-leak: \`${clip(text)}\` is neither tell nor deactivate`)
}

function analyzerMode(text: string): Pick<Asked, 'analyzer' | 'checks'> {
  if (text.toLowerCase() === 'checks') return { analyzer: true, checks: true }
  if (/^(?:true|false|)$/i.test(text)) return { analyzer: /^true$/i.test(text) }
  throw new Problem(`access-analyzer: \`${clip(text)}\` is none of true, false and checks`)
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
function externalId(text: string): string | undefined {
  if (text === '' || /^[\w+=,.@:/-]{2,1224}$/.test(text)) return text || undefined
  throw new Problem('role-external-id: 2 to 1224 of the characters a-z A-Z 0-9 _ + = , . @ : / -')
}

const MOST_TAGS = 50

function customTags(text: string): ChainOptions['tags'] {
  if (text === '') return []
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    throw new Problem('custom-tags: not JSON; write an object, such as {"team": "shop"}')
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new Problem('custom-tags: not an object')
  const tags = Object.entries(given).map(([Key, value]) => ({ Key, Value: String(value) }))
  const odd = tags.find(
    ({ Key, Value }) =>
      !/^[\p{L}\p{Z}\p{N}_.:/=+@-]{1,128}$/u.test(Key) || !/^[\p{L}\p{Z}\p{N}_.:/=+@-]{0,256}$/u.test(Value),
  )
  if (odd) throw new Problem(`custom-tags: \`${clip(odd.Key)}\` is not a tag that AWS takes`)
  if (tags.length > MOST_TAGS) throw new Problem(`custom-tags: ${tags.length} tags, AWS takes ${MOST_TAGS}`)
  return tags
}

function endpoint(text: string): string | undefined {
  if (text === '') return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isLocal = url !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url && (url.protocol === 'https:' || (url.protocol === 'http:' && isLocal))) return url.href.replace(/\/$/, '')
  throw new Problem('sts-endpoint: not an address; write it as https://host')
}

/** A proxy's address may hold a password: the message repeats none of it. */
function proxyUrl(text: string): string | undefined {
  if (text === '') return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && (url.protocol === 'http:' || url.protocol === 'https:')) return url.href
  throw new Problem('http-proxy: not an address; write it as http://host:port')
}

const words = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '')

/** Input as it may be repeated in a message: one line, not long. */
function clip(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 120)
}

function optional<K extends string, T>(key: K, value: T | undefined | ''): Partial<Record<K, T>> {
  return value === undefined || value === '' ? {} : ({ [key]: value } as Record<K, T>)
}
