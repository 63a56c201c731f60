import type { Assignment } from './assignment.ts'
import { assignmentsIn } from './assignments.ts'
import { headersIn } from './headers.ts'
import { secretArgumentsIn } from './secret-arguments.ts'
import type { Style } from './style.ts'
import { columnsIn, statementsIn } from './tables.ts'

/** Every literal that may be a secret by the name or the place it is given under, whatever the language. */
export function* literalsIn(text: string, style: Style): Generator<Assignment> {
  yield* assignmentsIn(text, style)
  yield* secretArgumentsIn(text)
  yield* headersIn(text)
  yield* statementsIn(text)
  if (style === 'table') yield* columnsIn(text)
}
