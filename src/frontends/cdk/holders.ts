import type { Holder, HolderKind } from '../../core/policy.ts'
import type { Span } from '../../core/source.ts'
import { type Call, calledName, type Expression, type Program } from '../../languages/programs/expression.ts'
import { addressOf, templateClass } from './constructs.ts'

export const PRINCIPALS: ReadonlyMap<string, HolderKind> = new Map([
  ['Role', 'role'],
  ['LazyRole', 'role'],
  ['User', 'user'],
  ['Group', 'group'],
])

/** The construct, by its id, or by the name that it has in the program. */
export function holderOf(made: Call | undefined, name: string, span: Span, kind: HolderKind, program: Program): Holder {
  const address = made ? addressOf(made, program) : name
  const own = made && kind !== 'resource' ? kindOf(made) : undefined
  const service = kind === 'resource' ? serviceOf(made) : undefined
  return { kind: own ?? kind, address, ...(service && { service }), span }
}

function kindOf(made: Call): HolderKind | undefined {
  return PRINCIPALS.get(calledName(made)) ?? templateClass(made)?.row?.holder?.kind
}

export function serviceOf(made: Expression | undefined): string | undefined {
  const module =
    made?.kind === 'call'
      ? made.path
          .at(-2)
          ?.toLowerCase()
          .replace(/^aws_?/, '')
      : undefined
  return module === undefined || module === 'this' ? undefined : module
}
