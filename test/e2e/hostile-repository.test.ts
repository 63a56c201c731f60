import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ActionOutcome, action, keylatch, type Outcome } from '../support/dist.ts'
import { Repository } from '../support/repository.ts'
import { pullRequest, push } from './support/events.ts'
import { masked, pair } from './support/keys.ts'
import { type Server, serve } from './support/server.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'keylatch-test-hostile-')))
const repositories: Repository[] = []
let server: Server

afterAll(() => {
  server?.dispose()
  for (const repository of repositories) repository.dispose()
  rmSync(folder, { recursive: true, force: true })
})

function made(): Repository {
  const repository = new Repository()
  repositories.push(repository)
  return repository
}

/** A repository that names programs wherever git would start one; each leaves a canary in a folder when it runs. */
describe('a clone whose configuration and hooks start programs', () => {
  const canaries = join(folder, 'canaries')
  const program = join(folder, 'program.sh')
  const sprung = () => readdirSync(canaries).sort()
  const outcomes = new Map<string, Outcome>()

  function arm(clone: string, git: (...words: string[]) => string): void {
    mkdirSync(canaries, { recursive: true })
    writeFileSync(program, `#!/bin/sh\necho "$0 $*" > "${canaries}/$1"\ncat > /dev/null 2>&1 < /dev/null\nexit 0\n`)
    chmodSync(program, 0o755)
    const settings: Record<string, string> = {
      'core.fsmonitor': `${program} fsmonitor`,
      'core.hooksPath': join(folder, 'hooks'),
      'core.sshCommand': `${program} ssh`,
      'core.pager': `${program} pager`,
      'core.editor': `${program} editor`,
      'core.askPass': program,
      'core.gitProxy': program,
      'core.alternateRefsCommand': `${program} alternates`,
      'core.attributesFile': join(folder, 'attributes'),
      'diff.external': `${program} external-diff`,
      'diff.trap.textconv': `${program} textconv`,
      'diff.trap.command': `${program} diff-command`,
      'filter.trap.clean': `${program} clean`,
      'filter.trap.smudge': `${program} smudge`,
      'filter.trap.required': 'true',
      'merge.trap.driver': `${program} merge`,
      'gpg.program': program,
      'log.showSignature': 'true',
      'commit.gpgSign': 'true',
      'credential.helper': `!${program} credentials`,
      'remote.origin.uploadpack': `${program} uploadpack`,
      'remote.origin.promisor': 'true',
      'uploadpack.packObjectsHook': `${program} packobjects`,
      'protocol.ext.allow': 'always',
      [`url.ext::${program} insteadof .insteadOf`]: server.url,
      'status.submoduleSummary': 'true',
      'submodule.trap.update': `!${program} submodule`,
    }
    for (const [name, value] of Object.entries(settings)) git('config', name, value)
    writeFileSync(join(folder, 'attributes'), '* filter=trap diff=trap merge=trap\n')
    mkdirSync(join(clone, '.git/info'), { recursive: true })
    writeFileSync(join(clone, '.git/info/attributes'), '* filter=trap diff=trap merge=trap\n')
    const hooks = ['post-checkout', 'post-index-change', 'reference-transaction', 'pre-auto-gc', 'fsmonitor-watchman']
    for (const place of [join(folder, 'hooks'), join(clone, '.git/hooks')]) {
      mkdirSync(place, { recursive: true })
      for (const hook of hooks) {
        writeFileSync(join(place, hook), `#!/bin/sh\nexec ${program} hook-${hook}\n`)
        chmodSync(join(place, hook), 0o755)
      }
    }
  }

  beforeAll(async () => {
    const repository = made()
    const base = repository.commit('base', { 'README.md': '# shop\n', 'leak.ini': 'nothing yet\n' })
    repository.git('checkout', '-q', '-b', 'feature')
    const head = repository.commit('leak', {
      'leak.ini': pair('trap'),
      '.gitattributes': '* filter=trap diff=trap merge=trap\n',
      '.gitmodules': '[submodule "trap"]\n\tpath = trap\n\turl = ext::sh -c true\n\tupdate = !true\n',
    })
    server = serve(repository)
    const clone = server.checkout('refs/heads/feature', 0)
    const shallow = server.checkout('refs/heads/feature')
    writeFileSync(join(clone, 'staged.ini'), pair('staged'))
    repository.git('-C', clone, 'add', '--', 'staged.ini')
    for (const root of [clone, shallow]) arm(root, (...words) => repository.git('-C', root, ...words))
    // The index must differ from what stands there, or nothing would have to be compared.
    writeFileSync(join(clone, 'README.md'), `# shop\n${pair('unstaged')}`)
    // The traps work: ordinary git steps into them.
    for (const words of [['status'], ['diff'], ['log', '-p', '-1'], ['diff', '--no-ext-diff']]) {
      spawnSync('git', words, { cwd: clone, env: { PATH: process.env.PATH, HOME: folder } })
    }
    expect(sprung()).toEqual(expect.arrayContaining(['clean', 'diff-command', 'fsmonitor', 'textconv']))
    for (const name of sprung()) rmSync(join(canaries, name))
    const scan = async (name: string, ...words: string[]) =>
      outcomes.set(name, await keylatch(['scan', ...words], { cwd: clone }))
    await Promise.all([
      scan('working tree'),
      scan('staged', '--staged'),
      scan('range', '--base', base),
      scan('history', '--history'),
      action(clone, pullRequest(base, head)).then((run) => outcomes.set('action', run)),
      action(shallow, { ...pullRequest(base, head), env: { GITHUB_SERVER_URL: server.url } }).then((run) =>
        outcomes.set('action, one commit deep', run),
      ),
    ])
  }, 120_000)

  test.each([
    ['working tree', ['trap', 'unstaged', 'staged']],
    ['staged', ['staged']],
    ['range', ['trap']],
    ['history', ['trap', 'unstaged', 'staged']],
    ['action', ['trap']],
    ['action, one commit deep', ['trap']],
  ])('%s: the keys are found', (name, tags) => {
    const { stdout, stderr, exitCode } = outcomes.get(name)!
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 1 })
    for (const tag of ['trap', 'unstaged', 'staged']) expect(stdout.includes(masked(tag))).toBe(tags.includes(tag))
  })

  test('and no program of theirs was started', () => expect(sprung()).toEqual([]))
})

describe('symlinks', () => {
  const outside = join(folder, 'outside')
  const outcomes = new Map<string, Outcome>()
  let run: ActionOutcome

  beforeAll(async () => {
    mkdirSync(outside, { recursive: true })
    writeFileSync(join(outside, 'secret.ini'), pair('outside'))
    writeFileSync(join(outside, 'init.sh'), `#!/bin/sh\nexport DB_PASSWORD='Outs1de-9fk2lsq0'\n${pair('outside')}`)
    writeFileSync(join(outside, 'config.yml'), 'fail-on: never\n')
    const repository = made()
    const base = repository.commit('base', { 'inside.ini': 'nothing\n', 'README.md': '# shop\n' })
    repository
      .link('absolute.ini', join(outside, 'secret.ini'))
      .link('relative.ini', `../${folder.split('/').at(-1)}/outside/secret.ini`)
      .link('directory', outside)
      .link('root', '/')
      .link('self', 'self')
      .link('ping', 'pong')
      .link('pong', 'ping')
      .link('a/b/loop', '..')
      .link('.keylatch.yml', join(outside, 'config.yml'))
      .link('init.sh', join(outside, 'init.sh'))
      .link('named.ini', `${pair('target').replaceAll('\n', ' ')}`)
    const head = repository.commit('links', {
      'inside.ini': pair('inside'),
      'main.tf': `resource "aws_instance" "x" {\n  user_data = file("\${path.module}/init.sh")\n}\nresource "aws_instance" "y" {\n  user_data = file("${outside}/init.sh")\n}\nresource "aws_instance" "z" {\n  user_data = templatefile("../${folder.split('/').at(-1)}/outside/init.sh", {})\n}\n`,
    })
    const [plain, configured] = [join(folder, 'plain'), join(folder, 'configured')]
    cpSync(repository.root, configured, { recursive: true, verbatimSymlinks: true })
    // From here on the link is in the commit alone, where only what comes after it is judged by it.
    rmSync(join(repository.root, '.keylatch.yml'))
    cpSync(repository.root, plain, { recursive: true, verbatimSymlinks: true })
    rmSync(join(plain, '.git'), { recursive: true })
    writeFileSync(join(repository.root, 'staged.txt'), 'x\n')
    repository.git('add', 'staged.txt')
    const scan = async (name: string, cwd: string, ...words: string[]) =>
      outcomes.set(name, await keylatch(['scan', '-f', 'json', ...words], { cwd }))
    await Promise.all([
      scan('working tree', repository.root),
      scan('folder', plain),
      scan('history', repository.root, '--history'),
      scan('range', repository.root, '--base', base),
      scan('configured', configured),
      action(repository.root, push('main', base, head)).then((outcome) => {
        run = outcome
      }),
    ])
  }, 120_000)

  test.each(['working tree', 'folder', 'history', 'range'])('%s: what they point to is never read', (name) => {
    const { stdout, stderr, exitCode } = outcomes.get(name)!
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 1 })
    const { findings } = JSON.parse(stdout) as {
      findings: { ruleId: string; message: string; location: { uri: string } }[]
    }
    expect(stdout).not.toContain(masked('outside'))
    expect(stdout).not.toContain('Outs1de')
    expect(findings.filter(({ message }) => message.includes(masked('inside')))).toHaveLength(1)
    // The path that a link holds is content of the repository itself.
    expect(findings.filter(({ message }) => message.includes(masked('target')))).toMatchObject([
      { location: { uri: 'named.ini' } },
    ])
    expect(findings.filter(({ ruleId }) => ruleId.startsWith('credentials/'))).toHaveLength(2)
  })

  test('a scan that such a link should decide about is broken', () => {
    const { stdout, stderr, exitCode } = outcomes.get('configured')!
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 })
    expect(stderr).toMatch(/^keylatch: \.keylatch\.yml decides about the scan and cannot be read/)
  })

  test('nor by the action, and a configuration that points outside decides nothing', () => {
    expect(run).toMatchObject({ exitCode: 1, stderr: '', outputs: { verdict: 'block' } })
    expect(run.everything).not.toContain(masked('outside'))
    expect(run.report.findings.filter(({ ruleId }) => ruleId.startsWith('credentials/'))).toHaveLength(2)
  })
})
