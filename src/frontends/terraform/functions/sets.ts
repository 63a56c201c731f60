import { booleanIn, numberIn } from '../operators.ts'
import { booleanOf, type Evaluated, listOf, numberOf, plainOf } from '../value.ts'
import type { Call, FunctionTable } from './call.ts'

/** Functions that need every element to be known. */
export const SET_FUNCTIONS: FunctionTable = {
  alltrue: (call) => flags(call, (all) => all.every(Boolean)),
  anytrue: (call) => flags(call, (all) => all.some(Boolean)),
  range,
  setintersection: (call) => combined(call, (one, others) => others.every((other) => other.has(one))),
  setsubtract: (call) => combined(call, (one, others) => !others.some((other) => other.has(one))),
  setunion,
  setproduct,
  sum,
}

/** A product or range larger than this is given up. */
const LARGEST = 5_000

function listsOf(call: Call): (readonly Evaluated[])[] | undefined {
  const lists: (readonly Evaluated[])[] = []
  for (const arg of call.args) {
    if (arg.kind !== 'list' || arg.each) return undefined
    lists.push(arg.items as readonly Evaluated[])
  }
  return lists
}

function namesIn(list: readonly Evaluated[]): Set<string> | undefined {
  const names = list.map(plainOf)
  return names.includes(undefined) ? undefined : new Set(names as string[])
}

function combined(
  call: Call,
  keep: (name: string, others: readonly ReadonlySet<string>[]) => boolean,
): Evaluated | undefined {
  const lists = listsOf(call)
  const [first, ...others] = lists ?? []
  if (!first || !namesIn(first)) return undefined
  const sets = others.map(namesIn)
  if (sets.includes(undefined)) return undefined
  return listOf(
    first.filter((item) => keep(plainOf(item)!, sets as Set<string>[])),
    call.span,
  )
}

function setunion(call: Call): Evaluated | undefined {
  const lists = listsOf(call)
  if (!lists) return undefined
  const seen = new Set<string>()
  return listOf(
    lists.flat().filter((item) => {
      const name = plainOf(item)
      return name === undefined || (!seen.has(name) && seen.add(name))
    }),
    call.span,
  )
}

function setproduct(call: Call): Evaluated | undefined {
  const lists = listsOf(call)
  if (!lists || lists.reduce((size, list) => size * list.length, 1) > LARGEST) return undefined
  const product = lists.reduce<Evaluated[][]>(
    (before, list) => before.flatMap((chosen) => list.map((item) => [...chosen, item])),
    [[]],
  )
  return listOf(
    product.map((items) => listOf(items, call.span)),
    call.span,
  )
}

function flags(call: Call, decide: (all: readonly boolean[]) => boolean): Evaluated | undefined {
  const all = listsOf(call)?.[0]?.map(booleanIn)
  return !all || all.includes(undefined) ? undefined : booleanOf(decide(all as boolean[]), call.span)
}

function sum(call: Call): Evaluated | undefined {
  const all = listsOf(call)?.[0]?.map(numberIn)
  if (!all || all.includes(undefined)) return undefined
  return numberOf(
    (all as number[]).reduce((total, number) => total + number, 0),
    call.span,
  )
}

function range(call: Call): Evaluated | undefined {
  const [first, second, third] = call.args.map(numberIn)
  if (first === undefined || (call.args.length > 1 && second === undefined)) return undefined
  const start = second === undefined ? 0 : first
  const end = second ?? first
  const step = third ?? (end < start ? -1 : 1)
  if (step === 0 || Math.abs((end - start) / step) > LARGEST) return undefined
  const items: Evaluated[] = []
  for (let at = start; step > 0 ? at < end : at > end; at += step) items.push(numberOf(at, call.span))
  return listOf(items, call.span)
}
