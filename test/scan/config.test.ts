import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { Problem } from '../../src/core/problem.ts'
import { rules } from '../../src/rules/index.ts'
import { configSchema } from '../../src/scan/config/schema.ts'
import {
  allowances,
  type Config,
  checkPatterns,
  configChanges,
  DEFAULT_CONFIG,
  expiredAllows,
  ignoredPaths,
  isOff,
  parseConfig,
  ruleSetting,
  severityOf,
} from '../../src/scan/config.ts'

const RULES = [
  { id: 'credentials/aws-access-key', title: 'AWS access key' },
  { id: 'iam/pass-any-role', title: 'Policy can pass any role' },
  { id: 'iam/admin', title: 'Policy grants everything' },
]
const RULE_IDS = new Set(RULES.map(({ id }) => id))
const PRINT = '0123456789abcdef0123456789abcdef'

const read = (text: string): Config => parseConfig({ uri: '.keylatch.yml', text }, RULE_IDS)

function complaint(text: string): string {
  try {
    read(text)
  } catch (error) {
    if (error instanceof Problem) return error.message
    throw error
  }
  return 'none'
}

describe('reading .keylatch.yml', () => {
  test('every key', () => {
    const config = read(`# our rules
extends: [practices, ci/base.yml]
locked: [fail-on, iam/*]
fail-on: medium
fail-on-confidence: low
rules:
  iam/*: low
  iam/admin: critical
paths-ignore: ["vendor/**", '!vendor/ours/**']
trusted-accounts: [123456789012, "012345678901"]
allow:
  - fingerprint: ${PRINT}
    reason: a sandbox key, revoked
    expires: 2027-01-31
baseline: ./ci/keylatch-baseline.json
inline-suppressions: head
dismissals: comment
`)
    expect(config).toEqual({
      uri: '.keylatch.yml',
      extends: [
        { kind: 'preset', name: 'practices' },
        { kind: 'path', path: 'ci/base.yml' },
      ],
      locked: new Set(['fail-on', 'iam/*']),
      failOn: 'medium',
      failOnConfidence: 'low',
      dismissals: 'comment',
      patterns: [],
      patternsFrom: [],
      preset: 'gate',
      thresholds: DEFAULT_CONFIG.thresholds,
      rules: new Map([
        ['iam/*', 'low'],
        ['iam/admin', 'critical'],
      ]),
      pathsIgnore: ['vendor/**', '!vendor/ours/**'],
      trustedAccounts: new Set(['123456789012', '012345678901']),
      allow: [{ fingerprint: PRINT, reason: 'a sandbox key, revoked', expires: '2027-01-31', line: 12 }],
      baseline: 'ci/keylatch-baseline.json',
      inlineSuppressions: 'head',
    })
    expect(ruleSetting(config, 'iam/admin')).toBe('critical')
    expect(ruleSetting(config, 'iam/pass-any-role')).toBe('low')
    expect(ruleSetting(config, 'credentials/aws-access-key')).toBeUndefined()
  })

  test.each(['', '# nothing\n', '---\n', 'paths-ignore:\nrules:\n'])('%j is the defaults', (text) => {
    expect(read(text)).toEqual({ ...DEFAULT_CONFIG, uri: '.keylatch.yml' })
  })

  test('Windows line ends and a byte order mark do no harm', () => {
    expect(read('\uFEFFfail-on: low\r\nbaseline: b.json\r\n')).toMatchObject({ failOn: 'low', baseline: 'b.json' })
  })

  test.each([
    ['fail_on: high', '1:1: unknown key "fail_on"; did you mean "fail-on"?'],
    [
      '# x\n\nfail-on: hihg',
      '3:10: fail-on must be critical, high, medium, low, note or never, not "hihg"; did you mean "high"?',
    ],
    ['fail-on-confidence: sure', '1:21: fail-on-confidence must be high, medium or low, not "sure"'],
    ['extends: [githubb:a]', '1:11: extends: "githubb:a" is no preset'],
    ['extends: strickt', '1:10: extends: "strickt" is no preset; did you mean "strict"?'],
    ['extends: github:a/b/c.yml@main', 'must name a commit by all its 40 digits'],
    ['extends: github:a/b', 'is not of the form github:OWNER/REPO/PATH@COMMIT'],
    ['extends: ../other.yml', '1:10: extends: the path must stay inside the repository'],
    ['extends: { a: b }', 'extends must be a list'],
    ['locked: [fail_on]', '1:10: "fail_on" cannot be locked; did you mean "fail-on"?'],
    ['locked: [iam/nothing]', '1:10: unknown rule "iam/nothing"'],
    ['fail-on:', '1:9: fail-on must be critical, high, medium, low, note or never; it has no value'],
    ['colour: red', '1:1: unknown key "colour"; the configuration has "fail-on", "fail-on-confidence", "rules"'],
    ['rules:\n  iam/pass-any-rol: off', '2:3: unknown rule "iam/pass-any-rol"; did you mean "iam/pass-any-role"?'],
    ['rules:\n  network/*: off', '2:3: unknown rule "network/*"; `keylatch rules` lists them all'],
    ['rules: { iam/admin: false }', '1:21: iam/admin must be critical, high, medium, low, note or off, not "false"'],
    ['rules: [iam/admin]', '1:8: rules must map rule ids to severities'],
    ['paths-ignore: vendor', '1:15: paths-ignore must be a list'],
    ['paths-ignore:\n  - *.md', '2:5: write this value in quotes: a bare "*"'],
    ['paths-ignore:\n  - !x/y', '2:5: write this value in quotes: a bare "!"'],
    ['paths-ignore: ["a\\\\b"]', '1:16: "a\\b": folders are separated by "/", on Windows too'],
    ['paths-ignore: [/vendor]', '1:16: "/vendor": patterns are relative to the repository'],
    ['paths-ignore: [./vendor]', '1:16: "./vendor": "." and ".." fit no path'],
    [
      'trusted-accounts: [012345678901]',
      '1:20: account id 012345678901 begins with a zero and is read as a number: write "012345678901"',
    ],
    ['trusted-accounts: ["1234"]', '1:20: account id "1234" must be 12 digits, in quotes'],
    ['trusted-accounts: [[123456789012]]', '1:20: account id must be 12 digits'],
    ['allow: [{}]', '1:9: an allow entry needs a "reason"'],
    [`allow: [{ fingerprint: ${PRINT}, reason: " " }]`, 'reason must not be empty'],
    [
      'allow: [{ fingerprint: 12345678901234567890123456789012, reason: x }]',
      'fingerprint must be a text; put 12345678901234567890123456789012 in quotes',
    ],
    ['allow: [{ fingerprint: abc, reason: x }]', 'fingerprint must be the 32 hexadecimal digits'],
    ['allow: [{ rule: iam/admin, reason: x }]', 'needs a "fingerprint", or both "rule" and "path"'],
    [`allow: [{ fingerprint: ${PRINT}, reason: x, expires: 2027-02-30 }]`, 'expires must be a day'],
    [
      `allow: [{ fingerprint: ${PRINT}, reason: x, exipres: 2027-02-01 }]`,
      'unknown key "exipres"; did you mean "expires"?',
    ],
    ['patterns: [{ id: a/b, regex: "(" }]', '1:30: regex: the pattern is not followed: a "(" is not closed'],
    ['patterns:\n  - id: a/b\n    regex: "(?=a)b"', '3:12: regex: the pattern is not followed: "(?=" is not supported'],
    ['patterns: [{ id: iam/x, regex: a }]', "1:18: the rules iam/* are Keylatch's own: use another word"],
    ['patterns: [{ id: token, regex: a }]', '1:18: id "token" must be two words in small letters'],
    ['patterns: [{ id: a/b, regex: a, secret: 1 }]', '1:41: secret: the pattern has no group 1'],
    ['patterns: [{ id: a/b, regex: a, keywrd: x }]', '1:33: unknown key "keywrd"; did you mean "keyword"?'],
    ['patterns: [{ id: a/b }]', '1:12: a pattern needs a "regex" or a "path-regex"'],
    ['patterns: [{ id: a/b, regex: a, allow: [{ file: x }] }]', '1:43: unknown key "file"'],
    ['patterns: [{ id: a/b, regex: a }, { id: a/b, regex: b }]', 'there are two patterns with the id "a/b"'],
    ['patterns: [{ id: a/b, regex: a }]\nrules: { a/c: low }', '2:10: unknown rule "a/c"; did you mean'],
    ['baseline: ../b.json', '1:11: baseline: the path must stay inside the repository'],
    ['baseline: C:/b.json', '1:11: baseline: the path must stay inside the repository'],
    ['baseline: [b]', '1:11: baseline must be a text'],
    ['fail-on: low\nfail-on: high', '2:1: "fail-on" is given twice'],
    ['fail-on: "low', 'not well-formed YAML'],
    ['fail-on: low\n}\nnobody-sees-this', 'not well-formed YAML'],
    ['- fail-on', '1:1: the configuration must be a mapping'],
    ['fail-on: low\n---\nfail-on: high', '2:1: the configuration is one YAML document'],
  ])('%j is one line that says where and what', (text, expected) => {
    const said = complaint(text)
    expect(said).toContain(expected)
    expect(said).toMatch(/^\.keylatch\.yml:\d+:\d+: [^\n]+$/)
  })

  test('what the YAML library quotes is left out: a secret may stand in it', () => {
    for (const text of [
      'a: b\n  nobody-sees-this\n',
      'a = 1\n  b {\nnobody-sees-this: 1',
      'a: "x\\qnobody-sees-this"',
    ]) {
      expect(complaint(text)).not.toContain('nobody-sees-this')
    }
  })

  test('hostile texts end in one line too', () => {
    expect(complaint('['.repeat(2_000))).toBe('.keylatch.yml: the configuration is nested too deep')
    expect(complaint('- '.repeat(2_000))).toBe('.keylatch.yml: the configuration is nested too deep')
    expect(complaint(`x: ${'a'.repeat(1 << 20)}`)).toBe('.keylatch.yml: the configuration is longer than 1 MiB')
    expect(complaint('"\\u001b[31m\\n::error::": 1')).not.toMatch(/[\u001b\n]/)
    const bomb = `a: &a [${'x, '.repeat(9)}]\n${'bcdefgh'.replace(/./g, (c) => `${c}: &${c} [*a, *a, *a, *a, *a, *a]\n`)}`
    expect(complaint(bomb)).toContain('unknown key "a"')
  })

  test('of several mistakes the first is told, and how many more there are', () => {
    expect(complaint('baseline: /x\nfail_on: high\nrules: 3')).toMatch(
      /^\.keylatch\.yml:1:11: .* \(and 2 more in this file\)$/,
    )
  })
})

describe('the published schema and the parser agree', () => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(configSchema(RULES))

  test.each([
    '',
    'fail-on: never',
    'extends: strict',
    'extends: [practices, a/b.yml, ./c.yml]',
    `extends: github:acme/security/keylatch.yml@${'a1'.repeat(20)}`,
    'extends: github:acme/security/keylatch.yml@main',
    'extends: github:acme/security',
    'extends: nothing',
    'extends: ../a.yml',
    'extends: /a.yml',
    'extends: a\\b.yml',
    'extends: {}',
    'extends: 3',
    'locked: [fail-on, iam/*, iam/admin]',
    'locked: [colour]',
    'locked: fail-on',
    'fail-on: off',
    'fail-on: 3',
    'fail_on: high',
    'rules: {}',
    'rules: { iam/*: off, iam/admin: note }',
    'rules: { iam/nothing: off }',
    'patterns: [{ id: a/b, regex: x }]',
    'patterns: [{ id: a/b, path-regex: x, title: t, severity: low, keyword: k, entropy: 3.5, paths: ["*.py"] }]',
    'patterns: [{ id: a/b, regex: (x), secret: 1, allow: [{ secret: y, path: z }] }]',
    'patterns: [{ id: a/b, regex: x, keyword: [k, l], rules: 3 }]',
    'patterns: [{ id: a/b }]',
    'patterns: [{ regex: x }]',
    'patterns: [{ id: A, regex: x }]',
    'patterns: [{ id: a/b, regex: x, allow: [{}] }]',
    'patterns: [{ id: a/b, regex: x, entropy: 9 }]',
    'patterns: [{ id: a/b, regex: x, severity: off }]',
    'patterns: { a/b: x }',
    'patterns: [{ id: a/b, regex: x }]\nrules: { a/b: low, a/*: off }',
    'patterns-from: [a.toml]',
    'patterns-from: [../a.toml]',
    'rules: { iam/admin: never }',
    'rules: []',
    'paths-ignore: [a, "!b", "**/*.md"]',
    'paths-ignore: [""]',
    'paths-ignore: ["!"]',
    'paths-ignore: [3]',
    'paths-ignore: [/a]',
    'paths-ignore: a',
    'paths-ignore:',
    'trusted-accounts: ["012345678901", 123456789012]',
    'trusted-accounts: ["12345678901"]',
    'trusted-accounts: [12345678901]',
    'trusted-accounts: [1234567890123]',
    'trusted-accounts: [arn]',
    'trusted-accounts: 123456789012',
    `allow: [{ fingerprint: ${PRINT}, reason: x }]`,
    `allow: [{ fingerprint: ${PRINT}, reason: x, rule: iam/admin, path: a.tf, expires: 2027-01-31 }]`,
    'allow: [{ rule: iam/*, path: "modules/**", reason: x }]',
    'allow: [{ rule: iam/*, reason: x }]',
    'allow: [{ path: a, reason: x }]',
    `allow: [{ fingerprint: ${PRINT} }]`,
    `allow: [{ fingerprint: ${PRINT}, reason: "" }]`,
    `allow: [{ fingerprint: ${PRINT}, reason: 3 }]`,
    `allow: [{ fingerprint: ${PRINT.toUpperCase()}, reason: x }]`,
    `allow: [{ fingerprint: ${PRINT}, reason: x, expires: soon }]`,
    `allow: [{ fingerprint: ${PRINT}, reason: x, expires: 2027-13-01 }]`,
    `allow: [{ fingerprint: ${PRINT}, reason: x, rule: iam/at-all }]`,
    `allow: [{ fingerprint: ${PRINT}, reason: x, path: "!a" }]`,
    `allow: [{ fingerprint: ${PRINT}, reason: x, why: y }]`,
    `allow: [${PRINT}]`,
    'allow: {}',
    'baseline: a/b.json',
    'baseline: ./b.json',
    'baseline: a/../b.json',
    'baseline: ..',
    'baseline: ..b.json',
    'baseline: /b.json',
    'baseline: "a\\\\b.json"',
    'baseline: " "',
    'baseline: 3',
    'inline-suppressions: head',
    'inline-suppressions: both',
    'dismissals: comment',
    'dismissals: yes please',
    '[]',
    'text',
  ])('%j', (text) => {
    expect({ text, good: validate(parse(text)) }).toEqual({ text, good: complaint(text) === 'none' })
  })
})

describe('paths-ignore', () => {
  test.each([
    [['vendor/**'], 'vendor/a/.env', true],
    [['vendor/**'], 'src/vendor/a', false],
    [['vendor'], 'vendor/a/b.tf', true],
    [['vendor/'], 'vendor/a', true],
    [['vendor/'], 'vendor', false],
    [['*.md'], 'README.md', true],
    [['*.md'], 'docs/a.md', false],
    [['**/*.md'], 'docs/.hidden/a.md', true],
    [['*'], 'src/a.ts', false],
    [['docs/**', '!docs/policies/**'], 'docs/policies/a.json', false],
    [['docs/**', '!docs/policies/**', 'docs/policies/old/**'], 'docs/policies/old/a.json', true],
    [['!docs/**'], 'docs/a', false],
    [['a/#b', '[[]x].tf'], 'a/#b', true],
    [['Docs/**'], 'docs/a', false],
    [[], 'a', false],
  ])('%j ignores %s: %s', (patterns, path, ignored) => {
    expect(ignoredPaths(patterns)(path)).toBe(ignored)
  })
})

test('globs of inputs and flags are checked like those of the file', () => {
  expect(() => checkPatterns(['a/**', '!b'], 'input paths-ignore')).not.toThrow()
  expect(() => checkPatterns(['a', '/b'], 'input paths-ignore')).toThrow(
    /^input paths-ignore: "\/b": patterns are relative/,
  )
})

describe('allow entries', () => {
  const finding = (ruleId: string, uri: string, fingerprint = PRINT) => ({
    ruleId,
    fingerprint,
    location: { uri, region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 }, offset: 0, length: 1 },
  })
  const config = read(`allow:
  - { fingerprint: ${PRINT}, reason: revoked, expires: 2027-01-31 }
  - { rule: iam/*, path: "sandbox/**", reason: a sandbox account }
`)

  test('hold for the finding with the fingerprint, through their last day', () => {
    const key = finding('credentials/aws-access-key', 'a.env')
    expect(allowances(config, '2027-01-31')(key)).toEqual({
      kind: 'external',
      mechanism: 'allow',
      justification: 'revoked',
    })
    expect(allowances(config, '2027-02-01')(key)).toBeUndefined()
    expect(
      allowances(config, '2027-01-31')(finding('credentials/aws-access-key', 'a.env', 'f'.repeat(32))),
    ).toBeUndefined()
  })

  test('by rule and path hold where both fit', () => {
    const allowed = allowances(config, '2027-06-01')
    expect(allowed(finding('iam/admin', 'sandbox/a.tf'))?.justification).toBe('a sandbox account')
    expect(allowed(finding('iam/admin', 'live/a.tf'))).toBeUndefined()
    expect(allowed(finding('credentials/aws-access-key', 'sandbox/a.tf'))).toBeUndefined()
  })

  test('that expired are told, with their line', () => {
    expect(expiredAllows(config, '2027-01-31')).toEqual([])
    expect(expiredAllows(config, '2027-02-01')).toEqual([
      expect.objectContaining({
        level: 'warning',
        message: expect.stringContaining(`${PRINT} expired on 2027-01-31`),
        location: expect.objectContaining({ uri: '.keylatch.yml', region: expect.objectContaining({ startLine: 2 }) }),
      }),
    ])
  })
})

describe('what a pull request changes about the configuration', () => {
  test('is listed, one line each', () => {
    const base = read(`fail-on: high
rules: { iam/admin: critical, iam/*: off }
paths-ignore: [vendor/**]
trusted-accounts: ["123456789012"]
allow: [{ fingerprint: ${PRINT}, reason: old }]
baseline: b.json`)
    const head = read(`fail-on: never
rules: { iam/admin: off, iam/pass-any-role: low }
paths-ignore: [vendor/**, "**"]
allow: [{ fingerprint: ${PRINT}, reason: old, expires: 2027-01-01 }]
inline-suppressions: head`)
    expect(configChanges(base, head)).toEqual([
      'fail-on: high -> never',
      'rule iam/* turned on',
      'rule iam/admin turned off',
      'rule iam/pass-any-role: its own severity -> low',
      'paths-ignore entry added: **',
      'trusted account removed: 123456789012',
      `allow entry added: for ${PRINT} until 2027-01-01: old`,
      `allow entry removed: for ${PRINT}: old`,
      'baseline: b.json -> none',
      'inline-suppressions: base -> head',
    ])
  })

  test('a file that comes or goes is a change from or to the defaults', () => {
    expect(configChanges(undefined, read('fail-on: low'))).toEqual(['.keylatch.yml added', 'fail-on: high -> low'])
    expect(configChanges(read('fail-on: low'), undefined)).toEqual(['.keylatch.yml removed', 'fail-on: low -> high'])
    expect(configChanges(undefined, undefined)).toEqual([])
  })

  test('another order of paths-ignore is a change, other comments are not', () => {
    expect(configChanges(read('paths-ignore: [a, "!a/b"]'), read('paths-ignore: ["!a/b", a]'))).toHaveLength(1)
    expect(configChanges(read('fail-on: low'), read('# why\nfail-on: "low"'))).toEqual([])
  })
})

test('the example of docs/configuration.md is accepted', () => {
  const page = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8')
  const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
  const config = parseConfig({ uri: '.keylatch.yml', text: example }, new Set(rules.map(({ meta }) => meta.id)))
  expect(config.allow).toHaveLength(1)
  expect(config.pathsIgnore).toHaveLength(3)
})

describe('presets and thresholds', () => {
  const habit = { id: 'iam/pass-any-role', about: 'hygiene' } as const

  test('strict blocks medium findings, unless fail-on says otherwise', () => {
    expect(read('preset: strict').failOn).toBe('medium')
    expect(read('preset: strict\nfail-on: critical').failOn).toBe('critical')
  })

  test('secrets-only turns all off that is no secret, but what is configured', () => {
    expect(isOff(read('preset: secrets-only'), habit)).toBe(true)
    expect(isOff(read('preset: secrets-only'), { ...habit, about: 'secret' })).toBe(false)
    expect(isOff(read('preset: secrets-only\nrules: { iam/pass-any-role: low }'), habit)).toBe(false)
  })

  test('practices makes habits heavier, and never so heavy that they block by default', () => {
    expect(severityOf(read('preset: practices'), habit, 'note')).toBe('low')
    expect(severityOf(read('preset: practices'), habit, 'medium')).toBe('medium')
    expect(severityOf(read('preset: practices'), { ...habit, about: 'grant' }, 'low')).toBe('low')
  })

  test('thresholds are read, and their mistakes told', () => {
    const { thresholds } = read(
      'thresholds: { log-retention-days: 90, required-tags: { owner: [], env: [dev, prod] } }',
    )
    expect(thresholds.logRetentionDays).toBe(90)
    expect(thresholds.requiredTags.get('env')).toEqual(['dev', 'prod'])
    expect(() => read('thresholds: { log-retention-days: many }')).toThrow('must be a whole number')
    expect(() => read('thresholds: { logs: 3 }')).toThrow('unknown key "logs"')
    expect(configChanges(read(''), read('preset: strict'))).toContain('preset: gate -> strict')
  })
})
