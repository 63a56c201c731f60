import type { AnyNode } from '../../core/node.ts'
import { member, type Value } from '../../core/value.ts'
import { settingNode } from '../../extract/nodes.ts'
import { settingsOf } from '../../extract/settings.ts'
import { buildspecNodes } from '../pipelines/pipeline.ts'
import type { Made, Unit } from './unit.ts'

/** Environment variables, parameters and password-like properties of a resource, and the build that it describes. */
export function settingNodes(made: Made): AnyNode[] {
  const settings = settingsOf(made, (name, value, place, documented) => {
    const node = settingNode(name, value, { place, anchor: made.address })
    return documented ? { ...node, documented } : node
  })
  return [...settings, ...buildspec(made)]
}

/** A buildspec may stand in the template; otherwise it is the name of a file. */
function buildspec({ type, known, address }: Made): AnyNode[] {
  const value =
    type === 'AWS::CodeBuild::Project' ? member(member(known, 'Source'), 'BuildSpec') : amplifySpec(type, known)
  return value?.kind === 'string' && value.text.value.includes('\n') ? buildspecNodes(value.text, address) : []
}

function amplifySpec(type: string, known: Value | undefined): Value | undefined {
  return /^AWS::Amplify::(?:App|Branch)$/.test(type) ? member(known, 'BuildSpec') : undefined
}

/** Defaults of parameters: all of those with NoEcho, which say themselves that they are secret, and the others by name. */
export function parameterDefaults(unit: Unit): AnyNode[] {
  return [...unit.template.parameters.values()].flatMap((parameter) => {
    const given = parameter.default
    if (!given || parameter.type.startsWith('AWS::') || (given.kind !== 'string' && given.kind !== 'number')) return []
    const name = { value: parameter.name, span: parameter.nameSpan }
    return [settingNode(name, given, { place: 'variable-default', anchor: parameter.name })]
  })
}
