import http from 'node:http'
import https from 'node:https'
import net from 'node:net'
import tls from 'node:tls'
import type { Limits } from './attempts.ts'

/** How requests leave this machine: straight, or through a proxy that tunnels (CONNECT). */
export interface Agents {
  readonly http: http.Agent
  readonly https: https.Agent
}

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Agents for requests to `url`: through `explicit` (the http-proxy input) or else the proxy that the environment names
 * for its scheme; straight where NO_PROXY says so. Undefined when no proxy is to be used.
 */
export function proxyAgents(url: string, env: Environment, explicit: string | undefined, connect: number) {
  const proxy = proxyFor(url, env, explicit)
  return proxy ? tunnelAgents(proxy, connect) : undefined
}

/** The proxy to use for `url`, under the names that curl, git and the actions toolkit go by. */
export function proxyFor(url: string, env: Environment, explicit?: string): URL | undefined {
  const { protocol, hostname, port } = new URL(url)
  const either = (name: string) => env[name] || env[name.toUpperCase()]
  const text = explicit ?? either(protocol === 'https:' ? 'https_proxy' : 'http_proxy')
  if (!text || !URL.canParse(text)) return undefined
  if (!explicit && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)) return undefined
  return isExcepted(hostname, port, either('no_proxy') ?? '') ? undefined : new URL(text)
}

function isExcepted(hostname: string, port: string, exceptions: string): boolean {
  return exceptions
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .some((word) => {
      if (word === '*') return true
      const [host = '', onlyPort] = word
        .toLowerCase()
        .replace(/^\*?\./, '')
        .split(':')
      return (onlyPort === undefined || onlyPort === port) && (hostname === host || hostname.endsWith(`.${host}`))
    })
}

/** Node's own agents with another way to connect; Node before 24 has no proxy support to switch on. */
function tunnelAgents(proxy: URL, connect: number): Agents {
  const agents: Agents = { http: new http.Agent(), https: new https.Agent() }
  type Connect = (options: Target, done: (error: Error | null, socket?: net.Socket) => void) => void
  const plain: Connect = (options, done) => {
    openTunnel(proxy, options, connect).then((socket) => done(null, socket), done)
  }
  const secure: Connect = (options, done) => {
    const servername = options.servername || (net.isIP(options.host) ? '' : options.host)
    openTunnel(proxy, options, connect).then(
      (socket) => done(null, tls.connect({ ...options, socket, servername })),
      done,
    )
  }
  Object.assign(agents.http, { createConnection: plain })
  Object.assign(agents.https, { createConnection: secure })
  return agents
}

interface Target {
  readonly host: string
  readonly port: number
  readonly servername?: string
}

function openTunnel(proxy: URL, { host, port }: Target, timeout: number): Promise<net.Socket> {
  return new Promise((resolve, reject) => {
    const authority = `${net.isIPv6(host) ? `[${host}]` : host}:${port}`
    const request = (proxy.protocol === 'https:' ? https : http).request({
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, ...authorization(proxy) },
      agent: false,
      timeout,
    })
    request.once('connect', (response, socket) => {
      if (response.statusCode === 200) return resolve(socket)
      socket.destroy()
      reject(new Error(`the proxy ${proxy.host} answered ${response.statusCode} to CONNECT ${authority}`))
    })
    request.once('timeout', () => request.destroy(timedOut(`the proxy ${proxy.host} did not connect`, timeout)))
    request.once('error', reject)
    request.end()
  })
}

function authorization({ username, password }: URL): Record<string, string> {
  if (username === '') return {}
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` }
}

export function timedOut(what: string, milliseconds: number): Error {
  return Object.assign(new Error(`${what} within ${milliseconds} ms`), { name: 'TimeoutError' })
}

/** What an SDK client needs to know of the way and its bounds; retrying is ours, so that attempts can be counted. */
export function clientOptions(limits: Limits, agents: Agents | undefined) {
  return {
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: limits.connect,
      requestTimeout: limits.request,
      throwOnRequestTimeout: true,
      ...(agents ? { httpAgent: agents.http, httpsAgent: agents.https } : {}),
    },
  }
}
