import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Server, Socket } from 'node:net'

/** A request with its body, as the handlers of the loopback servers see it. */
export interface Asked {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** Header names and values as they came, for signatures. */
  readonly rawHeaders: readonly string[]
  readonly body: Buffer
}

export interface Answer {
  readonly status: number
  readonly headers?: Record<string, string>
  readonly body?: string | Buffer
}

/** How a server misbehaves instead of answering. */
export type Misbehaviour = 'hang' | 'reset'

export interface Loopback {
  readonly url: string
  close(): Promise<void>
}

/** A server on 127.0.0.1 that is gone, connections and all, when `close` is done. */
export async function listen(
  handle: (asked: Asked) => Answer | Misbehaviour | Promise<Answer | Misbehaviour>,
): Promise<Loopback> {
  const server = createServer((request, response) => {
    serve(request, response, handle).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(`loopback server failed: ${String(error)}`)
    })
  })
  return opened(server)
}

export async function opened(server: Server): Promise<Loopback> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    socket.on('error', () => {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  handle: (asked: Asked) => Answer | Misbehaviour | Promise<Answer | Misbehaviour>,
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const answer = await handle({
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', `http://${request.headers.host}`),
    headers: request.headers,
    rawHeaders: request.rawHeaders,
    body: Buffer.concat(chunks),
  })
  if (answer === 'hang') return
  if (answer === 'reset') {
    request.socket.destroy()
    return
  }
  response.writeHead(answer.status, answer.headers ?? {}).end(answer.body ?? '')
}
