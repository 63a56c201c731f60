import { join, relative, resolve, sep } from 'node:path'
import type { Finding, Report } from '../core/finding.ts'
import { Problem } from '../core/problem.ts'
import { isAccountPlace } from '../core/source.ts'
import { openRepository } from '../io/git/repository.ts'
import { readTextFile, writeTextFile } from '../io/text-file.ts'
import { run } from '../run.ts'
import {
  type Baseline,
  type BaselineEntry,
  parseBaseline,
  remadeBaseline,
  withPresentFingerprints,
} from '../scan/baseline.ts'
import { CONFIG_PATHS, idleAllows, ignoredPaths, parseConfig, withoutAllows } from '../scan/config.ts'
import { type Console, progressBar } from './console.ts'
import type { Parsed } from './flags.ts'
import { RULE_IDS } from './own-rules.ts'
import { settingsOf } from './scan.ts'

/** `keylatch baseline`: a full scan, written down. */
export async function baselineCommand(flags: Parsed, console: Console): Promise<number> {
  const folder = resolve(console.cwd, flags.operands[0] ?? '.')
  const name = flags.value('output') ?? join(flags.operands[0] ?? '.', '.keylatch-baseline.json')
  const path = resolve(console.cwd, name)
  const text = readTextFile(path)
  const previous = text === undefined ? undefined : parseBaseline({ uri: name, text })
  const bar = progressBar(console)
  const settings = await settingsOf(flags, console, bar.show)
  const report = await run({ ...settings, failOn: 'never', withoutBaseline: true }).finally(bar.clear)
  if (report.verdict === 'broken') throw new Problem(report.reason)
  if (flags.has('prune-allow')) return pruned(report, configsOf(folder, flags, console), settings.today, console)
  if (flags.has('upgrade')) return upgraded(report.findings, [path, ...configsOf(folder, flags, console)], console)
  const made = remadeBaseline(report.findings, previous, scannedBy(flags))
  writeTextFile(path, made.text)
  const root = (await openRepository(folder, console.env))?.workTree ?? folder
  const counted = made.entries.length === 1 ? '1 finding' : `${made.entries.length} findings`
  console.print(
    `${counted} written to ${name}${sinceThen(previous, made.entries)}.\n${whatNow(root, name, console.cwd, flags)}`,
  )
  return 0
}

/** Fingerprints of today in the place of former ones, in files that people wrote or had written. */
function upgraded(findings: readonly Finding[], paths: readonly string[], console: Console): number {
  for (const path of paths) {
    const before = readTextFile(path)
    if (before === undefined) continue
    const { text, rewritten } = withPresentFingerprints(before, findings)
    if (rewritten > 0) writeTextFile(path, text)
    console.print(`${path}: ${rewritten === 1 ? '1 fingerprint' : `${rewritten} fingerprints`} rewritten\n`)
  }
  return 0
}

/** The configuration without allow entries that guard nothing. */
function pruned(report: Report, paths: readonly string[], today: string, console: Console): number {
  const ids = report.rules.map(({ id }) => id)
  for (const path of paths) {
    const before = readTextFile(path)
    if (before === undefined) continue
    const idle = idleAllows(
      parseConfig({ uri: path, text: before }, RULE_IDS, () => ids),
      report.findings,
      today,
    )
    if (idle.length > 0) writeTextFile(path, withoutAllows(before, idle))
    console.print(`${path}: ${idle.length === 1 ? '1 allow entry' : `${idle.length} allow entries`} taken out\n`)
  }
  return 0
}

function configsOf(folder: string, flags: Parsed, console: Console): string[] {
  const named = flags.value('config')
  return named === undefined ? CONFIG_PATHS.map((name) => join(folder, name)) : [resolve(console.cwd, named)]
}

/** What the flags leave over; entries for the rest stay as they were. */
function scannedBy(flags: Parsed): (path: string) => boolean {
  const [paths, ignored] = [flags.values('path'), ignoredPaths(flags.values('paths-ignore'))]
  const only = ignoredPaths(paths)
  return (path) => !isAccountPlace(path) && (paths.length === 0 || only(path)) && !ignored(path)
}

/** ` (2 new, 1 gone)`, when there was a baseline already. */
function sinceThen(previous: Baseline | undefined, entries: readonly BaselineEntry[]): string {
  if (!previous) return ''
  const prints = (of: readonly BaselineEntry[]) => new Set(of.map(({ fingerprint }) => fingerprint))
  const [before, after] = [prints(previous.entries), prints(entries)]
  const added = [...after].filter((print) => !before.has(print)).length
  const gone = [...before].filter((print) => !after.has(print)).length
  if (added + gone === 0) return ', the same as before'
  return ` (${added} new, ${gone} gone)`
}

/** How to make it count, unless the configuration names it already. */
function whatNow(root: string, name: string, cwd: string, flags: Parsed): string {
  const uri = relative(root, resolve(cwd, name)).split(sep).join('/')
  if (uri.startsWith('../')) return `To use it: keylatch scan --baseline ${name}\n`
  const configs = flags.value('config') ? [flags.value('config')!] : CONFIG_PATHS.map((name) => join(root, name))
  const config = configs.map((name) => readTextFile(resolve(root, name))).find((found) => found !== undefined)
  const named = /^baseline: *["']?(?:\.\/)?([^"'#\n]*?)["']? *(?:#.*)?$/m.exec(config ?? '')?.[1]
  if (named === uri) return ''
  return `Commit it, and name it in .keylatch.yml:\n\n  baseline: ${uri}\n`
}
