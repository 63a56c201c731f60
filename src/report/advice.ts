import type { Finding } from '../core/finding.ts'
import { messageOwner } from '../core/source.ts'
import { visible } from './escape.ts'
import { isFile, messageCommit, shortCommit } from './place.ts'

/** Plain text, a sentence or two in each. */
export interface Advice {
  /** What to do, or what is the matter. */
  readonly lead: string
  /** Why that, and where in the history it stands. */
  readonly detail: string
}

const ROTATE = 'Rotate it: revoke this credential and issue a new one.'

/**
 * What must be said about a leaked credential wherever it is shown: rotate it, deleting the line is not enough, and
 * where in the history it stands. For anything else that only the history holds: where. Undefined when there is
 * nothing to add.
 */
export function historyAdvice(finding: Finding): Advice | undefined {
  const where = historyOf(finding)
  if (!finding.secret) {
    return finding.atHead ? undefined : { lead: 'The head no longer holds it.', detail: `The history does: ${where}.` }
  }
  const owner = messageOwner(finding.location.uri)
  if (owner) {
    const whose = 'commit' in owner ? where : `the tag ${visible(owner.tag)}`
    return { lead: ROTATE, detail: `It stands in the message of ${whose}; a later commit cannot take it back.` }
  }
  if (!finding.atHead) {
    const detail = `The line is gone from the head, but deleting it is not enough: it still stands in the history, in ${where}.`
    return { lead: ROTATE, detail }
  }
  const stays = isFile(finding.location.uri) && where ? `it stays in the history, in ${where}` : NOT_YET_KNOWN
  return { lead: ROTATE, detail: `Deleting the line is not enough: ${stays}.` }
}

/** The same as one line; empty when there is nothing to add. */
export function historyAdviceText(finding: Finding): string {
  const advice = historyAdvice(finding)
  return advice ? `${advice.lead} ${advice.detail}` : ''
}

const NOT_YET_KNOWN = 'once pushed, it stays in the history and in every clone'

/** `commit 1a2b3c4`, `commits 1a2b3c4, 5d6e7f8 and 3 more`; empty when no commit is known. */
export function historyOf(finding: Finding): string {
  const commits = commitsOf(finding)
  if (commits.length === 0) return ''
  if (commits.length === 1) return `commit ${shortCommit(commits[0]!)}`
  const named = commits.slice(0, commits.length > 4 ? 3 : 4).map(shortCommit)
  const more = commits.length - named.length
  const last = more > 0 ? `${more} more` : named.pop()
  return `commits ${named.join(', ')} and ${last}`
}

/** Every commit that is known to hold it, oldest first; for a message or an old version at least that one. */
export function commitsOf(finding: Finding): readonly string[] {
  if (finding.commits.length > 0) return finding.commits
  const only = messageCommit(finding.location.uri) ?? finding.location.commit
  return only ? [only] : []
}
