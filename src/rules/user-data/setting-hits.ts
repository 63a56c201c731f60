import type { Severity } from '../../core/finding.ts'
import type { SettingNode } from '../../core/node.ts'
import type { Hit } from '../../core/rule.ts'
import { locate } from '../../core/text.ts'
import { leafOf, type Value } from '../../core/value.ts'
import { namesSecret, wordsOf } from '../../secrets/names.ts'
import { literalPassword, literalSecret, repeatsName } from './literal.ts'
import { secretsInScript } from './script-secrets.ts'

/** What a rule about settings says of its own place. */
export interface SettingAdvice {
  readonly where: string
  readonly weight: Severity
  /** The form in which the same setting takes its value from a store. */
  readonly remediation: (setting: SettingNode) => string
}

/** Hits for a setting whose name says that its value is a secret, or whose value holds one (a password in an address). */
export function* settingHits(setting: SettingNode, advice: SettingAdvice): Generator<Hit> {
  for (const value of candidates(setting.value)) {
    if (value.kind === 'string') {
      const hit = literalHit(setting, value, advice)
      if (hit) yield hit
      else yield* embeddedHits(setting, value, advice)
    } else if (value.kind === 'number' && isSecret(setting) && String(value.value).length >= 8) {
      yield { ...shapeOf(setting, advice, 'strong'), span: value.span, secretValue: String(leafOf(value)?.value) }
    }
  }
}

type Text = Extract<Value, { kind: 'string' }>

function literalHit(setting: SettingNode, value: Text, advice: SettingAdvice): Hit | undefined {
  if (!isSecret(setting) || repeatsName(setting.name.value, value.text.value)) return undefined
  const strength = isPassword(setting) ? literalPassword(value.text.value) : literalSecret(value.text.value)
  if (!strength) return undefined
  return { ...shapeOf(setting, advice, strength), span: value.span, secretValue: value.text.value }
}

function isSecret({ name, documented }: SettingNode): boolean {
  return documented === true || namesSecret(name.value)
}

/** An argument that is a password and nothing else: of a database, a directory, a user. */
function isPassword({ place, name }: SettingNode): boolean {
  return place === 'provider' && /^passw(?:or)?d$/.test(wordsOf(name.value).at(-1) ?? '')
}

/** `postgres://app:…@db/shop` under a name that says nothing, or a whole document in one variable. */
function* embeddedHits(setting: SettingNode, value: Text, advice: SettingAdvice): Generator<Hit> {
  if (!/[\s=:<]/.test(value.text.value)) return
  for (const secret of secretsInScript(value.text)) {
    yield {
      ...shapeOf(setting, advice, secret.strength),
      span: locate(value.text, secret.start, secret.end),
      message: `${advice.where} \`${setting.name.value}\` holds a literal secret, given as \`${secret.given}\`.`,
      secretValue: value.text.value.slice(secret.start, secret.end),
    }
  }
}

function shapeOf(setting: SettingNode, advice: SettingAdvice, strength: 'strong' | 'weak') {
  return {
    message: `${advice.where} \`${setting.name.value}\` is set to a literal secret.`,
    severity: strength === 'strong' ? advice.weight : ('medium' as const),
    confidence: strength === 'strong' ? ('high' as const) : ('medium' as const),
    related: setting.related,
    secret: true as const,
    remediation: advice.remediation(setting),
  }
}

/** The values that a setting may have: both branches of a condition that is not known. */
function candidates(value: Value): readonly Value[] {
  return value.kind === 'unknown' ? (value.maybe ?? []) : [value]
}
