import type { Entry } from '../../core/value.ts'
import type { Expression } from '../../languages/hcl/syntax.ts'
import { type Scope, spanIn } from './scope.ts'
import { type Evaluated, entryOf, listOf, mapOf, memberOf, nullAt } from './value.ts'

const DEEPEST = 12

/**
 * A value as its variable's type makes it: attributes declared `optional(type, default)` and not given get their
 * default, or null. Everything else stays as it is.
 * https://developer.hashicorp.com/terraform/language/expressions/type-constraints
 */
export function instantiate(value: Evaluated, type: Expression, scope: Scope, depth = 0): Evaluated {
  if (depth > DEEPEST || type.kind !== 'call' || value.attribute) return value
  const inner = type.items[0]
  if (!inner) return value
  switch (type.name) {
    case 'optional':
      return instantiate(value, inner, scope, depth + 1)
    case 'object':
      return inner.kind === 'object' && value.kind === 'map' ? withOptional(value, inner, scope, depth) : value
    case 'map':
      if (value.kind !== 'map' || !hasOptional(inner)) return value
      return mapOf(
        value.entries.map((entry) => ({
          ...entry,
          value: instantiate(entry.value as Evaluated, inner, scope, depth + 1),
        })),
        value.span,
      )
    case 'list':
    case 'set':
      if (value.kind !== 'list' || !hasOptional(inner)) return value
      return listOf(
        value.items.map((item) => instantiate(item as Evaluated, inner, scope, depth + 1)),
        value.span,
      )
    default:
      return value
  }
}

function withOptional(
  value: Evaluated & { kind: 'map' },
  type: Expression & { kind: 'object' },
  scope: Scope,
  depth: number,
): Evaluated {
  const entries: Entry[] = []
  const declared = new Set<string>()
  for (const { key, value: constraint } of type.items) {
    const name = key.kind === 'name' ? key.name : undefined
    if (name === undefined) continue
    declared.add(name)
    const given = memberOf(value, name)
    const span = spanIn(scope, key)
    if (given && !(given.kind === 'null' && isOptional(constraint))) {
      const keySpan = value.entries.find((entry) => entry.key === name)?.keySpan ?? span
      entries.push(entryOf(name, keySpan, instantiate(given, constraint, scope, depth + 1)))
    } else if (isOptional(constraint)) {
      const fallback = constraint.items[1]
      const filled = fallback ? scope.run.evaluate(fallback, scope) : (given ?? nullAt(span))
      entries.push(entryOf(name, span, instantiate(filled, constraint, scope, depth + 1)))
    }
  }
  // Terraform drops what the type does not name; a reader of a broken configuration would miss it.
  for (const entry of value.entries) if (!declared.has(entry.key)) entries.push(entry)
  return mapOf(entries, value.span)
}

function isOptional(type: Expression): type is Expression & { kind: 'call' } {
  return type.kind === 'call' && type.name === 'optional'
}

function hasOptional(type: Expression, depth = 0): boolean {
  if (depth > DEEPEST || type.kind !== 'call') return false
  if (type.name === 'optional') return true
  return type.items.some((item) =>
    item.kind === 'object'
      ? item.items.some((entry) => hasOptional(entry.value, depth + 1))
      : hasOptional(item, depth + 1),
  )
}
