import type { Value } from '../../core/value.ts'
import { partOf, switchOf, wordOf } from '../../extract/arguments.ts'

/** A switch in a list of `{Key, Value}`, as load balancers of CloudFormation have them: absent is off. */
export function attributeOf(list: Value, key: string): boolean | undefined {
  if (list.kind !== 'list') return undefined
  const found = list.items.find((item) => wordOf(partOf(item, 'key')) === key)
  if (found) return switchOf(partOf(found, 'value'))
  return list.items.every((item) => item.kind === 'map') ? false : undefined
}
