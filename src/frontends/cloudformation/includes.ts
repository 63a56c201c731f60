import type { Notification } from '../../core/finding.ts'
import { UNKNOWN, wholeText } from '../../core/text.ts'
import type { Tree } from '../../core/tree.ts'
import { type Entry, leafOf, member, type Value } from '../../core/value.ts'
import { documentOf } from './documents.ts'
import { fileAt } from './located.ts'

export interface Included {
  readonly document: Value
  readonly reads: readonly string[]
  readonly notifications: readonly Notification[]
}

/** Pieces that take in pieces; AWS allows none. */
const DEEPEST = 2
const DEEPEST_VALUE = 60

/**
 * A template with the files in it that `AWS::Include` takes in, as far as they are in the tree.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-include.html
 */
export function withIncludes(document: Value, path: string, tree: Tree): Included {
  const reads = new Set<string>()
  const left: Notification[] = []
  const piece = (call: Value, level: number): Value | undefined => {
    const location = locationOf(call)
    if (location === undefined) return undefined
    const file = fileAt(location, path, tree)
    const source = file === undefined || level >= DEEPEST ? undefined : tree.read(file)
    const found = source && documentOf(wholeText(source), source.uri)
    if (!found) {
      const message = `${path}: what \`AWS::Include\` takes in from ${location.replaceAll(UNKNOWN, '…')} is not in the repository, so it was not judged`
      left.push({ level: 'note', id: 'unread-include', message, location: { uri: path } })
      return undefined
    }
    reads.add(source.uri)
    return expanded(found, level + 1, 0)
  }
  const expanded = (value: Value, level: number, depth: number): Value => {
    if (depth > DEEPEST_VALUE) return value
    if (value.kind === 'list') return { ...value, items: value.items.map((item) => expanded(item, level, depth + 1)) }
    if (value.kind !== 'map') return value
    const only = value.entries.length === 1 && value.entries[0]!.key === TRANSFORM
    const entries: Entry[] = []
    for (const entry of value.entries) {
      const found = isCall(entry, depth) ? piece(entry.value, level) : undefined
      if (found && only && found.kind !== 'map') return found
      if (found?.kind === 'map') for (const one of found.entries) add(entries, one)
      else add(entries, { ...entry, value: expanded(entry.value, level, depth + 1) })
    }
    return { ...value, entries }
  }
  return { document: expanded(document, 0, 0), reads: [...reads], notifications: left }
}

const TRANSFORM = 'Fn::Transform'

/** `Fn::Transform` anywhere; `Transform` is what a whole template goes through. */
function isCall({ key, value }: Entry, depth: number): boolean {
  return key === TRANSFORM || (key === 'Transform' && depth === 0 && value.kind === 'map')
}

/** Sections of a template are joined, each with what it has already. */
function add(entries: Entry[], one: Entry): void {
  const at = entries.findIndex(({ key }) => key === one.key)
  const known = entries[at]
  if (known?.value.kind !== 'map' || one.value.kind !== 'map') entries.push(one)
  else entries[at] = { ...known, value: { ...known.value, entries: [...known.value.entries, ...one.value.entries] } }
}

function locationOf(call: Value): string | undefined {
  if (leafOf(member(call, 'Name'))?.value !== 'AWS::Include') return undefined
  const location = member(member(call, 'Parameters'), 'Location')
  const text = leafOf(location)?.value ?? substituted(location)
  return text?.replace(/\$\{[^}]*\}/g, UNKNOWN) ?? UNKNOWN
}

/** `Fn::Sub` of a text, or `Fn::Join`, whose end tells the file. */
function substituted(location: Value | undefined): string | undefined {
  const sub = member(location, 'Fn::Sub')
  const text = leafOf(sub?.kind === 'list' ? sub.items[0] : sub)?.value
  const join = member(location, 'Fn::Join')
  const parts = join?.kind === 'list' ? join.items[1] : undefined
  const glue = leafOf(join?.kind === 'list' ? join.items[0] : undefined)?.value ?? ''
  return (
    text ?? (parts?.kind === 'list' ? parts.items.map((item) => leafOf(item)?.value ?? UNKNOWN).join(glue) : undefined)
  )
}
