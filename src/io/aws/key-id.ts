/** `AKIA…WXYZ`: what people may be shown of an access key id. */
export function shownKeyId(keyId: string): string {
  return `${keyId.slice(0, 4)}…${keyId.slice(-4)}`
}

/** Long-term keys of users and root, temporary ones of sessions, and their older kinds. */
export function isAccessKeyId(text: string): boolean {
  return /^(AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}$/.test(text)
}

export const isTemporary = (keyId: string): boolean => keyId.startsWith('ASIA')

/**
 * The account that an access key id is of, without asking anyone: 12 digits. Undefined for ids of the old kind (fifth
 * character I or J), which hold none (https://medium.com/@TalBeerySec/a-short-note-on-aws-key-id-f88cc4317489).
 */
export function accountOfKeyId(keyId: string): string | undefined {
  const body = keyId.slice(4)
  if (!/^[A-HK-Z2-7][A-Z2-7]{9,}$/.test(body)) return undefined
  let bits = 0n
  for (const letter of body.slice(0, 10)) bits = (bits << 5n) | BigInt(BASE32.indexOf(letter))
  const account = ((bits >> 2n) & 0x7fffffffff80n) >> 7n
  const digits = account.toString().padStart(12, '0')
  return digits.length === 12 ? digits : undefined
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Who issues the canaries of an account, when it is known to hold nothing else: using such a key raises an alarm. */
export function canaryIssuer(accountId: string | undefined): string | undefined {
  if (accountId === undefined) return undefined
  if (THINKST.has(accountId)) return 'canarytokens.org'
  return LOOK_ALIKES.has(accountId) ? 'a service like canarytokens.org' : undefined
}

/** Public knowledge, https://trufflesecurity.com/blog/canaries. */
const THINKST = new Set(
  '052310077262 171436882533 266735846894 534261010715 595918472158 717712589309 729780141977 730335385048 819147034852 992382622183'.split(
    ' ',
  ),
)
const LOOK_ALIKES = new Set(
  '044858866125 251535659677 344043088457 351906852752 390477818340 426127672474 427150556519 439872796651 445142720921 465867158099 528757803018 538784191382 637958123769 693412236332 732624840810 735421457923 893192397702 959235150393 982842642351'.split(
    ' ',
  ),
)
