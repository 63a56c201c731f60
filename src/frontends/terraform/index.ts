import type { Notification } from '../../core/finding.ts'
import type { Related } from '../../core/node.ts'
import type { Tree } from '../../core/tree.ts'
import { nodesOnlyWith, nodesOtherThan } from '../../extract/other-values.ts'
import { withSwitches } from '../../extract/switched-off.ts'
import { type FrontEnd, readOf } from '../front-end.ts'
import type { Parsed } from '../parsed.ts'
import { allowedValues } from './allowed-values.ts'
import { deploymentsOf } from './deployments.ts'
import { type Example, exampleOf, markExamples } from './examples.ts'
import { moduleGraph } from './graph.ts'
import {
  dirOf,
  moduleDirs,
  moduleLoader,
  moduleOfValues,
  otherVariableFiles,
  readGivens,
  shadowedDirs,
} from './module.ts'
import { nodesOf } from './nodes.ts'
import { isPlan, planNodes } from './plan.ts'
import type { Loader } from './run.ts'
import { isState, stateNodes } from './state.ts'
import { switchedOff } from './switched-off.ts'
import { terragruntIncludes, terragruntStacks, terragruntUnits } from './terragrunt/units.ts'
import {
  budgetNotification,
  evaluateGenerated,
  evaluateStack,
  evaluateStackFile,
  evaluateTerragrunt,
  evaluateUnit,
  type Unit,
} from './unit.ts'
import { judgedWith, toldOf, variableFilesOf, withVariableFile } from './variable-files.ts'

/** What Terraform writes as JSON; its modules are folders of files, which `parseModules` reads. */
const terraform: FrontEnd = {
  files: [{ name: 'state', owns: (path) => /[.!]tfstate(?:-prev|\.backup)?$/.test(path) }],
  documents: [
    {
      name: 'plan',
      toldBy: 'content',
      mayBe: (text) => /"(?:planned_values|terraform_version)"/.test(text),
      owns: isPlan,
      read: (plan) => readOf(planNodes(plan)),
    },
    {
      name: 'state',
      toldBy: 'content',
      mayBe: (text) => text.includes('"terraform_version"'),
      owns: isState,
      read: (state) => readOf(stateNodes(state)),
    },
  ],
}

export default terraform

export { relatedModules } from './graph.ts'

/**
 * The Terraform modules of a tree, each that no other module calls as one unit, with the local modules that it calls;
 * Terragrunt's units likewise. Of `dirs` only those are given that are such units; `relatedModules` says which may have
 * changed.
 */
export function* parseModules(tree: Tree, dirs?: Iterable<string>): Generator<Parsed> {
  const loader = moduleLoader(tree)
  const terragrunt = new Map(terragruntUnits(tree).map((unit) => [unit.dir, unit]))
  const graph = moduleGraph(tree)
  const wanted = dirs && new Set(dirs)
  const shadowed = shadowedDirs(tree)
  const variableFiles = variableFilesOf(tree, moduleDirs(tree).filter(graph.isRoot), loader.load, wanted)
  for (const dir of new Set([...moduleDirs(tree), ...terragrunt.keys()])) {
    if (!graph.isRoot(dir) || (wanted && !wanted.has(dir))) continue
    const caller = terragrunt.get(dir)
    if (caller) {
      yield parsed(evaluateTerragrunt(tree, caller, loader.load))
      yield* evaluateGenerated(tree, caller, loader.load).map(parsed)
    }
    // A directory may hold a module of its own besides a unit that runs another one.
    const written = caller?.target === dir ? undefined : loader.loadOnce(dir)
    if (!written) continue
    // A stack is made by its deployments alone.
    const [first, ...deployments] = deploymentsOf(written)
    const source = first ? withVariableFile(written, first) : written
    const example = exampleOf(dir, graph, tree)
    const plain = judged(parsed(evaluateUnit(tree, source, loader.load)), example)
    const { files, left } = judgedWith([...deployments, ...(variableFiles.get(dir) ?? [])])
    yield { ...plain, notifications: [...plain.notifications, ...left] }
    for (const file of files) {
      const given = judged(parsed(evaluateUnit(tree, withVariableFile(source, file), loader.load)), example)
      const nodes = nodesOtherThan(plain.nodes, given.nodes, toldOf(file))
      if (nodes.length > 0) yield { ...given, nodes }
    }
    for (const { file, words } of allowedValues(source)) {
      const given = parsed(evaluateUnit(tree, withVariableFile(source, file), loader.load))
      const nodes = nodesOnlyWith(plain.nodes, given.nodes, { words, never: false })
      if (nodes.length > 0) yield { ...given, nodes, notifications: [] }
    }
    if (shadowed.size > 0 && graph.within(dir).some((one) => shadowed.has(one))) {
      const terraform = moduleLoader(tree, 'terraform')
      const other = terraform.loadOnce(dir)
      if (other) yield parsed(evaluateUnit(tree, other, terraform.load))
    }
  }
  for (const included of terragruntIncludes(tree)) {
    if (wanted && !wanted.has(included.dir)) continue
    yield parsed(evaluateTerragrunt(tree, included, () => undefined))
    yield* evaluateGenerated(tree, included, loader.load).map(parsed)
  }
  for (const { dir, path } of terragruntStacks(tree)) {
    if (!wanted || wanted.has(dir)) yield* stack(tree, path, loader.load)
  }
  for (const path of otherVariableFiles(tree)) {
    if (!wanted || wanted.has(dirOf(path))) yield* variableFile(tree, path)
  }
}

/** The values in a tfvars file that is named on the command line, by themselves. */
function* variableFile(tree: Tree, path: string): Generator<Parsed> {
  const source = tree.read(path)
  if (!source) return
  const notifications: Notification[] = []
  const givens = new Map(readGivens(source, notifications).map((bound) => [bound.attribute.name, bound]))
  const module = moduleOfValues(path, { locals: [], givens, notifications })
  yield { ...parsed(evaluateUnit(tree, module, () => undefined)), unit: path }
}

/** What a stack of Terragrunt's makes: the units that it makes of others are told where they are more than these alone. */
function* stack(tree: Tree, path: string, load: Loader): Generator<Parsed> {
  yield parsed(evaluateStackFile(tree, path, load))
  for (const { unit, alone, made } of evaluateStack(tree, path, load)) {
    const given = parsed(unit)
    const [label = ''] = made.block.labels
    const told: Related = { span: made.block.header, message: `with the values of unit ${label}` }
    const nodes = nodesOtherThan(nodesOf(alone).nodes, given.nodes, told)
    if (nodes.length > 0) yield { ...given, nodes }
  }
}

function judged(plain: Parsed, example: Example | undefined): Parsed {
  return example ? { ...plain, nodes: markExamples(plain.nodes, example) } : plain
}

function parsed(unit: Unit): Parsed {
  const { nodes, notifications } = nodesOf(unit)
  const { run } = unit
  return {
    unit: unit.dir,
    nodes: withSwitches(nodes, switchedOff(unit)),
    notifications: [...run.notifications, ...notifications, ...budgetNotification(unit)],
    files: [...run.files],
    reads: [...run.reads],
  }
}
