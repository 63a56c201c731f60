import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Asked } from './server.ts'

/** What a signed request claims; the signature itself is checked by `signatureOf`. */
export interface Signed {
  readonly accessKeyId: string
  readonly date: string
  readonly region: string
  readonly service: string
  readonly signedHeaders: readonly string[]
  readonly signature: string
  readonly sessionToken?: string
}

/** The Authorization header, taken apart; undefined when there is none or it is not AWS4-HMAC-SHA256. */
export function signedBy(asked: Asked): Signed | undefined {
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      String(asked.headers.authorization ?? ''),
    )
  if (!match) return undefined
  const [, accessKeyId, date, region, service, signedHeaders, signature] = match as unknown as string[]
  const token = asked.headers['x-amz-security-token']
  return {
    accessKeyId: accessKeyId!,
    date: date!,
    region: region!,
    service: service!,
    signedHeaders: signedHeaders!.split(';'),
    signature: signature!,
    ...(typeof token === 'string' ? { sessionToken: token } : {}),
  }
}

/**
 * Recomputes the signature from the request as it arrived
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html); '' when it is right,
 * else what is wrong.
 */
export function signatureFault(asked: Asked, signed: Signed, secret: string): string {
  const time = String(asked.headers['x-amz-date'] ?? '')
  if (!/^\d{8}T\d{6}Z$/.test(time) || !time.startsWith(signed.date)) return 'X-Amz-Date does not fit the scope'
  for (const needed of ['host', 'x-amz-date']) {
    if (!signed.signedHeaders.includes(needed)) return `${needed} is not signed`
  }
  if (signed.sessionToken !== undefined && !signed.signedHeaders.includes('x-amz-security-token')) {
    return 'the session token is not signed'
  }
  const canonical = [
    asked.method,
    asked.url.pathname,
    [...asked.url.searchParams]
      .map(([k, v]) => `${encodeURIComponent(k)}=${encodeURIComponent(v)}`)
      .sort()
      .join('&'),
    ...signed.signedHeaders.map((name) => `${name}:${headerValue(asked, name)}`),
    '',
    signed.signedHeaders.join(';'),
    sha256(asked.body),
  ].join('\n')
  const scope = `${signed.date}/${signed.region}/${signed.service}/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n')
  const key = [signed.date, signed.region, signed.service, 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${secret}`,
  )
  const right = timingSafeEqual(hmac(key, toSign), Buffer.from(signed.signature, 'hex'))
  return right ? '' : 'the signature does not match'
}

function headerValue(asked: Asked, name: string): string {
  const value = asked.headers[name]
  return (Array.isArray(value) ? value.join(',') : (value ?? '')).trim().replace(/ +/g, ' ')
}

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest()
