import { describe, expect, test } from 'vitest'
import { holdInternet, inBlock, isBlock } from '../../src/core/address-blocks.ts'

describe('one address', () => {
  test.each([
    ['10.0.0.1', '10.0.0.0/0', true],
    ['10.0.0.1', '10.0.0.0/33', false],
    ['10.0.0.1', '10.0.0', false],
    ['10.0.0.1', '10.0.0.0/8/8', false],
    ['10.0.0.1', '10.0.0.0/', false],
    ['10.0.0.256', '10.0.0.0/8', false],
    ['10.255.255.255', '10.0.0.0/8', true],
    ['11.0.0.0', '10.0.0.0/8', false],
    ['203.0.113.9', '203.0.113.9', true],
    ['203.0.113.9', '203.0.113.200/24', true],
    ['2001:db8::1', '2001:DB8:0:0::/32', true],
    ['2001:db9::1', '2001:db8::/32', false],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.0/120', true],
    ['::ffff:192.0.3.1', '::ffff:192.0.2.0/120', false],
    ['10.0.0.1', '::/0', false],
    ['1::2::3', '::/0', false],
    ['', '', false],
  ])('%s in %s: %s', (address, block, expected) => expect(inBlock(address, block)).toBe(expected))

  test('what is no block', () => {
    expect(['10.0.0.0/8', '::1', '${aws:SourceIp}', 'example.com', '::/129'].map(isBlock)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})

describe('together', () => {
  test.each<[string, string[], boolean]>([
    ['all', ['0.0.0.0/0'], true],
    ['all of IPv6', ['::/0'], true],
    ['all of IPv6 that is handed out', ['2000::/3'], true],
    ['halves', ['0.0.0.0/1', '128.0.0.0/1'], true],
    ['halves of IPv6', ['::/1', '8000::/1'], true],
    ['halves of what is handed out of IPv6', ['2000::/4', '3000::/4'], true],
    ['quarters in any order, one twice', ['192.0.0.0/2', '0.0.0.0/2', '64.0.0.0/2', '0.0.0.0/2', '128.0.0.0/2'], true],
    ['all but one 256th', Array.from({ length: 255 }, (_, at) => `${at}.0.0.0/8`), true],
    ['one half', ['0.0.0.0/1'], false],
    ['one half, twice', ['0.0.0.0/1', '0.0.0.0/2', '64.0.0.0/2'], false],
    ['a half of each', ['0.0.0.0/1', '2000::/4'], false],
    ['the private ones', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'], false],
    ['an office', ['203.0.113.0/24'], false],
    ['nothing that is a block', ['everywhere/0'], false],
    ['none', [], false],
  ])('%s', (_, blocks, expected) => expect(holdInternet(blocks)).toBe(expected))

  test.each<[string, string[], boolean]>([
    ['an office', ['203.0.113.0/24'], true],
    ['the private ones', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'], true],
    ['all of IPv4, so that IPv6 is left', ['0.0.0.0/0'], true],
    ['all', ['0.0.0.0/1', '128.0.0.0/1', '::/0'], false],
  ])('all but %s', (_, blocks, expected) => expect(holdInternet(blocks, false)).toBe(expected))
})
