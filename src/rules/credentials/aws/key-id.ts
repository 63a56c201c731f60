/** What an access key id says by itself, without asking AWS. */
export interface KeyIdFacts {
  /** `AKIA************WXYZ` */
  readonly masked: string
  readonly kind: KeyKind
  /** 12 digits; absent for ids of the old kind, which hold none. */
  readonly accountId?: string
  /** Who issues canaries from that account; absent for ordinary accounts. */
  readonly canaryIssuer?: string
}

export type KeyKind = 'long-term' | 'temporary' | 'bearer' | 'context-specific' | 'legacy'

/** Prefixes: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes */
const KINDS: Readonly<Record<string, KeyKind>> = {
  AKIA: 'long-term',
  ASIA: 'temporary',
  ABIA: 'bearer',
  ACCA: 'context-specific',
}

export function factsOfKeyId(id: string): KeyIdFacts {
  const accountId = accountOfKeyId(id)
  const canaryIssuer = accountId === undefined ? undefined : canaryIssuerOf(accountId)
  return {
    masked: `${id.slice(0, 4)}${'*'.repeat(id.length - 8)}${id.slice(-4)}`,
    kind: KINDS[id.slice(0, 4)] ?? 'legacy',
    ...(accountId === undefined ? {} : { accountId }),
    ...(canaryIssuer === undefined ? {} : { canaryIssuer }),
  }
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/**
 * The account that issued a key: 40 bits of the base32 body hold its number. Ids from before March 2019 (fifth character I
 * or J) hold none. Source: https://trufflesecurity.com/blog/research-uncovers-aws-account-numbers-hidden-in-access-keys
 */
export function accountOfKeyId(id: string): string | undefined {
  if (!/^[A-Z0-9]{4}[A-HK-Z2-7][A-Z2-7]{15}$/.test(id)) return undefined
  let bits = 0n
  for (const letter of id.slice(4, 14)) bits = (bits << 5n) | BigInt(BASE32.indexOf(letter))
  const account = ((bits >> 2n) & 0x7fffffffff80n) >> 7n
  const digits = account.toString().padStart(12, '0')
  return digits.length === 12 ? digits : undefined
}

/** Accounts that hold nothing but canaries, which raise an alarm when used: https://trufflesecurity.com/blog/canaries */
const CANARYTOKENS_ORG = new Set(
  `052310077262 171436882533 266735846894 534261010715 595918472158 717712589309 729780141977 730335385048 819147034852
  992382622183`.split(/\s+/),
)
const LOOK_ALIKES = new Set(
  `044858866125 251535659677 344043088457 351906852752 390477818340 426127672474 427150556519 439872796651 445142720921
  465867158099 528757803018 538784191382 637958123769 693412236332 732624840810 735421457923 893192397702 959235150393
  982842642351`.split(/\s+/),
)

export function canaryIssuerOf(accountId: string): string | undefined {
  if (CANARYTOKENS_ORG.has(accountId)) return 'canarytokens.org'
  return LOOK_ALIKES.has(accountId) ? 'a service like canarytokens.org' : undefined
}
