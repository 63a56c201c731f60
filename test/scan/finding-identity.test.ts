import { createHash, generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/core/finding.ts'
import type { Hit } from '../../src/core/rule.ts'
import rule from '../../src/rules/credentials/private-key.ts'
import { withPresentFingerprints } from '../../src/scan/baseline.ts'
import { textNode } from '../../src/scan/check.ts'
import { identityOf } from '../../src/scan/finding-identity.ts'
import { fake } from '../support/placeholders.ts'

/** What of a secret goes into its identity. */
function identity(secretValue: string, more: Partial<Hit> = {}) {
  const node = textNode({ uri: 'k.pem', text: secretValue })
  const hit: Hit = { span: node.span, message: 'x', secret: true, secretValue, ...more }
  const found = identityOf({ rule, node, hit }, 'k.pem', new Map())
  return { key: found.key, ...found.published() }
}

const sha = (text: string) => createHash('sha256').update(text).digest('hex')
const newKey = () =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString().trim()

describe('a private key is its key', () => {
  const pem = newKey()
  test.each([
    ['CRLF', pem.replaceAll('\n', '\r\n')],
    ['blanks at line ends', pem.replaceAll('\n', ' \t\n')],
    ['set in', pem.replaceAll('\n', '\n    ')],
    ['on one line with blanks', pem.replaceAll('\n', ' ')],
    ['with line breaks written out', pem.replaceAll('\n', '\\n')],
    ['in other lines', pem.replace(/(?<=\n.{20})/, '\n')],
  ])('%s', (_, dressed) => {
    const { former: _former, ...wanted } = identity(pem)
    expect(identity(dressed)).toMatchObject(wanted)
  })

  test('and another key is another, however it is dressed', () => {
    const known = identity(pem)
    // Until its fingerprint of old is that of the known one.
    const wanted = sha(pem).slice(0, 4)
    const other = newKey()
    let dressed = other
    for (let n = 0; sha(dressed).slice(0, 4) !== wanted; n++) {
      const blanks = [...n.toString(2)].map((bit) => (bit === '0' ? ' ' : '\t')).join('')
      dressed = other.replace('\n', `${blanks}\n`)
    }
    expect(identity(dressed).fingerprint).not.toBe(known.fingerprint)
    expect(identity(dressed).key).not.toBe(known.key)
  })
})

test('fingerprints of 20,000 secrets of old collide by the thousand, those of today not once', () => {
  const made = Array.from({ length: 20_000 }, (_, index) => identity(fake('GITHUB_TOKEN', `${index}`)))
  expect(new Set(made.map(({ former }) => former)).size).toBeLessThan(19_000)
  expect(new Set(made.map(({ fingerprint }) => fingerprint)).size).toBe(20_000)
})

test('a weak secret is stretched: its fingerprint is no plain hash of it', () => {
  const plain = (secret: string) => sha(['credentials/private-key', 'k.pem', sha(secret), ''].join('\0')).slice(0, 32)
  expect(identity('hunter2-prod').fingerprint).not.toBe(plain('hunter2-prod'))
  expect(identity('hunter2-prod').fingerprint).toBe(identity('hunter2-prod').fingerprint)
  expect(identity(fake('GITHUB_TOKEN')).fingerprint).toBe(plain(fake('GITHUB_TOKEN')))
})

test('former fingerprints are rewritten where they stand, and nothing else is', () => {
  const { fingerprint, former } = identity(fake('GITHUB_TOKEN'))
  const finding = { fingerprint, formerFingerprint: former } as Finding
  const text = `allow:\n  - fingerprint: '${former}' # known\n    reason: ${'a'.repeat(32)}\n`
  expect(withPresentFingerprints(text, [finding])).toEqual({
    text: text.replace(former!, fingerprint),
    rewritten: 1,
  })
})
