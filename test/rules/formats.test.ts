import { readdirSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { demandedFixtures } from '../../scripts/demanded-fixtures.ts'
import { rules } from '../../src/rules/index.ts'

/**
 * Every rule about grants and trust has the fixtures that `npm run new:rule` begins it with, whatever they are called; but for
 * those that speak of a saved account, whose fixtures are folders with the account in it.
 */
const HERE = fileURLToPath(new URL('.', import.meta.url))
const about = rules
  .filter(({ meta }) => /^(iam|trust)\//.test(meta.id) && !speaksOfAccount(meta.id))
  .map((rule) => [rule.meta.id, rule.on] as const)

function speaksOfAccount(id: string): boolean {
  return readdirSync(join(HERE, id)).every((name) => name === 'expected.txt' || hasAccount(join(HERE, id, name)))
}

function hasAccount(fixture: string): boolean {
  return statSync(fixture).isDirectory() && readdirSync(fixture).includes('account-data.json')
}

describe.each(about)('%s', (id, on) => {
  const folder = join(HERE, id)
  const names = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile())

  test.each(demandedFixtures(id, on))('has a fixture like %s', (wanted) => {
    const kind = basename(wanted, extname(wanted))
    const endings = extname(wanted) === '.yaml' ? ['.yaml', '.yml'] : [extname(wanted)]
    const fitting = names.filter((name) => name.startsWith(kind) && endings.includes(extname(name)))
    expect(fitting).not.toEqual([])
  })
})
