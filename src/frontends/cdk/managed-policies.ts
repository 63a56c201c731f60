import { derivedText } from '../../core/build-text.ts'
import { UNKNOWN } from '../../core/text.ts'
import type { Value } from '../../core/value.ts'
import { type Call, calledName, type Program } from '../../languages/programs/expression.ts'
import { valueOfExpression } from '../../languages/programs/program-value.ts'

/** `ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess')`, `.fromManagedPolicyArn(this, 'id', 'arn')`: the ARN, or the name. */
export function namedPolicy(call: Call, program: Program): Value | undefined {
  const name = calledName(call)
  const argument = /^from/.test(name) ? call.arguments.at(-1) : undefined
  const given = argument && valueOfExpression(argument, program)
  return given && name === 'fromAwsManagedPolicyName' ? ofAws(given) : given
}

function ofAws(value: Value): Value {
  if (value.kind === 'unknown' && value.maybe) return { ...value, maybe: value.maybe.map(ofAws) }
  if (value.kind !== 'string' || value.text.value.startsWith('arn:')) return value
  const { span, text } = value
  return { kind: 'string', text: derivedText(`arn:${UNKNOWN}:iam::aws:policy/${text.value}`, span), span }
}
