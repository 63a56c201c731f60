import { type Partition, partitionNamed, partitionOfRegion } from '../../aws/partition.ts'
import { Problem } from '../../core/problem.ts'

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

// One value of an input each: checked, or a Problem that names the input and its mend.

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html for the characters of paths and names. */
const ROLE_ARN = /^arn:([a-z0-9-]+):iam::(\d{12}):role\/((?:[!-~]+\/)?)([\w+=,.@-]{1,64})$/

export function roleArn(text: string): RoleArn | undefined {
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

export function region(text: string, role: RoleArn | undefined): string | undefined {
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
export function sessionName(text: string): string | undefined {
  const fit = text.replace(/[^\w+=,.@-]+/g, '-').slice(0, LONGEST_SESSION_NAME)
  return fit.length === 1 ? `keylatch-${fit}` : fit || undefined
}

/** STS takes 2,048 characters of JSON (https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html). */
export function sessionPolicy(text: string): string | undefined {
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

export function managedPolicies(text: string): string[] {
  const arns = words(text)
  const odd = arns.find((arn) => !/^arn:[a-z0-9-]+:iam::(\d{12}|aws):policy\/[!-~]+$/.test(arn))
  if (odd) throw new Problem(`managed-session-policies: \`${clip(odd)}\` is not the ARN of a managed policy`)
  if (arns.length > 10) throw new Problem(`managed-session-policies: ${arns.length} policies, STS takes 10`)
  return arns
}

export function accountIds(text: string): string[] {
  const ids = words(text)
  const odd = ids.find((id) => !/^\d{12}$/.test(id))
  if (odd) throw new Problem(`allowed-account-ids: \`${clip(odd)}\` is not an account id; write its 12 digits`)
  return ids
}

export function integer(name: string, text: string, least: number, most: number): number | undefined {
  if (text === '') return undefined
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= most) return value
  throw new Problem(`${name}: \`${clip(text)}\` is not a whole number from ${least} to ${most}`)
}

export function flag(name: string, text: string): boolean {
  const value = text.toLowerCase()
  if (value === 'true') return true
  if (value === 'false' || value === '') return false
  throw new Problem(`${name}: \`${clip(text)}\` is neither true nor false`)
}

export function verifyMode(text: string): 'off' | 'live' {
  if (text === 'live') return 'live'
  if (text === 'off' || text === '') return 'off'
  throw new Problem(`verify: \`${clip(text)}\` is neither off nor live`)
}

export function onLeak(text: string): boolean {
  if (text === 'deactivate') return true
  if (text === 'tell' || text === '') return false
  throw new Problem(`on-leak: \`${clip(text)}\` is neither tell nor deactivate`)
}

/** As the inputs about Access Analyzer say it. */
export function analyzerMode(text: string): { readonly analyzer: boolean; readonly checks?: boolean } {
  if (text.toLowerCase() === 'checks') return { analyzer: true, checks: true }
  if (/^(?:true|false|)$/i.test(text)) return { analyzer: /^true$/i.test(text) }
  throw new Problem(`access-analyzer: \`${clip(text)}\` is none of true, false and checks`)
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export function externalId(text: string): string | undefined {
  if (text === '' || /^[\w+=,.@:/-]{2,1224}$/.test(text)) return text || undefined
  throw new Problem('role-external-id: 2 to 1224 of the characters a-z A-Z 0-9 _ + = , . @ : / -')
}

const MOST_TAGS = 50

export function customTags(text: string): ChainOptions['tags'] {
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

export function endpoint(text: string): string | undefined {
  if (text === '') return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isLocal = url !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url && (url.protocol === 'https:' || (url.protocol === 'http:' && isLocal))) return url.href.replace(/\/$/, '')
  throw new Problem('sts-endpoint: not an address; write it as https://host')
}

/** A proxy's address may hold a password: the message repeats none of it. */
export function proxyUrl(text: string): string | undefined {
  if (text === '') return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && (url.protocol === 'http:' || url.protocol === 'https:')) return url.href
  throw new Problem('http-proxy: not an address; write it as http://host:port')
}

export const words = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '')

/** Input as it may be repeated in a message: one line, not long. */
export function clip(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 120)
}
