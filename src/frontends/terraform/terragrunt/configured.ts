import { lazy } from '../../../core/lazy.ts'
import { resolvePath } from '../calls.ts'
import { type Bound, type Declaration, type Include, type Module, newModule, type Run } from '../scope.ts'
import { type Evaluated, plainOf } from '../value.ts'
import { configurationAt, sourceOf } from './configuration.ts'

/**
 * A file of Terragrunt as it is read from a folder: by itself from its own, included from that of the unit. `given` are the
 * values that a stack gives to a unit, and `as` then tells it from the same file elsewhere.
 */
export function configured(
  run: Run,
  path: string,
  home: string,
  { given, as = '' }: { given?: NonNullable<Module['arguments']>; as?: string } = {},
): Module | undefined {
  const key = `${path}\n${home}\n${as}`
  if (run.configurations.has(key)) return run.configurations.get(key)
  const configuration = configurationAt(run.tree, path)
  if (configuration) run.reads.add(path)
  const module: Module | undefined =
    configuration &&
    newModule(sourceOf(configuration), {
      arguments: given,
      rootDir: home,
      includes: lazy(() => includesOf(run, module!)),
    })
  run.configurations.set(key, module)
  return module
}

/** Files that include files that include files: Terragrunt allows one level. */
const DEEPEST = 4

function includesOf(run: Run, module: Module): Include[] {
  return blocksOf(module, 'include').flatMap((block) => {
    const written = plainOf(attributeOf(run, module, block, 'path'))
    const path = pathsMeant(written, module).find((one) => run.tree.has(one))
    const other = path === undefined ? undefined : configured(run, path, module.rootDir)
    return other && other !== module ? [{ name: block.labels[0] ?? '', module: other }] : []
  })
}

/** The file and those that it includes, itself first: it wins over them. */
export function withIncluded(module: Module): readonly Module[] {
  const found = new Set<Module>()
  const add = (one: Module, depth: number): void => {
    if (depth > DEEPEST || found.has(one)) return
    found.add(one)
    for (const { module: other } of one.includes?.() ?? []) add(other, depth + 1)
  }
  add(module, 0)
  return [...found]
}

export function blocksOf({ source }: Module, type: string): Declaration[] {
  return (source.configuration?.blocks ?? []).filter((block) => block.type === type)
}

/** A block of a file or of those that it includes, with the file that it stands in. */
export function blockNamed(module: Module, type: string, name?: string): readonly [Module, Declaration] | undefined {
  for (const owner of withIncluded(module)) {
    const block = blocksOf(owner, type).find(({ labels }) => name === undefined || labels[0] === name)
    if (block) return [owner, block]
  }
  return undefined
}

export function attributeOf(run: Run, module: Module, block: Declaration, name: string): Evaluated | undefined {
  const bound = block.attributes.get(name)
  return bound && boundValue(run, module, bound)
}

export function boundValue(run: Run, module: Module, { attribute, origin }: Bound): Evaluated {
  return run.evaluate(attribute.value, { run, origin, module, names: undefined })
}

/**
 * What a path may mean, the likeliest first: as seen from the folder that a file is read from, from its own, or from the root of
 * the tree, which is how functions give paths.
 */
export function pathsMeant(
  written: string | undefined,
  { rootDir, source }: { readonly rootDir: string; readonly source: { readonly dir: string } },
): string[] {
  if (written === undefined) return []
  const path = written.replaceAll('\\', '/').replace(/\/\/+/g, '/')
  const near = [rootDir, source.dir].map((dir) => resolvePath(dir, path))
  const fromRoot = resolvePath('', path.replace(/^\/+/, ''))
  const all = /^\.\.?(?:\/|$)/.test(path) ? [...near, fromRoot] : [fromRoot, ...near]
  return [...new Set(all.flatMap((one) => one ?? []))]
}

/** A unit's own file in a folder. */
export function unitFileIn(run: Run, dir: string): string | undefined {
  const names = ['terragrunt.hcl', 'terragrunt.hcl.json'].map((name) => (dir === '' ? name : `${dir}/${name}`))
  return names.find((name) => run.tree.has(name))
}
