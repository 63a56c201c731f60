import { spanOf } from '../../core/build-text.ts'
import type { Span } from '../../core/source.ts'
import type { Entry, Value } from '../../core/value.ts'
import { parseTemplate } from '../../languages/hcl/hcl.ts'
import type { Expression, ForExpression } from '../../languages/hcl/syntax.ts'
import { attributeOf, elementAt } from './access.ts'
import { callFunction } from './functions/index.ts'
import { binaryValue, booleanIn, unaryValue } from './operators.ts'
import { dataObject, moduleObject, rootValue } from './references.ts'
import { bind, exceed, lookUp, type Scope, spanIn } from './scope.ts'
import { evaluateTemplate, innerSpan } from './template.ts'
import {
  alternativesOf,
  booleanOf,
  type Evaluated,
  entryOf,
  failure,
  keyValue,
  listOf,
  mapOf,
  nullAt,
  numberOf,
  oneOf,
  someOf,
  textOrUnknown,
  unknown,
} from './value.ts'
import { isTooHeavy } from './value-size.ts'

/** Nested evaluations, through locals and modules too. */
const DEEPEST = 400
const IT = ' it'

/** What an expression comes to, as far as that can be known without Terraform's state and AWS. Never throws. */
export function evaluate(expression: Expression, scope: Scope): Evaluated {
  const { budget } = scope.run
  if (budget.depth >= DEEPEST || budget.steps-- <= 0) {
    exceed(scope.run)
    return unknown(spanIn(scope, expression))
  }
  budget.depth++
  const value = evaluateKind(expression, scope)
  budget.depth--
  return value
}

function evaluateKind(expression: Expression, scope: Scope): Evaluated {
  switch (expression.kind) {
    case 'number':
      return numberOf(expression.value, spanIn(scope, expression))
    case 'boolean':
      return booleanOf(expression.value, spanIn(scope, expression))
    case 'null':
      return nullAt(spanIn(scope, expression))
    case 'template':
      return evaluateTemplate(expression, scope)
    case 'name':
      return lookUp(scope, expression.name) ?? unknown(spanIn(scope, expression), expression.name)
    case 'it':
      return lookUp(scope, IT) ?? unknown(spanIn(scope, expression))
    case 'get':
      return get(expression, scope)
    case 'index':
      return elementAt(evaluate(expression.of, scope), evaluate(expression.key, scope), spanIn(scope, expression))
    case 'splat':
      return splat(expression, scope)
    case 'call':
      return weighed(callFunction(expression, scope), scope)
    case 'conditional':
      return conditional(expression, scope)
    case 'binary':
      return binaryValue(
        expression.operator,
        evaluate(expression.left, scope),
        evaluate(expression.right, scope),
        spanIn(scope, expression),
      )
    case 'unary':
      return unaryValue(expression.operator, evaluate(expression.of, scope), spanIn(scope, expression))
    case 'group':
      return evaluate(expression.of, scope)
    case 'tuple': {
      const items = expression.items.map((item) => evaluate(item, scope))
      return weighed(listOf(items, spanIn(scope, expression)), scope)
    }
    case 'object':
      return object(expression, scope)
    case 'for':
      return forValue(expression, scope, spanIn(scope, expression))
    case 'json':
      return jsonTemplates(expression.value, scope)
    case 'invalid':
      return unknown(spanIn(scope, expression))
  }
}

/** Values that share parts can grow without bound while they are cheap to make: too heavy ones are given up. */
function weighed(value: Evaluated, scope: Scope): Evaluated {
  if (!isTooHeavy(value, scope.run.weights)) return value
  exceed(scope.run)
  return unknown(value.span)
}

function get(expression: Expression & { kind: 'get' }, scope: Scope): Evaluated {
  const { of, name } = expression
  const span = spanIn(scope, expression)
  if (scope.module && of.kind === 'name' && !lookUp(scope, of.name)) {
    const found = of.name === 'module' ? moduleObject(scope, name, span) : rootValue(scope, of.name, name, span)
    if (found) return found
  }
  if (scope.module && of.kind === 'get' && of.of.kind === 'name' && of.of.name === 'data' && !lookUp(scope, 'data')) {
    return dataObject(scope, of.name, name, span)
  }
  return attributeOf(evaluate(of, scope), name, span)
}

function splat(expression: Expression & { kind: 'splat' }, scope: Scope): Evaluated {
  const span = spanIn(scope, expression)
  const each = (item: Evaluated): Evaluated => evaluate(expression.each, bind(scope, IT, item))
  const over = (value: Evaluated): Evaluated => {
    if (value.attribute) return listOf([each(value)], span)
    switch (value.kind) {
      case 'list':
        return weighed(
          listOf(
            value.items.map((item) => each(item as Evaluated)),
            span,
          ),
          scope,
        )
      case 'null':
        return listOf([], span)
      case 'unknown':
        if (value.failed) return failure(span, value.reference)
        if (value.each) return someOf(each(value.each), span, value.reference)
        if (value.maybe?.length) return oneOf(alternativesOf(value).map(over), span)
        return someOf(each(unknown(span, value.reference)), span, value.reference)
      default:
        return listOf([each(value)], span)
    }
  }
  return over(evaluate(expression.of, scope))
}

function conditional(expression: Expression & { kind: 'conditional' }, scope: Scope): Evaluated {
  const condition = evaluate(expression.condition, scope)
  if (condition.failed) return failure(spanIn(scope, expression))
  const decided = booleanIn(condition)
  if (decided !== undefined) return evaluate(decided ? expression.yes : expression.no, scope)
  return oneOf([evaluate(expression.yes, scope), evaluate(expression.no, scope)], spanIn(scope, expression))
}

function object(expression: Expression & { kind: 'object' }, scope: Scope): Evaluated {
  const entries: Entry[] = []
  for (const item of expression.items) {
    const value = evaluate(item.value, scope)
    if (item.key.kind === 'name' && !item.computed) {
      entries.push(entryOf(item.key.name, spanIn(scope, item.key), value))
      continue
    }
    const key = evaluate(item.key, scope)
    entries.push(entryOf(textOrUnknown(key).value, keySpan(item.key, key, scope), value))
  }
  return weighed(mapOf(entries, spanIn(scope, expression)), scope)
}

function keySpan(written: Expression, key: Evaluated, scope: Scope): Span {
  return key.kind === 'string' && written.kind === 'template' ? innerSpan(written, scope) : spanIn(scope, written)
}

function forValue(expression: ForExpression, scope: Scope, span: Span): Evaluated {
  const over = (collection: Evaluated): Evaluated => {
    const produced: Produced = { values: [], groups: new Map(), failed: false }
    const once = (key: Evaluated, value: Evaluated): void => produce(expression, scope, key, value, produced)
    switch (collection.kind) {
      case 'list':
        for (const [index, item] of collection.items.entries()) once(numberOf(index, item.span), item as Evaluated)
        break
      case 'map':
        for (const entry of collection.entries) once(keyValue(entry.key, entry.keySpan), entry.value as Evaluated)
        break
      case 'unknown':
        if (collection.failed) return failure(span, collection.reference)
        if (collection.maybe?.length && !collection.each) return oneOf(alternativesOf(collection).map(over), span)
        once(unknown(span, collection.reference), collection.each ?? unknown(span, collection.reference))
        return collected(expression, produced, span, false)
      default:
        return failure(span)
    }
    return weighed(collected(expression, produced, span, true), scope)
  }
  return over(evaluate(expression.collection, scope))
}

interface Produced {
  readonly values: Evaluated[]
  readonly groups: Map<string, { readonly keySpan: Span; readonly values: Evaluated[] }>
  failed: boolean
}

function produce(expression: ForExpression, scope: Scope, key: Evaluated, value: Evaluated, produced: Produced): void {
  if (scope.run.budget.steps-- <= 0) return
  const named = expression.keyName ? bind(scope, expression.keyName, key) : scope
  const inner = bind(named, expression.valueName, value)
  // What may be left out is kept: it may be there.
  if (expression.condition && booleanIn(evaluate(expression.condition, inner)) === false) return
  const result = evaluate(expression.value, inner)
  if (!expression.key) {
    produced.values.push(result)
    return
  }
  const name = evaluate(expression.key, inner)
  const text = textOrUnknown(name).value
  const group = produced.groups.get(text)
  if (group) group.values.push(result)
  else produced.groups.set(text, { keySpan: name.span, values: [result] })
}

function collected(expression: ForExpression, produced: Produced, span: Span, sized: boolean): Evaluated {
  if (!expression.key) {
    const first = produced.values[0]
    if (sized || !first) return listOf(produced.values, span)
    return someOf(first, span)
  }
  const entries = [...produced.groups].map(([key, group]) =>
    entryOf(key, group.keySpan, expression.group ? listOf(group.values, span) : group.values.at(-1)!),
  )
  const map = mapOf(entries, span)
  const first = entries[0]
  if (sized || !first) return map
  return { kind: 'unknown', span, each: first.value as Evaluated, maybe: [map, mapOf([], span)] }
}

/** A value of `.tf.json`: its strings are templates, at any depth. */
function jsonTemplates(value: Value, scope: Scope): Evaluated {
  const { budget } = scope.run
  if (budget.depth >= DEEPEST || budget.steps-- <= 0) {
    exceed(scope.run)
    return unknown(value.span)
  }
  budget.depth++
  const made = weighed(jsonTemplate(value, scope), scope)
  budget.depth--
  return made
}

function jsonTemplate(value: Value, scope: Scope): Evaluated {
  switch (value.kind) {
    case 'string': {
      if (!/[$%]\{/.test(value.text.value)) return value as Evaluated
      const { template } = parseTemplate(value.text.value)
      const origin = { uri: value.span.uri, text: value.text, whole: false }
      const inner = { ...scope, origin }
      return template.kind === 'template'
        ? scope.run.evaluateParts(template.parts, inner, spanOf(value.text))
        : unknown(value.span)
    }
    case 'list':
      return listOf(
        value.items.map((item) => jsonTemplates(item, scope)),
        value.span,
      )
    case 'map':
      return mapOf(
        value.entries.map((entry) => entryOf(entry.key, entry.keySpan, jsonTemplates(entry.value, scope))),
        value.span,
      )
    default:
      return value as Evaluated
  }
}
