import { Analysis, type Units } from '../core/analysis.ts'
import { Problem } from '../core/problem.ts'
import { affectedPaths, parseTree } from '../frontends/index.ts'
import { renderDecision, renderGrants, renderWhoCan } from '../iam/answers.ts'
import { can } from '../iam/can.ts'
import { grantsReport } from '../iam/questions.ts'
import { assertAction, whoCan } from '../iam/who-can.ts'
import { openScanTarget } from '../run/scan-target.ts'
import type { Console } from './console.ts'
import type { Parsed } from './flags.ts'
import { settingsOf } from './scan.ts'

/** `keylatch grants [PATH]`: what every principal may do. */
export async function grantsCommand(flags: Parsed, console: Console): Promise<number> {
  const report = grantsReport(await unitsAt(flags.operands[0], flags, console))
  return tell(flags, console, report, () => renderGrants(report))
}

/** `keylatch who-can ACTION [--resource ARN]`. */
export async function whoCanCommand(flags: Parsed, console: Console): Promise<number> {
  const [action, path] = flags.operands
  if (action === undefined) throw new Problem('keylatch who-can needs an action, such as iam:PassRole')
  const rows = whoCan(await unitsAt(path, flags, console), action, flags.value('resource'))
  return tell(flags, console, rows, () => renderWhoCan(action, rows))
}

/** `keylatch can PRINCIPAL ACTION [RESOURCE] [--context k=v]`: exit code 0 allowed, 1 denied, 2 not decidable. */
export async function canCommand(flags: Parsed, console: Console): Promise<number> {
  const [principal, action, resource] = flags.operands
  if (principal === undefined || action === undefined) {
    throw new Problem('keylatch can needs a principal and an action; see: keylatch can --help')
  }
  assertAction(action)
  const question = { principal, action, ...(resource ? { resource } : {}), context: contextOf(flags.values('context')) }
  const decision = can(await unitsAt(flags.value('in'), flags, console), question)
  tell(flags, console, decision, () => renderDecision(decision))
  if (decision.outcome === 'unknown') return 2
  return decision.outcome === 'allowed' ? 0 : 1
}

function tell(flags: Parsed, console: Console, answer: unknown, render: () => string): number {
  console.print(`${flags.value('format') === 'json' ? JSON.stringify(answer, undefined, 2) : render()}\n`)
  return 0
}

/** `key=value`; a key given again has several values. */
function contextOf(words: readonly string[]): Record<string, string[]> {
  const context: Record<string, string[]> = {}
  for (const word of words) {
    const [, key, value] = /^([^=]+)=(.*)$/s.exec(word) ?? []
    if (!key || value === undefined)
      throw new Problem(`--context takes key=value, such as aws:SourceIp=192.0.2.1, not '${word}'`)
    context[key] = [...(context[key] ?? []), value]
  }
  return context
}

async function unitsAt(path: string | undefined, flags: Parsed, console: Console): Promise<Units> {
  const settings = await settingsOf({ ...flags, operands: path === undefined ? [] : [path] }, console)
  const { snapshot, head, describe } = await openScanTarget(settings)
  const listed = (await snapshot.entries()).map((entry) => entry.path)
  const units = [...parseTree(head, affectedPaths(head, listed))].map(({ nodes }) => new Analysis(nodes))
  const some = units.some(({ nodes }) => nodes.some(({ kind }) => kind === 'policy' || kind === 'attachment'))
  if (!some) throw new Problem(`there is no policy in ${describe}`)
  return units
}
