import type { AnyNode, Place } from '../../core/node.ts'
import type { Value } from '../../core/value.ts'
import { scriptsOf } from '../../extract/cloud-init.ts'
import { leavesIn, settingNode, settingsOfMap } from '../../extract/nodes.ts'
import { type MakeSetting, settingsIn, settingsOf } from '../../extract/settings.ts'
import {
  type Call,
  calledName,
  type Expression,
  type Program,
  resolved,
  wholeObject,
} from '../../languages/programs/expression.ts'
import { joinedLines, optionValue, valueOfExpression } from '../../languages/programs/program-value.ts'
import type { Library } from '../front-end.ts'
import { writtenOptions } from './options.ts'

/** User-data and settings that a call gives to what it makes; `type` is what is known of that. */
export function settingNodes(
  call: Call,
  program: Program,
  type: ReturnType<NonNullable<Library['typeOf']>>,
): AnyNode[] {
  const ofConstruct = isConstruct(call) ? constructSettings(call, program, type) : environments(call, program)
  return [...userData(call, program), ...ofConstruct, ...parameters(call, program), ...plainText(call, program)]
}

/** Environments, arguments that are secrets by their names or by their type, and what stands in JSON. */
function constructSettings(call: Call, program: Program, type: ReturnType<NonNullable<Library['typeOf']>>): AnyNode[] {
  const anchor = call.assignedTo ?? call.path.join('.')
  const make: MakeSetting = (name, value, place, documented) => {
    const node = settingNode(name, value, { place, anchor })
    return documented ? { ...node, documented } : node
  }
  // What Pulumi is told of a resource besides (its provider, its parent) stands in an object of its own.
  return call.arguments.flatMap((argument) => {
    const options = resolved(argument, program)
    return options.kind === 'object' ? optionSettings(writtenOptions(options, program)) : []
  })

  function optionSettings(given: Value): AnyNode[] {
    if (!type || type.row.parameter) return settingsIn(given, make, placeOf(call))
    return settingsOf(
      {
        ...type,
        mode: 'resource',
        type: call.path.join('.'),
        address: anchor,
        span: call.span,
        header: call.nameSpan,
        arguments: given,
        attribute: () => undefined,
      },
      make,
      placeOf(call),
    )
  }
}

/** `userData: …` of anything, `userData.addCommands(…)`, `instance.addUserData(…)`, `UserData.custom(…)`. */
function userData(call: Call, program: Program): AnyNode[] {
  const name = calledName(call)
  const anchor = call.assignedTo ?? call.path.join('.')
  if (name === 'addCommands' || name === 'addOnExitCommands' || name === 'addUserData') {
    return scriptsIn(joinedLines(call.arguments, program), anchor)
  }
  if (name === 'custom' && call.path.at(-2) === 'UserData') {
    return call.arguments.slice(0, 1).flatMap((argument) => scriptsIn(valueOfExpression(argument, program), anchor))
  }
  const given = propertiesIn(call, program).filter(({ key }) => /^user_?data(?:_?base64)?$/i.test(key))
  return given.flatMap(({ value }) => {
    const known = resolved(value, program)
    // `userData: UserData.custom(…)` is told at its own call.
    if (known.kind === 'call' && known.path.includes('UserData')) return []
    return scriptsIn(valueOfExpression(known, program), anchor)
  })
}

function scriptsIn(value: Value, anchor: string): AnyNode[] {
  if (value.kind !== 'string' || value.text.value.trim() === '') return []
  return scriptsOf(value.text, { place: 'user-data', anchor })
}

/** Options, and those of objects in them a few levels deep: `launchTemplateData: {userData}`. */
function propertiesIn(call: Call, program: Program): { key: string; value: Expression; span: Value['span'] }[] {
  const found: { key: string; value: Expression; span: Value['span'] }[] = []
  const visit = (expression: Expression, depth: number): void => {
    const known = depth === 0 ? resolved(expression, program) : expression
    if (known.kind === 'object') {
      for (const { key, keySpan, value } of wholeObject(known, program).properties) {
        found.push({ key, value, span: keySpan })
        if (depth < 4) visit(value, depth + 1)
      }
    } else if (known.kind === 'list' && depth > 0 && depth < 4) for (const item of known.items) visit(item, depth + 1)
  }
  for (const argument of call.arguments) visit(argument, 0)
  return found
}

function environments(call: Call, program: Program): AnyNode[] {
  const name = calledName(call)
  const anchor = call.assignedTo ?? call.path.join('.')
  if (name === 'addEnvironment') return added(call, program)
  const environment = optionValue(call, program, 'environment', 'Environment')
  const place = placeOf(call)
  const build = optionValue(call, program, 'environmentVariables')
  const listed = environment?.kind === 'list' ? environment.items.flatMap((item) => pair(item, place, anchor)) : []
  const variables = memberOf(environment, 'variables') ?? memberOf(environment, 'Variables') ?? environment
  return [
    ...listed,
    ...(environment?.kind === 'map' ? settingsOfMap(variables, { place, anchor }) : []),
    ...buildVariables(build, anchor),
  ]
}

function placeOf(call: Call): Place {
  const name = call.path.join('.')
  if (/function|lambda/i.test(name)) return 'lambda-environment'
  return /codebuild|project/i.test(name) ? 'build-environment' : 'ecs-environment'
}

function memberOf(value: Value | undefined, key: string): Value | undefined {
  return value?.kind === 'map' ? value.entries.find((entry) => entry.key === key)?.value : undefined
}

function pair(item: Value, place: Place, anchor: string): AnyNode[] {
  const [name] = leavesIn(memberOf(item, 'name'))
  const value = memberOf(item, 'value')
  return name && value ? [settingNode(name, value, { place, anchor })] : []
}

/** CodeBuild's `{NAME: {value: …}}`. */
function buildVariables(value: Value | undefined, anchor: string): AnyNode[] {
  if (value?.kind !== 'map') return []
  return value.entries.flatMap(({ key, keySpan, value: given }) => {
    const inner = memberOf(given, 'value')
    const stored = memberOf(given, 'type')
    if (!inner || stored) return []
    return [settingNode({ value: key, span: keySpan }, inner, { place: 'build-environment', anchor })]
  })
}

/** `fn.addEnvironment('NAME', 'value')`. */
function added(call: Call, program: Program): AnyNode[] {
  const [name, value] = call.arguments
  const [leaf] = name ? leavesIn(valueOfExpression(name, program)) : []
  if (!leaf || !value) return []
  const anchor = call.path.join('.')
  return [settingNode(leaf, valueOfExpression(value, program), { place: 'lambda-environment', anchor })]
}

/** `new ssm.StringParameter(…, {stringValue})`, `new aws.ssm.Parameter(…, {type: 'String', value})`. */
function parameters(call: Call, program: Program): AnyNode[] {
  const name = calledName(call)
  const pulumi = name === 'Parameter' && call.path.at(-2) === 'ssm'
  const secure = leavesIn(optionValue(call, program, 'type')).some(({ value }) => value === 'SecureString')
  if ((name !== 'StringParameter' && name !== 'CfnParameter' && !pulumi) || secure) return []
  const value = optionValue(call, program, 'stringValue', ...(pulumi ? ['value'] : []))
  const [given] = leavesIn(optionValue(call, program, 'parameterName', 'name'))
  const anchor = call.assignedTo ?? call.path.join('.')
  if (!value) return []
  return [settingNode(given ?? { value: anchor, span: call.nameSpan }, value, { place: 'ssm-parameter', anchor })]
}

/** `SecretValue.unsafePlainText('literal')`. */
function plainText(call: Call, program: Program): AnyNode[] {
  if (!/^(?:unsafe)?[pP]lainText$/.test(calledName(call)) || !call.arguments[0]) return []
  const anchor = call.assignedTo ?? call.path.join('.')
  const value = valueOfExpression(call.arguments[0], program)
  return [settingNode({ value: 'password', span: call.nameSpan }, value, { place: 'provider', anchor })]
}

/** Something that is made, not a function that is called: its name begins with a capital, in a module. */
function isConstruct(call: Call): boolean {
  return call.path.length > 1 && /^[A-Z]/.test(calledName(call))
}
