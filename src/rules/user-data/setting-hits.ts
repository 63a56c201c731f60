import type { Severity } from '../../core/finding.ts'
import type { SettingNode } from '../../core/node.ts'
import type { Hit } from '../../core/rule.ts'
import { locate } from '../../core/text.ts'
import { leafOf, type Value } from '../../core/value.ts'
import { type FoundSecret, judgeSecret } from '../../secrets/judge.ts'
import { wordsOf } from '../../secrets/names.ts'
import { secretsInScript } from './script-secrets.ts'
import { inItsPlace, severityInPlace } from './severity.ts'

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
    const hit = literalHit(setting, value, advice)
    if (hit) yield hit
    else if (value.kind === 'string') yield* embeddedHits(setting, value, advice)
  }
}

type Text = Extract<Value, { kind: 'string' }>

function literalHit(setting: SettingNode, value: Value, advice: SettingAdvice): Hit | undefined {
  if (value.kind !== 'string' && value.kind !== 'number') return undefined
  const text = value.kind === 'string' ? value.text.value : String(leafOf(value)?.value)
  const judged = judgeSecret({
    name: setting.name.value,
    value: text,
    takes: takenBy(setting),
  })
  return judged.secret ? { ...shapeOf(setting, advice, judged, text), span: value.span, secretValue: text } : undefined
}

/** A documented secret is one whatever its name says. */
function takenBy(setting: SettingNode): 'password' | 'secret' | 'by-name' {
  if (isPassword(setting)) return 'password'
  return setting.documented ? 'secret' : 'by-name'
}

/** An argument that is a password and nothing else: of a database, a directory, a user. */
function isPassword({ place, name }: SettingNode): boolean {
  return place === 'provider' && /^passw(?:or)?d$/.test(wordsOf(name.value).at(-1) ?? '')
}

/** `postgres://app:…@db/shop` under a name that says nothing, or a whole document in one variable. */
function* embeddedHits(setting: SettingNode, value: Text, advice: SettingAdvice): Generator<Hit> {
  if (!/[\s=:<]/.test(value.text.value)) return
  for (const secret of secretsInScript(value.text)) {
    const text = value.text.value.slice(secret.start, secret.end)
    yield {
      ...shapeOf(setting, advice, secret.judged, text),
      span: locate(value.text, secret.start, secret.end),
      message: `${advice.where} \`${setting.name.value}\` holds a literal secret, given as \`${secret.given}\`.`,
      secretValue: text,
    }
  }
}

function shapeOf(setting: SettingNode, advice: SettingAdvice, judged: FoundSecret, value: string) {
  return {
    message: `${advice.where} \`${setting.name.value}\` is set to a literal secret.`,
    ...severityInPlace(
      inItsPlace(judged, { place: setting.place, path: setting.span.uri, name: setting.name.value, value }),
      advice.weight,
    ),
    related: setting.related,
    secret: true as const,
    remediation: advice.remediation(setting),
  }
}

/** The values that a setting may have: both branches of a condition that is not known. */
function candidates(value: Value): readonly Value[] {
  return value.kind === 'unknown' ? (value.maybe ?? []) : [value]
}
