import type { Span } from '../../core/source.ts'
import { unknownName } from '../../core/text.ts'
import type { Entry } from '../../core/value.ts'
import { policyJson } from '../../extract/policy-document.ts'
import { blocksIn } from './blocks.ts'
import { jsonText } from './render-json.ts'
import { exceed, type ResourceInstance, type Run } from './scope.ts'
import {
  alternativesOf,
  type Evaluated,
  entryOf,
  lazyString,
  listOf,
  mapOf,
  memberOf,
  plainOf,
  stringOf,
  textOrUnknown,
  unknown,
} from './value.ts'

/**
 * `data.aws_iam_policy_document.x.json`: the statements as written, with those of source and override documents.
 * Every leaf keeps its place in the blocks.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
export function policyDocumentJson(run: Run, resource: ResourceInstance): Evaluated {
  const { span, header } = resource.declaration
  const read = (name: string): Evaluated | undefined => {
    const value = resource.attribute(name, header)
    return value.kind === 'unknown' && !resource.declaration.attributes.has(name) && !hasBlock(resource, name)
      ? undefined
      : value
  }
  const own = blocksIn(read('statement')).map((block) => statementOf(block, span))
  const sources = [read('source_json'), read('source_policy_documents')].flatMap((value) => documentsIn(value))
  const overrides = [read('override_json'), read('override_policy_documents')].flatMap((value) => documentsIn(value))
  const statements = merged([...sources, own, ...overrides], run)
  const version = read('version')
  const document = mapOf(
    [
      ...(version ? [entryOf('Version', version.span, version)] : []),
      entryOf('Statement', header, listOf(statements, span)),
    ],
    span,
  )
  return lazyString(() => jsonText(document, run), span, { json: document })
}

function hasBlock(resource: ResourceInstance, name: string): boolean {
  return resource.declaration.blocks.some(
    ({ block }) => block.type === name || (block.type === 'dynamic' && block.labels[0]?.value === name),
  )
}

/** AWS takes no more than some 200 in any policy. */
const MOST_STATEMENTS = 1_000
/** Steps that one costs, so that documents made of documents made of documents come to an end. */
const STATEMENT_COST = 300

/** A statement with the Sid of an earlier one replaces it. */
function merged(documents: readonly (readonly Evaluated[])[], run: Run): Evaluated[] {
  const statements: Evaluated[] = []
  const bySid = new Map<string, number>()
  for (const statement of documents.flat()) {
    run.budget.steps -= STATEMENT_COST
    if (run.budget.steps < 0 || statements.length >= MOST_STATEMENTS) {
      exceed(run)
      return [...statements, unknown(statement.span)]
    }
    const sid = plainOf(memberOf(statement, 'Sid'))
    const same = sid ? bySid.get(sid) : undefined
    if (same !== undefined) statements[same] = statement
    else {
      if (sid) bySid.set(sid, statements.length)
      statements.push(statement)
    }
  }
  return statements
}

/** The statements of each document in a list of JSON strings; what cannot be read is one unknown statement. */
function documentsIn(value: Evaluated | undefined): Evaluated[][] {
  if (!value || value.kind === 'null') return []
  if (value.kind === 'list') return value.items.flatMap((item) => documentsIn(item as Evaluated))
  if (value.kind === 'unknown' && value.maybe?.length) {
    const branches = alternativesOf(value)
    const choices = (branches.length > 1 ? branches : (value.maybe as readonly Evaluated[])).map((choice) =>
      listOf(documentsIn(choice).flat(), value.span),
    )
    return [[{ kind: 'unknown', span: value.span, maybe: choices }]]
  }
  if (value.kind === 'string' && value.text.value.trim() === '') return []
  const document = policyJson(value) as Evaluated | undefined
  const statement = memberOf(document, 'Statement')
  if (statement?.kind === 'list') return [statement.items as Evaluated[]]
  return [[statement ?? unknown(value.span, value.reference)]]
}

/** A `statement` block, or a map like one as modules take them, as the JSON statement it makes. */
export function statementOf(block: Evaluated, document: Span): Evaluated {
  if (block.kind !== 'map') return block.kind === 'unknown' ? block : unknown(document)
  const entries: Entry[] = []
  const add = (key: string, value: Evaluated | undefined, keySpan: Span): void => {
    if (value && value.kind !== 'null') entries.push(entryOf(key, keySpan, value))
  }
  const keySpan = (name: string): Span => block.entries.find((entry) => entry.key === name)?.keySpan ?? block.span
  add('Sid', memberOf(block, 'sid'), keySpan('sid'))
  const effect = memberOf(block, 'effect')
  add('Effect', effect && effect.kind !== 'null' ? effect : allowAt(block.span), keySpan('effect'))
  for (const [name, element] of LISTS) {
    const value = memberOf(block, name)
    const empty = value?.kind === 'list' && value.items.length === 0
    if (!empty) add(element, value, keySpan(name))
  }
  for (const [name, element] of PRINCIPALS) {
    const principals = principalsOf(blocksIn(memberOf(block, name)), keySpan(name))
    add(element, principals, keySpan(name))
  }
  const conditions = memberOf(block, 'condition') ? 'condition' : 'conditions'
  add('Condition', conditionsOf(memberOf(block, conditions), keySpan(conditions)), keySpan(conditions))
  return mapOf(entries, block.span)
}

/** The effect that nobody wrote: it stands for the whole statement. */
function allowAt(span: Span): Evaluated {
  return stringOf(
    { value: 'Allow', runs: [{ at: 0, length: 5, uri: span.uri, start: span.start, end: span.end }] },
    span,
  )
}

const LISTS = [
  ['actions', 'Action'],
  ['not_actions', 'NotAction'],
  ['resources', 'Resource'],
  ['not_resources', 'NotResource'],
] as const

const PRINCIPALS = [
  ['principals', 'Principal'],
  ['not_principals', 'NotPrincipal'],
] as const

function principalsOf(blocks: readonly Evaluated[], span: Span): Evaluated | undefined {
  if (blocks.length === 0) return undefined
  const entries = blocks.flatMap((block): Entry[] => {
    if (block.kind !== 'map')
      return [entryOf(textOrUnknown(unknown(block.span)).value, block.span, unknown(block.span))]
    const type = memberOf(block, 'type')
    const identifiers = memberOf(block, 'identifiers') ?? unknown(block.span)
    return [entryOf(type ? textOrUnknown(type).value : 'AWS', type?.span ?? block.span, identifiers)]
  })
  return mapOf(entries, span)
}

/** Condition blocks, each its own entry: all of them hold, also those that share operator and key. */
function conditionsOf(value: Evaluated | undefined, span: Span): Evaluated | undefined {
  const blocks = value?.kind === 'list' ? (value.items as readonly Evaluated[]) : blocksIn(value)
  if (blocks.length === 0) return undefined
  const open = blocks.find((block) => block.kind === 'unknown')
  if (open) return openConditions(blocks, span)
  return mapOf(blocks.flatMap(conditionEntries), span)
}

/** Conditions that may be there or not: both ways. */
function openConditions(blocks: readonly Evaluated[], span: Span): Evaluated {
  const certain = blocks.filter((block) => block.kind === 'map').flatMap(conditionEntries)
  const possible = blocks
    .filter((block) => block.kind === 'unknown')
    .flatMap((block) => blocksIn(block))
    .flatMap(conditionEntries)
  return {
    kind: 'unknown',
    span,
    maybe: [mapOf([...certain, ...possible], span), mapOf(certain, span)],
  }
}

function conditionEntries(block: Evaluated): Entry[] {
  if (block.kind !== 'map') return []
  const operator = memberOf(block, 'test') ?? unknown(block.span)
  const key = memberOf(block, 'variable') ?? unknown(block.span)
  const values = memberOf(block, 'values') ?? unknown(block.span)
  return [namedEntry(operator, mapOf([namedEntry(key, values)], block.span))]
}

/** An entry whose key is a value itself. */
function namedEntry(key: Evaluated, value: Evaluated): Entry {
  const text = textOrUnknown(key)
  const keyReference = unknownName(text)
  return { ...entryOf(text.value, key.span, value), ...(keyReference !== undefined && { keyReference }) }
}
