import { SAM_POLICY_TEMPLATES } from '../../aws/sam-policy-templates.ts'
import { derivedText } from '../../core/build-text.ts'
import type { Span } from '../../core/source.ts'
import { concatTexts, literalText, UNKNOWN } from '../../core/text.ts'
import { type Entry, member, type Value } from '../../core/value.ts'

/** The policy that `{S3ReadPolicy: {BucketName: …}}` stands for; undefined when the template is not one we know. */
export function samPolicyTemplate(policy: Value): Value | undefined {
  const only = policy.kind === 'map' && policy.entries.length === 1 ? policy.entries[0] : undefined
  const known = only && SAM_POLICY_TEMPLATES.get(only.key)
  if (!only || known === undefined) return undefined
  const statements = known.split('; ').map((statement) => statementOf(statement, only))
  return map({ Statement: { kind: 'list', items: statements, span: policy.span } }, policy.span)
}

function statementOf(statement: string, { keySpan, value }: Entry): Value {
  const [actions = '', resources = ''] = statement.split(' on ')
  const [service, names = ''] = actions.split(':')
  const whole = { ...keySpan, end: Math.max(keySpan.end, value.span.end) }
  const list = (items: Value[]): Value => ({ kind: 'list', items, span: whole })
  return map(
    {
      Effect: text('Allow', keySpan),
      Action: list(names.split(',').map((name) => text(`${service}:${name}`, keySpan))),
      Resource: list(resources.split(' ').map((resource) => resourceOf(resource, value, keySpan))),
    },
    whole,
  )
}

/** A resource with the parameter put in, which stands where the author wrote it. */
function resourceOf(pattern: string, parameters: Value, name: Span): Value {
  if (pattern === '*') return text('*', name)
  const [, before = '', key = '', after = ''] = /^([^{]*)(?:\{(\w+)\})?([^\n]*)$/.exec(pattern)!
  const given = key === '' ? undefined : member(parameters, key)
  const head = before === '' && key !== '' ? '' : `arn:${UNKNOWN}:${before.replaceAll('$', UNKNOWN)}`
  const span = given?.span ?? name
  const start = { ...span, end: span.start }
  const middle = given?.kind === 'string' ? given.text : literalText(key === '' ? '' : UNKNOWN, span)
  const parts = [literalText(head, start), middle, literalText(after, { ...span, start: span.end })]
  return { kind: 'string', text: concatTexts(parts.filter((part) => part.value !== '')), span }
}

function text(value: string, span: Span): Value {
  return { kind: 'string', text: derivedText(value, span), span }
}

function map(members: Record<string, Value>, span: Span): Value {
  const entries = Object.entries(members).map(([key, value]): Entry => ({ key, keySpan: value.span, value }))
  return { kind: 'map', entries, span }
}
