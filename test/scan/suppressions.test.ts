import { describe, expect, test } from 'vitest'
import { type Against, inlineSuppressions } from '../../src/scan/suppressions.ts'

const KEY = 'credentials/aws-access-key'
const RULES = new Set([
  KEY,
  'credentials/private-key',
  'credentials/github-token',
  'user-data/secret',
  'iam/admin',
  'iam/pass-any-role',
])

const read = (text: string, against?: Against) => inlineSuppressions({ uri: 'src/a.txt', text }, against, RULES)

/** The lines (from 1) on which a finding of the rule is silenced, when no base stands in the way. */
function silenced(text: string, ruleId = KEY): number[] {
  const { suppressionFor } = read(text)
  return text.split('\n').flatMap((_, index) => (suppressionFor(ruleId, [index + 1]) ? [index + 1] : []))
}

/** Written in two parts, so that this file suppresses nothing itself. */
const IGNORE = `keylatch${':ignore'}`

describe('keylatch:ignore', () => {
  test.each([
    ['shell', `export KEY=x # ${IGNORE} ${KEY} -- revoked`],
    ['C', `f(x) // ${IGNORE} ${KEY} -- revoked`],
    ['a block comment before code', `/* ${IGNORE} ${KEY} -- revoked */ const key = x`],
    ['HTML', `<b>x</b> <!-- ${IGNORE} ${KEY} -- revoked -->`],
    ['SQL', `select 'x' -- ${IGNORE} ${KEY} -- revoked`],
    ['INI', `key = x ; ${IGNORE} ${KEY} -- revoked\r`],
    ['a template', `key: x {# ${IGNORE} ${KEY} -- revoked #}`],
    ['several rules', `x # ${IGNORE} iam/admin, ${KEY} -- revoked`],
    ['a pack', `x # ${IGNORE} credentials/* -- revoked`],
    ['a dash that editors make', `x # ${IGNORE} ${KEY} — revoked`],
  ])('at the end of a line holds for that line: %s', (_, text) => {
    expect(silenced(`before\n${text}\nafter`)).toEqual([2])
    expect(silenced(`before\n${text}\nafter`, 'iam/pass-any-role')).toEqual([])
    expect(read(text).suppressionFor(KEY, [1])).toEqual({
      kind: 'inSource',
      mechanism: IGNORE,
      justification: 'revoked',
    })
  })

  test.each([
    ['#', `# ${IGNORE} ${KEY} -- revoked`],
    ['//', `   // ${IGNORE} ${KEY} -- revoked`],
    ['a block comment', `/* ${IGNORE} ${KEY} -- revoked */`],
    ['the middle of a block comment', ` * ${IGNORE} ${KEY} -- revoked`],
    ['HTML', `<!-- ${IGNORE} ${KEY} -- revoked -->`],
    ['batch files', `REM ${IGNORE} ${KEY} -- revoked`],
    ['a JSON member', `  "//": "${IGNORE} ${KEY} -- revoked",`],
  ])('alone on its line holds for the next line of code: %s', (_, comment) => {
    expect(silenced(`before\n${comment}\nkey = x\nafter`)).toEqual([3])
    expect(read(`${comment}\nkey = x`).suppressionFor(KEY, [2])?.justification).toBe('revoked')
  })

  test('alone on its line skips comments and blank lines, and holds for them too', () => {
    expect(silenced(`# ${IGNORE} ${KEY} -- revoked\n# more\n\nkey = x\nafter`)).toEqual([2, 3, 4])
  })

  test.each([
    ['no reason', `x # ${IGNORE} ${KEY}`, 'suppression-without-reason'],
    ['an empty reason', `x # ${IGNORE} ${KEY} -- `, 'suppression-without-reason'],
    ['dots for a reason', `x # ${IGNORE} ${KEY} -- ...`, 'suppression-without-reason'],
    ['a reason without dashes', `x # ${IGNORE} ${KEY} it is revoked`, 'suppression-without-reason'],
    ['no rule', `x # ${IGNORE}`, 'suppression-without-rule'],
    ['no rule but a reason', `x # ${IGNORE} -- revoked`, 'suppression-without-rule'],
    ['everything', `x # ${IGNORE} * -- revoked`, 'suppression-without-rule'],
    ['an unknown rule', `x # ${IGNORE} credentials/aws-acces-key -- revoked`, 'suppression-unknown-rule'],
  ])('with %s silences nothing and is told with its place', (_, text, id) => {
    const { notifications } = read(`first\n${text}`)
    expect(silenced(`first\n${text}`)).toEqual([])
    expect(notifications).toEqual([
      expect.objectContaining({
        id,
        level: 'warning',
        location: {
          uri: 'src/a.txt',
          region: expect.objectContaining({ startLine: 2, startColumn: text.indexOf(IGNORE) + 1 }),
        },
      }),
    ])
  })

  test('an unknown rule gets a hint, and the known one beside it counts', () => {
    const text = `x # ${IGNORE} credentials/aws-acces-key, iam/admin -- revoked`
    expect(read(text).notifications[0]?.message).toContain(`did you mean "${KEY}"?`)
    expect(silenced(text, 'iam/admin')).toEqual([1])
  })

  test.each([
    `Write \`${IGNORE} RULE -- reason\` at the end of the line.`,
    `## \`${IGNORE}\``,
    `The words ${IGNORE} iam/admin -- are explained below`,
  ])('prose is no comment: %j', (text) => {
    expect(silenced(text, 'iam/admin')).toEqual([])
    expect(read(text).notifications).toEqual([])
  })

  test('a secret that stands twice is silenced only when both places are', () => {
    const { suppressionFor } = read(`x # ${IGNORE} ${KEY} -- revoked\nx\nx # ${IGNORE} ${KEY} -- revoked`)
    expect(suppressionFor(KEY, [1, 3])).toBeDefined()
    expect(suppressionFor(KEY, [1, 2])).toBeUndefined()
    expect(suppressionFor(KEY, [2, 1])).toBeUndefined()
  })
})

describe('comments of other tools', () => {
  test.each([
    ['gitleaks:allow', `x # gitleaks${':allow'}`, [2]],
    ['trufflehog:ignore', `x // trufflehog${':ignore'}`, [2]],
    ['pragma: allowlist secret', `x # pragma${': allowlist secret'}`, [2]],
    ['pragma: whitelist secret', `x # pragma${':whitelist-secret'}`, [2]],
    ['pragma: allowlist nextline secret', `# pragma${': allowlist nextline secret'}`, [3]],
    ['secretlint-disable-line', `x // secretlint${'-disable-line'}`, [2]],
    ['secretlint-disable-next-line', `// secretlint${'-disable-next-line'}`, [3]],
    ['secretlint-disable', `// secretlint${'-disable'}`, [2, 3, 4]],
  ])('%s is understood and reported by its name', (mechanism, line, lines) => {
    const text = `before\n${line}\nnext\nlast`
    expect(silenced(text)).toEqual(lines)
    expect(silenced(text, 'iam/admin')).toEqual([])
    expect(read(text).suppressionFor(KEY, [lines[0]!])).toMatchObject({ kind: 'inSource', mechanism })
    expect(read(text).notifications).toEqual([])
  })

  test('those of secret scanners hold for secrets in user-data too, those of secretlint for credentials only', () => {
    expect(silenced(`x # gitleaks${':allow'}`, 'user-data/secret')).toEqual([1])
    expect(silenced(`x # secretlint${'-disable-line'}`, 'user-data/secret')).toEqual([])
  })

  test('secretlint: a range ends where it is enabled again, rules can be named, and reasons are kept', () => {
    const [disable, enable] = [`secretlint${'-disable'}`, `secretlint${'-enable'}`]
    expect(silenced(`a\n/* ${disable} */\nb\n/* ${enable} */\nc`)).toEqual([2, 3])
    const named = `/* ${disable} @secretlint/secretlint-rule-github -- a sample */\nx`
    expect(silenced(named)).toEqual([])
    expect(silenced(named, 'credentials/github-token')).toEqual([1, 2])
    expect(read(named).suppressionFor('credentials/github-token', [2])?.justification).toBe('a sample')
    expect(silenced(`// ${disable} @secretlint/secretlint-rule-privatekey\nx`, 'credentials/private-key')).toEqual([
      1, 2,
    ])
    const both = `// ${disable}\n// ${disable} @secretlint/secretlint-rule-github\nx\n// ${enable} @secretlint/secretlint-rule-github\ny`
    expect(silenced(both)).toEqual([1, 2, 3, 4, 5])
    expect(
      silenced(
        `// ${disable} @secretlint/secretlint-rule-github\nx\n// ${enable} @secretlint/secretlint-rule-aws\ny`,
        'credentials/github-token',
      ),
    ).toEqual([1, 2, 3, 4])
  })

  test.each(['# checkov:skip=CKV_AWS_20:reason', '# tfsec:ignore:aws-s3', '# nosec', '# noqa: S105', '# nosemgrep'])(
    '%s is not ours to follow',
    (comment) => {
      for (const rule of RULES) expect(silenced(`x ${comment}`, rule)).toEqual([])
    },
  )
})

describe('in a pull request', () => {
  const comment = `# ${IGNORE} ${KEY} -- revoked`
  const against = (base: string | undefined): Against => ({
    base: base === undefined ? undefined : { uri: 'src/old.txt', text: base },
    counts: 'base',
  })
  const silencedIn = (head: string, base: string | undefined) => {
    const { suppressionFor } = read(head, against(base))
    return head.split('\n').flatMap((_, index) => (suppressionFor(KEY, [index + 1]) ? [index + 1] : []))
  }

  test('a comment that stands at the base counts, also when it moved or was indented', () => {
    const base = `key = x  ${comment}`
    expect(silencedIn(base, base)).toEqual([1])
    expect(silencedIn(`new\n\n\tkey  =  x ${comment}\r\n`, base)).toEqual([3])
    expect(read(`new\n${base}`, against(base)).added).toEqual([])
    expect(silencedIn(`a\n${comment}\nkey = x`, `${comment}\nkey = x`)).toEqual([3])
  })

  test('a comment that the pull request brings does not count and is listed', () => {
    const head = `first\nkey = x ${comment}`
    expect(silencedIn(head, 'first\nkey = x')).toEqual([])
    expect(silencedIn(head, undefined)).toEqual([])
    expect(read(head, against('first')).added).toEqual([
      `src/a.txt:2: comment added, not counted before the merge: ${IGNORE} ${KEY} -- revoked`,
    ])
  })

  test('unless the configuration says that it does; it is listed all the same', () => {
    const { suppressionFor, added } = read(`key = x ${comment}`, { base: undefined, counts: 'head' })
    expect(suppressionFor(KEY, [1])).toBeDefined()
    expect(added).toEqual([`src/a.txt:1: comment added: ${IGNORE} ${KEY} -- revoked`])
  })

  test('a known comment does not guard a new secret on its line, nor below it', () => {
    expect(silencedIn(`key = y ${comment}`, `key = x ${comment}`)).toEqual([])
    expect(silencedIn(`${comment}\nkey = y`, `${comment}\nkey = x`)).toEqual([])
    expect(read(`${comment}\nkey = y`, against(`${comment}\nkey = x`)).added).toHaveLength(1)
  })

  test('a known comment does not guard new lines of a secret that begins under it', () => {
    const key = (body: string) => `${comment}\nheader\n${body}\nfooter`
    const { suppressionFor } = read(key('real'), against(key('dummy')))
    expect(suppressionFor(KEY, [2], [2, 3, 4])).toBeUndefined()
    expect(read(key('dummy'), against(key('dummy'))).suppressionFor(KEY, [2], [2, 3, 4])).toBeDefined()
  })

  test('another reason or another rule makes it another comment', () => {
    expect(silencedIn(`key = x ${comment} long ago`, `key = x ${comment}`)).toEqual([])
    expect(silencedIn(`key = x # ${IGNORE} credentials/* -- revoked`, `key = x ${comment}`)).toEqual([])
    expect(silencedIn(`# ${IGNORE} credentials/* -- revoked\nkey = x`, `${comment}\nkey = x`)).toEqual([])
    expect(silencedIn(`${comment} long ago\nkey = x`, `${comment}\nkey = x`)).toEqual([])
  })

  test('a copy of a guarded line is not known', () => {
    const line = `key = x ${comment}`
    expect(silencedIn(`${line}\n${line}`, line)).toEqual([])
    expect(silencedIn(`${line}\n${line}`, `${line}\n${line}`)).toEqual([1, 2])
    expect(read(`${line}\n${line}`, against(line)).added).not.toEqual([])
  })

  test('a range that is open at the base guards the lines that stood in it, not new ones', () => {
    const disable = `// secretlint${'-disable'}`
    expect(silencedIn(`${disable}\nold\nnew`, `${disable}\nold`)).toEqual([1, 2])
    expect(read(`${disable}\nold\nnew`, against(`${disable}\nold`)).added).toEqual([])
    expect(silencedIn(`${disable}\nold`, 'old')).toEqual([])
    expect(read(`${disable}\nold`, against('old')).added).toEqual([
      `src/a.txt:1: comment added, not counted before the merge: secretlint${'-disable'} credentials/*`,
    ])
  })

  test('many new comments are listed briefly', () => {
    const { added } = read(`x ${comment}\n`.repeat(100), against(''))
    expect(added).toHaveLength(21)
    expect(added.at(-1)).toBe('src/a.txt: 80 more comments added')
  })
})

describe('hostile files', () => {
  test('are read without delay, and what is not counted is said', () => {
    const line = `x # ${IGNORE} ${KEY} -- revoked`
    const { suppressionFor, notifications } = read(`${line}\n`.repeat(50_000), { base: undefined, counts: 'base' })
    expect(suppressionFor(KEY, [1])).toBeUndefined()
    expect(notifications).toEqual([expect.objectContaining({ id: 'too-many-suppressions' })])
  })

  test('one line of megabytes, half-open ranges, and nothing but blanks', () => {
    expect(silenced(`${'x '.repeat(1_000_000)}# ${IGNORE} ${KEY} -- revoked`)).toEqual([1])
    expect(silenced(`${`secretlint${'-disable'} `.repeat(100_000)}`)).toEqual([1])
    expect(silenced(`${' '.repeat(500_000)}gitleaks${':allow'} `.repeat(3))).toEqual([1])
    const ranges = Array.from(
      { length: 500 },
      (_, index) => `// secretlint${'-disable'} @secretlint/secretlint-rule-r${index}`,
    )
    expect(read(ranges.join('\n')).notifications.length).toBeGreaterThan(0)
  })

  test('text of a comment cannot forge lines of the report', () => {
    const text = `x # ${IGNORE} ${KEY} -- revoked\u001b[2K\u2028::error::x`
    expect(read(text, { base: undefined, counts: 'base' }).added[0]).not.toMatch(/[\p{Cc}\u2028]/u)
  })
})
