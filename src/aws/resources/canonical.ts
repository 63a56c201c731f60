import { resourceTypes } from './index.ts'
import { NAMES, WITHOUT_CLOUDFORMATION } from './names.ts'
import { snakeCase } from './spelling.ts'

/**
 * One name for a type of resource, whatever it is written in: the one that Terraform's provider has for it.
 * `AWS::EC2::SecurityGroup`, `awscc_ec2_security_group` and `aws_security_group` are all `aws_security_group`.
 */
export function canonicalType(name: string): string {
  if (name.startsWith('AWS::')) return ofCloudFormation(name)
  if (name.startsWith('awscc_')) return BY_SOUND.get(soundOf(name)) ?? name.replace('awscc_', 'aws_')
  return ALIASES.get(name) ?? name
}

/** Of a class of a library for programs: `ec2` and `SecurityGroup`; undefined when no type is called so. */
export function canonicalClass(module: string, name: string): string | undefined {
  return BY_SOUND.get(soundOf(module + name.replace(/V2(?=$|[A-Z])/, ''))) ?? BY_SOUND.get(soundOf(module + name))
}

/**
 * The type of CloudFormation that a class of the CDK stands for: `ec2` and `SecurityGroup`. A program may call the module
 * as it likes, or import the class alone: then it is IAM's, or the only type of that name.
 */
export function cloudFormationClass(module: string, name: string): string | undefined {
  const named = CLOUDFORMATION_BY_SOUND.get(soundOf(module + name))
  if (named !== undefined) return named
  const types = CLOUDFORMATION_BY_CLASS.get(soundOf(name)) ?? []
  return types.find((type) => type.startsWith('AWS::IAM::')) ?? (types.length === 1 ? types[0] : undefined)
}

function ofCloudFormation(name: string): string {
  const known = CLOUDFORMATION.get(name)
  if (known !== undefined) return known
  const [, service = '', type = ''] = name.split('::')
  const prefix = SERVICES[service] ?? service.toLowerCase()
  return `aws_${prefix}${prefix && '_'}${snakeCase(type)}`
}

/** Names that Terraform has twice. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['aws_alb', 'aws_lb'],
  ['aws_alb_listener', 'aws_lb_listener'],
  ['aws_s3_bucket_object', 'aws_s3_object'],
  ['aws_spot_instance_request', 'aws_instance'],
])

/** Services that Terraform calls otherwise, where most of their types follow. */
const SERVICES: Readonly<Record<string, string>> = {
  ApiGateway: 'api_gateway',
  Events: 'cloudwatch_event',
  Logs: 'cloudwatch_log',
  CloudWatch: 'cloudwatch',
  ElasticLoadBalancingV2: 'lb',
  StepFunctions: 'sfn',
  OpenSearchService: 'opensearch',
  CertificateManager: 'acm',
  AmazonMQ: 'mq',
}

const NAMED: readonly (readonly string[])[] = NAMES.trim()
  .split('\n')
  .map((line) => line.trim().split(' '))

const CLOUDFORMATION: ReadonlyMap<string, string> = new Map([
  ...resourceTypes.flatMap(({ names }) => {
    const terraform = names.find((name) => name.startsWith('aws_'))
    const cloudformation = names.filter((name) => name.startsWith('AWS::'))
    return terraform === undefined ? [] : cloudformation.map((name) => [name, terraform] as const)
  }),
  ...NAMED.map(([cloudformation = '', terraform = '']) => [cloudformation, terraform] as const),
])

/** Names without what formats write differently. */
function soundOf(name: string): string {
  return name
    .replace(/^(?:aws_|awscc_|AWS::)/, '')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase()
}

const BY_SOUND: ReadonlyMap<string, string> = new Map([
  ...[...CLOUDFORMATION].flatMap(([name, canonical]) => [
    [soundOf(canonical), canonical] as const,
    [soundOf(name), canonical] as const,
  ]),
  ...NAMED.flatMap(([, terraform = '', ...others]) => others.map((name) => [soundOf(name), terraform] as const)),
  ...WITHOUT_CLOUDFORMATION.trim()
    .split('\n')
    .flatMap((line) => withoutCloudFormation(line.trim().split(' '))),
])

/** Types of a line; a name with a dot is Pulumi's of the type before it. */
function withoutCloudFormation(names: readonly string[]): (readonly [string, string])[] {
  return names.flatMap((name, index) => {
    if (name.includes('.')) return [[soundOf(name), names[index - 1]!] as const]
    // Pulumi puts those of EC2 and the like below a module that Terraform leaves out.
    return [[soundOf(name), name] as const, [`ec2${soundOf(name)}`, name] as const]
  })
}

/** Those of rows that have no name in Terraform, too. */
const CLOUDFORMATION_NAMES: readonly string[] = [
  ...new Set([
    ...CLOUDFORMATION.keys(),
    ...resourceTypes.flatMap(({ names }) => names.filter((name) => name.startsWith('AWS::'))),
  ]),
]

const CLOUDFORMATION_BY_SOUND: ReadonlyMap<string, string> = new Map(
  CLOUDFORMATION_NAMES.map((name) => [soundOf(name), name]),
)

const CLOUDFORMATION_BY_CLASS: ReadonlyMap<string, readonly string[]> = byClass(
  CLOUDFORMATION_NAMES.filter((name) => CLOUDFORMATION.has(name) || name.startsWith('AWS::IAM::')).filter(
    (name) => !name.startsWith('AWS::Serverless::'),
  ),
)

function byClass(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const name of names) {
    const sound = soundOf(name.split('::').at(-1) ?? '')
    found.set(sound, [...(found.get(sound) ?? []), name])
  }
  return found
}
