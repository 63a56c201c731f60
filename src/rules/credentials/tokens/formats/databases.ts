import type { Vendor } from '../format.ts'

/** Databases, warehouses and queues as a service. */
export const DATABASES: readonly Vendor[] = [
  {
    id: 'planetscale-token',
    title: 'PlanetScale password or token in the repository',
    severity: 'high',
    description: 'With it anyone can read and change the database, or the databases of the organisation.',
    remediation: 'Delete the password or service token and make another, read from the environment.',
    reference: 'https://planetscale.com/docs/concepts/service-tokens',
    kinds: [
      { name: 'A PlanetScale password', starts: 'pscale_pw_', form: '[A-Za-z0-9_=.-]{32,64}' },
      { name: 'A PlanetScale service token', starts: 'pscale_tkn_', form: '[A-Za-z0-9_=.-]{32,64}' },
      { name: 'A PlanetScale OAuth token', starts: 'pscale_oauth_', form: '[A-Za-z0-9_=.-]{32,64}' },
    ],
  },
  {
    id: 'databricks-token',
    title: 'Databricks token in the repository',
    severity: 'high',
    description: 'The token acts as its owner over the data and jobs of the workspace.',
    remediation: 'Revoke the token (Settings, Developer) and use OAuth for machines.',
    reference: 'https://docs.databricks.com/aws/en/dev-tools/auth/pat',
    kinds: [
      { name: 'A Databricks personal access token', starts: 'dapi', form: '[A-Fa-f0-9]{32}(?:-[0-9])?' },
      { name: 'A Databricks OAuth secret', starts: 'dose', form: '[a-f0-9]{32}' },
    ],
  },
  {
    id: 'mongodb-atlas-key',
    title: 'MongoDB Atlas key in the repository',
    severity: 'critical',
    description: 'The key makes, changes and reads clusters of the project or organisation.',
    remediation: 'Delete the key (Access manager, Applications) and read the new one from the environment.',
    reference: 'https://www.mongodb.com/docs/atlas/configure-api-access/',
    kinds: [
      { name: 'A secret of a MongoDB Atlas service account', starts: 'mdb_sa_sk_', form: '[A-Za-z0-9_-]{40,64}' },
      {
        name: 'A MongoDB Atlas private key',
        keyword: ['mongodb atlas', 'atlas private', 'mcli private', 'mongocli'],
        form: '[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}',
      },
    ],
  },
  {
    id: 'neon-key',
    title: 'Neon API key or password in the repository',
    severity: 'high',
    description: 'With it anyone reads and changes the data, as far as it is scoped.',
    remediation:
      'Revoke the key (Account settings, API keys) or reset the role’s password, and read the new one from the environment.',
    reference: 'https://neon.com/docs/manage/api-keys',
    kinds: [
      { name: 'A Neon API key', starts: 'napi_', form: '[a-z0-9]{64}' },
      { name: 'A password of a Neon role', starts: 'npg_', form: '[A-Za-z0-9]{12,16}' },
    ],
  },
  {
    id: 'cockroach-key',
    title: 'CockroachDB Cloud API key in the repository',
    severity: 'high',
    description: 'With it anyone reads and changes the data, as far as it is scoped.',
    remediation: 'Delete the key (Access management, Service accounts) and read the new one from the environment.',
    reference: 'https://www.cockroachlabs.com/docs/cockroachcloud/managing-access',
    kinds: [{ name: 'A CockroachDB Cloud API key', starts: 'CCDB1_', form: '[A-Za-z0-9]{22}_[A-Za-z0-9]{40}' }],
  },
  {
    id: 'elastic-key',
    title: 'Elastic key in the repository',
    severity: 'high',
    description: 'With it anyone reads and changes the data, as far as it is scoped.',
    remediation:
      'Invalidate the key (Stack management, API keys, or the organisation’s API keys) and read the new one from the environment.',
    reference: 'https://www.elastic.co/docs/deploy-manage/api-keys',
    kinds: [
      { name: 'An Elastic Cloud API key', starts: 'essu_', form: '[A-Za-z0-9+/]{60,120}={0,2}' },
      {
        name: 'A token of an Elasticsearch service account',
        starts: 'AAEAAWVsYXN0aWMv',
        form: '[A-Za-z0-9+/]{40,120}={0,2}',
      },
      {
        name: 'An Elasticsearch API key',
        keyword: ['elasticsearch', 'elastic', 'es api key'],
        form: '[A-Za-z0-9_-]{58}==',
      },
    ],
  },
  {
    id: 'confluent-key',
    title: 'Confluent Cloud API secret in the repository',
    severity: 'high',
    description: 'The secret reads and writes topics of the cluster, or manages the organisation.',
    remediation: 'Delete the key (Accounts and access, API keys) and read the new one from the environment.',
    reference:
      'https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html',
    kinds: [
      { name: 'A Confluent Cloud API secret', starts: 'cflt', form: '[A-Za-z0-9+/]{60}' },
      { name: 'A Confluent Cloud API secret of the old form', keyword: 'confluent', form: '[A-Za-z0-9+/]{64}' },
    ],
  },
  {
    id: 'snowflake-token',
    title: 'Snowflake token in the repository',
    severity: 'critical',
    description:
      'The token acts as its user with a role in the warehouse, from anywhere that no network policy forbids.',
    remediation:
      'Remove the token (ALTER USER … REMOVE PROGRAMMATIC ACCESS TOKEN) and read the new one from the environment.',
    reference: 'https://docs.snowflake.com/en/user-guide/programmatic-access-tokens',
    kinds: [
      {
        name: 'A Snowflake programmatic access token',
        keyword: 'snowflake',
        form: String.raw`eyJ[A-Za-z0-9_-]{20,400}\.eyJ[A-Za-z0-9_-]{20,800}\.[A-Za-z0-9_-]{40,700}`,
      },
      {
        name: 'A Snowflake session token',
        keyword: 'snowflake',
        form: 'ver:[0-9]-hint:[0-9]{3,20}-[A-Za-z0-9+/]{60,400}={0,2}',
      },
    ],
  },
  {
    id: 'dbt-token',
    title: 'dbt Cloud token in the repository',
    severity: 'high',
    description: 'The token runs jobs with the credentials of the warehouse and reads what they make.',
    remediation:
      'Delete the token (Account settings, Service tokens or API access) and read the new one from the environment.',
    reference: 'https://docs.getdbt.com/docs/dbt-cloud-apis/authentication',
    kinds: [
      { name: 'A dbt Cloud service token', starts: 'dbtc_', form: '[A-Za-z0-9_-]{36,64}' },
      { name: 'A dbt Cloud personal token', starts: 'dbtu_', form: '[A-Za-z0-9_-]{36,64}' },
      {
        name: 'A dbt Cloud token of the old form',
        keyword: ['dbt cloud', 'dbt api', 'dbt token', 'dbt service'],
        form: '[a-f0-9]{40}',
      },
    ],
  },
  {
    id: 'aiven-token',
    title: 'Aiven token or password in the repository',
    severity: 'high',
    description: 'With it anyone reads and changes the data, as far as it is scoped.',
    remediation:
      'Revoke the token (User information, Tokens) or reset the password of the service, and read the new one from the environment.',
    reference: 'https://aiven.io/docs/platform/howto/create_authentication_token',
    kinds: [
      { name: 'A password of an Aiven service', starts: 'AVNS_', form: '[A-Za-z0-9_-]{19}' },
      { name: 'An Aiven authentication token', keyword: 'aiven', form: '[A-Za-z0-9+/]{300,380}={0,2}' },
    ],
  },
  {
    id: 'astra-token',
    title: 'DataStax Astra token in the repository',
    severity: 'high',
    description: 'With it anyone reads and changes the data, as far as it is scoped.',
    remediation: 'Delete the token (Settings, Tokens) and read the new one from the environment.',
    reference: 'https://docs.datastax.com/en/astra-db-serverless/administration/manage-application-tokens.html',
    kinds: [{ name: 'A DataStax Astra application token', starts: 'AstraCS:', form: '[A-Za-z0-9]{24}:[a-f0-9]{64}' }],
  },
  {
    id: 'influxdb-token',
    title: 'InfluxDB token in the repository',
    severity: 'high',
    description: 'With it anyone reads and changes the data, as far as it is scoped.',
    remediation: 'Delete the token (Load data, API tokens) and read the new one from the environment.',
    reference: 'https://docs.influxdata.com/influxdb/v2/admin/tokens/',
    kinds: [
      { name: 'An InfluxDB 3 token', starts: 'apiv3_', form: '[A-Za-z0-9_-]{86}' },
      { name: 'An InfluxDB token', keyword: 'influx', form: '[A-Za-z0-9_-]{86}==' },
    ],
  },
  {
    id: 'clickhouse-key',
    title: 'ClickHouse Cloud API secret in the repository',
    severity: 'high',
    description: 'With it anyone reads and changes the data, as far as it is scoped.',
    remediation: 'Delete the key (Organisation, API keys) and read the new one from the environment.',
    reference: 'https://clickhouse.com/docs/cloud/manage/openapi',
    kinds: [{ name: 'A ClickHouse Cloud API secret', starts: '4b1d', form: '[A-Za-z0-9]{38}' }],
  },
  {
    id: 'materialize-password',
    title: 'Materialize app password in the repository',
    severity: 'high',
    description: 'With it anyone reads and changes the data, as far as it is scoped.',
    remediation: 'Delete the app password in the console and read the new one from the environment.',
    reference: 'https://materialize.com/docs/security/cloud/users-service-accounts/',
    kinds: [{ name: 'A Materialize app password', starts: 'mzp_', form: '[a-f0-9]{64}' }],
  },
  {
    id: 'fauna-secret',
    title: 'Fauna secret in the repository',
    severity: 'high',
    description: 'With it anyone reads and changes the data, as far as it is scoped.',
    remediation: 'Revoke the key and read the new one from the environment.',
    reference: 'https://docs.faunadb.org/fauna/current/learn/security/keys/',
    kinds: [{ name: 'A Fauna secret', starts: ['fnAC', 'fnAD', 'fnAE', 'fnAF', 'fnAG'], form: '[A-Za-z0-9_-]{36}' }],
  },
  {
    id: 'tinybird-token',
    title: 'Tinybird token in the repository',
    severity: 'high',
    description: 'With it anyone reads and changes the data, as far as it is scoped.',
    remediation: 'Refresh the token (Tokens) and read the new one from the environment.',
    reference: 'https://www.tinybird.co/docs/get-started/administration/auth-tokens',
    kinds: [{ name: 'A Tinybird token', starts: 'p.eyJ', form: String.raw`[A-Za-z0-9_-]{60,200}\.[A-Za-z0-9_-]{43}` }],
  },
  {
    id: 'xata-key',
    title: 'Xata API key in the repository',
    severity: 'high',
    description: 'With it anyone reads and changes the data, as far as it is scoped.',
    remediation: 'Delete the key (Account settings) and read the new one from the environment.',
    reference: 'https://xata.io/docs',
    kinds: [{ name: 'A Xata API key', starts: 'xau_', form: '[A-Za-z0-9]{29,40}' }],
  },
  {
    id: 'algolia-key',
    title: 'Algolia API key in the repository',
    severity: 'high',
    description:
      'An admin key reads, changes and deletes all indexes and makes further keys. (A search-only key is public by design.)',
    remediation: 'Regenerate the key (Settings, API keys) and read the new one from the environment.',
    reference: 'https://www.algolia.com/doc/guides/security/api-keys/',
    kinds: [
      {
        name: 'An Algolia API key',
        keyword: 'algolia',
        form: '[a-f0-9]{32}',
        // https://docsearch.algolia.com/docs/what-is-docsearch: pages hand it to browsers.
        publicBy: /index_?name|docsearch|search[_-]?(?:only[_-]?)?(?:api[_-]?)?key/i,
      },
    ],
  },
  {
    id: 'redis-cloud-key',
    title: 'Redis Cloud API key in the repository',
    severity: 'high',
    description: 'With it anyone reads and changes the data, as far as it is scoped.',
    remediation: 'Delete the key (Access management, API keys) and read the new one from the environment.',
    reference: 'https://redis.io/docs/latest/operate/rc/api/get-started/manage-api-keys/',
    kinds: [{ name: 'A Redis Cloud API key', keyword: ['redis cloud', 'rediscloud'], form: '[AS][a-z0-9]{46,56}' }],
  },
  {
    id: 'upstash-token',
    title: 'Upstash token in the repository',
    severity: 'high',
    description: 'With it anyone reads and changes the data, as far as it is scoped.',
    remediation: 'Reset the credentials in the console and read the new one from the environment.',
    reference: 'https://upstash.com/docs/redis/features/restapi',
    kinds: [{ name: 'An Upstash REST token', keyword: ['upstash', 'kv rest api'], form: '[A-Za-z0-9+/]{52,80}={0,2}' }],
  },
  {
    id: 'typesense-key',
    title: 'Typesense or Meilisearch key in the repository',
    severity: 'high',
    description: 'With it anyone reads and changes the data, as far as it is scoped.',
    remediation: 'Delete the key by the API and read the new one from the environment.',
    reference: 'https://typesense.org/docs/latest/api/api-keys.html',
    kinds: [
      { name: 'A Typesense API key', keyword: 'typesense', form: '[A-Za-z0-9]{32}' },
      { name: 'A Meilisearch API key', keyword: ['meili', 'meilisearch'], form: '[a-f0-9]{64}' },
    ],
  },
  {
    id: 'fivetran-key',
    title: 'Fivetran API secret in the repository',
    severity: 'high',
    description: 'The secret changes connectors, with the credentials of sources and warehouses in them.',
    remediation: 'Regenerate the key (Account settings) and read the new one from the environment.',
    reference: 'https://fivetran.com/docs/rest-api/getting-started',
    kinds: [{ name: 'A Fivetran API secret', keyword: 'fivetran', form: '[A-Za-z0-9]{32}' }],
  },
]
