import { Minimatch } from 'minimatch'
import { Problem } from '../../core/problem.ts'
import { oneLine } from './complaints.ts'

/** A pattern may not name more alternatives than this by its braces. */
const MOST_ALTERNATIVES = 1000
const LONGEST_PATTERN = 1000

const MAGIC = /[*?[\]{}()!+@]/

/**
 * Is this path ignored? Patterns are globs over paths relative to the root (`*` stays within a folder, `**` does not,
 * names that begin with a dot are names like others); the last one that fits decides, and `!` takes a path back in,
 * as in GitHub's filters. A pattern that ends in a plain name also stands for everything below it.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
 */
export function ignoredPaths(patterns: readonly string[]): (path: string) => boolean {
  const filters = patterns.map((pattern) => ({
    ignores: !pattern.startsWith('!'),
    fits: pathPattern(pattern.replace(/^!/, '')),
  }))
  if (filters.length === 0) return () => false
  return (path) => filters.findLast(({ fits }) => fits(path))?.ignores ?? false
}

/** One glob without `!`, compiled. */
export function pathPattern(pattern: string): (path: string) => boolean {
  return compiled(pattern).fits
}

/** Throws a Problem that names `where` (an input, a flag) when one of the patterns is unusable. */
export function checkPatterns(patterns: readonly string[], where: string): void {
  for (const pattern of patterns) {
    const fault = pathPatternFault(pattern)
    if (fault) throw new Problem(`${where}: ${oneLine(fault)}`)
  }
}

/** What is wrong with a glob, as words that follow its place; undefined when nothing is. */
export function pathPatternFault(written: string): string | undefined {
  const pattern = written.replace(/^!/, '')
  if (pattern.trim() === '') return 'an empty pattern fits nothing'
  if (pattern.length > LONGEST_PATTERN) return `a pattern may have at most ${LONGEST_PATTERN} characters`
  if (/^(\/|[A-Za-z]:)/.test(pattern))
    return `"${written}": patterns are relative to the repository; leave out the beginning "/"`
  if (/^\.\.?(\/|$)|\/\.\.?(\/|$)/.test(pattern))
    return `"${written}": "." and ".." fit no path; write it relative to the repository`
  if (/\\(?![!#*?[\]{}()\\])/.test(pattern)) return `"${written}": folders are separated by "/", on Windows too`
  try {
    if (compiled(pattern).alternatives >= MOST_ALTERNATIVES)
      return `"${written.slice(0, 60)}" has too many alternatives`
  } catch (error) {
    return `"${written.slice(0, 60)}": ${(error as Error).message}`
  }
  return undefined
}

function compiled(pattern: string): { fits: (path: string) => boolean; alternatives: number } {
  const folder = pattern.replace(/\/+$/, '')
  const lastName = folder.slice(folder.lastIndexOf('/') + 1)
  const own = pattern.endsWith('/') ? undefined : glob(pattern)
  const below = pattern.endsWith('/') || !MAGIC.test(lastName) ? glob(`${folder}/**`) : undefined
  return {
    fits: (path) => (own?.match(path) ?? false) || (below?.match(path) ?? false),
    alternatives: Math.max(own?.set.length ?? 0, below?.set.length ?? 0),
  }
}

function glob(pattern: string): Minimatch {
  return new Minimatch(pattern, {
    dot: true,
    nocomment: true,
    nonegate: true,
    platform: 'linux',
    braceExpandMax: MOST_ALTERNATIVES,
  })
}
