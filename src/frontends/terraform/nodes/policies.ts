import type { AnyNode, PolicyNode, Related } from '../../../core/node.ts'
import type { Holder, PolicyDocument, PolicyRole } from '../../../core/policy.ts'
import type { Span } from '../../../core/source.ts'
import { UNKNOWN } from '../../../core/text.ts'
import type { Attachment } from '../../../extract/attachments.ts'
import { distinctHolders } from '../../../extract/holders.ts'
import { type PolicyUse, policyUses } from '../../../extract/policies.ts'
import { guessRole, policyDocumentOf } from '../../../extract/policy-document.ts'
import type { Declared, Links } from '../../../extract/resource.ts'
import type { UnitResource } from '../unit.ts'
import type { Evaluated } from '../value.ts'
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
  resources: readonly UnitResource[],
  links: Links,
  attachments: readonly Attachment[],
  others: readonly Use[],
): { nodes: AnyNode[]; anchors: ReadonlyMap<string, string> } {
  const uses = [...resources.flatMap((resource) => usesOf(resource, links, attachments)), ...others]
  const drafts = new Map<string, Draft>()
  const anchors = new Map<string, string>()
  for (const use of uses) addUse(use, links, drafts, anchors)
  const seen = statementPlaces(drafts)
  for (const use of unusedDocuments(resources, seen)) addUse(use, links, drafts, anchors)
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
function dataSource(document: Evaluated, links: Links): Declared | undefined {
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
function unusedDocuments(resources: readonly UnitResource[], seen: ReadonlySet<string>): Use[] {
  return resources.flatMap((resource): Use[] => {
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
  return policyUses(resource, links, attachments).map((use) => ({
    ...use,
    document: use.document as Evaluated,
    message: `${use.path} of ${resource.address}`,
    anchor: anchorOf(use),
    home: resource.span,
    ...(resource.row?.holder?.kind === 'managed-policy' && { managed: resource.address }),
  }))
}

/** Arguments that are what the resource is for; others are told apart in the anchor. */
const MAIN = /^(?:policy|policy_document|access_policy|access_policies|resource_policy|content|inline_policy)$/

function anchorOf({ resource, path, name, index }: PolicyUse): string {
  if (resource.row?.policies && MAIN.test(path)) return resource.address
  const [argument, ...inner] = path.split('.')
  const own = resource.spelling === 'terraform' && !name?.includes(UNKNOWN) ? name : undefined
  return `${resource.address}.${inner.length > 0 ? `${argument}.${own ?? index}` : argument}`
}
