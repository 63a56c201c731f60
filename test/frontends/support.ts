import type { AnyNode, NodeKind, Nodes } from '../../src/core/node.ts'
import type { Span } from '../../src/core/source.ts'
import { locate, type MappedText, wholeText } from '../../src/core/text.ts'
import type { Tree } from '../../src/core/tree.ts'
import type { Leaf, Value } from '../../src/core/value.ts'
import { type Parsed, parseTree } from '../../src/frontends/index.ts'

/** A snapshot out of paths and texts. */
export function treeOf(files: Record<string, string>): Tree {
  return {
    paths: Object.keys(files).sort(),
    has: (path) => Object.hasOwn(files, path),
    read: (path) => (Object.hasOwn(files, path) ? { uri: path, text: files[path]! } : undefined),
  }
}

/** A parsed snapshot that can be asked for its nodes and for what is written at a place. */
export function snapshot(files: Record<string, string>) {
  const units: Parsed[] = [...parseTree(treeOf(files))]
  const nodes: AnyNode[] = units.flatMap((unit) => unit.nodes)
  const at = (span: Span): string => files[span.uri]!.slice(span.start, span.end)
  return {
    units,
    nodes,
    at,
    notifications: units.flatMap((unit) => unit.notifications),
    reads: units.flatMap((unit) => unit.reads),
    all: <K extends NodeKind>(kind: K) => nodes.filter((node): node is Nodes[K] => node.kind === kind),
    /** Statements of every policy as lines: role, holders, effect, actions, resources, principals. */
    policies: () => nodes.flatMap((node) => (node.kind === 'policy' ? policyLines(node) : [])),
    settings: () =>
      nodes.flatMap((node) =>
        node.kind === 'setting' ? [`${node.place} ${node.anchor} ${node.name.value}=${shown(node.value)}`] : [],
      ),
    attachments: () =>
      nodes.flatMap((node) =>
        node.kind === 'attachment'
          ? [
              `${node.policyArn.value} -> ${node.holder.kind} ${node.holder.address}${node.boundary ? ' (boundary)' : ''}`,
            ]
          : [],
      ),
    scripts: (place?: string) =>
      nodes.flatMap((node) =>
        node.kind === 'script' && (place === undefined || node.place === place)
          ? [`${node.language}: ${plain(node.text.value)}`]
          : [],
      ),
  }
}

function policyLines({ document, holders }: Nodes['policy']): string[] {
  const to = holders.map((holder) => ` ${holder.kind} ${holder.address}`).join(',')
  const head = `${document.role}${to}${document.incomplete ? ' incomplete' : ''}:`
  if (document.statements.length === 0) return [head]
  return document.statements.map((statement) =>
    [
      head,
      statement.effect.value,
      words(statement.actions, statement.notActions),
      words(statement.resources, statement.notResources),
      statement.principals.map(({ type, value }) => plain(`${type}=${value.value}`)).join(','),
      statement.conditions
        .map(
          ({ operator, key, values }) => `${operator.value} ${key.value} ${values.map((value) => plain(value.value))}`,
        )
        .join(';'),
    ]
      .filter((part) => part !== '')
      .join(' '),
  )
}

const words = (some: readonly Leaf[], others: readonly Leaf[]): string =>
  plain([...some.map(({ value }) => value), ...others.map(({ value }) => `!${value}`)].join(','))

/** Unknowns as `?`. */
export const plain = (text: string): string => text.replaceAll('\uE000', '?')

function shown(value: Value): string {
  if (value.kind === 'string') return plain(value.text.value)
  if (value.kind === 'number' || value.kind === 'boolean') return String(value.value)
  return value.kind === 'unknown' && value.maybe ? value.maybe.map(shown).join('|') : '?'
}

/** Every string of a value with what is written at its place. */
export function strings(value: Value | undefined, source: string): [value: string, written: string][] {
  switch (value?.kind) {
    case 'string':
      return [[value.text.value, source.slice(value.span.start, value.span.end)]]
    case 'list':
      return value.items.flatMap((item) => strings(item, source))
    case 'map':
      return value.entries.flatMap((entry) => strings(entry.value, source))
    default:
      return []
  }
}

/** A value as plain JavaScript; unknowns are `?`. */
export function plainValue(value: Value | undefined): unknown {
  switch (value?.kind) {
    case 'string':
      return plain(value.text.value)
    case 'number':
    case 'boolean':
      return value.value
    case 'list':
      return value.items.map(plainValue)
    case 'map':
      return Object.fromEntries(value.entries.map((entry) => [entry.key, plainValue(entry.value)]))
    case 'unknown':
      return value.maybe ? { maybe: value.maybe.map(plainValue) } : '?'
    default:
      return null
  }
}

export function textOf(text: string, uri = 'file'): MappedText {
  return wholeText({ uri, text })
}

/** What is written where `wanted` stands in a decoded text. */
export function written(text: MappedText, wanted: string, source: string): string {
  const start = text.value.indexOf(wanted)
  if (start === -1) throw new Error(`no ${JSON.stringify(wanted)} in ${JSON.stringify(text.value.slice(0, 200))}`)
  const span = locate(text, start, start + wanted.length)
  return source.slice(span.start, span.end)
}

/** Are all runs in order, without gaps, and exact ones equal to what is written? Gives the first mistake. */
export function mistakeIn(text: MappedText, sources: Record<string, string>): string | undefined {
  let at = 0
  for (const run of text.runs) {
    if (run.at !== at) return `a run begins at ${run.at} instead of ${at}`
    at += run.length
    const source = sources[run.uri]
    if (source === undefined) return `a run in ${run.uri}`
    if (run.start < 0 || run.end > source.length || run.end < run.start) return `a run at ${run.start}-${run.end}`
    const decoded = text.value.slice(run.at, at)
    if (run.end - run.start === run.length && run.length > 1 && source.slice(run.start, run.end) !== decoded) {
      return `${JSON.stringify(decoded)} is mapped to ${JSON.stringify(source.slice(run.start, run.end))}`
    }
  }
  return at === text.value.length ? undefined : `runs end at ${at} of ${text.value.length}`
}
