import { describe, expect, test } from 'vitest'
import { UNKNOWN, wholeText } from '../../src/core/text.ts'
import type { Value } from '../../src/core/value.ts'
import { guessRole, looksLikePolicy, policyDocumentOf } from '../../src/extract/policy-document.ts'
import { jsonValue } from '../../src/languages/json/json.ts'

const uri = 'policy.json'
const span = { uri, start: 0, end: 0 }

function json(text: string): Value {
  return jsonValue(wholeText({ uri, text })).value!
}

function text(value: string): Value {
  return { kind: 'string', text: wholeText({ uri, text: value }), span: { uri, start: 0, end: value.length } }
}

describe('a document', () => {
  test('scalars where lists may stand, names in any case', () => {
    const source = '{"version":"2012-10-17","statement":{"effect":"Allow","action":"s3:*","resource":["a","b"]}}'
    const document = policyDocumentOf(json(source), 'identity')!
    expect(document.version?.value).toBe('2012-10-17')
    expect(document.incomplete).toBe(false)
    const [statement] = document.statements
    expect(statement!.actions.map((leaf) => leaf.value)).toEqual(['s3:*'])
    expect(statement!.resources.map((leaf) => leaf.value)).toEqual(['a', 'b'])
    const { start, end } = statement!.actions[0]!.span
    expect(source.slice(start, end)).toBe('s3:*')
  })

  test('principals of every form', () => {
    const read = (principal: string) =>
      policyDocumentOf(
        json(`{"Statement":[{"Effect":"Allow","Principal":${principal},"Action":"a:b"}]}`),
        'trust',
      )!.statements[0]!.principals.map(({ type, value }) => `${type} ${value.value}`)
    expect(read('"*"')).toEqual(['* *'])
    expect(read('{"AWS":"*"}')).toEqual(['AWS *'])
    expect(read('{"AWS":["1","2"],"service":"x.amazonaws.com"}')).toEqual(['AWS 1', 'AWS 2', 'Service x.amazonaws.com'])
  })

  test('of principals that hang on a switch each may be the one', () => {
    const alternatives = [json('"*"'), json('{"AWS":"1"}')]
    const statement = json('{"Effect":"Allow","Action":"a:b"}')
    if (statement.kind !== 'map') throw new Error('not a statement')
    const principal = { kind: 'unknown', span, maybe: alternatives } as const
    const entries = [...statement.entries, { key: 'Principal', keySpan: span, value: principal }]
    const list = { kind: 'list', items: [{ ...statement, entries }], span } as const
    const document = { kind: 'map', entries: [{ key: 'Statement', keySpan: span, value: list }], span } as const
    const { principals } = policyDocumentOf(document, 'trust')!.statements[0]!
    expect(principals.map(({ type, value }) => `${type} ${value.value}`)).toEqual(['* *', 'AWS 1'])
  })

  test('conditions, one entry for every operator and key', () => {
    const source =
      '{"Statement":{"Effect":"Allow","Action":"a:b","Condition":{"StringEquals":{"aws:a":"1","aws:b":["2","3"]},"Bool":{"aws:c":true}}}}'
    const { conditions } = policyDocumentOf(json(source), 'identity')!.statements[0]!
    expect(conditions.map((one) => [one.operator.value, one.key.value, one.values.map((leaf) => leaf.value)])).toEqual([
      ['StringEquals', 'aws:a', ['1']],
      ['StringEquals', 'aws:b', ['2', '3']],
      ['Bool', 'aws:c', ['true']],
    ])
  })

  test('is read out of a string', () => {
    const document = policyDocumentOf(text('\n{"Statement":[{"Effect":"Allow","Action":"*"}]}'), 'identity')
    expect(document!.statements[0]!.actions[0]!.value).toBe('*')
  })

  test('is nothing when it is no policy', () => {
    expect(policyDocumentOf(text('hello'), 'identity')).toBeUndefined()
    expect(policyDocumentOf(json('{"a":1}'), 'identity')).toBeUndefined()
    expect(policyDocumentOf(json('[1]'), 'identity')).toBeUndefined()
  })
})

describe('what is not known', () => {
  const unknown: Value = { kind: 'unknown', span }

  test('makes the document incomplete', () => {
    expect(policyDocumentOf(unknown, 'identity')).toMatchObject({ statements: [], incomplete: true })
    expect(policyDocumentOf(text(UNKNOWN), 'identity')).toMatchObject({ statements: [], incomplete: true })
    const list = policyDocumentOf(text(`{"Statement":[${UNKNOWN},{"Effect":"Allow","Action":"a:b"}]}`), 'identity')!
    expect(list.statements).toHaveLength(1)
    expect(list.incomplete).toBe(true)
  })

  test('a leaf stays an explicit unknown', () => {
    const document = policyDocumentOf(text(`{"Statement":{"Effect":"Allow","Action":${UNKNOWN}}}`), 'identity')!
    expect(document.statements[0]!.actions.map((leaf) => leaf.value)).toEqual([UNKNOWN])
  })

  test('a Deny without a condition, or with one, has just that', () => {
    const conditionsOf = (more: string) =>
      policyDocumentOf(json(`{"Statement":{"Effect":"Deny","Action":"a:b","Resource":"*"${more}}}`), 'identity')!
        .statements[0]!.conditions
    expect(conditionsOf('')).toEqual([])
    expect(conditionsOf(',"Condition":{"Bool":{"a:b":"true"}}').map(({ key }) => key.value)).toEqual(['a:b'])
  })

  test('of alternatives, Allow takes all and Deny none', () => {
    const either = (effect: string): Value => {
      const base = json(`{"Statement":{"Effect":"${effect}"}}`) as Value & { kind: 'map' }
      const statement = base.entries[0]!.value as Value & { kind: 'map' }
      const action: Value = { kind: 'unknown', span, maybe: [text('a:b'), text('c:d')] }
      const entries = [...statement.entries, { key: 'Action', keySpan: span, value: action }]
      return { ...base, entries: [{ ...base.entries[0]!, value: { ...statement, entries } }] }
    }
    const actions = (effect: string) =>
      policyDocumentOf(either(effect), 'identity')!.statements[0]!.actions.map((leaf) => leaf.value)
    expect(actions('Allow')).toEqual(['a:b', 'c:d'])
    expect(actions('Deny')).toEqual([UNKNOWN])
  })

  test('a Deny that may not be there carries an unknown condition', () => {
    const branch = json('{"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}')
    const document = policyDocumentOf({ kind: 'unknown', span, maybe: [branch, text('')] }, 'identity')!
    expect(document.statements[0]!.conditions.map((one) => one.operator.value)).toEqual([UNKNOWN])
  })

  test('an Allow whose condition may be missing is read both ways', () => {
    const base = json('{"Statement":{"Effect":"Allow","Action":"*"}}') as Value & { kind: 'map' }
    const statement = base.entries[0]!.value as Value & { kind: 'map' }
    const condition: Value = { kind: 'unknown', span, maybe: [json('{"Bool":{"a:b":"true"}}'), json('{}')] }
    const entries = [...statement.entries, { key: 'Condition', keySpan: span, value: condition }]
    const value: Value = { ...base, entries: [{ ...base.entries[0]!, value: { ...statement, entries } }] }
    expect(policyDocumentOf(value, 'identity')!.statements.map((one) => one.conditions.length)).toEqual([1, 0])
  })
})

test('looks like a policy only with a statement that has an effect', () => {
  expect(looksLikePolicy(json('{"Statement":[{"Effect":"Allow","Action":"*"}]}'))).toBe(true)
  expect(looksLikePolicy(text('{"Statement":[{"Effect":"Deny","NotAction":"*"}]}'))).toBe(true)
  expect(looksLikePolicy(json('{"Statement":"I have read the terms"}'))).toBe(false)
  expect(looksLikePolicy(json('{"Statement":[{"Effect":"blur"}]}'))).toBe(false)
  expect(looksLikePolicy(text('Statement of account'))).toBe(false)
})

test('guesses what a document without a consumer is for', () => {
  const role = (statement: string) =>
    guessRole(policyDocumentOf(json(`{"Statement":[${statement}]}`), 'unknown')!.statements)
  expect(role('{"Effect":"Allow","Action":"s3:*","Resource":"*"}')).toBe('identity')
  expect(role('{"Effect":"Allow","Principal":"*","Action":["sts:AssumeRole","sts:TagSession"]}')).toBe('trust')
  expect(role('{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"}')).toBe('resource')
  expect(guessRole([])).toBe('unknown')
})
