import type { Finding, Report } from '../../core/finding.ts'
import { commitsOf } from '../advice.ts'
import { htmlText } from '../escape.ts'
import { commitLink, isFile, ofOne, shortCommit } from '../place.ts'
import { number } from '../select.ts'

const MOST_COMMITS = 20

/** Of a leaked secret: the commits that hold it, and who can still see it there. Nothing for other findings. */
export function historyRow(merged: Report, finding: Finding): string[] {
  const { report } = ofOne(merged, finding.location.uri)
  if (!finding.secret || finding.location.uri === '<stdin>') return []
  const commits = commitsOf(finding)
  const items = commits.slice(0, MOST_COMMITS).map((commit, at) => `<li>${commitText(report, commit, at === 0)}</li>`)
  const left = commits.length - items.length
  const more = left > 0 ? [`<li>and ${number(left)} more commits</li>`] : []
  const end = isFile(finding.location.uri)
    ? [`<li>${finding.atHead ? 'It is in the file to this day.' : 'It is gone from the head of the branch.'}</li>`]
    : []
  const list = `<ol class="history">${[...items, ...more, ...end].join('')}</ol>`
  return [`${commits.length === 0 ? UNKNOWN : list}<p>${whoSees(report, commits.length > 0)}</p>`]
}

const UNKNOWN = '<p>Only files were scanned. <code>keylatch scan --history</code> tells the commits.</p>'

function commitText(report: Report, commit: string, isFirst: boolean): string {
  const link = commitLink(report, commit)
  const name = link ? `<a href="${htmlText(link)}">${shortCommit(commit)}</a>` : `<code>${shortCommit(commit)}</code>`
  return `${isFirst ? 'Brought in' : 'Brought in again'} by commit ${name}`
}

function whoSees(report: Report, inHistory: boolean): string {
  const readers = report.repository?.slug
    ? `whoever can read ${htmlText(report.repository.slug)}`
    : 'whoever can read the repository'
  if (!inHistory) return `Once it is pushed, ${readers} can see it, and so can every clone and fork.`
  return `Still seen by ${readers}, by every clone and fork that has these commits, and on GitHub by their ids, also after a force push.`
}
