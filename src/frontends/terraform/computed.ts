import type { Span } from '../../core/source.ts'
import { concatTexts, literalText, type MappedText, UNKNOWN } from '../../core/text.ts'
import { type ArnPart, arnPattern } from './arns.ts'
import { renderedConfig, renderedTemplate } from './data-templates.ts'
import { policyDocumentJson } from './policy-document.ts'
import { type ResourceInstance, type Run, remembered } from './scope.ts'
import { type Evaluated, madeString, plainOf, stringOf, textOf, unknown } from './value.ts'

/**
 * An attribute of a resource or data source: as written, else as AWS makes it where that can be told (the ARN of a
 * bucket whose name is known). Undefined: not known.
 */
export function computedAttribute(
  run: Run,
  resource: ResourceInstance,
  name: string,
  span: Span,
  written: () => Evaluated | undefined,
): Evaluated | undefined {
  const type = resource.declaration.labels[0] ?? ''
  const special = resource.mode === 'data' ? dataAttribute(run, resource, type, name, span) : undefined
  if (special) return special
  const given = written()
  if (given) return given
  if (name === 'id' && ID_IS.has(type)) return resource.attribute(ID_IS.get(type)!, span)
  if (name === 'name' || name === 'bucket') return prefixed(resource, `${name}_prefix`, span)
  if (resource.mode === 'resource' && SENSITIVE.has(`${type}.${name}`)) {
    return unknown(span, undefined, { sensitive: true } as object)
  }
  const pattern = arnPattern(type, name)
  return pattern && stringOf(fillIn(pattern, resource, span), span)
}

/** Arguments that are also the resource's id. */
const ID_IS: ReadonlyMap<string, string> = new Map([
  ['aws_iam_role', 'name'],
  ['aws_iam_user', 'name'],
  ['aws_iam_group', 'name'],
  ['aws_iam_instance_profile', 'name'],
  ['aws_iam_policy', 'arn'],
  ['aws_s3_bucket', 'bucket'],
  ['aws_s3_bucket_policy', 'bucket'],
  ['aws_s3_bucket_public_access_block', 'bucket'],
  ['aws_cloudwatch_log_group', 'name'],
  ['aws_ssm_parameter', 'name'],
  ['aws_sns_topic', 'arn'],
  ['aws_secretsmanager_secret', 'arn'],
  ['aws_ecr_repository', 'name'],
  ['aws_dynamodb_table', 'name'],
  ['aws_lambda_function', 'function_name'],
  ['aws_iam_openid_connect_provider', 'arn'],
  ['aws_iam_saml_provider', 'arn'],
])

/** What providers hand out as secrets; whoever puts them into user-data shows them to the instance. */
const SENSITIVE = new Set([
  'random_password.result',
  'random_password.bcrypt_hash',
  'tls_private_key.private_key_pem',
  'tls_private_key.private_key_openssh',
  'aws_iam_access_key.secret',
  'aws_db_instance.password',
  'aws_rds_cluster.master_password',
])

const SENSITIVE_DATA = new Set([
  'aws_secretsmanager_secret_version.secret_string',
  'aws_secretsmanager_random_password.random_password',
  'aws_ssm_parameter.value',
  'aws_kms_secrets.plaintext',
  'vault_generic_secret.data',
  'vault_kv_secret_v2.data',
])

const ARN_PARTS = ['arn', 'partition', 'service', 'region', 'account', 'resource']

function dataAttribute(
  run: Run,
  resource: ResourceInstance,
  type: string,
  name: string,
  span: Span,
): Evaluated | undefined {
  const once = (make: () => Evaluated): Evaluated =>
    remembered(resource.module, `${resource.address}.${name}`, resource.declaration.header, make)
  switch (`${type}.${name}`) {
    case 'aws_iam_policy_document.json':
    case 'aws_iam_policy_document.minified_json':
      return remembered(resource.module, `${resource.address}.json`, resource.declaration.header, () =>
        policyDocumentJson(run, resource),
      )
    case 'template_file.rendered':
      return once(() => renderedTemplate(run, resource))
    case 'template_cloudinit_config.rendered':
    case 'cloudinit_config.rendered':
      return once(() => renderedConfig(run, resource))
    case 'aws_partition.partition':
    case 'aws_partition.id':
      return madeString('aws', span)
    case 'aws_partition.dns_suffix':
      return madeString('amazonaws.com', span)
    case 'aws_partition.reverse_dns_prefix':
      return madeString('com.amazonaws', span)
  }
  const part = type === 'aws_arn' ? ARN_PARTS.indexOf(name) : -1
  if (part > 0) {
    const pieces = textOf(resource.attribute('arn', span))?.value.split(':') ?? []
    const text = part === 5 ? pieces.slice(5).join(':') : pieces[part]
    return text === undefined || pieces.length < 6 ? undefined : madeString(text, span)
  }
  if (SENSITIVE_DATA.has(`${type}.${name}`)) return unknown(span, undefined, { sensitive: true } as object)
  return undefined
}

/** `name_prefix = "app-"` makes `app-` and something. */
function prefixed(resource: ResourceInstance, argument: string, span: Span): Evaluated | undefined {
  if (!resource.declaration.attributes.has(argument)) return undefined
  const prefix = textOf(resource.attribute(argument, span))
  return prefix && stringOf(concatTexts([prefix, literalText(UNKNOWN, span)]), span)
}

function fillIn(pattern: readonly ArnPart[], resource: ResourceInstance, span: Span): MappedText {
  const made = (value: string): MappedText => textOf(madeString(value, span))!
  return concatTexts(
    pattern.map((part) => {
      if (part.literal !== undefined) return made(part.literal)
      const value = resource.attribute(part.attribute, span)
      if (part.attribute === 'path')
        return made(plainOf(value) ?? (value.kind === 'unknown' && !isSet(resource, 'path') ? '/' : UNKNOWN))
      if (part.attribute === 'url') return made((plainOf(value) ?? UNKNOWN).replace(/^https?:\/\//, ''))
      return textOf(value) ?? literalText(UNKNOWN, span)
    }),
  )
}

function isSet(resource: ResourceInstance, argument: string): boolean {
  return resource.declaration.attributes.has(argument)
}
