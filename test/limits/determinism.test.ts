import { expect, test } from 'vitest'
import { run } from '../../src/run.ts'
import { nearLimits } from '../support/near-limits.ts'

/**
 * Bounds are counts and never clocks: a clock that jumps by an hour each time that somebody looks at it changes no verdict.
 * `scripts/determinism.ts` asks the same under load.
 */
async function answer(name: string, text: string, step: number): Promise<unknown> {
  let clock = 0
  const now = () => (clock += step)
  const scope = { kind: 'stdin', bytes: Buffer.from(text), name } as const
  const given = { policyFrom: 'repository', paths: [], pathsIgnore: [], today: '2026-10-01', env: {}, scope } as const
  const { verdict, reason, findings, notifications } = await run({ root: process.cwd(), now, ...given })
  return { verdict, reason, findings, notifications }
}

test('there are fifty', () => {
  expect(nearLimits.length).toBeGreaterThanOrEqual(50)
})

test.each(nearLimits.map(({ what, name, text }) => ({ what, name, text })))('$what', async ({ name, text }) => {
  const slow = await answer(name, text, 3_600_000)
  expect(await answer(name, text, 0)).toEqual(slow)
  expect(slow).toHaveProperty('verdict', 'block')
})
