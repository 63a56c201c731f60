import type { Notification } from '../../core/finding.ts'
import type { Source } from '../../core/source.ts'
import { compilePattern } from '../../languages/patterns/pattern.ts'
import { linesOf, notFollowed } from './lines.ts'
import type { Leaves, Suspect } from './model.ts'

/** Of a long line, this much on either side of the place is shown to the patterns. */
const WIDEST = 2000

/**
 * `.gitallowed` of git-secrets: one extended regular expression a line; a hit is left alone when one of them is found in
 * `path:line:text`, as in the output of `git grep`. https://github.com/awslabs/git-secrets#options-for---add
 */
export function readGitallowed(source: Source, told: Notification[]): Leaves[] {
  return linesOf(source, told).flatMap(({ line, text }): Leaves[] => {
    try {
      const found = compilePattern(text)
      const suppression = {
        kind: 'external',
        mechanism: source.uri,
        justification: `${source.uri}, line ${line}`,
      } as const
      return [(suspect, budget) => (found(grepLine(suspect), budget) ? suppression : undefined)]
    } catch (error) {
      told.push(notFollowed(source, line, `the pattern is not followed: ${(error as Error).message}`))
      return []
    }
  })
}

function grepLine({ finding: { location }, lineText }: Suspect): string {
  const { startLine, startColumn } = location.region
  const text = lineText.slice(Math.max(0, startColumn - WIDEST), startColumn + WIDEST)
  return `${location.uri}:${startLine}:${text}`
}
