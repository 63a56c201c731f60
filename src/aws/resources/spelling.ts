import type { Path } from './resource-type.ts'

/** How a format writes the names of arguments. */
export type Spelling = 'terraform' | 'cloudformation' | 'cloudcontrol'

/** The steps of a path as a format spells them; undefined where it has no such argument. */
export function stepsOf(path: Path, spelling: Spelling): readonly string[] | undefined {
  const [terraform, cloudformation] = typeof path === 'string' ? [path, pascalCase(path)] : path
  switch (spelling) {
    case 'terraform':
      return terraform?.split('.')
    case 'cloudformation':
      return cloudformation?.split('.')
    case 'cloudcontrol':
      return cloudformation?.split('.').map(snakeCase)
  }
}

/** `source_arn` -> `SourceArn`, step by step. */
export function pascalCase(name: string): string {
  return name.replace(/(?:^|_|(?<=\.))([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

/** `AssumeRolePolicyDocument` -> `assume_role_policy_document`, `PrincipalOrgID` -> `principal_org_id`. */
export function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_').toLowerCase()
}
