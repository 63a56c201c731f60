import type { Severity } from '../../core/finding.ts'
import type { RuleMeta } from '../../core/rule.ts'
import type { Config } from './model.ts'
import { hint } from './nearest.ts'

/** What is configured for a rule: its own entry, else its pack's. */
export function ruleSetting(config: Config, ruleId: string): Severity | 'off' | undefined {
  return config.rules.get(ruleId) ?? config.rules.get(`${ruleId.split('/')[0]}/*`)
}

/** Is a rule off, by its own entry or its pack's, else by the preset? */
export function isOff(config: Config, { id, about }: Pick<RuleMeta, 'id' | 'about'>): boolean {
  const set = ruleSetting(config, id)
  return set === undefined ? config.preset === 'secrets-only' && about !== 'secret' : set === 'off'
}

/** What a finding weighs: what is configured for its rule, else what the preset makes of the rule's own severity. */
export function severityOf(config: Config, { id, about }: Pick<RuleMeta, 'id' | 'about'>, own: Severity): Severity {
  const set = ruleSetting(config, id)
  if (set !== undefined && set !== 'off') return set
  return config.preset === 'practices' && about === 'hygiene' ? HEAVIER[own] : own
}

/** A step up, and never to where it would block by default. */
const HEAVIER: Record<Severity, Severity> = {
  critical: 'critical',
  high: 'high',
  medium: 'medium',
  low: 'medium',
  note: 'low',
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
