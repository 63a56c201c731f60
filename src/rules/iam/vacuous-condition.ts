import { isMultivalued } from '../../aws/condition-keys.ts'
import { fitsEveryone } from '../../aws/condition-values.ts'
import type { Condition, Statement } from '../../core/policy.ts'
import { defineRule, type Edit, type Hit } from '../../core/rule.ts'
import { UNKNOWN } from '../../core/text.ts'
import type { Leaf } from '../../core/value.ts'
import { judgeCondition, keyOf, nullGuarded, operatorOf, takesWildcards } from '../../iam/conditions.ts'
import { quote } from '../../iam/messages.ts'
import { isOutOfScope } from '../../iam/out-of-scope.ts'

export default defineRule({
  meta: {
    id: 'iam/vacuous-condition',
    title: 'Condition does not do what it seems to',
    severity: 'medium',
    about: 'hygiene',
    domain: 'iam',
    fixable: true,
    practice: 'least privilege',
    description:
      'Some conditions are always met and some never: ForAllValues holds when the key is absent, IfExists too, StringEquals takes `*` for a star, and a date may have passed. What they were meant to guard stands open, or shut.',
    remediation: 'Write the condition so that it fails when the key is absent and compares as it was meant.',
    cwe: ['CWE-284', 'CWE-1288'],
    references: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
    ],
  },
  on: 'policy',
  *check(policy, { unit }) {
    if (isOutOfScope(policy, unit)) return
    for (const statement of policy.document.statements) {
      const guarded = nullGuarded(statement.conditions)
      for (const condition of statement.conditions) yield* checkCondition(condition, statement, guarded)
    }
  },
})

function* checkCondition(condition: Condition, statement: Statement, guarded: ReadonlySet<string>): Iterable<Hit> {
  if (condition.operator.value.includes(UNKNOWN) || condition.key.value.includes(UNKNOWN)) return
  const allows = statement.effect.value.toLowerCase() === 'allow'
  const operator = operatorOf(condition)
  const key = keyOf(condition)
  const element = `${condition.operator.value} ${key}`
  if (operator.quantifier === 'all' && isMultivalued(key) === false && allows && !guarded.has(key)) {
    yield {
      span: condition.operator.span,
      message: `${quote(condition.operator)} on ${quote(condition.key)}, which has one value: it is met by every request that does not carry the key.`,
      element,
      remediation: `Write \`${withoutQuantifier(condition.operator)}\`.`,
      ...replacing(condition.operator, withoutQuantifier(condition.operator)),
    }
    return
  }
  if (allows && operator.ifExists && key === 'aws:multifactorauthpresent') {
    yield {
      span: condition.operator.span,
      message: `${quote(condition.operator)} lets requests through that carry no ${quote(condition.key)}: those made with an access key.`,
      element,
      remediation: 'Write `Bool`.',
      ...replacing(condition.operator, 'Bool'),
    }
    return
  }
  if (operator.name.startsWith('date') && allows) yield* checkDate(condition, statement, guarded, element)
  if (allows && takesWildcards(operator.name)) yield* checkPattern(condition, element)
  if (/^string(not)?equals/.test(operator.name) && !key.endsWith(':sub')) {
    const wild = condition.values.find((leaf) => leaf.value.replaceAll('${*}', '').includes('*'))
    if (!wild) return
    const like = condition.operator.value.replace(/Equals(IgnoreCase)?/i, 'Like')
    yield {
      span: wild.span,
      message: `${quote(condition.operator)} takes the \`*\` in ${quote(wild)} for a star, not for a wildcard: ${
        operator.negated ? 'every request meets it' : 'no request meets it'
      }.`,
      element: `${element} ${wild.value}`,
      remediation: `Write \`${like}\`, or name the value without a wildcard.`,
      related: [{ span: condition.operator.span, message: `\`${like}\` would take it for a wildcard` }],
    }
  }
}

/** A bare star is written on purpose: that the key is there at all is asked. `o-*` looks as if it named someone. */
function* checkPattern({ key, values }: Condition, element: string): Iterable<Hit> {
  const wide = values.find(({ value }) => !/^\*+$/.test(value) && fitsEveryone(key.value.toLowerCase(), value))
  if (!wide) return
  yield {
    span: wide.span,
    message: `Every ${quote(key)} there is fits ${quote(wide)}: it tells nobody from anybody.`,
    element: `${element} ${wide.value}`,
    remediation: 'Write the value itself, or remove the condition.',
  }
}

function* checkDate(
  condition: Condition,
  statement: Statement,
  guarded: ReadonlySet<string>,
  element: string,
): Iterable<Hit> {
  const strength = judgeCondition(condition, guarded, 'holder').strength
  const bound = condition.values[0]
  if (!bound) return
  if (strength === 'never') {
    yield {
      severity: 'note',
      span: bound.span,
      message: `${quote(bound)} has passed: the statement grants nothing any more.`,
      element,
      remediation: 'Remove the statement.',
    }
  } else if (strength === 'vacuous' && !hasEnd(statement)) {
    yield {
      span: bound.span,
      message: `${quote(bound)} has passed, so ${quote(condition.operator)} is met by every request from then on.`,
      element,
      remediation: 'Add an end (`DateLessThan`), or remove the condition if the grant is meant to stay.',
    }
  }
}

/** A window has a beginning that passes and an end that still guards. */
function hasEnd(statement: Statement): boolean {
  return statement.conditions.some((condition) => operatorOf(condition).name.startsWith('dateless'))
}

const withoutQuantifier = (operator: Leaf): string => operator.value.replace(/^For(AllValues|AnyValue):/i, '')

/** Only where the word stands as it is read: no escape, no template. */
function replacing(leaf: Leaf, text: string): { fix?: Edit[] } {
  return leaf.span.end - leaf.span.start === leaf.value.length ? { fix: [{ span: leaf.span, text }] } : {}
}
