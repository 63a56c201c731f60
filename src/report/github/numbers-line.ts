import type { PermissionChange, Report } from '../../core/finding.ts'
import { pathOf } from '../escalation-path.ts'
import { groupsOf, openFirst, plural } from '../select.ts'

/** `+12 actions on 3 roles, 1 way to more power, 2 leaked secrets`: what a change comes to; empty when to nothing. */
export function numbersLine(report: Report): string {
  const { fresh } = groupsOf(report)
  const ways = fresh.filter((finding) => pathOf(finding) !== undefined).length
  const leaks = new Set(fresh.filter(({ secret }) => secret).map(({ fingerprint }) => fingerprint)).size
  const others = fresh.filter((finding) => !finding.secret && pathOf(finding) === undefined).length
  return [
    ...permitted(openFirst(report)),
    ...(ways > 0 ? [plural(ways, 'way to more power', 'ways to more power')] : []),
    ...(leaks > 0 ? [plural(leaks, 'leaked secret')] : []),
    ...(others > 0 ? [plural(others, 'other finding')] : []),
  ].join(', ')
}

function permitted(changes: readonly PermissionChange[]): string[] {
  const wider = changes.filter(({ actionsBefore, actionsAfter }) => actionsAfter > actionsBefore)
  const opened = changes.filter(({ actionsAfter }) => actionsAfter === 0).length
  const actions = wider.reduce((sum, { actionsBefore, actionsAfter }) => sum + actionsAfter - actionsBefore, 0)
  const what = wider.every(({ holder }) => /^role |^aws_iam_role\b/.test(holder)) ? 'role' : 'holder'
  return [
    ...(actions > 0 ? [`+${plural(actions, 'action')} on ${plural(wider.length, what)}`] : []),
    ...(opened > 0 ? [`${plural(opened, 'policy', 'policies')} that let more in`] : []),
  ]
}
