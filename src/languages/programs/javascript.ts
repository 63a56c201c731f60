import type { SyntaxNode, Tree } from '@lezer/common'
import { parser } from '@lezer/javascript'
import { locate, type MappedText } from '../../core/text.ts'
import { childOf, childrenOf } from './children.ts'
import { type Call, type Expression, type Program, type Property, putTogether, textExpression } from './expression.ts'
import { type Assigned, importedPath, programOf, type Reader } from './reader.ts'
import { unescaped } from './string-literal.ts'

const TYPESCRIPT = parser.configure({ dialect: 'ts' })
const JSX = parser.configure({ dialect: 'ts jsx' })

/** Reads TypeScript or JavaScript, however broken. */
export function javascriptProgram(text: MappedText, path: string): Program {
  const tree: Tree = (/x$/.test(path) ? JSX : TYPESCRIPT).parse(text.value)
  return programOf(tree, READER, text)
}

const READER: Reader = {
  python: false,
  calls: new Set(['CallExpression', 'NewExpression']),
  objects: new Set(['ObjectExpression']),
  assignments: new Set([
    'VariableDeclaration',
    'PropertyDeclaration',
    'AssignmentExpression',
    'ForOfSpec',
    'CallExpression',
  ]),
  imports: new Set(['ImportDeclaration']),
  imported,
  assigned(node, source) {
    if (node.name === 'ForOfSpec')
      return eachOf(childOf(node, 'VariableDefinition'), node.lastChild?.prevSibling, source)
    if (node.name === 'CallExpression') return eachInCallback(node, source)
    if (node.name === 'VariableDeclaration') return declared(node, source)
    if (node.name === 'PropertyDeclaration') return named(node, 'PropertyDefinition', source)
    return assignedMember(node, source)
  },
  expression,
}

function eachOf(variable: SyntaxNode | null, list: SyntaxNode | null | undefined, source: string): Assigned[] {
  return variable && list ? [{ name: source.slice(variable.from, variable.to), value: list, each: true }] : []
}

/** `names.forEach((name) => …)` */
function eachInCallback(node: SyntaxNode, source: string): Assigned[] {
  const callee = node.firstChild
  const method = callee?.name === 'MemberExpression' ? callee.lastChild : undefined
  if (!method || !/^(?:forEach|map|flatMap)$/.test(source.slice(method.from, method.to))) return []
  const body = childOf(node, 'ArgList')?.firstChild?.nextSibling
  if (body?.name !== 'ArrowFunction' && body?.name !== 'FunctionExpression') return []
  const parameters = childOf(body, 'ParamList')
  return eachOf(parameters && childOf(parameters, 'VariableDefinition'), callee!.firstChild, source)
}

/** `import { Role as R } from "@pulumi/aws/iam"`, `import { aws_iam as i } from "aws-cdk-lib"`. */
function imported(node: SyntaxNode, source: string): (readonly [string, readonly string[]])[] {
  const from = childOf(node, 'String')
  const library = from ? source.slice(from.from + 1, from.to - 1) : ''
  const written = source.slice(node.from, from?.from ?? node.from)
  const alias = /\*\s*as\s+(\w+)/.exec(written)?.[1]
  const module = /^(?:aws-cdk-lib\/|@aws-cdk\/)aws-([\w-]+)$/.exec(library)?.[1]
  if (alias !== undefined)
    return module === undefined || alias.toLowerCase().endsWith(module) ? [] : [[alias, [module]]]
  const names = [...(/\{([^}]*)\}/.exec(written)?.[1] ?? '').matchAll(/(\w+)(?:\s+as\s+(\w+))?/g)]
  return names.flatMap(([, name = '', local = name]) => {
    const path = importedPath(library, name, local)
    return path ? [[local, path] as const] : []
  })
}

/** `const a = x, b = y`. */
function declared(node: SyntaxNode, source: string): { name: string; value: SyntaxNode }[] {
  const found: { name: string; value: SyntaxNode }[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'VariableDefinition') continue
    const equals = sibling(child, 'Equals', 'VariableDefinition')
    if (equals?.nextSibling) found.push({ name: source.slice(child.from, child.to), value: equals.nextSibling })
  }
  return found
}

function named(node: SyntaxNode, name: string, source: string): { name: string; value: SyntaxNode }[] {
  const definition = childOf(node, name)
  const value = childOf(node, 'Equals')?.nextSibling
  return definition && value ? [{ name: source.slice(definition.from, definition.to), value }] : []
}

/** `this.role = x`, `role = x`, `machine.instance.launchTemplate = x`. */
function assignedMember(node: SyntaxNode, source: string): { name: string; value: SyntaxNode }[] {
  const target = node.firstChild
  const value = childOf(node, 'Equals')?.nextSibling
  if (!target || !value) return []
  const name = source.slice(target.from, target.to).replace(/^this\./, '')
  return /^\w+(?:\.\w+){0,3}$/.test(name) ? [{ name, value }] : []
}

function sibling(node: SyntaxNode, wanted: string, stop: string): SyntaxNode | undefined {
  for (let next = node.nextSibling; next && next.name !== stop; next = next.nextSibling) {
    if (next.name === wanted) return next
  }
  return undefined
}

type Build = (node: SyntaxNode | null) => Expression

function expression(node: SyntaxNode, text: MappedText, build: Build): Expression {
  const span = locate(text, node.from, node.to)
  const source = text.value
  switch (node.name) {
    case 'String':
      return textExpression(unescaped(text, node.from + 1, Math.max(node.from + 1, node.to - 1)))
    case 'TemplateString':
      return template(node, text, build)
    case 'TaggedTemplateExpression':
      return build(node.lastChild)
    case 'Number':
      return { kind: 'number', value: Number(source.slice(node.from, node.to).replaceAll('_', '')), span }
    case 'BooleanLiteral':
      return { kind: 'boolean', value: source.slice(node.from, node.to) === 'true', span }
    case 'null':
      return { kind: 'null', span }
    case 'ArrayExpression':
      return { kind: 'list', items: children(node).flatMap((child) => listed(child, build)), span }
    case 'ObjectExpression':
      return {
        kind: 'object',
        properties: childrenOf(node, 'Property').flatMap((one) => property(one, text, build)),
        span,
      }
    case 'NewExpression':
    case 'CallExpression':
      return call(node, text, build)
    case 'MemberExpression':
    case 'VariableName':
    case 'this':
      return path(node, text)
    case 'ArrowFunction':
    case 'FunctionExpression':
      return { kind: 'function', result: returned(node, build, span), span }
    case 'BinaryExpression':
      return binary(node, text, build)
    case 'ParenthesizedExpression':
    case 'AwaitExpression':
    case 'UnaryExpression':
      return build(lastOperand(node))
    default:
      return { kind: 'unknown', span }
  }
}

/** `a + b` of texts is a text; `x as any`, `x ?? y` and `x || y` are taken as `x`. */
function binary(node: SyntaxNode, text: MappedText, build: Build): Expression {
  const operator = childOf(node, 'ArithOp') ?? childOf(node, 'LogicOp')
  const left = build(node.firstChild)
  if (!operator || text.value.slice(operator.from, operator.to) !== '+') return left
  const right = build(node.lastChild)
  if (left.kind !== 'string' && right.kind !== 'string') return { kind: 'unknown', span: left.span }
  return putTogether([left, right])
}

function template(node: SyntaxNode, text: MappedText, build: Build): Expression {
  const parts: Expression[] = []
  const add = (from: number, to: number): void => void parts.push(textExpression(unescaped(text, from, to)))
  let at = node.from + 1
  for (const part of childrenOf(node, 'Interpolation')) {
    add(at, part.from)
    parts.push({ ...build(part.firstChild?.nextSibling ?? null), span: locate(text, part.from, part.to) })
    at = part.to
  }
  add(at, Math.max(at, text.value[node.to - 1] === '`' ? node.to - 1 : node.to))
  return putTogether(parts)
}

function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!/^(?:[[\](){},]|⚠|LineComment|BlockComment|Spread)$/.test(child.name)) found.push(child)
  }
  return found
}

/** `...[a, b]` in a list are its items; of anything else that is spread nothing is known. */
function listed(node: SyntaxNode, build: Build): Expression[] {
  const value = build(node)
  const spread = node.prevSibling?.name === 'Spread'
  if (!spread) return [value]
  return value.kind === 'list' ? [...value.items] : [{ kind: 'unknown', span: value.span }]
}

function property(node: SyntaxNode, text: MappedText, build: Build): Property[] {
  const key = node.firstChild
  if (!key) return []
  if (key.name === 'Spread') {
    const keySpan = locate(text, key.from, key.to)
    return [{ key: '', keySpan, value: build(node.lastChild), spread: true }]
  }
  const colon = childOf(node, ':')
  const quoted = key.name === 'String' ? 1 : 0
  const name = text.value.slice(key.from + quoted, key.to - quoted)
  const keySpan = locate(text, key.from + quoted, key.to - quoted)
  if (!colon) return [{ key: name, keySpan, value: path(key, text) }]
  if (key.name === '[') return []
  return [{ key: name, keySpan, value: build(colon.nextSibling) }]
}

function call(node: SyntaxNode, text: MappedText, build: Build): Call {
  const span = locate(text, node.from, node.to)
  const first = node.firstChild
  const callee = first?.name === 'new' ? first.nextSibling : first
  const list = childOf(node, 'ArgList')
  const name = callee?.name === 'MemberExpression' ? callee.lastChild : callee
  const object = callee?.name === 'MemberExpression' ? callee.firstChild : undefined
  const receiver = object && !isPath(object) ? build(object) : undefined
  return {
    kind: 'call',
    path: callee ? pathOf(callee, text) : [],
    ...(receiver && { receiver }),
    arguments: list ? children(list).flatMap((child) => listed(child, build)) : [],
    span,
    nameSpan: name ? locate(text, name.from, name.to) : span,
  }
}

function isPath(node: SyntaxNode): boolean {
  return /^(?:MemberExpression|VariableName|this)$/.test(node.name)
}

function path(node: SyntaxNode, text: MappedText): Expression {
  return { kind: 'path', path: pathOf(node, text), span: locate(text, node.from, node.to) }
}

/** The names of `a.b?.c!`; of `f().b` only what comes after the call. */
function pathOf(node: SyntaxNode, text: MappedText): string[] {
  const names: string[] = []
  let current: SyntaxNode | null = node
  for (let steps = 0; current && steps < 20; steps++) {
    if (current.name !== 'MemberExpression') {
      if (/^(?:VariableName|this|PropertyDefinition|super)$/.test(current.name)) {
        names.unshift(text.value.slice(current.from, current.to))
      }
      break
    }
    const name: SyntaxNode | null = current.lastChild
    if (name) names.unshift(text.value.slice(name.from, name.to))
    current = current.firstChild
  }
  return names
}

function returned(node: SyntaxNode, build: Build, span: Call['span']): Expression {
  const last = node.lastChild
  if (last?.name !== 'Block') return last ? build(last) : { kind: 'unknown', span }
  const statement = childrenOf(last, 'ReturnStatement').at(-1)
  const value = statement?.firstChild?.nextSibling
  return value ? build(value) : { kind: 'unknown', span }
}

function lastOperand(node: SyntaxNode): SyntaxNode | null {
  return children(node).at(-1) ?? null
}
