import type { Span } from '../../core/source.ts'
import type { Value } from '../../core/value.ts'
import {
  type Call,
  calledName,
  type Expression,
  itemsIn,
  nameOf,
  option,
  optionsOf,
  type Program,
  property,
  resolved,
  wholeObject,
} from '../../languages/programs/expression.ts'
import {
  listValue,
  mapValue,
  optionValue,
  stringValue,
  unknownValue,
  valueOfExpression,
} from '../../languages/programs/program-value.ts'
import { type CdkPrincipal, cdkPrincipals, principalsIn } from './principals.ts'

/**
 * `new iam.PolicyStatement({…})` as the statement it stands for; an object as it is; undefined when it is neither.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.PolicyStatementProps.html
 */
export function cdkStatement(expression: Expression, program: Program): Value | undefined {
  const known = resolved(expression, program)
  if (known.kind !== 'call') return known.kind === 'object' ? valueOfExpression(known, program) : undefined
  const name = calledName(known)
  if (name === 'fromJson' && known.path.at(-2) === 'PolicyStatement') {
    return known.arguments[0] && valueOfExpression(known.arguments[0], program)
  }
  if (name !== 'PolicyStatement') return undefined
  const later = callsOn(known, program)
  const principals = [
    ...principalsIn(option(known, program, 'principals'), program),
    ...later.flatMap((call) => addedPrincipals(call, program)),
  ]
  const conditions = [optionValue(known, program, 'conditions'), ...later.map((call) => addedCondition(call, program))]
  const own = conditions.filter((one) => one !== undefined)
  return mapValue(
    {
      Sid: optionValue(known, program, 'sid'),
      Effect:
        effect(memberGiven(known, 'effect', program) ?? option(known, program, 'effect'), program) ??
        stringValue('Allow', known.nameSpan),
      Action: withAdded(actionsOf(known, program), known, program, 'addActions'),
      NotAction: withAdded(optionValue(known, program, 'notActions'), known, program, 'addNotActions'),
      Resource: withAdded(resourcesOf(known, program), known, program, 'addResources', 'addAllResources'),
      NotResource: withAdded(optionValue(known, program, 'notResources'), known, program, 'addNotResources'),
      Principal: principalList(principals),
      NotPrincipal: principalList(principalsIn(option(known, program, 'notPrincipals'), program)),
      Condition: conditionsOf(own, principals),
    },
    known.span,
  )
}

const actionsOf = (statement: Call, program: Program) => givenOrSpread(statement, program, 'actions', 'notActions')
const resourcesOf = (statement: Call, program: Program) =>
  givenOrSpread(statement, program, 'resources', 'notResources')

/** What is written; or not known, where neither that nor its opposite is and more of the statement stands elsewhere. */
function givenOrSpread(statement: Call, program: Program, name: string, opposite: string): Value | undefined {
  const options = optionsOf(statement, program)
  const isElsewhere = options?.open && !property(options, name, opposite)
  return isElsewhere ? { kind: 'unknown', span: options.span } : optionValue(statement, program, name)
}

/** The variable that a statement is put into. */
function nameOfStatement({ span }: Call, program: Program): string | undefined {
  return program.calls.find((call) => call.span.start === span.start && call.span.end === span.end)?.assignedTo
}

/** Methods that are called on a statement after it is made. */
function callsOn(statement: Call, program: Program): readonly Call[] {
  const name = nameOfStatement(statement, program)
  return name === undefined ? [] : program.calls.filter((call) => nameOf(call.path.slice(0, -1)) === name)
}

/** `statement.effect = Effect.DENY` */
function memberGiven(statement: Call, member: string, program: Program): Expression | undefined {
  const name = nameOfStatement(statement, program)
  return name === undefined ? undefined : program.constants.get(`${name}.${member}`)
}

/** `addPrincipals(new AnyPrincipal())`, `addAnyPrincipal()`, `addArnPrincipal(arn)`: a method for each class. */
function addedPrincipals(call: Call, program: Program): CdkPrincipal[] {
  const name = calledName(call)
  if (name === 'addPrincipals') return call.arguments.flatMap((one) => principalsIn(one, program))
  const kind = /^add(Any|Arn|Service|Federated|AccountRoot|CanonicalUser)Principal$/.exec(name)?.[1]
  if (kind !== undefined) return cdkPrincipals({ ...call, path: [`${kind}Principal`] }, program)
  return name === 'addAwsAccountPrincipal' ? cdkPrincipals({ ...call, path: ['AccountPrincipal'] }, program) : []
}

/** `addCondition('StringEquals', {…})`, `addConditions({…})`. */
function addedCondition(call: Call, program: Program): Value | undefined {
  const [first, second] = call.arguments
  const value = (one: Expression): Value => valueOfExpression(one, program)
  const operator = first && resolved(first, program)
  if (calledName(call) === 'addCondition' && operator?.kind === 'string' && second)
    return mapValue({ [operator.text.value]: value(second) }, call.span)
  if (calledName(call) === 'addConditions' && first) return value(first)
  const key = /^addSource(Account|Arn)Condition$/.exec(calledName(call))?.[1]
  if (key === undefined || !first) return undefined
  const name = key === 'Arn' ? 'ArnEquals' : 'StringEquals'
  return mapValue({ [name]: mapValue({ [`aws:Source${key}`]: value(first) }, call.span) }, call.span)
}

/** What is put into a statement after it is made: `statement.addActions('s3:GetObject')`, `statement.addAllResources()`. */
function withAdded(
  own: Value | undefined,
  statement: Call,
  program: Program,
  method: string,
  all?: string,
): Value | undefined {
  const { span } = statement
  const added = callsOn(statement, program).flatMap((call): Value[] => {
    if (all !== undefined && calledName(call) === all) return [stringValue('*', call.span)]
    return calledName(call) === method ? call.arguments.map((argument) => valueOfExpression(argument, program)) : []
  })
  if (added.length === 0) return own
  return listValue([...(own ? [own] : []), ...added], span)
}

function effect(expression: Expression | undefined, program: Program): Value | undefined {
  const name = expression?.kind === 'path' ? expression.path.at(-1) : undefined
  if (name === 'ALLOW' || name === 'DENY') return stringValue(name === 'ALLOW' ? 'Allow' : 'Deny', expression!.span)
  return expression && valueOfExpression(expression, program)
}

function principalList(principals: readonly CdkPrincipal[]): Value | undefined {
  const [first] = principals
  if (!first) return undefined
  return principals.length === 1
    ? first.principal
    : listValue(
        principals.map((one) => one.principal),
        first.principal.span,
      )
}

function conditionsOf(own: readonly Value[], principals: readonly CdkPrincipal[]): Value | undefined {
  const all = [...own, ...principals.flatMap((one) => one.conditions)]
  return all.length > 1 ? listValue(all, all[0]!.span) : all[0]
}

/** The trust policy that `assumedBy` makes. */
export function trustOf(assumedBy: Expression | undefined, program: Program): Value | undefined {
  if (!assumedBy) return undefined
  const { span } = assumedBy
  const statements = principalsIn(assumedBy, program).map((one) =>
    mapValue(
      {
        Effect: stringValue('Allow', span),
        Action: stringValue(one.action, span),
        Principal: one.principal,
        Condition: conditionsOf([], [one]),
      },
      one.principal.span,
    ),
  )
  return documentValue(statements, span)
}

export function documentValue(statements: readonly Value[], span: Value['span']): Value {
  return mapValue({ Statement: listValue(statements, span) }, span)
}

/** Statements of a list of them; what is none of ours is unknown. */
export function statementsIn(expression: Expression | undefined, program: Program): Value[] {
  return itemsIn(expression, program).map((item) => cdkStatement(item, program) ?? unknownValue(item))
}

/**
 * A policy document out of whatever a program may hand over as one: `PolicyDocument`, `PolicyDocument.fromJson(…)`,
 * an object, JSON text, `JSON.stringify(…)`, `aws.iam.getPolicyDocument(…)` and what is drawn from it.
 */
export function documentOf(expression: Expression | undefined, program: Program, depth = 0): Value | undefined {
  if (!expression || depth > 8) return undefined
  const known = resolved(expression, program)
  if (known.kind === 'path') {
    const owner = known.path.length > 1 ? program.constants.get(known.path[0]!) : undefined
    return owner ? documentOf(owner, program, depth + 1) : undefined
  }
  if (known.kind !== 'call') return known.kind === 'unknown' ? undefined : valueOfExpression(known, program)
  const name = calledName(known)
  if (name === 'PolicyDocument') {
    const options = optionsOf(known, program)
    return documentValue(statementsIn(property(options, 'statements'), program), known.span)
  }
  if (/^getPolicyDocument/.test(name)) return pulumiDocument(known, program)
  if (/^(?:fromJson|stringify|dumps|jsonStringify|jsonDumps|output|interpolate)$/.test(name)) {
    return documentOf(known.arguments[0], program, depth + 1)
  }
  if (/^(?:apply|then)$/.test(name)) {
    const body = known.arguments[0] && resolved(known.arguments[0], program)
    const inside = body?.kind === 'function' ? documentOf(body.result, program, depth + 1) : undefined
    const owner = known.receiver ?? program.constants.get(known.path[0] ?? '')
    return inside ?? documentOf(owner, program, depth + 1)
  }
  return undefined
}

/** The document of an argument that is one; one that cannot be followed is one all the same. */
export function givenDocument(expression: Expression | undefined, program: Program): Value | undefined {
  return expression && (documentOf(expression, program) ?? unknownValue(innermost(expression)))
}

/** `JSON.stringify(policy)` is called what it is given. */
function innermost(expression: Expression): Expression {
  const [only, ...more] = expression.kind === 'call' ? expression.arguments : []
  return only?.kind === 'path' && more.length === 0 ? only : expression
}

/** The places of a document's statements. */
export function spansIn(document: Value): Span[] {
  const entries = document.kind === 'map' ? document.entries : []
  const statement = entries.find(({ key }) => key === 'Statement')?.value
  const items = statement?.kind === 'list' ? statement.items : statement ? [statement] : []
  return [document.span, ...items.map((item) => item.span)]
}

/**
 * `aws.iam.getPolicyDocument({statements: […]})`, Terraform's data source in Pulumi's words.
 * https://www.pulumi.com/registry/packages/aws/api-docs/iam/getpolicydocument/
 */
function pulumiDocument(call: Extract<Expression, { kind: 'call' }>, program: Program): Value {
  const statements = itemsIn(option(call, program, 'statements'), program).map((item) => {
    const of = (name: string): Expression | undefined => {
      const found = property(partsOf(item, program), name)
      return found && resolved(found, program)
    }
    const value = (name: string): Value | undefined => {
      const found = of(name)
      return found && valueOfExpression(found, program)
    }
    const conditions = itemsIn(of('conditions'), program).map((one) => pulumiCondition(one, program))
    return mapValue(
      {
        Sid: value('sid'),
        Effect: value('effect') ?? stringValue('Allow', item.span),
        Action: value('actions'),
        NotAction: value('notActions'),
        Resource: value('resources'),
        NotResource: value('notResources'),
        Principal: pulumiPrincipals(of('principals'), program),
        NotPrincipal: pulumiPrincipals(of('notPrincipals'), program),
        Condition: conditions.length > 0 ? listValue(conditions, item.span) : undefined,
      },
      item.span,
    )
  })
  return documentValue(statements, call.span)
}

function partsOf(expression: Expression, program: Program): Expression | undefined {
  if (expression.kind === 'object') return wholeObject(expression, program)
  return expression.kind === 'call' ? optionsOf(expression, program) : expression
}

function fields(expression: Expression, program: Program): (name: string) => Value | undefined {
  const holder = partsOf(expression, program)
  return (name) => {
    const found = property(holder, name)
    return found && valueOfExpression(found, program)
  }
}

function pulumiPrincipals(expression: Expression | undefined, program: Program): Value | undefined {
  if (!expression) return undefined
  const items = itemsIn(expression, program).map((item): Value => {
    const field = fields(item, program)
    const type = field('type')
    const kind = type?.kind === 'string' ? type.text.value : 'AWS'
    const identifiers = field('identifiers') ?? { kind: 'unknown', span: item.span }
    return kind === '*' ? stringValue('*', item.span) : mapValue({ [kind]: identifiers }, item.span)
  })
  return listValue(items, expression.span)
}

function pulumiCondition(expression: Expression, program: Program): Value {
  const field = fields(expression, program)
  const word = (name: string): string => {
    const value = field(name)
    return value?.kind === 'string' ? value.text.value : ''
  }
  const values = field('values') ?? { kind: 'unknown', span: expression.span }
  return mapValue({ [word('test')]: mapValue({ [word('variable')]: values }, expression.span) }, expression.span)
}
