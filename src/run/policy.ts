import { resolve } from 'node:path'
import { Problem } from '../core/problem.ts'
import type { Rule } from '../core/rule.ts'
import type { Source } from '../core/source.ts'
import type { Tree } from '../core/tree.ts'
import { readTextFile } from '../io/text-file.ts'
import { type Baseline, baselineChanges, parseBaseline } from '../scan/baseline.ts'
import { CONFIG_PATHS, type Config, configChanges, DEFAULT_CONFIG, parseConfig } from '../scan/config.ts'
import type { Settings } from './settings.ts'

/** What decides, and what the change would change about that. */
export interface Policy {
  readonly config: Config
  readonly baseline?: Baseline
  readonly changes: readonly string[]
}

/**
 * Reads configuration and baseline. Where there is a base they come from there, so that a change cannot turn off what
 * judges it; a file that people name on the command line is read as it is on disk.
 */
export function readPolicy(
  settings: Settings,
  head: Tree | undefined,
  base: Tree | undefined,
  rules: readonly Rule[],
): Policy {
  const ruleIds = new Set(rules.map(({ meta }) => meta.id))
  const config = settings.config
    ? parseConfig(onDisk(settings.root, settings.config, 'configuration'), ruleIds)
    : configOf(base ?? head, ruleIds)
  const baseline = settings.baseline
    ? parseBaseline(onDisk(settings.root, settings.baseline, 'baseline'))
    : baselineOf(base ?? head, config ?? DEFAULT_CONFIG)
  const changes = base && head && !settings.config ? policyChanges(head, config, baseline, ruleIds) : []
  return { config: config ?? DEFAULT_CONFIG, changes, ...(baseline ? { baseline } : {}) }
}

function configOf(tree: Tree | undefined, ruleIds: ReadonlySet<string>): Config | undefined {
  const source = CONFIG_PATHS.map((path) => tree?.read(path)).find((found) => found)
  return source && parseConfig(source, ruleIds)
}

function baselineOf(tree: Tree | undefined, config: Config): Baseline | undefined {
  if (config.baseline === undefined || !tree) return undefined
  const source = tree.read(config.baseline)
  if (!source)
    throw new Problem(`${config.uri}: the baseline ${config.baseline} does not exist; make it with: keylatch baseline`)
  return parseBaseline(source)
}

/** A head whose configuration does not even parse is told as a change, and not obeyed. */
function policyChanges(
  head: Tree,
  config: Config | undefined,
  baseline: Baseline | undefined,
  ruleIds: ReadonlySet<string>,
): string[] {
  try {
    const after = configOf(head, ruleIds)
    const changes = configChanges(config, after)
    return [...changes, ...baselineChanges(baseline, baselineOf(head, after ?? DEFAULT_CONFIG))]
  } catch (error) {
    if (error instanceof Problem) return [`after the merge every scan will fail: ${error.message}`]
    throw error
  }
}

function onDisk(root: string, path: string, what: string): Source {
  const text = readTextFile(resolve(root, path))
  if (text === undefined) throw new Problem(`${path}: the ${what} file cannot be read; does it exist?`)
  return { uri: path, text }
}
