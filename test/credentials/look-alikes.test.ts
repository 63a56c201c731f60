import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { expand, fake } from '../support/placeholders.ts'
import { credentialRules } from './all-rules.ts'
import { hitsIn } from './hits.ts'

const ID = (body: string) => `AK${'IA'}${body}`
const random64 = (seed: string, length: number) => {
  let out = ''
  for (let block = 0; out.length < length; block++)
    out += createHash('sha512').update(`${seed}/${block}`).digest('base64')
  return out.replaceAll('=', '').slice(0, length)
}
const dots = '.'.repeat(6)

const lookAlikes: Record<string, string> = {
  'an action pinned to a SHA': '- uses: actions/checkout@@@HEX40@@ # v4\n',
  'a commit next to the word secret': 'secret_rotation_commit: @@HEX40@@\n',
  'a commit in upper case': `secret = ${'0123456789ABCDEF'.repeat(3).slice(0, 40)}\n`,
  'SHA-256 of an image': 'image: redis@sha256:@@HEX64@@ # aws secret store\n',
  'an SRI hash': `<script integrity="sha384-${random64('sri', 64)}" src="x"></script>\n`,
  'a lock file': `"node_modules/aws-sdk": {\n  "integrity": "sha512-${random64('lock', 86)}==",\n`,
  'a checksum file': `h1:${random64('go', 43)}=\n`,
  'the documented example': `aws_access_key_id = ${ID('IOSFODNN7EXAMPLE')}\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCY${'EXAMPLE'}KEY\n`,
  'the other documented example': `AccessKeyId: ${ID('I44QH8DHBEXAMPLE')}\nSecretAccessKey: je7MtGbClwBF/2Zp9Utk/h3yCo8nvb${'EXAMPLE'}KEY\n`,
  'the example of the signature test suite': `AKIDEXAMPLE\nwJalrXUtnFEMI/K7MDENG+bPxRfiCY${'EXAMPLE'}KEY\n`,
  'the documented example with another end': `secret_access_key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCY${'zzzzzzz'}KEY"\nid = "${ID('IOSFODNN7AAAAAAA')}"\n`,
  'a workflow secret':
    'aws-access-key-id: ${{ secrets.AWS_ACCESS_KEY_ID }}\naws-secret-access-key: ${{ secrets.AWS_SECRET_ACCESS_KEY }}\n',
  'reads of the environment':
    'key = os.environ["AWS_ACCESS_KEY_ID"]\nsecret = os.environ["AWS_SECRET_ACCESS_KEY_OF_THE_DEPLOY_USER"]\n',
  'a read in JavaScript': 'const secretAccessKey = process.env.AWS_SECRET_ACCESS_KEY_FOR_DEPLOYMENT1\n',
  'a variable': 'secret_key = var.aws_secret_access_key_of_production1\n',
  'shell variables': 'export AWS_SECRET_ACCESS_KEY=${AWS_SECRET_ACCESS_KEY_PRODUCTION_ACCOUNT1}\n',
  'a role id': `"AssumedRoleId": "ARO${'A'}3XFRBF535PLBIFPI4:session"\n`,
  'a user id': `"UserId": "AID${'A'}CKCEVSQ6C2XYZQWER"\n`,
  'a policy id, a group id, an instance profile': `ANP${'A'}J2UCCR6DPCEXAMPL1 AGP${'A'}I23HZ27SI6FQMGNQ2 AIP${'A'}JSKFLEJKFLSKRJ2QW\n`,
  'masked halves': `AWS_ACCESS_KEY_ID=AKIA************WXYZ\nAWS_SECRET_ACCESS_KEY=${'*'.repeat(40)}\n`,
  'halves masked by x': `AWS_ACCESS_KEY_ID=${ID('X'.repeat(16))}\nAWS_SECRET_ACCESS_KEY=${'x'.repeat(40)}\n`,
  'halves of one letter': `aws_access_key_id=${ID('A'.repeat(16))}\naws_secret_access_key=${'a'.repeat(40)}\n`,
  sequences: `aws_access_key_id=${ID('ABCDEFGHIJKLMNOP')}\naws_secret_access_key=abcdefghijklmnopqrstuvwxyzABCDEFGH123456\n`,
  'digits in order': `aws_access_key_id=${ID('1234567890ABCDEF')}\naws_secret_access_key=1234567890123456789012345678901234567890\n`,
  'words for a key': `aws_access_key_id=${ID('FAKEKEY234567QRS')}\naws_secret_access_key=YOURSECRETACCESSKEYgoeshere1234567890abc\n`,
  'an instruction': 'aws_secret_access_key = <paste the forty characters of it here>\n',
  dots: `secretAccessKey: "wJal${dots}${dots}EKEY"\n`,
  'a path of 40 characters': 'secret: src/main/java/org/acme/Product/Module71x\n',
  'a policy name of 40 characters': `aws_secret_policy: CloudWatchAgentServerRolesReadOnlyPolicy\n`,
  'another path of 40 characters': 'aws_secret = "a1/Kx9/bQ/eu1/Zt4/Vw7/Lm2/Pq8/Rs6/Yh3/z5"\n',
  'a camel-case name of 40 characters': 'aws_secret = newStaticCredentialsProviderFromProfile2\n',
  'an ARN': 'secret_arn: arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db/Password-AbCdEf\n',
  'an ARN of a role': 'role: arn:aws:iam::111122223333:role/service-role/AWSBackupDefaultServiceRole1\n',
  'the id of a KMS key': 'aws_kms_key_id: 1234abcd-12ab-34cd-56ef-1234567890ab\n',
  'a git object': 'tree @@HEX40@@\nparent @@HEX40:2@@\n',
  'another service’s secret of 40 characters': 'client_secret = "@@AWS_SECRET@@"\n',
  'a signing secret': 'JWT_SECRET=@@AWS_SECRET@@\n',
  'a GitHub App secret': 'githubClientSecret: "@@AWS_SECRET@@"\n',
  'an ETag': 'etag: "@@AWS_SECRET@@"\n',
  'a hash with base64 letters': 's3_object_hash = "@@AWS_SECRET@@"\n',
  'random text without a name': 'value = "@@AWS_SECRET@@"\n',
  'a run of 41': 'aws_secret_access_key = "@@AWS_SECRET@@Q"\n',
  'a run of 39': `aws_secret_access_key = "${random64('39', 39)}"\n`,
  'padded base64 of a name': `aws_secret_hash = "${random64('pad', 40)}="\n`,
  'base64url of a name': `aws_secret_ref: ${random64('a', 20).replace(/[+/]/g, 'x')}-@@AWS_SECRET@@\n`,
  'minified code':
    'var a=function(b,c){return secretKey=b.createElementWithSomeVeryLongAttributes(c)};module.exports=a\n',
  'an image in base64': `.icon{background:url(data:image/png;base64,iVBORw0KGgo${random64('png', 4000)})}\n`,
  'a font in base64': `src:url(data:font/woff2;base64,d09GMgABAAAAA${random64('woff', 6000)}) format("woff2")\n`,
  'a certificate': `-----BEGIN CERTIFICATE-----\n${random64('cert', 1300)
    .match(/.{1,64}/g)!
    .join('\n')}\n-----END CERTIFICATE-----\n`,
  'a public key': `-----BEGIN PUBLIC KEY-----\n${random64('pub', 392)
    .match(/.{1,64}/g)!
    .join('\n')}\n-----END PUBLIC KEY-----\n`,
  'an SSH public key': `ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ${random64('ssh', 336)} me@host\n`,
  'code that looks for keys': `if (text.includes('-----BEGIN RSA PRIVATE ${'KEY'}-----')) throw new Error('a key')\n`,
  'a private key of dots': `-----BEGIN PRIVATE ${'KEY'}-----\n...\n-----END PRIVATE ${'KEY'}-----\n`,
  'a private key left out': `-----BEGIN RSA PRIVATE ${'KEY'}-----\nMIIEpAIBAAKCAQEA...\n-----END RSA PRIVATE ${'KEY'}-----\n`,
  'a private key of one letter': `-----BEGIN RSA PRIVATE ${'KEY'}-----\n${'A'.repeat(640)}\n-----END RSA PRIVATE ${'KEY'}-----\n`,
  'words that look like an id': `${'ASIA'}PACIFICNORTHEAST ${'ASIA'}NDEVELOPMENTBANK\n`,
  'an id inside a longer word': `X${fake('AWS_ID')} ${fake('AWS_ID')}Y\n`,
  'an id in small letters': `${fake('AWS_ID').toLowerCase()}\n`,
  'a presigned parameter without values': 'X-Amz-Credential=&X-Amz-Security-Token=&X-Amz-Signature=\n',
  'a token that is none': 'aws_session_token = IQoJ...\nAWS_SESSION_TOKEN=$TOKEN\n',
  'a documented token': `SessionToken: AQoEXAMPLEH4aoAH0gNCAPyJxz4BlCFFxWNE1OPTgk5TthT+FvwqnKwRcOIfrRh3c/LTo6UDdyJwOOvEVPvLXCrrrUtdnniCEXAMPLE/IvU1dYUg2RVAJBanLiHb4IgRmpRV3zrkuWJOgQs8IZZaIv2BXIa2R4Olgk\n`,
  'a DynamoDB table called so': 'da2-resolver da2-xxxxxxxxxxxxxxxxxxxxxxxxxx\n',
  'words of Bedrock': 'aws bedrock-runtime; ABSK; bedrock-api-key-id; AWS_BEARER_TOKEN_BEDROCK=$KEY\n',
  'a GitHub token of x': `GITHUB_TOKEN=ghp_${'x'.repeat(36)}\n`,
  'a Slack token to fill in': 'SLACK=xoxb-your-token-here\n',
  'an npmrc that reads the environment':
    '//registry.npmjs.org/:_authToken=${NPM_TOKEN}\n//other/:_authToken="${NPM_TOKEN}"\n',
  'a database on the own machine':
    'DATABASE_URL=postgres://postgres:postgres@localhost:5432/app\nX=mysql://root:root@db/app\n',
  'a database address to fill in':
    'url = "postgresql://${USER}:${PASSWORD}@db.corp.io/app" # mongodb://<user>:<password>@cluster0.mongodb.net\n',
  'an address of the documentation': 'https://user:hunter22@example.com/x ftp://joe:secret99@files.example.org\n',
  'the empty text': '',
}

describe('what only looks like a secret is silent, for every credential rule', () => {
  test.each(Object.entries(lookAlikes))('%s', async (_, template) => {
    const text = expand(template)
    const found: string[] = []
    for (const file of ['file.txt', 'package.json', '.npmrc', 'pkg_accessKeys.csv', '.aws/credentials']) {
      for (const hit of await hitsIn(credentialRules, file, text)) found.push(`${file}: ${hit.message}`)
    }
    expect(found).toEqual([])
  })
})

test('the look-alikes of 40 characters have 40', () => {
  for (const name of Object.keys(lookAlikes).filter(
    (key) => / of 40 characters$/.test(key) && !key.startsWith('another service'),
  )) {
    expect([name, /[A-Za-z0-9+/]{35,}/.exec(lookAlikes[name]!)![0].length]).toEqual([name, 40])
  }
})

describe('what looks like a placeholder is rare among real ones', () => {
  test('of 2,000 random secrets named as such at least 1,998 are found', async () => {
    let found = 0
    for (let batch = 0; batch < 20; batch++) {
      const lines = Array.from(
        { length: 100 },
        (_, index) => `aws_secret_access_key = ${secretOf(`${batch}/${index}`)}\n\n\n`,
      )
      found += (await hitsIn(credentialRules, 'x.ini', lines.join(''))).length
    }
    expect(found).toBeGreaterThanOrEqual(1998)
  })
})

function secretOf(seed: string): string {
  return createHash('sha512').update(seed).digest().subarray(0, 30).toString('base64')
}
