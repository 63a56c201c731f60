import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { stringify } from 'yaml'
import { Problem } from '../core/problem.ts'
import { openRepository } from '../io/git/repository.ts'
import { readTextFile, writeTextFile } from '../io/text-file.ts'
import { visible } from '../report/escape.ts'
import { plural } from '../report/select.ts'
import type { Pattern } from '../rules/patterns/pattern.ts'
import { CONFIG_PATHS, parseConfig } from '../scan/config.ts'
import type { RuleFile } from '../scan/rule-files/model.ts'
import { readRuleFile } from '../scan/rule-files.ts'
import type { Console } from './console.ts'
import type { Parsed } from './flags.ts'
import { RULE_IDS } from './own-rules.ts'

/** `keylatch import FILE`: rules of another scanner become patterns of `.keylatch.yml`. */
export async function importCommand(flags: Parsed, console: Console): Promise<number> {
  const name = flags.operands[0]
  if (name === undefined) throw new Problem('keylatch import needs a file with rules; see: keylatch import --help')
  const root = (await openRepository(console.cwd, console.env))?.workTree ?? console.cwd
  const file = read(name, root, console)
  for (const { rule, why } of file.notFollowed)
    console.error(`${visible(`not followed${rule === '' ? '' : `, ${rule}`}: ${why}`)}\n`)
  if (file.allow.length > 0) console.error(`not imported: what ${visible(name)} leaves alone of everything. ${KEEP}\n`)
  if (file.patterns.length === 0) throw new Problem(`${visible(name)} has no rule that can be followed`)
  if (flags.has('print')) {
    console.print(`patterns:\n${entriesOf(file.patterns)}`)
    return 0
  }
  const [path, before] = configIn(root)
  const known = before === undefined ? [] : parseConfig({ uri: path, text: before }, RULE_IDS, idsOf(file)).patterns
  const fresh = file.patterns.filter(({ id }) => !known.some((one) => one.id === id))
  if (fresh.length > 0) {
    const text = withPatterns(before, fresh)
    // What is written is what a scan will read.
    parseConfig({ uri: path, text }, RULE_IDS, idsOf(file))
    writeTextFile(resolve(root, path), text)
  }
  const left = file.patterns.length - fresh.length
  console.print(
    `${plural(fresh.length, 'pattern')} written to ${path}${left === 0 ? '' : `; ${left} stood there already`}\n`,
  )
  return 0
}

const KEEP =
  'It holds for findings as long as a file of the usual name says so (.gitleaks.toml, .betterleaks.toml, .gitallowed).'

/** Other rules of that file may be spoken of in the configuration. */
const idsOf =
  ({ patterns }: RuleFile) =>
  () =>
    patterns.map(({ id }) => id)

/** Files that it names are read where they are of the repository: beside it for TOML, else from the root. */
function read(name: string, root: string, console: Console): RuleFile {
  const path = resolve(console.cwd, name)
  const text = readTextFile(path)
  if (text === undefined) throw new Problem(`${visible(name)} cannot be read; does it exist?`)
  const within = (folder: string, other: string) => {
    const target = join(folder, other)
    const inside = relative(root, target)
    return inside.startsWith('..') || isAbsolute(inside) ? undefined : readTextFile(target)
  }
  try {
    return readRuleFile({ uri: relative(root, path).split(sep).join('/'), text }, (other) => {
      return within(root, other) ?? within(dirname(path), other)
    })
  } catch (error) {
    throw new Problem(`${visible(name)}: ${visible((error as Error).message.split('\n')[0]!)}`)
  }
}

function configIn(root: string): [path: string, text: string | undefined] {
  for (const path of CONFIG_PATHS) {
    const text = readTextFile(join(root, path))
    if (text !== undefined) return [path, text]
  }
  return [CONFIG_PATHS[0], undefined]
}

/** The configuration with more patterns, everything else as it was. */
function withPatterns(before: string | undefined, patterns: readonly Pattern[]): string {
  const entries = entriesOf(patterns)
  if (before === undefined || before.trim() === '') return `patterns:\n${entries}`
  const key = /^patterns:[ \t]*(?:#[^\n]*)?\r?\n/m.exec(before)
  if (!key) {
    if (/^patterns:/m.test(before))
      throw new Problem('`patterns:` of the configuration is written on one line: break it up first')
    return `${before.replace(/\n*$/, '\n')}\npatterns:\n${entries}`
  }
  // New ones come first: the list may be set in as deep as people like, so it is taken over.
  const at = key.index + key[0].length
  const indent = /^(?:[ \t]*(?:#[^\n]*)?\n)*([ \t]*)-/.exec(before.slice(at))?.[1] ?? '  '
  return before.slice(0, at) + entries.replace(/^ {2}(?=\S| )/gm, indent) + before.slice(at)
}

function entriesOf(patterns: readonly Pattern[]): string {
  const entries = patterns.map(({ id, title, keywords, paths, pathRegex, allow, references, ...rest }) => ({
    id,
    title,
    ...rest,
    ...(pathRegex === undefined ? {} : { 'path-regex': pathRegex }),
    ...(keywords.length > 0 ? { keyword: keywords } : {}),
    ...(paths.length > 0 ? { paths } : {}),
    ...(allow.length > 0 ? { allow } : {}),
    ...(references ? { reference: references[0] } : {}),
  }))
  return stringify(entries, { lineWidth: 0, aliasDuplicateObjects: false }).replace(/^(?=.)/gm, '  ')
}
