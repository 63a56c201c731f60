import type { AnyNode, PolicyNode, Related } from '../../../core/node.ts'
import type { Holder, PolicyDocument, PolicyRole } from '../../../core/policy.ts'
import type { Span } from '../../../core/source.ts'
import type { Value } from '../../../core/value.ts'
import { guessRole, looksLikePolicy, policyDocumentOf } from '../../../extract/policy-document.ts'
import { blocksIn } from '../blocks.ts'
import type { UnitResource } from '../unit.ts'
import { type Evaluated, memberOf, plainOf } from '../value.ts'
import { type Attachment, boundaryHolders, holdersAttached } from './attachments.ts'
import { type Consumer, consumersOf } from './consumers.ts'
import { distinctHolders, holdersNamed, IDENTITY_TYPES, identityHolder, type Links } from './links.ts'
import { serviceOfType } from './services.ts'
import { homeOf, isInside, valueOrigins } from './value-origins.ts'

/** One document in use: where, as what and by whom. */
export interface Use {
  readonly document: Evaluated
  /** Undefined: no consumer is in sight. */
  readonly role: PolicyRole | undefined
  readonly holders: readonly Holder[]
  /** The argument that takes it in. */
  readonly taken: Span
  /** What takes it in, in words: `assume_role_policy of aws_iam_role.ci`. */
  readonly message: string
  readonly anchor: string
  /** The block that the argument belongs to. */
  readonly home: Span
  /** The managed policy that it is the document of. */
  readonly managed?: string
}

/** Policy nodes, each document once with all who hold it, and the anchors of managed policies by their address. */
export function policyNodes(
  links: Links,
  attachments: readonly Attachment[],
  others: readonly Use[],
): { nodes: AnyNode[]; anchors: ReadonlyMap<string, string> } {
  const uses = [...links.resources.flatMap((resource) => usesOf(resource, links, attachments)), ...others]
  const drafts = new Map<string, Draft>()
  const anchors = new Map<string, string>()
  for (const use of uses) addUse(use, links, drafts, anchors)
  const seen = statementPlaces(drafts)
  for (const use of unusedDocuments(links, seen)) addUse(use, links, drafts, anchors)
  return { nodes: [...drafts.values()].map(nodeOf), anchors }
}

interface Draft {
  readonly document: PolicyDocument
  readonly span: Span
  readonly anchor: string
  holders: Holder[]
  /** Where it is taken in, and where parts of it are written. */
  related: Related[]
  readonly valueOrigins: readonly Related[]
}

function nodeOf({ document, span, anchor, holders, related, valueOrigins }: Draft): PolicyNode {
  const distinct = new Map([...related, ...valueOrigins].map((one) => [`${one.span.uri} ${one.span.start}`, one]))
  return { kind: 'policy', span, anchor, document, holders: distinctHolders(holders), related: [...distinct.values()] }
}

function addUse(use: Use, links: Links, drafts: Map<string, Draft>, anchors: Map<string, string>): void {
  const read = policyDocumentOf(use.document, use.role ?? 'unknown')
  if (!read) return
  const document = { ...read, role: use.role ?? guessRole(read.statements) }
  const source = dataSource(use.document, links)
  const key = source
    ? `${document.role} ${source.address}`
    : `${document.role} ${contentKey(document) ?? `${use.anchor} ${use.taken.start}`}`
  let draft = drafts.get(key)
  if (!draft) {
    const span = source?.span ?? documentSpan(use, document)
    const anchor = source?.address ?? use.anchor
    draft = {
      document,
      span,
      anchor,
      holders: [],
      related: [],
      valueOrigins: valueOrigins(use.document, source?.span ?? homeOf(span, use.home)),
    }
    drafts.set(key, draft)
  }
  draft.holders.push(...use.holders)
  if (!isInside(draft.span, use.home) && use.message) draft.related.push({ span: use.taken, message: use.message })
  if (use.managed) anchors.set(use.managed, draft.anchor)
}

/** The data source that a document comes from as a whole. */
function dataSource(document: Evaluated, links: Links): UnitResource | undefined {
  if (document.kind !== 'string' || !document.json) return undefined
  return links.targets(document).find((resource) => resource.mode === 'data')
}

/** Where the statements are written: the text, the `jsonencode` call, the template file. */
function documentSpan(use: Use, document: PolicyDocument): Span {
  const written = use.document.kind === 'string' && use.document.json ? use.document.json.span : use.document.span
  const first = document.statements[0]?.span
  if (!first || isInside(first, written)) return written
  const last = document.statements.findLast((statement) => statement.span.uri === first.uri)!
  return { uri: first.uri, start: first.start, end: Math.max(first.end, last.span.end) }
}

/** Documents with the same statements at the same places are one; undefined when there is nothing to tell them by. */
function contentKey(document: PolicyDocument): string | undefined {
  if (document.statements.length === 0) return undefined
  return document.statements
    .map(({ span, effect, actions, notActions, resources, notResources, principals, notPrincipals, conditions }) =>
      [
        `${span.uri}:${span.start}-${span.end}`,
        effect.value,
        ...[actions, notActions, resources, notResources].map((leaves) => leaves.map((leaf) => leaf.value).join(' ')),
        ...[principals, notPrincipals].map((list) => list.map((one) => `${one.type}=${one.value.value}`).join(' ')),
        conditions
          .map((one) => `${one.operator.value}(${one.key.value})${one.values.map((leaf) => leaf.value).join(' ')}`)
          .join(' '),
      ].join('|'),
    )
    .join('\n')
}

function statementPlaces(drafts: ReadonlyMap<string, Draft>): Set<string> {
  const places = new Set<string>()
  for (const { document } of drafts.values()) for (const { span } of document.statements) places.add(placeKey(span))
  return places
}

function placeKey(span: Span): string {
  return `${span.uri}:${span.start}`
}

/** Documents that nothing in this unit takes in: outputs, other repositories, leftovers. */
function unusedDocuments(links: Links, seen: ReadonlySet<string>): Use[] {
  return links.resources.flatMap((resource): Use[] => {
    if (resource.type !== 'aws_iam_policy_document' || resource.mode !== 'data') return []
    const json = resource.attribute('json')
    const statements = policyDocumentOf(json, 'unknown')?.statements ?? []
    if (statements.length === 0 || statements.every((statement) => seen.has(placeKey(statement.span)))) return []
    return [
      {
        document: json,
        role: undefined,
        holders: [],
        taken: resource.header,
        message: '',
        anchor: resource.address,
        home: resource.span,
      },
    ]
  })
}

function usesOf(resource: UnitResource, links: Links, attachments: readonly Attachment[]): Use[] {
  if (resource.mode === 'data') return []
  const consumers = consumersOf(resource)
  if (!consumers) return usesByLooks(resource)
  return consumers.flatMap((consumer) => {
    const holders = holdersOf(resource, consumer, links, attachments)
    const role = roleOf(resource, consumer, attachments)
    return documentsAt(resource, consumer.path).map(
      ({ document, taken, step }): Use => ({
        document,
        role,
        holders,
        taken,
        message: `${consumer.path} of ${resource.address}`,
        anchor: MAIN.test(consumer.path) ? resource.address : `${resource.address}.${step}`,
        home: resource.span,
        ...(resource.type === 'aws_iam_policy' && { managed: resource.address }),
      }),
    )
  })
}

/** Arguments that are what the resource is for; others are told apart in the anchor. */
const MAIN = /^(?:policy|policy_document|access_policy|access_policies|resource_policy|content|inline_policy)$/

interface Taken {
  readonly document: Evaluated
  readonly taken: Span
  readonly step: string
}

function documentsAt(resource: UnitResource, path: string): Taken[] {
  const [first = '', second] = path.split('.')
  const value = memberOf(resource.arguments, first)
  if (!value) return []
  if (second === undefined) return [{ document: value, taken: keySpanOf(resource, first), step: first }]
  return blocksIn(value).flatMap((block, index): Taken[] => {
    const document = memberOf(block, second)
    if (!document) return []
    const step = `${first}.${plainOf(memberOf(block, 'name')) ?? index}`
    return [{ document, taken: block.span, step }]
  })
}

function keySpanOf(resource: UnitResource, name: string): Span {
  const { arguments: given } = resource
  const entry = given.kind === 'map' ? given.entries.find((one) => one.key === name) : undefined
  return entry?.keySpan ?? resource.header
}

/** A managed policy that is only ever a boundary grants nothing. */
function roleOf(resource: UnitResource, consumer: Consumer, attachments: readonly Attachment[]): PolicyRole {
  if (resource.type !== 'aws_iam_policy') return consumer.role
  const bounds = boundaryHolders(resource, attachments)
  return bounds.length > 0 && holdersAttached(resource, attachments).length === 0 ? 'boundary' : consumer.role
}

function holdersOf(
  resource: UnitResource,
  consumer: Consumer,
  links: Links,
  attachments: readonly Attachment[],
): Holder[] {
  const argument = (name: string): Evaluated | undefined => memberOf(resource.arguments, name)
  switch (resource.type) {
    case 'aws_iam_role_policy':
      return holdersNamed(argument('role'), 'role', links)
    case 'aws_iam_user_policy':
      return holdersNamed(argument('user'), 'user', links)
    case 'aws_iam_group_policy':
      return holdersNamed(argument('group'), 'group', links)
    case 'aws_ssoadmin_permission_set_inline_policy':
      return holdersNamed(argument('permission_set_arn'), 'permission-set', links)
    case 'aws_iam_policy': {
      const attached = holdersAttached(resource, attachments)
      const bounds = attached.length === 0 ? boundaryHolders(resource, attachments) : []
      const name = plainOf(resource.attribute('name'))
      const itself: Holder = {
        kind: 'managed-policy',
        address: resource.address,
        ...(name !== undefined && { name }),
        span: resource.header,
      }
      return [itself, ...attached, ...bounds]
    }
  }
  if (IDENTITY_TYPES.has(resource.type)) return [identityHolder(resource)]
  return [subjectHolder(resource, consumer, links)]
}

/** The bucket that a bucket policy is about, or the resource itself. */
function subjectHolder(resource: UnitResource, consumer: Consumer, links: Links): Holder {
  const service = consumer.service ?? serviceOfType(resource.type)
  for (const argument of consumer.subjects ?? []) {
    const value = memberOf(resource.arguments, argument)
    const target = value && links.targets(value).find((one) => one.mode === 'resource')
    if (target) return { kind: 'resource', address: target.address, service, span: target.header }
  }
  return { kind: 'resource', address: resource.address, service, span: resource.header }
}

/** Arguments of types that no table knows, which look like policies: new types, other providers. */
function usesByLooks(resource: UnitResource): Use[] {
  const found: Use[] = []
  let left = 500
  const visit = (value: Value, key: string, keySpan: Span, depth: number): void => {
    if (depth > 6 || left-- <= 0) return
    if ((value.kind === 'string' || value.kind === 'map') && looksLikePolicy(value)) {
      found.push({
        document: value as Evaluated,
        role: /assume|trust/i.test(key) ? 'trust' : undefined,
        holders: [],
        taken: keySpan,
        message: `${key} of ${resource.address}`,
        anchor: `${resource.address}.${key}`,
        home: resource.span,
      })
    } else if (value.kind === 'list') for (const item of value.items) visit(item, key, keySpan, depth + 1)
    else if (value.kind === 'map') {
      for (const entry of value.entries) visit(entry.value, entry.key, entry.keySpan, depth + 1)
    }
  }
  visit(resource.arguments, '', resource.header, 0)
  return found
}
