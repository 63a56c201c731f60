import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Settings } from '../../src/run/settings.ts'
import { run } from '../../src/run.ts'
import { generateHistory, STORAGES } from '../support/histories.ts'
import { Repository } from '../support/repository.ts'

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

describe('a version on the way whose lines the head has as well', () => {
  const lines = (length: number) => Array.from({ length }, (_, at) => `echo "step ${at}"\n`).join('')
  let repository: Repository
  beforeAll(() => {
    repository = new Repository()
    repository.commit('A step', { 'deploy.sh': `#!/bin/sh\n${lines(20)}` })
  })
  afterAll(() => repository.dispose())

  async function timesRead(): Promise<number | undefined> {
    const settings = settingsFor(repository.root, { kind: 'range', base: 'HEAD~9', head: 'HEAD' })
    let time = 0
    const { stats, findings } = await run({ ...settings, now: () => time++, timings: true })
    expect(findings).toEqual([])
    return stats.timings!.frontEnds.find(({ name }) => name === 'shell')?.times
  }

  test('is read by no front end', async () => {
    for (let length = 21; length < 30; length++)
      repository.commit('A step', { 'deploy.sh': `#!/bin/sh\n${lines(length)}` })
    // The head; nothing in it has to be held against the base.
    expect(await timesRead()).toBe(1)
  })
})

test('there was something to find', () => {
  expect(found).toBeGreaterThan(25)
})
