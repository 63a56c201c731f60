import { numberIn } from '../operators.ts'
import type { Evaluated } from '../value.ts'
import { numberOf, plainOf } from '../value.ts'
import type { Call, FunctionTable } from './call.ts'

export const NUMBER_FUNCTIONS: FunctionTable = {
  abs: (call) => one(call, Math.abs),
  ceil: (call) => one(call, Math.ceil),
  floor: (call) => one(call, Math.floor),
  log: (call) => two(call, (value, base) => Math.log(value) / Math.log(base)),
  max: (call) => many(call, Math.max),
  min: (call) => many(call, Math.min),
  parseint,
  pow: (call) => two(call, (value, power) => value ** power),
  signum: (call) => one(call, Math.sign),
}

function one(call: Call, compute: (value: number) => number): Evaluated | undefined {
  return many(call, (...values) => compute(values[0]!))
}

function two(call: Call, compute: (one: number, other: number) => number): Evaluated | undefined {
  return call.args.length === 2 ? many(call, (...values) => compute(values[0]!, values[1]!)) : undefined
}

function many(call: Call, compute: (...values: number[]) => number): Evaluated | undefined {
  const values = call.args.slice(0, 1000).map(numberIn)
  if (values.length === 0 || values.includes(undefined)) return undefined
  const result = compute(...(values as number[]))
  return Number.isFinite(result) ? numberOf(result, call.span) : undefined
}

function parseint(call: Call): Evaluated | undefined {
  const text = plainOf(call.args[0])
  const base = numberIn(call.args[1])
  if (text === undefined || base === undefined || base < 2 || base > 36) return undefined
  const value = Number.parseInt(text, base)
  return Number.isSafeInteger(value) ? numberOf(value, call.span) : undefined
}
