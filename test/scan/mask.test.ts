import { describe, expect, test } from 'vitest'
import { oneLine } from '../../src/scan/config/complaints.ts'
import { redact } from '../../src/scan/mask.ts'
import { fake } from '../support/placeholders.ts'

const SECRET = fake('AWS_SECRET')
const digits = [...SECRET].map((character) => character.charCodeAt(0))

describe('beside a secret, what spells one out is masked', () => {
  test.each([
    ['as it is', SECRET],
    ['with spaces', [...SECRET].join(' ')],
    ['as a list', [...SECRET].join(', ')],
    ['as numbers', digits.join(', ')],
    ['as numbers without spaces', digits.join(',')],
  ])('%s', (_, text) => {
    const line = redact(`key = [${text}] # of the shop`, 'beside')
    expect(line).toMatch(/^key = \[[*, ]+\] # of the shop$/)
  })

  test('words, addresses and short lists stay', () => {
    const line = 'a b c in 10.0.0.0/16, ports 80, 443, 8080; see modules/network/main.tf'
    expect(redact(line, 'beside')).toBe(line)
  })
})

test('a message about a mistake does not quote a secret that was put in a wrong place', () => {
  expect(oneLine(`unknown key "${SECRET}"`)).not.toContain(SECRET.slice(0, 10))
  expect(oneLine('unknown rule "iam/resource-wildcrd"')).toBe('unknown rule "iam/resource-wildcrd"')
})
