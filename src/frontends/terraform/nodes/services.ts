/** Prefixes of IAM actions that are not the second word of the resource type. */
const SERVICES: ReadonlyMap<string, string> = new Map(
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

/** The service prefix of a resource type: `s3` for `aws_s3_bucket`. */
export function serviceOfType(type: string): string {
  const word = type.split('_')[1] ?? type
  return SERVICES.get(word) ?? word
}
