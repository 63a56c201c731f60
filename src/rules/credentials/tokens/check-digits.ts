import { crc32 } from './crc32.ts'

/** Do the last characters of a token follow from the others, as its issuer makes them? */
export type CheckDigits = (token: string) => boolean

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * GitHub's and npm's: CRC-32 of what stands between prefix and check digits, in six digits of base 62.
 * https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
 */
export const base62Crc: CheckDigits = (token) => {
  const body = token.slice(token.indexOf('_') + 1)
  return inBase62(crc32(body.slice(0, -6))) === body.slice(-6)
}

/**
 * GitLab's routable tokens: the length of the payload in two digits of base 36, then CRC-32 of all before it in seven.
 * https://handbook.gitlab.com/handbook/engineering/architecture/design-documents/cells/routable_tokens/
 */
export const routableCrc: CheckDigits = (token) => {
  return crc32(token.slice(0, -7)).toString(36).padStart(7, '0') === token.slice(-7)
}

function inBase62(value: number): string {
  let text = ''
  for (let rest = value; rest > 0; rest = Math.floor(rest / 62)) text = BASE62[rest % 62]! + text
  return text.padStart(6, '0')
}
