import type { AccountRecord } from '../account/snapshot.ts'
import type { AccessLevel } from '../aws/actions/catalogue.ts'
import { Analysis } from '../core/analysis.ts'
import { nodesOfRecords } from './account-data.ts'
import { dataExfiltration } from './dangers/data-exfiltration.ts'
import type { Permissions } from './grants.ts'
import { permissionsOfPrincipal, principalsOf } from './principals.ts'
import { grantsReport } from './questions.ts'

/** What whoever holds a principal's credentials can do. */
export interface Abilities {
  readonly administrator: 'full' | 'near' | undefined
  /** Ways to more power, as steps. */
  readonly ways: readonly (readonly string[])[]
  /** Services with how many actions of each level, most first. */
  readonly services: readonly {
    readonly service: string
    readonly levels: Readonly<Partial<Record<AccessLevel, number>>>
  }[]
  /** Actions that read data of the whole account. */
  readonly reads: readonly string[]
  /** Whether conditions on addresses or networks bind all of it, some of it or none. */
  readonly from: 'anywhere' | 'somewhere' | 'known networks'
  /** Something that is attached is not known. */
  readonly incomplete: boolean
}

/** Of the user or role among some records of an account. */
export function abilitiesOf(records: readonly AccountRecord[], arn: string): Abilities | undefined {
  const unit = new Analysis(nodesOfRecords(records))
  const principal = principalsOf(unit).all.find(({ holder }) => holder.address === arn)
  const grants = grantsReport([unit]).find(({ address }) => address === arn)
  if (!principal || !grants) return undefined
  const permissions = permissionsOfPrincipal(principal, unit)
  return {
    administrator: grants.administrator,
    ways: grants.escalations,
    services: [...grants.services]
      .sort((a, b) => b.actions - a.actions)
      .map(({ service, levels }) => ({ service, levels })),
    reads: [...new Set(dataExfiltration.find(permissions, principal).map(({ name }) => name))],
    from: fromWhere(permissions),
    incomplete: grants.incomplete,
  }
}

const NETWORK = /^aws:(?:sourceip|vpcsourceip|sourcevpc|sourcevpce|sourcevpcarn)$/

function fromWhere({ allowEntries, conditionalDenies }: Permissions): Abilities['from'] {
  const bound = allowEntries.filter(({ judgement }) => [...judgement.keys].some((key) => NETWORK.test(key)))
  const guarded = conditionalDenies.some(({ conditions }) =>
    conditions.some(({ key }) => NETWORK.test(key.value.toLowerCase())),
  )
  if (allowEntries.length > 0 && bound.length === allowEntries.length) return 'known networks'
  return guarded ? 'known networks' : bound.length > 0 ? 'somewhere' : 'anywhere'
}
