/** Prefixes of IAM actions that are not the second word of a Terraform type. */
const TERRAFORM: ReadonlyMap<string, string> = new Map(
  Object.entries({
    acmpca: 'acm-pca',
    alb: 'elasticloadbalancing',
    api: 'execute-api',
    apigatewayv2: 'execute-api',
    cloudwatch: 'logs',
    db: 'rds',
    efs: 'elasticfilesystem',
    elasticsearch: 'es',
    instance: 'ec2',
    lb: 'elasticloadbalancing',
    media: 'mediastore',
    msk: 'kafka',
    opensearch: 'es',
    prometheus: 'aps',
    sesv2: 'ses',
    sfn: 'states',
    vpc: 'ec2',
    vpclattice: 'vpc-lattice',
  }),
)

/** Those that are not the second word of a CloudFormation type in lower case. */
const CLOUDFORMATION: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ACMPCA: 'acm-pca',
    ApiGateway: 'execute-api',
    ApiGatewayV2: 'execute-api',
    CertificateManager: 'acm',
    EFS: 'elasticfilesystem',
    EMR: 'elasticmapreduce',
    ElasticLoadBalancing: 'elasticloadbalancing',
    ElasticLoadBalancingV2: 'elasticloadbalancing',
    Elasticsearch: 'es',
    EventSchemas: 'schemas',
    KinesisFirehose: 'firehose',
    MSK: 'kafka',
    OpenSearchServerless: 'aoss',
    OpenSearchService: 'es',
    S3ObjectLambda: 's3-object-lambda',
    S3Outposts: 's3-outposts',
    SSMContacts: 'ssm-contacts',
    SSMIncidents: 'ssm-incidents',
    Serverless: 'lambda',
    StepFunctions: 'states',
    VpcLattice: 'vpc-lattice',
  }),
)

/** The service prefix of a resource type: `s3` for `aws_s3_bucket` and for `AWS::S3::Bucket`. */
export function serviceOfType(type: string): string {
  if (type.includes('::')) {
    const name = type.split('::')[1] ?? type
    return CLOUDFORMATION.get(name) ?? name.toLowerCase()
  }
  const word = type.split('_')[1] ?? type
  return TERRAFORM.get(word) ?? word
}
