import { DEFAULT_THRESHOLDS, defineRule } from '../../core/rule.ts'
import { leafOf, member } from '../../core/value.ts'

const HOUR = 3600

export default defineRule({
  meta: {
    id: 'iam/long-session',
    title: 'Role hands out credentials for hours',
    severity: 'note',
    about: 'hygiene',
    domain: 'iam',
    practice: 'short sessions',
    description:
      'Temporary credentials cannot be taken back one by one: whoever gets hold of some can use them until they expire.',
    remediation: 'Leave max_session_duration at one hour, and let long jobs ask for new credentials.',
    cwe: ['CWE-613'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html'],
  },
  on: 'identity',
  *check({ holder, arguments: properties }, { thresholds = DEFAULT_THRESHOLDS }) {
    if (holder.kind !== 'role') return
    const duration = leafOf(member(properties, 'max_session_duration') ?? member(properties, 'MaxSessionDuration'))
    const seconds = Number(duration?.value)
    if (!duration || !(seconds > thresholds.sessionSeconds)) return
    yield {
      span: duration.span,
      message: `Sessions may last ${Math.round((seconds / HOUR) * 10) / 10} hours.`,
      element: 'session',
    }
  },
})
