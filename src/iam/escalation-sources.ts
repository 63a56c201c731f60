/**
 * Who wrote of a path first, and when, as pathfinding.cloud of December 2025 says; those of HackTricks Cloud and of PMapper
 * carry no year there. The paths of "AWS" are in no such list and have no report behind them here: they follow from what
 * the actions of the catalogue do. Whoever knows a report should name it here.
 */
const SOURCES: Readonly<Record<string, string>> = {
  'Rhino Security Labs, 2018':
    'sts-001 ec2-001 lambda-001 lambda-002 lambda-003 glue-001 glue-002 cloudformation-001 datapipeline-001',
  'Rhino Security Labs, 2019':
    'iam-001 iam-002 iam-004 iam-005 iam-006 iam-007 iam-008 iam-009 iam-010 iam-011 iam-012 iam-013 iam-014 iam-015 iam-016 iam-017 iam-018 iam-019 iam-020 iam-021 rhino-002 rhino-026 sagemaker-001 sagemaker-004 codestar-023 codestar-024 codestar-025',
  'Rhino Security Labs, 2020': 'ecs-004',
  'Daniel Grzelak, 2016': 'ec2-002',
  'NCC Group, 2019':
    'codebuild-001 codebuild-002 codebuild-003 codebuild-004 cloudformation-002 cloudformation-005 ssm-001 ssm-002',
  'NCC Group, 2022': 'sagemaker-002 sagemaker-003',
  'NCC Group (PMapper)': 'pmapper-ec2-assoc pmapper-asg pmapper-codebuild-update',
  'Appsecco, 2021': 'apprunner-001',
  'Bishop Fox, 2021': 'ec2instanceconnect-003',
  'HackTricks Cloud': 'ec2-003 ec2-004 glue-003 glue-004 glue-005 glue-006 cloudformation-004 ecs-003 ecs-005',
  'Datadog, 2024': 'iam-003',
  'Datadog, 2025':
    'lambda-004 lambda-005 lambda-006 cloudformation-003 ecs-001 ecs-002 ecs-006 ecs-007 ecs-008 ecs-009 glue-007 apprunner-002',
  'Plerion, 2025': 'sagemaker-005',
  'Sonrai Security, 2025': 'bedrock-001 bedrock-002',
  'AWS, 2026':
    'agentcore-runtime agentcore-runtime-update agentcore-harness agentcore-browser agentcore-existing-runtime agentcore-existing-browser rolesanywhere eks-access-entry eks-access-policy codebuild-update states-create states-update states-existing scheduler-create ssm-automation emr-serverless sso-put-inline sso-attach-managed sso-attach-customer sso-assign imagebuilder ec2-replace-profile emr-cluster batch ecs-update-service lambda-swap-role pipes events-target ssm-maintenance codepipeline airflow flink sagemaker-pipeline sagemaker-studio appsync cognito-roles eks-pod-identity rolesanywhere-anchor glue-existing cloud9-member ssm-association',
}

/** `Rhino Security Labs, 2018`. */
export function sourceOf(id: string): string {
  return Object.keys(SOURCES).find((source) => SOURCES[source]!.split(' ').includes(id)) ?? ''
}
