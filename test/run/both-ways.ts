import { expect } from 'vitest'
import type { Settings } from '../../src/run/settings.ts'
import { run } from '../../src/run.ts'
import { generateHistory, STORAGES } from '../support/histories.ts'

/** A history made of a number, which also says how it is stored. Gives how much there is to find in it. */
export async function holdsBothWays(seed: number): Promise<number> {
  const history = generateHistory(seed, STORAGES[(seed - 1) % STORAGES.length]!)
  try {
    const { fresh, whole } = await bothWays(history.root, { kind: 'history' })
    expect(fresh).toEqual(whole)
    if (seed % 2 === 1) {
      const base = `HEAD~${Math.min(3, history.commits - 3)}`
      const range = await bothWays(history.root, { kind: 'range', base, head: 'HEAD' })
      expect(range.fresh).toEqual(range.whole)
    }
    return whole.findings.length
  } finally {
    history.dispose()
  }
}

export function settingsFor(root: string, scope: Settings['scope']): Settings {
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
