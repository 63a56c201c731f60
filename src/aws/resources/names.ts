/**
 * Types whose names do not follow from each other, and those that rules ask for: CloudFormation's name, Terraform's, and
 * Pulumi's module and class where its sound is neither's.
 */
export const NAMES = `
  AWS::AmazonMQ::Broker aws_mq_broker
  AWS::ApiGateway::DomainName aws_api_gateway_domain_name
  AWS::ApiGateway::Method aws_api_gateway_method
  AWS::ApiGateway::Stage aws_api_gateway_stage
  AWS::ApiGatewayV2::DomainName aws_apigatewayv2_domain_name
  AWS::ApiGatewayV2::Route aws_apigatewayv2_route
  AWS::ApiGatewayV2::Stage aws_apigatewayv2_stage
  AWS::AppSync::ApiCache aws_appsync_api_cache
  AWS::AppSync::GraphQLApi aws_appsync_graphql_api
  AWS::Athena::WorkGroup aws_athena_workgroup
  AWS::AutoScaling::AutoScalingGroup aws_autoscaling_group
  AWS::AutoScaling::LaunchConfiguration aws_launch_configuration ec2.LaunchConfiguration
  AWS::Backup::BackupVault aws_backup_vault
  AWS::Batch::JobDefinition aws_batch_job_definition
  AWS::CloudFront::Distribution aws_cloudfront_distribution
  AWS::CloudFront::ResponseHeadersPolicy aws_cloudfront_response_headers_policy
  AWS::CloudTrail::EventDataStore aws_cloudtrail_event_data_store
  AWS::CloudTrail::Trail aws_cloudtrail
  AWS::CloudWatch::Alarm aws_cloudwatch_metric_alarm
  AWS::CodeBuild::Project aws_codebuild_project
  AWS::CodePipeline::Pipeline aws_codepipeline
  AWS::Cognito::IdentityPool aws_cognito_identity_pool
  AWS::Cognito::UserPool aws_cognito_user_pool
  AWS::Config::ConfigurationAggregator aws_config_configuration_aggregator cfg.ConfigurationAggregator
  AWS::Config::ConfigurationRecorder aws_config_configuration_recorder cfg.Recorder
  AWS::DAX::Cluster aws_dax_cluster
  AWS::DMS::Endpoint aws_dms_endpoint
  AWS::DMS::ReplicationInstance aws_dms_replication_instance
  AWS::DocDB::DBCluster aws_docdb_cluster
  AWS::DocDB::DBClusterParameterGroup aws_docdb_cluster_parameter_group
  AWS::DocDB::DBInstance aws_docdb_cluster_instance
  AWS::DynamoDB::GlobalTable aws_dynamodb_global_table
  AWS::DynamoDB::Table aws_dynamodb_table
  AWS::EC2::EIP aws_eip
  AWS::EC2::FlowLog aws_flow_log
  AWS::EC2::Instance aws_instance
  AWS::EC2::LaunchTemplate aws_launch_template
  AWS::EC2::NetworkAcl aws_network_acl
  AWS::EC2::NetworkAclEntry aws_network_acl_rule ec2.NetworkAclRule
  AWS::EC2::SecurityGroup aws_security_group
  AWS::EC2::SecurityGroupEgress aws_vpc_security_group_egress_rule
  AWS::EC2::SecurityGroupIngress aws_vpc_security_group_ingress_rule
  AWS::EC2::Subnet aws_subnet
  AWS::EC2::VPC aws_vpc
  AWS::EC2::VPCEndpointService aws_vpc_endpoint_service ec2.VpcEndpointService
  AWS::EC2::Volume aws_ebs_volume
  AWS::ECR::RegistryScanningConfiguration aws_ecr_registry_scanning_configuration
  AWS::ECR::Repository aws_ecr_repository
  AWS::ECS::Cluster aws_ecs_cluster
  AWS::ECS::Service aws_ecs_service
  AWS::ECS::TaskDefinition aws_ecs_task_definition
  AWS::EFS::FileSystem aws_efs_file_system
  AWS::EKS::Cluster aws_eks_cluster
  AWS::EKS::Nodegroup aws_eks_node_group
  AWS::EMR::Cluster aws_emr_cluster
  AWS::EMR::SecurityConfiguration aws_emr_security_configuration
  AWS::ElastiCache::CacheCluster aws_elasticache_cluster
  AWS::ElastiCache::ReplicationGroup aws_elasticache_replication_group
  AWS::ElasticBeanstalk::Environment aws_elastic_beanstalk_environment
  AWS::ElasticLoadBalancing::LoadBalancer aws_elb elb.LoadBalancer
  AWS::ElasticLoadBalancingV2::Listener aws_lb_listener alb.Listener
  AWS::ElasticLoadBalancingV2::LoadBalancer aws_lb lb.LoadBalancer alb.LoadBalancer
  AWS::Elasticsearch::Domain aws_elasticsearch_domain
  AWS::FSx::FileSystem aws_fsx_file_system
  AWS::GlobalAccelerator::Accelerator aws_globalaccelerator_accelerator
  AWS::Glue::Crawler aws_glue_crawler
  AWS::Glue::DataCatalogEncryptionSettings aws_glue_data_catalog_encryption_settings
  AWS::Glue::DevEndpoint aws_glue_dev_endpoint
  AWS::Glue::Job aws_glue_job
  AWS::Glue::SecurityConfiguration aws_glue_security_configuration
  AWS::GuardDuty::Detector aws_guardduty_detector
  AWS::IAM::AccessKey aws_iam_access_key
  AWS::ImageBuilder::InfrastructureConfiguration aws_imagebuilder_infrastructure_configuration
  AWS::IAM::OIDCProvider aws_iam_openid_connect_provider iam.OpenIdConnectProvider
  AWS::IAM::SAMLProvider aws_iam_saml_provider
  AWS::Kinesis::Stream aws_kinesis_stream
  AWS::KinesisAnalyticsV2::Application aws_kinesisanalyticsv2_application
  AWS::KinesisFirehose::DeliveryStream aws_kinesis_firehose_delivery_stream
  AWS::KinesisVideo::Stream aws_kinesis_video_stream
  AWS::KMS::Key aws_kms_key
  AWS::KMS::ReplicaKey aws_kms_replica_key
  AWS::Lambda::Url aws_lambda_function_url
  AWS::Logs::LogGroup aws_cloudwatch_log_group
  AWS::Logs::MetricFilter aws_cloudwatch_log_metric_filter
  AWS::MSK::Cluster aws_msk_cluster
  AWS::MWAA::Environment aws_mwaa_environment
  AWS::MemoryDB::Cluster aws_memorydb_cluster
  AWS::Neptune::DBCluster aws_neptune_cluster
  AWS::Neptune::DBInstance aws_neptune_cluster_instance
  AWS::NetworkFirewall::Firewall aws_networkfirewall_firewall
  AWS::NetworkFirewall::LoggingConfiguration aws_networkfirewall_logging_configuration
  AWS::OpenSearchService::Domain aws_opensearch_domain
  AWS::QLDB::Ledger aws_qldb_ledger
  AWS::RDS::DBCluster aws_rds_cluster
  AWS::RDS::DBClusterParameterGroup aws_rds_cluster_parameter_group
  AWS::RDS::DBInstance aws_db_instance rds.Instance
  AWS::RDS::DBParameterGroup aws_db_parameter_group rds.ParameterGroup
  AWS::RDS::DBSecurityGroup aws_db_security_group
  AWS::RDS::GlobalCluster aws_rds_global_cluster
  AWS::Redshift::Cluster aws_redshift_cluster
  AWS::Redshift::ClusterParameterGroup aws_redshift_parameter_group
  AWS::Redshift::ClusterSecurityGroup aws_redshift_security_group
  AWS::Redshift::ClusterSecurityGroupIngress aws_redshift_cluster_security_group_ingress
  AWS::RedshiftServerless::Workgroup aws_redshiftserverless_workgroup
  AWS::Route53::HostedZone aws_route53_zone
  AWS::S3::AccessPoint aws_s3_access_point
  AWS::S3::Bucket aws_s3_bucket s3.BucketV2
  AWS::S3::BucketPolicy aws_s3_bucket_policy
  AWS::SNS::Subscription aws_sns_topic_subscription
  AWS::SNS::Topic aws_sns_topic
  AWS::SES::ConfigurationSet aws_ses_configuration_set
  AWS::SQS::Queue aws_sqs_queue
  AWS::SSM::Parameter aws_ssm_parameter
  AWS::SSO::PermissionSet aws_ssoadmin_permission_set
  AWS::SageMaker::Domain aws_sagemaker_domain
  AWS::SageMaker::EndpointConfig aws_sagemaker_endpoint_configuration
  AWS::SageMaker::NotebookInstance aws_sagemaker_notebook_instance
  AWS::SecretsManager::RotationSchedule aws_secretsmanager_rotation_schedule
  AWS::SecretsManager::Secret aws_secretsmanager_secret
  AWS::Serverless::Api aws_api_gateway_stage
  AWS::Serverless::Function aws_lambda_function
  AWS::Serverless::HttpApi aws_apigatewayv2_stage
  AWS::Serverless::SimpleTable aws_dynamodb_table
  AWS::Serverless::StateMachine aws_sfn_state_machine
  AWS::StepFunctions::StateMachine aws_sfn_state_machine
  AWS::Timestream::Database aws_timestreamwrite_database
  AWS::Transfer::Server aws_transfer_server
  AWS::WAF::WebACL aws_waf_web_acl
  AWS::WAFRegional::WebACL aws_wafregional_web_acl
  AWS::WAFv2::LoggingConfiguration aws_wafv2_web_acl_logging_configuration
  AWS::WAFv2::WebACL aws_wafv2_web_acl
  AWS::WAFv2::WebACLAssociation aws_wafv2_web_acl_association
  AWS::WorkSpaces::Workspace aws_workspaces_workspace
`

/**
 * Types that only Terraform and Pulumi have: what CloudFormation says within another resource, and what it cannot make.
 * Pulumi's module and class follow where their sound is another.
 */
export const WITHOUT_CLOUDFORMATION = `
  aws_ami aws_ami_copy aws_ami_launch_permission
  aws_api_gateway_method_settings
  aws_athena_database
  aws_cloudsearch_domain
  aws_config_configuration_recorder_status cfg.RecorderStatus
  aws_db_instance_automated_backups_replication rds.InstanceAutomatedBackupsReplication
  aws_db_snapshot_copy rds.SnapshotCopy
  aws_docdb_global_cluster
  aws_default_network_acl aws_default_security_group aws_default_subnet aws_default_vpc
  aws_ebs_encryption_by_default aws_ebs_snapshot aws_ebs_snapshot_copy
  aws_ec2_instance_metadata_defaults
  aws_efs_backup_policy
  aws_fsx_openzfs_file_system aws_fsx_windows_file_system
  aws_guardduty_organization_configuration
  aws_iam_account_password_policy aws_iam_user_login_profile
  aws_kms_external_key
  aws_load_balancer_policy elb.LoadBalancerPolicy
  aws_lb_ssl_negotiation_policy elb.SslNegotiationPolicy
  aws_rds_cluster_instance
  aws_redshift_logging
  aws_route53_query_log
  aws_s3_account_public_access_block aws_s3_bucket_acl aws_s3_bucket_logging aws_s3_bucket_public_access_block
  aws_s3_bucket_server_side_encryption_configuration aws_s3_bucket_versioning aws_s3_object
  aws_secretsmanager_secret_rotation
  aws_security_group_rule
`
