import type { Statement } from '../core/policy.ts'
import { UNKNOWN } from '../core/text.ts'
import type { Leaf } from '../core/value.ts'
import { listed, number } from './messages.ts'
import type { GrantsOfPrincipal } from './questions.ts'
import type { Decision } from './simulate.ts'
import type { WhoCan } from './who-can.ts'

/** Answers to people's questions as plain lines, without colour and without a trailing newline. */

export function renderGrants(report: readonly GrantsOfPrincipal[]): string {
  if (report.length === 0) return 'No user, role or permission set is declared here.'
  return report.map(renderPrincipal).join('\n\n')
}

function renderPrincipal(grants: GrantsOfPrincipal): string {
  const lines = [`${known(grants.holder)}  ${summary(grants)}`]
  if (grants.administrator !== 'full') {
    const width = Math.max(0, ...grants.services.map(({ service }) => service.length))
    for (const { service, actions, levels, everywhere } of grants.services) {
      const parts = Object.entries(levels).map(([level, size]) => `${size} ${level.toLowerCase()}`)
      const reach = everywhere === 0 ? '' : everywhere === actions ? ', on everything' : `, ${everywhere} on everything`
      lines.push(`  ${service.padEnd(width)}  ${parts.join(', ')}${reach}`)
    }
  }
  for (const line of grants.through) lines.push(`  let in: ${known(line)}`)
  for (const steps of grants.escalations) lines.push(`  escalation: ${known(steps.join(' -> '))}`)
  return lines.join('\n')
}

function summary({ administrator, actions, boundary, incomplete }: GrantsOfPrincipal): string {
  const what =
    administrator === 'full'
      ? 'administrator'
      : `${number(actions)} ${actions === 1 ? 'action' : 'actions'}${administrator === 'near' ? ', nearly an administrator' : ''}`
  const bounded =
    boundary === 'known'
      ? ', within its boundary'
      : boundary === 'unknown'
        ? ', within a boundary that is not in sight'
        : ''
  return `${what}${bounded}${incomplete ? ', and what is not in sight' : ''}`
}

export function renderWhoCan(action: string, rows: readonly WhoCan[]): string {
  if (rows.length === 0) return `Nobody declared here may do ${action}.`
  return rows
    .map(({ holder, answer, on, conditions, actions }) => {
      const when = conditions.length > 0 ? `, under ${listed(conditions)}` : ''
      const many = actions === undefined ? '' : `  ${number(actions)} ${actions === 1 ? 'action' : 'actions'}`
      return known(`${answer === 'yes' ? 'yes  ' : 'maybe'}  ${holder}${many}  on ${on}${when}`)
    })
    .join('\n')
}

export function renderDecision({
  holder,
  outcome,
  reason,
  statements,
}: Decision & { readonly holder: string }): string {
  const deciding = [...new Set(statements.map(statementWords))]
  return known(`${holder}: ${outcome}. ${reason}${deciding.length > 0 ? ` ${listed(deciding)}.` : ''}`)
}

/** `Allow "Deploys" of s3:PutObject on arn:aws:s3:::site/*`, so that people find it. */
function statementWords({ sid, effect, actions, notActions, resources, notResources }: Statement): string {
  const some = (leaves: readonly Leaf[]): string =>
    listed(
      leaves.map(({ value }) => value),
      2,
    )
  const name = sid && sid.value !== '' ? ` "${sid.value}"` : ''
  const what = actions.length > 0 ? some(actions) : `everything but ${some(notActions)}`
  const on =
    resources.length > 0
      ? ` on ${some(resources)}`
      : notResources.length > 0
        ? ` on everything but ${some(notResources)}`
        : ''
  return `${effect.value}${name} of ${what}${on}`
}

const known = (text: string): string => text.replaceAll(UNKNOWN, '…')
