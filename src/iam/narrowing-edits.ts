import { members } from '../aws/actions/bits.ts'
import { actionFacts } from '../aws/actions/catalogue.ts'
import { ARNS_OF_RESOURCES, type ArnOfResource } from '../aws/resources/arns.ts'
import type { Analysis } from '../core/analysis.ts'
import type { PolicyNode, ResourceNode } from '../core/node.ts'
import { folderOf } from '../core/paths.ts'
import type { Statement } from '../core/policy.ts'
import type { Edit } from '../core/rule.ts'
import type { Leaf } from '../core/value.ts'
import { isCloudFormation } from '../extract/arguments.ts'
import { syntaxOf } from '../extract/edits.ts'
import { ofType } from '../extract/resource-index.ts'
import { conditionEdit } from './condition-edit.ts'
import type { ActionGrant } from './grants.ts'
import { statementActions } from './match.ts'
import { type Principal, principalsOf } from './principals.ts'

/** A statement of a person has fewer. */
const MOST_ACTIONS = 30

/**
 * `"*"` made to name the one resource of the unit that all actions of the statement can be meant for; undefined where there
 * is none, or more than one, since then only its author knows.
 */
export function narrowedToResource(statement: Statement, resource: Leaf, unit: Analysis): Edit[] | undefined {
  if (!isLoneStar(statement, resource)) return undefined
  const actions = [...members(statementActions(statement, unit))]
  if (actions.length === 0 || actions.length > MOST_ACTIONS) return undefined
  const [wanted, ...others] = new Set(actions.map(arnOfAction))
  if (!wanted || others.length > 0) return undefined
  const [only, another] = ofType(unit, wanted.type)
  return only && !another ? referenceEdit(resource, only, wanted) : undefined
}

/** The row that an action goes by; undefined where it takes another resource, or several kinds of them. */
function arnOfAction(id: number): ArnOfResource | undefined {
  const { name, types } = actionFacts(id)
  const required = types.filter((one) => one.required)
  const [only, another] = required.length > 0 ? required : types
  return only && !another ? ARNS_OF_RESOURCES[`${name.split(':')[0]} ${only.type.name}`] : undefined
}

/**
 * Makes a statement that passes every role name the one role of the unit that it can be meant for; where there are more,
 * the services that these trust. Undefined where it grants something else, too, or nothing of that is known.
 */
export function passRoleEdit(grant: ActionGrant, unit: Analysis): Edit[] | undefined {
  const { statement, allowEntry } = grant
  const { resource, document } = allowEntry
  const policy = unit.nodes.find((node): node is PolicyNode => node.kind === 'policy' && node.document === document)
  if (!policy || !isPassRoleAlone(statement)) return undefined
  const holders = new Set(principalsOf(unit).holdersOf(policy))
  const roles = principalsOf(unit).all.filter(
    (one) => one.holder.kind === 'role' && !holders.has(one) && servicesOf(one).length > 0,
  )
  const role = roles.length === 1 ? roleResource(roles[0]!, unit) : undefined
  const narrowed = role && resource && isLoneStar(statement, resource) ? referenceEdit(resource, role, ROLE) : undefined
  if (narrowed) return narrowed
  const services = [...new Set(roles.flatMap(servicesOf))].sort()
  if (services.length === 0 || services.length > MOST_SERVICES) return undefined
  const value = services.map((service) => JSON.stringify(service))
  return conditionEdit(policy, statement, { operator: 'StringEquals', key: 'iam:PassedToService', value })
}

const MOST_SERVICES = 4
const ROLE: ArnOfResource = { type: 'aws_iam_role', template: 'Arn' }

function isPassRoleAlone({ actions, notActions }: Statement): boolean {
  return notActions.length === 0 && actions.length > 0 && actions.every(({ value }) => /^iam:PassRole$/i.test(value))
}

function servicesOf({ trust }: Principal): string[] {
  return trust.flatMap(({ document }) =>
    document.statements
      .filter(({ effect }) => /^allow$/i.test(effect.value))
      .flatMap(({ principals }) => principals)
      .filter(({ type, value }) => type === 'Service' && /^[a-z][\w.-]+$/.test(value.value))
      .map(({ value }) => value.value),
  )
}

function roleResource({ holder }: Principal, unit: Analysis): ResourceNode | undefined {
  return ofType(unit, ROLE.type).find(({ anchor }) => anchor === holder.address)
}

/** A star that is all the statement names, written as it is read. */
function isLoneStar({ resources, notResources }: Statement, { value, span }: Leaf): boolean {
  return value === '*' && resources.length === 1 && notResources.length === 0 && span.end - span.start === 1
}

/** The ARN of a resource of the same module or template in the place of a text. */
function referenceEdit(
  { span }: Leaf,
  { type, anchor, span: there }: ResourceNode,
  arn: ArnOfResource,
): Edit[] | undefined {
  const { template, suffix = '' } = arn
  const syntax = syntaxOf(span.uri)
  if (isCloudFormation(type)) {
    if (there.uri !== span.uri || !/^[A-Za-z0-9]+$/.test(anchor) || syntax === 'hcl' || !syntax) return undefined
    const name = template === 'Ref' ? anchor : `${anchor}.Arn`
    const bare = syntax === 'yaml' ? inYaml(anchor, name, suffix) : inJson(anchor, name, suffix)
    return [{ span, text: bare, bare }]
  }
  if (syntax !== 'hcl' || folderOf(there.uri) !== folderOf(span.uri) || !/^aws_\w+\.[\w-]+$/.test(anchor))
    return undefined
  const expression = `${anchor}.arn`
  return [{ span, text: `\${${expression}}${suffix}`, ...(suffix === '' ? { bare: expression } : {}) }]
}

function inYaml(anchor: string, name: string, suffix: string): string {
  if (suffix !== '') return `!Sub "\${${name}}${suffix}"`
  return name === anchor ? `!Ref ${anchor}` : `!GetAtt ${name}`
}

function inJson(anchor: string, name: string, suffix: string): string {
  if (suffix !== '') return JSON.stringify({ 'Fn::Sub': `\${${name}}${suffix}` })
  return JSON.stringify(name === anchor ? { Ref: anchor } : { 'Fn::GetAtt': [anchor, 'Arn'] })
}
