import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { CONFIDENCES, type Confidence, type Report, SEVERITIES, type Severity } from '../core/finding.ts'
import { Problem } from '../core/problem.ts'
import { homeOf, unpublishedOf } from '../io/git/home.ts'
import { openRepository, type Repository } from '../io/git/repository.ts'
import { remoteConfig } from '../io/github/contents.ts'
import { ownSecrets } from '../io/own-secrets.ts'
import { writeTextFile } from '../io/text-file.ts'
import { cacheKey } from '../io/version-cache.ts'
import { FORMATS, type Format, renderParts } from '../report/index.ts'
import { hasHeadLine } from '../report/place.ts'
import { VERDICT_WORD } from '../report/select.ts'
import { timingsText } from '../report/timings.ts'
import type { Scope, Settings } from '../run/settings.ts'
import { run } from '../run.ts'
import { hint } from '../scan/config/nearest.ts'
import { extendsGiven } from '../scan/config.ts'
import { MOST_SHARDS, type Shard } from '../scan/shard.ts'
import { type Console, progressBar } from './console.ts'
import type { Parsed } from './flags.ts'

/** `keylatch scan`: flags -> run -> report -> exit code. */
export async function scanCommand(flags: Parsed, console: Console): Promise<number> {
  const format = choice(flags, 'format', FORMATS) ?? 'terminal'
  const bar = progressBar(console)
  const settings = await settingsOf(flags, console, bar.show)
  const home = LINKING.has(format) ? await homeOfScope(settings) : undefined
  let report: Report
  try {
    report = await run({ ...settings, ...(home ? { repository: home.facts } : {}) })
  } finally {
    bar.clear()
  }
  tell(home ? await withoutDeadLinks(report, settings, home.repository) : report, format, flags, console)
  if (report.stats.timings) console.error(timingsText(report.stats.timings))
  return exitCodeOf(report)
}

export function exitCodeOf({ verdict }: Report): number {
  return { pass: 0, block: 1, broken: 2 }[verdict]
}

/** Formats that say where the code is at home. */
const LINKING: ReadonlySet<Format> = new Set(['html', 'markdown', 'json'])

/** Where what is scanned can be looked at; undefined where it has no commit, or its clone does not say. */
async function homeOfScope({ root, scope, env }: Settings) {
  if (scope.kind === 'stdin' || scope.kind === 'staged') return undefined
  const repository = await openRepository(scope.kind === 'path' ? resolve(root, scope.path) : root, env)
  const [head, base] = scope.kind === 'range' ? [scope.head, scope.base] : ['HEAD', undefined]
  const facts = repository && (await homeOf(repository, head, base))
  return repository && facts ? { repository, facts } : undefined
}

/** Lines of a file that was changed since the commit, or never committed, are not there to be opened. */
async function withoutDeadLinks(report: Report, { scope }: Settings, repository: Repository): Promise<Report> {
  const facts = report.repository
  if (!facts || scope.kind === 'range') return report
  const paths = [...new Set(report.findings.filter(hasHeadLine).map(({ location }) => location.uri))]
  return { ...report, repository: { ...facts, unpublished: await unpublishedOf(repository, facts.commit, paths) } }
}

/** What every command that scans takes from its flags. */
export async function settingsOf(flags: Parsed, console: Console, progress?: Settings['progress']): Promise<Settings> {
  const failOn = choice(flags, 'fail-on', [...SEVERITIES, 'never'] as const)
  const failOnConfidence = choice(flags, 'fail-on-confidence', CONFIDENCES)
  const root = rootOf(flags, console)
  const [config, baseline] = ['config', 'baseline'].map((name) => {
    const file = flags.value(name)
    return file === undefined || root === console.cwd ? file : resolve(console.cwd, file)
  })
  const accounts = flags.values('account-data').map((file) => resolve(console.cwd, file))
  return {
    root,
    scope: await scopeOf(flags, console),
    paths: flags.values('path'),
    extends: extendsGiven(flags.values('extends'), '--extends'),
    remoteConfig: (wanted) => remoteConfig(apiOf(console.env), wanted),
    pathsIgnore: flags.values('paths-ignore'),
    only: flags.values('only'),
    today: new Date().toISOString().slice(0, 10),
    now: () => performance.now(),
    env: console.env,
    policyFrom: config || baseline ? 'disk' : 'repository',
    ...(flags.has('own-credentials') ? { ownSecrets: ownSecrets(console.env) } : {}),
    ...(flags.has('staged') ? { comments: 'head' as const } : {}),
    ...(flags.has('witness') ? { witness: true } : {}),
    ...(failOn ? { failOn: failOn as Severity | 'never' } : {}),
    ...(failOnConfidence ? { failOnConfidence: failOnConfidence as Confidence } : {}),
    ...(config ? { config } : {}),
    ...(baseline ? { baseline } : {}),
    ...(progress ? { progress } : {}),
    ...(flags.value('shard') === undefined ? {} : { shard: shardOf(flags.value('shard')!) }),
    ...(flags.value('cache') === undefined ? {} : { cache: cacheAt(flags.value('cache')!, console) }),
    ...(flags.has('timings') ? { timings: true as const } : {}),
    ...(accounts.length > 0 ? { accountData: { paths: accounts, from: 'disk' as const } } : {}),
  }
}

function cacheAt(folder: string, { cwd, env }: Console) {
  return { folder: resolve(cwd, folder), key: cacheKey(env) }
}

/** `2/5`: the second of five parts. */
function shardOf(written: string): Shard {
  const [index, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(written)?.slice(1).map(Number) ?? []
  if (!index || !count || index > count || count > MOST_SHARDS)
    throw new Problem(`--shard cannot be '${written}'. It takes a part and how many there are, such as 2/5`)
  return { index, count }
}

/** The token that GitHub's own tools take. */
function apiOf({ GITHUB_API_URL, GITHUB_TOKEN, GH_TOKEN }: NodeJS.ProcessEnv) {
  return { url: GITHUB_API_URL || 'https://api.github.com', token: GITHUB_TOKEN || GH_TOKEN }
}

/** A path beside a range names the repository that the range is of. */
function rootOf(flags: Parsed, console: Console): string {
  const [path] = flags.operands
  const ofRepository = flags.value('base') !== undefined || flags.has('staged') || flags.has('history')
  return path !== undefined && ofRepository ? resolve(console.cwd, path) : console.cwd
}

async function scopeOf(flags: Parsed, console: Console): Promise<Scope> {
  const path = flags.operands[0]
  const chosen = ['staged', 'history', 'stdin'].filter((name) => flags.has(name))
  if (flags.value('base') !== undefined) chosen.push('base')
  if (chosen.length > 1) throw new Problem(`--${chosen[0]} and --${chosen[1]} do not go together; give one of them`)
  if (flags.value('head') !== undefined && chosen[0] !== 'base') {
    throw new Problem('--head needs --base, the revision to compare it with')
  }
  if (flags.value('stdin-name') !== undefined && chosen[0] !== 'stdin') throw new Problem('--stdin-name needs --stdin')
  if (path !== undefined && chosen[0] === 'stdin') throw new Problem(`--stdin takes no path, so what is '${path}'?`)
  switch (chosen[0]) {
    case 'staged':
      return { kind: 'staged' }
    case 'history':
      return { kind: 'history' }
    case 'stdin': {
      const name = flags.value('stdin-name')
      const bytes = await console.readInput()
      if (bytes.length === 0) throw new Problem('standard input was empty, so nothing was scanned')
      return { kind: 'stdin', bytes, ...(name ? { name } : {}) }
    }
    case 'base':
      return { kind: 'range', base: flags.value('base')!, head: flags.value('head') ?? 'HEAD' }
    default:
      if (path !== undefined) refuseRange(path, console)
      return { kind: 'path', path: path ?? '.' }
  }
}

/** `main..feature` is how git and others are told a range. */
function refuseRange(path: string, { cwd }: Console): void {
  const [, base, head] = /^([^.\s][^\s]*?)\.{2,3}([^.\s]\S*)?$/.exec(path) ?? []
  if (base === undefined || existsSync(resolve(cwd, path))) return
  const end = head === undefined || head === 'HEAD' ? '' : ` --head ${head}`
  throw new Problem(`${path} is no file or folder; for a range of commits: keylatch scan --base ${base}${end}`)
}

/** To standard output, or to a file. */
export function tell(report: Report, format: Format, flags: Parsed, console: Console): void {
  const output = flags.value('output')
  const colour = output === undefined && console.colour && !flags.has('no-color')
  const options = {
    colour,
    width: console.width,
    all: flags.has('all'),
    verbose: flags.has('verbose'),
    unicode: console.unicode,
  }
  const parts = renderParts(report, format, { terminal: options })
  if (output !== undefined) {
    writeTextFile(resolve(console.cwd, output), parts)
    if (!flags.has('quiet'))
      console.error(`${VERDICT_WORD[report.verdict]}: ${report.reason}; the report is in ${output}\n`)
    return
  }
  const silent = flags.has('quiet') && report.verdict === 'pass' && format === 'terminal'
  if (!silent) for (const part of parts) console.print(part)
}

/** The value of a flag that takes one of a few words. */
export function choice<Word extends string>(flags: Parsed, name: string, words: readonly Word[]): Word | undefined {
  const value = flags.value(name)
  if (value === undefined || words.includes(value as Word)) return value as Word | undefined
  throw new Problem(`--${name} cannot be '${value}'${hint(value, words) || '.'} It takes: ${words.join(', ')}`)
}
