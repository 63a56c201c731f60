import type { Client } from './client.ts'

/** Pages of 100 files: what stands further back is left to the summary. */
const MOST_PAGES = 10

/**
 * The lines of the head that review comments may stand on, by path, for `wanted`; a path that the pull request does not
 * change is missing. A comment on any other line fails the whole review, and GitHub does not say which one it was.
 */
export async function diffLines(
  { octokit, owner, repo }: Client,
  pullNumber: number,
  wanted: ReadonlySet<string>,
): Promise<Map<string, ReadonlySet<number>>> {
  const found = new Map<string, ReadonlySet<number>>()
  for (let page = 1; page <= MOST_PAGES && found.size < wanted.size; page++) {
    const { data } = await octokit.rest.pulls.listFiles({ owner, repo, pull_number: pullNumber, per_page: 100, page })
    for (const { filename, patch } of data) if (wanted.has(filename)) found.set(filename, linesOfPatch(patch ?? ''))
    if (data.length < 100) break
  }
  return found
}

/** Those that a patch shows on its right side; none for binary and very long files. */
export function linesOfPatch(patch: string): ReadonlySet<number> {
  const lines = new Set<number>()
  let at = 0
  for (const text of patch.split('\n')) {
    const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(text)
    if (hunk) at = Number(hunk[1])
    else if (text.startsWith('+') || text.startsWith(' ')) lines.add(at++)
  }
  return lines
}
