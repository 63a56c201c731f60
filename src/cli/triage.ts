import { Problem } from '../core/problem.ts'
import { cutOffSessions, deactivateKey, type Outcome } from '../io/aws/key/deactivate.ts'
import { lookAtKey, type TriagedKey } from '../io/aws/triage-key.ts'
import type { Console } from './console.ts'
import type { Parsed } from './flags.ts'

/** `keylatch triage KEY_ID`: whose key it is, by your own AWS credentials, and what it can do; with --deactivate it does no more. */
export async function triageCommand(flags: Parsed, console: Console): Promise<number> {
  const keyId = flags.operands[0]
  if (keyId === undefined) throw new Problem('keylatch triage needs an access key id; see: keylatch triage --help')
  if (flags.has('yes') && !flags.has('deactivate')) throw new Problem('--yes goes with --deactivate')
  const now = new Date()
  const triaged = await lookAtKey(keyId, { env: console.env, now })
  console.print(`${triaged.lines.join('\n')}\n`)
  if (!flags.has('deactivate')) return 0
  const plan = planOf(keyId, triaged, now)
  console.print(`\n${plan.what}\n`)
  if (!flags.has('yes') && !(await agreed(console))) {
    console.print('Nothing was changed.\n')
    return 1
  }
  const outcome = await plan.act()
  if ('refused' in outcome) throw new Problem(`nothing was changed: ${outcome.refused}`)
  console.print(
    `${outcome.done}, by ${triaged.session!.arn} at ${now.toISOString()}.\nTo take it back:\n  ${outcome.undo}\n`,
  )
  return 0
}

/** What would be done, in words; or a Problem that says why nothing can. */
function planOf(
  keyId: string,
  { facts, session, inquiry }: TriagedKey,
  now: Date,
): { readonly what: string; readonly act: () => Promise<Outcome> } {
  if (facts.owner === 'canary') throw new Problem('a canary is there to be used by thieves; it is left alone')
  if (!session) throw new Problem('there are no AWS credentials to deactivate it with')
  if (facts.owner !== 'own')
    throw new Problem('it is no key of the account that you are signed in to; it is left alone')
  if (facts.temporary) {
    const role = inquiry?.holder?.name
    if (!role)
      throw new Problem('CloudTrail does not tell which role the session is of, so there is nothing to cut off')
    return {
      what: `Every session of role ${role} that began before now will be cut off, also those that are honest: an inline policy denies them everything.`,
      act: () => cutOffSessions(session, role, now),
    }
  }
  const { user } = facts
  if (!user)
    throw new Problem('AWS does not tell which user the key is of (iam:GetAccessKeyLastUsed), so it is left alone')
  if (inquiry?.active === false) throw new Problem('the key is inactive already')
  return {
    what: `The key of user ${user} will be made inactive: whatever still uses it fails from then on, and it can be made active again.`,
    act: () => deactivateKey(session, { keyId, user }),
  }
}

async function agreed(console: Console): Promise<boolean> {
  const answer = await console.ask?.('Go on? Type yes: ')
  if (answer === undefined) throw new Problem('nobody is there to be asked; give --yes')
  return answer.trim().toLowerCase() === 'yes'
}
