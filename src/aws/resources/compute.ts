import { type ResourceType, row, withoutPolicy, withResourcePolicy } from './resource-type.ts'

const OPTIONS: ResourceType['pairs'] = [{ at: ['setting', 'OptionSettings'], place: 'ecs-environment' }]

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html */
const MADE_BY_SAM: ResourceType['ownRole'] = {
  instead: 'role',
  trust: 'assume_role_policy_document',
  boundary: 'permissions_boundary',
  policies: 'policies',
}

/** Functions, containers, machines, builds, and what stands before them. */
export const compute: readonly ResourceType[] = [
  row('aws_lambda_function AWS::Lambda::Function', { environment: 'lambda-environment' }),
  row('AWS::Serverless::Function', { policies: [], ownRole: MADE_BY_SAM, environment: 'lambda-environment' }),
  row('AWS::Serverless::StateMachine', { policies: [], ownRole: MADE_BY_SAM }),
  row('aws_lambda_permission AWS::Lambda::Permission', {
    service: 'lambda',
    statement: {
      principal: 'principal',
      action: 'action',
      subject: 'function_name',
      conditions: [
        ['ArnLike', 'aws:SourceArn', 'source_arn'],
        ['StringEquals', 'aws:SourceAccount', 'source_account'],
        ['StringEquals', 'aws:PrincipalOrgID', ['principal_org_id', 'PrincipalOrgID']],
        ['StringEquals', 'lambda:FunctionUrlAuthType', 'function_url_auth_type'],
        ['StringEquals', 'lambda:EventSourceToken', 'event_source_token'],
      ],
    },
  }),
  row('aws_lambda_layer_version_permission AWS::Lambda::LayerVersionPermission', {
    service: 'lambda',
    statement: {
      principal: 'principal',
      action: 'action',
      subject: ['layer_name', 'LayerVersionArn'],
      conditions: [['StringEquals', 'aws:PrincipalOrgID', 'organization_id']],
    },
  }),
  row('aws_signer_signing_profile_permission AWS::Signer::ProfilePermission', {
    service: 'signer',
    statement: { principal: 'principal', action: 'action', subject: 'profile_name' },
  }),

  withResourcePolicy('aws_ecr_registry_policy AWS::ECR::RegistryPolicy', 'ecr', ['policy', 'PolicyText']),
  withResourcePolicy(
    'aws_ecr_repository_creation_template AWS::ECR::RepositoryCreationTemplate',
    'ecr',
    'repository_policy',
  ),
  withResourcePolicy('aws_ecr_repository_policy', 'ecr', 'policy', 'repository'),
  withResourcePolicy('AWS::ECR::Repository', 'ecr', 'repository_policy_text'),
  withResourcePolicy('aws_ecrpublic_repository_policy', 'ecr-public', 'policy', 'repository_name'),
  withResourcePolicy('AWS::ECR::PublicRepository', 'ecr-public', 'repository_policy_text'),
  withoutPolicy('aws_ecr_lifecycle_policy'),
  withoutPolicy('aws_ecrpublic_lifecycle_policy'),
  withoutPolicy('aws_autoscaling_policy'),

  withResourcePolicy('aws_codeartifact_domain_permissions_policy', 'codeartifact', 'policy_document', 'domain'),
  withResourcePolicy('AWS::CodeArtifact::Domain', 'codeartifact', 'permissions_policy_document'),
  withResourcePolicy('aws_codeartifact_repository_permissions_policy', 'codeartifact', 'policy_document', 'repository'),
  withResourcePolicy('AWS::CodeArtifact::Repository', 'codeartifact', 'permissions_policy_document'),
  withResourcePolicy('aws_codebuild_resource_policy', 'codebuild', 'policy', 'resource_arn'),
  withResourcePolicy(
    'aws_sagemaker_model_package_group_policy',
    'sagemaker',
    'resource_policy',
    'model_package_group_name',
  ),
  withResourcePolicy('AWS::SageMaker::ModelPackageGroup', 'sagemaker', 'model_package_group_policy'),
  withoutPolicy('aws_ssmincidents_response_plan'),

  withResourcePolicy('aws_api_gateway_domain_name', 'execute-api', 'policy'),
  withResourcePolicy('aws_api_gateway_rest_api AWS::ApiGateway::RestApi', 'execute-api', 'policy'),
  withResourcePolicy('aws_api_gateway_rest_api_policy', 'execute-api', 'policy', 'rest_api_id'),
  withResourcePolicy('AWS::Serverless::Api', 'execute-api', [undefined, 'Auth.ResourcePolicy.CustomStatements']),
  // An endpoint's policy only limits what passes through it.
  row('aws_vpc_endpoint AWS::EC2::VPCEndpoint ec2.VpcEndpoint', {
    service: 'ec2',
    policies: [{ at: ['policy', 'PolicyDocument'], role: 'boundary' }],
  }),
  row('aws_vpc_endpoint_policy ec2.VpcEndpointPolicy', {
    service: 'ec2',
    policies: [{ at: 'policy', role: 'boundary', subjects: ['vpc_endpoint_id'] }],
  }),
  withResourcePolicy(
    'aws_vpclattice_auth_policy AWS::VpcLattice::AuthPolicy',
    'vpc-lattice',
    'policy',
    'resource_identifier',
  ),
  withResourcePolicy(
    'aws_vpclattice_resource_policy AWS::VpcLattice::ResourcePolicy',
    'vpc-lattice',
    'policy',
    'resource_arn',
  ),
  withResourcePolicy('aws_networkfirewall_resource_policy', 'network-firewall', 'policy', 'resource_arn'),

  row('aws_codebuild_project AWS::CodeBuild::Project', { environment: 'build-environment' }),
  row('aws_amplify_app AWS::Amplify::App', { environment: 'build-environment' }),
  row('aws_amplify_branch AWS::Amplify::Branch', { environment: 'build-environment' }),
  row('aws_codepipeline AWS::CodePipeline::Pipeline', { environment: 'build-environment' }),
  row('aws_elastic_beanstalk_environment AWS::ElasticBeanstalk::Environment', { pairs: OPTIONS }),
  row('aws_elastic_beanstalk_configuration_template AWS::ElasticBeanstalk::ConfigurationTemplate', { pairs: OPTIONS }),
  row('aws_eks_addon AWS::EKS::Addon', { texts: ['configuration_values'] }),
  row('helm_release', {
    pairs: ['set', 'set_sensitive'].map((at) => ({ at, place: 'provider' as const })),
    texts: ['values'],
  }),
]
