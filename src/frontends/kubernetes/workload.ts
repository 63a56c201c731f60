import type { AnyNode, SettingNode } from '../../core/node.ts'
import { literalText } from '../../core/text.ts'
import { DEEPEST_VALUE, leafOf, member, type Value } from '../../core/value.ts'
import { itemsOf, settingNode, settingsOfMap } from '../../extract/nodes.ts'
import { SECRET_STEMS } from '../../secrets/names.ts'

/** Could a text be a Kubernetes object with an environment or data in which somebody wrote a secret? */
export function mayBeWorkload(text: string): boolean {
  return WORKLOAD.test(text) && TELLING.test(text)
}

/** `values.yaml`, `values-prod.yaml`: what a Helm chart is installed with, in which somebody may have written a secret. */
export function mayBeChartValues(text: string, path: string): boolean {
  return isChartValues(path) && TELLING.test(text)
}

export const isChartValues = (path: string): boolean => /(?:^|[/_.-])values(?:[_.-][\w-]+)*\.ya?ml$/i.test(path)

const TELLING = new RegExp(`${SECRET_STEMS}|://`, 'i')

const WORKLOAD =
  /\bkind["']?[ \t]*:[ \t]*["']?(?:Secret|ConfigMap|Pod|PodTemplate|Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob|List|Rollout|Service)\b/

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
  if (!value || depth > DEEPEST_VALUE) return []
  if (value.kind === 'list') return value.items.flatMap((item) => environments(item, anchor, depth + 1))
  if (value.kind !== 'map') return []
  return value.entries.flatMap((entry) =>
    entry.key === 'env' && entry.value.kind === 'list'
      ? entry.value.items.flatMap((item) => variable(item, anchor))
      : environments(entry.value, anchor, depth + 1),
  )
}

/**
 * Every scalar of a chart's values, by the key it stands under, and environments as lists.
 * https://helm.sh/docs/chart_template_guide/values_files/
 */
export function chartValues(value: Value, anchor: string, depth = 0): SettingNode[] {
  if (depth > DEEPEST_VALUE) return []
  if (value.kind === 'list') {
    return value.items.flatMap((item) => [...variable(item, anchor), ...chartValues(item, anchor, depth + 1)])
  }
  if (value.kind !== 'map') return []
  return value.entries.flatMap(({ key, keySpan, value: inner }) => {
    if (inner.kind === 'list' || inner.kind === 'map') return chartValues(inner, anchor, depth + 1)
    if (inner.kind === 'null' || inner.kind === 'boolean') return []
    return [settingNode({ value: key, span: keySpan }, inner, { place: 'kubernetes', anchor })]
  })
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
