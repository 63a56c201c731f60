import type { Value } from '../../core/value.ts'
import { calledName, type Expression, type Program } from '../../languages/programs/expression.ts'
import type { Taken } from '../front-end.ts'
import { declaredBy, declaredNodes, type Making } from '../programs/declared.ts'
import { addressOf, templateClass } from './constructs.ts'
import { namedPolicy } from './managed-policies.ts'

/** What the CDK's classes for types of CloudFormation are, grant, attach and trust, as a template of them does. */
export function templateClassNodes(program: Program): Taken {
  const resources = program.calls.flatMap((call) => {
    const made = templateClass(call)
    return made ? [declaredBy(call, program, { ...made, spelling: 'cdk' }, CDK)] : []
  })
  return declaredNodes(resources)
}

const CDK: Making = { addressOf, optionsAt: 2, blocks: /Property$/, managedPolicy }

function managedPolicy(expression: Expression, program: Program): Value | undefined {
  const isPolicy = expression.kind === 'call' && /ManagedPolicy/.test(calledName(expression))
  return isPolicy ? namedPolicy(expression, program) : undefined
}
