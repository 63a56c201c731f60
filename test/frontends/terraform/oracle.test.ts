import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { Language, type Node, Parser } from 'web-tree-sitter'
import { parseHcl } from '../../../src/languages/hcl/hcl.ts'
import type { Body, Expression, TemplatePart } from '../../../src/languages/hcl/syntax.ts'

/**
 * Our parser against tree-sitter's grammar of HCL: blocks, arguments and function calls must stand at the same
 * offsets. `CORPUS=folder npm test -- oracle` compares every file under a folder of real repositories too.
 */
const folders = [fileURLToPath(new URL('fixtures', import.meta.url)), process.env.CORPUS].filter(
  (folder) => folder !== undefined,
)

let parser: Parser

beforeAll(async () => {
  const require = createRequire(import.meta.url)
  await Parser.init()
  parser = new Parser()
  parser.setLanguage(await Language.load(require.resolve('@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm')))
})

test.each(folders)(
  'same places in %s',
  (folder) => {
    const different: string[] = []
    let compared = 0
    for (const path of filesIn(folder)) {
      const text = readFileSync(path, 'utf8')
      // The grammar takes minutes for files of megabytes.
      if (text.length > 300_000) continue
      const ours = parseHcl(text)
      const tree = parser.parse(text)!
      // A broken file has no right answer.
      if (!tree.rootNode.hasError && ours.mistakeCount === 0) {
        const expected = theirPlaces(tree.rootNode)
        const found = ourPlaces(ours.body)
        compared += expected.size
        for (const place of expected) if (!found.has(place)) different.push(`${path} misses ${place}`)
        for (const place of found) if (!expected.has(place)) different.push(`${path} has ${place}`)
      }
      tree.delete()
    }
    expect(different).toEqual([])
    expect(compared).toBeGreaterThan(80)
    if (process.env.CORPUS) console.log(`${folder}: ${compared} places compared`)
  },
  600_000,
)

function filesIn(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .map((path) => `${folder}/${path}`)
    .filter((path) => /\.(?:tf|tfvars|hcl|tofu)$/.test(path) && statSync(path).isFile())
}

function theirPlaces(root: Node): Set<string> {
  const places = new Set<string>()
  const kinds = new Set(['attribute', 'block', 'function_call'])
  const cursor = root.walk()
  for (;;) {
    if (kinds.has(cursor.nodeType)) places.add(`${cursor.nodeType} ${cursor.startIndex}-${cursor.endIndex}`)
    if (cursor.gotoFirstChild()) continue
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent()) {
        cursor.delete()
        return places
      }
    }
  }
}

function ourPlaces(root: Body): Set<string> {
  const places = new Set<string>()
  const body = ({ attributes, blocks }: Body): void => {
    for (const attribute of attributes) {
      places.add(`attribute ${attribute.start}-${attribute.end}`)
      expression(attribute.value)
    }
    for (const block of blocks) {
      places.add(`block ${block.start}-${block.end}`)
      body(block.body)
    }
  }
  const expression = (value: Expression): void => {
    if (value.kind === 'call') places.add(`function_call ${value.start}-${value.end}`)
    for (const inner of innerExpressions(value)) expression(inner)
  }
  body(root)
  return places
}

function innerExpressions(value: Expression): readonly Expression[] {
  switch (value.kind) {
    case 'template':
      return value.parts.flatMap(inPart)
    case 'get':
    case 'unary':
    case 'group':
      return [value.of]
    case 'index':
      return [value.of, value.key]
    case 'splat':
      return [value.of, value.each]
    case 'call':
    case 'tuple':
      return value.items
    case 'conditional':
      return [value.condition, value.yes, value.no]
    case 'binary':
      return [value.left, value.right]
    case 'object':
      return value.items.flatMap((item) => [item.key, item.value])
    case 'for':
      return [value.collection, value.key, value.value, value.condition].filter((inner) => inner !== undefined)
    default:
      return []
  }
}

function inPart(part: TemplatePart): Expression[] {
  switch (part.kind) {
    case 'text':
      return []
    case 'interpolation':
      return [part.value]
    case 'if':
      return [part.condition, ...part.yes.flatMap(inPart), ...part.no.flatMap(inPart)]
    case 'each':
      return [part.collection, ...part.body.flatMap(inPart)]
  }
}
