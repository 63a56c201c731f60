import type { AnyNode, AttachmentNode, Place, PolicyNode, Related, SettingNode } from '../core/node.ts'
import type { Holder, PolicyDocument, PolicyRole } from '../core/policy.ts'
import type { Span } from '../core/source.ts'
import { locate } from '../core/text.ts'
import { type Leaf, leafOf, type Value } from '../core/value.ts'
import { guessRole, policyDocumentOf } from './policy-document.ts'

/** What is known of a policy besides its document. `role` undefined: no consumer is in sight, so it is guessed. */
export interface PolicySite {
  readonly anchor: string
  readonly role: PolicyRole | undefined
  readonly holders: readonly Holder[]
  readonly related?: readonly Related[]
}

/** A policy node out of an evaluated document; none when it is no policy. */
export function policyNode(document: Value, site: PolicySite): PolicyNode[] {
  const read = policyDocumentOf(document, site.role ?? 'unknown')
  if (!read) return []
  return [policyNodeOf({ ...read, role: site.role ?? guessRole(read.statements) }, document.span, site)]
}

export function policyNodeOf(document: PolicyDocument, span: Span, site: PolicySite): PolicyNode {
  const { anchor, holders, related = [] } = site
  return { kind: 'policy', span, anchor, document, holders, related }
}

export function attachmentNode(
  policyArn: Leaf,
  holder: Holder,
  more: { anchor: string; boundary: boolean; policyAnchor?: string | undefined },
): AttachmentNode {
  const { anchor, boundary, policyAnchor } = more
  const base = { kind: 'attachment', span: policyArn.span, anchor, policyArn, holder, boundary } as const
  return policyAnchor === undefined ? base : { ...base, policyAnchor }
}

/** A setting; its value stands where the literal is written, the place of use becomes a related one. */
export function settingNode(name: Leaf, given: Value, more: { place: Place; anchor: string }): SettingNode {
  const value = whereWritten(given)
  const moved = value.kind === 'string' && value.span.start !== given.span.start
  const related = moved ? [{ span: given.span, message: 'used here' }] : []
  const sensitive =
    given.kind === 'unknown' && given.sensitive
      ? [{ reference: given.reference ?? 'a sensitive value', span: given.span }]
      : []
  return { kind: 'setting', span: name.span, anchor: more.anchor, place: more.place, name, value, sensitive, related }
}

function whereWritten(value: Value): Value {
  if (value.kind === 'unknown' && value.maybe) return { ...value, maybe: value.maybe.map(whereWritten) }
  if (value.kind !== 'string' || value.text.value === '') return value
  return { ...value, span: locate(value.text, 0, value.text.value.length) }
}

/** Settings of a map from names to values: `{Variables: {A: b}}`. */
export function settingsOfMap(map: Value | undefined, more: { place: Place; anchor: string }): AnyNode[] {
  if (map?.kind !== 'map') return []
  return map.entries.map(({ key, keySpan, value }) => settingNode({ value: key, span: keySpan }, value, more))
}

/** All leaves of a list, a scalar, or of the alternatives of an unknown. */
export function leavesIn(value: Value | undefined): Leaf[] {
  if (value?.kind === 'list') return value.items.flatMap(leavesIn)
  if (value?.kind === 'unknown' && value.maybe?.length) return value.maybe.flatMap(leavesIn)
  const leaf = leafOf(value)
  return leaf ? [leaf] : []
}

/** The lists, or the scalar as a list of one. */
export function itemsOf(value: Value | undefined): readonly Value[] {
  if (value?.kind === 'list') return value.items
  if (value?.kind === 'unknown' && value.maybe?.length) return value.maybe.flatMap(itemsOf)
  return value && value.kind !== 'null' ? [value] : []
}
