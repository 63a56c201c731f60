import { folderOf, pathFrom } from '../../../core/paths.ts'
import type { Tree } from '../../../core/tree.ts'
import { parseHcl } from '../../../languages/hcl/hcl.ts'
import { originOf } from '../module.ts'
import { placeOf, spend } from '../scope.ts'
import { type Evaluated, entryOf, madeString, mapOf, plainOf } from '../value.ts'
import type { Call, FunctionTable } from './call.ts'

/** Functions of Terragrunt, where its files ask for others: https://terragrunt.gruntwork.io/docs/reference/hcl/functions/ */
export const TERRAGRUNT_FUNCTIONS: FunctionTable = {
  find_in_parent_folders: (call) => {
    const name = call.args[0] ? plainOf(call.args[0]) : undefined
    const home = folderOf(call.span.uri)
    const found = call.args[0] && name === undefined ? undefined : foundAbove(home, name, call.scope.run.tree)
    return found === undefined ? undefined : madeString(relativePath(home, found), call.span)
  },
  get_terragrunt_dir: (call) => madeString('.', call.span),
  read_terragrunt_config: (call) => configuration(call),
}

/** The nearest file of that name above a folder; without a name, the configuration that units include. */
export function foundAbove(folder: string, name: string | undefined, tree: Tree): string | undefined {
  for (let above = folder; above !== ''; ) {
    above = folderOf(above)
    for (const wanted of name === undefined ? ['root.hcl', 'terragrunt.hcl'] : [name]) {
      const path = above === '' ? wanted : `${above}/${wanted}`
      if (tree.has(path)) return path
    }
  }
  return undefined
}

/** `../../env.hcl` from `live/app/prod` to `live/env.hcl`. */
function relativePath(folder: string, path: string): string {
  const above = folderOf(path)
  const rest = above === '' ? folder : folder.slice(above.length + 1)
  const steps = rest === '' ? 0 : rest.split('/').length
  return `${'../'.repeat(steps)}${path.slice(path.lastIndexOf('/') + 1)}`
}

/** The locals of another file, as `.locals`; what they take from others of that file is not followed. */
function configuration({ args, span, scope }: Call): Evaluated | undefined {
  const written = args[0] && plainOf(args[0])
  const path = written === undefined ? undefined : pathFrom(folderOf(span.uri), written)
  const source = path === undefined ? undefined : scope.run.tree.read(path)
  if (!source || !spend(scope.run, source.text.length)) return undefined
  scope.run.reads.add(source.uri)
  const origin = originOf(source)
  const attributes = parseHcl(source.text)
    .body.blocks.filter(({ type }) => type === 'locals')
    .flatMap(({ body }) => body.attributes)
  const locals = attributes.map((attribute) =>
    entryOf(
      attribute.name,
      placeOf(origin, attribute.start, attribute.nameEnd),
      scope.run.evaluate(attribute.value, { ...scope, origin }),
    ),
  )
  return mapOf([entryOf('locals', span, mapOf(locals, span))], span)
}
