/**
 * Known ways from a few actions to more power. Facts from pathfinding.cloud (Apache-2.0), Rhino Security Labs' AWS IAM
 * privilege escalation methods (BSD-3-Clause), cloudsplaining (BSD-3-Clause) and PMapper; the words are ours.
 * https://pathfinding.cloud/paths/
 * Those whose id has no number (`imagebuilder`, `sso-assign`) are named by us. Some of them follow from what AWS documents of the
 * actions alone, without a report of anybody who walked them.
 */
export type EscalationClass =
  /** One statement is enough: the holder widens its own grants. */
  | 'self-escalation'
  /** The holder becomes another principal. */
  | 'principal-access'
  /** iam:PassRole, and a service that runs code under the passed role. */
  | 'new-passrole'
  /** No PassRole, but something that exists already and runs under a stronger role. */
  | 'existing-resource'
  /** sts:AssumeRole into a role that trusts the holder. */
  | 'role-chain'

export interface EscalationPath {
  readonly id: string
  /** Completes "the holder can …". */
  readonly name: string
  readonly class: EscalationClass
  readonly severity: 'critical' | 'high' | 'medium' | 'low'
  /** All of these. */
  readonly required: readonly string[]
  /** And, if given, one of these. */
  readonly oneOf?: readonly string[]
  /** The service that gets the role, for iam:PassRole: the role must trust it. */
  readonly service?: string
  /** Something must exist already (in words). */
  readonly existing?: string
  /** What the IAM actions act on. */
  readonly target?: Target
}

export type Target = 'policy' | 'role' | 'user' | 'group' | 'permission-set'

export const ESCALATION_PATHS: readonly EscalationPath[] = [
  ...paths('self-escalation', 'policy', [
    ['iam-001', 'critical', 'iam:CreatePolicyVersion', 'write a new default version of a customer managed policy'],
    ['rhino-002', 'high', 'iam:SetDefaultPolicyVersion', 'roll a policy back to a broader version', 'policy'],
  ]),
  ...paths('self-escalation', 'role', [
    ['iam-005', 'critical', 'iam:PutRolePolicy', 'write an inline policy on a role'],
    ['iam-009', 'critical', 'iam:AttachRolePolicy', 'attach a managed policy to a role'],
  ]),
  ...paths('self-escalation', 'user', [
    ['iam-007', 'critical', 'iam:PutUserPolicy', 'write an inline policy on a user'],
    ['iam-008', 'critical', 'iam:AttachUserPolicy', 'attach a managed policy to a user'],
  ]),
  ...paths('self-escalation', 'group', [
    ['iam-010', 'critical', 'iam:AttachGroupPolicy', 'attach a managed policy to a group'],
    ['iam-011', 'critical', 'iam:PutGroupPolicy', 'write an inline policy on a group'],
    ['iam-013', 'high', 'iam:AddUserToGroup', 'join a group'],
  ]),
  ...paths('self-escalation', 'permission-set', [
    ['sso-put-inline', 'high', 'sso:PutInlinePolicyToPermissionSet', 'write the permissions of a permission set'],
    [
      'sso-attach-managed',
      'high',
      'sso:AttachManagedPolicyToPermissionSet',
      'attach a managed policy to a permission set',
    ],
    [
      'sso-attach-customer',
      'high',
      'sso:AttachCustomerManagedPolicyReferenceToPermissionSet',
      'attach a policy to a permission set',
    ],
  ]),
  ...paths('principal-access', 'permission-set', [
    ['sso-assign', 'high', 'sso:CreateAccountAssignment', 'assign a permission set to itself'],
  ]),
  ...paths('principal-access', 'user', [
    ['iam-002', 'high', 'iam:CreateAccessKey', 'mint an access key for another user'],
    ['iam-003', 'high', 'iam:CreateAccessKey iam:DeleteAccessKey', 'replace an access key of another user'],
    ['iam-004', 'high', 'iam:CreateLoginProfile', 'set a first console password for another user'],
    ['iam-006', 'high', 'iam:UpdateLoginProfile', 'change the console password of another user'],
    [
      'iam-015',
      'high',
      'iam:AttachUserPolicy iam:CreateAccessKey',
      'strengthen another principal with AttachUserPolicy, then become it with CreateAccessKey',
    ],
    [
      'iam-018',
      'high',
      'iam:PutUserPolicy iam:CreateAccessKey',
      'strengthen another principal with PutUserPolicy, then become it with CreateAccessKey',
    ],
  ]),
  ...paths('principal-access', 'role', [
    ['iam-012', 'critical', 'iam:UpdateAssumeRolePolicy', 'rewrite a role trust policy to admit the caller'],
    [
      'iam-014',
      'high',
      'iam:AttachRolePolicy sts:AssumeRole',
      'strengthen another principal with AttachRolePolicy, then become it with AssumeRole',
    ],
    [
      'iam-017',
      'high',
      'iam:PutRolePolicy sts:AssumeRole',
      'strengthen another principal with PutRolePolicy, then become it with AssumeRole',
    ],
    [
      'iam-019',
      'high',
      'iam:AttachRolePolicy iam:UpdateAssumeRolePolicy',
      'strengthen another principal with AttachRolePolicy, then become it with UpdateAssumeRolePolicy',
    ],
    [
      'iam-021',
      'high',
      'iam:PutRolePolicy iam:UpdateAssumeRolePolicy',
      'strengthen another principal with PutRolePolicy, then become it with UpdateAssumeRolePolicy',
    ],
  ]),
  ...paths('principal-access', 'policy', [
    [
      'iam-016',
      'high',
      'iam:CreatePolicyVersion sts:AssumeRole',
      'strengthen another principal with CreatePolicyVersion, then become it with AssumeRole',
    ],
    [
      'iam-020',
      'high',
      'iam:CreatePolicyVersion iam:UpdateAssumeRolePolicy',
      'strengthen another principal with CreatePolicyVersion, then become it with UpdateAssumeRolePolicy',
    ],
  ]),
  ...paths('role-chain', 'role', [['sts-001', 'medium', 'sts:AssumeRole', 'assume a stronger role', 'role']]),
  ...passRole('ec2.amazonaws.com', [
    ['ec2-001', 'high', 'ec2:RunInstances', 'start an instance with a stronger instance profile'],
    ['ec2-003', 'high', 'ec2:RequestSpotInstances', 'request a spot instance with a stronger instance profile'],
    [
      'pmapper-ec2-assoc',
      'high',
      'ec2:AssociateIamInstanceProfile',
      'attach a stronger instance profile to an existing instance',
      'instance',
    ],
    [
      'pmapper-asg',
      'high',
      'autoscaling:CreateAutoScalingGroup autoscaling:CreateLaunchConfiguration|ec2:CreateLaunchTemplate',
      'launch instances through an auto scaling group',
    ],
  ]),
  ...passRole('lambda.amazonaws.com', [
    ['lambda-001', 'high', 'lambda:CreateFunction lambda:InvokeFunction', 'run a new function with a stronger role'],
    [
      'lambda-002',
      'high',
      'lambda:CreateFunction lambda:CreateEventSourceMapping',
      'create a function and trigger it from an event source',
    ],
    [
      'lambda-006',
      'high',
      'lambda:CreateFunction lambda:AddPermission',
      'create a function and open it to invocation by a foreign or own principal',
    ],
  ]),
  ...passRole('glue.amazonaws.com', [
    ['glue-001', 'high', 'glue:CreateDevEndpoint', 'create a Glue development endpoint'],
    [
      'glue-003',
      'high',
      'glue:CreateJob glue:StartJobRun',
      'run Glue code with a stronger role (CreateJob + StartJobRun)',
    ],
    [
      'glue-004',
      'high',
      'glue:CreateJob glue:CreateTrigger',
      'run Glue code with a stronger role (CreateJob + CreateTrigger)',
    ],
    [
      'glue-005',
      'high',
      'glue:UpdateJob glue:StartJobRun',
      'run Glue code with a stronger role (UpdateJob + StartJobRun)',
      'Glue job',
    ],
    [
      'glue-006',
      'high',
      'glue:UpdateJob glue:CreateTrigger',
      'run Glue code with a stronger role (UpdateJob + CreateTrigger)',
      'Glue job',
    ],
    [
      'glue-007',
      'high',
      'glue:CreateSession glue:RunStatement',
      'run Glue code with a stronger role (CreateSession + RunStatement)',
    ],
  ]),
  ...passRole('cloudformation.amazonaws.com', [
    ['cloudformation-001', 'high', 'cloudformation:CreateStack', 'create a stack with a stronger service role'],
    [
      'cloudformation-003',
      'high',
      'cloudformation:CreateStackSet cloudformation:CreateStackInstances',
      'create a stack set with a stronger administration role',
    ],
    ['cloudformation-004', 'high', 'cloudformation:UpdateStackSet', 'update an existing stack set', 'stack set'],
  ]),
  ...passRole('codebuild.amazonaws.com', [
    [
      'codebuild-001',
      'high',
      'codebuild:CreateProject codebuild:StartBuild',
      'create a build project with a stronger service role and run it',
    ],
    [
      'codebuild-004',
      'high',
      'codebuild:CreateProject codebuild:StartBuildBatch',
      'create a build project with a stronger service role and run it',
    ],
    [
      'pmapper-codebuild-update',
      'high',
      'codebuild:UpdateProject codebuild:StartBuild',
      'swap the role of an existing build project and run it',
      'build project',
    ],
  ]),
  ...passRole('datapipeline.amazonaws.com', [
    [
      'datapipeline-001',
      'high',
      'datapipeline:CreatePipeline datapipeline:PutPipelineDefinition datapipeline:ActivatePipeline',
      'run commands from a new data pipeline',
    ],
  ]),
  ...passRole('ecs-tasks.amazonaws.com', [
    [
      'ecs-001',
      'high',
      'ecs:CreateCluster ecs:RegisterTaskDefinition ecs:CreateService',
      'run a container with a stronger task role (CreateCluster + RegisterTaskDefinition + CreateService)',
    ],
    [
      'ecs-002',
      'high',
      'ecs:CreateCluster ecs:RegisterTaskDefinition ecs:RunTask',
      'run a container with a stronger task role (CreateCluster + RegisterTaskDefinition + RunTask)',
    ],
    [
      'ecs-003',
      'high',
      'ecs:RegisterTaskDefinition ecs:CreateService',
      'run a container with a stronger task role (RegisterTaskDefinition + CreateService)',
    ],
    [
      'ecs-004',
      'high',
      'ecs:RegisterTaskDefinition ecs:RunTask',
      'run a container with a stronger task role (RegisterTaskDefinition + RunTask)',
    ],
    [
      'ecs-005',
      'high',
      'ecs:RegisterTaskDefinition ecs:StartTask',
      'run a container with a stronger task role (RegisterTaskDefinition + StartTask)',
    ],
    [
      'ecs-007',
      'high',
      'ecs:StartTask ecs:RegisterContainerInstance',
      'register an own container instance and start an existing task with an overridden task role',
      'task definition',
    ],
    [
      'ecs-008',
      'high',
      'ecs:RunTask',
      'run an existing task definition with overridden command and task role',
      'task definition',
    ],
    [
      'ecs-009',
      'high',
      'ecs:StartTask',
      'start an existing task definition with overridden command and task role',
      'task definition',
    ],
  ]),
  ...passRole('sagemaker.amazonaws.com', [
    [
      'sagemaker-001',
      'high',
      'sagemaker:CreateNotebookInstance',
      'run SageMaker compute with a stronger role (CreateNotebookInstance)',
    ],
    [
      'sagemaker-002',
      'high',
      'sagemaker:CreateTrainingJob',
      'run SageMaker compute with a stronger role (CreateTrainingJob)',
    ],
    [
      'sagemaker-003',
      'high',
      'sagemaker:CreateProcessingJob',
      'run SageMaker compute with a stronger role (CreateProcessingJob)',
    ],
  ]),
  ...passRole('tasks.apprunner.amazonaws.com', [
    ['apprunner-001', 'high', 'apprunner:CreateService', 'create an App Runner service with a stronger instance role'],
  ]),
  ...passRole('bedrock-agentcore.amazonaws.com', [
    [
      'bedrock-001',
      'high',
      'bedrock-agentcore:CreateCodeInterpreter bedrock-agentcore:StartCodeInterpreterSession bedrock-agentcore:InvokeCodeInterpreter',
      'create a code interpreter with a stronger role and run code in it',
    ],
  ]),
  ...passRole('bedrock-agentcore.amazonaws.com', [
    [
      'agentcore-runtime',
      'high',
      'bedrock-agentcore:CreateAgentRuntime bedrock-agentcore:InvokeAgentRuntime|bedrock-agentcore:InvokeAgentRuntimeCommand',
      'create an agent runtime with a stronger role and run code in it',
    ],
    [
      'agentcore-runtime-update',
      'high',
      'bedrock-agentcore:UpdateAgentRuntime bedrock-agentcore:InvokeAgentRuntime|bedrock-agentcore:InvokeAgentRuntimeCommand',
      'give an existing agent runtime a stronger role and own code',
      'agent runtime',
    ],
    [
      'agentcore-harness',
      'high',
      'bedrock-agentcore:CreateHarness bedrock-agentcore:InvokeHarness|bedrock-agentcore:InvokeAgentRuntimeCommand',
      'create an agent harness with a stronger role and run commands in it',
    ],
    [
      'agentcore-browser',
      'high',
      'bedrock-agentcore:CreateBrowser bedrock-agentcore:StartBrowserSession bedrock-agentcore:ConnectBrowserAutomationStream',
      'create a browser with a stronger role and read its credentials from within',
    ],
  ]),
  ...passRole('rolesanywhere.amazonaws.com', [
    [
      'rolesanywhere',
      'high',
      'rolesanywhere:CreateTrustAnchor rolesanywhere:CreateProfile',
      'let certificates of an own authority assume a stronger role',
    ],
  ]),
  ...passRole('states.amazonaws.com', [
    [
      'states-create',
      'high',
      'states:CreateStateMachine states:StartExecution',
      'call AWS from a new state machine with a stronger role',
    ],
    [
      'states-update',
      'high',
      'states:UpdateStateMachine states:StartExecution',
      'give an existing state machine a stronger role and own steps',
      'state machine',
    ],
  ]),
  ...passRole('scheduler.amazonaws.com', [
    ['scheduler-create', 'high', 'scheduler:CreateSchedule', 'call AWS from a schedule with a stronger role'],
  ]),
  ...passRole('ssm.amazonaws.com', [
    [
      'ssm-automation',
      'high',
      'ssm:CreateDocument ssm:StartAutomationExecution',
      'call AWS from an own automation with a stronger role',
    ],
  ]),
  ...passRole('emr-serverless.amazonaws.com', [
    [
      'emr-serverless',
      'high',
      'emr-serverless:CreateApplication emr-serverless:StartJobRun',
      'run a job on EMR Serverless with a stronger role',
    ],
  ]),
  ...passRole('ec2.amazonaws.com', [
    [
      'imagebuilder',
      'high',
      'imagebuilder:CreateComponent imagebuilder:CreateImageRecipe imagebuilder:CreateInfrastructureConfiguration imagebuilder:CreateImage|imagebuilder:CreateImagePipeline',
      'run commands while an image is built with a stronger instance profile',
    ],
    [
      'ec2-replace-profile',
      'high',
      'ec2:ReplaceIamInstanceProfileAssociation',
      'give an existing instance a stronger instance profile',
      'instance',
    ],
    ['emr-cluster', 'high', 'elasticmapreduce:RunJobFlow', 'run steps on a new EMR cluster with a stronger role'],
  ]),
  ...passRole('ecs-tasks.amazonaws.com', [
    ['batch', 'high', 'batch:RegisterJobDefinition batch:SubmitJob', 'run a container as a job with a stronger role'],
    [
      'ecs-update-service',
      'high',
      'ecs:RegisterTaskDefinition ecs:UpdateService',
      'give an existing service a task with a stronger role',
      'service',
    ],
  ]),
  ...passRole('lambda.amazonaws.com', [
    [
      'lambda-swap-role',
      'high',
      'lambda:UpdateFunctionCode lambda:UpdateFunctionConfiguration',
      'give an existing function a stronger role and own code',
      'function',
    ],
  ]),
  ...passRole('pipes.amazonaws.com', [
    ['pipes', 'high', 'pipes:CreatePipe', 'call AWS from a new EventBridge pipe with a stronger role'],
  ]),
  ...passRole('events.amazonaws.com', [
    [
      'events-target',
      'high',
      'events:PutRule events:PutTargets',
      'call AWS as the target of a rule with a stronger role',
    ],
  ]),
  ...passRole('ssm.amazonaws.com', [
    [
      'ssm-maintenance',
      'high',
      'ssm:CreateMaintenanceWindow ssm:RegisterTaskWithMaintenanceWindow',
      'run an automation with a stronger role in a maintenance window',
    ],
  ]),
  ...passRole('codepipeline.amazonaws.com', [
    ['codepipeline', 'high', 'codepipeline:CreatePipeline', 'deploy from a new pipeline with a stronger role'],
  ]),
  ...passRole('airflow.amazonaws.com', [
    ['airflow', 'high', 'airflow:CreateEnvironment', 'run code in a new Airflow environment with a stronger role'],
  ]),
  ...passRole('kinesisanalytics.amazonaws.com', [
    [
      'flink',
      'high',
      'kinesisanalytics:CreateApplication kinesisanalytics:StartApplication',
      'run code in a new Flink application with a stronger role',
    ],
  ]),
  ...passRole('sagemaker.amazonaws.com', [
    [
      'sagemaker-pipeline',
      'high',
      'sagemaker:CreatePipeline sagemaker:StartPipelineExecution',
      'run SageMaker compute with a stronger role (CreatePipeline)',
    ],
    [
      'sagemaker-studio',
      'high',
      'sagemaker:CreateUserProfile sagemaker:CreatePresignedDomainUrl',
      'open SageMaker Studio as a user with a stronger role',
      'domain',
    ],
  ]),
  ...passRole('appsync.amazonaws.com', [
    ['appsync', 'high', 'appsync:CreateDataSource', 'call AWS from a data source with a stronger role', 'API'],
  ]),
  ...passRole('cognito-identity.amazonaws.com', [
    [
      'cognito-roles',
      'high',
      'cognito-identity:SetIdentityPoolRoles',
      'let those who sign in to an identity pool have a stronger role',
      'identity pool',
    ],
  ]),
  ...passRole('pods.eks.amazonaws.com', [
    [
      'eks-pod-identity',
      'high',
      'eks:CreatePodIdentityAssociation',
      'give pods of an existing cluster a stronger role',
      'cluster',
    ],
  ]),
  ...passRole('codestar.amazonaws.com', [
    ['codestar-024', 'low', 'codestar:CreateProject', 'create a CodeStar project with a passed role'],
  ]),
  ...paths('existing-resource', undefined, [
    ['lambda-003', 'high', 'lambda:UpdateFunctionCode', 'replace the code of an existing function', 'function'],
    [
      'lambda-004',
      'high',
      'lambda:UpdateFunctionCode lambda:InvokeFunction',
      'replace the code of an existing function and invoke it',
      'function',
    ],
    [
      'lambda-005',
      'high',
      'lambda:UpdateFunctionCode lambda:AddPermission',
      'replace the code of an existing function and open it to invocation',
      'function',
    ],
    [
      'rhino-026',
      'medium',
      'lambda:UpdateFunctionConfiguration',
      'attach a hostile layer (or change handler, environment) on an existing function',
      'function',
    ],
    ['glue-002', 'medium', 'glue:UpdateDevEndpoint', 'add an own SSH key to a development endpoint', 'dev endpoint'],
    [
      'cloudformation-002',
      'medium',
      'cloudformation:UpdateStack',
      'update a stack that has a stronger service role',
      'stack with a service role',
    ],
    [
      'cloudformation-005',
      'medium',
      'cloudformation:CreateChangeSet cloudformation:ExecuteChangeSet',
      'change a stack through a change set',
      'stack with a service role',
    ],
    ['codebuild-002', 'medium', 'codebuild:StartBuild', 'start a build with an overridden buildspec', 'build project'],
    [
      'codebuild-003',
      'medium',
      'codebuild:StartBuildBatch',
      'start a batch build with an overridden buildspec',
      'build project',
    ],
    [
      'ec2-002',
      'medium',
      'ec2:ModifyInstanceAttribute ec2:StopInstances ec2:StartInstances',
      'replace user data of a stopped instance, then start it',
      'instance',
    ],
    [
      'ec2-004',
      'medium',
      'ec2:CreateLaunchTemplateVersion ec2:ModifyLaunchTemplate',
      'change the default version of a launch template used by an auto scaling group',
      'launch template',
    ],
    [
      'ec2instanceconnect-003',
      'medium',
      'ec2-instance-connect:SendSSHPublicKey|ec2-instance-connect:SendSerialConsoleSSHPublicKey',
      'push an SSH key to an instance and read its role credentials',
      'instance',
    ],
    ['ssm-001', 'medium', 'ssm:StartSession', 'open a shell on an instance and read its role credentials', 'instance'],
    ['ssm-002', 'medium', 'ssm:SendCommand', 'run a command on an instance and read its role credentials', 'instance'],
    [
      'ecs-006',
      'medium',
      'ecs:ExecuteCommand',
      'exec into a running task and read its role credentials',
      'running task with exec enabled',
    ],
    [
      'sagemaker-004',
      'medium',
      'sagemaker:CreatePresignedNotebookInstanceUrl',
      'open an existing notebook',
      'notebook instance',
    ],
    [
      'sagemaker-005',
      'medium',
      'sagemaker:CreateNotebookInstanceLifecycleConfig sagemaker:StopNotebookInstance sagemaker:UpdateNotebookInstance sagemaker:StartNotebookInstance',
      'plant a start-up script in an existing notebook',
      'notebook instance',
    ],
    [
      'apprunner-002',
      'medium',
      'apprunner:UpdateService',
      'change image or start command of an existing service',
      'App Runner service',
    ],
    [
      'bedrock-002',
      'medium',
      'bedrock-agentcore:StartCodeInterpreterSession bedrock-agentcore:InvokeCodeInterpreter',
      'run code in an existing code interpreter',
      'code interpreter',
    ],
    [
      'agentcore-existing-runtime',
      'medium',
      'bedrock-agentcore:InvokeAgentRuntimeCommand',
      'run commands in an existing agent runtime',
      'agent runtime',
    ],
    [
      'agentcore-existing-browser',
      'medium',
      'bedrock-agentcore:StartBrowserSession bedrock-agentcore:ConnectBrowserAutomationStream',
      'drive an existing browser and read its credentials from within',
      'browser',
    ],
    [
      'eks-access-entry',
      'medium',
      'eks:CreateAccessEntry eks:AssociateAccessPolicy',
      'become administrator of an existing cluster',
      'cluster',
    ],
    [
      'eks-access-policy',
      'medium',
      'eks:UpdateAccessEntry eks:AssociateAccessPolicy',
      'become administrator of an existing cluster',
      'cluster',
    ],
    [
      'codebuild-update',
      'medium',
      'codebuild:UpdateProject codebuild:StartBuild',
      'change what an existing build project runs, and start it',
      'build project',
    ],
    [
      'rolesanywhere-anchor',
      'medium',
      'rolesanywhere:UpdateTrustAnchor',
      'let certificates of an own authority use an existing trust anchor',
      'trust anchor',
    ],
    [
      'glue-existing',
      'medium',
      'glue:UpdateJob glue:StartJobRun',
      'change what an existing job runs, and start it',
      'Glue job',
    ],
    [
      'cloud9-member',
      'medium',
      'cloud9:CreateEnvironmentMembership',
      'join an existing environment, whose owner it acts as',
      'Cloud9 environment',
    ],
    [
      'ssm-association',
      'medium',
      'ssm:CreateAssociation',
      'run a document on an instance and read its role credentials',
      'instance',
    ],
    [
      'states-existing',
      'medium',
      'states:UpdateStateMachine states:StartExecution',
      'change the steps of an existing state machine, and start it',
      'state machine',
    ],
    [
      'codestar-023',
      'low',
      'codestar:CreateProjectFromTemplate',
      'create a CodeStar project from a template',
      'built-in template',
    ],
    [
      'codestar-025',
      'low',
      'codestar:CreateProject codestar:AssociateTeamMember',
      'become owner of a new CodeStar project',
      'own project',
    ],
  ]),
]

/** Id, severity, actions (`a|b`: one of them), what it does, what must exist already. */
type Row = readonly [string, EscalationPath['severity'], string, string, string?]

function paths(kind: EscalationClass, target: EscalationPath['target'], rows: readonly Row[]): EscalationPath[] {
  return rows.map(([id, severity, actions, name, existing]) => {
    const words = actions.split(' ')
    const oneOf = words.find((word) => word.includes('|'))?.split('|')
    return {
      id,
      name,
      class: kind,
      severity,
      required: words.filter((word) => !word.includes('|')),
      ...(oneOf && { oneOf }),
      ...(existing && { existing }),
      ...(target && { target }),
    }
  })
}

function passRole(service: string, rows: readonly Row[]): EscalationPath[] {
  return paths('new-passrole', undefined, rows).map((path) => ({
    ...path,
    required: ['iam:PassRole', ...path.required],
    service,
  }))
}
