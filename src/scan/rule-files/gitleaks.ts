import { parse } from 'smol-toml'
import { groupFault, type Pattern, type PatternAllow, regexFault } from '../../rules/patterns/pattern.ts'
import { filterOf } from './filters.ts'
import { anyOf, type GlobalAllow, idIn, literally, type NotFollowed, type RuleFile } from './model.ts'

type Table = Readonly<Record<string, unknown>>

/** As far as gitleaks follows `[extend] path`. */
const DEEPEST = 2

/**
 * The rules of gitleaks, and those of betterleaks, which has the same with filters in an expression language.
 * `read` gives other files of the repository. Throws an Error for what is no TOML.
 * https://github.com/gitleaks/gitleaks#configuration
 * https://github.com/betterleaks/betterleaks/blob/main/docs/config.md
 */
export function readGitleaksRules(
  text: string,
  pack: string,
  read: (path: string) => string | undefined,
  depth = 0,
): RuleFile {
  const root = parse(text) as Table
  const notFollowed: NotFollowed[] = []
  const say = (rule: string, why: string) => void notFollowed.push({ rule, why })
  const inherited = extended(tableOf(root.extend), pack, read, depth, say)
  const own = tablesOf(root.rules).flatMap((rule) => patternOf(rule, pack, say))
  const targeted = allowlistsOf(root).filter((list) => textsOf(list.targetRules).length > 0)
  const shared = allowlistsOf(root).filter((list) => !targeted.includes(list))
  for (const key of ['filter', 'prefilter'] as const) {
    if (typeof root[key] !== 'string') continue
    const { allow, left } = filterOf(root[key])
    for (const part of left) say('', `a part of the ${key} of the whole file: ${part}`)
    shared.push(...allow.map((one): Table => ({ given: one })))
  }
  const patterns = withOverrides(inherited.patterns, own).map((pattern) => {
    const lists = targeted.filter((list) => textsOf(list.targetRules).some((id) => idIn(pack, id) === pattern.id))
    const allow = lists.flatMap((list) => allowOf(list, (why) => say(nameOf(pattern), why)))
    return { ...pattern, allow: [...pattern.allow, ...allow.map(withoutCommits)] }
  })
  return {
    patterns,
    allow: [...inherited.allow, ...shared.flatMap((list) => allowOf(list, (why) => say('', why)))],
    notFollowed: [...inherited.notFollowed, ...notFollowed],
  }
}

type Say = (rule: string, why: string) => void

const NOTHING: RuleFile = { patterns: [], allow: [], notFollowed: [] }

const nameOf = ({ id }: Pattern): string => id.slice(id.indexOf('/') + 1)

/** What `[extend]` takes in. The rules that gitleaks brings itself are ours to know already. */
function extended(
  extend: Table | undefined,
  pack: string,
  read: (path: string) => string | undefined,
  depth: number,
  say: Say,
): RuleFile {
  const disabled = textsOf(extend?.disabledRules).map((id) => idIn(pack, id))
  if (typeof extend?.url === 'string') say('', '[extend] url: nothing is fetched')
  if (extend?.useDefault === true)
    for (const id of textsOf(extend.disabledRules))
      say(id, 'disabledRules: rules of ours are turned off by `rules:` in .keylatch.yml')
  const path = typeof extend?.path === 'string' ? extend.path.replace(/^\.\//, '') : undefined
  if (path === undefined) return NOTHING
  const text = depth < DEEPEST ? read(path) : undefined
  if (text === undefined) {
    say('', `[extend] path: ${path} is not in the repository, or too many files extend each other`)
    return NOTHING
  }
  const file = readGitleaksRules(text, pack, read, depth + 1)
  return { ...file, patterns: file.patterns.filter(({ id }) => !disabled.includes(id)) }
}

/** A rule that stands in both is the one of the file that extends; what it leaves out is that of the other. */
function withOverrides(inherited: readonly Pattern[], own: readonly Pattern[]): Pattern[] {
  const byId = new Map(inherited.map((pattern) => [pattern.id, pattern]))
  for (const pattern of own) byId.set(pattern.id, pattern)
  return [...byId.values()]
}

const KNOWN = new Set(
  'id description regex path keywords secretGroup entropy allowlist allowlists tags skipReport filter validate required title'.split(
    ' ',
  ),
)

function patternOf(rule: Table, pack: string, say: Say): Pattern[] {
  const id = typeof rule.id === 'string' ? rule.id : ''
  const drop = (why: string): Pattern[] => {
    say(id, why)
    return []
  }
  if (id === '') return drop('a rule without an id')
  if (rule.skipReport === true) return drop('skipReport: it is told of nothing')
  const regex = typeof rule.regex === 'string' ? rule.regex : undefined
  const pathRegex = typeof rule.path === 'string' ? rule.path : undefined
  if (regex === undefined && pathRegex === undefined)
    return drop('it has neither regex nor path: it changes a rule that gitleaks brings, and ours are others')
  for (const written of [regex, pathRegex]) {
    const fault = written === undefined ? undefined : regexFault(written)
    if (fault) return drop(fault)
  }
  const group = typeof rule.secretGroup === 'number' && rule.secretGroup > 0 ? rule.secretGroup : undefined
  if (group !== undefined && regex !== undefined && groupFault(regex, group)) return drop(groupFault(regex, group)!)
  if (rule.validate !== undefined) say(id, 'validate: no secret is tried out')
  if (rule.required !== undefined) say(id, 'required: it is told also where the other rules find nothing')
  for (const key of Object.keys(rule)) if (!KNOWN.has(key)) say(id, `${key}: not known`)
  const { allow, entropy, left } = typeof rule.filter === 'string' ? filterOf(rule.filter) : NO_FILTER
  for (const part of left) say(id, `a part of its filter: ${part}`)
  const lists = allowlistsOf(rule).flatMap((list) => allowOf(list, (why) => say(id, why)))
  const floor = typeof rule.entropy === 'number' && rule.entropy > 0 ? rule.entropy : entropy
  return [
    {
      id: idIn(pack, id),
      title: titleOf(rule.description) ?? `A secret of the kind ${id}`,
      severity: 'high',
      ...(regex === undefined ? {} : { regex }),
      ...(pathRegex === undefined ? {} : { pathRegex }),
      keywords: textsOf(rule.keywords),
      ...(group === undefined ? {} : { secret: group }),
      ...(floor === undefined ? {} : { entropy: floor }),
      paths: [],
      allow: [...lists.map(withoutCommits), ...allow],
    },
  ]
}

const NO_FILTER: ReturnType<typeof filterOf> = { allow: [], left: [] }

function titleOf(description: unknown): string | undefined {
  if (typeof description !== 'string') return undefined
  const title = description.split('\n')[0]!.trim().replace(/\.$/, '').slice(0, 200)
  return title === '' ? undefined : title
}

function withoutCommits({ commits: _, ...allow }: GlobalAllow): PatternAllow {
  return allow
}

const TARGETS: Readonly<Record<string, 'secret' | 'match' | 'line'>> = { match: 'match', line: 'line' }

/** One list of what to leave alone: everything in it by itself, or with `condition = "AND"` one of each kind. */
function allowOf(list: Table, say: (why: string) => void): GlobalAllow[] {
  if (list.given !== undefined) return [list.given as GlobalAllow]
  const followed = (name: string) =>
    textsOf(list[name]).filter((written) => {
      const fault = regexFault(written)
      if (fault) say(`${name} of an allowlist: ${fault}`)
      return !fault
    })
  const target = TARGETS[String(list.regexTarget ?? '')] ?? 'secret'
  const commits = textsOf(list.commits).map((commit) => commit.toLowerCase())
  const stops = anyOf(textsOf(list.stopwords).map(literally))
  const parts: GlobalAllow[] = [
    ...part(target, anyOf(followed('regexes'))),
    ...part('path', anyOf(followed('paths'))),
    ...part('secret', stops === undefined ? undefined : `(?i)(?:${stops})`),
    ...(commits.length > 0 ? [{ commits }] : []),
  ]
  if (!/^(?:AND|&&)$/i.test(String(list.condition ?? 'OR'))) return parts
  const keys = parts.flatMap((one) => Object.keys(one))
  if (new Set(keys).size < keys.length) {
    say('an allowlist with condition AND that has both regexes and stopwords for the secret')
    return []
  }
  return parts.length === 0 ? [] : [Object.assign({}, ...parts)]
}

const part = (target: keyof PatternAllow, expression: string | undefined): GlobalAllow[] =>
  expression === undefined ? [] : [{ [target]: expression }]

function allowlistsOf(table: Table): Table[] {
  return [...tablesOf(table.allowlist), ...tablesOf(table.allowlists)]
}

function tablesOf(value: unknown): Table[] {
  return [value].flat().flatMap((one): Table[] => {
    const table = tableOf(one)
    return table ? [table] : []
  })
}

function tableOf(value: unknown): Table | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Table) : undefined
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}
