import { repetitionOf } from './repetition.ts'
import {
  type Bound,
  type Calls,
  type Declaration,
  exceed,
  type Module,
  type ModuleSource,
  newModule,
  type Run,
  type Scope,
} from './scope.ts'
import { alternativesOf, type Evaluated, memberOf, oneOf, plainOf } from './value.ts'

/** Modules call modules this deep at most; what lies deeper is told as not judged. */
const MOST_LEVELS = 30

/** Not passed to the module. */
export const META = new Set(['source', 'version', 'count', 'for_each', 'providers', 'depends_on'])

/** The modules that the call named `name` stands for; undefined when there is no such call. */
export function callsOf(run: Run, module: Module, name: string): Calls | undefined {
  const known = module.calls.get(name)
  if (known) return known
  const declaration = module.source.calls.get(name)
  if (!declaration) return undefined
  const dir = localDir(run, module, declaration)
  const source = dir === undefined || !mayCall(run, module, dir) ? undefined : run.load(dir)
  const step = stepOf(declaration, name)
  const repetition = repetitionOf(run, module, declaration, step)
  const modules = source
    ? repetition.instances.flatMap((instance): Module[] => {
        if (run.budget.modules-- <= 0) {
          exceed(run)
          return []
        }
        return [calledModule(run, module, declaration, source, instance.scope, step + instance.suffix)]
      })
    : []
  for (const file of source?.files ?? []) run.files.add(file)
  const calls = { repetition, modules, declaration, dir: source ? dir : undefined }
  module.calls.set(name, calls)
  return calls
}

/** `module.app`; a component of a stack is called by what it is. */
export function stepOf({ type }: Declaration, name: string): string {
  return type === 'component' || type === 'stack' || type === 'unit' ? `${type}.${name}` : `module.${name}`
}

function calledModule(
  run: Run,
  parent: Module,
  declaration: Declaration,
  source: ModuleSource,
  scope: Scope,
  step: string,
): Module {
  const boundValue = ({ attribute, origin }: Bound): Evaluated => run.evaluate(attribute.value, { ...scope, origin })
  const inputs = declaration.type === 'module' ? undefined : declaration.attributes.get('inputs')
  // Those of a component stand in one object, which may be put together.
  const given = inputs
    ? new Map([...source.variables.keys()].map((name) => [name, () => namedIn(boundValue(inputs), name)]))
    : new Map(
        [...declaration.attributes]
          .filter(([name]) => !META.has(name))
          .map(([name, bound]) => [name, () => boundValue(bound)]),
      )
  return newModule(source, {
    prefix: `${parent.prefix}${step}.`,
    arguments: given,
    callSpan: declaration.header,
    parent,
    rootDir: parent.rootDir,
  })
}

/** A value by its name, in an object that may be one of several; undefined where none has it. */
export function namedIn(value: Evaluated, name: string): Evaluated | undefined {
  const found = alternativesOf(value).flatMap((one) => memberOf(one, name) ?? [])
  return found.length > 0 ? oneOf(found, found[0]!.span) : undefined
}

/** The directory that a `source` of the form `./x` or `../x` names; undefined outside of the tree. */
function localDir(run: Run, module: Module, declaration: Declaration): string | undefined {
  const bound = declaration.attributes.get('source')
  if (!bound) return undefined
  const source = plainOf(run.evaluate(bound.attribute.value, { run, origin: bound.origin, module, names: undefined }))
  return source === undefined ? undefined : resolveLocal(module.source.dir, source)
}

/** `resolveLocal('examples/a', '../../modules/x')` is `modules/x`. */
export function resolveLocal(dir: string, source: string): string | undefined {
  if (!/^\.\.?(?:[/\\]|$)/.test(source)) return undefined
  return resolvePath(
    dir,
    source
      .replaceAll('\\', '/')
      .replace(/\/\/+/g, '/')
      .replace(/\?[^\n]*$/, ''),
  )
}

/** A path relative to a directory of the tree, normalised; undefined when it is absolute or leaves the tree. */
export function resolvePath(dir: string, path: string): string | undefined {
  if (/^(?:[/~]|[A-Za-z]:)/.test(path) || path.includes('\0')) return undefined
  const parts: string[] = []
  for (const part of `${dir}/${path}`.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}

/** A module that calls itself, over others too, would never end. */
function mayCall(run: Run, module: Module, dir: string): boolean {
  let levels = 0
  for (let caller: Module | undefined = module; caller; caller = caller.parent) {
    if (caller.source.dir === dir) return false
    if (++levels > MOST_LEVELS) return exceed(run)
  }
  return true
}
