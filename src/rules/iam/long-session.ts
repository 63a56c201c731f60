import type { HolderKind } from '../../core/policy.ts'
import { DEFAULT_THRESHOLDS, defineRule } from '../../core/rule.ts'
import { leafOf, member } from '../../core/value.ts'

const HOUR = 3600

const NAMES: Partial<Record<HolderKind, readonly string[]>> = {
  role: ['max_session_duration', 'MaxSessionDuration'],
  'permission-set': ['session_duration', 'SessionDuration'],
}

/** Seconds, or a duration as ISO 8601 has it: `PT12H`. */
function secondsOf(text: string): number | undefined {
  const [, hours = 0, minutes = 0, seconds = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text) ?? []
  const written = text.startsWith('PT') ? Number(hours) * HOUR + Number(minutes) * 60 + Number(seconds) : Number(text)
  return Number.isNaN(written) ? undefined : written
}

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
    const names = NAMES[holder.kind]
    const duration = leafOf(names?.map((name) => member(properties, name)).find((value) => value !== undefined))
    const seconds = duration ? secondsOf(duration.value) : undefined
    if (!duration || seconds === undefined || !(seconds > thresholds.sessionSeconds)) return
    yield {
      span: duration.span,
      message: `Sessions may last ${Math.round((seconds / HOUR) * 10) / 10} hours.`,
      element: 'session',
    }
  },
})
