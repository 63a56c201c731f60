import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../../src/run.ts'
import { Repository } from '../support/repository.ts'
import { holdsBothWays, settingsFor } from './both-ways.ts'

/**
 * Reading what is new in versions finds what reading every version whole finds: each way to store objects twice. Fourteen more are
 * in test/limits, and `npm run compare:reading` tries many more.
 */
let found = 0

test.each(Array.from({ length: 10 }, (_, at) => at + 1))('history %i', async (seed) => {
  found += await holdsBothWays(seed)
})

test('there was something to find', () => {
  expect(found).toBeGreaterThan(10)
})

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
