import { resolve } from 'node:path'
import { Problem } from '../core/problem.ts'
import { readTextFile } from '../io/text-file.ts'
import { FORMATS } from '../report/index.ts'
import { mergedReport } from '../report/merge.ts'
import { readJsonReport } from '../report/read-json.ts'
import type { Console } from './console.ts'
import type { Parsed } from './flags.ts'
import { choice, exitCodeOf, tell } from './scan.ts'

/** `keylatch merge FILE…`: reports of parts, or of many repositories, as one report with one verdict. */
export async function mergeCommand(flags: Parsed, console: Console): Promise<number> {
  const format = choice(flags, 'format', FORMATS) ?? 'terminal'
  if (flags.operands.length === 0) throw new Problem('merge needs reports: keylatch merge a.json b.json')
  const reports = flags.operands.map((name) => {
    const text = readTextFile(resolve(console.cwd, name))
    if (text === undefined) throw new Problem(`there is no file ${name}`)
    return readJsonReport(text, name)
  })
  const report = mergedReport(reports)
  tell(report, format, flags, console)
  return exitCodeOf(report)
}
