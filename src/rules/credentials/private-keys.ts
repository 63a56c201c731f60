/** A private key in a text, as offsets from the first dash of its header to the last of its footer. */
export interface PrivateKey {
  readonly start: number
  readonly end: number
  /** `RSA`, `EC`, `OPENSSH`, `PGP`, `PuTTY`, `age`, or empty for PKCS #8. */
  readonly kind: string
  /** Of no use without its passphrase. */
  readonly encrypted: boolean
}

/** Longer than any key in use (16,384 bits of RSA are 13,000 characters), so that a header without a footer ends somewhere. */
const LONGEST = 24_000

const HEADER = /-{4,5} ?BEGIN ?((?:[A-Z0-9]+ ){0,3})PRIVATE KEY(?: BLOCK)? ?-{4,5}/g
const FOOTER = /-{4,5} ?END ?(?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)? ?-{4,5}/
const PUTTY_HEADER = /PuTTY-User-Key-File-[123]: /g
const PUTTY_BODY = 'Private-Lines: '
/** https://age-encryption.org/v1: Bech32. */
const AGE = /(?<![A-Z0-9-])AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}(?![A-Z0-9])/g

/**
 * Private keys in PEM (whole, cut off, on one line, in a string with escaped line breaks, as a list of strings, behind
 * comment marks), PuTTY's and age's. A header in a program that looks for keys, a body of dots or of one letter, and public
 * keys are none.
 */
export function* findPrivateKeys(value: string): Generator<PrivateKey> {
  if (value.includes('PRIVATE KEY')) yield* pemKeys(value)
  if (value.includes('PuTTY-User-Key-File-')) yield* puttyKeys(value)
  if (value.includes('AGE-SECRET-KEY-1')) {
    for (const { index, 0: key } of value.matchAll(AGE)) {
      if (new Set(key.slice(16)).size > 12)
        yield { start: index, end: index + key.length, kind: 'age', encrypted: false }
    }
  }
}

function* pemKeys(value: string): Generator<PrivateKey> {
  for (const header of value.matchAll(HEADER)) {
    const start = header.index
    const bodyStart = start + header[0].length
    const reach = value.slice(bodyStart, bodyStart + LONGEST)
    const nextHeader = reach.indexOf('BEGIN ')
    const region = nextHeader < 0 ? reach : reach.slice(0, nextHeader)
    const footer = FOOTER.exec(region)
    const body = footer ? region.slice(0, footer.index) : bodyWithoutFooter(region)
    const base64 = base64Of(body)
    if (!holdsKey(base64) || (footer && isAbridged(base64))) continue
    const kind = header[1]!.trim()
    yield {
      start,
      end: bodyStart + body.length + (footer ? footer[0].length : 0),
      kind: kind === 'ENCRYPTED' ? '' : kind,
      encrypted: kind === 'ENCRYPTED' || /Proc-Type: ?4, ?ENCRYPTED/.test(body) || isEncryptedOpenSsh(base64),
    }
  }
}

/** Lines of base64 up to the first that is none. */
function bodyWithoutFooter(region: string): string {
  return /^(?:[A-Za-z0-9+/=\s]|\\+[nrt]|["'`],?[^\S\n]*(?:\+[^\S\n]*)?\n\s*["'`])*/.exec(region)![0].trimEnd()
}

/** The base64 of a body without headers, line breaks however written, quotes, comment marks, and the checksum of PGP. */
function base64Of(body: string): string {
  return body
    .replace(/(?<!\\)\\+[rt]/g, '')
    .replace(/(?<!\\)\\+n|<br ?\/?>|&#(?:10|xa);/gi, '\n')
    .replace(/["'`][ \t]*(?:[+.,\\&][ \t]*)?\r?\n[ \t]*["'`]/g, '\n')
    .replace(/^[ \t]*(?:#|\/\/|\*|>|\|)[ \t]?/gm, '')
    .replace(/^[ \t]*[A-Za-z-]+: .*$/gm, '')
    .replace(/^[ \t]*=[A-Za-z0-9+/]{4}[ \t]*$/gm, '')
    .replace(/[\s"'`\\,]/g, '')
}

/** Enough random base64 for a key: an Ed25519 key is 64 characters, any other well over 100. */
function holdsKey(base64: string): boolean {
  const text = base64.replace(/(?<!=)=+$/, '')
  if (!/^[A-Za-z0-9+/]+$/.test(text) || text.length < (text.startsWith('MC4CAQ') ? 60 : 100)) return false
  if (/(.)\1{19}/.test(text.replaceAll('A', '')) || new Set(text).size < 24) return false
  return !/example|placeholder|your.?key|redacted/i.test(text)
}

/** Header and footer around less than an eighth of what the key itself says it is long: a sample with its middle left out. */
function isAbridged(base64: string): boolean {
  if (!base64.startsWith('MII')) return false
  const [, , high, low] = Buffer.from(base64.slice(0, 8), 'base64') as unknown as [number, number, number, number]
  return base64.length * 0.75 < ((high << 8) | low) / 8
}

/** The format's magic, then the name of a cipher instead of `none`. */
function isEncryptedOpenSsh(base64: string): boolean {
  return base64.startsWith('b3BlbnNzaC1rZXktdjEA') && !base64.startsWith('b3BlbnNzaC1rZXktdjEAAAAABG5vbmU')
}

function* puttyKeys(value: string): Generator<PrivateKey> {
  let mark = 0
  for (const header of value.matchAll(PUTTY_HEADER)) {
    if (mark >= 0 && mark < header.index) mark = value.indexOf(PUTTY_BODY, header.index)
    if (mark < 0) return
    if (mark - header.index > 4000) continue
    const region = value.slice(mark + PUTTY_BODY.length, mark + LONGEST)
    const body = /^\d+(?:\s+[A-Za-z0-9+/=]{4,}(?=\s|$))*/.exec(region)?.[0] ?? ''
    if (body.replace(/\s/g, '').length < 44 || new Set(body).size < 20) continue
    const encrypted = !/Encryption: none/.test(value.slice(header.index, mark))
    yield { start: header.index, end: mark + PUTTY_BODY.length + body.length, kind: 'PuTTY', encrypted }
  }
}
