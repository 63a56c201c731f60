import type { Notification } from '../core/finding.ts'
import type { AnyNode, ScriptNode } from '../core/node.ts'
import { limitReached } from '../core/notice.ts'
import type { Tree } from '../core/tree.ts'
import type { Parsed } from './parsed.ts'
import { commandNodes } from './shell-scripts/command-nodes.ts'

/** Scripts that start scripts: `run:` that starts an instance whose user-data makes a role. */
const DEEPEST = 3

/**
 * Adds what the commands of a unit's shell scripts do, wherever the scripts come from. It comes first: what stands both
 * in a script and in the user-data that the script hands over is told as user-data.
 */
export function withCommands(given: Parsed, tree: Tree): Parsed {
  const parsed = withinReason(given)
  let nodes: readonly AnyNode[] = parsed.nodes
  const notifications: Notification[] = [...parsed.notifications]
  const reads = new Set(parsed.reads)
  let fresh: readonly AnyNode[] = parsed.nodes
  for (let depth = 0; depth < DEEPEST && fresh.length > 0; depth++) {
    const found: AnyNode[] = []
    for (const node of fresh) {
      if (node.kind !== 'script' || (node.language !== 'shell' && node.language !== 'powershell')) continue
      const { language, environment } = node
      const read = commandNodes(node.text, node.span.uri, tree, { language, ...(environment && { environment }) })
      found.push(...read.nodes)
      notifications.push(...read.notifications)
      for (const path of read.reads) reads.add(path)
    }
    nodes = [...found, ...nodes]
    fresh = found
  }
  const left = fresh.find((node) => node.kind === 'script' && node.language === 'shell')
  if (left?.kind === 'script') notifications.push(tooDeep(left))
  return withinReason({ ...parsed, nodes, notifications, reads: [...reads] })
}

function tooDeep({ text }: ScriptNode): Notification {
  return limitReached(text, 0, 'scripts that start scripts are nested too deep to be read', 'script-levels')
}

/** Text of all scripts of a unit together, and how many of them and of settings: far more than the largest has. */
const MOST_CHARACTERS = 8_000_000
const MOST_SCRIPTS = 5_000
const MOST_SETTINGS = 20_000

function withinReason(parsed: Parsed): Parsed {
  let characters = 0
  let scripts = 0
  let settings = 0
  const nodes = parsed.nodes.filter((node) => {
    if (node.kind === 'setting') return ++settings <= MOST_SETTINGS
    if (node.kind !== 'script') return true
    characters += node.text.value.length
    return characters <= MOST_CHARACTERS && ++scripts <= MOST_SCRIPTS
  })
  const left = parsed.nodes.length - nodes.length
  if (left === 0) return parsed
  const uri = parsed.files[0] ?? parsed.unit
  const message = `${parsed.unit}: ${left} of its scripts and settings are not read: there are too many of them`
  const notification = {
    level: 'warning',
    id: 'limit',
    message,
    location: { uri },
    unread: { span: { uri, start: 0, end: 0 }, limit: 'unit-scripts' },
  } as const
  return { ...parsed, nodes, notifications: [...parsed.notifications, notification] }
}
