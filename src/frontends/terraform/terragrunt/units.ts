import { recalled, type Tree } from '../../../core/tree.ts'
import { dirOf, isTerragruntFile, moduleDirs, moduleOfValues } from '../module.ts'
import { type Loader, newRun } from '../run.ts'
import type { Module, Run } from '../scope.ts'
import { blocksOf, boundValue, configured, withIncluded } from './configured.ts'
import { stackUnits } from './stacks.ts'
import { targetDir } from './target.ts'
import { dependencyFile } from './values.ts'

/** A directory with a `terragrunt.hcl`: the module that it runs, and what that depends on. */
export interface TerragruntUnit {
  readonly dir: string
  readonly path: string
  /** The module's directory, when it is in the tree; the unit's own when no other is named. */
  readonly target: string | undefined
  /** Files that it includes, and others that it reads the values of. */
  readonly takes: readonly string[]
  /** Folders of the units whose outputs it takes. */
  readonly dependencies: readonly string[]
}

/**
 * Terragrunt's units, each with the inputs, the locals and the module of the files that it includes, unless it says otherwise.
 * https://terragrunt.gruntwork.io/docs/reference/hcl/
 */
export function terragruntUnits(tree: Tree): readonly TerragruntUnit[] {
  return recalled(tree, unitsOf)
}

const isUnitFile = (path: string): boolean => /(?:^|\/)terragrunt\.hcl(?:\.json)?$/.test(path)
export const isStackFile = (path: string): boolean => /(?:^|\/)terragrunt\.stack\.hcl(?:\.json)?$/.test(path)

function unitsOf(tree: Tree): TerragruntUnit[] {
  const paths = tree.paths.filter((path) => isTerragruntFile(path) && isUnitFile(path))
  if (paths.length === 0) return []
  const load = folderLoader(tree)
  return paths.flatMap((path) => {
    const run = newRun(tree, load, [])
    const unit = configured(run, path, dirOf(path))
    return unit ? [unitOf(run, unit, path)] : []
  })
}

/** Which folders hold modules is all that is asked here. */
function folderLoader(tree: Tree): Loader {
  const modules = new Set(moduleDirs(tree))
  return (dir) => (modules.has(dir) ? moduleOfValues(`${dir}/`, NOTHING) : undefined)
}

const NOTHING = { locals: [], givens: new Map(), notifications: [] }

function unitOf(run: Run, unit: Module, path: string): TerragruntUnit {
  const files = withIncluded(unit)
  // What a file takes from others shows in its locals mostly.
  for (const file of files) for (const bound of file.source.locals.values()) boundValue(run, file, bound)
  const dependencies = files.flatMap((file) =>
    blocksOf(file, 'dependency').flatMap((block) => dependencyFile(run, file, block) ?? []),
  )
  return {
    dir: dirOf(path),
    path,
    target: targetDir(run, unit),
    takes: [...run.reads].filter((one) => one !== path),
    dependencies: dependencies.map(dirOf),
  }
}

/** What units include: `root.hcl`, `_envcommon/app.hcl`. No module of its own, but inputs and files that it writes. */
export function terragruntIncludes(tree: Tree): TerragruntUnit[] {
  return tree.paths.flatMap((path) => {
    if (!isTerragruntFile(path) || isUnitFile(path) || isStackFile(path)) return []
    const text = tree.read(path)?.text ?? ''
    if (!/^[ \t]*(?:generate[ \t]*["={]|inputs[ \t]*=)|"(?:generate|inputs)"[ \t]*:/m.test(text)) return []
    return [{ dir: dirOf(path), path, target: undefined, takes: [], dependencies: [] }]
  })
}

/** A file that says which units there are. */
export interface TerragruntStack {
  readonly dir: string
  readonly path: string
  /** Folders of the units that it makes copies of, and of their modules. */
  readonly uses: readonly string[]
}

export function terragruntStacks(tree: Tree): readonly TerragruntStack[] {
  return recalled(tree, stacksOf)
}

function stacksOf(tree: Tree): TerragruntStack[] {
  const paths = tree.paths.filter((path) => isTerragruntFile(path) && isStackFile(path))
  const load = paths.length > 0 ? folderLoader(tree) : () => undefined
  return paths.map((path) => {
    const run = newRun(tree, load, [])
    const made = stackUnits(run, path)
    const uses = made.flatMap(({ module }) => [module.source.dir, targetDir(run, module) ?? ''])
    return { dir: dirOf(path), path, uses: uses.filter((dir) => dir !== '') }
  })
}
