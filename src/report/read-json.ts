import { CONFIDENCES, type Finding, type Report, SEVERITIES } from '../core/finding.ts'
import { Problem } from '../core/problem.ts'
import { JSON_FORMAT_VERSION } from './json.ts'

/**
 * A report that was written with `--format json`, read again: what is asked of it is what other formats show. `name` is for
 * people.
 * @throws Problem when it is none, or of a newer format.
 */
export function readJsonReport(text: string, name: string): Report {
  const given = parsed(text)
  if (!isRecord(given) || !isRecord(given.tool) || given.tool.name !== 'Keylatch' || !isRecord(given.stats))
    throw new Problem(`${name} is no report of \`keylatch scan --format json\``)
  if (Number(given.formatVersion) > JSON_FORMAT_VERSION)
    throw new Problem(`${name} is of a newer Keylatch (format ${Number(given.formatVersion)}); merge with that version`)
  const lists = ['findings', 'notifications', 'permissionChanges', 'policyChanges', 'rules']
  const fault = lists.find((list) => !Array.isArray(given[list]))
  if (fault) throw new Problem(`${name} has no list of ${fault}`)
  const at = (given.findings as unknown[]).findIndex((finding) => !isFinding(finding))
  if (at !== -1) throw new Problem(`${name}: finding ${at + 1} is not one`)
  if (!['pass', 'block', 'broken'].includes(String(given.verdict))) throw new Problem(`${name} has no verdict`)
  return given as unknown as Report
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isFinding(value: unknown): value is Finding {
  if (!isRecord(value) || !isRecord(value.location) || !isRecord(value.location.region)) return false
  const words = [value.ruleId, value.message, value.fingerprint, value.location.uri, value.anchor, value.remediation]
  const lists = [value.commits, value.relatedLocations]
  return (
    words.every((word) => typeof word === 'string') &&
    lists.every(Array.isArray) &&
    SEVERITIES.includes(value.severity as Finding['severity']) &&
    CONFIDENCES.includes(value.confidence as Finding['confidence']) &&
    isRecord(value.snippet) &&
    isRecord(value.properties)
  )
}
