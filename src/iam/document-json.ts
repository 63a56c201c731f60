import type { PolicyDocument, Principal, Statement } from '../core/policy.ts'
import { UNKNOWN } from '../core/text.ts'
import type { Leaf } from '../core/value.ts'

/** A document as AWS takes it; undefined where something of it is not known, since AWS would judge another one. */
export function documentJson({ version, statements, incomplete }: PolicyDocument): string | undefined {
  const text = JSON.stringify({
    ...(version ? { Version: version.value } : {}),
    Statement: statements.map(statementJson),
  })
  return incomplete || statements.length === 0 || text.includes(UNKNOWN) ? undefined : text
}

function statementJson(statement: Statement): object {
  const { sid, effect, actions, notActions, resources, notResources, principals, notPrincipals, conditions } = statement
  const condition: Record<string, Record<string, string[]>> = {}
  for (const { operator, key, values } of conditions) {
    condition[operator.value] = { ...condition[operator.value], [key.value]: values.map(({ value }) => value) }
  }
  return {
    ...(sid ? { Sid: sid.value } : {}),
    Effect: effect.value,
    ...named('Principal', principalsJson(principals)),
    ...named('NotPrincipal', principalsJson(notPrincipals)),
    ...named('Action', wordsOf(actions)),
    ...named('NotAction', wordsOf(notActions)),
    ...named('Resource', wordsOf(resources)),
    ...named('NotResource', wordsOf(notResources)),
    ...(conditions.length > 0 ? { Condition: condition } : {}),
  }
}

const named = (name: string, value: unknown): object => (value === undefined ? {} : { [name]: value })

const wordsOf = (leaves: readonly Leaf[]): string[] | undefined =>
  leaves.length === 0 ? undefined : leaves.map(({ value }) => value)

function principalsJson(principals: readonly Principal[]): unknown {
  if (principals.length === 0) return undefined
  if (principals.some(({ type }) => type === '*')) return '*'
  const byType: Record<string, string[]> = {}
  for (const { type, value } of principals) byType[type] = [...(byType[type] ?? []), value.value]
  return byType
}
