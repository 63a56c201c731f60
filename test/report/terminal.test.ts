import { describe, expect, test } from 'vitest'
import type { Finding, Report } from '../../src/core/finding.ts'
import { renderTerminal, type TerminalOptions } from '../../src/report/terminal/terminal.ts'
import { displayWidth } from '../../src/report/width.ts'
import { expectGolden } from './golden.ts'
import { BROKEN, EMPTY, finding, HOSTILE, huge, place, RICH } from './sample.ts'

const withFindings = (...findings: Finding[]): Report => ({ ...EMPTY, verdict: 'block', reason: 'r', findings })
const linesOf = (over: Partial<Finding>, options?: TerminalOptions) =>
  renderTerminal(withFindings(finding(over)), options).split('\n')

test('a pull request with a bit of everything', () => {
  expectGolden('rich.terminal.txt', renderTerminal(RICH))
})

test('the same in colour', () => {
  expectGolden('rich.colour.txt', renderTerminal(RICH, { colour: true, all: true }).replaceAll('\u001b', '␛'))
})

test('the same for a console without Unicode', () => {
  const text = renderTerminal(RICH, { unicode: false })
  expectGolden('rich.ascii.txt', text)
  expect(text).toMatch(/^[\n\x20-\x7e]*$/)
})

test('empty and broken reports', () => {
  expectGolden('empty.terminal.txt', renderTerminal(EMPTY))
  expectGolden('broken.terminal.txt', renderTerminal(BROKEN))
})

test('hostile names', () => {
  const text = renderTerminal(HOSTILE, { all: true })
  expectGolden('hostile.terminal.txt', text)
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
  expect(text).not.toMatch(/^\s*::/m)
  expect(text).not.toContain('##[')
})

test('no colour unless asked for, and the same words with it', () => {
  const colour = renderTerminal(RICH, { colour: true })
  expect(renderTerminal(RICH)).not.toContain('\u001b')
  expect(colour).toContain('\u001b[')
  const words = (text: string) => text.replace(/\u001b\[[\d;]*m/g, '').match(/[A-Za-z]+/g)
  expect(words(colour)).toEqual(words(renderTerminal(RICH)))
})

describe('the caret', () => {
  /** The text above the carets, by terminal cells. */
  function pointedAt(lines: string[]): string {
    const at = lines.findIndex((line) => /│ *━+$/.test(line))
    const carets = lines[at]!
    const from = displayWidth(carets.slice(0, carets.indexOf('━')))
    const to = displayWidth(carets)
    let column = 0
    let text = ''
    for (const character of lines[at - 1]!) {
      if (column >= from && column < to) text += character
      column += displayWidth(character)
    }
    return text
  }

  const pointing = (line: string, word: string, options?: TerminalOptions) => {
    const start = line.indexOf(word) + 1
    return linesOf(
      { snippet: { startLine: 1, lines: [line] }, location: place('a.tf', 1, start, 1, start + word.length) },
      options,
    )
  }

  test.each([
    ['after tabs', '\t\tx\tsecret = 1'],
    ['after wide characters', '名前 = "東京" secret'],
    ['after emoji', '🔑🔑 secret'],
    ['after combining marks', 'e\u0301e\u0301 secret'],
    ['after control characters', '\u001b[31m\u0007 secret'],
    ['in a long line', `${'a '.repeat(400)}secret${' b'.repeat(400)}`],
    ['at the end of a long line', `${'a '.repeat(400)}secret`],
    ['in a very long line', `${'\t'.repeat(2_000_000)}secret${'x'.repeat(2_000_000)}`],
  ])('%s', (_, line) => {
    const lines = pointing(line, 'secret', { width: 80 })
    expect(pointedAt(lines)).toBe('secret')
    expect(Math.max(...lines.filter((each) => each.includes('│')).map(displayWidth))).toBeLessThanOrEqual(80)
  })

  test('a tab reaches to the next fourth column', () => {
    expect(pointing('a\tsecret', 'secret').join('\n')).toContain('│ a   secret')
  })

  test('a span longer than the room shows its beginning', () => {
    const lines = pointing(`x = ${'S'.repeat(5000)}`, 'S'.repeat(5000), { width: 80 })
    expect(pointedAt(lines)).toMatch(/^S{40,}$/)
  })

  test('a related place in sight is pointed at where it is', () => {
    const text = renderTerminal(RICH)
    expect(text).toMatch(/40 │ +"ec2:RunInstances",\n +│ +─{18} starts code under the passed role\n/)
    expect(text).not.toMatch(/also .*starts code/)
  })

  test('a region past the snippet shows no lines rather than wrong ones', () => {
    expect(linesOf({ location: place('a.tf', 99, 1, 99, 2) }).join('\n')).not.toContain('│')
  })
})

describe('how much is shown', () => {
  test('2,000 findings are capped, the worst shown, the rest counted', () => {
    const text = renderTerminal(huge(2_000))
    expect(text.match(/^\[CRITICAL\]/gm)).toHaveLength(50)
    expect(text).toContain('1,950 more findings are not shown (350 critical, 400 high')
    expect(renderTerminal(huge(200), { verbose: true }).match(/^\[[A-Z]+\]/gm)).toHaveLength(200)
  })

  test('what was there before and what is suppressed only with --all', () => {
    expect(renderTerminal(RICH)).toContain('1 at the base already, 1 suppressed; `--all` shows them')
    expect(renderTerminal(RICH)).not.toContain('infra/kms.tf')
    const all = renderTerminal(RICH, { all: true })
    expect(all).toContain('infra/kms.tf:1:1')
    expect(all).toContain('by keylatch:ignore: sealed off | until <March>')
  })

  test('a rule is explained once, everything again when verbose', () => {
    const two = withFindings(finding(), finding({ location: place('z.tf', 4, 1, 4, 2) }))
    expect(renderTerminal(two).match(/^ {2}why/gm)).toHaveLength(1)
    expect(renderTerminal(two, { verbose: true }).match(/^ {2}why/gm)).toHaveLength(2)
  })
})

test('a leaked credential says rotate, and where in the history it stands', () => {
  const lines = linesOf(
    { secret: true, commits: ['a'.repeat(40), 'b'.repeat(40), 'c'.repeat(40), 'd'.repeat(40), 'e'.repeat(40)] },
    { width: 110 },
  )
  expect(lines.join(' ').replace(/ +/g, ' ')).toContain(
    'rotate Revoke this credential and issue a new one. Deleting the line is not enough: it stays in the history, in commits aaaaaaa, bbbbbbb, ccccccc and 2 more.',
  )
})

test('a name of a megabyte does not fill the screen', () => {
  const text = linesOf({ message: `Role \`${'x'.repeat(1_000_000)}\` is wide open.` }).join('\n')
  expect(text.length).toBeLessThan(10_000)
})

test('a fix is a diff', () => {
  expect(renderTerminal(RICH)).toMatch(/diff +- {5}http_tokens = "optional"\n +\+ {5}http_tokens = "required"\n/)
})

test('says what to type next', () => {
  expect(renderTerminal(RICH)).toMatch(/next +`keylatch explain credentials\/aws-access-key`/)
  expect(renderTerminal(BROKEN)).toMatch(/next +mend what is named above/)
})

test('a way to more power is a line', () => {
  const path = ['role ci', 'iam:PassRole on every role', 'act as any role']
  const lines = linesOf({ properties: { path } }, { width: 110 })
  expect(lines).toContain('  path     role ci → iam:PassRole on every role → act as any role')
  expect(linesOf({ properties: { path } }, { width: 110, unicode: false }).join('\n')).toContain(
    'role ci -> iam:PassRole',
  )
})
