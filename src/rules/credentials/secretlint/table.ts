import type { TokenKind } from '../leaked-token.ts'

/** One rule of secretlint's preset as a rule of ours. */
export interface Row extends TokenKind {
  /** Its name in the preset, without `@secretlint/secretlint-rule-`. */
  readonly engine: string
  /** What was found, for the message; by secretlint's message id where it tells kinds apart. */
  readonly what: string
  readonly kinds?: Readonly<Record<string, string>>
}

/** All rules of the preset but four: AWS, Google and private keys are found by rules of our own, and comments silence nothing. */
export const TABLE: readonly Row[] = [
  {
    engine: 'github',
    id: 'github-token',
    title: 'GitHub token in the repository',
    severity: 'critical',
    what: 'A GitHub token',
    description:
      'A GitHub token acts as the person or app it was made for, with its scopes, over every repository it reaches.',
    remediation:
      'Revoke the token (Settings, Developer settings). In workflows use GITHUB_TOKEN with least permissions, between repositories a GitHub App.',
    reference:
      'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/token-expiration-and-revocation',
  },
  {
    engine: 'gitlab',
    id: 'gitlab-token',
    title: 'GitLab token in the repository',
    severity: 'critical',
    what: 'A GitLab personal access token',
    description: 'A personal access token acts as its owner over everything its scopes allow.',
    remediation:
      'Revoke the token (Preferences, Access tokens). In pipelines use CI_JOB_TOKEN or masked, protected variables.',
    reference: 'https://docs.gitlab.com/user/profile/personal_access_tokens/',
  },
  {
    engine: 'npm',
    id: 'npm-token',
    title: 'npm or package registry token in the repository',
    severity: 'critical',
    what: 'An npm access token',
    kinds: {
      PackageJSON_xOauthToken: 'A GitHub token in the address of a dependency',
      Npmrc_authToken: 'A package registry token in .npmrc',
    },
    description:
      'A registry token can publish: whoever has it can put code into everything that depends on the packages.',
    remediation:
      'Revoke the token (npm token revoke). In .npmrc write _authToken=${NPM_TOKEN}; publish from CI by trusted publishing (OIDC).',
    reference: 'https://docs.npmjs.com/about-access-tokens',
  },
  {
    engine: 'docker',
    id: 'docker-token',
    title: 'Docker Hub token in the repository',
    severity: 'high',
    what: 'A Docker Hub personal access token',
    description: 'A Docker Hub token can pull private images and, if it may write, replace public ones.',
    remediation:
      'Delete the token (Account settings, Personal access tokens) and read the new one from the environment.',
    reference: 'https://docs.docker.com/security/access-tokens/',
  },
  {
    engine: 'slack',
    id: 'slack-token',
    title: 'Slack token or webhook in the repository',
    severity: 'high',
    what: 'A Slack token',
    kinds: { IncomingWebhook: 'A Slack webhook address, which is a secret itself' },
    description:
      'A Slack token reads and writes what its app or user can; a webhook lets anyone post into its channel.',
    remediation: 'Revoke the token (auth.revoke) or regenerate the webhook in the settings of the app.',
    reference: 'https://docs.slack.dev/authentication/tokens',
  },
  {
    engine: 'database-connection-string',
    id: 'database-url',
    title: 'Database address with a password in the repository',
    severity: 'high',
    what: 'A database address with its password',
    description: 'The address says where the database is, the password lets anyone in who can reach it.',
    remediation:
      'Change the password. Keep it in Secrets Manager (which can rotate it), or use IAM authentication to RDS.',
    reference: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html',
  },
  {
    engine: 'basicauth',
    id: 'basic-auth-url',
    title: 'Address with user name and password in the repository',
    severity: 'high',
    what: 'An address with a user name and a password',
    description: 'Whoever reads the address can log in; such addresses also end up in logs, histories and proxies.',
    remediation: 'Change the password, and pass user name and password from the environment or a credential helper.',
    reference: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
  },
  {
    engine: 'hashicorp-vault',
    id: 'vault-token',
    title: 'HashiCorp Vault token in the repository',
    severity: 'critical',
    what: 'A HashiCorp Vault token',
    description: 'A Vault token opens every secret that its policies allow.',
    remediation: 'Revoke it (vault token revoke). Let machines log in by their AWS, Kubernetes or OIDC identity.',
    reference: 'https://developer.hashicorp.com/vault/docs/concepts/tokens',
  },
  {
    engine: '1password',
    id: 'onepassword-token',
    title: '1Password service account token in the repository',
    severity: 'critical',
    what: 'A 1Password service account token',
    description: 'The token opens every vault that the service account can read.',
    remediation:
      'Revoke the token (Developer, Service accounts), rotate it, and read the new one from the environment.',
    reference: 'https://developer.1password.com/docs/service-accounts/security/',
  },
  {
    engine: 'openai',
    id: 'openai-key',
    title: 'OpenAI API key in the repository',
    severity: 'high',
    what: 'An OpenAI API key',
    description: 'Whoever has the key uses the models at your cost and can read files and threads of the project.',
    remediation: 'Delete the key on the API keys page and read the new one from the environment.',
    reference: 'https://help.openai.com/en/articles/5112595-best-practices-for-api-key-safety',
  },
  {
    engine: 'anthropic',
    id: 'anthropic-key',
    title: 'Anthropic API key in the repository',
    severity: 'high',
    what: 'An Anthropic API key',
    description: 'Whoever has the key uses the models at your cost.',
    remediation:
      'Delete the key in the Console and read the new one from the environment; on AWS use Bedrock under a role.',
    reference:
      'https://support.anthropic.com/en/articles/9767949-api-key-best-practices-keeping-your-keys-safe-and-secure',
  },
  {
    engine: 'groq',
    id: 'groq-key',
    title: 'Groq API key in the repository',
    severity: 'high',
    what: 'A Groq API key',
    description: 'Whoever has the key uses the models at your cost.',
    remediation: 'Delete the key in the console and read the new one from the environment.',
    reference: 'https://console.groq.com/docs/quickstart',
  },
  {
    engine: 'huggingface',
    id: 'huggingface-token',
    title: 'Hugging Face token in the repository',
    severity: 'high',
    what: 'A Hugging Face user access token',
    description: 'The token reads private models and data sets, and can replace them if it may write.',
    remediation: 'Invalidate the token (Settings, Access tokens) and read a fine-grained one from the environment.',
    reference: 'https://huggingface.co/docs/hub/security-tokens',
  },
  {
    engine: 'sendgrid',
    id: 'sendgrid-key',
    title: 'SendGrid API key in the repository',
    severity: 'high',
    what: 'A SendGrid API key',
    description: 'Whoever has the key can send mail in your name, past every spam filter that trusts you.',
    remediation: 'Delete the key (Settings, API keys) and read one with fewer scopes from the environment.',
    reference: 'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys',
  },
  {
    engine: 'shopify',
    id: 'shopify-token',
    title: 'Shopify token in the repository',
    severity: 'high',
    what: 'A Shopify access token or app secret',
    description: 'The token reads and changes what the app may: orders, customers, products.',
    remediation: 'Revoke the credentials in the app’s settings and read new ones from the environment.',
    reference:
      'https://shopify.dev/docs/apps/build/authentication-authorization/client-secrets/rotate-revoke-client-credentials',
  },
  {
    engine: 'linear',
    id: 'linear-key',
    title: 'Linear API key in the repository',
    severity: 'high',
    what: 'A Linear API key',
    description: 'The key acts as the person who made it.',
    remediation: 'Revoke the key (Settings, Security & access) and read the new one from the environment.',
    reference: 'https://linear.app/docs/api-and-webhooks',
  },
  {
    engine: 'notion',
    id: 'notion-token',
    title: 'Notion token in the repository',
    severity: 'high',
    what: 'A Notion integration token',
    description: 'The token reads and changes every page the integration was added to.',
    remediation: 'Refresh the secret in the integration’s settings and read it from the environment.',
    reference: 'https://developers.notion.com/docs/best-practices-for-handling-api-keys',
  },
  {
    engine: 'grafana',
    id: 'grafana-token',
    title: 'Grafana token in the repository',
    severity: 'high',
    what: 'A Grafana service account token',
    kinds: { GRAFANA_CLOUD_API_TOKEN: 'A Grafana Cloud API token' },
    description: 'The token reads and changes dashboards, data sources and alerts as its service account can.',
    remediation:
      'Delete the token (Administration, Service accounts or Cloud access policies) and read the new one from the environment.',
    reference: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/',
  },
  {
    engine: 'vercel',
    id: 'vercel-token',
    title: 'Vercel token in the repository',
    severity: 'high',
    what: 'A Vercel token',
    description: 'The token deploys, and reads the environment variables of the projects it reaches.',
    remediation: 'Delete the token (Account settings, Tokens) and read the new one from the environment.',
    reference: 'https://vercel.com/docs/rest-api#authentication',
  },
  {
    engine: 'databricks',
    id: 'databricks-token',
    title: 'Databricks token in the repository',
    severity: 'high',
    what: 'A Databricks personal access token',
    description: 'The token acts as its owner over the data and jobs of the workspace.',
    remediation: 'Revoke the token (Settings, Developer) and use OAuth for machines.',
    reference: 'https://docs.databricks.com/aws/en/dev-tools/auth/pat',
  },
  {
    engine: 'figma',
    id: 'figma-token',
    title: 'Figma token in the repository',
    severity: 'medium',
    what: 'A Figma personal access token',
    description: 'The token reads the files and comments that its owner can.',
    remediation: 'Revoke the token (Settings, Security) and read the new one from the environment.',
    reference: 'https://developers.figma.com/docs/rest-api/authentication/',
  },
]
