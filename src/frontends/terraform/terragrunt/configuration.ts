import type { Source } from '../../../core/source.ts'
import { recalled, type Tree } from '../../../core/tree.ts'
import { parseHcl } from '../../../languages/hcl/hcl.ts'
import { jsonBlocks, jsonGivens } from '../json-syntax.ts'
import { declarationOf, mistakesOf, moduleOfValues, originOf } from '../module.ts'
import { itemsOf } from '../object-items.ts'
import type { Configuration, ModuleSource } from '../scope.ts'

/** A file of Terragrunt, in HCL or in JSON: https://terragrunt.gruntwork.io/docs/reference/hcl/ */
export function configurationAt(tree: Tree, path: string): Configuration | undefined {
  const known = recalled(tree, noneYet)
  if (!known.has(path)) {
    const source = tree.read(path)
    known.set(path, source && (path.endsWith('.json') ? readJson(source) : readHcl(source)))
  }
  return known.get(path)
}

const noneYet = (_: Tree): Map<string, Configuration | undefined> => new Map()

function readHcl(source: Source): Configuration {
  const origin = originOf(source)
  const { body, mistakes, mistakeCount } = parseHcl(source.text)
  return {
    path: source.uri,
    attributes: new Map(body.attributes.map((attribute) => [attribute.name, { attribute, origin }])),
    blocks: body.blocks.map((block) => declarationOf(block, origin)),
    notifications: mistakesOf(origin, mistakes, mistakeCount),
  }
}

/** How many labels blocks have. */
const LABELS: ReadonlyMap<string, number> = new Map([
  ['dependency', 1],
  ['feature', 1],
  ['include', 1],
  ['locals', 0],
  ['stack', 1],
  ['terraform', 0],
  ['unit', 1],
])

function readJson(source: Source): Configuration {
  const origin = originOf(source)
  const notifications: Configuration['notifications'][number][] = []
  const labelled = jsonBlocks(origin, LABELS, notifications)
  // An `include` may have no name.
  const blocks = labelled.some(({ type }) => type === 'include')
    ? labelled
    : [...labelled, ...jsonBlocks(origin, new Map([['include', 0]]), [])]
  const others = jsonGivens(origin, []).filter(({ attribute }) => !LABELS.has(attribute.name))
  return {
    path: source.uri,
    attributes: new Map(others.map((bound) => [bound.attribute.name, bound])),
    blocks,
    notifications,
  }
}

/** The file as a module without resources: its locals, and its inputs as far as they are written out, for secrets in them. */
export function sourceOf(configuration: Configuration): ModuleSource {
  const { path, attributes, blocks, notifications } = configuration
  const locals = blocks.filter(({ type }) => type === 'locals').flatMap((block) => [...block.attributes.values()])
  const inputs = attributes.get('inputs')
  const givens = (inputs ? itemsOf(inputs.attribute.value, inputs.origin) : []).map(
    (bound) => [bound.attribute.name, bound] as const,
  )
  return { ...moduleOfValues(path, { locals, givens: new Map(givens), notifications }), configuration }
}
