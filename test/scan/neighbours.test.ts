import { describe, expect, test } from 'vitest'
import { compilePattern } from '../../src/languages/patterns/pattern.ts'
import { otherScannerChanges, otherScannerSuppressions } from '../../src/scan/other-scanners.ts'

const COMMIT = '0123456789abcdef0123456789abcdef01234567'

interface Asked {
  readonly ruleId?: string
  readonly secret?: boolean
  readonly uri?: string
  readonly line?: number
  readonly commit?: string
  /** Of its line, with the secret between angle brackets. */
  readonly text?: string
  readonly stood?: boolean
}

/** What a file of another scanner says about a finding. */
const asked = (file: string, says: string, about: Asked = {}) => {
  const {
    ruleId = 'credentials/aws-access-key',
    secret = true,
    uri = 'src/a.env',
    line = 12,
    commit,
    text = 'key=<sample-value>',
    stood = true,
  } = about
  const above = 'above\n'.repeat(line - 1)
  const source = { uri, text: `${above}${text.replace(/[<>]/g, '')}\r\nbelow` }
  const startColumn = text.indexOf('<') + 1
  const otherScanners = otherScannerSuppressions([{ uri: file, text: says }])
  const suppression = otherScanners.suppressionFor(
    {
      ruleId,
      secret,
      commits: commit ? [commit] : [],
      location: {
        uri,
        region: { startLine: line, startColumn, endLine: line, endColumn: text.indexOf('>') },
        offset: above.length + startColumn - 1,
        length: text.indexOf('>') - startColumn,
      },
    },
    source,
    () => stood,
  )
  return { suppression, notifications: otherScanners.notifications() }
}

describe('.gitallowed', () => {
  test.each([
    ['sample-value', true],
    ['^src/a\\.env:12:', true],
    ['^src/b\\.env:', false],
    ['# sample-value', false],
    ['  ', false],
    ['key=sample-[[:alpha:]]{5}$', true],
    ['other|sample', true],
    ['SAMPLE', false],
  ])('%j', (pattern, allowed) => {
    const { suppression, notifications } = asked('.gitallowed', `nothing-else\r\n${pattern}\r\n`)
    const expected = { kind: 'external', mechanism: '.gitallowed', justification: '.gitallowed, line 2' }
    expect(suppression).toEqual(allowed ? expected : undefined)
    expect(notifications).toEqual([])
  })

  test('speaks of secrets only', () => {
    expect(asked('.gitallowed', '.*', { ruleId: 'user-data/secret' }).suppression).toBeDefined()
    expect(asked('.gitallowed', '.*', { ruleId: 'iam/admin', secret: false }).suppression).toBeUndefined()
  })

  test('a pattern that cannot be followed is told by its line, never by its text', () => {
    const { suppression, notifications } = asked('.gitallowed', 'x\n(?=sample-value)')
    expect(suppression).toBeUndefined()
    expect(notifications).toEqual([
      expect.objectContaining({
        message: '.gitallowed, line 2: the pattern is not followed: "(?=" is not supported',
        location: expect.objectContaining({ region: expect.objectContaining({ startLine: 2 }) }),
      }),
    ])
  })

  test('patterns that repeat or nest beyond measure are told', () => {
    const message = (pattern: string) => asked('.gitallowed', pattern).notifications[0]?.message
    expect(message('((((a{99}){99}){99}){99}){99}')).toContain('repeats too much')
    expect(message('('.repeat(1500))).toContain('nested too deep')
  })
})

describe('patterns', () => {
  const words = ['', 'a', 'b', 'ab', 'aab', 'A', 'a b', '1', 'a1_', '.', 'cab', 'abab', 'a\nb']
  test.each([
    'a',
    'a*b',
    '^a',
    'b$',
    '^$',
    '(a|b)+',
    '(?:ab){2}',
    'a{1,2}b',
    'a{2,}',
    '[ab]',
    '[^ab]',
    '[a-c1]',
    '\\d',
    '\\w+\\s\\w',
    '\\bb',
    '\\Bb',
    '.',
    'a.b',
    '\\.',
    'a?b?$',
    '(a|ab)(b|)$',
    'a*?b',
    '(a*)*b',
    '[.]',
    '[\\w]',
    'a|',
    '\\W',
    '[a-]',
    '{',
    'a{x}',
  ])('%s says what JavaScript says', (pattern) => {
    const found = compilePattern(pattern)
    const foundAnyCase = compilePattern(pattern, true)
    for (const word of words) {
      expect([word, found(word, { steps: 1e6 })]).toEqual([word, new RegExp(pattern).test(word)])
      expect([word, foundAnyCase(word, { steps: 1e6 })]).toEqual([word, new RegExp(pattern, 'i').test(word)])
    }
  })

  test.each([
    ['[[:digit:]]+x', '12x', true],
    ['[^[:space:]]b', ' b', false],
    ['\\<b', 'ab', false],
    ['\\<b', 'a b', true],
    ['[]a]', ']', true],
  ])('%s on %j is %s, as in grep', (pattern, text, found) => {
    expect(compilePattern(pattern)(text, { steps: 1e6 })).toBe(found)
  })

  test.each(['(', ')', '[a', 'a**+', '*a', 'a{2,1}', '\\1', '(?=a)', '(?<!a)', '(?<n', '[[:no:]]', '\\', '[b-a]'])(
    '%s is refused',
    (pattern) => {
      expect(() => compilePattern(pattern)).toThrow()
    },
  )
})

describe('.gitleaksignore', () => {
  test.each([
    ['src/a.env:aws-access-token:12', true],
    ['src/a.env:generic-api-key:12', true],
    [`${COMMIT}:src/a.env:aws-access-token:12`, true],
    [`${COMMIT.slice(0, 7)}:src/a.env:aws-access-token:12`, true],
    ['fffffff:src/a.env:aws-access-token:12', false],
    ['src/a.env:aws-access-token:13', false],
    ['src/b.env:aws-access-token:12', false],
    ['# src/a.env:aws-access-token:12', false],
  ])('%s', (line, allowed) => {
    const { suppression, notifications } = asked('.gitleaksignore', `# known\n${line}\n`, { commit: COMMIT })
    const expected = { kind: 'external', mechanism: '.gitleaksignore', justification: '.gitleaksignore, line 2' }
    expect(suppression).toEqual(allowed ? expected : undefined)
    expect(notifications).toEqual([])
  })

  test('in a pull request a place without a commit stands for what was there at the base', () => {
    const about = { commit: COMMIT, stood: false }
    expect(asked('.gitleaksignore', 'src/a.env:aws-access-token:12', about).suppression).toBeUndefined()
    expect(asked('.gitleaksignore', `${COMMIT}:src/a.env:aws-access-token:12`, about).suppression).toBeDefined()
  })

  test('names with colons and spaces', () => {
    const about = { uri: 'a: b/c d.env', line: 3 }
    expect(asked('.gitleaksignore', 'a: b/c d.env:private-key:3', about).suppression).toBeDefined()
  })

  test('a line that is no fingerprint is told', () => {
    expect(asked('.gitleaksignore', 'src/a.env').notifications).toHaveLength(1)
  })
})

describe('.secretlintrc.json', () => {
  const PRESET = '@secretlint/secretlint-rule-preset-recommend'
  const rule = (name: string, rest: object) => ({ id: `@secretlint/secretlint-rule-${name}`, ...rest })
  const preset = (...rules: object[]) => JSON.stringify({ rules: [{ id: PRESET, rules }] }, undefined, 1)
  const github = { ruleId: 'credentials/github-token' }

  test.each([
    ['a text', 'sample', true],
    ['a pattern', '/^sample-/', true],
    ['a pattern of either case', '/SAMPLE/i', true],
    ['a pattern that asks for case', '/SAMPLE/', false],
    ['another text', 'other', false],
    ['what stands beside the secret', 'key=', false],
  ])('allows by %s', (_, allow, allowed) => {
    const { suppression } = asked('.secretlintrc.json', preset(rule('aws', { options: { allows: [allow] } })))
    expect(suppression?.mechanism).toBe(allowed ? '.secretlintrc.json' : undefined)
  })

  test('allows of one rule do not speak for another', () => {
    expect(
      asked('.secretlintrc.json', preset(rule('aws', { options: { allows: ['sample'] } })), github).suppression,
    ).toBeUndefined()
    expect(
      asked('.secretlintrc.json', preset(rule('github', { options: { allows: ['sample'] } })), github).suppression,
    ).toBeDefined()
  })

  test('disabled is followed, but not for AWS keys', () => {
    const disabled = preset(rule('github', { disabled: true }), rule('aws', { disabled: true }))
    expect(asked('.secretlintrc.json', disabled, github).suppression).toBeDefined()
    const { suppression, notifications } = asked('.secretlintrc.json', disabled)
    expect(suppression).toBeUndefined()
    expect(notifications[0]?.message).toMatch(
      /^\.secretlintrc\.json, line \d+: "disabled" is not followed for AWS keys/,
    )
    const whole = JSON.stringify({ rules: [{ id: PRESET, disabled: true }] })
    expect(asked('.secretlintrc.json', whole, github).suppression).toBeUndefined()
  })

  test('comments are read over; what is no configuration is told', () => {
    const text = `// ours\n${preset(rule('aws', { options: { allows: ['sample'] } }))}`
    expect(asked('.secretlintrc.json', text).suppression?.justification).toBe('.secretlintrc.json, line 11')
    for (const broken of ['', '[]', 'nonsense', '['.repeat(200_000)]) {
      expect(asked('.secretlintrc.json', broken).notifications).toHaveLength(1)
    }
    for (const odd of [
      '{"rules": 3}',
      '{"rules": [3, {"id": 4}, {}]}',
      '{"rules": [{"rules": {}}]}',
      '{"rules": [{"id": ["a"]}]}',
    ]) {
      expect(asked('.secretlintrc.json', odd)).toEqual({ suppression: undefined, notifications: [] })
    }
  })
})

test('what a pull request changes about these files is counted, not quoted', () => {
  const base = [{ uri: '.gitallowed', text: 'a\nb\n' }]
  expect(otherScannerChanges(base, [{ uri: '.gitallowed', text: 'b\nsecret\nother' }])).toEqual([
    '.gitallowed: 2 lines added, 1 removed',
  ])
  expect(otherScannerChanges(base, [])).toEqual(['.gitallowed removed'])
  expect(otherScannerChanges([], [{ uri: '.secretlintrc.json', text: '{}' }])).toEqual(['.secretlintrc.json added'])
  expect(otherScannerChanges(base, [{ uri: '.gitallowed', text: 'b\r\na' }])).toEqual([])
})
