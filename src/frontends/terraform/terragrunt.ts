import { folderOf, pathFrom } from '../../core/paths.ts'
import type { Source } from '../../core/source.ts'
import { recalled, type Tree } from '../../core/tree.ts'
import { parseHcl } from '../../languages/hcl/hcl.ts'
import type { Attribute, Block, Expression } from '../../languages/hcl/syntax.ts'
import { resolveLocal } from './calls.ts'
import { foundAbove } from './functions/terragrunt.ts'
import { dirOf, isTerragruntFile, mistakesOf, moduleOfValues, originOf } from './module.ts'
import { type Bound, type Declaration, type ModuleSource, type Origin, placeOf } from './scope.ts'

/** A directory with a `terragrunt.hcl`: the module that it runs, and what it gives to it. */
export interface TerragruntUnit {
  readonly dir: string
  /** Its locals and inputs, as a module without resources whose variables are given. */
  readonly source: ModuleSource
  /** The module's directory, when it is in the tree; the unit's own when no other is named. */
  readonly target: string | undefined
  /** Texts of the configuration that its `generate` blocks write. */
  readonly generated: readonly Bound[]
  /** Files that it includes, and others that it reads the values of. */
  readonly takes: readonly string[]
}

/**
 * Terragrunt's units, each with the inputs, the locals and the module of the files that it includes, unless it says otherwise.
 * https://terragrunt.gruntwork.io/docs/reference/hcl/
 */
export function terragruntUnits(tree: Tree): readonly TerragruntUnit[] {
  return recalled(tree, unitsOf)
}

function unitsOf(tree: Tree): TerragruntUnit[] {
  return tree.paths.flatMap((path) => {
    if (!isTerragruntFile(path) || !/(?:^|\/)terragrunt\.hcl$/.test(path)) return []
    const source = tree.read(path)
    return source ? [readUnit(source, tree)] : []
  })
}

/** What units include: `root.hcl`, `_envcommon/app.hcl`. No module of its own, but inputs and files that it writes. */
export function terragruntIncludes(tree: Tree): TerragruntUnit[] {
  return tree.paths.flatMap((path) => {
    if (!isTerragruntFile(path) || /(?:^|\/)terragrunt\.hcl$/.test(path)) return []
    const source = tree.read(path)
    return source && /^[ \t]*(?:generate\s+"|inputs\s*=)/m.test(source.text)
      ? [{ ...readUnit(source, tree), target: undefined }]
      : []
  })
}

/** Files that include files that include files. */
const DEEPEST = 4

function readUnit(source: Source, tree: Tree, depth = 0): TerragruntUnit {
  const origin = originOf(source)
  const dir = dirOf(source.uri)
  const { body, mistakes, mistakeCount } = parseHcl(source.text)
  const included = includesOf(body.blocks, source, tree).flatMap((path) => {
    const other = depth < DEEPEST && path !== source.uri ? tree.read(path) : undefined
    return other ? [readUnit(other, tree, depth + 1)] : []
  })
  const own = body.blocks.filter((block) => block.type === 'locals').flatMap((block) => boundsOf(block, origin))
  const names = new Set(own.map(({ attribute }) => attribute.name))
  const locals = [
    ...own,
    ...included
      .flatMap((unit) => [...unit.source.locals.values()])
      .filter(({ attribute }) => !names.has(attribute.name)),
  ]
  const inputs = body.attributes.find((attribute) => attribute.name === 'inputs')
  const terraform = body.blocks.find((block) => block.type === 'terraform')
  const given = new Map([
    ...included.flatMap((unit) => [...unit.source.givens]),
    ...(inputs ? itemsOf(inputs.value, origin) : []).map((bound) => [bound.attribute.name, bound] as const),
  ])
  const call = inputs
    ? callWith(inputs, given, origin)
    : included.flatMap((unit) => unit.source.calls.get('inputs') ?? [])[0]
  const targetElsewhere = included.map(({ target }) => target).find((target, at) => target !== included[at]!.dir)
  return {
    dir,
    source: {
      ...moduleOfValues(source.uri, {
        locals,
        givens: given,
        notifications: mistakesOf(origin, mistakes, mistakeCount),
      }),
      ...(call && { calls: new Map([['inputs', { ...call, attributes: given }]]) }),
    },
    target: terraform && hasSource(terraform) ? targetOf(dir, terraform, source.text) : (targetElsewhere ?? dir),
    generated: body.blocks
      .filter((block) => block.type === 'generate')
      .flatMap((block) => boundsOf(block, origin).filter(({ attribute }) => attribute.name === 'contents')),
    takes: [
      ...includesOf(body.blocks, source, tree),
      ...included.flatMap(({ takes }) => takes),
      ...[...source.text.matchAll(/find_in_parent_folders\(\s*"([^"]+)"/g)].flatMap(
        (match) => foundAbove(dir, match[1], tree) ?? [],
      ),
    ],
  }
}

/** `include "root" { path = find_in_parent_folders("root.hcl") }`, and paths put together of such. */
function includesOf(blocks: readonly Block[], { uri, text }: Source, tree: Tree): string[] {
  return blocks
    .filter(({ type }) => type === 'include')
    .flatMap(({ body }) => {
      const value = body.attributes.find(({ name }) => name === 'path')?.value
      const path = value && pathWritten(text.slice(value.start, value.end).trim(), dirOf(uri), tree)
      return path !== undefined && tree.has(path) ? [path] : []
    })
}

function pathWritten(written: string, dir: string, tree: Tree): string | undefined {
  const literal = /^"(.*)"$/s.exec(written)?.[1]
  if (literal === undefined) return pathOfCall(written, dir, tree)
  const parts = literal.replace(
    /\$\{([^{}]*)\}/g,
    (_, code: string) => `/${pathOfCall(code.trim(), dir, tree) ?? '\uE000'}`,
  )
  return parts.startsWith('/') ? pathFrom('', parts.replace(/^\/+/, '')) : pathFrom(dir, parts)
}

/** A path from the root of the tree. */
function pathOfCall(code: string, dir: string, tree: Tree): string | undefined {
  const found = /^find_in_parent_folders\(\s*(?:"([^"]*)")?[^()]*\)$/.exec(code)
  if (found) return foundAbove(dir, found[1], tree)
  const inner = /^dirname\((.*)\)$/s.exec(code)?.[1]
  if (inner !== undefined) {
    const path = pathOfCall(inner.trim(), dir, tree)
    return path === undefined ? undefined : folderOf(path)
  }
  if (/^get_(?:path_to_)?repo_root\(\)$/.test(code)) return ''
  return /^get_terragrunt_dir\(\)$/.test(code) ? dir : undefined
}

/** The inputs as they are handed over: arguments of a module that is not in the tree, unless it is. */
function callWith(inputs: Attribute, attributes: ReadonlyMap<string, Bound>, origin: Origin): Declaration {
  return {
    type: 'module',
    labels: ['inputs'],
    attributes,
    blocks: [],
    origin,
    span: placeOf(origin, inputs.start, inputs.end),
    header: placeOf(origin, inputs.start, inputs.nameEnd),
  }
}

function boundsOf(block: Block, origin: Origin): Bound[] {
  return block.body.attributes.map((attribute) => ({ attribute, origin }))
}

function hasSource(terraform: Block): boolean {
  return terraform.body.attributes.some((attribute) => attribute.name === 'source')
}

/** `../../modules//app`, also with `${get_terragrunt_dir()}/` or `${get_repo_root()}/` before it. */
function targetOf(dir: string, terraform: Block, text: string): string | undefined {
  const value = terraform.body.attributes.find((attribute) => attribute.name === 'source')?.value
  if (value?.kind !== 'template') return undefined
  const written = text.slice(value.start + 1, value.end - 1)
  const here = written.replace(/^\$\{\s*get_terragrunt_dir\(\)\s*\}\/*/, './')
  const root = /^\$\{\s*(?:get_repo_root|get_path_to_repo_root)\(\)\s*\}\/*(.*)$/.exec(here)
  if (root) return resolveLocal('', `./${root[1]}`)
  return here.includes('${') ? undefined : resolveLocal(dir, here)
}

/** The entries of an object; of `merge(…)`, those of all objects that are written out in it. */
function itemsOf(value: Expression, origin: Origin): Bound[] {
  if (value.kind === 'call') return value.items.flatMap((item) => itemsOf(item, origin))
  if (value.kind !== 'object') return []
  return value.items.flatMap((item): Bound[] => {
    const name = keyOf(item.key, origin)
    if (name === undefined) return []
    const { start, end } = item.key
    const attribute: Attribute = { name, start, nameEnd: end, value: item.value, end: item.value.end }
    return [{ attribute, origin }]
  })
}

function keyOf(key: Expression, origin: Origin): string | undefined {
  if (key.kind === 'name') return key.name
  if (key.kind !== 'template' || key.parts.length !== 1 || key.parts[0]!.kind !== 'text') return undefined
  const { start, end } = placeOf(origin, key.parts[0]!.start, key.parts[0]!.end)
  return origin.text.value.slice(start, end)
}
