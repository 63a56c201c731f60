// SARIF of no finding, of one, and of more than GitHub takes, for the validator: node --import tsx scripts/sarif-samples.ts FOLDER
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderSarif } from '../src/report/sarif/sarif.ts'
import { EMPTY, huge, RICH } from '../test/report/sample.ts'

const folder = process.argv[2] ?? '.'
const samples = { none: EMPTY, one: { ...RICH, findings: RICH.findings.slice(0, 1) }, 'thirty-thousand': huge(30_000) }
for (const [name, report] of Object.entries(samples)) {
  const file = join(folder, `${name}.sarif`)
  writeFileSync(file, renderSarif(report, { textOf: () => '' }))
  console.log(file)
}
