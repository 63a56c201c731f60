import { parseSync } from '@swc/core'

/** A small change to a program that some test should notice: another text for a stretch of the file. */
export interface Mutation {
  readonly kind: string
  /** UTF-16 offsets into the file. */
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A node of swc's tree; its span counts bytes from wherever swc's map of all files has got to. */
interface Syntax {
  readonly type: string
  readonly span: { readonly start: number; readonly end: number }
  readonly [field: string]: unknown
}

/** Where the text of a node is, and what it says. */
interface Place {
  readonly start: number
  readonly end: number
  readonly text: string
}

type Locate = (node: Syntax) => Place

/** Every mutation of a TypeScript text. Types, imports and comments are left alone: no test can tell. */
export function mutationsOf(source: string): Mutation[] {
  // The first statement of a module starts its span, so one in front says where the file begins.
  const bytes = Buffer.from(`;${source}`)
  const module = parseSync(`;${source}`, { syntax: 'typescript', target: 'es2022' }) as unknown as Syntax
  const base = (module.body as Syntax[])[0]!.span.start
  const isAscii = bytes.length === source.length + 1
  const unitsBefore = (offset: number) =>
    (isAscii ? offset - base : bytes.subarray(0, offset - base).toString().length) - 1
  const locate: Locate = ({ span }) => {
    const [start, end] = [unitsBefore(span.start), unitsBefore(span.end)]
    return { start, end, text: source.slice(start, end) }
  }
  return [...mutationsBelow(module, locate)].filter(({ start, end, text }) => source.slice(start, end) !== text)
}

const PASSED_OVER = /^(?:Import|ExportAll|ExportNamed|TsType|TsInterface|TsKeyword|TsTypeParameter)/

/** Fields that hold types, or the names of properties. */
const TYPES = new Set(['typeAnnotation', 'typeParameters', 'typeParams', 'typeArguments', 'returnType', 'key'])

function* mutationsBelow(value: unknown, locate: Locate): Generator<Mutation> {
  if (typeof value !== 'object' || value === null) return
  if (isSyntax(value)) {
    if (PASSED_OVER.test(value.type)) return
    yield* MUTATORS[value.type]?.(value, locate) ?? []
  }
  for (const [field, child] of Object.entries(value)) if (!TYPES.has(field)) yield* mutationsBelow(child, locate)
}

function isSyntax(value: object): value is Syntax {
  return typeof (value as Syntax).type === 'string' && typeof (value as Syntax).span === 'object'
}

const MUTATORS: Readonly<Record<string, (node: Syntax, locate: Locate) => Mutation[]>> = {
  IfStatement: negated,
  ConditionalExpression: negated,
  WhileStatement: negated,
  BinaryExpression: (node, locate) => {
    // Neither of the other two may stand beside it without brackets.
    if (node.operator === '??') return [instead('operator', locate(node), locate(node.left as Syntax).text)]
    const other = OPERATORS[node.operator as string]
    if (!other) return []
    const between = { start: locate(node.left as Syntax).end, end: locate(node.right as Syntax).start }
    const whole = locate(node)
    const at = whole.text.slice(between.start - whole.start, between.end - whole.start).indexOf(node.operator as string)
    const start = between.start + at
    return [{ kind: 'operator', start, end: start + (node.operator as string).length, text: other }]
  },
  UnaryExpression: (node, locate) =>
    node.operator === '!' ? [instead('negation', locate(node), locate(node.argument as Syntax).text)] : [],
  BooleanLiteral: (node, locate) => [instead('boolean', locate(node), String(!node.value))],
  NumericLiteral: (node, locate) => [instead('number', locate(node), node.value === 0 ? '1' : '0')],
  StringLiteral: (node, locate) => [instead('string', locate(node), `'${otherWord(node.value as string)}'`)],
  TemplateLiteral: (node, locate) => [instead('string', locate(node), "''")],
  RegExpLiteral: (node, locate) => {
    const place = locate(node)
    const flags = node.flags as string
    return flags.includes('i') ? [instead('pattern', place, `/${node.pattern}/${flags.replace('i', '')}`)] : []
  },
  ArrayExpression: (node, locate) =>
    (node.elements as unknown[]).length > 0 ? [instead('list', locate(node), '[]')] : [],
  ExpressionStatement: dropped,
  ContinueStatement: dropped,
  ReturnStatement: dropped,
  FunctionBody: (node, locate) => {
    const start = locate(node).start + 1
    return (node.stmts as unknown[]).length > 0 ? [{ kind: 'early return', start, end: start, text: ' return;' }] : []
  },
  ArrowFunctionExpression: (node, locate) => {
    const body = node.body as Syntax
    return body.type === 'FunctionBody' ? [] : [instead('early return', locate(body), 'undefined')]
  },
}

const OPERATORS: Readonly<Record<string, string>> = {
  ...{ '<': '<=', '<=': '<', '>': '>=', '>=': '>', '===': '!==', '!==': '===' },
  ...{ '&&': '||', '||': '&&', '+': '-', '-': '+' },
}

const SEVERITIES = ['critical', 'high', 'medium', 'low', 'note']

/** A severity becomes the next one, what else is said falls silent. */
function otherWord(word: string): string {
  const at = SEVERITIES.indexOf(word)
  return at >= 0 ? SEVERITIES[(at + 1) % SEVERITIES.length]! : word === '' ? 'mutant' : ''
}

function negated(node: Syntax, locate: Locate): Mutation[] {
  const test = locate(node.test as Syntax)
  return [instead('condition', test, `!(${test.text})`)]
}

/** An empty block, so that an `if` without braces keeps its form. */
function dropped(node: Syntax, locate: Locate): Mutation[] {
  return [instead('statement', locate(node), '{}')]
}

function instead(kind: string, { start, end }: Place, text: string): Mutation {
  return { kind, start, end, text }
}
