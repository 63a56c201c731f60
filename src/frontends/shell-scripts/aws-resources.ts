import { derivedText, spanOf } from '../../core/build-text.ts'
import type { AnyNode } from '../../core/node.ts'
import type { Span } from '../../core/source.ts'
import type { Entry, Value } from '../../core/value.ts'
import { itemsOf } from '../../extract/nodes.ts'
import { type Call, jsonOption, type OptionValue, optionOf, shown } from './options.ts'

/** What commands make, by the resource of CloudFormation that says the same. */
const MAKES: ReadonlyMap<string, string> = new Map([
  ['ec2 authorize-security-group-ingress', 'AWS::EC2::SecurityGroupIngress'],
  ['ec2 authorize-security-group-egress', 'AWS::EC2::SecurityGroupEgress'],
  ['ec2 create-volume', 'AWS::EC2::Volume'],
  ['rds create-db-instance', 'AWS::RDS::DBInstance'],
  ['rds create-db-cluster', 'AWS::RDS::DBCluster'],
  ['redshift create-cluster', 'AWS::Redshift::Cluster'],
  ['s3api create-bucket', 'aws_s3_bucket_acl'],
  ['s3api put-bucket-acl', 'aws_s3_bucket_acl'],
  ['s3api put-object', 'aws_s3_object'],
  ['s3api put-object-acl', 'aws_s3_object'],
  ['s3api copy-object', 'aws_s3_object'],
  ['s3 cp', 's3_upload'],
  ['s3 mv', 's3_upload'],
  ['s3 sync', 's3_upload'],
  ['lambda create-function-url-config', 'AWS::Lambda::Url'],
  ['lambda update-function-url-config', 'AWS::Lambda::Url'],
  ['ec2 modify-image-attribute', 'aws_ami_launch_permission'],
  ['ec2 modify-snapshot-attribute', 'ebs_snapshot_attribute'],
  ['rds modify-db-snapshot-attribute', 'aws_db_snapshot'],
  ['rds modify-db-cluster-snapshot-attribute', 'aws_db_cluster_snapshot'],
  ['ssm modify-document-permission', 'ssm_document_permission'],
])

/** Options of these by the argument of the resource that says the same. */
const CALLED: Readonly<Record<string, string>> = {
  'rds modify-db-snapshot-attribute values_to_add': 'shared_accounts',
  'rds modify-db-cluster-snapshot-attribute values_to_add': 'shared_accounts',
  'ec2 modify-image-attribute user_groups': 'group',
  'ec2 modify-snapshot-attribute group_names': 'group',
  'ssm modify-document-permission account_ids_to_add': 'account_ids',
}

/**
 * The resource that a call of the AWS command line makes, so that the rules on resources judge it like any other.
 * https://docs.aws.amazon.com/cli/latest/reference/ec2/authorize-security-group-ingress.html
 */
export function resources(call: Call, operation: string): AnyNode[] {
  const type = MAKES.get(operation)
  // What comes from a file of arguments, or is only a skeleton, is not in sight.
  if (type === undefined || call.options.has('--cli-input-json') || call.options.has('--generate-cli-skeleton'))
    return []
  const { span } = call.command
  const name = shown(
    optionOf(
      call,
      '--group-id',
      '--group-name',
      '--db-instance-identifier',
      '--db-cluster-identifier',
      '--cluster-identifier',
      '--bucket',
      '--function-name',
      '--image-id',
      '--snapshot-id',
      '--db-snapshot-identifier',
      '--db-cluster-snapshot-identifier',
      '--name',
    ),
  )
  const anchor = name || operation
  const given = type.includes('SecurityGroup') ? firewallRules(call, span) : [mapOf(options(call, operation), span)]
  return given.map((value) => ({ kind: 'resource', span: value.span, anchor, type, name: anchor, arguments: value }))
}

function options(call: Call, operation: string): Entry[] {
  // What is taken away is no longer open.
  const removes = optionOf(call, '--operation-type')?.text.value === 'remove'
  return [...call.options].flatMap(([option, { name, values }]): Entry[] => {
    const written = option.replace(/^--(?:no-)?/, '').replaceAll('-', '_')
    const keySpan = spanOf(name.text)
    const key = CALLED[`${operation} ${written}`] ?? written
    const [only] = values
    if (!only) return [{ key, keySpan, value: { kind: 'boolean', value: !option.startsWith('--no-'), span: keySpan } }]
    const group = /permission$/.test(written) ? groupAdded(only) : undefined
    return removes ? [] : [group ?? { key, keySpan, value: textOf(only) }]
  })
}

/** `--launch-permission "Add=[{Group=all}]"`, also as JSON. */
function groupAdded({ text, word }: OptionValue): Entry | undefined {
  const found = /\bAdd["']?\s*[=:]\s*\[\s*\{\s*["']?Group["']?\s*[=:]\s*["']?(\w+)/i.exec(text.value)?.[1]
  return found === undefined ? undefined : entry('group', found, word.span)
}

/** `--protocol tcp --port 22-25 --cidr 0.0.0.0/0`, or `--ip-permissions` in JSON or shorthand. */
function firewallRules(call: Call, span: Span): Value[] {
  const permissions = call.options.get('--ip-permissions')?.values ?? []
  if (permissions.length > 0) return permissions.flatMap(permissionsIn)
  const [protocol, port, cidr] = ['--protocol', '--port', '--cidr'].map((name) => optionOf(call, name))
  if (!cidr || !protocol) return []
  const [from, to] = portsOf(port?.text.value)
  const entries = [
    entry('ip_protocol', protocol.text.value, spanOf(protocol.text)),
    entry('cidr_ip', cidr.text.value, spanOf(cidr.text)),
    ...(from === undefined ? [] : [entry('from_port', from, span), entry('to_port', to ?? from, span)]),
  ]
  return [mapOf(entries, span)]
}

function portsOf(written: string | undefined): [from?: string, to?: string] {
  if (written === undefined || written === 'all' || written === '-1') return []
  const range = /^(\d+)-(\d+)$/.exec(written)
  return range ? [range[1]!, range[2]!] : [written, written]
}

function permissionsIn(value: OptionValue): Value[] {
  const text = value.text.value.trim()
  if (/^[[{]/.test(text)) return itemsOf(jsonOption(value)).flatMap(rangesOf)
  return shorthand(text, spanOf(value.text))
}

/** Addresses of a permission stand in lists of their own; each is one rule of a group. */
function rangesOf(permission: Value): Value[] {
  if (permission.kind !== 'map') return []
  const ranges = permission.entries
    .filter(({ key }) => /^Ip(?:v6)?Ranges$/i.test(key))
    .flatMap(({ value }) => itemsOf(value))
  return ranges.flatMap((range) =>
    range.kind === 'map' ? [mapOf([...permission.entries, ...range.entries], permission.span)] : [],
  )
}

/** `IpProtocol=tcp,FromPort=22,ToPort=22,IpRanges=[{CidrIp=0.0.0.0/0}]` */
function shorthand(text: string, span: Span): Value[] {
  const entryOf = (name: string) => {
    const found = new RegExp(`\\b${name}=([^,\\]}\\s]+)`, 'i').exec(text)?.[1]
    return found === undefined ? [] : [entry(name, found, span)]
  }
  const shared = ['IpProtocol', 'FromPort', 'ToPort'].flatMap(entryOf)
  const blocks = [...text.matchAll(/\b(CidrIp(?:v6)?)=([^,\]}\s]+)/gi)]
  return blocks.map(([, name = '', block = '']) => mapOf([...shared, entry(name, block, span)], span))
}

const mapOf = (entries: readonly Entry[], span: Span): Value => ({ kind: 'map', entries, span })

function entry(key: string, text: string, span: Span): Entry {
  return { key, keySpan: span, value: { kind: 'string', text: derivedText(text, span), span } }
}

const textOf = ({ text, word }: OptionValue): Value => ({ kind: 'string', text, span: word.span })
