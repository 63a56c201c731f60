import { expect, test } from 'vitest'
import { holdsBothWays } from '../run/both-ways.ts'

/** More histories than test/run/new-bytes.test.ts tries. */
let found = 0

test.each(Array.from({ length: 14 }, (_, at) => at + 11))('history %i', async (seed) => {
  found += await holdsBothWays(seed)
})

test('there was something to find', () => {
  expect(found).toBeGreaterThan(14)
})
