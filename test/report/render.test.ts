import { describe, expect, test } from 'vitest'
import { FORMATS, render } from '../../src/report/index.ts'
import { progressLine } from '../../src/report/progress.ts'
import { displayWidth } from '../../src/report/width.ts'
import { BROKEN, EMPTY, HOSTILE, RICH } from './sample.ts'

const REPORTS = { rich: RICH, hostile: HOSTILE, empty: EMPTY, broken: BROKEN }

describe.each(FORMATS)('%s', (format) => {
  test.each(Object.entries(REPORTS))(
    '%s: prints no control character and no workflow command of others',
    (_, report) => {
      const text = render(report, format)
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|[^\n]$/)
      if (format === 'github') return
      expect(text).not.toMatch(/^\s*::/m)
      expect(text).not.toContain('##[')
    },
  )

  test('gives the same text for the same report', () => {
    expect(render(RICH, format)).toBe(render(structuredClone(RICH), format))
  })
})

test('every format but the annotations says that the scan is broken, and why', () => {
  for (const format of FORMATS) expect(render(BROKEN, format)).toContain('1a2b3c4 is not reachable')
})

test('every format tells every new finding of a pull request, and to rotate what leaked', () => {
  for (const format of FORMATS) {
    const text = render(RICH, format)
    for (const name of ['provider.tf', 'env.sh', 'key.pem', 'ci.tf', 'web.tf', 'beef123']) expect(text).toContain(name)
    if (format !== 'json') expect(text.toLowerCase()).toContain('revoke this credential and issue a new one')
  }
})

describe('progress', () => {
  test('counts what is known', () => {
    expect(progressLine({ phase: 'scanning', done: 120, total: 480, findings: 3 }, 80)).toBe(
      'scanning  ██████░░░░░░░░░░░░░░░░░░  120 of 480 files  3 findings',
    )
    expect(progressLine({ phase: 'reading commits', done: 7, unit: 'commit' }, 80)).toBe('reading commits  7 commits')
  })

  test('never reaches the end of the line, whatever the phase is called', () => {
    for (const width of [10, 20, 40, 60, 80]) {
      const line = progressLine({ phase: 'scanning 東京\u001b[2J', done: 5, total: 9, findings: 1 }, width, false)
      expect(displayWidth(line)).toBeLessThan(width)
      expect(line).not.toContain('\u001b')
    }
  })
})
