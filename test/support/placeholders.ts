import { createHash } from 'node:crypto'

/**
 * Fixtures never hold key-shaped literals: they hold placeholders, expanded here to deterministic fakes.
 *   @@AWS_ID@@ @@AWS_TEMP_ID@@ @@AWS_MASKED_ID@@ @@AWS_SECRET@@ @@AWS_SESSION_TOKEN@@ @@PASSWORD@@ @@HEX40@@ @@HEX64@@
 *   @@GITHUB_TOKEN@@ @@SLACK_TOKEN@@ @@PRIVATE_KEY@@ @@JWT@@ @@JWT:ends@@ @@JWT:sample@@
 *   @@ALNUM36@@ @@ALPHA34@@ @@SMALL3@@ @@CAPITAL1@@ @@DIGITS11@@ @@HEX32@@ @@UPHEX8@@ @@LOWER26@@ @@UPPER26@@ @@BASE32_52@@ @@BASE64_60@@
 *   @@BASE64URL_43@@: so many characters of a kind
 * `@@AWS_ID:2@@` is another one of the kind. `@@BASE64(…)@@` encodes its (expanded) content.
 */
export function expand(text: string): string {
  const plain = text.replace(/@@([A-Z0-9_]+)(?::(\w+))?@@/g, (whole, kind: string, tag = '1') => {
    const make = MAKERS[kind] ?? drawnFrom(kind)
    return make ? make(`${kind}:${tag}`) : whole
  })
  return plain.replace(/@@BASE64\(([\s\S]*?)\)@@/g, (_, content: string) => Buffer.from(content).toString('base64'))
}

/** The fake that a placeholder name stands for: `fake('AWS_SECRET')`, `fake('AWS_ID', '2')`. */
export function fake(kind: string, tag = '1'): string {
  return expand(`@@${kind}:${tag}@@`)
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const ALPHANUMERIC = BASE64.slice(0, 62)

const MAKERS: Record<string, (seed: string) => string> = {
  AWS_ID: (seed) => `AK${'IA'}${letters(seed, 16, BASE32, 'Q')}`,
  AWS_TEMP_ID: (seed) => `AS${'IA'}${letters(seed, 16, BASE32, 'Q')}`,
  AWS_MASKED_ID: () => `AK${'IA'}${'X'.repeat(16)}`,
  AWS_SECRET: (seed) => `w${letters(seed, 38, BASE64)}9`,
  AWS_SESSION_TOKEN: (seed) => `IQoJ${'b3JpZ2luX2Vj'}${letters(seed, 340, BASE64)}`,
  PASSWORD: (seed) => `Tr0ub4dor-${letters(seed, 12, ALPHANUMERIC)}`,
  HEX40: (seed) => letters(seed, 40, '0123456789abcdef'),
  HEX64: (seed) => letters(seed, 64, '0123456789abcdef'),
  GITHUB_TOKEN: (seed) => `gh${'p_'}${letters(seed, 36, ALPHANUMERIC)}`,
  SLACK_TOKEN: (seed) =>
    `xo${'xb-'}${letters(seed, 12, '0123456789')}-${letters(`${seed}b`, 12, '0123456789')}-${letters(`${seed}c`, 24, ALPHANUMERIC)}`,
  JWT: (seed) => {
    const [, tag] = seed.split(':')
    const sample =
      tag === 'sample' ? { sub: '1234567890', name: 'John Doe' } : { sub: 'bob', iss: 'https://id.acme.io' }
    const claims = tag === 'ends' ? { ...sample, exp: 1893456000 } : sample
    const parts = [{ alg: 'HS256', typ: 'JWT' }, claims].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    )
    return `${parts.join('.')}.${letters(seed, 43, ALPHANUMERIC)}`
  },
  PRIVATE_KEY: (seed) => {
    const body = letters(seed, 1580, BASE64)
      .match(/.{1,64}/g)!
      .join('\n')
    return `-----BEGIN RSA PRIVATE ${'KEY'}-----\n${body}\n-----END RSA PRIVATE ${'KEY'}-----`
  },
}

/** Makers by alphabet and length: `ALNUM36`. */
function drawnFrom(kind: string): ((seed: string) => string) | undefined {
  const match = /^([A-Z]+|BASE(?:32|64|64URL)_)(\d+)$/.exec(kind)
  const alphabet = ALPHABETS[match?.[1] ?? '']
  return match && alphabet ? (seed) => letters(seed, Number(match[2]), alphabet) : undefined
}

const ALPHABETS: Record<string, string> = {
  ALNUM: ALPHANUMERIC,
  ALPHA: BASE64.slice(0, 52),
  DIGITS: '0123456789',
  HEX: '0123456789abcdef',
  UPHEX: '0123456789ABCDEF',
  SMALL: 'abcdefghijklmnopqrstuvwxyz',
  CAPITAL: BASE32.slice(0, 26),
  LOWER: 'abcdefghijklmnopqrstuvwxyz0123456789',
  UPPER: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
  BASE32_: BASE32.toLowerCase(),
  BASE64_: BASE64,
  BASE64URL_: `${ALPHANUMERIC}-_`,
}

/** `length` characters of `alphabet` drawn from a hash of `seed`, the first one fixed if given. */
function letters(seed: string, length: number, alphabet: string, first = ''): string {
  let out = first
  for (let block = 0; out.length < length; block++) {
    for (const byte of createHash('sha256').update(`${seed}/${block}`).digest()) {
      if (byte < 256 - (256 % alphabet.length)) out += alphabet[byte % alphabet.length]
    }
  }
  return out.slice(0, length)
}
