import type { Finding, Report, Severity } from '../core/finding.ts'
import { historyAdviceText } from './advice.ts'
import { clip, jsonText, LONGEST_MESSAGE, visibleLines } from './escape.ts'
import { isFile, placeInHistory } from './place.ts'
import { worstFirst } from './select.ts'

const SEVERITY: Readonly<Record<Severity, string>> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
  note: 'info',
}

/**
 * GitLab's code quality report: what is open, since GitLab compares it with the target branch's by itself.
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export function renderGitlab(report: Report): string {
  const open = worstFirst(report.findings).filter(({ suppression }) => !suppression)
  const issues = [...(report.verdict === 'broken' ? [brokenIssue(report)] : []), ...open.map(issueOf)]
  return `${jsonText(issues, 2)}\n`
}

/** An empty list would read as clean. */
function brokenIssue({ reason }: Report): object {
  return {
    type: 'issue',
    description: `Keylatch could not finish the scan: ${clip(visibleLines(reason), LONGEST_MESSAGE)}`,
    check_name: 'keylatch/broken',
    fingerprint: 'b'.repeat(32),
    severity: SEVERITY.critical,
    location: { path: '.keylatch.yml', lines: { begin: 1 } },
  }
}

function issueOf(finding: Finding): object {
  const { uri, region } = finding.location
  const elsewhere = finding.atHead && isFile(uri) ? '' : ` (${placeInHistory(finding.location)})`
  return {
    type: 'issue',
    description: [clip(visibleLines(finding.message), LONGEST_MESSAGE) + elsewhere, historyAdviceText(finding)]
      .filter(Boolean)
      .join(' '),
    check_name: finding.ruleId,
    fingerprint: finding.fingerprint,
    severity: SEVERITY[finding.severity],
    location: { path: uri, lines: { begin: Math.max(1, region.startLine) } },
  }
}
