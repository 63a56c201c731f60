import { resolve } from 'node:path'
import type { Notification } from '../core/finding.ts'
import { Problem } from '../core/problem.ts'
import type { Rule } from '../core/rule.ts'
import type { Source } from '../core/source.ts'
import type { Tree } from '../core/tree.ts'
import { openRepository } from '../io/git/repository.ts'
import { readTextFile } from '../io/text-file.ts'
import { type Baseline, baselineChanges, parseBaseline } from '../scan/baseline.ts'
import {
  CONFIG_PATHS,
  type Config,
  type ConfigFile,
  configChanges,
  DEFAULT_CONFIG,
  joinConfigs,
  requireLocks,
  requireUnlocked,
} from '../scan/config.ts'
import { NEIGHBOUR_PATHS, otherScannerChanges } from '../scan/other-scanners.ts'
import { configFiles, configOf, isWhole, type Opener, type ConfigReader as Reader, remoteTold } from './config-files.ts'
import { type OwnPatterns, readOwnPatterns } from './own-patterns.ts'
import type { Settings } from './settings.ts'

/** What decides, and what the change would change about that. */
export interface Policy {
  readonly config: Config
  /** The files that it is made of, the one that all others build on first. */
  readonly files: readonly ConfigFile[]
  readonly notifications: readonly Notification[]
  readonly baseline?: Baseline
  /** What files of other scanners (`.gitallowed`, `.gitleaksignore`) leave alone. */
  readonly otherScanners: readonly Source[]
  /** Kinds of secrets that the repository describes itself. */
  readonly own: OwnPatterns
  readonly changes: readonly string[]
  /** The change leaves a configuration or baseline that no scan could read after the merge: why. */
  readonly fault?: string
}

/**
 * Reads configuration and baseline. Where there is a base they come from there, so that a change cannot turn off what
 * judges it; a file that people name on the command line is read as it is on disk.
 */
export async function readPolicy(
  settings: Settings,
  head: Tree,
  base: Tree | undefined,
  rules: readonly Rule[],
): Promise<Policy> {
  const metas = rules.map(({ meta }) => meta)
  const reader: Reader = { settings, rules: metas, ruleIds: new Set(metas.map(({ id }) => id)), remote: new Map() }
  requireNamed(settings, base ? [base, head] : [head])
  const files = await readConfigFiles(reader, base ?? head)
  const config = files && configOf(reader, files)
  requireUnlocked(config ?? DEFAULT_CONFIG, settings)
  const baseline = readBaseline(reader, base ?? head, config)
  const otherScanners = otherScannersIn(base ?? head, config)
  const own = readOwnPatterns(config, readerOf(settings, base ?? head))
  const changed = base && settings.policyFrom === 'repository' ? await policyChanges(reader, head, files, baseline) : []
  const fault = typeof changed === 'string' ? changed : undefined
  const told = typeof changed === 'string' ? [changed] : changed
  const changes = base ? [...told, ...otherScannerChanges(otherScanners, otherScannersIn(head, config))] : []
  const policy = {
    config: config ?? DEFAULT_CONFIG,
    files: files ?? [],
    otherScanners,
    own,
    changes,
    notifications: remoteTold(reader),
  }
  return { ...policy, ...(baseline ? { baseline } : {}), ...(fault ? { fault } : {}) }
}

/** Where that may stand, as far as it is known beforehand. */
export function policyPathsOf({ config, baseline, accountData }: Settings): string[] {
  return [
    ...CONFIG_PATHS,
    ...NEIGHBOUR_PATHS,
    ...(config ? [config] : []),
    ...(baseline ? [baseline] : []),
    ...(accountData?.paths ?? []),
  ]
}

/** What inputs name must be there; what only the change brings takes effect after the merge. */
function requireNamed({ config, baseline, policyFrom }: Settings, trees: readonly Tree[]): void {
  if (policyFrom === 'disk') return
  const isMissing = (path: string | undefined) => path !== undefined && !trees.some((tree) => tree.has(path))
  if (isMissing(config)) {
    throw new Problem(`the input config: ${config} does not exist; write its path from the root of the repository`)
  }
  if (isMissing(baseline)) throw new Problem(`the input baseline: ${baseline} does not exist; ${MAKE_BASELINE}`)
}

const MAKE_BASELINE = 'make it with: keylatch baseline'

function otherScannersIn(tree: Tree, config: Config | undefined): Source[] {
  return [...new Set([...NEIGHBOUR_PATHS, ...(config?.patternsFrom ?? [])])].flatMap((path) => tree.read(path) ?? [])
}

/** Where policy is read as it is on disk, that is true of the files that it names, too. */
function readerOf({ policyFrom, root }: Settings, tree: Tree): (path: string) => Source | undefined {
  return (path) => {
    const source = tree.read(path)
    const text = source || policyFrom !== 'disk' ? undefined : readTextFile(resolve(root, path))
    return text === undefined ? source : { uri: path, text }
  }
}

/** The configuration, and all that it builds on; undefined where there is none. */
async function readConfigFiles(reader: Reader, tree: Tree): Promise<ConfigFile[] | undefined> {
  const { config, policyFrom, root } = reader.settings
  const isOnDisk = config !== undefined && policyFrom === 'disk'
  const own = isOnDisk
    ? onDisk(root, config, 'configuration')
    : (config ? [config] : CONFIG_PATHS).map((path) => readDeciding(tree, path)).find((found) => found)
  const open: Opener = (path) => (isOnDisk ? onDisk(root, path, 'configuration') : readDeciding(tree, path))
  return await configFiles(reader, own, open, readerOf(reader.settings, tree))
}

/** The files of a folder on disk, for reading what decides and nothing else. */
export async function configurationTree({ root, env }: Pick<Settings, 'root' | 'env'>): Promise<Tree> {
  const repository = await openRepository(root, env)
  const folder = repository?.workTree ?? root
  const read = (path: string) => {
    const text = readTextFile(`${folder}/${path}`)
    return text === undefined ? undefined : { uri: path, text }
  }
  return { paths: [], has: (path) => read(path) !== undefined, read }
}

function readBaseline({ settings }: Reader, tree: Tree, config: Config | undefined): Baseline | undefined {
  const { baseline, policyFrom, root } = settings
  if (settings.withoutBaseline) return undefined
  if (baseline && policyFrom === 'disk') return parseBaseline(onDisk(root, baseline, 'baseline'))
  const path = baseline ?? config?.baseline
  if (path === undefined) return undefined
  const source = readDeciding(tree, path) ?? readerOf(settings, tree)(path)
  if (!source && !baseline) throw new Problem(`${config?.uri}: ${path} does not exist; ${MAKE_BASELINE}`)
  return source && parseBaseline(source)
}

/** What decides may be missing, but not be there and unread: the defaults could be laxer. */
function readDeciding(tree: Tree, path: string): Source | undefined {
  const source = tree.read(path)
  if (!source && tree.paths.includes(path)) throw new Problem(`${path} decides about the scan and ${UNREAD}`)
  return source
}

const UNREAD =
  'cannot be read: it is binary, larger than 10 MB, not in this clone, or a link to no file of the repository'

/** A head whose configuration does not even parse is not obeyed: a single line says so. */
async function policyChanges(
  reader: Reader,
  head: Tree,
  files: readonly ConfigFile[] | undefined,
  baseline: Baseline | undefined,
): Promise<string[] | string> {
  try {
    // What only the head names is not fetched: its author may not have us read with a token that can read more.
    const after = await readConfigFiles({ ...reader, onlyKnown: true }, head)
    const [was, is] = after && !isWhole(after) ? [own(files), own(after)] : [files, after]
    const [before, then] = [was && joinConfigs(was), is && joinConfigs(is)]
    if (after && isWhole(after)) requireLocks(after, reader.rules)
    const isNew = !files && after ? [`${after.at(-1)!.uri} is new: it takes effect after the merge`] : []
    return [...isNew, ...configChanges(before, then), ...baselineChanges(baseline, readBaseline(reader, head, then))]
  } catch (error) {
    if (error instanceof Problem) return `after the merge every scan would fail: ${error.message}`
    throw error
  }
}

function own(files: readonly ConfigFile[] | undefined): readonly ConfigFile[] | undefined {
  return files?.slice(-1)
}

function onDisk(root: string, path: string, what: string): Source {
  const text = readTextFile(resolve(root, path))
  if (text === undefined) throw new Problem(`${path}: the ${what} file cannot be read; does it exist?`)
  return { uri: path, text }
}
