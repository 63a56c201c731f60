import { expect, test } from 'vitest'
import type { Settings } from '../../src/run/settings.ts'
import { run } from '../../src/run.ts'
import { generateHistory, STORAGES } from '../support/histories.ts'

/** Reading what is new in versions finds what reading every version whole finds; `npm run compare:reading` tries many more. */

function settingsFor(root: string, scope: Settings['scope']): Settings {
  return {
    root,
    scope,
    policyFrom: 'repository',
    paths: [],
    pathsIgnore: [],
    today: '2026-10-01',
    now: () => 0,
    env: process.env,
  }
}

async function bothWays(root: string, scope: Settings['scope']) {
  const settings = settingsFor(root, scope)
  const [fresh, whole] = [await run(settings), await run({ ...settings, readVersions: 'whole' })]
  return { fresh, whole }
}

let found = 0

const histories = Array.from({ length: 24 }, (_, seed) => [seed + 1, STORAGES[seed % STORAGES.length]!] as const)

test.each(histories)('history %i, %s', holdsBothWays)

async function holdsBothWays(seed: number, storage: (typeof STORAGES)[number]) {
  const history = generateHistory(seed, storage)
  try {
    const { fresh, whole } = await bothWays(history.root, { kind: 'history' })
    expect(fresh).toEqual(whole)
    found += whole.findings.length
    if (seed % 2 === 0) return
    const base = `HEAD~${Math.min(3, history.commits - 3)}`
    const range = await bothWays(history.root, { kind: 'range', base, head: 'HEAD' })
    expect(range.fresh).toEqual(range.whole)
  } finally {
    history.dispose()
  }
}

test('there was something to find', () => {
  expect(found).toBeGreaterThan(25)
})
