/** What must come out of a format: both halves as one finding, or the half that is there. */
export type Expected = 'pair' | 'id' | 'secret' | 'temporary' | 'temporaryId'

export interface Format {
  readonly name: string
  readonly file: string
  /** With placeholders: see test/support/placeholders.ts. */
  readonly text: string
  readonly expected: Expected
}

const formats: Format[] = []

function format(name: string, file: string, text: string, expected: Expected = 'pair'): void {
  formats.push({ name, file, text, expected })
}

format(
  'credentials ini',
  'config/aws.ini',
  '[default]\naws_access_key_id = @@AWS_ID@@\naws_secret_access_key = @@AWS_SECRET@@\nregion = eu-west-1\n',
)
format(
  'credentials ini without spaces',
  'credentials',
  '[ci]\naws_access_key_id=@@AWS_ID@@\naws_secret_access_key=@@AWS_SECRET@@\n',
)
format(
  'credentials ini with a token',
  'credentials.bak',
  '[x]\naws_access_key_id=@@AWS_TEMP_ID@@\naws_secret_access_key=@@AWS_SECRET@@\naws_session_token=@@AWS_SESSION_TOKEN@@\n',
  'temporary',
)
format('CRLF', 'win.ini', '[default]\r\naws_access_key_id = @@AWS_ID@@\r\naws_secret_access_key = @@AWS_SECRET@@\r\n')
format('env', '.env', 'AWS_ACCESS_KEY_ID=@@AWS_ID@@\nAWS_SECRET_ACCESS_KEY=@@AWS_SECRET@@\n')
format('env, quoted', '.env.local', 'AWS_ACCESS_KEY_ID="@@AWS_ID@@"\nAWS_SECRET_ACCESS_KEY=\'@@AWS_SECRET@@\'\n')
format('shell export', 'setup.sh', 'export AWS_ACCESS_KEY_ID=@@AWS_ID@@\nexport AWS_SECRET_ACCESS_KEY=@@AWS_SECRET@@\n')
format(
  'shell export on one line',
  'setup.sh',
  'export AWS_ACCESS_KEY_ID=@@AWS_ID@@ AWS_SECRET_ACCESS_KEY=@@AWS_SECRET@@; aws s3 ls\n',
)
format(
  'shell default',
  'run.sh',
  'KEY="${AWS_ACCESS_KEY_ID:-@@AWS_ID@@}"\nSECRET="${AWS_SECRET_ACCESS_KEY:-@@AWS_SECRET@@}"\n',
)
format('fish', 'config.fish', 'set -gx AWS_ACCESS_KEY_ID @@AWS_ID@@\nset -gx AWS_SECRET_ACCESS_KEY @@AWS_SECRET@@\n')
format('csh', '.cshrc', 'setenv AWS_ACCESS_KEY_ID @@AWS_ID@@\nsetenv AWS_SECRET_ACCESS_KEY @@AWS_SECRET@@\n')
format(
  'PowerShell',
  'deploy.ps1',
  '$Env:AWS_ACCESS_KEY_ID = "@@AWS_ID@@"\n$Env:AWS_SECRET_ACCESS_KEY = "@@AWS_SECRET@@"\n',
)
format(
  'PowerShell cmdlet',
  'deploy.ps1',
  'Set-AWSCredential -AccessKey @@AWS_ID@@ -SecretKey @@AWS_SECRET@@ -StoreAs ci\n',
)
format(
  'Windows batch',
  'deploy.bat',
  'set AWS_ACCESS_KEY_ID=@@AWS_ID@@\r\nsetx AWS_SECRET_ACCESS_KEY "@@AWS_SECRET@@"\r\n',
)
format(
  'JSON',
  'aws.json',
  '{\n  "accessKeyId": "@@AWS_ID@@",\n  "secretAccessKey": "@@AWS_SECRET@@",\n  "region": "us-east-1"\n}\n',
)
format('JSON on one line', 'aws.json', '{"AccessKeyId":"@@AWS_ID@@","SecretAccessKey":"@@AWS_SECRET@@"}')
format('JSON, secret first', 'aws.json', '{"secretAccessKey":"@@AWS_SECRET@@","accessKeyId":"@@AWS_ID@@"}')
format(
  'JSON in a JSON string',
  'event.json',
  '{"body":"{\\"accessKeyId\\":\\"@@AWS_ID@@\\",\\"secretAccessKey\\":\\"@@AWS_SECRET@@\\"}"}',
)
format(
  'JSON with lines in a string',
  'script.json',
  '{"script":"#!/bin/sh\\nexport AWS_ACCESS_KEY_ID=@@AWS_ID@@\\nexport AWS_SECRET_ACCESS_KEY=@@AWS_SECRET@@\\n"}',
)
format(
  'values right after an escaped line break',
  'keys.json',
  '{"keys":"id:\\n@@AWS_ID@@\\nsecret:\\n@@AWS_SECRET@@\\n"}',
)
format(
  'STS JSON',
  'session.json',
  '{\n  "Credentials": {\n    "AccessKeyId": "@@AWS_TEMP_ID@@",\n    "SecretAccessKey": "@@AWS_SECRET@@",\n    "SessionToken": "@@AWS_SESSION_TOKEN@@",\n    "Expiration": "2026-01-01T00:00:00Z"\n  }\n}\n',
  'temporary',
)
format(
  'STS XML',
  'response.xml',
  '<Credentials><AccessKeyId>@@AWS_TEMP_ID@@</AccessKeyId><SecretAccessKey>@@AWS_SECRET@@</SecretAccessKey><SessionToken>@@AWS_SESSION_TOKEN@@</SessionToken></Credentials>',
  'temporary',
)
format(
  'instance metadata',
  'imds.txt',
  '{\n  "Code" : "Success",\n  "Type" : "AWS-HMAC",\n  "AccessKeyId" : "@@AWS_TEMP_ID@@",\n  "SecretAccessKey" : "@@AWS_SECRET@@",\n  "Token" : "@@AWS_SESSION_TOKEN@@"\n}\n',
  'temporary',
)
format(
  'create-access-key output',
  'out.json',
  '{\n    "AccessKey": {\n        "UserName": "deploy",\n        "AccessKeyId": "@@AWS_ID@@",\n        "Status": "Active",\n        "SecretAccessKey": "@@AWS_SECRET@@",\n        "CreateDate": "2026-03-09T18:39:23.411Z"\n    }\n}\n',
)
format('YAML', 'config.yml', 'aws:\n  access_key_id: @@AWS_ID@@\n  secret_access_key: @@AWS_SECRET@@\n')
format('YAML, short names', 'config.yml', 's3:\n  key: "@@AWS_ID@@"\n  secret: "@@AWS_SECRET@@"\n')
format('YAML flow', 'config.yml', 'storage: {access_key: @@AWS_ID@@, secret_key: @@AWS_SECRET@@}\n')
format(
  'Kubernetes env list',
  'deploy.yaml',
  'env:\n  - name: AWS_ACCESS_KEY_ID\n    value: @@AWS_ID@@\n  - name: AWS_SECRET_ACCESS_KEY\n    value: "@@AWS_SECRET@@"\n',
)
format(
  'Kubernetes Secret, stringData',
  'secret.yaml',
  'kind: Secret\nstringData:\n  AWS_ACCESS_KEY_ID: @@AWS_ID@@\n  AWS_SECRET_ACCESS_KEY: @@AWS_SECRET@@\n',
)
format(
  'Kubernetes Secret, data',
  'secret.yaml',
  'kind: Secret\ndata:\n  AWS_ACCESS_KEY_ID: @@BASE64(@@AWS_ID@@)@@\n  AWS_SECRET_ACCESS_KEY: @@BASE64(@@AWS_SECRET@@)@@\n',
)
format(
  'Kubernetes Secret holding a file',
  'velero.yaml',
  'kind: Secret\ndata:\n  cloud: @@BASE64([default]\naws_access_key_id=@@AWS_ID@@\naws_secret_access_key=@@AWS_SECRET@@\n)@@\n',
)
format(
  'docker-compose, map',
  'docker-compose.yml',
  'services:\n  app:\n    environment:\n      AWS_ACCESS_KEY_ID: @@AWS_ID@@\n      AWS_SECRET_ACCESS_KEY: @@AWS_SECRET@@\n',
)
format(
  'docker-compose, list',
  'docker-compose.yml',
  'services:\n  app:\n    environment:\n      - AWS_ACCESS_KEY_ID=@@AWS_ID@@\n      - AWS_SECRET_ACCESS_KEY=@@AWS_SECRET@@\n',
)
format('Helm values', 'values.yaml', 'backup:\n  s3:\n    accessKey: "@@AWS_ID@@"\n    secretKey: "@@AWS_SECRET@@"\n')
format('Helm --set', 'install.sh', 'helm install x y --set s3.accessKey=@@AWS_ID@@ --set s3.secretKey=@@AWS_SECRET@@\n')
format('Ansible vars', 'group_vars/all.yml', 'aws_access_key: "@@AWS_ID@@"\naws_secret_key: "@@AWS_SECRET@@"\n')
format(
  'Ansible task',
  'site.yml',
  '- amazon.aws.ec2_instance:\n    access_key: @@AWS_ID@@\n    secret_key: @@AWS_SECRET@@\n    region: eu-west-1\n',
)
format(
  'GitHub workflow env',
  '.github/workflows/ci.yml',
  'env:\n  AWS_ACCESS_KEY_ID: @@AWS_ID@@\n  AWS_SECRET_ACCESS_KEY: @@AWS_SECRET@@\n',
)
format(
  'GitHub workflow with',
  '.github/workflows/ci.yml',
  '      - uses: aws-actions/configure-aws-credentials@v4\n        with:\n          aws-access-key-id: @@AWS_ID@@\n          aws-secret-access-key: @@AWS_SECRET@@\n',
)
format(
  'GitLab CI',
  '.gitlab-ci.yml',
  'variables:\n  AWS_ACCESS_KEY_ID: "@@AWS_ID@@"\n  AWS_SECRET_ACCESS_KEY: "@@AWS_SECRET@@"\n',
)
format(
  'CircleCI',
  '.circleci/config.yml',
  '    environment:\n      - AWS_ACCESS_KEY_ID: @@AWS_ID@@\n      - AWS_SECRET_ACCESS_KEY: @@AWS_SECRET@@\n',
)
format(
  'Travis',
  '.travis.yml',
  'deploy:\n  provider: s3\n  access_key_id: @@AWS_ID@@\n  secret_access_key: @@AWS_SECRET@@\n  bucket: x\n',
)
format(
  'Jenkinsfile',
  'Jenkinsfile',
  "withEnv(['AWS_ACCESS_KEY_ID=@@AWS_ID@@', 'AWS_SECRET_ACCESS_KEY=@@AWS_SECRET@@']) {\n  sh 'aws s3 ls'\n}\n",
)
format(
  'Jenkinsfile environment',
  'Jenkinsfile',
  "environment {\n  AWS_ACCESS_KEY_ID = '@@AWS_ID@@'\n  AWS_SECRET_ACCESS_KEY = '@@AWS_SECRET@@'\n}\n",
)
format(
  'Terraform provider',
  'main.tf',
  'provider "aws" {\n  region     = "us-west-2"\n  access_key = "@@AWS_ID@@"\n  secret_key = "@@AWS_SECRET@@"\n}\n',
)
format('tfvars', 'terraform.tfvars', 'aws_access_key = "@@AWS_ID@@"\naws_secret_key = "@@AWS_SECRET@@"\n')
format(
  'Terraform variable default',
  'variables.tf',
  'variable "access_key" {\n  default = "@@AWS_ID@@"\n}\nvariable "secret_key" {\n  default = "@@AWS_SECRET@@"\n}\n',
)
format('Terraform backend', 'backend.hcl', 'bucket="x"\naccess_key="@@AWS_ID@@"\nsecret_key="@@AWS_SECRET@@"\n')
format(
  'Terraform state',
  'terraform.tfstate',
  '{"resources":[{"type":"aws_iam_access_key","instances":[{"attributes":{"create_date":"2026-01-01T00:00:00Z","encrypted_secret":null,"id":"@@AWS_ID@@","key_fingerprint":null,"secret":"@@AWS_SECRET@@","ses_smtp_password_v4":"BExyz","status":"Active"}}]}]}',
)
format(
  'CloudFormation parameter',
  'template.yaml',
  'Parameters:\n  AwsAccessKey:\n    Default: @@AWS_ID@@\n  AwsSecretKey:\n    Default: @@AWS_SECRET@@\n',
)
format(
  'ECS task definition',
  'task.json',
  '{"environment":[\n  {"name":"AWS_ACCESS_KEY_ID","value":"@@AWS_ID@@"},\n  {"name":"AWS_SECRET_ACCESS_KEY","value":"@@AWS_SECRET@@"}\n]}\n',
)
format(
  'ECS task definition, value first',
  'task.json',
  '{"environment":[\n  {"value":"@@AWS_ID@@","name":"AWS_ACCESS_KEY_ID"},\n  {"value":"@@AWS_SECRET@@","name":"AWS_SECRET_ACCESS_KEY"}\n]}\n',
)
format(
  'serverless.yml',
  'serverless.yml',
  'provider:\n  environment:\n    ACCESS_KEY: @@AWS_ID@@\n    SECRET_KEY: @@AWS_SECRET@@\n',
)
format(
  'Dockerfile',
  'Dockerfile',
  'FROM alpine\nENV AWS_ACCESS_KEY_ID=@@AWS_ID@@ \\\n    AWS_SECRET_ACCESS_KEY=@@AWS_SECRET@@\n',
)
format(
  'Dockerfile, old ENV',
  'Dockerfile',
  'ENV AWS_ACCESS_KEY_ID @@AWS_ID@@\nENV AWS_SECRET_ACCESS_KEY @@AWS_SECRET@@\n',
)
format('Dockerfile ARG', 'Dockerfile', 'ARG AWS_ACCESS_KEY_ID=@@AWS_ID@@\nARG AWS_SECRET_ACCESS_KEY=@@AWS_SECRET@@\n')
format(
  'docker -e',
  'run.sh',
  'docker run -e AWS_ACCESS_KEY_ID=@@AWS_ID@@ -e AWS_SECRET_ACCESS_KEY=@@AWS_SECRET@@ app\n',
)
format(
  'docker --build-arg',
  'build.sh',
  'docker build --build-arg AWS_KEY=@@AWS_ID@@ --build-arg AWS_SECRET=@@AWS_SECRET@@ .\n',
)
format(
  'aws configure set',
  'ci.sh',
  'aws configure set aws_access_key_id @@AWS_ID@@\naws configure set aws_secret_access_key @@AWS_SECRET@@\n',
)
format(
  'aws configure, answered',
  'notes.txt',
  'AWS Access Key ID [None]: @@AWS_ID@@\nAWS Secret Access Key [None]: @@AWS_SECRET@@\n',
)
format(
  'printf into aws configure',
  'ci.sh',
  'printf "@@AWS_ID@@\\n@@AWS_SECRET@@\\nus-east-1\\njson\\n" | aws configure\n',
)
format('Makefile', 'Makefile', 'AWS_ACCESS_KEY_ID := @@AWS_ID@@\nAWS_SECRET_ACCESS_KEY ?= @@AWS_SECRET@@\n')
format(
  'Java constants',
  'Keys.java',
  'private static final String ACCESS_KEY = "@@AWS_ID@@";\nprivate static final String SECRET_KEY = "@@AWS_SECRET@@";\n',
)
format('Java SDK 1', 'S3.java', 'AWSCredentials c = new BasicAWSCredentials("@@AWS_ID@@", "@@AWS_SECRET@@");\n')
format('Java SDK 2', 'S3.java', 'AwsBasicCredentials.create(\n    "@@AWS_ID@@",\n    "@@AWS_SECRET@@");\n')
format(
  'Java setProperty',
  'S3.java',
  'System.setProperty("aws.accessKeyId", "@@AWS_ID@@");\nSystem.setProperty("aws.secretKey", "@@AWS_SECRET@@");\n',
)
format('Java -D', 'run.sh', 'java -Daws.accessKeyId=@@AWS_ID@@ -Daws.secretKey=@@AWS_SECRET@@ -jar app.jar\n')
format('Kotlin', 'S3.kt', 'val accessKey = "@@AWS_ID@@"\nval secretKey: String = "@@AWS_SECRET@@"\n')
format(
  'Scala',
  'S3.scala',
  'val creds = StaticCredentialsProvider.create(AwsBasicCredentials.create("@@AWS_ID@@", "@@AWS_SECRET@@"))\n',
)
format('Groovy', 'build.gradle', "ext.awsAccessKey = '@@AWS_ID@@'\next.awsSecretKey = '@@AWS_SECRET@@'\n")
format(
  'Gradle maven repository',
  'build.gradle.kts',
  'credentials(AwsCredentials::class) {\n  accessKey = "@@AWS_ID@@"\n  secretKey = "@@AWS_SECRET@@"\n}\n',
)
format(
  'JavaScript',
  's3.js',
  "const s3 = new AWS.S3({ accessKeyId: '@@AWS_ID@@', secretAccessKey: '@@AWS_SECRET@@' })\n",
)
format(
  'JavaScript SDK 3',
  's3.mjs',
  "new S3Client({\n  credentials: {\n    accessKeyId: '@@AWS_ID@@',\n    secretAccessKey: '@@AWS_SECRET@@',\n  },\n})\n",
)
format(
  'JavaScript backticks',
  's3.js',
  'process.env.AWS_ACCESS_KEY_ID = `@@AWS_ID@@`\nprocess.env.AWS_SECRET_ACCESS_KEY = `@@AWS_SECRET@@`\n',
)
format(
  'JavaScript fallback',
  's3.js',
  "const id = process.env.AWS_KEY || '@@AWS_ID@@'\nconst secret = process.env.AWS_SECRET || '@@AWS_SECRET@@'\n",
)
format('TypeScript', 's3.ts', "const key: string = '@@AWS_ID@@'\nconst secret: string = '@@AWS_SECRET@@'\n")
format(
  'minified JavaScript',
  'app.min.js',
  'var a=1,b={c:2};function d(e){return e+1}var f=new g.S3({accessKeyId:"@@AWS_ID@@",secretAccessKey:"@@AWS_SECRET@@",region:"x"});h(f)',
)
format('Python', 's3.py', "AWS_ACCESS_KEY_ID = '@@AWS_ID@@'\nAWS_SECRET_ACCESS_KEY = '@@AWS_SECRET@@'\n")
format('Python, typed', 's3.py', 'access_key: str = "@@AWS_ID@@"\nsecret_key: Final[str] = "@@AWS_SECRET@@"\n')
format(
  'Python, continued',
  's3.py',
  'aws_access_key_id = \\\n    "@@AWS_ID@@"\naws_secret_access_key = \\\n    "@@AWS_SECRET@@"\n',
)
format('Python, in parentheses', 's3.py', 'AWS_KEY = (\n    "@@AWS_ID@@"\n)\nAWS_SECRET = (\n    "@@AWS_SECRET@@"\n)\n')
format(
  'boto3 client',
  's3.py',
  "boto3.client('s3', aws_access_key_id='@@AWS_ID@@', aws_secret_access_key='@@AWS_SECRET@@')\n",
)
format('boto, positional', 's3.py', "conn = S3Connection('@@AWS_ID@@', '@@AWS_SECRET@@')\n")
format(
  'os.environ',
  's3.py',
  'os.environ["AWS_ACCESS_KEY_ID"] = "@@AWS_ID@@"\nos.environ["AWS_SECRET_ACCESS_KEY"] = "@@AWS_SECRET@@"\n',
)
format(
  'os.getenv default',
  's3.py',
  'key = os.getenv("AWS_ACCESS_KEY_ID", "@@AWS_ID@@")\nsecret = os.getenv("AWS_SECRET_ACCESS_KEY", "@@AWS_SECRET@@")\n',
)
format(
  'Django settings',
  'settings.py',
  "AWS_S3_ACCESS_KEY_ID = '@@AWS_ID@@'\nAWS_S3_SECRET_ACCESS_KEY = '@@AWS_SECRET@@'\n",
)
format(
  'notebook',
  'nb.ipynb',
  '{"cells":[{"source":["key = \\"@@AWS_ID@@\\"\\n",\n "secret = \\"@@AWS_SECRET@@\\"\\n"]}]}\n',
)
format('Go', 'main.go', 'accessKey := "@@AWS_ID@@"\nsecretKey := "@@AWS_SECRET@@"\n')
format('Go SDK', 'main.go', 'creds := credentials.NewStaticCredentials("@@AWS_ID@@", "@@AWS_SECRET@@", "")\n')
format(
  'Go os.Setenv',
  'main.go',
  'os.Setenv("AWS_ACCESS_KEY_ID", "@@AWS_ID@@")\nos.Setenv("AWS_SECRET_ACCESS_KEY", "@@AWS_SECRET@@")\n',
)
format('Rust', 'main.rs', 'let creds = Credentials::new("@@AWS_ID@@", "@@AWS_SECRET@@", None, None, "static");\n')
format(
  'Rust constants',
  'main.rs',
  'const ACCESS_KEY: &str = "@@AWS_ID@@";\nconst SECRET_KEY: &str = "@@AWS_SECRET@@";\n',
)
format('C#', 'S3.cs', 'var client = new AmazonS3Client("@@AWS_ID@@", "@@AWS_SECRET@@", RegionEndpoint.EUWest1);\n')
format(
  'C# properties',
  'S3.cs',
  'public string AccessKey { get; set; } = "@@AWS_ID@@";\npublic string SecretKey { get; set; } = "@@AWS_SECRET@@";\n',
)
format(
  '.NET appsettings',
  'appsettings.json',
  '{\n  "AWS": {\n    "AccessKey": "@@AWS_ID@@",\n    "SecretKey": "@@AWS_SECRET@@"\n  }\n}\n',
)
format(
  '.NET web.config',
  'web.config',
  '<appSettings>\n  <add key="AWSAccessKey" value="@@AWS_ID@@" />\n  <add key="AWSSecretKey" value="@@AWS_SECRET@@" />\n</appSettings>\n',
)
format(
  '.NET web.config, value first',
  'web.config',
  '<appSettings>\n  <add value="@@AWS_ID@@" key="AWSAccessKey"/>\n  <add value="@@AWS_SECRET@@" key="AWSSecretKey"/>\n</appSettings>\n',
)
format(
  'PHP array',
  'config.php',
  "'credentials' => [\n    'key'    => '@@AWS_ID@@',\n    'secret' => '@@AWS_SECRET@@',\n],\n",
)
format(
  'PHP define',
  'wp-config.php',
  "define( 'AWS_ACCESS_KEY_ID', '@@AWS_ID@@' );\ndefine( 'AWS_SECRET_ACCESS_KEY', '@@AWS_SECRET@@' );\n",
)
format('PHP variables', 's3.php', '$awsAccessKey = "@@AWS_ID@@";\n$awsSecretKey = "@@AWS_SECRET@@";\n')
format('Ruby hash', 's3.rb', "Aws.config.update(access_key_id: '@@AWS_ID@@', secret_access_key: '@@AWS_SECRET@@')\n")
format('Ruby old hash', 's3.rb', ":access_key_id => '@@AWS_ID@@',\n:secret_access_key => '@@AWS_SECRET@@',\n")
format(
  'Ruby ENV',
  's3.rb',
  "ENV['AWS_ACCESS_KEY_ID'] = '@@AWS_ID@@'\nENV['AWS_SECRET_ACCESS_KEY'] ||= '@@AWS_SECRET@@'\n",
)
format(
  'Perl',
  's3.pl',
  'my $s3 = Amazon::S3->new({ aws_access_key_id => "@@AWS_ID@@", aws_secret_access_key => "@@AWS_SECRET@@" });\n',
)
format(
  'Swift',
  'S3.swift',
  'let provider = AWSStaticCredentialsProvider(accessKey: "@@AWS_ID@@", secretKey: "@@AWS_SECRET@@")\n',
)
format('Objective-C', 'S3.m', '#define ACCESS_KEY @"@@AWS_ID@@"\n#define SECRET_KEY @"@@AWS_SECRET@@"\n')
format('Dart', 's3.dart', "final awsAccessKey = '@@AWS_ID@@';\nfinal awsSecretKey = '@@AWS_SECRET@@';\n")
format(
  'Elixir',
  'config.exs',
  'config :ex_aws,\n  access_key_id: "@@AWS_ID@@",\n  secret_access_key: "@@AWS_SECRET@@"\n',
)
format(
  'R',
  's3.R',
  'Sys.setenv("AWS_ACCESS_KEY_ID" = "@@AWS_ID@@",\n           "AWS_SECRET_ACCESS_KEY" = "@@AWS_SECRET@@")\n',
)
format('Lua', 's3.lua', 'local aws = { access_key = "@@AWS_ID@@", secret_key = "@@AWS_SECRET@@" }\n')
format(
  'properties',
  'app.properties',
  'cloud.aws.credentials.access-key=@@AWS_ID@@\ncloud.aws.credentials.secret-key=@@AWS_SECRET@@\n',
)
format('AwsCredentials.properties', 'AwsCredentials.properties', 'accessKey = @@AWS_ID@@\nsecretKey = @@AWS_SECRET@@\n')
format(
  'Hadoop core-site',
  'core-site.xml',
  '<property>\n  <name>fs.s3a.access.key</name>\n  <value>@@AWS_ID@@</value>\n</property>\n<property>\n  <name>fs.s3a.secret.key</name>\n  <value>@@AWS_SECRET@@</value>\n</property>\n',
)
format(
  'Spark conf',
  'spark-defaults.conf',
  'spark.hadoop.fs.s3a.access.key @@AWS_ID@@\nspark.hadoop.fs.s3a.secret.key @@AWS_SECRET@@\n',
)
format(
  'Spark Python',
  'job.py',
  'sc._jsc.hadoopConfiguration().set("fs.s3a.access.key", "@@AWS_ID@@")\nsc._jsc.hadoopConfiguration().set("fs.s3a.secret.key", "@@AWS_SECRET@@")\n',
)
format(
  'XML elements',
  'config.xml',
  '<aws>\n  <accessKeyId>@@AWS_ID@@</accessKeyId>\n  <secretAccessKey>@@AWS_SECRET@@</secretAccessKey>\n</aws>\n',
)
format(
  'plist',
  'Info.plist',
  '<key>AWSAccessKey</key>\n<string>@@AWS_ID@@</string>\n<key>AWSSecretKey</key>\n<string>@@AWS_SECRET@@</string>\n',
)
format(
  'Android strings',
  'strings.xml',
  '<string name="aws_access_key">@@AWS_ID@@</string>\n<string name="aws_secret_key">@@AWS_SECRET@@</string>\n',
)
format('console CSV', 'keys.csv', 'Access key ID,Secret access key\n@@AWS_ID@@,@@AWS_SECRET@@\n')
format(
  'console CSV, old',
  'export.csv',
  'User Name,Access Key Id,Secret Access Key\n"deploy",@@AWS_ID@@,@@AWS_SECRET@@\n',
)
format('root key, old form', 'keys.txt', 'AWSAccessKeyId=@@AWS_ID@@\r\nAWSSecretKey=@@AWS_SECRET@@\r\n')
format(
  's3cfg',
  '.s3cfg',
  '[default]\naccess_key = @@AWS_ID@@\naccess_token =\nbucket_location = US\nsecret_key = @@AWS_SECRET@@\n',
)
format(
  'boto.cfg',
  'boto.cfg',
  '[Credentials]\naws_access_key_id = @@AWS_ID@@\naws_secret_access_key = @@AWS_SECRET@@\n',
)
format('passwd-s3fs', '.passwd-s3fs', '@@AWS_ID@@:@@AWS_SECRET@@\n')
format(
  'rclone.conf',
  'rclone.conf',
  '[s3]\ntype = s3\nprovider = AWS\naccess_key_id = @@AWS_ID@@\nsecret_access_key = @@AWS_SECRET@@\n',
)
format(
  'rclone remote',
  'sync.sh',
  'rclone ls ":s3,provider=AWS,access_key_id=@@AWS_ID@@,secret_access_key=@@AWS_SECRET@@:bucket"\n',
)
format(
  'minio client',
  'mc.json',
  '{"version":"10","aliases":{"s3":{"url":"https://s3.amazonaws.com","accessKey":"@@AWS_ID@@","secretKey":"@@AWS_SECRET@@","api":"S3v4"}}}\n',
)
format('mc alias', 'setup.sh', 'mc alias set s3 https://s3.amazonaws.com @@AWS_ID@@ @@AWS_SECRET@@\n')
format('URL with a user', 'pom.xml', '<url>s3://@@AWS_ID@@:@@AWS_SECRET@@@bucket/path</url>\n')
format('https URL with a user', 'x.txt', 'https://@@AWS_ID@@:@@AWS_SECRET@@@s3.amazonaws.com/bucket\n')
format(
  'curl --user',
  'call.sh',
  'curl --user "@@AWS_ID@@:@@AWS_SECRET@@" --aws-sigv4 "aws:amz:us-east-1:s3" https://x\n',
)
format('query string', 'x.txt', 'https://x/?accessKeyId=@@AWS_ID@@&secretAccessKey=@@AWS_SECRET@@&x=1\n')
format('Celery SQS', 'celery.py', "broker_url = 'sqs://@@AWS_ID@@:@@AWS_SECRET@@@'\n")
format(
  'Redshift COPY',
  'load.sql',
  "COPY t FROM 's3://b/k' CREDENTIALS 'aws_access_key_id=@@AWS_ID@@;aws_secret_access_key=@@AWS_SECRET@@' CSV;\n",
)
format(
  'Redshift COPY, two options',
  'load.sql',
  "COPY t FROM 's3://b/k' ACCESS_KEY_ID '@@AWS_ID@@' SECRET_ACCESS_KEY '@@AWS_SECRET@@';\n",
)
format(
  'Snowflake stage',
  'stage.sql',
  "CREATE STAGE s URL='s3://b/' CREDENTIALS=(AWS_KEY_ID='@@AWS_ID@@' AWS_SECRET_KEY='@@AWS_SECRET@@');\n",
)
format(
  'ClickHouse s3()',
  'q.sql',
  "SELECT * FROM s3('https://b.s3.amazonaws.com/x.csv', '@@AWS_ID@@', '@@AWS_SECRET@@', 'CSV')\n",
)
format('DuckDB', 'q.sql', "SET s3_access_key_id='@@AWS_ID@@';\nSET s3_secret_access_key='@@AWS_SECRET@@';\n")
format(
  'JDBC Athena',
  'db.txt',
  'jdbc:awsathena://AwsRegion=us-east-1;UID=@@AWS_ID@@;PWD=@@AWS_SECRET@@;S3OutputLocation=s3://x\n',
)
format(
  'Postman',
  'api.postman.json',
  '{"auth":{"type":"awsv4","awsv4":[{"key":"accessKey","value":"@@AWS_ID@@","type":"string"},{"key":"secretKey","value":"@@AWS_SECRET@@","type":"string"}]}}\n',
)
format(
  'Postman, laid out',
  'api.postman.json',
  '{\n  "key": "accessKey",\n  "value": "@@AWS_ID@@",\n  "type": "string"\n},\n{\n  "key": "secretKey",\n  "value": "@@AWS_SECRET@@",\n  "type": "string"\n}\n',
)
format(
  'Insomnia',
  'insomnia.yaml',
  'authentication:\n  type: iam\n  accessKeyId: @@AWS_ID@@\n  secretAccessKey: @@AWS_SECRET@@\n  sessionToken: ""\n',
)
format(
  'log line',
  'app.log',
  '2026-01-01T00:00:00Z DEBUG s3 config accessKey=@@AWS_ID@@ secretKey=@@AWS_SECRET@@ region=us-east-1\n',
)
format(
  'log line of a dumped object',
  'app.log',
  "INFO {'aws_access_key_id': '@@AWS_ID@@', 'aws_secret_access_key': '@@AWS_SECRET@@'}\n",
)
format('comment', 'x.py', '# AWS key: @@AWS_ID@@\n# AWS secret: @@AWS_SECRET@@\n')
format('comment on one line', 'x.go', '// old keys @@AWS_ID@@ / @@AWS_SECRET@@ do not use\n')
format('prose', 'NOTES.md', 'The access key is `@@AWS_ID@@` and the secret key is `@@AWS_SECRET@@`, ask Bob.\n')
format('Markdown table', 'NOTES.md', '| key | secret |\n|---|---|\n| @@AWS_ID@@ | @@AWS_SECRET@@ |\n')
format('bare lines', 'keys.txt', '@@AWS_ID@@\n@@AWS_SECRET@@\n')
format('nginx', 'nginx.conf', 'aws_access_key @@AWS_ID@@;\naws_secret_key @@AWS_SECRET@@;\n')
format(
  'systemd',
  'app.service',
  'Environment="AWS_ACCESS_KEY_ID=@@AWS_ID@@"\nEnvironment="AWS_SECRET_ACCESS_KEY=@@AWS_SECRET@@"\n',
)
format('supervisord', 'app.conf', 'environment=AWS_ACCESS_KEY_ID="@@AWS_ID@@",AWS_SECRET_ACCESS_KEY="@@AWS_SECRET@@"\n')
format('TOML', 'config.toml', '[s3]\naccess_key_id = "@@AWS_ID@@"\nsecret_access_key = "@@AWS_SECRET@@"\n')
format('Loki', 'loki.yaml', 's3:\n  access_key_id: @@AWS_ID@@\n  secret_access_key: @@AWS_SECRET@@\n')
format(
  'fluentd',
  'fluent.conf',
  '<match **>\n  @type s3\n  aws_key_id @@AWS_ID@@\n  aws_sec_key @@AWS_SECRET@@\n</match>\n',
)
format(
  'Logstash',
  'pipeline.conf',
  'output { s3 { access_key_id => "@@AWS_ID@@" secret_access_key => "@@AWS_SECRET@@" } }\n',
)
format(
  'NUL separated environment',
  'environ',
  'PATH=/bin\0AWS_ACCESS_KEY_ID=@@AWS_ID@@\0AWS_SECRET_ACCESS_KEY=@@AWS_SECRET@@\0',
)
format('blank lines between', 'x.py', 'access_key = "@@AWS_ID@@"\n\n\n\nsecret_key = "@@AWS_SECRET@@"\n')
format('key behind an underscore', 'x.txt', 'key_@@AWS_ID@@ then @@AWS_SECRET@@\n')

format('lone id in env', '.env', 'AWS_ACCESS_KEY_ID=@@AWS_ID@@\nAWS_SECRET_ACCESS_KEY=${SECRET}\n', 'id')
format('lone id in prose', 'README.md', 'We use @@AWS_ID@@.\n', 'id')
format('lone id behind an underscore', 'x.txt', 'key_@@AWS_ID@@\n', 'id')
format('lone temporary id', 'x.json', '{"accessKeyId": "@@AWS_TEMP_ID@@"}', 'temporaryId')
format('lone id in percent encoding', 'x.txt', 'https://x/?q=%7B%22id%22%3A%22@@AWS_ID@@%22%7D\n', 'id')
format(
  'id with a placeholder secret',
  '.env',
  `AWS_ACCESS_KEY_ID=@@AWS_ID@@\nAWS_SECRET_ACCESS_KEY=${'x'.repeat(40)}\n`,
  'id',
)
format('lone secret in env', '.env', 'AWS_ACCESS_KEY_ID=$ID\nAWS_SECRET_ACCESS_KEY=@@AWS_SECRET@@\n', 'secret')
format('lone secret, camel', 'x.json', '{"secretAccessKey": "@@AWS_SECRET@@"}', 'secret')
format('lone secret, dotted', 'x.properties', 'aws.secretKey=@@AWS_SECRET@@\n', 'secret')
format('lone secret, hyphens', 'x.yml', 'aws-secret-access-key: @@AWS_SECRET@@\n', 'secret')
format('lone secret, words', 'x.txt', 'AWS Secret Access Key: @@AWS_SECRET@@\n', 'secret')
format('lone secret, just secret', 'x.yml', 'secret: @@AWS_SECRET@@\n', 'secret')
format('lone secret, just secret key', 'x.py', 'SECRET_KEY = "@@AWS_SECRET@@"\n', 'secret')
format('lone secret on the next line', 'x.yml', 'secretAccessKey:\n  @@AWS_SECRET@@\n', 'secret')
format('lone secret in an env list', 'x.yml', '- name: AWS_SECRET_ACCESS_KEY\n  value: @@AWS_SECRET@@\n', 'secret')
format('lone secret of a flag', 'x.sh', 'tool --secret-key @@AWS_SECRET@@\n', 'secret')
format('lone secret, unquoted Java property', 'x.sh', 'java -Daws.secretKey=@@AWS_SECRET@@\n', 'secret')
format('lone secret with a trailing comment', 'x.py', 'x = "@@AWS_SECRET@@"  # aws secret key\n', 'secret')
format('lone secret in S3 settings', 'x.env', 'S3_SECRET=@@AWS_SECRET@@\n', 'secret')
format(
  'lone secret with an example id',
  'x.env',
  `AWS_ACCESS_KEY_ID=${'AK'}IAIOSFODNN7EXAMPLE\nAWS_SECRET_ACCESS_KEY=@@AWS_SECRET@@\n`,
  'secret',
)
format('lone secret in base64', 'x.yml', 'AWS_SECRET_ACCESS_KEY: @@BASE64(@@AWS_SECRET@@)@@\n', 'secret')
format(
  'lone secret that ends in a slash',
  'x.env',
  `AWS_SECRET_ACCESS_KEY=${'Zq3vT8LpXw2RkY7mNc5H'}bJd9FgSa4UeQiOy6Wt1/\n`,
  'secret',
)
format(
  'lone secret that ends in a plus',
  'x.json',
  `{"secretAccessKey":"${'Zq3vT8LpXw2RkY7mNc5H'}bJd9FgSa4UeQiOy6Wt1+"}`,
  'secret',
)

export { formats }
