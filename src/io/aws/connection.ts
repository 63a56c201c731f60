import type http from 'node:http'
import type https from 'node:https'
import type { Duplex } from 'node:stream'
import { Agent, type AgentConnectOpts } from 'agent-base'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { inBlock, isBlock } from '../../core/address-blocks.ts'
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
  return isExcepted(hostname, port || (protocol === 'https:' ? '443' : '80'), either('no_proxy') ?? '')
    ? undefined
    : new URL(text)
}

/** `NO_PROXY`: host names with all below them, addresses, blocks of addresses, each with a port or without; `*` is all. */
function isExcepted(hostname: string, port: string, exceptions: string): boolean {
  const host = withoutBrackets(hostname)
  return exceptions
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .some((word) => {
      if (word === '*') return true
      const [named, onlyPort] = apart(word)
      if (onlyPort !== undefined && onlyPort !== port) return false
      if (isBlock(named)) return inBlock(host, named)
      const name = named.replace(/^\*?\./, '')
      return host === name || host.endsWith(`.${name}`)
    })
}

/** Host and port: `a.example:8080`, `[::1]:8080`. The colons of a bare IPv6 address are its own. */
function apart(word: string): [host: string, port?: string] {
  if (isBlock(word)) return [word]
  const [, host = word, port] = /^(\[[^\]]*\](?:\/\d+)?|[^:]*)(?::(\d+))?$/.exec(word) ?? []
  return port === undefined ? [withoutBrackets(host)] : [withoutBrackets(host), port]
}

function withoutBrackets(host: string): string {
  return host.replace(/^\[([^\]]*)\]/, '$1')
}

/** Node before 24 has no proxy support to switch on. */
function tunnelAgents(proxy: URL, connect: number): Agents {
  const [plain, secure] = [false, true].map((isSecure) => new Tunnel(proxy, connect, isSecure))
  return { http: plain!, https: secure! as unknown as https.Agent }
}

/** The library's tunnel, with an end to the waiting and an error of its own when the proxy says no. */
class Tunnel extends Agent {
  private readonly proxy: URL
  private readonly timeout: number
  private readonly isSecure: boolean

  constructor(proxy: URL, timeout: number, isSecure: boolean) {
    super()
    this.proxy = proxy
    this.timeout = timeout
    this.isSecure = isSecure
  }

  /** Said, where the library would look for it in a stack trace. */
  override isSecureEndpoint(): boolean {
    return this.isSecure
  }

  override async connect(request: http.ClientRequest, options: AgentConnectOpts): Promise<Duplex> {
    const waiting = new AbortController()
    const timer = setTimeout(() => waiting.abort(), this.timeout)
    let status = 200
    request.once('proxyConnect', ({ statusCode }: { statusCode: number }) => {
      status = statusCode
    })
    try {
      const socket = await openTunnel(this.proxy, request, options, waiting.signal)
      if (status === 200) return socket
      socket.destroy()
      throw new Error(`the proxy ${this.proxy.host} answered ${status} to CONNECT ${options.host}:${options.port}`)
    } catch (error) {
      throw waiting.signal.aborted ? timedOut(`the proxy ${this.proxy.host} did not connect`, this.timeout) : error
    } finally {
      clearTimeout(timer)
    }
  }
}

/** The password goes in a header of ours: the library shows the URLs it is given to those who debug. */
function openTunnel(proxy: URL, request: http.ClientRequest, options: AgentConnectOpts, signal: AbortSignal) {
  const bare = new URL(proxy)
  bare.username = bare.password = ''
  return new HttpsProxyAgent(bare, { headers: authorization(proxy), signal }).connect(request, options)
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
