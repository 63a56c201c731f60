import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { yamlFaultText } from '../../src/languages/yaml/fault.ts'

const HIDDEN = 'nobody-may-see-this'

describe('what is wrong with a YAML file is told without quoting it', () => {
  test.each([
    `a: b\n${HIDDEN}\nc: d`,
    `a: "b" ${HIDDEN}`,
    `a: "\\q${HIDDEN}"`,
    `a: |${HIDDEN}\n  b`,
    `a: &x${HIDDEN} &y b`,
    `- a\n${HIDDEN}: b\n c`,
    `a: [b\n${HIDDEN}`,
    `a: {b: c}}\n${HIDDEN}`,
    `%${HIDDEN} x\n--- a`,
    `a: !${HIDDEN} b`,
    `a: @${HIDDEN}`,
    `\t${HIDDEN}: a`,
  ])('%j', (text) => {
    const faults = [...parseAllDocuments(text, { prettyErrors: false })].flatMap((document) => [
      ...document.errors,
      ...document.warnings,
    ])
    expect(faults.length).toBeGreaterThan(0)
    for (const { message } of faults) {
      expect(yamlFaultText(message)).not.toContain(HIDDEN)
      expect(yamlFaultText(message)).toMatch(/\w{4,}/)
    }
  })

  test('the rest stays', () => {
    expect(yamlFaultText('Missing space after : in flow collection')).toBe('Missing space after : in flow collection')
    expect(yamlFaultText('Tabs are not allowed as indentation at line 1:\n\n\ta: b\n')).toBe(
      'Tabs are not allowed as indentation at line 1:',
    )
  })
})
