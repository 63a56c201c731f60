import type { Finding, Notification, Suppression } from '../core/finding.ts'
import type { Source } from '../core/source.ts'
import { namesRule } from './config/rule-ids.ts'
import { readGitallowed } from './other-scanners/gitallowed.ts'
import { readGitleaksignore } from './other-scanners/gitleaksignore.ts'
import type { Leaves, Suspect } from './other-scanners/model.ts'
import { type FileAllows, readFileAllows } from './other-scanners/rule-file.ts'
import { readSecretlintrc } from './other-scanners/secretlintrc.ts'
import { RULE_FILES } from './rule-files.ts'

/** Files in which people told another scanner what to find and what to leave alone, below the root of the repository. */
export const NEIGHBOUR_PATHS = ['.gitallowed', '.gitleaksignore', '.secretlintrc.json', ...RULE_FILES] as const

export interface OtherScanners {
  /**
   * `source` is the text that the finding stands in, when it is at hand: patterns look at its line. `stood` says whether
   * all lines of the finding are those of the base: who allowed a place allowed what stood there.
   */
  suppressionFor(
    finding: Pick<Finding, 'ruleId' | 'location' | 'commits' | 'secret'>,
    source: Source | undefined,
    stood: () => boolean,
  ): Suppression | undefined
  /** What could not be followed. Complete only when all suspects were asked about. */
  notifications(): Notification[]
}

/** Steps that all patterns may take in one run: about a second. */
const ALL_STEPS = 40_000_000

/**
 * What the files of other scanners leave alone. They are read as data, never run; they speak of secrets only
 * (credentials and user-data), and every suppression is reported by the file's name. In a pull request the sources are
 * those of the base.
 */
export function otherScannerSuppressions(
  sources: readonly Source[],
  ruleFiles: readonly FileAllows[] = [],
): OtherScanners {
  const told: Notification[] = []
  const readers = [
    ...sources.flatMap((source) => READERS[source.uri]?.(source, told) ?? []),
    ...ruleFiles.flatMap(readFileAllows),
  ]
  const budget = { steps: ALL_STEPS }
  return {
    suppressionFor(finding, source, stood) {
      if (readers.length === 0 || !speaksOfSecret(finding)) return undefined
      const suspect = { ...suspectOf(finding, source), stood }
      for (const leaves of readers) {
        const suppression = leaves(suspect, budget)
        if (suppression) return suppression
      }
      return undefined
    },
    notifications: () => (budget.steps < 0 ? [...told, SPENT] : told),
  }
}

function suspectOf(
  finding: Parameters<OtherScanners['suppressionFor']>[0],
  source: Source | undefined,
): Omit<Suspect, 'stood'> {
  if (!source) return { finding, lineText: '' }
  const { offset, length } = finding.location
  const start = source.text.lastIndexOf('\n', offset - 1) + 1
  const end = source.text.indexOf('\n', offset)
  const lineText = source.text.slice(start, end === -1 ? undefined : end).replace(/\r$/, '')
  return finding.secret
    ? { finding, lineText, secretValue: source.text.slice(offset, offset + length) }
    : { finding, lineText }
}

const SECRETS = ['credentials/*', 'user-data/*']

/** Rules of ours about secrets, and whatever people describe themselves. */
function speaksOfSecret({ ruleId, secret }: Pick<Finding, 'ruleId' | 'secret'>): boolean {
  return secret || SECRETS.some((pattern) => namesRule(pattern, ruleId))
}

const READERS: Readonly<Record<string, (source: Source, told: Notification[]) => Leaves[]>> = {
  '.gitallowed': readGitallowed,
  '.gitleaksignore': readGitleaksignore,
  '.secretlintrc.json': readSecretlintrc,
}

const SPENT: Notification = {
  level: 'warning',
  id: 'patterns-too-slow',
  message: 'The patterns of files of other scanners took too long; findings they may allow are reported.',
}

/** What a pull request changes about these files: how much, not what, for they may quote secrets. */
export function otherScannerChanges(base: readonly Source[], head: readonly Source[]): string[] {
  const paths = new Set([...base, ...head].map(({ uri }) => uri))
  return [...paths].flatMap((path) => {
    const [before, after] = [base, head].map((sources) => sources.find(({ uri }) => uri === path))
    if (before?.text === after?.text) return []
    if (!before) return [`${path} added`]
    if (!after) return [`${path} removed`]
    const [was, is] = [linesOf(before), linesOf(after)]
    const [added, removed] = [[...is].filter((line) => !was.has(line)), [...was].filter((line) => !is.has(line))]
    if (added.length + removed.length === 0) return []
    return [`${path}: ${added.length} lines added, ${removed.length} removed`]
  })
}

function linesOf({ text }: Source): Set<string> {
  return new Set(text.split('\n').flatMap((line) => line.trim() || []))
}
