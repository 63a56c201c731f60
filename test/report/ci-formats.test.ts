import { describe, expect, test } from 'vitest'
import { render } from '../../src/report/index.ts'
import { BROKEN, EMPTY, HOSTILE, RICH } from './sample.ts'

describe('gitlab', () => {
  const issues = JSON.parse(render(RICH, 'gitlab')) as Record<string, never>[]

  test('has what is open, each with the fields that GitLab needs', () => {
    const open = RICH.findings.filter(({ suppression }) => !suppression)
    expect(issues.map(({ fingerprint }) => fingerprint).sort()).toEqual(
      open.map(({ fingerprint }) => fingerprint).sort(),
    )
    for (const issue of issues) {
      expect(issue).toMatchObject({
        description: expect.any(String),
        check_name: expect.stringMatching(/\//),
        severity: expect.stringMatching(/^(info|minor|major|critical|blocker)$/),
        location: { path: expect.any(String), lines: { begin: expect.any(Number) } },
      })
    }
  })

  test('of nothing is an empty list', () => {
    expect(JSON.parse(render(EMPTY, 'gitlab'))).toEqual([])
  })
})

describe('junit', () => {
  const count = (text: string, tag: string) => text.split(`<${tag}`).length - 1

  test('fails for what blocks, and for nothing else', () => {
    const text = render(RICH, 'junit')
    const fresh = RICH.findings.filter(({ suppression, state }) => !suppression && state === 'new')
    const blocking = fresh.filter((finding) => finding.blocking)
    expect(count(text, 'testcase')).toBe(fresh.length)
    expect(count(text, 'failure ')).toBe(blocking.length)
    expect(text).toContain(`tests="${fresh.length}" failures="${blocking.length}" errors="0"`)
  })

  test('of a clean scan has one test, of a broken one an error', () => {
    expect(render(EMPTY, 'junit')).toContain('<testcase classname="keylatch" name="no new findings"></testcase>')
    expect(render(BROKEN, 'junit')).toMatch(/errors="1"[\s\S]*<error message="The base commit/)
  })

  test('no name or message of others becomes markup or a control character', () => {
    const text = render(HOSTILE, 'junit')
    const tags = [...text.matchAll(/<\/?([a-z-]+|\?xml)/g)].map(([, tag]) => tag)
    expect(new Set(tags)).toEqual(new Set(['?xml', 'testsuites', 'testsuite', 'testcase', 'failure']))
    expect(text).not.toMatch(/[\x00-\x08\x0b-\x1f]/)
  })
})
