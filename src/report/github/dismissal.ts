import type { Finding } from '../../core/finding.ts'
import { markdownBlock, markdownText } from '../escape.ts'

/** What becomes of a `/keylatch allow REASON`. */
export type Ruling = 'allowed' | 'no-reason' | 'no-access' | 'critical'

/** A leaked credential that is critical must be revoked, whoever finds it all right. */
export function isDismissable({ secret, severity }: Finding): boolean {
  return !(secret && severity === 'critical')
}

export function rulingOn(finding: Finding, reason: string, mayWrite: boolean): Ruling {
  if (!mayWrite) return 'no-access'
  if (!isDismissable(finding)) return 'critical'
  return reason === '' ? 'no-reason' : 'allowed'
}

/** The reply in the thread. `counts`: the configuration has it count for this pull request. */
export function rulingText(ruling: Ruling, fingerprint: string, reason: string, by: string, counts: boolean): string {
  switch (ruling) {
    case 'no-access':
      return `Only people with write access can allow a finding; ${markdownText(by)} has none, or GitHub did not say.`
    case 'critical':
      return 'A leaked credential that is critical cannot be allowed: revoke it, and issue a new one.'
    case 'no-reason':
      return 'Write why, so that others can follow it: `/keylatch allow REASON`.'
    case 'allowed': {
      const entry = ['allow:', `  - fingerprint: ${fingerprint}`, `    reason: ${JSON.stringify(reason)}`]
      const now = counts
        ? 'Allowed for this pull request. To keep it so after the merge, commit this to `.keylatch.yml`:'
        : 'To allow it, commit this to `.keylatch.yml` of the branch that this is merged into:'
      return `${now}\n\n${markdownBlock(entry, 'yaml')}`
    }
  }
}
