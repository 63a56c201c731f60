import { base62Crc } from '../check-digits.ts'
import type { Vendor } from '../format.ts'

/** Where packages and images are published: whoever has one of these can put code into what others install. */
export const REGISTRIES: readonly Vendor[] = [
  {
    id: 'npm-token',
    title: 'npm or package registry token in the repository',
    severity: 'critical',
    description:
      'A registry token can publish: whoever has it can put code into everything that depends on the packages.',
    remediation:
      'Revoke the token (npm token revoke). In .npmrc write _authToken=${NPM_TOKEN}; publish from CI by trusted publishing (OIDC).',
    reference: 'https://docs.npmjs.com/about-access-tokens',
    kinds: [
      { name: 'An npm access token', starts: 'npm_', form: '[A-Za-z0-9]{36}', checkDigits: base62Crc },
      {
        name: 'An npm access token of the old form',
        keyword: ['npm token', 'npm auth token'],
        form: '[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}',
      },
      {
        name: 'A package registry token in .npmrc',
        starts: ':_authToken=',
        form: String.raw`(?:|\\{0,4}["'])(?<secret>[A-Za-z0-9_+/.=-]{20,200})`,
        open: true,
      },
      {
        name: 'A GitHub token in the address of a dependency',
        holds: ':x-oauth-basic@github.com',
        before: '(?<secret>[a-f0-9]{40}|[A-Za-z0-9_]{40,255})',
        form: '',
        open: true,
      },
    ],
  },
  {
    id: 'docker-token',
    title: 'Docker Hub token in the repository',
    severity: 'high',
    description: 'A Docker Hub token can pull private images and, if it may write, replace public ones.',
    remediation:
      'Delete the token (Account settings, Personal access tokens) and read the new one from the environment.',
    reference: 'https://docs.docker.com/security/access-tokens/',
    kinds: [
      { name: 'A Docker Hub personal access token', starts: 'dckr_pat_', form: '[A-Za-z0-9_-]{27}' },
      { name: 'A Docker Hub organisation access token', starts: 'dckr_oat_', form: '[A-Za-z0-9_-]{27,40}' },
    ],
  },
  {
    id: 'pypi-token',
    title: 'PyPI token in the repository',
    severity: 'critical',
    description: 'The token uploads releases: whoever has it can put code into everything that depends on the project.',
    remediation: 'Remove the token (Account settings, API tokens) and publish by trusted publishing (OIDC).',
    reference: 'https://pypi.org/help/#apitoken',
    kinds: [
      { name: 'A PyPI upload token', starts: 'pypi-AgEIcHlwaS5vcmc', form: '[A-Za-z0-9_-]{50,1000}' },
      {
        name: 'A TestPyPI upload token',
        starts: 'pypi-AgENdGVzdC5weXBpLm9yZw',
        form: '[A-Za-z0-9_-]{50,1000}',
        severity: 'high',
      },
    ],
  },
  {
    id: 'rubygems-key',
    title: 'RubyGems API key in the repository',
    severity: 'critical',
    description: 'The key pushes gems: whoever has it can put code into everything that depends on them.',
    remediation: 'Delete the key (Settings, API keys) and publish by trusted publishing (OIDC).',
    reference: 'https://guides.rubygems.org/api-key-scopes/',
    kinds: [{ name: 'A RubyGems API key', starts: 'rubygems_', form: '[a-f0-9]{48}' }],
  },
  {
    id: 'artifactory-token',
    title: 'JFrog Artifactory key in the repository',
    severity: 'high',
    description: 'The key reads private packages and, if its user may, replaces what others install.',
    remediation: 'Revoke the key, and let pipelines log in by OIDC or with scoped, short-lived tokens.',
    reference: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens',
    kinds: [
      { name: 'A JFrog Artifactory API key', starts: 'AKCp', form: '[A-Za-z0-9]{69}' },
      { name: 'A JFrog reference token', starts: 'cmVmdGtuO', form: '[A-Za-z0-9]{55}' },
      { name: 'A JFrog encrypted password or key', keyword: ['artifactory', 'jfrog'], form: '[A-Za-z0-9]{73}' },
    ],
  },
  {
    id: 'crates-token',
    title: 'crates.io token in the repository',
    severity: 'critical',
    description: 'The token publishes crates: whoever has it can put code into everything that depends on them.',
    remediation: 'Revoke the token (Account settings, API tokens) and publish by trusted publishing (OIDC).',
    reference: 'https://crates.io/docs/trusted-publishing',
    kinds: [
      { name: 'A crates.io API token', starts: 'cio', form: '[A-Za-z0-9]{32}' },
      {
        name: 'A crates.io API token of the old form',
        keyword: ['cargo registry token', 'crates io token', 'crates token'],
        form: '[A-Za-z0-9]{32,35}',
      },
    ],
  },
  {
    id: 'nuget-key',
    title: 'NuGet API key in the repository',
    severity: 'critical',
    description: 'The key pushes packages: whoever has it can put code into everything that depends on them.',
    remediation: 'Delete or regenerate the key (API keys) and publish by trusted publishing (OIDC).',
    reference: 'https://learn.microsoft.com/en-us/nuget/nuget-org/publish-a-package',
    kinds: [{ name: 'A NuGet API key', starts: 'oy2', form: '[a-z0-9]{43}' }],
  },
  {
    id: 'clojars-token',
    title: 'Clojars deploy token in the repository',
    severity: 'critical',
    description: 'The token deploys releases: whoever has it can put code into everything that depends on them.',
    remediation: 'Disable the token (Deploy tokens) and read the new one from the environment.',
    reference: 'https://github.com/clojars/clojars-web/wiki/Deploy-Tokens',
    kinds: [{ name: 'A Clojars deploy token', starts: 'CLOJARS_', form: '[a-z0-9]{60}' }],
  },
  {
    id: 'packagist-token',
    title: 'Packagist token in the repository',
    severity: 'critical',
    description: 'The token reads or publishes private packages of the organisation.',
    remediation: 'Delete the token in the settings of the organisation and read the new one from the environment.',
    reference: 'https://packagist.com/docs/composer-authentication',
    kinds: [
      { name: 'A Private Packagist token', starts: 'packagist_', form: '[a-z]{3}_[a-f0-9]{68}' },
      { name: 'A Packagist API token', keyword: 'packagist', form: '[A-Za-z0-9_-]{20}' },
    ],
  },
  {
    id: 'openvsx-token',
    title: 'Open VSX access token in the repository',
    severity: 'critical',
    description: 'The token publishes extensions, which run in the editors of all who have them.',
    remediation: 'Delete the token (Settings, Access tokens) and read the new one from the environment.',
    reference: 'https://github.com/eclipse/openvsx/wiki/Publishing-Extensions',
    kinds: [
      {
        name: 'An Open VSX access token',
        starts: 'ovsxat_',
        form: '[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}',
      },
    ],
  },
  {
    id: 'cloudsmith-key',
    title: 'Cloudsmith API key in the repository',
    severity: 'high',
    description: 'The key reads private packages and, if its user may, replaces what others install.',
    remediation: 'Refresh the key (User settings, API key) and read the new one from the environment, or use OIDC.',
    reference: 'https://help.cloudsmith.io/docs/api-key',
    kinds: [{ name: 'A Cloudsmith API key', keyword: 'cloudsmith', form: '[a-f0-9]{40}' }],
  },
  {
    id: 'hex-pm-key',
    title: 'Hex.pm API key in the repository',
    severity: 'critical',
    description: 'The key publishes packages: whoever has it can put code into everything that depends on them.',
    remediation: 'Revoke the key (mix hex.user key revoke) and read the new one from the environment.',
    reference: 'https://hex.pm/docs/publish',
    kinds: [{ name: 'A Hex.pm API key', keyword: ['hex api key', 'hexpm', 'hex pm'], form: '[a-f0-9]{32}' }],
  },
  {
    id: 'expo-token',
    title: 'Expo access token in the repository',
    severity: 'high',
    description: 'The token builds and publishes updates of apps in the name of its account.',
    remediation: 'Revoke the token (Account settings, Access tokens) and read the new one from the environment.',
    reference: 'https://docs.expo.dev/accounts/programmatic-access/',
    kinds: [{ name: 'An Expo access token', keyword: 'expo', form: '[A-Za-z0-9_-]{40}' }],
  },
]
