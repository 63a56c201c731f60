import type { Source } from '../core/source.ts'

/** What names of servers and owners say of a certificate that nobody trusts but who made it; behind a name stands a `0` or a `1` of DER. */
const LOCAL =
  /(?<![a-z-])localhost(?![a-z-])|127\.0\.0\.1|\.(?:local|localdomain|test|example|invalid)(?![a-z.-])|example\.(?:com|org|net)|Internet Widgits Pty Ltd|mkcert development|snakeoil|self.?signed/i

const CERTIFICATE = /-----BEGIN (?:TRUSTED )?CERTIFICATE-----([A-Za-z0-9+/=\s]{200,20000}?)-----END/g
const MOST = 4

/**
 * Why a private key matters little by the certificate that belongs to it, in its own file or beside it: it is for a server on
 * the developer's own machine, or for nobody (`Internet Widgits Pty Ltd` is what OpenSSL puts in for who owns it).
 */
export function certificateReason(
  { uri, text }: Source,
  read: (uri: string) => Source | undefined,
): string | undefined {
  if (!text.includes('PRIVATE KEY')) return undefined
  const texts = [text, ...besides(uri).flatMap((path) => read(path)?.text ?? [])]
  return texts.some(isForLocal) ? 'its certificate is for the developer’s own machine or for tests' : undefined
}

/** Names stand in a certificate as they are read. */
function isForLocal(text: string): boolean {
  return [...text.matchAll(CERTIFICATE)]
    .slice(0, MOST)
    .some(([, base64]) => LOCAL.test(Buffer.from(base64!, 'base64').toString('latin1')))
}

/** Where tools put the certificate of a key: `server.key` and `server.crt`, `key.pem` and `cert.pem`, `x-key.pem` and `x.pem`. */
function besides(uri: string): string[] {
  const folder = uri.slice(0, uri.lastIndexOf('/') + 1)
  const [, stem, extension] = /^(.+)\.(key|pem|p8)$/i.exec(uri.slice(folder.length)) ?? []
  if (stem === undefined) return []
  const bare = stem.replace(/[-_.]?(?:private[-_]?)?key$|^privkey$/i, '')
  const stems = new Set([
    stem,
    bare,
    `${bare}-cert`,
    `${bare}_cert`,
    `${bare}.cert`,
    ...(bare === '' ? ['cert', 'fullchain', 'server'] : []),
  ])
  const extensions = extension === 'key' ? ['crt', 'pem', 'cert', 'cer'] : ['pem', 'crt', 'cert', 'cer']
  return [...stems]
    .filter(Boolean)
    .flatMap((one) => extensions.map((end) => `${folder}${one}.${end}`))
    .filter((path) => path !== uri)
}
