import { Analysis } from '../../../src/core/analysis.ts'
import type { AnyNode, AttachmentNode, IdentityNode, PolicyNode } from '../../../src/core/node.ts'
import type { Holder, PolicyDocument, PolicyRole } from '../../../src/core/policy.ts'
import { wholeText } from '../../../src/core/text.ts'
import { policyDocumentOf } from '../../../src/extract/policy-document.ts'
import { assessPolicy } from '../../../src/iam/assessment.ts'
import { dataExfiltration } from '../../../src/iam/dangers/data-exfiltration.ts'
import { fullAdmin } from '../../../src/iam/dangers/full-admin.ts'
import { nearAdmin } from '../../../src/iam/dangers/near-admin.ts'
import { passAnyRole } from '../../../src/iam/dangers/pass-any-role.ts'
import { permissionsManagement } from '../../../src/iam/dangers/permissions-management.ts'
import { privilegeEscalation } from '../../../src/iam/dangers/privilege-escalation.ts'
import { resourceWildcard } from '../../../src/iam/dangers/resource-wildcard.ts'
import { serviceWildcard } from '../../../src/iam/dangers/service-wildcard.ts'
import { type Permissions, permissionsIn } from '../../../src/iam/grants.ts'
import { jsonValue } from '../../../src/languages/json/json.ts'

/** A policy document out of a plain object, read by the real parser, so that every leaf has its place. */
export function document(json: unknown, role: PolicyRole = 'identity', uri = 'policy.json'): PolicyDocument {
  const text = typeof json === 'string' ? json : JSON.stringify(json, undefined, 2)
  const value = jsonValue(wholeText({ uri, text })).value
  const read = value && policyDocumentOf(value, role)
  if (!read) throw new Error(`no policy: ${text}`)
  return read
}

/** Statements as a whole document. */
export function statements(...list: unknown[]): PolicyDocument {
  return document({ Version: '2012-10-17', Statement: list })
}

export const allow = (Action: unknown, Resource: unknown = '*', Condition?: unknown): object => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition !== undefined && { Condition }),
})

export const deny = (Action: unknown, Resource: unknown = '*', Condition?: unknown): object => ({
  ...allow(Action, Resource, Condition),
  Effect: 'Deny',
})

/** What a document grants by itself, in a unit of its own. */
export function granted(read: PolicyDocument): Permissions {
  return permissionsIn(read, new Analysis([]))
}

/** What is told of a policy, danger by danger; of one that is nearly an administrator also the ways to the rest. */
export function toldOf(node: PolicyNode, unit = unitOf(node)) {
  const assessment = assessPolicy(node, unit)
  if (!assessment) return undefined
  const [admin] = [...assessment.told(fullAdmin), ...assessment.told(nearAdmin)]
  return {
    admin,
    escalations: admin?.kind === 'near' ? assessment.held(privilegeEscalation) : assessment.told(privilegeEscalation),
    services: assessment.told(serviceWildcard),
    reads: assessment.told(dataExfiltration),
    passRole: assessment.told(passAnyRole)[0],
    permissionsManagement: assessment.told(permissionsManagement),
    unnarrowed: assessment.told(resourceWildcard),
  }
}

/** These nodes as a unit. */
export const unitOf = (...nodes: AnyNode[]): Analysis => new Analysis(nodes)

const NOWHERE = { uri: 'nodes', start: 0, end: 0 }

export function holder(kind: Holder['kind'], name: string): Holder {
  return { kind, address: `aws_iam_${kind}.${name}`, name, span: NOWHERE }
}

export function policyNode(
  read: PolicyDocument,
  holders: readonly Holder[] = [],
  anchor = 'aws_iam_policy.p',
): PolicyNode {
  return { kind: 'policy', document: read, holders, related: [], anchor, span: read.statements[0]?.span ?? NOWHERE }
}

export function attachment(policyArn: string, to: Holder, more: Partial<AttachmentNode> = {}): AttachmentNode {
  return {
    kind: 'attachment',
    policyArn: { value: policyArn, span: NOWHERE },
    holder: to,
    boundary: false,
    anchor: `attachment.${to.address}`,
    span: NOWHERE,
    ...more,
  }
}

export function identity(who: Holder, more: Partial<IdentityNode> = {}): IdentityNode {
  return {
    kind: 'identity',
    holder: who,
    groups: [],
    hasBoundary: false,
    arguments: { kind: 'map', entries: [], span: NOWHERE },
    anchor: who.address,
    span: NOWHERE,
    ...more,
  }
}
