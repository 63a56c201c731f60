import { base62Crc, routableCrc } from '../check-digits.ts'
import type { Vendor } from '../format.ts'

/** Where code is kept, reviewed, built and analysed. */
export const CODE_HOSTING: readonly Vendor[] = [
  {
    id: 'github-token',
    title: 'GitHub token in the repository',
    severity: 'critical',
    description:
      'A GitHub token acts as the person or app it was made for, with its scopes, over every repository it reaches.',
    remediation:
      'Revoke the token (Settings, Developer settings). In workflows use GITHUB_TOKEN with least permissions, between repositories a GitHub App.',
    reference:
      'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/token-expiration-and-revocation',
    kinds: [
      {
        name: 'A GitHub personal access token (classic)',
        starts: 'ghp_',
        form: '[A-Za-z0-9]{36}',
        checkDigits: base62Crc,
      },
      { name: 'A GitHub OAuth access token', starts: 'gho_', form: '[A-Za-z0-9]{36}', checkDigits: base62Crc },
      { name: 'A GitHub App user access token', starts: 'ghu_', form: '[A-Za-z0-9]{36}', checkDigits: base62Crc },
      {
        name: 'A GitHub App installation access token',
        starts: 'ghs_',
        form: '[A-Za-z0-9]{36}',
        checkDigits: base62Crc,
      },
      {
        name: 'A GitHub App installation access token (stateless)',
        starts: 'ghs_',
        form: String.raw`[0-9]{1,12}_eyJ[A-Za-z0-9_-]{10,1000}\.eyJ[A-Za-z0-9_-]{10,3000}\.[A-Za-z0-9_-]{20,800}`,
        reference:
          'https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-an-installation-access-token-for-a-github-app',
      },
      { name: 'A GitHub App refresh token', starts: 'ghr_', form: '[A-Za-z0-9]{36,76}' },
      {
        name: 'A GitHub fine-grained personal access token',
        starts: 'github_pat_',
        form: '[A-Za-z0-9]{22}_[A-Za-z0-9]{59}',
      },
      {
        name: 'A GitHub token of the old form',
        keyword: ['github token', 'github pat', 'gh token'],
        form: '[a-f0-9]{40}',
      },
      {
        name: 'A client secret of a GitHub App or OAuth app',
        keyword: ['github client secret', 'github oauth secret', 'github app secret', 'github secret'],
        form: '[a-f0-9]{40}',
      },
    ],
  },
  {
    id: 'gitlab-token',
    title: 'GitLab token in the repository',
    severity: 'critical',
    description: 'A personal access token acts as its owner over everything its scopes allow.',
    remediation:
      'Revoke the token (Preferences, Access tokens). In pipelines use CI_JOB_TOKEN or masked, protected variables.',
    reference: 'https://docs.gitlab.com/user/profile/personal_access_tokens/',
    kinds: [
      { name: 'A GitLab personal, project or group access token', starts: 'glpat-', form: '[A-Za-z0-9_-]{20}' },
      {
        name: 'A GitLab personal, project or group access token (routable)',
        starts: 'glpat-',
        form: String.raw`[A-Za-z0-9_-]{27,300}\.(?:[0-9]{2}\.)?[a-z0-9]{9}`,
        checkDigits: routableCrc,
      },
      { name: 'A secret of a GitLab OAuth application', starts: 'gloas-', form: '[A-Za-z0-9_-]{64}' },
      { name: 'A GitLab SCIM or OAuth access token', starts: 'glsoat-', form: '[A-Za-z0-9_-]{20}' },
      {
        name: 'A GitLab token of the old form',
        keyword: ['gitlab token', 'gitlab private token', 'gitlab access token'],
        form: '[A-Za-z0-9_-]{20}',
      },
    ],
  },
  {
    id: 'gitlab-runner-token',
    title: 'GitLab runner, deploy or trigger token in the repository',
    severity: 'high',
    description: 'Such a token takes jobs with their secrets, reads code and packages, or starts pipelines.',
    remediation: 'Reset or delete the token where it was made (project settings, CI/CD or Repository).',
    reference: 'https://docs.gitlab.com/security/tokens/',
    kinds: [
      { name: 'A GitLab runner registration token (old)', starts: 'GR1348941', form: '[A-Za-z0-9_-]{20}' },
      { name: 'A GitLab runner authentication token', starts: 'glrt-', form: '(?:t[0-9]_)?[A-Za-z0-9_-]{20}' },
      {
        name: 'A GitLab runner authentication token (routable)',
        starts: 'glrt-',
        form: String.raw`(?:t[0-9]_)?[A-Za-z0-9_-]{27,300}\.(?:[0-9]{2}\.)?[a-z0-9]{9}`,
        checkDigits: routableCrc,
      },
      {
        name: 'A GitLab runner authentication token made by registration',
        starts: 'glrtr-',
        form: '[A-Za-z0-9_-]{20}',
      },
      { name: 'A GitLab deploy token', starts: 'gldt-', form: '[A-Za-z0-9_-]{20}' },
      { name: 'A GitLab pipeline trigger token', starts: 'glptt-', form: '[a-f0-9]{40}' },
      { name: 'A GitLab pipeline trigger token (short)', starts: 'glptt-', form: '[A-Za-z0-9_-]{20}' },
      { name: 'A GitLab CI/CD job token', starts: 'glcbt-', form: '[A-Za-z0-9]{1,5}_[A-Za-z0-9_-]{20}' },
      {
        name: 'A GitLab CI/CD job token (JWT)',
        starts: 'glcbt-eyJ',
        form: String.raw`[A-Za-z0-9_-]{10,800}\.eyJ[A-Za-z0-9_-]{10,3000}\.[A-Za-z0-9_-]{20,800}`,
      },
      { name: 'A GitLab feed token', starts: 'glft-', form: '[A-Za-z0-9_-]{20}' },
      { name: 'A GitLab incoming mail token', starts: 'glimt-', form: '[a-z0-9]{25}' },
      { name: 'A GitLab incoming mail token (long)', starts: 'glimt-', form: '[A-Za-z0-9_-]{20}' },
      { name: 'A GitLab agent token', starts: 'glagent-', form: '[A-Za-z0-9_-]{50,64}' },
      { name: 'A GitLab workspace token', starts: 'glwt-', form: '[A-Za-z0-9_-]{20}' },
      { name: 'A GitLab feature flags client token', starts: 'glffct-', form: '[A-Za-z0-9_-]{20}' },
    ],
  },
  {
    id: 'atlassian-token',
    title: 'Atlassian API token in the repository',
    severity: 'high',
    description: 'The token acts as its owner in Jira, Confluence and Bitbucket.',
    remediation: 'Revoke the token (Account settings, Security, API tokens) and use one with scopes and an expiry.',
    reference: 'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
    kinds: [
      { name: 'An Atlassian API token', starts: 'ATATT3xFf', form: '[A-Za-z0-9_-]{100,300}(?:=[A-F0-9]{8})?' },
      {
        name: 'An Atlassian access token of a repository, project or workspace',
        starts: 'ATCTT3xFf',
        form: '[A-Za-z0-9_-]{100,300}(?:=[A-F0-9]{8})?',
      },
      { name: 'An Atlassian admin API key', starts: 'ATSTT3xFf', form: '[A-Za-z0-9_-]{100,300}(?:=[A-F0-9]{8})?' },
      { name: 'A Bitbucket app password', starts: 'ATBB', form: '[A-Za-z0-9]{24}[A-F0-9]{8}' },
      { name: 'A Bitbucket Data Center HTTP access token', starts: 'BBDC-', form: '[A-Za-z0-9+/]{40,50}' },
      {
        name: 'A Jira or Confluence API token of the old form',
        keyword: ['jira', 'confluence', 'atlassian'],
        form: '[A-Za-z0-9]{24}',
      },
      {
        name: 'A Jira or Confluence Data Center personal access token',
        keyword: ['jira', 'confluence'],
        form: '[A-Za-z0-9+/]{44}',
      },
      { name: 'A secret of a Bitbucket OAuth consumer', keyword: 'bitbucket', form: '[A-Za-z0-9]{32}' },
    ],
  },
  {
    id: 'circleci-token',
    title: 'CircleCI token in the repository',
    severity: 'high',
    description: 'The token starts pipelines and reads their settings, contexts and logs.',
    remediation: 'Revoke the token (User settings, Personal API tokens) and read the new one from the environment.',
    reference: 'https://circleci.com/docs/managing-api-tokens/',
    kinds: [
      { name: 'A CircleCI personal API token', starts: 'CCIPAT_', form: '[A-Za-z0-9]{22}_[a-f0-9]{40}' },
      { name: 'A CircleCI project API token', starts: 'CCIPRJ_', form: '[A-Za-z0-9]{22}_[a-f0-9]{40}' },
      {
        name: 'A CircleCI API token of the old form',
        keyword: ['circleci', 'circle token', 'circle ci'],
        form: '[a-f0-9]{40}',
      },
    ],
  },
  {
    id: 'travis-token',
    title: 'Travis CI token in the repository',
    severity: 'high',
    description: 'The token starts builds and reads the settings of repositories with the secrets in them.',
    remediation: 'Regenerate the token in the settings of the profile and read the new one from the environment.',
    reference: 'https://docs.travis-ci.com/user/triggering-builds/',
    kinds: [{ name: 'A Travis CI API token', keyword: 'travis', form: '[A-Za-z0-9_-]{22}' }],
  },
  {
    id: 'buildkite-token',
    title: 'Buildkite token in the repository',
    severity: 'high',
    description:
      'The token reads builds and their logs, starts new ones, or registers agents that are given jobs with their secrets.',
    remediation:
      'Revoke the token (Personal settings, API access tokens, or Agents) and read the new one from the environment.',
    reference: 'https://buildkite.com/docs/apis/managing-api-tokens',
    kinds: [
      // The least length by which the agent itself takes them out of its logs.
      { name: 'A Buildkite API access token', starts: 'bkua_', form: '[A-Za-z0-9_-]{38,80}' },
      {
        name: 'A Buildkite agent session or job token',
        starts: ['bkaa_', 'bkaj_'],
        form: String.raw`(?:eyJ[A-Za-z0-9_-]{10,200}\.eyJ[A-Za-z0-9_-]{10,800}\.)?[A-Za-z0-9_-]{38,200}`,
        severity: 'medium',
        reference: 'https://buildkite.com/docs/platform/security/tokens',
      },
      { name: 'A Buildkite API access token of the old form', keyword: 'buildkite', form: '[a-f0-9]{40}' },
      { name: 'A Buildkite agent token', keyword: ['buildkite agent', 'buildkite'], form: '[a-f0-9]{50}' },
    ],
  },
  {
    id: 'jenkins-token',
    title: 'Jenkins API token in the repository',
    severity: 'high',
    description:
      'The token acts as its user: on many servers that is enough to run any code with the credentials of all jobs.',
    remediation: 'Revoke the token (the user’s page, Security, API token) and read the new one from the environment.',
    reference: 'https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/',
    kinds: [
      { name: 'A Jenkins API token', keyword: 'jenkins', form: '11[a-f0-9]{32}' },
      { name: 'A Jenkins API token of the old form', keyword: 'jenkins', form: '[a-f0-9]{32}' },
    ],
  },
  {
    id: 'drone-token',
    title: 'Drone CI token in the repository',
    severity: 'high',
    description: 'The token acts as its user in Drone: it starts builds and changes their secrets.',
    remediation: 'Rotate the token in the account’s settings and read the new one from the environment.',
    reference: 'https://docs.drone.io/cli/configure/',
    kinds: [{ name: 'A Drone CI token', keyword: 'drone', form: '[A-Za-z0-9]{32}' }],
  },
  {
    id: 'teamcity-token',
    title: 'TeamCity access token in the repository',
    severity: 'high',
    description: 'The token acts as its user in TeamCity: it starts builds and reads their parameters.',
    remediation: 'Delete the token (Profile, Access tokens) and read the new one from the environment.',
    reference: 'https://www.jetbrains.com/help/teamcity/configuring-your-user-profile.html',
    kinds: [
      {
        name: 'A TeamCity access token',
        starts: 'eyJ0eXAiOiAiVENWMiJ9.',
        form: String.raw`[A-Za-z0-9_-]{36}\.[A-Za-z0-9_-]{40,50}`,
      },
    ],
  },
  {
    id: 'octopus-key',
    title: 'Octopus Deploy API key in the repository',
    severity: 'high',
    description: 'The key acts as its user: it deploys, and reads the variables and accounts of projects.',
    remediation: 'Revoke the key (Profile, My API keys) and read the new one from the environment, or use OIDC.',
    reference: 'https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key',
    kinds: [{ name: 'An Octopus Deploy API key', starts: 'API-', form: '[A-Z0-9]{25,34}' }],
  },
  {
    id: 'appveyor-token',
    title: 'AppVeyor API token in the repository',
    severity: 'high',
    description: 'The token starts builds and reads and changes the settings of projects.',
    remediation: 'Rotate the token (Account, API keys) and read the new one from the environment.',
    reference: 'https://www.appveyor.com/docs/api/',
    kinds: [{ name: 'An AppVeyor API token', keyword: 'appveyor', form: String.raw`(?:v2\.)?[a-z0-9]{20}` }],
  },
  {
    id: 'codecov-token',
    title: 'Codecov token in the repository',
    severity: 'medium',
    description:
      'Whoever has the token uploads reports that decide what passes, or reads the coverage of private code.',
    remediation:
      'Regenerate the token in the repository’s settings on Codecov and read the new one from the environment.',
    reference: 'https://docs.codecov.com/docs/codecov-tokens',
    kinds: [
      {
        name: 'A Codecov upload token',
        keyword: 'codecov',
        form: '[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}',
      },
    ],
  },
  {
    id: 'coveralls-token',
    title: 'Coveralls token in the repository',
    severity: 'medium',
    description: 'Whoever has the token uploads reports for the repository as if they came from its pipeline.',
    remediation:
      'Regenerate the token in the repository’s settings on Coveralls and read the new one from the environment.',
    reference: 'https://docs.coveralls.io/api-introduction',
    kinds: [{ name: 'A Coveralls repository token', keyword: 'coveralls', form: '[A-Za-z0-9]{33}' }],
  },
  {
    id: 'codacy-token',
    title: 'Codacy token in the repository',
    severity: 'medium',
    description: 'The token reads and changes the analysis of the repositories that it is for.',
    remediation:
      'Delete the token in the settings of the account or project and read the new one from the environment.',
    reference: 'https://docs.codacy.com/codacy-api/api-tokens/',
    kinds: [{ name: 'A Codacy token', keyword: 'codacy', form: '[A-Za-z0-9]{20,32}' }],
  },
  {
    id: 'sonar-token',
    title: 'SonarQube token in the repository',
    severity: 'high',
    description:
      'The token acts as its user or project: it reads private code and its findings, and changes what passes.',
    remediation: 'Revoke the token (My account, Security) and read the new one from the environment.',
    reference: 'https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/',
    kinds: [
      { name: 'A SonarQube user token', starts: 'squ_', form: '[a-f0-9]{40}' },
      { name: 'A SonarQube project analysis token', starts: 'sqp_', form: '[a-f0-9]{40}' },
      { name: 'A SonarQube global analysis token', starts: 'sqa_', form: '[a-f0-9]{40}' },
      { name: 'A SonarQube or SonarCloud token of the old form', keyword: 'sonar', form: '[a-f0-9]{40}' },
    ],
  },
  {
    id: 'snyk-token',
    title: 'Snyk token in the repository',
    severity: 'high',
    description: 'The token reads what is vulnerable in private projects and changes what Snyk ignores.',
    remediation: 'Revoke the token (Account settings) and read the new one from the environment.',
    reference: 'https://docs.snyk.io/snyk-api/authentication-for-api',
    kinds: [
      {
        name: 'A Snyk API token',
        keyword: 'snyk',
        form: '[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}',
      },
    ],
  },
  {
    id: 'harness-token',
    title: 'Harness token in the repository',
    severity: 'high',
    description: 'The token runs pipelines with their connectors and secrets as its user or service account.',
    remediation: 'Delete the token (Profile, API keys) and read the new one from the environment.',
    reference: 'https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/',
    kinds: [
      {
        name: 'A Harness personal access token',
        starts: 'pat.',
        form: String.raw`[A-Za-z0-9_-]{22}\.[a-f0-9]{24}\.[A-Za-z0-9]{20}`,
      },
      {
        name: 'A Harness service account token',
        starts: 'sat.',
        form: String.raw`[A-Za-z0-9_-]{22}\.[a-f0-9]{24}\.[A-Za-z0-9]{20}`,
      },
    ],
  },
  {
    id: 'gitea-token',
    title: 'Gitea or Forgejo token in the repository',
    severity: 'high',
    description: 'The token acts as its user over the repositories that its scopes allow.',
    remediation: 'Delete the token (Settings, Applications) and read the new one from the environment.',
    reference: 'https://docs.gitea.com/development/api-usage',
    kinds: [
      { name: 'A Gitea, Forgejo or Codeberg token', keyword: ['gitea', 'forgejo', 'codeberg'], form: '[a-f0-9]{40}' },
    ],
  },
  {
    id: 'azure-devops-token',
    title: 'Azure DevOps token in the repository',
    severity: 'critical',
    description: 'The token reads and changes code, pipelines and packages of the organisation as its user.',
    remediation:
      'Revoke the token (User settings, Personal access tokens), and let pipelines use service connections with workload identity.',
    reference:
      'https://learn.microsoft.com/en-us/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
    kinds: [
      {
        name: 'An Azure DevOps personal access token',
        holds: 'AZDO',
        before: '[A-Za-z0-9]{76}',
        form: '[A-Za-z0-9]{4}',
      },
      {
        name: 'An Azure DevOps personal access token of the old form',
        keyword: ['azure devops', 'azdo', 'ado pat', 'vsts', 'visualstudio.com'],
        form: '[a-z2-7]{52}',
      },
    ],
  },
  {
    id: 'sourcegraph-token',
    title: 'Sourcegraph token in the repository',
    severity: 'high',
    description: 'The token reads all code that its user can search.',
    remediation: 'Delete the token (Settings, Access tokens) and read the new one from the environment.',
    reference: 'https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token',
    kinds: [{ name: 'A Sourcegraph access token', starts: 'sgp_', form: '(?:[a-f0-9]{16}_|local_)[a-f0-9]{40}' }],
  },
  {
    id: 'bitrise-token',
    title: 'Bitrise token in the repository',
    severity: 'high',
    description: 'The token starts builds and reads their settings and secrets as its user.',
    remediation: 'Revoke the token (Account settings, Security) and read the new one from the environment.',
    reference: 'https://devcenter.bitrise.io/en/accounts/personal-access-tokens.html',
    kinds: [{ name: 'A Bitrise access token', keyword: 'bitrise', form: '[A-Za-z0-9_-]{86}' }],
  },
]
