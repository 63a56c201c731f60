import type { AnyNode } from '../../../core/node.ts'
import { member, type Value } from '../../../core/value.ts'
import { documentOf } from '../../cloudformation/documents.ts'
import { templateNodes } from '../../cloudformation/nodes.ts'
import { handedPolicies } from '../../cloudformation/stack-parameters.ts'
import { templateOf } from '../../cloudformation/template.ts'
import type { UnitResource } from '../unit.ts'

/** The arguments of each type that hold a template and its parameters. */
const STACKS: ReadonlyMap<string, readonly [body: string, parameters: string]> = new Map([
  ['aws_cloudformation_stack', ['template_body', 'parameters']],
  ['aws_cloudformation_stack_set', ['template_body', 'parameters']],
  ['aws_serverlessapplicationrepository_cloudformation_stack', ['', 'parameters']],
  ['awscc_cloudformation_stack', ['template_body', 'parameters']],
])

/** What a stack makes out of a template that is a value here, with the parameters that it is given. */
export function stackNodes({ type, address, header, arguments: given }: UnitResource): AnyNode[] {
  const names = STACKS.get(type)
  if (!names) return []
  const parameters = mapOf(member(given, names[1]))
  const body = member(given, names[0])
  const document = body?.kind === 'string' ? documentOf(body.text, '') : undefined
  if (body?.kind !== 'string' || !document || !templateOf(document)) return handedPolicies(parameters, address, header)
  return templateNodes(document, body.text, parameters)?.nodes ?? []
}

function mapOf(value: Value | undefined): ReadonlyMap<string, Value> {
  return new Map(value?.kind === 'map' ? value.entries.map((entry) => [entry.key, entry.value]) : [])
}
