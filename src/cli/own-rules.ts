import type { Rule } from '../core/rule.ts'
import { rules } from '../rules/index.ts'
import { rulesOfPatterns } from '../run/own-patterns.ts'
import { configurationTree, readPolicy } from '../run/scan-policy.ts'
import type { Console } from './console.ts'
import type { Parsed } from './flags.ts'
import { settingsOf } from './scan.ts'

export const RULE_IDS: ReadonlySet<string> = new Set(rules.map(({ meta }) => meta.id))

/** Our rules, and those that the configuration around the current folder describes, with all that it builds on. */
export async function allRules(flags: Parsed, console: Console): Promise<Rule[]> {
  const settings = { ...(await settingsOf(flags, console)), withoutBaseline: true as const }
  const { own } = await readPolicy(settings, await configurationTree(settings), undefined, rules)
  return [...rules, ...rulesOfPatterns(own.patterns)]
}
