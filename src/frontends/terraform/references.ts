import type { Span } from '../../core/source.ts'
import { UNKNOWN } from '../../core/text.ts'
import { callsOf, stepOf } from './calls.ts'
import { instanceCollection } from './instances.ts'
import { outputOf } from './outputs.ts'
import { repeatedValue } from './repetition.ts'
import { type Module, type Run, remembered, type Scope } from './scope.ts'
import { terragruntValue } from './terragrunt/values.ts'
import { type Evaluated, failure, madeString, takenIn, unknown, withTraces } from './value.ts'
import { isVariableSensitive, variableValue } from './variables.ts'

/** Names that stand for something other than a resource type. */
const NOT_A_TYPE = new Set(['data', 'module', 'each', 'count', 'self', 'ephemeral'])

/** `var.x`, `local.x`, `path.module`, `aws_iam_role.ci`; undefined when `root` is none of these. */
export function rootValue(scope: Scope, root: string, name: string, span: Span): Evaluated | undefined {
  const module = scope.module!
  switch (root) {
    case 'var':
      return variable(scope.run, module, name, span)
    case 'local':
      return local(scope.run, module, name, span)
    case 'path':
      return name === 'module'
        ? madeString(module.source.dir || '.', span)
        : name === 'root' || name === 'cwd'
          ? madeString(rootDir(module), span)
          : undefined
    case 'component':
    case 'stack':
      return module.source.calls.has(name) ? moduleObject(scope, name, span) : undefined
    case 'terraform':
    case 'tofu':
      return unknown(span, `${root}.${name}`)
    default: {
      if (NOT_A_TYPE.has(root)) return undefined
      const ofTerragrunt = terragruntValue(scope, root, name, span)
      if (ofTerragrunt) return ofTerragrunt
      const key = `${root}.${name}`
      const declaration = module.source.resources.get(key)
      if (!declaration) return undefined
      return instanceCollection(scope.run, module, declaration, 'resource', span)
    }
  }
}

function rootDir(module: Module): string {
  return module.rootDir || '.'
}

/** `data.type.name` */
export function dataObject(scope: Scope, type: string, name: string, span: Span): Evaluated {
  const module = scope.module!
  const declaration = module.source.data.get(`${type}.${name}`)
  if (!declaration) return unknown(span, `${module.prefix}data.${type}.${name}`)
  return instanceCollection(scope.run, module, declaration, 'data', span)
}

/** `module.name`: its outputs, made in the called module when asked for. */
export function moduleObject(scope: Scope, name: string, span: Span): Evaluated {
  const module = scope.module!
  const calls = callsOf(scope.run, module, name)
  if (!calls) return failure(span, `${module.prefix}module.${name}`)
  const reference = module.prefix + stepOf(calls.declaration, name)
  const objects = calls.repetition.instances.map((_, index) => {
    const called = calls.modules[index]
    return called ? calledModule(scope.run, called, span) : registryModule(reference, span)
  })
  return repeatedValue({ ...calls.repetition, absent: false }, objects, reference, span)
}

function calledModule(run: Run, called: Module, span: Span): Evaluated {
  const attribute = (name: string, at: Span): Evaluated => outputOf(run, called, name, at)
  return unknown(span, called.prefix.slice(0, -1), { attribute })
}

/** A module from elsewhere: of its outputs no more is known than that an ARN is the ARN of one thing. */
function registryModule(reference: string, span: Span): Evaluated {
  const attribute = (name: string, at: Span): Evaluated => {
    const output = `${reference}.${name}`
    return /(?:^|_)arn$/.test(name) ? madeString(SOME_ARN, at, { reference: output }) : unknown(at, output)
  }
  return unknown(span, reference, { attribute })
}

const SOME_ARN = `arn:${UNKNOWN}:${UNKNOWN}:${UNKNOWN}:${UNKNOWN}:${UNKNOWN}`

function variable(run: Run, module: Module, name: string, span: Span): Evaluated {
  const declaration = module.source.variables.get(name)
  if (!declaration) return unknown(span, `${module.prefix}var.${name}`)
  const value = remembered(module, `var.${name}`, span, () => variableValue(run, module, declaration))
  if (!isVariableSensitive(declaration)) return takenIn(value, span)
  return withTraces(takenIn(value, span), { marks: [{ reference: `var.${name}`, span }] })
}

function local(run: Run, module: Module, name: string, span: Span): Evaluated {
  const bound = module.source.locals.get(name)
  if (!bound) return failure(span, `${module.prefix}local.${name}`)
  const value = remembered(module, `local.${name}`, span, () =>
    run.evaluate(bound.attribute.value, { run, origin: bound.origin, module, names: undefined }),
  )
  return takenIn(value, span)
}
