import type { Path } from '../aws/resources/index.ts'
import type { ResourceNode } from '../core/node.ts'
import type { Span } from '../core/source.ts'
import { UNKNOWN } from '../core/text.ts'
import { leafOf, type Value } from '../core/value.ts'
import { jsonIn } from './encoded.ts'

/** What stands at a path of a resource, or that nothing does. */
export interface Found {
  /** Undefined: nothing is written there, so it is what AWS makes of nothing. */
  readonly value: Value | undefined
  /** The value, or the block or resource that lacks it. */
  readonly span: Span
  /** The block that it stands in or should, to read its neighbours; the value itself where that block is not known. */
  readonly within: Value
}

/**
 * What a resource says at a path, whatever format it is written in. Names are Terraform's; CloudFormation's are known by
 * their sound (`kms_key_id` is `KmsKeyId` and `KMSKeyId`), and where they differ the path is a pair. Blocks that may
 * stand many times give one value each. A step that ends with `[]` stands for those there are, none included; without
 * it, a missing block is a missing value.
 */
export function valuesAt(resource: Pick<ResourceNode, 'type' | 'arguments' | 'span'>, path: Path): Found[] {
  const steps = stepsFor(resource.type, path)
  return steps ? walk(resource.arguments, steps, resource.span) : []
}

/** The value at a path where there is one. */
export function valueAt(resource: Pick<ResourceNode, 'type' | 'arguments' | 'span'>, path: Path): Value | undefined {
  return valuesAt(resource, path).find(({ value }) => value !== undefined)?.value
}

/** The member of a block by Terraform's name of it. */
export function partOf(block: Value | undefined, name: string): Value | undefined {
  if (block?.kind !== 'map') return undefined
  const entry = block.entries.findLast(({ key }) => isCalled(key, name))
  return entry?.value.kind === 'null' ? undefined : entry?.value
}

/** The steps of a path as the format of a resource goes by them; undefined where it has no such argument. */
export function stepsFor(type: string, path: Path): readonly string[] | undefined {
  const written = typeof path === 'string' ? path : isCloudFormation(type) ? path[1] : path[0]
  return written?.split('.')
}

export function isCloudFormation(type: string): boolean {
  return type.startsWith('AWS::') || type.startsWith('awscc_')
}

function walk(at: Value, [step, ...rest]: readonly string[], span: Span): Found[] {
  if (step === undefined) return [{ value: at, span: at.span, within: at }]
  const blocks = blocksOf(at)
  if (blocks === undefined) {
    const reference = leafOf(at)?.reference
    const unread: Value = { kind: 'unknown', span: at.span, ...(reference !== undefined && { reference }) }
    return [{ value: unread, span: at.span, within: unread }]
  }
  return blocks.flatMap((block) => {
    if (block.kind === 'unknown') return [{ value: block, span: block.span, within: block }]
    const many = step.endsWith('[]')
    const value = partOf(block, many ? step.slice(0, -2) : step)
    const here = block === at ? span : block.span
    if (value === undefined || (value.kind === 'list' && value.items.length === 0 && rest.length > 0))
      return many ? [] : [{ value: undefined, span: here, within: block }]
    return rest.length === 0
      ? [{ value, span: value.span, within: block }]
      : walk(value, rest, here).map((found) => (found.within === value ? { ...found, within: value } : found))
  })
}

/** Maps, and what is not known; undefined for what holds no blocks. */
function blocksOf(value: Value): readonly Value[] | undefined {
  switch (value.kind) {
    case 'map':
      return [value]
    case 'list':
      return value.items.flatMap((item) => blocksOf(item) ?? [])
    case 'string': {
      const json = jsonIn(value)
      return json && blocksOf(json)
    }
    case 'unknown':
      return value.maybe?.length ? value.maybe.flatMap((one) => blocksOf(one) ?? []) : [value]
    default:
      return []
  }
}

function isCalled(key: string, name: string): boolean {
  if (key === name) return true
  // Nearly every argument is another one, and begins with another letter.
  if ((key.charCodeAt(0) | 32) !== (name.charCodeAt(0) | 32)) return false
  const [one, other] = [key.replaceAll('_', '').toLowerCase(), name.replaceAll('_', '').toLowerCase()]
  // Pulumi calls blocks that may stand many times by their plural.
  return one === other || one === `${other}s`
}

/** A switch: on, off, or not to be known. Templates write switches as words, too. */
export function switchOf(value: Value | undefined): boolean | undefined {
  if (value?.kind === 'unknown' && value.maybe?.length) {
    const [first, ...others] = value.maybe.map(switchOf)
    return others.every((other) => other === first) ? first : undefined
  }
  const word = leafOf(value)?.value.toLowerCase()
  if (word === 'true' || word === 'enabled' || word === 'yes') return true
  return word === 'false' || word === 'disabled' || word === 'no' || word === '' ? false : undefined
}

/** The text of a scalar; undefined when it is absent or not wholly known. */
export function wordOf(value: Value | undefined): string | undefined {
  const text = leafOf(value)?.value
  return text === undefined || text.includes(UNKNOWN) ? undefined : text
}

export function numberOf(value: Value | undefined): number | undefined {
  const word = wordOf(value)
  const number = word === undefined || word.trim() === '' ? Number.NaN : Number(word)
  return Number.isNaN(number) ? undefined : number
}

/** Words of a list or a scalar, what is not known left out, and whether anything was. */
export function wordsOf(value: Value | undefined): { readonly known: readonly string[]; readonly open: boolean } {
  if (value === undefined || value.kind === 'null') return { known: [], open: false }
  if (value.kind === 'list') {
    const parts = value.items.map(wordsOf)
    return { known: parts.flatMap(({ known }) => known), open: parts.some(({ open }) => open) }
  }
  if (value.kind === 'unknown' && value.maybe?.length) {
    return { known: value.maybe.flatMap((one) => wordsOf(one).known), open: true }
  }
  const word = wordOf(value)
  return word === undefined ? { known: [], open: true } : { known: [word], open: false }
}
