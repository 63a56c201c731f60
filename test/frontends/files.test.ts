import { describe, expect, test } from 'vitest'
import { mistakeIn, snapshot, written } from './support.ts'

const ADMIN = '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'
const PUT = (user: string) => `aws iam put-user-policy --user-name ${user} --policy-name p --policy-document '${ADMIN}'`

describe('Dockerfile', () => {
  const source = [
    '# syntax=docker/dockerfile:1',
    'FROM node AS build',
    'ARG NPM_TOKEN=abc',
    'ARG NONE',
    'ENV A=b "B"=c PASS="p w" \\',
    '    # a comment between',
    '    Z=1',
    'ENV OLD some value',
    'RUN --mount=type=cache,target=/c apt-get update && \\',
    '    # another',
    '    export Q=1',
    'RUN <<EOF',
    'export R=2',
    'EOF',
    'COPY <<FILE /etc/x',
    'RUN not an instruction',
    'FILE',
    'CMD ["sh", "-c", "serve --key k"]',
    'HEALTHCHECK --interval=5s CMD curl -f http://u:p@localhost',
    '',
  ].join('\n')

  for (const [name, text] of [
    ['', source],
    [' with CRLF', source.replaceAll('\n', '\r\n')],
  ] as const) {
    test(`settings, scripts and instructions${name}`, () => {
      const found = snapshot({ Dockerfile: text })
      expect(found.settings().map((line) => line.replace(/^dockerfile (?:ENV|ARG) \S+ /, ''))).toEqual([
        'NPM_TOKEN=abc',
        'A=b',
        'PASS=p w',
        'Z=1',
        'OLD=some value',
      ])
      for (const { value } of found.all('setting')) {
        if (value.kind === 'string') expect(found.at(value.span)).toBe(value.text.value)
      }
      expect(found.scripts('dockerfile').map((script) => script.replaceAll('\r', ''))).toEqual([
        'shell: apt-get update && \\\n    export Q=1',
        'shell: export R=2\n',
        'shell: serve --key k',
        'shell: curl -f http://u:p@localhost',
      ])
      const [container] = found.all('container')
      expect(container!.instructions.map(({ keyword }) => keyword)).toEqual(
        'FROM ARG ARG ENV ENV RUN RUN COPY CMD HEALTHCHECK'.split(' '),
      )
      for (const { text: mapped } of container!.instructions)
        expect(mistakeIn(mapped, { Dockerfile: text })).toBeUndefined()
    })
  }

  test('the escape directive, and names of Dockerfiles', () => {
    const windows = '# escape=`\nFROM x\nRUN powershell -c a; `\n  b\n'
    for (const name of ['a.Dockerfile', 'Dockerfile.dev', 'Containerfile', 'x/dockerfile']) {
      expect(snapshot({ [name]: windows }).scripts()).toEqual(['shell: powershell -c a; \\\n  b'])
    }
    expect(snapshot({ 'Dockerfiles.ts': windows }).nodes).toEqual([])
  })

  test('unclosed here-documents do not swallow the rest', () => {
    const found = snapshot({ Dockerfile: 'FROM x\nRUN <<EOF\nENV A=b\n' })
    expect(found.settings()).toEqual(['dockerfile ENV A A=b'])
  })
})

describe('workflow', () => {
  const source = `on: push
env:
  TOP: literal
jobs:
  build:
    env: {JOB: "\${{ secrets.X }}", MIXED: "a\${{ github.sha }}b"}
    container: {image: i, env: {C: c}, credentials: {username: u, password: p}}
    services:
      db: {image: i, env: {POSTGRES_PASSWORD: q}}
    steps:
      - name: deploy
        env: {STEP: s}
        run: |
          export K=\${{ secrets.K }} L=lit
          ${PUT('u')}
      - shell: pwsh
        run: $x = 1
      - uses: a/b@v1
`
  test('variables at every level, scripts, and what they do', () => {
    const found = snapshot({ '.github/workflows/ci.yml': source })
    expect(found.settings().map((line) => line.replace(/^workflow /, ''))).toEqual([
      'env TOP=literal',
      'jobs.build.env JOB=?',
      'jobs.build.env MIXED=a?b',
      'jobs.build.container.env C=c',
      'jobs.build.container.credentials username=u',
      'jobs.build.container.credentials password=p',
      'jobs.build.services.db.env POSTGRES_PASSWORD=q',
      'jobs.build.steps[deploy].env STEP=s',
    ])
    expect(found.scripts()).toEqual([`shell: export K=? L=lit\n${PUT('u')}\n`, 'powershell: $x = 1'])
    expect(found.policies()).toEqual(['identity user u: Allow * *'])
    const script = found.all('script')[0]!
    expect(script.anchor).toBe('jobs.build.steps[deploy]')
    expect(written(script.text, 'L=lit', source)).toBe('L=lit')
    expect(written(script.text, '\uE000', source)).toBe('${{ secrets.K }}')
    expect(found.all('workflow')).toHaveLength(1)
  })

  test('composite actions', () => {
    const action = 'runs:\n  using: composite\n  steps:\n    - run: echo hi\n      shell: bash\n      env: {A: b}\n'
    const found = snapshot({ 'setup/action.yml': action })
    expect(found.scripts('workflow')).toEqual(['shell: echo hi'])
    expect(found.settings()).toEqual(['workflow runs.steps[0].env A=b'])
  })

  test('other YAML is no workflow', () => {
    expect(snapshot({ 'config/ci.yml': source }).nodes).toEqual([])
  })
})

describe('Makefile', () => {
  const source = `BUCKET := logs
export API_KEY = literal
deploy: build
	@aws s3 ls s3://$(BUCKET)/$$X $(UNKNOWN_ONE)
	for f in $$(ls); do \\
	  echo $$f; \\
	done
build:
	-${PUT('m')}
`
  test('recipes by target, with variables put in', () => {
    const found = snapshot({ Makefile: source })
    expect(found.scripts()).toEqual([
      'shell: BUCKET=logs\nAPI_KEY=literal\n',
      'shell: aws s3 ls s3://logs/$X ?\nfor f in $(ls); do \\\n  echo $f; \\\ndone\n',
      `shell: ${PUT('m')}\n`,
    ])
    expect(found.all('script').map(({ anchor }) => anchor)).toEqual(['variables', 'deploy', 'build'])
    expect(found.policies()).toEqual(['identity user m: Allow * *'])
    for (const { text } of found.all('script')) expect(mistakeIn(text, { Makefile: source })).toBeUndefined()
  })
})

describe('Markdown', () => {
  const source = `# Setup
1. Run
   \`\`\`console
   $ aws iam attach-user-policy --user-name u \\
       --policy-arn arn:aws:iam::aws:policy/AdministratorAccess
   \`\`\`

\`\`\`json
${ADMIN}
\`\`\`

~~~yaml
Resources:
  R:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: ${ADMIN}
~~~

\`\`\`hcl
resource "aws_iam_policy" "p" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }] })
}
\`\`\`

\`\`\`js
${PUT('no')}
\`\`\`
`
  test('commands, policies, templates and Terraform in fences', () => {
    const found = snapshot({ 'README.md': source })
    expect(found.attachments()).toEqual(['arn:aws:iam::aws:policy/AdministratorAccess -> user u'])
    expect(found.policies().sort()).toEqual([
      'identity managed-policy R: Allow * *',
      'identity managed-policy aws_iam_policy.p: Allow s3:* *',
      'identity: Allow * *',
    ])
    expect(found.scripts()).toEqual([])
    for (const policy of found.all('policy')) {
      const action = policy.document.statements[0]!.actions[0]!
      expect(found.at(action.span)).toBe(action.value)
    }
  })
})

test('a file that one fence of a page writes is seen by the next, also without a language', () => {
  const text = [
    '```',
    "cat > p.json <<'EOF'",
    ADMIN,
    'EOF',
    '```',
    '```sh',
    '$ aws iam put-user-policy --user-name u --policy-name p --policy-document file://./p.json',
    '```',
  ].join('\n')
  expect(snapshot({ 'a.md': text }).policies()).toContain('identity user u: Allow * *')
})

test('a policy in Markdown keeps its name when others are put before it', () => {
  const json = `\`\`\`json\n${ADMIN}\n\`\`\`\n`
  const anchors = (text: string) =>
    snapshot({ 'a.md': text })
      .all('policy')
      .map(({ anchor }) => anchor)
  const before = anchors(`# One\n${json}# Two\n${json}${json}`)
  expect(new Set(before).size).toBe(3)
  expect(anchors(`# Zero\n${json}# One\n${json}# Two\n${json}${json}`)).toEqual(expect.arrayContaining(before))
})

describe('pipelines', () => {
  test('GitLab, buildspec, CircleCI, Compose, Jenkins', () => {
    const found = snapshot({
      '.gitlab-ci.yml': `variables:\n  A: b\n  C: {value: d, description: e}\njob:\n  script:\n    - export F=g\n    - ${PUT('gitlab')}\n`,
      'buildspec.yml': 'env:\n  variables: {H: i}\nphases:\n  build:\n    commands: [j, k]\n',
      '.circleci/config.yml':
        'jobs:\n  a:\n    environment: {L: m}\n    steps:\n      - run: {name: n, command: o}\n      - run: p\n',
      'docker-compose.yml': 'services:\n  a:\n    environment: [Q=r, S]\n  b:\n    environment: {T: u}\n',
      Jenkinsfile: `pipeline { environment { V = 'w'\n X = "y\${z}" }\n steps { sh '''export AA=bb\n''' \n sh "c \${d} \\$e" } }`,
    })
    expect(found.settings()).toEqual(
      [
        'build-environment job.a L=m',
        'build-environment variables A=b',
        'build-environment variables C=d',
        'build-environment environment V=w',
        'build-environment environment X=y?',
        'build-environment env.variables H=i',
        'compose-environment services.a.environment Q=r',
        'compose-environment services.b.environment T=u',
      ].map((line) => line.replace('job.a', 'jobs.a.environment')),
    )
    expect(found.scripts()).toEqual([
      'shell: o',
      'shell: p',
      `shell: export F=g\n${PUT('gitlab')}`,
      'shell: export AA=bb\n',
      'shell: c ? $e',
      'shell: j\nk',
    ])
    expect(found.policies()).toEqual(['identity user gitlab: Allow * *'])
  })
})

describe('policies in files', () => {
  test('a policy by itself, inside other keys, and in a string', () => {
    const found = snapshot({
      'policy.json': ADMIN,
      'boundary-policy.json': ADMIN,
      'many.json': `{"roles": [{"RoleName": "r", "AssumeRolePolicyDocument": {"Statement": {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}}, "Inline": ${JSON.stringify(ADMIN)}}]}`,
      'k8s.yaml': `kind: Policy\nmetadata: {name: x}\nspec:\n  policyDocument: |\n    {"Statement": [{"Effect": "Allow",\n      "Action": "ec2:*", "Resource": "*"}]}\n`,
      'policy.yaml': 'Statement:\n  - Effect: Allow\n    Action: iam:*\n    Resource: "*"\n',
    })
    expect(found.policies()).toEqual([
      'boundary: Allow * *',
      'identity: Allow ec2:* *',
      'trust: Allow sts:AssumeRole Service=ec2.amazonaws.com',
      'identity: Allow * *',
      'identity: Allow * *',
      'identity: Allow iam:* *',
    ])
    expect(found.all('policy').map(({ anchor }) => anchor)).toContain('many.json.roles[r].Inline')
    for (const policy of found.all('policy')) {
      const action = policy.document.statements[0]!.actions[0]!
      expect(found.at(action.span)).toBe(action.value)
    }
  })

  test('unrelated JSON and YAML are not parsed, broken ones are told', () => {
    expect(snapshot({ 'package-lock.json': '{"a": [', 'x.yaml': 'a: [' }).notifications).toEqual([])
    const broken = snapshot({ 'p.json': '{"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}' })
    expect(broken.notifications.map(({ id }) => id)).toEqual(['parse-error'])
    expect(broken.policies()).toEqual(['identity: Allow * *'])
  })

  test('objects of Kubernetes that make AWS resources', () => {
    const found = snapshot({
      'ack.yaml': `apiVersion: iam.services.k8s.aws/v1alpha1\nkind: Role\nmetadata: {name: ack}\nspec:\n  name: r\n  policies: [arn:a]\n  permissionsBoundary: arn:b\n  assumeRolePolicyDocument: '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}'\n`,
      'crossplane.yaml':
        'apiVersion: iam.aws.upbound.io/v1beta1\nkind: RolePolicyAttachment\nmetadata: {name: x}\nspec: {forProvider: {policyArn: arn:c, roleRef: {name: cp}}}\n',
      'eksctl.yaml':
        'apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: {name: e}\niam: {serviceAccounts: [{metadata: {name: sa}, attachPolicyARNs: [arn:d]}]}\nnodeGroups: [{name: ng, iam: {attachPolicyARNs: [arn:e]}, preBootstrapCommands: ["export A=b"]}]\n',
      'karpenter.yaml':
        'apiVersion: karpenter.k8s.aws/v1\nkind: EC2NodeClass\nmetadata: {name: k}\nspec:\n  userData: |\n    #!/bin/bash\n    export C=d\n',
    })
    expect(found.attachments()).toEqual([
      'arn:a -> role ack',
      'arn:b -> role ack (boundary)',
      'arn:c -> role cp',
      'arn:d -> role e.sa',
      'arn:e -> role e.ng',
    ])
    expect(found.scripts('user-data')).toEqual(['shell: export A=b', 'shell: #!/bin/bash\nexport C=d\n'])
    expect(found.policies()).toEqual(['trust: Allow sts:AssumeRole AWS=*'])
  })

  test("an account's authorization details", () => {
    const trust = encodeURIComponent(
      '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}',
    )
    const details = {
      RoleDetailList: [
        {
          RoleName: 'r',
          AssumeRolePolicyDocument: trust,
          RolePolicyList: [{ PolicyName: 'inline', PolicyDocument: JSON.parse(ADMIN) }],
          AttachedManagedPolicies: [{ PolicyArn: 'arn:aws:iam::111122223333:policy/m' }],
          PermissionsBoundary: { PermissionsBoundaryArn: 'arn:b' },
        },
      ],
      UserDetailList: [{ UserName: 'u', GroupList: ['g'] }],
      GroupDetailList: [
        { GroupName: 'g', AttachedManagedPolicies: [{ PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }] },
      ],
      Policies: [
        {
          Arn: 'arn:aws:iam::111122223333:policy/m',
          PolicyVersionList: [
            {
              VersionId: 'v1',
              Document: JSON.parse('{"Statement":[{"Effect":"Allow","Action":"old:*","Resource":"*"}]}'),
            },
            {
              VersionId: 'v2',
              IsDefaultVersion: true,
              Document: JSON.parse('{"Statement":[{"Effect":"Allow","Action":"new:*","Resource":"*"}]}'),
            },
          ],
        },
      ],
    }
    const source = JSON.stringify(details, undefined, 2)
    const found = snapshot({ 'account.json': source })
    expect(found.policies()).toEqual([
      'trust role r: Allow sts:AssumeRole AWS=*',
      'identity role r: Allow * *',
      'identity managed-policy arn:aws:iam::111122223333:policy/m, role r: Allow new:* *',
    ])
    expect(found.attachments()).toEqual([
      'arn:aws:iam::111122223333:policy/m -> role r',
      'arn:b -> role r (boundary)',
      'arn:aws:iam::aws:policy/AdministratorAccess -> group g',
    ])
    expect(found.all('identity').find(({ holder }) => holder.name === 'u')!.groups).toEqual(['g'])
    const principal = found.all('policy')[0]!.document.statements[0]!.principals[0]!
    expect(decodeURIComponent(found.at(principal.value.span))).toBe('*')
  })
})
