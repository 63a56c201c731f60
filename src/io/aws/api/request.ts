import { createHash, createHmac, type Hmac } from 'node:crypto'
import http from 'node:http'
import https from 'node:https'
import { SignatureV4 } from '@smithy/signature-v4'
import type { Limits } from '../attempts.ts'
import { type Agents, timedOut } from '../connection.ts'
import type { AwsCredentials } from '../session.ts'
import type { Plain } from './protocol.ts'

/** Where a request goes and for whom it is signed. */
export interface Target {
  /** `https://iam.amazonaws.com`. */
  readonly endpoint: string
  /** As the signature names them. */
  readonly service: string
  readonly region: string
}

export interface Response {
  readonly status: number
  readonly headers: Readonly<http.IncomingHttpHeaders>
  readonly body: string
}

/** One signed request and its whole answer. */
export async function send(
  plain: Plain,
  target: Target,
  credentials: AwsCredentials,
  { agents, limits, signal }: { agents: Agents | undefined; limits: Limits; signal: AbortSignal },
): Promise<Response> {
  const url = new URL(target.endpoint.replace(/\/$/, '') + plain.path)
  const headers = await signedHeaders(plain, url, target, credentials)
  return await new Promise((resolve, reject) => {
    const { request } = url.protocol === 'http:' ? http : https
    const agent = agents && (url.protocol === 'http:' ? agents.http : agents.https)
    const options = { method: plain.method, headers, signal, ...(agent ? { agent } : {}) }
    const sent = request(url, options, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response
        resolve({ status, headers, body: Buffer.concat(parts).toString('utf8') })
      })
    })
    sent.setTimeout(limits.request, () => sent.destroy(timedOut(`${url.host} did not answer`, limits.request)))
    sent.on('error', reject)
    sent.end(plain.body)
  })
}

async function signedHeaders(
  { method, headers, body }: Plain,
  url: URL,
  { service, region }: Target,
  credentials: AwsCredentials,
): Promise<Record<string, string>> {
  const signer = new SignatureV4({ service, region, credentials, sha256: Sha256, uriEscapePath: service !== 's3' })
  const signed = await signer.sign({
    method,
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: {
      ...headers,
      host: url.host,
      'content-length': String(Buffer.byteLength(body)),
      ...(service === 's3' ? { 'x-amz-content-sha256': createHash('sha256').update(body).digest('hex') } : {}),
      'user-agent': 'keylatch',
    },
    body,
  })
  return signed.headers
}

/** The hash that the signer asks for, by Node's own. */
class Sha256 {
  readonly #hash: Hmac | ReturnType<typeof createHash>

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret))
  }

  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(bytesOf(data))
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest()
  }

  reset(): void {}
}

function bytesOf(data: string | ArrayBuffer | ArrayBufferView): Buffer {
  if (typeof data === 'string') return Buffer.from(data)
  return data instanceof ArrayBuffer ? Buffer.from(data) : Buffer.from(data.buffer, data.byteOffset, data.byteLength)
}
