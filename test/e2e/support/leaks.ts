import { gzipSync } from 'node:zlib'

/** What must stand in no output: a secret, or a stretch of a text that it was encoded into. */
export interface Forbidden {
  readonly name: string
  readonly text: string
  /** So many characters of it in a row give it away; 10 unless told. A key's id is shown by its first and last four. */
  readonly window?: number
}

/** Stretches of these texts that `output` holds, the first of each. */
export function leaksIn(output: string, forbidden: readonly Forbidden[]): string[] {
  const leaks = new Map<string, string>()
  for (const [window, owners] of stretchesOf(forbidden)) {
    // Most places cannot begin one.
    const beginnings = new Set([...owners.keys()].map((stretch) => pairAt(stretch, 0)))
    for (let at = 0; at + window <= output.length; at++) {
      if (!beginnings.has(pairAt(output, at))) continue
      const stretch = output.slice(at, at + window)
      const owner = owners.get(stretch)
      if (owner !== undefined && !leaks.has(owner)) leaks.set(owner, `${owner}: ${JSON.stringify(stretch)}`)
    }
  }
  return [...leaks.values()]
}

function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1)
}

/** Length -> every stretch of that length -> whose it is. */
function stretchesOf(forbidden: readonly Forbidden[]): Map<number, Map<string, string>> {
  const byLength = new Map<number, Map<string, string>>()
  for (const { name, text, window = 10 } of forbidden) {
    const owners = byLength.get(window) ?? new Map<string, string>()
    byLength.set(window, owners)
    for (let at = 0; at + window <= text.length; at++) owners.set(text.slice(at, at + window), name)
  }
  return byLength
}

/** A text encoded as a file holds it, and the stretch of that which encodes `secret`. */
export interface Encoded {
  readonly text: string
  readonly stretch: string
  /** For `Forbidden`, where ten characters of the encoded text are less than ten of the secret. */
  readonly window?: number
}

export const ENCODINGS: Readonly<Record<string, (text: string, secret: string) => Encoded>> = {
  base64: (text, secret) => proportional(Buffer.from(text).toString('base64'), text, secret, 4 / 3),
  'base64 without padding': (text, secret) =>
    proportional(Buffer.from(text).toString('base64url'), text, secret, 4 / 3),
  hex: (text, secret) => proportional(Buffer.from(text).toString('hex'), text, secret, 2),
  'base64 of base64': (text, secret) =>
    proportional(Buffer.from(Buffer.from(text).toString('base64')).toString('base64'), text, secret, 16 / 9),
  gzip: (text) => whole(gzipSync(Buffer.from(text.repeat(2))).toString('base64')),
  percent: (text, secret) => ({
    text: text.replace(/[^A-Za-z0-9_]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`),
    stretch: secret.replace(/[^A-Za-z0-9_]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`),
  }),
  escapes: (text, secret) => ({ text: escaped(text), stretch: escaped(secret), window: 60 }),
}

function escaped(text: string): string {
  return text.replace(/[\s\S]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Characters that hold bits of the secret alone. */
function proportional(encoded: string, text: string, secret: string, factor: number): Encoded {
  const start = text.indexOf(secret)
  const from = Math.ceil(start * factor) + 1
  return { text: encoded, stretch: encoded.slice(from, Math.floor((start + secret.length) * factor) - 1) }
}

/** Where no stretch can be told from the rest, all but the ends, which hold names and headers. */
function whole(text: string): Encoded {
  return { text, stretch: text.slice(44, -24) }
}
