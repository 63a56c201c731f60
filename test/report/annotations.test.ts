import { describe, expect, test, vi } from 'vitest'
import type { Finding, Report } from '../../src/core/finding.ts'
import { renderAnnotations } from '../../src/report/annotations.ts'
import { expectGolden } from './golden.ts'
import { BROKEN, EMPTY, finding, HOSTILE, huge, place, RICH } from './sample.ts'

const withFindings = (...findings: Finding[]): Report => ({ ...EMPTY, verdict: 'block', findings })

/** As the runner reads a line: command, properties, message. */
function parse(line: string) {
  const [, command, properties, data] = /^::(\w+) (.*?)::(.*)$/.exec(line)!
  const decode = (text: string) =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%')
  const pairs = properties!
    .split(',')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])
  return {
    command,
    properties: Object.fromEntries(pairs.map(([key, value]) => [key, decode(value!)])) as Record<string, string>,
    message: decode(data!),
  }
}

test('a pull request with a bit of everything', () => {
  expectGolden('rich.annotations.txt', `${renderAnnotations(RICH).join('\n')}\n`)
})

test('nothing to say is no annotation at all', () => {
  expect(renderAnnotations(EMPTY)).toEqual([])
})

test('a scan that broke is the first error, with the reason', () => {
  const [first] = renderAnnotations(BROKEN).map(parse)
  expect(first).toMatchObject({ command: 'error', message: BROKEN.reason })
})

test('escapes exactly as @actions/core does', async () => {
  const core = await import('@actions/core')
  const message = '100% sure: a, b\nand \r c :: d'
  const report = withFindings(finding({ message, remediation: 'x', location: place('a:b,c%25 d.tf', 3, 2, 3, 5) }))
  const written: string[] = []
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  core.warning('100% sure: a, b\nand ␍ c :: d\nFix: x', {
    title: 'Instance still answers IMDSv1 (network/imdsv1)',
    file: 'a:b,c%25 d.tf',
    startLine: 3,
    endLine: 3,
    startColumn: 2,
    endColumn: 5,
  })
  spy.mockRestore()
  expect(renderAnnotations(report)[0]).toBe(written.join('').trimEnd())
})

describe('hostile names', () => {
  const lines = renderAnnotations(HOSTILE)

  test('stay one command a line, with our properties only', () => {
    for (const line of lines) {
      expect(line).not.toMatch(/[\p{Cc}\u202e]/u)
      const { properties } = parse(line)
      const known = ['title', 'file', 'line', 'endLine', 'col', 'endColumn']
      expect(Object.keys(properties).filter((key) => !known.includes(key))).toEqual([])
    }
  })

  test('are shown readable', () => {
    expect(parse(lines[0]!).properties.file).toContain('␛[31m::error::pwn␊::set-output')
  })
})

describe('limits', () => {
  const parsed = renderAnnotations(huge(20_000)).map(parse)
  const count = (command: string) => parsed.filter((each) => each.command === command).length

  test('ten of each a step, the line that says what is left out among them', () => {
    expect([count('error'), count('warning'), count('notice')]).toEqual([10, 10, 10])
    const { properties, message } = parsed.at(-1)!
    // 20,000 findings and two notifications, of which 29 are shown.
    expect(properties.title).toContain('19,973')
    expect(message).toContain('19,973 more are not shown')
  })

  test('the worst come first', () => {
    expect(new Set(parsed.slice(0, 10).map(({ properties }) => properties.title))).toEqual(
      new Set(['Policy can pass any role to a service that runs code (iam/pass-any-role)']),
    )
    const mixed = [
      finding({ severity: 'low' }),
      finding({ severity: 'critical', message: 'worst' }),
      finding({ severity: 'high' }),
    ]
    expect(parse(renderAnnotations(withFindings(...mixed))[0]!).message).toContain('worst')
  })

  test('exactly ten are all shown, without that line', () => {
    const ten = Array.from({ length: 10 }, () => finding())
    expect(renderAnnotations(withFindings(...ten))).toHaveLength(10)
    const eleven = renderAnnotations(withFindings(...ten, finding())).map(parse)
    expect(eleven).toHaveLength(11)
    expect(eleven.at(-1)!.properties.title).toContain('1 more annotation left out')
  })

  test('many notes of a kind make one notice', () => {
    const notifications = Array.from({ length: 30 }, (_, index) => ({
      level: 'note' as const,
      id: 'binary-file',
      message: `f${index}.png is binary and was not scanned.`,
    }))
    const only = renderAnnotations({ ...EMPTY, notifications }).map(parse)
    expect(only).toHaveLength(1)
    expect(only[0]!.message).toContain('29 more notes')
  })
})

describe('places', () => {
  const at = (over: Partial<Finding>) => parse(renderAnnotations(withFindings(finding(over)))[0]!)

  test('columns only on a single line', () => {
    expect(at({ location: place('a.tf', 3, 2, 3, 9) }).properties).toMatchObject({
      line: '3',
      endLine: '3',
      col: '2',
      endColumn: '9',
    })
    const several = at({ location: place('a.tf', 3, 2, 5, 9) }).properties
    expect(several).toMatchObject({ line: '3', endLine: '5' })
    expect(several).not.toHaveProperty('col')
  })

  test('never line 0, which GitHub drops', () => {
    const { properties } = at({ location: place('a.tf', 0, 0, 0, 0) })
    expect(properties.file).toBe('a.tf')
    expect(properties).not.toHaveProperty('line')
  })

  test('what the head no longer holds points at the file only, and names the commit and its line', () => {
    const { properties, message } = at({
      atHead: false,
      secret: true,
      commits: ['a1b2c3d'.padEnd(40, '0')],
      location: { ...place('old.env', 7, 1, 7, 9), commit: 'a1b2c3d'.padEnd(40, '0') },
    })
    expect(properties.file).toBe('old.env')
    expect(properties).not.toHaveProperty('line')
    expect(message).toContain('old.env:7:1 in commit a1b2c3d')
    expect(message).toMatch(/Rotate it.*not enough.*history.*a1b2c3d/)
  })

  test('a commit message is no file', () => {
    const sha = 'b'.repeat(40)
    const { properties, message } = at({
      atHead: false,
      location: { ...place(`commit message of ${sha}`, 2, 1, 2, 4), commit: sha },
    })
    expect(properties).not.toHaveProperty('file')
    expect(message).toContain(`commit message of ${sha}`)
  })
})

test('a leaked credential says rotate, not only delete', () => {
  const [line] = renderAnnotations(withFindings(finding({ secret: true, commits: ['c'.repeat(40)] })))
  expect(parse(line!).message).toMatch(/Rotate it.*Deleting the line is not enough.*history, in commit ccccccc/)
})

test('what was there before and what is suppressed is not annotated', () => {
  const suppression = { kind: 'external', mechanism: 'allow', justification: 'known' } as const
  expect(renderAnnotations(withFindings(finding({ state: 'existing' }), finding({ suppression })))).toEqual([])
})
