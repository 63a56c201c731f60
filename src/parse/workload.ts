import type { AnyNode, SettingNode } from '../core/node.ts'
import { literalText } from '../core/text.ts'
import { leafOf, member, type Value } from '../core/value.ts'
import { itemsOf, settingNode, settingsOfMap } from './nodes.ts'

/** Could a text be a Kubernetes object with an environment or data in which somebody wrote a secret? */
export function mayBeWorkload(text: string): boolean {
  return WORKLOAD.test(text) && /passw|pwd|secret|token|key|credential/i.test(text)
}

const WORKLOAD =
  /\bkind["']?[ \t]*:[ \t]*["']?(?:Secret|ConfigMap|Pod|PodTemplate|Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob|List|Rollout|Service)\b/

const DEEPEST = 12

/**
 * The environments of the containers of a Kubernetes object, and what a Secret or ConfigMap holds. The `data` of a Secret
 * is base64, which hides nothing.
 * https://kubernetes.io/docs/concepts/configuration/secret/
 */
export function workloadNodes(object: Value): AnyNode[] {
  const kind = leafOf(member(object, 'kind'))?.value ?? ''
  if (kind === 'List') return itemsOf(member(object, 'items')).flatMap(workloadNodes)
  const anchor = leafOf(member(member(object, 'metadata'), 'name'))?.value ?? kind
  const more = { place: 'kubernetes', anchor } as const
  if (kind === 'Secret') {
    return [...settingsOfMap(member(object, 'stringData'), more), ...encoded(member(object, 'data'), anchor)]
  }
  if (kind === 'ConfigMap') return settingsOfMap(member(object, 'data'), more)
  return environments(member(object, 'spec'), anchor, 0)
}

function environments(value: Value | undefined, anchor: string, depth: number): SettingNode[] {
  if (!value || depth > DEEPEST) return []
  if (value.kind === 'list') return value.items.flatMap((item) => environments(item, anchor, depth + 1))
  if (value.kind !== 'map') return []
  return value.entries.flatMap((entry) =>
    entry.key === 'env' && entry.value.kind === 'list'
      ? entry.value.items.flatMap((item) => variable(item, anchor))
      : environments(entry.value, anchor, depth + 1),
  )
}

function variable(item: Value, anchor: string): SettingNode[] {
  const name = leafOf(member(item, 'name'))
  const value = member(item, 'value')
  return name && value ? [settingNode(name, value, { place: 'kubernetes', anchor })] : []
}

function encoded(data: Value | undefined, anchor: string): SettingNode[] {
  if (data?.kind !== 'map') return []
  return data.entries.flatMap(({ key, keySpan, value }) => {
    const decoded = value.kind === 'string' ? decodedText(value.text.value) : undefined
    if (decoded === undefined) return []
    const text = { kind: 'string', text: literalText(decoded, value.span), span: value.span } as const
    return [settingNode({ value: key, span: keySpan }, text, { place: 'kubernetes', anchor })]
  })
}

/** One line of plain text; anything else is for the credential rules, which decode by themselves. */
function decodedText(base64: string): string | undefined {
  if (base64.length > 2_000 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined
  const decoded = Buffer.from(base64, 'base64').toString('utf8').replace(/\n$/, '')
  return /^[\x20-\x7e]+$/.test(decoded) ? decoded : undefined
}
