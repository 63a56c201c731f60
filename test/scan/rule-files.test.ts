import { describe, expect, test } from 'vitest'
import { patternRule } from '../../src/rules/patterns/pattern-rule.ts'
import { followRuleFile, readRuleFile } from '../../src/scan/rule-files.ts'
import { hitsIn } from '../credentials/hits.ts'

type Read = (path: string) => string | undefined
const NOTHING: Read = () => undefined

/** What the rules of a file find in a text: ids with secrets. */
async function found(uri: string, says: string, text: string, read = NOTHING): Promise<string[]> {
  const rules = readRuleFile({ uri, text: says }, read).patterns.map((pattern) => patternRule(pattern, () => true))
  const hits = await Promise.all(
    rules.map(async (rule) =>
      (await hitsIn([rule], 'a.txt', text)).map(({ secretValue = '' }) => `${rule.meta.id} ${secretValue}`),
    ),
  )
  return hits.flat()
}

describe('gitleaks', () => {
  const rule = (more = '') => `[[rules]]
id = "Acme Token"
description = "Acme deploy token."
regex = '''(acme)[=: "]+([A-Z]{3}[0-9]{5})'''
secretGroup = 2
keywords = ["ACME"]
${more}
`
  const list = (more: string) => rule(`[[rules.allowlists]]\n${more}`)

  test.each([
    ['a rule', rule(), 'acme = "ABC12345"', ['gitleaks/acme-token ABC12345']],
    ['without its keyword', rule().replace('"ACME"', '"other"'), 'acme="ABC12345"', []],
    ['entropy that it lacks', rule('entropy = 3.5'), 'acme=ABC12345', []],
    [
      'a list of its own',
      list("regexes = ['''^ABC''']"),
      'acme=ABC12345 acme=XBC12345',
      ['gitleaks/acme-token XBC12345'],
    ],
    ['an older list', rule('[rules.allowlist]\nstopwords = ["bc1"]'), 'acme=ABC12345', []],
    ['a list about lines', list("regexTarget = 'line'\nregexes = ['''sample''']"), 'acme=ABC12345 # sample', []],
    [
      'a list that asks for both',
      list("condition = 'AND'\npaths = ['''^b''']\nregexes = ['''ABC''']"),
      'acme=ABC12345',
      ['gitleaks/acme-token ABC12345'],
    ],
    [
      'a list for some rules',
      `${rule()}[[allowlists]]\ntargetRules = ["Acme Token"]\nregexes = ['''ABC''']`,
      'acme=ABC12345',
      [],
    ],
    ['a rule about paths', "[[rules]]\nid = 'f'\npath = '''\\.txt$'''", 'x', ['gitleaks/f ']],
    ['a rule for other paths', rule("path = '''\\.env$'''"), 'acme=ABC12345', []],
  ])('%s', async (_, says, text, expected) => {
    expect(await found('.gitleaks.toml', says, text)).toEqual(expected)
  })

  test('what a file extends, but for what it turns off, and what it says anew', async () => {
    const base = `${rule()}[[rules]]\nid = "b"\nregex = '''B[0-9]{4}'''\n[[rules]]\nid = "c"\nregex = '''C[0-9]{4}'''`
    const says = `[extend]\npath = "base.toml"\ndisabledRules = ["b"]\n[[rules]]\nid = "c"\nregex = '''c[0-9]{4}'''`
    const read: Read = (path) => (path === 'base.toml' ? base : undefined)
    expect(await found('.gitleaks.toml', says, 'acme=ABC12345 B1234 C1234 c1234', read)).toEqual([
      'gitleaks/acme-token ABC12345',
      'gitleaks/c c1234',
    ])
  })

  test('what holds for everything is handed on', () => {
    const says = '[allowlist]\npaths = ["^vendor/"]\ncommits = ["ABCDEF0123"]\nstopwords = ["a.b"]'
    expect(readRuleFile({ uri: '.gitleaks.toml', text: says }, NOTHING).allow).toEqual([
      { path: '(?:^vendor/)' },
      { secret: '(?i)(?:(?:a\\.b))' },
      { commits: ['abcdef0123'] },
    ])
  })

  test.each([
    ['looking around', "[[rules]]\nid = 'x'\nregex = '''(?=a)b'''", /rule x: the pattern is not followed/],
    [
      'a group that is not there',
      "[[rules]]\nid = 'x'\nregex = 'a'\nsecretGroup = 3",
      /rule x: the pattern has no group 3/,
    ],
    [
      'a rule of gitleaks itself',
      '[[rules]]\nid = "aws-access-token"\ntags = ["a"]',
      /rule aws-access-token: it has neither/,
    ],
    ['a rule of ours turned off', '[extend]\nuseDefault = true\ndisabledRules = ["jwt"]', /rule jwt: disabledRules/],
    ['what nobody knows', "[[rules]]\nid = 'x'\nregex = 'a'\nnews = 1", /rule x: news/],
    ['no TOML', '[[rules', /it is not followed/],
    ['a file that is not there', '[extend]\npath = "x.toml"', /x\.toml is not in the repository/],
  ])('%s is told', (_, text, expected) => {
    const told = followRuleFile({ uri: '.gitleaks.toml', text }, NOTHING).notifications.map(({ message }) => message)
    expect(told).toEqual([expect.stringMatching(expected)])
  })
})

describe('betterleaks', () => {
  const rule = (filter: string) => `[[rules]]\nid = "t"\nregex = '''tok_[a-z0-9_]{6,}'''\nfilter = '''${filter}'''\n`

  test.each([
    ['filter.entropy(finding["secret"]) <= 3.0', 'tok_aaaaaa tok_qwhjkz8', ['tok_qwhjkz8']],
    ['filter.containsAny(finding["secret"], ["_mock_", "x.y"])', 'tok_1_mock_2 tok_xzyzzz', ['tok_xzyzzz']],
    ['filter.matchesAny(attributes[?"path"].orValue(""), [r""".txt$"""])', 'tok_qwhjkz8', []],
    [
      '(finding["secret"] == "tok_abcdef" || filter.containsAny(finding["line"], ["no"]))',
      'tok_abcdef\ntok_ghijkl no\ntok_mxpqrs',
      ['tok_mxpqrs'],
    ],
    [
      'filter.matchesAny(finding["secret"], ["^tok_a"]) && filter.matchesAny(attributes[?"path"].orValue(""), ["^b"])',
      'tok_abcdef',
      ['tok_abcdef'],
    ],
  ])('%s', async (filter, text, expected) => {
    expect(await found('.betterleaks.toml', rule(filter), text)).toEqual(expected.map((one) => `betterleaks/t ${one}`))
  })

  test('a part of a filter that is not followed is told, and the rest holds', async () => {
    const says = rule('filter.failsTokenEfficiency(finding["secret"]) || finding["secret"] == "tok_abcdef"')
    expect(await found('.betterleaks.toml', says, 'tok_abcdef tok_ghijkl')).toEqual(['betterleaks/t tok_ghijkl'])
    expect(readRuleFile({ uri: '.betterleaks.toml', text: says }, NOTHING).notFollowed).toEqual([
      { rule: 't', why: expect.stringContaining('failsTokenEfficiency') },
    ])
  })
})

describe('Kingfisher', () => {
  const says = `rules:
  - name: Acme key
    id: custom.acme.1
    pattern: |
      (?xi)
      \\b acme [ =:]+   # the name
      (?P<TOKEN> [a-z0-9]{8} )
      \\b
    min_entropy: 2
    confidence: high
    pattern_requirements:
      min_digits: 2
      ignore_if_contains: [test]
  - name: helper
    id: custom.acme.id
    pattern: id_[0-9]+
    visible: false
  - name: asks
    id: custom.ask
    pattern: ask_[0-9]+
    validation: { type: Http }
`

  test('spaced patterns, the group TOKEN, what is asked of the characters', async () => {
    const text = 'ACME = q1w2e3r4\nacme=abcdefg1\nacme=test1234\nask_1'
    expect(await found('rules/acme.yml', says, text)).toEqual([
      'kingfisher/custom.acme.1 q1w2e3r4',
      'kingfisher/custom.ask ask_1',
    ])
  })

  test('helpers and trying out are told', () => {
    const { notFollowed } = readRuleFile({ uri: 'a.yml', text: says }, NOTHING)
    expect(notFollowed.map(({ rule }) => rule)).toEqual(['custom.acme.id', 'custom.ask'])
  })
})

test('git-secrets: patterns, what is allowed, and providers that show a file', async () => {
  const says = `[core]
\tpatterns = not me
[secrets]
\tproviders = git secrets --aws-provider
\tproviders = cat conf/patterns.txt
\tproviders = curl https://acme.io
\tpatterns = "key-[0-9]{4}" # a comment
\tallowed = sample$
\tpatterns = (?<=a)b
`
  const read: Read = (path) => (path === 'conf/patterns.txt' ? '# ours\nsesame[0-9]+\n' : undefined)
  expect(await found('.git/config', says, 'not me\nkey-1234\nkey-5678 sample\nsesame1', read)).toEqual([
    'git-secrets/pattern-1 key-1234',
    'git-secrets/pattern-3 sesame1',
  ])
  const { notFollowed } = readRuleFile({ uri: '.git/config', text: says }, read)
  expect(notFollowed.map(({ why }) => why)).toEqual([
    expect.stringContaining('--own-credentials'),
    expect.stringContaining('curl'),
    expect.stringContaining('not followed'),
  ])
})
