import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Session } from '../../src/core/analysis.ts'
import type { Source } from '../../src/core/source.ts'
import { rules } from '../../src/rules/index.ts'
import { createLineReader } from '../../src/rules/user-data/gate-line.ts'
import { ruleTable } from '../../src/scan/check.ts'
import { scanLoneSource, scanText } from '../../src/scan/units.ts'
import { worthReading } from '../../src/scan/worth.ts'
import { sourcesOf } from '../rules/fixtures.ts'

/** What the gates keep from being read holds nothing that any rule finds: asked of every fixture of every rule, and its lines. */
const table = ruleTable(rules)
const options = { trustedAccounts: new Set<string>(), session: new Session() }
const read = createLineReader()
const folder = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../rules')

async function secretsIn(source: Source): Promise<{ text: number; nodes: number }> {
  const text = (await scanText(source, table, options)).hits.length
  const nodes = (await scanLoneSource(source, table, options, { asText: false, byFrontEnds: true })).hits.length
  return { text, nodes }
}

let found = 0

for (const pack of ['credentials', 'user-data', 'workflow']) {
  describe(pack, () => {
    for (const rule of readdirSync(join(folder, pack))) {
      test(rule, async () => {
        const missed: string[] = []
        for (const fixture of readdirSync(join(folder, pack, rule))) {
          if (fixture === 'expected.txt') continue
          for (const source of sourcesOf(join(folder, pack, rule, fixture)).values()) {
            for (const part of [source, ...linesOf(source)]) missed.push(...(await missedIn(part, fixture)))
          }
        }
        expect(missed).toEqual([])
      })
    }
  })
}

test('there was something to find', () => {
  expect(found).toBeGreaterThan(100)
})

/** Each line by itself: in a file of many secrets one would open the gate for all. */
function linesOf({ uri, text }: Source): Source[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.length > 200 ? [] : lines.map((line) => ({ uri, text: line }))
}

async function missedIn(source: Source, fixture: string): Promise<string[]> {
  const worth = worthReading(source, read)
  if (worth.asText && worth.byFrontEnds) return []
  const { text, nodes } = await secretsIn(source)
  found += text + nodes
  const excerpt = `${fixture}: ${source.text.length > 300 ? source.uri : source.text}`
  return [
    ...(text > 0 && !worth.asText ? [`text ${excerpt}`] : []),
    ...(nodes > 0 && !worth.byFrontEnds ? [`nodes ${excerpt}`] : []),
  ]
}
