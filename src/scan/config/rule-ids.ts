import type { Severity } from '../../core/finding.ts'
import type { Config } from './model.ts'
import { hint } from './nearest.ts'

/** What is configured for a rule: its own entry, else its pack's. */
export function ruleSetting(config: Config, ruleId: string): Severity | 'off' | undefined {
  return config.rules.get(ruleId) ?? config.rules.get(`${ruleId.split('/')[0]}/*`)
}

/** Does a rule id, or a pattern such as `pack/*`, name this rule? */
export function namesRule(pattern: string, ruleId: string): boolean {
  return pattern === ruleId || (pattern.endsWith('*') && ruleId.startsWith(pattern.slice(0, -1)))
}

/** What is wrong with a rule id or `pack/*`, as words made on demand; undefined when it names at least one rule. */
export function ruleFault(id: string, ruleIds: ReadonlySet<string>): (() => string) | undefined {
  if (ruleIds.has(id)) return undefined
  if (id.endsWith('/*') && [...ruleIds].some((ruleId) => namesRule(id, ruleId))) return undefined
  return () => {
    const packs = new Set([...ruleIds].map((ruleId) => `${ruleId.split('/')[0]}/*`))
    return `unknown rule "${id}"${hint(id, [...packs, ...ruleIds]) || '; `keylatch rules` lists them all'}`
  }
}
