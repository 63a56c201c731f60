import { canonicalType } from '../aws/resources/canonical.ts'
import type { Path } from '../aws/resources/index.ts'
import type { Analysis } from '../core/analysis.ts'
import type { Severity } from '../core/finding.ts'
import type { ResourceNode } from '../core/node.ts'
import { defineRule, type Hit, type Rule, type RuleContext, type RuleMeta } from '../core/rule.ts'
import type { Value } from '../core/value.ts'
import { type Found, isCloudFormation, switchOf, valuesAt } from '../extract/arguments.ts'
import { settingEdit } from '../extract/edits.ts'
import { undecided } from './undecided.ts'

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
  /** Only in a block of which this holds. */
  readonly inside?: (block: Value) => boolean
  /** Only where this holds. */
  readonly where?: (resource: ResourceNode, context: RuleContext) => boolean
  /** What makes it right from outside of the resource; undefined where that is not known. */
  readonly unless?: (resource: ResourceNode, context: RuleContext) => boolean | undefined
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
        yield* unmet(requirement, resource, meta.id, context)
    },
  })
}

function* unmet(requirement: Requirement, resource: ResourceNode, id: string, context: RuleContext): Generator<Hit> {
  const { at, inside, where, unless } = requirement
  if (where && !where(resource, context)) return
  const all = requirement.is === 'elsewhere' ? [nothing(resource)] : valuesAt(resource, at)
  // What a module makes of nothing is its own affair.
  const here = inside ? all.filter(({ within }) => inside(within)) : all
  const found = resource.isPartial ? here.filter(({ value }) => value !== undefined) : here
  const wrong = found.filter((one) => isWrong(one, requirement, context) === true)
  const open = found.find((one) => isWrong(one, requirement, context) === undefined)
  const first = open ?? wrong[0]
  if (!first) return
  const excused = unless ? unless(resource, context) : false
  if (excused === true) return
  if (open || excused === undefined) context.notify(undecided(id, resource, nameOf(at), first))
  if (excused === false) for (const [index, one] of wrong.entries()) yield hitOf(requirement, resource, one, index)
}

function hitOf(
  { at, says, severity, fix, fixIn }: Requirement,
  resource: ResourceNode,
  one: Found,
  index: number,
): Hit {
  const name = nameOf(at)
  const isFixable = fix !== undefined && !(fixIn && isCloudFormation(resource.type))
  const edit = isFixable ? settingEdit(resource, at, one, fix) : undefined
  return {
    span: one.span,
    message: `\`${resource.anchor}\` ${says}.`,
    element: index === 0 ? name : `${name} ${index}`,
    ...(severity && { severity }),
    ...(edit && { fix: [edit] }),
  }
}

const nameOf = (at: Path): string => (typeof at === 'string' ? at : (at[0] ?? at[1] ?? ''))

/** Undefined: not known. */
function isWrong({ value, within }: Found, { is, absent }: Requirement, context: RuleContext): boolean | undefined {
  if (value === undefined)
    return (absent ?? (is === 'on' || is === 'set' || is === 'elsewhere' ? 'wrong' : 'right')) === 'wrong'
  switch (is) {
    case 'on':
      return negated(switchOf(value))
    case 'off':
      return switchOf(value)
    case 'set':
      return within === value || mayBeNothing(value, context.unit) ? undefined : isEmpty(value)
    case 'elsewhere':
      return true
    case 'unset':
      return value.kind === 'unknown' ? undefined : !isEmpty(value)
    default:
      return negated(is(value, context))
  }
}

function negated(is: boolean | undefined): boolean | undefined {
  return is === undefined ? undefined : !is
}

/** What somebody gives from outside may be nothing; what another resource or a lookup gives is something. */
function mayBeNothing(value: Value, unit: Analysis): boolean {
  if (value.kind !== 'unknown') return false
  const { reference = '' } = value
  if (GIVEN.test(reference)) return true
  const name = /^(?:Ref |var\.)([\w-]+)$/.exec(reference)?.[1]
  return name !== undefined && !unit.nodes.some((node) => node.kind === 'resource' && node.anchor === name)
}

/** What the caller of a program's class or function gives, or its configuration. */
const GIVEN = /^(?:(?:this|self)\.)?(?:props|args|options|params|config|cfg)\.\w+/

function isEmpty(value: Value): boolean {
  if (value.kind === 'list') return value.items.length === 0
  return value.kind === 'string' && value.text.value === ''
}

function nothing({ span, arguments: within }: ResourceNode): Found {
  return { value: undefined, span, within }
}
