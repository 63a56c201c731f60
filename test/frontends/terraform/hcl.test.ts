import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseModules } from '../../../src/frontends/terraform/index.ts'
import { parseHcl } from '../../../src/languages/hcl/hcl.ts'
import type { Body } from '../../../src/languages/hcl/syntax.ts'
import { treeOf } from './trees.ts'

/** Every argument with the blocks around it: `resource/aws_iam_role/ci/inline_policy.name`. */
function paths(body: Body, prefix = ''): string[] {
  return [
    ...body.attributes.map((attribute) => `${prefix}${attribute.name}`),
    ...body.blocks.flatMap((block) =>
      paths(block.body, `${prefix}${[block.type, ...block.labels.map((label) => label.value)].join('/')}/`),
    ),
  ]
}

const read = (text: string) => {
  const { body, mistakes } = parseHcl(text)
  return { paths: paths(body), mistakes: mistakes.map((mistake) => mistake.message) }
}

describe('well formed files', () => {
  test('one of everything', () => {
    const text = readFileSync(new URL('fixtures/everything.tf', import.meta.url), 'utf8')
    const { body, mistakes } = parseHcl(text)
    expect(mistakes).toEqual([])
    expect(paths(body)).toHaveLength(54)
    expect(body.blocks.map((block) => block.type)).toEqual([
      'terraform',
      'variable',
      'locals',
      'resource',
      'data',
      'module',
      'output',
    ])
    for (const crlf of [text.replaceAll('\n', '\r\n'), `\uFEFF${text}`]) {
      const other = parseHcl(crlf)
      expect(other.mistakes).toEqual([])
      expect(paths(other.body)).toEqual(paths(body))
    }
  })

  test('offsets are those of the text', () => {
    const text = 'résumé = "é"\nblock "läbel" {\n  a = [1,\n    2]\n}\n'
    const { body } = parseHcl(text)
    const [attribute] = body.attributes
    const [block] = body.blocks
    expect(text.slice(attribute!.start, attribute!.end)).toBe('résumé = "é"')
    expect(text.slice(block!.start, block!.end)).toBe('block "läbel" {\n  a = [1,\n    2]\n}')
    expect(text.slice(block!.start, block!.headerEnd)).toBe('block "läbel"')
    const inner = block!.body.attributes[0]!
    expect(text.slice(inner.value.start, inner.value.end)).toBe('[1,\n    2]')
  })

  test('what looks like a keyword or an end is none', () => {
    expect(read('for = 1\nnull = 2\na = { for = 1, if = 2 }\nb = "}"\nc = <<E\n}\nnot E\nE\nd = 1')).toEqual({
      paths: ['for', 'null', 'a', 'b', 'c', 'd'],
      mistakes: [],
    })
  })
})

describe('broken files', () => {
  test.each([
    ['a = ', ['a']],
    ['a = \nb = 1', ['a', 'b']],
    ['a = [1, 2\nb = 1', ['a', 'b']],
    ['a = "x\nb = 1', ['a', 'b']],
    ['a = "${x"\nb = 1', ['a', 'b']],
    ['a = "${x\nb = 1', ['a', 'b']],
    ['a = f(1, 2\nb = 1', ['a', 'b']],
    ['a = {\n  x = 1\nb = 1', ['a', 'b']],
    ['a = <<EOT\ntext\nb = 1', ['a', 'b']],
    ['a = 1 /* never closed\nb = 1', ['a']],
    ['a = foo.\nb = 1', ['a', 'b']],
    ['a = 1 +\nb = 1', ['a', 'b']],
    ['a = c ? d\nb = 1', ['a', 'b']],
    ['junk\nb = 1', ['b']],
    ['}\nb = 1', ['b']],
    ['x {\n a = 1\n}\n}\nb = 1', ['b', 'x/a']],
    ['<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> other\nb = 1', ['a', 'a', 'b']],
  ])('%j', (text, expected) => {
    const { paths: found, mistakes } = read(text)
    expect(found).toEqual(expected)
    expect(mistakes).not.toEqual([])
  })

  test('a lost brace costs no other block', () => {
    const text =
      'resource "a" "one" {\n  tags = {\n    x = 1\n  name = "one"\n}\n\nresource "a" "two" {\n  name = "two"\n'
    expect(read(text).paths).toEqual(['resource/a/one/tags', 'resource/a/one/name', 'resource/a/two/name'])
  })

  test('one character deleted anywhere keeps nearly all arguments in their blocks', () => {
    const text = readFileSync(new URL('fixtures/everything.tf', import.meta.url), 'utf8')
    const whole = paths(parseHcl(text).body)
    let kept = 0
    let cases = 0
    let worst = 1
    for (let at = 0; at < text.length; at++) {
      if (!'{}[]()"'.includes(text[at]!)) continue
      const found = new Set(paths(parseHcl(text.slice(0, at) + text.slice(at + 1)).body))
      const share = whole.filter((path) => found.has(path)).length / whole.length
      worst = Math.min(worst, share)
      kept += share
      cases++
    }
    expect(cases).toBeGreaterThan(300)
    expect(kept / cases).toBeGreaterThan(0.95)
    expect(worst).toBeGreaterThan(0.5)
  })

  test('the same for half a line and a conflict', () => {
    const lines = readFileSync(new URL('fixtures/everything.tf', import.meta.url), 'utf8').split('\n')
    const whole = paths(parseHcl(lines.join('\n')).body)
    let kept = 0
    for (const [index, line] of lines.entries()) {
      const half = [...lines.slice(0, index), line.slice(0, line.length / 2), ...lines.slice(index + 1)]
      const found = new Set(paths(parseHcl(half.join('\n')).body))
      kept += whole.filter((path) => found.has(path)).length / whole.length
    }
    expect(kept / lines.length).toBeGreaterThan(0.95)
  })
})

test('a limit that was hit is told', () => {
  const [unit] = parseModules(treeOf({ 'main.tf': `a = ${'['.repeat(1000)}${']'.repeat(1000)}` }))
  expect(unit!.notifications[0]?.message).toContain('nested too deep')
})
