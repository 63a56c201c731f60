import { describe, expect, test } from 'vitest'
import { parseSource } from '../../src/frontends/index.ts'
import { parseModules } from '../../src/frontends/terraform/index.ts'
import { parseHcl, parseTemplate } from '../../src/languages/hcl/hcl.ts'
import { shellScript } from '../../src/languages/shell/script.ts'
import { HOSTILE, HOSTILE_HCL } from '../frontends/hostile-texts.ts'
import { textOf } from '../frontends/support.ts'
import { treeOf } from '../frontends/terraform/trees.ts'

/** Two seconds at most on a quiet machine; the limits of the tests only tell hanging from working. */
describe('files of every format', () => {
  test.each(HOSTILE.map(([name, path, text, cut]) => ({ name, path, text, cut })))(
    '$name ($path)',
    ({ path, text, cut }) => {
      const { notifications } = parseSource({ uri: path, text })
      if (cut) expect(notifications.map(({ level }) => level)).toContain('warning')
    },
    15_000,
  )
})

describe('HCL', () => {
  test.each(HOSTILE_HCL.map(([name, text]) => ({ name, text })))(
    '$name',
    ({ text }) => {
      const { body } = parseHcl(text)
      parseTemplate(text)
      const [unit] = parseModules(treeOf({ 'main.tf': `locals {\n${text}` }))
      expect(body).toBeDefined()
      expect(unit!.notifications.length).toBeLessThan(10)
    },
    10_000,
  )
})

describe('modules end, and say that they were cut short', () => {
  const chain = (count: number, line: (index: number) => string) =>
    `locals {\n a0 = "x"\n${Array.from({ length: count }, (_, index) => line(index)).join('\n')}\n}\n`
  test.each<[string, Record<string, string>]>([
    [
      'loops in loops',
      { 'main.tf': 'locals {\n a = [for a in range(4000) : [for b in range(4000) : [for c in range(4000) : c]]]\n}\n' },
    ],
    [
      'loops in a template',
      { 'main.tf': 'locals { a = "%{ for a in range(4000) }%{ for b in range(4000) }x%{ endfor }%{ endfor }" }\n' },
    ],
    [
      'doubling strings',
      { 'main.tf': chain(60, (index) => ` a${index + 1} = "\${local.a${index}}\${local.a${index}}"`) },
    ],
    [
      'doubling lists',
      { 'main.tf': chain(60, (index) => ` a${index + 1} = concat([local.a${index}], [local.a${index}])`) },
    ],
    ['a long chain', { 'main.tf': chain(20_000, (index) => ` a${index + 1} = [local.a${index}]`) }],
    [
      'modules that call ten modules each',
      Object.fromEntries(
        Array.from({ length: 9 }, (_, level) => [
          level === 0 ? 'main.tf' : `m${level}/main.tf`,
          `module "m" {\n count = 10\n source = "./${level === 0 ? '' : '../'}m${level + 1}"\n}\n`,
        ]),
      ),
    ],
    [
      'a template that renders itself',
      { 'main.tf': 'locals { a = templatefile("t", {}) }', t: 'x${templatefile("t", {})}${templatefile("t", {})}' },
    ],
  ])('%s', (_, files) => {
    const last = /a(\d+) = [^\n]*\n}\n$/.exec(files['main.tf']!)?.[1] ?? ''
    const use = `resource "aws_instance" "x" {\n user_data = jsonencode(local.a${last})\n}\n`
    const started = performance.now()
    const units = [...parseModules(treeOf({ ...files, 'use.tf': use }))]
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(units[0]!.nodes.length).toBeLessThan(50_000)
  })
})

test('hostile scripts are cut short with a notification', () => {
  for (const source of ['$('.repeat(50_000), '"$('.repeat(20_000), '${a:-'.repeat(20_000), 'aws '.repeat(600_000)]) {
    expect(shellScript(textOf(source)).notifications.map(({ id }) => id)).toContain('limit')
  }
})
