import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Report } from '../../src/core/finding.ts'
import { actionWithin, cliWithin } from './within.ts'

/**
 * The bundles under test. They are made of src/ when the tests begin (`bundle-source.js`), unless `KEYLATCH_TEST_DIST`
 * names a folder of bundles. `KEYLATCH_TEST_NODE` names another Node.
 */
export const DIST = resolve(process.env.KEYLATCH_TEST_DIST!)
const NODE = process.env.KEYLATCH_TEST_NODE ?? process.execPath

/**
 * Bundles that someone named are run as people run them, each time as a process of its own. What src/ says runs within
 * this process, which saves the half second that a start takes; `apart` asks for a process all the same.
 */
const WITHIN = process.env.KEYLATCH_TEST_WITHIN === '1'

export interface Outcome {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd?: string
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
  /** As a process of its own, whatever is said for all: for what a process does when it ends, and with its streams. */
  readonly apart?: boolean
}

/** Runs `keylatch …` in a folder. */
export function keylatch(
  words: readonly string[],
  { cwd = tmpdir(), input = '', env = {}, apart = !WITHIN }: RunOptions = {},
): Promise<Outcome> {
  const all = { ...machine(), NO_COLOR: '1', ...env }
  return apart ? run([join(DIST, 'cli.js'), ...words], cwd, all, input) : cliWithin(words, cwd, all, input)
}

export interface ActionOutcome extends Outcome {
  readonly summary: string
  readonly outputs: Readonly<Record<string, string>>
  /** The report that `report-file` names; missing when there is none. */
  readonly report: Report
  /** Everything the run wrote anywhere, for looking for secrets in it. */
  readonly everything: string
}

/** Runs the action as GitHub's runner would: inputs in INPUT_*, files for outputs, the event's payload. */
export async function action(
  workspace: string,
  event: { name: string; payload: object; env?: Record<string, string> },
  inputs: Record<string, string> = {},
  { apart = !WITHIN }: Pick<RunOptions, 'apart'> = {},
): Promise<ActionOutcome> {
  const temp = mkdtempSync(join(tmpdir(), 'keylatch-runner-'))
  const file = (name: string, text = '') => {
    writeFileSync(join(temp, name), text)
    return join(temp, name)
  }
  const files = { output: file('output'), summary: file('summary.md'), env: file('env'), state: file('state') }
  const defaults = { scan: 'auto', annotations: 'true', summary: 'true' }
  const given = Object.entries({ ...defaults, ...inputs })
  try {
    const env: Record<string, string> = {
      ...machine(),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: event.name,
      GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event.payload)),
      GITHUB_REPOSITORY: 'octo-org/octo-repo',
      GITHUB_SERVER_URL: 'https://github.invalid',
      GITHUB_API_URL: 'http://127.0.0.1:9',
      GITHUB_SHA: '0'.repeat(40),
      GITHUB_REF: 'refs/heads/main',
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: files.output,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_ENV: files.env,
      GITHUB_STATE: files.state,
      RUNNER_TEMP: temp,
      ...event.env,
      ...Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    }
    const outcome = apart
      ? await run([join(DIST, 'action.js')], workspace, env, '')
      : await actionWithin(workspace, env)
    const outputs = parseOutputs(readFileSync(files.output, 'utf8'))
    const report = outputs['report-file'] ? readFileSync(outputs['report-file'], 'utf8') : ''
    const sarif = outputs['sarif-file'] ? readFileSync(resolve(workspace, outputs['sarif-file']), 'utf8') : ''
    const written = Object.values(files).map((name) => readFileSync(name, 'utf8'))
    return {
      ...outcome,
      summary: readFileSync(files.summary, 'utf8'),
      outputs,
      report: (report ? JSON.parse(report) : undefined) as Report,
      everything: [outcome.stdout, outcome.stderr, report, sarif, ...written].join('\n'),
    }
  } finally {
    rmSync(temp, { recursive: true, force: true })
  }
}

function machine(): Record<string, string> {
  const { PATH = '', HOME = '', SystemRoot = '', TEMP = '', TMP = '' } = process.env
  return { PATH, HOME, SystemRoot, TEMP, TMP, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
}

/** Tests start many at once; so many are at work, and the others wait for their turn. */
const AT_ONCE = Math.max(2, Math.min(4, availableParallelism()))
const waiting: (() => void)[] = []
let atWork = 0

async function run(words: string[], cwd: string, env: Record<string, string>, input: string): Promise<Outcome> {
  if (atWork === AT_ONCE) await new Promise<void>((turn) => waiting.push(turn))
  else atWork++
  try {
    return await runNow(words, cwd, env, input)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else atWork--
  }
}

function runNow(words: string[], cwd: string, env: Record<string, string>, input: string): Promise<Outcome> {
  return new Promise((done, fail) => {
    const child = spawn(NODE, words, { cwd, env, stdio: 'pipe' })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text))
    child.on('error', fail)
    child.on('close', (code) => done({ exitCode: code ?? -1, stdout, stderr }))
    child.stdin.on('error', () => {}).end(input)
  })
}

/** `name<<delimiter\nvalue\ndelimiter` blocks, as the runner reads them. */
function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  for (const [, name, , value] of text.matchAll(/^(\S+)<<(\S+)\r?\n([\s\S]*?)\r?\n\2$/gm)) outputs[name!] = value!
  return outputs
}
