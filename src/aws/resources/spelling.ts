import type { Path } from './resource-type.ts'

/** How a format writes the names of arguments. */
export type Spelling = 'terraform' | 'cloudformation' | 'cloudcontrol' | 'pulumi' | 'cdk'

/** The steps of a path as a format spells them; undefined where it has no such argument. */
export function stepsOf(path: Path, spelling: Spelling): readonly string[] | undefined {
  const [terraform, cloudformation] = typeof path === 'string' ? [path, pascalCase(path)] : path
  switch (spelling) {
    case 'terraform':
      return terraform?.split('.')
    case 'cloudformation':
    case 'cdk':
      return cloudformation?.split('.')
    case 'pulumi':
      return terraform === undefined ? undefined : (PULUMI.get(terraform) ?? terraform).split('.')
    case 'cloudcontrol':
      return cloudformation?.split('.').map(snakeCase)
  }
}

/** Options that Pulumi calls otherwise. */
const PULUMI: ReadonlyMap<string, string> = new Map([
  ['inline_policy.policy', 'inline_policies.policy'],
  ['function_name', 'function'],
])

/**
 * Is a name that is written the step of a path? Programs write in camel case, in Python in snake case too, whatever the
 * format that they go by.
 */
export function isStep(written: string, step: string | undefined, spelling: Spelling): boolean {
  if (spelling !== 'pulumi' && spelling !== 'cdk') return written === step
  return step !== undefined && soundOf(written) === soundOf(step)
}

const soundOf = (name: string): string => name.replaceAll('_', '').toLowerCase()

/** `source_arn` -> `SourceArn`, step by step. */
export function pascalCase(name: string): string {
  return name.replace(/(?:^|_|(?<=\.))([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

/** `AssumeRolePolicyDocument` -> `assume_role_policy_document`, `PrincipalOrgID` -> `principal_org_id`. */
export function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_').toLowerCase()
}
