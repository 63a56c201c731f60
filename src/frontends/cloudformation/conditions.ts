import { UNKNOWN } from '../../core/text.ts'
import { leafOf, member, type Value } from '../../core/value.ts'
import type { SwitchedOff } from '../../extract/switched-off.ts'
import type { Template } from './template.ts'

/** Whether a condition of a template holds; undefined when that is not known here. */
export type Truth = (name: string) => boolean | undefined

const DEEPEST = 40

/**
 * The conditions of a template by what `textOf` knows of the values they compare: parameters by their defaults.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html
 */
export function truthOf(conditions: Value | undefined, textOf: (value: Value) => string | undefined): Truth {
  const known = new Map<string, boolean | undefined>()
  const named = (name: string, depth: number): boolean | undefined => {
    if (known.has(name) || depth > DEEPEST) return known.get(name)
    // One that comes back to itself is not known.
    known.set(name, undefined)
    const truth = holds(member(conditions, name), depth + 1)
    known.set(name, truth)
    return truth
  }
  const holds = (value: Value | undefined, depth: number): boolean | undefined => {
    const [call, more] = value?.kind === 'map' ? value.entries : []
    if (!call || more || depth > DEEPEST) return undefined
    const parts = call.value.kind === 'list' ? call.value.items : [call.value]
    switch (call.key) {
      case 'Condition':
        return named(leafOf(call.value)?.value ?? '', depth)
      case 'Fn::Equals':
        return isSame(parts.map(textOf))
      case 'Fn::Not':
        return not(holds(parts[0], depth + 1))
      case 'Fn::And':
        return every(parts.map((part) => holds(part, depth + 1)))
      case 'Fn::Or':
        return not(every(parts.map((part) => not(holds(part, depth + 1)))))
    }
    return undefined
  }
  return (name) => named(name, 0)
}

/** The resources that are not made where parameters have their defaults. */
export function switchedOff(template: Template, truth: Truth): SwitchedOff[] {
  return [...template.resources.values()].flatMap(({ id, condition }): SwitchedOff[] => {
    if (condition === undefined || truth(condition) !== false) return []
    return [
      {
        address: id,
        madeOnly: { words: `condition \`${condition}\` holds, which it does not by default`, never: false },
      },
    ]
  })
}

function isSame([a, b]: readonly (string | undefined)[]): boolean | undefined {
  if (a === undefined || b === undefined || a.includes(UNKNOWN) || b.includes(UNKNOWN)) return undefined
  return a === b
}

const not = (truth: boolean | undefined): boolean | undefined => (truth === undefined ? undefined : !truth)

/** One that does not hold decides, whatever is not known of the others. */
function every(truths: readonly (boolean | undefined)[]): boolean | undefined {
  if (truths.includes(false)) return false
  return truths.includes(undefined) ? undefined : true
}
