import type { SyntaxNode } from '@lezer/common'
import { parser } from '@lezer/python'
import { locate, type MappedText, sliceText } from '../../core/text.ts'
import { childOf, childrenOf } from './children.ts'
import {
  type Call,
  camelCase,
  type Expression,
  type Program,
  type Property,
  putTogether,
  textExpression,
} from './expression.ts'
import { type Assigned, importedPath, programOf, type Reader } from './reader.ts'
import { unescaped } from './string-literal.ts'

/** Reads Python, however broken. */
export function pythonProgram(text: MappedText): Program {
  return programOf(parser.parse(text.value), READER, text)
}

const READER: Reader = {
  python: true,
  calls: new Set(['CallExpression']),
  objects: new Set(['DictionaryExpression']),
  assignments: new Set(['AssignStatement', 'ForStatement', 'ArrayComprehensionExpression']),
  imports: new Set(['ImportStatement']),
  imported(node, source) {
    const [, library = '', names = ''] =
      /^from\s+([\w.]+)\s+import\s+\(?([^)]*)/.exec(source.slice(node.from, node.to)) ?? []
    return [...names.matchAll(/(\w+)(?:\s+as\s+(\w+))?/g)].flatMap(([, name = '', local = name]) => {
      const path = importedPath(library, name, local)
      return path ? [[camelCase(local), path.map(camelCase)] as const] : []
    })
  },
  assigned(node, source) {
    if (node.name !== 'AssignStatement') return eachOf(node, source)
    const target = node.firstChild
    const value = childOf(node, 'AssignOp')?.nextSibling
    const name = target ? source.slice(target.from, target.to).replace(/^self\./, '') : ''
    return value && /^\w+(?:\.\w+){0,3}$/.test(name) ? [{ name: camelCase(name), value }] : []
  },
  expression,
}

/** `for name in names`, `for at, name in enumerate(names)`, as a statement and in a list. */
function eachOf(node: SyntaxNode, source: string): Assigned[] {
  const list = childOf(node, 'in')?.nextSibling
  const variables =
    childOf(node, 'for') && list ? childrenOf(node, 'VariableName').filter(({ from }) => from < list.from) : []
  const loop =
    node.name === 'ForStatement' ? variables : variables.filter(({ from }) => from > childOf(node, 'for')!.from)
  const counted = list?.name === 'CallExpression' && source.startsWith('enumerate(', list.from)
  const value = counted ? childOf(list, 'ArgList')?.firstChild?.nextSibling : list
  const variable = loop[counted ? 1 : 0]
  if (!value || !variable || loop.length !== (counted ? 2 : 1)) return []
  return [{ name: camelCase(source.slice(variable.from, variable.to)), value, each: true }]
}

type Build = (node: SyntaxNode | null) => Expression

function expression(node: SyntaxNode, text: MappedText, build: Build): Expression {
  const span = locate(text, node.from, node.to)
  const written = text.value.slice(node.from, node.to)
  switch (node.name) {
    case 'String':
      return textExpression(literal(node, text))
    case 'FormatString':
      return formatted(node, text, build)
    case 'ContinuedString':
      return putTogether(children(node).map(build))
    case 'Number':
      return { kind: 'number', value: Number(written.replaceAll('_', '')), span }
    case 'Boolean':
      return { kind: 'boolean', value: written === 'True', span }
    case 'None':
      return { kind: 'null', span }
    case 'ArrayExpression':
    case 'TupleExpression':
    case 'SetExpression':
      return { kind: 'list', items: children(node).map(build), span }
    case 'ArrayComprehensionExpression':
      return { kind: 'list', items: [build(node.firstChild?.nextSibling ?? null)], span }
    case 'DictionaryExpression':
      return { kind: 'object', properties: pairs(node, text, build), span }
    case 'CallExpression':
      return call(node, text, build)
    case 'MemberExpression':
    case 'VariableName':
      return { kind: 'path', path: pathOf(node, text), span }
    case 'BinaryExpression':
      return binary(node, text, build)
    case 'LambdaExpression':
      return { kind: 'function', result: build(node.lastChild), span }
    case 'ParenthesizedExpression':
    case 'AwaitExpression':
      return build(children(node).at(-1) ?? null)
    default:
      return { kind: 'unknown', span }
  }
}

/** Where a literal's own text begins and ends, and whether backslashes mean something in it. */
function bounds(node: SyntaxNode, text: MappedText): { from: number; to: number; raw: boolean } {
  const written = text.value.slice(node.from, node.to)
  const opening = /^([A-Za-z]*)("""|'''|"|')/.exec(written)
  if (!opening) return { from: node.from, to: node.to, raw: true }
  const from = node.from + opening[0].length
  const closed = written.length >= opening[0].length + opening[2]!.length && written.endsWith(opening[2]!)
  return { from, to: Math.max(from, closed ? node.to - opening[2]!.length : node.to), raw: /r/i.test(opening[1]!) }
}

function literal(node: SyntaxNode, text: MappedText): MappedText {
  const { from, to, raw } = bounds(node, text)
  return raw ? sliceText(text, from, to) : unescaped(text, from, to)
}

/** `f"a{b}c{{d}}"`: what stands in braces is not known, unless it is a constant; doubled braces are one. */
function formatted(node: SyntaxNode, text: MappedText, build: Build): Expression {
  const { from, to } = bounds(node, text)
  const parts: Expression[] = []
  let at = from
  for (const part of childrenOf(node, 'FormatReplacement')) {
    parts.push(...withoutDoubleBraces(text, at, part.from).map(textExpression))
    parts.push({ ...build(part.firstChild?.nextSibling ?? null), span: locate(text, part.from, part.to) })
    at = part.to
  }
  parts.push(...withoutDoubleBraces(text, at, to).map(textExpression))
  return putTogether(parts)
}

function withoutDoubleBraces(text: MappedText, from: number, to: number): MappedText[] {
  const parts: MappedText[] = []
  let at = from
  for (const match of text.value.slice(from, to).matchAll(/\{\{|\}\}/g)) {
    const brace = from + match.index
    parts.push(unescaped(text, at, brace + 1))
    at = brace + 2
  }
  parts.push(unescaped(text, at, to))
  return parts
}

function binary(node: SyntaxNode, text: MappedText, build: Build): Expression {
  const operator = childOf(node, 'ArithOp')
  const left = build(node.firstChild)
  const sign = operator ? text.value.slice(operator.from, operator.to) : ''
  // `"…%s…" % x`: the text with the holes in it.
  if (sign !== '+') return left
  const right = build(node.lastChild)
  if (left.kind !== 'string' && right.kind !== 'string') return { kind: 'unknown', span: left.span }
  return putTogether([left, right])
}

function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!/^(?:[[\](){},]|⚠|Comment|\*{1,2}|await)$/.test(child.name)) found.push(child)
  }
  return found
}

function pairs(node: SyntaxNode, text: MappedText, build: Build): Property[] {
  const found: Property[] = []
  for (let mark = node.firstChild; mark; mark = mark.nextSibling) {
    if (mark.name === '**') found.push(spread(mark, text, build))
    if (mark.name === ':') found.push(...pair(mark, text, build))
  }
  return found
}

function pair(colon: SyntaxNode, text: MappedText, build: Build): Property[] {
  const key = colon.prevSibling
  if (!key || !colon.nextSibling) return []
  const name = build(key)
  const value = build(colon.nextSibling)
  if (name.kind === 'string') return [{ key: name.text.value, keySpan: name.span, value }]
  return [{ key: text.value.slice(key.from, key.to), keySpan: name.span, value }]
}

/** `**common` */
function spread(stars: SyntaxNode, text: MappedText, build: Build): Property {
  return { key: '', keySpan: locate(text, stars.from, stars.to), value: build(stars.nextSibling), spread: true }
}

/** Arguments by position, then an object of those by name. */
function call(node: SyntaxNode, text: MappedText, build: Build): Call {
  const span = locate(text, node.from, node.to)
  const callee = node.firstChild
  const list = childOf(node, 'ArgList')
  const positional: Expression[] = []
  const named: Property[] = []
  for (const child of list ? children(list) : []) {
    if (child.name === 'AssignOp' || child.nextSibling?.name === 'AssignOp') continue
    if (child.prevSibling?.name === 'AssignOp') {
      const name = child.prevSibling.prevSibling!
      const key = text.value.slice(name.from, name.to)
      named.push({ key, keySpan: locate(text, name.from, name.to), value: build(child) })
    } else if (child.prevSibling?.name === '**') named.push(spread(child.prevSibling, text, build))
    else if (child.prevSibling?.name !== '*') positional.push(build(child))
  }
  const object = callee?.name === 'MemberExpression' ? callee.firstChild : undefined
  const receiver = object && !/^(?:MemberExpression|VariableName)$/.test(object.name) ? build(object) : undefined
  const name = callee?.name === 'MemberExpression' ? callee.lastChild : callee
  const options: Expression[] = named.length > 0 ? [{ kind: 'object', properties: named, span }] : []
  return {
    kind: 'call',
    path: callee ? pathOf(callee, text) : [],
    ...(receiver && { receiver }),
    arguments: [...positional, ...options],
    span,
    nameSpan: name ? locate(text, name.from, name.to) : span,
  }
}

function pathOf(node: SyntaxNode, text: MappedText): string[] {
  const names: string[] = []
  let current: SyntaxNode | null = node
  for (let steps = 0; current && steps < 20; steps++) {
    if (current.name !== 'MemberExpression') {
      if (current.name === 'VariableName') names.unshift(camelCase(text.value.slice(current.from, current.to)))
      break
    }
    const name: SyntaxNode | null = current.lastChild
    if (name?.name === 'PropertyName') names.unshift(camelCase(text.value.slice(name.from, name.to)))
    current = current.firstChild
  }
  return names
}
