import type { Pattern } from '../../rules/patterns/pattern.ts'

/** What a file with rules of another scanner says, as far as it is followed. */
export interface RuleFile {
  readonly patterns: readonly Pattern[]
  /** What holds for everything that is found, also by rules of ours. */
  readonly allow: readonly GlobalAllow[]
  /** What is not followed, each with the rule that it is of. */
  readonly notFollowed: readonly NotFollowed[]
}

/** All that is given must fit; of a list one. */
export interface GlobalAllow {
  readonly secret?: string
  readonly match?: string
  readonly line?: string
  readonly path?: string
  readonly commits?: readonly string[]
}

export interface NotFollowed {
  /** The id of the rule as the file has it; empty for the file as a whole. */
  readonly rule: string
  readonly why: string
}

/** An id of ours for a rule of theirs: `gitleaks/aws-access-token`. */
export function idIn(pack: string, id: string): string {
  const name = id
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
  return `${pack}/${name.slice(0, 60) || 'rule'}`
}

/** One expression that finds what any of these finds; undefined for none. */
export function anyOf(expressions: readonly string[]): string | undefined {
  return expressions.length === 0 ? undefined : expressions.map((one) => `(?:${one})`).join('|')
}

/** An expression that finds a text as it stands. */
export const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
