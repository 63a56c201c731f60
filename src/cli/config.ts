import { jsonText, visibleLines } from '../report/escape.ts'
import { rules } from '../rules/index.ts'
import { readPolicy } from '../run/scan-policy.ts'
import { openScanTarget } from '../run/scan-target.ts'
import { explainConfig, explainedYaml } from '../scan/config.ts'
import type { Console } from './console.ts'
import type { Parsed } from './flags.ts'
import { choice, settingsOf } from './scan.ts'

/** `keylatch config`: what counts, and with `--explain` where it comes from. */
export async function configCommand(flags: Parsed, console: Console): Promise<number> {
  const format = choice(flags, 'format', ['yaml', 'json'] as const) ?? 'yaml'
  const settings = await settingsOf(flags, console)
  const target = await openScanTarget({ ...settings, withoutBaseline: true })
  const { files, config } = await readPolicy({ ...settings, withoutBaseline: true }, target.head, target.base, rules)
  const values = explainConfig(files)
  if (format === 'json') {
    console.print(`${jsonText({ values, locked: [...config.locked] }, 2)}\n`)
    return 0
  }
  const built = files.map(({ uri }) => `# ${uri}\n`)
  const head =
    flags.has('explain') && built.length > 0 ? `# Built of these files, later ones winning:\n${built.join('')}\n` : ''
  console.print(visibleLines(head + explainedYaml(values, flags.has('explain'))))
  return 0
}
