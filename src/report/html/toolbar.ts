import { type Finding, SEVERITIES } from '../../core/finding.ts'
import { countBySeverity, number } from '../select.ts'

/** Search, severities and order. Hidden until the script has come up: without it they would do nothing. */
export function toolbar(findings: readonly Finding[]): string {
  if (findings.length === 0) return ''
  const counts = countBySeverity(findings)
  const boxes = SEVERITIES.filter((severity) => counts[severity] > 0).map(
    (severity) =>
      `<label><input type="checkbox" value="${severity}" checked> <span class="n">${number(counts[severity])}</span> ${severity}</label>`,
  )
  return `<form id="tools" role="search" aria-label="Findings" hidden>
<label class="field">Search <input type="search" id="search" autocomplete="off" spellcheck="false" aria-keyshortcuts="/" placeholder="path, rule, words … press /"></label>
<label class="field">Sort <select id="sort"><option value="rule">by rule, worst first</option><option value="severity">by severity</option><option value="path">by file</option></select></label>
<fieldset><legend>Severity</legend>${boxes.join('')}</fieldset>
<p id="status" role="status"></p>
<p id="none" hidden>Nothing fits. <button type="button" id="reset">Show everything</button></p>
</form>`
}
