import { count } from '../src/aws/actions/bits.ts'
import { MANAGED_CATEGORIES, type ManagedCategory } from '../src/aws/managed-policies/managed-policies.ts'
import { Analysis } from '../src/core/analysis.ts'
import { wholeText } from '../src/core/text.ts'
import { policyDocumentOf } from '../src/extract/policy-document.ts'
import { adminIn } from '../src/iam/admin.ts'
import { dataExfiltration } from '../src/iam/dangers/data-exfiltration.ts'
import { DANGERS } from '../src/iam/dangers/index.ts'
import { isPathOfManaged, privilegeEscalation } from '../src/iam/dangers/privilege-escalation.ts'
import { serviceWildcard } from '../src/iam/dangers/service-wildcard.ts'
import { passesTo } from '../src/iam/escalation.ts'
import { ESCALATION_PATHS } from '../src/iam/escalation-paths.ts'
import {
  type ActionGrant,
  actionsReached,
  grantsOf,
  isOpenAllowEntry,
  type Permissions,
  permissionsIn,
} from '../src/iam/grants.ts'
import { jsonValue } from '../src/languages/json/json.ts'

/** The line of one managed policy for src/aws/managed-policies/managed-policies-data.ts; undefined when there is nothing to say of it. */
export function describeManaged(name: string, json: object): string | undefined {
  const value = jsonValue(wholeText({ uri: name, text: JSON.stringify(json) })).value
  const document = value && policyDocumentOf(value, 'identity')
  if (!document) throw new Error(`${name} is no policy`)
  const permissions = permissionsIn(document, new Analysis([]))
  const admin = adminIn(permissions)
  const full = admin?.kind === 'full'
  const paths = full ? [] : privilegeEscalation.find(permissions).filter(isPathOfManaged)
  const services = admin ? [] : serviceWildcard.find(permissions).flatMap((one) => (one.resource ? [] : one.services))
  const reads = full ? [] : dataExfiltration.find(permissions).map((grant) => grant.name)
  const grants = full ? [] : pathActions().filter((action) => isWide(grantsOf(permissions, action)[0]))
  const passes = full ? [] : passedServices(permissions)
  const categories = categoriesOf(permissions, passes)
  if (categories.length === 0 && grants.length === 0 && passes.length === 0) return undefined
  const total = count(actionsReached(permissions, 'scoped'))
  const fields = [categories, services, paths.map((one) => one.path.id), reads, grants, passes]
  return [name, total, ...fields.map((words) => words.join(' '))].join('\t').trimEnd()
}

/** An administrator is nothing else, and one who nearly is has every service. */
function categoriesOf(permissions: Permissions, passes: readonly string[]): ManagedCategory[] {
  const found = new Set(DANGERS.flatMap((danger) => danger.managed?.(danger.find(permissions)) ?? []))
  if (passes.includes('*')) found.add('passrole-wildcard')
  if (adminIn(permissions)) found.delete('service-wildcard')
  return found.has('full-admin') ? ['full-admin'] : MANAGED_CATEGORIES.filter((category) => found.has(category))
}

function pathActions(): string[] {
  const actions = ESCALATION_PATHS.flatMap((path) => [...path.required, ...(path.oneOf ?? [])])
  return [...new Set(actions)].filter((action) => action !== 'iam:PassRole').sort()
}

function isWide(grant: ActionGrant | undefined): boolean {
  return grant !== undefined && isOpenAllowEntry(grant.allowEntry) && (grant.reach === 'star' || grant.reach === 'wide')
}

function passedServices(permissions: Permissions): string[] {
  const services = [...new Set(ESCALATION_PATHS.flatMap((path) => path.service ?? []))]
  const grants = grantsOf(permissions, 'iam:PassRole').filter(isWide)
  if (grants.some((grant) => passesTo(grant, 'any.other.service'))) return ['*']
  return services.filter((service) => grants.some((grant) => passesTo(grant, service)))
}
