import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import type { Report } from '../../src/core/finding.ts'
import { jsonReport, renderJson } from '../../src/report/json.ts'
import { expectGolden } from './golden.ts'
import { BROKEN, EMPTY, finding, HOSTILE, huge, place, RICH } from './sample.ts'

const schema = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../schema/report.schema.json', import.meta.url)), 'utf8'),
)
const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true })
addFormats.default(ajv)
const validate = ajv.compile(closed(schema))

/** The schema lets readers meet new fields; here a field that it does not describe is a mistake. */
function closed(node: unknown): never {
  if (Array.isArray(node)) return node.map(closed) as never
  if (typeof node !== 'object' || node === null) return node as never
  const entries = Object.entries(node).map(([key, value]) => [key, closed(value)])
  const object = Object.fromEntries(entries)
  if (object.type === 'object' && object.properties && !('additionalProperties' in object))
    object.additionalProperties = false
  return object as never
}

function problemsOf(report: Report) {
  validate(JSON.parse(renderJson(report)))
  return validate.errors ?? []
}

test.each([
  ['rich', RICH],
  ['hostile', HOSTILE],
  ['empty', EMPTY],
  ['broken', BROKEN],
])('the %s report is as the published schema says', (_, report) => {
  expect(problemsOf(report)).toEqual([])
})

test('a pull request with a bit of everything', () => {
  expectGolden('rich.json', renderJson(RICH))
})

test('says what the report says, in the names of the format', () => {
  const document = JSON.parse(renderJson(HOSTILE))
  expect(document).toMatchObject({
    formatVersion: 1,
    verdict: 'block',
    counts: { new: { high: 1 }, suppressed: { medium: 1 } },
  })
  expect(document.findings[0].location.uri).toBe(HOSTILE.findings[0]!.location.uri)
  expect(document.findings[0].message).toBe(HOSTILE.findings[0]!.message)
})

test('rules are those that have findings: the texts of all the others would be the same in every report', () => {
  const { rules } = JSON.parse(renderJson({ ...RICH, findings: [finding()] }))
  expect(rules.map(({ id }: { id: string }) => id)).toEqual(['network/imdsv1'])
})

test('nothing is left out of 5,000 findings', () => {
  const parts = [...jsonReport(huge(5_000))]
  expect(parts.length).toBeGreaterThan(25)
  expect(JSON.parse(parts.join('')).findings).toHaveLength(5_000)
  expect(renderJson({ ...RICH, findings: [] })).toBe(
    `${JSON.stringify(JSON.parse(renderJson({ ...RICH, findings: [] })), null, 2)}\n`,
  )
})

test('a very long line is cut around its place', () => {
  const lines = [`${'x'.repeat(2_500_000)}HERE${'y'.repeat(2_500_000)}`]
  const report = {
    ...EMPTY,
    findings: [finding({ snippet: { startLine: 1, lines }, location: place('a.js', 1, 2_500_001, 1, 2_500_005) })],
  }
  const text = renderJson(report)
  expect(text.length).toBeLessThan(20_000)
  expect(JSON.parse(text).findings[0].snippet.lines[0]).toMatch(/^…x+HEREy+…$/)
})
