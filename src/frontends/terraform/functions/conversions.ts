import { booleanIn, numberIn } from '../operators.ts'
import { booleanOf, type Evaluated, failure, marked, numberOf, stringOf, textOf, withTraces } from '../value.ts'
import type { Call, FunctionTable } from './call.ts'

/** Type conversions, and what only changes how Terraform looks at a value. */
export const CONVERSION_FUNCTIONS: FunctionTable = {
  defaults: first,
  ephemeralasnull: first,
  nonsensitive: (call) => call.args[0] && withTraces(call.args[0], { marks: [] }),
  sensitive: (call) => call.args[0] && marked(call.args[0], [{ reference: 'sensitive()', span: call.span }]),
  tobool,
  tolist: first,
  tomap: first,
  tonumber,
  tostring,
}

function first(call: Call): Evaluated | undefined {
  return call.args[0]
}

function tobool(call: Call): Evaluated | undefined {
  const [value] = call.args
  if (!value || value.kind === 'unknown' || value.kind === 'null') return value
  const flag = booleanIn(value)
  return flag === undefined ? failure(call.span) : booleanOf(flag, value.span)
}

function tonumber(call: Call): Evaluated | undefined {
  const [value] = call.args
  if (!value || value.kind === 'unknown' || value.kind === 'null') return value
  const number = numberIn(value)
  return number === undefined ? failure(call.span) : numberOf(number, value.span)
}

function tostring(call: Call): Evaluated | undefined {
  const [value] = call.args
  if (!value || value.kind === 'unknown' || value.kind === 'null' || value.kind === 'string') return value
  const text = textOf(value)
  return text ? stringOf(text, value.span) : failure(call.span)
}
