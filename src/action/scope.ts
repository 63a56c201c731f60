import type { Notification } from '../core/finding.ts'
import { completeRange } from '../io/git/complete.ts'
import { type RangePlan, resolveRange } from '../io/git/events.ts'
import { requireRepository } from '../io/git/repository.ts'
import type { Scope } from '../run/settings.ts'
import type { Event } from './event.ts'
import type { Inputs } from './inputs.ts'

export interface OpenScope {
  /** Where the repository is that has everything: the workspace, or a temporary one. */
  readonly root: string
  readonly scope: Scope
  readonly notifications: readonly Notification[]
  /** Removes what was temporary. */
  dispose(): void
}

/**
 * What the event and the inputs ask to have scanned, with every commit that it takes.
 * @throws Problem when a commit cannot be had: never a smaller range, and never none.
 */
export async function openScope(inputs: Inputs, event: Event, env: NodeJS.ProcessEnv): Promise<OpenScope> {
  const clone = await requireRepository(event.workspace, env)
  const { slug, serverUrl } = event.repository
  const server = { url: serverUrl, repository: slug, ...(inputs.token ? { token: inputs.token } : {}) }
  const completed = await completeRange(clone, planOf(inputs, event), server)
  const { mode, base, head, why, notifications } = completed
  return {
    root: completed.repository.workTree ?? completed.repository.gitDir,
    scope:
      mode === 'diff' && base !== undefined
        ? { kind: 'range', base, head, why }
        : { kind: 'commit', revision: head, why },
    notifications,
    dispose: () => completed.dispose(),
  }
}

function planOf({ scan, base, head }: Inputs, { name, payload }: Event): RangePlan {
  if (scan === 'full') return { mode: 'full', why: 'the input scan is full', ...(head ? { head } : {}) }
  if (base) return { mode: 'diff', base, head: head ?? 'HEAD', why: 'the inputs base and head' }
  const plan = resolveRange(name, payload)
  if (plan.mode === 'full' && scan === 'diff') {
    return { mode: 'diff', base: 'HEAD^', head: head ?? 'HEAD', why: `the last commit, since ${plan.why}` }
  }
  return head ? { ...plan, head } : plan
}
