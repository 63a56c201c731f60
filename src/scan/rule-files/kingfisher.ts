import { parse } from 'yaml'
import { groupFault, type Pattern, type PatternAllow, regexFault } from '../../rules/patterns/pattern.ts'
import { idIn, literally, type NotFollowed, type RuleFile } from './model.ts'

type Table = Readonly<Record<string, unknown>>

/** Helpers of other rules, and what is done with a secret once it is found, are no matter of a scan that asks nobody. */
const BESIDE_THE_SCAN = ['validation', 'revocation', 'depends_on_rule'] as const

/**
 * The rules of Kingfisher, in YAML.
 * https://github.com/mongodb/kingfisher/blob/main/docs/RULES.md
 */
export function readKingfisherRules(text: string): RuleFile {
  const root: unknown = parse(text, { maxAliasCount: 0, logLevel: 'silent' })
  const rules = (root as { rules?: unknown } | null)?.rules
  if (!Array.isArray(rules)) throw new Error('it has no list of rules')
  const notFollowed: NotFollowed[] = []
  const patterns = rules.flatMap((rule) =>
    patternOf((rule ?? {}) as Table, (id, why) => void notFollowed.push({ rule: id, why })),
  )
  return { patterns, allow: [], notFollowed }
}

function patternOf(rule: Table, say: (rule: string, why: string) => void): Pattern[] {
  const id = typeof rule.id === 'string' ? rule.id : ''
  const regex = typeof rule.pattern === 'string' ? rule.pattern.trim() : undefined
  if (id === '' || regex === undefined) {
    say(id, 'a rule without id or pattern')
    return []
  }
  if (rule.visible === false) {
    say(id, 'visible: false: it only helps another rule')
    return []
  }
  const fault = regexFault(regex)
  if (fault) {
    say(id, fault)
    return []
  }
  for (const key of BESIDE_THE_SCAN) if (rule[key] !== undefined) say(id, `${key}: no secret is tried out or revoked`)
  const token = groupFault(regex, 'TOKEN') === undefined ? { secret: 'TOKEN' } : {}
  return [
    {
      id: idIn('kingfisher', id.replace(/^kingfisher\./, '')),
      title: typeof rule.name === 'string' ? rule.name : `A secret of the kind ${id}`,
      severity: SEVERITIES[String(rule.confidence)] ?? 'medium',
      regex,
      keywords: [],
      ...token,
      ...(typeof rule.min_entropy === 'number' ? { entropy: rule.min_entropy } : {}),
      paths: [],
      allow: requirementsOf((rule.pattern_requirements ?? {}) as Table),
      ...referencesOf(rule.references),
    },
  ]
}

const SEVERITIES: Readonly<Record<string, Pattern['severity']>> = { high: 'high', medium: 'medium', low: 'low' }

function referencesOf(references: unknown): { references?: string[] } {
  const texts = Array.isArray(references) ? references.filter((one): one is string => typeof one === 'string') : []
  return texts.length === 0 ? {} : { references: texts }
}

const KINDS: Readonly<Record<string, [one: string, other: string]>> = {
  min_digits: ['[0-9]', '[^0-9]'],
  min_uppercase: ['[A-Z]', '[^A-Z]'],
  min_lowercase: ['[a-z]', '[^a-z]'],
  min_special_chars: ['[^A-Za-z0-9]', '[A-Za-z0-9]'],
}

/** What has fewer of a kind of characters than asked for, or one of some words in it, is left alone. */
function requirementsOf(requirements: Table): PatternAllow[] {
  const few = Object.entries(KINDS).flatMap(([key, [one, other]]): PatternAllow[] => {
    const least = Number(requirements[key] ?? 0)
    return least >= 1 && least <= 50 ? [{ secret: `^(?:${other}*${one}){0,${least - 1}}${other}*$` }] : []
  })
  const words = Array.isArray(requirements.ignore_if_contains) ? requirements.ignore_if_contains.map(String) : []
  return [...few, ...words.map((word): PatternAllow => ({ secret: `(?i)${literally(word)}` }))]
}
