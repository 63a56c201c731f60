import type { Span } from '../../../core/source.ts'
import type { Scope } from '../scope.ts'
import type { Evaluated } from '../value.ts'

/** A call with its arguments evaluated. */
export interface Call {
  readonly args: readonly Evaluated[]
  readonly span: Span
  readonly scope: Scope
}

/** What a function makes of its arguments; undefined when that cannot be told. */
export type TerraformFunction = (call: Call) => Evaluated | undefined

export type FunctionTable = Readonly<Record<string, TerraformFunction>>
