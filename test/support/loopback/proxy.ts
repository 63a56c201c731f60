import { createServer, type IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import { type Loopback, opened } from './server.ts'

/** An HTTP proxy that tunnels to loopback, and keeps whom it was asked for. */
export interface ProxyServer extends Loopback {
  readonly connects: { authority: string; authorization: string | undefined }[]
  /** `silent`: takes CONNECT and never answers, as a lost network looks. `refuse`: 407. */
  mode: 'tunnel' | 'silent' | 'refuse'
}

export async function startProxy(): Promise<ProxyServer> {
  const proxy: Pick<ProxyServer, 'connects' | 'mode'> = { connects: [], mode: 'tunnel' }
  const server = createServer((_, response) => response.writeHead(405).end())
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    proxy.connects.push({ authority: request.url ?? '', authorization: request.headers['proxy-authorization'] })
    if (proxy.mode === 'silent') return
    if (proxy.mode === 'refuse') return socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
    const port = Number(request.url?.split(':').at(-1))
    const upstream = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      socket.pipe(upstream).pipe(socket)
    })
    upstream.on('error', () => socket.destroy())
    socket.on('error', () => upstream.destroy())
  })
  return Object.assign(proxy, await opened(server))
}
