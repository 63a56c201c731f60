import type { Report } from '../../core/finding.ts'
import { conversationBody } from '../../report/github/conversation.ts'
import { findingMark } from '../../report/github/marks.ts'
import { type FileComment, type LineComment, newComments } from '../../report/github/thread.ts'
import { groupsOf } from '../../report/select.ts'
import type { Client } from './client.ts'
import { diffLines } from './diff-lines.ts'
import { FIXED, type Said, type Thread } from './said.ts'

/** Where and under which name it is said. */
export interface Place {
  readonly pullNumber: number
  /** The commit that was judged. */
  readonly head: string
  readonly key: string
  readonly runUrl?: string
  /** The pull request is closed: what is open is closed, and nothing new is said. */
  readonly closed?: boolean
  readonly dismissalsCount?: boolean
}

/** Says what is new, on its line; true when anything was posted. Throws what the API does. */
export async function postReview(client: Client, report: Report, place: Place, said: Said): Promise<boolean> {
  if (place.closed) return false
  const known = new Set(said.threads.map(({ fingerprint }) => fingerprint))
  const fresh = groupsOf(report).fresh.filter(({ fingerprint }) => !known.has(fingerprint))
  if (fresh.length === 0) return false
  const paths = new Set(fresh.map(({ location }) => location.uri))
  const diff = await diffLines(client, place.pullNumber, paths)
  const { lines, files } = newComments(report, place.key, known, diff)
  const refused = lines.length === 0 ? [] : await postLines(client, place, lines)
  for (const comment of [...files, ...refused]) await postOnFile(client, place, comment)
  return lines.length + files.length > 0
}

/** Gives back those to be said of the file as a whole: GitHub's idea of the diff was another one. */
async function postLines(client: Client, place: Place, lines: readonly LineComment[]): Promise<FileComment[]> {
  const { octokit, owner, repo } = client
  const comments = lines.map(({ fingerprint, ...comment }) => comment)
  const { pullNumber: pull_number, head: commit_id } = place
  try {
    // Asked again after an answer that was lost, it would all be said twice.
    const request = { retries: 0 }
    await octokit.rest.pulls.createReview({ owner, repo, pull_number, commit_id, event: 'COMMENT', comments, request })
    return []
  } catch (error) {
    if ((error as { status?: number }).status !== 422) throw error
    return lines.slice(0, MOST_REFUSED)
  }
}

/** Each takes a request; the summary has the others. */
const MOST_REFUSED = 5

async function postOnFile({ octokit, owner, repo }: Client, place: Place, { path, body }: FileComment): Promise<void> {
  const { pullNumber: pull_number, head: commit_id } = place
  const request = { retries: 0 }
  const subject_type = 'file'
  try {
    await octokit.rest.pulls.createReviewComment({
      owner,
      repo,
      pull_number,
      commit_id,
      path,
      body,
      subject_type,
      request,
    })
  } catch (error) {
    if ((error as { status?: number }).status !== 422) throw error
  }
}

/** Closes the threads whose finding is gone and that nobody has answered. A scan that broke off tells nothing of that. */
export async function closeThreads(client: Client, report: Report, place: Place, said: Said): Promise<void> {
  if (report.verdict === 'broken') return
  const open = new Set(report.findings.flatMap(({ fingerprint, suppression }) => (suppression ? [] : fingerprint)))
  const done = said.threads.filter(
    ({ fingerprint, resolved, answered }) => !resolved && !answered && (place.closed || !open.has(fingerprint)),
  )
  if (done.length === 0) return
  if (done.every(({ id }) => id !== undefined) && (await resolve(client, done))) return
  for (const thread of done.slice(0, MOST_MARKED)) await markFixed(client, thread, place)
}

/** In one request. False where the token may not: resolving takes more than commenting. */
async function resolve({ octokit }: Client, threads: readonly Thread[]): Promise<boolean> {
  const some = threads.slice(0, MOST_RESOLVED)
  const fields = some.map((_, at) => `t${at}: resolveReviewThread(input: { threadId: $t${at} }) { thread { id } }`)
  const variables = some.map((_, at) => `$t${at}: ID!`)
  const values = Object.fromEntries(some.map(({ id }, at) => [`t${at}`, id]))
  try {
    await octokit.graphql(`mutation (${variables.join(', ')}) { ${fields.join(' ')} }`, values)
    return true
  } catch {
    return false
  }
}

const MOST_RESOLVED = 50
const MOST_MARKED = 10

async function markFixed({ octokit, owner, repo }: Client, { commentId, fingerprint }: Thread, place: Place) {
  const body = `${findingMark(place.key, fingerprint)}\n\n${FIXED} Commit ${place.head.slice(0, 7)} no longer has it.`
  await octokit.rest.pulls.updateReviewComment({ owner, repo, comment_id: commentId, body })
}

/** Makes the one comment say what is so now; true when one was made. */
export async function postConversation(client: Client, report: Report, place: Place, said: Said): Promise<boolean> {
  const { octokit, owner, repo } = client
  const { body, isQuiet } = conversationBody(report, place)
  const [ours, ...doubles] = said.conversation
  for (const { id } of doubles) await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id })
  if (ours) {
    if (sameBut(ours.body) !== sameBut(body))
      await octokit.rest.issues.updateComment({ owner, repo, comment_id: ours.id, body })
    return false
  }
  if (isQuiet || place.closed) return false
  const request = { retries: 0 }
  await octokit.rest.issues.createComment({ owner, repo, issue_number: place.pullNumber, body, request })
  return true
}

/** Another run of the same commit has another page, and nothing else to say. */
function sameBut(body: string): string {
  return body.replace(/\(https?:[^)\s]*\/actions\/runs\/\d+\)/, '()').trim()
}

/** Two gates that ran at once have both found nothing said: the later of what they said is taken back. */
export async function dropDoubles({ octokit, owner, repo }: Client, said: Said): Promise<void> {
  const [, ...doubles] = said.conversation
  for (const { id } of doubles)
    await ignoreGone(() => octokit.rest.issues.deleteComment({ owner, repo, comment_id: id }))
  const seen = new Set<string>()
  for (const { fingerprint, commentId, answered } of said.threads) {
    if (seen.has(fingerprint) && !answered) {
      await ignoreGone(() => octokit.rest.pulls.deleteReviewComment({ owner, repo, comment_id: commentId }))
    }
    seen.add(fingerprint)
  }
}

async function ignoreGone(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if ((error as { status?: number }).status !== 404) throw error
  }
}
