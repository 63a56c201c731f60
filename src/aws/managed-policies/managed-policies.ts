import { lazy } from '../../core/lazy.ts'
import type { PolicyDocument, Statement } from '../../core/policy.ts'
import type { Leaf } from '../../core/value.ts'
import { MANAGED_POLICIES } from './managed-policies-data.ts'

/** What our own engine says of a policy that AWS manages, worked out when the data was generated. */
export interface ManagedPolicy {
  /** `AdministratorAccess`, with its path: `service-role/AWSBatchServiceRole`. */
  readonly name: string
  /** Actions granted in all. */
  readonly actions: number
  readonly categories: readonly ManagedCategory[]
  /** Services of which every action is granted on everything. */
  readonly services: readonly string[]
  /** Escalation paths that it holds on its own, by id. */
  readonly paths: readonly string[]
  /** Sensitive reads on everything. */
  readonly reads: readonly string[]
  /** Actions of escalation paths that it grants openly on everything, for judging it together with other policies. */
  readonly grants: readonly string[]
  /** Services that it may pass any role to; `*` for all; empty when it passes none. */
  readonly passes: readonly string[]
}

/** Gravest first. */
export const MANAGED_CATEGORIES = [
  'full-admin',
  'near-admin',
  'privilege-escalation',
  'passrole-escalation',
  'passrole-escalation-name-pattern',
  'passrole-wildcard',
  'existing-resource-escalation',
  'service-wildcard',
  'permissions-management',
  'data-exfiltration',
] as const

export type ManagedCategory = (typeof MANAGED_CATEGORIES)[number]

/**
 * By ARN of any partition, or by the name alone as SAM and tools take it; undefined for customer managed policies, for
 * harmless ones, and for those that AWS added since.
 */
export function managedPolicy(arn: string): ManagedPolicy | undefined {
  const line = byName().get(managedName(arn) ?? arn)
  return line === undefined ? undefined : read(line)
}

const byName = lazy((): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  for (const line of MANAGED_POLICIES) {
    const name = line.slice(0, line.indexOf('\t'))
    names.set(name, line)
    names.set(name.slice(name.lastIndexOf('/') + 1), line)
  }
  return names
})

/** The name of a policy by the constant that a library has for it: `ADMINISTRATOR_ACCESS`, `AdministratorAccess`. */
export function managedNameOf(constant: string): string {
  return byLetters().get(lettersOf(constant)) ?? constant
}

const byLetters = lazy((): ReadonlyMap<string, string> => {
  const names = MANAGED_POLICIES.map((line) => line.slice(0, line.indexOf('\t')))
  return new Map(names.map((name) => [lettersOf(name.slice(name.lastIndexOf('/') + 1)), name]))
})

const lettersOf = (name: string): string => name.replace(/[^A-Za-z\d]/g, '').toLowerCase()

/** `service-role/AWSBatchServiceRole` of `arn:aws:iam::aws:policy/service-role/AWSBatchServiceRole`. */
export function managedName(arn: string): string | undefined {
  return /^arn:[^:]*:iam::aws:policy\/(.+)$/.exec(arn)?.[1]
}

/** The part of a managed policy that matters for escalation, as a document written where it is attached. */
export function managedDocument(policy: ManagedPolicy, attached: Leaf): PolicyDocument {
  const leaf = (value: string): Leaf => ({ value, span: attached.span })
  const statement = (actions: readonly string[], conditions: Statement['conditions'] = []): Statement => ({
    effect: leaf('Allow'),
    actions: actions.map(leaf),
    notActions: [],
    resources: [leaf('*')],
    notResources: [],
    principals: [],
    notPrincipals: [],
    conditions,
    span: attached.span,
  })
  const statements: Statement[] = []
  if (policy.categories.includes('full-admin')) statements.push(statement(['*']))
  if (policy.grants.length > 0) statements.push(statement(policy.grants))
  if (policy.passes.length > 0) {
    const condition = {
      operator: leaf('StringLike'),
      key: leaf('iam:PassedToService'),
      values: policy.passes.map(leaf),
    }
    statements.push(statement(['iam:PassRole'], policy.passes.includes('*') ? [] : [condition]))
  }
  return { role: 'identity', statements, incomplete: false }
}

function read(line: string): ManagedPolicy {
  const [name = '', actions = '', categories, services, paths, reads, grants, passes] = line.split('\t')
  const words = (text = ''): string[] => (text === '' ? [] : text.split(' '))
  return {
    name,
    actions: Number(actions),
    categories: words(categories) as ManagedCategory[],
    services: words(services),
    paths: words(paths),
    reads: words(reads),
    grants: words(grants),
    passes: words(passes),
  }
}
