import { createHash } from 'node:crypto'
import { Analysis, type Session } from '../core/analysis.ts'
import type { Notification } from '../core/finding.ts'
import type { AnyNode, UnreadNode } from '../core/node.ts'
import type { RuleContext } from '../core/rule.ts'
import type { Source } from '../core/source.ts'
import type { Stopwatch } from '../core/timings.ts'
import type { Tree } from '../core/tree.ts'
import { frontEndOf, parseSource, parseTree } from '../frontends/index.ts'
import type { Parsed } from '../frontends/parsed.ts'
import { check, type RuleHit, type RuleTable, textNode } from './check.ts'
import { whereTakenIn } from './taken-in.ts'
import { WHOLLY, type Worth } from './worth.ts'

/** What the scan of one version of a tree, or of one source, gave. */
export interface Scanned {
  readonly hits: readonly RuleHit[]
  readonly notifications: readonly Notification[]
  /** The units that grant something, for comparing permissions. */
  readonly units: readonly Analysis[]
}

export interface LoneScan extends Scanned {
  /** Did the front ends read all that they had to read? What they stumble over, they may read otherwise after a small change. */
  readonly wellFormed: boolean
}

/** What every rule sees, and what a run remembers; `unit` and `notify` are filled in here. */
export interface ScanOptions extends Omit<RuleContext, 'unit' | 'notify'> {
  readonly session: Session
  /** Where the time is to be told. */
  readonly stopwatch?: Stopwatch
}

/**
 * Rules over one source as a text: what stands in it, whatever kind of file it is. `cuts` are what kept its reader from
 * handing over all of it.
 */
export async function scanText(
  source: Source,
  rules: RuleTable,
  scanOptions: ScanOptions,
  cuts: readonly Notification[] = [],
): Promise<Scanned> {
  const { stopwatch } = scanOptions
  const began = stopwatch?.now() ?? 0
  const notifications: Notification[] = [...cuts]
  const unit = new Analysis([textNode(source)], scanOptions.session)
  const hits = await check(unit.nodes, rules, contextOf(unit, scanOptions, notifications), stopwatch)
  const unread = await checkUnread(notifications, () => [source.text], rules, scanOptions)
  stopwatch?.add('files', source.uri, began)
  return { hits: [...hits, ...unread.hits], notifications: unread.others, units: [] }
}

/**
 * Rules over what the front ends make of the files at `paths` (all by default) and of whatever they refer to. What is found in a
 * file that is not `wanted` is told where one that is takes it in.
 */
export async function scanUnits(
  tree: Tree,
  paths: Iterable<string> | undefined,
  rules: RuleTable,
  scanOptions: ScanOptions,
  wanted: (path: string) => boolean = () => true,
): Promise<Scanned> {
  return scanParsed(parseTree(tree, paths), tree, rules, scanOptions, wanted)
}

/**
 * A lone version of a file out of the history, without its neighbours: secrets only, since what a policy permits is
 * judged on whole trees. What grants something is not even looked at: it holds no secrets.
 */
export async function scanLoneSource(
  source: Source,
  rules: RuleTable,
  scanOptions: ScanOptions,
  worth: Worth = WHOLLY,
): Promise<LoneScan> {
  const text = worth.asText ? await scanText(source, rules, scanOptions) : NOTHING
  if (!worth.byFrontEnds) return { ...text, wellFormed: true }
  const { stopwatch } = scanOptions
  const began = stopwatch?.now() ?? 0
  const parsed = parseSource(source)
  stopwatch?.add('frontEnds', frontEndOf(parsed), began)
  const { nodes, notifications } = parsed
  const others = nodes.filter(({ kind }) => !GRANTING.has(kind))
  const unit = new Analysis(nodes, scanOptions.session)
  const hits = await check(others, rules, contextOf(unit, scanOptions, []), stopwatch)
  stopwatch?.add('files', source.uri, began)
  return {
    ...text,
    hits: [...text.hits, ...hits].filter(({ hit }) => hit.secret),
    wellFormed: notifications.length === 0,
  }
}

const NOTHING: Scanned = { hits: [], notifications: [], units: [] }

const GRANTING: ReadonlySet<AnyNode['kind']> = new Set(['policy', 'attachment', 'identity'])

async function scanParsed(
  units: Iterable<Parsed>,
  tree: Tree,
  rules: RuleTable,
  scanOptions: ScanOptions,
  wanted: (path: string) => boolean,
): Promise<Scanned> {
  const hits: RuleHit[] = []
  const notifications: Notification[] = []
  const grants: Analysis[] = []
  const makers = new Map<string, string[]>()
  const ofIgnored: { parsed: Parsed; found: readonly RuleHit[] }[] = []
  const { stopwatch } = scanOptions
  let began = stopwatch?.now() ?? 0
  for (const parsed of units) {
    stopwatch?.add('frontEnds', frontEndOf(parsed), began)
    const told: Notification[] = [...parsed.notifications]
    const unit = new Analysis(parsed.nodes, scanOptions.session)
    const found = await check(unit.nodes, rules, contextOf(unit, scanOptions, told), stopwatch)
    for (const made of parsed.makes ?? []) makers.set(made, [...(makers.get(made) ?? []), ...parsed.files])
    if ([...parsed.files, ...parsed.reads].some(wanted)) {
      hits.push(...found.flatMap((hit) => whereTakenIn(hit, parsed, tree, wanted)))
    } else ofIgnored.push({ parsed, found })
    const textsOf = () => [...parsed.files, ...parsed.reads].map((path) => tree.read(path)?.text ?? '')
    const unread = await checkUnread(told, textsOf, rules, scanOptions)
    hits.push(...unread.hits)
    notifications.push(...unread.others)
    if (parsed.nodes.some(({ kind }) => GRANTING.has(kind))) grants.push(unit)
    stopwatch?.add('files', parsed.unit, began)
    began = stopwatch?.now() ?? 0
  }
  for (const { parsed, found } of ofIgnored) {
    const files = makersOf(parsed.files, makers)
    hits.push(...found.flatMap((hit) => whereTakenIn(hit, { files, reads: [] }, tree, wanted)))
  }
  return { hits, notifications, units: grants }
}

/** The files that make something of these, over others too. */
function makersOf(files: readonly string[], makers: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set(files)
  for (const file of found) for (const maker of makers.get(file) ?? []) found.add(maker)
  return [...found]
}

/**
 * What a limit left unread goes to the rules, and is a finding like any other; where no rule asks for it, it stays a
 * notification. `textsOf` are all the texts that it may depend on.
 */
async function checkUnread(
  notifications: readonly Notification[],
  textsOf: () => readonly string[],
  rules: RuleTable,
  scanOptions: ScanOptions,
): Promise<{ hits: RuleHit[]; others: readonly Notification[] }> {
  const isUnread = notifications.some(({ unread }) => unread)
  if (!isUnread || !rules.asksFor('unread')) return { hits: [], others: notifications }
  const unit = new Analysis(unreadNodes(notifications, textsOf()), scanOptions.session)
  const hits = await check(unit.nodes, rules, contextOf(unit, scanOptions, []))
  return { hits, others: notifications.filter(({ unread }) => !unread) }
}

/** What limits left out, as nodes; they are other ones as soon as one of the texts is. */
export function unreadNodes(notifications: readonly Notification[], texts: readonly string[]): UnreadNode[] {
  const content = createHash('sha256')
  for (const text of texts) content.update(text).update('\0')
  const digest = content.digest('hex')
  return notifications.flatMap(({ unread, message }): UnreadNode[] => {
    if (!unread) return []
    const { span, limit } = unread
    return [{ kind: 'unread', span, anchor: '', message, limit, element: `${limit} ${digest}` }]
  })
}

function contextOf(unit: Analysis, scanOptions: ScanOptions, notifications: Notification[]): RuleContext {
  const { session: _, stopwatch: __, ...options } = scanOptions
  return { ...options, unit, notify: (notification) => void notifications.push(notification) }
}
