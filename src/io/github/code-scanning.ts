import { gzipSync } from 'node:zlib'
import type { Client } from './client.ts'

/** GitHub takes so many bytes of gzip. https://docs.github.com/en/rest/code-scanning/code-scanning#upload-an-analysis-as-sarif-data */
const LARGEST = 10 * 1024 * 1024

/** Uploads SARIF to code scanning; says why it did not where GitHub would refuse it unread. */
export async function uploadSarif(
  { octokit, owner, repo }: Client,
  sarif: Iterable<string>,
  { head, ref }: { readonly head: string; readonly ref: string },
): Promise<string | undefined> {
  const packed = gzipSync([...sarif].join(''))
  if (packed.length > LARGEST) return `SARIF of ${packed.length} bytes, packed, is more than GitHub takes (10 MiB)`
  await octokit.rest.codeScanning.uploadSarif({
    owner,
    repo,
    commit_sha: head,
    ref,
    sarif: packed.toString('base64'),
    tool_name: 'Keylatch',
  })
  return undefined
}
