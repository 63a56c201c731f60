import type { Notification, Suppression } from '../core/finding.ts'
import type { Source } from '../core/source.ts'
import { oneLine } from './config/complaints.ts'
import { namesRule } from './config/rule-ids.ts'
import { type Comment, commentsIn } from './suppressions/comments.ts'
import { type Guards, guardsOf } from './suppressions/guards.ts'
import { mentionsSuppression } from './suppressions/mentions.ts'

export { comparable, stoodIn } from './suppressions/guards.ts'
export { mentionsSuppression } from './suppressions/mentions.ts'

/**
 * Against what the comments of a source are held. Undefined: nothing, every comment counts (a scan without a base).
 * Otherwise `base` is the same file before the change (by its old path when it was renamed; undefined when it is new),
 * and `counts` says whether comments that the change brings count: `base` no, `head` yes.
 */
export type Against = { readonly base: Source | undefined; readonly counts: 'base' | 'head' } | undefined

/** The inline suppressions of one source. */
export interface InlineSuppressions {
  /**
   * The suppression of a finding of this rule. `lines` (1-based) are the first lines of all its places: the finding's
   * own, and those where the same secret stands again. All of them must be guarded. `extent` are all lines that the
   * finding takes up, guarded or not.
   */
  suppressionFor(ruleId: string, lines: readonly number[], extent?: readonly number[]): Suppression | undefined
  /** Comments that the base does not have, one line each for the report; they are not counted unless `counts` is `head`. */
  readonly added: readonly string[]
  /** Comments that suppress nothing because they are incomplete, each with its place. */
  readonly notifications: readonly Notification[]
}

/**
 * Reads the suppression comments of a source: `keylatch:ignore` and those of gitleaks, trufflehog, detect-secrets and
 * secretlint. `ruleIds` are the ids of all rules there are. Costs one search for five words when there are none.
 *
 * In a pull request a comment counts for a line when the base has the same comment guarding the same line (white space
 * aside, and no less often): what a pull request adds cannot silence what it adds. Nor does a comment speak of what was put
 * below the line it guards, a key under the same header: every line of the finding must have stood at the base.
 */
export function inlineSuppressions(head: Source, against: Against, ruleIds: ReadonlySet<string>): InlineSuppressions {
  if (!mentionsSuppression(head.text)) return NONE
  const { comments, notifications } = commentsIn(head, ruleIds)
  if (comments.length === 0) return { ...NONE, notifications }
  const guards = guardsOf(head, comments)
  const before = against?.base && guardsOf(against.base, commentsIn(against.base, ruleIds).comments)
  const counts = (comment: Comment, line: number): boolean =>
    against?.counts !== 'base' || stood(guards, before, comment, guards.textOf(line))
  const isOld = (line: number) => against?.counts !== 'base' || (before?.has(guards.textOf(line)) ?? false)
  return {
    suppressionFor(ruleId, lines, extent = lines) {
      const found = lines.map((line) =>
        guards.over(line).find((comment) => covers(comment, ruleId) && counts(comment, line)),
      )
      return found[0] && found.every((comment) => comment) && extent.every(isOld) ? suppressionBy(found[0]) : undefined
    },
    added: against ? addedComments(head.uri, comments, guards, before, against.counts) : [],
    notifications,
  }
}

const NONE: InlineSuppressions = { suppressionFor: () => undefined, added: [], notifications: [] }

function covers(comment: Comment, ruleId: string): boolean {
  return comment.rules.some((pattern) => namesRule(pattern, ruleId))
}

function suppressionBy({ mechanism, reason }: Comment): Suppression {
  return { kind: 'inSource', mechanism, justification: reason || `a ${mechanism} comment that gives no reason` }
}

/** Did the base have the comment guard such a line, as often as the head has it? A copy of both is news. */
function stood(head: Guards, before: Guards | undefined, { identity }: Comment, lineText: string): boolean {
  return before !== undefined && before.count(identity, lineText) >= head.count(identity, lineText)
}

/** More than these of one file are counted, not listed. */
const MOST_LISTED = 20

function addedComments(
  uri: string,
  comments: readonly Comment[],
  head: Guards,
  before: Guards | undefined,
  counts: 'base' | 'head',
): string[] {
  const added = comments.filter((comment) => !stood(head, before, comment, head.textOf(guardedLine(comment))))
  const what = counts === 'head' ? 'comment added' : 'comment added, not counted before the merge'
  const lines = added.slice(0, MOST_LISTED).map(({ line, mechanism, rules, reason }) => {
    const about = mechanism === 'keylatch:ignore' || mechanism.startsWith('secretlint') ? ` ${rules.join(', ')}` : ''
    return oneLine(`${uri}:${line}: ${what}: ${mechanism}${about}${reason ? ` -- ${reason}` : ''}`)
  })
  return added.length > MOST_LISTED ? [...lines, `${uri}: ${added.length - MOST_LISTED} more comments added`] : lines
}

/** The line that tells a comment from its equals: the one it was written for. */
function guardedLine({ isRange, line, lastLine }: Comment): number {
  return isRange ? line : lastLine
}
