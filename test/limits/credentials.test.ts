import { describe, expect, test } from 'vitest'
import addressRules from '../../src/rules/credentials/addresses.ts'
import { awsRules } from '../credentials/all-rules.ts'
import { hitsIn } from '../credentials/hits.ts'
import { idOfAccount } from '../credentials/key-ids.ts'
import { fake } from '../support/placeholders.ts'

describe('megabytes of AWS keys come back', () => {
  const fill = (text: string, size: number) => text.repeat(Math.ceil(size / text.length))
  const id = fake('AWS_ID')

  test.each([
    ['ids', fill(`${id} `, 1e6)],
    ['pairs', fill(`${id} ${fake('AWS_SECRET')}\n`, 1e6)],
    ['halves by name', fill(`secret=${fake('AWS_SECRET')} `, 1e6)],
    ['names', fill('aws_secret_access_key', 1e6)],
    ['tokens', fill(`${fake('AWS_SESSION_TOKEN')} `, 1e6)],
    ['almost ids', fill(`AK${'IA'}`, 1e6)],
    ['one line', `${fill('x', 1e6)} ${id}`],
    ['blank lines', `aws_secret${fill('\n', 1e6)}${fake('AWS_SECRET')}`],
  ])('1 MB of %s', async (_, source) => {
    const hits = await hitsIn(awsRules, 'x.txt', source)
    expect(hits.length).toBeLessThan(10)
  })

  test('20,000 different keys are as many findings', async () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => idOfAccount(`${100_000_000_000 + index * 37}`, 'Q7PCX4'))
    const hits = await hitsIn(awsRules, 'x.txt', keys.map((key) => `key ${key}\n`).join(''))
    // Four or five of them look like placeholders.
    expect(hits.length).toBeGreaterThan(19_980)
  })
})

test('of thousands of addresses in one text none is left out', async () => {
  const text = Array.from({ length: 5_001 }, (_, index) => `redis://u:${fake('PASSWORD')}${index}@h.acme.io\n`).join('')
  expect(await hitsIn(addressRules, 'a.txt', text)).toHaveLength(5_001)
})
