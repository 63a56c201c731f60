import { Analysis, type Session } from '../core/analysis.ts'
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
  /** The units that grant something, for comparing permissions. */
  readonly units: readonly Analysis[]
}

/** What every rule sees, and what a run remembers; `unit` and `notify` are filled in here. */
export interface ScanOptions extends Pick<RuleContext, 'trustedAccounts' | 'repository'> {
  readonly session: Session
}

/** Rules over one source as a text: what stands in it, whatever kind of file it is. */
export async function scanText(source: Source, rules: RuleTable, scanOptions: ScanOptions): Promise<Scanned> {
  const notifications: Notification[] = []
  const unit = new Analysis([textNode(source)], scanOptions.session)
  const hits = await check(unit.nodes, rules, contextOf(unit, scanOptions, notifications))
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
  const unit = new Analysis(nodes, scanOptions.session)
  const hits = await check(others, rules, contextOf(unit, scanOptions, []))
  return { ...text, hits: [...text.hits, ...hits].filter(({ hit }) => hit.secret) }
}

const GRANTING: ReadonlySet<AnyNode['kind']> = new Set(['policy', 'attachment', 'identity'])

async function scanParsed(units: Iterable<Parsed>, rules: RuleTable, scanOptions: ScanOptions): Promise<Scanned> {
  const hits: RuleHit[] = []
  const notifications: Notification[] = []
  const grants: Analysis[] = []
  for (const parsed of units) {
    notifications.push(...parsed.notifications)
    const unit = new Analysis(parsed.nodes, scanOptions.session)
    hits.push(...(await check(unit.nodes, rules, contextOf(unit, scanOptions, notifications))))
    if (parsed.nodes.some(({ kind }) => GRANTING.has(kind))) grants.push(unit)
  }
  return { hits, notifications, units: grants }
}

function contextOf(unit: Analysis, scanOptions: ScanOptions, notifications: Notification[]): RuleContext {
  const { session: _, ...options } = scanOptions
  return { ...options, unit, notify: (notification) => void notifications.push(notification) }
}
