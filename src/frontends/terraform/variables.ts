import type { Declaration, Module, Run, Scope } from './scope.ts'
import { instantiate } from './type-constraint.ts'
import { type Evaluated, unknown } from './value.ts'

/**
 * What a variable stands for: the argument of the module's call; for a module that nobody calls, what tfvars files
 * give; else its default. Attributes that its type makes optional are filled in.
 */
export function variableValue(run: Run, module: Module, declaration: Declaration): Evaluated {
  const given = givenValue(run, module, declaration)
  const fallback = module.openDefaults ? undefined : defaultValue(run, module, declaration)
  const refusesNull = flag(declaration, 'nullable') === false
  const value = given === undefined || (given.kind === 'null' && refusesNull && fallback) ? fallback : given
  const sensitive = isVariableSensitive(declaration)
  const name = declaration.labels[0] ?? ''
  if (!value) {
    return unknown(declaration.header, `${module.prefix}var.${name}`, sensitive ? ({ sensitive: true } as object) : {})
  }
  const type = declaration.attributes.get('type')
  if (!type) return value
  const scope: Scope = { run, origin: type.origin, module: undefined, names: undefined }
  return instantiate(value, type.attribute.value, scope)
}

export function isVariableSensitive(declaration: Declaration): boolean {
  return flag(declaration, 'sensitive') === true
}

function givenValue(run: Run, module: Module, declaration: Declaration): Evaluated | undefined {
  const name = declaration.labels[0] ?? ''
  if (module.arguments) return module.arguments.get(name)?.()
  const bound = module.source.givens.get(name)
  if (!bound) return undefined
  // A deployment of a stack speaks of the locals beside it, and may leave a variable out.
  const value = run.evaluate(bound.attribute.value, { run, origin: bound.origin, module, names: undefined })
  return value.failed ? undefined : value
}

function defaultValue(run: Run, module: Module, declaration: Declaration): Evaluated | undefined {
  const bound = declaration.attributes.get('default')
  if (!bound) return undefined
  return run.evaluate(bound.attribute.value, { run, origin: bound.origin, module, names: undefined })
}

/** A literal `true` or `false`, in HCL or JSON. */
function flag(declaration: Declaration, name: string): boolean | undefined {
  const value = declaration.attributes.get(name)?.attribute.value
  if (value?.kind === 'boolean') return value.value
  return value?.kind === 'json' && value.value.kind === 'boolean' ? value.value.value : undefined
}
