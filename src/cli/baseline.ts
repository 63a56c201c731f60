import { join, resolve } from 'node:path'
import { readTextFile, writeTextFile } from '../io/text-file.ts'
import { run } from '../run.ts'
import { parseBaseline, renderBaseline } from '../scan/baseline.ts'
import { type Console, progressBar } from './console.ts'
import type { Parsed } from './flags.ts'
import { settingsOf } from './scan.ts'

/** `keylatch baseline`: a full scan, written down. */
export async function baselineCommand(flags: Parsed, console: Console): Promise<number> {
  const bar = progressBar(console)
  const report = await run({ ...(await settingsOf(flags, console, bar.show)), failOn: 'never' }).finally(bar.clear)
  if (report.verdict === 'broken') {
    console.error(`keylatch: ${report.reason}\n`)
    return 2
  }
  const name = flags.value('output') ?? join(flags.operands[0] ?? '.', '.keylatch-baseline.json')
  const path = resolve(console.cwd, name)
  const text = readTextFile(path)
  const previous = text === undefined ? undefined : parseBaseline({ uri: name, text })
  writeTextFile(path, renderBaseline(report.findings, previous))
  const count = report.findings.filter(({ suppression }) => !suppression || suppression.mechanism === 'baseline').length
  const findings = count === 1 ? '1 finding' : `${count} findings`
  console.print(
    `${findings} written to ${name}. Commit it, and name it in .keylatch.yml:\n\n  baseline: .keylatch-baseline.json\n`,
  )
  return 0
}
