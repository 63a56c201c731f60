import { canonicalType } from '../aws/resources/canonical.ts'
import type { PolicyNode } from '../core/node.ts'
import type { Statement } from '../core/policy.ts'
import type { Edit, RuleContext } from '../core/rule.ts'
import type { Span } from '../core/source.ts'
import { UNKNOWN } from '../core/text.ts'
import type { Leaf } from '../core/value.ts'
import { isCloudFormation } from '../extract/arguments.ts'
import { entryLine, type FileSyntax, syntaxOf } from '../extract/edits.ts'

/** What a condition is to say; the value as the file's format writes it. */
export interface WantedCondition {
  readonly operator: string
  readonly key: string
  /** Several are alternatives. */
  readonly value: string | readonly string[]
}

/** One more condition on a statement, in the file that holds it; undefined where that is not written out. */
export function conditionEdit(policy: PolicyNode, statement: Statement, wanted: WantedCondition): Edit[] | undefined {
  const { uri } = statement.span
  const syntax = syntaxOf(uri)
  const { operator, key } = wanted
  const values = [wanted.value].flat()
  const value = values.length === 1 ? values[0]! : `[${values.join(', ')}]`
  if (!syntax || key.includes(UNKNOWN)) return undefined
  const put = (at: Leaf | undefined, text: string): Edit[] | undefined =>
    at && isWritten(at, statement.span) ? [{ span: at.span, text, asLines: true }] : undefined
  if (policy.anchor.includes('aws_iam_policy_document.')) {
    const block = [
      `  test     = ${JSON.stringify(operator)}`,
      `  variable = ${JSON.stringify(key)}`,
      `  values   = [${values.join(', ')}]`,
    ]
    return put(statement.actions[0], `condition {\n${block.join('\n')}\n}`)
  }
  const same = statement.conditions.find((condition) => condition.operator.value === operator)
  if (same) return put(same.key, entryLine(syntax, key, value))
  const [other] = statement.conditions
  if (other) return put(other.operator, mapLine(syntax, operator, entryLine(syntax, key, value)))
  return put(statement.effect, mapLine(syntax, 'Condition', mapLine(syntax, operator, entryLine(syntax, key, value))))
}

/** The account of the policy itself, as its file writes it: what a template knows by itself, or the one that is trusted. */
export function ownAccount(policy: PolicyNode, { unit, trustedAccounts }: RuleContext): string | undefined {
  const isTemplate = unit.nodes.some((node) => node.kind === 'resource' && isCloudFormation(node.type))
  const syntax = syntaxOf(policy.span.uri)
  if (isTemplate && syntax === 'yaml') return '!Ref AWS::AccountId'
  if (isTemplate && syntax === 'json') return '{ "Ref": "AWS::AccountId" }'
  const [only, another] = trustedAccounts
  return only !== undefined && another === undefined ? JSON.stringify(only) : undefined
}

/** Of a permission of a function, which is no document: an argument beside the principal. */
export function sourceAccountEdit(
  policy: PolicyNode,
  statement: Statement,
  account: string,
  { unit }: RuleContext,
): Edit[] | undefined {
  const owner = unit.nodes.find((node) => node.kind === 'resource' && node.anchor === policy.anchor)
  const syntax = syntaxOf(policy.span.uri)
  const [principal] = statement.principals
  if (owner?.kind === 'resource' && canonicalType(owner.type) === 'aws_lambda_permission' && principal && syntax) {
    const name = isCloudFormation(owner.type) ? 'SourceAccount' : 'source_account'
    return [{ span: principal.value.span, text: entryLine(syntax, name, account), asLines: true }]
  }
  return conditionEdit(policy, statement, { operator: 'StringEquals', key: 'aws:SourceAccount', value: account })
}

function isWritten({ span, value }: Leaf, within: Span): boolean {
  return (
    span.uri === within.uri &&
    span.start >= within.start &&
    span.end <= within.end &&
    span.end - span.start === value.length
  )
}

/** `name = { … }` around one entry. */
function mapLine(syntax: FileSyntax, name: string, entry: string): string {
  const inner = entry.replace(/^/gm, '  ')
  if (syntax === 'yaml') return `${name}:\n${inner}`
  if (syntax === 'hcl') return `${name} = {\n${inner}\n}`
  return `${JSON.stringify(name)}: {\n${inner.replace(/,$/, '')}\n},`
}
