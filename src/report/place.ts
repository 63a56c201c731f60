import type { Finding, Location, Report } from '../core/finding.ts'
import { isAccountPlace, messageOwner, type Region } from '../core/source.ts'
import { encodePath, visible } from './escape.ts'

/** The commit whose message it is, for the uri `commit message of <sha>`. */
export function messageCommit(uri: string): string | undefined {
  const owner = messageOwner(uri)
  return owner && 'commit' in owner ? owner.commit : undefined
}

/** Is it a file of the repository, and not a message, standard input or something in an account? */
export function isFile(uri: string): boolean {
  return uri !== '<stdin>' && messageOwner(uri) === undefined && !isAccountPlace(uri)
}

/** Can its line be opened at the head? Not when only the history holds it, nor in a commit message. */
export function hasHeadLine(finding: Finding): boolean {
  return finding.atHead && isFile(finding.location.uri) && finding.location.region.startLine > 0
}

export function shortCommit(commit: string): string {
  return visible(commit.slice(0, 7))
}

/** `path:12:3`, the form that editors open; `commit message of <sha>, line 3`. Control characters made visible. */
export function placeText(location: { readonly uri: string; readonly region?: Region }): string {
  const { uri, region } = location
  // Lines are those of what AWS says of it, which stands in no file.
  if (!region || region.startLine < 1 || isAccountPlace(uri)) return visible(uri)
  if (messageOwner(uri)) return `${visible(uri)}, line ${region.startLine}`
  return `${visible(uri)}:${region.startLine}:${region.startColumn}`
}

/** `path:12:3`, and the commit for a place that the head does not hold: `path:12:3 in commit 1a2b3c4`. */
export function placeInHistory(location: Location): string {
  if (!location.commit || !isFile(location.uri)) return placeText(location)
  return `${placeText(location)} in commit ${shortCommit(location.commit)}`
}

/**
 * Where GitHub shows a place: the lines at the commit that holds them, or the commit for its message.
 * Undefined without a repository, and for standard input.
 */
export function linkTo(merged: Report, place: Location): string | undefined {
  const { report, uri } = ofOne(merged, place.uri)
  const location = { ...place, uri }
  const home = repositoryLink(report)
  if (home === undefined) return undefined
  const { commit, unpublished } = report.repository!
  const owner = messageOwner(location.uri)
  if (owner) {
    return 'commit' in owner ? `${home}/commit/${owner.commit}` : `${home}/releases/tag/${encodePath(owner.tag)}`
  }
  if (!isFile(location.uri)) return undefined
  if (!location.commit && unpublished?.includes(location.uri)) return undefined
  // Without `plain=1` GitHub renders Markdown and has no lines to point at.
  const query = /\.(md|markdown|rst|adoc|ipynb|svg)$/i.test(location.uri) ? '?plain=1' : ''
  return `${home}/blob/${encodeURIComponent(location.commit ?? commit)}/${encodePath(location.uri)}${query}${lines(location.region)}`
}

function lines({ startLine, endLine }: Region): string {
  if (startLine < 1) return ''
  return endLine > startLine ? `#L${startLine}-L${endLine}` : `#L${startLine}`
}

/** Of a merged report the part that a path is of, and the path there; of any other the report itself. */
export function ofOne(report: Report, uri: string): { readonly report: Report; readonly uri: string } {
  const repository = report.repositories?.find(({ slug }) => uri.startsWith(`${slug}/`))
  return repository
    ? { report: { ...report, repository }, uri: uri.slice(repository.slug.length + 1) }
    : { report, uri }
}

/** Where the repository is at home; undefined where that is not known. */
export function repositoryLink({ repository }: Report): string | undefined {
  if (!repository?.slug) return undefined
  return `${repository.serverUrl.replace(/\/+$/, '')}/${encodePath(repository.slug)}`
}

export function commitLink(report: Report, commit: string): string | undefined {
  const home = repositoryLink(report)
  return home && `${home}/commit/${encodeURIComponent(commit)}`
}

/** The page of the project that explains a rule. */
export function ruleLink(report: Report, ruleId: string): string {
  return `${report.tool.informationUri.replace(/[#?].*$/, '').replace(/\/+$/, '')}/blob/main/docs/rules/${encodePath(ruleId)}.md`
}
