import type { Severity } from '../../core/finding.ts'
import { compileFinder } from '../../languages/patterns/pattern.ts'

/**
 * A kind of secret that people describe themselves, in `.keylatch.yml` or in the rules of another scanner. Expressions are
 * those of RE2; they are data of the repository and run in linear time.
 */
export interface Pattern {
  /** `pack/name`, as of any rule. */
  readonly id: string
  readonly title: string
  readonly description?: string
  readonly remediation?: string
  readonly references?: readonly string[]
  readonly severity: Severity
  /** Absent where the path alone decides. */
  readonly regex?: string
  /** One of these must stand in the text, in any case; none: no matter. */
  readonly keywords: readonly string[]
  /** The group that is the secret, by number or name; else the first that takes part, else all of the match. */
  readonly secret?: string | number
  /** Bits a character that the secret must have more of. */
  readonly entropy?: number
  /** Globs; empty for every path. */
  readonly paths: readonly string[]
  /** An expression for the path, beside the globs. */
  readonly pathRegex?: string
  readonly allow: readonly PatternAllow[]
}

/** What is no such secret after all. All that is given must be found. */
export interface PatternAllow {
  readonly secret?: string
  readonly match?: string
  readonly line?: string
  readonly path?: string
}

export const ALLOW_TARGETS = ['secret', 'match', 'line', 'path'] as const

/** What is wrong with an expression, as words that follow its name; undefined when nothing is. */
export function regexFault(written: string): string | undefined {
  try {
    compileFinder(written)
    return undefined
  } catch (error) {
    return `the pattern is not followed: ${(error as Error).message}`
  }
}

/** The same for the group that is the secret. */
export function groupFault(regex: string, secret: string | number): string | undefined {
  const { groups } = compileFinder(regex)
  const known = typeof secret === 'number' ? secret >= 0 && secret <= groups.length : groups.includes(secret)
  return known ? undefined : `the pattern has no group ${typeof secret === 'number' ? secret : `"${secret}"`}`
}
