import type { Severity } from '../../../core/finding.ts'

/** A kind of secret that its own letters give away, wherever it stands. */
export interface TokenFormat {
  readonly id: string
  readonly title: string
  readonly severity: Severity
  /** What was found, for the message. */
  readonly what: string
  /** What every such token begins with or, where that says nothing, holds: most texts have neither for any format. */
  readonly mark: { readonly begins: string } | { readonly holds: string }
  /** With the flag g; the group `secret`, where there is one, is the secret, else the whole match. */
  readonly pattern: RegExp
  /** Why it matters, and what to do: the sentences that all of them share are added. */
  readonly description: string
  readonly remediation: string
  readonly reference: string
}

/** Formats that their issuers document or made to be recognised (a prefix of their own), and that secretlint has no rule for. */
export const TOKEN_FORMATS: readonly TokenFormat[] = [
  {
    id: 'stripe-key',
    title: 'Stripe live key in the repository',
    severity: 'critical',
    what: 'A Stripe live secret or restricted key',
    mark: { begins: '[sr]k_live_' },
    pattern: /(?<![A-Za-z0-9])[sr]k_live_[A-Za-z0-9]{16,250}(?![A-Za-z0-9])/g,
    description: 'A live key moves real money: charges, refunds, payouts, and the data of every customer.',
    remediation:
      'Roll the key (Dashboard, Developers, API keys) and prefer a restricted one, read from the environment.',
    reference: 'https://docs.stripe.com/keys',
  },
  {
    id: 'terraform-cloud-token',
    title: 'HCP Terraform token in the repository',
    severity: 'critical',
    what: 'An HCP Terraform (Terraform Cloud) token',
    mark: { holds: '\\.atlasv1\\.' },
    pattern: /(?<![A-Za-z0-9])[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,70}(?![A-Za-z0-9])/g,
    description: 'The token runs plans and applies with the credentials of the workspaces, and reads their state.',
    remediation:
      'Delete the token (User or organisation settings, Tokens), and pass the new one as TF_TOKEN_app_terraform_io.',
    reference: 'https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens',
  },
  {
    id: 'pulumi-token',
    title: 'Pulumi access token in the repository',
    severity: 'critical',
    what: 'A Pulumi access token',
    mark: { begins: 'pul-[a-f0-9]' },
    pattern: /(?<![A-Za-z0-9])pul-[a-f0-9]{40}(?![A-Za-z0-9])/g,
    description: 'The token updates stacks and reads their configuration and state, with the secrets in them.',
    remediation:
      'Delete the token (Account settings, Access tokens) and pass the new one as PULUMI_ACCESS_TOKEN, or use OIDC.',
    reference: 'https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/',
  },
  {
    id: 'azure-secret',
    title: 'Azure secret in the repository',
    severity: 'critical',
    what: 'An Azure storage account key or client secret',
    mark: { holds: 'AccountKey=|[0-9]Q~' },
    pattern:
      /AccountKey=(?<secret>[A-Za-z0-9+/]{86}==)|(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~.-])/g,
    description: 'A storage account key opens all data of the account; a client secret acts as the application.',
    remediation:
      'Rotate the key or delete the client secret, and use a managed identity or federated credentials instead.',
    reference: 'https://learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage',
  },
  {
    id: 'google-api-key',
    title: 'Google API key in the repository',
    severity: 'medium',
    what: 'A Google API key',
    mark: { begins: 'AIza' },
    pattern: /(?<![A-Za-z0-9_-])AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/g,
    description:
      'Whoever has the key uses the APIs it is good for on your bill. Keys of Firebase and of maps in a browser are public by design; then the question is what they are restricted to.',
    remediation:
      'Restrict the key to its APIs, addresses or apps; if it was not meant for browsers, delete it and make another.',
    reference: 'https://docs.cloud.google.com/docs/authentication/api-keys-best-practices',
  },
  {
    id: 'google-oauth-secret',
    title: 'Google OAuth client secret in the repository',
    severity: 'high',
    what: 'A Google OAuth client secret',
    mark: { begins: 'GOCSPX-' },
    pattern: /(?<![A-Za-z0-9])GOCSPX-[A-Za-z0-9_-]{28}(?![A-Za-z0-9_-])/g,
    description: 'With the secret anyone can pose as the application towards people who log in by Google.',
    remediation: 'Add a new client secret, change over, and disable this one (APIs and services, Credentials).',
    reference: 'https://support.google.com/cloud/answer/15549257',
  },
  {
    id: 'digitalocean-token',
    title: 'DigitalOcean token in the repository',
    severity: 'high',
    what: 'A DigitalOcean token',
    mark: { begins: 'do[opr]_v1_' },
    pattern: /(?<![A-Za-z0-9])do[opr]_v1_[a-f0-9]{64}(?![A-Za-z0-9])/g,
    description: 'The token makes, reads and destroys whatever its scopes allow, servers and databases among it.',
    remediation: 'Delete the token (API, Tokens) and pass one with fewer scopes from the environment.',
    reference: 'https://docs.digitalocean.com/reference/api/create-personal-access-token/',
  },
  {
    id: 'pypi-token',
    title: 'PyPI token in the repository',
    severity: 'critical',
    what: 'A PyPI upload token',
    mark: { begins: 'pypi-AgE' },
    pattern: /(?<![A-Za-z0-9])pypi-AgE(?:IcHlwaS5vcmc|NdGVzdC5weXBpLm9yZw)[A-Za-z0-9_-]{50,}/g,
    description: 'The token uploads releases: whoever has it can put code into everything that depends on the project.',
    remediation: 'Remove the token (Account settings, API tokens) and publish by trusted publishing (OIDC).',
    reference: 'https://pypi.org/help/#apitoken',
  },
  {
    id: 'rubygems-key',
    title: 'RubyGems API key in the repository',
    severity: 'critical',
    what: 'A RubyGems API key',
    mark: { begins: 'rubygems_' },
    pattern: /(?<![A-Za-z0-9])rubygems_[a-f0-9]{48}(?![A-Za-z0-9])/g,
    description: 'The key pushes gems: whoever has it can put code into everything that depends on them.',
    remediation: 'Delete the key (Settings, API keys) and publish by trusted publishing (OIDC).',
    reference: 'https://guides.rubygems.org/api-key-scopes/',
  },
  {
    id: 'artifactory-token',
    title: 'JFrog Artifactory key in the repository',
    severity: 'high',
    what: 'A JFrog Artifactory API key',
    mark: { begins: 'AKCp' },
    pattern: /(?<![A-Za-z0-9])AKCp[A-Za-z0-9]{69}(?![A-Za-z0-9])/g,
    description: 'The key reads private packages and, if its user may, replaces what others install.',
    remediation: 'Revoke the key, and let pipelines log in by OIDC or with scoped, short-lived tokens.',
    reference: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens',
  },
  {
    id: 'gitlab-runner-token',
    title: 'GitLab runner, deploy or trigger token in the repository',
    severity: 'high',
    what: 'A GitLab runner, deploy, trigger or agent token',
    mark: { begins: 'GR1348941|gl(?:rt|dt|ptt|cbt|agent|soat|ffct|imt|ft)-' },
    pattern:
      /(?<![A-Za-z0-9])(?:GR1348941[A-Za-z0-9_-]{20}|gl(?:rt|dt|ptt|soat|ffct|imt|ft)-[A-Za-z0-9_-]{20}|glcbt-[A-Za-z0-9]{1,5}_[A-Za-z0-9_-]{20}|glagent-[A-Za-z0-9_-]{50})(?![A-Za-z0-9_-])/g,
    description: 'Such a token takes jobs with their secrets, reads code and packages, or starts pipelines.',
    remediation: 'Reset or delete the token where it was made (project settings, CI/CD or Repository).',
    reference: 'https://docs.gitlab.com/security/tokens/',
  },
  {
    id: 'atlassian-token',
    title: 'Atlassian API token in the repository',
    severity: 'high',
    what: 'An Atlassian API token',
    mark: { begins: 'AT[AC]TT3xFf' },
    pattern: /(?<![A-Za-z0-9])AT[AC]TT3xFf[A-Za-z0-9_=-]{100,300}(?![A-Za-z0-9_=-])/g,
    description: 'The token acts as its owner in Jira, Confluence and Bitbucket.',
    remediation: 'Revoke the token (Account settings, Security, API tokens) and use one with scopes and an expiry.',
    reference: 'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
  },
  {
    id: 'sentry-token',
    title: 'Sentry token in the repository',
    severity: 'high',
    what: 'A Sentry token',
    mark: { begins: 'sntry[su]_' },
    pattern: /(?<![A-Za-z0-9])(?:sntryu_[a-f0-9]{64}|sntrys_eyJ[A-Za-z0-9+/=_-]{60,500})(?![A-Za-z0-9])/g,
    description: 'The token reads events, with the personal data in them, and changes projects as its scopes allow.',
    remediation: 'Revoke the token (Settings, Developer settings or User auth tokens).',
    reference: 'https://docs.sentry.io/account/auth-tokens/',
  },
  {
    id: 'newrelic-key',
    title: 'New Relic key in the repository',
    severity: 'high',
    what: 'A New Relic user key',
    mark: { begins: 'NRAK-' },
    pattern: /(?<![A-Za-z0-9])NRAK-[A-Z0-9]{27}(?![A-Za-z0-9])/g,
    description: 'A user key queries all data its owner can see and changes their configuration.',
    remediation: 'Delete the key (API keys) and keep the new one in Secrets Manager.',
    reference: 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
  },
  {
    id: 'dynatrace-token',
    title: 'Dynatrace token in the repository',
    severity: 'high',
    what: 'A Dynatrace token',
    mark: { begins: 'dt0[a-z][0-9]{2}\\.' },
    pattern: /(?<![A-Za-z0-9])dt0[a-z][0-9]{2}\.[A-Z0-9]{24}\.[A-Z0-9]{64}(?![A-Za-z0-9])/g,
    description: 'The token reads and writes monitoring data and settings as its scopes allow.',
    remediation: 'Delete the token (Access tokens) and make one with fewer scopes and an expiry.',
    reference:
      'https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens',
  },
  {
    id: 'doppler-token',
    title: 'Doppler token in the repository',
    severity: 'critical',
    what: 'A Doppler token',
    mark: { begins: 'dp\\.(?:pt|ct|st|sa|scim|audit)\\.' },
    pattern:
      /(?<![A-Za-z0-9])dp\.(?:pt|ct|sa|scim|audit)\.[A-Za-z0-9]{40,44}(?![A-Za-z0-9])|(?<![A-Za-z0-9])dp\.st\.(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,44}(?![A-Za-z0-9])/g,
    description: 'The token opens the secrets of a configuration or of everything its owner can read.',
    remediation: 'Revoke the token, rotate what it opened, and let machines log in by OIDC.',
    reference: 'https://docs.doppler.com/reference/auth-token-formats',
  },
  {
    id: 'planetscale-token',
    title: 'PlanetScale password or token in the repository',
    severity: 'high',
    what: 'A PlanetScale password or token',
    mark: { begins: 'pscale_' },
    pattern: /(?<![A-Za-z0-9])pscale_(?:pw|tkn|oauth)_[A-Za-z0-9_=.-]{32,64}(?![A-Za-z0-9_=.-])/g,
    description: 'With it anyone can read and change the database, or the databases of the organisation.',
    remediation: 'Delete the password or service token and make another, read from the environment.',
    reference: 'https://planetscale.com/docs/concepts/service-tokens',
  },
  {
    id: 'telegram-token',
    title: 'Telegram bot token in the repository',
    severity: 'medium',
    what: 'A Telegram bot token',
    mark: { holds: ':AA[A-Za-z0-9_-]' },
    pattern: /(?<![A-Za-z0-9])[0-9]{8,10}:AA[A-Za-z0-9_-]{33}(?![A-Za-z0-9_-])/g,
    description: 'The token is the bot: whoever has it reads what people write to it and answers in its name.',
    remediation: 'Revoke the token with @BotFather (/revoke) and pass the new one from the environment.',
    reference: 'https://core.telegram.org/bots/features#botfather',
  },
  {
    id: 'chat-webhook',
    title: 'Webhook of a chat in the repository',
    severity: 'medium',
    what: 'A Discord or Microsoft Teams webhook address, which is a secret itself',
    mark: { holds: '/api/webhooks/|\\.webhook\\.office\\.com/' },
    pattern:
      /https:\/\/(?:(?:canary|ptb)\.)?discord(?:app)?\.com\/api\/webhooks\/[0-9]{17,20}\/[A-Za-z0-9_-]{60,80}|https:\/\/[a-z0-9-]{1,60}\.webhook\.office\.com\/webhookb2\/[A-Za-z0-9@-]{60,100}\/IncomingWebhook\/[a-f0-9]{32}\/[a-f0-9-]{36}/g,
    description: 'Whoever has the address posts into the channel as if it were the service.',
    remediation: 'Delete the webhook and make another; keep its address like a password.',
    reference: 'https://docs.discord.com/developers/resources/webhook',
  },
  {
    id: 'postman-key',
    title: 'Postman API key in the repository',
    severity: 'medium',
    what: 'A Postman API key',
    mark: { begins: 'PMAK-' },
    pattern: /(?<![A-Za-z0-9])PMAK-[a-f0-9]{24}-[a-f0-9]{34}(?![A-Za-z0-9])/g,
    description: 'The key reads collections and environments, with the credentials that people keep in them.',
    remediation: 'Delete the key (Settings, API keys), and rotate what stood in the environments it opened.',
    reference: 'https://learning.postman.com/docs/developer/postman-api/authentication/',
  },
  {
    id: 'age-key',
    title: 'Key of age or SOPS in the repository',
    severity: 'critical',
    what: 'A secret key of age, which decrypts what SOPS or age encrypted to it',
    mark: { begins: 'AGE-SECRET-KEY-1' },
    pattern: /(?<![A-Za-z0-9-])AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}(?![A-Za-z0-9])/g,
    description: 'The encrypted files are mostly in the same repository: with the key beside them they are plain text.',
    remediation:
      'Make a new key, encrypt the files to it (sops updatekeys), and rotate every secret that stood in them.',
    reference: 'https://github.com/FiloSottile/age',
  },
]
