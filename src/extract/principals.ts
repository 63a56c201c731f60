import type { AnyNode } from '../core/node.ts'
import type { Holder } from '../core/policy.ts'
import type { Value } from '../core/value.ts'
import { policyNode } from './nodes.ts'

/** A user, role or group that no resource declares: the role of a function, a construct, a command, a record of an account. */
export interface MadePrincipal {
  readonly holder: Holder
  readonly hasBoundary: boolean
  /** Who may take the role on. */
  readonly trust?: Value | undefined
  readonly groups?: readonly string[]
  /** All that is written about it, where that is kept. */
  readonly arguments?: Value | undefined
}

/** The principal, and its trust policy. What it holds comes from elsewhere in each format. */
export function principalNodes({ holder, hasBoundary, trust, groups = [], ...made }: MadePrincipal): AnyNode[] {
  const { span, address: anchor } = holder
  const given = made.arguments ?? { kind: 'map', entries: [], span }
  return [
    { kind: 'identity', span, anchor, holder, groups, hasBoundary, arguments: given },
    ...(trust ? policyNode(trust, { anchor: `${anchor}.trust`, role: 'trust', holders: [holder] }) : []),
  ]
}
