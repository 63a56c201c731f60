import type { Span } from '../../core/source.ts'
import { type Module, type Run, remembered } from './scope.ts'
import { type Evaluated, failure, takenIn, unknown } from './value.ts'

/** An output of a module that is in the tree; a failure when it has none of that name. */
export function outputOf(run: Run, called: Module, name: string, span: Span): Evaluated {
  const reference = `${called.prefix}${name}`
  const declaration = called.source.outputs.get(name)
  const bound = declaration?.attributes.get('value')
  if (!bound) return declaration ? unknown(span, reference) : failure(span, reference)
  const value = remembered(called, `output.${name}`, span, () =>
    run.evaluate(bound.attribute.value, { run, origin: bound.origin, module: called, names: undefined }),
  )
  return takenIn(value, span)
}
