import { describe, expect, test } from 'vitest'
import { snapshot } from '../support.ts'

const ADMIN = '{Statement: [{Effect: Allow, Action: "*", Resource: "*"}]}'
const EC2 = '{Statement: [{Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: sts:AssumeRole}]}'
const template = (resources: string, more = '') => snapshot({ 't.yaml': `${more}\nResources:\n${resources}` })

describe('principals and their policies', () => {
  test('a role with everything it holds', () => {
    const found = template(`
  Boundary: {Type: AWS::IAM::ManagedPolicy, Properties: {PolicyDocument: ${ADMIN}}}
  Managed: {Type: AWS::IAM::ManagedPolicy, Properties: {PolicyDocument: ${ADMIN}}}
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: deploy
      AssumeRolePolicyDocument: ${EC2}
      PermissionsBoundary: !Ref Boundary
      ManagedPolicyArns:
        - !Ref Managed
        - !Sub "arn:\${AWS::Partition}:iam::aws:policy/AdministratorAccess"
        - !If [C, arn:a, arn:b]
      Policies:
        - {PolicyName: inline, PolicyDocument: ${ADMIN}}
`)
    expect(found.policies()).toEqual([
      'boundary managed-policy Boundary, role Role: Allow * *',
      'identity managed-policy Managed, role Role: Allow * *',
      'trust role Role: Allow sts:AssumeRole Service=ec2.amazonaws.com',
      'identity role Role: Allow * *',
    ])
    expect(found.attachments().map((line) => line.replaceAll('\uE000', '?'))).toEqual([
      'arn:?:iam::?:policy/? -> role Role',
      'arn:?:iam::aws:policy/AdministratorAccess -> role Role',
      'arn:a -> role Role',
      'arn:b -> role Role',
      'arn:?:iam::?:policy/? -> role Role (boundary)',
    ])
    expect(found.all('attachment').map(({ policyAnchor }) => policyAnchor)).toEqual([
      'Managed',
      undefined,
      undefined,
      undefined,
      'Boundary',
    ])
    expect(found.all('identity')[0]).toMatchObject({
      hasBoundary: true,
      holder: { kind: 'role', address: 'Role', name: 'deploy' },
    })
    expect(found.all('policy').map(({ anchor }) => anchor)).toEqual([
      'Boundary',
      'Managed',
      'Role.AssumeRolePolicyDocument',
      'Role.inline',
    ])
    for (const policy of found.all('policy')) {
      for (const action of policy.document.statements.flatMap(({ actions }) => actions))
        expect(found.at(action.span)).toBe(action.value)
    }
  })

  test('policies that name their principals, by reference and by name', () => {
    const found = template(`
  Role: {Type: AWS::IAM::Role, Properties: {RoleName: named}}
  Group: {Type: AWS::IAM::Group}
  User: {Type: AWS::IAM::User, Properties: {Groups: [!Ref Group]}}
  Added: {Type: AWS::IAM::UserToGroupAddition, Properties: {GroupName: admins, Users: [!Ref User]}}
  One: {Type: AWS::IAM::Policy, Properties: {PolicyName: p, PolicyDocument: ${ADMIN}, Roles: [!Ref Role, elsewhere], Groups: [!Ref Group]}}
  Two: {Type: AWS::IAM::ManagedPolicy, Properties: {PolicyDocument: ${ADMIN}, Roles: [named]}}
  Three: {Type: AWS::IAM::UserPolicy, Properties: {PolicyName: p, PolicyDocument: ${ADMIN}, UserName: !Ref User}}
`)
    expect(found.policies()).toEqual([
      'identity role Role, role elsewhere, group Group: Allow * *',
      'identity managed-policy Two, role Role: Allow * *',
      'identity user User: Allow * *',
    ])
    expect(found.all('identity').find(({ holder }) => holder.address === 'User')!.groups).toEqual(['Group', 'admins'])
    expect(found.all('attachment')).toMatchObject([{ policyAnchor: 'Two', holder: { address: 'Role' } }])
  })

  test('a default that decides what a policy grants is told as a related place', () => {
    const source = `Parameters:\n  Scope: {Type: String, Default: "*"}\nResources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument: {Statement: [{Effect: Allow, Action: "s3:*", Resource: !Ref Scope}]}\n`
    const found = snapshot({ 't.yaml': source })
    expect(found.policies()).toEqual(['identity managed-policy P: Allow s3:* *'])
    const [policy] = found.all('policy')
    const [scope] = policy!.document.statements[0]!.resources
    expect([scope!.span, scope!.origin!].map(found.at)).toEqual(['Scope', '*'])
    expect(policy!.related).toMatchObject([{ message: 'default of parameter Scope' }])
  })

  test('a permission set and a service control policy', () => {
    const found = template(`
  Set: {Type: AWS::SSO::PermissionSet, Properties: {Name: ops, InlinePolicy: ${ADMIN}, ManagedPolicies: [arn:m]}}
  Scp: {Type: AWS::Organizations::Policy, Properties: {Type: SERVICE_CONTROL_POLICY, Content: ${ADMIN}}}
`)
    expect(found.policies()).toEqual(['identity permission-set Set: Allow * *', 'scp resource Scp: Allow * *'])
    expect(found.attachments()).toEqual(['arn:m -> permission-set Set'])
  })
})

describe('resource policies', () => {
  const OPEN = '{Statement: [{Effect: Allow, Principal: "*", Action: "x:Y", Resource: "*"}]}'
  test('by type, with the service and the resource they are about', () => {
    const found = template(`
  B: {Type: AWS::S3::Bucket}
  BP: {Type: AWS::S3::BucketPolicy, Properties: {Bucket: !Ref B, PolicyDocument: ${OPEN}}}
  K: {Type: AWS::KMS::Key, Properties: {KeyPolicy: ${OPEN}}}
  Q: {Type: AWS::SQS::QueuePolicy, Properties: {Queues: [q], PolicyDocument: ${OPEN}}}
  D: {Type: AWS::OpenSearchService::Domain, Properties: {AccessPolicies: ${OPEN}}}
  L: {Type: AWS::Logs::ResourcePolicy, Properties: {PolicyName: l, PolicyDocument: !Sub '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"x:Y","Resource":"arn:\${AWS::Partition}:logs"}]}'}}
  V: {Type: AWS::EC2::VPCEndpoint, Properties: {PolicyDocument: ${OPEN}}}
  T: {Type: AWS::DynamoDB::Table, Properties: {ResourcePolicy: {PolicyDocument: ${OPEN}}}}
  G: {Type: AWS::DynamoDB::GlobalTable, Properties: {Replicas: [{ResourcePolicy: {PolicyDocument: ${OPEN}}}]}}
  New: {Type: AWS::Future::Thing, Properties: {Deep: [{Doc: ${OPEN}}]}}
  E: {Type: AWS::Events::EventBusPolicy, Properties: {Action: events:PutEvents, Principal: "*", StatementId: s}}
`)
    expect(found.policies()).toEqual([
      'resource resource B: Allow x:Y * *=*',
      'resource resource K: Allow x:Y * *=*',
      'resource resource Q: Allow x:Y * *=*',
      'resource resource D: Allow x:Y * *=*',
      'resource resource L: Allow x:Y arn:?:logs *=*',
      'boundary resource V: Allow x:Y * *=*',
      'resource resource T: Allow x:Y * *=*',
      'resource resource G: Allow x:Y * *=*',
      'resource: Allow x:Y * *=*',
      'resource resource E: Allow events:PutEvents * *=*',
    ])
    expect(found.all('policy').flatMap(({ holders }) => holders.map(({ service }) => service))).toEqual([
      's3',
      'kms',
      'sqs',
      'es',
      'logs',
      'ec2',
      'dynamodb',
      'dynamodb',
      'events',
    ])
  })

  test('a Lambda permission is a statement', () => {
    const found = template(`
  F: {Type: AWS::Lambda::Function}
  P: {Type: AWS::Lambda::Permission, Properties: {FunctionName: !Ref F, Action: lambda:InvokeFunction, Principal: s3.amazonaws.com, SourceAccount: "111122223333"}}
  A: {Type: AWS::Lambda::Permission, Properties: {FunctionName: f, Action: lambda:InvokeFunction, Principal: "*", FunctionUrlAuthType: NONE}}
`)
    expect(found.policies()).toEqual([
      'resource resource F: Allow lambda:InvokeFunction arn:?:lambda:?:?:? Service=s3.amazonaws.com StringEquals aws:SourceAccount 111122223333',
      'resource resource A: Allow lambda:InvokeFunction f *=* StringEquals lambda:FunctionUrlAuthType NONE',
    ])
  })
})

describe('scripts', () => {
  test('user-data through Base64, Sub and Join; a parameter with NoEcho is told', () => {
    const source = `Parameters:
  Secret: {Type: String, NoEcho: true}
Resources:
  I:
    Type: AWS::EC2::Instance
    Properties:
      UserData:
        Fn::Base64: !Sub |
          #!/bin/bash
          export DB_PASSWORD=literal TOKEN=\${Secret}
  L:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        UserData: !Base64
          Fn::Join: ["", ["#!/bin/sh\\n", "export K=", !Ref Secret, "\\n"]]
  E:
    Type: AWS::AutoScaling::LaunchConfiguration
    Properties:
      UserData: ${Buffer.from('#!/bin/sh\nexport B=encoded').toString('base64')}
`
    const found = snapshot({ 't.yaml': source })
    expect(found.scripts('user-data')).toEqual([
      'shell: #!/bin/bash\nexport DB_PASSWORD=literal TOKEN=?\n',
      'shell: #!/bin/sh\nexport K=?\n',
      'shell: #!/bin/sh\nexport B=encoded',
    ])
    const [script] = found.all('script')
    expect(script!.sensitive.map(({ reference, span }) => [reference, found.at(span)])).toEqual([
      ['Ref Secret', '${Secret}'],
    ])
    expect(script!.related).toMatchObject([{ message: 'UserData of I' }])
  })

  test('what cfn-init runs and writes', () => {
    const found = template(`
  I:
    Type: AWS::EC2::Instance
    Metadata:
      AWS::CloudFormation::Init:
        config:
          commands:
            01_a: {command: "setup --password p", env: {DB_PASSWORD: q}}
          files:
            /etc/ssh/sshd_config: {content: "PermitRootLogin yes"}
            /opt/x.sh: {content: !Join ["", ["#!/bin/sh\\n", "export R=s"]]}
            /etc/app.json: {content: {password: t}}
`)
    expect(found.scripts()).toEqual([
      'shell: setup --password p',
      'sshd-config: PermitRootLogin yes',
      'shell: #!/bin/sh\nexport R=s',
    ])
    expect(found.settings()).toEqual(['user-data I DB_PASSWORD=q', 'user-data I password=t'])
  })
})

describe('settings', () => {
  test('environments, parameters, defaults and password-like properties', () => {
    const found = template(
      `
  F: {Type: AWS::Lambda::Function, Properties: {Environment: {Variables: {A: b, R: !Ref Plain}}}}
  T: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [{Environment: [{Name: C, Value: d}], Secrets: [{Name: N, ValueFrom: x}]}]}}
  C: {Type: AWS::CodeBuild::Project, Properties: {Environment: {EnvironmentVariables: [{Name: E, Value: f}, {Name: S, Type: SECRETS_MANAGER, Value: x}]}}}
  P: {Type: AWS::SSM::Parameter, Properties: {Name: /n, Type: String, Value: v}}
  D: {Type: AWS::RDS::DBInstance, Properties: {MasterUserPassword: literal, MasterUserSecretArn: x, DBName: y}}
  U: {Type: AWS::IAM::User, Properties: {LoginProfile: {Password: once, PasswordResetRequired: true}}}
`,
      'Parameters:\n  Plain: {Type: String, Default: given}\n  Hidden: {Type: String, NoEcho: true, Default: secret}\n  None: {Type: String}',
    )
    expect(found.settings()).toEqual([
      'lambda-environment F A=b',
      'lambda-environment F R=given',
      'ecs-environment T C=d',
      'build-environment C E=f',
      'ssm-parameter P /n=v',
      'provider D MasterUserPassword=literal',
      'provider U Password=once',
      'variable-default Plain Plain=given',
      'variable-default Hidden Hidden=secret',
    ])
    const borrowed = found.all('setting').find(({ name }) => name.value === 'R')!
    expect(found.at(borrowed.value.span)).toBe('given')
    expect(borrowed.related.map(({ span }) => found.at(span))).toEqual(['Plain'])
  })
})

describe('SAM', () => {
  test('a function has a role with policies of every form', () => {
    const found = template(
      `
  F:
    Type: AWS::Serverless::Function
    Properties:
      Environment: {Variables: {A: b}}
      Policies:
        - AdministratorAccess
        - !Sub "arn:\${AWS::Partition}:iam::aws:policy/ReadOnlyAccess"
        - ${ADMIN}
        - Statement: {Effect: Allow, Action: "s3:*", Resource: "*"}
        - S3WritePolicy: {BucketName: '*'}
        - KMSDecryptPolicy: {KeyId: !Ref Key}
        - AthenaQueryPolicy: {WorkGroupName: x}
  Own: {Type: AWS::Serverless::Function, Properties: {Role: arn:r, Policies: [AdministratorAccess]}}
`,
      'Transform: AWS::Serverless-2016-10-31\nGlobals: {Function: {PermissionsBoundary: arn:b, Environment: {Variables: {G: h}}}}',
    )
    expect(found.policies()).toEqual([
      'identity role FRole: Allow * *',
      'identity role FRole: Allow s3:* *',
      'identity role FRole: Allow s3:PutObject,s3:PutObjectAcl,s3:PutLifecycleConfiguration arn:?:s3:::*,arn:?:s3:::*/*',
      'identity role FRole: Allow kms:Decrypt arn:?:kms:?:?:key/?',
      'identity role FRole incomplete:',
    ])
    expect(found.attachments().map((line) => line.replaceAll('\uE000', '?'))).toEqual([
      'arn:b -> role FRole (boundary)',
      'AdministratorAccess -> role FRole',
      'arn:?:iam::aws:policy/ReadOnlyAccess -> role FRole',
    ])
    expect(found.all('identity').map(({ holder, hasBoundary }) => [holder.address, hasBoundary])).toEqual([
      ['FRole', true],
    ])
    expect(found.settings()).toEqual(['lambda-environment F A=b', 'lambda-environment Globals.Function G=h'])
  })
})

describe('Serverless Framework', () => {
  test('roles, environments, variables and resources', () => {
    const found = snapshot({
      'api/serverless.yml': `service: x
custom:
  stage: \${opt:stage, 'dev'}
  key: literal
provider:
  name: aws
  environment: {K: "\${self:custom.key}", U: "\${env:U}", S: "a-\${self:custom.stage}"}
  iam:
    role:
      managedPolicies: [arn:m]
      statements:
        - Effect: Allow
          Action: dynamodb:*
          Resource: !Sub "arn:aws:dynamodb:\${AWS::Region}:*:table/\${self:custom.stage}"
        - \${file(iam.yml):extra}
functions:
  f:
    environment: {F: g}
    iamRoleStatements: [{Effect: Allow, Action: "ses:*", Resource: "*"}]
resources:
  - Resources:
      P: {Type: AWS::IAM::ManagedPolicy, Properties: {PolicyDocument: ${ADMIN}}}
`,
      'api/iam.yml': 'extra:\n  Effect: Allow\n  Action: s3:*\n  Resource: "*"\n',
    })
    expect(found.policies()).toEqual([
      'identity managed-policy P: Allow * *',
      'identity role IamRoleLambdaExecution: Allow dynamodb:* arn:aws:dynamodb:?:*:table/dev',
      'identity role IamRoleLambdaExecution: Allow s3:* *',
      'identity role functions.f.role: Allow ses:* *',
    ])
    expect(found.attachments()).toEqual(['arn:m -> role IamRoleLambdaExecution'])
    expect(found.settings()).toEqual([
      'lambda-environment provider K=literal',
      'lambda-environment provider U=?',
      'lambda-environment provider S=a-dev',
      'lambda-environment functions.f F=g',
    ])
    expect(found.reads).toEqual(['api/iam.yml'])
    expect(found.units.map(({ unit }) => unit)).toEqual(['api/serverless.yml'])
    const taken = found
      .all('policy')
      .flatMap(({ document }) => document.statements)
      .find(({ span }) => span.uri === 'api/iam.yml')
    expect(found.at(taken!.actions[0]!.span)).toBe('s3:*')
  })
})
