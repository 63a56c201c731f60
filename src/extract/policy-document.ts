import type { Condition, PolicyDocument, PolicyRole, Principal, Statement } from '../core/policy.ts'
import type { Span } from '../core/source.ts'
import { type MappedText, UNKNOWN, unknownName } from '../core/text.ts'
import { type Entry, type Leaf, leafOf, type Unknown, unknownLeaf, type Value } from '../core/value.ts'
import { jsonValue } from '../languages/json/json.ts'

/**
 * An IAM policy document out of an evaluated value, or out of a string that holds one as JSON; undefined when the
 * value is no policy at all. Element names are taken in any case, scalars where lists may stand, as AWS takes them.
 *
 * What is not known stays in sight: an unknown leaf is UNKNOWN, an unknown document or statement makes the document
 * `incomplete`. Of values that may be one or another (`maybe`), Allow takes all and Deny none: a grant that may be
 * there counts, a Deny that may be missing guards nothing, so it comes with an unknown condition.
 *
 * Grammar: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function policyDocumentOf(value: Value, role: PolicyRole): PolicyDocument | undefined {
  const reading: Reading = { statements: [], gaps: [], found: false }
  readDocument(value, reading, true, 0)
  const { found, version, statements, gaps } = reading
  if (!found) return undefined
  const incomplete = gaps.length > 0
  return { role, ...(version && { version }), statements, incomplete, ...(incomplete && { gaps }) }
}

/** Is this a policy document, whoever may use it? Asks for a statement with an effect, so that little else passes. */
export function looksLikePolicy(value: Value): boolean {
  if (value.kind === 'string') {
    if (value.json) return looksLikePolicy(value.json)
    if (!/"statement"/i.test(value.text.value)) return false
    const parsed = jsonIn(value.text)
    return parsed !== undefined && parsed.kind !== 'string' && looksLikePolicy(parsed)
  }
  const statement = element(value, 'Statement')
  if (!statement) return false
  const items = statement.kind === 'list' ? statement.items : [statement]
  return items.some((item) => {
    const effect = leafOf(element(item, 'Effect'))
    return (
      effect !== undefined &&
      (/^(allow|deny)$/i.test(effect.value) || effect.value === UNKNOWN) &&
      ['Action', 'NotAction', 'Resource', 'NotResource', 'Principal', 'NotPrincipal'].some((name) =>
        element(item, name),
      )
    )
  })
}

/**
 * What a document without a consumer in sight is most likely for: principals make it a trust policy when it only lets
 * them assume a role, else a resource policy; without principals it is an identity policy.
 */
export function guessRole(statements: readonly Statement[]): PolicyRole {
  const withPrincipals = statements.filter((statement) => statement.principals.length + statement.notPrincipals.length)
  if (withPrincipals.length === 0) return statements.length === 0 ? 'unknown' : 'identity'
  const actions = withPrincipals.flatMap((statement) => [...statement.actions, ...statement.notActions])
  return actions.length > 0 && actions.every((action) => /^sts:(assumerole|tagsession|setsource)/i.test(action.value))
    ? 'trust'
    : 'resource'
}

interface Reading {
  statements: Statement[]
  version?: Leaf
  /** What is not known of it. */
  readonly gaps: Leaf[]
  /** Something was there that is, or may be, a policy document. */
  found: boolean
}

/** Values nest only as deep as people write; hostile ones stop here. */
const DEEPEST = 40
/** Alternatives of one statement's conditions that are told apart. */
const MOST_ALTERNATIVES = 8

/** `sure` is false inside one branch of an unknown condition. */
function readDocument(value: Value, reading: Reading, sure: boolean, depth: number): void {
  const known = depth > DEEPEST ? unknownAt(value.span) : policyJson(value)
  if (known?.kind === 'unknown') {
    if (!known.maybe?.length) {
      reading.found = true
      reading.gaps.push(unknownLeaf(known))
    }
    for (const branch of known.maybe ?? []) readDocument(branch, reading, false, depth + 1)
    return
  }
  if (known?.kind !== 'map') return
  const statement = element(known, 'Statement')
  if (!statement) return
  reading.found = true
  for (const { key, keySpan } of known.entries) if (key === UNKNOWN) reading.gaps.push(unknownLeaf({ span: keySpan }))
  reading.version ??= leafOf(element(known, 'Version'))
  readStatements(statement, reading, sure, depth + 1)
}

/** A string is opened as JSON; text that is one unknown is an unknown. Undefined: a string that holds no JSON. */
export function policyJson(value: Value): Value | undefined {
  if (value.kind !== 'string') return value
  if (value.json) return value.json
  const { text, span } = value
  const reference = unknownName(text)
  const unknown: Unknown = { kind: 'unknown', span, ...(reference !== undefined && { reference }) }
  if (text.value.trim() === UNKNOWN) return unknown
  const parsed = jsonIn(text)
  if (parsed !== undefined && (parsed.kind !== 'string' || parsed.text.value.trim() === UNKNOWN)) return parsed
  // With what is not known put in, it may be anything.
  return text.value.includes(UNKNOWN) ? unknown : undefined
}

/** JSON out of a string; undefined when it plainly holds none. */
function jsonIn(text: MappedText): Value | undefined {
  return /^\uFEFF?\s*[[{"\uE000]/.test(text.value) ? jsonValue(text).value : undefined
}

function readStatements(value: Value, reading: Reading, sure: boolean, depth: number): void {
  if (depth > DEEPEST) {
    reading.gaps.push(unknownLeaf(value))
    return
  }
  const known = isUnknownText(value) ? policyJson(value)! : value
  switch (known.kind) {
    case 'list':
      for (const item of known.items) readStatements(item, reading, sure, depth + 1)
      return
    case 'map':
      reading.statements.push(...statementsOf(known, sure))
      return
    case 'unknown':
      if (!known.maybe?.length) reading.gaps.push(unknownLeaf(known))
      for (const branch of known.maybe ?? []) readStatements(branch, reading, false, depth + 1)
      return
    case 'string': {
      // Statements kept as JSON text in a variable or a file.
      const parsed = policyJson(known)
      if (parsed && parsed.kind !== 'string') readStatements(parsed, reading, sure, depth + 1)
      else if (known.text.value.includes(UNKNOWN)) reading.gaps.push(unknownLeaf(known))
      return
    }
  }
}

/**
 * What a statement is made of, besides its name. Whatever is read of one is read by these names, so that a test can go
 * through all of them: none may be unknown without a word.
 */
export const STATEMENT_ELEMENTS = [
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Principal',
  'NotPrincipal',
  'Condition',
] as const

export type StatementElement = (typeof STATEMENT_ELEMENTS)[number]

/** One statement; several when its condition may be one or another. */
function statementsOf(map: Value & { kind: 'map' }, sure: boolean): Statement[] {
  const elements = elementsOf(map)
  const at = (name: StatementElement | 'Sid'): Entry | undefined => elements.get(name.toLowerCase())
  const effect = leafOf(at('Effect')?.value) ?? { value: UNKNOWN, span: map.span }
  const allows = effect.value !== 'Deny'
  const leaves = (name: StatementElement, widest: boolean): Leaf[] => {
    const entry = at(name)
    return entry ? leavesOf(entry.value, widest, [entry.keySpan], map.span) : []
  }
  const principals = (name: StatementElement, widest: boolean): Principal[] => {
    const entry = at(name)
    return entry ? principalsOf(entry.value, widest, [entry.keySpan], map.span) : []
  }
  const base = {
    ...(at('Sid') && { sid: leafOf(at('Sid')?.value) }),
    effect: placed(effect, [at('Effect')?.keySpan ?? map.span], map.span),
    actions: leaves('Action', allows),
    notActions: leaves('NotAction', !allows),
    resources: leaves('Resource', allows),
    notResources: leaves('NotResource', !allows),
    principals: principals('Principal', allows),
    notPrincipals: principals('NotPrincipal', !allows),
    span: map.span,
  }
  const alternatives = conditionAlternatives(at('Condition')?.value, map.span)
  if (allows) return alternatives.map((conditions) => ({ ...base, conditions }))
  if (sure && alternatives.length === 1) return [{ ...base, conditions: alternatives[0]! }]
  return [{ ...base, conditions: [unknownCondition(map), ...(alternatives.length === 1 ? alternatives[0]! : [])] }]
}

/**
 * A leaf that is written elsewhere (a variable's default, another file) stands where the statement takes it in: at
 * the innermost of `places` that lies within the statement.
 */
function placed(leaf: Leaf, places: readonly Span[], statement: Span): Leaf {
  if (isWithin(leaf.span, statement)) return leaf
  const place = places.findLast((span) => isWithin(span, statement))
  return place ? { ...leaf, span: place, origin: leaf.span } : leaf
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.uri === outer.uri && inner.start >= outer.start && inner.end <= outer.end
}

/**
 * Scalars and lists as leaves. `widest`: of alternatives take all, since each may hold; otherwise they are one
 * unknown, since none is certain. `places`: where the value is taken in, outermost first.
 */
function leavesOf(value: Value, widest: boolean, places: readonly Span[], statement: Span, depth = 0): Leaf[] {
  if (value.kind === 'null') return []
  if (depth > DEEPEST) return [placed(unknownLeaf(value), places, statement)]
  if (value.kind === 'list') {
    return value.items.flatMap((item) => leavesOf(item, widest, [...places, value.span], statement, depth + 1))
  }
  if (value.kind === 'unknown' && value.maybe?.length && widest) {
    const all = value.maybe.flatMap((branch) => {
      return leavesOf(branch, widest, [...places, value.span], statement, depth + 1)
    })
    return distinct(all)
  }
  const leaf = leafOf(value)
  // `Action: [""]` names none.
  if (leaf?.value === '') return []
  return [placed(leaf ?? { value: UNKNOWN, span: value.span }, places, statement)]
}

function distinct(leaves: Leaf[]): Leaf[] {
  const seen = new Set<string>()
  return leaves.filter((leaf) => {
    const key = `${leaf.value}\n${leaf.span.uri}\n${leaf.span.start}`
    return !seen.has(key) && seen.add(key)
  })
}

const PRINCIPAL_TYPES = new Map(
  ['AWS', 'Service', 'Federated', 'CanonicalUser', '*'].map((type) => [type.toLowerCase(), type]),
)

function principalsOf(value: Value, widest: boolean, places: readonly Span[], statement: Span, depth = 0): Principal[] {
  if (value.kind === 'null') return []
  if (value.kind === 'map') {
    return value.entries.flatMap((entry) => {
      const type = PRINCIPAL_TYPES.get(entry.key.toLowerCase()) ?? entry.key
      const leaves = leavesOf(entry.value, widest, [...places, entry.keySpan], statement)
      return leaves.map((leaf) => ({ type, value: leaf }))
    })
  }
  if (depth < DEEPEST && value.kind === 'list') {
    return value.items.flatMap((item) => principalsOf(item, widest, [...places, value.span], statement, depth + 1))
  }
  if (depth < DEEPEST && value.kind === 'unknown' && value.maybe?.length && widest) {
    return value.maybe.flatMap((branch) => principalsOf(branch, widest, places, statement, depth + 1))
  }
  const leaf = placed(leafOf(value) ?? { value: UNKNOWN, span: value.span }, places, statement)
  return [{ type: leaf.value === '*' ? '*' : leaf.value === UNKNOWN ? UNKNOWN : 'AWS', value: leaf }]
}

/** Every set of conditions that the statement may carry; one set, mostly. */
function conditionAlternatives(value: Value | undefined, statement: Span, depth = 0): Condition[][] {
  if (!value || value.kind === 'null') return [[]]
  if (depth > DEEPEST) return [[unknownCondition(value)]]
  if (value.kind === 'unknown' && value.maybe?.length) {
    const alternatives = value.maybe.flatMap((branch) => conditionAlternatives(branch, statement, depth + 1))
    return alternatives.length > MOST_ALTERNATIVES ? [[unknownCondition(value)]] : alternatives
  }
  if (value.kind === 'list') {
    // `Condition: [{…}]` is what some generators write; all of them hold.
    return [value.items.flatMap((item) => conditionAlternatives(item, statement, depth + 1)[0]!)]
  }
  if (value.kind !== 'map') return [[unknownCondition(leafOf(value) ?? value)]]
  let alternatives: Condition[][] = [[]]
  for (const entry of value.entries) {
    const choices = operatorAlternatives(entry, statement)
    if (choices.length * alternatives.length > MOST_ALTERNATIVES) return [[unknownCondition(value)]]
    alternatives = alternatives.flatMap((before) => choices.map((choice) => [...before, ...choice]))
  }
  return alternatives
}

/** `"StringEquals": {"aws:SourceAccount": [...]}`: the keys under one operator. */
function operatorAlternatives(entry: Entry, statement: Span): Condition[][] {
  const operator = keyLeaf(entry)
  const keys = entry.value
  if (keys.kind === 'null') return [[]]
  if (keys.kind === 'unknown' && keys.maybe?.length) {
    return keys.maybe.flatMap((value) => operatorAlternatives({ ...entry, value }, statement))
  }
  if (keys.kind !== 'map') {
    return [[{ ...unknownCondition(keys), operator }]]
  }
  return [
    keys.entries.map((key) => ({
      operator,
      key: keyLeaf(key),
      values: leavesOf(key.value, true, [entry.keySpan, key.keySpan], statement),
    })),
  ]
}

function keyLeaf({ key, keySpan, keyReference }: Entry): Leaf {
  return { value: key, span: keySpan, ...(keyReference !== undefined && { reference: keyReference }) }
}

function unknownCondition(given: Pick<Unknown, 'span' | 'reference'>): Condition {
  const leaf = unknownLeaf(given)
  return { operator: leaf, key: leaf, values: [leaf] }
}

function unknownAt(span: Span): Unknown {
  return { kind: 'unknown', span }
}

function isUnknownText(value: Value): boolean {
  return value.kind === 'string' && value.text.value.trim() === UNKNOWN
}

/** An element of a policy by its name in any case. */
function element(value: Value, name: string): Value | undefined {
  if (value.kind !== 'map') return undefined
  return elementsOf(value).get(name.toLowerCase())?.value
}

function elementsOf(map: Value & { kind: 'map' }): Map<string, Entry> {
  return new Map(map.entries.map((entry) => [entry.key.toLowerCase(), entry]))
}
