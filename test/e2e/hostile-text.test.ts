import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FORMATS } from '../../src/report/index.ts'
import { type ActionOutcome, action, keylatch, type Outcome } from '../support/dist.ts'
import { Repository } from '../support/repository.ts'
import { pullRequest } from './support/events.ts'
import { masked, pair } from './support/keys.ts'
import { type ObeyedCommand, obeyed } from './support/runner-log.ts'

/** File names, lines, commit messages and configuration that try to speak to the runner, the terminal and the browser. */
const ESC = '\x1b'
const PAYLOADS = [
  '::error::INJECTED',
  '  ::set-output name=verdict::INJECTED',
  '::stop-commands::INJECTED',
  '::add-mask::INJECTED',
  '##[error]INJECTED',
  '##[add-path]INJECTED',
  `${ESC}[2J${ESC}]0;INJECTED\x07${ESC}]8;;http://evil.example\x07INJECTED${ESC}]8;;\x07`,
  'x\r::error::INJECTED',
  '\u2028::error::INJECTED',
  '</details></code></pre><script>INJECTED()</script><img src=x onerror=INJECTED()>',
  '![INJECTED](http://evil.example/x.png) [INJECTED](javascript:alert(1)) @octocat #1',
  '````\n# INJECTED\n::error::INJECTED\n````',
  '\u202eDETCEJNI\u202c',
  '%0A::error::INJECTED',
]
const NAMES: Record<string, string> = {
  command: '::error::INJECTED.ini',
  newline: 'a\n::error::INJECTED.ini',
  return: 'a\r::warning file=x::INJECTED.ini',
  old: '##[error]INJECTED.ini',
  ansi: `${ESC}[31mred${ESC}]0;INJECTED\x07.ini`,
  html: '<img src=x onerror=INJECTED()>.ini',
  markdown: '![x](http:INJECTED) | `@octocat`.ini',
  percent: '%0A%3A::error::INJECTED,line=1.ini',
  properties: 'x,title=INJECTED,line=1::INJECTED.ini',
  direction: '\u202eini.\u2066INJECTED.ini',
  option: '--output=INJECTED.ini',
  pathspec: ':(exclude)*.ini',
  quote: '"\'\\$(INJECTED)`INJECTED`.ini',
  folder: '::error::INJECTED folder/::error::INJECTED.ini',
}

const repository = new Repository()
let base: string
let head: string
let run: ActionOutcome
const outputs = new Map<string, Outcome>()

beforeAll(async () => {
  base = repository.commit('base', { 'README.md': '# shop\n' })
  const around = PAYLOADS.map((payload) => `# ${payload}\n${payload}\n`).join('')
  for (const [tag, name] of Object.entries(NAMES)) repository.write({ [name]: `${around}${pair(tag)}${around}` })
  // A name that is no UTF-8.
  mkdirSync(join(repository.root, 'bytes'))
  writeFileSync(
    Buffer.concat([Buffer.from(`${repository.root}/bytes/`), Buffer.from([0xff, 0xfe, 0x0a])]),
    pair('bytes'),
  )
  repository.write({
    '.keylatch.yml': `fail-on: never\nallow:\n  - rule: credentials/*\n    path: "**"\n    reason: "::error::INJECTED\\n::error::INJECTED <script>"\n`,
    'ignored.ini': `# keylatch:ignore credentials/aws-access-key -- ::error::INJECTED <script>INJECTED()</script>\n${pair('ignored')}`,
    'main.tf': `resource "aws_instance" "x" {\n  user_data = <<-EOF\n    ::error::INJECTED\n    export DB_PASSWORD='Pa55::error::INJECTED<script>'\n  EOF\n}\n`,
  })
  head = repository.commit(`::error::INJECTED\n\n${around}\n${pair('message')}`)
  ;[run] = await Promise.all([
    action(repository.root, pullRequest(base, head)),
    ...FORMATS.map(async (format) =>
      outputs.set(format, await keylatch(['scan', '--base', base, '--all', '-f', format], { cwd: repository.root })),
    ),
  ])
}, 120_000)

afterAll(() => repository.dispose())

/** Annotations that Keylatch made: they have a title of ours, and begin with what we say. */
function isOurs({ name, properties, data }: ObeyedCommand): boolean {
  const titled =
    /^(?:Keylatch: |.* \((?:credentials|user-data|iam|workflow|network|data|audit|container|scan)\/[a-z0-9-]+\)$)/.test(
      properties.title ?? '',
    )
  return ['error', 'warning', 'notice'].includes(name) && titled && !/^\W*INJECTED/.test(data)
}

/** Text in which colour is the only thing that is not to be read. */
function expectPlain(text: string): void {
  const rest = text
    .replace(/\x1b\[[0-9;]*m/g, '')
    .replace(/[^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '')
  expect(JSON.stringify(rest)).toBe('""')
}

describe('the log of the step', () => {
  test('holds no command but our annotations, each about its own finding', () => {
    const commands = obeyed(run.stdout + run.stderr)
    expect(commands.filter((command) => !isOurs(command))).toEqual([])
    expect(commands.filter(({ name }) => name === 'error')).toHaveLength(10)
    expect(Object.keys(run.outputs).sort()).toEqual([
      'blocking-findings',
      'findings',
      'new-findings',
      'report-file',
      'verdict',
    ])
  })

  test('holds nothing that moves the cursor or hides text', () => expectPlain(run.stdout + run.stderr))

  test('is blocked by every one of the keys', () => {
    expect(run).toMatchObject({ exitCode: 1, stderr: '', outputs: { verdict: 'block' } })
    for (const [tag, name] of Object.entries(NAMES)) {
      const findings = run.report.findings.filter(({ message }) => message.includes(masked(tag)))
      expect(findings).toMatchObject([{ location: { uri: name }, blocking: true }])
    }
    for (const tag of ['bytes', 'ignored', 'message']) {
      expect(run.report.findings.filter(({ message }) => message.includes(masked(tag)))).toMatchObject([
        { blocking: true },
      ])
    }
  })
})

test('the job summary has no HTML, image, link or mention but ours', () => {
  // In code blocks and in code nothing is a tag; those are taken out first.
  const text = withoutCode(run.summary)
  expect(text).not.toMatch(/(?<!\\)<(?!\/?(?:details|summary|sub|br)>|https?:)/)
  expect(text).not.toMatch(/(?<!\\)!\[|\]\((?!https:\/\/)/)
  expect(text).not.toMatch(/(?<![\w\\])@(?!\u200b)\w/)
  expect(text).toContain('<details>')
  expectPlain(run.summary)
  expect(obeyed(run.summary)).toEqual([])
})

describe.each(FORMATS)('--format %s', (format) => {
  test('gives the runner no orders and the terminal none', () => {
    const { stdout, stderr, exitCode } = outputs.get(format)!
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 1 })
    const commands = obeyed(stdout)
    expect(commands.filter((command) => !isOurs(command))).toEqual([])
    expect(commands.length > 0).toBe(format === 'github')
    expectPlain(stdout)
  })
})

test('JSON and SARIF hold the names as they are', () => {
  const json = JSON.parse(outputs.get('json')!.stdout)
  const sarif = JSON.parse(outputs.get('sarif')!.stdout)
  const uris = json.findings.map(({ location }: { location: { uri: string } }) => location.uri)
  expect(uris).toEqual(expect.arrayContaining(Object.values(NAMES)))
  expect(JSON.stringify(sarif)).toContain(
    encodeURIComponent(NAMES.html!).replace(/[()]/g, (c) => `%${c.charCodeAt(0).toString(16)}`),
  )
})

test('the HTML report has no element or script of theirs', () => {
  const { stdout } = outputs.get('html')!
  const [own, ...more] = stdout.match(/<script\b[^>]*>[\s\S]*?<\/script>/gi) ?? []
  expect(more).toEqual([])
  expect(own).not.toContain('INJECTED')
  expect(stdout.replace(own ?? '', '')).not.toMatch(/<(?:img|script|iframe|a[^>]+javascript:)/i)
  expect(stdout).toContain('&lt;img src=x onerror=INJECTED()&gt;.ini')
})

function withoutCode(markdown: string): string {
  return markdown.replace(/^(`{3,})[^\n]*\n[\s\S]*?\n\1$/gm, '').replace(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '')
}
