import type { Vendor } from '../format.ts'

/** What watches, alerts, counts and switches features. */
export const OBSERVABILITY: readonly Vendor[] = [
  {
    id: 'sentry-token',
    title: 'Sentry token in the repository',
    severity: 'high',
    description: 'The token reads events, with the personal data in them, and changes projects as its scopes allow.',
    remediation: 'Revoke the token (Settings, Developer settings or User auth tokens).',
    reference: 'https://docs.sentry.io/account/auth-tokens/',
    kinds: [
      { name: 'A Sentry user token', starts: 'sntryu_', form: '[a-f0-9]{64}' },
      { name: 'A Sentry token of an integration or app', starts: ['sntryi_', 'sntrya_'], form: '[a-f0-9]{64}' },
      { name: 'A Sentry organisation token', starts: 'sntrys_eyJ', form: '[A-Za-z0-9+/=_-]{60,500}' },
      { name: 'A Sentry auth token of the old form', keyword: ['sentry auth', 'sentry token'], form: '[a-f0-9]{64}' },
    ],
  },
  {
    id: 'newrelic-key',
    title: 'New Relic key in the repository',
    severity: 'high',
    description: 'A user key queries all data its owner can see and changes their configuration.',
    remediation: 'Delete the key (API keys) and keep the new one in Secrets Manager.',
    reference: 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
    kinds: [
      { name: 'A New Relic user key', starts: 'NRAK-', form: '[A-Z0-9]{27}' },
      { name: 'A New Relic insights insert key', starts: 'NRII-', form: '[A-Za-z0-9_-]{32}', severity: 'medium' },
      { name: 'A New Relic insights query key', starts: 'NRIQ-', form: '[A-Za-z0-9_-]{32}' },
      { name: 'A New Relic admin key', starts: 'NRAA-', form: '[a-f0-9]{27}' },
      { name: 'A New Relic REST API key', starts: 'NRRA-', form: '[a-f0-9]{42}' },
      { name: 'A New Relic license key', holds: 'NRAL', before: '[a-fA-F0-9]{36}', form: '', severity: 'medium' },
    ],
  },
  {
    id: 'dynatrace-token',
    title: 'Dynatrace token in the repository',
    severity: 'high',
    description: 'The token reads and writes monitoring data and settings as its scopes allow.',
    remediation: 'Delete the token (Access tokens) and make one with fewer scopes and an expiry.',
    reference:
      'https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens',
    kinds: [
      {
        name: 'A Dynatrace token',
        starts: ['dt0a01.', 'dt0c01.', 'dt0e01.', 'dt0s01.', 'dt0s02.', 'dt0s03.', 'dt0s08.', 'dt0s16.'],
        form: String.raw`[A-Z0-9]{24}\.[A-Z0-9]{64}`,
      },
    ],
  },
  {
    id: 'grafana-token',
    title: 'Grafana token in the repository',
    severity: 'high',
    description: 'The token reads and changes dashboards, data sources and alerts as its service account can.',
    remediation:
      'Delete the token (Administration, Service accounts or Cloud access policies) and read the new one from the environment.',
    reference: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/',
    kinds: [
      { name: 'A Grafana service account token', starts: 'glsa_', form: '[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}' },
      { name: 'A Grafana Cloud API token', starts: 'glc_', form: '[A-Za-z0-9+/]{32,400}={0,2}' },
      {
        // The base64 of `{"k":"…","n":"…","id":1}` with a key of 32 characters; reports of Power BI begin likewise.
        name: 'A Grafana API key of the old form',
        starts: 'eyJrIjoi',
        form: '[A-Za-z0-9+/]{44}LCJuIjoi[A-Za-z0-9+/]{8,150}={0,2}',
      },
    ],
  },
  {
    id: 'datadog-key',
    title: 'Datadog key in the repository',
    severity: 'high',
    description:
      'An application key with an API key reads and changes all that its owner can; an API key alone sends data in your name.',
    remediation: 'Revoke the key (Organisation settings) and read the new one from the environment.',
    reference: 'https://docs.datadoghq.com/account_management/api-app-keys/',
    kinds: [
      { name: 'A Datadog API key', keyword: ['datadog', 'dd api', 'dd client api', 'ddog'], form: '[a-f0-9]{32}' },
      {
        name: 'A Datadog application key',
        keyword: ['datadog', 'dd app', 'dd application', 'dd client app'],
        form: '[a-f0-9]{40}',
      },
    ],
  },
  {
    id: 'honeycomb-key',
    title: 'Honeycomb key in the repository',
    severity: 'medium',
    description:
      'The key reads what is measured and logged, with the personal data in it, or sends false data in your name.',
    remediation: 'Delete the key (Environment settings, API keys) and read the new one from the environment.',
    reference: 'https://docs.honeycomb.io/configure/environments/manage-api-keys/',
    kinds: [
      { name: 'A Honeycomb ingest key', starts: ['hcaik_', 'hcbik_', 'hcxik_'], form: '[a-z0-9]{58}' },
      { name: 'A Honeycomb API key', keyword: 'honeycomb', form: '[A-Za-z0-9]{22}' },
    ],
  },
  {
    id: 'splunk-token',
    title: 'Splunk token in the repository',
    severity: 'medium',
    description:
      'The key reads what is measured and logged, with the personal data in it, or sends false data in your name.',
    remediation: 'Disable the token (Data inputs, HTTP event collector) and read the new one from the environment.',
    reference: 'https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector',
    kinds: [
      {
        name: 'A Splunk HTTP event collector token',
        starts: 'Authorization: Splunk ',
        form: '(?<secret>[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12})',
      },
      {
        name: 'A Splunk HTTP event collector token in a setting',
        keyword: ['splunk', 'hec token'],
        form: '[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}',
      },
    ],
  },
  {
    id: 'pagerduty-key',
    title: 'PagerDuty key in the repository',
    severity: 'high',
    description: 'The key reads and changes who is called for what, or opens and closes incidents.',
    remediation: 'Delete the key (Integrations, API access keys) and read the new one from the environment.',
    reference: 'https://support.pagerduty.com/main/docs/api-access-keys',
    kinds: [
      {
        name: 'A PagerDuty API key',
        keyword: ['pagerduty', 'pager duty', 'pd api'],
        form: String.raw`(?:u\+|y_)?[A-Za-z0-9_+-]{18,20}`,
      },
      {
        name: 'A PagerDuty integration key',
        keyword: ['pagerduty', 'pager duty'],
        form: '(?:R0[A-Z0-9]{30}|[a-f0-9]{32})',
        severity: 'medium',
      },
    ],
  },
  {
    id: 'opsgenie-key',
    title: 'Opsgenie key in the repository',
    severity: 'high',
    description: 'The key opens and closes alerts, or changes who is called for what.',
    remediation: 'Delete the key (Settings, API key management) and read the new one from the environment.',
    reference: 'https://support.atlassian.com/opsgenie/docs/api-key-management/',
    kinds: [
      {
        name: 'An Opsgenie API key',
        keyword: 'opsgenie',
        form: '[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}',
      },
    ],
  },
  {
    id: 'rollbar-token',
    title: 'Rollbar token in the repository',
    severity: 'medium',
    description:
      'The key reads what is measured and logged, with the personal data in it, or sends false data in your name.',
    remediation: 'Disable the token (Project settings, Access tokens) and read the new one from the environment.',
    reference: 'https://docs.rollbar.com/docs/access-tokens',
    kinds: [{ name: 'A Rollbar access token', keyword: 'rollbar', form: '[a-f0-9]{32}' }],
  },
  {
    id: 'bugsnag-key',
    title: 'Bugsnag token in the repository',
    severity: 'medium',
    description:
      'The key reads what is measured and logged, with the personal data in it, or sends false data in your name.',
    remediation: 'Delete the token (My account, Personal auth tokens) and read the new one from the environment.',
    reference: 'https://docs.bugsnag.com/api/data-access/',
    kinds: [
      {
        name: 'A Bugsnag token',
        keyword: 'bugsnag',
        form: '[a-f0-9]{32}|[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}',
      },
    ],
  },
  {
    id: 'log-service-key',
    title: 'Key of a log service in the repository',
    severity: 'medium',
    description:
      'The key reads what is measured and logged, with the personal data in it, or sends false data in your name.',
    remediation: 'Regenerate the key in the settings of the account and read the new one from the environment.',
    reference: 'https://docs.mezmo.com/docs/ingestion-key',
    kinds: [
      { name: 'A Mezmo (LogDNA) key', keyword: ['logdna', 'mezmo'], form: '[a-f0-9]{32}' },
      {
        name: 'A Loggly token',
        keyword: 'loggly',
        form: '[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}',
      },
      { name: 'A Logz.io token', keyword: ['logzio', 'logz io'], form: '[A-Za-z]{32}' },
      { name: 'A Sumo Logic access key', keyword: ['sumo', 'sumologic'], form: '[A-Za-z0-9]{64}', severity: 'high' },
      {
        name: 'A Pydantic Logfire token',
        starts: ['pylf_v1_us_', 'pylf_v1_eu_', 'pylf_v2_us_', 'pylf_v2_eu_'],
        form: '[A-Za-z0-9_-]{40,90}',
        reference: 'https://pydantic.dev/docs/logfire/',
      },
      { name: 'A Coralogix key', starts: ['cxtp_', 'cxup_'], form: '[A-Za-z0-9]{30}' },
      {
        name: 'A Better Stack source token',
        keyword: ['logtail', 'betterstack', 'better stack'],
        form: '[A-Za-z0-9]{24}',
      },
    ],
  },
  {
    id: 'axiom-token',
    title: 'Axiom token in the repository',
    severity: 'high',
    description:
      'The key reads what is measured and logged, with the personal data in it, or sends false data in your name.',
    remediation: 'Delete the token (Settings, API tokens) and read the new one from the environment.',
    reference: 'https://axiom.co/docs/reference/tokens',
    kinds: [
      {
        name: 'An Axiom API token',
        starts: 'xaat-',
        form: '[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}',
      },
      {
        name: 'An Axiom personal token',
        starts: 'xapt-',
        form: '[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}',
      },
    ],
  },
  {
    id: 'uptime-monitor-key',
    title: 'Key of an uptime monitor in the repository',
    severity: 'medium',
    description: 'The key reads and changes what is watched and who is told.',
    remediation: 'Reset the key in the account’s settings and read the new one from the environment.',
    reference: 'https://uptimerobot.com/api/',
    kinds: [
      { name: 'An UptimeRobot API key', keyword: ['uptimerobot', 'uptime robot'], form: 'u[0-9]{5,9}-[a-f0-9]{24}' },
      { name: 'A Checkly API key', starts: 'cu_', form: '[a-f0-9]{32}' },
      { name: 'A Pingdom API token', keyword: 'pingdom', form: '[A-Za-z0-9_-]{80,90}' },
    ],
  },
  {
    id: 'posthog-key',
    title: 'PostHog personal API key in the repository',
    severity: 'high',
    description: 'The key reads what people do in the product, and changes flags that decide what they see.',
    remediation: 'Delete the key (Settings, Personal API keys) and read the new one from the environment.',
    reference: 'https://posthog.com/docs/api',
    kinds: [{ name: 'A PostHog personal API key', starts: 'phx_', form: '[A-Za-z0-9]{40,60}' }],
  },
  {
    id: 'product-analytics-secret',
    title: 'Secret of an analytics service in the repository',
    severity: 'medium',
    description: 'The secret reads what people do in the product, or sends false data in your name.',
    remediation: 'Rotate the secret in the project’s settings and read the new one from the environment.',
    reference: 'https://amplitude.com/docs/apis/authentication',
    kinds: [
      { name: 'An Amplitude secret key', keyword: 'amplitude', form: '[a-f0-9]{32}' },
      { name: 'A Mixpanel API secret', keyword: 'mixpanel', form: '[a-f0-9]{32}' },
    ],
  },
  {
    id: 'launchdarkly-key',
    title: 'LaunchDarkly key in the repository',
    severity: 'high',
    description: 'An access token changes flags that decide what runs; an SDK key reads all of them with their rules.',
    remediation:
      'Reset the key or delete the token (Organisation settings, Authorization) and read the new one from the environment.',
    reference: 'https://launchdarkly.com/docs/home/account/api',
    kinds: [
      {
        name: 'A LaunchDarkly access token',
        starts: 'api-',
        form: '[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}',
      },
      {
        name: 'A LaunchDarkly SDK key',
        starts: 'sdk-',
        form: '[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}',
        severity: 'medium',
      },
      {
        name: 'A LaunchDarkly Relay Proxy key',
        starts: 'rel-',
        form: '[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}',
      },
    ],
  },
  {
    id: 'segment-key',
    title: 'Segment key in the repository',
    severity: 'high',
    description:
      'A token of the public API changes sources and destinations; a write key sends false data in your name.',
    remediation: 'Revoke the token (Workspace settings, Access management) and read the new one from the environment.',
    reference: 'https://www.twilio.com/docs/segment/api/public-api',
    kinds: [
      { name: 'A Segment public API token', starts: 'sgp_', form: '[A-Za-z0-9]{64}' },
      { name: 'A Segment write key', keyword: 'segment', form: '[A-Za-z0-9]{32}', severity: 'medium' },
    ],
  },
  {
    id: 'feature-flag-key',
    title: 'Server key of a feature flag service in the repository',
    severity: 'medium',
    description: 'The key reads all flags with their rules, and of some services changes them.',
    remediation: 'Reset the key in the environment’s settings and read the new one from the environment.',
    reference: 'https://docs.statsig.com/sdk-keys/api-keys',
    kinds: [
      { name: 'A Statsig server secret', keyword: 'statsig', form: 'secret-[A-Za-z0-9]{40,50}' },
      { name: 'A ConfigCat SDK key', starts: 'configcat-sdk-1/', form: '[A-Za-z0-9_-]{22}/[A-Za-z0-9_-]{22}' },
      { name: 'A Flagsmith server key', starts: 'ser.', form: '[A-Za-z0-9]{22}' },
      {
        name: 'An Unleash API token',
        keyword: 'unleash',
        form: String.raw`(?:\*|default|[a-z-]{3,20}):[a-z-]{3,20}\.[a-f0-9]{56}`,
      },
    ],
  },
  {
    id: 'lightstep-token',
    title: 'Instana, Lightstep or Scout key in the repository',
    severity: 'medium',
    description:
      'The key reads what is measured and logged, with the personal data in it, or sends false data in your name.',
    remediation: 'Delete the key in the project’s settings and read the new one from the environment.',
    reference: 'https://docs.lightstep.com/docs/create-and-manage-access-tokens',
    kinds: [{ name: 'A Lightstep access token', keyword: 'lightstep', form: '[A-Za-z0-9+/]{60,130}={0,2}' }],
  },
  {
    id: 'rootly-key',
    title: 'Rootly API key in the repository',
    severity: 'high',
    description: 'The key reads and changes incidents and what is done about them.',
    remediation: 'Revoke the key (Organisation settings, API keys) and read the new one from the environment.',
    reference: 'https://docs.rootly.com/api-reference/overview',
    kinds: [{ name: 'A Rootly API key', starts: 'rootly_', form: '[a-f0-9]{64}' }],
  },
]
