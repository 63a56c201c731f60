import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMMANDS as ALL } from '../../src/cli/commands.ts'
import type { Report } from '../../src/core/finding.ts'
import { FORMATS } from '../../src/report/index.ts'
import { DIST, keylatch, type Outcome } from '../support/dist.ts'
import { Repository } from '../support/repository.ts'
import { masked, pair } from './support/keys.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'keylatch-test-cli-')))
const repository = new Repository()
afterAll(() => {
  repository.dispose()
  rmSync(folder, { recursive: true, force: true })
})

const COMMANDS = ALL.map(({ name }) => name)
const TAGS = ['old', 'leak', 'gone', 'nested', 'staged', 'untracked', 'ignored', 'stdin']
const found = (text: string) => TAGS.filter((tag) => text.includes(masked(tag)))
const inRepository = (...words: string[]) => keylatch(words, { cwd: repository.root })

/** Runs many at once, each under its name. */
function outcomesOf(cases: Readonly<Record<string, () => Promise<Outcome>>>): Map<string, Outcome> {
  const outcomes = new Map<string, Outcome>()
  beforeAll(async () => {
    await Promise.all(Object.entries(cases).map(async ([name, run]) => outcomes.set(name, await run())))
  }, 120_000)
  return outcomes
}

beforeAll(() => {
  repository.commit('base', { 'README.md': '# shop\n', 'old.ini': pair('old'), '.gitignore': 'ignored.ini\n' })
  repository.git('checkout', '-q', '-b', 'feature')
  repository.commit('leak', { 'leak.ini': pair('leak'), 'gone.ini': pair('gone') })
  repository.remove('gone.ini').commit('take one out', { 'deep/er/nested.ini': pair('nested') })
  repository.write({ 'staged.ini': pair('staged') }).git('add', 'staged.ini')
  repository.write({ 'staged.ini': 'gone again from the working tree\n' })
  repository.write({ 'untracked.ini': pair('untracked'), 'ignored.ini': pair('ignored') })
  mkdirSync(join(folder, 'plain'))
  cpSync(repository.root, join(folder, 'plain'), { recursive: true, filter: (path) => !path.endsWith('.git') })
  mkdirSync(join(folder, 'empty'))
  mkdirSync(join(folder, 'clean'))
  writeFileSync(join(folder, 'clean/README.md'), '# nothing here\n')
})

describe('what is scanned', () => {
  const cases: Record<string, readonly [run: () => Promise<Outcome>, keys: readonly string[]]> = {
    scan: [() => inRepository('scan'), ['old', 'leak', 'nested', 'untracked']],
    'scan, from a folder of it': [() => keylatch(['scan'], { cwd: join(repository.root, 'deep') }), ['nested']],
    'scan PATH': [() => inRepository('scan', 'deep'), ['nested']],
    'scan PATH, a file': [() => inRepository('scan', 'deep/er/nested.ini'), ['nested']],
    'scan PATH, elsewhere': [() => keylatch(['scan', repository.root]), ['old', 'leak', 'nested', 'untracked']],
    'scan PATH, without git': [() => keylatch(['scan', join(folder, 'plain')]), ['old', 'leak', 'nested', 'untracked']],
    'scan --staged': [() => inRepository('scan', '--staged'), ['staged']],
    'scan --base': [() => inRepository('scan', '--base', 'main'), ['leak', 'gone', 'nested']],
    'scan --base --all': [() => inRepository('scan', '--base', 'main', '--all'), ['leak', 'gone', 'nested']],
    'scan --base --head': [() => inRepository('scan', '--base', 'main', '--head', 'HEAD~1'), ['leak', 'gone']],
    'scan --base=': [() => inRepository('scan', '--base=main', '--head=HEAD~1'), ['leak', 'gone']],
    'scan --history': [() => inRepository('scan', '--history'), ['old', 'leak', 'gone', 'nested', 'untracked']],
    'scan --stdin': [() => keylatch(['scan', '--stdin'], { input: pair('stdin') }), ['stdin']],
    'scan --path': [
      () => inRepository('scan', '--path', '*.ini', '--path', 'deep'),
      ['old', 'leak', 'nested', 'untracked'],
    ],
    'scan --paths-ignore': [() => inRepository('scan', '--paths-ignore', '*.ini'), ['nested']],
  }
  const outcomes = outcomesOf(Object.fromEntries(Object.entries(cases).map(([name, [run]]) => [name, run])))

  test.each(Object.entries(cases))('keylatch %s', (name, [, keys]) => {
    const { exitCode, stdout, stderr } = outcomes.get(name)!
    expect({ exitCode, stderr, found: found(stdout) }).toEqual({ exitCode: 1, stderr: '', found: keys })
  })
})

describe('what is said', () => {
  const outcomes = outcomesOf({
    plain: () => keylatch(['scan'], { cwd: repository.root, env: { NO_COLOR: '' } }),
    forced: () => keylatch(['scan'], { cwd: repository.root, env: { NO_COLOR: '', FORCE_COLOR: '1' } }),
    refused: () => keylatch(['scan'], { cwd: repository.root, env: { NO_COLOR: '1', FORCE_COLOR: '1' } }),
    flag: () => keylatch(['scan', '--no-color'], { cwd: repository.root, env: { NO_COLOR: '', FORCE_COLOR: '1' } }),
    clean: () => keylatch(['scan'], { cwd: join(folder, 'clean') }),
    quiet: () => keylatch(['scan', '-q'], { cwd: join(folder, 'clean') }),
    'quiet, blocked': () => inRepository('scan', '--quiet'),
    never: () => inRepository('scan', '--fail-on', 'never'),
    named: () => keylatch(['scan', '--stdin', '--stdin-name', 'ci/deploy.env'], { input: pair('stdin') }),
    version: () => keylatch(['--version']),
    rules: () => keylatch(['rules']),
    'rules, json': () => keylatch(['rules', '-f', 'json']),
    explain: () => keylatch(['explain', 'credentials/aws-access-key']),
  })
  const ESC = '\x1b['

  test('colour only where it is asked for', () => {
    expect(outcomes.get('plain')!.stdout).not.toContain(ESC)
    expect(outcomes.get('forced')!.stdout).toContain(ESC)
    expect(outcomes.get('refused')!.stdout).not.toContain(ESC)
    expect(outcomes.get('flag')!.stdout).not.toContain(ESC)
  })

  test('what is clean, in words or in none', () => {
    expect(outcomes.get('clean')).toMatchObject({ exitCode: 0, stderr: '', stdout: expect.stringMatching(/PASSED/i) })
    expect(outcomes.get('quiet')).toEqual({ exitCode: 0, stderr: '', stdout: '' })
    expect(outcomes.get('quiet, blocked')).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining(masked('leak')),
    })
  })

  test('--fail-on never reports and passes', () => {
    expect(outcomes.get('never')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(masked('leak')) })
  })

  test('--stdin-name is the place', () => expect(outcomes.get('named')!.stdout).toContain('ci/deploy.env:1'))

  test('version, rules, explain', () => {
    expect(outcomes.get('version')!.stdout).toMatch(/^keylatch \d+\.\d+\.\d+\n$/)
    expect(outcomes.get('rules')!.stdout).toMatch(/credentials\/aws-access-key +critical/)
    const ids = JSON.parse(outcomes.get('rules, json')!.stdout).map(({ id }: { id: string }) => id)
    expect(outcomes.get('rules')!.stdout).toContain(`${ids.length} rules`)
    expect(outcomes.get('explain')!.stdout).toContain('keylatch:ignore credentials/aws-access-key -- ')
    for (const name of ['version', 'rules', 'rules, json', 'explain']) {
      expect(outcomes.get(name)).toMatchObject({ exitCode: 0, stderr: '' })
    }
  })
})

describe('--output', () => {
  const outcomes = outcomesOf(
    Object.fromEntries(
      FORMATS.map((format) => [
        format,
        () => inRepository('scan', '-f', format, '-o', join(folder, 'out', `report.${format}`)),
      ]),
    ),
  )
  const BEGINS: Record<string, RegExp> = {
    terminal: /^[━┏]/,
    json: /^\{/,
    sarif: /^\{/,
    github: /^::error /,
    markdown: /^## /,
    html: /^<!doctype html>/i,
    gitlab: /^\[/,
    junit: /^<\?xml /,
  }

  test.each(FORMATS)('%s: the file holds it, standard output nothing', (format) => {
    const { exitCode, stdout, stderr } = outcomes.get(format)!
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toMatch(/^(passed|blocked): .+; the report is in .+\n$/)
    const text = readFileSync(join(folder, 'out', `report.${format}`), 'utf8')
    expect(text).toMatch(BEGINS[format] ?? /^\S/)
    expect(text.length).toBeGreaterThan(500)
    expect(readdirSync(join(folder, 'out')).filter((name) => name.includes('partial'))).toEqual([])
  })
})

describe('what is left alone', () => {
  const root = join(folder, 'suppressed')
  const report = async (...words: string[]) => {
    const outcome = await keylatch(['scan', '-f', 'json', ...words], { cwd: root })
    return { ...outcome, report: JSON.parse(outcome.stdout) as Report }
  }
  beforeAll(() => {
    mkdirSync(root)
    writeFileSync(join(root, 'known.ini'), pair('known'))
    writeFileSync(
      join(root, 'leak.ini'),
      `# keylatch:ignore credentials/aws-access-key -- of the tests\n${pair('leak')}`,
    )
  })

  test('a baseline covers what there was, and only that, and says when an entry stands for nothing any more', async () => {
    const made = await keylatch(['baseline'], { cwd: root })
    expect(made).toMatchObject({
      exitCode: 0,
      stderr: '',
      stdout: expect.stringMatching(/^1 finding written to \.keylatch-baseline\.json/),
    })
    expect(made.stdout).toContain('name it in .keylatch.yml:\n\n  baseline: .keylatch-baseline.json\n')
    const covered = await report('--baseline', '.keylatch-baseline.json')
    expect(covered.exitCode).toBe(0)
    expect(covered.report.findings.map(({ suppression }) => suppression?.mechanism).sort()).toEqual([
      'baseline',
      'keylatch:ignore',
    ])
    writeFileSync(join(root, 'new.ini'), pair('new'))
    const more = await report('--baseline', '.keylatch-baseline.json')
    expect(more.exitCode).toBe(1)
    expect(more.report.findings.filter(({ blocking }) => blocking)).toMatchObject([{ location: { uri: 'new.ini' } }])
    rmSync(join(root, 'known.ini'))
    rmSync(join(root, 'new.ini'))
    const stale = await report('--baseline', '.keylatch-baseline.json')
    expect(stale.exitCode).toBe(0)
    expect(JSON.stringify(stale.report.notifications)).toContain('.keylatch-baseline.json')
  }, 60_000)

  test('a baseline is made where the configuration names it already, and made again says what changed', async () => {
    const named = join(folder, 'named')
    mkdirSync(named)
    writeFileSync(join(named, '.keylatch.yml'), 'baseline: .keylatch-baseline.json\n')
    writeFileSync(join(named, 'a.ini'), pair('a'))
    writeFileSync(join(named, 'b.ini'), pair('b'))
    const made = async (...words: string[]) => (await keylatch(['baseline', ...words], { cwd: named })).stdout
    expect(await made()).toBe('2 findings written to .keylatch-baseline.json.\n')
    expect(await made('--path', 'a.ini')).toBe('2 findings written to .keylatch-baseline.json, the same as before.\n')
    rmSync(join(named, 'b.ini'))
    expect(await made()).toBe('1 finding written to .keylatch-baseline.json (0 new, 1 gone).\n')
    expect(await made('-o', '../elsewhere.json')).toContain('keylatch scan --baseline ../elsewhere.json')
  }, 60_000)

  test('a comment without a reason silences nothing, and that is said', async () => {
    const lone = join(folder, 'reasonless')
    mkdirSync(lone)
    writeFileSync(join(lone, 'leak.ini'), `# keylatch:ignore credentials/aws-access-key\n${pair('leak')}`)
    const { exitCode, stdout } = await keylatch(['scan'], { cwd: lone })
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/leak\.ini:1.*reason|reason.*leak\.ini:1/s)
  })

  test('a configuration of the folder, and one that is named', async () => {
    const configured = join(folder, 'configured')
    mkdirSync(configured)
    writeFileSync(join(configured, 'leak.ini'), pair('leak'))
    writeFileSync(join(configured, '.keylatch.yml'), 'rules:\n  credentials/aws-access-key: low\n')
    writeFileSync(join(configured, 'other.yml'), 'fail-on: low\nrules:\n  credentials/aws-access-key: low\n')
    const [own, other] = await Promise.all([
      keylatch(['scan'], { cwd: configured }),
      keylatch(['scan', '--config', 'other.yml'], { cwd: configured }),
    ])
    expect(own).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('LOW') })
    expect(other).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('LOW') })
  })
})

describe('help', () => {
  const outcomes = outcomesOf({
    '': () => keylatch([]),
    '--help': () => keylatch(['--help']),
    ...Object.fromEntries(COMMANDS.map((name) => [name, () => keylatch([name, '--help'])])),
    'help scan': () => keylatch(['help', 'scan']),
    'scan -h': () => keylatch(['scan', '-h']),
  })

  test.each(['', '--help'])('keylatch %s lists every command', (name) => {
    const { exitCode, stdout, stderr } = outcomes.get(name)!
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command}\\b`, 'm'))
  })

  test.each(COMMANDS)('keylatch %s --help has a usage, options and examples', (name) => {
    const { exitCode, stdout, stderr } = outcomes.get(name)!
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toMatch(
      new RegExp(`Usage: keylatch ${name}[\\s\\S]*Options:[\\s\\S]*--help[\\s\\S]*Examples:\\n +keylatch `),
    )
  })

  test('help in other words is the same', () => {
    expect(outcomes.get('help scan')).toEqual(outcomes.get('scan'))
    expect(outcomes.get('scan -h')).toEqual(outcomes.get('scan'))
  })
})

describe('what cannot be done is exit code 2 and one line', () => {
  const CASES: Record<string, readonly [words: readonly string[], line: RegExp]> = {
    'a command that is none': [['scna'], /unknown command 'scna'; did you mean "scan"\?/],
    'a flag that is none': [['scan', '--bsae', 'main'], /unknown option --bsae; did you mean "--base"\?/],
    'a short flag that is none': [['scan', '-z'], /unknown option -z/],
    'a flag without its value': [['scan', '--base'], /--base needs a value/],
    'a flag whose value is a flag': [['scan', '--base', '--all'], /--base needs a value/],
    'a value where none belongs': [['scan', '--staged=yes'], /--staged takes no value/],
    'two paths': [['scan', 'a', 'b'], /what is 'b'\?/],
    'two scopes': [['scan', '--staged', '--history'], /--staged and --history do not go together/],
    'a head without a base': [['scan', '--head', 'HEAD'], /--head needs --base/],
    'a name without standard input': [['scan', '--stdin-name', 'x'], /--stdin-name needs --stdin/],
    'a format that is none': [['scan', '-f', 'jsn'], /--format cannot be 'jsn'; did you mean "json"\?/],
    'a severity that is none': [['scan', '--fail-on', 'hihg'], /--fail-on cannot be 'hihg'; did you mean "high"\?/],
    'a path that is not there': [['scan', 'no/such/path'], /no\/such\/path cannot be opened/],
    'a range as git has it': [
      ['scan', 'main..feature/x'],
      /no file or folder; for a range of commits: keylatch scan --base main --head feature\/x\n/,
    ],
    'a revision that is none': [['scan', '--base', 'no-such-branch'], /base no-such-branch is not a commit/],
    'a revision that is an option': [['scan', '--base=--all'], /base --all is not a commit/],
    'a head that is none': [['scan', '--base', 'main', '--head', 'nope'], /head nope is not a commit/],
    'a configuration that is not there': [['scan', '--config', 'none.yml'], /none\.yml.*cannot be read/],
    'a configuration that is none': [['scan', '--config', 'old.ini'], /old\.ini:\d+:\d+/],
    'a baseline that is not there': [['scan', '--baseline', 'none.json'], /none\.json.*cannot be read/],
    'a baseline that is none': [['scan', '--baseline', 'old.ini'], /old\.ini:\d+:\d+.*keylatch baseline/],
    'a pattern that is none': [['scan', '--path', '/etc'], /"\/etc".*relative/],
    'an output that cannot be written': [['scan', '-o', 'README.md/x'], /README\.md\/x cannot be written/],
    'a rule that is none': [['explain', 'credentials/aws-acces-key'], /did you mean "credentials\/aws-access-key"\?/],
    'no rule': [['explain'], /needs the id of a rule/],
    'no verb for hooks': [['hook'], /install or uninstall/],
    'a verb that is none': [['hook', 'instal'], /not 'instal'; did you mean "install"\?/],
    'no key': [['triage', 'nonsense'], /not an access key id/],
  }
  const outcomes = outcomesOf({
    ...Object.fromEntries(Object.entries(CASES).map(([name, [words]]) => [name, () => inRepository(...words)])),
    'a range without a repository': () => keylatch(['scan', '--base', 'main'], { cwd: join(folder, 'clean') }),
    'staged without a repository': () => keylatch(['scan', '--staged'], { cwd: join(folder, 'clean') }),
    'hooks without a repository': () => keylatch(['hook', 'install'], { cwd: join(folder, 'clean') }),
    'a bare repository': () => keylatch(['scan'], { cwd: bare() }),
    'nothing on standard input': () => keylatch(['scan', '--stdin'], { input: '' }),
    'no git': () => keylatch(['scan', '--history'], { cwd: repository.root, env: { PATH: folder } }),
  })

  test.each([
    ...Object.entries(CASES).map(([name, [, line]]) => [name, line] as const),
    ['a range without a repository', /clean is not in a git repository/] as const,
    ['staged without a repository', /clean is not in a git repository/] as const,
    ['hooks without a repository', /clean is not in a git repository/] as const,
    ['a bare repository', /is a bare repository.*--history/] as const,
    ['nothing on standard input', /standard input was empty/] as const,
    ['no git', /git was not found/] as const,
  ])('%s', (name, line) => {
    const { exitCode, stdout, stderr } = outcomes.get(name)!
    expect(stderr).toMatch(/^keylatch: [^\n]+\n$/)
    expect(stderr).toMatch(line)
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
  })

  function bare(): string {
    repository.git('clone', '-q', '--bare', '.', join(folder, 'bare'))
    return join(folder, 'bare')
  }

  test('nor is a machine that refuses a defect of ours', async () => {
    const none = join(folder, 'none')
    const { exitCode, stderr } = await keylatch(['demo'], { env: { TMPDIR: none, TEMP: none, TMP: none } })
    expect(stderr).toMatch(/^keylatch: the machine refused: mkdtemp [^\n]*none[^\n]* \(ENOENT\)\n$/)
    expect(exitCode).toBe(2)
  })

  test('nothing to scan is not clean', async () => {
    const { exitCode, stdout } = await keylatch(['scan'], { cwd: join(folder, 'empty') })
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 2, stdout: expect.stringContaining('nothing was scanned') })
  })
})

describe('a reader that goes away', () => {
  /** As `keylatch … | head -c 1`. */
  function cut(words: readonly string[]): Promise<Outcome> {
    return new Promise((done) => {
      const child = spawn(process.env.KEYLATCH_TEST_NODE ?? process.execPath, [join(DIST, 'cli.js'), ...words], {
        cwd: repository.root,
      })
      let [stdout, stderr] = ['', '']
      child.stdout.once('data', (data) => {
        stdout += data
        child.stdout.destroy()
      })
      child.stderr.on('data', (data) => (stderr += data))
      child.on('close', (code) => done({ exitCode: code ?? -1, stdout, stderr }))
    })
  }

  test('is no error, and changes no verdict', async () => {
    repository.write({ 'many.txt': Array.from({ length: 300 }, (_, line) => `${pair(`many${line}`)}\n`).join('') })
    const [scan, rules] = await Promise.all([cut(['scan', '-f', 'json']), cut(['rules', '-f', 'json'])])
    repository.remove('many.txt')
    expect({ exitCode: scan.exitCode, stderr: scan.stderr }).toEqual({ exitCode: 1, stderr: '' })
    expect({ exitCode: rules.exitCode, stderr: rules.stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(scan.stdout.length).toBeLessThan(200_000)
  })
})

test('the demo shows what the action shows, and leaves nothing behind', async () => {
  const temp = join(folder, 'temp')
  mkdirSync(temp)
  const { exitCode, stdout, stderr } = await keylatch(['demo'], {
    apart: true,
    cwd: folder,
    env: { TMPDIR: temp, TEMP: temp, TMP: temp },
  })
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  expect(stdout).toMatch(/^ {2}error {2}scripts\/deploy\.sh +AWS access key .*\(credentials\/aws-access-key\)$/m)
  expect(stdout).toMatch(/^ {2}error {2}main\.tf:7 /m)
  expect(stdout).toContain('## ⛔ Keylatch: blocked')
  expect(stdout).toContain('exit code 1, so the merge is blocked')
  expect(stdout.split('\n').length).toBeLessThan(130)
  const whole = await keylatch(['demo', '--verbose'], {
    apart: true,
    cwd: folder,
    env: { TMPDIR: temp, TEMP: temp, TMP: temp },
  })
  expect(whole.stdout).toMatch(/^::error title=AWS access key/m)
  expect(whole.stdout).toContain('<details><summary>Why it matters')
  expect(readdirSync(temp)).toEqual([])
}, 60_000)
