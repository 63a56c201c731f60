/**
 * Identity providers that roles trust, and what a token of each says about whose it is.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
 */
export interface Issuer {
  readonly id: 'github' | 'shared' | 'own'
  readonly host: RegExp
  /** It signs for all its customers: without a subject, a stranger's token is as good as ours. Else for this one only. */
  readonly servesEveryone: boolean
  /** The audience is the customer's own client or pool, and says whose the token is. */
  readonly audienceNames?: true
  /** What of a subject, up to its first wildcard, says whose it is. Absent where that is not told by its form. */
  readonly customer?: RegExp
  /** And which project, pipeline or workspace of the customer's. */
  readonly project?: RegExp
  /** Other claims, lower case, that say which project or whose. */
  readonly claims?: RegExp
  /** As it should be. */
  readonly subject: string
  /** What it signs for: "every project". */
  readonly things: string
}

const github = (host: RegExp, servesEveryone: boolean): Issuer => ({
  id: 'github',
  host,
  servesEveryone,
  subject: 'repo:<organization>/<repository>:ref:refs/heads/main',
  things: 'repository',
})

/** The first that fits counts. Of one customer's own: an address of theirs, or their id in the path. */
const ISSUERS: readonly Issuer[] = [
  // https://docs.github.com/en/enterprise-cloud@latest/actions/reference/security/oidc#customizing-the-issuer-value-for-an-enterprise
  github(
    /token\.actions\.githubusercontent\.com\/[\w-]|github\.com\/enterprises\/|_services\/token$|\.ghe\.com/,
    false,
  ),
  github(/token\.actions\.githubusercontent\.com/, true),
  {
    id: 'shared', // https://docs.gitlab.com/ci/secrets/id_token_authentication/#token-payload
    host: /(^|\/)gitlab\.com/,
    servesEveryone: true,
    customer: /^project_path:[^/:]+\//,
    project: /^project_path:[^:]+:/,
    claims: /^(project_id|project_path|namespace_id|namespace_path|user_id|user_login|user_email)$/,
    subject: 'project_path:<group>/<project>:ref_type:branch:ref:main',
    things: 'project',
  },
  {
    id: 'shared', // https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/workload-identity-tokens
    host: /app(\.eu)?\.terraform\.io/,
    servesEveryone: true,
    customer: /^organization:[^:]+:/,
    project: /^organization:[^:]+:project:[^:]+:(workspace|stack):[^:]+:/,
    claims: /^terraform_(organization|project|workspace|stack)_(id|name)$/,
    subject: 'organization:<organization>:project:<project>:workspace:<workspace>:run_phase:apply',
    things: 'workspace',
  },
  {
    id: 'shared', // https://buildkite.com/docs/agent/cli/reference/oidc#claims
    host: /agent\.buildkite\.(com|dev)|agent\.[\w-]+\.buildkite\.(dev|site)/,
    servesEveryone: true,
    customer: /^organization:[^:]+:/,
    project: /^organization:[^:]+:pipeline:[^:]+:/,
    claims: /^(organization|pipeline|cluster)_(id|slug)$/,
    subject: 'organization:<organization>:pipeline:<pipeline>:ref:refs/heads/main:commit:*:step:*',
    things: 'pipeline',
  },
  {
    id: 'shared', // https://www.pulumi.com/docs/administration/access-identity/oidc-client/
    host: /api\.pulumi\.com/,
    servesEveryone: true,
    customer: /^pulumi:(deploy|environments):(org|pulumi\.organization\.login):[^:]+(:|$)/,
    project: /^pulumi:deploy:org:[^:]+:project:[^:]+:/,
    subject: 'pulumi:deploy:org:<organization>:project:<project>:stack:<stack>:operation:*',
    things: 'stack',
  },
  {
    id: 'shared', // https://codefresh.io/docs/docs/integrations/oidc-pipelines/
    host: /oidc\.codefresh\.io|token\.codefresh\.io/,
    servesEveryone: true,
    customer: /^account:[^:]+:/,
    project: /^account:[^:]+:pipeline:[^:]+:/,
    subject: 'account:<account id>:pipeline:<pipeline id>:*',
    things: 'pipeline',
  },
  {
    id: 'own', // https://vercel.com/docs/oidc/reference: in team mode the team is in the path.
    host: /oidc\.vercel\.com\/[\w-]/,
    servesEveryone: false,
    project: /^owner:[^:]+:project:[^:]+:/,
    claims: /^(project|project_id)$/,
    subject: 'owner:<team>:project:<project>:environment:production',
    things: 'project',
  },
  {
    id: 'shared',
    host: /oidc\.vercel\.com/,
    servesEveryone: true,
    customer: /^owner:[^:]+:/,
    project: /^owner:[^:]+:project:[^:]+:/,
    claims: /^(owner|owner_id|project_id)$/,
    subject: 'owner:<team>:project:<project>:environment:production',
    things: 'project',
  },
  {
    id: 'own', // https://support.atlassian.com/bitbucket-cloud/docs/use-aws-ecr-images-in-pipelines-with-openid-connect/: the workspace is in the path.
    host: /api\.bitbucket\.org/,
    servesEveryone: false,
    project: /^\{[\w-]+\}/,
    claims: /^(repositoryuuid|deploymentenvironmentuuid)$/,
    subject: '{<repository uuid>}:*',
    things: 'repository',
  },
  {
    id: 'own', // https://circleci.com/docs/openid-connect-tokens/: the organization is in the path.
    host: /oidc\.circleci\.com/,
    servesEveryone: false,
    project: /^org\/[^/]+\/project\/[^/*?]+\//,
    claims: /project-id$/,
    subject: 'org/<organization id>/project/<project id>/user/*',
    things: 'project',
  },
  {
    id: 'shared', // https://modal.com/docs/guide/oidc-integration
    host: /oidc\.modal\.com/,
    servesEveryone: true,
    customer: /^modal:workspace_id:[^:]+:/,
    project: /^modal:workspace_id:[^:]+:environment_name:[^:]+:app_name:[^:]+:/,
    claims: /^(workspace_id|app_id)$/,
    subject: 'modal:workspace_id:<workspace id>:environment_name:main:app_name:<app>:*',
    things: 'app',
  },
  {
    id: 'own', // https://fly.io/docs/security/openid-connect/: the organization is in the path.
    host: /oidc\.fly\.io/,
    servesEveryone: false,
    project: /^[^:]+:[^:]+:/,
    claims: /^app_(id|name)$/,
    subject: '<organization>:<app>:*',
    things: 'app',
  },
  {
    id: 'own', // https://docs.spacelift.io/integrations/cloud-providers/oidc: an address of the account's own.
    host: /[\w-]+\.app\.(us\.)?spacelift\.io/,
    servesEveryone: false,
    project: /^space:[^:]+:(stack|module):[^:]+:/,
    claims: /^(spaceid|callerid)$/,
    subject: 'space:<space>:stack:<stack>:run_type:TRACKED:scope:write',
    things: 'stack',
  },
  {
    id: 'own', // https://developer.harness.io/docs/platform/connectors/cloud-providers/ref-cloud-providers/aws-connector-settings-reference/: the account is in the path.
    host: /app\d?\.harness\.io/,
    servesEveryone: false,
    project: /^account\/[^:]+:org\/[^:]+:project\/[^:*?]+/,
    subject: 'account/<account id>:org/<organization>:project/<project>',
    things: 'project',
  },
  {
    id: 'own', // https://docs.semaphore.io/using-semaphore/openid: an address of the organization's own.
    host: /[\w-]+\.semaphoreci\.com/,
    servesEveryone: false,
    project: /^org:[^:]+:project:[^:]+:/,
    claims: /^(prj|prj_id|repo)$/,
    subject: 'org:<organization>:project:<project>:repo:<repository>:ref_type:branch:ref:refs/heads/main',
    things: 'project',
  },
  {
    id: 'own', // https://learn.microsoft.com/azure/devops/pipelines/library/service-endpoints: the organization is in the path.
    host: /vstoken\.dev\.azure\.com/,
    servesEveryone: false,
    project: /^sc:\/\/[^/]+\/[^/]+\//,
    subject: 'sc://<organization>/<project>/<service connection>',
    things: 'service connection',
  },
  {
    id: 'own', // https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
    host: /oidc\.eks\.[\w-]+\.amazonaws\.com|oidc-eks\.[\w-]+\.api\.aws|container\.googleapis\.com\/v1\/|oidc\.prod-aks\.azure\.com/,
    servesEveryone: false,
    project: /^system:serviceaccount:[^:]+:/,
    subject: 'system:serviceaccount:<namespace>:<service account>',
    things: 'service account',
  },
  {
    id: 'shared', // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc.html
    host: /accounts\.google\.com|cognito-identity\.amazonaws\.com|graph\.facebook\.com|www\.amazon\.com/,
    servesEveryone: true,
    audienceNames: true,
    subject: '<subject>',
    things: 'subject',
  },
]

/** Any other: a company's own. */
const OWN: Issuer = { id: 'own', host: /^/, servesEveryone: false, subject: '<subject>', things: 'subject' }

export function issuerOf(host: string): Issuer {
  return ISSUERS.find((issuer) => issuer.host.test(host)) ?? OWN
}

/** One that we know by name. */
export const isKnownIssuer = (host: string): boolean => issuerOf(host) !== OWN
