import { spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface GitServer {
  readonly url: string
  /** Every request so far: `GET /owner/name/info/refs?service=git-upload-pack`, and what authorized it. */
  readonly requests: { readonly line: string; readonly authorization: string | undefined }[]
  close(): Promise<void>
}

export interface GitServerOptions {
  /** Folder that holds `owner/name`. */
  readonly root: string
  /** Refuse everyone else, with the answer of a private repository. */
  readonly token?: string
  /** Speak the old protocol, which offers refs and gives little else. */
  readonly old?: boolean
  /** Fail so many requests before the first answer. */
  readonly failing?: number
  /** Send everyone elsewhere. */
  readonly redirect?: string
}

/** A real git server on the loopback interface: `git http-backend`, as GitHub's looks from outside. */
export async function gitServer(options: GitServerOptions): Promise<GitServer> {
  const requests: GitServer['requests'] = []
  let failing = options.failing ?? 0
  const server = createServer((request, response) => {
    requests.push({ line: `${request.method} ${request.url}`, authorization: request.headers.authorization })
    if (options.redirect !== undefined) response.writeHead(301, { location: options.redirect + request.url }).end()
    else if (failing-- > 0) response.writeHead(503).end()
    else if (!isAllowed(request, options.token))
      response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end()
    else backend(request, response, options)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function isAllowed({ headers }: IncomingMessage, token: string | undefined): boolean {
  if (token === undefined) return true
  return headers.authorization === `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`
}

/** CGI: headers in variables, body in, headers and body out. */
function backend(request: IncomingMessage, response: ServerResponse, { root, old }: GitServerOptions): void {
  const url = new URL(request.url ?? '/', 'http://x')
  const child = spawn('git', ['-c', 'safe.directory=*', 'http-backend'], {
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_NOSYSTEM: '1',
      HOME: root,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      ...(old ? {} : { GIT_PROTOCOL: String(request.headers['git-protocol'] ?? '') }),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  request.pipe(child.stdin)
  child.stdin.on('error', () => {})
  const parts: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => parts.push(part))
  child.on('close', () => {
    const output = Buffer.concat(parts)
    const end = output.indexOf('\r\n\r\n')
    const headers = output.toString('latin1', 0, end).split('\r\n')
    const status = headers.find((line) => line.startsWith('Status:'))
    response.statusCode = status ? Number(status.slice(7).trim().slice(0, 3)) : 200
    for (const line of headers) {
      const colon = line.indexOf(':')
      if (line !== status) response.setHeader(line.slice(0, colon), line.slice(colon + 1).trim())
    }
    response.end(output.subarray(end + 4))
  })
}
