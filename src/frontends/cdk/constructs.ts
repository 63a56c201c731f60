import { cloudFormationClass } from '../../aws/resources/canonical.ts'
import { type ResourceType, resourceType } from '../../aws/resources/index.ts'
import { type Call, calledName, nameOf, type Program, resolved } from '../../languages/programs/expression.ts'

/** The id that a construct is given, else the variable it is put into. */
export function addressOf(call: Call, program: Program): string {
  const id = call.arguments[1] && resolved(call.arguments[1], program)
  return id?.kind === 'string' ? id.text.value : (call.assignedTo ?? calledName(call))
}

/** What a method is called on, where it is made in the program. */
export function constructBehind(call: Call, program: Program): Call | undefined {
  const known = call.receiver ?? program.constants.get(nameOf(call.path.slice(0, -1)))
  return known?.kind === 'call' ? known : undefined
}

/** The type of CloudFormation that a class stands for: `CfnRole`. */
export interface TemplateClass {
  readonly type: string
  readonly row: ResourceType | undefined
}

/** Classes of the CDK's core, which are parts of a template: a parameter of it is none of Systems Manager. */
const PARTS = /^Cfn(?:Parameter|Rule|Output|Mapping|Condition|Stack)$/

export function templateClass(call: Call): TemplateClass | undefined {
  const [name, module] = [calledName(call), moduleOf(call)]
  if (!name.startsWith('Cfn') || (PARTS.test(name) && /^(?:|cdk|core)$/.test(module))) return undefined
  const type = cloudFormationClass(module, name.slice('Cfn'.length))
  return type === undefined ? undefined : { type, row: resourceType(type) }
}

/** `aws_iam.CfnRole`, `iam.CfnRole`: `iam`; empty where a class is called by itself. */
export function moduleOf(call: Call): string {
  return (call.path.at(-2) ?? '')
    .replace(/^aws[_-]?/i, '')
    .replace(/[_-]/g, '')
    .toLowerCase()
}

/** Does the row of its class tell where its policies are? */
export function isReadByRow(call: Call): boolean {
  const row = templateClass(call)?.row
  return row !== undefined && (row.policies ?? row.attachments ?? row.holder ?? row.statement) !== undefined
}
