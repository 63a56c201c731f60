import { describe, expect, test } from 'vitest'
import { Analysis } from '../../src/core/analysis.ts'
import type { Finding } from '../../src/core/finding.ts'
import { parseSource } from '../../src/frontends/index.ts'
import { rules } from '../../src/rules/index.ts'
import { check, ruleTable, textNode } from '../../src/scan/check.ts'
import { candidatesOf, findingsOf } from '../../src/scan/findings.ts'
import { sampleReason } from '../../src/scan/sample-files.ts'
import { expand, fake } from '../support/placeholders.ts'

describe('samples', () => {
  test.each([
    'test/app.py',
    'src/__tests__/login.ts',
    'pkg/auth/login_test.go',
    'src/test/java/AppTest.java',
    'spec/models/user_spec.rb',
    'app/user.spec.ts',
    'conftest.py',
    'compose.test.yml',
    '.env.test',
    'roles/x/molecule/default/vars.yml',
    'empiretest/saml.go',
    'testdata/key.pem',
    'src/fixtures/users.json',
    '__mocks__/api.js',
    'examples/main.tf',
    'config.example.yml',
    '.env.sample',
    'demo/stack.tf',
    'docs/setup.sh',
    'README.md',
    'guide.rst',
    '.devcontainer/compose.yml',
    'docker-compose.local.yml',
    'certs/localhost.key',
    '.env.development',
    'api/settings/test.py',
    'config/test.js',
    'services/mock-service/airtel.ts',
    'templates/alert_webhook_dummy_curl.txt',
    'web/vendor/cookieconsent.js',
    'docker/elastic/cl-es.key',
    'ecommerce/settings/devstack.py',
    'api/node_modules/browserify-rsa/test.js',
    'config/tls/devlocal-ca.key',
    'docker-keys.yml',
    'testhelpers/certificates.go',
    'wp/wp-includes/js/blocks.js',
    'app/Repositories/LocalUserRepository.php',
    'moto/init/secrets.sh',
    'config/credentials/development.key',
    'main/static/galleria/plugins/flickr.js',
    'site/search/search_index.json',
    'nginx/self-signed.key',
    'certs/dev/server.key',
    'server.test.pem',
    'src/util/vitest-setup.ts',
    'lib/docker-compose/trino/config.properties',
    'shared/admin_test_signing_key.pem',
    '.env.load_test',
    'docker/config/local_dev.env',
  ])('%s is one by its path', (path) => expect(sampleReason(path, '')).toMatch(/^it (?:stands in|is for)/))

  test.each([
    'src/app.py',
    'latest/app.py',
    'contest.py',
    'main.tf',
    'environments/dev/main.tf',
    'docker-compose.yml',
    '.env',
    '.env.production',
    'config/database.yml',
    'attestation/verify.go',
    'inspector/main.go',
    'docker/Dockerfile',
    'templates/user-data.sh',
    'config/production/vendors/usps.yml',
    'config/staging.py',
    'src/LocaleConfig.java',
    'src/devicesService.ts',
    'certs/elastic.key',
    'src/search.js',
    'certs/devices.key',
    'locals.tf',
    'local.tf',
    'keys/latest.pem',
  ])('%s is none', (path) => expect(sampleReason(path, 'x = 1')).toBeUndefined())

  test.each([
    'import pytest\n',
    "import { test } from 'vitest'\n",
    '# Do not use this in production\n',
    'endpoint: http://localhost:4566\n',
    '# This is just an example\n',
  ])('%j is one by its content', (text) => expect(sampleReason('a/b.yml', text)).toBeDefined())
})

async function findingsIn(uri: string, text: string): Promise<Finding[]> {
  const source = { uri, text: expand(text) }
  const nodes = [textNode(source), ...parseSource(source).nodes]
  const hits = await check(nodes, ruleTable(rules), {
    trustedAccounts: new Set(),
    unit: new Analysis(nodes),
    notify: () => {},
  })
  return findingsOf(candidatesOf(hits), { read: () => source }, (_, severity) => severity)
}

const weights = (findings: readonly Finding[]) =>
  findings.map(({ severity, confidence, confidenceReason }) => [severity, confidence, confidenceReason])

describe('what a secret weighs in a test', () => {
  const password = 'password = "@@ALNUM20@@"\n'
  const key = 'id = "@@AWS_ID@@"\nsecret = "@@AWS_SECRET@@"\n'

  test('one level less where its name and looks tell it, with the reason', async () => {
    expect(weights(await findingsIn('src/app.py', password))).toEqual([
      ['high', 'high', 'it looks like made by a machine'],
    ])
    expect(weights(await findingsIn('tests/app.py', password))).toEqual([['medium', 'medium', 'it stands in a test']])
  })

  test('a private key that its name or a comment calls fake is lighter, and no other', async () => {
    const key = (name: string) => findingsIn('src/keys.ts', `export const ${name} = \`\n@@PRIVATE_KEY@@\n\`\n`)
    expect(weights(await key('fakePrivateKey'))).toEqual([
      ['medium', 'medium', 'its name says that it is for tests or the developer’s own machine'],
    ])
    expect(weights(await key('privateKey'))).toEqual([['high', 'high', undefined]])
  })

  test('as much as ever where its form proves it', async () => {
    expect(weights(await findingsIn('tests/app.py', key))).toEqual([['critical', 'high', undefined]])
    const token = await findingsIn('tests/app.py', `x = "${fake('GITHUB_TOKEN')}"\n`)
    expect(token.map(({ severity }) => severity)).toEqual(['critical'])
  })
})

test('a word is masked in its place, and not where it is the name of something', async () => {
  const text = 'resource "aws_db_instance" "password" {\n  username = "app"\n  password = "password"\n}\n'
  const finding = (await findingsIn('main.tf', text)).find(({ secret }) => secret)
  expect(finding).toMatchObject({ severity: 'medium', message: 'Argument `password` is set to a literal secret.' })
  expect(finding!.snippet.lines.join('\n')).toContain('password = "********"')
})
