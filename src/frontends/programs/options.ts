import type { Entry, Value } from '../../core/value.ts'
import {
  calledName,
  type Expression,
  type ObjectExpression,
  optionsOf,
  type Program,
  wholeObject,
} from '../../languages/programs/expression.ts'
import { valueOfExpression } from '../../languages/programs/program-value.ts'

const DEEPEST = 8

/** The value of an option; `key` is its name. */
export type ReadOption = (expression: Expression, key: string, depth: number) => Value

/** Options as a map, each made when it is asked for, since a program has many that nobody asks for. */
export function optionsValue(object: ObjectExpression, read: ReadOption, depth = 0): Value & { kind: 'map' } {
  const entries = object.properties.flatMap(({ key, keySpan, value, spread }): Entry[] => {
    if (spread) return []
    let made: Value | undefined
    const entry = {
      key,
      keySpan,
      get value() {
        made ??= depth > DEEPEST ? { kind: 'unknown' as const, span: keySpan } : read(value, key, depth + 1)
        return made
      },
    }
    return [entry]
  })
  return { kind: 'map', entries, span: object.span }
}

/** Options as they are written: what is made elsewhere, and given a name, is told where it is made. */
export function writtenOptions(object: ObjectExpression, program: Program): Value {
  const read: ReadOption = (expression, key, depth) => {
    if (expression.kind === 'object') return optionsValue(wholeObject(expression, program), read, depth)
    if (expression.kind === 'list') {
      return { kind: 'list', items: expression.items.map((item) => read(item, key, depth + 1)), span: expression.span }
    }
    const environment = /^env/i.test(key) || key === 'variables'
    // Python's `FunctionEnvironmentArgs(variables=…)`; other arguments are told at their own call.
    const options = expression.kind === 'call' && /Args$/.test(calledName(expression)) && optionsOf(expression, program)
    if (options) return environment ? optionsValue(options, read, depth) : { kind: 'unknown', span: expression.span }
    const value = valueOfExpression(expression, program)
    const shared = expression.kind === 'path' && (value.kind === 'map' || value.kind === 'list')
    return shared && !environment ? { kind: 'unknown', span: expression.span } : value
  }
  return optionsValue(wholeObject(object, program), read)
}
