import { createHash } from 'node:crypto'
import type { Report } from '../../core/finding.ts'
import { type CheckRun, checkRun } from '../../report/github/check-run.ts'
import type { Client } from './client.ts'

const NAME = 'Keylatch'

/** Posts the report as a check run, unless the very same stands there already. Gives how many findings it left out. */
export async function postCheckRun(
  client: Client,
  report: Report,
  place: { head: string; key: string; runUrl?: string },
) {
  const { octokit, owner, repo } = client
  const run = checkRun(report)
  const external_id = `${place.key} ${digestOf(run)}`
  const listed = await octokit.rest.checks.listForRef({
    owner,
    repo,
    ref: place.head,
    check_name: NAME,
    filter: 'all',
    per_page: 100,
  })
  if (listed.data.check_runs.some((known) => known.external_id === external_id)) return run.left
  const [first = [], ...rest] = run.batches.map((batch) => [...batch])
  const { data } = await octokit.rest.checks.create({
    owner,
    repo,
    name: NAME,
    head_sha: place.head,
    external_id,
    status: 'completed',
    conclusion: run.conclusion,
    ...(place.runUrl ? { details_url: place.runUrl } : {}),
    output: { ...run.output, annotations: first },
  })
  for (const annotations of rest) {
    await octokit.rest.checks.update({ owner, repo, check_run_id: data.id, output: { ...run.output, annotations } })
  }
  return run.left
}

/** Of what stays the same when nothing but the time has changed. */
function digestOf({ conclusion, output, batches }: CheckRun): string {
  const text = JSON.stringify([conclusion, output.title, batches])
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
