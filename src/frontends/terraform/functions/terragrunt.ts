import { folderOf } from '../../../core/paths.ts'
import type { Tree } from '../../../core/tree.ts'
import { readGivens } from '../module.ts'
import { jsonText } from '../render-json.ts'
import { placeOf, spend } from '../scope.ts'
import { configured, pathsMeant } from '../terragrunt/configured.ts'
import { configurationValue } from '../terragrunt/values.ts'
import { type Evaluated, entryOf, lazyString, madeString, mapOf, plainOf, unknown } from '../value.ts'
import type { Call, FunctionTable } from './call.ts'

/**
 * Functions of Terragrunt, where its files ask for others: https://terragrunt.gruntwork.io/docs/reference/hcl/functions/
 * Paths are given from the root of the tree.
 */
export const TERRAGRUNT_FUNCTIONS: FunctionTable = {
  find_in_parent_folders: (call) => {
    const name = call.args[0] ? plainOf(call.args[0]) : undefined
    const found = call.args[0] && name === undefined ? undefined : foundAbove(homeOf(call), name, call.scope.run.tree)
    return found === undefined ? call.args[1] : madeString(found, call.span)
  },
  get_env: ({ args, span }) => {
    const [name, fallback] = args
    return fallback ?? unknown(span, `get_env("${(name && plainOf(name)) ?? ''}")`)
  },
  get_original_terragrunt_dir: folderHere,
  get_parent_terragrunt_dir: (call) => madeString(parentOf(call) || '.', call.span),
  get_path_from_repo_root: folderHere,
  get_path_to_repo_root: root,
  get_repo_root: root,
  get_terragrunt_dir: folderHere,
  path_relative_to_include: (call) => {
    const [parent, home] = [parentOf(call), homeOf(call)]
    const isBelow = parent === '' || home === parent || home.startsWith(`${parent}/`)
    return isBelow ? madeString(home.slice(parent.length).replace(/^\//, '') || '.', call.span) : undefined
  },
  read_terragrunt_config: (call) => configuration(call),
  read_tfvars_file: (call) => variables(call),
}

/** The folder from which the file is read that the call stands in. */
function homeOf({ scope, span }: Call): string {
  return scope.module?.source.configuration ? scope.module.rootDir : folderOf(span.uri)
}

function folderHere(call: Call): Evaluated {
  return madeString(homeOf(call) || '.', call.span)
}

/** What follows begins with a slash, which is left out of paths. */
function root({ span }: Call): Evaluated {
  return madeString('', span)
}

/** The folder of the file that is included: this one, read from elsewhere, or the first that this one includes. */
function parentOf(call: Call): string {
  const module = call.scope.module
  if (!module?.source.configuration || module.source.dir !== module.rootDir) return module?.source.dir ?? ''
  return module.includes?.()[0]?.module.source.dir ?? module.source.dir
}

/** The nearest file of that name above a folder; without a name, the configuration that units include. */
export function foundAbove(folder: string, name: string | undefined, tree: Tree): string | undefined {
  for (let above = folder; above !== ''; ) {
    above = folderOf(above)
    for (const wanted of name === undefined ? ['root.hcl', 'terragrunt.hcl', 'terragrunt.hcl.json'] : [name]) {
      const path = above === '' ? wanted : `${above}/${wanted}`
      if (tree.has(path) || (!wanted.includes('.') && isFolder(path, tree))) return path
    }
  }
  return undefined
}

const isFolder = (path: string, tree: Tree): boolean => tree.paths.some((one) => one.startsWith(`${path}/`))

function fileMeant({ args, scope, span }: Call): string | undefined {
  const written = args[0] && plainOf(args[0])
  if (written === undefined) return undefined
  const place = scope.module ?? { rootDir: folderOf(span.uri), source: { dir: folderOf(span.uri) } }
  return pathsMeant(written, place).find((path) => scope.run.tree.has(path))
}

/** The locals and the inputs of another file, read from its own folder. */
function configuration(call: Call): Evaluated | undefined {
  const { args, span, scope } = call
  const path = fileMeant(call)
  const module = path === undefined ? undefined : configured(scope.run, path, folderOf(path))
  return module ? configurationValue(scope.run, module, span) : args[1]
}

/** A file of values as JSON. */
function variables(call: Call): Evaluated | undefined {
  const { scope, span } = call
  const path = fileMeant(call)
  const source = path === undefined ? undefined : scope.run.tree.read(path)
  if (!source || !spend(scope.run, source.text.length)) return undefined
  scope.run.reads.add(source.uri)
  const entries = readGivens(source, []).map(({ attribute, origin }) =>
    entryOf(
      attribute.name,
      placeOf(origin, attribute.start, attribute.nameEnd),
      scope.run.evaluate(attribute.value, { ...scope, origin, module: undefined, names: undefined }),
    ),
  )
  const map = mapOf(entries, span)
  return lazyString(() => jsonText(map, scope.run), span, { json: map })
}
