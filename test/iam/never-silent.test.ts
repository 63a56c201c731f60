import { describe, expect, test } from 'vitest'
import { ATTACH_OPERATIONS, POLICY_OPERATIONS } from '../../src/aws/operations.ts'
import { PUBLIC_ARGUMENTS } from '../../src/aws/public-arguments.ts'
import { REGISTRY_MODULES } from '../../src/aws/registry-modules.ts'
import { type Path, type ResourceType, resourceTypes, stepsOf } from '../../src/aws/resources/index.ts'
import { STATEMENT_ELEMENTS, type StatementElement } from '../../src/extract/policy-document.ts'
import { holderPaths } from '../../src/rules/iam/undecided-holder.ts'
import { type Found, scan } from './support/scan.ts'
import { FORMATS, NAME, TRUST, UNKNOWN_VALUE, type Written } from './support/unknown-formats.ts'

/**
 * A grant is judged, or it is told that it could not be. For every place that a grant can stand in, taken from the tables
 * that the engine reads it by: what is not known there yields a finding that names it.
 */
async function expectTold(files: Record<string, string>): Promise<readonly Found[]> {
  const found = await scan(files)
  const isTold = found.some(({ hit: { message } }) => message.includes(NAME))
  const told = found.map(({ rule, severity, hit }) => `${rule} ${severity} ${hit.message}`)
  if (!isTold)
    throw new Error(`nothing names the value in\n${Object.values(files).join('\n')}\nbut\n${told.join('\n')}`)
  return found
}

const HARMLESS: Written = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' }
const GRAVE: Written = { Effect: 'Allow', Action: '*', Resource: '*' }

/** The statement with an element that is not known, in the place of the one that says the opposite. */
function withUnknown(element: StatementElement, rest: Written): Written {
  const { [element.replace(/^Not/, '')]: _, ...others } = rest
  return { ...others, [element]: UNKNOWN_VALUE }
}

describe.each(FORMATS)('$name', ({ role, attached }) => {
  test.each(STATEMENT_ELEMENTS)('%s', async (element) => {
    const isAboutTrust = element.endsWith('Principal')
    const written = isAboutTrust
      ? [role(withUnknown(element, TRUST), 'trust')]
      : [HARMLESS, GRAVE].map((rest) => role(withUnknown(element, rest), 'permissions'))
    for (const files of written) {
      const found = files ? await expectTold(files) : []
      // What is not known may be everything, and is not said to be.
      expect(found.filter(({ severity }) => severity === 'critical').map(({ hit }) => hit.message)).toEqual([])
    }
  })

  test('an action beside others, and the value of a condition', async () => {
    const oidc = { StringLike: { 'token.actions.githubusercontent.com:sub': UNKNOWN_VALUE } }
    const github = { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' }
    const action = 'sts:AssumeRoleWithWebIdentity'
    const written = [
      role({ ...HARMLESS, Action: ['s3:GetObject', UNKNOWN_VALUE] }, 'permissions'),
      role({ Effect: 'Allow', Action: action, Principal: github, Condition: oidc }, 'trust'),
    ]
    for (const files of written) if (files) await expectTold(files)
  })

  test.each(['document', 'statements'] as const)('the %s', async (said) => {
    for (const kind of ['permissions', 'trust'] as const) {
      const files = role(said, kind)
      if (files) await expectTold(files)
    }
  })

  test('what is attached, and what limits', async () => {
    for (const kind of ['policy', 'boundary'] as const) if (attached) await expectTold(attached(kind))
  })
})

/** A resource of Terraform or CloudFormation, by its type, with something that is not known at a path. */
function resourceWith(type: string, path: Path, others: Readonly<Record<string, string>> = {}): Record<string, string> {
  const isCloudFormation = type.startsWith('AWS::')
  const steps = stepsOf(path, isCloudFormation ? 'cloudformation' : 'terraform')!
  if (isCloudFormation) {
    const property = steps.reduceRight<unknown>((inner, step) => ({ [step]: inner }), { Ref: NAME })
    const Properties = { ...others, ...(property as object) }
    const template = { Parameters: { [NAME]: { Type: 'String' } }, Resources: { It: { Type: type, Properties } } }
    return { 'stack.json': JSON.stringify(template) }
  }
  const body = steps
    .slice(0, -1)
    .reduceRight((inner, step) => `${step} {\n${inner}\n}`, `${steps.at(-1)} = var.${NAME}`)
  const lines = [...Object.entries(others).map(([key, value]) => `${key} = ${JSON.stringify(value)}`), body]
  return { 'main.tf': `variable "${NAME}" {}\nresource "${type}" "it" {\n${lines.join('\n')}\n}\n` }
}

const spellingOf = (type: string) => (type.startsWith('AWS::') ? 'cloudformation' : 'terraform')
const isWritten = (type: string, path: Path): boolean => !['', undefined].includes(stepsOf(path, spellingOf(type))?.[0])

const TYPES = resourceTypes.flatMap((row) =>
  row.names.filter((name) => /^(aws_|AWS::)/.test(name)).map((type) => ({ type, row })),
)

/** Somebody who gets what is attached, for types that name one. */
function someHolder(type: string, row: ResourceType): Record<string, string> {
  const [path] = holderPaths(row)
  const steps = path === undefined ? undefined : stepsOf(path, spellingOf(type))
  return steps?.length === 1 ? { [steps[0]!]: 'somebody' } : {}
}

describe('resources', () => {
  test('every argument that is a policy or attaches one', async () => {
    const sites = TYPES.flatMap(({ type, row }) => [
      // What an organization's policies say grants nothing.
      ...(row.policies ?? []).filter(({ role }) => role !== 'scp').map(({ at }) => ({ type, row, at })),
      ...(row.attachments ?? []).flatMap((site) =>
        site.policies === 'itself' ? [] : site.policies.map((at) => ({ type, row, at })),
      ),
    ]).filter(({ type, at }) => isWritten(type, at))
    expect(sites.length).toBeGreaterThan(150)
    for (const { type, row, at } of sites) await expectTold(resourceWith(type, at, someHolder(type, row)))
  })

  test('every argument that names who gets one', async () => {
    const sites = TYPES.flatMap(({ type, row }) => holderPaths(row).map((at) => ({ type, at })))
    for (const { type, at } of sites.filter((site) => isWritten(site.type, site.at)))
      await expectTold(resourceWith(type, at))
  })

  test('every one that is a statement of another', async () => {
    for (const { type, row } of TYPES.filter((one) => one.row.statement)) {
      const { principal, action } = row.statement!
      const cases = [
        [principal, action, 'lambda:InvokeFunction'],
        [action, principal, '111122223333'],
      ] as const
      for (const [at, other, value] of cases) {
        const name = stepsOf(other, spellingOf(type))?.[0]
        if (isWritten(type, at)) await expectTold(resourceWith(type, at, name ? { [name]: value } : {}))
      }
    }
  })

  test('every door that needs no policy', async () => {
    for (const { types, at } of PUBLIC_ARGUMENTS) {
      for (const type of types.filter((one) => isWritten(one, at))) await expectTold(resourceWith(type, at))
    }
  })
})

test('every argument of a well-known module', async () => {
  for (const { sources, arguments: meanings } of REGISTRY_MODULES) {
    for (const argument of Object.keys(meanings)) {
      const [name, ...steps] = argument.split('.')
      const inner = steps.reduceRight((value, step) => `{ ${step === '*' ? 'one' : step} = ${value} }`, `var.${NAME}`)
      const call = `module "it" {\n  source = "${sources[0]}"\n  ${name} = ${inner}\n}\n`
      await expectTold({ 'main.tf': `variable "${NAME}" {}\n${call}` })
    }
  }
})

test.each([
  'policy',
  'policies',
  'policy_statements',
  'inline_policy',
  'assume_role_policy',
  'custom_role_policy_arns',
])('what a module from elsewhere is given as %s', async (argument) => {
  const call = `module "it" {\n  source = "example.com/some/module"\n  ${argument} = var.${NAME}\n}\n`
  await expectTold({ 'main.tf': `variable "${NAME}" {}\n${call}` })
})

describe('commands', () => {
  test('every operation that takes a policy', async () => {
    for (const [operation, { document, holder, member, role }] of POLICY_OPERATIONS) {
      if (role === 'scp') continue
      const who = holder ? ` ${holder.option} it` : ''
      const attribute = operation === 'sns set-topic-attributes' ? ' --attribute-name Policy' : ''
      const value = member === undefined ? `"$${NAME}"` : `"{\\"${member}\\": \\"$${NAME}\\"}"`
      await expectTold({ 'run.sh': `#!/bin/bash\naws ${operation}${who}${attribute} ${document} ${value}\n` })
    }
  })

  test('every operation that attaches one', async () => {
    for (const [operation, { policy, holder }] of ATTACH_OPERATIONS) {
      await expectTold({ 'run.sh': `#!/bin/bash\naws ${operation} ${holder} it ${policy} "$${NAME}"\n` })
    }
  })
})
