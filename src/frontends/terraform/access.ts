import type { Span } from '../../core/source.ts'
import { UNKNOWN } from '../../core/text.ts'
import type { Value } from '../../core/value.ts'
import { numberIn } from './operators.ts'
import { alternativesOf, type Evaluated, failure, memberOf, oneOf, plainOf, unknown } from './value.ts'

/** `value.name` */
export function attributeOf(value: Evaluated, name: string, span: Span): Evaluated {
  if (value.attribute) return value.attribute(name, span) ?? failure(span)
  switch (value.kind) {
    case 'map':
      return memberOf(value, name) ?? (hasUnknownKey(value) ? unknown(span) : failure(span))
    case 'list': {
      // A counted resource named without an index, as in old configurations.
      const first = value.items[0] as Evaluated | undefined
      return first?.attribute && value.items.length === 1
        ? (first.attribute(name, span) ?? failure(span))
        : failure(span)
    }
    case 'unknown': {
      if (value.failed) return failure(span, value.reference)
      if (value.each) return value.each
      if (value.maybe?.length) {
        const choices = alternativesOf(value).map((choice) => attributeOf(choice, name, span))
        const good = choices.filter((choice) => !choice.failed)
        return good.length > 0 ? oneOf(good, span) : failure(span)
      }
      const reference = value.reference === undefined ? undefined : `${value.reference}.${name}`
      return unknown(span, reference, sensitivity(value))
    }
    default:
      return failure(span)
  }
}

/** `value[key]` */
export function elementAt(value: Evaluated, key: Evaluated, span: Span): Evaluated {
  if (value.failed || key.failed) return failure(span, value.reference)
  if (value.attribute) {
    const name = plainOf(key)
    // An index on a resource without `count`: the resource.
    return name === undefined || /^\d+$/.test(name) ? value : (value.attribute(name, span) ?? failure(span))
  }
  switch (value.kind) {
    case 'list': {
      const index = numberIn(key)
      if (index === undefined) return key.kind === 'unknown' ? anyOf(value.items, span) : failure(span)
      const item = value.items[index] as Evaluated | undefined
      return item ?? value.each ?? failure(span)
    }
    case 'map': {
      const name = plainOf(key)
      if (name === undefined) {
        return anyOf(
          value.entries.map((entry) => entry.value),
          span,
        )
      }
      return memberOf(value, name) ?? (hasUnknownKey(value) ? unknown(span) : failure(span))
    }
    case 'unknown': {
      if (value.each) return value.each
      if (value.maybe?.length) {
        const choices = alternativesOf(value).map((choice) => elementAt(choice, key, span))
        const good = choices.filter((choice) => !choice.failed)
        return good.length > 0 ? oneOf(good, span) : failure(span)
      }
      return unknown(span, value.reference, sensitivity(value))
    }
    default:
      return failure(span)
  }
}

function sensitivity(value: Evaluated & { kind: 'unknown' }): object {
  return value.sensitive ? { sensitive: true } : {}
}

function anyOf(values: readonly Value[], span: Span): Evaluated {
  return values.length === 0 ? unknown(span) : oneOf(values as readonly Evaluated[], span)
}

function hasUnknownKey(map: Evaluated & { kind: 'map' }): boolean {
  return map.entries.some((entry) => entry.key.includes(UNKNOWN))
}
