import type { Finding, Report } from '../core/finding.ts'

/** What people must know when a finding is less than sure: how sure, and why. */
export function confidenceFacts({ confidence, confidenceReason }: Finding): string[] {
  if (confidence === 'high') return []
  return [`${confidence} confidence${confidenceReason === undefined ? '' : `: ${confidenceReason}`}`]
}

/** From where on findings block, for a footer; of confidence only where it is not what everybody has. */
export function thresholdText({ failOn, failOnConfidence }: Report): string {
  if (failOn === 'never') return 'nothing blocks'
  return `blocks from ${failOn} up${failOnConfidence === 'medium' ? '' : `, at ${failOnConfidence} confidence or surer`}`
}
