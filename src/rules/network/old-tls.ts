import type { ResourceNode } from '../../core/node.ts'
import type { Value } from '../../core/value.ts'
import { partOf, switchOf, valueAt, valuesAt, wordOf, wordsOf } from '../../extract/arguments.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'network/old-tls',
    title: 'Old versions of TLS are accepted',
    severity: 'low',
    practice: 'TLS on every way in',
    description:
      'TLS 1.0 and 1.1 have known weaknesses and were retired in 2021; a client that can be talked down to them is not protected.',
    remediation:
      'Ask for TLS 1.2 at least: `ELBSecurityPolicy-TLS13-1-2-2021-06`, `TLSv1.2_2021`, `Policy-Min-TLS-1-2-2019-07`, `TLS_1_2`.',
    cwe: ['CWE-326', 'CWE-327'],
    references: [
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html',
    ],
  },
  [
    {
      types: 'aws_lb_listener',
      at: 'ssl_policy',
      is: isModernElb,
      where: isSecureListener,
      absent: 'wrong',
      says: 'accepts TLS 1.0 and 1.1',
    },
    {
      types: 'aws_cloudfront_distribution',
      at: [
        'viewer_certificate[].minimum_protocol_version',
        'distribution_config.viewer_certificate[].minimum_protocol_version',
      ],
      is: isModernCdn,
      absent: 'wrong',
      where: hasOwnCertificate,
      says: 'accepts old versions of TLS',
    },
    {
      types: 'aws_cloudfront_distribution',
      at: [undefined, 'distribution_config.viewer_certificate'],
      is: 'set',
      severity: 'note',
      says: 'has the certificate of CloudFront, with which TLS 1.0 is accepted',
    },
    {
      types: 'aws_cloudfront_distribution',
      at: [
        'viewer_certificate.cloudfront_default_certificate',
        'distribution_config.viewer_certificate.cloud_front_default_certificate',
      ],
      is: 'off',
      severity: 'note',
      says: 'has the certificate of CloudFront, with which TLS 1.0 is accepted',
    },
    {
      types: 'aws_cloudfront_distribution',
      at: [
        'origin[].custom_origin_config[].origin_ssl_protocols',
        'distribution_config.origins[].custom_origin_config[].origin_ssl_protocols',
      ],
      is: hasNoOldVersion,
      inside: (origin) => wordOf(partOf(origin, 'origin_protocol_policy')) !== 'http-only',
      says: 'speaks old versions of TLS with its origin',
    },
    {
      types: 'aws_elasticsearch_domain aws_opensearch_domain',
      at: 'domain_endpoint_options.tls_security_policy',
      is: isModernSearch,
      absent: 'wrong',
      says: 'accepts TLS 1.0',
    },
    {
      types: 'aws_api_gateway_domain_name',
      at: 'security_policy',
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) !== 'TLS_1_0'),
      says: 'accepts TLS 1.0',
    },
    {
      types: 'aws_apigatewayv2_domain_name',
      at: ['domain_name_configuration[].security_policy', 'domain_name_configurations[].security_policy'],
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) !== 'TLS_1_0'),
      says: 'accepts TLS 1.0',
    },
    {
      types: 'aws_load_balancer_policy',
      at: 'policy_attribute[]',
      is: isModernAttribute,
      says: 'lets a load balancer accept old versions of TLS or weak ciphers',
    },
    {
      types: 'aws_lb_ssl_negotiation_policy',
      at: 'attribute[]',
      is: isModernAttribute,
      says: 'lets a load balancer accept old versions of TLS or weak ciphers',
    },
    {
      types: 'aws_elb',
      at: [undefined, 'policies[].attributes[]'],
      is: isModernAttribute,
      says: 'accepts old versions of TLS or weak ciphers',
    },
    {
      types: 'aws_cloudsearch_domain',
      at: 'endpoint_options.tls_security_policy',
      is: isModernSearch,
      absent: 'wrong',
      says: 'accepts TLS 1.0',
    },
    {
      types: 'aws_db_instance',
      at: ['ca_cert_identifier', 'ca_certificate_identifier'],
      is: (value) => (wordOf(value) === undefined ? undefined : !/^rds-ca-20(?:10|15|19)$/.test(wordOf(value)!)),
      says: 'has a certificate of an authority that has expired',
    },
    {
      types: 'aws_transfer_server',
      at: 'security_policy_name',
      is: (value) => (wordOf(value) === undefined ? undefined : !/-(?:2018-11|2020-06)$/.test(wordOf(value)!)),
      says: 'accepts old algorithms',
    },
  ],
)

function isModernElb(value: Value): boolean | undefined {
  const word = wordOf(value)
  if (word === undefined) return undefined
  return /TLS-?1-?[23]|TLS13|FS-1-2/.test(word) && !/TLS13-1-[01]-/.test(word)
}

function isModernCdn(value: Value): boolean | undefined {
  const word = wordOf(value)
  return word === undefined ? undefined : /^TLSv1\.[23]/.test(word)
}

/** A distribution with its own certificate; with that of CloudFront the version is not to be chosen. */
function hasOwnCertificate(distribution: ResourceNode): boolean {
  const path = [
    'viewer_certificate.cloudfront_default_certificate',
    'distribution_config.viewer_certificate.cloud_front_default_certificate',
  ] as const
  return valuesAt(distribution, path).every(({ value }) => value === undefined || switchOf(value) === false)
}

/** `Protocol-TLSv1 = true`, a cipher that nobody should use, or the name of one of AWS's policies. */
function isModernAttribute(value: Value): boolean | undefined {
  const items = value.kind === 'list' ? value.items : [value]
  const verdicts = items.map((item) => {
    const [name, given] = [wordOf(partOf(item, 'name')), partOf(item, 'value')]
    if (name === 'Reference-Security-Policy') return given && isModernElb(given)
    if (name === undefined) return undefined
    return (
      !/^(?:Protocol-(?:SSLv[23]|TLSv1|TLSv1\.1)|(?:.*-)?(?:RC4|DES|EXP|NULL|ADH|SEED|MD5)(?:-.*)?)$/.test(name) ||
      negated(switchOf(given))
    )
  })
  return verdicts.includes(false) ? false : verdicts.includes(undefined) ? undefined : true
}

const negated = (is: boolean | undefined): boolean | undefined => (is === undefined ? undefined : !is)

function hasNoOldVersion(value: Value): boolean | undefined {
  const { known } = wordsOf(value)
  return known.length === 0 ? undefined : !known.some((version) => /^(?:SSLv3|TLSv1|TLSv1\.1)$/.test(version))
}

function isModernSearch(value: Value): boolean | undefined {
  const word = wordOf(value)
  return word === undefined ? undefined : /TLS-1-2/.test(word)
}

function isSecureListener(listener: ResourceNode): boolean {
  return /^(?:HTTPS|TLS)$/.test(wordOf(valueAt(listener, 'protocol')) ?? '')
}
