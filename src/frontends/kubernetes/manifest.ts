import type { AnyNode } from '../../core/node.ts'
import type { Holder, HolderKind } from '../../core/policy.ts'
import { DEEPEST_VALUE, leafOf, member, type Value } from '../../core/value.ts'
import { scriptsOf } from '../../extract/cloud-init.ts'
import { attachmentNode, itemsOf, leavesIn, policyNode } from '../../extract/nodes.ts'
import { jsonValue } from '../../languages/json/json.ts'

/** Words of the kinds of Kubernetes objects that make AWS resources. */
export const MANIFEST =
  /iam\.services\.k8s\.aws|iam\.aws\.(?:m\.)?(?:upbound|crossplane)\.io|\beksctl\.io\/|\bkops\.k8s\.io\/|karpenter\.(?:sh|k8s\.aws)\/|infrastructure\.cluster\.x-k8s\.io/

/** Is this an object of the Kubernetes API, of whatever kind? */
export function isManifest(value: Value): boolean {
  return member(value, 'apiVersion')?.kind === 'string' && member(value, 'kind')?.kind === 'string'
}

/**
 * What controllers in a cluster make of an object, besides the policies in it: ACK's and Crossplane's roles with what is
 * attached to them, eksctl's service accounts and node groups, the user-data of Karpenter's node classes.
 */
export function manifestNodes(object: Value): AnyNode[] {
  const version = leafOf(member(object, 'apiVersion'))?.value ?? ''
  const anchor = nameIn(object) ?? leafOf(member(object, 'kind'))?.value ?? 'manifest'
  const spec = member(object, 'spec')
  if (version.startsWith('iam.services.k8s.aws/')) return ackIdentity(object, spec, anchor)
  if (/^iam\.aws\./.test(version)) return crossplane(object, member(spec, 'forProvider'), anchor)
  if (version.startsWith('eksctl.io/')) return eksctl(object, anchor)
  if (version.startsWith('kops.k8s.io/')) return kops(spec, anchor)
  if (version.startsWith('apiextensions.crossplane.io/')) return manifestsIn(spec, 0).flatMap(manifestNodes)
  if (/infrastructure\.cluster\.x-k8s\.io\//.test(version)) return extraPolicies(spec, anchor)
  return userData(spec, anchor)
}

/** What policies in an object of a controller are named after; undefined for objects that only hold some text. */
export function policyAnchor(object: Value): string | undefined {
  const version = leafOf(member(object, 'apiVersion'))?.value ?? ''
  return CONTROLLERS.test(version) ? nameIn(object) : undefined
}

const CONTROLLERS =
  /^kops\.k8s\.io\/|^apiextensions\.crossplane\.io\/|\.services\.k8s\.aws\/|\.aws\.(?:m\.)?(?:upbound|crossplane)\.io\/|^eksctl\.io\//

function nameIn(object: Value): string | undefined {
  return leafOf(member(member(object, 'metadata'), 'name'))?.value
}

const KINDS: ReadonlyMap<string, HolderKind> = new Map([
  ['Role', 'role'],
  ['User', 'user'],
  ['Group', 'group'],
])

function ackIdentity(object: Value, spec: Value | undefined, anchor: string): AnyNode[] {
  const kind = KINDS.get(leafOf(member(object, 'kind'))?.value ?? '')
  if (!kind || !spec) return []
  const name = leafOf(member(spec, 'name'))
  const holder: Holder = { kind, address: anchor, ...(name && { name: name.value }), span: name?.span ?? spec.span }
  return [
    ...attached(member(spec, 'policies'), holder, false),
    ...attached(member(spec, 'permissionsBoundary'), holder, true),
  ]
}

function crossplane(object: Value, given: Value | undefined, anchor: string): AnyNode[] {
  const kind = leafOf(member(object, 'kind'))?.value ?? ''
  const [, subject = '', suffix = ''] = /^(Role|User|Group)(PolicyAttachment)?$/.exec(kind) ?? []
  const holderKind = KINDS.get(subject)
  if (!holderKind || !given) return []
  if (suffix === '') {
    const holder: Holder = { kind: holderKind, address: anchor, span: given.span }
    return [
      ...attached(member(given, 'managedPolicyArns'), holder, false),
      ...attached(member(given, 'permissionsBoundary'), holder, true),
    ]
  }
  const key = subject.toLowerCase()
  const named = leafOf(member(given, key)) ?? leafOf(member(member(given, `${key}Ref`), 'name'))
  const holder: Holder = { kind: holderKind, address: named?.value ?? anchor, span: named?.span ?? given.span }
  return attached(member(given, 'policyArn'), holder, false)
}

/** The objects that a composition makes, wherever they stand in it. */
function manifestsIn(value: Value | undefined, depth: number): Value[] {
  if (!value || depth > DEEPEST_VALUE) return []
  if (value.kind === 'list') return value.items.flatMap((item) => manifestsIn(item, depth + 1))
  if (value.kind !== 'map') return []
  return isManifest(value) ? [value] : value.entries.flatMap((entry) => manifestsIn(entry.value, depth + 1))
}

/** What kops gives to the roles of a cluster's machines: https://kops.sigs.k8s.io/iam_roles/ */
function kops(spec: Value | undefined, anchor: string): AnyNode[] {
  const entriesOf = (name: string) => {
    const map = member(spec, name)
    return map?.kind === 'map' ? map.entries : []
  }
  const holderOf = (name: string, value: Value): Holder => ({
    kind: 'role',
    address: `${anchor}.${name}`,
    span: value.span,
  })
  return [
    ...entriesOf('externalPolicies').flatMap(({ key, value }) => attached(value, holderOf(key, value), false)),
    ...entriesOf('additionalPolicies').flatMap(({ key, keySpan, value }) => {
      const statements = value.kind === 'string' ? jsonValue(value.text).value : undefined
      if (!statements) return []
      const document: Value = {
        kind: 'map',
        entries: [{ key: 'Statement', keySpan, value: statements }],
        span: value.span,
      }
      return policyNode(document, { anchor: `${anchor}.${key}`, role: 'identity', holders: [holderOf(key, value)] })
    }),
  ]
}

/** `extraPolicyAttachments` of the roles that `clusterawsadm` makes. */
function extraPolicies(value: Value | undefined, path: string, depth = 0): AnyNode[] {
  if (value?.kind !== 'map' || depth > DEEPEST_VALUE) return userData(value, path)
  const found = value.entries.flatMap(({ key, value: inner }): AnyNode[] => {
    if (key !== 'extraPolicyAttachments') return extraPolicies(inner, `${path}.${key}`, depth + 1)
    return attached(inner, { kind: 'role', address: path, span: inner.span }, false)
  })
  return [...found, ...userData(value, path)]
}

/** Service accounts, pod identities, add-ons and node groups get roles of their own. */
function eksctl(object: Value, anchor: string): AnyNode[] {
  const accounts = itemsOf(member(member(object, 'iam'), 'serviceAccounts')).map((account) => ({
    given: account,
    name: nameIn(account) ?? 'serviceAccount',
  }))
  const addons = itemsOf(member(object, 'addons'))
  const pods = [member(object, 'iam'), ...addons]
    .flatMap((owner) => itemsOf(member(owner, 'podIdentityAssociations')))
    .map((pod) => ({ given: pod, name: leafOf(member(pod, 'serviceAccountName'))?.value ?? 'podIdentity' }))
  const own = addons.map((addon) => ({ given: addon, name: leafOf(member(addon, 'name'))?.value ?? 'addon' }))
  const groups = ['nodeGroups', 'managedNodeGroups'].flatMap((key) =>
    itemsOf(member(object, key)).map((group) => ({
      given: member(group, 'iam'),
      name: leafOf(member(group, 'name'))?.value ?? key,
    })),
  )
  return [
    ...[...accounts, ...pods, ...own, ...groups].flatMap(({ given, name }) => {
      if (!given) return []
      const holder: Holder = { kind: 'role', address: `${anchor}.${name}`, span: given.span }
      return ['attachPolicyARNs', 'permissionPolicyARNs'].flatMap((key) => attached(member(given, key), holder, false))
    }),
    ...bootstrap(object, anchor),
  ]
}

function bootstrap(object: Value, anchor: string): AnyNode[] {
  return ['nodeGroups', 'managedNodeGroups'].flatMap((key) =>
    itemsOf(member(object, key)).flatMap((group) => {
      const commands = [
        ...itemsOf(member(group, 'preBootstrapCommands')),
        ...itemsOf(member(group, 'overrideBootstrapCommand')),
      ]
      return commands.flatMap((command) =>
        command.kind === 'string' ? scriptsOf(command.text, { place: 'user-data', anchor: `${anchor}.${key}` }) : [],
      )
    }),
  )
}

function userData(spec: Value | undefined, anchor: string): AnyNode[] {
  const text = member(spec, 'userData')
  return text?.kind === 'string' ? scriptsOf(text.text, { place: 'user-data', anchor }) : []
}

function attached(value: Value | undefined, holder: Holder, boundary: boolean): AnyNode[] {
  return leavesIn(value).map((arn) => attachmentNode(arn, holder, { anchor: holder.address, boundary }))
}
