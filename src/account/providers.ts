import type { AccountRecord, Json, JsonObject } from './snapshot.ts'

const PROVIDERS: ReadonlySet<string> = new Set(['aws_iam_openid_connect_provider', 'aws_iam_saml_provider'])

/** Principals and identity providers, each provider with the roles that trust it. */
export function withTrusters(
  principals: readonly AccountRecord[],
  providers: readonly AccountRecord[],
): readonly AccountRecord[] {
  const trusters = new Map<string, string[]>()
  for (const { type, arn, data } of principals) {
    if (type !== 'aws_iam_role') continue
    for (const provider of federatedIn(data.AssumeRolePolicyDocument)) {
      const roles = trusters.get(provider)
      if (roles) roles.push(arn)
      else trusters.set(provider, [arn])
    }
  }
  // Without the roles nobody knows who trusts it, and an empty list would say that nobody does.
  const known = principals.some(({ type }) => type === 'aws_iam_role')
  return [
    ...principals,
    ...providers.map((provider) =>
      known && PROVIDERS.has(provider.type)
        ? { ...provider, data: { ...provider.data, trusted_by: trusters.get(provider.arn) ?? [] } }
        : provider,
    ),
  ]
}

function federatedIn(document: Json | undefined): Set<string> {
  const found = new Set<string>()
  for (const statement of listed(member(document, 'Statement'))) {
    for (const name of listed(member(member(statement, 'Principal'), 'Federated'))) found.add(String(name))
  }
  return found
}

const listed = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value as Json]

function member(value: Json | undefined, key: string): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject)[key] : undefined
}
