import { arnParts, contains, matches } from './wildcards.ts'

/**
 * Does the pattern fit what anyone in the world has for this key? Every organization id begins with `o-` and every
 * account has twelve digits, so `o-*` and `????????????` say no more than `*`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function fitsEveryone(key: string, pattern: string): boolean {
  if (/^[*?]+$/.test(pattern) && pattern.includes('*')) return true
  const shapes = SHAPES.find(({ keys }) => keys.test(key))?.shapes ?? []
  return shapes.some((shape) => contains(pattern, shape)) || (ARN_KEYS.test(key) && fitsEveryArn(pattern))
}

/**
 * An ARN in any account's hand, `arn:aws:sns:*:*:topic`: whoever likes can make one of that name. The ARN of a bucket
 * names no account, and its name is taken once.
 */
export function isInAnyAccount(key: string, pattern: string): boolean {
  if (IDS.test(key) && /[*?]/.test(pattern)) return pattern.replace(/^o-|[*?/].*$/g, '').length < LITERAL
  if (!ARN_KEYS.test(key)) return false
  const [, , service, , account, resource] = arnParts(pattern)
  if (resource === undefined) return fitsEveryArn(pattern)
  return service === 's3' ? isAny(resource) && !/\w/.test(account!) : isAnyAccount(account!)
}

/** Ids that are given out by chance: so few letters of one are those of many others. */
const IDS =
  /^(aws:((principal|source|resource|vpce)(account|orgid)|sourceowner)|kms:calleraccount|s3:dataaccesspointaccount)$/
const LITERAL = 8

const isAny = (part: string): boolean => /^[*?]*\*[*?]*$/.test(part)
const isAnyAccount = (part: string): boolean => contains(part, ACCOUNT)

/** `arn:aws:iam::*`: the last star runs on over the colons that are not written. */
function fitsEveryArn(pattern: string): boolean {
  const parts = arnParts(pattern)
  if (!matches(parts[0]!, 'arn') || !pattern.endsWith('*')) return false
  const [, , service = '*', , account = '*', resource = '*'] = parts
  if (parts.length < 6 && !isAny(parts.at(-1)!)) return false
  const owner = /^s3$/.test(service) && account === '' ? '*' : account
  return isAnyAccount(owner) && isAny(resource)
}

const ARN_KEYS = /^(aws:(sourcearn|principalarn|sourcevpcarn)|s3:dataaccesspointarn|lambda:sourcefunctionarn)$/

const ACCOUNT = '????????????'
/** Ids of seventeen digits have begun with a zero since there are any. */
const ID = '0????????????????'
const ORGANIZATION = 'o-??????????'

/** Keys, lower case, and what a value that anyone can have looks like, as a pattern. */
const SHAPES: readonly { readonly keys: RegExp; readonly shapes: readonly string[] }[] = [
  { keys: /^aws:(principal|source|resource|vpce)orgid$/, shapes: [ORGANIZATION] },
  {
    keys: /^aws:(principal|source|resource|vpce)orgpaths$/,
    shapes: [`${ORGANIZATION}/r-????/`, `${ORGANIZATION}/r-????/ou-????-????????/`],
  },
  {
    keys: /^(aws:((principal|source|resource|vpce)account|sourceowner)|kms:calleraccount|s3:(dataaccesspoint|resource)account)$/,
    shapes: [ACCOUNT],
  },
  { keys: /^aws:sourcevpce$/, shapes: [`vpce-${ID}`] },
  { keys: /^aws:(source|ec2instancesource)vpc$/, shapes: [`vpc-${ID}`] },
  {
    keys: /^aws:principalarn$/,
    shapes: [`arn:aws:iam::${ACCOUNT}:role/*`, `arn:aws:iam::${ACCOUNT}:user/*`, `arn:aws:iam::${ACCOUNT}:root`],
  },
  { keys: /^aws:userid$/, shapes: ['AROA?????????????????:*', 'AIDA?????????????????', ACCOUNT] },
  { keys: /^(aws:(principalservicename|calledvia.*)|kms:viaservice)$/, shapes: ['*.amazonaws.com'] },
]
