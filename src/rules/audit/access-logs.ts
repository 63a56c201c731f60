import type { ResourceNode } from '../../core/node.ts'
import type { RuleContext } from '../../core/rule.ts'
import type { Value } from '../../core/value.ts'
import { isCloudFormation, partOf, switchOf, valueAt, wordOf } from '../../extract/arguments.ts'
import { hasBeside, ofType, refersTo } from '../../extract/resource-index.ts'
import { requirementRule } from '../hygiene.ts'
import { attributeOf } from '../network/attributes.ts'

export default requirementRule(
  {
    id: 'audit/access-logs',
    title: 'Requests are not recorded',
    severity: 'note',
    practice: 'what happens is recorded: flow, access and configuration logs',
    description: 'Access logs tell who asked for what, and are the first thing one looks for after an incident.',
    remediation: 'Send them to a bucket or log group that is made for logs.',
    cwe: ['CWE-778'],
    references: [
      'https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html',
    ],
  },
  [
    {
      types: 'aws_lb aws_elb',
      at: ['access_logs[].enabled', 'access_logging_policy[].enabled'],
      is: 'on',
      absent: 'right',
      says: 'has access logs turned off',
    },
    {
      types: 'aws_lb aws_elb',
      at: ['access_logs.bucket', undefined],
      is: 'set',
      where: (balancer) => wordOf(valueAt(balancer, 'load_balancer_type')) !== 'gateway',
      says: 'keeps no access logs',
    },
    {
      types: 'aws_lb',
      at: [undefined, 'load_balancer_attributes'],
      is: (value) => attributeOf(value, 'access_logs.s3.enabled'),
      absent: 'wrong',
      says: 'keeps no access logs',
    },
    { types: 'aws_elb', at: [undefined, 'access_logging_policy'], is: 'set', says: 'keeps no access logs' },
    {
      types: 'aws_cloudfront_distribution',
      at: ['logging_config.bucket', 'distribution_config.logging.bucket'],
      is: 'set',
      unless: (distribution, { unit }) =>
        hasBeside(unit, distribution, 'aws_cloudwatch_log_delivery_source', 'resource_arn'),
      says: 'keeps no access logs',
    },
    {
      types: 'aws_api_gateway_stage',
      at: ['access_log_settings.destination_arn', 'access_log_setting.destination_arn'],
      is: 'set',
      says: 'keeps no access logs',
    },
    {
      types: 'aws_apigatewayv2_stage',
      at: ['access_log_settings.destination_arn', 'access_log_settings.destination_arn'],
      is: 'set',
      says: 'keeps no access logs',
    },
    {
      types: 'aws_s3_bucket',
      at: ['logging.target_bucket', 'logging_configuration'],
      is: 'set',
      where: isNoLogBucket,
      unless: (bucket, { unit }) => hasBeside(unit, bucket, 'aws_s3_bucket_logging', 'bucket'),
      says: 'keeps no access logs',
    },
    {
      types: 'aws_redshift_cluster',
      at: ['logging.enable', 'logging_properties.bucket_name'],
      is: isLogged,
      absent: 'wrong',
      unless: (cluster, { unit }) => hasBeside(unit, cluster, 'aws_redshift_logging', 'cluster_identifier'),
      says: 'keeps no audit log',
    },
    { types: 'aws_mq_broker', at: ['logs.general', 'logs.general'], is: 'on', says: 'keeps no general log' },
    {
      types: 'aws_mq_broker',
      at: ['logs.audit', 'logs.audit'],
      is: 'on',
      where: (broker) => wordOf(valueAt(broker, 'engine_type'))?.toLowerCase() !== 'rabbitmq',
      says: 'keeps no audit log',
    },
    {
      types: 'aws_globalaccelerator_accelerator',
      at: ['attributes.flow_logs_enabled', undefined],
      is: 'on',
      says: 'keeps no flow logs',
    },
    {
      types: 'aws_wafv2_web_acl',
      at: 'logging_configuration',
      is: 'elsewhere',
      unless: (acl, { unit }) => hasBeside(unit, acl, 'aws_wafv2_web_acl_logging_configuration', 'resource_arn'),
      says: 'keeps no log of requests',
    },
    {
      types: 'aws_waf_web_acl aws_wafregional_web_acl',
      at: ['logging_configuration', undefined],
      is: 'set',
      says: 'keeps no log of requests',
    },
    {
      types: 'aws_sfn_state_machine',
      at: ['logging_configuration.level', 'logging_configuration.level'],
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) !== 'OFF'),
      absent: 'wrong',
      says: 'keeps no log of its runs',
    },
    {
      types: 'aws_appsync_graphql_api',
      at: ['log_config.field_log_level', 'log_config.field_log_level'],
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) !== 'NONE'),
      absent: 'wrong',
      says: 'keeps no log of requests',
    },
    {
      types: 'aws_msk_cluster',
      at: ['logging_info.broker_logs', 'logging_info.broker_logs'],
      is: isSentSomewhere,
      absent: 'wrong',
      says: 'keeps no logs of its brokers',
    },
    {
      types: 'aws_codebuild_project',
      at: ['logs_config[].cloudwatch_logs[].status', 'logs_config[].cloud_watch_logs[].status'],
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) !== 'DISABLED'),
      absent: 'right',
      unless: (project) => wordOf(valueAt(project, 'logs_config.s3_logs.status')) === 'ENABLED',
      says: 'keeps no logs',
    },
    {
      types: 'aws_athena_workgroup',
      at: [
        'configuration.publish_cloudwatch_metrics_enabled',
        'work_group_configuration.publish_cloud_watch_metrics_enabled',
      ],
      is: 'on',
      absent: 'right',
      says: 'publishes no metrics',
    },
    {
      types: 'aws_transfer_server',
      at: ['logging_role', 'logging_role'],
      is: 'set',
      unless: (server) => valueAt(server, 'structured_log_destinations') !== undefined,
      says: 'keeps no logs',
    },
    {
      types: 'aws_networkfirewall_firewall',
      at: 'logging_configuration',
      is: 'elsewhere',
      unless: (firewall, { unit }) =>
        hasBeside(unit, firewall, 'aws_networkfirewall_logging_configuration', 'firewall_arn'),
      says: 'keeps no log of traffic',
    },
    {
      types: 'aws_route53_zone',
      at: [undefined, 'query_logging_config'],
      is: 'set',
      where: (zone) => valueAt(zone, ['vpc', 'vpcs']) === undefined,
      says: 'keeps no log of queries',
    },
    {
      types: 'aws_route53_zone',
      at: ['query_logging_config', undefined],
      is: 'elsewhere',
      where: (zone) => !isCloudFormation(zone.type) && valueAt(zone, ['vpc', 'vpcs']) === undefined,
      unless: (zone, { unit }) => hasBeside(unit, zone, 'aws_route53_query_log', 'zone_id'),
      says: 'keeps no log of queries',
    },
    {
      types: 'aws_api_gateway_method_settings',
      at: ['settings.logging_level', undefined],
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) !== 'OFF'),
      absent: 'wrong',
      says: 'keeps no log of what its methods do',
    },
    ...['dag_processing_logs', 'scheduler_logs', 'task_logs', 'webserver_logs', 'worker_logs'].map((kind) => ({
      types: 'aws_mwaa_environment',
      at: `logging_configuration.${kind}.enabled`,
      is: 'on' as const,
      absent: kind === 'task_logs' ? ('right' as const) : ('wrong' as const),
      says: `keeps no \`${kind}\``,
    })),
    { types: 'aws_emr_cluster', at: 'log_uri', is: 'set', says: 'keeps no logs' },
  ],
)

function isLogged(value: Value): boolean | undefined {
  const word = switchOf(value)
  return word === undefined && value.kind === 'string' ? true : word
}

/** To one place at least. */
function isSentSomewhere(value: Value): boolean | undefined {
  const [block] = value.kind === 'list' ? value.items : [value]
  if (block?.kind !== 'map') return block?.kind === 'unknown' ? undefined : false
  const switches = ['cloudwatch_logs', 'cloud_watch_logs', 'firehose', 's3'].map((place) => {
    const within = partOf(block, place)
    const one = within?.kind === 'list' ? within.items[0] : within
    return one === undefined ? false : switchOf(partOf(one, 'enabled'))
  })
  return switches.includes(true) || (switches.includes(undefined) ? undefined : false)
}

/** A bucket that takes logs in needs none of its own: they would write themselves. */
function isNoLogBucket(bucket: ResourceNode, { unit }: RuleContext): boolean {
  // Who reads and deletes what a trail recorded is to be known in any case.
  if (ofType(unit, 'aws_cloudtrail').some((trail) => isTargetOf(trail, 's3_bucket_name', bucket))) return true
  const words = [
    bucket.name,
    wordOf(valueAt(bucket, ['bucket', 'bucket_name'])),
    wordOf(valueAt(bucket, ['acl', 'access_control'])),
  ]
  if (
    words.some(
      (word) =>
        word !== undefined &&
        /(?:^|[^a-z])(?:access)?logs?(?:[^a-z]|$)|logging|LogDeliveryWrite|log-delivery|Logs?(?:Bucket|$)/.test(word),
    )
  )
    return false
  const loggers = ofType(unit, 'aws_s3_bucket_logging')
  return !loggers.some((one) => isTargetOf(one, 'target_bucket', bucket))
}

function isTargetOf(resource: ResourceNode, at: string, bucket: ResourceNode): boolean {
  const target = valueAt(resource, at)
  return target !== undefined && refersTo(target, bucket)
}
