import { count } from '../src/aws/actions/bits.ts'
import type { ManagedCategory } from '../src/aws/managed-policies/managed-policies.ts'
import { Analysis } from '../src/core/analysis.ts'
import { wholeText } from '../src/core/text.ts'
import { policyDocumentOf } from '../src/extract/policy-document.ts'
import { adminIn, permissionsManagementIn, sensitiveReadsIn, wholeServicesIn } from '../src/iam/classify.ts'
import { type Escalation, escalationsIn, passesTo } from '../src/iam/escalation.ts'
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
  const paths = full
    ? []
    : escalationsIn(permissions).filter((one) => one.severity !== 'low' && one.scope !== 'unknown')
  const services = admin ? [] : wholeServicesIn(permissions).flatMap((one) => one.services)
  const reads = full ? [] : sensitiveReadsIn(permissions).map((grant) => grant.name)
  const manages = !full && permissionsManagementIn(permissions).length > 0
  const grants = full ? [] : pathActions().filter((action) => isWide(grantsOf(permissions, action)[0]))
  const passes = full ? [] : passedServices(permissions)
  const kind = admin && !admin.assumed ? admin.kind : undefined
  const categories = categoriesOf(kind, { paths, services, reads, passes, manages })
  if (categories.length === 0 && grants.length === 0 && passes.length === 0) return undefined
  const total = count(actionsReached(permissions, 'scoped'))
  const fields = [categories, services, paths.map((one) => one.path.id), reads, grants, passes]
  return [name, total, ...fields.map((words) => words.join(' '))].join('\t').trimEnd()
}

interface Risks {
  readonly paths: readonly Escalation[]
  readonly services: readonly string[]
  readonly reads: readonly string[]
  readonly passes: readonly string[]
  readonly manages: boolean
}

function categoriesOf(
  admin: 'full' | 'near' | undefined,
  { paths, services, reads, passes, manages }: Risks,
): ManagedCategory[] {
  const has = (test: (one: Escalation) => boolean): boolean => paths.some(test)
  const categories: [ManagedCategory, boolean][] = [
    ['full-admin', admin === 'full'],
    ['near-admin', admin === 'near'],
    ['privilege-escalation', has(({ path, scope }) => /^(self|principal)/.test(path.class) && scope === 'any')],
    ['passrole-escalation', has(({ path, scope }) => path.class === 'new-passrole' && scope === 'any')],
    ['passrole-wildcard', passes.includes('*')],
    [
      'passrole-escalation-name-pattern',
      has(({ path, scope }) => path.class === 'new-passrole' && scope === 'pattern'),
    ],
    ['existing-resource-escalation', has(({ path }) => path.class === 'existing-resource')],
    ['service-wildcard', services.length > 0],
    ['permissions-management', manages],
    ['data-exfiltration', reads.length > 0],
  ]
  return categories.filter(([, holds]) => holds).map(([category]) => category)
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
