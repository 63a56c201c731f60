import { canonicalClass } from '../../src/aws/resources/canonical.ts'
import { NAMES, WITHOUT_CLOUDFORMATION } from '../../src/aws/resources/names.ts'
import { pascalCase } from '../../src/aws/resources/spelling.ts'
import type { ResourceNode } from '../../src/core/node.ts'
import type { Source } from '../../src/core/source.ts'
import { UNKNOWN } from '../../src/core/text.ts'
import { leafOf, type Value } from '../../src/core/value.ts'

/** Resources as another format says them, for asking a rule there what it says of a fixture. Undefined: it cannot say it. */
export type Translate = (resources: readonly ResourceNode[]) => Source | undefined

/** What is not known in a program or a plan; what it refers to, where that is one of the resources. */
class Open {
  constructor(readonly reference: string | undefined) {}
}
type Plain = string | number | boolean | null | Open | readonly Plain[] | { readonly [key: string]: Plain }

function plain(value: Value): Plain {
  switch (value.kind) {
    case 'null':
      return null
    case 'number':
    case 'boolean':
      return value.value
    case 'list':
      return value.items.map(plain)
    case 'map':
      return Object.fromEntries(value.entries.map((entry) => [entry.key, plain(entry.value)]))
    case 'unknown':
      return new Open(value.reference)
    default: {
      const leaf = leafOf(value)!
      return leaf.value.includes(UNKNOWN) ? new Open(value.reference ?? leaf.reference) : leaf.value
    }
  }
}

/** Known values as they are, and the places of the others as `true`: as Terraform tells them apart. */
function split(value: Plain): { readonly known: unknown; readonly unknown: unknown } {
  if (value instanceof Open) return { known: undefined, unknown: true }
  if (Array.isArray(value)) {
    const parts = value.map(split)
    return { known: parts.map(({ known }) => known ?? null), unknown: parts.map(({ unknown }) => unknown ?? false) }
  }
  if (typeof value !== 'object' || value === null) return { known: value, unknown: undefined }
  const entries = Object.entries(value).map(([key, one]) => [key, split(one)] as const)
  const of = (part: 'known' | 'unknown') =>
    Object.fromEntries(entries.flatMap(([key, one]) => (one[part] === undefined ? [] : [[key, one[part]]])))
  return { known: of('known'), unknown: of('unknown') }
}

/** `terraform show -json` of a plan that makes all of them. https://developer.hashicorp.com/terraform/internals/json-format */
export const asPlan: Translate = (resources) => {
  const all = resources.map((resource) => {
    const { anchor: address, type, name } = resource
    const given = plain(resource.arguments)
    const { known, unknown } = split(given)
    const expressions = Object.entries(given as object).flatMap(([key, value]) => {
      const references = [value as Plain].flat().flatMap((one) => (one instanceof Open && one.reference ? one.reference : []))
      return references.length > 0 ? [[key, { references }] as const] : []
    })
    const same = { address, mode: 'managed', type, name }
    return {
      planned: { ...same, values: known },
      change: { ...same, change: { actions: ['create'], before: null, after: known, after_unknown: unknown } },
      configured: { ...same, expressions: Object.fromEntries(expressions) },
    }
  })
  const text = JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.9.0',
    planned_values: { root_module: { resources: all.map(({ planned }) => planned) } },
    resource_changes: all.map(({ change }) => change),
    configuration: { root_module: { resources: all.map(({ configured }) => configured) } },
  })
  return { uri: 'plan.json', text }
}

/** Pulumi's module and class of a type of Terraform. */
function pulumiClass(type: string): readonly [module: string, name: string] | undefined {
  const named = `${NAMES}\n${WITHOUT_CLOUDFORMATION}`
    .split('\n')
    .map((line) => line.trim().split(' '))
    .flatMap((names) => (names.includes(type) ? names.filter((name) => /^\w+\.\w+$/.test(name)) : []))
  const words = type.replace(/^aws_/, '').split('_')
  const guesses = words.slice(1).map((_, at) => [words.slice(0, at + 1).join(''), pascalCase(words.slice(at + 1).join('_'))] as const)
  const all = [...named.map((one) => one.split('.') as [string, string]), ...guesses, ['ec2', pascalCase(words.join('_'))] as const]
  return all.find(([module, name]) => canonicalClass(module, name) === type)
}

const camelCase = (name: string) => pascalCase(name).replace(/^./, (letter) => letter.toLowerCase())
const identifier = (address: string) => address.replace(/\W/g, '_')

/** An argument of a program; `refer` says what a reference to another resource is there. */
function written(value: Plain, refer: (reference: string) => string | undefined, nameOf: (key: string) => string): string {
  if (value instanceof Open) return (value.reference && refer(value.reference)) || 'props.value'
  if (Array.isArray(value)) return `[${value.map((one) => written(one, refer, nameOf)).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).map(([key, one]) => `${JSON.stringify(nameOf(key))}: ${written(one, refer, nameOf)}`)
  return `{ ${entries.join(', ')} }`
}

export const asPulumi: Translate = (resources) => {
  const anchors = new Set(resources.map(({ anchor }) => anchor))
  const refer = (reference: string) => {
    const [type, name, attribute = 'id'] = reference.split('.')
    return anchors.has(`${type}.${name}`) ? `${identifier(`${type}.${name}`)}.${attribute}` : undefined
  }
  const lines = resources.map(({ type, anchor, arguments: given }) => {
    const known = pulumiClass(type)
    const options = written(plain(given), refer, camelCase)
    return known && `const ${identifier(anchor)} = new aws.${known.join('.')}(${JSON.stringify(anchor)}, ${options})`
  })
  if (!lines.every((line) => line !== undefined)) return undefined
  return { uri: 'index.ts', text: `import * as aws from '@pulumi/aws'\n${lines.join('\n')}\n` }
}

/** Classes of the CDK for types of CloudFormation. */
export const asCdk: Translate = (resources) => {
  const anchors = new Set(resources.map(({ anchor }) => anchor))
  const refer = (reference: string) => {
    const [id = '', attribute] = reference.replace(/^Ref /, '').split('.')
    return anchors.has(id) ? `${identifier(id)}.${attribute ? `attr${attribute}` : 'ref'}` : undefined
  }
  if (resources.some(({ type }) => !/^AWS::(?!Serverless::)\w+::\w+$/.test(type))) return undefined
  const lines = resources.map(({ type, anchor, arguments: given }) => {
    const [, service = '', name = ''] = type.split('::')
    const options = written(plain(given), refer, (key) => key.replace(/^[A-Z]/, (letter) => letter.toLowerCase()))
    return `const ${identifier(anchor)} = new ${service.toLowerCase()}.Cfn${name}(this, ${JSON.stringify(anchor)}, ${options})`
  })
  return { uri: 'stack.ts', text: `import 'aws-cdk-lib'\n${lines.join('\n')}\n` }
}
