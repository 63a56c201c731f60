import { describe, expect, test } from 'vitest'
import { Analysis } from '../../src/core/analysis.ts'
import { rules } from '../../src/rules/index.ts'
import { check, ruleTable } from '../../src/scan/check.ts'
import { judgeName, namesSecret, SECRET_STEMS } from '../../src/secrets/names.ts'
import { snapshot } from '../frontends/support.ts'

const SECRET =
  `password db_password master_user_password passwd passphrase db_pass dbpass db_pwd dbpwd root_passwd secret
  client_secret secret_string secret_key_base token auth_token access_token github_token github_pat pat psk
  tunnel_preshared_key api_key apikey x_api_key signing_key encryption_key auth_key access_key private_key license_key
  shared_key jwt_secret session_key master_key storage_account_key connection_string credentials datadog_app_key
  deploy_token webhook_secret password_prod db_password_2 redis_auth_token`.split(/\s+/)

const OTHER = `token_url password_policy secret_rotation_lambda password_queue token_state_machine client_secret_guid
  secret_binary password_file password_encoder client_token client_request_token change_token lock_token starting_token
  continuation_token next_token creation_token service_token secret_arn secret_name kms_key_id api_key_id
  password_length token_validity_units manage_master_user_password ssm_password_path existing_secret image_pull_secrets
  password_reset_required token_table secret_layer auth_token_cognito_pool name_of_secret path_to_token max_tokens
  public_key csrf_token key partition_key monkey compass secrets_manager token_count pass_through_url`.split(/\s+/)

describe('names', () => {
  test.each(SECRET)('%s is the name of a secret', (name) => {
    for (const written of spellings(name)) expect([written, judgeName(written).says]).toEqual([written, 'secret'])
  })

  test.each(OTHER)('%s is not', (name) => {
    for (const written of spellings(name)) expect([written, judgeName(written).says]).toEqual([written, 'other'])
  })

  test('a word that is not known after the one for a secret leaves it open', () => {
    expect(judgeName('DB_PASSWORD_SHOP')).toEqual({
      says: 'maybe',
      word: 'password',
      reason: '`password` means a secret, but `shop` follows',
    })
    expect(judgeName('PASSWORD_QUEUE').reason).toBe('its last word is `queue`: it speaks about a secret')
  })

  test.each(['token.actions.githubusercontent.com:sub', 'a_b_c_d_e_f_g_h_i_j_k_l_password', '', ':'])('%j', (name) => {
    expect(namesSecret(name)).toBe(false)
  })

  test('what comes after a preposition does not count', () => {
    expect(['password_for_queue', 'token_of_user'].map(namesSecret)).toEqual([true, true])
  })

  test('no name of a secret is passed over by what front ends look for first', () => {
    const stems = new RegExp(SECRET_STEMS, 'i')
    expect(SECRET.flatMap(spellings).filter((name) => !stems.test(name))).toEqual([])
  })
})

const VALUE = 'Vb7Qx2Lm9Kt4Zr8W'

/** One setting in each format, in the place where such things are written. */
const FORMATS: Readonly<Record<string, (name: string) => Record<string, string>>> = {
  Terraform: (name) => ({ 'main.tf': `resource "x_service" "a" {\n  ${name} = "${VALUE}"\n}\n` }),
  CloudFormation: (name) => ({
    't.yaml': `Resources:\n  A:\n    Type: AWS::X::Service\n    Properties:\n      ${pascal(name)}: "${VALUE}"\n`,
  }),
  'CDK in TypeScript': (name) => ({
    'stack.ts': `import * as x from 'aws-cdk-lib/aws-x'\nnew x.CfnService(this, 'A', { ${camel(name)}: '${VALUE}' })\n`,
  }),
  'CDK in Python': (name) => ({
    'stack.py': `from aws_cdk import aws_x as x\nx.CfnService(self, "A", ${name}="${VALUE}")\n`,
  }),
  Pulumi: (name) => ({
    'index.ts': `import * as aws from '@pulumi/aws'\nnew aws.x.Service('a', { ${camel(name)}: '${VALUE}' })\n`,
  }),
  Serverless: (name) => ({
    'serverless.yml': `service: s\nprovider:\n  name: aws\n  environment:\n    ${name.toUpperCase()}: "${VALUE}"\n`,
  }),
  Kubernetes: (name) => ({
    'pod.yaml': `apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\nspec:\n  containers:\n    - name: c\n      env:\n        - name: ${name.toUpperCase()}\n          value: ${VALUE}\n`,
  }),
  Compose: (name) => ({
    'compose.yaml': `services:\n  s:\n    environment:\n      ${name.toUpperCase()}: ${VALUE}\n`,
  }),
  Ansible: (name) => ({
    'site.yml': `- hosts: all\n  tasks:\n    - community.x.service:\n        ${name}: ${VALUE}\n`,
  }),
}

const settingRules = ruleTable(rules.filter(({ meta, on }) => on === 'setting' && meta.id.startsWith('user-data/')))

async function isTold(files: Record<string, string>): Promise<boolean> {
  const unit = new Analysis(snapshot(files).nodes)
  const hits = await check(unit.nodes, settingRules, { trustedAccounts: new Set(), unit, notify: () => {} })
  return hits.some(({ hit }) => hit.secretValue === VALUE)
}

describe.each(Object.entries(FORMATS))('%s', (_, files) => {
  test('tells every name of a secret', async () => {
    const answers = await Promise.all(SECRET.map((name) => isTold(files(name))))
    expect(SECRET.filter((_name, index) => !answers[index])).toEqual([])
  })

  test('tells no other', async () => {
    const answers = await Promise.all(OTHER.map((name) => isTold(files(name))))
    expect(OTHER.filter((_name, index) => answers[index])).toEqual([])
  })
})

const parts = (name: string): string[] => name.split('_')
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const pascal = (name: string): string => parts(name).map(capital).join('')
const camel = (name: string): string => name.charAt(0) + pascal(name).slice(1)
const spellings = (name: string): string[] => [
  name,
  name.toUpperCase(),
  pascal(name),
  camel(name),
  name.replaceAll('_', '-'),
]
