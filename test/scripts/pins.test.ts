import { expect, test } from 'vitest'
import { pinned } from '../../scripts/pins.ts'

const PINS = new Map([['actions/checkout', { commit: '08'.repeat(20), version: 'v5.0.0' }]])
const PIN = `actions/checkout@${'08'.repeat(20)} # v5.0.0`

test.each([
  ['      - uses: actions/checkout@v5', `      - uses: ${PIN}`],
  [`  uses: actions/checkout@${'ab'.repeat(20)} # v4.2.1`, `  uses: ${PIN}`],
  ['- uses: actions/checkout@v5        # your branch', `- uses: ${PIN}, your branch`],
  [`- uses: ${PIN}, your branch`, `- uses: ${PIN}, your branch`],
  ['- uses: someone/else@v1 # v1', '- uses: someone/else@v1 # v1'],
  ['Write `uses: actions/checkout@v5` there', 'Write `uses: actions/checkout@v5` there'],
])('%s', (line, expected) => {
  expect(pinned(`a\n${line}\nb`, PINS)).toBe(`a\n${expected}\nb`)
})
