import type { SwitchedOff } from '../../extract/switched-off.ts'
import { stepOf } from './calls.ts'
import { addressOf } from './instances.ts'
import { repetitionOf, switchOf } from './repetition.ts'
import type { Declaration, Module, Run } from './scope.ts'
import type { Unit } from './unit.ts'

/** The resources and calls of a unit that are made zero times as things stand, though one of each is shown. */
export function switchedOff({ run, modules }: Unit): SwitchedOff[] {
  return modules.flatMap((module) => {
    const open = { ...module, memo: new Map(), repetitions: new Map(), calls: new Map(), openDefaults: true }
    const resources = [...module.source.resources.values()].map(
      (one) => [addressOf(module, one, 'resource'), one] as const,
    )
    const calls = [...module.source.calls].map(([name, one]) => [stepOf(one, name), one] as const)
    return [
      ...resources.flatMap(([address, one]) => offAt(run, [module, open], one, address, address)),
      ...calls.flatMap(([key, one]) => offAt(run, [module, open], one, key, `${module.prefix}${key}`)),
    ]
  })
}

/** `open`: the same module where what only a default says is not known. */
function offAt(
  run: Run,
  [module, open]: readonly [Module, Module],
  declaration: Declaration,
  key: string,
  address: string,
): SwitchedOff[] {
  const { absent, instances } = repetitionOf(run, module, declaration, key)
  if (!absent || instances.length === 0) return []
  const written = switchOf(declaration)
  const text = written
    ? written.origin.text.value.slice(written.attribute.value.start, written.attribute.value.end)
    : ''
  const words = `\`${text.replace(/\s+/g, ' ').slice(0, 60)}\` makes it, which it does not ${
    repetitionOf(run, open, declaration, key).absent ? 'as it stands' : 'by default'
  }`
  return [{ address, madeOnly: { words, never: repetitionOf(run, open, declaration, key).absent } }]
}
