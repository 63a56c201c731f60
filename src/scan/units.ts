import type { Notification } from '../core/finding.ts'
import type { AnyNode } from '../core/node.ts'
import type { RuleContext } from '../core/rule.ts'
import type { Source } from '../core/source.ts'
import type { Tree } from '../core/tree.ts'
import { parseSource, parseTree } from '../frontends/index.ts'
import type { Parsed } from '../frontends/parsed.ts'
import { check, type RuleHit, type RuleTable, textNode } from './check.ts'

/** What the scan of one version of a tree, or of one source, gave. */
export interface Scanned {
  readonly hits: readonly RuleHit[]
  readonly notifications: readonly Notification[]
  /** Policies, attachments, identities and resources of each unit that grants something, for comparing permissions. */
  readonly units: readonly (readonly AnyNode[])[]
}

/** The settings that every rule sees; `unit` and `notify` are filled in here. */
export type ScanOptions = Pick<RuleContext, 'trustedAccounts' | 'repository'>

/** Rules over one source as a text: what stands in it, whatever kind of file it is. */
export async function scanText(source: Source, rules: RuleTable, scanOptions: ScanOptions): Promise<Scanned> {
  const notifications: Notification[] = []
  const nodes = [textNode(source)]
  const hits = await check(nodes, rules, contextOf(nodes, scanOptions, notifications))
  return { hits, notifications, units: [] }
}

/** Rules over what the front ends make of the files at `paths` (all by default) and of whatever they refer to. */
export async function scanUnits(
  tree: Tree,
  paths: Iterable<string> | undefined,
  rules: RuleTable,
  scanOptions: ScanOptions,
): Promise<Scanned> {
  return scanParsed(parseTree(tree, paths), rules, scanOptions)
}

/**
 * A lone version of a file out of the history, without its neighbours: secrets only, since what a policy permits is
 * judged on whole trees. What grants something is not even looked at: it holds no secrets.
 */
export async function scanLoneSource(source: Source, rules: RuleTable, scanOptions: ScanOptions): Promise<Scanned> {
  const text = await scanText(source, rules, scanOptions)
  const { nodes } = parseSource(source)
  const others = nodes.filter(({ kind }) => !GRANTING.has(kind))
  const hits = await check(others, rules, contextOf(nodes, scanOptions, []))
  return { ...text, hits: [...text.hits, ...hits].filter(({ hit }) => hit.secret) }
}

const GRANTING: ReadonlySet<AnyNode['kind']> = new Set(['policy', 'attachment', 'identity'])

async function scanParsed(units: Iterable<Parsed>, rules: RuleTable, scanOptions: ScanOptions): Promise<Scanned> {
  const hits: RuleHit[] = []
  const notifications: Notification[] = []
  const grants: (readonly AnyNode[])[] = []
  for (const parsed of units) {
    notifications.push(...parsed.notifications)
    hits.push(...(await check(parsed.nodes, rules, contextOf(parsed.nodes, scanOptions, notifications))))
    const grantsSomething = parsed.nodes.some(({ kind }) => GRANTING.has(kind))
    if (grantsSomething) grants.push(parsed.nodes.filter(({ kind }) => GRANTING.has(kind) || kind === 'resource'))
  }
  return { hits, notifications, units: grants }
}

function contextOf(unit: readonly AnyNode[], scanOptions: ScanOptions, notifications: Notification[]): RuleContext {
  return { ...scanOptions, unit, notify: (notification) => void notifications.push(notification) }
}
