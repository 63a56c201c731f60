/** One small file of every format that is read, with something of everything in it. */
const POLICY =
  '{"Version": "2012-10-17", "Statement": [{"Sid": "a", "Effect": "Allow", "Action": ["s3:*", "iam:PassRole"], "Resource": "*", "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}]}'
const TRUST =
  '{"Statement": [{"Effect": "Allow", "Principal": {"AWS": "*", "Service": ["ec2.amazonaws.com"]}, "Action": "sts:AssumeRole"}]}'

export const FORMATS: readonly { path: string; text: string }[] = [
  { path: 'policy.json', text: `${POLICY}\n` },
  {
    path: 'template.yaml',
    text: `AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Globals: {Function: {Environment: {Variables: {A: b}}}}
Parameters:
  Stage: {Type: String, Default: prod}
  Secret: {Type: String, NoEcho: true}
Mappings: {M: {prod: {k: v}}}
Resources:
  Base: &base
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Sub "\${Stage}-role"
      AssumeRolePolicyDocument: ${TRUST}
      ManagedPolicyArns: [!Ref Managed, !If [C, arn:a, !Ref AWS::NoValue]]
      Policies:
        - PolicyName: p
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: !Split [",", "a:b,c:d"]
                Resource: !Join ["", [!GetAtt Bucket.Arn, "/*"]]
  Copy: {<<: *base}
  Managed: {Type: AWS::IAM::ManagedPolicy, Properties: {Roles: [!Ref Base], PolicyDocument: ${POLICY}}}
  Bucket: {Type: AWS::S3::Bucket}
  Function: {Type: AWS::Serverless::Function, Properties: {Policies: [AdministratorAccess, S3ReadPolicy: {BucketName: x}]}}
  Permission: {Type: AWS::Lambda::Permission, Properties: {Action: lambda:InvokeFunction, Principal: "*", FunctionName: f}}
  Instance:
    Type: AWS::EC2::Instance
    Metadata: {AWS::CloudFormation::Init: {config: {commands: {a: {command: x}}, files: {/a.sh: {content: "#!/bin/sh"}}}}}
    Properties:
      UserData:
        Fn::Base64: !Sub |
          #!/bin/bash
          export A=\${Secret} B=\${!Literal} C=\${Stage}
          aws iam attach-role-policy --role-name r --policy-arn arn:x
`,
  },
  {
    path: 'template.template',
    text: `{"Resources": {"R": {"Type": "AWS::KMS::Key", "Properties": {"KeyPolicy": ${TRUST}, "X": {"Fn::FindInMap": ["a", "b", {"Ref": "c"}]}}}}}`,
  },
  {
    path: 'serverless.yml',
    text: `service: x
custom: {stage: "\${opt:stage, 'dev'}", all: "\${self:custom}"}
provider:
  name: aws
  environment: {A: "\${self:custom.stage}-\${env:B}", C: "\${file(./c.yml):d}"}
  iam: {role: {statements: [{Effect: Allow, Action: "s3:*", Resource: "*"}], managedPolicies: [arn:a]}}
functions: {f: {handler: h, environment: {D: e}}}
resources: [{Resources: {P: {Type: AWS::IAM::ManagedPolicy, Properties: {PolicyDocument: ${POLICY}}}}}]
`,
  },
  {
    path: 'account.json',
    text: `{"RoleDetailList": [{"RoleName": "r", "AssumeRolePolicyDocument": "${encodeURIComponent(TRUST)}", "AttachedManagedPolicies": [{"PolicyArn": "arn:a"}]}]}`,
  },
  {
    path: 'k8s.yaml',
    text: `kind: A\nspec: {x: 1}\n---\nkind: B\nmetadata: {name: b}\nspec:\n  document: |\n    ${POLICY}\n  other: >-\n    folded\n    text\n`,
  },
  {
    path: 'deploy.sh',
    text: `#!/bin/bash
NAME=ci; export TOKEN="a$NAME" OTHER='b'
P=$(cat <<EOF
${POLICY}
EOF
)
aws iam put-role-policy --role-name "$NAME" --policy-name p --policy-document "$P"
cat > t.json <<-'EOF'
	${TRUST}
	EOF
aws iam create-role --role-name r --assume-role-policy-document file://t.json | jq .
if [ -n "$X" ]; then aws ec2 run-instances --user-data "#!/bin/sh
export A=1"; fi
for i in {1..3}; do echo \${i:-x} $((i + 1)) \`date\` & done
spawn launch --iam-policy s3:FullAccess --user-data "export K=v"
aws lambda update-function-configuration --function-name f --environment "Variables={A=b,C='d'}"
bash -c "eval 'aws s3 ls'"
`,
  },
  {
    path: 'Makefile',
    text: `B := x\ndeploy: a\n\t@aws s3api put-bucket-policy --bucket $(B) --policy '${TRUST}'\n\tfor f in $$(ls); do \\\n\t echo $$f; \\\n\tdone\n`,
  },
  {
    path: 'Dockerfile',
    text: 'FROM x\nARG A=b\nENV C=d E="f g" \\\n  # note\n  H=i\nENV J k\nRUN --mount=type=cache a && \\\n  b\nRUN <<EOF\nc\nEOF\nCOPY <<F /x\ny\nF\nCMD ["sh", "-c", "z"]\n',
  },
  {
    path: '.github/workflows/ci.yml',
    text: 'on: push\nenv: {A: b}\njobs:\n  a:\n    env: {C: "${{ secrets.D }}"}\n    steps:\n      - name: n\n        env: {E: f}\n        run: |\n          export G=${{ h }}\n          aws iam attach-user-policy --user-name u --policy-arn arn:a\n',
  },
  {
    path: '.gitlab-ci.yml',
    text: 'variables: {A: b, C: {value: d}}\njob:\n  script:\n    - export E=f\n    - [g, h]\n',
  },
  { path: 'docker-compose.yml', text: 'services:\n  a:\n    environment: [A=b, C]\n' },
  { path: 'justfile', text: "b := 'x'\ndeploy a='c':\n    @aws s3 ls s3://{{b}}\n\n    echo {{a}} {{\n" },
  { path: 'package.json', text: '{"name": "a", "scripts": {"deploy": "aws s3 ls", "b": ["aws iam x", "c"]}}' },
  {
    path: 'setup.ps1',
    text: `$p = @"\n${TRUST}\n"@\nNew-IAMRole -RoleName "a$b" -AssumeRolePolicyDocument $p; f (g \`\n h) # i\n`,
  },
  {
    path: 'Jenkinsfile',
    text: "pipeline { environment { A = 'b'\n C = \"d${e}\" }\n steps { sh '''f\n'''\n sh \"g \\$h ${i}\" } }\n",
  },
  {
    path: 'README.md',
    text: `# a\n\`\`\`bash\n$ aws iam put-user-policy --user-name u --policy-name p --policy-document '${POLICY}'\n\`\`\`\n1. b\n   ~~~json\n   ${POLICY}\n   ~~~\n\`\`\`hcl\nresource "aws_iam_policy" "p" {\n  policy = jsonencode({ Statement = [] })\n}\n\`\`\`\n`,
  },
  {
    path: 'user-data.yaml',
    text: `#cloud-config\nruncmd:\n  - a\n  - [sh, -c, b]\nwrite_files:\n  - {path: /etc/ssh/sshd_config, content: c}\n  - {path: /d, encoding: b64, content: ${Buffer.from('#!/bin/sh\nexport E=f').toString('base64')}}\n`,
  },
  {
    path: 'stack.ts',
    text: `import * as iam from 'aws-cdk-lib/aws-iam'
const NAME = 'a', OTHER = \`b\${NAME}\`
const role = new iam.Role(this, 'R', { assumedBy: new iam.AnyPrincipal().withConditions({ Bool: { a: 'b' } }), inlinePolicies: { p: new iam.PolicyDocument({ statements: [new iam.PolicyStatement({ actions: ['s3:*', ...more], resources: [bucket.bucketArn] })] }) } })
role.addToPolicy(new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: [OTHER + '*'], resources: ['*'] }))
ud.addCommands('x', ["y", 'z'].join('\\n'))
new lambda.Function(this, 'F', { environment: { A: NAME } })
`,
  },
  {
    path: 'index.ts',
    text: `import * as aws from '@pulumi/aws'
const doc = aws.iam.getPolicyDocument({ statements: [{ actions: ['a:*'], principals: [{ type: 'AWS', identifiers: ['*'] }] }] })
const r = new aws.iam.Role('r', { assumeRolePolicy: doc.then(d => d.json) })
new aws.iam.RolePolicy('p', { role: r.id, policy: JSON.stringify(${POLICY}) })
new aws.ec2.Instance('i', { userData: \`#!/bin/bash
export A=\${x}\` })
`,
  },
  {
    path: 'stack.py',
    text: `from aws_cdk import aws_iam as iam
NAME = "a"
role = iam.Role(self, "R", assumed_by=iam.AnyPrincipal())
role.add_to_policy(iam.PolicyStatement(actions=["s3:*", f"x{y}{{z}}"], resources=["*" + NAME]))
user_data.add_commands("""a
b""", r'c\\d', "e"
  "f")
boto3.client("iam").put_role_policy(RoleName="r", PolicyName="p", PolicyDocument=json.dumps({"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}))
`,
  },
  { path: 'user-data.sh', text: '#!/bin/bash\nexport A=b\n' },
  {
    path: 'terraform.tfstate',
    text: '{"version": 4, "terraform_version": "1.9.0", "resources": [{"mode": "managed", "type": "aws_db_instance", "name": "d", "instances": [{"attributes": {"password": "a"}}]}]}',
  },
  {
    path: 'plan.json',
    text: `{"format_version": "1.2", "terraform_version": "1.9.0", "planned_values": {"root_module": {"resources": [{"address": "aws_iam_policy.p", "mode": "managed", "type": "aws_iam_policy", "name": "p", "values": {"policy": ${JSON.stringify(POLICY)}}}]}}}`,
  },
  {
    path: 'pod.yaml',
    text: 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: c, env: [{name: DB_PASSWORD, value: a}]}]}\n',
  },
  {
    path: 'account.json',
    text: `{"keylatchAccount": 1, "records": [{"type": "aws_iam_role", "arn": "arn:aws:iam::111122223333:role/r", "data": {"RoleName": "r", "Arn": "arn:aws:iam::111122223333:role/r", "AssumeRolePolicyDocument": ${TRUST}}}]}`,
  },
  { path: 'stacks/app.yaml', text: 'template_path: app.yaml\nparameters:\n  Stage: prod\n' },
  { path: 'chart/values.yaml', text: 'database: {password: a}\n' },
  {
    path: 'playbook.yml',
    text: `- hosts: all\n  tasks:\n    - amazon.aws.iam_role: {name: r, managed_policies: ["arn:a"], assume_role_policy_document: ${JSON.stringify(TRUST)}}\n`,
  },
]
