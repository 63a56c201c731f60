import type { Notification } from '../../core/finding.ts'
import type { Tree } from '../../core/tree.ts'
import { callsOf } from './calls.ts'
import { evaluate } from './evaluate.ts'
import { addressOf, argumentsOf, instanceObject, type Mode } from './instances.ts'
import { moduleOfText } from './module.ts'
import { repetitionOf } from './repetition.ts'
import type { Declaration, Module, ModuleSource, Run } from './scope.ts'
import { evaluateParts } from './template.ts'
import type { TerragruntUnit } from './terragrunt.ts'
import { describedBy, type UnitResource, unwrapped } from './unit-resource.ts'
import type { Evaluated } from './value.ts'

export type { UnitResource } from './unit-resource.ts'

export interface Unit {
  readonly dir: string
  readonly resources: readonly UnitResource[]
  readonly modules: readonly Module[]
  readonly run: Run
}

/** Steps, characters and modules that one unit may take; real ones take a hundredth. */
const MOST_STEPS = 3_000_000
const MOST_CHARACTERS = 30_000_000
const MOST_MODULES = 1_000
const MOST_RESOURCES = 20_000

/** Evaluates a module that nobody calls, and the local modules that it calls. */
export function evaluateUnit(tree: Tree, source: ModuleSource, load: Loader): Unit {
  const run = newRun(tree, load, [source])
  return evaluated(run, source.dir, [newModule(source, undefined)])
}

/** Evaluates the module that a Terragrunt unit runs, with the unit's inputs. */
export function evaluateTerragrunt(tree: Tree, terragrunt: TerragruntUnit, load: Loader): Unit {
  const target = terragrunt.target === undefined ? undefined : load(terragrunt.target)
  // With the module at hand its inputs are no arguments of an unknown one.
  const caller = newModule(target ? { ...terragrunt.source, calls: new Map() } : terragrunt.source, undefined)
  if (!target) return evaluated(newRun(tree, load, [terragrunt.source]), terragrunt.dir, [caller])
  const run = newRun(tree, load, [terragrunt.source, target])
  const inputs = new Map<string, () => Evaluated>()
  for (const [name, { attribute, origin }] of [...target.givens, ...terragrunt.source.givens]) {
    inputs.set(name, () => evaluate(attribute.value, { run, origin, module: caller, names: undefined }))
  }
  return evaluated(run, terragrunt.dir, [caller, newModule(target, inputs)])
}

/** Evaluates the configuration that the `generate` blocks of a Terragrunt file write. */
export function evaluateGenerated(tree: Tree, terragrunt: TerragruntUnit, load: Loader): Unit[] {
  const { source, dir } = terragrunt
  const caller = newModule(source, undefined)
  const reading = newRun(tree, load, [source])
  return terragrunt.generated.flatMap(({ attribute, origin }) => {
    const text = evaluate(attribute.value, { run: reading, origin, module: caller, names: undefined })
    if (text.kind !== 'string') return []
    const written = moduleOfText({ uri: origin.uri, text: text.text, whole: false })
    return [evaluated(newRun(tree, load, [written]), dir, [newModule(written, undefined)])]
  })
}

type Loader = (dir: string) => ModuleSource | undefined

function newRun(tree: Tree, load: Loader, sources: readonly ModuleSource[]): Run {
  return {
    tree,
    reads: new Set(),
    files: new Set(sources.flatMap((source) => [...source.files, ...source.givenFiles])),
    notifications: sources.flatMap((source) => source.notifications),
    budget: { steps: MOST_STEPS, characters: MOST_CHARACTERS, modules: MOST_MODULES, depth: 0, exceeded: false },
    weights: new Map(),
    evaluate,
    evaluateParts,
    load,
  }
}

function newModule(source: ModuleSource, given: Module['arguments']): Module {
  return {
    source,
    prefix: '',
    arguments: given,
    callSpan: undefined,
    memo: new Map(),
    parent: undefined,
    rootDir: source.dir,
    repetitions: new Map(),
    calls: new Map(),
  }
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
