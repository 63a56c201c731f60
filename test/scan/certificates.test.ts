import { expect, test } from 'vitest'
import { certificateReason } from '../../src/scan/certificates.ts'

const pem = (what: string, bytes: Buffer) =>
  `-----BEGIN ${what}-----\n${bytes.toString('base64').replace(/(.{64})/g, '$1\n')}\n-----END ${what}-----\n`

/** As much of a certificate as is looked at: names between other bytes. */
const certificate = (name: string) =>
  pem('CERTIFICATE', Buffer.concat([Buffer.alloc(120, 0x9d), Buffer.from(name), Buffer.alloc(120, 0x8e)]))

const KEY = pem('PRIVATE KEY', Buffer.alloc(600, 0x5a))

const reasonIn = (files: Readonly<Record<string, string>>, uri: string) =>
  certificateReason({ uri, text: files[uri]! }, (path) =>
    files[path] === undefined ? undefined : { uri: path, text: files[path] },
  )

const REASON = 'its certificate is for the developer’s own machine or for tests'

test.each([
  ['ssl/server.key', 'ssl/server.crt', 'localhost'],
  ['ssl/key.pem', 'ssl/cert.pem', 'shop.example.com'],
  ['ssl/site-key.pem', 'ssl/site.pem', 'site.test'],
  ['privkey.pem', 'fullchain.pem', 'Internet Widgits Pty Ltd'],
])('%s beside %s for %s', (key, path, name) => {
  expect(reasonIn({ [key]: KEY, [path]: certificate(name) }, key)).toBe(REASON)
})

test('in the same file', () => {
  expect(reasonIn({ 'a.pem': KEY + certificate('localhost') }, 'a.pem')).toBe(REASON)
})

test.each(['shop.acme.com', 'localhosting.acme.com'])('not one for %s', (name) => {
  expect(reasonIn({ 'a.key': KEY, 'a.crt': certificate(name) }, 'a.key')).toBeUndefined()
})

test('not one of another key, nor where there is none', () => {
  expect(reasonIn({ 'a.key': KEY, 'b.crt': certificate('localhost') }, 'a.key')).toBeUndefined()
  expect(reasonIn({ 'a.key': KEY }, 'a.key')).toBeUndefined()
})
