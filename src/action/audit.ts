import type { Notification } from '../core/finding.ts'
import type { AwsSession } from '../io/aws/session.ts'
import type { Settings } from '../run/settings.ts'
import type { Event } from './event.ts'
import type { Inputs } from './inputs.ts'

/** Events whose readers may know what is wrong with the account; what a pull request brings in has nothing to do with it. */
const EVENTS: ReadonlySet<string> = new Set(['schedule', 'workflow_dispatch', 'push'])

/** The look at the account that `audit-account` asks for, or a notification of why there is none. */
export function auditOf(
  { auditAccount, auditRegions }: Pick<Inputs, 'auditAccount' | 'auditRegions'>,
  { name }: Pick<Event, 'name'>,
  session: AwsSession | undefined,
): { readonly audit?: NonNullable<Settings['audit']>; readonly notifications: readonly Notification[] } {
  if (!auditAccount) return { notifications: [] }
  if (!EVENTS.has(name)) return leftOut(`it does not count on ${name}, only on ${[...EVENTS].join(', ')}`)
  if (!session) return leftOut('there are no AWS credentials')
  if (session.maskAccountId) return leftOut('mask-aws-account-id hides the ARNs that it would tell')
  return {
    notifications: [],
    audit: async () => {
      const { collectAccount, requestsTold } = await import('../io/aws/account/collect.ts')
      const { snapshot, counts } = await collectAccount(session, {
        now: new Date(),
        ...(auditRegions.length > 0 ? { regions: auditRegions } : {}),
      })
      return { snapshot, told: [requestsTold(counts)] }
    },
  }
}

function leftOut(why: string): { notifications: readonly Notification[] } {
  return { notifications: [{ level: 'note', id: 'account-left-out', message: `audit-account: ${why}.` }] }
}
