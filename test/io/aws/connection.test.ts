import '../../support/loopback/realm.ts'
import https from 'node:https'
import type { TLSSocket } from 'node:tls'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { proxyAgents, proxyFor } from '../../../src/io/aws/connection.ts'
import { openAws } from '../../../src/io/aws/credentials.ts'
import { awsSettings } from '../../../src/io/aws/settings.ts'
import type { AwsServer } from '../../support/loopback/aws-query.ts'
import { startBlackhole } from '../../support/loopback/blackhole.ts'
import { makeCloud, ROLE_ARN } from '../../support/loopback/cloud.ts'
import { type OidcServer, startOidc } from '../../support/loopback/oidc.ts'
import { type ProxyServer, startProxy } from '../../support/loopback/proxy.ts'
import { recordRunner } from '../../support/loopback/runner.ts'
import { opened } from '../../support/loopback/server.ts'
import { startSts } from '../../support/loopback/sts.ts'

let oidc: OidcServer
let sts: AwsServer
let proxy: ProxyServer
const before = process.env.AWS_ENDPOINT_URL_STS

beforeEach(async () => {
  oidc = await startOidc()
  sts = await startSts(makeCloud(), oidc.publicKey)
  proxy = await startProxy()
  process.env.AWS_ENDPOINT_URL_STS = sts.url
})

afterEach(async () => {
  await Promise.all([oidc.close(), sts.close(), proxy.close()])
  if (before === undefined) delete process.env.AWS_ENDPOINT_URL_STS
  else process.env.AWS_ENDPOINT_URL_STS = before
})

async function open(inputs: Record<string, string>, env: Record<string, string> = {}) {
  const settings = awsSettings((name) => ({ 'role-to-assume': ROLE_ARN, ...inputs })[name] ?? '')!
  return openAws(settings, {
    env: { ...process.env, ...oidc.env, ...env },
    core: recordRunner(),
    fork: false,
    limits: { firstWait: 1, longestWait: 2, connect: 150, request: 2_000, deadline: 20_000 },
  })
}

describe('through a proxy', () => {
  test('http-proxy takes the requests to AWS through it, with its user and password', async () => {
    const { session } = await open({ 'http-proxy': proxy.url.replace('http://', 'http://me:p%40ss@') })
    expect(session).toBeDefined()
    expect(proxy.connects).toEqual([
      { authority: new URL(sts.url).host, authorization: `Basic ${Buffer.from('me:p@ss').toString('base64')}` },
    ])
  })

  test('https is spoken inside the tunnel, to the host asked for', async () => {
    // A cipher without certificates: what is shown is the tunnel and the handshake, not whom the SDK trusts.
    const bare = { ciphers: 'AECDH-AES256-SHA:@SECLEVEL=0', maxVersion: 'TLSv1.2', minVersion: 'TLSv1.2' } as const
    let servername: unknown
    const server = await opened(
      https.createServer(bare, (request, response) => {
        servername = (request.socket as TLSSocket & { servername?: unknown }).servername
        response.end('hello')
      }),
    )
    const url = `https://localhost:${new URL(server.url).port}/`
    const agent = proxyAgents(url, {}, proxy.url, 1_000)!.https
    const body = await new Promise((resolve, reject) => {
      const request = https.get(url, { agent, rejectUnauthorized: false, ...bare }, (response) => {
        response.setEncoding('utf8').once('data', resolve)
      })
      request.once('error', reject)
    })
    agent.destroy()
    await server.close()
    expect(body).toBe('hello')
    expect(servername).toBe('localhost')
    expect(proxy.connects).toEqual([{ authority: new URL(url).host, authorization: undefined }])
  })

  test('a proxy that says no is told', async () => {
    proxy.mode = 'refuse'
    const { notifications } = await open({ 'http-proxy': proxy.url })
    expect(notifications[0]!.message).toMatch(/the proxy 127\.0\.0\.1:\d+ answered 407 to CONNECT/)
    expect(sts.calls).toEqual([])
  })
})

describe('a network that swallows', () => {
  test('behind a silent proxy the connect timeout ends each attempt', async () => {
    proxy.mode = 'silent'
    const { notifications } = await open({ 'http-proxy': proxy.url, 'retry-max-attempts': '3' })
    expect(proxy.connects).toHaveLength(3)
    expect(oidc.tokens).toHaveLength(3)
    expect(notifications[0]!.message).toMatch(/after 3 attempts: TimeoutError/)
  })

  const onLinux = process.platform === 'linux' ? test : test.skip
  onLinux('a host that takes no connection is given up by the connect timeout, not the request timeout', async () => {
    const hole = await startBlackhole()
    process.env.AWS_ENDPOINT_URL_STS = hole.url
    const { notifications } = await open({ 'retry-max-attempts': '2' })
    await hole.close()
    expect(oidc.tokens).toHaveLength(2)
    expect(notifications[0]!.message).toMatch(
      /after 2 attempts: TimeoutError: .*did not establish a connection.* 150 ms/,
    )
  })
})

describe('which proxy', () => {
  test.each<[string, Record<string, string>, string | undefined, string | undefined]>([
    ['https://sts.eu-west-1.amazonaws.com', {}, undefined, undefined],
    ['https://sts.eu-west-1.amazonaws.com', { HTTPS_PROXY: 'http://p:1' }, undefined, 'http://p:1/'],
    ['https://sts.eu-west-1.amazonaws.com', { https_proxy: 'http://p:1' }, undefined, 'http://p:1/'],
    ['https://sts.eu-west-1.amazonaws.com', { HTTP_PROXY: 'http://p:1' }, undefined, undefined],
    ['https://sts.eu-west-1.amazonaws.com', { HTTPS_PROXY: 'http://p:1' }, 'http://q:2', 'http://q:2/'],
    [
      'https://sts.eu-west-1.amazonaws.com',
      { HTTPS_PROXY: 'http://p:1', NO_PROXY: '.amazonaws.com' },
      undefined,
      undefined,
    ],
    [
      'https://sts.eu-west-1.amazonaws.com',
      { HTTPS_PROXY: 'http://p:1', no_proxy: 'x, amazonaws.com' },
      undefined,
      undefined,
    ],
    ['https://sts.eu-west-1.amazonaws.com', { HTTPS_PROXY: 'http://p:1', NO_PROXY: '*' }, undefined, undefined],
    [
      'https://sts.eu-west-1.amazonaws.com',
      { HTTPS_PROXY: 'http://p:1', NO_PROXY: 'zonaws.com' },
      undefined,
      'http://p:1/',
    ],
    ['https://sts.eu-west-1.amazonaws.com', { HTTPS_PROXY: 'not a proxy' }, undefined, undefined],
    ['http://localhost:4566', { HTTP_PROXY: 'http://p:1' }, undefined, undefined],
    ...[
      ['https://[2001:db8::7]/', '2001:db8::7', true],
      ['https://[2001:db8::7]/', '[2001:DB8:0::7]', true],
      ['https://[2001:db8::7]:8443/', '[2001:db8::7]:8443', true],
      ['https://[2001:db8::7]:8443/', '[2001:db8::7]:443', false],
      ['https://[2001:db8::7]/', '2001:db8::/32', true],
      ['https://[2001:db9::7]/', '2001:db8::/32', false],
      ['https://[2001:db8::7]/', '2001:db8::8', false],
      ['https://10.1.2.3/', '10.0.0.0/8', true],
      ['https://11.1.2.3/', '10.0.0.0/8', false],
      ['https://10.1.2.3/', '10.1.2.3:443', true],
      ['https://10.1.2.3/', '10.1.2.3:80', false],
      ['https://a.example/', 'example:443', true],
      ['https://a.example/', '*.example', true],
    ].map(([url, exceptions, straight]): [string, Record<string, string>, undefined, string | undefined] => [
      String(url),
      { HTTPS_PROXY: 'http://p:1', NO_PROXY: String(exceptions) },
      undefined,
      straight ? undefined : 'http://p:1/',
    ]),
  ])('%s with %j and http-proxy %s', (url, env, explicit, proxy) => {
    expect(proxyFor(url, env, explicit)?.href).toBe(proxy)
  })
})
