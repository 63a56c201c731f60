import type { AnyNode } from '../../core/node.ts'
import type { Holder, HolderKind } from '../../core/policy.ts'
import { DEEPEST_VALUE, leafOf, member, type Value } from '../../core/value.ts'
import { scriptNode, scriptsOf } from '../../extract/cloud-init.ts'
import { attachmentNode, leavesIn } from '../../extract/nodes.ts'
import { secretValues } from '../../extract/secret-values.ts'

/** Could a text be a playbook, tasks or variables of Ansible in which something of ours stands? */
export function mayBeAnsible(text: string, path: string): boolean {
  return isVariables(path) || /^[ \t-]*["']?(?:hosts|tasks|(?:amazon|community)\.aws\.\w+)["']?[ \t]*:/m.test(text)
}

/**
 * A playbook or a file of tasks: a list of plays or tasks. A file of variables is a map, and told by its folder.
 * https://docs.ansible.com/ansible/latest/tips_tricks/sample_setup.html
 */
export function isAnsible(value: Value, path: string): boolean {
  if (value.kind === 'map') return isVariables(path)
  return value.kind === 'list' && value.items.some((item) => PLAY.some((key) => member(item, key)) || hasModule(item))
}

const PLAY = ['hosts', 'tasks', 'import_playbook']

/** Of groups and hosts; and what a role has by default. */
const isVariables = (path: string): boolean =>
  /(?:^|\/)(?:group_vars|host_vars)\/(?:[^/]+\/)?[^/]+$|(?:^|\/)roles\/[^/]+\/(?:defaults|vars)\/[^\n]+$|(?:^|\/)(?:defaults|vars)\/main\.ya?ml$/.test(
    path,
  )

const hasModule = (item: Value): boolean =>
  item.kind === 'map' && item.entries.some(({ key }) => /^(?:amazon|community|ansible)\.\w+\.\w+$/.test(key))

/** Variables and parameters that are secrets, user-data, and managed policies; documents are found by their looks. */
export function ansibleNodes(value: Value, anchor: string): AnyNode[] {
  return [...secretValues(value, { place: 'provider', anchor }), ...moduleNodes(value, anchor, 0)]
}

function moduleNodes(value: Value, anchor: string, depth: number): AnyNode[] {
  if (depth > DEEPEST_VALUE) return []
  if (value.kind === 'list') return value.items.flatMap((item) => moduleNodes(item, anchor, depth + 1))
  if (value.kind !== 'map') return []
  return value.entries.flatMap(({ key, value: inner }): AnyNode[] => {
    if (key === 'user_data' && inner.kind === 'string') return scriptsOf(inner.text, { place: 'user-data', anchor })
    if (/^(?:ansible\.(?:builtin|legacy)\.)?(?:shell|command|raw)$/.test(key)) return commands(inner, anchor)
    const [, kind] = /(?:^|\.)iam_(role|user|group)$/.exec(key) ?? []
    const items = ['loop', 'with_items'].map((name) => member(value, name)).find((list) => list !== undefined)
    return [...(kind ? attachments(inner, kind as HolderKind, items) : []), ...moduleNodes(inner, anchor, depth + 1)]
  })
}

/** `shell: …`, `command: {cmd: …}`. */
function commands(value: Value, anchor: string): AnyNode[] {
  const given = value.kind === 'map' ? member(value, 'cmd') : value
  return given?.kind === 'string' ? [scriptNode(given.text, 'shell', { place: 'script', anchor })] : []
}

/** https://docs.ansible.com/ansible/latest/collections/amazon/aws/iam_role_module.html */
function attachments(parameters: Value, kind: HolderKind, items: Value | undefined): AnyNode[] {
  const name = leafOf(member(parameters, 'name') ?? member(parameters, 'role_name'))
  const span = name?.span ?? parameters.span
  const holder: Holder = { kind, address: name?.value ?? kind, ...(name && { name: name.value }), span }
  const given = ['managed_policies', 'managed_policy'].flatMap((key) =>
    leavesIn(member(parameters, key)).flatMap((leaf) =>
      /^\{\{\s*item\s*\}\}$/.test(leaf.value) ? leavesIn(items) : [leaf],
    ),
  )
  const more = { anchor: holder.address, boundary: false }
  const bounds = leavesIn(member(parameters, 'boundary'))
  return [
    ...given.map((arn) => attachmentNode(arn, holder, more)),
    ...bounds.map((arn) => attachmentNode(arn, holder, { ...more, boundary: true })),
  ]
}
