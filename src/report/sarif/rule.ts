import type { Confidence, Finding, Report, RuleDescription, Severity } from '../../core/finding.ts'
import { CONFIDENCES, LEVEL_OF } from '../../core/finding.ts'
import { markdownCode, markdownMessage } from '../escape.ts'
import { ruleLink } from '../place.ts'
import { rulesFound } from '../select.ts'

/** GitHub keeps ten tags of a rule. */
const MOST_TAGS = 10

/**
 * CVSS-like numbers that GitHub turns back into critical (over 9), high (7), medium (4) and low (0.1).
 * https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
 */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
  note: '1.0',
}

const PROBLEM_SEVERITY = { error: 'error', warning: 'warning', note: 'recommendation' } as const

const PRECISION: Readonly<Record<Confidence, string>> = { high: 'high', medium: 'medium', low: 'low' }

/** The place of every rule that a result names in `tool.driver.rules`: in the order of the report, then any it does not describe. */
export function ruleIndexes(report: Report, findings: readonly Finding[]): Map<string, number> {
  const known = rulesFound({ ...report, findings }).map(({ id }) => id)
  const ids = new Set([...known, ...findings.map(({ ruleId }) => ruleId)])
  return new Map([...ids].map((id, index) => [id, index]))
}

/** A rule as SARIF's reportingDescriptor, with the properties that GitHub shows and sorts by; `findings` are its own. */
export function ruleOf(report: Report, id: string, findings: readonly Finding[]): object {
  const rule = report.rules.find((each) => each.id === id) ?? undescribed(id, findings[0]!)
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: sentence(rule.title) },
    fullDescription: { text: sentence(rule.description) },
    helpUri: ruleLink(report, id),
    help: { text: helpText(rule), markdown: helpMarkdown(rule) },
    defaultConfiguration: { level: LEVEL_OF[rule.severity] },
    properties: {
      tags: ['security', ...rule.cwe.map(cweTag)].slice(0, MOST_TAGS),
      precision: PRECISION[bestConfidence(findings)],
      'security-severity': SECURITY_SEVERITY[rule.severity],
      'problem.severity': PROBLEM_SEVERITY[LEVEL_OF[rule.severity]],
      ...(rule.about && { about: rule.about }),
      ...(rule.domain && { domain: rule.domain }),
      ...(rule.fixable && { fixable: true }),
    },
  }
}

/** A finding whose rule the report does not describe still needs one. */
function undescribed(id: string, { severity, message, remediation }: Finding): RuleDescription {
  return { id, title: id, severity, description: message, remediation, cwe: [], references: [] }
}

/** `external/cwe/cwe-798`, the form by which GitHub finds the weakness. */
function cweTag(cwe: string): string {
  return `external/cwe/${cwe.toLowerCase().replace(/^cwe-(\d+)$/, (_, digits: string) => `cwe-${digits.padStart(3, '0')}`)}`
}

/** `IamPassAnyRole` of `iam/pass-any-role`. */
function pascalCase(id: string): string {
  return id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}

function helpText(rule: RuleDescription): string {
  return [`Why it matters: ${rule.description}`, `How to fix it: ${rule.remediation}`, ...rule.references].join('\n\n')
}

function helpMarkdown(rule: RuleDescription): string {
  return [
    `# ${markdownMessage(rule.title)}`,
    `## Why it matters\n\n${markdownMessage(rule.description)}`,
    `## How to fix it\n\n${markdownMessage(rule.remediation)}`,
    `Rule ${markdownCode(rule.id)}`,
    ...rule.references.map((url) => `- <${url}>`),
  ].join('\n\n')
}

/** GitHub knows precision by rule only: that of its surest finding, and of one without findings the best. */
function bestConfidence(findings: readonly Finding[]): Confidence {
  const found = new Set(findings.map(({ confidence }) => confidence))
  return CONFIDENCES.find((confidence) => found.has(confidence)) ?? 'high'
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
