import type { Notification } from '../../core/finding.ts'
import type { Tree } from '../../core/tree.ts'
import { callsOf } from './calls.ts'
import { addressOf, argumentsOf, instanceObject, type Mode } from './instances.ts'
import { dirOf, moduleOfText } from './module.ts'
import { repetitionOf } from './repetition.ts'
import { type Loader, newRun } from './run.ts'
import { type Declaration, type Module, type ModuleSource, newModule, type Run } from './scope.ts'
import { configured } from './terragrunt/configured.ts'
import { generatedTexts } from './terragrunt/generated.ts'
import { type MadeUnit, stackUnits, unseenCalls } from './terragrunt/stacks.ts'
import { inputsCall, targetModule } from './terragrunt/target.ts'
import type { TerragruntUnit } from './terragrunt/units.ts'
import { describedBy, type UnitResource, unwrapped } from './unit-resource.ts'

export type { UnitResource } from './unit-resource.ts'

export interface Unit {
  readonly dir: string
  readonly resources: readonly UnitResource[]
  readonly modules: readonly Module[]
  readonly run: Run
}

/** Far more than the largest has. */
const MOST_RESOURCES = 20_000

/** Evaluates a module that nobody calls, and the local modules that it calls. */
export function evaluateUnit(tree: Tree, source: ModuleSource, load: Loader): Unit {
  const run = newRun(tree, load, [source])
  return evaluated(run, source.dir, [newModule(source)])
}

/** Evaluates what a Terragrunt file runs with its inputs, the file itself included. */
export function evaluateTerragrunt(tree: Tree, { path, dir }: TerragruntUnit, load: Loader): Unit {
  const run = newRun(tree, load, [])
  return evaluateConfigured(run, configured(run, path, dir), dir)
}

function evaluateConfigured(run: Run, caller: Module | undefined, dir: string): Unit {
  if (!caller) return evaluated(run, dir, [])
  const target = targetModule(run, caller)
  // With the module at hand its inputs are no arguments of an unknown one.
  const roots = target ? [caller, target] : [calling(caller)]
  for (const { source } of roots) {
    for (const file of [...source.files, ...source.givenFiles]) run.files.add(file)
    run.notifications.push(...source.notifications)
  }
  return evaluated(run, dir, roots)
}

/** The file as a module that calls another one, which nobody sees. */
function calling(caller: Module): Module {
  const call = inputsCall(caller)
  return call ? { ...caller, source: { ...caller.source, calls: new Map([['inputs', call]]) } } : caller
}

/** Evaluates the units that a stack of Terragrunt's makes of files in the tree, each with where the stack says so. */
export function evaluateStack(tree: Tree, path: string, load: Loader): { unit: Unit; alone: Unit; made: MadeUnit }[] {
  return stackUnits(newRun(tree, load, []), path).map((_, at) => {
    const run = newRun(tree, load, [])
    const made = stackUnits(run, path)[at]!
    const plain = newRun(tree, load, [])
    const { source } = made.module
    const alone = configured(plain, source.configuration!.path, source.dir)
    return {
      unit: evaluateConfigured(run, made.module, dirOf(path)),
      alone: evaluateConfigured(plain, alone, source.dir),
      made,
    }
  })
}

/** Evaluates a stack of Terragrunt's by itself: what it gives to units that are not in the tree. */
export function evaluateStackFile(tree: Tree, path: string, load: Loader): Unit {
  const run = newRun(tree, load, [])
  const stack = configured(run, path, dirOf(path))
  if (!stack) return evaluated(run, dirOf(path), [])
  const source = { ...stack.source, calls: unseenCalls(run, stack) }
  for (const file of source.files) run.files.add(file)
  run.notifications.push(...source.notifications)
  return evaluated(run, dirOf(path), [{ ...stack, source }])
}

/** Evaluates the configuration that the `generate` blocks of a Terragrunt file write. */
export function evaluateGenerated(tree: Tree, { path, dir }: TerragruntUnit, load: Loader): Unit[] {
  const run = newRun(tree, load, [])
  const caller = configured(run, path, dir)
  return (caller ? generatedTexts(run, caller) : []).map(({ text, uri }) => {
    const written = moduleOfText({ uri, text, whole: false })
    return evaluated(newRun(tree, load, [written]), dir, [newModule(written)])
  })
}

function evaluated(run: Run, dir: string, roots: readonly Module[]): Unit {
  const modules = withCalled(run, roots)
  const resources: UnitResource[] = []
  for (const module of modules) {
    for (const declaration of module.source.resources.values()) {
      addInstances(run, module, declaration, 'resource', resources)
    }
    for (const declaration of module.source.data.values()) addInstances(run, module, declaration, 'data', resources)
  }
  return { dir, resources, modules, run }
}

/** Told once a unit, when a budget was used up. */
export function budgetNotification(unit: Unit): Notification[] {
  if (!unit.run.budget.exceeded) return []
  const uri = unit.run.files.values().next().value ?? unit.dir
  return [
    {
      level: 'warning',
      id: 'limit',
      message: `${unit.dir || '.'}: the module is too large or too deep to be evaluated whole; parts of it count as unknown`,
      location: { uri },
      unread: { span: { uri, start: 0, end: 0 }, limit: 'module-steps' },
    },
  ]
}

function withCalled(run: Run, roots: readonly Module[]): Module[] {
  const found = [...roots]
  for (let index = 0; index < found.length; index++) {
    const module = found[index]!
    for (const name of module.source.calls.keys()) {
      for (const called of callsOf(run, module, name)?.modules ?? []) {
        found.push(called)
        for (const notification of called.source.notifications) {
          if (!run.notifications.includes(notification)) run.notifications.push(notification)
        }
      }
    }
  }
  return found
}

function addInstances(run: Run, module: Module, declaration: Declaration, mode: Mode, resources: UnitResource[]): void {
  const base = addressOf(module, declaration, mode)
  const [type = '', name = ''] = declaration.labels
  for (const instance of repetitionOf(run, module, declaration, base).instances) {
    if (resources.length >= MOST_RESOURCES) {
      run.budget.exceeded = true
      return
    }
    const address = base + instance.suffix
    const object = instanceObject(run, module, declaration, mode, instance)
    const { span, header } = declaration
    const resource: UnitResource = {
      mode,
      ...describedBy(type),
      name,
      address,
      span,
      header,
      arguments: argumentsOf(run, module, declaration, instance, address),
      attribute: (attribute) => object.attribute!(attribute, header)!,
    }
    resources.push(unwrapped(resource))
  }
}
