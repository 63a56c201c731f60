/**
 * What the parsers make of real repositories: `node --import tsx scripts/corpus.ts FOLDER [REPOSITORY]`, where every
 * folder of FOLDER is one repository. Prints files, parse notifications, MB/s, and how many policies resolve; exits with
 * 1 when a place is wrong. `--verbose` names every policy that does not resolve fully.
 */
import { readdirSync } from 'node:fs'
import { folderTree } from './corpus/folder-tree.ts'
import { measureFrontEnds } from './corpus/front-ends.ts'
import type { Row } from './corpus/row.ts'
import { measureTerraform } from './corpus/terraform.ts'

const FORMATS = [measureTerraform, ...measureFrontEnds]

const args = process.argv.slice(2)
const verbose = args.includes('--verbose')
const [folder, only] = args.filter((arg) => !arg.startsWith('--'))
if (!folder) {
  console.error('usage: node --import tsx scripts/corpus.ts FOLDER [REPOSITORY] [--verbose]')
  process.exit(2)
}

let wrong = 0
for (const measure of FORMATS) {
  const rows: Row[] = []
  for (const repository of readdirSync(folder).sort()) {
    if (only && !repository.includes(only)) continue
    const row = measure(folderTree(`${folder}/${repository}`), repository, verbose)
    if (row) rows.push(row)
  }
  const total = totals(rows)
  console.table([...rows, total])
  wrong += Number(total['wrong places'] ?? 0)
}
process.exitCode = wrong > 0 ? 1 : 0

/** Sums, and rates made from sums. */
function totals(rows: readonly Row[]): Row {
  const sum: Record<string, string | number> = { repository: 'all' }
  for (const row of rows) {
    for (const [key, value] of Object.entries(row)) {
      if (typeof value === 'number') sum[key] = Number(sum[key] ?? 0) + value
    }
  }
  for (const key of Object.keys(sum)) if (key.startsWith('MB/s')) sum[key] = ''
  return sum
}
