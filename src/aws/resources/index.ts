import { compute } from './compute.ts'
import { identity } from './identity.ts'
import { messaging } from './messaging.ts'
import type { ResourceType } from './resource-type.ts'
import { secrets } from './secrets.ts'
import { storage } from './storage.ts'

export type * from './resource-type.ts'
export { type Spelling, stepsOf } from './spelling.ts'

/**
 * What is known of AWS's resources, a row a type, for every format.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 */
export const resourceTypes: readonly ResourceType[] = [...identity, ...storage, ...messaging, ...compute, ...secrets]

const BY_NAME: ReadonlyMap<string, ResourceType> = new Map(
  resourceTypes.flatMap((type) => type.names.map((name) => [name, type] as const)),
)

/** Names without what formats write differently: `AWS::IAM::Role`, `iam.Role`, `aws_iam_role` are all `iamrole`. */
const BY_SOUND: ReadonlyMap<string, ResourceType> = new Map(
  resourceTypes.flatMap((type) => type.names.map((name) => [soundOf(name), type] as const)).reverse(),
)

const CLOUDFORMATION_BY_SOUND: ReadonlyMap<string, string> = new Map(
  resourceTypes.flatMap(({ names }) =>
    names.filter((name) => name.includes('::')).map((name) => [soundOf(name), name]),
  ),
)

function soundOf(name: string): string {
  return name
    .replace(/^(?:aws_|awscc_|AWS::)/, '')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase()
}

/** By its name in Terraform (also of Cloud Control's provider) or CloudFormation. */
export function resourceType(name: string): ResourceType | undefined {
  if (!name.startsWith('awscc_')) return BY_NAME.get(name)
  return BY_NAME.get(CLOUDFORMATION_BY_SOUND.get(soundOf(name)) ?? '')
}

/** By module and class of Pulumi's AWS provider: `iam`, `RolePolicy`. */
export function pulumiResourceType(module: string, name: string): ResourceType | undefined {
  return BY_NAME.get(`${module}.${name}`) ?? BY_SOUND.get(soundOf(module + name.replace(/V2(?=$|[A-Z])/, '')))
}
