import { derivedText } from '../../core/build-text.ts'
import { UNKNOWN } from '../../core/text.ts'
import type { Value } from '../../core/value.ts'
import {
  type Call,
  calledName,
  type Expression,
  itemsIn,
  nameOf,
  option,
  type Program,
  resolved,
} from '../../languages/programs/expression.ts'
import {
  mapValue,
  stringValue,
  textOf,
  unknownValue,
  valueOfExpression,
} from '../../languages/programs/program-value.ts'

/** Whom a statement is for, with what being it asks for. */
export interface CdkPrincipal {
  /** `{"AWS": "…"}` or `"*"`. */
  readonly principal: Value
  readonly conditions: readonly Value[]
  /** How the principal takes a role on. */
  readonly action: string
}

const ASSUME = 'sts:AssumeRole'

/**
 * What a principal class of the CDK stands for.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam-readme.html#using-principals
 */
export function cdkPrincipals(expression: Expression, program: Program, depth = 0): CdkPrincipal[] {
  const known = resolved(expression, program)
  const unknown: CdkPrincipal = { principal: unknownValue(known), conditions: [], action: ASSUME }
  if (known.kind !== 'call' || depth > 5) return [unknown]
  const [first, second] = known.arguments
  const inner = (): CdkPrincipal[] => (first ? cdkPrincipals(first, program, depth + 1) : [unknown])
  switch (calledName(known)) {
    case 'AnyPrincipal':
    case 'Anyone':
      return [{ ...unknown, principal: mapValue({ AWS: stringValue('*', known.span) }, known.span) }]
    case 'StarPrincipal':
      return [{ ...unknown, principal: stringValue('*', known.span) }]
    case 'AccountRootPrincipal':
      return [{ ...unknown, principal: aws(`arn:${UNKNOWN}:iam::${UNKNOWN}:root`, known) }]
    case 'AccountPrincipal': {
      const account = first ? textOf(valueOfExpression(first, program)).value : UNKNOWN
      if (account === '*')
        return [{ ...unknown, principal: mapValue({ AWS: stringValue('*', known.span) }, known.span) }]
      return [{ ...unknown, principal: aws(`arn:${UNKNOWN}:iam::${account}:root`, known, first) }]
    }
    case 'ArnPrincipal':
      return [{ ...unknown, principal: mapValue({ AWS: argument(first, program, known) }, known.span) }]
    case 'ServicePrincipal':
      return [{ ...unknown, principal: mapValue({ Service: argument(first, program, known) }, known.span) }]
    case 'CanonicalUserPrincipal':
      return [{ ...unknown, principal: mapValue({ CanonicalUser: argument(first, program, known) }, known.span) }]
    case 'OrganizationPrincipal':
      return [
        {
          ...unknown,
          principal: stringValue('*', known.span),
          conditions: [condition('StringEquals', 'aws:PrincipalOrgID', argument(first, program, known))],
        },
      ]
    case 'FederatedPrincipal':
      return [federated(known, program, textOf(argument(known.arguments[2], program, known)).value)]
    case 'WebIdentityPrincipal':
    case 'OpenIdConnectPrincipal':
      return [federated(known, program, 'sts:AssumeRoleWithWebIdentity')]
    case 'SamlPrincipal':
    case 'SamlConsolePrincipal':
      return [federated(known, program, 'sts:AssumeRoleWithSAML')]
    case 'CompositePrincipal':
      return known.arguments.flatMap((item) => cdkPrincipals(item, program, depth + 1))
    case 'PrincipalWithConditions':
      return inner().map((one) => withConditions(one, second, program))
    case 'SessionTagsPrincipal':
      return inner()
    case 'withConditions':
    case 'withSessionTags':
      return (known.receiver ? cdkPrincipals(known.receiver, program, depth + 1) : [unknown]).map((one) =>
        withConditions(one, first, program),
      )
    default:
      return [unknown]
  }
}

/** Is it one of these classes, and no construct that is made elsewhere? */
export function isPrincipalClass(call: Call): boolean {
  return /^(?:Anyone|PrincipalWithConditions|withConditions|withSessionTags|\w+Principal)$/.test(calledName(call))
}

function argument(expression: Expression | undefined, program: Program, call: Call): Value {
  return expression ? valueOfExpression(expression, program) : { kind: 'unknown', span: call.span }
}

function aws(arn: string, call: Call, place: Expression = call): Value {
  return mapValue({ AWS: { kind: 'string', text: derivedText(arn, place.span), span: place.span } }, call.span)
}

function federated(call: Call, program: Program, action: string): CdkPrincipal {
  const [provider, conditions] = call.arguments
  const name = provider && resolved(provider, program)
  const known = name?.kind === 'string' ? valueOfExpression(name, program) : providerArn(call, provider, program)
  const principal = mapValue({ Federated: known }, call.span)
  return withConditions(
    { principal, conditions: [], action: action.includes(UNKNOWN) ? ASSUME : action },
    conditions,
    program,
  )
}

/** A provider made in the program is known by its URL. */
function providerArn(call: Call, provider: Expression | undefined, program: Program): Value {
  const span = provider?.span ?? call.span
  const owner = provider?.kind === 'path' ? program.constants.get(nameOf(provider.path.slice(0, -1))) : undefined
  const url = owner?.kind === 'call' ? option(owner, program, 'url') : undefined
  const host = url?.kind === 'string' ? url.text.value.replace(/^https:\/\//, '') : UNKNOWN
  return { kind: 'string', text: derivedText(`arn:${UNKNOWN}:iam::${UNKNOWN}:oidc-provider/${host}`, span), span }
}

function withConditions(one: CdkPrincipal, conditions: Expression | undefined, program: Program): CdkPrincipal {
  if (!conditions || resolved(conditions, program).kind === 'string') return one
  return { ...one, conditions: [...one.conditions, valueOfExpression(conditions, program)] }
}

function condition(operator: string, key: string, value: Value): Value {
  return mapValue({ [operator]: mapValue({ [key]: value }, value.span) }, value.span)
}

/** All principals of an option that is one or a list of them. */
export function principalsIn(expression: Expression | undefined, program: Program): CdkPrincipal[] {
  return itemsIn(expression, program).flatMap((item) => cdkPrincipals(item, program))
}
