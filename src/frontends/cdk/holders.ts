import type { Holder, HolderKind } from '../../core/policy.ts'
import type { Span } from '../../core/source.ts'
import {
  type Call,
  calledName,
  type Expression,
  nameOf,
  type Program,
  resolved,
} from '../../languages/programs/expression.ts'

export const PRINCIPALS: ReadonlyMap<string, HolderKind> = new Map([
  ['Role', 'role'],
  ['LazyRole', 'role'],
  ['CfnRole', 'role'],
  ['User', 'user'],
  ['CfnUser', 'user'],
  ['Group', 'group'],
  ['CfnGroup', 'group'],
])

/** The id that a construct is given, else the variable it is put into. */
export function addressOf(call: Call, program: Program): string {
  const id = call.arguments[1] && resolved(call.arguments[1], program)
  return id?.kind === 'string' ? id.text.value : (call.assignedTo ?? calledName(call))
}

/** What a method is called on, where it is made in the program. */
export function constructBehind(call: Call, program: Program): Call | undefined {
  const known = call.receiver ?? program.constants.get(nameOf(call.path.slice(0, -1)))
  return known?.kind === 'call' ? known : undefined
}

/** The construct, by its id, or by the name that it has in the program. */
export function holderOf(made: Call | undefined, name: string, span: Span, kind: HolderKind, program: Program): Holder {
  const address = made ? addressOf(made, program) : name
  const own = made && kind !== 'resource' ? PRINCIPALS.get(calledName(made)) : undefined
  const service = kind === 'resource' ? serviceOf(made) : undefined
  return { kind: own ?? kind, address, ...(service && { service }), span }
}

export function serviceOf(made: Expression | undefined): string | undefined {
  const module = made?.kind === 'call' ? made.path.at(-2)?.toLowerCase().replace(/^aws/, '') : undefined
  return module === undefined || module === 'this' ? undefined : module
}
