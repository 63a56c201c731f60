import { isMap, isScalar } from 'yaml'
import { SEVERITIES } from '../../core/finding.ts'
import { ALLOW_TARGETS, groupFault, type Pattern, type PatternAllow, regexFault } from '../../rules/patterns/pattern.ts'
import { pathPatternFault } from './paths.ts'
import { choice, isNothing, items, membersOf, offsetOf, type Reader, text } from './yaml.ts'

const KEYS = [
  'id',
  'title',
  'description',
  'remediation',
  'reference',
  'regex',
  'keyword',
  'secret',
  'entropy',
  'paths',
  'path-regex',
  'severity',
  'allow',
] as const

type Key = (typeof KEYS)[number]
type Draft = { -readonly [K in keyof Pattern]?: Pattern[K] }

/** Reads one entry of `patterns`; nothing when it is no mapping. */
export function patternOf(item: unknown, at: number, reader: Reader): Pattern[] {
  const place = offsetOf(item, at)
  const complain = reader.complaints.add
  if (!isMap(item)) {
    complain(place, 'a pattern must be a mapping with "id" and "regex"')
    return []
  }
  const draft: Draft = {}
  let secretAt = place
  for (const [key, value, offset] of membersOf(item, reader, KEYS, 'a pattern')) {
    if (key === 'secret') secretAt = offsetOf(value, offset)
    Object.assign(draft, READERS[key as Key](value, offset, reader))
  }
  const { id, regex, pathRegex, secret } = draft
  if (id === undefined) complain(place, 'a pattern needs an "id", such as "acme/deploy-token"')
  if (regex === undefined && pathRegex === undefined) complain(place, 'a pattern needs a "regex" or a "path-regex"')
  if (regex !== undefined && secret !== undefined && regexFault(regex) === undefined) {
    const fault = groupFault(regex, secret)
    if (fault) complain(secretAt, `secret: ${fault}`)
  }
  if (id === undefined) return []
  return [{ title: `A secret of the kind ${id}`, severity: 'high', keywords: [], paths: [], allow: [], ...draft, id }]
}

const textUnder =
  (name: string, key: keyof Pattern) =>
  (value: unknown, at: number, reader: Reader): Draft => {
    const written = text(value, at, reader, name)
    if (written === undefined) return {}
    if (written.trim() === '') reader.complaints.add(offsetOf(value, at), `${name} must not be empty`)
    return { [key]: written.trim() }
  }

const regexUnder =
  (name: string, key: keyof Pattern) =>
  (value: unknown, at: number, reader: Reader): Draft => {
    const written = text(value, at, reader, name)
    if (written === undefined) return {}
    const fault = written === '' ? 'an empty pattern fits everything' : regexFault(written)
    if (fault) reader.complaints.add(offsetOf(value, at), `${name}: ${fault}`)
    return { [key]: written }
  }

const READERS: Record<Key, (value: unknown, at: number, reader: Reader) => Draft> = {
  id: (value, at, reader) => {
    const id = text(value, at, reader, 'id')
    if (id === undefined) return {}
    const fault = idFault(id, reader.ruleIds)
    if (fault) reader.complaints.add(offsetOf(value, at), fault)
    return { id }
  },
  title: textUnder('title', 'title'),
  description: textUnder('description', 'description'),
  remediation: textUnder('remediation', 'remediation'),
  reference: (value, at, reader) => {
    const reference = text(value, at, reader, 'reference')
    return reference === undefined ? {} : { references: [reference] }
  },
  regex: regexUnder('regex', 'regex'),
  keyword: (value, at, reader) => ({ keywords: textsOf(value, at, reader, 'keyword') }),
  secret: (value, at, reader) => {
    const group = isScalar(value) ? value.value : undefined
    if (typeof group === 'string' || (typeof group === 'number' && Number.isInteger(group))) return { secret: group }
    reader.complaints.add(offsetOf(value, at), 'secret must be the number or the name of a group of the regex')
    return {}
  },
  entropy: (value, at, reader) => {
    const bits = isScalar(value) ? value.value : undefined
    if (typeof bits === 'number' && bits >= 0 && bits <= 8) return { entropy: bits }
    reader.complaints.add(offsetOf(value, at), 'entropy must be a number of bits a character, from 0 to 8')
    return {}
  },
  paths: (value, at, reader) => ({
    paths: items(value, at, reader, 'paths').flatMap(([item, place]) => {
      const glob = text(item, place, reader, 'a path pattern')
      const fault = glob === undefined ? undefined : pathPatternFault(glob)
      if (fault) reader.complaints.add(offsetOf(item, place), fault)
      return glob === undefined || fault ? [] : [glob]
    }),
  }),
  'path-regex': regexUnder('path-regex', 'pathRegex'),
  severity: (value, at, reader) => {
    const severity = choice(value, at, reader, 'severity', SEVERITIES)
    return severity ? { severity } : {}
  },
  allow: (value, at, reader) => ({
    allow: items(value, at, reader, 'allow').flatMap(([item, place]) => allowOf(item, place, reader)),
  }),
}

/** One text, or a list of them. */
function textsOf(value: unknown, at: number, reader: Reader, name: string): string[] {
  if (isNothing(value)) return []
  const given: [unknown, number][] = isScalar(value) ? [[value, at]] : items(value, at, reader, name)
  return given.flatMap(([item, place]) => text(item, place, reader, name) ?? [])
}

function allowOf(item: unknown, at: number, reader: Reader): PatternAllow[] {
  if (!isMap(item)) {
    reader.complaints.add(offsetOf(item, at), `must be a mapping with one or more of ${ALLOW_TARGETS.join(', ')}`)
    return []
  }
  const members = membersOf(item, reader, ALLOW_TARGETS, 'what a pattern allows')
  if (item.items.length === 0)
    reader.complaints.add(offsetOf(item, at), 'it allows nothing: give a "secret" or a "path"')
  return [
    Object.assign(
      {},
      ...members.map(([key, value, place]) => regexUnder(key, key as keyof Pattern)(value, place, reader)),
    ),
  ]
}

/** What is wrong with an id; undefined when nothing is. Ours stay ours, so that a rule to come never meets one of theirs. */
export function idFault(id: string, ruleIds: ReadonlySet<string>): string | undefined {
  if (!/^[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9._-]*$/.test(id) || id.length > 80)
    return `id "${id}" must be two words in small letters with a "/" between them, such as "acme/deploy-token"`
  const pack = `${id.split('/')[0]}/`
  if ([...ruleIds].some((one) => one.startsWith(pack))) return `the rules ${pack}* are Keylatch's own: use another word`
  return undefined
}
