import { describe, expect, test } from 'vitest'
import { snapshot } from '../support.ts'

const ADMIN = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'
const ANYONE = '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}'
const shell = (script: string, more: Record<string, string> = {}) =>
  snapshot({ 'deploy.sh': `#!/bin/bash\n${script}\n`, ...more })

describe('policies of aws calls', () => {
  test('written out in the call', () => {
    const { policies, all, at } = shell(
      `aws iam put-role-policy --role-name ci --policy-name p --policy-document '${ADMIN}'`,
    )
    expect(policies()).toEqual(['identity role ci: Allow * *'])
    const { statements } = all('policy')[0]!.document
    expect(at(statements[0]!.actions[0]!.span)).toBe('*')
    expect(all('policy')[0]!.anchor).toBe('ci.p')
  })

  test('in double quotes with escapes and variables', () => {
    const script =
      'B=logs\naws s3api put-bucket-policy --bucket "$B" --policy "{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Principal\\":\\"*\\",\\"Action\\":\\"s3:GetObject\\",\\"Resource\\":\\"arn:aws:s3:::$B/$PREFIX*\\"}]}"'
    expect(shell(script).policies()).toEqual(['resource resource logs: Allow s3:GetObject arn:aws:s3:::logs/?* *=*'])
  })

  test('in a variable, in a here-document, in a file the script writes, in a file of the tree', () => {
    const script = [
      `P='${ADMIN}'`,
      'aws iam put-user-policy --user-name a --policy-name p --policy-document "$P"',
      `D=$(cat <<EOF\n${ADMIN}\nEOF\n)`,
      'aws iam put-user-policy --user-name b --policy-name p --policy-document "$D"',
      `cat > /tmp/p.json <<EOF\n${ADMIN}\nEOF`,
      'aws iam put-group-policy --group-name c --policy-name p --policy-document file:///tmp/p.json',
      'aws iam create-role --role-name d --assume-role-policy-document file://policies/trust.json',
    ].join('\n')
    const found = shell(script, { 'policies/trust.json': ANYONE })
    expect(found.policies()).toEqual([
      'identity user a: Allow * *',
      'identity user b: Allow * *',
      'identity group c: Allow * *',
      'trust role d: Allow sts:AssumeRole AWS=*',
    ])
    expect(found.reads).toEqual(['policies/trust.json'])
    expect(found.all('identity').map(({ holder }) => holder.address)).toEqual(['d'])
    const trust = found.all('policy').at(-1)!
    expect(trust.document.statements[0]!.span.uri).toBe('policies/trust.json')
    expect(trust.related.map(({ span }) => span.uri)).toEqual(['deploy.sh'])
  })

  test('a file relative to the script comes before one relative to the root', () => {
    const found = snapshot({
      'ops/x.sh': 'aws iam create-role --role-name r --assume-role-policy-document file://t.json',
      'ops/t.json': ANYONE,
      't.json': ADMIN,
    })
    expect(found.reads).toEqual(['ops/t.json'])
  })

  test('a document that cannot be found is an incomplete policy, not none', () => {
    expect(
      shell('aws iam put-role-policy --role-name r --policy-name p --policy-document file://gone.json').policies(),
    ).toEqual(['identity role r incomplete:'])
  })

  test('queues, topics, functions, sessions', () => {
    const open = '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"sqs:SendMessage","Resource":"*"}]}'
    const script = [
      `aws sqs set-queue-attributes --queue-url q --attributes '${JSON.stringify({ Policy: open })}'`,
      `aws sns set-topic-attributes --topic-arn t --attribute-name Policy --attribute-value '${open}'`,
      `aws sns set-topic-attributes --topic-arn t --attribute-name DisplayName --attribute-value '${open}'`,
      'aws lambda add-permission --function-name f --statement-id s --action lambda:InvokeFunction --principal s3.amazonaws.com --source-account 111122223333',
      `aws sts assume-role --role-arn r --policy '${ADMIN}'`,
      `aws ec2 create-vpc-endpoint --vpc-id v --policy-document '${open}'`,
    ].join('\n')
    expect(shell(script).policies()).toEqual([
      'resource resource q: Allow sqs:SendMessage * *=*',
      'resource resource t: Allow sqs:SendMessage * *=*',
      'resource resource f: Allow lambda:InvokeFunction f Service=s3.amazonaws.com StringEquals aws:SourceAccount 111122223333',
      'session: Allow * *',
      'boundary: Allow sqs:SendMessage * *=*',
    ])
  })

  test('attachments, boundaries, and a policy that is made and attached in one script', () => {
    const script = [
      `aws iam create-policy --policy-name deploy --policy-document '${ADMIN}'`,
      'aws iam attach-role-policy --role-name ci --policy-arn "arn:aws:iam::$ACCOUNT:policy/deploy"',
      'sudo aws --profile p iam attach-user-policy --user-name bob --policy-arn=arn:aws:iam::aws:policy/AdministratorAccess',
      'aws iam put-role-permissions-boundary --role-name ci --permissions-boundary arn:aws:iam::aws:policy/ReadOnlyAccess',
    ].join('\n')
    const found = shell(script)
    expect(found.policies()).toEqual(['identity managed-policy deploy, role ci: Allow * *'])
    expect(found.attachments().map((line) => line.replaceAll('\uE000', '?'))).toEqual([
      'arn:aws:iam::?:policy/deploy -> role ci',
      'arn:aws:iam::aws:policy/AdministratorAccess -> user bob',
      'arn:aws:iam::aws:policy/ReadOnlyAccess -> role ci (boundary)',
    ])
  })

  test('roles whose names are variables stay apart', () => {
    const script = ['A', 'B']
      .map((name) => `aws iam attach-role-policy --role-name "$${name}" --policy-arn x`)
      .join('\n')
    expect(shell(script).attachments()).toEqual(['x -> role $A', 'x -> role $B'])
  })

  test('documents that no call takes are policies of nobody', () => {
    const found = shell(`cat <<EOF | sudo tee /etc/p.json\n${ADMIN}\nEOF\nX='${ANYONE}'`)
    expect(found.policies()).toEqual(['identity: Allow * *', 'trust: Allow sts:AssumeRole AWS=*'])
  })
})

describe('user-data and settings of commands', () => {
  test('user-data written out, in a file and behind spawn', () => {
    const script = [
      'aws ec2 run-instances --image-id i --user-data "#!/bin/bash\nexport DB_PASSWORD=one" --count 1',
      'aws ec2 run-instances --user-data file://init.sh',
      `aws ec2 create-launch-template --launch-template-data '${JSON.stringify({ UserData: Buffer.from('#!/bin/sh\nexport K=three').toString('base64') })}'`,
      'spawn launch --user-data "export API_KEY=four"',
      'spawn launch --user-data @init.sh',
    ].join('\n')
    const found = shell(script, { 'init.sh': '#!/bin/sh\nexport K=two' })
    expect(found.scripts('user-data')).toEqual([
      'shell: #!/bin/bash\nexport DB_PASSWORD=one',
      'shell: #!/bin/sh\nexport K=two',
      'shell: #!/bin/sh\nexport K=three',
      'shell: export API_KEY=four',
      'shell: #!/bin/sh\nexport K=two',
    ])
    expect(found.units.map(({ unit }) => unit)).toEqual(['deploy.sh'])
  })

  test('what user-data itself does to the account is seen', () => {
    const script = `aws ec2 run-instances --user-data '#!/bin/bash\naws iam attach-role-policy --role-name r --policy-arn p'`
    expect(shell(script).attachments()).toEqual(['p -> role r'])
  })

  test('policies by short name of spawn and eksctl', () => {
    const script =
      'spawn launch --iam-policy s3:FullAccess,logs:WriteOnly\neksctl create iamserviceaccount --name sa --attach-policy-arn arn:aws:iam::aws:policy/AdministratorAccess'
    expect(shell(script).attachments()).toEqual([
      's3:FullAccess -> role launch',
      'logs:WriteOnly -> role launch',
      'arn:aws:iam::aws:policy/AdministratorAccess -> role sa',
    ])
  })

  test('environments and parameters', () => {
    const script = [
      'aws lambda update-function-configuration --function-name f --environment "Variables={A=b,DB_PASS=\'c d\'}"',
      `aws lambda create-function --function-name g --environment '{"Variables":{"E":"f"}}'`,
      'aws ssm put-parameter --name /db --type String --value v',
      'aws ssm put-parameter --name /db2 --type SecureString --value v',
    ].join('\n')
    const found = shell(script)
    expect(found.settings()).toEqual([
      'lambda-environment f A=b',
      'lambda-environment f DB_PASS=c d',
      'lambda-environment g E=f',
      'ssm-parameter /db /db=v',
    ])
    for (const node of found.all('setting')) expect(found.at(node.name.span)).toBe(node.name.value)
  })
})
