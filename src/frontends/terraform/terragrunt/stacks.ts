import { UNKNOWN } from '../../../core/text.ts'
import { dirOf } from '../module.ts'
import type { Declaration, Module, Run } from '../scope.ts'
import { type Evaluated, plainOf } from '../value.ts'
import { attributeOf, blocksOf, configured, pathsMeant, unitFileIn } from './configured.ts'
import { isElsewhere } from './target.ts'

/** A unit that a stack makes of a file in the tree, with the values that the stack gives to it. */
export interface MadeUnit {
  readonly module: Module
  /** The block of the stack. */
  readonly block: Declaration
}

/** Stacks of stacks of stacks. */
const DEEPEST = 4

/**
 * The units that a stack makes, and the stacks that it makes of others.
 * https://terragrunt.gruntwork.io/docs/features/stacks/
 */
export function stackUnits(run: Run, path: string): MadeUnit[] {
  const stack = configured(run, path, dirOf(path))
  return stack ? unitsIn(run, stack, 0) : []
}

function unitsIn(run: Run, stack: Module, depth: number): MadeUnit[] {
  const units = blocksOf(stack, 'unit').flatMap((block): MadeUnit[] => {
    const path = fileNamed(run, stack, block, (dir) => unitFileIn(run, dir))
    const module = path === undefined ? undefined : made(run, stack, block, path)
    return module ? [{ module, block }] : []
  })
  if (depth >= DEEPEST) return units
  const stacks = blocksOf(stack, 'stack').flatMap((block) => {
    const path = fileNamed(run, stack, block, (dir) => stackFileIn(run, dir))
    const inner = path === undefined ? undefined : made(run, stack, block, path)
    return inner ? unitsIn(run, inner, depth + 1) : []
  })
  return [...units, ...stacks]
}

function stackFileIn(run: Run, dir: string): string | undefined {
  const names = ['terragrunt.stack.hcl', 'terragrunt.stack.hcl.json'].map((name) =>
    dir === '' ? name : `${dir}/${name}`,
  )
  return names.find((name) => run.tree.has(name))
}

/** The file that a block makes something of; undefined when it is not in the tree. */
function fileNamed(
  run: Run,
  stack: Module,
  block: Declaration,
  fileIn: (dir: string) => string | undefined,
): string | undefined {
  const source = plainOf(attributeOf(run, stack, block, 'source'))?.replace(/\?[^\n]*$/, '')
  if (source === undefined || isElsewhere(source)) return undefined
  return pathsMeant(source, stack)
    .map(fileIn)
    .find((path) => path !== undefined)
}

/** The file with the values that it is given, read from the folder that Terragrunt copies it to. */
function made(run: Run, stack: Module, block: Declaration, path: string): Module | undefined {
  const [label = ''] = block.labels
  const place = plainOf(attributeOf(run, stack, block, 'path')) ?? label
  const home = [stack.rootDir, '.terragrunt-stack', place].filter((part) => part !== '').join('/')
  const values = attributeOf(run, stack, block, 'values')
  const entries = values?.kind === 'map' ? values.entries.filter(({ key }) => !key.includes(UNKNOWN)) : []
  const given = new Map(entries.map(({ key, value }) => [key, () => value as Evaluated]))
  return configured(run, path, home, { given, as: `${stack.source.dir} ${label}` })
}

/** The units and stacks that are made of what is not in the tree, as calls of modules that nobody sees. */
export function unseenCalls(run: Run, stack: Module): ReadonlyMap<string, Declaration> {
  const unseen = [...blocksOf(stack, 'unit'), ...blocksOf(stack, 'stack')].filter(
    (block) => fileNamed(run, stack, block, (dir) => unitFileIn(run, dir) ?? stackFileIn(run, dir)) === undefined,
  )
  return new Map(unseen.map((block) => [block.labels[0] ?? '', block]))
}
