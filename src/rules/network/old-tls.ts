import type { ResourceNode } from '../../core/node.ts'
import type { Value } from '../../core/value.ts'
import { valueAt, wordOf, wordsOf } from '../../extract/arguments.ts'
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
      says: 'accepts old versions of TLS',
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

function hasNoOldVersion(value: Value): boolean | undefined {
  const { known } = wordsOf(value)
  return known.length === 0 ? undefined : !known.some((version) => /^(?:SSLv3|TLSv1|TLSv1\.1)$/.test(version))
}

function isModernSearch(value: Value): boolean | undefined {
  const word = wordOf(value)
  return word === undefined ? undefined : /TLS-1-2/.test(word)
}

function isSecureListener(listener: ResourceNode): boolean {
  return /^(?:HTTPS|TLS)$/i.test(wordOf(valueAt(listener, 'protocol')) ?? '')
}
