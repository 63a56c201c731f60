import type { Report } from '../../core/finding.ts'
import { rulingOn, rulingText } from '../../report/github/dismissal.ts'
import type { Client } from './client.ts'
import { readSaid, type Said } from './said.ts'

/** Who allowed a finding, and why. */
export interface Dismissed {
  readonly by: string
  readonly reason: string
}

/**
 * What people with write access have allowed by `/keylatch allow REASON` in the threads of a pull request, by
 * fingerprint. Throws what the API does.
 */
export async function readDismissals(client: Client, pullNumber: number, key: string): Promise<Map<string, Dismissed>> {
  const { threads } = await readSaid(client, pullNumber, key)
  const mayWrite = writeAccess(client)
  const dismissed = new Map<string, Dismissed>()
  for (const { fingerprint, dismissal } of threads) {
    if (dismissal && dismissal.reason !== '' && (await mayWrite(dismissal.by))) dismissed.set(fingerprint, dismissal)
  }
  return dismissed
}

/** Answers each once. */
export async function answerDismissals(
  client: Client,
  report: Report,
  place: { readonly pullNumber: number; readonly dismissalsCount?: boolean },
  said: Said,
): Promise<void> {
  const { octokit, owner, repo } = client
  const byFingerprint = new Map(report.findings.map((finding) => [finding.fingerprint, finding]))
  const mayWrite = writeAccess(client)
  for (const { fingerprint, commentId, dismissal } of said.threads) {
    const finding = byFingerprint.get(fingerprint)
    if (!finding || !dismissal || dismissal.isAnswered) continue
    const { by, reason } = dismissal
    const ruling = rulingOn(finding, reason, await mayWrite(by))
    const body = rulingText(ruling, fingerprint, reason, by, place.dismissalsCount ?? false)
    const pull_number = place.pullNumber
    const request = { retries: 0 }
    await octokit.rest.pulls.createReplyForReviewComment({
      owner,
      repo,
      pull_number,
      comment_id: commentId,
      body,
      request,
    })
  }
}

/** Each person is asked about once; who is not known may not. */
function writeAccess({ octokit, owner, repo }: Client): (username: string) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>()
  const ask = async (username: string) => {
    try {
      const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username })
      return ['admin', 'maintain', 'write'].includes(data.permission)
    } catch {
      return false
    }
  }
  return (username) => {
    if (username === '') return Promise.resolve(false)
    const asked = known.get(username) ?? ask(username)
    known.set(username, asked)
    return asked
  }
}
