import { describe, expect, test } from 'vitest'
import type { AnyNode, NodeKind, Nodes } from '../../../src/core/node.ts'
import { wholeText } from '../../../src/core/text.ts'
import { isPlan, planNodes } from '../../../src/frontends/terraform/plan.ts'
import { jsonValue } from '../../../src/languages/json/json.ts'
import { plain, shown } from './trees.ts'

const POLICY = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}'

const PLAN = JSON.stringify(
  {
    format_version: '1.2',
    terraform_version: '1.9.0',
    variables: { db_password: { value: 'given-on-the-command-line' } },
    planned_values: {
      root_module: {
        resources: [
          {
            address: 'aws_iam_policy.p',
            mode: 'managed',
            type: 'aws_iam_policy',
            name: 'p',
            values: { name: 'p', policy: POLICY, description: null },
          },
        ],
        child_modules: [
          {
            address: 'module.app["a"]',
            resources: [
              {
                address: 'module.app["a"].aws_iam_role.r[0]',
                mode: 'managed',
                type: 'aws_iam_role',
                name: 'r',
                index: 0,
                values: { name: 'role-a' },
              },
              {
                address: 'module.app["a"].aws_iam_role_policy_attachment.x',
                mode: 'managed',
                type: 'aws_iam_role_policy_attachment',
                name: 'x',
                values: { role: 'role-a' },
              },
              {
                address: 'module.app["a"].aws_instance.i',
                mode: 'managed',
                type: 'aws_instance',
                name: 'i',
                values: { user_data: '#!/bin/sh\necho hi', metadata_options: [{ http_tokens: 'required' }] },
              },
            ],
          },
        ],
      },
    },
    resource_changes: [
      {
        address: 'module.app["a"].aws_iam_role_policy_attachment.x',
        change: { actions: ['create'], after: { role: 'role-a' }, after_unknown: { id: true, policy_arn: true } },
      },
      {
        address: 'module.app["a"].aws_iam_role.r[0]',
        change: { actions: ['create'], after_unknown: { assume_role_policy: true, inline_policy: [] } },
      },
    ],
    configuration: {
      provider_config: { aws: { name: 'aws', expressions: { access_key: { constant_value: 'key-in-the-provider' } } } },
      root_module: {
        module_calls: {
          app: {
            module: {
              resources: [
                {
                  address: 'aws_iam_role_policy_attachment.x',
                  expressions: { policy_arn: { references: ['aws_iam_policy.own.arn', 'aws_iam_policy.own'] } },
                },
              ],
            },
          },
        },
      },
    },
  },
  null,
  1,
)

const files = { 'plan.json': PLAN }
const value = jsonValue(wholeText({ uri: 'plan.json', text: PLAN })).value!

function nodes<K extends NodeKind>(kind: K): Nodes[K][] {
  return planNodes(value).filter((node: AnyNode): node is Nodes[K] => node.kind === kind)
}

describe('a plan as JSON', () => {
  test('is told from other JSON', () => {
    const other = (text: string) => isPlan(jsonValue(wholeText({ uri: 'x.json', text })).value!)
    expect(isPlan(value)).toBe(true)
    expect(other('{"format_version":"1"}')).toBe(false)
    expect(other('{"planned_values":{}}')).toBe(false)
    expect(other('[]')).toBe(false)
  })

  test('gives policies at their place in the file', () => {
    const [policy] = nodes('policy')
    expect(policy).toMatchObject({ anchor: 'aws_iam_policy.p', document: { role: 'identity' } })
    expect(shown(policy!.document.statements[0]!.actions[0]!.span, files)).toMatch(/^plan\.json:\d+ s3:\*$/)
  })

  test('keeps what is known only after apply unknown, with its reference', () => {
    expect(nodes('attachment')).toMatchObject([
      { policyArn: { value: '\uE000' }, holder: { address: 'module.app["a"].aws_iam_role.r[0]', name: 'role-a' } },
    ])
    const attachment = nodes('resource').find((node) => node.type === 'aws_iam_role_policy_attachment')!
    expect(plain(attachment.arguments)).toEqual({
      role: 'role-a',
      id: '?module.app["a"].aws_iam_role_policy_attachment.x.id',
      policy_arn: '?module.app["a"].aws_iam_policy.own.arn',
    })
    const trust = nodes('policy').find((node) => node.document.role === 'trust')!
    expect(trust.document).toMatchObject({ statements: [], incomplete: true })
  })

  test('gives scripts, and the secrets in variables and providers', () => {
    expect(nodes('script').map((node) => node.text.value)).toEqual(['#!/bin/sh\necho hi'])
    expect(nodes('setting').map((node) => node.name.value)).toEqual(['db_password', 'access_key'])
  })
})
