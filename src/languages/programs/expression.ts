import type { Span } from '../../core/source.ts'
import { concatTexts, locate, type MappedText, unknownText } from '../../core/text.ts'

/**
 * An expression of a program in TypeScript, JavaScript or Python, in the words that both share. Names of Python are
 * turned into camel case (`add_to_policy` is `addToPolicy`), keyword arguments are an object behind the others.
 */
export type Expression =
  | TextExpression
  | { readonly kind: 'number'; readonly value: number; readonly span: Span }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'null'; readonly span: Span }
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly span: Span }
  | ObjectExpression
  | Call
  /** A variable or a member: `iam.Effect.ALLOW`, `this.bucket.bucketArn`. */
  | { readonly kind: 'path'; readonly path: readonly string[]; readonly span: Span }
  /** One item of a list after the other: what a loop gives a variable. */
  | { readonly kind: 'each'; readonly list: Expression; readonly span: Span }
  /** What a function gives back: of `x => x.json` the body. */
  | { readonly kind: 'function'; readonly result: Expression; readonly span: Span }
  | { readonly kind: 'unknown'; readonly span: Span }

export interface TextExpression {
  readonly kind: 'string'
  /** What is no literal in it is a hole. */
  readonly text: MappedText
  readonly span: Span
  /** What it is put together of, where that has holes: names in it can still be followed. */
  readonly parts?: readonly Expression[]
}

export interface ObjectExpression {
  readonly kind: 'object'
  readonly properties: readonly Property[]
  readonly span: Span
  /** More of it stands elsewhere, and is not known here. */
  readonly open?: true
}

export interface Property {
  /** As written, without quotes. */
  readonly key: string
  readonly keySpan: Span
  readonly value: Expression
  /** `...common`, `**common`: the value is an object with more of them. The key is empty. */
  readonly spread?: true
}

export interface Call {
  readonly kind: 'call'
  /** `iam`, `PolicyStatement`: what is called, as far as it is a path. */
  readonly path: readonly string[]
  /** What a method is called on, where that is more than a path: `new X().addY()`. */
  readonly receiver?: Expression
  readonly arguments: readonly Expression[]
  readonly span: Span
  /** Just the name that is called. */
  readonly nameSpan: Span
  /** The variable that the result is given to. */
  readonly assignedTo?: string
}

/** A program as the front ends for CDK, Pulumi and the SDKs see it. */
export interface Program {
  /** In the order they are written, inner ones after the outer ones that they stand in. */
  readonly calls: readonly Call[]
  /** Objects and dictionaries that stand in no other one. */
  readonly objects: readonly Expression[]
  /** What a name is given, if it is given something just once in the file. */
  readonly constants: ReadonlyMap<string, Expression>
  readonly python: boolean
  /** Values that may still be made of it: constants can hold each other over and over. */
  readonly budget: { values: number }
}

/** A literal's text. */
export function textExpression(text: MappedText): TextExpression {
  return { kind: 'string', text, span: locate(text, 0, text.value.length) }
}

/** Texts put together: a template, a sum. */
export function putTogether(given: readonly Expression[]): TextExpression {
  const parts = given.flatMap((part) => (part.kind === 'string' && part.parts) || [part])
  const texts = parts.map((part) =>
    part.kind === 'string' ? part.text : unknownText(part.span, part.kind === 'path' ? part.path.join('.') : undefined),
  )
  const whole = textExpression(concatTexts(texts))
  return parts.every((part) => part.kind === 'string') ? whole : { ...whole, parts }
}

/** The last name of what a call calls: `PolicyStatement`. */
export function calledName(call: Call): string {
  return call.path.at(-1) ?? ''
}

const MOST_STEPS = 8

/** Follows names to what they stand for; an expression that is no name, or an unknown one, stays as it is. */
export function resolved(expression: Expression, program: Program): Expression {
  let current = expression
  for (let step = 0; step < MOST_STEPS && current.kind === 'path'; step++) {
    const known: Expression | undefined = program.constants.get(nameOf(current.path)) ?? memberOf(current, program)
    if (!known || known === current) return current
    current = known
  }
  return current
}

/** `POLICIES.admin` of an object that is written in the program, and of each object that a loop goes over. */
function memberOf({ path, span }: Expression & { kind: 'path' }, program: Program): Expression | undefined {
  const [name = '', key, ...more] = path[0] === 'this' || path[0] === 'self' ? path.slice(1) : path
  const owner = key === undefined || more.length > 0 ? undefined : program.constants.get(name)
  if (owner?.kind === 'object') return property(owner, key!)
  if (owner?.kind !== 'each') return undefined
  const members = itemsIn(owner, program).map((item) => property(item, key!))
  if (!members.every((member) => member !== undefined)) return undefined
  return { kind: 'each', list: { kind: 'list', items: members, span }, span }
}

/** `this.role` and `self.role` are the name `role`. */
export function nameOf(path: readonly string[]): string {
  const own = path[0] === 'this' || path[0] === 'self' ? path.slice(1) : path
  return own.length === 1 ? own[0]! : ''
}

/** A property of an object, by its name in camel case. */
export function property(expression: Expression | undefined, ...names: string[]): Expression | undefined {
  if (expression?.kind !== 'object') return undefined
  return expression.properties.findLast(({ key }) => names.includes(key) || names.includes(camelCase(key)))?.value
}

/** An object with what is spread in it, in its place; what is spread and not known here leaves it open. */
export function wholeObject(object: ObjectExpression, program: Program, depth = 0): ObjectExpression {
  if (!object.properties.some(({ spread }) => spread)) return object
  let open = object.open
  const properties = object.properties.flatMap((one): readonly Property[] => {
    if (!one.spread) return [one]
    const known = depth < MOST_STEPS ? resolved(one.value, program) : one.value
    if (known.kind !== 'object') {
      open = true
      return []
    }
    const whole = wholeObject(known, program, depth + 1)
    open ||= whole.open
    return whole.properties
  })
  return { kind: 'object', properties, span: object.span, ...(open && { open }) }
}

/**
 * The object with the options of a call: keyword arguments, or the last argument that is an object. After a name and what
 * is made comes how Pulumi makes it (`{ parent: this }`).
 */
export function optionsOf(call: Call, program: Program): ObjectExpression | undefined {
  const [name, made, ...more] = call.arguments
  if (name && made && more.length > 0 && resolved(name, program).kind !== 'path') {
    const known = resolved(made, program)
    if (known.kind === 'object' && !isObject(resolved(name, program))) return wholeObject(known, program)
  }
  for (const argument of [...call.arguments].reverse()) {
    const known = resolved(argument, program)
    if (known.kind === 'object') return wholeObject(known, program)
  }
  return undefined
}

const isObject = ({ kind }: Expression): boolean => kind === 'object'

export function option(call: Call, program: Program, ...names: string[]): Expression | undefined {
  const found = property(optionsOf(call, program), ...names)
  return found && resolved(found, program)
}

/** `user_data` -> `userData`; what has no underscore stays. */
export function camelCase(name: string): string {
  return name.replace(/(?<=[A-Za-z0-9])_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

export function itemsIn(expression: Expression | undefined, program: Program): readonly Expression[] {
  if (!expression) return []
  const known = resolved(expression, program)
  if (known.kind === 'list') return known.items.map((item) => resolved(item, program))
  const listed = known.kind === 'each' ? resolved(known.list, program) : undefined
  if (listed?.kind === 'list') return listed.items.map((item) => resolved(item, program))
  // `names.map((name) => make(name))`: what it makes, of each.
  const [made] = known.kind === 'call' && /^(?:flatM|m)ap$/.test(calledName(known)) ? known.arguments : []
  return made?.kind === 'function' ? itemsIn(made.result, program) : [known]
}
