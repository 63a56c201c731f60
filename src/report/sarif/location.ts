import type { Location } from '../../core/finding.ts'
import { messageOwner, type Region } from '../../core/source.ts'
import { encodePath } from '../escape.ts'

export const SOURCE_ROOT = '%SRCROOT%'

/**
 * A relative URI under the root of the repository. GitHub refuses a whole upload when one result has no artifact, and
 * a commit message is no file: it gets a path inside `.git`, where no file of a commit can be.
 */
export function artifactLocation(uri: string): { uri: string; uriBaseId: string } {
  return { uri: artifactUri(uri), uriBaseId: SOURCE_ROOT }
}

function artifactUri(uri: string): string {
  const owner = messageOwner(uri)
  if (owner)
    return 'commit' in owner ? `.git/commit-message/${owner.commit}` : `.git/tag-message/${encodePath(owner.tag)}`
  // `..` and a leading slash are no paths of a repository; they must not become a way out of it.
  return encodePath(uri)
    .replace(/^\/+/, '')
    .replace(/(^|\/)\.\.(?=\/|$)/g, '$1%2E%2E')
}

/** SARIF's region: lines and columns from 1, with the offsets where both ends are known. */
export function regionOf(location: Location): object {
  const { startLine, startColumn, endLine, endColumn }: Region = location.region
  return {
    startLine,
    startColumn,
    endLine: Math.max(startLine, endLine),
    endColumn: endLine > startLine ? endColumn : Math.max(startColumn, endColumn),
    charOffset: location.offset,
    charLength: location.length,
  }
}
