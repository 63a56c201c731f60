import { describe, expect, test } from 'vitest'
import { member } from '../../../src/core/value.ts'
import { plainValue, snapshot, written } from '../support.ts'

/** What the property `P` of a resource comes to. */
function evaluated(expression: string, more = ''): unknown {
  const template = `AWSTemplateFormatVersion: "2010-09-09"\n${more}\nResources:\n  Topic: {Type: AWS::SNS::Topic}\n  Bucket: {Type: AWS::S3::Bucket}\n  Fn: {Type: AWS::Lambda::Function}\n  R:\n    Type: Custom::X\n    Properties:\n      P: ${expression}\n`
  const resource = snapshot({ 't.yaml': template })
    .all('resource')
    .find(({ name }) => name === 'R')
  const value = member(resource!.arguments, 'P')
  return value === undefined ? 'nothing' : plainValue(value)
}

const PARAMETERS = `Parameters:
  Stage: {Type: String, Default: prod}
  Port: {Type: Number, Default: 443}
  Subnets: {Type: CommaDelimitedList, Default: "a, b,c"}
  Open: {Type: String}
  Hidden: {Type: String, NoEcho: true, Default: s3cret}
  Ami: {Type: "AWS::SSM::Parameter::Value<String>", Default: /aws/ami}
Mappings:
  Sizes:
    prod: {type: large}
    dev: {type: small}
`

describe('functions of CloudFormation', () => {
  const cases: [expression: string, value: unknown][] = [
    ['!Ref Stage', 'prod'],
    ['!Ref Port', 443],
    ['!Ref Subnets', ['a', 'b', 'c']],
    ['!Ref Open', '?'],
    ['!Ref Hidden', '?'],
    ['!Ref Ami', '?'],
    ['!Ref AWS::Region', '?'],
    ['!Ref AWS::URLSuffix', 'amazonaws.com'],
    ['!Ref AWS::NoValue', 'nothing'],
    ['!Ref Bucket', '?'],
    ['!Ref Topic', 'arn:?:sns:?:?:?'],
    ['!GetAtt Bucket.Arn', 'arn:?:s3:::?'],
    ['{"Fn::GetAtt": "Fn.Arn"}', 'arn:?:lambda:?:?:function:?'],
    ['!GetAtt Bucket.DomainName', '?'],
    ['!Sub "a-${Stage}-${AWS::Region}-${!Keep}-${Bucket.Arn}/*"', 'a-prod-?-${Keep}-arn:?:s3:::?/*'],
    ['!Sub ["${a}/${b}${Port}", {a: x, b: !Ref Open}]', 'x/?443'],
    ['!Join [":", [a, !Ref Stage, !Ref Open, !Ref AWS::NoValue]]', 'a:prod:?'],
    ['!Join [",", !Ref Subnets]', 'a,b,c'],
    ['!Select [1, !Ref Subnets]', 'b'],
    ['!Select [9, !Ref Subnets]', '?'],
    ['!Split ["/", "a/b"]', ['a', 'b']],
    ['!Split ["/", !Ref Open]', '?'],
    ['!If [C, a, !Ref Stage]', { maybe: ['a', 'prod'] }],
    ['!If [C, a, !Ref AWS::NoValue]', { maybe: ['a'] }],
    ['!FindInMap [Sizes, !Ref Stage, type]', 'large'],
    ['!FindInMap [Sizes, !Ref Open, type]', { maybe: ['large', 'small'] }],
    ['!FindInMap [Gone, a, b]', '?'],
    ['!Base64 abc', 'abc'],
    ['!ToJsonString {a: !Ref Stage}', { a: 'prod' }],
    ['!ImportValue x', '?'],
    ['"{{resolve:secretsmanager:x}}"', '{{resolve:secretsmanager:x}}'],
    ['{constructor: a}', { constructor: 'a' }],
  ]
  for (const [expression, value] of cases) {
    test(expression, () => expect(evaluated(expression, PARAMETERS)).toEqual(value))
  }

  test('a template in JSON comes to the same', () => {
    const template = {
      Parameters: { Stage: { Type: 'String', Default: 'prod' } },
      Resources: {
        R: { Type: 'AWS::X::Y', Properties: { P: { 'Fn::Sub': ['${Stage}-${x}', { x: { Ref: 'AWS::Region' } }] } } },
      },
    }
    const found = snapshot({ 't.template': JSON.stringify(template) })
    expect(plainValue(member(found.all('resource')[0]!.arguments, 'P'))).toBe('prod-?')
  })

  test('a text maps to where each part is written, also to a default', () => {
    const source = `Parameters:\n  Word: {Type: String, Default: default}\nResources:\n  R:\n    Type: AWS::X::Y\n    Properties:\n      P: !Sub |\n        one \${Word} two\n        three \${AWS::Region}\n`
    const value = member(snapshot({ 't.yaml': source }).all('resource')[0]!.arguments, 'P')
    if (value?.kind !== 'string') throw new Error('no string')
    for (const word of ['one', 'default', 'two', 'three']) expect(written(value.text, word, source)).toBe(word)
    expect(written(value.text, '\uE000', source)).toBe('${AWS::Region}')
    expect(source.slice(value.span.start, value.span.end)).toContain('one ${Word} two')
  })

  describe('conditions, by the defaults of parameters', () => {
    const CONDITIONS = `Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsDev: !Equals [dev, !Ref Stage]
  HasOpen: !Not [!Equals [!Ref Open, ""]]
  Here: !Equals [!Ref "AWS::Region", eu-west-1]
  Secret: !Equals [!Ref Hidden, s3cret]
  Both: !And [!Condition IsProd, !Not [!Condition IsDev]]
  NotBoth: !And [!Condition IsDev, !Condition Here]
  Either: !Or [!Condition IsProd, !Condition Here]
  Neither: !Or [!Condition IsDev, !Condition Here]
  Joined: !Equals [!Sub "\${Stage}-\${Port}", prod-443]
  Self: !Not [!Condition Self]
  Odd: {Fn::Equals: [a, a], more: 1}
`
    test.each([
      ['IsProd', 'a'],
      ['IsDev', 'b'],
      ['Both', 'a'],
      ['NotBoth', 'b'],
      ['Either', 'a'],
      ['Joined', 'a'],
    ])('%s is decided', (name, value) => {
      expect(evaluated(`!If [${name}, a, b]`, PARAMETERS + CONDITIONS)).toBe(value)
    })

    test.each(['HasOpen', 'Here', 'Secret', 'Neither', 'Self', 'Odd', 'Gone'])('%s is not', (name) => {
      expect(evaluated(`!If [${name}, a, b]`, PARAMETERS + CONDITIONS)).toEqual({ maybe: ['a', 'b'] })
    })

    test('nothing is a branch too', () => {
      expect(evaluated('!If [IsDev, a, !Ref AWS::NoValue]', PARAMETERS + CONDITIONS)).toBe('nothing')
      expect(evaluated('[!If [IsDev, a, !Ref AWS::NoValue], c]', PARAMETERS + CONDITIONS)).toEqual(['c'])
    })
  })

  test('functions that double at every step end with a notification', () => {
    let value: unknown = 'x'
    for (let level = 0; level < 30; level++) value = { 'Fn::If': ['C', value, value] }
    const lines = ['a0: &a0 x']
    for (let level = 1; level < 30; level++) lines.push(`a${level}: &a${level} !If [C, *a${level - 1}, *a${level - 1}]`)
    const template = `${lines.join('\n')}\nResources:\n  R:\n    Type: AWS::X::Y\n    Properties: {P: *a29}\n`
    expect(snapshot({ 't.yaml': template }).notifications.map(({ id }) => id)).toEqual(['limit'])
  })
})
