import { type ResourceType, resourceType, type Spelling } from '../../aws/resources/index.ts'
import { parsedText } from '../../extract/encoded.ts'
import type { Declared } from '../../extract/resource.ts'
import { type Evaluated, memberOf, plainOf, unknown } from './value.ts'

/** A resource or data source as evaluated, from whatever front end. */
export interface UnitResource extends Declared {
  readonly name: string
  readonly arguments: Evaluated
  attribute(name: string): Evaluated
}

/** What is known of a type of Terraform's, and how its arguments are spelled. */
export function describedBy(type: string): {
  readonly type: string
  readonly row: ResourceType | undefined
  readonly spelling: Spelling
} {
  return { type, row: resourceType(type), spelling: type.startsWith('awscc_') ? 'cloudcontrol' : 'terraform' }
}

/**
 * `aws_cloudcontrolapi_resource` as the resource of CloudFormation that it stands for; any other as it is.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudcontrolapi_resource
 */
export function unwrapped(resource: UnitResource): UnitResource {
  if (resource.type !== 'aws_cloudcontrolapi_resource' || resource.mode !== 'resource') return resource
  const type = plainOf(memberOf(resource.arguments, 'type_name'))
  const state = memberOf(resource.arguments, 'desired_state')
  const given = state && (parsedText(state) as Evaluated | undefined)
  if (type === undefined || given?.kind !== 'map') return resource
  return {
    ...resource,
    type,
    row: resourceType(type),
    spelling: 'cloudformation',
    arguments: given,
    attribute: (name) => memberOf(given, name) ?? unknown(resource.header, `${resource.address}.${name}`),
  }
}
