import type { Principal } from './principals.ts'

/**
 * Services that hand a role's credentials to code, commands or templates of their customers. A role for one of these
 * is as good as the code that runs there.
 */
const RUNNERS =
  /^(ec2|lambda|edgelambda|ecs-tasks|codebuild|codepipeline|cloudformation|glue|sagemaker|ssm|datapipeline|elasticmapreduce|emr-serverless|emr-containers|batch|tasks\.apprunner|build\.apprunner|pods\.eks|bedrock-agentcore|bedrock|amplify|airflow|airflow-env|braket|cloud9|appstream|gamelift|kinesisanalytics|databrew|m2|robomaker|greengrass|greengrassv2|iot|credentials\.iot|imagebuilder|opsworks|states|transfer|servicecatalog|proton|rolesanywhere|synthetics|workspaces-web|stacksets\.cloudformation|member\.org\.stacksets\.cloudformation)\.amazonaws\.com(\.cn)?$/

/**
 * Is the role assumed by AWS's own services alone, and by such as run none of our code (EKS's control plane, Elastic
 * Beanstalk, EventBridge)? Then nobody holds its credentials, and its powers are used as the service was built to.
 */
export function isForManagedService(principal: Principal | undefined): boolean {
  if (principal?.holder.kind !== 'role' || principal.trust.length === 0) return false
  const statements = principal.trust.flatMap(({ document }) => document.statements)
  if (principal.trust.some(({ document }) => document.incomplete)) return false
  const granting = statements.filter((statement) => statement.effect.value.toLowerCase() !== 'deny')
  const trusted = granting.flatMap((statement) => statement.principals)
  return (
    trusted.length > 0 &&
    granting.every((statement) => statement.notPrincipals.length === 0) &&
    trusted.every(
      ({ type, value }) => type === 'Service' && /^[\w.-]+$/.test(value.value) && !RUNNERS.test(value.value),
    )
  )
}
