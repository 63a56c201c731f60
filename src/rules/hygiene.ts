import { canonicalType } from '../aws/resources/canonical.ts'
import type { Path } from '../aws/resources/index.ts'
import type { Severity } from '../core/finding.ts'
import type { ResourceNode } from '../core/node.ts'
import { defineRule, type Hit, type Rule, type RuleContext, type RuleMeta } from '../core/rule.ts'
import type { Value } from '../core/value.ts'
import { type Found, isCloudFormation, switchOf, valuesAt } from '../extract/arguments.ts'
import { settingEdit } from '../extract/edits.ts'

/** A rule about habits says so; what it says it is about, and whose it is to judge, is the same for all of them. */
export type HygieneMeta = Omit<RuleMeta, 'about' | 'domain'>

export function hygiene(meta: HygieneMeta): RuleMeta {
  return { ...meta, about: 'hygiene', domain: 'machines' }
}

/** What a resource must say at one place, whatever format it is written in. */
export interface Requirement {
  /** Canonical types, in one string. */
  readonly types: string
  readonly at: Path
  /**
   * `on` and `off` for switches, `set` and `unset` for what is there at all; else whether a value is right, undefined
   * where that is not known. `elsewhere`: the resource cannot say it, another one does, which `unless` looks for.
   */
  readonly is:
    | 'on'
    | 'off'
    | 'set'
    | 'unset'
    | 'elsewhere'
    | ((value: Value, context: RuleContext) => boolean | undefined)
  /** What it is when nothing is written. Without this, nothing is wrong for `on` and `set` and right for the others. */
  readonly absent?: 'right' | 'wrong'
  /** Only where this holds. */
  readonly where?: (resource: ResourceNode, context: RuleContext) => boolean
  /** What makes it right from outside of the resource. */
  readonly unless?: (resource: ResourceNode, context: RuleContext) => boolean
  /** What is wrong, to follow the name of the resource. */
  readonly says: string
  readonly severity?: Severity
  /** What to write, where that is right for everybody. */
  readonly fix?: boolean | string
  /** Templates of CloudFormation have no such property to write. */
  readonly fixIn?: 'terraform'
}

/** A rule that is a table of requirements. */
export function requirementRule(meta: HygieneMeta, requirements: readonly Requirement[]): Rule<'resource'> {
  const byType = new Map<string, Requirement[]>()
  for (const requirement of requirements) {
    for (const type of requirement.types.trim().split(/\s+/)) {
      const list = byType.get(type)
      if (list) list.push(requirement)
      else byType.set(type, [requirement])
    }
  }
  return defineRule({
    meta: hygiene(requirements.some(({ fix }) => fix !== undefined) ? { ...meta, fixable: true } : meta),
    on: 'resource',
    types: [...byType.keys()],
    *check(resource, context) {
      for (const requirement of byType.get(canonicalType(resource.type)) ?? [])
        yield* unmet(requirement, resource, context)
    },
  })
}

function* unmet(requirement: Requirement, resource: ResourceNode, context: RuleContext): Generator<Hit> {
  const { at, where, unless, says, severity, fix } = requirement
  if (where && !where(resource, context)) return
  const found = requirement.is === 'elsewhere' ? [nothing(resource)] : valuesAt(resource, at)
  const wrong = found.filter((one) => isWrong(one, requirement, context))
  if (wrong.length === 0 || unless?.(resource, context)) return
  const name = typeof at === 'string' ? at : (at[0] ?? at[1] ?? '')
  for (const [index, one] of wrong.entries()) {
    const isFixable = fix !== undefined && !(requirement.fixIn && isCloudFormation(resource.type))
    const edit = isFixable ? settingEdit(resource, at, one, fix) : undefined
    yield {
      span: one.span,
      message: `\`${resource.anchor}\` ${says}.`,
      element: index === 0 ? name : `${name} ${index}`,
      ...(severity && { severity }),
      ...(edit && { fix: [edit] }),
    }
  }
}

function isWrong({ value }: Found, { is, absent }: Requirement, context: RuleContext): boolean {
  if (value === undefined)
    return (absent ?? (is === 'on' || is === 'set' || is === 'elsewhere' ? 'wrong' : 'right')) === 'wrong'
  switch (is) {
    case 'on':
      return switchOf(value) === false
    case 'off':
      return switchOf(value) === true
    case 'set':
      return isEmpty(value)
    case 'elsewhere':
      return true
    case 'unset':
      return !isEmpty(value) && value.kind !== 'unknown'
    default:
      return is(value, context) === false
  }
}

function isEmpty(value: Value): boolean {
  if (value.kind === 'list') return value.items.length === 0
  return value.kind === 'string' && value.text.value === ''
}

function nothing({ span, arguments: within }: ResourceNode): Found {
  return { value: undefined, span, within }
}
