import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AwsCall } from '../../src/account/calls.ts'

/** A proxy before moto that answers AccessDenied to one operation. */
export interface Denying {
  readonly url: string
  deny(call: AwsCall): void
  /** How often it did. */
  denied(): number
  close(): Promise<void>
}

export async function startDenying(target: string): Promise<Denying> {
  let call: AwsCall | undefined
  let count = 0
  const server = createServer((asked, response) => {
    const parts: Buffer[] = []
    asked.on('data', (part: Buffer) => parts.push(part))
    asked.on('end', () => {
      const body = Buffer.concat(parts)
      if (call && isThis(call, asked, body.toString())) {
        count++
        response
          .writeHead(403, { 'content-type': 'application/json', 'x-amzn-errortype': 'AccessDeniedException' })
          .end('{}')
        return
      }
      const { method, headers, url: path } = asked
      const passed = request(target + path, { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      })
      passed.on('error', () => response.destroy())
      passed.end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    deny(next) {
      call = next
      count = 0
    },
    denied: () => count,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

const SIGNED_AS: Readonly<Record<string, string>> = { cloudwatch: 'monitoring', s3control: 's3' }

function isThis({ name, protocol }: AwsCall, { method, headers, url = '/' }: IncomingMessage, body: string): boolean {
  const [service = '', operation = ''] = name.split(':')
  if (!String(headers.authorization).includes(`/${SIGNED_AS[service] ?? service}/aws4_request`)) return false
  if (protocol.kind === 'query') return new URLSearchParams(body).get('Action') === operation
  if (protocol.kind === 'json') return headers['x-amz-target'] === `${protocol.target}.${operation}`
  const [path = '', query = ''] = protocol.path.split('?')
  const asked = new URL(url, 'http://moto')
  const fits = new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`).test(asked.pathname)
  return (
    method === protocol.method &&
    fits &&
    [...new URLSearchParams(query).keys()].every((key) => asked.searchParams.has(key))
  )
}
