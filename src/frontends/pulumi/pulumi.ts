import { managedNameOf } from '../../aws/managed-policies/managed-policies.ts'
import { canonicalClass } from '../../aws/resources/canonical.ts'
import { pulumiResourceType } from '../../aws/resources/index.ts'
import { derivedText } from '../../core/build-text.ts'
import { UNKNOWN } from '../../core/text.ts'
import type { Value } from '../../core/value.ts'
import type { Declared } from '../../extract/resource.ts'
import { type Call, type Expression, type Program, resolved } from '../../languages/programs/expression.ts'
import type { Taken } from '../front-end.ts'
import { declaredBy, declaredNodes, type Making } from '../programs/declared.ts'

/**
 * What the resources of Pulumi's AWS provider grant, attach and trust. Its classes and options are those of Terraform.
 * https://www.pulumi.com/registry/packages/aws/api-docs/
 */
export function pulumiNodes(program: Program): Taken {
  return declaredNodes(program.calls.flatMap((call) => resourceOf(call, program) ?? []))
}

const PULUMI: Making = { addressOf: nameOf, optionsAt: 1, blocks: /Args$/, managedPolicy: managedArn }

function resourceOf(call: Call, program: Program): Declared | undefined {
  const [module = '', name = ''] = call.path.slice(-2)
  if (!/^[A-Z]/.test(name)) return undefined
  const row = pulumiResourceType(module, name)
  const known = canonicalClass(module, name)
  if (!row && known === undefined) return undefined
  return declaredBy(call, program, { type: known ?? `${module}.${name}`, row, spelling: 'pulumi' }, PULUMI)
}

/** The first argument is the resource's name. */
function nameOf(call: Call, program: Program): string {
  const name = call.arguments[0] && resolved(call.arguments[0], program)
  return name?.kind === 'string' ? name.text.value : (call.assignedTo ?? call.path.join('.'))
}

/** `aws.iam.ManagedPolicy.AdministratorAccess` is the ARN of AWS's policy of that name. */
function managedArn(expression: Expression): Value | undefined {
  if (expression.kind !== 'path' || !/^ManagedPolic(?:y|ies)$/.test(expression.path.at(-2) ?? '')) return undefined
  const { path, span } = expression
  return {
    kind: 'string',
    text: derivedText(`arn:${UNKNOWN}:iam::aws:policy/${managedNameOf(path.at(-1)!)}`, span),
    span,
  }
}
