import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expand } from '../../test/support/placeholders.ts'
import type { Target } from './targets.ts'

const RULES = 'test/rules'

/**
 * The fixtures of every rule as targets, a folder a rule, copied below `temp`: with keys for their placeholders, and
 * each fixture in a folder of its own, since files side by side are one Terraform module.
 */
export function fixtureTargets(temp: string): Target[] {
  return subfolders(RULES).flatMap((pack) =>
    subfolders(join(RULES, pack)).map((rule) => {
      const name = `${RULES}/${pack}/${rule}`
      const folder = join(temp, pack, rule)
      for (const fixture of readdirSync(name))
        if (fixture !== 'expected.txt') place(join(name, fixture), folder, fixture)
      return { name, folder }
    }),
  )
}

function place(fixture: string, folder: string, name: string): void {
  const own = join(folder, name)
  mkdirSync(own, { recursive: true })
  cpSync(fixture, statSync(fixture).isDirectory() ? own : join(own, name), { recursive: true })
  for (const entry of readdirSync(own, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name)
    if (entry.isFile()) writeFileSync(file, expand(readFileSync(file, 'utf8')))
  }
}

function subfolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}
