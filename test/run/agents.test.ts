import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CONFIGS, RULES } from '../../src/cli/agent-run.ts'
import { AGENTS } from '../../src/cli/agents.ts'
import type { Console } from '../../src/cli/console.ts'
import { main } from '../../src/cli/main.ts'
import { CONFIG_PATHS } from '../../src/scan/config.ts'
import { RULE_FILES } from '../../src/scan/rule-files.ts'
import { Repository } from '../support/repository.ts'

let repository: Repository
beforeEach(() => {
  repository = new Repository()
})
afterEach(() => repository.dispose())

const OWN = ['own-', 'secret-of-this-machine'].join('')
const TOKEN = ['gh', 'p_', 'a8Kq2LmZx9Wv4Tn7Rb3Yc6Pd1Sf5GhJ0eUiO'].join('')

/** What a command prints, and its exit code. */
async function keylatch(words: readonly string[], input: unknown = '', answer?: string) {
  const said: string[] = []
  const errors: string[] = []
  const console: Console = {
    cwd: repository.root,
    env: { PATH: process.env.PATH, HOME: join(repository.root, 'home'), AWS_SECRET_ACCESS_KEY: OWN },
    ...({ colour: false, errorColour: false, unicode: true, width: 100, live: false } as const),
    print: (text) => void said.push(text),
    error: (text) => void errors.push(text),
    readInput: async () => Buffer.from(typeof input === 'string' ? input : JSON.stringify(input)),
    ask: async () => answer,
  }
  const code = await main(words, console)
  return { code, said: said.join(''), errors: errors.join('') }
}

const fileOf = (agent: string) => AGENTS[agent]!.files.own
const read = (path: string) => readFileSync(join(repository.root, path), 'utf8')

describe.each(Object.keys(AGENTS))('%s', (agent) => {
  test('hooks are installed, installed again without a difference, and removed', async () => {
    expect((await keylatch(['hook', 'install', '--agent', agent])).code).toBe(0)
    const text = read(fileOf(agent))
    for (const { event } of AGENTS[agent]!.hooks) expect(JSON.parse(text).hooks[event]).toHaveLength(1)
    expect((await keylatch(['hook', 'install', '--agent', agent])).said).toContain('as it should be')
    expect(read(fileOf(agent))).toBe(text)
    await keylatch(['hook', 'uninstall', '--agent', agent, '--yes'])
    expect(existsSync(join(repository.root, fileOf(agent)))).toBe(false)
  })

  test('a file that exists is changed when somebody says so, and keeps what stands in it', async () => {
    const event = AGENTS[agent]!.hooks[0]!.event
    const before = `{\n  // ours\n  "version": 1, "model": "x",\n  "hooks": { "${event}": [{ "command": "mine" }] }\n}\n`
    repository.write({ [fileOf(agent)]: before })
    expect((await keylatch(['hook', 'install', '--agent', agent], '', 'n')).code).toBe(1)
    expect((await keylatch(['hook', 'install', '--agent', agent])).errors).toContain('--yes')
    expect(read(fileOf(agent))).toBe(before)
    expect((await keylatch(['hook', 'install', '--agent', agent], '', 'y')).code).toBe(0)
    expect(read(fileOf(agent))).toMatch(/\/\/ ours[\s\S]*"model": "x"[\s\S]*"mine"[\s\S]*hook run/)
    await keylatch(['hook', 'uninstall', '--agent', agent], '', 'yes')
    expect(read(fileOf(agent))).toContain('"mine"')
    expect(read(fileOf(agent))).not.toContain('hook run')
  })
})

/** What each says before a prompt and before a tool, and what it hears when that is stopped. */
const PROTOCOLS = {
  claude: {
    prompt: (prompt: string) => ({ hook_event_name: 'UserPromptSubmit', prompt }),
    write: (content: string) => ({
      hook_event_name: 'PreToolUse',
      tool_name: 'Write',
      tool_input: { file_path: 'a.py', content },
    }),
    stopped: { decision: 'block', hookSpecificOutput: { hookEventName: 'PreToolUse', permissionDecision: 'deny' } },
    passes: '',
  },
  codex: {
    prompt: (prompt: string) => ({ hook_event_name: 'UserPromptSubmit', prompt }),
    write: (patch: string) => ({
      hook_event_name: 'PreToolUse',
      tool_name: 'apply_patch',
      tool_input: { command: patch },
    }),
    stopped: { decision: 'block', hookSpecificOutput: { hookEventName: 'PreToolUse', permissionDecision: 'deny' } },
    passes: '',
  },
  gemini: {
    prompt: (prompt: string) => ({ hook_event_name: 'BeforeAgent', prompt }),
    write: (content: string) => ({
      hook_event_name: 'BeforeTool',
      tool_name: 'write_file',
      tool_input: { file_path: 'a.py', content },
    }),
    stopped: { decision: 'deny' },
    passes: '{}\n',
  },
  cursor: {
    prompt: (prompt: string) => ({ hook_event_name: 'beforeSubmitPrompt', prompt, attachments: [] }),
    write: (content: string) => ({
      hook_event_name: 'preToolUse',
      tool_name: 'Write',
      tool_input: { file_path: 'a.py', content },
    }),
    stopped: { continue: false, permission: 'deny' },
    passes: '{"continue":true}\n',
  },
  copilot: {
    prompt: undefined,
    write: (content: string) => ({
      toolName: 'create',
      toolArgs: JSON.stringify({ path: 'a.py', file_text: content }),
    }),
    stopped: { permissionDecision: 'deny' },
    passes: '',
  },
}

describe.each(Object.entries(PROTOCOLS))('%s asks', (agent, { prompt, write, stopped, passes }) => {
  const asked = async (input: unknown, ...flags: string[]) => await keylatch(['hook', 'run', agent, ...flags], input)

  test('and a token, or a secret of this machine, is stopped in its own words, without the value', async () => {
    for (const make of [prompt, write]) {
      for (const secret of make ? [TOKEN, OWN] : []) {
        const { code, said } = await asked(make!(`use "${secret}" there`))
        const answer = JSON.parse(said)
        expect(code).toBe(0)
        for (const key of Object.keys(answer).filter((name) => name in stopped))
          expect({ [key]: answer[key] }).toMatchObject({ [key]: stopped[key as keyof typeof stopped] })
        expect(Object.keys(answer).some((name) => name in stopped)).toBe(true)
        expect(said).toMatch(/credentials\/[\w-]+\), line 1/)
        expect(said).not.toContain(secret)
      }
    }
  })

  test('and what holds nothing passes', async () => {
    expect((await asked(prompt ? prompt('rename the function') : write('x = 1\n'))).said).toBe(passes)
  })

  test('and what it does not understand passes, or is stopped, as was asked for', async () => {
    const open = await asked('no JSON')
    expect([open.code, open.said.replace(/\{.*\}\n/, '')]).toEqual([0, ''])
    expect(JSON.stringify(stopped)).not.toContain(open.said.trim() || 'nothing')
    expect((await asked('no JSON', '--fail-closed')).said).toMatch(/block|deny|"continue":false/)
  })
})

test('what decides is looked for where it is', () => {
  expect(CONFIGS).toEqual(CONFIG_PATHS)
  expect(RULES).toEqual(RULE_FILES)
})

describe('what would be read', () => {
  const asked = async (input: object) =>
    (await keylatch(['hook', 'run', 'claude'], { hook_event_name: 'PreToolUse', cwd: repository.root, ...input })).said

  test('is looked at where it stands, as a file of a tool or behind a command that shows files', async () => {
    repository.write({ 'conf/a.env': `TOKEN=${TOKEN}\n`, 'b.txt': 'nothing\n' })
    expect(
      await asked({ tool_name: 'Read', tool_input: { file_path: join(repository.root, 'conf/a.env') } }),
    ).toContain('line 1 of conf/a.env')
    expect(
      await asked({ tool_name: 'Bash', tool_input: { command: 'cd x && cat b.txt "conf/a.env" | head' } }),
    ).toContain('line 1 of conf/a.env')
    expect(await asked({ tool_name: 'Read', tool_input: { file_path: 'b.txt' } })).toBe('')
    expect(await asked({ tool_name: 'Bash', tool_input: { command: 'ls conf/a.env' } })).toBe('')
  })

  test('and what an edit takes away is nothing new', async () => {
    const edit = (old_string: string, new_string: string) => ({
      tool_name: 'Edit',
      tool_input: { file_path: 'a.py', old_string, new_string },
    })
    expect(await asked(edit(`t = "${TOKEN}"`, 't = env()'))).toBe('')
    expect(await asked(edit('t = env()', `t = "${TOKEN}"`))).toContain('deny')
  })

  test('by the configuration of the repository', async () => {
    repository.write({
      '.keylatch.yml': 'patterns:\n  - id: acme/word\n    regex: open-[a-z]+\npaths-ignore: [fixtures]\n',
    })
    mkdirSync(join(repository.root, 'sub'))
    const write = (file_path: string, content: string) => ({
      tool_name: 'Write',
      tool_input: { file_path, content },
      cwd: join(repository.root, 'sub'),
    })
    expect(await asked(write('x.txt', 'open-sesame'))).toContain('acme/word')
    expect(await asked(write('../fixtures/x.txt', 'open-sesame'))).toBe('')
  })
})
