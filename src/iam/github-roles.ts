import type { AnyNode } from '../core/node.ts'
import { webIdentities } from './oidc.ts'

/** A role that workflows of GitHub may become, and the subjects of tokens that it lets in. */
export interface GithubRole {
  readonly name: string
  /** None: any. */
  readonly subjects: readonly string[]
}

/** Those of an account: who looks after it wants to see them together, also where nothing is wrong with one. */
export function githubRolesIn(nodes: readonly AnyNode[]): GithubRole[] {
  return nodes.flatMap((node) => {
    if (node.kind !== 'policy' || node.document.role !== 'trust') return []
    const identities = webIdentities(node.document.statements, nodes).filter(({ issuer }) => issuer.id === 'github')
    const [holder] = node.holders
    if (identities.length === 0 || !holder) return []
    const asked = identities.flatMap(({ subjects, claims }) => [...subjects, ...claims.values()])
    const subjects = asked
      .filter(({ key }) => !/:aud$/i.test(key.value))
      .flatMap(({ values }) => values.map(({ value }) => value))
    return [{ name: holder.name ?? holder.address, subjects: [...new Set(subjects)] }]
  })
}
