import { type ResourceType, row } from './resource-type.ts'

/**
 * Types of which all that we know is where their secrets stand: arguments that are documented as secrets (`Sensitive` in
 * the provider's documentation) under a name that does not say so. Those whose names do need no row.
 */
export const secrets: readonly ResourceType[] = [
  row('aws_api_gateway_api_key AWS::ApiGateway::ApiKey', { secrets: ['value'] }),
  row('aws_vpn_connection AWS::EC2::VPNConnection', {
    secrets: [
      ['tunnel1_preshared_key', 'VpnTunnelOptionsSpecifications.PreSharedKey'],
      ['tunnel2_preshared_key', undefined],
    ],
  }),
  row('aws_cloudfront_distribution AWS::CloudFront::Distribution', {
    pairs: [{ at: ['origin.custom_header', 'DistributionConfig.Origins.OriginCustomHeaders'], place: 'provider' }],
  }),
  row('aws_cloudwatch_event_connection AWS::Events::Connection', {
    secrets: [
      ['auth_parameters.api_key.value', 'AuthParameters.ApiKeyAuthParameters.ApiKeyValue'],
      ['auth_parameters.basic.password', 'AuthParameters.BasicAuthParameters.Password'],
    ],
    pairs: ['header', 'query_string', 'body'].map((kind) => ({
      at: `auth_parameters.invocation_http_parameters.${kind}`,
      place: 'provider' as const,
    })),
  }),
  row('aws_kinesis_firehose_delivery_stream AWS::KinesisFirehose::DeliveryStream', {
    pairs: [
      {
        at: [
          'http_endpoint_configuration.request_configuration.common_attributes',
          'HttpEndpointDestinationConfiguration.RequestConfiguration.CommonAttributes',
        ],
        place: 'provider',
      },
    ],
  }),
  row('aws_dx_macsec_key_association', { secrets: ['cak'] }),
  row('aws_kms_external_key', {
    service: 'kms',
    policies: [{ at: 'policy', role: 'resource' }],
    secrets: ['key_material_base64'],
  }),
  row('aws_kms_ciphertext', { secrets: ['plaintext'] }),
  row('aws_pinpoint_apns_channel AWS::Pinpoint::APNSChannel', { secrets: ['token_key'] }),
  row('aws_pinpoint_apns_sandbox_channel AWS::Pinpoint::APNSSandboxChannel', { secrets: ['token_key'] }),
  row('aws_pinpoint_apns_voip_channel AWS::Pinpoint::APNSVoipChannel', { secrets: ['token_key'] }),
  row('aws_pinpoint_apns_voip_sandbox_channel AWS::Pinpoint::APNSVoipSandboxChannel', { secrets: ['token_key'] }),
  row('aws_pinpoint_gcm_channel AWS::Pinpoint::GCMChannel', { secrets: ['service_json'] }),
  row('aws_sns_platform_application', { secrets: ['platform_principal', 'platform_credential'] }),
  row('aws_opsworks_application AWS::OpsWorks::App', {
    secrets: ['app_source.ssh_key'],
    pairs: [{ at: 'environment', place: 'provider' }],
  }),
  row('aws_opsworks_stack AWS::OpsWorks::Stack', { secrets: ['custom_cookbooks_source.ssh_key'] }),
  row('aws_transfer_server AWS::Transfer::Server', { secrets: [['host_key', undefined]] }),
  row('aws_s3_object_copy', { secrets: ['customer_key', 'source_customer_key'] }),
  row('aws_dms_certificate AWS::DMS::Certificate', { secrets: ['certificate_wallet'] }),
  row('aws_datasync_location_hdfs AWS::DataSync::LocationHDFS', {
    secrets: ['kerberos_keytab', ['kerberos_keytab_base64', undefined]],
  }),
  // https://docs.aws.amazon.com/appflow/1.0/APIReference/API_ConnectorProfileCredentials.html
  row('aws_appflow_connector_profile AWS::AppFlow::ConnectorProfile', {
    secrets: [
      [
        'connector_profile_config.connector_profile_credentials.infor_nexus.datakey',
        'ConnectorProfileConfig.ConnectorProfileCredentials.InforNexus.Datakey',
      ],
    ],
  }),
  row('aws_servicecatalog_provisioned_product AWS::ServiceCatalog::CloudFormationProvisionedProduct', {
    pairs: [{ at: 'provisioning_parameters', place: 'provider' }],
  }),
]
