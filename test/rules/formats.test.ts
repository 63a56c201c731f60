import { readdirSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { demandedFixtures } from '../../scripts/demanded-fixtures.ts'
import { rules } from '../../src/rules/index.ts'

/**
 * Every rule about grants, trust and resources has the fixtures that `npm run new:rule` begins it with, whatever they are called; but for
 * those that hold it against a saved account or AWS's opinion, whose fixtures are folders with that in them.
 */
const HERE = fileURLToPath(new URL('.', import.meta.url))
const about = rules
  .filter(({ meta, on }) => (/^(iam|trust)\//.test(meta.id) || isOnResources(meta.id, on)) && !looksBeyond(meta.id))
  .map((rule) => [rule.meta.id, rule.on] as const)

/** Those about the live account look at its records, which are known. */
function isOnResources(id: string, on: string): boolean {
  return on === 'resource' && !/^(account|credentials|user-data)\//.test(id)
}

function looksBeyond(id: string): boolean {
  return readdirSync(join(HERE, id)).every((name) => name === 'expected.txt' || hasMore(join(HERE, id, name)))
}

function hasMore(fixture: string): boolean {
  return statSync(fixture).isDirectory() && readdirSync(fixture).some((name) => /^(account-data|aws-opinion|aws-checks)\.json$/.test(name))
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
