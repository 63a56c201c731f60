import type { Notification } from '../core/finding.ts'
import type { Rule } from '../core/rule.ts'
import type { Source } from '../core/source.ts'
import type { Pattern } from '../rules/patterns/pattern.ts'
import { patternRule } from '../rules/patterns/pattern-rule.ts'
import { type Config, ignoredPaths } from '../scan/config.ts'
import type { FileAllows } from '../scan/other-scanners/rule-file.ts'
import { followRuleFile, RULE_FILES } from '../scan/rule-files.ts'

/** What a tree says of kinds of secrets of its own: in its configuration, and in files with rules of other scanners. */
export interface OwnPatterns {
  readonly patterns: readonly Pattern[]
  readonly allows: readonly FileAllows[]
  readonly notifications: readonly Notification[]
}

type Read = (path: string) => Source | undefined

/** Of two with one id that of the configuration holds. */
export function readOwnPatterns(
  config: Pick<Config, 'patterns' | 'patternsFrom' | 'uri'> | undefined,
  read: Read,
): OwnPatterns {
  const named = config?.patternsFrom ?? []
  const missing = named.filter((path) => !read(path))
  const files = [...new Set([...RULE_FILES, ...named])].flatMap((path) => {
    const source = read(path)
    return source ? [{ uri: path, ...followRuleFile(source, (other) => read(other)?.text) }] : []
  })
  const byId = new Map<string, Pattern>()
  for (const pattern of [...(config?.patterns ?? []), ...files.flatMap(({ patterns }) => patterns)])
    if (!byId.has(pattern.id)) byId.set(pattern.id, pattern)
  return {
    patterns: [...byId.values()],
    allows: files.map(({ uri, allow }) => ({ uri, allow })),
    notifications: [
      ...missing.map(
        (path): Notification => ({
          level: 'warning',
          id: 'rule-not-followed',
          message: `${config!.uri}: patterns-from names ${path}, which cannot be read`,
          location: { uri: config!.uri },
        }),
      ),
      ...files.flatMap(({ notifications }) => notifications),
    ],
  }
}

export function rulesOfPatterns(patterns: readonly Pattern[]): Rule[] {
  return patterns.map((pattern) =>
    patternRule(pattern, pattern.paths.length === 0 ? () => true : ignoredPaths(pattern.paths)),
  )
}
