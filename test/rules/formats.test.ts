import { readdirSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { rules } from '../../src/rules/index.ts'

/**
 * What is granted is written as Terraform, as a CloudFormation template and as a policy of its own: every rule about it has
 * a fixture that must hit, one that must not, and one where it cannot be known, in each.
 */
const FORMATS: Readonly<Record<string, readonly string[]>> = {
  Terraform: ['.tf'],
  CloudFormation: ['.yaml', '.yml'],
  JSON: ['.json'],
}
const KINDS = ['bad', 'ok', 'unknown']
const HERE = fileURLToPath(new URL('.', import.meta.url))

/** A policy alone names neither who holds it nor what it stands in. */
const NEEDS_MORE_THAN_A_POLICY = new Set([
  'iam/inline-policy-on-user',
  'iam/long-lived-key',
  'iam/long-session',
  'iam/no-permissions-boundary',
  'iam/policy-on-user',
  'iam/risky-managed-policy',
  'iam/weak-password-policy',
  'trust/admin-without-mfa',
  'trust/pinned-thumbprint',
])

/** CloudFormation has no resource for it. */
const NOT_IN_CLOUDFORMATION = new Set(['iam/weak-password-policy'])

function canBe(rule: string, format: string, kind: string): boolean {
  if (format === 'CloudFormation') return !NOT_IN_CLOUDFORMATION.has(rule)
  // JSON has no values that are not known.
  return format !== 'JSON' || (kind !== 'unknown' && !NEEDS_MORE_THAN_A_POLICY.has(rule))
}

const about = rules.map(({ meta }) => meta.id).filter((id) => /^(iam|trust)\//.test(id))

describe.each(about)('%s', (id) => {
  const folder = join(HERE, id)
  const names = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile())

  for (const [format, extensions] of Object.entries(FORMATS)) {
    for (const kind of KINDS.filter((one) => canBe(id, format, one))) {
      test(`has ${kind} ${format}`, () => {
        const fitting = names.filter((name) => name.startsWith(kind) && extensions.includes(extname(name)))
        expect(fitting).not.toEqual([])
      })
    }
  }
})
