import { CONSTRUCTS, type Construct, type Taken, type Word } from '../../aws/resources/constructs.ts'
import type { AnyNode, ResourceNode, WrittenAs } from '../../core/node.ts'
import type { Span } from '../../core/source.ts'
import { UNKNOWN } from '../../core/text.ts'
import type { Entry, Value } from '../../core/value.ts'
import { policyNode } from '../../extract/nodes.ts'
import {
  type Call,
  calledName,
  camelCase,
  type Expression,
  type ObjectExpression,
  optionsOf,
  type Program,
  property,
  resolved,
} from '../../languages/programs/expression.ts'
import { listValue, mapValue, stringValue, valueOfExpression } from '../../languages/programs/program-value.ts'
import { moduleOf } from './constructs.ts'
import { documentValue } from './statements.ts'

/** A construct of the CDK's second level as the resource that it makes; nothing where it is none of the table. */
export function madeResources(call: Call, address: string, program: Program): AnyNode[] {
  const construct = constructOf(call)
  const id = call.arguments[1] && resolved(call.arguments[1], program)
  if (!construct || id?.kind !== 'string') return []
  const given = call.arguments[2]
  const options = given && optionsOf(call, program)
  const { nameSpan: span } = call
  const resource: ResourceNode = {
    kind: 'resource',
    span,
    anchor: address,
    type: construct.makes,
    name: address,
    arguments:
      given && !options ? { kind: 'unknown', span: given.span } : argumentsOf(construct, options, span, program),
    writtenAs: writtenAs(construct),
    ...((options?.open || isChangedLater(call, program)) && { isPartial: true as const }),
  }
  const isTlsOnly = construct.name === 'Bucket' && isOn(property(options, 'enforceSSL', 'enforceSsl'), program)
  return isTlsOnly ? [resource, ...tlsOnly(address, span)] : [resource]
}

/** `machine.instance.launchTemplate = …`, `bucket.node.defaultChild as CfnBucket`: what makes it is not all that is said of it. */
function isChangedLater({ assignedTo }: Call, { constants }: Program): boolean {
  if (assignedTo === undefined) return false
  for (const [name, value] of constants) {
    if (name.startsWith(`${assignedTo}.`)) return true
    const path = value.kind === 'path' ? value.path : []
    if (path.at(-1) === 'defaultChild' && path.at(-3) === assignedTo) return true
  }
  return false
}

function isOn(given: Expression | undefined, program: Program): boolean {
  const known = given && resolved(given, program)
  return known?.kind === 'boolean' && known.value
}

/** By module and class; a class that is brought in alone is the only one of its name. */
function constructOf(call: Call): Construct | undefined {
  const module = moduleOf(call)
  const called = CONSTRUCTS.filter(({ name }) => name === calledName(call))
  if (module !== '') return called.find((construct) => construct.module === module)
  return called.length === 1 ? called[0] : undefined
}

/** What stands at a path of the resource, and the argument that says it. */
interface Part {
  readonly steps: readonly string[]
  readonly keySpan: Span
  readonly value: Value
}

function argumentsOf(
  { takes, defaults = {}, elsewhere = [] }: Construct,
  options: ObjectExpression | undefined,
  span: Span,
  program: Program,
): Value {
  const said = Object.entries(takes).flatMap(([argument, taken]) => {
    const found = givenAt(options, argument, program)
    return found ? [{ found, taken, paths: pathsOf(taken) }] : []
  })
  const parts = said.flatMap(({ found, taken }) => partsOf(found, taken, program))
  const named = new Set(said.flatMap(({ paths }) => paths))
  const others = Object.entries(defaults).filter(([path]) => !named.has(path))
  const value = nested(
    [
      ...others.map(([path, text]) => ({
        steps: path.split('.'),
        keySpan: nowhere(span),
        value: stringValue(text, span),
      })),
      ...elsewhere.map(
        (path): Part => ({ steps: path.split('.'), keySpan: nowhere(span), value: { kind: 'unknown', span } }),
      ),
      ...parts,
    ],
    options?.span ?? span,
  )
  // What the table does not have is there all the same, for whoever wants to write beside it.
  const rest = (options?.properties ?? []).flatMap(({ key, keySpan, spread }): Entry[] =>
    spread ? [] : [{ key: `${key}: as written`, keySpan, value: { kind: 'unknown', span: keySpan } }],
  )
  return { ...value, entries: [...value.entries, ...rest] }
}

const nowhere = ({ uri, start }: Span): Span => ({ uri, start, end: start })

interface Given {
  readonly keySpan: Span
  readonly value: Expression
}

function givenAt(options: ObjectExpression | undefined, argument: string, program: Program): Given | undefined {
  const [name = '', inner] = argument.split('.')
  const found = options?.properties.findLast(({ key }) => key === name || camelCase(key) === name)
  if (!found || inner === undefined) return found
  const within = resolved(found.value, program)
  // `BackupProps(retention=…)`
  const members = within.kind === 'call' ? optionsOf(within, program) : within
  const value = property(members, inner)
  return value ? { keySpan: found.keySpan, value } : members?.kind === 'object' ? undefined : found
}

function pathsOf(taken: Taken): string[] {
  if (typeof taken === 'string') return [taken]
  const deeper = Object.values(taken.words).flatMap((word) => (typeof word === 'object' ? Object.keys(word) : []))
  return [taken.at, ...deeper.map((name) => below(taken.at, name))].filter((path) => path !== '')
}

const below = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

function partsOf({ keySpan, value }: Given, taken: Taken, program: Program): Part[] {
  const part = (path: string, is: Value): Part => ({ steps: path.split('.'), keySpan, value: is })
  if (typeof taken === 'string') return [part(taken, valueOfExpression(value, program))]
  const { at, words, members } = taken
  const known = resolved(value, program)
  const word = wordIn(words, known)
  if (word === 'unknown') {
    const options = members && known.kind === 'call' ? optionsOf(known, program) : undefined
    if (!options || !members) return pathsOf(taken).map((path) => part(path, { kind: 'unknown', span: value.span }))
    return members.map((name) => {
      const own = givenAt(options, camelCaseOf(name), program)
      return part(below(at, name), own ? valueOfExpression(own.value, program) : { kind: 'unknown', span: value.span })
    })
  }
  if (word.is === undefined) return []
  const told =
    typeof word.is === 'string'
      ? [[at, word.is] as const]
      : Object.entries(word.is).map(([name, text]) => [below(at, name), text] as const)
  return told.map(([path, text]) =>
    part(path, stringValue(text === '#' ? numberGiven(known, program) : text, value.span)),
  )
}

const camelCaseOf = (name: string): string => name[0]!.toLowerCase() + name.slice(1)

/** What the words make of an expression; a variable may be any of them. */
function wordIn(words: Readonly<Record<string, Word>>, known: Expression): { readonly is: Word } | 'unknown' {
  if ('*' in words) return { is: words['*'] }
  const name = nameOfWord(known)
  if (name !== undefined && Object.hasOwn(words, name)) return { is: words[name] }
  return name !== undefined && 'else' in words ? { is: words.else } : 'unknown'
}

function nameOfWord(known: Expression): string | undefined {
  if (known.kind === 'boolean') return String(known.value)
  const path = known.kind === 'path' || known.kind === 'call' ? known.path : []
  return /^[A-Z]/.test(path.at(-2) ?? '') ? path.at(-1) : undefined
}

function numberGiven(known: Expression, program: Program): string {
  const first = known.kind === 'call' && known.arguments[0] ? resolved(known.arguments[0], program) : undefined
  return first?.kind === 'number' ? String(first.value) : UNKNOWN
}

/** Parts as a map of maps; of several for one path the last. */
function nested(parts: readonly Part[], span: Span): Value & { kind: 'map' } {
  const byStep = new Map<string, Part[]>()
  for (const one of parts) byStep.set(one.steps[0]!, [...(byStep.get(one.steps[0]!) ?? []), one])
  const entries = [...byStep].map(([key, some]): Entry => {
    const whole = some.findLast(({ steps }) => steps.length === 1)
    const { keySpan } = some.at(-1)!
    const inner = () =>
      nested(
        some.map((one) => ({ ...one, steps: one.steps.slice(1) })),
        some.at(-1)!.value.span,
      )
    return { key, keySpan, value: whole ? whole.value : inner() }
  })
  return { kind: 'map', entries, span }
}

/** Which argument says what a fix wants to be at a path: a switch that goes there, as it is or by its word. */
function writtenAs({ takes }: Construct): WrittenAs {
  return (path, wanted) => {
    for (const [name, taken] of Object.entries(takes)) {
      if (name.includes('.')) continue
      if (typeof taken === 'string') {
        if (taken === path && typeof wanted === 'boolean') return { name, value: wanted }
      } else if (taken.at === path) {
        const value = [true, false].find((one) => taken.words[String(one)] === String(wanted))
        if (value !== undefined) return { name, value }
      }
    }
    return undefined
  }
}

/** `enforceSSL: true` */
function tlsOnly(address: string, span: Span): AnyNode[] {
  const word = (text: string) => stringValue(text, span)
  const statement = mapValue(
    {
      Effect: word('Deny'),
      Action: word('s3:*'),
      Principal: word('*'),
      Resource: listValue([word(`arn:${UNKNOWN}:s3:::${UNKNOWN}`), word(`arn:${UNKNOWN}:s3:::${UNKNOWN}/*`)], span),
      Condition: mapValue({ Bool: mapValue({ 'aws:SecureTransport': word('false') }, span) }, span),
    },
    span,
  )
  const holders = [{ kind: 'resource', address, service: 's3', span } as const]
  return policyNode(documentValue([statement], span), { anchor: address, role: 'resource', holders })
}
