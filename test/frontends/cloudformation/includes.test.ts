import { describe, expect, test } from 'vitest'
import { affectedPaths } from '../../../src/frontends/index.ts'
import { said } from '../../iam/support/scan.ts'
import { snapshot, treeOf } from '../support.ts'

const INCLUDE = (location: string) => `Fn::Transform: { Name: AWS::Include, Parameters: { Location: ${location} } }`
const ROLE = (policies: string) => `Resources:
  Ci:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: 'sts:AssumeRole' }] }
      ${policies}
`
const ADMIN = '{ Effect: Allow, Action: "*", Resource: "*" }'

/** A template that takes in `part.yaml`, and what stands in it. */
const CASES: readonly [string, string, string][] = [
  [
    'a statement',
    ROLE(`Policies: [{ PolicyName: p, PolicyDocument: { Statement: [{ ${INCLUDE('part.yaml')} }] } }]`),
    'Effect: Allow\nAction: "*"\nResource: "*"\n',
  ],
  [
    'a document',
    ROLE(`Policies: [{ PolicyName: p, PolicyDocument: { ${INCLUDE('./part.yaml')} } }]`),
    `Version: "2012-10-17"\nStatement: [${ADMIN}]\n`,
  ],
  [
    'properties, from where it is uploaded to',
    ROLE(INCLUDE('!Sub "s3://${Bucket}/parts/part.yaml"')),
    `Policies: [{ PolicyName: p, PolicyDocument: { Statement: [${ADMIN}] } }]\n`,
  ],
  [
    'resources',
    `Resources:\n  ${INCLUDE('s3://bucket/part.yaml')}\n  Topic: { Type: AWS::SNS::Topic }\n`,
    ROLE(`Policies: [{ PolicyName: p, PolicyDocument: { Statement: [${ADMIN}] } }]`).replace('Resources:\n', ''),
  ],
  [
    'sections',
    'AWSTemplateFormatVersion: "2010-09-09"\nTransform: { Name: AWS::Include, Parameters: { Location: part.yaml } }\nResources:\n  Topic: { Type: AWS::SNS::Topic }\n',
    ROLE(`Policies: [{ PolicyName: p, PolicyDocument: { Statement: [${ADMIN}] } }]`),
  ],
]

describe('what a template takes in', () => {
  test.each(CASES)('%s', async (_, template, part) => {
    expect((await said({ 'stack.yaml': template, 'part.yaml': part })).join('\n')).toMatch(
      /^iam\/full-admin critical /m,
    )
    expect([...affectedPaths(treeOf({ 'stack.yaml': template, 'part.yaml': part }), ['part.yaml'])]).toContain(
      'stack.yaml',
    )
  })

  test.each(CASES)('%s, harmless', async (_, template, part) => {
    const harmless = part
      .replace(/Action: "\*"/, 'Action: "s3:GetObject"')
      .replace(/Resource: "\*"/, 'Resource: "arn:aws:s3:::b/*"')
    expect(await said({ 'stack.yaml': template, 'part.yaml': harmless })).toEqual([])
  })

  test.each(CASES)('%s, elsewhere: it is told', (_, template) => {
    const told = snapshot({ 'stack.yaml': template }).notifications.map(({ id }) => id)
    expect(told).toEqual(['unread-include'])
  })

  test('pieces that take in each other come to an end', () => {
    const template = ROLE(INCLUDE('a.yaml'))
    expect(() =>
      snapshot({ 'stack.yaml': template, 'a.yaml': INCLUDE('b.yaml'), 'b.yaml': INCLUDE('a.yaml') }),
    ).not.toThrow()
  })

  test.each([
    ['of resources', `Resources:\n  Fn::Transform: { Name: Acme }\n  Topic: { Type: AWS::SNS::Topic }\n`],
    ['of properties', ROLE('Fn::Transform: { Name: Acme }')],
    ['of the whole template', `Transform: [AWS::Serverless-2016-10-31, Acme]\n${ROLE('RoleName: ci')}`],
  ])('a macro of one’s own, %s, is told', (_, template) => {
    const told = snapshot({ 'stack.yaml': template }).notifications.map(({ message }) => message)
    expect(told).toEqual([expect.stringContaining('`Acme`')])
  })

  test('one of several transforms of a template', async () => {
    const template = `Transform:\n  - AWS::Serverless-2016-10-31\n  - { Name: AWS::Include, Parameters: { Location: part.yaml } }\nResources:\n  Topic: { Type: AWS::SNS::Topic }\n`
    const part = ROLE(`Policies: [{ PolicyName: p, PolicyDocument: { Statement: [${ADMIN}] } }]`).replace(/^/gm, '')
    expect((await said({ 'stack.yaml': template, 'part.yaml': part })).join('\n')).toMatch(
      /^iam\/full-admin critical /m,
    )
  })
})
