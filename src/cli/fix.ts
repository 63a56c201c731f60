import { resolve } from 'node:path'
import type { Finding, Report } from '../core/finding.ts'
import { Problem } from '../core/problem.ts'
import { openRepository } from '../io/git/repository.ts'
import { readTextFile, writeBesideScanned } from '../io/text-file.ts'
import { visible, visibleLines } from '../report/escape.ts'
import { fixPreviews } from '../report/fix.ts'
import { groupBy, plural, rulesById, titleOf } from '../report/select.ts'
import { apartIn, edited } from '../run/fixes.ts'
import { run } from '../run.ts'
import type { Console } from './console.ts'
import type { Parsed } from './flags.ts'
import { settingsOf } from './scan.ts'

/** `keylatch fix`: the edits that were tried, shown or made. */
export async function fixCommand(flags: Parsed, console: Console): Promise<number> {
  const settings = { ...(await settingsOf(flags, console)), asksForFixes: true as const }
  const report = await run(settings)
  if (report.verdict === 'broken') throw new Problem(report.reason)
  const fixable = report.findings.filter(({ fix, suppression }) => fix !== undefined && !suppression)
  if (fixable.length === 0) {
    console.print('There is nothing that Keylatch can fix by itself.\n')
    return 0
  }
  for (const finding of fixable) console.print(shown(report, finding))
  if (!flags.has('write')) {
    console.print(`${plural(fixable.length, 'edit')}, each tried. \`keylatch fix --write\` makes them.\n`)
    return 1
  }
  const made = await write(fixable, flags, console)
  const after = await run(settings)
  const left = new Set(after.findings.map(({ fingerprint }) => fingerprint))
  const gone = made.filter(({ fingerprint }) => !left.has(fingerprint)).length
  console.print(
    `${plural(gone, 'finding')} of ${fixable.length} fixed; ${plural(after.findings.length, 'finding')} left.\n`,
  )
  if (made.some(({ secret }) => secret)) {
    console.print('Revoke the secrets that stood there: the history keeps them.\n')
  }
  return gone === fixable.length ? 0 : 1
}

function shown(report: Report, finding: Finding): string {
  const title = `${finding.location.uri}:${finding.location.region.startLine}  ${titleOf(rulesById(report), finding)}`
  const lines = fixPreviews(finding).flatMap(({ before, after }) => [
    ...before.map((line) => `- ${line}`),
    ...after.map((line) => `+ ${line}`),
  ])
  return `${visible(title)}\n${lines.map((line) => `  ${visibleLines(line)}\n`).join('')}\n`
}

/** Gives back those whose edits were made; of two that overlap the second waits for the next run. */
async function write(findings: readonly Finding[], flags: Parsed, console: Console): Promise<Finding[]> {
  const start = resolve(console.cwd, flags.operands[0] ?? '.')
  const root = (await openRepository(start, console.env))?.workTree ?? start
  const made = apartIn(findings)
  const edits = groupBy(
    made.flatMap(({ fix = [] }) => fix),
    (edit) => edit.uri,
  )
  for (const [uri, some] of edits) {
    const path = resolve(root, uri)
    const text = readTextFile(path)
    if (text === undefined) throw new Problem(`${visible(uri)} cannot be read any more`)
    // What is no UTF-8 would not be the same file afterwards.
    if (text.includes('\ufffd')) {
      console.error(`${visible(uri)} is not UTF-8: change it by hand\n`)
      continue
    }
    // Offsets count from after a byte order mark.
    const mark = text.startsWith('\ufeff') ? '\ufeff' : ''
    writeBesideScanned(root, path, mark + edited(text.slice(mark.length), some))
  }
  return made
}
