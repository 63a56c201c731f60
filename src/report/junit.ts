import type { Finding, Report } from '../core/finding.ts'
import { historyAdviceText } from './advice.ts'
import { plainAdvice } from './advice-blocks.ts'
import { clip, htmlText, LONGEST_MESSAGE, neutraliseCommands, visibleLines } from './escape.ts'
import { placeInHistory } from './place.ts'
import { groupsOf, rulesById, titleOf } from './select.ts'

/**
 * JUnit's XML as CI servers read it: a test for each new finding, which fails where it blocks. A scan that was not done
 * is an error, so that no server takes an empty file for success.
 * https://github.com/testmoapp/junitxml
 */
export function renderJunit(report: Report): string {
  const { fresh } = groupsOf(report)
  const cases = fresh.map((finding) => caseOf(report, finding))
  const broken = report.verdict === 'broken'
  if (broken) cases.unshift(testcase('keylatch', 'the scan', `<error message="${htmlText(report.reason)}"/>`))
  else if (cases.length === 0) cases.push(testcase('keylatch', report.reason, ''))
  const failures = fresh.filter(({ blocking }) => blocking).length
  const counts = `tests="${cases.length}" failures="${failures}" errors="${broken ? 1 : 0}"`
  const time = (report.stats.milliseconds / 1000).toFixed(3)
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="Keylatch" ${counts} time="${time}">`,
    `<testsuite name="Keylatch" ${counts} time="${time}">`,
    ...cases,
    '</testsuite>',
    '</testsuites>',
    '',
  ]
  return neutraliseCommands(lines.join('\n'))
}

function caseOf(report: Report, finding: Finding): string {
  const place = placeInHistory(finding.location)
  const parts = [finding.message, historyAdviceText(finding), plainAdvice(finding.remediation)].filter(Boolean)
  const text = parts.map((part) => xmlLines(clip(part, LONGEST_MESSAGE))).join('\n')
  const title = titleOf(rulesById(report), finding)
  const said = `${htmlText(place)}\n${text}\nfingerprint: ${htmlText(finding.fingerprint)}`
  const inside = finding.blocking
    ? `<failure type="${finding.severity}" message="${htmlText(`${title}: ${place}`)}">${said}</failure>`
    : `<system-out>${said}</system-out>`
  return testcase(finding.ruleId, `${title} at ${place}`, inside, finding)
}

function testcase(classname: string, name: string, inside: string, finding?: Finding): string {
  const place = finding ? ` file="${htmlText(finding.location.uri)}" line="${finding.location.region.startLine}"` : ''
  return `<testcase classname="${htmlText(classname)}" name="${htmlText(name)}"${place}>${inside}</testcase>`
}

/** XML has no way to write most control characters; they are made visible. */
function xmlLines(text: string): string {
  return visibleLines(text).split('\n').map(htmlText).join('\n')
}
