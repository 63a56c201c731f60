import { leafOf, type Value } from '../../core/value.ts'
import { saysGrant } from '../../extract/other-values.ts'
import type { Template } from './template.ts'

/** Values that a template is judged with for what it may be given. */
const MOST = 12

/** Each value that a parameter may have besides its default, where `AllowedValues` lists them. */
export function allowedValues(template: Template): { given: ReadonlyMap<string, Value>; words: string }[] {
  const found = [...template.parameters.values()].flatMap(({ name, allowed, default: usual, noEcho }) => {
    if (noEcho) return []
    return allowed
      .filter((value) => saysGrant(leafOf(value)?.value ?? '') && leafOf(value)?.value !== leafOf(usual)?.value)
      .map((value) => ({
        given: new Map([[name, value]]),
        words: `\`${name}\` is \`${leafOf(value)?.value ?? ''}\`, which it may be`,
      }))
  })
  return found.slice(0, MOST)
}
