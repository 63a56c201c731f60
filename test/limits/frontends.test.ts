import { describe, expect, test } from 'vitest'
import { parseSource } from '../../src/frontends/index.ts'
import { parseModules } from '../../src/frontends/terraform/index.ts'
import { parseHcl, parseTemplate } from '../../src/languages/hcl/hcl.ts'
import { HOSTILE, HOSTILE_HCL } from '../frontends/hostile-texts.ts'
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
