import type { ResourceNode } from '../../core/node.ts'
import type { Value } from '../../core/value.ts'
import { partOf, valuesAt, wordOf } from '../../extract/arguments.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'network/plain-http',
    title: 'Traffic is taken without encryption',
    severity: 'low',
    practice: 'TLS on every way in',
    description:
      'Whoever sits on the way reads and changes what goes over plain HTTP: sessions, passwords, what is shown.',
    remediation: 'Listen on HTTPS, and let the plain listener do nothing but redirect to it.',
    cwe: ['CWE-319'],
    references: [
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html',
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https.html',
    ],
  },
  [
    {
      types: 'aws_lb_listener',
      at: 'protocol',
      is: isNotHttp,
      where: (listener) => answers(listener) === 'itself',
      says: 'takes plain HTTP and does not redirect to HTTPS',
    },
    {
      types: 'aws_lb_listener',
      at: 'protocol',
      is: isNotHttp,
      where: (listener) => answers(listener) === 'plainly',
      severity: 'note',
      says: 'answers plain HTTP, and sends nobody to HTTPS',
    },
    {
      types: 'aws_elb',
      at: ['listener[].lb_protocol', 'listeners[].protocol'],
      is: isNotHttp,
      says: 'takes plain HTTP',
    },
    {
      types: 'aws_cloudfront_distribution',
      at: [
        'default_cache_behavior[].viewer_protocol_policy',
        'distribution_config.default_cache_behavior[].viewer_protocol_policy',
      ],
      is: isNotAllowAll,
      says: 'lets viewers come by plain HTTP',
    },
    {
      types: 'aws_cloudfront_distribution',
      at: [
        'ordered_cache_behavior[].viewer_protocol_policy',
        'distribution_config.cache_behaviors[].viewer_protocol_policy',
      ],
      is: isNotAllowAll,
      says: 'lets viewers come by plain HTTP',
    },
    {
      types: 'aws_cloudfront_distribution',
      at: [
        'origin[].custom_origin_config[].origin_protocol_policy',
        'distribution_config.origins[].custom_origin_config[].origin_protocol_policy',
      ],
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) !== 'http-only'),
      says: 'fetches from its origin by plain HTTP',
    },
    {
      types: 'aws_elasticsearch_domain aws_opensearch_domain',
      at: ['domain_endpoint_options.enforce_https', 'domain_endpoint_options.enforce_https'],
      is: 'on',
      says: 'takes plain HTTP',
    },
    {
      types: 'aws_sns_topic_subscription',
      at: 'protocol',
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) !== 'http'),
      says: 'sends messages by plain HTTP',
    },
  ],
)

function isNotHttp(value: Value): boolean | undefined {
  const word = wordOf(value)
  return word === undefined ? undefined : word.toUpperCase() !== 'HTTP'
}

function isNotAllowAll(value: Value): boolean | undefined {
  const word = wordOf(value)
  return word === undefined ? undefined : word !== 'allow-all'
}

/** What a listener does by itself: one that only sends people to HTTPS is what it should be. */
function answers(listener: ResourceNode): 'itself' | 'plainly' | undefined {
  const actions = valuesAt(listener, ['default_action[]', 'default_actions[]']).flatMap(({ value }) =>
    value?.kind === 'list' ? value.items : value ? [value] : [],
  )
  const kinds = actions.map((action) => wordOf(partOf(action, 'type')))
  if (kinds.every((kind) => kind === 'forward' || kind?.startsWith('authenticate') === true)) return 'itself'
  if (kinds.every((kind) => kind === 'fixed-response')) return 'plainly'
  return actions.some((action) => isPlainRedirect(action)) ? 'itself' : undefined
}

/** Where no protocol is named, the one that people came by stays. */
function isPlainRedirect(action: Value): boolean {
  if (wordOf(partOf(action, 'type')) !== 'redirect') return false
  const redirect = partOf(action, 'redirect') ?? partOf(action, 'redirect_config')
  const [block] = redirect?.kind === 'list' ? redirect.items : [redirect]
  if (block?.kind !== 'map') return false
  const protocol = partOf(block, 'protocol')
  return protocol === undefined || wordOf(protocol) === 'HTTP' || wordOf(protocol) === '#{protocol}'
}
