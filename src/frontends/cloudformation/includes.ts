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
  const tell = (what: string): void => {
    const message = `${path}: ${what} is not in the repository, so it was not judged`
    if (left.some((one) => one.message === message)) return
    left.push({ level: 'note', id: 'unread-include', message, location: { uri: path } })
  }
  const piece = (call: Value, level: number): Value | undefined => {
    const location = locationOf(call)
    if (location === undefined) {
      const macro = macroOf(call)
      if (macro !== undefined) tell(`what the macro \`${macro}\` makes`)
      return undefined
    }
    const file = fileAt(location, path, tree)
    const source = file === undefined || level >= DEEPEST ? undefined : tree.read(file)
    const found = source && documentOf(wholeText(source), source.uri)
    if (!found) {
      tell(`what \`AWS::Include\` takes in from ${location.replaceAll(UNKNOWN, '…')}`)
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
      const found = callsIn(entry, depth).flatMap((call) => piece(call, level) ?? [])
      const [whole] = found
      if (whole && only && whole.kind !== 'map') return whole
      for (const one of found) if (one.kind === 'map') for (const inner of one.entries) add(entries, inner)
      if (!whole) add(entries, { ...entry, value: expanded(entry.value, level, depth + 1) })
    }
    return { ...value, entries }
  }
  return { document: expanded(document, 0, 0), reads: [...reads], notifications: left }
}

const TRANSFORM = 'Fn::Transform'

/** `Fn::Transform` anywhere; `Transform` is what a whole template goes through, one after the other. */
function callsIn({ key, value }: Entry, depth: number): readonly Value[] {
  if (key !== TRANSFORM && (key !== 'Transform' || depth > 0)) return []
  return value.kind === 'list' ? value.items : [value]
}

/** Sections of a template are joined, each with what it has already. */
function add(entries: Entry[], one: Entry): void {
  const at = entries.findIndex(({ key }) => key === one.key)
  const known = entries[at]
  if (known?.value.kind !== 'map' || one.value.kind !== 'map') entries.push(one)
  else entries[at] = { ...known, value: { ...known.value, entries: [...known.value.entries, ...one.value.entries] } }
}

/** A macro of the author's own; AWS's other transforms are known. */
function macroOf(call: Value): string | undefined {
  const name = leafOf(call.kind === 'map' ? member(call, 'Name') : call)?.value
  return name === undefined || name.startsWith('AWS::') ? undefined : name
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
